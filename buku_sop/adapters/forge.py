"""The forge that holds the data: where a file is edited, a change is proposed and a history is shown.

Said in `mkdocs.yml` (`repo_url`, `edit_uri`, `forge`), or else read from the clone's own `origin`, so that a
fork's site leads to the fork. What kind of forge it is follows from its name, or is said where the name does
not tell. Unknown means that no such link is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from buku_sop.adapters.git.run import GitFailed, run_git
from buku_sop.views.dasar.markdown_text import amankan_md
from buku_sop.views.sop.usul import Usulan, potong_hingga_muat

__all__ = ["BATAS_URL", "Forge", "ForgeKind", "UnknownForge", "find_forge"]

BATAS_URL = 7_000
"""Most bytes of an address: servers in front of forges refuse longer ones (commonly at 8 KB)."""
GITHUB_API = "https://api.github.com"
FORMULIR = "usul-perubahan.yml"
"""The form for proposals, below `.github/ISSUE_TEMPLATE/`."""
_SSH = re.compile(r"(?:ssh://)?[\w.-]+@(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<path>[\w./~-]+)")


class UnknownForge(ValueError):
    """The configuration names a kind of forge that there is not; worded in Indonesian."""


class ForgeKind(StrEnum):
    """The kinds of forges, by what their addresses look like."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    """Gitea and Forgejo."""


@dataclass(frozen=True, slots=True)
class _Bentuk:
    """What the addresses of a kind look like; `{}` stands for the branch."""

    edit: str
    view: str
    commit: str
    history: str
    issue: str


_BENTUK: Mapping[ForgeKind, _Bentuk] = {
    ForgeKind.GITHUB: _Bentuk(
        "edit/{}/", "blob/{}/", "commit/", "commits/{}/", "issues/new"
    ),
    ForgeKind.GITLAB: _Bentuk(
        "-/edit/{}/", "-/blob/{}/", "-/commit/", "-/commits/{}/", "-/issues/new"
    ),
    ForgeKind.GITEA: _Bentuk(
        "_edit/{}/", "src/branch/{}/", "commit/", "commits/branch/{}/", "issues/new"
    ),
}  # fmt: skip
_NAMA = {
    "github": ForgeKind.GITHUB,
    "gitlab": ForgeKind.GITLAB,
    "gitea": ForgeKind.GITEA,
    "forgejo": ForgeKind.GITEA,
    "codeberg": ForgeKind.GITEA,
}
"""What tells a kind, in the name of a host and in the configuration."""


@dataclass(frozen=True, slots=True)
class Forge:
    """Addresses on a forge, each empty where it is not known."""

    edit: str = ""
    """Base of the editor, with `/` at its end."""
    view: str = ""
    """Base of the files, with `/` at its end."""
    repo: str = ""
    jenis: ForgeKind | None = None
    cabang: str = ""
    """The branch, percent-encoded."""
    folder: str = ""
    """Where the project is in the repository, with `/` at its end; empty where it is all of it."""

    @property
    def api(self) -> str:
        """Address of what the editor asks: GitHub alone has a host of its own for it."""
        return GITHUB_API if self.repo.startswith("https://github.com/") else self.repo

    def edit_url(self, path: str) -> str:
        """Address of the editor for a file, given by its path from the root of the project."""
        return self.edit + quote(path) if self.edit else ""

    def line_url(self, path: str, line: int) -> str:
        """Address of a line of a file."""
        return f"{self.view}{quote(path)}#L{line}" if self.view else ""

    def commit_url(self, sha: str) -> str:
        """Address of a revision."""
        return f"{self.repo}/{_BENTUK[self.jenis].commit}{quote(sha)}" if self.jenis else ""

    def history_url(self, path: str) -> str:
        """Address of all revisions of a file."""
        if not self.jenis:
            return ""
        return f"{self.repo}/{_BENTUK[self.jenis].history.format(self.cabang)}{quote(self.folder + path)}"

    def issue_url(self, usulan: Usulan) -> str:
        """Address of the form for a new issue, filled in; what makes it too long is cut at a word."""
        if not self.jenis:
            return ""
        return potong_hingga_muat(
            usulan.semula, BATAS_URL, lambda semula: self._issue(usulan, semula)
        )

    def _issue(self, usulan: Usulan, semula: str) -> str:
        assert self.jenis
        if self.jenis is ForgeKind.GITHUB:
            isian = {"template": FORMULIR, "title": usulan.judul, "sop": usulan.sop}
            isian |= {"langkah": usulan.langkah, "semula": semula}
        elif self.jenis is ForgeKind.GITLAB:
            isian = {"issue[title]": usulan.judul, "issue[description]": _isi(usulan, semula)}
        else:
            isian = {"title": usulan.judul, "body": _isi(usulan, semula)}
        ada = {k: v for k, v in isian.items() if v}
        kueri = urlencode(ada, quote_via=quote, safe="", errors="replace")
        return f"{self.repo}/{_BENTUK[self.jenis].issue}?{kueri}"


def find_forge(root: Path, repo_url: str, edit_uri: str, jenis: str = "") -> Forge:
    """Find the forge from the configuration, or from the clone in `root`.

    A project below the root of its repository is known by the clone; what `edit_uri` says of the folder comes on top.

    Raises:
        UnknownForge: `jenis` is no kind of forge.
    """
    if jenis and jenis.lower() not in _NAMA:
        raise UnknownForge(
            f"mkdocs.yml: extra.forge: `{jenis}` tidak dikenal. Tulis github, gitlab, gitea, atau forgejo."
        )
    repo = _web_url(repo_url) if repo_url else _web_url(_git(root, "config", "remote.origin.url"))
    if not repo:
        return Forge()
    edit = f"{edit_uri.strip('/')}/" if edit_uri.strip("/") else ""
    ini = _NAMA.get(jenis.lower()) or _dari_host(repo) or _dari_edit(edit)
    if ini is None:
        return Forge(f"{repo}/{edit}" if edit else "")
    cabang = quote(_git(root, "symbolic-ref", "--short", "HEAD") or "main")
    folder = _git(root, "rev-parse", "--show-prefix")
    awal = _awal_edit(ini)
    if edit.startswith(awal):
        cabang = edit.removeprefix(awal).strip("/").removesuffix(f"/{quote(folder).strip('/')}")
    elif edit:
        return Forge(f"{repo}/{edit}", "", repo, ini, cabang, folder)
    bentuk = _BENTUK[ini]
    sunting, lihat = (
        f"{repo}/{x.format(cabang)}{quote(folder)}" for x in (bentuk.edit, bentuk.view)
    )
    return Forge(sunting, lihat, repo, ini, cabang, folder)


def _dari_host(repo: str) -> ForgeKind | None:
    host = urlsplit(repo).hostname or ""
    return next((jenis for nama, jenis in _NAMA.items() if nama in host), None)


def _dari_edit(edit: str) -> ForgeKind | None:
    """Tell a forge by the path of its editor."""
    return next((jenis for jenis in ForgeKind if edit.startswith(_awal_edit(jenis))), None)


def _awal_edit(jenis: ForgeKind) -> str:
    return _BENTUK[jenis].edit.partition("{")[0]


def _isi(usulan: Usulan, semula: str) -> str:
    """Write the text of an issue in Markdown: what people wrote stays text and calls nobody."""
    pagar = "~" * max(3, 1 + max(map(len, re.findall("~+", semula)), default=0))
    bagian = [
        ("SOP", amankan_md(usulan.sop)),
        ("Langkah", usulan.langkah and amankan_md(usulan.langkah)),
        ("Semula", f"{pagar}text\n{semula}\n{pagar}" if semula else ""),
    ]
    kepala = [f"### {judul}\n\n{isi}\n" for judul, isi in bagian if isi]
    return "\n".join([*kepala, "### Usul\n\n\n", "### Alasan\n\n\n"])


def _web_url(url: str) -> str:
    """Turn a remote into the address of its pages: never with a user's name or password in it."""
    if ssh := _SSH.fullmatch(url):
        return f"https://{ssh['host']}/{ssh['path'].strip('/').removesuffix('.git')}"
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    path = parts.path.rstrip("/").removesuffix(".git")
    return urlunsplit((parts.scheme, parts.hostname + port, path, "", ""))


def _git(root: Path, command: str, *arguments: str) -> str:
    """Ask git, and take no answer for an answer: a handbook can be built outside a clone."""
    try:
        answer = run_git(root, command, *arguments)
    except GitFailed:
        return ""
    return "" if answer.returncode else answer.stdout.decode("utf-8", "replace").strip()

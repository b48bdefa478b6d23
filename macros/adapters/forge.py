"""The forge that holds the data: where a file is edited and where one of its lines is shown.

Said in `mkdocs.yml` (`repo_url`, `edit_uri`), or else read from the clone's own `origin`, so that a fork's
site leads to the fork. Unknown means that no such link is shown.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

_SSH = re.compile(r"(?:ssh://)?[\w.-]+@(?P<host>[\w.-]+)(?::\d+/|[:/])(?P<path>[\w./~-]+)")
_BY_HOST = (("gitlab", "-/edit/{}/"), ("codeberg", "_edit/{}/"), ("gitea", "_edit/{}/"))
_VIEWS = (("_edit/", "src/branch/"), ("-/edit/", "-/blob/"), ("edit/", "blob/"))


@dataclass(frozen=True, slots=True)
class Forge:
    """Addresses of files; both bases end with `/`, or are empty where nothing is known."""

    edit: str = ""
    view: str = ""

    def edit_url(self, path: str) -> str:
        """Address of the editor for a file, given by its path from the root of the project."""
        return self.edit + quote(path) if self.edit else ""

    def line_url(self, path: str, line: int) -> str:
        """Address of a line of a file."""
        return f"{self.view}{quote(path)}#L{line}" if self.view else ""


def find_forge(root: Path, repo_url: str, edit_uri: str) -> Forge:
    """Find the forge from the configuration, or from the clone in `root`."""
    repo = _web_url(repo_url) if repo_url else _web_url(_git(root, "config", "remote.origin.url"))
    if not repo:
        return Forge()
    branch = _git(root, "symbolic-ref", "--short", "HEAD") or "main"
    edit = (edit_uri or _pattern(repo).format(quote(branch))).strip("/") + "/"
    for edits, views in _VIEWS:
        if edit.startswith(edits):
            return Forge(f"{repo}/{edit}", f"{repo}/{views}{edit.removeprefix(edits)}")
    return Forge(f"{repo}/{edit}")


def _pattern(repo: str) -> str:
    host = urlsplit(repo).hostname or ""
    return next((pattern for name, pattern in _BY_HOST if name in host), "edit/{}/")


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


def _git(root: Path, *arguments: str) -> str:
    """Ask git, and take no answer for an answer: a handbook can be built outside a clone."""
    try:
        result = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return result.stdout.strip()

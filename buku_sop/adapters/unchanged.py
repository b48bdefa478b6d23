"""Whether a site that stands was made from what there is now, so that building it again would change nothing.

All that a build reads is summed up, always whole: every file below the root except what builds write themselves, the
engine and the look, the versions of what is installed, the variables that `mkdocs.yml` names, the day, and where the
clone stands in its history. Where a build reads what lies elsewhere, or anything here cannot be told, the answer is no.
The site is looked at by names, sizes and times of its files, so that one changed or removed by hand is noticed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from buku_sop.adapters.git.run import GitFailed, run_git
from buku_sop.adapters.places import DATA, LOOK, PACKAGE
from buku_sop.adapters.store import digest
from buku_sop.adapters.whole_files import write_whole

__all__ = ["FOLDER", "SAID", "Unchanged", "read_by_a_check"]

FOLDER = Path(".build") / "simpan" / "situs"
"""Where the records lie, from the root."""

_WHOLE = 1 << 20
"""Bytes up to which a file is read; a larger one (a signed copy, a picture) is known by its size and its times."""
_WRITTEN = ("site", "node_modules")
"""Folders at the root that builds write or packages fill; hidden ones and those of a virtual Python are left out, too."""
_ELSEWHERE = re.compile(r"INHERIT|\.\./|!ENV[^\n#]*(?:_DIR|_PATH)|:\s*[\"']?(?:/|[A-Za-z]:[\\/])")
"""What in `mkdocs.yml` may let a build read what does not lie below the root."""
_ENV = re.compile(r"!ENV\s*(\[[^\]]*\]|[A-Z]\w*)")
_NAME = re.compile(r"[A-Za-z_]\w*")
_ALWAYS = ("SOURCE_DATE_EPOCH",)
_OURS = ("SOP_", "MKDOCS_", "GIT_")
SAID = "SOP_KABAR"
"""Names a file for what a build has to tell of the handbook in one line."""
_TOLD_OTHERWISE = ("SOP_KEMAJUAN", "SOP_SITUS_LAMA", SAID)
"""Variables that one process of a build tells another, and that no page depends on."""


class Unchanged:
    """What a site would be built from at this moment. Make it before a build starts, and `record` what came of it."""

    def __init__(self, root: Path, site: Path, environment: Mapping[str, str]) -> None:
        self._root = root
        self._site = site
        name = hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
        self._file = root / FOLDER / f"{name}.json"
        self.said = ""
        """What was told of the handbook at this build, to be told again when nothing changed."""
        self._key = _inputs(root, site, {**os.environ, **environment})

    def holds(self) -> str | None:
        """Return what was said of the build that made the site, when it stands as it was made from the same; else None."""
        if self._key is None:
            return None
        try:
            record = json.loads(self._file.read_bytes())
            same = record["masukan"] == self._key and record["situs"] == _listing(self._site)
            return str(record["kabar"]) if same else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self) -> None:
        """Let the next build build, whatever is there."""
        self._file.unlink(missing_ok=True)

    def record(self) -> None:
        """Note that the site has been built from what there was; what cannot be noted is built again."""
        if self._key is None:
            return
        record = {"masukan": self._key, "situs": _listing(self._site), "kabar": self.said}
        try:
            write_whole(self._file, json.dumps(record).encode())
        except OSError:
            self._file.unlink(missing_ok=True)


def _listing(site: Path) -> str:
    """Sum up the names, sizes and times of all files of a site."""
    h = hashlib.sha256()
    for path, info, _ in sorted(_files(site, site, ())):
        h.update(f"{path}\0{info.st_mode}\0{info.st_size}\0{info.st_mtime_ns}\n".encode())
    return h.hexdigest()


def _inputs(root: Path, site: Path, environment: Mapping[str, str]) -> str | None:
    """Sum up all that a build reads; None where it may read more than is looked at here."""
    try:
        setting = (root / "mkdocs.yml").read_text(encoding="utf-8")
        if _ELSEWHERE.search(setting):
            return None
        parts = [sys.version, *_installed(), *_variables(setting, environment), _day(), *_git(root)]
        h = hashlib.sha256(digest(*parts).encode())
        folders = [root, *(f for f in (PACKAGE, LOOK) if not f.is_relative_to(root.resolve()))]
        for folder in folders:
            _add(h, folder, site, root / ".build")
    except (OSError, ValueError):
        return None
    return h.hexdigest()


def read_by_a_check(root: Path) -> str | None:
    """Sum up all that checking a handbook reads besides the code; None where it may read more than is looked at here.

    That is all below the root, as for a build, and which folders are empty or links: a check tells of them.
    """
    try:
        setting = (root / "mkdocs.yml").read_text(encoding="utf-8")
        if _ELSEWHERE.search(setting):
            return None
        h = hashlib.sha256(digest(*_variables(setting, os.environ), _day()).encode())
        _add(h, root, root / "site", root / ".build", PACKAGE, LOOK)
        for place, folders, names in os.walk(root / DATA):
            links = [f for f in sorted(folders) if Path(place, f).is_symlink()]
            if links or not names:
                h.update(f"{os.path.relpath(place, root)}\0{len(folders)}\0{links}\n".encode())
    except (OSError, ValueError):
        return None
    return h.hexdigest()


def _add(h: hashlib._Hash, folder: Path, *skipped: Path) -> None:
    """Add all files below a folder to a sum. Raises OSError for what cannot be read."""
    for path, info, link in sorted(_files(folder, folder, tuple(map(os.path.realpath, skipped)))):
        h.update(f"{path}\0{info.st_mode}\0{link}".encode())
        h.update(_content(folder / path, info))


def _content(file: Path, info: os.stat_result) -> bytes:
    if stat.S_ISREG(info.st_mode) and info.st_size <= _WHOLE:
        return hashlib.sha256(file.read_bytes()).digest()
    return digest(
        *map(str, (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino))
    ).encode()


def _files(
    top: Path, folder: Path, skip: tuple[str, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, os.stat_result, bool]]:
    """Yield the files below a folder, with their paths from `top`, and whether each is a link.

    Folders that links lead to are entered, too.
    """
    real = os.path.realpath(folder)
    if real in above or real in skip:
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            name = path.relative_to(top).as_posix()
            if entry.is_dir():
                if not skip or not _is_written(path, folder == top):
                    yield from _files(top, path, skip, (*above, real))
            else:
                try:
                    yield name, entry.stat(), entry.is_symlink()
                except FileNotFoundError:  # a link that leads nowhere
                    yield name, entry.stat(follow_symlinks=False), True


def _is_written(folder: Path, at_root: bool) -> bool:
    if not at_root:
        return folder.name == "__pycache__"
    named = folder.name.startswith(".") or folder.name in _WRITTEN
    return named or (folder / "pyvenv.cfg").is_file()


def _installed() -> Iterator[str]:
    """Yield the names and versions of what is installed, as the folders that pip makes for each say them."""
    for place in sys.path:
        try:
            found = [path.name for path in Path(place or ".").iterdir()]
        except OSError:
            continue
        yield from sorted(n for n in found if n.endswith((".dist-info", ".pth")))


def _variables(setting: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Yield the variables that a build reads, with their values."""
    named = {name for found in _ENV.findall(setting) for name in _NAME.findall(found)}
    ours = {name for name in environment if name.startswith(_OURS)}
    for name in sorted({*named, *ours, *_ALWAYS} - {*_TOLD_OTHERWISE}):
        yield f"{name}={environment[name]}" if name in environment else name


def _day() -> str:
    """Return the days by which pages and the sitemap are made: here, and at Greenwich."""
    return f"{date.today()} {datetime.now(UTC).date()}"  # noqa: DTZ011


def _git(root: Path) -> Iterator[str]:
    """Yield where the clone stands: its commit and branch, where its history ends, and its settings."""
    try:
        for command in (
            ("rev-parse", "HEAD"),
            ("symbolic-ref", "--short", "HEAD"),
            ("rev-parse", "--show-prefix"),
            ("config", "--list"),
        ):
            answer = run_git(root, *command)
            yield f"{answer.returncode} {answer.stdout.decode('utf-8', 'replace')}"
        answer = run_git(root, "rev-parse", "--git-path", "shallow")
        edge = root / answer.stdout.decode().strip()
        yield edge.read_text(encoding="ascii") if not answer.returncode and edge.is_file() else ""
    except GitFailed as error:  # the book is built without a history then
        yield str(error)

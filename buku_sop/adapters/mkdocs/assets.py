"""Browser assets from npm: installed by the lock, gathered in ``.build/aset``, named for the site.

No page loads anything from another host, so what the pages need is taken from the packages that
``package-lock.json`` pins: the worker shim of the offline edition, and the Arimo font. Mermaid is part of
a bundle (`bundles.py`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from buku_sop.adapters.npm import AssetError, run_npm
from buku_sop.adapters.places import MADE, npm_root

__all__ = [
    "AssetError",
    "SiteFile",
    "font_folder",
    "prepare_assets",
    "prepare_packages",
    "ready_assets",
    "site_files",
]

FOLDER = Path(".build") / "aset"
_STAMP = ".lengkap"


class SiteFile(NamedTuple):
    """A file that the site gets: where it lies now, and its path in the site (with ``/``)."""

    source: Path
    path: str


@dataclass(frozen=True)
class _Take:
    """Files of one package that go to one folder below ``.build/aset``."""

    package: str
    base: str
    """Folder in the package that `patterns` start from."""
    patterns: tuple[str, ...]
    folder: str
    optional: bool = False
    """Only taken if the lock names the package."""


_TAKES = (
    _Take("iframe-worker", "shim", ("index.js",), "iframe-worker"),
    _Take("iframe-worker", "", ("LICENSE",), "iframe-worker"),
    _Take(
        "@fontsource-variable/arimo",
        "files",
        ("arimo-latin-wght-normal.woff2", "arimo-latin-ext-wght-normal.woff2"),
        "fonts",
        optional=True,
    ),
    _Take("@fontsource-variable/arimo", "", ("LICENSE",), "fonts", optional=True),
    _Take(
        "@expo-google-fonts/arimo",
        "",
        ("400Regular*/*.ttf", "700Bold*/*.ttf", "LICENSE_FONT"),
        "ttf",
    ),
)
_BUNDLED = {"esbuild", "mermaid", "postcss"}
"""Packages that bundles are made with and of (`bundle.mjs`)."""

_ONLINE = ("fonts/*",)
_OFFLINE = ("iframe-worker/*", "fonts/*")


def prepare_assets(root: Path) -> Path:
    """Bring ``.build/aset`` below `root` up to date with ``package-lock.json`` and return it.

    Does nothing when the lock has not changed since; asks npm only for packages that are not
    installed in the version that the lock names.

    Raises:
        AssetError: no lock, no npm, no network, or a package without the files we need.
    """
    folder = root / FOLDER
    mark = _mark(root)
    if _is_ready(folder, mark):
        return folder
    try:
        with _alone(root):
            if not _is_ready(folder, mark):
                prepare_packages(root)
                _gather(root, folder, mark)
    except OSError as error:
        raise AssetError(
            f"Aset peramban tidak dapat disimpan di {FOLDER.as_posix()}: {error}",
            "Periksa ruang penyimpanan serta izin folder itu, lalu ulangi.",
        ) from error
    return folder


def ready_assets(root: Path) -> Path:
    """Return the folder of the assets for a handbook: what a wheel brings, else what `prepare_assets` makes.

    Raises:
        AssetError: As `prepare_assets`.
    """
    return MADE if MADE.is_dir() else prepare_assets(npm_root(root))


def site_files(folder: Path, *, offline: bool = False) -> list[SiteFile]:
    """List what the site gets from `folder`, the result of `prepare_assets`, sorted by path.

    The offline edition is opened from the file system, where browsers refuse workers: it gets the
    worker shim.
    """
    patterns = _OFFLINE if offline else _ONLINE
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    pairs = (SiteFile(path, f"aset/{path.relative_to(folder).as_posix()}") for path in found)
    return sorted(pairs, key=lambda pair: pair.path)


def font_folder(folder: Path) -> Path:
    """Return the folder with the TrueType faces, for Typst (regular and bold, upright and italic)."""
    return folder / "ttf"


def _mark(root: Path) -> str:
    """Sum up what decides about the content of the folder: the lock, and what we take from it."""
    try:
        lock = (root / "package-lock.json").read_bytes()
    except FileNotFoundError as error:
        raise AssetError(
            "Berkas package-lock.json tidak ditemukan, sehingga aset peramban tidak dapat disiapkan.",
            "Jalankan perintah ini dari folder utama buku SOP.",
        ) from error
    return hashlib.sha256(lock + repr(_TAKES).encode()).hexdigest()


def _is_ready(folder: Path, mark: str) -> bool:
    stamp = folder / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == mark


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep a second build from installing into the same folder at the same time."""
    build = root / FOLDER.parent
    build.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # builds at the same time happen in CI, which is not Windows
        yield
        return
    import fcntl

    with (build / ".aset.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _locked(root: Path) -> dict[str, str]:
    """Read the version of each package that the lock names at the top of ``node_modules``."""
    try:
        lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
        packages: dict[str, dict[str, str]] = lock["packages"]
    except (ValueError, KeyError, TypeError) as error:
        raise AssetError(
            "Berkas package-lock.json rusak dan tidak dapat dibaca.",
            "Ambil kembali berkas itu dari git: git checkout -- package-lock.json",
        ) from error
    top = "node_modules/"
    return {key.removeprefix(top): value["version"] for key, value in packages.items() if key}


def _installed(root: Path, package: str) -> str | None:
    manifest = root / "node_modules" / package / "package.json"
    try:
        version: str | None = json.loads(manifest.read_text(encoding="utf-8")).get("version")
    except (OSError, ValueError, AttributeError):
        return None
    return version


def _wanted(locked: dict[str, str]) -> list[_Take]:
    return [take for take in _TAKES if take.package in locked or not take.optional]


def prepare_packages(root: Path) -> None:
    """Run ``npm ci``, unless every package is there in the locked version.

    Raises:
        AssetError: no lock, no npm, no network, or a package that the lock does not name.
    """
    locked = _locked(root)
    packages = {take.package for take in _wanted(locked)} | _BUNDLED
    if missing := sorted(packages - locked.keys()):
        raise AssetError(
            f"Paket {', '.join(missing)} tidak tercantum dalam package-lock.json.",
            f"Tambahkan dengan: npm install --save-exact {' '.join(missing)}",
        )
    if all(_installed(root, package) == locked[package] for package in packages):
        return
    run_npm(root, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])


def _gather(root: Path, folder: Path, mark: str) -> None:
    """Copy the files to a new folder and put it in the place of the old one in one move."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="aset-", dir=folder.parent) as scratch:
        new = Path(scratch) / "baru"
        for take in _wanted(_locked(root)):
            _copy(root / "node_modules" / take.package / take.base, take, new / take.folder)
        (new / _STAMP).write_text(mark, encoding="ascii")
        if folder.exists():
            folder.rename(Path(scratch) / "lama")
        new.rename(folder)


def _copy(base: Path, take: _Take, target: Path) -> None:
    for pattern in take.patterns:
        sources = sorted(base.glob(pattern))
        if not sources:
            raise AssetError(
                f"Paket {take.package} tidak memuat berkas {pattern}.",
                "Hapus folder node_modules lalu ulangi; bila tetap gagal, versi paket itu tidak cocok.",
            )
        for source in sources:
            # The faces of the TrueType package lie in one folder each; their names differ anyway.
            inside = source.name if source.suffix == ".ttf" else source.relative_to(base)
            (target / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / inside)

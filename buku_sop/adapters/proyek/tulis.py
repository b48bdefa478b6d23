"""Writes a new project whole: beside its place first, and then there in one step. What fails leaves nothing behind.

A kill may leave the folder beside, which a later run takes away, or a part of the project in a folder that was there
before: then a record there names what is ours, and the next run begins anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_BESIDE = ".sop-mulai-"
"""How the folder beside is called."""
_RECORD = ".sop-mulai"
"""What stands in a folder while the project is moved into it: the digest of each of its files."""
_STALE = 3600.0
"""Seconds after which nobody is still writing what lies beside."""
_BUKAN_ISI = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a folder may hold and still be empty: a repository without files, and what systems put everywhere."""


class TidakKosong(Exception):
    """The folder holds something; it is left as it is."""


def harus_kosong(tujuan: Path) -> None:
    """Refuse a place where anything stands but what a killed run left there. Raises TidakKosong."""
    if not os.path.lexists(tujuan):
        return
    if not tujuan.is_dir():
        raise TidakKosong(f"{tujuan.as_posix()} sudah ada dan bukan folder.")
    if isi := sorted({p.name for p in tujuan.iterdir()} - _BUKAN_ISI - _leftover(tujuan)):
        lain = f" dan {len(isi) - 1} lagi" if len(isi) > 1 else ""
        raise TidakKosong(
            f"Folder {tujuan.as_posix()} tidak kosong (berisi {isi[0]}{lain}) dan tidak diubah. Pilih folder lain."
        )


def tulis_proyek(tujuan: Path, berkas: Mapping[str, bytes]) -> None:
    """Write all files into a folder that is not there or empty.

    Raises:
        TidakKosong: Something stands there; nothing was changed.
        OSError: It cannot be written; nothing is left of it.
    """
    harus_kosong(tujuan)
    tujuan = tujuan.resolve()
    with _folder_di_atas(tujuan.parent):
        _drop_stale(tujuan.parent)
        sementara = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=tujuan.parent))
        try:
            for path, isi in berkas.items():
                satu = sementara / path
                satu.parent.mkdir(parents=True, exist_ok=True)
                satu.write_bytes(isi)
            sementara.chmod(0o777 & ~_topeng())
            _taruh(sementara, tujuan)
        finally:
            shutil.rmtree(sementara, ignore_errors=True)


def _taruh(dari: Path, tujuan: Path) -> None:
    """Move a folder to its place, or what it holds into the empty one that stands there."""
    if not tujuan.is_dir():
        dari.rename(tujuan)
        return
    harus_kosong(tujuan)
    _remove(tujuan / nama for nama in _leftover(tujuan) - {_RECORD})
    digests = {p.relative_to(dari).as_posix(): _digest(p) for p in dari.rglob("*") if p.is_file()}
    semua = [dari / _RECORD, *sorted(dari.iterdir())]
    semua[0].write_text(json.dumps(digests), encoding="utf-8")
    dipindah: list[Path] = []
    try:
        for satu in semua:
            satu.rename(tujuan / satu.name)
            dipindah.append(tujuan / satu.name)
    except BaseException:
        _remove(reversed(dipindah))
        raise
    (tujuan / _RECORD).unlink()


def _leftover(folder: Path) -> set[str]:
    """Return what a killed run left in a folder and nobody has touched since."""
    try:
        digests = json.loads((folder / _RECORD).read_bytes())
    except (OSError, ValueError):
        return set()
    if not isinstance(digests, dict):
        return set()

    def ours(path: Path) -> bool:
        if path.is_symlink() or not path.is_file():
            return False
        return digests.get(path.relative_to(folder).as_posix()) == _digest(path)

    tops = [p for p in folder.iterdir() if p.name not in _BUKAN_ISI]
    files = {p: [f for f in p.rglob("*") if not f.is_dir()] if p.is_dir() else [p] for p in tops}
    return {_RECORD, *(p.name for p, inside in files.items() if all(map(ours, inside)))}


def _drop_stale(folder: Path) -> None:
    """Remove from a folder what kills left there long ago."""
    for satu in folder.glob(f"{_BESIDE}*"):
        with suppress(OSError):
            if time.time() - satu.lstat().st_mtime > _STALE:
                _remove([satu])


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove(paths: Iterable[Path]) -> None:
    for satu in paths:
        shutil.rmtree(satu) if satu.is_dir() and not satu.is_symlink() else satu.unlink()


@contextmanager
def _folder_di_atas(folder: Path) -> Iterator[None]:
    """Make a folder with those above it, and take away again what was made when the block fails."""
    baru = [p for p in (folder, *folder.parents) if not p.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for satu in baru:
            with suppress(OSError):
                satu.rmdir()
        raise


def _topeng() -> int:
    """Return which rights new files lack here."""
    lama = os.umask(0o022)
    os.umask(lama)
    return lama

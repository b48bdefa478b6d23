"""Writes files whole: whoever reads meanwhile, and whoever comes after a kill or a full disk, sees the old or the new."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["drop_leftovers", "whole_file", "why", "write_all", "write_new", "write_whole"]

_PREFIX = ".tulis-"
_STALE = 3600.0
"""Seconds after which nobody is still writing what lies beside a file."""
_WORDS = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EFBIG: "melampaui ukuran berkas yang diizinkan",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "disknya hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.ENOTDIR: "sebagian jalurnya bukan folder",
    errno.EISDIR: "itu folder",
    errno.EEXIST: "sudah ada",
    errno.EBUSY: "sedang dipakai",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EIO: "disk rusak atau terlepas",
}


def why(error: OSError | int) -> str:
    """Say in Indonesian, as a part of a sentence, why the system refused."""
    kode = error if isinstance(error, int) else error.errno or 0
    return _WORDS.get(kode) or (os.strerror(kode) if kode else "kesalahan sistem")


@contextmanager
def whole_file(path: Path, *, flush: bool = False) -> Iterator[BinaryIO]:
    """Open what will take the place of `path` when the block ends well; otherwise nothing changes.

    A link stays a link and its file is replaced; the permissions of the file before are kept. A device or a pipe
    is written as it is. `flush` waits for the disk, for what people wrote themselves. Raises OSError.
    """
    tujuan = path.resolve()
    mode = _mode(tujuan)
    if mode is not None and not stat.S_ISREG(mode):
        with tujuan.open("wb") as keluaran:
            yield keluaran
        return
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with _beside(tujuan, 0o644 if mode is None else stat.S_IMODE(mode)) as sementara:
        with sementara.open("wb") as keluaran:
            yield keluaran
            _settle(keluaran, flush=flush)
        sementara.replace(tujuan)


def write_whole(path: Path, isi: bytes, *, flush: bool = False) -> None:
    """Write a file at once (see `whole_file`). Raises OSError, and changes nothing then."""
    with whole_file(path, flush=flush) as keluaran:
        keluaran.write(isi)


def write_all(berkas: Mapping[Path, bytes]) -> None:
    """Write files that belong together, in their order, and wait for the disk.

    All are written beside their places before the first is moved there: a disk that is full changes nothing.

    Raises OSError; where a file could be written and not moved, those before it have their new contents.
    """
    with ExitStack() as sampai_selesai:
        semua = []
        for path, isi in berkas.items():
            tujuan = path.resolve()
            mode = stat.S_IMODE(tujuan.stat().st_mode)
            sementara = sampai_selesai.enter_context(_beside(tujuan, mode))
            with sementara.open("wb") as keluaran:
                keluaran.write(isi)
                _settle(keluaran, flush=True)
            semua.append((sementara, tujuan))
        for sementara, tujuan in semua:
            sementara.replace(tujuan)


def write_new(path: Path, isi: bytes) -> None:
    """Write a file that is not there yet, at once, and wait for the disk.

    Raises:
        FileExistsError: It is there; it is left as it is.
        OSError: It cannot be written; nothing is left of it.
    """
    ada = path.parent.is_dir()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_new(path, isi)
    except OSError:
        if not ada:
            with suppress(OSError):
                path.parent.rmdir()
        raise


def _write_new(path: Path, isi: bytes) -> None:
    drop_leftovers(path.parent)
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _beside(path, 0o644) as sementara:
        with sementara.open("wb") as keluaran:
            keluaran.write(isi)
            _settle(keluaran, flush=True)
        if sys.platform == "win32":  # a rename there refuses what exists
            sementara.rename(path)
            return
        try:
            path.hardlink_to(sementara)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links, as USB sticks are
            sementara.rename(path)


def drop_leftovers(folder: Path) -> None:
    """Remove from a folder what a kill left of files being written long ago."""
    for sisa in folder.glob(f"{_PREFIX}*"):
        try:
            if time.time() - sisa.lstat().st_mtime > _STALE:
                sisa.unlink()
        except OSError:
            continue


def _mode(path: Path) -> int | None:
    """Return what kind of file stands at a path and who may use it; None where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


@contextmanager
def _beside(path: Path, mode: int) -> Iterator[Path]:
    """Make an empty file beside `path`, which is gone in the end unless it was moved."""
    nomor, nama = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
    os.close(nomor)
    sementara = Path(nama)
    try:
        sementara.chmod(mode)
        yield sementara
    finally:
        sementara.unlink(missing_ok=True)


def _settle(keluaran: BinaryIO, *, flush: bool) -> None:
    keluaran.flush()
    if flush:
        os.fsync(keluaran.fileno())

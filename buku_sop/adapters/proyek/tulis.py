"""Writes a new project whole: beside its place first, and then there in one step. What fails leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_BUKAN_ISI = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a folder may hold and still be empty: a repository without files, and what systems put everywhere."""


class TidakKosong(Exception):
    """The folder holds something; it is left as it is."""


def harus_kosong(tujuan: Path) -> None:
    """Refuse a place where anything stands. Raises TidakKosong."""
    if not os.path.lexists(tujuan):
        return
    if not tujuan.is_dir():
        raise TidakKosong(f"{tujuan.as_posix()} sudah ada dan bukan folder.")
    if isi := sorted({p.name for p in tujuan.iterdir()} - _BUKAN_ISI):
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
        sementara = Path(tempfile.mkdtemp(prefix=".tulis-", dir=tujuan.parent))
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
    dipindah: list[Path] = []
    try:
        for satu in sorted(dari.iterdir()):
            satu.rename(tujuan / satu.name)
            dipindah.append(tujuan / satu.name)
    except BaseException:
        for satu in dipindah:
            shutil.rmtree(satu) if satu.is_dir() else satu.unlink()
        raise


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

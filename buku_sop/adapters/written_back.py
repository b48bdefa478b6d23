"""Edited texts written into the folder of the data: all or none, nowhere else, and never over what changed meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from buku_sop.adapters.whole_files import why, write_new, write_whole
from buku_sop.loading.isi_data import MAX_BYTES
from buku_sop.sunting.mesin import sidik

__all__ = ["BerubahDiLuar", "TakDapatDitulis", "tulis_kembali"]


class TakDapatDitulis(Exception):
    """Why nothing was written, in Indonesian, as a sentence."""


class BerubahDiLuar(Exception):
    """A file is no longer what the edit began from; nothing was written."""

    def __init__(self, berkas: str, teks: str | None) -> None:
        super().__init__(
            f"Berkas {berkas} sudah berubah di luar penyunting; belum ada yang ditulis."
        )
        self.berkas, self.teks = berkas, teks


def tulis_kembali(data: Path, semua: Mapping[str, tuple[str, str | None]]) -> None:
    """Write texts by file, each with the digest of what it began from; None for a file that is new.

    Raises BerubahDiLuar and TakDapatDitulis; then every file is as it was.
    """
    lama = {berkas: _sekarang(data, berkas) for berkas in semua}
    for berkas, (teks, dasar) in semua.items():
        kini = lama[berkas]
        if (None if kini is None else sidik(kini)) != dasar and kini != teks:
            raise BerubahDiLuar(berkas, kini)
        if len(teks.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            raise TakDapatDitulis(f"Berkas {berkas} terlalu besar.")
    ditulis: list[str] = []
    try:
        for berkas, (teks, _) in semua.items():
            ditulis.append(berkas)
            _tulis(data / berkas, teks, baru=lama[berkas] is None)
    except (OSError, UnicodeEncodeError) as error:
        _kembalikan(data, ditulis, lama)
        sebab = why(error) if isinstance(error, OSError) else "ada huruf yang tidak sah"
        raise TakDapatDitulis(
            f"Tidak dapat menulis ({sebab}); semua berkas tetap seperti semula."
        ) from error


def _sekarang(data: Path, berkas: str) -> str | None:
    """Return what stands in a file; None where there is none. Raises TakDapatDitulis for what is no ordinary file."""
    path = data / berkas
    for satu in (path, path.parent, data):
        if satu.is_symlink() and satu != data:
            raise TakDapatDitulis(f"{berkas} adalah tautan; yang ditunjuknya tidak disentuh.")
    if not path.resolve().is_relative_to(data.resolve()):
        raise TakDapatDitulis(f"{berkas} terletak di luar folder data.")
    if not path.exists():
        return None
    if not path.is_file():
        raise TakDapatDitulis(f"{berkas} bukan berkas biasa.")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise TakDapatDitulis(f"{berkas} bukan teks UTF-8.") from None
    except OSError as error:
        raise TakDapatDitulis(f"{berkas} tidak terbaca ({why(error)}).") from error


def _tulis(path: Path, teks: str, *, baru: bool) -> None:
    if baru:
        write_new(path, teks.encode("utf-8"))
    else:
        write_whole(path, teks.encode("utf-8"), flush=True)


def _kembalikan(data: Path, ditulis: list[str], lama: Mapping[str, str | None]) -> None:
    for berkas in ditulis:
        isi = lama[berkas]
        with contextlib.suppress(OSError):
            if isi is None:
                (data / berkas).unlink(missing_ok=True)
            else:
                write_whole(data / berkas, isi.encode("utf-8"), flush=True)

"""Words that the file holds and nobody sees: a row of fixed height cuts off what its cell has no room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from buku_sop.analysis.impor.hasil import Keraguan, Tempat
from buku_sop.analysis.impor.label import frasa
from buku_sop.analysis.impor.netral import Halaman

TERPENDEK = 3
"""Letters of words that are looked for: fewer stand in many fields."""
_BUKAN = ("langkah", "prosedur", "pelaksana", "istilah", "status", "perlu_konfirmasi")


def tersembunyi(isi: Mapping[str, Any], halaman: Iterable[Halaman]) -> Iterator[Keraguan]:
    """Doubt the fields that hold words which are cut off on their page."""
    bidang = [*_bidang(isi)]
    for satu in halaman:
        for f in frasa([k for k in satu.kata if k.terpotong and not k.tertutup]):
            di = next((b for t in _bentuk(f.teks) for b in bidang if t in b[3]), None)
            if di is None:
                continue
            alasan = f"“{f.teks}” terpotong tepi selnya, jadi tidak terlihat di dokumennya."
            tempat = Tempat(satu.nomor, f.kotak, not satu.mengalir)
            yield Keraguan(di[0], alasan, tempat, di[1], di[2])


def _bentuk(teks: str) -> Iterator[str]:
    """Yield words without blanks as they may stand in a field: all of them, or without the label before them."""
    for calon in (teks, teks.partition(" ")[2]):
        rapat = "".join(calon.split())
        if len(rapat) >= TERPENDEK:
            yield rapat


def _bidang(isi: Mapping[str, Any]) -> Iterator[tuple[str, int | None, int, str]]:
    """Yield the fields: name, step, table, and their words without blanks."""
    for nama, nilai in isi.items():
        if nama not in _BUKAN:
            yield nama, None, 0, _rapat(nilai)
    for n, tabel in enumerate(isi.get("prosedur") or [isi]):
        for b, langkah in enumerate(tabel.get("langkah") or ()):
            for nama, nilai in langkah.items():
                if nama not in _BUKAN:
                    yield nama, b, n, _rapat(nilai)


def _rapat(nilai: Any) -> str:
    if isinstance(nilai, Mapping):
        return "\n".join(map(_rapat, nilai.values()))
    if isinstance(nilai, list | tuple):
        return "\n".join(map(_rapat, nilai))
    return "".join(str(nilai).split())

"""Examples under the search field, in the book's own words: an SOP, a role, a document that many steps name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from buku_sop.analysis.dokumen.indeks import Dokumen, PeranDiInstansi
from buku_sop.model import Handbook

TERPANJANG = 30
"""Letters of an example: three of them fit on two lines of a phone."""
_TIDAK_BERLAKU = ("dicabut", "digantikan")


def contoh_cari(
    handbook: Handbook,
    peran: Iterable[PeranDiInstansi],
    dokumen: Mapping[str, Sequence[Dokumen]],
) -> tuple[str, ...]:
    """Choose what to try: the commonest name of an SOP, the busiest role, the document with most steps.

    What is too long for an example is passed over; a handbook without SOPs has none.
    """
    nama = Counter(_rendah(s.nama) for s in handbook.sop if s.status.value not in _TIDAK_BERLAKU)
    tugas: Counter[str] = Counter()
    for p in peran:
        tugas[f"tugas {_rendah(p.label)}"] += len(p.tempat)
    berkas: Counter[str] = Counter()
    for d in (d for semua in dokumen.values() for d in semua):
        berkas[_rendah(d.nama)] += len({*d.dibuat, *d.dipakai})
    contoh = (_terbanyak(semua) for semua in (nama, tugas, berkas))
    return tuple(dict.fromkeys(satu for satu in contoh if satu))


def _terbanyak(semua: Counter[str]) -> str:
    """Return the commonest that is short enough, the first by alphabet of equals."""
    muat = ((-banyak, teks) for teks, banyak in semua.items() if banyak and len(teks) <= TERPANJANG)
    return min(muat, default=(0, ""))[1]


def _rendah(teks: str) -> str:
    """Write words as one types them: in lower case but for abbreviations."""
    return " ".join(_kata(teks))


def _kata(teks: str) -> Iterator[str]:
    semua = teks.split()
    teriak = teks.isupper() and len(semua) > 1
    for kata in semua:
        yield kata if kata[1:] != kata[1:].lower() and not teriak else kata.lower()

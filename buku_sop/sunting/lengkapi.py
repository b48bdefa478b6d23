"""What the handbook knows already, for whoever types: roles, documents, regulations, other SOPs, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.analysis.dokumen.indeks import daftar_dokumen, daftar_peran
from buku_sop.model import Handbook
from buku_sop.views.dasar.istilah import tulis_status

Usul = tuple[str, str, bool]
"""A text, what is said beside it, and whether it is of the office that asks."""
TERBANYAK = 12


def lengkapi(handbook: Handbook, jenis: str, awal: str, instansi: str) -> list[dict[str, str]]:
    """Return what begins as `awal` does, or has a word that does: the office's own first, each text once.

    Raises KeyError for a kind that is not known.
    """
    cari = " ".join(awal.casefold().split())
    cocok: dict[str, tuple[tuple[int, int, str], str]] = {}
    for teks, rinci, milik in _JENIS[jenis](handbook, instansi):
        if (nilai := _nilai(teks, cari)) is None:
            continue
        urutan = (nilai, int(not milik), teks.casefold())
        lama = cocok.get(teks)
        if lama is None or urutan < lama[0]:
            cocok[teks] = urutan, rinci
    urut = sorted(cocok.items(), key=lambda x: x[1][0])
    return [{"teks": teks, "keterangan": rinci} for teks, (_, rinci) in urut[:TERBANYAK]]


def _nilai(teks: str, cari: str) -> int | None:
    rata = " ".join(teks.casefold().split())
    if rata.startswith(cari):
        return 0
    if f" {cari}" in rata:
        return 1
    return 2 if cari in rata else None


def _pelaksana(buku: Handbook, instansi: str) -> Iterator[Usul]:
    for p in daftar_peran(buku):
        yield p.label, f"{len(p.sop)} SOP", p.instansi == instansi


def _dokumen(buku: Handbook, instansi: str) -> Iterator[Usul]:
    for d in daftar_dokumen(buku):
        banyak = len({t.sop for t in (*d.dibuat, *d.dipakai)})
        yield d.nama, f"{banyak} SOP", d.instansi == instansi


def _peraturan(buku: Handbook, instansi: str) -> Iterator[Usul]:
    for d in susun_dasar_hukum(buku).semua:
        milik = any(id.startswith(f"{instansi}/") for id in d.sop)
        for tulisan, ids in d.tulisan:
            yield tulisan, f"{len(ids)} SOP", milik


def _sop(buku: Handbook, instansi: str) -> Iterator[Usul]:
    for s in buku.sop:
        nama = buku.cari_instansi(s.instansi).sebutan
        yield s.nama, f"{nama} · {tulis_status(s)}", s.instansi == instansi


def _singkatan(buku: Handbook, instansi: str) -> Iterator[Usul]:
    yield from ((s.singkatan, "; ".join(s.arti), True) for s in buku.singkatan)
    for i in buku.instansi:
        yield from ((s.singkatan, "; ".join(s.arti), i.id == instansi) for s in i.singkatan)


_JENIS: Mapping[str, Callable[[Handbook, str], Iterable[Usul]]] = {
    "pelaksana": _pelaksana,
    "dokumen": _dokumen,
    "peraturan": _peraturan,
    "sop": _sop,
    "singkatan": _singkatan,
}

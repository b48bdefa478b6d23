"""SOP-B030 to B032: what an office says that it needs, beside the SOPs that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Kebutuhan, Sop, Status

_DISEBUT = 12
"""SOPs that a finding names before it only counts."""


def periksa_kebutuhan(kebutuhan: Kebutuhan, sop: Sequence[Sop]) -> Iterator[Temuan]:
    """Check that every title stands once and has its SOP, and every SOP of the office its need.

    Paths are those of the file.
    """
    hidup = [s for s in sop if s.status not in (Status.DIGANTIKAN, Status.DICABUT)]
    ada = {kunci_nama(n) for s in hidup for n in (s.nama, *s.nama_lain)}
    pertama = dict[str, tuple[str, Jalur]]()
    for judul, jalur in kebutuhan.judul():
        kunci = kunci_nama(judul)
        if kunci in pertama:
            yield Temuan("SOP-B030", jalur, {"judul": judul, "sudah": pertama[kunci][0]})
            continue
        pertama[kunci] = judul, jalur
        if kunci not in ada:
            yield Temuan("SOP-B031", jalur, {"judul": judul})
    if lain := [s.nama for s in hidup if not _termasuk(s, pertama)]:
        nama = "; ".join(lain[:_DISEBUT]) + ("; …" if len(lain) > _DISEBUT else "")
        yield Temuan("SOP-B032", ("tugas",), {"jumlah": len(lain), "nama": nama})


def _termasuk(sop: Sop, kunci: dict[str, tuple[str, Jalur]]) -> bool:
    return any(kunci_nama(n) in kunci for n in (sop.nama, *sop.nama_lain))

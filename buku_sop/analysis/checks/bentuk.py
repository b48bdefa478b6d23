"""SOP-I030: the sections that the form of an office asks for."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.bentuk import BagianTerisi, susun_bagian
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import gabung
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Sop
from buku_sop.model.bidang import BIDANG_SOP


def periksa_bentuk(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Report once which sections of its form an SOP has nothing for. No record of changes is none yet."""
    if sop.bentuk is None:
        return
    kosong = [
        b
        for b in susun_bagian(sop, sop.bentuk)
        if b.wajib and b.kosong and not b.cara and "riwayat" not in b.asal
    ]
    if kosong:
        isi = {
            "bentuk": sop.bentuk.nama,
            "bagian": gabung([f"*{b.judul}*" for b in kosong]),
            "contoh": kosong[0].judul,
            "isian": _isian(kosong),
        }
        yield Temuan("SOP-I030", ("bagian",) if sop.bagian else (), isi)


def _isian(kosong: list[BagianTerisi]) -> str:
    """Name the fields that fill some of these sections too."""
    bidang = [f"`{n}:`" for b in kosong for n in b.asal if n in BIDANG_SOP]
    return f", atau isi {gabung(bidang)}" if bidang else ""

"""SOP-I014, I015 and I017: what an SOP rests on; SOP-B011 and B012: what is recorded about regulations."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import AKTIF, Konteks
from buku_sop.analysis.dasar_hukum.dasar_hukum import Kunci
from buku_sop.analysis.dasar_hukum.peraturan import baca_peraturan
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Handbook, Sop, StatusPeraturan


def periksa_dasar_hukum(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """Check that the regulations still hold, and that each is named once."""
    if sop.status not in AKTIF:
        return
    disebut = set[str]()
    for i, teks in enumerate(sop.dasar_hukum):
        dasar = konteks.hukum.cari(sop, teks)
        if dasar is None:
            continue
        jalur = ("dasar_hukum", i)
        if dasar.slug in disebut:
            yield Temuan("SOP-I015", jalur, {"peraturan": dasar.nama})
        elif dasar.keadaan and dasar.keadaan.status is StatusPeraturan.DICABUT:
            oleh = " dan ".join(dasar.keadaan.oleh)
            isi = {"peraturan": dasar.nama, "oleh": f" oleh {oleh}" if oleh else ""}
            yield Temuan("SOP-I014", jalur, isi)
        elif lain := konteks.hukum.seteru.get(dasar.slug):
            isi = {"peraturan": dasar.nama, "lain": lain.nama, "jumlah": str(len(lain.sop))}
            yield Temuan("SOP-I017", jalur, isi)
        disebut.add(dasar.slug)


def periksa_catatan(handbook: Handbook) -> Iterator[Temuan]:
    """Check that each record names a regulation, and that none has two; paths are those of the file."""
    tercatat = dict[Kunci, str]()
    for i, satu in enumerate(handbook.peraturan):
        jalur = ("peraturan", i, "nama")
        dibaca = baca_peraturan(satu.peraturan)
        if dibaca is None:
            yield Temuan("SOP-B011", jalur, {"nama": satu.peraturan})
        elif sudah := tercatat.get(dibaca[0].kunci):
            yield Temuan("SOP-B012", jalur, {"nama": satu.peraturan, "sudah": sudah})
        else:
            tercatat[dibaca[0].kunci] = satu.peraturan

"""Labels: what a field is called for readers, unless the office or the SOP calls it otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from buku_sop.model import Instansi, Sop, Status
from buku_sop.model.bidang import LABEL
from buku_sop.model.tanggal import TanggalTertulis, tulis_tanggal
from buku_sop.model.tulisan import tulis

STATUS: Mapping[Status, str] = {
    Status.DRAF: "Draf",
    Status.BERLAKU: "Berlaku",
    Status.DIGANTIKAN: "Digantikan",
    Status.DICABUT: "Dicabut",
}

_DI_SITUS: Mapping[Status, str] = {
    Status.DRAF: "status.draf",
    Status.BERLAKU: "status.berlaku",
    Status.DIGANTIKAN: "status.digantikan",
    Status.DICABUT: "status.dicabut",
}


def tulis_status(sop: Sop) -> str:
    """Say where an SOP stands in its life on the day on which the handbook is read."""
    if sop.akan_berlaku:
        return f"Mulai berlaku {tanggal_sop('tanggal_efektif', sop)}"
    if sop.berlaku_sampai:
        return f"Berlaku sampai {tulis_sampai(sop)}"
    return STATUS[sop.status]


def sebut_status(sop: Sop) -> str:
    """Say the same on a page of the site, in the words of its office."""
    if sop.akan_berlaku:
        return tulis("status.mulai", tanggal=tanggal_sop("tanggal_efektif", sop))
    if sop.berlaku_sampai:
        return tulis("status.sampai", hari=tulis_sampai(sop))
    return tulis(_DI_SITUS[sop.status])


def status_dalam_kalimat(sop: Sop) -> str:
    """Say that in the middle of a sentence: months keep their capital letter."""
    teks = sebut_status(sop)
    return teks[:1].lower() + teks[1:]


def tulis_sampai(sop: Sop) -> str:
    """Write the last day in force, or the month of the end where no day is known; empty where no end is known."""
    sampai = sop.berlaku_sampai
    return sampai.teks if isinstance(sampai, TanggalTertulis) else tulis_tanggal(sampai)


def kunci_status(sop: Sop) -> str:
    """Name that for style sheets and the search."""
    if sop.akan_berlaku:
        return "akan"
    return Status.BERLAKU.value if sop.berlaku_sampai else sop.status.value


def istilah(bidang: str, sop: Sop | None = None, instansi: Instansi | None = None) -> str:
    """Return the label of a field: the SOP's own, the office's, that of its form, or the usual one."""
    bentuk = sop.bentuk if sop else instansi.bentuk if instansi else None
    for sendiri in (
        sop.istilah if sop else {},
        instansi.istilah if instansi else {},
        bentuk.istilah if bentuk else {},
    ):
        if bidang in sendiri:
            return sendiri[bidang]
    return LABEL.get(bidang) or bidang.replace("_", " ").capitalize()


def tanggal_sop(bidang: str, sop: Sop) -> str:
    """Write a date of an SOP's identity, or what its document has in its place ("-", "Januari 2018")."""
    if tertulis := sop.tanggal_tertulis.get(bidang):
        return tertulis.teks
    return tulis_tanggal(getattr(sop, bidang))


def tulis_revisi(sop: Sop) -> str:
    """Write which revision of an SOP is in force; a planned one is none."""
    tanggal = "" if "tanggal_revisi" in sop.mendatang else tanggal_sop("tanggal_revisi", sop)
    return ", ".join(x for x in (sop.nomor_revisi, tanggal) if x)

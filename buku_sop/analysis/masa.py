"""What of an SOP lies ahead of the day on which the handbook is read, worked out once for all that shows it.

An SOP that is signed but not yet in force ("mulai berlaku 1 Mei 2027") guides nobody before its day. The SOP that names
it as its successor stays in force until the day before, and so does one that is withdrawn from a day to come. Of a
beginning that is only a month or a year, nobody knows the day before: its words are the end that is known.
PermenPANRB 35/2012 lets *tanggal revisi* be the planned day of a review; such a day is a plan, not a revision that
was made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from buku_sop.analysis.keterkaitan.keterkaitan import cari_pengganti
from buku_sop.model import Handbook, Sop, Status
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, nama_bidang
from buku_sop.model.tanggal import TanggalTertulis

_TANGGAL = nama_bidang(BIDANG_SOP, JenisNilai.TANGGAL)


def tandai_masa(handbook: Handbook, hari_ini: date) -> Handbook:
    """Return the handbook with `mendatang` and `berlaku_sampai` of each SOP as they are on a day."""
    ditandai = replace(handbook, sop=tuple(_sendiri(s, hari_ini) for s in handbook.sop))
    if not any(s.akan_berlaku for s in ditandai.sop):
        return ditandai
    per_id = {s.id: s for s in ditandai.sop}
    for id, tautan in cari_pengganti(ditandai).items():
        lama, baru = per_id[id], per_id.get(tautan.sop)
        if baru and baru.akan_berlaku and _dipakai(lama) and not lama.berlaku_sampai:
            per_id[id] = replace(lama, berlaku_sampai=_sebelum(baru, "tanggal_efektif"))
    return replace(ditandai, sop=tuple(per_id.values()))


def _sendiri(sop: Sop, hari_ini: date) -> Sop:
    """Mark what an SOP says of its own days."""
    mendatang = tuple(b for b in _TANGGAL if (awal := sop.paling_awal(b)) and awal > hari_ini)
    akhir = None
    if "tanggal_dicabut" in mendatang and sop.status is not Status.DRAF:
        akhir = _sebelum(sop, "tanggal_dicabut")
    if (mendatang, akhir) == (sop.mendatang, sop.berlaku_sampai):
        return sop  # the same value, with what is remembered of it
    return replace(sop, mendatang=mendatang, berlaku_sampai=akhir)


def _sebelum(sop: Sop, bidang: str) -> date | TanggalTertulis | None:
    """Return the day before a date of an SOP, or the words of one that is only a month or a year."""
    tanggal: date | None = getattr(sop, bidang)
    return tanggal - timedelta(days=1) if tanggal else sop.tanggal_tertulis.get(bidang)


def _dipakai(sop: Sop) -> bool:
    """Whether an SOP is in force until its successor is."""
    return sop.status in (Status.BERLAKU, Status.DIGANTIKAN) and not sop.akan_berlaku

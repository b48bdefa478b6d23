"""What of an SOP lies ahead of the day on which the handbook is read, worked out once for all that shows it.

An SOP that is signed but not yet in force ("mulai berlaku 1 Mei 2027") guides nobody before its day. The SOP that names
it as its successor stays in force until the day before. PermenPANRB 35/2012 lets *tanggal revisi* be the planned day of a
review; such a day is a plan, not a revision that was made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan
from buku_sop.model import Handbook, Sop, Status
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, nama_bidang

_TANGGAL = nama_bidang(BIDANG_SOP, JenisNilai.TANGGAL)


def tandai_masa(handbook: Handbook, keterkaitan: Keterkaitan, hari_ini: date) -> Handbook:
    """Return the handbook with `mendatang` and `berlaku_sampai` of each SOP as they are on a day."""
    per_id = {s.id: replace(s, mendatang=_mendatang(s, hari_ini)) for s in handbook.sop}
    for id, tautan in keterkaitan.digantikan_oleh.items():
        lama, baru = per_id[id], per_id.get(tautan.sop or "")
        if baru and baru.akan_berlaku and baru.tanggal_efektif and _dipakai(lama):
            sampai = baru.tanggal_efektif - timedelta(days=1)
            per_id[id] = replace(lama, berlaku_sampai=sampai)
    return replace(handbook, sop=tuple(per_id[s.id] for s in handbook.sop))


def _mendatang(sop: Sop, hari_ini: date) -> tuple[str, ...]:
    """Name the dates of which no day has come yet."""
    return tuple(b for b in _TANGGAL if (awal := sop.paling_awal(b)) and awal > hari_ini)


def _dipakai(sop: Sop) -> bool:
    """Whether an SOP is in force until its successor is."""
    return sop.status in (Status.BERLAKU, Status.DIGANTIKAN) and not sop.akan_berlaku

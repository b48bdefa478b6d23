"""Where an arrow leads, in words: a step, a performer of it, or the end."""

from __future__ import annotations

from collections.abc import Iterable

from buku_sop.analysis.alur.alur import Alur, Panah
from buku_sop.model import Prosedur
from buku_sop.views.dasar.nomor import sebut_nomor


def nama_tujuan(prosedur: Prosedur, alur: Alur, panah: Panah, semua: Iterable[Panah]) -> str:
    """Name the performers of a step to whom a way leads.

    Where it leads to several, or not to who begins there, or another way leads to another turn there.
    """
    semua, ke = tuple(semua), alur.simpul[panah.ke]
    sejalan = {
        p.ke
        for p in semua
        if (p.cabang, p.label) == (panah.cabang, panah.label)
        and alur.simpul[p.ke].langkah == ke.langkah
    }
    awal = next(k for k, s in enumerate(alur.simpul) if s.langkah == ke.langkah)
    kedua = alur.simpul[awal].giliran != ke.giliran
    tuju = {s.giliran for p in semua if (s := alur.simpul[p.ke]).langkah == ke.langkah}
    if len(sejalan) < 2 and len(tuju) < 2 and not kedua:
        return ""
    nama = [prosedur.sebutan[alur.simpul[k].lane] for k in sorted(sejalan)]
    return f" ({', '.join(nama[:-1])} dan {nama[-1]})" if len(nama) > 1 else f" ({nama[0]})"


def sebut_tujuan(prosedur: Prosedur, alur: Alur) -> tuple[str, ...]:
    """Name for each arrow where it leads, for a drawing that tells so in place of a line."""
    keluar: dict[int, list[Panah]] = {}
    for p in alur.panah:
        keluar.setdefault(p.dari, []).append(p)
    return tuple(_tujuan(prosedur, alur, p, keluar[p.dari]) for p in alur.panah)


def _tujuan(prosedur: Prosedur, alur: Alur, panah: Panah, semua: Iterable[Panah]) -> str:
    """Name where an arrow leads: the end, a performer of the same step, or another step."""
    dari, ke = alur.simpul[panah.dari], alur.simpul[panah.ke]
    if ke.tambahan:
        return "selesai"
    if ke.langkah == dari.langkah and panah.ke != panah.dari:
        return prosedur.sebutan[ke.lane]
    return f"{sebut_nomor(prosedur, ke.langkah)}{nama_tujuan(prosedur, alur, panah, semua)}"

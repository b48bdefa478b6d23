"""SOP-A005 and A006: every turn is reached from the start, and some end is reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import jalur_langkah, nomor_langkah, sebut_prosedur
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Prosedur, Simbol, Sop

Giliran = tuple[int, int]
"""A turn as (step, number of the turn). Its symbols act jointly and are reached together."""
Sambungan = dict[Giliran, set[Giliran]]
"""The turns that may follow each turn at once."""


def periksa_jangkauan(sop: Sop, _konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check reachability in each procedure. Targets that lead nowhere are a galat of their own."""
    for p, prosedur in enumerate(sop.prosedur):
        alur = susun_alur(prosedur)
        if not alur.simpul or alur.salah_tujuan:
            continue
        maju = sambungan(alur)
        awal = _awal(prosedur, alur, maju)
        sampai = jangkau(awal, maju)
        yield from _tidak_terjangkau(sop, p, sampai, maju)
        if all(maju[giliran] for giliran in sampai):
            isi = {"prosedur": sebut_prosedur(sop, p)}
            yield Temuan("SOP-A006", ("prosedur", p, "langkah"), isi)


def sambungan(alur: Alur) -> Sambungan:
    """Return for each turn those that may follow it at once; none for an end."""
    maju: Sambungan = {(s.langkah, s.giliran): set() for s in alur.simpul}
    for panah in alur.panah:
        dari, ke = alur.simpul[panah.dari], alur.simpul[panah.ke]
        maju[dari.langkah, dari.giliran].add((ke.langkah, ke.giliran))
    return maju


def jangkau(awal: Iterable[Giliran], maju: Sambungan) -> set[Giliran]:
    """Return what is reached from `awal`, itself included."""
    sampai = set(awal)
    antre = list(sampai)
    while antre:
        baru = maju[antre.pop()] - sampai
        sampai |= baru
        antre += baru
    return sampai


def _awal(prosedur: Prosedur, alur: Alur, maju: Sambungan) -> set[Giliran]:
    """Find where the flow starts: the first turn, and every capsule asked for that only leads on."""
    dituju = set[Giliran]().union(*maju.values())
    awal = {(alur.simpul[0].langkah, alur.simpul[0].giliran)}
    for simpul in alur.simpul:
        giliran = simpul.langkah, simpul.giliran
        if simpul.tambahan or giliran in dituju or not maju[giliran]:
            continue
        id = prosedur.pelaksana[simpul.lane].id
        pelaku = prosedur.langkah[simpul.langkah].giliran[simpul.giliran]
        if pelaku.simbol_untuk(id) is Simbol.KAPSUL:
            awal.add(giliran)
    return awal


def _tidak_terjangkau(sop: Sop, p: int, sampai: set[Giliran], maju: Sambungan) -> Iterator[Temuan]:
    """A005, once for each place where the flow is cut and not for all that follows from it."""
    hilang = sorted(giliran for giliran in maju if giliran not in sampai)
    mundur = defaultdict[Giliran, set[Giliran]](set)
    for dari in hilang:
        for ke in maju[dari]:
            mundur[ke].add(dari)
    for giliran in hilang:
        i, k = giliran
        if any(dari < giliran for dari in mundur[giliran]):
            continue
        jalur = jalur_langkah(p, i, "pelaksana", k) if k else jalur_langkah(p, i)
        yield Temuan("SOP-A005", jalur, _sebut_terputus(sop, p, giliran, sampai))


def _sebut_terputus(sop: Sop, p: int, giliran: Giliran, sampai: set[Giliran]) -> dict[str, str]:
    """Say what is not reached, and what mends it: of a step that the flow enters at a later turn only its first turn is not."""
    i, k = giliran
    nomor = nomor_langkah(sop, p, i)
    masuk = min((n for j, n in sampai if j == i), default=None)
    if k:
        usul = "ke giliran itu (dari giliran sebelumnya dalam baris ini: `ke: berikut`), atau hapus giliran itu"
        return {"langkah": f"{nomor}, giliran ke-{k + 1}", "usul": usul}
    if masuk is not None:
        usul = "ke langkah ini tanpa menyebut pelaksananya, atau hapus giliran pertama itu"
        apa = f"{nomor}, giliran pertama (alurnya masuk pada giliran ke-{masuk + 1})"
        return {"langkah": apa, "usul": usul}
    return {"langkah": nomor, "usul": "ke langkah ini, atau hapus langkah ini"}

"""The labels of a page and the lines that leave decisions: all together, each beside its own line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from buku_sop.analysis.impor.geometri import jarak_ruas
from buku_sop.analysis.impor.label import RAGU_MILIK, Frasa, bercabang, frasa, mungkin_label
from buku_sop.analysis.impor.netral import Kata, Kotak, Lambang, Rupa
from buku_sop.analysis.impor.panah import Panah

DEKAT = 22.0
"""Words further than this from a line, in points, are no label of it."""
MIRIP = 1.5
"""Where two labels could change places for no more than this, it is a doubt."""
JELAS = 3.0
"""A label that stands so many times as near to the line of another is a doubt, though all together stand nearest so."""
_PER_TITIK = 0.02
"""What each point costs by which a label stands away from the symbol that its line leaves."""
_BUKAN_KEPUTUSAN = 10.0
"""What it costs that the symbol is no decision: labels are theirs first."""
_SUMBU = 0.4
"""How far from the middle of words a line on which they stand may run, of their size, both ends together."""
_KELILING = 50
"""How often labels change places at most."""

Biaya = Mapping[tuple[int, int], float]


def beri_label_terikat(
    panah: Sequence[Panah],
    lambang: Sequence[Lambang],
    kata: Sequence[Kata],
    mirip: float = MIRIP,
) -> tuple[tuple[Panah, ...], tuple[Kata, ...]]:
    """Label the arrows that leave decisions; return the words that are no label, too.

    A label through which one line alone runs is that line's. All others together stand as near to their lines as can
    be; where two of them could change places for no more than `mirip`, it is a doubt.
    """
    if not panah:
        return tuple(panah), tuple(kata)
    asal = {n for n, _ in bercabang(lambang, panah)}
    keluar = [i for i, p in enumerate(panah) if p.dari in asal and p.berarah]
    semua, hasil = frasa(kata), list(panah)
    pasti = _tertembus(semua, panah, keluar)
    biaya = {
        (f, i): c
        for f, satu in enumerate(semua)
        for i in keluar
        if f not in pasti and i not in pasti.values()
        if (c := _jauh(satu, panah[i], lambang[panah[i].dari])) is not None
    }
    milik = _bagi(biaya)
    for f, i in milik.items():
        sebab = RAGU_MILIK if _ragu(f, i, milik, biaya, mirip) else hasil[i].tebakan
        hasil[i] = replace(hasil[i], label=semua[f].teks, tebakan=sebab)
    for f, i in pasti.items():
        hasil[i] = replace(hasil[i], label=semua[f].teks)
    milik |= pasti
    return tuple(hasil), tuple(k for n, f in enumerate(semua) if n not in milik for k in f.kata)


def _tertembus(
    semua: Sequence[Frasa], panah: Sequence[Panah], keluar: Sequence[int]
) -> dict[int, int]:
    """Return the words that stand on a line, each with its line, where that is the only one there."""
    kena = {
        f: [i for i in keluar if _menembus(panah[i], satu.kotak)] for f, satu in enumerate(semua)
    }
    tunggal = {f: i[0] for f, i in kena.items() if len(i) == 1}
    return {f: i for f, i in tunggal.items() if list(tunggal.values()).count(i) == 1}


def _menembus(panah: Panah, kotak: Kotak) -> bool:
    """Whether a piece of an arrow runs through the middle of words, in at one side and out at the other."""
    cx, cy = kotak.tengah
    for (xa, ya), (xb, yb) in panah.ruas:
        datar = abs(ya - cy) + abs(yb - cy) < _SUMBU * kotak.tinggi
        tegak = abs(xa - cx) + abs(xb - cx) < _SUMBU * kotak.lebar
        if datar and min(xa, xb) < kotak.x0 and max(xa, xb) > kotak.x1:
            return True
        if tegak and min(ya, yb) < kotak.y0 and max(ya, yb) > kotak.y1:
            return True
    return False


def _jauh(f: Frasa, panah: Panah, lambang: Lambang) -> float | None:
    """How far words stand from a line; None where they are no label of it."""
    garis = min((jarak_ruas(t, r) for t in f.titik for r in panah.ruas), default=DEKAT + 1)
    if garis > DEKAT or not mungkin_label(f, lambang):
        return None
    jauh = garis + _PER_TITIK * lambang.kotak.jarak(f.kotak.tengah)
    return jauh + (0.0 if lambang.rupa is Rupa.BELAH_KETUPAT else _BUKAN_KEPUTUSAN)


def _bagi(biaya: Biaya) -> dict[int, int]:
    """Give each label a line of its own: the nearest pairs first, then changed about while that comes nearer."""
    milik: dict[int, int] = {}
    for (f, i), _ in sorted(biaya.items(), key=lambda b: (b[1], b[0])):
        if f not in milik and i not in milik.values():
            milik[f] = i
    for _ in range(_KELILING):
        if not (_tukar(milik, biaya) or _geser(milik, biaya)):
            break
    return milik


def _tukar(milik: dict[int, int], biaya: Biaya) -> bool:
    for f, g in combinations(milik, 2):
        kini = biaya[f, milik[f]] + biaya[g, milik[g]]
        lain = biaya.get((f, milik[g])), biaya.get((g, milik[f]))
        if None not in lain and sum(x for x in lain if x is not None) < kini - 1e-6:
            milik[f], milik[g] = milik[g], milik[f]
            return True
    return False


def _geser(milik: dict[int, int], biaya: Biaya) -> bool:
    """Let a label give way to one that has no line yet, where another line is free for it."""
    dipakai = set(milik.values())
    for f, i in biaya:
        if f in milik or i not in dipakai:
            continue
        g = next(g for g, k in milik.items() if k == i)
        bebas = [(c, k) for (h, k), c in biaya.items() if h == g and k not in dipakai]
        if bebas:
            milik[g], milik[f] = min(bebas)[1], i
            return True
    return False


def _ragu(f: int, i: int, milik: Mapping[int, int], biaya: Biaya, mirip: float) -> bool:
    """Whether a label could as well change places with another, stand at a line that has none, or stands nearer to another's."""
    terpakai = set(milik.values())
    lebih_dekat = min(c for (h, _), c in biaya.items() if h == f)
    tegas = MIRIP / mirip  # who wants it clearer doubts earlier
    if lebih_dekat * JELAS * tegas < biaya[f, i] and lebih_dekat + 2 * MIRIP * tegas < biaya[f, i]:
        return True
    for g, k in milik.items():
        lain = biaya.get((f, k)), biaya.get((g, i))
        if g == f or lain[0] is None or lain[1] is None:
            continue
        if lain[0] + lain[1] - biaya[f, i] - biaya[g, k] < mirip:
            return True
    return any(
        k not in terpakai and c - biaya[f, i] < mirip for (h, k), c in biaya.items() if h == f
    )

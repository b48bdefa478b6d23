"""Ways that a drawing tells in words below their symbol, "Tidak → 7", as our own does where a flow is too twisted for lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.label import Frasa, frasa
from buku_sop.analysis.impor.netral import Kata, Lambang, Rupa

SELAPIS = 8.0
"""Points by which the middles of symbols in one band of a row may differ."""
_JAUH = 125.0
"""Words further below their symbol than this, in points, may stand below another's."""
_RAGU = "Tulisannya dapat milik lambang lain di barisnya."
_TERTULIS = re.compile(r"(.*?)\s*→\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tersebut:
    """A way in words."""

    dari: int
    """The symbol that it leaves, by its position."""
    label: str
    ke: str
    """What it names: the number of a step, a performer, the end."""
    tebakan: str = ""


def sisihkan_tersebut(
    kata: Sequence[Kata], lambang: Sequence[Lambang], x: Sequence[float], y: Sequence[float]
) -> tuple[tuple[Tersebut, ...], list[Kata]]:
    """Return the ways that words tell, and all other words; `x` and `y` are the borders of lanes and rows."""
    hasil: list[Tersebut] = []
    terpakai = set[int]()
    for f in frasa(kata) if any("→" in k.teks for k in kata) else ():
        cocok = _TERTULIS.fullmatch(f.teks)
        if cocok and (milik := _pemilik(f, lambang, x, y)):
            hasil.append(Tersebut(milik[0], cocok[1].strip(), cocok[2].strip(), milik[1]))
            terpakai |= {id(k) for k in f.kata}
    return tuple(hasil), [k for k in kata if id(k) not in terpakai]


def _pemilik(
    f: Frasa, lambang: Sequence[Lambang], x: Sequence[float], y: Sequence[float]
) -> tuple[int, str] | None:
    """Find the symbol below which words stand: in its lane, or right of it; and why it may be another one."""
    tengah_x, tengah_y = f.kotak.tengah
    atas = max((b for b in y if b <= tengah_y), default=None)
    if atas is None:
        return None
    di_atas = [
        (s.kotak.tengah[1], n)
        for n, s in enumerate(lambang)
        if s.rupa is not Rupa.PENGHUBUNG and s.kotak.tengah[1] >= atas and s.kotak.y1 <= f.kotak.y0 + 3
    ]  # fmt: skip
    if not di_atas:
        return None
    terbawah = max(di_atas)[0]
    lapis = sorted((lambang[n].kotak.x0, n) for tengah, n in di_atas if terbawah - tengah < SELAPIS)
    kiri = max((b for b in x if b <= tengah_x), default=x[0])
    kanan = min((b for b in x if b > tengah_x), default=x[-1])
    selajur = [n for _, n in lapis if kiri <= lambang[n].kotak.tengah[0] <= kanan]
    sebelah = [n for x0, n in lapis if x0 < tengah_x]
    n = (selajur or sebelah[-1:] or [lapis[0][1]])[0]
    jauh = f.kotak.y1 - lambang[n].kotak.y1 > _JAUH or (not selajur and len(lapis) > 1)
    return n, _RAGU if jauh and len(lapis) > 1 else ""

"""What a drawing says of its ways without a head or a line: which way lines without a head lead, and where ways end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.netral import Rupa


def arahkan(r: Rangkaian) -> None:
    """Give lines without a head that lead from row to row the only way that the flow can take on them.

    That is down, from a symbol which the flow reaches and does not leave otherwise, to one that nothing else reaches.
    """
    while (
        jadi := next((x for n in range(len(r.ikatan)) if (x := _terpaksa(r, n))), None)
    ) is not None:
        n, ikatan = jadi
        r.ikatan[n] = ikatan


def _terpaksa(r: Rangkaian, n: int) -> tuple[int, Ikatan] | None:
    """Return a line with the way that it must lead; None where it may lead another."""
    i = r.ikatan[n]
    a, b = sorted((i.dari, i.ke), key=lambda k: r.simpul[k].baris or 0)
    baris = r.simpul[a].baris, r.simpul[b].baris
    if i.berarah or None in baris or baris[0] == baris[1] or {a, b} & r.buntu.keys():
        return None
    lain = [x for m, x in enumerate(r.ikatan) if m != n]
    masuk, keluar = {x.ke for x in lain if x.berarah}, {x.dari for x in lain if x.berarah}
    serentak = any(_serentak(r, x) and {x.dari, x.ke} & {a, b} for x in lain if not x.berarah)
    terpaksa = a in masuk - keluar and b not in masuk and not serentak
    return (n, replace(i, dari=a, ke=b, berarah=True)) if terpaksa else None


def _serentak(r: Rangkaian, i: Ikatan) -> bool:
    """Whether a line stays within its row."""
    return r.simpul[i.dari].baris == r.simpul[i.ke].baris


def ujung_samping(r: Rangkaian, b: int, isi: Sequence[int]) -> bool:
    """Whether a turn of a row ends beside its way, as it is drawn: from where it was reached the flow goes on without it."""
    panah = [i for i in r.ikatan if i.berarah]
    masuk = [i for i in panah if i.ke in isi]
    biasa = all(
        r.simpul[i.dari].lambang.rupa is not Rupa.BELAH_KETUPAT
        and r.simpul[i.dari].baris == b
        and not i.label
        for i in masuk
    )
    if not biasa or any(n in r.buntu for n in isi):
        return False
    capai, antre = set(isi), [i.dari for i in masuk]
    while antre:
        dari = antre.pop()
        lanjut = {i.ke for i in panah if i.dari == dari} - capai
        capai |= lanjut
        antre += lanjut
    return any((r.simpul[n].baris or 0) > b for n in capai)

"""Traces a flow that is a picture: from dark pixels to the outlines of symbols, the pieces of lines and the heads of arrows.

What it gives are strokes like those of a drawing, so that whatever reads these reads them: a symbol is white that dark pixels
go around, a line is a long run of few, a head is what a line has at both sides of its end.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from buku_sop.analysis.impor.jejak_garis import (
    balik,
    cari_garis,
    miring,
    sisa_garis,
    tanpa_sisi,
    tebal_garis,
)
from buku_sop.analysis.impor.jejak_kepala import cari_kepala, cari_putus, tanpa_kepala
from buku_sop.analysis.impor.jejak_lambang import lubang, tanpa_lambang
from buku_sop.analysis.impor.netral import Coretan, Kotak, Titik, melingkupi
from buku_sop.analysis.impor.piksel import GELAP, Peta, berdiri

TERGELAP = 0.35
"""A drawing of lines has at most this share of dark pixels: a photograph or a filled picture has more."""
TERBANYAK = 600
"""Lines of one picture: what has more is no flow."""


def berlubang(peta: Peta) -> bool:
    """Whether dark pixels go around white ones as they do around a symbol."""
    return bool(lubang(peta, tebal_garis(peta)))


def jejak(peta: Peta) -> tuple[Coretan, ...]:
    """Trace a picture; none where it is no drawing of symbols and lines."""
    gelap = sum(b.count(GELAP) for b in peta.baris)
    if not gelap or gelap > TERGELAP * peta.lebar * len(peta.baris):
        return ()
    tebal = tebal_garis(peta)
    lambang = lubang(peta, tebal)
    if not lambang:
        return ()
    bersih = tanpa_lambang(peta, lambang, math.ceil(tebal + 1.5))
    datar = cari_garis(bersih.baris, peta.skala, tebal)
    tegak = cari_garis(berdiri(bersih.baris), peta.skala, tebal)
    if len(datar) + len(tegak) > TERBANYAK:
        return ()
    datar, tegak = tanpa_sisi(datar, tegak, bersih.skala), tanpa_sisi(tegak, datar, bersih.skala)
    sisa = sisa_garis(bersih, datar, tegak)
    ruas = [g.ruas for g in datar] + [balik(g.ruas) for g in tegak]
    ruas += miring(sisa, tebal)
    kepala = [k for r in ruas for k in cari_kepala(r, sisa)]
    putus, lepas = cari_putus(tanpa_kepala(sisa, kepala), tebal)
    ruas += putus
    if not ruas:
        return ()
    return (
        *(_coretan(peta, s.kulit, tertutup=True, lengkung=s.lengkung) for s in lambang),
        *(_coretan(peta, r) for r in ruas),
        *(_coretan(peta, k, tertutup=True, terisi=True) for k in (*kepala, *lepas)),
    )


def _coretan(
    peta: Peta,
    titik: Sequence[Titik],
    *,
    tertutup: bool = False,
    terisi: bool = False,
    lengkung: int = 0,
) -> Coretan:
    pada = [peta.di(x, y) for x, y in titik]
    pada += pada[:1] if tertutup else []
    kotak = melingkupi(Kotak(*t, *t) for t in pada)
    return Coretan(tuple(pada), kotak, tertutup, terisi, not terisi, lengkung)

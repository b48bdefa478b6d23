"""Reads drawings whose lines were made into areas: a symbol with its arrows is one outline around all their lines.

Some programs write lines so (pictures of other formats, made into paths). What a path goes around are the two sides of each
line, so nothing in it has the outline of a symbol: it is filled, and traced as a picture is.
"""

from __future__ import annotations

from collections.abc import Iterable

from buku_sop.analysis.impor.bagian_panah import kepala_panah
from buku_sop.analysis.impor.geometri import luas, selubung
from buku_sop.analysis.impor.jejak import berlubang, jejak
from buku_sop.analysis.impor.netral import Coretan, melingkupi
from buku_sop.analysis.impor.piksel import isi_poligon

SKALA = 4.0
"""Pixels of a point."""
TERBESAR = 0.6
"""Share of the width and the height of its page that a drawing takes at most: the lines of a table take more."""
BANYAK = 8
"""Points of such an outline at least: a line that turns once has eight."""
MAX_SATUAN = 400
"""Outlines of one page that are looked at."""
MAX_LUAS = 2_000_000.0
"""Square points of the rectangles around them, together."""


def lacak_kulit(coretan: Iterable[Coretan], lebar: float, tinggi: float) -> list[Coretan]:
    """Put the strokes of a drawing in the place of the outlines around its lines; all as it was where there is none."""
    semua = list(coretan)
    kulit = [c for c in semua if _kulit(c, lebar, tinggi)][:MAX_SATUAN]
    if sum(c.kotak.lebar * c.kotak.tinggi for c in kulit) > MAX_LUAS:
        return semua
    if not any(berlubang(isi_poligon([c.titik], SKALA, c.kotak)) for c in kulit):
        return semua
    peta = isi_poligon([c.titik for c in kulit], SKALA, melingkupi(c.kotak for c in kulit))
    hasil = jejak(peta)
    return [*(c for c in semua if c not in kulit), *hasil] if hasil else semua


def _kulit(satu: Coretan, lebar: float, tinggi: float) -> bool:
    """Whether a filled area may be the outline around lines: there is much more in its hull than it fills."""
    k = satu.kotak
    return (
        satu.terisi
        and satu.tertutup
        and len(satu.titik) > BANYAK
        and 4 <= k.lebar <= TERBESAR * lebar
        and 4 <= k.tinggi <= TERBESAR * tinggi
        and luas(satu.titik) < 0.8 * luas(selubung(satu.titik))
        and kepala_panah(satu) is None
    )

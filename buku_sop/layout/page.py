"""The drawing of a procedure on its page, made once however many ask, and whether it is likely to take long."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout.budget import PAGE, Budget
from buku_sop.layout.grid import TataLetak, Ukuran
from buku_sop.layout.layout import draw_lines
from buku_sop.layout.text import only_lane
from buku_sop.model import Prosedur

SMALL = 900
"""Flows of a lower weight are drawn with lines whatever it takes: none of thousands of made-up ones needed a third of the
budget, and nobody draws them to find out."""
AMPLE = 10 * PAGE
"""Units for one of these."""
_KEPT = 32
"""Drawings of the newest flows."""
FULL = 24
"""What a symbol weighs for each two of its exits, which are laid in every order."""


LETTERS = 2.6
"""Size of the letters of labels on the site, in mm."""


def ukuran_tabel(jumlah_lane: int, label: Iterable[str] = ()) -> Ukuran:
    """Return the measures of a drawing on the site: the more lanes, the narrower; the only one is as wide as its labels ask."""
    cukup = ((3, 20.0), (5, 17.0), (8, 16.0))
    lane = next((lebar for terbanyak, lebar in cukup if jumlah_lane <= terbanyak), 14.6)
    if jumlah_lane == 1:
        lane = round(max(lane, only_lane(label, LETTERS)), 1)
    return Ukuran(lane=lane, simbol=12.0, kotak=6.0, belah_ketupat=8.4, ruang=4.6, huruf=LETTERS)


def measures(alur: Alur) -> Ukuran:
    """Return the measures of the drawing of a flow on the site."""
    return ukuran_tabel(alur.jumlah_lane, (panah.label for panah in alur.panah))


def weight(alur: Alur) -> int:
    """Estimate how large the places are through which the arrows of a flow may run, in nodes of the board."""
    total = 0
    exits = [0] * len(alur.simpul)
    for panah in alur.panah:
        a, b = alur.simpul[panah.dari], alur.simpul[panah.ke]
        rows = abs(a.langkah - b.langkah) + 2
        lanes = min(alur.jumlah_lane, abs(a.lane - b.lane) + 3)
        total += 3 * rows * lanes
        exits[panah.dari] += 1
    return total + FULL * sum(n * n for n in exits if n > 2)


def drawn_with_lines(prosedur: Prosedur, share: int = 1) -> TataLetak | None:
    """Return the drawing of a procedure for its page; None where it takes too much work.

    `share` is the number of procedures of its SOP: they share the budget.
    """
    return prosedur.ingat(("tata", share), lambda: _drawn(susun_alur(prosedur), share))


@lru_cache(_KEPT)
def _drawn(alur: Alur, share: int) -> TataLetak | None:
    """Draw a flow; one that is the same although its SOP has been written to is not drawn again."""
    budget = Budget(AMPLE if _small(alur, share) else PAGE // share)
    return draw_lines(alur, measures(alur), budget)


def _small(alur: Alur, share: int) -> bool:
    return weight(alur) * share < SMALL


def too_large(prosedur: Prosedur, share: int = 1) -> bool:
    """Whether a procedure is drawn in words on its page; small ones never are."""
    return not _small(susun_alur(prosedur), share) and drawn_with_lines(prosedur, share) is None

"""The words of symbols: inside where they fit, or else beside the symbol, placed like the labels of branches."""

from __future__ import annotations

from functools import lru_cache

from buku_sop.analysis.alur.alur import Simpul
from buku_sop.layout.grid import LetakLabel, LetakSimpul, Sandar, Titik, Ukuran
from buku_sop.layout.text import Block, blocks
from buku_sop.model import Simbol

INSET = 0.5
"""Distance of words from the outline of their symbol, in mm."""
INSIDE_LINES = 4
BOX_GROWTH = 1.8
DIAMOND_GROWTH = 1.25
"""How much higher than usual a symbol may be for the sake of its words."""
CAPTION_CLEAR = 0.5
"""How much further than labels words stay away from everything beside their symbol, in mm."""
CAPTION_LINES = 6
CAPTION_BREAKS = 12


def caption_blocks(text: str, size: float) -> tuple[Block, ...]:
    """Return the ways to set words beside a symbol: in more lines than a label, since none may be cut."""
    found = blocks(text, size, CAPTION_LINES, CAPTION_BREAKS)
    least = min(block.lebar for block in found)
    return tuple(block for block in found if block.lebar < 26.0) or tuple(
        block for block in found if block.lebar == least
    )


@lru_cache(maxsize=4096)
def symbol(simpul: Simpul, ukuran: Ukuran) -> tuple[float, float, Block | None]:
    """Return the width and height of a symbol, and its words where they fit inside.

    A symbol grows in height for its words, as far as it still looks like what it is; words that need more
    stand beside it.
    """
    diamond = simpul.simbol is Simbol.BELAH_KETUPAT
    width, height = ukuran.simbol, ukuran.belah_ketupat if diamond else ukuran.kotak
    for block in blocks(simpul.teks, ukuran.huruf, INSIDE_LINES) if simpul.teks else ():
        need = _height_for(block, simpul.simbol, width)
        if need <= height * (DIAMOND_GROWTH if diamond else BOX_GROWTH):
            return width, max(height, round(need, 3)), block
    return width, height, None


def _height_for(block: Block, simbol: Simbol, width: float) -> float:
    """Return how high a symbol must be to hold a block; infinite where no height does."""
    across, down = block.lebar + INSET, block.tinggi + INSET
    if simbol is Simbol.BELAH_KETUPAT:
        return down / (1 - across / width) if across < width else float("inf")
    if across + INSET > width:
        return float("inf")
    if simbol is Simbol.KOTAK:
        return down + INSET
    corner = (width - across) / 2
    """From the side of a capsule to the words; its ends are half circles."""
    half = down / 2
    radius = (half * half + corner * corner) / (2 * corner)
    return 2 * max(radius, half) if radius > corner else down + INSET


def around(letak: LetakSimpul, lane: float) -> tuple[Titik, ...]:
    """Return the line beside which the words of a symbol may stand, from its right side on.

    Below it comes last, where the labels of its arrows stand. Above and below it runs from its middle to the borders of the lane and back: words find room left or
    right of an arrow there.
    """
    x, row, y = letak.tengah.x, letak.tengah.baris, letak.tengah.dy
    w, h = letak.lebar / 2 / lane, letak.tinggi / 2
    right, left = x + 0.5, x - 0.5
    across = (x + w, x, right, x, left, x)
    above = [(at, y - h) for at in (*across, x - w)]
    below = [(at, y + h) for at in across[1:]]
    ends = [(x + w, y + h), *above, (x - w, y + h), *below]
    return tuple(Titik(at, row, down) for at, down in ends)


def inside(simpul: Simpul, letak: LetakSimpul, block: Block, size: float) -> LetakLabel:
    """Place words in the middle of their symbol."""
    return LetakLabel(
        simpul.teks,
        letak.tengah,
        Sandar.TENGAH,
        round(block.lebar, 3),
        round(block.tinggi, 3),
        block.larik,
        size,
    )

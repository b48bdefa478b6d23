"""The words of symbols: inside where they fit, or else beside the symbol, placed like the labels of branches."""

from __future__ import annotations

from collections.abc import Sequence

from buku_sop.analysis.alur.alur import Simpul
from buku_sop.layout.grid import LetakLabel, LetakSimpul, Sandar, Titik, Ukuran
from buku_sop.layout.text import Block, blocks
from buku_sop.model import Simbol

INSET = 0.5
"""Distance of words from the outline of their symbol, in mm."""
CAPTION_LINES = 6
CAPTION_BREAKS = 12


def caption_blocks(text: str, size: float) -> tuple[Block, ...]:
    """Return the ways to set words beside a symbol: in more lines than a label, since none may be cut."""
    found = blocks(text, size, CAPTION_LINES, CAPTION_BREAKS)
    least = min(block.lebar for block in found)
    return tuple(block for block in found if block.lebar < 26.0) or tuple(
        block for block in found if block.lebar == least
    )


def fitting(simpul: Simpul, width: float, height: float, size: float) -> Block | None:
    """Return the lines in which words fit into a symbol; None where they do not."""
    for block in blocks(simpul.teks, size):
        across, down = block.lebar + INSET, block.tinggi + INSET
        if simpul.simbol is Simbol.BELAH_KETUPAT:
            if across / width + down / height <= 1:
                return block
        elif across + INSET <= width and down + INSET <= height:
            return block
    return None


def around(letak: LetakSimpul, lane: float) -> tuple[Titik, ...]:
    """Return the line around a symbol, beside which its words may stand, from its right side on."""
    x, row, y = letak.tengah.x, letak.tengah.baris, letak.tengah.dy
    w, h = letak.lebar / 2 / lane, letak.tinggi / 2
    return (
        Titik(x + w, row, y - h),
        Titik(x + w, row, y + h),
        Titik(x - w, row, y + h),
        Titik(x - w, row, y - h),
        Titik(x + w, row, y - h),
    )


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


def captions(simpul: Sequence[Simpul], ukuran: Ukuran) -> dict[int, Block | None]:
    """For each symbol with words the lines that fit into it, or None where they must stand beside it."""
    found: dict[int, Block | None] = {}
    for i, satu in enumerate(simpul):
        if satu.teks:
            diamond = satu.simbol is Simbol.BELAH_KETUPAT
            height = ukuran.belah_ketupat if diamond else ukuran.kotak
            found[i] = fitting(satu, ukuran.simbol, height, ukuran.huruf)
    return found

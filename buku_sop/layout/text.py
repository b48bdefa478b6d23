"""How wide a label is: Arial's widths, near enough to reserve room before any renderer sets the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

_WIDTHS = (
    ("'ijl|", 0.23),
    (" !,./:;I[\\]ft", 0.28),
    ("()-`r{}", 0.34),
    ('"*Jcksvxyz', 0.5),
    ("&ABEKPSVXY", 0.68),
    ("CDHNRUw", 0.73),
    ("GOQ", 0.78),
    ("mM%", 0.86),
    ("W@—", 1.0),
)
_WIDTH = {character: width for characters, width in _WIDTHS for character in characters}
_OTHER = 0.57
_WIDE = 0x1100
"""From here on characters may be as wide as they are high."""

LINE = 1.12
"""Distance of two lines of text, in letter sizes."""
MOST = 30.0
"""Widest label in mm; a longer one is shortened by the renderer."""
ONLY_LANE = 16.5
"""Widest lane for the sake of labels, in sizes of their letters: 38 mm on paper."""
BESIDE = 4.8
"""mm of half a lane that a label leaves to the lines beside it."""
MOST_LINES = 3
MOST_BREAKS = 8
"""Words behind this many are not broken into lines."""


@dataclass(frozen=True, slots=True)
class Block:
    """A label set in one or more lines."""

    larik: tuple[str, ...]
    lebar: float
    """mm"""
    tinggi: float
    """mm"""


def width(text: str, size: float) -> float:
    """Return the width in mm of a line of text in letters of a size in mm."""
    return size * _unit_width(text)


@lru_cache(maxsize=1 << 16)
def _unit_width(text: str) -> float:
    """Return the width of a text in letters of the size 1: the same words come in many sizes."""
    return sum(_WIDTH.get(c, 1.0 if ord(c) >= _WIDE else _OTHER) for c in text)


def only_lane(labels: Iterable[str], size: float = 2.3) -> float:
    """Return how wide the only lane must be for the labels of its branches to stand between two lines, in mm; 0 without any.

    Where there are more lanes than one they stand in the next one, too.
    """
    words = [1.03 * width(word, size) for label in labels for word in label.split()]
    return min(ONLY_LANE * size, 2 * (max(words) + BESIDE)) if words else 0.0


@lru_cache(maxsize=1024)
def blocks(
    text: str, size: float, most_lines: int = MOST_LINES, most_breaks: int = MOST_BREAKS
) -> tuple[Block, ...]:
    """Return the ways to set a label: in one line, in two, in three; in too wide a line only where none is not."""
    words = text.split() or [""]
    found = []
    for count in range(1, min(most_lines, most_breaks, len(words)) + 1):
        lines = min(
            _broken(words, count, most_breaks), key=lambda ls: max(width(line, size) for line in ls)
        )
        widest = max(width(line, size) for line in lines)
        block = Block(lines, min(MOST, widest * 1.03 + 0.3), size * (1 + LINE * (count - 1)))
        found.append(block)
    return tuple(block for block in found if block.lebar < MOST) or tuple(found)


def _broken(words: list[str], count: int, most_breaks: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways to break words into a number of lines."""
    for breaks in combinations(range(1, min(len(words), most_breaks)), count - 1):
        cuts = [0, *breaks, len(words)]
        yield tuple(" ".join(words[a:b]) for a, b in pairwise(cuts))

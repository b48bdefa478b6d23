"""Rectangles of a row, and whether they meet."""

from __future__ import annotations

from dataclasses import dataclass, field

CLEAR = 0.35
"""Distance of a label from lines, symbols, labels and borders, in mm."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a row: mm from the left edge of the lanes, mm below the row's centre."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """Return the box with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box, clear: float = CLEAR) -> bool:
        """Whether two boxes overlap or come nearer than `clear`."""
        return (
            self.left < other.right + clear
            and other.left < self.right + clear
            and self.top < other.bottom + clear
            and other.top < self.bottom + clear
        )

    def meets_diamond(self, other: Box, clear: float = CLEAR) -> bool:
        """Whether it comes nearer than `clear` to the diamond that fills another box."""
        if not self.meets(other, clear):
            return False
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        across = max(self.left - clear - x, x - self.right - clear, 0.0)
        down = max(self.top - clear - y, y - self.bottom - clear, 0.0)
        return across / (other.right - x) + down / (other.bottom - y) < 1


@dataclass(slots=True)
class RowScene:
    """What stands in a row, for the labels that must keep clear of it."""

    width: float
    height: float
    lines: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    diamonds: list[Box] = field(default_factory=list)
    labels: list[Box] = field(default_factory=list)

    def inside(self, box: Box) -> bool:
        """Whether a box lies within the row and the lanes."""
        half = self.height / 2 - CLEAR
        return (
            box.left >= CLEAR
            and box.right <= self.width - CLEAR
            and -half <= box.top
            and box.bottom <= half
        )

    def free(self, box: Box) -> bool:
        """Whether a box meets nothing."""
        return self.inside(box) and not (
            any(box.meets(label) for label in self.labels)
            or any(box.meets(symbol) for symbol in self.boxes)
            or any(box.meets_diamond(symbol) for symbol in self.diamonds)
            or any(box.meets(line) for line in self.lines)
        )

    def signature(self) -> object:
        """Return a value that is equal for rows in which the same stands, labels aside."""
        return self.height, self.lines, self.boxes, self.diamonds

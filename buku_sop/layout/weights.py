"""What a path pays for. The unit is the width of a lane."""

from __future__ import annotations

from dataclasses import dataclass

BEND = 2.0
CROSSING = 3.0
COMPANY = 0.12
"""For each track that already runs in the same gutter or space."""
CROWDED = 12.0
"""For a gutter that has no room for another track."""
SHUNNED = 60.0
"""The same, for an arrow that lay too near to another."""
CONFLICT = 100.0
"""For lying on a line that is not kin: so much that it only happens where nothing else is left."""
MERGED = 0.6
"""What a length costs that is shared with kin."""
MEETING = 1.5
"""For coming into the line of another arrow with the same target: a head of its own at the symbol is clearer."""
MEETING_FORK = 4.0
"""For that, besides, where the other one parts from an arrow that leads elsewhere: as if this one led there, too."""
CENTRE_LINE = 0.05
"""For running along a lane's centre line, where symbols could be."""
ENTRANCE = 4.0
"""For leaving a symbol above where others enter it."""
BESIDE = 5.0
"""For leaving a symbol beside the middle of a side."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What it costs to touch a symbol above, at a side, or below."""

    above: float
    side: float
    below: float

    def of(self, vertical: bool, step: int) -> float:
        """Return the cost of the side that lies in a direction from the symbol."""
        if not vertical:
            return self.side
        return self.below if step > 0 else self.above


FORWARD = Sides(6.0, 0.3, 0.0), Sides(0.0, 1.0, 6.0)
"""Leaving and entering, for an arrow to a later row."""
BACK = Sides(3.5, 0.0, 2.5), Sides(0.5, 0.0, 4.0)
SAME_ROW = Sides(1.0, 0.0, 0.0), Sides(0.0, 0.0, 2.5)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the measures of the drawing allow."""

    tracks: int
    """How many tracks a gutter has room for."""
    entering: int
    """How many of them are far enough from the symbol for an arrow head; 0 in narrow lanes."""

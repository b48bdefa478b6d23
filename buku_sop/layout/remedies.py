"""What is tried for a label that found no free place: room, another way, other rows, smaller letters."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.layout.labels import Wish
from buku_sop.layout.measures import Gap

AS_IT_IS = Wish()


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to try."""

    wish: Wish = AS_IT_IS
    room: float = 0.0
    """mm by which the space at the label grows."""
    avoid: float = 0.0
    """What the arrow pays for leaving its source as before."""


LADDER = (
    Remedy(room=3.0),
    Remedy(avoid=3.0),
    Remedy(room=6.0),
    Remedy(avoid=8.0, room=3.0),
    Remedy(Wish(wander=True)),
    Remedy(Wish(wander=True), room=6.0),
    Remedy(Wish(wander=True), room=6.0, avoid=8.0),
    Remedy(Wish(wander=True), room=12.0),
    Remedy(Wish(wander=True), room=6.0, avoid=20.0),
    Remedy(Wish(wander=True), room=12.0, avoid=40.0),
    Remedy(Wish(0.87, wander=True), room=6.0),
    Remedy(Wish(0.8, 0.7, wander=True), room=6.0),
    Remedy(Wish(0.8, 0.5, wander=True), room=6.0),
    Remedy(Wish(0.8, 0.3, wander=True), room=12.0),
)
"""From what is hardly seen to what is better than a label on a line. Letters become smaller, below 6.5 pt on paper,
only where a word is wider than all that is free along its arrow, as in a table of one narrow lane."""
CAPTION_ROOM = (2.0, 4.0, 8.0, 12.0, 16.0, 20.0)
"""mm by which the space at a symbol grows for its words, which have no arrow to stand at elsewhere."""
AWAY = 1
"""From this step on they may stand in another lane."""
SMALL = 3
SMALLER = 0.9
"""From this step on they are set in letters that are smaller by so much; they stay readable on paper."""
ALONE = 6
"""From this step on each label gets its own room."""


class Remedies:
    """Which remedy each label has reached."""

    def __init__(self) -> None:
        self.step: dict[int, int] = {}
        self.gap: dict[int, Gap] = {}
        self.grown: dict[int, int] = {}
        """How far the room of a symbol's words has grown."""

    def next(self, e: int, gap: Gap) -> tuple[Remedy, Remedy]:
        """Move a label on to its next remedy; returns the one that failed and the new one."""
        before = self.of(e)
        self.step[e] = min(self.step.get(e, -1) + 1, len(LADDER) - 1)
        self.gap[e] = gap
        return before, self.of(e)

    def of(self, e: int) -> Remedy:
        """Return the remedy that a label has now."""
        return LADDER[self.step[e]] if e in self.step else Remedy()

    def grow(self, e: int, gap: Gap) -> None:
        """Give the words of a symbol more room."""
        self.grown[e] = min(self.grown.get(e, -1) + 1, len(CAPTION_ROOM) - 1)
        self.gap[e] = gap

    def rooms(self) -> dict[Gap, float]:
        """Return how much each space must grow: labels share the room until late steps."""
        most: dict[Gap, float] = {}
        total: dict[Gap, float] = {}
        for e, gap in self.gap.items():
            room = CAPTION_ROOM[self.grown[e]] if e in self.grown else self.of(e).room
            most[gap] = max(room, most.get(gap, 0.0))
            total[gap] = total.get(gap, 0.0) + room * (self.step.get(e, 0) >= ALONE)
        return {gap: room for gap in most if (room := max(most[gap], total[gap]))}

    def wishes(self) -> dict[int, Wish]:
        """Return what each label, and the words of each symbol, make do with."""
        labels = {e: self.of(e).wish for e in self.step if self.of(e).wish != AS_IT_IS}
        words = {
            e: Wish(SMALLER if step >= SMALL else 1.0, away=True)
            for e, step in self.grown.items()
            if step >= AWAY
        }
        return labels | words

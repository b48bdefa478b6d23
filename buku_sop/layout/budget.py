"""How much work a drawing may take, in counted units: the same flow gets the same drawing on every machine."""

from __future__ import annotations

PAGE = 160_000
"""Units for the drawings of one SOP on its page, or on its sheet: real ones take 50 to 1,500 each."""
SEARCH = 12
"""What beginning a search costs, beside one for each place that it looks at."""
PARTS = 32
"""Parts of a unit in which laying and taking up paths is counted."""
BOARD = 2
"""How many places of a board cost a unit to set up."""
TRIALS = 2
"""How many places of a label cost a unit."""
IMPROVING = 0.2
"""Part of what is left that may go into better ways; the rest is for drafts of them, and for mending these."""
HURRY = 0.5
"""Below this part of all units, what is mended is laid again alone: trying others beside it takes ten times as long."""
DRAFT = 2
"""What each piece of an arrow costs in a draft, where it is measured against its neighbours."""


class ExhaustedError(Exception):
    """A drawing would take more work than it may."""


class Budget:
    """Units of work that are left."""

    def __init__(self, units: int = PAGE) -> None:
        self.units = self.left = units

    @property
    def scarce(self) -> bool:
        """Whether so much has been spent that the rest must go to what is needed."""
        return self.left < self.units * HURRY

    def spend(self, units: int) -> None:
        """Take some units. Raises `ExhaustedError` where they are not left, and from then on."""
        self.left -= units
        if self.left < 0:
            raise ExhaustedError

"""Lay out a flow: route its arrows, give them tracks, measure, place the labels, and mend what failed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass

from macros.analysis.alur import Alur
from macros.layout.board import Board
from macros.layout.drawing import Drawing, draw, scenes
from macros.layout.grid import Jalur, LetakLabel, TataLetak, Ukuran
from macros.layout.labels import LabelPlacer, RowLabels, Wish
from macros.layout.measures import HEAD, Gap, fit, limits
from macros.layout.route import Router
from macros.layout.rules import overlaps, short_heads
from macros.layout.text import blocks
from macros.layout.tracks import assign_tracks

ROOM = 3.0
"""mm by which the space at a label grows when the label finds no place."""
ATTEMPTS = 10
"""How often a drawing is mended."""
SQUEEZED = 1.5
WISHES = (Wish(0.87), Wish(0.87, 0.7), Wish(0.87, 0.5), Wish(0.8, 0.3))
"""What a label makes do with when neither room nor another way helped."""


def susun_tata_letak(alur: Alur, ukuran: Ukuran | None = None) -> TataLetak:
    """Lay out a flow on the grid of its rows and lanes.

    The result is the same for the same flow and measures, and correct for rows of any height from
    `tinggi_baris` upwards.
    """
    return _Layout(alur, fit(ukuran or Ukuran())).best()


@dataclass(frozen=True, slots=True)
class _Draft:
    drawing: Drawing
    labels: dict[int, LetakLabel]
    missing: tuple[int, ...]
    overlapping: tuple[tuple[int, int], ...]
    short: tuple[int, ...]

    @property
    def broken(self) -> int:
        """How many rules it breaks."""
        return len(self.missing) + len(self.overlapping) + len(self.short)


class _Layout:
    """Drafts a drawing, and mends it until nothing is broken."""

    def __init__(self, alur: Alur, ukuran: Ukuran) -> None:
        self.alur, self.ukuran = alur, ukuran
        self.board = Board(alur)
        self.router = Router(alur, self.board, limits(ukuran))
        self.router.search.squeeze = self._squeeze()
        self.extra: dict[Gap, float] = {}
        self.wishes: dict[int, Wish] = {}
        self.attempts: defaultdict[int, int] = defaultdict(int)
        """How often the label of an arrow failed."""
        self.labelled: defaultdict[int, list[int]] = defaultdict(list)
        """The arrows with labels that start in each row, in the order of placing them."""
        for e, panah in enumerate(alur.panah):
            if panah.label:
                self.labelled[alur.simpul[panah.dari].langkah].append(e)
        self.placer = LabelPlacer({e: p.label for e, p in enumerate(alur.panah)}, ukuran)

    def _squeeze(self) -> dict[int, float]:
        """What turning beside the source costs the arrows whose label finds no room there."""
        room = self.ukuran.lane / 2 - HEAD - 1.0
        return {
            e: SQUEEZED
            for e, panah in enumerate(self.alur.panah)
            if panah.label
            and min(block.lebar for block in blocks(panah.label, self.ukuran.huruf)) > room
        }

    def best(self) -> TataLetak:
        """Return the draft that breaks fewest rules."""
        self.router.run()
        best = draft = self._draft()
        for _ in range(ATTEMPTS):
            if not best.broken:
                break
            self._mend(draft)
            draft = self._draft()
            if draft.broken < best.broken:
                best = draft
        return self._finish(best)

    def _draft(self) -> _Draft:
        occupancy = self.router.occupancy
        limits = self.router.search.limits
        runs = assign_tracks(self.board, occupancy.paths, occupancy.related, limits)
        drawing = draw(self.alur, self.board, self.ukuran, runs, self.extra)
        rows = [self._labels(drawing)]
        return _Draft(
            drawing,
            {e: label for row in rows for e, label in row.placed.items()},
            tuple(e for row in rows for e in row.missing),
            tuple(sorted(overlaps(drawing.paths, drawing.ties, self.ukuran, occupancy.related))),
            tuple(short_heads(drawing.paths, self.ukuran)),
        )

    def _labels(self, drawing: Drawing) -> RowLabels:
        placed: dict[int, LetakLabel] = {}
        missing: list[int] = []
        for row, scene in scenes(self.alur, drawing, self.labelled, self.ukuran).items():
            paths = {e: drawing.paths[e] for e in self.labelled[row]}
            labels = self.placer.place(row, scene, paths, self.wishes)
            placed |= labels.placed
            missing += labels.missing
        return RowLabels(placed, tuple(missing))

    def _mend(self, draft: _Draft) -> None:
        """Change what the broken rules need: room, another way, smaller letters."""
        again = set(draft.short) | {max(pair) for pair in draft.overlapping}
        for e in draft.short:
            self.router.search.no_gutter.add(e)
        for e in draft.missing:
            attempt = self.attempts[e]
            self.attempts[e] += 1
            self._prefer(e)
            if attempt in (0, 2):
                gap = self._gap(e)
                self.extra[gap] = self.extra.get(gap, 0.0) + ROOM
            elif attempt in (1, 3):
                self.router.avoid_exit(e)
                again.add(e)
            else:
                self.wishes[e] = WISHES[min(attempt - 4, len(WISHES) - 1)]
        self.router.again(sorted(again))

    def _prefer(self, e: int) -> None:
        """Place a label first in its row."""
        row = self.labelled[self.alur.simpul[self.alur.panah[e].dari].langkah]
        row.remove(e)
        row.insert(0, e)

    def _gap(self, e: int) -> Gap:
        """The free space at the first piece of an arrow that runs up or down."""
        simpul = self.alur.simpul[self.alur.panah[e].dari]
        nodes = self.router.occupancy.paths[e].nodes
        down = next(
            (b.level > a.level for a, b in itertools.pairwise(nodes) if a.level != b.level),
            False,
        )
        band = simpul.tingkat + 1 if down else simpul.tingkat
        return simpul.langkah, 0 if band == self.board.bands[simpul.langkah] else band

    def _finish(self, draft: _Draft) -> TataLetak:
        drawing = draft.drawing
        return TataLetak(
            ukuran=self.ukuran,
            simpul=drawing.symbols,
            jalur=tuple(Jalur(e, p, draft.labels.get(e)) for e, p in enumerate(drawing.paths)),
            ikatan=drawing.ties,
            tinggi_baris=drawing.heights,
            bentrok=draft.broken,
        )

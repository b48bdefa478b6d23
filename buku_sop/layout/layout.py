"""Lay out a flow: route its arrows, give them tracks, measure, place the labels, and mend what failed."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout.board import Board
from buku_sop.layout.budget import BOARD, DRAFT, Budget, ExhaustedError
from buku_sop.layout.captions import around, caption_blocks, inside, symbol
from buku_sop.layout.costs import Lessons
from buku_sop.layout.drawing import Drawing, draw, scenes
from buku_sop.layout.grid import Jalur, LetakLabel, TataLetak, Ukuran
from buku_sop.layout.labels import LabelPlacer, rows_along
from buku_sop.layout.measures import HEAD, Gap, fit, limits
from buku_sop.layout.occupancy import TIE
from buku_sop.layout.plain import draw_plainly
from buku_sop.layout.remedies import Remedies
from buku_sop.layout.route import Router
from buku_sop.layout.rules import overlaps, short_heads
from buku_sop.layout.text import blocks
from buku_sop.layout.tracks import assign_tracks

ATTEMPTS = 30
"""How often a drawing is mended."""
SQUEEZED = 1.5
"""What an arrow pays for turning beside its source, where its label is too wide for that."""


def susun_tata_letak(
    alur: Alur,
    ukuran: Ukuran | None = None,
    sebutan: Sequence[str] = (),
    budget: Budget | None = None,
) -> TataLetak:
    """Lay out a flow on the grid of its rows and lanes: with lines, or plainly where these would take too long.

    The result is the same for the same flow, measures and budget, and correct for rows of any height from
    `tinggi_baris` upwards. `sebutan` names for each arrow where it leads; the number of the row unless given.
    """
    return draw_lines(alur, ukuran, budget) or draw_in_words(alur, ukuran, sebutan)


def draw_lines(
    alur: Alur, ukuran: Ukuran | None = None, budget: Budget | None = None
) -> TataLetak | None:
    """Lay out a flow with every arrow as a line; None where that takes more work than the budget has."""
    try:
        return _Layout(alur, fit(ukuran or Ukuran()), budget or Budget()).best()
    except ExhaustedError:
        return None


def draw_in_words(
    alur: Alur, ukuran: Ukuran | None = None, sebutan: Sequence[str] = ()
) -> TataLetak:
    """Lay out a flow of any size plainly, with most arrows in words."""
    names = sebutan or [str(alur.simpul[p.ke].langkah + 1) for p in alur.panah]
    return draw_plainly(alur, fit(ukuran or Ukuran()), names)


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

    def __init__(self, alur: Alur, ukuran: Ukuran, budget: Budget) -> None:
        self.alur, self.ukuran, self.budget = alur, ukuran, budget
        self.board = Board(alur)
        budget.spend(len(self.board.levels) * self.board.columns // BOARD)
        self.lessons = Lessons(self._squeeze())
        self.router = Router(alur, self.board, limits(ukuran), self.lessons, budget)
        self.remedies = Remedies()
        self.labelled: defaultdict[int, list[int]] = defaultdict(list)
        """The arrows with labels that start in each row, in the order of placing them."""
        for e, panah in enumerate(alur.panah):
            if panah.label:
                self.labelled[alur.simpul[panah.dari].langkah].append(e)
        self.words = {i: symbol(s, ukuran)[2] for i, s in enumerate(alur.simpul) if s.teks}
        self.beside = [i for i, block in self.words.items() if block is None]
        """The symbols whose words stand beside them; each is placed like the label of a further arrow."""
        for c, i in enumerate(self.beside):
            self.labelled[alur.simpul[i].langkah].append(len(alur.panah) + c)
        texts = [p.label for p in alur.panah] + [alur.simpul[i].teks for i in self.beside]
        homes = [alur.simpul[i].lane for i in self.beside]
        self.placer = LabelPlacer(texts, ukuran, homes, budget)

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
        """Return the draft that breaks fewest rules. Raises `ExhaustedError`."""
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
        runs = assign_tracks(self.board, occupancy.paths, occupancy.related, limits, self.budget)
        self.budget.spend(DRAFT * sum(map(len, runs.values())))
        drawing = draw(self.alur, self.board, self.ukuran, runs, self.remedies.rooms())
        wishes = self.remedies.wishes()
        wandering = {
            row for e, wish in wishes.items() if wish.wander for row in rows_along(drawing.paths[e])
        }
        rows = scenes(self.alur, drawing, wandering | self.labelled.keys(), self.ukuran)
        lines = [around(drawing.symbols[i], self.ukuran.lane) for i in self.beside]
        labels, missing = self.placer.place(
            self.labelled, rows, [*drawing.paths, *lines], wishes
        )  # fmt: skip
        return _Draft(
            drawing,
            labels,
            missing,
            tuple(sorted(overlaps(drawing.paths, drawing.ties, self.ukuran, occupancy.related))),
            tuple(short_heads(drawing.paths, self.ukuran)),
        )

    def _mend(self, draft: _Draft) -> None:
        """Change what the broken rules need."""
        near = {e for pair in draft.overlapping for e in pair if e != TIE}
        self.lessons.shunning |= near
        self.lessons.no_gutter |= set(draft.short)
        again = near | set(draft.short)
        for e in draft.missing:
            if e >= len(self.alur.panah):
                self._make_room(e)
                continue
            failed, remedy = self.remedies.next(e, self._gap(e))
            if failed.avoid or remedy.avoid:
                self.router.avoid_exit(e, remedy.avoid)
                again.add(e)
            self._prefer(e)
        self.router.again(sorted(again))

    def _make_room(self, e: int) -> None:
        """Let the space above a symbol grow whose words found no place."""
        simpul = self.alur.simpul[self.beside[e - len(self.alur.panah)]]
        self.remedies.grow(e, (simpul.langkah, simpul.tingkat))
        self.labelled[simpul.langkah].remove(e)
        self.labelled[simpul.langkah].insert(0, e)

    def _words(self, draft: _Draft) -> Iterator[LetakLabel | None]:
        """Place the words of each symbol; none are ever left out."""
        for i, simpul in enumerate(self.alur.simpul):
            label = None
            if simpul.teks:
                block = self.words[i]
                if block is None:
                    label = draft.labels.get(len(self.alur.panah) + self.beside.index(i))
                if label is None:
                    block = block or caption_blocks(simpul.teks, self.ukuran.huruf)[-1]
                    label = inside(simpul, draft.drawing.symbols[i], block, self.ukuran.huruf)
            yield label

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
            teks=tuple(self._words(draft)),
            tinggi_baris=drawing.heights,
            bentrok=draft.broken,
            temu=drawing.heads,
        )

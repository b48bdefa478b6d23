"""The plain drawing, of a flow that is too large or too twisted for lines: nothing is searched, so it always ends.

A line leads from a symbol to the next one where that is its only way. Every other way is told in words below its
symbol: "Tidak → 7". Whatever the flow, no line meets another, a symbol, or words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout.captions import inside, symbol
from buku_sop.layout.grid import Jalur, LetakLabel, LetakSimpul, Sandar, TataLetak, Titik, Ukuran
from buku_sop.layout.measures import EDGE, HEAD, NEAREST
from buku_sop.layout.text import LINE, Block, width

STUB = 3.0
"""Length of the arrow that points at the words, in mm."""
GAP = 0.7
"""Space above the words, and between the ways, in mm."""
MARGIN = 0.8
"""Space beside the words, in mm."""
MOST_LINES, FEW_LINES = 6, 4
"""Lines of one way, and of one among many; a longer label is shortened."""
COLUMN = 45.0
"""From this height on, in mm, words stand in several columns."""

Group = tuple[int, ...]
"""The symbols of a band, from left to right."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One way in words, or the words of a symbol that do not fit into it."""

    text: str
    lines: tuple[str, ...]
    width: float
    height: float
    e: int | None
    """The arrow; None for a symbol's own words."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Words where they stand: lanes right of their symbol's, and mm below its lower edge."""

    words: _Words
    lane: int
    top: float


def draw_plainly(alur: Alur, ukuran: Ukuran, sebutan: Sequence[str]) -> TataLetak:
    """Draw a flow plainly; `sebutan` names for each of `alur.panah` where it leads."""
    return _Plain(alur, ukuran, sebutan).draw()


class _Plain:
    def __init__(self, alur: Alur, ukuran: Ukuran, sebutan: Sequence[str]) -> None:
        self.alur, self.ukuran, self.sebutan = alur, ukuran, sebutan
        bands: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for i, s in enumerate(alur.simpul):
            bands[s.langkah, s.tingkat].append(i)
        self.groups: list[Group] = [
            tuple(sorted(members, key=lambda i: alur.simpul[i].lane))
            for _, members in sorted(bands.items())
        ]
        self.place = {i: (g, n) for g, group in enumerate(self.groups) for n, i in enumerate(group)}
        """The band of each symbol, and its position there."""
        self.size = [symbol(s, ukuran) for s in alur.simpul]
        self.ties = [pair for group in alur.bersama for pair in pairwise(group)]
        self.ways: defaultdict[int, list[int]] = defaultdict(list)
        for e, panah in enumerate(alur.panah):
            self.ways[panah.dari].append(e)
        self.lines = set(self._lines())
        self.told = [self._told(s) for s in range(len(alur.simpul))]
        self.words: dict[int, list[_Set]] = {}
        for group in self.groups:
            self._band(group)
        self.symbols: dict[int, LetakSimpul] = {}
        self.bottoms: dict[int, float] = {}
        """Where the band of each symbol ends, in mm below the centre of its row."""

    def _lines(self) -> Iterator[int]:
        """Yield the arrows that are drawn as lines: one in each space between bands, or between neighbours in a band."""
        taken = {(*self.place[a], self.place[b][1]) for a, b in self.ties}
        for e, panah in enumerate(self.alur.panah):
            (g, n), (h, m) = self.place[panah.dari], self.place[panah.ke]
            beside = g == h and abs(n - m) == 1
            space = (g, min(n, m), max(n, m)) if beside else (g, -1, -1)
            alone = (
                len(self.ways[panah.dari]) == 1 and not panah.label and not self._beside(panah.dari)
            )
            if alone and (beside or h == g + 1) and space not in taken:
                taken.add(space)
                yield e

    def _beside(self, s: int) -> bool:
        """Whether the words of a symbol find no room in it."""
        return bool(self.alur.simpul[s].teks) and self.size[s][2] is None

    def _told(self, s: int) -> list[_Words]:
        """Set what is told below a symbol; each way in few lines where there is much."""
        told = self._ways(s, MOST_LINES)
        return told if _height(told) <= 3 * COLUMN else self._ways(s, FEW_LINES)

    def _ways(self, s: int, most: int) -> list[_Words]:
        own = [self._set(self.alur.simpul[s].teks, "", None, MOST_LINES)] if self._beside(s) else []
        told = (e for e in self.ways[s] if e not in self.lines)
        return own + [
            self._set(self.alur.panah[e].label, f"→ {self.sebutan[e]}", e, most) for e in told
        ]

    def _set(self, text: str, goal: str, e: int | None, most: int) -> _Words:
        """Break words into lines; where they are too many, the label is cut and never the goal."""
        size, room = self.ukuran.huruf, self.ukuran.lane - 2 * MARGIN
        lines = _wrap(f"{text} {goal}", size, room)
        if len(lines) > most:
            tail = _wrap(goal, size, room)
            lines = [*_wrap(text, size, room)[: max(1, most - len(tail))], *tail]
            cut = len(lines) - len(tail) - 1
            lines[cut] = f"{lines[cut][:-1]}…"
        widest = min(room, max(width(line, size) for line in lines) * 1.03 + 0.3)
        height = size * (1 + LINE * (len(lines) - 1))
        return _Words(f"{text} {goal}".strip(), tuple(lines), widest, height, e)

    def _band(self, group: Group) -> None:
        """Set the words of a band: below their symbol, or, where they are many, over all lanes below the others."""
        lowest = 0.0
        for spread in (False, True):
            for s in group:
                told, lanes = self.told[s], self._free(s)
                high = _height(told)
                if not told or spread != (high > COLUMN * len(lanes)):
                    continue
                start = (0.0 if self._beside(s) else STUB) + GAP
                if spread:
                    own = self.alur.simpul[s].lane
                    lanes = [own, *(x for x in range(self.alur.jumlah_lane) if x != own)]
                    start = max(start, lowest + STUB)
                self.words[s] = _columns(told, lanes, start)
                lowest = max(lowest, *(w.top + w.words.height for w in self.words[s]))

    def _free(self, s: int) -> list[int]:
        """Return the lanes in which the words of a symbol may stand, its own first, then right, then left of it."""
        own = self.alur.simpul[s].lane
        g, n = self.place[s]
        beside = [self.alur.simpul[i].lane for i in self.groups[g]]
        right = beside[n + 1] if n + 1 < len(beside) else self.alur.jumlah_lane
        return [*range(own, right), *(range(own - 1, -1, -1) if n == 0 else ())]

    def draw(self) -> TataLetak:
        heights = [2 * self._space()] * self.alur.jumlah_langkah
        rows: defaultdict[int, list[Group]] = defaultdict(list)
        for group in self.groups:
            rows[self.alur.simpul[group[0]].langkah].append(group)
        for row, groups in rows.items():
            heights[row] = self._row(row, groups)
        return TataLetak(
            ukuran=self.ukuran,
            simpul=tuple(self.symbols[i] for i in range(len(self.alur.simpul))),
            jalur=tuple(self._jalur()),
            ikatan=tuple(self._across(a, b) for a, b in self.ties),
            teks=tuple(self._captions()),
            tinggi_baris=tuple(round(h, 3) for h in heights),
            rujukan=frozenset(range(len(self.alur.panah))) - self.lines,
        )

    def _space(self) -> float:
        return max(self.ukuran.ruang, HEAD + 0.2 + EDGE)

    def _row(self, row: int, groups: Sequence[Group]) -> float:
        """Place the symbols of a row, band below band; returns its height."""
        gap = max(self.ukuran.antar_tingkat, 2 * (HEAD + 0.2))
        bands = []
        for group in groups:
            half = max(self.size[i][1] for i in group) / 2
            below = [s.top + s.words.height for i in group for s in self.words.get(i, ())]
            bands.append((half, half + max(below, default=0.0)))
        content = sum(up + down for up, down in bands) + gap * (len(bands) - 1)
        top = -content / 2
        for group, (up, down) in zip(groups, bands, strict=True):
            for i in group:
                lebar, tinggi, _ = self.size[i]
                tengah = Titik(self.alur.simpul[i].lane + 0.5, row, round(top + up, 3))
                self.symbols[i] = LetakSimpul(tengah, round(lebar, 3), round(tinggi, 3))
                self.bottoms[i] = top + up + down
            top += up + down + gap
        return content + 2 * self._space()

    def _jalur(self) -> Iterator[Jalur]:
        labels = {s.words.e: self._label(i, s) for i, ws in self.words.items() for s in ws}
        pointed = set[int]()
        for e, panah in enumerate(self.alur.panah):
            if e in self.lines:
                yield Jalur(e, self._line(panah.dari, panah.ke))
                continue
            silent = panah.dari in pointed or self._beside(panah.dari)
            stub = () if silent else self._stub(panah.dari)
            pointed.add(panah.dari)
            yield Jalur(e, stub, labels[e])

    def _line(self, a: int, b: int) -> tuple[Titik, ...]:
        if self.place[a][0] == self.place[b][0]:
            return self._across(a, b)
        start, end = self._edge(a, 1), self._edge(b, -1)
        if start.x == end.x:
            return start, end
        turn = round(self.bottoms[a] + min(NEAREST, self._space() - EDGE), 3)
        return start, Titik(start.x, start.baris, turn), Titik(end.x, start.baris, turn), end

    def _stub(self, s: int) -> tuple[Titik, ...]:
        """The short arrow to the ways below a symbol."""
        edge = self._edge(s, 1)
        return edge, Titik(edge.x, edge.baris, round(edge.dy + STUB, 3))

    def _edge(self, i: int, side: int) -> Titik:
        letak = self.symbols[i]
        return Titik(
            letak.tengah.x, letak.tengah.baris, round(letak.tengah.dy + side * letak.tinggi / 2, 3)
        )

    def _across(self, a: int, b: int) -> tuple[Titik, ...]:
        """The line between two symbols of a band."""
        left, right = self.symbols[a], self.symbols[b]
        sign = 1 if right.tengah.x > left.tengah.x else -1
        x = left.tengah.x + sign * left.lebar / 2 / self.ukuran.lane
        y = right.tengah.x - sign * right.lebar / 2 / self.ukuran.lane
        row, dy = left.tengah.baris, left.tengah.dy
        return Titik(round(x, 5), row, dy), Titik(round(y, 5), row, dy)

    def _label(self, s: int, placed: _Set) -> LetakLabel:
        words, edge = placed.words, self._edge(s, 1)
        low = (
            self.symbols[s].tengah.dy
            + max(self.size[i][1] for i in self.groups[self.place[s][0]]) / 2
        )
        y = low + placed.top + words.height / 2
        x, sandar = placed.lane + 0.5, Sandar.TENGAH
        if words.e is None:  # in the middle stand words that are inside of a symbol
            x, sandar = x - words.width / 2 / self.ukuran.lane, Sandar.KIRI
        return LetakLabel(
            teks=words.text,
            titik=Titik(round(x, 5), edge.baris, round(y, 3)),
            sandar=sandar,
            lebar=round(words.width, 3),
            tinggi=round(words.height, 3),
            larik=words.lines,
            huruf=self.ukuran.huruf,
        )

    def _captions(self) -> Iterator[LetakLabel | None]:
        """Place the words of each symbol: in it, or first among those below it."""
        for i, simpul in enumerate(self.alur.simpul):
            block: Block | None = self.size[i][2]
            if not simpul.teks:
                yield None
            elif block is None:
                yield self._label(i, self.words[i][0])
            else:
                yield inside(simpul, self.symbols[i], block, self.ukuran.huruf)


def _height(told: Sequence[_Words]) -> float:
    return sum(w.height + GAP for w in told)


def _columns(told: Sequence[_Words], lanes: Sequence[int], start: float) -> list[_Set]:
    """Set words below each other, in as many of some lanes as keep them low."""
    high = _height(told)
    tallest = max(w.height for w in told) + GAP
    limit = max(COLUMN, high / len(lanes) + tallest) if high > COLUMN else high
    found, top, column = [], 0.0, 0
    for words in told:
        if top and top + words.height > limit and column + 1 < len(lanes):
            top, column = 0.0, column + 1
        found.append(_Set(words, lanes[column], start + top))
        top += words.height + GAP
    return found


def _wrap(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines that are no wider than a room, within words where one is wider."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if width(joined, size) * 1.03 + 0.3 <= room:
            lines[-1] = joined
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and width(lines[-1] + letter, size) * 1.03 + 0.3 > room:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line] or [""]

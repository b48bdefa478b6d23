"""The flow drawn inside the step table: what each Pelaksana cell holds of symbols, lines, heads, labels.

A browser gives rows their height, so nothing here knows where a row ends: a line that crosses rows is
cut into one stretchable piece for each cell, positioned in parts of the cell's width and in distances
from its middle. Lengths are multiples of `--sop-u`, the length that the style sheet gives to one
millimetre of the layout. All positions are numbers made here, so they are safe in a `style` attribute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import LetakLabel, Sandar, TataLetak, Titik
from buku_sop.layout.text import LINE, width
from buku_sop.model import Simbol

UNDER_HEAD = 1.0
"""How far a line stops before the tip of its arrow head, in mm, so that the tip stays sharp."""
EPSILON = 1e-6
_KEPT = 32
"""Drawings of the newest flows."""
_ARAH = {(0, 1): "turun", (0, -1): "naik", (1, 0): "kanan", (-1, 0): "kiri"}


@dataclass(frozen=True, slots=True)
class Garis:
    """A straight piece of a line within one cell; its ends are the cell's unless `gaya` says otherwise."""

    tegak: bool
    gaya: str
    """CSS declarations; empty for a piece through the middle, from border to border."""
    panah: int | None = None
    """Position in `Alur.panah`; None for a line that joins symbols that act jointly."""


@dataclass(frozen=True, slots=True)
class Kepala:
    """An arrow head; its tip is the place that `gaya` names."""

    arah: str
    """`turun`, `naik`, `kanan` or `kiri`."""
    gaya: str
    panah: int
    dari: int | None = None
    """Position in `Alur.simpul` of the symbol that the arrow leaves; None where it only meets another arrow."""
    ke: int | None = None


@dataclass(frozen=True, slots=True)
class LabelCabang:
    """The label of a branch, in the box that the layout kept free for it."""

    larik: tuple[str, ...]
    gaya: str
    panah: int | None
    """None for the words of a symbol, which stand beside it where they do not fit inside."""
    rata: str
    """To which side its lines are set: `kiri`, `tengah` or `kanan`."""
    dipotong: bool
    """Whether the box is too narrow for the text."""


@dataclass(frozen=True, slots=True)
class Lambang:
    """A symbol."""

    jenis: str
    """A value of `Simbol`."""
    ucap: str
    """What it says to those who do not see it."""
    teks: str
    """The words that stand inside it."""
    gaya: str
    """Empty for a symbol in the middle of its row."""
    simpul: int
    """Position in `Alur.simpul`."""
    tambahan: bool = False
    """Whether it is an end that only a branch made, of which the branch tells where nothing is drawn."""


@dataclass(slots=True)
class Sel:
    """What one cell shows."""

    garis: list[Garis] = field(default_factory=list)
    kepala: list[Kepala] = field(default_factory=list)
    label: list[LabelCabang] = field(default_factory=list)
    lambang: list[Lambang] = field(default_factory=list)
    """Top to bottom."""
    kata: list[str] = field(default_factory=list)
    """The words of its symbols, wherever they are drawn."""

    @property
    def bergaris(self) -> bool:
        """Whether it holds more than symbols."""
        return bool(self.garis or self.kepala or self.label)


@dataclass(frozen=True, slots=True)
class Gambar:
    """The drawing of one procedure."""

    gaya: str
    """CSS custom properties of the table: the measures that its style sheet needs."""
    baris: tuple[tuple[Sel, ...], ...]
    """For each row its cells, lane by lane."""
    tinggi: tuple[str, ...]
    """For each row a CSS custom property where it must be higher than the table's least; else empty."""


def susun_gambar(alur: Alur, tata: TataLetak, ucapan: Sequence[str]) -> Gambar:
    """Cut a layout into cells.

    Args:
        alur: The flow.
        tata: Its layout.
        ucapan: For each of `alur.simpul` the words that stand for it.
    """
    return _gambar(_Tetap(alur, tata), tuple(ucapan))


@dataclass(frozen=True, slots=True, eq=False)
class _Tetap:
    """A flow with its layout, found again by the very layout: one that is kept is of an equal flow."""

    alur: Alur
    tata: TataLetak

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Tetap) and self.tata is lain.tata

    def __hash__(self) -> int:
        return id(self.tata)


@lru_cache(_KEPT)
def _gambar(di: _Tetap, ucapan: tuple[str, ...]) -> Gambar:
    """Cut a layout; a flow that is the same although its SOP has been written to is not drawn again."""
    return _Pelukis(di.alur, di.tata).lukis(ucapan)


class _Pelukis:
    def __init__(self, alur: Alur, tata: TataLetak) -> None:
        self.alur, self.tata, self.lane = alur, tata, tata.ukuran.lane
        self.sel: defaultdict[tuple[int, int], Sel] = defaultdict(Sel)

    def lukis(self, ucapan: Sequence[str]) -> Gambar:
        for ikatan in self.tata.ikatan:
            self._jalur(ikatan, None)
        for jalur in self.tata.jalur:
            if jalur.titik:
                self._jalur(_tanpa_ujung(jalur.titik, self.lane), jalur.panah)
                self._ujung(jalur.titik, jalur.panah)
            if jalur.label:
                self._label(jalur.label, jalur.panah)
        for temu in self.tata.temu:
            self._kepala(temu.titik, _ARAH[temu.kanan, temu.turun], temu.panah)
        for i in sorted(range(len(self.alur.simpul)), key=lambda i: self.tata.simpul[i].tengah.dy):
            self._lambang(i, ucapan[i])
        lanes, rows = range(self.alur.jumlah_lane), range(self.alur.jumlah_langkah)
        tinggi = self.tata.tinggi_baris
        least = min(tinggi, default=0.0)
        return Gambar(
            gaya=self._ukuran(least),
            baris=tuple(tuple(self.sel[r, c] for c in lanes) for r in rows),
            tinggi=tuple(f"--sop-t:{_n(t)}" if t > least else "" for t in tinggi),
        )

    def _ukuran(self, least: float) -> str:
        u = self.tata.ukuran
        isi = {
            "lane": self.alur.jumlah_lane, "l": u.lane, "s": u.simbol, "k": u.kotak,
            "b": u.belah_ketupat, "h": u.huruf, "t": least,
        }  # fmt: skip
        return ";".join(f"--sop-{nama}:{_n(nilai)}" for nama, nilai in isi.items())

    def _di(self, x: float, baris: int) -> tuple[Sel, int]:
        """Return the cell that holds a point, and its lane."""
        c = min(max(floor(x), 0), self.alur.jumlah_lane - 1)
        return self.sel[baris, c], c

    def _jalur(self, titik: Sequence[Titik], panah: int | None) -> None:
        for a, b in pairwise(titik):
            if a.baris != b.baris or abs(a.x - b.x) < EPSILON:
                a, b = sorted((a, b), key=lambda t: (t.baris, t.dy))
                self._tegak(a, b, panah)
            else:
                self._datar(min(a.x, b.x), max(a.x, b.x), a, panah)

    def _tegak(self, atas: Titik, bawah: Titik, panah: int | None) -> None:
        for r in range(atas.baris, bawah.baris + 1):
            sel, c = self._di(atas.x, r)
            gaya = _kiri(atas.x - c)
            if r == atas.baris:
                gaya.append(f"top:{_tengah(atas.dy)}")
            if r == bawah.baris:
                gaya.append(f"bottom:{_tengah(-bawah.dy)}")
            sel.garis.append(Garis(True, ";".join(gaya), panah))

    def _datar(self, kiri: float, kanan: float, di: Titik, panah: int | None) -> None:
        for c in range(floor(kiri + EPSILON), ceil(kanan - EPSILON)):
            gaya = [f"left:{_persen(kiri - c)}"] if kiri > c + EPSILON else []
            if kanan < c + 1 - EPSILON:
                gaya.append(f"right:{_persen(c + 1 - kanan)}")
            if di.dy:
                gaya.append(f"top:{_tengah(di.dy)}")
            self.sel[di.baris, c].garis.append(Garis(False, ";".join(gaya), panah))

    def _ujung(self, titik: Sequence[Titik], panah: int) -> None:
        a, b = titik[-2:]
        if a.baris == b.baris and abs(a.dy - b.dy) < EPSILON:
            arah = "kanan" if a.x < b.x else "kiri"
        else:
            arah = "turun" if (a.baris, a.dy) < (b.baris, b.dy) else "naik"
        p = self.alur.panah[panah]
        self._kepala(b, arah, panah, p.dari, p.ke)

    def _kepala(self, di: Titik, arah: str, panah: int, *simpul: int) -> None:
        sel, c = self._di(di.x, di.baris)
        gaya = _kiri(di.x - c) + ([f"top:{_tengah(di.dy)}"] if di.dy else [])
        sel.kepala.append(Kepala(arah, ";".join(gaya), panah, *simpul))

    def _label(self, label: LetakLabel, panah: int | None) -> None:
        share = {Sandar.KIRI: 0.0, Sandar.TENGAH: 0.5, Sandar.KANAN: 1.0}[label.sandar]
        lebar = label.lebar / self.lane
        kiri = label.titik.x - share * lebar
        sel, c = self._di(kiri + lebar / 2, label.titik.baris)
        larik = label.larik or (label.teks,)
        huruf = label.tinggi / (1 + LINE * (len(larik) - 1))
        gaya = (
            f"left:{_persen(kiri - c)};width:{_persen(lebar)}"
            f";top:{_tengah(label.titik.dy - label.tinggi / 2)}"
        )
        if abs(huruf - self.tata.ukuran.huruf) > EPSILON:
            gaya += f";--sop-huruf:{_n(huruf)}"
        sempit = any(width(satu, huruf) > label.lebar + EPSILON for satu in larik)
        sel.label.append(LabelCabang(larik, gaya, panah, label.sandar.value, sempit))

    def _lambang(self, i: int, ucap: str) -> None:
        simpul, letak = self.alur.simpul[i], self.tata.simpul[i]
        gaya = f"--sop-y:{_n(letak.tengah.dy)}" if letak.tengah.dy else ""
        u = self.tata.ukuran
        usual = u.belah_ketupat if simpul.simbol is Simbol.BELAH_KETUPAT else u.kotak
        if abs(letak.tinggi - usual) > 0.001:
            gaya = ";".join(filter(None, (gaya, f"--sop-tinggi:{_n(letak.tinggi)}")))
        teks = self.tata.teks[i]
        dalam = teks is not None and teks.sandar is Sandar.TENGAH
        if teks and not dalam:
            self._label(teks, None)
        sel = self.sel[simpul.langkah, simpul.lane]
        kata = simpul.teks if dalam else ""
        sel.lambang.append(Lambang(simpul.simbol.value, ucap, kata, gaya, i, simpul.tambahan))
        if simpul.teks and not simpul.tambahan:
            sel.kata.append(simpul.teks)


def _tanpa_ujung(titik: tuple[Titik, ...], lane: float) -> tuple[Titik, ...]:
    """Shorten a path so that its last piece ends under the arrow head."""
    a, b = titik[-2:]
    if abs(a.x - b.x) > EPSILON:
        kurang = min(UNDER_HEAD / lane, abs(a.x - b.x))
        return (*titik[:-1], replace(b, x=b.x + (kurang if a.x > b.x else -kurang)))
    jauh = UNDER_HEAD if a.baris != b.baris else min(UNDER_HEAD, abs(a.dy - b.dy))
    turun = (a.baris, a.dy) < (b.baris, b.dy)
    return (*titik[:-1], replace(b, dy=b.dy - jauh if turun else b.dy + jauh))


def _n(nilai: float) -> str:
    """Write a number as short as CSS allows."""
    return f"{nilai:.3f}".rstrip("0").rstrip(".") if abs(nilai) >= 0.0005 else "0"


def _persen(bagian: float) -> str:
    return f"{_n(bagian * 100)}%"


def _kiri(bagian: float) -> list[str]:
    """Say where a vertical piece stands in its cell; the middle need not be said."""
    return [] if abs(bagian - 0.5) < EPSILON else [f"left:{_persen(bagian)}"]


def _tengah(dy: float) -> str:
    """Write a distance below the middle of a cell."""
    if abs(dy) < 0.0005:
        return "50%"
    return f"calc(50% {'+' if dy > 0 else '-'} {_n(abs(dy))}*var(--sop-u))"

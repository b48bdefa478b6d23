"""Draw laid out flows as SVG, and as PNG by a headless Chromium, to look at them.

python -m benchmarks.show_layout OUT.png SEED [--langkah 12 --lane 5 --lebar 20 --rumit]
    python -m benchmarks.show_layout OUT.svg selayar/pengukuran-kinerja
"""

from __future__ import annotations

import argparse
import os
import shutil
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.handbook import open_handbook
from buku_sop.layout import Sandar, TataLetak, Titik, Ukuran, susun_tata_letak
from buku_sop.model import Simbol
from tests.flows import PLAIN, TWISTED, any_flow, flow

SCALE = 4.0
"""Pixels for each millimetre."""


def svg(alur: Alur, tata: TataLetak, *, stretch: float = 0.0) -> str:
    """Draw a layout; `stretch` millimetres are added to each row."""
    return _Drawing(alur, tata, stretch).draw()


class _Drawing:
    def __init__(self, alur: Alur, tata: TataLetak, stretch: float) -> None:
        self.alur, self.tata, self.lane = alur, tata, tata.ukuran.lane
        self.heights = [height + stretch for height in tata.tinggi_baris]
        self.parts: list[str] = []

    def draw(self) -> str:
        width, height = self.lane * self.alur.jumlah_lane, sum(self.heights)
        self._table(width, height)
        for ikatan in self.tata.ikatan:
            self._line(ikatan, "#000")
        for jalur in self.tata.jalur:
            self._line(jalur.titik, "#000")
            self._head(jalur.titik)
        for i in range(len(self.alur.simpul)):
            self._symbol(i)
        for jalur in self.tata.jalur:
            if jalur.label:
                self._label(jalur.panah)
        body = "\n".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{(width + 12) * SCALE:.0f}" '
            f'height="{(height + 4) * SCALE:.0f}" viewBox="-10 -2 {width + 12} {height + 4}" '
            'font-family="Arimo, Liberation Sans, Arial" style="background:#fff">'
            f'<g fill="none" stroke-width=".28">{body}</g></svg>'
        )

    def _xy(self, titik: Titik) -> tuple[float, float]:
        top = sum(self.heights[: titik.baris])
        return titik.x * self.lane, top + self.heights[titik.baris] / 2 + titik.dy

    def _table(self, width: float, height: float) -> None:
        y = 0.0
        for i, row in enumerate(self.heights):
            self.parts.append(f'<path d="M0 {y}H{width}" stroke="#bbb"/>')
            y += row
            self.parts.append(
                f'<text x="-7" y="{y - row / 2 + 1}" font-size="3" fill="#000">{i + 1}</text>'
            )
        self.parts.append(f'<path d="M0 {y}H{width}" stroke="#bbb"/>')
        for c in range(self.alur.jumlah_lane + 1):
            self.parts.append(f'<path d="M{c * self.lane} 0V{height}" stroke="#bbb"/>')

    def _line(self, titik: tuple[Titik, ...], colour: str) -> None:
        points = " ".join(f"{x:.3f},{y:.3f}" for x, y in map(self._xy, titik))
        self.parts.append(f'<polyline points="{points}" stroke="{colour}"/>')

    def _head(self, titik: tuple[Titik, ...]) -> None:
        (xa, ya), (xb, yb) = self._xy(titik[-2]), self._xy(titik[-1])
        length = max(abs(xb - xa), abs(yb - ya)) or 1.0
        dx, dy = (xb - xa) / length, (yb - ya) / length
        a = f"{xb - 1.9 * dx - 0.7 * dy},{yb - 1.9 * dy + 0.7 * dx}"
        b = f"{xb - 1.9 * dx + 0.7 * dy},{yb - 1.9 * dy - 0.7 * dx}"
        self.parts.append(f'<path d="M{xb},{yb}L{a}L{b}Z" fill="#000"/>')

    def _symbol(self, i: int) -> None:
        simpul, letak = self.alur.simpul[i], self.tata.simpul[i]
        (x, y), w, h = self._xy(letak.tengah), letak.lebar / 2, letak.tinggi / 2
        style = 'fill="#fff" stroke="#000"' + (
            ' stroke-dasharray="1 .6"' if simpul.opsional else ""
        )
        if simpul.simbol is Simbol.BELAH_KETUPAT:
            shape = f'<path d="M{x - w} {y}L{x} {y - h}L{x + w} {y}L{x} {y + h}Z" {style}/>'
        else:
            r = h if simpul.simbol is Simbol.KAPSUL else 0
            shape = (
                f'<rect x="{x - w}" y="{y - h}" width="{2 * w}" height="{2 * h}" rx="{r}" {style}/>'
            )
        self.parts.append(shape)
        if simpul.teks:
            self._text(simpul.teks, x, y, "middle")

    def _label(self, e: int) -> None:
        label = self.tata.jalur[e].label
        assert label is not None
        x, y = self._xy(label.titik)
        share = {Sandar.KIRI: 0.0, Sandar.TENGAH: 0.5, Sandar.KANAN: 1.0}[label.sandar]
        left = x - share * label.lebar
        self.parts.append(
            f'<rect x="{left}" y="{y - label.tinggi / 2}" width="{label.lebar}" '
            f'height="{label.tinggi}" fill="#fe8" fill-opacity=".5"/>'
        )
        anchor = {Sandar.KIRI: "start", Sandar.TENGAH: "middle", Sandar.KANAN: "end"}[label.sandar]
        lines = label.larik
        for i, line in enumerate(lines):
            middle = y + (i - (len(lines) - 1) / 2) * label.tinggi / len(lines)
            self._text(line, x, middle, anchor, label.huruf)

    def _text(self, text: str, x: float, y: float, anchor: str, size: float = 0.0) -> None:
        size = size or self.tata.ukuran.huruf
        self.parts.append(
            f'<text x="{x}" y="{y + 0.35 * size}" font-size="{size}" fill="#000" '
            f'text-anchor="{anchor}">{escape(text)}</text>'
        )


def png(drawing: str, out: Path) -> None:
    """Turn an SVG into a PNG."""
    chromium = os.environ.get("SOP_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(f'<body style="margin:0">{drawing}</body>')
        page.locator("svg").screenshot(path=out)
        browser.close()


def main() -> None:
    """Draw one flow: a made-up one, or the first table of an SOP."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("flow", help="a seed, or an SOP's id")
    parser.add_argument("--langkah", type=int, default=0, help="0 for a flow of any size")
    parser.add_argument("--lane", type=int, default=5)
    parser.add_argument("--lebar", type=float, default=20.0, help="width of a lane in mm")
    parser.add_argument("--rumit", action="store_true", help="with everything twisted")
    args = parser.parse_args()
    traits = TWISTED if args.rumit else PLAIN
    if not args.flow.isdecimal():
        sop = open_handbook(Path("sop_data")).handbook.cari_sop(args.flow)
        if sop is None:
            parser.error(f"no SOP has the id {args.flow}")
        alur = susun_alur(sop.prosedur[0])
    elif args.langkah:
        alur = flow(int(args.flow), args.langkah, args.lane, traits)
    else:
        alur = any_flow(int(args.flow))
    tata = susun_tata_letak(alur, Ukuran(lane=args.lebar))
    drawing = svg(alur, tata)
    if args.out.suffix == ".svg":
        args.out.write_text(drawing, encoding="utf-8")
    else:
        png(drawing, args.out)


if __name__ == "__main__":
    main()

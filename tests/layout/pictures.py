"""A laid-out flow as a small SVG in millimetres, a line of text for each thing that is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import TataLetak, Titik
from buku_sop.layout.text import LINE
from buku_sop.model import Simbol
from tests.layout.geometry import Page

STYLE = (
    "rect,polygon,polyline{fill:none;stroke:#000;stroke-width:.3}"
    ".h{fill:#000}.s{fill:#fff}.r{stroke:#bbb}.o{stroke-dasharray:1}text{font:2.6px sans-serif}"
)
HEAD = (
    '<marker id="h" viewBox="0 0 4 4" refX="4" refY="2" markerWidth="5" markerHeight="5" orient="auto">'
    '<path d="M0 0 4 2 0 4z"/></marker>'
)


def picture(alur: Alur, tata: TataLetak) -> str:
    """Draw a table's flow with its rows as low as may be."""
    page = Page(alur, tata)
    width, height = alur.jumlah_lane * tata.ukuran.lane, sum(tata.tinggi_baris)
    size = f'width="{width:g}mm" height="{height:g}mm" viewBox="0 0 {width:g} {height:g}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        f"<style>{STYLE}</style><defs>{HEAD}</defs>",
        *_rows(tata, width),
        *(f'<polyline points="{_points(page, tie)}"/>' for tie in tata.ikatan),
        *_arrows(page, alur, tata),
        *_meetings(page, tata),
        *_symbols(page, alur),
        *_labels(page, alur, tata),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _rows(tata: TataLetak, width: float) -> Iterator[str]:
    top = 0.0
    for row, height in enumerate(tata.tinggi_baris):
        yield f'<rect class="r" x="0" y="{top:.4g}" width="{width:g}" height="{height:.4g}"><title>baris {row + 1}</title></rect>'
        top += height


def _points(page: Page, points: Sequence[Titik]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in map(page.at, points))


def _arrows(page: Page, alur: Alur, tata: TataLetak) -> Iterator[str]:
    for panah, jalur in zip(alur.panah, tata.jalur, strict=True):
        title = f"{panah.dari} → {panah.ke}"
        points = _points(page, jalur.titik)
        yield f'<polyline marker-end="url(#h)" points="{points}"><title>{title}</title></polyline>'


def _meetings(page: Page, tata: TataLetak) -> Iterator[str]:
    for head in tata.temu:
        (x, y), dx, dy = page.at(head.titik), head.kanan, head.turun
        left, right = (
            f"{x - 2 * dx + side * dy:.2f},{y - 2 * dy + side * dx:.2f}" for side in (-0.8, 0.8)
        )
        title = f"<title>{head.panah} temu</title>"
        yield f'<polygon class="h" points="{x:.2f},{y:.2f} {left} {right}">{title}</polygon>'


def _symbols(page: Page, alur: Alur) -> Iterator[str]:
    for i, simpul in enumerate(alur.simpul):
        box = page.box(i)
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        kind = "s o" if simpul.opsional else "s"
        if simpul.simbol is Simbol.BELAH_KETUPAT:
            x, y = (left + right) / 2, (top + bottom) / 2
            corners = (
                f"{x:.2f},{top:.2f} {right:.2f},{y:.2f} {x:.2f},{bottom:.2f} {left:.2f},{y:.2f}"
            )
            yield f'<polygon class="{kind}" points="{corners}"><title>{i}</title></polygon>'
            continue
        radius = f' rx="{(bottom - top) / 2:.2f}"' if simpul.simbol is Simbol.KAPSUL else ""
        place = (
            f'x="{left:.2f}" y="{top:.2f}" width="{right - left:.2f}" height="{bottom - top:.2f}"'
        )
        yield f'<rect class="{kind}" {place}{radius}><title>{i}</title></rect>'


def _labels(page: Page, alur: Alur, tata: TataLetak) -> Iterator[str]:
    for panah, jalur in zip(alur.panah, tata.jalur, strict=True):
        if jalur.label:
            box = page.label_box(jalur.label)
            at = f'x="{box.left:.2f}" y="{box.bottom - 0.6:.2f}" style="font-size:{jalur.label.huruf:g}px"'
            yield f"<text {at}>{escape(panah.label)}</text>"
    for words in filter(None, tata.teks):
        box = page.label_box(words)
        for n, line in enumerate(words.larik):
            y = box.top + words.huruf * (0.85 + LINE * n)
            at = f'x="{box.left:.2f}" y="{y:.2f}" style="font-size:{words.huruf:g}px"'
            yield f"<text {at}>{escape(line)}</text>"

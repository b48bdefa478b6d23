"""Reads a PDF as a screen reader does: by its structure tree, not by where the ink lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from tests.adapters.lembar.drawing import IDENTITY, PT, Matrix, instructions, times

Content = dict[tuple[int, int], str]


@cache
def spoken(pdf: Path) -> str:
    """Return the tagged text in reading order, with the alternative texts of figures in ‹›."""
    with pikepdf.open(pdf) as document:
        pages: dict[Any, int] = {page.objgen: n for n, page in enumerate(document.pages)}
        content: Content = {}
        for n, page in enumerate(document.pages):
            content.update({(n, mcid): text for mcid, text in _marked(page).items()})
        words = " ".join(_walk(document.Root.StructTreeRoot, 0, pages, content))
    return " ".join(words.replace("\u00ad", "").replace("\u200b", "").split())


def tables_without_headings(pdf: Path) -> int:
    """Count the tables in which no cell is a heading."""
    with pikepdf.open(pdf) as document:
        return sum("/TH" not in tags for tags in _tables(document.Root.StructTreeRoot))


def _tables(node: Any) -> Iterator[set[str]]:
    """Yield the kinds of structure within each table."""
    kids = node.get("/K") if isinstance(node, pikepdf.Dictionary) else None
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/S") == "/Table":
                yield set(_kinds(kid))
            yield from _tables(kid)


def _kinds(node: pikepdf.Dictionary) -> Iterator[str]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)
            yield from _kinds(kid)


@dataclass(frozen=True)
class TextBox:
    """A stretch of upright text on a page: in mm from the upper left corner, its size in pt."""

    left: float
    right: float
    baseline: float
    size: float


def text_ends(page: pikepdf.Page) -> list[float]:
    """Return where each stretch of upright text ends, in mm from the left edge of the page."""
    return [box.right for box in text_boxes(page)]


def text_boxes(page: pikepdf.Page) -> list[TextBox]:
    """Return each stretch of upright text."""
    height = float(page.mediabox[3]) * PT
    fonts = {str(k): _widths(f) for k, f in _fonts(page).items()}
    boxes: list[TextBox] = []
    matrix, stack, font, size = IDENTITY, list[Matrix](), "", 0.0
    placed = IDENTITY
    for operands, operator in instructions(page):
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q":
            matrix = stack.pop()
        elif operator == "cm":
            matrix = times([float(n) for n in operands], matrix)
        elif operator == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == "Tm":
            placed = times([float(n) for n in operands], matrix)
        elif operator in {"Tj", "TJ"} and placed[1] == 0:
            units = 0.0
            for part in operands[0] if operator == "TJ" else operands:
                if isinstance(part, pikepdf.String):
                    units += sum(fonts[font].get(c, 0.0) for c in _codes(bytes(part)))
                else:
                    units -= float(part)
            scale = size * placed[0]
            left = placed[4] * PT
            right = left + units * scale / 1000 * PT
            boxes.append(TextBox(left, right, height - placed[5] * PT, scale))
    return boxes


def _fonts(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    return {str(k): f for k, f in dict(page.Resources.get("/Font") or {}).items()}


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """Read the widths of a composite font: `first [w w …]` or `first last w`."""
    items = list(font.DescendantFonts[0].W)
    found: dict[int, float] = {}
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, pikepdf.Array):
            found.update({first + n: float(w) for n, w in enumerate(second)})
        else:
            found.update(dict.fromkeys(range(first, int(second) + 1), float(items.pop(0))))
    return found


def _walk(node: Any, page: int, pages: Mapping[Any, int], content: Content) -> Iterator[str]:
    if "/Pg" in node:
        page = pages[node.Pg.objgen]
    if "/Alt" in node:
        yield f"‹{node.Alt}›"
        return
    kids: Any = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield content.get((page, kid), "")
        elif kid.get("/Type") == "/MCR":
            on = pages[kid.Pg.objgen] if "/Pg" in kid else page
            yield content.get((on, int(kid.MCID)), "")
        elif kid.get("/Type") != "/OBJR":
            yield from _walk(kid, page, pages, content)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each marked piece of a page."""
    fonts = {k: _unicode(f) for k, f in _fonts(page).items()}
    texts: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in instructions(page):
        if operator in {"BDC", "BMC"}:
            mark: Any = operands[1] if operator == "BDC" else None
            inside = isinstance(mark, pikepdf.Dictionary) and "/MCID" in mark
            within = stack[-1] if stack and str(operands[0]) == "/Span" else None
            if within is not None and "/ActualText" in mark:  # it is said instead of the letters
                texts[within] = texts.get(within, "") + str(mark.ActualText)
                within = None
            stack.append(int(mark.MCID) if inside else within)
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in {"Tj", "TJ", "Tm"} and stack and stack[-1] is not None:
            parts = operands[0] if operator == "TJ" else operands
            text = " " if operator == "Tm" else _decode_all(parts, font)
            texts[stack[-1]] = texts.get(stack[-1], "") + text
    return texts


def _decode_all(parts: Iterable[object], font: dict[int, str]) -> str:
    return "".join(_decode(bytes(p), font) for p in parts if isinstance(p, pikepdf.String))


def _decode(code: bytes, font: dict[int, str]) -> str:
    return "".join(font.get(c, "") for c in _codes(code))


def _codes(code: bytes) -> list[int]:
    return [int.from_bytes(code[i : i + 2]) for i in range(0, len(code), 2)]


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    """Read a font's ToUnicode map."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, target in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(target).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, target in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for n in range(int(first, 16), int(last, 16) + 1):
                found[n] = chr(int(target, 16) + n - int(first, 16))
    return found

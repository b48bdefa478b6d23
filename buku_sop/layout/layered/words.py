"""Words set in lines of a given width."""

from __future__ import annotations

from buku_sop.layout.text import width

ELLIPSIS = "…"


def wrap(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a text into at most `most` lines no wider than `room`; what is left out ends in an ellipsis.

    Breaks between words; a word wider than a line is broken where the line ends. `size` is that of the letters, in
    the unit of `room`.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, room)
        lines += full
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), size, room)]
    return tuple(lines)


def _pieces(word: str, size: float, room: float) -> list[str]:
    """Cut a word into stretches that fit."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(text: str, size: float, room: float) -> str:
    """Cut a line between words, or in its only word, so that the ellipsis fits as well."""
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}" if kept else word
        if width(longer + ELLIPSIS, size) > room:
            break
        kept = longer
    if not kept:
        kept = _pieces(text, size, room - width(ELLIPSIS, size))[0]
    return kept.rstrip(" ,.;:/(-–—") + ELLIPSIS

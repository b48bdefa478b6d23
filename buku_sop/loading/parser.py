"""The YAML parser: PyYAML's in C; where that was not built, as in a browser, the same one in Python.

What a text says is asked several times while it is edited (its values, their ranges, its comments), and reading it is
what takes the time there: the events of the newest texts are kept, and in Python those of each step.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from buku_sop.loading.pieces import events_in_pieces

_KEPT = 16
"""Texts: one before and after an edit, and the small files around it."""


class InPython(yaml.SafeLoader):
    """The parser in Python, which goes over words at once rather than letter by letter."""

    def forward(self, length: int = 1) -> None:
        """Go on; only in what cannot be printed may a line end."""
        if self.pointer + length + 1 >= len(self.buffer):
            self.update(length + 1)
        if self.buffer[self.pointer : self.pointer + length].isprintable():
            self.pointer += length
            self.index += length
            self.column += length
        else:
            super().forward(length)


LOADER: Any = getattr(yaml, "CSafeLoader", InPython)
"""What events, tokens and marks come from; both give the same for every text that is YAML."""


def events(text: str) -> Iterator[Any]:
    """Yield the events of a text. Raises yaml.YAMLError where it is broken, after all that stands before."""
    found, error = _events(text)
    yield from found
    if error is not None:
        raise error


@lru_cache(_KEPT)
def _events(text: str) -> tuple[tuple[Any, ...], yaml.YAMLError | None]:
    found: list[Any] = []
    if LOADER is InPython and (pieced := events_in_pieces(text, _parse)) is not None:
        return pieced, None
    try:
        found.extend(_parse(text))
    except yaml.YAMLError as error:
        return tuple(found), error.with_traceback(None)
    return tuple(found), None


def _parse(text: str) -> Iterator[Any]:
    parsed: Iterator[Any] = yaml.parse(text, Loader=LOADER)
    return parsed

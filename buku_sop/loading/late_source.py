"""A file whose values and places are read again only when somebody asks where something stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from buku_sop.loading.places import Places, Source, Value
from buku_sop.loading.text import read_text


@dataclass(frozen=True, slots=True)
class _Start:
    line: int = 0
    column: int = 0


class LateSource(Source):
    """The source of a file that an earlier run read whole; of one that has gone meanwhile, everything is at its start."""

    def __init__(self, file: str, baca: Callable[[], bytes]) -> None:
        """`baca` gives the bytes of the file, or raises OSError."""
        object.__setattr__(self, "file", file)
        object.__setattr__(self, "_baca", baca)

    @cached_property
    def _source(self) -> Source:
        nothing = Source(self.file, {}, Places(_Start(), {}))
        baca: Callable[[], bytes] = object.__getattribute__(self, "_baca")
        try:
            text = baca().decode("utf-8-sig")
        except (OSError, ValueError):
            return nothing
        return read_text(text, self.file)[0] or nothing

    @property
    def data(self) -> dict[str, Value]:
        """The values of the file."""
        return self._source.data

    @property
    def places(self) -> Places:
        """Where each of them stands."""
        return self._source.places

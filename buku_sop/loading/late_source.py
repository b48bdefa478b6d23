"""A file whose values and places are read again only when somebody asks where something stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas
from buku_sop.loading.places import Places, Source, Value
from buku_sop.loading.text import read_text


@dataclass(frozen=True, slots=True)
class _Start:
    line: int = 0
    column: int = 0


class LateSource(Source):
    """The source of a file that an earlier run read whole; of one that has gone meanwhile, everything is at its start."""

    def __init__(self, file: str, path: FilePath) -> None:
        object.__setattr__(self, "file", file)
        object.__setattr__(self, "_path", path)

    @cached_property
    def _source(self) -> Source:
        nothing = Source(self.file, {}, Places(_Start(), {}))
        path: FilePath = object.__getattribute__(self, "_path")
        try:
            text = baca_terbatas(path, MAX_BYTES)[0].decode("utf-8-sig")
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

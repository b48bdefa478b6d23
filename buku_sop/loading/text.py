"""Reads a YAML text into plain values and their places.

PyYAML's C parser gives events; values and places are built from them in one pass without recursion. Every
scalar stays the text that the author wrote (`no`, `1:30`, `010`, `2023-01-05`), equal keys are reported instead
of silently merged, and depth, size and alias expansion are bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import yaml

from buku_sop.diagnostics import Diagnostic, Location, diagnose
from buku_sop.loading.parser import events
from buku_sop.loading.places import Mark, Node, Place, Places, Source, Value, position
from buku_sop.loading.syntax import jelaskan

__all__ = ["MAX_DEPTH", "MAX_NODES", "Node", "Source", "Tags", "read_text"]

MAX_DEPTH = 32
MAX_NODES = 50_000
"""Values in one file, with every alias counted as often as it is used."""


class _Stop(Exception):
    """Ends the reading of a file that is not worth reading on."""


Tags = dict[tuple[int, int], str]
"""Tags by the line and column, from 1, of the values that have them."""


def read_text(
    text: str, file: str, tags: Tags | None = None
) -> tuple[Source | None, list[Diagnostic]]:
    """Read a YAML text. Returns no source when nothing sensible can be made of it; never raises.

    Tags are refused, unless `tags` is there to take them: for a file that is not only ours.
    """
    builder = _Builder(file, tags)
    try:
        builder.read(partial(next, events(text), None))
    except yaml.YAMLError as error:
        builder.diagnostics.append(jelaskan(error, text, file))
        return None, builder.diagnostics
    except _Stop:
        return None, builder.diagnostics
    value, place = builder.root
    if value is None:
        builder.report("SOP-B002", None)
    elif isinstance(value, dict) and isinstance(place, Places):
        return Source(file, value, place), builder.diagnostics
    else:
        builder.report("SOP-Y006", place, jenis="daftar" if isinstance(value, list) else "teks")
    return None, builder.diagnostics


class _Open:
    """A list or mapping that is being filled."""

    __slots__ = ("anchor", "inner", "key", "key_mark", "mapping", "places", "start", "value")

    def __init__(self, mark: Mark, *, mapping: bool, start: tuple[int, int]) -> None:
        # Both are of the type that `mapping` says, which no type checker can know.
        self.value: Any = {} if mapping else []
        self.inner: Any = {} if mapping else []
        self.places = Places(mark, self.inner)
        self.mapping = mapping
        self.key: str | None = None
        """The key whose value comes next."""
        self.key_mark: Mark = mark
        self.anchor: str | None = None
        self.start = start
        """What had been counted before."""


EMPTY = frozenset({"", "~", "null"})
"""What an empty value looks like, unless it is quoted."""


class _Builder:
    """Turns the parser's events into values and places."""

    def __init__(self, file: str, tags: Tags | None = None) -> None:
        self.file = file
        self.tags = tags
        self.root: tuple[Value, Place | None] = None, None
        self.diagnostics: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.top: _Open | None = None
        """The last of the stack."""
        self.anchors: dict[str, tuple[Value, Place, int] | None] = {}
        """Value, place and size of each anchor; None while it is open."""
        self.documents = 0
        self.total = 0
        """Values and keys so far, aliases expanded; an alias itself counts too."""
        self.aliases = 0

    def report(self, code: str, place: Place | None, **fill: object) -> None:
        line, column = position(place) if place else (1, 1)
        self.diagnostics.append(diagnose(code, Location(self.file, line, column), **fill))

    def read(self, next_event: Callable[[], Any]) -> None:
        """Take all events. Most are plain scalars, of which half are keys."""
        others: dict[type, Callable[[Any], None]] = {
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                value = event.value
                if value in EMPTY and not event.style and event.implicit[0]:
                    value = None
                if event.tag is not None or event.anchor is not None:
                    self._note(event, value)
                self._place(value, event.start_mark)
            elif kind in others:
                others[kind](event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report("SOP-Y007", event.start_mark)
            raise _Stop

    def _note(self, event: Any, value: str | None) -> None:
        """Refuse the tag of a scalar, remember its anchor."""
        self._check_tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, event.start_mark, 1

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and self.tags is not None:
            self.tags[position(event.start_mark)] = event.tag
        elif event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!", 1)  # as authors write it
            self.report("SOP-Y008", event.start_mark, tag=tag)

    def _open(self, event: Any) -> None:
        self._check_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            self.report("SOP-Y005", event.start_mark, batas=MAX_DEPTH)
            raise _Stop
        mapping = event.__class__ is yaml.MappingStartEvent
        self.top = _Open(event.start_mark, mapping=mapping, start=(self.total, self.aliases))
        self.stack.append(self.top)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
            self.top.anchor = event.anchor

    def _close(self, event: Any) -> None:
        done = self.stack.pop()
        self.top = self.stack[-1] if self.stack else None
        if done.anchor is not None:
            total, aliases = done.start
            size = 1 + self.total - total - (self.aliases - aliases)
            self.anchors[done.anchor] = done.value, done.places, size
        self._place(done.value, done.places)

    def _alias(self, event: Any) -> None:
        name = str(event.anchor)
        found = self.anchors.get(name)
        if found is None:
            sebab = (
                "menunjuk dirinya sendiri"
                if name in self.anchors
                else "menunjuk `&` yang tidak ada"
            )
            self.report("SOP-Y004", event.start_mark, alias=name, sebab=sebab)
            raise _Stop
        value, place, size = found
        self.total += size
        self.aliases += 1
        if self.total > MAX_NODES:
            self.report("SOP-Y004", event.start_mark, alias=name, sebab="mengembang terlalu besar")
            raise _Stop
        self._place(value, place)

    def _place(self, value: Any, place: Any) -> None:
        """Put a finished value where it belongs."""
        self.total += 1
        top = self.top
        if top is None:
            self.root = value, place
        elif not top.mapping:
            top.value.append(value)
            top.inner.append(place)
        elif top.key is None:
            if isinstance(place, Places):
                self.report("SOP-Y010", place)
                raise _Stop
            top.key, top.key_mark = value or "", place
        else:
            key, top.key = top.key, None
            if key in top.inner:
                baris = top.inner[key][0].line + 1
                self.report("SOP-Y003", top.key_mark, kunci=key, baris=baris)
                return
            top.value[key] = value
            top.inner[key] = top.key_mark, place

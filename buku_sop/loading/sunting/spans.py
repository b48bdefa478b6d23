"""Where every value of a YAML text begins and ends, so that a part of it can be exchanged and the rest stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Any

import yaml

from buku_sop.loading.parser import events
from buku_sop.loading.places import Path, Value
from buku_sop.loading.text import EMPTY
from buku_sop.loading.yaml_comments import Komentar, baca_komentar

_COLON = re.compile(" *:")


class TakDapatDisunting(Exception):
    """Says in Indonesian why a text cannot be edited in parts, or why an edit makes no sense in it."""


@dataclass(slots=True)
class Span:
    """A value and its range in the text: `start` up to, but not with, `end`, as offsets."""

    start: int
    end: int
    value: Value
    style: str = ""
    """Of a text: a quote, `|` or `>`; empty when it is plain."""
    flow: bool = False
    """Of a list or mapping: whether it stands in brackets."""
    items: list[Span] = field(default_factory=list)
    keys: dict[str, Span] = field(default_factory=dict)
    """Of a mapping: each key, in the order of the text."""
    members: dict[str, Span] = field(default_factory=dict)
    """Of a mapping: the value of each key."""

    def at(self, part: str | int) -> Span:
        """Return the value of a key or at an index."""
        return self.members[part] if isinstance(part, str) else self.items[part]


class SpannedText:
    """A text with the ranges of its values. Its lines end with a line feed alone."""

    def __init__(self, text: str) -> None:
        """Read a text. Raises TakDapatDisunting where ranges would not tell what may be exchanged."""
        self.text = text
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
        self.root = _Reader(self).read()
        self._comments: list[Komentar] | None = None

    def offset(self, mark: Any) -> int:
        """Turn a mark of the parser into an offset."""
        return (
            self.starts[mark.line] + int(mark.column)
            if mark.line < len(self.starts)
            else len(self.text)
        )

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, from 0."""
        return bisect_right(self.starts, offset) - 1

    def column_of(self, offset: int) -> int:
        """Return the column of an offset, from 0."""
        return offset - self.starts[self.line_of(offset)]

    def line(self, number: int) -> str:
        """Return a line without its end."""
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    @property
    def comments(self) -> list[Komentar]:
        """All comments, in order."""
        if self._comments is None:
            self._comments = baca_komentar(self.text)
        return self._comments

    def comments_between(self, start: int, end: int) -> Iterator[Komentar]:
        """Yield the comments that begin in a range of offsets."""
        for comment in self.comments:
            if start <= self.starts[comment.baris - 1] + comment.kolom < end:
                yield comment

    def find(self, path: Path) -> Span:
        """Return the value at a path. Raises TakDapatDisunting where there is none."""
        span = self.root
        for part in path:
            known = span.members if isinstance(part, str) else range(len(span.items))
            if part not in known:
                raise TakDapatDisunting(f"tidak ada {tulis_jalan(path)} di berkas ini")
            span = span.at(part)
        return span

    def dash(self, parent: Span, index: int) -> int:
        """Return the offset of the dash of an item of a block list."""
        column = self.column_of(parent.start)
        number = self.line_of(parent.items[index].start)
        while self.line(number)[column : column + 1] != "-":
            number -= 1
            if number < self.line_of(parent.start):
                raise TakDapatDisunting("tanda hubung sebuah butir daftar tidak ditemukan")
        return self.starts[number] + column


_KEPT = 8
"""Texts of which ranges are kept: what an edit leaves is what the next one begins from."""


@lru_cache(_KEPT)
def spanned(text: str) -> SpannedText:
    """Return a text with its ranges, which nobody changes. Raises TakDapatDisunting as the text itself does."""
    return SpannedText(text)


def tulis_jalan(path: Path) -> str:
    """Write a path as an author would say it: steps are counted from one."""
    return " → ".join(str(p + 1) if isinstance(p, int) else p for p in path) or "isi"


class _Reader:
    """Builds the ranges from the events of the parser."""

    def __init__(self, text: SpannedText) -> None:
        self.text = text
        self.lines, self.length = len(text.starts), len(text.text)
        self.anchors: dict[str, Value] = {}
        """Texts that have a name; what else has one is refused, since a place in it would be a place elsewhere, too."""

    def read(self) -> Span:
        if any(c in self.text.text for c in "\r\x85\u2028\u2029"):
            raise TakDapatDisunting(
                "berkas ini memakai pemisah baris yang tidak lazim; jalankan `sop rapikan` dulu"
            )
        try:
            self.events = events(self.text.text)
            root = self._document()
        except yaml.YAMLError as error:
            raise TakDapatDisunting(
                "berkas ini tidak terbaca; perbaiki dulu yang ditunjukkan `sop periksa`"
            ) from error
        except RecursionError as error:
            raise TakDapatDisunting("isi berkas ini bertingkat terlalu dalam") from error
        return root

    def _document(self) -> Span:
        for event in self.events:
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                return self._collection(event)
            if isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
                return self._scalar(event)
        raise TakDapatDisunting("berkas ini kosong")

    def _value(self, event: Any) -> Span:
        scalar = event.__class__ in (yaml.ScalarEvent, yaml.AliasEvent)
        return self._scalar(event) if scalar else self._collection(event)

    def _scalar(self, event: Any) -> Span:
        first, last, starts = event.start_mark, event.end_mark, self.text.starts
        start = starts[first.line] + first.column if first.line < self.lines else self.length
        end = starts[last.line] + last.column if last.line < self.lines else self.length
        if event.__class__ is yaml.AliasEvent:
            if event.anchor not in self.anchors:
                raise _tak_biasa(event)
            return Span(start, end, self.anchors[event.anchor])
        if event.tag not in (None, "!"):
            raise _tak_biasa(event)
        if event.style in ("|", ">"):
            end = max(start, start + len(self.text.text[start:end].rstrip(" \n")))
        value = event.value
        if value in EMPTY and not event.style and event.implicit[0]:
            value = None
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return Span(start, end, value, event.style or "")

    def _collection(self, event: Any) -> Span:
        if event.anchor is not None or event.tag not in (None, "!"):
            raise _tak_biasa(event)
        start = self.text.offset(event.start_mark)
        span = Span(start, start, None, flow=bool(event.flow_style))
        if event.__class__ is yaml.SequenceStartEvent:
            last = self._items(span)
        else:
            last = self._members(span)
        if span.flow:
            span.end = self.text.offset(last.end_mark)
        return span

    def _items(self, span: Span) -> Any:
        for event in self.events:
            if event.__class__ is yaml.SequenceEndEvent:
                break
            span.items.append(item := self._value(event))
            span.end = item.end
        span.value = [item.value for item in span.items]
        return event

    def _members(self, span: Span) -> Any:
        for event in self.events:
            if event.__class__ is yaml.MappingEndEvent:
                break
            if event.__class__ is not yaml.ScalarEvent:
                raise TakDapatDisunting("sebuah kunci di berkas ini bukan teks")
            key = self._key(event, span)
            span.members[event.value] = member = self._value(next(self.events))
            span.end = max(key.end + 1, member.end)
        span.value = {key: member.value for key, member in span.members.items()}
        return event

    def _key(self, event: Any, span: Span) -> Span:
        if event.anchor is not None:
            raise _tak_biasa(event)
        key = self._scalar(event)
        if event.value in span.keys:
            raise TakDapatDisunting(f"kunci {event.value} ditulis dua kali; hapus salah satunya")
        if not _COLON.match(self.text.text, key.end):
            raise TakDapatDisunting(
                "sebuah kunci di berkas ini ditulis dengan cara yang tidak lazim"
            )
        span.keys[event.value] = key
        return key


def _tak_biasa(event: Any) -> TakDapatDisunting:
    return TakDapatDisunting(
        f"baris {event.start_mark.line + 1} memakai tanda &, *, atau ! milik YAML; jalankan `sop rapikan` dulu"
    )

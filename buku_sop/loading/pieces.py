"""The events of a text, step by step: what was not changed since is not parsed again.

Where there is no parser in C, parsing the whole text is what an edit of one word takes longest for. The items of the list
`langkah` are parsed each by itself, and put among the events of what stands around them. A text, a list or a mapping that
does not end in the item where it begins is a mistake there, and then the whole is parsed as ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

_KEY = re.compile(r"^langkah:[ ]*(?:#.*)?\n", re.MULTILINE)
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ ]*(?:#.*)?\n)*")
"""Empty lines and comments."""
_AFTER = re.compile(r"^(?![ #\n]|- )", re.MULTILINE)
"""Where the list is over: a line that is neither indented nor empty, no comment and no item."""
_ODD = re.compile("[\r\t\x85\u2028\u2029\ufeff]|^(?:---|\\.\\.\\.|%)", re.MULTILINE)
"""What lets lines be counted in other ways, or parts a text."""
_KEPT = 400
"""Steps, and what stands around them."""

Events = tuple[Any, ...]
Parse = Callable[[str], Iterator[Any]]


class _Pieces(NamedTuple):
    before: str
    items: list[str]
    after: str


def events_in_pieces(text: str, parse: Parse) -> Events | None:
    """Return the events of a text as `parse` gives them; None where it has no steps that can be parsed by themselves.

    Only where what ends a list or a mapping without brackets stands is not told as exactly.
    """
    pieces = _pieces(text)
    if pieces is None:
        return None
    before, (first, *further), after = pieces
    around = _parsed(before + first + after, parse)
    end = _end_of_list(around, before.count("\n")) if around else None
    if around is None or end is None:
        return None
    found = list(around[:end])
    start = (before + first).count("\n")
    line = start
    for item in further:
        inner = _steps_at(item, line, parse)
        if inner is None:
            return None
        found += inner
        line += item.count("\n")
    found += _below(before + first + after, end, line - start, parse)
    return tuple(found)


def _pieces(text: str) -> _Pieces | None:
    """Part a text at the dashes of its steps."""
    key = _KEY.search(text)
    if key is None or _ODD.search(text):
        return None
    over = _AFTER.search(text, key.end())
    end = over.start() if over else len(text)
    first = _ITEM.search(text, key.end(), end)
    if first is None or not _NOTHING.fullmatch(text, key.end(), first.start()):
        return None
    dashes = [m.start() for m in _ITEM.finditer(text, first.start(), end) if m[1] == first[1]]
    items = [text[a:b] for a, b in zip(dashes, [*dashes[1:], end], strict=True)]
    if len(items) < 2 or not items[-1].endswith("\n"):
        return None
    return _Pieces(text[: first.start()], items, text[end:])


def _end_of_list(events: Events, line: int) -> int | None:
    """Return the index of what ends the list that begins in a line and has one item; None where it has more."""
    depth, start, items = 0, None, 0
    for n, event in enumerate(events):
        if start is None:
            place: Any = event.start_mark
            if isinstance(event, yaml.SequenceStartEvent) and place.line == line:
                start, depth = n, 0
            continue
        if isinstance(event, yaml.CollectionStartEvent):
            items += depth == 0
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            if depth == 0:
                return n if items == 1 else None
            depth -= 1
        else:
            items += depth == 0
    return None


def _steps(item: str, parse: Parse) -> Events | None:
    """Return the events of one item; None where it is none by itself."""
    events = _parsed(item, parse)
    if events is None or not isinstance(events[2], yaml.SequenceStartEvent):
        return None
    end = _end_of_list(events[2:], 0)
    if end is None or not isinstance(events[2 + end + 1], yaml.DocumentEndEvent):
        return None
    return events[3 : 2 + end]


@lru_cache(_KEPT)
def _steps_at(item: str, line: int, parse: Parse) -> Events | None:
    """Return the events of an item that begins in a line: those above an edit stay where they are, and mostly those below."""
    inner = _steps(item, parse)
    return None if inner is None else tuple(_moved(event, line) for event in inner)


@lru_cache(8)
def _below(around: str, first: int, lines: int, parse: Parse) -> Events:
    """Return the events of what stands around the steps from the first one behind them on."""
    return tuple(_moved(event, lines) for event in (_parsed(around, parse) or ())[first:])


@lru_cache(_KEPT)
def _parsed(text: str, parse: Parse) -> Events | None:
    try:
        return tuple(parse(text))
    except yaml.YAMLError:
        return None


def _moved(event: Any, lines: int) -> Any:
    """Return an event as it stands some lines further down."""
    moved = object.__new__(event.__class__)
    moved.__dict__.update(event.__dict__)
    moved.start_mark, moved.end_mark = _down(event.start_mark, lines), _down(event.end_mark, lines)
    return moved


def _down(mark: Any, lines: int) -> Any:
    nowhere: Any = None  # of the text around it; nobody asks, since it is no mistake
    return yaml.Mark(mark.name, nowhere, mark.line + lines, mark.column, nowhere, nowhere)

"""The values of a file, and where each of them was written.

A handbook has a hundred thousand values and asks for the place of a few: so values are plain lists and mappings,
which the forms take as they are, and their places beside them are the parser's own marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from buku_sop.diagnostics import Location

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None


@dataclass(slots=True)
class Node:
    """A value of the file: None, text, a list or a mapping, with its line and column from 1."""

    value: str | list[Node] | dict[str, Node] | None
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For a mapping, where each key stands."""

    def plain(self) -> object:
        """Return the value without positions."""
        if isinstance(self.value, list):
            return [n.plain() for n in self.value]
        if isinstance(self.value, dict):
            return {k: n.plain() for k, n in self.value.items()}
        return self.value

    def walk(self) -> Iterator[Node]:
        """Yield every node of the tree."""
        yield self
        children: Iterable[Node] = ()
        if isinstance(self.value, list):
            children = self.value
        elif isinstance(self.value, dict):
            children = self.value.values()
        for child in children:
            yield from child.walk()


class Mark(Protocol):
    """A place as the parser marks it, with line and column from 0."""

    @property
    def line(self) -> int:
        """Line."""

    @property
    def column(self) -> int:
        """Column."""


class Places:
    """Where a list or mapping was written, and what is in it; the same shape as its value."""

    __slots__ = ("inner", "mark")

    def __init__(self, mark: Mark, inner: list[Place] | dict[str, tuple[Mark, Place]]) -> None:
        self.mark = mark
        self.inner = inner
        """Of a mapping, the place of each key and of its value."""

    def at(self, part: str | int) -> Place:
        """Return the place of a value in it."""
        if isinstance(self.inner, list):
            return self.inner[int(part)]
        return self.inner[str(part)][1]

    def at_key(self, key: str) -> Mark:
        """Return the place of a key of a mapping."""
        assert isinstance(self.inner, dict)
        return self.inner[key][0]


Place = Mark | Places


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its values, and where each of them stands."""

    file: str
    data: dict[str, Value]
    """The values; an alias is the very value that it repeats, so nobody may change them."""
    places: Places

    @property
    def root(self) -> Node:
        """The values with their positions."""
        return _node(self.data, self.places)

    def data_at(self, path: Path) -> Value:
        """Return the value at a path; None where there is none."""
        value: Value = self.data
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
                value = value[part]
            else:
                return None
        return value

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """Find the place of a value, or of the nearest value around it that exists.

        With `key`, the place of the mapping key that ends the path rather than that of its value.
        """
        value: Value = self.data
        place: Place = self.places
        for i, part in enumerate(path):
            if not isinstance(place, Places):
                break
            if isinstance(value, dict) and isinstance(part, str):
                if part not in value:
                    break
                value = value[part]
                if value is None or (key and i == len(path) - 1):
                    place = place.at_key(part)
                    break
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                break
            place = place.at(part)
        return Location(self.file, *position(place))


def position(place: Place) -> tuple[int, int]:
    """Return line and column of a place, from 1."""
    mark = place.mark if isinstance(place, Places) else place
    return mark.line + 1, mark.column + 1


def _node(value: Value, place: Place) -> Node:
    line, column = position(place)
    if isinstance(value, list) and isinstance(place, Places):
        return Node([_node(v, place.at(i)) for i, v in enumerate(value)], line, column)
    if isinstance(value, dict) and isinstance(place, Places):
        keys = {k: position(place.at_key(k)) for k in value}
        return Node({k: _node(v, place.at(k)) for k, v in value.items()}, line, column, keys)
    assert not isinstance(value, list | dict)  # these have places
    return Node(value, line, column)

"""Reads a YAML text into a tree of values that know where they were written.

PyYAML's C parser gives events; the tree is built from them in one pass without recursion. Every scalar
stays the text that the author wrote (`no`, `1:30`, `010`, `2023-01-05`), equal keys are reported instead of
silently merged, and depth, size and alias expansion are bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from macros.diagnostics import Diagnostic, Location, diagnose
from macros.loading.syntax import jelaskan

MAX_DEPTH = 32
MAX_NODES = 50_000
"""Values in one file, with every alias counted as often as it is used."""

Path = tuple[str | int, ...]
_NO_KEYS: dict[str, tuple[int, int]] = {}
"""Shared by all that is no mapping: most values of a file are texts."""


@dataclass(slots=True)
class Node:
    """A value of the file: None, text, a list or a mapping, with its line and column from 1."""

    value: str | list[Node] | dict[str, Node] | None
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For a mapping, where each key stands."""
    size: int = 1
    """Values in it, itself included, aliases expanded."""

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


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: answers where a value stands."""

    file: str
    root: Node

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """Find the place of a value, or of the nearest value around it that exists.

        With `key`, the place of the mapping key that ends the path rather than that of its value.
        """
        node, line, column = self.root, self.root.line, self.root.column
        for i, part in enumerate(path):
            child: Node | None = None
            if isinstance(node.value, dict) and isinstance(part, str):
                child = node.value.get(part)
                if child is not None and ((key and i == len(path) - 1) or child.value is None):
                    return Location(self.file, *node.keys[part])
            elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                child = node.value[part]
            if child is None:
                break
            node, line, column = child, child.line, child.column
        return Location(self.file, line, column)


class _Stop(Exception):
    """Ends the reading of a file that is not worth reading on."""


def read_text(text: str, file: str) -> tuple[Source | None, list[Diagnostic]]:
    """Read a YAML text. Returns no source when nothing sensible can be made of it; never raises."""
    builder = _Builder(file)
    try:
        next_event = yaml.CSafeLoader(text).get_event
        while (event := next_event()) is not None:
            builder.take(event)
    except yaml.YAMLError as error:
        builder.diagnostics.append(jelaskan(error, text, file))
        return None, builder.diagnostics
    except _Stop:
        return None, builder.diagnostics
    if builder.root is None or builder.root.value is None:
        builder.report("SOP-B002", 1, 1)
        return None, builder.diagnostics
    if not isinstance(builder.root.value, dict):
        jenis = "daftar" if isinstance(builder.root.value, list) else "teks"
        builder.report("SOP-Y006", builder.root.line, builder.root.column, jenis=jenis)
        return None, builder.diagnostics
    return Source(file, builder.root), builder.diagnostics


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled."""

    node: Node
    anchor: str | None
    key: tuple[str, int, int] | None = None


class _Builder:
    """Turns the parser's events into nodes."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.documents = 0
        self.total = 0

    def report(self, code: str, line: int, column: int, **fill: object) -> None:
        self.diagnostics.append(diagnose(code, Location(self.file, line, column), **fill))

    def take(self, event: yaml.Event) -> None:
        """Handle one event."""
        mark = event.start_mark
        assert mark is not None  # only events that a program makes have none
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):  # the most frequent first
            self._check_tag(event.tag, line, column)
            self._scalar(event, line, column)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_tag(event.tag, line, column)
            self._open(event, line, column)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(str(event.anchor), line, column)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.report("SOP-Y007", line, column)
                raise _Stop

    def _check_tag(self, tag: str | None, line: int, column: int) -> None:
        if tag is not None and tag != "!":
            self.report("SOP-Y008", line, column, tag=tag)

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        plain = event.implicit[0] and event.style in (None, "")
        empty = plain and event.value in ("", "~", "null")
        node = Node(None if empty else event.value, line, column, _NO_KEYS)
        if event.anchor:
            self.anchors[event.anchor] = node
        self._place(node)

    def _open(self, event: yaml.CollectionStartEvent, line: int, column: int) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.report("SOP-Y005", line, column, batas=MAX_DEPTH)
            raise _Stop
        mapping = isinstance(event, yaml.MappingStartEvent)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.stack.append(_Open(Node({} if mapping else [], line, column), event.anchor))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self._place(done.node)

    def _alias(self, name: str, line: int, column: int) -> None:
        node = self.anchors.get(name)
        if node is None:
            self.report("SOP-Y004", line, column, alias=name, sebab="menunjuk dirinya sendiri")
            raise _Stop
        self.total += node.size
        if self.total > MAX_NODES:
            self.report("SOP-Y004", line, column, alias=name, sebab="mengembang terlalu besar")
            raise _Stop
        self._place(node)

    def _place(self, node: Node) -> None:
        """Put a finished value where it belongs."""
        self.total += 1
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.node.size += node.size
        values = parent.node.value
        if isinstance(values, list):
            values.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            key, line, column = parent.key
            parent.key = None
            mapping = values
            assert isinstance(mapping, dict)
            if key in mapping:
                baris = parent.node.keys[key][0]
                self.report("SOP-Y003", line, column, kunci=key, baris=baris)
                return
            mapping[key] = node
            parent.node.keys[key] = (line, column)

    def _key(self, parent: _Open, node: Node) -> None:
        if isinstance(node.value, list | dict):
            self.report("SOP-Y010", node.line, node.column)
            raise _Stop
        parent.key = (node.value or "", node.line, node.column)

"""The smallest changes of a YAML text that change, insert, delete or move one value; everything else stays as it is.

Each function returns what is exchanged. Comments inside what goes away stay behind as lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.forms import Entry, entry_at
from buku_sop.loading.sunting.fragment import in_style, one_line, refold, write_entry, write_item
from buku_sop.loading.sunting.spans import Span, TakDapatDisunting, spanned
from buku_sop.loading.tata import KELOMPOK, LEBAR, LEBAR_KEMBALI
from buku_sop.loading.yaml_comments import Komentar


class Edit(NamedTuple):
    """A range of a text that is exchanged: offsets, and what comes in its place."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Exchange ranges that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def inverse(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits of the changed text that give `text` back."""
    shift, back = 0, []
    for edit in sorted(edits):
        start = edit.start + shift
        back.append(Edit(start, start + len(edit.text), text[edit.start : edit.end]))
        shift += len(edit.text) - (edit.end - edit.start)
    return tuple(back)


class Editor:
    """Finds the edits of one text of a form. Every method raises TakDapatDisunting where it cannot."""

    def __init__(self, text: str, form: type[Bentuk]) -> None:
        self.doc = spanned(text)
        self.form = form

    # --- What is changed ---------------------------------------------------------------

    def replace(self, path: Path, value: Value) -> list[Edit]:
        """Exchange a value for another, which is not None."""
        if (flow := self._flow_around(path)) is not None:
            return self._in_flow(flow, path, value)
        span = self.doc.find(path)
        if isinstance(value, str) and isinstance(span.value, str):
            return self._text(path, span, value)
        return self._entry(path, value)

    def insert_key(self, path: Path, value: Value) -> list[Edit]:
        """Insert a key, the last part of a path, with its value where its form wants it."""
        parent, key = self.doc.find(path[:-1]), str(path[-1])
        flow = path[:-1] if parent.flow else self._flow_around(path[:-1])
        if flow is not None or not parent.members:
            whole = flow if flow is not None else path[:-1]
            return self._rewrite(whole, self._with(whole, path, value))
        order = entry_at(self.form, self.doc.root.value, path).around.order()
        rank = order.index(key) if key in order else len(order)
        before = [k for k in parent.members if k in order and order.index(k) < rank]
        if key not in order:
            before = list(parent.members)
        if before:
            return self._key_after(path, before[-1], value)
        return self._key_first(path, value)

    def insert_item(self, path: Path, value: Value) -> list[Edit]:
        """Insert an item into a list, at the index that ends the path."""
        parent, index = self.doc.find(path[:-1]), int(path[-1])
        flow = path[:-1] if parent.flow else self._flow_around(path[:-1])
        if flow is not None or not parent.items or self._on_dash(parent):
            whole = flow if flow is not None else path[:-1]
            return self._rewrite(whole, self._with(whole, path, value, insert=True))
        entry = entry_at(self.form, self.doc.root.value, path)
        column = self.doc.column_of(parent.start)
        lines = _indented(write_item(value, entry.key, entry.around, column), column)
        spaced = self._spaced(parent, entry)
        if index >= len(parent.items):
            at = self._end_with_comments(parent.items[-1], column)
            return [Edit(at, at, "\n" + ("\n" if spaced else "") + "\n".join(lines))]
        at = self.doc.starts[self._first_line(self.doc.dash(parent, index), index)]
        return [Edit(at, at, "\n".join(lines) + ("\n\n" if spaced else "\n"))]

    def delete(self, path: Path) -> list[Edit]:
        """Delete a key or an item, with the list or mapping that has nothing else."""
        while len(path) > 1 and len(self._inside(self.doc.find(path[:-1]))) == 1:
            path = path[:-1]
        if (flow := self._flow_around(path)) is not None:
            return self._rewrite(flow, without(self.doc.find(flow).value, path[len(flow) :]))
        parent = self.doc.find(path[:-1])
        starts = self._starts(parent)
        return self._cut(path, starts, _index(parent, path[-1]))

    def move(self, path: Path, to: int) -> list[Edit]:
        """Move an item of a list, or a key of a mapping, to another index."""
        parent = self.doc.find(path[:-1])
        index = _index(parent, path[-1])
        if parent.flow or self._flow_around(path[:-1]) is not None or self._on_dash(parent):
            return self.replace(path[:-1], moved(parent.value, index, to))
        low, high = sorted((index, to))
        blocks = [self._block(parent, n) for n in range(low, high + 1)]
        texts = [self.doc.text[a:b] for a, b in blocks]
        gaps = [self.doc.text[a[1] : b[0]] for a, b in pairwise(blocks)]
        texts.insert(to - low, texts.pop(index - low))
        joined = texts[0] + "".join(gap + text for gap, text in zip(gaps, texts[1:], strict=True))
        return [Edit(blocks[0][0], blocks[-1][1], joined)]

    def rename_key(self, path: Path, new: str) -> list[Edit]:
        """Give a key another name, in its place."""
        parent, old = self.doc.find(path[:-1]), str(path[-1])
        if new in parent.members:
            raise TakDapatDisunting(f"kunci {new} sudah ada di sana")
        span = parent.keys[old]
        return [Edit(span.start, span.end, in_style(new, span, flow=True))]

    # --- Texts ---------------------------------------------------------------------------

    def _text(self, path: Path, span: Span, text: str) -> list[Edit]:
        if span.style in ("|", ">"):
            return self._block_text(path, span, text) or self._entry(path, text)
        if "\n" in text:
            return self._entry(path, text)
        written = in_style(text, span, flow=False)
        column = self.doc.column_of(span.start)
        line = self.doc.line_of(span.start)
        wide = len(self.doc.line(line)) > LEBAR and self.doc.line_of(span.end) == line
        if wide or column + len(written) <= LEBAR:
            return [Edit(span.start, span.end, written)]
        return self._entry(path, text)

    def _block_text(self, path: Path, span: Span, text: str) -> list[Edit]:
        """Exchange the lines of a text that stands below its key; nothing where it should not stay there."""
        first = self.doc.line_of(span.start)
        head = self.doc.text[span.start : self.doc.line_end(span.start)].split("#")[0].strip()
        start = self.doc.starts[first + 1]
        old = self.doc.text[start : span.end].split("\n")
        column = len(old[0]) - len(old[0].lstrip())
        lines: list[str] = []
        if head in ("|", "|-") and "\n" in text and text[0] != " ":
            lines = text.split("\n")
        elif head in (">", ">-") and "\n" not in text and all(line.strip() for line in old):
            returns = self._returns(span, text) and not self._returns(
                span, " ".join(str(span.value).split())
            )
            lines = [] if returns else refold(old, text, LEBAR - column)
        if not lines or not old[0].strip():
            return []
        return [Edit(start, span.end, "\n".join(_indented(lines, column)))]

    def _returns(self, span: Span, text: str) -> bool:
        """Whether a text below its key would stand beside it in the canonical form."""
        return (
            self.doc.column_of(span.start) + len(text) <= LEBAR_KEMBALI and one_line(text) == text
        )

    # --- Whole entries --------------------------------------------------------------------

    def _entry(self, path: Path, value: Value) -> list[Edit]:
        """Write a key or an item anew."""
        span, entry = self.doc.find(path), entry_at(self.form, self.doc.root.value, path)
        if isinstance(path[-1], int):
            parent = self.doc.find(path[:-1])
            anchor = self.doc.dash(parent, path[-1])
            column = self.doc.column_of(anchor)
            lines = write_item(value, entry.key, entry.around, column)
            begin = anchor + 1
        else:
            key = self.doc.find(path[:-1]).keys[path[-1]]
            anchor, column = key.start, self.doc.column_of(key.start)
            lines = write_entry(path[-1], value, entry.around, column)
            begin = self.doc.text.index(":", key.end) + 1
            lines[0] = lines[0][len(one_line(path[-1])) + 1 :] if path[-1] else lines[0]
        if isinstance(path[-1], int):
            lines[0] = lines[0][1:]
        end = self.doc.line_end(max(span.end, begin))
        if (
            len(lines) > 1
        ):  # the last of them may be a text that would take comments further right for its own
            end = self._end_with_comments(span, column, begin)
        kept = list(self.doc.comments_between(begin, end))
        beside = [k for k in kept if k.baris - 1 == self.doc.line_of(begin)][:1]
        lines[0] += "".join(f" {k.teks}" for k in beside)
        lines = [lines[0], *_indented(lines[1:], column)]
        return [
            *self._left(anchor, [k for k in kept if k not in beside]),
            Edit(begin, end, "\n".join(lines)),
        ]

    def _key_after(self, path: Path, previous: str, value: Value) -> list[Edit]:
        parent, key = self.doc.find(path[:-1]), str(path[-1])
        column = self.doc.column_of(parent.keys[previous].start)
        entry = entry_at(self.form, self.doc.root.value, path)
        lines = _indented(write_entry(key, value, entry.around, column), column)
        at = self._end_with_comments(
            parent.members[previous], column, least=parent.keys[previous].end + 1
        )
        names = list(parent.members)
        following = names[names.index(previous) + 1] if previous != names[-1] else None
        if len(path) == 1 and KELOMPOK.get(key) != KELOMPOK.get(previous):
            if following is not None and KELOMPOK.get(key) == KELOMPOK.get(following):
                at = self.doc.starts[self._above(parent.keys[following].start, column)]
                return [Edit(at, at, "\n".join(lines) + "\n")]
            lines = ["", *lines]
        return [Edit(at, at, "\n" + "\n".join(lines))]

    def _key_first(self, path: Path, value: Value) -> list[Edit]:
        parent, key = self.doc.find(path[:-1]), str(path[-1])
        first = next(iter(parent.keys.values()))
        column = self.doc.column_of(first.start)
        entry = entry_at(self.form, self.doc.root.value, path)
        lines = write_entry(key, value, entry.around, column)
        return [
            Edit(
                first.start,
                first.start,
                "\n".join([lines[0], *_indented(lines[1:], column), " " * column]),
            )
        ]

    def _cut(self, path: Path, starts: list[int], index: int) -> list[Edit]:
        span, start = self.doc.find(path), starts[index]
        column = self.doc.column_of(start)
        line = self.doc.line_of(start)
        least = start + 1
        if isinstance(path[-1], str):
            least = self.doc.find(path[:-1]).keys[path[-1]].end + 1
        if self.doc.line(line)[:column].strip():  # it stands beside the dash of the list around
            following = starts[index + 1] if index + 1 < len(starts) else None
            if following is None:
                raise TakDapatDisunting(
                    "butir ini tidak dapat dihapus sendiri; jalankan `sop rapikan` dulu"
                )
            kept = list(self.doc.comments_between(start, following))
            return [*self._left(start, kept), Edit(start, following, "")]
        end = self._end_with_comments(span, column, least=least)
        kept = list(self.doc.comments_between(start, end))
        last = self.doc.line_of(end)
        if kept:
            return [Edit(self.doc.starts[line], end, "\n".join(_lines(kept, column)))]
        while (
            index == 0 and last + 2 < len(self.doc.starts) and not self.doc.line(last + 1).strip()
        ):
            last += 1
        while line > 0 and not self.doc.line(line - 1).strip() and self._blank_or_end(last + 1):
            line -= 1
        if last + 1 >= len(self.doc.starts):  # the last line of the text, without a line break
            return [Edit(max(self.doc.starts[line] - 1, 0), end, "")]
        return [Edit(self.doc.starts[line], self.doc.starts[last + 1], "")]

    def _blank_or_end(self, line: int) -> bool:
        return line >= len(self.doc.starts) or not self.doc.line(line).strip()

    # --- Brackets -------------------------------------------------------------------------

    def _flow_around(self, path: Path) -> Path | None:
        """Return the path of the outermost list or mapping in brackets that holds a path."""
        for n in range(len(path)):
            if self.doc.find(path[:n]).flow:
                return path[:n]
        return None

    def _in_flow(self, flow: Path, path: Path, value: Value) -> list[Edit]:
        span = self.doc.find(path)
        if isinstance(value, str) and isinstance(span.value, str) and "\n" not in value:
            return [Edit(span.start, span.end, in_style(value, span, flow=True))]
        return self._rewrite(flow, self._with(flow, path, value))

    def _with(self, whole: Path, path: Path, value: Value, *, insert: bool = False) -> Value:
        return with_value(self.doc.find(whole).value, path[len(whole) :], value, insert=insert)

    def _rewrite(self, whole: Path, changed: Value) -> list[Edit]:
        """Write a list or mapping anew; without anything in it, it goes."""
        if not whole:
            raise TakDapatDisunting(
                "seluruh berkas ini ditulis di dalam kurung; jalankan `sop rapikan` dulu"
            )
        return self.delete(whole) if changed in ({}, [], None) else self._entry(whole, changed)

    # --- Lines ----------------------------------------------------------------------------

    @staticmethod
    def _inside(span: Span) -> list[Span]:
        return span.items or list(span.members.values())

    def _starts(self, parent: Span) -> list[int]:
        """Return where each entry of a list or mapping begins: its dash or its key."""
        if parent.items:
            return [self.doc.dash(parent, n) for n in range(len(parent.items))]
        return [key.start for key in parent.keys.values()]

    def _on_dash(self, parent: Span) -> bool:
        """Whether a list begins on the line of the dash around it."""
        line = self.doc.line_of(parent.start)
        return bool(self.doc.line(line)[: self.doc.column_of(parent.start)].strip())

    def _left(self, anchor: int, comments: list[Komentar]) -> list[Edit]:
        """Set comments above the line of an entry."""
        if not comments:
            return []
        line = self.doc.line_of(anchor)
        at = self.doc.starts[line]
        column = len(self.doc.line(line)) - len(self.doc.line(line).lstrip())
        return [Edit(at, at, "\n".join(_lines(comments, column)) + "\n")]

    def _end_with_comments(self, span: Span, column: int, least: int = 0) -> int:
        """Return where the lines of an entry end, with the comments below that stand further right than it."""
        end = max(span.end, least)
        first = line = self.doc.line_of(end)
        for below in range(first + 1, len(self.doc.starts)):
            following = self.doc.line(below)
            if (
                following.lstrip().startswith("#")
                and len(following) - len(following.lstrip()) > column
            ):
                line = below
            elif following.strip():
                break
        return self.doc.line_end(end if line == first else self.doc.starts[line])

    def _above(self, start: int, column: int) -> int:
        """Return the first of the lines of an entry, with the comments right above it."""
        line = self.doc.line_of(start)
        while line > 0 and self.doc.line(line - 1).lstrip().startswith("#"):
            above = self.doc.line(line - 1)
            if len(above) - len(above.lstrip()) > column:
                break
            line -= 1
        return line

    def _first_line(self, start: int, index: int) -> int:
        return self._above(start, self.doc.column_of(start)) if index else self.doc.line_of(start)

    def _block(self, parent: Span, index: int) -> tuple[int, int]:
        """Return the range of the lines of an item or a key."""
        start = self._starts(parent)[index]
        least = [*parent.keys.values()][index].end + 1 if parent.keys else start + 1
        end = self._end_with_comments(self._inside(parent)[index], self.doc.column_of(start), least)
        return self.doc.starts[self._first_line(start, index)], end

    def _spaced(self, parent: Span, entry: Entry) -> bool:
        """Whether blank lines stand between the items of a list."""
        if len(parent.items) < 2:
            return entry.inside.spaced()
        lines = (self._first_line(start, 1) for start in self._starts(parent)[1:])
        return any(not self.doc.line(line - 1).strip() for line in lines)


def moved(data: Value, index: int, to: int) -> Value:
    """Return a list with an item, or a mapping with a key, at another index."""
    if isinstance(data, dict):
        pairs = list(data.items())
        pairs.insert(to, pairs.pop(index))
        return dict(pairs)
    items = list(data) if isinstance(data, list) else []
    items.insert(to, items.pop(index))
    return items


def _index(parent: Span, part: str | int) -> int:
    return part if isinstance(part, int) else list(parent.members).index(part)


def with_value(data: Value, path: Path, value: Value, *, insert: bool = False) -> Value:
    """Return data with the value at a path set, or inserted into the list there."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(part, int):
        items = list(data)
        if insert and not rest:
            items.insert(part, value)
        else:
            items[part] = with_value(items[part], rest, value, insert=insert)
        return items
    members = dict(data) if isinstance(data, dict) else {}
    members[str(part)] = with_value(members.get(str(part)), rest, value, insert=insert)
    return members


def without(data: Value, path: Path) -> Value:
    """Return data without the value at a path, and without the list or mapping that then is empty; None if all is."""
    part, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(part, int):
        inner = without(data[part], rest) if rest else None
        items = [*data[:part], *([] if inner is None else [inner]), *data[part + 1 :]]
        return items or None
    assert isinstance(data, dict)
    assert isinstance(part, str)
    inner = without(data[part], rest) if rest else None
    if inner is not None:
        return {**data, part: inner}
    return {k: v for k, v in data.items() if k != part} or None


def _indented(lines: Iterable[str], column: int) -> list[str]:
    return [" " * column + line if line else line for line in lines]


def _lines(comments: Iterable[Komentar], column: int) -> Iterator[str]:
    return (" " * column + k.teks for k in comments)

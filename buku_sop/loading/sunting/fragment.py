"""The text of a new or changed value, in the canonical form, as lines to be set into a file."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from buku_sop.loading.places import Node, Value
from buku_sop.loading.sunting.forms import Below
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.loading.tata import Penulis, penulis_yaml
from buku_sop.loading.text import read_text

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON may hold as it is and YAML may not."""


def write_entry(key: str, value: Value, below: Below, column: int) -> list[str]:
    """Write a key with its value as lines, the key at the margin; `column` is where it will stand."""
    writer, node = _writer({key: value}, below)
    tree = writer.bangun(node, below.form, column, None, sop=False, butir=below.free)
    return _dump(tree)


def write_item(value: Value, key: str, below: Below, column: int) -> list[str]:
    """Write an item of the list below a key as lines, its dash at the margin; `column` is where that will stand."""
    writer, node = _writer({key: [value]}, below)
    tree = writer.bangun(node, below.form, column - 2, None, sop=False, butir=below.free)
    if tree[key].fa.flow_style():
        tree[key].fa.set_block_style()
    return [line[2:] for line in _dump(tree)[1:]]


def _writer(data: dict[str, Value], below: Below) -> tuple[Penulis, Node]:
    text = quoted(data)
    source, findings = read_text(text, "")
    if source is None or findings:
        raise TakDapatDisunting("nilai baru itu tidak dapat ditulis")
    for node in (root := source.root).walk():
        node.column = 1  # so that no value seems to have been quoted by its author
    return Penulis([text], berbaris=below.lines_matter), root


def quoted(data: object) -> str:
    """Write any value so that YAML reads just that, on one line."""
    text = json.dumps(data, ensure_ascii=False)
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _dump(tree: CommentedMap) -> list[str]:
    out = io.StringIO()
    penulis_yaml().dump(tree, out)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def one_line(text: str, *, flow: bool = False) -> str:
    """Write a text on one line, with quotes only where it needs them."""
    if text in ("", "~", "null"):
        return f"'{text}'"
    out = io.StringIO()
    if flow:
        items = CommentedSeq([text])
        items.fa.set_flow_style()
        penulis_yaml().dump(CommentedMap(x=items), out)
        return out.getvalue().rstrip("\n")[len("x: [") : -1]
    penulis_yaml().dump(CommentedMap(x=text), out)
    return out.getvalue().rstrip("\n")[len("x: ") :]


def in_style(text: str, old: Any, *, flow: bool) -> str:
    """Write a text on one line with the quotes that the old one had, where these were its author's choice."""
    chosen = old.style in ("'", '"') and isinstance(old.value, str)
    if chosen and one_line(old.value, flow=flow)[:1] not in ("'", '"'):
        return quoted(text) if old.style == '"' else "'" + text.replace("'", "''") + "'"
    return one_line(text, flow=flow)


def refold(lines: Iterable[str], text: str, width: int) -> list[str]:
    """Break a folded text where its author broke it, as far as the same words are still there and it fits."""
    old = [words for line in lines if (words := line.split())]
    ends: list[int] = []
    for line in old[:-1]:
        ends.append((ends[-1] if ends else 0) + len(line))
    flat, new = [word for line in old for word in line], text.split()
    breaks = set()
    for a, b, size in SequenceMatcher(None, flat, new, autojunk=False).get_matching_blocks():
        breaks |= {b + end - a for end in ends if a < end <= a + size}
    return _wrap(new, breaks, width)


def _wrap(words: list[str], breaks: set[int], width: int) -> list[str]:
    lines: list[list[str]] = [[]]
    for n, word in enumerate(words):
        full = len(" ".join([*lines[-1], word])) > width
        if lines[-1] and (n in breaks or full):
            lines.append([])
        lines[-1].append(word)
    return [" ".join(line) for line in lines]

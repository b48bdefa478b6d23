"""Steps that are parsed each by itself give the events of the whole, or none."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from buku_sop.loading.parser import InPython
from buku_sop.loading.pieces import events_in_pieces
from tests.paths import SOP_DATA

DUA = """\
nama: Contoh  # catatan
langkah:  # dua
  # yang pertama
  - kegiatan: Satu
    waktu: 5 menit

  - kegiatan: >-
      Dua
      baris
    output: ['a', "b # c"]
status: draf
"""
_ENDS = (yaml.CollectionEndEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)


def parse(text: str) -> Iterator[Any]:
    events: Iterator[Any] = yaml.parse(text, Loader=InPython)
    return events


def told(event: Any) -> tuple[object, ...]:
    """Return what an event says, and where, but for what ends without a sign of its own."""
    said = {k: v for k, v in vars(event).items() if not k.endswith("_mark")}
    a, b = event.start_mark, event.end_mark
    place = None if isinstance(event, _ENDS) else (a.line, a.column, b.line, b.column)
    return type(event), said, place


def same_or_none(text: str) -> bool:
    """Whether there are pieces; if so, they say what the whole does."""
    pieces = events_in_pieces(text, parse)
    if pieces is None:
        return False
    assert [told(e) for e in pieces] == [told(e) for e in parse(text)], text
    return True


def test_steps_are_put_among_what_stands_around_them() -> None:
    assert same_or_none(DUA)


@pytest.mark.parametrize(
    "text",
    [
        DUA.replace("Satu", '"tidak\n  - berakhir'),
        DUA.replace("Satu", "[tidak,\n  - berakhir"),
        DUA.replace("Satu", "*b").replace("Dua", "&b Dua"),
        DUA.replace("  - kegiatan: >-", "   - kegiatan: >-"),
        DUA.replace("  - kegiatan: >-", "\t- kegiatan: >-"),
        DUA.replace("status: draf", "langkah:\n  - x\n  - y"),
        DUA.replace("status: draf", "---\nnama: lain"),
        "langkah:\n- a\n- b\n",
        "langkah:\n- |+\n  a\n\n- b\n\nnama: x\n",
        "langkah:\n  - a\n  -\n  - b\n",
        "langkah:\n  - a\n lain: c\n  - b\n",
        "lain:\n  langkah:\n  - a\n  - b\n",
    ],
)
def test_what_does_not_end_in_its_step_is_parsed_as_a_whole(text: str) -> None:
    try:
        same_or_none(text)
    except yaml.YAMLError:
        pytest.fail("pieces of a text that is broken")


def test_samples_that_are_broken_anywhere_say_what_the_whole_says() -> None:
    chance = random.Random(31)
    ada = 0
    for path in sorted(Path(SOP_DATA).glob("*/*.yml"))[:3]:
        text = path.read_text(encoding="utf-8")[:3000].rpartition("\n")[0] + "\n"
        ada += same_or_none(text)
        for _ in range(6):
            at = chance.randrange(len(text))
            sign = chance.choice(
                ["\n  - ", "\n", '"', "'", ": ", " #", "[", "|\n", "{", "- ", "&a "]
            )
            try:
                ada += same_or_none(text[:at] + sign + text[at:])
            except yaml.YAMLError:
                pytest.fail("pieces of a text that is broken")
    assert ada or not list(Path(SOP_DATA).glob("*/*.yml"))

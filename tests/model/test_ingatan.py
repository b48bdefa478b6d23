"""What is kept with a value is worked out once, belongs to that value alone, and is no part of it."""

from __future__ import annotations

import pickle
from copy import copy
from dataclasses import fields, replace
from functools import partial

from buku_sop.model import Prosedur


def test_it_is_worked_out_once_for_each_key() -> None:
    asked: list[str] = []

    def work(key: str) -> str:
        asked.append(key)
        return key.upper()

    prosedur = Prosedur((), ())
    assert [prosedur.ingat(k, partial(work, k)) for k in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_equal_values_and_copies_keep_nothing_of_each_other() -> None:
    satu, dua = Prosedur((), ()), Prosedur((), ())
    satu.ingat("a", lambda: 1)
    for lain in (dua, replace(satu), copy(satu), pickle.loads(pickle.dumps(satu))):
        assert lain.ingat("a", lambda: 2) == 2


def test_it_is_no_part_of_the_value() -> None:
    satu, dua = Prosedur((), ()), Prosedur((), ())
    satu.ingat("a", lambda: 1)
    assert satu == dua
    assert repr(satu) == repr(dua)
    assert "_ingatan" not in {f.name for f in fields(satu)}

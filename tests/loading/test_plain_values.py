"""Values of the model come back from JSON as they were, and what is no such JSON makes none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest

from buku_sop.loading.folder import load_folder
from buku_sop.loading.plain_values import from_json, to_json
from buku_sop.model import Sop
from tests.paths import SOP_DATA


@dataclass(frozen=True)
class _Satu:
    nama: str
    angka: int | Fraction = 0
    lain: tuple[_Satu, ...] = ()
    apa: str | None = None


def test_every_sample_sop_comes_back_equal() -> None:
    for sop in load_folder(SOP_DATA).handbook.sop:
        data = to_json(sop, Sop)
        assert data is not None
        assert from_json(data, Sop) == sop


@pytest.mark.parametrize(
    "value",
    [
        _Satu(""),
        _Satu("\ud800 \0 é"),
        _Satu("a", Fraction(1, 3), (_Satu("b", 2), _Satu("c", apa=""))),
        _Satu("a", Fraction(0)),
        _Satu("a", lain=(_Satu("a", lain=(_Satu("a"),)),)),
    ],
)
def test_a_value_keeps_its_types(value: _Satu) -> None:
    data = to_json(value, _Satu)
    assert data is not None
    assert repr(from_json(data, _Satu)) == repr(value)


def test_what_its_type_does_not_know_is_not_written() -> None:
    assert to_json(_Satu("a", 1.5), _Satu) is None  # type: ignore[arg-type]
    assert to_json(_Satu("a", lain=[_Satu("b")]), _Satu) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "null", "7", "[]", '[["a"],[[9,1]]]', '[["a"],[[1,"x"]]]', "[7]"]
)
def test_another_text_is_an_error_and_no_value(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        from_json(text.encode(), _Satu)

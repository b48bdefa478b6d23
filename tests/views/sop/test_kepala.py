"""The head of an SOP's page: since when it holds, and which warnings are too long to be seen whole."""

from __future__ import annotations

from datetime import date

import pytest

from buku_sop.model import Sop
from buku_sop.views.sop.kepala import peringatan_panjang, tulis_sejak
from tests.builders import sop


@pytest.mark.parametrize(("satu", "bunyi"), [
    (sop(), "sejak 1 Februari 2026"),
    (sop(tanggal_efektif=None, tanggal_pengesahan=date(2026, 1, 6)), "disahkan 6 Januari 2026"),
    (sop(tanggal_efektif=None), ""),
])  # fmt: skip
def test_since_when_is_the_day_of_effect_or_of_approval(satu: Sop, bunyi: str) -> None:
    assert tulis_sejak(satu) == bunyi


@pytest.mark.parametrize(("butir", "lebar"), [
    ((), ()),
    (("Jangan terlambat.",), ()),
    (("x" * 169,), ("ponsel",)),
    (("a", "b", "c", "d"), ()),
    (("a", "b", "c", "d\ne"), ("ponsel", "kecil", "sedang", "lebar")),
    (("x" * 400,), ("ponsel", "kecil", "sedang")),
])  # fmt: skip
def test_a_warning_is_folded_only_where_it_surely_takes_more_than_four_lines(
    butir: tuple[str, ...], lebar: tuple[str, ...]
) -> None:
    assert peringatan_panjang(butir) == lebar

"""Quotes that another reader of YAML needs stay; those that nobody needs go."""

from __future__ import annotations

import pytest
import yaml
from ruamel.yaml import YAML

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.rapikan import rapikan

LAIN = (
    "0123", "010", "1e3", "1.5", "12", "0o17", "0x1F", "1_000", "1:30", "2023-01-05", "no", "Yes", "on",
    "true", "FALSE", "null", "~", "=", "<<", ".inf", "-5", "+7",
)  # fmt: skip
TEKS = ("07/SOP/I/2026", "ya", "10 menit", "1,5", "nomor", "SOP-01", "5-10")


def tertulis(nomor: str) -> str:
    rapi = rapikan(f"nama: Contoh\nnomor: {nomor}\nlangkah: []\n", DokumenSop)
    return next(b for b in rapi.split("\n") if b.startswith("nomor:")).removeprefix("nomor: ")


@pytest.mark.parametrize("teks", LAIN)
@pytest.mark.parametrize("kutip", ['"', "'"])
def test_quotes_that_others_need_stay_as_they_are(teks: str, kutip: str) -> None:
    ditulis = tertulis(f"{kutip}{teks}{kutip}")
    assert ditulis == f"{kutip}{teks}{kutip}"
    assert yaml.safe_load(ditulis) == teks
    assert YAML(typ="safe").load(ditulis) == teks


@pytest.mark.parametrize("teks", TEKS)
def test_quotes_that_nobody_needs_go(teks: str) -> None:
    assert tertulis(f'"{teks}"') == teks
    assert yaml.safe_load(teks) == teks


@pytest.mark.parametrize("teks", ["0123", "2023-01-05", "no"])
def test_none_are_set_where_the_author_set_none(teks: str) -> None:
    assert tertulis(teks) == teks

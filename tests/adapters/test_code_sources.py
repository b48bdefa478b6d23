"""The page of codes leads to the module that finds each code, and says since when the code exists."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from buku_sop.adapters.code_sources import find_sources
from buku_sop.diagnostics import KODE
from buku_sop.diagnostics.sejak import RILIS, sejak
from buku_sop.views.mutu import kode
from buku_sop.views.mutu.kode import susun_kode
from tests.paths import ROOT


def at(path: str, line: int) -> str:
    return f"{path}#L{line}"


SUMBER = find_sources(ROOT, at)


def test_every_code_and_no_other_has_a_source() -> None:
    assert SUMBER.keys() == KODE.keys()


@pytest.mark.parametrize("kode", KODE)
def test_the_source_of_a_code_is_a_module_and_the_address_its_line(kode: str) -> None:
    for sumber in SUMBER[kode]:
        spec = importlib.util.find_spec(sumber.modul)
        assert spec is not None
        assert spec.origin is not None
        path, _, line = sumber.href.partition("#L")
        assert (ROOT / path).samefile(spec.origin)
        text = (ROOT / path).read_text(encoding="utf-8").splitlines()
        assert f'"{kode}"' in text[int(line) - 1]


def test_an_engine_outside_the_project_is_named_and_not_linked(tmp_path: Path) -> None:
    elsewhere = find_sources(tmp_path, at)
    assert {k: [s.modul for s in v] for k, v in elsewhere.items()} == {
        k: [s.modul for s in v] for k, v in SUMBER.items()
    }
    assert {s.href for v in elsewhere.values() for s in v} == {""}


def test_every_released_version_says_which_codes_it_brought() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## v?(\d+\.\d+\S*)", changelog, re.MULTILINE)
    assert sorted(RILIS) == sorted(released), "buku_sop/diagnostics/sejak.py"
    listed = [kode for brought in RILIS.values() for kode in brought]
    assert len(set(listed)) == len(listed)
    assert set(listed) <= KODE.keys()


def test_a_code_is_of_the_version_that_lists_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rilis = {"0.1.0": frozenset({"SOP-A001"}), "0.2.0": frozenset({"SOP-A002"})}
    monkeypatch.setattr("buku_sop.diagnostics.sejak.RILIS", rilis)
    afresh = (
        kode._tanpa_sumber.__wrapped__
    )  # a process makes it once, of the releases that there are
    monkeypatch.setattr(kode, "_tanpa_sumber", afresh)
    assert [sejak(k) for k in ("SOP-A001", "SOP-A002", "SOP-A003")] == ["0.1.0", "0.2.0", ""]
    shown = {k.entri.kode: k.sejak for f in susun_kode() for k in f.kode}
    assert {k: v for k, v in shown.items() if v} == {"SOP-A001": "0.1.0", "SOP-A002": "0.2.0"}

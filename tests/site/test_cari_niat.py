"""Everyday queries find what is meant, over the six real SOPs and the 200 made-up ones of the benchmark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

import pytest
from playwright.sync_api import Browser

from benchmarks.search import kueri_kedua, kueri_latih, kueri_latih_lain
from benchmarks.search.kueri import Kueri, kueri
from benchmarks.search.nilai import judge, rank
from benchmarks.search.situs import make_ours
from benchmarks.search.tanya import Jawaban, ask
from tests.site.buku import build
from tests.site.material import serve

pytestmark = pytest.mark.browser

DAFTAR = {
    "sop": kueri(),
    "latih": kueri_latih.queries(),
    "lain": kueri_latih_lain.queries(),
    "kedua": kueri_kedua.queries(),
}


@pytest.fixture(scope="module")
def jawaban(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Mapping[str, Sequence[tuple[Kueri, Jawaban]]]:
    """Ask all queries of the handbook of the benchmark."""
    folder = make_ours(tmp_path_factory.mktemp("korpus") / "buku")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    with serve(folder / "site") as alamat:
        semua, _ = ask(browser, alamat, [k.diketik for d in DAFTAR.values() for k in d])
    sisa = iter(semua)
    return {nama: [(k, next(sisa)) for k in d] for nama, d in DAFTAR.items()}


def share(pasang: Sequence[tuple[Kueri, Jawaban]], most: int) -> float:
    """Return the share of queries of which a page that is meant is among the first `most`."""
    return fmean(0 < rank(k, j) <= most for k, j in pasang)


def test_queries_in_the_words_of_sops_find_them(
    jawaban: Mapping[str, Sequence[tuple[Kueri, Jawaban]]],
) -> None:
    nilai = judge(jawaban["sop"])
    assert nilai.recall >= 0.99
    assert nilai.mrr >= 0.98
    assert (nilai.baris or 0) >= 0.97


def test_everyday_queries_find_what_is_meant(
    jawaban: Mapping[str, Sequence[tuple[Kueri, Jawaban]]],
) -> None:
    assert share(jawaban["latih"], 1) >= 0.95
    assert share(jawaban["latih"], 5) >= 0.99
    assert share(jawaban["lain"], 1) >= 0.83
    assert share(jawaban["lain"], 5) >= 0.91


def test_everyday_queries_that_nothing_was_tuned_on_keep_what_they_find(
    jawaban: Mapping[str, Sequence[tuple[Kueri, Jawaban]]],
) -> None:
    assert share(jawaban["kedua"], 1) >= 0.85
    assert share(jawaban["kedua"], 5) >= 0.95


@pytest.mark.parametrize("jenis", ["peran", "status", "panduan", "instansi"])
def test_what_kind_of_thing_is_asked_for_decides(
    jawaban: Mapping[str, Sequence[tuple[Kueri, Jawaban]]], jenis: str
) -> None:
    lain = {
        k.diketik: j.halaman[:3]
        for k, j in jawaban["latih"]
        if k.jenis == jenis and rank(k, j) != 1
    }
    assert lain == {}


def test_an_office_that_is_named_decides_before_general_words(
    jawaban: Mapping[str, Sequence[tuple[Kueri, Jawaban]]],
) -> None:
    bernama = [(k, j) for k, j in jawaban["lain"] if k.jenis == "instansi dengan kata umum"]
    assert share(bernama, 1) > 0.9
    assert share(bernama, 3) == 1

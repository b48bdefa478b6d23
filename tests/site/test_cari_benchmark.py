"""The search benchmark asks what the search was not tuned on, and judges by the rules that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.search.korpus import KHAS, semua, write_corpus
from benchmarks.search.kueri import TERPISAH, Kueri, apart, kueri
from benchmarks.search.nilai import Nilai, judge
from benchmarks.search.tanya import Jawaban
from buku_sop.handbook import open_handbook
from tests.paths import SOP_DATA
from tests.site.kueri_sop import SEMUA


@pytest.fixture(scope="module")
def korpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("korpus")
    write_corpus(folder)
    return folder


def test_the_corpus_is_200_sops_that_load_and_differ_by_a_step_of_their_own(korpus: Path) -> None:
    hasil = open_handbook(korpus)
    assert not hasil.gagal
    assert {s.id for s in hasil.handbook.sop} == {r.id for r in semua().values()}
    milik = {s.id: s.prosedur[0].langkah[KHAS - 1].kegiatan for s in hasil.handbook.sop}
    assert milik == {r.id: r.khas for r in semua().values()}
    assert len(set(milik.values())) == len(milik) == 200


def test_it_is_written_alike_each_time(korpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path)
    tertulis = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*.yml")}
    assert tertulis == {p.relative_to(korpus): p.read_bytes() for p in korpus.rglob("*.yml")}


def test_each_of_100_queries_or_more_means_pages_that_there_are(korpus: Path) -> None:
    assert len({k.diketik for k in kueri()}) == len(kueri()) >= 100
    for k in kueri():
        for halaman in k.halaman:
            berkas = f"{halaman.removeprefix('sop/').rstrip('/')}.yml"
            assert (korpus / berkas).exists() or (SOP_DATA / berkas).exists(), k


def test_no_query_is_one_that_the_search_is_tested_with() -> None:
    assert not {k.diketik for k in kueri()} & {k.diketik for k in SEMUA}


def test_the_words_that_the_tables_serve_were_not_tuned_on() -> None:
    assert {k.jenis for k in kueri()} > set(TERPISAH)
    assert {
        k.diketik: apart(k.diketik) for k in kueri() if k.jenis in TERPISAH and apart(k.diketik)
    } == {}
    assert apart("pengukuran amplop dan aktifitas") == {"pengukuran", "aktifitas"}


def test_answers_are_judged_by_the_pages_and_the_row_that_are_meant() -> None:
    def jawaban(*halaman: str, jangkar: str = "") -> Jawaban:
        return Jawaban(halaman, jangkar, 1.0)

    banyak = tuple("abcdef")
    for k, j, nilai in [
        (Kueri("", "", ("a",)), jawaban("x", "a"), Nilai(1, 0.5, None)),
        (Kueri("", "", ("a",)), jawaban(*"uvwxya"), Nilai(0, 1 / 6, None)),
        (Kueri("", "", ("a", "b")), jawaban("a"), Nilai(0.5, 1, None)),
        (Kueri("", "", banyak), jawaban(*"abcdef"), Nilai(1, 1, None)),
        (Kueri("", "", ("a",), "r"), jawaban("a", jangkar="r"), Nilai(1, 1, 1)),
        (Kueri("", "", ("a",), "r"), jawaban("x", "a", jangkar="r"), Nilai(1, 0.5, 0)),
        (Kueri("", "", ("a",), "r"), jawaban(), Nilai(0, 0, 0)),
    ]:
        assert judge([(k, j)]) == nilai

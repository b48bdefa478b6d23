"""The general vocabulary can be read whole, and says of no word that it means itself."""

from __future__ import annotations

import re

from buku_sop.analysis.kata.padanan_asing import PADANAN_ASING
from buku_sop.analysis.kata.padanan_lisan import PADANAN_LISAN
from buku_sop.analysis.kata.padanan_umum import padanan_umum
from buku_sop.analysis.kata.singkatan import kunci_arti


def test_every_word_is_written_as_the_search_compares_them() -> None:
    for kata, sebutan in padanan_umum().items():
        assert kata == kunci_arti(kata)
        assert sebutan
        assert [s for s in sebutan if s != kunci_arti(s)] == []


def test_no_word_means_itself_or_stands_twice_in_a_list() -> None:
    assert [kata for kata, sebutan in padanan_umum().items() if kata in sebutan] == []
    for daftar in (PADANAN_ASING, PADANAN_LISAN):
        semua = re.findall(r"(?m)(?:^|\| )(?!#)([^=|\n]+) = ", daftar)
        assert len(semua) > 300
        assert sorted(k for k in set(semua) if semua.count(k) > 1) == []


def test_a_word_of_both_lists_means_what_either_says() -> None:
    semua = padanan_umum()
    for kata, sebutan in (("komplain", "keberatan"), ("meeting", "rapat"), ("wfh", "kerja rumah")):
        assert sebutan in semua[kata]

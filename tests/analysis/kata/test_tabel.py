"""Words and roots: the rules of affixes with a small dictionary, the lists with the real one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

from buku_sop.adapters.cari.word_table import word_table
from buku_sop.analysis.kata.kata_dasar import (
    FRASA_UMUM,
    FRASA_UTUH,
    KATA_TUGAS,
    MENYESATKAN,
    TAMBAHAN,
    VARIAN,
)
from buku_sop.analysis.kata.tabel import calon, kata_unik, tabel_kata

KATA_DASAR = frozenset({"ukur", "tulis", "pakai", "tanda", "tangan", "garis", "bawah"})


def tanpa_kamus(word: str) -> str:
    """Stem nothing: what is left to the rules of affixes alone."""
    return word


def akar(word: str) -> str | None:
    """Return the root that the real stemmer and the real lists give a word, None if its own."""
    families: dict[str, str] = word_table([word])["akar"]
    return next(iter(families), None)


class TestDaftarKata:
    def test_tags_and_entities_are_no_words(self) -> None:
        text = "<p>Ukur &amp; <code>catat</code></p>"
        assert kata_unik([text]) == {"ukur", "catat"}

    def test_reduplication_numbers_and_signs_part_words(self) -> None:
        text = "Tiap-tiap SOP/2026 (ATK), 15hari"
        assert kata_unik([text]) == {"tiap", "sop", "atk", "hari"}

    def test_short_words_are_left_out(self) -> None:
        assert kata_unik(["di ke PD RI"]) == frozenset()


class TestCalon:
    @pytest.mark.parametrize(
        ("word", "root"),
        [
            ("mengukur", "ukur"),
            ("pengukurannya", "ukur"),
            ("menulis", "tulis"),
            ("penulisan", "tulis"),
            ("memakai", "pakai"),
            ("menyusun", "susun"),
            ("mengirim", "kirim"),
            ("dilaporkan", "lapor"),
            ("keterlambatan", "lambat"),
            ("permintaan", "minta"),
            ("terukur", "ukur"),
            ("mengesahkan", "sah"),
            ("sampaikanlah", "sampai"),
            ("mengawasi", "awas"),
            ("mempertanggungjawabkan", "tanggungjawab"),
        ],
    )
    def test_affixes_come_off_and_swallowed_letters_come_back(self, word: str, root: str) -> None:
        assert root in calon(word)

    def test_fewest_affixes_come_off_first(self) -> None:
        found = list(calon("pelaksanaannya"))
        assert found[0] == "pelaksanaan"
        assert found.index("pelaksanaan") < found.index("laksana")

    @given(st.text("abdegiknmrstuy", max_size=14))
    def test_nothing_is_named_twice_or_grows(self, word: str) -> None:
        found = list(calon(word))
        assert len(found) == len(set(found))
        assert all(3 <= len(guess) < len(word) for guess in found)


class TestTabelKata:
    def test_words_of_one_root_stand_together(self) -> None:
        words = {"pengukuran", "mengukur", "ukur", "meja"}
        tabel = tabel_kata(words, tanpa_kamus, KATA_DASAR)
        assert tabel.akar_kata == {"ukur": ("mengukur", "pengukuran")}

    def test_a_word_that_no_dictionary_knows_finds_its_root_on_the_site(self) -> None:
        words = {"memvalidasi", "divalidasi", "validasi"}
        tabel = tabel_kata(words, tanpa_kamus, KATA_DASAR)
        assert tabel.akar_kata == {"validasi": ("divalidasi", "memvalidasi")}

    def test_a_word_without_root_stays_alone(self) -> None:
        assert tabel_kata({"pengxyzan"}, tanpa_kamus, KATA_DASAR).akar_kata == {}

    def test_a_common_pair_written_as_one_is_their_root(self) -> None:
        tabel = tabel_kata({"menandatangani"}, tanpa_kamus, KATA_DASAR | {"anda"})
        assert tabel.akar_kata == {"tandatangan": ("menandatangani",)}
        assert tabel.frasa["tanda tangan"] == "tandatangan"

    def test_any_two_root_words_written_as_one_are_a_pair(self) -> None:
        tabel = tabel_kata({"digarisbawahi"}, tanpa_kamus, KATA_DASAR)
        assert tabel.akar_kata == {"garisbawah": ("digarisbawahi",)}
        assert tabel.frasa["garis bawah"] == "garisbawah"

    def test_function_words_belong_to_no_root(self) -> None:
        tabel = tabel_kata({"adanya", "ada", "pengadaan"}, tanpa_kamus, KATA_DASAR | {"ada"})
        assert tabel.akar_kata == {"ada": ("pengadaan",)}

    def test_the_stemmer_is_asked_first(self) -> None:
        def stem(word: str) -> str:
            return {"belajar": "tulis"}.get(word, word)

        assert tabel_kata({"belajar"}, stem, KATA_DASAR).akar_kata == {"tulis": ("belajar",)}

    def test_abbreviations_are_no_words(self) -> None:
        tabel = tabel_kata({"pengukuran", "mengukur"}, tanpa_kamus, KATA_DASAR, {"mengukur"})
        assert tabel.akar_kata == {"ukur": ("pengukuran",)}

    def test_same_words_same_table(self) -> None:
        words = ["pengukuran", "mengukur", "menandatangani", "digarisbawahi", "tatacara"]
        first = tabel_kata(frozenset(words), tanpa_kamus, KATA_DASAR)
        assert tabel_kata(frozenset(reversed(words)), tanpa_kamus, KATA_DASAR) == first
        assert list(first.akar_kata) == sorted(first.akar_kata)


class TestTheRealLists:
    @pytest.mark.parametrize(
        ("word", "root"),
        [
            ("pengukuran", "ukur"),
            ("pelaporan", "lapor"),
            ("pengarsipan", "arsip"),
            ("penandatanganan", "tandatangan"),
            ("pertanggungjawaban", "tanggungjawab"),
            ("ditindaklanjuti", "tindaklanjut"),
            ("pemberitahuan", "beritahu"),
            ("pengesahan", "sah"),
            ("pengecekan", "cek"),
            ("pengetikan", "ketik"),
            ("disetujui", "setuju"),
            ("persetujuan", "setuju"),
            ("mengepalai", "kepala"),
            ("pengunjung", "kunjung"),
            ("menganalisis", "analisis"),
            ("pemerintahan", "pemerintah"),
            ("memerintahkan", "perintah"),
            ("kependudukan", "penduduk"),
            ("divalidasi", "validasi"),
        ],
    )
    def test_roots_as_offices_mean_them(self, word: str, root: str) -> None:
        assert akar(word) == root

    @pytest.mark.parametrize(
        ("word", "root"),
        [
            ("indicator", "indikator"),
            ("menganalisa", "analisis"),
            ("perijinan", "izin"),
            ("merubah", "ubah"),
            ("penjadualan", "jadwal"),
        ],
    )
    def test_other_spellings_have_the_standard_root(self, word: str, root: str) -> None:
        assert akar(word) == root

    def test_no_standard_spelling_is_called_another(self) -> None:
        assert not VARIAN.keys() & set(VARIAN.values())
        assert not VARIAN.keys() & KATA_TUGAS

    @pytest.mark.parametrize(
        "word", ["pemerintah", "kinerja", "bagian", "tahunan", "petunjuk", "kedudukan", "terhadap"]
    )
    def test_words_that_have_drifted_from_their_origin_stay_alone(self, word: str) -> None:
        assert akar(word) is None

    def test_every_correction_corrects_something(self) -> None:
        kamus = frozenset(StemmerFactory().get_words())
        stem = StemmerFactory().create_stemmer().stem
        assert kamus >= MENYESATKAN
        assert [word for word in TAMBAHAN if word in kamus and stem(word) == word] == []

    def test_the_lists_do_not_contradict_each_other(self) -> None:
        assert not TAMBAHAN & (MENYESATKAN | KATA_TUGAS)
        assert not FRASA_UTUH.keys() & set(FRASA_UMUM)

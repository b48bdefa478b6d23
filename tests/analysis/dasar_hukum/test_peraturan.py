"""A regulation is recognised however it is spelt, and only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.dasar_hukum.peraturan import (
    baca_peraturan,
    peraturan_yang_diubah,
    wilayah_instansi,
)

PANRB_35 = "Peraturan Menteri PANRB Nomor 35 Tahun 2012"
SAMA = {
    PANRB_35: [
        "Permenpan RB 35/2012",
        "PermenPANRB No 35 Th. 2012",
        "permen pan dan rb nomor 35 tahun 2012",
        "Permenpan-RB No. 035 Tahun 2012",
        "1. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI Nomor 35 Tahun 2012;",
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor: 35 Tahun 2012",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Indonesia Nomor 35 Tahun 2012",
    ],
    "Peraturan Menteri PANRB Nomor PER/9/M.PAN/5/2007": [
        "PERMENPAN Nomor : PER/09/M.PAN/5/2007",
        "Peraturan Menteri Negara PAN Nomor PER-9/M.PAN/5/2007",
    ],
    "Undang-Undang Nomor 25 Tahun 2009": [
        "UU No.25/2009",
        "Undang-undang Republik Indonesia Nomor 25 Tahun 2009 Tentang Pelayanan Publik",
        "UU 25 Tahun 2009",
    ],
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945": [
        "UUD 1945",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    ],
    "Peraturan Menteri Keuangan Nomor 190/PMK.05/2012": [
        "PMK 190/PMK.05/2012",
        "Peraturan Menteri Keuangan RI Nomor 190/PMK.05/2012 tentang Tata Cara",
    ],
    "Peraturan Bupati Rekaan Nomor 40 Tahun 2017": [
        "Perbup 40/2017",
        "Peraturan Bupati Nomor 40 Tahun 2017 tentang Pedoman",
        "Peraturan Bupati Rekaan No. 40 Tahun 2017",
        "Peraturan Bupati Kab. Rekaan No. 40 Tahun 2017",
    ],
    "Peraturan Daerah Kabupaten Rekaan Nomor 3 Tahun 2019": [
        "Perda Kab. Rekaan 3 Tahun 2019",
        "Peraturan Daerah Nomor 3 Tahun 2019",
        "Peraturan Daerah Kabupaten Rekaan Nomor 3 Tahun 2019",
    ],
    "Peraturan LAN Nomor 5 Tahun 2014": ["Peraturan Kepala LAN Nomor 5 Tahun 2014"],
}
WILAYAH = "kabupaten rekaan"


@pytest.mark.parametrize(("nama", "teks"), [(n, t) for n, semua in SAMA.items() for t in semua])
def test_every_spelling_is_the_one_regulation(nama: str, teks: str) -> None:
    dibaca = baca_peraturan(teks, WILAYAH)
    assert dibaca is not None
    assert dibaca[0].nama == nama


def test_different_regulations_stay_different() -> None:
    teks = [semua[0] for semua in SAMA.values()] + [
        "Permenpan RB 35/2013", "Permenpan RB 36/2012", "Permendagri 35/2012", "Kepmenpan 35/2012",
        "Perbup Khayalan 40/2017", "Perwali Rekaan 40/2017", "Perda Kota Rekaan 3 Tahun 2019",
        "PP 25/2009", "Perppu 25/2009", "Perpres 25/2009",
    ]  # fmt: skip
    kunci = [dibaca[0].kunci for t in teks if (dibaca := baca_peraturan(t, WILAYAH))]
    assert len(kunci) == len(teks)
    assert len(set(kunci)) == len(teks)


@pytest.mark.parametrize(
    "teks",
    ["", "-", "SOP Pengarsipan", "PP No. 79 tentang Pemerintahan Daerah", "Renja 2024/2025",
     "Tata cara yang disebut dalam Nomor 35 Tahun 2012", "UU Pelayanan Publik"],
)  # fmt: skip
def test_what_names_no_regulation_is_none(teks: str) -> None:
    assert baca_peraturan(teks) is None


def test_the_title_stands_without_what_citations_add() -> None:
    judul = {
        "UU Nomor 23 Tahun 2014 tentang tentang Pemerintahan Daerah Pasal 274, 391.": "Pemerintahan Daerah",
        "UU 25/2009 tentang Pelayanan Publik (Lembaran Negara RI Tahun 2009 Nomor 112)": "Pelayanan Publik",
        "UU 25/2009": "",
    }
    assert {t: (baca_peraturan(t) or ("", "?"))[1] for t in judul} == judul


def test_a_title_tells_what_is_changed_and_what_is_withdrawn() -> None:
    perda = "Peraturan Daerah Kabupaten Rekaan Nomor 4 Tahun {} tentang {} Perda Nomor 4 Tahun 2020"
    for judul, apa in (("Perubahan Kedua atas", "diubah"), ("Pencabutan", "dicabut")):
        hasil = peraturan_yang_diubah(perda.format(2022, judul), WILAYAH)
        assert hasil is not None
        assert hasil[0] == apa
        assert hasil[1].nama == "Peraturan Daerah Kabupaten Rekaan Nomor 4 Tahun 2020"
    assert peraturan_yang_diubah(perda.format(2022, "Pelaksanaan"), WILAYAH) is None


def test_a_government_is_its_region() -> None:
    assert wilayah_instansi("Pemerintah Kab. Rekaan") == "kabupaten rekaan"
    assert wilayah_instansi("PEMERINTAH DAERAH PROVINSI KHAYALAN") == "provinsi khayalan"


@given(st.text(st.sampled_from("UuPp Nomor35/.-2012tahun²٣"), max_size=80))
def test_no_text_raises(teks: str) -> None:
    dibaca = baca_peraturan(teks)
    assert dibaca is None or 1800 <= dibaca[0].tahun <= 2099


def test_very_long_texts_end() -> None:
    for bagian in ("a.", "9", "1/", "nomor ", "no 1.", "perubahan atas "):
        assert baca_peraturan(f"UU Nomor {bagian * 60_000}") is None

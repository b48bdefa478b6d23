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
    "Peraturan Menteri PANRB Nomor PER-09/M.PAN/5/2007": ["PERMENPAN Nomor : PER-09/M.PAN/5/2007"],
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
SETARA = [
    (
        "PERMENPAN Nomor : PER/09/M.PAN/5/2007",
        "Peraturan Menteri Negara PAN Nomor PER-9/M.PAN/5/2007",
    ),
    (
        "Peraturan MenPAN-RB Nomor 6 Tahun 2031",
        "Permen PAN dan Reformasi Birokrasi No. 6/2031",
        "PERMENPANRB 6/2031",
        "Peraturan Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI No 6 Tahun 2031",
    ),
    (
        "Peraturan Kepala LKPP No 8 Tahun 2031",
        "Perlem LKPP 8/2031",
        "Peraturan Lembaga LKPP Nomor 8 Tahun 2031",
        "Peraturan Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah Nomor 8 Tahun 2031",
    ),
    (
        "Perka BPS 2/2031",
        "Peraturan Badan Pusat Statistik Nomor 2 Tahun 2031",
        "Perban BPS No. 2 Tahun 2031",
    ),
    ("Perka ANRI 3/2031", "Peraturan Kepala Arsip Nasional Republik Indonesia Nomor 3 Tahun 2031"),
    (
        "Permenaker 4/2031",
        "Peraturan Menteri Ketenagakerjaan Nomor 4 Tahun 2031",
        "Permen Naker No. 04 Tahun 2031",
    ),
    (
        "Permendagri 5/2031",
        "Peraturan Mendagri Nomor 5 Tahun 2031",
        "Peraturan Menteri Dalam Negeri 5 Tahun 2031",
    ),
    (
        "Permenhub PM 6 Tahun 2031",
        "Peraturan Menteri Perhubungan Nomor PM 6 Tahun 2031",
        "Permenhub 6/2031",
    ),
    ("PMA 7/2031", "Peraturan Menteri Agama Nomor 7 Tahun 2031"),
    ("POJK 8/2031", "Peraturan Otoritas Jasa Keuangan Nomor 8 Tahun 2031"),
    (
        "PKPU No. 9 Tahun 2031",
        "Peraturan KPU 9/2031",
        "Peraturan Komisi Pemilihan Umum Nomor 9 Tahun 2031",
    ),
    ("SEMA 3/2031", "Surat Edaran Mahkamah Agung RI Nomor 3 Tahun 2031"),
    (
        "Perdirjen Perbendaharaan PER-4/PB/2031",
        "Peraturan Direktur Jenderal Perbendaharaan Nomor PER-04/PB/2031",
    ),
    ("SK Walikota Khayalan 188/9/2031", "Keputusan Wali Kota Khayalan Nomor 188/9/2031"),
    ("Pergub Sulsel 1/2031", "Peraturan Gubernur Sulawesi Selatan Nomor 1 Tahun 2031"),
    ("PMK 2/PMK.09/2031", "Peraturan Menteri Keuangan Nomor 2 /PMK.09/2031"),
    ("P.P. No. 3 Tahun 2031", "a) 2. PP 3/2031", "Peraturan Pemerintah RI Nomor 3 Tahun 2031"),
    ("PMK 5 Tahun 2031 tentang Rumah Sakit", "Permenkes 5/2031"),
    ("PMK 5 Tahun 2031 tentang Biaya Masukan", "Permenkeu 5/2031"),
    ("Qanun Kabupaten Rekaan 5/2031", "Qanun Nomor 5 Tahun 2031"),
]


@pytest.mark.parametrize(("nama", "teks"), [(n, t) for n, semua in SAMA.items() for t in semua])
def test_every_spelling_is_the_one_regulation(nama: str, teks: str) -> None:
    dibaca = baca_peraturan(teks, WILAYAH)
    assert dibaca is not None
    assert dibaca[0].nama == nama


@pytest.mark.parametrize("semua", SETARA, ids=lambda s: s[0])
def test_short_and_full_names_of_a_maker_are_one(semua: tuple[str, ...]) -> None:
    dibaca = [baca_peraturan(t, WILAYAH) for t in semua]
    assert None not in dibaca
    assert len({d[0].kunci for d in dibaca if d}) == 1


def test_no_two_of_them_are_the_same() -> None:
    kunci = {d[0].kunci for semua in SETARA if (d := baca_peraturan(semua[0], WILAYAH))}
    assert len(kunci) == len(SETARA)


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Peraturan Dirjen Perbendaharaan Nomor PER-04/PB/2031", "PER-04/PB/2031"),
        ("Permenhub Nomor PM 6 Tahun 2031", "Nomor PM 6 Tahun 2031"),
        ("PMK 2 /PMK.09/2031", "Nomor 2/PMK.09/2031"),
        ("SK Bupati No. 188.45/09/2031", "Nomor 188.45/09/2031"),
        ("UU No. 012 Tahun 2031", "Nomor 12 Tahun 2031"),
    ],
)
def test_a_number_is_shown_as_its_maker_writes_it(teks: str, nama: str) -> None:
    dibaca = baca_peraturan(teks, WILAYAH)
    assert dibaca is not None
    assert dibaca[0].nama.endswith(nama)


def test_a_pmk_of_neither_ministry_is_not_guessed() -> None:
    dibaca = baca_peraturan("PMK Nomor 5 Tahun 2031")
    assert dibaca is not None
    assert dibaca[0].nama == "Peraturan Menteri (PMK) Nomor 5 Tahun 2031"


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


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Permenpan PPN Bappenas No.5 Tahun 2031", "Perencanaan Pembangunan Nasional"),
        (
            "PERATURAN MENTERI INVESTASI DAN HILIRISASI NOMOR 5 TAHUN 2031",
            "Investasi dan Hilirisasi",
        ),
        ("Peraturan Menteri UMKM Nomor 5 Tahun 2031", "UMKM"),
        ("PermenXYZ Nomor 5 Tahun 2031", "XYZ"),
    ],
)
def test_a_minister_that_no_list_knows_keeps_his_letters(teks: str, nama: str) -> None:
    dibaca = baca_peraturan(teks)
    assert dibaca is not None
    assert dibaca[0].nama == f"Peraturan Menteri {nama} Nomor 5 Tahun 2031"

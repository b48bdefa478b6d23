"""SOP-I008: what names another office, and what only seems to."""

from __future__ import annotations

import pytest

from buku_sop.model import Instansi, LembarKerja, Pejabat, TandaTangan, TigaTahap
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import langkah, sop

SELAYAR = Instansi("kantor-contoh", "Dinas Sosial Kabupaten Kepulauan Rekaan")
PROVINSI = Instansi("kantor-contoh", "Dinas Kesehatan Provinsi Rekaan Utara")
TANPA_WILAYAH = Instansi("kantor-contoh", "Kantor Contoh")
DINAS = Instansi("kantor-contoh", "Dinas Sosial dan Pemberdayaan Masyarakat Kabupaten Rekaan")

L = ("prosedur", 0, "langkah")
KASUS = [
    Kasus("SOP-I008", "another kabupaten", sop(peringatan=("Berlaku di Kabupaten Khayalan saja",)),
          sop(peringatan=("Berlaku di Kabupaten Rekaan Nomor 1",)), ("peringatan", 0), "`Kabupaten Khayalan`"),
    Kasus("SOP-I008", "in capitals, cut off before the number",
          sop(dasar_hukum=("PERATURAN DAERAH KABUPATEN KHAYALAN NOMOR 4",)),
          sop(dasar_hukum=("PERATURAN DAERAH KABUPATEN REKAAN NOMOR 4",)), ("dasar_hukum", 0),
          "`KABUPATEN KHAYALAN`"),
    Kasus("SOP-I008", "another kota, in a step", sop(langkah("Mengirim surat ke Kota Khayalan")),
          sop(langkah("Mengirim surat ke Kota Rekaan")), (*L, 0, "kegiatan"), "`Kota Khayalan`"),
    Kasus("SOP-I008", "the regulation of another head", sop(dasar_hukum=("Peraturan Bupati Khayalan Nomor 7",)),
          sop(dasar_hukum=("Peraturan Bupati Rekaan Nomor 7", "Peraturan Bupati Nomor 40")),
          ("dasar_hukum", 0), "`Bupati Khayalan`"),
    Kasus("SOP-I008", "islands may be left out of the name",
          sop(dasar_hukum=("Peraturan Bupati Kepulauan Khayalan Nomor 1",)),
          sop(dasar_hukum=("Peraturan Bupati Rekaan Nomor 1", "Kabupaten Kepulauan Rekaan")),
          ("dasar_hukum", 0), "`Bupati Kepulauan Khayalan`", instansi=SELAYAR),
    Kasus("SOP-I008", "a province may name its kabupaten",
          sop(pencatatan=("Arsip Provinsi Khayalan",)), sop(pencatatan=("Arsip Kabupaten Khayalan",)),
          ("pencatatan", 0), "`Provinsi Khayalan`", instansi=PROVINSI),
    Kasus("SOP-I008", "a RENSTRA of another office; a report to it is none of its own",
          sop(langkah(kelengkapan="RENSTRA DPMD")), sop(langkah(kelengkapan="Laporan kepada DPMD")),
          (*L, 0, "kelengkapan", 0), "`DPMD`"),
    Kasus("SOP-I008", "the tasks of another office",
          sop(kualifikasi_pelaksana=("Mengetahui uraian tugas Inspektorat",)),
          sop(kualifikasi_pelaksana=("Pernah diperiksa Inspektorat",)), ("kualifikasi_pelaksana", 0)),
    Kasus("SOP-I008", "an office of two kinds is both", sop(langkah(output="Renja Dinas Kesehatan")),
          sop(langkah(output=("Renja Dinsos", "Renstra DPMD"))), (*L, 0, "output", 0),
          "`Dinas Kesehatan`", instansi=DINAS),
    Kasus("SOP-I008", "who approved", sop(disahkan_oleh=(Pejabat("Camat Kabupaten Khayalan"),)),
          sop(disahkan_oleh=(Pejabat("Camat Kabupaten Rekaan"),)), ("disahkan_oleh", "jabatan")),
    Kasus("SOP-I008", "who signed", sop(tanda_tangan=TandaTangan(jabatan="Kepala, Kota Khayalan")),
          sop(tanda_tangan=TandaTangan(jabatan="Kepala")), ("tanda_tangan", "jabatan")),
    Kasus("SOP-I008", "the worksheet",
          sop(lembar_kerja=LembarKerja(identifikasi_langkah=TigaTahap(("Ke Kota Khayalan", "b")))),
          sop(lembar_kerja=LembarKerja(ruang_lingkup="Kabupaten Rekaan")),
          ("lembar_kerja", "identifikasi_langkah", "langkah_awal", 0)),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_sebutan(kasus: Kasus) -> None:
    uji(kasus)


@pytest.mark.parametrize(
    "teks",
    [
        "Pemerintah Kabupaten/Kota",
        "Tim Kabupaten Melakukan Verifikasi",
        "Kabupaten Setempat",
        "Provinsi Khayalan Selatan",
        "Peraturan Menteri Kesehatan Nomor 1 tentang Kota Sehat",
        "Bupati Khayalan",
        "menuju kota dan kabupaten",
        "kabupatenKhayalan",
    ],
)
def test_a_text_that_names_no_other_office(teks: str) -> None:
    assert "SOP-I008" not in {t.kode for t in periksa(sop(peringatan=(teks,)))}


def test_an_office_without_region_may_name_any() -> None:
    bebas = sop(peringatan=("Kabupaten Khayalan",))
    assert periksa(bebas, instansi=TANPA_WILAYAH) == []


def test_each_name_is_reported_once_and_where_it_first_stands() -> None:
    banyak = sop(
        langkah("Mengirim ke Kabupaten Khayalan"),
        dasar_hukum=("Perda KABUPATEN KHAYALAN", "Perda Kota Impian"),
    )
    ditemukan = [t.jalur for t in periksa(banyak) if t.kode == "SOP-I008"]
    assert ditemukan == [("dasar_hukum", 0), ("dasar_hukum", 1)]

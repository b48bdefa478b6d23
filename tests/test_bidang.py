"""The register of fields agrees with the model, the written form and the guide, and every field goes all the way.

Each test names a place that could be forgotten when a field is added.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from buku_sop.analysis.beda.isian import isian
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import open_handbook
from buku_sop.loading.baru import LangkahBaru, salin_sop, tulis_sop
from buku_sop.loading.buku import DokumenBuku, DokumenKeputusan
from buku_sop.loading.document import (
    DokumenBagian,
    DokumenInstansi,
    DokumenJamKerja,
    DokumenLangkah,
    DokumenLembarKerja,
    DokumenPejabat,
    DokumenProsedur,
    DokumenSop,
    DokumenTandaTangan,
    DokumenTigaTahap,
)
from buku_sop.loading.document_bagian import (
    Bentuk,
    DokumenJawaban,
    DokumenKontak,
    DokumenLampiran,
    DokumenPelaksana,
    DokumenPilihanLembar,
    DokumenRiwayat,
    DokumenSalinan,
)
from buku_sop.loading.kebutuhan import (
    DokumenFungsi,
    DokumenKebutuhan,
    DokumenKegiatan,
    DokumenTugas,
    DokumenUraianTugas,
)
from buku_sop.loading.rapikan import rapikan
from buku_sop.loading.skema import skema
from buku_sop.model import (
    BagianBebas,
    Fungsi,
    Instansi,
    IsiBuku,
    JamKerja,
    Jawaban,
    Kebutuhan,
    KegiatanDibutuhkan,
    Keputusan,
    Konfirmasi,
    Kontak,
    Lampiran,
    Langkah,
    LembarKerja,
    Pejabat,
    Pelaksana,
    PilihanLembar,
    Prosedur,
    Riwayat,
    SalinanBertandaTangan,
    Sop,
    TandaTangan,
    TigaTahap,
    Tugas,
    UraianTugas,
)
from buku_sop.model.bidang import (
    BIDANG_BAGIAN,
    BIDANG_LANGKAH,
    BIDANG_LEMBAR_KERJA,
    BIDANG_PEJABAT,
    BIDANG_PROSEDUR,
    BIDANG_SOP,
    BIDANG_TAHAP,
    BIDANG_TANDA_TANGAN,
    DAPAT_DIISTILAHKAN,
    LABEL,
    Baru,
    Bidang,
    JenisNilai,
    Kelompok,
    Lembar,
    Register,
    Tempat,
)
from buku_sop.model.bidang_bagian import (
    BIDANG_JAWABAN,
    BIDANG_KONTAK,
    BIDANG_LAMPIRAN,
    BIDANG_PELAKSANA,
    BIDANG_PILIHAN_LEMBAR,
    BIDANG_RIWAYAT,
    BIDANG_SALINAN,
)
from buku_sop.model.bidang_buku import BIDANG_BUKU, BIDANG_KEPUTUSAN
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI, BIDANG_JAM_KERJA
from buku_sop.model.bidang_kebutuhan import (
    BIDANG_FUNGSI,
    BIDANG_KEBUTUHAN,
    BIDANG_KEGIATAN,
    BIDANG_TUGAS,
    BIDANG_URAIAN_TUGAS,
)
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.isian import isi_langkah, label, label_langkah
from buku_sop.views.dasar.render import Perender
from buku_sop.views.data import PenulisData
from buku_sop.views.lembar import AlamatLembar, KonteksLembar
from buku_sop.views.lembar import Lembar as LembarCetak
from buku_sop.views.sop.halaman import BahanSop, HalamanSop, susun_halaman
from tests.analysis.checks.kasus import periksa
from tests.builders import INSTANSI, handbook, langkah, sop, tanda
from tests.paths import ROOT, TEMPLATES

LATIN = frozenset(range(0x20, 0x17F))
MENGALIR = (JenisNilai.TEKS, JenisNilai.DAFTAR, JenisNilai.TANGGAL, JenisNilai.PEJABAT)
"""Kinds of values that need no code of their own."""
SOP = [b for b in BIDANG_SOP.values() if b.jenis in MENGALIR and b.nama not in BIDANG_PROSEDUR]
LANGKAH = [b for b in BIDANG_LANGKAH.values() if b.jenis in MENGALIR]
DI_TEMPAT_LAIN = {
    "nama",
    "nama_lain",
    "nomor",
    "nomor_revisi",
    "digantikan_oleh",
    "alasan_dicabut",
    "kop",
}
"""Fields of the head of a page, which its template names one by one; `kop` stands on the sheet alone."""

bidang_sop = pytest.mark.parametrize("bidang", SOP, ids=lambda b: b.nama)
bidang_langkah = pytest.mark.parametrize("bidang", LANGKAH, ids=lambda b: b.nama)


def tulisan(bidang: Bidang) -> tuple[str, str]:
    """Return a value of a field as YAML, and a word that must arrive wherever the field goes."""
    kata = f"Penanda {bidang.nama.replace('_', ' ')}"
    match bidang.jenis:
        case JenisNilai.TEKS:
            return kata, kata
        case JenisNilai.DAFTAR:
            return f"[{kata} satu, {kata} dua]", f"{kata} dua"
        case JenisNilai.TANGGAL:
            return "2019-03-09", "9 Maret 2019"
        case _:
            return f"{{jabatan: {kata}}}", kata


def dimuat(nama: str, folder: Path) -> Sop:
    """Load an SOP in which this one field is filled, and marked as doubtful."""
    isi = {"nama": "Penerimaan Tamu"} | {nama: tulisan(BIDANG_SOP[nama])[0]}
    kantor = folder / "kantor-contoh"
    kantor.mkdir()
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    baris = [f"{k}: {v}" for k, v in isi.items()]
    baris += [f"perlu_konfirmasi: {{{nama}: Ragu.}}", "pelaksana: {staf: Staf}"]
    baris += ["langkah: [{kegiatan: Menulis, pelaksana: staf}]"]
    (kantor / "contoh.yml").write_text("\n".join(baris), encoding="utf-8")
    hasil = open_handbook(folder, date(2026, 6, 1))
    assert not hasil.gagal, hasil.diagnostics
    return hasil.handbook.sop[0]


@pytest.fixture
def satu(bidang: Bidang, tmp_path: Path) -> Sop:
    return dimuat(bidang.nama, tmp_path)


def halaman(satu: Sop) -> HalamanSop:
    buku = handbook(satu)
    return susun_halaman(satu, BahanSop(buku, susun_keterkaitan(buku), {}, {}), Alamat("halaman"))


SEMUA_PILIHAN = PilihanLembar(legenda=True, jumlah_waktu=True, nomor_kolom=True, distribusi=True)


def lembar(satu: Sop) -> str:
    """Write what the sheet is set from, with all that an office may ask for."""
    buku = handbook(satu, instansi=(replace(INSTANSI, lembar=SEMUA_PILIHAN),))
    rujukan = susun_keterkaitan(buku)
    konteks = KonteksLembar(
        buku, rujukan, PilihanLembar(), LATIN, AlamatLembar(), {satu.id: "x"}, {}
    )
    return json.dumps(LembarCetak(satu, konteks).naskah(), ensure_ascii=False).replace(
        "\\u00ad", ""
    )


# --- the register, the written form, the model --------------------------------------------


@pytest.mark.parametrize(
    ("register", "bentuk"),
    [
        (BIDANG_SOP, DokumenSop),
        (BIDANG_PROSEDUR, DokumenProsedur),
        (BIDANG_LANGKAH, DokumenLangkah),
        (BIDANG_LEMBAR_KERJA, DokumenLembarKerja),
        (BIDANG_TAHAP, DokumenTigaTahap),
        (BIDANG_BAGIAN, DokumenBagian),
        (BIDANG_PEJABAT, DokumenPejabat),
        (BIDANG_TANDA_TANGAN, DokumenTandaTangan),
        (BIDANG_JAM_KERJA, DokumenJamKerja),
        (BIDANG_RIWAYAT, DokumenRiwayat),
        (BIDANG_JAWABAN, DokumenJawaban),
        (BIDANG_KONTAK, DokumenKontak),
        (BIDANG_PELAKSANA, DokumenPelaksana),
        (BIDANG_PILIHAN_LEMBAR, DokumenPilihanLembar),
        (BIDANG_LAMPIRAN, DokumenLampiran),
        (BIDANG_SALINAN, DokumenSalinan),
        (BIDANG_BUKU, DokumenBuku),
        (BIDANG_KEPUTUSAN, DokumenKeputusan),
        (BIDANG_KEBUTUHAN, DokumenKebutuhan),
        (BIDANG_TUGAS, DokumenTugas),
        (BIDANG_FUNGSI, DokumenFungsi),
        (BIDANG_URAIAN_TUGAS, DokumenUraianTugas),
        (BIDANG_KEGIATAN, DokumenKegiatan),
        (BIDANG_INSTANSI, DokumenInstansi),
    ],
)  # fmt: skip
def test_the_written_form_has_just_the_fields_of_the_register(
    register: Register, bentuk: type[Bentuk]
) -> None:
    assert bentuk.bidang is register
    assert set(bentuk.model_fields) == set(register)


@pytest.mark.parametrize(
    ("register", "model", "hanya_model", "hanya_berkas"),
    [
        (BIDANG_SOP, Sop, {"id", "tanggal_tertulis", "mendatang", "berlaku_sampai"}, {*BIDANG_PROSEDUR}),
        (BIDANG_PROSEDUR, Prosedur, {"nomor"}, set()),
        (BIDANG_LANGKAH, Langkah, {"giliran", "simbol_tersisih"}, {"pelaksana", "simbol", "cabang"}),
        (BIDANG_LEMBAR_KERJA, LembarKerja, {"identifikasi_kegiatan"}, {*BIDANG_TAHAP}),
        (BIDANG_TAHAP, TigaTahap, set(), set()),
        (BIDANG_BAGIAN, BagianBebas, set(), set()),
        (BIDANG_PEJABAT, Pejabat, set(), set()),
        (BIDANG_TANDA_TANGAN, TandaTangan, set(), set()),
        (BIDANG_JAM_KERJA, JamKerja, set(), set()),
        (BIDANG_RIWAYAT, Riwayat, set(), set()),
        (BIDANG_JAWABAN, Jawaban, set(), set()),
        (BIDANG_KONTAK, Kontak, set(), set()),
        (BIDANG_PELAKSANA, Pelaksana, {"id", "label"}, {"nama"}),
        (BIDANG_PILIHAN_LEMBAR, PilihanLembar, set(), set()),
        (BIDANG_LAMPIRAN, Lampiran, set(), set()),
        (BIDANG_SALINAN, SalinanBertandaTangan, set(), set()),
        (BIDANG_BUKU, IsiBuku, set(), set()),
        (BIDANG_KEPUTUSAN, Keputusan, set(), set()),
        (BIDANG_KEBUTUHAN, Kebutuhan, set(), set()),
        (BIDANG_TUGAS, Tugas, set(), set()),
        (BIDANG_FUNGSI, Fungsi, set(), set()),
        (BIDANG_URAIAN_TUGAS, UraianTugas, set(), set()),
        (BIDANG_KEGIATAN, KegiatanDibutuhkan, set(), set()),
        (BIDANG_INSTANSI, Instansi, {"id"}, set()),
    ],
)  # fmt: skip
def test_the_model_has_just_the_fields_of_the_register(
    register: Register, model: type[Any], hanya_model: set[str], hanya_berkas: set[str]
) -> None:
    assert {f.name for f in fields(model)} - hanya_model == set(register) - hanya_berkas


def test_one_name_has_one_label() -> None:
    for register in (BIDANG_SOP, BIDANG_LANGKAH, BIDANG_LEMBAR_KERJA):
        nama = {b.nama: b.label for b in register.values()}
        if register is BIDANG_LANGKAH:
            assert nama.pop("nomor") != LABEL["nomor"]
        assert nama.items() <= LABEL.items()
    assert LABEL.keys() >= DAPAT_DIISTILAHKAN


def test_the_parts_of_a_tidy_file_stand_together_and_in_order() -> None:
    urutan = [b.kelompok for b in BIDANG_SOP.values()]
    assert urutan == sorted(urutan, key=list(Kelompok).index)


def test_the_schema_says_what_the_register_says() -> None:
    bagian = skema("sop")
    langkah = bagian["definitions"]["DokumenLangkah"]
    for register, bentuk in ((BIDANG_SOP, bagian), (BIDANG_LANGKAH, langkah)):
        ditulis = {k: v["description"] for k, v in bentuk["properties"].items()}
        assert ditulis == {b.nama: b.uraian for b in register.values()}


def test_there_is_a_box_of_the_official_form_for_each_of_the_six() -> None:
    resmi = [b.nama for b in BIDANG_SOP.values() if b.lembar is Lembar.KOTAK]
    assert resmi == [
        "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan",
    ]  # fmt: skip


# --- each field, all the way --------------------------------------------------------------


@bidang_sop
def test_what_is_written_arrives_in_the_model(bidang: Bidang, satu: Sop) -> None:
    kosong = {"nama": "", "status": None}
    nilai = getattr(satu, bidang.nama)
    assert nilai
    assert nilai != kosong.get(bidang.nama)
    kata = tulisan(bidang)[1]
    match bidang.jenis:
        case JenisNilai.TANGGAL:
            assert nilai == date(2019, 3, 9)
        case JenisNilai.PEJABAT:
            assert (nilai[0] if isinstance(nilai, tuple) else nilai).jabatan == kata
        case _:
            assert kata in nilai


@bidang_sop
def test_it_stands_on_the_page_at_its_anchor(bidang: Bidang, satu: Sop) -> None:
    h = halaman(satu)
    (tanda,) = h.konfirmasi.semua
    assert tanda.asal == bidang.tempat
    assert tanda.tempat == bidang.label
    if bidang.nama in DI_TEMPAT_LAIN:
        return
    if bidang.tempat is Tempat.KETERKAITAN:
        assert [k.teks for k in h.keterkaitan] == list(satu.keterkaitan)
        return
    milik = {
        Tempat.PERINGATAN: (h.peringatan,),
        Tempat.IDENTITAS: h.tanggal + h.identitas + h.pengesahan,
    }  # fmt: skip
    (ditemukan,) = [i for i in milik[bidang.tempat] if i.bidang == bidang.nama]
    assert ditemukan.label == bidang.label
    assert ditemukan.tanda == tanda
    assert tulisan(bidang)[1] in ditemukan.nilai


@bidang_sop
def test_the_search_reads_it(bidang: Bidang, satu: Sop) -> None:
    html = Perender(TEMPLATES).render("sop/cari.html", h=halaman(satu))
    if bidang.nama in ("kop", "digantikan_oleh") or bidang.jenis is JenisNilai.TANGGAL:
        assert tulisan(bidang)[1] not in html  # nobody looks for these
    else:
        assert tulisan(bidang)[1] in html


@bidang_sop
def test_it_stands_on_the_sheet_where_the_register_says(bidang: Bidang, satu: Sop) -> None:
    assert (tulisan(bidang)[1] in lembar(satu)) == (bidang.lembar is not Lembar.TIDAK)


@bidang_sop
def test_a_list_or_text_has_a_place_on_the_sheet(bidang: Bidang) -> None:
    assert bidang.lembar is not Lembar.TIDAK or bidang.nama in (
        "nama_lain",
        "digantikan_oleh",
        "alasan_dicabut",
    )


@bidang_sop
def test_the_data_holds_it(bidang: Bidang, satu: Sop) -> None:
    buku = handbook(satu)
    data = json.loads(PenulisData(buku, susun_keterkaitan(buku), direktori=True).sop(satu))["sop"]
    kata = "2019-03-09" if bidang.jenis is JenisNilai.TANGGAL else tulisan(bidang)[1]
    if bidang.nama == "digantikan_oleh":
        assert data[bidang.nama]["teks"] == kata
    else:
        assert kata in json.dumps(data[bidang.nama])


@bidang_sop
def test_a_comparison_sees_and_names_it(bidang: Bidang, satu: Sop) -> None:
    kunci = f"{bidang.nama}.jabatan" if bidang.jenis is JenisNilai.PEJABAT else bidang.nama
    assert kunci in isian(satu)
    bagian = ": Jabatan" if bidang.jenis is JenisNilai.PEJABAT else ""
    assert label(kunci, satu, INSTANSI) == bidang.label + bagian


@bidang_sop
def test_another_offices_name_in_it_is_found_where_it_is_read(bidang: Bidang, satu: Sop) -> None:
    asing = "Kabupaten Khayalan"
    nilai: Any = asing
    if bidang.jenis is JenisNilai.TANGGAL:
        assert not bidang.cari_sebutan
        return
    if bidang.jenis is JenisNilai.DAFTAR:
        nilai = ("Butir", asing)
    if bidang.jenis is JenisNilai.PEJABAT:
        ada = getattr(satu, bidang.nama)
        nilai = (Pejabat(asing),) if isinstance(ada, tuple) else replace(ada, jabatan=asing)
    isi = sop(**{bidang.nama: nilai})
    ditemukan = [t.jalur[0] for t in periksa(isi) if t.kode == "SOP-I008"]
    assert ditemukan == ([bidang.nama] if bidang.cari_sebutan else [])


@bidang_sop
def test_the_tidy_file_has_it_in_its_place(bidang: Bidang) -> None:
    semua = {b.nama: tulisan(b)[0] for b in SOP}
    teks = "".join(f"{k}: {v}\n" for k, v in reversed(semua.items()))
    kunci = re.findall(r"^(\w+):", rapikan(teks, DokumenSop), flags=re.MULTILINE)
    assert kunci == [b.nama for b in SOP]


@bidang_sop
def test_a_new_file_shows_it_or_not(bidang: Bidang) -> None:
    baru = tulis_sop("Contoh", ["Staf"], [LangkahBaru("Menulis", "Staf")], date(2026, 1, 5))
    ditulis = re.search(rf"^{bidang.nama}:.*$", baru, flags=re.MULTILINE)
    assert bool(ditulis) == (bidang.baru is Baru.TAMPIL or bidang.nama == "nama")
    if ditulis and bidang.nama != "nama":
        assert bidang.uraian in ditulis[0]
    salinan = salin_sop("Contoh", {bidang.nama: "Isi lama"}, "kantor/lama", date(2026, 1, 5))
    assert ("Isi lama" in salinan) == bidang.salin


@bidang_langkah
def test_a_change_in_a_step_is_seen_and_written(bidang: Bidang) -> None:
    nilai: Any = "Penanda" if bidang.jenis is JenisNilai.TEKS else ("Satu", "Penanda")
    isi = sop(replace(langkah(), **{bidang.nama: nilai}))
    assert "Penanda" in isi_langkah(isi.prosedur[0], 0, bidang.nama)
    assert label_langkah(bidang.nama, isi, INSTANSI) == bidang.label
    if bidang.nama != "ringkas":  # stands in the diagram alone
        html = Perender(TEMPLATES).render("sop/cari.html", h=halaman(isi))
        assert "Penanda" in html
        assert "Penanda" in lembar(isi)


@pytest.mark.parametrize("bidang", BIDANG_LANGKAH.values(), ids=lambda b: b.nama)
def test_a_new_step_shows_it_names_it_or_not(bidang: Bidang) -> None:
    baru = tulis_sop("Contoh", ["Staf"], [LangkahBaru("Menulis", "Staf")], date(2026, 1, 5))
    assert bool(re.search(rf"^ +(- )?{bidang.nama}:", baru, flags=re.MULTILINE)) == (
        bidang.baru is Baru.TAMPIL
    )
    assert (f"# {bidang.nama}: {bidang.uraian}" in baru) == (bidang.baru is Baru.KOMENTAR)


@pytest.mark.parametrize(
    ("register", "isi"),
    [
        (BIDANG_SOP, lambda t: sop(perlu_konfirmasi=t)),
        (BIDANG_LANGKAH, lambda t: sop(replace(langkah(), perlu_konfirmasi=t))),
        (BIDANG_LEMBAR_KERJA, lambda t: sop(lembar_kerja=LembarKerja(perlu_konfirmasi=t))),
    ],
)
def test_every_field_may_be_marked_but_the_marks(register: Register, isi: Any) -> None:
    semua: tuple[Konfirmasi, ...] = tanda(dict.fromkeys(register, "Ragu."))
    satu = isi(semua)
    tidak = [t.isi["bidang"] for t in periksa(satu) if t.kode == "SOP-P004"]
    assert tidak == ["perlu_konfirmasi"]


# --- the guide ----------------------------------------------------------------------------


def tabel_panduan(register: Register) -> str:
    """Write the guide's table of fields; fields of which it says the same share a row."""
    baris: dict[str, list[str]] = {}
    for b in register.values():
        baris.setdefault(b.panduan, []).append(f"`{b.nama}`")
    isi = "".join(f"| {', '.join(nama)} | {teks} |\n" for teks, nama in baris.items())
    return f"| Isian | Isinya |\n|---|---|\n{isi}"


@pytest.mark.parametrize(
    "register",
    [
        BIDANG_SOP,
        BIDANG_LANGKAH,
        BIDANG_INSTANSI,
        BIDANG_RIWAYAT,
        BIDANG_KONTAK,
        BIDANG_PELAKSANA,
        BIDANG_LAMPIRAN,
        BIDANG_SALINAN,
    ],
)
def test_the_guide_lists_every_field(register: Register) -> None:
    """Where this fails, put the table that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "menulis.md").read_text(encoding="utf-8")
    assert tabel_panduan(register) in panduan, tabel_panduan(register)


def test_the_guide_lists_all_that_may_be_called_otherwise() -> None:
    """Where this fails, put the list that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "menulis.md").read_text(encoding="utf-8")
    daftar = ", ".join(f"`{kunci}`" for kunci in sorted(DAPAT_DIISTILAHKAN))
    assert f"\n{daftar}.\n" in panduan, daftar


def test_editors_offer_all_that_may_be_called_otherwise() -> None:
    for jenis in ("sop", "instansi"):
        assert skema(jenis)["properties"]["istilah"]["properties"].keys() == DAPAT_DIISTILAHKAN


@pytest.mark.parametrize("register", [BIDANG_BUKU, BIDANG_KEPUTUSAN])
def test_the_guide_lists_every_field_of_the_book(register: Register) -> None:
    """Where this fails, put the table that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "buku.md").read_text(encoding="utf-8")
    assert tabel_panduan(register) in panduan, tabel_panduan(register)


@pytest.mark.parametrize(
    "register",
    [BIDANG_KEBUTUHAN, BIDANG_TUGAS, BIDANG_FUNGSI, BIDANG_URAIAN_TUGAS, BIDANG_KEGIATAN],
)
def test_the_guide_lists_every_field_of_the_needs(register: Register) -> None:
    """Where this fails, put the table that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "formulir.md").read_text(encoding="utf-8")
    assert tabel_panduan(register) in panduan, tabel_panduan(register)


def test_the_guide_lists_the_choices_of_the_sheet() -> None:
    """Where this fails, put the table that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "mencetak.md").read_text(encoding="utf-8")
    tabel = tabel_panduan(BIDANG_PILIHAN_LEMBAR)
    assert tabel in panduan, tabel

"""The settings in `mkdocs.yml`: every mistake is told at its place, all at once, and what is right still holds."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buku_sop.loading.setelan import (
    DokumenRujukan,
    DokumenSetelan,
    DokumenTautan,
    DokumenWarna,
    baca_setelan,
)
from buku_sop.model.bidang import Register
from buku_sop.model.bidang_setelan import (
    BIDANG_RUJUKAN,
    BIDANG_SETELAN,
    BIDANG_TAUTAN,
    BIDANG_WARNA,
)
from buku_sop.model.kontak import Kontak
from buku_sop.model.setelan import Rujukan, Setelan, Tautan, Warna
from buku_sop.setelan import HasilSetelan, buka_setelan
from tests.paths import ROOT
from tests.test_bidang import tabel_panduan

KEPALA = "site_name: Buku SOP\nplugins:\n  - search\n  - buku-sop:\n"


def mkdocs(isi: str) -> str:
    return KEPALA + indent(dedent(isi).strip("\n"), "      ") + "\n"


def temuan(hasil: HasilSetelan) -> list[tuple[str, int, int]]:
    return [(d.kode, d.lokasi.baris, d.lokasi.kolom) for d in hasil.diagnostics]


def buka(tmp_path: Path, teks: str, **lingkungan: str) -> HasilSetelan:
    (tmp_path / "mkdocs.yml").write_text(teks, encoding="utf-8")
    return buka_setelan(tmp_path / "mkdocs.yml", lingkungan)


@pytest.mark.parametrize(
    ("register", "dokumen", "model"),
    [
        (BIDANG_SETELAN, DokumenSetelan, Setelan),
        (BIDANG_WARNA, DokumenWarna, Warna),
        (BIDANG_TAUTAN, DokumenTautan, Tautan),
        (BIDANG_RUJUKAN, DokumenRujukan, Rujukan),
    ],
)
def test_register_written_form_and_model_have_the_same_settings(
    register: dict[str, object], dokumen: type[DokumenSetelan], model: type[Setelan]
) -> None:
    assert set(register) == set(dokumen.model_fields) == {f.name for f in fields(model)}


@pytest.mark.parametrize("register", [BIDANG_SETELAN, BIDANG_WARNA, BIDANG_TAUTAN])
def test_the_guide_lists_every_setting(register: Register) -> None:
    """Where this fails, put the table that it expects into the guide."""
    panduan = (ROOT / "docs" / "panduan" / "wajah.md").read_text(encoding="utf-8")
    assert tabel_panduan(register) in panduan, tabel_panduan(register)


def test_all_mistakes_are_told_at_once_and_the_rest_holds(tmp_path: Path) -> None:
    hasil = buka(
        tmp_path,
        mkdocs(
            """
            nama: Buku SOP Kantor Contoh
            logos: logo.svg
            logo: tidak-ada.png
            warna: {utama: biru, aksen: "#ffff00"}
            pdf: mungkin
            tautan:
              - {judul: Situs, alamat: "javascript:alert(1)"}
              - {judul: Surat, alamat: mailto:bagian@contoh.go.id}
            kontak: {telepon: nol}
            """
        ),
    )
    assert temuan(hasil) == [
        ("SOP-S001", 6, 7),
        ("SOP-W003", 7, 13),
        ("SOP-W001", 8, 22),
        ("SOP-W002", 8, 35),
        ("SOP-S006", 9, 12),
        ("SOP-W004", 11, 34),
        ("SOP-B020", 13, 25),
    ]
    assert "Maksudnya `logo`?" in hasil.diagnostics[0].petunjuk
    s = hasil.setelan
    assert (s.nama, s.logo, s.pdf) == ("Buku SOP Kantor Contoh", "", True)
    assert s.warna.utama == Warna().utama
    assert s.tautan == (Tautan("Surat", "mailto:bagian@contoh.go.id"),)


def test_a_colour_without_quotes_is_no_silent_remark(tmp_path: Path) -> None:
    hasil = buka(tmp_path, mkdocs("warna:\n  utama: #14603a\n  aksen: 9a3d00\n"))
    assert temuan(hasil) == [("SOP-W001", 6, 16)]
    assert hasil.setelan.warna == Warna()


def test_extra_holds_as_before_and_gives_way(tmp_path: Path) -> None:
    lama = "extra:\n  pdf: false\n  simpanan: false\n  kontak: {telepon: 021555}\n"
    hasil = buka(tmp_path, lama + mkdocs("simpanan: ya"))
    assert (hasil.setelan.pdf, hasil.setelan.simpanan) == (False, True)
    assert hasil.setelan.kontak == Kontak(telepon="021555")
    assert temuan(hasil) == [("SOP-W005", 3, 3)]
    assert hasil.tertulis == {"simpanan"}


def test_the_environment_says_otherwise_and_env_tags_are_read(tmp_path: Path) -> None:
    teks = mkdocs("pdf: !ENV [PDF_KAMI, LAIN, true]\nforge: !ENV FORGE_KAMI\nsimpanan: ya")
    assert buka(tmp_path, teks).setelan.pdf
    hasil = buka(tmp_path, teks, PDF_KAMI="false", FORGE_KAMI="gitlab", SOP_SIMPANAN="0")
    assert (hasil.setelan.pdf, hasil.setelan.forge, hasil.setelan.simpanan) == (
        False, "gitlab", False,
    )  # fmt: skip
    assert not hasil.diagnostics
    assert temuan(buka(tmp_path, teks, SOP_PDF="entah")) == [("SOP-S006", 1, 1)]


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "- satu\n",
        "plugins: 3\n",
        "plugins: [search, {buku-sop: [1, 2]}]\n",
        "plugins: {buku-sop: {warna: [1], tautan: {a: b}, contoh_cari: {a: 1}}}\n",
        "extra: 7\n",
        "a: &a {b: *a}\n",
        "warna: {utama: #123456}\n",
        "plugins: [buku-sop: {logo: !ENV }]\n",
        "plugins: [buku-sop: {nama: !ENV [], pdf: !!python/name:os.system , kontak: !x {a: 1}}]\n",
    ],
)
def test_nothing_that_is_written_raises(tmp_path: Path, teks: str) -> None:
    assert isinstance(buka(tmp_path, teks).setelan, Setelan)


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_nothing_that_may_be_written_as_a_value_raises(teks: str) -> None:
    for kunci in ("logo", "warna", "tautan", "pdf", "kontak"):
        baca_setelan(mkdocs(f"{kunci}: {teks}"))


def test_the_settings_of_an_inherited_file_hold(tmp_path: Path) -> None:
    (tmp_path / "dasar.yml").write_text(mkdocs("nama: Dasar\nlogo: x.svg"), encoding="utf-8")
    hasil = buka(tmp_path, "INHERIT: dasar.yml\nsite_name: x\n")
    assert hasil.setelan.nama == "Dasar"
    assert hasil.diagnostics[0].lokasi.berkas == "dasar.yml"


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("gloas-0123456789abcdef0123", "rahasia"),
        ("github_pat_0123456789abcdef", "rahasia"),
        ("nama aplikasi", "bukan Client ID"),
        ("'\"><script>'", "bukan Client ID"),
        ("0a1b2c3d4e5f60718293a4b5c6d7e8f9\n      forge: github", "GitHub"),
    ],
)
def test_an_application_by_which_nobody_can_sign_in_is_a_finding_that_repeats_no_secret(
    nilai: str, kata: str
) -> None:
    bacaan = baca_setelan(f"plugins:\n  - buku-sop:\n      forge_aplikasi: {nilai}\n")
    [temuan] = bacaan.diagnostics
    assert (temuan.kode, temuan.lokasi.baris) == ("SOP-W010", 3)
    assert kata in temuan.pesan
    assert nilai.split()[0] not in temuan.pesan + temuan.petunjuk
    assert bacaan.setelan.forge_aplikasi == ""


def test_words_of_the_interface_that_cannot_be_used_are_findings() -> None:
    bacaan = baca_setelan(
        "plugins:\n  - buku-sop:\n      tulisan:\n"
        "        cari.nihil: Belum ketemu\n        cari.niihil: x\n        saring.cocok: Ada\n"
        "        cari.ulang: ''\n        zzz: x\n        cari.gagal: 'Gagal {banyak}'\n"
    )
    assert bacaan.setelan.tulisan == {"cari.nihil": "Belum ketemu"}
    assert [(d.kode, d.lokasi.baris) for d in bacaan.diagnostics] == [
        ("SOP-W009", n) for n in (5, 6, 7, 8, 9)
    ]
    assert "`cari.nihil`" in bacaan.diagnostics[0].petunjuk

"""Free sections, notes under a table, and steps that are sentences: everywhere, in their place."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from buku_sop.analysis.beda.buku import bandingkan
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import open_handbook
from buku_sop.model import Sop
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.render import Perender
from buku_sop.views.sop.halaman import BahanSop, HalamanSop, susun_halaman
from tests.builders import handbook, langkah, sop
from tests.paths import ROOT, TEMPLATES

KANTOR = "nama: Kantor Contoh\n"
PASIEN = """\
nama: Pendaftaran Pasien
bagian:
  Pengertian: Pasien baru
  Tujuan: |
    Agar:
    a. tepat
langkah:
  - Petugas memanggil pasien
  - |
    Petugas menanyakan:
    a. nama
catatan: "*) hari kerja"
"""
DAFTAR = """\
nama: Penerimaan Tamu
pelaksana: {staf: Staf}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, kelengkapan: Buku, waktu: 1 jam, output: Catatan}
bagian:
  - {judul: Definisi, isi: [Tamu resmi, Tamu lain]}
  - {judul: Unit terkait, letak: sesudah, isi: Umum}
"""


def muat(folder: Path, isi: str) -> Sop:
    kantor = folder / "kantor-contoh"
    kantor.mkdir()
    (kantor / "instansi.yml").write_text(KANTOR, encoding="utf-8")
    (kantor / "satu.yml").write_text(isi, encoding="utf-8")
    hasil = open_handbook(folder)
    assert not hasil.gagal, hasil.diagnostics
    return hasil.handbook.sop[0]


def halaman(satu: Sop) -> HalamanSop:
    buku = handbook(satu)
    return susun_halaman(satu, BahanSop(buku, susun_keterkaitan(buku), {}, {}), Alamat("halaman"))


def teks(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_mapping_of_titles_is_sections_before_the_steps(tmp_path: Path) -> None:
    h = halaman(muat(tmp_path, PASIEN))
    assert [(b.judul, b.isi) for b in h.sebelum] == [
        ("Pengertian", ("Pasien baru",)),
        ("Tujuan", ("Agar:\na. tepat",)),
    ]
    assert h.sesudah == ()


def test_a_section_stands_after_the_steps_where_it_says_so(tmp_path: Path) -> None:
    h = halaman(muat(tmp_path, DAFTAR))
    assert [b.judul for b in h.sebelum] == ["Definisi"]
    assert [b.judul for b in h.sesudah] == ["Unit terkait"]


def test_several_items_are_numbered_as_on_the_sheet_and_one_is_not() -> None:
    satu = sop(peralatan=("Meja", "Kursi"), pencatatan=("Buku tamu",))
    html = Perender(TEMPLATES).render("makro/identitas.html", h=halaman(satu))
    assert re.search(r"<ol>\s*<li>Meja</li>\s*<li>Kursi</li>\s*</ol>", html)
    assert "<p>Buku tamu</p>" in html


def test_sections_of_one_title_have_anchors_of_their_own(tmp_path: Path) -> None:
    satu = muat(tmp_path, DAFTAR)
    h = halaman(replace(satu, bagian=satu.bagian[:1] * 2))
    assert len({b.jangkar for b in h.sebelum}) == 2


def test_sentences_are_a_list_and_no_diagram_and_are_told_once(tmp_path: Path) -> None:
    satu = muat(tmp_path, PASIEN)
    (p,) = halaman(satu).prosedur
    assert p.polos
    assert not p.diagram
    assert [b.kegiatan for b in p.tabel.baris] == [
        "Petugas memanggil pasien",
        "Petugas menanyakan:\na. nama",
    ]
    kode = [d.kode for d in open_handbook(tmp_path).per_sop[satu.id]]
    assert kode.count("SOP-A019") == 1
    assert not {"SOP-A007", "SOP-M002", "SOP-M005", "SOP-M006"} & set(kode)


def test_one_performer_or_one_cell_makes_it_a_table_again() -> None:
    assert not sop(langkah("Mencatat")).prosedur[0].polos
    kosong = langkah("Mencatat", oleh=None, waktu="", kelengkapan=(), output=())
    assert sop(kosong, pelaksana={}).prosedur[0].polos
    assert not sop(replace(kosong, output=("Catatan",)), pelaksana={}).prosedur[0].polos


@pytest.mark.parametrize("isi", [PASIEN, DAFTAR])
def test_the_search_reads_sections_and_notes(tmp_path: Path, isi: str) -> None:
    satu = muat(tmp_path, isi)
    terlihat = teks(
        Perender(ROOT / "overrides" / "templat").render("sop/cari.html", h=halaman(satu))
    )
    for bagian in satu.bagian:
        assert bagian.judul in terlihat
        for butir in bagian.isi:
            assert " ".join(butir.split()) in terlihat
    for catatan in satu.prosedur[0].catatan:
        assert catatan in terlihat


def test_changed_sections_and_notes_are_told(tmp_path: Path) -> None:
    satu = muat(tmp_path, PASIEN)
    (prosedur,) = satu.prosedur
    bagian = (replace(satu.bagian[0], isi=("Pasien lama",)), satu.bagian[1])
    lain = replace(satu, bagian=bagian, prosedur=(replace(prosedur, catatan=()),))
    (beda,) = bandingkan(handbook(satu), handbook(lain)).sop
    assert [d.bidang for d in beda.daftar] == ["bagian.Pengertian"]
    assert beda.prosedur[0].isian == ("catatan",)

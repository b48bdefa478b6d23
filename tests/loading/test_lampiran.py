"""Which files of an office's folder may be published, and what is said of the others."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from buku_sop.analysis.beda.isian import isian
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.loading.lampiran import BITA_TERBANYAK
from buku_sop.views.dasar.alamat import Alamat, path_lampiran
from buku_sop.views.dasar.render import Perender
from buku_sop.views.data import PenulisData
from buku_sop.views.sop.halaman import BahanSop, susun_halaman
from buku_sop.views.sop.lampiran import berkas_terbit
from tests.paths import TEMPLATES

PDF = b"%PDF-1.7\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    return kantor


def buka(kantor: Path, isi: str) -> Hasil:
    teks = f"nama: Tamu\npelaksana: {{a: Staf}}\nlangkah: [{{kegiatan: Mencatat, pelaksana: a}}]\n{isi}\n"
    (kantor / "tamu.yml").write_text(teks, encoding="utf-8")
    hasil = open_handbook(kantor.parent)
    assert not hasil.gagal, hasil.diagnostics
    return hasil


def temuan(hasil: Hasil) -> list[tuple[str, int, str]]:
    return [
        (d.kode, d.lokasi.baris, d.pesan)
        for d in hasil.diagnostics
        if d.kode in ("SOP-B021", "SOP-B022", "SOP-B007")
    ]


def test_every_way_to_write_it_is_read_and_shown(kantor: Path) -> None:
    (kantor / "Formulir <b>.PDF").write_bytes(PDF)
    (kantor / "formulir").mkdir()
    with ZipFile(kantor / "formulir" / "buku.xlsx", "w") as z:
        z.writestr("a", "b")
    hasil = buka(kantor, "lampiran:\n  - 'Formulir <b>.PDF'\n  - berkas: formulir/buku.xlsx\n"
                         "    judul: Buku & tamu\n    keterangan: Di loket")  # fmt: skip
    assert temuan(hasil) == []
    (satu,) = hasil.handbook.sop
    buku = hasil.handbook
    h = susun_halaman(
        satu, BahanSop(buku, susun_keterkaitan(buku), {}, {}), Alamat("sop/kantor-contoh/tamu")
    )
    assert [(x.judul, x.rinci) for x in h.lampiran] == [
        ("Formulir <b>.PDF", "PDF, 1 KB"), ("Buku & tamu", "Excel, 1 KB"),
    ]  # fmt: skip
    cari = Perender(TEMPLATES).render("sop/cari.html", h=h)
    assert "Formulir &lt;b&gt;.PDF" in cari
    assert "Buku &amp; tamu" in cari
    data = json.loads(PenulisData(buku, susun_keterkaitan(buku), direktori=True).sop(satu))["sop"]
    assert data["lampiran"][1]["path"] == path_lampiran("kantor-contoh", "formulir/buku.xlsx")
    assert isian(satu)["lampiran"] == (
        "Formulir <b>.PDF",
        "Buku & tamu (formulir/buku.xlsx): Di loket",
    )
    assert len(berkas_terbit(buku)) == 2


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("../kunci.pdf", "letaknya"), ("/etc/passwd.pdf", "letaknya"), ("a/b/c.pdf", "letaknya"),
        ("a\\b.pdf", "letaknya"), (".rahasia.pdf", "titik"), ("tidak-ada.pdf", "tidak ada"),
        ("halaman.html", "jenisnya"), ("palsu.pdf", "isinya bukan PDF"), ("kosong.pdf", "kosong"),
        ("besar.pdf", "20 MB"), ("tautan.pdf", "tautan"), ("pipa.pdf", "bukan berkas biasa"),
        ("folder.pdf", "bukan berkas biasa"), ("luar/kunci.pdf", "tautan"), ("skrip.svg", "script"),
        ("luar.svg", "luar"), ("palsu.png", "isinya bukan PNG"), ("palsu.docx", "isinya bukan Word"),
    ],
)  # fmt: skip
def test_what_may_not_be_published_is_one_finding_at_its_line(
    kantor: Path, nama: str, sebab: str
) -> None:
    luar = kantor.parent.parent / "luar"
    luar.mkdir()
    (luar / "kunci.pdf").write_bytes(PDF)
    (kantor.parent / "kunci.pdf").write_bytes(PDF)
    siapkan: dict[str, Callable[[Path], object]] = {
        "tautan.pdf": lambda p: p.symlink_to(luar / "kunci.pdf"),
        "pipa.pdf": os.mkfifo,
        "folder.pdf": lambda p: p.mkdir(),
        "kosong.pdf": lambda p: p.touch(),
        "luar/kunci.pdf": lambda p: p.parent.symlink_to(luar, target_is_directory=True),
        "skrip.svg": lambda p: p.write_text(SVG.format("<script/>")),
        "luar.svg": lambda p: p.write_text(SVG.format('<image href="https://contoh.id/a"/>')),
        "besar.pdf": lambda p: p.write_bytes(PDF.ljust(BITA_TERBANYAK + 1)),
    }  # fmt: skip
    if nama in siapkan:
        siapkan[nama](kantor / nama)
    elif nama.startswith("palsu") or nama.endswith(".html"):
        (kantor / nama).write_text("<script>alert(1)</script>")
    hasil = buka(kantor, f"lampiran:\n  - '{nama}'")
    (satu,) = [t for t in temuan(hasil) if t[0] == "SOP-B021"]
    assert satu[1] == 5
    assert sebab in satu[2]
    assert berkas_terbit(hasil.handbook) == ()


def test_a_file_that_nothing_names_is_a_finding(kantor: Path) -> None:
    (kantor / "sisa.docx").write_bytes(b"x")
    (kantor / ".tersembunyi").write_bytes(b"x")
    (kantor / "gambar").mkdir()
    (kantor / "gambar" / "denah.png").write_bytes(b"x")
    assert [(k, p.split("`")[1]) for k, _, p in temuan(buka(kantor, ""))] == [
        ("SOP-B022", "gambar/denah.png"), ("SOP-B022", "sisa.docx"),
    ]  # fmt: skip


def test_nothing_is_called_unnamed_while_a_file_cannot_be_read(kantor: Path) -> None:
    (kantor / "sisa.pdf").write_bytes(PDF)
    (kantor / "rusak.yml").write_text("nama: [", encoding="utf-8")
    assert "SOP-B022" not in {d.kode for d in open_handbook(kantor.parent).diagnostics}


def test_a_signed_copy_is_offered_only_where_the_office_says_so(kantor: Path) -> None:
    (kantor / "ttd.pdf").write_bytes(PDF)
    isi = "salinan_bertanda_tangan: {{berkas: ttd.pdf, revisi: abcdef12, terbitkan: {}}}"
    assert berkas_terbit(buka(kantor, isi.format("tidak")).handbook) == ()
    assert berkas_terbit(buka(kantor, "salinan_bertanda_tangan: ttd.pdf").handbook) == ()
    assert berkas_terbit(buka(kantor, isi.format("ya")).handbook) == (("kantor-contoh", "ttd.pdf"),)


def test_two_names_never_share_a_path() -> None:
    nama = ("a b.pdf", "a-b.pdf", "A-b.pdf", "a/b.pdf", "a_b.pdf", "a-b.PDF", "…")
    semua = [path_lampiran("k", n).lower() for n in nama[:-2]]
    assert len(set(semua)) == len(semua)
    assert ".." not in path_lampiran("k", "..\\x<script>.pdf")

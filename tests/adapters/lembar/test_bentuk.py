"""Sheets in other forms: every word of the examples in the guide is on its sheet, in the order of its form."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

from buku_sop.adapters.lembar.printing import make_pdfs
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.model import BagianBebas, Handbook, Pejabat, Sop
from tests.adapters.lembar.conftest import SITUS, Cetakan, make_book
from tests.adapters.lembar.tagged import spoken, text_ends
from tests.adapters.lembar.test_sheet import berurutan, halaman
from tests.builders import langkah, sop
from tests.panduan_bentuk import tulis_contoh

JAHAT = '#panic("x") $a$ <b> *tebal* _m_ `k` @rujuk // komentar \\ [isi]'


@pytest.fixture(scope="module")
def contoh(buat_root: Callable[[], Path]) -> Cetakan:
    """Print the examples of the guide, and one SOP with all that no form has a place for."""
    root = buat_root()
    hasil = open_handbook(tulis_contoh(root))
    puskesmas = hasil.handbook.milik("puskesmas-rekaan")[0]
    (prosedur,) = puskesmas.prosedur
    pertama, *lain = prosedur.pelaksana
    penuh = replace(
        puskesmas,
        id="puskesmas-rekaan/penuh",
        nama=JAHAT,
        bagian=(*puskesmas.bagian, BagianBebas(JAHAT, (JAHAT, "Butir lain"))),
        kualifikasi_pelaksana=("Semua petugas",),
        disusun_oleh=(Pejabat("Penyusun Naskah", "Nama Penyusun", "123", "1 Mei 2026"),),
        alasan_dicabut="Alasan uji",
        prosedur=(replace(prosedur, pelaksana=(replace(pertama, kelompok="Loket Depan"), *lain)),),
    )
    panjang = replace(
        hasil.handbook.milik("rsud-rekaan")[0],
        id="rsud-rekaan/panjang",
        prosedur=sop(
            *(langkah(f"Mengerjakan hal ke-{n} dengan teliti") for n in range(60))
        ).prosedur,
    )
    semua = sorted((*hasil.handbook.sop, penuh, panjang), key=lambda s: s.id)
    buku = Hasil(
        Handbook(hasil.handbook.instansi, tuple(semua)), hasil.keterkaitan, (), hasil.berkas, {}
    )
    pdf = make_pdfs(root, buku, situs=SITUS)
    return Cetakan(root, buku, pdf, make_book(root, buku, situs=SITUS))


def kata(satu: Sop) -> Iterator[str]:
    """Yield the texts that an SOP says on a sheet."""
    yield from (satu.nama, satu.nomor, satu.nomor_revisi, satu.alasan_dicabut)
    for b in ("disusun_oleh", "diperiksa_oleh", "disetujui_oleh", "disahkan_oleh"):
        for p in getattr(satu, b):
            yield from (p.jabatan, p.nama, p.nip, p.tanggal)
    for b in (
        "dasar_hukum",
        "kualifikasi_pelaksana",
        "keterkaitan",
        "peralatan",
        "peringatan",
        "pencatatan",
    ):
        yield from getattr(satu, b)
    for bagian in satu.bagian:
        yield from (bagian.judul, *bagian.isi)
    for prosedur in satu.prosedur:
        for x in prosedur.langkah:
            yield from (x.kegiatan, x.waktu.teks, *x.kelengkapan, *x.output, *x.keterangan)
            yield from (c.label for g in x.giliran for c in g.semua_cabang)
            yield from (p.lengkap for p in prosedur.pelaksana if p.id in x.pelaksana)
    yield from (r.catatan for r in satu.riwayat if r.jenis == "revisi")


def rapat(teks: str) -> str:
    return "".join(teks.split()).casefold()


def test_every_word_is_on_the_sheet(contoh: Cetakan) -> None:
    for satu in contoh.hasil.handbook.sop:
        tercetak = rapat(" ".join(halaman(contoh.pdf[satu.id])))
        hilang = [t for t in kata(satu) if rapat(t) not in tercetak]
        assert hilang == [], satu.id


@pytest.mark.parametrize(
    ("id", "urutan"),
    [
        ("puskesmas-rekaan/pendaftaran-pasien-baru", (
            "PENDAFTARAN PASIEN BARU", "SOP", "No. Dokumen", "No. Revisi", "Tanggal Terbit", "16 Januari 2026",
            "Halaman", "UPT PUSKESMAS REKAAN", "Kepala UPT Puskesmas Rekaan", "dr. Nama Contoh", "Pengertian",
            "Tujuan", "Kebijakan", "Referensi", "Alat dan Bahan", "Prosedur", "Peserta: ke langkah 3; Umum: ke langkah 4",
            "Bagan Alir", "‹", "Unit Terkait", "Dokumen Terkait", "Rekaman Historis Perubahan", "Alur pasien umum",
        )),
        ("rsud-rekaan/pemasangan-infus", (
            "PEMASANGAN INFUS", "RSUD REKAAN", "No. Dokumen", "No. Revisi", "Halaman", "STANDAR PROSEDUR OPERASIONAL",
            "Tanggal Terbit", "Ditetapkan", "Direktur RSUD Rekaan", "PENGERTIAN", "TUJUAN", "KEBIJAKAN", "PROSEDUR",
            "UNIT TERKAIT",
        )),
        ("smk-rekaan/kehadiran-guru", (
            "SMK NEGERI REKAAN", "Nomor", "PROSEDUR OPERASIONAL STANDAR", "KEHADIRAN GURU", "Tujuan", "Ruang Lingkup",
            "Definisi", "Acuan", "Prosedur", "Kegiatan", "Bagan Alir", "Dibuat oleh", "Diperiksa oleh", "Disahkan oleh",
            "Nama Satu", "Nama Dua", "Nama Tiga",
        )),
        ("dinas-rekaan/penggantian-lampu", (
            "INSTRUKSI KERJA", "Nomor", "Penggantian Lampu Jalan", "Berlaku", "Tujuan", "Keselamatan Kerja", "Alat",
            "Langkah Kerja", "Alur", "Dasar Hukum", "Disusun", "Disahkan",
        )),
    ],
)  # fmt: skip
def test_who_hears_a_sheet_hears_head_sections_and_signatures_in_order(
    id: str, urutan: tuple[str, ...], contoh: Cetakan
) -> None:
    teks = spoken(contoh.pdf[id])
    assert berurutan(teks, *urutan), teks


def test_each_form_has_its_own_paper_in_the_book_too(contoh: Cetakan) -> None:
    arah = {id: _arah(pdf) for id, pdf in contoh.pdf.items()}
    assert {id for id, a in arah.items() if a == {"lanskap"}} == {"dinas-rekaan/penggantian-lampu"}
    assert all(a == {"potret"} for id, a in arah.items() if not id.startswith("dinas"))
    assert _arah(contoh.buku) == {"potret", "lanskap"}


def _arah(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as dokumen:
        kotak = [p.mediabox for p in dokumen.pages]
    return {"potret" if k[3] > k[2] else "lanskap" for k in kotak}


def test_the_short_head_of_a_hospital_stands_on_each_further_page(contoh: Cetakan) -> None:
    pertama, *lain = halaman(contoh.pdf["rsud-rekaan/panjang"])
    assert len(lain) >= 1
    assert "Tanggal Terbit" in pertama
    for n, teks in enumerate(lain, 2):
        kepala, _, isi = teks.partition(f"{n}/{len(lain) + 1}")
        for k in ("RSUD REKAAN", "PEMASANGAN INFUS", "No. Dokumen"):
            assert k in kepala
        assert "hal ke-" in isi
        assert "Tanggal Terbit" not in teks


def test_what_a_form_does_not_know_follows_under_its_own_name(contoh: Cetakan) -> None:
    teks = spoken(contoh.pdf["puskesmas-rekaan/penuh"])
    assert berurutan(teks, JAHAT, "Kualifikasi Pelaksana", "Semua petugas", "Rekaman Historis")
    assert berurutan(teks, "Keterangan Dokumen", "Penyusun Naskah, Nama Penyusun, NIP. 123")


def test_what_is_published_has_no_nip(contoh: Cetakan) -> None:
    id = "puskesmas-rekaan/penuh"
    assert "NIP. 123" in spoken(contoh.pdf[id])
    (pdf,) = make_pdfs(contoh.root, contoh.hasil, ids={id}, situs=SITUS, terbit=True).values()
    teks = spoken(pdf)
    assert "Nama Penyusun" in teks
    assert "123" not in teks


def test_sheets_of_all_forms_claim_both_standards_and_stay_within_the_page(contoh: Cetakan) -> None:
    for pdf in [*contoh.pdf.values(), contoh.buku]:
        with pikepdf.open(pdf) as dokumen, dokumen.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfuaid:part"]) == ("2", "1"), pdf
            for page in dokumen.pages:
                lebar = float(page.mediabox[2]) / 72 * 25.4
                assert max(text_ends(page)) < lebar - 9.9


_KATA = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
)


def bertindih(pdf: Path) -> list[tuple[str, str]]:
    """Return the words of a sheet that lie over each other."""
    bbox = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    hasil = []
    for isi in bbox.split("<page ")[1:]:
        semua = [(*map(float, k[:4]), k[4]) for k in _KATA.findall(isi)]
        for (xa, ya, xb, yb, satu), (ua, va, ub, vb, lain) in combinations(semua, 2):
            lebar, tinggi = min(xb, ub) - max(xa, ua), min(yb, vb) - max(ya, va)
            if lebar > 1.5 and tinggi > 0.45 * min(yb - ya, vb - va):
                hasil.append((satu, lain))
    return hasil


@pytest.mark.parametrize(
    ("kertas", "arah"), [("f4", None), ("folio", "lanskap"), ("letter", "potret")]
)
def test_every_form_fits_every_paper(
    kertas: str, arah: str | None, buat_root: Callable[[], Path]
) -> None:
    root = buat_root()
    hasil = open_handbook(tulis_contoh(root))
    pdf = make_pdfs(root, hasil, kertas, arah=arah, situs=SITUS)
    for satu in hasil.handbook.sop:
        assert _arah(pdf[satu.id]) == {arah or ("lanskap" if "dinas" in satu.id else "potret")}
        tercetak = rapat(" ".join(halaman(pdf[satu.id])))
        assert [t for t in kata(satu) if rapat(t) not in tercetak] == []
        assert bertindih(pdf[satu.id]) == []


def test_the_book_of_an_office_lies_as_its_form(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    hasil = open_handbook(tulis_contoh(root))
    buku = make_book(root, hasil, situs=SITUS, instansi="puskesmas-rekaan")
    assert _arah(buku) == {"potret"}
    assert bertindih(buku) == []


@pytest.mark.parametrize(
    "baris",
    [
        [[{"teks": "Tanpa nama"}]],
        [[{"isian": "nama"}], [{"isian": "nama"}]],
        [[{"teks": f"Baris kepala {n}", "huruf": 24}] for n in range(60)],
        [[{"pejabat": "disahkan_oleh"}] for _ in range(12)],
    ],
    ids=["without the name", "with the name twice", "taller than a page", "signed often"],
)
@pytest.mark.parametrize("setiap", ["ya", "tidak"])
def test_whatever_an_office_makes_of_a_head_the_sheet_is_whole(
    baris: list[list[dict[str, object]]], setiap: str, buat_root: Callable[[], Path]
) -> None:
    root = buat_root()
    data = tulis_contoh(root)
    uraian = {
        "nama": "Aneh",
        "kepala": {"kolom": [1], "baris": baris},
        "ulangi_kepala": setiap,
        "bagian": ["Tujuan", {"judul": "Alur", "prosedur": "bagan"}],
    }
    berkas = data / "dinas-rekaan" / "bentuk.yml"
    berkas.write_text(json.dumps({"bentuk": {"instruksi-kerja": uraian}}), encoding="utf-8")
    hasil = open_handbook(data)
    assert not hasil.gagal, hasil.diagnostics
    (satu,) = hasil.handbook.milik("dinas-rekaan")
    (pdf,) = make_pdfs(root, hasil, ids={satu.id}, situs="").values()
    tercetak = rapat(" ".join(halaman(pdf)))
    assert [t for t in kata(satu) if rapat(t) not in tercetak] == []
    assert all(rapat(str(s["teks"])) in tercetak for b in baris for s in b if "teks" in s)
    assert bertindih(pdf) == []
    if setiap == "ya":
        assert make_book(root, hasil, situs="", instansi="dinas-rekaan").is_file()

"""Keys that people bring from other forms are findings that name the right one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook


@pytest.mark.parametrize(
    ("kunci", "maksud"),
    [
        ("dibuat_oleh", "`disusun_oleh`"),
        ("no_revisi", "`nomor_revisi`"),
        ("berkas_ttd", "`salinan_bertanda_tangan`"),
        ("formulir", "`lampiran`"),
        ("No. Revisi", "`nomor_revisi`"),
        ("tanggal_terbit", "`tanggal_efektif`"),
        ("halaman", "dihitung sendiri"),
        ("versi", "`nomor_revisi`"),
        ("Nama SOP", "`nama`"),
        ("Dasar Hukum", "`dasar_hukum`"),
        ("Tgl. Efektif", "`tanggal_efektif`"),
        ("tanggal", "`tanggal_pembuatan`"),
        ("unit_kerja", "`kop:`"),
        ("logo", "`instansi.yml`"),
        ("tembusan", "`distribusi`"),
        ("daftar_distribusi", "`distribusi`"),
        ("diketahui_oleh", "`istilah:"),
        ("menggantikan", "`digantikan_oleh:`"),
        ("pengganti", "`digantikan_oleh`"),
        ("perlengkapan", "`peralatan`"),
        ("sop_terkait", "`keterkaitan`"),
        ("uraian_prosedur", "`langkah`"),
        ("riwayat_perubahan", "`riwayat`"),
        ("keterangan", "`catatan`"),
        ("nip", "`disahkan_oleh:"),
        ("latar_belakang", "`bagian: [{judul: Latar belakang,"),
        ("tanggal_berlaku", "`tanggal_efektif`"),
        *((k, "`bagian: [{judul: " + k.replace("_", " ").capitalize() + ",") for k in (
            "pengertian", "tujuan", "ruang_lingkup", "definisi", "kebijakan", "referensi",
            "unit_terkait", "dokumen_terkait",
        )),
    ],
)  # fmt: skip
def test_the_right_key_is_named(kunci: str, maksud: str, tmp_path: Path) -> None:
    kantor = tmp_path / "kantor-contoh"
    kantor.mkdir()
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    isi = f"nama: Tamu\n{kunci}: Sesuatu\n"
    (kantor / "contoh.yml").write_text(isi, encoding="utf-8")
    temuan = [
        d for d in open_handbook(tmp_path, date(2026, 6, 1)).diagnostics if d.kode == "SOP-S001"
    ]
    assert [(d.lokasi.baris, maksud in (d.petunjuk or "")) for d in temuan] == [(2, True)]
    assert "peringatan" not in (temuan[0].petunjuk or "")


def test_officials_are_one_or_several(tmp_path: Path) -> None:
    kantor = tmp_path / "kantor-contoh"
    kantor.mkdir()
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    isi = (
        "nama: Tamu\nnomor_revisi: 02\n"
        "disusun_oleh: {jabatan: Analis}\n"
        "disahkan_oleh:\n  - {jabatan: Kepala, tanggal: 3 Mei 2026}\n  - {jabatan: Camat}\n"
    )
    (kantor / "contoh.yml").write_text(isi, encoding="utf-8")
    sop = open_handbook(tmp_path, date(2026, 6, 1)).handbook.sop[0]
    assert sop.nomor_revisi == "02"
    assert [p.jabatan for p in sop.disusun_oleh] == ["Analis"]
    assert [(p.jabatan, p.tanggal) for p in sop.disahkan_oleh] == [
        ("Kepala", "3 Mei 2026"),
        ("Camat", ""),
    ]


@pytest.mark.parametrize(
    ("kunci", "maksud"),
    [
        ("aktivitas", "`kegiatan`"), ("petugas", "`pelaksana`"), ("Persyaratan", "`kelengkapan`"),
        ("durasi", "`waktu`"), ("hasil", "`output`"), ("ket", "`keterangan`"), ("mutu_baku", "langsung pada"),
    ],
)  # fmt: skip
def test_the_right_key_of_a_step_is_named(kunci: str, maksud: str, tmp_path: Path) -> None:
    petunjuk = _petunjuk(
        tmp_path, f"nama: Tamu\nlangkah:\n  - kegiatan: Menulis\n    {kunci}: Sesuatu\n"
    )
    assert [maksud in p for p in petunjuk["SOP-S001"]] == [True]


def test_a_title_instead_of_a_name_is_told_what_it_is(tmp_path: Path) -> None:
    (petunjuk,) = _petunjuk(tmp_path, "judul: Penerimaan Tamu\n")["SOP-S002"]
    assert petunjuk.startswith("Ganti `judul:` menjadi `nama:`")


def _petunjuk(folder: Path, isi: str) -> dict[str, list[str]]:
    kantor = folder / "kantor-contoh"
    kantor.mkdir()
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "contoh.yml").write_text(isi, encoding="utf-8")
    hasil: dict[str, list[str]] = {}
    for d in open_handbook(folder, date(2026, 6, 1)).diagnostics:
        hasil.setdefault(d.kode, []).append(d.petunjuk or "")
    return hasil

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

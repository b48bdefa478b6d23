"""Findings that are told once for a file: their places in text, JSON, annotations and on the page of findings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from buku_sop.diagnostics import GABUNGAN, KODE, Diagnostic, Location, Tingkat, gabungkan
from buku_sop.handbook import open_handbook
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.diagnostik import tulis_json, tulis_teks
from buku_sop.views.mutu.diagnostik_ci import tulis_github, tulis_gitlab
from buku_sop.views.mutu.laporan import susun_temuan

BERKAS = "sop_data/rekaan/a.yml"


def temuan(*langkah: int) -> Diagnostic:
    semua = [
        (Location(BERKAS, 10 * n, 5), {"langkah": str(n), "kata": f"Surat {n}"}) for n in langkah
    ]
    return gabungkan("SOP-M006", semua)


def test_one_place_is_told_as_if_there_were_no_others() -> None:
    satu = temuan(3)
    assert satu.tempat == ()
    assert satu.pesan == "Kegiatan diawali dengan `Surat 3`, bukan kata kerja aktif."


def test_places_stand_in_their_order_and_the_first_is_the_findings_own() -> None:
    banyak = temuan(7, 2, 5)
    assert banyak.pesan == "3 kegiatan tidak diawali kata kerja aktif: langkah 2, 5, 7."
    assert [t.lokasi.baris for t in banyak.tempat] == [20, 50, 70]
    assert banyak.lokasi == banyak.tempat[0].lokasi


def test_what_is_left_of_the_places_is_worded_anew() -> None:
    banyak = temuan(2, 5, 7)
    lima, tujuh = Location(BERKAS, 50, 5), Location(BERKAS, 70, 5)
    dua = banyak.hanya([lima, tujuh])
    assert dua is not None
    assert dua.pesan == "2 kegiatan tidak diawali kata kerja aktif: langkah 5, 7."
    assert dua.lokasi == lima
    assert banyak.hanya([tujuh]) == temuan(7)
    assert banyak.hanya([]) is None
    assert temuan(7).hanya([tujuh]) == temuan(7)


def test_very_many_steps_do_not_fill_the_message_and_no_place_is_lost() -> None:
    banyak = temuan(*range(1, 101))
    assert banyak.pesan.endswith("29, 30, ….")
    assert len(banyak.tempat) == 100


def test_the_terminal_lists_each_place_in_place_of_the_line() -> None:
    teks = tulis_teks([temuan(2, 5)], lambda _: "kegiatan: Surat")
    assert "    baris 20: langkah 2: `Surat 2`\n    baris 50: langkah 5: `Surat 5`\n    ->" in teks
    assert "|" not in teks


def test_programs_get_every_place() -> None:
    satu, banyak = json.loads(tulis_json([temuan(1), temuan(2, 5)]))
    assert "tempat" not in satu
    assert banyak["tempat"] == [
        {"baris": 20, "kolom": 5, "teks": "langkah 2: `Surat 2`"},
        {"baris": 50, "kolom": 5, "teks": "langkah 5: `Surat 5`"},
    ]


def test_annotations_name_the_places_too() -> None:
    (perintah,) = tulis_github([temuan(2, 5)]).splitlines()
    assert "%0Abaris 20: langkah 2: `Surat 2`%0Abaris 50: langkah 5: `Surat 5`%0A" in perintah
    (laporan,) = json.loads(tulis_gitlab([temuan(2, 5)], lambda _: ""))
    assert (
        "(baris 20: langkah 2: `Surat 2`; baris 50: langkah 5: `Surat 5`)" in laporan["description"]
    )
    assert "…dan 50 tempat lagi" in tulis_github([temuan(*range(1, 101))])


def test_the_page_of_findings_links_each_place() -> None:
    (tampil,) = susun_temuan([temuan(2, 5)], Alamat("mutu/index.md"), lambda b, n: f"{b}#L{n}")
    assert [(t.baris, t.href) for t in tampil.semua] == [
        (20, f"{BERKAS}#L20"),
        (50, f"{BERKAS}#L50"),
    ]


@pytest.mark.parametrize("kode", GABUNGAN)
def test_the_wording_of_several_needs_nothing_but_what_one_has(kode: str) -> None:
    entri, kata = KODE[kode], GABUNGAN[kode]
    assert entri.tingkat is not Tingkat.GALAT or kode == "SOP-Y002"
    assert _tempat(kata.pesan) <= {"jumlah", "langkah"}
    assert not _tempat(kata.petunjuk or entri.petunjuk), (
        "the hint of one place holds for that one alone"
    )


def _tempat(templat: str) -> set[str]:
    return {nama for _, nama, _, _ in Formatter().parse(templat) if nama}


def test_a_file_with_many_slips_has_one_finding_of_each_kind(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    langkah = "".join(
        f"  - {{kegiatan: Mencatat {n}, pelaksana: staf, kelengkapan: Berkas {n - 1}, waktu: 3 kali {n},"
        f" output: [Catatan {n}, Berkas {n}], perlu_konfirmasi: [waktu]}}\n"
        for n in range(1, 5)
    )
    (kantor / "a.yml").write_text(
        "nama: Pencatatan Surat\npelaksana: {staf: Staf}\n"
        f"keterkaitan: [SOP Satu, SOP Dua]\nlangkah:\n{langkah}",
        encoding="utf-8",
    )
    found = {d.kode: d for d in open_handbook(kantor.parent, date(2026, 3, 1)).diagnostics}
    baris = {kode: [t.lokasi.baris for t in found[kode].tempat] for kode in found}
    assert baris["SOP-M001"] == baris["SOP-P001"] == [5, 6, 7, 8]
    assert baris["SOP-M004"] == [5, 6, 7]
    assert [t.teks for t in found["SOP-K001"].tempat] == ["`SOP Satu`", "`SOP Dua`"]


def test_a_step_in_a_span_of_others_is_named_once(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    langkah = "".join(
        f"  - {{kegiatan: Mencatat {n}, pelaksana: staf, waktu: {waktu}, output: Catatan {n}}}\n"
        for n, waktu in enumerate(("1 jam", "1 jam", "", "1 jam"), 1)
    )
    (kantor / "a.yml").write_text(
        f"nama: Pencatatan Surat\npelaksana: {{staf: Staf}}\nlangkah:\n{langkah}", encoding="utf-8"
    )
    found = {d.kode: d for d in open_handbook(kantor.parent, date(2026, 3, 1)).diagnostics}
    semua = found["SOP-M002"]
    assert semua.pesan == "Mutu baku belum lengkap pada langkah 1, 2, 3, 4."
    assert [t.teks.partition(":")[0] for t in semua.tempat] == ["langkah 1 sampai 4", "langkah 3"]
    tiga = semua.hanya([semua.tempat[1].lokasi])
    assert tiga is not None
    assert tiga.pesan == "Langkah 3 belum mempunyai waktu."

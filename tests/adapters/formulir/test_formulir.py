"""What stands on the printed forms, read from the PDF as its readers do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from buku_sop.adapters.formulir.perubahan import riwayat_perubahan
from buku_sop.adapters.formulir.printing import FormPrinter, PrintFailed, pesanan
from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.versions import Keadaan, Sejarah, VersionComparison
from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import Fungsi, JenisFormulir, Kebutuhan, KegiatanDibutuhkan, Tugas, UraianTugas
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN
from tests.adapters.formulir.conftest import (
    BIASA,
    BUTUH,
    JAHAT_SEMUA,
    KANTOR,
    KOSONG,
    PANJANG,
    buku,
)
from tests.adapters.lembar.corpus import JAHAT, KATA_PANJANG, kata
from tests.adapters.lembar.tagged import spoken, text_ends
from tests.builders import INSTANSI

SATU = [j for j in JenisFormulir if not j.seinstansi]


def teks(pdf: Path) -> str:
    """Return the words of a PDF in reading order, on one line."""
    isi = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(isi.stdout.replace("\u00ad", "").replace("\u200b", "").split())


def dengar(pdf: Path) -> str:
    """Return the words of a PDF as they are heard; hyphens and slashes, where lines break, count as blanks."""
    return polos(spoken(pdf))


def polos(isi: str) -> str:
    return " ".join(isi.replace("-", " ").replace("/", " ").split())


def rapat(isi: str) -> str:
    """Leave out blanks, so that a word may be broken anywhere."""
    return "".join(isi.replace("\u00ad", "").replace("\u200b", "").split())


def cetak(root: Path, hasil: object, jenis: JenisFormulir, tahun: int | None = None) -> Path:
    satu = FormPrinter(root, hasil, tahun=tahun)  # type: ignore[arg-type]
    (file,) = satu.cetak(pesanan(satu.hasil, jenis, {KANTOR})).values()
    return file


@pytest.mark.parametrize("jenis", SATU)
def test_every_form_about_an_sop_names_it_and_its_revision(
    formulir: Mapping[str, Path], jenis: JenisFormulir
) -> None:
    isi = teks(formulir[f"{BIASA.id}/{jenis.value}"])
    for kata_data in (
        "KANTOR CONTOH",
        BIASA.nama,
        BIASA.nomor,
        "1 Februari 2026",
        "02, 2 Februari 2026",
    ):
        assert kata_data in isi


@pytest.mark.parametrize("jenis", SATU)
def test_text_that_would_be_code_stands_there_as_text(
    formulir: Mapping[str, Path], jenis: JenisFormulir
) -> None:
    isi = rapat(teks(formulir[f"{JAHAT_SEMUA.id}/{jenis.value}"]))
    assert isi.count(rapat(JAHAT)) >= 3  # head, name, number
    assert rapat('#panic("x")') in isi


@pytest.mark.parametrize("jenis", SATU)
def test_an_empty_sop_has_its_forms(formulir: Mapping[str, Path], jenis: JenisFormulir) -> None:
    assert "Kosong" in teks(formulir[f"{KOSONG.id}/{jenis.value}"])


def test_all_forms_are_tagged_and_nothing_leaves_the_page(formulir: Mapping[str, Path]) -> None:
    for nama, file in formulir.items():
        with pikepdf.open(file) as pdf:
            assert "/StructTreeRoot" in pdf.Root, nama
            assert "pdfaid" in bytes(pdf.Root.Metadata.read_bytes()).decode(), nama
            for page in pdf.pages:
                lebar = float(page.mediabox[2]) * 0.3528
                assert max(text_ends(page), default=0.0) <= lebar - 14.5, nama


def test_the_monitoring_form_has_the_columns_of_the_rule(formulir: Mapping[str, Path]) -> None:
    isi = dengar(formulir[f"{KANTOR}/monitoring"])
    kepala = (
        "No. Prosedur Penilaian Terhadap Penerapan Catatan Hasil Penilaian Tindakan yang Harus Diambil "
        "Paraf Penilai 1 2 3 4 5 6"
    )
    assert kepala in isi
    assert isi.count("Berjalan dengan baik") == isi.count("Tidak berjalan dengan baik") == 3
    assert "\u221a" not in isi
    assert "Kosong" not in isi  # a draft is not monitored


def test_the_monitoring_form_shows_what_was_recorded_in_a_year(
    buat_cetak: Callable[[], Path],
) -> None:
    hasil = buku(BIASA, replace(BIASA, id=f"{KANTOR}/lain", nama="Lain", riwayat=()))
    isi = dengar(cetak(buat_cetak(), hasil, JenisFormulir.MONITORING, 2026))
    assert "Buku tamu tidak terisi. (1 Mei 2026, oleh Kepala Subbagian Rekaan)" in isi
    assert "Menunjuk petugas pengganti." in isi
    assert isi.count("\u221a") == 1
    assert "\u221a Tidak berjalan dengan baik" in isi
    assert "Tahun yang lain." not in isi
    assert "Tidak ada monitoring yang tercatat tahun 2026." in isi


def test_the_evaluation_form_asks_the_seven_questions_and_says_where_they_come_from(
    formulir: Mapping[str, Path],
) -> None:
    isi = dengar(formulir[f"{BIASA.id}/evaluasi"])
    for n, bidang in enumerate(BIDANG_JAWABAN.values(), 1):
        assert polos(f"{n} {bidang.label}") in isi
    assert "mengikuti formulir yang dipakai instansi" in isi
    assert "tidak terbaca" in isi
    assert "\u221a" not in isi
    assert "Memperjelas" not in isi


def test_the_evaluation_form_shows_the_answers_of_a_year(buat_cetak: Callable[[], Path]) -> None:
    isi = dengar(cetak(buat_cetak(), buku(BIASA), JenisFormulir.EVALUASI, 2026))
    assert isi.count("\u221a") == 7
    assert "Memperjelas langkah kedua." in isi
    assert "Dibahas dalam rapat." in isi
    tanpa = dengar(cetak(buat_cetak(), buku(BIASA), JenisFormulir.EVALUASI, 2024))
    assert "Tidak ada evaluasi yang tercatat tahun 2024." in tanpa


def test_the_needs_are_numbered_as_the_rule_says(formulir: Mapping[str, Path]) -> None:
    isi = dengar(formulir[f"{KANTOR}/kebutuhan"])
    baris = (
        "A 1. Melaksanakan urusan tamu a. Pelayanan tamu 1) Menerima tamu a) Mencatat tamu (1) Buku tamu "
        "(2) Kartu tamu pelaksanaan 1. Penerimaan Tamu b) Menyapu ruang tamu (1) Ruang bersih "
        "b. Fungsi tanpa uraian B 2. Tugas tanpa fungsi"
    )
    assert baris in isi
    assert BUTUH.dasar in isi


def test_long_needs_run_over_pages_and_lose_nothing(buat_cetak: Callable[[], Path]) -> None:
    kegiatan = tuple(
        KegiatanDibutuhkan(f"Kegiatan{n} {kata(12)}", (f"Hasil{n}",), ("pelaksanaan",), f"Judul{n}")
        for n in range(60)
    )
    butuh = Kebutuhan((Tugas("Tugas", (Fungsi("Fungsi", (UraianTugas("Uraian", kegiatan),)),)),))
    file = cetak(buat_cetak(), buku(BIASA, butuh=butuh), JenisFormulir.KEBUTUHAN)
    isi = teks(file)
    for n in range(60):
        assert f"Kegiatan{n} " in isi
        assert f"{n + 1}. Judul{n}" in isi
    with pikepdf.open(file) as pdf:
        assert 3 < len(pdf.pages) < 16
    assert isi.count("Aspek Kegiatan") == isi.count("Halaman ")  # the head stands on each page


def test_an_office_without_needs_gets_rows_to_write_into(buat_cetak: Callable[[], Path]) -> None:
    isi = dengar(cetak(buat_cetak(), buku(BIASA, butuh=None), JenisFormulir.KEBUTUHAN))
    assert "Judul SOP" in isi
    assert "A 1." not in isi


def test_the_check_list_has_every_step_once_with_its_sums(formulir: Mapping[str, Path]) -> None:
    isi = dengar(formulir[f"{BIASA.id}/daftar-tilik"])
    assert "Ya Tidak Tidak berlaku 1 Mencatat tamu 2 Mengantar tamu Jumlah" in isi
    assert "Ya ÷ (Ya + Tidak) × 100 %" in isi
    panjang = dengar(formulir[f"{PANJANG.id}/daftar-tilik"])
    for n in range(1, 61):
        assert f" {n} Langkah ke {n} " in panjang
    assert rapat(KATA_PANJANG) in rapat(panjang)
    assert panjang.count("Jumlah") == 1


@pytest.mark.parametrize("bentuk", ["puskesmas", "spo-rumah-sakit"])
def test_the_check_list_has_the_head_of_the_form_of_its_sop(
    buat_cetak: Callable[[], Path], bentuk: str
) -> None:
    """With its own name for the kind of paper, and no official by name."""
    isi = replace(BIASA, bentuk=bentuk_bawaan()[bentuk])
    pdf = cetak(buat_cetak(), buku(isi), JenisFormulir.DAFTAR_TILIK)
    kata_kepala = dengar(pdf).split("Petugas yang dinilai")[0]
    for kata_data in ("DAFTAR TILIK", "No. Dokumen", polos(BIASA.nomor), "No. Revisi", "02",
                      "Tanggal Terbit", "1 Februari 2026", "Halaman", "1 1", "KANTOR CONTOH"):  # fmt: skip
        assert kata_data in kata_kepala
    assert kata_kepala.upper().count(polos(BIASA.nama).upper()) == 1
    assert BIASA.disahkan_oleh[0].jabatan in kata_kepala
    assert BIASA.disahkan_oleh[0].nama not in kata_kepala
    assert "Standar Prosedur Operasional".upper() not in kata_kepala.upper()


def test_the_record_lists_the_revisions_oldest_first(formulir: Mapping[str, Path]) -> None:
    isi = dengar(formulir[f"{BIASA.id}/rekaman-revisi"])
    assert (
        "1 5 Januari 2026 Pembuatan Dokumen 2 2 Februari 2026 Revisi Menambah pemeriksaan tamu. Dokumen"
        in isi
    )
    assert isi.count("2 Februari 2026 Revisi") == 1  # said by `riwayat` and by the identity


def test_a_change_of_the_file_is_told_by_what_changed_and_not_by_what_a_commit_is_called() -> None:
    baru = RevisiGit("a" * 40, date(2026, 3, 1), "wip", "Pegawai", "x.yml", "1")
    ubah = RevisiGit("b" * 40, date(2026, 4, 1), "fix typo", "Pegawai", "x.yml", "2", "1", "x.yml")
    beda = VersionComparison(Keadaan.BERUBAH, "Waktu pada 1 langkah.", ("Langkah 8: 90 menit",))
    sejarah = Sejarah({BIASA.id: (ubah, baru)}, {ubah: beda}, terpotong=False)
    catatan = [(p.apa, p.isi) for p in riwayat_perubahan(BIASA, sejarah) if "Berkas" in p.asal]
    assert catatan == [
        ("Ditambahkan", "Berkasnya ditambahkan ke buku ini."),
        ("Waktu pada 1 langkah.", "Langkah 8: 90 menit."),
    ]


def test_the_list_names_what_is_in_force(formulir: Mapping[str, Path]) -> None:
    isi = dengar(formulir[f"{KANTOR}/daftar-sop"])
    assert "3 SOP" in isi
    assert polos(f"{BIASA.nama} {BIASA.nomor} 1 Februari 2026 02, 2 Februari 2026") in isi
    assert "Keadaan per" in isi
    assert "Kosong" not in isi


def test_receivers_and_readers_have_a_row_each(formulir: Mapping[str, Path]) -> None:
    distribusi = dengar(formulir[f"{BIASA.id}/distribusi"])
    assert "1 Sekretariat Rekaan 2 Bidang Rekaan 3" in distribusi
    baca = dengar(formulir[f"{BIASA.id}/daftar-baca"])
    assert "telah membaca dan memahami" in baca
    assert "1 Staf 2 Kepala Kantor 3" in baca
    panjang = dengar(formulir[f"{PANJANG.id}/distribusi"])
    assert all(f"Unit {n} " in panjang for n in range(1, 70))


def test_no_form_names_an_official(formulir: Mapping[str, Path]) -> None:
    for file in formulir.values():
        assert "Nama Pejabat" not in teks(file)


def test_an_office_without_sop_in_force_gets_a_form_that_says_so(
    buat_cetak: Callable[[], Path],
) -> None:
    for jenis in (JenisFormulir.MONITORING, JenisFormulir.DAFTAR_SOP):
        assert "Belum ada SOP yang berlaku." in teks(cetak(buat_cetak(), buku(KOSONG), jenis))


def test_only_what_changed_is_printed_again(buat_cetak: Callable[[], Path]) -> None:
    root = buat_cetak()
    pertama = cetak(root, buku(BIASA), JenisFormulir.DAFTAR_TILIK)
    isi, waktu = pertama.read_bytes(), pertama.stat().st_mtime_ns
    assert cetak(root, buku(BIASA), JenisFormulir.DAFTAR_TILIK).stat().st_mtime_ns == waktu
    cetak(root, buku(replace(BIASA, nomor="Nomor lain")), JenisFormulir.DAFTAR_TILIK)
    assert pertama.read_bytes() != isi


def test_a_failure_leaves_every_earlier_file(
    buat_cetak: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, dua = buat_cetak(), replace(BIASA, id=f"{KANTOR}/dua", nama="Dua")
    hasil = buku(BIASA, dua)
    lama = FormPrinter(root, hasil).cetak(pesanan(hasil, JenisFormulir.EVALUASI, ()))
    isi = {nama: f.read_bytes() for nama, f in lama.items()}
    baru = buku(replace(BIASA, nomor="Baru"), replace(dua, nomor="Baru"))
    satu = FormPrinter(root, baru)
    asli = satu.pencetak.cetak

    def gagal(templat: str, data: dict[str, object]) -> bytes:
        if "Dua" in str(data["judul_dokumen"]):
            raise PrintFailed("rusak")
        return asli(templat, data)

    monkeypatch.setattr(satu.pencetak, "cetak", gagal)
    with pytest.raises(PrintFailed, match=f"{KANTOR}/dua/evaluasi"):
        satu.cetak(pesanan(baru, JenisFormulir.EVALUASI, ()))
    assert {nama: f.read_bytes() for nama, f in lama.items()} == isi


def test_the_forms_carry_the_head_of_the_office(buat_cetak: Callable[[], Path]) -> None:
    root = buat_cetak()
    folder = root / "sop_data" / KANTOR
    folder.mkdir(parents=True)
    (folder / "logo.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    )
    instansi = replace(INSTANSI, logo="logo.svg", alamat="Jalan Rekaan 1")
    file = cetak(root, buku(BIASA, instansi=instansi), JenisFormulir.DAFTAR_SOP)
    assert (
        f"‹Logo {INSTANSI.nama}› PEMERINTAH KABUPATEN REKAAN KANTOR CONTOH Jalan Rekaan 1"
        in dengar(file)
    )

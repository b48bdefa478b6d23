"""Prints every kind of form about a made-up office once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from buku_sop.adapters.formulir.printing import FormPrinter, Pesanan, pesanan
from buku_sop.handbook import Hasil
from buku_sop.model import (
    Fungsi,
    Instansi,
    Jawaban,
    JenisFormulir,
    Kebutuhan,
    KegiatanDibutuhkan,
    Penilaian,
    Riwayat,
    Sop,
    Tugas,
    UraianTugas,
)
from tests.adapters.lembar.conftest import hasil_dari
from tests.adapters.lembar.corpus import JAHAT, KATA_PANJANG, KODE_PANJANG, kata
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop
from tests.paths import ROOT

KANTOR = INSTANSI.id
RIWAYAT = (
    Riwayat(date(2026, 2, 2), "revisi", "Menambah pemeriksaan tamu."),
    Riwayat(date(2025, 5, 1), "monitoring", "Tahun yang lain.", Penilaian.BAIK),
    Riwayat(
        date(2026, 5, 1),
        "monitoring",
        "Buku tamu tidak terisi.",
        Penilaian.TIDAK_BAIK,
        tindakan="Menunjuk petugas pengganti.",
        penilai="Kepala Subbagian Rekaan",
    ),
    Riwayat(
        date(2026, 5, 9),
        "evaluasi",
        "Dibahas dalam rapat.",
        jawaban=Jawaban(True, False, True, True, True, True, True),
        rekomendasi="Memperjelas langkah kedua.",
    ),
)
BIASA = sop(
    langkah("Mencatat tamu"),
    langkah("Mengantar tamu", oleh="kepala"),
    nomor_revisi="02",
    tanggal_revisi=date(2026, 2, 2),
    distribusi=("Sekretariat Rekaan", "Bidang Rekaan"),
    riwayat=RIWAYAT,
)
PANJANG = sop(
    *(langkah(f"Langkah ke-{n} {kata(40 if n % 7 else 400)}") for n in range(1, 61)),
    langkah(f"{KATA_PANJANG} {KODE_PANJANG}"),
    id=f"{KANTOR}/panjang",
    nama=f"Panjang {kata(60)}",
    nomor=KODE_PANJANG,
    distribusi=tuple(f"Unit {n} {kata(12)}" for n in range(1, 70)),
    riwayat=tuple(Riwayat(date(2026, 1, n), "revisi", kata(90)) for n in range(1, 29)),
)
JAHAT_SEMUA = sop(
    langkah(JAHAT),
    id=f"{KANTOR}/jahat",
    nama=JAHAT,
    nomor=JAHAT,
    kop=(JAHAT,),
    distribusi=(JAHAT,),
    pelaksana={"staf": JAHAT},
    riwayat=(Riwayat(date(2026, 1, 1), "revisi", JAHAT),),
)
KOSONG = Sop(f"{KANTOR}/kosong", "Kosong")
BUTUH = Kebutuhan(
    (
        Tugas(
            "Melaksanakan urusan tamu",
            (
                Fungsi(
                    "Pelayanan tamu",
                    (
                        UraianTugas(
                            "Menerima tamu",
                            (
                                KegiatanDibutuhkan("Mencatat tamu", ("Buku tamu", "Kartu tamu"),
                                                   ("pelaksanaan",), "Penerimaan Tamu"),
                                KegiatanDibutuhkan("Menyapu ruang tamu", ("Ruang bersih",)),
                            ),
                        ),
                    ),
                ),
                Fungsi("Fungsi tanpa uraian"),
            ),
        ),
        Tugas("Tugas tanpa fungsi"),
    ),
    "Peraturan Bupati Rekaan Nomor 1 Tahun 2020",
)  # fmt: skip


@pytest.fixture(scope="session")
def buat_cetak(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Return a function that makes a folder to print in."""

    def buat() -> Path:
        root = tmp_path_factory.mktemp("formulir")
        (root / "overrides").mkdir()
        for nama in ("node_modules", "overrides/lembar", "overrides/formulir"):
            (root / nama).symlink_to(ROOT / nama)
        return root

    return buat


def buku(*semua: Sop, instansi: Instansi = INSTANSI, butuh: Kebutuhan | None = BUTUH) -> Hasil:
    """Make an opened handbook of the office."""
    isi = handbook(*semua, instansi=(instansi, LAIN))
    return hasil_dari(replace(isi, kebutuhan={KANTOR: butuh} if butuh else {}))


@pytest.fixture(scope="session")
def formulir(buat_cetak: Callable[[], Path]) -> Mapping[str, Path]:
    """Print all forms about ordinary, long, hostile and empty SOPs; by name."""
    hasil = buku(BIASA, PANJANG, JAHAT_SEMUA, KOSONG)
    cetak = FormPrinter(buat_cetak(), hasil)
    semua: list[Pesanan] = []
    for jenis in JenisFormulir:
        ids = [KANTOR] if jenis.seinstansi else [KANTOR, KOSONG.id]
        semua += pesanan(hasil, jenis, ids)
    return cetak.cetak(semua)

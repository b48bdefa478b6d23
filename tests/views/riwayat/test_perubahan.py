"""What a revision changed, in sentences that somebody at a desk understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from buku_sop.analysis.beda import bandingkan
from buku_sop.model import Riwayat as Catatan
from buku_sop.model import Sop, Status
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.tampil import SopTampil
from buku_sop.views.riwayat.perubahan import isi_berubah, perubahan
from tests.builders import handbook, langkah, prosedur, sop

CATAT, ANTAR = langkah(waktu="90 menit"), langkah("Mengantar tamu")
SIMPAN = langkah("Menyimpan buku", kelengkapan=("Buku", "Pena"))
DULU = sop(CATAT, ANTAR, SIMPAN)
WAKTU = "Waktu seluruhnya 1 jam 40 menit menjadi "


def beda(dulu: Sop, kini: Sop) -> SopTampil:
    (satu,) = tampilkan(bandingkan(handbook(dulu), handbook(kini)), "", "").sop
    return satu


@pytest.mark.parametrize(("kini", "kalimat"), [
    (sop(langkah(waktu="60 menit"), ANTAR, SIMPAN),
     ("Langkah 1: waktu 90 menit menjadi 60 menit", WAKTU + "1 jam 10 menit")),
    (sop(langkah("Menanyakan keperluan"), CATAT, ANTAR, SIMPAN),
     ("Langkah 1 baru: Menanyakan keperluan", WAKTU + "1 jam 45 menit")),
    (sop(CATAT, SIMPAN), ("Langkah 2 dihapus: Mengantar tamu", WAKTU + "1 jam 35 menit")),
    (sop(CATAT, SIMPAN, ANTAR), ("Langkah 3 dipindah (semula langkah 2)",)),
    (sop(CATAT, langkah("Mengantar tamu", oleh="kepala"), SIMPAN),
     ("Langkah 2: pelaksana Staf menjadi Kepala Kantor", "Pelaksana ditambah: Kepala Kantor")),
    (sop(CATAT, ANTAR, langkah("Menyimpan buku", kelengkapan=("Buku", "Stempel", "Map"))),
     ("Langkah 3: kelengkapan dihapus: Pena", "Langkah 3: kelengkapan ditambah: Stempel",
      "Langkah 3: kelengkapan ditambah: Map")),
    (replace(DULU, status=Status.DRAF, tanggal_efektif=date(2026, 3, 1), peralatan=("Laptop",)),
     ("Status berlaku menjadi draf", "Tanggal efektif 1 Februari 2026 menjadi 1 Maret 2026",
      "Peralatan/perlengkapan ditambah: Laptop")),
])  # fmt: skip
def test_each_thing_that_changed_is_a_sentence(kini: Sop, kalimat: tuple[str, ...]) -> None:
    satu = beda(DULU, kini)
    assert perubahan(satu) == kalimat
    assert isi_berubah(satu)


@pytest.mark.parametrize(("kini", "kalimat"), [
    (replace(DULU, riwayat=(Catatan(date(2026, 6, 1), "monitoring"),)), "Riwayat diperbarui"),
    (sop(langkah(waktu="90 menit", konfirmasi={"waktu": "?"}), ANTAR, SIMPAN),
     "1 isian ditandai perlu konfirmasi"),
])  # fmt: skip
def test_doubts_and_records_are_told_but_are_no_news(kini: Sop, kalimat: str) -> None:
    satu = beda(DULU, kini)
    assert perubahan(satu) == (kalimat,)
    assert not isi_berubah(satu)


def test_steps_of_several_tables_are_named_with_theirs() -> None:
    dulu = sop(tabel=(prosedur(CATAT), prosedur(ANTAR, SIMPAN)))
    kini = sop(
        tabel=(prosedur(CATAT), prosedur(langkah("Mengantar tamu", waktu="9 menit"), SIMPAN))
    )
    assert perubahan(beda(dulu, kini))[0] == "Prosedur 2: Langkah 1: waktu 5 menit menjadi 9 menit"


def test_long_words_are_shortened() -> None:
    panjang = "Mengantar tamu " + "yang sangat penting " * 20
    dulu, kini = (sop(CATAT, replace(ANTAR, kegiatan=panjang + x), SIMPAN) for x in ("", "sekali"))
    (satu,) = perubahan(beda(dulu, kini))
    assert satu.startswith("Langkah 2: kegiatan menjadi Mengantar tamu yang sangat")
    assert satu.endswith("…")

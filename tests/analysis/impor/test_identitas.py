"""The identity where a document prints its words over each other, or breaks its labels."""

from __future__ import annotations

from buku_sop.analysis.impor.garis import rangka
from buku_sop.analysis.impor.identitas import Identitas, baca_identitas
from buku_sop.analysis.impor.label_identitas import label_halaman
from buku_sop.analysis.impor.netral import Coretan, Kata, Kotak


def tulis(teks: str, x: float, y: float) -> list[Kata]:
    hasil = []
    for satu in teks.split():
        hasil.append(Kata(satu, Kotak(x, y, x + 5 * len(satu), y + 8)))
        x += 5 * len(satu) + 2
    return hasil


def garis(x0: float, y0: float, x1: float, y1: float) -> Coretan:
    return Coretan(((x0, y0), (x1, y1)), Kotak(x0, y0, x1, y1), bergaris=True, tebal=0.5)


def baca(kata: list[Kata], *semua: Coretan) -> Identitas:
    return baca_identitas(kata, rangka(semua), 1, 400)


def test_words_over_a_label_go_on_with_the_cell_above_and_leave_the_label_its_box() -> None:
    kata = [
        *tulis("Nomor SOP", 400, 20), *tulis("1/SOP/2025", 500, 20),
        *tulis("Nama SOP", 400, 50), *tulis("Penerimaan", 500, 50),
        *tulis("Tamu", 500, 63),  # below its cell, over the label of the box
        *tulis("KUALIFIKASI PELAKSANA :", 400, 64), *tulis("1. Ramah", 400, 80),
    ]  # fmt: skip
    sisi = [garis(x, 10, x, 60) for x in (395, 490, 700)] + [garis(395, 60, 395, 100)]
    datar = [garis(395, y, 700, y) for y in (10, 35, 60, 75, 100)]
    hasil = baca(kata, *sisi, *datar, garis(700, 60, 700, 100))
    assert hasil.isi["nama"] == "Penerimaan Tamu"
    assert hasil.isi["kualifikasi_pelaksana"] == ["Ramah"]
    assert "nama" in [k.bidang for k in hasil.keraguan]
    assert set(kata) == hasil.terpakai


def test_words_beside_a_label_are_its_own_line() -> None:
    """Only what stands in one another is parted: a value close behind its label is not."""
    kata = [*tulis("Nomor SOP :", 400, 20), *tulis("12", 452, 20.5)]
    assert [x.teks for x in label_halaman(kata)] == ["Nomor SOP"]


def test_dates_below_a_label_on_two_lines_are_doubted_unless_a_line_parts_the_rows() -> None:
    baris = [("Tanggal", "2 Januari 2024"), ("Pembuatan", "3 Januari 2025"), ("Tanggal Revisi", "4 Januari 2025")]  # fmt: skip
    kata = [k for n, isi in enumerate(baris) for x, t in zip((400, 500), isi, strict=True) for k in tulis(t, x, 20 + 10 * n)]  # fmt: skip
    lurus = baca(kata, garis(395, 38.5, 700, 38.5))
    assert "tanggal_revisi" not in [k.bidang for k in lurus.keraguan]
    geser = baca(kata)
    assert geser.isi["tanggal_revisi"] == "2025-01-04"
    assert "tanggal_revisi" in [k.bidang for k in geser.keraguan]

"""What Waktu cells say besides an amount, kind by kind, and what is never guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.loading.waktu import TERPANJANG, baca_waktu
from buku_sop.model import Durasi, JamKerja, JenisUntuk, KeadaanWaktu, Satuan, Sifat, Waktu
from buku_sop.views.dasar.waktu import tulis_kasus

H, K = 450, 1440
"""Minutes of a working day, and of a day of the calendar."""


def ringkas(waktu: Waktu) -> list[tuple[object, ...]]:
    """Write what was read: working minutes (or calendar minutes as a negative number), bound, words."""
    hasil: list[tuple[object, ...]] = []
    for k in waktu.kasus:
        ujung = [d.kerja or -d.kalender for d in (k.rentang.paling_cepat, k.rentang.paling_lama)]
        lama = ujung[0] if ujung[0] == ujung[1] else tuple(ujung)
        hasil.append((lama, k.sifat, k.jenis, k.untuk))
    return hasil


@pytest.mark.parametrize(
    ("teks", "menit", "sifat"),
    [
        ("paling lambat 4 hari kerja", 4 * H, Sifat.PALING_LAMA),
        ("Maks. 45 menit", 45, Sifat.PALING_LAMA),
        ("maksimal: 2 jam", 120, Sifat.PALING_LAMA),
        ("2 jam (maksimal)", 120, Sifat.PALING_LAMA),
        ("≤ 3 jam", 180, Sifat.PALING_LAMA),
        ("<= 3 jam", 180, Sifat.PALING_LAMA),
        ("< 3 jam", 180, Sifat.PALING_LAMA),
        ("tidak lebih dari 20 menit", 20, Sifat.PALING_LAMA),
        ("selambat-lambatnya 7 hari kalender", -7 * K, Sifat.PALING_LAMA),
        ("dalam jangka waktu paling lama 6 (enam) hari kerja", 6 * H, Sifat.PALING_LAMA),
        ("minimal 2 jam", 120, Sifat.PALING_CEPAT),
        ("Min. 2 jam", 120, Sifat.PALING_CEPAT),
        ("sekurang-kurangnya 3 hari", 3 * H, Sifat.PALING_CEPAT),
        ("waktu paling kurang 2 (dua) hari kalender", -2 * K, Sifat.PALING_CEPAT),
        ("2 hari atau lebih", 2 * H, Sifat.PALING_CEPAT),
        ("± 25 menit", 25, Sifat.KIRA_KIRA),
        ("+/- 25 menit", 25, Sifat.KIRA_KIRA),
        ("+ 25 menit", 25, Sifat.KIRA_KIRA),
        ("Kurang lebih 25 menit", 25, Sifat.KIRA_KIRA),
        ("kira-kira 25 menit", 25, Sifat.KIRA_KIRA),
    ],
)  # fmt: skip
def test_a_bound_is_kept_beside_the_amount(teks: str, menit: int, sifat: Sifat) -> None:
    assert ringkas(baca_waktu(teks)) == [(menit, sifat, None, "")]


@pytest.mark.parametrize(
    ("teks", "menit"),
    [
        ("dua puluh lima menit", 25), ("tujuh belas menit", 17), ("sebelas menit", 11),
        ("seratus dua puluh menit", 120), ("satu setengah hari", Fraction(3 * H, 2)), ("Setengah jam", 30),
        ("seperempat jam", 15), ("tiga perempat jam", 45), ("2½ jam", 150), ("2 1/2 jam", 150), ("3/4 jam", 45),
        ("empat (4) hari", 4 * H), ("4 (empat hari)", 4 * H), ("4 mgg", 20 * H), ("4 hr kerja", 4 * H),
        ("40 dtk", Fraction(2, 3)), ("4 jm", 240), ("4 mnt", 4), ("4 bln", -120 * K), ("4 thn", -1440 * K),
        ("4 HK", 4 * H), ("4 hari efektif", 4 * H), ("seminggu", 5 * H), ("2x24 jam", -2 * K), ("24 jam", -K),
        ("2 kali 24 jam", -2 * K), ("4 x 30 menit", 120), ("2 x 1 hari", 2 * H), ("1 jam lebih 10 menit", 70),
        ("2 hari;", 2 * H), ("(2 hari)", 2 * H), ("* 2 hari.", 2 * H), ("antara 4 s.d. 6 jam", (240, 360)),
        ("antara 4 dan 6 jam", (240, 360)), ("45 menit s/d 2 jam", (45, 120)), ("4 atau 6 hari", (4 * H, 6 * H)),
        ("dua sampai dengan tiga jam", (120, 180)), ("4 – 6 jam", (240, 360)),
    ],
)  # fmt: skip
def test_numbers_and_units_in_every_spelling(teks: str, menit: object) -> None:
    assert ringkas(baca_waktu(teks)) == [(menit, Sifat.TEPAT, None, "")]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("4 hari kerja sejak Berkas diterima", [(4 * H, JenisUntuk.SYARAT, "sejak Berkas diterima")]),
        ("4 hari (jika lengkap)", [(4 * H, JenisUntuk.SYARAT, "jika lengkap")]),
        ("Setelah berkas lengkap, 4 jam", [(240, JenisUntuk.SYARAT, "Setelah berkas lengkap")]),
        ("Sesuai kebutuhan (maks. 4 jam)", [(240, JenisUntuk.SYARAT, "Sesuai kebutuhan")]),
        ("4 hari sebelum rapat", [(4 * H, JenisUntuk.TENGGAT, "sebelum rapat")]),
        ("4 menit/surat", [(4, JenisUntuk.PER_HASIL, "surat")]),
        ("4 hari/triwulan", [(4 * H, JenisUntuk.KASUS, "triwulan")]),  # how often, and no piece
        ("4 menit per hari", [(4, JenisUntuk.KASUS, "per hari")]),
        ("4 menit per berkas", [(4, JenisUntuk.PER_HASIL, "per berkas")]),
        ("4 menit untuk setiap peserta", [(4, JenisUntuk.PER_HASIL, "setiap peserta")]),
        ("masing-masing 4 menit", [(4, JenisUntuk.PER_HASIL, "masing-masing")]),
        ("4 menit (luring)", [(4, JenisUntuk.KASUS, "luring")]),
        ("4 jam (3 jam sebelum dan 1 jam sesudah)", [(240, JenisUntuk.KASUS, "3 jam sebelum dan 1 jam sesudah")]),
        ("2 jam untuk Bulanan dan 4 jam untuk Tahunan",
         [(120, JenisUntuk.KASUS, "Bulanan"), (240, JenisUntuk.KASUS, "Tahunan")]),
        ("Daring: 2 jam; luring: 4 jam", [(120, JenisUntuk.KASUS, "Daring"), (240, JenisUntuk.KASUS, "luring")]),
        ("jika lengkap 2 jam, jika tidak 4 jam",
         [(120, JenisUntuk.SYARAT, "jika lengkap"), (240, JenisUntuk.SYARAT, "jika tidak")]),
        ("2 jam (daring) / 4 jam (luring)", [(120, JenisUntuk.KASUS, "daring"), (240, JenisUntuk.KASUS, "luring")]),
    ],
)  # fmt: skip
def test_words_beside_a_time_are_kept_with_what_they_say(
    teks: str, harap: list[tuple[object, ...]]
) -> None:
    assert [(lama, jenis, untuk) for lama, _, jenis, untuk in ringkas(baca_waktu(teks))] == harap


@pytest.mark.parametrize(
    ("keadaan", "semua"),
    [
        (KeadaanWaktu.BERKALA, ("Bulanan; semesteran; setiap hari kerja; setiap tanggal 7; tiap akhir tahun; "
         "per semester; 2 kali sebulan; 3x sehari; 6 bulan sekali; setahun sekali; setiap ada surat masuk; rutin")),
        (KeadaanWaktu.JADWAL, ("Maret, Juni, September; Minggu III Februari; minggu ke-3; 7 Maret 2027; tanggal 7-9; "
         "awal bulan; paling lambat tanggal 7; paling lambat H-2; pukul 09.00 – 11.00; 09.00-11.00 WITA; Triwulan II; "
         "sebelum rapat dimulai; selambat-lambatnya akhir Maret; hari dan jam kerja")),
        (KeadaanWaktu.SESUAI_KEBUTUHAN, ("Kondisional; disesuaikan dengan kebutuhan; sepanjang tahun; saat itu juga; "
         "tergantung jumlah berkas; waktu disesuaikan; jika diperlukan; tidak tentu")),
        (KeadaanWaktu.KOSONG, "-; --; –; tidak ada"),
    ],
)  # fmt: skip
def test_what_says_no_amount_is_known_for_what_it_is(keadaan: KeadaanWaktu, semua: str) -> None:
    for teks in semua.split("; "):
        waktu = baca_waktu(teks)
        assert (teks, waktu.keadaan, waktu.kasus) == (teks, keadaan, ())


@pytest.mark.parametrize(
    "teks",
    ["20 menit - 2", "4 (lima) hari", "4/10 menit", "4,000 menit", "4 bukan", "4 min", "1 1 0 hari", "2 jam 30",
     "2 jam pelajaran", "20 menit 2 jam", "4 hari kerja 4 hari", "4 menit dan seterusnya", "4 menit per", "4 menit (",
     "untuk bulanan 2 jam untuk tahunan 4 jam", "secepatnya", "segera", "1-2-3 hari", "4 menit Selesai dicetak"],
)  # fmt: skip
def test_a_part_of_a_cell_is_never_taken_for_the_whole(teks: str) -> None:
    waktu = baca_waktu(teks)
    assert (waktu.keadaan, waktu.teks, waktu.kasus) == (KeadaanWaktu.TAK_TERBACA, teks, ())


@pytest.mark.parametrize(
    ("teks", "satuan"), [("4 mneit", "menit"), ("4 minit", "menit"), ("4 mingu", "minggu")]
)
def test_a_slip_in_a_unit_is_read_and_told(teks: str, satuan: str) -> None:
    waktu = baca_waktu(teks)
    assert (waktu.keadaan, waktu.ejaan) == (KeadaanWaktu.TERBACA, satuan)
    assert baca_waktu(f"4 {satuan}").ejaan == ""
    assert baca_waktu(f"4 {satuan}").kasus == waktu.kasus


def test_the_heading_gives_its_unit_also_beside_words() -> None:
    for teks in ("± 20", "20 (maksimal)", "20 per berkas", "dua puluh", "maks 20"):
        waktu = baca_waktu(teks, Satuan.MENIT)
        assert waktu.rentang.paling_lama == Durasi(20), teks
        assert waktu.satuan_kolom is Satuan.MENIT
    assert baca_waktu("20 dokumen", Satuan.MENIT).keadaan is KeadaanWaktu.TAK_TERBACA
    assert baca_waktu("20 menit - 2", Satuan.MENIT).keadaan is KeadaanWaktu.TAK_TERBACA


def test_a_time_before_something_is_not_counted_as_work() -> None:
    assert not baca_waktu("3 hari sebelum rapat").terhitung
    assert baca_waktu("3 hari setelah rapat").terhitung


@given(
    st.sampled_from(["", "paling lama ", "paling cepat ", "kira-kira "]),
    st.sampled_from(["20 menit", "2–3 jam", "4 hari kerja", "30 hari kalender", "0,5 menit"]),
)
def test_what_is_written_of_a_time_reads_back(depan: str, jumlah: str) -> None:
    jam = JamKerja()
    kasus = baca_waktu(depan + jumlah).kasus[0]
    tulisan = tulis_kasus(kasus, jam)
    lagi = baca_waktu(tulisan).kasus[0]
    assert (lagi.rentang, lagi.sifat) == (kasus.rentang, kasus.sifat)
    assert tulis_kasus(lagi, jam) == tulisan


_POTONGAN = st.sampled_from(
    ["1", "2,5", "½", "dua", "menit", "hari kerja", "jam", "-", "s.d.", "/", "(", ")", "x", "24", "untuk", "sejak",
     "setiap", "paling lama", "maks.", "dan", ",", ";", ":", "berkas", "Januari", "±", "setengah", "I", "İ", "ß"]
)  # fmt: skip


@given(st.lists(_POTONGAN, max_size=40), st.sampled_from([None, Satuan.MENIT]))
def test_words_of_times_in_any_order_raise_nothing_and_stay(
    potongan: list[str], satuan: Satuan | None
) -> None:
    teks = " ".join(potongan)
    waktu = baca_waktu(teks, satuan)
    assert waktu.teks == teks
    assert bool(waktu.kasus) == (waktu.keadaan is KeadaanWaktu.TERBACA)
    for k in waktu.kasus:
        assert all(bagian in teks for bagian in k.untuk.split(", "))


def test_a_cell_that_is_no_time_is_not_searched_for_one() -> None:
    for teks in ("1 jam " * 20_000, "(" * 100_000, "1 jam untuk a, " * 7_000):
        assert baca_waktu(teks).keadaan is KeadaanWaktu.TAK_TERBACA
    assert len("1 jam " * 20_000) > TERPANJANG

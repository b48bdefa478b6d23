"""The line of time: what is seen at once, what is folded, and what is said once."""

from __future__ import annotations

from datetime import date, timedelta

from buku_sop.analysis.beda import bandingkan
from buku_sop.model import Riwayat as Catatan
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.riwayat.riwayat import (
    TERBUKA,
    TERLIPAT,
    JenisPeristiwa,
    Peristiwa,
    kabar,
    kalimat_beda,
    peristiwa_dokumen,
    susun_riwayat,
)
from tests.builders import HARI_INI, INSTANSI, handbook, langkah, sop

AWAL = date(2026, 1, 1)


def event(hari: int, *, sepele: bool = False) -> Peristiwa:
    tanggal = AWAL + timedelta(days=hari)
    return Peristiwa(tanggal, JenisPeristiwa.BERKAS, f"hari {hari}", sepele=sepele)


def test_what_changed_nothing_is_folded_with_the_oldest() -> None:
    semua = [event(n, sepele=n % 2 == 0) for n in range(30)]
    riwayat = susun_riwayat(semua)
    assert [p.judul for p in riwayat.terbuka] == [f"hari {n}" for n in range(29, 13, -2)]
    assert len(riwayat.terbuka) == TERBUKA
    assert {*riwayat.terbuka, *riwayat.terlipat} == set(semua)
    tanggal = [p.tanggal for p in riwayat.terlipat]
    assert tanggal == sorted(tanggal, reverse=True)
    assert (riwayat.sepele, riwayat.tak_tampil) == (15, 0)


def test_a_history_without_any_change_of_contents_is_not_all_folded() -> None:
    riwayat = susun_riwayat(event(n, sepele=True) for n in range(3))
    assert [p.judul for p in riwayat.terbuka] == ["hari 2", "hari 1", "hari 0"]
    assert riwayat.terlipat == ()


def test_a_very_long_history_is_cut_and_counted() -> None:
    riwayat = susun_riwayat(event(n) for n in range(TERBUKA + TERLIPAT + 5))
    assert (len(riwayat.terlipat), riwayat.tak_tampil) == (TERLIPAT, 5)


def test_events_of_one_day_keep_their_order() -> None:
    satu, dua = event(1), Peristiwa(event(1).tanggal, JenisPeristiwa.DOKUMEN, "dokumen")
    assert susun_riwayat([dua, satu]).terbuka == (dua, satu)


def test_a_date_that_the_document_tells_twice_is_told_once() -> None:
    satu = sop(
        langkah(),
        tanggal_pembuatan=AWAL,
        tanggal_revisi=date(2026, 5, 1),
        tanggal_efektif=date(2026, 2, 1),
        tanggal_pengesahan=None,
        riwayat=(
            Catatan(AWAL, "pembuatan", "Disusun tim."),
            Catatan(date(2026, 4, 1), "revisi"),
        ),
    )
    told = {
        (p.tanggal.isoformat(), p.judul, p.rinci)
        for p in peristiwa_dokumen(satu, INSTANSI, HARI_INI)
    }
    assert told == {
        ("2026-01-01", "Pembuatan", "Disusun tim."),
        ("2026-02-01", "Tanggal efektif", ""),
        ("2026-04-01", "Revisi", ""),
        ("2026-05-01", "Tanggal revisi", ""),
    }


def test_a_sentence_names_the_first_things_and_counts_the_others() -> None:
    dulu = sop(langkah(waktu="120 menit"), langkah("Mengantar tamu", waktu=""))
    kini = sop(langkah(waktu="90 menit"), langkah("Mengantar tamu", waktu=""))
    (satu,) = tampilkan(bandingkan(handbook(dulu), handbook(kini)), "", "").sop
    assert kalimat_beda(satu) == ("Waktu pada 1 langkah; waktu seluruhnya 2 jam → 1 jam 30 menit.")
    banyak = sop(
        langkah("Lain sama sekali"), nama="Baru", nomor="9", peralatan=("A",), peringatan=("B",),
        pencatatan=("C",), dasar_hukum=("D",), kualifikasi_pelaksana=("E",), keterkaitan=("F",),
    )  # fmt: skip
    (satu,) = tampilkan(bandingkan(handbook(dulu), handbook(banyak)), "", "").sop
    assert kalimat_beda(satu).count(";") == 7
    assert "hal lain; waktu seluruhnya" in kalimat_beda(satu)


def test_news_are_what_people_work_by_of_the_last_ninety_days() -> None:
    hari = AWAL + timedelta(days=200)

    def pada(n: int, *, berisi: bool = True) -> Peristiwa:
        return Peristiwa(
            AWAL + timedelta(days=n), JenisPeristiwa.BERKAS, "", butir=("a", "b"), berisi=berisi
        )

    assert kabar([pada(110), pada(150), pada(199, berisi=False), pada(201)], hari) == pada(150)
    assert kabar([pada(110)], hari) == pada(110)
    assert kabar([pada(109), pada(250)], hari) is None
    assert pada(1).sebutan == "a dan 1 hal lain"


def test_a_revision_that_the_document_tells_is_news() -> None:
    satu = sop(
        tanggal_revisi=date(2026, 5, 1), riwayat=(Catatan(date(2026, 4, 1), "revisi", "Waktu."),)
    )
    semua = list(peristiwa_dokumen(satu, INSTANSI, HARI_INI))
    assert {p.judul for p in semua if p.berisi} == {"Revisi", "Tanggal revisi"}
    assert len({p.jangkar for p in semua}) == len(semua)

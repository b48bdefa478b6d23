"""An SOP whose day has not come, the one that is in force until then, and a revision that is only planned."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from buku_sop.analysis.dokumen.indeks import daftar_peran
from buku_sop.analysis.dokumen.serah_terima import SerahTerimaPeran
from buku_sop.analysis.tinjauan import susun_jadwal, tinjauan_sop
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.model import Riwayat
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.pelaksana import PenyusunPeran
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.istilah import kunci_status, status_dalam_kalimat, tulis_status
from buku_sop.views.dasar.render import Perender
from buku_sop.views.data import PenulisData
from buku_sop.views.lembar.identitas import cap
from buku_sop.views.sop.halaman import BahanSop, susun_halaman
from buku_sop.views.tinjauan.kalender import PenulisKalender
from tests.paths import TEMPLATES

LAMA = """nama: Tata Naskah Lama
status: digantikan
tanggal_efektif: 2020-01-02
digantikan_oleh: Tata Naskah Baru
"""
BARU = """nama: Tata Naskah Baru
status: berlaku
tanggal_efektif: 2027-05-01
tanggal_pengesahan: 2026-04-20
"""


def buka(folder: Path, hari_ini: date, lama: str = LAMA, baru: str = BARU) -> Hasil:
    kantor = folder / "kantor-contoh"
    kantor.mkdir(exist_ok=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "lama.yml").write_text(lama, encoding="utf-8")
    (kantor / "baru.yml").write_text(baru, encoding="utf-8")
    return open_handbook(folder, hari_ini)


def keadaan(hasil: Hasil) -> dict[str, tuple[str, str, str]]:
    return {s.slug: (tulis_status(s), kunci_status(s), cap(s)) for s in hasil.handbook.sop}


def test_before_its_day_the_new_one_is_to_come_and_the_old_one_in_force(tmp_path: Path) -> None:
    assert keadaan(buka(tmp_path, date(2027, 4, 30))) == {
        "baru": ("Mulai berlaku 1 Mei 2027", "akan", "MULAI BERLAKU 1 MEI 2027"),
        "lama": ("Berlaku sampai 30 April 2027", "berlaku", ""),
    }


def test_on_its_day_they_change_places(tmp_path: Path) -> None:
    assert keadaan(buka(tmp_path, date(2027, 5, 1))) == {
        "baru": ("Berlaku", "berlaku", ""),
        "lama": ("Digantikan", "digantikan", "DIGANTIKAN"),
    }


def test_one_in_force_may_name_a_successor_to_come(tmp_path: Path) -> None:
    lama = LAMA.replace("digantikan\n", "berlaku\n", 1)
    sebelum, sesudah = (buka(tmp_path, date(2027, m, 1), lama) for m in (4, 6))
    assert "SOP-I013" not in {d.kode for d in sebelum.diagnostics}
    assert "SOP-I013" in {d.kode for d in sesudah.diagnostics}


def test_their_pages_lead_to_each_other(tmp_path: Path) -> None:
    hasil = buka(tmp_path, date(2026, 6, 1))
    bahan = BahanSop(hasil.handbook, hasil.keterkaitan, {}, {})
    baru, lama = (susun_halaman(s, bahan, Alamat("x")) for s in hasil.handbook.sop)
    assert [(n, s) for n, _, s in baru.didahului] == [("Tata Naskah Lama", "30 April 2027")]
    assert lama.sampai == "30 April 2027"
    assert status_dalam_kalimat(hasil.handbook.sop[0]) == "mulai berlaku 1 Mei 2027"
    assert lama.pengganti is not None
    assert lama.pengganti.teks == "Tata Naskah Baru"
    assert Perender(TEMPLATES).render("sop/cari.html", h=baru)


def test_a_planned_revision_postpones_no_review(tmp_path: Path) -> None:
    lama = LAMA.replace("digantikan\n", "berlaku\n", 1) + "tanggal_revisi: 2028-01-01\n"
    satu = buka(tmp_path, date(2026, 6, 1), lama).handbook.sop[1]
    assert satu.mendatang == ("tanggal_revisi",)
    assert {t.sejak for t in tinjauan_sop(satu, date(2026, 6, 1))} == {date(2020, 1, 2)}


def test_the_mark_of_a_sheet_names_the_successor_or_the_day(tmp_path: Path) -> None:
    satu = buka(tmp_path, date(2027, 6, 1)).handbook.sop[1]
    assert cap(satu, "Tata Naskah Baru") == "DIGANTIKAN OLEH SOP TATA NASKAH BARU"
    lama = LAMA.replace("digantikan\n", "dicabut\n", 1) + "tanggal_dicabut: 2026-05-01\n"
    hasil = buka(tmp_path, date(2027, 6, 1), lama)
    assert cap(hasil.handbook.sop[1]) == "DICABUT 1 MEI 2026"
    kurang = [d.pesan for d in hasil.diagnostics if d.kode == "SOP-I020"]
    assert len(kurang) == 1
    assert "alasannya belum" in kurang[0]


def test_of_a_successor_that_gives_only_a_month_the_month_is_the_end_that_is_known(
    tmp_path: Path,
) -> None:
    baru = BARU.replace("2027-05-01", "Mei 2027")
    assert keadaan(buka(tmp_path, date(2027, 4, 30), baru=baru)) == {
        "baru": ("Mulai berlaku Mei 2027", "akan", "MULAI BERLAKU MEI 2027"),
        "lama": ("Berlaku sampai Mei 2027", "berlaku", ""),
    }
    assert keadaan(buka(tmp_path, date(2027, 5, 1), baru=baru))["lama"][0] == "Digantikan"


@pytest.mark.parametrize("status", ["dicabut", "digantikan", "berlaku"])
def test_one_withdrawn_from_a_day_to_come_is_in_force_until_then(
    status: str, tmp_path: Path
) -> None:
    lama = f"nama: Tata Naskah Lama\nstatus: {status}\ntanggal_efektif: 2020-01-02\n"
    lama += "tanggal_dicabut: 2027-02-01\nalasan_dicabut: Layanan berhenti\n"
    hasil = buka(tmp_path, date(2027, 1, 31), lama)
    satu = hasil.handbook.sop[1]
    assert (tulis_status(satu), cap(satu)) == ("Berlaku sampai 31 Januari 2027", "")
    assert not satu.tamat
    dinilai = replace(satu, riwayat=(Riwayat(date(2026, 9, 1), "monitoring"),))
    assert [t.jenis for t in tinjauan_sop(dinilai, date(2027, 1, 31))] == ["evaluasi"]
    assert "SOP-I021" not in {d.kode for d in hasil.diagnostics}
    sesudah = buka(tmp_path, date(2027, 2, 1), lama)
    assert ("SOP-I021" in {d.kode for d in sesudah.diagnostics}) == (status == "berlaku")


def test_a_name_that_both_have_leads_to_the_one_that_guides_today(tmp_path: Path) -> None:
    lama = LAMA.replace("Lama", "Baru").replace("digantikan\n", "berlaku\n", 1)
    perujuk = tmp_path / "kantor-contoh" / "perujuk.yml"
    perujuk.parent.mkdir()
    perujuk.write_text("nama: Surat\nketerkaitan: SOP Tata Naskah Baru\n", encoding="utf-8")
    for hari, tujuan in ((date(2027, 4, 30), "lama"), (date(2027, 5, 1), "baru")):
        if tujuan == "baru":
            lama = lama.replace("status: berlaku", "status: digantikan")
        hasil = buka(tmp_path, hari, lama)
        (tautan,) = hasil.keterkaitan.keterkaitan["kantor-contoh/perujuk"]
        assert tautan.sop == f"kantor-contoh/{tujuan}"
        assert hasil.keterkaitan.digantikan_oleh["kantor-contoh/lama"].sop == "kantor-contoh/baru"
        assert "SOP-I010" not in {d.kode for d in hasil.diagnostics}


def test_the_data_says_in_words_how_it_stands(tmp_path: Path) -> None:
    hasil = buka(tmp_path, date(2027, 4, 30))
    penulis = PenulisData(hasil.handbook, hasil.keterkaitan, direktori=True)
    semua = [json.loads(penulis.sop(s))["sop"]["keadaan"] for s in hasil.handbook.sop]
    assert semua == [
        {"kunci": "akan", "teks": "Mulai berlaku 1 Mei 2027"},
        {"kunci": "berlaku", "teks": "Berlaku sampai 30 April 2027"},
    ]


def test_the_calendar_counts_from_the_day_that_is_to_come(tmp_path: Path) -> None:
    hasil = buka(tmp_path, date(2027, 4, 30))
    jadwal = susun_jadwal(hasil.handbook, hasil.hari_ini)
    acara = Calendar.from_ical(PenulisKalender(hasil.handbook, jadwal).semua()).walk("VEVENT")
    uraian = [str(a["description"]) for a in acara if "Baru" in str(a["summary"])]
    assert len(uraian) == 2
    assert all("Mulai berlaku 1 Mei 2027; " in u and "belum tercatat" not in u for u in uraian)


def test_a_role_does_today_what_is_in_force_today(tmp_path: Path) -> None:
    isi = "pelaksana: {staf: Staf}\nlangkah: [{kegiatan: Menulis, pelaksana: staf, waktu: 1 jam}]\n"
    hasil = buka(tmp_path, date(2027, 4, 30), LAMA + isi, BARU + isi)
    (peran,) = daftar_peran(hasil.handbook)
    pendaftar = Pendaftar(hasil.handbook, Alamat("x"))
    halaman = PenyusunPeran(peran, pendaftar, {}).susun(SerahTerimaPeran())
    assert [t.sop.nama for t in halaman.tugas] == ["Tata Naskah Lama"]
    assert [t.sop.nama for t in halaman.nanti] == ["Tata Naskah Baru"]
    assert (halaman.langkah, halaman.total) == (1, "1 jam")


def test_an_id_is_shown_as_a_name_and_one_of_the_same_name_with_its_number(tmp_path: Path) -> None:
    lama = LAMA.replace("Tata Naskah Baru", "kantor-contoh/baru")
    for nama, teks in (("Lama", "Tata Naskah Baru"), ("Baru", "Tata Naskah Baru (7/SOP/2027)")):
        isi = lama.replace("Lama", nama)
        hasil = buka(tmp_path, date(2026, 6, 1), isi, BARU + "nomor: 7/SOP/2027\n")
        bahan = BahanSop(hasil.handbook, hasil.keterkaitan, {}, {})
        halaman = susun_halaman(hasil.handbook.sop[1], bahan, Alamat("x"))
        assert halaman.pengganti is not None
        assert halaman.pengganti.teks == teks


def test_of_one_name_the_version_that_people_work_by_is_listed_first(tmp_path: Path) -> None:
    hasil = buka(tmp_path, date(2026, 6, 1), LAMA.replace("Lama", "Baru"))
    pendaftar = Pendaftar(hasil.handbook, Alamat("x"))
    (kantor,) = pendaftar.semua_instansi()
    assert [s.status for s in kantor.sop] == [
        "Berlaku sampai 30 April 2027",
        "Mulai berlaku 1 Mei 2027",
    ]

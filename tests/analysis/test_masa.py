"""An SOP whose day has not come, the one that is in force until then, and a revision that is only planned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from buku_sop.analysis.tinjauan import tinjauan_sop
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.istilah import kunci_status, tulis_status
from buku_sop.views.dasar.render import Perender
from buku_sop.views.lembar.identitas import cap
from buku_sop.views.sop.halaman import BahanSop, susun_halaman
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


def buka(folder: Path, hari_ini: date, lama: str = LAMA) -> Hasil:
    kantor = folder / "kantor-contoh"
    kantor.mkdir(exist_ok=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "lama.yml").write_text(lama, encoding="utf-8")
    (kantor / "baru.yml").write_text(BARU, encoding="utf-8")
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
    assert lama.pengganti is not None
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

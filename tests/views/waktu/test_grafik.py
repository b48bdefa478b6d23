"""Where the time goes, worked out for a page, and the rows of the table of all SOPs."""

from __future__ import annotations

from buku_sop.analysis.alur.jalan import jalan_prosedur, jalan_sop
from buku_sop.model import JamKerja, Langkah, Prosedur
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.waktu.grafik import RuasJalan, WaktuProsedur, susun_waktu
from buku_sop.views.waktu.semua import BarisSop, Nilai, susun_baris
from tests.builders import INSTANSI, giliran, langkah, prosedur, sop

JAM = JamKerja()


def waktu(*steps: Langkah, tabel: Prosedur | None = None) -> WaktuProsedur:
    satu = tabel or prosedur(*steps)
    hasil = susun_waktu(
        satu, 1, jalan_prosedur(satu, JAM), JAM, lambda i: f"#l{i + 1}", {"Staf": "../staf/"}
    )
    assert hasil is not None
    return hasil


def ruas(awal: int, akhir: int | None = None) -> RuasJalan:
    return RuasJalan(
        (str(awal), f"#l{awal}"), (str(akhir), f"#l{akhir}") if akhir is not None else None
    )


def test_bars_are_measured_by_the_longest_and_shares_by_the_whole() -> None:
    w = waktu(langkah(waktu="1 jam"), langkah(waktu="1-3 jam"), langkah(waktu=""))
    satu, dua, tiga = w.langkah.baris
    assert [
        (b.pasti, b.sampai, b.waktu, b.bagian) for b in (satu.batang[0], dua.batang[0]) if b
    ] == [
        (33.3, 33.3, "1 jam", "25 %"),
        (33.3, 100.0, "1–3 jam", "75 %"),
    ]
    assert (tiga.batang, tiga.catatan) == ((None,), "tanpa waktu")
    assert w.langkah.rentang


def test_calendar_time_has_a_scale_of_its_own() -> None:
    w = waktu(langkah(waktu="1 hari kerja"), langkah(waktu="30 hari kalender"))
    assert w.langkah.jam == ("Waktu kerja", "Waktu kalender")
    kerja, kalender = w.langkah.baris
    assert [b and b.sampai for b in kerja.batang] == [100.0, None]
    assert [b and b.sampai for b in kalender.batang] == [None, 100.0]
    assert waktu(langkah(waktu="1 jam")).langkah.jam == ("Waktu kerja",)


def test_roles_tell_what_their_bar_leaves_out() -> None:
    tabel = prosedur(
        langkah(waktu="1 jam"),
        langkah(waktu="", oleh="staf"),
        langkah(waktu="sesuai kebutuhan", oleh="kepala"),
        pelaksana={"staf": "Staf", "kepala": "Kepala", "tamu": "Tamu"},
    )
    w = waktu(tabel=tabel)
    assert [(r.nama, r.href, r.catatan) for r in w.peran.baris] == [
        ("Staf", "../staf/", "1 langkah tak terhitung"),
        ("Kepala", "", "tanpa waktu"),
        ("Tamu", "", "tidak punya langkah"),
    ]
    assert [r.catatan for r in w.langkah.baris] == ["", "tanpa waktu", "sesuai kebutuhan"]
    assert not w.berbagi


def test_a_shared_step_counts_in_full_for_each_and_that_is_said() -> None:
    w = waktu(langkah("Rapat", giliran("staf", "kepala"), waktu="2 jam"))
    assert w.berbagi
    assert [[b and b.bagian for b in r.batang] for r in w.peran.baris] == [["100 %"]] * 2


def test_ways_are_told_by_runs_and_the_longest_by_what_the_shortest_does_not_do() -> None:
    w = waktu(
        langkah(id="a"),
        langkah(),
        langkah(),
        langkah(cabang={"Ya": "lanjut", "Tidak": "a"}),
        langkah(waktu=""),
    )
    assert not w.satu_jalan
    assert w.tersingkat is not None
    assert w.terlama is not None
    assert w.tersingkat.ruas == (ruas(1, 5),)
    assert w.terlama.ruas == (ruas(1, 4), ruas(1, 5))
    assert [(b.label, b.kembali) for b in w.tersingkat.belokan] == [("Ya", None)]
    assert [(b.label, b.langkah[0], b.kembali) for b in w.terlama.belokan] == [
        ("Tidak", "4", ("1", "#l1"))
    ]
    assert w.tanpa_waktu == (("5", "#l5"),)


def test_branches_of_one_step_that_read_alike_are_said_once_and_returns_counted() -> None:
    setuju = {"Ya": "berikut", "Tidak": "a"}
    w = waktu(
        langkah("Menyusun", giliran("staf"), id="a"),
        langkah(
            "Memeriksa",
            giliran("kepala", cabang=setuju),
            giliran("staf", cabang={"Ya": "lanjut", "Tidak": "a"}),
        ),
        langkah(),
    )
    assert w.tersingkat is not None
    assert w.terlama is not None
    assert [(b.label, b.langkah[0]) for b in w.tersingkat.belokan] == [("Ya", "2")]
    assert [(b.label, b.langkah[0], b.kali) for b in w.terlama.belokan] == [("Tidak", "2", 2)]


def test_two_steps_in_a_row_are_no_run_and_one_way_is_told_once() -> None:
    w = waktu(langkah(cabang={"Ya": "lanjut", "Tidak": "selesai"}), langkah(waktu="1 jam"))
    assert w.terlama is not None
    assert w.terlama.ruas == (ruas(1), ruas(2))
    assert waktu(langkah(), langkah()).satu_jalan
    assert not waktu(langkah(waktu="1-2 jam")).satu_jalan


def test_what_runs_at_the_same_time_is_told_with_its_work() -> None:
    w = waktu(
        langkah(waktu="5 menit", ke=("a", "b")),
        langkah(waktu="2 jam", id="a", ke="c"),
        langkah(waktu="1 jam", id="b"),
        langkah(waktu="10 menit", id="c"),
    )
    assert w.tersingkat is not None
    assert (w.tersingkat.lama, w.tersingkat.beban) == ("2 jam 15 menit", "3 jam 15 menit")
    assert w.tersingkat.serentak == (("3", "#l3"),)


def test_without_any_time_there_is_nothing_to_show() -> None:
    tabel = prosedur(langkah(waktu=""), langkah(waktu="sesuai kebutuhan"))
    assert susun_waktu(tabel, 1, jalan_prosedur(tabel, JAM), JAM, str, {}) is None


# --- The table of all SOPs ----------------------------------------------------------------------------


def baris(*steps: Langkah) -> BarisSop:
    satu = sop(*steps)
    return susun_baris(satu, INSTANSI, jalan_sop(satu, JAM), Alamat("waktu/index"))


def test_a_row_sorts_by_working_minutes_and_names_the_heaviest() -> None:
    b = baris(
        langkah(waktu="1-2 jam"),
        langkah("Memeriksa berkas", waktu="1 hari", oleh="kepala"),
        langkah(waktu=""),
    )
    assert (b.langkah, b.pelaksana) == (3, 2)
    assert (b.total.kunci, b.total.rinci) == ("570", "1 langkah tak terhitung")
    assert (b.tersingkat.kunci, b.terlama.kunci) == ("510", "570")
    assert b.langkah_terberat == Nilai(
        "1 hari kerja",
        "450",
        "2. Memeriksa berkas",
        "../sop/kantor-contoh/penerimaan-tamu/#langkah-2",
    )
    assert (b.pelaksana_terberat.rinci, b.pelaksana_terberat.kunci) == ("Kepala Kantor", "450")


def test_calendar_time_is_weighed_for_sorting() -> None:
    assert baris(langkah(waktu="7 hari kalender")).total.kunci == str(5 * 450)


def test_what_is_unknown_has_no_key() -> None:
    b = baris(langkah(waktu=""), langkah(waktu="sesuai kebutuhan"))
    semua = (b.total, b.tersingkat, b.terlama, b.langkah_terberat, b.pelaksana_terberat)
    assert semua == (Nilai(""),) * 5


def test_what_bounds_a_time_stands_beside_its_bar_and_a_deadline_has_none() -> None:
    tabel = prosedur(
        langkah("Memeriksa", waktu="paling lama 3 jam"),
        langkah("Mengundang", waktu="2 hari sebelum rapat"),
        langkah("Mencatat", waktu="5 menit"),
    )
    hasil = waktu(tabel=tabel)
    assert [b.catatan for b in hasil.langkah.baris] == [
        "paling lama 3 jam",
        "2 hari sebelum rapat",
        "",
    ]
    assert [b.batang[0] is None for b in hasil.langkah.baris] == [False, True, False]

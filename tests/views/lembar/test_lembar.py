from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.layout import draw_in_words, susun_tata_letak
from buku_sop.layout.budget import Budget
from buku_sop.layout.text import width
from buku_sop.model import Instansi, Pelaksana, PilihanLembar, Sop
from buku_sop.views.lembar import KERTAS, AlamatLembar, KonteksLembar, Lembar
from buku_sop.views.lembar.baris import judul_cetak
from buku_sop.views.lembar.gambar import PenggambarTabel, bagi_tabel
from buku_sop.views.lembar.halaman import (
    REGANG_AKHIR,
    REGANG_TUNGGAL,
    Muatan,
    Potongan,
    bagi_halaman,
)
from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.kertas import PT
from buku_sop.views.lembar.kolom import LANE_TEGAK, LANE_TERLEBAR, Kolom, bagi_kolom
from buku_sop.views.lembar.lebar import PembagiLebar
from buku_sop.views.lembar.penghubung import (
    Ujung,
    huruf_penghubung,
    susun_penghubung,
    tinggi_lajur,
)
from buku_sop.views.lembar.susun import Pengukur
from buku_sop.views.lembar.teks import PenulisTeks
from tests.builders import INSTANSI, handbook, langkah, prosedur, sop
from tests.flows import TWISTED, procedure

RUMIT = replace(TWISTED, many_exits=0.1, decision=0.3)
LATIN = frozenset(range(0x20, 0x17F)) | {0x221A, 0x25A1, 0x2022, 0x2013}
tinggi = st.lists(st.floats(5, 90), min_size=1, max_size=40)

# --- page breaks --------------------------------------------------------------------------


def muatan(baris: list[float], halaman: float = 150.0, **lain: Any) -> Muatan:
    return Muatan(tuple(baris), (1,) * len(baris), halaman, **lain)


@given(tinggi, st.floats(0, 60), st.floats(0, 60))
def test_every_row_is_on_one_page_and_no_page_is_overfull(
    baris: list[float], pembuka: float, penutup: float
) -> None:
    potongan = bagi_halaman(muatan(baris, pembuka=pembuka, penutup=penutup)).potongan
    assert [b for p in potongan for b in p.baris] == list(range(len(baris)))
    for n, p in enumerate(potongan):
        isi = sum(p.tinggi)
        isi += pembuka if n == 0 else tinggi_lajur(1)
        isi += penutup if n == len(potongan) - 1 else tinggi_lajur(1)
        assert p.panjang or isi <= 150
        assert all(t >= baris[b] - 1e-3 for b, t in zip(p.baris, p.tinggi, strict=True))


def test_the_last_page_does_not_hold_a_single_row() -> None:
    pembagian = bagi_halaman(muatan([20.0] * 8))
    assert [len(p.baris) for p in pembagian.potongan] == [4, 4]


def test_a_single_row_is_left_for_the_last_page_only_where_none_can_join_it() -> None:
    """Although two rows and then one would fill the pages more evenly."""
    pembagian = bagi_halaman(muatan([40.0, 60.0, 50.0]))
    assert [len(p.baris) for p in pembagian.potongan] == [1, 2]
    penuh = bagi_halaman(muatan([40.0, 60.0, 140.0]))
    assert [len(p.baris) for p in penuh.potongan] == [2, 1]


def test_a_page_that_is_all_but_empty_is_known() -> None:
    assert bagi_halaman(muatan([140.0, 30.0, 20.0])).longgar
    assert not bagi_halaman(muatan([40.0] * 6)).longgar


def test_pages_break_where_fewer_arrows_pass() -> None:
    baris = Muatan((20.0,) * 8, (1, 1, 1, 40, 1, 1, 1, 0), 150.0)
    assert bagi_halaman(baris).potongan[0].baris != range(4)


def test_only_a_row_taller_than_a_page_is_cut() -> None:
    """It begins below the row before it, and those behind it follow below its end."""
    pembagian = bagi_halaman(muatan([20, 330, 20, 20]))
    assert [(list(p.baris), p.panjang, p.sambung) for p in pembagian.potongan] == [
        ([0, 1], True, False),
        ([2, 3], False, True),
    ]
    assert (pembagian.halaman, pembagian.longgar) == (3, False)


def test_rows_go_on_below_one_that_was_cut_only_where_they_have_room() -> None:
    penuh = bagi_halaman(muatan([20, 400, 20, 20]))
    assert [(list(p.baris), p.sambung) for p in penuh.potongan] == [
        ([0, 1], False),
        ([2, 3], False),
    ]
    hampir = bagi_halaman(muatan([120, 300, 20]))
    assert list(hampir.potongan[0].baris) == [0]  # what is left of its page is no beginning


@given(st.lists(st.floats(5, 600), min_size=1, max_size=20))
def test_rows_of_any_height_come_in_order_and_below_a_cut_one_have_room(baris: list[float]) -> None:
    pembagian = bagi_halaman(muatan(baris))
    semua = pembagian.potongan
    assert [b for p in semua for b in p.baris] == list(range(len(baris)))
    assert pembagian.halaman >= sum(baris) / 150 - 1
    for sebelum, p in pairwise(semua):
        assert not p.sambung or sebelum.panjang
        assert not p.sambung or sum(p.tinggi) < 150
    assert all(p.panjang or sum(p.tinggi) <= 150 for p in semua)


def test_a_page_with_room_is_filled_a_little() -> None:
    (satu,) = bagi_halaman(muatan([40.0, 40.0])).potongan
    assert 40 < satu.tinggi[0] <= 40 * REGANG_TUNGGAL


def test_rows_whose_words_are_close_to_the_lines_get_room_first() -> None:
    """Those that are high for their symbols have enough around their words."""
    teks = (28.0, 6.0, 6.0)
    (satu,) = bagi_halaman(muatan([30.0, 60.0, 55.0], teks=teks)).potongan
    assert satu.tinggi[0] - teks[0] > 3.5
    assert satu.tinggi[1:] == pytest.approx((60.0, 55.0), abs=1.0)


def test_the_last_page_is_no_airier_than_the_others() -> None:
    pertama, terakhir = bagi_halaman(muatan([69.0, 69.0, 40.0, 40.0])).potongan
    assert (len(pertama.tinggi), len(terakhir.tinggi)) == (2, 2)
    assert sum(terakhir.tinggi) == pytest.approx(80 * REGANG_AKHIR, abs=0.1)


def _lembar(jumlah: int) -> Lembar:
    isi = sop(*(langkah(f"Mencatat tamu {i}") for i in range(jumlah)))
    buku = handbook(isi)
    konteks = KonteksLembar(
        buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {isi.id: "x"}, {}
    )
    return Lembar(isi, konteks)


def _terukur(jumlah: int, **identitas: float) -> Pengukur:
    satu = {"kepala": 22.0, "baris": [6.0] * jumlah, "pembuka": 0.0, "penutup": 6.0}
    return lambda naskah: {"identitas": 12.0, "tabel": [satu for _ in naskah["ukur"]], **identitas}


@pytest.mark.parametrize(
    ("jumlah", "huruf", "halaman"),
    [(4, 10.0, 1), (8, 9.0, 1), (10, 8.5, 1), (12, 8.0, 1), (14, 10.0, 2), (16, 9.0, 2)],
)
def test_letters_are_as_large_as_the_fewest_pages_allow(
    jumlah: int, huruf: float, halaman: int
) -> None:
    lembar = _lembar(jumlah)
    tabel = lembar.selesai(_terukur(jumlah))["tabel"][0]
    assert tabel["huruf"] == huruf
    assert len(tabel["halaman"]) == halaman


def test_an_identity_is_not_much_larger_than_its_table() -> None:
    def huruf(jumlah: int, muat: float, tinggi: float = 150.0) -> tuple[float, float]:
        tertulis = _lembar(jumlah)
        hasil = tertulis.selesai(_terukur(jumlah, identitas=muat, tinggi_identitas=tinggi))
        return hasil["huruf_identitas"], hasil["tabel"][0]["huruf"]

    assert huruf(4, 12.0) == (12.0, 10.0)
    assert huruf(10, 12.0) == (10.5, 8.5)
    assert huruf(10, 8.0) == (8.0, 8.5)


def test_a_table_starts_under_the_rest_of_an_identity_only_where_that_saves_a_page() -> None:
    def lembar(jumlah: int, identitas: float) -> dict[str, Any]:
        tertulis = _lembar(jumlah)
        return tertulis.selesai(_terukur(jumlah, tinggi_identitas=identitas))

    assert lembar(4, 210.0)["sambung"]
    assert not lembar(4, 150.0)["sambung"]  # it fills no page
    assert not lembar(4, 290.0)["sambung"]  # it leaves little
    assert not lembar(10, 210.0)["sambung"]  # the table has room on one page of its own


def test_only_an_identity_that_runs_over_its_page_is_told_so() -> None:
    """Its titles ask for room that one which just fits has none of."""

    def panjang(tinggi: float) -> bool:
        tertulis = _lembar(4)
        hasil: bool = tertulis.selesai(_terukur(4, tinggi_identitas=tinggi))["identitas_panjang"]
        return hasil

    assert not panjang(KERTAS["a4"].tinggi_isi)
    assert panjang(KERTAS["a4"].tinggi_isi + 0.1)


# --- connectors ---------------------------------------------------------------------------


@given(st.lists(st.integers(1, 198).map(lambda x: x / 2), min_size=1, max_size=8, unique=True))
def test_connectors_stand_apart_and_within_the_lanes(garis: list[float]) -> None:
    ujung = [Ujung(n, 0, True, True, x, 1, 12, "12") for n, x in enumerate(garis)]
    semua = susun_penghubung(ujung, 100.0)
    assert [p.garis for p in semua] == sorted(garis)
    for a, b in pairwise(semua):
        assert a.kiri + a.lebar <= b.kiri + 1e-3
    assert all(p.kiri >= -0.1 and p.kiri + p.lebar <= 100.1 for p in semua)
    berbelok = [p.belok for p in semua if p.tengah > p.garis + 1e-6]
    assert len(set(berbelok)) == len(berbelok)


def test_a_lone_connector_says_everything() -> None:
    (satu,) = susun_penghubung([Ujung(0, 0, True, True, 50.0, 2, 7, "7")], 100.0)
    assert satu.larik == (("A", " ke 7, ", 2),)


def test_two_connectors_in_a_lane_keep_their_words_and_the_lines_of_the_lane() -> None:
    ujung = [Ujung(n, 0, True, True, x, 1, 12 + n, f"{12 + n}") for n, x in enumerate((24.0, 36.0))]
    semua = susun_penghubung(ujung, 80.0, lane=20.0, terbanyak=3)
    assert [p.larik for p in semua] == [(("A",), ("ke 12",), (1,)), (("B",), ("ke 13",), (1,))]
    assert semua[0].kiri > 20.0
    assert semua[1].kiri + semua[1].lebar < 40.0
    assert semua[0].kiri + semua[0].lebar < semua[1].kiri


def test_a_connector_of_a_narrow_lane_takes_two_lines_before_it_crosses_another() -> None:
    (satu,) = susun_penghubung(
        [Ujung(0, 0, True, False, 22.0, 1, 12, "12")], 80.0, lane=15.0, terbanyak=3
    )
    assert satu.larik == (("A", " dari 12"), (1,))
    assert satu.kiri > 15.0
    assert satu.kiri + satu.lebar < 30.0


def test_strips_are_as_high_as_their_connectors() -> None:
    langkah_kini = procedure(Random("lajur"), 24, 6, RUMIT)
    alur = susun_alur(langkah_kini)
    tata = susun_tata_letak(alur)
    bagian, larik = bagi_tabel(muatan(list(tata.tinggi_baris)), alur, tata, ())
    semua = PenggambarTabel(alur, tata, bagian.potongan, larik=larik).gambar()
    assert larik > 1
    for h in semua:
        for p in h["penghubung"]:
            assert p["tinggi"] < tinggi_lajur(larik)
        isi = sum(b["tinggi"] + b["atas"] + b["bawah"] for b in h["baris"])
        assert isi <= 150
        assert all(len(p["larik"][0]) > 1 or len(p["larik"]) > 1 for p in h["penghubung"])


def test_merged_arrows_share_a_connector_and_its_pair_has_the_same_letter() -> None:
    ujung = [
        Ujung(3, 0, True, True, 10.0, 1, 9, "9"), Ujung(3, 1, False, False, 10.0, 0, 2, "2"),
        Ujung(5, 0, True, True, 10.0, 1, 9, "9"), Ujung(5, 1, False, False, 10.0, 0, 4, "4"),
        Ujung(7, 0, True, True, 60.0, 1, 8, "8"), Ujung(7, 1, False, False, 60.0, 0, 5, "5"),
    ]  # fmt: skip
    semua = susun_penghubung(ujung, 100.0, mulai=1)
    assert sorted((p.huruf, p.keluar, p.tujuan) for p in semua) == [
        ("B", False, (("2 dan 4", 0),)), ("B", True, (("9", 1),)),
        ("C", False, (("5", 0),)), ("C", True, (("8", 1),)),
    ]  # fmt: skip


def test_connectors_stand_in_the_order_of_their_lines_whichever_way_they_lead() -> None:
    ujung = [Ujung(0, 0, True, False, 80.0, 1, 3), Ujung(1, 0, True, True, 20.0, 1, 9)]
    semua = susun_penghubung(ujung, 100.0)
    assert [(p.garis, p.keluar) for p in semua] == [(20.0, True), (80.0, False)]
    assert semua[0].kiri < semua[1].kiri


def test_letters_go_on_after_z() -> None:
    assert [huruf_penghubung(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@pytest.mark.parametrize("benih", range(8))
def test_cut_flows_keep_every_head_and_pair_every_connector(benih: int) -> None:
    alur = susun_alur(procedure(Random(benih), 24, 6, RUMIT))
    tata = susun_tata_letak(alur, budget=Budget(10**9))
    potongan = [Potongan(range(a, a + 6), tata.tinggi_baris[a : a + 6]) for a in range(0, 24, 6)]
    semua = PenggambarTabel(alur, tata, potongan).gambar()
    keluar = [p for h in semua for p in h["penghubung"] if p["keluar"]]
    masuk = [p for h in semua for p in h["penghubung"] if not p["keluar"]]
    assert sum(len(h["kepala"]) for h in semua) == len(alur.panah) + len(keluar)
    assert {p["huruf"] for p in keluar} == {p["huruf"] for p in masuk}
    for h in semua:
        tinggi_isi = sum(b["tinggi"] + b["atas"] + b["bawah"] for b in h["baris"])
        for x, y in (t for g in h["garis"] for t in g):
            assert -0.01 <= y <= tinggi_isi + 0.01
            assert -0.01 <= x <= alur.jumlah_lane * tata.ukuran.lane + 0.01
        for garis in h["garis"]:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(garis))


# --- text and columns ---------------------------------------------------------------------


@given(st.text(st.characters(max_codepoint=0x24F), max_size=90), st.floats(8, 40))
def test_no_piece_of_a_word_is_wider_than_its_column(teks: str, lebar: float) -> None:
    hasil = PenulisTeks(LATIN).muat(teks, lebar, 8.0)
    for kata in hasil.split():
        for potong in kata.replace("\u200b", "\u00ad").split("\u00ad"):
            assert width(potong, 8.0 * PT) <= lebar or len(potong) == 1
    polos = hasil.replace("\u200b", "").replace("\u00ad", "")
    assert polos == PenulisTeks(LATIN).bersih(teks).replace("\u00ad", "")


def test_words_are_broken_between_syllables_and_only_where_they_must() -> None:
    penulis = PenulisTeks(LATIN)
    assert penulis.muat("menyelenggarakan rapat", 60, 8.0) == "menyelenggarakan rapat"
    assert penulis.muat("menyelenggarakan rapat", 12, 8.0).split("\u00ad")[0] == "me"


@pytest.mark.parametrize(
    ("teks", "cetak", "diganti"),
    [
        ("baris\nbaru\tdan\u00a0spasi", "baris baru dan spasi", set()),
        ("\u2713 selesai", "√ selesai", set()),
        ("\u202eterbalik\x07", "terbalik", set()),
        ("Ｌｅｂａｒ", "Lebar", set()),
        ("\u4e2d", "□", {"\u4e2d"}),
    ],
)
def test_text_is_reduced_to_what_can_be_printed(teks: str, cetak: str, diganti: set[str]) -> None:
    penulis = PenulisTeks(LATIN)
    assert penulis.bersih(teks) == cetak
    assert penulis.diganti == diganti


@pytest.mark.parametrize("lanes", [0, 1, 4, 7, 12, 20])
@pytest.mark.parametrize("kertas", ["a4", "f4"])
def test_columns_fill_the_page_exactly_with_equal_lanes(lanes: int, kertas: str) -> None:
    isi = {
        k: ["Mencatat tamu dalam buku"] * 3
        for k in ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
    }
    kolom = bagi_kolom(KERTAS[kertas], lanes, isi, {k: k for k in isi}, 8.5)
    jumlah = kolom.nomor + lanes * kolom.lane + sum(kolom.teks.values())
    assert jumlah == pytest.approx(KERTAS[kertas].isi, abs=0.01)
    assert kolom.lane <= LANE_TERLEBAR
    assert min(kolom.teks.values()) > 9


def test_the_longest_text_gets_the_widest_column() -> None:
    isi = {k: ["kata"] for k in ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")}
    kolom = bagi_kolom(KERTAS["a4"], 2, isi | {"output": ["kata " * 60]}, {k: k for k in isi}, 8.5)
    assert max(kolom.teks, key=lambda k: kolom.teks[k]) == "output"


def _isi(**lain: list[str]) -> dict[str, list[str]]:
    kolom = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
    return {k: ["kata"] * 8 for k in kolom} | lain


def test_lanes_give_way_where_words_make_the_table_high() -> None:
    def kolom(isi: dict[str, list[str]], hemat: float = 1.0) -> Kolom:
        return bagi_kolom(
            KERTAS["a4"], 6, isi, {k: k for k in isi}, 8.5, terendah=16.8, hemat=hemat
        )

    panjang = _isi(kegiatan=["kata " * 40] * 8, output=["kata " * 20] * 8)
    assert kolom(_isi(), hemat=1.06).lane > 22
    assert LANE_TEGAK <= kolom(panjang).lane < 20
    assert kolom(panjang).lane < kolom(panjang, hemat=1.3).lane


def test_an_empty_column_is_as_narrow_as_its_heading() -> None:
    isi = _isi(keterangan=[""] * 8, kelengkapan=["kata " * 20] * 8)
    kolom = bagi_kolom(KERTAS["a4"], 4, isi, {**{k: k for k in isi}, "keterangan": "Ket."}, 8.5)
    assert kolom.teks["keterangan"] < 11
    assert kolom.teks["kelengkapan"] > 40


def test_a_column_of_short_texts_is_no_wider_than_they_are() -> None:
    """And lines that end by themselves need no more room than the longest."""
    isi = _isi(kegiatan=["Perencanaan"] * 8, output=["Jumlah anggaran dan target waktu " * 2] * 8)
    kolom = bagi_kolom(KERTAS["a4"], 6, isi, {k: k for k in isi}, 8.5)
    assert kolom.teks["kegiatan"] < 40 < kolom.teks["output"]
    butir = _isi(kelengkapan=["ATK\nPrinter\nKomputer"] * 8, output=["kata " * 12] * 8)
    kolom = bagi_kolom(KERTAS["a4"], 6, butir, {k: k for k in isi}, 8.5)
    assert kolom.teks["kelengkapan"] < 30 < kolom.teks["output"]


def test_columns_exchange_width_where_it_saves_lines() -> None:
    isi = {"a": ["satu dua tiga empat"] * 9, "b": ["kata " * 9] * 9}
    pembagi = PembagiLebar(isi, 3.0, 0.0, ())
    baik = pembagi.rapikan({"a": 60.0, "b": 30.0}, {"a": 10.0, "b": 10.0})
    assert sum(baik.values()) == pytest.approx(90.0)
    assert 30.0 < baik["a"] < 60.0


def test_a_dash_alone_stands_in_the_middle_of_its_cell() -> None:
    isi = sop(langkah(kelengkapan=("-",), output=("Surat",), keterangan=("\u2013",)))
    buku = handbook(isi)
    konteks = KonteksLembar(
        buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {}, {}
    )
    baris = Lembar(isi, konteks).naskah()["ukur"][0]["tabel"]["baris"][0]
    assert baris["tengah"] == ["kelengkapan", "keterangan"]


def test_a_number_stays_with_its_unit() -> None:
    lembar = _lembar(2)
    assert lembar.naskah()["ukur"][0]["tabel"]["baris"][0]["waktu"] == "5\u00a0menit"


def test_labels_are_the_offices_own_or_in_title_case() -> None:
    kantor = Instansi("x", "X", istilah={"peralatan": "alat KITA"})
    assert judul_cetak("peralatan", sop(), kantor) == "alat KITA"
    assert judul_cetak("peralatan", sop(), INSTANSI) == "Peralatan/Perlengkapan"
    assert judul_cetak("pencatatan", sop(), INSTANSI) == "Pencatatan dan Pendataan"


def _identitas(isi: Sop) -> dict[str, Any]:
    buku = handbook(isi)
    konteks = KonteksLembar(
        buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {}, {}
    )
    identitas: dict[str, Any] = Lembar(isi, konteks).naskah()["identitas"]
    return identitas


def test_usual_titles_are_in_capitals_among_those_of_the_document() -> None:
    besar = sop(istilah={"dasar_hukum": "DASAR HUKUM", "peringatan": "PERINGATAN", "nomor": "No."})
    assert judul_cetak("peralatan", besar, INSTANSI) == "PERALATAN/PERLENGKAPAN"
    assert judul_cetak("pelaksana", besar, INSTANSI) == "Pelaksana"
    campur = replace(besar, istilah={**besar.istilah, "pencatatan": "Pencatatan"})
    assert judul_cetak("peralatan", campur, INSTANSI) == "Peralatan/Perlengkapan"


def test_a_document_that_names_its_boxes_has_no_empty_one_beside_them() -> None:
    """The one beside it takes the width of both; where the document names few, the official form is whole."""
    nama = {
        k: k.upper()
        for k in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peringatan", "pencatatan")
    }
    isi = sop(peralatan=(), istilah=nama)
    kotak = _identitas(isi)["kotak"]
    assert [len(baris) for baris in kotak] == [2, 1, 2]
    assert kotak[1][0]["judul"] == "KETERKAITAN"
    assert [len(b) for b in _identitas(replace(isi, peralatan=("Komputer",)))["kotak"]] == [2, 2, 2]
    assert [len(b) for b in _identitas(replace(isi, istilah={}))["kotak"]] == [2, 2, 2]


def test_a_text_that_begins_with_a_mark_hangs_beside_it() -> None:
    isi = PenulisIsi(PenulisTeks(LATIN))
    butir = {"tanda": "1.", "baris": [[{"teks": "Kementerian Keuangan"}]], "anak": []}
    assert isi.teks("1. Kementerian Keuangan", 60.0, 8.0) == [{"butir": [butir]}]
    for biasa in ("1.5 liter", "A. Yani", "-", "10 hari"):
        assert isi.teks(biasa, 60.0, 8.0) == biasa


def test_a_lane_that_nobody_uses_keeps_its_column() -> None:
    tabel = prosedur(langkah(), pelaksana={"staf": "Staf", "tamu": "Tamu"})
    assert tabel.pelaksana[1] == Pelaksana("tamu", "Tamu")
    isi = sop(tabel=(tabel,))
    buku = handbook(isi)
    konteks = KonteksLembar(
        buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {}, {}
    )
    kepala = Lembar(isi, konteks).naskah()["ukur"][0]["tabel"]["kepala"]
    assert (kepala["lane"], kepala["kelompok"]) == (["Staf", "Tamu"], [])


def test_the_day_of_signing_stands_for_the_day_from_which_a_document_holds() -> None:
    def label(isi: Sop) -> list[str]:
        buku = handbook(isi)
        konteks = KonteksLembar(
            buku, susun_keterkaitan(buku), PilihanLembar(), LATIN, AlamatLembar(), {}, {}
        )
        return [baris[0] for baris in Lembar(isi, konteks).naskah()["identitas"]["baris"]]

    kosong = sop(tanggal_efektif=None)
    assert "Tanggal Efektif" in label(kosong)
    assert "Tanggal Efektif" not in label(replace(kosong, tanggal_pengesahan=date(2026, 1, 6)))


def test_a_flow_in_words_is_cut_by_pages_without_a_connector_for_what_is_told() -> None:
    alur = susun_alur(procedure(Random(3), 24, 6, RUMIT))
    tata = draw_in_words(alur)
    potongan = [Potongan(range(a, a + 6), tata.tinggi_baris[a : a + 6]) for a in range(0, 24, 6)]
    semua = PenggambarTabel(alur, tata, potongan).gambar()
    label = [" ".join(x["larik"]) for h in semua for x in h["label"]]
    assert sum("→" in x for x in label) == len(tata.rujukan)
    garis = [e for e in range(len(alur.panah)) if e not in tata.rujukan]
    penunjuk = [e for e in tata.rujukan if tata.jalur[e].titik]
    keluar = [p for h in semua for p in h["penghubung"] if p["keluar"]]
    assert sum(len(h["kepala"]) for h in semua) == len(garis) + len(penunjuk) + len(keluar)

"""Which SOPs are compared, which of their steps stand for one another, and what is said to differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.adapters.cari.roots_for_banding import akar_kata
from buku_sop.analysis.banding.banding import Banding, Beda, Kemiripan, bandingkan
from buku_sop.analysis.banding.kelompok import daftar_kelompok
from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Handbook, Instansi, JamKerja, Langkah, Sop, Status
from tests import builders
from tests.builders import langkah, sop

KANTOR = tuple(Instansi(f"kantor-{h}", f"Kantor {h.upper()}") for h in "abcd")


def buku(*semua: Sop, jam: JamKerja | None = None) -> Handbook:
    """Make a handbook; `jam` are the working hours of the second office."""
    instansi = list(KANTOR)
    if jam:
        instansi[1] = replace(instansi[1], jam_kerja=jam)
    return builders.handbook(*semua, instansi=tuple(instansi))


def satu(kantor: str, *steps: Langkah | str, nama: str = "Penerimaan Tamu", **isian: Any) -> Sop:
    """Make an SOP of an office; a text is a step with just these words."""
    semua = (
        langkah(s, output=()) if isinstance(s, str) else s for s in steps or ("Mencatat tamu",)
    )
    slug = str(isian.pop("slug", "tamu"))
    return sop(*semua, id=f"kantor-{kantor}/{slug}", nama=nama, **isian)


def banding(*semua: Sop, jam: JamKerja | None = None) -> Banding:
    handbook = buku(*semua, jam=jam)
    return bandingkan(
        handbook, [s.id for s in semua], akar_kata(semua), susun_dasar_hukum(handbook)
    )


def baris(b: Banding) -> list[tuple[tuple[int, ...], ...]]:
    """For each stage and SOP the numbers of the steps."""
    return [
        tuple(tuple(x.tempat.langkah + 1 for x in s.langkah) if s else () for s in t.sel)
        for t in b.tahap
    ]


# --- Groups ------------------------------------------------------------------------------------


def test_a_chain_of_names_makes_one_group_named_as_most_are() -> None:
    (kelompok,) = daftar_kelompok(
        buku(
            satu("a", nama="Pelayanan Tamu", nama_lain=("SOP Penerimaan Tamu",)),
            satu("b", nama="PENERIMAAN TAMU", nama_lain=("Tamu Dinas",)),
            satu("c", nama="Tamu Dinas"),
            satu("d", nama="Penerimaan Tamu"),
            satu("d", nama="Pengarsipan", slug="arsip"),
        )
    )
    assert kelompok.nama == "Penerimaan Tamu"
    assert kelompok.slug == "penerimaan-tamu"
    assert kelompok.sop == tuple(f"kantor-{h}/tamu" for h in "abcd")


def test_two_versions_in_one_office_are_no_group() -> None:
    lama = satu("a", slug="lama", status=Status.DIGANTIKAN)
    assert daftar_kelompok(buku(lama, satu("a"))) == ()
    (kelompok,) = daftar_kelompok(buku(lama, satu("a"), satu("b", status=Status.DICABUT)))
    assert kelompok.sop == ("kantor-a/tamu", "kantor-b/tamu")


def test_no_group_takes_the_address_of_the_list() -> None:
    semua = daftar_kelompok(buku(satu("a", nama="Index"), satu("b", nama="Index")))
    assert [k.slug for k in semua] == ["index-2"]


# --- Stages ------------------------------------------------------------------------------------


def test_a_step_more_at_the_top_shifts_nothing() -> None:
    b = banding(
        satu("a", "Mencatat tamu di buku", "Memeriksa surat tugas", "Mengantar tamu ke ruangan"),
        satu(
            "b", "Menyapu halaman", "Mencatat nama tamu", "Memeriksa surat tamu", "Mengantar tamu"
        ),
    )
    assert baris(b) == [((), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), (4,))]
    assert b.tahap[0].sel[1] is not None
    assert b.tahap[0].sel[1].langkah[0].kemiripan is Kemiripan.SENDIRI


def test_words_of_one_root_and_actions_that_stand_for_each_other_meet() -> None:
    b = banding(
        satu(
            "a",
            "Kepala Kantor mengoreksi konsep surat",
            "Penandatanganan surat",
            "Surat diarsipkan",
        ),
        satu("b", "Memeriksa konsep surat", "Menandatangani surat", "Mengarsipkan surat"),
    )
    assert baris(b) == [((1,), (1,)), ((2,), (2,)), ((3,), (3,))]


def test_steps_that_nothing_is_like_stand_alone() -> None:
    b = banding(satu("a", "Menyapu halaman", "Menyiram bunga"), satu("b", "Menulis laporan"))
    assert sorted(baris(b)) == [((), (1,)), ((1,), ()), ((2,), ())]
    assert all(not t.beda for t in b.tahap)


def test_what_one_office_does_in_two_steps_is_one_stage() -> None:
    b = banding(
        satu("a", "Menerima surat", "Menghimpun data bidang", "Menghimpun dan memvalidasi data bidang", "Mengirim laporan"),
        satu("b", "Menerima surat", "Menghimpun data dari bidang", "Mengirim laporan"),
    )  # fmt: skip
    assert baris(b) == [((1,), (1,)), ((2, 3), (2,)), ((4,), (3,))]
    sel = b.tahap[1].sel[0]
    assert sel is not None
    assert sel.setara is not None
    assert sel.setara.lama == 10


def test_a_very_like_step_at_another_place_is_put_there_and_marked() -> None:
    b = banding(
        satu("a", "Menyapu halaman kantor", "Menyiram bunga taman", "Menulis laporan harian"),
        satu("b", "Menulis laporan harian", "Menyapu halaman kantor", "Menyiram bunga taman"),
    )
    tanda = [
        (x.tempat.sop, x.tempat.langkah, x.urutan_lain) for t in b.tahap for s in t.sel if s for x in s.langkah
    ]  # fmt: skip
    assert [x for x in tanda if x[2]] in (
        [("kantor-a/tamu", 2, True)],
        [("kantor-b/tamu", 0, True)],
    )
    assert len(b.tahap) == 3


def test_likeness_is_never_called_the_same_unless_the_words_are() -> None:
    b = banding(
        satu("a", "Mencatat tamu.", "Mengantar tamu ke ruang rapat"),
        satu("b", "mencatat  TAMU", "Mengantar tamu ke ruangan kepala"),
    )
    jenis = [[s.langkah[0].kemiripan for s in t.sel if s] for t in b.tahap]
    assert jenis == [[Kemiripan.BUNYI_SAMA] * 2, [Kemiripan.MIRIP] * 2]


def test_a_stage_is_named_from_its_action_on() -> None:
    b = banding(
        satu("a", "Kepala Kantor memerintahkan staf untuk mencatat tamu"),
        satu("b", "Kepala Kantor memerintahkan staf untuk mencatat nama tamu, jika ada"),
    )
    assert [t.nama for t in b.tahap] == ["Memerintahkan staf"]


# --- Differences ---------------------------------------------------------------------------------


def test_differences_are_told_by_field() -> None:
    kiri = langkah("Mencatat tamu", output="Catatan", waktu="5 menit")
    kanan = langkah("Mencatat tamu", oleh="kepala", output="catatan.", waktu="10 menit")
    (tahap,) = banding(satu("a", kiri), satu("b", kanan)).tahap
    assert tahap.beda == {Beda.PELAKSANA, Beda.WAKTU}
    assert (tahap.tercepat, tahap.terlama) == (frozenset({0}), frozenset({1}))
    (tahap,) = banding(satu("a", kiri), satu("b", kiri)).tahap
    assert not tahap.beda
    assert not tahap.tercepat | tahap.terlama


def test_a_day_is_the_day_of_each_office() -> None:
    delapan = JamKerja(Fraction(8), 5)
    sehari = langkah("Mencatat tamu", waktu="1 hari")
    panjang = replace(sehari, waktu=baca_waktu("1 hari", jam_kerja=delapan))
    b = banding(satu("a", sehari), satu("b", panjang), jam=delapan)
    assert [r.setara and r.setara.lama for r in b.ringkas] == [450, 480]
    assert (b.tercepat, b.terlama) == (frozenset({0}), frozenset({1}))
    assert (b.tahap[0].tercepat, b.tahap[0].terlama) == (frozenset({0}), frozenset({1}))


def test_a_step_without_time_is_no_fastest() -> None:
    (tahap,) = banding(
        satu("a", langkah("Mencatat tamu", waktu="")),
        satu("b", langkah("Mencatat tamu", waktu="1 jam")),
    ).tahap
    assert tahap.beda == {Beda.WAKTU}
    assert not tahap.tercepat | tahap.terlama


@pytest.mark.parametrize(
    ("kiri", "kanan", "tercepat", "terlama"),
    [
        ("1-3 jam", "2 jam", set(), set()),
        ("1-2 jam", "2-3 jam", {0}, {1}),
        ("1 jam", "1-2 jam", {0}, {1}),
        ("1 jam", "1 jam", set(), set()),
    ],
)
def test_overlapping_ranges_decide_nothing(
    kiri: str, kanan: str, tercepat: set[int], terlama: set[int]
) -> None:
    (tahap,) = banding(
        satu("a", langkah("Mencatat tamu", waktu=kiri)),
        satu("b", langkah("Mencatat tamu", waktu=kanan)),
    ).tahap
    assert (set(tahap.tercepat), set(tahap.terlama)) == (tercepat, terlama)


def test_what_leaves_out_a_step_is_never_called_the_shortest() -> None:
    kurang = satu("a", langkah("Mencatat tamu", waktu="1 jam"), langkah("Mengantar", waktu=""))
    b = banding(kurang, satu("b", langkah("Mencatat tamu", waktu="2 jam")))
    assert (b.tercepat, b.terlama) == (frozenset(), frozenset({1}))


def test_only_equal_names_are_in_common() -> None:
    a = satu(
        "a",
        langkah("Mencatat tamu", oleh="x", output="Buku Tamu"),
        pelaksana={"x": "Kepala Dinas", "y": "STAF"},
        dasar_hukum=("Permenpan RB 35/2012", "Peraturan Rekaan"),
    )
    b = satu(
        "b",
        langkah("Mencatat tamu", oleh="x", output="buku tamu;"),
        pelaksana={"x": "Kepala Badan", "y": "Staf"},
        dasar_hukum=(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Contoh",
        ),
    )
    hasil = banding(a, b)
    assert [(m.nama, m.jumlah) for m in hasil.pelaksana] == [
        ("STAF", 2), ("Kepala Dinas", 1), ("Kepala Badan", 1),
    ]  # fmt: skip
    assert [(m.nama, m.jumlah) for m in hasil.output] == [("Buku Tamu", 2)]
    assert [m.jumlah for m in hasil.dasar_hukum] == [2, 1]
    assert [(r.pelaksana, r.output, r.dasar_hukum) for r in hasil.ringkas] == [(2, 1, 2), (2, 1, 1)]


def test_an_unknown_id_is_refused() -> None:
    handbook = buku(satu("a"))
    with pytest.raises(KeyError, match="tiada"):
        bandingkan(handbook, ["kantor-a/tiada"], str, susun_dasar_hukum(handbook))


def test_several_procedures_and_none_are_compared() -> None:
    dua = replace(satu("a", "Mencatat tamu"), prosedur=satu("a", "Mencatat tamu").prosedur * 2)
    kosong = replace(satu("b"), prosedur=())
    hasil = banding(dua, kosong)
    assert [r.langkah for r in hasil.ringkas] == [2, 0]
    assert sum(len(s.langkah) for t in hasil.tahap for s in t.sel if s) == 2


KATA = ("Mencatat", "Memeriksa", "Mengirim", "Menghimpun", "Membuat", "Menandatangani")
HAL = ("surat", "laporan bulanan", "data bidang", "konsep dokumen", "buku tamu", "arsip kantor")


def karangan(random: Random, kantor: str) -> Sop:
    steps = (f"{random.choice(KATA)} {random.choice(HAL)}" for _ in range(random.randint(1, 9)))
    return satu(kantor, *steps)


@given(st.randoms(use_true_random=False), st.integers(2, 4))
def test_each_step_stands_once_and_in_order(random: Random, banyak: int) -> None:
    semua = [karangan(random, h) for h in "abcd"[:banyak]]
    b = banding(*semua)
    for k, milik in enumerate(semua):
        langkah = [x for t in b.tahap if (s := t.sel[k]) for x in s.langkah]
        assert Counter(x.tempat.langkah for x in langkah) == Counter(range(milik.jumlah_langkah))
        berurut = [x.tempat.langkah for x in langkah if not x.urutan_lain]
        assert berurut == sorted(berurut)
    for tahap in b.tahap:
        isi = [s for s in tahap.sel if s]
        assert isi
        sendiri = {x.kemiripan is Kemiripan.SENDIRI for s in isi for x in s.langkah}
        assert sendiri == {len(isi) == 1}


@given(st.randoms(use_true_random=False))
def test_an_sop_beside_itself_has_only_equal_stages(random: Random) -> None:
    a = karangan(random, "a")
    b = banding(a, replace(a, id="kantor-b/tamu"), replace(a, id="kantor-c/tamu"))
    assert baris(b) == [((n + 1,),) * 3 for n in range(a.jumlah_langkah)]
    assert not any(t.beda for t in b.tahap)
    assert {x.kemiripan for t in b.tahap for s in t.sel if s for x in s.langkah} == {
        Kemiripan.BUNYI_SAMA
    }


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_columns_changes_nothing_but_the_order(random: Random) -> None:
    semua = [karangan(random, h) for h in "abc"]
    maju, mundur = banding(*semua), banding(*semua[::-1])
    assert baris(maju) == [satu[::-1] for satu in baris(mundur)]
    assert [t.nama for t in maju.tahap] == [t.nama for t in mundur.tahap]

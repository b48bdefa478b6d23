"""Roles, documents and legal bases across SOPs: one entry for one thing, in order, with every place."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.analysis.dokumen.indeks import (
    Dokumen,
    PeranDiInstansi,
    TempatLangkah,
    daftar_dokumen,
    daftar_peran,
    kunci_dokumen,
)
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, Giliran, Handbook, Langkah, Pelaksana, Prosedur, Rentang, Sop

Tempat = TempatLangkah


def langkah(
    *pelaksana: str, waktu: str = "", perlu: tuple[str, ...] = (), hasil: tuple[str, ...] = ()
) -> Langkah:
    giliran = tuple(Giliran((p,)) for p in pelaksana)
    return Langkah(
        "Melaksanakan", giliran, kelengkapan=perlu, output=hasil, waktu=baca_waktu(waktu)
    )


def prosedur(lanes: dict[str, str], *semua: Langkah) -> Prosedur:
    return Prosedur(tuple(Pelaksana(id, label) for id, label in lanes.items()), semua)


def buku(*sop: Sop) -> Handbook:
    return Handbook(sop=sop)


def menit(n: int, **lain: Any) -> TotalWaktu:
    durasi = Durasi(Fraction(n))
    return TotalWaktu(Rentang(durasi, durasi), **lain)


# --- roles ----------------------------------------------------------------------------------


def test_a_role_gathers_its_steps_across_procedures_and_sops() -> None:
    satu = prosedur({"k": "Kepala", "s": "Staf"}, langkah("s", waktu="5 menit"), langkah("k"))
    dua = prosedur({"x": "STAF"}, langkah("x", waktu="1 jam"))
    tiga = prosedur({"s": "Staf"}, langkah(), langkah("s", "s", waktu="10 menit"))
    handbook = buku(Sop("contoh/b", "B", (satu, dua)), Sop("contoh/a", "A", (tiga,)))
    assert daftar_peran(handbook) == (
        PeranDiInstansi(
            "contoh",
            "kepala",
            "Kepala",
            (Tempat("contoh/b", 0, 1),),
            ("contoh/b",),
            TotalWaktu(langkah=1, tanpa_waktu=1),
        ),
        PeranDiInstansi(
            "contoh",
            "staf",
            "Staf",
            (Tempat("contoh/a", 0, 1), Tempat("contoh/b", 0, 0), Tempat("contoh/b", 1, 0)),
            ("contoh/a", "contoh/b"),
            menit(75, langkah=3),
        ),
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("Kasubid/ Kasubag", "Kasubid / Kasubag", "kasubid/kasubag"),
        ("Sek. Tim SAKIP", "Sek Tim  SAKIP", "SEK TIM SAKIP."),
        ("Umum & Keuangan", "Umum dan Keuangan", "umum, dan keuangan"),
    ],
)
def test_labels_equal_but_for_case_space_and_punctuation_are_one_role(
    labels: tuple[str, ...],
) -> None:
    handbook = buku(
        *(
            Sop(f"contoh/{i}", "X", (prosedur({"a": lb}, langkah("a")),))
            for i, lb in enumerate(labels)
        )
    )
    (peran,) = daftar_peran(handbook)
    assert peran.sop == ("contoh/0", "contoh/1", "contoh/2")
    assert len(peran.tempat) == 3


def test_two_lanes_of_one_role_count_a_step_once() -> None:
    lanes = {"a": "Staf", "b": "STAF"}
    (peran,) = daftar_peran(
        buku(Sop("contoh/a", "A", (prosedur(lanes, langkah("a", "b", waktu="5 menit")),)))
    )
    assert peran.total == menit(5, langkah=1)


def test_the_commonest_spelling_is_shown() -> None:
    handbook = buku(
        *(
            Sop(f"contoh/{i}", "X", (prosedur({"a": label}),))
            for i, label in enumerate(("STAF", "Staf", "Staf"))
        )
    )
    assert [p.label for p in daftar_peran(handbook)] == ["Staf"]


def test_a_lane_without_steps_is_listed_with_its_sop() -> None:
    (peran,) = daftar_peran(buku(Sop("contoh/a", "A", (prosedur({"b": "Bidang"}, langkah()),))))
    assert (peran.label, peran.sop, peran.tempat) == ("Bidang", ("contoh/a",), ())
    assert peran.total == TotalWaktu()


def test_roles_are_the_offices_own_sorted_with_slugs_of_their_own() -> None:
    def kantor(id: str) -> Sop:
        lanes = {"a": "Staf 10", "b": "Staf 9", "c": "日本", "d": "中国", "e": "analis"}
        return Sop(id, "A", (prosedur(lanes),))

    semua = daftar_peran(buku(kantor("rekaan/a"), kantor("contoh/a")))
    assert [(p.instansi, p.label) for p in semua] == [
        (id, label)
        for id in ("contoh", "rekaan")
        for label in ("analis", "Staf 9", "Staf 10", "中国", "日本")
    ]
    assert [p.slug for p in semua[:5]] == [
        "analis",
        "staf-9",
        "staf-10",
        "tanpa-nama",
        "tanpa-nama-2",
    ]


# --- documents ------------------------------------------------------------------------------


def test_a_document_knows_where_it_is_made_and_needed() -> None:
    alur = prosedur(
        {},
        langkah(perlu=("Disposisi", "ATK"), hasil=("Draf  laporan",)),
        langkah(perlu=("draf laporan;", "draf laporan"), hasil=("Laporan",)),
    )
    lain = prosedur({}, langkah(perlu=("DRAF LAPORAN.", "-", " ")))
    handbook = buku(Sop("contoh/b", "B", (alur,)), Sop("contoh/a", "A", (lain,)))
    satu, dua = Tempat("contoh/b", 0, 0), Tempat("contoh/b", 0, 1)
    assert daftar_dokumen(handbook) == (
        Dokumen("contoh", "ATK", "atk", (), (satu,)),
        Dokumen("contoh", "Disposisi", "disposisi", (), (satu,)),
        Dokumen("contoh", "draf laporan", "draf-laporan", (satu,), (Tempat("contoh/a", 0, 0), dua)),
        Dokumen("contoh", "Laporan", "laporan", (dua,), ()),
    )


def test_documents_of_the_same_name_in_two_offices_are_two() -> None:
    alur = prosedur({}, langkah(hasil=("Laporan",)))
    handbook = buku(Sop("rekaan/a", "A", (alur,)), Sop("contoh/a", "A", (alur,)))
    assert [(d.instansi, d.slug) for d in daftar_dokumen(handbook)] == [
        ("contoh", "laporan"),
        ("rekaan", "laporan"),
    ]


def test_two_documents_of_the_same_words_have_two_slugs() -> None:
    alur = prosedur({}, langkah(hasil=("Surat/Nota", "Surat Nota")))
    semua = daftar_dokumen(buku(Sop("contoh/a", "A", (alur,))))
    assert [(d.nama, d.slug) for d in semua] == [
        ("Surat Nota", "surat-nota"),
        ("Surat/Nota", "surat-nota-2"),
    ]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Surat permohonan", "surat  PERMOHONAN."),
        ("Surat permohonan", "Surat-permohonan;"),
        ("Surat permohonan", "“Surat permohonan”"),
        ("Berita acara (asli)", "Berita acara asli"),
        ("Data/Dokumen", "data / dokumen,"),
        ("Nota; kuitansi", "Nota, Kuitansi"),
        ("Kartu & map", "Kartu dan map"),
        ("Résumé rapat", "Resume rapat"),
    ],
)
def test_spellings_of_one_document_have_one_key(satu: str, dua: str) -> None:
    assert kunci_dokumen(satu) == kunci_dokumen(dua) != ""


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Surat permohonan", "Permohonan surat"),
        ("Surat dari Kepala", "Surat untuk Kepala"),
        ("Laporan untuk tamu", "Laporan tamu"),
        ("Surat/Nota", "Surat nota"),
        ("Surat, disposisi", "Surat disposisi"),
        ("Formulir 1.2", "Formulir 12"),
        ("Draf laporan", "Laporan"),
    ],
)
def test_names_of_other_words_or_in_another_order_are_two_documents(satu: str, dua: str) -> None:
    assert kunci_dokumen(satu) != kunci_dokumen(dua)


@pytest.mark.parametrize("nama", ["-", "–", " ", "...", "/", ", ;"])
def test_marks_alone_are_no_document(nama: str) -> None:
    assert kunci_dokumen(nama) == ""


def test_an_empty_handbook_has_no_indexes() -> None:
    kosong = buku()
    assert (daftar_peran(kosong), daftar_dokumen(kosong)) == ((), ())

"""SOP-A027: one role that an office writes in several ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.analysis.checks import Konteks, periksa_sop
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Singkatan, Sop, Status
from tests.analysis.checks.kasus import Kasus, ucapkan, uji
from tests.builders import HARI_INI, LAIN, handbook, sop


def dengan(id: str, label: str, kantor: str = "kantor-contoh") -> Sop:
    return sop(id=f"{kantor}/{id}", pelaksana={"staf": label})


def temuan(*semua: Sop, singkatan: tuple[Singkatan, ...] = ()) -> dict[str, list[Temuan]]:
    buku = replace(handbook(*semua), singkatan=singkatan)
    konteks = Konteks(buku, susun_keterkaitan(buku), HARI_INI)
    isi = {s.id: [t for t in periksa_sop(s, konteks) if t.kode == "SOP-A027"] for s in buku.sop}
    return {id.partition("/")[2]: t for id, t in isi.items() if t}


BANYAK = "Kepala Sub Bagian Umum"
KASUS = [
    Kasus("SOP-A027", "another spelling of a role", dengan("a", "Kasubbag Umum"), dengan("a", BANYAK),
          ("prosedur", 0, "pelaksana", "staf"), berbunyi=BANYAK, lain=(dengan("b", BANYAK),)),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_case(kasus: Kasus) -> None:
    uji(kasus)


@pytest.mark.parametrize(
    ("sebutan", "biasa"),
    [
        ("Kasubbag Umum", BANYAK),
        ("KASUBAG. UMUM", BANYAK),
        ("Ka. Subbag Umum", BANYAK),
        ("Kepala Subbagian Umum", BANYAK),
        ("Kasubag TU", "Kepala Sub Bagian Tata Usaha"),
        ("Dinas Kab/Kota", "Dinas Kabupaten/Kota"),
        ("Sekertaris", "Sekretaris"),
        ("Bendahara Pengeluran", "Bendahara Pengeluaran"),
        ("PPK", "Pejabat Pembuat Komitmen"),
    ],
)
def test_another_spelling_of_a_role_is_told_where_it_stands(sebutan: str, biasa: str) -> None:
    singkatan = (Singkatan("PPK", ("Pejabat Pembuat Komitmen",)),)
    ada = temuan(dengan("a", biasa), dengan("b", biasa), dengan("c", sebutan), singkatan=singkatan)
    assert list(ada) == ["c"]
    (satu,) = ada["c"]
    assert satu.jalur == ("prosedur", 0, "pelaksana", "staf")
    ucapan = ucapkan(satu)
    assert f"`{sebutan}` mungkin sama dengan `{biasa}`, yang disebut 2 SOP" in ucapan.pesan
    assert f"tulis `{biasa}`" in ucapan.petunjuk


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("KASUBBAG UMUM", "Kasubbag Umum"),  # one role by its words
        ("Kasubbag Umum", "Kepala Sub Bagian Keuangan"),
        ("Kepala Bagian Umum", "Kepala Sub Bagian Umum"),
        ("Penyelia", "Penyedia"),
        ("Petugas Pengelola", "Petugas Pengelolaan"),
        ("Staf I", "Staf II"),
        ("Kepala Bidang", "Kepala Bidan"),
        ("PPK", "Pejabat Pembuat Komitmen"),  # with two meanings nobody knows which
    ],
)
def test_roles_that_may_differ_are_left_alone(satu: str, lain: str) -> None:
    dua_arti = ("Pejabat Pembuat Komitmen", "Pejabat Penatausahaan Keuangan")
    semua = dengan("a", lain), dengan("b", lain), dengan("c", satu)
    assert not temuan(*semua, singkatan=(Singkatan("PPK", dua_arti),))


def test_each_office_speaks_for_itself_and_what_ended_is_not_asked() -> None:
    assert not temuan(dengan("a", BANYAK), dengan("b", "Kasubbag Umum", LAIN.id))
    lama = replace(dengan("b", "Kasubbag Umum"), status=Status.DICABUT)
    assert not temuan(dengan("a", BANYAK), lama)


def test_nobody_is_asked_for_a_spelling_that_no_dictionary_has() -> None:
    ada = temuan(dengan("a", "Staff Umum"), dengan("b", "Staff Umum"), dengan("c", "Staf Umum"))
    assert list(ada) == ["a", "b"]

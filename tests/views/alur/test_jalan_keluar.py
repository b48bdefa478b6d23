"""Where the flow goes from a row and who acts in it, in the words beside the table."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.views.alur.jalan_keluar import keluar_baris, urutan_giliran
from buku_sop.views.sop.tabel import pelepas
from tests.mermaid.source import read_sop

RAPAT = """
nama: Rapat
pelaksana: {{ketua: Ketua, staf: Staf, bidang: Bidang}}
langkah:
  - kegiatan: Membuka rapat
    pelaksana: ketua
  - kegiatan: Membahas usul
    pelaksana: {{bersama: [{anggota}]}}
    {ke}
  - {{id: catat, kegiatan: Mencatat, pelaksana: ketua}}
  - {{id: lapor, kegiatan: Melaporkan, pelaksana: [bidang, bidang, ketua]}}
"""


def keluar(anggota: str, ke: str = "") -> list[tuple[int, list[list[str]]]]:
    prosedur = read_sop(RAPAT.format(anggota=anggota, ke=ke)).prosedur[0]
    hasil = keluar_baris(prosedur, susun_alur(prosedur), 1, str)
    return [
        (lane, [[k.tujuan, *(tujuan for tujuan, _ in k.lain)] for k in jalan])
        for lane, jalan in hasil
    ]


def test_a_joint_step_says_all_that_it_leads_to_whoever_of_them_the_arrows_leave() -> None:
    assert keluar("ketua, staf, bidang", "ke: [catat, lapor]") == [(0, [["3", "4"]])]
    assert keluar("ketua, staf, bidang", "ke: catat") == []


def test_ways_that_members_have_of_their_own_stay_theirs() -> None:
    sendiri = "{pelaksana: ketua, ke: catat}, staf, {pelaksana: bidang, ke: lapor}"
    assert keluar(sendiri) == [(2, [["4"]])]


def test_who_acts_twice_in_turn_is_named_once() -> None:
    prosedur = read_sop(RAPAT.format(anggota="ketua, staf", ke="")).prosedur[0]
    assert urutan_giliran(prosedur, susun_alur(prosedur), 3) == "Bidang → Ketua"


def test_a_way_to_several_performers_of_a_step_names_them() -> None:
    sop = read_sop("""
nama: Rapat
pelaksana: {ketua: Ketua, staf: Staf, bidang: Bidang}
langkah:
  - {kegiatan: Membuka rapat, pelaksana: ketua, ke: [bahas/staf, bahas/bidang]}
  - id: bahas
    kegiatan: Membahas usul
    pelaksana: [{pelaksana: staf, ke: catat}, {pelaksana: bidang, ke: catat}]
  - {id: catat, kegiatan: Mencatat, pelaksana: [ketua, staf]}
  - {kegiatan: Melaporkan, pelaksana: ketua, ke: catat/staf}
""")
    prosedur = sop.prosedur[0]
    hasil = [keluar_baris(prosedur, susun_alur(prosedur), i, str) for i in (0, 3)]
    assert [[k.tujuan for _, jalan in satu for k in jalan] for satu in hasil] == [
        ["2 (Staf dan Bidang)"],
        ["3 (Staf)"],
    ]


def test_choices_without_a_label_are_told_apart_and_a_box_that_leads_to_two_is_no_choice() -> None:
    cabang = "cabang: [{ke: catat}, {ke: lapor}]"
    assert keluar("ketua, staf", cabang) == [(1, [["3"], ["4"]])]
    prosedur = read_sop(RAPAT.format(anggota="ketua, staf", ke=cabang)).prosedur[0]
    satu = keluar_baris(prosedur, susun_alur(prosedur), 1, str)
    assert {k.label for _, jalan in satu for k in jalan} == {"(tanpa label)"}
    assert keluar("ketua, staf", f"{cabang}\n    simbol: kotak") == [(0, [["3", "4"]])]


HIBAH = """
nama: Hibah
pelaksana: {satker: Satker, pengelola: Pengelola, pusat: Pusat}
langkah:
  - kegiatan: Mengajukan
    pelaksana: satker
    cabang: [{label: A, ke: proses/pengelola}, {label: B, ke: proses/pusat}]
  - id: proses
    kegiatan: Memproses
    pelaksana: [{pelaksana: pengelola, ke: lanjut}, {pelaksana: pusat, ke: naskah}]
  - {kegiatan: Meminta naskah, pelaksana: satker}
  - {id: naskah, kegiatan: Membuat naskah, pelaksana: [pusat, satker]}
"""


def test_ways_to_different_performers_of_one_step_name_each() -> None:
    prosedur = read_sop(HIBAH).prosedur[0]
    ((_, jalan),) = keluar_baris(prosedur, susun_alur(prosedur), 0, str)
    assert [(k.label, k.tujuan) for k in jalan] == [("A", "2 (Pengelola)"), ("B", "2 (Pusat)")]


def test_a_row_is_left_by_each_who_goes_on_elsewhere() -> None:
    alur = susun_alur(read_sop(HIBAH).prosedur[0])
    assert [len(pelepas(alur, i)) for i in range(4)] == [1, 2, 1, 0]

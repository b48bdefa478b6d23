"""Where the flow goes from a row and who acts in it, in the words beside the table."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.views.alur.jalan_keluar import keluar_baris, urutan_giliran
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

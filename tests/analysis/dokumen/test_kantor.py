"""What is kept of an office's SOPs from one state of the handbook to the next is what would be worked out anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from buku_sop.analysis.dokumen.indeks import daftar_dokumen, daftar_peran
from buku_sop.analysis.dokumen.sebutan_peran import sebutan_lain
from buku_sop.model import Handbook, Singkatan
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop

DUA = {"staf": "Staf", "kasubag": "Kasubag Umum"}


def _buku() -> Handbook:
    kepala = {"kasubag": "Kepala Subbagian Umum"}
    return handbook(
        sop(langkah("Mencatat", output="Surat Tugas"), id=f"{INSTANSI.id}/satu", pelaksana=DUA),
        sop(langkah("Memeriksa", oleh="kasubag", kelengkapan="Surat tugas"), id=f"{INSTANSI.id}/dua", pelaksana=kepala),
        sop(langkah("Memberi tahu", waktu="1 minggu"), id=f"{INSTANSI.id}/tiga", pelaksana={"staf": "Staf", "ppk": "PPK", "pejabat": "Pejabat Pembuat Komitmen"}),
        sop(langkah("Menyimpan", output="Arsip"), id=f"{LAIN.id}/empat", pelaksana=DUA),
    )  # fmt: skip


def _lain_langkah(buku: Handbook) -> Handbook:
    lain = sop(langkah("Mengarsipkan", output="Nota"), id=f"{INSTANSI.id}/satu", pelaksana=DUA)
    return replace(buku, sop=tuple(lain if s.id == lain.id else s for s in buku.sop))


def _tanpa_satu(buku: Handbook) -> Handbook:
    return replace(buku, sop=buku.sop[:-1])


def _lain_singkatan(buku: Handbook) -> Handbook:
    return replace(buku, singkatan=(Singkatan("PPK", ("Pejabat Pembuat Komitmen",)),))


@pytest.mark.parametrize("ubah", [_lain_langkah, _tanpa_satu, _lain_singkatan])
def test_after_an_edit_all_is_as_of_a_handbook_that_was_never_seen(
    ubah: Callable[[Handbook], Handbook],
) -> None:
    buku = _buku()
    sebelum = [cari(buku) for cari in (daftar_peran, daftar_dokumen, sebutan_lain)]
    sesudah = ubah(buku)
    segar = replace(sesudah, sop=tuple(replace(s) for s in sesudah.sop))
    baru = [cari(sesudah) for cari in (daftar_peran, daftar_dokumen, sebutan_lain)]
    assert baru == [cari(segar) for cari in (daftar_peran, daftar_dokumen, sebutan_lain)]
    assert baru != sebelum


def test_an_office_whose_sops_are_the_same_is_not_worked_out_again() -> None:
    buku = _buku()
    sebelum = {d.instansi: d for d in daftar_dokumen(buku)}
    sesudah = {d.instansi: d for d in daftar_dokumen(_lain_langkah(buku))}
    assert sesudah[LAIN.id] is sebelum[LAIN.id]
    assert sesudah[INSTANSI.id] is not sebelum[INSTANSI.id]

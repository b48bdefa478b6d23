"""The page of codes shows every code once, in its family, with examples that read as they were written."""

from __future__ import annotations

import unicodedata

import pytest

from buku_sop.diagnostics import KODE
from buku_sop.diagnostics.contoh import CONTOH, Sisi
from buku_sop.diagnostics.contoh.susunan import Berkas, baca_sisi
from buku_sop.diagnostics.keluarga import KELUARGA
from buku_sop.views.mutu.kode import BerkasContoh, KodeTampil, susun_kode

SEMUA = {k.entri.kode: k for keluarga in susun_kode() for k in keluarga.kode}


def tertulis(berkas: BerkasContoh) -> list[str]:
    return ["".join(p.teks for p in baris.potongan) for baris in berkas.baris]


def sisi(kode: str) -> list[tuple[tuple[BerkasContoh, ...], Sisi]]:
    tampil, contoh = SEMUA[kode], CONTOH[kode]
    return [
        (tampil.semula, contoh.semula),
        (tampil.salah, contoh.salah),
        (tampil.benar, contoh.benar),
    ]


def test_every_code_stands_once_below_its_family_in_the_order_of_the_table() -> None:
    assert list(SEMUA) == list(KODE)
    assert [k.keluarga for k in susun_kode()] == list(KELUARGA)
    assert all(k.kode for k in susun_kode())


def test_anchors_are_those_that_links_lead_to_and_each_is_its_own() -> None:
    jangkar = [k.jangkar for k in susun_kode()] + [k.jangkar for k in SEMUA.values()]
    assert SEMUA["SOP-A001"].jangkar == "sop-a001"
    assert len(set(jangkar)) == len(jangkar)


@pytest.mark.parametrize("kode", CONTOH)
def test_an_example_reads_as_it_was_written(kode: str) -> None:
    for tampil, contoh in sisi(kode):
        for satu, berkas in zip(tampil, contoh, strict=True):
            tampak = [b.replace("\t", "TAB") for b in berkas.baris]
            tampak = [
                "".join(unicodedata.name(c) if not c.isprintable() else c for c in b)
                for b in tampak
            ]
            assert tertulis(satu) == tampak
            assert [b.salah for b in satu.baris] == [
                n == berkas.tanda for n in range(1, len(berkas.baris) + 1)
            ]


@pytest.mark.parametrize("kode", CONTOH)
def test_something_wrong_is_marked_and_nothing_right_is(kode: str) -> None:
    def ditandai(berkas: tuple[BerkasContoh, ...]) -> int:
        return sum(b.salah + sum(x.salah for x in b.baris) for b in berkas)

    tampil: KodeTampil = SEMUA[kode]
    assert ditandai(tampil.salah) > 0
    assert ditandai(tampil.benar) == ditandai(tampil.semula) == 0
    assert tampil.pesan


def test_the_search_reads_what_every_message_of_a_code_says() -> None:
    assert SEMUA["SOP-M004"].pesan_umum == "Output … tidak menjadi kelengkapan langkah berikutnya."


def test_files_are_named_where_a_reader_could_not_know_them() -> None:
    assert [b.nama for b in SEMUA["SOP-A001"].salah] == [""]
    assert [b.nama for b in SEMUA["SOP-B003"].benar] == [
        "sop_data/kantor-contoh/instansi.yml",
        "sop_data/kantor-contoh/surat-masuk.yml",
    ]
    assert SEMUA["SOP-R006"].salah[0].keadaan == "dihapus"


def test_marks_and_names_of_files_are_read_from_the_text() -> None:
    assert baca_sisi("a: 1\nb: 2 ◄\n== kantor-contoh/ ◄\n== x.yml\nc: 3\n") == (
        Berkas("kantor-contoh/surat-masuk.yml", ("a: 1", "b: 2"), 2),
        Berkas("kantor-contoh/", (), 0),
        Berkas("x.yml", ("c: 3",)),
    )

"""Handovers: from made-up flows, each with what it shows, and from a real SOP."""

from __future__ import annotations

import pytest

from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.dokumen.serah_terima import (
    Mitra,
    Serah,
    SerahTerima,
    Ujung,
    per_peran,
    susun_serah_terima,
)
from buku_sop.handbook import open_handbook
from buku_sop.model import Langkah, Prosedur, Simbol, Sop
from tests.builders import SOP_ID, giliran, langkah, prosedur, sop
from tests.paths import SOP_DATA

LANES = {"staf": "Staf", "kepala": "Kepala", "arsip": "Arsiparis"}


def buat(*steps: Langkah) -> Sop:
    return sop(tabel=(prosedur(*steps, pelaksana=LANES),))


def tempat(nomor: int, p: int = 0, id: str = SOP_ID) -> TempatLangkah:
    """Name a step by the number that readers see."""
    return TempatLangkah(id, p, nomor - 1)


def arah(hasil: SerahTerima) -> list[tuple[int, int, str, str]]:
    return [(s.dari.langkah + 1, s.ke.langkah + 1, s.pemberi, s.penerima) for s in hasil.serah]


def ujung(semua: tuple[Ujung, ...]) -> list[tuple[int, str]]:
    return [(u.tempat.langkah + 1, u.peran) for u in semua]


def test_work_passes_where_the_role_changes_and_only_there() -> None:
    hasil = susun_serah_terima(
        buat(
            langkah("Mencatat", output="Catatan", kelengkapan="Buku"),
            langkah("Menyalin", kelengkapan="catatan.", output=("Salinan", "Tanda terima")),
            langkah("Membaca", oleh="kepala", kelengkapan=("SALINAN;", "Map")),
        )
    )
    assert hasil.serah == (Serah(tempat(2), tempat(3), "staf", "kepala", bawaan=("Salinan",)),)
    assert ujung(hasil.mulai) == [(1, "staf")]
    assert ujung(hasil.akhir) == [(3, "kepala")]


def test_what_nobody_is_said_to_need_comes_along_going_forward() -> None:
    (serah,) = susun_serah_terima(
        buat(
            langkah(output=("Draf", "draf", "-"), kelengkapan="Buku"),
            langkah(oleh="kepala", kelengkapan="Berkas"),
        )
    ).serah
    assert serah.bawaan == ("Draf",)


def test_a_return_brings_back_what_both_steps_name() -> None:
    hasil = susun_serah_terima(
        buat(
            langkah("Menyusun", id="susun", kelengkapan="Data", output="Draf"),
            langkah(
                "Memeriksa",
                giliran("kepala", cabang={"Setuju": "lanjut", "Tolak": "susun"}),
                kelengkapan="draf",
                output="Laporan",
            ),
            langkah("Menyimpan", oleh="arsip", kelengkapan="Laporan"),
        )
    )
    assert [(s.label, s.balik, s.bawaan) for s in hasil.serah] == [
        ("", False, ("Draf",)),
        ("Tolak", True, ("draf",)),
        ("Setuju", False, ("Laporan",)),
    ]


def test_turns_of_one_step_hand_on_inside_it_with_nothing_made_yet() -> None:
    hasil = susun_serah_terima(
        buat(langkah("Memaraf", giliran("staf"), giliran("kepala"), output="Surat"))
    )
    assert hasil.serah == (Serah(tempat(1), tempat(1), "staf", "kepala"),)
    assert ujung(hasil.mulai) == [(1, "staf")]
    assert ujung(hasil.akhir) == [(1, "kepala")]


def test_those_who_act_jointly_all_give_and_all_take() -> None:
    hasil = susun_serah_terima(
        buat(
            langkah("Merapatkan", giliran("staf", "kepala")),
            langkah("Menyimpan", oleh="arsip"),
            langkah("Memusnahkan", giliran("kepala", "arsip")),
        )
    )
    assert arah(hasil) == [
        (1, 2, "staf", "arsiparis"),
        (1, 2, "kepala", "arsiparis"),
        (2, 3, "arsiparis", "kepala"),
    ]
    assert ujung(hasil.mulai) == [(1, "staf"), (1, "kepala")]
    assert ujung(hasil.akhir) == [(3, "kepala"), (3, "arsiparis")]


def test_a_branch_to_the_end_ends_with_who_decides() -> None:
    hasil = susun_serah_terima(
        buat(
            langkah(oleh="kepala", cabang={"Ya": "lanjut", "Tidak": "selesai"}),
            langkah(oleh="staf"),
        )
    )
    assert ujung(hasil.akhir) == [(1, "kepala"), (2, "staf")]
    assert arah(hasil) == [(1, 2, "kepala", "staf")]


def test_a_capsule_that_nothing_leads_to_starts_as_well() -> None:
    hasil = susun_serah_terima(
        buat(
            langkah(ke="akhir"),
            langkah(oleh="arsip", simbol=Simbol.KAPSUL),
            langkah(oleh="kepala", id="akhir"),
        )
    )
    assert ujung(hasil.mulai) == [(1, "staf"), (2, "arsiparis")]


def test_a_first_step_that_is_returned_to_is_still_the_start() -> None:
    hasil = susun_serah_terima(
        buat(langkah(id="awal"), langkah(oleh="kepala", cabang={"Ulang": "awal", "Ya": "lanjut"}))
    )
    assert ujung(hasil.mulai) == [(1, "staf")]


def test_an_arrow_that_leads_nowhere_is_no_end() -> None:
    hasil = susun_serah_terima(buat(langkah(ke="tiada"), langkah(oleh="kepala")))
    assert ujung(hasil.akhir) == [(2, "kepala")]


def test_two_lanes_of_one_role_hand_nothing_to_each_other() -> None:
    lanes = {"a": "Tim/ SAKIP", "b": "TIM SAKIP"}
    tabel = prosedur(langkah(oleh="a"), langkah(oleh="b"), pelaksana=lanes)
    assert susun_serah_terima(sop(tabel=(tabel,))).serah == ()


def test_procedures_stand_by_themselves() -> None:
    def tabel(*oleh: str) -> Prosedur:
        return prosedur(*(langkah(oleh=satu) for satu in oleh), pelaksana=LANES)

    hasil = susun_serah_terima(sop(tabel=(tabel("staf"), tabel("kepala", "arsip"))))
    assert [(s.dari, s.ke) for s in hasil.serah] == [(tempat(1, 1), tempat(2, 1))]
    assert hasil.mulai == (Ujung(tempat(1), "staf"), Ujung(tempat(1, 1), "kepala"))


def test_roles_gather_their_partners_across_sops_the_most_frequent_first() -> None:
    satu = buat(
        langkah(id="a"),
        langkah(oleh="kepala", cabang={"Ya": "lanjut", "Tidak": "a"}),
        langkah(oleh="arsip"),
    )
    dua = sop(langkah(), langkah(oleh="kepala"), pelaksana=LANES, id="kantor-contoh/lain")
    milik = per_peran(map(susun_serah_terima, (satu, dua)))
    staf = milik["staf"]
    (menyerahkan,) = staf.menyerahkan
    assert (menyerahkan.peran, menyerahkan.maju, menyerahkan.kembali) == ("kepala", 2, 0)
    assert [s.dari.sop for s in menyerahkan.serah] == [satu.id, dua.id]
    (menerima,) = staf.menerima
    assert (menerima.peran, menerima.maju, menerima.kembali) == ("kepala", 0, 1)
    assert staf.memulai == [tempat(1), tempat(1, id=dua.id)]
    assert staf.mengakhiri == []
    assert [m.peran for m in milik["kepala"].menyerahkan] == ["arsiparis", "staf"]
    assert milik["kepala"].mengakhiri == [tempat(2, id=dua.id)]
    assert [m.peran for m in milik["kepala"].menerima] == ["staf"]


def test_partners_with_as_many_handovers_are_sorted_by_name() -> None:
    (satu,) = [buat(langkah(oleh="staf"), langkah(oleh="kepala"), langkah(oleh="arsip", id="x"),
                    langkah(oleh="kepala"))]  # fmt: skip
    kepala = per_peran([susun_serah_terima(satu)])["kepala"]
    assert [m.peran for m in kepala.menerima] == ["arsiparis", "staf"]


def test_the_secretary_of_selayar() -> None:
    """Step 8 decides: the report goes on with the secretary, or its draft back to the team."""
    buku = open_handbook(SOP_DATA).handbook
    sop = buku.cari_sop("selayar/pengukuran-kinerja")
    assert sop is not None
    sekretaris = per_peran([susun_serah_terima(sop)])["sekretaris"]

    def ringkas(mitra: list[Mitra]) -> list[tuple[str, list[tuple[object, ...]]]]:
        return [
            (m.peran, [(s.dari.langkah + 1, s.ke.langkah + 1, s.balik, *s.bawaan) for s in m.serah])
            for m in mitra
        ]

    draf = "Draft laporan hasil pengukuran kinerja"
    assert ringkas(sekretaris.menerima) == [
        ("kepala skpd", [(1, 2, False, "Nota Dinas")]),
        ("tim penyusun lakip", [(7, 8, False, draf)]),
    ]
    assert ringkas(sekretaris.menyerahkan) == [
        ("tim penyusun lakip", [(2, 3, False, "Notulen Rapat"), (8, 7, True, draf)]),
        ("staf", [(9, 10, False, "Disposisi Kepala Dinas")]),
    ]
    assert (sekretaris.memulai, sekretaris.mengakhiri) == ([], [])


@pytest.mark.parametrize("oleh", [None, "tiada"])
def test_steps_that_nobody_of_the_table_performs_hand_nothing_on(oleh: str | None) -> None:
    hasil = susun_serah_terima(buat(langkah(), langkah(oleh=oleh), langkah(oleh="kepala")))
    assert arah(hasil) == [(1, 3, "staf", "kepala")]

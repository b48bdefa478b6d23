"""What changed in a procedure is told as people would tell it: one change is one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from buku_sop.analysis.beda import (
    AlasanDampak,
    Beda,
    BedaDaftar,
    BedaKonfirmasi,
    BedaPelaksana,
    BedaProsedur,
    BedaSop,
    BedaTautan,
    Dampak,
    Jenis,
    NasibKonfirmasi,
    NasibTautan,
    bandingkan,
)
from buku_sop.model import JamKerja, Langkah, Pejabat, Singkatan, Sop
from tests.builders import INSTANSI, LAIN, SOP_ID, handbook, langkah, prosedur, sop

CATAT = langkah("Mencatat tamu di buku tamu", output="Catatan tamu")
PERIKSA = langkah(
    "Memeriksa keperluan tamu", oleh="kepala", id="periksa", waktu="120 menit",
    cabang={"Ya": "lanjut", "Tidak": "selesai"}, output="Disposisi",
)  # fmt: skip
TEMUI = langkah("Menemui tamu di ruang tamu", oleh="kepala", waktu="1 jam", output="Kesepakatan")
ANTAR = langkah("Mengantar tamu sampai ke pintu", output="Tamu pulang", kelengkapan="Kartu tamu")
SEMUA = (CATAT, PERIKSA, TEMUI, ANTAR)
BARU = langkah("Menanyakan nomor antrean", output="Nomor antrean", kelengkapan="Mesin antrean")


def beda(sebelum: Sop | None, sesudah: Sop | None, *lain: Sop) -> Beda:
    return bandingkan(
        handbook(*([sebelum] if sebelum else []), *lain),
        handbook(*([sesudah] if sesudah else []), *lain),
    )


def beda_sop(sebelum: Sop, sesudah: Sop, *lain: Sop) -> BedaSop:
    (satu,) = [x for x in beda(sebelum, sesudah, *lain).sop if x.id == sesudah.id]
    return satu


def beda_langkah(sebelum: tuple[Langkah, ...], sesudah: tuple[Langkah, ...]) -> BedaProsedur:
    """Compare two lists of steps, and keep the only table."""
    lanes = {"staf": "Staf", "kepala": "Kepala Kantor"}
    return beda_sop(sop(*sebelum, pelaksana=lanes), sop(*sesudah, pelaksana=lanes)).prosedur[0]


def ringkas(satu: BedaProsedur) -> list[str]:
    """Write what changed in a short form: "baru -> 1", "diubah 2 -> 2 waktu", "pindah sama 1 -> 4"."""
    return [
        " ".join(
            filter(
                None,
                (
                    "pindah" if x.dipindah else "",
                    x.jenis.value,
                    "+".join(str(i + 1) for i in x.sebelum),
                    "->",
                    "+".join(str(j + 1) for j in x.sesudah),
                    *x.bidang,
                ),
            )
        )
        for x in satu.langkah
        if x.berubah
    ]


def ubah(asal: Langkah, **isian: object) -> Langkah:
    return replace(asal, **isian)  # type: ignore[arg-type]


CASES: dict[str, tuple[tuple[Langkah, ...], tuple[Langkah, ...], list[str]]] = {
    "a step inserted at the top": (SEMUA, (BARU, *SEMUA), ["baru -> 1"]),
    "a step inserted in the middle": (SEMUA, (CATAT, PERIKSA, BARU, TEMUI, ANTAR), ["baru -> 3"]),
    "a step removed": (SEMUA, (CATAT, PERIKSA, ANTAR), ["dihapus 3 ->"]),
    "the first step moved to the end": (
        SEMUA,
        (PERIKSA, TEMUI, ANTAR, CATAT),
        ["pindah sama 1 -> 4"],
    ),
    "a typing mistake mended": (
        SEMUA,
        (ubah(CATAT, kegiatan="Mencatat tamu di buku tamu harian"), *SEMUA[1:]),
        ["diubah 1 -> 1 kegiatan"],
    ),
    "a step in other words, with the same output by the same role": (
        SEMUA,
        (ubah(CATAT, kegiatan="Menulis nama pengunjung"), *SEMUA[1:]),
        ["diubah 1 -> 1 kegiatan"],
    ),
    "a step with an id in quite other words": (
        SEMUA,
        (CATAT, ubah(PERIKSA, kegiatan="Menimbang apakah perlu dilayani", output=()), TEMUI, ANTAR),
        ["diubah 2 -> 2 kegiatan output"],
    ),
    "a step replaced by something else": (
        SEMUA,
        (CATAT, PERIKSA, langkah("Mengunggah arsip", oleh="staf", kelengkapan="X"), ANTAR),
        ["dihapus 3 ->", "baru -> 3"],
    ),
    "a time": (
        SEMUA,
        (CATAT, ubah(PERIKSA, waktu=langkah(waktu="90 menit").waktu), TEMUI, ANTAR),
        ["diubah 2 -> 2 waktu"],
    ),
    "a role": (SEMUA, (ubah(CATAT, giliran=TEMUI.giliran), *SEMUA[1:]), ["diubah 1 -> 1 pelaksana"]),
    "input, output and remark": (
        SEMUA,
        (*SEMUA[:3], ubah(ANTAR, kelengkapan=("A",), output=("B",), keterangan=("C",))),
        ["diubah 4 -> 4 kelengkapan output keterangan"],
    ),
    "an inserted step does not change the branches that skip it": (
        (ubah(CATAT, ke=langkah(ke="periksa").ke), *SEMUA[1:]),
        (BARU, ubah(CATAT, ke=langkah(ke="periksa").ke), *SEMUA[1:]),
        ["baru -> 1"],
    ),
    "another target of a branch": (
        SEMUA,
        (
            CATAT,
            langkah(
                PERIKSA.kegiatan, oleh="kepala", id="periksa", waktu="120 menit", output="Disposisi",
                cabang={"Ya": "lanjut", "Tidak": "periksa"},
            ),
            TEMUI,
            ANTAR,
        ),
        ["diubah 2 -> 2 cabang"],
    ),
    "another label of a branch": (
        SEMUA,
        (
            CATAT,
            langkah(
                PERIKSA.kegiatan, oleh="kepala", id="periksa", waktu="120 menit", output="Disposisi",
                cabang={"Ya": "lanjut", "Ditolak": "selesai"},
            ),
            TEMUI,
            ANTAR,
        ),
        ["diubah 2 -> 2 cabang"],
    ),
    "an id that was renamed with all that points at it is no change": (
        (CATAT, PERIKSA, ubah(TEMUI, ke=langkah(ke="periksa").ke), ANTAR),
        (CATAT, ubah(PERIKSA, id="telaah"), ubah(TEMUI, ke=langkah(ke="telaah").ke), ANTAR),
        [],
    ),
    "naming the next step instead of going on is no change": (
        SEMUA,
        (ubah(CATAT, ke=langkah(ke="periksa").ke), *SEMUA[1:]),
        [],
    ),
    "ending where the last row would end anyway is no change": (
        (CATAT, langkah("Memutuskan", cabang={"Ya": "lanjut", "Tidak": "periksa"}, id="periksa")),
        (CATAT, langkah("Memutuskan", cabang={"Ya": "selesai", "Tidak": "periksa"}, id="periksa")),
        [],
    ),
    "numbers of the document that only moved on are no change": (
        (ubah(CATAT, nomor="4"), TEMUI, ubah(ANTAR, nomor="6")),
        (ubah(BARU, nomor="4"), ubah(CATAT, nomor="5"), TEMUI, ubah(ANTAR, nomor="7")),
        ["baru -> 1"],
    ),
    "a number of the document that changed otherwise is told": (
        (CATAT, ubah(TEMUI, nomor="2"), ubah(ANTAR, nomor="9" * 5000)),
        (CATAT, ubah(TEMUI, nomor="1a"), ubah(ANTAR, nomor="3")),
        ["diubah 2 -> 2 nomor", "diubah 3 -> 3 nomor"],
    ),
    "a mark of confirmation is no change of the procedure": (
        (langkah("Mencatat", konfirmasi={"waktu": "x"}), TEMUI),
        (langkah("Mencatat"), TEMUI),
        [],
    ),
    "a step split in two": (
        (langkah("Menyusun laporan kinerja dan menyerahkan laporan kepada kepala"), ANTAR),
        (
            langkah("Menyusun laporan kinerja"),
            langkah("Menyerahkan laporan kepada kepala", waktu="3 menit"),
            ANTAR,
        ),
        ["dipecah 1 -> 1+2"],
    ),
    "two steps joined": (
        (langkah("Menyusun laporan kinerja"), langkah("Menyerahkan laporan kepada kepala"), ANTAR),
        (langkah("Menyusun laporan kinerja dan menyerahkan laporan kepada kepala"), ANTAR),
        ["digabung 1+2 -> 1"],
    ),
    "a twin beside a step is an addition": (
        (CATAT, CATAT, TEMUI),
        (BARU, CATAT, CATAT, TEMUI),
        ["baru -> 1"],
    ),
    "equal steps by different roles keep their order": (
        (CATAT, ubah(CATAT, giliran=TEMUI.giliran), TEMUI),
        (ubah(CATAT, giliran=TEMUI.giliran), TEMUI),
        ["dihapus 1 ->"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", CASES)
def test_a_change_of_steps_is_told_as_it_is(nama: str) -> None:
    sebelum, sesudah, harap = CASES[nama]
    lanes = {"staf": "Staf", "kepala": "Kepala Kantor"}
    semua = beda(sop(*sebelum, pelaksana=lanes), sop(*sesudah, pelaksana=lanes)).sop
    assert [x for s in semua for p in s.prosedur for x in ringkas(p)] == harap


def test_thirty_steps_and_one_at_the_top_are_one_change() -> None:
    lama = tuple(langkah(f"Melaksanakan pekerjaan nomor {i}") for i in range(30))
    assert ringkas(beda_langkah(lama, (BARU, *lama))) == ["baru -> 1"]


def test_a_time_is_told_with_its_difference_and_percent() -> None:
    sesudah = (CATAT, ubah(PERIKSA, waktu=langkah(waktu="90 menit").waktu), TEMUI, ANTAR)
    satu = beda_langkah(SEMUA, sesudah)
    waktu = satu.langkah[1].waktu
    assert waktu
    assert [waktu.sebelum, waktu.sesudah, waktu.selisih, waktu.persen] == [120, 90, -30, -25]


@pytest.mark.parametrize("teks", ["sesuai kebutuhan", "", "kapan-kapan"])
def test_a_time_that_is_no_number_has_no_difference(teks: str) -> None:
    satu = beda_langkah((CATAT, TEMUI), (CATAT, ubah(TEMUI, waktu=langkah(waktu=teks).waktu)))
    assert satu.langkah[1].bidang == ("waktu",)
    assert satu.langkah[1].waktu is None


def test_from_nothing_there_is_no_percentage() -> None:
    satu = beda_langkah((langkah(waktu="0 menit"),), (langkah(waktu="5 menit"),)).langkah[0]
    assert satu.waktu
    assert satu.waktu.selisih == 5
    assert satu.waktu.persen is None


def test_totals_are_told_in_all_and_for_each_role() -> None:
    sesudah = (CATAT, ubah(PERIKSA, waktu=langkah(waktu="90 menit").waktu), TEMUI, ANTAR)
    satu = beda_sop(sop(*SEMUA), sop(*sesudah))
    assert satu.total.waktu
    assert [satu.total.waktu.sebelum, satu.total.waktu.sesudah] == [190, 160]
    per_peran = {p.sesudah: p.total.waktu and p.total.waktu.selisih for p in satu.peran}
    assert per_peran == {"Staf": None, "Kepala Kantor": -30}


def test_a_day_is_as_long_as_the_office_works() -> None:
    kantor = replace(INSTANSI, jam_kerja=JamKerja(Fraction(6)))
    lama = handbook(sop(langkah(waktu="7 hari kalender")), instansi=(kantor,))
    baru = handbook(sop(langkah(waktu="14 hari kalender")), instansi=(kantor,))
    (satu,) = bandingkan(lama, baru).sop
    assert satu.total.waktu
    assert satu.total.waktu.selisih == 5 * 6 * 60


def test_a_renamed_role_is_one_change_and_no_change_of_its_steps() -> None:
    satu = beda_sop(
        sop(*SEMUA, pelaksana={"staf": "Staf", "kepala": "Kepala Kantor"}),
        sop(*SEMUA, pelaksana={"staf": "Petugas Layanan", "kepala": "Kepala Kantor"}),
    )
    assert satu.prosedur[0].pelaksana == (BedaPelaksana("Staf", "Petugas Layanan"),)
    assert ringkas(satu.prosedur[0]) == []
    assert [(p.sebelum, p.sesudah) for p in satu.peran] == [
        ("Staf", "Petugas Layanan"),
        ("Kepala Kantor", "Kepala Kantor"),
    ]


def test_a_role_under_another_id_is_no_change() -> None:
    lain = tuple(
        ubah(x, giliran=tuple(replace(g, pelaksana=("petugas",)) for g in x.giliran))
        for x in (CATAT, ANTAR)
    )
    hasil = beda(
        sop(CATAT, ANTAR, pelaksana={"staf": "Staf"}), sop(*lain, pelaksana={"petugas": "STAF"})
    )
    assert [(p.pelaksana, ringkas(p)) for s in hasil.sop for p in s.prosedur] == [
        ((BedaPelaksana("Staf", "STAF"),), [])
    ]


def test_lanes_in_another_order_are_noticed() -> None:
    satu = beda_sop(
        sop(*SEMUA, pelaksana={"staf": "Staf", "kepala": "Kepala"}),
        sop(*SEMUA, pelaksana={"kepala": "Kepala", "staf": "Staf"}),
    )
    assert satu.prosedur[0].urutan_pelaksana
    assert satu.prosedur[0].pelaksana == ()


def test_a_table_that_is_added_between_others_is_one_change() -> None:
    satu, dua = prosedur(CATAT, TEMUI), prosedur(PERIKSA, ANTAR)
    baru = prosedur(BARU)
    hasil = beda_sop(sop(tabel=(satu, dua)), sop(tabel=(satu, baru, dua)))
    assert [(p.sebelum, p.sesudah, p.berubah) for p in hasil.prosedur] == [
        (0, 0, False),
        (None, 1, True),
        (1, 2, False),
    ]


FIELDS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = {
    "number": ({"nomor": "1"}, {"nomor": "2"}, ("nomor",)),
    "date that was empty": ({}, {"tanggal_revisi": date(2026, 3, 1)}, ("tanggal_revisi",)),
    "official": (
        {},
        {"disahkan_oleh": (Pejabat("Kepala Kantor Contoh", "Nama Lain"),)},
        ("disahkan_oleh.nama",),
    ),
    "no official any more": ({}, {"disahkan_oleh": ()}, ("disahkan_oleh.jabatan", "disahkan_oleh.nama")),
    "label": ({}, {"istilah": {"kegiatan": "Uraian"}}, ("istilah.kegiatan",)),
}  # fmt: skip


@pytest.mark.parametrize("nama", FIELDS)
def test_a_field_of_the_identity_is_named(nama: str) -> None:
    sebelum, sesudah, harap = FIELDS[nama]
    satu = beda_sop(sop(*SEMUA, **sebelum), sop(*SEMUA, **sesudah))
    assert satu.isian == harap
    assert not satu.prosedur_berubah


def test_a_legal_basis_is_added_dropped_or_reworded() -> None:
    lama = ("Peraturan Contoh Nomor 1 Tahun 2012 tentang Tata Naskah", "Keputusan Rekaan Nomor 7")
    baru = ("Peraturan Contoh Nomor 1 Tahun 2012 tentang Tata Naskah.", "Surat Edaran Khayalan 3")
    satu = beda_sop(sop(*SEMUA, dasar_hukum=lama), sop(*SEMUA, dasar_hukum=baru))
    assert satu.daftar == (BedaDaftar("dasar_hukum", lama[1:], baru[1:], ((lama[0], baru[0]),)),)
    balik = beda_sop(sop(*SEMUA, dasar_hukum=lama), sop(*SEMUA, dasar_hukum=lama[::-1]))
    assert [d.urutan for d in balik.daftar] == [True]


ARSIP = sop(
    CATAT, id="kantor-contoh/arsip", nama="Pengarsipan", nomor="A", keterkaitan=("SOP Pelayanan",)
)
LAYAN = sop(*SEMUA, nama="Pelayanan", keterkaitan=("SOP Pengarsipan",))


def test_a_reference_breaks_when_its_goal_is_removed() -> None:
    hasil = bandingkan(handbook(ARSIP, LAYAN), handbook(LAYAN))
    arsip, layan = hasil.sop
    assert (arsip.jenis, layan.jenis) == (Jenis.DIHAPUS, Jenis.DIUBAH)
    assert layan.tautan == (BedaTautan("SOP Pengarsipan", NasibTautan.PUTUS, ARSIP.id, ""),)
    assert layan.dirujuk_hilang == (ARSIP.id,)
    assert arsip.dampak == (Dampak(LAYAN.id, AlasanDampak.MERUJUK),)


def test_a_reference_breaks_when_its_goal_is_renamed() -> None:
    hasil = bandingkan(handbook(ARSIP, LAYAN), handbook(replace(ARSIP, nama="Penyimpanan"), LAYAN))
    tautan = {s.id: s.tautan for s in hasil.sop}
    assert tautan[LAYAN.id] == (BedaTautan("SOP Pengarsipan", NasibTautan.PUTUS, ARSIP.id, ""),)


def test_a_reference_comes_to_life_with_its_goal() -> None:
    hasil = bandingkan(handbook(LAYAN), handbook(ARSIP, LAYAN))
    layan = next(s for s in hasil.sop if s.id == LAYAN.id)
    assert layan.tautan == (BedaTautan("SOP Pengarsipan", NasibTautan.TERSAMBUNG, "", ARSIP.id),)
    assert layan.dirujuk_baru == (ARSIP.id,)


def test_a_file_under_another_name_is_the_same_sop_and_breaks_nothing() -> None:
    pindah = replace(ARSIP, id="kantor-contoh/kearsipan")
    hasil = bandingkan(handbook(ARSIP, LAYAN), handbook(pindah, LAYAN))
    (satu,) = hasil.sop
    assert satu.pindah_id
    assert (satu.sebelum, satu.sesudah) == (ARSIP, pindah)
    assert satu.dirujuk_hilang == satu.dirujuk_baru == ()


def test_an_sop_that_needs_a_document_nobody_makes_any_more_is_concerned() -> None:
    perlu = sop(
        langkah("Membaca", kelengkapan="KESEPAKATAN"),
        id="kantor-contoh/rapat", nama="Rapat", nomor="R",
    )  # fmt: skip
    satu = beda_sop(sop(*SEMUA), sop(CATAT, PERIKSA, ANTAR), perlu)
    assert satu.dampak == (Dampak(perlu.id, AlasanDampak.MEMERLUKAN, "Kesepakatan"),)


def test_what_cannot_be_read_is_neither_removed_nor_broken() -> None:
    hasil = bandingkan(handbook(ARSIP, LAYAN), handbook(LAYAN), rusak_sesudah=[ARSIP.id])
    assert hasil.sop == ()
    assert hasil.tak_terbanding == (ARSIP.id,)


def test_an_office_whose_hours_change_is_told() -> None:
    kantor = replace(INSTANSI, jam_kerja=JamKerja(Fraction(7)), kop=("BARU",))
    hasil = bandingkan(handbook(instansi=(INSTANSI, LAIN)), handbook(instansi=(kantor,)))
    assert [(i.id, i.jenis, i.isian) for i in hasil.instansi] == [
        (LAIN.id, Jenis.DIHAPUS, ()),
        (INSTANSI.id, Jenis.DIUBAH, ("jam_kerja.jam_per_hari",)),
    ]
    assert hasil.instansi[1].daftar[0].ditambah == ("BARU",)


def test_an_abbreviation_of_an_office_is_told_in_words() -> None:
    kantor = replace(INSTANSI, singkatan=(Singkatan("TPR", ("Tim Penata Rekaan", "Tim Reka")),))
    hasil = bandingkan(handbook(instansi=(INSTANSI,)), handbook(instansi=(kantor,)))
    (daftar,) = hasil.instansi[0].daftar
    assert (daftar.bidang, daftar.ditambah) == ("singkatan", ("TPR: Tim Penata Rekaan; Tim Reka",))


def test_an_sop_that_is_new_or_gone_has_all_its_steps_on_one_side() -> None:
    (baru,), (hilang,) = beda(None, sop(*SEMUA)).sop, beda(sop(*SEMUA), None).sop
    assert (baru.jenis, hilang.jenis) == (Jenis.BARU, Jenis.DIHAPUS)
    for satu in (baru, hilang):
        assert [x.jenis for x in satu.prosedur[0].langkah] == [satu.jenis] * len(SEMUA)
    assert baru.id == hilang.id == SOP_ID


def test_a_confirmation_is_told_and_is_no_change_of_the_procedure() -> None:
    ragu = ubah(PERIKSA, perlu_konfirmasi=langkah(konfirmasi={"waktu": "x"}).perlu_konfirmasi)
    satu = beda_sop(sop(CATAT, ragu), sop(CATAT, PERIKSA))
    assert satu.konfirmasi == (
        BedaKonfirmasi("waktu", NasibKonfirmasi.DIKONFIRMASI, "x", prosedur=0, langkah=1),
    )
    assert not satu.isi_berubah
    assert not satu.prosedur_berubah


def test_a_confirmation_concerns_no_other_sop() -> None:
    perujuk = sop(CATAT, id="kantor-contoh/lain", nama="Lain", keterkaitan=("SOP Penerimaan Tamu",))
    ragu = ubah(CATAT, perlu_konfirmasi=langkah(konfirmasi={"waktu": "x"}).perlu_konfirmasi)
    sebelum, sesudah = (sop(x, nama="Penerimaan Tamu") for x in (ragu, CATAT))
    (satu,) = beda(sebelum, sesudah, perujuk).sop
    assert (satu.id, satu.dampak) == (SOP_ID, ())


def test_a_confirmed_field_that_changed_too_is_told_as_such() -> None:
    ragu = ubah(PERIKSA, perlu_konfirmasi=langkah(konfirmasi={"waktu": "x"}).perlu_konfirmasi)
    kini = ubah(PERIKSA, waktu=langkah(waktu="90 menit").waktu)
    (satu,) = beda_sop(sop(CATAT, ragu), sop(BARU, CATAT, kini)).konfirmasi
    assert (satu.langkah, satu.diubah) == (2, True)


def test_the_marks_of_a_step_that_came_or_went_are_not_told() -> None:
    ragu = ubah(BARU, perlu_konfirmasi=langkah(konfirmasi={"waktu": "x"}).perlu_konfirmasi)
    assert beda_sop(sop(*SEMUA), sop(ragu, *SEMUA)).konfirmasi == ()
    assert beda_sop(sop(ragu, *SEMUA), sop(*SEMUA)).konfirmasi == ()

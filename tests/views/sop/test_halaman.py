"""The page of an SOP before it is HTML: what stands where, in which words, with which marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import (
    BagianBebas,
    Instansi,
    LembarKerja,
    Pejabat,
    Pelaksana,
    Prosedur,
    Sop,
    Status,
    TandaTangan,
    TigaTahap,
)
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.sop.halaman import BahanSop, HalamanSop, susun_halaman
from tests.builders import INSTANSI, LAIN, giliran, handbook, langkah, prosedur, sop, tanda


def halaman(
    utama: Sop, *lain: Sop, instansi: tuple[Instansi, ...] = (INSTANSI, LAIN)
) -> HalamanSop:
    buku = handbook(utama, *lain, instansi=instansi)
    bahan = BahanSop(
        buku,
        susun_keterkaitan(buku),
        {},
        {("kantor-contoh", "Staf"): "pelaksana/kantor-contoh/staf"},
    )
    return susun_halaman(utama, bahan, Alamat(halaman_sop(utama.id)))


def keluar(h: HalamanSop, baris: int, prosedur: int = 0) -> list[tuple[str, str, str, bool]]:
    """Return the ways out of a row: label, target, address, whether back."""
    return [
        (k.label, k.tujuan, k.href, k.balik)
        for _, semua in h.prosedur[prosedur].tabel.baris[baris].keluar
        for k in semua
    ]


def test_branches_say_where_they_lead() -> None:
    h = halaman(
        sop(
            langkah("Mencatat", id="catat"),
            langkah(
                "Memeriksa",
                oleh="kepala",
                cabang={"Lengkap": "lanjut", "Kurang": "catat", "Ditolak": "selesai"},
            ),
            langkah("Mengarsipkan"),
        )
    )
    assert keluar(h, 0) == []
    assert keluar(h, 1) == [
        ("Lengkap", "3", "#langkah-3", False),
        ("Kurang", "1", "#langkah-1", True),
        ("Ditolak", "selesai", "", False),
    ]


def test_only_arrows_that_do_not_simply_go_on_are_said() -> None:
    h = halaman(
        sop(
            langkah("Satu"),
            langkah("Dua", ke="empat"),
            langkah("Tiga"),
            langkah("Empat", id="empat"),
        )
    )
    assert keluar(h, 0) == []
    assert keluar(h, 1) == [("", "4", "#langkah-4", False)]
    assert keluar(h, 2) == []


def test_a_second_table_has_anchors_of_its_own() -> None:
    tabel = prosedur(langkah(id="a"), langkah(cabang={"Ya": "lanjut", "Tidak": "a"}), langkah())
    h = halaman(sop(tabel=(tabel, tabel)))
    assert [b.jangkar for b in h.prosedur[0].tabel.baris][:2] == ["langkah-1", "langkah-2"]
    assert h.prosedur[1].tabel.baris[1].jangkar == "prosedur-2-langkah-2"
    assert keluar(h, 1, prosedur=1)[1][2] == "#prosedur-2-langkah-1"


def test_several_performers_are_named_in_order() -> None:
    h = halaman(
        sop(
            langkah("Satu", giliran("staf"), giliran("kepala")),
            langkah("Dua", giliran("staf", "kepala")),
            langkah("Tiga"),
        )
    )
    urutan = [b.urutan for b in h.prosedur[0].tabel.baris]
    assert urutan == ["Staf → Kepala Kantor", "Staf dan Kepala Kantor bersama-sama", ""]


GUDANG = (
    Pelaksana("kepala", "Kepala"),
    Pelaksana("kirim", "Gudang", "Pengirim"),
    Pelaksana("terima", "Gudang", "Penerima"),
    Pelaksana("arsip", "Arsiparis", "Penerima"),
)


def test_lanes_of_a_group_share_a_heading_and_words_name_it_where_two_lanes_have_one_label() -> (
    None
):
    semua = tuple(giliran(p.id) for p in GUDANG)
    tabel = Prosedur(GUDANG, (langkah("Menyetujui", *semua), langkah("Menutup", oleh="kepala")))
    h = halaman(sop(tabel=(tabel,))).prosedur[0]
    assert h.tabel.kelompok == (("", 1), ("Pengirim", 1), ("Penerima", 2))
    assert [x.label for x in h.tabel.lane] == ["Kepala", "Gudang", "Gudang", "Arsiparis"]
    assert h.tabel.baris[0].urutan == ("Kepala → Gudang (Pengirim) → Gudang (Penerima) → Arsiparis")
    assert "Arsiparis (Penerima)" in h.diagram.replace("<br>", " ")


def test_lanes_without_groups_have_no_heading_above_them() -> None:
    assert halaman(sop()).prosedur[0].tabel.kelompok == ()


def test_a_lane_leads_to_its_role_where_there_is_a_page() -> None:
    h = halaman(sop(langkah(), langkah(oleh="kepala")))
    assert [(x.label, x.href) for x in h.prosedur[0].tabel.lane] == [
        ("Staf", "../../../pelaksana/kantor-contoh/staf/"),
        ("Kepala Kantor", ""),
    ]


@pytest.mark.parametrize(
    ("tampilkan", "isi"),
    [
        (False, ("Kepala", "Pejabat Contoh")),
        (True, ("Kepala", "Pejabat Contoh", "NIP 1999 0101")),
    ],
)
def test_the_nip_is_shown_only_where_the_office_asks(tampilkan: bool, isi: tuple[str, ...]) -> None:
    pejabat = Pejabat("Kepala", "Pejabat Contoh", "1999 0101")
    h = halaman(
        sop(
            disahkan_oleh=(pejabat,),
            tanda_tangan=TandaTangan("Kota", "", "Kepala", "X", "1999 0101"),
        ),
        instansi=(replace(INSTANSI, tampilkan_nip=tampilkan), LAIN),
    )
    assert h.pengesahan[0].nilai == isi
    assert ("1999" in str(h)) is True  # the model of the SOP itself knows it
    assert ("1999" in str(h.pengesahan)) is tampilkan


def test_the_unit_in_the_letterhead_stands_beside_the_office() -> None:
    kop = ("KANTOR CONTOH", "Bidang Umpama", "Seksi Umpama")
    kantor = replace(INSTANSI, kop=("KANTOR CONTOH",))
    assert halaman(sop(kop=kop), instansi=(kantor, LAIN)).unit == kop[1:]
    assert halaman(sop(kop=("Kantor Contoh",)), instansi=(kantor, LAIN)).unit == ()


def test_labels_are_the_offices_or_the_sops_own() -> None:
    kantor = replace(
        INSTANSI, istilah=MappingProxyType({"kegiatan": "Uraian Prosedur", "waktu": "Lama"})
    )
    satu = sop(istilah=MappingProxyType({"waktu": "Durasi"}))
    kolom = halaman(satu, instansi=(kantor, LAIN)).prosedur[0].tabel.kolom
    assert (kolom["kegiatan"], kolom["waktu"], kolom["output"]) == (
        "Uraian Prosedur",
        "Durasi",
        "Output",
    )


def test_free_sections_stand_in_the_order_of_the_form_and_under_its_labels() -> None:
    bagian = tuple(
        BagianBebas(j, ("Isi",)) for j in ("Unit Terkait", "Tujuan", "Pengertian", "Lain")
    )
    satu = sop(bagian=bagian)
    assert [b.judul for b in halaman(satu).sebelum] == [
        "Unit Terkait",
        "Tujuan",
        "Pengertian",
        "Lain",
    ]
    h = halaman(replace(satu, bentuk=bentuk_bawaan()["puskesmas"]))
    assert [b.judul for b in h.sebelum] == ["Pengertian", "Tujuan", "Lain"]
    assert [b.judul for b in h.sesudah] == ["Unit Terkait"]
    assert h.label["nomor"] == "No. Dokumen"
    assert {b.jangkar for b in (*h.sebelum, *h.sesudah)} == {
        b.jangkar for b in halaman(satu).sebelum
    }


def test_every_mark_is_numbered_listed_and_found_at_its_field() -> None:
    h = halaman(
        sop(
            langkah(konfirmasi={"pelaksana": "tak disebut", "cabang": "tak jelas"}),
            langkah("Dua", oleh=None, konfirmasi={"pelaksana": ""}),
            perlu_konfirmasi=tanda({"nama": "dua nama", "peringatan": "salah SOP"}),
            lembar_kerja=LembarKerja(perlu_konfirmasi=tanda({"judul_sop": "kosong"})),
        )
    )
    semua = h.konfirmasi.semua
    assert [t.nomor for t in semua] == [1, 2, 3, 4, 5, 6]
    assert [(t.tempat, t.asal) for t in semua] == [
        ("Nama SOP", "judul"),
        ("Peringatan", "peringatan"),
        ("Langkah 1: Pelaksana", "langkah-1"),
        ("Langkah 1: Cabang", "langkah-1"),
        ("Langkah 2: Pelaksana", "langkah-2"),
        ("Lembar kerja: Judul SOP", "lembar-kerja"),
    ]
    satu, dua = h.prosedur[0].tabel.baris
    assert [apa for apa, _ in satu.catatan] == ["Arah cabang"]
    assert [apa for apa, _ in dua.catatan] == ["Pelaksana"]
    assert h.peringatan.tanda == semua[1]
    assert [i.label for i in h.lembar_kerja] == ["Judul SOP"]


def test_counterparts_are_offered_and_never_taken() -> None:
    lain = sop(id="dinas-rekaan/pengarsipan", nama="Pengarsipan")
    h = halaman(sop(keterkaitan=("SOP Pengarsipan", "SOP Yang Tiada")), lain)
    padanan, tiada = h.keterkaitan
    assert (padanan.jenis, padanan.href) == ("padanan", "")
    assert padanan.calon == ((LAIN.sebutan, "../../dinas-rekaan/pengarsipan/"),)
    assert (tiada.jenis, tiada.calon) == ("belum ada", ())


def test_who_refers_here_is_grouped_with_the_steps_that_do() -> None:
    utama = sop(id="kantor-contoh/arsip", nama="Pengarsipan")
    perujuk = sop(
        langkah(),
        langkah(keterangan="SOP Pengarsipan"),
        nama="Penerimaan",
        keterkaitan=("Pengarsipan",),
    )
    (satu,) = halaman(utama, perujuk).dirujuk_oleh
    assert (satu.nama, satu.instansi, satu.href) == ("Penerimaan", "", "../penerimaan-tamu/")
    assert satu.langkah == (("2", "../penerimaan-tamu/#langkah-2"),)


def test_a_missing_effective_date_is_named_for_what_is_in_force_only() -> None:
    berlaku = halaman(sop(tanggal_efektif=None))
    draf = halaman(sop(tanggal_efektif=None, status=Status.DRAF))
    assert [(i.bidang, i.nilai) for i in berlaku.tanggal] == [
        ("tanggal_pembuatan", ("5 Januari 2026",)),
        ("tanggal_efektif", ()),
    ]
    assert [i.bidang for i in draf.tanggal] == ["tanggal_pembuatan"]
    disahkan = halaman(sop(tanggal_efektif=None, tanggal_pengesahan=date(2026, 1, 6)))
    assert [i.bidang for i in disahkan.tanggal] == ["tanggal_pembuatan", "tanggal_pengesahan"]


def test_the_worksheet_comes_part_by_part() -> None:
    lk = LembarKerja(
        judul_sop="Tamu",
        identifikasi_kegiatan=TigaTahap(("a",), (), ("z",)),
        identifikasi_langkah=TigaTahap((), ("b", "c"), ()),
    )
    assert [(i.label, i.nilai) for i in halaman(sop(lembar_kerja=lk)).lembar_kerja] == [
        ("Judul SOP", ("Tamu",)),
        ("Bagian B: langkah awal", ("a",)),
        ("Bagian B: langkah akhir", ("z",)),
        ("Bagian C: langkah utama", ("b", "c")),
    ]


def test_the_total_says_what_it_leaves_out() -> None:
    h = halaman(sop(langkah(waktu="7,5 jam"), langkah(waktu="1 jam"), langkah(waktu="")))
    assert h.total == "1 hari kerja 1 jam (1 langkah tanpa waktu)"
    assert h.prosedur[0].tabel.total == h.total

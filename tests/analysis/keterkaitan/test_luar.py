"""References to SOPs of other handbooks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.jaringan import susun_jaringan
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Tautan, susun_keterkaitan
from buku_sop.analysis.keterkaitan.luar import _kunci
from buku_sop.model.buku_lain import BukuLain
from tests.builders import SOP_ID, buku_lain, handbook, langkah, sop, sop_lain

ARSIP = buku_lain("Buku Dinas", sop_lain("Pengarsipan Surat"))
KOTA = buku_lain("Buku Kota", sop_lain("Pengarsipan Surat", "surat"), alamat="")


def tautan(teks: str, *lain: BukuLain) -> Tautan:
    buku = replace(handbook(sop(keterkaitan=(teks,))), lain=lain)
    (satu,) = susun_keterkaitan(buku).keterkaitan[SOP_ID]
    return satu


@pytest.mark.parametrize(
    ("teks", "pasti"),
    [
        ("rekaan/arsip", True),
        ("SOP Pengarsipan Surat (Dinas Rekaan)", True),
        ("1. pengarsipan surat (SOP Buku Dinas);", True),
        ("Pengarsipan Surat [Dinas Rekaan].", True),
        ("SOP Pengarsipan Surat", False),
    ],
)
def test_an_sop_is_meant_by_its_id_or_with_its_office_and_else_offered(
    teks: str, pasti: bool
) -> None:
    satu = tautan(teks, ARSIP)
    assert satu.jenis is JenisTautan.BELUM_ADA
    assert satu.pasti is pasti
    (tujuan,) = satu.luar
    assert (tujuan.buku, tujuan.instansi) == ("Buku Dinas", "Dinas Rekaan")
    assert tujuan.url == "https://lain.contoh.invalid/sop/rekaan/arsip/"


@pytest.mark.parametrize(
    "teks", ["SOP Pengarsipan", "Pengarsipan Surat (Dinas Lain)", "rekaan/tiada", "Dinas Rekaan"]
)
def test_what_no_other_handbook_has_leads_nowhere(teks: str) -> None:
    satu = tautan(teks, ARSIP)
    assert satu.luar == ()
    assert satu == tautan(teks)


def test_two_handbooks_of_one_office_are_both_offered() -> None:
    satu = tautan("Pengarsipan Surat (Dinas Rekaan)", KOTA, ARSIP)
    assert not satu.pasti
    assert [(t.buku, t.url) for t in satu.luar] == [
        ("Buku Dinas", "https://lain.contoh.invalid/sop/rekaan/arsip/"), ("Buku Kota", ""),
    ]  # fmt: skip
    assert tautan("Pengarsipan Surat (Buku Kota)", KOTA, ARSIP).pasti


def test_an_sop_of_ones_own_handbook_comes_first() -> None:
    sendiri = sop(id="kantor-contoh/arsip", nama="Pengarsipan Surat")
    buku = replace(handbook(sop(keterkaitan=("Pengarsipan Surat",)), sendiri), lain=(ARSIP,))
    hasil = susun_keterkaitan(buku)
    assert hasil.keterkaitan[SOP_ID][0].sop == sendiri.id
    assert [t.id for t in hasil.padanan_luar(sendiri.id)] == ["rekaan/arsip"]
    assert hasil.padanan_luar(SOP_ID) == ()


def test_the_map_is_of_ones_own_handbook() -> None:
    semua = ("Pengarsipan Surat (Dinas Rekaan)", "Pengarsipan Surat")
    buku = replace(handbook(sop(keterkaitan=semua)), lain=(ARSIP,))
    jaringan = susun_jaringan(buku, susun_keterkaitan(buku))
    assert [s.nama for s in jaringan.simpul.values() if not s.ada] == ["Pengarsipan Surat"]


def test_what_nobody_follows_any_more_is_not_offered() -> None:
    assert (
        tautan(
            "Pengarsipan Surat", buku_lain("Lama", sop_lain("Pengarsipan Surat", status="dicabut"))
        ).luar
        == ()
    )


def test_a_keterangan_offers_what_it_names() -> None:
    buku = replace(handbook(sop(langkah(keterangan="lihat SOP Pengarsipan Surat"))), lain=(ARSIP,))
    (potongan,) = susun_keterkaitan(buku).keterangan(SOP_ID, 0, 0)
    assert [p.tautan.luar[0].id for p in potongan if p.tautan] == ["rekaan/arsip"]


@pytest.mark.parametrize(
    "nama",
    ["Penerimaan Tamu", "SOP Tamu", "Tamu 2024", "a tamu", "Standar Operasional Prosedur Tamu", "Tamu & Surat",
     "1. Tamu", "pos jaga", "Évaluasi", "  Dua  Spasi ", "", "Protap Gizi", "ap tamu", "tentang tamu"],
)  # fmt: skip
def test_the_short_way_to_a_key_ends_where_the_long_one_does(nama: str) -> None:
    assert _kunci(nama) == kunci_nama(nama)

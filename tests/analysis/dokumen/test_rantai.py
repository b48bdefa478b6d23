"""The way of documents from SOP to SOP, in made-up offices and in the real ones."""

from __future__ import annotations

from typing import Any

import pytest

from buku_sop.analysis.dokumen.indeks import TempatLangkah, daftar_dokumen
from buku_sop.analysis.dokumen.rantai import Rantai, daftar_rantai
from buku_sop.analysis.dokumen.simpanan import Simpanan
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import open_handbook
from buku_sop.model import Handbook, Langkah, Sop, Status
from tests.builders import handbook, langkah, sop
from tests.paths import SOP_DATA

A, B, C, D = (f"kantor-contoh/{x}" for x in "abcd")
LUAR = "dinas-rekaan/z"


def satu(id: str, *steps: tuple[str, str], **isian: Any) -> Sop:
    """Make an SOP whose steps need and make what is given."""
    semua = (langkah(kelengkapan=perlu, output=hasil) for perlu, hasil in steps)
    return sop(*semua, id=id, **isian)


def rantai(buku: Handbook, nama: str, instansi: str = "kantor-contoh") -> Rantai:
    semua = daftar_rantai(buku, susun_keterkaitan(buku).antarinstansi(), daftar_dokumen(buku))
    (hasil,) = [r for r in semua if (r.dokumen.nama, r.dokumen.instansi) == (nama, instansi)]
    return hasil


# --- From SOP to SOP ------------------------------------------------------------------------


def test_a_document_goes_from_who_makes_it_to_who_needs_it() -> None:
    buku = handbook(satu(B, ("-", "Surat")), satu(A, ("Surat", "-")), satu(C, ("surat;", "-")))
    hasil = rantai(buku, "Surat")
    assert (hasil.asal, hasil.antara, hasil.akhir) == ((B,), (), (A, C))
    assert hasil.tahap == ((B,), (A, C))
    assert not hasil.tanpa_asal
    assert not hasil.tanpa_pemakai


def test_who_needs_it_before_making_it_again_stands_between() -> None:
    buku = handbook(
        satu(C, ("-", "Draf"), ("Draf", "-")),
        satu(A, ("Draf", "-"), ("-", "Draf")),
        satu(B, ("Draf", "Draf")),
        satu(D, ("Draf", "-")),
    )
    assert rantai(buku, "Draf").tahap == ((C,), (A, B), (D,))
    assert rantai(buku, "Draf").sop == (C, A, B, D)


def test_a_withdrawn_sop_is_no_stage_though_it_names_the_document() -> None:
    buku = handbook(
        satu(B, ("-", "Surat")),
        satu(A, ("Surat", "-")),
        satu(C, ("Surat", "-"), status=Status.DICABUT),
    )
    hasil = rantai(buku, "Surat")
    assert (hasil.tahap, hasil.akhir) == (((B,), (A,)), (A, C))


@pytest.mark.parametrize(
    ("langkah_a", "langkah_b", "menghubungkan"),
    [
        (("-", "Surat"), ("Surat", "-"), True),
        (("Surat", "Surat"), ("Surat", "Surat"), True),
        (("Surat", "-"), ("Surat", "-"), False),
        (("-", "Surat"), ("-", "Surat"), False),
        (("Surat", "Surat"), ("-", "-"), False),
    ],
)
def test_what_two_sops_only_need_or_only_make_joins_them_not(
    langkah_a: tuple[str, str], langkah_b: tuple[str, str], menghubungkan: bool
) -> None:
    buku = handbook(satu(A, langkah_a), satu(B, langkah_b))
    assert rantai(buku, "Surat").menghubungkan is menghubungkan


def test_what_comes_from_nowhere_and_what_goes_nowhere() -> None:
    buku = handbook(satu(A, ("Formulir", "Laporan"), ("Kertas", "Arsip")))
    formulir, laporan, arsip = (rantai(buku, n) for n in ("Formulir", "Laporan", "Arsip"))
    assert (formulir.tanpa_asal, formulir.tanpa_pemakai) == (True, False)
    assert (laporan.tanpa_asal, laporan.tanpa_pemakai, laporan.hasil_akhir) == (False, True, False)
    assert (arsip.tanpa_pemakai, arsip.hasil_akhir) == (True, True)


# --- Between offices ------------------------------------------------------------------------


def dua_instansi(
    dari: tuple[str, ...] = (), ke: tuple[str, ...] = (), nama: str = "Surat"
) -> Handbook:
    return handbook(
        satu(LUAR, ("-", "Surat"), keterkaitan=ke), satu(A, (nama, "-"), keterkaitan=dari)
    )


def test_offices_share_no_document_by_its_name_alone() -> None:
    hasil = rantai(dua_instansi(), "Surat")
    assert (hasil.dari_luar, hasil.tanpa_asal, hasil.sop) == ((), True, (A,))


@pytest.mark.parametrize(("dari", "ke"), [((LUAR,), ()), ((), (A,))])
def test_a_reference_either_way_joins_the_offices(
    dari: tuple[str, ...], ke: tuple[str, ...]
) -> None:
    buku = dua_instansi(dari, ke)
    hasil = rantai(buku, "Surat")
    assert hasil.dari_luar == (TempatLangkah(LUAR, 0, 0),)
    assert hasil.tahap == ((LUAR,), (A,))
    assert not hasil.tanpa_asal
    asal = rantai(buku, "Surat", "dinas-rekaan")
    assert asal.ke_luar == (TempatLangkah(A, 0, 0),)
    assert asal.tahap == ((LUAR,), (A,))
    assert not asal.tanpa_pemakai


def test_a_reference_in_a_keterangan_joins_too_and_joins_once() -> None:
    dari = sop(langkah(kelengkapan="Surat", keterangan=(LUAR, LUAR)), id=A, keterkaitan=(LUAR,))
    buku = handbook(satu(LUAR, ("-", "Surat")), dari)
    assert rantai(buku, "Surat").dari_luar == (TempatLangkah(LUAR, 0, 0),)


def test_two_makers_for_one_user_name_its_step_once() -> None:
    lain = "dinas-rekaan/y"
    buku = handbook(
        *(satu(id, ("-", "Surat")) for id in (LUAR, lain)),
        satu(A, ("Surat", "-"), keterkaitan=(LUAR, lain)),
    )
    assert rantai(buku, "Surat", "dinas-rekaan").ke_luar == (TempatLangkah(A, 0, 0),)
    assert rantai(buku, "Surat").tahap == ((lain, LUAR), (A,))


def test_a_reference_inside_an_office_is_nothing_from_outside() -> None:
    buku = handbook(satu(B, ("-", "Surat")), satu(A, ("Surat", "-"), keterkaitan=(B,)))
    assert (rantai(buku, "Surat").dari_luar, rantai(buku, "Surat").ke_luar) == ((), ())


def test_a_reference_joins_only_documents_of_one_name() -> None:
    assert rantai(dua_instansi(dari=(LUAR,), nama="Surat Masuk"), "Surat Masuk").dari_luar == ()


# --- Where it is kept -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pencatatan", "disimpan"),
    [
        ("Laporan kinerja", True),
        ("LAPORAN KINERJA.", True),
        ("Disimpan: buku tamu, laporan kinerja (asli)", True),
        ("Menyimpan laporan kinerja di lemari", True),
        ("Buku tamu dan laporan kinerja disimpan", True),
        ("Laporan kinerja disimpan sebagai data elektronik", True),
        ("Arsip laporan kinerja", True),
        ("Laporan kinerja dicatat lalu disimpan", True),
        ("Catatan laporan kinerja", False),
        ("Register laporan kinerja", False),
        ("Draf laporan kinerja", False),
        ("Laporan kinerja tahunan", False),
        ("Laporan kinerja-ringkas", False),
        ("Disimpan sebagai laporan kinerja", False),
        ("Dicatat dalam bentuk surat, laporan kinerja", False),
        ("Laporan", False),
        ("-", False),
    ],
)
def test_a_record_keeps_what_it_names_by_itself(pencatatan: str, disimpan: bool) -> None:
    hasil = rantai(
        handbook(satu(A, ("Data", "Laporan kinerja"), pencatatan=(pencatatan,))), "Laporan kinerja"
    )
    assert hasil.disimpan == ((Simpanan(A, pencatatan),) if disimpan else ())


def test_the_longest_name_is_kept_and_not_what_it_contains() -> None:
    buku = handbook(
        satu(A, ("Laporan", "Laporan kinerja"), pencatatan=("Laporan kinerja",)),
        satu(B, ("-", "-"), pencatatan=("Map", "Buku tamu, laporan")),
    )
    assert rantai(buku, "Laporan kinerja").disimpan == (Simpanan(A, "Laporan kinerja"),)
    assert rantai(buku, "Laporan").disimpan == (Simpanan(B, "Buku tamu, laporan"),)


def test_names_that_are_read_alike_are_not_told_apart_by_guessing() -> None:
    buku = handbook(satu(A, ("Surat/Nota", "Surat Nota"), pencatatan=("Surat nota",)))
    assert rantai(buku, "Surat/Nota").disimpan == rantai(buku, "Surat Nota").disimpan == ()


def test_a_record_of_another_office_keeps_nothing_here() -> None:
    buku = handbook(satu(A, ("-", "Surat")), satu(LUAR, ("-", "-"), pencatatan=("Surat",)))
    assert rantai(buku, "Surat").disimpan == ()


@pytest.mark.parametrize(
    ("kegiatan", "perlu", "disimpan"),
    [
        ("Mengarsipkan berkas", ("Surat",), True),
        ("Staf menyimpan surat dalam map", ("Map", "Surat"), True),
        ("Menyimpan berkas", ("Map", "Surat"), False),
        ("Menyampaikan surat untuk diarsipkan", ("Surat",), False),
        ("Membaca surat", ("Surat",), False),
    ],
)
def test_a_step_keeps_what_it_files(kegiatan: str, perlu: tuple[str, ...], disimpan: bool) -> None:
    langkahnya: Langkah = langkah(kegiatan, kelengkapan=perlu, output="Arsip")
    hasil = rantai(handbook(sop(langkahnya, id=A)), "Surat")
    di = Simpanan(A, tempat=TempatLangkah(A, 0, 0))
    assert hasil.disimpan == ((di,) if disimpan else ())


# --- The real ones --------------------------------------------------------------------------


def test_the_chains_of_the_six_sops() -> None:
    hasil = open_handbook(SOP_DATA)
    buku = hasil.handbook
    semua = daftar_rantai(buku, hasil.keterkaitan.antarinstansi(), daftar_dokumen(buku))
    monitoring, ukur = "banggai/monitoring-renstra", "banggai/pengukuran-kinerja"
    assert {r.dokumen.nama: r.tahap for r in semua if len(r.sop) > 1} == {
        "Disposisi surat": ((monitoring,), (ukur,)),
        "Undangan Rapat": ((ukur,), (monitoring,)),
    }
    assert {
        (r.dokumen.nama, s.tempat.langkah + 1) for r in semua for s in r.disimpan if s.tempat
    } == {
        ("Dokumen Pengukuran Kinerja", 13),
        ("Dokumen pengukuran kinerja yang telah ditanda tangani", 9),
    }
    (disposisi,) = [r for r in semua if any(s.catatan for s in r.disimpan)]
    assert (disposisi.dokumen.nama, len(disposisi.disimpan)) == ("Lembar Disposisi", 3)

"""The ways in from the home page, and what changed lately."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest

from buku_sop.analysis.dokumen.indeks import Dokumen, daftar_dokumen, daftar_peran
from buku_sop.model import Handbook, Instansi, Riwayat, Sop, Status
from buku_sop.views.daftar.beranda import (
    Perubahan,
    perubahan_sendiri,
    pintu_dokumen,
    pintu_peran,
    terakhir_berubah,
)
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.dasar.alamat import BERANDA, Alamat
from tests.builders import HARI_INI, LAIN, handbook, langkah, sop

KANTOR = Instansi("kantor-contoh", "Kantor Contoh")
TAMU = sop(
    langkah("Mencatat", kelengkapan="Kartu", output="Catatan"),
    langkah("Melengkapi", oleh="kepala", kelengkapan="Catatan", output=("Catatan", "Laporan")),
    pelaksana={"staf": "Staf", "kepala": "Kepala Kantor", "diam": "Penonton"},
)
RENCANA = sop(id="dinas-rekaan/rencana", status=Status.DRAF)
ALAMAT = Alamat(BERANDA)


def buku(*sops: Sop) -> Handbook:
    return handbook(*sops, instansi=(KANTOR, LAIN))


def dokumen(handbook: Handbook) -> dict[str, list[Dokumen]]:
    semua = daftar_dokumen(handbook)
    return {id: list(milik) for id, milik in groupby(semua, key=lambda d: d.instansi)}


def test_an_office_leads_to_its_roles_that_have_something_to_do() -> None:
    h = buku(TAMU)
    (satu,) = pintu_peran(h, daftar_peran(h), ALAMAT)
    assert satu.nama == "Kantor Contoh"
    assert satu.pilihan == (
        ("Kepala Kantor", "pelaksana/kantor-contoh/kepala-kantor/"),
        ("Staf", "pelaksana/kantor-contoh/staf/"),
    )


def test_a_document_leads_to_the_step_that_makes_it_or_to_the_list_of_them() -> None:
    h = buku(TAMU)
    (satu,) = pintu_dokumen(dokumen(h), Pendaftar(h, ALAMAT))
    assert satu.pilihan == (
        ("Catatan", "dokumen/kantor-contoh/#catatan"),
        ("Laporan", "sop/kantor-contoh/penerimaan-tamu/#langkah-2"),
    )


@pytest.mark.parametrize(("batas", "dimuat"), [(4, True), (3, False)])
def test_beyond_a_limit_offices_lead_to_their_own_pages(batas: int, dimuat: bool) -> None:
    """Two offices with two roles each."""
    h = buku(TAMU, sop(langkah(), langkah(oleh="kepala"), id="dinas-rekaan/rencana"))
    semua = pintu_peran(h, daftar_peran(h), ALAMAT, batas)
    assert [p.href for p in semua] == [
        "sop/dinas-rekaan/#pelaksana",
        "sop/kantor-contoh/#pelaksana",
    ]
    assert [bool(p.pilihan) for p in semua] == [dimuat, dimuat]
    papan = pintu_dokumen(dokumen(h), Pendaftar(h, ALAMAT), 1)
    assert [(p.href, p.pilihan) for p in papan] == [
        ("dokumen/dinas-rekaan/", ()), ("dokumen/kantor-contoh/", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(("isian", "apa"), [
    ({}, Perubahan(date(2026, 2, 1), "Mulai berlaku")),
    ({"tanggal_pengesahan": date(2026, 3, 1)}, Perubahan(date(2026, 3, 1), "Disahkan")),
    ({"riwayat": (Riwayat(date(2026, 4, 1), "revisi"),)}, Perubahan(date(2026, 4, 1), "Direvisi")),
    ({"riwayat": (Riwayat(date(2026, 4, 1), "monitoring"),)}, Perubahan(date(2026, 2, 1), "Mulai berlaku")),
    ({"tanggal_efektif": date(2026, 7, 1)}, Perubahan(date(2026, 1, 5), "Dibuat")),
    ({"tanggal_efektif": None, "tanggal_pembuatan": None}, None),
])  # fmt: skip
def test_without_git_an_sop_tells_by_its_own_dates_when_it_changed(
    isian: dict[str, object], apa: Perubahan | None
) -> None:
    assert perubahan_sendiri(sop(**isian), HARI_INI) == apa  # type: ignore[arg-type]


def test_the_newest_change_comes_first_and_only_so_many() -> None:
    h = buku(TAMU, RENCANA, sop(id="dinas-rekaan/tanpa"))
    kapan = {
        TAMU.id: Perubahan(date(2026, 5, 1), "Diubah"),
        RENCANA.id: Perubahan(date(2026, 5, 2), "Dimasukkan"),
    }
    dua = terakhir_berubah(h, kapan, ALAMAT, 5)
    assert [(s.href, s.tanggal, s.apa, s.status) for s in dua] == [
        ("sop/dinas-rekaan/rencana/", "2 Mei 2026", "Dimasukkan", "Draf"),
        ("sop/kantor-contoh/penerimaan-tamu/", "1 Mei 2026", "Diubah", ""),
    ]
    assert terakhir_berubah(h, kapan, ALAMAT, 1) == dua[:1]

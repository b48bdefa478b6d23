"""The inventory that a handbook publishes: read back as it was written, and refused when it is hostile or broken."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from buku_sop.loading.folder import load_folder
from buku_sop.loading.inventaris import (
    MAX_BYTES,
    InventarisTakTerbaca,
    baca_inventaris,
    baca_salinan,
    bersih,
    skema_inventaris,
)
from buku_sop.model.buku_lain import Inventaris, SalinanInventaris, SopHilang, SopLain
from buku_sop.views.inventaris import susun_inventaris, tulis_inventaris, tulis_salinan
from tests.builders import handbook, sop
from tests.paths import SOP_DATA

SATU = SopLain(
    "rekaan/arsip",
    "Pengarsipan",
    "sop/rekaan/arsip/",
    "berlaku",
    "1/SOP",
    ("Arsip",),
    "2",
    "2025-01-02",
    "2026-01-02",
)
BUKU = Inventaris(
    "Buku Rekaan", "https://rekaan.contoh.invalid/sop/", {"rekaan": "Dinas Rekaan"}, (SATU,)
)


def polos() -> dict[str, Any]:
    """An inventory as somebody may write it by hand, to be broken."""
    data: dict[str, Any] = json.loads(tulis_inventaris(BUKU))
    del data["sha256"]
    return data


def test_the_real_handbook_is_read_back_as_it_was_written_and_fits_the_schema() -> None:
    buku = load_folder(SOP_DATA).handbook
    inventaris = susun_inventaris(buku, "Buku  SOP\n", "https://a.contoh.invalid/x", True)
    teks = tulis_inventaris(inventaris)
    kembali = baca_inventaris(teks.encode())
    assert tulis_inventaris(kembali) == teks
    assert {s.id: s.nama for s in kembali.sop} == {s.id: s.nama for s in buku.sop}
    assert (kembali.nama, kembali.alamat) == ("Buku SOP", "https://a.contoh.invalid/x/")
    skema = json.loads(skema_inventaris())
    Draft202012Validator.check_schema(skema)
    Draft202012Validator(skema).validate(json.loads(teks))


def test_a_copy_is_read_back_with_its_past() -> None:
    salinan = SalinanInventaris(
        BUKU,
        "https://rekaan.contoh.invalid/",
        "2026-02-01",
        (SopHilang("rekaan/lama", "Lama", "2026-02-01", "Baru"),),
    )
    assert baca_salinan(tulis_salinan(salinan).encode()) == salinan
    assert baca_salinan(tulis_inventaris(BUKU).encode()) == SalinanInventaris(BUKU)


@given(st.text(max_size=600), st.text(max_size=300))
def test_whatever_an_office_writes_can_be_read_by_others(nama: str, nomor: str) -> None:
    buku = handbook(sop(nama=nama or "x", nomor=nomor, nama_lain=(nama,)))
    inventaris = susun_inventaris(buku, nama, nomor, False)
    assert baca_inventaris(tulis_inventaris(inventaris).encode()) == inventaris
    assert bersih(bersih(nama)) == bersih(nama)


def test_one_changed_letter_is_noticed() -> None:
    teks = tulis_inventaris(BUKU).replace("Pengarsipan", "Pengarsipen")
    with pytest.raises(InventarisTakTerbaca, match="SHA-256"):
        baca_inventaris(teks.encode())


HALAMAN = [
    "javascript:alert(1)",
    "//lain.contoh.invalid/",
    "/akar/",
    "../../x",
    "a/../b",
    "http://x/",
    "a b",
    "a?b",
    "",
    'a"b',
    "a\\b",
]
NAMA = ["", "a\x1b[31m", "a\u202eb", "a\nb", "x" * 501, "\ud800", None, 5, ["a"]]


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        *(("halaman", h) for h in HALAMAN),
        *(("nama", n) for n in NAMA),
        ("id", "rekaan"), ("id", "Rekaan/x"), ("id", "../x"), ("status", "aktif"), ("tanggal_revisi", "kemarin"),
        ("nama_lain", ["x"] * 51),
    ],
)  # fmt: skip
def test_an_sop_that_is_not_what_it_should_be_is_refused(bidang: str, nilai: object) -> None:
    data = polos()
    data["sop"][0][bidang] = nilai
    with pytest.raises(InventarisTakTerbaca):
        baca_inventaris(json.dumps(data).encode())


@pytest.mark.parametrize(
    "alamat",
    ["javascript:x//", "ftp://x/", "https://x", "https://u:p@x/", "https://x/?a=/", 'https://x/"/'],
)
def test_an_address_of_a_site_leads_to_a_site(alamat: str) -> None:
    data = polos()
    data["buku"]["alamat"] = alamat
    with pytest.raises(InventarisTakTerbaca, match=r"buku\.alamat"):
        baca_inventaris(json.dumps(data).encode())


@pytest.mark.parametrize(
    "isi",
    [
        b"", b"<html>", b"[]", b"null", b'{"format": "lain"}', b"\xff", b"[" * 200_000, b'{"a":' * 200_000,
        b'{"format": NaN}', b'{"versi": ' + b"9" * 10_000 + b"}", b'{"a": 1, "a": 2}',
        b'{"format": "inventaris-sop", "versi": 2}', b" " * (MAX_BYTES + 1),
        b'{"format": "salinan-inventaris-sop", "versi": 1, "diambil": "2026-01-01", "inventaris": {"format": "salinan-inventaris-sop"}}',
    ],
)  # fmt: skip
def test_what_is_no_inventory_is_refused(isi: bytes) -> None:
    with pytest.raises(InventarisTakTerbaca):
        baca_salinan(isi)


def test_an_id_may_stand_once() -> None:
    data = polos()
    data["sop"] *= 2
    with pytest.raises(InventarisTakTerbaca, match="dua kali"):
        baca_inventaris(json.dumps(data).encode())


def test_a_newer_reader_may_find_more() -> None:
    data = polos() | {"lagi": 1}
    data["sop"][0]["lagi"] = [1]
    assert baca_inventaris(json.dumps(data).encode()) == BUKU

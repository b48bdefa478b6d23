"""What may follow what in the life of an SOP."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from buku_sop.analysis.beda import bandingkan, periksa_revisi
from buku_sop.diagnostics import KODE, Location, diagnose
from buku_sop.model import Sop, Status
from tests.builders import SOP_ID, handbook, langkah, sop

LAMA = sop(langkah(waktu="120 menit"), nomor="1/REKAAN", tanggal_revisi=date(2026, 1, 1))
BARU = replace(LAMA, prosedur=sop(langkah(waktu="90 menit")).prosedur)
GANTI = sop(id="kantor-contoh/ganti", nama="Pengganti", nomor="2")
REVISI: dict[str, Any] = {"nomor": "1a/REKAAN", "tanggal_revisi": date(2026, 5, 1)}


def kode(sebelum: Sop | None, sesudah: Sop | None, **rusak: list[str]) -> list[str]:
    hasil = bandingkan(
        handbook(GANTI, *([sebelum] if sebelum else [])),
        handbook(GANTI, *([sesudah] if sesudah else [])),
        **rusak,
    )
    temuan = periksa_revisi(hasil)
    for id, t in temuan:
        assert id == SOP_ID
        diagnose(t.kode, Location("x"), t.tingkat, **t.isi)
    return [t.kode.removeprefix("SOP-") for _, t in temuan]


def menjadi(status: Status, asal: Sop = LAMA, **isian: Any) -> Sop:
    return replace(asal, status=status, **isian)


CASES: dict[str, tuple[Sop | None, Sop | None, list[str]]] = {
    "revised with number and date": (LAMA, replace(BARU, **REVISI), []),
    "revised without either": (LAMA, BARU, ["R001", "R002"]),
    "revised, no date at all": (
        replace(LAMA, tanggal_revisi=None),
        replace(BARU, nomor="2/REKAAN", tanggal_revisi=None),
        ["R001"],
    ),
    "revised, the number only spaced otherwise": (
        LAMA,
        replace(BARU, nomor="1 / REKAAN", tanggal_revisi=date(2026, 5, 1)),
        ["R002"],
    ),
    "revised back in time": (
        LAMA,
        replace(BARU, nomor="2", tanggal_revisi=date(2025, 1, 1)),
        ["R003"],
    ),
    "silenced with a reason": (
        LAMA,
        replace(BARU, abaikan={"SOP-R001": "ejaan", "SOP-R002": "ejaan"}),
        [],
    ),
    "a new official is no revision of the procedure": (
        LAMA,
        replace(LAMA, disahkan_oleh=()),
        [],
    ),
    "a draft changes freely": (menjadi(Status.DRAF), menjadi(Status.DRAF, BARU), []),
    "a draft comes into force as changed": (menjadi(Status.DRAF), BARU, []),
    "a new SOP": (None, LAMA, []),
    "in force, then removed": (LAMA, None, ["R006"]),
    "a draft removed": (menjadi(Status.DRAF), None, []),
    "withdrawn, then removed": (menjadi(Status.DICABUT), None, []),
    "in force, then a draft again": (LAMA, menjadi(Status.DRAF), ["R004"]),
    "in force, then withdrawn": (LAMA, menjadi(Status.DICABUT), []),
    "withdrawn, then in force again": (menjadi(Status.DICABUT), LAMA, ["R004"]),
    "replaced, then in force again": (menjadi(Status.DIGANTIKAN), LAMA, ["R004"]),
    "replaced, then withdrawn": (menjadi(Status.DIGANTIKAN), menjadi(Status.DICABUT), []),
    "a draft that is withdrawn": (menjadi(Status.DRAF), menjadi(Status.DICABUT), ["R004"]),
    "replaced by what is in force": (
        LAMA,
        menjadi(Status.DIGANTIKAN, digantikan_oleh="SOP Pengganti"),
        [],
    ),
    "replaced by nobody knows what": (LAMA, menjadi(Status.DIGANTIKAN), ["R005"]),
    "replaced by what is not there": (
        LAMA,
        menjadi(Status.DIGANTIKAN, digantikan_oleh="SOP Lain"),
        ["R005"],
    ),
    "replaced by itself": (LAMA, menjadi(Status.DIGANTIKAN, digantikan_oleh=SOP_ID), ["R005"]),
    "changed after it was replaced": (
        menjadi(Status.DIGANTIKAN),
        menjadi(Status.DIGANTIKAN, BARU),
        ["R007"],
    ),
}


@pytest.mark.parametrize("nama", CASES)
def test_what_follows_what_is_judged(nama: str) -> None:
    sebelum, sesudah, harap = CASES[nama]
    assert kode(sebelum, sesudah) == harap


def test_a_successor_must_be_in_force() -> None:
    lama, kini = LAMA, menjadi(Status.DIGANTIKAN, digantikan_oleh="SOP Pengganti")
    draf = replace(GANTI, status=Status.DRAF)
    temuan = periksa_revisi(bandingkan(handbook(lama, draf), handbook(kini, draf)))
    assert [(t.kode, t.isi["keadaan"]) for _, t in temuan] == [("SOP-R005", "berstatus draf")]


def test_a_successor_that_cannot_be_read_is_not_called_missing() -> None:
    kini = menjadi(Status.DIGANTIKAN, digantikan_oleh="kantor-contoh/rusak")
    assert kode(LAMA, kini, rusak_sesudah=["kantor-contoh/rusak"]) == []


def test_every_code_of_revisions_has_a_case() -> None:
    ada = {f"SOP-{k}" for _, _, harap in CASES.values() for k in harap}
    assert ada == {k for k in KODE if k.startswith("SOP-R")}

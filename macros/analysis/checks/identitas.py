"""SOP-I001 to I007 and I009 to I013: the identity block, its dates, and when a review is due."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from macros.analysis.checks.konteks import AKTIF, Konteks, kunci_nomor
from macros.analysis.checks.teks import daftar_id, tulis_tanggal
from macros.analysis.keterkaitan import kunci_nama
from macros.analysis.temuan import Jalur, Temuan
from macros.diagnostics import Tingkat
from macros.model import Sop, Status

BULAN_PENINJAUAN = {"monitoring": 6, "evaluasi": 12}
"""Months between two reviews of a kind (PermenPANRB 35/2012)."""
_ISI_TITIK = re.compile(r"[\s._…-]*")


def periksa_identitas(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """Check the identity block. One that is missing altogether is one finding, not four."""
    if not sop.punya_identitas:
        yield Temuan("SOP-I006")
    else:
        yield from _kelengkapan(sop)
    yield from _tanggal(sop)
    yield from _pengganti(sop)
    yield from _ganda(sop, konteks)
    yield from _peninjauan(sop, konteks.hari_ini)


def _kelengkapan(sop: Sop) -> Iterator[Temuan]:
    """I001 to I003 and I012; of a draft nobody expects them yet."""
    tingkat = None if sop.status is Status.BERLAKU else Tingkat.SARAN
    if not sop.nomor:
        yield Temuan("SOP-I001", (), tingkat=tingkat)
    elif any(_ISI_TITIK.fullmatch(bagian) for bagian in sop.nomor.split("/")):
        yield Temuan("SOP-I012", ("nomor",), {"nomor": sop.nomor}, tingkat)
    if not (sop.tanggal_efektif or sop.tanggal_pengesahan):
        yield Temuan("SOP-I002", (), tingkat=tingkat)
    pejabat = sop.disahkan_oleh
    if pejabat is None:
        yield Temuan("SOP-I003", (), tingkat=tingkat)
    elif not (pejabat.jabatan or pejabat.nama):
        yield Temuan("SOP-I003", ("disahkan_oleh",), tingkat=tingkat)


def _tanggal(sop: Sop) -> Iterator[Temuan]:
    """I004 and I005."""
    if sop.tanggal_pembuatan is None:
        return
    pembuatan = tulis_tanggal(sop.tanggal_pembuatan)
    if sop.tanggal_efektif and sop.tanggal_efektif < sop.tanggal_pembuatan:
        isi = {"efektif": tulis_tanggal(sop.tanggal_efektif), "pembuatan": pembuatan}
        yield Temuan("SOP-I004", ("tanggal_efektif",), isi)
    if sop.tanggal_revisi and sop.tanggal_revisi < sop.tanggal_pembuatan:
        isi = {"revisi": tulis_tanggal(sop.tanggal_revisi), "pembuatan": pembuatan}
        yield Temuan("SOP-I005", ("tanggal_revisi",), isi)


def _pengganti(sop: Sop) -> Iterator[Temuan]:
    """I007 and I013: status and successor agree."""
    if sop.status is Status.DIGANTIKAN and not sop.digantikan_oleh:
        yield Temuan("SOP-I007", ("status",))
    if sop.digantikan_oleh and sop.status in AKTIF:
        yield Temuan("SOP-I013", ("digantikan_oleh",), {"status": sop.status.value})


def _ganda(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """I009 and I010, among the SOPs of the office that are not replaced or withdrawn."""
    if sop.status not in AKTIF:
        return
    senomor = konteks.nomor.get((sop.instansi, kunci_nomor(sop.nomor)), ())
    if lain := [id for id in senomor if id != sop.id]:
        yield Temuan("SOP-I009", ("nomor",), {"nomor": sop.nomor, "lain": daftar_id(lain)})
    senama = konteks.nama.get((sop.instansi, kunci_nama(sop.nama)), ())
    if lain := [id for id in senama if id != sop.id]:
        yield Temuan("SOP-I010", ("nama",), {"nama": sop.nama, "lain": daftar_id(lain)})


def _peninjauan(sop: Sop, hari_ini: date) -> Iterator[Temuan]:
    """I011, counted from the last review of the kind, or from when the present version began."""
    if sop.status is not Status.BERLAKU:
        return
    for jenis, bulan in BULAN_PENINJAUAN.items():
        mulai, jalur = _sejak(sop, jenis)
        if mulai is None:
            continue
        tempo = tambah_bulan(mulai, bulan)
        if tempo >= hari_ini:
            continue
        pernah = jalur[0] == "riwayat"
        keadaan = "terakhir tercatat" if pernah else "belum pernah tercatat sejak"
        isi = {
            "keadaan": f"{jenis.capitalize()} {keadaan} {tulis_tanggal(mulai)}",
            "tempo": tulis_tanggal(tempo),
            "kunci": jenis,
        }
        yield Temuan("SOP-I011", jalur, isi)


def _sejak(sop: Sop, jenis: str) -> tuple[date | None, Jalur]:
    """Return the day from which a review is counted, and where it is written."""
    tercatat = [(r.tanggal, ("riwayat", n)) for n, r in enumerate(sop.riwayat) if r.jenis == jenis]
    if tercatat:
        return max(tercatat)
    versi = [
        (tanggal, bidang)
        for bidang in ("tanggal_efektif", "tanggal_pengesahan", "tanggal_revisi")
        if (tanggal := getattr(sop, bidang)) is not None
    ]
    if versi:
        tanggal, bidang = max(versi)
        return tanggal, (bidang,)
    return sop.tanggal_pembuatan, ("tanggal_pembuatan",)


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """Return the same day some months later, or the last day of a month that is too short."""
    tahun, nomor = divmod(tanggal.month - 1 + bulan, 12)
    tahun, nomor = tanggal.year + tahun, nomor + 1
    if tahun > date.max.year:
        return date.max
    return date(tahun, nomor, min(tanggal.day, monthrange(tahun, nomor)[1]))

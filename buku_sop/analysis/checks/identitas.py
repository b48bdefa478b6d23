"""SOP-I001 to I007 and I009 to I013: the identity block, its dates, and when a review is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from buku_sop.analysis.checks.konteks import AKTIF, Konteks, KonteksSendiri, bernama_sendiri
from buku_sop.analysis.checks.teks import daftar_id
from buku_sop.analysis.kata.nama import kunci_nama, kunci_nomor
from buku_sop.analysis.temuan import Temuan
from buku_sop.analysis.tinjauan import KODE_TEMPO, tinjauan_sop
from buku_sop.diagnostics import Tingkat
from buku_sop.model import Sop, Status
from buku_sop.model.tanggal import tulis_tanggal

_ISI_TITIK = re.compile(r"[\s._…-]*")


def periksa_identitas(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check the identity block. One that is missing altogether is one finding, not four."""
    if not sop.punya_identitas:
        yield Temuan("SOP-I006")
    else:
        yield from _kelengkapan(sop)
    yield from _tanggal(sop)
    yield from _belum_tiba(sop)
    yield from _pengganti(sop)
    yield from _peninjauan(sop, konteks.hari_ini)


def _kelengkapan(sop: Sop) -> Iterator[Temuan]:
    """I001 to I003 and I012; of a draft nobody expects them yet."""
    tingkat = None if sop.status is Status.BERLAKU else Tingkat.SARAN
    if not sop.nomor:
        yield Temuan("SOP-I001", (), tingkat=tingkat)
    elif any(_ISI_TITIK.fullmatch(bagian) for bagian in sop.nomor.split("/")):
        yield Temuan("SOP-I012", ("nomor",), {"nomor": sop.nomor}, tingkat)
    if not (sop.paling_akhir("tanggal_efektif") or sop.paling_akhir("tanggal_pengesahan")):
        yield Temuan("SOP-I002", (), tingkat=tingkat)
    if not sop.disahkan_oleh:
        yield Temuan("SOP-I003", (), tingkat=tingkat)
    elif not any(p.jabatan or p.nama for p in sop.disahkan_oleh):
        yield Temuan("SOP-I003", ("disahkan_oleh",), tingkat=tingkat)


def _tanggal(sop: Sop) -> Iterator[Temuan]:
    """I004 and I005; of a date that is only a month or a year, only where no day of it would do."""
    pembuatan = sop.paling_awal("tanggal_pembuatan")
    if pembuatan is None:
        return
    for kode, apa in (("SOP-I004", "efektif"), ("SOP-I005", "revisi")):
        bidang = f"tanggal_{apa}"
        akhir = sop.paling_akhir(bidang)
        if akhir and akhir < pembuatan:
            isi = {apa: _tulis(sop, bidang), "pembuatan": _tulis(sop, "tanggal_pembuatan")}
            yield Temuan(kode, (bidang,), isi)


_SUDAH = ("tanggal_pembuatan", "tanggal_pengesahan")
"""Dates that are past once an SOP is in force."""


def _belum_tiba(sop: Sop) -> Iterator[Temuan]:
    """I022: an SOP in force was made and signed."""
    for bidang in _SUDAH:
        if sop.status is Status.BERLAKU and bidang in sop.mendatang:
            isi = {"apa": bidang.replace("_", " "), "hari": _tulis(sop, bidang)}
            yield Temuan("SOP-I022", (bidang,), isi)


def _tulis(sop: Sop, bidang: str) -> str:
    """Write a date of the identity as the document has it."""
    if tertulis := sop.tanggal_tertulis.get(bidang):
        return tertulis.teks
    tanggal: date = getattr(sop, bidang)
    return tulis_tanggal(tanggal)


def _pengganti(sop: Sop) -> Iterator[Temuan]:
    """I007, I013, I020 and I021: status, successor and last day agree, and the end has a day and a reason."""
    if sop.status not in AKTIF:
        ada = {"tanggal": sop.paling_akhir("tanggal_dicabut"), "alasan": sop.alasan_dicabut}
        kurang = [apa for apa, isi in ada.items() if not isi]
        if kurang:
            isi = {"status": sop.status.value, "kurang": " dan ".join(kurang) + "nya"}
            yield Temuan("SOP-I020", ("status",), isi)
    if sop.status is Status.DIGANTIKAN and not sop.digantikan_oleh:
        yield Temuan("SOP-I007", ("status",))
    if sop.digantikan_oleh and sop.status in AKTIF and not sop.berlaku_sampai:
        yield Temuan("SOP-I013", ("digantikan_oleh",), {"status": sop.status.value})
    akhir = sop.paling_awal("tanggal_dicabut")
    if akhir and sop.status in AKTIF and (sop.status is Status.DRAF or not sop.berlaku_sampai):
        isi = {"status": sop.status.value, "hari": _tulis(sop, "tanggal_dicabut")}
        yield Temuan("SOP-I021", ("tanggal_dicabut",), isi)


def periksa_ganda(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """I009 and I010, among the SOPs of the office that are not replaced or withdrawn."""
    if not bernama_sendiri(sop):
        return
    senomor = konteks.nomor.get((sop.instansi, kunci_nomor(sop.nomor)), ())
    if lain := [id for id in senomor if id != sop.id]:
        yield Temuan("SOP-I009", ("nomor",), {"nomor": sop.nomor, "lain": daftar_id(lain)})
    senama = konteks.nama.get((sop.instansi, kunci_nama(sop.nama)), ())
    if lain := [id for id in senama if id != sop.id]:
        yield Temuan("SOP-I010", ("nama",), {"nama": sop.nama, "lain": daftar_id(lain)})


def _peninjauan(sop: Sop, hari_ini: date) -> Iterator[Temuan]:
    """I011: what `buku_sop.analysis.tinjauan` calls overdue."""
    for t in tinjauan_sop(sop, hari_ini):
        if t.lewat(hari_ini):
            keadaan = "terakhir tercatat" if t.tercatat else "belum tercatat sejak"
            isi = {
                "keadaan": f"{t.jenis.capitalize()} {keadaan} {tulis_tanggal(t.sejak)}",
                "tempo": tulis_tanggal(t.tempo),
                "kunci": t.jenis,
            }
            yield Temuan(KODE_TEMPO, t.jalur, isi)

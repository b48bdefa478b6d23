"""SOP-M001 to M003 and M007 to M009: kelengkapan, waktu and output of the steps. M004: see `output`, M005 and M006: `kegiatan`."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.kegiatan import awal_atau_akhir, periksa_kegiatan
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import (
    gabung,
    jalur_langkah,
    nomor_langkah,
)
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import JamKerja, KeadaanWaktu, Langkah, Prosedur, Satuan, Sop, Waktu
from buku_sop.model.teks import sebaris

_TANPA_GAYA = 2
"""Steps up to which a table shows no style of its own."""


def periksa_mutu_baku(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check the quality standard of every step; other forms than SOP-AP need not have all of it."""
    jam_kerja = konteks.instansi(sop).jam_kerja
    for p, prosedur in enumerate(sop.prosedur):
        if prosedur.polos:
            continue
        if sop.bentuk is None:
            yield from _mutu_baku(sop, prosedur, p)
        for i, langkah in enumerate(prosedur.langkah):
            yield from _waktu(langkah.waktu, jam_kerja, p, i)
            yield from _waktu_di_kolom_lain(langkah, p, i)
            yield from periksa_kegiatan(prosedur, langkah, p, i, nomor_langkah(sop, p, i))
    yield from _hari_bercampur(sop)


def _mutu_baku(sop: Sop, prosedur: Prosedur, p: int) -> Iterator[Temuan]:
    """M002. A row that only says "Mulai" or "Selesai" needs no quality standard.

    What no step has at all is told once: the document has no such column.
    """
    kurang = {
        i: _kurang(langkah)
        for i, langkah in enumerate(prosedur.langkah)
        if not awal_atau_akhir(langkah)
    }
    semua = set.intersection(*map(set, kurang.values())) if len(kurang) > _TANPA_GAYA else set()
    if semua:
        nomor = [nomor_langkah(sop, p, i) for i in kurang]
        yield _belum(nomor, [k for k in _MUTU_BAKU if k in semua], ("prosedur", p, "langkah"))
    for i, apa in kurang.items():
        if sisa := [k for k in apa if k not in semua]:
            yield _belum([nomor_langkah(sop, p, i)], sisa, jalur_langkah(p, i))


_MUTU_BAKU = ("kelengkapan", "waktu", "output")


def _kurang(langkah: Langkah) -> list[str]:
    """List what of its quality standard a step lacks."""
    ada = {
        "kelengkapan": bool(langkah.kelengkapan),
        "waktu": langkah.waktu.keadaan is not KeadaanWaktu.KOSONG,
        "output": bool(langkah.output),
    }
    return [nama for nama in _MUTU_BAKU if not ada[nama]]


def _belum(nomor: list[str], kurang: list[str], jalur: Jalur) -> Temuan:
    langkah = nomor[0] if len(nomor) == 1 else f"{nomor[0]} sampai {nomor[-1]}"
    tetap = "; waktu yang tidak tetap ditulis `sesuai kebutuhan`" if "waktu" in kurang else ""
    isi = {
        "langkah": langkah,
        "semua_langkah": ", ".join(nomor),
        "kurang": gabung(kurang),
        "tetap": tetap,
    }
    return Temuan("SOP-M002", jalur, isi)


def _waktu(waktu: Waktu, jam_kerja: JamKerja, p: int, i: int) -> Iterator[Temuan]:
    """M001, M007 and M008."""
    jalur, isi = jalur_langkah(p, i, "waktu"), {"waktu": sebaris(waktu.teks)}
    if waktu.keadaan is KeadaanWaktu.TAK_TERBACA:
        yield Temuan("SOP-M001", jalur, isi)
    if waktu.ejaan:
        yield Temuan("SOP-M008", jalur, {**isi, "satuan": waktu.ejaan})
    for kasus in waktu.kasus:
        cepat, lama = kasus.rentang.paling_cepat, kasus.rentang.paling_lama
        if cepat.kerja <= lama.kerja and cepat.kalender <= lama.kalender:
            continue
        ukuran = jam_kerja.menit_per_hari, jam_kerja.hari_per_minggu
        if cepat.setara(*ukuran) > lama.setara(*ukuran):
            yield Temuan("SOP-M007", jalur, isi)
            return


def _waktu_di_kolom_lain(langkah: Langkah, p: int, i: int) -> Iterator[Temuan]:
    """M009: what names a document holds nothing but a time, as where cells were filled down over one column too many."""
    for kolom in ("kelengkapan", "output"):
        for n, teks in enumerate(getattr(langkah, kolom)):
            if _hanya_waktu(teks):
                isi = {"kolom": kolom, "teks": teks}
                yield Temuan("SOP-M009", jalur_langkah(p, i, kolom, n), isi)


def _hanya_waktu(teks: str) -> bool:
    """Whether a text says how long, and not what for."""
    if not any(map(str.isdecimal, teks)):
        return False
    waktu = baca_waktu(teks)
    return waktu.keadaan is KeadaanWaktu.TERBACA and not any(k.untuk for k in waktu.kasus)


def _hari_bercampur(sop: Sop) -> Iterator[Temuan]:
    """M003, once: at the first plain "hari" of an SOP that also names the kind of day elsewhere.

    "1 x 24 jam" is calendar time too, but nobody mistakes it for a kind of "hari".
    """
    hari, lain = None, set[Satuan]()
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            satuan = langkah.waktu.satuan
            if Satuan.HARI in satuan and hari is None:
                hari = jalur_langkah(p, i, "waktu")
            if Satuan.HARI_KERJA in satuan:
                lain.add(Satuan.HARI_KERJA)
            if Satuan.HARI_KALENDER in satuan and "kalender" in langkah.waktu.teks.casefold():
                lain.add(Satuan.HARI_KALENDER)
    if hari is not None and lain:
        sebutan = [s.value for s in (Satuan.HARI_KERJA, Satuan.HARI_KALENDER) if s in lain]
        yield Temuan("SOP-M003", hari, {"lain": gabung(sebutan)})

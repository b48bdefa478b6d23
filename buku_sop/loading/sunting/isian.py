"""A doubtful value as a form that a person fills in, and what was filled in as a change of the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from buku_sop.loading.places import Value
from buku_sop.loading.sunting.forms import entry_at
from buku_sop.loading.sunting.keraguan import Ragu
from buku_sop.loading.sunting.konfirmasi import konfirmasi
from buku_sop.loading.sunting.lambang import (
    BERIKUT,
    LANJUT,
    SELESAI,
    Cabang,
    Tujuan,
    baca_giliran,
    setel_cabang,
    setel_giliran,
    setel_ke,
)
from buku_sop.loading.sunting.langkah import daftar_langkah
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, setel
from buku_sop.loading.sunting.pilihan import TANPA_ASAL, Sebut, dan, nama_pelaksana, sebut_tujuan
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model.tulisan import tulis


class Jenis(StrEnum):
    """What kind of form a value has."""

    TEKS = "teks"
    """One text; its line breaks are kept where they are content."""
    DAFTAR = "daftar"
    """Texts, one item each."""
    PETA = "peta"
    """Texts by key: an official, the names of lanes."""
    KE = "ke"
    """For each turn of a step the targets it leads to."""
    ASAL = "asal"
    """The step from which an arrow comes."""
    CABANG = "cabang"
    """Labels, each with its targets."""
    PELAKSANA = "pelaksana"
    """For each turn the lanes that act in it."""
    BERKAS = "berkas"
    """Nothing that a form holds: it is changed in the file."""


@dataclass(frozen=True, slots=True)
class Isian:
    """A form with what it holds now, as plain values."""

    jenis: Jenis
    nilai: Any = None
    pilihan: tuple[tuple[Tujuan, str], ...] = ()
    """What may be chosen: value and words."""
    nama: tuple[tuple[str, str], ...] = ()
    """Of turns and keys: what each is called."""


def isian(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Isian:
    """Return the form for a doubtful value."""
    if ragu.tabel is not None:
        if ragu.bidang == "ke" and ragu.alasan.startswith(TANPA_ASAL):
            lain = tuple(t for t in _semua_langkah(naskah, ragu, sebut) if t[0] != ragu.langkah)
            return Isian(Jenis.ASAL, None, lain)
        if ragu.bidang in ("ke", "cabang"):
            return _arah(naskah, ragu, sebut)
        if ragu.bidang == "pelaksana":
            nama = tuple(nama_pelaksana(naskah, ragu).items())
            semua = baca_giliran(naskah, ragu.tabel, ragu.langkah)
            return Isian(Jenis.PELAKSANA, [list(g.pelaksana) for g in semua if g.pelaksana], nama)
    return _nilai(naskah, ragu)


def setel_isian(naskah: Naskah, ragu: Ragu, nilai: Any) -> Perubahan:
    """Let a doubtful value be what was filled in, and take the doubt away.

    Raises TakDapatDisunting where that makes no sense, or is no value of its form.
    """
    try:
        hasil = _setel(naskah, ragu, nilai)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise TakDapatDisunting("isian itu bukan yang diminta") from error
    return hasil.lalu(lambda x: konfirmasi(x, ragu.di, ragu.bidang))


def _setel(naskah: Naskah, ragu: Ragu, nilai: Any) -> Perubahan:
    bentuk = isian(naskah, ragu, str)
    tabel, n = ragu.tabel or (), ragu.langkah
    match bentuk.jenis:
        case Jenis.TEKS:
            return setel(naskah, ragu.jalan, _wajib(ragu, _teks(nilai)))
        case Jenis.DAFTAR:
            return setel(naskah, ragu.jalan, [_teks(x) for x in nilai])
        case Jenis.PETA:
            hasil = Perubahan(naskah)
            for kunci, _ in bentuk.nama:
                isi = _teks(nilai[kunci])
                if isi != (bentuk.nilai[kunci] or ""):
                    di = _di_peta(naskah, ragu, kunci)
                    hasil = hasil.lalu(lambda x, d=di, v=isi: setel(x, d, v))  # type: ignore[misc]
            return hasil
        case Jenis.ASAL:
            return _setel_asal(naskah, ragu, int(nilai))
        case Jenis.KE:
            hasil = Perubahan(naskah)
            for g, ke in nilai:
                hasil = hasil.lalu(lambda x, g=int(g), t=ke: setel_ke(x, tabel, n, g, _tujuan(t)))  # type: ignore[misc]
            return hasil
        case Jenis.CABANG:
            semua = baca_giliran(naskah, tabel, n)
            g = next((i for i, s in enumerate(semua) if s.cabang), len(semua) - 1)
            cabang = [Cabang(_teks(c["label"]), _tujuan(c["ke"])) for c in nilai]
            return setel_cabang(naskah, tabel, n, g, [c for c in cabang if c.ke])
        case Jenis.PELAKSANA:
            return setel_giliran(naskah, tabel, n, [[_teks(x) for x in siapa] for siapa in nilai])
        case _:
            raise TakDapatDisunting("isian ini hanya dapat diubah di berkasnya")


def _setel_asal(naskah: Naskah, ragu: Ragu, dari: int) -> Perubahan:
    tabel = ragu.tabel or ()
    semua = baca_giliran(naskah, tabel, dari)
    satu, g = semua[-1], len(semua) - 1
    if satu.cabang:
        cabang = (*satu.cabang, Cabang("", (ragu.langkah,)))
        return setel_cabang(naskah, tabel, dari, g, cabang)
    return setel_ke(naskah, tabel, dari, g, (*(satu.ke or (LANJUT,)), ragu.langkah))


# --- Where a step leads -----------------------------------------------------------------------------


def _arah(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Isian:
    assert ragu.tabel is not None
    semua = baca_giliran(naskah, ragu.tabel, ragu.langkah)
    akhir = ragu.langkah + 1 == len(daftar_langkah(naskah, ragu.tabel))
    tetap: list[Tujuan] = [SELESAI] if akhir else [LANJUT, SELESAI]
    if len(semua) > 1:
        tetap.insert(0, BERIKUT)
    lain = dict.fromkeys(
        x
        for g in semua
        for ke in (g.ke, *(c.ke for c in g.cabang))
        for x in ke
        if isinstance(x, str) and x not in tetap
    )
    pilihan = (
        *((t, _kata(t, sebut)) for t in tetap),
        *_semua_langkah(naskah, ragu, sebut),
        *((t, t) for t in lain),
    )
    memutus = next((g for g in semua if g.cabang), None)
    if memutus is not None:
        cabang = [{"label": c.label, "ke": list(c.ke)} for c in memutus.cabang]
        return Isian(Jenis.CABANG, cabang, pilihan)
    if ragu.bidang == "cabang":
        return Isian(Jenis.CABANG, [{"label": "", "ke": list(semua[-1].ke or (LANJUT,))}], pilihan)
    nama = nama_pelaksana(naskah, ragu)
    siapa = tuple(
        (str(g), dan(nama.get(x, x) for x in satu.pelaksana)) for g, satu in enumerate(semua)
    )
    nilai = [
        [
            g,
            list(satu.ke)
            or ([] if akhir and satu.terakhir else [LANJUT if satu.terakhir else BERIKUT]),
        ]
        for g, satu in enumerate(semua)
    ]
    return Isian(Jenis.KE, nilai, pilihan, siapa)


def _kata(ke: Tujuan, sebut: Sebut) -> str:
    return tulis("periksa.berikut_baris") if ke == BERIKUT else sebut_tujuan(ke, sebut)


def _semua_langkah(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> tuple[tuple[Tujuan, str], ...]:
    return tuple((i, sebut(i)) for i in range(len(daftar_langkah(naskah, ragu.tabel or ()))))


def _tujuan(isi: Any) -> tuple[Tujuan, ...]:
    if not isinstance(isi, list) or not all(isinstance(x, int | str) for x in isi):
        raise TypeError
    return tuple(x for x in isi if x != "")


# --- Texts ------------------------------------------------------------------------------------------


def _nilai(naskah: Naskah, ragu: Ragu) -> Isian:
    """Return the form for a value that is no part of the flow."""
    kini = naskah.isi(ragu.jalan)
    if ragu.bidang in ("langkah", "prosedur"):
        return Isian(Jenis.BERKAS)
    entry = entry_at(naskah.form, naskah.data, ragu.jalan)
    if ragu.bidang == "pelaksana" and isinstance(kini, dict):
        nama = {id: _nama_lajur(x) for id, x in kini.items()}
        return Isian(Jenis.PETA, nama, nama=tuple(nama.items()))
    dalam = entry.inside.form
    if dalam is not None and (kini is None or isinstance(kini, dict)):
        isi = kini or {}
        kunci = {k: str(isi.get(k) or "") for k in dalam.urutan() if k != "perlu_konfirmasi"}
        if all(isinstance(v, str) for v in isi.values()) and set(isi) <= set(kunci):
            return Isian(Jenis.PETA, kunci, nama=tuple((k, k) for k in kunci))
    if dalam is None and isinstance(kini, list) and all(isinstance(x, str) for x in kini):
        return Isian(Jenis.DAFTAR, list(kini))
    if dalam is None and (kini is None or isinstance(kini, str)) and _bersahaja(naskah, ragu):
        return Isian(Jenis.TEKS, kini or "")
    return Isian(Jenis.BERKAS)


def _bersahaja(naskah: Naskah, ragu: Ragu) -> bool:
    """Whether a field is one that a text may fill."""
    form = entry_at(naskah.form, naskah.data, ragu.jalan).around.form
    return form is not None and ragu.bidang in form.model_fields


def _nama_lajur(isi: Value) -> str:
    return str((isi.get("nama") if isinstance(isi, dict) else isi) or "")


def _di_peta(naskah: Naskah, ragu: Ragu, kunci: str) -> tuple[str | int, ...]:
    di = (*ragu.jalan, kunci)
    return (*di, "nama") if isinstance(naskah.isi(di), dict) else di


def _wajib(ragu: Ragu, teks: str) -> str:
    if not teks and ragu.bidang in ("kegiatan", "nama"):
        raise TakDapatDisunting("isian ini tidak boleh kosong")
    return teks


def _teks(nilai: Any) -> str:
    if not isinstance(nilai, str):
        raise TypeError
    return nilai.strip()

"""The handbook as data: `data/handbook.json`, and each SOP's own `sop.json`.

Every field of the model is there, references are resolved, times stand as words and as minutes, and
pages are named by their address from the root of the site. An
official's NIP contains a date of birth: it is left out unless the office asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from buku_sop.analysis.alur.waktu import TotalWaktu, total_prosedur, total_sop
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, Tautan
from buku_sop.model import (
    BerkasInstansi,
    Bilangan,
    Durasi,
    Handbook,
    Instansi,
    Prosedur,
    Rentang,
    Sop,
    Tujuan,
    Waktu,
)
from buku_sop.model.bentuk import BentukLembar
from buku_sop.model.bidang_bagian import BIDANG_KONTAK
from buku_sop.views.dasar.alamat import BERANDA, Alamat, halaman_sop, path_lampiran
from buku_sop.views.dasar.istilah import kunci_status, tulis_status
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.waktu import tulis_kasus, tulis_total

VERSI = 1
"""Raised when a reader of the data must change."""


class PenulisData:
    """Writes the data files of a handbook."""

    def __init__(self, handbook: Handbook, keterkaitan: Keterkaitan, direktori: bool) -> None:
        """`direktori` tells which form the addresses of pages have, as in `Alamat`."""
        self._handbook, self._keterkaitan = handbook, keterkaitan
        self._alamat = Alamat(BERANDA, direktori)
        self._tertulis: dict[str, str] = {}

    def buku(self) -> str:
        """Write `data/handbook.json`."""
        instansi = _json([self._kantor(i) for i in self._handbook.instansi])
        sop = ",".join(map(self._sop, self._handbook.sop))
        singkatan = _json({s.singkatan: s.arti for s in self._handbook.singkatan})
        padanan = _json({p.kata: p.sebutan for p in self._handbook.padanan})
        return (
            f'{{"versi":{VERSI},"instansi":{instansi},"sop":[{sop}],'
            f'"singkatan":{singkatan},"padanan":{padanan}}}'
        )

    def sop(self, sop: Sop) -> str:
        """Write the `sop.json` of an SOP."""
        instansi = _json(_instansi(self._handbook.cari_instansi(sop.instansi)))
        return f'{{"versi":{VERSI},"instansi":{instansi},"sop":{self._sop(sop)}}}'

    def _kantor(self, instansi: Instansi) -> dict[str, Any]:
        """Write an office with the SOPs that it needs, where it wrote them down."""
        kebutuhan = self._handbook.kebutuhan.get(instansi.id)
        return _instansi(instansi) | ({"kebutuhan": asdict(kebutuhan)} if kebutuhan else {})

    def _sop(self, sop: Sop) -> str:
        """Write an SOP, once for both files."""
        if sop.id not in self._tertulis:
            instansi = self._handbook.cari_instansi(sop.instansi)
            penulis = _PenulisSop(
                sop, instansi, self._keterkaitan, self._alamat, self._handbook.berkas
            )
            self._tertulis[sop.id] = _json(penulis.tulis())
        return self._tertulis[sop.id]


_POLOS = frozenset((str, bool, int, type(None)))
"""Classes of values that JSON has itself."""


class _PenulisSop:
    def __init__(
        self,
        sop: Sop,
        instansi: Instansi,
        keterkaitan: Keterkaitan,
        alamat: Alamat,
        berkas: Mapping[tuple[str, str], BerkasInstansi],
    ) -> None:
        self.berkas = berkas
        self.sop, self.instansi, self.keterkaitan, self.alamat = sop, instansi, keterkaitan, alamat

    def tulis(self) -> dict[str, Any]:
        sop, rujukan = self.sop, self.keterkaitan
        isi = self._bidang(replace(sop, prosedur=()), _bidang(Sop))  # which are written below
        isi |= {
            "instansi": sop.instansi,
            "halaman": self.alamat.ke(halaman_sop(sop.id)),
            "keadaan": {"kunci": kunci_status(sop), "teks": tulis_status(sop)},
            "waktu_standar": self._total(total_sop(sop, self.instansi.jam_kerja)),
            "jumlah_langkah": sop.jumlah_langkah,
            "keterkaitan": [self._tautan(t) for t in rujukan.keterkaitan.get(sop.id, ())],
            "dirujuk_oleh": [self._isi(r) for r in rujukan.dirujuk_oleh.get(sop.id, ())],
            "padanan": list(rujukan.padanan(sop.id)),
            "prosedur": [self._prosedur(p, prosedur) for p, prosedur in enumerate(sop.prosedur)],
        }
        isi["lampiran"] = [
            {**x, "path": path_lampiran(sop.instansi, x["berkas"])}
            if (sop.instansi, x["berkas"]) in self.berkas
            else x
            for x in isi["lampiran"]
        ]
        pengganti = rujukan.digantikan_oleh.get(sop.id)
        isi["digantikan_oleh"] = self._tautan(pengganti) if pengganti else None
        return isi

    def _prosedur(self, p: int, prosedur: Prosedur) -> dict[str, Any]:
        isi: dict[str, Any] = self._isi(prosedur)
        banyak = len(self.sop.prosedur)
        nomor = isi.pop("nomor")
        for i, langkah in enumerate(isi["langkah"]):
            langkah["urutan"] = i + 1
            langkah["nomor"] = nomor[i]
            langkah["jangkar"] = jangkar_langkah(p, i, banyak)
            langkah["keterangan"] = [
                [self._tautan(x.tautan) if x.tautan else {"teks": x.teks} for x in butir]
                for butir in self.keterkaitan.keterangan(self.sop.id, p, i)
            ]
        isi["waktu_standar"] = self._total(total_prosedur(prosedur, self.instansi.jam_kerja))
        return isi

    def _tautan(self, tautan: Tautan) -> dict[str, Any]:
        isi: dict[str, Any] = {"teks": tautan.teks, "jenis": tautan.jenis.value}
        if tautan.sop:
            isi |= {"sop": tautan.sop, "halaman": self.alamat.ke(halaman_sop(tautan.sop))}
        if tautan.calon:
            isi["calon"] = list(tautan.calon)
        if tautan.luar:
            isi |= {"buku_lain": [asdict(t) for t in tautan.luar], "pasti": tautan.pasti}
        return isi

    def _total(self, total: TotalWaktu) -> dict[str, Any]:
        teks = tulis_total(total, self.instansi.jam_kerja)
        return {"teks": teks, **_rentang(total.rentang)}

    def _waktu(self, waktu: Waktu) -> dict[str, Any]:
        return {
            "teks": waktu.teks,
            "keadaan": waktu.keadaan.value,
            "satuan_kolom": waktu.satuan_kolom.value if waktu.satuan_kolom else None,
            "kasus": [
                {
                    "untuk": k.untuk,
                    "jenis": k.jenis.value if k.jenis else None,
                    "sifat": k.sifat.value,
                    "teks": tulis_kasus(k, self.instansi.jam_kerja),
                    **_rentang(k.rentang),
                }
                for k in waktu.kasus
            ],
        }

    def _isi(self, nilai: Any) -> Any:
        """Write any value of the model."""
        jenis = nilai.__class__
        if jenis in _POLOS:
            return nilai
        if jenis is tuple or jenis is list:
            return [v if v.__class__ in _POLOS else self._isi(v) for v in nilai]
        if isinstance(nilai, Waktu):
            return self._waktu(nilai)
        if isinstance(nilai, Tujuan):
            return f"{nilai.langkah}/{nilai.pelaksana}" if nilai.pelaksana else nilai.langkah
        if isinstance(nilai, Enum):
            return nilai.value
        if isinstance(nilai, BentukLembar):
            return nilai.id
        if isinstance(nilai, date):
            return nilai.isoformat()
        if bidang := _bidang(jenis):
            return self._bidang(nilai, bidang)
        if isinstance(nilai, Mapping):
            return {str(k): self._isi(v) for k, v in nilai.items()}
        if isinstance(nilai, (tuple, list)):
            return [self._isi(v) for v in nilai]
        return nilai

    def _bidang(self, nilai: Any, bidang: Iterable[str]) -> dict[str, Any]:
        """Write fields of a value."""
        return {
            n: v if v.__class__ in _POLOS else self._isi(v)
            for n in bidang
            for v in (getattr(nilai, n),)
            if n != "nip" or self.instansi.tampilkan_nip
        }


@cache
def _bidang(jenis: Any) -> tuple[str, ...]:
    """Name the fields of a class of the model; none where it is no such class."""
    return tuple(f.name for f in fields(jenis)) if is_dataclass(jenis) else ()


def _instansi(instansi: Instansi) -> dict[str, Any]:
    """Write an office; the logo belongs to the printed sheet."""
    return {
        "id": instansi.id,
        "nama": instansi.nama,
        "nama_pendek": instansi.nama_pendek,
        "pemerintah": instansi.pemerintah,
        "kop": list(instansi.kop),
        "alamat": instansi.alamat,
        "kontak": {b: getattr(instansi.kontak, b) for b in BIDANG_KONTAK},
        "jam_kerja": {
            "jam_per_hari": _angka(instansi.jam_kerja.jam_per_hari),
            "hari_per_minggu": instansi.jam_kerja.hari_per_minggu,
        },
        "istilah": dict(instansi.istilah),
        "singkatan": {s.singkatan: list(s.arti) for s in instansi.singkatan},
    }


def _rentang(rentang: Rentang) -> dict[str, Any]:
    """Write a range in minutes of both clocks."""
    return {
        "paling_cepat": _durasi(rentang.paling_cepat),
        "paling_lama": _durasi(rentang.paling_lama),
    }


def _durasi(durasi: Durasi) -> dict[str, int | float]:
    return {"menit_kerja": _angka(durasi.kerja), "menit_kalender": _angka(durasi.kalender)}


def _angka(nilai: Bilangan) -> int | float:
    return int(nilai) if nilai.denominator == 1 else round(float(nilai), 4)


def _json(isi: object) -> str:
    """Write JSON that is also harmless where somebody pastes it into a page."""
    teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
    return teks.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

"""The procedure in words: as a numbered list, or as a table of those columns that are filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt
from typing import Any

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, Potongan
from buku_sop.layout.text import width
from buku_sop.model import Instansi, Langkah, Prosedur, Sop
from buku_sop.views.dasar.isian import siapa
from buku_sop.views.lembar.baris import judul_cetak, sebut_tujuan, tulis_kegiatan
from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.kertas import PT

KOLOM = ("pelaksana", "kelengkapan", "waktu", "output", "keterangan")
"""What stands beside an activity."""
_UTUH = 700
"""A step of fewer characters is not broken across pages."""
_PENGGAL = 12.0
"""Space left of a list's words, in mm."""
_NOMOR = 9.0
_SISIP = 3.2
"""Space left and right of the words of a column together, in mm."""
_KATA_TERLEBAR = 27.0
"""A column is as wide as its longest word, up to this many mm; longer words are broken."""
_KECIL = 0.9


class PenulisProsedur:
    """Writes procedures for a width in mm and letters of a size in pt."""

    def __init__(
        self, sop: Sop, instansi: Instansi, isi: PenulisIsi, keterkaitan: Keterkaitan
    ) -> None:
        self.sop, self.instansi, self.isi = sop, instansi, isi
        self.keterkaitan = keterkaitan

    def daftar(self, p: int, lebar: float, pt: float) -> dict[str, Any]:
        """Write a procedure as a list; what stands beside an activity follows it in smaller letters."""
        prosedur = self.sop.prosedur[p]
        langkah = []
        for i, satu in enumerate(prosedur.langkah):
            rinci = [
                {"label": self.isi.penulis.bersih(self._label(k, prosedur)), "isi": nilai}
                for k in KOLOM
                if (nilai := self._nilai(p, i, k, lebar - _PENGGAL, pt * _KECIL))
            ]
            langkah.append(
                {
                    "no": self.isi.penulis.bersih(prosedur.nomor[i]),
                    "isi": self.isi.teks(tulis_kegiatan(satu), lebar - _PENGGAL, pt),
                    "jalan": self._jalan(prosedur, i, lebar - _PENGGAL, pt * _KECIL),
                    "rinci": rinci,
                    "utuh": sum(len(_isi(satu, k, prosedur)) for k in ("kegiatan", *KOLOM)) < _UTUH,
                }
            )
        return {"jenis": "daftar", **self._sekitar(prosedur, lebar, pt), "langkah": langkah}

    def tabel(self, p: int, lebar: float, pt: float) -> dict[str, Any]:
        """Write a procedure as a table."""
        prosedur = self.sop.prosedur[p]
        kolom = ["kegiatan", *(k for k in KOLOM if any(_terisi(x, k) for x in prosedur.langkah))]
        ukuran = self._ukuran(prosedur, kolom, lebar - _NOMOR, pt)
        tulis = self.isi.penulis
        baris = []
        for i, satu in enumerate(prosedur.langkah):
            sel: list[list[Any]] = [
                [self.isi.teks(tulis_kegiatan(satu), ukuran["kegiatan"] - 3.0, pt)]
            ]
            sel[0] += self._jalan(prosedur, i, ukuran["kegiatan"] - 3.0, pt)
            sel += [self._nilai(p, i, k, ukuran[k] - 5.5, pt) for k in kolom[1:]]
            utuh = sum(len(_isi(satu, k, prosedur)) for k in kolom) < _UTUH
            baris.append({"no": tulis.bersih(prosedur.nomor[i]), "sel": sel, "utuh": utuh})
        return {
            "jenis": "tabel",
            **self._sekitar(prosedur, lebar, pt),
            "kolom": [_NOMOR, *ukuran.values()],
            "kepala": [
                "No.",
                *(tulis.muat(self._label(k, prosedur), ukuran[k] - 3.0, pt) for k in kolom),
            ],
            "baris": baris,
        }

    def _ukuran(
        self, prosedur: Prosedur, kolom: Sequence[str], lebar: float, pt: float
    ) -> dict[str, float]:
        """Share a width among columns: each as wide as its longest word, and the rest by how much they hold."""
        huruf, paling, bobot = pt * PT, dict[str, float](), dict[str, float]()
        for k in kolom:
            teks = [_isi(x, k, prosedur) for x in prosedur.langkah]
            kata = [w for t in (*teks, self._label(k, prosedur)) for w in t.split()]
            terlebar = max((width(w, huruf) for w in kata), default=0.0)
            paling[k] = min(_KATA_TERLEBAR, terlebar * 1.08) + _SISIP
            bobot[k] = sqrt(max(width(t, huruf) for t in teks) + 1.0) * (
                1.6 if k == "kegiatan" else 1
            )
        sisa = max(0.0, lebar - sum(paling.values()))
        kurang = min(1.0, lebar / sum(paling.values()))
        jumlah = sum(bobot.values())
        return {k: round(paling[k] * kurang + sisa * bobot[k] / jumlah, 3) for k in kolom}

    def _sekitar(self, prosedur: Prosedur, lebar: float, pt: float) -> dict[str, Any]:
        """Write the title over a procedure, and the notes below it."""
        return {
            "judul": self.isi.penulis.muat(prosedur.judul, lebar, pt),
            "catatan": [self.isi.teks(t, lebar - 8.0, pt) for t in prosedur.catatan],
            "label_catatan": judul_cetak("catatan", self.sop, self.instansi),
        }

    def _label(self, kolom: str, prosedur: Prosedur) -> str:
        label = judul_cetak(kolom, self.sop, self.instansi)
        satuan = prosedur.satuan_waktu if kolom == "waktu" else None
        return f"{label} ({satuan})" if satuan else label

    def _nilai(self, p: int, i: int, kolom: str, lebar: float, pt: float) -> list[Any]:
        """Write the texts of a step in a column."""
        langkah = self.sop.prosedur[p].langkah[i]
        if kolom == "keterangan":
            potongan: Sequence[Sequence[Potongan]] = self.keterkaitan.keterangan(self.sop.id, p, i)
            potongan = potongan or tuple((Potongan(t),) for t in langkah.keterangan)
            return [self.isi.potongan(x, lebar, pt) for x in potongan]
        if kolom == "pelaksana":
            teks = _siapa(self.sop.prosedur[p], langkah)
            return [self.isi.teks(teks, lebar, pt)] if teks else []
        nilai = (langkah.waktu.teks,) if kolom == "waktu" else getattr(langkah, kolom)
        return [self.isi.teks(t, lebar, pt) for t in nilai if t]

    def _jalan(self, prosedur: Prosedur, i: int, lebar: float, pt: float) -> list[Any]:
        """Say where the flow goes from a step, unless it simply goes on."""
        alur = susun_alur(prosedur)
        return [self.isi.teks(t, lebar, pt) for t in jalan_keluar(prosedur, alur, i)]


def jalan_keluar(prosedur: Prosedur, alur: Alur, i: int) -> Iterator[str]:
    """Yield the words of a step's symbols, and where their arrows lead, unless they simply go on."""
    for n, simpul in enumerate(alur.simpul):
        if simpul.langkah != i or simpul.tambahan:
            continue
        panah = [
            p
            for p in alur.keluar(n)
            if p.label or not _lanjut(alur, p.dari, p.ke) or len(alur.keluar(n)) > 1
        ]
        kata = "; ".join(sebut_tujuan(prosedur, alur, n, p.ke, p.label) for p in panah)
        depan = f"({simpul.teks})" if simpul.teks else ""
        if depan or kata:
            yield " ".join(filter(None, (depan, kata[:1].upper() + kata[1:])))


def _lanjut(alur: Alur, dari: int, ke: int) -> bool:
    """Whether an arrow leads to the next row that has symbols, or to another symbol of its own."""
    a, b = alur.simpul[dari].langkah, alur.simpul[ke].langkah
    return b == a or b == min((s.langkah for s in alur.simpul if s.langkah > a), default=a)


def _siapa(prosedur: Prosedur, langkah: Langkah) -> str:
    """Write who acts, each with the group that its column stands in."""
    lengkap = tuple(replace(x, label=x.lengkap) for x in prosedur.pelaksana)
    return siapa(replace(prosedur, pelaksana=lengkap), langkah)


def _isi(langkah: Langkah, kolom: str, prosedur: Prosedur) -> str:
    """Return the words of a step in a column, to be measured."""
    if kolom == "kegiatan":
        return tulis_kegiatan(langkah)
    if kolom == "pelaksana":
        return _siapa(prosedur, langkah)
    return langkah.waktu.teks if kolom == "waktu" else " ".join(getattr(langkah, kolom))


def _terisi(langkah: Langkah, kolom: str) -> bool:
    if kolom == "pelaksana":
        return bool(langkah.giliran)
    return bool(langkah.waktu.teks if kolom == "waktu" else getattr(langkah, kolom))

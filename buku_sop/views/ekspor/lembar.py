"""The sheet for Word and Excel: measured and laid out as the printed one, its words as they were written."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from buku_sop.model import Sop
from buku_sop.views.ekspor.gambar import GambarHalaman, PenggambarBerikat
from buku_sop.views.ekspor.label import meragukan, perjelas
from buku_sop.views.ekspor.xml import bersih
from buku_sop.views.lembar.gambar import PenggambarTabel
from buku_sop.views.lembar.halaman import Pembagian
from buku_sop.views.lembar.identitas import PenyusunIdentitas
from buku_sop.views.lembar.kerapatan import (
    BIASA,
    KERAPATAN,
    Kerapatan,
    PilihanTabel,
    Tabel,
    bagi_dalam,
)
from buku_sop.views.lembar.kertas import Kertas
from buku_sop.views.lembar.susun import KonteksLembar, Lembar, Pengukur
from buku_sop.views.lembar.teks import PenulisTeks

Isi = str | Sequence[Mapping[str, Any]]
"""A text of the sheet (`buku_sop.views.lembar.isi`): a line, or blocks of lines and lists."""
TANDA_BUTIR = "– "
"""Stands before each item of a cell that has several, as on the printed sheet."""


@dataclass(frozen=True, slots=True)
class Naskah:
    """A sheet with its words: what the templates of the printed one get, plainly."""

    sop: Sop
    kertas: Kertas
    kepala: Mapping[str, Any]
    """Everything but the tables, as `Lembar` gives it."""
    tabel: tuple[TabelNaskah, ...]
    huruf: float
    """Size of the letters of the identity, in pt."""
    halaman_identitas: int
    """How many pages the identity takes."""


@dataclass(frozen=True, slots=True)
class TabelNaskah:
    """A table of steps."""

    data: Mapping[str, Any]
    """Headings, widths and cells, as `Lembar` gives them."""
    halaman: tuple[GambarHalaman, ...]
    tinggi_kepala: float
    """mm"""

    @property
    def lebar(self) -> list[float]:
        """Return the widths of its columns in mm, from left to right."""
        k = self.data["kolom"]
        lane = [k["lane"]] * len(self.data["kepala"]["lane"])
        return [k["nomor"], k["kegiatan"], *lane, *(k[nama] for nama in k["urutan"])]

    @property
    def lebar_lane(self) -> float:
        """Return the width of all lanes together in mm."""
        return float(self.data["kolom"]["lane"] * len(self.data["kepala"]["lane"]))


LAPANG = (
    replace(KERAPATAN[BIASA], antar=10.0),
    replace(KERAPATAN[6], ruang=5.0, antar=10.0),
)
"""With more room for labels beside short lines than the printed sheet takes."""
_TERDEKAT = 4
"""So many densities are tried before those."""


class PenulisPolos(PenulisTeks):
    """Writes texts as they are: Word and Excel have other fonts, and break words by themselves."""

    def bersih(self, teks: str) -> str:
        """Return a text with plain spaces, of characters that XML can hold."""
        return bersih(" ".join(unicodedata.normalize("NFC", teks).split()))

    def muat(self, teks: str, lebar: float, pt: float) -> str:
        """Return the text without marks where it may be broken."""
        return self.bersih(teks)


class LembarBerikat(Lembar):
    """A sheet whose drawing knows what it ties."""

    penggambar = PenggambarBerikat
    lain = LAPANG

    def __init__(self, sop: Sop, konteks: KonteksLembar) -> None:
        super().__init__(sop, konteks)
        self.kerapatan: list[Kerapatan] = []
        """That of each table that is drawn."""

    def naskah_polos(self, ukur: Pengukur) -> Naskah:
        """Measure the sheet as it is printed, then write it with its own words."""
        self.kerapatan = []
        data = self.selesai(ukur)
        self.penulis = PenulisPolos(self.konteks.dikenal)
        self.identitas = PenyusunIdentitas(
            self.sop, self.instansi, self.penulis, self.kertas, self.konteks.keterkaitan, self.konteks.alamat,
        )  # fmt: skip
        pasang = zip(self.pelukis, data["tabel"], strict=True)
        tabel = tuple(
            self._polos(p, satu, rapat)
            for (p, satu), rapat in zip(pasang, self.kerapatan, strict=True)
        )
        tinggi = ukur(self.naskah())["tinggi_identitas"] if data["identitas_panjang"] else 0.0
        penuh = -int(-tinggi // self.kertas.tinggi_isi) if tinggi else 1
        kepala = self._kepala()
        ada = kepala["identitas"] is not None
        return Naskah(self.sop, self.kertas, kepala, tabel, data["huruf_identitas"], penuh * ada)

    def _polos(self, p: int, satu: Mapping[str, Any], rapat: Kerapatan) -> TabelNaskah:
        data = self._tabel(p, rapat).data
        halaman = tuple(h["berikat"] for h in satu["halaman"])
        return TabelNaskah(data, halaman, satu["tinggi_kepala"])

    def _gambar(
        self,
        tabel: PilihanTabel,
        n: int,
        isi: tuple[Pembagian, int],
        huruf: int,
        ruang: tuple[float, float],
    ) -> tuple[int, PenggambarTabel, list[dict[str, Any]]]:
        """Draw a table; where a label could be another line's, in the first other density in which none could.

        Of all densities without one in which no label could be taken wrongly, that in which the fewest could.
        """
        terbaik = super()._gambar(tabel, n, isi, huruf, ruang)
        paling = _perjelas(terbaik[2], tabel.tabel(n))
        if paling and not tabel.tabel(n).tata.rujukan:
            tabel.tabel(n).pelukis.segarkan()
        else:
            paling = 0
        for m in _lain(n):
            if not paling or tabel.tabel(m).tata.rujukan:
                continue
            lain = super()._gambar(tabel, m, bagi_dalam(tabel, m, *ruang), huruf, ruang)
            if (ragu := _perjelas(lain[2], tabel.tabel(m))) < paling:
                terbaik, paling = lain, ragu
        self.kerapatan.append(tabel.kerapatan[terbaik[0]])
        return terbaik


def _lain(n: int) -> list[int]:
    """Return the densities that are tried in place of one: the nearest, those with more room, then all others."""
    biasa = sorted(set(range(len(KERAPATAN))) - {n}, key=lambda m: (abs(m - n), -m))
    return [
        *biasa[:_TERDEKAT],
        *range(len(KERAPATAN), len(KERAPATAN) + len(LAPANG)),
        *biasa[_TERDEKAT:],
    ]


def _perjelas(halaman: Sequence[Mapping[str, Any]], tabel: Tabel) -> int:
    """Put the labels of a table where nobody takes them for another line's; return how many may be still."""
    lebar = tabel.lane * tabel.alur.jumlah_lane
    gambar: list[GambarHalaman] = [h["berikat"] for h in halaman]
    for satu in gambar:
        satu.tulisan = perjelas(satu, lebar, tegak=True)
    return sum(len(meragukan(satu, satu.tulisan)) for satu in gambar)


def larik(isi: Isi) -> list[str]:
    """Return the lines of a text, marks of lists before their items, and an empty one between paragraphs."""
    if isinstance(isi, str):
        return [isi.replace("\u00a0", " ")] if isi else []
    hasil: list[str] = []
    sebelum: Mapping[str, Any] = {}
    for blok in isi:
        if "baris" in blok:
            hasil += [""] * ("baris" in sebelum)
            hasil += map(_satu, blok["baris"])
        else:
            hasil += _butir(blok["butir"])
        sebelum = blok
    return hasil


def _satu(baris: Sequence[Mapping[str, str]]) -> str:
    return "".join(p["teks"] for p in baris).replace("\u00a0", " ").strip()


def _butir(semua: Sequence[Mapping[str, Any]]) -> list[str]:
    hasil: list[str] = []
    for b in semua:
        baris = [_satu(x) for x in b["baris"]]
        hasil += [f"{b['tanda']} {baris[0]}", *baris[1:]]
        hasil += [f"   {x}" for x in _butir(b["anak"])]
    return hasil


def berdaftar(
    semua: Sequence[Isi], tanda: Callable[[int], str] = lambda n: TANDA_BUTIR
) -> list[list[str]]:
    """Return the lines of each item, with a mark before the first where there are several items."""
    isi = [larik(x) or [""] for x in semua]
    if len(isi) < 2:
        return isi
    return [[f"{tanda(n)}{awal}", *lain] for n, (awal, *lain) in enumerate(isi, 1)]


def bernomor(semua: Sequence[Isi]) -> list[list[str]]:
    """Return the lines of each item of a box, numbered where there are several."""
    return berdaftar(semua, lambda n: f"{n}. ")

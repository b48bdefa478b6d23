"""The sheet for Word and Excel: measured and laid out as the printed one, its words as they were written."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from buku_sop.model import Sop
from buku_sop.views.ekspor.gambar import GambarHalaman, PenggambarBerikat
from buku_sop.views.ekspor.xml import bersih
from buku_sop.views.lembar.identitas import PenyusunIdentitas
from buku_sop.views.lembar.kerapatan import KERAPATAN, Kerapatan
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

    def __init__(self, sop: Sop, konteks: KonteksLembar) -> None:
        super().__init__(sop, konteks)
        self.konteks = konteks

    def naskah_polos(self, ukur: Pengukur) -> Naskah:
        """Measure the sheet as it is printed, then write it with its own words."""
        data = self.selesai(ukur)
        self.penulis = PenulisPolos(self.konteks.dikenal)
        self.identitas = PenyusunIdentitas(
            self.sop, self.instansi, self.penulis, self.kertas, self.konteks.keterkaitan, self.konteks.alamat,
        )  # fmt: skip
        pasang = zip(self.pelukis, data["tabel"], strict=True)
        tabel = tuple(self._polos(p, satu) for p, satu in pasang)
        tinggi = ukur(self.naskah())["tinggi_identitas"] if data["identitas_panjang"] else 0.0
        penuh = -int(-tinggi // self.kertas.tinggi_isi) if tinggi else 1
        kepala = self._kepala()
        ada = kepala["identitas"] is not None
        return Naskah(self.sop, self.kertas, kepala, tabel, data["huruf_identitas"], penuh * ada)

    def _polos(self, p: int, satu: Mapping[str, Any]) -> TabelNaskah:
        data = self._tabel(p, _kerapatan(satu)).data
        halaman = tuple(h["berikat"] for h in satu["halaman"])
        return TabelNaskah(data, halaman, satu["tinggi_kepala"])


def _kerapatan(tabel: Mapping[str, Any]) -> Kerapatan:
    """Return the density of a table; of those with the same letters any, since their words are alike."""
    return next(k for k in KERAPATAN if (k.huruf, k.sisip) == (tabel["huruf"], tabel["sisip"]))


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

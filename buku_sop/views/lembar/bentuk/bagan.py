"""The *bagan alir*: the flow drawn with its words in the symbols, or with numbers where lanes are too narrow for words.

Rows lie without lines between them, in lanes with the names of who acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from buku_sop.analysis.alur.alur import Alur, Simpul, susun_alur
from buku_sop.layout import Ukuran, susun_tata_letak
from buku_sop.layout.budget import PAGE, Budget
from buku_sop.layout.text import width
from buku_sop.model import Giliran, Pelaksana, Prosedur, Simbol
from buku_sop.views.dasar.opsional import kata_opsional
from buku_sop.views.dasar.tujuan import sebut_tujuan
from buku_sop.views.lembar.baris import teks_alternatif
from buku_sop.views.lembar.gambar import PenggambarTabel
from buku_sop.views.lembar.halaman import Muatan, Potongan, bagi_halaman
from buku_sop.views.lembar.kertas import PT
from buku_sop.views.lembar.teks import SOFT_HYPHEN, ZERO_WIDTH_SPACE, PenulisTeks

HURUF = (8.0, 7.5, 7.0, 6.5)
"""Sizes of the words in symbols that are tried, in pt."""
LANE_TERLEBAR = 58.0
LANE_TUNGGAL = 95.0
LANE_BERTEKS = 27.0
"""In narrower lanes symbols hold numbers, in mm."""
_LARIK = 1.2
"""Distance of lines, in letter sizes."""
_TEPI = 1.6
"""Space between words and the outline of a box, on all sides together."""
_LARIK_TERBANYAK = 7
_LEBAR_KETUPAT = (0.42, 0.5, 0.58, 0.66)
"""Parts of a diamond's width in which its words are tried."""


@dataclass(frozen=True, slots=True)
class Bagan:
    """A drawing of a flow: what it takes to divide it on pages, and to draw it."""

    data: dict[str, Any]
    alur: Alur
    prosedur: Prosedur
    ukuran: Ukuran
    larik: tuple[tuple[str, ...], ...]
    """The lines of words in each symbol."""
    bagian: int = 1
    """The number of drawings of its SOP, which share the budget."""

    def halaman(self, tinggi: float, penulis: PenulisTeks, mulai: int) -> tuple[list[Any], int]:
        """Draw it on pages with room for a height in mm; return them, and how many letters connectors took."""
        tata = susun_tata_letak(
            self.alur,
            self.ukuran,
            sebut_tujuan(self.prosedur, self.alur),
            Budget(PAGE // self.bagian),
        )
        potong = [0] * self.alur.jumlah_langkah
        for e, panah in enumerate(self.alur.panah):
            if e in tata.rujukan:
                continue
            a, b = (self.alur.simpul[s].langkah for s in (panah.dari, panah.ke))
            for i in range(min(a, b), max(a, b)):
                potong[i] += 1
        bagi = bagi_halaman(Muatan(tata.tinggi_baris, tuple(potong), tinggi, terpotong=False))
        potongan = [_asli(p, tata.tinggi_baris) for p in bagi.potongan]
        nomor = [
            penulis.bersih(self.prosedur.panggilan(i)) for i in range(self.alur.jumlah_langkah)
        ]
        gambar = PenggambarTabel(self.alur, tata, potongan, mulai, nomor)
        halaman = gambar.gambar()
        for h, p in zip(halaman, potongan, strict=True):
            milik = (self.larik[i] for i, s in enumerate(self.alur.simpul) if s.langkah in p.baris)
            for simbol, larik in zip(h["simbol"], milik, strict=True):
                simbol["teks"] = list(larik)
            for label in h["label"]:
                label["larik"] = [penulis.bersih(t) for t in label["larik"]]
        return halaman, gambar.terpakai


def _asli(p: Potongan, tinggi: tuple[float, ...]) -> Potongan:
    """Take the heights that the drawing needs: a drawing fills no page."""
    return replace(p, tinggi=tuple(tinggi[b] for b in p.baris))


def susun_bagan(prosedur: Prosedur, penulis: PenulisTeks, lebar: float, bagian: int = 1) -> Bagan:
    """Make the drawing of a procedure for a width in mm; sentences without performers stand in one lane.

    `bagian` is the number of procedures of its SOP.
    """
    if not any(x.giliran for x in prosedur.langkah):
        prosedur = _satu_lane(prosedur)
    alur = susun_alur(prosedur)
    terlebar = LANE_TERLEBAR if alur.jumlah_lane > 1 else LANE_TUNGGAL
    lane = int(min(terlebar, lebar / max(1, alur.jumlah_lane)) * 20) / 20
    teks = [_teks(prosedur, s) for s in alur.simpul]
    polos = replace(alur, simpul=tuple(replace(s, teks="") for s in alur.simpul))
    larik, ukuran, huruf = _susun_teks(polos, teks, prosedur, penulis, lane)
    alt = teks_alternatif(prosedur, susun_alur(prosedur))
    data = {
        "jenis": "bagan",
        "lane": [penulis.muat(p.lengkap, lane - 3.0, huruf + 0.5) for p in prosedur.pelaksana],
        "lebar_lane": lane,
        "huruf": huruf,
        "huruf_label": round(huruf * PT, 4),
        "alt": [penulis.bersih("; ".join(baris.values())) for baris in alt],
    }
    return Bagan(data, polos, prosedur, ukuran, larik, bagian)


def _susun_teks(
    alur: Alur, teks: list[str], prosedur: Prosedur, penulis: PenulisTeks, lane: float
) -> tuple[tuple[tuple[str, ...], ...], Ukuran, float]:
    """Return the lines in the symbols, the measures for them, and the size of letters in pt."""
    for huruf in HURUF if lane >= LANE_BERTEKS else ():
        ukuran = Ukuran(lane=lane, simbol=min(0.6 * lane, 62.0), ruang=4.6, huruf=huruf * PT)
        if dalam := _dalam(alur, teks, penulis, ukuran):
            return *dalam, huruf
    huruf = HURUF[1]
    nomor = tuple(
        () if s.tambahan else tuple(filter(None, (prosedur.panggilan(s.langkah),)))
        for s in alur.simpul
    )
    kecil = Ukuran(lane=lane, simbol=min(13.0, 0.6 * lane), ruang=4.2, huruf=huruf * PT)
    return nomor, kecil, huruf


def _satu_lane(prosedur: Prosedur) -> Prosedur:
    langkah = tuple(replace(x, giliran=(Giliran(("urutan",)),)) for x in prosedur.langkah)
    return replace(prosedur, pelaksana=(Pelaksana("urutan", ""),), langkah=langkah)


def _teks(prosedur: Prosedur, simpul: Simpul) -> str:
    """Return the words of a symbol: its own, or those of its step with its number."""
    if simpul.tambahan:
        return simpul.teks
    langkah = prosedur.langkah[simpul.langkah]
    kata = langkah.ringkas or langkah.kegiatan
    perlu = kata_opsional(langkah, kata)
    nomor = prosedur.panggilan(simpul.langkah)
    depan = f"{nomor}. " if nomor else ""
    sendiri = f" ({simpul.teks})" if simpul.teks else ""
    return " ".join(f"{depan}{kata}{sendiri}{f' ({perlu})' if perlu else ''}".split())


def _dalam(
    alur: Alur, teks: list[str], penulis: PenulisTeks, ukuran: Ukuran
) -> tuple[tuple[tuple[str, ...], ...], Ukuran] | None:
    """Set the words into their symbols, and make these as high as the longest needs; None where some do not fit."""
    huruf, simbol = ukuran.huruf, ukuran.simbol
    larik: list[tuple[str, ...]] = []
    kotak, ketupat = 7.0, 9.0
    for simpul, kata in zip(alur.simpul, teks, strict=True):
        if simpul.simbol is Simbol.BELAH_KETUPAT:
            tinggi, baris = min(_ketupat(kata, penulis, simbol, huruf))
            ketupat = max(ketupat, tinggi)
        else:
            tepi = 5.0 if simpul.simbol is Simbol.KAPSUL else _TEPI
            baris = _bungkus(kata, penulis, simbol - tepi, huruf)
            kotak = max(kotak, _tinggi(baris, huruf) + _TEPI)
        if len(baris) > _LARIK_TERBANYAK:
            return None
        larik.append(baris)
    if kotak > 0.8 * simbol or ketupat > 1.1 * simbol:
        return None
    return tuple(larik), replace(ukuran, kotak=round(kotak, 3), belah_ketupat=round(ketupat, 3))


def _ketupat(
    kata: str, penulis: PenulisTeks, simbol: float, huruf: float
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield ways to set words into a diamond, with the height that it must have for each."""
    for bagian in _LEBAR_KETUPAT:
        baris = _bungkus(kata, penulis, bagian * simbol, huruf)
        terlebar = max(width(b, huruf) for b in baris) * 1.04 + 0.6
        if terlebar < 0.9 * simbol:
            yield (_tinggi(baris, huruf) + 0.6) / (1 - terlebar / simbol), baris
    yield 1000.0, (kata,)


def _tinggi(baris: tuple[str, ...], huruf: float) -> float:
    return huruf * (0.75 + _LARIK * (len(baris) - 1))


def _bungkus(kata: str, penulis: PenulisTeks, lebar: float, huruf: float) -> tuple[str, ...]:
    """Break words into lines of a width in mm."""
    baris, kini = [], ""
    for satu in penulis.muat(kata, lebar * 0.96, huruf / PT).split(" "):
        depan = f"{kini} " if kini else ""
        if width(f"{depan}{satu}".replace(SOFT_HYPHEN, ""), huruf) * 1.03 <= lebar:
            kini = f"{depan}{satu}"
            continue
        if kini:
            baris.append(kini)
        kini = satu
        for tanda, ujung in ((SOFT_HYPHEN, "-"), (ZERO_WIDTH_SPACE, "")):
            if tanda in kini and width(kini.replace(tanda, ""), huruf) * 1.03 > lebar:
                *potong, kini = _pecah(kini, tanda, ujung, lebar, huruf)
                baris += potong
    return tuple(b.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "") for b in (*baris, kini))


def _pecah(kata: str, tanda: str, ujung: str, lebar: float, huruf: float) -> list[str]:
    """Break a word that is wider than a line at its marks."""
    hasil, kini = [], ""
    for potong in kata.split(tanda):
        if kini and width(kini + potong + ujung, huruf) * 1.03 > lebar:
            hasil.append(kini + ujung)
            kini = ""
        kini += potong
    return [*hasil, kini]

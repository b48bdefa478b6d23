"""What the author set apart within a cell of a printed page: paragraphs by an empty line, things by a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from buku_sop.analysis.impor.netral import Kata, Kotak, Sel
from buku_sop.analysis.impor.peran import Peran
from buku_sop.analysis.impor.putar import baris_sel
from buku_sop.analysis.impor.tabel import TabelLangkah, kata_di
from buku_sop.analysis.impor.teks import PENANDA, Baris, sambung

_KOSONG = 1.5
"""So many times as far apart as the others of their cell are lines with an empty one between them."""
_TERISI = 0.5
"""A line that fills this share of its column may have been broken for want of room."""
_PALING_SEDIKIT = 2
_PERINCIAN = (Peran.KELENGKAPAN, Peran.OUTPUT)
"""Columns that name things, often one on a line."""

_Larik = tuple[Baris, ...]
"""The printed lines of which one line of a cell's text was made: several where a broken word was put together."""


def alineakan(tabel: TabelLangkah, kata: Sequence[Kata]) -> TabelLangkah:
    """Set an empty line where the page leaves one between paragraphs, and keep lines that name a thing each."""
    t = tabel.tabel
    kolom = {tabel.susunan.kegiatan, *tabel.susunan.isi.values()}
    baris = {}
    for s in t.sel:
        if s.kolom in kolom and not s.paragraf and s.teks:
            kanan, bawah = t.x[s.kolom + s.lebar], t.y[s.baris + s.tinggi]
            kotak = Kotak(t.x[s.kolom], t.y[s.baris], kanan, bawah)
            baris[s] = _larik(s.teks, baris_sel(kata_di(kata, kotak)))
    lazim = [jarak for isi in baris.values() if len(isi) > 1 for jarak in _jarak(isi)]
    perincian = {k for p in _PERINCIAN if (k := tabel.susunan.isi.get(p)) is not None}
    lebar = dict.fromkeys(perincian, 0.0)
    for s, isi in baris.items():
        if s.kolom in lebar:
            lebar[s.kolom] = max([lebar[s.kolom], *(b.kotak.lebar for x in isi for b in x)])
    sel = []
    for s in t.sel:
        isi = baris.get(s, ())
        if s.kolom in perincian and s.lebar == 1 and (teks := _rincian(isi, lebar[s.kolom])):
            s = replace(s, teks=teks, paragraf=True)
        elif len(isi) > 1:
            s = replace(s, teks=_beralinea(s, isi, median(lazim)))
        sel.append(s)
    return replace(tabel, tabel=replace(t, sel=tuple(sel)))


def _larik(teks: str, baris: Sequence[Baris]) -> tuple[_Larik, ...]:
    """Return for each line of a text the printed lines that it was made of; none where they do not fit together."""
    sisa = list(baris)
    hasil = []
    for satu in teks.split("\n"):
        kini: list[Baris] = []
        while sisa and len("".join(b.teks for b in kini)) < len(satu):
            kini.append(sisa.pop(0))
        if "".join(b.teks for b in kini) != satu:
            return ()
        hasil.append(tuple(kini))
    return () if sisa else tuple(hasil)


def _jarak(isi: Sequence[_Larik]) -> list[float]:
    """Return how far each line is from the one above it."""
    return [b[0].kotak.tengah[1] - a[-1].kotak.tengah[1] for a, b in pairwise(isi)]


def _beralinea(sel: Sel, isi: Sequence[_Larik], lazim: float) -> str:
    jarak = _jarak(isi)
    biasa = min(jarak) if len(jarak) > 1 else lazim
    hasil = sel.teks.split("\n")
    for n in range(len(jarak), 0, -1):
        if biasa > 0 and jarak[n - 1] > _KOSONG * biasa:
            hasil.insert(n, "")
    return "\n".join(hasil)


def _rincian(isi: Sequence[_Larik], lebar: float) -> str:
    """Return the things that a cell names, each on a line; empty where its lines are, or may be, one sentence.

    A line was ended by the author where the next word would have had room in it and begins as a thing does. One that
    was well filled may still have been broken by the program, so that it counts only where all are ended alike.
    """
    akhir = [_diakhiri(a[-1], b[0], lebar) for a, b in pairwise(isi)]
    penuh = any(
        ya and a[-1].kotak.lebar > _TERISI * lebar for ya, a in zip(akhir, isi, strict=False)
    )
    if not akhir or any(PENANDA.match(x[0].teks) for x in isi) or not _awal(isi[0][0].teks):
        return ""
    if not all(akhir) and (penuh or sum(akhir) < _PALING_SEDIKIT):
        return ""
    hasil: list[list[str]] = []
    for baru, satu in zip([True, *akhir], isi, strict=True):
        if baru:
            hasil.append([])
        hasil[-1].append("".join(b.teks for b in satu))
    return "\n".join(sambung(satu) for satu in hasil)


def _awal(teks: str) -> bool:
    return teks[:1].isupper() or teks[:1].isdigit()


def _diakhiri(atas: Baris, bawah: Baris, lebar: float) -> bool:
    """Whether the first word of a line would have had room in the one above it, and begins as a thing does."""
    huruf = max(b.kotak.lebar / max(1, len(b.teks)) for b in (atas, bawah))
    ruang = lebar - atas.kotak.lebar
    return _awal(bawah.teks) and ruang > huruf * (len(bawah.teks.split()[0]) + 1.5)

"""The drawing part of a sheet of a workbook: symbols in the lanes, and connectors tied to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from buku_sop.layout import Sandar
from buku_sop.views.ekspor.drawingml import (
    HURUF,
    NAMA,
    PRST,
    A,
    garis,
    geometri,
    hitam,
    huruf_simbol,
    kata_penghubung,
    latar,
    rangka,
    rangka_sambungan,
)
from buku_sop.views.ekspor.gambar import PENGHUBUNG, Bentuk, Garis, Tulisan
from buku_sop.views.ekspor.sambungan import sambungan, sisi
from buku_sop.views.ekspor.xml import KEPALA, Xml, unsur
from buku_sop.views.lembar.kertas import PT
from buku_sop.views.lembar.penghubung import HURUF as HURUF_PENGHUBUNG

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_SANDAR = {Sandar.KIRI: "l", Sandar.TENGAH: "ctr", Sandar.KANAN: "r"}


@dataclass(frozen=True, slots=True)
class KisiLembar:
    """Where the columns and rows of a sheet begin, in EMU."""

    x: Sequence[int]
    y: Sequence[int]

    def ujung(self, nama: str, x: float, y: float) -> Xml:
        """Say in which cell a point lies, and where in it."""
        kolom, dx = _di(self.x, round(x))
        baris, dy = _di(self.y, round(y))
        isi = (("col", kolom), ("colOff", dx), ("row", baris), ("rowOff", dy))
        return unsur(f"xdr:{nama}", *(unsur(f"xdr:{k}", str(v)) for k, v in isi))


def _di(batas: Sequence[int], letak: int) -> tuple[int, int]:
    n = min(max(bisect_right(batas, letak) - 1, 0), len(batas) - 2)
    return n, max(0, letak - batas[n])


Tempat = Callable[[float, float], tuple[int, int]]
"""Turns mm of a page's drawing into EMU of the sheet."""


class PenggambarLembar:
    """Collects what is drawn on one sheet."""

    def __init__(self, kisi: KisiLembar) -> None:
        self.kisi, self.isi = kisi, list[Xml]()
        self._id = 1

    def halaman(
        self,
        bentuk: Sequence[Bentuk],
        semua_garis: Sequence[Garis],
        tulisan: Sequence[Tulisan],
        tempat: Tempat,
        hal: Callable[[int], int],
    ) -> None:
        """Draw one page of a table; `hal` turns a page of the table into its number."""
        for t in tulisan:
            if not t.di_garis:
                self._tulisan(t, tempat)
        nomor = range(self._id + 1, self._id + 1 + len(bentuk))
        self._id += len(bentuk)
        for g in semua_garis:
            self._garis(g, bentuk, nomor, tempat)
        for t in tulisan:
            if t.di_garis:
                self._tulisan(t, tempat)
        for id, b in zip(nomor, bentuk, strict=True):
            self._bentuk(id, b, tempat, hal)

    def xml(self) -> bytes:
        """Return the part."""
        pohon = unsur("xdr:wsDr", *self.isi, xmlns__xdr=XDR, xmlns__a=A)
        return f"{KEPALA}{pohon}".encode()

    def _nomor(self) -> int:
        self._id += 1
        return self._id

    def _jangkar(self, kotak: tuple[float, float, float, float], isi: Xml, cara: str | None) -> None:  # fmt: skip
        x, y, lebar, tinggi = kotak
        dari, ke = self.kisi.ujung("from", x, y), self.kisi.ujung("to", x + lebar, y + tinggi)
        self.isi.append(
            unsur("xdr:twoCellAnchor", dari, ke, isi, unsur("xdr:clientData"), editAs=cara)
        )

    def _bentuk(self, id: int, b: Bentuk, tempat: Tempat, hal: Callable[[int], int]) -> None:
        kotak = _kotak(b.kotak, tempat)
        if b.rupa == PENGHUBUNG:
            baris, pt = kata_penghubung(b, hal), HURUF_PENGHUBUNG
        else:
            baris, pt = [b.teks] * bool(b.teks), huruf_simbol(b.teks, b.rupa, *b.kotak[2:])
        isi = unsur(
            "xdr:sp",
            unsur(
                "xdr:nvSpPr",
                unsur("xdr:cNvPr", id=id, name=f"{NAMA[b.rupa]} {id}"),
                unsur("xdr:cNvSpPr"),
            ),
            unsur("xdr:spPr", rangka(*kotak), geometri(PRST[b.rupa]), hitam("FFFFFF"), garis()),
            _teks(baris, pt, "ctr", bungkus=b.rupa != PENGHUBUNG),
            macro="",
            textlink="",
        )
        self._jangkar(kotak, isi, "oneCell")

    def _tulisan(self, t: Tulisan, tempat: Tempat) -> None:
        kotak, id = _kotak(t.kotak, tempat), self._nomor()
        isi = unsur(
            "xdr:sp",
            unsur(
                "xdr:nvSpPr",
                unsur("xdr:cNvPr", id=id, name=f"Label {id}"),
                unsur("xdr:cNvSpPr", txBox=1),
            ),
            unsur(
                "xdr:spPr",
                rangka(*kotak),
                geometri("rect"),
                latar(t),
                unsur("a:ln", unsur("a:noFill")),
            ),
            _teks(
                [t.teks],
                round(t.huruf / PT * 2) / 2,
                "ctr" if t.di_garis or t.tegak else _SANDAR[t.sandar],
                tegak=t.tegak,
            ),
            macro="",
            textlink="",
        )
        self._jangkar(kotak, isi, "oneCell")

    def _garis(self, g: Garis, bentuk: Sequence[Bentuk], nomor: range, tempat: Tempat) -> None:
        s, id = sambungan([tempat(x, y) for x, y in g.titik]), self._nomor()
        dari = unsur("a:stCxn", id=nomor[g.dari], idx=sisi(g.titik[0], bentuk[g.dari].kotak))
        ke = unsur("a:endCxn", id=nomor[g.ke], idx=sisi(g.titik[-1], bentuk[g.ke].kotak))
        isi = unsur(
            "xdr:cxnSp",
            unsur(
                "xdr:nvCxnSpPr",
                unsur("xdr:cNvPr", id=id, name=f"{'Panah' if g.kepala else 'Garis'} {id}"),
                unsur("xdr:cNvCxnSpPr", dari, ke),
            ),
            unsur("xdr:spPr", rangka_sambungan(s), garis(kepala=g.kepala)),
            macro="",
        )
        self._jangkar(s.kotak, isi, None)


def _kotak(kotak: tuple[float, float, float, float], tempat: Tempat) -> tuple[int, int, int, int]:
    x, y, lebar, tinggi = kotak
    (x0, y0), (x1, y1) = tempat(x, y), tempat(x + lebar, y + tinggi)
    return x0, y0, x1 - x0, y1 - y0


def _teks(baris: Sequence[str], pt: float, sandar: str, *, bungkus: bool = True, tegak: bool = False) -> Xml:  # fmt: skip
    """Write words into a shape, without room around them."""
    tubuh = unsur(
        "a:bodyPr", vert="vert270" if tegak else None, vertOverflow="overflow", horzOverflow="overflow", wrap="square" if bungkus else "none",
        lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr",
    )  # fmt: skip
    return unsur("xdr:txBody", tubuh, unsur("a:lstStyle"), *_alinea(baris, pt, sandar))


def _alinea(baris: Sequence[str], pt: float, sandar: str) -> Iterator[Xml]:
    huruf = (hitam(), unsur("a:latin", typeface=HURUF), unsur("a:cs", typeface=HURUF))
    sz = round(pt * 100)
    for teks in baris or [""]:
        if teks:
            isi = unsur("a:r", unsur("a:rPr", *huruf, lang="id-ID", sz=sz), unsur("a:t", teks))
        else:
            isi = unsur("a:endParaRPr", lang="id-ID", sz=sz)
        yield unsur("a:p", unsur("a:pPr", algn=sandar), isi)

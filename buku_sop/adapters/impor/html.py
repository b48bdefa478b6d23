"""Reads pages of HTML, also those that Word or Excel saved: tables with merged cells, lists, and Word's older drawings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from buku_sop.adapters.impor.blok import BarisBlok, Blok, Paragraf, SelBlok, TabelBlok, Tempelan
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.adapters.impor.teks_polos import MAX_SEL, baca_teks, rapikan, tabel, tata
from buku_sop.adapters.impor.vml import PembacaVml
from buku_sop.analysis.impor.netral import Dokumen

MAX_DALAM = 30
"""Tables within tables that are read at most."""
MAX_LINTAS = 200
"""Rows or columns that one cell may cover."""
_LEBAR = 920.0
_BUANG = ("script", "style", "head", "title", "noscript", "template")
_BARIS = (
    "p",
    "div",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "hr",
    "section",
    "article",
    "blockquote",
)
_TEBAL = ("b", "strong", "u")
_RUANG = (
    '<r xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word">{}</r>'
)


def baca(berkas: Path) -> Dokumen:
    """Read a page. Raises TakTerbaca where it gives nothing."""
    return dari_html(baca_teks(berkas), berkas.name)


def dari_html(teks: str, nama: str) -> Dokumen:
    """Read the text of a page. Raises TakTerbaca where it gives nothing."""
    pengurai = _Pengurai()
    pengurai.feed(teks)
    pengurai.close()
    if pengurai.jumlah > MAX_SEL:
        raise TakTerbaca(f"Halaman ini memuat lebih dari {MAX_SEL} sel tabel. Pecah berkasnya.")
    return tata(nama, pengurai.selesai())


@dataclass(slots=True)
class _Sel:
    lebar: int = 1
    tinggi: int = 1
    teks: list[str] = field(default_factory=list)
    blok: list[Blok] = field(default_factory=list)
    tempelan: list[Tempelan] = field(default_factory=list)
    terisi: bool = False
    """Whether its text has begun a line."""


@dataclass(slots=True)
class _Tabel:
    baris: list[list[_Sel]] = field(default_factory=list)


class _Pengurai(HTMLParser):
    """Reads tags into blocks; what is open is kept on a stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.akar = _Sel()
        self.tumpukan: list[_Tabel | _Sel] = [self.akar]
        self.buang = 0
        self.daftar: list[int] = []
        self.jumlah = 0
        self.vml = PembacaVml(lambda bentuk: [_rapat("".join(bentuk.itertext()))])

    # --- What is open ---------------------------------------------------------------------

    @property
    def sel(self) -> _Sel:
        """Return the innermost cell."""
        return next(x for x in reversed(self.tumpukan) if isinstance(x, _Sel))

    def _tabel(self) -> _Tabel | None:
        return next((x for x in reversed(self.tumpukan) if isinstance(x, _Tabel)), None)

    def _tutup(self, sampai: type) -> None:
        """Close what is open, up to the innermost of a kind; the page itself stays."""
        n = max((k for k, x in enumerate(self.tumpukan) if k and isinstance(x, sampai)), default=0)
        while n and len(self.tumpukan) > n:
            satu = self.tumpukan.pop()
            if isinstance(satu, _Tabel):
                _akhiri(self.sel)
                self.sel.blok += _blok_tabel(satu)
            else:
                _akhiri(satu)

    # --- Tags -------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BUANG:
            self.buang += 1
        elif tag == "table":
            if sum(isinstance(x, _Tabel) for x in self.tumpukan) < MAX_DALAM:
                _akhiri(self.sel)
                self.tumpukan.append(_Tabel())
        elif tag == "tr":
            if (tabel_ini := self._tabel()) is not None:
                if isinstance(self.tumpukan[-1], _Sel):
                    self._tutup_sel()
                tabel_ini.baris.append([])
        elif tag in ("td", "th"):
            self._mulai_sel(dict(attrs))
        elif tag in ("ul", "ol"):
            self.daftar.append(0 if tag == "ol" else -1)
            self._baris_baru()
        elif tag == "li":
            self._baris_baru()
            if self.daftar and self.daftar[-1] >= 0:
                self.daftar[-1] += 1
                self.sel.teks.append(f"{self.daftar[-1]}. ")
            else:
                self.sel.teks.append("- ")
        elif tag in _BARIS:
            self._baris_baru()
        elif tag in _TEBAL:
            self.sel.teks.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BUANG:
            self.buang = max(0, self.buang - 1)
        elif tag == "table":
            self._tutup(_Tabel)
        elif tag in ("td", "th"):
            self._tutup_sel()
        elif tag in ("ul", "ol"):
            self.daftar = self.daftar[:-1]
            self._baris_baru()
        elif tag in _BARIS or tag == "li":
            self._baris_baru()
        elif tag in _TEBAL:
            self.sel.teks.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.buang and not isinstance(self.tumpukan[-1], _Tabel):
            self.sel.teks.append(data.replace("<", "&lt;").replace("\n", " "))

    def handle_comment(self, data: str) -> None:
        """Read the drawings that Word hides from browsers."""
        cocok = re.match(r"\[if gte vml 1\]>(.*)<!\[endif\]", data, re.DOTALL)
        if cocok is None:
            return
        try:
            pohon = fromstring(_RUANG.format(cocok[1]), forbid_dtd=True)
        except (ParseError, DefusedXmlException):
            return
        self.sel.tempelan += self.vml.pict(pohon)

    # --- Cells ------------------------------------------------------------------------------

    def _mulai_sel(self, sifat: dict[str, str | None]) -> None:
        tabel_ini = self._tabel()
        if tabel_ini is None:
            return
        if isinstance(self.tumpukan[-1], _Sel):
            self._tutup_sel()
        if not tabel_ini.baris:
            tabel_ini.baris.append([])
        satu = _Sel(_banyak(sifat.get("colspan")), _banyak(sifat.get("rowspan")))
        self.jumlah += 1
        if self.jumlah <= MAX_SEL:
            tabel_ini.baris[-1].append(satu)
        self.tumpukan.append(satu)

    def _tutup_sel(self) -> None:
        """Close the innermost cell, if it belongs to the innermost table."""
        if self._tabel() is not None and isinstance(self.tumpukan[-1], _Sel):
            _akhiri(self.tumpukan[-1])
            self.tumpukan.pop()

    def _baris_baru(self) -> None:
        self.sel.teks.append("<br>")

    def selesai(self) -> Sequence[Blok]:
        """Close all, and return the blocks of the page."""
        while any(isinstance(x, _Tabel) for x in self.tumpukan):
            self._tutup(_Tabel)
        _akhiri(self.akar)
        return self.akar.blok


def _akhiri(sel: _Sel) -> None:
    """Make paragraphs of the text that was read into a cell."""
    teks = "".join(sel.teks)
    sel.teks.clear()
    baris = rapikan(teks)
    if baris or sel.tempelan:
        semua = baris.split("\n")
        sel.blok.append(Paragraf((semua[0],), 10.0, tempelan=tuple(sel.tempelan)))
        sel.blok += [Paragraf((b,), 10.0) for b in semua[1:]]
        sel.tempelan.clear()


def _rapat(teks: str) -> str:
    return " ".join(teks.split())


def _banyak(teks: str | None) -> int:
    return min(max(int(teks), 1), MAX_LINTAS) if teks and teks.strip().isdecimal() else 1


def _blok_tabel(satu: _Tabel) -> list[Blok]:
    """Make a table; one of steps without merged cells gets its columns in order, as in text."""
    baris = [b for b in satu.baris if b]
    if not baris:
        return []
    polos = all(s.tinggi == 1 and not s.tempelan for b in baris for s in b)
    if polos and not any(
        p.tempelan for b in baris for s in b for p in s.blok if isinstance(p, Paragraf)
    ):
        teks = [[t for s in b for t in (_teks_sel(s), *[""] * (s.lebar - 1))] for b in baris]
        if all(isinstance(p, Paragraf) for b in baris for s in b for p in s.blok):
            return list(tabel(teks))
    return [_berkisi(baris)]


def _teks_sel(sel: _Sel) -> str:
    return "\n".join(b for p in sel.blok if isinstance(p, Paragraf) for b in p.baris)


def _berkisi(baris: list[list[_Sel]]) -> TabelBlok:
    """Lay cells on a grid, those that reach over rows and columns included."""
    penuh: set[tuple[int, int]] = set()
    hasil: list[BarisBlok] = []
    kolom = 1
    for r, isi in enumerate(baris):
        k = 0
        sel: list[SelBlok] = []
        for satu in isi:
            while (r, k) in penuh:
                k += 1
            tinggi = min(satu.tinggi, len(baris) - r)
            if len(penuh) > 10 * MAX_SEL:
                raise TakTerbaca(
                    "Sel tabel di halaman ini melintasi terlalu banyak baris dan kolom."
                )
            penuh |= {(r + i, k + j) for i in range(tinggi) for j in range(satu.lebar)}
            sel.append(SelBlok(k, satu.lebar, tuple(satu.blok) or (Paragraf(("",), 10.0),), tinggi))
            k += satu.lebar
        kolom = max(kolom, k, *(s.kolom + s.lebar for s in sel))
        hasil.append(BarisBlok(tuple(sel), 18.0))
    return TabelBlok((_LEBAR / kolom,) * kolom, tuple(hasil))

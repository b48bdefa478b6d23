"""How the paragraphs of a Word file look, by their own words, their styles and the defaults; and the labels of its lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.drawingml import anak

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 20.0
"""Twentieths of a point, in which Word measures."""
_DALAM = 12
"""Styles that stand on each other at most."""
_TITIK = {"-": "-", "–": "–", "o": "◦", "*": "*"}


def nilai(bagian: Element | None, nama: str = "val") -> str:
    """Return an attribute of Word's; empty where there is none."""
    return bagian.get(f"{W}{nama}", "") if bagian is not None else ""


def angka(teks: str) -> float | None:
    """Read a number; None where there is none, or one that no document needs."""
    try:
        hasil = float(teks)
    except ValueError:
        return None
    return hasil if abs(hasil) < 1e7 else None


def bulat(bagian: Element | None, nama: str = "val") -> int:
    """Read a whole number of an attribute; 0 where there is none."""
    return int(angka(nilai(bagian, nama)) or 0)


def nyala(bagian: Element | None) -> bool:
    """Whether a switch of Word's is on."""
    return bagian is not None and nilai(bagian) not in ("0", "false", "off")


@dataclass(slots=True)
class Daftar:
    """A level of a numbering."""

    mulai: int
    bentuk: str
    teks: str


@dataclass(slots=True)
class Gaya:
    """The styles and numberings of a file."""

    gaya: dict[str, Element] = field(default_factory=dict)
    baku: str = ""
    """The style of paragraphs that name none."""
    bawaan: list[Element] = field(default_factory=list)
    daftar: dict[str, tuple[str, dict[int, Daftar]]] = field(default_factory=dict)
    """By number: the numbering that it belongs to, and its levels."""
    _hitung: dict[str, dict[int, int]] = field(default_factory=dict)
    _terpakai: set[str] = field(default_factory=set)

    @classmethod
    def baca(cls, gaya: Element | None, penomoran: Element | None) -> Gaya:
        """Read styles.xml and numbering.xml, as far as there are such."""
        hasil = cls()
        for satu in gaya if gaya is not None else ():
            if satu.tag == f"{W}style" and nilai(satu, "type") == "paragraph":
                hasil.gaya[nilai(satu, "styleId")] = satu
                if nilai(satu, "default") in ("1", "true"):
                    hasil.baku = nilai(satu, "styleId")
            elif satu.tag == f"{W}docDefaults":
                hasil.bawaan = [
                    b
                    for b in (anak(satu, "pPrDefault", "pPr"), anak(satu, "rPrDefault", "rPr"))
                    if b is not None
                ]
        hasil._baca_daftar(penomoran)
        return hasil

    def _baca_daftar(self, penomoran: Element | None) -> None:
        abstrak: dict[str, dict[int, Daftar]] = {}
        for satu in penomoran if penomoran is not None else ():
            if satu.tag == f"{W}abstractNum":
                tingkat = {bulat(t, "ilvl"): _tingkat(t) for t in satu.iter(f"{W}lvl")}
                abstrak[nilai(satu, "abstractNumId")] = tingkat
            elif satu.tag == f"{W}num":
                milik = nilai(anak(satu, "abstractNumId"))
                tingkat = dict(abstrak.get(milik, {}))
                kunci = milik
                for ganti in satu.iter(f"{W}lvlOverride"):
                    n = bulat(ganti, "ilvl")
                    lvl, awal = anak(ganti, "lvl"), angka(nilai(anak(ganti, "startOverride")))
                    if lvl is not None:
                        tingkat[n] = _tingkat(lvl)
                    elif awal is not None and n in tingkat:
                        tingkat[n] = Daftar(int(awal), tingkat[n].bentuk, tingkat[n].teks)
                    kunci = f"{milik}/{nilai(satu, 'numId')}"
                self.daftar[nilai(satu, "numId")] = kunci, tingkat

    def rantai(self, p: Element) -> Iterator[Element]:
        """Yield where properties of a paragraph are said: by itself, its style, those below it, the defaults."""
        ppr = anak(p, "pPr")
        if ppr is not None:
            yield ppr
        id = nilai(anak(ppr, "pStyle")) or self.baku
        for _ in range(_DALAM):
            satu = self.gaya.get(id)
            if satu is None:
                break
            for nama in ("pPr", "rPr"):
                if (isi := anak(satu, nama)) is not None:
                    yield isi
            id = nilai(anak(satu, "basedOn"))
        yield from self.bawaan

    def cari(self, p: Element, nama: str, sifat: str = "val") -> str:
        """Return an attribute of a property of a paragraph from where it is said first; empty where nowhere."""
        return next((v for tempat in self.rantai(p) if (v := nilai(anak(tempat, nama), sifat))), "")

    def label(self, p: Element) -> str:
        """Count a paragraph of a list, and return what stands before it; empty for any other."""
        num, lvl = "", ""
        for tempat in self.rantai(p):
            if (isi := anak(tempat, "numPr")) is not None:
                num = num or nilai(anak(isi, "numId"))
                lvl = lvl or nilai(anak(isi, "ilvl"))
                if num:
                    break
        if num in ("", "0") or num not in self.daftar:
            return ""
        kunci, tingkat = self.daftar[num]
        n = int(lvl) if lvl.isdecimal() else 0
        if n not in tingkat:
            return ""
        hitung = self._hitung.setdefault(kunci, {})
        hitung[n] = hitung.get(n, tingkat[n].mulai - 1) + 1
        for dalam in [k for k in hitung if k > n]:
            del hitung[dalam]
        if tingkat[n].bentuk == "bullet":
            return _TITIK.get(tingkat[n].teks[:1], "•")
        hasil = tingkat[n].teks
        for k in range(n + 1):
            if k in tingkat:
                hasil = hasil.replace(
                    f"%{k + 1}", tulis_angka(hitung.get(k, tingkat[k].mulai), tingkat[k].bentuk)
                )
        return hasil.strip()


def _tingkat(lvl: Element) -> Daftar:
    mulai = angka(nilai(anak(lvl, "start")))
    return Daftar(
        int(mulai) if mulai is not None else 1,
        nilai(anak(lvl, "numFmt")) or "decimal",
        nilai(anak(lvl, "lvlText")),
    )


def tulis_angka(n: int, bentuk: str) -> str:
    """Write a number of a list as its form says."""
    if bentuk == "none" or n < 0:
        return ""
    if bentuk in ("lowerLetter", "upperLetter") and n > 0:
        huruf = chr(97 + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return huruf.upper() if bentuk == "upperLetter" else huruf
    if bentuk in ("lowerRoman", "upperRoman") and 0 < n < 4000:
        hasil = ""
        for besar, tanda in _ROMAWI:
            hasil += tanda * (n // besar)
            n %= besar
        return hasil if bentuk == "upperRoman" else hasil.lower()
    return f"{n:02}" if bentuk == "decimalZero" else str(n)


_ROMAWI = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

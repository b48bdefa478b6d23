"""How a line that YAML refuses may have been meant: one kind of slip, one function.

Each returns ways to write the text that leave every other line at its number. Whether one is right, the parser
says: it then comes further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from buku_sop.loading.syntax import (
    SEBAB_GESER,
    SEBAB_KURUNG,
    SEBAB_KUTIP,
    SEBAB_LANJUTAN,
    SEBAB_SPASI,
    SEBAB_TITIK_DUA,
    Sebab,
)
from buku_sop.model import bidang as b
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI

TERPANJANG = 4_000
"""Characters of a line that is looked at; the patterns take longer than its length."""
_KUNCI = frozenset({
    *b.BIDANG_SOP, *b.BIDANG_PROSEDUR, *b.BIDANG_LANGKAH, *b.BIDANG_PEJABAT, *b.BIDANG_BAGIAN, *BIDANG_INSTANSI,
    *b.BIDANG_LEMBAR_KERJA, *b.BIDANG_TANDA_TANGAN, "label", "bersama",
})  # fmt: skip
KUNCI = "|".join(sorted(_KUNCI, key=len, reverse=True))
_AWAL = r"(?P<awal>\s*(?:- +)*)"
_TITIK_DUA = re.compile(rf"({_AWAL}[\w-]+: +)([^\s\"'\[{{|>&*!#%@`-][^#]*: [^#]*?)(\s*)")
_TANPA_SPASI = re.compile(rf"({_AWAL}[\w-]+:)([^\s:/].*)", re.DOTALL)
_TANPA_TITIK_DUA = re.compile(rf"({_AWAL}(?:{KUNCI}))(\s.*|)", re.DOTALL)
_KUNCI_SAJA = re.compile(rf"{_AWAL}(?:{KUNCI})\s*")
_KUNCI_LAIN = re.compile(rf"({_AWAL}[A-Za-z][\w-]*)( +[^\s:].*)", re.DOTALL)
_STRIP = re.compile(rf"(\s*-)((?:{KUNCI}):.*|[\[{{\"'].*)", re.DOTALL)
_KUTIP_DEPAN = re.compile(rf"({_AWAL})[\"']((?:{KUNCI}): .*)", re.DOTALL)
_BUKA = re.compile(r"(?:^\s*(?:- +)*|: +|- +)(?P<tanda>[\"'])")
_DALAM_KURUNG = re.compile(r", [\w-]+: |[}\]]\s*$")
_ISTIMEWA = re.compile(rf"({_AWAL}(?:(?<=- )|[\w-]+: +))([*&!%@`\]}},?][^#]*?)(\s*)")
_GARIS_MIRING = re.compile(r"\\(?![\"\\/abefnrtv0 _NLPxuU])")
_INDUK = ("pelaksana:", "singkatan:")
"""Keys below which the keys are the author's own."""
_SEBELUM = 60
"""Lines above a shifted one that may show where it belongs."""
_LETAK = 4
"""Places that a shifted line is tried at."""


class Tingkat(IntEnum):
    """How sure it is that a slip was meant so."""

    PASTI = 1
    """Nothing else can be meant."""
    KIRA = 2
    """It is so if what comes of it fits the form."""
    BUANG = 3
    """What was meant is left out."""


@dataclass(frozen=True, slots=True)
class Calon:
    """One way to write a text that YAML refuses."""

    tulisan: Mapping[int, str]
    """The lines that change, by index."""
    tingkat: Tingkat
    sebab: Sebab | None = None
    """What is wrong, where this tells it better than the parser."""
    kolom: int = 1
    """Where, in the first line that changes."""
    jauh: bool = False
    """Whether the slip may lie far above the line that the parser refuses."""
    ragu: bool = False
    """Whether the value is not known, though it can be read."""

    @property
    def baris(self) -> int:
        """The first line that changes, by index."""
        return min(self.tulisan)


def calon(isi: list[str], n: int) -> Iterator[Calon]:
    """Yield ways to write the lines of a text that YAML refuses at line `n`, the surest first."""
    dekat = [i for i in (n, _atas(isi, n)) if 0 <= i < len(isi) and len(isi[i]) <= TERPANJANG]
    for i in dekat:
        for cara in _SEBARIS:
            yield from cara(isi[i], i)
    yield from _kutip(isi, n)
    yield from _kunci_saja(isi, n)
    for i in dekat:
        yield from _kunci_lain(isi, i)
        yield from _lanjutan(isi, i)
        yield from _geser(isi, i)
    yield from _buang(isi, n)


def tab(isi: list[str], n: int) -> Iterator[Calon]:
    """Write blanks for the tabs of a line, and of every other that begins with one."""
    bertab = [
        i
        for i, baris in enumerate(isi)
        if baris.strip() and (baris.startswith("\t") or (i == n and "\t" in _menjorok(baris)))
    ]
    for lebar in (2, 4, 8) if bertab else ():
        spasi = " " * lebar
        tulisan = {i: _menjorok(isi[i]).replace("\t", spasi) + isi[i].lstrip(" \t") for i in bertab}
        yield Calon(tulisan, Tingkat.PASTI)


def _menjorok(baris: str) -> str:
    """Return the blanks and tabs before a line."""
    return baris[: len(baris) - len(baris.lstrip(" \t"))]


def _atas(isi: list[str], n: int) -> int:
    """Return the last line above one that is neither empty nor a comment; -1 for none."""
    return next(
        (i for i in range(n - 1, -1, -1) if isi[i].strip() and isi[i].lstrip()[0] != "#"), -1
    )


def _titik_dua(baris: str, i: int) -> Iterator[Calon]:
    """A colon within a text."""
    if cocok := _TITIK_DUA.fullmatch(baris):
        nilai = cocok[3].replace("'", "''")
        yield Calon({i: f"{cocok[1]}'{nilai}'{cocok[4]}"}, Tingkat.PASTI)


def _tanpa_spasi(baris: str, i: int) -> Iterator[Calon]:
    """No blank behind the colon of a key."""
    if cocok := _TANPA_SPASI.fullmatch(baris):
        kolom = cocok.start(3) + 1
        yield Calon({i: f"{cocok[1]} {cocok[3]}"}, Tingkat.PASTI, SEBAB_SPASI, kolom)


def _tanpa_titik_dua(baris: str, i: int) -> Iterator[Calon]:
    """A key without its colon."""
    if (cocok := _TANPA_TITIK_DUA.fullmatch(baris)) and not cocok[3].lstrip().startswith(":"):
        kolom = len(cocok["awal"]) + 1
        yield Calon({i: f"{cocok[1]}:{cocok[3]}"}, Tingkat.KIRA, SEBAB_TITIK_DUA, kolom)


def _kunci_saja(isi: list[str], n: int) -> Iterator[Calon]:
    """A key without its colon, somewhere above, that was read on with what is below it."""
    for i in range(min(n, len(isi) - 1), max(-1, n - _SEBELUM), -1):
        if len(isi[i]) <= TERPANJANG and (cocok := _KUNCI_SAJA.fullmatch(isi[i])):
            kolom = len(cocok["awal"]) + 1
            yield Calon({i: f"{isi[i].rstrip()}:"}, Tingkat.KIRA, SEBAB_TITIK_DUA, kolom, jauh=True)
            return


def _kunci_lain(isi: list[str], i: int) -> Iterator[Calon]:
    """The id of a performer or an abbreviation without its colon: a key that the author chose."""
    baris, kini = isi[i], _indentasi(isi[i])
    induk = (x for x in reversed(isi[:i]) if x.strip() and _indentasi(x) < kini)
    if next(induk, "").strip() in _INDUK and (cocok := _KUNCI_LAIN.fullmatch(baris)):
        kolom = len(cocok["awal"]) + 1
        yield Calon({i: f"{cocok[1]}:{cocok[3]}"}, Tingkat.KIRA, SEBAB_TITIK_DUA, kolom)


def _strip(baris: str, i: int) -> Iterator[Calon]:
    """No blank behind the dash of an item."""
    if cocok := _STRIP.fullmatch(baris):
        yield Calon({i: f"{cocok[1]} {cocok[2]}"}, Tingkat.PASTI)


def _istimewa(baris: str, i: int) -> Iterator[Calon]:
    """A text that begins with a mark of YAML's own."""
    if cocok := _ISTIMEWA.fullmatch(baris):
        nilai = cocok[3].replace("'", "''")
        yield Calon({i: f"{cocok[1]}'{nilai}'{cocok[4]}"}, Tingkat.PASTI, ragu=True)


def _garis_miring(baris: str, i: int) -> Iterator[Calon]:
    r"""A backslash within double quotes, such as "C:\Data"."""
    if '"' in baris and _GARIS_MIRING.search(baris):
        yield Calon({i: _GARIS_MIRING.sub(r"\\\\", baris)}, Tingkat.PASTI)


def _kurung(baris: str, i: int) -> Iterator[Calon]:
    """A bracket that is not closed in its line."""
    buka = list[tuple[str, int]]()
    for kolom, huruf in enumerate(baris, 1):
        if huruf in "[{":
            buka.append(("]" if huruf == "[" else "}", kolom))
        elif buka and huruf == buka[-1][0]:
            buka.pop()
    if buka:
        tutup = "".join(huruf for huruf, _ in reversed(buka))
        tulisan = {i: baris.rstrip() + tutup}
        yield Calon(tulisan, Tingkat.KIRA, SEBAB_KURUNG, buka[-1][1], jauh=True)


_SEBARIS: tuple[Callable[[str, int], Iterator[Calon]], ...] = (
    _titik_dua, _tanpa_spasi, _strip, _istimewa, _garis_miring, _tanpa_titik_dua, _kurung,
)  # fmt: skip


def _kutip(isi: list[str], n: int) -> Iterator[Calon]:
    """A quote that is never closed: in the line itself, or in the last one above it that opens one."""
    for i in range(min(n, len(isi) - 1), max(-1, n - _SEBELUM), -1):
        if len(isi[i]) > TERPANJANG or not (buka := _BUKA.search(isi[i])):
            continue
        tanda, isian = buka["tanda"], isi[i][buka.end() :].rstrip()
        if isian.replace(tanda * 2, "").replace(f"\\{tanda}", "").count(tanda) % 2:
            continue
        kolom = buka.start("tanda") + 1
        baris = isi[i].rstrip()
        tulisan = [f"{baris}{tanda}"]
        if cocok := _KUTIP_DEPAN.fullmatch(baris):
            tulisan = [f"{cocok[1]}{cocok[3]}"]
        elif cocok := _DALAM_KURUNG.search(baris, buka.end()):
            tulisan = [f"{baris[: cocok.start()]}{tanda}{baris[cocok.start() :]}"]
        for satu in tulisan:
            yield Calon({i: satu}, Tingkat.PASTI, SEBAB_KUTIP, kolom, jauh=True)
        return


def _lanjutan(isi: list[str], i: int) -> Iterator[Calon]:
    """The rest of a text that does not stand further right than its key."""
    atas = _atas(isi, i)
    teks = isi[i].strip()
    if atas >= 0 and teks and ":" not in teks and not teks.startswith("-"):
        menjorok = " " * (_isi_butir(isi[atas]) + 2)
        yield Calon(
            {i: menjorok + teks}, Tingkat.KIRA, SEBAB_LANJUTAN, _indentasi(isi[i]) + 1, ragu=True
        )


def _geser(isi: list[str], n: int) -> Iterator[Calon]:
    """A line that stands too far left or right, alone or with what is below it."""
    kini = _indentasi(isi[n])
    blok = [n]
    for i in range(n + 1, len(isi)):
        if isi[i].strip() and _indentasi(isi[i]) <= kini:
            break
        blok.append(i)
    bawah = next((i for i in range(n + 1, len(isi)) if isi[i].strip()), n)
    letak = dict.fromkeys(
        kolom
        for i in (*range(n - 1, max(-1, n - _SEBELUM), -1), bawah)
        if isi[i].strip()
        for kolom in (_indentasi(isi[i]), _isi_butir(isi[i]))
        if kolom != kini
    )
    for kolom in sorted(letak, key=lambda k: abs(k - kini))[:_LETAK]:
        for bagian in ([n], blok) if len(blok) > 1 else ([n],):
            tulisan = {i: _pindah(isi[i], kolom - kini) for i in bagian if isi[i].strip()}
            if not tulisan:
                continue  # an empty line stands nowhere
            sebab, usul = SEBAB_GESER
            usul = usul.format(kini=kini, seharusnya=kolom)
            yield Calon(tulisan, Tingkat.KIRA, (sebab, usul), kini + 1)


def _buang(isi: list[str], n: int) -> Iterator[Calon]:
    """Leave out the line, the one above it, or what is above it with its own, then what it belongs to, wider each time."""
    n = min(n, len(isi) - 1)
    atas = _atas(isi, n)
    kini = _indentasi(isi[n])
    for satu in (n, atas):
        if satu >= 0:
            yield Calon({satu: ""}, Tingkat.BUANG)
    kakak = next(
        (i for i in range(n - 1, -1, -1) if isi[i].strip() and _indentasi(isi[i]) <= kini), -1
    )
    if 0 <= kakak < atas:
        yield Calon(dict.fromkeys(range(kakak, n), ""), Tingkat.BUANG)
    for batas in sorted({_indentasi(x) for x in isi[: n + 1] if x.strip()}, reverse=True):
        yield _tanpa_bagian(isi, n, batas)


def _tanpa_bagian(isi: list[str], n: int, batas: int) -> Calon:
    """Leave out the part of the text around a line that stands as far right as `batas`."""
    awal = next((i for i in range(n, -1, -1) if isi[i].strip() and _indentasi(isi[i]) <= batas), 0)
    akhir = next(
        (i for i in range(n + 1, len(isi)) if isi[i].strip() and _indentasi(isi[i]) <= batas),
        len(isi),
    )
    return Calon(dict.fromkeys(range(awal, akhir), ""), Tingkat.BUANG)


def _indentasi(baris: str) -> int:
    return len(baris) - len(baris.lstrip(" "))


def _isi_butir(baris: str) -> int:
    """Return where the content of a line begins, behind the dash of an item."""
    cocok = re.match(r" *(?:- +)*", baris)
    return cocok.end() if cocok else 0


def _pindah(baris: str, geser: int) -> str:
    return " " * geser + baris if geser > 0 else baris[min(-geser, _indentasi(baris)) :]

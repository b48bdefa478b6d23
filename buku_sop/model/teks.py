"""Text of a cell or a box: its lines are content, and lines that begin with a mark are a list.

Offices write "a.", "1)" or "-" inside one cell, once nested. The value stays the plain text that the model
holds; here it is taken apart for whoever shows it. Line breaks are those that the author wrote; where a reader
wants one line (a title, a label), `satu_baris` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

MENJOROK = "  "
"""What a nested line begins with in a tidy text."""

_TANDA = re.compile(
    r"( *)([0-9]{1,3}[.)]|[A-Za-z][.)]|[ivxIVX]{1,5}[.)]|\([0-9A-Za-z]{1,3}\)|[-–—•●○◦▪■*✓➢►\uf0b7\uf0a7\uf0d8\uf0fc])[ ]+(?=\S)"
)
_KETERANGAN = re.compile(r"[A-Za-z0-9] ?[:=] ")
_PETI_WORD = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"})
"""Bullets of Word's symbol fonts, which stand in no other font."""
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Butir:
    """An item of a list, with the mark that the document gives it."""

    tanda: str
    """As written: "a.", "1)", "-"."""
    baris: tuple[str, ...]
    """Its lines without the mark; more than one where the author broke it."""
    anak: tuple[Butir, ...] = ()
    """The items below it; they have none of their own."""

    @property
    def tanda_tampil(self) -> str:
        """The mark as any font can show it."""
        return self.tanda.translate(_PETI_WORD)

    @property
    def teks(self) -> str:
        """The words on one line, without those of the items below."""
        return " ".join(self.baris)


@dataclass(frozen=True, slots=True)
class Alinea:
    """Lines that are no list; an empty line begins another."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Daftar:
    """A run of items."""

    butir: tuple[Butir, ...]


def rapikan_baris(teks: str) -> str:
    """Return a text with one blank between words, nested lines moved in by two blanks, and single empty lines.

    Writing what this returns and reading it again changes nothing.
    """
    if "\n" not in teks and "\r" not in teks:
        return " ".join(teks.split())
    baris = [b.expandtabs(4) if b.strip() else "" for b in teks.strip("\r\n").splitlines()]
    while baris and not baris[0]:
        del baris[0]
    if not baris:
        return ""
    tepi = min(len(b) - len(b.lstrip()) for b in baris if b)
    hasil: list[str] = []
    for b in baris:
        if not b:
            if hasil[-1]:
                hasil.append("")
            continue
        depan = MENJOROK if len(b) - len(b.lstrip()) >= tepi + 2 else ""
        hasil.append(depan + " ".join(b.split()))
    hasil[0] = hasil[0].lstrip()
    return "\n".join(hasil).rstrip("\n")


def satu_baris(teks: str) -> str:
    """Return a text on one line."""
    return " ".join(teks.split())


def _rapat(teks: str) -> str:
    return "\n".join(b for b in teks.split("\n") if b)


def pokok(teks: str) -> str:
    """Return on one line what a text says before its list, for a place that has no room for more."""
    semua = uraikan(_rapat(teks))
    if not semua:
        return ""
    awal = semua[0]
    baris = awal.baris if isinstance(awal, Alinea) else (awal.butir[0].teks,)
    ada_lagi = len(semua) > 1
    return " ".join(baris).rstrip(" :") if ada_lagi else " ".join(teks.split())


def buka(teks: str) -> tuple[str, str]:
    """Part what a text says before its list, on one line, from the lines of the rest; empty where there is none."""
    teks = _rapat(teks)
    semua = uraikan(teks)
    if not semua or isinstance(semua[0], Daftar):
        return "", teks
    awal = semua[0].baris
    return " ".join(awal), "\n".join(teks.split("\n")[len(awal) :])


def sebaris(teks: str) -> str:
    """Return a text on one line in which a line break is still seen."""
    return " / ".join(b.strip() for b in teks.split("\n") if b)


@lru_cache(maxsize=4096)
def uraikan(teks: str) -> tuple[Alinea | Daftar, ...]:
    """Take a text apart into lines and lists, in their order. Every word is in the result.

    A line with a mark is an item only where another of its kind follows or goes before, or where a line that ends
    in a colon leads to it: "a. Ahmad" alone stays a line. Empty lines part lines that are no items.
    """
    if "\n" not in teks:
        return (Alinea((teks,)),) if teks else ()
    baris: list[str] = []
    awal = set[int]()
    for satu in teks.split("\n"):
        if satu:
            baris.append(satu)
        else:
            awal.add(len(baris))
    hasil: list[Alinea | Daftar] = []
    n = 0
    for jenis, isi in _kelompok(baris):
        if jenis:
            hasil.append(Daftar(tuple(_susun(isi))))
        else:
            batas = [0, *(i for i in range(1, len(isi)) if n + i in awal), len(isi)]
            hasil += (Alinea(tuple(b.teks for b in isi[a:z])) for a, z in pairwise(batas))
        n += len(isi)
    return tuple(hasil)


@lru_cache(maxsize=4096)
def butir_teks(teks: str) -> tuple[str, ...]:
    """Return the single things that a text names: the items of its lists, its lines, or all of it on one line.

    What leads to a list stands for the things below it: "Berkas:", "a. KTP", "b. KK" name KTP and KK. Lines
    without marks are things of their own where each begins as one, with a capital letter or a figure; what a
    line tells of a way ("A : di atas 100 juta") is none.
    """
    hasil: list[str] = []
    semua = uraikan(_rapat(teks))
    for bagian, sesudah in zip_longest(semua, semua[1:]):
        if isinstance(bagian, Daftar):
            for b in bagian.butir:
                hasil += [a.teks for a in b.anak] or [b.teks]
        elif not isinstance(sesudah, Daftar):
            awal, *sisa = bagian.baris
            baris = (awal, *(b for b in sisa if not _KETERANGAN.match(b)))
            lepas = all(b[:1].isupper() or b[:1].isdigit() for b in baris)
            hasil += baris if lepas else [" ".join(baris)]
    return tuple(hasil)


@dataclass(frozen=True, slots=True)
class _Baris:
    """A line: its mark where it has one, and whether it is moved in."""

    teks: str
    tanda: str
    isi: str
    dalam: bool


def _baca(baris: str) -> _Baris:
    cocok = _TANDA.match(baris)
    dalam = baris.startswith(MENJOROK)
    if cocok is None:
        return _Baris(baris.strip(), "", baris.strip(), dalam)
    return _Baris(baris.strip(), cocok[2], baris[cocok.end() :].strip(), dalam)


def _kelompok(semua: list[str]) -> Iterator[tuple[bool, list[_Baris]]]:
    """Yield runs of lines that belong together, and whether each is a list."""
    baris = [_baca(b) for b in semua]
    daftar = _baris_daftar(baris)
    kelompok: list[_Baris] = []
    jenis = False
    for b, milik in zip(baris, daftar, strict=True):
        if kelompok and milik != jenis:
            yield jenis, kelompok
            kelompok = []
        jenis = milik
        kelompok.append(b)
    yield jenis, kelompok


def _baris_daftar(baris: list[_Baris]) -> list[bool]:
    """Tell for each line whether it belongs to a list: an item, or a line moved in below one."""
    bertanda = [i for i, b in enumerate(baris) if b.tanda]
    butir = set[int]()
    for i, j in pairwise(bertanda):
        antara = baris[i + 1 : j]
        if all(b.dalam for b in antara) and (
            _berlanjut(baris[i].tanda, baris[j].tanda) or _dalam(baris[i], baris[j])
        ):
            butir |= {i, j}
    butir |= {i for i in bertanda if _sendiri(baris, i, butir)}
    hasil, dalam_daftar = [], False
    for i, b in enumerate(baris):
        dalam_daftar = i in butir or (dalam_daftar and b.dalam and not b.tanda)
        hasil.append(dalam_daftar)
    return hasil


def _sendiri(baris: list[_Baris], i: int, butir: set[int]) -> bool:
    """Whether a line is the only item of its list: the first of its kind, behind a line that leads to it."""
    if i == 0 or i - 1 in butir or nilai_tanda(baris[i].tanda) not in (None, 1):
        return False
    return not baris[i - 1].tanda and baris[i - 1].teks.endswith(":")


def _dalam(luar: _Baris, berikut: _Baris) -> bool:
    """Whether the second opens or closes a nested list."""
    return jenis_tanda(luar.tanda) != jenis_tanda(berikut.tanda)


def jenis_tanda(tanda: str) -> str:
    """Return the kind of a mark: "1.", "a)", "(1)", or the bullet itself."""
    inti = tanda.strip("().")
    bentuk = tanda.replace(inti, "", 1) if inti else tanda
    if inti.isdigit():
        return f"1{bentuk}"
    if inti.isalpha() and len(tanda) > 1:
        return f"{'A' if inti.isupper() else 'a'}{bentuk}"
    return tanda


def nilai_tanda(tanda: str) -> int | None:
    """Return the place that a mark counts: 3 for "3." and "c)"; None for a bullet."""
    inti = tanda.strip("().").lower()
    if inti.isdigit():
        return int(inti)
    if len(inti) == 1 and "a" <= inti <= "z":
        return ord(inti) - ord("a") + 1
    return _ROMAWI.get(inti)


def _berlanjut(satu: str, dua: str) -> bool:
    """Whether one mark goes on where another ended."""
    return jenis_tanda(satu) == jenis_tanda(dua)


def _susun(baris: list[_Baris]) -> Iterator[Butir]:
    """Nest the items of a run: moved in, or of another kind than the first, until the first kind returns."""
    luar = jenis_tanda(baris[0].tanda)
    buka: tuple[str, list[str]] | None = None
    anak: list[tuple[str, list[str]]] = []
    for b in baris:
        if not b.tanda:
            (anak[-1][1] if anak else buka[1] if buka else []).append(b.teks)
        elif buka is None or (jenis_tanda(b.tanda) == luar and not b.dalam):
            if buka is not None:
                yield _butir(buka, anak)
            buka, anak = (b.tanda, [b.isi]), []
        else:
            anak.append((b.tanda, [b.isi]))
    if buka is not None:
        yield _butir(buka, anak)


def _butir(buka: tuple[str, list[str]], anak: list[tuple[str, list[str]]]) -> Butir:
    return Butir(buka[0], tuple(buka[1]), tuple(Butir(t, tuple(isi)) for t, isi in anak))

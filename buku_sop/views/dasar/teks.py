"""Texts with lines and lists, for a page and for the printed sheet: one shape, filled by whoever draws it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from markupsafe import Markup, escape

from buku_sop.analysis.kata.singkatan import Kamus, PotongSingkatan
from buku_sop.analysis.keterkaitan.keterkaitan import Potongan
from buku_sop.model.teks import Butir, Daftar, uraikan
from buku_sop.views.dasar.tautan import TautanTampil

P = TypeVar("P", Potongan, TautanTampil)


@dataclass(frozen=True, slots=True)
class Bagian(Generic[P]):
    """Lines without a mark, or one item of a list."""

    tanda: str
    """The mark that the document gives the item; empty for lines."""
    baris: tuple[tuple[P, ...], ...]
    """Each line in the pieces that the text came in."""
    anak: tuple[Bagian[P], ...] = ()
    """The items below."""


def susun_bagian(potongan: Sequence[P]) -> tuple[Bagian[P], ...]:
    """Take a text in pieces apart into lines and items. Every character but marks and line breaks is in a piece."""
    teks = "".join(p.teks for p in potongan)
    if "\n" not in teks:
        return (Bagian("", (tuple(potongan),)),) if teks else ()
    baris = (b for b in _potong_baris(potongan) if any(p.teks.strip() for p in b))
    hasil: list[Bagian[P]] = []
    for bagian in uraikan(teks):
        if isinstance(bagian, Daftar):
            hasil += [_butir(b, baris) for b in bagian.butir]
        else:
            hasil.append(Bagian("", tuple(_tanpa(next(baris), b) for b in bagian.baris)))
    return tuple(hasil)


def _butir(butir: Butir, baris: Iterator[list[P]]) -> Bagian[P]:
    isi = tuple(_tanpa(next(baris), b) for b in butir.baris)
    return Bagian(butir.tanda_tampil, isi, tuple(_butir(a, baris) for a in butir.anak))


def _potong_baris(potongan: Sequence[P]) -> Iterator[list[P]]:
    """Yield the pieces of each line."""
    baris: list[P] = []
    for p in potongan:
        awal, *lain = p.teks.split("\n")
        baris.append(replace(p, teks=awal))
        for teks in lain:
            yield baris
            baris = [replace(p, teks=teks)]
    yield baris


def _tanpa(baris: list[P], isi: str) -> tuple[P, ...]:
    """Take off the front of a line what is not in `isi`: its mark, and what moves it in."""
    lebih = len("".join(p.teks for p in baris).rstrip()) - len(isi)
    hasil = []
    for p in baris:
        buang = min(lebih, len(p.teks))
        lebih -= buang
        if len(p.teks) > buang:
            hasil.append(replace(p, teks=p.teks[buang:]))
    return tuple(hasil)


def teks_isi(
    isi: str | Sequence[TautanTampil],
    tulis: Callable[[TautanTampil], Markup] | None = None,
    kamus: Kamus | None = None,
) -> Markup:
    """Write a text as HTML inside something that may hold blocks; what is one line is the text alone.

    A filter of our templates. `tulis` writes a piece that leads somewhere; everything else is escaped, and
    explains each abbreviation that `kamus` knows where it stands first.
    """
    if kamus is not None:
        tulis = _penjelas(tulis or _polos, kamus)
    potongan = (TautanTampil(isi),) if isinstance(isi, str) else tuple(isi)
    semua = susun_bagian(potongan)
    if len(semua) == 1 and not semua[0].tanda:
        return _baris(semua[0].baris, tulis or _polos)
    return Markup("").join(_kelompok(semua, tulis or _polos))


def teks_kepala(teks: str) -> Markup:
    """Write the words of a column's head, which may break behind a slash: "Persyaratan/Kelengkapan".

    A filter of our templates.
    """
    return Markup("/<wbr>").join(teks.split("/"))


def teks_blok(
    isi: str | Sequence[TautanTampil],
    tulis: Callable[[TautanTampil], Markup] | None = None,
    ekor: str = "",
    kamus: Kamus | None = None,
) -> Markup:
    """Write a text as a block of HTML: a paragraph, or its lines and lists. `ekor` follows its last words.

    A filter of our templates, as `teks_isi` is.
    """
    dalam = teks_isi(isi, tulis, kamus)
    if "<" not in dalam or not dalam.endswith(("</ul>", "</p>")):
        return Markup("<p>{}{}</p>").format(dalam, ekor)
    if ekor:
        dalam += Markup("<p>{}</p>").format(ekor)
    return Markup('<div class="sop-teks">{}</div>').format(dalam)


def _polos(p: TautanTampil) -> Markup:
    return escape(p.teks)


def _penjelas(
    tulis: Callable[[TautanTampil], Markup], kamus: Kamus
) -> Callable[[TautanTampil], Markup]:
    """Write plain words with their abbreviations explained; a link is left as it is."""
    sudah: set[str] = set()

    def jelaskan(p: TautanTampil) -> Markup:
        if p.href or p.jenis:
            return tulis(p)
        return Markup("").join(map(_kata, kamus.potong(p.teks, sudah)))

    return jelaskan


def _kata(potong: PotongSingkatan) -> Markup:
    if not potong.arti:
        return escape(potong.teks)
    abbr = Markup('<abbr class="sop-singkat-kata" title="{}">{}</abbr>')
    return abbr.format(potong.arti, potong.teks)


class Penjelas:
    """Explains the abbreviations of one page, each where it stands first, and remembers them.

    A value of our templates: called with a text, it writes it; so each page has its own.
    """

    def __init__(self, kamus: Kamus) -> None:
        self._kamus = kamus
        self._sudah: set[str] = set()
        self._arti: dict[str, str] = {}

    def __call__(self, teks: str) -> Markup:
        """Write plain words."""
        potong = tuple(self._kamus.potong(teks, self._sudah))
        self._arti |= {x.teks: x.arti for x in potong if x.arti}
        return Markup("").join(map(_kata, potong))

    @property
    def semua(self) -> list[tuple[str, str]]:
        """(abbreviation, meaning) of those that were explained, in alphabetical order."""
        return sorted(self._arti.items(), key=lambda x: x[0].casefold())


def _baris(
    baris: tuple[tuple[TautanTampil, ...], ...], tulis: Callable[[TautanTampil], Markup]
) -> Markup:
    return Markup("<br>\n").join(Markup("").join(tulis(p) for p in b) for b in baris)


def _kelompok(
    semua: Sequence[Bagian[TautanTampil]], tulis: Callable[[TautanTampil], Markup]
) -> Iterator[Markup]:
    dalam = False
    for b in semua:
        if bool(b.tanda) != dalam:
            yield Markup("</ul>") if dalam else Markup('<ul class="sop-teks__daftar">')
            dalam = not dalam
        if dalam:
            yield _li(b, tulis)
        else:
            yield Markup('<p class="sop-teks__baris">{}</p>').format(_baris(b.baris, tulis))
    if dalam:
        yield Markup("</ul>")


def _li(b: Bagian[TautanTampil], tulis: Callable[[TautanTampil], Markup]) -> Markup:
    anak = Markup("").join(_li(a, tulis) for a in b.anak)
    dalam = Markup('<ul class="sop-teks__daftar">{}</ul>').format(anak) if anak else Markup("")
    return Markup('<li><span class="sop-teks__tanda">{}</span> <span>{}</span>{}</li>').format(
        b.tanda, _baris(b.baris, tulis), dalam
    )

"""Texts from words: lines of a cell, items of a box."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from buku_sop.analysis.impor.netral import Kata, Kotak, melingkupi

PENANDA = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)](?!\d)|\(\d{1,2}\)|\d{1,2}\s?,(?=\s|$)|[-–—•▪●◦■✓➢§*·o](?=\s|$)|[•▪●◦■✓➢](?=\w))\s*"
)
"""What an item of a list begins with: 1. 2) (3) a. i. - •"""
_RAPAT = re.compile(r"^([•▪●◦■✓➢])(?=\w)")
"""A mark to which its item is joined: "●Formulir"."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of words."""

    teks: str
    kotak: Kotak


def baris_kata(kata: Iterable[Kata]) -> tuple[Baris, ...]:
    """Put words into lines, from top to bottom, each from left to right."""
    daftar = [k for k in kata if k.tegak]
    if not daftar:
        return ()
    tinggi = median(k.kotak.tinggi for k in daftar)
    daftar.sort(key=lambda k: (k.kotak.tengah[1], k.kotak.x0))
    lapis: list[list[Kata]] = []
    for satu in daftar:
        y = satu.kotak.tengah[1]
        if lapis and abs(y - _tengah(lapis[-1])) < 0.45 * tinggi:
            lapis[-1].append(satu)
        else:
            lapis.append([satu])
    terpisah = (satu for isi in lapis for satu in tertimpa(isi, 0.12 * tinggi))
    return tuple(_baris(sorted(isi, key=lambda k: k.kotak.x0)) for isi in terpisah)


def tertimpa(isi: Sequence[Kata], beda: float) -> list[list[Kata]]:
    """Part lines that a document prints over each other: else their words would be woven into one sentence."""
    urut = sorted(isi, key=lambda k: k.kotak.x0)
    menimpa = any(
        abs(a.kotak.tengah[1] - b.kotak.tengah[1]) > beda
        and a.kotak.x1 - b.kotak.x0 > 0.3 * min(a.kotak.lebar, b.kotak.lebar)
        for a, b in pairwise(urut)
    )
    if not menimpa:
        return [urut]
    hasil: list[list[Kata]] = []
    for satu in sorted(isi, key=lambda k: k.kotak.tengah[1]):
        if hasil and satu.kotak.tengah[1] - hasil[-1][0].kotak.tengah[1] <= beda:
            hasil[-1].append(satu)
        else:
            hasil.append([satu])
    return hasil


def _tengah(isi: Sequence[Kata]) -> float:
    return sum(k.kotak.tengah[1] for k in isi) / len(isi)


def _baris(isi: Sequence[Kata]) -> Baris:
    teks = isi[0].teks
    for a, b in pairwise(isi):
        rapat = b.kotak.x0 - a.kotak.x1 < 0.05 * a.kotak.tinggi and b.kotak.x0 >= a.kotak.x0
        teks += b.teks if rapat else f" {b.teks}"
    return Baris(teks, melingkupi(k.kotak for k in isi))


def potongan(kata: Iterable[Kata], sela: float = 1.1) -> Iterator[list[Kata]]:
    """Yield what stands together on a line: a gap parts it that is so many times as wide as the letters are high."""
    tegak = sorted(
        (k for k in kata if k.tegak), key=lambda k: (round(k.kotak.tengah[1]), k.kotak.x0)
    )
    lapis: list[list[Kata]] = []
    for satu in tegak:
        y = satu.kotak.tengah[1]
        di = next(
            (
                b
                for b in reversed(lapis[-6:])
                if abs(b[0].kotak.tengah[1] - y) < 0.35 * satu.kotak.tinggi
            ),
            None,
        )
        if di is None:
            lapis.append([satu])
        else:
            di.append(satu)
    terpisah = (satu for isi in lapis for satu in tertimpa(isi, 0.08 * isi[0].kotak.tinggi))
    for isi in terpisah:
        isi.sort(key=lambda k: k.kotak.x0)
        kini = [isi[0]]
        for a, b in pairwise(isi):
            if b.kotak.x0 - a.kotak.x1 > sela * a.kotak.tinggi:
                yield kini
                kini = []
            kini.append(b)
        yield kini


def sambung(baris: Iterable[str], *, paragraf: bool = False) -> str:
    """Make one text of lines: those broken for want of room are joined, those of a list stay.

    With `paragraf` each line is one of the author's own. An empty line parts paragraphs.
    """
    hasil: list[str] = []
    kosong = False
    for mentah in baris:
        satu = " ".join(mentah.split())
        if not satu:
            kosong = bool(hasil)
            continue
        satu = _RAPAT.sub(r"\1 ", satu)
        tanda = PENANDA.match(satu)
        if kosong and not tanda:
            hasil += ["", satu]
        elif not hasil or paragraf or (tanda and not _terpotong(hasil[-1], satu)):
            hasil.append(satu)
        elif re.search(r"\w[-/]$", hasil[-1]) and not _alamat_utuh(hasil[-1], satu):
            hasil[-1] += satu
        else:
            hasil[-1] += f" {satu}"
        kosong = False
    return "\n".join(hasil)


def _alamat_utuh(atas: str, bawah: str) -> bool:
    """Whether an address ends with its slash, "https://contoh.go.id/", since words of the sentence follow below it."""
    alamat = re.search(r"(?:https?://|www\.)\S+/$", atas)
    return bool(alamat and re.match(r"[A-Za-z]+[,;)]? +\S", bawah))


def sambung_kepala(baris: Iterable[str]) -> str:
    """Make one text of the lines of a heading: a letter alone is what a narrow column broke off the word before it."""
    hasil = ""
    for satu in (" ".join(b.split()) for b in baris):
        lepas = re.match(r"[a-z](?=\s|$)", satu) and re.search(r"[^\W\d_]{3}$", hasil)
        hasil += satu if lepas or not hasil else f" {satu}" if satu else ""
    return hasil


def _terpotong(sebelum: str, satu: str) -> bool:
    """Whether what looks like the mark of an item goes on with a sentence: "Pasal / 12) ...", "s. / d."."""
    return bool(
        re.search(
            r"\b(?:nomor|no\.?|pasal|ayat|huruf|angka|tahun|dan|atau)$", sebelum, re.IGNORECASE
        )
    ) or bool(re.fullmatch(r"o\b.*", satu))


def butir(
    kata: Sequence[Kata], kanan: float = 0.0, *, mengalir: bool = False, berpengantar: bool = False
) -> tuple[str, ...]:
    """Read the items of a box: each begins with a mark, which is left out, or stands on lines of its own.

    `kanan` is the right edge of the box; 0 where it is not known. `mengalir` says that each line is the author's own.
    With `berpengantar` a line above the first mark that ends in a colon makes one item of all below it, marks included.
    """
    if batas := _dua_kolom(kata):
        kiri = [k for k in kata if k.kotak.x0 < batas]
        lain = [k for k in kata if k.kotak.x0 >= batas]
        return (*butir(kiri, batas, mengalir=mengalir), *butir(lain, kanan, mengalir=mengalir))
    nomor = _kolom_nomor(kata)
    if nomor:
        lain = [k for k in kata if k not in nomor]
        if lepas := _butir_tengah(nomor, lain):
            return lepas
        if any(k.teks.isdecimal() for k in nomor):
            return _butir_nomor(nomor, lain, berpengantar=berpengantar)
    baris = baris_kata(kata)
    if any(_tanda(b.teks) for b in baris):
        return _butir_bertanda(baris, berpengantar=berpengantar)
    return tuple(b.teks for b in baris) if mengalir else _butir_polos(baris, kanan)


def _dua_kolom(kata: Sequence[Kata]) -> float:
    """Return where a second column of numbered items begins, which counts on from the first; 0 where there is none."""
    tanda = [(k.kotak.x0, int(m[1])) for k in kata if (m := _ANGKA.fullmatch(k.teks))]
    tepi = min((k.kotak.x0 for k in kata), default=0.0)
    kiri = sorted(n for x, n in tanda if x < tepi + 12)
    kanan = sorted((x, n) for x, n in tanda if x > tepi + 60)
    sejajar = len(kanan) > 1 and kanan[-1][0] - kanan[0][0] < 6
    angka = sorted(n for _, n in kanan)
    lanjut = angka == list(range(len(kiri) + 1, len(kiri) + len(angka) + 1))
    if kiri and sejajar and lanjut and kiri == list(range(1, len(kiri) + 1)):
        return kanan[0][0] - 1
    return 0.0


def _kolom_nomor(kata: Sequence[Kata]) -> list[Kata]:
    """Return the numbers that stand in a column of their own, left of everything else, counting on from 1."""
    for pola in (_ANGKA, _ANGKA_SAJA):
        bukan = [k.kotak.x0 for k in kata if not pola.fullmatch(k.teks)]
        batas = min(bukan, default=0.0) + 1
        angka = [k for k in kata if k.kotak.x1 <= batas and pola.fullmatch(k.teks)]
        angka.sort(key=lambda k: k.kotak.y0)
        urut = [int(m[1]) for k in angka if (m := pola.fullmatch(k.teks))]
        if len(angka) > 1 and urut == list(range(1, len(urut) + 1)):
            return angka
    return []


def _butir_nomor(
    nomor: Sequence[Kata], kata: Sequence[Kata], *, berpengantar: bool
) -> tuple[str, ...]:
    """Read items whose bare numbers stand in a column of their own, each beside its first line."""
    kepala: list[str] = []
    hasil: list[list[str]] = [[] for _ in nomor]
    for baris in baris_kata(kata):
        atas = [n for n, k in enumerate(nomor) if k.kotak.y0 <= baris.kotak.tengah[1] + 1]
        (hasil[atas[-1]] if atas else kepala).append(baris.teks)
    if kepala and not sambung(kepala).endswith(":"):
        hasil[0] = [*kepala, *hasil[0]]
        kepala = []
    tanda = [f"{k.teks}." if k.teks.isdecimal() else k.teks for k in nomor]
    return _dengan_pengantar(kepala, tanda, hasil, berpengantar=berpengantar)


def _dengan_pengantar(
    kepala: Sequence[str],
    tanda: Sequence[str],
    butir_isi: Sequence[Sequence[str]],
    *,
    berpengantar: bool,
) -> tuple[str, ...]:
    """Return the items; those that a line above leads to, "…:", stay one with it, so that they are counted as written."""
    awal = sambung(kepala)
    isi = [sambung(satu) for satu in butir_isi]
    if not (berpengantar and awal.endswith(":") and all(isi)):
        return tuple(filter(None, (awal, *isi)))
    bertanda = (
        f"{t.strip()} {satu}".replace("\n", "\n  ") for t, satu in zip(tanda, isi, strict=True)
    )
    return ("\n".join((awal, *bertanda)),)


def _butir_tengah(nomor: Sequence[Kata], kata: Sequence[Kata]) -> tuple[str, ...]:
    """Read items whose numbers stand beside the middle of their lines; none where they stand beside the first.

    The lines are parted so that the middles of the items come as near to their numbers as can be.
    """
    baris = baris_kata(kata)
    tengah = [b.kotak.tengah[1] for b in baris]
    tinggi = median(b.kotak.tinggi for b in baris)
    letak = [k.kotak.tengah[1] for k in nomor]
    if len(baris) < len(nomor) or all(
        min(abs(y - t) for t in tengah) < 0.3 * tinggi for y in letak
    ):
        return ()
    n, m = len(nomor), len(baris)
    biaya = [[float("inf")] * (m + 1) for _ in range(n + 1)]
    asal = [[0] * (m + 1) for _ in range(n + 1)]
    biaya[0][0] = 0.0
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            for k in range(i - 1, j):
                jauh = (tengah[k] + tengah[j - 1]) / 2 - letak[i - 1]
                if (c := biaya[i - 1][k] + jauh * jauh) < biaya[i][j]:
                    biaya[i][j], asal[i][j] = c, k
    if sum(min((y - t) ** 2 for t in tengah) for y in letak) <= biaya[n][m]:
        return ()  # beside the first lines, though not all at their height
    batas = [m]
    for i in range(n, 0, -1):
        batas.insert(0, asal[i][batas[0]])
    return tuple(sambung(b.teks for b in baris[a:z]) for a, z in pairwise(batas))


def _butir_polos(baris: Sequence[Baris], kanan: float) -> tuple[str, ...]:
    """Read items without marks: a line that was ended before it was full, and a capital after it, part two."""
    tepi = kanan or max((b.kotak.x1 for b in baris), default=0.0)
    hasil: list[list[str]] = []
    for n, satu in enumerate(baris):
        sebelum = baris[n - 1] if n else None
        if sebelum is None or (satu.teks[:1].isupper() and _diakhiri(sebelum, satu, tepi)):
            hasil.append([satu.teks])
        else:
            hasil[-1].append(satu.teks)
    return tuple(filter(None, (sambung(isi) for isi in hasil)))


def _diakhiri(sebelum: Baris, satu: Baris, tepi: float) -> bool:
    """Whether the author ended a line: it has a stop, or the next word would have had room."""
    if sebelum.teks.rstrip().endswith((";", ".")):
        return True
    huruf = satu.kotak.lebar / max(1, len(satu.teks))
    return tepi - sebelum.kotak.x1 > huruf * (len(satu.teks.split()[0]) + 3) + 6


_ANGKA = re.compile(r"\(?(\d{1,2})\s?[.,)]\)?(?!\d)\s*")
_ANGKA_SAJA = re.compile(r"(\d{1,2})")
_LAIN = re.compile(r"(?:\(?[a-z][.)](?=\s|$)|[-–—•▪●◦■✓➢§*·](?=\s|$)|[•▪●◦■✓➢](?=\w))\s*")


def _tanda(teks: str) -> str:
    """Return the mark that a line begins with: of a number only itself."""
    cocok = _ANGKA.match(teks) or _LAIN.match(teks)
    return cocok[0] if cocok else ""


def _butir_bertanda(baris: Sequence[Baris], *, berpengantar: bool) -> tuple[str, ...]:
    """Read items with marks; those of a second kind, or further right, stay lines within their item."""
    utama = _jenis(next(t for b in baris if (t := _tanda(b.teks))))
    kepala: list[str] = []
    bertanda: list[str] = []
    hasil: list[list[str]] = []
    terakhir = 0
    for satu in baris:
        tanda = _tanda(satu.teks) or _tanpa_titik(satu.teks, terakhir + 1, hasil)
        angka = int(m[1]) if (m := _ANGKA.match(satu.teks) or _ANGKA_SAJA.match(satu.teks)) else 0
        wajar = utama != "1" or not (hasil or kepala) or angka in (terakhir, terakhir + 1, 1)
        if tanda and _jenis(tanda) == utama and wajar:
            terakhir = angka or terakhir
            bertanda.append(tanda)
            hasil.append([satu.teks[len(tanda) :]])
        elif hasil:
            hasil[-1].append(satu.teks)
        else:
            kepala.append(satu.teks)
    return _dengan_pengantar(kepala, bertanda, hasil, berpengantar=berpengantar)


def _tanpa_titik(teks: str, angka: int, sebelum: Sequence[Sequence[str]]) -> str:
    """Return the number of the next item where its stop is missing: "8 Printer" below "7. ..."."""
    cocok = re.match(r"(\d{1,2})\s+(?=[A-Z])", teks)
    if cocok and int(cocok[1]) == angka and angka > 1 and not _terpotong(sebelum[-1][-1], teks):
        return cocok[0]
    return ""


def _jenis(tanda: str) -> str:
    inti = tanda.strip(" ().,")
    return "1" if inti.isdigit() else "a" if inti.isalpha() and inti.isascii() else "-"

"""Off-page connectors (*segilima*): in pairs where an arrow passes from one page to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from buku_sop.layout.text import width
from buku_sop.views.lembar.kertas import PT

HURUF = 6.5
"""Size of its text in points."""
UJUNG = 1.6
"""Height of its point in mm."""
BANYAK_LARIK = 3
"""Most lines of words in a connector."""
_TINGGI = 4.8
_LARIK = 2.5
"""How much higher in mm another line makes it."""
_RUANG = 1.8
"""What is free between a row and its connectors, where lines turn."""
_SAMPING = 20.0
"""How far connectors may stand beside the lanes, where they must: no column of text is narrower."""
_SELA = 0.5
_TEPI = 0.5
_LEBAR_RINGKAS = 4.6

Larik = tuple[tuple[str | int, ...], ...]
"""The lines of a connector: the letter first; a number stands for a page of the table, counted from 0."""


def tinggi_penghubung(larik: int) -> float:
    """Return the height in mm of a connector with some lines."""
    return round(_TINGGI + (larik - 1) * _LARIK, 3)


def tinggi_lajur(larik: int) -> float:
    """Return the height in mm of the strip that holds them."""
    return round(tinggi_penghubung(larik) + _RUANG, 3)


@dataclass(frozen=True, slots=True)
class Ujung:
    """Where an arrow leaves or enters a page."""

    panah: int
    potongan: int
    """The page, counted from 0 within its table."""
    bawah: bool
    """Whether at the foot of the page."""
    keluar: bool
    x: float
    """mm from the left edge of the lanes."""
    lawan: int
    """The page at the other end."""
    langkah: int
    """The step at the other end, from 1."""
    nomor: str = ""
    """The number of that step as printed; empty where it has none."""

    @property
    def kunci(self) -> tuple[int, bool, bool, float]:
        """What is equal for arrows that share a connector."""
        return self.potongan, self.bawah, self.keluar, round(self.x, 2)


@dataclass(frozen=True, slots=True)
class Penghubung:
    """A connector on the page."""

    huruf: str
    keluar: bool
    bawah: bool
    potongan: int
    tujuan: tuple[tuple[str, int], ...]
    """(steps, page within the table) at the other end; no step where none has a number."""
    larik: Larik
    """What it says."""
    garis: float
    """Where its arrow stands, in mm from the left edge of the lanes."""
    kiri: float
    lebar: float
    belok: float = 0.5
    """Where its line turns, if it must, as a part of the way from the row to the connector."""

    @property
    def kunci(self) -> tuple[int, bool, bool, float]:
        """The key of its arrows."""
        return self.potongan, self.bawah, self.keluar, round(self.garis, 2)

    @property
    def tengah(self) -> float:
        """Where the arrow meets it."""
        return min(max(self.garis, self.kiri + _TEPI), self.kiri + self.lebar - _TEPI)

    @property
    def tinggi(self) -> float:
        """Its height in mm."""
        return tinggi_penghubung(len(self.larik))

    @property
    def tepi_bawah(self) -> float:
        """Height of its pointed lower edge in mm where the arrow meets it."""
        serong = abs(self.tengah - self.kiri - self.lebar / 2) / (self.lebar / 2)
        return self.tinggi - UJUNG * serong


def huruf_penghubung(urutan: int) -> str:
    """Return A, B, …, Z, AA, AB and so on."""
    huruf = ""
    urutan += 1
    while urutan:
        urutan, sisa = divmod(urutan - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def susun_penghubung(
    ujung: Sequence[Ujung],
    lebar: float,
    mulai: int = 0,
    lane: float = 0.0,
    terbanyak: int = 1,
    *,
    samping: bool = False,
) -> list[Penghubung]:
    """Place the connectors of a table whose lanes are `lebar` mm wide, lettered from `mulai` on.

    They keep within their lane, of the width `lane`, where their words fit there in at most `terbanyak` lines, and leave the lanes only with `samping`.
    Arrows that leave or enter a page as one line share a connector, and connectors that share an arrow have
    the same letter.
    """
    kelompok = _kelompok(ujung)
    huruf = _huruf(kelompok, mulai)
    hasil: list[Penghubung] = []
    tempat = sorted({(k[0].potongan, k[0].bawah) for k in kelompok})
    for potongan, bawah in tempat:
        sebaris = [k for k in kelompok if (k[0].potongan, k[0].bawah) == (potongan, bawah)]
        sebaris.sort(key=lambda k: (k[0].x, k[0].keluar))
        hasil += _baris(
            sebaris, [huruf[k[0]] for k in sebaris], lebar, lane or lebar, terbanyak, samping
        )
    return hasil


def _kelompok(ujung: Iterable[Ujung]) -> list[list[Ujung]]:
    kelompok: dict[tuple[int, bool, bool, float], list[Ujung]] = {}
    for u in ujung:
        kelompok.setdefault(u.kunci, []).append(u)
    return list(kelompok.values())


def _huruf(kelompok: Sequence[Sequence[Ujung]], mulai: int) -> dict[Ujung, str]:
    """Give each group of connected connectors a letter, in the order of the arrows."""
    wakil = {u.panah: u.panah for k in kelompok for u in k}
    berubah = True
    while berubah:
        berubah = False
        for k in kelompok:
            terkecil = min(wakil[u.panah] for u in k)
            for u in k:
                if wakil[u.panah] != terkecil:
                    wakil[u.panah], berubah = terkecil, True
    urutan = {w: i for i, w in enumerate(sorted(set(wakil.values())))}
    return {u: huruf_penghubung(mulai + urutan[wakil[u.panah]]) for k in kelompok for u in k}


def _tujuan(kelompok: Sequence[Ujung]) -> tuple[tuple[str, int], ...]:
    """Say which steps on which pages are at the other end."""
    per_halaman: dict[int, dict[str, None]] = {}
    for u in sorted(kelompok, key=lambda u: (u.lawan, u.langkah)):
        per_halaman.setdefault(u.lawan, {})[u.nomor] = None
    return tuple((_dan([n for n in ls if n]), halaman) for halaman, ls in per_halaman.items())


def _dan(kata: Sequence[str]) -> str:
    if not kata:
        return ""
    return " dan ".join(filter(None, (", ".join(kata[:-1]), kata[-1])))


def _larik(huruf: str, kelompok: Sequence[Ujung], banyak: int) -> Larik:
    """Write a connector in some lines: letter, way and step, page."""
    arah = "ke" if kelompok[0].keluar else "dari"
    semua = [_satu(langkah, halaman) for langkah, halaman in _tujuan(kelompok)]
    if len(semua) == 1:
        langkah, halaman = semua[0][:-1], semua[0][-1:]
        kata = " ".join((arah, *(str(x).rstrip(", ") for x in langkah)))
        if banyak == 1:
            return ((huruf, f" {kata}{', ' if langkah else ' '}", *halaman),)
        return ((huruf, f" {kata}"), halaman) if banyak == 2 else ((huruf,), (kata,), halaman)
    potong = [[*x, "; "] for x in semua]
    potong[-1].pop()
    if banyak == 1:
        return ((huruf, f" {arah} ", *(x for p in potong for x in p)),)
    tengah = (len(potong) + 1) // 2
    atas, bawah = (tuple(x for p in b for x in p) for b in (potong[:tengah], potong[tengah:]))
    if banyak == 2:
        return (huruf, f" {arah} ", *atas), bawah
    return (huruf,), (f"{arah} ", *atas), bawah


def _satu(langkah: str, halaman: int) -> tuple[str | int, ...]:
    return (f"{langkah}, ", halaman) if langkah else (halaman,)


def _lebar(larik: Larik) -> float:
    """Width in mm of a connector around its words; the page is known only when it is set."""
    kata = ["".join(x if isinstance(x, str) else "hal. 88" for x in baris) for baris in larik]
    tepi = 2.2 if len(larik) == 1 else 1.4
    return max(_LEBAR_RINGKAS, 1.06 * max(width(k, HURUF * PT) for k in kata) + tepi)


def _baris(
    sebaris: Sequence[list[Ujung]],
    huruf: Sequence[str],
    lebar: float,
    lane: float,
    terbanyak: int,
    samping: bool,
) -> list[Penghubung]:
    """Place the connectors of one side of a page, each over its line if that can be."""
    garis = [k[0].x for k in sebaris]
    larik, kiri = _susun(sebaris, huruf, lebar, lane, terbanyak, samping)
    hasil = [
        Penghubung(
            h, k[0].keluar, k[0].bawah, k[0].potongan, _tujuan(k), la, x, round(ki, 3), round(_lebar(la), 3)
        )
        for h, k, la, x, ki in zip(huruf, sebaris, larik, garis, kiri, strict=True)
    ]  # fmt: skip
    return _belokkan(hasil)


def _susun(
    sebaris: Sequence[list[Ujung]],
    huruf: Sequence[str],
    lebar: float,
    lane: float,
    terbanyak: int,
    samping: bool,
) -> tuple[list[Larik], list[float]]:
    """Find the fewest lines with which all fit: within their lanes, else over them, else pushed aside.

    With `samping` they may at last leave the lanes: the strip of a table is free there, too.
    """
    garis = [k[0].x for k in sebaris]
    tempat = (_dalam_lane, _di_atas_garis, _berdesakan, *([_ke_samping] if samping else []))
    for tempatkan in tempat:
        for banyak in range(1, terbanyak + 1):
            larik = [_larik(h, k, banyak) for h, k in zip(huruf, sebaris, strict=True)]
            if kiri := tempatkan(garis, [_lebar(x) for x in larik], lebar, lane):
                return larik, kiri
    return _isi(sebaris, huruf, garis, lebar, terbanyak)


def _dalam_lane(
    garis: Sequence[float], ukuran: Sequence[float], lebar: float, lane: float
) -> list[float]:
    """Find left edges between the lines of the lanes; empty when there are none."""
    hasil: list[float] = []
    kolom = [int(min(x, lebar - 1e-6) // lane) for x in garis]
    for n in sorted(set(kolom)):
        sini = [i for i, k in enumerate(kolom) if k == n]
        x, u = [garis[i] - n * lane for i in sini], [ukuran[i] for i in sini]
        kiri = _letakkan(x, u, lane) or _berdesakan(x, u, lane, lane)
        if not kiri:
            return []
        hasil += [k + n * lane for k in kiri]
    return hasil


def _di_atas_garis(
    garis: Sequence[float], ukuran: Sequence[float], lebar: float, _: float
) -> list[float]:
    return _letakkan(garis, ukuran, lebar)


def _berdesakan(
    garis: Sequence[float], ukuran: Sequence[float], lebar: float, _: float
) -> list[float]:
    """Push aside boxes that cannot all stand over their lines, where there is room for all."""
    cukup = sum(ukuran) + _SELA * (len(ukuran) + 1) <= lebar
    return _sebar(garis, ukuran, lebar) if cukup else []


def _belokkan(sebaris: list[Penghubung]) -> list[Penghubung]:
    """Let lines that must turn do so at different heights, so that none meets another."""
    kanan = [n for n, p in enumerate(sebaris) if p.tengah > p.garis + 1e-6]
    kiri = [n for n, p in enumerate(sebaris) if p.tengah < p.garis - 1e-6]
    hasil = list(sebaris)
    for urutan in (kanan[::-1], kiri):
        for i, n in enumerate(urutan):
            hasil[n] = replace(hasil[n], belok=(i + 1) / (len(urutan) + 1))
    return hasil


def _ke_samping(
    garis: Sequence[float], ukuran: Sequence[float], lebar: float, lane: float
) -> list[float]:
    kiri = _berdesakan([x + _SAMPING for x in garis], ukuran, lebar + 2 * _SAMPING, lane)
    return [k - _SAMPING for k in kiri]


def _isi(
    sebaris: Sequence[list[Ujung]],
    huruf: Sequence[str],
    garis: Sequence[float],
    lebar: float,
    terbanyak: int,
) -> tuple[list[Larik], list[float]]:
    """Where there is no room for all words: let as many as can say them, and the others their letter."""
    larik: list[Larik] = [((h,),) for h in huruf]
    kiri, luar = _tempat(garis, [_lebar(x) for x in larik], lebar)
    for n in range(len(larik)):
        coba = [*larik[:n], _larik(huruf[n], sebaris[n], terbanyak), *larik[n + 1 :]]
        usul, usul_luar = _tempat(garis, [_lebar(x) for x in coba], lebar)
        if usul_luar <= luar:
            larik, kiri, luar = coba, usul, usul_luar
    return larik, kiri


def _tempat(
    garis: Sequence[float], ukuran: Sequence[float], lebar: float
) -> tuple[list[float], float]:
    """Place boxes, and tell how far lines must go sideways that do not run straight into theirs."""
    if kiri := _letakkan(garis, ukuran, lebar):
        return kiri, 0.0
    kiri = _sebar(garis, ukuran, lebar)
    luar = sum(
        max(0.0, k + _TEPI - x, x - k - u + _TEPI)
        for k, x, u in zip(kiri, garis, ukuran, strict=True)
    )
    penuh = sum(ukuran) + _SELA * len(ukuran) > lebar
    return kiri, inf if penuh else luar


def _letakkan(garis: Sequence[float], ukuran: Sequence[float], lebar: float) -> list[float]:
    """Find left edges so that each box contains its line and none overlap; empty when there are none."""
    batas, berikut = [0.0] * len(garis), lebar - _SELA / 2 + _SELA
    for i in range(len(garis) - 1, -1, -1):
        batas[i] = min(garis[i] - _TEPI, berikut - _SELA - ukuran[i])
        berikut = batas[i]
    kiri: list[float] = []
    ujung = -_SELA / 2
    for x, u, paling in zip(garis, ukuran, batas, strict=True):
        terkecil = max(ujung + _SELA, x - u + _TEPI)
        if terkecil > paling + 1e-9:
            return []
        kiri.append(min(max(x - u / 2, terkecil), paling))
        ujung = kiri[-1] + u
    return kiri


def _sebar(garis: Sequence[float], ukuran: Sequence[float], lebar: float) -> list[float]:
    """Spread boxes that cannot all contain their lines, evenly where even that is too much."""
    sela = min(_SELA, max(-2.0, (lebar - sum(ukuran)) / max(1, len(ukuran))))
    kiri: list[float] = []
    ujung = 0.0
    for x, u in zip(garis, ukuran, strict=True):
        kiri.append(max(x - u / 2, ujung + sela))
        ujung = kiri[-1] + u
    batas = lebar
    for i in range(len(kiri) - 1, -1, -1):
        kiri[i] = min(kiri[i], batas - sela - ukuran[i])
        batas = kiri[i]
    return kiri

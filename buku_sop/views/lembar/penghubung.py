"""Off-page connectors (*segilima*): in pairs where an arrow passes from one page to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from math import inf

from buku_sop.layout.text import width
from buku_sop.views.lembar.kertas import PT

TINGGI = 4.8
"""Height of a connector in mm."""
HURUF = 6.5
"""Size of its text in points."""
BAHU = 0.66
"""Where its sides end and its point begins, as a part of its height."""
_SELA = 0.5
_TEPI = 0.5
_LEBAR_RINGKAS = 4.6


class Rincian(IntEnum):
    """How much a connector says."""

    PENUH = 0
    """Letter, step and page."""
    SEDANG = 1
    """Letter and step."""
    RINGKAS = 2
    """The letter."""


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
    isi: Rincian
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
    def tepi_bawah(self) -> float:
        """Height of its pointed lower edge in mm where the arrow meets it."""
        serong = abs(self.tengah - self.kiri - self.lebar / 2) / (self.lebar / 2)
        return TINGGI * (1 - (1 - BAHU) * serong)


def huruf_penghubung(urutan: int) -> str:
    """Return A, B, …, Z, AA, AB and so on."""
    huruf = ""
    urutan += 1
    while urutan:
        urutan, sisa = divmod(urutan - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def susun_penghubung(ujung: Sequence[Ujung], lebar: float, mulai: int = 0) -> list[Penghubung]:
    """Place the connectors of a table whose lanes are `lebar` mm wide, lettered from `mulai` on.

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
        hasil += _baris(sebaris, [huruf[k[0]] for k in sebaris], lebar)
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


def _teks(huruf: str, kelompok: Sequence[Ujung], isi: Rincian) -> str:
    """The words of a connector, for its width only; the page is known when it is set."""
    if isi is Rincian.RINGKAS:
        return huruf
    arah = "ke" if kelompok[0].keluar else "dari"
    halaman = "hal. 88" if isi is Rincian.PENUH else ""
    tujuan = [", ".join(filter(None, (ls, halaman))) for ls, _ in _tujuan(kelompok)]
    return f"{huruf} {arah} " + "; ".join(filter(None, tujuan)) if any(tujuan) else huruf


def _lebar(teks: str) -> float:
    """Width in mm of a connector around some words."""
    return max(_LEBAR_RINGKAS, 1.06 * width(teks, HURUF * PT) + 2.2)


def _baris(sebaris: Sequence[list[Ujung]], huruf: Sequence[str], lebar: float) -> list[Penghubung]:
    """Place the connectors of one side of a page: as wordy as fits, each over its line if that can be."""
    garis = [k[0].x for k in sebaris]
    isi, kiri = _isi(sebaris, huruf, garis, lebar)
    ukuran = [_lebar(_teks(h, k, i)) for h, k, i in zip(huruf, sebaris, isi, strict=True)]
    hasil = [
        Penghubung(
            h, k[0].keluar, k[0].bawah, k[0].potongan, _tujuan(k), i, x, round(ki, 3), round(uk, 3)
        )
        for h, k, i, x, ki, uk in zip(huruf, sebaris, isi, garis, kiri, ukuran, strict=True)
    ]  # fmt: skip
    return _belokkan(hasil)


def _belokkan(sebaris: list[Penghubung]) -> list[Penghubung]:
    """Let lines that must turn do so at different heights, so that none meets another."""
    kanan = [n for n, p in enumerate(sebaris) if p.tengah > p.garis + 1e-6]
    kiri = [n for n, p in enumerate(sebaris) if p.tengah < p.garis - 1e-6]
    hasil = list(sebaris)
    for urutan in (kanan[::-1], kiri):
        for i, n in enumerate(urutan):
            hasil[n] = replace(hasil[n], belok=(i + 1) / (len(urutan) + 1))
    return hasil


def _isi(
    sebaris: Sequence[list[Ujung]], huruf: Sequence[str], garis: Sequence[float], lebar: float
) -> tuple[list[Rincian], list[float]]:
    """Let each connector of a side say as much as it can; return that and their left edges."""

    def ukuran(isi: Sequence[Rincian]) -> list[float]:
        return [_lebar(_teks(h, k, i)) for h, k, i in zip(huruf, sebaris, isi, strict=True)]

    isi = [Rincian.RINGKAS] * len(sebaris)
    kiri, luar = _tempat(garis, ukuran(isi), lebar)
    for lebih in (Rincian.SEDANG, Rincian.PENUH):
        for n in range(len(isi)):
            coba = [*isi[:n], lebih, *isi[n + 1 :]]
            usul, usul_luar = _tempat(garis, ukuran(coba), lebar)
            if usul_luar <= luar:
                isi, kiri, luar = coba, usul, usul_luar
    return isi, kiri


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

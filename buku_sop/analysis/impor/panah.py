"""Finds the arrows of a flow: lines put together from their pieces, their heads, and what they tie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.impor.bagian_panah import (
    Kepala,
    kepala_panah,
    kepala_terbuka,
    ruas_coretan,
)
from buku_sop.analysis.impor.garis_putus import sambung_putus
from buku_sop.analysis.impor.geometri import Ruas, jarak_ruas
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import Coretan, Kotak, Lambang, Titik

SAMBUNG = 3.6
"""Ends of pieces no further apart than this, in points, are one point of a line."""
SENTUH = 1.8
"""An end no further than this from the middle of a piece joins it there."""
SUSUL = 3.2
"""A line that comes from a symbol and ends this far before another, in points, was meant to reach it."""
_TEGAK_LURUS = 0.7
"""Sine of the angle at which it meets that one, at least."""
TEPAT = 1.2
"""A head that sits on a line by less than this, in points, is none of another line that only passes near."""
RAIH = 18.0
"""An arrow may end this far before its symbol."""
RAGU = 9.0
"""From this distance on, it is a doubt, unless it points straight at that symbol and no other is near."""
LAIN = 2.0
"""So many times as far another symbol must be that lies ahead, too."""
SEARAH = 0.98
"""Cosine of the angle by which a straight arrow may lean."""
LURUS = 0.4
"""How far beside the middle of a symbol it may point, of the symbol's size."""


@dataclass(frozen=True, slots=True)
class Panah:
    """An arrow from symbol to symbol, by their positions."""

    dari: int
    ke: int
    ruas: tuple[Ruas, ...]
    """The pieces of its line; of lines that merge or fork, all of them."""
    berarah: bool = True
    """Whether it has a head; False for a line that only ties."""
    tebakan: str = ""
    """Why it may be another one, in Indonesian."""
    label: str = ""
    terikat: bool = False
    """Whether the format itself says what it ties."""


@dataclass(frozen=True, slots=True)
class Lepas:
    """A line that ties no two symbols: where it is, and the symbols at its ends, as far as there are any."""

    kotak: Kotak
    dari: tuple[int, ...] = ()
    ke: tuple[int, ...] = ()


def cari_panah(
    sisa: Iterable[Coretan],
    lambang: Sequence[Lambang],
    bidang: Bidang,
    dikenal: Sequence[Kepala] = (),
) -> tuple[tuple[Panah, ...], tuple[Lepas, ...]]:
    """Find the arrows between symbols, and the lines that tie none. `dikenal` are heads that are no strokes."""
    kepala = list(dikenal)
    ruas: list[Ruas] = []
    for satu in sisa:
        if jadi := kepala_panah(satu):
            if all(math.dist(jadi.ujung, k.ujung) > 3 for k in kepala):
                kepala.append(jadi)
        else:
            ruas += ruas_coretan(satu)
    ruas, terbuka = kepala_terbuka(sambung_putus(ruas))
    kepala += [t for t in terbuka if all(math.dist(t.ujung, k.ujung) > 3 for k in kepala)]
    kotak = [s.kotak for s in lambang]
    bersih = list(_bersih(ruas, kotak, bidang))
    return _ikat(_rangkai(bersih, kotak), kepala, kotak)


def _bersih(ruas: Iterable[Ruas], kotak: Sequence[Kotak], bidang: Bidang) -> Iterator[Ruas]:
    """Yield the pieces that are no lines of the table and no sides of symbols, each once."""
    sudah: list[Ruas] = []
    pada_garis: list[Ruas] = []
    for a, b in ruas:
        panjang = math.dist(a, b)
        if panjang < 1.5 or any(_sisi(a, b, k) for k in kotak):
            continue
        tegak = abs(a[0] - b[0]) < 1 and any(abs(a[0] - x) < 1.5 for x in bidang.x)
        datar = abs(a[1] - b[1]) < 1 and panjang > 15 and any(abs(a[1] - y) < 1.5 for y in bidang.y)
        if tegak or datar:
            pada_garis.append((a, b))
        elif not _ada(a, b, sudah):
            sudah.append((a, b))
            yield a, b
    for a, b in pada_garis:  # an arrow may turn on a line of the table, and run along it
        if not _ada(a, b, sudah) and all(
            any(min(math.dist(p, u), math.dist(p, v)) < 1.5 for u, v in sudah) for p in (a, b)
        ):
            yield a, b


def _ada(a: Titik, b: Titik, sudah: Iterable[Ruas]) -> bool:
    """Whether a piece, or the same from its other end, was there before."""
    return any(
        (math.dist(a, u) < 1.5 and math.dist(b, v) < 1.5)
        or (math.dist(a, v) < 1.5 and math.dist(b, u) < 1.5)
        for u, v in sudah
    )


def _sisi(a: Titik, b: Titik, k: Kotak) -> bool:
    """Whether a piece is a side of a symbol, or lies within it."""
    return k.jarak(a) < 1.6 and k.jarak(b) < 1.6 and math.dist(a, b) <= max(k.lebar, k.tinggi) + 3


def _rangkai(ruas: Sequence[Ruas], kotak: Sequence[Kotak]) -> list[list[Ruas]]:
    """Put pieces together that touch, but not where they touch only because they meet at a symbol."""
    induk = list(range(len(ruas)))

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    bebas = [[all(k.jarak(p) >= 2 for k in kotak) for p in r] for r in ruas]
    for i, a in enumerate(ruas):
        for j in range(i + 1, len(ruas)):
            b = ruas[j]
            if _bersentuhan(a, bebas[i], b) or _bersentuhan(b, bebas[j], a):
                induk[akar(i)] = akar(j)
    hasil: dict[int, list[Ruas]] = {}
    for i, r in enumerate(ruas):
        hasil.setdefault(akar(i), []).append(r)
    return list(hasil.values())


def _bersentuhan(a: Ruas, bebas: Sequence[bool], b: Ruas) -> bool:
    """Whether a free end of one piece touches the other."""
    for p, boleh in zip(a, bebas, strict=True):
        if boleh and (min(math.dist(p, q) for q in b) <= SAMBUNG or jarak_ruas(p, b) <= SENTUH):
            return True
    return False


def _ikat(
    rangkaian: Iterable[Sequence[Ruas]], kepala: Sequence[Kepala], kotak: Sequence[Kotak]
) -> tuple[tuple[Panah, ...], tuple[Lepas, ...]]:
    """Tie each line to the symbols at its ends."""
    panah: list[Panah] = []
    lepas: list[Lepas] = []
    dipakai: set[int] = set()
    semua = list(rangkaian)
    kepala = [_arahkan(k, semua) for k in kepala]
    semua = _susulkan(semua, kepala, kotak)
    pada = [min((_sela(k, g) for g in semua), default=0.0) for k in kepala]
    for garis in semua:
        milik = [
            n
            for n, k in enumerate(kepala)
            if _milik(k, garis) and (pada[n] > TEPAT or _sela(k, garis) < 2 * TEPAT)
        ]
        dipakai.update(milik)
        _ikat_satu(garis, [kepala[n] for n in milik], kotak, panah, lepas)
    for n, k in enumerate(kepala):
        if n not in dipakai:
            _kepala_saja(k, kotak, panah, lepas)
    return tuple(dict.fromkeys(panah)), tuple(lepas)


def _susulkan(
    semua: Sequence[Sequence[Ruas]], kepala: Sequence[Kepala], kotak: Sequence[Kotak]
) -> list[Sequence[Ruas]]:
    """Put a line without a head that comes from a symbol and ends just before another line together with that one."""
    hasil = list(semua)
    for garis in semua:
        ujung = _ujung(garis)
        bebas = [(p, q) for p, q in ujung if _terdekat(p, kotak, _arah(q, p))[0] is None]
        if len(ujung) != 2 or len(bebas) != 1 or any(_milik(k, garis) for k in kepala):
            continue
        lain = [g for g in hasil if g is not garis]
        dekat = [(j, n) for n, g in enumerate(lain) if (j := _di_depan(*bebas[0], g)) is not None]
        if dekat and any(g is garis for g in hasil):
            n = min(dekat)[1]
            hasil = [g if m != n else [*g, *garis] for m, g in enumerate(lain)]
    return hasil


def _di_depan(p: Titik, q: Titik, garis: Sequence[Ruas]) -> float | None:
    """How far ahead of the end of a line another crosses its way; None where none does."""
    x, y = _arah(q, p)
    jauh = []
    for (ax, ay), (bx, by) in garis:
        silang = x * (by - ay) - y * (bx - ax)
        if abs(silang) < _TEGAK_LURUS * math.dist((ax, ay), (bx, by)):
            continue
        t = ((ax - p[0]) * (by - ay) - (ay - p[1]) * (bx - ax)) / silang
        u = ((ax - p[0]) * y - (ay - p[1]) * x) / silang
        jauh += [t] if 0 <= t <= SUSUL and 0 <= u <= 1 else []
    return min(jauh, default=None)


def _milik(kepala: Kepala, garis: Sequence[Ruas]) -> bool:
    """Whether a head is one of a line: the line reaches its base, or its tip, but not from before the tip."""
    return any(
        jarak_ruas(kepala.pangkal, r) <= 4
        or (jarak_ruas(kepala.ujung, r) <= 2.5 and _maju(kepala, r) < 1)
        for r in garis
    )


def _sela(kepala: Kepala, garis: Sequence[Ruas]) -> float:
    """How far a head sits from a line, by the middle of its base or by its tip."""
    return min(jarak_ruas(p, r) for p in (kepala.pangkal, kepala.ujung) for r in garis)


def _arahkan(kepala: Kepala, rangkaian: Sequence[Sequence[Ruas]]) -> Kepala:
    """Let a head of equal sides point as the line does that ends in it."""
    if not kepala.lain:
        return kepala
    return max(
        (kepala, *kepala.lain),
        key=lambda k: max(
            (_lurus(k, r) for garis in rangkaian if _milik(k, garis) for r in garis), default=-1.0
        ),
    )


def _lurus(kepala: Kepala, ruas: Ruas) -> float:
    """How well a head goes on in the direction of a piece that ends in it: 1 at best."""
    dekat, jauh = sorted(ruas, key=lambda p: math.dist(p, kepala.ujung))
    arah = _arah(jauh, dekat)
    if math.dist(dekat, kepala.ujung) > 9 or math.dist(jauh, dekat) < 3:
        return -1.0
    return arah[0] * kepala.arah[0] + arah[1] * kepala.arah[1]


def _maju(kepala: Kepala, ruas: Ruas) -> float:
    """Return how far the middle of a piece lies before the tip of a head, in its direction."""
    x, y = ((a + b) / 2 for a, b in zip(*ruas, strict=True))
    return (x - kepala.ujung[0]) * kepala.arah[0] + (y - kepala.ujung[1]) * kepala.arah[1]


def _ujung(garis: Sequence[Ruas]) -> list[tuple[Titik, Titik]]:
    """Return the free ends of a line, each with the point from which it comes; once where pieces lie on each other."""
    hasil: list[tuple[Titik, Titik]] = []
    for r in garis:
        for p, q in (r, r[::-1]):
            lain = (s for s in garis if s is not r and not _seiring(p, q, _dari(p, s)))
            if not any(
                min(math.dist(p, s[0]), math.dist(p, s[1])) <= SAMBUNG or jarak_ruas(p, s) <= SENTUH
                for s in lain
            ) and not any(_seiring(p, q, ada) for ada in hasil):
                hasil.append((p, q))
    return hasil


def _dari(titik: Titik, ruas: Ruas) -> Ruas:
    """Return a piece as it runs from the end that is nearer to a point."""
    return min((ruas, ruas[::-1]), key=lambda r: math.dist(titik, r[0]))


def _seiring(p: Titik, q: Titik, lain: Ruas) -> bool:
    """Whether a piece begins where another does and runs the same way: two connectors drawn over each other."""
    a, b = _arah(p, q), _arah(*lain)
    return math.dist(p, lain[0]) <= SENTUH and a[0] * b[0] + a[1] * b[1] > 0.99


def _ikat_satu(
    garis: Sequence[Ruas],
    kepala: Sequence[Kepala],
    kotak: Sequence[Kotak],
    panah: list[Panah],
    lepas: list[Lepas],
) -> None:
    ujung = _ujung(garis)
    tujuan = [_terdekat(k.ujung, kotak, k.arah) for k in kepala]
    for k, (sasaran, _) in zip(kepala, tujuan, strict=True):
        lain = [b for n, b in enumerate(kotak) if n != sasaran]
        dekat = min(
            (u for u in ujung if all(b.jarak(u[0]) > SENTUH for b in lain)),
            key=lambda u: min(math.dist(u[0], k.ujung), math.dist(u[0], k.pangkal)),
            default=None,
        )
        if dekat and min(math.dist(dekat[0], k.ujung), math.dist(dekat[0], k.pangkal)) <= 7:
            ujung.remove(dekat)
    asal = [_terdekat(p, kotak, _arah(q, p)) for p, q in ujung]
    if not kepala:
        _tanpa_kepala(garis, asal, panah, lepas)
        return
    dari, ke = _dikenal(asal), _dikenal(tujuan)
    if not ujung and len(ke) == 2:  # heads at both ends
        sebab = "Panahnya berkepala di kedua ujung; dibaca bolak-balik."
        a, b = (n for n, _ in ke)
        panah += [Panah(x, y, tuple(garis), tebakan=sebab) for x, y in ((a, b), (b, a))]
        return
    jadi = [
        Panah(a, b, tuple(garis), tebakan=_ragu(len(dari), len(ke), max(jauh_a, jauh_b)))
        for a, jauh_a in dari
        for b, jauh_b in ke
        if a != b
    ]
    panah += jadi
    if not jadi:
        lepas.append(_lepas(garis, [n for n, _ in dari], [n for n, _ in ke]))


def _dikenal(semua: Iterable[tuple[int | None, float]]) -> list[tuple[int, float]]:
    """Return the symbols that ends mean, each once, with how far it was."""
    hasil: dict[int, float] = {}
    for n, jauh in semua:
        if n is not None:
            hasil.setdefault(n, jauh)
    return list(hasil.items())


def _ragu(asal: int, tujuan: int, jauh: float) -> str:
    if asal > 1 and tujuan > 1:
        return "Beberapa garis bertemu di sini; asal dan tujuannya dapat tertukar."
    if jauh > RAGU:
        return "Ujung panahnya tidak menyentuh lambang; dianggap menuju yang terdekat."
    return ""


def _tanpa_kepala(
    garis: Sequence[Ruas],
    asal: Sequence[tuple[int | None, float]],
    panah: list[Panah],
    lepas: list[Lepas],
) -> None:
    """Tie two symbols by a line without a head; a line that ties none counts where it is long enough."""
    ada = [n for n, _ in _dikenal(asal)]
    if len(ada) >= 2:
        panah += [Panah(a, b, tuple(garis), berarah=False) for a, b in pairwise(ada)]
    elif sum(math.dist(*r) for r in garis) > 12:
        lepas.append(_lepas(garis, ada, []))


def _lepas(garis: Sequence[Ruas], dari: Sequence[int], ke: Sequence[int]) -> Lepas:
    xs = [p[0] for r in garis for p in r]
    ys = [p[1] for r in garis for p in r]
    return Lepas(Kotak(min(xs), min(ys), max(xs), max(ys)), tuple(dari), tuple(ke))


def _kepala_saja(
    kepala: Kepala, kotak: Sequence[Kotak], panah: list[Panah], lepas: list[Lepas]
) -> None:
    """Tie a head whose line is too short to be seen to the symbol behind it."""
    ke, _ = _terdekat(kepala.ujung, kotak, kepala.arah)
    balik = (-kepala.arah[0], -kepala.arah[1])
    dari, jauh = _terdekat(kepala.pangkal, kotak, balik, raih=40, kecuali=ke)
    ruas = ((kepala.pangkal, kepala.ujung),)
    if ke is not None and dari is not None:
        panah.append(Panah(dari, ke, ruas, tebakan=_ragu(1, 1, jauh)))
    else:
        lepas.append(_lepas(ruas, [] if dari is None else [dari], [] if ke is None else [ke]))


def _arah(dari: Titik, ke: Titik) -> Titik:
    panjang = math.dist(dari, ke) or 1.0
    return (ke[0] - dari[0]) / panjang, (ke[1] - dari[1]) / panjang


def _terdekat(
    titik: Titik,
    kotak: Sequence[Kotak],
    arah: Titik,
    raih: float = RAIH,
    kecuali: int | None = None,
) -> tuple[int | None, float]:
    """Find the symbol that an end means: the nearest one that lies ahead of it."""
    calon = []
    for n, k in enumerate(kotak):
        jauh = k.jarak(titik)
        if jauh > raih or n == kecuali:
            continue
        x, y = min(max(titik[0], k.x0), k.x1), min(max(titik[1], k.y0), k.y1)
        if jauh < 2 or (x - titik[0]) * arah[0] + (y - titik[1]) * arah[1] >= 0.7 * jauh:
            calon.append((round(jauh, 2), n))
    if not calon:
        return None, 0.0
    jauh, n = min(calon)
    sendiri = all(lain > LAIN * jauh for lain, m in calon if m != n)
    return n, 0.0 if sendiri and _mengenai(titik, arah, kotak[n]) else jauh


def _mengenai(titik: Titik, arah: Titik, kotak: Kotak) -> bool:
    """Whether an end, drawn on, runs into the middle of a symbol: not past it, and not along its side."""
    (x, y), (cx, cy) = titik, kotak.tengah
    maju = (cx - x) * arah[0] + (cy - y) * arah[1]
    samping = (cx - x) * arah[1] - (cy - y) * arah[0]
    lebar = kotak.tinggi if abs(arah[0]) > abs(arah[1]) else kotak.lebar
    return maju > 0 and max(map(abs, arah)) > SEARAH and abs(samping) < LURUS * lebar

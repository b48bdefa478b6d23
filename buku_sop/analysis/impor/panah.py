"""Finds the arrows of a flow: lines put together from their pieces, their heads, and what they tie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from buku_sop.analysis.impor.garis_putus import sambung_putus
from buku_sop.analysis.impor.geometri import Ruas, jarak_ruas, luas, segitiga, selubung
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import Coretan, Kotak, Lambang, Titik

SAMBUNG = 3.6
"""Ends of pieces no further apart than this, in points, are one point of a line."""
SENTUH = 1.8
"""An end no further than this from the middle of a piece joins it there."""
TEPAT = 1.2
"""A head that sits on a line by less than this, in points, is none of another line that only passes near."""
SAMA_SISI = 1.3
"""A head whose sides differ by less than this points where its line does, not where its sides say."""
RAIH = 18.0
"""An arrow may end this far before its symbol."""
RAGU = 9.0
"""From this distance on, it is a doubt."""


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


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of an arrow."""

    ujung: Titik
    pangkal: Titik
    """The middle of its base."""
    lain: tuple[Kepala, ...] = ()
    """The same triangle pointing another way, where its sides are too much alike to tell: its line tells."""

    @property
    def arah(self) -> Titik:
        """Return the unit vector in which it points."""
        panjang = math.dist(self.ujung, self.pangkal)
        return (
            (self.ujung[0] - self.pangkal[0]) / panjang,
            (self.ujung[1] - self.pangkal[1]) / panjang,
        )


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
    ruas, terbuka = _kepala_terbuka(sambung_putus(ruas))
    kepala += [t for t in terbuka if all(math.dist(t.ujung, k.ujung) > 3 for k in kepala)]
    kotak = [s.kotak for s in lambang]
    bersih = list(_bersih(ruas, kotak, bidang))
    return _ikat(_rangkai(bersih, kotak), kepala, kotak)


def kepala_panah(satu: Coretan) -> Kepala | None:
    """Read a small filled triangle, or a small filled V, as the head of an arrow."""
    k = satu.kotak
    if not satu.terisi or max(k.lebar, k.tinggi) > 16 or min(k.lebar, k.tinggi) < 1.5:
        return None
    kulit = selubung(satu.titik)
    if not 0.28 < luas(kulit) / (k.lebar * k.tinggi) < 0.7 if len(kulit) > 2 else True:
        return None
    tiga = segitiga(kulit)
    if tiga is None:
        return None
    ujung, a, b = tiga
    kepala, *lain = (
        Kepala(p, ((q[0] + r[0]) / 2, (q[1] + r[1]) / 2))
        for p, q, r in ((ujung, a, b), (a, ujung, b), (b, a, ujung))
    )
    if math.dist(kepala.ujung, kepala.pangkal) < 1:
        return None
    sisi = (math.dist(ujung, a), math.dist(ujung, b), math.dist(a, b))
    return replace(kepala, lain=tuple(lain)) if max(sisi) < SAMA_SISI * min(sisi) else kepala


def ruas_coretan(satu: Coretan) -> list[Ruas]:
    """Return the straight pieces of a stroke; of a filled outline of a line, its middle."""
    k = satu.kotak
    if satu.terisi and min(k.lebar, k.tinggi) <= 3.2:
        x, y = k.tengah
        return [((k.x0, y), (k.x1, y))] if k.lebar >= k.tinggi else [((x, k.y0), (x, k.y1))]
    if satu.bergaris and not satu.terisi:
        return [(a, b) for a, b in pairwise(satu.titik) if math.dist(a, b) > 0.8]
    return _tengah_garis(satu.titik)


def _tengah_garis(titik: Sequence[Titik]) -> list[Ruas]:
    """Join the two sides of the outline of a line."""
    sisi = sorted(
        ((math.dist(a, b), a, b) for a, b in pairwise([*titik, titik[0]]) if math.dist(a, b) > 3),
        reverse=True,
    )
    hasil: list[Ruas] = []
    for _, a, b in sisi:
        for n, (u, v) in enumerate(hasil):
            if gabung := _sejajar(u, v, a, b):
                hasil[n] = gabung
                break
        else:
            hasil.append((a, b))
    return hasil


def _sejajar(u: Titik, v: Titik, a: Titik, b: Titik) -> Ruas | None:
    """Return one piece for two that run side by side; None where they do not."""
    panjang = math.dist(u, v)
    ux, uy = (v[0] - u[0]) / panjang, (v[1] - u[1]) / panjang
    jauh = (abs((p[0] - u[0]) * uy - (p[1] - u[1]) * ux) for p in (a, b))
    t0, t1 = sorted((p[0] - u[0]) * ux + (p[1] - u[1]) * uy for p in (a, b))
    if max(jauh) > 3.4 or t1 < -2 or t0 > panjang + 2:
        return None
    lo, hi = min(0.0, t0), max(panjang, t1)
    return (u[0] + ux * lo, u[1] + uy * lo), (u[0] + ux * hi, u[1] + uy * hi)


def _kepala_terbuka(ruas: Sequence[Ruas]) -> tuple[list[Ruas], list[Kepala]]:
    """Take two short pieces that meet in a sharp angle for the open head of an arrow."""
    pendek = [r for r in ruas if 2 < math.dist(*r) < 11 and _miring(r)]
    kepala: list[Kepala] = []
    dipakai: set[int] = set()
    for i, a in enumerate(pendek):
        for b in pendek[i + 1 :]:
            if id(a) in dipakai or id(b) in dipakai or abs(math.dist(*a) - math.dist(*b)) > 1.5:
                continue
            for (p, jauh_a), (q, jauh_b) in ((x, y) for x in (a, a[::-1]) for y in (b, b[::-1])):
                if math.dist(p, q) < 1.2 and 1.5 < math.dist(jauh_a, jauh_b) < 1.5 * math.dist(*a):
                    pangkal = ((jauh_a[0] + jauh_b[0]) / 2, (jauh_a[1] + jauh_b[1]) / 2)
                    if math.dist(p, pangkal) > 1:
                        kepala.append(Kepala(p, pangkal))
                        dipakai |= {id(a), id(b)}
    return [r for r in ruas if id(r) not in dipakai], kepala


def _miring(ruas: Ruas) -> bool:
    (x0, y0), (x1, y1) = ruas
    return min(abs(x0 - x1), abs(y0 - y1)) > 0.8


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
    return (min(calon)[1], min(calon)[0]) if calon else (None, 0.0)

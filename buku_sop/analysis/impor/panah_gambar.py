"""Arrows and lines that a document holds as pictures: what they tie is seen, which way they lead is a guess."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from buku_sop.analysis.impor.bagian_panah import Kepala
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import (
    Coretan,
    Halaman,
    Kata,
    Kotak,
    Lambang,
    Rupa,
    Titik,
    melingkupi,
)
from buku_sop.analysis.impor.panah import Panah

TIPIS = 3.0
"""Pictures thinner than this, in points, are lines."""
PANAH_BESAR = 0.08
"""A picture of this share of the page may still be an arrow, where it touches two symbols."""
TERPENDEK = 3.0
"""A picture of an arrow is at least so long, in points, from where it begins to its head."""
KEPALA = 5.0
"""How long the head of such an arrow is, in points."""
SENTUH = 4.0
"""A picture no further than this from a symbol touches it, in points."""


def garis_gambar(halaman: Halaman, bidang: Bidang) -> Iterator[Coretan]:
    """Yield the lines that were pasted as pictures: what is as thin as a line."""
    for g in halaman.gambar:
        if min(g.lebar, g.tinggi) < TIPIS < max(g.lebar, g.tinggi) and bidang.kotak.memuat(
            g.tengah
        ):
            sudut = ((g.x0, g.y0), (g.x1, g.y0), (g.x1, g.y1), (g.x0, g.y1), (g.x0, g.y0))
            yield Coretan(sudut, g, tertutup=True, terisi=True)


def panah_lepas(
    halaman: Halaman, lambang: Sequence[Lambang], bidang: Bidang
) -> Iterator[tuple[Coretan, Kepala]]:
    """Yield pictures of arrows that touch no two symbols as lines with their heads: they may end before one, or go on from a line."""
    for g, pangkal, kepala in halaman.panah_gambar:
        if not bidang.kotak.memuat(g.tengah) or _alas(g, halaman.kata):
            continue
        panjang = math.dist(pangkal, kepala)
        if panjang < TERPENDEK or len(_ujung_gambar(lambang, g)) == 2:
            continue
        ux, uy = (kepala[0] - pangkal[0]) / panjang, (kepala[1] - pangkal[1]) / panjang
        setengah = min(KEPALA, panjang) / 2
        ujung = g.terdekat((kepala[0] + ux * setengah, kepala[1] + uy * setengah))
        belakang = kepala[0] - ux * setengah, kepala[1] - uy * setengah
        yield Coretan((pangkal, ujung), g, bergaris=True), Kepala(ujung, belakang)


def panah_gambar(
    halaman: Halaman, lambang: Sequence[Lambang], bidang: Bidang, ada: Sequence[Panah]
) -> Iterator[Panah]:
    """Take a small picture that touches two symbols for an arrow between them; without a head which way it leads is a guess."""
    luas = halaman.lebar * halaman.tinggi or 1.0
    terbaca = [g for g, _ in halaman.lukisan]
    sisa: list[tuple[Kotak, int, int]] = []
    pasti: list[Panah] = []
    for g in halaman.gambar:
        besar = g.lebar * g.tinggi > PANAH_BESAR * luas
        if besar or g in terbaca or not bidang.kotak.memuat(g.tengah):
            continue
        kena = [] if _alas(g, halaman.kata) else _ujung_gambar(lambang, g)
        if len(kena) == 2 and not any(_sama(p, kena, g) for p in ada):
            atas, bawah = sorted(kena, key=lambda n: lambang[n].kotak.tengah[1])
            if ujung := _berkepala(halaman, g, lambang, kena):
                pasti.append(Panah(*ujung, _tepi(g)))
            else:
                sisa.append((g, atas, bawah))
    yield from pasti
    tercapai = {p.ke for p in (*ada, *pasti) if p.berarah}
    while sisa:
        n, (dari, ke) = _berikut(sisa, lambang, tercapai)
        g = sisa.pop(n)[0]
        tercapai.add(ke)
        yield Panah(dari, ke, _tepi(g), tebakan=_TEBAKAN)


def _sama(panah: Panah, kena: Sequence[int], gambar: Kotak) -> bool:
    """Whether an arrow ties the same symbols where the picture is: both draw the same one."""
    return {panah.dari, panah.ke} == set(kena) and any(
        gambar.memuat(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), 2) for a, b in panah.ruas
    )


def _tepi(g: Kotak) -> tuple[tuple[Titik, Titik], ...]:
    return tuple(pairwise(((g.x0, g.y0), (g.x1, g.y0), (g.x1, g.y1), (g.x0, g.y1), (g.x0, g.y0))))


def _berkepala(
    halaman: Halaman, gambar: Kotak, lambang: Sequence[Lambang], kena: Sequence[int]
) -> tuple[int, int] | None:
    """Return from which of two symbols to which the arrow of a picture leads, by its pixels; None where they do not say."""
    ujung = next(((a, b) for g, a, b in halaman.panah_gambar if g == gambar), None)
    if ujung is None:
        return None
    pangkal, kepala = ujung
    panjang = max(abs(pangkal[0] - kepala[0]), abs(pangkal[1] - kepala[1]))
    a, b = (lambang[n].kotak for n in kena)
    maju = a.jarak(pangkal) + b.jarak(kepala)
    mundur = b.jarak(pangkal) + a.jarak(kepala)
    if abs(maju - mundur) < 0.5 * panjang:
        return None
    return (kena[0], kena[1]) if maju < mundur else (kena[1], kena[0])


_TEBAKAN = (
    "Panahnya berupa gambar; arahnya dianggap dari atas ke bawah, atau dari samping belah ketupat."
)


def _berikut(
    sisa: Sequence[tuple[Kotak, int, int]], lambang: Sequence[Lambang], tercapai: Iterable[int]
) -> tuple[int, tuple[int, int]]:
    """Choose the picture whose way is surest: one that leads down; beside each other, from what is reached already."""
    sampai = set(tercapai)
    mendatar: list[tuple[int, int, tuple[int, int]]] = []
    for n, (g, a, b) in enumerate(sisa):
        if not _sebaris(lambang[a].kotak, lambang[b].kotak):
            return n, (b, a) if _keluar_samping(lambang[b], g) else (a, b)
        kiri, kanan = sorted((a, b), key=lambda m: lambang[m].kotak.x0)
        surut = kanan in sampai or _penutup(kiri, lambang)
        tepi = (kanan, kiri) if surut and kiri not in sampai else (kiri, kanan)
        mendatar.append((int((kiri in sampai) == (kanan in sampai)), n, tepi))
    _, n, arah = min(mendatar)
    return n, arah


def _penutup(n: int, lambang: Sequence[Lambang]) -> bool:
    """Whether a symbol ends the flow of its page: a capsule below others."""
    y = lambang[n].kotak.y0
    return lambang[n].rupa is Rupa.KAPSUL and any(s.kotak.y1 < y for s in lambang)


def _sebaris(a: Kotak, b: Kotak) -> bool:
    """Whether two symbols stand beside each other."""
    return min(a.y1, b.y1) - max(a.y0, b.y0) > 0.4 * min(a.tinggi, b.tinggi)


def _ujung_gambar(lambang: Sequence[Lambang], gambar: Kotak) -> list[int]:
    """Return the symbols that a picture touches; of more than two those at two corners across from each other."""
    kena = [n for n, s in enumerate(lambang) if bersentuhan(s.kotak, gambar)]
    if len(kena) <= 2:
        return kena
    g = gambar
    sudut = (((g.x0, g.y0), (g.x1, g.y1)), ((g.x0, g.y1), (g.x1, g.y0)))
    pasangan = [
        [n for t in dua for n in kena if lambang[n].kotak.jarak(t) <= SENTUH] for dua in sudut
    ]
    tepat = [p for p in pasangan if len(p) == 2 and p[0] != p[1]]
    return tepat[0] if len(tepat) == 1 else []


def _alas(gambar: Kotak, kata: Sequence[Kata]) -> bool:
    """Whether a picture is the ground or the shadow of words that stand in it: no larger than they need."""
    isi = [
        k.kotak
        for k in kata
        if gambar.memuat((k.kotak.x0, k.kotak.y0), 2) and gambar.memuat((k.kotak.x1, k.kotak.y1), 2)
    ]
    if not isi:
        return False
    k = melingkupi(isi)
    return gambar.lebar * gambar.tinggi < 8 * max(k.lebar, 6.0) * max(k.tinggi, 6.0)


def _keluar_samping(bawah: Lambang, gambar: Kotak) -> bool:
    """Whether a picture leads up from the left or right corner of a diamond: there ways begin, and they end at its top."""
    y = bawah.kotak.tengah[1]
    di_samping = gambar.tengah[0] < bawah.kotak.x0 or gambar.tengah[0] > bawah.kotak.x1
    return (
        bawah.rupa is Rupa.BELAH_KETUPAT
        and di_samping
        and abs(gambar.y1 - y) < 0.3 * bawah.kotak.tinggi
    )


def bersentuhan(a: Kotak, b: Kotak, longgar: float = SENTUH) -> bool:
    """Whether two rectangles touch, or nearly."""
    return (
        a.x0 - longgar < b.x1 and b.x0 < a.x1 + longgar
        and a.y0 - longgar < b.y1 and b.y0 < a.y1 + longgar
    )  # fmt: skip

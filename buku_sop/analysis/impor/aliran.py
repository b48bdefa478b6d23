"""The flow of one table on one page: its symbols with rows and lanes, its arrows with their labels."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from buku_sop.analysis.impor.bagian_panah import Kepala
from buku_sop.analysis.impor.label import beri_label
from buku_sop.analysis.impor.label_terikat import beri_label_terikat
from buku_sop.analysis.impor.lambang import Bidang, beri_teks, cari_lambang, ragukan_batas
from buku_sop.analysis.impor.lukisan import KERTAS
from buku_sop.analysis.impor.netral import (
    Coretan,
    Halaman,
    Kata,
    Kotak,
    Lambang,
    Rupa,
    Sambungan,
    Titik,
    melingkupi,
)
from buku_sop.analysis.impor.panah import Lepas, Panah, cari_panah
from buku_sop.analysis.impor.panah_gambar import (
    PANAH_BESAR,
    bersentuhan,
    garis_gambar,
    panah_gambar,
    panah_lepas,
)
from buku_sop.analysis.impor.tabel import TabelLangkah, kata_di
from buku_sop.analysis.impor.teks import baris_kata
from buku_sop.analysis.impor.tersebut import Tersebut, sisihkan_tersebut
from buku_sop.analysis.impor.tersirat import label_gambar, lengkapi_panah

LUAR = 45.0
"""How far a flow may be drawn beyond the rows of its table, in points: connectors to other pages stand there."""
SAMPING = 64.0
"""How far connectors to other pages may stand beside the lanes, in points."""
SENTUH = 4.0
"""An end of a connector no further than this from a symbol touches it, in points."""
SAMA = 0.3
"""A symbol of a picture and one of the format that overlap by this share are one."""
BESAR = 0.03
"""A picture of this share of the page, in the lanes, is a flow that was pasted as a picture."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A symbol with its place in the table."""

    lambang: Lambang
    halaman: int
    baris: int | None
    """Row on its page, from 0; None above or below all rows."""
    lane: tuple[int, ...]
    """The lanes that it covers, from 0; more than one where it is drawn across."""
    terukur: bool = True
    """Whether its place is one on the paper."""


@dataclass(frozen=True, slots=True)
class AliranHalaman:
    """What the lanes of a table hold on one page."""

    tabel: TabelLangkah
    halaman: int
    simpul: tuple[Simpul, ...] = ()
    panah: tuple[Panah, ...] = ()
    """By the positions of their symbols in `simpul`."""
    lepas: tuple[Lepas, ...] = ()
    kata: tuple[Kata, ...] = ()
    """Words in the lanes that belong to no symbol and no arrow."""
    gambar: tuple[Kotak, ...] = field(default=())
    """Pictures in the lanes."""
    lukisan: tuple[Kotak, ...] = ()
    """Pictures in the lanes from whose pixels the flow was read."""
    terukur: bool = True
    """Whether its places are those on the paper."""
    tersebut: tuple[Tersebut, ...] = ()
    """Ways that are told in words, by the positions of their symbols in `simpul`."""


def baca_aliran(halaman: Halaman, kata: Sequence[Kata], tabel: TabelLangkah) -> AliranHalaman:
    """Read the flow in the lanes of a table."""
    lane = tabel.susunan.lane
    if not lane:
        return AliranHalaman(tabel, halaman.nomor, terukur=not halaman.mengalir)
    x, y = tabel.tabel.x[lane[0] : lane[-1] + 2], tabel.tabel.y
    atas = y[0] - (LUAR if tabel.tabel.lanjutan else 1)
    bidang = Bidang(Kotak(x[0], atas, x[-1], y[-1] + LUAR), x, y)
    di_lane = kata_di(kata, Kotak(x[0], y[0], x[-1], y[-1] + LUAR))
    di_sini = (tuple[Lambang, ...](), *_TANPA)
    tertulis = halaman.mengalir and not _di(halaman.lambang, bidang.kotak)
    tertulis = tertulis and not _lukisan(halaman, bidang)
    if not tertulis:
        di_sini = _tergambar_di(halaman, bidang)
        tertulis = not di_sini[0] and not di_sini[1] and _bertanda(di_lane)
    lambang, panah, lepas = (_tertulis(di_lane, x, y), *_TANPA) if tertulis else di_sini
    lambang, bebas = (lambang, ()) if tertulis else beri_teks(lambang, di_lane)
    di_baris = [k for k in bebas if k.kotak.tengah[1] <= y[-1] and not _baris_nomor(k, di_lane)]
    tersebut, di_baris = sisihkan_tersebut(di_baris, lambang, x, y)
    panah, bebas = beri_label_terikat(panah, lambang, di_baris)
    panah, bebas = beri_label(panah, lambang, bebas, y)
    panah, bebas = lengkapi_panah(panah, lambang, bebas)
    panah = tuple(label_gambar(panah, lambang, halaman.gambar, di_lane))
    return AliranHalaman(
        tabel,
        halaman.nomor,
        tuple(_simpul(s, halaman, x, y, tertulis=tertulis) for s in lambang),
        panah,
        lepas,
        bebas,
        tuple(_gambar(halaman, bidang, lambang)),
        tuple(g for g, _ in _lukisan(halaman, bidang) if halaman.mengalir or _besar(halaman, g)),
        not halaman.mengalir,
        tersebut,
    )


_TANPA: tuple[tuple[Panah, ...], tuple[Lepas, ...]] = ((), ())


def _tergambar_di(
    halaman: Halaman, bidang: Bidang
) -> tuple[tuple[Lambang, ...], tuple[Panah, ...], tuple[Lepas, ...]]:
    """Find what is drawn in lanes: symbols, arrows, and lines that tie nothing."""
    dari_gambar = [c for _, coretan in _lukisan(halaman, bidang) for c in coretan]
    if halaman.lambang or halaman.mengalir:
        lambang = _di(halaman.lambang, bidang.kotak)
        dilacak = cari_lambang(dari_gambar, bidang)
        lambang = _urut((*lambang, *_tambahan(dilacak.lambang, lambang, halaman)))
        return lambang, *_sambungan(halaman.sambungan, lambang, bidang, dilacak.sisa)
    temuan = cari_lambang((*halaman.coretan, *dari_gambar), bidang)
    gambar = tuple(panah_lepas(halaman, temuan.lambang, bidang))
    garis = (*temuan.sisa, *garis_gambar(halaman, bidang), *(c for c, _ in gambar))
    panah, lepas = cari_panah(garis, temuan.lambang, bidang, [k for _, k in gambar])
    panah += tuple(panah_gambar(halaman, temuan.lambang, bidang, panah))
    return temuan.lambang, panah, lepas


def _baris_nomor(satu: Kata, semua: Sequence[Kata]) -> bool:
    """Whether a word is a number of the columns: (3) beside (4), or the only one of a single lane."""
    if not (angka := satu.teks.strip("()")).isdecimal():
        return False
    sebaris = [
        k.teks.strip("()") for k in semua if abs(k.kotak.tengah[1] - satu.kotak.tengah[1]) < 3
    ]
    return satu.teks != angka or (len(sebaris) > 1 and all(t.isdecimal() for t in sebaris))


def _di(lambang: Sequence[Lambang], kotak: Kotak) -> tuple[Lambang, ...]:
    di_dalam = [
        s
        for s in lambang
        if kotak.memuat(s.kotak.tengah, SAMPING if s.rupa is Rupa.PENGHUBUNG else 4)
    ]
    return _urut(di_dalam)


def _urut(lambang: Iterable[Lambang]) -> tuple[Lambang, ...]:
    return tuple(sorted(lambang, key=lambda s: (s.kotak.tengah[1], s.kotak.x0)))


def _tambahan(
    dilacak: Iterable[Lambang], ada: Sequence[Lambang], halaman: Halaman
) -> Iterator[Lambang]:
    """Yield the symbols of pictures over which no symbol of the format was laid."""
    for satu in dilacak:
        if all(satu.kotak.tumpang(s.kotak) < SAMA for s in ada):
            yield ragukan_batas(satu, halaman.baris_kira)


_SEPARUH = "Lambangnya melintasi beberapa kolom pelaksana, sebagian hanya separuhnya; dianggap dikerjakan bersama."


def _simpul(
    lambang: Lambang, halaman: Halaman, x: Sequence[float], y: Sequence[float], *, tertulis: bool
) -> Simpul:
    """Find the row and the lanes of a symbol."""
    cx, cy = lambang.kotak.tengah
    baris = next((n for n in range(len(y) - 1) if y[n] <= cy <= y[n + 1]), None)
    jumlah = len(x) - 1
    di = next((n for n in range(jumlah) if x[n] <= cx <= x[n + 1]), 0 if cx < x[0] else jumlah - 1)
    k = lambang.kotak
    kena = tuple(
        n for n in range(jumlah) if min(k.x1, x[n + 1]) - max(k.x0, x[n]) > 0.4 * (x[n + 1] - x[n])
    )
    lintas = k.lebar > 1.3 * (x[di + 1] - x[di]) and len(kena) > 1
    separuh = lintas and any(
        0.2 < (min(k.x1, x[n + 1]) - max(k.x0, x[n])) / (x[n + 1] - x[n]) < 0.6
        for n in range(jumlah)
    )
    if separuh and not lambang.tebakan:
        lambang = replace(lambang, tebakan=_SEPARUH)
    return Simpul(
        lambang,
        halaman.nomor,
        baris,
        kena if lintas else (di,),
        not halaman.mengalir and not tertulis,
    )


def _lukisan(halaman: Halaman, bidang: Bidang) -> list[tuple[Kotak, tuple[Coretan, ...]]]:
    """Return the pictures in the lanes that are drawings, with their strokes."""
    return [satu for satu in halaman.lukisan if bidang.kotak.memuat(satu[0].tengah)]


def _besar(halaman: Halaman, gambar: Kotak) -> bool:
    """Whether a picture takes so much of its page that it is a flow, and no arrow of one."""
    return gambar.lebar * gambar.tinggi > BESAR * _luas(halaman)


def _luas(halaman: Halaman) -> float:
    """Return the size of a page, or of one of the papers that it is long."""
    luas = halaman.lebar * halaman.tinggi or 1.0
    return min(luas, KERTAS) if halaman.mengalir else luas


def _gambar(halaman: Halaman, bidang: Bidang, lambang: Sequence[Lambang]) -> list[Kotak]:
    """Return the pictures in the lanes that are too large for an arrow, and were not read."""
    luas = _luas(halaman)
    terbaca = [g for g, _ in halaman.lukisan]
    return [
        g
        for g in halaman.gambar
        if _besar(halaman, g)
        and g not in terbaca
        and not (
            g.lebar * g.tinggi <= PANAH_BESAR * luas
            and sum(bersentuhan(s.kotak, g) for s in lambang) == 2
        )
        and bidang.kotak.memuat(g.tengah)
        and g.lebar < 0.9 * halaman.lebar
    ]


_MULAI_SELESAI = re.compile(r"mulai|start|selesai|finish|end", re.IGNORECASE)
_TANDA = re.compile(r"[\W_]*[xXvVoO]?[\W_]*")
"""A mark that says no more than that somebody acts: a tick, a cross, a dot."""


def _bertanda(kata: Sequence[Kata]) -> bool:
    """Whether lanes in which nothing is drawn hold marks, and nothing else."""
    isi = [k.teks for k in kata if not _baris_nomor(k, kata)]
    return bool(isi) and all(_TANDA.fullmatch(t) for t in isi)


def _tertulis(kata: Sequence[Kata], x: Sequence[float], y: Sequence[float]) -> tuple[Lambang, ...]:
    """Take what is written in the cells of lanes for symbols, where none is drawn; the first begins, the last ends."""
    isi: dict[tuple[int, int], list[Kata]] = {}
    for satu in kata:
        cx, cy = satu.kotak.tengah
        if not _baris_nomor(satu, kata) and y[0] <= cy <= y[-1]:
            b = next(n for n in range(len(y) - 1) if cy <= y[n + 1])
            k = next(n for n in range(len(x) - 1) if cx <= x[n + 1] or n == len(x) - 2)
            isi.setdefault((b, k), []).append(satu)
    urut = sorted(isi)
    hasil = []
    for b, k in urut:
        teks = " ".join(t.teks for t in baris_kata(isi[b, k]))
        ujung = (b, k) in (urut[0], urut[-1]) or _MULAI_SELESAI.fullmatch(teks)
        kotak = Kotak(x[k] + 2, y[b] + 1, x[k + 1] - 2, y[b + 1] - 1)
        tertulis = "" if _TANDA.fullmatch(teks) else teks
        hasil.append(Lambang(Rupa.KAPSUL if ujung else Rupa.KOTAK, kotak, tertulis))
    return tuple(hasil)


def _sambungan(
    semua: Sequence[Sambungan],
    lambang: Sequence[Lambang],
    bidang: Bidang,
    tambahan: Sequence[Coretan] = (),
) -> tuple[tuple[Panah, ...], tuple[Lepas, ...]]:
    """Tie the connectors of a format that knows them; those that it does not tie, by what their ends touch.

    Lines that touch no two symbols may be pieces of one: they are put together as drawn ones are.
    """
    ber_id = {s.id: n for n, s in enumerate(lambang) if s.id}
    kotak = [s.kotak for s in lambang]
    panah: list[Panah] = []
    coretan = list(tambahan)
    kepala: list[Kepala] = []
    for satu in semua:
        dari, ke = (
            _ujung(id, titik, ber_id, lambang)
            for id, titik in ((satu.dari, satu.titik[0]), (satu.ke, satu.titik[-1]))
        )
        sendiri = dari == ke and not (satu.dari and satu.dari == satu.ke)
        if dari is None or ke is None or sendiri:
            if any(bidang.kotak.memuat(t, 4) for t in satu.titik):
                potongan, ujung = _tergambar(satu, dari, ke, kotak)
                coretan.append(potongan)
                kepala += ujung
            continue
        if satu.kepala_awal and not satu.kepala_akhir:
            dari, ke = ke, dari
        ruas = tuple(pairwise(satu.titik))
        berarah = satu.kepala_awal or satu.kepala_akhir
        terikat = bool(satu.dari and satu.ke)
        panah.append(Panah(dari, ke, ruas, berarah, "", satu.label, terikat=terikat))
        if satu.kepala_awal and satu.kepala_akhir:
            dua = "Panahnya berkepala di kedua ujung; dibaca bolak-balik."
            panah[-1] = replace(panah[-1], tebakan=dua)
            panah.append(Panah(ke, dari, ruas, tebakan=dua))
    lain, lepas = cari_panah(coretan, lambang, bidang, kepala)
    sudah = {(p.dari, p.ke) for p in panah}
    panah += [p for p in lain if (p.dari, p.ke) not in sudah]
    return tuple(panah), lepas


def _tergambar(
    satu: Sambungan, dari: int | None, ke: int | None, kotak: Sequence[Kotak]
) -> tuple[Coretan, list[Kepala]]:
    """Draw a connector: its line, from what it is tied to where it is, and its heads."""
    titik = list(satu.titik)
    if dari is not None:
        titik[0] = kotak[dari].terdekat(titik[0])
    if ke is not None:
        titik[-1] = kotak[ke].terdekat(titik[-1])
    kepala = []
    if satu.kepala_akhir and math.dist(titik[-1], titik[-2]) > 1:
        kepala.append(_kepala(titik[-1], titik[-2]))
    if satu.kepala_awal and math.dist(titik[0], titik[1]) > 1:
        kepala.append(_kepala(titik[0], titik[1]))
    return Coretan(tuple(titik), melingkupi(Kotak(*t, *t) for t in titik), bergaris=True), kepala


def _kepala(ujung: Titik, dari: Titik) -> Kepala:
    """Return the head at the end of a line."""
    t = min(1.0, 5.0 / math.dist(ujung, dari))
    return Kepala(ujung, (ujung[0] + (dari[0] - ujung[0]) * t, ujung[1] + (dari[1] - ujung[1]) * t))


def _ujung(id: str, titik: Titik, ber_id: dict[str, int], lambang: Sequence[Lambang]) -> int | None:
    """Find the symbol at an end of a connector: the one to which it is tied, else the one that it touches."""
    if id in ber_id:
        return ber_id[id]
    jarak = min(((s.kotak.jarak(titik), n) for n, s in enumerate(lambang)), default=None)
    return jarak[1] if jarak and jarak[0] <= SENTUH else None


def penghubung(simpul: Simpul) -> bool:
    """Whether a symbol leads to another page."""
    return simpul.lambang.rupa is Rupa.PENGHUBUNG

"""Joins the tables of all pages to procedures: rows in order, symbols with their rows, arrows over page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from buku_sop.analysis.impor.aliran import AliranHalaman, Simpul, penghubung
from buku_sop.analysis.impor.baris_tabel import BarisTabel, baca_baris
from buku_sop.analysis.impor.hasil import Tempat
from buku_sop.analysis.impor.netral import Lambang
from buku_sop.analysis.impor.peran import Kolom, Peran, peran_kepala
from buku_sop.analysis.impor.tersebut import Tersebut
from buku_sop.analysis.impor.waktu_terpisah import kepala_waktu

_TANDA_BEDA = "Penghubung antarhalamannya tidak bertanda sama; dipasangkan menurut letaknya."


@dataclass(frozen=True, slots=True)
class Ikatan:
    """An arrow between symbols of a procedure."""

    dari: int
    ke: int
    label: str = ""
    berarah: bool = True
    tebakan: str = ""
    terikat: bool = False
    """Whether the format itself says what it ties."""


@dataclass(slots=True)
class Rangkaian:
    """A procedure as it was put together: a table over one page or several."""

    kolom: tuple[Kolom, ...]
    """Its lanes."""
    kepala: dict[Peran, str]
    """The headings of its other columns."""
    baris: list[BarisTabel] = field(default_factory=list)
    simpul: list[Simpul] = field(default_factory=list)
    """Symbols, their rows counted through all pages."""
    ikatan: list[Ikatan] = field(default_factory=list)
    buntu: dict[int, str] = field(default_factory=dict)
    """Symbols from which or to which a line leads that ties nothing, and why."""
    gambar: list[Tempat] = field(default_factory=list)
    """Where the flow is a picture."""
    lukisan: list[Tempat] = field(default_factory=list)
    """Where the flow was read from the pixels of a picture."""
    lepas: int = 0
    kosong: list[Tempat] = field(default_factory=list)
    """Lines that tie no symbol at all."""
    tersebut: list[Tersebut] = field(default_factory=list)
    """Ways that are told in words."""
    luar: set[int] = field(default_factory=set)
    """Symbols that are drawn beyond the rows, each given to the nearest one."""

    @property
    def berpanah(self) -> bool:
        """Whether its flow is drawn; False where a text only says who acts."""
        return bool(self.ikatan) or any(s.terukur for s in self.simpul)


def rangkai(aliran: Iterable[AliranHalaman]) -> list[Rangkaian]:
    """Join tables that go on from page to page."""
    hasil: list[Rangkaian] = []
    for satu in aliran:
        baris, letak = baca_baris(satu)
        if not baris and not satu.simpul:
            continue
        if not hasil or _baru(hasil[-1], satu, baris):
            susunan = satu.tabel.susunan
            lane = tuple(satu.tabel.kolom[n] for n in susunan.lane)
            kepala = {p: satu.tabel.kolom[n].teks for p, n in susunan.isi.items()}
            if susunan.satuan is not None and (waktu := susunan.isi.get(Peran.WAKTU)) is not None:
                kepala[Peran.WAKTU] = kepala_waktu(satu.tabel.kolom[waktu])
            kepala[Peran.KEGIATAN] = satu.tabel.kolom[susunan.kegiatan].teks
            hasil.append(Rangkaian(lane, {**kepala, **_kepala_atas(satu.tabel.kolom)}))
        _tambah(hasil[-1], satu, baris, letak)
    for satu_tabel in hasil:
        _lintas_halaman(satu_tabel)
        _angka_di_depan(satu_tabel)
    return hasil


_DI_DEPAN = re.compile(r"(\d{1,3})\s?[.)]?\s+(?=\S)")


def _angka_di_depan(r: Rangkaian) -> None:
    """Take the number off the activities where the heading of the activities covers the numbers too."""
    if any(b.nomor is not None for b in r.baris):
        return
    depan = [_DI_DEPAN.match(b.isi[Peran.KEGIATAN]) for b in r.baris]
    angka = [int(m[1]) for m in depan if m]
    if angka != list(range(1, len(angka) + 1)) or len(angka) < max(2, 0.6 * len(depan)):
        return
    for n, (b, m) in enumerate(zip(r.baris, depan, strict=True)):
        teks = b.isi[Peran.KEGIATAN]
        isi = {**b.isi, Peran.KEGIATAN: teks[m.end() :] if m else teks}
        r.baris[n] = replace(b, nomor=m[1] if m else "", isi=isi)


_NOMOR_AWAL = frozenset(("1", "I", "i", "A", "a"))
"""How a table begins to count."""


def _baru(sebelum: Rangkaian, satu: AliranHalaman, baris: Sequence[BarisTabel]) -> bool:
    """Whether a table begins anew: other lanes, or numbers that begin again at 1."""
    if satu.tabel.tabel.lanjutan:
        return False
    sama = len(sebelum.kolom) == len(satu.tabel.susunan.lane)
    awal = baris[0].nomor if baris else None
    mulai = awal in _NOMOR_AWAL and any(b.nomor == awal for b in sebelum.baris)
    return mulai or not sama


def _kepala_atas(kolom: Iterable[Kolom]) -> dict[Peran, str]:
    """Return the headings over the lanes and over the quality standard, as the document calls them."""
    hasil: dict[Peran, str] = {}
    for atas in (a for k in kolom for a in k.atas):
        peran = peran_kepala(atas)
        if peran in (Peran.PELAKSANA, Peran.MUTU_BAKU):
            hasil.setdefault(peran, atas)
    return hasil


def _tambah(
    ke: Rangkaian, aliran: AliranHalaman, baris: list[BarisTabel], letak: Mapping[int, int]
) -> None:
    """Add the rows, symbols and arrows of a page."""
    awal = len(ke.baris)
    if _terbelah(ke, aliran, baris):
        ke.baris[-1] = _gabung(ke.baris[-1], baris.pop(0))
        awal -= 1
    ke.baris += baris
    dasar = len(ke.simpul)
    terikat = {n for p in aliran.panah for n in (p.dari, p.ke)}
    for k, satu in enumerate(aliran.simpul):
        di = letak.get(satu.baris) if satu.baris is not None else None
        if di is None and k in terikat and not penghubung(satu) and letak:
            di = _terdekat(satu, aliran, letak)
            ke.luar.add(dasar + k)
        ke.simpul.append(replace(satu, baris=None if di is None else awal + di))
    for p in aliran.panah:
        ke.ikatan.append(
            Ikatan(dasar + p.dari, dasar + p.ke, p.label, p.berarah, p.tebakan, p.terikat)
        )
    ke.tersebut += [replace(t, dari=dasar + t.dari) for t in aliran.tersebut]
    for satu_garis in aliran.lepas:
        tempat = Tempat(aliran.halaman, satu_garis.kotak, aliran.terukur)
        for n in satu_garis.dari:
            ke.buntu[dasar + n] = (
                f"Ada garis dari lambang ini yang tidak sampai ke lambang lain{tempat.dalam_kurung}."
            )
        for n in satu_garis.ke:
            ke.buntu[dasar + n] = (
                f"Ada panah ke lambang ini yang asalnya tidak terbaca{tempat.dalam_kurung}."
            )
        if not satu_garis.dari and not satu_garis.ke:
            ke.kosong.append(tempat)
    ke.lepas += len(aliran.lepas)
    ke.gambar += [Tempat(aliran.halaman, g, aliran.terukur) for g in aliran.gambar]
    ke.lukisan += [Tempat(aliran.halaman, g, aliran.terukur) for g in aliran.lukisan]


def _terdekat(satu: Simpul, aliran: AliranHalaman, letak: Mapping[int, int]) -> int:
    """Return the row that is nearest to a symbol which stands in none."""
    tengah, y = satu.lambang.kotak.tengah[1], aliran.tabel.tabel.y
    return letak[min(letak, key=lambda n: max(y[n] - tengah, tengah - y[n + 1]))]


def _terbelah(ke: Rangkaian, aliran: AliranHalaman, baris: Sequence[BarisTabel]) -> bool:
    """Whether the first row of a page goes on with the last of the page before: no number, no symbol."""
    if not ke.baris or not baris or baris[0].nomor is None or baris[0].nomor:
        return False
    bernomor = sum(bool(b.nomor) for b in ke.baris) > 0.6 * len(ke.baris)
    return bernomor and not any(
        s.baris is not None
        and s.baris <= 1
        and not penghubung(s)
        and s.lambang.kotak.y1 <= baris[0].tempat.kotak.y1
        for s in aliran.simpul
    )


def _gabung(a: BarisTabel, b: BarisTabel) -> BarisTabel:
    isi = {
        p: "\n".join(filter(None, (a.isi.get(p, ""), b.isi.get(p, "")))) for p in {**a.isi, **b.isi}
    }
    isi = {
        p: " ".join(t.split("\n")) if p in (Peran.KEGIATAN, Peran.WAKTU) else t
        for p, t in isi.items()
    }
    return replace(
        a,
        isi=isi,
        lain=(*a.lain, *b.lain),
        terpotong=(*a.terpotong, *b.terpotong),
        terbagi=(*a.terbagi, *b.terbagi),
        ragu_waktu=a.ragu_waktu or b.ragu_waktu,
    )


# --- Connectors to other pages ----------------------------------------------------------


def _lintas_halaman(r: Rangkaian) -> None:
    """Tie what leads into a connector to what comes out of the one with the same sign, and take both away."""
    masuk = {n: [i for i in r.ikatan if i.ke == n and i.berarah] for n in range(len(r.simpul))}
    keluar = {n: [i for i in r.ikatan if i.dari == n and i.berarah] for n in range(len(r.simpul))}
    semua = [n for n, s in enumerate(r.simpul) if penghubung(s)]
    asal = [n for n in semua if masuk[n] and not keluar[n]]
    tujuan = [n for n in semua if keluar[n] and not masuk[n]]
    _bertanda(r, asal, tujuan, masuk, keluar)
    for a in asal:
        b, sebab = _pasangan(r.simpul, a, asal, tujuan)
        if b is None:
            continue
        tujuan.remove(b)
        for i in masuk[a]:
            for j in keluar[b]:
                r.ikatan.append(_lewat(i, j, sebab))
        masuk[a], keluar[b] = [], []
        r.buntu.pop(a, None)
        r.buntu.pop(b, None)
    _tanpa_pasangan(r, semua, masuk, keluar)


def _lewat(i: Ikatan, j: Ikatan, sebab: str = "") -> Ikatan:
    """Make one arrow of the two pieces on both sides of a pair of connectors."""
    ragu = i.tebakan or j.tebakan or sebab
    return Ikatan(i.dari, j.ke, i.label or j.label, tebakan=ragu)


_TERTULIS = re.compile(r"([a-z]{1,2}|\d{1,2})\s+(ke|dari)\b\s*(.*)")
"""A connector that says its sign, which way, and which steps: "A ke 5, hal. 3"."""
_HALAMAN = re.compile(r"hal(?:aman|\.)?\s*\d+")


@dataclass(frozen=True, slots=True)
class _Tanda:
    """What a connector says."""

    tanda: str
    keluar: bool
    langkah: frozenset[str]
    """The numbers of the steps at the other end; none where it names none."""


def _tanda(simpul: Simpul) -> _Tanda | None:
    cocok = _TERTULIS.fullmatch(_teks(simpul.lambang))
    if cocok is None:
        return None
    sisa = re.split(r"[,;]|\bdan\b", _HALAMAN.sub("", cocok[3]))
    return _Tanda(cocok[1], cocok[2] == "ke", frozenset(t.strip() for t in sisa if t.strip()))


def _bertanda(
    r: Rangkaian,
    asal: list[int],
    tujuan: list[int],
    masuk: dict[int, list[Ikatan]],
    keluar: dict[int, list[Ikatan]],
) -> None:
    """Tie connectors that say their sign and the steps at their other end; several may share a sign."""
    tanda = {n: t for n in (*asal, *tujuan) if (t := _tanda(r.simpul[n]))}
    jadi = set[int]()
    for a in [n for n in asal if n in tanda and tanda[n].keluar]:
        sama = [n for n in tujuan if n in tanda and tanda[n].tanda == tanda[a].tanda and not tanda[n].keluar]  # fmt: skip
        for b in sama:
            pasang = [
                (i, j)
                for i in masuk[a]
                for j in keluar[b]
                if _menuju(r, tanda[a], j.ke) and _menuju(r, tanda[b], i.dari)
            ]
            r.ikatan += [_lewat(i, j) for i, j in pasang]
            jadi |= {a, b} if pasang else set()
    for n in jadi:
        masuk[n], keluar[n] = [], []
        r.buntu.pop(n, None)
    asal[:] = [n for n in asal if n not in jadi]
    tujuan[:] = [n for n in tujuan if n not in jadi]


def _menuju(r: Rangkaian, tanda: _Tanda, simpul: int) -> bool:
    """Whether a connector may mean a symbol, by the number of its step."""
    baris = r.simpul[simpul].baris
    if baris is None or not tanda.langkah:
        return True
    nomor = r.baris[baris].nomor
    return not nomor or nomor.casefold() in tanda.langkah


def _tanpa_pasangan(
    r: Rangkaian,
    semua: Sequence[int],
    masuk: Mapping[int, list[Ikatan]],
    keluar: Mapping[int, list[Ikatan]],
) -> None:
    """Take connectors away; one without a partner leaves a doubt, and a circle at an end is a start or an end."""
    for n in semua:
        for i in masuk[n]:
            r.buntu[i.dari] = (
                "Panahnya menuju penghubung ke halaman lain yang pasangannya tidak ditemukan."
            )
        for i in keluar[n]:
            r.buntu[i.ke] = (
                "Panah ke lambang ini datang dari penghubung yang pasangannya tidak ditemukan."
            )
    buang = set(semua)
    r.ikatan = [i for i in r.ikatan if i.dari not in buang and i.ke not in buang]
    for n in buang:
        r.simpul[n] = replace(r.simpul[n], baris=None)
        r.buntu.pop(n, None)


def _teks(lambang: Lambang) -> str:
    return " ".join(lambang.teks.split()).casefold()


def _pasangan(
    simpul: Sequence[Simpul], a: int, asal: Sequence[int], tujuan: Sequence[int]
) -> tuple[int | None, str]:
    """Find the connector at which a way goes on, and why it may be another one.

    It has the same sign; without signs it is the only one on the next page, or the one in the same lane.
    """
    teks, halaman = _teks(simpul[a].lambang), simpul[a].halaman
    berikut = [n for n in tujuan if simpul[n].halaman == halaman + 1]
    if teks:
        for calon in (berikut, [n for n in tujuan if n != a]):
            if (
                sama := next((n for n in calon if _teks(simpul[n].lambang) == teks), None)
            ) is not None:
                return sama, ""
        berikut = [n for n in berikut if not _teks(simpul[n].lambang)]
    sehalaman = [n for n in asal if simpul[n].halaman == halaman]
    if len(berikut) == 1 and len(sehalaman) == 1:
        return berikut[0], "" if not teks else _TANDA_BEDA
    selajur = [n for n in berikut if simpul[n].lane == simpul[a].lane]
    if selajur:
        return selajur[0], _TANDA_BEDA
    if len(berikut) == 1:
        return berikut[0], _TANDA_BEDA
    if teks:
        return None, ""
    # A sheet of a workbook is one page here, and printed on several: its connectors stand one above the other
    x, y = simpul[a].lambang.kotak.tengah
    bertumpuk = [
        (abs(simpul[n].lambang.kotak.tengah[1] - y), n)
        for n in tujuan
        if simpul[n].halaman == halaman
        and not _teks(simpul[n].lambang)
        and simpul[n].lambang.kotak.x0 <= x <= simpul[n].lambang.kotak.x1
    ]
    return (min(bertumpuk)[1], _TANDA_BEDA) if bertumpuk else (None, "")

"""The legal bases, worked out for pages: by rank, with their state and the SOPs that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from buku_sop.analysis.dasar_hukum.dasar_hukum import LAINNYA, BukuHukum, DasarHukum, Keadaan
from buku_sop.analysis.dasar_hukum.peraturan import TINGKAT
from buku_sop.analysis.kata.nama import sebut_sop
from buku_sop.model import Handbook, Sop, StatusPeraturan
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import Pendaftar, SopSingkat
from buku_sop.views.dasar.alamat import Alamat, halaman_hukum
from buku_sop.views.dasar.bagi import BATAS, Bagian, bagi, muat

_STATUS: Mapping[StatusPeraturan, str] = {
    StatusPeraturan.BERLAKU: "hukum.berlaku",
    StatusPeraturan.DIUBAH: "hukum.diubah",
    StatusPeraturan.DICABUT: "hukum.dicabut",
}

_TAHUN = re.compile(r"Tahun (\d{4})$")
_BERAT_SOP = 4
"""Elements of an SOP under a regulation."""
_DISEBUT = 2
"""SOPs that are named as the source of a state."""


@dataclass(frozen=True, slots=True)
class KeadaanTampil:
    """How a regulation stands."""

    kunci: str
    """A value of `StatusPeraturan`, for its colour."""
    label: str
    rinci: str
    """By what, since when, and who says so; empty where nothing is known."""
    sumber: str
    """An address that may be followed; empty for anything else."""


@dataclass(frozen=True, slots=True)
class DasarTampil:
    """A legal basis with the SOPs that rest on it."""

    nama: str
    slug: str
    judul: tuple[str, ...]
    """More than one where SOPs differ: one of them may have the wrong number."""
    sop: tuple[tuple[str, SopSingkat], ...]
    """(office, SOP)."""
    keadaan: KeadaanTampil | None
    belum_diperiksa: bool = False
    """A regulation of which nobody has said how it stands."""
    lanjutan: bool = False
    """Whether its first SOPs stand before it, on this page or another."""


@dataclass(frozen=True, slots=True)
class PotongHukum:
    """A legal basis with as many of its SOPs as one page may list."""

    dasar: DasarHukum
    sop: tuple[str, ...]
    lanjutan: bool = False

    @property
    def berat(self) -> int:
        """How many elements it takes."""
        return 8 + 2 * len(self.dasar.judul) + _BERAT_SOP * len(self.sop)


@dataclass(frozen=True, slots=True)
class ButirHukum:
    """An item of an SOP's own list, in its own words."""

    teks: str
    href: str
    """Its entry in the list of all; empty for an item without words."""
    lain: int
    """How many other SOPs cite it."""
    keadaan: KeadaanTampil | None


def susun_hukum(
    buku: BukuHukum, pendaftar: Pendaftar
) -> tuple[tuple[str, str, tuple[DasarTampil, ...]], ...]:
    """List the legal bases as (heading, anchor, entries), the highest rank first."""
    return tuple(
        (
            sebut_tingkat(tingkat),
            f"tingkat-{tingkat}",
            susun_potong(tuple(PotongHukum(d, d.sop) for d in milik), pendaftar),
        )
        for tingkat, milik in groupby(buku.semua, key=lambda d: d.tingkat)
    )


def bagi_hukum(buku: BukuHukum, batas: int = BATAS) -> tuple[Bagian[PotongHukum], ...]:
    """Give each rank its page, and a rank above `batas` one for each year; none where all fit on one."""
    potong = [p for d in buku.semua for p in _potong(d, batas)]
    if muat((p.berat for p in potong), batas):
        return ()
    hasil: list[Bagian[PotongHukum]] = []
    for tingkat, kelompok in groupby(potong, key=lambda p: p.dasar.tingkat):
        milik = list(kelompok)
        kunci = f"tingkat_{tingkat}"
        if muat((p.berat for p in milik), batas):
            hasil.append(Bagian(kunci, sebut_tingkat(tingkat), tuple(milik)))
            continue
        hasil += bagi(
            ((f"{kunci}_{bagian}", sebutan, p, p.berat)
             for bagian, sebutan, p in sorted(map(_bertahun, milik), key=lambda x: x[0])),
            batas,
        )  # fmt: skip
    return tuple(hasil)


def _potong(dasar: DasarHukum, batas: int) -> Iterator[PotongHukum]:
    """Let a regulation go on elsewhere where its SOPs alone would nearly fill a page."""
    banyak = max(1, batas // (_BERAT_SOP + 2))
    for awal in range(0, max(len(dasar.sop), 1), banyak):
        yield PotongHukum(dasar, dasar.sop[awal : awal + banyak], awal > 0)


def _bertahun(potong: PotongHukum) -> tuple[str, str, PotongHukum]:
    """Group by year, or by letter what names none."""
    if cocok := _TAHUN.search(potong.dasar.nama):
        return cocok[1], cocok[1], potong
    huruf = potong.dasar.slug[0]
    huruf = huruf if huruf.isalpha() else "0"
    return huruf, "0–9" if huruf == "0" else huruf.upper(), potong


def susun_potong(potong: tuple[PotongHukum, ...], pendaftar: Pendaftar) -> tuple[DasarTampil, ...]:
    """List the legal bases of one page."""
    return tuple(_dasar(p, pendaftar) for p in potong)


def susun_butir(
    sop: Sop, buku: BukuHukum, alamat: Alamat, letak: Mapping[str, str] | None = None
) -> tuple[ButirHukum, ...]:
    """List the legal bases of one SOP as its document has them.

    `letak` names the page of those that do not stand on the page of all, by slug.
    """
    hasil = []
    for teks in sop.dasar_hukum:
        dasar = buku.cari(sop, teks)
        href = alamat.ke(halaman_hukum(dasar.slug, letak), dasar.slug) if dasar else ""
        lain = len(set(dasar.sop) - {sop.id}) if dasar else 0
        hasil.append(ButirHukum(teks, href, lain, _keadaan(dasar.keadaan if dasar else None)))
    return tuple(hasil)


def _dasar(potong: PotongHukum, pendaftar: Pendaftar) -> DasarTampil:
    dasar = potong.dasar
    semua = filter(None, map(pendaftar.handbook.cari_sop, potong.sop))
    sop = tuple(
        (pendaftar.handbook.cari_instansi(s.instansi).sebutan, pendaftar.sop(s)) for s in semua
    )
    return DasarTampil(
        dasar.nama,
        dasar.slug,
        dasar.judul,
        sop,
        _keadaan(dasar.keadaan, pendaftar.handbook),
        belum_diperiksa=dasar.keadaan is None and dasar.tingkat != LAINNYA,
        lanjutan=potong.lanjutan,
    )


def _keadaan(keadaan: Keadaan | None, handbook: Handbook | None = None) -> KeadaanTampil | None:
    """Show a state; with a handbook also which SOPs say it."""
    if keadaan is None:
        return None
    rinci = tulis("hukum.oleh", peraturan=_dan(keadaan.oleh)) if keadaan.oleh else ""
    if keadaan.menurut and handbook:
        rinci = f"{rinci} {tulis('hukum.menurut', sop=_menurut(keadaan.menurut, handbook))}".strip()
    tercatat = keadaan.tercatat
    if tercatat and tercatat.sejak:
        rinci = f"{rinci} {tulis('hukum.sejak', tanggal=tulis_tanggal(tercatat.sejak))}".strip()
    sumber = tercatat.sumber if tercatat else ""
    if sumber and not sumber.startswith(("https://", "http://")):
        rinci, sumber = f"{rinci} ({sumber})".strip(), ""
    return KeadaanTampil(keadaan.status.value, tulis(_STATUS[keadaan.status]), rinci, sumber)


def _menurut(ids: tuple[str, ...], handbook: Handbook) -> str:
    """Name the SOPs that say how a regulation stands: the first ones, and how many more."""
    semua = [s for s in map(handbook.cari_sop, ids[:_DISEBUT]) if s]
    nama = [
        tulis(
            "hukum.sop_instansi",
            sop=sebut_sop(s.nama),
            instansi=handbook.cari_instansi(s.instansi).sebutan,
        )
        for s in semua
    ]
    lain = len(ids) - _DISEBUT
    return _dan([*nama, *([tulis("hukum.sop_lain", banyak=lain)] if lain > 0 else [])])


def sebut_tingkat(tingkat: int) -> str:
    """Name a rank of regulations."""
    return tulis("hukum.lainnya") if tingkat == LAINNYA else TINGKAT[tingkat]


def _dan(semua: Iterable[str]) -> str:
    return f" {tulis('kata.dan')} ".join(semua)

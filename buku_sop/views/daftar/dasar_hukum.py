"""The legal bases, worked out for pages: by rank, with their state and the SOPs that cite them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from buku_sop.analysis.dasar_hukum.dasar_hukum import LAINNYA, BukuHukum, DasarHukum, Keadaan
from buku_sop.analysis.dasar_hukum.peraturan import TINGKAT
from buku_sop.model import Handbook, Sop, StatusPeraturan
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.daftar.daftar import Pendaftar, SopSingkat
from buku_sop.views.dasar.alamat import SEMUA_DASAR_HUKUM, Alamat

_STATUS: Mapping[StatusPeraturan, str] = {
    StatusPeraturan.BERLAKU: "Berlaku",
    StatusPeraturan.DIUBAH: "Diubah",
    StatusPeraturan.DICABUT: "Dicabut",
}

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
        (TINGKAT[tingkat], f"tingkat-{tingkat}", tuple(_dasar(d, pendaftar) for d in milik))
        for tingkat, milik in groupby(buku.semua, key=lambda d: d.tingkat)
    )


def susun_butir(sop: Sop, buku: BukuHukum, alamat: Alamat) -> tuple[ButirHukum, ...]:
    """List the legal bases of one SOP as its document has them."""
    hasil = []
    for teks in sop.dasar_hukum:
        dasar = buku.cari(sop, teks)
        href = alamat.ke(SEMUA_DASAR_HUKUM, dasar.slug) if dasar else ""
        lain = len(set(dasar.sop) - {sop.id}) if dasar else 0
        hasil.append(ButirHukum(teks, href, lain, _keadaan(dasar.keadaan if dasar else None)))
    return tuple(hasil)


def _dasar(dasar: DasarHukum, pendaftar: Pendaftar) -> DasarTampil:
    semua = filter(None, map(pendaftar.handbook.cari_sop, dasar.sop))
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
    )


def _keadaan(keadaan: Keadaan | None, handbook: Handbook | None = None) -> KeadaanTampil | None:
    """Show a state; with a handbook also which SOPs say it."""
    if keadaan is None:
        return None
    rinci = f"oleh {' dan '.join(keadaan.oleh)}" if keadaan.oleh else ""
    if keadaan.menurut and handbook:
        rinci = f"{rinci} menurut {_menurut(keadaan.menurut, handbook)}; belum diperiksa".strip()
    tercatat = keadaan.tercatat
    if tercatat and tercatat.sejak:
        rinci = f"{rinci} sejak {tulis_tanggal(tercatat.sejak)}".strip()
    sumber = tercatat.sumber if tercatat else ""
    if sumber and not sumber.startswith(("https://", "http://")):
        rinci, sumber = f"{rinci} ({sumber})".strip(), ""
    return KeadaanTampil(keadaan.status.value, _STATUS[keadaan.status], rinci, sumber)


def _menurut(ids: tuple[str, ...], handbook: Handbook) -> str:
    """Name the SOPs that say how a regulation stands: the first ones, and how many more."""
    semua = [s for s in map(handbook.cari_sop, ids[:_DISEBUT]) if s]
    nama = [f"SOP {s.nama} ({handbook.cari_instansi(s.instansi).sebutan})" for s in semua]
    lain = len(ids) - _DISEBUT
    return " dan ".join([*nama, *([f"{lain} SOP lain"] if lain > 0 else [])])

"""The map of keterkaitan: of all offices, and of each; and what surrounds an SOP on its own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model import Instansi, Sop
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.keterkaitan.daftar import URUTAN_GARIS
from buku_sop.views.keterkaitan.peta import Peta, susun_peta
from buku_sop.views.keterkaitan.tetangga import Tetangga, susun_tetangga

_META: Mapping[str, object] = {"hide": ["navigation", "toc"], "search": {"boost": 0.5}}
"""Page settings: a list that needs the whole width."""
_KOTAK_DI_DEPAN = 60
"""Most boxes of all maps together that the page of all offices shows; above, it shows their outlines."""


@dataclass(frozen=True, slots=True)
class _PetaInstansi:
    peta: Peta
    href: str


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of all maps, and the map of each office that has SOPs."""
    yield bahan.halaman_daftar(
        a.SEMUA_KETERKAITAN,
        "Peta",
        partial(_semua, bahan),
        "Peta keterkaitan: SOP mana merujuk SOP mana, dan yang belum ada.",
        meta=_META,
    )
    for instansi in _bersop(bahan):
        yield bahan.halaman_daftar(
            a.halaman_keterkaitan(instansi.id),
            f"Peta SOP {instansi.sebutan}",
            partial(_satu_instansi, bahan, instansi),
            f"Peta keterkaitan SOP {instansi.nama}.",
            meta=_META,
            induk=a.SEMUA_KETERKAITAN,
        )


def _bersop(bahan: BahanSitus) -> list[Instansi]:
    ada = {s.instansi for s in bahan.handbook.sop}
    return [i for i in urut_instansi(bahan.handbook) if i.id in ada]


def _semua(bahan: BahanSitus) -> str:
    """Render the page of all offices: their maps while they are few, else their outlines."""
    alamat = bahan.alamat(a.SEMUA_KETERKAITAN)
    semua = [
        _PetaInstansi(
            susun_peta(i, bahan.handbook, bahan.jaringan, alamat),
            alamat.ke(a.halaman_keterkaitan(i.id)),
        )
        for i in _bersop(bahan)
    ]
    tampil = {k for x in semua for k in x.peta.garis}
    return bahan.render(
        "keterkaitan/semua.html",
        per_instansi=semua,
        lengkap=sum(x.peta.banyak_kotak for x in semua) <= _KOTAK_DI_DEPAN,
        garis=[k for k in URUTAN_GARIS if k in tampil],
        antar=_antar(bahan),
    )


def _antar(bahan: BahanSitus) -> list[tuple[str, str, int]]:
    """Count the references between offices: (from, to, number), most first."""
    simpul = bahan.jaringan.simpul
    pasangan = {(g.dari, g.ke) for g in bahan.jaringan.garis}
    hitung = Counter((simpul[x].instansi, simpul[y].instansi) for x, y in pasangan)
    sebutan = {i.id: i.sebutan for i in bahan.handbook.instansi}
    antar = ((sebutan[x], sebutan[y], n) for (x, y), n in hitung.items() if x != y)
    return sorted(antar, key=lambda satu: (-satu[2], satu[0].casefold(), satu[1].casefold()))


def _satu_instansi(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the map of an office."""
    alamat = bahan.alamat(a.halaman_keterkaitan(instansi.id))
    return bahan.render(
        "keterkaitan/halaman.html",
        peta=susun_peta(instansi, bahan.handbook, bahan.jaringan, alamat),
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
    )


def tetangga(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Tetangga | None:
    """Show what surrounds an SOP on its own page."""
    milik = bahan.aliran.get(sop.id, ())
    return susun_tetangga(sop, bahan.handbook, bahan.jaringan, milik, alamat)

"""The map of keterkaitan: of all offices, and of each; and what surrounds an SOP on its own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model import Instansi, Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.keterkaitan.daftar import URUTAN_GARIS
from buku_sop.views.keterkaitan.denah import BagianPeta, Denah, Letak, letakkan
from buku_sop.views.keterkaitan.peta import PenyusunPeta, Peta
from buku_sop.views.keterkaitan.tetangga import Tetangga, susun_tetangga

_META: Mapping[str, object] = {"hide": ["navigation", "toc"], "search": {"boost": 0.5}}
"""Page settings: a list that needs the whole width."""
_KOTAK_DI_DEPAN = 60
"""Most boxes of all maps together that the page of all offices shows; above, it shows their outlines."""
_BERAT_KARTU = 6
"""Elements of an office on the page of all, without its outline."""
_ANTAR = 100
"""Most pairs of offices on the page of all; the maps of the offices have the others."""
_PUSAT_DI_DEPAN = 60
"""Most SOPs that many refer to on the index of a map; the list has the others."""
_JUDUL: Mapping[str, str] = {
    "gambar": "peta.gambar",
    "daftar": "peta.daftar_judul",
    "luar": "peta.luar",
    "tiada": "peta.belum_ada",
}


@dataclass(frozen=True, slots=True)
class _PetaInstansi:
    peta: Peta
    href: str
    banyak: Mapping[str, int]
    """How many `sop`, `tautan` and `tiada` it has."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of all maps, and the map of each office that has SOPs: one page, or an index and its parts."""
    yield bahan.halaman_daftar(
        a.SEMUA_KETERKAITAN,
        tulis("halaman.peta"),
        partial(_semua, bahan),
        tulis("halaman.peta_uraian"),
        meta=_META,
    )
    for instansi in _bersop(bahan):
        letak = _letak(bahan, instansi)
        yield bahan.halaman_daftar(
            a.halaman_keterkaitan(instansi.id),
            tulis("peta.judul", instansi=instansi.sebutan),
            partial(_indeks if letak.bagian else _satu_instansi, bahan, instansi),
            tulis("halaman.peta_instansi", instansi=instansi.nama),
            meta=_META,
            induk=a.SEMUA_KETERKAITAN,
        )
        for satu in letak.bagian:
            yield Halaman(
                satu.halaman,
                tulis("halaman.peta_bagian", instansi=instansi.sebutan, judul=satu.judul),
                partial(_bagian, bahan, instansi, satu),
                meta=TERSEMBUNYI,
                induk=a.halaman_keterkaitan(instansi.id),
            )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter of each map that stands on several pages."""
    for instansi in _bersop(bahan):
        if _letak(bahan, instansi).bagian:
            yield _daftar(bahan, instansi).berkas(_baris(bahan, instansi))


def kunci_bagian(bahan: BahanSitus, instansi: str) -> Iterator[str]:
    """Name the pages of the map of an office beyond its own."""
    if bahan.handbook.milik(instansi):
        yield from (b.halaman for b in _letak(bahan, bahan.handbook.cari_instansi(instansi)).bagian)


def _denah(bahan: BahanSitus, instansi: Instansi) -> Denah:
    return bahan.sekali(f"denah/{instansi.id}", lambda: Denah(instansi, bahan.jaringan))


def _letak(bahan: BahanSitus, instansi: Instansi) -> Letak:
    return bahan.sekali(
        f"letak/{instansi.id}", lambda: letakkan(_denah(bahan, instansi), bahan.batas)
    )


def _daftar(bahan: BahanSitus, instansi: Instansi, jenis: str = "") -> DaftarPanjang:
    """Return the pages of a map, or of one kind of them."""
    milik = (b for b in _letak(bahan, instansi).bagian if jenis in ("", b.jenis))
    return DaftarPanjang(
        bahan,
        f"peta-{instansi.id}",
        a.halaman_keterkaitan(instansi.id),
        tuple((b.halaman, b.judul) for b in milik),
    )


def _baris(bahan: BahanSitus, instansi: Instansi) -> Iterator[Baris]:
    denah, letak = _denah(bahan, instansi), _letak(bahan, instansi)
    sebutan = _sebutan(bahan)
    for kunci, label in denah.label.items():
        simpul, jenis = denah.jaringan.simpul[kunci], denah.jenis(kunci)
        rinci = {"luar": sebutan[simpul.instansi], "tiada": tulis("peta.belum_ada_kecil")}.get(
            jenis, ""
        )
        keluar = len({g.ke for g in denah.jaringan.keluar(kunci)})
        hitung = (
            tulis("peta.merujuk_banyak", banyak=keluar) if keluar else "",
            tulis("peta.dirujuk_kali", banyak=n) if (n := denah.banyak[kunci]) else "",
        )
        yield Baris(
            simpul.nama,
            letak.butir(kunci),
            f"daftar-{label.lower()}",
            " · ".join(filter(None, (rinci, *hitung))) or tulis("peta.sendiri_kecil"),
        )


def _bersop(bahan: BahanSitus) -> list[Instansi]:
    ada = {s.instansi for s in bahan.handbook.sop}
    return [i for i in urut_instansi(bahan.handbook) if i.id in ada]


def _semua(bahan: BahanSitus) -> str:
    """Render the page of all offices: their maps while they are few, else their outlines while those fit."""
    alamat = bahan.alamat(a.SEMUA_KETERKAITAN)
    kantor = _bersop(bahan)
    kotak = sum(len(k) for i in kantor for k in _denah(bahan, i).kelompok)
    berat = sum(_denah(bahan, i).berat() for i in kantor)
    lengkap = kotak <= _KOTAK_DI_DEPAN and berat <= bahan.batas
    ruang = bahan.batas
    semua = []
    for instansi in kantor:
        denah = _denah(bahan, instansi)
        penyusun = PenyusunPeta(denah, bahan.handbook, alamat)
        peta = penyusun.peta() if lengkap else penyusun.peta(_terbesar(denah, ruang), ())
        ruang -= _BERAT_KARTU + sum(len(g.kotak) + len(g.garis) for g in (*peta.besar, *peta.kecil))
        href = alamat.ke(a.halaman_keterkaitan(instansi.id))
        semua.append(_PetaInstansi(peta, href, _hitung(denah)))
    tampil = {k for x in semua for k in x.peta.garis}
    antar = _antar(bahan)
    return bahan.render(
        "keterkaitan/semua.html",
        per_instansi=semua,
        lengkap=lengkap,
        garis=[k for k in URUTAN_GARIS if k in tampil],
        antar=antar[:_ANTAR],
        antar_lagi=len(antar[_ANTAR:]),
    )


def _terbesar(denah: Denah, ruang: int) -> tuple[int, ...]:
    """Return the largest drawing of a map, if its outline still fits."""
    banyak = list(map(len, denah.kelompok))
    if not banyak:
        return ()
    i = banyak.index(max(banyak))
    return (i,) if banyak[i] + len(denah.garis_kelompok[i]) <= ruang else ()


def _hitung(denah: Denah) -> dict[str, int]:
    """Count the SOPs of an office, their references, and what is missing."""
    jenis = Counter(map(denah.jenis, denah.label))
    semua = denah.jaringan
    lepas = sum(
        denah.jenis(k) == "daftar" and not semua.keluar(k) and not semua.masuk(k)
        for k in denah.label
    )
    return {
        "sop": jenis["daftar"],
        "luar": jenis["luar"],
        "tiada": jenis["tiada"],
        "tautan": denah.tautan,
        "lepas": lepas,
    }


def _antar(bahan: BahanSitus) -> list[tuple[str, str, int]]:
    """Count the references between offices: (from, to, number), most first."""
    simpul = bahan.jaringan.simpul
    pasangan = {(g.dari, g.ke) for g in bahan.jaringan.garis}
    hitung = Counter((simpul[x].instansi, simpul[y].instansi) for x, y in pasangan)
    sebutan = _sebutan(bahan)
    antar = ((sebutan[x], sebutan[y], n) for (x, y), n in hitung.items() if x != y)
    return sorted(antar, key=lambda satu: (-satu[2], satu[0].casefold(), satu[1].casefold()))


def _sebutan(bahan: BahanSitus) -> dict[str, str]:
    """Say how each office is called, also those of other handbooks, by the keys that nodes have for them."""
    luar = {s.instansi: s.buku_lain for s in bahan.jaringan.simpul.values() if s.buku_lain}
    return {i.id: i.sebutan for i in bahan.handbook.instansi} | {
        k: f"{t.instansi} ({t.buku})" if t.instansi != t.buku else t.buku for k, t in luar.items()
    }


def _satu_instansi(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the map of an office."""
    alamat = bahan.alamat(a.halaman_keterkaitan(instansi.id))
    return bahan.render(
        "keterkaitan/halaman.html",
        peta=PenyusunPeta(_denah(bahan, instansi), bahan.handbook, alamat).peta(),
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
    )


def _indeks(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the page that leads to the drawings and to the list of a map."""
    kunci = a.halaman_keterkaitan(instansi.id)
    alamat, letak = bahan.alamat(kunci), _letak(bahan, instansi)
    denah = _denah(bahan, instansi)
    pusat = PenyusunPeta(denah, bahan.handbook, alamat, letak).pusat()
    ada = {b.jenis for b in letak.bagian}
    return bahan.render(
        "keterkaitan/indeks.html",
        instansi=instansi,
        banyak=_hitung(denah),
        pusat=pusat[:_PUSAT_DI_DEPAN],
        pusat_lagi=len(pusat[_PUSAT_DI_DEPAN:]),
        kelompok=[
            (jenis, judul, [_tautan(denah, b, alamat) for b in letak.bagian if b.jenis == jenis])
            for jenis, judul in _JUDUL.items()
            if jenis in ada
        ],
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
        **_daftar(bahan, instansi).konteks(kunci),
    )


def _tautan(denah: Denah, bagian: BagianPeta, alamat: Alamat) -> Mapping[str, str]:
    kotak = sum(len(denah.kelompok[i]) for i in bagian.kelompok)
    return {
        "judul": bagian.judul,
        "href": alamat.ke(bagian.halaman),
        "rinci": bagian.sebutan or tulis("banyak.kotak", banyak=kotak),
    }


def _bagian(bahan: BahanSitus, instansi: Instansi, bagian: BagianPeta) -> str:
    """Render some of the drawings of a map, or a part of its list."""
    alamat, letak = bahan.alamat(bagian.halaman), _letak(bahan, instansi)
    penyusun = PenyusunPeta(_denah(bahan, instansi), bahan.handbook, alamat, letak)
    return bahan.render(
        "keterkaitan/bagian.html",
        jenis=bagian.jenis,
        judul=bagian.judul,
        sebutan=bagian.sebutan,
        peta=penyusun.peta(bagian.kelompok, bagian.butir),
        **_daftar(bahan, instansi, bagian.jenis).konteks(bagian.halaman),
    )


def tetangga(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Tetangga | None:
    """Show what surrounds an SOP on its own page."""
    milik = bahan.aliran.get(sop.id, ())
    return susun_tetangga(sop, bahan.handbook, bahan.jaringan, milik, alamat)

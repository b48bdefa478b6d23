"""The page of each office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.lembar.downloads import tautan_unduhan
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.places import DATA
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang
from buku_sop.adapters.situs.bahan import RENDAH, BahanSitus
from buku_sop.analysis.dokumen.indeks import PeranDiInstansi
from buku_sop.model import Instansi, Sop, Status
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_sop
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.bagi import BERAT_PERAN, BERAT_SOP, Bagian, bagi_urut


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of each office; of one with very many SOPs, pages that go on with them."""
    for instansi in bahan.handbook.instansi:
        for satu in _bagian(bahan, instansi)[1:]:
            yield Halaman(
                _kunci(instansi, satu),
                tulis(
                    "halaman.sop_instansi_bagian", instansi=instansi.sebutan, sebutan=satu.sebutan
                ),
                partial(_lanjutan, bahan, instansi, satu),
                meta=TERSEMBUNYI,
                induk=a.halaman_instansi(instansi.id),
            )
    yield from utama(bahan)


def utama(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of each office alone."""
    for instansi in bahan.handbook.instansi:
        yield bahan.halaman_daftar(
            a.halaman_instansi(instansi.id),
            instansi.sebutan,
            partial(_satu_instansi, bahan, instansi),
            tulis("halaman.sop_instansi", instansi=instansi.nama),
            f"{DATA}/{instansi.id}/instansi.yml",
            {**RENDAH, "umpan": _umpan(bahan, instansi)},
        )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filters of offices whose SOPs stand on several pages."""
    for instansi in bahan.handbook.instansi:
        bagian = _bagian(bahan, instansi)
        if len(bagian) > 1:
            yield _daftar(bahan, instansi).berkas(
                Baris(
                    s.nama,
                    a.halaman_sop(s.id),
                    rinci=" · ".join(filter(None, (s.nomor, *s.nama_lain))),
                )
                for b in bagian
                for s in b.isi
            )


def _peran(bahan: BahanSitus, instansi: Instansi) -> list[PeranDiInstansi]:
    return [p for p in bahan.peran if p.instansi == instansi.id]


def _bagian(bahan: BahanSitus, instansi: Instansi) -> tuple[Bagian[Sop], ...]:
    """Cut the SOPs of an office into pages; the first is the office's own and has its roles, too."""
    sop = urut_sop(bahan.handbook.milik(instansi.id))
    peran = BERAT_PERAN * len(_peran(bahan, instansi))
    return bagi_urut(
        [(s, BERAT_SOP) for s in sop], lambda s: s.nama, bahan.batas, bahan.batas - peran
    )


def _kunci(instansi: Instansi, bagian: Bagian[Sop]) -> str:
    if bagian.kunci == "1":
        return a.halaman_instansi(instansi.id)
    return a.halaman_bagian(a.halaman_instansi(instansi.id), f"daftar_{bagian.kunci}")


def _umpan(bahan: BahanSitus, instansi: Instansi) -> tuple[str, str] | None:
    """Name the feed of an office's changes; None where it has no SOP."""
    if not bahan.handbook.milik(instansi.id):
        return None
    return a.umpan_instansi(instansi.id), tulis("halaman.umpan_instansi", instansi=instansi.sebutan)


def kunci_lanjutan(bahan: BahanSitus, instansi: Instansi) -> Iterator[str]:
    """Name the pages that go on with the SOPs of an office."""
    yield from (_kunci(instansi, b) for b in _bagian(bahan, instansi)[1:])


def _daftar(bahan: BahanSitus, instansi: Instansi) -> DaftarPanjang:
    bagian = _bagian(bahan, instansi)
    return DaftarPanjang(
        bahan,
        f"sop-{instansi.id}",
        a.halaman_instansi(instansi.id),
        tuple((_kunci(instansi, b), b.sebutan) for b in bagian),
    )


def _lanjutan(bahan: BahanSitus, instansi: Instansi, bagian: Bagian[Sop]) -> str:
    """Render a page that goes on with the SOPs of an office."""
    kunci = _kunci(instansi, bagian)
    return bahan.render(
        "instansi/lanjutan.html",
        i=bahan.pendaftar(kunci).instansi(instansi, bagian.isi),
        **_daftar(bahan, instansi).konteks(kunci),
    )


def _satu_instansi(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the page of an office."""
    kunci = a.halaman_instansi(instansi.id)
    alamat, pendaftar = bahan.alamat(kunci), bahan.pendaftar(kunci)
    ada = instansi.id in bahan.dokumen
    buku = bahan.unduhan.buku_instansi.get(instansi.id, ())
    berlaku = any(s.status is Status.BERLAKU for s in bahan.handbook.milik(instansi.id))
    return bahan.render(
        "instansi/halaman.html",
        id=instansi.id,
        i=pendaftar.instansi(instansi, _bagian(bahan, instansi)[0].isi),
        jumlah=len(bahan.handbook.milik(instansi.id)),
        **_daftar(bahan, instansi).konteks(kunci),
        alamat=instansi.alamat,
        kontak=instansi.kontak,
        peran=[pendaftar.peran(p) for p in _peran(bahan, instansi)],
        href_dokumen=alamat.ke(a.halaman_dokumen(instansi.id)) if ada else "",
        buku=tautan_unduhan(buku, alamat.berkas),
        formulir=[
            (f.judul, alamat.berkas(f.unduhan.path), f.unduhan.ukuran)
            for f in bahan.formulir.milik.get(instansi.id, ())
        ],
        href_umpan=alamat.berkas(umpan[0]) if (umpan := _umpan(bahan, instansi)) else "",
        href_mutu=alamat.ke(a.halaman_mutu(instansi.id)),
        href_tinjauan=alamat.ke(a.halaman_tinjauan(instansi.id)) if berlaku else "",
    )

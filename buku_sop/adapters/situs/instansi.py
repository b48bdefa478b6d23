"""The page of each office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.places import DATA
from buku_sop.adapters.situs.bahan import RENDAH, BahanSitus
from buku_sop.model import Instansi, Status
from buku_sop.views.dasar import alamat as a


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of each office."""
    for instansi in bahan.handbook.instansi:
        yield bahan.halaman_daftar(
            a.halaman_instansi(instansi.id),
            instansi.sebutan,
            partial(_satu_instansi, bahan, instansi),
            f"SOP {instansi.nama}.",
            f"{DATA}/{instansi.id}/instansi.yml",
            RENDAH,
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
        i=pendaftar.instansi(instansi),
        alamat=instansi.alamat,
        kontak=instansi.kontak,
        peran=[pendaftar.peran(p) for p in bahan.peran if p.instansi == instansi.id],
        href_dokumen=alamat.ke(a.halaman_dokumen(instansi.id)) if ada else "",
        buku=[(alamat.berkas(jilid.path), jilid.ukuran) for jilid in buku],
        formulir=[
            (f.judul, alamat.berkas(f.unduhan.path), f.unduhan.ukuran)
            for f in bahan.formulir.milik.get(instansi.id, ())
        ],
        href_mutu=alamat.ke(a.halaman_mutu(instansi.id)),
        href_tinjauan=alamat.ke(a.halaman_tinjauan(instansi.id)) if berlaku else "",
    )

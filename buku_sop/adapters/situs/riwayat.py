"""The history of each SOP: the part of its page, and a page for each comparison with the version before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.peristiwa import butir, sepele
from buku_sop.adapters.git.versions import BATAS, Keadaan
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model import Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.riwayat.riwayat import (
    JenisPeristiwa,
    Peristiwa,
    Riwayat,
    kabar,
    peristiwa_dokumen,
    susun_riwayat,
)

_META: Mapping[str, Any] = {
    "hide": ["navigation", "toc"],
    "search": {"exclude": True},
    "usul": True,
}


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the comparisons that have something to show."""
    for sop in bahan.handbook.sop:
        berhalaman = [r for r in bahan.sejarah.revisi.get(sop.id, ()) if _berhalaman(bahan, r)]
        for n, r in enumerate(berhalaman):
            yield Halaman(
                a.halaman_riwayat(sop.id, r.sha),
                tulis("riwayat.judul", tanggal=tulis_tanggal(r.tanggal)),
                partial(_perbandingan, bahan, sop, berhalaman, n),
                tulis("halaman.riwayat", sop=sop.nama, tanggal=tulis_tanggal(r.tanggal)),
                meta=_META,
                induk=a.halaman_sop(sop.id),
            )


@dataclass(frozen=True, slots=True)
class BagianRiwayat:
    """The history on an SOP's page."""

    peristiwa: Riwayat
    batas: int
    """How many changes of the file have a comparison, where it has more; else 0."""
    terpotong: bool
    """Whether git gave only a part of the history."""
    kabar: Peristiwa | None
    """What changed lately, for the top of the page."""
    href: str
    """All of it at the forge; empty where none is known."""

    @property
    def ada(self) -> bool:
        """Whether there is anything to tell, be it only that something is not here."""
        return bool(self.peristiwa.terbuka) or self.terpotong


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianRiwayat:
    """Tell the history of one SOP, for its page."""
    revisi = bahan.sejarah.revisi.get(sop.id, ())
    instansi = bahan.handbook.cari_instansi(sop.instansi)
    semua = [
        *(_peristiwa(bahan, sop, r, alamat) for r in revisi),
        *peristiwa_dokumen(sop, instansi, bahan.jadwal.hari_ini),
    ]
    berkas = bahan.hasil.berkas.get(sop.id, "")
    return BagianRiwayat(
        susun_riwayat(semua),
        BATAS if len(revisi) > BATAS else 0,
        bahan.sejarah.terpotong,
        kabar(semua, bahan.jadwal.hari_ini),
        bahan.forge.history_url(berkas) if berkas else "",
    )


def _berhalaman(bahan: BahanSitus, r: RevisiGit) -> bool:
    hasil = bahan.sejarah.perbandingan.get(r)
    return hasil is not None and hasil.keadaan is Keadaan.BERUBAH


def _peristiwa(bahan: BahanSitus, sop: Sop, r: RevisiGit, alamat: Alamat) -> Peristiwa:
    """Tell a revision of the file, with the way to what it changed."""
    hasil = bahan.sejarah.perbandingan.get(r)
    ada = _berhalaman(bahan, r)
    href = alamat.ke(a.halaman_riwayat(sop.id, r.sha)) if ada else ""
    di_forge = not ada and bool(r.isi and r.isi_sebelum) and not sepele(r, hasil)
    return Peristiwa(
        r.tanggal,
        JenisPeristiwa.BERKAS,
        "",
        butir=butir(r, hasil),
        jangkar=f"perubahan-{r.sha[:10]}",
        berisi=hasil is not None and hasil.berisi,
        href=bahan.forge.commit_url(r.sha) if di_forge else href,
        di_forge=di_forge,
        penulis=r.penulis if bahan.tampilkan_penulis else "",
        sepele=sepele(r, hasil),
    )


def _perbandingan(bahan: BahanSitus, sop: Sop, semua: Sequence[RevisiGit], n: int) -> str:
    """Render the comparison of a revision with the version before; `semua` are newest first."""
    r = semua[n]
    alamat = bahan.alamat(a.halaman_riwayat(sop.id, r.sha))
    hasil = bahan.sejarah.perbandingan[r]

    def ke(m: int) -> tuple[str, str] | None:
        if not 0 <= m < len(semua):
            return None
        lain = semua[m]
        return tulis_tanggal(lain.tanggal), alamat.ke(a.halaman_riwayat(sop.id, lain.sha))

    return bahan.render(
        "riwayat/perbandingan.html",
        sop=sop,
        href_sop=alamat.ke(a.halaman_sop(sop.id)),
        href_riwayat=alamat.ke(a.halaman_sop(sop.id), "riwayat"),
        peristiwa=_peristiwa(bahan, sop, r, alamat),
        terbaru=n == 0,
        sesudahnya=ke(n - 1),
        sebelumnya=ke(n + 1),
        isi=Markup(hasil.html),  # noqa: S704 - from our own templates, which escape everything
        revisi=r.sha[:10],
        href_forge=bahan.forge.commit_url(r.sha),
    )

"""The documents of each office, and the list of all documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import DI_BAWAH, BahanSitus
from buku_sop.analysis.dokumen.rantai import Rantai, daftar_rantai
from buku_sop.model import Instansi
from buku_sop.views.daftar.dokumen import Huruf, PenyusunDokumen
from buku_sop.views.daftar.nama_dokumen import PenyusunNama
from buku_sop.views.dasar import alamat as a

_BANYAK = 500
"""Documents from which on the browser need not lay out all at once."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the list of documents and the page of each office's."""
    yield bahan.halaman_daftar(
        a.SEMUA_DOKUMEN,
        "Dokumen",
        partial(_semua_dokumen, bahan),
        "Dokumen yang dihasilkan dan diperlukan langkah SOP.",
    )
    pembuat = _PembuatHalaman(bahan)
    for instansi in bahan.handbook.instansi:
        if instansi.id in bahan.dokumen:
            yield pembuat.halaman(instansi)


def _semua_dokumen(bahan: BahanSitus) -> str:
    """Render the list of all documents of all offices."""
    pendaftar = bahan.pendaftar(a.SEMUA_DOKUMEN)
    return bahan.render(
        "dokumen/semua.html",
        per_instansi=list(pendaftar.dokumen_per_instansi(bahan.dokumen)),
        huruf=PenyusunNama(bahan.dokumen, pendaftar).huruf(),
        banyak=sum(map(len, bahan.dokumen.values())) > _BANYAK,
    )


class _PembuatHalaman:
    """Makes the pages of offices, and what the search reads of each."""

    def __init__(self, bahan: BahanSitus) -> None:
        self.bahan = bahan
        self._cari: dict[str, str] = {}

    @cached_property
    def rantai(self) -> dict[str, list[Rantai]]:
        """The ways of all documents by office."""
        semua = (d for milik in self.bahan.dokumen.values() for d in milik)
        hasil: dict[str, list[Rantai]] = {}
        for satu in daftar_rantai(
            self.bahan.handbook, self.bahan.hasil.keterkaitan.antarinstansi(), semua
        ):
            hasil.setdefault(satu.dokumen.instansi, []).append(satu)
        return hasil

    def halaman(self, instansi: Instansi) -> Halaman:
        """Describe the page of an office."""
        return Halaman(
            a.halaman_dokumen(instansi.id),
            f"Dokumen {instansi.sebutan}",
            partial(self.render, instansi),
            _uraian(instansi),
            meta=DI_BAWAH,
            cari=partial(self.cari, instansi),
            induk=a.SEMUA_DOKUMEN,
        )

    def render(self, instansi: Instansi) -> str:
        """Render the documents of an office."""
        kunci = a.halaman_dokumen(instansi.id)
        penyusun = PenyusunDokumen(instansi.id, self.bahan.pendaftar(kunci))
        huruf = penyusun.susun(self.rantai[instansi.id])
        self._cari[instansi.id] = self._isi_cari(instansi, huruf)
        return self.bahan.render(
            "dokumen/halaman.html",
            instansi=instansi,
            jumlah=len(self.rantai[instansi.id]),
            huruf=huruf,
            penghubung=[d for x in huruf for d in x.dokumen if d.panjang],
            href_instansi=self.bahan.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
        )

    def cari(self, instansi: Instansi) -> str:
        """Render what the search reads; made with the page, since both say the same."""
        if instansi.id not in self._cari:
            self.render(instansi)
        return self._cari.pop(instansi.id)

    def _isi_cari(self, instansi: Instansi, huruf: tuple[Huruf, ...]) -> str:
        return self.bahan.render(
            "dokumen/cari.html", instansi=instansi, uraian=_uraian(instansi), huruf=huruf
        )


def _uraian(instansi: Instansi) -> str:
    return f"Dokumen yang dihasilkan dan diperlukan SOP {instansi.nama}."

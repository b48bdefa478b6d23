"""The documents of each office, and the list of all documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.isi import DI_BAWAH, Isi
from buku_sop.analysis.dokumen.rantai import Rantai, daftar_rantai
from buku_sop.model import Instansi
from buku_sop.views.daftar.dokumen import Huruf, PenyusunDokumen
from buku_sop.views.daftar.nama_dokumen import PenyusunNama
from buku_sop.views.dasar import alamat as a

_BANYAK = 500
"""Documents from which on the browser need not lay out all at once."""


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of documents and the page of each office's."""
    yield isi.halaman_daftar(
        a.SEMUA_DOKUMEN,
        "Dokumen",
        partial(_semua_dokumen, isi),
        "Dokumen yang dihasilkan dan diperlukan langkah SOP.",
    )
    pembuat = _PembuatHalaman(isi)
    for instansi in isi.handbook.instansi:
        if instansi.id in isi.dokumen:
            yield pembuat.halaman(instansi)


def _semua_dokumen(isi: Isi) -> str:
    """Render the list of all documents of all offices."""
    pendaftar = isi.pendaftar(a.SEMUA_DOKUMEN)
    return isi.render(
        "dokumen/semua.html",
        per_instansi=list(pendaftar.dokumen_per_instansi(isi.dokumen)),
        huruf=PenyusunNama(isi.dokumen, pendaftar).huruf(),
        banyak=sum(map(len, isi.dokumen.values())) > _BANYAK,
    )


class _PembuatHalaman:
    """Makes the pages of offices, and what the search reads of each."""

    def __init__(self, isi: Isi) -> None:
        self.isi = isi
        self._cari: dict[str, str] = {}

    @cached_property
    def rantai(self) -> dict[str, list[Rantai]]:
        """The ways of all documents by office."""
        semua = (d for milik in self.isi.dokumen.values() for d in milik)
        hasil: dict[str, list[Rantai]] = {}
        for satu in daftar_rantai(self.isi.handbook, self.isi.hasil.keterkaitan, semua):
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
        penyusun = PenyusunDokumen(instansi.id, self.isi.pendaftar(kunci))
        huruf = penyusun.susun(self.rantai[instansi.id])
        self._cari[instansi.id] = self._isi_cari(instansi, huruf)
        return self.isi.render(
            "dokumen/halaman.html",
            instansi=instansi,
            jumlah=len(self.rantai[instansi.id]),
            huruf=huruf,
            penghubung=[d for x in huruf for d in x.dokumen if d.panjang],
            href_instansi=self.isi.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
        )

    def cari(self, instansi: Instansi) -> str:
        """Render what the search reads; made with the page, since both say the same."""
        if instansi.id not in self._cari:
            self.render(instansi)
        return self._cari.pop(instansi.id)

    def _isi_cari(self, instansi: Instansi, huruf: tuple[Huruf, ...]) -> str:
        return self.isi.render(
            "dokumen/cari.html", instansi=instansi, uraian=_uraian(instansi), huruf=huruf
        )


def _uraian(instansi: Instansi) -> str:
    return f"Dokumen yang dihasilkan dan diperlukan SOP {instansi.nama}."

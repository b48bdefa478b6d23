"""The documents of each office, and the list of offices with documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.adapters.pages import Halaman
from macros.adapters.situs.isi import LEBAR, Isi
from macros.model import Instansi
from macros.views import alamat as a


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of offices and the documents of each."""
    yield isi.halaman_daftar(
        a.SEMUA_DOKUMEN,
        "Dokumen",
        partial(_semua_dokumen, isi),
        "Dokumen yang dihasilkan dan diperlukan langkah SOP.",
    )
    for instansi in isi.handbook.instansi:
        if instansi.id in isi.dokumen:
            yield Halaman(
                a.halaman_dokumen(instansi.id),
                f"Dokumen {instansi.sebutan}",
                partial(_satu_instansi, isi, instansi),
                f"Dokumen yang dihasilkan dan diperlukan SOP {instansi.nama}.",
                meta=LEBAR,
                induk=a.SEMUA_DOKUMEN,
            )


def _semua_dokumen(isi: Isi) -> str:
    """Render the list of offices with documents."""
    per_instansi = list(isi.pendaftar(a.SEMUA_DOKUMEN).dokumen_per_instansi(isi.dokumen))
    return isi.render("semua_dokumen.html", per_instansi=per_instansi)


def _satu_instansi(isi: Isi, instansi: Instansi) -> str:
    """Render the documents of an office."""
    kunci = a.halaman_dokumen(instansi.id)
    pendaftar = isi.pendaftar(kunci)
    return isi.render(
        "dokumen.html",
        instansi=instansi,
        dokumen=[pendaftar.dokumen(d) for d in isi.dokumen[instansi.id]],
        href_instansi=isi.alamat(kunci).ke(a.halaman_instansi(instansi.id)),
    )

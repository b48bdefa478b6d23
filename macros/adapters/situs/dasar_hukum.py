"""The regulations that SOPs rest on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.adapters.pages import Halaman
from macros.adapters.situs.isi import LEBAR, Isi
from macros.analysis.indeks import daftar_dasar_hukum
from macros.views import alamat as a


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of legal bases."""
    yield Halaman(
        a.SEMUA_DASAR_HUKUM,
        "Dasar hukum",
        partial(_dasar_hukum, isi),
        "Peraturan yang menjadi dasar SOP.",
        meta=LEBAR,
    )


def _dasar_hukum(isi: Isi) -> str:
    """Render the legal bases."""
    pendaftar = isi.pendaftar(a.SEMUA_DASAR_HUKUM)
    dasar = [(d, pendaftar.dasar_hukum(d)) for d in daftar_dasar_hukum(isi.handbook)]
    return isi.render("dasar_hukum.html", dasar=dasar)

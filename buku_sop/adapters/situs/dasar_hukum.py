"""The regulations that SOPs rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.isi import LEBAR, Isi
from buku_sop.model import Sop
from buku_sop.views.daftar.dasar_hukum import susun_butir, susun_hukum
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat


def halaman(isi: Isi) -> Iterator[Halaman]:
    """Describe the list of legal bases."""
    yield Halaman(
        a.SEMUA_DASAR_HUKUM,
        "Dasar hukum",
        partial(_dasar_hukum, isi),
        "Peraturan yang menjadi dasar SOP.",
        meta=LEBAR,
    )


def bagian(isi: Isi, sop: Sop, alamat: Alamat) -> Mapping[str, object]:
    """List what one SOP rests on, for its page."""
    return {"hukum": susun_butir(sop, isi.hukum, alamat)}


def _dasar_hukum(isi: Isi) -> str:
    """Render the legal bases."""
    tingkat = susun_hukum(isi.hukum, isi.pendaftar(a.SEMUA_DASAR_HUKUM))
    return isi.render("dasar_hukum/semua.html", tingkat=tingkat, jumlah=len(isi.hukum.semua))

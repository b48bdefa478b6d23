"""Time: the part of an SOP's page that shows where it goes, and the table of all SOPs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.model import Sop
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.waktu.grafik import WaktuProsedur, susun_waktu
from buku_sop.views.waktu.semua import susun_baris


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the table of all SOPs by time."""
    yield bahan.halaman_daftar(
        a.SEMUA_WAKTU,
        "Waktu",
        partial(_semua, bahan),
        "Waktu standar setiap SOP, jalan tersingkat dan terlamanya, dan di mana waktunya habis.",
        meta={**LEBAR, "hide": ["navigation", "toc"]},
    )


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> tuple[WaktuProsedur, ...]:
    """Show where the time of one SOP goes, for its page; nothing where no step has a time."""
    return tuple(_prosedur(bahan, sop, alamat))


def _prosedur(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Iterator[WaktuProsedur]:
    jam_kerja = bahan.handbook.cari_instansi(sop.instansi).jam_kerja
    peran = {
        label: alamat.ke(halaman)
        for (instansi, label), halaman in bahan.bahan_sop.halaman_peran.items()
        if instansi == sop.instansi
    }
    banyak = len(sop.prosedur)
    for p, (prosedur, jalan) in enumerate(
        zip(sop.prosedur, bahan.jalan(sop).prosedur, strict=True)
    ):

        def href(i: int, p: int = p) -> str:
            return f"#{jangkar_langkah(p, i, banyak)}"

        if satu := susun_waktu(prosedur, p + 1, jalan, jam_kerja, href, peran):
            yield satu


def _semua(bahan: BahanSitus) -> str:
    """Render the table of all SOPs by time, sorted by name and office."""
    alamat = bahan.alamat(a.SEMUA_WAKTU)
    baris = [
        susun_baris(s, bahan.handbook.cari_instansi(s.instansi), bahan.jalan(s), alamat)
        for s in bahan.handbook.sop
    ]
    baris.sort(key=lambda b: (b.nama.casefold(), b.instansi.casefold(), b.href))
    return bahan.render("waktu/semua.html", baris=baris)

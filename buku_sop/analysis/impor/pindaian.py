"""Tells pages that are pictures from drawn ones, and a document that says nothing from one that can be a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.netral import Dokumen, Halaman

KOSONG = 12
"""A page with fewer words than this, and a picture, is scanned."""
_BESAR = 0.12
"""So much of a page is a picture that may hold a table."""


def bergambar(halaman: Halaman) -> bool:
    """Whether the page is a picture, or shows its table as one."""
    luas = halaman.lebar * halaman.tinggi or 1.0
    return any(g.lebar * g.tinggi > _BESAR * luas for g in halaman.gambar)


def terpindai(halaman: Halaman) -> bool:
    """Whether the page is nothing but a picture."""
    return bergambar(halaman) and sum(not k.tertutup for k in halaman.kata) < KOSONG


def catatan_gambar(semua: Iterable[Halaman]) -> Iterator[str]:
    """Say which pages are pictures, those that follow each other together."""
    for (pindaian, _), deret in groupby(
        enumerate(h for h in semua if bergambar(h)),
        lambda p: (terpindai(p[1]), p[1].nomor - p[0]),
    ):
        nomor = [h.nomor for _, h in deret]
        halaman = f"Halaman {nomor[0]}" + (f" sampai {nomor[-1]}" if len(nomor) > 1 else "")
        if pindaian:
            yield f"{halaman} hanya berisi gambar (pindaian)."
        else:
            yield f"{halaman} memuat gambar besar; yang ada di dalamnya tidak dibaca."


def sebab_hampa(dokumen: Dokumen, draf: Sequence[Draf]) -> str:
    """Return why a document gives no draft, with what can be done; empty where it gives one.

    A scanned page may have a text layer: what that says of the identity is worth a draft.
    """
    if not all(d.hampa for d in draf):
        return ""
    if dokumen.halaman and all(terpindai(h) for h in dokumen.halaman):
        return (
            "Semua halamannya pindaian: gambar, tanpa tulisan yang dapat dibaca. Minta berkas aslinya (Word, Excel, atau PDF yang "
            "dibuat darinya) dan impor itu; bila tidak ada, ketik SOP-nya dari gambar itu dengan sop baru atau di halaman Sunting."
        )
    if not any(h.kata or h.gambar for h in dokumen.halaman):
        return "Tidak ada tulisan di dalamnya. Periksa apakah berkas yang dimaksud memang ini."
    return ""

"""Which texts are addresses that a page may link to."""

from __future__ import annotations

import re

from buku_sop.model.kontak import surel, telepon

_ALAMAT = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
_HALAMAN = re.compile(r"(?!//)[\w./#?=&%~+-]+")
_HOS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|go\.id|desa\.id)(?:/.*)?", re.IGNORECASE)


def alamat_lengkap(teks: str) -> bool:
    """Whether a text is the whole address of a page on the web."""
    return _ALAMAT.fullmatch(teks) is not None


def sebab_bukan_alamat(teks: str) -> str:
    """Return why a text is no address that a page may link to, as the end of a sentence; empty where it is one."""
    if alamat_lengkap(teks):
        return ""
    jenis, titik_dua, sisa = teks.partition(":")
    if titik_dua and jenis.casefold() == "mailto":
        return "" if surel(sisa.partition("?")[0]) else "bukan alamat surel"
    if titik_dua and jenis.casefold() == "tel":
        return "" if telepon(sisa) else "bukan nomor telepon"
    if titik_dua:
        return "hanya `https://`, `http://`, `mailto:`, dan `tel:` yang dapat dibuka"
    if _HOS.fullmatch(teks):
        return f"tanpa `https://` di depannya; tulis `https://{teks}`"
    return "" if _HALAMAN.fullmatch(teks) else "bukan alamat situs dan bukan halaman buku ini"

"""Whether two colours can be those of a handbook, and which are the nearest that can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from buku_sop.analysis.wajah.oklch import Oklch, baca_hex, hex_dari, kontras, luminans, oklch

Jenis = Literal["utama", "aksen"]
PUTIH = "#ffffff"
PERLU: dict[Jenis, float] = {"utama": 3.0, "aksen": 4.5}
"""The contrast to white: what is filled with the main colour is a control, the accent is a colour of text (WCAG 2.2,
1.4.11 and 1.4.3)."""
GUNA: dict[Jenis, str] = {"utama": "bidang berwarna", "aksen": "tulisan"}
_TENGAH = 0.18
"""The luminance on which black and white are read equally well."""


def cukupkan(warna: str, latar: Iterable[str], perlu: float) -> str:
    """Return the colour of the same hue, nearest in lightness, that has a contrast to all grounds.

    Darker on light grounds, lighter on dark ones; black or white where no colour of the hue will do.
    """
    semua = tuple(latar)

    def cukup(satu: str) -> bool:
        return all(kontras(satu, lain) >= perlu for lain in semua)

    if cukup(warna):
        return warna
    terang, pekat, rona = oklch(warna)
    ujung = 0.0 if min(map(luminans, semua)) > _TENGAH else 1.0
    kurang, lebih = terang, ujung
    for _ in range(10):
        tengah = (kurang + lebih) / 2
        if cukup(hex_dari(Oklch(tengah, pekat, rona))):
            lebih = tengah
        else:
            kurang = tengah
    hasil = hex_dari(Oklch(lebih, pekat, rona))
    return hasil if cukup(hasil) else ("#000000" if ujung == 0 else PUTIH)


def terdekat(warna: str, jenis: Jenis) -> str:
    """Return the nearest colour that can serve: itself where it can."""
    return cukupkan(warna, (PUTIH,), PERLU[jenis])


def periksa_warna(teks: str, jenis: Jenis) -> tuple[str, str]:
    """Return the colour to use for what somebody typed, and why it is another; both Indonesian and for a person.

    The colour is empty where the text is none, the reason where the text can be used as it is.
    """
    warna = baca_hex(teks)
    if not warna:
        return "", "bukan warna; tulis `#` dan enam angka heksadesimal, misalnya `#0b4654`"
    dekat = terdekat(warna, jenis)
    if dekat == warna:
        return warna, ""
    return dekat, (
        f"terlalu terang di atas putih ({angka(kontras(warna, PUTIH))} : 1, {GUNA[jenis]} memerlukan "
        f"{angka(PERLU[jenis])} : 1); yang terdekat `{dekat}`"
    )


def angka(nilai: float) -> str:
    """Write a contrast as it is written here, never better than it is: 4,4 for 4.49."""
    return f"{int(nilai * 10) / 10:g}".replace(".", ",")

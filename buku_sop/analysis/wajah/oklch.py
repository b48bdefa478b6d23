"""Colours as people see them: OKLCH (lightness, chroma, hue) and sRGB, and the contrast of WCAG.

Lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. After Björn Ottosson, "A perceptual color space for image
processing" (2020), and https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_LMS_BALIK = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_RGB = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
Tiga = tuple[float, float, float]


class Oklch(NamedTuple):
    """A colour by what is seen of it."""

    terang: float
    pekat: float
    rona: float


def baca_hex(teks: str) -> str:
    """Return a colour as `#rrggbb` in small letters; empty where the text is none."""
    cocok = _HEX.fullmatch(teks.strip())
    if cocok is None:
        return ""
    angka = cocok[1].lower()
    return "#" + (angka if len(angka) == 6 else "".join(c * 2 for c in angka))


def _kali(matriks: tuple[Tiga, Tiga, Tiga], v: Tiga) -> Tiga:
    a, b, c = (sum(m * x for m, x in zip(baris, v, strict=True)) for baris in matriks)
    return a, b, c


def _linear(kode: str) -> Tiga:
    r, g, b = (int(kode[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _lurus(r), _lurus(g), _lurus(b)


def _lurus(x: float) -> float:
    return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4


def _lengkung(x: float) -> float:
    return x * 12.92 if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055


def oklch(kode: str) -> Oklch:
    """Return an sRGB colour (`#rrggbb`) in OKLCH."""
    long, medium, short = (math.cbrt(x) for x in _kali(_LMS, _linear(kode)))
    terang, a, b = _kali(_LAB, (long, medium, short))
    return Oklch(terang, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def hex_dari(warna: Oklch) -> str:
    """Return the sRGB colour of that lightness and hue, as full as a screen can show it up to its chroma."""
    terang = min(1.0, max(0.0, warna.terang))
    bawah, atas = 0.0, warna.pekat
    rgb = _rgb(Oklch(terang, atas, warna.rona))
    if not _ada(rgb):
        for _ in range(24):
            tengah = (bawah + atas) / 2
            bawah, atas = (
                (tengah, atas) if _ada(_rgb(Oklch(terang, tengah, warna.rona))) else (bawah, tengah)
            )
        rgb = _rgb(Oklch(terang, bawah, warna.rona))
    return "#" + "".join(f"{round(255 * _lengkung(min(1.0, max(0.0, x)))):02x}" for x in rgb)


def _rgb(warna: Oklch) -> Tiga:
    rona = math.radians(warna.rona)
    lab = (warna.terang, warna.pekat * math.cos(rona), warna.pekat * math.sin(rona))
    long, medium, short = (x**3 for x in _kali(_LMS_BALIK, lab))
    return _kali(_RGB, (long, medium, short))


def _ada(rgb: Tiga) -> bool:
    return all(-0.0001 <= x <= 1.0001 for x in rgb)


def luminans(kode: str) -> float:
    """Return the relative luminance of WCAG, 0 (black) to 1 (white)."""
    r, g, b = _linear(kode)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontras(satu: str, lain: str) -> float:
    """Return the contrast of WCAG between two colours, 1 to 21."""
    gelap, terang = sorted((luminans(satu), luminans(lain)))
    return (terang + 0.05) / (gelap + 0.05)


def campur(atas: str, bawah: str, bagian: float) -> str:
    """Return what is seen where a colour lies over another with this opacity, 0 to 1."""
    a, b = ([int(warna[i : i + 2], 16) for i in (1, 3, 5)] for warna in (atas, bawah))
    semua = (x * bagian + y * (1 - bagian) for x, y in zip(a, b, strict=True))
    return "#" + "".join(f"{round(x):02x}" for x in semua)

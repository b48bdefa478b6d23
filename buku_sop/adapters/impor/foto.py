"""The pictures in an Office file: decoded with bounds, cut and turned as they are shown, and made into dark pixels.

Nothing is fetched: a picture that the file only links to is none. What cannot be decoded is counted by its reason.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from PIL import Image

from buku_sop.adapters.impor.drawingml import Rangka, anak, bilangan, nama_tanpa_ruang
from buku_sop.adapters.impor.ooxml import Paket, R
from buku_sop.analysis.impor.lukisan import MAX_PIKSEL, Foto, Urutan, cukup_halus, seukuran
from buku_sop.analysis.impor.piksel import GELAP, TERANG, Peta

JENIS = ("PNG", "JPEG", "GIF", "BMP", "WMF")
"""Kinds that are decoded; the last two of Windows (EMF, WMF) only there."""
MAX_BYTES = 40 * 1024 * 1024
"""Bytes of a picture, unpacked."""
MAX_ASAL = 25_000_000
"""Pixels of a picture that is made smaller before it is traced."""
MAX_SEMUA = 100_000_000
"""Pixels of all pictures of a file together."""
MAX_GAMBAR = 200
"""Pictures of a file that are looked at."""
GELAP_SAMPAI, TERLIHAT_DARI = 140, 96
"""Below the one, of 255, a pixel is dark; from the other on it is seen."""
_VEKTOR = (".emf", ".wmf", ".emz", ".wmz")
_TAK_TERURAI = "berjenis {jenis}, yang di komputer ini tidak dapat dibuka; simpan sebagai PNG, tempelkan lagi, lalu impor ulang"
_RUSAK = "rusak, atau berjenis yang tidak dikenal"
_BESAR = f"lebih dari {MAX_ASAL // 1_000_000} juta piksel; perkecil, lalu impor ulang"
_BANYAK = f"tidak dilihat, karena isi berkas ini lebih dari {MAX_GAMBAR} gambar atau {MAX_SEMUA // 1_000_000} juta piksel"
_LUAR = "hanya ditautkan, tidak disimpan di dalam berkas ini"


@dataclass(frozen=True, slots=True)
class Tampilan:
    """How a picture is shown: its part in the file, and what is cut off at each side, in shares of it."""

    bagian: str
    potong: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom; less than 0 leaves room."""


@dataclass(slots=True)
class PembacaFoto:
    """Decodes the pictures of one file."""

    paket: Paket
    tak_terbaca: dict[str, int] = field(default_factory=dict)
    """Pictures of the size of a drawing that could not be decoded, by the reason."""
    _piksel: int = 0
    _jumlah: int = 0

    def catatan(self) -> list[str]:
        """Say which could not be decoded."""
        return [f"{n} gambar tidak dibaca: {sebab}." for sebab, n in self.tak_terbaca.items()]

    def foto(
        self,
        tampilan: Tampilan | None,
        rangka: Rangka,
        halaman: tuple[float, float],
        urutan: Urutan,
    ) -> Foto | None:
        """Return a picture as it is shown; None where it is no drawing by its size, stands aslant, or cannot be decoded."""
        kotak, putar = rangka.terlihat, round(rangka.putar) % 360
        if not seukuran(kotak, *halaman) or putar % 90 or tampilan is None:
            return None
        self._jumlah += 1
        try:
            asal = self._uraikan(tampilan.bagian)
            gambar = _dipotong(asal, tampilan.potong)
        except _TakTerurai as error:
            self.tak_terbaca[str(error)] = self.tak_terbaca.get(str(error), 0) + 1
            return None
        if rangka.balik_x:
            gambar = gambar.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        if rangka.balik_y:
            gambar = gambar.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        gambar = gambar.rotate(-putar, expand=True) if putar else gambar
        if not cukup_halus(gambar.width, kotak):
            return None
        return Foto(Peta(tuple(_baris(gambar)), kotak), urutan)

    def _uraikan(self, bagian: str) -> Image.Image:
        """Decode a part to shades of grey, white where nothing is seen. Raises _TakTerurai."""
        if not bagian:
            raise _TakTerurai(_LUAR)
        isi = self.paket.isi(bagian, MAX_BYTES)
        if isi is None:
            raise _TakTerurai(_RUSAK)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(BytesIO(isi), formats=JENIS) as gambar:
                    self._batasi(gambar.width * gambar.height)
                    gambar.load()
                    return _kecil(_abu(gambar))
        except _TakTerurai:
            raise
        except Image.DecompressionBombError as error:
            raise _TakTerurai(_BESAR) from error
        except Exception as error:  # a decoder of hostile bytes may raise anything
            akhiran = PurePosixPath(bagian).suffix.lower()
            jenis = akhiran[1:].upper()
            vektor = akhiran in _VEKTOR
            raise _TakTerurai(_TAK_TERURAI.format(jenis=jenis) if vektor else _RUSAK) from error

    def _batasi(self, piksel: int) -> None:
        """Count the pixels of a picture before they are decoded. Raises _TakTerurai."""
        if piksel > MAX_ASAL:
            raise _TakTerurai(_BESAR)
        self._piksel += piksel
        if self._piksel > MAX_SEMUA or self._jumlah > MAX_GAMBAR:
            raise _TakTerurai(_BANYAK)


class _TakTerurai(Exception):
    """Says why a picture cannot be decoded, in Indonesian."""


def _abu(gambar: Image.Image) -> Image.Image:
    """Return what is dark of a picture as black: what has little green, and is seen."""
    warna = gambar.convert("RGBA")
    putih = Image.new("L", warna.size, 255)
    terlihat = warna.getchannel("A").point([255 * (n >= TERLIHAT_DARI) for n in range(256)])
    return Image.composite(warna.getchannel("G"), putih, terlihat)


def _kecil(gambar: Image.Image) -> Image.Image:
    """Make a picture so small that it can be traced."""
    bagi = 1
    while (gambar.width // bagi) * (gambar.height // bagi) > MAX_PIKSEL:
        bagi += 1
    return gambar.reduce(bagi) if bagi > 1 else gambar


def _dipotong(gambar: Image.Image, potong: tuple[float, float, float, float]) -> Image.Image:
    """Cut a picture as it is shown. Raises _TakTerurai where nothing sensible is left."""
    kiri, atas, kanan, bawah = potong
    if not any(potong):
        return gambar
    if not all(-1.0 <= p < 1.0 for p in potong) or kiri + kanan > 0.98 or atas + bawah > 0.98:
        raise _TakTerurai(_RUSAK)
    w, h = gambar.size
    kotak = round(kiri * w), round(atas * h), round((1 - kanan) * w), round((1 - bawah) * h)
    hasil = Image.new("L", (max(kotak[2] - kotak[0], 1), max(kotak[3] - kotak[1], 1)), 255)
    hasil.paste(gambar, (-kotak[0], -kotak[1]))
    return _kecil(hasil)


def _baris(gambar: Image.Image) -> list[bytes]:
    isi = gambar.point([GELAP[0] if n < GELAP_SAMPAI else TERANG[0] for n in range(256)]).tobytes()
    return [isi[n : n + gambar.width] for n in range(0, len(isi), gambar.width)]


def tampilan_drawingml(gambar: Element, hubungan: Mapping[str, tuple[str, str]]) -> Tampilan | None:
    """Read how a `pic` is shown; None where it holds no picture."""
    isi = anak(gambar, "blipFill")
    blip = anak(isi, "blip")
    if blip is None:
        return None
    _, bagian = hubungan.get(blip.get(f"{R}embed", ""), ("", ""))
    tepi = anak(isi, "srcRect")
    kiri, atas, kanan, bawah = (bilangan(tepi, sisi) / 100_000 for sisi in ("l", "t", "r", "b"))
    return Tampilan(bagian, (kiri, atas, kanan, bawah))


def tampilan_vml(gambar: Element, hubungan: Mapping[str, tuple[str, str]]) -> Tampilan | None:
    """Read how a picture of VML is shown; None where it holds none."""
    data = gambar if nama_tanpa_ruang(gambar) == "image" else anak(gambar, "imagedata")
    if data is None:
        return None
    _, bagian = hubungan.get(data.get(f"{R}id", ""), ("", ""))
    kiri, atas, kanan, bawah = (
        _pecahan(data.get(f"crop{sisi}", "")) for sisi in ("left", "top", "right", "bottom")
    )
    return Tampilan(bagian, (kiri, atas, kanan, bawah))


def _pecahan(teks: str) -> float:
    """Read a share: a number, or so many of 65,536 (`f`)."""
    try:
        return float(teks[:-1]) / 65_536 if teks.endswith("f") else float(teks or "0")
    except ValueError:
        return 0.0

"""Whether an image file can be used: looked at before anything is printed or published with it.

An office's logo is a file that somebody hands in. One that is broken, huge or active must be a finding at its
line, and never stop what has nothing to do with it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import warnings
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

ENDING = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""The endings of image files, and what stands in them."""
BITA_TERBANYAK = 2 * 1024 * 1024
"""More bytes than a logo needs; each sheet carries it."""
SISI_TERPANJANG = 4_000
"""Pixels on a side: printed at 24 mm, that is 4,200 dots an inch."""
_AKTIF = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "animate", "set", "handler"}
)
_LUAR = re.compile(r"url\(\s*['\"]?(?!#|data:image/)|@import|expression\(", re.IGNORECASE)
_SAMARAN = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|([^\n]))")
_KOMENTAR_GAYA = re.compile(r"/\*.*?\*/", re.DOTALL)
_TERTANAM = ("#", "data:image/png", "data:image/jpeg", "data:image/svg+xml;")


def sebab_tak_terpakai(path: Path) -> str:
    """Return why an image cannot be used, as the end of an Indonesian sentence; empty where it can.

    Never raises for what the file is or holds. Links and devices are refused unread.
    """
    jenis = ENDING.get(path.suffix.lower())
    if jenis is None:
        return "bukan berkas SVG, PNG, atau JPG"
    try:
        keadaan = path.lstat()
        if stat.S_ISLNK(keadaan.st_mode):
            return "berkas itu tautan; salin berkasnya sendiri"
        if not stat.S_ISREG(keadaan.st_mode):
            return "bukan berkas biasa"
        if keadaan.st_size > BITA_TERBANYAK:
            return f"ukurannya lebih dari {BITA_TERBANYAK // 1024 // 1024} MB"
        isi = path.read_bytes()
    except FileNotFoundError:
        return "berkas itu tidak ada"
    except (OSError, ValueError) as error:
        return sebab_sistem(error)
    return _sebab_svg(isi) if jenis == "SVG" else _sebab_raster(isi, jenis)


def sebab_sistem(error: OSError | ValueError) -> str:
    """Return why the system did not give a file, as the end of an Indonesian sentence."""
    kode = getattr(error, "errno", 0) or 0
    sebab = {
        0: "namanya tidak sah",
        errno.ENAMETOOLONG: "namanya terlalu panjang",
        errno.EACCES: "tidak diizinkan",
    }
    return f"tidak dapat dibaca ({sebab.get(kode) or os.strerror(kode)})"


def _sebab_raster(isi: bytes, jenis: str) -> str:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(isi), formats=["PNG", "JPEG"]) as gambar:
                if gambar.format != jenis:
                    return f"isinya {gambar.format}, bukan {jenis}"
                if max(gambar.size) > SISI_TERPANJANG:
                    lebar, tinggi = gambar.size
                    return f"{lebar} x {tinggi} piksel, lebih dari {SISI_TERPANJANG}; perkecil dulu"
                gambar.load()
    except Exception:  # a decoder of hostile bytes may raise anything
        return f"isinya rusak atau bukan {jenis}"
    return ""


def _sebab_svg(isi: bytes) -> str:
    """Look through an SVG without resolving anything that it names."""
    pembaca = _PembacaSvg()
    try:
        pembaca.baca(isi)
    except _TakAman as error:
        return str(error)
    except (expat.ExpatError, ValueError, LookupError):
        return "isinya bukan SVG yang utuh"
    return "" if pembaca.svg else "isinya bukan SVG"


def _tanpa_samaran(gaya: str) -> str:
    r"""Return a style with its escapes resolved (`u\72l(`) and its remarks left out, as a browser reads it."""
    utuh = _KOMENTAR_GAYA.sub("", gaya)
    return _SAMARAN.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)) if m[1] else m[2], utuh)


class _TakAman(Exception):
    """Ends the reading of an SVG; its text says why."""


class _PembacaSvg:
    """Walks through an SVG's elements and refuses what acts or leads outside."""

    def __init__(self) -> None:
        self.svg = False
        self.dalam_gaya = 0

    def baca(self, isi: bytes) -> None:
        p = expat.ParserCreate()
        p.buffer_text = True  # a style in pieces, parted by entities, is read whole
        p.StartDoctypeDeclHandler = self._doctype
        p.EntityDeclHandler = self._entitas
        p.StartElementHandler = self._buka
        p.EndElementHandler = self._tutup
        p.CharacterDataHandler = self._teks
        p.Parse(isi, True)

    def _doctype(self, _nama: str, _sistem: str | None, _publik: str | None, ada_isi: bool) -> None:
        if ada_isi:
            raise _TakAman("SVG itu memuat deklarasi entitas")

    def _entitas(self, *_: object) -> None:
        raise _TakAman("SVG itu memuat deklarasi entitas")

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        pendek = nama.rpartition(":")[2].lower()
        self.svg = self.svg or pendek == "svg"
        if not self.svg:
            raise _TakAman("isinya bukan SVG")
        if pendek in _AKTIF:
            raise _TakAman(f"SVG itu memuat `{pendek}`; simpan sebagai gambar biasa")
        self.dalam_gaya += pendek == "style"
        for kunci, nilai in atribut.items():
            self._atribut(kunci.rpartition(":")[2].lower(), nilai.strip())

    def _atribut(self, kunci: str, nilai: str) -> None:
        if kunci.startswith("on"):
            raise _TakAman(f"SVG itu memuat skrip (`{kunci}`)")
        if kunci in {"href", "src"} and not nilai.lower().startswith(_TERTANAM):
            raise _TakAman("SVG itu menunjuk ke luar berkasnya")
        if _LUAR.search(_tanpa_samaran(nilai)):
            raise _TakAman("SVG itu menunjuk ke luar berkasnya")

    def _tutup(self, nama: str) -> None:
        self.dalam_gaya -= nama.rpartition(":")[2].lower() == "style"

    def _teks(self, teks: str) -> None:
        if self.dalam_gaya and _LUAR.search(_tanpa_samaran(teks)):
            raise _TakAman("SVG itu menunjuk ke luar berkasnya")

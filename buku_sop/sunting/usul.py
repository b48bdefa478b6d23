"""A proposal as one small file (`.sop-usul.zip`), to mail or hand over: what it was made from, what it wants, and why.

`usul.json` says who and what; `asal/` has the texts that the edit began from, `usulan/` the edited ones, and
`perbedaan.txt` the difference in words. Whatever comes back is hostile until it was read by the rules here: nothing is ever
unpacked, and every length is bounded before it is read.
"""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from buku_sop.loading.inventaris import bersih
from buku_sop.loading.isi_data import MAX_BYTES

FORMAT = "sop-usul"
VERSI = 1
MAX_ZIP, MAX_SEMUA, MAX_BERKAS = 4_000_000, 12_000_000, 40
"""Bytes of the file, of all that is in it, and how many texts it may change."""
_NAMA = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:[-_][a-z0-9]+)*\.yml")
_PERANTI = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for devices: a branch with such a file could not be laid out there."""
_WAKTU = (1980, 1, 1, 0, 0, 0)


_RUSAK = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError,
    ValueError, KeyError,
)  # fmt: skip
"""What reading an archive that nobody made properly may raise."""


class BukanUsulan(Exception):
    """Something is no proposal that may be used; worded in Indonesian, as a sentence."""


class _Satu(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")
    berkas: str = Field(max_length=300)
    baru: bool = False


class _Kepala(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")
    format: str = Field(max_length=20)
    versi: int = Field(ge=1)
    dibuat: str = Field(max_length=10, pattern=r"^\d{4}-\d{2}-\d{2}$")
    oleh: str = Field(default="", max_length=200)
    catatan: str = Field(default="", max_length=4_000)
    revisi: str = Field(default="", pattern=r"^[0-9a-f]{0,64}$")
    naskah: list[_Satu] = Field(min_length=1, max_length=MAX_BERKAS)


@dataclass(frozen=True, slots=True)
class NaskahUsulan:
    """A text that a proposal changes."""

    berkas: str
    asal: str | None
    """What it was; None where the file is new."""
    usulan: str


@dataclass(frozen=True, slots=True)
class BerkasUsulan:
    """A proposal."""

    naskah: tuple[NaskahUsulan, ...]
    dibuat: str
    oleh: str = ""
    catatan: str = ""
    revisi: str = ""


def tulis_usulan(
    naskah: Sequence[NaskahUsulan], perbedaan: str, hari: date, oleh: str, catatan: str, revisi: str
) -> bytes:
    """Write a proposal; the same proposal gives the same bytes."""
    kepala = {
        "format": FORMAT, "versi": VERSI, "dibuat": hari.isoformat(), "oleh": bersih(oleh, 200),
        "catatan": catatan[:4_000], "revisi": revisi,
        "naskah": [{"berkas": n.berkas, "baru": n.asal is None} for n in naskah],
    }  # fmt: skip
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        _tambah(arsip, "usul.json", json.dumps(kepala, ensure_ascii=False, indent=1))
        _tambah(arsip, "perbedaan.txt", perbedaan)
        for n in naskah:
            if n.asal is not None:
                _tambah(arsip, f"asal/{n.berkas}", n.asal)
            _tambah(arsip, f"usulan/{n.berkas}", n.usulan)
    return keluar.getvalue()


def _tambah(arsip: zipfile.ZipFile, nama: str, teks: str) -> None:
    arsip.writestr(
        zipfile.ZipInfo(nama, _WAKTU), teks.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED
    )


def baca_usulan(isi: bytes) -> BerkasUsulan:
    """Read a proposal. Raises BukanUsulan."""
    if len(isi) > MAX_ZIP:
        raise BukanUsulan(
            f"Berkas itu lebih dari {MAX_ZIP // 1_000_000} MB; usulan tidak sebesar itu."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return _baca(arsip)
    except _RUSAK as error:
        raise BukanUsulan(
            "Berkas itu bukan usulan yang utuh (.sop-usul.zip), atau rusak di jalan."
        ) from error


def _baca(arsip: zipfile.ZipFile) -> BerkasUsulan:
    semua = arsip.infolist()
    if len(semua) > 2 * MAX_BERKAS + 2:
        raise BukanUsulan("Isi berkas itu terlalu banyak untuk sebuah usulan.")
    nama = [x.filename for x in semua]
    if len(set(nama)) != len(nama):
        raise BukanUsulan("Berkas itu memuat satu nama dua kali.")
    if asing := [n for n in nama if not _dikenal(n)]:
        raise BukanUsulan(
            f"Berkas itu memuat {bersih(asing[0], 60) or 'nama kosong'}, yang bukan bagian usulan."
        )
    if any(not _biasa(x) for x in semua):
        raise BukanUsulan(
            "Berkas itu memuat tautan, folder, atau pemampatan yang tidak dipakai usulan."
        )
    teks = _Teks(arsip)
    if "usul.json" not in nama:
        raise BukanUsulan("Berkas itu tidak memuat usul.json.")
    try:
        kepala = _Kepala.model_validate_json(teks.baca("usul.json"))
    except ValidationError as error:
        letak = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
        raise BukanUsulan(f"usul.json tidak sesuai (isian `{bersih(letak, 60)}`).") from error
    if kepala.format != FORMAT or kepala.versi > VERSI:
        raise BukanUsulan("Usulan itu dibuat program yang lebih baru, atau bukan usulan SOP.")
    if len({n.berkas for n in kepala.naskah}) != len(kepala.naskah):
        raise BukanUsulan("usul.json menyebut satu berkas dua kali.")
    harus = {f"usulan/{n.berkas}" for n in kepala.naskah}
    harus |= {f"asal/{n.berkas}" for n in kepala.naskah if not n.baru}
    if harus != {n for n in nama if "/" in n}:
        raise BukanUsulan("Isi berkas itu tidak sama dengan yang didaftar usul.json.")
    naskah = tuple(
        NaskahUsulan(
            n.berkas,
            None if n.baru else teks.baca(f"asal/{n.berkas}"),
            teks.baca(f"usulan/{n.berkas}"),
        )
        for n in kepala.naskah
    )
    return BerkasUsulan(
        naskah, kepala.dibuat, bersih(kepala.oleh, 200), _rapi(kepala.catatan), kepala.revisi
    )


def _biasa(entri: zipfile.ZipInfo) -> bool:
    """Whether an entry is what a proposal is made of: a plain file, packed as we pack it, under the name that it shows."""
    jenis = stat.S_IFMT(entri.external_attr >> 16)
    packed = entri.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return jenis in (0, stat.S_IFREG) and packed and entri.orig_filename == entri.filename


def _dikenal(nama: str) -> bool:
    if nama in ("usul.json", "perbedaan.txt"):
        return True
    folder, garis, berkas = nama.partition("/")
    if not garis or folder not in ("asal", "usulan") or _NAMA.fullmatch(berkas) is None:
        return False
    return not any(_PERANTI.fullmatch(bagian.partition(".")[0]) for bagian in berkas.split("/"))


class _Teks:
    """The texts of an archive, none read beyond its bound, whatever the archive says of its size."""

    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip, self._sisa = arsip, MAX_SEMUA

    def baca(self, nama: str) -> str:
        """Return a text. Raises BukanUsulan."""
        batas = min(MAX_BYTES, self._sisa)
        with self._arsip.open(nama) as masuk:
            isi = masuk.read(batas + 1)
        if len(isi) > batas:
            raise BukanUsulan(f"{nama} terlalu besar.")
        self._sisa -= len(isi)
        try:
            return isi.decode("utf-8")
        except UnicodeDecodeError:
            raise BukanUsulan(f"{nama} bukan teks UTF-8.") from None


def _rapi(catatan: str) -> str:
    return "\n".join(bersih(baris, 500) for baris in catatan.splitlines()[:60])

"""The parts of an Office file (OOXML): a zip of XML, opened with bounds and without anything from elsewhere."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from buku_sop.adapters.impor.pembaca import TakTerbaca

MAX_ISI = 300 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
MAX_BAGIAN = 60 * 1024 * 1024
"""Bytes of one part of XML, unpacked."""
MAX_JUMLAH = 20_000
"""Parts of one file."""
EMU = 12_700
"""English metric units of a point."""
HUBUNGAN = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SANDI = (
    "Berkas ini terkunci dengan kata sandi. Buka, simpan tanpa kata sandi, lalu impor hasilnya."
)
_BOM = "Isi berkas ini jauh lebih besar daripada yang wajar bagi sebuah dokumen; tidak dibaca. Buka dan simpan lagi, lalu impor hasilnya."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old formats begin, and files with a password."""


@dataclass(frozen=True, slots=True)
class Paket:
    """An Office file."""

    berkas: Path

    def xml(self, nama: str) -> Element | None:
        """Return a part as a tree; None where there is none or it is not well-formed."""
        teks = self.isi(nama, MAX_BAGIAN)
        try:
            return fromstring(teks, forbid_dtd=True) if teks is not None else None
        except (ParseError, DefusedXmlException):
            return None

    def isi(self, nama: str, terbanyak: int) -> bytes | None:
        """Return the bytes of a part; None where there is none, it is broken, or has more than `terbanyak`."""
        with zipfile.ZipFile(self.berkas) as arsip:
            try:
                if arsip.getinfo(nama).file_size > terbanyak:
                    return None
                with arsip.open(nama) as isi:
                    semua = isi.read(terbanyak + 1)
            except (KeyError, zipfile.BadZipFile, RuntimeError, zlib.error, NotImplementedError):
                return None
        return semua if len(semua) <= terbanyak else None

    def hubungan(self, nama: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to inside the file: id to kind and name of the other part."""
        folder, _, dasar = nama.rpartition("/")
        pohon = self.xml(f"{folder}/_rels/{dasar}.rels".lstrip("/"))
        hasil: dict[str, tuple[str, str]] = {}
        for satu in pohon.iter(HUBUNGAN) if pohon is not None else ():
            if satu.get("TargetMode") == "External":
                continue
            tujuan = satu.get("Target", "")
            penuh = tujuan.lstrip("/") if tujuan.startswith("/") else posixpath.join(folder, tujuan)
            jenis = satu.get("Type", "").rpartition("/")[2]
            hasil[satu.get("Id", "")] = jenis, posixpath.normpath(penuh)
        return hasil


def buka_paket(berkas: Path, rusak: str) -> Paket:
    """Look at a file before anything of it is read. Raises TakTerbaca: with `rusak` where it is no such file."""
    try:
        with berkas.open("rb") as isi:
            awal = isi.read(8)
        if awal == _OLE:
            raise TakTerbaca(_SANDI)
        with zipfile.ZipFile(berkas) as arsip:
            bagian = arsip.infolist()
    except OSError as error:
        raise TakTerbaca("Berkas ini tidak ada atau tidak dapat dibuka.") from error
    except zipfile.BadZipFile as error:
        raise TakTerbaca(rusak) from error
    besar = any(
        b.file_size > MAX_BAGIAN for b in bagian if b.filename.endswith((".xml", ".rels", ".vml"))
    )
    if besar or len(bagian) > MAX_JUMLAH or sum(b.file_size for b in bagian) > MAX_ISI:
        raise TakTerbaca(_BOM)
    if any(b.flag_bits & 1 for b in bagian):
        raise TakTerbaca(_SANDI)
    return Paket(berkas)

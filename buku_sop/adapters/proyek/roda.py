"""This program as a wheel: the file that it was installed from, or the same made again of what is installed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from buku_sop.adapters.places import PACKAGE

PAKET = "buku-sop"
_HARI = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a wheel that is made again: the earliest that a zip can say."""
_DARI_PEMASANGAN = ("INSTALLER", "REQUESTED", "direct_url.json", "RECORD")


class TanpaRoda(Exception):
    """There is no wheel of this program to be had; its text says why."""


@dataclass(frozen=True, slots=True)
class Roda:
    """A wheel."""

    nama: str
    versi: str
    isi: bytes

    @property
    def sidik(self) -> str:
        """Its digest, as pip checks it."""
        return hashlib.sha256(self.isi).hexdigest()


def roda_ini() -> Roda:
    """Return the wheel of the program that runs. Raises TanpaRoda."""
    try:
        dist = distribution(PAKET)
    except PackageNotFoundError as error:
        raise TanpaRoda("Program ini belum dipasang sebagai paket.") from error
    asal = json.loads(dist.read_text("direct_url.json") or "{}")
    if "dir_info" in asal:
        return _dari_klon(PACKAGE.parent / "dist")
    return _dari_berkas(asal, dist.version) or buat_lagi(dist)


def _dari_klon(folder: Path) -> Roda:
    """Return the wheel that was made last in a checkout."""
    ada = sorted(folder.glob("buku_sop-*.whl"), key=lambda p: p.stat().st_mtime)
    if not ada:
        raise TanpaRoda(
            "Program ini dijalankan dari klonnya; buat dulu paketnya dengan `make wheel`."
        )
    return dari_nama(ada[-1])


def dari_nama(berkas: Path) -> Roda:
    """Read a wheel, whose name says its version. Raises OSError."""
    return Roda(berkas.name, berkas.name.split("-")[1], berkas.read_bytes())


def _dari_berkas(asal: dict[str, object], versi: str) -> Roda | None:
    """Return the file that was installed, where it is still there and still the same."""
    bagian = urlsplit(str(asal.get("url", "")))
    info = asal.get("archive_info")
    hashes = info.get("hashes") if isinstance(info, dict) else None
    if bagian.scheme != "file" or not bagian.path.endswith(".whl") or not isinstance(hashes, dict):
        return None
    berkas = Path(url2pathname(bagian.path))
    try:
        roda = Roda(berkas.name, versi, berkas.read_bytes())
    except OSError:
        return None
    return roda if hashes.get("sha256") == roda.sidik else None


def buat_lagi(dist: Distribution) -> Roda:
    """Make the wheel of an installed program again, the same bytes each time.

    Raises TanpaRoda where what is installed is no longer what was recorded.
    """
    isi = dict(sorted(_isi(dist)))
    folder = next(n.partition("/")[0] for n in isi if n.partition("/")[0].endswith(".dist-info"))
    catatan = f"{folder}/RECORD"
    baris = [f"{n},sha256={_hash(b)},{len(b)}\n" for n, b in isi.items()]
    isi[catatan] = "".join([*baris, f"{catatan},,\n"]).encode()
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip:
        for nama, data in isi.items():
            butir = zipfile.ZipInfo(nama, _HARI)
            butir.external_attr, butir.compress_type = 0o100644 << 16, zipfile.ZIP_DEFLATED
            arsip.writestr(butir, data)
    nama = f"{PAKET.replace('-', '_')}-{dist.version}-py3-none-any.whl"
    return Roda(nama, dist.version, keluaran.getvalue())


def _isi(dist: Distribution) -> Iterator[tuple[str, bytes]]:
    for berkas in dist.files or ():
        nama = berkas.as_posix()
        if nama.startswith("..") or nama.endswith(".pyc") or berkas.hash is None:
            continue
        if berkas.parent.name.endswith(".dist-info") and berkas.name in _DARI_PEMASANGAN:
            continue
        try:
            isi = Path(str(dist.locate_file(berkas))).read_bytes()
        except OSError as error:
            raise TanpaRoda(f"Pemasangan program ini tidak lengkap: {nama} tidak ada.") from error
        if berkas.hash.mode != "sha256" or berkas.hash.value != _hash(isi):
            raise TanpaRoda(f"Pemasangan program ini telah diubah ({nama}); pasang lagi.")
        yield nama, isi


def _hash(isi: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(isi).digest()).rstrip(b"=").decode()

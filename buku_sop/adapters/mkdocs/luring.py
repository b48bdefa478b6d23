"""The offline edition: the whole handbook in one zip, to be unpacked and opened without a server or a network.

Material's offline plugin makes the pages ("SOP_LURING"); here they become something to hand on: one folder with
a note for whoever unpacks it, packed so that the same pages give the same bytes.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from buku_sop.adapters.kemajuan import Kabar, Lapor, diam
from buku_sop.adapters.mkdocs.build_site import BUILD, BuildFailed, build_site
from buku_sop.adapters.whole_files import whole_file, why, write_whole

__all__ = ["LURING", "MUAT", "BuildFailed", "Luring", "make_luring", "pack"]

LURING = {"SOP_LURING": "true"}
"""What `mkdocs.yml` reads to build for a folder."""

FOLDER = BUILD / "luring" / "buku-sop"
"""The edition itself, below the root; what its last part is called, the folder in the zip is called."""
PEKERJAAN = "sop luring"
ZIP = BUILD / "luring" / "buku-sop-luring.zip"
CATATAN = "BACA SAYA.txt"

MUAT = 150
"""Longest name in the zip that can be unpacked wherever people unpack.

Windows refuses paths of 260 characters with their end mark, and 109 are left for the folder: enough for one named
after the zip in the documents of an office that keeps them in OneDrive.
"""

_TAK_DIBAWA = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/**/*.map")
"""Only servers and engineers ask for these."""

_TANGGAL = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say; the day of the build would make of the same pages another file."""

_ISI_CATATAN = """\
BUKU SOP - EDISI LURING

Buku ini dibuka tanpa internet dan tanpa memasang apa pun.

1. Salin seluruh folder ini ke komputer Anda, atau biarkan di USB. Bila masih
   berupa berkas zip: klik kanan, pilih "Ekstrak Semua" (Extract All) dahulu.
   Jangan membukanya dari dalam zip.
2. Buka berkas index.html (klik dua kali). Buku terbuka di peramban: Edge,
   Chrome, atau Firefox.
3. Ketik yang Anda cari di kotak pencarian di atas. Lembar resmi setiap SOP
   (PDF) ada di halamannya.

Isinya tidak berubah sendiri. Mintalah edisi yang baru kepada yang memberi Anda
berkas ini.

Bila Windows berkata nama berkas terlalu panjang, ekstrak ke folder yang
pendek, misalnya C:\\SOP atau langsung ke USB.
"""


@dataclass(frozen=True, slots=True)
class Luring:
    """An offline edition that was made."""

    folder: Path
    """To open in place, or to copy as it is."""
    zip: Path
    """To hand on."""
    terpanjang: str
    """Longest name in the zip, as Windows counts it."""

    @property
    def muat(self) -> bool:
        """Whether Windows can unpack it in the usual places."""
        return _panjang(self.terpanjang) <= MUAT


def make_luring(root: Path, tujuan: Path | None = None, lapor: Lapor = diam) -> Luring:
    """Build the offline edition and pack it into `tujuan`, or where `ZIP` says.

    It is packed before its folder is put in place, so that a full disk leaves both as they were. Raises
    BuildFailed then, as for all that goes wrong.
    """
    tujuan = tujuan or root / ZIP
    nama: list[str] = []

    def selesaikan(baru: Path) -> None:
        _as_edition(baru)
        lapor(Kabar("Membungkus zip"))
        nama.extend(pack(baru, tujuan, FOLDER.name))

    try:
        folder = build_site(root, LURING, root / FOLDER, PEKERJAAN, selesaikan, lapor=lapor)
    except OSError as error:
        raise BuildFailed(f"{tujuan.as_posix()} tidak dapat ditulis: {why(error)}.") from error
    return Luring(folder, tujuan, max(nama, key=_panjang))


def _as_edition(folder: Path) -> None:
    """Make of a site for servers one to hand on."""
    for pola in _TAK_DIBAWA:
        for berkas in folder.glob(pola):
            berkas.unlink()
    write_whole(folder / CATATAN, _ISI_CATATAN.replace("\n", "\r\n").encode("ascii"))


def pack(folder: Path, tujuan: Path, sebagai: str = "") -> list[str]:
    """Pack `folder` under its own name, or another, into the zip `tujuan`, and return the names in it.

    The same files give the same bytes. Raises OSError, and leaves the zip before as it was.
    """
    semua = sorted(
        (f"{sebagai or folder.name}/{berkas.relative_to(folder).as_posix()}", berkas)
        for berkas in folder.rglob("*")
        if berkas.is_file()
    )
    with (
        whole_file(tujuan) as baru,
        zipfile.ZipFile(baru, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip,
    ):
        for nama, berkas in semua:
            entri = zipfile.ZipInfo(nama, _TANGGAL)
            entri.compress_type = zipfile.ZIP_DEFLATED
            entri.create_system = 3  # the same bytes on every system
            entri.external_attr = 0o100644 << 16
            arsip.writestr(entri, berkas.read_bytes(), compresslevel=9)
    return [nama for nama, _ in semua]


def _panjang(nama: str) -> int:
    """Count a name as Windows does, in units of UTF-16."""
    return len(nama.encode("utf-16-le")) // 2

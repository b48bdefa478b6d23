"""Whether a file that an SOP names can be used: an ordinary file of the office's folder, of a known kind and size.

Nothing is read of links, pipes and devices. What a file is, its first bytes must say too: a page of HTML that is
called `formulir.pdf` would run in the reader's browser.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from buku_sop.loading.gambar import sebab_sistem, sebab_tak_terpakai
from buku_sop.loading.isi_data import termasuk, tersembunyi
from buku_sop.model import BerkasInstansi

BITA_TERBANYAK = 20 * 1024 * 1024
"""Bytes of an annex."""
PEM = ".pem"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
JENIS: Mapping[str, tuple[str, bytes]] = {
    ".pdf": ("PDF", b"%PDF-"),
    ".docx": ("Word", _ZIP),
    ".doc": ("Word", _OLE),
    ".odt": ("Teks ODF", _ZIP),
    ".xlsx": ("Excel", _ZIP),
    ".xls": ("Excel", _OLE),
    ".ods": ("Tabel ODF", _ZIP),
    ".pptx": ("PowerPoint", _ZIP),
    ".png": ("PNG", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("JPEG", b"\xff\xd8\xff"),
    ".jpeg": ("JPEG", b"\xff\xd8\xff"),
    ".svg": ("SVG", b""),
}
"""What may be an annex by its ending: its name for readers, and how its bytes begin."""
AKHIRAN = tuple(JENIS)
_AWAL = 1024
"""Bytes within which a PDF begins, as readers of PDF allow."""


class TakTerpakai(Exception):
    """Says in Indonesian, as the end of a sentence, why a file cannot be used."""


def bagian_nama(nama: str) -> tuple[str, ...]:
    """Cut a written name into its parts; a file may lie in one folder below that of the office.

    Raises:
        TakTerpakai: The name leads elsewhere.
    """
    bagian = tuple(nama.split("/"))
    if len(bagian) > 2 or any(
        b in ("", ".", "..") or "\\" in b or ":" in b or "\0" in b for b in bagian
    ):
        raise TakTerpakai("letaknya harus di folder instansi, atau di satu folder di dalamnya")
    if not termasuk(bagian):
        raise TakTerpakai("namanya diawali titik atau garis bawah")
    return bagian


def periksa_berkas(folder: Path, nama: str, akhiran: tuple[str, ...] = AKHIRAN) -> BerkasInstansi:
    """Look at a file of an office's folder.

    Raises:
        TakTerpakai: It cannot be used.
    """
    bagian = bagian_nama(nama)
    akhir = Path(nama).suffix.lower()
    if akhir not in akhiran:
        raise TakTerpakai(f"jenisnya bukan {', '.join(a.removeprefix('.') for a in akhiran)}")
    path = folder.joinpath(*bagian)
    try:
        if len(bagian) > 1 and not stat.S_ISDIR(path.parent.lstat().st_mode):
            raise TakTerpakai("foldernya tautan atau bukan folder")
        keadaan = path.lstat()
        if stat.S_ISLNK(keadaan.st_mode):
            raise TakTerpakai("berkas itu tautan; salin berkasnya sendiri")
        if not stat.S_ISREG(keadaan.st_mode):
            raise TakTerpakai("bukan berkas biasa")
        if not 0 < keadaan.st_size <= BITA_TERBANYAK:
            batas = BITA_TERBANYAK // 1024 // 1024
            raise TakTerpakai(
                "berkas itu kosong" if not keadaan.st_size else f"ukurannya lebih dari {batas} MB"
            )
        with path.open("rb") as berkas:
            awal = berkas.read(_AWAL)
    except (FileNotFoundError, NotADirectoryError):
        raise TakTerpakai("berkas itu tidak ada di folder instansi") from None
    except (OSError, ValueError) as error:
        raise TakTerpakai(sebab_sistem(error)) from None
    jenis = _jenis(path, akhir, awal)
    return BerkasInstansi(nama, jenis, keadaan.st_size)


def _jenis(path: Path, akhir: str, awal: bytes) -> str:
    if akhir == PEM:
        if b"-----BEGIN CERTIFICATE-----" not in awal:
            raise TakTerpakai("isinya bukan sertifikat PEM")
        return "PEM"
    jenis, tanda = JENIS[akhir]
    if akhir == ".svg" and (sebab := sebab_tak_terpakai(path)):
        raise TakTerpakai(sebab)
    cocok = tanda in awal if akhir == ".pdf" else awal.startswith(tanda)
    if not cocok:
        raise TakTerpakai(f"isinya bukan {jenis}")
    return jenis


def isi_folder(folder: Path) -> Iterator[str]:
    """Yield the names of the files of an office's folder and of the folders in it, but for hidden ones."""
    for path in sorted(folder.iterdir()):
        if tersembunyi(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from (f"{path.name}/{x.name}" for x in sorted(path.iterdir())
                        if not tersembunyi(x.name))  # fmt: skip
        else:
            yield path.name

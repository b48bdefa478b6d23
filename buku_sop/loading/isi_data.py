"""What belongs to the data: one rule for whoever reads the folder, and for whoever lays a proposal out to be read.

Hidden files belong to nobody. Links are never followed: what they lead to differs from machine to machine, is text on
Windows, and may lie anywhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

BERKAS_INSTANSI = "instansi.yml"
BERKAS_KEBUTUHAN = "kebutuhan.yml"
BERKAS_BENTUK = "bentuk.yml"
BERKAS_PERATURAN = "peraturan.yml"
BERKAS_SINGKATAN = "singkatan.yml"
NAMA_KANTOR = (BERKAS_INSTANSI, BERKAS_KEBUTUHAN, BERKAS_BENTUK)
"""Files in the folder of an office that are about the office; no SOP has such a name."""
NAMA_BUKU = (BERKAS_PERATURAN, BERKAS_SINGKATAN, BERKAS_BENTUK)
"""Files beside the folders of the offices, which are about all of them; no SOP has such a name."""
SETELAN = "mkdocs.yml"
"""The settings of a handbook, beside the folder of its data."""
TAUTAN = "ini pintasan (tautan simbolis); simpan berkas atau foldernya sendiri di tempat ini"
"""Why a link is not read, as the end of a sentence."""
MAX_BYTES = 1024 * 1024
"""Bytes of a file of YAML."""
BUKAN_BERKAS = "bukan berkas biasa melainkan pipa atau perangkat; tidak dibaca"
"""Why anything else is not read."""


def tersembunyi(nama: str) -> bool:
    """Whether a file or folder of this name is not looked at."""
    return nama.startswith((".", "_"))


def termasuk(bagian: Iterable[str]) -> bool:
    """Whether a path, by its parts below the data's folder, is looked at."""
    return not any(map(tersembunyi, bagian))


class BukanBerkasBiasaError(OSError):
    """What is there is no file but a pipe, a device or a link; nothing was read of it."""


def baca_terbatas(path: Path, batas: int) -> tuple[bytes, int]:
    """Return the bytes of an ordinary file, and its size; of one that is larger than a limit, nothing.

    Never waits: a pipe or a device, or what became one since the folder was listed, is refused unread.

    Raises:
        OSError: It cannot be read.
    """
    bendera = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, bendera | getattr(os, "O_BINARY", 0)), "rb") as berkas:
        keadaan = os.fstat(berkas.fileno())
        if not stat.S_ISREG(keadaan.st_mode):
            raise BukanBerkasBiasaError
        isi = berkas.read(batas + 1) if keadaan.st_size <= batas else b""
        return (isi, len(isi)) if isi else (b"", keadaan.st_size)


def bukan_berkas(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder: a pipe, a device, or a socket."""
    try:
        jenis = path.lstat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(jenis) or stat.S_ISDIR(jenis) or stat.S_ISLNK(jenis))


def berkas_biasa(path: Path) -> bool:
    """Whether a file is there that is no link."""
    return path.is_file() and not path.is_symlink()

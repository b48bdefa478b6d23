"""What lies in the folder of the data, as the loader sees it: what the disk has, or with unsaved texts in the place of files.

One way for a folder and for values: an editor checks what is not saved, and a browser has no disk at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from buku_sop.loading.aksara import huruf_kantor
from buku_sop.loading.gambar import sebab_tak_terpakai
from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas, bukan_berkas, tersembunyi
from buku_sop.loading.lampiran import (
    AKHIRAN,
    TakTerpakai,
    bagian_nama,
    isi_folder,
    periksa_berkas,
)
from buku_sop.model import BerkasInstansi

__all__ = ["IsiDitimpa", "IsiFolder", "IsiNilai", "LainDiketahui"]


class IsiFolder:
    """What the disk has."""

    def anak(self, folder: Path) -> list[Path]:
        """List what lies in a folder, sorted. Raises OSError."""
        return sorted(folder.iterdir())

    def ada_folder(self, path: Path) -> bool:
        """Whether a folder is there, or a link to one."""
        return path.is_dir()

    def tautan(self, path: Path) -> bool:
        """Whether a link is there."""
        return path.is_symlink()

    def bukan_berkas(self, path: Path) -> bool:
        """Whether something is there that is neither a file nor a folder."""
        return bukan_berkas(path)

    def ada_berkas(self, path: Path) -> bool:
        """Whether a file is there, or a link to one."""
        return path.is_file()

    def berkas_biasa(self, path: Path) -> bool:
        """Whether a file is there that is no link."""
        return self.ada_berkas(path) and not self.tautan(path)

    def baca(self, path: Path) -> tuple[bytes, int]:
        """Return bytes and size of a file of YAML; of one that is too large, no bytes. Raises OSError."""
        return baca_terbatas(path, MAX_BYTES)

    def sidik(self, path: Path) -> bytes | None:
        """Sum up a file of YAML; None for what cannot be kept: no plain file, or a very large one."""
        try:
            if not path.is_file() or path.stat().st_size > MAX_BYTES:
                return None
            return _sidik(path.read_bytes())
        except OSError:
            return None

    def lampiran(
        self, folder: Path, nama: str, akhiran: tuple[str, ...] = AKHIRAN
    ) -> BerkasInstansi:
        """Look at a file that an SOP or an office names. Raises TakTerpakai."""
        return periksa_berkas(folder, nama, akhiran)

    def sebab_gambar(self, path: Path) -> str:
        """Return why an image cannot be used; empty where it can."""
        return sebab_tak_terpakai(path)

    def nama_isi(self, folder: Path) -> Iterator[str]:
        """Yield the names of an office's files and of those in its folders, but for hidden ones."""
        return isi_folder(folder)

    def huruf(self, data: Path) -> list[Path]:
        """Return the fonts that an office put beside its data."""
        return huruf_kantor(data)


class IsiDitimpa(IsiFolder):
    """A folder with unsaved texts in the place of its files; None where a file is to be gone.

    Names are below the folder of the data, with slashes. What they name is read as an ordinary file, and was written to
    the disk nowhere.
    """

    def __init__(
        self, data: Path, ubahan: Mapping[str, str | None], dasar: IsiFolder | None = None
    ) -> None:
        self._dasar = dasar or IsiFolder()
        semua = {data.joinpath(*nama.split("/")): teks for nama, teks in ubahan.items()}
        self._teks = {
            p: t.encode("utf-8", "surrogatepass") for p, t in semua.items() if t is not None
        }
        self._hilang = {p for p, t in semua.items() if t is None}
        self._folder = {q for p in self._teks for q in p.parents if q.is_relative_to(data)}
        self._baru: dict[Path, set[Path]] = {}
        """What it adds to each folder."""
        for p in (*self._teks, *self._folder):
            self._baru.setdefault(p.parent, set()).add(p)

    def anak(self, folder: Path) -> list[Path]:
        """List what lies in a folder, sorted. Raises OSError."""
        baru = self._baru.get(folder, set())
        ada = self._dasar.anak(folder) if self._dasar.ada_folder(folder) or not baru else []
        if baru.issubset(ada) and self._hilang.isdisjoint(ada):
            return ada
        return sorted({*ada, *baru} - self._hilang)

    def ada_folder(self, path: Path) -> bool:
        """Whether a folder is there, or a link to one."""
        return path in self._folder or (path not in self._teks and self._dasar.ada_folder(path))

    def tautan(self, path: Path) -> bool:
        """Whether a link is there."""
        return not self._milik(path) and path not in self._folder and self._dasar.tautan(path)

    def bukan_berkas(self, path: Path) -> bool:
        """Whether something is there that is neither a file nor a folder."""
        return not self._milik(path) and self._dasar.bukan_berkas(path)

    def ada_berkas(self, path: Path) -> bool:
        """Whether a file is there, or a link to one."""
        return path in self._teks or (path not in self._hilang and self._dasar.ada_berkas(path))

    def baca(self, path: Path) -> tuple[bytes, int]:
        """Return bytes and size of a file of YAML; of one that is too large, no bytes. Raises OSError."""
        if path in self._hilang:
            raise FileNotFoundError(2, "No such file", str(path))
        isi = self._teks.get(path)
        if isi is None:
            return self._dasar.baca(path)
        return (isi if len(isi) <= MAX_BYTES else b"", len(isi))

    def sidik(self, path: Path) -> bytes | None:
        """Sum up a file of YAML; None for what cannot be kept."""
        isi = self._teks.get(path)
        if isi is None:
            return None if path in self._hilang else self._dasar.sidik(path)
        return _sidik(isi) if len(isi) <= MAX_BYTES else None

    def lampiran(
        self, folder: Path, nama: str, akhiran: tuple[str, ...] = AKHIRAN
    ) -> BerkasInstansi:
        """Look at a file that an SOP or an office names. Raises TakTerpakai."""
        return self._dasar.lampiran(folder, nama, akhiran)

    def sebab_gambar(self, path: Path) -> str:
        """Return why an image cannot be used; empty where it can."""
        return self._dasar.sebab_gambar(path)

    def nama_isi(self, folder: Path) -> Iterator[str]:
        """Yield the names of an office's files and of those in its folders; unsaved texts are none that nothing names."""
        return self._dasar.nama_isi(folder) if self._dasar.ada_folder(folder) else iter(())

    def huruf(self, data: Path) -> list[Path]:
        """Return the fonts that an office put beside its data."""
        return self._dasar.huruf(data)

    def _milik(self, path: Path) -> bool:
        return path in self._teks or path in self._hilang


@dataclass(frozen=True, slots=True)
class LainDiketahui:
    """What was found out about the other files of an office, where these are not at hand."""

    nama: tuple[str, ...] = ()
    """All of them, as `nama_isi` lists them."""
    berkas: Mapping[str, BerkasInstansi | str] = field(default_factory=dict)
    """Of each that is named: the file, or why it cannot be used."""
    gambar: Mapping[str, str] = field(default_factory=dict)
    """Of each image that is named beside the office's file: why it cannot be used; empty where it can."""


class IsiNilai(IsiFolder):
    """A folder as values: its texts, and what is known of its other files. Nothing of a disk is looked at."""

    def __init__(
        self, data: Path, teks: Mapping[str, str], lain: Mapping[str, LainDiketahui] | None = None
    ) -> None:
        """`lain` is by office."""
        self._lain = dict(lain or {})
        self._teks = {data.joinpath(*n.split("/")): t.encode() for n, t in teks.items()}
        kantor = {data / id for id in self._lain}
        self._folder = {data, *kantor, *(p.parent for p in self._teks)}
        self._sidik: dict[Path, bytes] = {}
        self._anak: dict[Path, list[Path]] = {}
        for p in sorted((*self._teks, *(self._folder - {data}))):
            self._anak.setdefault(p.parent, []).append(p)

    def anak(self, folder: Path) -> list[Path]:
        """List what lies in a folder, sorted."""
        return list(self._anak.get(folder, ()))

    def ada_folder(self, path: Path) -> bool:
        """Whether a folder is there."""
        return path in self._folder

    def tautan(self, path: Path) -> bool:
        """Whether a link is there: none is."""
        return False

    def bukan_berkas(self, path: Path) -> bool:
        """Whether something else than files and folders is there: nothing is."""
        return False

    def ada_berkas(self, path: Path) -> bool:
        """Whether a file is there."""
        return path in self._teks

    def baca(self, path: Path) -> tuple[bytes, int]:
        """Return bytes and size of a file of YAML. Raises OSError."""
        if (isi := self._teks.get(path)) is None:
            raise FileNotFoundError(2, "No such file", str(path))
        return isi, len(isi)

    def sidik(self, path: Path) -> bytes | None:
        """Sum up a file of YAML; None where there is none."""
        if path not in self._sidik and (isi := self._teks.get(path)) is not None:
            self._sidik[path] = _sidik(isi)
        return self._sidik.get(path)

    def lampiran(
        self, folder: Path, nama: str, akhiran: tuple[str, ...] = AKHIRAN
    ) -> BerkasInstansi:
        """Look at a file that an SOP or an office names. Raises TakTerpakai."""
        bagian_nama(nama)
        if not nama.lower().endswith(akhiran):
            jenis = ", ".join(a.removeprefix(".") for a in akhiran)
            raise TakTerpakai(f"jenisnya bukan {jenis}")
        milik = self._milik(folder)
        ada = milik.berkas.get(nama)
        if isinstance(ada, str):
            raise TakTerpakai(ada)
        if ada is None and nama in milik.nama:  # there, and nobody has named it yet
            return BerkasInstansi(nama, "", 0)
        if ada is None:
            raise TakTerpakai("berkas itu tidak ada di folder instansi")
        return ada

    def sebab_gambar(self, path: Path) -> str:
        """Return why an image cannot be used; empty where it can."""
        milik = self._milik(path.parent)
        return milik.gambar.get(
            path.name, "" if path.name in milik.nama else "berkas itu tidak ada"
        )

    def nama_isi(self, folder: Path) -> Iterator[str]:
        """Yield the names of an office's files and of those in its folders."""
        return iter(self._milik(folder).nama)

    def huruf(self, data: Path) -> list[Path]:
        """Return the fonts that an office put beside its data: none is at hand."""
        return []

    def _milik(self, folder: Path) -> LainDiketahui:
        return self._lain.get(folder.name, LainDiketahui())


def _sidik(isi: bytes) -> bytes:
    return hashlib.blake2b(isi, digest_size=16).digest()


def folder_lampiran(isi: IsiFolder, folder: Path) -> bool:
    """Whether a folder of an office's folder holds files that may be annexes, and no YAML."""
    nama = [p.name.lower() for p in isi.anak(folder) if not tersembunyi(p.name)]
    return bool(nama) and not any(n.endswith((".yml", ".yaml")) for n in nama)

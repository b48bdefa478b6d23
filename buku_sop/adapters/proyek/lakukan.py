"""Does what an upgrade has been agreed to do. A failure half way is mended by doing it again: the record comes last."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from buku_sop.adapters.proyek.catatan import BERKAS
from buku_sop.adapters.proyek.perbarui import Pembaruan, Tindakan, Ubahan, di_dalam
from buku_sop.adapters.whole_files import write_whole

CADANGAN = Path(".build") / "perbarui"
"""Where the office's own files are kept as they were, by the version before."""


def lakukan(root: Path, pembaruan: Pembaruan) -> None:
    """Write, move and remove files. Raises OSError; doing it again goes on where it stopped."""
    for satu in pembaruan.ubahan:
        if not di_dalam(root, satu.path) or (root / satu.path).is_symlink():
            continue
        _satu(root, satu, CADANGAN / pembaruan.dari)
    write_whole(root / BERKAS, pembaruan.catatan.tulis().encode(), flush=True)


def _satu(root: Path, ubah: Ubahan, cadangan: Path) -> None:
    berkas = root / ubah.path
    if ubah.tindakan is Tindakan.UBAH:
        simpan = root / cadangan / ubah.path
        if not simpan.exists():
            write_whole(simpan, berkas.read_bytes())
    if ubah.isi is not None:
        write_whole(root / (ubah.tujuan or ubah.path), ubah.isi, flush=True)
    elif ubah.tindakan is Tindakan.PINDAH:
        tujuan = root / ubah.tujuan
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(berkas, tujuan)
        _kosongkan(berkas.parent, root)
    elif ubah.tindakan is Tindakan.HAPUS:
        berkas.unlink(missing_ok=True)
        _kosongkan(berkas.parent, root)


def _kosongkan(folder: Path, root: Path) -> None:
    """Remove folders that hold nothing more but what Python left there."""
    while folder != root and folder.is_dir():
        if {p.name for p in folder.iterdir()} - {"__pycache__"}:
            return
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        with suppress(OSError):
            folder.rmdir()
        folder = folder.parent

"""Which files a command is about, when it is called with paths."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import click

from buku_sop.adapters.checked_before import Found, found
from buku_sop.adapters.places import DATA
from buku_sop.diagnostics import Diagnostic, urutkan
from buku_sop.loading.isi_data import BERKAS_INSTANSI, NAMA_BUKU, NAMA_KANTOR, SETELAN

YAML = {".yml", ".yaml"}
BUKAN_SOP = (*NAMA_KANTOR, *NAMA_BUKU, SETELAN)


@dataclass(frozen=True, slots=True)
class Selection:
    """What was found in the chosen files of one handbook."""

    folder: Path
    temuan: tuple[Diagnostic, ...]
    jumlah: int
    """SOPs among the chosen files, also those that could not be read."""
    lain: int = 0
    """Chosen files that are no SOPs, such as `instansi.yml`."""


def select(
    data: Path, paths: Sequence[Path], hanya: frozenset[Path] | None = None
) -> list[Selection]:
    """Open the handbooks that the paths lie in, and keep what was found in those paths.

    Without paths, all of `data`. A file or folder elsewhere is judged with its own office. `hanya` keeps
    only what was found in these files, given by their resolved paths. Raises click.UsageError for a path
    that does not exist or holds nothing to look at.
    """
    if not paths:
        if not data.is_dir():
            raise click.UsageError(f"Folder {data.as_posix()} tidak ada. Pakai --folder.")
        return [_bagian(data, _buka(data), (), hanya)]
    hilang = [p.as_posix() for p in paths if not p.exists()]
    if hilang:
        raise click.UsageError(f"Tidak ada berkas atau folder: {', '.join(hilang)}")
    asing = [p.as_posix() for p in paths if p.is_file() and p.suffix.lower() not in YAML]
    if asing:
        raise click.UsageError(f"Bukan berkas SOP (.yml): {', '.join(asing)}")
    kelompok: dict[tuple[Path, str | None], list[Path]] = {}
    for path in paths:
        kelompok.setdefault(_tempat(data, path), []).append(path)
    return [
        _bagian(folder, _buka(folder, kantor), dipilih, hanya)
        for (folder, kantor), dipilih in kelompok.items()
    ]


def _buka(folder: Path, kantor: str | None = None) -> Found:
    if kantor is None and folder.name == DATA:
        return found(folder, lambda: _cari(folder, None))
    return _cari(folder, kantor)


def _cari(folder: Path, kantor: str | None) -> Found:
    """Open a handbook, or one office of it; what that needs is not loaded where it is known what would be found."""
    from buku_sop.adapters.cli.opening import open_shown
    from buku_sop.adapters.signed_copies import check_signed_copies
    from buku_sop.model.setelan import Setelan
    from buku_sop.setelan import HasilSetelan, buka_setelan

    berkas = folder.parent / SETELAN
    setelan = buka_setelan(berkas) if berkas.is_file() else HasilSetelan(Setelan())
    terbuka = open_shown(folder, kantor=kantor)
    hasil = check_signed_copies(folder, terbuka)
    if kantor is not None:
        return Found(tuple(hasil.diagnostics), hasil.dibaca)
    return Found(urutkan((*hasil.diagnostics, *setelan.diagnostics)), hasil.dibaca)


def from_here(bagian: Sequence[Selection]) -> list[Diagnostic]:
    """Return what was found, with paths from the folder in which the command runs.

    That is the root of the repository where a CI job runs it, also when the handbook lies in a subfolder.
    """
    hasil = []
    for b in bagian:
        folder = os.path.relpath(b.folder.parent.resolve())
        for d in b.temuan:
            berkas = PurePath(folder, d.lokasi.berkas).as_posix()
            hasil.append(d.di_berkas(berkas))
    return hasil


def _tempat(data: Path, path: Path) -> tuple[Path, str | None]:
    """Find the handbook's folder for a path, and the one office to read when it is not `data`."""
    penuh = path.resolve()
    if penuh == data.resolve() or data.resolve() in penuh.parents:
        return data, None
    if penuh.name == SETELAN and penuh.parent == data.resolve().parent:
        return data, None
    if penuh.is_file():
        return penuh.parent.parent, penuh.parent.name
    if (penuh / BERKAS_INSTANSI).is_file() or any(penuh.glob("*.yml")):
        return penuh.parent, penuh.name
    return penuh, None


def _bagian(
    folder: Path, hasil: Found, paths: Sequence[Path], hanya: frozenset[Path] | None
) -> Selection:
    if not paths and hanya is None:
        return Selection(folder, tuple(hasil.diagnostics), len(hasil.dibaca))
    berkas = {*hasil.dibaca, *(d.lokasi.berkas for d in hasil.diagnostics)}
    tempat = {satu: (folder.parent / satu).resolve() for satu in berkas}
    dipilih = {p.resolve(): p for p in paths}
    for penuh, path in dipilih.items():
        if path.name not in BUKAN_SOP and not any(t.is_relative_to(penuh) for t in tempat.values()):
            raise click.UsageError(f"Tidak ada berkas SOP di {path.as_posix()}.")
    termasuk = {
        satu
        for satu, t in tempat.items()
        if (hanya is None or t in hanya)
        and (not dipilih or any(t.is_relative_to(p) for p in dipilih))
    }
    return Selection(
        folder,
        tuple(d for d in hasil.diagnostics if d.lokasi.berkas in termasuk),
        len(termasuk.intersection(hasil.dibaca)),
        sum(p.is_file() and p.name in BUKAN_SOP for p in dipilih),
    )

"""Two revisions of the handbook, opened and compared; what cannot be read in one hides nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from buku_sop.adapters.git.lay_out import lay_out
from buku_sop.adapters.git.repository import Repository
from buku_sop.adapters.git.run import GitFailed
from buku_sop.analysis.beda import Beda, bandingkan, periksa_revisi
from buku_sop.analysis.checks.letak import tulisan
from buku_sop.diagnostics import Diagnostic, Location, Tingkat, diagnose, urutkan
from buku_sop.loading.folder import Loaded, load_folder
from buku_sop.loading.inventaris import MAX_BYTES as MAX_INVENTARIS
from buku_sop.loading.isi_data import MAX_BYTES, NAMA_KANTOR, SETELAN
from buku_sop.model.buku_lain import BukuLain
from buku_sop.setelan import berkas_rujukan, buka_setelan, induk_setelan

_NAMA = re.compile(r"[^\0/\\:*?\"<>|\x01-\x1f]+")
"""A part of a path that can be written everywhere."""
KERJA = ""
"""Stands for the files as they lie in the work tree, instead of a revision."""


@dataclass(frozen=True, slots=True)
class RevisionComparison:
    """Two revisions compared."""

    beda: Beda
    revisi: tuple[Diagnostic, ...]
    """What is wrong with the way that SOPs changed."""
    galat_sebelum: tuple[Diagnostic, ...]
    """What could not be read before."""
    galat_sesudah: tuple[Diagnostic, ...]
    berkas: Mapping[str, str]
    """The file of each SOP, by id; of old where it is gone."""


def compare_revisions(repo: Repository, base: str, head: str, folder: str) -> RevisionComparison:
    """Compare the handbook in `folder` at two commits, or at one commit and in the work tree (`KERJA`).

    Raises:
        GitFailed: A commit cannot be read, or neither side has the folder.
    """
    sebelum, ada_sebelum, buku_sebelum = _buka(repo, base, folder)
    sesudah, ada_sesudah, buku_sesudah = _buka(repo, head, folder)
    if not (ada_sebelum or ada_sesudah):
        raise GitFailed(f"Folder {folder} tidak ada di kedua revisi.")
    beda = bandingkan(
        replace(sebelum.handbook, lain=buku_sebelum),
        replace(sesudah.handbook, lain=buku_sesudah),
        rusak_sebelum=_rusak(sebelum),
        rusak_sesudah=_rusak(sesudah),
    )
    berkas = {id: s.file for x in (sebelum, sesudah) for id, s in x.sources.items()}
    return RevisionComparison(
        beda, _revisi(beda, sesudah, berkas), _galat(sebelum), _galat(sesudah), berkas
    )


def _buka(repo: Repository, commit: str, folder: str) -> tuple[Loaded, bool, tuple[BukuLain, ...]]:
    """Read a handbook with the copies of others that it had then, and tell whether its folder is there; without it, it is empty."""
    if commit == KERJA:
        return *_baca(repo.root / folder), _buku_lain(repo.root)
    with TemporaryDirectory(prefix="sop-beda-") as sementara:
        akar = Path(sementara)
        lay_out(repo, commit, folder, akar / folder, hanya_yaml=True)
        _lay_settings(repo, commit, akar)
        return *_baca(akar / folder), _buku_lain(akar)


def _lay_settings(repo: Repository, commit: str, akar: Path) -> None:
    """Lay out the settings of a commit, and the copies of other handbooks that they name."""
    berkas = SETELAN
    for _ in range(2):  # a file, and the one that it inherits from
        _lay_one(repo, commit, akar, berkas, MAX_BYTES)
        tempat = akar / berkas
        if not tempat.is_file() or not (berkas := _induk(tempat)):
            break
    if (akar / SETELAN).is_file():
        for satu in buka_setelan(akar / SETELAN).setelan.rujukan:
            _lay_one(repo, commit, akar, berkas_rujukan(satu), MAX_INVENTARIS)


def _induk(setelan: Path) -> str:
    return induk_setelan(setelan.read_text(encoding="utf-8", errors="replace"))


def _lay_one(repo: Repository, commit: str, akar: Path, nama: str, batas: int) -> None:
    """Lay out an ordinary file of a commit, if it has it and it is not too large; its name is that of a setting."""
    if not all(_NAMA.fullmatch(b) and b.strip(".") for b in nama.split("/")):
        return
    for entri in repo.entries(commit, nama):
        if entri.ordinary and entri.path == f"{repo.prefix}{nama}" and entri.ukuran <= batas:
            tempat = akar / nama
            tempat.parent.mkdir(parents=True, exist_ok=True)
            tempat.write_bytes(repo.blobs([entri])[entri.objek])


def _buku_lain(akar: Path) -> tuple[BukuLain, ...]:
    setelan = akar / SETELAN
    return buka_setelan(setelan).buku_lain if setelan.is_file() else ()


def _baca(folder: Path) -> tuple[Loaded, bool]:
    loaded = load_folder(folder)
    if folder.is_dir():
        return loaded, True
    loaded.diagnostics.clear()
    return loaded, False


def _galat(loaded: Loaded) -> tuple[Diagnostic, ...]:
    return urutkan(d for d in loaded.diagnostics if d.tingkat is Tingkat.GALAT)


def _rusak(loaded: Loaded) -> list[str]:
    """Name the SOPs whose files are there but gave nothing."""
    ids = set()
    for d in _galat(loaded):
        bagian = d.lokasi.berkas.split("/")
        if len(bagian) == 3 and bagian[2].endswith(".yml") and bagian[2] not in NAMA_KANTOR:
            ids.add(f"{bagian[1]}/{bagian[2].removesuffix('.yml')}")
    return sorted(ids - loaded.sources.keys())


def _revisi(beda: Beda, sesudah: Loaded, berkas: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Place what is wrong with the changes in the files as they are now."""
    hasil = []
    for id, temuan in periksa_revisi(beda):
        source = sesudah.sources.get(id)
        jalur = temuan.jalur
        lokasi = source.locate(tulisan(jalur, source)) if source else Location(berkas[id])
        hasil.append(diagnose(temuan.kode, lokasi, temuan.tingkat, **temuan.isi))
    return urutkan(hasil)

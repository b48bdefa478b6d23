"""The revisions of files from git: one `git log` for all of them, with renames followed.

A merge shows nothing of what it brings together, which stands in the commits that it brings; it counts only
where it wrote lines that neither side had. Where the clone is shallow, its oldest commits show every file as
new: those are left out, so that the edge of a clone is never taken for the making of an SOP.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from buku_sop.adapters.git.repository import Repository, open_repository
from buku_sop.adapters.git.run import GitFailed

__all__ = ["RevisiGit", "file_history", "riwayat_terpotong"]

_KEPALA = "%H%x00%cs%x00%aN%x00%s"
_BANYAK_KEPALA = 4
_BIASA = (b"100644", b"100755")
_JUDUL = 200
"""Characters of a message's first line, and of a name, that are kept."""


@dataclass(frozen=True, slots=True)
class RevisiGit:
    """A commit that changed a file."""

    sha: str
    tanggal: date
    """When it came into the history: the committer's day, at the committer's own place."""
    judul: str
    """The first line of its message: what anybody wrote, in one line that steers no terminal; may be empty."""
    penulis: str
    """The author's name: personal data, shown only where the office says so."""
    berkas: str
    """Path of the file at this revision, from the root of the handbook."""
    isi: str = ""
    """Name of the file's contents in git; empty where this revision removed it."""
    isi_sebelum: str = ""
    """Name of its contents before; empty where this revision made it."""
    berkas_sebelum: str = ""
    """Its path before; another one where it was renamed, empty where it was made."""


def file_history(root: Path, berkas: Iterable[str]) -> Mapping[str, tuple[RevisiGit, ...]]:
    """Return the revisions of files, newest first, by the path they have now from `root`.

    A file without revisions is missing. Empty outside a clone, where git is missing, and before the first
    commit; never raises for what the repository holds.
    """
    semua = tuple(dict.fromkeys(berkas))
    if not semua:
        return {}
    try:
        repo = open_repository(root)
        tepi = repo.shallow_edge()
        folder = sorted({b.split("/", 1)[0] for b in semua})
        perubahan = [p for p in _baca(repo.log(_KEPALA, folder)) if p.sha not in tepi]
        gabungan = _gabungan_sejati(repo, perubahan)
    except GitFailed:
        return {}
    return _ikuti(semua, [p for p in perubahan if not p.induk or p in gabungan])


def riwayat_terpotong(root: Path) -> bool:
    """Whether the clone is shallow, so that it does not hold the whole history."""
    try:
        return bool(open_repository(root).shallow_edge())
    except GitFailed:
        return False


@dataclass(frozen=True, slots=True)
class _Perubahan:
    """What a commit did to a file."""

    sha: str
    tanggal: date
    penulis: str
    judul: str
    lama: str
    baru: str
    isi_lama: str
    isi_baru: str
    induk: tuple[str, ...] = ()
    """Of a merge, the contents on all sides; empty for any other commit."""

    def revisi(self) -> RevisiGit:
        ada = self.isi_lama != ""
        return RevisiGit(
            self.sha, self.tanggal, self.judul, self.penulis, self.baru,
            self.isi_baru, self.isi_lama, self.lama if ada else "",
        )  # fmt: skip


def _baca(log: bytes) -> Iterator[_Perubahan]:
    """Read what `git log -z --raw -c` wrote; by place, so that no message is taken for anything else."""
    kata = iter(log.split(b"\0"))
    kepala: list[bytes] = []
    for satu in kata:
        satu = satu.removeprefix(b"\n")
        if satu.startswith(b":") and kepala:
            yield from _satu(kepala, satu, kata)
        elif satu:
            kepala = [satu, *(next(kata, b"") for _ in range(_BANYAK_KEPALA - 1))]


def _satu(kepala: list[bytes], meta: bytes, kata: Iterator[bytes]) -> Iterator[_Perubahan]:
    """Read one file of a commit: modes, contents, status, and one path or two."""
    banyak = len(meta) - len(meta.lstrip(b":"))
    bagian = meta.lstrip(b":").split()
    mode, isi, status = bagian[: banyak + 1], bagian[banyak + 1 : -1], bagian[-1]
    lama = baru = os.fsdecode(next(kata, b""))
    if banyak == 1 and status[:1] in b"RC":
        baru = os.fsdecode(next(kata, b""))
    objek = [_objek(m, i) for m, i in zip(mode, isi, strict=True)]
    *sisi, kini = objek
    dulu = next(filter(None, sisi), "")
    if (dulu, lama) == (kini, baru):
        return
    sha, tanggal, penulis, judul = (k.decode("utf-8", "replace") for k in kepala)
    try:
        hari = date.fromisoformat(tanggal)
    except ValueError:
        return
    yield _Perubahan(
        sha, hari, _rapi(penulis), _rapi(judul), lama, baru, dulu, kini,
        tuple(sisi) if banyak > 1 else (),
    )  # fmt: skip


def _objek(mode: bytes, objek: bytes) -> str:
    """Name contents; those of links and submodules are none of ours."""
    return objek.decode("ascii") if mode in _BIASA else ""


def _rapi(teks: str) -> str:
    """Keep what can be shown, in one line."""
    terlihat = " ".join("".join(c if c.isprintable() else " " for c in teks).split())
    return terlihat if len(terlihat) <= _JUDUL else terlihat[: _JUDUL - 1].rstrip() + "…"


def _gabungan_sejati(repo: Repository, perubahan: Iterable[_Perubahan]) -> set[_Perubahan]:
    """Find the merges in which somebody wrote lines that no side had."""
    semua = [p for p in perubahan if p.induk and p.isi_baru]
    isi = repo.contents(o for p in semua for o in (*p.induk, p.isi_baru) if o)
    baris = {objek: set(teks.splitlines()) for objek, teks in isi.items()}
    kosong = set[bytes]()
    return {
        p
        for p in semua
        if baris.get(p.isi_baru, kosong) - kosong.union(*(baris.get(i, kosong) for i in p.induk))
    }


def _ikuti(
    berkas: Iterable[str], perubahan: list[_Perubahan]
) -> Mapping[str, tuple[RevisiGit, ...]]:
    """Give each file its revisions, under whatever name it had at the time."""
    pemilik = {b: b for b in berkas}
    """By a name at this point of the history: the file now."""
    hasil: dict[str, list[RevisiGit]] = {}
    nanti: dict[str, list[tuple[int, str]]] = {}
    for n, p in enumerate(perubahan):
        if p.lama != p.baru:
            nanti.setdefault(p.lama, []).append((n, p.baru))
    for n, p in enumerate(perubahan):
        milik = pemilik.get(p.baru) or _di_cabang_lain(p.baru, n, nanti, pemilik)
        if milik is None:
            continue
        hasil.setdefault(milik, []).append(p.revisi())
        if p.lama != p.baru:
            pemilik.pop(p.baru, None)
            pemilik[p.lama] = milik
    return {b: tuple(semua) for b, semua in hasil.items()}


def _di_cabang_lain(
    nama: str, n: int, nanti: Mapping[str, list[tuple[int, str]]], pemilik: Mapping[str, str]
) -> str | None:
    """Find whose a name is that is renamed further down, on a branch that ran beside this one."""
    dilihat = {nama}
    while baru := next((b for di, b in nanti.get(nama, ()) if di > n and b not in dilihat), None):
        if baru in pemilik:
            return pemilik[baru]
        dilihat.add(baru)
        nama = baru
    return None

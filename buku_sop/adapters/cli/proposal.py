"""A proposal as data: the code is that of the base, and only `sop_data/` comes from the proposal.

Nothing that a proposal brings is ever run. Its files are read from git as bytes and laid over a fresh checkout
of the base, all that the handbook looks at and nothing else, so that reading it says what reading the merged
handbook will say. What cannot be laid there is named, and fails the preview.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from buku_sop.adapters.git.lay_out import ANNEXES, lay_out
from buku_sop.adapters.git.repository import Change, Repository
from buku_sop.adapters.git.run import GitFailed, complaint, run_git
from buku_sop.adapters.mkdocs.assets import FOLDER, ready_assets
from buku_sop.adapters.mkdocs.bundles import FOLDER as BUNDLES
from buku_sop.adapters.places import DATA
from buku_sop.loading.isi_data import termasuk
from buku_sop.loading.lampiran import BITA_TERBANYAK

BITA_LAMPIRAN = 100 * 1024 * 1024
"""Bytes of all annexes together that a proposal may add or change: five of the largest."""
_PAKET = "node_modules"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a proposal changes."""

    dasar: str
    """The commit from which the code is taken."""
    titik: str
    """The commit at which the proposal left the base."""
    kepala: str
    """The proposal's last commit."""
    pohon: str
    """The tree from which the data is taken: both merged, or the proposal's own where they collide."""
    bertabrakan: bool
    di_luar: tuple[str, ...]
    """Changed files that are no data."""
    tersembunyi: tuple[str, ...]
    """Changed files among the data that nobody reads, before and after merging."""
    terlalu_banyak: frozenset[str] = frozenset()
    """Annexes that are left out because all of the proposal together are too large."""


def read_proposal(repo: Repository, dasar: str, kepala: str) -> Proposal:
    """Find what a proposal changes, by the names of two revisions.

    Raises:
        GitFailed: A revision is unknown, or both have no commit in common.
    """
    awal, akhir = repo.commit(dasar), repo.commit(kepala)
    titik = repo.merge_base(awal, akhir)
    ubahan = repo.changes(titik, akhir)
    gabungan = repo.merged_tree(awal, akhir)
    data = f"{repo.prefix}{DATA}/"
    di_luar, tersembunyi = [], []
    for ubah in ubahan:
        if ubah.path == data.removesuffix("/"):
            continue  # the whole of the data is something else now, which laying it out tells
        if not ubah.path.startswith(data):
            di_luar.append(ubah.path)
        elif not ubah.removed and not termasuk(ubah.path.removeprefix(data).split("/")):
            tersembunyi.append(ubah.path)
    return Proposal(
        awal, titik, akhir, gabungan or akhir, not gabungan, tuple(di_luar), tuple(tersembunyi),
        _melewati_batas(repo, ubahan, data),
    )  # fmt: skip


def _melewati_batas(repo: Repository, ubahan: Iterable[Change], data: str) -> frozenset[str]:
    """Return the annexes with which those of a proposal together become too large, in the order of their paths."""
    lampiran = [
        u
        for u in ubahan
        if u.ordinary and u.path.startswith(data) and u.path.lower().endswith(ANNEXES)
    ]
    ukuran = repo.sizes(u.objek for u in lampiran)
    jumlah, lebih = 0, set[str]()
    for u in lampiran:
        bita = ukuran.get(u.objek, 0)
        if jumlah + bita > BITA_LAMPIRAN:
            lebih.add(u.path)
        elif bita <= BITA_TERBANYAK:  # a larger one is not written, and has a finding of its own
            jumlah += bita
    return frozenset(lebih)


@contextmanager
def base_checkout(repo: Repository, proposal: Proposal) -> Iterator[Path]:
    """Check out the base into a temporary folder, with the assets installed here; remove it in the end.

    Raises:
        GitFailed: The base cannot be checked out.
        AssetError: The browser assets cannot be had.
    """
    aset = ready_assets(repo.root)
    with TemporaryDirectory(prefix="sop-usulan-", ignore_cleanup_errors=True) as sementara:
        pohon = Path(sementara).resolve() / "buku"
        _worktree(repo.root, "add", "--quiet", "--detach", str(pohon), proposal.dasar)
        try:
            buku = pohon / repo.prefix
            if aset == repo.root / FOLDER:
                shutil.copytree(aset, buku / FOLDER)
            for nama in (_PAKET, BUNDLES):
                _lend(repo.root / nama, buku / nama)
            yield buku
        finally:
            _worktree(repo.root, "remove", "--force", str(pohon))


def lay_data_over(repo: Repository, proposal: Proposal, buku: Path) -> tuple[tuple[str, str], ...]:
    """Put the data of a proposal into the place of the base's.

    Returns what could not be put there though it is read after merging, by path, with the reason.
    """
    tujuan = buku / DATA
    if tujuan.is_dir() and not tujuan.is_symlink():
        shutil.rmtree(tujuan)
    else:
        tujuan.unlink(missing_ok=True)
    sebab = f"lampiran usulan ini bersama-sama lebih dari {BITA_LAMPIRAN // 1024 // 1024} MB"
    tanpa = dict.fromkeys(proposal.terlalu_banyak, sebab)
    return lay_out(repo, proposal.pohon, DATA, tujuan, tanpa).tertinggal


def _lend(ada: Path, tujuan: Path) -> None:
    """Let a checkout use what is installed or was made here: packages of npm, and bundles."""
    if not ada.is_dir() or tujuan.exists():
        return
    try:
        tujuan.symlink_to(ada.resolve(), target_is_directory=True)
    except OSError:  # Windows, for people who may not make links
        shutil.copytree(ada, tujuan)


def _worktree(root: Path, *arguments: str) -> None:
    """Add or remove a work tree. Raises GitFailed where git does not."""
    answer = run_git(root, "worktree", *arguments)
    if answer.returncode:
        raise GitFailed(f"Kode dasar tidak dapat disiapkan: {complaint(answer)}")

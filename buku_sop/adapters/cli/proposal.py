"""A proposal as data: the code is that of the base, and only `sop_data/` comes from the proposal.

Nothing that a proposal brings is ever run. Its files are read from git as bytes and laid over a fresh checkout
of the base: YAML, logos and annexes of known kinds, ordinary files only, none larger than the reader takes; what
an annex is, is looked at again when the handbook is opened.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from buku_sop.adapters.git.repository import Change, Repository
from buku_sop.adapters.git.run import GitFailed, complaint, run_git
from buku_sop.adapters.mkdocs.assets import FOLDER, prepare_assets
from buku_sop.adapters.mkdocs.bundles import FOLDER as BUNDLES
from buku_sop.adapters.places import DATA
from buku_sop.loading.lampiran import AKHIRAN, BITA_TERBANYAK, PEM

BITA_LAMPIRAN = 100 * 1024 * 1024
"""Bytes of all annexes together that a proposal may add or change: five of the largest."""
_YAML = (".yml", ".yaml")
_PAKET = "node_modules"
_BERKAS = (*AKHIRAN, PEM)
"""Logos, annexes, signed copies and root certificates."""


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
    diabaikan: tuple[tuple[str, str], ...]
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
    di_luar, diabaikan = [], []
    terlalu_banyak = _melewati_batas(repo, ubahan, data)
    for ubah in ubahan:
        if not ubah.path.startswith(data):
            di_luar.append(ubah.path)
        elif sebab := _tidak_dibaca(ubah, ubah.path.removeprefix(data)):
            diabaikan.append((ubah.path, sebab))
        elif ubah.path in terlalu_banyak:
            batas = BITA_LAMPIRAN // 1024 // 1024
            diabaikan.append((ubah.path, f"lampiran usulan ini bersama-sama lebih dari {batas} MB"))
    return Proposal(
        awal, titik, akhir, gabungan or akhir, not gabungan, tuple(di_luar), tuple(diabaikan),
        terlalu_banyak,
    )  # fmt: skip


def _melewati_batas(repo: Repository, ubahan: Iterable[Change], data: str) -> frozenset[str]:
    """Return the annexes with which those of a proposal together become too large, in the order of their paths."""
    lampiran = [
        u
        for u in ubahan
        if u.ordinary and u.path.startswith(data) and u.path.lower().endswith(_BERKAS)
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


def _tidak_dibaca(ubah: Change, nama: str) -> str:
    """Tell why a file among the data is not read; empty where it is, or is gone."""
    if ubah.removed:
        return ""
    if not ubah.ordinary:
        return "tautan simbolis atau submodul; hanya berkas biasa yang dibaca"
    bagian = nama.split("/")
    lampiran = nama.lower().endswith(_BERKAS)
    if len(bagian) > 2 + lampiran or any(b.startswith((".", "_")) for b in bagian):
        return "letaknya bukan langsung di folder instansi"
    if not lampiran and not nama.lower().endswith(_YAML):
        return "bukan YAML, logo, atau lampiran dari jenis yang dikenal"
    return ""


@contextmanager
def base_checkout(repo: Repository, proposal: Proposal) -> Iterator[Path]:
    """Check out the base into a temporary folder, with the assets installed here; remove it in the end.

    Raises:
        GitFailed: The base cannot be checked out.
        AssetError: The browser assets cannot be had.
    """
    prepare_assets(repo.root)
    with TemporaryDirectory(prefix="sop-usulan-", ignore_cleanup_errors=True) as sementara:
        pohon = Path(sementara).resolve() / "buku"
        _worktree(repo.root, "add", "--quiet", "--detach", str(pohon), proposal.dasar)
        try:
            buku = pohon / repo.prefix
            shutil.copytree(repo.root / FOLDER, buku / FOLDER)
            for nama in (_PAKET, BUNDLES):
                _lend(repo.root / nama, buku / nama)
            yield buku
        finally:
            _worktree(repo.root, "remove", "--force", str(pohon))


def lay_data_over(repo: Repository, proposal: Proposal, buku: Path) -> None:
    """Put the data of a proposal into the place of the base's."""
    tujuan = buku / DATA
    if tujuan.is_dir():
        shutil.rmtree(tujuan)
    repo.export(proposal.pohon, DATA, tujuan, _YAML, _BERKAS, proposal.terlalu_banyak)


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

"""Reads revisions of the handbook from git, without a checkout: nothing in the repository changes.

Only `rev-parse`, `merge-base`, `merge-tree`, `log`, `diff-tree`, `ls-tree` and `cat-file` are run, which need no
filter; what else a repository could start is held back by `buku_sop.adapters.git.run`. Revisions and paths are
arguments, never parts of a command line or options.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from buku_sop.adapters.git.run import GitFailed, complaint, readable, run_git
from buku_sop.loading.isi_data import MAX_BYTES

__all__ = ["Change", "Entry", "Repository", "history_obstacle", "open_repository"]

_ORDINARY = {b"100644", b"100755"}
"""Modes of ordinary files. Symbolic links and submodules lead out of the revision and are left out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision, a link, or a submodule."""

    path: str
    objek: str
    ukuran: int
    """Bytes."""
    mode: bytes = b"100644"

    @property
    def ordinary(self) -> bool:
        """Whether it is an ordinary file, and neither a symbolic link nor a submodule."""
        return self.mode in _ORDINARY


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs between two revisions."""

    path: str
    """From the top of the repository."""
    mode: str
    """Its mode in the later revision; "000000" where it is gone."""
    objek: str = ""
    """The name of its contents in the later revision."""

    @property
    def removed(self) -> bool:
        """Whether the later revision no longer has it."""
        return self.mode == "000000"

    @property
    def ordinary(self) -> bool:
        """Whether it is an ordinary file, and neither a symbolic link nor a submodule."""
        return self.mode.encode() in _ORDINARY


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a handbook in it."""

    root: Path
    """A folder in its work tree: the root of the handbook."""
    prefix: str
    """Path of `root` from the top of the work tree, with `/` at its end; empty at the top."""

    def commit(self, revisi: str) -> str:
        """Return the full name of the commit that a revision names.

        Raises:
            GitFailed: There is no such revision, or it is no commit.
        """
        if not revisi or revisi.startswith("-") or any(c in revisi for c in "\0\n"):
            raise GitFailed(f"`{readable(revisi)}` bukan nama revisi.")
        jawab = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revisi}^{{commit}}"
        )
        if jawab.returncode:
            ambil = "ambil dahulu dengan `git fetch`"
            if self.shallow_edge():
                ambil = (
                    "ambil riwayat yang belum ada di klon dangkal ini dengan `git fetch --unshallow` "
                    "(di CI: `fetch-depth: 0`)"
                )
            raise GitFailed(
                f"Revisi `{readable(revisi)}` tidak ada di repositori ini. Periksa namanya, atau {ambil}."
            )
        return jawab.stdout.decode("ascii").strip()

    def merge_base(self, satu: str, dua: str) -> str:
        """Return the commit from which two commits went separate ways (`git merge-base`).

        Raises:
            GitFailed: They have no commit in common.
        """
        jawab = self._git("merge-base", satu, dua)
        if jawab.returncode:
            raise GitFailed(
                "Kedua revisi tidak mempunyai titik cabang yang sama. Di CI, ambil seluruh riwayat "
                "(misalnya `fetch-depth: 0`)."
            )
        return jawab.stdout.decode("ascii").split()[0]

    def shallow_edge(self) -> frozenset[str]:
        """Return the commits at which a shallow clone was cut off; none in a whole one."""
        jawab = self._git("rev-parse", "--git-path", "shallow")
        try:
            isi = (self.root / os.fsdecode(jawab.stdout.removesuffix(b"\n"))).read_text("ascii")
        except (OSError, ValueError):
            return frozenset()
        return frozenset(isi.split())

    def log(self, kepala: str, folder: Iterable[str]) -> bytes:
        """Return the commits before HEAD that changed anything in folders below `root`, newest first.

        `kepala` says in git's own words what is told of a commit; behind it stand the files that it changed
        (`--raw`, with renames; of a merge those that differ from every side), all of it ended by NUL.

        Raises:
            GitFailed: There is no commit yet, or the history is damaged.
        """
        bentuk = ("-z", "--raw", "--no-abbrev", "-M", "-c", "--relative", f"--format={kepala}")
        plain = ("--no-show-signature", "--no-notes", "--no-color", "--encoding=UTF-8")
        jawab = self._git("log", *bentuk, *plain, "--date-order", "HEAD", "--", *folder)
        if jawab.returncode:
            raise GitFailed(f"Riwayat tidak dapat dibaca: {complaint(jawab)}")
        return jawab.stdout

    def sizes(self, objek: Iterable[str]) -> dict[str, int]:
        """Return the bytes of contents by their names in git; those that are gone or no files are left out."""
        nama = list(dict.fromkeys(objek))
        if not nama:
            return {}
        masukan = "\n".join(nama).encode() + b"\n"
        jawab = self._git("cat-file", "--batch-check", stdin=masukan).stdout
        semua = (baris.split() for baris in jawab.splitlines())
        return {b[0].decode(): int(b[2]) for b in semua if len(b) == 3 and b[1] == b"blob"}

    def contents(self, objek: Iterable[str]) -> dict[str, bytes]:
        """Read the contents of files by their names in git; those that are too large or gone are left out.

        Raises:
            GitFailed: Git gave up in the middle.
        """
        ukuran = self.sizes(objek).items()
        return self._contents(Entry("", nama, n) for nama, n in ukuran if n <= MAX_BYTES)

    def changes(self, dari: str, ke: str) -> tuple[Change, ...]:
        """List the files that differ between two commits, in the order of their paths."""
        jawab = self._git("diff-tree", "-r", "-z", "--no-renames", "--full-index", dari, ke)
        if jawab.returncode:
            raise GitFailed(f"Isi revisi tidak dapat dibaca: {complaint(jawab)}")
        bagian = jawab.stdout.split(b"\0")[:-1]
        return tuple(
            Change(nama.decode("utf-8", "surrogateescape"), isi[1].decode(), isi[3].decode())
            for kepala, nama in zip(bagian[::2], bagian[1::2], strict=True)
            for isi in [kepala.split()]
        )

    def merged_tree(self, satu: str, dua: str) -> str:
        """Return the tree that merging two commits gives; empty where they collide.

        It is written among git's objects, and belongs to no branch.
        """
        jawab = self._git("merge-tree", "--write-tree", satu, dua)
        return "" if jawab.returncode else jawab.stdout.decode("ascii").split()[0]

    def entries(self, commit: str, folder: str) -> Iterator[Entry]:
        """Yield all that a commit or tree has in `folder` (below `root`), or `folder` itself where it is none.

        Raises:
            GitFailed: It cannot be read.
        """
        path = f"{self.prefix}{folder}"
        jawab = self._git("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", path)
        if jawab.returncode:
            raise GitFailed(f"Isi revisi tidak dapat dibaca: {complaint(jawab)}")
        for baris in jawab.stdout.split(b"\0"):
            kepala, _, nama = baris.partition(b"\t")
            if nama:
                mode, _, objek, ukuran = kepala.split()
                teks = nama.decode("utf-8", "surrogateescape")
                yield Entry(teks, objek.decode(), int(ukuran) if ukuran.isdigit() else 0, mode)

    def blobs(self, entri: Iterable[Entry]) -> dict[str, bytes]:
        """Read the contents of entries, by their names in git. Raises GitFailed."""
        return self._contents(entri)

    def _contents(self, entri: Iterable[Entry]) -> dict[str, bytes]:
        """Read objects, all with one process."""
        objek = list(dict.fromkeys(e.objek for e in entri))
        if not objek:
            return {}
        jawab = self._git("cat-file", "--batch", stdin="\n".join(objek).encode() + b"\n")
        hasil, posisi = {}, 0
        for nama in objek:
            akhir = jawab.stdout.find(b"\n", posisi)
            kepala = jawab.stdout[posisi:akhir].split()
            if jawab.returncode or len(kepala) != 3:
                raise GitFailed(f"Isi revisi tidak dapat dibaca: {complaint(jawab) or nama}")
            mulai, panjang = akhir + 1, int(kepala[2])
            hasil[nama] = jawab.stdout[mulai : mulai + panjang]
            posisi = mulai + panjang + 1
        return hasil

    def _git(
        self, command: str, *arguments: str, stdin: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return run_git(self.root, command, *arguments, stdin=stdin)


def open_repository(root: Path) -> Repository:
    """Find the repository in which the handbook lies.

    Raises:
        GitFailed: Git is not installed, or `root` is in no work tree.
    """
    jawab = run_git(root, "rev-parse", "--show-prefix")
    if jawab.returncode:
        if b"dubious ownership" in jawab.stderr:
            raise GitFailed(_distrusted(root))
        raise GitFailed(f"Folder {root.resolve().as_posix()} bukan bagian dari repositori git.")
    return Repository(root, os.fsdecode(jawab.stdout).removesuffix("\n"))


def history_obstacle(root: Path) -> str:
    """Say why the history of a clone cannot be read although there is one; empty where it can, or there is none."""
    try:
        jawab = run_git(root, "rev-parse", "--git-dir")
    except GitFailed as error:
        return str(error) if _in_clone(root) else ""
    return _distrusted(root) if b"dubious ownership" in jawab.stderr else ""


def _in_clone(root: Path) -> bool:
    tempat = root.resolve()
    return any(os.path.lexists(folder / ".git") for folder in (tempat, *tempat.parents))


def _distrusted(root: Path) -> str:
    tempat = root.resolve()
    puncak = next((f for f in (tempat, *tempat.parents) if os.path.lexists(f / ".git")), tempat)
    return (
        "Git tidak mempercayai folder ini karena pemiliknya lain. Jalankan sebagai pemiliknya, atau: "
        f"git config --global --add safe.directory {shlex.quote(readable(puncak.as_posix()))}"
    )

"""Reads revisions of the handbook from git, without a checkout: nothing in the repository changes.

Only `rev-parse`, `merge-base`, `merge-tree`, `log`, `diff-tree`, `ls-tree` and `cat-file` are run, in ways that
start no hook, no filter and no other program of the repository. Revisions and paths are arguments, never parts
of a command line or options.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from buku_sop.loading.folder import MAX_BYTES

__all__ = ["GitFailed", "Repository", "Ubah", "open_repository"]

_YAML = (".yml", ".yaml")
_BERKAS = {b"100644", b"100755"}
"""Modes of ordinary files. Symbolic links and submodules lead out of the revision and are left out."""
_LINGKUNGAN = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
}


class GitFailed(Exception):
    """Git could not do what was asked; the message is for the person who asked."""


@dataclass(frozen=True, slots=True)
class _Entri:
    """A file of a revision."""

    path: str
    objek: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Ubah:
    """A file that differs between two revisions."""

    path: str
    """From the top of the repository."""
    mode: str
    """Its mode in the later revision; "000000" where it is gone."""

    @property
    def dihapus(self) -> bool:
        """Whether the later revision no longer has it."""
        return self.mode == "000000"

    @property
    def biasa(self) -> bool:
        """Whether it is an ordinary file, and neither a symbolic link nor a submodule."""
        return self.mode.encode() in _BERKAS


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
            raise GitFailed(f"`{_tampak(revisi)}` bukan nama revisi.")
        jawab = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revisi}^{{commit}}"
        )
        if jawab.returncode:
            raise GitFailed(
                f"Revisi `{_tampak(revisi)}` tidak ada di repositori ini. Periksa namanya, atau ambil "
                "dahulu dengan `git fetch` (di CI: ambil seluruh riwayat, misalnya `fetch-depth: 0`)."
            )
        return jawab.stdout.decode("ascii").strip()

    def titik_cabang(self, satu: str, dua: str) -> str:
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

    def tepi(self) -> frozenset[str]:
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
        aman = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--no-color")
        urut = ("--date-order", "--encoding=UTF-8", "--ignore-submodules=all", "HEAD", "--")
        jawab = self._git("-c", "log.showRoot=true", "log", *bentuk, *aman, *urut, *folder)
        if jawab.returncode:
            raise GitFailed(f"Riwayat tidak dapat dibaca: {_galat(jawab)}")
        return jawab.stdout

    def isi(self, objek: Iterable[str]) -> dict[str, bytes]:
        """Read the contents of files by their names in git; those that are too large or gone are left out.

        Raises:
            GitFailed: Git gave up in the middle.
        """
        nama = list(dict.fromkeys(objek))
        if not nama:
            return {}
        masukan = "\n".join(nama).encode() + b"\n"
        jawab = self._git("cat-file", "--batch-check", masukan=masukan).stdout
        entri = []
        for baris in jawab.splitlines():
            bagian = baris.split()
            if len(bagian) == 3 and bagian[1] == b"blob" and int(bagian[2]) <= MAX_BYTES:
                entri.append(_Entri("", bagian[0].decode(), int(bagian[2])))
        return self._isi(entri)

    def berubah(self, dari: str, ke: str) -> tuple[Ubah, ...]:
        """List the files that differ between two commits, in the order of their paths."""
        jawab = self._git("diff-tree", "-r", "-z", "--no-renames", "--full-index", dari, ke)
        if jawab.returncode:
            raise GitFailed(f"Isi revisi tidak dapat dibaca: {_galat(jawab)}")
        bagian = jawab.stdout.split(b"\0")[:-1]
        return tuple(
            Ubah(nama.decode("utf-8", "surrogateescape"), kepala.split()[1].decode("ascii"))
            for kepala, nama in zip(bagian[::2], bagian[1::2], strict=True)
        )

    def gabungan(self, satu: str, dua: str) -> str:
        """Return the tree that merging two commits gives; empty where they collide.

        It is written among git's objects, and belongs to no branch.
        """
        jawab = self._git("merge-tree", "--write-tree", satu, dua)
        return "" if jawab.returncode else jawab.stdout.decode("ascii").split()[0]

    def salin(
        self, commit: str, folder: str, tujuan: Path, akhiran: tuple[str, ...] = _YAML
    ) -> bool:
        """Write the YAML files of `folder` (below `root`) as they were in a commit or tree into `tujuan`.

        `tujuan` must lie outside the work tree. Only files at most one folder deep are written, as the
        handbook has them, and of those only the ones whose names end in `akhiran`. Returns whether the commit had the
        folder at all.
        """
        tujuan.mkdir()
        semua = list(self._daftar(commit, f"{self.prefix}{folder}"))
        isi = self._isi([e for e in semua if e.bytes <= MAX_BYTES])
        for entri in semua:
            tempat = _tempat(entri.path, f"{self.prefix}{folder}/", tujuan, akhiran)
            if tempat is None:
                continue
            tempat.parent.mkdir(exist_ok=True)
            if entri.bytes > MAX_BYTES:  # The reader tells that it is too large.
                with tempat.open("wb") as berkas:
                    berkas.truncate(MAX_BYTES + 1)
            else:
                tempat.write_bytes(isi[entri.objek])
        return bool(semua)

    def _daftar(self, commit: str, path: str) -> Iterator[_Entri]:
        jawab = self._git("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", path)
        if jawab.returncode:
            raise GitFailed(f"Isi revisi tidak dapat dibaca: {_galat(jawab)}")
        for baris in jawab.stdout.split(b"\0"):
            kepala, _, nama = baris.partition(b"\t")
            if not nama:
                continue
            mode, _, objek, ukuran = kepala.split()
            if mode in _BERKAS:
                yield _Entri(nama.decode("utf-8", "surrogateescape"), objek.decode(), int(ukuran))

    def _isi(self, entri: Iterable[_Entri]) -> dict[str, bytes]:
        """Read objects, all with one process."""
        objek = list(dict.fromkeys(e.objek for e in entri))
        if not objek:
            return {}
        jawab = self._git("cat-file", "--batch", masukan="\n".join(objek).encode() + b"\n")
        hasil, posisi = {}, 0
        for nama in objek:
            akhir = jawab.stdout.find(b"\n", posisi)
            kepala = jawab.stdout[posisi:akhir].split()
            if jawab.returncode or len(kepala) != 3:
                raise GitFailed(f"Isi revisi tidak dapat dibaca: {_galat(jawab) or nama}")
            mulai, panjang = akhir + 1, int(kepala[2])
            hasil[nama] = jawab.stdout[mulai : mulai + panjang]
            posisi = mulai + panjang + 1
        return hasil

    def _git(
        self, *argumen: str, masukan: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return _git(self.root, *argumen, masukan=masukan)


def open_repository(root: Path) -> Repository:
    """Find the repository in which the handbook lies.

    Raises:
        GitFailed: Git is not installed, or `root` is in no work tree.
    """
    jawab = _git(root, "rev-parse", "--show-prefix")
    if jawab.returncode:
        if b"dubious ownership" in jawab.stderr:
            raise GitFailed(
                "Git tidak mempercayai folder ini karena pemiliknya lain. Jalankan "
                "`git config --global --add safe.directory <folder>`."
            )
        raise GitFailed(f"Folder {root.resolve().as_posix()} bukan bagian dari repositori git.")
    return Repository(root, os.fsdecode(jawab.stdout).removesuffix("\n"))


def _git(
    root: Path, *argumen: str, masukan: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder. Raises GitFailed when it cannot be run at all."""
    try:
        return subprocess.run(
            ["git", "--no-pager", "-C", str(root), *argumen],
            input=masukan,
            stdin=subprocess.DEVNULL if masukan is None else None,
            capture_output=True,
            check=False,
            env={**os.environ, **_LINGKUNGAN},
        )
    except FileNotFoundError:
        raise GitFailed("Program git tidak ditemukan. Pasang git, lalu coba lagi.") from None
    except OSError as error:
        raise GitFailed(f"Git tidak dapat dijalankan: {error.strerror}.") from None


def _tempat(path: str, awal: str, tujuan: Path, akhiran: tuple[str, ...]) -> Path | None:
    """Where a file of a revision goes; None for one that the handbook does not read.

    Names in a revision were chosen by whoever wrote it, so that none may lead out of the folder.
    """
    bagian = path.removeprefix(awal).split("/")
    if len(bagian) > 2 or not path.startswith(awal):
        return None
    if any(b in {"", ".", ".."} or "\\" in b or ":" in b for b in bagian):
        return None
    if bagian[0].startswith((".", "_")) or not bagian[-1].lower().endswith(akhiran):
        return None
    return tujuan.joinpath(*bagian)


def _galat(jawab: subprocess.CompletedProcess[bytes]) -> str:
    return _tampak(jawab.stderr.decode("utf-8", "replace").strip().split("\n")[0])


def _tampak(teks: str) -> str:
    """Show what would steer a terminal as `?`."""
    return "".join(c if c.isprintable() else "?" for c in teks)

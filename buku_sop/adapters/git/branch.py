"""A branch made of texts, without touching the work tree, the index or anything that is checked out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from buku_sop.adapters.git.run import GitFailed, complaint, run_git


def text_at(root: Path, commit: str, path: str) -> str | None:
    """Return the text of a file, by its path from `root`, at a commit; None where there is none.

    Raises:
        GitFailed: It is no text.
    """
    hasil = run_git(root, "cat-file", "blob", f"{commit}:./{path}")
    if hasil.returncode:
        return None
    try:
        return hasil.stdout.decode("utf-8")
    except UnicodeDecodeError:
        raise GitFailed(f"{path} bukan teks UTF-8.") from None


def head(root: Path) -> str:
    """Return the commit that the work tree stands on. Raises GitFailed."""
    return _harus(root, "rev-parse", "--verify", "HEAD^{commit}")


def is_known(root: Path, commit: str) -> bool:
    """Whether a commit, named by hexadecimal digits, is in the repository."""
    return run_git(root, "cat-file", "-e", f"{commit}^{{commit}}").returncode == 0


def make_branch(root: Path, nama: str, induk: str, texts: Mapping[str, str], pesan: str) -> str:
    """Make a branch that has these texts in the place of files, by their paths from `root`; return its commit.

    Raises:
        GitFailed: There is such a branch, or git refuses.
    """
    if run_git(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{nama}").returncode == 0:
        raise GitFailed(f"Cabang {nama} sudah ada; usulan itu sudah diterima.")
    pohon = _harus(root, "rev-parse", f"{induk}^{{tree}}")
    folder = _harus(root, "rev-parse", "--show-prefix")
    for path, text in texts.items():
        blob = _harus(root, "hash-object", "-w", "--stdin", stdin=text.encode("utf-8"))
        pohon = _with(root, pohon, f"{folder}{path}".split("/"), blob)
    commit = _harus(root, "commit-tree", pohon, "-p", induk, "-F", "-", stdin=pesan.encode("utf-8"))
    _harus(root, "update-ref", f"refs/heads/{nama}", commit, "0" * 40)
    return commit


def _with(root: Path, pohon: str, bagian: list[str], blob: str) -> str:
    """Return a tree with a blob at a path; the tree is written, and no file."""
    nama, *sisa = bagian
    entri = {}
    for satu in filter(None, _harus(root, "ls-tree", "-z", "--full-tree", pohon).split("\0")):
        kepala, _, disebut = satu.partition("\t")
        entri[disebut] = kepala
    if sisa:
        ada = entri.get(nama, "").split()
        di_bawah = _with(root, ada[2] if ada[1:2] == ["tree"] else _empty(root), sisa, blob)
        entri[nama] = f"040000 tree {di_bawah}"
    else:
        mode = entri.get(nama, "100644").split()[0]
        entri[nama] = f"{mode if mode in ('100644', '100755') else '100644'} blob {blob}"
    isi = "".join(f"{kepala}\t{disebut}\0" for disebut, kepala in entri.items())
    return _harus(root, "mktree", "-z", stdin=isi.encode("utf-8", "surrogateescape"))


def _empty(root: Path) -> str:
    return _harus(root, "mktree", "-z", stdin=b"")


def _harus(root: Path, perintah: str, *argumen: str, stdin: bytes | None = None) -> str:
    hasil = run_git(root, perintah, *argumen, stdin=stdin)
    if hasil.returncode:
        raise GitFailed(f"Git menolak ({perintah}): {complaint(hasil)}")
    return hasil.stdout.decode("utf-8", "surrogateescape").strip("\n")

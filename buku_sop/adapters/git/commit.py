"""Changes of single files recorded in git, in the name of who has set git up on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from buku_sop.adapters.git.run import GitFailed, complaint, run_git

_PESAN_TERPANJANG = 5_000


def commit_files(root: Path, berkas: Sequence[str], pesan: str, *, kirim: bool = False) -> str:
    """Record files, given from the root of the project, and nothing else that may lie ready; say what was done.

    With `kirim` the branch is sent where git sends it. Hooks do not run, as nothing of a repository's does here.

    Raises:
        GitFailed: It was not recorded; or it was, and could not be sent, which the message says.
    """
    pesan = pesan.strip()[:_PESAN_TERPANJANG]
    if not pesan:
        raise GitFailed("Tulis dulu apa yang diubah.")
    for kunci, kata in (("user.name", "nama"), ("user.email", "alamat surel")):
        if not run_git(root, "config", "--get", kunci).stdout.strip():
            raise GitFailed(
                f"Git di komputer ini belum tahu {kata} Anda: git config --global {kunci} …"
            )
    _harus(root, "add", "--intent-to-add", "--", *berkas)
    berubah = run_git(root, "diff", "--quiet", "HEAD", "--", *berkas)
    if berubah.returncode == 0:
        return "Tidak ada yang berubah sejak komit terakhir."
    _harus(root, "commit", "--quiet", "--no-verify", "--only", "-m", pesan, "--", *berkas)
    sha = _harus(root, "rev-parse", "--short", "HEAD")
    if not kirim:
        return f"Tercatat sebagai komit {sha}."
    hasil = run_git(root, "push", "--quiet", allow_protocols=True)
    if hasil.returncode:
        raise GitFailed(
            f"Tercatat sebagai komit {sha}, tetapi belum terkirim: {complaint(hasil)}. Coba: git push"
        )
    return f"Tercatat sebagai komit {sha} dan terkirim."


def _harus(root: Path, perintah: str, *argumen: str) -> str:
    hasil = run_git(root, perintah, *argumen)
    if hasil.returncode:
        raise GitFailed(f"Git menolak ({perintah}): {complaint(hasil)}")
    return hasil.stdout.decode("utf-8", "replace").strip()

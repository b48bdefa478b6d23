"""Changes of single files recorded in git, in the name of who has set git up on this computer, and sent where git sends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from buku_sop.adapters.git.run import GitFailed, complaint, readable, run_git

_PESAN_TERPANJANG = 5_000
_SEBAB = (
    (r"fetch first|non-fast-forward|tip of your current branch is behind|stale info",
     "di sana sudah ada yang lebih baru", "git pull --rebase, lalu git push"),
    (r"protected|pre-receive|hook declined|not allowed to push",
     "cabang itu dilindungi", "git push {tujuan} HEAD:refs/heads/usul/NAMA, lalu buat usulan dari cabang itu"),
    (r"Authentication failed|could not read Username|Permission denied|HTTP Basic|403",
     "git belum dapat masuk ke sana, atau Anda tidak berhak", "git push di terminal, yang menanyakan nama dan sandi"),
    (r"does not appear to be a git|not found|Could not resolve|unable to access|Could not read from remote|No such file|refused|timed out",
     "tempatnya tidak dapat dicapai", "git push, sesudah tersambung"),
)  # fmt: skip
"""By what git complains of: the reason in words, and what somebody does in a terminal."""


def commit_files(root: Path, berkas: Sequence[str], pesan: str) -> str:
    """Record files, given from the root of the project, and nothing else that may lie ready; say what was done.

    Hooks do not run, as nothing of a repository's does here. Raises GitFailed.
    """
    pesan = pesan.strip()[:_PESAN_TERPANJANG]
    if not pesan:
        raise GitFailed("Tulis dulu apa yang diubah.")
    for kunci, kata in (("user.name", "nama"), ("user.email", "alamat surel")):
        if not run_git(root, "config", "--get", kunci).stdout.strip():
            raise GitFailed(
                f"Git di komputer ini belum tahu {kata} Anda: git config --global {kunci} …"
            )
    if run_git(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").returncode == 0:
        raise GitFailed("Ada penggabungan (merge) yang belum selesai di folder ini. Selesaikan dulu di terminal.")  # fmt: skip
    _harus(root, "add", "--intent-to-add", "--", *berkas)
    if run_git(root, "diff", "--quiet", "HEAD", "--", *berkas).returncode == 0:
        return "Tidak ada yang berubah sejak komit terakhir."
    _harus(root, "commit", "--quiet", "--no-verify", "--only", "-m", pesan, "--", *berkas)
    return f"Tercatat sebagai komit {_harus(root, 'rev-parse', '--short', 'HEAD')}."


def destination(root: Path) -> str:
    """Name where the branch that is checked out would be sent; empty where there is no such place."""
    branch = run_git(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    remotes = run_git(root, "remote").stdout.decode("utf-8", "replace").split()
    if branch.returncode or not remotes:
        return ""
    name = branch.stdout.decode("utf-8", "replace").strip()
    said = run_git(root, "config", "--get", f"branch.{name}.remote")
    kept = said.stdout.decode("utf-8", "replace").strip()
    return readable(kept if kept in remotes else "origin" if "origin" in remotes else remotes[0])


def send(root: Path) -> str:
    """Send the branch that is checked out under its own name, never over what is there; say what was done.

    Raises:
        GitFailed: It was not sent, and why; what is recorded here stays.
    """
    tujuan = destination(root)
    if not tujuan:
        raise GitFailed("Folder ini belum mempunyai tempat tujuan: git remote add origin ALAMAT.")
    answer = run_git(
        root, "push", "--quiet", "--set-upstream", "--end-of-options", tujuan, "HEAD", allow_protocols=True
    )  # fmt: skip
    if answer.returncode == 0:
        return f"Terkirim ke {tujuan}."
    said = answer.stderr.decode("utf-8", "replace")
    for pattern, sebab, cara in _SEBAB:
        if re.search(pattern, said, re.IGNORECASE):
            raise GitFailed(
                f"Belum terkirim ke {tujuan}: {sebab}. Yang tercatat di sini tetap ada. Di terminal: {cara.format(tujuan=tujuan)}."
            )
    raise GitFailed(f"Belum terkirim ke {tujuan}: {complaint(answer)}. Yang tercatat di sini tetap ada. Di terminal: git push.")  # fmt: skip


def _harus(root: Path, perintah: str, *argumen: str) -> str:
    hasil = run_git(root, perintah, *argumen)
    if hasil.returncode:
        kata = complaint(hasil)
        if "index.lock" in kata:
            kata = "git sedang dipakai program lain di folder ini; coba lagi sebentar lagi"
        raise GitFailed(f"Git menolak ({perintah}): {kata}")
    return hasil.stdout.decode("utf-8", "replace").strip()

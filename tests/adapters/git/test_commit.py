"""Files recorded and sent: those alone, in the person's name, never over what is there, and nothing lost where it fails."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from buku_sop.adapters.git.commit import commit_files, destination, send
from buku_sop.adapters.git.run import GitFailed

BERKAS = "sop_data/kantor/tamu.yml"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A handbook in a clone of a bare repository, with a file that lies ready for another commit."""
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "pusat.git")
    git(tmp_path, "clone", "-q", "pusat.git", "kerja")
    made = tmp_path / "kerja"
    for key, value in (("name", "Petugas"), ("email", "p@contoh.invalid")):
        git(made, "config", f"user.{key}", value)
    (made / BERKAS).parent.mkdir(parents=True)
    (made / BERKAS).write_text("nama: Lama\n", "utf-8")
    git(made, "add", ".")
    git(made, "commit", "-qm", "Awal")
    git(made, "push", "-q")
    (made / BERKAS).write_text("nama: Baru\n", "utf-8")
    (made / "lain.txt").write_text("milik orang lain", "utf-8")
    git(made, "add", "lain.txt")
    return made


def test_files_are_recorded_alone_and_sent(folder: Path) -> None:
    assert commit_files(folder, [BERKAS], "Ganti nama").startswith("Tercatat sebagai komit ")
    assert git(folder, "show", "--format=", "--name-only", "HEAD") == BERKAS
    assert "A  lain.txt" in git(folder, "status", "--porcelain")
    assert commit_files(folder, [BERKAS], "Lagi").startswith("Tidak ada yang berubah")
    assert send(folder) == "Terkirim ke origin."
    assert git(folder, "ls-remote", "origin", "main").split()[0] == git(folder, "rev-parse", "HEAD")
    git(folder, "switch", "-qc", "usul/baru")
    assert send(folder) == "Terkirim ke origin.", (
        "a branch without a place gets one by its own name"
    )
    assert git(folder, "ls-remote", "origin", "usul/baru")


def test_what_is_not_taken_there_stays_here_and_the_message_says_what_to_do(folder: Path) -> None:
    other = folder.parent / "lain"
    git(folder.parent, "clone", "-q", "pusat.git", "lain")
    git(
        other,
        "-c",
        "user.name=B",
        "-c",
        "user.email=b@contoh.invalid",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "Lain",
    )
    git(other, "push", "-q")
    commit_files(folder, [BERKAS], "Ganti nama")
    mine, theirs = git(folder, "rev-parse", "HEAD"), git(other, "rev-parse", "HEAD")
    with pytest.raises(GitFailed, match=r"sudah ada yang lebih baru.*git pull --rebase"):
        send(folder)
    assert git(folder, "ls-remote", "origin", "main").split()[0] == theirs, (
        "nothing is written over"
    )
    git(folder, "pull", "-q", "--rebase", "--autostash")
    assert send(folder) == "Terkirim ke origin."
    (folder.parent / "pusat.git").rename(folder.parent / "pindah.git")
    (folder / BERKAS).write_text("nama: Lebih Baru\n", "utf-8")
    commit_files(folder, [BERKAS], "Lagi")
    with pytest.raises(GitFailed, match=r"tidak dapat dicapai.*git push"):
        send(folder)
    assert mine != git(folder, "rev-parse", "HEAD")
    assert (folder / BERKAS).read_text("utf-8") == "nama: Lebih Baru\n"


def test_a_protected_branch_a_merge_and_no_place_at_all_are_told(folder: Path) -> None:
    hook = folder.parent / "pusat.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho branch is protected >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    commit_files(folder, [BERKAS], "Ganti nama")
    with pytest.raises(GitFailed, match=r"dilindungi.*HEAD:refs/heads/usul/NAMA"):
        send(folder)
    (folder / ".git" / "MERGE_HEAD").write_text(git(folder, "rev-parse", "HEAD") + "\n", "utf-8")
    with pytest.raises(GitFailed, match="belum selesai"):
        commit_files(folder, [BERKAS], "x")
    git(folder, "remote", "remove", "origin")
    assert destination(folder) == ""
    with pytest.raises(GitFailed, match="git remote add"):
        send(folder)

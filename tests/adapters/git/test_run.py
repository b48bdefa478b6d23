"""Every question to git goes through one place, where no setting of a repository starts a program."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from buku_sop.adapters.cli.proposal import base_checkout, read_proposal
from buku_sop.adapters.forge import find_forge
from buku_sop.adapters.git.changed_files import changed_files
from buku_sop.adapters.git.history import file_history
from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.run import GitFailed, run_git
from buku_sop.adapters.git.two_revisions import compare_revisions
from tests.adapters.git.test_repository import SOP, buku, commit, git
from tests.paths import ROOT

__all__ = ["buku"]
TAMU = "sop_data/rekaan/tamu.yml"
OTHER_PROGRAMS = {
    "adapters/impor/libreoffice.py",
    "adapters/npm.py",
    "adapters/peramban/roda.py",
    "adapters/mkdocs/child.py",
    "adapters/sajikan/searching.py",
    "adapters/sajikan/supervisor.py",
    "adapters/tanda_tangan.py",
    "adapters/workers.py",
}
"""Modules that start LibreOffice, npm, pip, MkDocs, and this program itself: to serve, to print, and to read signatures."""


def test_no_other_module_starts_git() -> None:
    package = ROOT / "buku_sop"
    starters = set()
    for module in package.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and (node.value.id, node.attr)
                in {("subprocess", "run"), ("subprocess", "Popen"), ("subprocess", "check_output"),
                    ("subprocess", "check_call"), ("subprocess", "call"), ("os", "system"), ("os", "popen")}
            ):  # fmt: skip
                starters.add(module.relative_to(package).as_posix())
            if isinstance(node, ast.ImportFrom):
                assert node.module != "subprocess", module
    assert starters == OTHER_PROGRAMS | {"adapters/git/run.py"}


@pytest.fixture
def trap(buku: Path, tmp_path: Path) -> Path:
    """Let every setting that can name a program name one that leaves a mark."""
    commit(buku, tamu=SOP.replace("1 jam", "2 jam"))
    git(buku, "config", "remote.origin.url", "https://github.com/rekaan/buku.git")
    mark = tmp_path / "started"
    program = tmp_path / "program"
    program.write_text(
        f'#!/bin/sh\necho "$0 $*" >> {mark}\ncat "$1" 2>/dev/null\nexit 0\n', encoding="utf-8"
    )
    program.chmod(0o755)
    hooks = buku / ".git" / "hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / name).write_bytes(program.read_bytes())
        (hooks / name).chmod(0o755)
    (buku / ".git" / "info" / "attributes").write_text("*.yml diff=trap\n", encoding="utf-8")
    for key in ("diff.trap.textconv", "diff.trap.command", "diff.external", "core.fsmonitor",
                "core.pager", "pager.log", "gpg.program", "core.sshCommand",
                "uploadpack.packObjectsHook"):  # fmt: skip
        git(buku, "config", key, str(program))
    git(buku, "config", "log.showSignature", "true")
    git(buku, "config", "core.hooksPath", str(hooks))
    mark.unlink(missing_ok=True)
    return mark


def _history(root: Path) -> None:
    assert [r.judul for r in file_history(root, [TAMU])[TAMU]] == ["Perubahan", "Perubahan"]


def _comparison(root: Path) -> None:
    repo = open_repository(root)
    assert compare_revisions(repo, repo.commit("HEAD~1"), repo.commit("HEAD"), "sop_data").beda.ada


def _changed(root: Path) -> None:
    assert changed_files(root, "HEAD~1") == {(root / TAMU).resolve()}


def _forge(root: Path) -> None:
    assert find_forge(root, "", "").edit_url(TAMU).startswith("https://github.com/rekaan/buku/")


def _checkout(root: Path) -> None:
    repo = open_repository(root)
    with base_checkout(repo, read_proposal(repo, "HEAD~1", "HEAD")) as base:
        assert (base / TAMU).read_text(encoding="utf-8") == SOP


@pytest.mark.parametrize("ask", [_history, _comparison, _changed, _forge, _checkout])
def test_no_setting_of_a_repository_starts_a_program(
    buku: Path, trap: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Path], None]
) -> None:
    (buku / ".build" / "aset").mkdir(parents=True)
    monkeypatch.setattr("buku_sop.adapters.cli.proposal.FOLDER", Path(".build/aset"))
    monkeypatch.setattr("buku_sop.adapters.cli.proposal.ready_assets", lambda _: None)
    ask(buku)
    assert not trap.exists(), trap.read_text(encoding="utf-8")


def test_the_trap_does_catch(buku: Path, trap: Path) -> None:
    git(buku, "diff", "HEAD~1")
    assert trap.exists()


def test_nothing_is_fetched(buku: Path) -> None:
    answer = run_git(buku, "fetch", str(buku))
    assert answer.returncode
    assert b"not allowed" in answer.stderr


def test_the_environment_names_no_program(
    buku: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(tmp_path / "program"))
    commit(buku, tamu=SOP.replace("1 jam", "2 jam"))
    assert b"2 jam" in run_git(buku, "diff", "HEAD~1").stdout


def test_git_that_does_not_answer_is_told(buku: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, timeout: float, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", timeout)

    monkeypatch.setattr(subprocess, "run", silent)
    with pytest.raises(GitFailed, match=r"tidak menjawab dalam 120 detik \(git status\)"):
        run_git(buku, "status")

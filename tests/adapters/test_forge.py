"""Where the data is edited: from the configuration, or from the clone, and never with a password."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.adapters.forge import Forge, find_forge

PATH = "sop_data/kantor-contoh/tamu.yml"


def clone(folder: Path, origin: str, branch: str = "main") -> Path:
    for arguments in (["init", "-q", "-b", branch], ["remote", "add", "origin", origin]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize(
    ("repo", "edit", "view"),
    [
        ("https://github.com/kantor/buku", "edit/main/", "blob/main/"),
        ("https://gitlab.contoh.invalid/kantor/buku", "-/edit/main/", "-/blob/main/"),
        ("https://codeberg.org/kantor/buku", "_edit/main/", "src/branch/main/"),
        ("https://forge.contoh.invalid:8443/kantor/buku", "edit/main/", "blob/main/"),
    ],
)
def test_each_forge_has_its_own_paths(tmp_path: Path, repo: str, edit: str, view: str) -> None:
    forge = find_forge(tmp_path, repo, "")
    assert forge.edit_url(PATH) == f"{repo}/{edit}{PATH}"
    assert forge.line_url(PATH, 7) == f"{repo}/{view}{PATH}#L7"


@pytest.mark.parametrize(
    "origin",
    [
        "https://forge.contoh.invalid/kantor/buku.git",
        "https://nama:rahasia@forge.contoh.invalid/kantor/buku.git",
        "git@forge.contoh.invalid:kantor/buku.git",
        "ssh://git@forge.contoh.invalid:2222/kantor/buku.git",
    ],
)
def test_a_clone_knows_its_forge_and_keeps_its_password(tmp_path: Path, origin: str) -> None:
    forge = find_forge(clone(tmp_path, origin, "utama"), "", "")
    assert forge == Forge(
        "https://forge.contoh.invalid/kantor/buku/edit/utama/",
        "https://forge.contoh.invalid/kantor/buku/blob/utama/",
    )


@pytest.mark.parametrize("origin", ["/srv/git/buku", "../buku", "file:///srv/buku", "C:\\buku"])
def test_a_clone_of_a_folder_has_no_forge(tmp_path: Path, origin: str) -> None:
    forge = find_forge(clone(tmp_path, origin), "", "")
    assert forge == Forge()
    assert forge.edit_url(PATH) == ""
    assert forge.line_url(PATH, 1) == ""


def test_a_handbook_outside_a_clone_has_no_forge(tmp_path: Path) -> None:
    assert find_forge(tmp_path, "", "") == Forge()


def test_what_the_configuration_says_comes_first(tmp_path: Path) -> None:
    folder = clone(tmp_path, "https://lain.contoh.invalid/x/y")
    forge = find_forge(folder, "https://forge.contoh.invalid/kantor/buku/", "ubah/dev/")
    assert (
        forge.edit_url("a b.yml") == "https://forge.contoh.invalid/kantor/buku/ubah/dev/a%20b.yml"
    )
    assert forge.line_url("a.yml", 1) == ""
    assert find_forge(folder, "javascript:alert(1)", "") == Forge()

"""Proposals on forges: one branch and one request a person and SOP, with rights and without, and what is said when it fails."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.places import LOOK
from tests.paths import ROOT
from tests.sunting.forges import FORK, ME, PATH, REPO, TOKEN, Forge, serving_forge

SCRIPT = LOOK / "assets" / "javascripts" / "sunting" / "forge.js"
NEW = "sop_data/kantor/baru.yml"
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not there")


def propose(
    kind: str, forge: Forge, folder: Path, *proposals: dict[str, str], token: str = TOKEN
) -> list[dict[str, Any]]:
    """Send proposals one after the other, as the page does."""
    with serving_forge(kind, forge):
        job = {
            "script": str(SCRIPT), "folder": str(folder), "token": token,
            "forge": {"jenis": kind, "alamat": f"{forge.url}/{REPO}", "cabang": "main"},
            "proposals": [[{"path": p, "text": t} for p, t in one.items()] for one in proposals],
        }  # fmt: skip
        answer = subprocess.run(
            ["node", str(ROOT / "tests" / "sunting" / "forge.mjs")],
            input=json.dumps(job), capture_output=True, text=True, check=True,
        )  # fmt: skip
    said: list[dict[str, Any]] = json.loads(answer.stdout)
    return said


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("kind", ["github", "gitlab", "gitea"])
def test_a_proposal_is_one_branch_and_is_continued(kind: str, writes: bool, tmp_path: Path) -> None:
    forge = Forge(writes=writes)
    first, second = propose(
        kind, forge, tmp_path,
        {PATH: "nama: Melayani Tamu é\n", NEW: "nama: Baru\n"}, {PATH: "nama: Melayani Warga\n"},
    )  # fmt: skip
    assert first["read"] == "nama: Melayani\n"
    assert (first["again"], second["again"]) == (False, True)
    assert first["address"] == second["address"]
    assert len(forge.proposals) == 1
    repo, branch = (
        (REPO, f"usul/{ME}/kantor-melayani") if writes else (FORK, "usul/kantor-melayani")
    )
    assert forge.files[repo][branch] == {PATH: "nama: Melayani Warga\n", NEW: "nama: Baru\n"}
    assert forge.files[REPO]["main"] == {PATH: "nama: Melayani\n"}, "only a branch is written to"


@pytest.mark.parametrize("kind", ["github", "gitlab", "gitea"])
def test_a_wrong_token_is_told_and_nothing_is_written(kind: str, tmp_path: Path) -> None:
    forge = Forge()
    [said] = propose(kind, forge, tmp_path, {PATH: "x"}, token="salah")
    assert "tidak menerima token" in said["galat"]["pesan"]
    assert said["galat"]["token"]
    assert not [x for x in forge.asked if not x.startswith("GET")]


def test_a_busy_forge_and_one_that_is_away_are_told(tmp_path: Path) -> None:
    [said] = propose("github", Forge(busy=True), tmp_path, {PATH: "x"})
    assert "meminta menunggu" in said["galat"]["pesan"]
    job = {
        "script": str(SCRIPT), "folder": str(tmp_path), "token": TOKEN, "proposals": [[{"path": PATH, "text": "x"}]],
        "forge": {"jenis": "gitlab", "alamat": f"http://127.0.0.1:9/{REPO}", "cabang": "main"},
    }  # fmt: skip
    answer = subprocess.run(
        ["node", str(ROOT / "tests" / "sunting" / "forge.mjs")],
        input=json.dumps(job), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "tidak dapat dihubungi" in json.loads(answer.stdout)[0]["galat"]["pesan"]

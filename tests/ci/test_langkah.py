"""The steps of the CI files, run as the forges would run them, in real clones of a real repository.

Sites are built for real where the proposal's code lies beside (GitLab), and in `test_pratinjau`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from buku_sop.adapters.mkdocs.assets import FOLDER
from tests.adapters.git.test_repository import git
from tests.ci.forge_palsu import Palsu, layani
from tests.ci.gudang import BERKAS_TAMU, TAMU, buat_gudang, simpan, tanpa_situs
from tests.ci.test_berkas_ci import check_jsonschema
from tests.ci.test_pratinjau import jahat
from tests.paths import ROOT
from tests.site.buku import environment, write

CEPAT = TAMU.replace("120 menit", "90 menit")
PASANG = "make setup"
"""The step that installs, which has been done here already."""


class Acuan(list[str]):
    """GitLab's `!reference`."""


class Pembaca(yaml.SafeLoader):
    """Reads GitLab's file."""


def _acuan(pembaca: yaml.SafeLoader, node: yaml.Node) -> Acuan:
    assert isinstance(node, yaml.SequenceNode)
    return Acuan(pembaca.construct_sequence(node))


Pembaca.add_constructor("!reference", _acuan)


@pytest.fixture(scope="module")
def pusat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the repository as it lies on a forge, with a hostile proposal in a pull request, to be cloned by all.

    What the proposal brings would leave `tanda` beside it, wherever it is run.
    """
    tempat = tmp_path_factory.mktemp("pusat")
    kerja = buat_gudang(tempat / "kerja")
    shutil.copytree(ROOT / ".ci", kerja / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    simpan(kerja)
    git(kerja, "switch", "-qc", "usulan")
    write(kerja, {BERKAS_TAMU: CEPAT, **jahat(tempat / "tanda")})
    simpan(kerja)
    pusat = tempat / "pusat.git"
    git(tempat, "init", "-q", "--bare", "-b", "main", str(pusat))
    git(kerja, "push", "-q", str(pusat), "main", "usulan", "usulan:refs/pull/5/head")
    shutil.rmtree(kerja)
    return pusat


def siapkan(folder: Path) -> None:
    """Put into a clone what `make setup` puts there."""
    sop = folder / ".venv" / "bin" / "sop"
    sop.parent.mkdir(parents=True)
    sop.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m buku_sop "$@"\n', encoding="utf-8")
    sop.chmod(0o755)
    shutil.copytree(ROOT / FOLDER, folder / FOLDER, dirs_exist_ok=True)
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(ROOT / "node_modules")


def jalankan(folder: Path, skrip: str, **variabel: str) -> subprocess.CompletedProcess[str]:
    env = environment(**variabel) | {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", skrip],
        cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def isi_ungkapan(teks: str, nilai: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda c: nilai[c[1]], teks)


def langkah_github(nama: str) -> tuple[Any, list[Any]]:
    isi = yaml.safe_load((ROOT / ".github" / "workflows" / nama).read_text(encoding="utf-8"))
    job = next(iter(isi["jobs"].values()))
    return job, [s for s in job["steps"] if "run" in s]


def test_github_builds_a_hostile_fork_from_the_base(pusat: Path, tmp_path: Path) -> None:
    job, langkah = langkah_github("usulan.yml")
    klon = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--branch", "main", str(pusat), str(klon))
    assert not (klon / "sitecustomize.py").exists()
    siapkan(klon)
    ringkas, mkdocs = tmp_path / "ringkas.md", tanpa_situs(tmp_path / "main")
    nilai = {
        "github.event.pull_request.head.sha": git(pusat, "rev-parse", "refs/pull/5/head"),
        "github.event.pull_request.number": "5",
        "github.token": "rahasia",
    }
    for satu in langkah:
        env = {
            k: isi_ungkapan(str(v), nilai) for k, v in {**job["env"], **satu.get("env", {})}.items()
        }
        if satu["run"].strip() != PASANG:
            hasil = jalankan(klon, satu["run"], **env, **mkdocs, GITHUB_STEP_SUMMARY=str(ringkas))
            assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert [s["run"].strip() for s in langkah].count(PASANG) == 1
    assert not (pusat.parent / "tanda").exists()
    komentar = (klon / "hasil" / "komentar.md").read_text(encoding="utf-8")
    assert komentar == ringkas.read_text(encoding="utf-8")
    assert "**−30 menit (−16,7 &#37;)**" in komentar
    assert "di luar data SOP" in komentar
    for satu in job["steps"]:
        if satu.get("uses", "").startswith("actions/upload-artifact@"):
            for path in satu["with"]["path"].split():
                assert (klon / path).exists(), path


def skrip_gitlab(nama: str) -> str:
    isi = yaml.load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"), Loader=Pembaca)
    baris: list[str] = []
    for satu in isi[nama]["script"]:
        baris += isi[satu[0]][satu[1]] if isinstance(satu, Acuan) else [satu]
    return "\n".join(b for b in baris if b != PASANG)


@pytest.mark.parametrize("garpu", [pytest.param(False, marks=pytest.mark.semua), True])
def test_gitlab_leaves_the_proposals_code_before_anything_runs(
    pusat: Path, tmp_path: Path, garpu: bool
) -> None:
    klon = tmp_path / "klon"  # GitLab's runner checks the proposal out before any script
    git(tmp_path, "clone", "-q", "--branch", "usulan", str(pusat), str(klon))
    if garpu:
        git(klon, "remote", "set-url", "origin", str(tmp_path / "tidak-ada"))
    siapkan(klon)
    variabel = {
        "CI_PROJECT_ID": "8" if garpu else "9",
        "CI_MERGE_REQUEST_PROJECT_ID": "9",
        "CI_MERGE_REQUEST_PROJECT_URL": str(pusat).removesuffix(".git"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_COMMIT_SHA": git(klon, "rev-parse", "HEAD"),
    }
    hasil = jalankan(klon, skrip_gitlab("pratinjau"), **variabel)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert not (pusat.parent / "tanda").exists()
    assert "90 menit" in (klon / "hasil" / "komentar.md").read_text(encoding="utf-8")
    assert (klon / "hasil" / "situs" / "index.html").is_file()
    assert (klon / "hasil" / "codequality.json").is_file()
    hasil = jalankan(klon, skrip_gitlab("komentar"), **variabel)
    assert (hasil.returncode, "Tidak ada token" in hasil.stdout) == (0, True)
    assert not (pusat.parent / "tanda").exists()


def test_the_workflow_for_forgejo_in_the_guide_posts_the_comparison(
    pusat: Path, tmp_path: Path
) -> None:
    panduan = (ROOT / "docs" / "panduan" / "memasang.md").read_text(encoding="utf-8")
    (contoh,) = re.findall(r"```yaml\n(name: Usulan\n.*?)```", panduan, re.DOTALL)
    (tmp_path / "usulan.yml").write_text(contoh, encoding="utf-8")
    assert check_jsonschema(tmp_path / "usulan.yml", "vendor.github-workflows") == ""
    job = yaml.safe_load(contoh)["jobs"]["pratinjau"]
    klon = tmp_path / "klon"
    klon.mkdir()
    forge, mkdocs = Palsu(aku="forgejo-actions"), tanpa_situs(tmp_path / "main")
    nilai = {
        "github.server_url": str(pusat.parent),
        "github.repository": pusat.name,
        "github.event.pull_request.number": "5",
        "github.event.pull_request.base.ref": "main",
        "github.token": "rahasia",
    }
    with layani(forge):
        alamat = {
            "GITHUB_API_URL": forge.alamat,
            "GITHUB_REPOSITORY": "kantor/buku",
            "no_proxy": "*",
        }
        for satu in job["steps"]:
            env = {
                k: isi_ungkapan(str(v), nilai)
                for k, v in {**job["env"], **satu.get("env", {})}.items()
            }
            if satu["run"].strip() == PASANG:
                siapkan(klon)
            else:
                hasil = jalankan(klon, satu["run"], **alamat, **env, **mkdocs)
                assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert not (pusat.parent / "tanda").exists()
    (komentar,) = forge.komentar[5]
    assert "**−30 menit (−16,7 &#37;)**" in komentar["body"]


def test_the_reviews_that_are_due_reach_the_job_that_writes_the_issue(tmp_path: Path) -> None:
    klon = buat_gudang(tmp_path / "klon")
    shutil.copytree(ROOT / ".ci", klon / ".ci")
    siapkan(klon)
    (klon / BERKAS_TAMU).write_text(TAMU.replace("2026-0", "2001-0"), encoding="utf-8")
    _, langkah = langkah_github("tinjau.yml")
    perintah = next(s["run"] for s in langkah if "jatuh-tempo" in s["run"])
    assert perintah in skrip_gitlab("tinjau")
    assert jalankan(klon, perintah).returncode == 0
    hasil = jalankan(
        klon, skrip_gitlab("isu"), CI_API_V4_URL="http://127.0.0.1:9", CI_PROJECT_ID="9"
    )
    assert hasil.returncode == 0, hasil.stderr
    assert "Penerimaan Tamu" in hasil.stdout

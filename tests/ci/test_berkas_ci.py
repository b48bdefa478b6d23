"""The CI files are valid, ask for no more than they need, and run nothing of a proposal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from buku_sop.adapters.proyek.alur_kerja import NASKAH
from tests.paths import ROOT, SOP_DATA
from tests.warm import run_module

ALUR = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMULIR = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
SEMUA = [
    *((p, "github-workflows") for p in ALUR),
    *((p, "github-issue-config" if p.stem == "config" else "github-issue-forms") for p in FORMULIR),
    (ROOT / ".github" / "dependabot.yml", "dependabot"),
    (ROOT / ".gitlab-ci.yml", "gitlab-ci"),
]


def baca(path: Path) -> Any:
    """Read every scalar as text, so that `on` is no truth value."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def langkah(isi: Any) -> list[Any]:
    return [s for job in isi["jobs"].values() for s in job["steps"]]


def check_jsonschema(path: Path, skema: str) -> str:
    """Return what is wrong with a file by a schema that check-jsonschema carries."""
    pilihan = ["--data-transform", "gitlab-ci"] if skema.endswith("gitlab-ci") else []
    hasil = run_module("check_jsonschema", *pilihan, "--builtin-schema", skema, path, cwd=ROOT)
    return hasil.stdout + hasil.stderr if hasil.returncode else ""


@pytest.mark.parametrize(("path", "skema"), SEMUA, ids=[p.name for p, _ in SEMUA])
def test_the_file_is_what_its_forge_reads(path: Path, skema: str) -> None:
    assert check_jsonschema(path, f"vendor.{skema}") == ""
    if skema == "github-workflows":
        assert check_jsonschema(path, "custom.github-workflows-require-timeout") == ""


def test_zizmor_finds_nothing_to_say() -> None:
    zizmor = next(Path(sys.executable).parent.glob("zizmor*"))
    hasil = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert hasil.stderr.count("completed") == len(ALUR) + 1


@pytest.mark.parametrize("path", ALUR, ids=lambda p: p.name)
def test_actions_are_pinned_and_named(path: Path) -> None:
    dipakai = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert dipakai
    for satu in dipakai:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", satu), satu


def test_the_same_action_is_the_same_everywhere() -> None:
    versi: dict[str, set[str]] = {}
    for path in ALUR:
        for nama, sisa in re.findall(r"uses: ([^@]+)@(.*)", path.read_text(encoding="utf-8")):
            versi.setdefault(nama, set()).add(sisa)
    assert {n: v for n, v in versi.items() if len(v) > 1} == {}


def test_a_proposal_is_built_without_secrets_from_the_base() -> None:
    isi = baca(ROOT / ".github" / "workflows" / "usulan.yml")
    assert isi["on"] == {"pull_request": ""}
    assert isi["permissions"] == {}
    (job,) = isi["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    ambil = [s["with"] for s in job["steps"] if s.get("uses", "").startswith("actions/checkout@")]
    assert [a["ref"] for a in ambil] == ["${{ github.event.pull_request.base.sha }}"]
    assert [a["persist-credentials"] for a in ambil] == ["false"]
    teks = (ROOT / ".github" / "workflows" / "usulan.yml").read_text(encoding="utf-8")
    assert "secrets." not in teks
    assert not [s for s in job["steps"] if "${{" in s.get("run", "")]


@pytest.mark.parametrize("nama", ["komentar", "tinjau", "rilis", "terbit"])
def test_a_job_that_may_write_installs_nothing_and_takes_no_code_but_the_scripts(nama: str) -> None:
    isi = baca(ROOT / ".github" / "workflows" / f"{nama}.yml")
    menulis = [j for j in isi["jobs"].values() if "write" in j["permissions"].values()]
    assert menulis
    for job in menulis:
        for satu in job["steps"]:
            assert not re.search(r"make|pip|npm|sop ", satu.get("run", ""))
            if satu.get("uses", "").startswith("actions/checkout@"):
                assert satu["with"]["sparse-checkout"] == ".ci"
                assert "ref" not in satu["with"]


def test_the_form_has_the_fields_that_the_pages_fill_in() -> None:
    isi = baca(ROOT / ".github" / "ISSUE_TEMPLATE" / "usul-perubahan.yml")
    bidang = {b["id"]: b["type"] for b in isi["body"] if "id" in b}
    assert bidang == {
        "sop": "input", "langkah": "input", "semula": "textarea", "usul": "textarea", "alasan": "textarea",
    }  # fmt: skip


def test_both_forges_ask_the_same_of_a_revision() -> None:
    github = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    gitlab = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert gitlab.read_text(encoding="utf-8") == github
    daftar = " ".join(re.findall(r"- \[ \] (.*)", github)).lower()
    for kata in (
        "alasan revisi", "monitoring atau evaluasi", "pelaksana", "dasar hukum", "diuji coba", "`nomor`",
        "`tanggal_revisi`", "`disahkan_oleh`", "`tanggal_efektif`", "sosialisasi",
    ):  # fmt: skip
        assert kata in daftar


def test_the_scripts_that_hold_a_token_import_only_pythons_own_library() -> None:
    for path in (ROOT / ".ci" / f"{nama}.py" for nama in NASKAH):
        impor = re.findall(
            r"^(?:from|import) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        sendiri = {p.stem for p in (ROOT / ".ci").glob("*.py")}
        assert set(impor) <= sys.stdlib_module_names | sendiri, path.name


def test_the_samples_are_canonical() -> None:
    hasil = subprocess.run(
        [sys.executable, "-m", "buku_sop", "rapikan", "--periksa", str(SOP_DATA)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stdout

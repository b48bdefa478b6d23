"""`sop pratinjau`: a proposal becomes a comparison and a preview, and nothing that it brings is run."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.adapters.git.test_repository import git
from tests.ci.gudang import BERKAS_TAMU, TAMU, buat_gudang, pratinjau, simpan, tanpa_situs, usulkan
from tests.paths import ROOT
from tests.warm import FRESH

CEPAT = TAMU.replace("120 menit", "90 menit")


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return buat_gudang(tmp_path_factory.mktemp("contoh") / "buku")


@pytest.fixture
def gudang(contoh: Path, tmp_path: Path) -> Path:
    """Return a repository of one's own, with the assets and no other branch."""
    folder = tmp_path / "buku"
    shutil.copytree(contoh, folder, symlinks=True)
    return folder


def hasil(gudang: Path, nama: str) -> str:
    return (gudang.parent / "hasil" / nama).read_text(encoding="utf-8")


def sidik(situs: Path) -> dict[str, str]:
    """Hash each page and file of a site; the zipped sitemap carries the second in which it was made."""
    return {
        p.relative_to(situs).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in situs.rglob("*")
        if p.is_file() and p.suffix != ".gz"
    }


@dataclass(frozen=True)
class Dilihat:
    """A proposal that was previewed: for the tests that only read what came of it."""

    gudang: Path
    jawab: subprocess.CompletedProcess[str]
    sebelum: tuple[str, str]
    """What git said of the repository before."""


def keadaan(gudang: Path) -> tuple[str, str]:
    return git(gudang, "status", "--porcelain", "--branch"), git(gudang, "for-each-ref")


@pytest.fixture(scope="module")
def cepat(contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Dilihat:
    """Preview a proposal of one time, with its sheets, beside a file that is not committed."""
    gudang = tmp_path_factory.mktemp("cepat") / "buku"
    shutil.copytree(contoh, gudang, symlinks=True)
    usulkan(gudang, "usulan", {BERKAS_TAMU: CEPAT})
    (gudang / "catatan.txt").write_text("belum disimpan", encoding="utf-8")
    sebelum = keadaan(gudang)
    return Dilihat(gudang, pratinjau(gudang, "usulan", SOP_PDF="true"), sebelum)


def test_one_changed_time_is_a_comment_with_the_table_and_the_total(cepat: Dilihat) -> None:
    gudang = cepat.gudang
    assert (cepat.jawab.returncode, cepat.jawab.stderr) == (0, "")
    komentar = hasil(gudang, "komentar.md")
    assert komentar.startswith("<!-- sop-beda -->\n## Perubahan SOP\n\n**1 SOP berubah.**")
    baris = [b for b in komentar.splitlines() if b.startswith("|")]
    assert any(
        "Penerimaan Tamu" in b and "| 3 jam | 2 jam 30 menit | **−30 menit" in b for b in baris
    )
    assert any("<del>120 menit</del>" in b and "<ins>90 menit</ins>" in b for b in baris)
    assert "✅ Tidak ada galat" in komentar
    assert "✅ Situs dan lembar cetaknya dapat dibuat" in komentar
    assert "di luar data SOP" not in komentar
    halaman = hasil(gudang, "situs/sop/kantor-contoh/penerimaan-tamu.html")
    assert "90 menit" in halaman
    assert "120 menit" not in halaman
    assert "−30 menit (−16,7 %)" in hasil(gudang, "perbandingan.html")


def test_the_preview_has_the_printed_sheets(cepat: Dilihat) -> None:
    situs = cepat.gudang.parent / "hasil" / "situs"
    assert (situs / "buku-sop.pdf").read_bytes().startswith(b"%PDF")


def test_the_repository_is_left_as_it_was(cepat: Dilihat) -> None:
    gudang = cepat.gudang
    assert cepat.jawab.returncode == 0
    assert keadaan(gudang) == cepat.sebelum
    assert git(gudang, "worktree", "list").count("\n") == 0
    assert "120 menit" in (gudang / BERKAS_TAMU).read_text(encoding="utf-8")


def jahat(tanda: Path) -> dict[str, str]:
    """Return files that would leave a mark wherever one of them is run, rendered or read as more than data."""
    perintah = f"touch {tanda}"
    jinja = "{{ ''.__class__.__mro__[1].__subclasses__() and cycler.__init__.__globals__.os.system('%s') }}"
    python = f"import os\nos.system({perintah!r})\n"
    return {
        "buku_sop/__init__.py": python,
        "buku_sop/__main__.py": python,
        "buku_sop/adapters/cli/group.py": python,
        "buku_sop/adapters/situs/hook.py": python,
        "sitecustomize.py": python,
        "mkdocs.py": python,
        "conftest.py": python,
        "overrides/main.html": jinja % perintah,
        "overrides/templat/sop/halaman.html": jinja % perintah,
        "overrides/templat/beda/halaman.html": jinja % perintah,
        "mkdocs.yml": f"site_name: !!python/object/apply:os.system ['{perintah}']\n",
        "docs/index.md": f"---\nrender_macros: true\n---\n# Jahat\n\n{jinja % perintah}\n",
        "docs/panduan/jahat.md": f"---\nrender_macros: true\n---\n{jinja % perintah}\n",
        "Makefile": f"setup:\n\t{perintah}\n",
        "package.json": json.dumps({"scripts": {"preinstall": perintah, "postinstall": perintah}}),
        "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'sitecustomize'\n",
        ".gitattributes": "* filter=jahat diff=jahat merge=jahat\n",
        ".ci/run": f"#!/bin/sh\n{perintah}\n",
        **dict.fromkeys(DI_DATA, python),
    }


DI_DATA = (
    "sop_data/sitecustomize.py",
    "sop_data/kantor-contoh/hook.py",
    "sop_data/kantor-contoh/_x.py",
)


def test_code_of_a_proposal_never_runs_and_the_preview_is_that_of_the_base(
    gudang: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usulkan(gudang, "baik", {BERKAS_TAMU: CEPAT, **dict.fromkeys(DI_DATA, "x")})
    assert pratinjau(gudang, "baik").returncode == 0
    situs = gudang.parent / "hasil" / "situs"
    seharusnya = sidik(situs)
    tanda = tmp_path / "kode-usulan-berjalan"
    berkas = jahat(tanda)
    usulkan(gudang, "jahat", {BERKAS_TAMU: CEPAT, **berkas})
    monkeypatch.setenv(FRESH, "1")  # in a process as the forge starts it
    jawab = pratinjau(gudang, "jahat", "--format", "github")
    assert jawab.returncode == 0, jawab.stdout + jawab.stderr
    assert not tanda.exists()
    assert sidik(situs) == seharusnya
    assert len(seharusnya) > 50
    komentar = hasil(gudang, "komentar.md").replace("&#95;", "_")
    assert "### ⚠️ Usulan ini juga mengubah berkas di luar data SOP" in komentar
    assert "- buku_sop/__init__.py" in komentar
    assert "### Berkas yang tidak dibaca" in komentar
    assert "sop_data/kantor-contoh/_x.py" in komentar
    for nama in berkas.keys() - {"sop_data/sitecustomize.py"}:
        assert nama in jawab.stdout


def test_a_symbolic_link_leads_nowhere(gudang: Path, tmp_path: Path) -> None:
    rahasia = tmp_path / "rahasia.yml"
    rahasia.write_text(TAMU.replace("Tamu", "Rahasia Negara"), encoding="utf-8")
    git(gudang, "switch", "-qc", "tautan")
    kantor = gudang / "sop_data" / "kantor-contoh"
    (kantor / "rahasia.yml").symlink_to(rahasia)
    (gudang / "sop_data" / "dinas-rekaan").symlink_to(tmp_path)
    (kantor / "logo.png").symlink_to("/dev/zero")
    simpan(gudang)
    git(gudang, "switch", "-q", "main")
    jawab = pratinjau(gudang, "tautan")
    assert jawab.returncode == 1, jawab.stdout + jawab.stderr
    assert jawab.stdout.count("ini pintasan (tautan simbolis)") == 2
    keluaran = gudang.parent / "hasil"
    assert not (keluaran / "situs").exists()
    assert not [p for p in keluaran.rglob("*") if b"Rahasia Negara" in p.read_bytes()]


def test_what_cannot_be_part_of_a_preview_fails_it_with_the_name(gudang: Path) -> None:
    usulkan(gudang, "usulan", {BERKAS_TAMU: CEPAT})
    git(gudang, "switch", "-q", "usulan")
    shutil.move(gudang / "sop_data", gudang / "data")
    (gudang / "sop_data").symlink_to("data")
    simpan(gudang)
    git(gudang, "switch", "-q", "main")
    jawab = pratinjau(gudang, "usulan")
    assert jawab.returncode == 1, jawab.stdout + jawab.stderr
    sebab = "seluruh data berupa pintasan atau submodul"
    assert f"Tidak dapat ikut, padahal bagian data: sop_data ({sebab})" in jawab.stdout
    komentar = hasil(gudang, "komentar.md").replace("&#95;", "_")
    assert "### ❌ Berkas data yang tidak dapat ikut dalam pratinjau" in komentar
    assert f"- sop_data: {sebab}" in komentar


def test_a_huge_file_is_refused_as_the_reader_refuses_it(gudang: Path) -> None:
    besar = "# " + "x" * (3 * 1024 * 1024)
    usulkan(gudang, "besar", {"sop_data/kantor-contoh/besar.yml": TAMU + besar})
    jawab = pratinjau(gudang, "besar")
    assert jawab.returncode == 1
    assert "galat SOP-B004" in jawab.stdout
    komentar = hasil(gudang, "komentar.md")
    assert "❌ **1 galat** harus diperbaiki" in komentar
    assert "❌ Situs belum dapat dibuat. Perbaiki dahulu galat di atas." in komentar
    assert len(komentar) < 10_000
    assert not (gudang.parent / "hasil" / "situs").exists()


def test_names_chosen_by_a_proposal_are_no_commands_to_the_forge(
    gudang: Path, tmp_path: Path
) -> None:
    nama = "docs/a\n::error file=x::ditipu\n<!-- sop-beda -->@semua.md"
    usulkan(gudang, "nama", {BERKAS_TAMU: CEPAT, nama: "x"})
    jawab = pratinjau(gudang, "nama", "--format", "github", **tanpa_situs(tmp_path / "main"))
    assert jawab.returncode == 0
    perintah = [b for b in jawab.stdout.splitlines() if b.strip().startswith("::")]
    assert len(perintah) == 2  # SOP-R001 and SOP-R002
    assert not any("ditipu" in b for b in perintah)
    komentar = hasil(gudang, "komentar.md")
    assert komentar.count("<!--") == 1
    assert "@" not in komentar


def test_only_what_is_new_is_annotated_in_the_proposals_own_lines(
    gudang: Path, tmp_path: Path
) -> None:
    lama = CEPAT + "keterkaitan:\n  - SOP Yang Tiada\n"
    (gudang / BERKAS_TAMU).write_text(lama, encoding="utf-8")
    simpan(gudang)
    baru = (
        "# Diperbarui\n" + lama.replace("disahkan_oleh", "# disahkan_oleh") + "  - SOP Baru Tiada\n"
    )
    usulkan(gudang, "usulan", {BERKAS_TAMU: baru})
    jawab = pratinjau(gudang, "usulan", "--format", "github", **tanpa_situs(tmp_path / "main"))
    baris = [b for b in jawab.stdout.splitlines() if b.startswith("::")]
    assert any(b.startswith(f"::warning file={BERKAS_TAMU},line=2,") for b in baris)
    (kait,) = [b for b in baris if "SOP-K001" in b]  # of two places the new one
    assert "SOP Baru Tiada" in kait
    assert "SOP Yang Tiada" not in kait
    komentar = hasil(gudang, "komentar.md")
    assert "SOP-K001" not in komentar
    assert "temuan lain sudah ada di berkas yang sama sebelum usulan ini" in komentar


def test_a_galat_ends_with_1_and_is_told_in_the_comment(gudang: Path) -> None:
    usulkan(gudang, "usulan", {BERKAS_TAMU: CEPAT.replace("pelaksana: kepala", "pelaksana: ketua")})
    jawab = pratinjau(gudang, "usulan", "--format", "gitlab")
    assert jawab.returncode == 1
    laporan = json.loads(hasil(gudang, "codequality.json"))
    galat = [t for t in laporan if t["severity"] == "critical"]
    assert [t["location"]["path"] for t in galat] == [BERKAS_TAMU]
    assert f"**{galat[0]['check_name']}** (galat)" in hasil(gudang, "komentar.md")


def test_what_main_did_meanwhile_is_in_the_preview_too(gudang: Path, tmp_path: Path) -> None:
    usulkan(gudang, "usulan", {BERKAS_TAMU: CEPAT})
    surat = gudang / BERKAS_TAMU.replace("tamu", "surat")
    surat.write_text(surat.read_text("utf-8").replace("1 jam", "7 jam"), encoding="utf-8")
    simpan(gudang)
    jawab = pratinjau(gudang, "usulan", **tanpa_situs(tmp_path / "main"))
    assert jawab.returncode == 0
    assert {"7 jam", "90 menit"} <= set(
        re.findall(r"7 jam|\d+ menit", hasil(gudang, "situs/index.html"))
    )
    assert "**1 SOP berubah.**" in hasil(gudang, "komentar.md")
    assert "Bertabrakan" not in hasil(gudang, "komentar.md")


def test_a_collision_is_told_and_the_proposal_is_shown(gudang: Path, tmp_path: Path) -> None:
    usulkan(gudang, "usulan", {BERKAS_TAMU: CEPAT})
    (gudang / BERKAS_TAMU).write_text(TAMU.replace("120 menit", "60 menit"), encoding="utf-8")
    simpan(gudang)
    assert pratinjau(gudang, "usulan", **tanpa_situs(tmp_path / "main")).returncode == 0
    assert "### ⚠️ Bertabrakan dengan perubahan lain" in hasil(gudang, "komentar.md")
    assert "90 menit" in (situs := hasil(gudang, "situs/index.html"))
    assert "60 menit" not in situs


def test_a_handbook_in_a_subfolder_is_shown_from_the_top(contoh: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gudang" / "buku"
    shutil.copytree(contoh, folder, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    (folder.parent / ".gitignore").write_text("__pycache__/\n.build/\n", encoding="utf-8")
    git(folder.parent, "init", "-q", "-b", "main")
    simpan(folder.parent)
    git(folder.parent, "switch", "-qc", "usulan")
    (folder / BERKAS_TAMU).write_text(CEPAT.replace("staf, waktu", "stef, waktu"), encoding="utf-8")
    simpan(folder.parent)
    git(folder.parent, "switch", "-q", "main")
    jawab = pratinjau(folder, "usulan", "--format", "gitlab", **tanpa_situs(tmp_path / "main"))
    assert jawab.returncode == 1, jawab.stdout + jawab.stderr
    laporan = json.loads((folder.parent / "hasil" / "codequality.json").read_text("utf-8"))
    assert {t["location"]["path"] for t in laporan} == {f"buku/{BERKAS_TAMU}"}


@pytest.mark.parametrize("usulan", ["tidak-ada", "--upload-pack=touch", ""])
def test_an_unknown_revision_is_wrong_use(gudang: Path, usulan: str) -> None:
    jawab = pratinjau(gudang, usulan)
    assert jawab.returncode == 2
    assert not (gudang.parent / "hasil").exists()


def test_help_is_indonesian() -> None:
    jawab = subprocess.run(
        [sys.executable, "-m", "buku_sop", "pratinjau", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "kodenya tidak pernah dijalankan" in " ".join(jawab.stdout.split())

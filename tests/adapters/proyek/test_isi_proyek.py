"""A new project: everything typed is what it says wherever it goes, and its pipelines are what their forge reads."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from buku_sop.adapters.proyek.alur_kerja import alur_kerja
from buku_sop.adapters.proyek.baru import isi_proyek
from buku_sop.adapters.proyek.catatan import sidik
from buku_sop.adapters.proyek.milik_kantor import milik_kantor, mkdocs_yml
from buku_sop.adapters.proyek.rencana import (
    FORGE,
    Forge,
    Logo,
    Rencana,
    SopPertama,
    dua_kali,
    sebab_nama,
)
from buku_sop.adapters.proyek.roda import Roda
from buku_sop.handbook import open_handbook
from buku_sop.loading.baru import LangkahBaru
from tests.paths import ROOT

HARI = date(2026, 11, 28)
RODA = Roda("buku_sop-9.9.9-py3-none-any.whl", "9.9.9", b"roda")
JAHAT = 'Dinas "Rekaan": #1 {x} !ENV & <b>*@a\\n | `rm` ${HOME} %PATH%'
NAMA = (
    st.text(min_size=1, max_size=60)
    .map(lambda t: " ".join(t.split()))
    .filter(lambda t: not sebab_nama(t))
)


def setelan(rencana: Rencana) -> Any:
    return yaml_load(mkdocs_yml(rencana))["plugins"][1]["buku-sop"] or {}


def tulis(folder: Path, berkas: dict[str, bytes]) -> Path:
    for path, isi in berkas.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(isi)
    return folder


@settings(max_examples=25)
@given(NAMA, NAMA)
def test_settings_say_what_was_typed(nama: str, pemerintah: str) -> None:
    rencana = Rencana((nama,), pemerintah)
    assert yaml_load(mkdocs_yml(rencana))["site_name"] == f"Buku SOP {nama}"
    assert setelan(rencana)["pemerintah"] == pemerintah


def test_settings_hold_only_what_was_given_and_show_the_rest_as_comments() -> None:
    penuh = Rencana(("Kantor",), "Kota", Logo("logo.png", b""), ("#112233", "#445566"), "gitlab")
    assert setelan(penuh) == {
        "pemerintah": "Kota", "logo": "sop_data/kantor/logo.png", "forge": "gitlab",
        "warna": {"utama": "#112233", "aksen": "#445566"}, "penyunting": "ya",
    }  # fmt: skip
    assert setelan(Rencana(("Kantor",))) == {"penyunting": "ya"}
    assert "# logo:" in mkdocs_yml(Rencana(("Kantor",)))


@settings(max_examples=25)
@given(st.lists(NAMA, min_size=1, max_size=12).filter(lambda n: not dua_kali(n)))
def test_each_office_has_a_folder_of_its_own(nama: list[str]) -> None:
    folder = Rencana(tuple(nama)).folder
    assert len(set(folder)) == len(nama)
    assert all(
        re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", f) and f not in ("con", "nul") for f in folder
    )


def test_hostile_names_become_data_that_reads_the_same(tmp_path: Path) -> None:
    sop = SopPertama(JAHAT, ("Staf: a", JAHAT), (LangkahBaru(JAHAT, JAHAT),))
    isi = milik_kantor(Rencana((JAHAT, "Con"), JAHAT, forge="gitlab", sop=sop), HARI)
    hasil = open_handbook(tulis(tmp_path, isi) / "sop_data")
    assert not hasil.gagal, hasil.diagnostics
    assert {i.nama for i in hasil.handbook.instansi} == {JAHAT, "Con"}
    satu = hasil.handbook.sop[0]
    assert (satu.nama, satu.prosedur[0].langkah[0].kegiatan) == (JAHAT, JAHAT)
    assert "<b>" not in isi["README.md"].decode()
    pemilik = isi[".gitlab/CODEOWNERS"].decode()
    assert all(b.startswith("#") for b in pemilik.splitlines() if b)
    assert JAHAT not in pemilik


def test_a_first_sop_without_steps_builds_and_says_what_is_missing(tmp_path: Path) -> None:
    isi = milik_kantor(Rencana(("Kantor",), sop=SopPertama("Instansi")), HARI)
    hasil = open_handbook(tulis(tmp_path, isi) / "sop_data")
    assert not hasil.gagal, hasil.diagnostics
    assert [s.id for s in hasil.handbook.sop] == ["kantor/sop-instansi"]
    assert "SOP-P001" in {d.kode for d in hasil.diagnostics}


@pytest.mark.parametrize("forge", FORGE)
def test_nothing_of_this_repository_is_in_a_project(forge: Forge) -> None:
    berkas = isi_proyek(Rencana(("Kantor Rekaan",), forge=forge), HARI, RODA)
    assert {"mkdocs.yml", f"paket/{RODA.nama}"} <= set(berkas)
    for path, isi in berkas.items():
        teks = isi.decode()
        assert not re.search(
            r"\bmake (setup|site|check|sbom)|overrides|(?<!-)buku_sop/(?!\*)", teks
        ), path
        assert not re.search("selayar|sumedang|jeneponto|banggai|way-kanan", teks, re.IGNORECASE), (
            path
        )
    catatan = json.loads(berkas[".buku-sop.json"])["berkas"]
    assert {p: sidik(berkas[p]) for p in catatan} == catatan
    assert not {
        "mkdocs.yml",
        "README.md",
        "requirements.txt",
        "sop_data/kantor-rekaan/instansi.yml",
    } & set(catatan)


def test_pipelines_are_what_their_forge_reads(tmp_path: Path) -> None:
    tulis(tmp_path, {p: t.encode() for f in FORGE for p, t in alur_kerja(f).items()})
    alur = sorted((tmp_path / ".github" / "workflows").glob("*.yml"))
    assert [p.stem for p in alur] == ["komentar", "rilis", "terbit", "tinjau", "usulan"]
    for skema, semua in (("github-workflows", alur), ("gitlab-ci", [tmp_path / ".gitlab-ci.yml"])):
        pilihan = ["--data-transform", "gitlab-ci"] if skema == "gitlab-ci" else []
        hasil = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", *pilihan, "--builtin-schema", f"vendor.{skema}", *semua],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert hasil.returncode == 0, hasil.stdout
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor
    hasil = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona=pedantic", tmp_path / ".github" / "workflows"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stdout


def test_pipelines_install_from_the_lock_and_call_the_installed_program() -> None:
    for teks in (
        alur_kerja("github")[".github/workflows/usulan.yml"],
        alur_kerja("gitlab")[".gitlab-ci.yml"],
        alur_kerja("forgejo")[".forgejo/workflows/usulan.yml"],
    ):
        isi = json.dumps(yaml.load(teks, Loader=yaml.BaseLoader))
        assert "pip install --quiet --require-hashes -r requirements.txt" in isi
        assert ".venv/bin/sop pratinjau" in isi
    assert ".venv/bin/sop situs" in alur_kerja("github")[".github/workflows/terbit.yml"]
    pipa = yaml.load(alur_kerja("gitlab")[".gitlab-ci.yml"], Loader=yaml.BaseLoader)
    assert {"pratinjau", "pages", "rilis"} <= set(pipa)
    assert not {"kode", "uji-malam"} & set(pipa)


def test_the_lock_names_every_dependency_with_its_digest() -> None:
    berkas = isi_proyek(Rencana(("Kantor",)), HARI, RODA)
    assert b"\n-r paket/buku-sop-9.9.9.txt\n" in berkas["requirements.txt"]
    kunci = berkas["paket/buku-sop-9.9.9.txt"].decode()
    butir = re.findall(
        r"^([\w.-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
        kunci,
        re.MULTILINE,
    )
    asal = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    assert {n for n, _, _ in butir} == {
        "buku-sop",
        *re.findall(r"^([\w.-]+)==", asal, re.MULTILINE),
    }
    assert f"--hash=sha256:{RODA.sidik}" in kunci
    assert "//" not in kunci


def test_start_files_have_the_line_breaks_of_their_system() -> None:
    berkas = isi_proyek(Rencana(("Kantor",)), HARI, RODA)
    assert b"\r" not in berkas["mulai.sh"]
    assert berkas["mulai.bat"].count(b"\r\n") == berkas["mulai.bat"].count(b"\n")
    subprocess.run(["sh", "-n"], input=berkas["mulai.sh"], check=True)

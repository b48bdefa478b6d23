"""The issue about reviews that are due, and the release with the book."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.forge_palsu import Palsu, layani
from tests.paths import ROOT

PENANDA = "<!-- sop-jatuh-tempo -->"
DAFTAR = f"{PENANDA}\n## Tinjauan\n\n- Penerimaan Tamu\n"
FORGE = ("github", "gitlab", "gitea")


@pytest.fixture
def forge() -> Iterator[Palsu]:
    with layani(Palsu(aku="bot-buku")) as palsu:
        yield palsu


def jalankan(
    forge: Palsu, skrip: str, *argumen: str, **env: str
) -> subprocess.CompletedProcess[str]:
    lingkungan = {
        "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", "no_proxy": "*",
        "GITHUB_API_URL": forge.alamat, "GITHUB_REPOSITORY": "kantor/buku",
        "CI_API_V4_URL": forge.alamat, "CI_PROJECT_ID": "9",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci" / skrip), *argumen],
        env=lingkungan | env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def tinjau(forge: Palsu, nama: str, berkas: Path, isi: str) -> str:
    berkas.write_text(isi, encoding="utf-8")
    jawab = jalankan(forge, "tinjau.py", nama, str(berkas), SOP_TOKEN="rahasia")
    assert jawab.returncode == 0, jawab.stderr
    return jawab.stdout


@pytest.mark.parametrize("nama", FORGE)
def test_one_issue_is_opened_updated_closed_and_opened_again(
    forge: Palsu, nama: str, tmp_path: Path
) -> None:
    berkas = tmp_path / "tinjau.md"
    assert tinjau(forge, nama, berkas, "") == "Isu: tidak diperlukan\n"
    assert tinjau(forge, nama, berkas, DAFTAR) == "Isu: dibuka\n"
    assert tinjau(forge, nama, berkas, DAFTAR) == "Isu: sudah sama\n"
    assert tinjau(forge, nama, berkas, DAFTAR + "- Pengarsipan\n") == "Isu: diperbarui\n"
    (satu,) = forge.isu
    assert satu["title"] == "Tinjauan SOP yang jatuh tempo"
    assert "Pengarsipan" in satu["body"]
    assert tinjau(forge, nama, berkas, "\n") == "Isu: ditutup\n"
    assert satu["state"] == "closed"
    assert "Tidak ada lagi" in forge.komentar[satu["number"]][0]["body"]
    assert tinjau(forge, nama, berkas, DAFTAR) == "Isu: dibuka\n"
    assert len(forge.isu) == 2


@pytest.mark.parametrize("nama", FORGE)
def test_issues_of_others_and_pull_requests_are_left_alone(
    forge: Palsu, nama: str, tmp_path: Path
) -> None:
    asing = forge.buka(DAFTAR, "penipu")
    if nama != "gitlab":  # where merge requests are no issues
        forge.buka(DAFTAR, "bot-buku", pull_request={"url": "x"})
    for _ in range(40):
        forge.buka("Keluhan", "pegawai")
    assert tinjau(forge, nama, tmp_path / "t.md", DAFTAR + "- Baru\n") == "Isu: dibuka\n"
    assert asing["body"] == DAFTAR
    assert tinjau(forge, nama, tmp_path / "t.md", "") == "Isu: ditutup\n"
    assert [x["state"] for x in forge.isu].count("closed") == 1


def test_a_long_list_is_cut_at_a_line(forge: Palsu, tmp_path: Path) -> None:
    panjang = DAFTAR + "".join(f"- SOP nomor {n}\n" for n in range(6000))
    tinjau(forge, "github", tmp_path / "t.md", panjang)
    (satu,) = forge.isu
    assert len(satu["body"]) < 65_536
    *daftar, kosong, akhir = satu["body"].rstrip("\n").split("\n")
    sisa = 6000 - sum(b.startswith("- SOP nomor") for b in daftar)
    assert (kosong, akhir) == ("", f"…dan {sisa} baris lagi; jalankan `sop periksa --jatuh-tempo`.")


def test_what_the_check_prints_is_what_the_issue_takes(forge: Palsu, tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "tamu.yml").write_text(
        "nama: Penerimaan Tamu\nstatus: berlaku\ntanggal_efektif: 2001-02-01\npelaksana: {staf: Staf}\n"
        "langkah: [{kegiatan: Mencatat tamu, pelaksana: staf}]\n",
        encoding="utf-8",
    )
    perintah = [sys.executable, "-m", "buku_sop", "--folder", str(tmp_path), "periksa"]
    keluaran = subprocess.run(
        [*perintah, "--jatuh-tempo", "--format", "markdown"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert tinjau(forge, "github", tmp_path / "t.md", keluaran) == "Isu: dibuka\n"
    assert "Penerimaan Tamu" in forge.isu[0]["body"]


def test_something_else_is_not_made_an_issue(forge: Palsu, tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("Traceback\n", encoding="utf-8")
    jawab = jalankan(forge, "tinjau.py", "github", str(tmp_path / "t.md"), GITHUB_TOKEN="rahasia")
    assert (jawab.returncode, forge.permintaan) == (1, [])


@pytest.mark.parametrize("nama", FORGE)
def test_without_a_token_the_list_is_printed(forge: Palsu, nama: str, tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(DAFTAR, encoding="utf-8")
    jawab = jalankan(forge, "tinjau.py", nama, str(tmp_path / "t.md"))
    assert (jawab.returncode, forge.permintaan) == (0, [])
    assert "Penerimaan Tamu" in jawab.stdout


@pytest.mark.parametrize("nama", FORGE)
def test_the_book_is_attached_to_a_release_and_replaced(
    forge: Palsu, nama: str, tmp_path: Path
) -> None:
    buku = tmp_path / "buku-sop.pdf"
    token = {"CI_JOB_TOKEN" if nama == "gitlab" else "GITHUB_TOKEN": "rahasia"}
    for isi in (b"%PDF satu\r\n", b"%PDF dua\r\n--x"):
        buku.write_bytes(isi)
        jawab = jalankan(forge, "rilis.py", nama, "v2026.1", str(buku), **token)
        assert jawab.returncode == 0, jawab.stderr
        assert [a["name"] for a in forge.rilis["v2026.1"]["assets"]] == ["buku-sop.pdf"]
        assert forge.berkas["buku-sop.pdf"] == isi
    assert {c.token for c in forge.permintaan} == {
        "rahasia" if nama == "gitlab" else "token rahasia"
    }


def test_a_release_without_a_token_fails(forge: Palsu, tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"x")
    assert jalankan(forge, "rilis.py", "github", "v1", str(tmp_path / "b.pdf")).returncode == 1

"""The comment of a proposal: one, updated, on the right proposal; and an artefact that is only ever data."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ci.forge_palsu import Palsu, layani
from tests.paths import ROOT

PENANDA = "<!-- sop-beda -->"
ISI = f"{PENANDA}\n## Perubahan SOP\n\n| Waktu | 120 menit | 90 menit |\n"
SHA = "a" * 40
ASAL = {"id": 77, "owner": {"login": "pegawai"}}


@pytest.fixture
def forge() -> Iterator[Palsu]:
    """Return a GitHub on which a fork's pull request 5 was checked by run 7."""
    palsu = Palsu(
        runs={"7": {
            "event": "pull_request", "head_sha": SHA, "head_branch": "ubah/waktu", "head_repository": ASAL,
            "html_url": "https://forge.contoh.invalid/kantor/buku/actions/runs/7", "pull_requests": [],
        }},
        artefak=[{"id": 1, "name": "komentar", "size_in_bytes": 500, "expired": False}],
        zip=arsip(ISI),
        pulls=[pull(5)],
    )  # fmt: skip
    with layani(palsu):
        yield palsu


def pull(
    nomor: int, sha: str = SHA, repo: int | None = 77, label: str = "pegawai:ubah/waktu"
) -> Any:
    kepala = {"sha": sha, "label": label, "repo": {"id": repo} if repo else None}
    return {"number": nomor, "state": "open", "head": kepala}


def arsip(isi: str | bytes, nama: str = "komentar.md", *lain: str) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(nama, isi)
        for n in lain:
            z.writestr(n, "x")
    return hasil.getvalue()


def komentar(
    forge: Palsu, *argumen: str, folder: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the script with what a job's environment holds, and nothing else of this machine's."""
    lingkungan = {
        "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", "no_proxy": "*",
        "GITHUB_API_URL": forge.alamat, "GITHUB_REPOSITORY": "kantor/buku",
        "CI_API_V4_URL": forge.alamat, "CI_PROJECT_ID": "9", "CI_MERGE_REQUEST_IID": "5",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "komentar.py"), *argumen],
        env=lingkungan | env, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def dari_run(forge: Palsu, **pilihan: Any) -> subprocess.CompletedProcess[str]:
    return komentar(forge, "github", "--run", "7", GITHUB_TOKEN="rahasia", **pilihan)


def test_a_proposal_from_a_fork_gets_one_comment_which_is_then_updated(forge: Palsu) -> None:
    assert dari_run(forge).stdout == "Komentar: #5 ditulis\n"
    (satu,) = forge.komentar[5]
    assert satu["body"].startswith(ISI)
    assert "actions/runs/7" in satu["body"]
    forge.zip = arsip(ISI.replace("90", "60"))
    assert dari_run(forge).stdout == "Komentar: #5 diperbarui\n"
    assert dari_run(forge).stdout == "Komentar: #5 sudah sama\n"
    (satu,) = forge.komentar[5]
    assert "60 menit" in satu["body"]
    assert [c.cara for c in forge.menulis()] == ["POST", "PATCH"]


def test_our_comment_is_found_behind_many_others(forge: Palsu) -> None:
    for n in range(75):
        forge.tulis(5, f"Menurut saya langkah {n} terlalu lama.", "penelaah")
    milik = forge.tulis(5, ISI)
    forge.tulis(5, "Setuju.", "penelaah")
    forge.zip = arsip(ISI.replace("90", "60"))
    assert dari_run(forge).stdout == "Komentar: #5 diperbarui\n"
    assert "60 menit" in milik["body"]
    assert len(forge.komentar[5]) == 77


def test_a_marker_in_a_strangers_comment_is_not_ours(forge: Palsu) -> None:
    asing = forge.tulis(5, ISI, "penipu")
    assert dari_run(forge).stdout == "Komentar: #5 ditulis\n"
    assert (asing["body"], len(forge.komentar[5])) == (ISI, 2)


@pytest.mark.parametrize(
    ("usulan", "sebab"),
    [
        ([pull(5, sha="b" * 40)], "pushed again since"),
        ([pull(6, repo=78)], "same owner and branch, another repository"),
        ([pull(6, repo=None)], "its repository was deleted"),
        ([pull(6, label="orang-lain:ubah/waktu")], "another fork with a branch of that name"),
        ([pull(5) | {"state": "closed"}], "closed"),
        ([], "none"),
    ],
)
def test_only_the_open_proposal_at_that_very_commit_is_written_to(
    forge: Palsu, usulan: list[Any], sebab: str
) -> None:
    forge.pulls = usulan
    jawab = dari_run(forge)
    assert (jawab.returncode, jawab.stdout[:19]) == (0, "Komentar: tidak ada"), sebab
    assert not forge.menulis()


def test_a_run_that_is_no_pull_requests_is_refused(forge: Palsu) -> None:
    forge.runs["7"]["event"] = "push"
    assert dari_run(forge).returncode == 1
    assert not forge.menulis()


def bom() -> bytes:
    return arsip(ISI.encode() + b" " * 50_000_000)


def bohong() -> bytes:
    """Return an archive whose list says that its huge file is small."""
    data, besar = bytearray(bom()), struct.pack("<I", 50_000_000 + len(ISI.encode()))
    assert data.count(besar) == 2
    return bytes(data).replace(besar, struct.pack("<I", 100))


JAHAT: dict[str, bytes] = {
    "two files": arsip(ISI, "komentar.md", "lain.md"),
    "another name": arsip(ISI, "../../.bashrc"),
    "a name from the root": arsip(ISI, "/komentar.md"),
    "a folder of that name": arsip(ISI, "komentar.md/x"),
    "unpacks to much": bom(),
    "unpacks to more than it says": bohong(),
    "no archive": b"bukan zip",
    "nothing": b"",
    "larger than it may be": os.urandom(400_000),
    "no marker": arsip("## Disetujui kepala dinas\n"),
    "marker later": arsip(f"\n{ISI}"),
    "no text": arsip(b"\xff\xfe" + ISI.encode()),
    "steers terminals": arsip(f"{ISI}\x1b[2J"),
    "turns the direction of text": arsip(f"{ISI}\u202e"),
    "longer than a comment": arsip(ISI + "a" * 66_000),
}


@pytest.mark.parametrize("nama", JAHAT)
def test_a_hostile_artefact_is_refused_and_leaves_nothing(
    forge: Palsu, nama: str, tmp_path: Path
) -> None:
    forge.zip = JAHAT[nama]
    jawab = dari_run(forge, folder=tmp_path)
    assert jawab.returncode == 1, jawab.stdout
    assert jawab.stderr.startswith("Komentar tidak ditulis: ")
    assert "Traceback" not in jawab.stderr
    assert not forge.menulis()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "artefak",
    [
        [],
        [{"id": 1, "name": "komentar", "size_in_bytes": 999_999, "expired": False}],
        [{"id": 1, "name": "komentar", "size_in_bytes": 9, "expired": True}],
        [{"id": n, "name": "komentar", "size_in_bytes": 9, "expired": False} for n in (1, 2)],
    ],
)
def test_an_artefact_that_is_not_the_one_is_not_even_fetched(
    forge: Palsu, artefak: list[Any]
) -> None:
    forge.artefak = artefak
    assert dari_run(forge).returncode == 1
    assert not [c for c in forge.permintaan if "zip" in c.jalur]


def test_nobody_is_called_by_name(forge: Palsu) -> None:
    forge.zip = arsip(ISI + "Mohon @kantor/semua menyetujui\n")
    assert dari_run(forge).returncode == 0
    (satu,) = forge.komentar[5]
    assert "@kantor" not in satu["body"]
    assert "@\u2060kantor" in satu["body"]


def test_the_token_goes_to_the_forge_and_not_where_it_redirects(forge: Palsu) -> None:
    assert dari_run(forge).returncode == 0
    token = {c.jalur.startswith("gudang"): c.token for c in forge.permintaan}
    assert token == {False: "token rahasia", True: None}


def test_gitlab_and_gitea_take_the_file_and_update_too(forge: Palsu, tmp_path: Path) -> None:
    berkas = tmp_path / "komentar.md"
    forge.aku = "bot-buku"
    for argumen, usulan in ((["gitlab"], 5), (["gitea", "--usulan", "6"], 6)):
        for isi, kata in (
            (ISI, "ditulis"),
            (ISI + "Baru\n", "diperbarui"),
            (ISI + "Baru\n", "sudah sama"),
        ):
            berkas.write_text(isi, encoding="utf-8")
            jawab = komentar(forge, *argumen, str(berkas), SOP_TOKEN="rahasia")
            assert jawab.stdout == f"Komentar: {kata}\n", jawab.stderr
        (satu,) = forge.komentar[usulan]
        assert satu["user"]["login"] == "bot-buku"


@pytest.mark.parametrize("nama", ["gitlab", "gitea", "github"])
def test_without_a_token_nothing_is_asked(forge: Palsu, nama: str, tmp_path: Path) -> None:
    (tmp_path / "komentar.md").write_text(ISI, encoding="utf-8")
    jawab = komentar(forge, nama, str(tmp_path / "komentar.md"))
    assert (jawab.returncode, forge.permintaan) == (0, [])
    assert "Tidak ada token" in jawab.stdout


def test_a_forge_that_refuses_ends_the_job_and_shows_no_token(forge: Palsu) -> None:
    jawab = komentar(forge, "github", "--run", "7", GITHUB_TOKEN="rahasia", GITHUB_REPOSITORY="x/y")
    assert jawab.returncode == 1
    assert "GET /repos/x/y/actions/runs/7: 404" in jawab.stderr
    assert "rahasia" not in jawab.stderr

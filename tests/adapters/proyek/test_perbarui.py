"""Projects of earlier versions are moved to this one: what is ours is replaced, what the office wrote stays."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from buku_sop.adapters.proyek.baru import buat_proyek
from buku_sop.adapters.proyek.catatan import BENTUK, BERKAS, terlalu_baru
from buku_sop.adapters.proyek.klon import berkas_klon, seperti_dirilis
from buku_sop.adapters.proyek.lakukan import lakukan
from buku_sop.adapters.proyek.mkdocs_lama import TakDapatDipindah, pindahkan
from buku_sop.adapters.proyek.perbarui import (
    TakDapatDiperbarui,
    Tindakan,
    Ubahan,
    forge_dari_git,
    rencanakan,
)
from buku_sop.adapters.proyek.rencana import Rencana, SopPertama
from buku_sop.adapters.proyek.roda import Roda
from buku_sop.handbook import open_handbook
from tests.paths import ROOT
from tests.simpan_proyek import FOLDER

LAMA = Roda("buku_sop-0.2.0-py3-none-any.whl", "0.2.0", b"lama")
BARU = Roda("buku_sop-9.9.9-py3-none-any.whl", "9.9.9", b"baru")
KOSONG = """site_name: Buku
theme:
  name: material
plugins:
  - search
  - buku-sop
"""


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """Return a project as `sop mulai` wrote it with the version before."""
    rencana = Rencana(("Kantor Rekaan",), forge="gitlab", sop=SopPertama("Menerima Tamu"))
    buat_proyek(tmp_path / "buku", rencana, date(2026, 11, 28), LAMA)
    return tmp_path / "buku"


@pytest.fixture
def klon(tmp_path: Path) -> Path:
    """Return a clone of 0.1.0 as an office had it: its own settings and data, and of ours what still is as it was."""
    folder = tmp_path / "klon"
    shutil.copytree(FOLDER / "0.1.0", folder)
    for path in berkas_klon():
        berkas = ROOT / path
        if path != "mkdocs.yml" and berkas.is_file() and seperti_dirilis(path, berkas.read_bytes()):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(berkas, folder / path)
    return folder


def isi(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def menurut(ubahan: tuple[Ubahan, ...], tindakan: Tindakan) -> set[str]:
    return {u.path for u in ubahan if u.tindakan is tindakan}


def test_an_upgrade_changes_one_line_of_the_offices(proyek: Path) -> None:
    sebelum = isi(proyek)
    pembaruan = rencanakan(proyek, BARU)
    assert isi(proyek) == sebelum
    assert menurut(pembaruan.ubahan, Tindakan.UBAH) == {"requirements.txt"}
    lakukan(proyek, pembaruan)
    sesudah = {p: b for p, b in isi(proyek).items() if not p.startswith(".build/")}
    milik = {
        p
        for p in sebelum
        if p.startswith(("sop_data/kantor", "mkdocs", "README", "docs/", ".gitlab/CODE"))
    }
    assert {p: sesudah[p] for p in milik} == {p: sebelum[p] for p in milik}
    beda = set(sebelum["requirements.txt"].splitlines()) ^ set(
        sesudah["requirements.txt"].splitlines()
    )
    assert beda == {b"-r paket/buku-sop-0.2.0.txt", b"-r paket/buku-sop-9.9.9.txt"}
    assert {p for p in sesudah if p.startswith("paket/")} == {
        "paket/buku-sop-9.9.9.txt", "paket/buku_sop-9.9.9-py3-none-any.whl",
    }  # fmt: skip
    assert not rencanakan(proyek, BARU).perlu


def test_what_the_office_changed_stays_and_ours_is_put_beside(proyek: Path) -> None:
    (proyek / ".gitlab-ci.yml").write_text("punya: kami\n")
    (proyek / ".editorconfig").unlink()
    (proyek / "requirements.txt").write_bytes(
        b"-r paket/buku-sop-0.2.0.txt\r\nmkdocs-x==1 --hash=sha256:a\r\n"
    )
    pembaruan = rencanakan(proyek, BARU, "github")
    assert menurut(pembaruan.ubahan, Tindakan.BIARKAN) == {".gitlab-ci.yml", ".editorconfig"}
    assert ".github/workflows/terbit.yml" in menurut(pembaruan.ubahan, Tindakan.BUAT)
    assert ".gitlab/merge_request_templates/Default.md" in menurut(pembaruan.ubahan, Tindakan.HAPUS)
    tetap = rencanakan(proyek, BARU)
    assert menurut(tetap.ubahan, Tindakan.SAMPING) == {".gitlab-ci.yml"}
    lakukan(proyek, tetap)
    assert (proyek / ".gitlab-ci.yml").read_text() == "punya: kami\n"
    assert b"pratinjau" in (proyek / ".gitlab-ci.yml.baru").read_bytes()
    assert not (proyek / ".editorconfig").exists()
    assert (proyek / "requirements.txt").read_bytes() == (
        b"-r paket/buku-sop-9.9.9.txt\r\nmkdocs-x==1 --hash=sha256:a\r\n"
    )
    assert not rencanakan(proyek, BARU).perlu


def test_a_record_that_somebody_wrote_reaches_no_file_outside(proyek: Path, tmp_path: Path) -> None:
    (tmp_path / "luar.txt").write_bytes(b"rahasia")
    (proyek / "tautan").symlink_to(tmp_path)
    catatan = json.loads((proyek / BERKAS).read_text())
    from buku_sop.adapters.proyek.catatan import sidik

    for path in ("../luar.txt", "tautan/luar.txt", str(tmp_path / "luar.txt")):
        catatan["berkas"][path] = sidik(b"rahasia")
    (proyek / BERKAS).write_text(json.dumps(catatan))
    lakukan(proyek, rencanakan(proyek, BARU))
    assert (tmp_path / "luar.txt").read_bytes() == b"rahasia"


def test_older_programs_refuse_what_newer_ones_wrote(proyek: Path) -> None:
    lakukan(proyek, rencanakan(proyek, BARU))
    with pytest.raises(TakDapatDiperbarui, match=r"sudah versi 9\.9\.9"):
        rencanakan(proyek, LAMA)
    catatan = json.loads((proyek / BERKAS).read_text())
    (proyek / BERKAS).write_text(json.dumps({**catatan, "bentuk": BENTUK + 1}))
    assert "lebih baru" in terlalu_baru(proyek)
    hasil = subprocess.run(
        [sys.executable, "-m", "buku_sop", "periksa"], cwd=proyek, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert hasil.returncode == 2
    assert "pip install" in hasil.stderr


def test_a_folder_that_is_no_handbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TakDapatDiperbarui, match=r"mkdocs\.yml tidak ada"):
        rencanakan(tmp_path, BARU)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lain\n")
    with pytest.raises(TakDapatDiperbarui, match="bukan folder buku SOP"):
        rencanakan(tmp_path, BARU)


@pytest.mark.parametrize("versi", sorted(p.name for p in FOLDER.iterdir()))
def test_a_project_of_every_release_is_moved_and_keeps_its_data(versi: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER / versi, tmp_path / "buku")
    sebelum = isi(tmp_path / "buku")
    lakukan(tmp_path / "buku", rencanakan(tmp_path / "buku", BARU))
    sesudah = isi(tmp_path / "buku")
    data = {p for p in sebelum if p.startswith(("sop_data/", "docs/")) and "/.skema/" not in p}
    assert {p: sesudah[p] for p in data} == {p: sebelum[p] for p in data}
    assert json.loads(sesudah[BERKAS])["bentuk"] == BENTUK
    assert not open_handbook(tmp_path / "buku" / "sop_data").gagal
    assert b"- buku-sop" in sesudah["mkdocs.yml"]


def test_a_clone_of_the_first_release_becomes_a_project(klon: Path) -> None:
    (klon / "buku_sop").mkdir(exist_ok=True)
    (klon / "buku_sop" / "milik_kami.py").write_text("x = 1\n")
    (klon / "overrides" / "assets" / "stylesheets").mkdir(parents=True, exist_ok=True)
    (klon / "overrides" / "assets" / "stylesheets" / "dasar.css").write_text("a {}\n")
    data = {
        p: b
        for p, b in isi(klon).items()
        if p.startswith("sop_data/dinas") or p == "docs/profil.md"
    }
    assert len(data) == 3
    pembaruan = rencanakan(klon, BARU, "github")
    assert menurut(pembaruan.ubahan, Tindakan.UBAH) == {"mkdocs.yml"}
    assert any("overrides/" in satu for satu in pembaruan.perhatian)
    lakukan(klon, pembaruan)
    sesudah = isi(klon)
    assert {p: sesudah[p] for p in data} == data
    assert {p.partition("/")[0] for p in sesudah} == {
        ".build", ".buku-sop.json", ".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".vscode", "README.md",
        "docs", "kantor", "lama", "mkdocs.yml", "mulai.bat", "mulai.sh", "overrides", "paket", "requirements.txt", "sop_data",
    } - ({"README.md"} if "README.md" not in sesudah else set())  # fmt: skip
    assert "lama/buku_sop/milik_kami.py" in sesudah
    assert (
        sesudah[".build/perbarui/0.1.0/mkdocs.yml"]
        == (FOLDER / "0.1.0" / "mkdocs.yml").read_bytes()
    )
    assert not rencanakan(klon, BARU).perlu


def test_settings_of_a_clone_keep_what_the_office_wrote() -> None:
    teks = pindahkan((FOLDER / "0.1.0" / "mkdocs.yml").read_text(encoding="utf-8"))
    isi: Any = yaml_load(teks)
    assert isi.pop("plugins") == [
        "search",
        {"buku-sop": {"pdf": False, "forge": "gitlab",
                      "kontak": {"unit": "Bagian Organisasi", "email": "org@rekaan.invalid"}}},
        "meta",
    ]  # fmt: skip
    assert isi == {
        "site_name": "SOP Kota Rekaan", "site_url": "", "repo_url": "", "strict": True, "watch": ["kantor"],
        "nav": [{"Beranda": "index.md"}, {"Profil": "profil.md"}],
        "theme": {"name": "material", "icon": {"logo": "material/bank"}},
        "extra_css": ["assets/kantor.css"],
        "extra": {"social": [{"icon": "material/web", "link": "https://rekaan.invalid"}]},
        "markdown_extensions": ["footnotes"],
    }  # fmt: skip
    for catatan in (
        "# Nama dari Bagian Organisasi",
        "# kami juga",
        "# warna kantor",
        "# analitik",
        "# hemat",
        "# meja",
        "# catatan kaki",
    ):
        assert catatan in teks


@pytest.mark.parametrize(
    ("dari", "menjadi"),
    [
        ("extra_css:\n", "# buatan kami\nextra_css:\n"),
        ("  - tables\n", "  - tables  \n\n"),
        ("strict: true\n", "strict: false\n"),
        ("\n", "\r\n"),
    ],
)
def test_settings_of_a_clone_with_little_changed(dari: str, menjadi: str) -> None:
    lama = (ROOT / "buku_sop/adapters/proyek/rilis/klon-0.1.0-mkdocs.yml").read_text(
        encoding="utf-8"
    )
    teks = pindahkan(lama.replace(dari, menjadi))
    assert yaml_load(teks)["plugins"] == ["search", "buku-sop"]
    assert ("# buatan kami" in teks) is ("buatan" in menjadi)
    assert yaml_load(teks)["strict"] is ("false" not in menjadi)


@pytest.mark.parametrize(
    "teks",
    ["", "- a", "{a: b}", "plugins: {search: {}}\nextra: {pdf: ya}", "a: [", "theme: &a {x: *a}"],
)
def test_settings_that_cannot_be_moved_are_left(teks: str) -> None:
    with pytest.raises(TakDapatDipindah):
        print(pindahkan(teks))


@pytest.mark.parametrize(
    ("alamat", "forge"),
    [("git@github.com:a/b.git", "github"), ("https://git.contoh.invalid/gitlab/b", "gitlab"),
     ("https://codeberg.org/a/b", "forgejo"), ("/srv/buku", "tidak")],
)  # fmt: skip
def test_the_forge_of_a_clone_is_where_it_came_from(
    tmp_path: Path, alamat: str, forge: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(f'[remote "origin"]\n\turl = {alamat}\n')
    assert forge_dari_git(tmp_path) == forge

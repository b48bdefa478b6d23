"""A site built from kept results is the site built from nothing, byte for byte, whatever was edited before."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.site.buku import ARSIP, CONTOH, TAMU, environment, make_project
from tests.site.test_situs_command import isi
from tests.warm import run_module

EPOCH = 1_790_000_000
DAY = 86_400


class Buku:
    """A handbook that is edited and built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.day = folder, EPOCH
        self.git("init", "-q")
        self.commit()

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def git(self, *arguments: str) -> None:
        names = ["-c", "user.name=Rekaan", "-c", "user.email=rekaan@example.invalid"]
        subprocess.run(
            ["git", *names, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env=environment(
                GIT_COMMITTER_DATE=f"{self.day} +0000", GIT_AUTHOR_DATE=f"{self.day} +0000"
            ),
        )

    def commit(self) -> None:
        self.git("add", "sop_data", "docs")
        self.git("commit", "-q", "--allow-empty", "-m", "Perubahan rekaan")

    def build(self, *options: str) -> dict[str, str]:
        env = environment(SOURCE_DATE_EPOCH=str(self.day))
        result = run_module("buku_sop", "situs", *options, cwd=self.folder, env=env)
        assert result.returncode == 0, result.stdout + result.stderr
        return isi(self.folder / "site")

    def finished_pages(self) -> int:
        """Count the pages that ever passed through the theme, and can be taken over."""
        with closing(sqlite3.connect(self.folder / ".build/simpan/hasil.sqlite")) as store:
            ask = "SELECT count(*) FROM hasil WHERE jenis = 'halaman'"
            return int(store.execute(ask).fetchone()[0])


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    buku = Buku(make_project(tmp_path_factory.mktemp("simpan"), CONTOH))
    buku.build()
    return buku


TAMU_YML = "sop_data/kantor-contoh/penerimaan-tamu.yml"


def title(buku: Buku) -> None:
    """Rename an SOP: lists, the navigation and whoever refers to it show its name."""
    buku.replace(TAMU_YML, "nama: Penerimaan Tamu", "nama: Penerimaan Tamu & Paket")


def office(buku: Buku) -> None:
    buku.write(
        "sop_data/dinas-rekaan/instansi.yml",
        "nama: Dinas Rekaan Baru\nsingkatan: {DRB: Dinas Rekaan Baru}\n",
    )


def role(buku: Buku) -> None:
    buku.replace(TAMU_YML, "staf: Staf}", "staf: Petugas Meja Depan}")


def link(buku: Buku) -> None:
    buku.write("sop_data/dinas-rekaan/yang-tiada.yml", ARSIP.replace("Pengarsipan", "Yang Tiada"))


def removed(buku: Buku) -> None:
    (buku.folder / "sop_data/dinas-rekaan/pengarsipan.yml").unlink()


def template(buku: Buku) -> None:
    buku.replace("overrides/partials/copyright.html", "Data terbuka", "Data yang terbuka")


def code(buku: Buku) -> None:
    buku.replace("buku_sop/views/sop/usul.py", "Usul perubahan:", "Usulan perubahan:")


def day(buku: Buku) -> None:
    buku.day += 40 * DAY


def committed(buku: Buku) -> None:
    buku.replace(TAMU_YML, "waktu: 5 menit", "waktu: 7 menit")
    buku.commit()


def contact(buku: Buku) -> None:
    """Say who keeps the handbook: it stands at the foot of every page."""
    plugin = "- buku-sop:\n"
    buku.replace("mkdocs.yml", plugin, f"{plugin}      kontak: {{email: buku@contoh.example}}\n")


def page(buku: Buku) -> None:
    buku.write("docs/panduan/membaca.md", "# Membaca\n\n[Beranda](../index.md)\n")


def by_hand(buku: Buku) -> None:
    (buku.folder / "site/sop/kantor-contoh/pengarsipan/index.html").write_text("rusak")


EDITS = (
    title, office, role, link, removed, template, code, day, committed, contact, page, by_hand,
)  # fmt: skip


def same_as_from_nothing(buku: Buku) -> None:
    kept = buku.build()
    fresh = buku.build("--ulang")
    assert kept == fresh


def test_many_edits_at_once(buku: Buku) -> None:
    """All kinds of edits between two builds, the engine and the look left alone."""
    for edit in (title, office, role, link, committed, contact, day, page, by_hand):
        edit(buku)
    same_as_from_nothing(buku)


def test_one_page_changes_and_the_others_stay_the_same_files(buku: Buku) -> None:
    before, known = buku.build(), buku.finished_pages()
    buku.replace("sop_data/kantor-contoh/pengarsipan.yml", "waktu: 10 menit", "waktu: 15 menit")
    after = buku.build()
    changed = {path for path in before if before[path] != after.get(path)}
    through_the_theme = buku.finished_pages() - known
    assert known >= 2 * through_the_theme > 0
    assert through_the_theme <= sum(path.endswith(".html") for path in changed)
    page = "sop/{}/index.html"
    assert page.format("kantor-contoh/pengarsipan") in changed
    assert page.format("kantor-contoh/penerimaan-tamu") not in changed
    assert after == buku.build("--ulang")


@pytest.mark.parametrize("edit", EDITS, ids=[e.__name__ for e in EDITS])
def test_each_edit(tmp_path: Path, semua: bool, edit: Callable[[Buku], None]) -> None:
    if not semua:
        pytest.skip("all edits of a kind that the test of many tries")
    buku = Buku(make_project(tmp_path, CONTOH))
    buku.build()
    edit(buku)
    same_as_from_nothing(buku)


def test_random_edits(tmp_path: Path, semua: bool) -> None:
    if not semua:
        pytest.skip("twenty edits, each built twice")
    choose = random.Random(20261128)
    buku = Buku(make_project(tmp_path, CONTOH))
    names = ["Tamu", "Surat Masuk", "Arsip Lama", "Rapat", "Paket"]
    for turn in range(20):
        office_id = choose.choice(["kantor-contoh", "dinas-rekaan"])
        path = f"sop_data/{office_id}/acak-{choose.randrange(4)}.yml"
        if choose.random() < 0.2 and (buku.folder / path).exists():
            (buku.folder / path).unlink()
        else:
            text = choose.choice([TAMU, ARSIP])
            other = choose.choice(names)
            text = text.replace("Pengarsipan", other, 1).replace("Penerimaan Tamu", other, 1)
            text = text.replace("SOP Yang Tiada", f"SOP {choose.choice(names)}")
            buku.write(path, text.replace("10 menit", f"{turn + 1} menit"))
        if choose.random() < 0.4:
            buku.commit()
        if choose.random() < 0.3:
            buku.day += choose.randrange(60) * DAY
        if choose.random() < 0.2:
            shutil.rmtree(buku.folder / ".build" / "simpan")
        same_as_from_nothing(buku)

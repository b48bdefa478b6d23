"""A site is built again unless all that it was built from, and the site itself, are as they were."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from buku_sop.adapters import unchanged as modul
from buku_sop.adapters.unchanged import Unchanged

SETTING = 'site_name: Rekaan\nsite_url: !ENV [ALAMAT_REKAAN, ""]\n'
FILES = {
    "mkdocs.yml": SETTING,
    "package-lock.json": "{}",
    "docs/index.md": "# Beranda\n",
    "docs/site/halaman.md": "# Bukan situs\n",
    "overrides/main.html": "<p></p>\n",
    "sop_data/rekaan/sop.yml": "nama: Rekaan\n",
    "sop_data/rekaan/salinan.pdf": "%PDF",
    "engine/modul.py": "x = 1\n",
    ".build/simpan/apa.bin": "x",
    "site/index.html": "<h1>Beranda</h1>",
    "site/sop/index.html": "<h1>SOP</h1>",
}


def git(root: Path, *arguments: str) -> None:
    names = ["-c", "user.name=Rekaan", "-c", "user.email=rekaan@example.invalid"]
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "buku"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(modul, "PACKAGE", root / "engine")
    monkeypatch.setattr(modul, "LOOK", root / "overrides")
    monkeypatch.delenv("ALAMAT_REKAAN", raising=False)
    git(root, "init", "-q")
    git(root, "commit", "-q", "--allow-empty", "-m", "awal")
    seen = look(root)
    seen.said = "1 SOP diperiksa."
    seen.record()
    return root


def look(root: Path) -> Unchanged:
    return Unchanged(root, root / "site", {})


def write(name: str, text: str = "lain") -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(root: Path, _: pytest.MonkeyPatch) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    return lambda root, _: (root / name).unlink()


def setting(name: str, value: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    return lambda _, patch: patch.setenv(name, value)


def run(*arguments: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    return lambda root, _: git(root, *arguments)


def same_size(root: Path, _: pytest.MonkeyPatch) -> None:
    """Change a file of the site and leave its size as it was."""
    path = root / "site" / "index.html"
    info = path.stat()
    path.write_text("<h2>Beranda</h2>", encoding="utf-8")
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns + 1))


def next_day(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(modul, "_day", lambda: "esok")


def other_package(root: Path, patch: pytest.MonkeyPatch) -> None:
    (root.parent / "paket" / "rekaan-2.0.dist-info").mkdir(parents=True)
    patch.syspath_prepend(str(root.parent / "paket"))


CHANGES = {
    "text of an SOP": write("sop_data/rekaan/sop.yml"),
    "new SOP": write("sop_data/rekaan/baru.yml"),
    "SOP removed": remove("sop_data/rekaan/sop.yml"),
    "signed copy": write("sop_data/rekaan/salinan.pdf", "%PDF-"),
    "hand-written page": write("docs/index.md"),
    "page in a folder named like the site": write("docs/site/halaman.md"),
    "template": write("overrides/main.html"),
    "engine": write("engine/modul.py"),
    "configuration": write("mkdocs.yml", SETTING + "site_author: Rekaan\n"),
    "lock": write("package-lock.json", "{ }"),
    "variable that mkdocs.yml names": setting("ALAMAT_REKAAN", "https://rekaan.example/"),
    "variable of ours": setting("SOP_PDF", "tidak"),
    "day of the build": setting("SOURCE_DATE_EPOCH", "86400"),
    "day": next_day,
    "package": other_package,
    "commit": run("commit", "-q", "--allow-empty", "-m", "lagi"),
    "branch": run("checkout", "-q", "-b", "lain"),
    "remote": run("remote", "add", "origin", "https://forge.example/rekaan/buku.git"),
    "edge of a shallow clone": write(".git/shallow", "0" * 40 + "\n"),
    "page of the site": write("site/index.html"),
    "page of the site, same size": same_size,
    "page of the site removed": remove("site/sop/index.html"),
    "file put into the site": write("site/lain.html"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_has_the_site_built_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    assert look(root).holds() == "1 SOP diperiksa."
    change(root, monkeypatch)
    assert look(root).holds() is None


@pytest.mark.parametrize(
    "change",
    [
        write(".build/simpan/apa.bin"),
        write("sop_data/__pycache__/modul.pyc"),
        write("node_modules/paket/index.js"),
        setting("PEUBAH_LAIN", "x"),
        setting("SOP_SITUS_LAMA", "/lain"),
    ],
    ids=["kept results", "compiled module", "packages", "other variable", "told to a process"],
)
def test_what_no_build_reads_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    change(root, monkeypatch)
    assert look(root).holds() == "1 SOP diperiksa."


@pytest.mark.parametrize(
    "line",
    [
        "INHERIT: dasar.yml",
        "docs_dir: ../docs",
        "docs_dir: /srv/docs",
        "docs_dir: !ENV [X_DIR, docs]",
    ],
)
def test_what_may_lie_elsewhere_is_never_taken_for_unchanged(root: Path, line: str) -> None:
    (root / "mkdocs.yml").write_text(f"{SETTING}{line}\n", encoding="utf-8")
    look(root).record()
    assert look(root).holds() is None


def test_a_change_while_building_has_the_site_built_again(root: Path) -> None:
    before = look(root)
    (root / "sop_data" / "rekaan" / "sop.yml").write_text("nama: Lain\n", encoding="utf-8")
    before.record()
    assert look(root).holds() is None


def test_a_damaged_record_is_none(root: Path) -> None:
    for record in (root / modul.FOLDER).iterdir():
        record.write_text("[1", encoding="utf-8")
    assert look(root).holds() is None
    look(root).record()
    assert look(root).holds() == ""

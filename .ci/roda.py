"""Makes the wheel: the engine, the look, the guides, and all that browsers and sheets need, ready, with their licences.

.venv/bin/python .ci/roda.py [FOLDER] [--tanpa-mesin]

Run by `make wheel`. What stands in several folders of a checkout is laid together in a folder of its own, where
setuptools makes the wheel of it. The same sources give the same bytes: times, modes and order are fixed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import files as files_of
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from buku_sop import VERSI
from buku_sop.adapters.lembar.fonts import BERKAS, PAKET
from buku_sop.adapters.mkdocs.assets import prepare_assets
from buku_sop.adapters.mkdocs.bundles import (
    BROUGHT,
    READY,
    SCRIPTS,
    STYLES,
    bundle_key,
    bundle_order,
    run_bundler,
)
from buku_sop.adapters.mkdocs.companions import complete
from buku_sop.adapters.peramban.kemas import BROUGHT as ENGINE
from buku_sop.adapters.peramban.kemas import engine_folder

ROOT = Path(__file__).resolve().parent.parent
NAME = f"buku_sop-{VERSI}-py3-none-any.whl"
WHEN = "315532800"
"""The time of every file in the wheel: 1980-01-01, the earliest that a zip can say."""
BROUGHT_ALONG = (
    "docs/index.md",
    "docs/panduan",
    "requirements/site.txt",
    ".ci/forge.py",
    ".ci/forge_github.py",
    ".ci/forge_gitlab.py",
    ".ci/forge_ini.py",
    ".ci/komentar.py",
    ".ci/rilis.py",
    ".ci/tinjau.py",
    ".github/ISSUE_TEMPLATE",
    ".github/PULL_REQUEST_TEMPLATE.md",
    *(
        f".github/workflows/{name}.yml"
        for name in ("komentar", "rilis", "terbit", "tinjau", "usulan")
    ),
    ".gitlab/issue_templates",
    ".gitlab/merge_request_templates",
    ".gitlab-ci.yml",
)
"""What the package brings along for handbooks (`buku_sop.adapters.places.bawaan`), by its path in a checkout."""
LICENCES = {
    "iframe-worker.txt": "iframe-worker/LICENSE",
    "arimo.txt": "@expo-google-fonts/arimo/LICENSE_FONT",
    "arimo-web.txt": "@fontsource-variable/arimo/LICENSE",
    "ibm-plex-sans-arabic.txt": "@expo-google-fonts/ibm-plex-sans-arabic/LICENSE_FONT",
    "noto-sans-javanese.txt": "@expo-google-fonts/noto-sans-javanese/LICENSE_FONT",
}
"""Licences of what comes from npm and is no script, by their names in the wheel."""
WITHOUT_ENGINE = "--tanpa-mesin"
"""Leaves out the engine of the editor for browsers, half of the weight: for the tests, which do not ask it."""
_BUILD = "from setuptools import build_meta; build_meta.build_wheel({!r})"
_NOT_NEEDED = "setuptools"
"""What `requirements/site.in` names for building this project, and no handbook needs."""


def main(arguments: Sequence[str]) -> int:
    """Make the wheel in a folder, `dist/` unless named, and print what it weighs."""
    named = [a for a in arguments if a != WITHOUT_ENGINE]
    folder = Path(named[0]) if named else ROOT / "dist"
    wheel = make_wheel(folder.resolve(), engine=WITHOUT_ENGINE not in arguments)
    print(f"{wheel}  {wheel.stat().st_size / 1e6:.1f} MB")
    return 0


def make_wheel(folder: Path, *, engine: bool = True) -> Path:
    """Make the wheel in a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="roda-") as scratch:
        stage, out = Path(scratch) / "isi", Path(scratch) / "roda"
        out.mkdir()
        lay(stage, engine=engine)
        built = subprocess.run(
            [sys.executable, "-c", _BUILD.format(str(out))],
            cwd=stage,
            env={**os.environ, "SOURCE_DATE_EPOCH": WHEN, "PYTHONPATH": ""},
            capture_output=True,
            text=True,
            check=False,
            umask=0o022,
        )
        if built.returncode:
            raise SystemExit(built.stdout + built.stderr)
        wheel = folder / NAME
        shutil.move(out / NAME, wheel)
    return wheel


def lay(stage: Path, *, engine: bool = True) -> None:
    """Lay everything of which the wheel is made together in a new folder."""
    package = stage / "buku_sop"
    _copy(ROOT / "buku_sop", package)
    _copy(ROOT / "overrides", package / "tema")
    for path in BROUGHT_ALONG:
        parts = (part.removeprefix(".") for part in path.split("/"))
        _copy(ROOT / path, package.joinpath("bawaan", *parts))
    lay_assets(package / "aset")
    if engine:
        made = engine_folder(ROOT)
        _copy(made, package / "aset" / ENGINE / made.name)
    _lay_licences(stage / "licenses", package / "aset")
    _copy(ROOT / "LICENSE", stage / "LICENSE")
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    one = 'license-files = ["LICENSE"]'
    assert text.count(one) == 1
    text = text.replace(one, 'license-files = ["LICENSE", "licenses/*"]')
    (stage / "pyproject.toml").write_text(text, encoding="utf-8")
    (stage / "requirements").mkdir()
    lines = (ROOT / "requirements" / "site.in").read_text(encoding="utf-8").splitlines(True)
    kept = [line for line in lines if not line.startswith(_NOT_NEEDED)]
    (stage / "requirements" / "site.in").write_text("".join(kept), encoding="utf-8")
    for place in stage.rglob("*"):
        place.chmod(0o755 if place.is_dir() else 0o644)


def lay_assets(to: Path) -> None:
    """Make what a checkout makes when it builds a site: fonts, the worker shim, bundles for every kind of build."""
    made = prepare_assets(ROOT)
    for name in ("fonts", "iframe-worker"):
        _copy(made / name, to / name)
    for font in BERKAS:
        _copy(ROOT / PAKET / font, to / "huruf" / font)
    bundles = to / BROUGHT
    bundles.mkdir()
    known: dict[str, str] = {}
    for order, paths in _orders():
        # the scripts are the same for all, and made once
        job = {**order, "scripts": [], "later": {}} if known else order
        known |= _bundle(job, paths, bundles, set(known) - {"buku.css"})
        said = json.dumps(known, sort_keys=True)
        (bundles / f"{bundle_key(order, paths)}.json").write_text(said, encoding="ascii")


def _bundle(
    job: dict[str, object], paths: dict[str, Path], to: Path, known: set[str]
) -> dict[str, str]:
    """Make the bundles that are not known yet, and return their names."""
    with tempfile.TemporaryDirectory(prefix="bundel-") as scratch:
        folder = Path(scratch) / "jadi"
        run_bundler(ROOT, job, paths, folder)
        names: dict[str, str] = json.loads((folder / "daftar.json").read_text(encoding="utf-8"))
        new = {name: file for name, file in names.items() if name not in known}
        for file in new.values():
            shutil.copyfile(folder / file, to / file)
    return new


def _orders() -> Iterator[tuple[dict[str, object], dict[str, Path]]]:
    """Yield the jobs: with the theme's styles that a handbook needs, with all of them, and with none (`sop halaman`)."""
    for ready in (False, True):
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(ROOT / "site"))
        config.repo_url = None
        config.plugins._current_plugin = "roda"
        complete(config)
        config.extra[READY] = ready
        sources = _sources(config)
        order, parts = bundle_order(sources, config)
        paths = {uri: Path(str(sources[uri].abs_src_path)) for uri in sorted(parts)}
        yield order, paths
        if not ready:
            yield {**order, "unused": []}, paths


def _sources(config: MkDocsConfig) -> dict[str, File]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return {f.src_uri: f for f in files if f.src_uri.startswith((STYLES, SCRIPTS))}


def _lay_licences(to: Path, assets: Path) -> None:
    for name, path in LICENCES.items():
        _copy(ROOT / "node_modules" / path, to / name)
    _copy(assets / BROUGHT / "LICENSES.txt", to / "scripts.txt")
    (theme,) = [
        p for p in files_of("mkdocs-material") or () if p.match("*.dist-info/licenses/LICENSE")
    ]
    _copy(Path(str(theme.locate())), to / "mkdocs-material.txt")


def _copy(source: Path, to: Path) -> None:
    """Copy a file or a folder, without what Python or an editor writes beside it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if source.is_file():
        shutil.copyfile(source, to)
    else:
        ignore = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*~")
        shutil.copytree(source, to, ignore=ignore, copy_function=shutil.copyfile)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

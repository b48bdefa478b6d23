"""Whole handbooks for the tests of the site: made-up data, our own configuration, the real build."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag, urlsplit

from filelock import FileLock
from lxml import etree  # type: ignore[import-untyped]

from buku_sop.adapters.mkdocs.assets import FOLDER, prepare_assets
from buku_sop.adapters.mkdocs.bundles import FOLDER as BUNDLES
from tests.paths import HANDBOOK, ROOT, SOP_DATA
from tests.warm import run_module

FORGE = "https://github.contoh.invalid/kantor/buku"

KANTOR = "nama: Kantor Contoh\n"
TAMU = """\
nama: Penerimaan Tamu
nomor: 07/SOP/I/2026/Contoh
status: berlaku
tanggal_pembuatan: 2026-01-05
tanggal_efektif: 2026-02-01
disahkan_oleh: {jabatan: Kepala Kantor, nama: Pejabat Contoh, nip: "19990101 202001 1 001"}
keterkaitan: [SOP Pengarsipan, SOP Yang Tiada]
peringatan: Tamu tanpa identitas tidak diterima.
pelaksana: {kepala: Kepala Kantor, staf: Staf}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, kelengkapan: Buku tamu, waktu: 5 menit, output: Catatan}
  - id: periksa
    kegiatan: Memeriksa keperluan tamu
    pelaksana: kepala
    kelengkapan: Catatan
    waktu: 1-2 jam
    output: Keputusan
    cabang: [{label: Ya, ke: lanjut}, {label: Tidak, ke: selesai}]
    perlu_konfirmasi: {pelaksana: Belum pasti siapa yang memeriksa.}
  - {kegiatan: Melayani tamu, pelaksana: [staf, kepala], keterangan: SOP Pengarsipan}
"""
ARSIP = """\
nama: Pengarsipan
status: draf
pelaksana: {staf: Staf}
langkah:
  - {kegiatan: Menyimpan arsip, pelaksana: staf, waktu: 10 menit, kelengkapan: Catatan, output: Arsip}
"""
CONTOH = {
    "kantor-contoh/instansi.yml": KANTOR,
    "kantor-contoh/penerimaan-tamu.yml": TAMU,
    "kantor-contoh/pengarsipan.yml": ARSIP,
    "dinas-rekaan/instansi.yml": "nama: Dinas Rekaan\n",
    "dinas-rekaan/pengarsipan.yml": ARSIP,
}


def make_project(
    folder: Path, data: Mapping[str, str] | None = None, docs: Mapping[str, str] | None = None
) -> Path:
    """Lay out a project like ours in `folder`, with `data` for sop_data and `docs` added to docs/.

    The engine's files are copied, with what they were compiled to: tests write hostile code into them, which must never
    reach ours. What is bundled for browsers is shared, so that the same sources are bundled once.
    """
    prepare_assets(ROOT)
    for name in ("docs", "overrides", "macros", "buku_sop", FOLDER.as_posix()):
        shutil.copytree(ROOT / name, folder / name)
    (ROOT / BUNDLES).mkdir(exist_ok=True)
    (folder / BUNDLES).symlink_to(ROOT / BUNDLES)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copy(ROOT / "package-lock.json", folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if data is None:
        shutil.copytree(SOP_DATA, folder / "sop_data")
    (folder / "sop_data").mkdir(exist_ok=True)
    write(folder / "sop_data", data or {})
    write(folder / "docs", docs or {})
    return folder


def with_settings(text: str, settings: str) -> str:
    """Put settings of the plugin in the place of those that a text of mkdocs.yml has."""
    new, number = re.subn(r"  - buku-sop(?:\n|:\n(?: {6}.*\n)+)", lambda _: settings, text)
    assert number == 1
    return new


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files by path."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of a build without sheets and editor, which knows nothing of this machine."""
    own = {k: v for k, v in os.environ.items() if not k.startswith("SOP_")}
    none = {"SOP_PDF": "false", "SOP_PENYUNTING": "false"}
    return {**own, "NO_MKDOCS_2_WARNING": "1", **none, **variables}


def build(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Build a project into its `site` folder."""
    return _mkdocs(folder, "--site-dir", "site", env=environment(**variables))


ONLY = """
from mkdocs.plugins import event_priority

@event_priority(-1000)  # after the navigation of the whole handbook is known
def on_nav(nav, config, files):
    for file in files.documentation_pages():
        if file.src_uri != {page!r}:
            files.remove(file)
"""


def render_page(folder: Path, page: str) -> bytes:
    """Build one page of a project, as it is in the whole site but for the links between Markdown files."""
    (folder / "only.py").write_text(ONLY.format(page=page), encoding="utf-8")
    config = folder / "mkdocs.yml"
    with config.open("a", encoding="utf-8") as file:
        file.write("\nhooks: [only.py]\n")
    result = _mkdocs(folder, "--no-strict", "--site-dir", "site", env=environment())
    assert result.returncode == 0, result.stderr
    found = [p for p in (folder / "site").rglob("*.html") if p.name != "404.html"]
    assert len(found) == 1, found
    return found[0].read_bytes()


def _mkdocs(
    folder: Path, *options: str, env: Mapping[str, str], anew: bool = False
) -> subprocess.CompletedProcess[str]:
    return run_module("mkdocs", "build", *options, cwd=folder, env=env, anew=anew)


@dataclass(frozen=True)
class Built:
    """A handbook that was built once for all tests of this run: theirs to read, nobody's to change."""

    site: Path
    log: str
    """What the build said."""
    project: Path
    """What it was built from."""


def build_once(bersama: Path, data: Mapping[str, str] | None = None, **variables: str) -> Built:
    """Build a handbook, or wait for whichever process of this run is building the same one.

    Without `data` it is that of the six real SOPs, with its sheets.
    """
    key = hashlib.sha256(json.dumps([data, variables], sort_keys=True).encode()).hexdigest()[:12]
    folder = bersama / f"buku-{key}"
    log, project = folder / "log.txt", folder / "proyek"
    if data is None:
        variables = {"SOP_PDF": "true", **variables}
        project = ROOT if holds_samples() else project
    with FileLock(f"{folder}.lock"):
        if not log.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a build that failed
            folder.mkdir()
            if project != ROOT:
                make_project(project, data)
            if data is None and project != ROOT:
                commit(project)
            site = str(folder / "site")
            result = _mkdocs(
                project, "--site-dir", site, env=environment(**variables), anew=data is None
            )
            assert result.returncode == 0, result.stdout + result.stderr
            log.write_text(result.stderr, encoding="utf-8")
    return Built(folder / "site", log.read_text(encoding="utf-8"), project)


def holds_samples() -> bool:
    """Whether the repository's own handbook is the six SOPs.

    Then it is built where it lies, so that its git and what was printed before serve it, and the `site/` of whoever
    tests is left alone. A fork keeps others there: then the six get a project of their own.
    """
    return all(
        (HANDBOOK / p.relative_to(SOP_DATA)).is_file()
        and (HANDBOOK / p.relative_to(SOP_DATA)).read_bytes() == p.read_bytes()
        for p in SOP_DATA.rglob("*.yml")
    )


def commit(project: Path) -> None:
    """Put the data of a project under git, whose history a site tells."""
    name = ("-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.invalid")
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "sop_data", "mkdocs.yml"),
        (*name, "-c", "commit.gpgsign=false", "commit", "--quiet", "--message=Masukkan SOP"),
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)


class Elements:
    """The elements of a page as a browser would find them: (tag, attributes), and its text."""

    def __init__(self, html: str) -> None:
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        etree.fromstring(html.encode(), etree.HTMLParser(target=self, encoding="utf-8"))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element from the parser."""
        self.elements.append((tag, dict(attributes)))

    def data(self, text: str) -> None:
        """Take text from the parser."""
        self.text.append(text)

    def close(self) -> None:
        """End the page, as the parser asks."""

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a kind."""
        return [attrs for name, attrs in self.elements if name == tag]

    def ids(self) -> set[str]:
        """Return every anchor."""
        return {attrs["id"] for _, attrs in self.elements if "id" in attrs}


def pages(site: Path) -> dict[str, Elements]:
    """Read every page of a site, by its path."""
    found = sorted(site.rglob("*.html"))
    return {p.relative_to(site).as_posix(): Elements(p.read_text(encoding="utf-8")) for p in found}


def dead_links(site: Path) -> list[str]:
    """Return "page -> link" for every link, style, script and picture that is not there."""
    known = pages(site)
    dead = []
    for path, page in known.items():
        if path == "404.html":  # its links start at the root of a server
            continue
        for link in _links(page):
            target, anchor = urldefrag(link)
            if urlsplit(target).scheme or anchor.startswith("__"):
                continue
            if not _leads(site, known, path, unquote(target), anchor):
                dead.append(f"{path} -> {link}")
    return dead


def _links(page: Elements) -> Iterator[str]:
    """Yield what a page leads to, and what a browser loads for it."""
    for tag, keys in (
        ("a", ("href", "xlink:href")), ("link", ("href",)), ("script", ("src",)), ("img", ("src",)),
    ):  # fmt: skip
        yield from (e[key] for e in page.all(tag) for key in keys if key in e)


def _leads(site: Path, known: Mapping[str, Elements], path: str, target: str, anchor: str) -> bool:
    if not target or target.startswith("?"):
        found = path
    else:
        joined = os.path.normpath(PurePosixPath(path).parent / target.partition("?")[0])
        found = Path(joined).as_posix()
        if (site / found).is_dir():
            found = f"{found}/index.html".removeprefix("./")
    if found not in known:
        return (site / found).is_file()
    return not anchor or anchor in known[found].ids()

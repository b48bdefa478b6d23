"""A small Material site with step tables of real and of made-up flows, and what a browser measures in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Page

from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import open_handbook
from buku_sop.model import Giliran, Prosedur, Simbol, Sop
from buku_sop.model.tulisan import TULISAN
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.render import Perender
from buku_sop.views.sop.halaman import BahanSop, susun_halaman
from tests.builders import giliran, handbook, langkah, prosedur, sop
from tests.flows import TWISTED, procedure
from tests.paths import ROOT, SOP_DATA
from tests.site.material import build

STYLES = ("dasar", "sop", "tabel", "alur", "diagram", "cetak")
HOOK = f"""
from pathlib import Path
from random import Random
from mkdocs.structure.files import File
from buku_sop.adapters.mkdocs.assets import prepare_assets, site_files
def on_files(files, config):
    folder = prepare_assets(Path({str(ROOT)!r}))
    for source, path in site_files(folder):
        if path.endswith(".woff2"):
            file = File.generated(config, path, abs_src_path=str(source))
            file.generated_by = None
            files.append(file)
    return files
def on_page_content(html, page, config, files):
    isi = Path(config.config_file_path).parent / "isi" / (page.file.name + ".html")
    return isi.read_text(encoding="utf-8") if isi.exists() else html
"""
PALETTE = [
    {"media": f"(prefers-color-scheme: {media})", "scheme": scheme, "primary": "custom"}
    for media, scheme in (("light", "default"), ("dark", "slate"))
]
CONFIG: dict[str, Any] = {
    "theme": {"features": ["navigation.instant"], "palette": PALETTE},
    "extra_css": [f"assets/stylesheets/{name}.css" for name in STYLES],
    "extra_javascript": ["assets/javascripts/alur.js"],
    "markdown_extensions": [],
    "plugins": [],
}
SEEDS = (
    ("acak-1", 1, 14, 5),
    ("acak-2", 2, 9, 3),
    ("acak-3", 3, 12, 8),
    ("acak-4", 4, 7, 12),
)
"""(page, seed, steps, lanes) of flows with everything twisted."""


def everything() -> Prosedur:
    """Everything that a row may hold, with texts that want to be markup."""
    lanes = {"kepala": 'Kepala <b>"Kantor"</b>', "sekretaris": "Sekretaris", "staf": "Staf"}
    steps = (
        langkah("Menerima tamu", replace(giliran("staf"), teks="Mulai"), id="terima"),
        langkah("Menimbang", giliran("staf"), giliran("sekretaris"), giliran("kepala"), id="tiga"),
        langkah("Merapatkan bersama", giliran("kepala", "staf"), opsional=True),
        langkah(
            "Memeriksa berkas dua kali",
            giliran("sekretaris", cabang={"<i>Lengkap</i>": "lanjut", "Belum & kurang": "terima"}),
            giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "tiga", "Ditolak": "selesai"}),
            id="periksa",
        ),
        langkah("Mengulang", giliran("kepala"), giliran("kepala"), giliran("kepala")),
        langkah("Mengulang lagi bila perlu", giliran("staf", cabang={"Ulang": "u", "Terus": "lanjut"}), id="u"),
        langkah("Mengantar tamu " * 20, giliran("staf"), ke=("akhir", "lanjut")),
        langkah("Tanpa pelaksana", oleh=None),
        langkah("Mencatat", Giliran(("sekretaris",), Simbol.KAPSUL, "Selesai <dan> arsip"), id="akhir"),
    )  # fmt: skip
    return prosedur(*steps, pelaksana=lanes)


def procedures() -> dict[str, Prosedur]:
    """Return the procedure of each page."""
    real = open_handbook(SOP_DATA).handbook.sop
    pages = {s.id.replace("/", "-"): s.prosedur[0] for s in real}
    pages["semua"] = everything()
    for name, seed, steps, lanes in SEEDS:
        pages[name] = made_up(seed, steps, lanes)
    return pages


def made_up(seed: int, steps: int, lanes: int) -> Prosedur:
    """Make up a twisted procedure."""

    return procedure(Random(f"tabel/{seed}"), steps, lanes, TWISTED)


def table_html(table: Prosedur) -> str:
    """Return the step table of a procedure as the site shows it."""
    one = sop(tabel=(table,))
    book = handbook(one)
    return _render(one, BahanSop(book, susun_keterkaitan(book), {}, _role_pages(one)))


def _role_pages(one: Sop) -> dict[tuple[str, str], str]:
    return {(one.instansi, p.label): "index" for p in one.prosedur[0].pelaksana[:1]}


def _render(one: Sop, bahan: BahanSop) -> str:
    halaman = susun_halaman(one, bahan, Alamat("halaman"))
    perender = Perender(ROOT / "overrides" / "templat")
    return perender.render("makro/tabel.html", p=halaman.prosedur[0], h=halaman)


def build_site(folder: Path, tables: dict[str, Prosedur], address: str = "") -> Path:
    """Build a page for each table, and a home page that links them."""
    (folder / "isi").mkdir()
    for name, table in tables.items():
        body = f'<h1 id="judul">{name}</h1><div class="sop-halaman">{table_html(table)}</div>'
        (folder / "isi" / f"{name}.html").write_text(body, encoding="utf-8")
    head = "---\nhide: [navigation, toc]\n---\n"
    pages = {f"{name}.md": f"{head}# {name}\n" for name in tables}
    pages["assets/javascripts/alur.js"] = classic("alur.js")
    pages["index.md"] = "# Beranda\n" + "".join(f"\n- [{n}]({n}.md)" for n in tables)
    return build(folder, pages, config={**CONFIG, "site_url": address}, hook=HOOK)


def classic(name: str) -> str:
    """Return a script as the bundle has it, with the words that it writes, for pages without bundles."""
    scripts = ROOT / "overrides" / "assets" / "javascripts"
    words: dict[str, dict[str, str]] = {}
    for key, text in TULISAN.items():
        feature, word = key.split(".")
        words.setdefault(feature, {})[word] = f"{key}\n{text}"
    own = (scripts / "tulisan.js").read_text(encoding="utf-8").replace("export ", "")
    script = (scripts / name).read_text(encoding="utf-8")
    line = 'import { write } from "./tulisan.js"\n'
    assert line in script
    return f"const TULISAN = {json.dumps(words)}\n{own}{script.replace(line, '')}"


@dataclass(frozen=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def gap(self, other: Rect) -> float:
        """How far apart two rectangles are; negative where they overlap."""
        across = max(self.left - other.right, other.left - self.right)
        down = max(self.top - other.bottom, other.top - self.bottom)
        return max(across, down)

    def corners(self) -> Sequence[tuple[float, float]]:
        return [(x, y) for x in (self.left, self.right) for y in (self.top, self.bottom)]


@dataclass(frozen=True)
class Symbol:
    rect: Rect
    kind: str

    def distance(self, x: float, y: float) -> float:
        """Distance of a point from the outline in pixels; negative inside."""
        cx, cy = self.rect.centre
        w, h = (self.rect.right - self.rect.left) / 2, (self.rect.bottom - self.rect.top) / 2
        dx, dy = abs(x - cx), abs(y - cy)
        if self.kind == "belah_ketupat":
            return float((dx / w + dy / h - 1) * w * h / (w * w + h * h) ** 0.5)
        radius = min(w, h) if self.kind == "kapsul" else 0.0
        qx, qy = dx - w + radius, dy - h + radius
        outside = (max(qx, 0) ** 2 + max(qy, 0) ** 2) ** 0.5
        return float(outside + min(max(qx, qy), 0) - radius)


@dataclass(frozen=True)
class Arrow:
    pieces: tuple[Rect, ...]
    tip: tuple[float, float]
    source: int
    target: int


@dataclass(frozen=True)
class Measured:
    """A table as the browser laid it out, in pixels."""

    lanes: Rect
    symbols: dict[int, Symbol]
    arrows: tuple[Arrow, ...]
    ties: tuple[Rect, ...]
    labels: tuple[tuple[str, Rect], ...]

    def lines(self) -> list[Rect]:
        return [*self.ties, *(piece for arrow in self.arrows for piece in arrow.pieces)]


MEASURE = """table => {
  const box = element => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return [left, top, right, bottom]
  }
  const all = (selector, make) => [...table.querySelectorAll(selector)].map(make)
  const kind = element => /sop-lambang--(kapsul|kotak|belah_ketupat)/.exec(element.className)[1]
  const text = element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return [element.textContent, box(range)]
  }
  const cells = all("tbody td.sop-lane", box)
  return {
    lanes: [0, 1, 2, 3].map(i => Math[i < 2 ? "min" : "max"](...cells.map(cell => cell[i]))),
    symbols: all(".sop-lambang", s => [Number(s.dataset.s), kind(s), box(s)]),
    pieces: all(".sop-v, .sop-h", p => [p.dataset.p ?? "", box(p)]),
    heads: all(".sop-ujung[data-ke]", h => [
      h.dataset.p, /ujung--(\\w+)/.exec(h.className)[1], Number(h.dataset.dari),
      Number(h.dataset.ke), box(h),
    ]),
    labels: all(".sop-label[data-p] bdi", text),
  }
}"""


def measure(page: Page) -> Measured:
    """Measure the drawing of a page's table, as a table also where cards would stand in its place."""
    page.evaluate("document.fonts.ready.then(() => null)")
    page.locator(".sop-muat").evaluate("box => box.style.setProperty('--sop-butuh', 10)")
    found = page.locator(".sop-tabel").evaluate(MEASURE)
    arrows = []
    for id, direction, source, target, head in found["heads"]:
        rect = Rect(*head)
        x, y = rect.centre
        tips = {
            "turun": (x, rect.bottom),
            "naik": (x, rect.top),
            "kanan": (rect.right, y),
            "kiri": (rect.left, y),
        }
        pieces = tuple(Rect(*box) for piece, box in found["pieces"] if piece == id)
        arrows.append(Arrow((*pieces, rect), tips[direction], source, target))
    return Measured(
        lanes=Rect(*found["lanes"]),
        symbols={i: Symbol(Rect(*box), kind) for i, kind, box in found["symbols"]},
        arrows=tuple(arrows),
        ties=tuple(Rect(*box) for piece, box in found["pieces"] if piece == ""),
        labels=tuple((text, Rect(*box)) for text, box in found["labels"]),
    )

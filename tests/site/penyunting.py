"""The editor in a real browser, with `sop sunting` behind it: what tests of it share."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize

from tests.site.buku import CONTOH, environment, make_project, with_settings
from tests.site.kebijakan import what_is_refused

TAMU = "kantor-contoh/penerimaan-tamu"
LANGKAH = """\
nama: Melayani Tamu
status: draf
# Komentar yang tidak boleh hilang
pelaksana:
  staf: Staf
  kepala: Kepala
langkah:
  - kegiatan: Mencatat tamu
    pelaksana: staf
    waktu: 5 menit  # dari buku tamu
    output: Catatan
  - kegiatan: Memeriksa keperluan
    pelaksana: kepala
    waktu: 10 menit
  - kegiatan: Mengantar tamu
    pelaksana: staf
"""
"""An SOP of the tests' own, as people write it."""


@dataclass(frozen=True)
class Penyunting:
    """A running `sop sunting`, with the way in."""

    folder: Path
    tautan: str
    kue: list[Any] = field(default_factory=list)
    """What the browser that came in remembers: the link of the terminal is good for one."""

    def teks(self, sop: str) -> str:
        """Return what stands in the file of an SOP."""
        return (self.folder / "sop_data" / f"{sop}.yml").read_text(encoding="utf-8")

    def tulis(self, sop: str, teks: str) -> None:
        """Save the file of an SOP, as somebody else would."""
        (self.folder / "sop_data" / f"{sop}.yml").write_text(teks, encoding="utf-8")

    def masuk(self, context: BrowserContext) -> None:
        """Let a browser come in."""
        if self.kue:
            context.add_cookies(self.kue)
            return
        page = context.new_page()
        page.goto(self.tautan)
        page.close()
        self.kue.extend(context.cookies())


@contextmanager
def sedang_sunting(folder: Path, setelan: str = "", **variables: str) -> Iterator[Penyunting]:
    """Serve a made-up handbook for editing, with settings of its own and variables of the environment."""
    make_project(folder, {**CONTOH, "kantor-contoh/melayani.yml": LANGKAH})
    if setelan:
        mkdocs = folder / "mkdocs.yml"
        teks = with_settings(mkdocs.read_text(encoding="utf-8"), setelan)
        mkdocs.write_text(teks, encoding="utf-8")
    command = [sys.executable, "-m", "buku_sop", "sunting", "--tanpa-peramban"]
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as keluaran:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(**variables), stderr=keluaran, text=True
        )
    try:
        while "Siap dalam" not in (text := log.read_text(encoding="utf-8")):
            assert process.poll() is None, text
            time.sleep(0.1)
        baris = next(x for x in text.splitlines() if x.startswith("Siap dalam"))
        yield Penyunting(folder, baris.partition(": ")[2].split()[0])
    finally:
        process.terminate()
        process.wait()


class Halaman:
    """The page of the editor, as a test uses it."""

    def __init__(self, page: Page, penyunting: Penyunting) -> None:
        self.page, self.penyunting = page, penyunting
        page.set_default_timeout(90_000)  # how long a busy machine may take is no verdict
        self.galat: list[str] = []
        page.on("pageerror", lambda error: self.galat.append(str(error)))
        self.ditolak = what_is_refused(page)

    @property
    def alamat(self) -> str:
        """Where the server answers."""
        return "/".join([*self.penyunting.tautan.split("/")[:3], ""])

    def buka(self, sop: str = "", anchor: str = "") -> None:
        """Open an SOP, or the first screen."""
        query = f"?sop={sop}" if sop else ""
        self.page.goto(f"{self.alamat}sunting/{query}{anchor}")
        self.page.wait_for_selector(".sunting-kisi table" if sop else ".sunting-mulai")
        self.diam()

    def buka_baru(self, instansi: str, nama: str) -> None:
        """Begin a new SOP."""
        self.page.goto(f"{self.alamat}sunting/?instansi={instansi}&baru={quote(nama)}")
        self.page.wait_for_selector(".sunting-awal")
        self.diam()

    def diam(self) -> None:
        """Wait until everything that was asked of the engine has been answered and kept."""
        self.page.wait_for_function(
            """() => {
              const app = document.getElementById("sunting").sunting
              return !app?.draf || (!app.draf.busy && !app.draf.geser.promised && !app.unkept && !app.pending && !app.renaming && !app.taking)
            }"""
        )

    def sel(self, n: int, kelas: str) -> Locator:
        """Return the cell of a class in the row of a step, counted from 0."""
        return self.page.locator(f'tr[data-n="{n}"] .{kelas}')

    def lajur(self, n: int, lajur: int) -> Locator:
        """Return the cell of a lane in the row of a step."""
        return self.page.locator(f'tr[data-n="{n}"] td.sop-lane').nth(lajur)

    def teks(self) -> str:
        """Return the text of the file as it is being written."""
        return str(self.page.evaluate("document.getElementById('sunting').sunting.draf.teks"))

    def kegiatan(self) -> list[str]:
        """Return the first line of each activity that is shown."""
        return [
            x.split("\n")[0] for x in self.page.locator("tbody td.sop-kegiatan").all_inner_texts()
        ]

    def ketik(self, *keys: str) -> None:
        """Press keys, one after another; what has more than one letter and no name is typed."""
        for key in keys:
            if len(key) == 1 or key.split("+")[-1] in _NAMES:
                self.page.keyboard.press(key)
            else:
                self.page.keyboard.type(key)

    def urungkan_semua(self) -> int:
        """Undo as long as there is something to undo, and return how often."""
        tombol = self.page.get_by_role("button", name="↶ Urungkan")
        kali = 0
        while tombol.is_enabled():
            tombol.click()
            self.diam()
            kali += 1
        return kali


_NAMES = {
    "Enter", "Escape", "Tab", "Delete", "F2", "F6", "Backspace", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight",
    "a", "d", "k", "s", "y", "z",
}  # fmt: skip


def halaman(browser: Browser, penyunting: Penyunting, *, jari: bool = False) -> Halaman:
    """Return a page in a browser that remembers nothing, and that may write; with `jari` on a tablet held upright."""
    size: ViewportSize = {"width": 768 if jari else 1280, "height": 1024 if jari else 800}
    context = browser.new_context(viewport=size, has_touch=jari)
    penyunting.masuk(context)
    return Halaman(context.new_page(), penyunting)

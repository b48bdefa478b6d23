"""The pictures of the guide on editing: `python -m tests.dev.gambar_sunting` takes them anew into `docs/panduan/`.

The editor is run on an SOP of a made-up office, as the tests run it, and led to what each picture shows. A picture has at
most 64 colours, which is what drawn pages need; so it stays small enough for the package.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, sync_playwright

from tests.chromium import launch
from tests.paths import ROOT
from tests.site.penyunting import Halaman, Penyunting, halaman, sedang_sunting

FOLDER = ROOT / "docs" / "panduan"
SOP = "kantor-contoh/peminjaman-ruang"
WIDTH = 1240
TEXT = """\
nama: Peminjaman Ruang Rapat
status: draf
nomor: 07/SOP/2026
pelaksana:
  pemohon: Pemohon
  tu: Petugas Tata Usaha
  kasubbag: Kepala Subbagian
langkah:
  - id: ajukan
    kegiatan: Mengajukan permohonan
    pelaksana: pemohon
    kelengkapan: Surat permohonan
    waktu: 10 menit
    output: Surat permohonan
  - kegiatan: Mencatat permohonan dalam buku agenda
    pelaksana: tu
    kelengkapan: Surat permohonan
    waktu: 5 menit
    output: Permohonan tercatat
  - kegiatan: Memeriksa jadwal pemakaian ruang
    pelaksana: tu
    kelengkapan: Permohonan tercatat
    waktu: 10 menit
    output: Jadwal ruang
  - kegiatan: Menyetujui permohonan
    pelaksana: kasubbag
    kelengkapan: Jadwal ruang
    waktu: 1 hari kerja
    output: Surat persetujuan
  - kegiatan: Menyerahkan kunci kepada Pemohon
    pelaksana: tu
    kelengkapan: Surat persetujuan
    waktu: 5 menit
    output: Tanda terima
    keterangan: SOP Pengarsipan
"""
PASTED = """() => {
  const rows = [["Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output"],
    ["Menyiapkan ruang dan perlengkapannya", "Petugas Tata Usaha", "Daftar perlengkapan", "2 jam", "Ruang siap pakai"],
    ["Memeriksa kebersihan sesudah rapat", "Petugas Kebersihan", "Daftar periksa", "15 menit", "Catatan"]]
  const data = new DataTransfer()
  data.setData("text/plain", rows.map(row => row.join("\\t")).join("\\n"))
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))
}"""


def take(h: Halaman, name: str, height: int) -> None:
    """Take the upper part of the page, below the site's own head."""
    top = h.page.locator(".sunting-kepala").bounding_box()
    assert top
    clip: FloatRect = {"x": 0, "y": top["y"] - 6, "width": WIDTH, "height": height}
    h.page.wait_for_timeout(500)  # what appears slowly has appeared
    picture = Image.open(io.BytesIO(h.page.screenshot(clip=clip))).convert("RGB")
    small = picture.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(FOLDER / f"{name}.png", optimize=True)
    print(name, (FOLDER / f"{name}.png").stat().st_size)


def begin(h: Halaman) -> None:
    """Show how a new SOP begins."""
    h.buka_baru("kantor-contoh", "Peminjaman Ruang Rapat")
    h.ketik("Pemohon", "Enter", "Petugas Tata Usaha", "Enter", "Kepala Subbagian")
    take(h, "menyunting-baru", 370)
    h.page.get_by_role("button", name="Buat tabelnya").click()
    h.diam()
    h.ketik("Mengajukan permohonan", "Tab", "Tab", "Tab", "Tab", "Surat permohonan", "Tab", "10 menit", "Tab", "Surat permohonan",
            "Enter", "Mencatat permohonan dalam buku agenda", "Tab", "Tab", "Enter", "Tab", "Tab")  # fmt: skip
    h.diam()
    h.ketik("F2")
    take(h, "menyunting-tab", 360)
    h.ketik("Escape", "Escape")


def edit(h: Halaman) -> None:
    """Show the four small tasks."""
    h.buka(SOP)
    h.sel(1, "sop-isi--waktu").click()
    h.ketik("F2", "Control+a", "90 menit")
    take(h, "menyunting", 560)
    h.ketik("Escape")
    h.sel(1, "sop-kegiatan").click()
    h.page.get_by_role("button", name="Sisipkan di bawah").click()
    h.ketik("Memberi tahu bila surat belum lengkap")
    take(h, "menyunting-sisip", 470)
    h.ketik("Control+a", "Backspace", "Escape")
    h.sel(3, "sop-kegiatan").click()
    h.page.get_by_role("button", name="Jadikan keputusan").click()
    h.sel(0, "sop-kegiatan").hover()
    take(h, "menyunting-keputusan", 520)
    h.sel(0, "sop-kegiatan").click()
    h.diam()
    take(h, "menyunting-cabang", 560)
    h.page.locator("thead .sop-lane").first.dblclick()
    h.ketik("Peminjam", "Enter")
    h.page.locator("dialog[open] .sunting-centang").first.wait_for()
    take(h, "menyunting-peran", 560)
    h.page.get_by_role("button", name="Ganti yang dicentang").click()
    h.page.locator("dialog").wait_for(state="detached")
    h.diam()


def send(h: Halaman) -> None:
    """Show how it is sent from a published site, where nobody may write into a folder."""
    h.page.evaluate("document.getElementById('sunting').sunting.mesin.menulis = false")
    h.ketik("Control+s")
    h.page.locator("dialog[open]").wait_for()
    take(h, "menyunting-kirim", 590)
    h.ketik("Escape")


def paste(h: Halaman) -> None:
    """Show rows that are pasted."""
    h.sel(4, "sop-kegiatan").click()
    h.ketik("Escape")
    h.page.evaluate(PASTED)
    h.page.locator("dialog[open]").wait_for()
    take(h, "menyunting-tempel", 570)


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        forge = {"SOP_REPO_URL": "https://github.com/kantor-contoh/buku-sop", "SOP_FORGE": "github"}
        with sedang_sunting(Path(folder), **forge) as penyunting, launch(playwright) as browser:
            penyunting.tulis(SOP, TEXT)
            h = _page(halaman(browser, penyunting), penyunting)
            for work in (begin, edit, send, paste):
                work(h)


def _page(h: Halaman, penyunting: Penyunting) -> Halaman:
    h.page.set_viewport_size({"width": WIDTH, "height": 700})
    return Halaman(h.page, penyunting)


if __name__ == "__main__":
    main()

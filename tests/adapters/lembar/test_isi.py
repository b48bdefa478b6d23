"""Lines and lists of cells and boxes are printed, each line on its own, with the document's marks."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf

from buku_sop.adapters.lembar.printing import make_pdfs
from buku_sop.model import Giliran, Pelaksana, Prosedur
from tests.adapters.lembar.conftest import hasil_dari
from tests.builders import giliran, handbook, langkah, sop


def test_each_line_of_a_cell_and_a_box_is_a_line_of_the_sheet(
    buat_root: Callable[[], Path],
) -> None:
    satu = langkah(
        "Memilah berkas:\na. rusak\nb. ganda",
        kelengkapan=("1. Surat\n  - asli\n2. Map",),
        output=("Daftar\nBerita acara",),
        keterangan=("- lihat arsip\n- <b>tebal</b>",),
    )
    dokumen = sop(satu, peringatan=("Akibatnya:\n1) hilang\n2) rusak",))
    (berkas,) = make_pdfs(buat_root(), hasil_dari(handbook(dokumen))).values()
    teks = subprocess.run(
        ["pdftotext", "-layout", str(berkas), "-"], capture_output=True, text=True, check=True
    ).stdout
    for baris in ("Memilah berkas:", "a. rusak", "b. ganda", "1. Surat", "- asli", "2. Map",
                  "Daftar", "Berita acara", "- lihat arsip", "- <b>tebal</b>",
                  "Akibatnya:", "1) hilang", "2) rusak"):  # fmt: skip
        assert baris in teks, baris
    assert "rusak b. ganda" not in " ".join(teks.split("\n"))
    assert "a. rusak b." not in teks


def test_a_short_word_with_slashes_or_hyphens_is_not_broken(buat_root: Callable[[], Path]) -> None:
    """The lines before it are of every length, so that some end within the word if they can."""
    awal = ["Mengirim " + "i" * (n % 30) + " surat" * (n // 8 + 6) for n in range(60)]
    semua = (langkah(f"{a} kepada K/L/PD terkait", keterangan=f"{a} Sub-Bagian") for a in awal)
    buku = handbook(sop(*semua))
    (pdf,) = make_pdfs(buat_root(), hasil_dari(buku), situs="").values()
    teks = "\n".join(p.extract_text() for p in pypdf.PdfReader(pdf).pages)
    assert teks.count("K/L/PD") == teks.count("Sub-Bagian") == len(awal)


def test_headings_that_lanes_share_are_printed_and_move_the_drawing_down_with_the_rows(
    buat_root: Callable[[], Path],
) -> None:
    lanes = (
        Pelaksana("kepala", "Kepala"),
        Pelaksana("kirim", "Gudang", "Pengirim"),
        Pelaksana("terima", "Gudang", "Penerima"),
        Pelaksana("arsip", "Arsiparis", "Penerima"),
    )
    mulai, akhir = Giliran(("kepala",), teks="Mulai"), Giliran(("arsip",), teks="Selesai")
    semua = (langkah("Mengirim", mulai, giliran("kirim")), langkah("Menyimpan", akhir))
    isi = sop(tabel=(Prosedur(lanes, semua),))
    (pdf,) = make_pdfs(buat_root(), hasil_dari(handbook(isi))).values()
    xml = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    kata = {
        m[3]: (float(m[1]) + float(m[2])) / 2
        for m in re.finditer(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<', xml)
    }
    assert kata["Pelaksana"] < kata["Pengirim"] == kata["Penerima"] < kata["Gudang"]
    assert abs(kata["Mulai"] - kata["Mengirim"]) < 2
    assert abs(kata["Selesai"] - kata["Menyimpan"]) < 2


def test_a_title_leaves_a_page_with_two_lines_of_its_box_at_least(
    buat_root: Callable[[], Path],
) -> None:
    """However much of the page is left for them."""
    awas = tuple(f"Awas {n}" for n in range(60))
    semua = [
        sop(
            langkah(),
            id=f"kantor-contoh/hukum-{n}",
            dasar_hukum=tuple(f"Peraturan {i}" for i in range(n)),
            peringatan=awas,
        )
        for n in range(21, 25)
    ]
    terpisah = 0
    for pdf in make_pdfs(buat_root(), hasil_dari(handbook(*semua)), situs="").values():
        pertama = pypdf.PdfReader(pdf).pages[0].extract_text()
        if "Peringatan" in pertama:
            assert "Awas 1" in pertama.split("Peringatan")[1]
            terpisah += "Awas 59" not in pertama
    assert terpisah > 1

"""Text with tables: the samples as one pastes them from a word processor, Markdown, TSV and HTML, read as drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.impor.pembaca import TakTerbaca, baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.loading.draf import bangun_draf
from buku_sop.loading.sunting.naskah import buka
from tests.paths import SOP_DATA

CONTOH = sorted(SOP_DATA.glob("*/*-*.yml"))
KOLOM = ("kelengkapan", "waktu", "output", "keterangan")


def satu(berkas: Path) -> Draf:
    (draf,) = kenali(baca(berkas), bangun_draf)
    return draf


def teks(nilai: Any) -> str:
    """Return what a cell says; lists as the samples' documents have them."""
    return ", ".join(nilai) if isinstance(nilai, list) else str(nilai or "")


def isi(langkah: Mapping[str, Any]) -> list[str]:
    return [langkah["kegiatan"], *(teks(langkah.get(k)).replace("\n", ", ") for k in KOLOM)]


# --- How the documents came ---------------------------------------------------------------


def lurus(kepala: list[list[str]], baris: list[list[str]], lane: int) -> list[list[str]]:
    """Leave everything in its column."""
    return [*kepala, *baris]


def bernomor_dalam(kepala: list[list[str]], baris: list[list[str]], lane: int) -> list[list[str]]:
    """Put the number before the activity; further down it has a cell of its own, which takes one of a lane."""
    hasil = [[b[0] + ". " + b[1], *b[2:]] for b in baris[:5]]
    hasil += [[b[0] + ".", b[1], *b[3:]] for b in baris[5:]]
    return [[b[1], *b[2:]] for b in kepala] + hasil


def rapat(kepala: list[list[str]], baris: list[list[str]], lane: int) -> list[list[str]]:
    """Merge the lanes of the later rows, and rule off the last as if it were a heading."""
    tengah = [[b[0], b[1], "", *b[2 + lane :]] for b in baris[5:-1]]
    return [*kepala, *baris[:5], [""], *tengah, baris[-1], ["----", "--", "---"]]


def tergeser(kepala: list[list[str]], baris: list[list[str]], lane: int) -> list[list[str]]:
    """Let the first heading be a cell short, and the lower one have one too many."""
    atas, bawah = kepala
    return [[*atas[:3], *atas[4:], ""], [*bawah[:-2], "", bawah[-2]], *baris]


def tiga_kepala(kepala: list[list[str]], baris: list[list[str]], lane: int) -> list[list[str]]:
    """Put the headings on three rows, with a rule between, and give no cells to remarks where there are none."""
    ket = ["Ket"] if any(b[-1] for b in baris) else []
    kanan = ["Kelengkapan", "Waktu", "Output", *ket]
    atas = [["", "Kegiatan", "Pelaksana", "Mutu Baku", "Ket"], ["--", "---", "---"]]
    tengah = ["No", "", *[""] * lane, *kanan]
    bawah = ["", "", *kepala[1][2 : 2 + lane], *[""] * len(kanan)]
    return [*atas, [""], tengah, bawah, *(b if ket else b[:-1] for b in baris)]


CARA: list[Callable[..., list[list[str]]]] = [lurus, rapat, bernomor_dalam, tergeser, tiga_kepala]


def tabel(data: Mapping[str, Any], cara: Callable[..., list[list[str]]]) -> str:
    """Write the table of steps of a sample as text, without its flow."""
    nama = [p if isinstance(p, str) else p["nama"] for p in data["pelaksana"].values()]
    kosong = [""] * (len(nama) - 1)
    kepala = [
        ["No", "Kegiatan", "Pelaksana", *kosong, "Mutu Baku", "", "", "Ket"],
        ["", "", *nama, "Kelengkapan", "Waktu", "Output", ""],
    ]
    baris = [
        [str(n), x["kegiatan"], *[""] * len(nama), *isi(x)[1:]]
        for n, x in enumerate(data["langkah"], 1)
    ]
    return "\n".join("\t".join(b) for b in cara(kepala, baris, len(nama)))


@pytest.mark.parametrize("berkas", CONTOH, ids=lambda p: f"{p.parent.name}-{p.stem}")
@pytest.mark.parametrize("cara", CARA, ids=lambda c: c.__name__)
def test_every_cell_of_the_samples_and_lanes_as_doubts(
    tmp_path: Path, berkas: Path, cara: Callable[..., list[list[str]]]
) -> None:
    data: Any = buka(f"x/{berkas.name}", berkas.read_text("utf-8")).data
    butir = "".join(f"<li>{n}. {x}</li>" for n, x in enumerate(data.get("dasar_hukum", []), 1))
    ttd = "Kepala Kantor <b>NAMA REKAAN, S.Sos.</b> NIP. 19700101 199001 1 001"
    badan = (
        f"**KANTOR REKAAN**\n\nNomor SOP\t7/2024\nTgl Pembuatan\t18 Maret 2023\nTgl Revisi\t\nDisahkan oleh\t{ttd}\n"
        f"Nama SOP\t<b>{data['nama']}</b>\n\nDasar Hukum:\tPeringatan:\n<ol>{butir}</ol>\tJangan lalai\n\n"
    )
    asal = tmp_path / "a.txt"
    asal.write_text(badan + tabel(data, cara), encoding="utf-8")
    draf = satu(asal)
    assert [isi(x) for x in draf.isi["langkah"]] == [isi(x) for x in data["langkah"]]
    nama = [p if isinstance(p, str) else p["nama"] for p in data["pelaksana"].values()]
    assert list(draf.isi["pelaksana"].values()) == nama
    assert all("pelaksana" in x["perlu_konfirmasi"] for x in draf.isi["langkah"])
    assert draf.isi["nama"] == data["nama"]
    assert draf.isi.get("dasar_hukum", []) == data.get("dasar_hukum", [])
    assert draf.isi["kop"] == ["KANTOR REKAAN"]
    assert draf.isi["disahkan_oleh"]["nama"] == "NAMA REKAAN, S.Sos."
    assert draf.sisa == ()


MARKDOWN = """# SOP Menerima Tamu

| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |
|----|----------|-----------|-------------|-------|--------|
| 1 | Menerima **tamu** | Satpam | Buku tamu | 5 menit | Catatan |
| 2 | Mengantar tamu\\|kurir | Staf | - | 5 menit | Tamu di ruang |
| 3 | Melapor | Satpam | Buku tamu | 1 menit | Laporan |
"""


def test_markdown_names_its_performers_in_a_column(tmp_path: Path) -> None:
    asal = tmp_path / "a.md"
    asal.write_text(MARKDOWN, encoding="utf-8")
    draf = satu(asal)
    langkah = draf.isi["langkah"]
    assert draf.isi["nama"] == "Menerima Tamu"
    assert draf.isi["pelaksana"] == {"satpam": "Satpam", "staf": "Staf"}
    assert [x["pelaksana"] for x in langkah] == ["satpam", "staf", "satpam"]
    assert langkah[1]["kegiatan"] == "Mengantar tamu|kurir"
    assert [(k.bidang, k.langkah) for k in draf.keraguan] == [("nama", None), ("langkah", None)]
    assert "simbol" not in langkah[0]
    assert "ke" not in langkah[2]


def test_two_procedures_under_two_titles_are_two_drafts(tmp_path: Path) -> None:
    asal = tmp_path / "a.md"
    asal.write_text(MARKDOWN + "\n" + MARKDOWN.replace("Tamu", "Barang", 1), encoding="utf-8")
    assert [d.nama for d in kenali(baca(asal))] == ["Menerima Tamu", "Menerima Barang"]


HTML = """<html><head><meta charset="windows-1252"><style>x</style></head><body>
<p>SOP \x93Menerima Surat\x94</p><table>
<tr><th rowspan=2>No</th><th rowspan=2>Uraian Kegiatan</th><th colspan=2>Pelaksana</th><th colspan=3>Mutu Baku</th></tr>
<tr><td>Staf</td><td>Kepala</td><td>Persyaratan</td><td>Waktu</td><td>Keluaran</td></tr>
<tr><td>1<td>Menerima surat<td>Mulai<td>&nbsp;<td><ol><li>Surat<li>Amplop</ol><td rowspan=2>5 menit<td>Surat</tr>
<tr><td>2<td>Membaca &lt;surat&gt;<td><td>v<td>Surat<td>Disposisi</tr>
<tr><td>3<td>Menyimpan<td>Selesai<td><td>Surat<td>1 menit<td><!-- bukan isi -->Arsip<br>Salinan</tr>
</table><script>var x = "<td>bukan isi</td>";</script></body></html>"""


def test_html_with_merged_cells_and_marks_in_lanes(tmp_path: Path) -> None:
    asal = tmp_path / "a.htm"
    asal.write_bytes(HTML.encode("latin-1"))
    draf = satu(asal)
    satu_, dua, tiga = draf.isi["langkah"]
    assert draf.isi["nama"] == "“Menerima Surat”"
    assert satu_["kelengkapan"] == "1. Surat\n2. Amplop"
    assert dua["kegiatan"] == "Membaca <surat>"
    assert (dua["pelaksana"], tiga["output"]) == ("kepala", "Arsip\nSalinan")
    assert satu_["pelaksana"] == [{"pelaksana": "staf", "teks": "Mulai"}]
    assert "waktu" in dua["perlu_konfirmasi"]  # shared with the row above
    assert draf.isi["istilah"]["output"] == "Keluaran"
    assert not any("bukan isi" in s.teks for s in draf.sisa)


def test_tsv_with_line_breaks_in_cells_and_other_encodings(tmp_path: Path) -> None:
    asal = tmp_path / "a.tsv"
    baris = 'No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\r\n1\t"Menerima\r\nberkas"\tStaf\tBerkas\t5 menit\tArsip\r\n'
    asal.write_bytes(baris.encode("utf-16"))
    (langkah,) = satu(asal).isi["langkah"]
    assert (langkah["kegiatan"], langkah["output"]) == ("Menerima\nberkas", "Arsip")


@pytest.mark.parametrize(
    ("isi", "sebab"), [(b"", "kosong"), (bytes(5000), "bukan teks"), (b"<table>" * 50, "kosong")]
)
def test_texts_that_give_nothing_say_why(tmp_path: Path, isi: bytes, sebab: str) -> None:
    asal = tmp_path / "a.txt"
    asal.write_bytes(isi)
    with pytest.raises(TakTerbaca, match=sebab):
        baca(asal)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.txt", "a\t" * 500),
        ("a.html", "<table><tr>" + "<td rowspan=200 colspan=200>x</td>" * 40),
    ],
    ids=["kolom", "sel lintas"],
)
def test_tables_that_no_document_has_are_refused(tmp_path: Path, nama: str, isi: str) -> None:
    asal = tmp_path / nama
    asal.write_text(isi + "<tr><td>y</td></tr>" * 300, encoding="utf-8")
    with pytest.raises(TakTerbaca, match=r"kolom"):
        baca(asal)


def test_items_that_were_run_together_are_doubted_where_they_can_be_told(tmp_path: Path) -> None:
    asal = tmp_path / "a.txt"
    satu_, dua = "SOP Menerima Surat (SOP-01/2024)", "SOP Menyimpan Surat"
    badan = (
        "Nomor SOP\t7\nNama SOP\tA\nTgl Pembuatan\t1 Mei 2024\nKeterkaitan\tPeringatan\n{}\tAwas\n"
    )

    def ragu(isi: str) -> bool:
        asal.write_text(badan.format(isi), encoding="utf-8")
        return any(k.bidang == "keterkaitan" for k in satu(asal).keraguan)

    assert not ragu(satu_)
    assert not ragu(f"<ol><li>{satu_}</li><li>{dua}</li></ol>")
    assert ragu(f"<ol>{satu_} {dua}</ol>")

"""Flows that are pictures in Word and Excel files: traced wherever they are placed, one doubt each, hostile ones refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PIL import Image, ImageDraw

from buku_sop.adapters.impor import foto as pembaca_foto
from buku_sop.adapters.impor.pembaca import baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.loading.draf import bangun_draf
from tests.adapters.impor import buku_kerja, dokumen_word
from tests.adapters.impor.buku_kerja import Gambar
from tests.adapters.impor.dokumen_word import (
    KEPALA,
    LEBAR,
    PIC,
    TINGGI,
    Word,
    baris,
    bentuk,
    jangkar,
    p,
    sebaris,
    sel,
    tabel,
    tabel_langkah,
)

LANGKAH = [
    ("1", "Menerima berkas", "Surat", "5 menit", "Berkas"),
    ("2", "Memeriksa berkas", "Berkas", "1 jam", "Hasil periksa"),
    ("3", "Menyimpan berkas", "Hasil", "5 menit", "Arsip"),
]
W, H = 150.0, 3.0 * TINGGI
"""Points of the two lanes beside the three steps."""
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def lukis(skala: float = 2.67, tinggi: float = TINGGI) -> Image.Image:
    """Draw a start and an end of the clerk, and between them a box of the head, so large as three rows and two lanes."""
    gambar = Image.new("L", (round(W * skala), round(3 * tinggi * skala)), 255)
    pena = ImageDraw.Draw(gambar)
    tebal = max(1, round(skala * 0.8))

    def t(*titik: float) -> list[float]:
        return [n * skala for n in titik]

    def kepala(x: float, y: float, dx: float, dy: float) -> None:
        pena.polygon(
            t(x, y, x - 5 * dx - 2 * dy, y - 5 * dy - 2 * dx, x - 5 * dx + 2 * dy, y - 5 * dy + 2 * dx), fill=0
        )  # fmt: skip

    y = [tinggi * n + tinggi / 2 for n in range(3)]
    for n, x in enumerate((37.5, 112.5, 37.5)):
        kotak = t(x - 22, y[n] - 9, x + 22, y[n] + 9)
        if n == 1:
            pena.rectangle(kotak, outline=0, width=tebal)
        else:
            pena.rounded_rectangle(kotak, radius=9 * skala, outline=0, width=tebal)
    pena.line(t(59.5, y[0], 112.5, y[0], 112.5, y[1] - 9), fill=0, width=tebal)
    kepala(112.5, y[1] - 9, 0, 1)
    pena.line(t(90.5, y[1], 37.5, y[1], 37.5, y[2] - 9), fill=0, width=tebal)
    kepala(37.5, y[2] - 9, 0, 1)
    return gambar


def berkas_gambar(gambar: Image.Image, jenis: str = "PNG") -> bytes:
    keluar = io.BytesIO()
    gambar.save(keluar, jenis)
    return keluar.getvalue()


def word(tmp_path: Path, tempel: str, data: bytes, nama: str = "g.png") -> Path:
    """Write a table of steps whose first lane cell holds a drawing."""
    return Word(tabel_langkah(LANGKAH, {(0, 0): tempel}), media={nama: data}).simpan(
        tmp_path / "bergambar.docx"
    )


def di_atas_tabel(isi: str, uri: str = PIC, kotak: tuple[float, ...] = (0, 0, W, H)) -> str:
    """Anchor something in the first lane cell, over both lanes and the three rows."""
    x, y, w, h = kotak
    return jangkar(isi, uri, (x - 5.4, y, w, h))


def satu(berkas: Path) -> Draf:
    (draf,) = kenali(baca(berkas), bangun_draf)
    return draf


def alur(draf: Draf) -> list[tuple[Any, ...]]:
    return [(x.get("pelaksana"), x.get("simbol"), x.get("ke")) for x in draf.isi["langkah"]]


def ragu(draf: Draf) -> list[tuple[str, int | None]]:
    return [(k.bidang, k.langkah) for k in draf.keraguan if k.bidang == "langkah" or k.langkah]


BENAR = [("staf", None, None), ("kepala", None, None), ("staf", None, None)]


def terbaca(draf: Draf) -> None:
    assert alur(draf) == BENAR
    assert draf.angka.panah == 2
    assert draf.angka.lepas == 0
    assert ragu(draf) == [("langkah", None)]
    assert "dibaca dari gambar" in draf.isi["perlu_konfirmasi"]["langkah"]


def terpotong(sisi: str) -> tuple[bytes, str]:
    """Return a picture with a broad rim, and how it is cut off."""
    gambar = lukis()
    w, h = gambar.size
    luar = Image.new("L", (2 * w, 2 * h), 0)
    luar.paste(gambar, (w // 4, h // 2))
    return berkas_gambar(luar), f'l="12500" t="25000" r="37500" b="25000" {sisi}'


@pytest.mark.parametrize(
    ("jenis", "skala"), [("PNG", 1.4), ("JPEG", 2.67), ("GIF", 2.67), ("BMP", 4.2)]
)
def test_a_picture_over_the_lanes_of_a_word_table_is_read_as_a_drawing(
    tmp_path: Path, jenis: str, skala: float
) -> None:
    isi = dokumen_word.foto("g.png", (0, 0, W, H))
    terbaca(satu(word(tmp_path, di_atas_tabel(isi), berkas_gambar(lukis(skala), jenis))))


def test_a_picture_that_is_cut_is_read_as_it_is_shown(tmp_path: Path) -> None:
    data, tepi = terpotong("")
    isi = dokumen_word.foto("g.png", (0, 0, W, H), tepi)
    terbaca(satu(word(tmp_path, di_atas_tabel(isi), data)))


@pytest.mark.parametrize(
    ("ubah", "xfrm"),
    [
        (Image.Transpose.FLIP_LEFT_RIGHT, 'flipH="1"'),
        (Image.Transpose.FLIP_TOP_BOTTOM, 'flipV="1"'),
        (Image.Transpose.ROTATE_180, 'rot="10800000"'),
    ],
)
def test_a_picture_that_is_turned_is_read_as_it_is_shown(
    tmp_path: Path, ubah: Image.Transpose, xfrm: str
) -> None:
    isi = dokumen_word.foto("g.png", (0, 0, W, H), xfrm=xfrm)
    terbaca(satu(word(tmp_path, di_atas_tabel(isi), berkas_gambar(lukis().transpose(ubah)))))


def test_a_picture_that_stands_upright_on_its_side_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """The frame that is said is the one before the turn."""
    rebah = lukis().transpose(Image.Transpose.ROTATE_90)
    isi = dokumen_word.foto("g.png", (0, 0, H, W), xfrm='rot="5400000"')
    kotak = ((W - H) / 2, (H - W) / 2, H, W)
    terbaca(satu(word(tmp_path, di_atas_tabel(isi, kotak=kotak), berkas_gambar(rebah))))


def test_a_picture_in_a_group_is_read_at_the_scale_of_the_group(tmp_path: Path) -> None:
    """The group counts in units of its own: twice as many."""
    emu = 12700
    isi = (
        f'<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(W * emu)}" cy="{int(H * emu)}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{int(2 * W * emu)}" cy="{int(2 * H * emu)}"/></a:xfrm></wpg:grpSpPr>'
        f"{dokumen_word.foto('g.png', (0, 0, 2 * W, 2 * H))}</wpg:wgp>"
    )
    terbaca(satu(word(tmp_path, di_atas_tabel(isi, WPG), berkas_gambar(lukis()))))


def test_a_picture_as_older_programs_write_it_is_read(tmp_path: Path) -> None:
    tempel = (
        f'<w:r><w:pict><v:shape type="#_x0000_t75" style="position:absolute;margin-left:-5.4pt;margin-top:0;width:{W}pt;'
        f'height:{H}pt"><v:imagedata r:id="g.png" cropleft="8192f" croptop="16384f" cropright="0.375" cropbottom="16384f"/>'
        "</v:shape></w:pict></w:r>"
    )
    terbaca(satu(word(tmp_path, tempel, terpotong("")[0])))


def test_a_picture_in_the_line_of_a_merged_cell_falls_into_the_rows_beside_it(
    tmp_path: Path,
) -> None:
    """All lanes of all rows are one cell, and the rows are as high as the picture makes them."""
    mulai, lanjut, dua = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    gambar = sebaris(dokumen_word.foto("g.png", (0, 0, W - 12, H)), W - 12, H)
    kepala = [
        baris(
            sel(25, p("No"), sifat=mulai), sel(200, p("Kegiatan"), sifat=mulai), sel(150, p("Pelaksana"), sifat=dua),
            *(sel(w, p(t), sifat=mulai) for w, t in zip(LEBAR[4:], ("Kelengkapan", "Waktu", "Output"), strict=True)),
            tinggi=KEPALA,
        ),
        baris(
            sel(25, sifat=lanjut), sel(200, sifat=lanjut), sel(75, p("Staf")), sel(75, p("Kepala")),
            *(sel(w, sifat=lanjut) for w in LEBAR[4:]), tinggi=KEPALA,
        ),
    ]  # fmt: skip
    isi = [
        baris(sel(25, p(no)), sel(200, p(kegiatan)),
              sel(150, p(gambar="" if n else gambar), sifat=dua + (lanjut if n else mulai)),
              *(sel(w, p(t)) for w, t in zip(LEBAR[4:], lain, strict=True)), tinggi=TINGGI)
        for n, (no, kegiatan, *lain) in enumerate(LANGKAH)
    ]  # fmt: skip
    berkas = Word(tabel(LEBAR, *kepala, *isi), media={"g.png": berkas_gambar(lukis())})
    terbaca(satu(berkas.simpan(tmp_path / "gabung.docx")))


def test_a_symbol_of_a_picture_near_a_border_that_is_only_estimated_is_doubted(
    tmp_path: Path,
) -> None:
    isi = di_atas_tabel(dokumen_word.foto("g.png", (0, 0, W, H)), kotak=(0, 20, W, H))
    bebas = tabel_langkah(LANGKAH, {(0, 0): isi}).replace(' w:hRule="exact"', "")
    berkas = Word(bebas, media={"g.png": berkas_gambar(lukis())}).simpan(tmp_path / "b.docx")
    assert any("hanya diperkirakan" in k.alasan for k in satu(berkas).keraguan)


def test_what_is_drawn_over_a_picture_stands_in_its_place(tmp_path: Path) -> None:
    """The box of the head is covered with white, and drawn again at the clerk."""
    putih = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    y = 1.5 * TINGGI
    tutup = jangkar(
        bentuk(5, "rect", isi=putih), "x", (85 - 5.4, y - 20, 62, 34), 5
    ).replace("<wp:anchor ", '<wp:anchor relativeHeight="9" ')  # fmt: skip
    isi = di_atas_tabel(dokumen_word.foto("g.png", (0, 0, W, H)))
    data = berkas_gambar(lukis())
    tertutup = satu(word(tmp_path, isi + tutup, data))
    assert [a[0] for a in alur(tertutup)][::2] == ["staf", "staf"]
    assert alur(tertutup)[1][0] != "kepala"
    di_bawah = tutup.replace('relativeHeight="9"', 'behindDoc="1"')
    terbaca(satu(word(tmp_path, isi + di_bawah, data)))


def buku() -> Workbook:
    hasil = Workbook()
    hasil.active.title = "SOP"
    buku_kerja.tabel(hasil.active, [(*x[:2], None, None, *x[2:]) for x in LANGKAH])
    return hasil


def lane(berkas: Path) -> tuple[float, float, float, float]:
    """Return where the lanes of a sheet stand beside its steps: x, y, width, height."""
    (halaman,) = baca(berkas).halaman
    x, y = halaman.tabel[0].x, halaman.tabel[0].y
    return x[2], y[2], x[4] - x[2], y[5] - y[2]


@pytest.mark.parametrize("cara", ["lepas", "terpotong", "berkelompok"])
def test_a_picture_over_the_lanes_of_a_sheet_is_read_as_a_drawing(
    tmp_path: Path, cara: str
) -> None:
    kotak = lane(buku_kerja.simpan(tmp_path / "kosong.xlsx", buku()))
    data, tepi = terpotong("") if cara == "terpotong" else (berkas_gambar(lukis()), "")
    gambar = Gambar(media={"g.png": data})
    isi = gambar.foto("g.png", kotak, tepi)
    if cara == "berkelompok":
        x, y, w, h = (int(v * 12700) for v in kotak)
        letak = "".join(
            f'<a:{pos} x="{x}" y="{y}"/><a:{ukuran} cx="{w}" cy="{h}"/>'
            for pos, ukuran in (("off", "ext"), ("chOff", "chExt"))
        )
        isi = f"<xdr:grpSp><xdr:grpSpPr><a:xfrm>{letak}</a:xfrm></xdr:grpSpPr>{isi}</xdr:grpSp>"
    gambar.di(kotak, isi)
    terbaca(satu(buku_kerja.simpan(tmp_path / "b.xlsx", buku(), gambar)))


def test_a_picture_of_more_than_half_a_page_is_told_as_a_scan(tmp_path: Path) -> None:
    isi = dokumen_word.foto("g.png", (0, 0, 800, 560))
    berkas = Word(p(gambar=sebaris(isi, 800, 560)), media={"g.png": berkas_gambar(lukis(4))})
    dokumen = baca(berkas.simpan(tmp_path / "pindai.docx"))
    assert [h.lukisan for h in dokumen.halaman] == [()]
    assert any("hanya berisi gambar" in c for d in kenali(dokumen, bangun_draf) for c in d.catatan)


def bom(sisi: int) -> bytes:
    """Return a PNG of a few bytes that says to be huge."""

    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", sisi, sisi, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + bagian(b"IHDR", kepala) + bagian(b"IDAT", zlib.compress(b"\0" * 1000)) + bagian(b"IEND", b"")  # fmt: skip


@pytest.mark.parametrize(
    ("data", "nama", "sebab"),
    [
        (bom(6_000), "g.png", "juta piksel"),
        (bom(60_000), "g.png", "juta piksel"),
        (berkas_gambar(lukis())[:400], "g.png", "rusak"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "g.png", "rusak"),
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60, "g.emf", "EMF"),
    ],
)
def test_pictures_that_cannot_be_decoded_are_told_with_the_reason(
    tmp_path: Path, data: bytes, nama: str, sebab: str
) -> None:
    isi = di_atas_tabel(dokumen_word.foto(nama, (0, 0, W, H)))
    berkas = word(tmp_path, isi, data, nama)
    (catatan,) = (c for c in baca(berkas).catatan if "gambar tidak dibaca" in c)
    assert sebab in catatan
    draf = satu(berkas)
    assert not any("pelaksana" in x for x in draf.isi["langkah"])
    assert any("tidak dapat dibaca" in c for c in draf.catatan)


def test_a_workbook_with_a_bomb_is_read_without_it(tmp_path: Path) -> None:
    kotak = lane(buku_kerja.simpan(tmp_path / "kosong.xlsx", buku()))
    gambar = Gambar(media={"g.png": bom(60_000)})
    gambar.di(kotak, gambar.foto("g.png", kotak))
    dokumen = baca(buku_kerja.simpan(tmp_path / "b.xlsx", buku(), gambar))
    assert any("juta piksel" in c for c in dokumen.catatan)


def test_a_picture_that_is_only_linked_is_not_fetched(tmp_path: Path) -> None:
    isi = di_atas_tabel(dokumen_word.foto("tiada", (0, 0, W, H)))
    berkas = word(tmp_path, isi, berkas_gambar(lukis()))
    assert any("hanya ditautkan" in c for c in baca(berkas).catatan)


def test_no_more_pixels_of_a_file_are_decoded_than_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same picture three times, where there is room for two."""
    gambar = lukis()
    monkeypatch.setattr(pembaca_foto, "MAX_SEMUA", gambar.width * gambar.height * 2)
    isi = di_atas_tabel(dokumen_word.foto("g.png", (0, 0, W, H))) * 3
    dokumen = baca(word(tmp_path, isi, berkas_gambar(gambar)))
    assert len(dokumen.halaman[0].lukisan) == 2
    assert any(c.startswith("1 gambar tidak dibaca") for c in dokumen.catatan)

"""Small workbooks made by hand: cells by a library, shapes and connectors as Excel writes them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Border, Side

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_TIPIS = Border(*(Side("thin") for _ in range(4)))


@dataclass
class Gambar:
    """A drawing of a sheet; cells are named by column and row from 0."""

    isi: list[str] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    """Pictures by their file names, which are the ids of their relations too."""

    def bentuk(
        self, id: int, prst: str, kolom: int, baris: int, teks: str = "", isi: str = ""
    ) -> None:
        """Put a shape into a cell, with a margin."""
        p = f"<a:p><a:r><a:t>{teks}</a:t></a:r></a:p>" if teks else "<a:p/>"
        self._jangkar(
            (kolom, baris, 0.2), (kolom, baris, 0.8),
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{id}" name="B"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="{prst}"/>'
            f"{isi}</xdr:spPr><xdr:txBody><a:bodyPr/>{p}</xdr:txBody></xdr:sp>",
        )  # fmt: skip

    def sambung(self, id: int, dari: int, ke: int, *, terbalik: bool = False) -> None:
        """Tie two shapes; nothing is said of where the line runs."""
        ujung = "headEnd" if terbalik else "tailEnd"
        self._jangkar(
            (0, 0, 0.0), (0, 0, 0.1),
            f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{id}" name="P"/><xdr:cNvCxnSpPr><a:stCxn id="{dari}" idx="2"/>'
            f'<a:endCxn id="{ke}" idx="0"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:prstGeom prst="bentConnector3"/>'
            f'<a:ln><a:{ujung} type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>',
        )  # fmt: skip

    def ikon(self, id: int, kolom: int, baris: int) -> None:
        """Put a small picture into a cell."""
        self._jangkar(
            (kolom, baris, 0.2), (kolom, baris, 0.8),
            f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{id}" name="G"/></xdr:nvPicPr><xdr:spPr/></xdr:pic>',
        )  # fmt: skip

    def foto(self, nama: str, kotak: tuple[float, float, float, float], tepi: str = "") -> str:
        """Write a picture at x, y, width, height in points; `tepi` is what is cut off."""
        x, y, w, h = (int(v * 12700) for v in kotak)
        return (
            f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="90" name="G"/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{_REL}" '
            f'r:embed="{nama}"/><a:srcRect {tepi}/></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{w}" cy="{h}"/></a:xfrm></xdr:spPr></xdr:pic>'
        )

    def di(self, kotak: tuple[float, float, float, float], isi: str) -> None:
        """Anchor what was written at x, y, width, height in points of the sheet."""
        x, y, w, h = (int(v * 12700) for v in kotak)
        self.isi.append(
            f'<xdr:absoluteAnchor><xdr:pos x="{x}" y="{y}"/><xdr:ext cx="{w}" cy="{h}"/>{isi}<xdr:clientData/>'
            "</xdr:absoluteAnchor>"
        )

    def _jangkar(self, dari: tuple[int, int, float], ke: tuple[int, int, float], isi: str) -> None:
        def ujung(nama: str, titik: tuple[int, int, float]) -> str:
            kolom, baris, bagian = titik
            x, y = int(bagian * 700_000), int(bagian * 500_000)
            return (
                f"<xdr:{nama}><xdr:col>{kolom}</xdr:col><xdr:colOff>{x}</xdr:colOff>"
                f"<xdr:row>{baris}</xdr:row><xdr:rowOff>{y}</xdr:rowOff></xdr:{nama}>"
            )

        self.isi.append(
            f"<xdr:twoCellAnchor>{ujung('from', dari)}{ujung('to', ke)}{isi}<xdr:clientData/></xdr:twoCellAnchor>"
        )


def tabel(lembar: Any, baris: list[tuple[Any, ...]], atas: int = 1) -> None:
    """Write a table of steps with borders: No, Kegiatan, two lanes, Kelengkapan, Waktu, Output."""
    kepala = ("No", "Kegiatan", "Pelaksana", None, "Mutu Baku", None, None)
    dua = (None, None, "Staf", "Kepala", "Kelengkapan", "Waktu", "Output")
    for r, isi in enumerate((kepala, dua, *baris), atas):
        for c, nilai in enumerate(isi, 1):
            sel = lembar.cell(r, c)
            sel.border = _TIPIS
            if nilai is not None:
                sel.value = nilai
        lembar.row_dimensions[r].height = 20 if r < atas + 2 else 45
    for rentang in ("A{0}:A{1}", "B{0}:B{1}"):
        lembar.merge_cells(rentang.format(atas, atas + 1))
    for rentang in ("C{0}:D{0}", "E{0}:G{0}"):
        lembar.merge_cells(rentang.format(atas))
    for huruf, lebar in zip("ABCDEFG", (5, 30, 12, 12, 20, 12, 20), strict=True):
        lembar.column_dimensions[huruf].width = lebar


def simpan(berkas: Path, buku: Workbook, gambar: Gambar | None = None, kepala: str = "") -> Path:
    """Save a workbook, with a drawing on its first sheet."""
    mentah = berkas.with_suffix(".mentah")
    buku.save(mentah)
    with (
        zipfile.ZipFile(mentah) as lama,
        zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama in lama.namelist():
            isi = lama.read(nama)
            if nama.startswith("xl/worksheets/"):  # as WPS writes each, and Excel some
                isi = isi.replace(b"<worksheet ", f'<worksheet xmlns:xdr="{_XDR}" '.encode(), 1)
            if gambar and nama == "xl/worksheets/sheet1.xml":
                isi = isi.replace(
                    b"</worksheet>", f'<drawing xmlns:r="{_REL}" r:id="rId1"/></worksheet>'.encode()
                )
            baru.writestr(nama, isi)
        if gambar:
            baru.writestr(
                "xl/worksheets/_rels/sheet1.xml.rels",
                f'<Relationships xmlns="{_PKG}/relationships"><Relationship Id="rId1" Type="{_REL}/drawing" '
                'Target="../drawings/drawing1.xml"/></Relationships>',
            )
            baru.writestr(
                "xl/drawings/drawing1.xml",
                f'{kepala}<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{"".join(gambar.isi)}</xdr:wsDr>',
            )
            baru.writestr(
                "xl/drawings/_rels/drawing1.xml.rels",
                f'<Relationships xmlns="{_PKG}/relationships">'
                + "".join(
                    f'<Relationship Id="{nama}" Type="{_REL}/image" Target="../media/{nama}"/>'
                    for nama in gambar.media
                )
                + "</Relationships>",
            )
            for nama, data in gambar.media.items():
                baru.writestr(f"xl/media/{nama}", data)
    mentah.unlink()
    return berkas

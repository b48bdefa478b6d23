"""Small Word files made by hand, as Word writes them: tables, lists, shapes and connectors of both kinds."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RUANG = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    f'xmlns:pic="{PIC}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
LEBAR = (25, 200, 75, 75, 100, 70, 100)
"""Points: No, Kegiatan, two lanes, Kelengkapan, Waktu, Output."""
KEPALA, TINGGI = 20, 45
"""Heights of a row of the heading, and of a step."""


def p(teks: str = "", gambar: str = "", sifat: str = "") -> str:
    """Write a paragraph."""
    isi = f'<w:r><w:t xml:space="preserve">{teks}</w:t></w:r>' if teks else ""
    return f"<w:p><w:pPr>{sifat}</w:pPr>{gambar}{isi}</w:p>"


def sel(lebar: float, *isi: str, sifat: str = "") -> str:
    """Write a cell of paragraphs or tables."""
    dalam = "".join(isi) or p()
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar * 20:.0f}" w:type="dxa"/>{sifat}</w:tcPr>{dalam}</w:tc>'
    )


def baris(*semua: str, tinggi: float = 0, pasti: bool = True) -> str:
    """Write a row."""
    aturan = ' w:hRule="exact"' if pasti else ""
    sifat = f'<w:trPr><w:trHeight w:val="{tinggi * 20:.0f}"{aturan}/></w:trPr>' if tinggi else ""
    return f"<w:tr>{sifat}{''.join(semua)}</w:tr>"


def tabel(lebar: tuple[float, ...], *semua: str) -> str:
    """Write a table."""
    kolom = "".join(f'<w:gridCol w:w="{x * 20:.0f}"/>' for x in lebar)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{kolom}</w:tblGrid>{''.join(semua)}</w:tbl>"


def tabel_langkah(
    langkah: list[tuple[str, str, str, str, str]], gambar: dict[tuple[int, int], str] | None = None
) -> str:
    """Write a table of steps: number, activity, what is needed, time, output; `gambar` by row and lane from 0."""
    di = gambar or {}
    mulai, lanjut = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    lintas = '<w:gridSpan w:val="{}"/>'
    isi = [
        baris(
            sel(LEBAR[0], p("No"), sifat=mulai), sel(LEBAR[1], p("Kegiatan"), sifat=mulai),
            sel(150, p("Pelaksana"), sifat=lintas.format(2)), sel(270, p("Mutu Baku"), sifat=lintas.format(3)),
            tinggi=KEPALA,
        ),
        baris(
            sel(LEBAR[0], sifat=lanjut), sel(LEBAR[1], sifat=lanjut), sel(75, p("Staf")), sel(75, p("Kepala")),
            sel(100, p("Kelengkapan")), sel(70, p("Waktu")), sel(100, p("Output")), tinggi=KEPALA,
        ),
    ]  # fmt: skip
    for n, (nomor, kegiatan, perlu, waktu, hasil) in enumerate(langkah):
        lane = [sel(75, p(gambar=di.get((n, k), ""))) for k in range(2)]
        teks = [sel(w, *map(p, t.split("\n"))) for w, t in zip((100, 70, 100), (perlu, waktu, hasil), strict=True)]  # fmt: skip
        isi.append(baris(sel(25, p(nomor)), sel(200, p(kegiatan)), *lane, *teks, tinggi=TINGGI))
    return tabel(LEBAR, *isi)


def jangkar(
    isi: str, uri: str, kotak: tuple[float, float, float, float], id: int = 1, cadangan: str = ""
) -> str:
    """Anchor a drawing in a paragraph: x, y, width, height in points; with a copy for older programs."""
    x, y, w, h = (int(v * 12700) for v in kotak)
    gambar = (
        f'<w:drawing><wp:anchor layoutInCell="1"><wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{w}" cy="{h}"/><wp:docPr id="{id}" name="B"/><a:graphic><a:graphicData uri="{uri}">{isi}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    if not cadangan:
        return f"<w:r>{gambar}</w:r>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{gambar}</mc:Choice><mc:Fallback>'
        f"<w:pict>{cadangan}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def bentuk(
    id: int, prst: str, kotak: tuple[float, float, float, float] | None = None, teks: str = "", isi: str = ""
) -> str:  # fmt: skip
    """Write a shape; `kotak` only within a group or canvas."""
    xfrm = ""
    if kotak:
        x, y, w, h = (int(v * 12700) for v in kotak)
        xfrm = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    dalam = f"<wps:txbx><w:txbxContent>{p(teks)}</w:txbxContent></wps:txbx>" if teks else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{id}" name="B"/><wps:cNvSpPr/><wps:spPr>{xfrm}<a:prstGeom prst="{prst}"/>{isi}'
        f"</wps:spPr>{dalam}</wps:wsp>"
    )


def foto(
    nama: str, kotak: tuple[float, float, float, float], tepi: str = "", xfrm: str = ""
) -> str:
    """Write a picture; `tepi` is what is cut off, `xfrm` how it is turned."""
    x, y, w, h = (int(v * 12700) for v in kotak)
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="G"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{nama}"/>'
        f'<a:srcRect {tepi}/></pic:blipFill><pic:spPr><a:xfrm {xfrm}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
        '</a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )


def sebaris(isi: str, lebar: float, tinggi: float) -> str:
    """Put a picture into the line as a letter."""
    w, h = int(lebar * 12700), int(tinggi * 12700)
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{w}" cy="{h}"/><wp:docPr id="9" name="B"/><a:graphic>'
        f'<a:graphicData uri="{PIC}">{isi}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def panah(
    id: int, kotak: tuple[float, float, float, float], dari: int = 0, ke: int = 0, prst: str = "straightConnector1"
) -> str:  # fmt: skip
    """Write a connector with a head at its end; untied where no shape is named."""
    x, y, w, h = (int(v * 12700) for v in kotak)
    ikat = (f'<a:stCxn id="{dari}" idx="2"/>' if dari else "") + (
        f'<a:endCxn id="{ke}" idx="0"/>' if ke else ""
    )
    return (
        f'<wps:wsp><wps:cNvPr id="{id}" name="P"/><wps:cNvCnPr>{ikat}</wps:cNvCnPr><wps:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="{prst}"/>'
        '<a:ln><a:tailEnd type="triangle"/></a:ln></wps:spPr></wps:wsp>'
    )


@dataclass
class Word:
    """A file: its body, and what else is in it."""

    badan: str
    bagian: dict[str, str] = field(default_factory=dict)
    """Further parts by kind (`styles`, `numbering`, `settings`, `header`, …), the content of their root."""
    kepala: str = ""
    """What stands before the root of the body."""
    media: dict[str, bytes] = field(default_factory=dict)
    """Pictures by their file names, which are the ids of their relations too."""

    def simpan(self, berkas: Path) -> Path:
        """Write it."""
        akar = {"numbering": "numbering", "settings": "settings", "header": "hdr"}
        with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
            arsip.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{_PKG}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
            )
            arsip.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_PKG}/relationships"><Relationship Id="r1" Type="{_R}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            hubungan = "".join(
                f'<Relationship Id="{jenis}" Type="{_R}/{jenis}" Target="{jenis}.xml"/>'
                for jenis in self.bagian
            ) + "".join(
                f'<Relationship Id="{nama}" Type="{_R}/image" Target="media/{nama}"/>'
                for nama in self.media
            )
            arsip.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PKG}/relationships">{hubungan}</Relationships>',
            )
            for jenis, isi in self.bagian.items():
                nama = akar.get(jenis, jenis)
                arsip.writestr(f"word/{jenis}.xml", f"<w:{nama} {_RUANG}>{isi}</w:{nama}>")
            for nama, data in self.media.items():
                arsip.writestr(f"word/media/{nama}", data)
            kertas = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
            kepala = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'  # fmt: skip
            akhir = kepala if "header" in self.bagian else kertas
            arsip.writestr(
                "word/document.xml",
                f"{self.kepala}<w:document {_RUANG}><w:body>{self.badan}{akhir}</w:body></w:document>",
            )
        return berkas

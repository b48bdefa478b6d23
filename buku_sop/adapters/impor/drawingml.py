"""Shapes and connectors as Office files draw them (DrawingML), with groups worked out to points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.ooxml import EMU
from buku_sop.analysis.impor.netral import Kotak, Lambang, Rupa, Sambungan, Titik

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RUPA = {
    Rupa.KAPSUL: ("flowChartTerminator", "roundRect", "flowChartAlternateProcess", "ellipse"),
    Rupa.KOTAK: ("rect", "flowChartProcess", "flowChartPredefinedProcess", "flowChartManualOperation",
                 "flowChartInputOutput", "flowChartInternalStorage", "flowChartPreparation", "parallelogram"),
    Rupa.BELAH_KETUPAT: ("diamond", "flowChartDecision"),
    Rupa.PENGHUBUNG: ("flowChartOffpageConnector", "flowChartConnector", "homePlate", "pentagon"),
    Rupa.DOKUMEN: ("flowChartDocument", "flowChartMultidocument"),
}  # fmt: skip
RUPA = {prst: rupa for rupa, semua in _RUPA.items() for prst in semua}
"""The symbol of each preset shape."""
_PENUH = (
    "rect",
    "roundRect",
    "flowChartProcess",
    "flowChartAlternateProcess",
    "flowChartTerminator",
)
"""Shapes that fill their rectangle, or nearly."""
_GARIS = ("line", "lineInv", "straightConnector", "bentConnector", "curvedConnector")
_IKAT = ("cNvCxnSpPr", "cNvCnPr")
"""What ties a connector, as Excel and as Word call it."""
_PANAH_TEBAL = {"rightArrow": (0, 1), "leftArrow": (1, 0), "downArrow": (2, 3), "upArrow": (3, 2)}
"""Block arrows: the sides at which they begin and end (left, right, top, bottom)."""


@dataclass(frozen=True, slots=True)
class Letak:
    """How coordinates of a drawing become points of the page: times a scale, plus a shift."""

    sx: float
    sy: float
    dx: float
    dy: float

    def kotak(self, x: float, y: float, lebar: float, tinggi: float) -> Kotak:
        """Place a rectangle of the drawing on the page."""
        x0, y0 = x * self.sx + self.dx, y * self.sy + self.dy
        return Kotak(x0, y0, x0 + lebar * self.sx, y0 + tinggi * self.sy)


@dataclass(frozen=True, slots=True)
class Rangka:
    """The frame of a shape: where it is, how it is turned and mirrored."""

    kotak: Kotak
    putar: float = 0.0
    """Degrees, clockwise."""
    balik_x: bool = False
    balik_y: bool = False

    def titik(self, x: float, y: float) -> Titik:
        """Place a point of the shape, each coordinate from 0 to 1."""
        x, y = (1 - x if self.balik_x else x), (1 - y if self.balik_y else y)
        cx, cy = self.kotak.tengah
        dx, dy = (x - 0.5) * self.kotak.lebar, (y - 0.5) * self.kotak.tinggi
        sudut = math.radians(self.putar)
        return (
            cx + dx * math.cos(sudut) - dy * math.sin(sudut),
            cy + dx * math.sin(sudut) + dy * math.cos(sudut),
        )

    @property
    def terlihat(self) -> Kotak:
        """Return the rectangle that it takes up, turned."""
        titik = [self.titik(x, y) for x in (0, 1) for y in (0, 1)]
        xs, ys = [t[0] for t in titik], [t[1] for t in titik]
        return Kotak(min(xs), min(ys), max(xs), max(ys))


def nama_tanpa_ruang(bagian: Element) -> str:
    """Return the name of an element without its namespace."""
    return bagian.tag.rpartition("}")[2]


def anak(bagian: Element | None, *nama: str) -> Element | None:
    """Return the element at the end of a way of names, in any namespace; None where there is none."""
    for satu in nama:
        if bagian is None:
            return None
        bagian = next((b for b in bagian if nama_tanpa_ruang(b) == satu), None)
    return bagian


def bentuk_terbuka(bagian: Element) -> Iterator[Element]:
    """Yield the shapes in an element; of alternatives for newer and older programs the first."""
    for satu in bagian:
        nama = nama_tanpa_ruang(satu)
        if nama == "AlternateContent":
            pilihan = anak(satu, "Choice")
            pilihan = pilihan if pilihan is not None else anak(satu, "Fallback")
            yield from bentuk_terbuka(pilihan) if pilihan is not None else ()
        elif nama in ("sp", "wsp", "cxnSp", "pic", "grpSp", "graphicFrame", "wgp"):
            yield satu


def bilangan(bagian: Element | None, nama: str) -> float:
    """Read a number of an attribute; 0 where it is none."""
    try:
        return float(bagian.get(nama, "0")) if bagian is not None else 0.0
    except ValueError:
        return 0.0


def rangka(bentuk: Element, letak: Letak, ganti: Kotak | None = None) -> Rangka:
    """Read the frame of a shape. `ganti` is where its anchor puts it, which is right where both differ."""
    xfrm = anak(bentuk, "spPr", "xfrm")
    if xfrm is None:
        xfrm = anak(bentuk, "grpSpPr", "xfrm")
    off, ext = anak(xfrm, "off"), anak(xfrm, "ext")
    kotak = letak.kotak(
        bilangan(off, "x"), bilangan(off, "y"), bilangan(ext, "cx"), bilangan(ext, "cy")
    )
    putar = bilangan(xfrm, "rot") / 60_000
    if ganti is not None:
        cx, cy = ganti.tengah
        miring = 45 <= putar % 180 < 135
        w, h = (
            (kotak.lebar, kotak.tinggi)
            if miring and ext is not None
            else (ganti.lebar, ganti.tinggi)
        )
        kotak = Kotak(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2)
    ya = ("1", "true")
    return Rangka(
        kotak, putar,
        xfrm is not None and xfrm.get("flipH") in ya, xfrm is not None and xfrm.get("flipV") in ya,
    )  # fmt: skip


def letak_kelompok(kelompok: Element, kotak: Kotak) -> Letak:
    """Return how the children of a group become points, the group standing in a rectangle of the page."""
    xfrm = anak(kelompok, "grpSpPr", "xfrm")
    off, ext = anak(xfrm, "chOff"), anak(xfrm, "chExt")
    w, h = bilangan(ext, "cx"), bilangan(ext, "cy")
    sx = kotak.lebar / w if w else 1 / EMU
    sy = kotak.tinggi / h if h else 1 / EMU
    return Letak(sx, sy, kotak.x0 - bilangan(off, "x") * sx, kotak.y0 - bilangan(off, "y") * sy)


def teks_bentuk(bentuk: Element) -> str:
    """Return the words in a shape, its paragraphs on lines of their own."""
    baris = []
    for p in bentuk.iter(f"{A}p"):
        isi = "".join(
            (t.text or "") if t.tag == f"{A}t" else "\n"
            for t in p.iter()
            if t.tag in (f"{A}t", f"{A}br")
        )
        baris += [" ".join(b.split()) for b in isi.split("\n")]
    return "\n".join(b for b in baris if b)


def bentuk_prst(bentuk: Element) -> str:
    """Return the name of the preset shape; empty for a free form."""
    geom = anak(bentuk, "spPr", "prstGeom")
    return geom.get("prst", "") if geom is not None else ""


def nomor_bentuk(bentuk: Element) -> str:
    """Return by what connectors call a shape."""
    for calon in bentuk:
        if nama_tanpa_ruang(calon).startswith("nv"):
            c = anak(calon, "cNvPr")
            return c.get("id", "") if c is not None else ""
    c = anak(bentuk, "cNvPr")
    return c.get("id", "") if c is not None else ""


def tak_terlihat(bentuk: Element) -> bool:
    """Whether a shape has neither a filling nor a line: a text box."""
    isi = anak(bentuk, "spPr")
    garis = anak(isi, "ln")
    tanpa_garis = anak(garis, "noFill") is not None
    return (
        isi is not None
        and (anak(isi, "noFill") is not None or (tanpa_garis and _putih(anak(isi, "solidFill"))))
        and (tanpa_garis or (garis is None and anak(bentuk, "style") is None))
    )


def menutup(bentuk: Element) -> bool:
    """Whether a shape hides what lies under it: it fills its rectangle, or nearly, with a colour."""
    isi = anak(bentuk, "spPr")
    if bentuk_prst(bentuk) not in _PENUH or anak(isi, "noFill") is not None:
        return False
    warna = anak(isi, "solidFill")
    if warna is not None:
        return all(nama_tanpa_ruang(b) != "alpha" for b in warna.iter())
    acuan = anak(bentuk, "style", "fillRef")
    return acuan is not None and acuan.get("idx", "0") != "0"


def _putih(isi: Element | None) -> bool:
    """Whether a filling is white, as labels have it that are laid over lines."""
    warna = next(iter(isi), None) if isi is not None else None
    return warna is not None and warna.get("val", "").lower() in ("ffffff", "bg1", "lt1", "white")


def lambang(bentuk: Element, kerangka: Rangka) -> Lambang | None:
    """Read a shape as a symbol; None for a text box, a line or an ornament."""
    rupa = RUPA.get(bentuk_prst(bentuk))
    if rupa is None or tak_terlihat(bentuk):
        return None
    k = kerangka.terlihat
    if (
        rupa is Rupa.KAPSUL
        and bentuk_prst(bentuk) == "ellipse"
        and 0.8 < k.lebar / (k.tinggi or 1) < 1.25
    ):
        rupa = Rupa.PENGHUBUNG
    return Lambang(rupa, k, teks_bentuk(bentuk), nomor_bentuk(bentuk))


def sambungan(bentuk: Element, kerangka: Rangka) -> Sambungan | None:
    """Read a connector, a line or a block arrow; None for anything else."""
    prst = bentuk_prst(bentuk)
    if prst in _PANAH_TEBAL:
        sisi = [(0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1)]
        a, b = (kerangka.titik(*sisi[n]) for n in _PANAH_TEBAL[prst])
        return Sambungan((a, b), kepala_akhir=True, label=teks_bentuk(bentuk))
    ikat = next((b for b in bentuk.iter() if nama_tanpa_ruang(b) in _IKAT), None)
    bukan = ikat is None or prst in RUPA
    if nama_tanpa_ruang(bentuk) != "cxnSp" and bukan and not prst.startswith(_GARIS):
        return None
    garis = anak(bentuk, "spPr", "ln")
    dari, ke = anak(ikat, "stCxn"), anak(ikat, "endCxn")
    return Sambungan(
        tuple(kerangka.titik(x, y) for x, y in _jalan_bebas(bentuk) or _jalan(bentuk, prst)),
        dari.get("id", "") if dari is not None else "",
        ke.get("id", "") if ke is not None else "",
        _berkepala(garis, "headEnd"),
        _berkepala(garis, "tailEnd"),
        teks_bentuk(bentuk),
    )


def garis_bebas(bentuk: Element, kerangka: Rangka) -> Sambungan | None:
    """Read a line that was drawn by hand; None for a shape that is closed, or none of its own form."""
    titik = _jalan_bebas(bentuk)
    if len(titik) < 2 or titik[0] == titik[-1]:
        return None
    garis = anak(bentuk, "spPr", "ln")
    return Sambungan(
        tuple(kerangka.titik(x, y) for x, y in titik),
        kepala_awal=_berkepala(garis, "headEnd"),
        kepala_akhir=_berkepala(garis, "tailEnd"),
    )


def _jalan_bebas(bentuk: Element) -> list[Titik]:
    """Return the points of a form of its own that is one open line, from 0 to 1 of its frame; none of any other."""
    semua = anak(bentuk, "spPr", "custGeom", "pathLst")
    if semua is None or len(semua) != 1:
        return []
    jalan = semua[0]
    w, h = bilangan(jalan, "w") or 1.0, bilangan(jalan, "h") or 1.0
    terbuka = all(nama_tanpa_ruang(potong) != "close" for potong in jalan)
    ujung = [list(potong)[-1] for potong in jalan if len(potong)]
    return [(bilangan(pt, "x") / w, bilangan(pt, "y") / h) for pt in ujung] if terbuka else []


def _jalan(bentuk: Element, prst: str) -> list[Titik]:
    """Return the corners of a connector within its frame, from 0 to 1; a curved one goes as the bent one beside it."""
    sudut = prst[-1:] if prst.startswith(("bentConnector", "curvedConnector")) else ""
    atur = {g.get("name", ""): g.get("fmla", "") for g in bentuk.iter(f"{A}gd")}

    def adj(n: int) -> float:
        angka = atur.get(f"adj{n}", "").removeprefix("val ").strip()
        return int(angka) / 100_000 if angka.lstrip("-").isdecimal() else 0.5

    a, b, c = adj(1), adj(2), adj(3)
    tengah: dict[str, list[Titik]] = {
        "2": [(1, 0)],
        "3": [(a, 0), (a, 1)],
        "4": [(a, 0), (a, b), (1, b)],
        "5": [(a, 0), (a, b), (c, b), (c, 1)],
    }
    return [(0, 0), *tengah.get(sudut, []), (1, 1)]


def _berkepala(garis: Element | None, ujung: str) -> bool:
    kepala = anak(garis, ujung)
    return kepala is not None and kepala.get("type", "none") != "none"

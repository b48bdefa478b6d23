"""Symbols, connectors and labels as DrawingML says them: what Word and Excel share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from buku_sop.layout.text import width
from buku_sop.model import Simbol
from buku_sop.views.ekspor.gambar import PENGHUBUNG, Bentuk, Tulisan
from buku_sop.views.ekspor.sambungan import Sambungan
from buku_sop.views.ekspor.xml import Xml, unsur
from buku_sop.views.lembar.kertas import PT

HURUF = "Arial"
"""A font that every Office has; its letters are as wide as those of the printed sheet."""
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRST: Mapping[str, str] = MappingProxyType(
    {
        Simbol.KAPSUL: "flowChartTerminator",
        Simbol.KOTAK: "flowChartProcess",
        Simbol.BELAH_KETUPAT: "flowChartDecision",
        PENGHUBUNG: "flowChartOffpageConnector",
    }
)
"""The preset shape of each symbol."""
NAMA: Mapping[str, str] = MappingProxyType(
    {
        Simbol.KAPSUL: "Mulai atau selesai",
        Simbol.KOTAK: "Kegiatan",
        Simbol.BELAH_KETUPAT: "Keputusan",
        PENGHUBUNG: "Penghubung antarhalaman",
    }
)
"""What the list of objects in Word and Excel calls each, with its number behind it."""
LEGENDA = (
    "Simbol: kapsul = mulai/selesai; kotak = kegiatan; belah ketupat = keputusan; panah = arah alur; "
    "segilima = penghubung antarhalaman."
)
"""What the symbols mean, where the printed sheet shows them in a line."""
TEBAL = 10_160
"""Width of lines in EMU: 0.8 pt."""
_TERKECIL, _TERBESAR = 4.0, 7.0
"""Sizes of the words in symbols, in pt."""
_RUANG: Mapping[str, float] = MappingProxyType(
    {Simbol.BELAH_KETUPAT: 0.56, Simbol.KAPSUL: 0.84, Simbol.KOTAK: 0.94}
)
"""The share of a symbol's width that its words have."""


def geometri(prst: str) -> Xml:
    """Say which preset shape it is."""
    return unsur("a:prstGeom", unsur("a:avLst"), prst=prst)


def garis(*, kepala: bool = False) -> Xml:
    """Say how a line is drawn: black, and an arrow head at its end if it has one."""
    ujung = unsur("a:tailEnd", type="triangle", w="med", len="med") if kepala else None
    return unsur("a:ln", hitam(), unsur("a:miter", lim=800000), ujung, w=TEBAL)


def hitam(warna: str = "000000") -> Xml:
    """Fill with a colour."""
    return unsur("a:solidFill", unsur("a:srgbClr", val=warna))


def latar(t: Tulisan) -> Xml:
    """Fill a label that stands on its line with white, and others not."""
    return hitam("FFFFFF") if t.di_garis else unsur("a:noFill")


def rangka(x: int, y: int, lebar: int, tinggi: int) -> Xml:
    """Say where a shape stands."""
    return unsur("a:xfrm", unsur("a:off", x=x, y=y), unsur("a:ext", cx=lebar, cy=tinggi))


def rangka_sambungan(s: Sambungan, dx: int = 0, dy: int = 0) -> Xml:
    """Say where a connector stands, how it is turned and mirrored, and where it bends."""
    xfrm = unsur(
        "a:xfrm",
        unsur("a:off", x=s.x + dx, y=s.y + dy),
        unsur("a:ext", cx=s.lebar, cy=s.tinggi),
        rot=s.putar or None,
        flipH=1 if s.balik_x else None,
        flipV=1 if s.balik_y else None,
    )
    return Xml(xfrm + (_jalan(s) if s.titik else _belok(s)))


def _belok(s: Sambungan) -> Xml:
    atur = (unsur("a:gd", name=f"adj{n}", fmla=f"val {nilai}") for n, nilai in enumerate(s.atur, 1))
    return unsur("a:prstGeom", unsur("a:avLst", *atur), prst=s.prst)


def _jalan(s: Sambungan) -> Xml:
    """Draw a way with more corners than a preset shape has."""

    def pt(x: int, y: int) -> Xml:
        return unsur("a:pt", x=x, y=y)

    awal, *lain = s.titik
    jalan = unsur(
        "a:path",
        unsur("a:moveTo", pt(*awal)),
        *(unsur("a:lnTo", pt(*t)) for t in lain),
        w=s.lebar,
        h=s.tinggi,
        fill="none",
    )
    kosong = (unsur(f"a:{nama}") for nama in ("avLst", "gdLst", "ahLst", "cxnLst"))
    persegi = unsur("a:rect", l="0", t="0", r="r", b="b")
    return unsur("a:custGeom", *kosong, persegi, unsur("a:pathLst", jalan))


def huruf_simbol(teks: str, rupa: str, lebar: float, tinggi: float) -> float:
    """Return the size in pt with which words fit into a symbol of so many mm, or the least that is tried."""
    ruang = lebar * _RUANG.get(rupa, 0.9)
    tegak = tinggi * (0.6 if rupa == Simbol.BELAH_KETUPAT else 0.95)
    pt = _TERBESAR
    while pt > _TERKECIL:
        if jumlah_larik(teks, ruang, pt) * 1.2 * pt * PT <= tegak and all(
            width(k, pt * PT) <= ruang for k in teks.split()
        ):
            return pt
        pt -= 0.5
    return _TERKECIL


def jumlah_larik(teks: str, lebar: float, pt: float) -> int:
    """Count the lines that a text takes in so many mm."""
    jumlah = 0
    for alinea in teks.split("\n"):
        jumlah += 1
        terpakai = 0.0
        for kata in alinea.split():
            perlu = width(kata, pt * PT)
            sela = width(" ", pt * PT) if terpakai else 0.0
            if terpakai and terpakai + sela + perlu > lebar:
                jumlah, terpakai, sela = jumlah + 1, 0.0, 0.0
            while perlu > lebar > 0:  # a word wider than its place is broken
                jumlah, perlu = jumlah + 1, perlu - lebar
            terpakai += sela + perlu
    return jumlah


def kata_penghubung(b: Bentuk, hal: Callable[[int], int]) -> list[str]:
    """Return the lines of an off-page connector."""

    def tulis(x: str | int) -> str:
        return f"hal. {hal(x)}" if isinstance(x, int) else x

    return ["".join(map(tulis, baris)) for baris in b.kata]

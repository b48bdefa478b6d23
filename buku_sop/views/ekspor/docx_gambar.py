"""The flow of one page as a drawing canvas of Word: only there are connectors held by the symbols that they tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from buku_sop.layout import Sandar
from buku_sop.views.ekspor.drawingml import (
    HURUF,
    NAMA,
    PRST,
    garis,
    geometri,
    hitam,
    huruf_simbol,
    kata_penghubung,
    latar,
    rangka,
    rangka_sambungan,
)
from buku_sop.views.ekspor.gambar import PENGHUBUNG, Bentuk, GambarHalaman, Garis, Kotak, Tulisan
from buku_sop.views.ekspor.sambungan import EMU, sambungan, sisi
from buku_sop.views.ekspor.xml import Xml, unsur
from buku_sop.views.lembar.kertas import PT
from buku_sop.views.lembar.penghubung import HURUF as HURUF_PENGHUBUNG

RUANG: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    }
)
"""The namespaces of a document, by the prefixes that are used."""
SAMPING = 20.0
"""mm beside the lanes into which connectors to other pages may reach."""
_SANDAR = {Sandar.KIRI: "left", Sandar.TENGAH: "center", Sandar.KANAN: "right"}
_BAWAH = 2.0


class Kanvas:
    """The drawing of one page."""

    def __init__(self, gambar: GambarHalaman, lebar: float, nomor: int, hal: Callable[[int], int]) -> None:  # fmt: skip
        """`lebar` is that of all lanes in mm, `nomor` the first id that is free; `hal` numbers the pages of the table."""
        self.gambar, self.lebar, self.nomor, self.hal = gambar, lebar + 2 * SAMPING, nomor, hal
        self.tinggi = sum(b.tinggi for b in gambar.baris) + _BAWAH
        self.id = range(nomor + 1, nomor + 1 + len(gambar.bentuk))
        lain = len(gambar.tulisan) + len(gambar.garis)
        self.berikut = self.id.stop + lain + 1

    def xml(self, x: float, y: float) -> Xml:
        """Return a run that anchors the canvas so many mm right of and below its paragraph.

        Programs that know no canvas get the same shapes as a group.
        """
        isi = tuple(self._isi())
        kanvas = self._jangkar(
            x, y, "wpc", unsur("wpc:wpc", unsur("wpc:bg"), unsur("wpc:whole"), *isi)
        )
        isi_grup = (unsur("wpg:cNvGrpSpPr"), self._bidang(), self._alas(), *isi)
        grup = self._jangkar(x, y, "wpg", unsur("wpg:wgp", *isi_grup))
        lain = unsur("mc:AlternateContent", unsur("mc:Choice", grup, Requires="wpg"))
        return unsur(
            "w:r",
            unsur(
                "mc:AlternateContent",
                unsur("mc:Choice", kanvas, Requires="wpc"),
                unsur("mc:Fallback", lain),
            ),
        )

    def _bidang(self) -> Xml:
        lebar, tinggi = _emu(self.lebar), _emu(self.tinggi)
        ukuran = (unsur("a:ext", cx=lebar, cy=tinggi), unsur("a:chOff", x=0, y=0))
        dalam = unsur("a:chExt", cx=lebar, cy=tinggi)
        return unsur("wpg:grpSpPr", unsur("a:xfrm", unsur("a:off", x=0, y=0), *ukuran, dalam))

    def _alas(self) -> Xml:
        """Return an unseen shape of the size of all: some programs stretch a group to what is drawn in it."""
        tepi = (unsur("a:noFill"), unsur("a:ln", unsur("a:noFill")))
        letak = rangka(0, 0, _emu(self.lebar), _emu(self.tinggi))
        return unsur(
            "wps:wsp",
            unsur("wps:cNvPr", id=self.berikut, name="Bidang gambar"),
            unsur("wps:cNvSpPr"),
            unsur("wps:spPr", letak, geometri("rect"), *tepi),
            unsur("wps:bodyPr"),
        )

    def _jangkar(self, x: float, y: float, jenis: str, isi: Xml) -> Xml:
        def letak(arah: str, dari: str, mm: float) -> Xml:
            jauh = unsur("wp:posOffset", str(_emu(mm)))
            return unsur(f"wp:position{arah}", jauh, relativeFrom=dari)

        data = unsur("a:graphicData", isi, uri=RUANG[jenis])
        jangkar = unsur(
            "wp:anchor",
            unsur("wp:simplePos", x=0, y=0),
            letak("H", "column", x - SAMPING),
            letak("V", "paragraph", y),
            unsur("wp:extent", cx=_emu(self.lebar), cy=_emu(self.tinggi)),
            unsur("wp:effectExtent", l=0, t=0, r=0, b=0),
            unsur("wp:wrapNone"),
            unsur("wp:docPr", id=self.nomor, name=f"Alur {self.nomor}", descr="Alur prosedur: lambang dan panahnya."),
            unsur("wp:cNvGraphicFramePr"),
            unsur("a:graphic", data),
            distT=0, distB=0, distL=0, distR=0, simplePos=0, relativeHeight=251658240, behindDoc=0,
            locked=0, layoutInCell=1, allowOverlap=1,
        )  # fmt: skip
        return unsur("w:drawing", jangkar)

    def _isi(self) -> Iterator[Xml]:
        """Yield the shapes: labels beside lines, lines, labels on them, and the symbols over all."""
        berikut = self.id.stop
        label = list(enumerate(self.gambar.tulisan, berikut))
        yield from (_tulisan(n, t) for n, t in label if not t.di_garis)
        for n, g in enumerate(self.gambar.garis, berikut + len(self.gambar.tulisan)):
            yield self._garis(n, g)
        yield from (_tulisan(n, t) for n, t in label if t.di_garis)
        for id, b in zip(self.id, self.gambar.bentuk, strict=True):
            yield self._bentuk(id, b)

    def _bentuk(self, id: int, b: Bentuk) -> Xml:
        if b.rupa == PENGHUBUNG:
            baris, pt = kata_penghubung(b, self.hal), HURUF_PENGHUBUNG
        else:
            baris, pt = [b.teks] * bool(b.teks), huruf_simbol(b.teks, b.rupa, *b.kotak[2:])
        return unsur(
            "wps:wsp",
            unsur("wps:cNvPr", id=id, name=f"{NAMA[b.rupa]} {id}"),
            unsur("wps:cNvSpPr"),
            unsur("wps:spPr", rangka(*_kotak(b.kotak)), geometri(PRST[b.rupa]), hitam("FFFFFF"), garis()),
            _teks(baris, pt, "center"),
            _tubuh(bungkus=b.rupa != PENGHUBUNG),
        )  # fmt: skip

    def _garis(self, id: int, g: Garis) -> Xml:
        bentuk = self.gambar.bentuk
        s = sambungan([(_emu(x + SAMPING), _emu(y)) for x, y in g.titik])
        dari = unsur("a:stCxn", id=self.id[g.dari], idx=sisi(g.titik[0], bentuk[g.dari].kotak))
        ke = unsur("a:endCxn", id=self.id[g.ke], idx=sisi(g.titik[-1], bentuk[g.ke].kotak))
        return unsur(
            "wps:wsp",
            unsur("wps:cNvPr", id=id, name=f"{'Panah' if g.kepala else 'Garis'} {id}"),
            unsur("wps:cNvCnPr", dari, ke),
            unsur("wps:spPr", rangka_sambungan(s), garis(kepala=g.kepala)),
            unsur("wps:bodyPr"),
        )


def _tulisan(id: int, t: Tulisan) -> Xml:
    return unsur(
        "wps:wsp",
        unsur("wps:cNvPr", id=id, name=f"Label {id}"),
        unsur("wps:cNvSpPr", txBox=1),
        unsur(
            "wps:spPr", rangka(*_kotak(t.kotak)), geometri("rect"), latar(t),
            unsur("a:ln", unsur("a:noFill")),
        ),
        _teks([t.teks], t.huruf / PT, "center" if t.di_garis or t.tegak else _SANDAR[t.sandar]),
        _tubuh(bungkus=True, tegak=t.tegak),
    )  # fmt: skip


def _kotak(kotak: Kotak) -> tuple[int, int, int, int]:
    x, y, lebar, tinggi = kotak
    return _emu(x + SAMPING), _emu(y), _emu(lebar), _emu(tinggi)


def _emu(mm: float) -> int:
    return round(mm * EMU)


def _teks(baris: Sequence[str], pt: float, jajar: str) -> Xml:
    """Write words into a shape; nothing where there are none."""
    if not baris:
        return Xml("")
    alinea = (
        unsur(
            "w:p",
            unsur(
                "w:pPr",
                unsur("w:spacing", w__before=0, w__after=0, w__line=200, w__lineRule="auto"),
                unsur("w:jc", w__val=jajar),
            ),
            unsur("w:r", huruf(pt), unsur("w:t", b, xml__space="preserve")),
        )
        for b in baris
    )
    return unsur("wps:txbx", unsur("w:txbxContent", *alinea))


def huruf(pt: float, *, tebal: bool = False, garis_bawah: bool = False) -> Xml:
    """Say how letters look."""
    setengah = round(2 * pt)
    return unsur(
        "w:rPr",
        unsur("w:rFonts", w__ascii=HURUF, w__hAnsi=HURUF, w__cs=HURUF),
        unsur("w:b") if tebal else None,
        unsur("w:sz", w__val=setengah),
        unsur("w:szCs", w__val=setengah),
        unsur("w:u", w__val="single") if garis_bawah else None,
    )


def _tubuh(*, bungkus: bool, tegak: bool = False) -> Xml:
    return unsur(
        "wps:bodyPr", unsur("a:noAutofit"), rot=0, vert="vert270" if tegak else "horz", wrap="square" if bungkus else "none",
        lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr", anchorCtr=0,
    )  # fmt: skip

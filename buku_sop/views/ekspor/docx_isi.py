"""The words of a Word document: paragraphs, and tables of fixed widths and heights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from buku_sop.views.ekspor.docx_gambar import huruf
from buku_sop.views.ekspor.kisi import Alinea, Kisi, SelKisi
from buku_sop.views.ekspor.xml import Xml, unsur

TWIP = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
SISIP_X = 1.3
"""mm left and right of the words of a cell."""
KECIL = 1.0
"""Height in pt of a paragraph that only holds something else, as an anchor or the end of a table."""
_ABU = "E4E4E4"
_LARIK = 240
"""Single spacing."""


def twip(mm: float) -> int:
    """Turn mm into twentieths of a point."""
    return round(mm * TWIP)


def alinea(
    isi: Iterable[Alinea | Xml],
    pt: float,
    *,
    jajar: str = "left",
    halaman_baru: bool = False,
    sebelum: float = 0.0,
    sesudah: float = 0.0,
    garis: bool = False,
    menyatu: bool = False,
) -> Xml:
    """Write one paragraph; what is XML already stays. `sebelum` and `sesudah` are room around it in mm, `garis` a rule below it."""
    rupa = unsur(
        "w:pPr",
        unsur("w:keepNext") if menyatu else None,
        unsur("w:pageBreakBefore") if halaman_baru else None,
        unsur("w:pBdr", unsur("w:bottom", w__val="single", w__sz=10, w__space=4, w__color="000000")) if garis else None,
        unsur("w:spacing", w__before=twip(sebelum), w__after=twip(sesudah), w__line=_LARIK, w__lineRule="auto"),
        unsur("w:jc", w__val=jajar),
    )  # fmt: skip
    return unsur("w:p", rupa, *(a if isinstance(a, Xml) else kata(a, pt) for a in isi))


def kata(a: Alinea, pt: float) -> Xml:
    """Write the words of a paragraph as a run."""
    if not a.teks:
        return Xml("")
    return unsur(
        "w:r",
        huruf(pt, tebal=a.tebal, garis_bawah=a.garis_bawah),
        unsur("w:t", a.teks, xml__space="preserve"),
    )


def titik(*isi: Xml, halaman_baru: bool = False) -> Xml:
    """Write a paragraph of next to no height."""
    rupa = unsur(
        "w:pPr",
        unsur("w:pageBreakBefore") if halaman_baru else None,
        unsur("w:spacing", w__before=0, w__after=0, w__line=20, w__lineRule="exact"),
        unsur("w:rPr", unsur("w:sz", w__val=2), unsur("w:szCs", w__val=2)),
    )
    return unsur("w:p", rupa, *isi)


def sel(
    lebar: float,
    isi: Sequence[Xml],
    *,
    kolom: int = 1,
    gabung: str | None = None,
    judul: bool = False,
    tegak: str = "center",
    ke_atas: bool = False,
) -> Xml:
    """Write a cell; `gabung` says whether it begins ("restart") or goes on ("continue") with the one above."""
    rupa = unsur(
        "w:tcPr",
        unsur("w:tcW", w__w=twip(lebar), w__type="dxa"),
        unsur("w:gridSpan", w__val=kolom) if kolom > 1 else None,
        unsur("w:vMerge", w__val=gabung) if gabung else None,
        unsur("w:shd", w__val="clear", w__color="auto", w__fill=_ABU) if judul else None,
        unsur("w:textDirection", w__val="btLr") if ke_atas else None,
        unsur("w:vAlign", w__val=tegak),
    )
    return unsur("w:tc", rupa, *(isi or [alinea([], 2)]))


def baris(sel: Iterable[Xml], tinggi: float, *, tepat: bool, judul: bool = False, utuh: bool = True) -> Xml:  # fmt: skip
    """Write a row, `tinggi` mm high or at least so high; one that is a heading is repeated on every page."""
    rupa = unsur(
        "w:trPr",
        unsur("w:cantSplit") if utuh else None,
        unsur("w:trHeight", w__val=twip(tinggi), w__hRule="exact" if tepat else "atLeast"),
        unsur("w:tblHeader") if judul else None,
    )
    return unsur("w:tr", rupa, *sel)


def tabel(x: Sequence[float], baris: Iterable[Xml], sisip_y: float = 0.0) -> Xml:
    """Write a table whose columns have the borders `x` in mm; `sisip_y` is room above and below the words of a cell."""
    garis = (
        unsur(f"w:{s}", w__val="single", w__sz=4, w__space=0, w__color="000000")
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sisip = (
        unsur(f"w:{s}", w__w=twip(v), w__type="dxa")
        for s, v in (("top", sisip_y), ("left", SISIP_X), ("bottom", sisip_y), ("right", SISIP_X))
    )
    rupa = unsur(
        "w:tblPr",
        unsur("w:tblW", w__w=twip(x[-1]), w__type="dxa"),
        unsur("w:tblInd", w__w=0, w__type="dxa"),
        unsur("w:tblBorders", *garis),
        unsur("w:tblLayout", w__type="fixed"),
        unsur("w:tblCellMar", *sisip),
    )
    kolom = (unsur("w:gridCol", w__w=w) for w in lebar_twip(x))
    return unsur("w:tbl", rupa, unsur("w:tblGrid", *kolom), *baris)


def lebar_twip(x: Sequence[float]) -> list[int]:
    """Return the widths of columns, which together are as wide as the table."""
    batas = [twip(v) for v in x]
    return [b - a for a, b in pairwise(batas)]


def tabel_kisi(
    kisi: Kisi, pt: float, tinggi: Sequence[float] = (), *, judul: bool = False
) -> list[Xml]:
    """Write the rows of a block of cells; with `tinggi` of exactly these heights, else as high as their words."""
    hasil = []
    for r in range(kisi.baris):
        isi = list(_sel_baris(kisi, r, pt))
        satu = tinggi[r] if tinggi else 6.2
        hasil.append(baris(isi, satu, tepat=bool(tinggi), judul=judul, utuh=judul))
    return hasil


def _sel_baris(kisi: Kisi, r: int, pt: float) -> Iterator[Xml]:
    """Yield the cells of a row, from left to right; those that go on from above too."""
    kena = sorted((s for s in kisi.sel if s.baris <= r < s.baris + s.turun), key=lambda s: s.kolom)
    for s in kena:
        gabung = None if s.turun == 1 else "restart" if s.baris == r else "continue"
        isi = _alinea_sel(s, pt) if s.baris == r else []
        yield sel(
            kisi.lebar(s), isi, kolom=s.sampai - s.kolom, gabung=gabung, judul=s.judul,
            tegak="top" if s.atas else "center", ke_atas=s.tegak,
        )  # fmt: skip


def _alinea_sel(s: SelKisi, pt: float) -> list[Xml]:
    jajar = "center" if s.tengah else "left"
    return [alinea([a], pt * s.besar, jajar=jajar) for a in s.alinea]

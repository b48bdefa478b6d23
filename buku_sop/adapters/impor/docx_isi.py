"""The text of a Word file: paragraphs and tables as blocks, with what is anchored in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.blok import BarisBlok, Blok, Paragraf, SelBlok, TabelBlok, Tempelan
from buku_sop.adapters.impor.docx_gaya import TWIP, Gaya, W, angka, bulat, nilai, nyala
from buku_sop.adapters.impor.drawingml import anak, nama_tanpa_ruang

MAX_KOLOM = 500
"""Columns that one cell covers at most."""
MAX_SEL = 60_000
"""Cells that are read at most."""
_TEMBUS = (
    "sdt",
    "sdtContent",
    "smartTag",
    "customXml",
    "ins",
    "moveTo",
    "hyperlink",
    "fldSimple",
    "dir",
    "bdo",
)
"""What only stands around text."""  # fmt: skip
_DIHAPUS = ("del", "moveFrom")
_SIMBOL = {"F0B7": "•", "F0A7": "■", "F0D8": "➢", "F0FC": "✓", "F0E0": "→", "F0DF": "←", "F06F": "□", "F0A8": "□"}  # fmt: skip
"""Letters of symbol fonts that offices use."""
_LURUS = {"center": "tengah", "right": "akhir", "end": "akhir", "bottom": "akhir"}


@dataclass(slots=True)
class Pembaca:
    """Reads the elements of a body, a header or a cell."""

    gaya: Gaya
    tempelan: Callable[[Element], list[Tempelan]]
    """Reads a drawing in a run."""
    catatan: dict[str, int] = field(default_factory=dict)
    """What was left out, and how often."""
    sel: int = 0
    _berakhir: bool = False
    """Whether a page ends behind the paragraph that was read last."""

    def blok(self, bagian: Element, *, dalam_sel: bool = False) -> list[Blok]:
        """Read paragraphs and tables."""
        hasil: list[Blok] = []
        for satu in bagian:
            if satu.tag == f"{W}p":
                if (p := self.paragraf(satu, dalam_sel=dalam_sel)) is not None:
                    hasil.append(p)
                if self._berakhir and not dalam_sel:
                    hasil.append(Paragraf(("",), 1.0, putus=True))
                self._berakhir = False
            elif satu.tag == f"{W}tbl":
                hasil.append(self.tabel(satu))
            elif (nama := nama_tanpa_ruang(satu)) in _TEMBUS:
                hasil += self.blok(satu, dalam_sel=dalam_sel)
            elif nama == "AlternateContent":
                for pilihan in ("Choice", "Fallback"):
                    if (isi := anak(satu, pilihan)) is not None:
                        hasil += self.blok(isi, dalam_sel=dalam_sel)
                        break
        return hasil

    # --- Paragraphs ---------------------------------------------------------------------

    def paragraf(self, p: Element, *, dalam_sel: bool = False) -> Paragraf | None:
        """Read a paragraph; None for one that is hidden whole."""
        isi = _Isi()
        self._jalan(p, isi)
        ppr = anak(p, "pPr")
        if nyala(anak(ppr, "rPr", "vanish")) and not isi.teks.strip() and not isi.tempelan:
            return None
        teks = isi.teks
        if label := self.gaya.label(p):
            teks = f"{label} {teks}" if teks.strip() else label
        cari = self.gaya.cari
        ukuran = (angka(isi.ukuran or cari(p, "sz")) or 20.0) / 2

        def titik(nama: str, sifat: str) -> float:
            return (angka(cari(p, nama, sifat)) or 0.0) / TWIP

        baris = angka(cari(p, "spacing", "line")) or 240.0
        pasti = cari(p, "spacing", "lineRule") in ("exact", "atLeast")
        gantung = titik("ind", "hanging")
        putus = isi.putus or nyala(anak(ppr, "pageBreakBefore"))
        return Paragraf(
            tuple(teks.split("\n")),
            ukuran,
            titik("spacing", "before"),
            titik("spacing", "after"),
            -baris / TWIP if pasti else baris / 240.0,
            max(0.0, (titik("ind", "left") or titik("ind", "start")) - gantung),
            max(0.0, titik("ind", "right") or titik("ind", "end")),
            _LURUS.get(cari(p, "jc"), ""),
            tuple(isi.tempelan),
            putus and not dalam_sel,
            isi.huruf or cari(p, "rFonts", "ascii"),
        )

    def _jalan(self, bagian: Element, isi: _Isi) -> None:
        for satu in bagian:
            nama = nama_tanpa_ruang(satu)
            if satu.tag == f"{W}r":
                self._rentang(satu, isi)
            elif nama in _TEMBUS:
                self._jalan(satu, isi)
            elif nama in _DIHAPUS:
                self._catat("teks yang dihapus dalam perubahan terlacak")
            elif nama == "AlternateContent":
                self._pilihan(satu, isi)
            elif nama == "oMath" or nama == "oMathPara":
                isi.teks += "".join(t.text or "" for t in satu.iter() if t.tag.endswith("}t"))

    def _rentang(self, r: Element, isi: _Isi) -> None:
        if nyala(anak(r, "rPr", "vanish")):
            self._catat("teks tersembunyi")
            return
        for satu in r:
            nama = nama_tanpa_ruang(satu)
            if nama == "t":
                isi.teks += satu.text or ""
                isi.ukuran = isi.ukuran or nilai(anak(r, "rPr", "sz"))
                isi.huruf = isi.huruf or nilai(anak(r, "rPr", "rFonts"), "ascii")
            elif nama in ("tab", "ptab"):
                isi.teks += "\t"
            elif nama in ("br", "cr"):
                if nilai(satu, "type") == "page":
                    isi.putus = isi.putus or not isi.teks.strip()
                    self._berakhir = bool(isi.teks.strip())
                isi.teks += "\n" if nilai(satu, "type") in ("", "textWrapping") else ""
            elif nama == "noBreakHyphen":
                isi.teks += "-"
            elif nama == "sym":
                isi.teks += _SIMBOL.get(nilai(satu, "char").upper(), "□")
            elif nama == "lastRenderedPageBreak":
                isi.putus = isi.putus or not isi.teks.strip()
            elif nama in ("drawing", "pict", "object"):
                isi.tempelan += self.tempelan(satu)
            elif nama == "AlternateContent":
                self._pilihan(satu, isi)

    def _pilihan(self, satu: Element, isi: _Isi) -> None:
        """Read the first of alternatives that are said to be the same."""
        for pilihan in ("Choice", "Fallback"):
            if (dalam := anak(satu, pilihan)) is not None and len(dalam):
                bungkus = Element(f"{W}r")
                bungkus.extend(list(dalam))
                if any(x.tag == f"{W}r" for x in dalam):
                    self._jalan(dalam, isi)
                else:
                    self._rentang(bungkus, isi)
                return

    def _catat(self, apa: str) -> None:
        self.catatan[apa] = self.catatan.get(apa, 0) + 1

    # --- Tables --------------------------------------------------------------------------

    def tabel(self, tbl: Element) -> TabelBlok:
        """Read a table; what continues a cell downwards is put together with it."""
        ppr = anak(tbl, "tblPr")
        baris = list(self._baris_tinggal(tbl))
        lebar = [
            (angka(nilai(g, "w")) or 0.0) / TWIP for g in tbl.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        mentah = [list(self._sel_mentah(b)) for b in baris]
        jumlah = max((k + n for isi in mentah for k, n, _ in isi), default=0)
        lebar = _lebar_kolom(lebar, jumlah, mentah)
        hasil: list[list[SelBlok]] = [[] for _ in baris]
        terbuka: dict[int, tuple[int, int]] = {}
        for b, isi in enumerate(mentah):
            for kolom, banyak, tc in isi:
                gabung = anak(tc, "tcPr", "vMerge")
                if gabung is not None and nilai(gabung) != "restart" and kolom in terbuka:
                    self._perpanjang(hasil, terbuka[kolom], b, tc)
                    continue
                self.sel += 1
                blok = tuple(self.blok(tc, dalam_sel=True)) if self.sel <= MAX_SEL else ()
                rata = nilai(anak(tc, "tcPr", "vAlign"))
                rata = {"center": "tengah", "bottom": "akhir"}.get(rata, "")
                hasil[b].append(SelBlok(kolom, banyak, blok, rata=rata))
                terbuka.pop(kolom, None)
                if gabung is not None:
                    terbuka[kolom] = b, len(hasil[b]) - 1
        return TabelBlok(
            tuple(lebar),
            tuple(_baris(b, tuple(isi)) for b, isi in zip(baris, hasil, strict=True)),
            _kiri(ppr),
            _tepi(ppr),
        )

    def _baris_tinggal(self, tbl: Element) -> Iterator[Element]:
        """Yield the rows of a table but those that a tracked change deletes."""
        for tr in _anak_tembus(tbl, f"{W}tr"):
            if anak(tr, "trPr", "del") is None:
                yield tr
            else:
                self._catat("baris tabel yang dihapus dalam perubahan terlacak")

    def _sel_mentah(self, baris: Element) -> Iterator[tuple[int, int, Element]]:
        """Yield the cells of a row: column, how many columns, and what is in it."""
        kolom = min(max(bulat(anak(baris, "trPr", "gridBefore")), 0), MAX_KOLOM)
        for tc in _anak_tembus(baris, f"{W}tc"):
            banyak = min(max(1, bulat(anak(tc, "tcPr", "gridSpan"))), MAX_KOLOM)
            yield kolom, banyak, tc
            kolom += banyak

    def _perpanjang(
        self, hasil: list[list[SelBlok]], di: tuple[int, int], b: int, tc: Element
    ) -> None:
        """Let a cell go on into another row; what the file holds there, too, is shown by no program, but kept."""
        r, n = di
        lama = hasil[r][n]
        lanjut = [x for x in self.blok(tc, dalam_sel=True) if not _kosong(x)]
        hasil[r][n] = SelBlok(lama.kolom, lama.lebar, (*lama.blok, *lanjut), b - r + 1, lama.rata)


@dataclass(slots=True)
class _Isi:
    teks: str = ""
    ukuran: str = ""
    huruf: str = ""
    tempelan: list[Tempelan] = field(default_factory=list)
    putus: bool = False


def _kosong(blok: Blok) -> bool:
    return isinstance(blok, Paragraf) and not any(blok.baris) and not blok.tempelan


def _anak_tembus(bagian: Element, tag: str) -> Iterator[Element]:
    """Yield children of a kind, also through what only stands around them."""
    for satu in bagian:
        if satu.tag == tag:
            yield satu
        elif nama_tanpa_ruang(satu) in _TEMBUS:
            yield from _anak_tembus(satu, tag)


def _lebar_kolom(
    lebar: list[float], jumlah: int, baris: list[list[tuple[int, int, Element]]]
) -> list[float]:
    """Complete the widths of columns: those that the grid lacks, from cells that say theirs."""
    lebar = [*lebar[:jumlah], *[0.0] * (jumlah - len(lebar))]
    for isi in baris:
        for kolom, banyak, tc in isi:
            w = anak(tc, "tcPr", "tcW")
            milik = (angka(nilai(w, "w")) or 0.0) / TWIP if nilai(w, "type") == "dxa" else 0.0
            kosong = [n for n in range(kolom, kolom + banyak) if lebar[n] <= 0]
            if milik > 0 and len(kosong) == 1:
                lain = sum(lebar[n] for n in range(kolom, kolom + banyak))
                lebar[kosong[0]] = max(milik - lain, 0.0)
    biasa = 500.0 / max(jumlah, 1)
    return [w if w > 0 else biasa for w in lebar]


def _baris(tr: Element, sel: tuple[SelBlok, ...]) -> BarisBlok:
    tinggi = anak(tr, "trPr", "trHeight")
    putus = next(tr.iter(f"{W}lastRenderedPageBreak"), None) is not None
    return BarisBlok(
        sel,
        (angka(nilai(tinggi)) or 0.0) / TWIP,
        nilai(tinggi, "hRule") == "exact",
        putus,
    )


def _kiri(ppr: Element | None) -> float:
    """Return how far right of the text a table begins."""
    mengambang = anak(ppr, "tblpPr")
    if mengambang is not None and nilai(mengambang, "horzAnchor") == "text":
        return (angka(nilai(mengambang, "tblpX")) or 0.0) / TWIP
    return (angka(nilai(anak(ppr, "tblInd"), "w")) or 0.0) / TWIP


def _tepi(ppr: Element | None) -> tuple[float, float, float, float]:
    tepi = anak(ppr, "tblCellMar")

    def sisi(*nama: str, baku: float) -> float:
        for satu in nama:
            v = angka(nilai(anak(tepi, satu), "w"))
            if v is not None:
                return v / TWIP
        return baku

    return (
        sisi("left", "start", baku=5.4),
        sisi("top", baku=0.0),
        sisi("right", "end", baku=5.4),
        sisi("bottom", baku=0.0),
    )

"""What is drawn in a Word file: shapes and connectors of DrawingML, alone, in groups and in canvases, and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.blok import Gambaran, Letak, Tempelan
from buku_sop.adapters.impor.docx_gaya import W
from buku_sop.adapters.impor.drawingml import (
    Letak as LetakGambar,
)
from buku_sop.adapters.impor.drawingml import (
    Rangka,
    anak,
    bentuk_prst,
    bilangan,
    garis_bebas,
    lambang,
    letak_kelompok,
    menutup,
    nama_tanpa_ruang,
    nomor_bentuk,
    rangka,
    sambungan,
)
from buku_sop.adapters.impor.foto import PembacaFoto, tampilan_drawingml
from buku_sop.adapters.impor.letak import kata_dalam
from buku_sop.adapters.impor.ooxml import EMU
from buku_sop.analysis.impor.netral import Kotak
from buku_sop.analysis.impor.tulisan import kata_kotak

MAX_BENTUK = 5_000
"""Shapes of a file that are read at most."""
MAX_DALAM = 12
"""Groups within groups that are read at most."""
_ACUAN = {
    "page": "halaman", "leftMargin": "halaman", "topMargin": "halaman", "margin": "marjin", "column": "aliran",
    "character": "aliran", "paragraph": "aliran", "line": "aliran", "rightMargin": "halaman", "bottomMargin": "halaman",
    "insideMargin": "halaman", "outsideMargin": "halaman",
}  # fmt: skip
_RATA = {"left": "awal", "top": "awal", "center": "tengah", "right": "akhir", "bottom": "akhir", "inside": "awal", "outside": "akhir"}  # fmt: skip

Teks = Callable[[Element], list[str]]
"""Reads the lines of the text in a shape (`w:txbxContent`)."""


@dataclass(frozen=True, slots=True)
class _Asal:
    """Where a drawing comes from."""

    ruang: int
    """The scope of the numbers of its shapes; 0 outside of groups."""
    lapis: tuple[float, float]
    """What it lies over: what is behind the text, in it, before it; in each, the higher lies over the lower."""
    hubungan: Mapping[str, tuple[str, str]]
    """What its part refers to."""


@dataclass(slots=True)
class PembacaGambar:
    """Reads the drawings of a file; each gets a scope of its own for the numbers of its shapes."""

    teks: Teks
    pembaca_foto: PembacaFoto
    hubungan: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What the part refers to that is being read."""
    jumlah: int = 0
    asing: dict[str, int] = field(default_factory=dict)
    """Shapes that are no symbols, by their names."""
    _ruang: Iterator[int] = field(default_factory=lambda: count(1))

    def drawing(self, bagian: Element) -> list[Tempelan]:
        """Read a `w:drawing`: what is anchored, or stands in the line."""
        return [t for satu in bagian if (t := self._jangkar(satu)) is not None]

    def _jangkar(self, jangkar: Element) -> Tempelan | None:
        nama = nama_tanpa_ruang(jangkar)
        isi = anak(jangkar, "graphic", "graphicData")
        if nama not in ("anchor", "inline") or isi is None or not len(isi):
            return None
        ext = anak(jangkar, "extent")
        lebar, tinggi = bilangan(ext, "cx") / EMU, bilangan(ext, "cy") / EMU
        doc = anak(jangkar, "docPr")
        if doc is not None and doc.get("hidden") in ("1", "true"):
            return None
        nomor = doc.get("id", "") if doc is not None else ""
        asal = _Asal(next(self._ruang), _lapis(jangkar), self.hubungan)

        def gambar(x: float, y: float, ke: Gambaran) -> None:
            self._gambar(isi, Kotak(x, y, x + lebar, y + tinggi), ke, asal, nomor)

        return Tempelan(
            _letak(anak(jangkar, "positionH")),
            _letak(anak(jangkar, "positionV")),
            lebar,
            tinggi,
            gambar,
            nama == "inline",
            jangkar.get("layoutInCell", "1") in ("1", "true"),
        )

    def _gambar(self, isi: Element, kotak: Kotak, ke: Gambaran, asal: _Asal, nomor: str) -> None:
        for satu in isi:
            nama = nama_tanpa_ruang(satu)
            if nama in ("wgp", "grpSp"):
                self._kelompok(satu, kotak, ke, asal, 0)
            elif nama == "wpc":
                kanvas = LetakGambar(1 / EMU, 1 / EMU, kotak.x0, kotak.y0)
                for bentuk in _bentuk(satu):
                    self._bentuk(bentuk, rangka(bentuk, kanvas), ke, asal, 0)
            elif nama == "wsp":
                kerangka = rangka(satu, LetakGambar(1 / EMU, 1 / EMU, 0, 0), kotak)
                self._satu(satu, kerangka, ke, replace(asal, ruang=0), nomor or nomor_bentuk(satu))
            elif nama == "pic":
                self._foto(satu, rangka(satu, LetakGambar(1 / EMU, 1 / EMU, 0, 0), kotak), ke, asal)
            else:
                ke.gambar.append(kotak)

    def _foto(self, gambar: Element, kerangka: Rangka, ke: Gambaran, asal: _Asal) -> None:
        ke.gambar.append(kerangka.terlihat)
        tampilan = tampilan_drawingml(gambar, asal.hubungan)
        self.jumlah += 1
        urutan = *asal.lapis, self.jumlah
        if foto := self.pembaca_foto.foto(tampilan, kerangka, ke.kertas, urutan):
            ke.foto.append(foto)

    def _kelompok(
        self, kelompok: Element, kotak: Kotak, ke: Gambaran, asal: _Asal, dalam: int
    ) -> None:
        letak = letak_kelompok(kelompok, kotak)
        for bentuk in _bentuk(kelompok):
            self._bentuk(bentuk, rangka(bentuk, letak), ke, asal, dalam + 1)

    def _bentuk(
        self, bentuk: Element, kerangka: Rangka, ke: Gambaran, asal: _Asal, dalam: int
    ) -> None:
        nama = nama_tanpa_ruang(bentuk)
        if nama in ("wgp", "grpSp"):
            if dalam < MAX_DALAM:
                self._kelompok(bentuk, kerangka.kotak, ke, asal, dalam)
        elif nama == "pic":
            self._foto(bentuk, kerangka, ke, asal)
        elif nama in ("graphicFrame", "contentPart"):
            ke.gambar.append(kerangka.terlihat)
        else:
            self._satu(bentuk, kerangka, ke, asal, nomor_bentuk(bentuk))

    def _satu(
        self, bentuk: Element, kerangka: Rangka, ke: Gambaran, asal: _Asal, nomor: str
    ) -> None:
        """Read one shape; its number is told apart from those of other groups by its scope, 0 outside of groups."""
        self.jumlah += 1
        if self.jumlah > MAX_BENTUK:
            return
        if menutup(bentuk):
            ke.penutup.append(((*asal.lapis, self.jumlah), kerangka.terlihat))
        teks = "\n".join(b for b in self.teks(bentuk) if b)
        if (garis := sambungan(bentuk, kerangka) or garis_bebas(bentuk, kerangka)) is not None:
            dari, akhir = (f"{asal.ruang}:{id}" if id else "" for id in (garis.dari, garis.ke))
            ke.sambungan.append(replace(garis, dari=dari, ke=akhir, label=teks))
        elif (satu := lambang(bentuk, kerangka)) is not None:
            ke.lambang.append(replace(satu, teks=teks, id=f"{asal.ruang}:{nomor}" if nomor else ""))
        elif teks:
            kotak = kerangka.terlihat
            ke.kata += kata_kotak(teks, kotak) or kata_dalam(teks, kotak)
        elif prst := bentuk_prst(bentuk):
            self.asing[prst] = self.asing.get(prst, 0) + 1


def _bentuk(bagian: Element) -> Iterator[Element]:
    """Yield the shapes in a group or canvas; of alternatives the first."""
    for satu in bagian:
        nama = nama_tanpa_ruang(satu)
        if nama == "AlternateContent":
            for pilihan in ("Choice", "Fallback"):
                if (isi := anak(satu, pilihan)) is not None:
                    yield from _bentuk(isi)
                    break
        elif nama in ("wsp", "wgp", "grpSp", "pic", "graphicFrame", "contentPart", "cxnSp", "sp"):
            yield satu


def _lapis(jangkar: Element) -> tuple[float, float]:
    """Return what a drawing lies over."""
    if nama_tanpa_ruang(jangkar) == "inline":
        return 0.0, 0.0
    di_belakang = jangkar.get("behindDoc") in ("1", "true")
    return (-1.0 if di_belakang else 1.0), bilangan(jangkar, "relativeHeight")


def _letak(posisi: Element | None) -> Letak:
    """Read where an anchor puts its drawing in one direction."""
    if posisi is None:
        return Letak()
    acuan = _ACUAN.get(posisi.get("relativeFrom", ""), "aliran")
    rata = anak(posisi, "align")
    if rata is not None:
        return Letak(acuan, 0.0, _RATA.get((rata.text or "").strip(), "awal"))
    geser = anak(posisi, "posOffset")
    try:
        return Letak(acuan, float((geser.text or "0") if geser is not None else "0") / EMU)
    except ValueError:
        return Letak(acuan)


def isi_teks(bentuk: Element) -> Iterator[Element]:
    """Yield the texts in a shape, not those of shapes within it."""
    for satu in bentuk:
        if satu.tag == f"{W}txbxContent":
            yield satu
        elif nama_tanpa_ruang(satu) in ("txbx", "textbox"):
            yield from isi_teks(satu)

"""The parts that printed forms are put together from: what `overrides/formulir/formulir.typ` can draw.

A form is a list of sheets, each a list of parts. A form of its own is another list, and no other template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.kertas import PT, Kertas
from buku_sop.views.lembar.teks import PenulisTeks

Rata = Literal["kiri", "tengah"]
Bagian = dict[str, Any]
Sel = str | Mapping[str, Any]
"""A cell: a text, or what one of the functions below makes."""
HURUF = 9.5
"""Size of the letters in tables, in points."""
SISIP = 1.6
"""Space left and right of the text of a cell, in mm."""
TERPANJANG = 700
"""Letters of a cell up to which its row stays on one page."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table."""

    judul: str
    mm: float = 0.0
    """Its width; 0 shares what the others leave."""
    bobot: float = 1.0
    """Its share of that."""
    rata: Rata = "kiri"


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of a table."""

    sel: tuple[Sel, ...]
    tinggi: float = 0.0
    """Least height in mm: room for what is written by hand."""
    tebal: bool = False


def pilihan(*teks: str, dipilih: int | None = None) -> dict[str, Any]:
    """Make a cell of boxes to tick, of which one may be ticked."""
    return {"pilihan": [{"teks": t, "dipilih": n == dipilih} for n, t in enumerate(teks)]}


def centang(*, ada: bool) -> Sel:
    """Make a cell that is ticked, or left for a pen."""
    return "\u221a" if ada else ""


def gabung(sel: Sel, lajur: int = 1, baris: int = 1) -> dict[str, Any]:
    """Make a cell over several columns or rows."""
    return {"gabung": sel, "lajur": lajur, "baris": baris}


class PenyusunBagian:
    """Writes parts for paper of a width, in letters that can be printed."""

    def __init__(self, penulis: PenulisTeks, kertas: Kertas) -> None:
        self.penulis, self.kertas = penulis, kertas
        self.isi = PenulisIsi(penulis)

    def teks(self, teks: str, lebar: float = 0.0, pt: float = HURUF) -> Any:
        """Write a text of the data."""
        return self.isi.teks(teks, lebar or self.kertas.isi, pt)

    def identitas(self, *baris: tuple[str, str]) -> Bagian:
        """Say what the form is about, as label and text; what is empty is left for a pen."""
        lebar = self.kertas.isi - 48
        semua = [{"label": self.penulis.bersih(a), "isi": self.teks(b, lebar)} for a, b in baris]
        return {"apa": "identitas", "baris": semua}

    def paragraf(self, teks: str, *, catatan: bool = False) -> Bagian:
        """Write a paragraph; a note is small."""
        return {
            "apa": "paragraf",
            "isi": self.teks(teks, pt=8.0 if catatan else 10.0),
            "catatan": catatan,
        }

    def judul(self, teks: str) -> Bagian:
        """Write a heading within a form."""
        return {"apa": "judul", "isi": self.teks(teks, pt=10.5)}

    def ruang(self, judul: str, isi: str, tinggi: float) -> Bagian:
        """Leave a framed room to write into, or what is already known."""
        return {
            "apa": "ruang",
            "judul": self.penulis.bersih(judul),
            "isi": self.teks(isi),
            "tinggi": tinggi,
        }

    def tabel(
        self,
        kolom: Sequence[Kolom],
        baris: Iterable[Baris],
        *,
        nomor_kolom: bool = False,
        atas: bool = False,
    ) -> Bagian:
        """Write a table whose head stands on every page. Cells are set in the middle, or at the top (`atas`)."""
        lebar = self._lebar(kolom)
        return {
            "apa": "tabel",
            "nomor_kolom": nomor_kolom,
            "atas": atas,
            "kolom": [
                {
                    "judul": self.penulis.muat(k.judul, mm - 2 * SISIP, HURUF),
                    "lebar": mm,
                    "rata": k.rata,
                }
                for k, mm in zip(kolom, lebar, strict=True)
            ],
            "baris": [self._baris(b, di, lebar) for b, di in _di_lajur(list(baris))],
        }

    def _lebar(self, kolom: Sequence[Kolom]) -> list[float]:
        sisa = self.kertas.isi - sum(k.mm for k in kolom)
        bobot = sum(k.bobot for k in kolom if not k.mm) or 1.0
        return [k.mm or round(sisa * k.bobot / bobot, 3) for k in kolom]

    def _baris(self, baris: Baris, di: Sequence[int], lebar: Sequence[float]) -> Bagian:
        sel = []
        for satu, k in zip(baris.sel, di, strict=True):
            lajur = satu.get("lajur", 1) if isinstance(satu, Mapping) else 1
            isi = self._sel(satu, sum(lebar[k : k + lajur]) - 2 * SISIP)
            sel.append({"di": k, "isi": isi, "lajur": lajur, "baris": _baris_sel(satu)})
        return {
            "sel": sel,
            "tinggi": baris.tinggi,
            "tebal": baris.tebal,
            "utuh": max(map(_panjang, baris.sel), default=0) <= TERPANJANG,
        }

    def _sel(self, sel: Sel, lebar: float) -> Any:
        if isinstance(sel, str):
            return self.teks(sel, lebar)
        if "gabung" in sel:
            return self._sel(sel["gabung"], lebar)
        kotak = HURUF * PT + 1.0
        return {
            "pilihan": [
                {
                    "teks": self.penulis.muat(p["teks"], lebar - kotak, HURUF),
                    "dipilih": p["dipilih"],
                }
                for p in sel["pilihan"]
            ]
        }

    def tanda_tangan(self, *semua: Mapping[str, str]) -> Bagian:
        """Leave room for signatures side by side; what is not known is a dotted line."""
        lebar = self.kertas.isi / max(1, len(semua)) - 6
        return {
            "apa": "tanda_tangan",
            "semua": [{k: self.penulis.muat(v, lebar, 10.0) for k, v in s.items()} for s in semua],
        }


def penanda(
    peran: str, jabatan: str = "", nama: str = "", nip: str = "", *, bertanggal: bool = False
) -> dict[str, str]:
    """Describe one who signs. `peran` says why ("Penilai"); place and day are written above one of them."""
    tempat = "ya" if bertanggal else ""
    return {"peran": peran, "jabatan": jabatan, "nama": nama, "nip": nip, "tempat": tempat}


def _panjang(sel: Sel) -> int:
    if isinstance(sel, str):
        return len(sel)
    return _panjang(sel["gabung"]) if "gabung" in sel else 0


def _baris_sel(sel: Sel) -> int:
    return int(sel.get("baris", 1)) if isinstance(sel, Mapping) else 1


def _di_lajur(semua: Sequence[Baris]) -> Iterator[tuple[Baris, list[int]]]:
    """Yield each row with the column of each of its cells, past the cells that span from above."""
    sisa = dict[int, int]()
    for baris in semua:
        k, di, baru = 0, list[int](), dict[int, int]()
        for sel in baris.sel:
            while sisa.get(k, 0):
                k += 1
            di.append(k)
            lajur = sel.get("lajur", 1) if isinstance(sel, Mapping) else 1
            baru |= dict.fromkeys(range(k, k + lajur), _baris_sel(sel))
            k += lajur
        yield baris, di
        sisa = {k: n - 1 for k, n in (sisa | baru).items() if n > 1}

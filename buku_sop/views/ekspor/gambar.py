"""The drawing of a table with its ties: every line knows the symbols at its ends, as connectors of Office do."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from buku_sop.layout import LetakLabel, Sandar
from buku_sop.views.ekspor.sambungan import XY
from buku_sop.views.lembar.gambar import HalamanGambar, PenggambarTabel
from buku_sop.views.lembar.penghubung import Penghubung

PENGHUBUNG = "penghubung"
"""What an off-page connector is called where symbols are called by their names in the model."""
Kotak = tuple[float, float, float, float]
"""Left, top, width, height in mm, from the left edge of the first lane and the top of the page's first row."""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A symbol, or an off-page connector."""

    rupa: str
    kotak: Kotak
    teks: str = ""
    kata: tuple[tuple[str | int, ...], ...] = ()
    """The lines of an off-page connector; a number stands for a page of the table, from 0."""


@dataclass(frozen=True, slots=True)
class Garis:
    """A line between two symbols of a page, by their positions there."""

    dari: int
    ke: int
    titik: tuple[XY, ...]
    kepala: bool = True


@dataclass(frozen=True, slots=True)
class Tulisan:
    """The label of a branch."""

    kotak: Kotak
    teks: str
    sandar: Sandar
    huruf: float
    """Size of its letters in mm."""
    panah: int | None = None
    """The arrow whose label it is, in the flow; None for the words of a symbol."""
    di_garis: bool = False
    """Whether it stands on its line, on white."""
    tegak: bool = False
    """Whether it is read upwards."""
    pindah: bool = False
    """Whether it comes from another page and has no place on this one yet."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row on a page."""

    langkah: int
    """From 0."""
    tinggi: float
    """mm, with the strips of connectors that belong to it."""
    panjang: bool = False
    """Whether it is taller than a page."""
    atas: float = 0.0
    bawah: float = 0.0
    """The strips, in mm, within its height."""


@dataclass(slots=True)
class GambarHalaman:
    """What is drawn on one page of a table."""

    baris: list[Baris] = field(default_factory=list)
    bentuk: list[Bentuk] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)
    tulisan: list[Tulisan] = field(default_factory=list)
    panah: dict[int, list[int]] = field(default_factory=dict)
    """For each arrow of the flow that begins on this page its lines, by their positions."""


class PenggambarBerikat(PenggambarTabel):
    """Draws a table as its sheet has it, and keeps what ties what (`berikat`)."""

    def gambar(self) -> list[dict[str, Any]]:
        """Return the pages for the template, each with its drawing in ties under `berikat`."""
        self._kini = 0
        self._jadi = [GambarHalaman() for _ in self.halaman]
        self._letak: dict[Hashable, int] = {}
        self._tunda: list[tuple[int, int, Hashable, Hashable, tuple[XY, ...]]] = []
        data = super().gambar()
        for n, e, dari, ke, titik in self._tunda:
            a, b = self._letak.get((n, dari)), self._letak.get((n, ke))
            if a is None or b is None or e in self.tata.rujukan:
                continue  # told in words, and no line leads to it
            garis, isi = Garis(a, b, self._sampai_tepi(n, a, b, titik)), self._jadi[n]
            if garis not in isi.garis:
                isi.garis.append(garis)
            if isi.bentuk[a].rupa != PENGHUBUNG:
                isi.panah.setdefault(e, []).append(isi.garis.index(garis))
        self._bersama()
        self._pulangkan()
        for n, isi in enumerate(self._jadi):
            self._jadi[n].baris = self._baris(n)
            data[n]["berikat"] = isi
        return data

    def _sampai_tepi(self, n: int, dari: int, ke: int, titik: tuple[XY, ...]) -> tuple[XY, ...]:
        """End a line at the edge of an off-page connector, which hides the end of the printed one."""
        hasil = list(titik)
        for ujung, i in ((0, dari), (-1, ke)):
            bentuk = self._jadi[n].bentuk[i]
            if bentuk.rupa == PENGHUBUNG:
                _, y, _, tinggi = bentuk.kotak
                turun = hasil[1][1] > hasil[0][1] if ujung == 0 else hasil[-1][1] < hasil[-2][1]
                hasil[ujung] = (hasil[ujung][0], round(y + tinggi * turun, 3))
        return tuple(hasil)

    def _ke(self, halaman: HalamanGambar) -> int:
        return next(n for n, h in enumerate(self.halaman) if h is halaman)

    def _panah(self, e: int, penghubung: Mapping[object, Penghubung]) -> None:
        self._kini = e
        super()._panah(e, penghubung)

    def _garis(
        self, halaman: HalamanGambar, titik: list[XY], tujuan: Hashable, *, kepala: bool
    ) -> None:
        super()._garis(halaman, titik, tujuan, kepala=kepala)
        panah, ujung = self.alur.panah[self._kini], self._ujung(self._kini)
        masuk = ujung and tujuan == panah.ke
        dari: Hashable = ujung[1].kunci if masuk else panah.dari
        self._tunda.append((self._ke(halaman), self._kini, dari, tujuan, halaman.garis[-1].points))

    def _penghubung(self, p: Penghubung) -> None:
        super()._penghubung(p)
        isi = self.halaman[p.potongan].penghubung[-1]
        kotak = (isi["x"], isi["y"], isi["lebar"], isi["tinggi"])
        self._taruh(p.potongan, p.kunci, Bentuk(PENGHUBUNG, kotak, kata=p.larik))

    def _simbol(self, i: int) -> None:
        super()._simbol(i)
        n = self.letak[self.alur.simpul[i].langkah]
        isi = self.halaman[n].simbol[-1]
        kotak = (isi["x"], isi["y"], isi["lebar"], isi["tinggi"])
        teks = self.tata.teks[i]
        if (
            teks and teks.sandar is not Sandar.TENGAH
        ):  # its words stand within, where they are edited
            self._jadi[n].tulisan.pop()
        simpul = self.alur.simpul[i]
        self._taruh(n, i, Bentuk(str(simpul.simbol), kotak, simpul.teks))

    def _taruh(self, n: int, kunci: Hashable, bentuk: Bentuk) -> None:
        self._letak[n, kunci] = len(self._jadi[n].bentuk)
        self._jadi[n].bentuk.append(bentuk)

    def _label(self, label: LetakLabel) -> dict[str, Any]:
        isi = super()._label(label)
        kotak = (isi["x"], isi["y"], isi["lebar"], isi["tinggi"])
        n = self.letak[label.titik.baris]
        jalur = self.tata.jalur[self._kini] if self.tata.jalur else None
        tersebut = self._kini in self.tata.rujukan
        panah = self._kini if jalur and jalur.label is label and not tersebut else None
        self._jadi[n].tulisan.append(Tulisan(kotak, label.teks, label.sandar, label.huruf, panah))
        return isi

    def _pulangkan(self) -> None:
        """Move labels to where their lines begin that stand on a page on which their lines are not drawn."""
        for isi in self._jadi:
            for t in [t for t in isi.tulisan if t.panah is not None and t.panah not in isi.panah]:
                rumah = next((h for h in self._jadi if t.panah in h.panah), isi)
                if rumah is not isi:
                    isi.tulisan.remove(t)
                    rumah.tulisan.append(replace(t, pindah=True))

    def _bersama(self) -> None:
        """Tie the symbols that act jointly, by lines without heads."""
        for ikatan in self.tata.ikatan:
            n = self.letak[ikatan[0].baris]
            titik = tuple(self._xy(t) for t in ikatan)
            bentuk = self._jadi[n].bentuk
            a, b = (_terdekat(bentuk, t) for t in (titik[0], titik[-1]))
            if a != b:
                self._jadi[n].garis.append(Garis(a, b, titik, kepala=False))

    def _baris(self, n: int) -> list[Baris]:
        halaman = self.halaman[n]
        potongan = halaman.potongan
        hasil = []
        for m, r in enumerate(halaman.baris()):
            panjang = potongan.panjang and m == len(potongan.baris) - 1
            tinggi = max(r["tinggi"], potongan.tinggi[m]) + r["atas"] + r["bawah"]
            hasil.append(Baris(int(r["i"]), round(tinggi, 3), panjang, r["atas"], r["bawah"]))
        return hasil


def _terdekat(bentuk: Sequence[Bentuk], titik: XY) -> int:
    def jauh(n: int) -> float:
        x, y, lebar, tinggi = bentuk[n].kotak
        dx = max(x - titik[0], 0.0, titik[0] - x - lebar)
        dy = max(y - titik[1], 0.0, titik[1] - y - tinggi)
        return float(dx + dy)

    return min((n for n, b in enumerate(bentuk) if b.rupa != PENGHUBUNG), key=jauh)

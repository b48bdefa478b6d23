"""The drawing of a table, page by page: symbols, arrows, labels and connectors in millimetres.

Coordinates count from the left edge of the first lane and from the top of the page's first row.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from buku_sop.analysis.alur.alur import Alur
from buku_sop.layout import LetakLabel, Sandar, TataLetak, Titik
from buku_sop.layout.boxes import Box
from buku_sop.layout.heads import Line, Obstacles, meeting_heads
from buku_sop.model import Simbol
from buku_sop.views.lembar.halaman import Muatan, Pembagian, Potongan, bagi_halaman
from buku_sop.views.lembar.penghubung import (
    BANYAK_LARIK,
    UJUNG,
    Penghubung,
    Ujung,
    susun_penghubung,
    tinggi_lajur,
)

_JARAK_TEPI = 0.6

XY = tuple[float, float]


@dataclass(slots=True)
class HalamanGambar:
    """One page of the table while it is drawn."""

    potongan: Potongan
    tinggi: dict[int, float]
    lajur: float
    """Height of the strips that hold connectors."""
    atas: bool = False
    """Whether connectors stand above its first row."""
    bawah: bool = False
    garis: list[Line] = field(default_factory=list)
    kepala: list[dict[str, float]] = field(default_factory=list)
    ikatan: list[list[XY]] = field(default_factory=list)
    simbol: list[dict[str, Any]] = field(default_factory=list)
    label: list[dict[str, Any]] = field(default_factory=list)
    penghubung: list[dict[str, Any]] = field(default_factory=list)

    @property
    def awal(self) -> float:
        """Where its first row begins."""
        return self.lajur if self.atas else 0.0

    @property
    def dasar(self) -> float:
        """Where its last row ends."""
        return self.awal + sum(self.tinggi.values())

    def tengah(self, baris: int) -> float:
        """The centre of a row."""
        sebelum = sum(t for b, t in self.tinggi.items() if b < baris)
        return self.awal + sebelum + self.tinggi[baris] / 2

    def baris(self) -> list[dict[str, float]]:
        """Heights for the template, with the strips that belong to the first and the last row."""
        rows = [{"i": b, "tinggi": t, "atas": 0.0, "bawah": 0.0} for b, t in self.tinggi.items()]
        rows[0]["atas"] = self.awal
        rows[-1]["bawah"] = self.lajur if self.bawah else 0.0
        return rows


def bagi_tabel(
    muatan: Muatan, alur: Alur, tata: TataLetak, nomor: Sequence[str]
) -> tuple[Pembagian, int]:
    """Break a table into pages whose strips are as high as their connectors need; tell in how many lines."""
    larik = 0
    while True:
        larik += 1
        bagian = bagi_halaman(replace(muatan, lajur=tinggi_lajur(larik)))
        gambar = PenggambarTabel(alur, tata, bagian.potongan, 0, nomor, BANYAK_LARIK, samping=True)
        if max((len(p.larik) for p in gambar.penghubung()), default=1) <= larik:
            return bagian, larik


class PenggambarTabel:
    """Draws one table whose page breaks are known."""

    def __init__(
        self,
        alur: Alur,
        tata: TataLetak,
        potongan: Sequence[Potongan],
        mulai: int = 0,
        nomor: Sequence[str] = (),
        larik: int = 1,
        *,
        samping: bool = False,
    ) -> None:
        """`nomor` gives for each step the number by which connectors name it; they count on without.

        `larik` is the most lines that a connector may have; the pages have room for strips of that height. With
        `samping` connectors may stand beside the lanes, where there is no room above these.
        """
        self.nomor = nomor or [str(i + 1) for i in range(alur.jumlah_langkah)]
        self.alur, self.tata, self.lane, self.mulai = alur, tata, tata.ukuran.lane, mulai
        self.larik, self.samping = larik, samping
        self.halaman = [HalamanGambar(p, self._tinggi(p), tinggi_lajur(larik)) for p in potongan]
        self.letak = {b: n for n, p in enumerate(potongan) for b in p.baris}
        self.terpakai = 0
        """How many letters its connectors took."""

    def gambar(self) -> list[dict[str, Any]]:
        """Return the pages for the template."""
        penghubung = self.penghubung()
        for p in penghubung:
            halaman = self.halaman[p.potongan]
            halaman.atas, halaman.bawah = halaman.atas or not p.bawah, halaman.bawah or p.bawah
        self.terpakai = len({p.huruf for p in penghubung})
        for e in range(len(self.alur.panah)):
            self._panah(e, {p.kunci: p for p in penghubung})
        for p in penghubung:
            self._penghubung(p)
        for ikatan in self.tata.ikatan:
            self.halaman[self.letak[ikatan[0].baris]].ikatan.append([self._xy(t) for t in ikatan])
        for i in range(len(self.alur.simpul)):
            self._simbol(i)
        return [self._data(h) for h in self.halaman]

    @staticmethod
    def _temu(h: HalamanGambar) -> list[dict[str, float]]:
        """The heads where arrows meet on a page; those that come there as one line have one."""
        rintang = Obstacles(lines=[Line(tuple(ikatan), None) for ikatan in h.ikatan])
        for isi in (*h.simbol, *h.label, *h.penghubung):
            kotak = Box(isi["x"], isi["y"], isi["x"] + isi["lebar"], isi["y"] + isi["tinggi"])
            ketupat = isi.get("bentuk") == Simbol.BELAH_KETUPAT
            (rintang.diamonds if ketupat else rintang.boxes).append(kotak)
        kepala = meeting_heads(h.garis, rintang)
        tempat = {(k.tip(h.garis[k.line].points[k.corner]), k.way): None for k in kepala}
        return [
            {"x": round(x, 3), "y": round(y, 3), "dx": dx, "dy": dy} for (x, y), (dx, dy) in tempat
        ]

    def penghubung(self) -> list[Penghubung]:
        """Place the connectors of all pages."""
        ujung = [u for e in range(len(self.alur.panah)) for u in self._ujung(e)]
        lebar = self.alur.jumlah_lane * self.lane
        return susun_penghubung(
            ujung, lebar, self.mulai, self.lane, self.larik, samping=self.samping
        )

    def _tinggi(self, potongan: Potongan) -> dict[int, float]:
        """Row heights; a row that is cut is drawn at its beginning, as high as its symbols need."""
        tinggi = dict(zip(potongan.baris, potongan.tinggi, strict=True))
        if potongan.panjang:
            tinggi[potongan.baris[-1]] = self.tata.tinggi_baris[potongan.baris[-1]]
        return tinggi

    def _xy(self, titik: Titik) -> XY:
        halaman = self.halaman[self.letak[titik.baris]]
        return round(titik.x * self.lane, 3), round(halaman.tengah(titik.baris) + titik.dy, 3)

    def _sela(self, e: int) -> list[int]:
        """Positions of the pieces of an arrow that pass from one page to another."""
        titik = self.tata.jalur[e].titik
        return [
            i
            for i, (a, b) in enumerate(pairwise(titik))
            if self.letak[a.baris] != self.letak[b.baris]
        ]

    def _ujung(self, e: int) -> list[Ujung]:
        """Where an arrow leaves its first page and enters its last; pages between stay free of it."""
        if not (sela := self._sela(e)):
            return []
        titik, panah = self.tata.jalur[e].titik, self.alur.panah[e]
        a, b = titik[sela[0]], titik[sela[-1] + 1]
        dari, ke = self.letak[a.baris], self.letak[b.baris]
        ke_bawah = self.letak[titik[sela[0] + 1].baris] > dari
        dari_atas = self.letak[titik[sela[-1]].baris] < ke
        asal, tujuan = (self.alur.simpul[s].langkah for s in (panah.dari, panah.ke))
        kiri, kanan = round(a.x * self.lane, 3), round(b.x * self.lane, 3)
        return [
            Ujung(e, dari, ke_bawah, True, kiri, ke, tujuan + 1, self.nomor[tujuan]),
            Ujung(e, ke, not dari_atas, False, kanan, dari, asal + 1, self.nomor[asal]),
        ]

    def _panah(self, e: int, penghubung: Mapping[object, Penghubung]) -> None:
        jalur = self.tata.jalur[e]
        titik, sela = jalur.titik, self._sela(e)
        if titik and not sela:
            akhir = self.halaman[self.letak[titik[-1].baris]]
            self._garis(akhir, [self._xy(t) for t in titik], self.alur.panah[e].ke, kepala=True)
        for u in self._ujung(e):
            p = penghubung[u.kunci]
            luar = self._ke_penghubung(p)
            if u.keluar:
                dalam = [self._xy(t) for t in titik[: sela[0] + 1]]
                self._garis(self.halaman[u.potongan], [*dalam, *luar], u.kunci, kepala=False)
            else:
                dalam = [self._xy(t) for t in titik[sela[-1] + 1 :]]
                garis = [*reversed(luar), *dalam]
                self._garis(self.halaman[u.potongan], garis, self.alur.panah[e].ke, kepala=True)
        if jalur.label:
            self.halaman[self.letak[jalur.label.titik.baris]].label.append(self._label(jalur.label))

    def _ke_penghubung(self, p: Penghubung) -> list[XY]:
        """The way from a row's border into a connector, which covers the end of the line."""
        halaman = self.halaman[p.potongan]
        tepi = halaman.dasar if p.bawah else halaman.awal
        arah = 1 if p.bawah else -1
        atas = halaman.dasar + halaman.lajur - p.tinggi if p.bawah else 0.0
        y = atas + (p.tinggi - UJUNG) / 2
        if abs(p.tengah - p.garis) < 1e-6:
            return [(p.garis, round(y, 3))]
        belok = tepi + arah * (halaman.lajur - p.tinggi - _JARAK_TEPI) * p.belok
        return [(p.garis, round(belok, 3)), (p.tengah, round(belok, 3)), (p.tengah, round(y, 3))]

    def _garis(
        self, halaman: HalamanGambar, titik: list[XY], tujuan: Hashable, *, kepala: bool
    ) -> None:
        """Draw a line; `tujuan` is the symbol or the connector that it leads to."""
        rapi = [titik[0]]
        for a, b in pairwise(titik):
            if a != b:
                rapi.append(b)
        halaman.garis.append(Line(tuple(rapi), tujuan))
        if kepala and len(rapi) > 1:
            (xa, ya), (xb, yb) = rapi[-2:]
            mendatar = abs(xb - xa) > abs(yb - ya)
            dx = (1 if xb > xa else -1) if mendatar else 0
            dy = 0 if mendatar else (1 if yb > ya else -1)
            halaman.kepala.append({"x": xb, "y": yb, "dx": dx, "dy": dy})

    def _penghubung(self, p: Penghubung) -> None:
        halaman = self.halaman[p.potongan]
        atas = halaman.dasar + halaman.lajur - p.tinggi if p.bawah else 0.0
        sisip = _JARAK_TEPI if not p.bawah else -_JARAK_TEPI
        halaman.penghubung.append(
            {
                "x": p.kiri,
                "y": round(atas + sisip, 3),
                "lebar": p.lebar,
                "huruf": p.huruf,
                "keluar": p.keluar,
                "tinggi": p.tinggi,
                "bahu": round(p.tinggi - UJUNG, 3),
                "larik": [list(baris) for baris in p.larik],
            }
        )
        if p.keluar:
            ujung = atas + sisip + (0.0 if p.bawah else p.tepi_bawah)
            halaman.kepala.append(
                {"x": p.tengah, "y": round(ujung, 3), "dx": 0, "dy": 1 if p.bawah else -1}
            )

    def _simbol(self, i: int) -> None:
        simpul, letak = self.alur.simpul[i], self.tata.simpul[i]
        x, y = self._xy(letak.tengah)
        teks = self.tata.teks[i]
        dalam = teks is not None and teks.sandar is Sandar.TENGAH
        if teks and not dalam:
            self.halaman[self.letak[teks.titik.baris]].label.append(self._label(teks))
        self.halaman[self.letak[simpul.langkah]].simbol.append(
            {
                "bentuk": str(simpul.simbol),
                "x": round(x - letak.lebar / 2, 3),
                "y": round(y - letak.tinggi / 2, 3),
                "lebar": letak.lebar,
                "tinggi": letak.tinggi,
                "teks": list(teks.larik) if teks and dalam else [],
            }
        )

    def _label(self, label: LetakLabel) -> dict[str, Any]:
        x, y = self._xy(label.titik)
        bagian = {Sandar.KIRI: 0.0, Sandar.TENGAH: 0.5, Sandar.KANAN: 1.0}[label.sandar]
        return {
            "larik": list(label.larik or (label.teks,)),
            "x": round(x - bagian * label.lebar, 3),
            "y": round(y - label.tinggi / 2, 3),
            "lebar": label.lebar,
            "tinggi": label.tinggi,
            "sandar": str(label.sandar),
        }

    def _data(self, h: HalamanGambar) -> dict[str, Any]:
        return {
            "panjang": h.potongan.panjang,
            "sambung": h.potongan.sambung,
            "baris": h.baris(),
            "garis": [line.points for line in h.garis],
            "kepala": h.kepala,
            "temu": self._temu(h),
            "ikatan": h.ikatan,
            "simbol": h.simbol,
            "label": h.label,
            "penghubung": h.penghubung,
        }

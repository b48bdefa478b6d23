"""Small PDF files made by hand: a table of steps with the traps that documents of offices hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

LEBAR, TINGGI = 842.0, 595.0
KOLOM = (40.0, 70.0, 250.0, 340.0, 430.0, 540.0, 610.0, 720.0, 800.0)
"""No, Kegiatan, two lanes, Kelengkapan, Waktu, Output, Keterangan."""
KEPALA = ("No", "Kegiatan", "Staf", "Kepala", "Kelengkapan", "Waktu", "Output", "Ket.")


@dataclass
class Lembar:
    """A page that is being drawn, from the top left, as people think of it."""

    isi: list[str] = field(default_factory=list)

    def tulis(self, x: float, y: float, teks: str, ukuran: float = 8) -> None:
        """Write words; y is where they stand."""
        rapi = teks.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.isi.append(f"BT /F1 {ukuran} Tf {x} {TINGGI - y} Td ({rapi}) Tj ET")

    def garis(self, *titik: tuple[float, float]) -> None:
        """Draw a line through points."""
        jalur = [f"{x} {TINGGI - y} {'l' if n else 'm'}" for n, (x, y) in enumerate(titik)]
        self.isi.append(" ".join([*jalur, "S"]))

    def bentuk(self, *titik: tuple[float, float], cara: str = "s") -> None:
        """Draw a closed shape: `s` its line, `f` filled."""
        jalur = [f"{x} {TINGGI - y} {'l' if n else 'm'}" for n, (x, y) in enumerate(titik)]
        self.isi.append(" ".join([*jalur, "h", cara]))

    def kotak(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a box."""
        self.bentuk((x0, y0), (x1, y0), (x1, y1), (x0, y1))

    def putih(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Paint an area white."""
        self.isi.append(f"1 g {x0} {TINGGI - y1} {x1 - x0} {y1 - y0} re f 0 g")

    def kapsul(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a capsule as a path of six points, as Word does."""
        s = (y1 - y0) / 2
        tengah = (y0 + y1) / 2
        self.bentuk(
            (x0, tengah), (x0 + s, y0), (x1 - s, y0), (x1, tengah), (x1 - s, y1), (x0 + s, y1)
        )

    def gambar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Paste a picture."""
        self.isi.append(
            f"q {x1 - x0} 0 0 {y1 - y0} {x0} {TINGGI - y1} cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
        )

    def tumpul(self, x0: float, y0: float, x1: float, y1: float, r: float = 3) -> None:
        """Draw a box with round corners."""
        a, b = TINGGI - y0, TINGGI - y1
        self.isi.append(
            f"{x0 + r} {a} m {x1 - r} {a} l {x1} {a} {x1} {a} {x1} {a - r} c {x1} {b + r} l {x1} {b} {x1} {b} {x1 - r} {b} c "
            f"{x0 + r} {b} l {x0} {b} {x0} {b} {x0} {b + r} c {x0} {a - r} l {x0} {a} {x0} {a} {x0 + r} {a} c h S"
        )

    def ketupat(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a diamond."""
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        self.bentuk((x, y0), (x1, y), (x, y1), (x0, y))

    def segilima(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a connector to another page."""
        self.bentuk((x0, y0), (x1, y0), (x1, y1 - 6), ((x0 + x1) / 2, y1), (x0, y1 - 6))

    def kepala(self, x: float, y: float, dx: float, dy: float) -> None:
        """Draw the filled head of an arrow that comes to a point in a direction."""
        self.bentuk(
            (x, y), (x - 6 * dx - 3 * dy, y - 6 * dy - 3 * dx), (x - 6 * dx + 3 * dy, y - 6 * dy + 3 * dx), cara="f"
        )  # fmt: skip

    def panah(self, *titik: tuple[float, float]) -> None:
        """Draw an arrow through points."""
        (ax, ay), (bx, by) = titik[-2:]
        panjang = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        self.garis(*titik)
        self.kepala(bx, by, (bx - ax) / panjang, (by - ay) / panjang)

    def panah_bergaris_tepi(self, x: float, y0: float, y1: float) -> None:
        """Draw an upright arrow whose line is a filled outline."""
        self.bentuk((x - 0.4, y0), (x + 0.4, y0), (x + 0.4, y1), (x - 0.4, y1), cara="f")
        self.kepala(x, y1, 0, 1)

    def tabel(
        self,
        baris: Sequence[tuple[str, ...]],
        atas: float = 60,
        tinggi: float = 60,
        *,
        kepala: bool = True,
    ) -> list[float]:
        """Draw a table of steps without its flow; return the borders of its rows."""
        y = atas
        if kepala:
            for n, teks in enumerate(KEPALA):
                self.tulis(KOLOM[n] + 3, y + 32, teks)
            self.tulis(KOLOM[2] + 50, y + 12, "Pelaksana")
            self.tulis(KOLOM[4] + 90, y + 12, "Mutu Baku")
            for x0, x1 in ((KOLOM[2], KOLOM[4]), (KOLOM[4], KOLOM[7])):
                self.garis((x0, y + 18), (x1, y + 18))
            self.garis((KOLOM[0], y), (KOLOM[-1], y))
            for n, x in enumerate(KOLOM):
                self.garis((x, y if n not in (3, 5, 6) else y + 18), (x, y + 40))
            y += 40
        batas = [y]
        for isi in baris:
            for kolom, teks in zip((0, 1, 4, 5, 6, 7), isi, strict=False):
                for n, satu in enumerate(teks.split("\n")):
                    self.tulis(KOLOM[kolom] + 3, y + 12 + 10 * n, satu)
            batas.append(y + tinggi)
            y += tinggi
        for letak in batas:
            self.garis((KOLOM[0], letak), (KOLOM[-1], letak))
        for x in KOLOM:
            self.garis((x, batas[0]), (x, batas[-1]))
        return batas


def simpan(berkas: Path, *lembar: Lembar, sandi: str = "", putar: int = 0) -> Path:
    """Write pages as a PDF."""
    with pikepdf.new() as pdf:
        huruf = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        for satu in lembar:
            pdf.add_blank_page(page_size=(LEBAR, TINGGI))
            halaman = pdf.pages[-1]
            halaman.Contents = pdf.make_stream("\n".join(satu.isi).encode("latin-1"))
            halaman.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=huruf))
            if putar:
                halaman.Rotate = putar
        pdf.save(berkas, encryption=pikepdf.Encryption(owner=sandi, user=sandi) if sandi else False)
    return berkas

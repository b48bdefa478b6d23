"""Paper, margins and densities of the printed sheet, in millimetres and points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from buku_sop.model import ArahKertas, NamaKertas, PilihanLembar

PT = 0.3528
"""Millimetres in a point."""


@dataclass(frozen=True, slots=True)
class Kertas:
    """A page. The wide left margin is for binding, the foot for a signature line."""

    nama: str
    lebar: float
    tinggi: float
    kiri: float = 15.0
    kanan: float = 10.0
    atas: float = 10.0
    bawah: float = 19.0

    @property
    def isi(self) -> float:
        """Width between the margins."""
        return self.lebar - self.kiri - self.kanan

    @property
    def tinggi_isi(self) -> float:
        """Height between the margins."""
        return self.tinggi - self.atas - self.bawah

    def data(self) -> dict[str, float]:
        """Return what the template needs."""
        return {
            "lebar": self.lebar,
            "tinggi": self.tinggi,
            "kiri": self.kiri,
            "kanan": self.kanan,
            "atas": self.atas,
            "bawah": self.bawah,
        }


KERTAS: Mapping[str, Kertas] = MappingProxyType(
    {
        NamaKertas.A4: Kertas("a4", 297.0, 210.0),
        NamaKertas.F4: Kertas("f4", 330.0, 215.0),
        NamaKertas.LETTER: Kertas("letter", 279.4, 215.9),
        NamaKertas.FOLIO: Kertas("folio", 330.2, 215.9),
    }
)
"""Paper on its side, by name. A4 is the usual, because every printer has it (no rule that we could read names
a paper); F4 (215 x 330 mm) is what many offices still print on."""


def pilih_kertas(pilihan: PilihanLembar) -> Kertas:
    """Return the page that an office or an SOP chose."""
    kertas = KERTAS[pilihan.kertas or NamaKertas.A4]
    if pilihan.arah is ArahKertas.POTRET:
        kertas = replace(kertas, lebar=kertas.tinggi, tinggi=kertas.lebar)
    return replace(
        kertas,
        kiri=kertas.kiri if pilihan.tepi_kiri is None else pilihan.tepi_kiri,
        kanan=kertas.kanan if pilihan.tepi_kanan is None else pilihan.tepi_kanan,
        atas=kertas.atas if pilihan.tepi_atas is None else pilihan.tepi_atas,
        bawah=kertas.bawah if pilihan.tepi_bawah is None else pilihan.tepi_bawah,
    )


SISIP_X = 1.3
"""Space left and right of the text of a cell in mm."""

"""An office (*instansi*) and how it counts its working time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from buku_sop.model.bentuk import BentukLembar
from buku_sop.model.buku import IsiBuku
from buku_sop.model.formulir import JenisFormulir
from buku_sop.model.kontak import Kontak
from buku_sop.model.pilihan_lembar import PilihanLembar
from buku_sop.model.singkatan import Singkatan
from buku_sop.model.waktu import MENIT_PER_JAM, Bilangan, bilangan


@dataclass(frozen=True, slots=True)
class JamKerja:
    """Working hours of an office. 37.5 hours in five days unless it says otherwise (Perpres 21/2023)."""

    jam_per_hari: Fraction = Fraction(15, 2)
    hari_per_minggu: int = 5

    @property
    def menit_per_hari(self) -> Bilangan:
        """Minutes in a working day."""
        return bilangan(self.jam_per_hari * MENIT_PER_JAM)


@dataclass(frozen=True, slots=True)
class Instansi:
    """The office that a folder of `sop_data/` stands for."""

    id: str
    """The folder's name."""
    nama: str
    nama_pendek: str = ""
    pemerintah: str = ""
    kop: tuple[str, ...] = ()
    """The lines at the head of its documents."""
    alamat: str = ""
    kontak: Kontak = field(default_factory=Kontak)
    """Where proposals and questions go."""
    logo: str = ""
    """File name beside `instansi.yml`; empty when the office gave none."""
    logo_kedua: str = ""
    """Another one for forms that have two: the *lambang puskesmas* beside that of the regency."""
    bentuk: BentukLembar | None = None
    """The form of its sheets; None for SOP-AP."""
    jam_kerja: JamKerja = field(default_factory=JamKerja)
    istilah: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Its own labels, by field name: {"kegiatan": "Uraian Prosedur"}."""
    singkatan: tuple[Singkatan, ...] = ()
    """Abbreviations that only this office uses, or uses differently."""
    akar_sertifikat: tuple[str, ...] = ()
    """PEM files in its folder: whom it trusts when electronic signatures are read."""
    tampilkan_nip: bool = False
    """Whether an official's NIP may leave the printed sheet. A NIP contains a date of birth."""
    lembar: PilihanLembar = field(default_factory=PilihanLembar)
    """What it chooses for its printed sheets."""
    formulir: tuple[JenisFormulir, ...] = ()
    """The forms that its pages offer for download."""
    buku: IsiBuku = field(default_factory=IsiBuku)
    """What stands in its book before the sheets."""

    @property
    def kepala(self) -> tuple[str, ...]:
        """The lines at the head of its documents; without such, its government and its name."""
        return self.kop or tuple(x for x in (self.pemerintah, self.nama) if x)

    @property
    def istilah_lembar(self) -> Mapping[str, str]:
        """What its sheets call fields, where its own labels or those of its form say so."""
        return MappingProxyType({**(self.bentuk.istilah if self.bentuk else {}), **self.istilah})

    @property
    def sebutan(self) -> str:
        """The short name where there is one."""
        return self.nama_pendek or self.nama

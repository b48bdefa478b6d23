"""What an SOP refers to and what refers to it, in words: the same facts as the map draws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.analysis.keterkaitan.jaringan import Garis, Jaringan, JenisGaris, Simpul
from buku_sop.model import Handbook, Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.dasar.istilah import kunci_status, sebut_status
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.nomor import sebut_nomor
from buku_sop.views.dasar.tautan import DITAWARKAN

URUTAN_GARIS = ("pengganti", "keterkaitan", "keterangan", "ganda", "tiada")
"""Kinds of lines; of several between two SOPs, the first says most and is shown."""


@dataclass(frozen=True, slots=True)
class Relasi:
    """An SOP at the other end, with everything that ties it to this one in one direction."""

    nama: str
    href: str
    """Empty where it is not in the handbook."""
    instansi: str
    """Short name of its office, where it is another one."""
    sebagai: str
    """What it is to this one, beyond being referred to: "penggantinya"; else empty."""
    langkah: tuple[tuple[str, str], ...]
    """(number, address) of the steps that name it."""
    terdaftar: bool
    """Whether `keterkaitan` lists it."""
    kunci_status: str
    """A value of `Status`; empty where it is in force or missing."""
    status: str
    padanan: tuple[tuple[str, str], ...] = ()
    """(office, address) of SOPs of that name, where the office has none."""
    kelas: str = ""
    """The kind of line, one of `URUTAN_GARIS`."""
    ada: bool = True
    """Whether it is in this handbook, or in another one that is known."""
    buku: str = ""
    """The other handbook that it is in."""


@dataclass(frozen=True, slots=True)
class ButirPeta:
    """An SOP in the list, or a name that is missing."""

    label: str
    """What it is called on this page: "12", or "T3" for what is missing, "L1" for another office's."""
    jangkar: str
    nama: str
    href: str
    """Empty for what is missing, and where the address of another handbook is not known."""
    instansi: str
    """Of another office's SOP."""
    kunci_status: str
    """A value of `Status`; empty for what is missing."""
    status: str
    di_gambar: str
    """Link to its box; empty if it is not drawn."""
    di_daftar: str
    """Link to its entry in the list."""
    merujuk: tuple[Relasi, ...]
    dirujuk: tuple[Relasi, ...]
    padanan: tuple[tuple[str, str], ...]
    banyak: int
    """How many SOPs refer to it."""
    jenis: str = "daftar"
    """In which list it stands: `daftar`, `luar` or `tiada`."""
    buku: str = ""
    """The other handbook that it is in."""

    @property
    def lepas(self) -> bool:
        """Whether nothing ties it to any other."""
        return not self.merujuk and not self.dirujuk


class Perelasi:
    """Words the lines of a network as they stand on one page."""

    def __init__(self, handbook: Handbook, jaringan: Jaringan, alamat: Alamat) -> None:
        self.handbook, self.jaringan, self.alamat = handbook, jaringan, alamat

    def merujuk(self, kunci: str) -> tuple[Relasi, ...]:
        """List what a node refers to, by name."""
        return self._semua(kunci, self.jaringan.keluar(kunci), keluar=True)

    def dirujuk(self, kunci: str) -> tuple[Relasi, ...]:
        """List what refers to a node, by name."""
        return self._semua(kunci, self.jaringan.masuk(kunci), keluar=False)

    def href(self, simpul: Simpul) -> str:
        """Address of an SOP's page; empty where there is none."""
        if simpul.buku_lain:
            return simpul.buku_lain.url
        return self.alamat.ke(halaman_sop(simpul.kunci)) if simpul.ada else ""

    def padanan(self, simpul: Simpul) -> tuple[tuple[str, str], ...]:
        """(office, address) of the SOPs that other offices have in the place of what is missing, also in other handbooks."""
        sini = tuple(
            (self.handbook.cari_instansi(sop.instansi).sebutan, self.alamat.ke(halaman_sop(sop.id)))
            for sop in filter(None, map(self.handbook.cari_sop, simpul.padanan))
        )
        luar = tuple((t.instansi, t.url) for t in simpul.padanan_luar if t.url)
        return (*sini, *luar[:DITAWARKAN])

    def instansi(self, simpul: Simpul) -> str:
        """Name of the office of a node, short where it is one of this handbook."""
        if simpul.buku_lain:
            return simpul.buku_lain.instansi
        return self.handbook.cari_instansi(simpul.instansi).sebutan

    def _semua(self, kunci: str, garis: Iterable[Garis], *, keluar: bool) -> tuple[Relasi, ...]:
        per_ujung: dict[str, list[Garis]] = {}
        for satu in garis:
            per_ujung.setdefault(satu.ke if keluar else satu.dari, []).append(satu)
        sini = self.jaringan.simpul[kunci].instansi
        semua = (
            self._satu(self.jaringan.simpul[ujung], milik, sini, keluar=keluar)
            for ujung, milik in per_ujung.items()
        )
        return tuple(sorted(semua, key=lambda r: (*urutan_nama_sop(r.nama), r.href)))

    def _satu(self, simpul: Simpul, garis: list[Garis], sini: str, *, keluar: bool) -> Relasi:
        jenis = {g.jenis for g in garis}
        sebagai = ""
        if JenisGaris.PENGGANTI in jenis:
            sebagai = tulis("peta.pengganti") if keluar else tulis("peta.digantikan")
        elif not any(g.pasti for g in garis):
            sebagai = tulis("peta.dimaksud") if keluar else tulis("peta.mungkin")
        tempat = [t for g in garis for t in g.langkah]
        sop = self.handbook.cari_sop(simpul.kunci)
        ditandai = sop if sop and not sop.sedang_berlaku else None
        return Relasi(
            simpul.nama,
            self.href(simpul),
            "" if simpul.instansi == sini else self.instansi(simpul),
            sebagai,
            tuple(map(self.langkah, tempat)),
            JenisGaris.KETERKAITAN in jenis,
            kunci_status(ditandai) if ditandai else "",
            sebut_status(ditandai) if ditandai else "",
            self.padanan(simpul),
            min((kelas_garis(g, simpul) for g in garis), key=URUTAN_GARIS.index),
            simpul.ada,
            simpul.buku_lain.buku if simpul.buku_lain else "",
        )

    def langkah(self, tempat: TempatLangkah) -> tuple[str, str]:
        """(number, address) of a step."""
        sop = self.handbook.cari_sop(tempat.sop)
        assert isinstance(sop, Sop)
        jangkar = jangkar_langkah(tempat.prosedur, tempat.langkah, len(sop.prosedur))
        nomor = sebut_nomor(sop.prosedur[tempat.prosedur], tempat.langkah)
        return nomor, self.alamat.ke(halaman_sop(sop.id), jangkar)


def kelas_garis(garis: Garis, tujuan: Simpul) -> str:
    """Return the kind of a line, one of `URUTAN_GARIS`."""
    if not tujuan.ada:
        return "tiada"
    return garis.jenis.value if garis.pasti else "ganda"

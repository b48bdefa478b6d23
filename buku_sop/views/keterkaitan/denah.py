"""The plan of an office's map, before anything is drawn or addressed: numbers, groups, and what stands on which page.

Every page of a map is made from the same plan, so that numbers and groups agree and are worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from buku_sop.analysis.keterkaitan.jaringan import Garis, Jaringan, Simpul
from buku_sop.layout.layered import split
from buku_sop.model import Instansi
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import halaman_bagian, halaman_keterkaitan
from buku_sop.views.dasar.bagi import BATAS, bagi_urut

PALING_BANYAK = 30
"""Most boxes of a drawing."""
KOLOM = 6
"""Most columns of a drawing: as many as fit the page."""
PUSAT = 9
"""An SOP that more others refer to gets marks instead of lines."""
TANDA_MASUK = 3
"""Most marks for what comes from other groups; more are told as a number."""
BERAT_KOTAK = 9
"""Elements of a box, with the lines of its words."""
BERAT_GARIS = 4
BERAT_TANDA = 3
BERAT_BUTIR = 6
"""Elements of an entry of the list."""
BERAT_ARAH = 3
"""Elements that frame its references in one direction."""
BERAT_RELASI = 2
BERAT_LANGKAH = 1
"""Elements of the number of a step that names another SOP."""


class Denah:
    """The numbers and groups of an office's map. `jaringan` is that of the whole handbook."""

    def __init__(self, instansi: Instansi, jaringan: Jaringan) -> None:
        self.instansi, self.jaringan = instansi, jaringan.sekitar(instansi.id)
        semua = self.jaringan
        self.banyak = {k: len({g.dari for g in semua.masuk(k)}) for k in semua.simpul}
        self.pusat = {k for k, n in self.banyak.items() if n > PUSAT}
        self.label = self._beri_label()
        urut = list(self.label)
        self.tempat = {k: i for i, k in enumerate(urut)}
        arah = sorted({(g.dari, g.ke) for g in semua.garis if g.ke not in self.pusat})
        self.kelompok = [k for k in split(urut, arah, PALING_BANYAK, KOLOM) if len(k) > 1]
        self.kelompok_dari = {k: i for i, milik in enumerate(self.kelompok) for k in milik}

    def _beri_label(self) -> dict[str, str]:
        """Number the nodes by name: the office's SOPs, then other offices', then what is missing."""
        awalan = {False: ("", "L"), True: ("T", "T")}
        label: dict[str, str] = {}
        hitung: dict[str, int] = {}
        for simpul in sorted(self.jaringan.simpul.values(), key=self._urutan):
            awal = awalan[not simpul.ada][self.luar(simpul)]
            hitung[awal] = hitung.get(awal, 0) + 1
            label[simpul.kunci] = f"{awal}{hitung[awal]}"
        return label

    def _urutan(self, simpul: Simpul) -> tuple[bool, bool, str, str]:
        return not simpul.ada, self.luar(simpul), simpul.nama.casefold(), simpul.kunci

    def luar(self, simpul: Simpul) -> bool:
        """Whether a node belongs to another office."""
        return simpul.instansi != self.instansi.id

    def jenis(self, kunci: str) -> str:
        """Say in which list a node stands: `daftar`, `luar` or `tiada`."""
        simpul = self.jaringan.simpul[kunci]
        return "tiada" if not simpul.ada else "luar" if self.luar(simpul) else "daftar"

    def digambar(self, garis: Garis) -> bool:
        """Whether a reference is a line: inside a group, and not to what everybody refers to."""
        a, b = self.kelompok_dari.get(garis.dari), self.kelompok_dari.get(garis.ke)
        return a is not None and a == b and garis.ke not in self.pusat

    @cached_property
    def garis_kelompok(self) -> tuple[tuple[Garis, ...], ...]:
        """The lines that are drawn, by group."""
        per_kelompok: list[list[Garis]] = [[] for _ in self.kelompok]
        for garis in self.jaringan.garis:
            if self.digambar(garis):
                per_kelompok[self.kelompok_dari[garis.dari]].append(garis)
        return tuple(map(tuple, per_kelompok))

    @cached_property
    def bernomor(self) -> bool:
        """Whether numbers tell where references lead that are no lines."""
        return sum(map(len, self.garis_kelompok)) < len(self.jaringan.garis)

    @property
    def tautan(self) -> int:
        """How many pairs of an SOP and one that it refers to."""
        semua = self.jaringan
        return len({(g.dari, g.ke) for g in semua.garis if semua.simpul[g.ke].ada})

    def inti(self, i: int) -> str:
        """Return what ties a group together, after which it is named."""
        pasangan = {frozenset((g.dari, g.ke)) for g in self.garis_kelompok[i]}
        semua, milik = self.jaringan.simpul, self.kelompok[i]
        sendiri = [k for k in milik if self.jenis(k) == "daftar"]
        ikatan = {k: sum(k in satu for satu in pasangan) for k in milik}
        return semua[max(sendiri or milik, key=ikatan.__getitem__)].nama

    def berat_gambar(self, i: int) -> int:
        """Count the elements of a drawing."""
        tanda = 0
        for kunci in self.kelompok[i]:
            keluar = {g.ke for g in self.jaringan.keluar(kunci) if not self.digambar(g)}
            masuk = {g.dari for g in self.jaringan.masuk(kunci) if not self.digambar(g)}
            tanda += len(keluar) + (1 if len(masuk) > TANDA_MASUK else len(masuk))
        garis = {frozenset((g.dari, g.ke)) for g in self.garis_kelompok[i]}
        kotak = BERAT_KOTAK * len(self.kelompok[i])
        return kotak + BERAT_GARIS * len(garis) + BERAT_TANDA * tanda

    def berat_butir(self, kunci: str) -> int:
        """Count the elements of an entry of the list."""
        keluar, masuk = self.jaringan.keluar(kunci), self.jaringan.masuk(kunci)
        arah = [ujung for ujung in ({g.ke for g in keluar}, {g.dari for g in masuk}) if ujung]
        langkah = sum(len(g.langkah) + 1 for g in (*keluar, *masuk) if g.langkah)
        relasi = sum(BERAT_ARAH + BERAT_RELASI * len(ujung) for ujung in arah)
        return BERAT_BUTIR + relasi + BERAT_LANGKAH * langkah

    def berat(self) -> int:
        """Count the elements of the whole map."""
        return sum(map(self.berat_butir, self.label)) + sum(
            map(self.berat_gambar, range(len(self.kelompok)))
        )


@dataclass(frozen=True, slots=True)
class BagianPeta:
    """A page of a map that is too large for one: drawings, or entries of the list."""

    halaman: str
    jenis: str
    """`gambar`, or the list: `daftar`, `luar`, `tiada`."""
    judul: str
    """Its heading, and how links call it."""
    sebutan: str
    """What else tells it from the others: the first and the last name."""
    kelompok: tuple[int, ...] = ()
    """The drawings, by number."""
    butir: tuple[str, ...] = ()
    """The entries, by key."""


@dataclass(frozen=True, slots=True)
class Letak:
    """On which page every box and every entry of a map stands."""

    halaman: str
    """The map's own page, which has all of it or leads to the parts."""
    bagian: tuple[BagianPeta, ...] = ()
    """None where all of it fits on one page."""
    _kotak: Mapping[str, str] = field(default_factory=dict)
    _butir: Mapping[str, str] = field(default_factory=dict)

    def kotak(self, kunci: str) -> str:
        """Return the page with the box of a node."""
        return self._kotak.get(kunci, self.halaman)

    def butir(self, kunci: str) -> str:
        """Return the page with the entry of a node."""
        return self._butir.get(kunci, self.halaman)


def letakkan(denah: Denah, batas: int = BATAS) -> Letak:
    """Find the page of everything on a map: one where it fits, else some for the drawings and some for the list."""
    halaman = halaman_keterkaitan(denah.instansi.id)
    if denah.berat() <= batas:
        return Letak(halaman)
    bagian = (*_gambar(denah, halaman, batas), *_daftar(denah, halaman, batas))
    return Letak(
        halaman,
        bagian,
        {k: b.halaman for b in bagian for i in b.kelompok for k in denah.kelompok[i]},
        {k: b.halaman for b in bagian for k in b.butir},
    )


def _gambar(denah: Denah, halaman: str, batas: int) -> Iterator[BagianPeta]:
    """Put drawings on pages, the largest first, as they stand below each other."""
    urut = sorted(range(len(denah.kelompok)), key=lambda i: (-len(denah.kelompok[i]), i))
    semua = bagi_urut([(i, denah.berat_gambar(i)) for i in urut], denah.inti, batas)
    for satu in semua:
        if satu.isi:
            kunci = halaman_bagian(halaman, f"gambar_{satu.kunci}")
            yield BagianPeta(kunci, "gambar", _sekitar(denah, satu.isi), "", satu.isi)


def _sekitar(denah: Denah, kelompok: Sequence[int]) -> str:
    inti = denah.inti(kelompok[0])
    if len(kelompok) > 1:
        return tulis("peta.sekitar_lagi", inti=inti, banyak=len(kelompok) - 1)
    return tulis("peta.sekitar_saja", inti=inti)


_SEBUTAN = {
    "daftar": ("peta.potong_daftar", "peta.potong_daftar_sampai"),
    "luar": ("peta.potong_luar", "peta.potong_luar_sampai"),
    "tiada": ("peta.potong_tiada", "peta.potong_tiada_sampai"),
}


def _daftar(denah: Denah, halaman: str, batas: int) -> Iterator[BagianPeta]:
    for jenis, milik in groupby(denah.label, key=denah.jenis):
        berbobot = [(k, denah.berat_butir(k)) for k in milik]
        for satu in bagi_urut(berbobot, lambda k: denah.jaringan.simpul[k].nama, batas):
            kunci = halaman_bagian(halaman, f"{jenis}_{satu.kunci}")
            awal, akhir = (denah.label[satu.isi[n]] for n in (0, -1))
            satu_saja, sampai = _SEBUTAN[jenis]
            judul = (
                tulis(sampai, awal=awal, akhir=akhir)
                if akhir != awal
                else tulis(satu_saja, awal=awal)
            )
            yield BagianPeta(kunci, jenis, judul, satu.sebutan, butir=satu.isi)

"""The map of an office's SOPs: groups to be drawn, marks where a reference leaves its group, and the same as a list.

A drawing of 200 SOPs cannot be read, so none holds more than `PALING_BANYAK` boxes. What everybody refers to is a mark
instead of a line (`PUSAT`), and what still hangs together is cut where the fewest references are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from buku_sop.analysis.keterkaitan.jaringan import Garis, Jaringan, Simpul
from buku_sop.layout.layered import split
from buku_sop.model import Handbook, Instansi, Sop
from buku_sop.views.dasar.alamat import Alamat, halaman_keterkaitan
from buku_sop.views.dasar.istilah import kunci_status, tulis_status
from buku_sop.views.keterkaitan.daftar import URUTAN_GARIS, ButirPeta, Perelasi, kelas_garis
from buku_sop.views.keterkaitan.gambar import Gambar, Hubungan, IsiKotak, gambar_kelompok

PALING_BANYAK = 30
"""Most boxes of a drawing."""
KOLOM = 6
"""Most columns of a drawing: as many as fit the page."""
PUSAT = 9
"""An SOP that more others refer to gets marks instead of lines."""
_TANDA_MASUK = 3
"""Most marks for what comes from other groups; more are told as a number."""
_LEBAR_KECIL = 700
"""Drawings up to this width stand side by side."""


@dataclass(frozen=True, slots=True)
class Peta:
    """The map of an office."""

    instansi: Instansi
    besar: tuple[Gambar, ...]
    """Drawings as wide as the page."""
    kecil: tuple[Gambar, ...]
    """Drawings that stand side by side."""
    bernomor: bool
    """Whether numbers tell where references lead that are no lines."""
    pusat: tuple[ButirPeta, ...]
    """What gets marks instead of lines, the most referred to first."""
    bertanda: tuple[ButirPeta, ...]
    """SOPs that have only such references, and therefore no box."""
    lepas: tuple[ButirPeta, ...]
    """SOPs without any reference."""
    daftar: tuple[ButirPeta, ...]
    """All SOPs of the office, by name."""
    luar: tuple[ButirPeta, ...]
    """SOPs of other offices at the other ends."""
    tiada: tuple[ButirPeta, ...]
    """What is missing, the most referred to first."""
    tautan: int
    """How many pairs of an SOP and one that it refers to."""
    garis: tuple[str, ...]
    """The kinds of lines that are drawn, in the order of `URUTAN_GARIS`."""

    @property
    def banyak_kotak(self) -> int:
        """How many boxes are drawn."""
        return sum(len(g.kotak) for g in (*self.besar, *self.kecil))


def susun_peta(instansi: Instansi, handbook: Handbook, jaringan: Jaringan, alamat: Alamat) -> Peta:
    """Work out the map of an office as it stands at an address. `jaringan` is that of the whole handbook."""
    return _PenyusunPeta(instansi, handbook, jaringan.sekitar(instansi.id), alamat).susun()


class _PenyusunPeta:
    def __init__(
        self, instansi: Instansi, handbook: Handbook, jaringan: Jaringan, alamat: Alamat
    ) -> None:
        self.instansi, self.handbook, self.jaringan = instansi, handbook, jaringan
        self.relasi = Perelasi(handbook, jaringan, alamat)
        halaman = halaman_keterkaitan(instansi.id)
        sendiri = alamat.dari == halaman
        self.awalan = "peta" if sendiri else f"peta-{instansi.id}"
        self.daftar = "" if sendiri else alamat.ke(halaman)
        self.banyak = {k: len({g.dari for g in jaringan.masuk(k)}) for k in jaringan.simpul}
        self.pusat = {k for k, n in self.banyak.items() if n > PUSAT}
        self.label = self._beri_label()
        urut = list(self.label)
        self.tempat = {k: i for i, k in enumerate(urut)}
        arah = sorted({(g.dari, g.ke) for g in jaringan.garis if g.ke not in self.pusat})
        self.kelompok = [k for k in split(urut, arah, PALING_BANYAK, KOLOM) if len(k) > 1]
        self.kelompok_dari = {k: i for i, milik in enumerate(self.kelompok) for k in milik}

    def _beri_label(self) -> dict[str, str]:
        """Number the nodes by name: the office's SOPs, then other offices', then what is missing."""
        awalan = {False: ("", "L"), True: ("T", "T")}
        label: dict[str, str] = {}
        hitung: dict[str, int] = {}
        for simpul in sorted(self.jaringan.simpul.values(), key=self._urutan):
            awal = awalan[not simpul.ada][self._luar(simpul)]
            hitung[awal] = hitung.get(awal, 0) + 1
            label[simpul.kunci] = f"{awal}{hitung[awal]}"
        return label

    def _urutan(self, simpul: Simpul) -> tuple[bool, bool, str, str]:
        return not simpul.ada, self._luar(simpul), simpul.nama.casefold(), simpul.kunci

    def susun(self) -> Peta:
        semua = self.jaringan.simpul
        dalam = [g for g in self.jaringan.garis if self._digambar(g)]
        self.bernomor = len(dalam) < len(self.jaringan.garis)
        per_kelompok: list[list[Garis]] = [[] for _ in self.kelompok]
        for garis in dalam:
            per_kelompok[self.kelompok_dari[garis.dari]].append(garis)
        gambar = [self._gambar(i, milik) for i, milik in enumerate(per_kelompok)]
        butir = {k: self._butir(s) for k, s in ((k, semua[k]) for k in self.label)}
        milik = [b for k, b in butir.items() if semua[k].ada and not b.instansi]
        tampil = {g.kelas for satu in gambar for g in satu.garis}
        return Peta(
            self.instansi,
            tuple(g for g in gambar if g.lebar > _LEBAR_KECIL),
            tuple(g for g in gambar if g.lebar <= _LEBAR_KECIL),
            self.bernomor,
            _terbanyak(butir[k] for k in self.label if k in self.pusat),
            tuple(b for b in milik if not b.di_gambar and not b.lepas),
            tuple(b for b in milik if b.lepas),
            tuple(milik),
            tuple(b for b in butir.values() if b.instansi),
            _terbanyak(butir[k] for k in self.label if not semua[k].ada),
            len({(g.dari, g.ke) for g in self.jaringan.garis if semua[g.ke].ada}),
            tuple(k for k in URUTAN_GARIS if k in tampil),
        )

    def _digambar(self, garis: Garis) -> bool:
        """Whether a reference is a line: inside a group, and not to what everybody refers to."""
        a, b = self.kelompok_dari.get(garis.dari), self.kelompok_dari.get(garis.ke)
        return a is not None and a == b and garis.ke not in self.pusat

    def _gambar(self, i: int, dalam: Sequence[Garis]) -> Gambar:
        """Draw a group; it is named after what ties it together."""
        pasangan: dict[tuple[str, ...], list[Garis]] = {}
        for garis in dalam:
            pasangan.setdefault(tuple(sorted((garis.dari, garis.ke))), []).append(garis)
        ikatan = Counter(ujung for satu in pasangan for ujung in satu)
        semua, milik = self.jaringan.simpul, self.kelompok[i]
        sendiri = [k for k in milik if semua[k].ada and not self._luar(semua[k])]
        inti = max(sendiri or milik, key=ikatan.__getitem__)
        return gambar_kelompok(
            f"{self.awalan}-kelompok-{i + 1}",
            semua[inti].nama,
            {k: self._kotak(semua[k]) for k in milik},
            [self._hubungan(garis) for garis in pasangan.values()],
        )

    def _luar(self, simpul: Simpul) -> bool:
        return simpul.instansi != self.instansi.id

    def _hubungan(self, garis: list[Garis]) -> Hubungan:
        """Gather the lines between two boxes: what they mean, and how it is said."""
        semua = self.jaringan.simpul
        kelas = min((kelas_garis(g, semua[g.ke]) for g in garis), key=URUTAN_GARIS.index)
        arah = dict.fromkeys((g.dari, g.ke) for g in garis)
        ucap = (f"{semua[a].nama} merujuk {semua[b].nama}" for a, b in arah)
        return Hubungan(tuple(garis), kelas, "; ".join(ucap))

    def _kotak(self, simpul: Simpul) -> IsiKotak:
        """Say what stands in the box of a node."""
        luar = self._luar(simpul)
        catatan: list[tuple[str, str]] = []
        href = self.relasi.href(simpul)
        if not simpul.ada:
            padanan = self.relasi.padanan(simpul)
            catatan.append(
                ("belum ada di buku ini" if not padanan else "belum ada di instansi ini", "tiada")
            )
            if padanan:
                catatan.append((f"padanan di {', '.join(n for n, _ in padanan)}", ""))
            href = padanan[0][1] if len(padanan) == 1 else ""
        elif luar:
            catatan.append((self.relasi.instansi(simpul.instansi), ""))
        if sop := self.handbook.cari_sop(simpul.kunci):
            catatan += [(tulis_status(sop), kunci_status(sop))] if not sop.sedang_berlaku else []
        nama = f"{self.label[simpul.kunci]}. {simpul.nama}" if self.bernomor else simpul.nama
        return IsiKotak(
            self._id(simpul.kunci),
            "tiada" if not simpul.ada else "luar" if luar else "sop",
            nama,
            href,
            ", ".join([nama, *(teks for teks, _ in catatan)]),
            tuple(catatan),
            tuple(self._tanda(simpul.kunci)),
        )

    def _id(self, kunci: str) -> str:
        return f"{self.awalan}-{self.label[kunci].lower()}"

    def _tujuan(self, kunci: str) -> str:
        """Where a mark leads: to the box, or to the list where there is none."""
        if kunci in self.kelompok_dari:
            return f"#{self._id(kunci)}"
        return f"{self.daftar}#{self._di_daftar(kunci)}"

    def _di_daftar(self, kunci: str) -> str:
        return f"daftar-{self.label[kunci].lower()}"

    def _tanda(self, kunci: str) -> Iterable[tuple[str, str, str, str]]:
        """Yield the marks of a box, for references that are no lines."""
        semua = self.jaringan.simpul
        keluar = dict.fromkeys(g.ke for g in self.jaringan.keluar(kunci) if not self._digambar(g))
        masuk = dict.fromkeys(g.dari for g in self.jaringan.masuk(kunci) if not self._digambar(g))
        for ke in sorted(keluar, key=self.tempat.__getitem__):
            kelas = "tiada" if not semua[ke].ada else "pusat" if ke in self.pusat else ""
            ucap = f"Merujuk → {self.label[ke]}, {semua[ke].nama}"
            yield f"→ {self.label[ke]}", self._tujuan(ke), ucap, kelas
        if len(masuk) > _TANDA_MASUK:
            banyak = f"← {len(masuk)} SOP"
            yield (
                banyak,
                f"{self.daftar}#{self._di_daftar(kunci)}",
                f"Dirujuk oleh {banyak} lain",
                "pusat",
            )
            return
        for dari in sorted(masuk, key=self.tempat.__getitem__):
            ucap = f"Dirujuk oleh ← {self.label[dari]}, {semua[dari].nama}"
            yield f"← {self.label[dari]}", self._tujuan(dari), ucap, ""

    def _butir(self, simpul: Simpul) -> ButirPeta:
        sop: Sop | None = self.handbook.cari_sop(simpul.kunci)
        return ButirPeta(
            self.label[simpul.kunci],
            self._di_daftar(simpul.kunci),
            simpul.nama,
            self.relasi.href(simpul),
            self.relasi.instansi(simpul.instansi) if self._luar(simpul) else "",
            kunci_status(sop) if sop else "",
            tulis_status(sop) if sop else "",
            self._id(simpul.kunci) if simpul.kunci in self.kelompok_dari else "",
            self.relasi.merujuk(simpul.kunci),
            self.relasi.dirujuk(simpul.kunci),
            self.relasi.padanan(simpul),
            self.banyak[simpul.kunci],
        )


def _terbanyak(butir: Iterable[ButirPeta]) -> tuple[ButirPeta, ...]:
    """Put what most SOPs refer to first."""
    return tuple(sorted(butir, key=lambda b: -b.banyak))

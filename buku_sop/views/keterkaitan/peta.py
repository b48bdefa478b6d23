"""The map of an office's SOPs: groups to be drawn, marks where a reference leaves its group, and the same as a list.

A drawing of 200 SOPs cannot be read, so none holds more than `PALING_BANYAK` boxes (`denah.py`). What everybody refers to is
a mark instead of a line (`PUSAT`), and what still hangs together is cut where the fewest references are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buku_sop.analysis.keterkaitan.jaringan import Garis, Jaringan, Simpul
from buku_sop.model import Handbook, Instansi, Sop
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import Alamat, halaman_keterkaitan
from buku_sop.views.dasar.istilah import kunci_status, sebut_status
from buku_sop.views.keterkaitan.daftar import URUTAN_GARIS, ButirPeta, Perelasi, kelas_garis
from buku_sop.views.keterkaitan.denah import TANDA_MASUK, Denah, Letak
from buku_sop.views.keterkaitan.gambar import Gambar, Hubungan, IsiKotak, gambar_kelompok

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
    """SOPs of other offices at the other ends, also in other handbooks."""
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
    """Work out the whole map of an office as it stands at an address. `jaringan` is that of the whole handbook."""
    return PenyusunPeta(Denah(instansi, jaringan), handbook, alamat).peta()


class PenyusunPeta:
    """Draws and words a map, or parts of it, for one page.

    `letak` says where the rest of it stands: without it, all of it on this page, but for the list of what has no
    box, which is on the map's own.
    """

    def __init__(
        self, denah: Denah, handbook: Handbook, alamat: Alamat, letak: Letak | None = None
    ) -> None:
        self.denah, self.handbook, self.alamat = denah, handbook, alamat
        self.jaringan = denah.jaringan
        self.relasi = Perelasi(handbook, denah.jaringan, alamat)
        self.letak = letak
        asal = halaman_keterkaitan(denah.instansi.id)
        sendiri = letak is not None or alamat.dari == asal
        self.awalan = "peta" if sendiri else f"peta-{denah.instansi.id}"

    def peta(
        self, kelompok: Iterable[int] | None = None, butir: Iterable[str] | None = None
    ) -> Peta:
        """Return the map, or of it only these drawings and these entries."""
        denah = self.denah
        nomor = range(len(denah.kelompok)) if kelompok is None else kelompok
        gambar = [self._gambar(i) for i in nomor]
        isi = [self._butir(k) for k in (denah.label if butir is None else butir)]
        milik = [b for b in isi if b.jenis == "daftar"]
        tampil = {g.kelas for satu in gambar for g in satu.garis}
        return Peta(
            denah.instansi,
            tuple(g for g in gambar if g.lebar > _LEBAR_KECIL),
            tuple(g for g in gambar if g.lebar <= _LEBAR_KECIL),
            denah.bernomor,
            self.pusat(),
            tuple(b for b in milik if not b.di_gambar and not b.lepas),
            tuple(b for b in milik if b.lepas),
            tuple(milik),
            tuple(b for b in isi if b.jenis == "luar"),
            _terbanyak(b for b in isi if b.jenis == "tiada"),
            denah.tautan,
            tuple(k for k in URUTAN_GARIS if k in tampil),
        )

    def pusat(self) -> tuple[ButirPeta, ...]:
        """List what gets marks instead of lines, the most referred to first."""
        return _terbanyak(self._butir(k) for k in self.denah.label if k in self.denah.pusat)

    def _gambar(self, i: int) -> Gambar:
        """Draw a group; it is named after what ties it together."""
        pasangan: dict[tuple[str, ...], list[Garis]] = {}
        for garis in self.denah.garis_kelompok[i]:
            pasangan.setdefault(tuple(sorted((garis.dari, garis.ke))), []).append(garis)
        semua = self.jaringan.simpul
        return gambar_kelompok(
            f"{self.awalan}-kelompok-{i + 1}",
            self.denah.inti(i),
            {k: self._kotak(semua[k]) for k in self.denah.kelompok[i]},
            [self._hubungan(garis) for garis in pasangan.values()],
        )

    def _hubungan(self, garis: list[Garis]) -> Hubungan:
        """Gather the lines between two boxes: what they mean, and how it is said."""
        semua = self.jaringan.simpul
        kelas = min((kelas_garis(g, semua[g.ke]) for g in garis), key=URUTAN_GARIS.index)
        arah = dict.fromkeys((g.dari, g.ke) for g in garis)
        ucap = (tulis("peta.ucap_merujuk", dari=semua[a].nama, ke=semua[b].nama) for a, b in arah)
        return Hubungan(tuple(garis), kelas, "; ".join(ucap))

    def _kotak(self, simpul: Simpul) -> IsiKotak:
        """Say what stands in the box of a node."""
        luar = self.denah.luar(simpul)
        catatan: list[tuple[str, str]] = []
        href = self.relasi.href(simpul)
        if not simpul.ada:
            padanan = self.relasi.padanan(simpul)
            catatan.append(
                (
                    tulis("tautan.belum_di_instansi")
                    if simpul.padanan
                    else tulis("tautan.belum_di_buku"),
                    "tiada",
                )
            )
            if padanan:
                catatan.append(
                    (tulis("peta.padanan", instansi=", ".join((n for n, _ in padanan))), "")
                )
            href = padanan[0][1] if len(padanan) == 1 else ""
        elif luar:
            catatan.append((self.relasi.instansi(simpul), ""))
        if simpul.buku_lain:
            catatan.append((tulis("tautan.buku", buku=simpul.buku_lain.buku), "buku"))
        if sop := self.handbook.cari_sop(simpul.kunci):
            catatan += [(sebut_status(sop), kunci_status(sop))] if not sop.sedang_berlaku else []
        nama = (
            f"{self.denah.label[simpul.kunci]}. {simpul.nama}"
            if self.denah.bernomor
            else simpul.nama
        )
        return IsiKotak(
            self._id(simpul.kunci),
            _kelas(simpul, luar=luar),
            nama,
            href,
            ", ".join([nama, *(teks for teks, _ in catatan)]),
            tuple(catatan),
            tuple(self._tanda(simpul.kunci)),
        )

    def _id(self, kunci: str) -> str:
        return f"{self.awalan}-{self.denah.label[kunci].lower()}"

    def _tujuan(self, kunci: str) -> str:
        """Where a mark leads: to the box, or to the list where there is none."""
        return self._di_gambar(kunci) or self._di_daftar(kunci)

    def _di_gambar(self, kunci: str) -> str:
        """Link to the box of a node; empty where there is none."""
        if kunci not in self.denah.kelompok_dari:
            return ""
        halaman = self.letak.kotak(kunci) if self.letak else self.alamat.dari
        return self.alamat.ke(halaman, self._id(kunci))

    def _di_daftar(self, kunci: str) -> str:
        """Link to the entry of a node."""
        halaman = halaman_keterkaitan(self.denah.instansi.id)
        halaman = self.letak.butir(kunci) if self.letak else halaman
        return self.alamat.ke(halaman, self._jangkar(kunci))

    def _jangkar(self, kunci: str) -> str:
        return f"daftar-{self.denah.label[kunci].lower()}"

    def _tanda(self, kunci: str) -> Iterable[tuple[str, str, str, str]]:
        """Yield the marks of a box, for references that are no lines."""
        semua = self.jaringan.simpul
        keluar = dict.fromkeys(
            g.ke for g in self.jaringan.keluar(kunci) if not self.denah.digambar(g)
        )
        masuk = dict.fromkeys(
            g.dari for g in self.jaringan.masuk(kunci) if not self.denah.digambar(g)
        )
        for ke in sorted(keluar, key=self.denah.tempat.__getitem__):
            kelas = "tiada" if not semua[ke].ada else "pusat" if ke in self.denah.pusat else ""
            ucap = tulis("peta.ucap_ke", nomor=self.denah.label[ke], sop=semua[ke].nama)
            yield f"→ {self.denah.label[ke]}", self._tujuan(ke), ucap, kelas
        if len(masuk) > TANDA_MASUK:
            banyak = f"← {len(masuk)} SOP"
            yield (
                banyak,
                self._di_daftar(kunci),
                tulis("peta.dirujuk_lain", banyak=banyak),
                "pusat",
            )
            return
        for dari in sorted(masuk, key=self.denah.tempat.__getitem__):
            ucap = tulis("peta.ucap_dari", nomor=self.denah.label[dari], sop=semua[dari].nama)
            yield f"← {self.denah.label[dari]}", self._tujuan(dari), ucap, ""

    def _butir(self, kunci: str) -> ButirPeta:
        simpul = self.jaringan.simpul[kunci]
        sop: Sop | None = self.handbook.cari_sop(simpul.kunci)
        return ButirPeta(
            self.denah.label[simpul.kunci],
            self._jangkar(simpul.kunci),
            simpul.nama,
            self.relasi.href(simpul),
            self.relasi.instansi(simpul) if self.denah.luar(simpul) else "",
            kunci_status(sop) if sop else "",
            sebut_status(sop) if sop else "",
            self._di_gambar(simpul.kunci),
            self._di_daftar(simpul.kunci),
            self.relasi.merujuk(simpul.kunci),
            self.relasi.dirujuk(simpul.kunci),
            self.relasi.padanan(simpul),
            self.denah.banyak[simpul.kunci],
            self.denah.jenis(simpul.kunci),
            simpul.buku_lain.buku if simpul.buku_lain else "",
        )


def _kelas(simpul: Simpul, *, luar: bool) -> str:
    """Return the kind of a box."""
    if not simpul.ada:
        return "tiada"
    return "buku" if simpul.buku_lain else "luar" if luar else "sop"


def _terbanyak(butir: Iterable[ButirPeta]) -> tuple[ButirPeta, ...]:
    """Put what most SOPs refer to first."""
    return tuple(sorted(butir, key=lambda b: -b.banyak))

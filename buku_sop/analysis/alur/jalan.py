"""The shortest and the longest way through a procedure, and how long each takes.

What counts, and how:

- The time of a row counts each time the flow enters the row, from whichever row; going on inside a row (its
  next turn, its end) is free. The shortest way takes the short end of every range, the longest the long end.
- A *return* is an arrow back on which the flow can come round again. The shortest way does nothing twice. The
  longest makes each return at most once: papers come back, but nobody plans for their coming back twice.
- An optional row (*bila diperlukan*) that decides nothing is left out of the shortest way.
- Where the flow forks (`ke` with several targets), all of its arms run at the same time, and the way is as
  long as its longest arm (`lama`). What all arms together take is `beban`.
- A row without a time that can be counted adds nothing; it is listed, so that nobody takes it for zero.

Lengths on two clocks are ordered by working minutes (`Durasi.setara`); of equally long ways the one with
fewer rows is taken, so that an arm nobody has timed is no reason for a detour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.alur.jalan_graf import Graf, Panjang, Ruas, susun_graf
from buku_sop.analysis.alur.jalan_lama import KEMBALI_TERBANYAK, jalan_terlama
from buku_sop.analysis.alur.jalan_singkat import jalan_tersingkat
from buku_sop.model import Durasi, JamKerja, Prosedur, Sop

__all__ = [
    "KEMBALI_TERBANYAK",
    "Belokan",
    "Jalan",
    "JalanProsedur",
    "JalanSop",
    "jalan_prosedur",
    "jalan_sop",
]


@dataclass(frozen=True, slots=True)
class Belokan:
    """A branch that a way takes."""

    langkah: int
    """The row that decides, from 0."""
    label: str
    ke: int | None
    """The row that it leads to; None for the end."""
    balik: bool
    """Whether it leads back to a row that this way has already passed; going on once more does not."""


@dataclass(frozen=True, slots=True)
class Jalan:
    """A way from the start to the end."""

    langkah: tuple[int, ...]
    """Its rows in order, from 0; a row that is done again stands there again. At a fork, the longest arm."""
    lama: Durasi
    """How long it takes."""
    beban: Durasi
    """What all of its work takes, also that of arms that run at the same time; never less than `lama`."""
    belokan: tuple[Belokan, ...]
    """The branches that make it, in order."""
    serentak: tuple[int, ...]
    """Rows of the other arms, done at the same time, in order of the table."""
    tanpa_waktu: tuple[int, ...]
    """Its rows, and those of other arms, whose time is not known or depends; in order of the table."""


@dataclass(frozen=True, slots=True)
class JalanProsedur:
    """The ways through a procedure."""

    tersingkat: Jalan | None
    """None where no way leads from the start to an end."""
    terlama: Jalan | None
    """None also where more than `KEMBALI_TERBANYAK` returns are knotted together."""
    di_luar_alur: tuple[int, ...] = ()
    """Rows that nobody performs; no way passes them."""


@dataclass(frozen=True, slots=True)
class JalanSop:
    """The ways through all procedures of an SOP, one after the other."""

    prosedur: tuple[JalanProsedur, ...]
    tersingkat: Durasi | None
    """The sum over the procedures; None where one of them has none."""
    terlama: Durasi | None


def jalan_sop(sop: Sop, jam_kerja: JamKerja) -> JalanSop:
    """Find the ways through every procedure of an SOP."""
    semua = tuple(_sekali(p, jam_kerja) for p in sop.prosedur)
    return JalanSop(
        semua, _jumlah([j.tersingkat for j in semua]), _jumlah([j.terlama for j in semua])
    )


def _sekali(prosedur: Prosedur, jam_kerja: JamKerja) -> JalanProsedur:
    return prosedur.ingat(("jalan", jam_kerja), lambda: jalan_prosedur(prosedur, jam_kerja))


def _jumlah(jalan: Sequence[Jalan | None]) -> Durasi | None:
    ada = [j.lama for j in jalan if j]
    return sum(ada, start=Durasi()) if jalan and len(ada) == len(jalan) else None


def jalan_prosedur(
    prosedur: Prosedur, jam_kerja: JamKerja, alur: Alur | None = None
) -> JalanProsedur:
    """Find the ways through a procedure. `alur` is its flow, where it has been resolved already."""
    alur = alur or susun_alur(prosedur)
    return JalanProsedur(
        _Pencari(prosedur, jam_kerja, alur, lama=False).cari(),
        _Pencari(prosedur, jam_kerja, alur, lama=True).cari(),
        tuple(sorted(set(range(alur.jumlah_langkah)) - {s.langkah for s in alur.simpul})),
    )


class _Pencari:
    """Finds one of the two ways."""

    def __init__(self, prosedur: Prosedur, jam_kerja: JamKerja, alur: Alur, *, lama: bool) -> None:
        self.prosedur, self.lama = prosedur, lama
        self.waktu = [self._waktu(i) for i in range(len(prosedur.langkah))]
        setara = [w.setara(jam_kerja.menit_per_hari, jam_kerja.hari_per_minggu) for w in self.waktu]
        berat = [Panjang(s, 0 if self._dilewati(i) else 1) for i, s in enumerate(setara)]
        self.graf: Graf = susun_graf(alur, berat)

    def _dilewati(self, i: int) -> bool:
        langkah = self.prosedur.langkah[i]
        return not self.lama and langkah.opsional and not langkah.keputusan

    def _waktu(self, i: int) -> Durasi:
        if self._dilewati(i):
            return Durasi()
        rentang = self.prosedur.langkah[i].waktu.hitungan
        return rentang.paling_lama if self.lama else rentang.paling_cepat

    def cari(self) -> Jalan | None:
        """Find the way; None where there is none."""
        if not self.graf.simpul:
            return None
        cari = jalan_terlama if self.lama else jalan_tersingkat
        hasil = cari(self.graf)
        return self._jalan(hasil.ruas, hasil.serentak) if hasil else None

    def _jalan(self, ruas: Sequence[Ruas], serentak: frozenset[int]) -> Jalan:
        baris, belokan = [self.graf.simpul[0].langkah], []
        for r in ruas:
            if r.cabang is not None:
                belokan.append(self._belokan(r, baris))
            if r.masuk:
                baris.append(self.graf.simpul[r.ke].langkah)
        utama = [i for i in baris if not self._dilewati(i)]
        lain = sorted({i for i in serentak if not self._dilewati(i)} - set(utama))
        lama = sum((self.waktu[i] for i in utama), start=Durasi())
        return Jalan(
            langkah=tuple(utama),
            lama=lama,
            beban=sum((self.waktu[i] for i in lain), start=lama),
            belokan=tuple(belokan),
            serentak=tuple(lain),
            tanpa_waktu=tuple(i for i in sorted({*utama, *lain}) if self._tak_tahu(i)),
        )

    def _tak_tahu(self, i: int) -> bool:
        return not self.prosedur.langkah[i].waktu.terhitung

    def _belokan(self, ruas: Ruas, sudah: Sequence[int]) -> Belokan:
        dari, ke = self.graf.simpul[ruas.dari], self.graf.simpul[ruas.ke]
        tujuan = None if ke.tambahan else ke.langkah
        balik = ruas.masuk and ke.langkah <= dari.langkah and ke.langkah in sudah
        return Belokan(dari.langkah, ruas.label, tujuan, balik)

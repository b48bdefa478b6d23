"""Standard times added up: of a procedure, of an SOP, of what one role does.

A sum never holds times of branches that exclude each other. Where one way passes all steps, with each return once, the
sum is that of all steps, each once. Where none does, it is a range: from the way on which the steps take least to the
one on which they take most, of the ways that leave out only what excludes something that they pass.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.alur.cabang_lepas import bercabang, pilihan_langkah
from buku_sop.model import (
    JamKerja,
    KeadaanWaktu,
    Langkah,
    Prosedur,
    Rentang,
    Sifat,
    Sop,
    Waktu,
)
from buku_sop.model.waktu import gabung_sifat


@dataclass(frozen=True, slots=True)
class TotalWaktu:
    """The sum of the standard times of some steps, and how many of them it could not count."""

    rentang: Rentang = field(default_factory=Rentang)
    """From the sum of the shortest times to that of the longest, on both clocks."""
    langkah: int = 0
    """Steps looked at, with and without a time."""
    tanpa_waktu: int = 0
    """Steps whose cell is empty."""
    sesuai_kebutuhan: int = 0
    """Steps whose time depends; they add nothing to `rentang`."""
    tak_terbaca: int = 0
    """Steps whose words say no time that could be read."""
    berjadwal: int = 0
    """Steps that say how often or by when, not how long; they add nothing to `rentang`."""
    per_hasil: int = 0
    """Steps in `rentang` with the time of one piece, however many there are."""
    sifat: Sifat = Sifat.TEPAT
    """How the sum bounds the work; an upper bound where one of its times is one."""
    menurut_cabang: bool = False
    """Whether `rentang` is one because branches exclude each other."""

    @property
    def terhitung(self) -> int:
        """Steps whose time is in `rentang`."""
        kurang = self.tanpa_waktu + self.sesuai_kebutuhan + self.tak_terbaca + self.berjadwal
        return self.langkah - kurang

    def __add__(self, other: TotalWaktu) -> TotalWaktu:
        """Add what is done one after the other."""
        return TotalWaktu(
            self.rentang + other.rentang,
            self.langkah + other.langkah,
            self.tanpa_waktu + other.tanpa_waktu,
            self.sesuai_kebutuhan + other.sesuai_kebutuhan,
            self.tak_terbaca + other.tak_terbaca,
            self.berjadwal + other.berjadwal,
            self.per_hasil + other.per_hasil,
            gabung_sifat((self.sifat, other.sifat)),
            self.menurut_cabang or other.menurut_cabang,
        )


def jumlah_waktu(langkah: Iterable[Langkah]) -> TotalWaktu:
    """Add the times of steps that go together, each once; for steps of a procedure, `total_prosedur`.

    A return does not count twice, and an optional step counts like any other.
    """
    return sum((_satu(x.waktu) for x in langkah), start=TotalWaktu())


def _satu(waktu: Waktu) -> TotalWaktu:
    match waktu.keadaan:
        case KeadaanWaktu.KOSONG:
            return TotalWaktu(langkah=1, tanpa_waktu=1)
        case KeadaanWaktu.SESUAI_KEBUTUHAN:
            return TotalWaktu(langkah=1, sesuai_kebutuhan=1)
        case KeadaanWaktu.TAK_TERBACA:
            return TotalWaktu(langkah=1, tak_terbaca=1)
        case KeadaanWaktu.TERBACA if waktu.terhitung:
            per_hasil = int(waktu.per_hasil)
            return TotalWaktu(waktu.hitungan, 1, per_hasil=per_hasil, sifat=waktu.sifat)
        case _:
            return TotalWaktu(langkah=1, berjadwal=1)


def total_prosedur(
    prosedur: Prosedur,
    jam_kerja: JamKerja,
    pilih: Container[int] | None = None,
    alur: Alur | None = None,
) -> TotalWaktu:
    """Return the possible total of a procedure, or of the rows `pilih` (from 0) of it.

    `alur` is its flow, where it has been resolved already. Ways are ordered by working minutes (`Durasi.setara`).
    """
    banyak = range(len(prosedur.langkah))
    baris = tuple(banyak) if pilih is None else tuple(i for i in banyak if i in pilih)
    return prosedur.ingat(
        ("total", jam_kerja, baris), lambda: _total(prosedur, jam_kerja, baris, alur)
    )


def _total(
    prosedur: Prosedur, jam_kerja: JamKerja, baris: Sequence[int], alur: Alur | None
) -> TotalWaktu:
    semua = jumlah_waktu(prosedur.langkah[i] for i in baris)
    if len(baris) < 2 or not any(x.keputusan for x in prosedur.langkah):
        return semua
    alur = alur or susun_alur(prosedur)
    if not prosedur.ingat("bercabang", lambda: bercabang(alur)):
        return semua
    pilihan = _ujung(prosedur, jam_kerja, baris, alur)
    return _batasi(semua, pilihan, prosedur) if pilihan else semua


def _ujung(
    prosedur: Prosedur, jam_kerja: JamKerja, baris: Sequence[int], alur: Alur
) -> tuple[frozenset[int], frozenset[int]] | None:
    """Return which of the rows the shortest and the longest of the possible ways pass; None where one passes all."""
    ukuran = jam_kerja.menit_per_hari, jam_kerja.hari_per_minggu
    dipilih = set(baris)
    rentang = [x.waktu.hitungan for x in prosedur.langkah]
    cepat = [r.paling_cepat.setara(*ukuran) if i in dipilih else 0 for i, r in enumerate(rentang)]
    lama = [r.paling_lama.setara(*ukuran) if i in dipilih else 0 for i, r in enumerate(rentang)]
    pilihan = pilihan_langkah(alur, cepat, lama)
    return (pilihan[0] & dipilih, pilihan[1] & dipilih) if pilihan else None


def _batasi(
    semua: TotalWaktu, pilihan: tuple[frozenset[int], frozenset[int]], prosedur: Prosedur
) -> TotalWaktu:
    """Put the possible range in place of the sum of all rows."""
    pendek, panjang = (
        sum((prosedur.langkah[i].waktu.hitungan for i in sorted(p)), start=Rentang())
        for p in pilihan
    )
    rentang = Rentang(pendek.paling_cepat, panjang.paling_lama)
    return TotalWaktu(
        rentang,
        semua.langkah,
        semua.tanpa_waktu,
        semua.sesuai_kebutuhan,
        semua.tak_terbaca,
        semua.berjadwal,
        semua.per_hasil,
        semua.sifat,
        pendek != panjang,
    )


_BIASA = JamKerja()


def total_sop(sop: Sop, jam_kerja: JamKerja) -> TotalWaktu:
    """Return the possible total of all procedures of an SOP, one after the other."""
    return sop.ingat(
        ("total", jam_kerja),
        lambda: sum((total_prosedur(p, jam_kerja) for p in sop.prosedur), start=TotalWaktu()),
    )


def per_pelaksana(prosedur: Prosedur, jam_kerja: JamKerja = _BIASA) -> dict[str, TotalWaktu]:
    """Return what each lane's steps take, in the order of the lanes, idle lanes included.

    A step with several lanes counts in full for each: the documents do not say how they share it.
    """
    milik: dict[str, list[int]] = {p.id: [] for p in prosedur.pelaksana}
    for i, langkah in enumerate(prosedur.langkah):
        for lane in langkah.pelaksana:
            milik.setdefault(lane, []).append(i)
    alur = susun_alur(prosedur) if any(x.keputusan for x in prosedur.langkah) else None
    return {
        lane: total_prosedur(prosedur, jam_kerja, frozenset(baris), alur)
        for lane, baris in milik.items()
    }


def total_baris(
    prosedur: Sequence[Prosedur], jam_kerja: JamKerja, baris: Iterable[tuple[int, int]]
) -> TotalWaktu:
    """Return the possible total of some rows of several procedures, each given as (procedure, row), from 0."""
    milik: dict[int, set[int]] = {}
    for p, i in baris:
        milik.setdefault(p, set()).add(i)
    return sum(
        (total_prosedur(prosedur[p], jam_kerja, dipilih) for p, dipilih in milik.items()),
        start=TotalWaktu(),
    )

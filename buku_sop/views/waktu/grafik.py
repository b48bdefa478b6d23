"""Where the time of an SOP goes: by role, by step, and by the shortest and the longest way.

Working time and calendar time stand in columns of their own with scales of their own: a bar never adds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from buku_sop.analysis.alur.jalan import Belokan, Jalan, JalanProsedur
from buku_sop.analysis.alur.waktu import TotalWaktu, jumlah_waktu, per_pelaksana, total_prosedur
from buku_sop.model import (
    Bilangan,
    Durasi,
    JamKerja,
    KeadaanWaktu,
    Langkah,
    Prosedur,
    Rentang,
    Sifat,
    Waktu,
)
from buku_sop.model.teks import pokok
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.isian import waktu as tulis_sel
from buku_sop.views.dasar.mermaid_text import singkat
from buku_sop.views.dasar.nomor import sebut_nomor
from buku_sop.views.dasar.waktu import tulis_durasi, tulis_rentang

_NAMA = 60
_JAM = ("kerja", "kalender")
"""The two clocks, by the field of `Durasi`."""


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar: from none to 100, the longest of its column."""

    pasti: float
    """To where the shortest time reaches."""
    sampai: float
    """To where the longest time reaches."""
    waktu: str
    bagian: str
    """Its share of what all steps take on this clock, in per cent."""
    kalender: bool = False
    """Whether it counts days of the calendar, not working time."""


@dataclass(frozen=True, slots=True)
class BarisWaktu:
    """A role or a step."""

    nomor: str
    nama: str
    href: str
    batang: tuple[Batang | None, ...]
    """One for each clock of the table; None where it takes none of that clock."""
    catatan: str
    """Why there is no bar, or what it leaves out: "tanpa waktu"."""


@dataclass(frozen=True, slots=True)
class TabelWaktu:
    """Bars with their numbers."""

    jam: tuple[str, ...]
    """The clocks that occur, as headings."""
    baris: tuple[BarisWaktu, ...]
    rentang: bool
    """Whether any bar is open at its end."""


@dataclass(frozen=True, slots=True)
class RuasJalan:
    """Steps of a way that follow each other in the table; `akhir` is empty for a single one."""

    awal: tuple[str, str]
    """(number, address)."""
    akhir: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class BelokanTampil:
    """A branch that a way takes."""

    label: str
    langkah: tuple[str, str]
    kembali: tuple[str, str] | None
    """The step that it returns to."""
    kali: int = 1
    """How often the way takes such a branch of the step, also where several of its performers decide."""


@dataclass(frozen=True, slots=True)
class JalanTampil:
    """A way through the procedure."""

    lama: str
    ruas: tuple[RuasJalan, ...]
    belokan: tuple[BelokanTampil, ...]
    serentak: tuple[tuple[str, str], ...]
    beban: str
    """What all of its work takes; empty where nothing runs at the same time."""


@dataclass(frozen=True, slots=True)
class WaktuProsedur:
    """The time of one procedure."""

    nomor: int
    judul: str
    langkah: TabelWaktu
    peran: TabelWaktu
    berbagi: bool
    """Whether steps with several roles count in full for each."""
    satu_jalan: bool
    """Whether the longest way is the shortest."""
    tersingkat: JalanTampil | None
    terlama: JalanTampil | None
    tanpa_waktu: tuple[tuple[str, str], ...]
    """Steps of either way whose time is not known or depends."""
    di_luar_alur: tuple[tuple[str, str], ...]


def susun_waktu(
    prosedur: Prosedur,
    nomor: int,
    jalan: JalanProsedur,
    jam_kerja: JamKerja,
    href: Callable[[int], str],
    halaman_peran: Mapping[str, str],
) -> WaktuProsedur | None:
    """Work out the time of a procedure; None where no step has a time that counts.

    `href` gives the address of a step, counted from 0, `halaman_peran` that of a role by its label.
    """
    if not jumlah_waktu(prosedur.langkah).terhitung:
        return None
    return _PenyusunGrafik(prosedur, jam_kerja, href).susun(nomor, jalan, halaman_peran)


class _PenyusunGrafik:
    def __init__(self, prosedur: Prosedur, jam_kerja: JamKerja, href: Callable[[int], str]) -> None:
        self.prosedur, self.jam_kerja, self.href = prosedur, jam_kerja, href
        self.total = total_prosedur(prosedur, jam_kerja).rentang

    def susun(
        self, nomor: int, jalan: JalanProsedur, halaman_peran: Mapping[str, str]
    ) -> WaktuProsedur:
        pendek, panjang = jalan.tersingkat, jalan.terlama
        satu = pendek and panjang and pendek.langkah == panjang.langkah
        tanpa = {i for j in (pendek, panjang) if j for i in j.tanpa_waktu}
        return WaktuProsedur(
            nomor=nomor,
            judul=self.prosedur.judul,
            langkah=self._tabel(self._langkah()),
            peran=self._tabel(self._peran(halaman_peran)),
            berbagi=any(len(x.pelaksana) > 1 for x in self.prosedur.langkah),
            satu_jalan=bool(satu and pendek and panjang and pendek.lama == panjang.lama),
            tersingkat=self._jalan(pendek, pendek.belokan) if pendek else None,
            terlama=self._jalan(panjang, self._yang_lain(panjang, pendek)) if panjang else None,
            tanpa_waktu=tuple(map(self._tautan, sorted(tanpa))),
            di_luar_alur=tuple(map(self._tautan, jalan.di_luar_alur)),
        )

    # --- Bars -------------------------------------------------------------------------------------

    def _langkah(self) -> Iterator[tuple[str, str, str, TotalWaktu, str]]:
        for i, x in enumerate(self.prosedur.langkah):
            nama = singkat(x.ringkas or pokok(x.kegiatan), _NAMA)
            yield (
                self.prosedur.panggilan(i),
                nama,
                self.href(i),
                jumlah_waktu([x]),
                _catatan_langkah(x),
            )

    def _peran(self, halaman: Mapping[str, str]) -> Iterator[tuple[str, str, str, TotalWaktu, str]]:
        semua = zip(self.prosedur.pelaksana, self.prosedur.sebutan, strict=True)
        nama = {p.id: (sebutan, halaman.get(p.label, "")) for p, sebutan in semua}
        for id, total in per_pelaksana(self.prosedur, self.jam_kerja).items():
            sebutan, href = nama.get(id, (id, ""))
            yield "", sebutan, href, total, _catatan_peran(total)

    def _tabel(self, isi: Iterable[tuple[str, str, str, TotalWaktu, str]]) -> TabelWaktu:
        semua = list(isi)
        rentang = [t.rentang for *_, t, _ in semua]
        jam = tuple(j for j in _JAM if any(_ambil(r.paling_lama, j) for r in rentang))
        return TabelWaktu(
            tuple(tulis("waktu.kerja") if j == "kerja" else tulis("waktu.kalender") for j in jam),
            tuple(
                BarisWaktu(
                    nomor,
                    nama,
                    href,
                    tuple(self._batang(t.rentang, j, rentang) for j in jam),
                    catatan,
                )
                for nomor, nama, href, t, catatan in semua
            ),
            any(not r.tunggal for r in rentang),
        )

    def _batang(self, rentang: Rentang, jam: str, semua: Sequence[Rentang]) -> Batang | None:
        """Draw one clock of a time against the longest of the column."""
        cepat, lama = _ambil(rentang.paling_cepat, jam), _ambil(rentang.paling_lama, jam)
        if not lama:
            return None
        terpanjang = max(_ambil(r.paling_lama, jam) for r in semua)
        jumlah = max(lama, _ambil(self.total.paling_lama, jam))
        satu = Rentang(Durasi(**{jam: cepat}), Durasi(**{jam: lama}))
        return Batang(
            round(float(100 * min(cepat, lama) / terpanjang), 1),
            round(float(100 * lama / terpanjang), 1),
            tulis_rentang(satu, self.jam_kerja),
            f"{max(1, round(100 * lama / jumlah))} %",
            jam == "kalender",
        )

    # --- Ways -------------------------------------------------------------------------------------

    def _jalan(self, jalan: Jalan, belokan: Sequence[Belokan]) -> JalanTampil:
        return JalanTampil(
            lama=tulis_durasi(jalan.lama, self.jam_kerja),
            ruas=tuple(self._ruas(jalan.langkah)),
            belokan=tuple(self._belokan(belokan)),
            serentak=tuple(map(self._tautan, jalan.serentak)),
            beban=tulis_durasi(jalan.beban, self.jam_kerja) if jalan.serentak else "",
        )

    def _belokan(self, belokan: Sequence[Belokan]) -> Iterator[BelokanTampil]:
        """Say branches once that read alike."""
        kali = Counter(
            BelokanTampil(
                b.label,
                self._tautan(b.langkah),
                self._tautan(b.ke) if b.balik and b.ke is not None else None,
            )
            for b in belokan
            if b.label or b.balik
        )
        for satu, n in kali.items():
            yield replace(satu, kali=n)

    def _yang_lain(self, panjang: Jalan, pendek: Jalan | None) -> list[Belokan]:
        """Keep the branches of the longest way that the shortest does not take."""
        sama = set(pendek.belokan) if pendek else set[Belokan]()
        return [b for b in panjang.belokan if b not in sama]

    def _ruas(self, langkah: Sequence[int]) -> Iterator[RuasJalan]:
        """Gather steps that follow each other; two in a row stay two."""
        awal = 0
        batas = [n + 1 for n, (a, b) in enumerate(pairwise(langkah)) if b != a + 1]
        for akhir in (*batas, len(langkah)):
            kumpulan = langkah[awal:akhir]
            if len(kumpulan) > 2:
                yield RuasJalan(self._tautan(kumpulan[0]), self._tautan(kumpulan[-1]))
            else:
                yield from (RuasJalan(self._tautan(i), None) for i in kumpulan)
            awal = akhir

    def _tautan(self, i: int) -> tuple[str, str]:
        return sebut_nomor(self.prosedur, i), self.href(i)


def _ambil(durasi: Durasi, jam: str) -> Bilangan:
    return durasi.kerja if jam == "kerja" else durasi.kalender


def _catatan_langkah(langkah: Langkah) -> str:
    """Tell why a step has no bar, or what its words say besides the bar."""
    match langkah.waktu.keadaan:
        case KeadaanWaktu.KOSONG:
            return tulis("kata.tanpa_waktu")
        case KeadaanWaktu.TERBACA if _polos(langkah.waktu):
            return ""
        case _:
            return tulis_sel(langkah)


def _polos(waktu: Waktu) -> bool:
    """Tell whether a time says nothing but how long."""
    return all(k.sifat is Sifat.TEPAT and not k.untuk for k in waktu.kasus)


def _catatan_peran(total: TotalWaktu) -> str:
    """Tell what a role's bar leaves out."""
    if not total.langkah:
        return tulis("waktu.tanpa_langkah")
    kurang = total.langkah - total.terhitung
    if not kurang:
        return ""
    return (
        tulis("kata.tanpa_waktu")
        if kurang == total.langkah
        else tulis("waktu.kurang", banyak=kurang)
    )

"""Who hands work to whom: where the resolved flow crosses from one role to another, starts and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from buku_sop.analysis.alur.alur import Alur, Panah, susun_alur
from buku_sop.analysis.dokumen.indeks import TempatLangkah, kunci_dokumen, kunci_peran
from buku_sop.model import Langkah, Simbol, Sop


@dataclass(frozen=True, slots=True)
class Serah:
    """Work that passes from one role to another. Roles are named as `kunci_peran` does."""

    dari: TempatLangkah
    ke: TempatLangkah
    """May be the same step, where several act in it one after the other."""
    pemberi: str
    penerima: str
    label: str = ""
    """Of the branch that leads there."""
    balik: bool = False
    """Whether the work goes back to an earlier step."""
    bawaan: tuple[str, ...] = ()
    """What comes along, in the words of the steps: see `_bawaan`."""


@dataclass(frozen=True, slots=True)
class Ujung:
    """A step with which a role starts or ends a procedure."""

    tempat: TempatLangkah
    peran: str


@dataclass(frozen=True, slots=True)
class SerahTerima:
    """All handovers of an SOP, in the order of its steps."""

    serah: tuple[Serah, ...] = ()
    mulai: tuple[Ujung, ...] = ()
    akhir: tuple[Ujung, ...] = ()


@dataclass(frozen=True, slots=True)
class Mitra:
    """A role at the other end, with every handover between the two in one direction."""

    peran: str
    serah: tuple[Serah, ...]

    @property
    def maju(self) -> int:
        """Handovers that go on."""
        return len(self.serah) - self.kembali

    @property
    def kembali(self) -> int:
        """Handovers that go back."""
        return sum(s.balik for s in self.serah)


@dataclass(slots=True)
class SerahTerimaPeran:
    """What one role takes over and hands on, across SOPs. Partners with most handovers come first."""

    menerima: list[Mitra] = field(default_factory=list)
    menyerahkan: list[Mitra] = field(default_factory=list)
    memulai: list[TempatLangkah] = field(default_factory=list)
    mengakhiri: list[TempatLangkah] = field(default_factory=list)


def susun_serah_terima(sop: Sop) -> SerahTerima:
    """Find the handovers of an SOP.

    Those who act jointly all hand on and all take over; who acts on both sides of an arrow does neither.
    """
    serah: list[Serah] = []
    mulai: dict[Ujung, None] = {}
    akhir: dict[Ujung, None] = {}
    for p in range(len(sop.prosedur)):
        pembaca = _Pembaca(sop, p)
        serah += pembaca.serah()
        mulai |= dict.fromkeys(pembaca.mulai())
        akhir |= dict.fromkeys(pembaca.akhir())
    return SerahTerima(tuple(serah), tuple(mulai), tuple(akhir))


def per_peran(semua: Iterable[SerahTerima]) -> dict[str, SerahTerimaPeran]:
    """Gather the handovers of the SOPs of one office by role; roles without any are left out."""
    hasil: dict[str, SerahTerimaPeran] = {}
    dari: dict[tuple[str, str], list[Serah]] = {}
    for satu in semua:
        for serah in satu.serah:
            dari.setdefault((serah.pemberi, serah.penerima), []).append(serah)
        for ujung in satu.mulai:
            hasil.setdefault(ujung.peran, SerahTerimaPeran()).memulai.append(ujung.tempat)
        for ujung in satu.akhir:
            hasil.setdefault(ujung.peran, SerahTerimaPeran()).mengakhiri.append(ujung.tempat)
    urut = sorted(dari.items(), key=lambda pasangan: (-len(pasangan[1]), pasangan[0]))
    for (pemberi, penerima), serah_mereka in urut:
        milik = tuple(serah_mereka)
        hasil.setdefault(penerima, SerahTerimaPeran()).menerima.append(Mitra(pemberi, milik))
        hasil.setdefault(pemberi, SerahTerimaPeran()).menyerahkan.append(Mitra(penerima, milik))
    return hasil


class _Pembaca:
    """Reads the flow of one procedure."""

    def __init__(self, sop: Sop, nomor: int) -> None:
        self.sop, self.nomor = sop, nomor
        self.prosedur = sop.prosedur[nomor]
        self.alur: Alur = susun_alur(self.prosedur)
        self.peran = [kunci_peran(p.label) for p in self.prosedur.pelaksana]
        self.grup = {k: grup for grup in self.alur.bersama for k in grup}

    def serah(self) -> Iterator[Serah]:
        """Yield the arrows that lead to another role, one for each pair of roles."""
        for panah in sorted(self.alur.panah, key=lambda p: (p.dari, p.ke)):
            if self.alur.simpul[panah.ke].tambahan:
                continue
            pemberi, penerima = self._pelaku(panah.dari), self._pelaku(panah.ke)
            bawaan = self._bawaan(panah)
            for ke in penerima:
                for dari in pemberi if ke not in pemberi else ():
                    tempat = self._tempat(panah.dari), self._tempat(panah.ke)
                    yield Serah(*tempat, dari, ke, panah.label, panah.balik, bawaan)

    def mulai(self) -> Iterator[Ujung]:
        """Yield who acts first, and who has a capsule that nothing leads to."""
        masuk = {p.ke for p in self.alur.panah}
        keluar = {p.dari for p in self.alur.panah}
        for k, simpul in enumerate(self.alur.simpul):
            grup = self._grup(k)
            kapsul = simpul.simbol is Simbol.KAPSUL and masuk.isdisjoint(grup)
            if 0 in grup or (kapsul and not keluar.isdisjoint(grup)):
                yield from self._ujung(k)

    def akhir(self) -> Iterator[Ujung]:
        """Yield who acts when nothing follows, and who decides that nothing does."""
        keluar = {p.dari for p in self.alur.panah}
        berakhir = {p.dari for p in self.alur.panah if self.alur.simpul[p.ke].tambahan}
        salah = {i for i, _ in self.alur.salah_tujuan}
        for k, simpul in enumerate(self.alur.simpul):
            buntu = keluar.isdisjoint(self._grup(k)) and simpul.langkah not in salah
            if k in berakhir or (buntu and not simpul.tambahan):
                yield from self._ujung(k)

    def _grup(self, simpul: int) -> tuple[int, ...]:
        return self.grup.get(simpul, (simpul,))

    def _pelaku(self, simpul: int) -> tuple[str, ...]:
        lane = (self.alur.simpul[k].lane for k in self._grup(simpul))
        return tuple(dict.fromkeys(self.peran[n] for n in lane))

    def _ujung(self, simpul: int) -> Iterator[Ujung]:
        yield from (Ujung(self._tempat(simpul), peran) for peran in self._pelaku(simpul))

    def _tempat(self, simpul: int) -> TempatLangkah:
        return TempatLangkah(self.sop.id, self.nomor, self.alur.simpul[simpul].langkah)

    def _bawaan(self, panah: Panah) -> tuple[str, ...]:
        """Tell what comes along: what the giver makes and the taker needs, else what the giver makes.

        What a step makes is there when it is done well: with a return comes only what both steps name,
        such as the draft that one made and the other refused. Inside a step nothing is made yet.
        """
        dari, ke = (self.alur.simpul[k].langkah for k in (panah.dari, panah.ke))
        if dari == ke:
            return ()
        beri, terima = self.prosedur.langkah[dari], self.prosedur.langkah[ke]
        if panah.balik:
            return _juga(_nama(beri), _nama(terima))
        return _juga(beri.dokumen_hasil, terima.dokumen_perlu) or _isi(beri.dokumen_hasil)


def _nama(langkah: Langkah) -> tuple[str, ...]:
    return langkah.dokumen_perlu + langkah.dokumen_hasil


def _isi(nama: Iterable[str]) -> tuple[str, ...]:
    """Keep one of each name; "-" is none."""
    per_kunci: dict[str, str] = {}
    for satu in nama:
        per_kunci.setdefault(kunci_dokumen(satu), satu)
    return tuple(n for kunci, n in per_kunci.items() if kunci)


def _juga(nama: Iterable[str], lain: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that stand among the others too."""
    kunci = {kunci_dokumen(n) for n in lain}
    return _isi(n for n in nama if kunci_dokumen(n) in kunci)

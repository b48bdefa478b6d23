"""The flow of a procedure, resolved once: symbols (nodes) and arrows (edges).

Every drawing (HTML, PDF, Mermaid) and every check of the flow reads this graph and never the steps.
The rules of the symbols are those of PermenPANRB 35/2012: a capsule where the flow starts or ends, a
diamond where it decides, a box otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, product

from buku_sop.model import BERIKUT, LANJUT, Giliran, Prosedur, Simbol, Tujuan

TEKS_SELESAI = "Selesai"


@dataclass(frozen=True, slots=True)
class Simpul:
    """A symbol: where it stands in the table, and what it is."""

    langkah: int
    """Row of the table, from 0."""
    tingkat: int
    """Band inside the row, from 0: a lane that has two turns in one row stacks its symbols."""
    lane: int
    """Column, from 0."""
    simbol: Simbol
    giliran: int = 0
    """Which turn of the step it draws; the number of turns for an end that no turn stands for."""
    teks: str = ""
    """Words of the symbol; mostly none."""
    opsional: bool = False
    """Done only when needed."""
    tambahan: bool = False
    """An end that a branch made (`ke: selesai`) and that is no step of its own."""


@dataclass(frozen=True, slots=True)
class Panah:
    """An arrow between two symbols, given by their positions in `Alur.simpul`."""

    dari: int
    """Of symbols that act jointly, the one nearest to the other end; of a decision always the same one."""
    ke: int
    """Of symbols that act jointly, the one nearest to the other end."""
    label: str = ""
    balik: bool = False
    """Whether it leads back to an earlier symbol, or to the same one."""
    cabang: int | None = None
    """Which way out of its decision it is; None for an arrow that is no branch."""


@dataclass(frozen=True, slots=True)
class Alur:
    """The flow of one procedure."""

    jumlah_langkah: int
    jumlah_lane: int
    simpul: tuple[Simpul, ...]
    panah: tuple[Panah, ...]
    bersama: tuple[tuple[int, ...], ...] = ()
    """Groups of symbols that act jointly, left to right; they are joined by a line without a head."""
    salah_tujuan: tuple[tuple[int, Tujuan], ...] = ()
    """(step, target) of every arrow that leads nowhere."""

    def keluar(self, simpul: int) -> list[Panah]:
        """Arrows that leave a symbol, in order."""
        return [p for p in self.panah if p.dari == simpul]

    def masuk(self, simpul: int) -> list[Panah]:
        """Arrows that reach a symbol, in order."""
        return [p for p in self.panah if p.ke == simpul]


def susun_alur(prosedur: Prosedur) -> Alur:
    """Resolve the flow of a procedure, once however many ask. Arrows that lead nowhere are returned, not raised."""
    return prosedur.ingat("alur", lambda: _PenyusunAlur(prosedur).susun())


@dataclass(frozen=True, slots=True)
class _Jalan:
    """A way out that is written: from some symbols to a target."""

    anggota: str
    """The lane id of the member of a joint turn that it leaves; empty for the turn itself."""
    ke: Tujuan
    label: str = ""
    cabang: int | None = None


@dataclass(slots=True)
class _Tempat:
    """A turn in the table: which, its lanes, its ways out, and its symbols once they are placed."""

    nomor: int
    """Position of the turn in its step."""
    urutan: int
    """Position among the placed turns of its row."""
    giliran: Giliran
    lane: list[int]
    jalan: list[_Jalan] = field(default_factory=list)
    simpul: list[int] = field(default_factory=list)
    """Positions of its symbols, lane by lane."""
    akhir: dict[str, int] = field(default_factory=dict)
    """By member ("" for the turn itself) the position of the end that its ways lead to."""


_Alamat = tuple[int, int, str]
"""A step, one of its placed turns, and the lane id that is meant (empty: whichever is nearest)."""


class _PenyusunAlur:
    """Builds an `Alur`: all symbols first, row by row, then the arrows between them."""

    def __init__(self, prosedur: Prosedur) -> None:
        self.prosedur = prosedur
        self.lane = {p.id: i for i, p in enumerate(prosedur.pelaksana)}
        self.simpul: list[Simpul] = []
        self.panah: dict[Panah, None] = {}
        self.bersama: list[tuple[int, ...]] = []
        self.salah: list[tuple[int, Tujuan]] = []
        self.baris = [self._tempat(langkah.giliran) for langkah in prosedur.langkah]
        self.isi = [i for i, baris in enumerate(self.baris) if baris]
        """The rows that somebody performs."""
        self.ber_id = self._ber_id()
        for i, baris in enumerate(self.baris):
            for tempat in baris:
                tempat.jalan = list(self._jalan(i, tempat, terakhir=tempat is baris[-1]))

    def susun(self) -> Alur:
        for i in range(len(self.baris)):
            self._tambah_baris(i)
        for i, baris in enumerate(self.baris):
            for tempat in baris:
                self._hubungkan(i, tempat)
        return Alur(
            jumlah_langkah=len(self.prosedur.langkah),
            jumlah_lane=len(self.prosedur.pelaksana),
            simpul=tuple(self._beri_simbol()),
            panah=tuple(self.panah),
            bersama=tuple(self.bersama),
            salah_tujuan=tuple(self.salah),
        )

    def _tempat(self, giliran: Iterable[Giliran]) -> list[_Tempat]:
        """Find the lanes of each turn; a turn of unknown lanes only has no place."""
        hasil: list[_Tempat] = []
        for k, satu in enumerate(giliran):
            lane = sorted({self.lane[p] for p in satu.pelaksana if p in self.lane})
            if lane:
                hasil.append(_Tempat(k, len(hasil), satu, lane))
        return hasil

    def _ber_id(self) -> dict[str, list[tuple[int, int | None, str]]]:
        """Collect what has an id: steps, turns and members; several under one id only by mistake."""
        hasil: dict[str, list[tuple[int, int | None, str]]] = {}
        for i, langkah in enumerate(self.prosedur.langkah):
            hasil.setdefault(langkah.id, []).append((i, None, ""))
            for n, tempat in enumerate(self.baris[i]):
                hasil.setdefault(tempat.giliran.id, []).append((i, n, ""))
                for a in self._anggota(tempat):
                    hasil.setdefault(a.id, []).append((i, n, a.pelaksana[0]))
        hasil.pop("", None)
        return hasil

    def _anggota(self, tempat: _Tempat) -> list[Giliran]:
        return [a for a in tempat.giliran.anggota if self.lane.get(a.pelaksana[0]) in tempat.lane]

    def _jalan(self, i: int, tempat: _Tempat, *, terakhir: bool) -> Iterator[_Jalan]:
        """List the ways out of a turn, in the order in which they are written."""
        nomor, ada = count(), False
        milik_langkah = self.prosedur.langkah[i].ke if terakhir else ()
        for satu in (tempat.giliran, *self._anggota(tempat)):
            anggota = "" if satu is tempat.giliran else satu.pelaksana[0]
            memutus = not satu.serentak
            for cabang in satu.cabang:
                urutan = next(nomor) if memutus else None
                for ke in dict.fromkeys(cabang.ke):
                    ada = True
                    yield _Jalan(anggota, ke, cabang.label, urutan)
            for ke in dict.fromkeys((*satu.ke, *(() if anggota else milik_langkah))):
                ada = True
                yield _Jalan(anggota, ke)
        if not ada:
            yield _Jalan("", LANJUT if terakhir else BERIKUT)

    def _tambah_baris(self, i: int) -> None:
        """Place the symbols of a row; a new band wherever a lane or a joint span is taken."""
        tingkat, terpakai = 0, set[int]()
        for tempat in self.baris[i]:
            rentang = set(range(tempat.lane[0], tempat.lane[-1] + 1))
            if rentang & terpakai:
                tingkat, terpakai = tingkat + 1, set()
            terpakai |= rentang
            self._tambah_giliran(i, tingkat, tempat)
        self._tambah_akhir(i, tingkat + 1)

    def _tambah_giliran(self, i: int, tingkat: int, tempat: _Tempat) -> None:
        giliran, opsional = tempat.giliran, self.prosedur.langkah[i].opsional
        for lane in tempat.lane:
            id = self.prosedur.pelaksana[lane].id
            sendiri = giliran.milik(id)
            memutus = giliran.cabang or (sendiri and sendiri.cabang)
            simbol = giliran.simbol_untuk(id)
            if simbol is None:
                simbol = Simbol.BELAH_KETUPAT if memutus else Simbol.KOTAK
            teks = (sendiri.teks if sendiri else "") or (
                giliran.teks if lane == tempat.lane[0] else ""
            )
            tempat.simpul.append(len(self.simpul))
            self.simpul.append(Simpul(i, tingkat, lane, simbol, tempat.nomor, teks, opsional))
        if len(tempat.simpul) > 1:
            self.bersama.append(tuple(tempat.simpul))

    def _tambah_akhir(self, i: int, tingkat: int) -> None:
        """Add an end below each symbol of which one way of several ends, from band `tingkat` down."""
        isi = set[tuple[int, int]]()
        for tempat in self.baris[i]:
            for anggota in dict.fromkeys(j.anggota for j in tempat.jalan):
                milik = [j for j in tempat.jalan if j.anggota == anggota]
                bercabang = len(milik) > 1 or any(j.cabang is not None for j in milik)
                if not bercabang or not any(self._berakhir(i, j.ke) for j in milik):
                    continue
                lane = self.simpul[self._pangkal(i, tempat, anggota)[-1]].lane
                bebas = next(t for t in count(tingkat) if (t, lane) not in isi)
                isi.add((bebas, lane))
                tempat.akhir[anggota] = len(self.simpul)
                nomor = len(self.prosedur.langkah[i].giliran)
                self.simpul.append(
                    Simpul(
                        i, bebas, lane, Simbol.KAPSUL, nomor, TEKS_SELESAI, tambahan=True
                    )
                )  # fmt: skip

    def _berakhir(self, i: int, tujuan: Tujuan) -> bool:
        """Whether a target is the end, if only because no step follows."""
        return tujuan.selesai or (tujuan.lanjut and not (self.isi and self.isi[-1] > i))

    def _pangkal(self, i: int, tempat: _Tempat, anggota: str) -> list[int]:
        """Find the symbols that the ways of a turn, or of one of its members, may leave.

        A joint decision has one symbol from which all its branches leave: a diamond with a free side, and
        of several the one that lies nearest to where they lead.
        """
        if anggota:
            return [s for s in tempat.simpul if self.simpul[s].lane == self.lane[anggota]]
        if len(tempat.simpul) == 1 or all(j.cabang is None for j in tempat.jalan if not j.anggota):
            return self._bukan_ujung(tempat)
        ketupat = [s for s in tempat.simpul if self.simpul[s].simbol is Simbol.BELAH_KETUPAT]
        luar = {tempat.simpul[0], tempat.simpul[-1]}
        calon = [s for s in ketupat if s in luar] or ketupat or tempat.simpul
        tujuan = [
            self._lane(alamat)
            for j in tempat.jalan
            if not j.anggota and (alamat := self._alamat(i, tempat, j.ke))
        ]

        def jauh(s: int) -> tuple[int, int]:
            lane = self.simpul[s].lane
            return sum(min(abs(lane - x) for x in semua) for semua in tujuan), -s

        return [min(calon, key=jauh)]

    def _bukan_ujung(self, tempat: _Tempat) -> list[int]:
        """Return the symbols that arrows touch: not a start or end beside which others act."""
        lain = [s for s in tempat.simpul if self.simpul[s].simbol is not Simbol.KAPSUL]
        return lain or tempat.simpul

    def _lane(self, alamat: _Alamat) -> list[int]:
        i, n, pelaksana = alamat
        return [self.lane[pelaksana]] if pelaksana else self.baris[i][n].lane

    def _hubungkan(self, i: int, tempat: _Tempat) -> None:
        """Draw the arrows that leave the symbols of a turn."""
        for jalan in tempat.jalan:
            dari = self._pangkal(i, tempat, jalan.anggota)
            if jalan.anggota in tempat.akhir and self._berakhir(i, jalan.ke):
                self._panah(dari, [tempat.akhir[jalan.anggota]], jalan)
            elif alamat := self._alamat(i, tempat, jalan.ke):
                self._panah(dari, self._sasaran(alamat), jalan)
            elif not jalan.ke.selesai and not jalan.ke.lanjut:
                self.salah.append((i, jalan.ke))

    def _panah(self, dari: list[int], ke: list[int], jalan: _Jalan) -> None:
        """Draw an arrow between the nearest of the symbols that it may leave and enter."""
        a, b = dari[0], ke[0]
        if len(dari) > 1 or len(ke) > 1:
            a, b = min(product(dari, ke), key=self._jarak)
        self.panah[Panah(a, b, jalan.label, b <= a, jalan.cabang)] = None

    def _jarak(self, ujung: tuple[int, int]) -> tuple[int, int, int]:
        """How far two symbols lie apart; of equals the arrow leaves the last and enters the first."""
        dari, ke = ujung
        return abs(self.simpul[dari].lane - self.simpul[ke].lane), -dari, ke

    def _sasaran(self, alamat: _Alamat) -> list[int]:
        """Return the symbols that an arrow to an address may enter."""
        i, n, pelaksana = alamat
        tempat = self.baris[i][n]
        if not pelaksana:
            return self._bukan_ujung(tempat)
        return [s for s in tempat.simpul if self.simpul[s].lane == self.lane[pelaksana]]

    def _alamat(self, i: int, tempat: _Tempat, tujuan: Tujuan) -> _Alamat | None:
        """Find the turn that a target names; None where it names none."""
        if tujuan.berikut:
            n = tempat.urutan + 1
            return (i, n, "") if n < len(self.baris[i]) else None
        if tujuan.lanjut:
            return self._pertama(i + 1)
        for j, m, anggota in self.ber_id.get(tujuan.langkah, ()):
            if anggota or not tujuan.pelaksana:
                return self._pertama(j) if m is None else (j, m, anggota)
            for n, lain in enumerate(self.baris[j]):
                if m in (None, n) and self.lane.get(tujuan.pelaksana) in lain.lane:
                    return j, n, tujuan.pelaksana
        return None

    def _pertama(self, i: int) -> _Alamat | None:
        """Find the first turn at or after a step; rows that nobody performs have none."""
        k = bisect_left(self.isi, i)
        return (self.isi[k], 0, "") if k < len(self.isi) else None

    def _beri_simbol(self) -> list[Simpul]:
        """Turn the boxes where the flow starts and ends into capsules, unless a symbol was asked for."""
        keluar = {p.dari for p in self.panah}
        salah = {i for i, _ in self.salah}
        ujung = set[int]()
        for i in self.isi:
            for n, tempat in enumerate(self.baris[i]):
                mulai = i == self.isi[0] and n == 0
                if mulai or (i not in salah and keluar.isdisjoint(tempat.simpul)):
                    ujung.update(s for s in tempat.simpul if not self._diminta(tempat, s))
        simpul = [
            replace(s, simbol=Simbol.KAPSUL) if k in ujung and s.simbol is Simbol.KOTAK else s
            for k, s in enumerate(self.simpul)
        ]
        return self._awal_akhir(simpul, keluar)

    def _awal_akhir(self, simpul: list[Simpul], keluar: set[int]) -> list[Simpul]:
        """Let the start say that it is the end, too, where others follow: else its arrow seems to be forgotten."""
        for tempat in self.baris[self.isi[0]][:1] if self.isi else ():
            k = tempat.simpul[0]
            lain = len(simpul) > len(tempat.simpul) and keluar.isdisjoint(tempat.simpul)
            if lain and simpul[k].simbol is Simbol.KAPSUL and not simpul[k].teks and not self.salah:
                simpul[k] = replace(simpul[k], teks=TEKS_SELESAI)
        return simpul

    def _diminta(self, tempat: _Tempat, simpul: int) -> bool:
        id = self.prosedur.pelaksana[self.simpul[simpul].lane].id
        return tempat.giliran.simbol_untuk(id) is not None

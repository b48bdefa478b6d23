"""The flow of a procedure, resolved once: symbols (nodes) and arrows (edges).

Every drawing (HTML, PDF, Mermaid) and every check of the flow reads this graph and never the steps.
The rules of the symbols are those of PermenPANRB 35/2012: a capsule where the flow starts or ends, a
diamond where it decides, a box otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, product

from buku_sop.model import Giliran, Prosedur, Simbol, Tujuan

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
    """Words inside the symbol; mostly none."""
    opsional: bool = False
    """Done only when needed; drawn with a broken outline."""
    tambahan: bool = False
    """An end that a branch made (`ke: selesai`) and that is no step of its own."""


@dataclass(frozen=True, slots=True)
class Panah:
    """An arrow between two symbols, given by their positions in `Alur.simpul`."""

    dari: int
    """Of symbols that act jointly, the one nearest to the other end; a decision's last one."""
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
    """Resolve the flow of a procedure. Arrows that lead nowhere are returned, not raised."""
    return _PenyusunAlur(prosedur).susun()


class _PenyusunAlur:
    """Builds an `Alur`: all symbols first, row by row, then the arrows between them."""

    def __init__(self, prosedur: Prosedur) -> None:
        self.prosedur = prosedur
        self.lane = {p.id: i for i, p in enumerate(prosedur.pelaksana)}
        self.simpul: list[Simpul] = []
        self.panah: list[Panah] = []
        self.bersama: list[tuple[int, ...]] = []
        self.salah: list[tuple[int, Tujuan]] = []
        self.giliran: list[list[tuple[Giliran, list[int]]]] = []
        """For each step its turns, each with the positions of its symbols."""
        self.akhir: dict[tuple[int, int], int] = {}
        """(step, turn) -> position of the end that its branches lead to."""
        self.ber_id: dict[str, list[int]] = {}
        """The steps that have an id; more than one only by mistake."""
        for i, langkah in enumerate(prosedur.langkah):
            self.ber_id.setdefault(langkah.id, []).append(i)

    def susun(self) -> Alur:
        for i in range(len(self.prosedur.langkah)):
            self._tambah_baris(i)
        for i in range(len(self.prosedur.langkah)):
            self._hubungkan(i)
        return Alur(
            jumlah_langkah=len(self.prosedur.langkah),
            jumlah_lane=len(self.prosedur.pelaksana),
            simpul=tuple(self._beri_simbol()),
            panah=tuple(self.panah),
            bersama=tuple(self.bersama),
            salah_tujuan=tuple(self.salah),
        )

    def _tambah_baris(self, i: int) -> None:
        """Place the symbols of a row; a new band wherever a lane or a joint span is taken."""
        langkah = self.prosedur.langkah[i]
        baris: list[tuple[Giliran, list[int]]] = []
        tingkat, terpakai = 0, set[int]()
        for k, giliran in enumerate(langkah.giliran):
            lanes = sorted({self.lane[p] for p in giliran.pelaksana if p in self.lane})
            if not lanes:
                continue
            rentang = set(range(lanes[0], lanes[-1] + 1))
            if rentang & terpakai:
                tingkat, terpakai = tingkat + 1, set()
            terpakai |= rentang
            posisi = []
            for lane in lanes:
                posisi.append(len(self.simpul))
                simbol = giliran.simbol or (
                    Simbol.BELAH_KETUPAT if giliran.cabang else Simbol.KOTAK
                )
                teks = giliran.teks if lane == lanes[0] else ""
                self.simpul.append(
                    Simpul(i, tingkat, lane, simbol, k, teks, opsional=langkah.opsional)
                )
            if len(posisi) > 1:
                self.bersama.append(tuple(posisi))
            baris.append((giliran, posisi))
        self.giliran.append(baris)
        self._tambah_akhir(i, tingkat + 1)

    def _tambah_akhir(self, i: int, tingkat: int) -> None:
        """Add an end below each symbol whose branch ends the procedure, from band `tingkat` down."""
        if len(self.prosedur.langkah[i].ke) < 2 and not any(g.cabang for g, _ in self.giliran[i]):
            return  # nothing branches here
        isi = set[tuple[int, int]]()
        for k, (giliran, posisi) in enumerate(self.giliran[i]):
            terakhir = k == len(self.giliran[i]) - 1
            ke = [c.ke for c in giliran.cabang]
            if terakhir and (not giliran.cabang or any(t.lanjut for t in ke)):
                ke += self.prosedur.langkah[i].ke
            bercabang = len(ke) > 1 or bool(giliran.cabang)
            buntu = (
                terakhir
                and i == len(self.prosedur.langkah) - 1
                and not self.prosedur.langkah[i].ke
                and any(t.lanjut for t in ke)
            )
            if not bercabang or not (buntu or any(t.selesai for t in ke)):
                continue
            lane = self.simpul[posisi[-1]].lane
            bebas = next(t for t in count(tingkat) if (t, lane) not in isi)
            isi.add((bebas, lane))
            self.akhir[i, k] = len(self.simpul)
            self.simpul.append(
                Simpul(
                    i,
                    bebas,
                    lane,
                    Simbol.KAPSUL,
                    len(self.prosedur.langkah[i].giliran),
                    TEKS_SELESAI,
                    tambahan=True,
                )
            )

    def _hubungkan(self, i: int) -> None:
        """Draw the arrows that leave the symbols of a row."""
        for k, (giliran, posisi) in enumerate(self.giliran[i]):
            if not giliran.cabang:
                for ke in self._lanjutan(i, k):
                    self._panah(posisi, ke)
            for nomor, cabang in enumerate(giliran.cabang):
                tujuan = self._lanjutan(i, k) if cabang.ke.lanjut else self._cari(i, k, cabang.ke)
                for ke in tujuan:
                    self._panah(posisi[-1:], ke, cabang.label, nomor)

    def _panah(
        self, dari: list[int], ke: list[int], label: str = "", cabang: int | None = None
    ) -> None:
        """Draw an arrow between the nearest of the symbols that it may leave and enter."""
        a, b = dari[0], ke[0]
        if len(dari) > 1 or len(ke) > 1:
            a, b = min(product(dari, ke), key=self._jarak)
        self.panah.append(Panah(a, b, label, b <= a, cabang))

    def _jarak(self, ujung: tuple[int, int]) -> tuple[int, int, int]:
        """How far two symbols lie apart; of equals the arrow leaves the last and enters the first."""
        dari, ke = ujung
        return abs(self.simpul[dari].lane - self.simpul[ke].lane), -dari, ke

    def _lanjutan(self, i: int, k: int) -> list[list[int]]:
        """Find what comes after a turn: the next turn, the step's own targets, or the next step."""
        if k + 1 < len(self.giliran[i]):
            return [self.giliran[i][k + 1][1]]
        ke = self.prosedur.langkah[i].ke
        if ke:
            return [p for t in ke for p in self._cari(i, k, t)]
        berikut = self._pertama(i + 1)
        if berikut:
            return [berikut]
        return [[self.akhir[i, k]]] if (i, k) in self.akhir else []

    def _cari(self, i: int, k: int, tujuan: Tujuan) -> list[list[int]]:
        """Find the symbols of the turn that a target names; remember a target that names none."""
        if tujuan.selesai:
            return [[self.akhir[i, k]]] if (i, k) in self.akhir else []
        if tujuan.lanjut:
            berikut = self._pertama(i + 1)
            return [berikut] if berikut else []
        for j in self.ber_id.get(tujuan.langkah, ()):
            if not tujuan.pelaksana:
                pertama = self._pertama(j)
                return [pertama] if pertama else []
            lane = self.lane.get(tujuan.pelaksana)
            cocok = [
                p for _, posisi in self.giliran[j] for p in posisi if self.simpul[p].lane == lane
            ]
            if cocok:
                return [cocok[:1]]
        self.salah.append((i, tujuan))
        return []

    def _pertama(self, i: int) -> list[int]:
        """Find the symbols of the first turn at or after a step; rows that nobody performs have none."""
        for j in range(i, len(self.giliran)):
            if self.giliran[j]:
                return self.giliran[j][0][1]
        return []

    def _beri_simbol(self) -> list[Simpul]:
        """Turn the boxes where the flow starts and ends into capsules, unless a symbol was asked for."""
        keluar = {p.dari for p in self.panah}
        salah = {i for i, _ in self.salah}
        ujung = set(self._pertama(0))
        for i, baris in enumerate(self.giliran):
            for _, posisi in baris:
                if i not in salah and keluar.isdisjoint(posisi):
                    ujung.update(posisi)
        hasil = []
        for nomor, simpul in enumerate(self.simpul):
            diminta = self._diminta(simpul)
            if nomor in ujung and diminta is None and simpul.simbol is Simbol.KOTAK:
                simpul = replace(simpul, simbol=Simbol.KAPSUL)
            hasil.append(simpul)
        return hasil

    def _diminta(self, simpul: Simpul) -> Simbol | None:
        giliran = self.prosedur.langkah[simpul.langkah].giliran
        return giliran[simpul.giliran].simbol if simpul.giliran < len(giliran) else None

"""Made-up procedures with everything that real ones do, from plain to twisted; same seed, same flow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.model import (
    BERIKUT,
    LANJUT,
    SELESAI,
    Cabang,
    Giliran,
    Langkah,
    Pelaksana,
    Prosedur,
    Simbol,
    Tujuan,
)

PAIRS = (
    ("Ya", "Tidak"),
    ("Lengkap", "Tidak lengkap"),
    ("Setuju", "Revisi"),
    ("Memenuhi syarat", "Belum memenuhi syarat"),
    ("Sesuai", "Perlu perbaikan"),
    ("Diteruskan kepada pimpinan", "Dikembalikan untuk dilengkapi"),
    ("Ya", ""),
)
FAR = 40
"""Most rows that a jump spans."""
MORE = ("Ditolak", "Ditunda", "Ragu-ragu", "Perlu rapat", "Lainnya")


@dataclass(frozen=True)
class Traits:
    """How often each feature occurs in a row, from 0 to 1."""

    decision: float = 0.25
    sequence: float = 0.1
    joint: float = 0.05
    second_decision: float = 0.05
    jump: float = 0.03
    fork: float = 0.03
    many_exits: float = 0.1
    back: float = 0.7
    """Whether a branch leads back rather than forward."""
    far: float = 0.2
    """Whether a jump is of any length rather than of a few rows."""
    end: float = 0.1
    """Whether a branch ends the procedure."""
    own: float = 0.02
    """Whether a branch returns to its own step."""
    asked: float = 0.02
    """Whether a person asked for another symbol than follows from the flow."""
    nobody: float = 0.01
    stay: float = 0.4
    """Whether the next step stays in the same lane."""
    own_ke: float = 0.0
    """Whether a performer has an arrow, or several, of its own."""
    both: float = 0.0
    """Whether a branch leads to two steps."""
    kinds: float = 0.0
    """Whether joint performers have symbols, branches or arrows of their own."""
    words: float = 0.0
    """Whether a symbol has words."""


PLAIN = Traits()
TWISTED = Traits(
    decision=0.45,
    sequence=0.3,
    joint=0.2,
    second_decision=0.3,
    jump=0.12,
    fork=0.12,
    many_exits=0.3,
    back=0.55,
    far=0.5,
    end=0.15,
    own=0.1,
    asked=0.1,
    nobody=0.05,
    stay=0.2,
)
FREE = replace(
    TWISTED,
    sequence=0.4,
    joint=0.3,
    own_ke=0.25,
    both=0.15,
    kinds=0.5,
    words=0.3,
    own=0.0,
    many_exits=0.1,
)
"""With everything that single performers may have of their own."""
WORDS = ("Mulai", "Sesuai?", "Apakah berkas lengkap?", "Setuju", "Memenuhi syarat atau tidak?")


def procedure(random: Random, steps: int, lanes: int, traits: Traits = PLAIN) -> Prosedur:
    """Make up a procedure."""
    return _Maker(random, steps, lanes, traits).make()


def flow(seed: int, steps: int, lanes: int, traits: Traits = PLAIN) -> Alur:
    """Make up a procedure and resolve its flow."""
    return susun_alur(procedure(Random(f"{seed}/{steps}/{lanes}"), steps, lanes, traits))


def any_flow(seed: int) -> Alur:
    """Make up a flow of any size up to 30 steps and 12 lanes, plain or twisted."""
    random = Random(f"any/{seed}")
    steps, lanes = random.randint(1, 30), random.randint(1, 12)
    traits = random.choice((PLAIN, TWISTED, FREE, replace(TWISTED, far=0.1, many_exits=0.1)))
    return susun_alur(procedure(random, steps, lanes, traits))


class _Maker:
    def __init__(self, random: Random, steps: int, lanes: int, traits: Traits) -> None:
        self.random, self.steps, self.traits = random, steps, traits
        self.lanes = [f"p{i}" for i in range(lanes)]
        self.lane = random.choice(self.lanes)
        self.performers: list[list[tuple[str, ...]]] = []

    def make(self) -> Prosedur:
        self.performers = [self._performers() for _ in range(self.steps)]
        return Prosedur(
            pelaksana=tuple(Pelaksana(p, f"Pelaksana {p[1:]}") for p in self.lanes),
            langkah=tuple(self._step(i) for i in range(self.steps)),
        )

    def _chance(self, probability: float) -> bool:
        """Draw only where something may happen, so that new traits leave the old flows as they were."""
        return probability > 0 and self.random.random() < probability

    def _performers(self) -> list[tuple[str, ...]]:
        """Who acts in a row, turn by turn."""
        if self._chance(self.traits.nobody):
            return []
        turns = [self._turn()]
        if self._chance(self.traits.sequence):
            turns += [self._turn() for _ in range(self.random.randint(1, 3))]
        return turns

    def _turn(self) -> tuple[str, ...]:
        if len(self.lanes) > 1 and self._chance(self.traits.joint):
            count = self.random.randint(2, min(4, len(self.lanes)))
            return tuple(self.random.sample(self.lanes, count))
        if not self._chance(self.traits.stay):
            self.lane = self.random.choice(self.lanes)
        return (self.lane,)

    def _step(self, i: int) -> Langkah:
        turns = self.performers[i]
        giliran = []
        for k, performers in enumerate(turns):
            last = k == len(turns) - 1
            decides = self.traits.decision if last else self.traits.second_decision
            cabang = self._branches(i) if self._chance(decides) else ()
            asked = self._chance(self.traits.asked)
            simbol = self.random.choice((Simbol.KAPSUL, Simbol.KOTAK)) if asked else None
            giliran.append(self._own(i, Giliran(performers, simbol, cabang=cabang), last=last))
        return Langkah(
            kegiatan=f"Melaksanakan kegiatan {i + 1}",
            giliran=tuple(giliran),
            id=f"s{i}",
            ke=self._targets(i),
            opsional=self._chance(0.05),
        )

    def _branches(self, i: int) -> tuple[Cabang, ...]:
        labels = list(self.random.choice(PAIRS))
        if self._chance(self.traits.many_exits):
            labels += self.random.sample(MORE, self.random.choice((1, 1, 1, 2)))
        targets = [LANJUT, *(self._target(i) for _ in labels[1:])]
        if self._chance(0.2):
            self.random.shuffle(targets)
        if self._chance(0.1):
            targets[0] = self._target(i)
        return tuple(
            Cabang(label, (ke, self._target(i)) if self._chance(self.traits.both) else (ke,))
            for label, ke in zip(labels, targets, strict=True)
        )

    def _own(self, i: int, giliran: Giliran, *, last: bool) -> Giliran:
        """Give a turn, or members of a joint one, what they may have of their own."""
        if self._chance(self.traits.words):
            giliran = replace(giliran, teks=self.random.choice(WORDS))
        if self._chance(self.traits.own_ke):
            first = LANJUT if last or self._chance(0.5) else BERIKUT
            more = [self._target(i) for _ in range(self.random.choice((0, 0, 1, 2)))]
            giliran = replace(giliran, ke=(first, *more))
        if len(giliran.pelaksana) > 1 and self._chance(self.traits.kinds):
            count = self.random.randint(1, len(giliran.pelaksana))
            members = self.random.sample(giliran.pelaksana, count)
            giliran = replace(giliran, anggota=tuple(self._member(i, p) for p in members))
        return giliran

    def _member(self, i: int, performer: str) -> Giliran:
        return Giliran(
            (performer,),
            self.random.choice((None, *Simbol)),
            self.random.choice(("", "", *WORDS)),
            self._branches(i) if self._chance(0.2) else (),
            ke=(self._target(i),) if self._chance(0.2) else (),
        )

    def _target(self, i: int) -> Tujuan:
        if self._chance(self.traits.end):
            return SELESAI
        if self._chance(self.traits.own):
            return Tujuan(f"s{i}")
        reach = FAR if self._chance(self.traits.far) else 5
        if self._chance(self.traits.back):
            j = self.random.randint(max(0, i - reach), max(0, i - 1))
        else:
            j = self.random.randint(min(self.steps - 1, i + 1), min(self.steps - 1, i + reach))
        performers = [p for turn in self.performers[j] for p in turn]
        lane = self.random.choice(performers) if performers and self._chance(0.2) else ""
        return Tujuan(f"s{j}", lane)

    def _targets(self, i: int) -> tuple[Tujuan, ...]:
        if self._chance(self.traits.jump):
            return (self._target(i),)
        if self._chance(self.traits.fork):
            return (LANJUT, *(self._target(i) for _ in range(self.random.randint(1, 2))))
        return ()

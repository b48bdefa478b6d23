"""Judges answers: recall at 5, mean reciprocal rank, and whether the first result leads to the row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.search.kueri import Kueri
from benchmarks.search.tanya import Jawaban

TERATAS = 5


@dataclass(frozen=True, slots=True)
class Nilai:
    """How well some queries were answered; each from 0 to 1."""

    recall: float
    """Share of the pages that are meant among the first five; of five, where more are meant."""
    mrr: float
    """Mean of 1/rank of the first page that is meant; 0 where it is not among those looked at."""
    baris: float | None
    """Share of first results that lead to the row that is meant, of the queries that mean one."""


def judge(pasang: Sequence[tuple[Kueri, Jawaban]]) -> Nilai:
    """Judge the answers to at least one query."""
    baris = [j.halaman[:1] == k.halaman and j.jangkar == k.jangkar for k, j in pasang if k.jangkar]
    return Nilai(
        fmean(_recall(k, j) for k, j in pasang),
        fmean(reciprocal_rank(k, j) for k, j in pasang),
        fmean(baris) if baris else None,
    )


def _recall(kueri: Kueri, jawaban: Jawaban) -> float:
    kena = set(kueri.halaman) & set(jawaban.halaman[:TERATAS])
    return len(kena) / min(len(kueri.halaman), TERATAS)


def reciprocal_rank(kueri: Kueri, jawaban: Jawaban) -> float:
    """Return 1/rank of the first page that is meant, or 0."""
    urutan = rank(kueri, jawaban)
    return 1 / urutan if urutan else 0.0


def rank(kueri: Kueri, jawaban: Jawaban) -> int:
    """Return the rank of the first page that is meant, from 1; 0 where none is among those looked at."""
    return next((i for i, h in enumerate(jawaban.halaman, 1) if h in kueri.halaman), 0)

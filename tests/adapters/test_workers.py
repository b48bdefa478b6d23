from __future__ import annotations

from types import MappingProxyType

import pytest

from buku_sop.adapters.workers import Worker, WorkerLost, ask_all, dumps

MODUL = "tests.adapters.contoh_pekerja"
BEKAL = MappingProxyType({"nama": MappingProxyType({"a": 1})})


def test_each_question_is_answered_once_with_its_place() -> None:
    jawaban = dict(ask_all(MODUL, BEKAL, ["x", "y", "z"], 2))
    assert jawaban == {n: {"nama": {"a": 1}, "tanya": t} for n, t in enumerate("xyz")}


def test_workers_are_other_processes_and_end_with_the_questions() -> None:
    siapa = {pid for _, pid in ask_all(MODUL, BEKAL, ["siapa"] * 6, 2)}
    assert len(siapa) <= 2
    with Worker(MODUL, dumps(BEKAL)) as satu:
        assert satu.ask("siapa") not in siapa
    assert satu._process.returncode == 0


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    with pytest.raises(ValueError, match="pertanyaan salah"):
        list(ask_all(MODUL, BEKAL, ["x", "salah", "y"], 2))


def test_a_worker_that_was_killed_is_told_of() -> None:
    with pytest.raises(WorkerLost):
        list(ask_all(MODUL, BEKAL, ["mati", "x"], 1))

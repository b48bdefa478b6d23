"""Mutated files: no traceback, findings at places that exist, nothing that steers a terminal, and an end."""

from __future__ import annotations

from tests.fuzz.trial import trials


def test_no_broken_file_breaks_the_check(semua: bool) -> None:
    """30 of the 2,000 that `make test-semua` tries; a job of the forges tries 20,000 others each night."""
    faults = [f"{fault.seed}: {fault.what}" for fault in trials("tetap", 2000 if semua else 30)]
    assert not faults

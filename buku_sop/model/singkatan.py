"""What an abbreviation stands for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Singkatan:
    """An abbreviation (or acronym) and its meanings."""

    singkatan: str
    arti: tuple[str, ...]
    """The meanings, the usual one first: two spellings of one meaning, or two meanings."""

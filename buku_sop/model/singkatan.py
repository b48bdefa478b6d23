"""What an abbreviation stands for, and what everyday words mean in SOPs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Singkatan:
    """An abbreviation (or acronym) and its meanings."""

    singkatan: str
    arti: tuple[str, ...]
    """The meanings, the usual one first: two spellings of one meaning, or two meanings."""


@dataclass(frozen=True, slots=True)
class Padanan:
    """A word that people type, and what SOPs say instead: "meeting", "rapat"."""

    kata: str
    sebutan: tuple[str, ...]
    """The words of SOPs, the usual ones first."""

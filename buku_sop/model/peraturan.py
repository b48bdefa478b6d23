"""What a handbook records about a regulation: whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StatusPeraturan(StrEnum):
    """Whether a regulation holds (UU 12/2011 knows change and withdrawal by another regulation)."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"


@dataclass(frozen=True, slots=True)
class PeraturanTercatat:
    """A regulation of which somebody has looked up how it stands."""

    peraturan: str
    """Its name, in any spelling that is recognised."""
    status: StatusPeraturan
    oleh: tuple[str, ...] = ()
    """The regulations that changed or withdrew it."""
    sejak: date | None = None
    sumber: str = ""
    """Where that can be read: an address, or a gazette."""

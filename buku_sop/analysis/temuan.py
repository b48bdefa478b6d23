"""A finding before it has a place in a file: what the checks return.

Checks know the model and nothing of files; `buku_sop.handbook` turns their findings into diagnostics by
looking up where the value at `jalur` was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from buku_sop.diagnostics import Tingkat

Jalur = tuple[str | int, ...]
"""Path to a value of an SOP: ("prosedur", 0, "langkah", 3, "waktu"). Always the long form with `prosedur`,
also for files that write one procedure in the short form. Branches and turns: the nearest written field, e.g.
("prosedur", 0, "langkah", 3, "cabang", 1, "ke")."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding about an SOP."""

    kode: str
    """A code of `buku_sop.diagnostics.KODE`."""
    jalur: Jalur = ()
    isi: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """What fills the places of the code's templates."""
    tingkat: Tingkat | None = None
    """Where it differs from the table's."""

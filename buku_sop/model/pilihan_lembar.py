"""What an office chooses for its printed sheets, and what one SOP chooses otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class PilihanLembar:
    """The choices; None where nothing is said."""

    jumlah_waktu: bool | None = None
    """Whether the sum of the standard times stands below a table."""
    nomor_kolom: bool | None = None
    """Whether a row "(1) (2) (3)" numbers the columns."""
    distribusi: bool | None = None
    """Whether a box says who gets the document."""

    def ditimpa(self, lain: PilihanLembar) -> PilihanLembar:
        """Return these choices with what another says put over them."""
        semua = {f.name: getattr(lain, f.name) for f in fields(self)}
        return PilihanLembar(
            **{k: getattr(self, k) if nilai is None else nilai for k, nilai in semua.items()}
        )

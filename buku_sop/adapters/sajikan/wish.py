"""How the handbook is to be served: what the command line says, handed from process to process."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Wish:
    """How the handbook is to be served."""

    root: Path
    address: str
    port: int | None
    """None takes the usual one, or the next that is free."""
    polling: bool = False
    """Look at the files again and again, rather than be told of them."""
    browser: bool = False
    """Open a browser."""
    editing: bool = False
    """Let who opens the link in the terminal write into the folder of the data."""
    page: str = ""
    """The page that is shown first, from the root of the site."""
    listening: int | None = None
    """The descriptor of the socket at which browsers wait already, where processes can hand one on."""

    def as_text(self) -> dict[str, Any]:
        """Return it as values that JSON has."""
        return {**asdict(self), "root": str(self.root)}

    @classmethod
    def from_text(cls, values: dict[str, Any]) -> Wish:
        """Return what `as_text` wrote."""
        return cls(**{**values, "root": Path(values["root"])})

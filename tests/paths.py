"""Where the tests find the project's own files, whatever folder a test lies in."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SOP_DATA = TESTS / "seeds" / "sop_data"
"""The six SOPs that were copied from real documents: what tests read, whatever a fork keeps in `sop_data/`."""
HANDBOOK = ROOT / "sop_data"
"""The handbook of this repository, which a fork replaces with its own; only tests about it read it."""
CASES = TESTS / "cases"
TEMPLATES = ROOT / "overrides" / "templat"

"""Where the tests find the project's own files, whatever folder a test lies in."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SOP_DATA = ROOT / "sop_data"
CASES = TESTS / "cases"
TEMPLATES = ROOT / "overrides" / "templat"

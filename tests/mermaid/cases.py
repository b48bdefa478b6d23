"""Cases of the diagram: one YAML file each, with its purpose, an SOP as written, and the source.

purpose: what the case is there for
sop: |        # the text of an SOP's file
mermaid: |    # what comes out; SOP_UPDATE_CASES=1 writes it, to be read as a difference
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests import paths

CASES = paths.CASES / "mermaid"
UPDATE = "SOP_UPDATE_CASES"


@dataclass(frozen=True)
class Case:
    path: Path
    purpose: str
    sop: str
    mermaid: str


class _Block(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that a case can be read."""


_Block.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def read_case(path: Path) -> Case:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Case(path, data["purpose"], data["sop"], data.get("mermaid", ""))


def settle(case: Case, actual: str) -> str:
    """Return what the case expects; where cases are being updated, write what came out instead."""
    if not os.environ.get(UPDATE):
        return case.mermaid
    data = {"purpose": case.purpose, "sop": case.sop, "mermaid": actual}
    text = yaml.dump(data, Dumper=_Block, sort_keys=False, allow_unicode=True, width=96)
    case.path.write_text(text, encoding="utf-8")
    return actual

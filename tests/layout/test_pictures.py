"""Named pictures of flows, so that a change of the drawing is seen in review.

A case is an SOP with its purpose; beside it stands its picture, one for each table. After a change of the drawing
SOP_UPDATE_CASES=1 writes the pictures again: open them in a browser, and read the difference, before you commit.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.layout import susun_tata_letak
from tests import paths
from tests.layout.geometry import problems
from tests.layout.pictures import picture
from tests.mermaid.cases import UPDATE
from tests.mermaid.source import read_sop

CASES = sorted((paths.CASES / "gambar_alur").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_the_flow_is_drawn_as_in_its_picture(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case["purpose"]
    for n, prosedur in enumerate(read_sop(case["sop"]).prosedur):
        alur = susun_alur(prosedur)
        tata = susun_tata_letak(alur)
        assert problems(alur, tata) == []
        drawn = picture(alur, tata)
        golden = path.with_suffix(f".{n + 1}.svg" if n else ".svg")
        if os.environ.get(UPDATE):
            golden.write_text(drawn, encoding="utf-8")
        assert drawn == golden.read_text(encoding="utf-8")


def test_each_picture_has_its_case() -> None:
    pictures = {p.name.partition(".")[0] for p in (paths.CASES / "gambar_alur").glob("*.svg")}
    assert pictures == {p.stem for p in CASES}
    assert len(CASES) >= 12

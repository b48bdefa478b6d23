"""Golden cases: SOPs side by side, exactly as a person at a terminal or in an issue is shown them.

Each `tests/cases/banding/*.yml` holds `tujuan` (what the case is for), `sop` (ids in our own `sop_data/`) and what comes
out: `teks` and `markdown`. Run pytest with PERBARUI=1 in the environment to write the present output into the cases, and
then read the difference: does each stage still make sense to who does the work?
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from buku_sop.adapters.cari.roots_for_banding import akar_kata
from buku_sop.analysis.banding.banding import bandingkan
from buku_sop.analysis.banding.kelompok import nama_bersama
from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.handbook import open_handbook
from buku_sop.views.banding.markdown import tulis_markdown
from buku_sop.views.banding.susun import tampilkan_banding
from buku_sop.views.banding.teks import tulis_teks
from tests.paths import CASES, SOP_DATA
from tests.views.beda.test_cases import _Dumper

KASUS = sorted((CASES / "banding").glob("*.yml"))


@pytest.mark.parametrize("path", KASUS, ids=lambda p: p.stem)
def test_what_a_person_is_shown(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    buku = open_handbook(SOP_DATA).handbook
    sop = [s for s in buku.sop if s.id in case["sop"]]
    assert [s.id for s in sop] == case["sop"]
    hasil = bandingkan(buku, case["sop"], akar_kata(sop), susun_dasar_hukum(buku))
    b = tampilkan_banding(nama_bersama(sop), hasil, buku)
    told = {"teks": tulis_teks(b), "markdown": tulis_markdown(b)}
    told = {k: "\n".join(x.rstrip() for x in v.split("\n")) for k, v in told.items()}
    if os.environ.get("PERBARUI"):
        case |= told
        text = yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")
    assert case["tujuan"]
    assert told == {k: case.get(k) for k in told}

"""What is worked out of a procedure is worked out once, however many pages and files ask for it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from buku_sop.adapters.forge import Forge
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.analysis.alur import alur
from buku_sop.handbook import open_handbook
from buku_sop.layout import Ukuran, layout, page
from buku_sop.layout.budget import Budget
from buku_sop.model import Prosedur
from tests.paths import ROOT, SOP_DATA


def test_a_whole_site_resolves_each_flow_once_and_lays_it_out_once_for_the_same_measures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Prosedur] = []
    laid_out: list[tuple[alur.Alur, Ukuran]] = []

    class CountedFlow(alur._PenyusunAlur):
        def __init__(self, prosedur: Prosedur) -> None:
            asked.append(prosedur)
            super().__init__(prosedur)

    class CountedLayout(layout._Layout):
        def __init__(self, flow: alur.Alur, ukuran: Ukuran, budget: Budget) -> None:
            laid_out.append((flow, ukuran))
            super().__init__(flow, ukuran, budget)

    monkeypatch.setattr(alur, "_PenyusunAlur", CountedFlow)
    monkeypatch.setattr(layout, "_Layout", CountedLayout)
    page._drawn.cache_clear()  # of flows that are the same in the tests before
    hasil = open_handbook(SOP_DATA, date(2026, 1, 31))
    situs = Situs(BahanSitus(hasil, ROOT, Forge(), direktori=True))
    for halaman in situs.halaman():
        halaman.isi()
        if halaman.cari:
            halaman.cari()
    list(situs.berkas())

    kali = Counter(map(id, asked))
    milik = [p for sop in hasil.handbook.sop for p in sop.prosedur]
    assert [kali[id(p)] for p in milik] == [1] * len(milik)
    assert set(kali.values()) == {1}, "procedures of earlier versions too"
    assert set(Counter((id(flow), ukuran) for flow, ukuran in laid_out).values()) == {1}
    assert {id(flow) for flow, _ in laid_out} >= {id(alur.susun_alur(p)) for p in milik}

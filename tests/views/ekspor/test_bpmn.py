"""The flow as BPMN: every row a task in its lane, every arrow a flow, and all of it drawn."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.model import Sop
from buku_sop.views.ekspor.bpmn import buat_bpmn
from tests.adapters.ekspor.rekaan import sop_rekaan
from tests.builders import giliran, langkah, sop

B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
W = "{http://www.omg.org/spec/DD/20100524/DI}"
PINTU = (f"{B}exclusiveGateway", f"{B}parallelGateway")
SIMPUL = (*PINTU, f"{B}task", f"{B}startEvent", f"{B}endEvent")


def _pohon(s: Sop) -> Element:
    pohon: Element = fromstring(buat_bpmn(s))
    return pohon


def test_a_decision_is_a_task_and_a_gateway_with_named_ways() -> None:
    pohon = _pohon(
        sop(
            langkah("Mencatat <tamu> & 'surat'", oleh="staf"),
            langkah(
                "Memeriksa", giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "selesai"}), oleh=None
            ),
            langkah("Menyimpan", oleh="staf"),
        )
    )  # fmt: skip
    tugas = {t.get("id"): t.get("name") for t in pohon.iter(f"{B}task")}
    assert list(tugas.values()) == ["1. Mencatat <tamu> & 'surat'", "2. Memeriksa", "3. Menyimpan"]
    (pintu,) = pohon.iter(f"{B}exclusiveGateway")
    arus = [(a.get("name"), a.get("targetRef")) for a in pohon.iter(f"{B}sequenceFlow") if a.get("sourceRef") == pintu.get("id")]  # fmt: skip
    assert [nama for nama, _ in arus] == ["Ya", "Tidak"]
    assert tugas[arus[0][1]] == "3. Menyimpan"
    assert arus[1][1] in {e.get("id") for e in pohon.iter(f"{B}endEvent")}
    lajur = {x.get("name"): [r.text for r in x.iter(f"{B}flowNodeRef")] for x in pohon.iter(f"{B}lane")}  # fmt: skip
    assert pintu.get("id") in lajur["Kepala Kantor"]


@pytest.mark.parametrize("benih", range(12))
def test_every_element_is_in_a_lane_and_drawn_and_every_flow_ties_two(benih: int) -> None:
    s = sop_rekaan(benih)
    pohon = _pohon(s)
    simpul = {u.get("id"): u for jenis in SIMPUL for u in pohon.iter(jenis)}
    arus = {a.get("id"): a for a in pohon.iter(f"{B}sequenceFlow")}
    anggota = [r.text for x in pohon.iter(f"{B}lane") for r in x.iter(f"{B}flowNodeRef")]
    assert sorted(anggota, key=str) == sorted(simpul, key=str)
    for a in arus.values():
        assert {a.get("sourceRef"), a.get("targetRef")} <= simpul.keys()
    for u in simpul.values():
        assert [x.text for x in u.iter(f"{B}incoming")] == [i for i, a in arus.items() if a.get("targetRef") == u.get("id")]  # fmt: skip
    label = sorted(p.label for t in s.prosedur for p in susun_alur(t).panah if p.label)
    assert sorted(a.get("name", "") for a in arus.values() if a.get("name")) == label

    kotak = {b.get("bpmnElement"): _kotak(b) for b in pohon.iter(f"{DI}BPMNShape")}
    assert kotak.keys() >= simpul.keys()
    letak = [kotak[i] for i in simpul]
    for (x0, y0, w0, h0), (x1, y1, w1, h1) in ((a, b) for a in letak for b in letak if a is not b):
        assert x0 + w0 <= x1 or x1 + w1 <= x0 or y0 + h0 <= y1 or y1 + h1 <= y0
    garis = {g.get("bpmnElement"): g for g in pohon.iter(f"{DI}BPMNEdge")}
    assert garis.keys() == arus.keys()
    for i, g in garis.items():
        titik = [(float(t.get("x", "")), float(t.get("y", ""))) for t in g.iter(f"{W}waypoint")]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(titik))
        for ujung, t in (("sourceRef", titik[0]), ("targetRef", titik[-1])):
            x, y, w, h = kotak[arus[i].get(ujung)]
            assert x <= t[0] <= x + w
            assert y <= t[1] <= y + h


def _kotak(bentuk: Element) -> tuple[float, float, float, float]:
    b = bentuk.find(f"{DC}Bounds")
    assert b is not None
    x, y, w, h = (float(b.get(n, "")) for n in ("x", "y", "width", "height"))
    return x, y, w, h

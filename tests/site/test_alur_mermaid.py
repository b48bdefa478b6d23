"""Diagrams of SOPs drawn in a real browser with the loader of the site: whole, in order, without error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.handbook import open_handbook
from buku_sop.model import Sop
from buku_sop.views.alur.mermaid import mermaid, susun_id
from buku_sop.views.dasar.mermaid_text import satu_baris
from tests.flows import PLAIN, TWISTED, procedure
from tests.mermaid.cases import CASES, read_case
from tests.mermaid.drawing import drawn
from tests.mermaid.source import read_sop, sop_of
from tests.paths import ROOT

pytestmark = pytest.mark.browser

Draw = Callable[[list[str]], Page]
READ = """() => [...document.querySelectorAll(".mermaid")].map(holder => {
  const middle = element => {
    const box = element.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + box.height / 2]
  }
  const name = element => element.id.replace(/^.*flowchart-/, "").replace(/-[0-9]+$/, "")
  return {
    state: holder.dataset.diagram,
    nodes: Object.fromEntries([...holder.querySelectorAll(".node")].map(n => [name(n), middle(n)])),
    edges: holder.querySelectorAll("path.flowchart-link").length,
    labels: [...holder.querySelectorAll(".edgeLabel .label")]
      .map(label => label.textContent.trim()).filter(Boolean),
    lanes: [...holder.querySelectorAll(".swimlane-label")].map(lane => middle(lane)[0]),
    links: [...holder.querySelectorAll("svg a")].map(a => a.getAttribute("href")
      ?? a.getAttributeNS("http://www.w3.org/1999/xlink", "href")),
    strange: [...holder.querySelectorAll("foreignObject *, script, img")]
      .map(element => element.localName).filter(tag => !/^(div|span|p|br)$/.test(tag)),
  }
})"""


def random_sops() -> list[Sop]:
    sizes = ((PLAIN, 12, 5), (PLAIN, 25, 7), (TWISTED, 8, 4), (TWISTED, 12, 6), (TWISTED, 15, 3))
    return [
        sop_of(procedure(Random(f"gambar/{i}"), steps, lanes, traits))
        for i, (traits, steps, lanes) in enumerate(sizes)
    ]


def handbook() -> list[Sop]:
    return list(open_handbook(ROOT / "sop_data").handbook.sop)


def cases() -> list[Sop]:
    return [read_sop(read_case(path).sop) for path in sorted(CASES.glob("*.yml"))]


def sources(sops: list[Sop]) -> list[tuple[Sop, int, str]]:
    found = [(s, p, mermaid(s, p)) for s in sops for p in range(len(s.prosedur))]
    assert all(source for _, _, source in found)
    return found


@pytest.fixture
def page_of(browser: Browser, tmp_path: Path) -> Iterator[Draw]:
    """Give a function that draws sources and returns the page."""
    with ExitStack() as stack:
        yield lambda texts: stack.enter_context(drawn(browser, tmp_path / "situs", texts))


@pytest.mark.parametrize("sops", [handbook, cases, random_sops])
def test_everything_is_drawn(page_of: Draw, sops: Callable[[], list[Sop]]) -> None:
    made = sources(sops())
    drawings = page_of([source for _, _, source in made]).evaluate(READ)
    for (sop, nomor, source), drawing in zip(made, drawings, strict=True):
        alur = susun_alur(sop.prosedur[nomor])
        joints = sum(len(grup) - 1 for grup in alur.bersama)
        group = {s: grup for grup in alur.bersama for s in grup}
        selves = sum(p.dari == p.ke or p.ke in group.get(p.dari, ()) for p in alur.panah)
        empty = sum(name.startswith("kosong") for name in drawing["nodes"])
        assert drawing["state"] == "siap", source
        assert len(drawing["nodes"]) == len(alur.simpul) - joints + selves + empty, source
        assert len(set(susun_id(alur)) & set(drawing["nodes"])) == len(alur.simpul) - joints
        assert drawing["edges"] == len(alur.panah), source
        labels = [satu_baris(p.label)[:15] for p in alur.panah if p.label]
        read = sorted(label.replace("\xa0", " ")[:15] for label in drawing["labels"])
        assert read == sorted(labels), source
        assert len(drawing["links"]) == len(alur.simpul) - joints + selves
        assert all("langkah-" in link for link in drawing["links"])
        assert drawing["strange"] == [], source


def test_steps_go_down_and_lanes_stand_in_order(page_of: Draw) -> None:
    made = sources(handbook())
    drawings = page_of([source for _, _, source in made]).evaluate(READ)
    for (sop, nomor, source), drawing in zip(made, drawings, strict=True):
        alur = susun_alur(sop.prosedur[nomor])
        place = [drawing["nodes"][id] for id in susun_id(alur)]
        for a, b in combinations(range(len(alur.simpul)), 2):
            one, other = alur.simpul[a], alur.simpul[b]
            if one.lane == other.lane and one.langkah < other.langkah:
                assert place[a][1] < place[b][1], source
            if one.lane < other.lane:
                assert place[a][0] < place[b][0], source

"""Diagrams of SOPs drawn in a real browser with the loader of the site: whole, in order, without error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import combinations
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.handbook import open_handbook
from buku_sop.model import Sop
from buku_sop.views.alur.mermaid import PEMISAH_LABEL, mermaid, susun_id
from buku_sop.views.dasar.mermaid_text import satu_baris
from tests.flows import PLAIN, TWISTED, procedure
from tests.mermaid.cases import CASES, read_case
from tests.mermaid.drawing import drawn
from tests.mermaid.source import read_sop, sop_of
from tests.paths import SOP_DATA

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
    """A plain flow and a twisted one."""
    return all_random_sops()[:3:2]


def all_random_sops() -> list[Sop]:
    sizes = ((PLAIN, 12, 5), (PLAIN, 25, 7), (TWISTED, 8, 4), (TWISTED, 12, 6), (TWISTED, 15, 3))
    return [
        sop_of(procedure(Random(f"gambar/{i}"), steps, lanes, traits))
        for i, (traits, steps, lanes) in enumerate(sizes)
    ]


def handbook() -> list[Sop]:
    return list(open_handbook(SOP_DATA).handbook.sop)


def cases() -> list[Sop]:
    return [read_sop(read_case(path).sop) for path in sorted(CASES.glob("*.yml"))]


def sources(sops: list[Sop]) -> list[tuple[Sop, int, str]]:
    found = [(s, p, mermaid(s, p)) for s in sops for p in range(len(s.prosedur))]
    assert all(source for _, _, source in found)
    return found


@pytest.fixture(scope="module")
def page_of(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draw]:
    """Give a function that draws sources, the same ones once for all tests, and returns the page."""
    pages: dict[str, Page] = {}
    with ExitStack() as stack:

        def draw(texts: list[str]) -> Page:
            key = "\n".join(texts)
            if key not in pages:
                folder = tmp_path_factory.mktemp("gambar") / "situs"
                pages[key] = stack.enter_context(drawn(browser, folder, texts))
            return pages[key]

        yield draw


RANDOM = (random_sops, all_random_sops)
DRAWN = [handbook, cases, random_sops, pytest.param(all_random_sops, marks=pytest.mark.semua)]


@pytest.mark.parametrize("sops", DRAWN)
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
        assert drawing["edges"] == source.count("-->") + source.count("-.->"), source
        labels = [satu_baris(p.label)[:15] for p in alur.panah if p.label]
        read = sorted(
            label.replace("\xa0", " ").replace("\xad", "").replace("\u200b", "")[:15]
            for line in drawing["labels"]
            for label in line.split(PEMISAH_LABEL)
        )
        assert read == sorted(labels), source
        assert len(drawing["links"]) == len(alur.simpul) - joints + selves
        assert all("langkah-" in link for link in drawing["links"])
        assert drawing["strange"] == [], source


def test_steps_go_down_and_lanes_stand_in_order(page_of: Draw) -> None:
    made = sources(handbook())
    drawings = page_of([source for _, _, source in made]).evaluate(READ)
    for (sop, nomor, source), drawing in zip(made, drawings, strict=True):
        alur = susun_alur(sop.prosedur[nomor])
        place = {k: drawing["nodes"].get(id) for k, id in enumerate(susun_id(alur))}
        drawn_nodes = [k for k, at in place.items() if at]
        assert len(drawn_nodes) == len(alur.simpul) - sum(len(grup) - 1 for grup in alur.bersama)
        for a, b in combinations(drawn_nodes, 2):
            one, other = alur.simpul[a], alur.simpul[b]
            if one.lane == other.lane and one.langkah < other.langkah:
                assert place[a][1] < place[b][1], source
            if one.lane < other.lane:
                assert place[a][0] < place[b][0], source


CROOKED = """() => [...document.querySelectorAll(".mermaid")].map(holder => {
  const lines = [...holder.querySelectorAll("path.flowchart-link")].map(path => {
    const matrix = path.getScreenCTM(), length = path.getTotalLength()
    const points = Array.from({ length: Math.ceil(length / 2) + 1 }, (_, i) => {
      const { x, y } = path.getPointAtLength(2 * i).matrixTransform(matrix)
      return [x, y]
    })
    return { id: path.dataset.id, points }
  })
  const retraced = lines.filter(({ points }) => {
    const seen = new Map()
    return points.filter(([x, y], i) => {
      const cell = `${Math.round(x / 2)} ${Math.round(y / 2)}`
      const again = i - (seen.get(cell) ?? i) > 4
      if (!seen.has(cell)) seen.set(cell, i)
      return again
    }).length > 2
  }).map(({ id }) => id)
  const labels = [...holder.querySelectorAll(".edgeLabel[id^=edge-label]")]
    .map(label => ({ id: label.id, text: label.textContent.trim(),
      box: (label.querySelector("p") ?? label).getBoundingClientRect() }))
    .filter(({ text }) => text)
  const inside = (box, [x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom
  const meets = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const boxes = [...holder.querySelectorAll(".node .label")].map(one => one.getBoundingClientRect())
  const covering = labels.filter(one =>
    lines.some(({ id, points }) =>
      !one.id.endsWith(`-${id}`) && points.some(p => inside(one.box, p)))
    || labels.some(other => other !== one && meets(one.box, other.box))
    || boxes.some(box => meets(one.box, box))
  ).map(({ text }) => text)
  const away = labels.filter(one =>
    !lines.some(({ id, points }) =>
      one.id.endsWith(`-${id}`) && points.some(p => inside(one.box, p)))
  ).map(({ text }) => text)
  const cut = labels.filter(({ id }) => {
    const frame = document.getElementById(id).querySelector("foreignObject")
    return getComputedStyle(frame).overflow !== "visible"
      && frame.querySelector("p").getBoundingClientRect().width
        > frame.getBoundingClientRect().width + 0.5
  }).map(({ text }) => text)
  const targets = Object.fromEntries([...holder.querySelectorAll(".node")].map(node => [
    node.id.replace(/^.*flowchart-/, "").replace(/-[0-9]+$/, ""),
    { box: (node.querySelector(".label-container") ?? node).getBoundingClientRect(),
      diamond: !!node.querySelector("polygon.label-container") }
  ]))
  const astray = lines.filter(({ id, points }) => {
    const target = Object.entries(targets).find(([name]) => id.match(`_${name}_[0-9]+$`))
    if (!target) return true
    const { box, diamond } = target[1], [x, y] = points.at(-1)
    const [across, down] = [
      Math.abs(x - box.x - box.width / 2) / box.width,
      Math.abs(y - box.y - box.height / 2) / box.height
    ]
    const beyond = diamond ? across + down : Math.max(across, down)
    return (beyond - 0.5) * Math.min(box.width, box.height) > 14
  }).map(({ id }) => id)
  const heads = [...holder.querySelectorAll(".swimlane.cluster")].filter(lane => {
    const head = lane.querySelector(".swimlane-title").getBoundingClientRect()
    const words = lane.querySelector(".swimlane-label p").getBoundingClientRect()
    return words.top < head.top || words.bottom > head.bottom
      || boxes.some(box => box.top < head.bottom)
  }).length
  const sides = [...holder.querySelectorAll(".node .label-container:not(polygon)")]
    .map(one => one.getBoundingClientRect())
  const onSide = (box, [x, y]) =>
    x > box.left + 4 && x < box.right - 4
    && Math.min(Math.abs(y - box.top), Math.abs(y - box.bottom)) < 3
    || y > box.top + 4 && y < box.bottom - 4
    && Math.min(Math.abs(x - box.left), Math.abs(x - box.right)) < 3
  const grazing = lines.filter(({ points }) =>
    sides.some(box => points.filter(point => onSide(box, point)).length > 8)
  ).map(({ id }) => id)
  return { retraced, covering, away, grazing, cut, astray, heads, lines: lines.length, labels: labels.length }
})"""


@pytest.mark.parametrize("sops", DRAWN)
def test_no_line_turns_back_and_labels_stand_on_their_own_line_alone(
    page_of: Draw, sops: Callable[[], list[Sop]]
) -> None:
    made = sources(sops())
    drawings = page_of([source for _, _, source in made]).evaluate(CROOKED)
    for (_, _, source), drawing in zip(made, drawings, strict=True):
        assert drawing["lines"] == source.count("->"), source
        assert drawing["retraced"] == [], source
        assert drawing["away"] == [], source
        few = 0.1 * drawing["lines"] if sops in RANDOM else 0
        assert len(drawing["grazing"]) <= few, (drawing["grazing"], source)
        assert drawing["cut"] == [], source
        assert drawing["astray"] == [], source
        assert drawing["heads"] == 0, source
        crowded = len(drawing["covering"]) / max(drawing["labels"], 1)
        assert crowded <= (0.15 if sops in RANDOM else 0), (drawing["covering"], source)

"""What Mermaid understands of a source is the flow that the source was made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from random import Random
from typing import Any

import pytest

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.handbook import open_handbook
from buku_sop.model import Cabang, Giliran, Langkah, Pelaksana, Prosedur, Simbol, Sop, Tujuan
from buku_sop.views.alur.mermaid import PEMISAH_LABEL, mermaid, susun_id
from buku_sop.views.dasar.mermaid_text import satu_baris
from tests.flows import PLAIN, TWISTED, procedure
from tests.mermaid.source import sop_of, understood
from tests.paths import ROOT, SOP_DATA

SHAPES = {Simbol.KAPSUL: "round", Simbol.KOTAK: "square", Simbol.BELAH_KETUPAT: "diamond"}
HOSTILE = [
    *("end", "END", "subgraph", "click", "default", "direction", "direction TB", "style", "class"),
    *("classDef", "linkStyle", "graph", "swimlane-beta", "href", "call", "_self", "_blank"),
    *("o", "x", "--", "-->", "---", "==", "-.-", "|", "||", ":::kelas", "~~~", "@{ shape: x }"),
    *("%%", "%% c", "%%{init: {}}%%", "accTitle: x", "accDescr {x}", "title", "constructor"),
    *("1. a", "1.", "1) a", "- a", "-", "+ a", "* a", "# a", "> a", "=== x", "    a", "a  b"),
    *("`a`", '"`a`"', "_a_", "**a**", "~a~", "[a](b)", "![a](b)", "a\\nb", "/a/", "\\a\\"),
    *("<b>x</b>", "<br/>", "<script>alert(1)</script>", "<img src=x onerror=a()>", "--><svg>"),
    *("&amp;", "&lt;", "&#35;", "#35;", "#quot;", "#9829;", "ﬂ°°35¶ß", "fa:fa-car", "$$x$$"),
    *("{{ 7*7 }}", "{% raw %}", "javascript:alert(1)", "https://contoh.invalid/a?b=c&d", "a@b.c"),
    *("\ud800", "\udfff", "😀", "\x00", "a\u202eb", "\u200b", "\ufffe", "e\u0301", '"', "'", ";"),
    *("(a)", "((a))", "[a]", "{a}", "a]", 'a"]', 'x"] --> y["', "__proto__", "toString", "\n"),
]
YES_NO = (Cabang("Ya", (Tujuan("lanjut"),)), Cabang("Tidak", (Tujuan("a"),)))


def random_sops(number: int = 40) -> list[Sop]:
    made = []
    for seed in range(number):
        random = Random(f"mermaid/{seed}")
        traits = random.choice((PLAIN, TWISTED))
        made.append(sop_of(procedure(random, random.randint(1, 25), random.randint(1, 9), traits)))
    return made


def hostile_sop(text: str) -> Sop:
    """Put a text wherever an SOP has text."""
    cabang = (Cabang(text, (Tujuan("lanjut"),)), Cabang(text, (Tujuan("a"),)))
    langkah = (
        Langkah(text, (Giliran(("p",), teks=text),), id="a"),
        Langkah(text, (Giliran(("q",), cabang=cabang),)),
        Langkah("x", (Giliran(("p", "q")),), ringkas=text),
    )
    prosedur = Prosedur((Pelaksana("p", text), Pelaksana("q", text)), langkah, judul=text)
    return sop_of(prosedur, prosedur, nama=text)


def sop_data() -> list[Sop]:
    return list(open_handbook(SOP_DATA).handbook.sop)


def check(sop: Sop, nomor: int, read: dict[str, Any]) -> None:
    """Compare what Mermaid read with the flow, part by part."""
    assert "error" not in read, read
    prosedur = sop.prosedur[nomor]
    alur = susun_alur(prosedur)
    nodes = [v for v in read["vertices"] if not v["id"].startswith("kosong")]
    own = [v for v in nodes if not v["text"].startswith("Kembali ke ")]
    group = {s: g for g in alur.bersama for s in g}
    ids = susun_id(alur)
    index = {v["id"]: ids.index(v["id"]) for v in own}
    seen = list(index.values())
    assert sorted(i for one in seen for i in group.get(one, (one,))) == list(
        range(len(alur.simpul))
    )
    for v, i in zip(own, seen, strict=True):
        kinds = {alur.simpul[k].simbol for k in group.get(i, (i,))}
        assert v["shape"] in {SHAPES[kind] for kind in kinds} | {SHAPES[Simbol.KOTAK]}
        if Simbol.BELAH_KETUPAT in kinds:
            assert v["shape"] == SHAPES[Simbol.BELAH_KETUPAT]
        if i in group:
            names = (prosedur.pelaksana[alur.simpul[k].lane].label for k in group[i])
            text = v["text"].replace("\xa0", " ").replace("\xad", "").replace("\u200b", "")
            assert all(satu_baris(name) in text for name in names)
    awal = "" if nomor == 0 else f"prosedur-{nomor + 1}-"
    links = [f"#{awal}langkah-{alur.simpul[i].langkah + 1}" for i in seen]
    assert [v["link"] for v in own] == links
    for vertex, simpul in zip(own, (alur.simpul[i] for i in seen), strict=True):
        check_text(vertex["text"].replace("\xa0", " "), simpul.langkah, prosedur, simpul.tambahan)
        assert "opsional" not in vertex["classes"]
    check_lanes(read["subgraphs"], index, prosedur)
    check_edges(read["edges"], index, prosedur)
    assert read["title"].replace("\xa0", " ").startswith(satu_baris(sop.nama))


def check_text(text: str, langkah: int, prosedur: Prosedur, tambahan: bool) -> None:
    if tambahan:
        assert text == "Selesai"
        return
    step = prosedur.langkah[langkah]
    number, _, words = text.partition(". ")
    assert number == str(langkah + 1)
    words = words.replace("\xad", "").replace("\u200b", "")
    told = [satu_baris(step.ringkas or step.kegiatan), *(satu_baris(g.teks) for g in step.giliran)]
    words = words.removesuffix(" (apabila diperlukan)").partition(" (bersama: ")[0]
    end = words.split(") ")[-1].split(": ")[-1].removesuffix("…")
    assert any(end in one for one in told), (text, told)


def check_lanes(subgraphs: list[dict[str, Any]], index: dict[str, int], prosedur: Prosedur) -> None:
    alur = susun_alur(prosedur)
    assert [s["id"] for s in subgraphs] == [f"L{i + 1}" for i in range(alur.jumlah_lane)]
    for i, (lane, pelaksana) in enumerate(zip(subgraphs, prosedur.pelaksana, strict=True)):
        members = {index[id] for id in lane["nodes"] if id in index}
        assert members == {k for k in index.values() if alur.simpul[k].lane == i}
        assert lane["nodes"]
        title = lane["title"].replace("\xa0", " ").replace("\n", " ").strip().removesuffix("…")
        assert satu_baris(pelaksana.label).replace(" ", "").startswith(title.replace(" ", ""))


def check_edges(edges: list[dict[str, Any]], index: dict[str, int], prosedur: Prosedur) -> None:
    alur = susun_alur(prosedur)
    arrows = Counter(
        (
            index[e["start"]],
            index.get(e["end"], index[e["start"]]),
            e["label"].replace("\xa0", " ").replace("\xad", "").replace("\u200b", ""),
            e["stroke"] == "dotted",
        )
        for e in edges
        if e["type"] == "arrow_point"
    )
    stands = {s: k for k in index.values() for g in alur.bersama if k in g for s in g}
    ways: defaultdict[tuple[int, int, bool, bool], list[str]] = defaultdict(list)
    expected = Counter[tuple[int, int, str, bool]]()
    for p in alur.panah:
        a, b = stands.get(p.dari, p.dari), stands.get(p.ke, p.ke)
        if a == b:
            expected[a, b, satu_baris(p.label) if p.label else "", p.balik] += 1
        else:
            ways[a, b, bool(p.label), p.balik].append(satu_baris(p.label) if p.label else "")
    for (a, b, _, back), labels in ways.items():
        expected[a, b, PEMISAH_LABEL.join(dict.fromkeys(labels)), back] += 1
    assert arrows == expected
    assert not any(e["type"] == "arrow_open" for e in edges)


def check_all(sops: list[Sop]) -> None:
    places = [(sop, nomor) for sop in sops for nomor in range(len(sop.prosedur))]
    drawn = [(sop, nomor, source) for sop, nomor in places if (source := mermaid(sop, nomor))]
    assert len(drawn) >= len(places) * 0.8
    read = understood([source for _, _, source in drawn])
    for (sop, nomor, source), one in zip(drawn, read, strict=True):
        try:
            check(sop, nomor, one)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{source}") from error


def test_random_flows(semua: bool) -> None:
    check_all(random_sops(120 if semua else 40))


def test_hostile_texts_everywhere() -> None:
    check_all([hostile_sop(text) for text in HOSTILE])


def test_every_sop_of_the_handbook() -> None:
    sops = sop_data()
    assert sops
    check_all(sops)


def test_a_source_that_lost_a_label_is_noticed() -> None:
    lanes = (Pelaksana("p", "Staf"),)
    steps = (
        Langkah("Mencatat", (Giliran(("p",)),), id="a"),
        Langkah("Memeriksa", (Giliran(("p",), cabang=YES_NO),)),
        Langkah("Mengarsipkan", (Giliran(("p",)),)),
    )
    sop = sop_of(Prosedur(lanes, steps))
    source = mermaid(sop)
    broken = [
        source.replace('|"Tidak"|', ""),
        source.replace("Memeriksa", "Menolak"),
        source.replace("-.->", "-->"),
        source.replace("    s2\n", ""),
    ]
    assert source not in broken
    for read in understood(broken):
        with pytest.raises(AssertionError):
            check(sop, 0, read)


def test_nothing_of_the_loader_s_configuration_is_in_a_source() -> None:
    config = (ROOT / "overrides/assets/javascripts/diagram/draw.js").read_text(encoding="utf-8")
    assert "ignoreCrossLaneEdges: false" in config
    for sop in random_sops()[:20]:
        assert not {"config", "theme", "%%{", "---\n"} & set(mermaid(sop).split("  "))

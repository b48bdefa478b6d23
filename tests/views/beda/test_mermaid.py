"""What Mermaid understands of the coloured flowchart is the flow now, and what became of each step."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.beda import BedaLangkah, BedaProsedur, Jenis, bandingkan
from buku_sop.analysis.beda.prosedur import JamKerjaDua
from buku_sop.analysis.beda.sop import bandingkan_sop
from buku_sop.model import JamKerja, Langkah, Prosedur
from buku_sop.views.beda.mermaid import mermaid_beda
from buku_sop.views.dasar.mermaid_text import satu_baris
from tests.analysis.beda.test_beda_properties import made_up, shuffled
from tests.builders import handbook, sop
from tests.mermaid.source import understood
from tests.views.alur.test_mermaid_parse import HOSTILE, hostile_sop

TANDA = {"baru": "+ BARU", "dihapus": "− DIHAPUS", "diubah": "~ DIUBAH", "dipindah": "↕ DIPINDAH"}
JAM = JamKerjaDua(JamKerja(), JamKerja())
Pair = tuple[BedaProsedur, Prosedur, Prosedur]


def pairs() -> list[Pair]:
    made = []
    for seed in range(80):
        asal = made_up(f"mermaid/{seed}")
        lain = shuffled(f"mermaid/{seed}", asal)
        hasil = bandingkan(handbook(sop(tabel=(asal,))), handbook(sop(tabel=(lain,)))).sop
        if hasil and hasil[0].prosedur:
            made.append((hasil[0].prosedur[0], asal, lain))
    return made


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Pair, dict[str, Any]]]:
    made = [(p, mermaid_beda(*p)) for p in pairs()]
    kept = [(p, source) for p, source in made if source]
    assert len(kept) > 40
    return list(zip([p for p, _ in kept], understood([s for _, s in kept]), strict=True))


def test_every_source_is_understood(drawn: list[tuple[Pair, dict[str, Any]]]) -> None:
    assert [r["error"] for _, r in drawn if "error" in r] == []


def fate(x: BedaLangkah) -> str:
    if x.jenis in (Jenis.BARU, Jenis.DIHAPUS):
        return x.jenis.value
    return "diubah" if x.jenis is not Jenis.SAMA else "dipindah" if x.dipindah else ""


def test_each_symbol_tells_what_became_of_its_step_by_word_and_by_class(
    drawn: list[tuple[Pair, dict[str, Any]]],
) -> None:
    told = Counter[str]()
    for (beda, asal, lain), read in drawn:
        expected = Counter[tuple[str, str]]()
        for x in beda.langkah:
            prosedur, posisi = (lain, x.sesudah) if x.sesudah else (asal, x.sebelum)
            for s in susun_alur(prosedur).simpul:
                if s.langkah in posisi and not s.tambahan:
                    expected[str(s.langkah + 1), fate(x)] += 1
        seen = Counter[tuple[str, str]]()
        for v in read["vertices"]:
            if v["text"] == "Selesai":
                continue
            kelas = next((k for k in TANDA if k in v["classes"]), "")
            tanda, _, isi = v["text"].rpartition("\n")
            assert tanda == TANDA.get(kelas, "")
            assert ("(dahulu)" in isi) == (kelas == "dihapus")
            seen[isi.split(".")[0].removesuffix(" (dahulu)"), kelas] += 1
            told[kelas] += 1
        assert seen == expected
    assert set(told) == {"", *TANDA}


def test_every_arrow_of_now_is_there_and_old_ones_are_broken_lines(
    drawn: list[tuple[Pair, dict[str, Any]]],
) -> None:
    broken = 0
    for (_, _, lain), read in drawn:
        alur = susun_alur(lain)
        text = {v["id"]: v["text"].rpartition("\n")[2] for v in read["vertices"]}
        number = {id: t.split(".")[0] if t != "Selesai" else t for id, t in text.items()}
        now = Counter(
            (number[e["start"]], number[e["end"]], e["label"].replace("\xa0", " "))
            for e in read["edges"]
            if e["type"] == "arrow_point" and e["stroke"] == "normal"
        )
        names = ["Selesai" if s.tambahan else str(s.langkah + 1) for s in alur.simpul]
        assert now == Counter((names[p.dari], names[p.ke], p.label) for p in alur.panah)
        gone = {v["id"] for v in read["vertices"] if "dihapus" in v["classes"]}
        for e in read["edges"]:
            if e["stroke"] == "dotted":
                assert {e["start"], e["end"]} & gone
                broken += 1
    assert broken > 10


def test_hostile_texts_stay_texts() -> None:
    sources = []
    for text in HOSTILE:
        (prosedur, _) = hostile_sop(text).prosedur
        (beda, *_) = bandingkan_sop(None, hostile_sop(text), JAM).prosedur
        sources.append(mermaid_beda(beda, None, prosedur))
    for text, read in zip(HOSTILE, understood(sources), strict=True):
        assert "error" not in read, (text, read)
        assert len(read["subgraphs"]) in (1, 2), text
        first = read["vertices"][0]["text"].replace("\xa0", " ")
        assert first == f"+ BARU\n1. {satu_baris(text)}", text


@pytest.mark.parametrize("steps", [0, 45])
def test_what_is_too_long_or_empty_is_not_drawn(steps: int) -> None:
    random = Random(steps)
    langkah = made_up(f"panjang/{random.random()}", 45)
    asal = langkah if steps else Prosedur((), (Langkah("Tanpa pelaksana"),))
    (beda, *_) = bandingkan_sop(None, sop(tabel=(asal,)), JAM).prosedur
    assert mermaid_beda(beda, None, asal) == ""

"""The drawing in the cells of the step table: what each cell holds, and that nothing is lost in the cutting."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import LetakLabel, Sandar, TataLetak, Titik, susun_tata_letak
from buku_sop.layout.grid import Jalur, LetakSimpul
from buku_sop.layout.page import ukuran_tabel
from buku_sop.model import Giliran, Simbol, Tujuan
from buku_sop.views.alur.gambar import Gambar, Sel, susun_gambar
from buku_sop.views.alur.ucapan import ucapan
from tests import paths
from tests.builders import giliran, langkah, prosedur
from tests.flows import any_flow
from tests.mermaid.source import read_sop

CASES = paths.CASES / "gambar"
SAFE = re.compile(
    r"((top|bottom|left|right|width):(-?[\d.]+%|calc\(50% [+-] [\d.]+\*var\(--sop-u\)\))"
    r"|--sop-\w+:-?[\d.]+)"
)


def draw(alur: Alur) -> Gambar:
    tata = susun_tata_letak(alur, ukuran_tabel(alur.jumlah_lane))
    return susun_gambar(alur, tata, [f"simpul {i}" for i in range(len(alur.simpul))])


def laid_out(*points: Titik, label: LetakLabel | None = None) -> Gambar:
    """Draw one arrow of a two-lane, three-row flow along the given points."""
    table = prosedur(langkah(), langkah(oleh="kepala"), langkah())
    alur = susun_alur(table)
    ukuran = ukuran_tabel(2)
    symbols = tuple(LetakSimpul(Titik(s.lane + 0.5, s.langkah, 0), 12, 6) for s in alur.simpul)
    tata = TataLetak(ukuran, symbols, (Jalur(0, points, label),), (), (None,) * 3, (15.2, 15.2, 20))
    return susun_gambar(alur, tata, ucapan(table, alur))


def styles(gambar: Gambar) -> Iterator[str]:
    yield from (gambar.gaya, *gambar.tinggi)
    for sel in cells(gambar):
        yield from (part.gaya for part in sel.garis)
        yield from (part.gaya for part in sel.kepala)
        yield from (part.gaya for part in sel.label)
        yield from (part.gaya for part in sel.lambang)


def cells(gambar: Gambar) -> list[Sel]:
    return [sel for row in gambar.baris for sel in row]


def described(gambar: Gambar) -> str:
    """Write a drawing as lines that a reviewer can read."""
    lines = [gambar.gaya]
    for r, row in enumerate(gambar.baris):
        lines.append(f"baris {r + 1} {gambar.tinggi[r]}".rstrip())
        for c, sel in enumerate(row):
            lines += [f"  {c + 1} {part}" for part in _parts(sel)]
    return "\n".join(lines) + "\n"


def _parts(sel: Sel) -> Iterator[str]:
    for s in sel.lambang:
        yield f"{s.jenis} {s.ucap} [{s.gaya}]"
    for g in sel.garis:
        yield f"panah {g.panah} {'tegak' if g.tegak else 'datar'} [{g.gaya}]"
    for k in sel.kepala:
        ends = "temu" if k.ke is None else f"{k.dari}-{k.ke}"
        yield f"panah {k.panah} ujung {k.arah} {ends} [{k.gaya}]"
    for label in sel.label:
        yield f"panah {label.panah} label {'/'.join(label.larik)} {label.rata} [{label.gaya}]"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    table = read_sop(case["sop"]).prosedur[0]
    alur = susun_alur(table)
    tata = susun_tata_letak(alur, ukuran_tabel(alur.jumlah_lane))
    actual = described(susun_gambar(alur, tata, ucapan(table, alur)))
    if os.environ.get("SOP_UPDATE_CASES"):
        text = path.read_text(encoding="utf-8").partition("gambar: |")[0]
        block = "".join(f"  {line}\n" for line in actual.splitlines())
        path.write_text(f"{text}gambar: |\n{block}", encoding="utf-8")
    else:
        assert actual == case["gambar"]


class TestCutting:
    def test_a_line_down_the_middle_needs_no_words_where_it_only_passes(self) -> None:
        gambar = laid_out(Titik(0.5, 0, 3), Titik(0.5, 2, -3))
        pieces = [row[0].garis for row in gambar.baris]
        assert [len(p) for p in pieces] == [1, 1, 1]
        assert [p[0].gaya for p in pieces] == [
            "top:calc(50% + 3*var(--sop-u))",
            "",
            "bottom:calc(50% + 4*var(--sop-u))",
        ]

    def test_a_line_upwards_is_cut_alike_and_ends_below_the_tip(self) -> None:
        gambar = laid_out(Titik(0.2, 2, 0), Titik(0.2, 0, 3))
        top, bottom = gambar.baris[0][0], gambar.baris[2][0]
        assert top.garis[0].gaya == "left:20%;top:calc(50% + 4*var(--sop-u))"
        assert bottom.garis[0].gaya == "left:20%;bottom:50%"
        assert [(k.arah, k.gaya) for k in top.kepala] == [
            ("naik", "left:20%;top:calc(50% + 3*var(--sop-u))")
        ]

    def test_a_line_across_is_cut_at_the_lanes_border(self) -> None:
        gambar = laid_out(Titik(0.75, 1, -1.5), Titik(1.2, 1, -1.5))
        left, right = gambar.baris[1]
        assert [g.gaya for g in left.garis] == ["left:75%;top:calc(50% - 1.5*var(--sop-u))"]
        assert [g.gaya for g in right.garis] == ["right:85%;top:calc(50% - 1.5*var(--sop-u))"]
        assert [k.arah for k in right.kepala] == ["kanan"]
        assert left.kepala == []

    def test_a_row_is_only_told_its_height_where_it_is_more_than_the_least(self) -> None:
        gambar = laid_out(Titik(0.5, 0, 3), Titik(0.5, 1, -3))
        assert gambar.tinggi == ("", "", "--sop-t:20")
        assert "--sop-t:15.2" in gambar.gaya


class TestLabels:
    @pytest.mark.parametrize(
        ("side", "left"), [(Sandar.KIRI, "80%"), (Sandar.TENGAH, "65%"), (Sandar.KANAN, "50%")]
    )
    def test_the_box_lies_beside_its_anchor(self, side: Sandar, left: str) -> None:
        label = LetakLabel("Ya", Titik(0.8, 0, 2), side, 6, 2.6, ("Ya",))
        gambar = laid_out(Titik(0.5, 0, 3), Titik(0.5, 1, -3), label=label)
        (found,) = gambar.baris[0][0].label
        assert found.gaya == f"left:{left};width:30%;top:calc(50% + 0.7*var(--sop-u))"
        assert found.rata == side.value
        assert not found.dipotong

    def test_a_box_across_lanes_belongs_to_the_lane_of_its_middle(self) -> None:
        label = LetakLabel("Tidak", Titik(0.9, 0, 2), Sandar.KIRI, 10, 2.6, ("Tidak",))
        gambar = laid_out(Titik(0.5, 0, 3), Titik(0.5, 1, -3), label=label)
        assert gambar.baris[0][0].label == []
        assert gambar.baris[0][1].label[0].gaya.startswith("left:-10%;width:50%")

    def test_smaller_letters_and_boxes_that_are_too_narrow_are_told(self) -> None:
        label = LetakLabel("Memenuhi syarat", Titik(0.1, 0, 2), Sandar.KIRI, 6, 2)
        gambar = laid_out(Titik(0.5, 0, 3), Titik(0.5, 1, -3), label=label)
        (found,) = gambar.baris[0][0].label
        assert found.dipotong
        assert found.gaya.endswith("--sop-huruf:2")


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_lost_and_all_styles_are_numbers(seed: int) -> None:
    alur = any_flow(seed)
    gambar = draw(alur)
    sel = cells(gambar)
    assert len(gambar.baris) == alur.jumlah_langkah
    assert {len(row) for row in gambar.baris} <= {alur.jumlah_lane}
    assert sorted(s.simpul for one in sel for s in one.lambang) == list(range(len(alur.simpul)))
    heads = {k.panah: (k.dari, k.ke) for one in sel for k in one.kepala if k.ke is not None}
    assert heads == {i: (p.dari, p.ke) for i, p in enumerate(alur.panah)}
    labels = {x.panah: " ".join(x.larik) for one in sel for x in one.label if x.panah is not None}
    words = [" ".join(x.larik) for one in sel for x in one.label if x.panah is None]
    words += [x.teks for one in sel for x in one.lambang if x.teks]
    assert sorted(words) == sorted(s.teks for s in alur.simpul if s.teks)
    assert labels == {i: " ".join(p.label.split()) for i, p in enumerate(alur.panah) if p.label}
    for style in filter(None, styles(gambar)):
        assert all(SAFE.fullmatch(part) for part in style.split(";")), style
    for r, row in enumerate(gambar.baris):
        for c, one in enumerate(row):
            assert {alur.simpul[s.simpul].langkah for s in one.lambang} <= {r}
            assert {alur.simpul[s.simpul].lane for s in one.lambang} <= {c}
            ends = {k.ke for k in one.kepala if k.ke is not None}
            assert {alur.simpul[end].langkah for end in ends} <= {r}


@pytest.mark.parametrize("lanes", range(1, 20))
def test_more_lanes_are_narrower_but_leave_room_for_arrow_heads(lanes: int) -> None:
    here, next_ = ukuran_tabel(lanes), ukuran_tabel(lanes + 1)
    assert next_.lane <= here.lane
    symbol = min(here.simbol, 0.6 * here.lane)
    assert (here.lane - symbol) / 2 >= 2.8


class TestWords:
    def test_each_kind_of_symbol_and_way_out(self) -> None:
        table = prosedur(
            langkah("Menerima", id="a"),
            langkah(
                "Memeriksa",
                giliran("staf", cabang={"Ya": "berikut", "Ulang": "b"}),
                giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "a", "Batal": "selesai"}),
                id="b",
                opsional=True,
            ),
            langkah("Rapat", giliran("staf", "kepala")),
            langkah("Kapsul di tengah", simbol=Simbol.KAPSUL),
            langkah("Mengarsipkan", oleh="kepala"),
        )
        assert ucapan(table, susun_alur(table)) == (
            "Mulai oleh Staf; ke langkah 2",
            "Keputusan oleh Staf, apabila diperlukan; Ya ke Kepala Kantor; Ulang kembali ke langkah ini",
            "Keputusan oleh Kepala Kantor, apabila diperlukan; Ya ke langkah 3; Tidak kembali ke langkah 1; Batal selesai",
            "Selesai",
            "Kegiatan oleh Staf bersama Kepala Kantor; ke langkah 4",
            "Kegiatan oleh Kepala Kantor bersama Staf",
            "Mulai atau selesai oleh Staf; ke langkah 5",
            "Selesai oleh Kepala Kantor",
        )

    def test_performers_in_parallel_are_named_where_the_flow_comes_to_them(self) -> None:
        table = prosedur(
            langkah("Membuka", ke=("b/staf", "b/kepala")),
            langkah(
                "Membahas", *(Giliran((p,), ke=(Tujuan("c"),)) for p in ("staf", "kepala")), id="b"
            ),
            langkah("Mencatat", id="c"),
        )
        assert ucapan(table, susun_alur(table)) == (
            "Mulai oleh Staf; ke langkah 2 (Staf dan Kepala Kantor)",
            "Kegiatan oleh Staf; ke langkah 3",
            "Kegiatan oleh Kepala Kantor; ke langkah 3",
            "Selesai oleh Staf",
        )

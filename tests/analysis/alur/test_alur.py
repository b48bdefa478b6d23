"""Where arrows leave and enter, of steps that several perform jointly or each on their own."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.text import read_text
from buku_sop.model import Cabang, Giliran, Instansi, Langkah, Pelaksana, Prosedur, Simbol, Tujuan

LANES = tuple(Pelaksana(p, p.upper()) for p in "abcd")


def resolve(*turns: Giliran) -> Alur:
    langkah = tuple(Langkah(f"Kegiatan {i}", (turn,), id=f"s{i}") for i, turn in enumerate(turns))
    return susun_alur(Prosedur(LANES, langkah))


def lanes(alur: Alur) -> list[tuple[int, int]]:
    return [(alur.simpul[p.dari].lane, alur.simpul[p.ke].lane) for p in alur.panah]


def test_arrows_leave_and_enter_the_nearest_of_joint_symbols() -> None:
    alur = resolve(Giliran(("d",)), Giliran(("b", "d")), Giliran(("b",)), Giliran(("a", "c")))
    assert lanes(alur) == [(3, 3), (1, 1), (1, 0)]


def test_between_two_groups_the_arrow_runs_in_a_shared_lane() -> None:
    alur = resolve(Giliran(("a", "c")), Giliran(("c", "d")))
    assert lanes(alur) == [(2, 2)]


def test_all_branches_of_a_joint_decision_leave_one_symbol() -> None:
    cabang = (Cabang("Ya", (Tujuan("lanjut"),)), Cabang("Tidak", (Tujuan("s0"),)))
    alur = resolve(Giliran(("a",)), Giliran(("a", "c"), cabang=cabang), Giliran(("a",)))
    assert lanes(alur) == [(0, 0), (0, 0), (0, 0)]


def test_a_target_that_names_a_lane_is_entered_there() -> None:
    turn = Giliran(
        ("a",), cabang=(Cabang("Ulang", (Tujuan("s0", "d"),)), Cabang("Ya", (Tujuan("selesai"),)))
    )
    alur = resolve(Giliran(("a", "d")), turn)
    assert lanes(alur)[1] == (0, 3)


def test_joint_symbols_without_an_arrow_out_are_all_ends() -> None:
    alur = resolve(Giliran(("a", "c")), Giliran(("b",)), Giliran(("a", "d")))
    assert [s.simbol for s in alur.simpul] == [Simbol.KAPSUL] * 2 + [Simbol.KOTAK] + [
        Simbol.KAPSUL
    ] * 2


def read(text: str) -> Alur:
    """Resolve the flow of steps as a person writes them; the lanes are a to d."""
    pelaksana = "pelaksana: {a: A, b: B, c: C, d: D}\n"
    dokumen, temuan = read_text(f"nama: Uji\n{pelaksana}langkah:\n{dedent(text)}", "uji.yml")
    assert dokumen is not None
    assert not temuan
    sop = bangun_sop("uji/uji", DokumenSop.model_validate(dokumen.data), Instansi("uji", "Uji"))
    return susun_alur(sop.prosedur[0])


def arrows(alur: Alur) -> list[str]:
    """Write arrows as "1a Ya> 2b": row and lane of both ends; an end that a branch made is 1!."""

    def at(i: int) -> str:
        s = alur.simpul[i]
        return f"{s.langkah + 1}{'!' if s.tambahan else 'abcd'[s.lane]}"

    return [f"{at(p.dari)} {p.label}> {at(p.ke)}" for p in alur.panah]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: [{pelaksana: a, cabang: [{label: Ya, ke: berikut}, {label: Tidak, ke: lanjut}]}, b]}
            - {kegiatan: Dua, pelaksana: a}
            """,
            ["1a Ya> 1b", "1a Tidak> 2a", "1b > 2a"],
            id="lanjut is the next step, berikut the next performer",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: a, ke: [dua/b, dua/c]}
            - {id: dua, kegiatan: Dua, pelaksana: [{pelaksana: b, ke: tiga}, {pelaksana: c, ke: tiga}]}
            - {id: tiga, kegiatan: Tiga, pelaksana: b}
            """,
            ["1a > 2b", "1a > 2c", "2b > 3b", "2c > 3b"],
            id="two boxes of a row, each with its own arrow",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: [{pelaksana: b, ke: [berikut, dua]}, {pelaksana: a, ke: selesai}]}
            - {id: dua, kegiatan: Dua, pelaksana: b}
            """,
            ["1b > 1a", "1b > 2b"],
            id="a box that forks, and one that ends",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: a, cabang: [{label: Ya, ke: [dua, tiga]}, {label: Tidak, ke: selesai}]}
            - {id: dua, kegiatan: Dua, pelaksana: b}
            - {id: tiga, kegiatan: Tiga, pelaksana: a}
            """,
            ["1a Ya> 2b", "1a Ya> 3a", "1a Tidak> 1!", "2b > 3a"],
            id="a branch to two steps",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: b}
            - {kegiatan: Dua, pelaksana: {bersama: [{pelaksana: a, simbol: kapsul}, c]}}
            """,
            ["1b > 2c"],
            id="the arrow enters the box beside the end",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: {bersama: [a, {pelaksana: b, simbol: kapsul}]}}
            - {kegiatan: Dua, pelaksana: b}
            """,
            ["1a > 2b"],
            id="the arrow leaves the box beside the start",
        ),
        pytest.param(
            """
            - {id: satu, kegiatan: Satu, pelaksana: a}
            - kegiatan: Dua
              pelaksana: {bersama: [{pelaksana: a, simbol: belah_ketupat}, d]}
              cabang: [{label: Ya, ke: lanjut}, {label: Tidak, ke: satu}]
            - {kegiatan: Tiga, pelaksana: d}
            """,
            ["1a > 2a", "2a Ya> 3d", "2a Tidak> 1a"],
            id="branches leave the diamond of a joint step",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: [{pelaksana: a, simbol: kapsul}, {id: kerja, pelaksana: a}]}
            - {kegiatan: Dua, pelaksana: b, cabang: [{label: Ulang, ke: kerja}, {label: Ya, ke: selesai}]}
            """,
            ["1a > 1a", "1a > 2b", "2b Ulang> 1a", "2b Ya> 2!"],
            id="capsule and box of one lane in one row",
        ),
        pytest.param(
            """
            - {kegiatan: Satu, pelaksana: {bersama: [a, {pelaksana: c, ke: [dua, tiga]}]}}
            - {id: dua, kegiatan: Dua, pelaksana: a, ke: selesai}
            - {id: tiga, kegiatan: Tiga, pelaksana: a}
            """,
            ["1c > 2a", "1c > 3a"],
            id="a member of a joint turn with its own arrows",
        ),
    ],
)
def test_arrows_of_performers(text: str, expected: list[str]) -> None:
    alur = read(text)
    assert arrows(alur) == expected
    assert alur.salah_tujuan == ()


def test_a_member_with_a_symbol_of_its_own_leaves_the_others_boxes() -> None:
    text = """
    - {kegiatan: Satu, pelaksana: b}
    - {kegiatan: Dua, pelaksana: {bersama: [{pelaksana: a, simbol: kapsul}, b]}}
    """
    assert [s.simbol for s in read(text).simpul[1:]] == [Simbol.KAPSUL, Simbol.KOTAK]


def test_the_box_that_is_addressed_is_entered_and_not_the_capsule_above_it() -> None:
    text = """
    - {kegiatan: Satu, pelaksana: [{pelaksana: a, simbol: kapsul}, {id: kerja, pelaksana: a}]}
    - {kegiatan: Dua, pelaksana: b, ke: kerja}
    """
    alur = read(text)
    assert [(p.dari, p.ke) for p in alur.panah] == [(0, 1), (1, 2), (2, 1)]


def test_a_box_may_end_without_a_capsule() -> None:
    text = """
    - {kegiatan: Satu, pelaksana: a, ke: [dua, tiga]}
    - {id: dua, kegiatan: Dua, pelaksana: b, simbol: kotak, ke: selesai}
    - {id: tiga, kegiatan: Tiga, pelaksana: a}
    """
    alur = read(text)
    assert arrows(alur) == ["1a > 2b", "1a > 3a"]
    assert [s.simbol for s in alur.simpul] == [Simbol.KAPSUL, Simbol.KOTAK, Simbol.KAPSUL]


def test_a_start_that_is_the_end_says_so_where_others_follow() -> None:
    """A capsule of which no arrow leads on would seem to have lost it."""
    tamat = Langkah("Satu", (Giliran(("a",)),), id="s0", ke=(Tujuan("selesai"),))
    dua = Langkah("Dua", (Giliran(("b",)),), id="s1")
    assert [s.teks for s in susun_alur(Prosedur(LANES, (tamat, dua))).simpul] == ["Selesai", ""]
    assert [s.teks for s in susun_alur(Prosedur(LANES, (tamat,))).simpul] == [""]
    assert [s.teks for s in resolve(Giliran(("a",)), Giliran(("b",))).simpul] == ["", ""]
    sendiri = replace(tamat, giliran=(Giliran(("a",), teks="Arsip"),))
    assert [s.teks for s in susun_alur(Prosedur(LANES, (sendiri, dua))).simpul] == ["Arsip", ""]


def test_numbers_are_those_of_the_document_and_count_on_from_them() -> None:
    nomor = ("1", "", None, "4", "4a", None)
    langkah = tuple(Langkah(f"Kegiatan {i}", nomor=n) for i, n in enumerate(nomor))
    assert Prosedur(LANES, langkah).nomor == ("1", "", "2", "4", "4a", "5")
    assert Prosedur(LANES, (Langkah("A"), Langkah("B"))).nomor == ("1", "2")

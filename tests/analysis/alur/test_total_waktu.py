"""A total never adds branches that exclude each other."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.alur.waktu import (
    jumlah_waktu,
    per_pelaksana,
    total_baris,
    total_prosedur,
    total_sop,
)
from buku_sop.model import Durasi, JamKerja, Langkah, Prosedur, Rentang
from buku_sop.views.dasar.waktu import tulis_total
from tests.builders import langkah, prosedur, sop

JAM = JamKerja()


def menit(tabel: Prosedur) -> tuple[object, object, bool]:
    t = total_prosedur(tabel, JAM)
    return t.rentang.paling_cepat.kerja, t.rentang.paling_lama.kerja, t.menurut_cabang


def langkah_(waktu: str, **isi: Any) -> Langkah:
    return langkah(f"Mengerjakan {waktu} {isi.get('id', '')}", waktu=waktu, **isi)


def dua_akhir(a: str = "30 menit", b: str = "30 menit") -> Prosedur:
    return prosedur(
        langkah_("60 menit", cabang={"Ya": "catat", "Tidak": "lanjut"}),
        langkah_(a, ke="selesai"),
        langkah_(b, id="catat"),
    )


def test_either_of_two_ends_counts_not_both() -> None:
    assert menit(dua_akhir()) == (90, 90, False)
    assert menit(dua_akhir("5 menit", "40 menit")) == (65, 100, True)


def test_it_says_that_the_range_is_of_branches() -> None:
    total = total_prosedur(dua_akhir("5 menit", "40 menit"), JAM)
    assert tulis_total(total, JAM) == (
        "1 jam 5 menit sampai 1 jam 40 menit (menurut cabang yang diambil)"
    )


def test_either_of_two_arms_that_meet_again_counts() -> None:
    tabel = prosedur(
        langkah_("1 menit", cabang={"A": "lanjut", "B": "b"}),
        langkah_("10 menit", ke="temu"),
        langkah_("100 menit", id="b"),
        langkah_("1000 menit", id="temu"),
    )
    assert menit(tabel) == (1011, 1101, True)


def test_a_loop_around_two_arms_joins_them_not() -> None:
    tabel = prosedur(
        langkah_("1 menit", id="awal", cabang={"A": "lanjut", "B": "b"}),
        langkah_("10 menit", ke="temu"),
        langkah_("100 menit", id="b"),
        langkah_("1000 menit", id="temu", cabang={"Baik": "lanjut", "Salah": "awal"}),
        langkah_("10000 menit"),
    )
    assert menit(tabel) == (11011, 11101, True)


def test_a_return_a_skip_an_early_end_and_a_correction_exclude_nothing() -> None:
    for cabang in ({"Ya": "lanjut", "Tidak": "a"}, {"Ya": "lanjut", "Tidak": "akhir"},
                   {"Ya": "lanjut", "Tidak": "selesai"}):  # fmt: skip
        tabel = prosedur(
            langkah_("1 menit", id="a"),
            langkah_("10 menit", cabang=cabang),
            langkah_("100 menit"),
            langkah_("1000 menit", id="akhir"),
        )
        assert menit(tabel) == (1111, 1111, False), cabang
    perbaikan = prosedur(
        langkah_("1 menit", id="a", cabang={"Baik": "akhir", "Kurang": "lanjut"}),
        langkah_("10 menit", ke="a"),
        langkah_("100 menit", id="akhir"),
    )
    assert menit(perbaikan) == (111, 111, False)


def test_a_role_and_chosen_rows_count_only_what_can_be_done_in_one_pass() -> None:
    tabel = dua_akhir("5 menit", "40 menit")
    lane = next(iter(per_pelaksana(tabel, JAM).values()))
    assert lane.rentang == total_prosedur(tabel, JAM).rentang
    assert total_baris([tabel], JAM, [(0, 1), (0, 2)]).rentang == Rentang(Durasi(5), Durasi(40))
    assert total_baris([tabel], JAM, [(0, 0), (0, 2)]).rentang.paling_lama == Durasi(100)
    dua = total_sop(sop(tabel=(tabel, tabel)), JAM)
    assert dua.rentang == Rentang(Durasi(130), Durasi(200))
    assert dua.langkah == 6


@st.composite
def tabel_acak(draw: st.DrawFn) -> Prosedur:
    """Draw a flow of any form whose targets exist."""
    banyak = draw(st.integers(2, 9))
    tujuan = st.sampled_from(["lanjut", "selesai", *(f"s{i}" for i in range(banyak))])
    semua = []
    for i in range(banyak):
        isi: dict[str, Any] = {"id": f"s{i}"}
        match draw(st.sampled_from(["", "", "cabang", "ke"])):
            case "cabang":
                isi["cabang"] = {"Ya": draw(tujuan), "Tidak": draw(tujuan)}
            case "ke":
                isi["ke"] = draw(tujuan)
        semua.append(langkah_(f"{2**i} menit", **isi))
    return prosedur(*semua)


@given(tabel_acak())
def test_a_possible_total_is_never_more_than_all_and_never_a_wrong_range(tabel: Prosedur) -> None:
    total, semua = total_prosedur(tabel, JAM), jumlah_waktu(tabel.langkah)
    assert total.rentang.paling_cepat.kerja <= total.rentang.paling_lama.kerja
    assert total.rentang.paling_lama.kerja <= semua.rentang.paling_lama.kerja
    assert total.langkah == semua.langkah
    if not any(x.keputusan for x in tabel.langkah):
        assert total == semua

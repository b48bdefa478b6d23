"""Findings as GitHub's annotations and GitLab's code quality report."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from buku_sop.diagnostics import Diagnostic, Location, Tingkat
from buku_sop.views.mutu.diagnostik_ci import tulis_github, tulis_gitlab


def temuan(pesan: str = "Salah.", baris: int = 3, **isi: Any) -> Diagnostic:
    lokasi = isi.pop("lokasi", Location("sop_data/rekaan/a.yml", baris, 5))
    return Diagnostic(
        isi.get("kode", "SOP-S001"), isi.get("tingkat", Tingkat.GALAT), pesan, "Perbaiki.", lokasi
    )


def test_an_annotation_has_its_place_title_and_remedy() -> None:
    assert tulis_github([temuan()]) == (
        "::error file=sop_data/rekaan/a.yml,line=3,col=5,title=SOP-S001 (galat)::Salah.%0APerbaiki."
    )


def test_the_gravest_come_first_and_keep_their_order() -> None:
    daftar = [
        temuan("a", tingkat=Tingkat.SARAN), temuan("b", tingkat=Tingkat.PERINGATAN),
        temuan("c"), temuan("d", tingkat=Tingkat.PERINGATAN),
    ]  # fmt: skip
    baris = tulis_github(daftar).split("\n")
    assert [b.split(" ")[0] for b in baris] == ["::error", "::warning", "::warning", "::notice"]
    assert [b.split("::")[2][0] for b in baris] == ["c", "b", "d", "a"]


def test_what_would_end_a_command_is_escaped() -> None:
    jahat = temuan(
        "50 %\r\n::set-output name=x::y", lokasi=Location("sop_data/a,b:c%/d\n.yml", 1, 1)
    )
    (baris,) = tulis_github([jahat]).splitlines()
    assert baris == (
        "::error file=sop_data/a%2Cb%3Ac%25/d?.yml,line=1,col=1,title=SOP-S001 (galat)"
        "::50 %25??::set-output name=x::y%0APerbaiki."
    )


@given(st.text(), st.text())
def test_no_text_makes_a_second_line_or_command(pesan: str, berkas: str) -> None:
    teks = tulis_github([temuan(pesan, lokasi=Location(berkas, 1, 1))])
    assert "\n" not in teks
    assert "\r" not in teks
    sifat, _, isi = teks.removeprefix("::error ").partition("::")
    assert sifat.count(",") == 3
    assert isi.endswith("%0APerbaiki.")


def laporan(isi: list[Diagnostic], teks: dict[int, str]) -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = json.loads(
        tulis_gitlab(isi, lambda lokasi: teks.get(lokasi.baris, ""))
    )
    return hasil


def test_a_code_quality_entry_has_what_gitlab_asks_for() -> None:
    (satu,) = laporan([temuan(tingkat=Tingkat.PERINGATAN)], {3: "  nmaa: x"})
    assert satu.pop("fingerprint")
    assert satu == {
        "description": "Salah. Perbaiki.",
        "check_name": "SOP-S001",
        "severity": "minor",
        "location": {"path": "sop_data/rekaan/a.yml", "lines": {"begin": 3}},
    }


def test_a_fingerprint_survives_inserted_lines_and_is_never_shared() -> None:
    dulu = laporan([temuan(baris=3), temuan(baris=3), temuan(baris=4)], {3: "x: 1", 4: "y: 1"})
    kini = laporan([temuan(baris=8), temuan(baris=8), temuan(baris=9)], {8: "  x: 1", 9: "y: 1"})
    sidik = [s["fingerprint"] for s in dulu]
    assert sidik == [s["fingerprint"] for s in kini]
    assert len(set(sidik)) == 3
    lain = [
        temuan(kode="SOP-S002"), temuan(lokasi=Location("b.yml", 3, 1)), temuan("Lain.", baris=4)
    ]  # fmt: skip
    baru = [s["fingerprint"] for s in laporan(lain, {3: "x: 1", 4: "x: 2"})]
    assert not set(baru) & set(sidik)

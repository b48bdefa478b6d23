"""A draft calls its columns and boxes as its document does, whatever the office that receives it calls them."""

from __future__ import annotations

from typing import Any

import pytest

from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.sebutan import pertahankan

SEBUTAN = {
    "kegiatan": "Kegiatan",
    "kelengkapan": "PERSYARATAN",
    "mutu_baku": "Mutu Baku",
    "pelaksana": "Pelaksana",
    "peralatan": "Peralatan / Perlengkapan",
    "nomor": "No. SOP",
}


def istilah(kantor: dict[str, str], **isi: Any) -> Any:
    draf = pertahankan(Draf("Cuti", {"nama": "Cuti", **isi}, (1, 1), sebutan=SEBUTAN), kantor)
    assert bool(draf.catatan) == ("istilah" in draf.isi and draf.isi != {"nama": "Cuti", **isi})
    return draf.isi.get("istilah")


@pytest.mark.parametrize(
    ("bidang", "kantor"),
    [
        ("kegiatan", "Uraian Prosedur"),
        ("mutu_baku", "Baku Mutu"),
        ("pelaksana", "Pelaku"),
        ("peralatan", "Sarana"),
        ("nomor", "Nomor POS"),
    ],
)
def test_each_field_keeps_the_word_of_the_document(bidang: str, kantor: str) -> None:
    assert istilah({bidang: kantor}) == {bidang: SEBUTAN[bidang]}


@pytest.mark.parametrize("kantor", ["kegiatan", "KEGIATAN :", "Kegi atan"])
def test_the_same_word_written_otherwise_needs_no_mention(kantor: str) -> None:
    assert istilah({"kegiatan": kantor}) is None


def test_what_the_draft_says_already_stays_and_what_the_document_does_not_name_is_the_offices() -> (
    None
):
    sudah = {"kelengkapan": "PERSYARATAN"}
    assert istilah({"kelengkapan": "Syarat", "waktu": "Durasi"}, istilah=sudah) == sudah


def test_what_no_office_may_rename_is_left_alone() -> None:
    draf = Draf("Cuti", {"nama": "Cuti"}, (1, 1), sebutan={"istilah": "Sebutan"})
    assert pertahankan(draf, {"istilah": "Nama"}) == draf

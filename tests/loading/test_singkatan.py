"""Abbreviations are read from the file of all offices and from each office's own, with every fault placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.analysis.kata.singkatan import sebutan_kata
from buku_sop.loading.folder import Loaded, load_folder
from buku_sop.loading.isi_data import BERKAS_SINGKATAN
from buku_sop.model import Padanan, Singkatan
from tests.paths import SOP_DATA

INSTANSI = "nama: Kantor Contoh\n"
SOP = "nama: Contoh\nlangkah: [{kegiatan: Menulis}]\n"


def load(folder: Path, files: dict[str, str]) -> Loaded:
    for name, text in {"kantor-contoh/instansi.yml": INSTANSI, **files}.items():
        path = folder / "sop_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_folder(folder / "sop_data")


def found(loaded: Loaded) -> list[tuple[str, str]]:
    return [(d.kode, str(d.lokasi)) for d in loaded.diagnostics]


def test_of_all_offices_and_of_one(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {
            "singkatan.yml": "singkatan:\n  LUK: [Laporan  Umpama, Laporan Umpama Kegiatan]\n"
            "  RK: Rencana\n    Kegiatan\n",
            "kantor-contoh/instansi.yml": f"{INSTANSI}singkatan: {{UR: Urusan Rekaan}}\n",
        },
    )
    assert loaded.diagnostics == []
    assert loaded.handbook.singkatan == (
        Singkatan("LUK", ("Laporan Umpama", "Laporan Umpama Kegiatan")),
        Singkatan("RK", ("Rencana Kegiatan",)),
    )
    assert [i.singkatan for i in loaded.handbook.instansi] == [
        (Singkatan("UR", ("Urusan Rekaan",)),)
    ]


def test_everyday_words_with_what_sops_say_instead(tmp_path: Path) -> None:
    text = "padanan:\n  meeting: rapat\n  surat  sakit: [keterangan dokter, izin]\n"
    loaded = load(tmp_path, {"singkatan.yml": text})
    assert loaded.diagnostics == []
    assert loaded.handbook.padanan == (
        Padanan("meeting", ("rapat",)),
        Padanan("surat sakit", ("keterangan dokter", "izin")),
    )
    assert sebutan_kata(loaded.handbook.padanan) == {
        "meeting": ("rapat",),
        "surat sakit": ("keterangan dokter", "izin"),
    }


def test_words_of_nothing_but_signs_are_no_words_for_the_search() -> None:
    assert sebutan_kata((Padanan("!!", ("rapat",)), Padanan("E-Mail", ("-", "Surel")))) == {
        "e mail": ("surel",)
    }


def test_a_handbook_needs_none(tmp_path: Path) -> None:
    loaded = load(tmp_path, {})
    assert (loaded.handbook.singkatan, loaded.diagnostics) == ((), [])


@pytest.mark.parametrize(
    ("text", "harap"),
    [
        ("singkatan:\n  LUK:\n", [("SOP-S002", "2:3")]),
        ("singkatan:\n  LUK: []\n", [("SOP-S002", "2:8")]),
        ("singkatan:\n  LUK: {a: b}\n", [("SOP-S003", "2:8")]),
        ("singkatan:\n  5: Lima Puluh\n", [("SOP-S011", "2:6")]),
        ("singkatan:\n  Lup: Laporan Umpama\n  LUK: Laporan Umpama Kegiatan\n  luk: Luar Kantor\n",
         [("SOP-B009", "4:3")]),
        ("singkatan:\n  S.U.P: Satuan Umpama\n  SUP: Satuan Umpama\n", [("SOP-B009", "3:3")]),
        ("singkatan:\n  LUK: A\n  LUK: Laporan Umpama\n", [("SOP-Y003", "3:3"), ("SOP-B010", "2:3")]),
        ("singkatan:\n  Laporan Umpama: LU\n", [("SOP-B010", "2:3")]),
        ("padanan:\n  meeting:\n", [("SOP-S002", "2:3")]),
        ("padanan:\n  meeting: {a: b}\n", [("SOP-S003", "2:12")]),
        ("padanan:\n  e-mail: surel\n  E mail: surat elektronik\n", [("SOP-B013", "3:3")]),
        ("padanan:\n  meeting: [rapat, Meeting]\n", [("SOP-B014", "2:3")]),
        ("LUK: Laporan Umpama\n", [("SOP-S001", "1:1")]),
        ("- LUK: Laporan Umpama\n", [("SOP-Y006", "1:1")]),
    ],
)  # fmt: skip
def test_each_fault_is_reported_at_its_place(
    tmp_path: Path, text: str, harap: list[tuple[str, str]]
) -> None:
    loaded = load(tmp_path, {"singkatan.yml": text, "kantor-contoh/a.yml": SOP})
    assert found(loaded) == [(k, f"sop_data/singkatan.yml:{p}") for k, p in harap]
    assert [s.id for s in loaded.handbook.sop] == ["kantor-contoh/a"]


def test_an_office_is_judged_likewise(tmp_path: Path) -> None:
    text = f"{INSTANSI}singkatan:\n  UR: Urusan Rekaan\n  Ur: Urut\n"
    loaded = load(tmp_path, {"kantor-contoh/instansi.yml": text})
    assert found(loaded) == [("SOP-B009", "sop_data/kantor-contoh/instansi.yml:4:3")]


def test_the_file_in_an_office_is_no_sop_and_says_where_it_belongs(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"kantor-contoh/singkatan.yml": "singkatan: {RK: Rencana Kegiatan}\n"})
    assert found(loaded) == [("SOP-B007", "sop_data/kantor-contoh/singkatan.yml:1:1")]
    assert "sop_data/singkatan.yml" in loaded.diagnostics[0].petunjuk


def test_one_office_alone_is_opened_without_the_others_words(tmp_path: Path) -> None:
    load(tmp_path, {"singkatan.yml": "- rusak\n"})
    assert load_folder(tmp_path / "sop_data", "kantor-contoh").diagnostics == []


def test_the_dictionary_of_the_handbook_is_sound() -> None:
    loaded = load_folder(SOP_DATA)
    assert [d for d in loaded.diagnostics if d.lokasi.berkas.endswith(BERKAS_SINGKATAN)] == []
    dikenal = {s.singkatan for s in loaded.handbook.singkatan}
    assert dikenal >= {"LAKIP", "LKjIP", "SAKIP", "Renstra", "TAPKIN", "SKPD", "OPD", "Kasubag"}

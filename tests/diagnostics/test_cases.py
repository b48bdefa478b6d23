"""Golden cases: files with faults, and exactly what a person is told about them.

Each `tests/cases/diagnostik/*.yml` holds `tujuan` (what the case is for), `berkas` (files below
`sop_data/`), and `temuan` (what `sop periksa` prints). Run pytest with PERBARUI=1 in the environment to
write the present output into the cases, and then read the difference.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from buku_sop.diagnostics import KODE, Location, Tingkat, diagnose, urutkan
from buku_sop.handbook import open_handbook
from buku_sop.views.dasar.diagnostik import tulis_teks
from tests.paths import CASES, SOP_DATA

KASUS = sorted((CASES / "diagnostik").glob("*.yml"))
HARI_INI = date(2026, 3, 1)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that a case reads like a screen."""


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _block)


@pytest.mark.parametrize("path", KASUS, ids=lambda p: p.stem)
def test_what_a_person_is_told(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = tmp_path / "sop_data"
    for name, text in case["berkas"].items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def line(place: Location) -> str:
        file = tmp_path / place.berkas
        lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else [""]
        return lines[place.baris - 1]

    told = tulis_teks(open_handbook(folder, HARI_INI).diagnostics, line)
    told = "\n".join(b.rstrip() for b in told.split("\n"))
    if os.environ.get("PERBARUI"):
        case["temuan"] = told
        path.write_text(
            yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000),
            encoding="utf-8",
        )
    assert case["tujuan"]
    assert told == case["temuan"]


def test_every_code_says_what_how_and_why() -> None:
    for kode, entri in KODE.items():
        assert kode == entri.kode
        assert all([entri.judul, entri.pesan, entri.petunjuk, entri.mengapa]), kode


def test_findings_are_sorted_by_place_and_each_stands_once() -> None:
    a = diagnose("SOP-B002", Location("a.yml", 2, 1))
    b = diagnose("SOP-B002", Location("a.yml", 10, 1))
    c = diagnose("SOP-B002", Location("b.yml", 1, 1))
    assert urutkan([c, b, a, b]) == (a, b, c)


def test_text_of_the_files_is_never_a_template() -> None:
    d = diagnose("SOP-S001", Location("a.yml"), kunci="{usul}{0}{kunci.__class__}", usul="-")
    assert "{usul}{0}{kunci.__class__}" in d.pesan


def test_silencing_needs_a_known_code_that_is_found(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (kantor / "a.yml").write_text(
        "nama: Contoh\npelaksana: {staf: Staf, lain: Lain}\n"
        "langkah:\n  - {kegiatan: Menulis, pelaksana: staf, ke: hilang}\n"
        "abaikan:\n  SOP-A008: Kolom ini menyusul.\n  SOP-A001: x\n  SOP-X999: x\n  SOP-K001: x\n  SOP-R001: x\n",
        encoding="utf-8",
    )
    found = {
        (d.kode, str(d.lokasi).rpartition("a.yml:")[2])
        for d in open_handbook(kantor.parent).diagnostics
    }
    assert not {k for k, _ in found} & {"SOP-A008"}
    assert ("SOP-P002", "10:3") not in found  # only a comparison can tell
    assert {
        ("SOP-A001", "4:46"),
        ("SOP-P003", "7:3"),
        ("SOP-P003", "8:3"),
        ("SOP-P002", "9:3"),
    } <= found


def test_the_handbook_itself_has_no_galat() -> None:
    hasil = open_handbook(SOP_DATA)
    assert [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT] == []
    assert {s.id for s in hasil.handbook.sop} == {
        "banggai/monitoring-renstra", "banggai/pengukuran-kinerja",
        "jeneponto/pengumpulan-data-kinerja", "selayar/pengukuran-kinerja",
        "sumedang/pengukuran-kinerja", "way-kanan/pengukuran-kinerja",
    }  # fmt: skip

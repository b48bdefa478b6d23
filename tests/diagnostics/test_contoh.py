"""Every code has an example of wrong and right, and the program says of each what the page of codes says."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.diagnostics import KODE, Diagnostic
from buku_sop.diagnostics.contoh import CONTOH
from buku_sop.diagnostics.contoh.susunan import TANDA
from tests.diagnostics.contoh import jalankan

RINGKAS = "SOP-M002"
"""Examples leave out the mutu baku of their steps, unless it is what they are about."""


def lain(temuan: list[Diagnostic], kode: str) -> list[str]:
    return [str(d) for d in temuan if d.kode not in {kode, RINGKAS}]


def test_every_code_has_an_example_and_no_other_has() -> None:
    tanpa = KODE.keys() - CONTOH.keys()
    assert not tanpa, "each needs an example in buku_sop/diagnostics/contoh/"
    assert CONTOH.keys() == KODE.keys()


@pytest.mark.parametrize("kode", CONTOH)
def test_the_wrong_side_shows_its_code_at_the_marked_line_and_nothing_else(
    kode: str, tmp_path: Path
) -> None:
    contoh = CONTOH[kode]
    temuan = jalankan(contoh.salah, tmp_path, contoh.semula)
    assert lain(temuan, kode) == []
    menurut_tempat = {(d.lokasi.berkas, d.lokasi.baris): d for d in temuan if d.kode == kode}
    ditandai = [
        (b.lokasi.rstrip("/"), max(b.tanda, 1)) for b in contoh.salah if b.tanda is not None
    ]
    assert sorted(menurut_tempat) == sorted(ditandai) != []
    satu = menurut_tempat[ditandai[0]]
    assert satu.tingkat is KODE[kode].tingkat
    assert satu.pesan == KODE[kode].pesan.format_map(contoh.isi)
    assert satu.petunjuk == KODE[kode].petunjuk.format_map(contoh.isi)


@pytest.mark.parametrize("kode", CONTOH)
def test_the_right_side_is_right(kode: str, tmp_path: Path) -> None:
    contoh = CONTOH[kode]
    temuan = jalankan(contoh.benar, tmp_path, contoh.semula)
    assert lain(temuan, kode) == []
    assert kode not in {d.kode for d in temuan}
    assert all(b.tanda is None for b in contoh.benar)


@pytest.mark.parametrize("kode", CONTOH)
def test_marks_are_no_part_of_the_files(kode: str) -> None:
    contoh = CONTOH[kode]
    for berkas in (*contoh.salah, *contoh.benar, *contoh.semula):
        assert TANDA.strip() not in berkas.isi.decode(berkas.pengodean)

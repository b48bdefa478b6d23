"""A handbook that stays open says the same as one that is opened anew, whatever became of its files meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from buku_sop.diagnostics.contoh import CONTOH
from buku_sop.handbook import Hasil, IngatanBerkas, open_handbook, reopen_handbook
from tests.diagnostics.contoh import HARI_INI, tulis
from tests.paths import SOP_DATA


def sama(lama: Hasil, baru: Hasil) -> None:
    """Compare, asking for the findings of single SOPs before all of them, as a page does."""
    assert baru.gagal == lama.gagal
    assert dict(baru.per_sop) == lama.per_sop
    assert tuple(baru.diagnostics) == lama.diagnostics
    assert (baru.handbook, baru.berkas, baru.dibaca) == (lama.handbook, lama.berkas, lama.dibaca)


@pytest.mark.parametrize("kode", CONTOH)
def test_each_finding_comes_and_goes_as_in_a_handbook_opened_anew(
    kode: str, tmp_path: Path, semua: bool
) -> None:
    if kode == "SOP-A026" and not semua:
        pytest.skip("its example is as large as a drawing may be, and drawn four times")
    contoh, ingat = CONTOH[kode], IngatanBerkas()
    data = tmp_path / "sop_data"
    for n, sisi in enumerate((contoh.benar, contoh.salah, contoh.benar, contoh.salah)):
        shutil.rmtree(data, ignore_errors=True)
        tulis(sisi, tmp_path / str(n)).rename(data)
        sama(open_handbook(data, HARI_INI), reopen_handbook(data, ingat, HARI_INI))


def test_an_unchanged_sop_is_the_same_value_with_what_was_worked_out_of_it(tmp_path: Path) -> None:
    data, ingat = tmp_path / "sop_data", IngatanBerkas()
    shutil.copytree(SOP_DATA, data)
    lama = reopen_handbook(data, ingat, HARI_INI).handbook
    diubah = next(s for s in lama.sop if not s.lampiran)
    file = data / f"{diubah.id}.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# lain\n", encoding="utf-8")
    baru = reopen_handbook(data, ingat, HARI_INI).handbook
    assert {s.id for s in baru.sop if s is not lama.cari_sop(s.id)} == {diubah.id}
    (data / diubah.instansi / "instansi.yml").write_text("nama: Kantor Lain\n", encoding="utf-8")
    sama(open_handbook(data, HARI_INI), reopen_handbook(data, ingat, HARI_INI))
    file.unlink()
    sama(open_handbook(data, HARI_INI), reopen_handbook(data, ingat, HARI_INI))
    assert data / f"{diubah.id}.yml" not in ingat.bacaan

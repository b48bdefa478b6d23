"""A handbook that stays open says the same as one that is opened anew, whatever became of its files meanwhile."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from buku_sop.adapters.kept import Kept
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
    data, simpanan = tmp_path / "sop_data", Kept(tmp_path, fresh=False)
    for n, sisi in enumerate((contoh.benar, contoh.salah, contoh.benar, contoh.salah)):
        shutil.rmtree(data, ignore_errors=True)
        tulis(sisi, tmp_path / str(n)).rename(data)
        anew = open_handbook(data, HARI_INI)
        sama(anew, reopen_handbook(data, ingat, HARI_INI))
        sama(anew, open_handbook(data, HARI_INI, simpanan=simpanan))
        sama(anew, open_handbook(data, HARI_INI, simpanan=simpanan))


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


def test_what_was_kept_of_another_day_or_place_is_not_what_is_found(tmp_path: Path) -> None:
    data, simpanan = tmp_path / "sop_data", Kept(tmp_path, fresh=False)
    shutil.copytree(SOP_DATA, data)
    for hari in (date(2024, 1, 1), date(2040, 1, 1), date(2024, 1, 1)):
        sama(open_handbook(data, hari), open_handbook(data, hari, simpanan=simpanan))
    berkas = next(p for p in sorted(data.glob("*/*.yml")) if p.stem != "instansi")
    berkas.rename(berkas.with_name("nama-lain.yml"))
    sama(open_handbook(data, HARI_INI), open_handbook(data, HARI_INI, simpanan=simpanan))

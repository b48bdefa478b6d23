from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from buku_sop.adapters.cli.group import sop
from buku_sop.loading.bentuk import DokumenBerkasBentuk, bangun_bentuk, bentuk_bawaan
from buku_sop.loading.text import read_text
from tests.panduan_bentuk import tulis_contoh


def jalankan(root: Path, *argumen: str) -> tuple[int, str]:
    hasil = CliRunner().invoke(sop, ["--folder", str(root), "bentuk", *argumen])
    return hasil.exit_code, hasil.output


def test_all_forms_that_may_be_chosen_are_listed(tmp_path: Path) -> None:
    tulis_contoh(tmp_path)
    _, teks = jalankan(tmp_path)
    assert [b.partition(":")[0] for b in teks.splitlines()] == [
        "sop-ap", "puskesmas", "spo-rumah-sakit", "pos", "instruksi-kerja",
    ]  # fmt: skip
    assert "(sop_data/dinas-rekaan/bentuk.yml)" in teks


def test_a_description_that_is_written_out_is_the_form_itself(tmp_path: Path) -> None:
    for id, bawaan in bentuk_bawaan().items():
        _, teks = jalankan(tmp_path, id)
        source, salah = read_text(teks, "bentuk.yml")
        assert source is not None
        assert salah == []
        dokumen = DokumenBerkasBentuk.model_validate(source.data)
        assert bangun_bentuk(dokumen) == {id: bawaan}


def test_a_form_that_does_not_come_along_is_told(tmp_path: Path) -> None:
    kode, teks = jalankan(tmp_path, "puskemas")
    assert kode == 2
    assert "puskesmas, spo-rumah-sakit, pos" in teks

"""Forms as people describe them: read, chosen, and told about at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.handbook import open_handbook
from buku_sop.loading.bentuk import BAWAAN, DokumenBerkasBentuk, bentuk_bawaan
from buku_sop.loading.periksa_bentuk import periksa_bentuk
from buku_sop.loading.rapikan import rapikan
from buku_sop.loading.text import read_text
from tests.panduan_bentuk import tulis_contoh

_KEPALA = "bentuk:\n  kami:\n    nama: Kami\n    bagian: [Tujuan]\n    kepala:\n      kolom: [1, 1]\n      baris:\n"


def temuan(teks: str, folder: Path) -> list[tuple[str, int, int]]:
    kantor = folder / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "bentuk.yml").write_text(teks, encoding="utf-8")
    hasil = open_handbook(folder / "sop_data").diagnostics
    return [(d.kode, d.lokasi.baris, d.lokasi.kolom) for d in hasil]


def test_the_forms_that_come_along_are_sound_and_tidy() -> None:
    teks = BAWAAN.read_text(encoding="utf-8")
    source, salah = read_text(teks, BAWAAN.name)
    assert source is not None
    assert salah == []
    assert list(periksa_bentuk(DokumenBerkasBentuk.model_validate(source.data), source)) == []
    assert rapikan(teks, DokumenBerkasBentuk) == teks
    assert set(bentuk_bawaan()) == {"puskesmas", "spo-rumah-sakit", "pos"}


def test_what_fits_stands_on_one_line_unless_a_comment_stands_in_it() -> None:
    awal = (
        "bentuk:\n  kami:\n    nama: Kami\n    kepala:\n      kolom:\n        - 1\n      baris:\n"
    )
    sel = "        - - isian: nama\n            tebal: ya{}\n"
    bagian = "    bagian:\n      - Tujuan\n"
    rapi = rapikan(awal + sel.format("") + bagian, DokumenBerkasBentuk)
    assert "      kolom: [1]\n" in rapi
    assert "{isian: nama, tebal: ya}\n" in rapi
    rapi = rapikan(awal + sel.format(" # penting") + bagian, DokumenBerkasBentuk)
    assert "tebal: ya # penting\n" in rapi


def test_the_examples_of_the_guide_are_sound_and_have_their_forms(tmp_path: Path) -> None:
    hasil = open_handbook(tulis_contoh(tmp_path))
    assert [str(d) for d in hasil.diagnostics if d.kode != "SOP-I011"] == []
    dipilih = {s.instansi: s.bentuk.id for s in hasil.handbook.sop if s.bentuk}
    assert dipilih == {
        "puskesmas-rekaan": "puskesmas",
        "rsud-rekaan": "spo-rumah-sakit",
        "smk-rekaan": "pos",
        "dinas-rekaan": "instruksi-kerja",
    }


def test_an_sop_may_choose_another_form_than_its_office(tmp_path: Path) -> None:
    data = tulis_contoh(tmp_path)
    berkas = data / "smk-rekaan" / "kehadiran-guru.yml"
    for nama, id in (("sop-ap", None), ("puskesmas", "puskesmas")):
        teks = (data / "smk-rekaan" / "kehadiran-guru.yml").read_text(encoding="utf-8")
        baris = [b for b in teks.split("\n") if not b.startswith("bentuk:")]
        berkas.write_text("\n".join([*baris, f"bentuk: {nama}", ""]), encoding="utf-8")
        sop = open_handbook(data).handbook.cari_sop("smk-rekaan/kehadiran-guru")
        assert sop is not None
        assert (sop.bentuk.id if sop.bentuk else None) == id


def test_a_form_of_all_offices_gives_way_to_one_of_the_office(tmp_path: Path) -> None:
    data = tulis_contoh(tmp_path)
    sendiri = (data / "dinas-rekaan" / "bentuk.yml").read_text(encoding="utf-8")
    (data / "bentuk.yml").write_text(sendiri.replace("Instruksi kerja", "Umum"), encoding="utf-8")
    (dinas,) = open_handbook(data).handbook.milik("dinas-rekaan")
    assert dinas.bentuk is not None
    assert dinas.bentuk.nama == "Instruksi kerja"
    (data / "dinas-rekaan" / "bentuk.yml").unlink()
    (dinas,) = open_handbook(data).handbook.milik("dinas-rekaan")
    assert dinas.bentuk is not None
    assert dinas.bentuk.nama == "Umum"


@pytest.mark.parametrize(
    ("baris", "tempat"),
    [
        ("        - [{isian: nama}]\n", (8, 11)),
        ("        - [{isian: nama, kolom: 3}]\n", (8, 11)),
        ("        - [a, {teks: b, baris: 2}]\n        - [c, d]\n", (9, 11)),
        ("        - [a, {teks: b, baris: 2}]\n", (8, 11)),
    ],
)
def test_a_head_whose_cells_make_no_table_is_told(
    baris: str, tempat: tuple[int, int], tmp_path: Path
) -> None:
    assert temuan(_KEPALA + baris, tmp_path) == [("SOP-S021", *tempat)]


def test_a_head_of_cells_over_several_rows_and_columns_fits(tmp_path: Path) -> None:
    assert temuan(_KEPALA + "        - [{teks: a, baris: 2}, b]\n        - [c]\n", tmp_path) == []


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        ("{isian: nomer}", "SOP-S004"),
        ("{pejabat: kepala}", "SOP-S004"),
        ("{logo: ketiga}", "SOP-S004"),
        ("{huruf: 90}", "SOP-S007"),
        ("{kolom: 0}", "SOP-S007"),
        ("{warna: merah}", "SOP-S001"),
    ],
)
def test_a_cell_that_cannot_be_is_told_at_its_place(sel: str, kode: str, tmp_path: Path) -> None:
    ((ditemukan, baris, _),) = temuan(f"{_KEPALA}        - [a, {sel}]\n", tmp_path)
    assert (ditemukan, baris) == (kode, 8)


def test_sections_may_hold_fields_and_titles_but_not_what_looks_like_a_field(
    tmp_path: Path,
) -> None:
    teks = _KEPALA + "        - [a, b]\n"
    for isian, kode in (
        ("dasar_hukum", []), ("Referensi", []), ("acuan", []),
        ("dasar_hukun", ["SOP-S022"]), ("unit_terkait", ["SOP-S022"]),
    ):  # fmt: skip
        satu = teks.replace("[Tujuan]", f"[{{judul: Acuan, dari: [{isian}]}}]")
        folder = tmp_path / isian
        assert [k for k, _, _ in temuan(satu, folder)] == kode

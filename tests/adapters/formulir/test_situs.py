"""The site offers the forms that an office names, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from buku_sop.adapters.forge import Forge
from buku_sop.adapters.formulir.downloads import PUBLISHED, print_forms
from buku_sop.adapters.lembar.downloads import print_downloads
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.handbook import open_handbook
from buku_sop.model import IsiBuku, JenisFormulir
from tests.adapters.formulir.conftest import BIASA, KOSONG, buku
from tests.builders import INSTANSI, LAIN
from tests.paths import ROOT

DIPILIH = (JenisFormulir.DAFTAR_TILIK, JenisFormulir.MONITORING)


@pytest.fixture
def root(buat_cetak: Callable[[], Path]) -> Path:
    folder = buat_cetak()
    (folder / "overrides/templat").symlink_to(ROOT / "overrides/templat")
    return folder


def test_pages_offer_the_forms_that_the_office_names(root: Path) -> None:
    hasil = buku(BIASA, KOSONG, instansi=replace(INSTANSI, formulir=DIPILIH))
    bahan = BahanSitus(
        hasil, root, Forge(), direktori=True, cetak_formulir=partial(print_forms, root, hasil)
    )
    isi = {h.kunci: h for h in Situs(bahan).halaman()}
    kantor = isi[f"sop/{INSTANSI.id}/index"].isi()
    assert f'href="monitoring-{INSTANSI.id}.pdf"' in kantor
    assert "daftar-tilik" not in kantor
    lembar = isi[f"sop/{BIASA.id}"].isi()
    assert f'href="daftar-tilik-{BIASA.id.replace("/", "-")}.pdf"' in lembar
    assert 'id="formulir"' not in isi[f"sop/{KOSONG.id}"].isi()  # a draft
    assert 'id="formulir"' not in isi[f"sop/{LAIN.id}/index"].isi()
    assert sorted(u.path for u in bahan.formulir.semua()) == [
        f"sop/{INSTANSI.id}/monitoring-{INSTANSI.id}.pdf",
        f"sop/{BIASA.id}/daftar-tilik-{BIASA.id.replace('/', '-')}.pdf",
    ]
    assert all(u.sumber.is_file() for u in bahan.formulir.semua())


def test_an_office_publishes_its_own_book_where_it_says_so(root: Path) -> None:
    for terbitkan in (True, False):
        hasil = buku(BIASA, instansi=replace(INSTANSI, buku=IsiBuku(terbitkan=terbitkan)))
        cetak = partial(print_downloads, root, hasil, "")
        bahan = BahanSitus(hasil, root, Forge(), direktori=True, cetak=cetak)
        (kantor,) = (h for h in Situs(bahan).halaman() if h.kunci == f"sop/{INSTANSI.id}/index")
        href = f"buku-sop-{INSTANSI.id}.pdf"
        assert (f'href="{href}"' in kantor.isi()) is terbitkan
        ada = [u for u in bahan.unduhan.semua() if u.path == f"sop/{INSTANSI.id}/{href}"]
        assert [u.sumber.is_file() for u in ada] == [True] * terbitkan


def test_forms_that_are_no_longer_named_go(root: Path) -> None:
    folder = root / PUBLISHED
    for dipilih, ada in ((DIPILIH, 2), (DIPILIH[:1], 1)):
        hasil = buku(BIASA, instansi=replace(INSTANSI, formulir=dipilih))
        print_forms(root, hasil, BahanSitus(hasil, root, Forge(), direktori=True).sejarah)
        assert len(list(folder.rglob("*.pdf"))) == ada


def test_the_names_are_forgiven_their_spelling(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "rekaan"
    kantor.mkdir(parents=True)
    isi = "nama: Kantor Rekaan\nformulir: [Daftar Tilik, daftar_baca, entah]\n"
    (kantor / "instansi.yml").write_text(isi, encoding="utf-8")
    hasil = open_handbook(tmp_path / "sop_data")
    (satu,) = [d for d in hasil.diagnostics if d.kode == "SOP-S004"]
    assert str(satu.lokasi) == "sop_data/rekaan/instansi.yml:2:39"
    assert "daftar-tilik" in satu.pesan + satu.petunjuk
    (kantor / "instansi.yml").write_text(isi.replace(", entah", ""), encoding="utf-8")
    (instansi,) = open_handbook(tmp_path / "sop_data").handbook.instansi
    assert instansi.formulir == (JenisFormulir.DAFTAR_TILIK, JenisFormulir.DAFTAR_BACA)

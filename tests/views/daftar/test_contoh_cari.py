"""Examples for the search come from what the handbook holds, and from nothing else."""

from __future__ import annotations

from buku_sop.analysis.dokumen.indeks import daftar_dokumen, daftar_peran
from buku_sop.handbook import open_handbook
from buku_sop.model import Handbook
from buku_sop.views.daftar.contoh_cari import TERPANJANG, contoh_cari
from tests.paths import SOP_DATA


def contoh(handbook: Handbook) -> tuple[str, ...]:
    return contoh_cari(handbook, daftar_peran(handbook), {"semua": daftar_dokumen(handbook)})


def test_an_sop_a_role_and_a_document_that_there_are() -> None:
    handbook = open_handbook(SOP_DATA).handbook
    nama, peran, dokumen = contoh(handbook)
    assert nama == "pengukuran kinerja"
    assert peran.removeprefix("tugas ") in {p.label.lower() for p in daftar_peran(handbook)}
    ada = {d.nama.lower() for d in daftar_dokumen(handbook)}
    assert dokumen.lower() in ada
    assert all(len(satu) <= TERPANJANG for satu in (nama, peran, dokumen))


def test_a_handbook_of_nothing_has_none() -> None:
    assert contoh(Handbook()) == ()

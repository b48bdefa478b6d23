"""What an office says of itself, worked out of what stands in its file."""

from __future__ import annotations

from buku_sop.model import Instansi
from buku_sop.model.bentuk import BentukLembar


def test_sheets_call_fields_as_the_office_does_and_else_as_its_form_does() -> None:
    bentuk = BentukLembar("b", "B", istilah={"kegiatan": "Aktivitas", "output": "Hasil"})
    kantor = Instansi("rekaan", "Kantor Rekaan", bentuk=bentuk, istilah={"kegiatan": "Uraian"})
    assert kantor.istilah_lembar == {"kegiatan": "Uraian", "output": "Hasil"}
    assert Instansi("rekaan", "Kantor Rekaan").istilah_lembar == {}

"""The documents of an SOP: in the order of its steps, each with who needs and who makes it."""

from __future__ import annotations

from buku_sop.analysis.dokumen.indeks import daftar_dokumen
from buku_sop.model import Sop
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.sop.dokumen import DokumenSop, dokumen_sop
from tests.builders import handbook, langkah, prosedur, sop


def test_documents_come_as_the_steps_come_upon_them_and_those_of_other_sops_stay_away() -> None:
    satu = sop(
        langkah(kelengkapan=("Surat masuk",), output=("Disposisi",)),
        langkah(kelengkapan=("Disposisi",), output=("Arsip", "Buku agenda")),
    )
    lain = sop(langkah(kelengkapan=("Arsip", "Peta")), id="kantor-contoh/lain")
    hasil = _daftar(satu, lain)
    assert [(d.nama, _nomor(d)) for d in hasil] == [
        ("Surat masuk", ("1", "")),
        ("Disposisi", ("2", "1")),
        ("Arsip", ("", "2")),
        ("Buku agenda", ("", "2")),
    ]
    assert hasil[2].href == "../../../dokumen/kantor-contoh/#arsip"
    assert hasil[2].dihasilkan[0].href == "#langkah-2"


def test_the_steps_of_several_procedures_are_told_apart() -> None:
    dua = prosedur(langkah(), langkah(output=("Laporan",)))
    satu = sop(tabel=(prosedur(langkah(output=("Laporan",))), dua))
    (laporan,) = [d for d in _daftar(satu) if d.nama == "Laporan"]
    assert [(x.nomor, x.href) for x in laporan.dihasilkan] == [
        ("1.1", "#langkah-1"),
        ("2.2", "#prosedur-2-langkah-2"),
    ]


def _daftar(satu: Sop, *lain: Sop) -> tuple[DokumenSop, ...]:
    semua = daftar_dokumen(handbook(satu, *lain))
    return dokumen_sop(satu, semua, Alamat(halaman_sop(satu.id)))


def _nomor(d: DokumenSop) -> tuple[str, str]:
    return ", ".join(x.nomor for x in d.diperlukan), ", ".join(x.nomor for x in d.dihasilkan)

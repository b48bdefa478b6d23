"""What makes another document of an SOP, and what is only recorded about it."""

from __future__ import annotations

import pytest

from buku_sop.adapters.lembar.revisi import revisi_isi

DASAR = b"nama: Tamu\nnomor: 1\n\nlangkah:\n  - kegiatan: Mencatat\n"
TTD = b"salinan_bertanda_tangan:\n  berkas: a.pdf\n  revisi: abc\n"
RIWAYAT = b"riwayat:\n- tanggal: 2026-01-01\n  jenis: monitoring\n# catatan\n\n  catatan: Baik\n"


@pytest.mark.parametrize(
    "isi",
    [
        DASAR + TTD,
        DASAR + b"\n" + TTD,
        DASAR + b"\n" + RIWAYAT + b"\n" + TTD,
        DASAR + b"\n" + TTD + b"\n" + RIWAYAT,
        DASAR + b"salinan_bertanda_tangan: a.pdf",
        (DASAR + b"\n" + RIWAYAT).replace(b"\n", b"\r\n"),
    ],
)
def test_a_record_makes_no_other_document(isi: bytes) -> None:
    assert revisi_isi(isi) == revisi_isi(DASAR)


@pytest.mark.parametrize(
    "isi",
    [
        DASAR.replace(b"Mencatat", b"Menulis"),
        DASAR + b"\n" + TTD + b"\nabaikan:\n  SOP-I001: Ada\n",
        DASAR + b"  - kegiatan: 'riwayat:'\n" + TTD,
        DASAR + b"\nlembar_kerja:\n  riwayat: x\n",
    ],
)
def test_a_change_of_the_document_does(isi: bytes) -> None:
    assert revisi_isi(isi) != revisi_isi(DASAR)

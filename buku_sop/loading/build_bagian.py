"""From the written form to the model: the parts of fields."""

from __future__ import annotations

from collections.abc import Iterable

from buku_sop.loading.document_bagian import DokumenKontak, DokumenRiwayat
from buku_sop.model import Jawaban, Kontak, Riwayat


def bangun_riwayat(semua: Iterable[DokumenRiwayat]) -> tuple[Riwayat, ...]:
    """Make the entries of the record."""
    return tuple(
        Riwayat(
            r.tanggal,
            r.jenis,
            r.catatan,
            r.penilaian,
            Jawaban(**r.jawaban.model_dump()),
            r.tindakan,
            r.rekomendasi,
            r.penilai,
            tuple(r.kepada),
        )
        for r in semua
    )


def bangun_kontak(dokumen: DokumenKontak) -> Kontak:
    """Make the contact of an office."""
    return Kontak(**dokumen.model_dump())

"""From the written form to the model: the parts of fields."""

from __future__ import annotations

from collections.abc import Iterable

from buku_sop.loading.document_bagian import (
    DokumenKontak,
    DokumenLampiran,
    DokumenPilihanLembar,
    DokumenRiwayat,
    DokumenSalinan,
)
from buku_sop.model import Jawaban, Kontak, Lampiran, PilihanLembar, Riwayat, SalinanBertandaTangan


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


def bangun_lampiran(semua: Iterable[DokumenLampiran]) -> tuple[Lampiran, ...]:
    """Make the annexes."""
    return tuple(Lampiran(x.berkas, x.judul, x.keterangan) for x in semua)


def bangun_salinan(dokumen: DokumenSalinan | None) -> SalinanBertandaTangan | None:
    """Make the signed copy."""
    if dokumen is None:
        return None
    return SalinanBertandaTangan(dokumen.berkas, dokumen.tanggal, dokumen.revisi, dokumen.terbitkan)


def bangun_pilihan_lembar(dokumen: DokumenPilihanLembar) -> PilihanLembar:
    """Make what is chosen for the printed sheet."""
    return PilihanLembar(**dokumen.model_dump())

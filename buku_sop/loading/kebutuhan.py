"""Which SOPs an office needs: `sop_data/<instansi>/kebutuhan.yml`.

```yaml
dasar: Peraturan Bupati Rekaan Nomor 1 Tahun 2020
tugas:
  - nama: Melaksanakan urusan kearsipan
    fungsi:
      - nama: Pengelolaan arsip dinamis
        uraian_tugas:
          - nama: Menata arsip aktif
            kegiatan:
              - nama: Menyusun daftar arsip aktif
                output: Daftar arsip aktif
                aspek: penyusunan
                judul_sop: Penyusunan Daftar Arsip Aktif
```
"""

from __future__ import annotations

from pydantic import Field

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import DaftarTeks, Teks, TeksWajib
from buku_sop.model import Fungsi, Kebutuhan, KegiatanDibutuhkan, Tugas, UraianTugas
from buku_sop.model.bidang_kebutuhan import (
    BIDANG_FUNGSI,
    BIDANG_KEBUTUHAN,
    BIDANG_KEGIATAN,
    BIDANG_TUGAS,
    BIDANG_URAIAN_TUGAS,
)


class DokumenKegiatan(Bentuk):
    """Satu kegiatan dan SOP yang diperlukannya."""

    bidang = BIDANG_KEGIATAN

    nama: TeksWajib
    output: DaftarTeks = Field(default_factory=list)
    aspek: DaftarTeks = Field(default_factory=list)
    judul_sop: Teks = ""


class DokumenUraianTugas(Bentuk):
    """Satu uraian tugas."""

    bidang = BIDANG_URAIAN_TUGAS

    nama: TeksWajib
    kegiatan: list[DokumenKegiatan] = Field(default_factory=list)


class DokumenFungsi(Bentuk):
    """Satu fungsi."""

    bidang = BIDANG_FUNGSI

    nama: TeksWajib
    uraian_tugas: list[DokumenUraianTugas] = Field(default_factory=list)


class DokumenTugas(Bentuk):
    """Satu tugas."""

    bidang = BIDANG_TUGAS

    nama: TeksWajib
    fungsi: list[DokumenFungsi] = Field(default_factory=list)


class DokumenKebutuhan(Bentuk):
    """Kebutuhan SOP instansi menurut tugas dan fungsinya."""

    bidang = BIDANG_KEBUTUHAN

    dasar: Teks = ""
    tugas: list[DokumenTugas] = Field(default_factory=list)


def bangun_kebutuhan(dokumen: DokumenKebutuhan) -> Kebutuhan:
    """Make the needs of an office."""
    return Kebutuhan(
        tuple(Tugas(t.nama, tuple(map(_fungsi, t.fungsi))) for t in dokumen.tugas), dokumen.dasar
    )


def _fungsi(dokumen: DokumenFungsi) -> Fungsi:
    return Fungsi(
        dokumen.nama,
        tuple(UraianTugas(u.nama, tuple(map(_kegiatan, u.kegiatan))) for u in dokumen.uraian_tugas),
    )


def _kegiatan(dokumen: DokumenKegiatan) -> KegiatanDibutuhkan:
    return KegiatanDibutuhkan(
        dokumen.nama, tuple(dokumen.output), tuple(dokumen.aspek), dokumen.judul_sop
    )

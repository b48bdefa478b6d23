"""What is recorded about regulations: `sop_data/peraturan.yml`, for all offices.

```yaml
peraturan:
  - nama: Peraturan Contoh Nomor 1 Tahun 2020
    status: dicabut
    oleh: Peraturan Contoh Nomor 2 Tahun 2025
    sejak: 2025-03-01
    sumber: https://peraturan.contoh.go.id/2
```
"""

from __future__ import annotations

from pydantic import Field

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import DaftarTeks, Tanggal, Teks, TeksWajib
from buku_sop.model import PeraturanTercatat, StatusPeraturan


class DokumenSatuPeraturan(Bentuk):
    """Satu peraturan dan keadaannya sekarang."""

    nama: TeksWajib = Field(description="Jenis, nomor, dan tahunnya, dengan ejaan apa pun.")
    status: StatusPeraturan = Field(description="berlaku, diubah, atau dicabut.")
    oleh: DaftarTeks = Field(
        default_factory=list, description="Peraturan yang mengubah atau mencabutnya."
    )
    sejak: Tanggal | None = Field(None, description="Sejak kapan: tahun-bulan-hari.")
    sumber: Teks = Field("", description="Alamat atau lembaran tempat hal itu dapat dibaca.")


class DokumenPeraturan(Bentuk):
    """Keadaan peraturan yang menjadi dasar hukum SOP."""

    peraturan: list[DokumenSatuPeraturan] = Field(
        default_factory=list, description="Daftar peraturan."
    )


def bangun_peraturan(dokumen: DokumenPeraturan) -> tuple[PeraturanTercatat, ...]:
    """Make the records, in the order of the file."""
    return tuple(
        PeraturanTercatat(p.nama, p.status, tuple(p.oleh), p.sejak, p.sumber)
        for p in dokumen.peraturan
    )

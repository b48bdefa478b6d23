"""The written form of what every file has: a mapping, and the parts of fields that have forms of their own."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from buku_sop.loading.fields import (
    DaftarTeks,
    PilihanArah,
    PilihanKertas,
    PilihanPenilaian,
    PilihanSusunan,
    PilihanTandaTangan,
    Tanggal,
    Teks,
    TeksBaris,
    TeksWajib,
    Tepi,
    TepiBawah,
    YaTidak,
)
from buku_sop.model.bidang import Register
from buku_sop.model.bidang_bagian import (
    BIDANG_JAWABAN,
    BIDANG_KONTAK,
    BIDANG_LAMPIRAN,
    BIDANG_PELAKSANA,
    BIDANG_PILIHAN_LEMBAR,
    BIDANG_RIWAYAT,
    BIDANG_SALINAN,
)


class Bentuk(BaseModel):
    """A mapping of the file. Unknown keys are errors; a key without a value counts as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    bidang: ClassVar[Register] = {}
    """What is known of its fields; a form without register describes them itself."""
    sebaris: ClassVar[bool] = False
    """Whether a tidy file has it, and lists of words in it, on one line where they fit."""
    teks_kosong: ClassVar[frozenset[str]] = frozenset()
    """Fields in which `""` says something else than nothing at all."""

    @classmethod
    def urutan(cls) -> tuple[str, ...]:
        """Return the keys in the order in which a tidy file has them."""
        return tuple(cls.bidang or cls.model_fields)

    @model_validator(mode="before")
    @classmethod
    def _tanpa_kosong(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {
            k: v
            for k, v in data.items()
            if (v is not None and (v.__class__ is not str or v.strip())) or not cls._kosong(k, v)
        }

    @classmethod
    def _kosong(cls, kunci: str, nilai: Any) -> bool:
        """Whether a known key says nothing; `""` does so too, unless the field is required."""
        field = cls.model_fields.get(kunci)
        if field is None or nilai is None:
            return field is not None
        tanpa_huruf = isinstance(nilai, str) and not nilai.strip()
        return tanpa_huruf and not field.is_required() and kunci not in cls.teks_kosong


class DokumenJawaban(Bentuk):
    """Jawaban sebuah evaluasi."""

    bidang = BIDANG_JAWABAN

    mendorong_kinerja: YaTidak | None = None
    mudah_dipahami: YaTidak | None = None
    mudah_dilaksanakan: YaTidak | None = None
    peran_dijalankan: YaTidak | None = None
    mengatasi_masalah: YaTidak | None = None
    menjawab_kebutuhan: YaTidak | None = None
    sinergi: YaTidak | None = None


class DokumenRiwayat(Bentuk):
    """Satu peristiwa dalam riwayat dokumen."""

    bidang = BIDANG_RIWAYAT

    tanggal: Tanggal
    jenis: Literal["pembuatan", "revisi", "monitoring", "evaluasi", "sosialisasi"]
    penilaian: PilihanPenilaian | None = None
    jawaban: DokumenJawaban = DokumenJawaban()
    catatan: TeksBaris = ""
    tindakan: TeksBaris = ""
    rekomendasi: TeksBaris = ""
    penilai: Teks = ""
    kepada: DaftarTeks = Field(default_factory=list)


class DokumenPelaksana(Bentuk):
    """Satu kolom pelaksana; sebutannya saja bila tanpa kelompok."""

    bidang = BIDANG_PELAKSANA

    nama: Teks
    kelompok: Teks = ""


class DokumenKontak(Bentuk):
    """Ke mana usul dan pertanyaan dikirim."""

    bidang = BIDANG_KONTAK

    unit: Teks = ""
    ruang: Teks = ""
    email: Teks = ""
    telepon: Teks = ""
    whatsapp: Teks = ""


class DokumenLampiran(Bentuk):
    """Satu lampiran."""

    bidang = BIDANG_LAMPIRAN

    berkas: TeksWajib
    judul: Teks = ""
    keterangan: TeksBaris = ""


class DokumenSalinan(Bentuk):
    """Salinan SOP yang ditandatangani."""

    bidang = BIDANG_SALINAN

    berkas: TeksWajib
    tanggal: Tanggal | None = None
    revisi: Teks = ""
    terbitkan: YaTidak = False


def _berkas(value: Any) -> Any:
    """Accept the name of a file for a form that holds nothing else."""
    return {"berkas": value} if isinstance(value, str) else value


def _lampiran(value: Any) -> Any:
    """Accept one annex for a list of one."""
    semua = value if isinstance(value, list) else [value]
    return [_berkas(v) for v in semua if v is not None]


DaftarLampiran = Annotated[
    list[DokumenLampiran],
    BeforeValidator(
        _lampiran,
        json_schema_input_type=Teks | DokumenLampiran | list[Teks | DokumenLampiran | None] | None,
    ),
]
Salinan = Annotated[
    DokumenSalinan, BeforeValidator(_berkas, json_schema_input_type=Teks | DokumenSalinan)
]


class DokumenPilihanLembar(Bentuk):
    """Pilihan lembar cetak."""

    bidang = BIDANG_PILIHAN_LEMBAR

    kertas: PilihanKertas | None = None
    arah: PilihanArah | None = None
    tepi_kiri: Tepi | None = None
    tepi_kanan: Tepi | None = None
    tepi_atas: Tepi | None = None
    tepi_bawah: TepiBawah | None = None
    tanda_tangan: PilihanTandaTangan | None = None
    susunan_tanda_tangan: PilihanSusunan | None = None
    kolom_kosong: YaTidak | None = None
    lembar_kerja: YaTidak | None = None
    legenda: YaTidak | None = None
    jumlah_waktu: YaTidak | None = None
    nomor_kolom: YaTidak | None = None
    distribusi: YaTidak | None = None

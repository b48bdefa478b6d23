"""The written form of the YAML files: what a person may write, with every short form.

pydantic validates it, reports all errors at once, and exports the JSON Schema that editors complete from.
`buku_sop.loading.build` turns it into the model. Field descriptions are Indonesian because editors show them.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from buku_sop.diagnostics import KODE, Tingkat
from buku_sop.loading.fields import (
    Berbaris,
    DaftarBaris,
    DaftarTeks,
    HariPerMinggu,
    Id,
    IdLangkah,
    JamPerHari,
    KamusSingkatan,
    PerluKonfirmasi,
    Tanggal,
    Teks,
    TeksBaris,
    TeksBarisWajib,
    TeksWajib,
    YaTidak,
)
from buku_sop.model import Satuan, Simbol, Status


class Bentuk(BaseModel):
    """A mapping of the file. Unknown keys are errors; a key without a value counts as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    warisan_sebelum: ClassVar[str] = ""
    """The key of its own before which a form writes those that it inherits; at the end where empty."""

    @classmethod
    def urutan(cls) -> tuple[str, ...]:
        """Return the keys in the order in which a tidy file has them."""
        sendiri = [k for k in cls.model_fields if k in cls.__annotations__]
        warisan = [k for k in cls.model_fields if k not in cls.__annotations__]
        tempat = sendiri.index(cls.warisan_sebelum) if cls.warisan_sebelum else len(sendiri)
        return (*sendiri[:tempat], *warisan, *sendiri[tempat:])

    @model_validator(mode="before")
    @classmethod
    def _tanpa_kosong(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}


class DokumenCabang(Bentuk):
    """Satu jalan keluar dari keputusan."""

    label: Teks = Field(description="Tulisan pada cabang, misalnya Lengkap atau Tidak lengkap.")
    ke: Teks = Field(description="lanjut, selesai, atau id langkah yang dituju.")


class DokumenGiliran(Bentuk):
    """Satu giliran dalam langkah: seorang pelaksana, atau beberapa bersama-sama."""

    pelaksana: Teks | None = Field(None, description="Id salah satu pelaksana.")
    bersama: DaftarTeks = Field(
        default_factory=list, description="Id para pelaksana yang mengerjakannya bersama."
    )
    simbol: Simbol | None = Field(None, description="Hanya bila bukan yang mengikuti dari alurnya.")
    teks: Teks = Field("", description="Tulisan di dalam simbol, misalnya Mulai.")
    cabang: list[DokumenCabang] = Field(
        default_factory=list, description="Menjadikan giliran ini keputusan."
    )


def _giliran(value: Any) -> Any:
    """Turn every way to write `pelaksana` into a list of turns."""
    if not isinstance(value, list):
        value = [value]
    return [{"pelaksana": v} if isinstance(v, str) else v for v in value if v is not None]


class DokumenLangkah(Bentuk):
    """Satu langkah: satu baris tabel."""

    id: IdLangkah = Field("", description="Hanya bila ada cabang yang menuju ke sini.")
    kegiatan: TeksBarisWajib = Field(description="Apa yang dikerjakan; diawali kata kerja.")
    ringkas: Teks = Field("", description="Tulisan yang lebih pendek untuk diagram.")
    pelaksana: Annotated[
        list[DokumenGiliran],
        BeforeValidator(
            _giliran,
            json_schema_input_type=Teks
            | DokumenGiliran
            | list[Teks | DokumenGiliran | None]
            | None,
        ),
    ] = Field(
        default_factory=list,
        description="Id pelaksana; daftar bila berurutan; {bersama: [...]} bila bersama.",
    )
    simbol: Simbol | None = Field(None, description="Hanya bila bukan yang mengikuti dari alurnya.")
    opsional: YaTidak = Field(False, description="ya bila hanya dikerjakan apabila diperlukan.")
    kelengkapan: DaftarBaris = Field(
        default_factory=list, description="Yang diperlukan untuk mengerjakannya."
    )
    waktu: TeksBaris = Field(
        "", description="Waktu baku, misalnya 15 menit, 1-2 jam, 3 hari kerja."
    )
    output: DaftarBaris = Field(default_factory=list, description="Yang dihasilkan.")
    cabang: list[DokumenCabang] = Field(
        default_factory=list, description="Menjadikan langkah ini keputusan."
    )
    ke: DaftarTeks = Field(
        default_factory=list, description="Tujuan tanpa syarat, bila bukan langkah berikutnya."
    )
    keterangan: DaftarBaris = Field(
        default_factory=list, description="Keterangan; nama SOP di sini menjadi tautan."
    )
    perlu_konfirmasi: PerluKonfirmasi = Field(
        default_factory=dict, description="Isian yang belum pasti: alasannya."
    )


class DokumenProsedur(Bentuk):
    """Satu tabel langkah."""

    judul: Teks = Field("", description="Judul di atas tabel.")
    satuan_waktu: Satuan | None = Field(None, description="Satuan di kepala kolom Waktu.")
    pelaksana: dict[Id, Teks] = Field(
        default_factory=dict, description="Kolom pelaksana, berurutan: id: sebutan."
    )
    langkah: list[DokumenLangkah] = Field(
        default_factory=list, description="Langkah-langkah, berurutan."
    )


class DokumenPejabat(Bentuk):
    """Pejabat yang mengesahkan."""

    jabatan: Teks = Field("", description="Jabatan, seperti dalam dokumen.")
    nama: Teks = Field("", description="Nama pejabat dengan gelarnya.")
    nip: Teks = Field("", description="Hanya dicetak di lembar resmi.")


class DokumenTandaTangan(DokumenPejabat):
    """Blok tanda tangan di akhir tabel."""

    tempat: Teks = Field("", description="Tempat penandatanganan.")
    tanggal: Teks = Field("", description="Tanggal penandatanganan, seperti tertulis.")


class DokumenPenanggungJawab(Bentuk):
    """Penanggung jawab dalam lembar kerja."""

    produk: Teks = Field("", description="Penanggung jawab produk.")
    kegiatan: Teks = Field("", description="Penanggung jawab kegiatan.")


class DokumenTigaTahap(Bentuk):
    """Langkah awal, utama, dan akhir."""

    langkah_awal: DaftarBaris = Field(default_factory=list, description="Langkah awal.")
    langkah_utama: DaftarBaris = Field(
        default_factory=list, description="Langkah utama, berurutan."
    )
    langkah_akhir: DaftarBaris = Field(default_factory=list, description="Langkah akhir.")


class DokumenLembarKerja(DokumenTigaTahap):
    """Lembar Kerja Identifikasi Kegiatan."""

    warisan_sebelum = "identifikasi_langkah"

    judul_sop: Teks = Field("", description="Judul SOP.")
    jenis_kegiatan: Teks = Field("", description="Jenis kegiatan, misalnya Rutin.")
    penanggung_jawab: DokumenPenanggungJawab = Field(
        DokumenPenanggungJawab(), description="Penanggung jawab produk dan kegiatan."
    )
    ruang_lingkup: TeksBaris = Field("", description="Ruang lingkup (scope).")
    judul_kegiatan: Teks = Field("", description="Bagian B: nama kegiatan yang diidentifikasi.")
    identifikasi_langkah: DokumenTigaTahap = Field(
        DokumenTigaTahap(), description="Bagian C: langkah-langkah kegiatan itu."
    )
    perlu_konfirmasi: PerluKonfirmasi = Field(
        default_factory=dict, description="Isian yang belum pasti: alasannya."
    )


class DokumenRiwayat(Bentuk):
    """Satu peristiwa dalam riwayat dokumen."""

    tanggal: Tanggal = Field(description="Tahun-bulan-hari.")
    jenis: Literal["pembuatan", "revisi", "monitoring", "evaluasi"] = Field(
        description="pembuatan, revisi, monitoring, atau evaluasi."
    )
    catatan: TeksBaris = Field("", description="Hasilnya, atau apa yang berubah.")


_KODE_YANG_DAPAT_DIABAIKAN: dict[str, JsonValue] = {
    kode: {"description": f"{entri.judul}. {entri.mengapa}"}
    for kode, entri in KODE.items()
    if entri.tingkat is not Tingkat.GALAT
}
"""What editors offer below `abaikan`."""


class DokumenSop(DokumenProsedur):
    """Satu SOP. Tabelnya ditulis langsung, atau di bawah `prosedur` bila lebih dari satu."""

    warisan_sebelum = "prosedur"

    nama: TeksWajib = Field(description="Nama SOP seperti dalam identitasnya.")
    nama_lain: DaftarTeks = Field(default_factory=list, description="Sebutan lain SOP ini.")
    nomor: Teks = Field("", description="Nomor SOP.")
    status: Status = Field(Status.DRAF, description="draf, berlaku, digantikan, atau dicabut.")
    digantikan_oleh: Teks = Field("", description="Nama atau id SOP penggantinya.")
    kop: DaftarTeks = Field(
        default_factory=list, description="Baris kop, bila berbeda dari instansi.yml."
    )
    istilah: dict[str, Teks] = Field(
        default_factory=dict, description="Sebutan kolom, bila berbeda."
    )
    tanggal_pembuatan: Tanggal | None = Field(None, description="Tahun-bulan-hari.")
    tanggal_revisi: Tanggal | None = Field(None, description="Tahun-bulan-hari.")
    tanggal_efektif: Tanggal | None = Field(None, description="Tahun-bulan-hari.")
    tanggal_pengesahan: Tanggal | None = Field(None, description="Tahun-bulan-hari.")
    disahkan_oleh: DokumenPejabat | None = Field(None, description="Pejabat yang mengesahkan.")
    tanda_tangan: DokumenTandaTangan | None = Field(None, description="Blok tanda tangan di akhir.")
    dasar_hukum: DaftarBaris = Field(default_factory=list, description="Peraturan yang mendasari.")
    kualifikasi_pelaksana: DaftarBaris = Field(
        default_factory=list, description="Kemampuan yang diperlukan."
    )
    keterkaitan: DaftarBaris = Field(
        default_factory=list, description="SOP lain: nama, atau instansi/nama-berkas."
    )
    peralatan: DaftarBaris = Field(default_factory=list, description="Peralatan dan perlengkapan.")
    peringatan: DaftarBaris = Field(
        default_factory=list, description="Akibat bila SOP tidak dijalankan."
    )
    pencatatan: DaftarBaris = Field(default_factory=list, description="Pencatatan dan pendataan.")
    prosedur: list[DokumenProsedur] = Field(
        default_factory=list, description="Beberapa tabel dalam satu SOP."
    )
    lembar_kerja: DokumenLembarKerja | None = Field(None, description="Lembar Kerja Identifikasi.")
    riwayat: list[DokumenRiwayat] = Field(
        default_factory=list, description="Monitoring, evaluasi, dan revisi."
    )
    perlu_konfirmasi: PerluKonfirmasi = Field(
        default_factory=dict, description="Isian yang belum pasti: alasannya."
    )
    abaikan: dict[str, Teks] = Field(
        default_factory=dict,
        description="Kode temuan yang tidak berlaku: alasannya.",
        json_schema_extra={"properties": {**_KODE_YANG_DAPAT_DIABAIKAN}},
    )


class DokumenJamKerja(Bentuk):
    """Jam kerja instansi."""

    jam_per_hari: JamPerHari | None = Field(None, description="Jam kerja sehari; baku 7,5.")
    hari_per_minggu: HariPerMinggu | None = Field(None, description="Hari kerja seminggu; baku 5.")


class DokumenInstansi(Bentuk):
    """Instansi pemilik SOP di folder ini."""

    nama: TeksWajib = Field(description="Nama lengkap instansi.")
    nama_pendek: Teks = Field("", description="Nama pendek untuk daftar.")
    pemerintah: Teks = Field("", description="Pemerintah yang menaunginya.")
    kop: DaftarTeks = Field(default_factory=list, description="Baris kop surat.")
    alamat: Teks = Field("", description="Alamat kantor.")
    logo: Teks = Field("", description="Nama berkas logo di folder ini (svg, png, jpg).")
    jam_kerja: DokumenJamKerja = Field(DokumenJamKerja(), description="Jam kerja instansi.")
    istilah: dict[str, Teks] = Field(
        default_factory=dict, description="Sebutan yang berbeda: isian: sebutan."
    )
    singkatan: KamusSingkatan = Field(
        default_factory=dict, description="Singkatan instansi ini: kepanjangannya."
    )
    tampilkan_nip: YaTidak = Field(False, description="ya bila NIP boleh tampil di situs.")


def berbaris_di(form: type[Bentuk] | None, kunci: str) -> bool:
    """Whether the line breaks of a key's text are content."""
    if form is None or kunci not in form.model_fields:
        return False
    return any(isinstance(m, Berbaris) for m in form.model_fields[kunci].metadata)


def form_di(form: type[Bentuk] | None, kunci: str) -> type[Bentuk] | None:
    """Return the form of the values below a key of a form; None where they have none."""
    if form is None or kunci not in form.model_fields:
        return None
    return _form_dalam(form.model_fields[kunci].annotation)


def _form_dalam(annotation: object) -> type[Bentuk] | None:
    if isinstance(annotation, type) and issubclass(annotation, Bentuk):
        return annotation
    return next((found for a in get_args(annotation) if (found := _form_dalam(a))), None)

"""The written form of the YAML files: what a person may write, with every short form.

pydantic validates it, reports all errors at once, and exports the JSON Schema that editors complete from.
`buku_sop.loading.build` turns it into the model. Field descriptions are Indonesian because editors show them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator, Field, JsonValue

from buku_sop.diagnostics import KODE, Tingkat
from buku_sop.loading.buku import DokumenBuku
from buku_sop.loading.document_bagian import (
    Bentuk,
    DaftarLampiran,
    DokumenKontak,
    DokumenPelaksana,
    DokumenPilihanLembar,
    DokumenRiwayat,
    Salinan,
)
from buku_sop.loading.fields import (
    Berbaris,
    DaftarBaris,
    DaftarFormulir,
    DaftarTeks,
    DaftarTujuan,
    HariPerMinggu,
    Id,
    IdLangkah,
    JamPerHari,
    KamusSingkatan,
    PerluKonfirmasi,
    TanggalIdentitas,
    Teks,
    TeksBaris,
    TeksBarisWajib,
    TeksWajib,
    YaTidak,
)
from buku_sop.model import LetakBagian, Satuan, Simbol, Status
from buku_sop.model.bidang import (
    BIDANG_BAGIAN,
    BIDANG_LANGKAH,
    BIDANG_LEMBAR_KERJA,
    BIDANG_PEJABAT,
    BIDANG_PROSEDUR,
    BIDANG_SOP,
    BIDANG_TAHAP,
    BIDANG_TANDA_TANGAN,
    DAPAT_DIISTILAHKAN,
    LABEL,
)
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI, BIDANG_JAM_KERJA

SatuanKolom = Literal[
    Satuan.MENIT,
    Satuan.JAM,
    Satuan.HARI,
    Satuan.HARI_KERJA,
    Satuan.HARI_KALENDER,
    Satuan.MINGGU,
    Satuan.BULAN,
    Satuan.TRIWULAN,
    Satuan.SEMESTER,
    Satuan.TAHUN,
]
"""The units that a column of times may be headed by."""


class DokumenCabang(Bentuk):
    """Satu jalan keluar dari keputusan."""

    label: Teks = Field(
        "",
        description="Tulisan pada cabang, misalnya Lengkap atau Tidak lengkap; kosong bila dokumennya memang tanpa tulisan.",
    )
    ke: DaftarTujuan = Field(
        description="lanjut (langkah berikutnya), berikut (pelaksana berikutnya di baris ini), "
        "selesai, atau id yang dituju; daftar bila menuju beberapa sekaligus."
    )


class _Lambang(Bentuk):
    """Apa yang dapat dimiliki satu lambang."""

    @classmethod
    def urutan(cls) -> tuple[str, ...]:
        """Return the keys: first who acts, then what the symbol has."""
        milik = [k for k in cls.model_fields if k not in _Lambang.model_fields]
        return (*milik, *_Lambang.model_fields)

    simbol: Simbol | None = Field(None, description="Hanya bila bukan yang mengikuti dari alurnya.")
    teks: Teks = Field("", description="Tulisan pada simbol, misalnya Mulai atau Sesuai?")
    cabang: list[DokumenCabang] = Field(
        default_factory=list, description="Menjadikannya keputusan."
    )
    ke: DaftarTeks = Field(
        default_factory=list,
        description="Tujuan tanpa syarat dari lambang ini; daftar bila beberapa sekaligus.",
    )


class DokumenAnggota(_Lambang):
    """Seorang dari beberapa pelaksana yang bekerja bersama."""

    id: IdLangkah = Field("", description="Hanya bila ada cabang yang menuju lambang ini.")
    pelaksana: TeksWajib = Field(description="Id salah satu pelaksana.")


def _pelaku(value: Any) -> Any:
    """Turn every way to name performers into a list of mappings."""
    if not isinstance(value, list):
        value = [value]
    return [{"pelaksana": v} if isinstance(v, str) else v for v in value if v is not None]


class DokumenGiliran(_Lambang):
    """Satu giliran dalam langkah: seorang pelaksana, atau beberapa bersama-sama."""

    id: IdLangkah = Field("", description="Hanya bila ada cabang yang menuju giliran ini.")
    pelaksana: Teks | None = Field(None, description="Id salah satu pelaksana.")
    bersama: Annotated[
        list[DokumenAnggota],
        BeforeValidator(
            _pelaku,
            json_schema_input_type=Teks
            | DokumenAnggota
            | list[Teks | DokumenAnggota | None]
            | None,
        ),
    ] = Field(
        default_factory=list,
        description="Para pelaksana yang mengerjakannya bersama: id, atau {pelaksana, simbol, …}.",
    )


class DokumenLangkah(Bentuk):
    """Satu langkah: satu baris tabel."""

    bidang = BIDANG_LANGKAH
    teks_kosong = frozenset({"nomor"})

    id: IdLangkah = ""
    nomor: Teks | None = None
    kegiatan: TeksBarisWajib
    ringkas: Teks = ""
    pelaksana: Annotated[
        list[DokumenGiliran],
        BeforeValidator(
            _pelaku,
            json_schema_input_type=Teks
            | DokumenGiliran
            | list[Teks | DokumenGiliran | None]
            | None,
        ),
    ] = Field(default_factory=list)
    simbol: Simbol | None = None
    opsional: YaTidak = False
    kelengkapan: DaftarBaris = Field(default_factory=list)
    waktu: TeksBaris = ""
    output: DaftarBaris = Field(default_factory=list)
    cabang: list[DokumenCabang] = Field(default_factory=list)
    ke: DaftarTeks = Field(default_factory=list)
    keterangan: DaftarBaris = Field(default_factory=list)
    perlu_konfirmasi: PerluKonfirmasi = Field(default_factory=dict)


def _langkah(value: Any) -> Any:
    """Accept the words of a step for the step, as health and school SOPs write it."""
    return {"kegiatan": value} if isinstance(value, str) else value


def _kolom(value: Any) -> Any:
    """Accept the name of a lane for the lane."""
    return {"nama": value} if isinstance(value, str) else value


class DokumenProsedur(Bentuk):
    """Satu tabel langkah."""

    bidang = BIDANG_PROSEDUR

    judul: Teks = ""
    satuan_waktu: SatuanKolom | None = None
    pelaksana: dict[
        Id,
        Annotated[
            DokumenPelaksana,
            BeforeValidator(_kolom, json_schema_input_type=Teks | DokumenPelaksana),
        ],
    ] = Field(default_factory=dict)
    langkah: Annotated[
        list[
            Annotated[
                DokumenLangkah,
                BeforeValidator(_langkah, json_schema_input_type=Teks | DokumenLangkah),
            ]
        ],
        Berbaris(),
    ] = Field(default_factory=list)
    catatan: DaftarBaris = Field(default_factory=list)


class DokumenBagian(Bentuk):
    """Bagian berjudul bebas, misalnya Pengertian atau Tujuan."""

    bidang = BIDANG_BAGIAN

    judul: TeksWajib
    isi: DaftarBaris = Field(default_factory=list)
    letak: LetakBagian = LetakBagian.SEBELUM


def _bagian(value: Any) -> Any:
    """Accept {title: text} for a list of sections before the table."""
    if isinstance(value, dict):
        return [{"judul": judul, "isi": isi} for judul, isi in value.items()]
    return value


class DokumenPejabat(Bentuk):
    """Pejabat yang menyusun, memeriksa, menyetujui, atau mengesahkan."""

    bidang = BIDANG_PEJABAT

    jabatan: Teks = ""
    nama: Teks = ""
    nip: Teks = ""
    tanggal: Teks = ""


DaftarPejabat = Annotated[
    list[DokumenPejabat],
    BeforeValidator(
        lambda v: [v] if isinstance(v, dict) else v,
        json_schema_input_type=DokumenPejabat | list[DokumenPejabat],
    ),
]
"""One official, or several."""


class DokumenTandaTangan(DokumenPejabat):
    """Blok tanda tangan di akhir tabel."""

    bidang = BIDANG_TANDA_TANGAN

    tempat: Teks = ""


class DokumenPenanggungJawab(Bentuk):
    """Penanggung jawab dalam lembar kerja."""

    produk: Teks = Field("", description="Penanggung jawab produk.")
    kegiatan: Teks = Field("", description="Penanggung jawab kegiatan.")


class DokumenTigaTahap(Bentuk):
    """Langkah awal, utama, dan akhir."""

    bidang = BIDANG_TAHAP

    langkah_awal: DaftarBaris = Field(default_factory=list)
    langkah_utama: DaftarBaris = Field(default_factory=list)
    langkah_akhir: DaftarBaris = Field(default_factory=list)


class DokumenLembarKerja(DokumenTigaTahap):
    """Lembar Kerja Identifikasi Kegiatan."""

    bidang = BIDANG_LEMBAR_KERJA

    judul_sop: Teks = ""
    jenis_kegiatan: Teks = ""
    penanggung_jawab: DokumenPenanggungJawab = DokumenPenanggungJawab()
    ruang_lingkup: TeksBaris = ""
    judul_kegiatan: Teks = ""
    identifikasi_langkah: DokumenTigaTahap = DokumenTigaTahap()
    perlu_konfirmasi: PerluKonfirmasi = Field(default_factory=dict)


_KODE_YANG_DAPAT_DIABAIKAN: dict[str, JsonValue] = {
    kode: {"description": f"{entri.judul}. {entri.mengapa}"}
    for kode, entri in KODE.items()
    if entri.tingkat is not Tingkat.GALAT
}
"""What editors offer below `abaikan`."""


_ISTILAH: dict[str, JsonValue] = {
    kunci: {"description": f"Sebutan lain untuk {LABEL[kunci]}."}
    for kunci in sorted(DAPAT_DIISTILAHKAN)
}
"""What editors offer below `istilah`."""


class DokumenSop(DokumenProsedur):
    """Satu SOP. Tabelnya ditulis langsung, atau di bawah `prosedur` bila lebih dari satu."""

    bidang = BIDANG_SOP

    nama: TeksWajib
    nama_lain: DaftarTeks = Field(default_factory=list)
    nomor: Teks = ""
    nomor_revisi: Teks = ""
    status: Status = Status.DRAF
    digantikan_oleh: Teks = ""
    alasan_dicabut: Teks = ""
    kop: DaftarTeks = Field(default_factory=list)
    istilah: dict[str, Teks] = Field(
        default_factory=dict, json_schema_extra={"properties": {**_ISTILAH}}
    )
    bentuk: Teks = ""
    lembar: DokumenPilihanLembar = DokumenPilihanLembar()
    tanggal_pembuatan: TanggalIdentitas | None = None
    tanggal_revisi: TanggalIdentitas | None = None
    tanggal_efektif: TanggalIdentitas | None = None
    tanggal_pengesahan: TanggalIdentitas | None = None
    tanggal_dicabut: TanggalIdentitas | None = None
    disusun_oleh: DaftarPejabat = Field(default_factory=list)
    diperiksa_oleh: DaftarPejabat = Field(default_factory=list)
    disetujui_oleh: DaftarPejabat = Field(default_factory=list)
    disahkan_oleh: DaftarPejabat = Field(default_factory=list)
    tanda_tangan: DokumenTandaTangan | None = None
    dasar_hukum: DaftarBaris = Field(default_factory=list)
    kualifikasi_pelaksana: DaftarBaris = Field(default_factory=list)
    keterkaitan: DaftarBaris = Field(default_factory=list)
    peralatan: DaftarBaris = Field(default_factory=list)
    peringatan: DaftarBaris = Field(default_factory=list)
    pencatatan: DaftarBaris = Field(default_factory=list)
    distribusi: DaftarBaris = Field(default_factory=list)
    bagian: Annotated[
        list[DokumenBagian],
        BeforeValidator(
            _bagian, json_schema_input_type=list[DokumenBagian] | dict[str, DaftarBaris]
        ),
        Berbaris(),
    ] = Field(default_factory=list)
    prosedur: list[DokumenProsedur] = Field(default_factory=list)
    lembar_kerja: DokumenLembarKerja | None = None
    lampiran: DaftarLampiran = Field(default_factory=list)
    salinan_bertanda_tangan: Salinan | None = None
    riwayat: list[DokumenRiwayat] = Field(default_factory=list)
    perlu_konfirmasi: PerluKonfirmasi = Field(default_factory=dict)
    abaikan: dict[str, Teks] = Field(
        default_factory=dict,
        json_schema_extra={"properties": {**_KODE_YANG_DAPAT_DIABAIKAN}},
    )


class DokumenJamKerja(Bentuk):
    """Jam kerja instansi."""

    bidang = BIDANG_JAM_KERJA

    jam_per_hari: JamPerHari | None = None
    hari_per_minggu: HariPerMinggu | None = None


class DokumenInstansi(Bentuk):
    """Instansi pemilik SOP di folder ini."""

    bidang = BIDANG_INSTANSI

    nama: TeksWajib
    nama_pendek: Teks = ""
    pemerintah: Teks = ""
    kop: DaftarTeks = Field(default_factory=list)
    alamat: Teks = ""
    kontak: DokumenKontak = DokumenKontak()
    logo: Teks = ""
    logo_kedua: Teks = ""
    bentuk: Teks = ""
    jam_kerja: DokumenJamKerja = DokumenJamKerja()
    istilah: dict[str, Teks] = Field(
        default_factory=dict, json_schema_extra={"properties": {**_ISTILAH}}
    )
    singkatan: KamusSingkatan = Field(default_factory=dict)
    akar_sertifikat: DaftarTeks = Field(default_factory=list)
    tampilkan_nip: YaTidak = False
    lembar: DokumenPilihanLembar = DokumenPilihanLembar()
    formulir: DaftarFormulir = Field(default_factory=list)
    buku: DokumenBuku = DokumenBuku()


def berbaris_di(form: type[Bentuk] | None, kunci: str) -> bool:
    """Whether the line breaks of a key's text are content."""
    if form is None or kunci not in form.model_fields:
        return False
    return any(isinstance(m, Berbaris) for m in form.model_fields[kunci].metadata)


def kunci_bebas_di(form: type[Bentuk] | None, kunci: str) -> bool:
    """Whether the value of a key of a form is a mapping with free keys."""
    if form is None or kunci not in form.model_fields:
        return False
    return get_origin(form.model_fields[kunci].annotation) is dict


def form_di(form: type[Bentuk] | None, kunci: str) -> type[Bentuk] | None:
    """Return the form of the values below a key of a form; None where they have none."""
    if form is None or kunci not in form.model_fields:
        return None
    return _form_dalam(form.model_fields[kunci].annotation)


def _form_dalam(annotation: object) -> type[Bentuk] | None:
    if isinstance(annotation, type) and issubclass(annotation, Bentuk):
        return annotation
    return next((found for a in get_args(annotation) if (found := _form_dalam(a))), None)

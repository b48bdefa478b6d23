"""The register of fields: all that the engine knows of a field besides its value, once.

Labels, checks, marks, pages, sheets, search, the canonical form, `sop baru`, comparisons, schemas and the
guide read it. A new field of an SOP is a line here, one in the model and one in the written form
(`buku_sop.loading.document`); where it is a text, a list of texts, a date or an official, all else
follows. `tests/test_bidang.py` tells what was forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class JenisNilai(StrEnum):
    """What the value of a field is; the first four flow through without code of their own."""

    TEKS = "teks"
    DAFTAR = "daftar"
    """A list of texts."""
    TANGGAL = "tanggal"
    PEJABAT = "pejabat"
    """Officials, one or several (`Pejabat`), or a `TandaTangan`."""
    KAMUS = "kamus"
    """Texts by free keys."""
    YA_TIDAK = "ya_tidak"
    LAIN = "lain"
    """A shape of its own, which the code that reads it knows."""


class Tempat(StrEnum):
    """The part of an SOP's page in which a field stands, by its anchor."""

    JUDUL = "judul"
    IDENTITAS = "identitas"
    PERINGATAN = "peringatan"
    KETERKAITAN = "keterkaitan"
    LANGKAH = "langkah"
    LAMPIRAN = "lampiran"
    LEMBAR_KERJA = "lembar-kerja"


class Lembar(StrEnum):
    """Where a field of an SOP stands on the sheet."""

    BARIS = "baris"
    """A row beside the letterhead, also empty: an office fills it in by hand."""
    BARIS_TERISI = "baris_terisi"
    """Such a row, where it is filled."""
    KOTAK = "kotak"
    """One of the boxes of the official form, also empty (PermenPANRB 35/2012)."""
    KOTAK_TERISI = "kotak_terisi"
    """A box after the official ones, where it is filled."""
    KOTAK_DIMINTA = "kotak_diminta"
    """Such a box, where the office asks for it (`lembar`, by the name of the field)."""
    SENDIRI = "sendiri"
    """A place of its own: the name, the letterhead, the table, the signature."""
    TIDAK = "tidak"


class Kelompok(StrEnum):
    """The parts of a tidy SOP file, in their order; a blank line stands before each."""

    KEPALA = "kepala"
    IDENTITAS = "identitas"
    TABEL = "tabel"
    LANGKAH = "langkah"
    PROSEDUR = "prosedur"
    LEMBAR_KERJA = "lembar_kerja"
    LAMPIRAN = "lampiran"
    RIWAYAT = "riwayat"
    KONFIRMASI = "konfirmasi"
    ABAIKAN = "abaikan"


class Baru(StrEnum):
    """How a new file shows a field."""

    TIDAK = "tidak"
    TAMPIL = "tampil"
    """As a key, filled in or not."""
    KOMENTAR = "komentar"
    """As a comment: it may be added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidang:
    """What is known of a field. Its place in a register is its place in a tidy file."""

    nama: str
    """Its key in the file and its name in the model."""
    label: str
    """What readers see, unless the office or the SOP calls it otherwise (`istilah`)."""
    uraian: str
    """What editors, and comments in new files, say of it."""
    panduan: str
    """What the guide's table says of it; fields of which it says the same share a row."""
    jenis: JenisNilai = JenisNilai.LAIN
    sebutan: str = ""
    """What a finding calls it, where the label alone would not do in a sentence."""
    tempat: Tempat = Tempat.JUDUL
    lembar: Lembar = Lembar.TIDAK
    kelompok: Kelompok = Kelompok.KEPALA
    baru: Baru = Baru.TIDAK
    contoh: str = ""
    """A value for who is asked for one ("15 menit")."""
    salin: bool = True
    """Whether it belongs to the content, and not to the one document: a copy takes it along."""
    cari_sebutan: bool = False
    """Whether its words are read for the names of other offices (SOP-I008)."""
    dapat_diistilahkan: bool = True
    """Whether `istilah` may call it otherwise."""
    dapat_ditandai: bool = True
    """Whether `perlu_konfirmasi` may mark it."""

    @property
    def dalam_kalimat(self) -> str:
        """What a finding calls it."""
        return self.sebutan or self.label


Register = Mapping[str, Bidang]
"""Fields by their name, in the canonical order."""


def _register(*bidang: Bidang) -> Register:
    """Make a register of fields in their canonical order."""
    semua = {b.nama: b for b in bidang}
    assert len(semua) == len(bidang), "a field stands twice in the register"
    return MappingProxyType(semua)


daftarkan = _register
"""For registers that stand in modules of their own."""


def _tanggal(apa: str, lembar: Lembar, baru: Baru = Baru.TIDAK) -> Bidang:
    return Bidang(
        nama=f"tanggal_{apa}", label=f"Tanggal {apa}", uraian="Tahun-bulan-hari.",
        panduan="tanggal: `2026-01-31`, `31 Januari 2026`, `2 Okt 2017`; bulan atau tahunnya saja bila "
                "harinya tidak ditulis; `\"-\"` bila dokumen mengosongkannya",
        jenis=JenisNilai.TANGGAL, tempat=Tempat.IDENTITAS, lembar=lembar, baru=baru, salin=False,
    )  # fmt: skip


def _kotak(
    nama: str, label: str, uraian: str, *, sebutan: str = "", tempat: Tempat = Tempat.IDENTITAS,
    lembar: Lembar = Lembar.KOTAK, cari_sebutan: bool = True,
) -> Bidang:  # fmt: skip
    """A list of texts in the identity, with a box on the sheet."""
    return Bidang(
        nama=nama, label=label, uraian=uraian, panduan="daftar teks", jenis=JenisNilai.DAFTAR,
        sebutan=sebutan, tempat=tempat, lembar=lembar, kelompok=Kelompok.IDENTITAS,
        baru=Baru.TAMPIL, cari_sebutan=cari_sebutan,
    )  # fmt: skip


def _penanda_tangan(kata: str, kerja: str, baru: Baru = Baru.TIDAK) -> Bidang:
    """Who signs in a chain, one or several."""
    return Bidang(
        nama=f"{kata}_oleh", label=f"{kata.capitalize()} oleh", sebutan=f"Pejabat yang {kerja}",
        uraian=f"Pejabat yang {kerja}; beberapa sebagai daftar.",
        panduan="`jabatan`, `nama`, `nip`, `tanggal`; bila beberapa orang: daftar",
        jenis=JenisNilai.PEJABAT, tempat=Tempat.IDENTITAS, lembar=Lembar.SENDIRI, baru=baru,
        salin=False, cari_sebutan=True,
    )  # fmt: skip


def _konfirmasi(panduan: str) -> Bidang:
    return Bidang(
        nama="perlu_konfirmasi", label="Perlu konfirmasi",
        uraian="Isian yang belum pasti: alasannya.", panduan=panduan,
        kelompok=Kelompok.KONFIRMASI, salin=False, dapat_ditandai=False, dapat_diistilahkan=False,
    )  # fmt: skip


BIDANG_PROSEDUR: Register = _register(
    Bidang(nama="judul", label="Judul tabel", uraian="Judul di atas tabel.",
           panduan="judul di atas tabel, bila berbeda dari nama", jenis=JenisNilai.TEKS,
           tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI, kelompok=Kelompok.TABEL, cari_sebutan=True),
    Bidang(nama="satuan_waktu", label="Satuan waktu", uraian="Satuan di kepala kolom Waktu.",
           panduan="`menit`, `jam`, atau `hari`: satuan di kepala kolom waktu, untuk sel yang hanya "
                   "berisi angka",
           tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI, kelompok=Kelompok.TABEL),
    Bidang(nama="pelaksana", label="Pelaksana", sebutan="Daftar pelaksana",
           uraian="Kolom pelaksana, berurutan: id: sebutan.",
           panduan="kolom pelaksana menurut urutannya: `id: Nama Jabatan`", jenis=JenisNilai.KAMUS,
           tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI, kelompok=Kelompok.TABEL),
    Bidang(nama="langkah", label="Langkah", sebutan="Langkah-langkah",
           uraian="Langkah-langkah, berurutan; kalimatnya saja bila tanpa pelaksana dan mutu baku.",
           panduan="langkah-langkahnya; kalimatnya saja bila tanpa pelaksana dan mutu baku",
           tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI, kelompok=Kelompok.LANGKAH),
    Bidang(nama="catatan", label="Catatan", sebutan="Catatan di bawah tabel",
           uraian="Catatan di bawah tabel, misalnya arti tanda *).",
           panduan="catatan di bawah tabel, misalnya arti tanda `*)`; daftar teks",
           jenis=JenisNilai.DAFTAR, tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI,
           kelompok=Kelompok.LANGKAH, cari_sebutan=True),
)  # fmt: skip
"""The fields of a table of steps."""

BIDANG_BAGIAN: Register = _register(
    Bidang(nama="judul", label="Judul bagian", uraian="Judul bagian, misalnya Pengertian.",
           panduan="wajib; judul bagian, misalnya `Pengertian` atau `Tujuan`", jenis=JenisNilai.TEKS),
    Bidang(nama="isi", label="Isi bagian", uraian="Isi bagian: teks atau daftar teks.",
           panduan="teks atau daftar teks", jenis=JenisNilai.DAFTAR, cari_sebutan=True),
    Bidang(nama="letak", label="Letak bagian", uraian="sebelum atau sesudah tabel langkah.",
           panduan="`sebelum` (bila tidak ditulis) atau `sesudah` tabel langkah"),
)  # fmt: skip
"""The parts of a free section."""

BIDANG_SOP: Register = _register(
    Bidang(nama="nama", label="Nama SOP", uraian="Nama SOP seperti dalam identitasnya.",
           panduan="wajib; nama SOP dalam blok identitas", jenis=JenisNilai.TEKS, lembar=Lembar.SENDIRI,
           salin=False, cari_sebutan=True),
    Bidang(nama="nama_lain", label="Nama lain", sebutan="Nama lain SOP", uraian="Sebutan lain SOP ini.",
           panduan="nama lain yang dikenal; tautan juga mencarinya", jenis=JenisNilai.DAFTAR, salin=False),
    Bidang(nama="nomor", label="Nomor SOP", uraian="Nomor SOP.", panduan="nomor SOP",
           jenis=JenisNilai.TEKS, tempat=Tempat.IDENTITAS, lembar=Lembar.BARIS, baru=Baru.TAMPIL, salin=False),
    Bidang(nama="nomor_revisi", label="Nomor revisi", uraian="Nomor revisi, seperti tertulis.",
           panduan="nomor revisi, seperti tertulis: `0`, `02`", jenis=JenisNilai.TEKS,
           tempat=Tempat.IDENTITAS, lembar=Lembar.BARIS_TERISI, salin=False),
    Bidang(nama="status", label="Status", sebutan="Status SOP",
           uraian="draf, berlaku, digantikan, atau dicabut.",
           panduan="`draf`, `berlaku`, `digantikan`, atau `dicabut`; bila tidak ditulis: `draf`",
           lembar=Lembar.SENDIRI, baru=Baru.TAMPIL, salin=False),
    Bidang(nama="digantikan_oleh", label="Digantikan oleh", sebutan="SOP penggantinya",
           uraian="Nama atau id SOP penggantinya.", panduan="nama atau id SOP penggantinya",
           jenis=JenisNilai.TEKS, salin=False),
    Bidang(nama="alasan_dicabut", label="Alasan dicabut", sebutan="Alasan pencabutan",
           uraian="Mengapa SOP ini dicabut atau digantikan.",
           panduan="mengapa SOP ini dicabut atau digantikan", jenis=JenisNilai.TEKS, tempat=Tempat.IDENTITAS,
           lembar=Lembar.BARIS_TERISI, salin=False),
    Bidang(nama="kop", label="Kop", uraian="Baris kop, bila berbeda dari instansi.yml.",
           panduan="baris kepala dokumen, bila berbeda dari `instansi.yml`; `\"\"` memberi jarak", jenis=JenisNilai.DAFTAR,
           lembar=Lembar.SENDIRI, cari_sebutan=True),
    Bidang(nama="istilah", label="Sebutan", sebutan="Istilah kolom",
           uraian="Sebutan kolom, bila berbeda.", panduan="label, bila berbeda dari `instansi.yml`",
           jenis=JenisNilai.KAMUS, dapat_diistilahkan=False),
    Bidang(nama="bentuk", label="Bentuk lembar", uraian="Bentuk lembar cetak, bila berbeda dari instansi.yml.",
           panduan="bentuk lembar cetak, bila berbeda dari `instansi.yml` (lihat [Bentuk lembar](bentuk.md))",
           dapat_diistilahkan=False),
    Bidang(nama="lembar", label="Lembar cetak", uraian="Pilihan lembar cetak, bila berbeda dari instansi.yml.",
           panduan="pilihan lembar cetak, bila berbeda dari `instansi.yml` (lihat [Mencetak](mencetak.md))",
           dapat_diistilahkan=False),
    _tanggal("pembuatan", Lembar.BARIS, Baru.TAMPIL),
    _tanggal("revisi", Lembar.BARIS),
    _tanggal("efektif", Lembar.BARIS, Baru.TAMPIL),
    _tanggal("pengesahan", Lembar.BARIS_TERISI),
    _tanggal("dicabut", Lembar.BARIS_TERISI),
    _penanda_tangan("disusun", "menyusun"),
    _penanda_tangan("diperiksa", "memeriksa"),
    _penanda_tangan("disetujui", "menyetujui"),
    _penanda_tangan("disahkan", "mengesahkan", Baru.TAMPIL),
    Bidang(nama="tanda_tangan", label="Tanda tangan", uraian="Blok tanda tangan di akhir.",
           panduan="blok tanda tangan di akhir tabel: `tempat`, `tanggal`, `jabatan`, `nama`, `nip`",
           jenis=JenisNilai.PEJABAT, tempat=Tempat.IDENTITAS, lembar=Lembar.SENDIRI, salin=False,
           cari_sebutan=True),
    _kotak("dasar_hukum", "Dasar hukum", "Peraturan yang mendasari."),
    _kotak("kualifikasi_pelaksana", "Kualifikasi pelaksana", "Kemampuan yang diperlukan."),
    _kotak("keterkaitan", "Keterkaitan", "SOP lain: nama, atau instansi/nama-berkas.",
           tempat=Tempat.KETERKAITAN, cari_sebutan=False),
    _kotak("peralatan", "Peralatan/perlengkapan", "Peralatan dan perlengkapan.",
           sebutan="Peralatan dan perlengkapan"),
    _kotak("peringatan", "Peringatan", "Akibat bila SOP tidak dijalankan.", tempat=Tempat.PERINGATAN),
    _kotak("pencatatan", "Pencatatan dan pendataan", "Pencatatan dan pendataan."),
    Bidang(nama="distribusi", label="Distribusi", sebutan="Daftar distribusi",
           uraian="Unit atau jabatan yang menerima dokumen ini.",
           panduan="unit atau jabatan yang menerima dokumen ini; daftar teks. Tercetak bila instansinya "
                   "memilih (lihat [Mencetak](mencetak.md))",
           jenis=JenisNilai.DAFTAR, tempat=Tempat.IDENTITAS, lembar=Lembar.KOTAK_DIMINTA,
           kelompok=Kelompok.IDENTITAS, salin=False, cari_sebutan=True),
    Bidang(nama="bagian", label="Bagian lain", sebutan="Bagian berjudul bebas",
           uraian="Bagian berjudul bebas: Pengertian, Tujuan, Ruang lingkup, dan sebagainya.",
           panduan="bagian berjudul bebas (lihat di bawah)", tempat=Tempat.IDENTITAS,
           lembar=Lembar.SENDIRI, kelompok=Kelompok.IDENTITAS, dapat_diistilahkan=False),
    *BIDANG_PROSEDUR.values(),
    Bidang(nama="prosedur", label="Prosedur", uraian="Beberapa tabel dalam satu SOP.",
           panduan="pengganti `judul`, `satuan_waktu`, `pelaksana`, dan `langkah` bila SOP terdiri "
                   "atas beberapa tabel",
           tempat=Tempat.LANGKAH, lembar=Lembar.SENDIRI, kelompok=Kelompok.PROSEDUR),
    Bidang(nama="lembar_kerja", label="Lembar kerja", uraian="Lembar Kerja Identifikasi.",
           panduan="lembar kerja identifikasi kegiatan", tempat=Tempat.LEMBAR_KERJA,
           lembar=Lembar.SENDIRI, kelompok=Kelompok.LEMBAR_KERJA),
    Bidang(nama="lampiran", label="Lampiran",
           uraian="Formulir, gambar, atau dokumen di folder instansi: nama berkas, atau berkas, judul, keterangan.",
           panduan="berkas di folder instansi yang menyertai SOP (lihat di bawah)",
           tempat=Tempat.LAMPIRAN, lembar=Lembar.SENDIRI, kelompok=Kelompok.LAMPIRAN, salin=False),
    Bidang(nama="salinan_bertanda_tangan", label="Salinan bertanda tangan",
           uraian="PDF yang ditandatangani: berkas, tanggal, revisi, terbitkan.",
           panduan="PDF yang ditandatangani: `berkas`, `tanggal`, `revisi`, `terbitkan` (lihat di bawah)",
           tempat=Tempat.LAMPIRAN, kelompok=Kelompok.LAMPIRAN, salin=False),
    Bidang(nama="riwayat", label="Riwayat", uraian="Monitoring, evaluasi, dan revisi.",
           panduan="kejadian: `tanggal`, `jenis` (`pembuatan`, `revisi`, `monitoring`, `evaluasi`, "
                   "`sosialisasi`), `catatan`, dan hasilnya (lihat di bawah)",
           kelompok=Kelompok.RIWAYAT, salin=False),
    _konfirmasi("isian yang diragukan, dengan alasannya"),
    Bidang(nama="abaikan", label="Pengabaian", sebutan="Pengabaian temuan",
           uraian="Kode temuan yang tidak berlaku: alasannya.",
           panduan="kode pemeriksaan yang dibisukan, dengan alasannya", jenis=JenisNilai.KAMUS,
           kelompok=Kelompok.ABAIKAN, salin=False, dapat_diistilahkan=False),
)  # fmt: skip
"""The fields of an SOP file."""

BIDANG_LANGKAH: Register = _register(
    Bidang(nama="id", label="Id", uraian="Hanya bila ada cabang yang menuju ke sini.",
           panduan="hanya bila ada cabang yang menuju ke sini", dapat_diistilahkan=False),
    Bidang(nama="nomor", label="Nomor langkah",
           uraian='Nomor dalam dokumen, bila bukan nomor urut; "" bila tanpa nomor.',
           panduan='nomor yang tertulis dalam dokumen, bila bukan nomor urut; `""` bila barisnya tanpa nomor',
           jenis=JenisNilai.TEKS, dapat_diistilahkan=False),
    Bidang(nama="kegiatan", label="Kegiatan", uraian="Apa yang dikerjakan; diawali kata kerja.",
           panduan="wajib; diawali kata kerja", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL, cari_sebutan=True),
    Bidang(nama="ringkas", label="Teks ringkas", sebutan="Ringkasan kegiatan",
           uraian="Tulisan yang lebih pendek untuk diagram.",
           panduan="kalimat lebih pendek untuk diagram", jenis=JenisNilai.TEKS),
    Bidang(nama="pelaksana", label="Pelaksana",
           uraian="Id pelaksana; daftar bila berurutan; {bersama: [...]} bila bersama.",
           panduan="siapa yang mengerjakan (lihat di bawah)", baru=Baru.TAMPIL),
    Bidang(nama="simbol", label="Simbol", uraian="Hanya bila bukan yang mengikuti dari alurnya.",
           panduan="`kapsul`, `kotak`, atau `belah_ketupat`; hanya bila berbeda dari yang mengikuti "
                   "alurnya"),
    Bidang(nama="opsional", label="Bila diperlukan", sebutan="Sifat opsional",
           uraian="ya bila hanya dikerjakan apabila diperlukan.",
           panduan="`ya` bila dikerjakan hanya jika diperlukan", jenis=JenisNilai.YA_TIDAK,
           baru=Baru.KOMENTAR),
    Bidang(nama="kelengkapan", label="Kelengkapan", uraian="Yang diperlukan untuk mengerjakannya.",
           panduan="daftar teks", jenis=JenisNilai.DAFTAR, baru=Baru.TAMPIL, cari_sebutan=True),
    Bidang(nama="waktu", label="Waktu", contoh="15 menit",
           uraian="Waktu baku, misalnya 15 menit, 1-2 jam, 3 hari kerja.",
           panduan="seperti dalam dokumen: `15 menit`, `1-2 jam`, `3 hari kerja`, `1 x 24 jam`, "
                   "`sesuai kebutuhan` (lihat di bawah)",
           baru=Baru.TAMPIL),
    Bidang(nama="output", label="Output", uraian="Yang dihasilkan.", panduan="daftar teks",
           jenis=JenisNilai.DAFTAR, baru=Baru.TAMPIL, cari_sebutan=True),
    Bidang(nama="cabang", label="Cabang", uraian="Menjadikan langkah ini keputusan.",
           panduan="jalan keluar sebuah keputusan: `label` (kosong bila dokumennya tanpa tulisan) dan `ke`", baru=Baru.KOMENTAR),
    Bidang(nama="ke", label="Tujuan", uraian="Tujuan tanpa syarat, bila bukan langkah berikutnya.",
           panduan="tujuan tanpa syarat, bila bukan langkah berikutnya; beberapa tujuan berarti serentak",
           baru=Baru.KOMENTAR),
    Bidang(nama="keterangan", label="Keterangan",
           uraian="Keterangan; nama SOP di sini menjadi tautan.", panduan="daftar teks",
           jenis=JenisNilai.DAFTAR, baru=Baru.KOMENTAR, cari_sebutan=True),
    _konfirmasi("isian langkah yang diragukan"),
)  # fmt: skip
"""The fields of a step."""


def _tahap(apa: str, uraian: str) -> Bidang:
    return Bidang(
        nama=f"langkah_{apa}", label=f"Langkah {apa}", uraian=uraian, panduan="bagian B: daftar teks",
        jenis=JenisNilai.DAFTAR, tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True,
    )  # fmt: skip


BIDANG_TAHAP: Register = _register(
    _tahap("awal", "Langkah awal."),
    _tahap("utama", "Langkah utama, berurutan."),
    _tahap("akhir", "Langkah akhir."),
)
"""The three stages in which the worksheet groups steps."""

BIDANG_LEMBAR_KERJA: Register = _register(
    Bidang(nama="judul_sop", label="Judul SOP", uraian="Judul SOP.", panduan="judul SOP",
           jenis=JenisNilai.TEKS, tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True),
    Bidang(nama="jenis_kegiatan", label="Jenis kegiatan", uraian="Jenis kegiatan, misalnya Rutin.",
           panduan="jenis kegiatan, misalnya `Rutin`", jenis=JenisNilai.TEKS, tempat=Tempat.LEMBAR_KERJA),
    Bidang(nama="penanggung_jawab", label="Penanggung jawab",
           uraian="Penanggung jawab produk dan kegiatan.", panduan="`produk` dan `kegiatan`",
           tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True),
    Bidang(nama="ruang_lingkup", label="Ruang lingkup", uraian="Ruang lingkup (scope).",
           panduan="ruang lingkup", jenis=JenisNilai.TEKS, tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True),
    Bidang(nama="judul_kegiatan", label="Judul kegiatan",
           uraian="Bagian B: nama kegiatan yang diidentifikasi.",
           panduan="bagian B: nama kegiatan yang diidentifikasi", jenis=JenisNilai.TEKS,
           tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True),
    *BIDANG_TAHAP.values(),
    Bidang(nama="identifikasi_langkah", label="Identifikasi langkah",
           uraian="Bagian C: langkah-langkah kegiatan itu.",
           panduan="bagian C: `langkah_awal`, `langkah_utama`, dan `langkah_akhir` kegiatan itu",
           tempat=Tempat.LEMBAR_KERJA, cari_sebutan=True),
    _konfirmasi("isian lembar kerja yang diragukan"),
)  # fmt: skip
"""The fields of the worksheet."""

_SIAPA = (
    Bidang(nama="jabatan", label="Jabatan", uraian="Jabatan, seperti dalam dokumen.",
           panduan="jabatan, seperti dalam dokumen", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL,
           cari_sebutan=True),
    Bidang(nama="nama", label="Nama", uraian="Nama pejabat dengan gelarnya.",
           panduan="nama pejabat dengan gelarnya", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL),
    Bidang(nama="nip", label="NIP", uraian="Hanya dicetak di lembar resmi.",
           panduan="hanya dicetak di lembar resmi", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL),
)  # fmt: skip
_HARI_TANDA_TANGAN = Bidang(
    nama="tanggal", label="Tanggal", uraian="Tanggal penandatanganan, seperti tertulis.",
    panduan="tanggal penandatanganan, seperti tertulis", jenis=JenisNilai.TEKS,
)  # fmt: skip

BIDANG_PEJABAT: Register = _register(*_SIAPA, _HARI_TANDA_TANGAN)
"""The parts of an official."""

BIDANG_TANDA_TANGAN: Register = _register(
    Bidang(nama="tempat", label="Tempat", uraian="Tempat penandatanganan.",
           panduan="tempat penandatanganan", jenis=JenisNilai.TEKS),
    _HARI_TANDA_TANGAN,
    *_SIAPA,
)  # fmt: skip
"""The parts of a signature block."""

_JUDUL = {"mutu_baku": "Mutu baku", "identifikasi_kegiatan": "Identifikasi kegiatan"}
"""Headings over several fields, which are no fields themselves."""
_BERLABEL = tuple(
    b
    for r in (BIDANG_SOP, BIDANG_LANGKAH, BIDANG_LEMBAR_KERJA)
    for b in r.values()
    if b is not BIDANG_LANGKAH["nomor"]  # an SOP's number has the name
)

LABEL: Mapping[str, str] = MappingProxyType({**_JUDUL, **{b.nama: b.label for b in _BERLABEL}})
"""The usual label of each field of an SOP, its steps and its worksheet, and of headings over them."""
DAPAT_DIISTILAHKAN: frozenset[str] = frozenset(_JUDUL) | {
    b.nama for b in _BERLABEL if b.dapat_diistilahkan
}
"""What may stand as a key of `istilah`."""


def nama_bidang(register: Register, *jenis: JenisNilai) -> tuple[str, ...]:
    """Name the fields of these kinds, in the canonical order."""
    return tuple(b.nama for b in register.values() if b.jenis in jenis)

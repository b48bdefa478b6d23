"""The registers of an office's needs (`kebutuhan.yml`): the columns of Tabel 6 of PermenPANRB 35/2012."""

from __future__ import annotations

from buku_sop.model.bidang import Bidang, JenisNilai, Register, daftarkan


def _nama(apa: str, panduan: str) -> Bidang:
    return Bidang(nama="nama", label=apa, uraian=f"{apa}.", panduan=panduan, jenis=JenisNilai.TEKS)


BIDANG_KEBUTUHAN: Register = daftarkan(
    Bidang(nama="dasar", label="Dasar", uraian="Peraturan yang memberi instansi tugasnya.",
           panduan="peraturan yang memberi instansi tugasnya", jenis=JenisNilai.TEKS),
    Bidang(nama="tugas", label="Tugas", uraian="Tugas-tugas instansi, berurutan.",
           panduan="tugas-tugas instansi, berurutan: `nama` dan `fungsi`"),
)  # fmt: skip
"""The file."""

BIDANG_TUGAS: Register = daftarkan(
    _nama("Tugas", "wajib; tugasnya, seperti dalam peraturan"),
    Bidang(nama="fungsi", label="Fungsi", uraian="Fungsi-fungsi dari tugas ini.",
           panduan="fungsi-fungsinya: `nama` dan `uraian_tugas`"),
)  # fmt: skip

BIDANG_FUNGSI: Register = daftarkan(
    _nama("Fungsi", "wajib; fungsinya, seperti dalam peraturan"),
    Bidang(nama="uraian_tugas", label="Uraian tugas", uraian="Uraian tugas dari fungsi ini.",
           panduan="uraian tugasnya: `nama` dan `kegiatan`"),
)  # fmt: skip

BIDANG_URAIAN_TUGAS: Register = daftarkan(
    _nama("Uraian tugas", "wajib; uraian tugasnya"),
    Bidang(nama="kegiatan", label="Kegiatan", uraian="Kegiatan nyata dari uraian tugas ini.",
           panduan="kegiatan nyatanya, masing-masing dengan isian di bawah"),
)  # fmt: skip

BIDANG_KEGIATAN: Register = daftarkan(
    _nama("Kegiatan", "wajib; kegiatannya"),
    Bidang(nama="output", label="Output", uraian="Hasil akhir kegiatan.",
           panduan="hasil akhirnya; daftar teks", jenis=JenisNilai.DAFTAR),
    Bidang(nama="aspek", label="Aspek kegiatan",
           uraian="penyusunan, pelaksanaan, evaluasi, pelaporan, publikasi, distribusi.",
           panduan="fungsi manajemennya, misalnya `penyusunan`, `pelaksanaan`, `evaluasi`, `pelaporan`; "
                   "daftar teks", jenis=JenisNilai.DAFTAR),
    Bidang(nama="judul_sop", label="Judul SOP",
           uraian="Nama SOP yang diperlukan: aspek dan output akhir. Kosong bila tidak memerlukan SOP.",
           panduan="nama SOP yang diperlukan, misalnya `Penyusunan Rencana Kerja`; kosong bila tidak "
                   "memerlukan SOP", jenis=JenisNilai.TEKS),
)  # fmt: skip
"""An activity."""

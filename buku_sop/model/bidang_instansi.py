"""The register of the fields of an office: label, help and order of all that its `instansi.yml` may say."""

from __future__ import annotations

from buku_sop.model.bidang import Baru, Bidang, JenisNilai, Register, daftarkan

BIDANG_JAM_KERJA: Register = daftarkan(
    Bidang(nama="jam_per_hari", label="Jam per hari", uraian="Jam kerja sehari; baku 7,5.",
           panduan="jam kerja sehari"),
    Bidang(nama="hari_per_minggu", label="Hari per minggu", uraian="Hari kerja seminggu; baku 5.",
           panduan="hari kerja seminggu"),
)  # fmt: skip
"""The parts of an office's working hours."""

BIDANG_INSTANSI: Register = daftarkan(
    Bidang(nama="nama", label="Nama instansi", uraian="Nama lengkap instansi.",
           panduan="wajib; nama lengkap instansi", jenis=JenisNilai.TEKS),
    Bidang(nama="nama_pendek", label="Nama pendek", uraian="Nama pendek untuk daftar.",
           panduan="nama pendek untuk daftar", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL),
    Bidang(nama="pemerintah", label="Pemerintah", uraian="Pemerintah yang menaunginya.",
           panduan="pemerintah daerah atau lembaga induknya", jenis=JenisNilai.TEKS, baru=Baru.TAMPIL),
    Bidang(nama="kop", label="Kop", uraian="Baris kop surat.", panduan="baris kepala dokumen; `\"\"` memberi jarak",
           jenis=JenisNilai.DAFTAR, baru=Baru.TAMPIL),
    Bidang(nama="alamat", label="Alamat", uraian="Alamat kantor.", panduan="alamat kantor",
           jenis=JenisNilai.TEKS, baru=Baru.TAMPIL),
    Bidang(nama="kontak", label="Kontak", uraian="Ke mana usul dan pertanyaan dikirim.",
           panduan="ke mana usul dikirim: `unit`, `ruang`, `email`, `telepon`, `whatsapp` (lihat di bawah)"),
    Bidang(nama="logo", label="Logo", uraian="Nama berkas logo di folder ini (svg, png, jpg).",
           panduan="berkas logo di folder yang sama (SVG, PNG, atau JPG)", jenis=JenisNilai.TEKS),
    Bidang(nama="logo_kedua", label="Logo kedua", uraian="Berkas logo kedua, untuk bentuk yang memuat dua.",
           panduan="berkas logo kedua, untuk bentuk yang memuat dua (puskesmas)", jenis=JenisNilai.TEKS),
    Bidang(nama="bentuk", label="Bentuk lembar",
           uraian="sop-ap, puskesmas, spo-rumah-sakit, pos, atau bentuk dari bentuk.yml.",
           panduan="bentuk lembar cetak: `sop-ap` (bila tidak ditulis), `puskesmas`, `spo-rumah-sakit`, "
                   "`pos`, atau buatan sendiri (lihat [Bentuk lembar](bentuk.md))"),
    Bidang(nama="jam_kerja", label="Jam kerja", uraian="Jam kerja instansi.",
           panduan="`jam_per_hari` (bila tidak ditulis 7.5) dan `hari_per_minggu` (5)"),
    Bidang(nama="istilah", label="Sebutan", uraian="Sebutan yang berbeda: isian: sebutan.",
           panduan="label yang berbeda, misalnya `kegiatan: Uraian Prosedur`", jenis=JenisNilai.KAMUS),
    Bidang(nama="singkatan", label="Singkatan", uraian="Singkatan instansi ini: kepanjangannya.",
           panduan="singkatan yang hanya dipakai instansi ini, dan kepanjangannya"),
    Bidang(nama="akar_sertifikat", label="Akar sertifikat",
           uraian="Berkas PEM sertifikat akar, untuk menilai tanda tangan elektronik.",
           panduan="berkas PEM sertifikat akar di folder ini, untuk menilai tanda tangan elektronik; daftar teks",
           jenis=JenisNilai.DAFTAR),
    Bidang(nama="tampilkan_nip", label="Tampilkan NIP", uraian="ya bila NIP boleh tampil di situs.",
           panduan="`ya` bila NIP boleh tampil di situs", jenis=JenisNilai.YA_TIDAK),
    Bidang(nama="lembar", label="Lembar cetak", uraian="Pilihan lembar cetak instansi ini.",
           panduan="pilihan lembar cetak (lihat [Mencetak](mencetak.md))"),
    Bidang(nama="formulir", label="Formulir", uraian="Formulir yang dapat diunduh dari situs.",
           panduan="formulir yang dapat diunduh dari situs, misalnya `daftar-tilik`; daftar (lihat "
                   "[Formulir](formulir.md))"),
    Bidang(nama="buku", label="Buku", uraian="Isi buku cetak: judul, tahun, keputusan pimpinan, penjelasan.",
           panduan="isi buku cetak: judul, tahun, keputusan pimpinan, penjelasan (lihat [Buku](buku.md))"),
)  # fmt: skip
"""The fields of an office's file; `istilah` calls none of them otherwise."""

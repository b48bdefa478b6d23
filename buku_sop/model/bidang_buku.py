"""The registers of what an office says for its book: `buku` in `instansi.yml`."""

from __future__ import annotations

from buku_sop.model.bidang import Bidang, JenisNilai, Register, daftarkan


def _teks(nama: str, label: str, panduan: str) -> Bidang:
    return Bidang(nama=nama, label=label, uraian=f"{panduan[0].upper()}{panduan[1:]}.",
                  panduan=panduan, jenis=JenisNilai.TEKS)  # fmt: skip


def _daftar(nama: str, label: str, panduan: str) -> Bidang:
    return Bidang(nama=nama, label=label, uraian=f"{panduan[0].upper()}{panduan[1:]}.",
                  panduan=f"{panduan}; daftar teks", jenis=JenisNilai.DAFTAR)  # fmt: skip


BIDANG_BUKU: Register = daftarkan(
    _teks("judul", "Judul buku", "judul di sampul, bila bukan *Buku Standar Operasional Prosedur*"),
    _teks("tahun", "Tahun", "tahun pembuatan, di sampul; bila tidak ditulis, tahun SOP terakhir"),
    Bidang(nama="sk", label="Keputusan pimpinan", uraian="Keputusan pimpinan yang memberlakukan buku.",
           panduan="keputusan pimpinan yang memberlakukan buku (lihat di bawah)"),
    _daftar("ruang_lingkup", "Ruang lingkup", "untuk apa SOP disusun, dan kebutuhan apa yang dijawabnya"),
    _daftar("ringkasan", "Ringkasan", "tentang apa SOP di buku ini"),
    Bidang(nama="terbitkan", label="Terbitkan", uraian="ya bila buku ini dapat diunduh dari situs.",
           panduan="`ya` bila buku instansi ini dapat diunduh dari halamannya di situs",
           jenis=JenisNilai.YA_TIDAK),
)  # fmt: skip
"""The parts of the book."""

BIDANG_KEPUTUSAN: Register = daftarkan(
    _teks("nomor", "Nomor", "nomor keputusan"),
    _teks("tentang", "Tentang", "tentang apa"),
    _daftar("menimbang", "Menimbang", "pertimbangannya"),
    _daftar("mengingat", "Mengingat", "dasar hukumnya"),
    _daftar("memperhatikan", "Memperhatikan", "yang diperhatikan, bila ada"),
    _teks("menetapkan", "Menetapkan", "judul yang ditetapkan, bila berbeda dari `tentang`"),
    _daftar("diktum", "Diktum", "isi keputusan: KESATU, KEDUA, dan seterusnya"),
    _teks("tempat", "Tempat", "tempat penetapan"),
    _teks("tanggal", "Tanggal", "tanggal penetapan, seperti tertulis"),
    _teks("jabatan", "Jabatan", "jabatan yang menetapkan"),
    _teks("nama", "Nama", "nama pejabatnya"),
    _teks("nip", "NIP", "hanya dicetak di buku yang ditandatangani"),
)
"""The parts of the decree."""

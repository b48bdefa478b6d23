"""Labels: what a field is called for readers, unless the office or the SOP calls it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from buku_sop.model import Instansi, Sop, Status

ISTILAH: Mapping[str, str] = {
    "nama": "Nama SOP",
    "nama_lain": "Nama lain",
    "nomor": "Nomor SOP",
    "status": "Status",
    "kop": "Kop",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
    "disahkan_oleh": "Disahkan oleh",
    "tanda_tangan": "Tanda tangan",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi_pelaksana": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
    "judul": "Judul tabel",
    "pelaksana": "Pelaksana",
    "langkah": "Langkah",
    "prosedur": "Prosedur",
    "kegiatan": "Kegiatan",
    "simbol": "Simbol",
    "cabang": "Cabang",
    "ke": "Tujuan",
    "mutu_baku": "Mutu baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
    "lembar_kerja": "Lembar kerja",
    "judul_sop": "Judul SOP",
    "jenis_kegiatan": "Jenis kegiatan",
    "penanggung_jawab": "Penanggung jawab",
    "ruang_lingkup": "Ruang lingkup",
    "judul_kegiatan": "Judul kegiatan",
    "langkah_awal": "Langkah awal",
    "langkah_utama": "Langkah utama",
    "langkah_akhir": "Langkah akhir",
    "identifikasi_kegiatan": "Identifikasi kegiatan",
    "identifikasi_langkah": "Identifikasi langkah",
    "riwayat": "Riwayat",
    "digantikan_oleh": "Digantikan oleh",
}
"""Labels by field name."""

STATUS: Mapping[Status, str] = {
    Status.DRAF: "Draf",
    Status.BERLAKU: "Berlaku",
    Status.DIGANTIKAN: "Digantikan",
    Status.DICABUT: "Dicabut",
}

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def istilah(bidang: str, sop: Sop | None = None, instansi: Instansi | None = None) -> str:
    """Return the label of a field: the SOP's own, the office's own, or the usual one."""
    for sendiri in (sop.istilah if sop else {}, instansi.istilah if instansi else {}):
        if bidang in sendiri:
            return sendiri[bidang]
    return ISTILAH.get(bidang) or bidang.replace("_", " ").capitalize()


def tulis_tanggal(tanggal: date | None) -> str:
    """Write a date as Indonesian readers do; empty for none."""
    return f"{tanggal.day} {_BULAN[tanggal.month - 1]} {tanggal.year}" if tanggal else ""

"""SOP-P001 and P004: what an office still has to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from buku_sop.analysis.checks.konteks import Konteks
from buku_sop.analysis.checks.teks import daftar_id, jalur_langkah, mirip, nomor_langkah
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Konfirmasi, Sop

BIDANG_SOP = {
    "nama": "Nama SOP",
    "nama_lain": "Nama lain SOP",
    "nomor": "Nomor SOP",
    "status": "Status SOP",
    "digantikan_oleh": "SOP penggantinya",
    "kop": "Kop",
    "istilah": "Istilah kolom",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
    "disahkan_oleh": "Pejabat yang mengesahkan",
    "tanda_tangan": "Tanda tangan",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi_pelaksana": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan dan perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
    "judul": "Judul tabel",
    "satuan_waktu": "Satuan waktu",
    "pelaksana": "Daftar pelaksana",
    "langkah": "Langkah-langkah",
    "prosedur": "Prosedur",
    "lembar_kerja": "Lembar kerja",
    "riwayat": "Riwayat",
    "abaikan": "Pengabaian temuan",
}
"""The fields of an SOP file, and how a person calls them."""
BIDANG_LANGKAH = {
    "id": "Id",
    "kegiatan": "Kegiatan",
    "ringkas": "Ringkasan kegiatan",
    "pelaksana": "Pelaksana",
    "simbol": "Simbol",
    "opsional": "Sifat opsional",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "cabang": "Cabang",
    "ke": "Tujuan",
    "keterangan": "Keterangan",
}
"""The fields of a step."""
BIDANG_LEMBAR_KERJA = {
    "judul_sop": "Judul SOP",
    "jenis_kegiatan": "Jenis kegiatan",
    "penanggung_jawab": "Penanggung jawab",
    "ruang_lingkup": "Ruang lingkup",
    "judul_kegiatan": "Judul kegiatan",
    "langkah_awal": "Langkah awal",
    "langkah_utama": "Langkah utama",
    "langkah_akhir": "Langkah akhir",
    "identifikasi_langkah": "Identifikasi langkah",
}
"""The fields of the worksheet."""


def periksa_peninjauan(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """Report every mark of `perlu_konfirmasi`, of the SOP, its steps and its worksheet."""
    yield from _tanda(sop.perlu_konfirmasi, BIDANG_SOP, ())
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            di = f" langkah {nomor_langkah(sop, p, i)}"
            yield from _tanda(langkah.perlu_konfirmasi, BIDANG_LANGKAH, jalur_langkah(p, i), di)
    if sop.lembar_kerja:
        tanda = sop.lembar_kerja.perlu_konfirmasi
        yield from _tanda(tanda, BIDANG_LEMBAR_KERJA, ("lembar_kerja",), " pada lembar kerja")


def _tanda(
    konfirmasi: tuple[Konfirmasi, ...], dikenal: Mapping[str, str], jalur: Jalur, di: str = ""
) -> Iterator[Temuan]:
    for satu in konfirmasi:
        tempat = (*jalur, "perlu_konfirmasi", satu.bidang)
        if satu.bidang in dikenal:
            isi = {"bidang": dikenal[satu.bidang] + di, "alasan": _alasan(satu.alasan)}
            yield Temuan("SOP-P001", tempat, isi)
        else:
            dekat = mirip(satu.bidang, dikenal)
            usul = f"Maksudnya `{dekat}`?" if dekat else f"Pakai salah satu: {daftar_id(dikenal)}."
            yield Temuan("SOP-P004", tempat, {"bidang": satu.bidang, "usul": usul})


def _alasan(alasan: str) -> str:
    """End the sentence with the reason, or end it."""
    alasan = alasan.strip()
    if not alasan:
        return "."
    return f": {alasan}" if alasan.endswith((".", "?", "!")) else f": {alasan}."

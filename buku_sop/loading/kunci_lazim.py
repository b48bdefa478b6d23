"""What documents and forms of other kinds call a field, and where that stands in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from buku_sop.model.bidang import BIDANG_SOP
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI


def _nama(maksud: Mapping[str, str]) -> dict[str, str]:
    """Turn "field: names" into the field by its names."""
    return {nama: bidang for bidang, semua in maksud.items() for nama in semua.split()}


_SOP = _nama({
    "nama": "nama_sop judul_sop nama_prosedur nama_dokumen judul_dokumen",
    "nomor": "no no_sop nomor_sop no_dokumen nomor_dokumen kode kode_dokumen",
    "nomor_revisi": "no_revisi no_rev revisi revisi_ke nomor_rev versi edisi",
    "status": "status_dokumen status_sop keadaan",
    "tanggal_pembuatan": "tanggal_dibuat tanggal_penyusunan dibuat",
    "tanggal_revisi": "tanggal_perubahan",
    "tanggal_efektif": "tanggal_terbit tanggal_berlaku mulai_berlaku berlaku_mulai berlaku tmt efektif",
    "tanggal_pengesahan": "tanggal_disahkan tanggal_penetapan",
    "tanggal_dicabut": "tanggal_pencabutan dicabut",
    "alasan_dicabut": "alasan alasan_pencabutan alasan_penggantian",
    "digantikan_oleh": "pengganti diganti_oleh sop_pengganti diganti",
    "disusun_oleh": "dibuat_oleh pembuat penyusun disiapkan_oleh dirancang_oleh dikonsep_oleh",
    "diperiksa_oleh": "pemeriksa direviu_oleh diverifikasi_oleh ditinjau_oleh dikaji_oleh",
    "disetujui_oleh": "penyetuju",
    "disahkan_oleh": "ditetapkan_oleh pengesah pengesahan disyahkan_oleh pejabat",
    "tanda_tangan": "penandatangan ttd",
    "kualifikasi_pelaksana": "kualifikasi kompetensi persyaratan_pelaksana",
    "keterkaitan": "sop_terkait terkait keterkaitan_sop kaitan",
    "peralatan": "perlengkapan alat alat_dan_bahan sarana sarana_dan_prasarana sarana_prasarana",
    "pencatatan": "pendataan pencatatan_dan_pendataan arsip",
    "peringatan": "perhatian",
    "distribusi": "tembusan daftar_distribusi penerima penerima_dokumen distribusi_dokumen",
    "pelaksana": "aktor pelaku petugas pelaksana_kegiatan",
    "langkah": "uraian_prosedur tahapan tahap uraian kegiatan alur langkah_kerja langkah_langkah uraian_kegiatan",
    "catatan": "keterangan ket note",
    "lampiran": "formulir form berkas_lampiran dokumen_lampiran",
    "salinan_bertanda_tangan":
        "berkas_ttd salinan salinan_ttd dokumen_ttd pdf_bertanda_tangan berkas_bertanda_tangan",
    "riwayat": "rekaman_historis rekaman_historis_perubahan riwayat_perubahan riwayat_revisi histori monitoring evaluasi",
    "nama_lain": "alias sebutan_lain",
})  # fmt: skip
_LANGKAH = _nama({
    "nomor": "no",
    "kegiatan": "aktivitas uraian uraian_kegiatan uraian_prosedur langkah tahapan tahap",
    "pelaksana": "aktor pelaku petugas penanggung_jawab oleh",
    "kelengkapan": "persyaratan syarat bahan input masukan perlengkapan dokumen",
    "waktu": "durasi lama lamanya waktu_penyelesaian",
    "output": "hasil keluaran produk",
    "keterangan": "ket catatan",
    "cabang": "keputusan pilihan",
    "ke": "lanjut menuju selanjutnya berikutnya",
})  # fmt: skip
_BERJUDUL = frozenset({
    "pengertian", "tujuan", "ruang_lingkup", "definisi", "kebijakan", "referensi", "unit_terkait",
    "dokumen_terkait", "maksud_dan_tujuan", "hal_yang_perlu_diperhatikan", "indikator_mutu", "prosedur_kerja", "maksud",
    "latar_belakang", "sasaran", "prinsip", "manfaat", "indikator", "istilah_dan_definisi", "singkatan_dan_istilah",
})  # fmt: skip
"""Sections that other official forms have and this one says with a title of their own."""
_INSTANSI = (
    "instansi", "opd", "skpd", "dinas", "unit", "unit_kerja", "satuan_kerja", "satker", "organisasi", "lembaga",
)  # fmt: skip
_LAIN = {
    "halaman": "Hapus kunci ini; halaman dihitung sendiri ketika dicetak.",
    "tanggal": "Tulis sebagai `tanggal_pembuatan`, `tanggal_efektif`, atau `tanggal_pengesahan`.",
    "nip": "Tulis pada pejabatnya: `disahkan_oleh: {jabatan: …, nama: …, nip: …}`.",
    "jabatan": "Tulis pada pejabatnya: `disahkan_oleh: {jabatan: …, nama: …, nip: …}`.",
    "diketahui_oleh": "Tulis sebagai `disetujui_oleh`; sebutannya sendiri di `istilah: {disetujui_oleh: Diketahui oleh}`.",
    **dict.fromkeys(
        ("mencabut", "menggantikan"),
        "Tulis di berkas SOP yang lama: `status: digantikan`, dan nama SOP ini di `digantikan_oleh:`.",
    ),
    **dict.fromkeys(
        _INSTANSI, "Hapus kunci ini: instansi ditentukan foldernya; unit di kepala lembar ditulis sebagai baris `kop:`."
    ),
    "mutu_baku": "Tulis `kelengkapan`, `waktu`, dan `output` langsung pada langkahnya.",
}  # fmt: skip
_PENDEK = {"tgl": "tanggal", "tg": "tanggal", "nomer": "nomor"}


def usul_sop(kunci: str) -> str:
    """Say what a key of an SOP's file is called here; empty for a word that is not known."""
    for rapi in _bentuk(kunci):
        if rapi in _LAIN:
            return _LAIN[rapi]
        if rapi in _BERJUDUL:
            judul = rapi.replace("_", " ").capitalize()
            return f"Tulis sebagai bagian berjudul: `bagian: [{{judul: {judul}, isi: …}}]`."
        if maksud := _SOP.get(rapi):
            return f"Tulis sebagai `{maksud}`."
        if rapi in BIDANG_SOP and rapi != kunci:
            return f"Tulis sebagai `{rapi}`."
        if rapi in BIDANG_INSTANSI and rapi not in BIDANG_SOP:
            return f"Tulis di `instansi.yml`: `{rapi}` berlaku bagi semua SOP instansi."
    return ""


def usul_langkah(kunci: str) -> str:
    """Say what a key of a step is called here; empty for a word that is not known."""
    for rapi in _bentuk(kunci):
        if rapi == "mutu_baku":
            return _LAIN[rapi]
        if maksud := _LANGKAH.get(rapi):
            return f"Tulis sebagai `{maksud}`."
    return ""


def _bentuk(kunci: str) -> Iterable[str]:
    """Return a key as keys are written, also with its words in full and without the word SOP."""
    kata = re.sub(r"[\W_]+", " ", kunci.casefold()).split()
    lengkap = [_PENDEK.get(k, k) for k in kata]
    tanpa = [k for k in lengkap if k not in ("sop", "dokumen")]
    return dict.fromkeys(("_".join(kata), "_".join(lengkap), "_".join(tanpa)))

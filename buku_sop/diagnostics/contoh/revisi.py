"""Examples of SOP-R: what may follow what. Both sides follow the same earlier version."""

from __future__ import annotations

from buku_sop.diagnostics.contoh.susunan import UTAMA, Berkas, contoh

_SEMULA = """
    nomor: 01/SOP/KC/2026
    status: berlaku
    tanggal_revisi: 2026-02-01
    langkah:
      - kegiatan: Menjawab surat
        pelaksana: staf
        waktu: 3 hari
"""
_DIGANTIKAN = """
    nama: Penerimaan Surat
    status: digantikan
    tanggal_dicabut: 2026-01-20
    alasan_dicabut: Diganti aturan baru
    digantikan_oleh: Tata Naskah Masuk
    langkah:
      - kegiatan: Menjawab surat
        pelaksana: staf
        waktu: 3 hari
    == kantor-contoh/tata-naskah.yml
    nama: Tata Naskah Masuk
"""


def _ganti(teks: str, *pasangan: tuple[str, str]) -> str:
    """Change a version in a few places."""
    for lama, baru in pasangan:
        teks = teks.replace(lama, baru)
    return teks


_WAKTU = ("3 hari", "2 hari")
_NOMOR = ("01/SOP", "07/SOP")
_TANGGAL = ("2026-02-01", "2026-03-01")

CONTOH = {
    "SOP-R001": contoh(
        _ganti(_SEMULA, _WAKTU, _NOMOR, ("2026-02-01", "2026-02-01 ◄")),
        _ganti(_SEMULA, _WAKTU, _NOMOR, _TANGGAL),
        _SEMULA,
        keadaan="masih 1 Februari 2026",
    ),
    "SOP-R002": contoh(
        _ganti(_SEMULA, _WAKTU, _TANGGAL, ("KC/2026", "KC/2026 ◄")),
        _ganti(_SEMULA, _WAKTU, _TANGGAL, _NOMOR),
        _SEMULA,
        nomor="01/SOP/KC/2026",
    ),
    "SOP-R003": contoh(
        _ganti(_SEMULA, _WAKTU, _NOMOR, ("2026-02-01", "2026-01-15 ◄")),
        _ganti(_SEMULA, _WAKTU, _NOMOR, _TANGGAL),
        _SEMULA,
        sebelum="1 Februari 2026",
        sesudah="15 Januari 2026",
    ),
    "SOP-R004": contoh(
        """
        nama: Penerimaan Surat
        status: draf ◄
        """,
        """
        nama: Penerimaan Surat
        status: berlaku
        == kantor-contoh/surat-masuk-baru.yml
        nama: Penerimaan Surat Elektronik
        status: draf
        """,
        """
        nama: Penerimaan Surat
        status: berlaku
        """,
        sebelum="berlaku",
        sesudah="draf",
        usul="SOP yang berlaku hanya dapat menjadi digantikan atau dicabut; tulis perubahannya di berkas ini, atau di SOP baru yang berstatus draf.",
    ),
    "SOP-R005": contoh(
        """
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: Tata Naskah Masuk ◄
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        status: draf
        """,
        """
        status: digantikan
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        digantikan_oleh: Tata Naskah Masuk
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        status: berlaku
        """,
        """
        status: berlaku
        == kantor-contoh/tata-naskah.yml
        nama: Tata Naskah Masuk
        status: draf
        """,
        keadaan="berstatus draf",
    ),
    "SOP-R006": contoh(
        (Berkas(UTAMA, (), 0, "dihapus", wujud="dihapus"),),
        """
        nama: Penerimaan Surat
        status: dicabut
        tanggal_dicabut: 2026-01-20
        alasan_dicabut: Diganti aturan baru
        """,
        """
        nama: Penerimaan Surat
        status: berlaku
        """,
        nama="Penerimaan Surat",
    ),
    "SOP-R007": contoh(
        _ganti(_DIGANTIKAN, _WAKTU, ("status: digantikan", "status: digantikan ◄")),
        _DIGANTIKAN,
        _DIGANTIKAN,
        status="digantikan",
    ),
}

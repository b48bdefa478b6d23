"""SOP-L001 and L002: the worksheet and the table tell of the same procedure."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.keterkaitan.keterkaitan import kunci_nama
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import LembarKerja, Sop


def periksa_lembar_kerja(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Compare the worksheet with the SOP it was made for."""
    lembar = sop.lembar_kerja
    if lembar is None:
        return
    jumlah, jalur = _langkah(lembar)
    tabel = {sop.jumlah_langkah, *(len(p.langkah) for p in sop.prosedur)}
    if jumlah and jumlah not in tabel:
        yield Temuan("SOP-L001", jalur, {"lembar": jumlah, "tabel": sop.jumlah_langkah})
    judul = kunci_nama(lembar.judul_sop)
    if judul and judul not in {kunci_nama(n) for n in (sop.nama, *sop.nama_lain)}:
        isi = {"lembar": lembar.judul_sop, "nama": sop.nama}
        yield Temuan("SOP-L002", ("lembar_kerja", "judul_sop"), isi)


def _langkah(lembar: LembarKerja) -> tuple[int, Jalur]:
    """Count the steps of part C; of part B only where it lists more than the first and the last."""
    if lembar.identifikasi_langkah.semua:
        jalur = ("lembar_kerja", "identifikasi_langkah")
        return len(lembar.identifikasi_langkah.semua), jalur
    if lembar.identifikasi_kegiatan.langkah_utama:
        return len(lembar.identifikasi_kegiatan.semua), ("lembar_kerja", "langkah_utama")
    return 0, ("lembar_kerja",)

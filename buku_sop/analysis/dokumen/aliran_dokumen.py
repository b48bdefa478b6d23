"""Which SOP makes what another one of the office needs: only where the document itself says that much.

"Surat", "Disposisi" or "ATK" tie nothing together, and neither does what half of the office needs. A document counts as
a tie if its name tells it from others (`menentukan`), one SOP alone makes it, and few need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from buku_sop.analysis.dokumen.indeks import Dokumen, TempatLangkah, daftar_dokumen
from buku_sop.analysis.dokumen.rantai import daftar_rantai
from buku_sop.analysis.kata.nama import potong_kata
from buku_sop.model import Handbook

__all__ = ["Aliran", "menentukan", "susun_aliran"]

PALING_BANYAK = 4
"""Most SOPs that handle a document which still ties them: one makes it, three need it. A number and no share of the
office's SOPs (as an inverse document frequency would be): of two SOPs, both are all."""


def _kata(teks: str) -> frozenset[str]:
    return frozenset(teks.split())


_UMUM = _kata("""
    agenda absensi alat amplop aplikasi arahan arsip asli atk awal akhir bahan berkas bersih bersama biro blangko
    blanko buku cap catatan copy daftar data digital disetujui diterima disposisi dokumen dokumentasi elektronik email
    file final form format formulir foto fotokopi hadir hardcopy informasi internal internet isian jadwal jaringan
    kebijakan kelengkapan keluar kendaraan kerja kertas kesepakatan ketentuan ketikan keputusan komputer koordinasi
    koreksi kwitansi lampiran laporan laptop lembar lengkap lisan masuk masukan materi media meja memo nota notula
    notulen notulensi pedoman pendukung pengantar penugasan peraturan perbaikan perintah permohonan persetujuan
    persyaratan petunjuk printer proyektor rapat referensi rekap rekapitulasi ruang ruangan salinan scan siap sistem
    softcopy sop stempel surat tanda tandatangan tangan tata teknis telaah telaahan telepon terima terkait tersedia
    tersusun tertulis tinta tugas tulis undangan usul usulan valid verifikasi wawancara
    anggota atasan bagian bendahara bidang bupati camat daerah dinas gubernur instansi kabag kabid kantor kasi kasie
    kasubag kasubbag kasubid kepala ketua operator pejabat pelaksana pemohon petugas pimpinan sekretaris sekretariat
    seksi staf sub tim unit walikota
    dalam dan dari dengan hasil kepada oleh pada per sesuai serta setelah sudah telah tentang untuk yang
""")
"""Words that documents of every office have in their names, and that tell none from another."""
_BELUM_JADI = frozenset(("konsep", "draf", "draft", "rancangan"))
"""What is not finished does not leave the SOP that makes it."""
_SINGKATAN = 3
"""Fewest letters of an abbreviation that is a name by itself (LKjIP, RKA)."""


@dataclass(frozen=True, slots=True, order=True)
class Aliran:
    """A document that one SOP makes and another one of the same office needs."""

    dari: str
    """The id of the SOP that makes it, before it needs it itself, and no other does."""
    ke: str
    dokumen: str
    dibuat: TempatLangkah
    """The last step that makes it there."""
    dipakai: TempatLangkah
    """The first step that needs it there."""


def susun_aliran(handbook: Handbook) -> tuple[Aliran, ...]:
    """Find what flows from SOP to SOP of an office, sorted by the two and by document."""
    return handbook.ingat("aliran", partial(_susun_aliran, handbook))


def _susun_aliran(handbook: Handbook) -> tuple[Aliran, ...]:
    dokumen = (d for d in daftar_dokumen(handbook) if _mungkin(d))
    hasil = [
        aliran
        for rantai in daftar_rantai(handbook, (), dokumen)
        if rantai.asal
        for aliran in _dari(rantai.dokumen, rantai.asal[0], rantai.akhir)
    ]
    return tuple(sorted(hasil))


def menentukan(nama: str) -> bool:
    """Whether the name of a document tells it from others: a finished one, with a word that not every office uses."""
    kata = [k.kunci for k in potong_kata(nama)]
    khas = [k for k in kata if k not in _UMUM and len(k) > 2 and not k.isdigit()]
    singkatan = len(kata) == 1 and nama.isupper() and len(kata[0]) >= _SINGKATAN
    return bool(khas) and not _BELUM_JADI & set(kata) and (len(kata) > 1 or singkatan)


def _mungkin(dokumen: Dokumen) -> bool:
    """Leave out early what can be no tie; also what two SOPs make, which may be two documents of one name."""
    pembuat, pemakai = {t.sop for t in dokumen.dibuat}, {t.sop for t in dokumen.dipakai}
    berbagi = len(pembuat) == 1 and 1 < len(pembuat | pemakai) <= PALING_BANYAK
    return berbagi and menentukan(dokumen.nama)


def _dari(dokumen: Dokumen, asal: str, pemakai: Iterable[str]) -> Iterator[Aliran]:
    dibuat = [t for t in dokumen.dibuat if t.sop == asal][-1]
    pertama = {id: next(milik) for id, milik in groupby(dokumen.dipakai, key=lambda t: t.sop)}
    for sop in pemakai:
        yield Aliran(asal, sop, dokumen.nama, dibuat, pertama[sop])

"""*Evaluasi Penerapan SOP AP*: the seven questions about one SOP, as offices print them."""

from __future__ import annotations

from buku_sop.model import Riwayat
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN
from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian, centang, penanda
from buku_sop.views.formulir.bahan import (
    BahanFormulir,
    baris_sop,
    kapan_oleh,
)

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Kriteria Evaluasi", bobot=1.6),
    Kolom("Ya", 15.0, rata="tengah"),
    Kolom("Tidak", 15.0, rata="tengah"),
    Kolom("Catatan"),
)
_SUMBER = (
    "Ketujuh kriteria mengikuti formulir yang dipakai instansi (Tabel 8). Naskah Tabel 8 dalam lampiran "
    "PermenPANRB 35/2012 tidak terbaca ketika bentuk ini disusun; cocokkan dengan pedoman instansi."
)
"""Said on the form, since the rule itself could not be read."""


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the form: one sheet to be filled in, or one for each evaluation of a year."""
    if not bahan.tahun:
        return [_lembar(bahan, p, None)]
    semua = bahan.tercatat(bahan.satu, "evaluasi")
    tidak = p.paragraf(f"Tidak ada evaluasi yang tercatat tahun {bahan.tahun}.")
    return [_lembar(bahan, p, r) for r in semua] or [[p.identitas(*baris_sop(bahan)), tidak]]


def _lembar(bahan: BahanFormulir, p: PenyusunBagian, r: Riwayat | None) -> list[Bagian]:
    baris = []
    for n, (kunci, bidang) in enumerate(BIDANG_JAWABAN.items(), 1):
        jawab = r.jawaban.semua[kunci] if r else None
        sel = (
            str(n),
            bidang.label,
            centang(ada=jawab is True),
            centang(ada=jawab is False),
            "",
        )
        baris.append(Baris(sel, 9.5))
    tanggal = kapan_oleh(r) if r else ""
    return [
        p.identitas(*baris_sop(bahan), ("Tanggal evaluasi", tanggal)),
        p.tabel(_KOLOM, baris),
        p.ruang("Catatan", r.catatan if r else "", 20.0),
        p.ruang("Rekomendasi", r.rekomendasi if r else "", 24.0),
        p.paragraf(_SUMBER, catatan=True),
        p.tanda_tangan(
            penanda("Mengetahui,"),
            penanda("Penilai,", r.penilai if r else "", bertanggal=True),
        ),
    ]

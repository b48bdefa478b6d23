"""The check list of an SOP: its steps, and how far they were followed (as health centres use it)."""

from __future__ import annotations

from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian, gabung, penanda
from buku_sop.views.formulir.bahan import TITIK, BahanFormulir, baris_sop
from buku_sop.views.formulir.kepala_tilik import kepala_tilik

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Langkah Kegiatan"),
    Kolom("Ya", 15.0, rata="tengah"),
    Kolom("Tidak", 15.0, rata="tengah"),
    Kolom("Tidak berlaku", 18.0, rata="tengah"),
)
_RUMUS = (
    "Tingkat kepatuhan (compliance rate) = Ya ÷ (Ya + Tidak) × 100 % = "
    + TITIK
    + " %. Yang tidak berlaku tidak ikut dihitung."
)


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the form; an SOP of several tables has one sum over all."""
    tabel = [t for t in bahan.satu.prosedur if t.langkah]
    bagian: list[Bagian] = []
    for n, satu in enumerate(tabel):
        if len(tabel) > 1:
            bagian.append(p.judul(satu.judul or f"Tabel {n + 1}"))
        baris = [Baris((satu.nomor[i], x.kegiatan, "", "", ""), 7.5)
                 for i, x in enumerate(satu.langkah)]  # fmt: skip
        if n == len(tabel) - 1:
            jumlah = "Jumlah seluruhnya" if len(tabel) > 1 else "Jumlah"
            baris.append(Baris((gabung(jumlah, lajur=2), "", "", ""), 8.0, tebal=True))
        bagian.append(p.tabel(_KOLOM, baris))
    if not tabel:
        bagian.append(p.paragraf("SOP ini belum memuat langkah."))
    return [
        [
            p.identitas(
                *(() if kepala_tilik(bahan.satu) else baris_sop(bahan)),
                ("Petugas yang dinilai", ""),
                ("Tanggal", ""),
            ),
            *bagian,
            *([p.paragraf(_RUMUS)] if tabel else []),
            p.tanda_tangan(penanda("Petugas yang dinilai,"), penanda("Penilai,", bertanggal=True)),
        ]
    ]

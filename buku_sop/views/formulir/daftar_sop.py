"""The list of the SOPs of an office that are in force."""

from __future__ import annotations

from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.dasar.istilah import tulis_revisi, tulis_status
from buku_sop.views.formulir.bagian import Bagian, Baris, Kolom, PenyusunBagian, penanda
from buku_sop.views.formulir.bahan import (
    BahanFormulir,
    hari,
)

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Nama SOP", bobot=1.5),
    Kolom("Nomor"),
    Kolom("Tanggal Efektif", 29.0),
    Kolom("Revisi", 36.0),
)


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the list, as it stands on the day on which the handbook is read."""
    baris = []
    for n, s in enumerate(bahan.sop, 1):
        akhir = f"\n({tulis_status(s)})" if s.berlaku_sampai else ""
        sel = (str(n), s.nama + akhir, s.nomor or "-", hari(s) or "-", tulis_revisi(s) or "-")
        baris.append(Baris(sel))
    return [
        [
            p.identitas(
                ("Instansi", bahan.instansi.nama),
                ("Keadaan per", tulis_tanggal(bahan.hari_ini)),
                ("Jumlah", f"{len(bahan.sop)} SOP"),
            ),
            *([p.tabel(_KOLOM, baris)] if baris else [p.paragraf("Belum ada SOP yang berlaku.")]),
            p.tanda_tangan(penanda("", bertanggal=True)),
        ]
    ]

"""*Monitoring Pelaksanaan SOP AP* (PermenPANRB 35/2012, Tabel 7): columns, heads and their numbers."""

from __future__ import annotations

from buku_sop.model import Penilaian, Riwayat, Sop
from buku_sop.views.formulir.bagian import (
    Bagian,
    Baris,
    Kolom,
    PenyusunBagian,
    Sel,
    penanda,
    pilihan,
)
from buku_sop.views.formulir.bahan import BahanFormulir, kapan_oleh

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Prosedur", bobot=1.25),
    Kolom("Penilaian Terhadap Penerapan", 58.0),
    Kolom("Catatan Hasil Penilaian"),
    Kolom("Tindakan yang Harus Diambil"),
    Kolom("Paraf Penilai", 22.0),
)
_VERDICT = tuple(Penilaian)
_TINGGI = 15.0


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the form: all procedures, to be judged or as they were judged in a year."""
    periode = str(bahan.tahun) if bahan.tahun else ""
    baris = [b for s in bahan.sop for b in _satu(bahan, s)]
    bernomor = [
        Baris((str(n), *b), 0.0 if bahan.tahun else _TINGGI) for n, b in enumerate(baris, 1)
    ]
    kosong = [p.paragraf("Belum ada SOP yang berlaku.")] if not bernomor else []
    return [
        [
            p.identitas(("Instansi", bahan.instansi.nama), ("Periode", periode)),
            p.tabel(_KOLOM, bernomor, nomor_kolom=True),
            *kosong,
            p.paragraf("Kolom menurut Tabel 7 lampiran PermenPANRB 35/2012.", catatan=True),
            p.tanda_tangan(penanda("Mengetahui,"), penanda("Penilai,", bertanggal=True)),
        ]
    ]


def _satu(bahan: BahanFormulir, sop: Sop) -> list[tuple[Sel, ...]]:
    prosedur = sop.nama + (f"\n{sop.nomor}" if sop.nomor else "")
    if not bahan.tahun:
        return [(prosedur, _penilaian(None), "", "", "")]
    if not (semua := bahan.tercatat(sop, "monitoring")):
        tidak = f"Tidak ada monitoring yang tercatat tahun {bahan.tahun}."
        return [(prosedur, _penilaian(None), tidak, "", "")]
    return [
        (prosedur, _penilaian(r), f"{r.catatan}\n({kapan_oleh(r)})".strip(), r.tindakan, "")
        for r in semua
    ]


def _penilaian(r: Riwayat | None) -> Sel:
    dipilih = _VERDICT.index(r.penilaian) if r and r.penilaian else None
    return pilihan(*(v.value.capitalize() for v in _VERDICT), dipilih=dipilih)

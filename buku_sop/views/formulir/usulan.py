"""*Lembar usulan perubahan*: what somebody would have changed in an SOP, written by hand and handed in."""

from __future__ import annotations

from buku_sop.views.formulir.bagian import Bagian, PenyusunBagian, penanda
from buku_sop.views.formulir.bahan import BahanFormulir, baris_sop


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the form; where the office says how it is reached, so does the form."""
    k = bahan.instansi.kontak
    kepada = [k.unit or bahan.instansi.nama, k.ruang, bahan.instansi.alamat, k.email, k.telepon]
    if k.whatsapp:
        kepada.append(f"WhatsApp {k.whatsapp}")
    return [
        [
            p.identitas(*baris_sop(bahan), ("Langkah atau bagian", "")),
            p.ruang("Tertulis sekarang", "", 26.0),
            p.ruang("Usulan perubahan", "", 44.0),
            p.ruang("Alasan", "", 26.0),
            p.tanda_tangan(penanda("Penerima,"), penanda("Pengusul,", bertanggal=True)),
            p.paragraf(f"Diserahkan kepada: {', '.join(filter(None, kepada))}.", catatan=True),
        ]
    ]

"""SOP-P010 to P012: what the record of reviews says and does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Jawaban, Penilaian, Riwayat, Sop
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN

_MILIK: Mapping[str, tuple[str, ...]] = {
    "penilaian": ("monitoring",),
    "tindakan": ("monitoring",),
    "jawaban": ("evaluasi",),
    "rekomendasi": ("evaluasi",),
    "penilai": ("monitoring", "evaluasi"),
    "kepada": ("sosialisasi",),
}
"""The kinds of entry whose form has a part."""


def periksa_riwayat(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check each entry by its form; unanswered questions only of the newest evaluation, or of one begun."""
    evaluasi = [r.tanggal for r in sop.riwayat if r.jenis == "evaluasi"]
    for n, r in enumerate(sop.riwayat):
        jalur = ("riwayat", n)
        if r.penilaian is Penilaian.TIDAK_BAIK and not r.tindakan:
            yield Temuan("SOP-P010", (*jalur, "penilaian"))
        terbaru = r.jenis == "evaluasi" and r.tanggal == max(evaluasi)
        if r.jawaban.terbuka and (terbaru or r.jawaban != Jawaban()):
            kurang = ", ".join(f"`{k}`" for k in r.jawaban.terbuka)
            isi = {"kurang": kurang, "jumlah": len(r.jawaban.terbuka), "semua": len(BIDANG_JAWABAN)}
            yield Temuan("SOP-P011", (*jalur, "jenis"), isi)
        yield from _bukan_miliknya(r, n)


def _bukan_miliknya(r: Riwayat, n: int) -> Iterator[Temuan]:
    """P012: what a form of another kind asks."""
    for bidang, jenis in _MILIK.items():
        isi = getattr(r, bidang)
        if isi and isi != Jawaban() and r.jenis not in jenis:
            milik = " atau ".join(f"`{j}`" for j in jenis)
            yield Temuan(
                "SOP-P012",
                ("riwayat", n, bidang),
                {"bidang": bidang, "jenis": r.jenis, "milik": milik},
            )

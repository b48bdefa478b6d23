"""What changed in an SOP, in a few words for the first line of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from buku_sop.analysis.beda import BedaSop, Jenis, NasibTautan
from buku_sop.views.beda.konfirmasi import ringkas_konfirmasi
from buku_sop.views.beda.tampil import Ubahan
from buku_sop.views.dasar.isian import label, label_langkah


def ringkas(satu: BedaSop, isian: Sequence[Ubahan]) -> Iterator[str]:
    """Say in a few words each what changed."""
    if satu.jenis is not Jenis.DIUBAH:
        kata = "SOP baru" if satu.jenis is Jenis.BARU else "SOP dihapus"
        yield f"{kata}, {satu.sop.jumlah_langkah} langkah"
        return
    langkah = [x for p in satu.prosedur for x in p.langkah]
    hitung = Counter(x.jenis for x in langkah)
    for jenis in (Jenis.BARU, Jenis.DIHAPUS, Jenis.DIPECAH, Jenis.DIGABUNG):
        if hitung[jenis]:
            yield f"{hitung[jenis]} langkah {jenis.value}"
    if pindah := sum(x.dipindah for x in langkah):
        yield f"{pindah} langkah dipindah"
    bidang = Counter(b for x in langkah for b in x.bidang)
    for b, n in bidang.items():
        yield f"{label_langkah(b, satu.sop).lower()} pada {n} langkah"
    nama = [u.label for u in isian]
    for p in satu.prosedur:
        if p.sebelum is not None and p.sesudah is not None:
            nama += ["pelaksana"] * bool(p.pelaksana) + [label(b) for b in p.isian]
            nama += ["urutan pelaksana"] * p.urutan_pelaksana
    yield from (_huruf_kecil(n) for n in dict.fromkeys(nama))
    yield from ringkas_konfirmasi(satu.konfirmasi)
    putus = sum(t.nasib is NasibTautan.PUTUS for t in satu.tautan)
    if putus:
        yield f"{putus} tautan putus"
    if not (langkah or isian or putus or satu.konfirmasi):
        yield "tautan"


def _huruf_kecil(teks: str) -> str:
    """Write a label inside a sentence; abbreviations keep their capitals."""
    return teks if teks[:2].isupper() else teks[:1].lower() + teks[1:]

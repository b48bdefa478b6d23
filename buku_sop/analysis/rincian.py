"""What an entry of `riwayat` says beyond its day, kind and note, part by part with the labels of the register."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.model import Jawaban, Riwayat
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN, BIDANG_RIWAYAT


def rincian(r: Riwayat) -> Iterator[tuple[str, str]]:
    """Yield the filled parts as label and text, in the order of the form; the note is left to the caller."""
    if r.penilaian:
        yield BIDANG_RIWAYAT["penilaian"].label, r.penilaian.value
    if r.jawaban != Jawaban():
        yield from _jawaban(r.jawaban)
    for bidang in ("tindakan", "rekomendasi", "penilai"):
        if isi := getattr(r, bidang):
            yield BIDANG_RIWAYAT[bidang].label, isi
    if r.kepada:
        yield BIDANG_RIWAYAT["kepada"].label, "; ".join(r.kepada)


def _jawaban(jawaban: Jawaban) -> Iterator[tuple[str, str]]:
    """Group the questions by their answer: what was denied is what a reader looks for."""
    for judul, dicari in (("Dijawab tidak", False), ("Dijawab ya", True), ("Belum dijawab", None)):
        cocok = [BIDANG_JAWABAN[k].label for k, v in jawaban.semua.items() if v is dicari]
        if cocok:
            yield judul, "; ".join(cocok)

"""Doubts: a field that was inferred is confirmed, or marked as doubtful."""

from __future__ import annotations

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, hapus, setel
from buku_sop.loading.sunting.spans import TakDapatDisunting

KUNCI = "perlu_konfirmasi"


def daftar_ragu(naskah: Naskah, jalan: Path) -> dict[str, str]:
    """Return the doubts about what stands at a path (the SOP, a step): field and reason."""
    return {bidang: str(alasan or "") for bidang, alasan in _rata(naskah.isi((*jalan, KUNCI)))}


def konfirmasi(naskah: Naskah, jalan: Path, bidang: str) -> Perubahan:
    """Take the doubt about a field away. Raises TakDapatDisunting where there is none."""
    di, isi = (*jalan, KUNCI), naskah.isi((*jalan, KUNCI))
    if bidang not in daftar_ragu(naskah, jalan):
        raise TakDapatDisunting(f"isian {bidang} tidak bertanda perlu konfirmasi")
    if isinstance(isi, dict):
        return hapus(naskah, (*di, bidang))
    if isinstance(isi, list):
        for n, satu in enumerate(isi):
            if satu == bidang:
                return hapus(naskah, (*di, n))
            if isinstance(satu, dict) and bidang in satu:
                return hapus(naskah, (*di, n, bidang))
    return hapus(naskah, di)


def ragukan(naskah: Naskah, jalan: Path, bidang: str, alasan: str) -> Perubahan:
    """Mark a field as doubtful, with the reason."""
    isi = naskah.isi((*jalan, KUNCI))
    if isi is None or isinstance(isi, dict):
        return setel(naskah, (*jalan, KUNCI, bidang), alasan)
    semua: Value = {b: a or None for b, a in {**daftar_ragu(naskah, jalan), bidang: alasan}.items()}
    return setel(naskah, (*jalan, KUNCI), semua)


def _rata(isi: Value) -> list[tuple[str, Value]]:
    if isinstance(isi, str):
        return [(isi, None)]
    if isinstance(isi, dict):
        return list(isi.items())
    return [pasangan for satu in isi or [] for pasangan in _rata(satu)]

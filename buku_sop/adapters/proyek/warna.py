"""The colours of a new project, as somebody types them: `#0b5394`, or the main colour and the accent with a comma."""

from __future__ import annotations

from buku_sop.analysis.wajah.warna import Jenis, periksa_warna

_JENIS: tuple[Jenis, ...] = ("utama", "aksen")


class WarnaSalah(Exception):
    """What was typed is no colour; its text says so."""


def baca_warna(teks: str) -> tuple[tuple[str, ...], list[str]]:
    """Read one colour or two, and say where the nearest usable one is taken. Raises WarnaSalah."""
    bagian = [b.strip() for b in teks.split(",")]
    if len(bagian) > len(_JENIS) or not all(bagian):
        raise WarnaSalah("Tulis satu warna, atau dua dengan koma: utama,aksen.")
    hasil, kabar = [], []
    for jenis, satu in zip(_JENIS, bagian, strict=False):
        warna, sebab = periksa_warna(satu, jenis)
        if not warna:
            raise WarnaSalah(f"{satu!r} {sebab}.")
        if sebab:
            kabar.append(f"Warna {jenis} {satu}: {sebab}. Dipakai {warna}.")
        hasil.append(warna)
    return tuple(hasil), kabar

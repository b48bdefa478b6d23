"""Reads the sections with a title of their own that stand between the identity and the steps: "Maksud dan tujuan: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from buku_sop.analysis.impor.garis import Rangka
from buku_sop.analysis.impor.netral import Kata
from buku_sop.analysis.impor.tabel import kata_di
from buku_sop.analysis.impor.teks import Baris, baris_kata, butir

JUDUL = re.compile(
    r"(maksud(?:\s*(?:dan|/|&)\s*tujuan)?|tujuan|ruang\s+lingkup|pengertian(?:\s+umum)?|definisi(?:\s+operasional)?|sasaran|manfaat|"
    r"latar\s+belakang|kebijakan|dokumen\s+terkait|unit\s+terkait|referensi|ketentuan\s+umum)\s*:\s*",
    re.IGNORECASE,
)
"""What a section is called; a colon has to follow, or any line of a text could be taken for one."""
RENGGANG = 2.2
"""A gap of so many heights of a line ends a section that no line of the page closes."""


def baca_bagian(
    kata: Sequence[Kata], garis: Rangka, *, mengalir: bool = False
) -> tuple[dict[str, str | list[str]], set[Kata]]:
    """Read the sections among the words that are free; with the words that they took, titles included."""
    baris = baris_kata(kata)
    hasil: dict[str, str | list[str]] = {}
    terpakai: set[Kata] = set()
    for n, satu in enumerate(baris):
        cocok = JUDUL.match(satu.teks)
        if cocok is None:
            continue
        judul = " ".join(cocok[1].split())
        milik = [satu, *_sampai_habis(satu, baris[n + 1 :], garis)]
        isi_kata = [k for b in milik for k in kata_di(kata, b.kotak)]
        isi = _tanpa_judul(isi_kata, cocok[0])
        if judul in hasil or not isi:
            continue
        daftar = butir(isi, max(k.kotak.x1 for k in isi), mengalir=mengalir)
        hasil[judul] = daftar[0] if len(daftar) == 1 else list(daftar)
        terpakai |= set(isi_kata)
    return hasil, terpakai


def _sampai_habis(judul: Baris, sesudah: Sequence[Baris], garis: Rangka) -> list[Baris]:
    """Return the lines below a title that belong to it: up to a line of the page, another title, or a wide gap."""
    hasil: list[Baris] = []
    atas = judul.kotak
    for satu in sesudah:
        tertutup = any(
            atas.y1 - 2 < g.letak < satu.kotak.tengah[1] and g.di(judul.kotak.x0 + 2)
            for g in garis.datar
        )
        jauh = satu.kotak.y0 - atas.y1 > RENGGANG * judul.kotak.tinggi
        if tertutup or jauh or JUDUL.match(satu.teks):
            break
        hasil.append(satu)
        atas = satu.kotak
    return hasil


def _tanpa_judul(kata: Sequence[Kata], judul: str) -> list[Kata]:
    """Leave out the words of the title, which come first."""
    sisa = "".join(judul.split())
    hasil: list[Kata] = []
    for satu in kata:
        if sisa and sisa.startswith(satu.teks):
            sisa = sisa[len(satu.teks) :]
        else:
            hasil.append(satu)
    return hasil

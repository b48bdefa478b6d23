"""What stands around a table of steps: its title above, and the notes and the signature below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from buku_sop.analysis.impor.garis import Rangka
from buku_sop.analysis.impor.teks import Baris

DEKAT = 42.0
"""A title ends no further than this above its table, in points."""
RAPAT = 16.0
"""Lines of one title stand no further apart."""
_CATATAN = re.compile(r"(?:catatan|keterangan|ket\.?)\s*:\s*", re.IGNORECASE)
_NIP = re.compile(r"NIP\b\.?\s*[:.]?\s*(.*)", re.IGNORECASE)
_TEMPAT = re.compile(r"([A-Z][\w .'-]{2,40}),\s*(.*(?:\d{4}|\.{3,}|_{3,}|…).*)")
_NOMOR_HALAMAN = re.compile(
    r"[-–—\s(]*(?:hal(?:aman)?\.?\s*|page\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?[-–—\s).]*",
    re.IGNORECASE,
)
"""The number of a page, which is no title."""
_RUANG = 24.0
"""Points that are left free for a signature at least."""


@dataclass(frozen=True, slots=True)
class Pembuka:
    """The head of a sheet without an identity: letterhead, a rule, the name, and the title of the table."""

    kop: tuple[Baris, ...]
    nama: tuple[Baris, ...]
    judul: tuple[Baris, ...]


_SEBUTAN_HALAMAN = re.compile(r"halaman\s+\d+(?:\s+dari\s+\d+)?", re.IGNORECASE)
_DRAF = re.compile(r"draf(?:\W+belum disahkan)?", re.IGNORECASE)


def ulangan(teks: str, nomor: str, nama: str) -> bool:
    """Whether a line only repeats what the SOP says: the foot of a page with its number and name, the stamp of a draft."""
    if _DRAF.fullmatch(teks.strip()):
        return True
    sisa, jumlah = _SEBUTAN_HALAMAN.subn("", teks)
    for dikenal in (nama, nomor):
        sisa = sisa.replace(dikenal, "", 1) if dikenal else sisa
    return bool(jumlah) and not sisa.strip(" \u00b7|-")


def judul_tabel(baris: Sequence[Baris], atas: float) -> tuple[Baris, ...]:
    """Return the lines of the title of a table that begins at `atas`; none where nothing stands right above it."""
    hasil: list[Baris] = []
    batas, jarak = atas, DEKAT
    bukan_nomor = [b for b in baris if not _NOMOR_HALAMAN.fullmatch(b.teks)]
    for satu in reversed([b for b in bukan_nomor if b.kotak.y1 <= atas + 1]):
        if batas - satu.kotak.y1 > jarak:
            break
        hasil.insert(0, satu)
        batas, jarak = satu.kotak.y0, RAPAT
    return tuple(hasil) if 0 < len(hasil) <= 3 else ()


def pembuka(
    baris: Sequence[Baris], garis: Rangka, x: tuple[float, float], atas: float
) -> Pembuka | None:
    """Read the head above a table between `x`; None where no rule parts the letterhead from the name."""
    semua = [b for b in baris if b.kotak.y1 <= atas + 1]
    for g in garis.datar:
        kop = tuple(b for b in semua if b.kotak.y1 <= g.letak + 1)
        bawah = [b for b in semua if b.kotak.y0 >= g.letak - 1]
        if g.letak < atas - 8 and g.meliputi(*x) > 0.8 and kop and bawah:
            nama, *lain = _kelompok(bawah)
            return Pembuka(kop, tuple(nama), tuple(b for isi in lain for b in isi))
    return None


def _kelompok(baris: Sequence[Baris]) -> list[list[Baris]]:
    """Put lines together that stand close."""
    hasil = [[baris[0]]]
    for a, b in pairwise(baris):
        if b.kotak.y0 - a.kotak.y1 > RAPAT:
            hasil.append([])
        hasil[-1].append(b)
    return hasil


@dataclass(slots=True)
class Penutup:
    """What stands below a table."""

    catatan: list[str] = field(default_factory=list)
    tanda_tangan: dict[str, str] = field(default_factory=dict)
    baris: list[Baris] = field(default_factory=list)
    """The lines that were read."""


def penutup(baris: Sequence[Baris]) -> Penutup:
    """Read the lines below a table: notes behind their label, and a block that is signed."""
    hasil = Penutup()
    awal = next((n for n, b in enumerate(baris) if _CATATAN.match(b.teks)), None)
    tanda = _tanda_tangan(baris if awal is None else baris[awal + 1 :], hasil)
    if awal is not None:
        akhir = next((n for n, b in enumerate(baris) if b is tanda), len(baris))
        isi = [b for b in baris[awal:akhir] if b not in hasil.baris]
        hasil.baris += isi
        teks = [_CATATAN.sub("", isi[0].teks, count=1), *(b.teks for b in isi[1:])]
        hasil.catatan = [t for t in teks if t]
    return hasil


def _tanda_tangan(baris: Sequence[Baris], hasil: Penutup) -> Baris | None:
    """Read a block of place and day, position, room for a signature, name and NIP; return its first line."""
    nip = next((n for n, b in enumerate(baris) if _NIP.match(b.teks)), None)
    batas = len(baris) if nip is None else nip
    ruang = next(
        (n for n in range(1, batas) if baris[n].kotak.y0 - baris[n - 1].kotak.y1 > _RUANG), None
    )
    if ruang is None:
        return None
    akhir = batas if nip is not None else min(batas, ruang + 1)
    awal = ruang - 1
    while awal and baris[awal].kotak.y0 - baris[awal - 1].kotak.y1 < RAPAT and not _TEMPAT.fullmatch(baris[awal].teks):  # fmt: skip
        awal -= 1
    isi = [b.teks for b in baris[awal:ruang]]
    if cocok := _TEMPAT.fullmatch(isi[0]):
        hasil.tanda_tangan |= {"tempat": cocok[1], "tanggal": cocok[2]}
        isi = isi[1:]
    hasil.tanda_tangan["jabatan"] = " ".join(isi)
    hasil.tanda_tangan["nama"] = " ".join(b.teks for b in baris[ruang:akhir])
    if nip is not None and (cocok := _NIP.match(baris[nip].teks)) and cocok[1]:
        hasil.tanda_tangan["nip"] = cocok[1].strip()
    hasil.tanda_tangan = {k: v for k, v in hasil.tanda_tangan.items() if v}
    hasil.baris += baris[awal : akhir if nip is None else nip + 1]
    return baris[awal]

"""What the columns of a table of steps are, by their headings as offices spell them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Peran(StrEnum):
    """What a column holds. The names are those of the fields of a step, as far as there is one."""

    NOMOR = "nomor"
    KEGIATAN = "kegiatan"
    PELAKSANA = "pelaksana"
    """A lane, or the heading over the lanes."""
    KELENGKAPAN = "kelengkapan"
    WAKTU = "waktu"
    OUTPUT = "output"
    KETERANGAN = "keterangan"
    MUTU_BAKU = "mutu_baku"
    """The heading over kelengkapan, waktu and output."""


_URAIAN = r"(?:(?:uraian|rincian|langkah|langkah-langkah|tahap(?:an)?|jenis|nama)[ -]+)*"
_POLA: Mapping[Peran, re.Pattern[str]] = MappingProxyType(
    {
        peran: re.compile("|".join(pola), re.IGNORECASE)
        for peran, pola in (
            (Peran.MUTU_BAKU, (r"(?:standar\s*|baku\s*)?mutu(?:\s*(?:baku|buku|bahu|baki))?", r"baku\s*mutu", r"standar\s+baku")),
            (Peran.WAKTU, (r"(?:(?:norma|target|standar|lama|jangka|alokasi|estimasi)\s+)?waktu\b.*", r"durasi\b.*", r"lama(?:nya)?")),
            (Peran.NOMOR, (r"no\.?", r"nomor", r"n\s?o", r"nomer", r"no\.?\s*urut", r"nmr\.?", "#")),
            (Peran.KETERANGAN, (r"ket\.?", "keterangan", "ketrangan", "catatan")),
            (Peran.KEGIATAN, (
                rf"{_URAIAN}(?:kegiatan|aktivitas|aktifitas|prosedur|proses|tugas|pekerjaan|langkah(?:-langkah)?|tahap(?:an)?|uraian)" + r"(?:\s*/\s*\w+|\s+(?:kegiatan|prosedur|kerja|sop|pelayanan|layanan))*",
            )),
            (Peran.OUTPUT, (r"out\s?-?put\b.*", r"keluaran\b.*", r"hasil\b.*", r"produk\b.*")),
            (Peran.KELENGKAPAN, (
                r"(?:per)?(?:syarat(?:an)?|lengkap(?:an)?)\b.*", r"kelengkapan\b.*", r"input\b.*", r"masukan\b.*", r"bahan\b.*",
                r"sumber\s+data.*", r"dokumen\b.*", r"peralatan\b.*", r"data\s+dukung.*",
            )),
            (Peran.PELAKSANA, (
                r"pelaksana(?:an)?(?:\s+kegiatan)?", r"pelaku(?:\s+kegiatan)?", r"a[ck]tor", r"unit\s+(?:kerja|pelaksana)",
                r"penanggung\s*jawab", r"pihak(?:\s+terkait)?", r"pejabat(?:\s+pelaksana)?",
            )),
        )
    }
)  # fmt: skip
"""The headings of each kind, beginning with what is told most surely; all of a heading has to fit."""

KATA_PENUNJUK = re.compile(
    r"(?:waktu|durasi|out-?put|keluaran|hasil|kelengkapan|persyaratan|kegiatan|aktivitas|aktifitas)\W*",
    re.IGNORECASE,
)
"""Words at which a heading is looked for."""


def peran_kepala(teks: str) -> Peran | None:
    """Tell what a heading stands over; None where it may be a lane, or is unknown."""
    rapi = " ".join(re.sub(r"[*:()]", " ", teks).split()).strip(" .")
    rapat = rapi.replace(" ", "").replace("-", "")  # narrow columns break words: "Kelengka pan"
    return next(
        (
            peran
            for calon in (rapi, rapat)
            for peran, pola in _POLA.items()
            if pola.fullmatch(calon)
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column with its headings."""

    teks: str
    """The lowest heading, without line breaks."""
    atas: tuple[str, ...] = ()
    """The headings above it that it shares with others, from the top."""


@dataclass(frozen=True, slots=True)
class SusunanKolom:
    """Which column is what, by position."""

    nomor: int | None
    kegiatan: int
    lane: tuple[int, ...]
    isi: Mapping[Peran, int]
    """Kelengkapan, waktu, output and keterangan, as far as there are such columns."""
    lain: tuple[int, ...]
    """Columns of which nobody knows what they are."""
    satuan: int | None = None
    """The column beside the times that holds their units, if they stand apart."""


def susun_kolom(kolom: Sequence[Kolom]) -> SusunanKolom | None:
    """Tell what each column of a table is; None where it is no table of steps."""
    peran = [peran_kepala(k.teks) for k in kolom]
    kegiatan = _kegiatan(kolom, peran)
    if kegiatan is None:
        return None
    isi: dict[Peran, int] = {}
    lane: list[int] = []
    lain: list[int] = []
    di_bawah = [[peran_kepala(a) for a in k.atas] for k in kolom]
    ada_kepala = any(Peran.PELAKSANA in a for a in di_bawah)
    batas = _batas_lane(peran, di_bawah, kegiatan)
    for n, p in enumerate(peran):
        if n == kegiatan or (p is Peran.NOMOR and n < kegiatan) or (n == kegiatan - 1 and n == 0):
            continue
        if n < kegiatan or (Peran.WAKTU in di_bawah[n] and p not in _MUTU):
            lain.append(n)
        elif Peran.PELAKSANA in di_bawah[n] or (n < batas and (p is None or not ada_kepala)):
            lane.append(n)
        elif p in _MUTU and p not in isi:
            isi[p] = n
        elif p is Peran.PELAKSANA and not ada_kepala:
            lane.append(n)
        else:
            lain.append(n)
    satuan = _waktu_terpisah(kolom, di_bawah, isi, lain)
    if Peran.KELENGKAPAN not in isi:
        isi.update(_kelengkapan(kolom, di_bawah, lain))
    if len(isi) + (1 if lane else 0) < 2 or not (lane or len(isi) > 2):
        return None
    nomor = kegiatan - 1 if kegiatan else None
    lain = [n for n in lain if n not in isi.values() and n not in (nomor, satuan)]
    return SusunanKolom(nomor, kegiatan, tuple(lane), MappingProxyType(isi), tuple(lain), satuan)


_MUTU = (Peran.KELENGKAPAN, Peran.WAKTU, Peran.OUTPUT, Peran.KETERANGAN)
_SATUAN = re.compile(r"satuan(?:\s+waktu)?|unit(?:\s+waktu)?", re.IGNORECASE)


def _waktu_terpisah(
    kolom: Sequence[Kolom],
    atas: Sequence[Sequence[Peran | None]],
    isi: dict[Peran, int],
    lain: Sequence[int],
) -> int | None:
    """Find the column of the units beside that of the times, which is set where no heading of its own says so."""
    if Peran.WAKTU not in isi:
        semua = [n for n in lain if Peran.WAKTU in atas[n]]
        angka = [n for n in semua if not _kepala_satuan(kolom[n])]
        if len(semua) != 2 or len(angka) != 1:
            return None
        isi[Peran.WAKTU] = angka[0]
    waktu = isi[Peran.WAKTU]
    berkepala = [n for n in (waktu + 1, waktu - 1) if n in lain and _kepala_satuan(kolom[n])]
    if berkepala or waktu + 1 not in lain or Peran.KELENGKAPAN not in isi:
        return berkepala[0] if berkepala else None
    bawah = kolom[waktu + 1]
    tanpa_kepala = not bawah.teks or peran_kepala(bawah.teks) is Peran.MUTU_BAKU
    return waktu + 1 if tanpa_kepala or bawah == kolom[waktu] else None


def _kepala_satuan(kolom: Kolom) -> bool:
    return _SATUAN.fullmatch(kolom.teks.strip(" .:*()")) is not None


def _kegiatan(kolom: Sequence[Kolom], peran: Sequence[Peran | None]) -> int | None:
    """Find the column of activities; a heading that covers the number too counts for the wider column."""
    calon = [n for n, p in enumerate(peran) if p is Peran.KEGIATAN]
    if not calon:
        calon = [
            n for n, k in enumerate(kolom) if any(peran_kepala(a) is Peran.KEGIATAN for a in k.atas)
        ]
    if not calon:
        return None
    return calon[0]


def _batas_lane(
    peran: Sequence[Peran | None], atas: Sequence[Sequence[Peran | None]], kegiatan: int
) -> int:
    """Find the first column behind the lanes, where no heading says which columns are lanes."""
    sesudah = [
        n
        for n in range(kegiatan + 1, len(peran))
        if peran[n] in _MUTU or {Peran.MUTU_BAKU, Peran.WAKTU} & {peran[n], *atas[n]}
    ]
    return min(sesudah, default=len(peran))


def _kelengkapan(
    kolom: Sequence[Kolom], atas: Sequence[Sequence[Peran | None]], lain: Sequence[int]
) -> Mapping[Peran, int]:
    """Take the first unknown column of the quality standard for what is needed."""
    calon = [n for n in lain if Peran.MUTU_BAKU in atas[n]]
    return {Peran.KELENGKAPAN: calon[0]} if len(calon) == 1 else {}

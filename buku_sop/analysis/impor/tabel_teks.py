"""Tables of steps in plain text, whose rows lost their merged cells: each cell is given its column back by what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.peran import Peran, peran_kepala

_NOMOR = re.compile(r"(\d{1,3})\s*[.)]?$")
_BERNOMOR = re.compile(r"(\d{1,3})\s*[.)]\s+(?=\S)")
_KANAN = (Peran.KELENGKAPAN, Peran.WAKTU, Peran.OUTPUT, Peran.KETERANGAN)
MAX_LANE = 15
"""Roles that a single column of performers may name; more are no roles but sentences."""
TANDA = "●"
"""Stands in a lane where a text names its performer."""

Baris = Sequence[str]


@dataclass(frozen=True, slots=True)
class TabelRata:
    """A table of steps with a cell for each column."""

    lane: tuple[str, ...]
    kanan: tuple[tuple[Peran, str], ...]
    """The columns behind the lanes, as they are headed."""
    kegiatan: str
    """How the column of activities is headed."""
    baris: tuple[tuple[str, ...], ...]
    """Number, activity, lanes, the columns behind them."""


def ratakan(baris: Sequence[Baris]) -> TabelRata | None:
    """Give the cells of a table of steps their columns; None for any other table."""
    judul, isi = _pisah(baris)
    if not judul or not isi:
        return None
    kegiatan = next((s for b in judul for s in b if peran_kepala(s) is Peran.KEGIATAN), "")
    lane, kanan = _lane(judul), _kanan(judul)
    if not kegiatan or len(kanan) < 2:
        return None
    kanan = _tanpa_kolom(isi, len(lane), kanan, bernomor=_bernomor(judul))
    rata = tuple(_satu(b, len(lane), len(kanan)) for b in isi)
    if len(lane) == 1 and peran_kepala(lane[0]) is Peran.PELAKSANA:
        lane, rata = _lane_dari_isi(lane, rata)
    return TabelRata(lane, kanan, kegiatan, rata)


def berlanjut(baris: Baris) -> bool:
    """Whether a row looks like one of a table of steps: it begins with a number."""
    isi = [s for s in baris if s]
    return len(isi) > 2 and bool(_NOMOR.match(isi[0]) or _BERNOMOR.match(isi[0]))


def _pisah(baris: Sequence[Baris]) -> tuple[list[Baris], list[Baris]]:
    """Part the headings from the steps: they begin with the word for activities, and end at the first number."""
    awal = next((n for n, b in enumerate(baris) if kepala(b)), None)
    if awal is None:
        return [], []
    bernomor = [n for n in range(awal + 1, len(baris)) if berlanjut(baris[n])]
    akhir = bernomor[0] if bernomor else awal + 1
    if not bernomor:
        while akhir < len(baris) and any(peran_kepala(s) in _KANAN for s in baris[akhir]):
            akhir += 1
    judul = [[" ".join(s.split()) for s in b] for b in baris[awal:akhir]]
    isi = [b for b in baris[akhir:] if any(b) and not _nomor_kolom(b)]
    return [b for b in judul if not _nomor_kolom(b)], isi


def kepala(baris: Baris) -> bool:
    """Whether a row begins the headings of a table of steps."""
    peran = {peran_kepala(s) for s in baris if s}
    return Peran.KEGIATAN in peran and len(peran - {None}) > 1


def _nomor_kolom(baris: Baris) -> bool:
    angka = [s.strip("() .") for s in baris if s]
    return len(angka) > 2 and all(a.isdecimal() for a in angka)


def _bernomor(kepala: Sequence[Baris]) -> bool:
    return any(peran_kepala(s) is Peran.NOMOR for b in kepala for s in b)


def _lane(kepala: Sequence[Baris]) -> tuple[str, ...]:
    """Return the headings of the lanes: what stands below that of the performers, and is none of the others."""
    di_bawah: list[str] = []
    pelaksana = ""
    for b in kepala:
        sela = [n for n, s in enumerate(b) if peran_kepala(s) in (*_KANAN, Peran.MUTU_BAKU) and s]
        kiri = [n for n, s in enumerate(b) if peran_kepala(s) in (Peran.NOMOR, Peran.KEGIATAN)]
        sampai, dari = min(sela, default=len(b)), max(kiri, default=-1) + 1
        for s in b[dari:sampai]:
            peran = peran_kepala(s) if s else None
            if peran is Peran.PELAKSANA and not pelaksana and not di_bawah:
                pelaksana = s
            elif s and peran in (None, Peran.PELAKSANA):
                di_bawah.append(s)
    return tuple(di_bawah) or ((pelaksana,) if pelaksana else ())


def _kanan(kepala: Sequence[Baris]) -> tuple[tuple[Peran, str], ...]:
    """Return the columns behind the lanes: those of the quality standard as they stand, then the remarks."""
    hasil: dict[Peran, str] = {}
    for b in kepala:
        for s in b:
            if s and (peran := peran_kepala(s)) in _KANAN and peran is not None:
                hasil.setdefault(peran, s)
    urut = sorted(hasil.items(), key=lambda p: p[0] is Peran.KETERANGAN)
    return tuple(urut)


def _tanpa_kolom(
    isi: Sequence[Baris], lane: int, kanan: tuple[tuple[Peran, str], ...], *, bernomor: bool
) -> tuple[tuple[Peran, str], ...]:
    """Leave out the remarks where the rows have no cell for them."""
    jumlah, _ = Counter(len(b) for b in isi).most_common(1)[0]
    penuh = (1 if bernomor else 0) + 1 + lane + len(kanan)
    terakhir = kanan[-1][0] is Peran.KETERANGAN
    return kanan[:-1] if terakhir and jumlah == penuh - 1 and bernomor else kanan


def _satu(baris: Baris, lane: int, kanan: int) -> tuple[str, ...]:
    """Give the cells of a row their columns: from the left number and activity, from the right the rest.

    Where cells of lanes were lost or merged, the lanes are what is short.
    """
    sisa = list(baris)
    while sisa and not sisa[0]:
        sisa.pop(0)
    nomor = ""
    if cocok := _NOMOR.match(sisa[0]):
        nomor, sisa = cocok[1], sisa[1:]
    elif cocok := _BERNOMOR.match(sisa[0]):
        nomor, sisa[0] = cocok[1], sisa[0][cocok.end() :]
    kegiatan, sisa = (sisa[0], sisa[1:]) if sisa else ("", [])
    di_kanan = sisa[-kanan:] if len(sisa) >= kanan else [*sisa, *[""] * (kanan - len(sisa))]
    tengah = sisa[: -kanan or None] if len(sisa) > kanan else []
    lajur = [*tengah[:lane], *[""] * (lane - len(tengah))]
    lebih = " ".join(filter(None, tengah[lane:]))
    if lebih:  # a cell more than there are columns: kept with the last of them
        di_kanan[-1] = " ".join(filter(None, (di_kanan[-1], lebih)))
    if len(tengah) != lane:  # which of the lanes are missing is not known
        isi = [s for s in lajur if s]
        lajur = [" ".join(isi), *[""] * (lane - 1)] if lane else []
    return nomor, kegiatan, *lajur, *di_kanan


def _lane_dari_isi(
    lane: tuple[str, ...], baris: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Make a lane of each performer that a single column names."""
    nama = tuple(dict.fromkeys(" ".join(b[2].split()) for b in baris if b[2].strip()))
    if not nama or len(nama) > MAX_LANE:
        return lane, baris
    return nama, tuple(
        (*b[:2], *(TANDA if " ".join(b[2].split()) == n else "" for n in nama), *b[3:])
        for b in baris
    )

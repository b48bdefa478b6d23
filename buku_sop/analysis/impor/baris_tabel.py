"""Reads the rows of a table of steps on one page: what stands in their cells beside the lanes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.aliran import AliranHalaman
from buku_sop.analysis.impor.hasil import Tempat
from buku_sop.analysis.impor.netral import Kotak, Sel
from buku_sop.analysis.impor.peran import Peran
from buku_sop.analysis.impor.teks import sambung
from buku_sop.analysis.impor.waktu_terpisah import gabung_waktu, menyebut_satuan, satuan


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row of a table: what stands in its cells beside the lanes."""

    nomor: str | None
    """As it is written; None where the table has no column for it."""
    isi: Mapping[Peran, str]
    """Texts by role, lines of lists apart."""
    tempat: Tempat
    menyatu: tuple[Peran, ...] = ()
    """What stands in a cell that this row shares with one above it, and is therefore empty here."""
    lain: tuple[tuple[str, str], ...] = ()
    """Cells of columns that nobody knows: heading and text."""
    terpotong: tuple[tuple[Peran, str], ...] = ()
    """Two words of a cell that may be one."""
    terbagi: tuple[Peran, ...] = ()
    """What several cells hold beside the one activity."""
    ragu_waktu: str = ""
    """Why the time, which stands in two columns, may not be what it was joined to."""


def baca_baris(aliran: AliranHalaman) -> tuple[list[BarisTabel], dict[int, int]]:
    """Read the rows of a page; with them, for each line of the grid, which row it belongs to.

    The row of column numbers is none; a line of the grid without words belongs to the row above.
    """
    tabel, susunan = aliran.tabel.tabel, aliran.tabel.susunan
    sel = {(s.baris, s.kolom): s for s in tabel.sel}
    hasil: list[BarisTabel] = []
    letak: dict[int, int] = {}
    for n in range(len(tabel.y) - 1):
        teks = {k: sel[n, k].teks for k in range(len(tabel.x) - 1) if (n, k) in sel}
        if _baris_nomor([t for t in teks.values() if t]):
            continue
        isi = {
            p: _rapi(p, teks.get(k, ""), paragraf=(n, k) in sel and sel[n, k].paragraf)
            for p, k in susunan.isi.items()
        }
        isi[Peran.KEGIATAN] = _rapi(
            Peran.KEGIATAN,
            teks.get(susunan.kegiatan, ""),
            paragraf=(n, susunan.kegiatan) in sel and sel[n, susunan.kegiatan].paragraf,
        )
        nomor = (
            None
            if susunan.nomor is None
            else " ".join(teks.get(susunan.nomor, "").split()).rstrip(".")
        )
        if not isi[Peran.KEGIATAN] and not nomor and not any(isi.values()):
            if hasil:
                letak[n] = len(hasil) - 1
            continue
        letak[n] = len(hasil)
        kotak = Kotak(tabel.x[0], tabel.y[n], tabel.x[-1], tabel.y[n + 1])
        ragu_waktu = _beri_satuan(aliran, n, isi, sel, teks)
        menyatu = tuple(
            p for p, k in susunan.isi.items() if (n, k) not in sel and _di_atas(sel, n, k)
        )
        lain = tuple(
            (aliran.tabel.kolom[k].teks, " ".join(t.split()))
            for k in (*susunan.lain, susunan.satuan)
            if k is not None and (t := teks.get(k, "")) and not (k == susunan.satuan and satuan(t))
        )
        tempat = Tempat(aliran.halaman, kotak, aliran.terukur)
        milik = ((Peran.KEGIATAN, susunan.kegiatan), *susunan.isi.items())
        terpotong = tuple(
            (p, s.terpotong) for p, k in milik if (s := sel.get((n, k))) and s.terpotong
        )
        terbagi = tuple(p for p, k in milik if (s := sel.get((n, k))) and s.terbagi)
        hasil.append(BarisTabel(nomor, isi, tempat, menyatu, lain, terpotong, terbagi, ragu_waktu))
    return hasil, letak


def _beri_satuan(
    aliran: AliranHalaman,
    n: int,
    isi: dict[Peran, str],
    sel: Mapping[tuple[int, int], Sel],
    teks: Mapping[int, str],
) -> str:
    """Put the unit of a row, which may stand in a cell of several rows, behind its time; return why that is doubtful."""
    susunan = aliran.tabel.susunan
    k, waktu = susunan.satuan, susunan.isi.get(Peran.WAKTU)
    if k is None or waktu is None:
        return ""
    unit = teks.get(k, "")
    if (n, k) not in sel and isi[Peran.WAKTU]:
        unit = _di_atas(sel, n, k)
    if unit and not satuan(unit):  # stands with what nobody knows
        unit = ""
    dikenal = any(map(menyebut_satuan, (aliran.tabel.kolom[k], aliran.tabel.kolom[waktu])))
    isi[Peran.WAKTU], ragu = gabung_waktu(isi[Peran.WAKTU], unit, dikenal=dikenal)
    return ragu


def _di_atas(sel: Mapping[tuple[int, int], Sel], n: int, k: int) -> str:
    """Return the text of the cell further up that covers one."""
    satu = next((sel[i, k] for i in range(n - 1, -1, -1) if (i, k) in sel), None)
    return satu.teks if satu is not None and satu.baris + satu.tinggi > n else ""


def _rapi(peran: Peran, teks: str, *, paragraf: bool) -> str:
    hasil = sambung(teks.split("\n"), paragraf=paragraf)
    if peran is Peran.WAKTU:
        hasil = " ".join(hasil.split())
    return "" if re.fullmatch(r"[-–—_.\s]*", hasil) else hasil


def _baris_nomor(isi: Sequence[str]) -> bool:
    """Whether a row only counts the columns: (1) (2) (3)."""
    angka = [t.strip("() .") for t in isi]
    return (
        len(angka) > 1
        and all(a.isdecimal() and len(a) < 3 for a in angka)
        and int(angka[0]) <= 2
        and int(angka[-1]) - int(angka[0]) >= len(angka) - 1
    )

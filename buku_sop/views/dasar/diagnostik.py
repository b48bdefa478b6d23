"""Diagnostics as text for a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill

from buku_sop.diagnostics import KODE, Diagnostic, Location, Tempat, Tingkat

LEBAR_KUTIPAN = 100
LEBAR_TERSEMPIT = 20
"""Characters of a line that are quoted also where the terminal is narrower."""
_MENJOROK = "    "
_WARNA = {Tingkat.GALAT: "1;31", Tingkat.PERINGATAN: "1;33", Tingkat.SARAN: "1;36"}
"""Bold red, yellow and cyan, which are readable on dark and on light."""
_LEKAT = "\u00a0"
"""Keeps words on one line while lines are filled."""


@dataclass(frozen=True, slots=True)
class Gaya:
    """How a text is to look where it is read."""

    lebar: int | None = None
    """Columns; without, lines are as long as they are."""
    warna: bool = False


POLOS = Gaya()
"""For files and programs."""


def tulis_teks(
    diagnostics: Iterable[Diagnostic], baris: Callable[[Location], str], gaya: Gaya = POLOS
) -> str:
    """Write each finding with its place, the line it is about, and how to mend it.

    `baris` returns the text of the line at a place; empty where there is none to quote.
    """
    return "\n".join(_satu(d, baris(d.lokasi), gaya) for d in diagnostics)


def _satu(d: Diagnostic, baris: str, gaya: Gaya) -> str:
    sebutan = f"{d.tingkat} {d.kode}"
    bagian = [_isi(f"{d.lokasi}: {sebutan}: {terlihat(d.pesan)}", gaya, "", sebutan)]
    if gaya.warna:
        bagian[0] = bagian[0].replace(sebutan, _warnai(sebutan, d.tingkat), 1)
    if d.tempat:
        bagian += [_isi(satu, gaya, _MENJOROK) for satu in sebut_tempat(d)]
    elif baris.strip():
        bagian += _kutip(baris, d.lokasi.kolom, gaya)
    bagian.append(_isi(f"-> {terlihat(d.petunjuk)}", gaya, _MENJOROK))
    return "\n".join(bagian) + "\n"


def sebut_tempat(d: Diagnostic, terbanyak: int | None = None) -> list[str]:
    """Write the places of a finding that is told once for a file: "baris 12: langkah 2: `Surat`"."""
    sama: dict[str, list[int]] = {}
    for t in d.tempat[:terbanyak]:
        sama.setdefault(t.teks, []).append(t.lokasi.baris)
    semua = [f"baris {', '.join(map(str, b))}: {terlihat(teks)}" for teks, b in sama.items()]
    lebih = len(d.tempat) - sum(map(len, sama.values()))
    return [*semua, f"…dan {lebih} tempat lagi"] if lebih else semua


def _isi(teks: str, gaya: Gaya, menjorok: str, lekat: str = "") -> str:
    """Fill lines of the width that there is; `lekat` stays on one."""
    if gaya.lebar is None:
        return menjorok + teks
    if lekat:
        teks = teks.replace(lekat, lekat.replace(" ", _LEKAT), 1)
    hasil = fill(
        teks, max(gaya.lebar, 2 * LEBAR_TERSEMPIT), initial_indent=menjorok,
        subsequent_indent=_MENJOROK + ("   " if menjorok else ""),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return hasil.replace(lekat.replace(" ", _LEKAT), lekat, 1) if lekat else hasil


def _warnai(teks: str, tingkat: Tingkat) -> str:
    return f"\x1b[{_WARNA[tingkat]}m{teks}\x1b[0m"


def _kutip(baris: str, kolom: int, gaya: Gaya) -> list[str]:
    """Quote a line and mark the place; a long line is cut around it."""
    lebar = LEBAR_KUTIPAN
    if gaya.lebar is not None:
        lebar = max(LEBAR_TERSEMPIT, min(lebar, gaya.lebar - len("    | ")))
    awal = max(0, kolom - 1 - lebar // 2) if len(baris) > lebar else 0
    potong = terlihat(baris[awal : awal + lebar].replace("\t", " "))
    tanda = f"{' ' * (kolom - 1 - awal)}^"
    return [f"    | {potong}", f"    | {tanda}"]


def terlihat(teks: str) -> str:
    """Show what would steer a terminal or turn the direction of the text as `?`, one for one."""
    return teks if teks.isprintable() else "".join(c if c.isprintable() else "?" for c in teks)


def ringkasan(diagnostics: Iterable[Diagnostic], jumlah_sop: int, *, lain: int = 0) -> str:
    """Write the closing line: how many SOPs were looked at and how much was found.

    `lain` counts files that are no SOPs, which are named where there was nothing else to look at.
    """
    hitung = Counter(d.tingkat for d in diagnostics)
    temuan = ", ".join(f"{hitung[t]} {t}" for t in Tingkat)
    apa = f"{lain} berkas" if lain and not jumlah_sop else f"{jumlah_sop} SOP"
    return f"{apa} diperiksa: {temuan}."


def ringkasan_kode(diagnostics: Iterable[Diagnostic], gaya: Gaya = POLOS) -> str:
    """Count what was found by its kind, the gravest first and of these the most frequent."""
    urutan = list(Tingkat)
    hitung = Counter((d.tingkat, d.kode) for d in diagnostics)
    terurut = sorted(hitung.items(), key=lambda x: (urutan.index(x[0][0]), -x[1], x[0][1]))
    lebar = max(map(len, urutan))
    baris = ["Menurut jenis (artinya di halaman Kode pemeriksaan, mutu/kode):"]
    for (tingkat, kode), n in terurut:
        sebutan = f"{tingkat:{lebar}} {kode}"
        sebutan = _warnai(sebutan, tingkat) if gaya.warna else sebutan
        baris.append(f"{n:6} {sebutan} {KODE[kode].judul}")
    return "\n".join(baris) + "\n"


def tulis_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a JSON list of objects with kode, tingkat, pesan, petunjuk, berkas, baris, kolom.

    `tempat` lists all places of a finding that is told once for a file: baris, kolom, teks.
    """
    daftar = [
        {
            "kode": d.kode,
            "tingkat": d.tingkat.value,
            "pesan": d.pesan,
            "petunjuk": d.petunjuk,
            "berkas": d.lokasi.nama,
            "baris": d.lokasi.baris,
            "kolom": d.lokasi.kolom,
            **({"tempat": [_tempat(t) for t in d.tempat]} if d.tempat else {}),
        }
        for d in diagnostics
    ]
    return json_terlihat(daftar)


def json_terlihat(isi: object) -> str:
    """Write JSON as it is read on a terminal: letters as they are, and escapes for what would steer it."""
    return "".join(
        c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1]
        for c in json.dumps(isi, ensure_ascii=False, indent=2)
    )


def _tempat(t: Tempat) -> dict[str, object]:
    return {"baris": t.lokasi.baris, "kolom": t.lokasi.kolom, "teks": t.teks}

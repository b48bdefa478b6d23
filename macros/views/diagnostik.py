"""Diagnostics as text for a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from macros.diagnostics import Diagnostic, Location, Tingkat

LEBAR_KUTIPAN = 100


def tulis_teks(diagnostics: Sequence[Diagnostic], baris: Callable[[Location], str]) -> str:
    """Write each finding with its place, the line it is about, and how to mend it.

    `baris` returns the text of the line at a place; empty where there is none to quote.
    """
    return "\n".join(_satu(d, baris(d.lokasi)) for d in diagnostics)


def _satu(d: Diagnostic, baris: str) -> str:
    bagian = [f"{d.lokasi}: {d.tingkat} {d.kode}: {terlihat(d.pesan)}"]
    if baris.strip():
        bagian += _kutip(baris, d.lokasi.kolom)
    bagian.append(f"    -> {terlihat(d.petunjuk)}")
    return "\n".join(bagian) + "\n"


def _kutip(baris: str, kolom: int) -> list[str]:
    """Quote a line and mark the place; a long line is cut around it."""
    awal = max(0, kolom - 1 - LEBAR_KUTIPAN // 2) if len(baris) > LEBAR_KUTIPAN else 0
    potong = terlihat(baris[awal : awal + LEBAR_KUTIPAN].replace("\t", " "))
    return [f"    | {potong}", f"    | {' ' * (kolom - 1 - awal)}^"]


def terlihat(teks: str) -> str:
    """Show what would steer a terminal or turn the direction of the text as `?`, one for one."""
    return teks if teks.isprintable() else "".join(c if c.isprintable() else "?" for c in teks)


def ringkasan(diagnostics: Iterable[Diagnostic], jumlah_sop: int) -> str:
    """Write the closing line: how many SOPs were read and how much was found."""
    hitung = Counter(d.tingkat for d in diagnostics)
    temuan = ", ".join(f"{hitung[t]} {t}" for t in Tingkat)
    return f"{jumlah_sop} SOP diperiksa: {temuan}."


def tulis_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a JSON list of objects with kode, tingkat, pesan, petunjuk, berkas, baris, kolom."""
    daftar = [
        {
            "kode": d.kode,
            "tingkat": d.tingkat.value,
            "pesan": d.pesan,
            "petunjuk": d.petunjuk,
            "berkas": d.lokasi.berkas,
            "baris": d.lokasi.baris,
            "kolom": d.lokasi.kolom,
        }
        for d in diagnostics
    ]
    return json.dumps(daftar, ensure_ascii=False, indent=2)

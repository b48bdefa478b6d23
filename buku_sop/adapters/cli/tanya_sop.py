"""The questions about the roles and steps of a new SOP, and the same as options of a command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from buku_sop.adapters.cli.wawancara import Salah, Wawancara, harus_terminal, satu_baris

if TYPE_CHECKING:
    from buku_sop.loading.baru import LangkahBaru
    from buku_sop.model.bidang import Bidang

LANGKAH = "PELAKSANA | KEGIATAN | WAKTU | OUTPUT"
"""How a step is written as an option."""


def tanya_pelaksana(tanya: Wawancara) -> list[str]:
    """Ask for the roles, one after the other."""
    harus_terminal("--pelaksana")
    peran: list[str] = []

    def berbeda(jawab: str) -> str:
        if jawab in peran:
            raise Salah(f"{jawab} sudah disebut; Enter saja bila sudah semua.")
        return jawab

    awal = "Para pelaksana, satu per satu; Enter saja bila sudah."
    while jawab := tanya.tanya(
        f"pelaksana/{len(peran) + 1}", f"Pelaksana {len(peran) + 1}", "--pelaksana",
        wajib=not peran, periksa=berbeda, keterangan="" if peran else awal,
    ):  # fmt: skip
        peran.append(jawab)
    return peran


def tanya_langkah(tanya: Wawancara, peran: Sequence[str]) -> list[LangkahBaru]:
    """Ask for the steps: the activity, who does it, and what else a new step shows."""
    from buku_sop.loading.baru import ISIAN_LANGKAH, LangkahBaru

    harus_terminal("--langkah")
    daftar = "\n".join(f"  {n}. {label}" for n, label in enumerate(peran, 1))
    awal = f"Langkah-langkah, diawali kata kerja; Enter saja bila sudah.\n{daftar}"
    hasil: list[LangkahBaru] = []
    while kegiatan := tanya.tanya(
        f"langkah/{len(hasil) + 1}", f"Langkah {len(hasil) + 1}", "--langkah",
        wajib=not hasil, keterangan="" if hasil else awal,
    ):  # fmt: skip
        kunci = f"langkah/{len(hasil) + 1}"
        oleh = _oleh(tanya, kunci, peran)
        isian = {
            b.nama: tanya.tanya(f"{kunci}/{b.nama}", _pertanyaan(b), wajib=False)
            for b in ISIAN_LANGKAH
        }
        hasil.append(LangkahBaru(kegiatan, oleh, isian))
    return hasil


def baca_langkah(langkah: Sequence[str], peran: Sequence[str]) -> list[LangkahBaru]:
    """Read steps as options give them. Raises click.UsageError."""
    from buku_sop.loading.baru import LangkahBaru

    hasil = []
    for teks in langkah:
        bagian = [satu_baris(b) for b in teks.split("|")]
        if not 2 <= len(bagian) <= 4 or not bagian[1]:
            raise click.UsageError(f"Langkah {teks!r} tidak terbaca; tulis: {LANGKAH}.")
        if bagian[0] not in peran:
            raise click.UsageError(
                f"Pelaksana {bagian[0]!r} belum disebut dengan --pelaksana; yang ada: {', '.join(peran)}."
            )
        waktu, output = [*bagian[2:], "", ""][:2]
        hasil.append(LangkahBaru(bagian[1], bagian[0], {"waktu": waktu, "output": output}))
    return hasil


def _oleh(tanya: Wawancara, kunci: str, peran: Sequence[str]) -> str:
    if len(peran) == 1:
        return peran[0]

    def dikenal(jawab: str) -> str:
        if jawab in peran:
            return jawab
        if jawab.isdecimal() and len(jawab) < 6 and 0 < int(jawab) <= len(peran):
            return peran[int(jawab) - 1]
        raise Salah(f"  Tulis nomor 1 sampai {len(peran)}.")

    return tanya.tanya(f"{kunci}/oleh", "  Pelaksana (nomor)", periksa=dikenal)


def _pertanyaan(bidang: Bidang) -> str:
    contoh = f", misalnya {bidang.contoh}" if bidang.contoh else ""
    return f"  {bidang.label}{contoh} (boleh kosong)"

"""Keeps one issue about the reviews that are due: opened, updated, and closed when nothing is due any more.

    python3 .ci/tinjau.py github|gitlab|gitea FILE

FILE is what `sop periksa --jatuh-tempo --format markdown` printed; empty when nothing is due.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from forge import Forge, ForgeGagal, milik_kita
from forge_ini import NAMA, forge_dari

PENANDA = "<!-- sop-jatuh-tempo -->"
JUDUL = "Tinjauan SOP yang jatuh tempo"
BATAS = 60_000
"""Characters of the text; GitHub takes 65,536."""
_SELESAI = "Tidak ada lagi tinjauan yang jatuh tempo. Isu ini ditutup otomatis."


def satu_isu(forge: Forge, isi: str) -> str:
    """Bring our issue to what is due; return what was done."""
    lama = milik_kita(forge, forge.isu(), PENANDA)
    if not isi:
        for x in lama:
            forge.tutup_isu(x.nomor, _SELESAI)
        return "ditutup" if lama else "tidak diperlukan"
    if not lama:
        forge.buka_isu(JUDUL, isi)
        return "dibuka"
    if lama[0].isi.replace("\r\n", "\n").strip() == isi.strip():
        return "sudah sama"
    forge.ubah_isu(lama[0].nomor, JUDUL, isi)
    return "diperbarui"


def potong(isi: str, batas: int = BATAS) -> str:
    """Leave out lines from the end that do not fit, and say so."""
    if len(isi) <= batas:
        return isi
    cukup = isi[:batas].rpartition("\n")[0]
    sisa = isi.count("\n") - cukup.count("\n")
    return f"{cukup}\n\n…dan {sisa} baris lagi; jalankan `sop periksa --jatuh-tempo`.\n"


def main(argumen: Sequence[str]) -> int:
    """Run the command; the exit status is 1 when the forge refuses or the file is something else."""
    baca = argparse.ArgumentParser(prog="tinjau.py")
    baca.add_argument("forge", choices=NAMA)
    baca.add_argument("berkas", type=Path)
    pilihan = baca.parse_args(argumen)
    isi = pilihan.berkas.read_text(encoding="utf-8").strip()
    if isi and isi.split("\n", 1)[0] != PENANDA:
        print("Isu tidak ditulis: baris pertama berkasnya bukan penanda.", file=sys.stderr)
        return 1
    forge = forge_dari(pilihan.forge, os.environ)
    if forge is None:
        print("Tidak ada token, jadi isu tidak ditulis. Isi SOP_TOKEN (lihat panduan memasang).")
        print(isi or "Tidak ada tinjauan yang jatuh tempo.")
        return 0
    try:
        print("Isu:", satu_isu(forge, potong(isi)))
    except ForgeGagal as error:
        print(f"Isu tidak ditulis: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

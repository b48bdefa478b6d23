"""Writes the register of characters that the fonts of the sheet have: python -m tests.dev.aksara."""

from __future__ import annotations

from buku_sop.adapters.lembar.fonts import BERKAS, PAKET, known_characters
from tests.paths import ROOT

TUJUAN = ROOT / "buku_sop" / "model" / "aksara_rentang.py"
_KEPALA = '''"""The code points that the fonts of the sheet have, first and last of each range: written by a program.

`python -m tests.dev.aksara` writes it from the installed fonts; a test tells when it must.
"""

from __future__ import annotations

# fmt: off
RENTANG: tuple[tuple[int, int], ...] = (
'''


def tulis() -> str:
    """Write the module."""
    rentang: list[list[int]] = []
    for kode in sorted(known_characters(tuple(ROOT / PAKET / b for b in BERKAS))):
        if rentang and kode == rentang[-1][1] + 1:
            rentang[-1][1] = kode
        else:
            rentang.append([kode, kode])
    pasangan = [f"(0x{a:04X}, 0x{b:04X})," for a, b in rentang]
    baris = [" ".join(pasangan[n : n + 5]) for n in range(0, len(pasangan), 5)]
    return _KEPALA + "".join(f"    {b}\n" for b in baris) + ")\n# fmt: on\n"


if __name__ == "__main__":
    TUJUAN.write_text(tulis(), encoding="utf-8")

"""Text boxes of a drawing: a short one, mostly the label of a branch, is one phrase."""

from __future__ import annotations

from buku_sop.analysis.impor.netral import Kata, Kotak

PENDEK = 60
"""Characters of a text box that is one phrase."""


def kata_kotak(teks: str, kotak: Kotak) -> tuple[Kata, ...]:
    """Return the words of a short text box, kept together; none for a longer one."""
    satu = " ".join(teks.split())
    if not satu or len(satu) > PENDEK:
        return ()
    x, y = kotak.tengah
    lebar, tinggi = min(kotak.lebar, 4.0 * len(satu)), min(kotak.tinggi, 6.0)
    return (
        Kata(satu, Kotak(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2), utuh=True),
    )

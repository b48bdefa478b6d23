"""Where the symbols, arrows and labels of a flow go: pure geometry, without any output format."""

from buku_sop.layout.grid import (
    Jalur,
    KepalaTemu,
    LetakLabel,
    LetakSimpul,
    Sandar,
    TataLetak,
    Titik,
    Ukuran,
)
from buku_sop.layout.layout import draw_in_words, draw_lines, susun_tata_letak

__all__ = [
    "Jalur",
    "KepalaTemu",
    "LetakLabel",
    "LetakSimpul",
    "Sandar",
    "TataLetak",
    "Titik",
    "Ukuran",
    "draw_in_words",
    "draw_lines",
    "susun_tata_letak",
]

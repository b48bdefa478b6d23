"""Sizes of files in words."""

from __future__ import annotations


def tulis_ukuran(byte: int) -> str:
    """Write a number of bytes as Indonesians do: "83 KB", "1,2 MB"."""
    if byte < 1_000_000:
        return f"{max(1, round(byte / 1000))} KB"
    return f"{byte / 1_000_000:.1f} MB".replace(".", ",")

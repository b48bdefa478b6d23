"""The words of the interface as scripts of the editor name them, for tests that run them without the bundler."""

from __future__ import annotations

from buku_sop.model.tulisan import PENYUNTING, PERAMBAN


def kata_skrip() -> dict[str, dict[str, str]]:
    """Return what `TULISAN` is to a script: by the two words of a key, as the bundler writes it there."""
    semua: dict[str, dict[str, str]] = {}
    for kunci, teks in {**PERAMBAN, **PENYUNTING}.items():
        bagian, _, nama = kunci.partition(".")
        semua.setdefault(bagian, {})[nama] = f"{kunci}\n{teks}"
    return semua

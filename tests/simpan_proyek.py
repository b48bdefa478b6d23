"""Keeps a project as this version writes it, for the versions to come: `python -m tests.simpan_proyek`, at a release."""

from __future__ import annotations

from datetime import date

from buku_sop import VERSI
from buku_sop.adapters.proyek.baru import buat_proyek
from buku_sop.adapters.proyek.rencana import Rencana, SopPertama
from buku_sop.adapters.proyek.roda import Roda
from buku_sop.loading.baru import LangkahBaru
from tests.paths import ROOT

FOLDER = ROOT / "tests" / "proyek_rilis"
"""A project of every released version, by its number; 0.1.0 is what an office had beside the engine of its clone."""


def simpan() -> None:
    """Write the project of this version. The wheel in it is a few bytes: nobody installs it."""
    langkah = (LangkahBaru("Mencatat tamu", "Staf", {"waktu": "5 menit"}),)
    rencana = Rencana(
        ("Dinas Rekaan", "Badan Misalnya"), "Pemerintah Kota Rekaan", None, ("#0b5394", "#b45f06"), "gitlab",
        SopPertama("Penerimaan Tamu", ("Staf",), langkah),
    )  # fmt: skip
    roda = Roda(f"buku_sop-{VERSI}-py3-none-any.whl", VERSI, b"bukan roda\n")
    print(buat_proyek(FOLDER / VERSI, rencana, date(2026, 1, 1), roda), FOLDER / VERSI)


if __name__ == "__main__":
    simpan()

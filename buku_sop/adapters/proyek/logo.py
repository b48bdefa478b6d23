"""The logo of a new project: read once, and refused where no page or sheet could show it."""

from __future__ import annotations

from pathlib import Path

from buku_sop.adapters.proyek.rencana import Logo
from buku_sop.adapters.whole_files import why
from buku_sop.loading.gambar import sebab_tak_terpakai

_JENIS = {".svg": ".svg", ".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}


class LogoSalah(Exception):
    """A file cannot be the logo; its text says why."""


def baca_logo(berkas: Path) -> Logo:
    """Read a picture. Raises LogoSalah."""
    akhiran = _JENIS.get(berkas.suffix.lower())
    if akhiran is None:
        raise LogoSalah(f"{berkas.name} bukan SVG, PNG, atau JPG.")
    if not berkas.is_file():
        raise LogoSalah(f"Berkas {berkas.as_posix()} tidak ada.")
    try:
        if sebab := sebab_tak_terpakai(berkas):
            raise LogoSalah(f"{berkas.name} tidak dapat dipakai: {sebab}.")
        return Logo(f"logo{akhiran}", berkas.read_bytes())
    except OSError as error:
        raise LogoSalah(f"{berkas.as_posix()} tidak dapat dibaca: {why(error)}.") from error

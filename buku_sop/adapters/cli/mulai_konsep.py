"""Drafts of new handbooks: kept with the person's own files, since the folder of the handbook is not there yet."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from buku_sop.adapters.cli.konsep import Konsep, daftar_konsep
from buku_sop.adapters.cli.wawancara import satu_baris


def konsep_untuk(folder: Path, diberi: Mapping[str, object], *, lanjut: bool) -> Konsep:
    """Return the draft for a place: with `lanjut` one that was not finished, where the person wants it."""
    root = _tempat_sendiri()
    milik = Path("mulai") / hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    for konsep in daftar_konsep(root, milik) if lanjut and sys.stdin.isatty() else []:
        nama = konsep.isi("instansi/1") or "belum bernama"
        click.echo(f"Ada buku yang belum selesai dibuat: {nama}, {len(konsep.jawaban)} jawaban.")
        pertanyaan = "Lanjutkan? (Enter = ya, h = hapus dan mulai dari awal)"
        while True:
            jawab = satu_baris(click.prompt(pertanyaan, default="", show_default=False)).casefold()
            if jawab in ("", "y", "ya"):
                return konsep
            if jawab == "h":
                konsep.hapus()
                break
            click.echo("Tulis h, atau Enter saja.")
    return Konsep(root, diberi, folder=milik)


def _tempat_sendiri() -> Path:
    """Return where programs keep what a person has begun."""
    if sys.platform == "win32":
        dasar = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        dasar = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(dasar) / "buku-sop"

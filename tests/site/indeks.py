"""What the search of a built site reads: its sections, taken from the pieces of the index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_piece(path: Path) -> Any:
    """Return the data that a piece hands on (``Cari.receive("p3",{…})``)."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f'Cari.receive("{path.stem}",')
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def pieces(site: Path) -> dict[str, Any]:
    """Return all pieces by name."""
    kepala = read_piece(site / "search" / "kepala.js")
    return {p.stem: read_piece(p) for p in sorted((site / "search" / kepala["versi"]).iterdir())}


def sections(site: Path) -> list[dict[str, str]]:
    """Return what is found in a site, by section: `location`, `title` and `text`."""
    semua = pieces(site)
    buku = semua["buku"]
    teks = {int(no): isi for nama, p in semua.items() if nama[0] == "t" for no, isi in p.items()}
    jangkar, nomor = buku["jangkar"]
    return [
        {"location": f"{alamat}#{bagian}" if bagian else alamat, "title": title, "text": text}
        for no, alamat in enumerate(buku["alamat"])
        for bagian, (title, text) in zip(jangkar[nomor[no]].split(" "), teks[no], strict=True)
    ]

"""The icons of the installed site, drawn from the favicon: phones take no SVG."""

from __future__ import annotations

from pathlib import Path

import typst

from buku_sop.adapters.whole_files import write_whole

__all__ = ["IKON", "write_icons"]

IKON = tuple((f"assets/images/ikon-{size}.png", size) for size in (180, 192, 512))
"""Path in the site, and pixels of a side."""

_LEMBAR = """\
#set page(width: 96pt, height: 96pt, margin: 0pt, fill: none)
#image("{nama}", width: 96pt, height: 96pt, fit: "contain", alt: "")
"""


def write_icons(site_dir: Path, favicon: str) -> None:
    """Draw the icons into `site_dir`, whose `favicon` they show. The same picture gives the same bytes."""
    nama = f"favicon{Path(favicon).suffix}"
    sources = {
        "main.typ": _LEMBAR.format(nama=nama).encode(),
        nama: (site_dir / favicon).read_bytes(),
    }
    for path, size in IKON:
        compiler = typst.Compiler(sources, ignore_system_fonts=True)  # type: ignore[type-var]
        png = compiler.compile(format="png", ppi=size * 72 / 96)
        assert isinstance(png, bytes)
        write_whole(site_dir / path, png)

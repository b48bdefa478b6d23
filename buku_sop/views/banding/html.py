"""A comparison of SOPs as one HTML page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from buku_sop.views.banding.tampil import PENJELASAN, BandingTampil
from buku_sop.views.dasar.render import TEMPLATES, Perender

_CSS = Path("assets") / "stylesheets" / "banding.css"


def tulis_html(b: BandingTampil, overrides: Path) -> str:
    """Write the page with the templates and the style sheet of a folder `overrides`, which must be trusted."""
    css = (overrides / _CSS).read_text(encoding="utf-8")
    return Perender(overrides / TEMPLATES).render(
        "banding/lepas.html",
        b=b,
        css=Markup(css),  # noqa: S704 - a style sheet of ours
        penjelasan=PENJELASAN,
    )

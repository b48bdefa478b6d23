"""An office's own words on its home page: Markdown without HTML, pictures or anything that would act.

What is written there comes from `mkdocs.yml`. Links lead to addresses that a page may open, and to nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from buku_sop.model.tautan import sebab_bukan_alamat
from buku_sop.views.dasar.alamat import BERANDA, Alamat

_TANPA = ("html", "image_link", "image_reference", "short_image_ref")
"""The parts of Markdown that are left out: what they would make of a text stays text."""
_JUDUL = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}


class _Aman(Treeprocessor):
    """Leads links where they may lead, and keeps headings below those of the page."""

    def __init__(self, md: Markdown, ke: Callable[[str], str]) -> None:
        super().__init__(md)
        self._ke = ke

    def run(self, root: Element) -> None:
        for satu in root.iter():
            satu.tag = _JUDUL.get(satu.tag, satu.tag)
            if satu.tag != "a":
                continue
            href = self._ke(satu.attrib.get("href", ""))
            satu.attrib.clear()
            if href:
                satu.attrib["href"] = href
            else:
                satu.tag = "span"


def kata_sendiri(teks: str, alamat: Alamat) -> Markup:
    """Make HTML of a text in Markdown, as it stands on the page of `alamat`."""
    md = Markdown(extensions=["sane_lists"], output_format="html")
    md.preprocessors.deregister("html_block")
    for nama in _TANPA:
        md.inlinePatterns.deregister(nama)
    md.treeprocessors.register(_Aman(md, lambda href: tujuan(href, alamat)), "aman", 0)
    return Markup(md.convert(teks))  # noqa: S704  # nothing of it is HTML that was written


def tujuan(href: str, alamat: Alamat) -> str:
    """Return where a link leads from a page: elsewhere as it is written, or to a page of the handbook; empty for neither."""
    if not href or sebab_bukan_alamat(href):
        return ""
    if ":" in href:
        return href
    halaman, pagar, jangkar = href.partition("#")
    kunci = halaman.strip("/").removesuffix(".md").removesuffix("/index") or BERANDA
    if "." in kunci.rpartition("/")[2]:
        return alamat.berkas(halaman.strip("/")) + pagar + jangkar
    return alamat.ke(kunci, jangkar)

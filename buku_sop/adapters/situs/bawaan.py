"""Hand-written pages: those that an office has not written come from the package, and all have a place without `nav`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import nest_paths

from buku_sop.adapters.places import bawaan
from buku_sop.model.tulisan import tulis

BERANDA = "index.md"
PANDUAN = "panduan/"
URUTAN = (
    ("", "index.md"),
    ("Membaca halaman SOP", "membaca.md"),
    ("Mencari SOP", "mencari.md"),
    ("Mengusulkan perubahan", "mengusulkan.md"),
    ("Menyunting SOP", "menyunting.md"),
    ("Menelaah usulan", "menelaah.md"),
    ("Menulis berkas SOP", "menulis.md"),
    ("Mengimpor dokumen", "mengimpor.md"),
    ("Mengekspor SOP", "mengekspor.md"),
    ("Mencetak lembar SOP", "mencetak.md"),
    ("Bentuk lembar lain", "bentuk.md"),
    ("Mencetak buku", "buku.md"),
    ("Mencetak formulir", "formulir.md"),
    ("Meninjau SOP", "meninjau.md"),
    ("Memulai buku sendiri", "memulai.md"),
    ("Wajah buku sendiri", "wajah.md"),
    ("Memasang buku ini", "memasang.md"),
    ("Merujuk buku SOP lain", "rujukan.md"),
    ("Menaruh di server web", "menaruh.md"),
    ("Memperbarui", "memperbarui.md"),
    ("Makro untuk halaman", "makro.md"),
)
"""The guides, as the navigation names and orders them; what is not named here stands behind."""
_OURS = "buku-sop"
"""Who brought a file (`File.generated_by`)."""


def bring_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the home page and the guides of the package, where the office has none of these names."""
    docs = bawaan("docs")
    guides = [p for p in (docs / PANDUAN).rglob("*") if p.is_file()]
    for path in (docs / BERANDA, *sorted(guides, key=lambda p: (p.name != BERANDA, p))):
        uri = path.relative_to(docs).as_posix()
        if files.get_file_from_path(uri) is None:
            files.append(_brought(config, uri, path))


def is_brought(file: File) -> bool:
    """Whether a file is one of the package and not of the office."""
    return file.generated_by == _OURS


def written_pages(files: Files, nav: Sequence[Any] | None) -> list[Any]:
    """List the hand-written pages for the navigation: as `nav` says, and the guides where it names none of them.

    Without `nav` they are the home page, the office's own in their folders, and the guides.
    """
    found = [
        f.src_uri
        for f in files.documentation_pages()
        if f.inclusion.value > InclusionLevel.NOT_IN_NAV.value
    ]
    guides = [uri for uri in found if uri.startswith(PANDUAN)]
    if nav is None:
        own = [uri for uri in found if uri != BERANDA and uri not in guides]
        return [{escape(tulis("kerangka.beranda")): BERANDA}, *_in_folders(own), *_section(guides)]
    if not any(uri in guides for uri in _named(nav)):
        return [*nav, *_section(guides)]
    ours = {PANDUAN + name for _, name in URUTAN}
    for (
        file
    ) in files:  # a guide that the office did not want to name, or that is newer than her list
        if is_brought(file) or file.src_uri in ours:
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return list(nav)


def _named(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif nav:
        for one in nav.values() if isinstance(nav, Mapping) else nav:
            yield from _named(one)


def _in_folders(paths: list[str]) -> list[Any]:
    """Give pages the places that MkDocs gives them without `nav`."""
    nested: list[Any] = nest_paths(paths)  # type: ignore[no-untyped-call]
    return nested


def _section(found: list[str]) -> list[Any]:
    """Put the guides into their order."""
    known = [(title, PANDUAN + name) for title, name in URUTAN if PANDUAN + name in found]
    more = [uri for uri in found if uri not in {uri for _, uri in known}]
    entries = [{title: uri} if title else uri for title, uri in known]
    return [{escape(tulis("kerangka.panduan")): [*entries, *more]}] if found else []


def _brought(config: MkDocsConfig, uri: str, path: Path) -> File:
    file = File.generated(config, uri, abs_src_path=str(path))
    file.generated_by = _OURS
    file.edit_uri = None
    return file

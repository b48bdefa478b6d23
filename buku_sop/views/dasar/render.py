"""Our own templates (`overrides/templat/`, by feature): what comes from the data is escaped, always.

This environment has nothing to do with the one of hand-written pages: data is only ever a value here,
never a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from buku_sop.model.tulisan import TULISAN, pisah_tempat
from buku_sop.views.dasar.compiled import CompiledTemplates
from buku_sop.views.dasar.teks import teks_blok, teks_isi, teks_kepala

__all__ = ["TEMPLATES", "Penulis", "Perender", "berkode"]

_KOSONG = Markup("")

TEMPLATES = "templat"
"""The folder of the templates, from the root of the look."""


def berkode(teks: str) -> Markup:
    """Show what stands between backticks as code. Everything else stays text."""
    bagian = teks.split("`")
    if len(bagian) % 2 == 0:
        return escape(teks)
    satu = (Markup("<code>{}</code>") if i % 2 else Markup("{}") for i in range(len(bagian)))
    return Markup("").join(s.format(b) for s, b in zip(satu, bagian, strict=True))


class Penulis:
    """Writes the words of the interface into templates: escaped, as is all that fills them in but markup."""

    def __init__(self, sendiri: Mapping[str, str]) -> None:
        """`sendiri` is what the office says otherwise."""
        self._semua = {**TULISAN, **sendiri}
        self._siap: dict[str, list[Markup]] = {}

    def __call__(self, kunci: str, /, **isi: object) -> Markup:
        """Write the text of a key. Raises KeyError for a key or a place that nobody knows."""
        potong = self._siap.get(kunci) or self._siapkan(kunci)
        if len(potong) == 1:
            return potong[0]
        return _KOSONG.join(isi[p] if i % 2 else p for i, p in enumerate(potong))  # type: ignore[misc]

    def _siapkan(self, kunci: str) -> list[Markup]:
        """Escape a text once, in pieces: between them stand the names of its places."""
        potong = [escape(p) for p in pisah_tempat(self._semua[kunci])]
        return self._siap.setdefault(kunci, potong)


class Perender:
    """Renders the templates of folders, of which the first that has one gives it; each is compiled once."""

    def __init__(
        self,
        *folders: Path,
        satu_instansi: bool = False,
        tulisan: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`satu_instansi` is for a handbook of one office, where nothing speaks of all or of others.

        `tulisan` is what the office says otherwise (`buku_sop.model.tulisan`).
        """
        self._env = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=CompiledTemplates(),
        )
        self._env.globals |= {"satu_instansi": satu_instansi, "tulis": Penulis(tulisan)}
        self._env.filters |= {
            "berkode": berkode,
            "teks_blok": teks_blok,
            "teks_isi": teks_isi,
            "teks_kepala": teks_kepala,
        }

    def render(self, template: str, **isi: object) -> str:
        """Fill a template. Raises jinja2.TemplateError for a mistake in the template."""
        return self._env.get_template(template).render(isi)

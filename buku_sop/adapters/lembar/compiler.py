"""Typst, as a function from templates and data to PDF bytes. It reads no file but those it is given."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typst

from buku_sop import VERSI
from buku_sop.adapters.lembar.fonts import families
from buku_sop.adapters.places import look_folders

TEMPLAT = "lembar"
"""The folder of the sheet's templates, from the root of the look."""
_HALAMAN = re.compile(rb"/Type/Pages/Count (\d+)")

_INGATAN = 10
"""Compilations that Typst remembers."""


class PrintFailed(Exception):
    """Typst refused a document; its own words are in the message."""


class SheetCompiler:
    """Measures and prints with the templates and fonts of a handbook. Safe to share between threads."""

    def __init__(
        self,
        root: Path,
        huruf: tuple[Path, ...],
        logo: Mapping[str, bytes],
        templat: Sequence[str] = (TEMPLAT,),
    ) -> None:
        """`templat` are the folders of the look with templates, which lie side by side for each other."""
        self.templat = {
            nama: p.read_bytes() for f in templat for nama, p in template_files(root, f).items()
        }
        self.logo = dict(logo)
        """Image files by the names that the data calls them by."""
        self._keluarga = "|".join(families(huruf))
        self._folder_huruf = sorted({str(h.parent) for h in huruf})

    @cached_property
    def _huruf(self) -> typst.Fonts:
        """The fonts, read when the first document is set, and once in a process."""
        return typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=self._folder_huruf,
        )

    def __getstate__(self) -> dict[str, Any]:
        """Travel to another process without the fonts, which that one reads itself."""
        return {k: v for k, v in self.__dict__.items() if k != "_huruf"}

    def ukur(self, naskah: Mapping[str, Any], templat: str = "ukur.typ") -> dict[str, Any]:
        """Measure the parts of a sheet with the template for its form.

        Raises:
            PrintFailed: Typst refused it.
        """
        try:
            hasil = self._compiler(templat, naskah).query("<ukuran>", field="value", one=True)
        except RuntimeError as error:  # what a query raises, and what a TypstError is
            raise PrintFailed(str(error)) from error
        terukur: dict[str, Any] = json.loads(hasil)
        return terukur

    def cetak(
        self,
        templat: str,
        data: Mapping[str, Any] | bytes,
        masukan: Mapping[str, str] = MappingProxyType({}),
    ) -> bytes:
        """Make a PDF. The same input gives the same bytes. `data` may be JSON already; `masukan` are short words.

        It conforms to PDF/A-2a, to be kept for long, and to PDF/UA-1, to be read by ear.

        Raises:
            PrintFailed: Typst refused it, or it cannot be made to conform to the standards.
        """
        try:
            pdf = self._compiler(templat, data, masukan).compile(
                format="pdf", pdf_standards=["a-2a", "ua-1"]
            )
        except typst.TypstError as error:
            raise PrintFailed(str(error)) from error
        assert isinstance(pdf, bytes)
        return pdf

    @staticmethod
    def lepaskan() -> None:
        """Give back what the compiler keeps of the documents before: about 2 MB for each page of a book.

        It forgets what a number of compilations have not used, so that as many of nothing make it forget all.
        """
        for _ in range(_INGATAN + 1):
            kosong = {"main.typ": b""}
            typst.Compiler(kosong, ignore_system_fonts=True).compile()  # type: ignore[type-var]

    def _compiler(
        self,
        templat: str,
        data: Mapping[str, Any] | bytes,
        masukan: Mapping[str, str] = MappingProxyType({}),
    ) -> typst.Compiler:
        berkas: dict[str, bytes] = {
            **self.templat,
            **self.logo,
            "main.typ": self.templat[templat],
            "data.json": data if isinstance(data, bytes) else as_json(data),
        }
        # The stub does not know that several files may be given.
        return typst.Compiler(  # type: ignore[type-var]
            berkas,
            font_paths=self._huruf,
            ignore_system_fonts=True,
            sys_inputs={"huruf": self._keluarga, "program": f"Buku SOP {VERSI}", **masukan},
        )


def template_files(root: Path, folder: str) -> dict[str, Path]:
    """Return the templates of a folder of the look by their paths in it: those of the handbook stand for ours."""
    return {
        p.relative_to(place).as_posix(): p
        for place in look_folders(root, folder)
        for p in sorted(place.rglob("*.typ"))
    }


def count_pages(pdf: bytes) -> int:
    """Read how many pages a PDF of our compiler has; its page tree is a single node that says so."""
    cocok = _HALAMAN.search(pdf)
    return int(cocok[1]) if cocok else 1


def as_json(data: Mapping[str, Any]) -> bytes:
    """Write data as the templates read it: the same data, the same bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()

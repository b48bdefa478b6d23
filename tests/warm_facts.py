"""What every build works out alike, from the code and its lists alone: worked out once, before anything is forked."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown import Markdown
from pydantic import BaseModel
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from buku_sop.adapters.cari.word_table import word_table
from buku_sop.analysis.kata.padanan_umum import padanan_umum
from tests.paths import ROOT

FENCE = re.compile(r"^ *```(\w+)", re.MULTILINE)


def work_out(extensions: Iterable[str]) -> None:
    """Find the roots of the guides' words, compile the patterns of Markdown and of what it colours, build our models."""
    guides = _texts(ROOT / "docs", "*.md")
    engine = (ROOT / "buku_sop" / "diagnostics", ROOT / "buku_sop" / "model" / "tulisan")
    said = [text for folder in engine for text in _texts(folder, "*.py")]
    word_table([*guides, *said], padanan=padanan_umum())
    for language in {found for text in guides for found in FENCE.findall(text)}:
        with contextlib.suppress(ClassNotFound):  # the diagrams'
            list(get_lexer_by_name(language).get_tokens("kunci: nilai\n"))
    Markdown(extensions=list(extensions)).convert("# Judul\n\n!!! note\n\n    a | b\n    --|--\n")
    for model in _models(BaseModel):
        model.model_rebuild(raise_errors=False)


def _texts(folder: Path, pattern: str) -> list[str]:
    return [p.read_text(encoding="utf-8") for p in sorted(folder.rglob(pattern))]


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in kind.__subclasses__():
        if model.__module__.startswith("buku_sop."):
            yield model
        yield from _models(model)

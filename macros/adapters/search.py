"""Indonesian search: the table of words that the search worker (``cari.js``) works with.

The table travels inside Material's own search index, so that the worker gets it with the pages,
online and offline, without another request.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary  # type: ignore[import-untyped]
from Sastrawi.Stemmer.Stemmer import Stemmer  # type: ignore[import-untyped]
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

from macros.analysis.kata import AKHIRAN, AWALAN, daftar_kata, tabel_kata
from macros.analysis.kata_dasar import FRASA_UTUH, KATA_TUGAS, MENYESATKAN, TAMBAHAN

__all__ = ["add_word_table", "word_table"]


def word_table(texts: Iterable[str]) -> dict[str, Any]:
    """Make the table for the words of `texts`, in the form that ``cari.js`` reads.

    `akar` and `frasa` are those of `TabelKata`; with them go the lists that the worker needs to
    find the root of a word that was typed but stands on no page.
    """
    tabel = tabel_kata(daftar_kata(texts), _stem, _kata_dasar())
    return {
        "akar": {root: " ".join(words) for root, words in tabel.akar.items()},
        "frasa": tabel.frasa,
        "utuh": FRASA_UTUH,
        "tugas": " ".join(sorted(KATA_TUGAS)),
        "awalan": AWALAN,
        "akhiran": AKHIRAN,
    }


def add_word_table(site_dir: Path, judul: Mapping[str, str] | None = None) -> None:
    """Put the table of words into ``search/search_index.json`` below `site_dir`.

    `judul` gives pages the titles that results show, by address ("sop/x/y/"): five offices have an SOP of
    the same name. They are HTML, as all titles of the index are.

    Call it when the search plugin has written the index and before the offline plugin wraps it in
    a script. Without an index (search switched off) nothing happens.
    """
    path = site_dir / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry["title"] = (judul or {}).get(entry["location"], entry["title"])
    texts = (
        text
        for entry in index["docs"]
        for text in (entry["title"], entry["text"], *entry.get("tags", ()))
    )
    index["config"]["kata"] = word_table(texts)
    path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


@cache
def _kata_dasar() -> frozenset[str]:
    """Return the root words of the language: PySastrawi's list, corrected for SOPs."""
    return (frozenset(StemmerFactory().get_words()) | TAMBAHAN) - MENYESATKAN


@cache
def _stemmer() -> Stemmer:
    return Stemmer(ArrayDictionary(sorted(_kata_dasar())))


@cache
def _stem(word: str) -> str:
    """Stem one word; what was stemmed is kept, since a live preview asks for the same ones again."""
    root: str = _stemmer().stem(word)
    return root

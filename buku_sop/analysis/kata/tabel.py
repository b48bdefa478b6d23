"""Indonesian words and their roots, for a search that finds "pengukuran" when asked for "ukur".

The table is made from the words of the site itself, so it is small and knows no word that no page
has. A dictionary stemmer does most of the work and is handed in; here stand the rules of affixes
for words it does not know, compound words, and what government papers use differently from it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from buku_sop.analysis.kata.kata_dasar import FRASA_UMUM, KATA_TUGAS, VARIAN

__all__ = ["AKHIRAN", "AWALAN", "TabelKata", "calon", "kata_unik", "tabel_kata"]

AWALAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("menge", ("",)),
    ("penge", ("",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("ber", ("",)),
    ("per", ("",)),
    ("ter", ("",)),
    ("me", ("",)),
    ("pe", ("",)),
    ("be", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
    ("pra", ("",)),
    ("pasca", ("",)),
    ("antar", ("",)),
    ("anti", ("",)),
    ("non", ("",)),
)
"""Prefixes, and the letter that each may have swallowed: menulis = men + (t)ulis."""

AKHIRAN = ("nya", "lah", "kah", "pun", "kan", "an", "i")
"""Suffixes and particles."""

_LANGKAH = 4
"""Affixes taken off at most: mem-per-(tanggungjawab)-kan-nya has four."""
_PENDEK = 3
"""Letters that a root has at least."""

_SEPARUH = 4
"""Letters that each half of a compound word has at least, unless it is a common one."""

_KATA = re.compile(r"[^\W\d_]{3,}")
_TANDA = re.compile(r"<[^>]*>|&\w+;")


@dataclass(frozen=True, slots=True)
class TabelKata:
    """Which words of the site belong together."""

    akar_kata: dict[str, tuple[str, ...]]
    """Root -> its derived words and other spellings on the site (the root itself is not among them), sorted."""
    frasa: dict[str, str]
    """Two roots with a space between -> the root they make when written as one:
    ``tanda tangan`` -> ``tandatangan``, as in "menandatangani"."""


def kata_unik(texts: Iterable[str]) -> frozenset[str]:
    """Collect the words of texts in lower case; tags and entities of HTML do not count."""
    words: set[str] = set()
    for text in texts:
        words.update(_KATA.findall(_TANDA.sub(" ", text).lower()))
    return frozenset(words)


def calon(kata: str) -> Iterator[str]:
    """List what may be left of a word without its affixes, fewest affixes taken off first."""
    seen = {kata}
    queue = deque([(kata, 0)])
    while queue:
        word, steps = queue.popleft()
        if steps:
            yield word
        if steps == _LANGKAH:
            continue
        for shorter in _lebih_pendek(word):
            if len(shorter) >= _PENDEK and shorter not in seen:
                seen.add(shorter)
                queue.append((shorter, steps + 1))


def _lebih_pendek(word: str) -> Iterator[str]:
    for suffix in AKHIRAN:
        if word.endswith(suffix):
            yield word.removesuffix(suffix)
    for prefix, swallowed in AWALAN:
        if word.startswith(prefix):
            rest = word.removeprefix(prefix)
            yield from (letter + rest for letter in swallowed)


def tabel_kata(
    words: Set[str],
    stem: Callable[[str], str],
    kata_dasar: Set[str],
    singkatan: Set[str] = frozenset(),
) -> TabelKata:
    """Group the words of the site by root.

    `stem` returns the root of a word, or the word itself; it is trusted where it ends at one of
    `kata_dasar`, the root words of the language. `singkatan` are no words and have no root.
    """
    akar_kata: dict[str, set[str]] = {}
    frasa = {pair: pair.replace(" ", "") for pair in FRASA_UMUM}
    for word in sorted(words - KATA_TUGAS - singkatan):
        root = _akar(word, words, stem, kata_dasar)
        if root is None:
            root = _majemuk(word, kata_dasar, frasa)
        root = VARIAN.get(root, root)
        if root != word:
            akar_kata.setdefault(root, set()).add(word)
    return TabelKata(
        {root: tuple(sorted(akar_kata[root])) for root in sorted(akar_kata)},
        {pair: frasa[pair] for pair in sorted(frasa)},
    )


def _akar(
    word: str, words: Set[str], stem: Callable[[str], str], kata_dasar: Set[str]
) -> str | None:
    """Find the root in the dictionary, else among the words of the site; None if in neither."""
    root = stem(word)
    if root in kata_dasar:
        return root
    for guess in calon(word):
        if guess in kata_dasar:
            return guess
        if guess in words and len(guess) > _PENDEK:
            return _akar(guess, words, stem, kata_dasar) or guess
    return None


def _majemuk(word: str, kata_dasar: Set[str], frasa: dict[str, str]) -> str:
    """Find two root words written as one, note them in `frasa`, and return them as one root."""
    guesses = (word, *calon(word))
    known = set(frasa.values())
    if common := next((guess for guess in guesses if guess in known), None):
        return common
    for guess in guesses:
        for cut in range(_SEPARUH, len(guess) - _SEPARUH + 1):
            if guess[:cut] in kata_dasar and guess[cut:] in kata_dasar:
                frasa[f"{guess[:cut]} {guess[cut:]}"] = guess
                return guess
    return word

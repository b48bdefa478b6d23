"""Indonesian search: from the texts of the pages to the index that the browser searches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary  # type: ignore[import-untyped]
from Sastrawi.Stemmer.Stemmer import Stemmer  # type: ignore[import-untyped]
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

from buku_sop.adapters.cari.luar import BukuDitanya, SopDicari, potongan_luar
from buku_sop.adapters.cari.pieces import potongan, tulis_potongan
from buku_sop.adapters.whole_files import write_whole
from buku_sop.analysis.kata.kata_dasar import (
    FRASA_UTUH,
    KATA_LISAN,
    KATA_RINGAN,
    KATA_TUGAS,
    MENYESATKAN,
    TAMBAHAN,
    VARIAN,
)
from buku_sop.analysis.kata.tabel import AKHIRAN, AWALAN, kata_unik, tabel_kata

__all__ = [
    "BahanCari",
    "HalamanDicari",
    "remember",
    "stemmed",
    "word_table",
    "write_search",
]

Arti = tuple[tuple[str, ...], ...]
"""For each meaning, what says it: itself and its abbreviations (`buku_sop.analysis.kata.singkatan.kelompok_arti`)."""


@dataclass(frozen=True, slots=True)
class HalamanDicari:
    """What the search knows of a page beside its text."""

    judul: str
    """What results are headed with: five offices have an SOP of the same name. HTML, as all titles are."""
    nama: tuple[str, ...]
    """What it is called by, without its office: an SOP also by its number. Plain text."""
    status: str = ""
    """A value of `Status`, where it is not in force: drafts come after their equals, the others after all."""
    jenis: str = ""
    """What it is about, one of the groups of results: "sop", "pelaksana", "dokumen", "instansi"."""
    instansi: str = ""
    """Id of the office whose page it is; empty where it is that of all."""
    kontak: tuple[tuple[str, str], ...] = ()
    """How an office is reached, for who finds nothing: what is shown, and the address that it leads to or ""."""


@dataclass(frozen=True, slots=True)
class BahanCari:
    """What a handbook adds to the search index."""

    halaman: Mapping[str, HalamanDicari] = field(default_factory=dict)
    """SOPs, offices and roles, by address ("sop/x/y/")."""
    arti: Arti = ()
    padanan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Everyday words, and what SOPs say instead (`buku_sop.analysis.kata.singkatan.sebutan_kata`)."""
    luar: Sequence[SopDicari] = ()
    """SOPs of other handbooks."""
    ditanya: Sequence[BukuDitanya] = ()
    """Other handbooks whose sites the browser asks; their SOPs are not among those."""


def word_table(
    texts: Iterable[str], arti: Arti = (), padanan: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, Any]:
    """Make the table for the words of `texts`, in the form that ``cari.js`` reads.

    `akar_kata` and `frasa` are those of `TabelKata`; with them go the lists that the worker needs to
    find the root of a word that was typed but stands on no page, and the meanings of abbreviations.
    """
    singkatan = frozenset(kata for _, *kelompok in arti for kata in kelompok)
    kata = kata_unik(texts)
    tabel = tabel_kata(kata, _stem, _kata_dasar(), singkatan)
    return {
        "akar": {root: " ".join(words) for root, words in tabel.akar_kata.items()},
        "frasa": tabel.frasa,
        "utuh": FRASA_UTUH,
        "tugas": " ".join(sorted(KATA_TUGAS)),
        "lisan": " ".join(sorted(KATA_LISAN)),
        "ringan": " ".join(sorted(KATA_RINGAN)),
        "awalan": AWALAN,
        "akhiran": AKHIRAN,
        "varian": VARIAN,
        "arti": arti,
        "padanan": _berguna(padanan or {}, kata | tabel.akar_kata.keys()),
    }


def _berguna(
    padanan: Mapping[str, tuple[str, ...]], ada: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Leave what pages say: words of a general list that no page has would only be carried about."""

    def pada_halaman(sebutan: str) -> bool:
        return all(k in ada or k in KATA_TUGAS or _stem(k) in ada for k in sebutan.split())

    hasil = {kata: tuple(filter(pada_halaman, semua)) for kata, semua in padanan.items()}
    return {kata: semua for kata, semua in hasil.items() if semua}


def write_search(site_dir: Path, bahan: BahanCari | None = None) -> None:
    """Make the index of the search from ``search/search_index.json`` below `site_dir`.

    What the search plugin wrote is taken up into pieces, and the file is left without its texts: nobody loads them.
    Call it before the offline plugin wraps it in a script. Without an index (search switched off) nothing happens.
    """
    path = site_dir / "search" / "search_index.json"
    if not path.is_file():
        return
    bahan = bahan or BahanCari()
    index = json.loads(path.read_text(encoding="utf-8"))
    entri, config = index["docs"], index["config"]
    for entry in entri:
        if halaman := bahan.halaman.get(entry["location"]):
            entry |= {
                "title": halaman.judul,
                "nama": halaman.nama,
                "status": halaman.status,
                "jenis": halaman.jenis,
                "instansi": halaman.instansi,
                "kontak": halaman.kontak,
            }
    texts = [text for entry in entri for text in (entry["title"], entry["text"])]
    lain = (*bahan.luar, *(s for buku in bahan.ditanya for s in buku.sop))
    texts += [escape(nama) for nama in dict.fromkeys(s.nama for s in lain)]
    tabel = word_table(texts, bahan.arti, bahan.padanan)
    pemisah = config["separator"]
    semua = potongan(entri, tabel, pemisah)
    if bahan.luar or bahan.ditanya:
        semua |= potongan_luar(bahan.luar, tabel, pemisah, bahan.ditanya)
    tulis_potongan(path.parent, semua, pemisah)
    write_whole(path, json.dumps({"config": config, "docs": []}).encode())


@cache
def _kata_dasar() -> frozenset[str]:
    """Return the root words of the language: PySastrawi's list, corrected for SOPs."""
    return (frozenset(StemmerFactory().get_words()) | TAMBAHAN | VARIAN.keys()) - MENYESATKAN


@cache
def _stemmer() -> Stemmer:
    return Stemmer(ArrayDictionary(sorted(_kata_dasar())))


_roots: dict[str, str] = {}


def _stem(word: str) -> str:
    """Stem one word, once."""
    root = _roots.get(word)
    if root is None:
        root = _roots[word] = str(_stemmer().stem(word))
    return root


def stemmed() -> Mapping[str, str]:
    """Return the words that have been stemmed, with their roots, which depend on nothing but the dictionary."""
    return _roots


def remember(roots: Mapping[str, str]) -> None:
    """Take up what has been stemmed before."""
    _roots.update(roots)

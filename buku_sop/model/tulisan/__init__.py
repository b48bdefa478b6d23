"""The words of the interface: one catalogue, by key, over which an office may lay its own (`tulisan` in the settings).

Keys are named by feature; texts have places in braces (`{banyak}`), which are filled in where they are shown. Templates
name a key as `tulis("<key>")`, and so do views. Scripts name it as `TULISAN.<key>`
(`overrides/assets/javascripts/tulisan.js`) and carry its text from the build on, so that no page loads a word more than
it may show; an office's own words for them travel in its pages.

What a form must say by the regulation is no word of the interface: labels of fields are in `buku_sop.model.bidang`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from buku_sop.model.tulisan.banding import BANDING
from buku_sop.model.tulisan.beranda import BERANDA
from buku_sop.model.tulisan.dokumen import DOKUMEN
from buku_sop.model.tulisan.kirim import KIRIM
from buku_sop.model.tulisan.mutu import MUTU
from buku_sop.model.tulisan.pelaksana import PELAKSANA
from buku_sop.model.tulisan.peramban import PERAMBAN
from buku_sop.model.tulisan.periksa import PERIKSA
from buku_sop.model.tulisan.peta import PETA
from buku_sop.model.tulisan.sop import SOP
from buku_sop.model.tulisan.sunting import SUNTING
from buku_sop.model.tulisan.umum import UMUM
from buku_sop.model.tulisan.waktu import WAKTU

__all__ = [
    "PENYUNTING",
    "PERAMBAN",
    "PERIKSA",
    "TULISAN",
    "isi_tempat",
    "pasang",
    "pisah_tempat",
    "tempat",
    "terpasang",
    "tulis",
]

_TEMPAT = re.compile(r"\{(\w+)\}")

_BAGIAN = (
    *(BERANDA, SOP, UMUM, PETA, BANDING, PELAKSANA, DOKUMEN, WAKTU, MUTU, PERIKSA),
    *(PERAMBAN, SUNTING, KIRIM),
)

TULISAN: Mapping[str, str] = MappingProxyType(
    dict(chain.from_iterable(bagian.items() for bagian in _BAGIAN))
)
"""All of it."""

PENYUNTING: Mapping[str, str] = MappingProxyType({**SUNTING, **KIRIM})
"""What the scripts of the editor write, which only its page loads."""


_terpasang: Mapping[str, str] = MappingProxyType({})


def pasang(sendiri: Mapping[str, str]) -> None:
    """Lay what an office says otherwise over all of it, for the whole program: as a language is set, once for a site."""
    global _terpasang
    _terpasang = MappingProxyType(dict(sendiri))


def terpasang() -> Mapping[str, str]:
    """Return what the office of this site says otherwise."""
    return _terpasang


def tempat(teks: str) -> tuple[str, ...]:
    """Name the places that a text leaves to be filled in, sorted."""
    return tuple(sorted(set(_TEMPAT.findall(teks))))


def tulis(kunci: str, /, **isi: object) -> str:
    """Fill in the text of a key, as this site says it. Raises KeyError for a key or a place that nobody knows."""
    return isi_tempat(_terpasang.get(kunci) or TULISAN[kunci], isi)


def isi_tempat(teks: str, isi: Mapping[str, object]) -> str:
    """Fill in the places of a text. Raises KeyError."""
    return _TEMPAT.sub(lambda cocok: str(isi[cocok[1]]), teks)


def pisah_tempat(teks: str) -> list[str]:
    """Split a text into what stands there, at even positions, and the names of its places."""
    return _TEMPAT.split(teks)

"""Short ASCII names for addresses and anchors, made from Indonesian text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PANJANG = 120
"""Longest slug in characters, before a number that tells equal ones apart. A ministerial
regulation has named its number and year by then."""

_TANPA_HURUF = "tanpa-nama"


def slug(teks: str) -> str:
    """Write a text with [a-z0-9-] only: "Kasubbag. Umum & Keuangan" -> "kasubbag-umum-dan-keuangan".

    Never empty and at most `PANJANG` long, cut between words where there are any. Different texts may
    give the same slug: see `unique_slugs`.
    """
    datar = unicodedata.normalize("NFKD", teks).replace("&", " dan ").casefold()
    urai = unicodedata.normalize("NFKD", datar)
    tanpa_tanda = "".join(c for c in urai if unicodedata.category(c) not in ("Mn", "Cf"))
    rapi = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʼ]", "", tanpa_tanda)).strip("-")
    if len(rapi) > PANJANG:
        potong = rapi[: PANJANG + 1].rpartition("-")[0]
        rapi = potong or rapi[:PANJANG]
    return rapi or _TANPA_HURUF


def unique_slugs(teks: Iterable[str]) -> list[str]:
    """Give each text a slug of its own, in order: the first keeps the plain one, others get "-2", "-3".

    A number never takes a slug that another text has by itself.
    """
    biasa = [slug(t) for t in teks]
    milik_sendiri, terpakai = set(biasa), set[str]()
    berikut: dict[str, int] = {}
    hasil = []
    for dasar in biasa:
        calon = dasar
        while calon in terpakai or (calon != dasar and calon in milik_sendiri):
            berikut[dasar] = berikut.get(dasar, 1) + 1
            calon = f"{dasar}-{berikut[dasar]}"
        terpakai.add(calon)
        hasil.append(calon)
    return hasil

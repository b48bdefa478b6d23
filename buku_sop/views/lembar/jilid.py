"""Volumes of a thick book: each has its own cover, contents and index (PermenPANRB 35/2012 lets a book be split so).

A book is set as a whole, which takes about 2 MB of memory for each page.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

HALAMAN_JILID = 250
"""Pages of sheets that a volume holds at most, unless one sheet alone has more."""


def bagi_jilid(halaman: Mapping[str, int], batas: int = HALAMAN_JILID) -> list[list[str]]:
    """Divide SOPs into volumes, given the pages of each by id, in order.

    An office begins a new volume where it does not fit into the one before.
    """
    jilid: list[list[str]] = []
    isi = 0
    for _, kantor in groupby(halaman, key=lambda id: id.partition("/")[0]):
        milik = list(kantor)
        if jilid and isi + sum(halaman[id] for id in milik) > batas:
            isi = batas + 1
        for id in milik:
            if not jilid or isi + halaman[id] > batas:
                jilid.append([])
                isi = 0
            jilid[-1].append(id)
            isi += halaman[id]
    return jilid

"""Volumes of a thick book: each has its own cover, contents and index (PermenPANRB 35/2012 lets a book be split so)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

SOP_JILID = 100
"""SOPs that a volume holds at most."""
HALAMAN_JILID = 200
"""Pages of sheets that a volume holds at most, unless one sheet alone has more: setting it takes memory for each."""


@dataclass(frozen=True, slots=True)
class LetakJilid:
    """One of the volumes of a book, and what each holds."""

    nomor: int
    """From 1."""
    berkas: tuple[str, ...]
    """The names of the files of all volumes, in order."""
    sop: tuple[tuple[str, ...], ...]
    """The ids of the SOPs in each."""

    @property
    def sebutan(self) -> str:
        """What the cover calls it."""
        return f"Jilid {self.nomor} dari {len(self.sop)}"


def bagi_jilid(
    halaman: Mapping[str, int], batas: int = HALAMAN_JILID, sop: int = SOP_JILID
) -> list[list[str]]:
    """Divide SOPs into volumes, given the pages of each by id, in order.

    An office begins a new volume where it does not fit into the one before.
    """
    jilid: list[list[str]] = []
    isi = 0
    for _, kantor in groupby(halaman, key=lambda id: id.partition("/")[0]):
        milik = list(kantor)
        if jilid and (
            isi + sum(halaman[id] for id in milik) > batas or len(jilid[-1]) + len(milik) > sop
        ):
            isi = batas + 1
        for id in milik:
            if not jilid or isi + halaman[id] > batas or len(jilid[-1]) >= sop:
                jilid.append([])
                isi = 0
            jilid[-1].append(id)
            isi += halaman[id]
    return jilid

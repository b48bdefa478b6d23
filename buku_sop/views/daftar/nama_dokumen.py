"""All documents of all offices by name, worked out for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.dokumen.indeks import Dokumen, kunci_dokumen, urutan_nama
from buku_sop.analysis.kata.slug import slug
from buku_sop.model import Handbook
from buku_sop.views.daftar.daftar import Pendaftar, urut_instansi
from buku_sop.views.daftar.dokumen import per_huruf
from buku_sop.views.dasar.bagi import BATAS, Bagian, bagi, muat


@dataclass(frozen=True, slots=True)
class NamaDokumen:
    """A name of documents, with the offices that have one."""

    nama: str
    kantor: tuple[tuple[str, str], ...]
    """(office, address of its document)."""


def bagi_nama(
    dokumen: Mapping[str, Sequence[Dokumen]], handbook: Handbook, batas: int = BATAS
) -> tuple[Bagian[tuple[Dokumen, ...]], ...]:
    """Give each letter its page: the documents of one name together; none where all names fit on one."""
    semua = _per_nama(dokumen, handbook)
    if muat((_berat(m) for m in semua), batas):
        return ()
    huruf = per_huruf((slug(m[0].nama), m) for m in semua)
    return bagi(
        ((f"huruf_{slug(h)}", h, m, _berat(m)) for h, milik in huruf.items() for m in milik), batas
    )


def _berat(milik: Sequence[Dokumen]) -> int:
    return 4 + len(milik)


def _per_nama(
    dokumen: Mapping[str, Sequence[Dokumen]], handbook: Handbook
) -> list[tuple[Dokumen, ...]]:
    """Put the documents of one name together, by name."""
    per_nama: dict[str, list[Dokumen]] = {}
    for i in urut_instansi(handbook):
        for satu in dokumen.get(i.id, ()):
            per_nama.setdefault(kunci_dokumen(satu.nama), []).append(satu)
    return [tuple(per_nama[k]) for k in sorted(per_nama, key=lambda k: (urutan_nama(k), k))]


class PenyusunNama:
    """Makes the list of all documents of all offices, or a part of it."""

    def __init__(self, pendaftar: Pendaftar) -> None:
        self.pendaftar = pendaftar

    def huruf(
        self, dokumen: Mapping[str, Sequence[Dokumen]]
    ) -> tuple[tuple[str, str, tuple[NamaDokumen, ...]], ...]:
        """Return (letter, anchor, names)."""
        semua = _per_nama(dokumen, self.pendaftar.handbook)
        return tuple(
            (huruf, f"huruf_{slug(huruf)}", tuple(milik))
            for huruf, milik in per_huruf((slug(m[0].nama), self.nama(m)) for m in semua).items()
        )

    def nama(self, milik: Sequence[Dokumen]) -> NamaDokumen:
        """Show the documents of one name."""
        return NamaDokumen(milik[0].nama, tuple(map(self._kantor, milik)))

    def _kantor(self, dokumen: Dokumen) -> tuple[str, str]:
        instansi = self.pendaftar.handbook.cari_instansi(dokumen.instansi)
        return instansi.sebutan, self.pendaftar.dokumen(dokumen)

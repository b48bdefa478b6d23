"""All documents of all offices by name, worked out for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.dokumen.indeks import Dokumen, kunci_dokumen, urutan_nama
from buku_sop.analysis.kata.slug import slug
from buku_sop.views.daftar.daftar import Pendaftar, urut_instansi
from buku_sop.views.daftar.dokumen import per_huruf
from buku_sop.views.dasar.alamat import halaman_dokumen


@dataclass(frozen=True, slots=True)
class NamaDokumen:
    """A name of documents, with the offices that have one."""

    nama: str
    kantor: tuple[tuple[str, str], ...]
    """(office, address of its document)."""


class PenyusunNama:
    """Makes the list of all documents of all offices."""

    def __init__(self, dokumen: Mapping[str, Sequence[Dokumen]], pendaftar: Pendaftar) -> None:
        self.dokumen, self.pendaftar = dokumen, pendaftar

    def huruf(self) -> tuple[tuple[str, str, tuple[NamaDokumen, ...]], ...]:
        """Return (letter, anchor, names)."""
        per_nama: dict[str, list[Dokumen]] = {}
        for i in urut_instansi(self.pendaftar.handbook):
            for satu in self.dokumen.get(i.id, ()):
                per_nama.setdefault(kunci_dokumen(satu.nama), []).append(satu)
        urut = (per_nama[kunci] for kunci in sorted(per_nama, key=lambda k: (urutan_nama(k), k)))
        semua = ((slug(milik[0].nama), self._nama(milik)) for milik in urut)
        return tuple(
            (huruf, f"huruf_{slug(huruf)}", tuple(milik))
            for huruf, milik in per_huruf(semua).items()
        )

    def _nama(self, milik: list[Dokumen]) -> NamaDokumen:
        return NamaDokumen(milik[0].nama, tuple(map(self._kantor, milik)))

    def _kantor(self, dokumen: Dokumen) -> tuple[str, str]:
        instansi = self.pendaftar.handbook.cari_instansi(dokumen.instansi)
        return instansi.sebutan, self.pendaftar.alamat.ke(
            halaman_dokumen(instansi.id), dokumen.slug
        )

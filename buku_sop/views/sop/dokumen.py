"""The documents of an SOP, for its page: which of its steps need each, and which make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from buku_sop.analysis.dokumen.indeks import Dokumen, TempatLangkah
from buku_sop.model import Sop
from buku_sop.views.dasar.alamat import Alamat, halaman_dokumen
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.nomor import sebut_nomor

__all__ = ["DokumenSop", "LangkahDisebut", "dokumen_sop"]


@dataclass(frozen=True, slots=True)
class LangkahDisebut:
    """A step of the SOP that is read."""

    nomor: str
    """As words name it; with its procedure, where the SOP has several."""
    href: str


@dataclass(frozen=True, slots=True)
class DokumenSop:
    """A document that steps of the SOP need or make."""

    nama: str
    href: str
    """Its way through all SOPs of the office."""
    diperlukan: tuple[LangkahDisebut, ...]
    dihasilkan: tuple[LangkahDisebut, ...]


def dokumen_sop(
    sop: Sop,
    dokumen: Iterable[Dokumen],
    alamat: Alamat,
    letak: Mapping[tuple[str, str], str] | None = None,
) -> tuple[DokumenSop, ...]:
    """List the documents of an SOP in the order in which its steps come upon them.

    `letak` names the page of those that do not stand on the page of their office, by office and slug.
    """
    semua = []
    for d in dokumen:
        dipakai, dibuat = (_milik(sop, t) for t in (d.dipakai, d.dibuat))
        if dipakai or dibuat:
            halaman = (letak or {}).get((d.instansi, d.slug)) or halaman_dokumen(sop.instansi)
            tampil = DokumenSop(
                d.nama,
                alamat.ke(halaman, d.slug),
                tuple(_langkah(sop, dipakai)),
                tuple(_langkah(sop, dibuat)),
            )
            pertama = min(dipakai + dibuat)
            semua.append((pertama, pertama not in dipakai, tampil))
    return tuple(tampil for *_, tampil in sorted(semua, key=lambda x: x[:2]))


def _milik(sop: Sop, tempat: Iterable[TempatLangkah]) -> list[TempatLangkah]:
    return [t for t in tempat if t.sop == sop.id]


def _langkah(sop: Sop, tempat: Iterable[TempatLangkah]) -> Iterator[LangkahDisebut]:
    banyak = len(sop.prosedur)
    for t in tempat:
        nomor = sebut_nomor(sop.prosedur[t.prosedur], t.langkah)
        yield LangkahDisebut(
            f"{t.prosedur + 1}.{nomor}" if banyak > 1 else nomor,
            f"#{jangkar_langkah(t.prosedur, t.langkah, banyak)}",
        )

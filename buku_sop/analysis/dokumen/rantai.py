"""The way of a document from SOP to SOP: where it is made, worked on, used and kept.

Documents are an office's own. Two offices are joined over a document only where an SOP of one refers to
the SOP of the other, and both write its name alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from buku_sop.analysis.dokumen.indeks import Dokumen, TempatLangkah, kunci_dokumen
from buku_sop.analysis.dokumen.simpanan import Pencari, Simpanan
from buku_sop.model import Handbook, Sop


@dataclass(frozen=True, slots=True)
class Rantai:
    """A document with its way. SOPs are given by their ids."""

    dokumen: Dokumen
    asal: tuple[str, ...] = ()
    """SOPs that make it before they need it."""
    antara: tuple[str, ...] = ()
    """SOPs that need it and then make it again."""
    akhir: tuple[str, ...] = ()
    """SOPs that only need it."""
    dari_luar: tuple[TempatLangkah, ...] = ()
    """Steps of other offices that make it for this one."""
    ke_luar: tuple[TempatLangkah, ...] = ()
    """Steps of other offices that need what this one makes."""
    tahap: tuple[tuple[str, ...], ...] = ()
    """The stages of its way, with the SOPs of each; those that guide nobody any more are left out."""
    disimpan: tuple[Simpanan, ...] = ()
    hasil_akhir: bool = False
    """Whether a procedure ends with making it."""

    @property
    def sop(self) -> tuple[str, ...]:
        """Every SOP on its way, each once."""
        return tuple(dict.fromkeys(id for tahap in self.tahap for id in tahap))

    @property
    def menghubungkan(self) -> bool:
        """Whether it passes from one SOP to another."""
        return len(self.tahap) > 1 or len(set(self.sop) & set(self.antara)) > 1

    @property
    def tanpa_asal(self) -> bool:
        """Whether it is needed and made nowhere."""
        return not self.dokumen.dibuat and not self.dari_luar

    @property
    def tanpa_pemakai(self) -> bool:
        """Whether it is made and needed nowhere."""
        return not self.dokumen.dipakai and not self.ke_luar


def daftar_rantai(
    handbook: Handbook, antarinstansi: Iterable[tuple[str, str]], dokumen: Iterable[Dokumen]
) -> tuple[Rantai, ...]:
    """Follow each of the documents, in their order. They are all documents of the handbook.

    `antarinstansi` are the pairs of SOPs of different offices between which documents pass, either way.
    """
    semua = tuple(dokumen)
    luar = _Luar(antarinstansi, semua)
    hasil = []
    for instansi, milik in groupby(semua, key=lambda d: d.instansi):
        punya = tuple(milik)
        pencari = Pencari(handbook, instansi, punya)
        hasil += [
            _satu(handbook, d, luar, pencari.simpanan.get(kunci_dokumen(d.nama), ())) for d in punya
        ]
    return tuple(hasil)


def _satu(
    handbook: Handbook, dokumen: Dokumen, luar: _Luar, disimpan: tuple[Simpanan, ...]
) -> Rantai:
    kunci = dokumen.instansi, kunci_dokumen(dokumen.nama)
    dibuat, dipakai = _pertama(dokumen.dibuat), _pertama(dokumen.dipakai)
    asal = tuple(s for s, t in dibuat.items() if s not in dipakai or t < dipakai[s])
    antara = tuple(s for s, t in dibuat.items() if s in dipakai and t >= dipakai[s])
    akhir = tuple(s for s in dipakai if s not in dibuat)
    dari_luar, ke_luar = tuple(luar.dari.get(kunci, ())), tuple(luar.ke.get(kunci, ()))
    return Rantai(
        dokumen,
        asal,
        antara,
        akhir,
        dari_luar,
        ke_luar,
        tuple(
            hidup
            for sop in ((*_pertama(dari_luar), *asal), antara, (*akhir, *_pertama(ke_luar)))
            if (hidup := tuple(id for id in sop if not _cari(handbook, id).tamat))
        ),
        disimpan,
        any(_terakhir(handbook, t) for t in dokumen.dibuat),
    )


def _pertama(tempat: Iterable[TempatLangkah]) -> Mapping[str, TempatLangkah]:
    """Return the first of these steps in each SOP."""
    return {id: next(milik) for id, milik in groupby(tempat, key=lambda t: t.sop)}


def _terakhir(handbook: Handbook, tempat: TempatLangkah) -> bool:
    langkah = _cari(handbook, tempat.sop).prosedur[tempat.prosedur].langkah
    return tempat.langkah == len(langkah) - 1


def _cari(handbook: Handbook, id: str) -> Sop:
    sop = handbook.cari_sop(id)
    assert sop is not None
    return sop


class _Luar:
    """What goes from one office to another: by (office, key of the document)."""

    def __init__(
        self, antarinstansi: Iterable[tuple[str, str]], dokumen: tuple[Dokumen, ...]
    ) -> None:
        self.dari: dict[tuple[str, str], list[TempatLangkah]] = {}
        self.ke: dict[tuple[str, str], list[TempatLangkah]] = {}
        terkait = sorted({p for a, b in antarinstansi for p in ((a, b), (b, a))})
        ikut = {id for pasangan in terkait for id in pasangan}
        dibuat = _per_sop(ikut, ((d, d.dibuat) for d in dokumen))
        dipakai = _per_sop(ikut, ((d, d.dipakai) for d in dokumen))
        for pembuat, pemakai in terkait:
            milik = dibuat.get(pembuat, {}), dipakai.get(pemakai, {})
            for kunci in milik[0].keys() & milik[1].keys():
                _catat(self.dari, (_instansi(pemakai), kunci), milik[0][kunci])
                _catat(self.ke, (_instansi(pembuat), kunci), milik[1][kunci])


def _per_sop(
    sop: set[str], dokumen: Iterable[tuple[Dokumen, tuple[TempatLangkah, ...]]]
) -> dict[str, dict[str, list[TempatLangkah]]]:
    """Turn steps by document into steps by SOP and document, for some SOPs."""
    hasil: dict[str, dict[str, list[TempatLangkah]]] = {}
    for satu, semua in dokumen:
        for tempat in semua:
            if tempat.sop in sop:
                milik = hasil.setdefault(tempat.sop, {})
                milik.setdefault(kunci_dokumen(satu.nama), []).append(tempat)
    return hasil


def _catat(
    ke: dict[tuple[str, str], list[TempatLangkah]],
    kunci: tuple[str, str],
    tempat: list[TempatLangkah],
) -> None:
    milik = ke.setdefault(kunci, [])
    milik += [t for t in tempat if t not in milik]


def _instansi(sop: str) -> str:
    return sop.partition("/")[0]

"""SOPs that are tied by what they say, and whose keterkaitan does not say it: what to propose to the office.

Better nothing than a wrong proposal: of two SOPs, one names the other in a step, or makes a document that is known to
few and that the other one needs (`aliran_dokumen`); neither lists the other yet, not even in words that may mean it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from buku_sop.analysis.dokumen.aliran_dokumen import Aliran, susun_aliran
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.kata.nama import kunci_nama, sebut_sop
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Keterkaitan
from buku_sop.model import Handbook, Sop, Status

__all__ = ["Usul", "baris_usul", "susun_usul"]

_HIDUP = (Status.DRAF, Status.BERLAKU)
_POLOS = re.compile(r"[^\W\d_][\w/ .()’'-]*[\w.)’']|[^\W\d_]")
"""Text that YAML takes as it stands, also in a list between brackets."""
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Usul:
    """A proposal: this SOP should list that one."""

    sop: str
    """The id of the SOP whose `keterkaitan` lacks it."""
    terkait: str
    """The id of the SOP to be listed."""
    menyebut: tuple[TempatLangkah, ...] = ()
    """Steps whose keterangan names it."""
    aliran: tuple[Aliran, ...] = ()
    """Documents that flow between the two."""


def susun_usul(handbook: Handbook, keterkaitan: Keterkaitan) -> Mapping[str, tuple[Usul, ...]]:
    """Return the proposals by the SOP that should list another, each pair of SOPs once.

    It is the SOP that names the other; else the one that needs what the other makes.
    """
    tercantum = _tercantum(handbook, keterkaitan)
    menyebut: dict[tuple[str, str], list[TempatLangkah]] = {}
    for dari, ke, tempat in _sebutan(handbook, keterkaitan):
        menyebut.setdefault((dari, ke), []).append(tempat)
    aliran: dict[frozenset[str], list[Aliran]] = {}
    for satu in susun_aliran(handbook):
        aliran.setdefault(frozenset((satu.dari, satu.ke)), []).append(satu)
    pasangan = dict.fromkeys((*menyebut, *((a.ke, a.dari) for b in aliran.values() for a in b)))
    hasil: dict[str, list[Usul]] = {}
    sudah = set(tercantum)
    for sop, terkait in pasangan:
        berdua = frozenset((sop, terkait))
        if berdua in sudah or not (_hidup(handbook, sop) and _hidup(handbook, terkait)):
            continue
        sudah.add(berdua)
        langkah = tuple(dict.fromkeys(menyebut.get((sop, terkait), ())))
        usul = Usul(sop, terkait, langkah, tuple(aliran.get(berdua, ())))
        hasil.setdefault(sop, []).append(usul)
    return {sop: tuple(semua) for sop, semua in hasil.items()}


def _hidup(handbook: Handbook, id: str) -> bool:
    sop = handbook.cari_sop(id)
    return sop is not None and sop.status in _HIDUP and not sop.berlaku_sampai


def _tercantum(handbook: Handbook, keterkaitan: Keterkaitan) -> Iterator[frozenset[str]]:
    """Yield the pairs of which one lists the other, or may, or is its successor."""
    kata_nama: dict[str, list[tuple[frozenset[str], str]]] = {}
    for sop in handbook.sop:
        for nama in (sop.nama, *sop.nama_lain):
            kata_nama.setdefault(sop.instansi, []).append((_kata(nama), sop.id))
    for sop in handbook.sop:
        pengganti = keterkaitan.digantikan_oleh.get(sop.id)
        semua = (*keterkaitan.keterkaitan.get(sop.id, ()), *([pengganti] if pengganti else []))
        for tautan in semua:
            yield from (frozenset((sop.id, id)) for id in (tautan.sop, *tautan.calon))
            if tautan.jenis in (JenisTautan.BELUM_ADA, JenisTautan.PADANAN):
                kata = _kata(tautan.teks)
                for milik, id in kata_nama[sop.instansi]:
                    if _serupa(kata, milik):
                        yield frozenset((sop.id, id))


def _kata(nama: str) -> frozenset[str]:
    return frozenset(kunci_nama(nama).split())


def _serupa(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a misspelt or shortened name may mean another: they share half of the shorter one's words."""
    return 2 * len(a & b) >= min(len(a), len(b))


def _sebutan(
    handbook: Handbook, keterkaitan: Keterkaitan
) -> Iterator[tuple[str, str, TempatLangkah]]:
    """Yield (who, whom, where) of every keterangan that names an SOP beyond doubt."""
    for sop in handbook.sop:
        for p, prosedur in enumerate(sop.prosedur):
            for i in range(len(prosedur.langkah)):
                for potongan in (x for b in keterkaitan.keterangan(sop.id, p, i) for x in b):
                    if potongan.tautan and potongan.tautan.jenis is JenisTautan.TERTAUT:
                        yield sop.id, potongan.tautan.sop, TempatLangkah(sop.id, p, i)


def baris_usul(handbook: Handbook, sop: Sop, terkait: Iterable[Sop]) -> Iterator[str]:
    """Yield how each proposed SOP is written into the file of `sop`, in the style of what stands there.

    A name, as the official sheet prints it; the id where the name would not lead to that SOP alone, or where the file
    has ids throughout. One text is left one text; a list gets an item.
    """
    ada = sop.keterkaitan
    teks = [_sebut(handbook, sop, satu) for satu in terkait]
    if len(teks) == 1 and not ada:
        yield f"keterkaitan: {_yaml(teks[0])}"
    elif len(teks) == 1 and len(ada) == 1:
        yield f"keterkaitan: [{_yaml(ada[0])}, {_yaml(teks[0])}]"
    else:
        yield from (f"- {_yaml(satu)}" for satu in teks)


def _sebut(handbook: Handbook, sop: Sop, terkait: Sop) -> str:
    kunci = kunci_nama(terkait.nama)
    senama = [
        lain.id
        for lain in handbook.milik(sop.instansi)
        if kunci_nama(lain.nama) == kunci and lain.status in _HIDUP
    ]
    ids = bool(sop.keterkaitan) and all(_ID.fullmatch(t.strip()) for t in sop.keterkaitan)
    if ids or not kunci or senama != [terkait.id]:
        return terkait.id
    nama = " ".join(terkait.nama.split())
    bersop = sum(t.strip().casefold().startswith("sop ") for t in sop.keterkaitan)
    return sebut_sop(nama) if 2 * bersop > len(sop.keterkaitan) else nama


def _yaml(teks: str) -> str:
    """Write a text as YAML: plain where that is safe, else between quotation marks."""
    return teks if _POLOS.fullmatch(teks) else json.dumps(teks, ensure_ascii=False)

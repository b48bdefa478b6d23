"""The SOPs as a network: who refers to whom and how, also in other handbooks, and what is referred to but missing.

The same facts as `keterkaitan`, seen from the whole: nodes and lines, ready to be drawn and listed. References of an
SOP to itself are no lines; the quality report tells of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Keterkaitan, Tautan
from buku_sop.analysis.keterkaitan.tautan import TujuanLuar
from buku_sop.model import Handbook, Sop

__all__ = ["Garis", "Jaringan", "JenisGaris", "Simpul", "susun_jaringan"]

_TIADA, _LUAR = "?", "@"
"""Begin the keys of what is missing and of what is in another handbook; no id of an SOP or an office begins so."""
_MUNGKIN = (JenisTautan.GANDA, JenisTautan.MIRIP)
"""References to what may be meant."""


class JenisGaris(StrEnum):
    """How an SOP refers to another; the first says more than the last."""

    PENGGANTI = "pengganti"
    """`digantikan_oleh`."""
    KETERKAITAN = "keterkaitan"
    """Listed in `keterkaitan`."""
    KETERANGAN = "keterangan"
    """Named in the keterangan of a step."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """An SOP, or a name that an office uses for one it does not have."""

    kunci: str
    """The id of the SOP; what is missing has a key of its own."""
    nama: str
    instansi: str
    """The office; of what is missing, the one that misses it; of an SOP of another handbook a key that no office has."""
    ada: bool = True
    padanan: tuple[str, ...] = ()
    """Of what is missing: SOPs of that name in other offices."""
    buku_lain: TujuanLuar | None = None
    """The SOP of another handbook, where it is one."""
    padanan_luar: tuple[TujuanLuar, ...] = ()
    """Of what is missing: SOPs of that name in other handbooks."""


@dataclass(frozen=True, slots=True)
class Garis:
    """One SOP refers to another in one way."""

    dari: str
    ke: str
    jenis: JenisGaris
    langkah: tuple[TempatLangkah, ...] = ()
    """The steps that name it, in order, when KETERANGAN."""
    pasti: bool = True
    """False when the words fit several SOPs, and this is one of them."""


@dataclass(frozen=True, slots=True)
class Jaringan:
    """Nodes and lines. Lines are sorted by their ends, and for two ends by `JenisGaris`."""

    simpul: Mapping[str, Simpul]
    """By key, sorted."""
    garis: tuple[Garis, ...]
    _keluar: Mapping[str, tuple[Garis, ...]]
    _masuk: Mapping[str, tuple[Garis, ...]]

    def keluar(self, kunci: str) -> tuple[Garis, ...]:
        """Return what a node refers to."""
        return self._keluar.get(kunci, ())

    def masuk(self, kunci: str) -> tuple[Garis, ...]:
        """Return what refers to a node."""
        return self._masuk.get(kunci, ())

    def sekitar(self, instansi: str) -> Jaringan:
        """Return the part around an office: its nodes, their lines, and what those lead to elsewhere."""
        milik = {k for k, s in self.simpul.items() if s.instansi == instansi}
        garis = [g for g in self.garis if g.dari in milik or g.ke in milik]
        ujung = milik.union(*((g.dari, g.ke) for g in garis))
        return _jaringan((s for k, s in self.simpul.items() if k in ujung), garis)


def susun_jaringan(handbook: Handbook, keterkaitan: Keterkaitan) -> Jaringan:
    """Turn the references of a handbook into a network."""
    penyusun = _PenyusunJaringan(keterkaitan)
    for sop in handbook.sop:
        penyusun.tambah(sop)
    garis = (
        Garis(dari, ke, jenis, tuple(dict.fromkeys(langkah)), (dari, ke, jenis) in penyusun.pasti)
        for (dari, ke, jenis), langkah in penyusun.garis.items()
    )
    return _jaringan(penyusun.simpul.values(), garis)


class _PenyusunJaringan:
    def __init__(self, keterkaitan: Keterkaitan) -> None:
        self.rujukan = keterkaitan
        self.simpul: dict[str, Simpul] = {}
        self.garis: dict[tuple[str, str, JenisGaris], list[TempatLangkah]] = {}
        self.pasti: set[tuple[str, str, JenisGaris]] = set()

    def tambah(self, sop: Sop) -> None:
        """Add an SOP with all its references."""
        self.simpul[sop.id] = Simpul(sop.id, sop.nama, sop.instansi)
        if pengganti := self.rujukan.digantikan_oleh.get(sop.id):
            self._tarik(sop, pengganti, JenisGaris.PENGGANTI)
        for tautan in self.rujukan.keterkaitan.get(sop.id, ()):
            self._tarik(sop, tautan, JenisGaris.KETERKAITAN)
        for tempat, tautan in self._keterangan(sop):
            self._tarik(sop, tautan, JenisGaris.KETERANGAN, tempat)

    def _keterangan(self, sop: Sop) -> Iterator[tuple[TempatLangkah, Tautan]]:
        for p, prosedur in enumerate(sop.prosedur):
            for i in range(len(prosedur.langkah)):
                for butir in self.rujukan.keterangan(sop.id, p, i):
                    for potongan in butir:
                        if potongan.tautan:
                            yield TempatLangkah(sop.id, p, i), potongan.tautan

    def _tarik(
        self, sop: Sop, tautan: Tautan, jenis: JenisGaris, tempat: TempatLangkah | None = None
    ) -> None:
        """Draw the lines of one reference: one, or one to each SOP that may be meant."""
        if tautan.jenis in (JenisTautan.DIRI, JenisTautan.KOSONG, JenisTautan.BUKAN):
            return
        if tautan.pasti:
            tujuan: tuple[str, ...] = (self._di_luar(tautan.luar[0]),)
        elif tautan.jenis is JenisTautan.TERTAUT:
            tujuan = (tautan.sop,)
        elif tautan.jenis in _MUNGKIN:
            tujuan = tuple(id for id in tautan.calon if id != sop.id)
        else:
            tujuan = (self._tiada(sop, tautan),)
        for ke in tujuan:
            kunci = sop.id, ke, jenis
            self.garis.setdefault(kunci, []).extend([tempat] if tempat else [])
            if tautan.jenis not in _MUNGKIN:
                self.pasti.add(kunci)

    def _tiada(self, sop: Sop, tautan: Tautan) -> str:
        """Add what is missing; an office misses it once, however it is spelt."""
        nama = " ".join(tautan.teks.split())
        kunci = f"{_TIADA}{sop.instansi}/{kunci_nama(nama) or nama.casefold()}"
        simpul = Simpul(kunci, nama, sop.instansi, False, tautan.calon, padanan_luar=tautan.luar)
        self.simpul.setdefault(kunci, simpul)
        return kunci

    def _di_luar(self, tujuan: TujuanLuar) -> str:
        """Add an SOP of another handbook."""
        kantor = f"{_LUAR}{tujuan.instansi}\n{tujuan.buku}"
        kunci = f"{kantor}\n{tujuan.id}"
        self.simpul.setdefault(kunci, Simpul(kunci, tujuan.nama, kantor, buku_lain=tujuan))
        return kunci


def _jaringan(simpul: Iterable[Simpul], garis: Iterable[Garis]) -> Jaringan:
    urutan = {jenis: i for i, jenis in enumerate(JenisGaris)}
    urut = tuple(sorted(garis, key=lambda g: (g.dari, g.ke, urutan[g.jenis])))
    keluar: dict[str, list[Garis]] = {}
    masuk: dict[str, list[Garis]] = {}
    for satu in urut:
        keluar.setdefault(satu.dari, []).append(satu)
        masuk.setdefault(satu.ke, []).append(satu)
    return Jaringan(
        MappingProxyType({s.kunci: s for s in sorted(simpul, key=lambda s: s.kunci)}),
        urut,
        MappingProxyType({k: tuple(v) for k, v in keluar.items()}),
        MappingProxyType({k: tuple(v) for k, v in masuk.items()}),
    )

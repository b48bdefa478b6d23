"""How SOPs refer to each other: `keterkaitan`, "SOP …" in a keterangan cell, `digantikan_oleh`.

A reference is an id, a name or a number. A name means an SOP of the same office, first by `nama`, then by
`nama_lain`. An SOP of that name in another office is a *padanan* (counterpart), and one whose name differs by a year or
an abbreviation in brackets is *mirip*: offered, never taken for what was meant. One item of `keterkaitan` may name
several SOPs. What resolves to nothing is kept and shown as not yet in the handbook; what names no SOP ("-", an office, a
regulation) stays plain words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from buku_sop.analysis.kata.nama import kunci_nama, kunci_nomor
from buku_sop.analysis.kata.sebutan import DaftarNama, Sebutan, bagi_sebutan, cari_sebutan
from buku_sop.analysis.keterkaitan.kenali import (
    bagi_baris,
    berarti_kosong,
    bukan_sop,
    kunci_longgar,
    nomor_disebut,
    tanpa_nomor,
)
from buku_sop.model import Handbook, Sop

__all__ = [
    "JenisTautan",
    "Keterkaitan",
    "Potongan",
    "Rujukan",
    "Tautan",
    "kunci_nama",
    "susun_keterkaitan",
]


class JenisTautan(StrEnum):
    """What became of a reference."""

    TERTAUT = "tertaut"
    PADANAN = "padanan"
    """Only other offices have an SOP of this name."""
    GANDA = "ganda"
    """Several SOPs of the office have this name."""
    BELUM_ADA = "belum ada"
    DIRI = "diri sendiri"
    MIRIP = "mirip"
    """One SOP of the office has this name but for a year or an abbreviation in brackets."""
    KOSONG = "kosong"
    """It names nothing, as "-" and "Tidak ada" do."""
    BUKAN = "bukan sop"
    """It names something else: all SOPs, an office, a regulation, a document."""


@dataclass(frozen=True, slots=True)
class Tautan:
    """A reference in the writer's words, and what it leads to."""

    teks: str
    jenis: JenisTautan
    sop: str = ""
    """The id, when TERTAUT or DIRI."""
    calon: tuple[str, ...] = ()
    """The ids to choose from, sorted, when PADANAN, GANDA or MIRIP."""
    butir: int = field(default=0, compare=False)
    """The item of `keterkaitan` in which it stands, from 0."""
    nama: str = field(default="", compare=False)
    """The name of the SOP, where the writer gave its id."""

    @property
    def tampil(self) -> str:
        """What readers see: an id names a file, not an SOP."""
        return self.nama or self.teks


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of a keterangan: plain text, or the name of an SOP. Joined they are the cell again."""

    teks: str
    tautan: Tautan | None = None


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A place that refers to an SOP."""

    sop: str
    """The id of the SOP that refers."""
    langkah: int | None = None
    """The number of the step, from 1, when it stands in a keterangan."""
    prosedur: int = 0
    """The procedure of that step, from 0."""


@dataclass(frozen=True, slots=True)
class Keterkaitan:
    """All references of a handbook, resolved, and their reverse."""

    keterkaitan: Mapping[str, tuple[Tautan, ...]]
    """By SOP id: what the items of its `keterkaitan` name, in order; one item may name several."""
    digantikan_oleh: Mapping[str, Tautan]
    """By SOP id, only for those that name their successor."""
    dirujuk_oleh: Mapping[str, tuple[Rujukan, ...]]
    """By SOP id: who refers to it, sorted; from its `keterkaitan` and keterangan, never from itself."""
    _keterangan: Mapping[tuple[str, int, int], tuple[tuple[Potongan, ...], ...]]
    _padanan: Mapping[str, tuple[str, ...]]

    def keterangan(self, sop: str, p: int, i: int) -> tuple[tuple[Potongan, ...], ...]:
        """Return the items of the keterangan cell of a step, cut; `p` and `i` count from 0."""
        return self._keterangan.get((sop, p, i), ())

    def padanan(self, sop: str) -> tuple[str, ...]:
        """Return the ids of SOPs in other offices that share a name with this one, sorted."""
        return self._padanan.get(sop, ())

    def antarinstansi(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of SOPs of different offices of which the second refers to the first, sorted."""
        pasangan = {(ke, r.sop) for ke, semua in self.dirujuk_oleh.items() for r in semua}
        return tuple(sorted(p for p in pasangan if _instansi(p[0]) != _instansi(p[1])))


def _instansi(sop: str) -> str:
    return sop.partition("/")[0]


def susun_keterkaitan(handbook: Handbook) -> Keterkaitan:
    """Resolve every reference of a handbook. Takes time in proportion to its text."""
    penaut = _Penaut(handbook)
    keterkaitan = {
        s.id: tuple(
            replace(tautan, butir=n)
            for n, teks in enumerate(s.keterkaitan)
            for tautan in penaut.tautkan_semua(s, teks)
        )
        for s in handbook.sop
    }
    keterangan = {
        (s.id, p, i): tuple(penaut.potong(s, teks) for teks in langkah.keterangan)
        for s in handbook.sop
        for p, prosedur in enumerate(s.prosedur)
        for i, langkah in enumerate(prosedur.langkah)
        if langkah.keterangan
    }
    return Keterkaitan(
        keterkaitan=MappingProxyType(keterkaitan),
        digantikan_oleh=MappingProxyType(
            {s.id: penaut.pengganti(s) for s in handbook.sop if s.digantikan_oleh}
        ),
        dirujuk_oleh=MappingProxyType(_balik(handbook, keterkaitan, keterangan)),
        _keterangan=MappingProxyType(keterangan),
        _padanan=MappingProxyType({s.id: penaut.padanan(s) for s in handbook.sop}),
    )


def cari_pengganti(handbook: Handbook) -> Mapping[str, Tautan]:
    """Resolve what each SOP names as its successor (`digantikan_oleh`), by the id of the one replaced."""
    if not any(s.digantikan_oleh for s in handbook.sop):
        return {}
    penaut = _Penaut(handbook)
    return {s.id: penaut.pengganti(s) for s in handbook.sop if s.digantikan_oleh}


class _Penaut:
    """Resolves references against the names of a handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.nama: dict[tuple[str, str], list[Sop]] = {}
        """The SOPs of an office by their `nama`."""
        self.nama_lain: dict[tuple[str, str], list[Sop]] = {}
        self.semua: dict[str, dict[str, Sop]] = {}
        """The SOPs of all offices by any of their names."""
        self.nomor: dict[tuple[str, str], list[Sop]] = {}
        self.longgar: dict[tuple[str, str], dict[str, Sop]] = {}
        """The SOPs of an office by their names without years and abbreviations."""
        self.per_id = {s.id: s for s in handbook.sop}
        for sop in handbook.sop:
            self._daftarkan(sop)
        nomor = {n for _, n in self.nomor}
        self.daftar = DaftarNama(self.semua, [s.id for s in handbook.sop], nomor)
        self.kantor = {kunci_nama(n) for i in handbook.instansi for n in (i.nama, i.nama_pendek)}

    def _daftarkan(self, sop: Sop) -> None:
        for kunci in _kunci_sop(sop):
            tempat = self.nama if kunci == kunci_nama(sop.nama) else self.nama_lain
            tempat.setdefault((sop.instansi, kunci), []).append(sop)
            self.semua.setdefault(kunci, {})[sop.id] = sop
        for nama in (sop.nama, *sop.nama_lain):
            if kunci := kunci_longgar(nama):
                self.longgar.setdefault((sop.instansi, kunci), {})[sop.id] = sop
        if nomor := kunci_nomor(sop.nomor):
            self.nomor.setdefault((sop.instansi, nomor), []).append(sop)

    def tautkan_semua(self, sop: Sop, teks: str) -> tuple[Tautan, ...]:
        """Resolve an item of `keterkaitan`: one reference, or each of several ("SOP Tamu, SOP Arsip").

        Of an item of several lines each line stands for itself; what leads to a list names no SOP.
        """
        baris = tuple(bagi_baris(teks))
        if len(baris) > 1 and not self._menurut_nama(sop, kunci_nama(teks), teks).sop:
            return tuple(
                t
                for b, pengantar in baris
                for t in (
                    (Tautan(b, JenisTautan.BUKAN),) if pengantar else self.tautkan_semua(sop, b)
                )
            )
        satu = self.tautkan(sop, teks)
        if satu.sop or satu.jenis in (JenisTautan.PADANAN, JenisTautan.MIRIP):
            return (satu,)
        bagian = bagi_sebutan(teks, self.daftar)
        return tuple(self.tautkan(sop, b) for b in bagian) if len(bagian) > 1 else (satu,)

    def tautkan(self, sop: Sop, teks: str) -> Tautan:
        """Resolve a whole text that is an id, a name or a number."""
        if id := self.daftar.cari_id(teks):
            return self._menurut_id(sop, id, teks)
        bernama = self._menurut_nama(sop, kunci_nama(teks), teks)
        if bernama.jenis not in (JenisTautan.BELUM_ADA, JenisTautan.KOSONG):
            return bernama
        if bernomor := self._menurut_nomor(sop, teks):
            return bernomor
        if berarti_kosong(teks):
            return Tautan(teks, JenisTautan.KOSONG)
        if calon := self._mirip(sop, kunci_longgar(teks)):
            return Tautan(teks, JenisTautan.MIRIP, calon=calon)
        return Tautan(teks, JenisTautan.BUKAN) if bukan_sop(teks, self.kantor) else bernama

    def pengganti(self, sop: Sop) -> Tautan:
        """Resolve the successor of an SOP: where both have one name, the other one is meant."""
        tautan = self.tautkan(sop, sop.digantikan_oleh)
        if tautan.jenis not in (JenisTautan.DIRI, JenisTautan.GANDA):
            return tautan
        tempat = (sop.instansi, kunci_nama(sop.digantikan_oleh))
        lain = [s for s in self.nama.get(tempat, []) if s.id != sop.id and not s.tamat]
        return _menuju(sop, lain[0].id, tautan.teks) if len(lain) == 1 else tautan

    def potong(self, sop: Sop, teks: str) -> tuple[Potongan, ...]:
        """Cut a free text at the SOPs that it names."""
        hasil: list[Potongan] = []
        posisi = 0
        for sebutan in cari_sebutan(teks, self.daftar):
            if posisi < sebutan.awal:
                hasil.append(Potongan(teks[posisi : sebutan.awal]))
            isi = teks[sebutan.awal : sebutan.akhir]
            if tautan := self._sebutan(sop, sebutan, isi):
                hasil.append(Potongan(isi, tautan))
            else:
                hasil.append(Potongan(isi))
            posisi = sebutan.akhir
        if posisi < len(teks):
            hasil.append(Potongan(teks[posisi:]))
        return tuple(hasil)

    def _sebutan(self, sop: Sop, sebutan: Sebutan, isi: str) -> Tautan | None:
        """Resolve what a free text names; None for the number of an SOP of another office."""
        if sebutan.id:
            return self._menurut_id(sop, sebutan.id, isi)
        if sebutan.nomor:
            return self._menurut_nomor(sop, isi)
        tautan = self._menurut_nama(sop, sebutan.kunci, isi)
        if tautan.jenis is JenisTautan.BELUM_ADA and (
            calon := self._mirip(sop, kunci_longgar(isi))
        ):
            return Tautan(isi, JenisTautan.MIRIP, calon=calon)
        return tautan

    def padanan(self, sop: Sop) -> tuple[str, ...]:
        """Return the ids of SOPs in other offices that share a name."""
        sama = (s for kunci in _kunci_sop(sop) for s in self.semua[kunci].values())
        return tuple(sorted({s.id for s in sama if s.instansi != sop.instansi}))

    def _menurut_id(self, sop: Sop, id: str, teks: str) -> Tautan:
        return replace(_menuju(sop, id, teks), nama=self.per_id[id].nama)

    def _menurut_nama(self, sop: Sop, kunci: str, teks: str) -> Tautan:
        if not kunci:
            return Tautan(teks, JenisTautan.KOSONG)
        tempat = (sop.instansi, kunci)
        calon = self.nama.get(tempat) or self.nama_lain.get(tempat) or []
        if len(calon) > 1:
            calon = _yang_hidup(calon)
        if len(calon) == 1:
            return _menuju(sop, calon[0].id, teks)
        if calon:
            return Tautan(teks, JenisTautan.GANDA, calon=_urut(calon))
        if lain := self.semua.get(kunci):
            return Tautan(teks, JenisTautan.PADANAN, calon=_urut(lain.values()))
        return Tautan(teks, JenisTautan.BELUM_ADA)

    def _menurut_nomor(self, sop: Sop, teks: str) -> Tautan | None:
        """Resolve the number that a text says; None where it says none of the office's.

        Where the words beside it are the name of another SOP, both may be meant.
        """
        calon: dict[str, Sop] = {}
        for nomor in nomor_disebut(teks, self.nomor, sop.instansi):
            for satu in _yang_hidup(self.nomor[sop.instansi, nomor]):
                calon[satu.id] = satu
            kunci = kunci_nama(tanpa_nomor(teks, nomor))
            tempat = (sop.instansi, kunci)
            senama = self.nama.get(tempat) or self.nama_lain.get(tempat) or []
            sama = [s for s in senama if s.id in calon]
            calon = {s.id: s for s in sama} or {**calon, **{s.id: s for s in senama}}
        if len(calon) == 1:
            return _menuju(sop, next(iter(calon)), teks)
        return Tautan(teks, JenisTautan.GANDA, calon=tuple(sorted(calon))) if calon else None

    def _mirip(self, sop: Sop, kunci: str) -> tuple[str, ...]:
        """Return the one other SOP of the office that a loose key fits; nothing where several do."""
        semua = list(self.longgar.get((sop.instansi, kunci), {}).values()) if kunci else []
        calon = _yang_hidup(semua) if len(semua) > 1 else semua
        return (calon[0].id,) if len(calon) == 1 and calon[0].id != sop.id else ()


def _kunci_sop(sop: Sop) -> tuple[str, ...]:
    """Return the keys of all names of an SOP, each once, that of `nama` first."""
    kunci = dict.fromkeys(kunci_nama(n) for n in (sop.nama, *sop.nama_lain))
    return tuple(k for k in kunci if k)


def _yang_hidup(calon: list[Sop]) -> list[Sop]:
    """Keep what guides people today, if there is any: neither an old nor a coming version is a second choice."""
    hidup = [s for s in calon if not s.tamat] or calon
    dipakai = any(s.sedang_berlaku or s.berlaku_sampai for s in hidup)
    return [s for s in hidup if not (dipakai and s.akan_berlaku)]


def _menuju(sop: Sop, id: str, teks: str) -> Tautan:
    return Tautan(teks, JenisTautan.DIRI if id == sop.id else JenisTautan.TERTAUT, sop=id)


def _urut(sop: Iterable[Sop]) -> tuple[str, ...]:
    return tuple(sorted(s.id for s in sop))


def _balik(
    handbook: Handbook,
    keterkaitan: Mapping[str, tuple[Tautan, ...]],
    keterangan: Mapping[tuple[str, int, int], tuple[tuple[Potongan, ...], ...]],
) -> dict[str, tuple[Rujukan, ...]]:
    """Turn the references round."""
    hasil: dict[str, set[Rujukan]] = {s.id: set() for s in handbook.sop}
    for dari, semua in keterkaitan.items():
        for tautan in semua:
            if tautan.jenis is JenisTautan.TERTAUT:
                hasil[tautan.sop].add(Rujukan(dari))
    for (dari, p, i), butir in keterangan.items():
        for potongan in (x for satu in butir for x in satu):
            if potongan.tautan and potongan.tautan.jenis is JenisTautan.TERTAUT:
                hasil[potongan.tautan.sop].add(Rujukan(dari, i + 1, p))
    return {id: tuple(sorted(semua, key=_urutan)) for id, semua in hasil.items()}


def _urutan(rujukan: Rujukan) -> tuple[str, int, int]:
    """By SOP; its `keterkaitan` before its steps."""
    if rujukan.langkah is None:
        return rujukan.sop, -1, 0
    return rujukan.sop, rujukan.prosedur, rujukan.langkah

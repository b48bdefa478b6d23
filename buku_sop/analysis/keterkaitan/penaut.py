"""Resolves references: which SOP an id, a name or a number means, seen from the SOP that says it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

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
from buku_sop.analysis.keterkaitan.luar import BukuLuar
from buku_sop.analysis.keterkaitan.tautan import JenisTautan, Potongan, Tautan, TujuanLuar
from buku_sop.model import Handbook, Sop


class Penaut:
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
        self.luar = BukuLuar(handbook.lain)
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
        if (
            satu.sop
            or satu.luar
            or satu.hilang
            or satu.jenis in (JenisTautan.PADANAN, JenisTautan.MIRIP)
        ):
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
        if luar := self.luar.tautkan(teks):
            return luar
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
        if tautan.jenis is JenisTautan.BELUM_ADA:
            return self.luar.tautkan(isi) or tautan
        return tautan

    def padanan(self, sop: Sop) -> tuple[str, ...]:
        """Return the ids of SOPs in other offices that share a name."""
        sama = (s for kunci in _kunci_sop(sop) for s in self.semua[kunci].values())
        return tuple(sorted({s.id for s in sama if s.instansi != sop.instansi}))

    def padanan_luar(self, sop: Sop) -> tuple[TujuanLuar, ...]:
        """Return the SOPs of other handbooks that share a name."""
        return self.luar.bernama(_kunci_sop(sop))

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


_TERAKHIR: deque[tuple[object, object, Penaut]] = deque(maxlen=4)
"""What resolved the references of the handbooks that were open last: what is edited, and what it is compared with."""


def penaut_untuk(handbook: Handbook) -> Penaut:
    """Return what resolves the references of a handbook.

    It is the same again as long as all that it goes by is: which SOPs there are, what they are called, and which are in
    force; so what a program that stays open has resolved of an SOP holds until one of these changes.
    """
    tanda = (
        tuple(_tanda(s) for s in handbook.sop),
        tuple((i.nama, i.nama_pendek) for i in handbook.instansi),
    )
    for dulu, lain, penaut in tuple(_TERAKHIR):
        if lain is handbook.lain and dulu == tanda:
            return penaut
    penaut = Penaut(handbook)
    _TERAKHIR.append((tanda, handbook.lain, penaut))
    return penaut


def _tanda(sop: Sop) -> tuple[object, ...]:
    """Return all of an SOP by which others may mean it."""
    masa = (sop.tamat, sop.sedang_berlaku, sop.berlaku_sampai, sop.akan_berlaku)
    return (sop.id, sop.instansi, sop.nama, sop.nama_lain, sop.nomor, masa)


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

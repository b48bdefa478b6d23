"""What a change does to the ways between SOPs: references that break, backlinks, SOPs that are concerned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from buku_sop.analysis.beda.cocok import kunci
from buku_sop.analysis.beda.fakta import (
    AlasanDampak,
    Beda,
    BedaSop,
    BedaTautan,
    Dampak,
    NasibTautan,
)
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Keterkaitan, Tautan
from buku_sop.model import Handbook, Sop


class PembandingTautan:
    """Adds to compared SOPs what the two handbooks around them show."""

    def __init__(self, beda: Beda, tak_terbaca: Set[str]) -> None:
        """Links to SOPs in `tak_terbaca` are not judged: what cannot be read is not gone."""
        assert beda.keterkaitan_sebelum is not None
        assert beda.keterkaitan_sesudah is not None
        self.dulu, self.kini = beda.keterkaitan_sebelum, beda.keterkaitan_sesudah
        self.buku = beda.sesudah
        self.nama_baru = beda.nama_baru or {}
        self.tak_terbaca = tak_terbaca
        self.dibuat = _dibuat(beda.sesudah)
        self.diperlukan = _diperlukan(beda.sesudah)

    def lengkapi(self, satu: BedaSop) -> BedaSop:
        """Return the comparison of an SOP with references, backlinks and SOPs concerned."""
        dulu, kini = self._perujuk(satu.sebelum, lama=True), self._perujuk(satu.sesudah)
        satu = replace(
            satu,
            tautan=tuple(self._tautan(satu)),
            dirujuk_hilang=tuple(sorted(dulu - kini - self.tak_terbaca)) if satu.sesudah else (),
            dirujuk_baru=tuple(sorted(kini - dulu - self.tak_terbaca)) if satu.sebelum else (),
        )
        if not satu.isi_berubah:
            return satu
        dampak = {Dampak(id, AlasanDampak.MERUJUK) for id in dulu | kini}
        dampak |= set(self._dokumen_hilang(satu))
        ada = {d for d in dampak if self.buku.cari_sop(d.sop) and d.sop != satu.id}
        return replace(satu, dampak=tuple(sorted(ada)))

    def _perujuk(self, sop: Sop | None, *, lama: bool = False) -> set[str]:
        """Collect who refers to an SOP, by ids as they are now."""
        if sop is None:
            return set()
        sisi = self.dulu if lama else self.kini
        ids = {r.sop for r in sisi.dirujuk_oleh.get(sop.id, ())}
        ids |= {id for id, t in sisi.digantikan_oleh.items() if t.sop == sop.id != id}
        return {self.nama_baru.get(id, id) for id in ids} if lama else ids

    def _tautan(self, satu: BedaSop) -> Iterator[BedaTautan]:
        """Compare where references lead that both versions write in the same words."""
        if satu.sebelum is None or satu.sesudah is None:
            return
        dulu = dict(_tujuan(self.dulu, satu.sebelum))
        for teks, (tulisan, ke) in dict(_tujuan(self.kini, satu.sesudah)).items():
            if teks not in dulu:
                continue
            lama = self.nama_baru.get(dulu[teks][1], dulu[teks][1])
            if lama == ke or {lama, ke, dulu[teks][1]} & self.tak_terbaca:
                continue
            nasib = NasibTautan.BERALIH if lama and ke else NasibTautan.TERSAMBUNG
            yield BedaTautan(tulisan, nasib if ke else NasibTautan.PUTUS, lama, ke)

    def _dokumen_hilang(self, satu: BedaSop) -> Iterator[Dampak]:
        """Find steps of other SOPs that need what this one no longer makes, and nobody else either."""
        instansi = satu.sop.instansi
        for nama, teks in (_output(satu.sebelum) if satu.sebelum else {}).items():
            if (instansi, nama) not in self.dibuat:
                for id in self.diperlukan.get((instansi, nama), ()):
                    yield Dampak(id, AlasanDampak.MEMERLUKAN, teks)


def _tujuan(keterkaitan: Keterkaitan, sop: Sop) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each reference: its words folded, its words, and the id it leads to, or none; with its handbook in another."""
    semua = list(keterkaitan.keterkaitan.get(sop.id, ()))
    for p, prosedur in enumerate(sop.prosedur):
        for i in range(len(prosedur.langkah)):
            for butir in keterkaitan.keterangan(sop.id, p, i):
                semua += [x.tautan for x in butir if x.tautan]
    if pengganti := keterkaitan.digantikan_oleh.get(sop.id):
        semua.append(pengganti)
    for t in semua:
        yield kunci(t.teks), (t.teks, _ke(t))


def _ke(tautan: Tautan) -> str:
    if tautan.pasti:
        return f"{tautan.luar[0].id} di {tautan.luar[0].buku}"
    return tautan.sop if tautan.jenis is JenisTautan.TERTAUT else ""


def _output(sop: Sop) -> dict[str, str]:
    return {kunci(t): t for p in sop.prosedur for x in p.langkah for t in x.dokumen_hasil}


def _dibuat(buku: Handbook) -> Set[tuple[str, str]]:
    return {(s.instansi, nama) for s in buku.sop for nama in _output(s)}


def _diperlukan(buku: Handbook) -> Mapping[tuple[str, str], list[str]]:
    hasil: dict[tuple[str, str], list[str]] = {}
    for s in buku.sop:
        perlu = {kunci(t) for p in s.prosedur for x in p.langkah for t in x.dokumen_perlu}
        for nama in sorted(perlu):
            hasil.setdefault((s.instansi, nama), []).append(s.id)
    return hasil

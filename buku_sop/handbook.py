"""The one entrance: open a folder of SOPs, and get the handbook and everything that is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import overload

from buku_sop.analysis.checks import (
    Konteks,
    SatuKantor,
    ada_penghenti,
    periksa_bersama,
    periksa_sendiri,
    periksa_sop,
)
from buku_sop.analysis.checks.dasar_hukum import periksa_catatan
from buku_sop.analysis.checks.kebutuhan import periksa_kebutuhan
from buku_sop.analysis.checks.letak import letakkan, letakkan_milik, tulisan
from buku_sop.analysis.checks.terbatas import tetap_berlaku
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, susun_keterkaitan
from buku_sop.analysis.masa import tandai_masa
from buku_sop.analysis.temuan import Temuan
from buku_sop.diagnostics import (
    KODE,
    Diagnostic,
    Tingkat,
    ada_galat,
    diagnose,
    urutkan,
)
from buku_sop.layout.gambar import periksa_gambar
from buku_sop.loading.folder import Loaded, load_folder
from buku_sop.loading.ingat_berkas import IngatanBerkas
from buku_sop.loading.ingat_tetap import IngatanTetap, Store
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.loading.sebagian import Sebagian
from buku_sop.loading.text import Source
from buku_sop.model import Handbook, Sop
from buku_sop.model.buku_lain import BukuLain

__all__ = ["Hasil", "IngatanBerkas", "open_handbook", "reopen_handbook"]


@dataclass(frozen=True, slots=True)
class Hasil:
    """An opened handbook."""

    handbook: Handbook
    """All that could be read."""
    keterkaitan: Keterkaitan
    diagnostics: Sequence[Diagnostic]
    """Everything found, sorted by place."""
    berkas: Mapping[str, str]
    """The file of each SOP, by SOP id."""
    per_sop: Mapping[str, tuple[Diagnostic, ...]]
    """What was found in each SOP's file, by SOP id."""
    hari_ini: date = field(default_factory=date.today)
    """The day that reviews were judged by."""
    dibaca: tuple[str, ...] = ()
    """The files of all SOPs, also of those that could not be read."""
    sumber: Mapping[str, Source] = field(default_factory=dict)
    """What stands in each SOP's file and where, by SOP id."""
    sebagian: Mapping[str, Sebagian] = field(default_factory=dict)
    """SOPs of which a part could not be read, by SOP id; they are no part of the handbook."""
    terhenti: Callable[[], bool] = lambda: False
    """Answers `gagal`."""

    @property
    def gagal(self) -> bool:
        """Whether something was found that stops the build; looked for when it is asked for."""
        return self.terhenti()


def open_handbook(
    folder: Path,
    hari_ini: date | None = None,
    kantor: str | None = None,
    simpanan: Store | None = None,
    lain: tuple[BukuLain, ...] = (),
    isi: IsiFolder | None = None,
) -> Hasil:
    """Load a folder and check it. Never raises for what the files contain.

    `hari_ini` is the day that reviews are judged by; today unless given. `kantor` opens one office only. `simpanan` keeps
    for later runs what each file gave and what was found in it. `lain` are other handbooks to which this one may refer.
    `isi` is what lies in the folder, where that is not what the disk has: unsaved texts, for one.
    """
    ingat = IngatanTetap(simpanan, folder) if simpanan and isi is None else None
    buku = _Buku(load_folder(folder, kantor, ingat, isi), hari_ini or date.today(), ingat, lain)  # noqa: DTZ011
    semua = buku.semua()
    per_sop = {id: buku.milik(id) for id in buku.berkas}
    return buku.hasil(semua, per_sop, gagal=partial(ada_galat, semua))


def reopen_handbook(
    folder: Path,
    ingat: IngatanBerkas,
    hari_ini: date | None = None,
    lain: tuple[BukuLain, ...] = (),
    isi: IsiFolder | None = None,
) -> Hasil:
    """Open a folder once more, for a program that stays open: says the same as `open_handbook`, but late.

    Reads only files that changed (`ingat`), and looks for findings when they are asked for: those of one SOP, or all.
    """
    buku = _Buku(load_folder(folder, ingat=ingat, isi=isi), hari_ini or date.today(), lain=lain)  # noqa: DTZ011
    return buku.hasil(_SemuaTemuan(buku), _TemuanSop(buku), gagal=buku.terhenti)


class _Buku:
    """A folder that was read, and what is found in it."""

    def __init__(
        self,
        loaded: Loaded,
        hari_ini: date,
        ingat: IngatanTetap | None = None,
        lain: tuple[BukuLain, ...] = (),
    ) -> None:
        self.loaded, self.hari_ini, self._ingat = loaded, hari_ini, ingat
        self.handbook = replace(tandai_masa(loaded.handbook, hari_ini), lain=lain)
        self.keterkaitan = susun_keterkaitan(self.handbook)
        self.konteks = _konteks(loaded, self.handbook, self.keterkaitan, hari_ini)
        self.berkas = {id: source.file for id, source in loaded.sources.items()}
        self._diperiksa: dict[str, list[Diagnostic]] = {}

    def hasil(
        self,
        semua: Sequence[Diagnostic],
        per_sop: Mapping[str, tuple[Diagnostic, ...]],
        *,
        gagal: Callable[[], bool],
    ) -> Hasil:
        dibaca = tuple(self.loaded.dibaca)
        return Hasil(
            self.handbook,
            self.keterkaitan,
            semua,
            self.berkas,
            per_sop,
            self.hari_ini,
            dibaca,
            self.loaded.sources,
            {s.sop.id: s for s in self.loaded.sebagian},
            gagal,
        )

    def terhenti(self) -> bool:
        """Whether something stops a build: the quick question."""
        return ada_galat(self.loaded.diagnostics) or any(
            ada_penghenti(sop, self.konteks) for sop in self.handbook.sop
        )

    def _periksa(self, sop: Sop) -> list[Diagnostic]:
        """Check an SOP, once."""
        if sop.id not in self._diperiksa:
            bersama = periksa_bersama(sop, self.konteks)
            diperlukan = self.konteks.diperlukan_lain(sop)
            cari = partial(self._cari, sop, bersama, diperlukan)
            if self._ingat is None:
                self._diperiksa[sop.id] = cari()
            else:
                berkas, masa = self.berkas[sop.id], (sop.mendatang, sop.berlaku_sampai)
                lain = (self.hari_ini, masa, bersama, tuple(sorted(diperlukan)))
                self._diperiksa[sop.id] = self._ingat.temuan(berkas, lain, cari)
        return self._diperiksa[sop.id]

    def _cari(
        self, sop: Sop, bersama: list[Temuan], diperlukan: frozenset[str]
    ) -> list[Diagnostic]:
        """Find what an SOP has wrong by itself, and place it with what it has wrong beside others."""
        kantor = SatuKantor(self.konteks.instansi(sop), self.hari_ini, diperlukan)
        temuan = [*periksa_sendiri(sop, kantor), *periksa_gambar(sop), *bersama]
        return list(letakkan_milik(sop, temuan, self.loaded.sources[sop.id]))

    def semua(self) -> tuple[Diagnostic, ...]:
        """Find everything."""
        per_sop = (d for sop in self.handbook.sop for d in self._periksa(sop))
        return urutkan([*self.loaded.diagnostics, *per_sop, *self._lain])

    def milik(self, id: str) -> tuple[Diagnostic, ...]:
        """Find what there is in the file of an SOP."""
        berkas = self.berkas[id]
        sop = self.handbook.cari_sop(id)
        diperiksa = self._periksa(sop) if sop else ()
        umum = self._per_berkas.get(berkas, ())
        return urutkan([*umum, *(d for d in diperiksa if d.lokasi.berkas == berkas)])

    @cached_property
    def _lain(self) -> list[Diagnostic]:
        """What is found in other files than those of whole SOPs."""
        temuan = [*_peraturan(self.handbook, self.loaded.peraturan)]
        temuan += _kebutuhan(self.konteks.handbook, self.loaded.kebutuhan)
        return temuan + [d for s in self.loaded.sebagian for d in _sebagian(s, self.konteks)]

    @cached_property
    def _per_berkas(self) -> Mapping[str, list[Diagnostic]]:
        """What was found in each file while reading it, and there beside SOPs."""
        hasil = defaultdict[str, list[Diagnostic]](list)
        for d in (*self.loaded.diagnostics, *self._lain):
            hasil[d.lokasi.berkas].append(d)
        return hasil


class _SemuaTemuan(Sequence[Diagnostic]):
    """All findings, looked for at the first question."""

    def __init__(self, buku: _Buku) -> None:
        self._buku = buku

    @cached_property
    def _semua(self) -> tuple[Diagnostic, ...]:
        return self._buku.semua()

    @overload
    def __getitem__(self, n: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, n: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, n: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        return self._semua[n]

    def __len__(self) -> int:
        return len(self._semua)


class _TemuanSop(Mapping[str, tuple[Diagnostic, ...]]):
    """The findings in each SOP's file, looked for when they are asked for."""

    def __init__(self, buku: _Buku) -> None:
        self._buku = buku

    def __getitem__(self, id: str) -> tuple[Diagnostic, ...]:
        return self._buku.milik(id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._buku.berkas)

    def __len__(self) -> int:
        return len(self._buku.berkas)


def _konteks(
    loaded: Loaded, handbook: Handbook, keterkaitan: Keterkaitan, hari_ini: date
) -> Konteks:
    """Return what the checks look at: also SOPs that break their form, which others may name."""
    if not loaded.sebagian:
        return Konteks(handbook, keterkaitan, hari_ini)
    sop = sorted((*handbook.sop, *(s.sop for s in loaded.sebagian)), key=lambda s: s.id)
    buku = replace(handbook, sop=tuple(sop))
    return Konteks(buku, susun_keterkaitan(buku), hari_ini)


def _sebagian(satu: Sebagian, konteks: Konteks) -> Iterator[Diagnostic]:
    """Place what stands about an SOP of which a part could not be read."""
    tetap = [
        t
        for t in periksa_sop(satu.sop, konteks)
        if t.kode not in satu.sop.abaikan or KODE[t.kode].tingkat is Tingkat.GALAT
        if tetap_berlaku(t.kode, tulisan(t.jalur, satu.source), satu.hilang)
    ]
    yield from letakkan(satu.sop, tetap, satu.source)


def _peraturan(handbook: Handbook, source: Source | None) -> Iterator[Diagnostic]:
    """Place what is wrong with the records of regulations."""
    if source is None:
        return
    for t in periksa_catatan(handbook):
        yield diagnose(t.kode, source.locate(t.jalur), **t.isi)


def _kebutuhan(handbook: Handbook, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Place what is wrong with the needs of offices."""
    for instansi, source in sources.items():
        milik = handbook.milik(instansi)
        for t in periksa_kebutuhan(handbook.kebutuhan[instansi], milik):
            lokasi = source.locate(t.jalur, key=t.jalur == ("tugas",))
            yield diagnose(t.kode, lokasi, **t.isi)

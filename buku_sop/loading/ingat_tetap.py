"""What was read from files of SOPs, and found in them, kept for the next run of a program.

A result is found by all that it depends on: the bytes of the file, its name, its office, the forms and the fonts that
the office has; of findings also the day, and what the other SOPs have to do with it. The store adds the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from buku_sop.diagnostics import Diagnostic
from buku_sop.loading.aksara import huruf_kantor
from buku_sop.loading.ingat_berkas import BacaanSop, Syarat
from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas
from buku_sop.loading.late_source import LateSource
from buku_sop.loading.plain_values import from_json, to_json
from buku_sop.model import Sop

T = TypeVar("T")


class Store(Protocol):
    """Keeps results under keys that sum up what they are worked out from (`buku_sop.adapters.kept`)."""

    def key(self, *parts: bytes | str) -> bytes:
        """Return the key of what is worked out from these parts and the code alone."""

    def describe(self, value: object) -> bytes | None:
        """Return bytes that no other value has; None for what cannot be written down."""

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a result; None where there is none."""

    def put(self, kind: str, key: bytes, result: bytes) -> None:
        """Keep a result."""


@dataclass(frozen=True, slots=True)
class Terbaca:
    """What is kept of the reading of a file."""

    sop: Sop
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Ditemukan:
    """What is kept of the findings in a file."""

    diagnostics: tuple[Diagnostic, ...]


class IngatanTetap:
    """The readings of one folder by earlier runs; for one reading of it."""

    def __init__(self, simpanan: Store, data: Path) -> None:
        self._simpanan = simpanan
        self._huruf = simpanan.key(
            *(x for p in huruf_kantor(data) for x in (p.name, p.read_bytes()))
        )
        self._kantor: dict[tuple[int, int], tuple[object, bytes | None]] = {}
        self._bacaan: dict[str, bytes] = {}
        """The key of each file's reading, by its name in what is found."""

    def cari(self, path: Path, syarat: Syarat) -> BacaanSop | None:
        """Return what a file gave, where it would give the same again."""
        kunci = self._kunci(path, syarat)
        if kunci is None:
            return None
        self._bacaan[syarat.nama] = kunci
        terbaca = self._baca("bacaan", kunci, Terbaca)
        if terbaca is None:
            return None
        source = LateSource(syarat.nama, lambda: baca_terbatas(path, MAX_BYTES)[0])
        return BacaanSop(terbaca.sop, source, terbaca.diagnostics)

    def simpan(self, path: Path, syarat: Syarat, bacaan: BacaanSop) -> None:
        """Keep what a file gave, if it could be read whole."""
        kunci = self._kunci(path, syarat)
        if kunci and bacaan.sop and bacaan.source and not bacaan.sebagian:
            self._tulis("bacaan", kunci, Terbaca(bacaan.sop, bacaan.diagnostics))

    def buang_selain(self, tetap: set[Path]) -> None:
        """Leave that to the store, which lets go of what nobody asks for."""

    def sekali(self, path: Path, dari: object, baca: Callable[[], T]) -> T:
        """Read it: files that are no SOPs are few."""
        return baca()

    def temuan(
        self, berkas: str, lain: Iterable[object], cari: Callable[[], list[Diagnostic]]
    ) -> list[Diagnostic]:
        """Return what is found in a file, looked for unless it was before with the same; `lain` is all else it depends on."""
        bacaan = self._bacaan.get(berkas)
        selainnya = self._simpanan.describe(tuple(lain))
        if bacaan is None or selainnya is None:
            return cari()
        kunci = self._simpanan.key("temuan", bacaan, selainnya)
        if ditemukan := self._baca("temuan", kunci, _Ditemukan):
            return list(ditemukan.diagnostics)
        baru = cari()
        self._tulis("temuan", kunci, _Ditemukan(tuple(baru)))
        return baru

    def _kunci(self, path: Path, syarat: Syarat) -> bytes | None:
        siapa = id(syarat.instansi), id(syarat.bentuk)
        if siapa not in self._kantor:  # kept with both, so that their ids stay their own
            bentuk: Mapping[str, object] = dict(syarat.bentuk)
            milik = self._simpanan.describe((syarat.instansi, bentuk))
            self._kantor[siapa] = (syarat.instansi, syarat.bentuk), milik
        kantor = self._kantor[siapa][1]
        if kantor is None:
            return None
        return self._simpanan.key("bacaan", syarat.nama, path.name, syarat.isi, self._huruf, kantor)

    def _baca(self, jenis: str, kunci: bytes, bentuk: type[T]) -> T | None:
        isi = self._simpanan.get(jenis, kunci)
        try:
            return from_json(isi, bentuk) if isi else None
        except (ValueError, TypeError, LookupError):
            return None

    def _tulis(self, jenis: str, kunci: bytes, nilai: object) -> None:
        isi = to_json(nilai, type(nilai))
        if isi is not None:
            self._simpanan.put(jenis, kunci, isi)

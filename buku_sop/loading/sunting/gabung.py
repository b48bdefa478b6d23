"""Two people changed one file: their changes put together field by field, with conflicts as choices.

Also how an edit of a published text, which has a mark in the place of each NIP, comes into the original: what the edit left
alone stays as it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count
from typing import cast

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, buka, hapus, rata, setel
from buku_sop.loading.sunting.spans import TakDapatDisunting

TANDA_NIP = re.compile(r"\(NIP (\d+)\)")
KINI, USULAN = "kini", "usulan"
MAX_BUTIR = 200
"""How many items of a list may come or go in one merge."""


@dataclass(frozen=True, slots=True)
class Konflik:
    """A field that both changed, each otherwise."""

    jalan: Path
    """Its path, with the indexes that items had in the text that both began from."""
    asal: Value
    kini: Value
    usulan: Value

    @property
    def kunci(self) -> str:
        """What a choice names it by."""
        return ".".join(map(str, self.jalan))


@dataclass(frozen=True, slots=True)
class Gabungan:
    """Both changes together."""

    naskah: Naskah
    konflik: tuple[Konflik, ...]
    """Those that nobody has chosen in; there the present text stands."""


def gabung(
    berkas: str, asal: str, kini: str, usulan: str, pilihan: Mapping[str, str] | None = None
) -> Gabungan:
    """Bring what `usulan` changed of `asal` into `kini`, in which only those lines change.

    Where `kini` is what the edit began from, its text is taken to the letter, with comments. `pilihan` says of a conflict
    which side holds (`KINI`, `USULAN`). Raises TakDapatDisunting.
    """
    if langsung := _langsung(berkas, asal, kini, usulan):
        return Gabungan(langsung, ())
    a, k, u = (buka(berkas, teks) for teks in (asal, kini, usulan))
    penggabung = _Penggabung(pilihan or {})
    semua = [*nip_di(k.data)]
    bertanda = len(semua) == len([*nip_di(a.data)]) and any(
        map(TANDA_NIP.fullmatch, nip_di(a.data))
    )
    sini = _dengan_tanda(k.data, count(1)) if bertanda else k.data
    hasil = penggabung.peta((), *(cast(dict[str, Value], x) for x in (a.data, sini, u.data)))
    if bertanda:
        hasil = cast(dict[str, Value], _dengan_nip(hasil, semua))
    perubahan = Perubahan(k)
    for kunci, nilai in hasil.items():
        _periksa_banyak(kunci, cast(dict[str, Value], k.data).get(kunci), nilai)
        perubahan = perubahan.lalu(lambda x, j=kunci, v=nilai: setel(x, (j,), v))  # type: ignore[misc]
    for kunci, nilai in cast(dict[str, Value], k.data).items():
        if kunci not in hasil and nilai is not None:
            perubahan = perubahan.lalu(lambda x, j=kunci: hapus(x, (j,)))  # type: ignore[misc]
    return Gabungan(perubahan.naskah, tuple(penggabung.konflik))


def _langsung(berkas: str, asal: str, kini: str, usulan: str) -> Naskah | None:
    """Return the edited text with its NIPs, where nothing has changed since it was begun; None where something has."""
    if asal == kini:
        return buka(berkas, usulan)
    semua = [*nip_di(buka(berkas, kini).data)]
    if not semua or _pulih(buka(berkas, asal), semua).tertulis != kini:
        return None
    return _pulih(buka(berkas, usulan), semua)


def _pulih(naskah: Naskah, semua: list[str]) -> Naskah:
    """Put the NIPs back into the places of their marks."""
    for jalan, nomor in [*_letak_tanda(naskah.data, ())]:
        if 1 <= nomor <= len(semua):
            naskah = setel(naskah, jalan, semua[nomor - 1]).naskah
    return naskah


def _letak_tanda(nilai: Value, jalan: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            if kunci == "nip" and isinstance(isi, str) and (cocok := TANDA_NIP.fullmatch(isi)):
                yield (*jalan, kunci), int(cocok[1])
            else:
                yield from _letak_tanda(isi, (*jalan, kunci))
    elif isinstance(nilai, list):
        for n, isi in enumerate(nilai):
            yield from _letak_tanda(isi, (*jalan, n))


def _periksa_banyak(kunci: str, kini: Value, hasil: Value) -> None:
    """Refuse lists that grew or shrank beyond what somebody could look through: each item is an edit of its own."""
    banyak = (
        abs(len(hasil) - len(kini)) if isinstance(kini, list) and isinstance(hasil, list) else 0
    )
    if banyak > MAX_BUTIR:
        raise TakDapatDisunting(
            f"`{kunci}` berbeda {banyak} butir; itu terlalu banyak untuk digabungkan"
        )


@dataclass(slots=True)
class _Penggabung:
    pilihan: Mapping[str, str]
    konflik: list[Konflik] = field(default_factory=list)

    def satu(self, jalan: Path, a: Value, k: Value, u: Value) -> Value:
        if rata(u) == rata(a) or rata(u) == rata(k):
            return k
        if rata(k) == rata(a):
            return u
        if isinstance(a, dict) and isinstance(k, dict) and isinstance(u, dict):
            return self.peta(jalan, a, k, u)
        if any(isinstance(x, list) for x in (a, k, u)) and not any(
            isinstance(x, dict) for x in (a, k, u)
        ):
            return self.daftar(jalan, *(_daftar(x) for x in (a, k, u)))
        return self._pilih(jalan, a, k, u)

    def peta(
        self, jalan: Path, a: dict[str, Value], k: dict[str, Value], u: dict[str, Value]
    ) -> dict[str, Value]:
        hasil: dict[str, Value] = {}
        for kunci in (*k, *(x for x in u if x not in k)):
            nilai = self.satu((*jalan, kunci), a.get(kunci), k.get(kunci), u.get(kunci))
            if nilai is not None or (kunci in k and kunci in u):
                hasil[kunci] = nilai
        return hasil

    def daftar(self, jalan: Path, a: list[Value], k: list[Value], u: list[Value]) -> list[Value]:
        sini, sana = _Padan(a, k), _Padan(a, u)
        hasil: list[Value] = []
        for n in range(len(a) + 1):
            hasil += sini.sisipan[n]
            hasil += [x for x in sana.sisipan[n] if rata(x) not in map(rata, sini.sisipan[n])]
            if n == len(a):
                break
            di, satu, dua = (*jalan, n), sini.jodoh.get(n), sana.jodoh.get(n)
            if satu is not None and dua is not None:
                hasil.append(self.satu(di, a[n], k[satu], u[dua]))
            elif satu is not None and rata(k[satu]) != rata(a[n]):
                hasil += _ada(self._pilih(di, a[n], k[satu], None))
            elif dua is not None and rata(u[dua]) != rata(a[n]):
                hasil += _ada(self._pilih(di, a[n], None, u[dua]))
        return hasil

    def _pilih(self, jalan: Path, a: Value, k: Value, u: Value) -> Value:
        satu = Konflik(jalan, a, k, u)
        if (terpilih := self.pilihan.get(satu.kunci)) not in (KINI, USULAN):
            self.konflik.append(satu)
        return u if terpilih == USULAN else k


class _Padan:
    """What became of the items of a list: where each is in another version, and what was put before it there."""

    def __init__(self, a: list[Value], b: list[Value]) -> None:
        self.jodoh: dict[int, int] = {}
        self.sisipan: list[list[Value]] = [[] for _ in range(len(a) + 1)]
        kiri, kanan = ([repr(rata(x)) for x in isi] for isi in (a, b))
        for _, a1, a2, b1, b2 in SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes():
            sama = min(a2 - a1, b2 - b1)
            self.jodoh |= {a1 + i: b1 + i for i in range(sama)}
            self.sisipan[a2 if sama < a2 - a1 else a1 + sama] += b[b1 + sama : b2]


def nip_di(nilai: Value) -> Iterator[str]:
    """Yield the NIPs of a file, in the order in which marks number them."""
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            if kunci == "nip" and isinstance(isi, str) and any(c.isdigit() for c in isi):
                yield isi
            else:
                yield from nip_di(isi)
    elif isinstance(nilai, list):
        for isi in nilai:
            yield from nip_di(isi)


def _dengan_tanda(nilai: Value, nomor: Iterator[int]) -> Value:
    """Put a mark in the place of each NIP, so that the original and what was published of it compare equal."""
    if isinstance(nilai, dict):
        return {
            k: f"(NIP {next(nomor)})"
            if k == "nip" and isinstance(v, str) and any(c.isdigit() for c in v)
            else _dengan_tanda(v, nomor)
            for k, v in nilai.items()
        }
    return [_dengan_tanda(x, nomor) for x in nilai] if isinstance(nilai, list) else nilai


def _dengan_nip(nilai: Value, semua: list[str]) -> Value:
    """Put the original's NIP back where an official with a mark was moved."""
    if isinstance(nilai, dict):
        return {
            k: _nip(v, semua) if k == "nip" and isinstance(v, str) else _dengan_nip(v, semua)
            for k, v in nilai.items()
        }
    return [_dengan_nip(x, semua) for x in nilai] if isinstance(nilai, list) else nilai


def _nip(teks: str, semua: list[str]) -> str:
    tanda = TANDA_NIP.fullmatch(teks.strip())
    n = int(tanda[1]) if tanda and len(tanda[1]) < 6 else 0
    return semua[n - 1] if 0 < n <= len(semua) else teks


def _daftar(nilai: Value) -> list[Value]:
    return nilai if isinstance(nilai, list) else [] if nilai is None else [nilai]


def _ada(nilai: Value) -> list[Value]:
    return [] if nilai is None else [nilai]

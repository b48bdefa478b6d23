"""What in two readings of an SOP is the same: values but for their form, lanes by name, steps by likeness, flows by sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.beda.cocok import cocokkan, kunci
from buku_sop.loading.tanggal import baca_tanggal
from buku_sop.model import Prosedur

Fakta = frozenset[tuple[object, ...]]


def inti(nilai: Any) -> str:
    """Return what a value says, without how it is written: as a list, with marks, as a date in words."""
    if nilai is None:
        return ""
    if isinstance(nilai, Mapping):
        return "|".join(f"{k}={inti(v)}" for k, v in sorted(nilai.items()) if inti(v))
    if isinstance(nilai, str | int) and (hari := baca_tanggal(str(nilai))):
        return hari.isoformat()
    semua = nilai if isinstance(nilai, list | tuple) else str(nilai).split("\n")
    return "".join(_isi(str(satu)) for satu in semua)


def _isi(teks: str) -> str:
    """Return the letters and digits of an item, without the mark before it."""
    awal, _, sisa = teks.strip().partition(" ")
    tanda = len(awal) < 5 and awal[-1:] in ".)-–•*" and sisa
    return "".join(c for c in (sisa if tanda else teks) if c.isalnum())


def sama(a: Any, b: Any) -> bool:
    """Whether two values say the same."""
    return inti(a) == inti(b)


def kosong(nilai: Any) -> bool:
    """Whether a value says nothing."""
    return not inti(nilai)


@dataclass(frozen=True, slots=True)
class Padanan:
    """Which steps and lanes of one version of a table are which of another."""

    sebelum: Prosedur
    sesudah: Prosedur
    langkah: Mapping[int, int]
    """Steps of the later version, and which of the earlier they are."""
    lane: Mapping[str, str]
    """Lanes of the later version, and which of the earlier they are, by id."""

    def alur_sama(self, lama: int, baru: int) -> bool:
        """Whether the flow at a step is the same in both."""
        tanda = {j: ("lama", i) for j, i in self.langkah.items()}
        sebelum = {i: ("lama", i) for i in range(len(self.sebelum.langkah))}
        sesudah = {j: tanda.get(j, ("baru", j)) for j in range(len(self.sesudah.langkah))}
        tetap = {p.id: p.id for p in self.sebelum.pelaksana}
        return _alur(self.sebelum, lama, sebelum, tetap) == _alur(
            self.sesudah, baru, sesudah, self.lane
        )


def padankan(sebelum: Prosedur, sesudah: Prosedur) -> Padanan:
    """Pair the steps and lanes of two versions of a table."""
    pasangan, _ = cocokkan(sebelum, sesudah)
    return Padanan(sebelum, sesudah, {j: i for i, j in pasangan}, dict(_lane(sebelum, sesudah)))


def _lane(sebelum: Prosedur, sesudah: Prosedur) -> Iterator[tuple[str, str]]:
    """Pair lanes by their names; as many that are left over on both sides were renamed, in their order."""
    lama = {kunci(s): p.id for s, p in zip(sebelum.sebutan, sebelum.pelaksana, strict=True)}
    sisa_baru = []
    for s, p in zip(sesudah.sebutan, sesudah.pelaksana, strict=True):
        if (id := lama.pop(kunci(s), None)) is not None:
            yield p.id, id
        else:
            sisa_baru.append(p.id)
    if len(lama) == len(sisa_baru):
        yield from zip(sisa_baru, lama.values(), strict=True)


def _alur(
    prosedur: Prosedur, n: int, tanda: Mapping[int, object], lane: Mapping[str, str]
) -> Fakta:
    """Say what is drawn in a step: who, with which symbol, in which turn, and where the arrows lead."""
    alur = susun_alur(prosedur)
    id = [lane.get(p.id, f"baru:{p.id}") for p in prosedur.pelaksana]
    hasil: set[tuple[object, ...]] = set()
    for s in alur.simpul:
        if s.langkah == n and not s.tambahan:
            hasil.add(("simpul", id[s.lane], s.simbol, s.giliran, s.teks))
    for p in alur.panah:
        dari, ke = alur.simpul[p.dari], alur.simpul[p.ke]
        if dari.langkah == n and not dari.tambahan:
            tujuan = "selesai" if ke.tambahan else (tanda.get(ke.langkah), ke.giliran)
            hasil.add(("panah", dari.giliran, tujuan, p.label))
    return frozenset(hasil)


def urutan_akhir(padanan: Padanan, tetap: Sequence[int]) -> list[tuple[str, int]]:
    """Return the steps in the order of the later version: ("lama", i) or ("baru", j).

    `tetap` are steps of the earlier version that the later one lacks and that stay, each behind the one before it.
    """
    hasil: list[tuple[str, int]] = [
        ("lama", padanan.langkah[j]) if j in padanan.langkah else ("baru", j)
        for j in range(len(padanan.sesudah.langkah))
    ]
    for i in sorted(tetap):
        sebelum = next(
            (n for n in range(i - 1, -1, -1) if ("lama", n) in hasil),
            None,
        )
        di = hasil.index(("lama", sebelum)) + 1 if sebelum is not None else 0
        hasil.insert(di, ("lama", i))
    return hasil

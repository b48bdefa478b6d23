"""The turns of each row: who acts in which order, jointly or one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.netral import Rupa


@dataclass(frozen=True, slots=True)
class Giliran:
    """One turn of a row: symbols that act jointly, mostly one."""

    simpul: tuple[int, ...]
    """From left to right."""
    tebakan: str = ""
    """Why they may not act jointly."""


def susun_giliran(r: Rangkaian) -> list[list[Giliran]]:
    """Return for each row its turns in the order in which the flow reaches them."""
    per_baris: dict[int, list[int]] = defaultdict(list)
    for n, satu in enumerate(r.simpul):
        if satu.baris is not None:
            per_baris[satu.baris].append(n)
    panah = [i for i in r.ikatan if i.berarah]
    return [_baris(r, b, per_baris[b], panah) for b in range(len(r.baris))]


def _baris(r: Rangkaian, b: int, simpul: Sequence[int], panah: Sequence[Ikatan]) -> list[Giliran]:
    kelompok = _bersama(r, simpul)
    urut = _urut(r, b, [g.simpul for g in kelompok], panah)
    return [kelompok[n] for n in urut]


def _bersama(r: Rangkaian, simpul: Sequence[int]) -> list[Giliran]:
    """Put symbols together that a line without a head ties within their row."""
    induk = {n: n for n in simpul}

    def akar(n: int) -> int:
        while induk[n] != n:
            n = induk[n]
        return n

    for i in r.ikatan:
        if not i.berarah and i.dari in induk and i.ke in induk:
            induk[akar(i.dari)] = akar(i.ke)
    kelompok: dict[int, list[int]] = defaultdict(list)
    for n in simpul:
        kelompok[akar(n)].append(n)
    hasil = []
    jelas = _jelas(r)
    for isi in kelompok.values():
        isi.sort(key=lambda n: r.simpul[n].lambang.kotak.x0)
        ragu = len(isi) > 1 and not (jelas and _sejajar(r, isi))
        hasil.append(Giliran(tuple(isi), _TANPA_KEPALA if ragu else ""))
    return hasil


_TANPA_KEPALA = "Lambangnya dihubungkan garis tanpa kepala panah; dianggap dikerjakan bersama."
_SEJAJAR = 2.0
"""Points by which the middles of symbols on one level may differ."""


def _jelas(r: Rangkaian) -> bool:
    """Whether a table draws heads wherever it leads on: only ties within a row, of a format that knows them, have none."""
    polos = [i for i in r.ikatan if not i.berarah]
    return (len(r.ikatan) > len(polos) or len(r.baris) < 2) and all(
        i.terikat and r.simpul[i.dari].baris == r.simpul[i.ke].baris for i in polos
    )


def _sejajar(r: Rangkaian, isi: Sequence[int]) -> bool:
    tengah = [r.simpul[n].lambang.kotak.tengah[1] for n in isi]
    return max(tengah) - min(tengah) < _SEJAJAR


def _urut(
    r: Rangkaian, b: int, kelompok: Sequence[Sequence[int]], panah: Sequence[Ikatan]
) -> list[int]:
    """Order turns so that arrows within the row lead forward, as far as they can."""
    milik = {n: g for g, isi in enumerate(kelompok) for n in isi}
    dalam = {(milik[i.dari], milik[i.ke]) for i in panah if i.dari in milik and i.ke in milik}
    dari_luar = {
        milik[i.ke] for i in panah if i.ke in milik and i.dari not in milik and _sebelum(r, i)
    }
    sisa = sorted(range(len(kelompok)), key=lambda g: _letak(r, kelompok[g]))
    hasil: list[int] = []
    while sisa:
        siap = [
            g for g in sisa if not any(k == g and d in sisa and d != g for d, k in dalam)
        ] or sisa
        hasil.append(
            min(siap, key=lambda g: _giliran_ke(r, b, g, kelompok[g], dari_luar, hasil, dalam))
        )
        sisa.remove(hasil[-1])
    return hasil


def _giliran_ke(
    r: Rangkaian,
    b: int,
    g: int,
    isi: Sequence[int],
    dari_luar: Iterable[int],
    sudah: Sequence[int],
    dalam: Iterable[tuple[int, int]],
) -> tuple[bool, bool, bool, float, float]:
    """Rank a turn: what the one before leads to, a start in the first row, what earlier rows lead to."""
    mulai = b == 0 and any(r.simpul[n].lambang.rupa is Rupa.KAPSUL for n in isi)
    diikuti = bool(sudah) and (sudah[-1], g) in set(dalam)
    return (not diikuti, not mulai, g not in set(dari_luar), *_letak(r, isi))


def _letak(r: Rangkaian, isi: Sequence[int]) -> tuple[float, float]:
    k = r.simpul[isi[0]].lambang.kotak
    return (k.x0, k.y0)


def _sebelum(r: Rangkaian, i: Ikatan) -> bool:
    """Whether an arrow comes from an earlier row."""
    dari, ke = r.simpul[i.dari].baris, r.simpul[i.ke].baris
    return dari is not None and ke is not None and dari < ke


def tujuan(
    panah: Iterable[Ikatan], giliran: Sequence[Sequence[Giliran]]
) -> Mapping[tuple[int, int], list[Ikatan]]:
    """Return for each turn, by row and place, the arrows that leave it, each end once."""
    di = {
        n: (b, g)
        for b, isi in enumerate(giliran)
        for g, satu in enumerate(isi)
        for n in satu.simpul
    }
    hasil: dict[tuple[int, int], list[Ikatan]] = defaultdict(list)
    for i in panah:
        if not i.berarah or i.dari not in di or i.ke not in di:
            continue
        if di[i.dari] == di[i.ke] and i.dari != i.ke:
            continue
        kini = hasil[di[i.dari]]
        if not any(di[j.ke] == di[i.ke] and j.ke == i.ke and j.label == i.label for j in kini):
            kini.append(i)
    return hasil

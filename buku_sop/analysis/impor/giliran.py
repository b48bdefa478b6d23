"""The turns of each row: who acts in which order, jointly or one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.alur.alur import TEKS_SELESAI
from buku_sop.analysis.impor.aliran import Simpul
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
    """Return for each row its turns in the order in which the flow reaches them; ends of branches are none."""
    bukan = ujung_cabang(r)
    per_baris: dict[int, list[int]] = defaultdict(list)
    for n, satu in enumerate(r.simpul):
        if satu.baris is not None and n not in bukan:
            per_baris[satu.baris].append(n)
    panah = [i for i in r.ikatan if i.berarah]
    return [_baris(r, b, per_baris[b], panah) for b in range(len(r.baris))]


def ujung_cabang(r: Rangkaian) -> frozenset[int]:
    """Find the ends that only branches of one decision have: capsules "Selesai" below it, in its own cell.

    They are no turns of their own; the branch says that it ends.
    """
    keluar = {i.dari for i in r.ikatan}
    return frozenset(n for n, s in enumerate(r.simpul) if n not in keluar and _selesai(r, n, s))


def _selesai(r: Rangkaian, n: int, s: Simpul) -> bool:
    if s.lambang.rupa is not Rupa.KAPSUL or s.lambang.teks.casefold() != TEKS_SELESAI.casefold():
        return False
    if s.lambang.tebakan or n in r.luar or n in r.buntu:
        return False
    masuk = [i for i in r.ikatan if i.ke == n]
    if not masuk or len({i.dari for i in masuk}) > 1 or not all(i.berarah for i in masuk):
        return False
    dari = r.simpul[masuk[0].dari]
    bercabang = len([i for i in r.ikatan if i.dari == masuk[0].dari and i.berarah]) > 1
    di_bawah = s.lambang.kotak.y0 >= dari.lambang.kotak.y1
    return bercabang and di_bawah and (dari.baris, dari.lane) == (s.baris, s.lane)


def _baris(r: Rangkaian, b: int, simpul: Sequence[int], panah: Sequence[Ikatan]) -> list[Giliran]:
    kelompok = _bersama(r, simpul)
    urut = _Pengurut(r, b, [g.simpul for g in kelompok], panah).urut()
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
        ragu = len(isi) > 1 and not (_sejajar(r, isi) and (jelas or _jelas_tergambar(r, isi)))
        hasil.append(Giliran(tuple(isi), _TANPA_KEPALA if ragu else ""))
    return hasil


_TANPA_KEPALA = "Lambangnya dihubungkan garis tanpa kepala panah; dianggap dikerjakan bersama."
_SEJAJAR = 2.0
"""Points by which the middles of symbols on one level may differ."""
_BERKEPALA = 2
"""Of a drawing that draws heads, so many times as many lines have one as have none, at least."""
_SELAPIS = 8.0
"""Points by which the middles of turns in one band of a row may differ."""


def _jelas(r: Rangkaian) -> bool:
    """Whether a table draws heads wherever it leads on: only ties within a row, of a format that knows them, have none."""
    polos = [i for i in r.ikatan if not i.berarah]
    return (len(r.ikatan) > len(polos) or len(r.baris) < 2) and all(
        i.terikat and r.simpul[i.dari].baris == r.simpul[i.ke].baris for i in polos
    )


def _jelas_tergambar(r: Rangkaian, isi: Sequence[int]) -> bool:
    """Whether a drawing means to tie symbols: it draws heads elsewhere, and of these one alone is on its way.

    A head that was forgotten, or not seen, would lead to a symbol from which the way goes on.
    """
    arah = [i for i in r.ikatan if i.berarah]
    polos = [i for i in r.ikatan if not i.berarah]
    sebaris = all(r.simpul[i.dari].baris == r.simpul[i.ke].baris for i in polos)
    dilalui = {n for i in arah for n in (i.dari, i.ke) if n in isi}
    buntu = any(n in r.buntu for n in isi)
    return sebaris and not buntu and len(dilalui) == 1 and len(arah) > _BERKEPALA * len(polos)


def _sejajar(r: Rangkaian, isi: Sequence[int]) -> bool:
    tengah = [r.simpul[n].lambang.kotak.tengah[1] for n in isi]
    return max(tengah) - min(tengah) < _SEJAJAR


class _Pengurut:
    """Orders the turns of a row: from the one that the flow enters, along its arrows, from above to below."""

    def __init__(
        self, r: Rangkaian, b: int, kelompok: Sequence[Sequence[int]], panah: Sequence[Ikatan]
    ) -> None:
        self.r, self.b, self.kelompok = r, b, kelompok
        milik = {n: g for g, isi in enumerate(kelompok) for n in isi}
        self.dalam = {
            (milik[i.dari], milik[i.ke])
            for i in panah
            if i.dari in milik and i.ke in milik and milik[i.dari] != milik[i.ke]
        }
        self.dari_luar = {
            milik[i.ke] for i in panah if i.ke in milik and i.dari not in milik and _sebelum(r, i)
        }
        self.lajur = [self._lajur(isi) for isi in kelompok]
        self.tingkat = self._tingkat()

    def urut(self) -> list[int]:
        """Return the turns in order."""
        if self._berlapis():
            hasil: list[int] = []
            for t in range(max(self.tingkat, default=-1) + 1):
                hasil += self._satu_lapis([g for g, k in enumerate(self.tingkat) if k == t], hasil)
            return hasil
        return self._satu_lapis(range(len(self.kelompok)), [])

    def _satu_lapis(self, semua: Iterable[int], sudah: Sequence[int]) -> list[int]:
        """Order turns so that arrows lead forward as far as they can; those of a circle begin where it is entered."""
        sisa, hasil = list(semua), list[int]()
        while sisa:
            siap = [g for g in sisa if self._pendahulu(g, sisa) <= self._tercapai(g, sisa)]
            tumpang = [g for g in siap if self._menumpang(g, sudah)] if sudah and not hasil else []
            hasil.append(min(tumpang or siap, key=lambda g: self._giliran_ke(g, [*sudah, *hasil])))
            sisa.remove(hasil[-1])
        return hasil

    def _pendahulu(self, g: int, sisa: Sequence[int]) -> set[int]:
        return {d for d, k in self.dalam if k == g and d in sisa}

    def _tercapai(self, g: int, sisa: Sequence[int]) -> set[int]:
        """Return what arrows lead to from a turn, among those that are left."""
        hasil, antre = set[int](), [g]
        while antre:
            kini = antre.pop()
            baru = {k for d, k in self.dalam if d == kini and k in sisa} - hasil
            hasil |= baru
            antre += baru
        return hasil

    def _giliran_ke(self, g: int, sudah: Sequence[int]) -> tuple[bool, bool, bool, float, float]:
        """Rank a turn: what the one before leads to, a start in the first row, what earlier rows lead to."""
        isi = self.kelompok[g]
        kapsul = any(self.r.simpul[n].lambang.rupa is Rupa.KAPSUL for n in isi)
        diikuti = bool(sudah) and (sudah[-1], g) in self.dalam
        mulai = self.b == 0 and kapsul
        return (not diikuti, not mulai, g not in self.dari_luar, *_letak(self.r, isi))

    # --- Bands ---------------------------------------------------------------------------

    def _lajur(self, isi: Sequence[int]) -> range:
        """Return the lanes from the first to the last that a turn needs."""
        lane = [n for s in isi for n in self.r.simpul[s].lane]
        return range(min(lane), max(lane) + 1)

    def _tingkat(self) -> list[int]:
        """Return in which band of the row each turn is drawn, from above."""
        tengah = [
            sum(self.r.simpul[n].lambang.kotak.tengah[1] for n in isi) / len(isi)
            for isi in self.kelompok
        ]
        hasil, kini = [0] * len(tengah), 0
        urut = sorted(range(len(tengah)), key=lambda g: tengah[g])
        for a, g in pairwise(urut):
            kini += tengah[g] - tengah[a] > _SELAPIS
            hasil[g] = kini
        return hasil

    def _berlapis(self) -> bool:
        """Whether turns stand in bands, each below those of its lanes, and the flow enters above.

        Where it enters only below, as in drawings that lead up within a row, arrows alone say the order.
        """
        if not self.dalam and not any(self.tingkat):
            return False
        for t in range(1, max(self.tingkat, default=0) + 1):
            atas = [g for g, k in enumerate(self.tingkat) if k == t - 1]
            if not any(self._menumpang(g, atas) for g, k in enumerate(self.tingkat) if k == t):
                return False
        return not self.dari_luar or any(self.tingkat[g] == 0 for g in self.dari_luar)

    def _menumpang(self, g: int, atas: Iterable[int]) -> bool:
        """Whether a turn needs a lane that one of those above it has taken, too."""
        tingkat = max((self.tingkat[a] for a in atas), default=-1)
        di = [self.lajur[a] for a in atas if self.tingkat[a] == tingkat]
        return any(set(self.lajur[g]) & set(x) for x in di)


def _letak(r: Rangkaian, isi: Sequence[int]) -> tuple[float, float]:
    k = r.simpul[isi[0]].lambang.kotak
    return (k.x0, k.y0)


def _sebelum(r: Rangkaian, i: Ikatan) -> bool:
    """Whether an arrow comes from an earlier row."""
    dari, ke = r.simpul[i.dari].baris, r.simpul[i.ke].baris
    return dari is not None and ke is not None and dari < ke


def tujuan(
    panah: Iterable[Ikatan], giliran: Sequence[Sequence[Giliran]], ujung: Collection[int] = ()
) -> Mapping[tuple[int, int], list[Ikatan]]:
    """Return for each turn, by row and place, the arrows that leave it, each end once; `ujung` are no turns."""
    di: dict[int, tuple[int, int]] = {
        n: (b, g)
        for b, isi in enumerate(giliran)
        for g, satu in enumerate(isi)
        for n in satu.simpul
    }
    hasil: dict[tuple[int, int], list[Ikatan]] = defaultdict(list)
    for i in panah:
        if not i.berarah or i.dari not in di or (i.ke not in di and i.ke not in ujung):
            continue
        if di_dalam(i, di):
            continue
        kini = hasil[di[i.dari]]
        if not any(j.ke == i.ke and j.label == i.label for j in kini):
            kini.append(i)
    return hasil


def di_dalam(i: Ikatan, di: Mapping[int, tuple[int, int]]) -> bool:
    """Whether an arrow stays among those who act jointly; with an answer on it, it leads back to all of them."""
    return i.dari != i.ke and not i.label and di[i.dari] == di.get(i.ke)

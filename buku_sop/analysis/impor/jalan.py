"""What a drawing says of its ways without a head or a line: which way lines without a head lead, and where ways end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from buku_sop.analysis.alur.alur import TEKS_SELESAI
from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.netral import Rupa
from buku_sop.analysis.impor.tersebut import SELAPIS, Tersebut

_LANGKAH = re.compile(r"(\S+)(?: \((.+)\))?")
"""How words name a step, and who of it: "7", "7 (Kepala dan Staf)"."""


def ikuti(r: Rangkaian) -> None:
    """Tie the ways that words tell to what they name; what cannot be found is a doubt at their symbol."""
    for t in r.tersebut:
        tujuan = _disebut(r, t)
        if not tujuan:
            r.buntu[t.dari] = (
                f"Di bawahnya tertulis “{t.label} → {t.ke}”, yang tujuannya tidak ditemukan."
            )
        r.ikatan += [Ikatan(t.dari, n, t.label, tebakan=t.tebakan) for n in tujuan]


def _disebut(r: Rangkaian, t: Tersebut) -> list[int]:
    """Find the symbols that words name; none where they name none, or may mean another."""
    dari = r.simpul[t.dari]
    if dari.baris is None:
        return []
    if t.ke.casefold() == TEKS_SELESAI.casefold():
        bawah = [n for n in _di_baris(r, dari.baris, akhir=True) if r.simpul[n].lane == dari.lane]
        return sorted(bawah, key=lambda n: r.simpul[n].lambang.kotak.y0)[:1]
    if sendiri := _bernama(r, dari.baris, t.ke):
        lain = [n for n in sendiri if n != t.dari]
        bawah = [n for n in lain if _tinggi(r, n) > _tinggi(r, t.dari) + SELAPIS]
        return lain if len(lain) == 1 else sorted(bawah, key=lambda n: _tinggi(r, n))[:1]
    cocok = _LANGKAH.fullmatch(t.ke)
    baris = [b for b in range(len(r.baris)) if cocok and _nomor(r, b) == cocok[1].casefold()]
    if cocok is None or len(baris) != 1:
        return []
    if cocok[2] is None:
        return _pembuka(r, baris[0])
    semua = [_bernama(r, baris[0], nama) for nama in re.split(r", | dan ", cocok[2])]
    return [isi[0] for isi in semua] if all(len(isi) == 1 for isi in semua) else []


def _nomor(r: Rangkaian, b: int) -> str:
    """Return the number by which words name a row."""
    nomor = r.baris[b].nomor
    return (str(b + 1) if nomor is None else nomor).strip(" .)").casefold()


def _di_baris(r: Rangkaian, b: int, *, akhir: bool = False) -> list[int]:
    """Return the turns of a row, or the ends of its branches."""
    hasil = []
    for n, s in enumerate(r.simpul):
        tamat = (
            s.lambang.rupa is Rupa.KAPSUL and s.lambang.teks.casefold() == TEKS_SELESAI.casefold()
        )
        if s.baris == b and tamat == akhir:
            hasil.append(n)
    return hasil


def _bernama(r: Rangkaian, b: int, nama: str) -> list[int]:
    """Return the symbols of a row in the lane of a name."""
    lane = [n for n, k in enumerate(r.kolom) if _rata(k.teks) == _rata(nama)]
    return [n for n in _di_baris(r, b) if len(lane) == 1 and lane[0] in r.simpul[n].lane]


def _pembuka(r: Rangkaian, b: int) -> list[int]:
    """Return the symbol at which a row begins: the only one above the others that no other of them leads to."""
    semua = _di_baris(r, b)
    teratas = min((_tinggi(r, n) for n in semua), default=0.0)
    dicapai = {i.ke for i in r.ikatan if i.dari in semua and i.dari != i.ke}
    atas = [n for n in semua if _tinggi(r, n) - teratas < SELAPIS]
    if len(atas) > 1:
        atas = [n for n in atas if n not in dicapai]
    return atas if len(atas) == 1 else []


def _tinggi(r: Rangkaian, n: int) -> float:
    return r.simpul[n].lambang.kotak.tengah[1]


def _rata(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def arahkan(r: Rangkaian) -> None:
    """Give lines without a head that lead from row to row the only way that the flow can take on them.

    That is down, from a symbol which the flow reaches and does not leave otherwise, to one that nothing else reaches.
    """
    while (
        jadi := next((x for n in range(len(r.ikatan)) if (x := _terpaksa(r, n))), None)
    ) is not None:
        n, ikatan = jadi
        r.ikatan[n] = ikatan


def _terpaksa(r: Rangkaian, n: int) -> tuple[int, Ikatan] | None:
    """Return a line with the way that it must lead; None where it may lead another."""
    i = r.ikatan[n]
    a, b = sorted((i.dari, i.ke), key=lambda k: r.simpul[k].baris or 0)
    baris = r.simpul[a].baris, r.simpul[b].baris
    if i.berarah or None in baris or baris[0] == baris[1] or {a, b} & r.buntu.keys():
        return None
    lain = [x for m, x in enumerate(r.ikatan) if m != n]
    masuk, keluar = {x.ke for x in lain if x.berarah}, {x.dari for x in lain if x.berarah}
    serentak = any(_serentak(r, x) and {x.dari, x.ke} & {a, b} for x in lain if not x.berarah)
    terpaksa = a in masuk - keluar and b not in masuk and not serentak
    return (n, replace(i, dari=a, ke=b, berarah=True)) if terpaksa else None


def _serentak(r: Rangkaian, i: Ikatan) -> bool:
    """Whether a line stays within its row."""
    return r.simpul[i.dari].baris == r.simpul[i.ke].baris


def ujung_samping(r: Rangkaian, b: int, isi: Sequence[int]) -> bool:
    """Whether a turn of a row ends beside its way, as it is drawn: from where it was reached the flow goes on without it."""
    panah = [i for i in r.ikatan if i.berarah]
    masuk = [i for i in panah if i.ke in isi]
    biasa = all(
        r.simpul[i.dari].lambang.rupa is not Rupa.BELAH_KETUPAT
        and r.simpul[i.dari].baris == b
        and not i.label
        for i in masuk
    )
    if not biasa or any(n in r.buntu for n in isi):
        return False
    capai, antre = set(isi), [i.dari for i in masuk]
    while antre:
        dari = antre.pop()
        lanjut = {i.ke for i in panah if i.dari == dari} - capai
        capai |= lanjut
        antre += lanjut
    return any((r.simpul[n].baris or 0) > b for n in capai)

"""Reads a draft as the handbook will, and doubts every step whose flow or symbol is not the one that was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.impor.gabung import Rangkaian
from buku_sop.analysis.impor.giliran import Giliran, di_dalam, susun_giliran, ujung_cabang
from buku_sop.analysis.impor.hasil import Keraguan
from buku_sop.analysis.impor.netral import Rupa
from buku_sop.model import Sop

Langkah = tuple[int, int]
"""A turn: its row and its place in it."""
_DIKENAL = frozenset((Rupa.KAPSUL, Rupa.KOTAK, Rupa.BELAH_KETUPAT))
_AKHIR = -1
"""The place of an end that a branch makes."""


def beda_alur(sop: Sop | None, tabel: Sequence[Rangkaian]) -> Iterator[Keraguan]:
    """Yield a doubt for each step that would be drawn otherwise than it was seen; None is what no SOP is."""
    if sop is None:
        yield Keraguan("langkah", "Isinya belum dapat dibaca sebagai SOP.")
        return
    for n, (prosedur, r) in enumerate(zip(sop.prosedur, tabel, strict=False)):
        giliran = susun_giliran(r)
        alur = susun_alur(prosedur)
        terlihat, tergambar = _terlihat(r, giliran), _tergambar(alur)
        beda = terlihat ^ tergambar if r.berpanah else set()
        for b in sorted({dari[0] for dari, _, _ in beda}):
            bidang = "cabang" if any(i[0][0] == b and i[2] for i in terlihat | tergambar) else "ke"
            yield Keraguan(
                bidang,
                "Panah yang tertulis di sini tidak sama dengan yang terbaca dari gambarnya.",
                r.baris[b].tempat,
                b,
                n,
            )
        for b in sorted(_lambang_beda(alur, r, giliran)):
            yield Keraguan(
                "simbol",
                "Lambang yang tertulis di sini tidak sama dengan yang terbaca dari gambarnya.",
                r.baris[b].tempat,
                b,
                n,
            )


def _terlihat(
    r: Rangkaian, giliran: Sequence[Sequence[Giliran]]
) -> set[tuple[Langkah, Langkah, str]]:
    """Return the arrows that were seen, between turns."""
    di = {
        n: (b, g)
        for b, isi in enumerate(giliran)
        for g, satu in enumerate(isi)
        for n in satu.simpul
    }
    di |= {n: (r.simpul[n].baris or 0, _AKHIR) for n in ujung_cabang(r)}
    return {
        (di[i.dari], di[i.ke], i.label)
        for i in r.ikatan
        if i.berarah and i.dari in di and i.ke in di and not di_dalam(i, di)
    }


def _tergambar(alur: Alur) -> set[tuple[Langkah, Langkah, str]]:
    """Return the arrows that would be drawn."""
    hasil = set()
    for p in alur.panah:
        dari, ke = alur.simpul[p.dari], alur.simpul[p.ke]
        tempat = _AKHIR if ke.tambahan else ke.giliran
        hasil.add(((dari.langkah, dari.giliran), (ke.langkah, tempat), p.label))
    return hasil


def _lambang_beda(alur: Alur, r: Rangkaian, giliran: Sequence[Sequence[Giliran]]) -> set[int]:
    """Return the rows of which a symbol would be drawn otherwise."""
    beda = set()
    for s in alur.simpul:
        if s.tambahan or s.langkah >= len(giliran) or s.giliran >= len(giliran[s.langkah]):
            continue
        isi = giliran[s.langkah][s.giliran].simpul
        rupa = {
            r.simpul[n].lambang.rupa for n in isi if s.lane in r.simpul[n].lane or len(isi) == 1
        }
        if rupa and rupa <= _DIKENAL and s.simbol.value not in {x.value for x in rupa}:
            beda.add(s.langkah)
    return beda

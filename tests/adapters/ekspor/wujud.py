"""What a sheet shows of an SOP, whatever ids and short forms its file has: for comparing one that went out and came back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.model import Langkah, Prosedur, Sop
from buku_sop.model.bidang import BIDANG_SOP, Lembar
from buku_sop.views.dasar.istilah import tanggal_sop
from buku_sop.views.lembar.baris import tulis_kegiatan

KOTAK = tuple(b.nama for b in BIDANG_SOP.values() if b.lembar is Lembar.KOTAK)
BARIS = ("nama", "nomor", "nomor_revisi")
TANGGAL = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")


def rata(teks: str) -> str:
    """Return a text with plain blanks."""
    return " ".join(unicodedata.normalize("NFC", teks).split())


def _butir(semua: Iterable[str]) -> list[str]:
    """Return the lines of a cell without the marks of its items."""
    baris = [rata(b) for teks in semua for b in teks.split("\n")]
    return [b.removeprefix("– ") for b in baris if b]


def wujud(sop: Sop) -> dict[str, Any]:
    """Return what can be seen of an SOP, field by field."""
    isi: dict[str, Any] = {b: rata(getattr(sop, b)) for b in BARIS}
    isi |= {b: tanggal_sop(b, sop) for b in TANGGAL}
    isi |= {b: [rata(t) for t in getattr(sop, b)] for b in KOTAK}
    for b in ("disusun_oleh", "diperiksa_oleh", "disetujui_oleh", "disahkan_oleh"):
        isi[b] = [(rata(p.jabatan), rata(p.nama), p.nip) for p in getattr(sop, b)]
    t = sop.tanda_tangan
    isi["tanda_tangan"] = t and [rata(x) for x in (t.tempat, t.tanggal, t.jabatan, t.nama, t.nip)]
    isi["prosedur"] = [_prosedur(p) for p in sop.prosedur if p.langkah]
    return isi


def _prosedur(p: Prosedur) -> dict[str, Any]:
    alur = susun_alur(p)
    return {
        "lane": [(rata(x.label), rata(x.kelompok)) for x in p.pelaksana],
        "judul": rata(p.judul),
        "catatan": [rata(t) for t in p.catatan],
        "satuan": str(p.satuan_waktu or ""),
        "langkah": [_langkah(x, p.nomor[n]) for n, x in enumerate(p.langkah)],
        "simbol": sorted((s.langkah, s.lane, str(s.simbol), rata(s.teks)) for s in alur.simpul),
        "panah": _panah(alur),
        "bersama": sorted(
            tuple(sorted((alur.simpul[i].langkah, alur.simpul[i].lane) for i in b)) for b in alur.bersama
        ),
    }  # fmt: skip


def _panah(alur: Alur) -> list[tuple[Any, ...]]:
    """Return the arrows by row and lane; those of symbols that act jointly by the leftmost of them.

    An arrow to each of two that act jointly says no more than one to either.
    """
    wakil = {i: b[0] for b in alur.bersama for i in b}

    def di(i: int) -> tuple[int, int, int]:
        s = alur.simpul[wakil.get(i, i)]
        return s.langkah, s.lane, s.tingkat

    return sorted({(di(p.dari), di(p.ke), rata(p.label)) for p in alur.panah})


def _langkah(x: Langkah, nomor: str) -> tuple[Any, ...]:
    return (
        rata(nomor),
        [rata(alinea) for alinea in tulis_kegiatan(x).split("\n\n")],
        _butir(x.kelengkapan),
        rata(x.waktu.teks),
        _butir(x.output),
        _butir(x.keterangan),
    )

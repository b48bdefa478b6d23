"""A comparison of SOPs as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.banding.kelompok import Kelompok
from buku_sop.model import Handbook
from buku_sop.views.banding.tampil import (
    PENJELASAN,
    TANDA_MIRIP,
    BandingTampil,
    LangkahBanding,
    TahapBanding,
)
from buku_sop.views.dasar.diagnostik import terlihat


def tulis_teks(b: BandingTampil) -> str:
    """Write a comparison; nothing in it steers the terminal. SOPs are named by their number: [2]."""
    return _gabung(_baris(b))


def tulis_kelompok(kelompok: tuple[Kelompok, ...], handbook: Handbook) -> str:
    """Write the groups that can be compared, each with its offices."""
    return _gabung(_baris_kelompok(kelompok, handbook))


def _gabung(baris: Iterator[str]) -> str:
    return "\n".join(terlihat(satu) for satu in baris) + "\n"


def _baris_kelompok(kelompok: tuple[Kelompok, ...], handbook: Handbook) -> Iterator[str]:
    if not kelompok:
        yield "Belum ada SOP bernama sama di lebih dari satu instansi."
        return
    for satu in kelompok:
        yield f"{satu.nama} ({len(satu.sop)} SOP)"
        for id in satu.sop:
            yield f"    {id}  {handbook.cari_instansi(id.partition('/')[0]).sebutan}"
    yield ""
    yield f'Bandingkan dengan: sop banding "{kelompok[0].nama}"'


def _baris(b: BandingTampil) -> Iterator[str]:
    yield f"{b.judul}: {b.ringkasan()}"
    for k in b.kolom:
        yield f"  [{k.nomor}] {k.instansi}: {k.nama} ({k.id})"
    yield ""
    for baris in b.ringkas:
        isi = (
            f"[{n}] {nilai}{f' {tanda}' if tanda else ''}"
            for n, (nilai, tanda) in enumerate(zip(baris.nilai, baris.tanda, strict=True), 1)
        )
        yield f"{baris.label}: {'  '.join(isi)}"
    for tahap in b.tahap:
        yield ""
        yield from _tahap(tahap)
    yield ""
    yield f"{', '.join(f'{tanda} {k.value}' for k, tanda in TANDA_MIRIP.items())}."
    yield PENJELASAN
    yield from _milik(b)


def _tahap(t: TahapBanding) -> Iterator[str]:
    beda = f"; beda: {', '.join(t.beda)}" if t.beda else ""
    yield f"{t.nomor}. {t.nama} ({t.ada}{beda})"
    for n, sel in enumerate(t.sel, 1):
        if sel is None:
            continue
        for x in sel.langkah:
            yield f"    [{n}] {x.tanda} {x.nomor}. {x.kegiatan}"
            yield f"          {_rinci(x)}"
        if catatan := " ".join(filter(None, (sel.jumlah, sel.tanda))):
            yield f"        Waktu [{n}]: {catatan}"


def _rinci(x: LangkahBanding) -> str:
    bagian = [x.pelaksana or "tanpa pelaksana", x.waktu or "tanpa waktu"]
    if x.output:
        bagian.append(f"output: {'; '.join(x.output)}")
    if x.keputusan:
        bagian.append("keputusan")
    if x.urutan_lain:
        bagian.append("urutannya lain")
    if x.ragu:
        bagian.append(f"perlu konfirmasi: {', '.join(x.ragu)}")
    return " | ".join(bagian)


def _milik(b: BandingTampil) -> Iterator[str]:
    for _, label, bersama, sendiri in b.milik_terbagi():
        yield ""
        yield f"{label} di lebih dari satu SOP:{'' if bersama else ' tidak ada'}"
        for m in bersama:
            punya = " ".join(f"[{n}]" for n, isi in enumerate(m.ada, 1) if isi)
            yield f"    {m.nama} {punya}"
        for n, isi in enumerate(sendiri, 1):
            if isi:
                yield f"  hanya [{n}]: {'; '.join(m.nama for m in isi)}"

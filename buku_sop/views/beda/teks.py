"""A comparison as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.beda import Jenis
from buku_sop.diagnostics import Diagnostic
from buku_sop.views.beda.tampil import BarisTampil, BukuTampil, LangkahTampil, SopTampil, Ubahan
from buku_sop.views.dasar.diagnostik import terlihat
from buku_sop.views.dasar.isian import DIPINDAH, JENIS, KOSONG

_TANDA = {
    Jenis.SAMA: "~",
    Jenis.BARU: "+",
    Jenis.DIHAPUS: "-",
    Jenis.DIUBAH: "~",
    Jenis.DIPECAH: "~",
    Jenis.DIGABUNG: "~",
}


def tulis_teks(buku: BukuTampil) -> str:
    """Write a comparison; nothing in it steers the terminal."""
    return "\n".join(terlihat(baris) for baris in _baris_buku(buku)) + "\n"


def _baris_buku(buku: BukuTampil) -> Iterator[str]:
    yield f"{buku.base} -> {buku.head}: {buku.ringkasan}"
    for s in buku.sop:
        yield ""
        yield from _sop(s)
    for nama, ubahan in buku.instansi:
        yield ""
        yield f"~ Instansi: {nama}"
        yield from _ubahan(ubahan, "    ")
    yield from _temuan("Perlu diperhatikan", buku.temuan)
    yield from _temuan("Berkas semula tidak dapat dibaca", buku.galat_sebelum)
    yield from _temuan("Berkas sekarang tidak dapat dibaca", buku.galat_sesudah)
    if buku.tak_terbanding:
        yield f"Tidak dapat dibandingkan: {', '.join(buku.tak_terbanding)}"


def _temuan(judul: str, temuan: Sequence[Diagnostic]) -> Iterator[str]:
    if temuan:
        yield ""
        yield f"{judul}:"
        for d in temuan:
            yield f"  {d.lokasi}: {d.tingkat} {d.kode}: {d.pesan}"
            yield f"    -> {d.petunjuk}"


def _sop(s: SopTampil) -> Iterator[str]:
    yield f"{_TANDA[s.jenis]} {s.nama} ({s.instansi}; {s.id})"
    yield f"    {'; '.join(s.ringkas)}"
    t = s.total
    selisih = f"  {t.selisih}" if t.selisih else ""
    yield f"    Waktu: {t.sebelum} -> {t.sesudah}{selisih}"
    if s.jenis is not Jenis.DIUBAH:
        for judul, isi in s.lain:
            yield from _daftar(judul, isi)
        return
    yield from (f"    Waktu {p.label}: {p.sebelum} -> {p.sesudah}  {p.selisih}" for p in s.peran)
    for tabel in s.tabel:
        if tabel.judul:
            yield f"    {tabel.judul} ({JENIS[tabel.jenis].lower()})"
        yield from _ubahan(tabel.ubahan, "    ")
        for b in tabel.baris:
            if b.berubah:
                yield from _langkah(b)
    yield from _ubahan(s.isian, "    ")
    for judul, isi in s.lain:
        yield from _daftar(judul, isi)


def _daftar(judul: str, isi: Sequence[str]) -> Iterator[str]:
    yield f"    {judul}:"
    yield from (f"      {x}" for x in isi)


def _langkah(b: BarisTampil) -> Iterator[str]:
    kini = b.sesudah or b.sebelum
    apa = [JENIS[b.jenis].lower()] if b.jenis is not Jenis.SAMA else []
    apa += [DIPINDAH.lower()] if b.dipindah else []
    dulu = " dan ".join(x.sebutan for x in b.sebelum)
    nomor = " dan ".join(x.sebutan for x in kini)
    semula = f" (semula {dulu})" if b.sesudah and dulu not in ("", nomor) else ""
    kepala = f"Langkah {nomor}{semula} {', '.join(apa)}"
    yield f"    {_TANDA[b.jenis]} {kepala}: {'; '.join(_uraian(x) for x in kini)}"
    if b.jenis in (Jenis.DIPECAH, Jenis.DIGABUNG):
        yield f"        semula: {'; '.join(_uraian(x) for x in b.sebelum)}"
        if b.selisih:
            yield f"        Waktu: {b.selisih}"
    yield from _ubahan(b.ubahan, "        ")


def _uraian(x: LangkahTampil) -> str:
    rinci = ", ".join(filter(None, (x.pelaksana, x.waktu)))
    return f"{x.kegiatan} ({rinci})" if rinci else x.kegiatan


def _ubahan(ubahan: Sequence[Ubahan], indentasi: str) -> Iterator[str]:
    for u in ubahan:
        dulu, kini = ("; ".join(x) or KOSONG for x in (u.sebelum, u.sesudah))
        isi = f"{dulu} -> {kini}" if u.sebelum or u.sesudah else ""
        yield f"{indentasi}{u.label}: {'  '.join(filter(None, (isi, u.catatan)))}"

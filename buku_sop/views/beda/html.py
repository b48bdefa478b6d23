"""A comparison as HTML, both step tables side by side: one page that needs nothing else, or part of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from buku_sop.analysis.beda import Jenis
from buku_sop.model.tulisan import tulis
from buku_sop.views.beda.kalimat import Ruas, banding_kata
from buku_sop.views.beda.tampil import (
    BarisTampil,
    BukuTampil,
    LangkahTampil,
    SopTampil,
    TabelTampil,
    Ubahan,
)
from buku_sop.views.dasar.render import TEMPLATES, Perender

_CSS = Path("assets") / "stylesheets" / "beda.css"
KOLOM = (
    ("kegiatan", "Kegiatan"),
    ("pelaksana", "Pelaksana"),
    ("kelengkapan", "Kelengkapan"),
    ("waktu", "Waktu"),
    ("output", "Output"),
    ("keterangan", "Keterangan"),
)
"""The columns of a side, behind the number."""
Larik = tuple[tuple[Ruas, ...], ...]
"""The lines of a cell, each cut where the two sides differ."""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell."""

    bidang: str
    larik: Larik
    berubah: bool


@dataclass(frozen=True, slots=True)
class Sisi:
    """A step of one side as cells."""

    nomor: str
    sel: tuple[Sel, ...]
    nomor_berubah: bool = False
    """Whether the document numbers it otherwise, and not only further on."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the page's table: no, one or several steps on each side."""

    kelas: str
    tanda: str
    selisih: str
    sebelum: tuple[Sisi, ...]
    sesudah: tuple[Sisi, ...]
    berubah: bool


@dataclass(frozen=True, slots=True)
class Tabel:
    """Both versions of a table of steps."""

    judul: str
    jenis: str
    ubahan: tuple[Ubahan, ...]
    keterangan: str
    """What the table shows."""
    sisi: tuple[str, ...]
    """The sides that have any step; both, unless all is new or gone."""
    kolom: tuple[tuple[str, str], ...]
    baris: tuple[Baris, ...]


def tulis_html(buku: BukuTampil, overrides: Path) -> str:
    """Write the page with the templates and the style sheet of a folder `overrides`, which must be trusted."""
    css = (overrides / _CSS).read_text(encoding="utf-8")
    tabel = {s.id: [_tabel(t) for t in s.tabel] for s in buku.sop}
    return Perender(overrides / TEMPLATES).render(
        "beda/halaman.html",
        css=Markup(css),  # noqa: S704 - a style sheet of ours
        buku=buku,
        tabel=tabel,
        nama_jenis=_nama_jenis(),
        dua_sisi=dua_sisi,
        kosong=tulis("beda.kosong"),
    )


def _nama_jenis() -> dict[Jenis, str]:
    """What became of a step or an SOP."""
    return {
        Jenis.SAMA: tulis("beda.sama"), Jenis.BARU: tulis("beda.baru"), Jenis.DIHAPUS: tulis("beda.dihapus"),
        Jenis.DIUBAH: tulis("beda.diubah"), Jenis.DIPECAH: tulis("beda.dipecah"), Jenis.DIGABUNG: tulis("beda.digabung"),
    }  # fmt: skip


def tulis_potongan(s: SopTampil, perender: Perender) -> str:
    """Write what changed in one SOP as a part of a page, with its headings from the second level on.

    `perender` renders the templates of `overrides/templat/`.
    """
    tabel = [_tabel(t) for t in s.tabel]
    return perender.render(
        "beda/satu.html",
        s=s,
        tabel=tabel,
        nama_jenis=_nama_jenis(),
        dua_sisi=dua_sisi,
        kosong=tulis("beda.kosong"),
    )


def dua_sisi(u: Ubahan) -> tuple[Larik, Larik]:
    """Cut the values of a changed field into what both sides share and what they do not."""
    return _banding(u.sebelum, u.sesudah)


def _banding(sebelum: Sequence[str], sesudah: Sequence[str]) -> tuple[Larik, Larik]:
    if len(sebelum) == len(sesudah) == 1:
        kiri, kanan = banding_kata(sebelum[0], sesudah[0])
        return (tuple(kiri),), (tuple(kanan),)
    return _daftar(sebelum, sesudah), _daftar(sesudah, sebelum)


def _daftar(sini: Sequence[str], sana: Sequence[str]) -> Larik:
    return tuple((Ruas(x, x not in sana),) for x in sini)


def _tabel(t: TabelTampil) -> Tabel:
    langkah = [x for b in t.baris for x in (*b.sebelum, *b.sesudah)]
    kolom = tuple(k for k in KOLOM if k[0] != "keterangan" or any(x.keterangan for x in langkah))
    baris = tuple(_baris(b, [k for k, _ in kolom]) for b in t.baris)
    ada = (
        ("sebelum", any(b.sebelum for b in t.baris)),
        ("sesudah", any(b.sesudah for b in t.baris)),
    )
    sisi = tuple(nama for nama, isi in ada if isi)
    keterangan = tulis("beda.kedua_sisi" if len(sisi) == 2 else "kata.langkah")
    jenis = _nama_jenis()[t.jenis].lower()
    return Tabel(t.judul, jenis, t.ubahan, keterangan, sisi, kolom, baris)


def _baris(b: BarisTampil, kolom: Sequence[str]) -> Baris:
    kata = [_nama_jenis()[b.jenis]] if b.jenis is not Jenis.SAMA else []
    kata += [tulis("beda.dipindah")] if b.dipindah else []
    kelas = b.jenis.value if b.jenis is not Jenis.SAMA or not b.dipindah else "dipindah"
    satu = len(b.sebelum) == len(b.sesudah) == 1
    kiri = [_sisi(x, b if satu else None, kolom, lama=True) for x in b.sebelum]
    kanan = [_sisi(x, b if satu else None, kolom, lama=False) for x in b.sesudah]
    return Baris(kelas, ", ".join(kata), b.selisih, tuple(kiri), tuple(kanan), b.berubah)


def _sisi(x: LangkahTampil, b: BarisTampil | None, kolom: Sequence[str], *, lama: bool) -> Sisi:
    """Make the cells of a step; with the row of its other version, what differs is marked."""
    lawan = b and (b.sesudah[0] if lama else b.sebelum[0])
    sel = []
    for bidang in kolom:
        isi = _isi(x, bidang)
        lain = _isi(lawan, bidang) if lawan else isi
        kiri, kanan = _banding(isi, lain) if lama else _banding(lain, isi)
        sel.append(Sel(bidang, kiri if lama else kanan, isi != lain))
    sel.append(_sel_alur(x, b, lama=lama))
    return Sisi(x.nomor, tuple(sel), b is not None and "nomor" in b.bidang)


def _sel_alur(x: LangkahTampil, b: BarisTampil | None, *, lama: bool) -> Sel:
    """Make the cell of the ways out; those that only have another number for the same goal are not marked."""
    sama = {n[0 if lama else 1] for n in b.jalan} if b else set(range(len(x.alur)))
    larik = tuple((Ruas(teks, n not in sama),) for n, teks in enumerate(x.alur))
    return Sel("alur", larik, any(r.beda for satu in larik for r in satu))


def _isi(x: LangkahTampil, bidang: str) -> tuple[str, ...]:
    nilai: str | tuple[str, ...] = getattr(x, bidang)
    if isinstance(nilai, str):
        return (nilai,) if nilai else ()
    return nilai

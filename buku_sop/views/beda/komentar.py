"""What a proposal's comment says besides the comparison: findings, whether the site can be built, what was left out.

The comparison itself is written by `markdown`; the line at its foot, with the links, by `.ci/komentar.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from buku_sop.diagnostics import Diagnostic, Tingkat
from buku_sop.views.dasar.diagnostik import sebut_tempat
from buku_sop.views.dasar.markdown_text import amankan_md

_RUANG = 2_500
"""Characters of the findings; with the comparison's own limit the whole fits into a comment of GitHub's."""
_TEMPAT = 10
"""Places of one finding that are listed."""
_RUANG_BERKAS = 700
"""Characters of each list of files."""


@dataclass(frozen=True, slots=True)
class HasilUsulan:
    """What is known of a proposal after it was checked and built."""

    temuan: tuple[Diagnostic, ...]
    """What is new in the changed files, and each galat of the handbook."""
    sudah_ada: int = 0
    """How much was found in the changed files before already, and is not told again."""
    kegagalan: str = ""
    """Why the site could not be built; empty where it could."""
    di_luar: tuple[str, ...] = ()
    """Changed files that are no data, by path: their content was not used."""
    tersembunyi: tuple[str, ...] = ()
    """Changed files among the data that nobody reads, now or after merging."""
    tertinggal: tuple[tuple[str, str], ...] = ()
    """What is data and could not be part of the preview, with the reason: it may say something else than the merge."""
    bertabrakan: bool = False
    """Whether it cannot be merged with what was changed meanwhile."""


def tulis_catatan(hasil: HasilUsulan) -> str:
    """Write it as Markdown, to stand below the comparison."""
    bagian = [
        *_pemeriksaan(hasil.temuan, hasil.sudah_ada),
        *_pratinjau(hasil),
        *_tabrakan(hasil.bertabrakan),
        *_tidak_ikut(hasil),
    ]
    return "\n" + "\n".join(bagian)


def _pemeriksaan(temuan: Sequence[Diagnostic], sudah_ada: int) -> Iterator[str]:
    jumlah = Counter(d.tingkat for d in temuan)
    yield "### Pemeriksaan\n"
    if jumlah[Tingkat.GALAT]:
        yield f"❌ **{jumlah[Tingkat.GALAT]} galat** harus diperbaiki sebelum usulan ini dapat diterima.\n"
    elif jumlah[Tingkat.PERINGATAN]:
        yield f"⚠️ Tidak ada galat. {jumlah[Tingkat.PERINGATAN]} peringatan baru perlu dibaca.\n"
    else:
        yield "✅ Tidak ada galat dan tidak ada peringatan baru pada isi berkasnya.\n"
    penting = [d for t in (Tingkat.GALAT, Tingkat.PERINGATAN) for d in temuan if d.tingkat is t]
    yield from _daftar(map(_satu, penting), len(penting), _RUANG)
    if jumlah[Tingkat.SARAN]:
        yield f"{jumlah[Tingkat.SARAN]} saran baru tertulis di samping barisnya.\n"
    if sudah_ada:
        yield f"{sudah_ada} temuan lain sudah ada di berkas yang sama sebelum usulan ini.\n"


def _satu(d: Diagnostic) -> str:
    tempat = amankan_md(f"{d.lokasi.nama} baris {d.lokasi.baris}", 160)
    rinci = "; ".join(sebut_tempat(d, _TEMPAT))
    rinci = f"({amankan_md(rinci, 300)}) " if rinci else ""
    pesan = f"{amankan_md(d.pesan, 200)} {rinci}{amankan_md(d.petunjuk, 200)}"
    return f"- **{d.kode}** ({d.tingkat}) {tempat}: {pesan}"


def _pratinjau(hasil: HasilUsulan) -> Iterator[str]:
    yield "### Pratinjau\n"
    if not hasil.kegagalan:
        yield "✅ Situs dan lembar cetaknya dapat dibuat dari usulan ini.\n"
    elif any(d.tingkat is Tingkat.GALAT for d in hasil.temuan):
        yield "❌ Situs belum dapat dibuat. Perbaiki dahulu galat di atas.\n"
    else:
        yield "❌ Situs tidak dapat dibuat, padahal datanya tidak bergalat. Minta tolong pengelola buku.\n"
        yield f"{amankan_md(hasil.kegagalan, 600)}\n"


def _tabrakan(bertabrakan: bool) -> Iterator[str]:
    if bertabrakan:
        yield "### ⚠️ Bertabrakan dengan perubahan lain\n"
        yield (
            "Sejak usulan ini dibuat, baris yang sama juga diubah di cabang tujuan. Pratinjau memakai isi "
            "usulan saja. Tabrakan itu harus diselesaikan sebelum usulan ini dapat diterima.\n"
        )


def _tidak_ikut(hasil: HasilUsulan) -> Iterator[str]:
    if hasil.di_luar:
        yield "### ⚠️ Usulan ini juga mengubah berkas di luar data SOP\n"
        yield (
            "Berkas berikut **tidak dijalankan dan tidak ikut dalam pratinjau**: pratinjau dibuat dari kode "
            "yang sekarang dan hanya mengambil data SOP dari usulan. Pengelola buku perlu memeriksanya "
            "tersendiri.\n"
        )
        nama = (f"- {amankan_md(n, 160)}" for n in hasil.di_luar)
        yield from _daftar(nama, len(hasil.di_luar), _RUANG_BERKAS)
    if hasil.tertinggal:
        yield "### ❌ Berkas data yang tidak dapat ikut dalam pratinjau\n"
        yield "Buku hasil gabungannya dapat berbeda dari pratinjau ini. Perbaiki dahulu:\n"
        butir = (f"- {amankan_md(n, 160)}: {amankan_md(s)}" for n, s in hasil.tertinggal)
        yield from _daftar(butir, len(hasil.tertinggal), _RUANG_BERKAS)
    if hasil.tersembunyi:
        yield "### Berkas yang tidak dibaca\n"
        yield "Nama yang diawali titik atau garis bawah bukan bagian buku, juga setelah digabung.\n"
        nama = (f"- {amankan_md(n, 160)}" for n in hasil.tersembunyi)
        yield from _daftar(nama, len(hasil.tersembunyi), _RUANG_BERKAS)


def _daftar(butir: Iterable[str], jumlah: int, ruang: int) -> Iterator[str]:
    """Yield as many items as fit, at least one, and say how many do not."""
    tertulis = 0
    for b in butir:
        if tertulis and len(b) > ruang:
            break
        ruang -= len(b)
        tertulis += 1
        yield b
    if jumlah > tertulis:
        yield f"- …dan {jumlah - tertulis} lagi"
    if jumlah:
        yield ""

"""The pieces in which the search index travels: a browser loads those alone that a query needs.

Each piece is a script that hands its name and its data on (``Cari.receive("p3",{…})``), since pages that were opened
from a disk can load scripts and nothing else. Over HTTP it is fetched as text, and the data parsed as JSON. The
pieces stand in a folder named after their contents, so that browsers may keep them as long as they like.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from buku_sop.adapters.cari.inverted import Entri, Indeks
from buku_sop.adapters.cari.terms import Analisis
from buku_sop.adapters.whole_files import write_whole

__all__ = ["BESAR_POSTING", "BESAR_TEKS", "kumpulkan", "potongan", "tulis_potongan"]

BESAR_POSTING = 32_000
"""Characters after which a piece of the inverted index ends; a term that has more has one of its own."""
BESAR_TEKS = 16_000
"""Characters after which a piece of the texts ends; a page stands in one."""
_KEPALA = "kepala"
LAIN = "lain"
"""The piece that leads to the names of other handbooks' SOPs, where there are any (`buku_sop.adapters.cari.luar`)."""


def potongan(entri: Sequence[Entri], tabel: dict[str, Any], pemisah: str) -> dict[str, str]:
    """Cut the index into pieces: name -> JSON.

    ``buku`` is the table of pages and ``kata`` that of words, which every query needs; ``p0``… hold the places of
    words, by their roots, and ``t0``… titles and texts of the sections, by page.
    """
    analisis = Analisis(tabel, pemisah)
    indeks = Indeks(analisis)
    indeks.tambah_semua(entri)
    halaman = [list(semua) for _, semua in groupby(entri, lambda satu: _halaman(satu["location"]))]
    awal_posting, posting = kumpulkan(
        ((akar, f"{_json(akar_isi)[1:-1]}") for akar, akar_isi in indeks.kelompok()), BESAR_POSTING
    )
    awal_teks, teks = kumpulkan(
        (
            (i, f'"{i}":{_json([[e["title"], e["text"]] for e in semua])}')
            for i, semua in enumerate(halaman)
        ),
        BESAR_TEKS,
    )
    istilah = indeks.istilah()
    kata = {
        "tabel": tabel,
        "istilah": " ".join(istilah),
        "banyak": [indeks.banyak(i) for i in istilah],
        "awal": awal_posting,
    }
    buku = {**_tabel_halaman(halaman, analisis), "awal": awal_teks}
    hasil = {"buku": _json(buku), "kata": _json(kata)}
    hasil |= {f"p{i}": isi for i, isi in enumerate(posting)}
    return hasil | {f"t{i}": isi for i, isi in enumerate(teks)}


def tulis_potongan(folder: Path, semua: dict[str, str], pemisah: str) -> None:
    """Write pieces into a folder of their own below `folder`, in the place of older ones, and its name into the head."""
    sidik = hashlib.sha256()
    for nama, isi in semua.items():
        sidik.update(f"{nama}\0{isi}\0".encode())
    versi = sidik.hexdigest()[:12]
    for lama in [p for p in folder.iterdir() if p.is_dir()]:
        shutil.rmtree(lama)
    (folder / versi).mkdir()
    for nama, isi in semua.items():
        _tulis(folder / versi, nama, isi)
    kepala: dict[str, Any] = {"versi": versi, "pemisah": pemisah}
    if LAIN in semua:
        kepala["lain"] = True
    _tulis(folder, _KEPALA, _json(kepala))


def _tulis(folder: Path, nama: str, isi: str) -> None:
    write_whole(folder / f"{nama}.js", f'Cari.receive("{nama}",{isi})\n'.encode())


def _tabel_halaman(halaman: list[list[Entri]], analisis: Analisis) -> dict[str, Any]:
    """Tabulate pages, each in all columns; columns of few different values are numbered lists of them."""
    kepala = [semua[0] for semua in halaman]
    daftar = [satu.get("boost", 1) < 1 for satu in kepala]
    return {
        "alamat": [_halaman(satu["location"]) for satu in kepala],
        "judul": [satu["title"] for satu in kepala],
        "nama": [list(satu.get("nama", ())) for satu in kepala],
        "status": _bernomor([satu.get("status", "") for satu in kepala]),
        "jenis": _bernomor([satu.get("jenis", "") for satu in kepala]),
        "instansi": _bernomor([satu.get("instansi", "") for satu in kepala]),
        "kontak": {
            satu["instansi"]: satu["kontak"] for satu in kepala if satu.get("kontak")
        },
        "daftar": [int(ya) for ya in daftar],
        "jangkar": _bernomor([" ".join(_jangkar(e["location"]) for e in semua) for semua in halaman]),
        "kata_judul": {
            i: [analisis.banyak_kata(e["title"]) for e in semua]
            for i, semua in enumerate(halaman) if daftar[i]
        },
    }  # fmt: skip


def _halaman(alamat: str) -> str:
    return alamat.partition("#")[0]


def _jangkar(alamat: str) -> str:
    return alamat.partition("#")[2]


def _bernomor(isi: Sequence[str]) -> list[list[Any]]:
    """Return the different values, and for each entry the number of its own."""
    nomor: dict[str, int] = {}
    angka = [nomor.setdefault(satu, len(nomor)) for satu in isi]
    return [list(nomor), angka]


def kumpulkan(isi: Iterable[tuple[Any, str]], besar: int) -> tuple[list[Any], list[str]]:
    """Gather members of JSON objects into objects of about a size. Returns the first key of each, and all."""
    awal: list[Any] = []
    hasil: list[str] = []
    for kunci, semua in _menurut_besar(isi, besar):
        awal.append(kunci)
        hasil.append("{" + ",".join(semua) + "}")
    return awal, hasil


def _menurut_besar(isi: Iterable[tuple[Any, str]], besar: int) -> Iterator[tuple[Any, list[str]]]:
    kumpul: list[str] = []
    pertama: Any = None
    panjang = 0
    for kunci, teks in isi:
        if kumpul and panjang + len(teks) > besar:
            yield pertama, kumpul
            kumpul, panjang = [], 0
        if not kumpul:
            pertama = kunci
        kumpul.append(teks)
        panjang += len(teks)
    if kumpul:
        yield pertama, kumpul


def _json(isi: Any) -> str:
    """Write JSON that is JavaScript too."""
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"))

"""Operations on roles: the lanes of a table, and every step that names them."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.loading.fields import usul_id
from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.langkah import daftar_langkah, panah
from buku_sop.loading.sunting.naskah import (
    Naskah,
    Perubahan,
    ganti_kunci,
    hapus,
    pindah,
    setel,
)
from buku_sop.loading.sunting.spans import TakDapatDisunting


def daftar_pelaksana(naskah: Naskah, tabel: Path) -> dict[str, Value]:
    """Return the lanes of a table as they are written, by id."""
    isi = naskah.isi((*tabel, "pelaksana"))
    return isi if isinstance(isi, dict) else {}


def id_baru(naskah: Naskah, tabel: Path, id: str, nama: str) -> str:
    """Return the id for a new lane: the one that is asked for, else one that its name suggests and no lane has."""
    semua = daftar_pelaksana(naskah, tabel)
    dasar = id or usul_id(nama) or "pelaksana"
    calon = [dasar, *(f"{dasar}-{k}" for k in range(2, len(semua) + 3))]
    return dasar if id else next(c for c in calon if c not in semua)


def tambah_pelaksana(naskah: Naskah, tabel: Path, id: str, nama: str) -> Perubahan:
    """Add a lane at the right end."""
    if id in daftar_pelaksana(naskah, tabel):
        raise TakDapatDisunting(f"pelaksana {id} sudah ada di tabel ini")
    return setel(naskah, (*tabel, "pelaksana", id), nama)


def ganti_nama_pelaksana(naskah: Naskah, tabel: Path, id: str, nama: str) -> Perubahan:
    """Change what stands above a lane; its id, and so every step, stays."""
    isi = _ada(naskah, tabel, id)
    di = (*tabel, "pelaksana", id)
    return setel(naskah, (*di, "nama") if isinstance(isi, dict) else di, nama)


def ganti_id_pelaksana(naskah: Naskah, tabel: Path, lama: str, baru: str) -> Perubahan:
    """Give a lane another id, in every step and arrow that names it."""
    _ada(naskah, tabel, lama)
    hasil = ganti_kunci(naskah, (*tabel, "pelaksana", lama), baru)
    for jalan in _dipakai(naskah, tabel, lama):
        hasil = hasil.lalu(lambda x, j=jalan: setel(x, j, baru))  # type: ignore[misc]
    for p in panah(naskah, tabel):
        langkah, garis, lajur = p.tujuan.partition("/")
        if garis and lajur.strip() == lama:
            hasil = hasil.lalu(lambda x, j=p.jalan, t=f"{langkah}/{baru}": setel(x, j, t))  # type: ignore[misc]
    return hasil


def hapus_pelaksana(naskah: Naskah, tabel: Path, id: str) -> Perubahan:
    """Delete a lane in which nobody acts. Raises TakDapatDisunting where a step names it."""
    _ada(naskah, tabel, id)
    awal = len(tabel) + 1
    langkah = sorted({int(j[awal]) + 1 for j in _dipakai(naskah, tabel, id)})
    if langkah:
        nomor = ", ".join(map(str, langkah))
        raise TakDapatDisunting(
            f"pelaksana {id} masih mengerjakan langkah {nomor}; pindahkan dulu langkahnya"
        )
    return hapus(naskah, (*tabel, "pelaksana", id))


def pindah_pelaksana(naskah: Naskah, tabel: Path, id: str, ke: int) -> Perubahan:
    """Move a lane to another place among the lanes."""
    _ada(naskah, tabel, id)
    return pindah(naskah, (*tabel, "pelaksana", id), ke)


def _ada(naskah: Naskah, tabel: Path, id: str) -> Value:
    semua = daftar_pelaksana(naskah, tabel)
    if id not in semua:
        raise TakDapatDisunting(
            f"tidak ada pelaksana {id}; yang ada: {', '.join(semua) or 'belum ada'}"
        )
    return semua[id]


def _dipakai(naskah: Naskah, tabel: Path, id: str) -> Iterator[Path]:
    """Yield the paths of the texts that name a lane in a step."""
    for n, langkah in enumerate(daftar_langkah(naskah, tabel)):
        if isinstance(langkah, dict):
            yield from _pelaku(langkah.get("pelaksana"), (*tabel, "langkah", n, "pelaksana"), id)


def _pelaku(nilai: Value, jalan: Path, id: str) -> Iterator[Path]:
    if isinstance(nilai, str):
        if nilai.strip() == id:
            yield jalan
    elif isinstance(nilai, list):
        for n, satu in enumerate(nilai):
            yield from _pelaku(satu, (*jalan, n), id)
    elif isinstance(nilai, dict):
        for kunci in ("pelaksana", "bersama"):
            yield from _pelaku(nilai.get(kunci), (*jalan, kunci), id)

"""The second core: renders pages of SOPs from the last one back, while the build goes on from the first.

What it made lies in the store, where the build finds it under the same key as if an earlier build had left it; so
nothing depends on how far it came, and a page that both made is the same. It is started where most SOPs are new to
the store: elsewhere the build has little to do.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from buku_sop.adapters.kept import Kept
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.adapters.situs.sop import PembuatHalaman
from buku_sop.adapters.workers import Worker, WorkerLost, cores, dumps, serve
from buku_sop.model.tulisan import pasang

__all__ = ["BANYAK", "bekal", "dampingi", "kerjakan"]

BANYAK = 64
"""SOPs that must be new: with fewer the build has ended before a process has started."""
_SEKALI = 4
"""Pages after which they are written to the store, so that the build finds them."""
_TERHITUNG = ("unduhan", "formulir", "tanda_tangan", "revisi", "sejarah")
"""What the build has read or printed, and its companion shall not again."""
_MILIKNYA = {"simpan", "cetak", "cetak_formulir"}
"""What each process has for itself, or the build alone does."""
_DIBAWA = tuple(f.name for f in fields(BahanSitus) if f.init and f.name not in _MILIKNYA)
"""What the build was given: pages depend on all of it, and the store knows them by it."""


def dampingi(bahan: BahanSitus, look: Path | None) -> Callable[[], None]:
    """Start a companion where it is worth it; returns what ends it. `look` is the look as the store knows it."""
    simpan = bahan.simpan
    if simpan is None or simpan.fresh or simpan.missed["bacaan"] < BANYAK or cores() < 2:
        return _tidak_ada
    isi = bekal(bahan, look)
    simpan.flush()
    semua: list[Worker] = []

    def mulai() -> None:
        with suppress(OSError, WorkerLost):
            semua.append(Worker(__name__, isi))

    menyerahkan = threading.Thread(
        target=mulai, daemon=True
    )  # it takes as long as its modules load
    menyerahkan.start()

    def akhiri() -> None:
        menyerahkan.join()
        for pekerja in semua:
            pekerja.kill()
            pekerja.__exit__()

    return akhiri


def bekal(bahan: BahanSitus, look: Path | None) -> bytes:
    """Return what a companion of this process is started with."""
    isi = {nama: getattr(bahan, nama) for nama in _DIBAWA}
    terhitung = {nama: getattr(bahan, nama) for nama in _TERHITUNG}
    return dumps((isi, terhitung, look, os.getpid()))


def _tidak_ada() -> None:
    """End nothing."""


def kerjakan(bahan: BahanSitus, lanjut: Callable[[], bool] = lambda: True) -> int:
    """Render pages of SOPs from the last one back, until one is there already; returns how many. `lanjut` may end it."""
    simpan = bahan.simpan
    assert simpan
    pembuat = PembuatHalaman(bahan)
    banyak = 0
    for sop in reversed(bahan.handbook.sop):
        ditemukan = simpan.found["teks"]
        pembuat.render(sop)
        if simpan.found["teks"] > ditemukan or not lanjut():
            break
        banyak += 1
        if banyak % _SEKALI == 0:
            simpan.flush()
    simpan.flush()
    return banyak


def _mulai(setup: Any) -> Callable[[Any], Any]:
    """Do the work of a companion: nothing is ever asked of it."""
    isi, terhitung, look, induk = setup
    bahan = BahanSitus(**isi, simpan=Kept(isi["root"], look=look))
    bahan.__dict__.update(terhitung)
    pasang(bahan.setelan.tulisan)
    kerjakan(bahan, lambda: os.getppid() == induk)
    return lambda _: None


if __name__ == "__main__":
    serve(_mulai)

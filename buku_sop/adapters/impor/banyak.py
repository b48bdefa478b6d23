"""Imports many files at once: each in a process that a broken file may take down, and in bounded time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Timer, local

from buku_sop.adapters.impor.pekerja import HasilBerkas
from buku_sop.adapters.workers import MOST, Worker, WorkerLost, cores, dumps

LAMA = 180.0
"""Seconds that one file may take."""
_MODUL = "buku_sop.adapters.impor.pekerja"


class _Penjaga:
    """Keeps one process for each thread, and starts another where one was lost."""

    def __init__(self) -> None:
        self._milik = local()
        self._semua: list[Worker] = []

    def tanya(self, berkas: Path) -> HasilBerkas:
        """Have a file read."""
        pekerja = getattr(self._milik, "pekerja", None) or self._baru()
        habis = False

        def hentikan() -> None:
            nonlocal habis
            habis = True
            pekerja.kill()

        jam = Timer(LAMA, hentikan)
        jam.daemon = True
        jam.start()
        try:
            hasil = pekerja.ask(berkas)
            assert isinstance(hasil, HasilBerkas)
            return hasil
        except WorkerLost:
            self._milik.pekerja = None
            sebab = (
                f"Berkas ini belum selesai dibaca setelah {LAMA:.0f} detik. Pecah berkasnya." if habis
                else "Berkas ini menghentikan pembacanya: isinya rusak, atau terlalu besar. Buka dan simpan lagi dengan "
                "program lain, lalu impor hasilnya."
            )  # fmt: skip
            return HasilBerkas(galat=sebab)
        finally:
            jam.cancel()

    def _baru(self) -> Worker:
        pekerja = Worker(_MODUL, dumps(None))
        self._milik.pekerja = pekerja
        self._semua.append(pekerja)
        return pekerja

    def tutup(self, *, segera: bool) -> None:
        """End all processes."""
        for pekerja in self._semua:
            if segera:
                pekerja.kill()
            pekerja.__exit__()


def impor_banyak(berkas: Sequence[Path]) -> Iterator[tuple[int, HasilBerkas]]:
    """Read files on all cores; yield the place of each with what came of it, as they are done."""
    penjaga = _Penjaga()
    selesai = False
    jumlah = max(1, min(cores(), MOST, len(berkas)))
    benang = ThreadPoolExecutor(jumlah)
    try:
        tugas = {benang.submit(penjaga.tanya, satu): n for n, satu in enumerate(berkas)}
        for satu in as_completed(tugas):
            yield tugas[satu], satu.result()
        selesai = True
    finally:
        benang.shutdown(wait=False, cancel_futures=True)
        penjaga.tutup(segera=not selesai)

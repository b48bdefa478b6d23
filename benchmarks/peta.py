"""Times the map of an office with N SOPs that refer to each other: facts, drawing, page, and the proposals.

Run `python -m benchmarks.peta [N ...]`; the sizes are 30, 200 and 1,000 unless given. Each row is the best of three. Beside
the times stand what the drawings look like: how many there are, the boxes of the largest, the size of the
page.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.made_up_network import KANTOR, write_network
from buku_sop.analysis.keterkaitan.jaringan import susun_jaringan
from buku_sop.analysis.keterkaitan.usul import susun_usul
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.views.dasar.alamat import Alamat, halaman_instansi, halaman_keterkaitan
from buku_sop.views.dasar.render import Perender
from buku_sop.views.keterkaitan.peta import susun_peta

TEMPLATES = Path(__file__).resolve().parent.parent / "overrides" / "templat"
T = TypeVar("T")


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    kepala = (
        "SOP",
        "facts",
        "map",
        "page",
        "proposals",
        "drawings",
        "largest",
        "page size",
    )
    print(" ".join(f"{satu:>9}" for satu in kepala))
    for jumlah in sizes:
        with tempfile.TemporaryDirectory() as sementara:
            write_network(Path(sementara), jumlah)
            _row(open_handbook(Path(sementara)), jumlah)


def _row(hasil: Hasil, jumlah: int) -> None:
    buku, kait = hasil.handbook, hasil.keterkaitan
    alamat, kantor = Alamat(halaman_keterkaitan(KANTOR)), buku.cari_instansi(KANTOR)
    fakta, jaringan = _best(lambda: susun_jaringan(buku, kait))
    gambar, peta = _best(lambda: susun_peta(kantor, buku, jaringan, alamat))
    perender, href = Perender(TEMPLATES), alamat.ke(halaman_instansi(KANTOR))
    tulis, halaman = _best(
        lambda: perender.render("keterkaitan/halaman.html", peta=peta, href_instansi=href)
    )
    usul, _ = _best(lambda: susun_usul(buku, kait))
    waktu = " ".join(f"{detik * 1000:6.0f} ms" for detik in (fakta, gambar, tulis, usul))
    semua = (*peta.besar, *peta.kecil)
    terbesar = max((len(g.kotak) for g in semua), default=0)
    print(f"{jumlah:9} {waktu} {len(semua):9} {terbesar:9} {len(halaman) // 1000:6} KB")


def _best(kerja: Callable[[], T]) -> tuple[float, T]:
    """Return the shortest of three times in seconds, and the result."""
    waktu, hasil = _timed(kerja)
    for _ in range(2):
        lagi, hasil = _timed(kerja)
        waktu = min(waktu, lagi)
    return waktu, hasil


def _timed(kerja: Callable[[], T]) -> tuple[float, T]:
    mulai = time.perf_counter()
    hasil = kerja()
    return time.perf_counter() - mulai, hasil


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [30, 200, 1000])

"""Compares our search with the theme's own and with Pagefind: `python -m benchmarks.search [-v]`.

Pagefind takes part where it is installed: `npm install --prefix .build/pagefind pagefind@1.6.0`. It is no dependency
of the handbook. `-v` names the queries whose answer is not the first of ours. Times travel between machines as
ratios only.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search.kueri import Kueri, apart, kueri
from benchmarks.search.nilai import Nilai, judge, reciprocal_rank
from benchmarks.search.situs import (
    PAGEFIND,
    add_pagefind,
    build_ours,
    build_plain,
    index_bytes,
    pagefind_bytes,
    pieces_bytes,
)  # fmt: skip
from benchmarks.search.tanya import Jawaban, Mesin, ask
from tests.site.material import serve

Hasil = dict[str, list[Jawaban]]


def main(*, terinci: bool) -> None:
    """Build, ask and print."""
    semua = kueri()
    diketik = [k.diketik for k in semua]
    jawaban: Hasil = {}
    lain: dict[str, tuple[float, int, int]] = {}
    with tempfile.TemporaryDirectory() as sementara, chromium() as browser:
        kami, polos = (
            build_ours(Path(sementara) / "kami"),
            build_plain(Path(sementara) / "polos"),
        )
        mesin: list[tuple[Mesin, Path, Callable[[Path], tuple[int, int]]]] = [
            ("ours", kami, pieces_bytes),
            ("Material", polos, index_bytes),
        ]
        if PAGEFIND.exists():
            add_pagefind(polos)
            mesin.append(("Pagefind", polos, pagefind_bytes))
        else:
            print(f"Pagefind is left out: {PAGEFIND} is not there.")
        for nama, site, besar in mesin:
            with serve(site) as address:
                dingin = [ask(browser, address, diketik[:1], nama)[1] for _ in range(5)]
                jawaban[nama], _ = ask(browser, address, diketik, nama)
            lain[nama] = (median(dingin), *besar(site))
    _tabel(semua, jawaban)
    _waktu(jawaban, lain)
    if terinci:
        _meleset(semua, jawaban)


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Start a Chromium that knows no other host, with more arguments."""
    path = os.environ.get("SOP_CHROMIUM") or shutil.which("chromium")
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", *more]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def _tabel(semua: Sequence[Kueri], jawaban: Hasil) -> None:
    """Print recall at 5, reciprocal rank and rows, for all queries and by kind."""
    jenis = dict.fromkeys(k.jenis for k in semua)
    bagian = {"all": [True] * len(semua), "apart": [not apart(k.diketik) for k in semua]}
    bagian |= {j: [k.jenis == j for k in semua] for j in jenis}
    kepala = "".join(f"| {nama:^22} " for nama in jawaban)
    print(f"{'':12} {'':>4} {kepala}")
    print(f"{'queries':12} {'n':>4} " + f"| {'recall@5':>8} {'MRR':>6} {'row':>6} " * len(jawaban))
    for nama, ikut in bagian.items():
        nilai = [
            judge([(k, j) for k, j, ya in zip(semua, js, ikut, strict=True) if ya])
            for js in jawaban.values()
        ]
        print(f"{nama:12} {sum(ikut):4} " + "".join(map(_sel, nilai)))


def _sel(n: Nilai) -> str:
    baris = "" if n.baris is None else f"{n.baris:.2f}"
    return f"| {n.recall:8.2f} {n.mrr:6.2f} {baris:>6} "


def _waktu(jawaban: Hasil, lain: dict[str, tuple[float, int, int]]) -> None:
    """Print times and sizes, and the times as ratios to the theme's."""
    print(
        f"\n{'':10} {'answer':>9} {'ratio':>6} {'from cold':>10} {'ratio':>6} {'index':>9} {'sent':>8}"
    )
    dasar = median(j.ms for j in jawaban["Material"])
    for nama, js in jawaban.items():
        siap, besar, kirim = lain[nama]
        satu = median(j.ms for j in js)
        print(
            f"{nama:10} {satu:6.1f} ms {satu / dasar:6.2f} {siap:7.0f} ms "
            f"{siap / lain['Material'][0]:6.2f} {besar / 1000:6.0f} KB {kirim / 1000:5.0f} KB"
        )


def _meleset(semua: Sequence[Kueri], jawaban: Hasil) -> None:
    """Print each query whose answer does not come first with us, with the rank that it has with each."""
    for i, k in enumerate(semua):
        nilai = {nama: reciprocal_rank(k, js[i]) for nama, js in jawaban.items()}
        if nilai["ours"] < 1:
            peringkat = ", ".join(f"{n} {round(1 / v) if v else '-'}" for n, v in nilai.items())
            print(f"{k.jenis}: {k.diketik} -> {', '.join(k.halaman)} ({peringkat})")
            print(f"    ours first: {', '.join(jawaban['ours'][i].halaman[:3])}")


if __name__ == "__main__":
    main(terinci="-v" in sys.argv[1:])

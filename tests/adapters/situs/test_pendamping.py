"""What a second process rendered ahead is what the build would have rendered, and is found by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from buku_sop.adapters.forge import Forge
from buku_sop.adapters.kept import Kept
from buku_sop.adapters.situs.bahan import BahanSitus, Penyunting
from buku_sop.adapters.situs.pendamping import bekal, dampingi, kerjakan
from buku_sop.adapters.situs.sop import PembuatHalaman
from buku_sop.adapters.workers import Worker
from buku_sop.handbook import open_handbook

SOP = """nama: Arsip {0}
pelaksana: {{arsiparis: Arsiparis, kepala: Kepala}}
langkah:
  - {{kegiatan: Menata arsip {0}, pelaksana: arsiparis, waktu: {0} menit, output: Arsip}}
  - {{kegiatan: Memeriksa, pelaksana: kepala, waktu: 5 menit, output: Paraf}}
"""
BANYAK = 3


@pytest.fixture
def buka(tmp_path: Path) -> Callable[[Kept | None], BahanSitus]:
    kantor = tmp_path / "sop_data" / "kantor-rekaan"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    for n in range(BANYAK):
        (kantor / f"arsip-{n}.yml").write_text(SOP.format(n + 1), encoding="utf-8")

    def baru(simpan: Kept | None) -> BahanSitus:
        hasil = open_handbook(tmp_path / "sop_data")
        return BahanSitus(hasil, tmp_path, Forge(), direktori=True, simpan=simpan)

    return baru


def semua(bahan: BahanSitus) -> list[str]:
    return [PembuatHalaman(bahan).render(sop) for sop in bahan.handbook.sop]


def tanpa_templat(bahan: BahanSitus) -> BahanSitus:
    """Leave it nothing to render with."""
    bahan.__dict__["perender"] = SimpleNamespace()
    return bahan


@pytest.mark.parametrize(
    "bagian",
    [{}, {"penyunting": Penyunting("peramban", paket="mesin")}, {"tanpa_mesin": True}],
    ids=["tanpa", "penyunting", "luring"],
)
def test_another_process_leaves_what_the_build_would_make(
    tmp_path: Path, buka: Callable[[Kept | None], BahanSitus], bagian: dict[str, Any]
) -> None:
    def bahan(simpan: Kept | None) -> BahanSitus:
        return replace(buka(simpan), **bagian)

    with Worker("buku_sop.adapters.situs.pendamping", bekal(bahan(None), None)) as pendamping:
        pendamping.ask("selesai?")
    assert semua(tanpa_templat(bahan(Kept(tmp_path)))) == semua(bahan(None))


def test_it_ends_where_the_build_is(
    tmp_path: Path, buka: Callable[[Kept | None], BahanSitus]
) -> None:
    simpan = Kept(tmp_path)
    bahan = buka(simpan)
    PembuatHalaman(bahan).render(bahan.handbook.sop[0])
    simpan.flush()
    assert kerjakan(buka(Kept(tmp_path))) == BANYAK - 1


def test_a_small_handbook_has_none(
    tmp_path: Path,
    buka: Callable[[Kept | None], BahanSitus],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("buku_sop.adapters.situs.pendamping.Worker", None)
    simpan = Kept(tmp_path)
    dampingi(buka(simpan), None)()
    assert simpan.missed["teks"] == 0

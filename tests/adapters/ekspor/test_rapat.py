"""Where a label could be another line's, a table is set in another density, in which none could."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.ekspor.naskah import susun_naskah
from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil
from buku_sop.model import PilihanLembar, Sop
from buku_sop.views.ekspor import lembar
from buku_sop.views.lembar.kerapatan import BIASA, KERAPATAN, Kerapatan, Tabel
from tests.adapters.ekspor.rekaan import sop_rekaan
from tests.builders import handbook

BENIH = 383
"""A short SOP with labels."""


@pytest.fixture(scope="module")
def toko(root_cetak: Path) -> tuple[PrintShop, Sop]:
    sop = sop_rekaan(BENIH)
    buku = handbook(sop)
    hasil = Hasil(buku, susun_keterkaitan(buku), (), {}, {})
    return PrintShop(root_cetak, hasil, PilihanLembar(), ""), sop


@pytest.mark.parametrize(
    ("jernih", "terpilih"),
    [
        (set(KERAPATAN), BIASA - 3),  # as it is printed
        ({KERAPATAN[BIASA + 3], lembar.LAPANG[1]}, BIASA + 3),
        ({lembar.LAPANG[1]}, len(KERAPATAN) + 1),
        (set(), BIASA - 3),  # nothing helps: as it is printed
    ],
)
def test_a_table_is_set_so_that_no_label_can_be_taken_wrongly(
    toko: tuple[PrintShop, Sop],
    monkeypatch: pytest.MonkeyPatch,
    jernih: set[Kerapatan],
    terpilih: int,
) -> None:
    dicoba = list[Kerapatan]()

    def ragu(halaman: object, tabel: Tabel) -> int:
        dicoba.append(tabel.kerapatan)
        return int(tabel.kerapatan not in jernih)

    monkeypatch.setattr(lembar, "_perjelas", ragu)
    naskah = susun_naskah(*toko)
    harus = (*KERAPATAN, *lembar.LAPANG)[terpilih]
    data = naskah.tabel[0].data
    assert (data["huruf"], data["sisip"]) == (harus.huruf, harus.sisip)
    tinggi = {b.kotak[3] for b in naskah.tabel[0].halaman[0].bentuk if b.rupa == "belah_ketupat"}
    assert tinggi == {harus.belah_ketupat}
    assert (dicoba[-1] in jernih) == bool(jernih)
    assert len(set(dicoba)) == len(dicoba)

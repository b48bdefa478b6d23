"""Where a label finds no room in its size, a sheet is set in the nearest density in which all labels do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.analysis.alur.alur import Panah
from buku_sop.layout import LetakLabel, Sandar, TataLetak, Ukuran
from buku_sop.layout.grid import Jalur, Titik
from buku_sop.model import PilihanLembar, Sop
from buku_sop.views.lembar import kerapatan
from buku_sop.views.lembar.kerapatan import BIASA, KERAPATAN, Kerapatan, Tabel
from buku_sop.views.lembar.susun import Lembar
from tests.adapters.lembar.conftest import hasil_dari
from tests.builders import handbook, sop


@pytest.fixture(scope="module")
def toko(buat_root: Callable[[], Path]) -> tuple[PrintShop, Sop]:
    contoh = sop()
    return PrintShop(buat_root(), hasil_dari(handbook(contoh)), PilihanLembar(), ""), contoh


@pytest.mark.parametrize(
    ("muat", "terpilih"),
    [
        (set(KERAPATAN), 0),
        ({KERAPATAN[2], KERAPATAN[BIASA]}, 2),
        ({KERAPATAN[BIASA]}, BIASA),
        ({KERAPATAN[8]}, 0),  # too far away
        (set(), 0),
    ],
)
def test_the_nearest_density_in_which_all_labels_have_room_is_taken(
    toko: tuple[PrintShop, Sop],
    monkeypatch: pytest.MonkeyPatch,
    muat: set[Kerapatan],
    terpilih: int,
) -> None:
    def kecil(tabel: Tabel) -> bool:
        return tabel.kerapatan not in muat

    monkeypatch.setattr(kerapatan, "_berlabel_kecil", kecil)
    cetak, contoh = toko
    lembar = Lembar(contoh, cetak.konteks)
    data = lembar.selesai(lambda naskah: cetak.pencetak.ukur(naskah, lembar.templat_ukur))
    (tabel,) = data["tabel"]
    harus = KERAPATAN[terpilih]
    assert (tabel["huruf"], tabel["sisip"]) == (harus.huruf, harus.sisip)


@pytest.mark.parametrize(
    ("label", "huruf", "rujukan", "kecil"),
    [("Ya", 2.3, (), False), ("Ya", 1.84, (), True), ("Ya", None, (), True), ("Ya", None, (0,), False), ("", None, (), False)],
)  # fmt: skip
def test_a_label_is_small_or_missing(
    label: str, huruf: float | None, rujukan: tuple[int, ...], kecil: bool
) -> None:
    letak = huruf and LetakLabel("Ya", Titik(0, 0, 0), Sandar.KIRI, 5, 2, huruf=huruf)
    tata = TataLetak(Ukuran(), (), (Jalur(0, (), letak or None),), (), (), (), rujukan=frozenset(rujukan))  # fmt: skip
    tabel = SimpleNamespace(tata=tata, alur=SimpleNamespace(panah=[Panah(0, 1, label)]))
    assert kerapatan._berlabel_kecil(cast("Tabel", tabel)) == kecil

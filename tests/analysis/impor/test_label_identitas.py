"""Labels of the identity that a narrow cell breaks are found below each other, wherever they stand on a full page."""

from __future__ import annotations

import random

from buku_sop.analysis.impor.label_identitas import label_halaman
from buku_sop.analysis.impor.netral import Kata, Kotak


def kata(teks: str, x: float, y: float) -> Kata:
    return Kata(teks, Kotak(x, y, x + 30, y + 8))


def test_of_many_words_only_those_right_below_complete_a_label() -> None:
    acak = random.Random(7)
    ramai = [kata("Pembuatan", acak.uniform(0, 3000), acak.uniform(0, 3000)) for _ in range(2000)]
    atas = kata("Tanggal", 5000, 500)
    jauh = [kata("Pembuatan", 5000, 530), kata("Pembuatan", 4900, 510), kata("Pembuatan", 5000, 485)]  # fmt: skip
    assert label_halaman([*ramai, atas, *jauh]) == ()
    dekat = kata("Pembuatan", 5001, 510)
    (label,) = label_halaman([*ramai, atas, *jauh, dekat])
    assert (label.bidang, label.kata, label.terbelah) == ("tanggal_pembuatan", (atas, dekat), True)

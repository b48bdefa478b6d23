"""The only lane of a table is so wide that the labels of its branches stand between two lines."""

from __future__ import annotations

import pytest

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.layout import draw_lines
from buku_sop.layout.text import width
from buku_sop.model import ArahKertas, PilihanLembar
from buku_sop.views.lembar import pilih_kertas
from buku_sop.views.lembar.kerapatan import BIASA, KERAPATAN
from buku_sop.views.lembar.kolom import KOLOM_TEKS, LANE_LABEL, bagi_kolom, lane_label
from tests.adapters.lembar.acak import sop_acak
from tests.layout.geometry import problems

KATA = ["Dikembalikan untuk dilengkapi", "Diteruskan kepada pimpinan", "Perlu perbaikan"]


@pytest.mark.parametrize("arah", list(ArahKertas))
def test_columns_full_of_long_words_leave_the_lane_its_room(arah: ArahKertas) -> None:
    kertas = pilih_kertas(PilihanLembar(arah=arah))
    isi = {k: ["pertanggungjawaban 165/PMK.06/2021 " * 15] * 8 for k in KOLOM_TEKS}
    kepala, perlu = {k: k for k in isi}, lane_label(KATA, 1)
    tanpa = bagi_kolom(kertas, 1, isi, kepala, 8.5)
    dengan = bagi_kolom(kertas, 1, isi, kepala, 8.5, label=perlu)
    assert tanpa.lane < perlu - 1
    assert dengan.lane == pytest.approx(perlu, abs=0.05)
    assert 8.5 + dengan.lane + sum(dengan.teks.values()) == pytest.approx(kertas.isi, abs=0.01)


def test_only_labels_of_a_lane_without_a_neighbour_widen_it_and_not_without_end() -> None:
    assert lane_label(["Ya", "Tidak"], 1) < lane_label(KATA, 1) <= LANE_LABEL
    assert lane_label(["x" * 90], 1) == LANE_LABEL
    assert lane_label(["", ""], 1) == lane_label(KATA, 2) == 0


@pytest.mark.parametrize("benih", [35, 148, 175])
def test_labels_beside_lines_on_both_sides_keep_their_letters(benih: int) -> None:
    """Exits that run on, back and far down, with the longest words that stand there."""
    alur = susun_alur(sop_acak(benih).prosedur[0])
    assert alur.jumlah_lane == 1
    kata = [p.label for p in alur.panah if p.label]
    tata = draw_lines(alur, KERAPATAN[BIASA].ukuran(lane_label(kata, 1)))
    assert tata
    assert problems(alur, tata) == []
    label = [j.label for j in tata.jalur if j.label]
    assert sorted(x.teks for x in label) == sorted(kata)
    for satu in label:
        assert satu.huruf == tata.ukuran.huruf
        assert satu.lebar >= max(width(x, satu.huruf) for x in satu.larik)

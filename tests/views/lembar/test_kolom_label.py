"""The only lane of a table is so wide that the labels of its branches stand between two lines."""

from __future__ import annotations

import pytest

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.layout import Ukuran, draw_lines
from buku_sop.layout.page import measures, ukuran_tabel
from buku_sop.layout.text import ONLY_LANE, only_lane, width
from buku_sop.model import ArahKertas, PilihanLembar
from buku_sop.views.lembar import pilih_kertas
from buku_sop.views.lembar.kerapatan import BIASA, KERAPATAN
from buku_sop.views.lembar.kolom import KOLOM_TEKS, LANE_SEBAGIAN, LANE_TEGAK, bagi_kolom
from tests.adapters.lembar.acak import sop_acak
from tests.layout.geometry import problems

KATA = ["Dikembalikan untuk dilengkapi", "Diteruskan kepada pimpinan", "Perlu perbaikan"]


@pytest.mark.parametrize("arah", list(ArahKertas))
def test_columns_full_of_long_words_leave_the_lane_its_room(arah: ArahKertas) -> None:
    kertas = pilih_kertas(PilihanLembar(arah=arah))
    isi = {k: ["pertanggungjawaban 165/PMK.06/2021 " * 15] * 8 for k in KOLOM_TEKS}
    kepala, perlu = {k: k for k in isi}, only_lane(KATA)
    tanpa = bagi_kolom(kertas, 1, isi, kepala, 8.5)
    dengan = bagi_kolom(kertas, 1, isi, kepala, 8.5, label=perlu)
    assert tanpa.lane < perlu - 1
    assert dengan.lane == pytest.approx(perlu, abs=0.05)
    assert 8.5 + dengan.lane + sum(dengan.teks.values()) == pytest.approx(kertas.isi, abs=0.01)


@pytest.mark.parametrize("lanes", [2, 3, 4, 6, 9])
def test_columns_full_of_words_leave_many_lanes_their_share_too(lanes: int) -> None:
    """One lane more than fits at full width does not take it from all of them."""
    kertas = pilih_kertas(PilihanLembar(arah=ArahKertas.POTRET))
    isi = {k: ["pertanggungjawaban 165/PMK.06/2021 " * 15] * 8 for k in KOLOM_TEKS}
    kolom = bagi_kolom(kertas, lanes, isi, {k: k for k in isi}, 8.5)
    bagian = LANE_SEBAGIAN * (kertas.isi - 8.5)
    assert min(lanes * LANE_TEGAK, bagian) == pytest.approx(lanes * kolom.lane, abs=0.05 * lanes)
    assert 8.5 + lanes * kolom.lane + sum(kolom.teks.values()) == pytest.approx(
        kertas.isi, abs=0.01
    )


def test_only_labels_of_a_lane_without_a_neighbour_widen_it_and_not_without_end() -> None:
    assert only_lane(["Ya", "Tidak"]) < only_lane(KATA) <= ONLY_LANE * 2.3
    assert only_lane(["x" * 90]) == ONLY_LANE * 2.3
    assert only_lane(["", ""]) == only_lane([]) == 0
    assert ukuran_tabel(1, ["Ya"]).lane == ukuran_tabel(1).lane < ukuran_tabel(1, KATA).lane
    assert ukuran_tabel(2, KATA) == ukuran_tabel(2)


@pytest.mark.parametrize("benih", [35, 148, 175])
def test_labels_beside_lines_on_both_sides_keep_their_letters(benih: int) -> None:
    """Exits that run on, back and far down, with the longest words that stand there."""
    alur = susun_alur(sop_acak(benih).prosedur[0])
    assert alur.jumlah_lane == 1
    kata = [p.label for p in alur.panah if p.label]
    for ukuran in (KERAPATAN[BIASA].ukuran(only_lane(kata)), measures(alur)):
        _periksa(alur, ukuran, kata)


def _periksa(alur: Alur, ukuran: Ukuran, kata: list[str]) -> None:
    tata = draw_lines(alur, ukuran)
    assert tata
    assert problems(alur, tata) == []
    label = [j.label for j in tata.jalur if j.label]
    assert sorted(x.teks for x in label) == sorted(kata)
    for satu in label:
        assert satu.huruf == tata.ukuran.huruf
        assert satu.lebar >= max(width(x, satu.huruf) for x in satu.larik)

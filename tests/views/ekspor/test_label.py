"""Labels of an exported page stand where they can be no other line's."""

from __future__ import annotations

from buku_sop.layout import Sandar
from buku_sop.model import Simbol
from buku_sop.views.ekspor.gambar import Baris, Bentuk, GambarHalaman, Garis, Tulisan
from buku_sop.views.ekspor.label import meragukan, perjelas

LEBAR = 60.0


def _halaman(*tulisan: Tulisan) -> GambarHalaman:
    """Draw a decision that leads down and, by way of the left, further down."""
    return GambarHalaman(
        baris=[Baris(0, 30.0), Baris(1, 30.0), Baris(2, 30.0)],
        bentuk=[
            Bentuk(Simbol.BELAH_KETUPAT, (20.0, 10.0, 14.0, 8.0)),
            Bentuk(Simbol.KOTAK, (20.0, 42.0, 14.0, 6.0)),
            Bentuk(Simbol.KAPSUL, (20.0, 72.0, 14.0, 6.0)),
        ],
        garis=[
            Garis(0, 1, ((27.0, 18.0), (27.0, 42.0))),
            Garis(0, 2, ((20.0, 14.0), (16.0, 14.0), (16.0, 75.0), (20.0, 75.0))),
        ],
        tulisan=list(tulisan),
        panah={0: [0], 1: [1]},
    )


def test_clear_labels_stay_where_the_sheet_has_them() -> None:
    halaman = _halaman(
        Tulisan((27.4, 20.0, 6.0, 2.3), "Ya", Sandar.KIRI, 2.3, 0),
        Tulisan((9.0, 20.0, 6.6, 2.3), "Tidak", Sandar.KANAN, 2.3, 1),
    )
    assert perjelas(halaman, LEBAR) == halaman.tulisan


def test_a_label_beyond_another_line_is_moved_to_its_own() -> None:
    halaman = _halaman(
        Tulisan((17.0, 20.0, 9.6, 2.3), "Ya", Sandar.KANAN, 2.3, 0),
        Tulisan((27.4, 20.0, 9.0, 2.3), "Tidak", Sandar.KIRI, 2.3, 1),
    )
    assert meragukan(halaman, halaman.tulisan)
    jadi = perjelas(halaman, LEBAR)
    assert meragukan(halaman, jadi) == []
    assert [t.teks for t in jadi] == ["Ya", "Tidak"]
    for t in jadi:
        x, y, lebar, tinggi = t.kotak
        assert x >= 0
        assert x + lebar <= LEBAR
        assert not any(
            x < a + c and a < x + lebar and y < b + d and b < y + tinggi
            for a, b, c, d in (s.kotak for s in halaman.bentuk)
        )


def test_words_of_a_symbol_are_left_alone() -> None:
    kata = Tulisan((0.0, 0.0, 5.0, 2.0), "Mulai", Sandar.KIRI, 2.0)
    assert perjelas(_halaman(kata), LEBAR) == [kata]


def _sempit(lebar: float, label: str) -> GambarHalaman:
    """Draw a decision of which one way leads down at the edge of the lanes, its label where another line is nearer."""
    x, w = lebar - 1.6, lebar - 5.6
    return GambarHalaman(
        baris=[Baris(0, 60.0)],
        bentuk=[
            Bentuk(Simbol.BELAH_KETUPAT, (2.0, 6.0, w, 8.0)),
            Bentuk(Simbol.KOTAK, (2.0, 50.0, w, 6.0)),
        ],
        garis=[
            Garis(0, 1, ((9.0, 14.0), (9.0, 50.0))),
            Garis(0, 1, ((2.0 + w, 10.0), (x, 10.0), (x, 53.0), (2.0 + w, 53.0))),
        ],
        tulisan=[
            Tulisan((9.4, 16.0, 3.0, 2.3), "Ya", Sandar.KIRI, 2.3, 0),
            Tulisan((9.4, 20.0, 4.0, 2.3), label, Sandar.KIRI, 2.3, 1),
        ],
        panah={0: [0], 1: [1]},
    )


def test_a_label_stands_beside_the_upright_piece_of_its_line() -> None:
    halaman = _sempit(30.0, "Belum ada")
    assert 1 in meragukan(halaman, halaman.tulisan)
    jadi = perjelas(halaman, 30.0)
    assert meragukan(halaman, jadi) == []
    assert not jadi[1].tegak


def test_a_label_is_turned_where_there_is_no_other_room_for_it() -> None:
    """Between the two lines there is room for one line of letters that is turned, and for none that is level."""
    halaman = _sempit(20.0, "Ketidaklengkapan")
    assert 1 in meragukan(halaman, halaman.tulisan)
    jadi = perjelas(halaman, 20.0, tegak=True)
    assert meragukan(halaman, jadi) == []
    assert jadi[1].tegak
    assert jadi[1].kotak[3] > jadi[1].kotak[2]
    tetap = perjelas(halaman, 20.0)
    assert 1 in meragukan(halaman, tetap)

"""Flows in the neutral form, as documents of offices draw them: what was misread, by its kind."""

from __future__ import annotations

from buku_sop.analysis.impor.garis_putus import sambung_putus
from buku_sop.analysis.impor.geometri import Ruas
from buku_sop.analysis.impor.label import frasa
from buku_sop.analysis.impor.label_terikat import beri_label_terikat
from buku_sop.analysis.impor.lambang import Bidang
from buku_sop.analysis.impor.netral import Coretan, Halaman, Kata, Kotak, Lambang, Rupa, Titik
from buku_sop.analysis.impor.panah import Panah, cari_panah
from buku_sop.analysis.impor.panah_gambar import panah_gambar
from buku_sop.analysis.impor.putar import baris_sel, rebahkan, tegakkan
from buku_sop.analysis.impor.tersirat import label_gambar, lawan, lengkapi_panah

BIDANG = Bidang(Kotak(0, 0, 400, 400), (0, 200, 400), (0, 200, 400))
ATAS = Lambang(Rupa.KOTAK, Kotak(90, 20, 130, 40))
BAWAH = Lambang(Rupa.KOTAK, Kotak(90, 100, 130, 120))
SAMPING = Lambang(Rupa.KOTAK, Kotak(220, 20, 260, 40))
KETUPAT = Lambang(Rupa.BELAH_KETUPAT, Kotak(85, 20, 135, 50))


def coretan(*titik: Titik, isi: bool = False) -> Coretan:
    """Draw a line, or a filled shape."""
    xs, ys = zip(*titik, strict=True)
    kotak = Kotak(min(xs), min(ys), max(xs), max(ys))
    return Coretan(titik, kotak, tertutup=isi, terisi=isi, bergaris=not isi)


def kata(teks: str, x: float, y: float, *, tegak: bool = True, naik: bool = True) -> Kata:
    """Write a word at its middle."""
    panjang, tinggi = (4.0 * len(teks), 8.0) if tegak else (8.0, 4.0 * len(teks))
    kotak = Kotak(x - panjang / 2, y - tinggi / 2, x + panjang / 2, y + tinggi / 2)
    return Kata(teks, kotak, tegak=tegak, naik=naik)


def test_a_head_of_equal_sides_points_as_its_line_does() -> None:
    """Its triangle alone would as well point to the side, away from the symbol."""
    lain = coretan((106, 96.2), (110, 100), (114, 96.3), (106, 96.2), isi=True)
    garis = coretan((110, 40), (110, 97))
    serong = coretan((113.9, 94.9), (110.2, 99.3), (106, 95.4), (113.9, 94.9), isi=True)
    for kepala in (lain, serong):
        panah, lepas = cari_panah((garis, kepala), (ATAS, BAWAH), BIDANG)
        assert [(p.dari, p.ke, p.berarah, p.tebakan) for p in panah] == [(0, 1, True, "")]
        assert lepas == ()


def test_a_dashed_line_turns_a_corner() -> None:
    datar: list[Ruas] = [((x, 30.0), (x + 6, 30.0)) for x in (100.0, 110.0, 120.0)]
    tegak: list[Ruas] = [((130.0, y), (130.0, y + 6)) for y in (34.0, 44.0)]
    jauh: list[Ruas] = [((300.0, 300.0), (300.0, 306.0))]
    hasil = sambung_putus([*datar, *tegak, *jauh])
    assert sorted(hasil[1:]) == [((98.0, 30.0), (130.0, 30.0)), ((130.0, 30.0), (130.0, 52.0))]
    assert hasil[0] == jauh[0]


def test_turned_words_are_read_along_their_way() -> None:
    """Upwards from the lowest word, downwards from the highest, lines beside each other in their order."""
    naik = [kata("Lengkap", 50, 80, tegak=False), kata("Belum", 50, 106, tegak=False)]
    turun = [
        kata("Kepala", 80, 80, tegak=False, naik=False),
        kata("Bagian", 80, 108, tegak=False, naik=False),
        kata("Umum", 70, 80, tegak=False, naik=False),
    ]
    assert [f.teks for f in frasa(naik)] == ["Belum Lengkap"]
    assert [b.teks for b in baris_sel((*naik, *turun))] == [
        "Belum Lengkap",
        "Kepala Bagian",
        "Umum",
    ]
    for satu in (*naik, *turun):
        assert rebahkan(tegakkan(satu).kotak, naik=satu.naik) == satu.kotak


def test_labels_of_neighbours_do_not_take_each_others_place() -> None:
    """Each stands beside its own line, though the first decision could take both."""
    kanan = Lambang(Rupa.BELAH_KETUPAT, Kotak(185, 20, 235, 50))
    lambang = (KETUPAT, kanan, BAWAH, Lambang(Rupa.KOTAK, Kotak(190, 100, 230, 120)))
    panah = (
        Panah(0, 2, (((110, 50), (110, 100)),)),
        Panah(0, 3, (((135, 35), (150, 35)), ((150, 35), (150, 110)), ((150, 110), (190, 110)))),
        Panah(1, 3, (((210, 50), (210, 100)),)),
        Panah(1, 2, (((185, 35), (170, 35)), ((170, 35), (170, 115)), ((170, 115), (130, 115)))),
    )
    tulisan = (
        kata("Sesuai", 124, 75),
        kata("Tertunda", 150, 30),
        kata("Lengkap", 228, 75),
        kata("Kurang", 170, 120),
    )
    hasil, sisa = beri_label_terikat(panah, lambang, tulisan)
    assert [p.label for p in hasil] == ["Sesuai", "Tertunda", "Lengkap", "Kurang"]
    assert sisa == ()


def test_a_label_much_nearer_to_another_line_is_a_doubt_though_that_line_has_its_own() -> None:
    """Two ways back run side by side: both labels stand at the same one."""
    bawah = Lambang(Rupa.BELAH_KETUPAT, Kotak(85, 120, 135, 150))
    lambang = (KETUPAT, bawah, SAMPING)
    for kiri, ragu in ((70.0, 1), (40.0, 0)):
        panah = (
            Panah(0, 2, (((85, 35), (76, 35)), ((76, 35), (76, -200)))),
            Panah(1, 2, (((85, 135), (kiri, 135)), ((kiri, 135), (kiri, -20)))),
        )
        tulisan = (kata("Tidak", 88, -60), kata("Belum", 88 if ragu else 28, 0))
        hasil, _ = beri_label_terikat(panah, lambang, tulisan)
        assert {p.label for p in hasil} == {"Tidak", "Belum"}
        assert bool([p for p in hasil if p.tebakan]) == bool(ragu)


def test_a_label_behind_a_connector_belongs_to_what_goes_on_from_it() -> None:
    """But not the sign of the connector, or the page that it names."""
    segilima = Lambang(Rupa.PENGHUBUNG, Kotak(100, 10, 120, 30))
    panah = (Panah(0, 1, (((110, 30), (110, 100)),)),)
    for teks, label in (("lolos verifikasi", "lolos verifikasi"), ("A", ""), ("Hal. 3", "")):
        hasil, _ = beri_label_terikat(panah, (segilima, BAWAH), [kata(teks, 135, 60)])
        assert hasil[0].label == label


def test_an_answer_below_a_decision_without_an_arrow_is_a_way_with_a_doubt() -> None:
    lambang = (KETUPAT, SAMPING, BAWAH)
    ada = (Panah(0, 1, (((135, 35), (220, 35)),), label="Tidak"),)
    panah, sisa = lengkapi_panah(ada, lambang, [kata("Ya", 118, 70), kata("lihat", 118, 95)])
    assert [(p.dari, p.ke, p.label) for p in panah] == [(0, 1, "Tidak"), (0, 2, "Ya")]
    assert "tanpa panah" in panah[1].tebakan
    assert [k.teks for k in sisa] == ["lihat"]
    utuh = (*ada, Panah(0, 2, (((110, 50), (110, 100)),)))
    assert lengkapi_panah(utuh, lambang, [kata("Ya", 118, 70)])[0] == utuh


def test_a_label_that_is_a_picture_is_told_and_only_its_opposite_inferred() -> None:
    lambang = (KETUPAT, SAMPING, BAWAH)
    panah = (
        Panah(0, 1, (((135, 35), (220, 35)),), label="Ya"),
        Panah(0, 2, (((110, 50), (110, 100)),)),
    )
    gambar = [Kotak(114, 70, 134, 80)]
    dua = list(label_gambar(panah, lambang, gambar, []))
    assert dua[0] == panah[0]
    assert (dua[1].label, "gambar" in dua[1].tebakan) == ("Tidak", True)
    assert list(label_gambar(panah, lambang, gambar, [kata("Tidak", 124, 75)])) == list(panah)
    assert [lawan(x) for x in ("tidak", "Belum sesuai", "Perlu")] == ["Ya", "Sesuai", ""]


def test_pictures_of_arrows_beside_each_other_lead_on_from_what_is_reached() -> None:
    """One whose frame touches three symbols ties those at its corners; the ground of a word is no arrow."""
    tengah = Lambang(Rupa.KOTAK, Kotak(150, 100, 190, 120))
    lambang = (SAMPING, BAWAH, tengah, Lambang(Rupa.KOTAK, Kotak(220, 100, 260, 120)))
    gambar = (
        Kotak(131, 108, 149, 112),
        Kotak(191, 108, 219, 112),
        Kotak(238, 41, 242, 99),
        Kotak(128, 90, 152, 101),
    )
    halaman = Halaman(1, 400, 400, gambar=gambar, kata=(kata("Ya", 140, 95),))
    hasil = [(p.dari, p.ke) for p in panah_gambar(halaman, lambang, BIDANG, ())]
    assert hasil == [(0, 3), (3, 2), (2, 1)]
    siku = (Lambang(Rupa.KOTAK, Kotak(20, 20, 60, 40)), ATAS, BAWAH)
    halaman = Halaman(1, 400, 400, gambar=(Kotak(40, 41, 89, 110),))
    assert [(p.dari, p.ke) for p in panah_gambar(halaman, siku, BIDANG, ())] == [(0, 2)]


def test_a_head_belongs_to_the_line_on_which_it_sits() -> None:
    """Not to another one that runs close beside it and has a head of its own at its other end."""
    kiri, kanan = (
        Lambang(Rupa.BELAH_KETUPAT, Kotak(20, 60, 60, 80)),
        Lambang(Rupa.KOTAK, Kotak(200, 92, 240, 112)),
    )
    pergi = coretan((30, 80), (30, 106), (194, 106))
    pulang = coretan((194, 102), (46, 102), (46, 88))
    ke_kanan = coretan((193.5, 103), (200, 106), (193.5, 109), (193.5, 103), isi=True)
    ke_atas = coretan((43, 87), (46, 80), (49, 87), (43, 87), isi=True)
    panah, _ = cari_panah((pergi, pulang, ke_kanan, ke_atas), (kiri, kanan), BIDANG)
    assert sorted((p.dari, p.ke, p.tebakan) for p in panah) == [(0, 1, ""), (1, 0, "")]

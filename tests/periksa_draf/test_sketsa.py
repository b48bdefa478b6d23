"""Pages drawn of what was read of them: every word and symbol at its place, and nothing of theirs as markup."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from buku_sop.analysis.impor.netral import (
    Halaman,
    Kata,
    Kotak,
    Lambang,
    Rupa,
    Sambungan,
    Sel,
    Tabel,
)
from buku_sop.periksa_draf.sketsa import TERBANYAK, sketsa

SVG = "{http://www.w3.org/2000/svg}"
HALAMAN = Halaman(
    1,
    400,
    300,
    kata=(
        Kata("Judul", Kotak(10, 5, 40, 15)),
        Kata("Menerima", Kotak(22, 42, 60, 50)),
        Kata("rahasia", Kotak(10, 200, 40, 210), tertutup=True),
    ),
    tabel=(Tabel((20.0, 120.0, 220.0), (40.0, 100.0), (Sel(0, 0, "Menerima <b>berkas</b> & surat dari semua loket"),)),),
    lambang=(
        Lambang(Rupa.BELAH_KETUPAT, Kotak(140, 50, 180, 70), "Sesuai?", "1"),
        Lambang(Rupa.KAPSUL, Kotak(140, 80, 180, 95), "", "2"),
    ),
    sambungan=(Sambungan(((160, 70), (160, 80)), "1", "2", kepala_akhir=True, label="Ya</text>"),),
)  # fmt: skip


def tulisan(svg: str) -> list[str]:
    return ["".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_words_stand_once_and_as_they_are() -> None:
    semua = tulisan(sketsa(HALAMAN))
    assert " ".join(semua) == (
        "Sesuai? Menerima <b>berkas</b> & surat dari semua loket Judul Ya</text>"
    )
    assert len(semua) > 4, "the words of the cell are broken into lines"


def test_symbols_and_connectors_stand_at_their_places() -> None:
    akar = ElementTree.fromstring(sketsa(HALAMAN))
    jalur = {p.get("d"): p.get("marker-end") for p in akar.iter(f"{SVG}path")}
    assert jalur["M160 70L160 80"] == "url(#k)"
    assert "M160 50L180 60L160 70L140 60Z" in jalur
    kapsul = next(r for r in akar.iter(f"{SVG}rect") if r.get("rx"))
    assert (kapsul.get("x"), kapsul.get("rx")) == ("140", "7.5")


def test_nothing_in_it_comes_from_elsewhere() -> None:
    svg = sketsa(HALAMAN).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|href|<script|<image|<style|@import", svg)


def test_a_page_of_any_size_is_bounded() -> None:
    banyak = tuple(Kata("x", Kotak(n, n, n + 1, n + 1)) for n in range(TERBANYAK + 100))
    assert len(tulisan(sketsa(Halaman(1, 0, 0, kata=banyak)))) == TERBANYAK


def test_a_picture_is_drawn_of_its_pixels_at_its_place() -> None:
    baris = (bytes([1, 1, 0, 0]),) * 2 + (bytes([0, 0, 0, 1]),)
    kotak = Kotak(10, 20, 14, 23)
    halaman = Halaman(1, 400, 300, gambar=(kotak,), foto=((kotak, baris),))
    akar = ElementTree.fromstring(sketsa(halaman))
    assert [r.get("fill") for r in akar.iter(f"{SVG}rect")] == ["#fff"], "no ground but the page's"
    (jalur,) = (p for p in akar.iter(f"{SVG}path") if p.get("transform"))
    assert jalur.get("transform") == "translate(10 20) scale(1.0000 1.0000)"
    assert jalur.get("d") == "M0 0H2V2H0ZM3 2H4V3H3Z"


def test_a_picture_finer_than_a_screen_keeps_its_lines() -> None:
    """Ten pixels of a point, a line of one pixel."""
    baris = [bytes(400) for _ in range(400)]
    baris[123] = b"\1" * 400
    halaman = Halaman(1, 400, 300, foto=((Kotak(0, 0, 40, 40), tuple(baris)),))
    akar = ElementTree.fromstring(sketsa(halaman))
    (jalur,) = (p for p in akar.iter(f"{SVG}path") if p.get("transform"))
    assert jalur.get("transform") == "translate(0 0) scale(0.5000 0.5000)"
    assert jalur.get("d") == "M0 24H80V25H0Z"

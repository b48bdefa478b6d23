"""Palettes of any two colours can be read, and no colour of the stylesheets is left out of them."""

from __future__ import annotations

import random
import re

import pytest

from buku_sop.analysis.wajah.oklch import baca_hex, hex_dari, kontras, oklch
from buku_sop.analysis.wajah.palet import PERAN, gaya, palet, pasangan
from buku_sop.analysis.wajah.warna import PERLU, PUTIH, periksa_warna, terdekat
from buku_sop.model.setelan import Warna
from tests.paths import ROOT

STYLES = ROOT / "overrides" / "assets" / "stylesheets"
EXTREMES = ("#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff",
            "#808080", "#757575", "#c8a200", "#0b4654")  # fmt: skip


def pairs() -> list[tuple[str, str]]:
    acak = random.Random(14)
    lain = [tuple(f"#{acak.randrange(1 << 24):06x}" for _ in "ab") for _ in range(110)]
    return [(a, b) for a in EXTREMES for b in EXTREMES] + [(a, b) for a, b in lain]


def test_every_pair_that_is_used_keeps_its_contrast_for_hundreds_of_colours() -> None:
    kurang = {}
    for utama, aksen in pairs():
        warna = Warna(terdekat(utama, "utama"), terdekat(aksen, "aksen"))
        for gelap in (False, True):
            p = palet(warna, gelap=gelap)
            for atas, bawah, perlu in pasangan():
                if (k := kontras(p[atas], p[bawah])) < perlu:
                    kurang[utama, aksen, gelap, atas, bawah] = k
    assert kurang == {}


def test_our_own_colours_give_our_own_palettes() -> None:
    for gelap in (False, True):
        p = palet(Warna(), gelap=gelap)
        assert {r.nama: p[r.nama] for r in PERAN} == {
            r.nama: (r.gelap if gelap else r.terang) for r in PERAN
        }


@pytest.mark.parametrize(("hitam", "putih", "berapa"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)])  # fmt: skip
def test_contrast_is_that_of_wcag(hitam: str, putih: str, berapa: float) -> None:
    assert kontras(hitam, putih) == kontras(putih, hitam) == pytest.approx(berapa, abs=0.005)


@pytest.mark.parametrize("warna", EXTREMES)
def test_a_colour_comes_back_from_oklch(warna: str) -> None:
    assert hex_dari(oklch(warna)) == warna


@pytest.mark.parametrize("warna", ["#ffd100", "#eeeeee", "#90ee90", "#ff7f00"])
def test_the_nearest_colour_that_can_serve_is_of_the_same_hue_and_only_just_enough(
    warna: str,
) -> None:
    for jenis, perlu in PERLU.items():
        dekat, sebab = periksa_warna(warna, jenis)
        assert perlu <= kontras(dekat, PUTIH) < perlu + 0.15
        assert dekat in sebab
        if oklch(warna).pekat > 0.05:
            assert abs((oklch(dekat).rona - oklch(warna).rona + 180) % 360 - 180) < 4


@pytest.mark.parametrize(
    ("teks", "warna"),
    [("0B4654", "#0b4654"), ("#fff", "#ffffff"), ("biru", ""), ("#12345", ""), ("#0b4654;}", "")],
)
def test_what_is_a_colour(teks: str, warna: str) -> None:
    assert baca_hex(teks) == warna


def test_no_colour_of_the_base_is_left_out_of_the_palettes() -> None:
    diberi = set(re.findall(r"(--[\w-]+):", gaya(Warna("#7a1022", "#14603a"))))
    milik = set()
    for nama in ("dasar.css", "diagram.css"):
        teks = (STYLES / nama).read_text(encoding="utf-8").partition("@media (forced-colors")[0]
        milik |= set(re.findall(r"(--[\w-]+):\s*#[0-9a-fA-F]{3,8}\b", teks))
    tetap = {"--sop-kuning-garis", "--sop-merah-garis"}
    assert milik - tetap <= diberi


def test_other_stylesheets_name_no_colour_of_their_own() -> None:
    sendiri = {}
    for berkas in STYLES.glob("*.css"):
        aturan = re.sub(r"/\*.*?\*/|--[\w-]+:[^;]*;", "", berkas.read_text(encoding="utf-8"), flags=re.DOTALL)  # fmt: skip
        kena = [
            satu
            for satu in re.findall(r"[\w-]+:[^;{}]*#[0-9a-fA-F]{3,8}\b[^;{}]*", aturan)
            if not re.search(r"mask-image|#000000|#0006|#0000001a|background: #ffffff", satu)
        ]
        if kena:
            sendiri[berkas.name] = kena
    assert sendiri == {}

"""The palettes of a handbook, light and dark, worked out from two colours.

They are ours (`overrides/assets/stylesheets/dasar.css`, `diagram.css`) turned to another hue: each keeps how light it is
and, as far as the main colour is colourful at all, how full. Then every colour that is read is moved as far from what it
is read on as WCAG 2.2 asks for. What means something (red, yellow, green, blue) keeps its hue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from buku_sop.analysis.wajah.oklch import Oklch, campur, hex_dari, kontras, oklch
from buku_sop.analysis.wajah.warna import PUTIH, cukupkan
from buku_sop.model.setelan import AKSEN_BAWAAN, UTAMA_BAWAAN, Warna

Asal = Literal["utama", "aksen", "tetap"]
TEKS, KENDALI = 4.5, 3.0
"""The contrasts of text (1.4.3) and of what shows a control or a drawing (1.4.11)."""
HALAMAN = ("--md-default-bg-color", "--sop-muka", "--sop-muka-2", "--md-code-bg-color")
"""What text of the page stands on."""
LAMBANG = ("--sop-lambang", "--sop-lambang-bidang", "--sop-lambang-ujung", "--sop-lambang-putus")
"""What the lines of a diagram lie beside."""
_KEPALA = ("--md-primary-fg-color", "--sop-kepala-isian")
_KAKI = ("--md-footer-bg-color", "--md-footer-bg-color--dark")
_TERPEKAT, _ABU = 0.15, 0.03
"""The fullest colour that is worked out, and up to which chroma a colour is a grey."""


@dataclass(frozen=True, slots=True)
class Peran:
    """A colour of the stylesheets: its name there, what it is with our own two colours, and what it is read on."""

    nama: str
    terang: str
    gelap: str
    asal: Asal = "utama"
    latar: tuple[str, ...] = ()
    perlu: float = TEKS
    akar: bool = False
    """Whether it stands at the root, rather than at the scheme of colours."""


def _teks(nama: str, terang: str, gelap: str, asal: Asal = "utama", *latar: str) -> Peran:
    return Peran(nama, terang, gelap, asal, latar or HALAMAN)


def _arti(nama: str, terang: tuple[str, str], gelap: tuple[str, str]) -> tuple[Peran, Peran]:
    """Return a colour with a meaning and its ground."""
    muka = f"--sop-{nama}-muka"
    return (
        Peran(muka, terang[1], gelap[1], "tetap"),
        Peran(f"--sop-{nama}", terang[0], gelap[0], "tetap", (muka, *HALAMAN[:3])),
    )


def _lambang(
    nama: str, terang: str, gelap: str, asal: Asal = "utama", *latar: str, perlu: float = KENDALI
) -> Peran:
    return Peran(f"--sop-lambang{nama}", terang, gelap, asal, latar, perlu, akar=True)  # fmt: skip


PERAN: tuple[Peran, ...] = (
    Peran("--md-default-bg-color", "#ffffff", "#12191c"),
    Peran("--sop-muka", "#f4f8f9", "#192327"),
    Peran("--sop-muka-2", "#e6eff2", "#223036"),
    Peran("--md-code-bg-color", "#f5f8f9", "#1d272b"),
    Peran("--md-default-fg-color--lighter", "#b9c5ca", "#56676e"),
    Peran("--md-default-fg-color--lightest", "#e2e9ec", "#2c3a40"),
    Peran("--sop-garis", "#cbd7dc", "#38474e"),
    Peran("--sop-garis-kuat", "#6d828b", "#8195a0", "utama", HALAMAN, KENDALI),
    _teks("--md-default-fg-color", "#17252b", "#e6eef1"),
    _teks("--md-typeset-color", "#17252b", "#e6eef1"),
    _teks("--md-default-fg-color--light", "#4a5b62", "#b4c4ca"),
    _teks("--md-typeset-a-color", "#0a5a6c", "#7fcbdd"),
    _teks("--md-accent-fg-color", AKSEN_BAWAAN, "#ffb27a", "aksen"),
    _teks("--md-code-fg-color", "#24363d", "#dbe6ea"),
    _teks("--md-code-hl-keyword-color", "#2a57ab", "#8ab4f8", "tetap", "--md-code-bg-color"),
    _teks("--md-code-hl-string-color", "#0f6b43", "#8fd6ae", "tetap", "--md-code-bg-color"),
    *_arti("hijau", ("#14603a", "#e0f2e7"), ("#9be0b8", "#173526")),
    *_arti("kuning", ("#6b4a00", "#fdf0cf"), ("#f6d78c", "#3a2f12")),
    *_arti("merah", ("#96231d", "#fce6e4"), ("#ffb9b2", "#421c1a")),
    *_arti("biru", ("#174f86", "#e3eefa"), ("#a9cdf5", "#1a2f47")),
    _lambang("", "#ffffff", "#1d2a2f"),
    _lambang("-ujung", "#d9ecf1", "#1f4450"),
    _lambang("-putus", "#fdf1d3", "#4a3d17", "tetap"),
    _lambang("-bidang", "#f6f7fa", "#1d212c"),
    _lambang("-judul", "#e6e9f0", "#2b3141"),
    _lambang("-tepi", "#b4bac8", "#4f576c"),
    _lambang("-garis", "#0b4654", "#a7d5e1", "utama", *LAMBANG, "--md-default-bg-color"),
    _lambang("-teks", "#1d2130", "#eceff6", "utama", *LAMBANG, "--sop-lambang-judul", perlu=TEKS),
)  # fmt: skip
"""Grounds first, then what is read on them."""

Palet = Mapping[str, str]
"""Colours as `#rrggbb`, or `#rrggbbaa` where something shines through, by their names in the stylesheets."""


@lru_cache(maxsize=8)
def palet(warna: Warna, *, gelap: bool) -> Palet:
    """Work out a palette. `warna` are colours that can serve (`warna.terdekat`)."""
    hasil = _kepala(warna, gelap=gelap)
    for peran in PERAN:
        semula = _putar(peran, warna, gelap=gelap)
        hasil[peran.nama] = (
            cukupkan(semula, (hasil[n] for n in peran.latar), peran.perlu)
            if peran.latar
            else semula
        )
    hasil["--md-accent-fg-color--transparent"] = hasil["--md-accent-fg-color"] + (
        "1f" if gelap else "14"
    )
    hasil["--md-default-bg-color--light"] = hasil["--md-default-bg-color"] + "b3"
    return hasil


def _putar(peran: Peran, warna: Warna, *, gelap: bool) -> str:
    """Return a colour of ours in the hue of theirs."""
    bawaan = peran.gelap if gelap else peran.terang
    if peran.asal == "tetap":
        return bawaan
    if peran.asal == "aksen":
        if not gelap:
            return warna.aksen
        return _ganti(bawaan, warna.aksen, AKSEN_BAWAAN)
    return _ganti(bawaan, warna.utama, UTAMA_BAWAAN)


def _ganti(bawaan: str, milik: str, semula: str) -> str:
    if milik == semula:
        return bawaan
    terang, pekat, _ = oklch(bawaan)
    penuh = oklch(milik)
    terbanyak = 1.0 if pekat < _ABU else 1.6  # a tint of grey stays one
    bagian = min(terbanyak, penuh.pekat / oklch(semula).pekat)
    return hex_dari(Oklch(terang, min(_TERPEKAT, pekat * bagian), penuh.rona))


def _kepala(warna: Warna, *, gelap: bool) -> dict[str, str]:
    """Return the colours of the head and the foot of each page, and of filled buttons."""
    utama = _ganti("#0a3a46", warna.utama, UTAMA_BAWAAN) if gelap else warna.utama
    terang, pekat, rona = oklch(utama)
    tinta = PUTIH if kontras(PUTIH, utama) >= TEKS else "#000000"
    isian = campur("#000000" if tinta == PUTIH else PUTIH, utama, 0.26)
    lunak = cukupkan(campur(tinta, utama, 0.85), (utama, isian), TEKS)
    hasil = {
        "--md-primary-fg-color": utama,
        "--md-primary-fg-color--light": hex_dari(Oklch(terang + 0.08, pekat, rona)),
        "--md-primary-fg-color--dark": hex_dari(Oklch(max(0.0, terang - 0.07), pekat, rona)),
        "--md-primary-bg-color": tinta,
        "--md-primary-bg-color--light": lunak,
        "--sop-kepala-isian": isian,
        "--md-accent-bg-color": PUTIH,
        "--md-footer-bg-color": utama,
        "--md-footer-bg-color--dark": utama,
        "--md-footer-fg-color": tinta,
        "--md-footer-fg-color--light": lunak,
        "--md-footer-fg-color--lighter": lunak,
    }
    if gelap:
        kaki = _ganti("#0b1215", warna.utama, UTAMA_BAWAAN)
        hasil |= {"--md-footer-bg-color": kaki, "--md-footer-bg-color--dark": kaki}
        hasil |= {"--md-footer-fg-color": PUTIH, "--md-accent-bg-color": "#000000"}
        hasil |= dict.fromkeys(
            ("--md-footer-fg-color--light", "--md-footer-fg-color--lighter"),
            cukupkan(campur(PUTIH, kaki, 0.8), (kaki,), TEKS),
        )
    return hasil


def pasangan() -> Iterator[tuple[str, str, float]]:
    """Yield what is read on what, and the contrast that it needs: all that the stylesheets put together."""
    for peran in PERAN:
        yield from ((peran.nama, latar, peran.perlu) for latar in peran.latar)
    for tinta in ("--md-primary-bg-color", "--md-primary-bg-color--light"):
        yield from ((tinta, latar, TEKS) for latar in _KEPALA)
    for akhir in ("", "--light", "--lighter"):
        yield from ((f"--md-footer-fg-color{akhir}", latar, TEKS) for latar in _KAKI)
    yield "--md-accent-bg-color", "--md-accent-fg-color", TEKS
    yield "--md-default-bg-color", "--md-typeset-a-color", TEKS
    yield "--md-default-bg-color", "--md-default-fg-color", TEKS


def gaya(warna: Warna) -> str:
    """Write both palettes as a stylesheet over ours. Paper has the light one, forced colours have none."""
    terang, gelap = palet(warna, gelap=False), palet(warna, gelap=True)
    akar = {p.nama for p in PERAN if p.akar} | set(_kepala(warna, gelap=False))
    akar = {n for n in akar if not n.startswith("--md-footer")}
    isi = {
        ":root": {n: w for n, w in terang.items() if n in akar},
        "[data-md-color-scheme]": {n: w for n, w in terang.items() if n not in akar},
    }
    aturan = [_aturan(pemilih, nilai) for pemilih, nilai in isi.items()]
    malam = _aturan('[data-md-color-scheme="slate"]', gelap)
    return (
        "@media (forced-colors: none) {\n" + "".join(aturan) + "}\n"
        "@media screen and (forced-colors: none) {\n" + malam + "}\n"
    )


def _aturan(pemilih: str, nilai: Palet) -> str:
    return f"{pemilih} {{ {' '.join(f'{n}: {w};' for n, w in sorted(nilai.items()))} }}\n"

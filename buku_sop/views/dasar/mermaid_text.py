"""Text inside a Mermaid source: made harmless, and made short enough for a drawing.

Mermaid's grammar, its entity codes, its Markdown and the HTML of its labels all read a label before
the reader does. What leaves `amankan` means nothing to any of them, whatever went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyphen

KOSONG = "-"
"""What stands where there is no text: Mermaid rejects an empty label."""
ELIPSIS = "…"
_TANDA_AKHIR = " ,.;:/(-–—"

_SYARAT = re.compile(r"[\s,;(]+(jika|apabila|bila|bilamana|kalau)\b", re.IGNORECASE)
"""Where a sentence goes on to say what each outcome leads to."""
_AWAL_KALIMAT = 15
"""Fewest characters that say what is decided."""

_BARIS_LANE = 4
"""Lines of a lane's title: so many hold the names of real roles, and the site's own drawing makes room for them."""
_LEBAR_LANE = 26
"""Characters in a line of a lane's title; at 12 px that is as wide as a symbol."""
_KATA_TERPANJANG = 28
"""Longest stretch that no browser would break; a longer one would stretch its symbol."""

_KATA_PANJANG = 16
"""Letters from which a word may be wider than its symbol, and may be broken between syllables."""
_TANDA_HUBUNG = re.compile(r"(?<=[/-])(?=\w)")
_GARIS_MIRING = re.compile(r"(?<=\w/)(?=\w)")
_CELAH = "\u200b"
_LUNAK = "\u00ad"
_SUKU = pyphen.Pyphen(lang="id_ID", left=3, right=3)

_SAMBUNG = re.compile(
    r"( (dan|atau|serta|di|ke|dari|pada|kepada|untuk|dengan|oleh|yang|dalam|agar|secara|sebagai))+$",
    re.IGNORECASE,
)
"""Words that a shortened text does not end with."""

_TAK_TAMPAK = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
"""White space, control, zero-width, bidi and tag characters."""
_TANDA_MERMAID = str.maketrans({"\ufb02": "fl", "\u00b6": "", "\u00ad": ""})
"""Mermaid marks its own entity codes with U+FB02 and the pilcrow; a soft hyphen shows nothing."""
_TAK_SAH = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Half surrogates and noncharacters, which no page may hold."""
_TAK_AMAN = re.compile(r"[^A-Za-z0-9 ,.()/-]")
_AWAL_DAFTAR = re.compile(r"^(\d+[.)]|-) ")
"""Markdown takes it for a list, and Mermaid then says that it supports none."""


def satu_baris(teks: str) -> str:
    """Return the text that a label is to show: one line of characters that a page may hold."""
    bersih = _TAK_TAMPAK.sub(" ", teks.translate(_TANDA_MERMAID))
    return _TAK_SAH.sub("\ufffd", bersih).strip() or KOSONG


def amankan(teks: str) -> str:
    """Escape any text for a quoted label, a title or a description of a Mermaid source.

    The result holds nothing but `A-Za-z0-9 ,.()/-` and entity codes (`#8230;`).
    """
    return _aman(satu_baris(teks))


def amankan_kata(teks: str) -> str:
    """Escape a text like `amankan`, and let its long words break behind a slash and where syllables end."""
    return _aman(lentur(satu_baris(teks), _KATA_PANJANG))


def lentur(teks: str, panjang: int) -> str:
    """Let words of so many letters or more break behind a slash and where Indonesian syllables end."""
    bebas = re.sub(rf"\S{{{panjang},}}", _lepas_garis, teks)
    return re.sub(rf"[^\W\d_]{{{panjang},}}", _pisah_suku, bebas)


def _lepas_garis(kata: re.Match[str]) -> str:
    return _GARIS_MIRING.sub(_CELAH, kata[0])


def _pisah_suku(kata: re.Match[str]) -> str:
    return str(_SUKU.inserted(kata[0], _LUNAK))


def _aman(bersih: str) -> str:
    aman = _TAK_AMAN.sub(lambda c: f"#{ord(c[0])};", bersih)
    aman = _AWAL_DAFTAR.sub(r"\1#160;", aman)
    return aman.replace("direction", "#100;irection")


def singkat(teks: str, batas: int) -> str:
    """Shorten a text to a number of characters, between words, with an ellipsis where words are lost."""
    teks = re.sub(rf"[^\s/-]{{{_KATA_TERPANJANG + 1},}}", _potong_kata, satu_baris(teks))
    if len(teks) <= batas:
        return teks
    utuh = teks[: batas - 1].rstrip() if teks[batas - 1] == " " else teks[:batas].rpartition(" ")[0]
    utuh = _SAMBUNG.sub("", (utuh or teks[: batas - 1]).rstrip(_TANDA_AKHIR))
    return utuh.rstrip(_TANDA_AKHIR) + ELIPSIS


def tanpa_syarat(teks: str) -> str:
    """Leave out what a long decision says of its outcomes ("…, jika tidak …"): the branches show it."""
    syarat = _SYARAT.search(teks, _AWAL_KALIMAT)
    return teks[: syarat.start()].rstrip(_TANDA_AKHIR) + ELIPSIS if syarat else teks


def judul_lane(label: str, baris: int = 1, paling: int = _BARIS_LANE) -> str:
    """Return an escaped lane title of at least `baris` and at most `paling` lines.

    Titles of one drawing are given the same height, so that they stand on one line.
    """
    larik = larik_lane(label, paling)
    aman = [amankan(satu) for satu in larik] + ["#160;"] * (baris - len(larik))
    return "<br/>".join(aman)


def larik_lane(label: str, paling: int = _BARIS_LANE) -> list[str]:
    """Break a lane's title into the lines that are shown: between words, or between syllables of a very long one."""
    larik = list(_larik(satu_baris(label)))
    if len(larik) > paling:
        larik[paling - 1] = singkat(" ".join(larik[paling - 1 :]), _LEBAR_LANE)
    return larik[:paling]


def _larik(teks: str) -> Iterator[str]:
    baris = ""
    for kata in teks.split():
        sela = " "
        for potong in _muat(kata):
            if baris and len(baris) + len(sela) + len(potong) > _LEBAR_LANE:
                yield baris
                baris = potong
            else:
                baris = f"{baris}{sela}{potong}" if baris else potong
            sela = ""
    yield baris


def _muat(kata: str) -> Iterator[str]:
    """Cut a word that is longer than a line: behind its own marks, then between syllables, with a hyphen."""
    if len(kata) <= _LEBAR_LANE:
        yield kata
        return
    for bagian in _TANDA_HUBUNG.split(kata):
        sisa = bagian
        while len(sisa) > _LEBAR_LANE:
            depan, sisa = _SUKU.wrap(sisa, _LEBAR_LANE) or (sisa[: _LEBAR_LANE - 1] + ELIPSIS, "")
            yield depan
        if sisa:
            yield sisa


def _potong_kata(kata: re.Match[str]) -> str:
    return kata[0][: _KATA_TERPANJANG - 1] + ELIPSIS

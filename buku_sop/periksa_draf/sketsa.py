"""A page of a document that nobody can print here (a sheet of Excel, a page of Word), drawn of what was read of it.

What stands beside a doubt is then what the import saw, at the places where it saw it: an SVG without anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import islice

from buku_sop.analysis.impor.netral import (
    Coretan,
    Halaman,
    Kata,
    Kotak,
    Lambang,
    Rupa,
    Sambungan,
    Tabel,
    Titik,
)
from buku_sop.analysis.impor.piksel import dikecilkan, persegi
from buku_sop.layout.text import width

TERBANYAK = 6_000
"""Elements of a drawing at most; a sheet with more is no SOP, and would keep a browser busy."""
TERBANYAK_FOTO = 20_000
"""Rectangles of a picture at most."""
PIKSEL = 2.0
"""Pixels of a point in a picture."""
HURUF, ALAS = 0.82, 0.2
"""Size of letters and their base, in parts of the height of a word's box."""
SEL, JARAK = (8.5, 7.5, 6.5, 5.5, 4.5), 1.2
"""Sizes of letters in cells, in points, and the distance of lines in parts of them."""


def sketsa(halaman: Halaman) -> str:
    """Draw a page as SVG, in points from its top left."""
    lebar, tinggi = max(halaman.lebar, 1.0), max(halaman.tinggi, 1.0)
    isi = "".join(islice(_semua(halaman), TERBANYAK))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(lebar)} {_n(tinggi)}" '
        f'width="{_n(lebar)}" height="{_n(tinggi)}">'
        '<defs><marker id="k" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" '
        'markerUnits="userSpaceOnUse"><path d="M0 1 8 4 0 7Z"/></marker></defs>'
        '<rect width="100%" height="100%" fill="#fff"/>'
        '<g fill="none" stroke="#6b7780" stroke-width=".6" font-family="Arimo,Arial,sans-serif">'
        f"{isi}</g></svg>\n"
    )


def _semua(halaman: Halaman) -> Iterator[str]:
    for tabel in halaman.tabel:
        yield from (_kotak(kotak) for kotak, _ in _sel(tabel))
    yield from (_coretan(c) for c in halaman.coretan if c.bergaris and len(c.titik) > 1)
    terlihat = [kotak for kotak, _ in halaman.foto]
    for gambar in halaman.gambar:
        if gambar not in terlihat:
            yield _kotak(gambar, 'fill="#e8ecee"')
    yield from (_foto(kotak, baris) for kotak, baris in halaman.foto if baris)
    yield from (_sambungan(s) for s in halaman.sambungan if len(s.titik) > 1)
    for lambang in halaman.lambang:
        yield from _lambang(lambang)
    bersel = [t.kotak for t in halaman.tabel]
    for tabel in halaman.tabel:
        yield from (x for kotak, teks in _sel(tabel) for x in _isi_sel(kotak, teks))
    for k in halaman.kata:
        if not k.tertutup and not any(t.memuat(k.kotak.tengah) for t in bersel):
            yield _kata(k)
    yield from (_label(s) for s in halaman.sambungan if s.label and len(s.titik) > 1)


def _sel(tabel: Tabel) -> Iterator[tuple[Kotak, str]]:
    """Yield the cells of a table with their words."""
    for s in tabel.sel:
        if s.baris + s.tinggi < len(tabel.y) and s.kolom + s.lebar < len(tabel.x):
            atas, bawah = tabel.y[s.baris], tabel.y[s.baris + s.tinggi]
            yield Kotak(tabel.x[s.kolom], atas, tabel.x[s.kolom + s.lebar], bawah), s.teks


def _isi_sel(kotak: Kotak, teks: str) -> Iterator[str]:
    """Write the words of a cell into it, as small as that needs, but no smaller than can be read."""
    if not teks.strip():
        return
    ukuran, larik = SEL[-1], list[str]()
    for ukuran in SEL:
        larik = list(_larik(teks, ukuran, kotak.lebar - 4))
        if len(larik) * ukuran * JARAK <= kotak.tinggi:
            break
    atas = max(kotak.y0, kotak.tengah[1] - len(larik) * ukuran * JARAK / 2)
    for n, satu in enumerate(larik):
        y = atas + ukuran * (JARAK * n + 0.95)
        yield (
            f'<text x="{_n(kotak.x0 + 2)}" y="{_n(y)}" font-size="{_n(ukuran)}" fill="#17252b" stroke="none">{escape(satu)}</text>'
        )


def _larik(teks: str, ukuran: float, lebar: float) -> Iterator[str]:
    """Break words into lines."""
    for baris in teks.splitlines():
        larik = ""
        for kata in baris.split():
            lebih = f"{larik} {kata}".strip()
            if larik and width(lebih, ukuran) > lebar:
                yield larik
                lebih = kata
            larik = lebih
        if larik:
            yield larik


def _coretan(c: Coretan) -> str:
    return f'<path d="{_jalur(c.titik)}{"Z" if c.tertutup else ""}"/>'


def _foto(kotak: Kotak, baris: Sequence[bytes]) -> str:
    """Draw the dark pixels of a picture, no finer than a screen shows them; the rows of the table are seen through it."""
    bagi = max(1, round(len(baris[0]) / max(kotak.lebar * PIKSEL, 1.0)))
    kecil = dikecilkan(baris, bagi)
    skala = f"{kotak.lebar * bagi / len(baris[0]):.4f} {kotak.tinggi * bagi / len(baris):.4f}"
    bagian = islice(persegi(kecil), TERBANYAK_FOTO)
    jalur = "".join(f"M{a} {y0}H{b}V{y1}H{a}Z" for a, y0, b, y1 in bagian)
    return (
        f'<path stroke="none" fill="#17252b" '
        f'transform="translate({_n(kotak.x0)} {_n(kotak.y0)}) scale({skala})" d="{jalur}"/>'
    )


def _sambungan(s: Sambungan) -> str:
    kepala = ' marker-start="url(#k)"' if s.kepala_awal else ""
    kepala += ' marker-end="url(#k)"' if s.kepala_akhir else ""
    return f'<path stroke="#17252b" stroke-width="1"{kepala} d="{_jalur(s.titik)}"/>'


def _lambang(lambang: Lambang) -> Iterator[str]:
    k, gaya = lambang.kotak, 'stroke="#17252b" stroke-width="1" fill="#fff"'
    if lambang.rupa is Rupa.BELAH_KETUPAT:
        x, y = k.tengah
        yield f'<path {gaya} d="{_jalur(((x, k.y0), (k.x1, y), (x, k.y1), (k.x0, y)))}Z"/>'
    elif lambang.rupa is Rupa.PENGHUBUNG:
        x, y = k.tengah
        yield f'<path {gaya} d="{_jalur(((k.x0, k.y0), (k.x1, k.y0), (k.x1, y), (x, k.y1), (k.x0, y)))}Z"/>'
    else:
        bulat = k.tinggi / 2 if lambang.rupa is Rupa.KAPSUL else 0.0
        yield _kotak(k, f'{gaya} rx="{_n(bulat)}"')
    if lambang.teks:
        yield _tulis(lambang.teks, k.tengah, min(8.0, max(4.0, k.tinggi * 0.4)), k.lebar)


def _kata(k: Kata) -> str:
    """Write a word as wide as it is, so that what stands beside it is not covered."""
    ukuran = max(k.kotak.tinggi * HURUF, 1.0)
    if not k.tegak:
        return _tulis(k.teks, k.kotak.tengah, min(8.0, ukuran), 0)
    dasar = k.kotak.y1 - ALAS * k.kotak.tinggi
    return (
        f'<text x="{_n(k.kotak.x0)}" y="{_n(dasar)}" font-size="{_n(ukuran)}" textLength="{_n(max(k.kotak.lebar, 1.0))}" '
        f'lengthAdjust="spacingAndGlyphs" fill="#17252b" stroke="none">{escape(k.teks)}</text>'
    )


def _label(s: Sambungan) -> str:
    (x0, y0), (x1, y1) = s.titik[len(s.titik) // 2 - 1 : len(s.titik) // 2 + 1]
    return _tulis(s.label, ((x0 + x1) / 2, (y0 + y1) / 2), 8.0, 0)


def _tulis(teks: str, tengah: Titik, ukuran: float, lebar: float) -> str:
    """Write words around a point, no wider than said; 0 sets no bound."""
    muat = f' textLength="{_n(lebar * 0.9)}" lengthAdjust="spacingAndGlyphs"' if lebar and len(teks) * ukuran * 0.5 > lebar else ""  # fmt: skip
    return (
        f'<text x="{_n(tengah[0])}" y="{_n(tengah[1] + ukuran * 0.35)}" font-size="{_n(ukuran)}" text-anchor="middle"{muat} '
        f'fill="#17252b" stroke="none">{escape(" ".join(teks.split()))}</text>'
    )


def _kotak(k: Kotak, gaya: str = "") -> str:
    ukuran = f'width="{_n(max(k.lebar, 0.0))}" height="{_n(max(k.tinggi, 0.0))}"'
    return f'<rect x="{_n(k.x0)}" y="{_n(k.y0)}" {ukuran} {gaya}/>'


def _jalur(titik: Iterable[Titik]) -> str:
    return "".join(f"{'L' if n else 'M'}{_n(x)} {_n(y)}" for n, (x, y) in enumerate(titik))


def _n(nilai: float) -> str:
    return f"{nilai:.1f}".removesuffix(".0")

"""What a page of a PDF draws: paths as strokes, pictures, and what was painted over what."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as mentah

from buku_sop.adapters.impor.pdf_gambar import MAX_GAMBAR, arah, lukisan
from buku_sop.analysis.impor.geometri import luas
from buku_sop.analysis.impor.jejak import jejak
from buku_sop.analysis.impor.kulit_garis import lacak_kulit
from buku_sop.analysis.impor.netral import Coretan, Kotak, Titik

MAX_BENDA = 60_000
"""Things on one page that are looked at: maps and drawings of machines have more, and no SOP."""
MAX_DALAM = 12
"""How deep drawings may stand in drawings."""
POTONGAN = 6
"""Straight pieces that stand for a curve."""
MAX_POTONG = 200
"""Outlines that are looked at of what an object is cut by."""
TERLIHAT = 0.3
"""A letter of which less than this share is left is not seen."""
PUTIH = 247
"""From this shade on, of 255, a colour cannot be seen on white paper."""

Matriks = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f as in PDF: x' = ax + cy + e, y' = bx + dy + f."""


def kali(m: Matriks, n: Matriks) -> Matriks:
    """Return the matrix that does `m` first and `n` then."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def terapkan(m: Matriks, x: float, y: float) -> Titik:
    """Return where a point comes to lie."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def kotak_dari(titik: list[Titik] | tuple[Titik, ...]) -> Kotak:
    """Return the rectangle around points."""
    xs, ys = [t[0] for t in titik], [t[1] for t in titik]
    return Kotak(min(xs), min(ys), max(xs), max(ys))


@dataclass(slots=True)
class Isi:
    """What is drawn on a page."""

    ke_atas: Matriks
    """From the points of the PDF to points from the top left of the page as it is turned."""
    coretan: list[Coretan] = field(default_factory=list)
    gambar: list[Kotak] = field(default_factory=list)
    panah_gambar: list[tuple[Kotak, Titik, Titik]] = field(default_factory=list)
    lukisan: list[tuple[Kotak, tuple[Coretan, ...]]] = field(default_factory=list)
    """Pictures that hold a drawing of symbols and lines, with its strokes."""
    penutup: list[tuple[int, Kotak]] = field(default_factory=list)
    """Areas that hide what was painted before, each with its place in the order of painting."""
    urutan: dict[int, int] = field(default_factory=dict)
    """By the address of an object of text: its place in the order of painting."""
    jendela: dict[int, Kotak] = field(default_factory=dict)
    """By the same address: the rectangle beyond which nothing of it is seen, where there is one."""
    banyak: bool = False
    """Whether there was more than is looked at."""

    def terpotong(self, alamat: int, kotak: Kotak) -> bool:
        """Whether nothing of a letter is seen, since it stands outside of what its object shows."""
        if (jendela := self.jendela.get(alamat)) is None:
            return False
        terlihat = irisan(jendela, kotak)
        luas_huruf = kotak.lebar * kotak.tinggi
        return terlihat.lebar * terlihat.tinggi < TERLIHAT * luas_huruf

    def tertutup(self, urutan: int, kotak: Kotak) -> bool:
        """Whether what was painted at this place in the order lies under something."""
        return any(
            n > urutan and k.memuat(kotak.tengah) and _hampir(k, kotak) for n, k in self.penutup
        )


def _hampir(luar: Kotak, dalam: Kotak) -> bool:
    """Whether one lies within another, but for a hair."""
    s = 1.5
    return (
        luar.x0 - s <= dalam.x0 and luar.y0 - s <= dalam.y0
        and dalam.x1 <= luar.x1 + s and dalam.y1 <= luar.y1 + s
    )  # fmt: skip


def isi_halaman(halaman: pdfium.PdfPage) -> Isi:
    """Read what a page draws, in the order in which it is painted."""
    isi = Isi(_ke_atas(halaman))
    jumlah = mentah.FPDFPage_CountObjects(halaman.raw)
    benda = (mentah.FPDFPage_GetObject(halaman.raw, n) for n in range(min(jumlah, MAX_BENDA)))
    isi.banyak = jumlah > MAX_BENDA
    besar: list[tuple[int, object, Kotak]] = []
    for urutan, (satu, matriks, luar) in enumerate(_semua(benda, isi.ke_atas, 0)):
        if urutan >= MAX_BENDA:
            isi.banyak = True
            break
        jenis = mentah.FPDFPageObj_GetType(satu)
        if jenis == mentah.FPDF_PAGEOBJ_TEXT:
            isi.urutan[_alamat(satu)] = urutan
            if jendela := _jendela(satu, luar):
                isi.jendela[_alamat(satu)] = jendela
        elif jenis == mentah.FPDF_PAGEOBJ_IMAGE:
            sudut = [terapkan(matriks, x, y) for x in (0, 1) for y in (0, 1)]
            isi.gambar.append(kotak := kotak_dari(sudut))
            dilihat = len(isi.gambar) <= MAX_GAMBAR and arah(halaman, satu, kotak)
            isi.panah_gambar += [dilihat] if dilihat else []
            if len(isi.gambar) <= MAX_GAMBAR and not dilihat and _lurus(matriks):
                besar.append((urutan, satu, kotak))
        elif jenis == mentah.FPDF_PAGEOBJ_PATH:
            _jalur(satu, matriks, urutan, isi)
    isi.lukisan = list(_lukisan(halaman, besar, isi))
    isi.coretan = lacak_kulit(isi.coretan, *halaman.get_size())
    return isi


def _lurus(m: Matriks) -> bool:
    """Whether a picture stands upright and is not mirrored."""
    return m[0] > 0 > m[3] and abs(m[1]) + abs(m[2]) < 0.01 * (m[0] - m[3])


def _lukisan(
    halaman: pdfium.PdfPage, semua: list[tuple[int, object, Kotak]], isi: Isi
) -> Iterator[tuple[Kotak, tuple[Coretan, ...]]]:
    """Trace the pictures of a page that are drawings, without what was painted over them."""
    for urutan, satu, kotak in semua:
        if peta := lukisan(halaman, satu, kotak):
            for n, penutup in isi.penutup:
                peta = peta.tanpa(penutup) if n > urutan else peta
            if coretan := jejak(peta):
                yield kotak, coretan


def _alamat(satu: object) -> int:
    return ctypes.cast(satu, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _ke_atas(halaman: pdfium.PdfPage) -> Matriks:
    """Return the way from the points of the PDF to those of the page as it is seen."""
    kiri, bawah, kanan, atas = halaman.get_cropbox()
    arah: dict[int, Matriks] = {
        0: (1, 0, 0, -1, -kiri, atas),
        90: (0, 1, 1, 0, -bawah, -kiri),
        180: (-1, 0, 0, 1, kanan, -bawah),
        270: (0, -1, -1, 0, atas, kanan),
    }
    return arah[halaman.get_rotation() % 360]


def _semua(
    benda: Iterator[object], matriks: Matriks, dalam: int
) -> Iterator[tuple[object, Matriks, Matriks]]:
    """Yield all objects with the matrix of their points and that of their surroundings, those inside of drawings included."""
    ukur = mentah.FS_MATRIX()
    for satu in benda:
        if not satu:
            continue
        mentah.FPDFPageObj_GetMatrix(satu, ukur)
        punya = kali((ukur.a, ukur.b, ukur.c, ukur.d, ukur.e, ukur.f), matriks)
        if mentah.FPDFPageObj_GetType(satu) != mentah.FPDF_PAGEOBJ_FORM:
            yield satu, punya, matriks
        elif dalam < MAX_DALAM:
            jumlah = min(max(mentah.FPDFFormObj_CountObjects(satu), 0), MAX_BENDA)
            isi = (mentah.FPDFFormObj_GetObject(satu, n) for n in range(jumlah))
            yield from _semua(isi, punya, dalam + 1)


def _jendela(satu: object, matriks: Matriks) -> Kotak | None:
    """Return the rectangle around all that can be seen of an object; None where nothing cuts it off."""
    potong = mentah.FPDFPageObj_GetClipPath(satu)
    banyak = mentah.FPDFClipPath_CountPaths(potong) if potong else 0
    hasil: Kotak | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(min(banyak, MAX_POTONG)):
        titik = []
        for m in range(min(mentah.FPDFClipPath_CountPathSegments(potong, n), MAX_BENDA)):
            ruas = mentah.FPDFClipPath_GetPathSegment(potong, n, m)
            if ruas and mentah.FPDFPathSegment_GetPoint(ruas, x, y):
                titik.append(terapkan(matriks, x.value, y.value))
        if len(titik) > 2:
            k = kotak_dari(titik)
            hasil = k if hasil is None else irisan(hasil, k)
    return hasil


def irisan(a: Kotak, b: Kotak) -> Kotak:
    """Return what two rectangles share; one without any area where that is nothing."""
    x0, y0 = max(a.x0, b.x0), max(a.y0, b.y0)
    return Kotak(x0, y0, max(min(a.x1, b.x1), x0), max(min(a.y1, b.y1), y0))


def _warna(satu: object, *, isian: bool) -> tuple[bool, bool]:
    """Tell of a colour whether it can be seen on white, and whether it hides what lies under it."""
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    tanya = mentah.FPDFPageObj_GetFillColor if isian else mentah.FPDFPageObj_GetStrokeColor
    if not tanya(satu, r, g, b, a):
        return True, False
    terlihat = a.value > 12 and min(r.value, g.value, b.value) < PUTIH
    return terlihat, a.value > 250


def _jalur(satu: object, matriks: Matriks, urutan: int, isi: Isi) -> None:
    cara, garis = ctypes.c_int(), mentah.FPDF_BOOL()
    mentah.FPDFPath_GetDrawMode(satu, cara, garis)
    terisi, menutup = _warna(satu, isian=True) if cara.value else (False, False)
    bergaris = bool(garis.value) and _warna(satu, isian=False)[0]
    if not (terisi or bergaris or menutup):
        return
    tebal = ctypes.c_float()
    mentah.FPDFPageObj_GetStrokeWidth(satu, tebal)
    skala = abs(matriks[0] * matriks[3] - matriks[1] * matriks[2]) ** 0.5
    for titik, lengkung, tertutup in _potongan(satu, matriks):
        kotak = kotak_dari(titik)
        if menutup and not lengkung and _persegi(titik, kotak):
            isi.penutup.append((urutan, kotak))
        if terisi or bergaris:
            isi.coretan.append(
                Coretan(
                    tuple(titik), kotak, tertutup, terisi, bergaris, lengkung, tebal.value * skala
                )
            )


def _persegi(titik: list[Titik], kotak: Kotak) -> bool:
    """Whether points go around all of their rectangle, so that it is painted whole."""
    penuh = kotak.lebar * kotak.tinggi
    return len(titik) >= 4 and kotak.lebar > 3 and kotak.tinggi > 3 and luas(titik) > 0.97 * penuh


def _potongan(satu: object, matriks: Matriks) -> Iterator[tuple[list[Titik], int, bool]]:
    """Yield each piece of a path without a jump: its points, how many curves it has, whether it is closed."""
    jumlah = mentah.FPDFPath_CountSegments(satu)
    titik: list[Titik] = []
    kendali: list[Titik] = []
    lengkung, tertutup = 0, False
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(min(jumlah, MAX_BENDA)):
        ruas = mentah.FPDFPath_GetPathSegment(satu, n)
        mentah.FPDFPathSegment_GetPoint(ruas, x, y)
        ke = terapkan(matriks, x.value, y.value)
        jenis = mentah.FPDFPathSegment_GetType(ruas)
        if jenis == mentah.FPDF_SEGMENT_MOVETO:
            if len(titik) > 1:
                yield titik, lengkung, tertutup
            titik, kendali, lengkung, tertutup = [ke], [], 0, False
        elif jenis == mentah.FPDF_SEGMENT_BEZIERTO and titik:
            kendali.append(ke)
            if len(kendali) == 3:
                titik += _lengkungan(titik[-1], *kendali)
                kendali, lengkung = [], lengkung + 1
        elif jenis == mentah.FPDF_SEGMENT_LINETO:
            titik.append(ke)
        if mentah.FPDFPathSegment_GetClose(ruas) and titik:
            tertutup = True
            titik.append(titik[0])
    if len(titik) > 1:
        dekat = abs(titik[0][0] - titik[-1][0]) < 0.6 and abs(titik[0][1] - titik[-1][1]) < 0.6
        yield titik, lengkung, tertutup or (dekat and len(titik) > 3)


def _lengkungan(a: Titik, b: Titik, c: Titik, d: Titik) -> list[Titik]:
    """Return points along a Bézier curve, without its first."""
    hasil = []
    for n in range(1, POTONGAN + 1):
        t = n / POTONGAN
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        hasil.append(
            (p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1])
        )
    return hasil

"""Finds the symbols of a flow among what is drawn: capsules, boxes, diamonds, connectors, documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from buku_sop.analysis.impor.geometri import luas, selubung
from buku_sop.analysis.impor.netral import Coretan, Kata, Kotak, Lambang, Rupa, Titik
from buku_sop.analysis.impor.putar import baris_sel

TERSEMPIT, TERENDAH = 9.0, 6.0
"""Smaller shapes, in points, are no symbols but heads of arrows, dots and marks."""
_DEKAT = 0.2
"""Of the height of a row: so near to its border a symbol may belong to the next one."""
_BATAS = "Lambangnya di dekat batas baris, dan tinggi barisnya hanya diperkirakan; mungkin milik baris di sebelahnya."


@dataclass(frozen=True, slots=True)
class Bidang:
    """The part of a page where the flow is drawn, and the lines of the table around it."""

    kotak: Kotak
    x: tuple[float, ...]
    """The borders of the lanes."""
    y: tuple[float, ...]
    """The borders of the rows."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """The symbols, and what else is drawn in the lanes."""

    lambang: tuple[Lambang, ...]
    sisa: tuple[Coretan, ...]


def cari_lambang(coretan: Iterable[Coretan], bidang: Bidang) -> Temuan:
    """Part what is drawn in the lanes into symbols and the rest, which are lines and heads of arrows."""
    lambang: list[Lambang] = []
    tumpul: list[Kotak] = []
    sisa: list[Coretan] = []
    for satu in coretan:
        k = satu.kotak
        if not (bidang.kotak.memuat((k.x0, k.y0), 6) and bidang.kotak.memuat((k.x1, k.y1), 6)):
            continue
        rupa = rupa_coretan(satu)
        if rupa is None:
            sisa.append(satu)
        elif not _bingkai(satu, bidang):
            _tambah(lambang, Lambang(rupa, k))
            tumpul += [k] if rupa is Rupa.KOTAK and bersudut_tumpul(satu) else []
    lambang += _dari_garis(sisa, lambang, bidang)
    lambang = _tumpul_jadi_kapsul(lambang, tumpul)
    lambang.sort(key=lambda s: (s.kotak.tengah[1], s.kotak.x0))
    return Temuan(tuple(lambang), tuple(sisa))


def ragukan_batas(lambang: Lambang, baris_kira: Iterable[tuple[float, float]]) -> Lambang:
    """Doubt a symbol that stands near the border of a row of which nobody knows how high it is."""
    y = lambang.kotak.tengah[1]
    for atas, bawah in baris_kira:
        dekat = _DEKAT * (bawah - atas)
        if atas <= y <= bawah and not atas + dekat < y < bawah - dekat:
            return replace(lambang, tebakan=_BATAS)
    return lambang


def _tumpul_jadi_kapsul(lambang: list[Lambang], tumpul: Sequence[Kotak]) -> list[Lambang]:
    """Take boxes with round corners for capsules where most boxes have sharp ones; else they are how boxes are drawn."""
    kotak = [s for s in lambang if s.rupa is Rupa.KOTAK]
    bulat = [s for s in kotak if any(s.kotak.tumpang(k) > 0.55 for k in tumpul)]
    if len(bulat) * 2 >= len(kotak):
        return lambang
    return [replace(s, rupa=Rupa.KAPSUL) if s in bulat else s for s in lambang]


def _tambah(lambang: list[Lambang], baru: Lambang) -> None:
    """Add a symbol; its fill, its line and its shadow are one."""
    for n, ada in enumerate(lambang):
        if ada.kotak.tumpang(baru.kotak) > 0.55 or _di_dalam(baru.kotak, ada.kotak):
            if ada.rupa is Rupa.KOTAK and baru.rupa is not Rupa.KOTAK:
                lambang[n] = replace(ada, rupa=baru.rupa)
            return
    lambang.append(baru)


def _di_dalam(dalam: Kotak, luar: Kotak) -> bool:
    """Whether a shape lies in another and fills it from side to side: the line within a line, a stripe of a box."""
    return (
        luar.memuat((dalam.x0, dalam.y0), 1)
        and luar.memuat((dalam.x1, dalam.y1), 1)
        and (dalam.lebar > 0.7 * luar.lebar or dalam.tinggi > 0.7 * luar.tinggi)
    )


def _bingkai(satu: Coretan, bidang: Bidang) -> bool:
    """Whether a shape is the frame or the shade of a cell."""
    k = satu.kotak

    def pada(letak: float, garis: Sequence[float]) -> bool:
        return any(abs(letak - g) < 2.2 for g in garis)

    tegak = pada(k.x0, bidang.x) and pada(k.x1, bidang.x)
    datar = pada(k.y0, bidang.y) and pada(k.y1, bidang.y)
    return (tegak and (pada(k.y0, bidang.y) or pada(k.y1, bidang.y))) or (datar and tegak)


def rupa_coretan(satu: Coretan) -> Rupa | None:
    """Tell which symbol a stroke is; None for a line, a head or a mark."""
    k = satu.kotak
    if k.lebar < TERSEMPIT or k.tinggi < TERENDAH or not satu.tertutup:
        return None
    kulit = selubung(satu.titik)
    if len(kulit) < 4 or k.tinggi > 160:
        return None
    luas_kulit = luas(kulit)
    if luas(satu.titik) < 0.8 * luas_kulit:  # the outline of a bent line, or a star
        return None
    penuh = luas_kulit / (k.lebar * k.tinggi)
    sudut = _sudut(satu.titik, k)
    if penuh < 0.62:
        return Rupa.BELAH_KETUPAT if _berpuncak_empat(satu.titik, k) and not any(sudut) else None
    if sum(sudut) == 4 and not satu.lengkung:
        return Rupa.KOTAK if penuh > 0.97 else None
    berkaki = sudut[0] and sudut[1] and sum(sudut) < 4  # a document, whose foot may reach a corner
    if penuh > 0.9 and not berkaki and sum(sudut) > (1 if satu.lengkung else 2):
        return Rupa.KOTAK  # with corners that are round, but hardly
    if satu.lengkung:
        return _melengkung(satu, kulit, penuh, sudut)
    return _bersudut(satu, kulit, penuh, sudut)


def _melengkung(
    satu: Coretan, kulit: Sequence[Titik], penuh: float, sudut: tuple[bool, ...]
) -> Rupa | None:
    k = satu.kotak
    if sum(sudut) >= 2 and (sudut[0] and sudut[1]) and penuh > 0.8:
        return Rupa.DOKUMEN
    if not any(sudut) and 0.75 < penuh < 0.82 and 0.8 < k.lebar / k.tinggi < 1.25:
        return Rupa.PENGHUBUNG
    if penuh < 0.74 or sum(sudut) > 1:
        return None
    return Rupa.KOTAK if _sisi_rata(satu) and penuh > 0.95 else Rupa.KAPSUL


def bersudut_tumpul(satu: Coretan) -> bool:
    """Whether only the corners of a shape are round, so that most of its sides is straight."""
    return satu.lengkung >= 4 and _sisi_rata(satu)


def _sisi_rata(satu: Coretan) -> bool:
    k = satu.kotak
    sisi = [y for x, y in satu.titik if abs(x - k.x0) < 0.35]
    return max(sisi) - min(sisi) > 0.55 * k.tinggi


def _bersudut(
    satu: Coretan, kulit: Sequence[Titik], penuh: float, sudut: tuple[bool, ...]
) -> Rupa | None:
    """Tell a shape of straight sides: a pentagon, a capsule of six points, a circle or capsule of many."""
    k = satu.kotak
    jumlah = len({(round(x), round(y)) for x, y in satu.titik})
    if sum(sudut) == 2 and 0.7 < penuh < 0.96 and jumlah <= 8:
        return Rupa.PENGHUBUNG
    if any(sudut):
        return Rupa.KOTAK if penuh > 0.9 else None
    if jumlah > 8 and 0.74 < penuh < 0.83 and 0.8 < k.lebar / k.tinggi < 1.25:
        return Rupa.PENGHUBUNG
    return Rupa.KAPSUL if penuh > 0.64 and jumlah >= 6 else None


def _sudut(titik: Sequence[Titik], k: Kotak) -> tuple[bool, ...]:
    """Tell which corners of its rectangle a shape has: top left, top right, bottom left, bottom right."""
    dekat = min(1.3, 0.3 + 0.06 * min(k.lebar, k.tinggi))
    return tuple(
        any(abs(x - px) <= dekat and abs(y - py) <= dekat for px, py in titik)
        for y in (k.y0, k.y1)
        for x in (k.x0, k.x1)
    )


def _berpuncak_empat(titik: Sequence[Titik], k: Kotak) -> bool:
    """Whether a shape touches its rectangle at the middle of each side."""
    x, y = k.tengah
    longgar_x, longgar_y = max(2.0, k.lebar * 0.12), max(2.0, k.tinggi * 0.12)
    tujuan = ((k.x0, y), (k.x1, y), (x, k.y0), (x, k.y1))
    return all(
        any(abs(px - tx) <= longgar_x and abs(py - ty) <= longgar_y for px, py in titik)
        for tx, ty in tujuan
    )


def _dari_garis(sisa: list[Coretan], ada: Sequence[Lambang], bidang: Bidang) -> list[Lambang]:
    """Find boxes that are drawn as four single lines, and take the lines out of the rest."""
    tegak, datar = _lurus(sisa, bidang)
    hasil: list[Lambang] = []
    dipakai: set[int] = set()
    for a in tegak:
        for b in tegak:
            if not 9 <= b[0] - a[0] <= 150 or abs(a[1] - b[1]) > 2 or abs(a[2] - b[2]) > 2:
                continue
            sisi = [
                next(
                    (
                        d
                        for d in datar
                        if abs(d[0] - y) < 2 and abs(d[1] - a[0]) < 2.5 and abs(d[2] - b[0]) < 2.5
                    ),
                    None,
                )
                for y in (a[1], a[2])
            ]
            kotak = Kotak(a[0], a[1], b[0], a[2])
            baru = all(kotak.tumpang(s.kotak) < 0.3 for s in (*ada, *hasil))
            if None not in sisi and baru and 6 <= kotak.tinggi <= 120:
                hasil.append(Lambang(Rupa.KOTAK, kotak))
                dipakai.update({a[3], b[3], *(s[3] for s in sisi if s)})
    sisa[:] = [s for n, s in enumerate(sisa) if n not in dipakai]
    return hasil


_Lurus = tuple[float, float, float, int]


def _lurus(sisa: Sequence[Coretan], bidang: Bidang) -> tuple[list[_Lurus], list[_Lurus]]:
    """Return the straight lines that are no lines of the table, with their place in the rest."""
    tegak: list[_Lurus] = []
    datar: list[_Lurus] = []
    for n, satu in enumerate(sisa):
        k = satu.kotak
        x, y = k.tengah
        if k.lebar <= 2.6 and k.tinggi >= 6 and all(abs(x - g) > 1.5 for g in bidang.x):
            tegak.append((x, k.y0, k.y1, n))
        elif k.tinggi <= 2.6 and k.lebar >= 9 and all(abs(y - g) > 1.5 for g in bidang.y):
            datar.append((y, k.x0, k.x1, n))
    return tegak[:400], datar[:400]


def beri_teks(
    lambang: Iterable[Lambang], kata: Iterable[Kata]
) -> tuple[tuple[Lambang, ...], tuple[Kata, ...]]:
    """Give each symbol the words inside of it; return the words that stand in none, too."""
    daftar = list(lambang)
    isi: dict[int, list[Kata]] = {}
    lepas: list[Kata] = []
    for satu in kata:
        di = next((n for n, s in enumerate(daftar) if _memuat(s, satu)), None)
        if di is None:
            lepas.append(satu)
        else:
            isi.setdefault(di, []).append(satu)
    for n, kata_dalam in isi.items():
        teks = " ".join(b.teks for b in baris_sel(kata_dalam))
        daftar[n] = replace(daftar[n], teks=" ".join(filter(None, (daftar[n].teks, teks))))
    return tuple(daftar), tuple(lepas)


def _memuat(satu: Lambang, kata: Kata) -> bool:
    k = satu.kotak
    x, y = kata.kotak.tengah
    if satu.rupa is Rupa.PENGHUBUNG and (len(kata.teks) > 4 or kata.kotak.lebar > k.lebar + 1):
        return False  # a line of the page's foot runs through it
    if satu.rupa is not Rupa.BELAH_KETUPAT:
        return k.memuat((x, y), 1)
    tx, ty = k.tengah
    return abs(x - tx) / (k.lebar / 2) + abs(y - ty) / (k.tinggi / 2) <= 1.0

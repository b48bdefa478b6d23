"""Gives the ways out of decisions their labels: the words that stand nearest to each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations

from buku_sop.analysis.impor.geometri import jarak_ruas
from buku_sop.analysis.impor.netral import Kata, Kotak, Lambang, Rupa, Titik, melingkupi
from buku_sop.analysis.impor.panah import Panah
from buku_sop.analysis.impor.putar import searah, tegakkan

DEKAT = 26.0
"""Words further than this from a line, in points, are no label of it."""
SEKITAR = 60.0
"""An answer that is left stands no further than this from its decision, in points."""
RAGU = 4.0
"""Where another way to give the labels costs no more than this, it is a doubt."""
RAGU_MILIK = "Label cabangnya dapat milik panah yang lain."
JAWABAN = re.compile(
    r"\(?(?:y|iya|yes|t|no|n|ok|oke|acc|ditolak|tolak|revisi|perbaikan|[✓✔√✗✘×]|"
    r"(?:(?:ya|tidak|tdk|belum|blm|sudah|sdh|telah),?\s*)?"
    r"(?:ya|tidak|tdk|belum|blm|sudah|setuju|disetujui|lengkap|sesuai|ada|valid|benar|salah|layak|memenuhi|lolos|cukup|tersedia|diterima|terima))"
    r"\)?[.,;:?!]*",
    re.IGNORECASE,
)
"""What the labels of branches mostly say."""


@dataclass(frozen=True, slots=True)
class Frasa:
    """Words that stand together in the lanes."""

    teks: str
    kotak: Kotak
    kata: tuple[Kata, ...]

    @property
    def titik(self) -> tuple[Titik, ...]:
        """Return where it begins, its middle and where it ends."""
        k, (x, y) = self.kotak, self.kotak.tengah
        if self.kata[0].tegak:
            return (k.x0, y), (x, y), (k.x1, y)
        return (x, k.y0), (x, y), (x, k.y1)


def frasa(kata: Sequence[Kata]) -> tuple[Frasa, ...]:
    """Put words together that stand side by side; those that are turned along the way in which they are read."""
    return tuple(f for isi in searah(kata) if isi for f in _searah(isi))


def _searah(kata: Sequence[Kata]) -> Iterator[Frasa]:
    asal = {tegakkan(k): k for k in kata}
    hasil: list[list[Kata]] = []
    for satu in sorted(asal, key=lambda k: (round(k.kotak.tengah[1] / 3), k.kotak.x0)):
        lalu = hasil[-1][-1] if hasil else None
        if (
            lalu
            and abs(lalu.kotak.tengah[1] - satu.kotak.tengah[1]) < 3
            and -1 <= satu.kotak.x0 - lalu.kotak.x1 < 0.6 * satu.kotak.tinggi
            and not (_utuh(satu) or _utuh(lalu))
        ):
            hasil[-1].append(satu)
        else:
            hasil.append([satu])
    for f in _bertumpuk([_frasa(isi) for isi in hasil]):
        yield _frasa([asal[k] for k in f.kata])


def _utuh(kata: Kata) -> bool:
    """Whether words are a text box of their own."""
    return kata.utuh or " " in kata.teks


def _frasa(kata: Sequence[Kata]) -> Frasa:
    return Frasa(" ".join(k.teks for k in kata), melingkupi(k.kotak for k in kata), tuple(kata))


def _bertumpuk(semua: list[Frasa]) -> list[Frasa]:
    """Join lines that stand close below each other: "Tidak" above "lengkap"; whole answers stay apart."""
    hasil: list[Frasa] = []
    for satu in sorted(semua, key=lambda f: (f.kotak.y0, f.kotak.x0)):
        atas = next((n for n, f in enumerate(hasil) if _di_bawah(f, satu)), None)
        if atas is None:
            hasil.append(satu)
        else:
            hasil[atas] = _frasa((*hasil[atas].kata, *satu.kata))
    return hasil


def _di_bawah(atas: Frasa, bawah: Frasa) -> bool:
    if any(_utuh(k) for f in (atas, bawah) for k in f.kata):
        return False
    tinggi = bawah.kata[0].kotak.tinggi
    jarak = bawah.kotak.y0 - atas.kotak.y1
    selaras = (
        min(abs(atas.kotak.tengah[0] - bawah.kotak.tengah[0]), abs(atas.kotak.x0 - bawah.kotak.x0))
        < 6
    )
    pendek = JAWABAN.fullmatch(atas.teks) and (
        _JAWABAN_SAJA.fullmatch(bawah.teks)
        or (JAWABAN.fullmatch(bawah.teks) and not _BERLANJUT.fullmatch(atas.teks))
    )
    return selaras and -0.5 * tinggi < jarak < 0.35 * tinggi and not pendek


def beri_label(
    panah: Sequence[Panah],
    lambang: Sequence[Lambang],
    kata: Sequence[Kata],
    baris: Sequence[float] = (),
) -> tuple[tuple[Panah, ...], tuple[Kata, ...]]:
    """Label the arrows that leave decisions; return the words that are no label, too.

    `baris` are the borders of the rows, from top to bottom.
    """
    hasil = list(panah)
    bebas = list(frasa(kata))
    for n, satu in bercabang(lambang, panah):
        keluar = [i for i, p in enumerate(panah) if p.dari == n and p.berarah and not p.label]
        if not keluar:
            continue
        calon = [
            f
            for f in bebas
            if mungkin_label(f, satu) and min(_jauh(f, panah[i], satu) for i in keluar) < DEKAT
        ]
        for f, i, ragu in _bagi(calon[:6], keluar, panah, satu):
            sebab = RAGU_MILIK if ragu else hasil[i].tebakan
            hasil[i] = replace(hasil[i], label=f.teks, tebakan=sebab)
            bebas.remove(f)
    _sisa_sebaris(hasil, bebas, lambang, baris)
    _sisa_terdekat(hasil, bebas, lambang)
    sisa = tuple(k for f in bebas for k in f.kata)
    return tuple(hasil), sisa


_JAWABAN_SAJA = re.compile(r"(?:ya|y|yes|iya|tidak|tdk|t|no|n)[.,;:?!]*", re.IGNORECASE)
_BERLANJUT = re.compile(r"tidak|tdk|belum|sudah|telah|kurang", re.IGNORECASE)
"""Answers that mostly go on: "Sudah" above "sesuai"."""
_AWAL_JAWABAN = re.compile(
    r"(?:ya|tidak|tdk|belum|sudah|telah|ada|jika|bila|apabila|perlu|kurang)\b(?:\s+\S+){0,3}",
    re.IGNORECASE,
)
"""How labels begin that say more: "Tidak lengkap", "Sudah sesuai", "Ada garansi"."""


def _sisa_sebaris(
    hasil: list[Panah], bebas: list[Frasa], lambang: Sequence[Lambang], baris: Sequence[float]
) -> None:
    """Give the only words that are left in a row to the only way out of its decision that has none."""
    for atas, bawah in pairwise(baris):
        di = [f for f in bebas if atas <= f.kotak.tengah[1] <= bawah]
        tanpa = [
            i
            for i, p in enumerate(hasil)
            if p.berarah
            and not p.label
            and lambang[p.dari].rupa is Rupa.BELAH_KETUPAT
            and atas <= lambang[p.dari].kotak.tengah[1] <= bawah
        ]
        if len(di) != 1 or len(tanpa) != 1:
            continue
        ini = hasil[tanpa[0]]
        lain = [p.label.casefold() for p in hasil if p.dari == ini.dari and p is not ini]
        if lain and di[0].teks.casefold() not in lain:
            jauh = min(jarak_ruas(t, r) for t in di[0].titik for r in ini.ruas)
            sebab = RAGU_MILIK if jauh > DEKAT else ini.tebakan
            hasil[tanpa[0]] = replace(ini, label=di[0].teks, tebakan=sebab)
            bebas.remove(di[0])


def _sisa_terdekat(hasil: list[Panah], bebas: list[Frasa], lambang: Sequence[Lambang]) -> None:
    """Give a usual answer that is left to the only way without a label of the decision beside which it stands."""
    for f in [f for f in bebas if JAWABAN.fullmatch(f.teks)]:
        calon = []
        for n, s in enumerate(lambang):
            keluar = [i for i, p in enumerate(hasil) if p.dari == n and p.berarah]
            tanpa = [i for i in keluar if not hasil[i].label]
            sama = any(hasil[i].label.casefold() == f.teks.casefold() for i in keluar)
            if s.rupa is Rupa.BELAH_KETUPAT and len(keluar) > 1 == len(tanpa) and not sama:
                calon.append((s.kotak.jarak(f.kotak.tengah), tanpa[0]))
        dekat = [i for jauh, i in calon if jauh < SEKITAR]
        if len(dekat) == 1:
            hasil[dekat[0]] = replace(hasil[dekat[0]], label=f.teks, tebakan=RAGU_MILIK)
            bebas.remove(f)


def bercabang(lambang: Sequence[Lambang], panah: Sequence[Panah]) -> list[tuple[int, Lambang]]:
    """Return the symbols whose exits may have labels: the decisions, then others that have several, then connectors.

    What leaves a connector goes on from a symbol of another page, and its label may stand on this one.
    """
    keluar = Counter(p.dari for p in panah if p.berarah)
    ketupat = [n for n, s in enumerate(lambang) if s.rupa is Rupa.BELAH_KETUPAT and keluar[n]]
    lain = [n for n, s in enumerate(lambang) if keluar[n] > 1 and s.rupa in (Rupa.KOTAK, Rupa.KAPSUL)]  # fmt: skip
    sambungan = [n for n, s in enumerate(lambang) if s.rupa is Rupa.PENGHUBUNG and keluar[n]]
    return [(n, lambang[n]) for n in (*ketupat, *lain, *sambungan)]


_PENUNJUK = re.compile(
    r"\W*(?:\w{1,2}|(?:(?:ke|dari|lanjut\w*)\s+)*hal\w*\W*\d+.*)\W*", re.IGNORECASE
)
"""What stands beside a connector without being a label: its sign, the page to which it leads."""


def mungkin_label(f: Frasa, lambang: Lambang) -> bool:
    """Whether words may be the label of a way out of a symbol."""
    return lambang.rupa is not Rupa.PENGHUBUNG or _PENUNJUK.fullmatch(f.teks) is None


def _jauh(f: Frasa, panah: Panah, lambang: Lambang) -> float:
    """How far a label stands from an arrow; near to its symbol counts for it, and a usual answer too."""
    garis = min(jarak_ruas(t, r) for t in f.titik for r in panah.ruas)
    lazim = 0.0 if JAWABAN.fullmatch(f.teks) or _AWAL_JAWABAN.fullmatch(f.teks) else 8.0
    return garis + 0.15 * lambang.kotak.jarak(f.kotak.tengah) + lazim


def _bagi(
    calon: Sequence[Frasa], keluar: Sequence[int], panah: Sequence[Panah], lambang: Lambang
) -> tuple[tuple[Frasa, int, bool], ...]:
    """Give out labels so that all together stand nearest; each with whether it could as well be the other way."""
    banyak = min(len(calon), len(keluar), 4)
    pilihan = sorted(
        (
            (sum(_jauh(f, panah[i], lambang) for f, i in zip(fs, ps, strict=True)), fs, ps)
            for fs in permutations(calon, banyak)
            for ps in combinations(keluar, banyak)
        ),
        key=lambda p: p[0],
    )
    if not banyak or not pilihan:
        return ()
    biaya, fs, ps = pilihan[0]
    lain = next(
        (
            b
            for b, gs, qs in pilihan[1:]
            if set(zip(gs, qs, strict=True)) != set(zip(fs, ps, strict=True)) and set(gs) == set(fs)
        ),
        None,
    )
    ragu = lain is not None and lain - biaya < RAGU
    return tuple(
        (f, i, ragu)
        for f, i in zip(fs, ps, strict=True)
        if _jauh(f, panah[i], lambang) < DEKAT + 12
    )

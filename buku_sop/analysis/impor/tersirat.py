"""What a flow says without drawing it: an answer below a decision where no arrow stands, a label that is a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from buku_sop.analysis.impor.geometri import jarak_ruas
from buku_sop.analysis.impor.label import JAWABAN, Frasa, frasa
from buku_sop.analysis.impor.netral import Kata, Kotak, Lambang, Rupa, melingkupi
from buku_sop.analysis.impor.panah import Panah

SAMPING = 14.0
"""A picture no further than this from a way out of a decision, in points, may be its label."""
LABEL_TERBESAR = 60.0
"""Wider pictures, in points, are no labels."""


def lengkapi_panah(
    panah: Sequence[Panah], lambang: Sequence[Lambang], kata: Sequence[Kata]
) -> tuple[tuple[Panah, ...], tuple[Kata, ...]]:
    """Draw the way from a decision to the symbol below it where only its label stands between them; it is a doubt."""
    hasil, bebas = list(panah), list(frasa(kata))
    for n, satu in enumerate(lambang):
        keluar = sum(p.dari == n and p.berarah for p in hasil)
        m = _di_bawah(n, lambang)
        if satu.rupa is not Rupa.BELAH_KETUPAT or keluar > 1 or m is None:
            continue
        if any({p.dari, p.ke} == {n, m} for p in hasil):
            continue
        antara = [f for f in bebas if JAWABAN.fullmatch(f.teks) and _antara(f, satu, lambang[m])]
        if len(antara) == 1:
            x = satu.kotak.tengah[0]
            ruas = (((x, satu.kotak.y1), (x, lambang[m].kotak.y0)),)
            sebab = f"Di bawahnya tertulis “{antara[0].teks}” tanpa panah; dianggap menuju lambang di bawahnya."
            hasil.append(Panah(n, m, ruas, tebakan=sebab, label=antara[0].teks))
            bebas.remove(antara[0])
    return tuple(hasil), tuple(k for f in bebas for k in f.kata)


def _di_bawah(n: int, lambang: Sequence[Lambang]) -> int | None:
    """Return the next symbol straight below another."""
    k = lambang[n].kotak
    bawah = [
        (s.kotak.y0, m)
        for m, s in enumerate(lambang)
        if s.kotak.y0 >= k.y1 - 1 and s.kotak.x0 <= k.tengah[0] <= s.kotak.x1
    ]
    return min(bawah)[1] if bawah else None


def _antara(f: Frasa, atas: Lambang, bawah: Lambang) -> bool:
    x, y = f.kotak.tengah
    dekat = atas.kotak.lebar / 2 + 6
    return (
        atas.kotak.tengah[1] < y < bawah.kotak.tengah[1] and abs(x - atas.kotak.tengah[0]) < dekat
    )


def label_gambar(
    panah: Sequence[Panah],
    lambang: Sequence[Lambang],
    gambar: Sequence[Kotak],
    kata: Sequence[Kata],
) -> Iterator[Panah]:
    """Yield the arrows; a way out of a decision without a label beside which a picture stands is a doubt.

    Where the other of two ways has a label, its opposite is taken.
    """
    calon = [g for g in gambar if _mungkin_label(g, lambang, kata)]
    for p in panah:
        ketupat = lambang[p.dari].rupa is Rupa.BELAH_KETUPAT
        if p.label or not p.berarah or not ketupat or not any(_di_samping(g, p) for g in calon):
            yield p
            continue
        lain = [q for q in panah if q.dari == p.dari and q.berarah and q is not p]
        label = lawan(lain[0].label) if len(lain) == 1 else ""
        sebab = "Di samping panahnya ada gambar, mungkin labelnya, yang tidak dapat dibaca"
        akhir = f"; dianggap “{label}”, lawan dari “{lain[0].label}”." if label else "."
        yield replace(p, label=label, tebakan=sebab + akhir)


def _mungkin_label(g: Kotak, lambang: Sequence[Lambang], kata: Sequence[Kata]) -> bool:
    """Whether a picture may show a word: small, no line, no words in it, and no arrow from symbol to symbol."""
    kecil = 5 < g.tinggi < LABEL_TERBESAR / 2 and 5 < g.lebar < LABEL_TERBESAR
    return (
        kecil
        and not any(g.memuat(k.kotak.tengah, 2) for k in kata)
        and sum(melingkupi((s.kotak, g)) == s.kotak or s.kotak.jarak(g.tengah) < 4 for s in lambang)
        < 1
    )


def _di_samping(g: Kotak, panah: Panah) -> bool:
    x, y = g.tengah
    titik = ((g.x0, y), (x, y), (g.x1, y), (x, g.y0), (x, g.y1))
    return min(jarak_ruas(t, r) for t in titik for r in panah.ruas) < SAMPING


_PASANGAN = {"ya": "Tidak", "tidak": "Ya", "y": "T", "t": "Y", "yes": "No", "no": "Yes"}


def lawan(label: str) -> str:
    """Return the opposite of an answer: "Tidak" of "Ya", "Sesuai" of "Tidak sesuai"; empty where it has none."""
    kata = label.strip(" .,;:!?").split()
    if len(kata) == 1:
        return _PASANGAN.get(kata[0].casefold(), "")
    if len(kata) > 1 and kata[0].casefold() in ("tidak", "tdk", "belum"):
        return " ".join((kata[1][:1].upper() + kata[1][1:], *kata[2:]))
    return ""

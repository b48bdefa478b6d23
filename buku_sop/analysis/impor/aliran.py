"""The flow of one table on one page: its symbols with rows and lanes, its arrows with their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from buku_sop.analysis.impor.label import beri_label
from buku_sop.analysis.impor.lambang import Bidang, beri_teks, cari_lambang
from buku_sop.analysis.impor.netral import Halaman, Kata, Kotak, Lambang, Rupa, Sambungan
from buku_sop.analysis.impor.panah import Lepas, Panah, cari_panah
from buku_sop.analysis.impor.tabel import TabelLangkah, kata_di

LUAR = 45.0
"""How far a flow may be drawn beyond the rows of its table, in points: connectors to other pages stand there."""
BESAR = 0.03
"""A picture of this share of the page, in the lanes, is a flow that was pasted as a picture."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A symbol with its place in the table."""

    lambang: Lambang
    halaman: int
    baris: int | None
    """Row on its page, from 0; None above or below all rows."""
    lane: tuple[int, ...]
    """The lanes that it covers, from 0; more than one where it is drawn across."""


@dataclass(frozen=True, slots=True)
class AliranHalaman:
    """What the lanes of a table hold on one page."""

    tabel: TabelLangkah
    halaman: int
    simpul: tuple[Simpul, ...] = ()
    panah: tuple[Panah, ...] = ()
    """By the positions of their symbols in `simpul`."""
    lepas: tuple[Lepas, ...] = ()
    kata: tuple[Kata, ...] = ()
    """Words in the lanes that belong to no symbol and no arrow."""
    gambar: tuple[Kotak, ...] = field(default=())
    """Pictures in the lanes."""


def baca_aliran(halaman: Halaman, kata: Sequence[Kata], tabel: TabelLangkah) -> AliranHalaman:
    """Read the flow in the lanes of a table."""
    lane = tabel.susunan.lane
    if not lane:
        return AliranHalaman(tabel, halaman.nomor)
    x, y = tabel.tabel.x[lane[0] : lane[-1] + 2], tabel.tabel.y
    atas = y[0] - (LUAR if tabel.tabel.lanjutan else 1)
    bidang = Bidang(Kotak(x[0], atas, x[-1], y[-1] + LUAR), x, y)
    di_lane = kata_di(kata, Kotak(x[0], y[0], x[-1], y[-1] + LUAR))
    if halaman.lambang:
        lambang = _di(halaman.lambang, bidang.kotak)
        panah, lepas = _sambungan(halaman.sambungan, lambang, bidang)
    else:
        temuan = cari_lambang(halaman.coretan, bidang)
        lambang = temuan.lambang
        panah, lepas = cari_panah(temuan.sisa, lambang, bidang)
        panah += tuple(_panah_gambar(halaman, lambang, bidang, panah))
    lambang, bebas = beri_teks(lambang, di_lane)
    di_baris = [k for k in bebas if k.kotak.tengah[1] <= y[-1] and not _baris_nomor(k, di_lane)]
    panah, bebas = beri_label(panah, lambang, di_baris)
    return AliranHalaman(
        tabel,
        halaman.nomor,
        tuple(_simpul(s, halaman.nomor, x, y) for s in lambang),
        panah,
        lepas,
        bebas,
        tuple(_gambar(halaman, bidang)),
    )


def _baris_nomor(satu: Kata, semua: Sequence[Kata]) -> bool:
    """Whether a word is a number of the columns: (3) beside (4), or the only one of a single lane."""
    if not (angka := satu.teks.strip("()")).isdecimal():
        return False
    sebaris = [
        k.teks.strip("()") for k in semua if abs(k.kotak.tengah[1] - satu.kotak.tengah[1]) < 3
    ]
    return satu.teks != angka or (len(sebaris) > 1 and all(t.isdecimal() for t in sebaris))


def _di(lambang: Sequence[Lambang], kotak: Kotak) -> tuple[Lambang, ...]:
    di_dalam = [s for s in lambang if kotak.memuat(s.kotak.tengah, 4)]
    return tuple(sorted(di_dalam, key=lambda s: (s.kotak.tengah[1], s.kotak.x0)))


def _simpul(lambang: Lambang, halaman: int, x: Sequence[float], y: Sequence[float]) -> Simpul:
    """Find the row and the lanes of a symbol."""
    cx, cy = lambang.kotak.tengah
    baris = next((n for n in range(len(y) - 1) if y[n] <= cy <= y[n + 1]), None)
    jumlah = len(x) - 1
    di = next((n for n in range(jumlah) if x[n] <= cx <= x[n + 1]), 0 if cx < x[0] else jumlah - 1)
    k = lambang.kotak
    kena = tuple(
        n for n in range(jumlah) if min(k.x1, x[n + 1]) - max(k.x0, x[n]) > 0.4 * (x[n + 1] - x[n])
    )
    lintas = k.lebar > 1.3 * (x[di + 1] - x[di]) and len(kena) > 1
    return Simpul(lambang, halaman, baris, kena if lintas else (di,))


def _gambar(halaman: Halaman, bidang: Bidang) -> list[Kotak]:
    luas = halaman.lebar * halaman.tinggi or 1.0
    return [
        g
        for g in halaman.gambar
        if g.lebar * g.tinggi > BESAR * luas
        and bidang.kotak.memuat(g.tengah)
        and g.lebar < 0.9 * halaman.lebar
    ]


def _panah_gambar(
    halaman: Halaman, lambang: Sequence[Lambang], bidang: Bidang, ada: Sequence[Panah]
) -> Iterator[Panah]:
    """Take a small picture that touches two symbols for an arrow between them; which way it leads is a guess."""
    luas = halaman.lebar * halaman.tinggi or 1.0
    sudah = {frozenset((p.dari, p.ke)) for p in ada}
    for g in halaman.gambar:
        if g.lebar * g.tinggi > BESAR * luas or not bidang.kotak.memuat(g.tengah):
            continue
        kena = [n for n, s in enumerate(lambang) if _bersentuhan(s.kotak, g)]
        if len(kena) == 2 and frozenset(kena) not in sudah:
            dari, ke = sorted(kena, key=lambda n: lambang[n].kotak.tengah[1])
            ruas = ((lambang[dari].kotak.tengah, lambang[ke].kotak.tengah),)
            yield Panah(
                dari,
                ke,
                ruas,
                tebakan="Panahnya berupa gambar; arahnya dianggap dari atas ke bawah.",
            )


def _bersentuhan(a: Kotak, b: Kotak, longgar: float = 4.0) -> bool:
    return (
        a.x0 - longgar < b.x1 and b.x0 < a.x1 + longgar
        and a.y0 - longgar < b.y1 and b.y0 < a.y1 + longgar
    )  # fmt: skip


def _sambungan(
    semua: Sequence[Sambungan], lambang: Sequence[Lambang], bidang: Bidang
) -> tuple[tuple[Panah, ...], tuple[Lepas, ...]]:
    """Tie the connectors of a format that knows them; ends that it does not tie, by their points."""
    ber_id = {s.id: n for n, s in enumerate(lambang) if s.id}
    panah: list[Panah] = []
    lepas: list[Lepas] = []
    for satu in semua:
        dari, ragu_a = _ujung(satu.dari, satu.titik[0], ber_id, lambang)
        ke, ragu_b = _ujung(satu.ke, satu.titik[-1], ber_id, lambang)
        if satu.kepala_awal and not satu.kepala_akhir:
            dari, ke = ke, dari
        ruas = tuple(zip(satu.titik, satu.titik[1:], strict=False))
        sebab = (
            "Ujung panahnya tidak terikat; dianggap menuju lambang yang terdekat."
            if ragu_a or ragu_b
            else ""
        )
        if dari is not None and ke is not None and dari != ke:
            berarah = satu.kepala_awal or satu.kepala_akhir
            panah.append(Panah(dari, ke, ruas, berarah, sebab, satu.label))
            if satu.kepala_awal and satu.kepala_akhir:
                dua = "Panahnya berkepala di kedua ujung; dibaca bolak-balik."
                panah[-1] = replace(panah[-1], tebakan=dua)
                panah.append(Panah(ke, dari, ruas, tebakan=dua))
        elif bidang.kotak.memuat(satu.titik[0], 4):
            xs, ys = [t[0] for t in satu.titik], [t[1] for t in satu.titik]
            kotak = Kotak(min(xs), min(ys), max(xs), max(ys))
            lepas.append(Lepas(kotak, () if dari is None else (dari,), () if ke is None else (ke,)))
    return tuple(panah), tuple(lepas)


def _ujung(
    id: str, titik: tuple[float, float], ber_id: dict[str, int], lambang: Sequence[Lambang]
) -> tuple[int | None, bool]:
    """Find the symbol at an end of a connector, and whether it had to be looked for."""
    if id in ber_id:
        return ber_id[id], False
    jarak = sorted((s.kotak.jarak(titik), n) for n, s in enumerate(lambang))
    if jarak and jarak[0][0] <= 16:
        return jarak[0][1], jarak[0][0] > 4
    return None, True


def penghubung(simpul: Simpul) -> bool:
    """Whether a symbol leads to another page."""
    return simpul.lambang.rupa is Rupa.PENGHUBUNG

"""A group of SOPs drawn for the map: boxes with words, and lines told apart by what they mean.

Everything is worked out for the template: numbers in the drawing's own units (a twentieth of a rem), words that
still have to be escaped, names of classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from buku_sop.analysis.keterkaitan.jaringan import Garis
from buku_sop.layout.layered import Box, Curve, Link, Measures, Spot, arrange, wrap
from buku_sop.layout.text import width

_UNIT_PER_REM = 20
_HURUF = 13.0
_HURUF_KECIL = 11.0
_TEBAL = 1.07
"""How much wider bold letters are than those that `width` knows."""
_BARIS, _BARIS_KECIL, _BARIS_TANDA = 16.5, 14.0, 21.0
_TEPI = 10.0
"""Between the words and the side of their box."""
_ATAS = 8.0
_UKURAN = Measures()
_LARIK_NAMA, _LARIK_CATATAN = 5, 3
"""Most lines of a name and of a note; the link says the whole name."""
_KEPALA = 7.0
"""Length of an arrow head."""


@dataclass(frozen=True, slots=True)
class IsiKotak:
    """What a box is to say."""

    id: str
    """Anchor on the page."""
    kelas: str
    """`sop`, `luar` (another office's), `tiada`."""
    nama: str
    href: str = ""
    ucap: str = ""
    """What the link is called."""
    catatan: tuple[tuple[str, str], ...] = ()
    """(words, class) of small lines below the name."""
    tanda: tuple[tuple[str, str, str, str], ...] = ()
    """(words, address, spoken, class) of references that leave the group."""


@dataclass(frozen=True, slots=True)
class Larik:
    """A line of words."""

    x: float
    y: float
    teks: str
    kelas: str = ""


@dataclass(frozen=True, slots=True)
class TandaGambar:
    """A small mark that leads out of the group."""

    x: float
    y: float
    lebar: float
    teks: str
    href: str
    ucap: str
    kelas: str


@dataclass(frozen=True, slots=True)
class KotakGambar:
    """A box, drawn."""

    isi: IsiKotak
    x: float
    y: float
    lebar: float
    tinggi: float
    nama: tuple[Larik, ...]
    catatan: tuple[Larik, ...]
    tanda: tuple[TandaGambar, ...]
    dekat: str
    """Classes: its own id, and the ids of its neighbours."""


@dataclass(frozen=True, slots=True)
class GarisGambar:
    """A line, drawn."""

    kelas: str
    """One of `buku_sop.views.keterkaitan.daftar.URUTAN_GARIS`."""
    d: str
    kepala: str
    """Path of its arrow heads."""
    ucap: str
    dekat: str
    """Classes: the ids of its ends."""


@dataclass(frozen=True, slots=True)
class Gambar:
    """A group, drawn."""

    id: str
    judul: str
    lebar: float
    tinggi: float
    gaya: str
    """Size on the page."""
    kotak: tuple[KotakGambar, ...]
    garis: tuple[GarisGambar, ...]


@dataclass(frozen=True, slots=True)
class Hubungan:
    """All lines between two boxes, drawn as one."""

    garis: tuple[Garis, ...]
    kelas: str
    ucap: str

    @property
    def link(self) -> Link:
        """The line to be laid; it points as its first one does."""
        awal = self.garis[0]
        balik = any(g.dari != awal.dari for g in self.garis)
        return Link(awal.dari, awal.ke, balik)


def gambar_kelompok(
    id: str,
    judul: str,
    isi: Mapping[str, IsiKotak],
    hubungan: Sequence[Hubungan],
) -> Gambar:
    """Draw a group. `isi` holds its boxes by key; `hubungan` at most one for each pair of them."""
    teks = {kunci: _susun_teks(satu) for kunci, satu in isi.items()}
    kotak = [Box(k, t.tinggi) for k, t in teks.items()]
    gambar = arrange(kotak, [h.link for h in hubungan], _UKURAN)
    dekat = {kunci: {satu.id} for kunci, satu in isi.items()}
    for h in hubungan:
        a, b = h.link.source, h.link.target
        dekat[a].add(isi[b].id)
        dekat[b].add(isi[a].id)
    return Gambar(
        id,
        judul,
        gambar.width,
        gambar.height,
        f"inline-size:{_angka(gambar.width / _UNIT_PER_REM)}rem",
        tuple(
            _kotak(isi[kunci], teks[kunci], tempat, dekat[kunci])
            for kunci, tempat in gambar.spots.items()
        ),
        tuple(_garis(hubungan[c.link], c, isi) for c in gambar.curves),
    )


@dataclass(frozen=True, slots=True)
class _Teks:
    """The words of a box, set; heights count from its top."""

    nama: tuple[str, ...]
    catatan: tuple[tuple[str, str], ...]
    tanda: tuple[tuple[float, int, float], ...]
    """(x, row, width) of each mark."""
    tinggi: float

    @property
    def bawah_nama(self) -> float:
        return _ATAS + _BARIS * len(self.nama)

    @property
    def bawah_catatan(self) -> float:
        return self.bawah_nama + _BARIS_KECIL * len(self.catatan)


def _susun_teks(isi: IsiKotak) -> _Teks:
    """Set the words of a box, and find how high it must be."""
    ruang = _UKURAN.width - 2 * _TEPI
    nama = wrap(isi.nama, _HURUF * _TEBAL, ruang, _LARIK_NAMA)
    catatan = tuple(
        (larik, kelas)
        for teks, kelas in isi.catatan
        for larik in wrap(teks, _HURUF_KECIL * _TEBAL, ruang, _LARIK_CATATAN)
    )
    tanda: list[tuple[float, int, float]] = []
    x, baris = 0.0, 0
    for teks, *_ in isi.tanda:
        lebar = round(width(teks, _HURUF_KECIL * _TEBAL) + 12, 1)
        if x and x + lebar > ruang:
            x, baris = 0.0, baris + 1
        tanda.append((round(x, 1), baris, min(lebar, ruang)))
        x += lebar + 4
    tinggi = 2 * _ATAS + _BARIS * len(nama) + _BARIS_KECIL * len(catatan)
    if tanda:
        tinggi += _BARIS_TANDA * (baris + 1) + 2
    return _Teks(nama, catatan, tuple(tanda), tinggi)


def _kotak(isi: IsiKotak, teks: _Teks, di: Spot, dekat: set[str]) -> KotakGambar:
    x = di.x + _TEPI
    nama = tuple(
        Larik(x, _bulat(di.y + _ATAS + _BARIS * i + 12.5), larik)
        for i, larik in enumerate(teks.nama)
    )
    catatan = tuple(
        Larik(x, _bulat(di.y + teks.bawah_nama + _BARIS_KECIL * i + 11), larik, kelas)
        for i, (larik, kelas) in enumerate(teks.catatan)
    )
    tanda = tuple(
        TandaGambar(
            _bulat(x + kiri),
            _bulat(di.y + teks.bawah_catatan + 4 + _BARIS_TANDA * baris),
            lebar,
            *satu,
        )
        for satu, (kiri, baris, lebar) in zip(isi.tanda, teks.tanda, strict=True)
    )
    return KotakGambar(
        isi, di.x, di.y, di.width, di.height, nama, catatan, tanda, " ".join(sorted(dekat))
    )


def _garis(hubungan: Hubungan, kurva: Curve, isi: Mapping[str, IsiKotak]) -> GarisGambar:
    (x, y), *lain = kurva.points
    d = [f"M{_angka(x)} {_angka(y)}"]
    for x2, y2 in lain:
        if y == y2:
            d.append(f"H{_angka(x2)}")
        else:
            tengah = _angka((x + x2) / 2)
            d.append(f"C{tengah} {_angka(y)} {tengah} {_angka(y2)} {_angka(x2)} {_angka(y2)}")
        x, y = x2, y2
    kepala = []
    if kurva.right:
        kepala.append(_kepala(*kurva.points[-1], -1))
    if kurva.left:
        kepala.append(_kepala(*kurva.points[0], 1))
    ujung = hubungan.link.source, hubungan.link.target
    dekat = " ".join(sorted(isi[k].id for k in ujung))
    return GarisGambar(hubungan.kelas, "".join(d), "".join(kepala), hubungan.ucap, dekat)


def _kepala(x: float, y: float, arah: int) -> str:
    """Draw an arrow head with its point at (x, y); `arah` is where its base lies."""
    dasar = _angka(x + arah * _KEPALA)
    return f"M{_angka(x)} {_angka(y)}L{dasar} {_angka(y - 4)}V{_angka(y + 4)}Z"


def _bulat(nilai: float) -> float:
    return round(nilai, 1)


def _angka(nilai: float) -> str:
    """Write a number as short as it can be."""
    return f"{nilai:.2f}".rstrip("0").rstrip(".")

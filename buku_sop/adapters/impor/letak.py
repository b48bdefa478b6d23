"""Sets paragraphs and tables on pages, as nearly as can be without the fonts: where shapes stand beside which row.

Words go on one line for each line of the author's, however long; how many lines they would take decides the heights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from buku_sop.adapters.impor.blok import (
    Blok,
    Gambaran,
    Kertas,
    Paragraf,
    SelBlok,
    TabelBlok,
    Tempelan,
    teks_blok,
)
from buku_sop.adapters.impor.huruf import lebar_teks
from buku_sop.analysis.impor.lambang import ragukan_batas
from buku_sop.analysis.impor.lukisan import lacak_foto
from buku_sop.analysis.impor.netral import Coretan, Halaman, Kata, Kotak, Lambang, Sel, Tabel

_SPASI = 1.17
"""Height of a line, for letters of height 1."""
_TAB = 36.0
_TERLALU_RAPAT = 0.25
"""Lines pressed together more than this become lower, too: else the gaps between their words seem to be none."""
_ISI = 0.88
"""Share of a line that words take at most, so that those of neighbouring cells stand apart."""


def jumlah_baris(teks: str, ukuran: float, lebar: float, huruf: str = "") -> int:
    """Say on how many lines a text is set."""
    jumlah, kini = 1, 0.0
    spasi = lebar_teks(" ", ukuran, huruf)
    for kata in teks.split():
        w = lebar_teks(kata, ukuran, huruf)
        sela = spasi if kini else 0.0
        if kini and kini + sela + w > lebar:
            jumlah, kini = jumlah + 1, w
        else:
            kini += sela + w
        while kini > lebar > ukuran:  # a word wider than its column is broken
            jumlah, kini = jumlah + 1, kini - lebar
    return jumlah


@dataclass(slots=True)
class Penata:
    """One page after the other."""

    kertas: Kertas = field(default_factory=Kertas)
    halaman: list[Halaman] = field(default_factory=list)
    y: float = 0.0
    _atas: float = 0.0
    """Where the paper begins on which the next block stands: a table over several papers stays on one page here."""
    _isi: Gambaran = field(default_factory=Gambaran)
    _tabel: list[Tabel] = field(default_factory=list)
    _baru: bool = False
    _kira: list[int] = field(default_factory=list)
    """The symbols that are not drawn in the cell in which they are anchored."""
    _rapat: tuple[float, float] = (0.0, 1.0)
    """From which height on words are pressed together, and by how much: a row of fixed height may be too low for them."""
    _baris: list[tuple[float, float, bool]] = field(default_factory=list)
    """Rows of tables: upper and lower border, and whether they are known."""

    def __post_init__(self) -> None:
        self.y = self.kertas.atas

    def taruh(self, blok: Sequence[Blok]) -> None:
        """Set blocks below what is there."""
        for satu in blok:
            if isinstance(satu, Paragraf) and satu.putus:
                self.ganti_halaman()
            self._satu(satu, self.kertas.kiri, self._lebar_isi, None)

    def _diragukan(self) -> tuple[Lambang, ...]:
        """Doubt symbols that stand near the border of a row of which nobody knows how high it is."""
        hasil = list(self._isi.lambang)
        kira = self._baris_kira
        for n in self._kira:
            hasil[n] = ragukan_batas(hasil[n], kira)
        return tuple(hasil)

    @property
    def _baris_kira(self) -> tuple[tuple[float, float], ...]:
        return tuple((atas, bawah) for atas, bawah, pasti in self._baris if not pasti)

    def ganti_halaman(self, kertas: Kertas | None = None) -> None:
        """End the page; the next one may be another paper. A page without anything on it is none."""
        isi = self._isi
        foto = tuple(lacak_foto(isi.foto, isi.penutup))
        if isi.kata or isi.lambang or isi.gambar or self._tabel or isi.sambungan:
            self.halaman.append(
                Halaman(
                    len(self.halaman) + 1,
                    self.kertas.lebar,
                    max(self.y + self.kertas.bawah, self._atas + self.kertas.tinggi),
                    tuple(isi.kata),
                    tuple(isi.coretan),
                    tuple(isi.gambar),
                    tuple(self._tabel),
                    self._diragukan(),
                    tuple(isi.sambungan),
                    mengalir=True,
                    baru=self._baru,
                    lukisan=tuple((f.peta.kotak, coretan) for f, coretan in foto),
                    foto=tuple((f.peta.kotak, f.peta.baris) for f, _ in foto),
                    baris_kira=self._baris_kira,
                )
            )
            self._baru = False
        self.kertas = kertas or self.kertas
        self._isi = Gambaran(kertas=(self.kertas.lebar, self.kertas.tinggi))
        self._tabel, self._kira, self._baris = [], [], []
        self.y, self._atas = self.kertas.atas, 0.0

    def tandai_baru(self) -> None:
        """Let an SOP begin with the next page."""
        self._baru = True

    @property
    def _lebar_isi(self) -> float:
        return self.kertas.lebar - self.kertas.kiri - self.kertas.kanan

    def _satu(self, blok: Blok, x: float, lebar: float, sel: Kotak | None) -> None:
        if isinstance(blok, Paragraf):
            self._paragraf(blok, x, lebar, sel)
        elif sel is None:
            self._tabel_blok(blok, x)
        else:  # a table within a cell: its rows as lines
            for baris in teks_blok((blok,)):
                self._paragraf(Paragraf((baris,)), x, lebar, sel)
            self._tempelan_dalam(blok, x, lebar, sel)

    def _tempelan_dalam(self, blok: TabelBlok, x: float, lebar: float, sel: Kotak) -> None:
        for baris in blok.baris:
            for satu in baris.sel:
                for b in satu.blok:
                    if isinstance(b, Paragraf):
                        for t in b.tempelan:
                            self._tempel(t, x, lebar, self.y, sel)
                    else:
                        self._tempelan_dalam(b, x, lebar, sel)

    # --- Paragraphs ---------------------------------------------------------------------

    def _paragraf(self, p: Paragraf, x: float, lebar: float, sel: Kotak | None) -> None:
        if sel is None and self.y - self._atas > self.kertas.tinggi - self.kertas.bawah:
            self._atas = self.y - self.kertas.atas
        y = self.y + p.sebelum
        for t in p.tempelan:
            self._tempel(t, x + (p.kiri if t.sebaris else 0), lebar, y, sel)
        sebaris = [t for t in p.tempelan if t.sebaris]
        ruang = max(lebar - p.kiri - p.kanan, p.ukuran)
        y += max((t.tinggi for t in sebaris), default=0.0)
        if sebaris and not any(p.baris):
            self.y = y + p.sesudah
            return
        langkah = _tinggi_baris(p)
        for isi in p.baris:
            self._isi.kata += map(self._rapatkan, _kata(isi, x + p.kiri, y, ruang, p))
            y += langkah * jumlah_baris(isi, p.ukuran, ruang, p.huruf)
        self.y = y + p.sesudah

    def _rapatkan(self, kata: Kata) -> Kata:
        atas, skala = self._rapat
        if skala == 1.0:
            return kata
        k = kata.kotak
        y = atas + (k.y0 - atas) * skala
        return replace(kata, kotak=Kotak(k.x0, y, k.x1, y + k.tinggi * skala))

    def _tempel(self, t: Tempelan, x: float, lebar: float, y: float, sel: Kotak | None) -> None:
        k = self.kertas
        if sel is not None and (t.di_sel or t.sebaris):
            datar = {"halaman": (sel.x0, sel.lebar), "marjin": (x, lebar)}
            tegak = {"halaman": (sel.y0, sel.tinggi), "marjin": (sel.y0, sel.tinggi)}
        else:
            datar = {"halaman": (0.0, k.lebar), "marjin": (k.kiri, self._lebar_isi)}
            tegak = {
                "halaman": (self._atas, k.tinggi),
                "marjin": (self._atas + k.atas, k.tinggi - k.atas - k.bawah),
            }
        ax, lx = datar.get(t.mendatar.acuan, (x, lebar))
        ay, ly = tegak.get(t.tegak.acuan, (y, t.tinggi))
        sudah = len(self._isi.lambang)
        t.gambar(t.mendatar.hitung(ax, lx, t.lebar), t.tegak.hitung(ay, ly, t.tinggi), self._isi)
        self._kira += (
            n
            for n, s in enumerate(self._isi.lambang[sudah:], sudah)
            if sel is None or not sel.memuat(s.kotak.tengah)
        )

    # --- Tables --------------------------------------------------------------------------

    def _tabel_blok(self, tabel: TabelBlok, kiri: float) -> None:
        if not tabel.kolom or not tabel.baris:
            return
        x = tuple(accumulate(tabel.kolom, initial=kiri + tabel.kiri))
        tinggi = _tinggi_baris_tabel(tabel)
        y = [self.y]
        atas = []
        for baris, t in zip(tabel.baris, tinggi, strict=True):
            penuh = y[-1] + t - self._atas > self.kertas.tinggi - self.kertas.bawah
            if len(y) > 1 and (baris.putus or penuh):
                self._atas = y[-1] - self.kertas.atas
            atas.append(self._atas)
            y.append(y[-1] + t)
        pasti = list(accumulate((b.pasti for b in tabel.baris), min))
        self._baris += zip(y, y[1:], pasti, strict=False)
        sel: list[Sel] = []
        for n, baris in enumerate(tabel.baris):
            self._atas = atas[n]
            for satu in baris.sel:
                kotak = Kotak(x[satu.kolom], y[n], x[satu.kolom + satu.lebar], y[n + satu.tinggi])
                self._sel(satu, kotak, tabel)
                isi = "\n".join(teks_blok(satu.blok)).strip("\n")
                sel.append(Sel(n, satu.kolom, isi, satu.tinggi, satu.lebar, paragraf=True))
                self._isi.coretan += _bingkai(kotak)
        self._tabel.append(Tabel(x, tuple(y), tuple(sel)))
        self.y = y[-1]

    def _sel(self, satu: SelBlok, kotak: Kotak, tabel: TabelBlok) -> None:
        kiri, atas, kanan, bawah = tabel.tepi
        lebar = max(kotak.lebar - kiri - kanan, 4.0)
        perlu, ada = _tinggi(satu.blok, lebar), max(kotak.tinggi - atas - bawah, 1.0)
        self.y = kotak.y0 + atas
        if satu.rata and perlu < ada:
            self.y += (ada - perlu) / 2 if satu.rata == "tengah" else ada - perlu
        self._rapat = (self.y, min(1.0, ada / perlu) if perlu else 1.0)
        for blok in satu.blok:
            self._satu(blok, kotak.x0 + kiri, lebar, kotak)
        self._rapat = (0.0, 1.0)


def _tinggi_baris(p: Paragraf) -> float:
    return -p.jarak if p.jarak < 0 else p.ukuran * _SPASI * p.jarak


def _tinggi(blok: Sequence[Blok], lebar: float) -> float:
    """Say how high blocks are together."""
    jumlah = 0.0
    for satu in blok:
        if isinstance(satu, TabelBlok):
            jumlah += sum(_tinggi_baris_tabel(satu))
            continue
        ruang = max(lebar - satu.kiri - satu.kanan, satu.ukuran)
        sebaris = max((t.tinggi for t in satu.tempelan if t.sebaris), default=0.0)
        jumlah += satu.sebelum + satu.sesudah + sebaris
        if not sebaris or any(satu.baris):
            banyak = sum(jumlah_baris(b, satu.ukuran, ruang, satu.huruf) for b in satu.baris)
            jumlah += _tinggi_baris(satu) * banyak
    return jumlah


def _tinggi_baris_tabel(tabel: TabelBlok) -> list[float]:
    """Say how high the rows of a table are: a cell over several rows makes the last of them higher."""
    kiri, atas, kanan, bawah = tabel.tepi
    hasil = [b.tinggi for b in tabel.baris]
    menurut_akhir = sorted(
        ((n + s.tinggi - 1, s.tinggi, s) for n, b in enumerate(tabel.baris) for s in b.sel),
        key=lambda t: (t[1] > 1, t[0]),
    )
    for akhir, banyak, sel in menurut_akhir:
        if tabel.baris[akhir].pasti:
            continue
        lebar = sum(tabel.kolom[sel.kolom : sel.kolom + sel.lebar]) - kiri - kanan
        perlu = _tinggi(sel.blok, max(lebar, 4.0)) + atas + bawah
        kurang = perlu - sum(hasil[akhir - banyak + 1 : akhir + 1])
        hasil[akhir] += max(kurang, 0.0)
    return [max(t, 2.0) for t in hasil]


def _kata(teks: str, x: float, y: float, lebar: float, p: Paragraf) -> Iterator[Kata]:
    """Set a line, pressed together where it is too long; a tab leaves a gap."""
    bagian = [b.split() for b in teks.split("\t")]
    alami = sum(
        sum(lebar_teks(k, p.ukuran) for k in b) + 0.29 * p.ukuran * len(b) for b in bagian
    ) + _TAB * (len(bagian) - 1)
    muat = lebar * _ISI
    skala = min(1.0, muat / alami) if alami else 1.0
    tinggi = p.ukuran if skala > _TERLALU_RAPAT else 2 * p.ukuran * skala
    if p.rata and alami < muat:
        x += (lebar - alami) / (2 if p.rata == "tengah" else 1)
    for n, b in enumerate(bagian):
        x += _TAB * skala if n else 0.0
        for kata in b:
            w = lebar_teks(kata, p.ukuran) * skala
            yield Kata(kata, Kotak(x, y, x + w, y + tinggi))
            x += w + 0.29 * p.ukuran * skala


def _bingkai(k: Kotak) -> Iterator[Coretan]:
    sudut = ((k.x0, k.y0), (k.x1, k.y0), (k.x1, k.y1), (k.x0, k.y1), (k.x0, k.y0))
    for (x0, y0), (x1, y1) in pairwise(sudut):
        kotak = Kotak(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        yield Coretan(((x0, y0), (x1, y1)), kotak, bergaris=True, tebal=0.5)


def kata_dalam(teks: str, kotak: Kotak) -> list[Kata]:
    """Set the lines of a text box into it, one below the other."""
    baris = [b for b in teks.split("\n") if b.strip()]
    if not baris:
        return []
    ukuran = min(10.0, kotak.tinggi / len(baris) / _SPASI)
    tinggi = ukuran * _SPASI
    y = kotak.y0 + (kotak.tinggi - tinggi * len(baris)) / 2
    hasil: list[Kata] = []
    for n, isi in enumerate(baris):
        p = Paragraf((isi,), ukuran, rata="tengah")
        hasil += _kata(isi, kotak.x0, y + n * tinggi, kotak.lebar, p)
    return hasil

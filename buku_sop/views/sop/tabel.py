"""The table of steps, worked out for a page: lanes as columns, symbols in their lanes, ways out in words.

The form is that of PermenPANRB 35/2012: No, Kegiatan, Pelaksana (a column for each), Mutu Baku
(Kelengkapan, Waktu, Output) and Keterangan.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.alur.waktu import total_prosedur
from buku_sop.analysis.kata.singkatan import Kamus
from buku_sop.layout import draw_in_words
from buku_sop.layout.page import drawn_with_lines, measures
from buku_sop.layout.text import width
from buku_sop.model import Instansi, Langkah, Prosedur, Sop
from buku_sop.model.kontak import Kontak
from buku_sop.model.tulisan import tulis
from buku_sop.views.alur.gambar import Gambar, Sel, susun_gambar
from buku_sop.views.alur.jalan_keluar import Keluar, keluar_baris, urutan_giliran
from buku_sop.views.alur.ucapan import ucapan
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.mermaid_text import lentur
from buku_sop.views.dasar.nomor import judul_langkah
from buku_sop.views.dasar.opsional import kata_opsional
from buku_sop.views.dasar.tautan import TautanTampil
from buku_sop.views.dasar.tujuan import sebut_tujuan
from buku_sop.views.dasar.waktu import tulis_total
from buku_sop.views.sop.jalan_usul import JalanUsul, jalan_usul
from buku_sop.views.sop.konfirmasi import DaftarKonfirmasi, Tanda
from buku_sop.views.sop.usul import Usulan, tanpa_usul, usulan_langkah

KATA_UTUH = 14
"""Most letters of a word for which a lane grows; where one is longer, words break."""
KATA_SEMPIT = 10
"""Letters for which every lane has room."""
HURUF, HURUF_LANE, SISIP = 0.7, 0.64, 0.95
"""Sizes of letters in cells and above lanes, and the room beside the words of a cell, in rem as `tabel.css` has them."""
NOMOR, KEGIATAN, ISI, WAKTU = 1.9, 11.0, 5.4, 4.2
"""Least widths of the columns, in rem."""
ISI_TERLEBAR = 6.8
"""Most that such a column grows for its longest word, in rem."""
REM_PER_MM = 0.22
"""The length of a millimetre of the drawing (`--sop-u` in `alur.css`)."""
TERSEMPIT, TERLUAS = 46.9, 67.9
"""Rem that a page has beside its contents in the narrowest window that shows them, and without them in the widest."""
_SISA = 0.1
_ARAH = {"cabang": "Arah cabang", "ke": "Arah alur"}


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the table."""

    nomor: str
    """As the document has it; empty where it has none."""
    sebutan: str
    """What the row is called by those who do not see it: "Langkah 3"."""
    jangkar: str
    kegiatan: str
    opsional: str
    """The words to add where it is done only when needed."""
    sel: tuple[Sel, ...]
    """For each lane what is drawn in it."""
    gaya: str
    """CSS custom properties: how high the drawing makes the row, where that is more than the least."""
    urutan: str
    """Who acts in which order, where a step has several performers."""
    keluar: tuple[tuple[str, tuple[Keluar, ...]], ...]
    """(who decides, ways out); the first part is empty where only one decides."""
    kelengkapan: tuple[str, ...]
    waktu: str
    output: tuple[str, ...]
    keterangan: tuple[tuple[TautanTampil, ...], ...]
    tanda: Mapping[str, Tanda]
    catatan: tuple[tuple[str, Tanda], ...]
    """(what, mark) of the marks that no cell of their own shows."""
    sunting: str = ""
    """Where the step is edited; empty where the site has no editor."""
    usul: str = ""
    """Where a change of the step is proposed; empty where no forge is known."""
    semula: str = ""
    """What a proposal says is written now; empty where an editor or a forge is told."""
    jalan: tuple[JalanUsul, ...] = ()
    """The ways to propose a change of it, where neither is known."""
    menyunting: str = ""
    """How it is edited in an edition that has no editor; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of the table."""

    label: str
    judul: str
    """The label with places where a long word may break."""
    href: str
    """The page of the role; empty where there is none."""
    utuh: bool
    """Whether no word of it needs to break."""
    kelompok: str = ""
    """The heading that it shares with those beside it."""
    sebutan: str = ""
    """What it is called where no heading stands above it."""
    lengkap: str = ""
    """Its label with that of its group."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A procedure as a table."""

    judul: str
    lane: tuple[Lane, ...]
    kelompok: tuple[tuple[str, int], ...]
    """The headings that lanes share: (words, lanes), for all lanes in order; empty where none has any."""
    kolom: Mapping[str, str]
    """Headings by field."""
    gaya: str
    """CSS custom properties: the measures of the drawing."""
    baris: tuple[Baris, ...]
    total: str
    ada_keterangan: bool
    """Whether any row fills the last column."""
    butuh: float
    """The least width in rem at which all columns fit; below it each row is a card."""
    kamus: Kamus
    """The abbreviations that its words are explained by."""
    isi: tuple[float, ...]
    """The least widths in rem of the columns of words (kelengkapan, output, keterangan)."""
    berkata: bool = False
    """Whether its flow is too large for lines, and the drawing tells most ways in words."""

    @property
    def luas(self) -> int:
        """The next even number of rem that it needs, by which the contents beside it give way (`tabel.css`).

        0 where they never stand in its way, or where no window has room for it.
        """
        genap = 2 * math.ceil((self.butuh + _SISA) / 2)
        return genap if TERSEMPIT < self.butuh <= TERLUAS else 0


@dataclass(frozen=True, slots=True)
class BahanTabel:
    """All that the table of a procedure is made from: what is equal here gives the same table."""

    sop: Sop
    instansi: Instansi
    nomor: int
    """Of the procedure, from 0."""
    keterangan: tuple[tuple[tuple[TautanTampil, ...], ...], ...]
    """The remarks of each step, each in pieces, as they stand on the page."""
    halaman_peran: Mapping[str, str] = field(default_factory=dict)
    """The address of a role's page by lane label."""
    usul: Callable[[Usulan], str] | None = tanpa_usul
    """The address of a proposal; None where nobody proposes from a row."""
    kamus: Kamus = field(default_factory=Kamus)
    kontak: Kontak = field(default_factory=Kontak)
    """How whoever takes proposals is reached."""
    penyunting: str = ""
    """Where the SOP is edited; empty where the site has no editor."""
    tanpa_mesin: str = ""
    """Where it is told how the SOP is edited, in an edition that can have no editor; empty otherwise."""


def susun_tabel(bahan: BahanTabel) -> Tabel:
    """Make the table of a procedure."""
    return _PenyusunTabel(bahan).susun()


class _PenyusunTabel:
    def __init__(self, bahan: BahanTabel) -> None:
        self.bahan, self.sop, self.instansi = bahan, bahan.sop, bahan.instansi
        self.konfirmasi = DaftarKonfirmasi(bahan.sop, bahan.instansi)
        self.halaman_peran, self.usul, self.kamus = bahan.halaman_peran, bahan.usul, bahan.kamus

    def susun(self) -> Tabel:
        nomor = self.bahan.nomor
        prosedur = self.sop.prosedur[nomor]
        alur = susun_alur(prosedur)
        tata = drawn_with_lines(prosedur, len(self.sop.prosedur)) or draw_in_words(
            alur, measures(alur), sebut_tujuan(prosedur, alur)
        )
        gambar = susun_gambar(alur, tata, ucapan(prosedur, alur))
        baris = tuple(
            self._baris(nomor, prosedur, alur, gambar, i) for i in range(len(prosedur.langkah))
        )
        lane = tuple(
            Lane(
                p.label,
                judul,
                self.halaman_peran.get(p.label, ""),
                judul == p.label,
                p.kelompok,
                sebutan,
                p.lengkap,
            )
            for p, sebutan in zip(prosedur.pelaksana, prosedur.sebutan, strict=True)
            for judul in [_judul_lane(p.label)]
        )
        ada_keterangan = any(b.keterangan or "keterangan" in b.tanda for b in baris)
        isi = [
            _lebar_kata(x for b in baris for x in b.kelengkapan),
            _lebar_kata(x for b in baris for x in b.output),
        ]
        if ada_keterangan:
            isi.append(_lebar_kata(p.teks for b in baris for x in b.keterangan for p in x))
        jam_kerja = self.instansi.jam_kerja
        total = tulis_total(total_prosedur(prosedur, jam_kerja, alur=alur), jam_kerja)
        return Tabel(
            judul=prosedur.judul,
            lane=lane,
            kelompok=prosedur.kelompok if any(p.kelompok for p in prosedur.pelaksana) else (),
            kolom=self._kolom(prosedur),
            gaya=gambar.gaya,
            baris=baris,
            total=total,
            ada_keterangan=ada_keterangan,
            butuh=_butuh(lane, tata.ukuran.lane, isi),
            kamus=self.kamus,
            isi=tuple(isi),
            berkata=bool(tata.rujukan),
        )

    def _kolom(self, prosedur: Prosedur) -> dict[str, str]:
        nama = (
            "kegiatan",
            "pelaksana",
            "mutu_baku",
            "kelengkapan",
            "waktu",
            "output",
            "keterangan",
        )
        kolom = {k: istilah(k, self.sop, self.instansi) for k in nama}
        if prosedur.satuan_waktu:
            kolom["waktu"] += f" ({prosedur.satuan_waktu.value})"
        return kolom

    def _baris(self, nomor: int, prosedur: Prosedur, alur: Alur, gambar: Gambar, i: int) -> Baris:
        langkah = prosedur.langkah[i]
        tanda = self.konfirmasi.langkah(nomor, i)
        sunting = self.bahan.penyunting
        return Baris(
            nomor=prosedur.nomor[i],
            sebutan=judul_langkah(prosedur, i)
            if prosedur.panggilan(i)
            else tulis("sop.baris_ke", nomor=i + 1),
            jangkar=self._jangkar(nomor, i),
            kegiatan=langkah.kegiatan,
            opsional=kata_opsional(langkah).capitalize(),
            sel=gambar.baris[i],
            gaya=gambar.tinggi[i],
            urutan=urutan_giliran(prosedur, alur, i),
            keluar=self._keluar(nomor, prosedur, alur, i),
            kelengkapan=langkah.kelengkapan,
            waktu=langkah.waktu.teks,
            output=langkah.output,
            keterangan=self.bahan.keterangan[i],
            tanda=tanda,
            catatan=tuple(self._catatan(tanda, langkah)),
            sunting=sunting and f"{sunting}#{self._jangkar(nomor, i)}",
            **self._usulan(nomor, i),
        )

    def _usulan(self, nomor: int, i: int) -> dict[str, Any]:
        """Say where a change of a row is proposed, or how."""
        if self.usul is None:
            return {}
        usulan = usulan_langkah(self.sop, self.instansi, nomor, i)
        if usul := self.usul(usulan):
            return {"usul": usul}
        if self.bahan.penyunting:
            return {}
        return {
            "semula": usulan.semula,
            "jalan": jalan_usul(self.bahan.kontak, usulan),
            "menyunting": self.bahan.tanpa_mesin,
        }

    def _catatan(self, tanda: Mapping[str, Tanda], langkah: Langkah) -> Iterator[tuple[str, Tanda]]:
        """Name the marks whose field has no cell in this row."""
        bersel = {"kegiatan", "kelengkapan", "waktu", "output", "keterangan"}
        if langkah.giliran:
            bersel.add("pelaksana")
        for bidang, satu in tanda.items():
            if bidang not in bersel:
                yield _ARAH.get(bidang) or istilah(bidang, self.sop, self.instansi), satu

    def _jangkar(self, prosedur: int, langkah: int) -> str:
        return jangkar_langkah(prosedur, langkah, len(self.sop.prosedur))

    def _keluar(
        self, nomor: int, prosedur: Prosedur, alur: Alur, i: int
    ) -> tuple[tuple[str, tuple[Keluar, ...]], ...]:
        """Name who decides where several do, and who goes on where others of the row do so otherwise."""
        semua = keluar_baris(prosedur, alur, i, lambda ke: f"#{self._jangkar(nomor, ke)}")
        if len(semua) < 2 and len(pelepas(alur, i)) < 2:
            return tuple(("", kata) for _, kata in semua)
        return tuple((prosedur.sebutan[lane], kata) for lane, kata in semua)


def pelepas(alur: Alur, i: int) -> frozenset[int]:
    """Return the turns of a row from which the flow leaves it."""
    return frozenset(
        dari.giliran
        for p in alur.panah
        if (dari := alur.simpul[p.dari]).langkah == i and alur.simpul[p.ke].langkah != i
    )


def _judul_lane(label: str) -> str:
    """Return a lane's label, with places to break its words where one is too long for a lane to grow for it."""
    panjang = max(map(len, label.split()), default=0)
    return lentur(label, KATA_SEMPIT) if panjang > KATA_UTUH else label


def _lebar_kata(semua: Iterable[str]) -> float:
    """Return how wide a column of words must be for its longest word, within reason, in rem."""
    terlebar = max((width(k, HURUF) for teks in semua for k in teks.split()), default=0.0)
    return round(min(max(ISI, terlebar + SISIP), ISI_TERLEBAR), 2)


def _butuh(lane: Sequence[Lane], mm: float, isi: Sequence[float]) -> float:
    """Return the least width of a table with such lanes and columns of words, in rem."""
    lajur = sum(max(mm * REM_PER_MM, _lebar_lane(satu)) for satu in lane)
    garis = 0.05 * (len(lane) + len(isi) + 3)
    return round(NOMOR + KEGIATAN + WAKTU + sum(isi) + lajur + garis, 2)


def _lebar_lane(lane: Lane) -> float:
    """Return what the longest word of a heading needs where it may not break, in rem."""
    if not lane.utuh:
        return 0.0
    return max((width(kata, HURUF_LANE) for kata in lane.judul.split()), default=0.0) + 0.35

"""An SOP in the form of its office: which section holds what, and what the form has no place for.

Nothing that an SOP says is left out because a form does not name it: it follows behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from buku_sop.model import LetakBagian, Sop
from buku_sop.model.bentuk import (
    BagianBentuk,
    BagianPejabat,
    BentukLembar,
    CaraProsedur,
    KepalaBentuk,
    SelKepala,
)
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, Lembar

_KOTAK = tuple(
    b.nama
    for b in BIDANG_SOP.values()
    if b.jenis is JenisNilai.DAFTAR
    and b.lembar in (Lembar.KOTAK, Lembar.KOTAK_TERISI, Lembar.KOTAK_DIMINTA)
)
_BARIS = tuple(
    b.nama
    for b in BIDANG_SOP.values()
    if b.lembar in (Lembar.BARIS, Lembar.BARIS_TERISI)
    or (b.jenis is JenisNilai.TEKS and b.lembar is Lembar.KOTAK_TERISI)
)
_LENGKAP = (CaraProsedur.DAFTAR, CaraProsedur.TABEL)
"""Ways that show all of a procedure; a drawing leaves out what its steps need."""
_PEJABAT = ("disusun_oleh", "diperiksa_oleh", "disetujui_oleh", "disahkan_oleh")


@dataclass(frozen=True, slots=True)
class BagianTerisi:
    """A section of an SOP's sheet, and what it holds."""

    judul: str
    """Empty for a field that the form does not place: its own label is its title."""
    bebas: tuple[int, ...] = ()
    """Positions of the free sections in it."""
    bidang: tuple[str, ...] = ()
    """The fields in it, behind these; those that are filled."""
    prosedur: CaraProsedur | None = None
    wajib: bool = False
    asal: tuple[str, ...] = ()
    """What its form says that it holds."""
    cara: CaraProsedur | None = None
    """How its form shows the procedure in it, where there is one."""

    kosong: bool = False
    """Whether nothing stands in it, though perhaps the titles of free sections."""

    @property
    def tercetak(self) -> bool:
        """Whether it is printed."""
        return self.wajib or bool(self.bebas) or not self.kosong


def susun_bagian(
    sop: Sop, bentuk: BentukLembar, diminta: Collection[str] = ()
) -> tuple[BagianTerisi, ...]:
    """Return the sections of an SOP in the order of its form.

    Sections that the form does not know stand before or after the procedure, as the SOP has them, and fields
    behind them, before the record of changes. Sections that are empty are left out, unless the form wants them all the same.
    `diminta` names fields that the office wants printed (`Lembar.KOTAK_DIMINTA`).
    """
    return tuple(_Penyusun(sop, bentuk, diminta).susun())


class _Penyusun:
    def __init__(self, sop: Sop, bentuk: BentukLembar, diminta: Collection[str]) -> None:
        self.sop, self.bentuk = sop, bentuk
        self.di_tempat_lain = {
            "lampiran",
            "riwayat",
            *(b for b in BIDANG_SOP if BIDANG_SOP[b].lembar is Lembar.KOTAK_DIMINTA),
        } - set(diminta)
        """Fields that need no section: they have a place of their own, or are on no sheet."""
        self.sisa = dict.fromkeys(range(len(sop.bagian)))
        """The free sections that have no place yet, in order."""
        self.bidang = dict.fromkeys(b for b in (*_KOTAK, "lampiran", "riwayat") if terisi(sop, b))
        """The filled fields that have none."""

    def susun(self) -> Iterator[BagianTerisi]:
        bagian = [self._bagian(b) for b in self.bentuk.bagian]
        ada = any(p.langkah for p in self.sop.prosedur)
        if ada and not any(b.prosedur in _LENGKAP for b in bagian):
            bagian.append(BagianTerisi("Prosedur", prosedur=CaraProsedur.TABEL))
        yang = next((n for n, b in enumerate(bagian) if b.prosedur), len(bagian))
        yield from (b for b in bagian[:yang] if b.tercetak)
        yield from self._lain(LetakBagian.SEBELUM)
        akhir = len(bagian) - bool(bagian and "riwayat" in bagian[-1].asal)
        yield from (b for b in bagian[yang:akhir] if b.tercetak)
        yield from self._lain(LetakBagian.SESUDAH)
        for nama in self.bidang:
            if nama not in self.di_tempat_lain:
                yield BagianTerisi("", bidang=(nama,))
        yield from (b for b in bagian[akhir:] if b.tercetak)

    def _bagian(self, b: BagianBentuk) -> BagianTerisi:
        judul = {_kunci(x) for x in (b.judul, *b.dari)}
        bebas = tuple(n for n in self.sisa if _kunci(self.sop.bagian[n].judul) in judul)
        bidang = tuple(nama for nama in b.dari if nama in self.bidang)
        for n in bebas:
            del self.sisa[n]
        for nama in bidang:
            self.bidang.pop(nama, None)
        cara = self._cara(b)
        kosong = not (cara or bidang or any(self.sop.bagian[n].isi for n in bebas))
        return BagianTerisi(b.judul, bebas, bidang, cara, b.wajib, b.dari, b.prosedur, kosong)

    def _cara(self, b: BagianBentuk) -> CaraProsedur | None:
        """Tell how a section shows the procedure; sentences in a row are no flow that must be drawn."""
        tabel = [p for p in self.sop.prosedur if p.langkah]
        if b.prosedur is CaraProsedur.BAGAN and not b.wajib:
            tabel = [p for p in tabel if not p.polos]
        return b.prosedur if tabel else None

    def _lain(self, letak: LetakBagian) -> Iterator[BagianTerisi]:
        for n in self.sisa:
            if self.sop.bagian[n].letak is letak:
                yield BagianTerisi(self.sop.bagian[n].judul, (n,))


def sama_judul(satu: str, lain: str) -> bool:
    """Whether two titles are the same but for capitals, numbers in front and signs."""
    return _kunci(satu) == _kunci(lain)


def _kunci(judul: str) -> str:
    """Compare titles by their words: not their capitals, numbers in front or signs behind."""
    kata = "".join(c if c.isalnum() else " " for c in judul.casefold()).split()
    return " ".join(kata[1:] if len(kata) > 1 and kata[0].isdecimal() else kata)


def terisi(sop: Sop, bidang: str) -> bool:
    """Whether a field that sheets show holds anything for them."""
    if bidang == "riwayat":
        return any(r.jenis == "revisi" for r in sop.riwayat)
    return bool(getattr(sop, bidang) or bidang in sop.tanggal_tertulis)


def isian_terpilih(sop: Sop, calon: tuple[str, ...]) -> str:
    """Return the first of some fields that is filled, or the first of all."""
    return next((c for c in calon if c in BIDANG_SOP and terisi(sop, c)), calon[0])


def baris_lain(sop: Sop, bentuk: BentukLembar) -> tuple[str, ...]:
    """Name the filled fields of numbers and dates for which the head has no cell."""
    ada = {isian_terpilih(sop, s.isian) for s in _sel(bentuk.kepala) if s.isian}
    return tuple(b for b in _BARIS if b not in ada and terisi(sop, b))


def pejabat_lain(
    sop: Sop, bentuk: BentukLembar
) -> tuple[tuple[str, tuple[BagianPejabat, ...]], ...]:
    """Name the officials, and what of them, for which neither the head nor the row of signatures has room."""
    hasil = []
    di_akhir = {p.pejabat for p in bentuk.pengesahan}
    for bidang in _PEJABAT:
        ada = {x for s in _sel(bentuk.kepala) if s.pejabat == bidang for x in s.bagian}
        semua = getattr(sop, bidang)
        kurang = tuple(
            x
            for x in (BagianPejabat(b) for b in ("tanggal", "jabatan", "nama", "nip"))
            if x not in ada and any(getattr(p, x.value) for p in semua)
        )
        if kurang and bidang not in di_akhir:
            hasil.append((bidang, kurang))
    return tuple(hasil)


def _sel(kepala: KepalaBentuk) -> Iterator[SelKepala]:
    for baris in kepala.baris:
        yield from baris

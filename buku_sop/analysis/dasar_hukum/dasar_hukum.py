"""The regulations that SOPs rest on: each once, however it is spelt, with who cites it and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property, partial

from buku_sop.analysis.dasar_hukum.beberapa import Dibaca, baca_semua
from buku_sop.analysis.dasar_hukum.peraturan import (
    Peraturan,
    baca_peraturan,
    perubahan_dalam,
    wilayah_instansi,
)
from buku_sop.analysis.kata.nama import potong_kata
from buku_sop.analysis.kata.slug import unique_slugs
from buku_sop.model import Handbook, PeraturanTercatat, Sop, StatusPeraturan

LAINNYA = 99
"""The rank of texts that name no regulation with number and year."""

_MIRIP = 0.8
"""How alike two titles of one number must be to be taken for one. Real misspellings reach 0.95; titles of
different regulations stay below 0.7."""

_SAMA = 0.9
"""How alike the titles of two kinds must be to be taken for one regulation."""

_PANJANG_JUDUL = 300
"""Characters of a title that are compared."""

Kunci = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How a regulation stands, and who says so."""

    status: StatusPeraturan
    oleh: tuple[str, ...] = ()
    """The regulations that changed or withdrew it, as lists write them."""
    tercatat: PeraturanTercatat | None = None
    """What `sop_data/peraturan.yml` says; None where SOPs say it in their legal bases."""
    menurut: tuple[str, ...] = ()
    """The ids of the SOPs that say it, sorted, where nothing is recorded."""


@dataclass(frozen=True, slots=True)
class DasarHukum:
    """A legal basis and the SOPs that rest on it."""

    nama: str
    """The name that lists show; the words as they stand where no regulation was recognised."""
    slug: str
    """Unique among all."""
    tingkat: int
    """Its place in lists: a key of `buku_sop.analysis.dasar_hukum.peraturan.TINGKAT`."""
    judul: tuple[str, ...]
    """What it is about ("tentang …"), in every wording that SOPs give, the commonest first."""
    tulisan: tuple[tuple[str, tuple[str, ...]], ...]
    """Every spelling with the ids of the SOPs that have it, in order of appearance."""
    sop: tuple[str, ...]
    """The ids of the SOPs that cite it, sorted."""
    keadaan: Keadaan | None = None
    peraturan: Peraturan | None = None
    """As it was read; None where no regulation was recognised."""


@dataclass(slots=True)
class _Kumpulan:
    """What was found about one regulation, or one text."""

    peraturan: Peraturan | None
    judul: Counter[str] = field(default_factory=Counter)
    tulisan: dict[str, list[str]] = field(default_factory=dict)

    def tambah(self, tulisan: str, sop: Sop) -> None:
        """Note down who writes it how."""
        milik = self.tulisan.setdefault(tulisan, [])
        if sop.id not in milik:
            milik.append(sop.id)


@dataclass(frozen=True)
class BukuHukum:
    """The legal bases of a handbook."""

    semua: tuple[DasarHukum, ...]
    """Sorted by rank, year and number."""
    menurut_teks: Mapping[tuple[str, str], DasarHukum]
    """By office and the words as they stand in an SOP."""

    @cached_property
    def seteru(self) -> Mapping[str, DasarHukum]:
        """By slug: the same number, year and title as another kind, by the same maker, which more SOPs cite.

        Nobody makes two of one number and one title: "Keputusan Presiden" is a slip for "Peraturan Presiden".
        """
        senomor: dict[tuple[str, int], list[DasarHukum]] = {}
        for satu in self.semua:
            if satu.peraturan and satu.judul:
                senomor.setdefault((satu.peraturan.nomor, satu.peraturan.tahun), []).append(satu)
        return {
            a.slug: b
            for sama in senomor.values()
            for a in sama
            for b in sorted(sama, key=lambda x: -len(x.sop))
            if len(b.sop) > len(a.sop) and _senaskah(a, b)
        }

    def cari(self, sop: Sop, teks: str) -> DasarHukum | None:
        """Return the entry of an item of `dasar_hukum`; None for an empty item."""
        return self.menurut_teks.get((sop.instansi, teks))


def _senaskah(a: DasarHukum, b: DasarHukum) -> bool:
    """Whether two kinds are by one maker and about the same."""
    satu, dua = a.peraturan, b.peraturan
    if satu is None or dua is None or satu.jenis == dua.jenis or satu.pembuat != dua.pembuat:
        return False
    presiden = satu.jenis.endswith("pres") and dua.jenis.endswith("pres")
    if not satu.pembuat and not presiden:  # a law and a government regulation have two makers
        return False
    kunci = [[_kunci_teks(t)[:_PANJANG_JUDUL] for t in x.judul] for x in (a, b)]
    return any(SequenceMatcher(None, x, y).ratio() >= _SAMA for x in kunci[0] for y in kunci[1])


def susun_dasar_hukum(handbook: Handbook) -> BukuHukum:
    """Gather the legal bases of all offices."""
    return handbook.ingat("dasar hukum", partial(_susun_dasar_hukum, handbook))


def _susun_dasar_hukum(handbook: Handbook) -> BukuHukum:
    kumpulan: dict[Kunci | str, _Kumpulan] = {}
    tempat: dict[tuple[str, str], Kunci | str] = {}
    keadaan: dict[Kunci | str, Keadaan] = {
        **dict(_dari_sop(handbook)),
        **dict(_tercatat(handbook)),
    }
    wilayah = _wilayah(handbook)
    for sop in handbook.sop:
        for teks in sop.dasar_hukum:
            semua = baca_semua(teks, wilayah[sop.instansi])
            kunci = semua[0].peraturan.kunci if semua else _kunci_teks(teks)
            if kunci:
                _kumpulkan(kumpulan, semua, sop, teks)
                tempat[sop.instansi, teks] = kunci
    urut = sorted(kumpulan.items(), key=lambda x: _urutan(x[1]))
    nama = [_nama(k) for _, k in urut]
    hasil = {
        kunci: _dasar(k, slug, keadaan.get(kunci))
        for (kunci, k), slug in zip(urut, unique_slugs(nama), strict=True)
    }
    return BukuHukum(tuple(hasil.values()), {t: hasil[k] for t, k in tempat.items()})


def _kumpulkan(
    kumpulan: dict[Kunci | str, _Kumpulan], semua: tuple[Dibaca, ...], sop: Sop, teks: str
) -> None:
    """Note down what an item names: its regulations, or the words themselves."""
    tulisan = " ".join(teks.split())
    for satu in semua:
        milik = kumpulan.setdefault(satu.peraturan.kunci, _Kumpulan(satu.peraturan))
        if satu.judul:
            milik.judul[satu.judul] += 1
        milik.tambah(tulisan, sop)
    if not semua:
        kumpulan.setdefault(_kunci_teks(teks), _Kumpulan(None)).tambah(tulisan, sop)


def _dasar(k: _Kumpulan, slug: str, keadaan: Keadaan | None) -> DasarHukum:
    return DasarHukum(
        nama=_nama(k),
        slug=slug,
        tingkat=k.peraturan.tingkat if k.peraturan else LAINNYA,
        judul=_judul(k.judul),
        tulisan=tuple((t, tuple(sop)) for t, sop in k.tulisan.items()),
        sop=tuple(sorted({id for sop in k.tulisan.values() for id in sop})),
        keadaan=keadaan,
        peraturan=k.peraturan,
    )


def _nama(k: _Kumpulan) -> str:
    return k.peraturan.nama if k.peraturan else next(iter(k.tulisan))


def _judul(judul: Counter[str]) -> tuple[str, ...]:
    """List the titles, those that are nearly alike only once: a slip of the pen is no other title."""
    beda: dict[str, str] = {}
    for teks, _ in judul.most_common():
        kunci = _kunci_teks(teks)[:_PANJANG_JUDUL]
        if not any(SequenceMatcher(None, kunci, ada).ratio() >= _MIRIP for ada in beda):
            beda[kunci] = teks
    return tuple(beda.values())


def _tercatat(handbook: Handbook) -> Iterator[tuple[Kunci | str, Keadaan]]:
    """Yield what the handbook records."""
    for satu in handbook.peraturan:
        dibaca = baca_peraturan(satu.peraturan)
        oleh = tuple(_sebut(teks) for teks in satu.oleh)
        kunci = dibaca[0].kunci if dibaca else _kunci_teks(satu.peraturan)
        yield kunci, Keadaan(satu.status, oleh, satu)


def _dari_sop(handbook: Handbook) -> Iterator[tuple[Kunci, Keadaan]]:
    """Yield what SOPs tell of changes: "A sebagaimana telah diubah dengan B", "B tentang Perubahan atas A"."""
    wilayah = _wilayah(handbook)
    ditemukan: dict[Kunci, dict[str, str]] = {}
    menurut: dict[Kunci, set[str]] = {}
    for sop in handbook.sop:
        for teks in sop.dasar_hukum:
            for kunci, pelaku, apa in _perubahan(teks, wilayah[sop.instansi]):
                ditemukan.setdefault(kunci, {})[pelaku.nama] = apa
                menurut.setdefault(kunci, set()).add(sop.id)
    for kunci, oleh in ditemukan.items():
        status = StatusPeraturan.DICABUT if "dicabut" in oleh.values() else StatusPeraturan.DIUBAH
        pelaku_nama = (nama for nama, apa in oleh.items() if apa == status.value)
        sop_id = tuple(sorted(menurut[kunci]))
        yield kunci, Keadaan(status, tuple(sorted(pelaku_nama)), menurut=sop_id)


def _perubahan(teks: str, wilayah: str) -> Iterator[tuple[Kunci, Peraturan, str]]:
    """Yield (changed, changer, what) of an item."""
    awal: Peraturan | None = None
    for satu in baca_semua(teks, wilayah):
        if awal is None or not satu.mengubah:
            awal = satu.peraturan
        elif satu.mengubah:
            yield awal.kunci, satu.peraturan, satu.mengubah
        if lain := perubahan_dalam(satu.judul, satu.peraturan, wilayah):
            yield lain[1].kunci, satu.peraturan, lain[0]


def _sebut(teks: str) -> str:
    dibaca = baca_peraturan(teks)
    return dibaca[0].nama if dibaca else teks


def _wilayah(handbook: Handbook) -> dict[str, str]:
    return {i.id: wilayah_instansi(i.pemerintah) for i in handbook.instansi}


def _urutan(k: _Kumpulan) -> tuple[int, int, tuple[tuple[int, int, str], ...], str]:
    """Sort by rank, then the older first; numbers by their value."""
    nama = _nama(k)
    if k.peraturan is None:
        return LAINNYA, 0, tuple(_angka(_kunci_teks(nama).replace(" ", "/"))), nama.casefold()
    return k.peraturan.tingkat, k.peraturan.tahun, tuple(_angka(k.peraturan.nomor)), nama


def _angka(nomor: str) -> Iterator[tuple[int, int, str]]:
    """Order numbers of any length by their value: longer is more, since no zero stands in front."""
    for bagian in nomor.split("/"):
        yield (0, len(bagian), bagian) if bagian.isdigit() else (1, 0, bagian)


def _kunci_teks(teks: str) -> str:
    kata = (k.kunci for k in potong_kata(teks))
    return " ".join("nomor" if k in ("no", "nomer") else k for k in kata)

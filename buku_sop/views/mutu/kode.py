"""The page of codes, worked out: the table of codes by family, each with its example."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from buku_sop.diagnostics import KODE, Kode
from buku_sop.diagnostics.contoh import CONTOH, Berkas, Sisi
from buku_sop.diagnostics.contoh.susunan import UTAMA
from buku_sop.diagnostics.keluarga import HURUF, KELUARGA, Keluarga
from buku_sop.diagnostics.sejak import sejak
from buku_sop.views.dasar.alamat import MUTU_KODE, halaman_bagian
from buku_sop.views.dasar.bagi import BATAS, Bagian, bagi
from buku_sop.views.dasar.slug import slug

_POTONGAN = re.compile(
    r"(?P<komentar>(?:^|(?<=\s))#.*)"
    r"|(?P<kunci>[\w.][\w .-]*(?=:(?:\s|$)))"
    r"|(?P<tandabaca>(?:-|,|:)(?=\s|$)|[\[\]{}])"
)
"""What stands out in a line of YAML: comments, keys, and the marks that make lists and mappings."""

_TEMPAT = re.compile(r"`?\{\w+\}`?")
"""A place in a template."""


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of a line that looks alike."""

    teks: str
    jenis: str = ""
    """komentar, kunci, tanda-baca or tak-tampak; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of an example."""

    potongan: tuple[Potongan, ...]
    menjorok: int
    """Spaces at its start."""
    salah: bool


@dataclass(frozen=True, slots=True)
class BerkasContoh:
    """A file of an example."""

    nama: str
    """Empty where it does not matter."""
    keadaan: str
    salah: bool
    """Whether the fault lies in the file as a whole."""
    baris: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class SumberKode:
    """A module of the engine that finds a code."""

    modul: str
    """Its name, with dots."""
    href: str
    """Its line on the forge; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class KodeTampil:
    """One code as it stands on the page."""

    entri: Kode
    jangkar: str
    pesan: str
    """What the program says of the example."""
    pesan_umum: str
    """What it says of every file, for the search: with an ellipsis for what differs."""
    petunjuk: str
    semula: tuple[BerkasContoh, ...]
    salah: tuple[BerkasContoh, ...]
    benar: tuple[BerkasContoh, ...]
    sejak: str
    """The version that brought it; empty before its first release."""
    sumber: tuple[SumberKode, ...]


@dataclass(frozen=True, slots=True)
class KeluargaTampil:
    """A family with its codes."""

    keluarga: Keluarga
    jangkar: str
    kode: tuple[KodeTampil, ...]


def susun_kode(
    sumber: Mapping[str, Sequence[SumberKode]] | None = None,
) -> tuple[KeluargaTampil, ...]:
    """Make the whole page. `sumber` names the modules that find each code, for whoever shows them."""
    if not sumber:
        return _tanpa_sumber()
    return tuple(
        replace(
            k, kode=tuple(replace(x, sumber=tuple(sumber.get(x.entri.kode, ()))) for x in k.kode)
        )
        for k in _tanpa_sumber()
    )


@cache
def _tanpa_sumber() -> tuple[KeluargaTampil, ...]:
    return tuple(
        KeluargaTampil(
            k, slug(k.judul), tuple(_kode(e) for e in KODE.values() if e.kode[HURUF] == k.huruf)
        )
        for k in KELUARGA
    )


_BERAT_KODE, _BERAT_BARIS = 30, 3
"""Elements of a code, and of a line of its example with the words that stand out in it."""


@lru_cache(maxsize=1)
def bagi_kode(batas: int = BATAS) -> tuple[Bagian[str], ...]:
    """Give each family its page, and a large one several: the codes on each, named by the first and last."""
    hasil: list[Bagian[str]] = []
    for k in susun_kode():
        potong = bagi((("", "", x.entri.kode, _berat(x)) for x in k.kode), batas)
        for n, satu in enumerate(potong, 1):
            kunci = f"keluarga_{k.keluarga.huruf.lower()}" + (f"_{n}" if n > 1 else "")
            sebutan = k.keluarga.judul
            if len(potong) > 1:
                sebutan += f", {satu.isi[0]} sampai {satu.isi[-1].removeprefix('SOP-')}"
            hasil.append(Bagian(kunci, sebutan, satu.isi))
    return tuple(hasil)


def _berat(kode: KodeTampil) -> int:
    sisi = (*kode.semula, *kode.salah, *kode.benar)
    potongan = sum(len([p for p in b.potongan if p.jenis]) for s in sisi for b in s.baris)
    return _BERAT_KODE + potongan + _BERAT_BARIS * sum(len(s.baris) for s in sisi)


def halaman_kode(kode: str) -> str:
    """Name the page that a code stands on."""
    return _letak()[kode]


@lru_cache(maxsize=1)
def _letak() -> Mapping[str, str]:
    return {k: halaman_bagian(MUTU_KODE, b.kunci) for b in bagi_kode() for k in b.isi}


def jangkar_kode(kode: str) -> str:
    """Name the place of a code on its page."""
    return kode.lower()


def _kode(entri: Kode) -> KodeTampil:
    """Word a code with its example; one without, which the tests refuse, shows its bare templates."""
    contoh, jangkar = CONTOH.get(entri.kode), jangkar_kode(entri.kode)
    umum, versi = _TEMPAT.sub("…", entri.pesan), sejak(entri.kode)
    if contoh is None:
        petunjuk = _TEMPAT.sub("…", entri.petunjuk)
        return KodeTampil(entri, jangkar, umum, umum, petunjuk, (), (), (), versi, ())
    return KodeTampil(
        entri,
        jangkar,
        entri.pesan.format_map(contoh.isi),
        umum,
        entri.petunjuk.format_map(contoh.isi),
        _sisi(contoh.semula),
        _sisi(contoh.salah),
        _sisi(contoh.benar),
        versi,
        (),
    )


def _sisi(sisi: Sisi) -> tuple[BerkasContoh, ...]:
    """Name the files only where a reader would otherwise not know which one is meant."""
    bernama = len(sisi) > 1 or any(b.nama != UTAMA or b.tanda == 0 or b.keadaan for b in sisi)
    return tuple(_berkas(b, bernama=bernama) for b in sisi)


def _berkas(berkas: Berkas, *, bernama: bool) -> BerkasContoh:
    return BerkasContoh(
        berkas.lokasi if bernama else "",
        berkas.keadaan,
        berkas.tanda == 0,
        tuple(
            Baris(
                tuple(_tampakkan(_potong(teks))),
                len(teks) - len(teks.lstrip(" ")),
                nomor == berkas.tanda,
            )
            for nomor, teks in enumerate(berkas.baris, 1)
        ),
    )


def _potong(teks: str) -> Iterator[Potongan]:
    posisi = 0
    for cocok in _POTONGAN.finditer(teks):
        yield Potongan(teks[posisi : cocok.start()])
        yield Potongan(cocok[0], (cocok.lastgroup or "").replace("tandabaca", "tanda-baca"))
        posisi = cocok.end()
    yield Potongan(teks[posisi:])


def _tampakkan(semua: Iterator[Potongan]) -> Iterator[Potongan]:
    """Name the characters that nobody would see; leave out what is empty."""
    for satu in semua:
        for bagian in re.split(r"(\t|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])", satu.teks):
            if not bagian.isprintable():
                nama = "TAB" if bagian == "\t" else unicodedata.name(bagian, f"U+{ord(bagian):04X}")
                yield Potongan(nama, "tak-tampak")
            elif bagian:
                yield Potongan(bagian, satu.jenis)

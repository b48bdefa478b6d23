"""The quality report, worked out: every finding, grouped by the file that somebody can mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from buku_sop.diagnostics import KODE, Diagnostic, Tingkat
from buku_sop.model import Handbook
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.mutu.kode import halaman_kode, jangkar_kode

Lihat = Callable[[str, int], str]
"""(file, line) -> address of that place in the forge; empty where no forge is known."""


@dataclass(frozen=True, slots=True)
class TempatTampil:
    """One place of a finding that is told once for a file."""

    baris: int
    teks: str
    href: str


@dataclass(frozen=True, slots=True)
class TemuanTampil:
    """A finding with its links."""

    kode: str
    judul: str
    tingkat: str
    pesan: str
    petunjuk: str
    tempat: str
    """file:line:column"""
    href: str
    href_kode: str
    semua: tuple[TempatTampil, ...] = ()
    """The places of one that is told once for a file."""

    @property
    def berkas(self) -> str:
        """The file, without line and column."""
        return self.tempat.rsplit(":", 2)[0]


@dataclass(frozen=True, slots=True)
class BerkasTampil:
    """The findings in one file."""

    berkas: str
    nama: str
    """Name of the SOP; the file's own where it is none."""
    href: str
    hitung: Mapping[str, int]
    temuan: tuple[TemuanTampil, ...]


def susun_temuan(
    diagnostics: Iterable[Diagnostic], alamat: Alamat, lihat: Lihat
) -> tuple[TemuanTampil, ...]:
    """Show findings as they stand on a page, the gravest first."""
    urutan = list(Tingkat)
    return tuple(
        TemuanTampil(
            d.kode,
            KODE[d.kode].judul,
            d.tingkat.value,
            d.pesan,
            d.petunjuk,
            str(d.lokasi),
            lihat(d.lokasi.berkas, d.lokasi.baris),
            alamat.ke(halaman_kode(d.kode), jangkar_kode(d.kode)),
            tuple(
                TempatTampil(t.lokasi.baris, t.teks, lihat(t.lokasi.berkas, t.lokasi.baris))
                for t in d.tempat
            ),
        )
        for d in sorted(diagnostics, key=lambda d: (urutan.index(d.tingkat), d.lokasi, d.kode))
    )


def susun_laporan(
    diagnostics: Sequence[Diagnostic],
    handbook: Handbook,
    berkas_sop: Mapping[str, str],
    alamat: Alamat,
    lihat: Lihat,
) -> tuple[BerkasTampil, ...]:
    """Group findings by file; `berkas_sop` gives the file of each SOP by its id."""
    sop = {berkas: id for id, berkas in berkas_sop.items()}
    urut = sorted(diagnostics, key=lambda d: d.lokasi)
    hasil = []
    for berkas, milik in groupby(urut, key=lambda d: d.lokasi.berkas):
        semua = tuple(milik)
        id = sop.get(berkas, "")
        ada = handbook.cari_sop(id) if id else None
        hasil.append(
            BerkasTampil(
                semua[0].lokasi.nama,
                ada.nama if ada else semua[0].lokasi.nama,
                alamat.ke(halaman_sop(id)) if ada else "",
                hitung(semua),
                susun_temuan(semua, alamat, lihat),
            )
        )
    return tuple(hasil)


def berat_temuan(diagnostics: Sequence[Diagnostic]) -> int:
    """How many elements the findings of one file take: their words, their places, the heading."""
    return 14 + sum(16 + 5 * len(d.tempat) for d in diagnostics)


def hitung(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Count findings by severity, the gravest first, none left out."""
    jumlah = Counter(d.tingkat for d in diagnostics)
    return {t.value: jumlah[t] for t in Tingkat}


def hitung_kode(diagnostics: Iterable[Diagnostic]) -> tuple[tuple[str, str, int], ...]:
    """Count findings by code: (code, title, number), the commonest first."""
    jumlah = Counter(d.kode for d in diagnostics)
    return tuple(
        (kode, KODE[kode].judul, n)
        for kode, n in sorted(jumlah.items(), key=lambda x: (-x[1], x[0]))
    )

"""The ways in from the home page: by office to a role or a document, what changed lately."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from buku_sop.analysis.dokumen.indeks import Dokumen, PeranDiInstansi
from buku_sop.model import Handbook, Instansi, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import Pendaftar, urut_instansi
from buku_sop.views.dasar.alamat import (
    Alamat,
    halaman_dokumen,
    halaman_instansi,
    halaman_pelaksana,
    halaman_sop,
)
from buku_sop.views.dasar.istilah import kunci_status, sebut_status

BATAS_PILIHAN = 150
"""Most roles or documents that the home page holds; beyond, an office leads to its own page with them."""
BATAS_LANGSUNG = 12
"""Most offices that are shown at once; more stand in a box that scrolls, with a field that filters them."""

_TANGGAL = {
    "tanggal_pembuatan": "Dibuat",
    "tanggal_revisi": "Direvisi",
    "tanggal_pengesahan": "Disahkan",
    "tanggal_efektif": "Mulai berlaku",
}
_SEBUTAN = {
    "Dibuat": "umpan.dibuat",
    "Direvisi": "umpan.direvisi",
    "Disahkan": "umpan.disahkan",
    "Mulai berlaku": "umpan.mulai",
    "Diubah": "umpan.diubah_pada",
    "Dimasukkan": "umpan.dimasukkan",
}


@dataclass(frozen=True, slots=True)
class Pintu:
    """An office on the home page."""

    nama: str
    href: str
    """Where its choices stand in full."""
    pilihan: tuple[tuple[str, str], ...]
    """Label and address; empty where the home page does not hold them."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """When an SOP changed last, and in what way."""

    tanggal: date
    apa: str
    """The same in every handbook: it is a part of what feeds know an entry by."""

    @property
    def sebutan(self) -> str:
        """Say it on the site."""
        return tulis(_SEBUTAN[self.apa])


@dataclass(frozen=True, slots=True)
class PerubahanTampil:
    """An SOP that changed lately."""

    nama: str
    instansi: str
    href: str
    iso: str
    tanggal: str
    apa: str
    status: str
    """In words, where it is not in force."""
    kunci_status: str


def pintu_peran(
    handbook: Handbook,
    peran: Iterable[PeranDiInstansi],
    alamat: Alamat,
    batas: int = BATAS_PILIHAN,
) -> tuple[Pintu, ...]:
    """List the offices with their roles that have something to do."""
    milik: dict[str, list[tuple[str, str]]] = {}
    for p in peran:
        if p.tempat:
            href = alamat.ke(halaman_pelaksana(p.instansi, p.slug))
            milik.setdefault(p.instansi, []).append((p.label, href))
    semua = ((i, alamat.ke(halaman_instansi(i.id), "pelaksana")) for i in urut_instansi(handbook))
    return tuple(_pintu(semua, milik, batas))


def pintu_dokumen(
    dokumen: Mapping[str, Sequence[Dokumen]],
    pendaftar: Pendaftar,
    batas: int = BATAS_PILIHAN,
) -> tuple[Pintu, ...]:
    """List the offices with the documents that their SOPs make.

    A document leads to the step that makes it; one that several steps make, to where these are listed.
    """
    alamat = pendaftar.alamat
    milik = {
        instansi: [(d.nama, _asal(d, pendaftar)) for d in semua if d.dibuat]
        for instansi, semua in dokumen.items()
    }
    kantor = urut_instansi(pendaftar.handbook)
    semua = ((i, alamat.ke(halaman_dokumen(i.id))) for i in kantor)
    return tuple(_pintu(semua, milik, batas))


def _asal(dokumen: Dokumen, pendaftar: Pendaftar) -> str:
    if len(dokumen.dibuat) == 1:
        return pendaftar.tempat(dokumen.dibuat[0]).href
    return pendaftar.dokumen(dokumen)


def _pintu(
    semua: Iterable[tuple[Instansi, str]], milik: Mapping[str, list[tuple[str, str]]], batas: int
) -> Iterator[Pintu]:
    muat = sum(map(len, milik.values())) <= batas
    for instansi, href in semua:
        if pilihan := milik.get(instansi.id):
            yield Pintu(instansi.sebutan, href, tuple(pilihan) if muat else ())


def perubahan_sendiri(sop: Sop, hari_ini: date) -> Perubahan | None:
    """Return the latest of the dates up to today that an SOP gives itself; None where it has none."""
    semua = [
        Perubahan(tanggal, apa)
        for bidang, apa in _TANGGAL.items()
        if (tanggal := getattr(sop, bidang)) is not None
    ]
    semua += [Perubahan(r.tanggal, "Direvisi") for r in sop.riwayat if r.jenis == "revisi"]
    sudah = (p for p in semua if p.tanggal <= hari_ini)
    return max(sudah, key=lambda p: p.tanggal, default=None)


def terakhir_berubah(
    handbook: Handbook, perubahan: Mapping[str, Perubahan], alamat: Alamat, banyak: int
) -> tuple[PerubahanTampil, ...]:
    """Show the SOPs that changed last, the newest first; `perubahan` tells of each by its id."""
    ada = [(perubahan[s.id], s) for s in handbook.sop if s.id in perubahan]
    ada.sort(key=lambda satu: (-satu[0].tanggal.toordinal(), satu[1].nama.casefold(), satu[1].id))
    return tuple(
        PerubahanTampil(
            s.nama,
            handbook.cari_instansi(s.instansi).sebutan,
            alamat.ke(halaman_sop(s.id)),
            p.tanggal.isoformat(),
            tulis_tanggal(p.tanggal),
            p.sebutan,
            "" if s.sedang_berlaku else sebut_status(s),
            kunci_status(s),
        )
        for p, s in ada[:banyak]
    )

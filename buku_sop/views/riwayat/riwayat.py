"""The history of an SOP: what its document says of its own dates, and what became of its file.

Two kinds of events in one line of time. They are told apart by words, because they are different things: a
date of the document is what the office decided, a revision of the file is when it was written down here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from buku_sop.analysis.rincian import rincian
from buku_sop.model import Instansi, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.beda.tampil import SopTampil
from buku_sop.views.dasar.istilah import istilah

__all__ = [
    "JenisPeristiwa",
    "Peristiwa",
    "Riwayat",
    "kabar",
    "kalimat_beda",
    "peristiwa_dokumen",
    "susun_riwayat",
]

TERBUKA = 8
"""Events that are seen at once; the others are folded."""
HARI_BARU = 90
"""Days for which a change is told at the top of the page."""
TERLIPAT = 60
"""Most events that are folded; beyond them only the forge has the whole history."""
_TANGGAL = (
    "tanggal_pembuatan", "tanggal_revisi", "tanggal_pengesahan", "tanggal_efektif", "tanggal_dicabut",
)  # fmt: skip
_SAMA = {"pembuatan": "tanggal_pembuatan", "revisi": "tanggal_revisi"}
"""Entries of `riwayat` that say the same as a date of the identity."""
_BUTIR = 6
"""Things that a summary names before it only counts."""


class JenisPeristiwa(StrEnum):
    """Who tells of an event."""

    DOKUMEN = "dokumen"
    BERKAS = "berkas"


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """Something that happened to an SOP."""

    tanggal: date
    jenis: JenisPeristiwa
    judul: str
    """What the office calls it; empty for a revision of the file, of which `butir` tells."""
    rinci: str = ""
    """What the office writes about it."""
    butir: tuple[str, ...] = ()
    """What a revision of the file changed, a sentence each."""
    jangkar: str = ""
    """Its anchor on the page; empty for what nothing leads to."""
    berisi: bool = False
    """Whether it changed what people work by."""
    isian: tuple[tuple[str, str], ...] = ()
    """What the forms of monitoring and evaluation hold besides, as label and text."""
    href: str = ""
    """Where the comparison with the version before stands."""
    di_forge: bool = False
    """Whether that is the forge's page and not ours."""
    penulis: str = ""
    sepele: bool = False
    """Whether it changed nothing that the SOP says."""
    tertulis: str = ""
    """What the document has in place of a full date ("Januari 2018")."""

    @property
    def sebutan(self) -> str:
        """Say in one sentence what it was."""
        lain = len(self.butir) - 1
        awal = self.judul or (self.butir[0] if self.butir else "")
        return tulis("riwayat.dan_lain", awal=awal, banyak=lain) if lain > 0 else awal

    @property
    def teks_tanggal(self) -> str:
        """The date as readers write it."""
        return self.tertulis or tulis_tanggal(self.tanggal)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """The events of an SOP, newest first."""

    terbuka: tuple[Peristiwa, ...]
    terlipat: tuple[Peristiwa, ...]
    tak_tampil: int
    """Events that are left out."""

    @property
    def sepele(self) -> int:
        """How many of the folded events changed nothing that the SOP says."""
        return sum(p.sepele for p in self.terlipat)


def susun_riwayat(peristiwa: Iterable[Peristiwa]) -> Riwayat:
    """Put events into one line, newest first; those that changed nothing are folded with the oldest.

    Events of one day keep the order in which they were given.
    """
    semua = sorted(peristiwa, key=lambda p: p.tanggal, reverse=True)
    penting = [n for n, p in enumerate(semua) if not p.sepele][:TERBUKA]
    if not penting:
        penting = list(range(len(semua)))[:TERBUKA]
    lain = [p for n, p in enumerate(semua) if n not in set(penting)]
    return Riwayat(
        tuple(semua[n] for n in penting),
        tuple(lain[:TERLIPAT]),
        max(0, len(lain) - TERLIPAT),
    )


def kabar(peristiwa: Iterable[Peristiwa], hari_ini: date) -> Peristiwa | None:
    """Return the newest change of what people work by, where it is new enough to be told at the top."""
    sejak = hari_ini - timedelta(days=HARI_BARU)
    baru = [p for p in peristiwa if p.berisi and sejak <= p.tanggal <= hari_ini]
    return max(baru, key=lambda p: p.tanggal, default=None)


def peristiwa_dokumen(sop: Sop, instansi: Instansi, hari_ini: date) -> Iterator[Peristiwa]:
    """Tell the dates of the document itself, each once; what lies ahead is told as a plan."""
    tercatat = {(_SAMA.get(r.jenis.casefold(), ""), r.tanggal) for r in sop.riwayat}
    for n, r in reversed(list(enumerate(sop.riwayat, 1))):
        yield Peristiwa(
            r.tanggal,
            JenisPeristiwa.DOKUMEN,
            tulis("riwayat.rencana", apa=r.jenis.capitalize())
            if r.tanggal > hari_ini
            else r.jenis.capitalize(),
            r.catatan,
            isian=tuple(rincian(r)),
            jangkar=f"riwayat-{n}",
            berisi=r.jenis.casefold() == "revisi",
        )
    for bidang in reversed(_TANGGAL):
        tanggal = sop.paling_awal(bidang)
        if tanggal and (bidang, tanggal) not in tercatat:
            judul = istilah(bidang, sop, instansi)
            if bidang in sop.mendatang:
                kunci = "riwayat.rencana" if bidang == "tanggal_revisi" else "riwayat.belum_tiba"
                judul = tulis(kunci, apa=judul)
            tertulis = sop.tanggal_tertulis[bidang].teks if getattr(sop, bidang) is None else ""
            yield Peristiwa(
                tanggal,
                JenisPeristiwa.DOKUMEN,
                judul,
                jangkar=f"riwayat-{bidang}",
                berisi=bidang == "tanggal_revisi",
                tertulis=tertulis,
            )


def kalimat_beda(s: SopTampil) -> str:
    """Say in one sentence what changed, so that nobody needs to open the comparison."""
    butir = _pendek(s.ringkas)
    if s.total.selisih:
        dulu, kini = (t.partition(" (")[0] for t in (s.total.sebelum, s.total.sesudah))
        butir.append(tulis("riwayat.waktu", dulu=dulu, kini=kini))
    kalimat = "; ".join(butir)
    return f"{kalimat[:1].upper()}{kalimat[1:]}."


def _pendek(butir: Sequence[str]) -> list[str]:
    """Name the first things and count the others."""
    tunggal = list(Counter(butir))
    if len(tunggal) <= _BUTIR:
        return tunggal
    return [*tunggal[:_BUTIR], tulis("riwayat.hal_lain", banyak=len(tunggal) - _BUTIR)]

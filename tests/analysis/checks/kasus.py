"""A case of a check: an SOP in which a code is found, and its neighbour in which it is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from buku_sop.analysis.checks import Konteks, periksa_sop
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.diagnostics import KODE, Diagnostic, Location, Tingkat, diagnose
from buku_sop.model import Instansi, Sop
from buku_sop.model.buku_lain import BukuLain
from tests.builders import HARI_INI, INSTANSI, LAIN, handbook


@dataclass(frozen=True)
class Kasus:
    """One row of a table of cases."""

    kode: str
    perihal: str
    """What the case is about."""
    buruk: Sop
    baik: Sop
    jalur: Jalur = ()
    """Where it is found, and nowhere else."""
    berbunyi: str = ""
    """What message or hint must say."""
    tingkat: Tingkat | None = None
    """How grave it is; that of the table if nothing is said."""
    lain: tuple[Sop, ...] = ()
    """Other SOPs of the handbook."""
    instansi: Instansi = INSTANSI
    buku_lain: tuple[BukuLain, ...] = ()

    def __str__(self) -> str:
        """Name the test."""
        return f"{self.kode}: {self.perihal}"


def periksa(
    sop: Sop,
    *lain: Sop,
    instansi: Instansi = INSTANSI,
    hari_ini: date = HARI_INI,
    buku_lain: tuple[BukuLain, ...] = (),
) -> list[Temuan]:
    """Check an SOP in a handbook with others."""
    buku = replace(handbook(sop, *lain, instansi=(instansi, LAIN)), lain=buku_lain)
    return periksa_sop(sop, Konteks(buku, susun_keterkaitan(buku), hari_ini))


def ucapkan(temuan: Temuan) -> Diagnostic:
    """Word a finding as the handbook does. Raises KeyError if a place of the template stays open."""
    return diagnose(temuan.kode, Location("sop.yml"), temuan.tingkat, **temuan.isi)


def uji(kasus: Kasus) -> None:
    """Hold a case: found once and there, worded in full, and not found in the neighbour."""
    semua = periksa(kasus.buruk, *kasus.lain, instansi=kasus.instansi, buku_lain=kasus.buku_lain)
    for temuan in semua:
        ucapkan(temuan)
    ditemukan = [t for t in semua if t.kode == kasus.kode]
    assert [t.jalur for t in ditemukan] == [kasus.jalur]
    ucapan = ucapkan(ditemukan[0])
    assert kasus.berbunyi in f"{ucapan.pesan}\n{ucapan.petunjuk}"
    assert ucapan.tingkat is (kasus.tingkat or KODE[kasus.kode].tingkat)
    tetangga = periksa(kasus.baik, *kasus.lain, instansi=kasus.instansi, buku_lain=kasus.buku_lain)
    assert kasus.kode not in {t.kode for t in tetangga}

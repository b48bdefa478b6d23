"""The checks of meaning: what an SOP that loads without error may still have wrong.

One module per letter of the table of codes. Checks are pure: they read the model and the facts of
`Konteks`, and return findings with the path of the field that a person would have to mend.
"""

from __future__ import annotations

from buku_sop.analysis.checks.alur import periksa_alur
from buku_sop.analysis.checks.bentuk import periksa_bentuk
from buku_sop.analysis.checks.dasar_hukum import periksa_dasar_hukum
from buku_sop.analysis.checks.identitas import periksa_ganda, periksa_identitas
from buku_sop.analysis.checks.jangkauan import periksa_jangkauan
from buku_sop.analysis.checks.keterkaitan import id_tak_ada, periksa_keterkaitan
from buku_sop.analysis.checks.konfirmasi import periksa_peninjauan
from buku_sop.analysis.checks.konteks import Konteks, KonteksSendiri, SatuKantor
from buku_sop.analysis.checks.lembar_kerja import periksa_lembar_kerja
from buku_sop.analysis.checks.mutu_baku import periksa_mutu_baku
from buku_sop.analysis.checks.nama import periksa_nama
from buku_sop.analysis.checks.output import periksa_output
from buku_sop.analysis.checks.pelaksana import periksa_pelaksana, periksa_sebutan_peran
from buku_sop.analysis.checks.pribadi import periksa_pribadi
from buku_sop.analysis.checks.riwayat import periksa_riwayat
from buku_sop.analysis.checks.sebutan import periksa_sebutan
from buku_sop.analysis.checks.simbol import periksa_simbol
from buku_sop.analysis.temuan import Temuan
from buku_sop.diagnostics import KODE, Tingkat
from buku_sop.model import Sop

__all__ = [
    "Konteks",
    "SatuKantor",
    "ada_penghenti",
    "periksa_bersama",
    "periksa_sendiri",
    "periksa_sop",
]

_SENDIRI = (
    periksa_alur,
    periksa_simbol,
    periksa_pelaksana,
    periksa_jangkauan,
    periksa_identitas,
    periksa_nama,
    periksa_bentuk,
    periksa_sebutan,
    periksa_mutu_baku,
    periksa_output,
    periksa_lembar_kerja,
    periksa_peninjauan,
    periksa_riwayat,
    periksa_pribadi,
)
"""What an SOP has wrong by itself."""
_BERSAMA = (periksa_dasar_hukum, periksa_ganda, periksa_keterkaitan, periksa_sebutan_peran)
"""What it has wrong beside the others of its handbook."""


def periksa_sop(sop: Sop, konteks: Konteks) -> list[Temuan]:
    """Return every finding about an SOP. It must belong to an office of the context's handbook.

    What the SOP's `abaikan` silences is returned too; whoever words the findings decides on that.
    """
    return [*periksa_sendiri(sop, konteks), *periksa_bersama(sop, konteks)]


def periksa_sendiri(sop: Sop, konteks: KonteksSendiri) -> list[Temuan]:
    """Return the findings that depend on nothing but the SOP, its office and the day."""
    return [temuan for periksa in _SENDIRI for temuan in periksa(sop, konteks)]


def periksa_bersama(sop: Sop, konteks: Konteks) -> list[Temuan]:
    """Return the findings that depend on other SOPs."""
    return [temuan for periksa in _BERSAMA for temuan in periksa(sop, konteks)]


def ada_penghenti(sop: Sop, konteks: Konteks) -> bool:
    """Whether `periksa_sop` has a finding that stops a build: the quick question, of a handbook that stays open."""
    return id_tak_ada(sop, konteks) or sop.ingat("alur salah", lambda: _alur_salah(sop, konteks))


def _alur_salah(sop: Sop, konteks: Konteks) -> bool:
    """The flow of an SOP is checked by what it says alone."""
    return any(KODE[t.kode].tingkat is Tingkat.GALAT for t in periksa_alur(sop, konteks))

"""The checks of meaning: what an SOP that loads without error may still have wrong.

One module per letter of the table of codes. Checks are pure: they read the model and the facts of
`Konteks`, and return findings with the path of the field that a person would have to mend.
"""

from __future__ import annotations

from macros.analysis.checks.alur import periksa_alur
from macros.analysis.checks.dasar_hukum import periksa_dasar_hukum
from macros.analysis.checks.identitas import periksa_identitas
from macros.analysis.checks.jangkauan import periksa_jangkauan
from macros.analysis.checks.keterkaitan import periksa_keterkaitan
from macros.analysis.checks.konteks import Konteks
from macros.analysis.checks.lembar_kerja import periksa_lembar_kerja
from macros.analysis.checks.mutu_baku import periksa_mutu_baku
from macros.analysis.checks.pelaksana import periksa_pelaksana
from macros.analysis.checks.peninjauan import periksa_peninjauan
from macros.analysis.checks.sebutan import periksa_sebutan
from macros.analysis.temuan import Temuan
from macros.model import Sop

__all__ = ["Konteks", "periksa_sop"]

_PEMERIKSA = (
    periksa_alur,
    periksa_pelaksana,
    periksa_jangkauan,
    periksa_identitas,
    periksa_dasar_hukum,
    periksa_sebutan,
    periksa_mutu_baku,
    periksa_keterkaitan,
    periksa_lembar_kerja,
    periksa_peninjauan,
)


def periksa_sop(sop: Sop, konteks: Konteks) -> list[Temuan]:
    """Return every finding about an SOP. It must belong to an office of the context's handbook.

    What the SOP's `abaikan` silences is returned too; whoever words the findings decides on that.
    """
    return [temuan for periksa in _PEMERIKSA for temuan in periksa(sop, konteks)]

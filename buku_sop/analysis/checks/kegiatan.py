"""SOP-M005 and M006: a kegiatan opens with a verb, since the column beside it says who acts.

Only 17 % of the steps in real SOPs open with a me- verb, so these are never more than a saran, and what
is in doubt passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from buku_sop.analysis.checks.kosakata import (
    BUKAN_KERJA,
    JABATAN,
    KATA_KERJA,
    KATA_LANJUTAN,
    KATA_PENGANTAR,
)
from buku_sop.analysis.checks.teks import jalur_langkah
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Langkah, Prosedur

_KATA = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_AWAL = 120
"""Characters of a kegiatan in which its opening stands."""
_MULAI_SELESAI = re.compile(r"\W*(?:mulai|start|awal|selesai|akhir|end|finish)\W*", re.IGNORECASE)


def awal_atau_akhir(langkah: Langkah) -> bool:
    """Tell whether a step only stands for the start or the end of the flow."""
    return _MULAI_SELESAI.fullmatch(langkah.kegiatan) is not None


def periksa_kegiatan(prosedur: Prosedur, langkah: Langkah, p: int, i: int) -> Iterator[Temuan]:
    """Check how a step's kegiatan opens: with a role (M005), or with another word that is no verb (M006)."""
    awal = _KATA.search(langkah.kegiatan, 0, _AWAL)
    if awal is None or _baik(awal[0]):
        return
    kata = _KATA.findall(langkah.kegiatan[:_AWAL])
    if not kata or awal_atau_akhir(langkah):
        return
    jalur = jalur_langkah(p, i, "kegiatan")
    peran = _peran(kata, tuple(lane.label for lane in prosedur.pelaksana))
    if peran:
        yield Temuan("SOP-M005", jalur, {"kata": peran})
    elif not _boleh(kata[0].casefold()):
        yield Temuan("SOP-M006", jalur, {"kata": kata[0]})


def _peran(kata: list[str], label: tuple[str, ...]) -> str:
    """Return the role with which a kegiatan opens, as written; empty if it opens otherwise."""
    kecil = [k.casefold() for k in kata]
    peran, bagian = _kata_label(label)
    panjang = max((len(p) for p in peran if tuple(kecil[: len(p)]) == p), default=0)
    if not panjang and kecil[0] not in JABATAN:
        return ""
    panjang = panjang or 1
    while panjang < min(len(kata), 5) and (
        kecil[panjang] in KATA_LANJUTAN or kecil[panjang] in bagian
    ):
        panjang += 1
    return " ".join(kata[:panjang])


@lru_cache(maxsize=512)
def _kata_label(label: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the words of whole labels, and the words that may go on the name of a role."""
    utuh = [tuple(_KATA.findall(satu.casefold())) for satu in label]
    lanjut = {k for satu in utuh for k in satu[1:] if not _boleh(k)}
    return frozenset(satu for satu in utuh if satu and not _boleh(satu[0])), frozenset(lanjut)


@lru_cache(maxsize=4096)
def _baik(kata: str) -> bool:
    """Tell whether a first word leaves nothing to look for: no role begins with a word that may open."""
    kecil = kata.casefold()
    return kecil not in JABATAN and _boleh(kecil)


def _boleh(kata: str) -> bool:
    """Tell whether a word may open a kegiatan: a verb, or what leads to one."""
    if kata in KATA_KERJA or kata in KATA_PENGANTAR:
        return True
    if kata in BUKAN_KERJA:
        return False
    return re.match(r"(?:me|ber|di|ter)[a-z-]{3,}", kata) is not None

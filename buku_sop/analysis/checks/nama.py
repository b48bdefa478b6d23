"""SOP-I016: a name tells the activity, as a noun, and its output: "Penyusunan Renstra".

Names are what documents have, so this is never more than a saran, and what may be an activity passes: any noun made of
a verb, wherever it stands. Other forms than SOP-AP name their papers otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import AKTIF, KonteksSendiri
from buku_sop.analysis.checks.kosakata import BUKAN_KERJA, KATA_KERJA, KEGIATAN
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Sop

_VERBA = re.compile(r"me(?:[lmnrwy]|ng)[a-z]{3,}")
_NOMINA = re.compile(
    r"(?:pe|per|ke)[a-z]{3,}an|[a-z]{2,}(?:isasi|asi|usi|isi|iksi|aksi|ing)|[a-z]{4,}an"
)
"""What an activity is called: penyusunan, verifikasi, distribusi, monitoring, layanan."""
_SIFAT = frozenset(
    [
        "tahunan",
        "bulanan",
        "triwulanan",
        "semesteran",
        "mingguan",
        "harian",
        "keuangan",
        "kendaraan",
        "perusahaan",
    ]
)
"""Words that only look so."""
_HANYA = re.compile(r"pe(?:[lmnry]|ng)?[a-z]{3,}an")
_BUKAN_HANYA = frozenset(
    ["pelayanan", "pengaduan", "pekerjaan", "perpustakaan", "pendidikan", "pertanian", "pertanahan"]
)
"""Words of that kind that name a thing too, so that one alone may be a whole name."""


def periksa_nama(sop: Sop, _konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check the name of an SOP-AP that is still written or in force."""
    if sop.bentuk is not None or sop.status not in AKTIF:
        return
    if kurang := _kurang(kunci_nama(sop.nama).split()):
        yield Temuan("SOP-I016", ("nama",), {"nama": sop.nama, "kurang": kurang})


def _kurang(kata: list[str]) -> str:
    """Say what a name lacks; empty where nothing does, or nobody can tell."""
    if not kata or not all(k.isalnum() for k in kata):
        return ""
    awal = kata[0]
    if _VERBA.fullmatch(awal) and awal not in BUKAN_KERJA:
        return f"diawali kata kerja `{awal.capitalize()}`"
    if not any(map(_kegiatan, kata)):
        return "tidak menyebut kegiatannya"
    if len(kata) == 1 and _HANYA.fullmatch(awal) and awal not in _BUKAN_HANYA:
        return "hanya menyebut kegiatannya, tanpa keluarannya"
    return ""


def _kegiatan(kata: str) -> bool:
    if kata in KEGIATAN or kata in KATA_KERJA:
        return True
    return _NOMINA.fullmatch(kata) is not None and kata not in _SIFAT

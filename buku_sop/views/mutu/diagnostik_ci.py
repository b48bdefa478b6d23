"""Diagnostics for the machines that check a change: GitHub's annotations and GitLab's code quality report.

Both take findings with paths from the root of the repository.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from buku_sop.diagnostics import Diagnostic, Location, Tingkat
from buku_sop.views.dasar.diagnostik import json_terlihat, sebut_tempat, terlihat

_GITHUB = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.SARAN: "notice"}
_TERBANYAK = 50
"""Places of one finding that an annotation lists: forges cut long texts."""
_GITLAB = {Tingkat.GALAT: "critical", Tingkat.PERINGATAN: "minor", Tingkat.SARAN: "info"}


def tulis_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Write one workflow command a line, the gravest first: GitHub shows only the first ten of each kind.

    Escapes as GitHub's own toolkit does, so that no text of a file ends a command or begins another.
    """
    urutan = list(Tingkat)
    terurut = sorted(diagnostics, key=lambda d: urutan.index(d.tingkat))
    return "\n".join(map(_github, terurut))


def _github(d: Diagnostic) -> str:
    sifat = {
        "file": d.lokasi.nama,
        "line": str(d.lokasi.baris),
        "col": str(d.lokasi.kolom),
        "title": f"{d.kode} ({d.tingkat})",
    }
    tertulis = ",".join(f"{k}={_sifat(v)}" for k, v in sifat.items())
    pesan = "\n".join([terlihat(d.pesan), *sebut_tempat(d, _TERBANYAK), terlihat(d.petunjuk)])
    return f"::{_GITHUB[d.tingkat]} {tertulis}::{_isi(pesan)}"


def _isi(teks: str) -> str:
    return teks.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _sifat(teks: str) -> str:
    return _isi(teks).replace(":", "%3A").replace(",", "%2C")


def _uraian(d: Diagnostic) -> str:
    """Say all of a finding in one line."""
    tempat = sebut_tempat(d, _TERBANYAK)
    tertulis = f"({'; '.join(tempat)}) " if tempat else ""
    return f"{terlihat(d.pesan)} {tertulis}{terlihat(d.petunjuk)}"


def tulis_gitlab(diagnostics: Sequence[Diagnostic], baris: Callable[[Location], str]) -> str:
    """Write a code quality report. `baris` returns the text of the line at a place.

    A finding's fingerprint comes from its code and the words of its line and not from their number, so that
    lines inserted above do not turn old findings into new ones.
    """
    terlihat_sebelumnya = Counter[str]()
    laporan = []
    for d in diagnostics:
        pokok = "\0".join((d.lokasi.nama, d.kode, baris(d.lokasi).strip()))
        terlihat_sebelumnya[pokok] += 1
        sidik = hashlib.sha256(f"{pokok}\0{terlihat_sebelumnya[pokok]}".encode()).hexdigest()
        laporan.append(
            {
                "description": _uraian(d),
                "check_name": d.kode,
                "fingerprint": sidik,
                "severity": _GITLAB[d.tingkat],
                "location": {"path": d.lokasi.nama, "lines": {"begin": d.lokasi.baris}},
            }
        )
    return json_terlihat(laporan)

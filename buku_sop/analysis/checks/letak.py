"""Findings of the checks at their places in the files: what `abaikan` silences is left out, the rest is worded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from buku_sop.analysis.checks.teks import nomor_langkah
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.diagnostics import GABUNGAN, KODE, Diagnostic, Tingkat, diagnose, gabungkan
from buku_sop.loading.places import Source
from buku_sop.model import Sop

KODE_DI_LUAR = ("SOP-R", "SOP-B023")
"""Codes that are found elsewhere: in a comparison of two revisions (`buku_sop.analysis.beda`), and in signed files."""


def letakkan_milik(sop: Sop, temuan: Iterable[Temuan], source: Source) -> Iterator[Diagnostic]:
    """Place the findings in the file, leaving out those that the file silences (`abaikan`)."""
    tetap = list[Temuan]()
    diabaikan = set[str]()
    for t in temuan:
        if t.kode in sop.abaikan and (t.tingkat or KODE[t.kode].tingkat) is not Tingkat.GALAT:
            diabaikan.add(t.kode)
        else:
            tetap.append(t)
    yield from letakkan(sop, tetap, source)
    for kode in sop.abaikan:
        lokasi = source.locate(("abaikan", kode), key=True)
        if kode not in KODE:
            yield diagnose("SOP-P003", lokasi, kode=kode, sebab="kode itu tidak ada")
        elif KODE[kode].tingkat is Tingkat.GALAT:
            yield diagnose("SOP-P003", lokasi, kode=kode, sebab="kode itu sebuah galat")
        elif kode not in diabaikan and not kode.startswith(KODE_DI_LUAR):
            yield diagnose("SOP-P002", lokasi, kode=kode)


def letakkan(sop: Sop, temuan: Iterable[Temuan], source: Source) -> Iterator[Diagnostic]:
    """Word findings at their places in the file: all of a code as one where they are told once."""
    kelompok = defaultdict[tuple[str, Tingkat | None], list[Temuan]](list)
    for t in temuan:
        kelompok[t.kode, t.tingkat].append(t)
    for (kode, tingkat), milik in kelompok.items():
        semua = [(source.locate(tulisan(t.jalur, source)), t) for t in milik]
        if kode in GABUNGAN:
            letak = [(lokasi, {"langkah": _nomor(sop, t.jalur), **t.isi}) for lokasi, t in semua]
            yield gabungkan(kode, letak, tingkat)
        else:
            for lokasi, t in semua:
                yield diagnose(kode, lokasi, tingkat, **t.isi)


def _nomor(sop: Sop, jalur: Jalur) -> str:
    """Number the step that a path leads to; empty where it leads to none."""
    match jalur:
        case ("prosedur", int(p), "langkah", int(i), *_):
            return nomor_langkah(sop, p, i)
    return ""


def tulisan(jalur: Jalur, source: Source) -> Jalur:
    """Turn a path of the model into the path in a file that writes its one procedure in the short form."""
    pendek = "prosedur" not in source.data
    if pendek and jalur[:1] == ("prosedur",):
        jalur = jalur[2:]
    return _tulisan_langkah(jalur, source)


_MILIK_GILIRAN = ("cabang", "ke", "simbol")


def _tulisan_langkah(jalur: Jalur, source: Source) -> Jalur:
    """Follow the short forms of a step: one performer without a list, and what its last one has itself."""
    letak = next((n + 2 for n, x in enumerate(jalur) if x == "langkah"), 0)
    langkah = source.data_at(jalur[:letak]) if letak else None
    if not isinstance(langkah, dict) or len(jalur) <= letak:
        return jalur
    depan, (bidang, *sisa) = jalur[:letak], jalur[letak:]
    pelaku = langkah.get("pelaksana")
    if bidang == "pelaksana" and sisa and not isinstance(pelaku, list):
        return (*depan, bidang, *sisa[1:])
    if bidang not in _MILIK_GILIRAN or not pelaku:
        return jalur
    tempat: Jalur = (*depan, "pelaksana")
    if isinstance(pelaku, list):
        tempat, pelaku = (*tempat, len(pelaku) - 1), pelaku[-1]
    milik = pelaku.get(str(bidang)) if isinstance(pelaku, dict) else None
    if milik is None:
        return jalur
    banyak = len(milik) if isinstance(milik, list) else 1
    nomor = sisa[0] if sisa and isinstance(sisa[0], int) else 0
    if nomor < banyak:
        return (*tempat, bidang, *sisa)
    return (*depan, bidang, nomor - banyak, *sisa[1:])

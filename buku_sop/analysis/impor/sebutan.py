"""How a document calls its columns and boxes: kept where its sheet would call them otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from buku_sop.analysis.impor.hasil import Draf
from buku_sop.model.bidang import DAPAT_DIISTILAHKAN, LABEL


def serupa(a: str, b: str) -> bool:
    """Whether two words differ in capitals, blanks and a colon at most."""
    return _rata(a) == _rata(b)


def _rata(teks: str) -> str:
    return "".join(teks.casefold().split()).rstrip(":.")


def berbeda(label: Mapping[str, str]) -> dict[str, str]:
    """Keep the labels that differ from ours."""
    return {k: v for k, v in label.items() if not serupa(v, LABEL.get(k, ""))}


def gabungan(semua: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return what all say; where several name the same the first."""
    hasil: dict[str, str] = {}
    for satu in semua:
        for kunci, nilai in satu.items():
            hasil.setdefault(kunci, nilai)
    return hasil


def pertahankan(draf: Draf, kantor: Mapping[str, str]) -> Draf:
    """Let a draft call a field as its document does where the office that receives it calls it otherwise.

    `kantor` are the words of the office and of its form; the usual words of a document need no mention elsewhere.
    """
    ada = draf.isi.get("istilah", {})
    tetap = {
        k: draf.sebutan[k]
        for k in kantor
        if k in draf.sebutan and k in DAPAT_DIISTILAHKAN and k not in ada
        and not serupa(kantor[k], draf.sebutan[k])
    }  # fmt: skip
    if not tetap:
        return draf
    beda = ", ".join(f"{k} “{v}” (instansi: “{kantor[k]}”)" for k, v in tetap.items())
    catatan = f"Sebutan dokumen yang bukan sebutan instansi disimpan di istilah: {beda}."
    isi = {**draf.isi, "istilah": {**tetap, **ada}}
    return replace(draf, isi=isi, catatan=(*draf.catatan, catatan))

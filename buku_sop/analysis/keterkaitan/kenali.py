"""What an item of `keterkaitan` says beside the name of an SOP: a number, a year, several SOPs, or none at all.

The box of the official form is filled freely. Real ones hold "Seluruh SOP di lingkungan …", offices, regulations
and documents, which are nothing that is still to be written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from buku_sop.analysis.dasar_hukum.peraturan import baca_peraturan, berjenis
from buku_sop.analysis.kata.nama import (
    akhir_tanda_butir,
    awal_nama,
    kata_nama,
    kunci_nama,
    kunci_nomor,
)
from buku_sop.model.teks import Daftar, uraikan

__all__ = [
    "bagi_baris",
    "berarti_kosong",
    "bukan_sop",
    "kunci_longgar",
    "nomor_disebut",
    "tanpa_nomor",
]

_KURUNG = re.compile(r"\s*[(\[]([^()\[\]]{0,200})[)\]]")
_TANDA = re.compile(
    r"(?:tahun\s+|ta\.?\s+)?(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?", re.IGNORECASE
)
_TAHUN = re.compile(r"(?:19|20)\d\d")
_KATA_NOMOR = re.compile(r"\b(?:nomor|nomer|no)\b\s*[.:]?\s*([^\n;,()]{1,120})", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
"""An id is meant as one, also where it begins like the name of an office."""
_PERANGKAI = frozenset(("dan", "atau", "serta"))
_PANJANG = 2_000
"""Characters of an item that are looked at: names are shorter, and hostile ones are not."""

_KOSONG = ("tidak ada", "tdk ada", "tak ada", "belum ada")
_KOSONG_PENUH = frozenset(("nihil", "kosong", "none", "na", "n a", "tidak", "00"))
_LAIN = frozenset(
    [
        "lain",
        "lainnya",
        "terkait",
        "berkaitan",
        "berhubungan",
        "relevan",
        "yang",
        "dan",
        "di",
        "dengan",
        "lingkungan",
        "ini",
        "tersebut",
        "kerja",
        "unit",
        "instansi",
        "sop",
    ]
)
"""Words of "SOP lainnya yang terkait"."""
_SELURUH = frozenset(("seluruh", "semua", "segenap", "seluruhnya", "semuanya"))
_PIHAK = frozenset((
    "badan", "bagian", "balai", "bappeda", "bidang", "biro", "bkpsdm", "bpk", "bpkad", "bpkp", "bps",
    "bupati", "camat", "desa", "dinas", "direktorat", "djkn", "dprd", "eksternal", "gubernur",
    "inspektorat", "internal", "kanwil", "kantor", "kecamatan", "kejaksaan", "kelompok", "kelurahan",
    "kementerian", "kepala", "kepolisian", "kpknl", "kppn", "lembaga", "lurah", "masyarakat", "opd",
    "pemerintah", "pengadilan", "pihak", "polres", "polsek", "puskesmas", "rsud", "sekretaris",
    "sekretariat", "seksi", "skpd", "subbag", "subbagian", "tim", "unit", "upt", "uptd", "wali", "walikota",
    "bupati",
))  # fmt: skip
"""How an item begins that names an office or a person."""
_DOKUMEN = frozenset(
    [
        "brosur",
        "buku",
        "dipa",
        "dokumen",
        "dpa",
        "form",
        "formulir",
        "iku",
        "kartu",
        "lakip",
        "lampiran",
        "laporan",
        "lkip",
        "matriks",
        "perjanjian",
        "rencana",
        "renja",
        "renstra",
        "rka",
        "rkpd",
        "rkt",
        "rpjmd",
        "undangan",
    ]
)
"""How an item begins that names a document."""


def nomor_disebut(teks: str, dikenal: Collection[tuple[str, str]], instansi: str) -> Iterator[str]:
    """Yield the folded numbers of an office's SOPs that a text says, in brackets, behind "Nomor", or as they are."""
    teks = teks[:_PANJANG]
    polos = teks[akhir_tanda_butir(teks) :].strip(" .;,")
    calon = [polos, *(m[1] for m in _KATA_NOMOR.finditer(teks))]
    calon += [k[1] for k in _KURUNG.finditer(teks) if re.search(r"\d\D|\D\d|\d{5}", k[1])]
    calon += [
        t
        for t in re.split(r"[\s()\[\];,]+", teks)
        if re.search(r"\d", t) and re.search(r"[-/.]", t)
    ]
    dilihat = set[str]()
    for satu in calon:
        kunci = kunci_nomor(
            re.sub(r"^\W*(?:nomor|nomer|no)\b[\s.:]*", "", satu.strip(" .;,:"), flags=re.IGNORECASE)
        )
        if kunci and kunci not in dilihat and (instansi, kunci) in dikenal:
            dilihat.add(kunci)
            yield kunci


def tanpa_nomor(teks: str, nomor: str) -> str:
    """Return what a text says beside a folded number: the name in front of the brackets, or nothing."""
    sisa = _KURUNG.sub(lambda m: " " if nomor in kunci_nomor(m[1]) else m[0], teks[:_PANJANG])
    kata = [k for k in sisa.split() if kunci_nomor(k.strip("().;,")) not in nomor]
    return re.sub(r"\W*\b(?:nomor|nomer|no)\b\W*$", "", " ".join(kata), flags=re.IGNORECASE)


def kunci_longgar(teks: str) -> str:
    """Return a name without its years, without abbreviations in brackets, and without "dan", "atau" and "/"."""
    teks = _KURUNG.sub(lambda m: " " if _tanda(m[1]) else f" {m[1]} ", teks[:_PANJANG])
    hasil: list[str] = []
    for kata in kunci_nama(teks).split():
        if _TAHUN.fullmatch(kata):
            while hasil and hasil[-1] in ("tahun", "ta"):
                hasil.pop()
        elif kata not in _PERANGKAI and hasil[-1:] != [kata]:
            hasil.append(kata)
    return " ".join(hasil)


def _tanda(isi: str) -> bool:
    """Whether brackets hold an abbreviation or a year, rather than words of a name."""
    isi = isi.strip()
    return bool(_TANDA.fullmatch(isi)) or (
        isi != isi.lower() and len(isi.split()) == 1 and len(isi) <= 24
    )


def berarti_kosong(teks: str) -> bool:
    """Whether a text says that there is nothing, as "-", "Nihil" and "Tidak ada" do."""
    if len(teks) > _PANJANG:
        return False
    kunci = " ".join(k.kunci for k in kata_nama(teks[akhir_tanda_butir(teks) :]))
    return (
        not kunci or kunci in _KOSONG_PENUH or any(f"{kunci} ".startswith(f"{k} ") for k in _KOSONG)
    )


def bagi_baris(teks: str) -> Iterator[tuple[str, bool]]:
    """Part an item of `keterkaitan` into what its lines and lists name, and whether it leads to a list.

    Every word is in the result. A line without a mark begins a name with a capital letter or a figure, unless it
    goes on with one that begins with the word SOP.
    """
    semua = uraikan(teks)
    for bagian, sesudah in zip_longest(semua, semua[1:]):
        if isinstance(bagian, Daftar):
            for butir in bagian.butir:
                yield f"{butir.tanda} {butir.teks}", bool(butir.anak)
                yield from ((f"{a.tanda} {a.teks}", False) for a in butir.anak)
            continue
        nama = [bagian.baris[0]]
        for baris in bagian.baris[1:]:
            baru = baris[:1].isupper() or baris[:1].isdigit()
            if _berkata_sop(baris) or (baru and not _berkata_sop(nama[-1])):
                nama.append(baris)
            else:
                nama[-1] += f" {baris}"
        yield from ((satu, isinstance(sesudah, Daftar)) for satu in nama)


def _berkata_sop(teks: str) -> bool:
    return awal_nama([k.kunci for k in kata_nama(teks[:_PANJANG])]) > 0


def bukan_sop(teks: str, kantor: Collection[str] = ()) -> bool:
    """Whether a text that names no SOP of the handbook names none at all.

    It says all SOPs or "SOP terkait"; or, without the word SOP, an office (`kantor`: keys of the handbook's own), a
    regulation or a document.
    """
    teks = teks[:_PANJANG]
    kunci = [k.kunci for k in kata_nama(teks[akhir_tanda_butir(teks) :])]
    if not kunci or _ID.fullmatch(teks.strip()):
        return False
    awal = awal_nama(kunci)
    if kunci[0] in _SELURUH or kunci[awal] in _SELURUH or set(kunci) <= _LAIN:
        return True
    if awal or "sop" in kunci:
        return False
    if kunci[0] in _PIHAK | _DOKUMEN or kunci[-1] == "terkait":
        return True
    nama = f"{' '.join(kunci)} "
    return (
        any(nama.startswith(f"{k} ") for k in kantor if k)
        or berjenis(teks)
        or baca_peraturan(teks) is not None
    )

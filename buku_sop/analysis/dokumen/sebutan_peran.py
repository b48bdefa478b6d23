"""Roles that an office writes in several ways: "Kasubbag Umum" beside "Kepala Sub Bagian Umum"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from buku_sop.analysis.dokumen.indeks import PeranDiInstansi, kunci_peran, peran_kantor
from buku_sop.analysis.dokumen.kantor import per_kantor, sekali
from buku_sop.analysis.kata.singkatan import kunci_arti
from buku_sop.model import Handbook, Singkatan

_PANJANG: Mapping[str, str] = MappingProxyType({
    "adm": "administrasi", "bag": "bagian", "bend": "bendahara", "bid": "bidang", "kab": "kabupaten",
    "kaban": "kepala badan", "kabag": "kepala bagian", "kabid": "kepala bidang", "kadis": "kepala dinas", "ka": "kepala",
    "kasi": "kepala seksi", "kasie": "kepala seksi", "kasubag": "kepala subbagian", "kasubbag": "kepala subbagian",
    "kasubbid": "kepala subbidang", "kasubid": "kepala subbidang", "kasubsi": "kepala subseksi", "kec": "kecamatan",
    "kepeg": "kepegawaian", "keu": "keuangan", "koord": "koordinator", "prop": "provinsi", "propinsi": "provinsi",
    "prov": "provinsi", "sekban": "sekretaris badan", "sekda": "sekretaris daerah", "sekdis": "sekretaris dinas",
    "staff": "staf", "subag": "subbagian", "subbag": "subbagian", "subbid": "subbidang", "tu": "tata usaha",
})  # fmt: skip
"""What the short words of roles say; each has this meaning only."""
_TAK_BAKU = frozenset(("staff", "propinsi", "kasie"))
_PANJANG_KATA = 8
"""Letters of a word in which a slip of the pen is told from another word."""

Kembaran = tuple[PeranDiInstansi, PeranDiInstansi]
"""A role, and what others call it."""


def sebutan_lain(handbook: Handbook) -> Mapping[tuple[str, str], PeranDiInstansi]:
    """Return, by office and `kunci_peran`, the role that a role may be, by the spelling that most SOPs have, or the standard one."""
    return handbook.ingat("sebutan peran", partial(_sebutan_lain, handbook))


def _sebutan_lain(handbook: Handbook) -> Mapping[tuple[str, str], PeranDiInstansi]:
    hasil: dict[tuple[str, str], PeranDiInstansi] = {}
    for kantor, sop in per_kantor(handbook):
        peran = peran_kantor(handbook, kantor, sop)
        milik = handbook.cari_instansi(kantor)
        singkatan = (*handbook.singkatan, *milik.singkatan)
        cari = partial(_kembaran, peran, singkatan)
        for satu, lain in sekali("sebutan", sop, (singkatan, milik.jam_kerja), cari):
            hasil.setdefault((kantor, kunci_peran(satu.label)), lain)
    return hasil


def _kembaran(
    peran: Iterable[PeranDiInstansi], singkatan: Iterable[Singkatan]
) -> tuple[Kembaran, ...]:
    return tuple(_kembar(peran, _arti(singkatan)))


def _arti(singkatan: Iterable[Singkatan]) -> Mapping[str, str]:
    """Return the abbreviations of one word that have one meaning; an office's own come last and win."""
    hasil: dict[str, str] = {}
    for satu in singkatan:
        kunci, arti = kunci_arti(satu.singkatan), {kunci_arti(a) for a in satu.arti}
        hasil.pop(kunci, None)
        if len(arti) == 1 and " " not in kunci:
            hasil[kunci] = arti.pop()
    return hasil


def _kembar(peran: Iterable[PeranDiInstansi], arti: Mapping[str, str]) -> Iterator[Kembaran]:
    sama: dict[str, list[PeranDiInstansi]] = defaultdict(list)
    utama: dict[str, PeranDiInstansi] = {}
    for satu in peran:
        sama[_lengkap(satu, arti).replace(" ", "")].append(satu)
    for kelompok in sama.values():
        kelompok.sort(key=lambda p: (_tak_baku(p), -len(p.sop), -len(p.label), p.label))
        yield from ((satu, kelompok[0]) for satu in kelompok[1:])
        utama[_lengkap(kelompok[0], arti)] = kelompok[0]
    yield from _keliru(utama)


def _tak_baku(peran: PeranDiInstansi) -> bool:
    """Whether a role is spelt as no dictionary does: nobody is asked to write "Staff" because more do."""
    return not _TAK_BAKU.isdisjoint(kunci_peran(peran.label).split())


def _lengkap(peran: PeranDiInstansi, arti: Mapping[str, str]) -> str:
    """Write a role without short words."""
    kata = kunci_peran(peran.label).split()
    return " ".join(_PANJANG.get(k) or arti.get(k, k) for k in kata)


def _keliru(peran: Mapping[str, PeranDiInstansi]) -> Iterator[Kembaran]:
    """Yield the roles that differ by a slip of the pen in one long word: "Sekertaris" beside "Sekretaris"."""
    bersanding: dict[tuple[str, ...], list[tuple[str, PeranDiInstansi]]] = defaultdict(list)
    for lengkap, satu in peran.items():
        semua = lengkap.split()
        for n, k in enumerate(semua):
            if len(k) >= _PANJANG_KATA:
                bersanding[*semua[:n], "", *semua[n + 1 :]].append((k, satu))
    for calon in bersanding.values():
        calon.sort(key=lambda c: (-len(c[1].sop), c[0]))
        for n, (kata, satu) in enumerate(calon):
            if lain := next((p for k, p in calon[:n] if _salah_ketik(kata, k)), None):
                yield satu, lain


def _salah_ketik(a: str, b: str) -> bool:
    """Whether two words differ by a letter too few, or by two that changed places, within the word.

    A letter at the end makes another word (pengelola, pengelolaan), and so does another letter (penyedia, penyelia).
    """
    if a[0] != b[0] or a[-1] != b[-1]:
        return False
    if len(a) == len(b):
        beda = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        return len(beda) == 2 and beda[1] - beda[0] == 1 and sorted(a) == sorted(b)
    pendek, panjang = sorted((a, b), key=len)
    return len(panjang) - len(pendek) == 1 and any(
        panjang[:n] + panjang[n + 1 :] == pendek for n in range(1, len(panjang) - 1)
    )

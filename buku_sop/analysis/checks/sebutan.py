"""SOP-I008: words that show that an SOP was copied from another office.

Government papers rightly name other offices all the time: a report goes to the Inspektorat, Bappeda is
asked for data. So only two things count: another region of the office's own kind ("Kabupaten X"), and
what belongs to an office itself (its RENSTRA, its uraian tugas) beside the name of another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.kosakata import AKHIR_NAMA, MILIK_INSTANSI, PERANGKAT_DAERAH
from buku_sop.analysis.checks.teks import jalur_langkah
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Instansi, LembarKerja, Sop
from buku_sop.model.bidang import (
    BIDANG_LANGKAH,
    BIDANG_LEMBAR_KERJA,
    BIDANG_PROSEDUR,
    BIDANG_SOP,
    BIDANG_TAHAP,
    JenisNilai,
)

_SEBUTAN = {
    sebutan.lower(): jenis
    for jenis, singkatan in PERANGKAT_DAERAH.items()
    for sebutan in (*singkatan, f"dinas {jenis}", f"badan {jenis}")
}
_MILIK_INSTANSI = re.compile(
    rf"\b(?:{'|'.join(MILIK_INSTANSI)})\s+(?:pada\s+|di\s+|dari\s+)?"
    rf"(?P<sebutan>{'|'.join(sorted(map(re.escape, _SEBUTAN), key=len, reverse=True))})\b"
)
_WILAYAH = re.compile(
    r"\b(?:(?P<kab>[Kk]abupaten|KABUPATEN|[Kk]ab\.?|KAB\.?)|(?P<kota>[Kk]ota|KOTA)"
    r"|(?P<prov>[Pp]rovinsi|PROVINSI|[Pp]rov\.|PROV\.))"
    r"\s+(?P<nama>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)"
)
_PERATURAN = re.compile(
    r"\b(?:Peraturan|Keputusan|PERATURAN|KEPUTUSAN)\s+"
    r"(?P<sebutan>(?:Bupati|BUPATI|Wali\s?[Kk]ota|WALI\s?KOTA)\s+"
    r"(?P<nama>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*))"
)
_DAERAH = re.compile("kab|kota|prov|bupati|wali")
"""What stands in the small letters of every text that names a region."""
_IMBUHAN = re.compile(r"(?:meng|meny|mem[bpf]|men[cdjt]|melak|di[a-z]{4,}kan$)", re.IGNORECASE)
"""How a verb begins: "Tim Kabupaten Melakukan Verifikasi" names no region."""
_PANJANG_NAMA = 4
"""Words in the name of a region at most: Ogan Komering Ulu Selatan."""


def periksa_sebutan(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Report each name of another office once, where it first occurs.

    One look at all texts together tells whether to look through them one by one.
    """
    sendiri = _kenali(konteks.instansi(sop))
    semua = list(_teks(sop))
    kecil = "\n".join(teks for _, teks in semua).lower()
    cara = [sendiri.daerah_lain] if _DAERAH.search(kecil) else []
    cara += [sendiri.milik_lain] if _MILIK_INSTANSI.search(kecil) else []
    dilihat = set[str]()
    for jalur, teks in semua if cara else ():
        for sebutan, kunci in (x for cari in cara for x in cari(teks)):
            if kunci not in dilihat:
                dilihat.add(kunci)
                yield Temuan("SOP-I008", jalur, {"sebutan": sebutan})


class _Sendiri:
    """What an office is called, and therefore what names another one."""

    def __init__(self, teks: str) -> None:
        polos = teks.lower()
        self.jenis = {j for s, j in _SEBUTAN.items() if re.search(rf"\b{re.escape(s)}\b", polos)}
        self.jenis |= {j for j in PERANGKAT_DAERAH if j in polos}
        self.wilayah: dict[str, set[str]] = {"daerah": set(), "prov": set()}
        for cocok in _WILAYAH.finditer(teks):
            nama = nama_wilayah(cocok["nama"])
            if nama:
                kunci = nama.casefold()
                tingkat = self.wilayah["prov" if cocok["prov"] else "daerah"]
                tingkat |= {kunci, kunci.removeprefix("kepulauan ")}

    def daerah_lain(self, teks: str) -> Iterator[tuple[str, str]]:
        """Yield the other regions that a text names, as written and as a key."""
        kecil = teks.lower()
        if "kab" in kecil or "kota" in kecil or "prov" in kecil:
            for cocok in _WILAYAH.finditer(teks):
                depan = teks[cocok.start() : cocok.start("nama")]
                yield from self._lain(depan, cocok["nama"], "prov" if cocok["prov"] else "daerah")
        if "bupati" in kecil or "wali" in kecil:
            for cocok in _PERATURAN.finditer(teks):
                depan = teks[cocok.start("sebutan") : cocok.start("nama")]
                yield from self._lain(depan, cocok["nama"], "daerah")

    def milik_lain(self, teks: str) -> Iterator[tuple[str, str]]:
        """Yield the other offices whose own papers a text names, as written and as a key."""
        kecil = teks.lower()
        for cocok in _MILIK_INSTANSI.finditer(kecil):
            jenis = _SEBUTAN[cocok["sebutan"]]
            if jenis not in self.jenis:
                awal, akhir = cocok.span("sebutan")
                yield (teks if len(teks) == len(kecil) else kecil)[awal:akhir], jenis

    def _lain(self, depan: str, kata: str, tingkat: str) -> Iterator[tuple[str, str]]:
        """A region is another one if the office has one of that kind and is not called so."""
        nama = nama_wilayah(kata)
        sendiri = self.wilayah[tingkat]
        if not nama or not sendiri:
            return
        kunci = nama.casefold()
        if not any(f"{kunci} ".startswith(f"{s} ") for s in sendiri):
            yield depan + nama, kunci


def nama_wilayah(kata: str) -> str:
    """Return the name of a region at the start of capitalised words; empty where none stands there."""
    nama: list[str] = []
    for satu in kata.split():
        if satu.casefold() in AKHIR_NAMA or _IMBUHAN.match(satu):
            break
        nama.append(satu)
    return " ".join(nama) if len(nama) <= _PANJANG_NAMA else ""


@lru_cache(maxsize=256)
def _sendiri(teks: str) -> _Sendiri:
    return _Sendiri(teks)


def _kenali(instansi: Instansi) -> _Sendiri:
    """Learn an office's names, once for all of its SOPs."""
    nama = (instansi.nama, instansi.nama_pendek, instansi.pemerintah, *instansi.kop)
    return _sendiri("; ".join(nama))


def _teks(sop: Sop) -> Iterator[tuple[Jalur, str]]:
    """List the free texts of an SOP in the order in which they are read."""
    for b in BIDANG_SOP.values():
        if b.cari_sebutan and b.nama not in BIDANG_PROSEDUR:
            yield from _isian((b.nama,), b.jenis, getattr(sop, b.nama))
    for n, bagian in enumerate(sop.bagian):
        yield from _butir(("bagian", n, "isi"), bagian.isi)
    for p, prosedur in enumerate(sop.prosedur):
        yield ("prosedur", p, "judul"), prosedur.judul
        yield from _butir(("prosedur", p, "catatan"), prosedur.catatan)
        for i, langkah in enumerate(prosedur.langkah):
            for b in BIDANG_LANGKAH.values():
                if b.cari_sebutan:
                    jalur = jalur_langkah(p, i, b.nama)
                    yield from _isian(jalur, b.jenis, getattr(langkah, b.nama))
    if sop.lembar_kerja:
        yield from _teks_lembar_kerja(sop.lembar_kerja)


def _isian(jalur: Jalur, jenis: JenisNilai, nilai: Any) -> Iterator[tuple[Jalur, str]]:
    """List the texts of a field; of an official the position."""
    match jenis:
        case JenisNilai.TEKS:
            yield jalur, nilai
        case JenisNilai.PEJABAT:
            semua = nilai if isinstance(nilai, tuple) else (nilai,) if nilai else ()
            for n, pejabat in enumerate(semua):
                nomor = (n,) if len(semua) > 1 else ()
                yield (*jalur, *nomor, "jabatan"), pejabat.jabatan
        case _:
            yield from _butir(jalur, nilai)


def _teks_lembar_kerja(lembar: LembarKerja) -> Iterator[tuple[Jalur, str]]:
    for b in BIDANG_LEMBAR_KERJA.values():
        if b.cari_sebutan and b.jenis is JenisNilai.TEKS:
            yield ("lembar_kerja", b.nama), getattr(lembar, b.nama)
    for bidang in ("produk", "kegiatan"):
        yield (
            ("lembar_kerja", "penanggung_jawab", bidang),
            getattr(lembar.penanggung_jawab, bidang),
        )
    for jalur, tahap in (
        (("lembar_kerja",), lembar.identifikasi_kegiatan),
        (("lembar_kerja", "identifikasi_langkah"), lembar.identifikasi_langkah),
    ):
        for bidang in BIDANG_TAHAP:
            yield from _butir((*jalur, bidang), getattr(tahap, bidang))


def _butir(jalur: Jalur, butir: tuple[str, ...]) -> Iterator[tuple[Jalur, str]]:
    for n, teks in enumerate(butir):
        yield (*jalur, n), teks

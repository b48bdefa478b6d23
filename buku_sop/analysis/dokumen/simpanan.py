"""Where a document is kept: what `pencatatan` says, and steps that file something.

Taken only where it is certain. A name must stand by itself in the text, so that "register surat masuk"
does not keep the "surat masuk"; what stands behind "sebagai" is a form and no document ("disimpan sebagai
data elektronik").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from buku_sop.analysis.dokumen.indeks import Dokumen, TempatLangkah, kunci_dokumen
from buku_sop.analysis.kata.nama import Kata, potong_kata
from buku_sop.analysis.kata.sebutan import DaftarNama
from buku_sop.analysis.kata.tabel import calon
from buku_sop.model import Handbook, Langkah

_MENYIMPAN = frozenset(("simpan", "arsip", "dokumentasi"))
"""Roots of what is done with a document that is kept."""
_MENCATAT = _MENYIMPAN | {"catat"}
"""The same, and what may follow its name: "laporan dicatat", but "catatan laporan" is no laporan."""
_SEBELUM = frozenset(("dan", "atau", "serta", "dari", "setiap", "semua", "seluruh", "berupa"))
_SESUDAH = frozenset(
    ("dan", "atau", "serta", "di", "dalam", "pada", "ke", "oleh", "untuk", "secara", "sebagai")
)
"""Words beside a name that do not make it the name of something else."""
_PUTUS = re.compile(r"[^\w\s'’&-]|\s[-–—]\s|\n")
"""What parts a name from its neighbours: any mark but those inside of words."""
_BENTUK = re.compile(r"\b(?:sebagai|dalam bentuk)\b[^.;\n]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Simpanan:
    """A place that keeps a document."""

    sop: str
    catatan: str = ""
    """The item of its `pencatatan`, in the writer's words; empty where a step files the document."""
    tempat: TempatLangkah | None = None


class Pencari:
    """Finds where the documents of an office are kept."""

    def __init__(self, handbook: Handbook, instansi: str, dokumen: Iterable[Dokumen]) -> None:
        self.simpanan: dict[str, tuple[Simpanan, ...]] = {}
        """By the key of the document (`kunci_dokumen`), `pencatatan` before steps."""
        self._handbook = handbook
        self._kunci: dict[str, set[str]] = {}
        """Keys of the documents that are read alike, by their words."""
        semua = tuple(dokumen)
        for satu in semua:
            self._kunci.setdefault(_kata(satu.nama), set()).add(kunci_dokumen(satu.nama))
        self._nama = DaftarNama(self._kunci, ())
        ditemukan: dict[str, dict[Simpanan, None]] = {}
        for kunci, simpanan in (*self._dicatat(instansi), *self._diarsipkan(semua)):
            ditemukan.setdefault(kunci, {})[simpanan] = None
        self.simpanan = {kunci: tuple(milik) for kunci, milik in ditemukan.items()}

    def _dicatat(self, instansi: str) -> Iterator[tuple[str, Simpanan]]:
        for sop in self._handbook.milik(instansi):
            for butir in sop.pencatatan:
                for kunci in self._disebut(butir):
                    yield kunci, Simpanan(sop.id, " ".join(butir.split()))

    def _diarsipkan(self, dokumen: Iterable[Dokumen]) -> Iterator[tuple[str, Simpanan]]:
        for satu in dokumen:
            kunci = kunci_dokumen(satu.nama)
            for tempat in satu.dipakai:
                sop = self._handbook.cari_sop(tempat.sop)
                assert sop is not None
                langkah = sop.prosedur[tempat.prosedur].langkah[tempat.langkah]
                if _menyimpan(langkah) and self._yang_disimpan(langkah, kunci):
                    yield kunci, Simpanan(sop.id, tempat=tempat)

    def _yang_disimpan(self, langkah: Langkah, kunci: str) -> bool:
        """Whether a step that files something files this document: all that it needs, or named by it."""
        perlu = {kunci_dokumen(n) for n in langkah.dokumen_perlu} - {""}
        return perlu == {kunci} or kunci in self._disebut(langkah.kegiatan)

    def _disebut(self, teks: str) -> list[str]:
        """Return the keys of the documents that a text names; the longest name at a place counts."""
        teks = _BENTUK.sub("", teks)
        kata = potong_kata(teks)
        kunci = [k.kunci for k in kata]
        hasil: list[str] = []
        i = 0
        while i < len(kata):
            akhir = next((a for a in self._nama.cari_nama(kunci, i)), 0)
            if not akhir:
                i += 1
                continue
            sama = self._kunci[" ".join(kunci[i:akhir])]
            if len(sama) == 1 and _sendiri(teks, kata, i, akhir):
                hasil += sama
            i = akhir
        return hasil


def _sendiri(teks: str, kata: list[Kata], i: int, akhir: int) -> bool:
    """Whether the words from `i` to before `akhir` are a name of their own, and not part of another."""
    kiri = i == 0 or _terpisah(teks, kata[i - 1], kata[i])
    kanan = akhir == len(kata) or _terpisah(teks, kata[akhir - 1], kata[akhir])
    return (kiri or _perangkai(kata[i - 1].kunci, _SEBELUM, _MENYIMPAN)) and (
        kanan or _perangkai(kata[akhir].kunci, _SESUDAH, _MENCATAT)
    )


def _terpisah(teks: str, satu: Kata, dua: Kata) -> bool:
    return bool(_PUTUS.search(teks[satu.akhir : dua.awal]))


def _perangkai(kata: str, biasa: frozenset[str], akar: frozenset[str]) -> bool:
    return kata in biasa or _berakar(kata, akar)


def _menyimpan(langkah: Langkah) -> bool:
    """Whether a step itself files something: "mengarsipkan", not "untuk diarsipkan"."""
    kata = (k.kunci for k in potong_kata(langkah.kegiatan))
    return any(k.startswith("me") and _berakar(k, _MENYIMPAN) for k in kata)


@lru_cache(maxsize=8_192)
def _berakar(kata: str, akar: frozenset[str]) -> bool:
    return kata in akar or any(c in akar for c in calon(kata))


def _kata(nama: str) -> str:
    return " ".join(k.kunci for k in potong_kata(nama))

"""Where a free text names an SOP: "lihat SOP Pengarsipan dan SOP Pengadaan Barang dan Jasa"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from buku_sop.analysis.kata.nama import (
    SOP,
    akhir_tanda_butir,
    kata_nama,
    kunci_nomor,
    menyebut_sop,
)

_ID = re.compile(r"[a-z0-9_-]+/[a-z0-9_-]+", re.IGNORECASE)
_NOMOR = re.compile(r"(?:[^\W_]|[-/.](?=[^\W_])){4,80}")
_SELA = re.compile(r"""\s*(?::|[-–—](?=\s))?\s*["“”'‘’«(]?""")
"""What may stand between SOP and a name. Not "/" (a number) nor "." (the end of a sentence)."""
_MUNGKIN = re.compile(
    r"s\W*o\W*p|s\W*p\W*o|p\W*o\W*s|protap|prosedur|procedure|[^\x00-\x7f]", re.IGNORECASE
)
"""What a text has that may name an SOP: most cells are not worth a closer look."""
_AKHIR_KALIMAT = re.compile(r"[;\n]|[.!?]\s")
_EKOR = re.compile(r"\s*(?:[,;/]|\b(?:dan|atau|serta)\b|[,;]\s*dan\b)\s*$", re.IGNORECASE)
"""What holds an item of a list to the next."""
_PERANGKAI = frozenset(("dan", "atau", "serta"))
"""Words that hold the parts of a name together: "Pengadaan Barang dan Jasa"."""
_BUKAN_NAMA = frozenset(
    [
        "adalah",
        "atau",
        "berlaku",
        "dan",
        "dari",
        "di",
        "dengan",
        "dimaksud",
        "ini",
        "itu",
        "lain",
        "lainnya",
        "masing",
        "nya",
        "no",
        "nomor",
        "oleh",
        "pada",
        "sebagai",
        "sebelumnya",
        "sesuai",
        "tentang",
        "terkait",
        "terlampir",
        "tersebut",
        "untuk",
        "yang",
    ]
)
"""Words after SOP where no name is meant: "SOP yang berlaku", "SOP-nya", "SOP Nomor 3"."""


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A stretch of a text that names an SOP, with the word SOP."""

    awal: int
    akhir: int
    kunci: str = ""
    """The name as `kunci_nama` makes it; empty where an id or a number was written."""
    id: str = ""
    nomor: str = ""
    """The number of an SOP, folded."""


class DaftarNama:
    """The names, ids and numbers that may occur, arranged so that a text is read once, however many they are."""

    def __init__(self, kunci: Iterable[str], id: Iterable[str], nomor: Iterable[str] = ()) -> None:
        """Take names as `kunci_nama` makes them, ids, and numbers as `kunci_nomor` does."""
        self._nomor = frozenset(nomor)
        self._kunci = frozenset(kunci)
        self._id = {i.casefold(): i for i in id}
        panjang: dict[str, set[int]] = {}
        for kata in (k.split(" ") for k in self._kunci):
            panjang.setdefault(kata[0], set()).add(len(kata))
        self._panjang = {k: sorted(semua, reverse=True) for k, semua in panjang.items()}

    def cari_id(self, teks: str) -> str:
        """Return the id that a whole text says, whatever its case; empty if there is none."""
        return self._id.get(teks.strip().casefold(), "")

    def cari_id_di(self, teks: str, posisi: int) -> tuple[str, int]:
        """Return the id that stands at a position and where it ends; an empty one if there is none."""
        cocok = _ID.match(teks, posisi)
        return (self.cari_id(cocok[0]), cocok.end()) if cocok else ("", posisi)

    def cari_nomor_di(self, teks: str, posisi: int) -> tuple[str, int]:
        """Return the number that stands at a position and where it ends; an empty one if there is none."""
        cocok = _NOMOR.match(teks, posisi)
        nomor = kunci_nomor(cocok[0]) if cocok else ""
        return (nomor, cocok.end()) if cocok and nomor in self._nomor else ("", posisi)

    def cari_nama(self, kata: list[str], i: int) -> Iterator[int]:
        """Yield the ends of the names that start with word `i`, the longest first."""
        for panjang in self._panjang.get(kata[i], ()):
            if i + panjang <= len(kata) and " ".join(kata[i : i + panjang]) in self._kunci:
                yield i + panjang


def cari_sebutan(teks: str, nama: DaftarNama) -> list[Sebutan]:
    """Find the SOPs that a text names, in order and without overlap.

    The longest known name after the word SOP wins; one that goes on in capitals is another, longer name.
    Where none is known, the whole text is the name if it begins with SOP, and else the capitalised words.
    """
    if id := nama.cari_id(teks):
        return [Sebutan(len(teks) - len(teks.lstrip()), len(teks.rstrip()), id=id)]
    return list(_Pembaca(teks, nama).baca()) if _MUNGKIN.search(teks) else []


def bagi_sebutan(teks: str, nama: DaftarNama) -> list[str]:
    """Cut a list of SOPs, each with the word SOP in front, into its items; else return the text alone.

    "SOP Tamu (SOP-01/2025), SOP Arsip" names two; "SOP Penyusunan SOP" names one.
    """
    if not _MUNGKIN.search(teks):
        return [teks]
    pembaca = _Pembaca(teks, nama)
    potong = [s.awal for s in pembaca.baca() if not s.nomor or s.awal == 0]
    awal = pembaca.kata[pembaca.pertama].awal if pembaca.kata else 0
    if len(potong) < 2 or potong[0] != awal:
        return [teks]
    batas = [0, *potong[1:], len(teks)]
    bagian = [_EKOR.sub("", teks[a:b].strip()) for a, b in pairwise(batas)]
    return [b for b in bagian if b]


class _Pembaca:
    """Reads one text from left to right. Positions `i` count words."""

    def __init__(self, teks: str, nama: DaftarNama) -> None:
        self.teks, self.nama = teks, nama
        self.kata = kata_nama(teks)
        self.kunci = [k.kunci for k in self.kata]
        mulai = akhir_tanda_butir(teks)
        self.pertama = next((i for i, k in enumerate(self.kata) if k.awal >= mulai), 0)
        self.huruf_besar = teks.upper() == teks
        """Where all letters are capitals, a capital says nothing."""

    def baca(self) -> Iterator[Sebutan]:
        i = 0
        while i < len(self.kata):
            nomor, akhir_nomor = self._nomor(i)
            if nomor:
                yield Sebutan(self.kata[i].awal, akhir_nomor, nomor=nomor)
                while i < len(self.kata) and self.kata[i].awal < akhir_nomor:
                    i += 1
                continue
            if not self._membuka(i):
                i += 1
                continue
            awal, i = self.kata[i].awal, i + 1
            id, akhir_id = self.nama.cari_id_di(self.teks, self.kata[i].awal)
            if id:
                yield Sebutan(awal, akhir_id, id=id)
                while i < len(self.kata) and self.kata[i].awal < akhir_id:
                    i += 1
            elif akhir := self._akhir_nama(i):
                yield Sebutan(awal, self.kata[akhir - 1].akhir, " ".join(self.kunci[i:akhir]))
                i = akhir

    def _akhir_nama(self, i: int) -> int:
        """Return where the name that starts with word `i`, after SOP, ends; 0 if it is no name."""
        butir = i - 1 == self.pertama
        for akhir in self.nama.cari_nama(self.kunci, i):
            if self.huruf_besar or not self._berlanjut(akhir, perangkai=butir):
                return akhir
        if self.kunci[i] == SOP or self.kunci[i] in _BUKAN_NAMA:
            return 0
        if butir:
            return self._akhir_butir(i)
        if not self._kapital(i):
            return 0
        while self._berlanjut(i + 1, perangkai=True):
            i += 1
        return i + 1

    def _akhir_butir(self, i: int) -> int:
        """Return where a text ends that is itself a name: with its sentence, or before a second SOP."""
        akhir_kalimat = _AKHIR_KALIMAT.search(self.teks, self.kata[i].awal)
        batas = akhir_kalimat.start() if akhir_kalimat else len(self.teks)
        i += 1
        while i < len(self.kata) and self.kata[i].awal < batas:
            if self._membuka_lain(i):
                return i - 1 if self.kunci[i - 1] in _PERANGKAI else i
            i += 1
        return i

    def _nomor(self, i: int) -> tuple[str, int]:
        """Return the number that stands at word `i`, if it begins with SOP or stands behind SOP or "nomor"."""
        depan = self.kunci[i - 1] if i else ""
        if self.kunci[i] != SOP and depan not in (SOP, "nomor", "nomer", "no"):
            return "", 0
        return self.nama.cari_nomor_di(self.teks, self.kata[i].awal)

    def _membuka(self, i: int) -> bool:
        """Whether word `i` says SOP, with something that could be a name behind it."""
        if i + 1 >= len(self.kata) or not menyebut_sop(self.kunci, i):
            return False
        kata, sela = self.kata[i], self._sela(i)
        if self.kunci[i] == "pos" and not self.teks[kata.awal : kata.akhir].isupper():
            return False
        if "." in self.teks[kata.awal : kata.akhir]:
            sela = sela.removeprefix(".")
        sebelum = self.teks[max(0, kata.awal - 1) : kata.awal]
        return sebelum not in ("/", "-") and bool(sela) and bool(_SELA.fullmatch(sela))

    def _membuka_lain(self, i: int) -> bool:
        """Whether word `i` opens another name, rather than being part of one ("Penyusunan SOP Baru")."""
        terpisah = not self._rapat(i) or self.kunci[i - 1] in _PERANGKAI
        return terpisah and self._membuka(i)

    def _berlanjut(self, i: int, *, perangkai: bool) -> bool:
        """Whether a name goes on with word `i`: a capital, or with `perangkai` a "dan" before one."""
        if i >= len(self.kata) or not self._rapat(i) or self._membuka_lain(i):
            return False
        if self._kapital(i):
            return True
        return perangkai and self.kunci[i] in _PERANGKAI and self._berlanjut(i + 1, perangkai=False)

    def _kapital(self, i: int) -> bool:
        huruf = self.teks[self.kata[i].awal]
        return huruf.isupper() or huruf.isdigit()

    def _rapat(self, i: int) -> bool:
        """Whether no more than space, "/" or "-" parts word `i` from the one before."""
        return not self._sela(i - 1).strip(" \t\u00a0/-")

    def _sela(self, i: int) -> str:
        return self.teks[self.kata[i].akhir : self.kata[i + 1].awal]

"""Reads on after a mistake of YAML, so that what else is wrong is told in the same run.

A line that the parser refuses is written as it was probably meant (`pulih_calon`), and if nothing fits, left out
with what it belongs to. Whatever is not certain about that is told with it, so that nobody judges it. A text
that was mended is only for the checks: nothing shows, prints or compares it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from buku_sop.diagnostics import Diagnostic, Location, diagnose, gabungkan
from buku_sop.loading.places import Path, Place, Places, Source, position
from buku_sop.loading.pulih_calon import KUNCI, Calon, Tingkat, calon, tab
from buku_sop.loading.text import read_text

_BATAS = 30
"""Mistakes in one file after which nobody reads on."""
_ANGGARAN = 3_000_000
"""Characters that are parsed to find out how one file was meant; what it takes longer for is not read on."""
_BERHENTI = frozenset({"SOP-Y001", "SOP-Y002", "SOP-Y004", "SOP-Y010"})
"""Codes of mistakes that a line may be written otherwise for."""
TAK_DIKENAL = "?"
"""Stands for a part of the file of which nobody knows what it was; it was none with keys of its own."""
_AKHIR_BARIS = re.compile("(\r\n|[\n\r\x85\u2028\u2029])")
_KUNCI_ATAS = re.compile(rf"(?:- +)?({KUNCI})\b")


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What was read of a text."""

    source: Source | None
    diagnostics: list[Diagnostic]
    utuh: bool = True
    """Whether the text was read as it stands."""
    hilang: tuple[Path, ...] = ()
    """Where something was left out."""
    kira: tuple[Path, ...] = ()
    """Values that were meant so if they fit the form."""


_SELESAI = float("inf")
_Nilai = tuple[float, int]
"""The line that was come to, and how well the text fits the form (0 is best)."""


@dataclass(frozen=True, slots=True)
class _Percobaan:
    teks: str
    source: Source | None
    found: list[Diagnostic]

    @property
    def berhenti(self) -> Diagnostic | None:
        """The mistake at which the reading ended."""
        return self.found[-1] if self.source is None and self.found else None


_Dapat = tuple[_Nilai, _Percobaan, Calon]


def baca_terus(text: str, file: str, cocok: Callable[[Source], int] = lambda _: 0) -> Bacaan:
    """Read a YAML text as `read_text` does, past its mistakes as far as they can be understood.

    `cocok` counts what does not fit the form, by which one of several ways to write a text is chosen.
    """
    return _Pembaca(text, file, cocok).baca()


class _Pembaca:
    """Reads one text."""

    def __init__(self, text: str, file: str, cocok: Callable[[Source], int]) -> None:
        self.asli, self.file, self.cocok = text, file, cocok
        self.sisa = _ANGGARAN
        self.salah: list[Diagnostic] = []
        self.dipakai: list[Calon] = []

    def baca(self) -> Bacaan:
        kini = self._coba(self.asli)
        while (berhenti := kini.berhenti) and berhenti.kode in _BERHENTI:
            lanjut = self._lanjut(kini, berhenti) if len(self.dipakai) < _BATAS else None
            if lanjut is None:
                break
            kini, dipakai = lanjut
            self.salah += map(self._di_berkas, self._jelaskan(berhenti, dipakai))
            self.dipakai.append(dipakai)
        if not self.dipakai:
            return Bacaan(kini.source, kini.found)
        if kini.source is None:
            akhir = map(self._di_berkas, kini.found[-1:])
            return Bacaan(None, [*self.salah, *akhir], utuh=False)
        hilang, kira = self._letak(kini.source)
        lain = map(self._di_berkas, kini.found)
        return Bacaan(kini.source, [*self.salah, *lain], False, hilang, kira)

    def _di_berkas(self, temuan: Diagnostic) -> Diagnostic:
        """Keep a place in the file as it is written: a line may have been read longer than it is."""
        isi, _ = _baris(self.asli)
        lokasi = temuan.lokasi
        if not 0 < lokasi.baris <= len(isi):
            return temuan
        kolom = min(lokasi.kolom, len(isi[lokasi.baris - 1]) + 1)
        return replace(temuan, lokasi=replace(lokasi, kolom=kolom))

    def _coba(self, teks: str) -> _Percobaan:
        self.sisa -= len(teks)
        return _Percobaan(teks, *read_text(teks, self.file))

    def _lanjut(self, kini: _Percobaan, berhenti: Diagnostic) -> tuple[_Percobaan, Calon] | None:
        """Find the way to write the text by which the reading comes furthest, and which fits the form best.

        A sure way needs no comparison. Something is only left out where nothing that may have been meant comes
        further than to the next line, or where the line alone is better left out; and no more than must be.
        """
        isi, sela = _baris(kini.teks)
        n = min(berhenti.lokasi.baris, len(isi)) - 1
        terbaik: _Dapat | None = None
        for satu in tab(isi, n) if berhenti.kode == "SOP-Y002" else calon(isi, n):
            if terbaik and self._puas(terbaik, satu, n, kini):
                break
            if self.sisa < len(kini.teks):
                break
            hasil = self._coba(_gabung(isi, sela, satu.tulisan))
            sampai = _sampai(hasil)
            if sampai <= (satu.baris if satu.jauh else max(n, satu.baris)) + 1:
                continue
            nilai = sampai, -(self.cocok(hasil.source) if hasil.source else 0) - len(hasil.found)
            if terbaik is None or nilai > terbaik[0]:
                terbaik = nilai, hasil, satu
            if (
                satu.tingkat is Tingkat.BUANG
                and terbaik[2] is satu
                and sampai > n + 2
                and len(hasil.found) <= len(kini.found)
            ):
                break
        return terbaik[1:] if terbaik else None

    @staticmethod
    def _puas(dapat: _Dapat, berikut: Calon, n: int, kini: _Percobaan) -> bool:
        """Whether a way is so good that the next one need not be tried."""
        (sampai, _), hasil, satu = dapat
        if len(hasil.found) > len(kini.found) or berikut.tingkat <= satu.tingkat:
            return False  # it brings what was not wrong before; or the next is as likely
        jauh = satu.jauh or sampai > n + 2
        if satu.tingkat is Tingkat.PASTI or berikut.tingkat is Tingkat.KIRA:
            return jauh
        return len(berikut.tulisan) > 1 or (jauh and sampai < _SELESAI)

    def _jelaskan(self, berhenti: Diagnostic, dipakai: Calon) -> Iterator[Diagnostic]:
        """Word a mistake, at the place that the way out of it shows better than the parser."""
        if berhenti.kode == "SOP-Y002":
            isi, _ = _baris(self.asli)
            semua = [
                (Location(self.file, i + 1, isi[i].rfind("\t", 0, len(isi[i]) - len(isi[i].lstrip())) + 1),
                 {"isi": isi[i].strip()[:60]})
                for i in sorted(dipakai.tulisan)
            ]  # fmt: skip
            yield gabungkan("SOP-Y002", semua)
        elif dipakai.sebab and berhenti.kode == "SOP-Y001":
            sebab, usul = dipakai.sebab
            lokasi = Location(self.file, dipakai.baris + 1, dipakai.kolom)
            yield diagnose("SOP-Y001", lokasi, sebab=sebab, usul=usul)
        else:
            yield berhenti

    def _letak(self, source: Source) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Find the paths of what was left out, and of what was guessed."""
        isi, _ = _baris(self.asli)
        semua = list(_kunci(source))
        hilang, kira = dict[Path, None](), dict[Path, None]()
        for satu in self.dipakai:
            milik = [p for b, _, p in semua if b - 1 in satu.tulisan]
            if satu.ragu:
                sebelum = [p for b, _, p in semua if b - 1 < satu.baris]
                hilang |= dict.fromkeys((milik or sebelum)[-1:])
            elif satu.tingkat is Tingkat.KIRA:
                kira |= dict.fromkeys(milik)
            elif satu.tingkat is Tingkat.BUANG:
                hilang[_wadah(semua, isi, satu)] = None
        return tuple(hilang), tuple(kira)


def _baris(teks: str) -> tuple[list[str], list[str]]:
    """Cut a text where YAML ends its lines; return the lines, and what ends each but the last."""
    potongan = _AKHIR_BARIS.split(teks)
    return potongan[::2], potongan[1::2]


def _gabung(isi: list[str], sela: list[str], tulisan: Mapping[int, str]) -> str:
    """Put lines together again, some of them written otherwise."""
    ganti = [tulisan.get(i, baris) for i, baris in enumerate(isi)]
    return "".join(a + b for a, b in zip(ganti, [*sela, ""], strict=True))


def _sampai(hasil: _Percobaan) -> float:
    """Return the line at which the reading ended; infinity where it did not."""
    berhenti = hasil.berhenti
    return berhenti.lokasi.baris if berhenti and berhenti.kode in _BERHENTI else _SELESAI


def _kunci(source: Source) -> Iterator[tuple[int, int, Path]]:
    """List every key and every item with its line and column, in the order of the text."""
    tumpukan: list[tuple[Place, Path]] = [(source.places, ())]
    hasil = list[tuple[int, int, Path]]()
    while tumpukan:
        place, jalur = tumpukan.pop()
        if not isinstance(place, Places):
            continue
        if isinstance(place.inner, dict):
            for kunci, (tanda, nilai) in place.inner.items():
                hasil.append((*position(tanda), (*jalur, kunci)))
                tumpukan.append((nilai, (*jalur, kunci)))
        else:
            for nomor, nilai in enumerate(place.inner):
                hasil.append((*position(nilai), (*jalur, nomor)))
                tumpukan.append((nilai, (*jalur, nomor)))
    return iter(sorted(hasil, key=lambda k: k[:2]))


def _wadah(semua: list[tuple[int, int, Path]], isi: list[str], buang: Calon) -> Path:
    """Find what was left out belonged to; of the outermost level its own key."""
    baris, nomor = isi[buang.baris], buang.baris + 1
    menjorok = len(baris) - len(baris.lstrip())
    atas: list[tuple[int, Path]] = []
    for b, kolom, jalur in semua:
        if b >= nomor:
            break
        while atas and atas[-1][0] >= kolom:
            atas.pop()
        atas.append((kolom, jalur))
    if ":" not in baris and len(buang.tulisan) == 1:  # words that may have stood anywhere here
        return (atas[-1][1][:-1] if atas else ()) or (TAK_DIKENAL,)
    while atas and atas[-1][0] > menjorok:
        atas.pop()
    if atas:
        return atas[-1][1]
    cocok = _KUNCI_ATAS.match(baris.lstrip())
    return (cocok[1],) if cocok and not menjorok else ()

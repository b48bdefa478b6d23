"""By which words a step is known again in the SOP of another office.

Offices word the same stage each in their own way, so words are compared by their roots, words that every step
has ("pengukuran kinerja") count little, and what is *done* counts most: "Mengoreksi konsep" and "Memeriksa konsep"
are nearer to each other than "Membuat konsep". All of this finds what is alike, and never proves it the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import fsum, log, sqrt

from buku_sop.analysis.kata.kata_dasar import FRASA_UMUM, KATA_TUGAS
from buku_sop.analysis.kata.nama import Kata, potong_kata
from buku_sop.model import Langkah, Prosedur

Akar = Callable[[str], str]
"""Returns the root of a word in lower case, or the word itself."""
Vektor = Mapping[str, float]
"""Features with their weights; its length is 1, or it is empty."""

_TINDAKAN = (
    "perintah tugas disposisi",
    "periksa koreksi verifikasi validasi teliti analisis analisa evaluasi kaji telaah tinjau cek reviu",
    "tandatangan sah setuju paraf",
    "arsip dokumentasi simpan",
    "kirim sampai serah terus aju lapor salur",
    "rapat bahas diskusi musyawarah",
    "undang panggil",
    "himpun kumpul rekap olah",
    "buat susun siap konsep rumus rancang",
    "terima catat agenda daftar",
    "perbaiki revisi baik",
)
"""Actions that stand for each other in SOPs, by root. A likeness to begin with, not a dictionary."""
_KELOMPOK = {kata: f"tindakan:{satu.split()[0]}" for satu in _TINDAKAN for kata in satu.split()}
_RINGAN = frozenset({"laku", "ada", "laksana", "selenggara", "proses"})
"""Verbs that say nothing by themselves: "melaksanakan rapat" is about the meeting."""
_PENUTUP = frozenset(
    [
        "untuk",
        "jika",
        "apabila",
        "bila",
        "agar",
        "supaya",
        "guna",
        "dengan",
        "berdasarkan",
        "sebagai",
        "menggunakan",
    ]
)
"""Behind these words stands why or how, and no action of the step."""
_KATA_KERJA = re.compile(r"(?:me|ber)[a-z]{3,}")
_FRASA = {tuple(f.split()): f.replace(" ", "") for f in FRASA_UMUM}
_LANJUTAN = 0.7
"""Weight of an action behind the first."""
KEPUTUSAN = "keputusan"
"""The feature of a step that decides."""
_LAIN_JENIS = 0.7
"""What is left of the likeness of a step that decides and one that does not."""
_BOBOT_KELOMPOK, _BOBOT_OUTPUT, _BOBOT_PELAKSANA, _BOBOT_KEPUTUSAN = 1.3, 0.6, 0.4, 1.2


class PembacaLangkah:
    """Reads the features of steps with the roots of words."""

    def __init__(self, akar_kata: Akar) -> None:
        self._akar = akar_kata

    def ciri(self, prosedur: Prosedur, langkah: Langkah) -> dict[str, float]:
        """Return the features of a step, before it is known how common each is."""
        ciri: dict[str, float] = dict.fromkeys(self._isi(langkah.kegiatan), 1.0)
        for nomor, (akar_kata, _) in enumerate(self.tindakan(langkah.kegiatan)):
            bobot = _LANJUTAN if nomor else 1.0
            ciri.setdefault(f"kerja:{akar_kata}", bobot)
            if akar_kata in _KELOMPOK:
                ciri.setdefault(_KELOMPOK[akar_kata], bobot * _BOBOT_KELOMPOK)
        for teks in langkah.dokumen_hasil:
            ciri |= {f"output:{k}": _BOBOT_OUTPUT for k in self._isi(teks)}
        label = {p.id: p.label for p in prosedur.pelaksana}
        for lane in langkah.pelaksana:
            ciri |= {f"oleh:{k}": _BOBOT_PELAKSANA for k in self._isi(label.get(lane, lane))}
        if langkah.keputusan:
            ciri[KEPUTUSAN] = _BOBOT_KEPUTUSAN
        return ciri

    def tindakan(self, kegiatan: str) -> list[tuple[str, int]]:
        """Return the roots of what a step does, each once, and where the words begin.

        Without a verb it is the first word: "Arsip hasil pengumpulan data".
        """
        hasil: dict[str, int] = {}
        awal_ringan: int | None = None
        kata = [k for k in potong_kata(kegiatan) if k.kunci not in KATA_TUGAS - _PENUTUP]
        for satu in kata:
            akar_kata = self._akar_kata(satu.kunci)
            if satu.kunci in _PENUTUP:
                if hasil:
                    break
            elif awal_ringan is not None:
                hasil.setdefault(akar_kata, awal_ringan)
                awal_ringan = None
            elif _KATA_KERJA.fullmatch(satu.kunci):
                if akar_kata in _RINGAN:
                    awal_ringan = satu.awal
                    continue
                hasil.setdefault(akar_kata, satu.awal)
                if _KELOMPOK.get(akar_kata) == _KELOMPOK["perintah"]:
                    break  # what follows is for another to do
        if not hasil and kata:
            hasil[self._akar_kata(kata[0].kunci)] = kata[0].awal
        return list(hasil.items())

    def _akar_kata(self, kata: str) -> str:
        akar_kata = self._akar(kata)
        if akar_kata == kata and kata.endswith("analisa"):
            return "analisis"
        return akar_kata

    def _isi(self, teks: str) -> Iterator[str]:
        """Yield the roots of the words that say something; two that make one are one."""
        kata = list(potong_kata(teks))
        for satu in _gabung_frasa(kata, self._akar_kata):
            if satu not in KATA_TUGAS and len(satu) > 1:
                yield satu


def _gabung_frasa(kata: Sequence[Kata], akar_kata: Akar) -> Iterator[str]:
    """Yield roots, with "tanda tangan" as one word, as "menandatangani" has it."""
    lewati = False
    semua = [akar_kata(k.kunci) for k in kata]
    for i, satu in enumerate(semua):
        if lewati:
            lewati = False
            continue
        frasa = _FRASA.get((satu, semua[i + 1])) if i + 1 < len(semua) else None
        lewati = frasa is not None
        yield frasa or satu


def timbang(semua: Sequence[Mapping[str, float]]) -> list[Vektor]:
    """Weigh features by how few of all steps have them, and bring each step to length 1."""
    banyak = Counter(c for ciri in semua for c in ciri)
    langka = {c: log(1 + len(semua) / n) for c, n in banyak.items()}
    return [satukan([{c: b * langka[c] for c, b in ciri.items()}]) for ciri in semua]


def satukan(vektor: Iterable[Vektor]) -> Vektor:
    """Return the mean direction of vectors, of length 1."""
    jumlah: dict[str, float] = {}
    for satu in vektor:
        for ciri, bobot in satu.items():
            jumlah[ciri] = jumlah.get(ciri, 0.0) + bobot
    panjang = sqrt(fsum(b * b for b in jumlah.values()))
    return {c: b / panjang for c, b in jumlah.items()} if panjang else {}


def kedekatan(a: Vektor, b: Vektor) -> float:
    """Tell from 0 to 1 how alike two steps are."""
    if len(b) < len(a):
        a, b = b, a
    hasil = fsum(bobot * b.get(ciri, 0.0) for ciri, bobot in a.items())
    return hasil if (KEPUTUSAN in a) == (KEPUTUSAN in b) else hasil * _LAIN_JENIS

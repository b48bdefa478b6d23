"""SOP-M004: outputs that nobody needs, neither a step after it nor another SOP of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.checks.jangkauan import Giliran, Sambungan, jangkau, sambungan
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.kosakata import JABATAN, NASKAH
from buku_sop.analysis.checks.teks import jalur_langkah, kata_dokumen, kata_kata, nomor_langkah
from buku_sop.analysis.dokumen.indeks import kunci_dokumen
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Prosedur, Sop
from buku_sop.model.teks import butir_teks

_SERUPA = 0.6
"""Share of the shorter name's words that two names have in common at least to be thought of one document."""
_PERANGKAI = re.compile(r"\s*[,;&]\s*|\s+(?:dan|serta|beserta|atau)\s+", re.IGNORECASE)
"""What joins documents in one name."""
_TANPA_GAYA = 2
"""Steps up to which a table shows no style of its own."""
_LANGKAH_DITELUSURI = 300
"""Steps of a procedure through which documents are followed: the time for it grows with their square."""


def periksa_output(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Look for outputs that nobody needs; other forms than SOP-AP need not say who does."""
    for p, prosedur in enumerate(sop.prosedur):
        if not prosedur.polos and sop.bentuk is None:
            yield from _output_tidak_dipakai(sop, prosedur, p, konteks)


def _output_tidak_dipakai(
    sop: Sop, prosedur: Prosedur, p: int, konteks: KonteksSendiri
) -> Iterator[Temuan]:
    """M004, for steps that are no end: no step after it, and no other SOP of the office, needs it.

    What is the same document is judged as on the pages of documents. A name that is only alike is told. In a table
    that does not hand on most of its outputs that is all that is told: there *output* is what is reached, no document.
    """
    if len(prosedur.langkah) > _LANGKAH_DITELUSURI:
        return
    alur = susun_alur(prosedur)
    if alur.salah_tujuan or not any(langkah.dokumen_perlu for langkah in prosedur.langkah):
        return
    penelusur = _Penelusur(prosedur, sambungan(alur))
    terpakai, tidak = 0, list[tuple[Jalur, str, tuple[int, str] | None]]()
    for i, langkah in enumerate(prosedur.langkah):
        if not langkah.output or not penelusur.berlanjut(i):
            continue
        for n, output in ((n, b) for n, t in enumerate(langkah.output) for b in butir_teks(t)):
            if not kunci_dokumen(output) or kata_kata(output)[0] in JABATAN:
                continue  # nothing, or people
            if _dipakai(sop, penelusur, i, output, konteks):
                terpakai += 1
            else:
                jalur = jalur_langkah(p, i, "output", n)
                tidak.append((jalur, output, penelusur.mirip(i, output)))
    berantai = len(tidak) <= terpakai or len(prosedur.langkah) <= _TANPA_GAYA
    for jalur, output, mirip in tidak:
        if berantai or mirip:
            yield Temuan(
                "SOP-M004", jalur, {"output": _pendek(output), **_usul_dokumen(sop, p, mirip)}
            )


def _dipakai(sop: Sop, penelusur: _Penelusur, i: int, output: str, konteks: KonteksSendiri) -> bool:
    """Tell whether an output is needed by a later step, named in its kegiatan, or needed by another SOP."""
    kunci = kunci_dokumen(output)
    if penelusur.diperlukan(i, kunci) or penelusur.diperlukan_sebagian(i, output):
        return True
    return kunci in konteks.diperlukan_lain(sop) or penelusur.disebut(i, output)


_TERPANJANG = 80
"""Characters of a document's name in a message."""


def _pendek(nama: str) -> str:
    return nama if len(nama) <= _TERPANJANG else f"{nama[: _TERPANJANG - 1]}…"


def _usul_dokumen(sop: Sop, p: int, mirip: tuple[int, str] | None) -> dict[str, str]:
    """Say how to mend an output that nobody needs, given the step that needs something alike."""
    if mirip is None:
        usul = "Periksa apakah langkah berikutnya memerlukannya dengan nama yang sama."
        return {"usul": usul, "serupa": ""}
    langkah, nama = mirip
    perlu = f"angkah {nomor_langkah(sop, p, langkah)} memerlukan `{_pendek(nama)}`"
    usul = f"L{perlu}: tulis dengan nama yang sama bila dokumennya sama."
    return {"usul": usul, "serupa": f"; l{perlu}"}


class _Penelusur:
    """Follows documents down the flow of a procedure."""

    def __init__(self, prosedur: Prosedur, maju: Sambungan) -> None:
        self.prosedur, self.maju = prosedur, maju
        self.perlu = [{kunci_dokumen(t) for t in x.dokumen_perlu} for x in prosedur.langkah]
        self.keluar: list[set[Giliran]] = [set() for _ in prosedur.langkah]
        """The turns of other steps that may follow each step at once."""
        self.akhir = set[int]()
        self.sesudah: dict[int, list[int]] = {}
        for (i, _), ke in maju.items():
            self.keluar[i] |= {g for g in ke if g[0] != i}
            if not ke:
                self.akhir.add(i)

    def berlanjut(self, i: int) -> bool:
        """Tell whether other steps follow a step, whichever way the flow goes."""
        return i not in self.akhir and bool(self.keluar[i])

    def diperlukan(self, i: int, kunci: str) -> bool:
        """Tell whether a step after it needs a document; mostly the next one does."""
        if any(kunci in self.perlu[j] for j, _ in self.keluar[i]):
            return True
        return any(kunci in self.perlu[j] for j in self._sesudah(i))

    def diperlukan_sebagian(self, i: int, nama: str) -> bool:
        """Tell whether a step after it needs a document that is named together with others, here or there."""
        bagian = _bagian(nama)
        return any(
            not bagian.isdisjoint(_bagian(perlu))
            for j in self._sesudah(i)
            for perlu in self.prosedur.langkah[j].dokumen_perlu
        )

    def disebut(self, i: int, nama: str) -> bool:
        """Tell whether the kegiatan of a step after it speaks of a document."""
        kata = kata_dokumen(nama)
        return any(
            len(kata.intersection(kata_kata(self.prosedur.langkah[j].kegiatan)))
            >= _SERUPA * len(kata)
            for j in self._sesudah(i)
        )

    def mirip(self, i: int, nama: str) -> tuple[int, str] | None:
        """Return what a step after it needs and what is called most alike, with that step."""
        calon = [
            (serupa, j, lain)
            for j in self._sesudah(i)
            for lain in self.prosedur.langkah[j].dokumen_perlu
            if (serupa := _keserupaan(kata_dokumen(nama), kata_dokumen(lain)))
        ]
        return max(calon, key=lambda c: c[0])[1:] if calon else None

    def _sesudah(self, i: int) -> list[int]:
        """Return the steps that may follow a step, in order; itself where the flow comes back to it."""
        if i not in self.sesudah:
            self.sesudah[i] = sorted({j for j, _ in jangkau(self.keluar[i], self.maju)})
        return self.sesudah[i]


_KETERANGAN = re.compile(r"\([^()]*\)|\b(?:yang|telah|sudah)\b[^,;/()]*", re.IGNORECASE)
"""What is said of a document and is no part of its name."""
_SINGKATAN = re.compile(r"\(([A-Z][\w.-]*[A-Z])\)")
"""The abbreviation of a name, in brackets behind it: "Berita Acara (BA)"."""


@lru_cache(maxsize=4096)
def _bagian(nama: str) -> frozenset[str]:
    """Return the keys of the documents that one name may join: "BAST dan SK Hibah", "Notulen, Undangan".

    Each also without what is said of its state: "Laporan (rangkap dua)", "Laporan yang telah diperiksa".
    """
    tanpa = _PERANGKAI.split(_KETERANGAN.sub(" ", nama))
    semua = (*_PERANGKAI.split(nama), *tanpa, *_SINGKATAN.findall(nama))
    return frozenset(map(kunci_dokumen, semua)) - {""}


def _keserupaan(a: frozenset[str], b: frozenset[str]) -> float:
    """Return which share of all their words two names have in common; 0 unless most of the shorter one's."""
    if (a & NASKAH) and (b & NASKAH) and not (a & b & NASKAH):
        return 0  # a list is no letter
    sama = len(a & b)
    return sama / len(a | b) if a and b and sama >= _SERUPA * min(len(a), len(b)) else 0

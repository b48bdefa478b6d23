"""The flow of a changed procedure as a Mermaid flowchart: as it is now, with what was there before.

Forges render `flowchart` and not yet swimlanes, so lanes are subgraphs. What changed is told by a word in
the symbol and by its outline as well as by its colour. The distances and the theme are the forge's own.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from buku_sop.analysis.alur.alur import Alur, Simpul, susun_alur
from buku_sop.analysis.beda import BedaLangkah, BedaProsedur, Jenis
from buku_sop.analysis.beda.cocok import kunci
from buku_sop.model import Prosedur, Simbol
from buku_sop.model.teks import pokok
from buku_sop.views.alur.mermaid import BATAS_GARIS, BATAS_LANGKAH, susun_id
from buku_sop.views.dasar.mermaid_text import amankan, judul_lane, singkat, tanpa_syarat

_TEKS = 70
_TEKS_LABEL = 40
_BARIS_LANE = 2
"""Lines of a lane's title: the forges that draw a comparison make room for no more."""
_BENTUK = {
    Simbol.KAPSUL: ('("', '")'),
    Simbol.KOTAK: ('["', '"]'),
    Simbol.BELAH_KETUPAT: ('{"', '"}'),
}
_GAYA = {
    "baru": "fill:#d9f2e0,stroke:#14603a,stroke-width:4px,color:#0b2e1b",
    "dihapus": "fill:#fbe3e1,stroke:#96231d,stroke-width:2px,stroke-dasharray:6 4,color:#4d100c",
    "diubah": "fill:#fff0c4,stroke:#8a6100,stroke-width:3px,color:#3d2b00",
    "dipindah": "fill:#dfeafc,stroke:#1d4f91,stroke-width:3px,stroke-dasharray:2 3,color:#0c274b",
}
_TANDA = {
    "baru": "+ BARU",
    "dihapus": "− DIHAPUS",
    "diubah": "~ DIUBAH",
    "dipindah": "↕ DIPINDAH",
}
"""The words that tell without colour what happened."""


def mermaid_beda(beda: BedaProsedur, sebelum: Prosedur | None, sesudah: Prosedur | None) -> str:
    """Return the source of a changed or new procedure, safe to put into a fenced block.

    Empty where nothing is to be drawn: the procedure is gone, nobody performs any step, or there is more
    than a drawing holds.
    """
    if sesudah is None or sum(len(x.langkah) for x in (sebelum, sesudah) if x) > 2 * BATAS_LANGKAH:
        return ""
    return _Penulis(beda, sebelum, sesudah).tulis()


class _Sisi:
    """One side of the drawing."""

    def __init__(self, prosedur: Prosedur | None, awalan: str) -> None:
        self.prosedur = prosedur or Prosedur((), ())
        self.alur: Alur = susun_alur(self.prosedur)
        self.id = tuple(awalan + id for id in susun_id(self.alur))


class _Penulis:
    def __init__(self, beda: BedaProsedur, sebelum: Prosedur | None, sesudah: Prosedur) -> None:
        self.beda = beda
        self.lama, self.kini = _Sisi(sebelum, "d"), _Sisi(sesudah, "")
        self.lane: dict[str, tuple[str, list[str]]] = {}
        """By key: the label, and the nodes in it."""
        self.kelas: dict[str, list[str]] = defaultdict(list)
        self.kini_dari_lama: dict[int, str] = {}
        """Of each symbol of old that still stands, the node it is now; by its position."""

    def tulis(self) -> str:
        for p in (*self.kini.prosedur.pelaksana, *self.lama.prosedur.pelaksana):
            self.lane.setdefault(kunci(p.lengkap), (p.lengkap, []))
        simpul = [baris for x in self.beda.langkah for baris in self._baris(x)]
        panah = [*self._panah(), *self._panah_lama()]
        if not simpul or len(simpul) > BATAS_LANGKAH or len(panah) > BATAS_GARIS:
            return ""
        larik = [*simpul, *self._lane(), *panah, *self._gaya()]
        return "\n".join(["flowchart TB", *(f"  {satu}" for satu in larik)]) + "\n"

    def _baris(self, x: BedaLangkah) -> Iterator[str]:
        """Write the symbols of a step: those of now, or of old where it is gone."""
        nasib = _nasib(x)
        if not x.sesudah:
            for k, simpul in enumerate(self.lama.alur.simpul):
                if simpul.langkah in x.sebelum:
                    self.kini_dari_lama[k] = self.lama.id[k]
                    yield self._simpul(self.lama, k, simpul, nasib)
            return
        for j in x.sesudah:
            for k, simpul in enumerate(self.kini.alur.simpul):
                if simpul.langkah == j:
                    yield self._simpul(self.kini, k, simpul, nasib)
        self._sambungkan(x)

    def _sambungkan(self, x: BedaLangkah) -> None:
        """Note which node stands for the symbols that a step had before."""
        ada = [k for k, s in enumerate(self.kini.alur.simpul) if s.langkah in x.sesudah]
        if ada:
            for k, simpul in enumerate(self.lama.alur.simpul):
                if simpul.langkah in x.sebelum:
                    self.kini_dari_lama[k] = self.kini.id[ada[0]]

    def _simpul(self, sisi: _Sisi, k: int, simpul: Simpul, nasib: str) -> str:
        buka, tutup = _BENTUK[simpul.simbol]
        label = sisi.prosedur.pelaksana[simpul.lane].lengkap
        self.lane[kunci(label)][1].append(sisi.id[k])
        if nasib:
            self.kelas[nasib].append(sisi.id[k])
        tanda = f"{amankan(_TANDA[nasib])}<br/>" if nasib and not simpul.tambahan else ""
        return f"{sisi.id[k]}{buka}{tanda}{self._teks(sisi, simpul)}{tutup}"

    def _teks(self, sisi: _Sisi, simpul: Simpul) -> str:
        if simpul.tambahan:
            return amankan(simpul.teks)
        langkah = sisi.prosedur.langkah[simpul.langkah]
        uraian = langkah.ringkas or pokok(langkah.kegiatan)
        if simpul.simbol is Simbol.BELAH_KETUPAT:
            uraian = tanpa_syarat(uraian)
        asal = " (dahulu)" if sisi is self.lama else ""
        nomor = sisi.prosedur.panggilan(simpul.langkah)
        awal = f"{nomor}{asal}. " if nomor else asal.lstrip() and f"{asal.lstrip()} "
        return amankan(f"{awal}{singkat(uraian, _TEKS)}")

    def _lane(self) -> Iterator[str]:
        """Write the lanes that hold anything, in order."""
        for i, (label, isi) in enumerate(self.lane.values()):
            if isi:
                yield f'subgraph L{i + 1}["{judul_lane(label, paling=_BARIS_LANE)}"]'
                yield from (f"  {id}" for id in isi)
                yield "end"

    def _panah(self) -> Iterator[str]:
        """Write the flow as it is now, and the joints of those who act together."""
        for grup in self.kini.alur.bersama:
            for a, b in itertools.pairwise(grup):
                yield f"{self.kini.id[a]} --- {self.kini.id[b]}"
        for p in self.kini.alur.panah:
            yield f"{self.kini.id[p.dari]} -->{_label(p.label)} {self.kini.id[p.ke]}"

    def _panah_lama(self) -> Iterator[str]:
        """Write, in broken lines, the flow of old where it touched a step that is gone."""
        hilang = set(self.kelas["dihapus"])
        sudah = set[tuple[str, str, str]]()
        for p in self.lama.alur.panah:
            dari, ke = (self.kini_dari_lama.get(k) for k in (p.dari, p.ke))
            if dari is None or ke is None or not {dari, ke} & hilang:
                continue
            if (dari, ke, p.label) not in sudah:
                sudah.add((dari, ke, p.label))
                yield f"{dari} -.->{_label(p.label)} {ke}"

    def _gaya(self) -> Iterator[str]:
        for nama, gaya in _GAYA.items():
            if self.kelas[nama]:
                yield f"classDef {nama} {gaya}"
                yield f"class {','.join(self.kelas[nama])} {nama}"


def _nasib(x: BedaLangkah) -> str:
    """Choose what to tell of a step: new or gone first, then changed, then moved."""
    if x.jenis in (Jenis.BARU, Jenis.DIHAPUS):
        return x.jenis.value
    if x.jenis is not Jenis.SAMA:
        return Jenis.DIUBAH.value
    return "dipindah" if x.dipindah else ""


def _label(teks: str) -> str:
    return f'|"{amankan(singkat(teks, _TEKS_LABEL))}"|' if teks else ""

"""The flow of a procedure as a Mermaid swimlane diagram: lanes side by side, steps downwards.

The source carries no configuration: colours, fonts and distances belong to the page that draws it
(`diagram.js`), so that they can follow its palette.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from buku_sop.analysis.alur.alur import TEKS_SELESAI, Alur, Simpul, susun_alur
from buku_sop.model import Prosedur, Simbol, Sop
from buku_sop.model.teks import pokok
from buku_sop.model.tulisan import tulis
from buku_sop.views.alur.jalan_keluar import giliran_sebelum
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.mermaid_text import (
    amankan,
    amankan_kata,
    judul_lane,
    larik_lane,
    satu_baris,
    singkat,
    tanpa_syarat,
)
from buku_sop.views.dasar.nomor import sebut_nomor
from buku_sop.views.dasar.opsional import kata_opsional

BATAS_LANGKAH = 40
"""Most steps of a diagram; beyond them Mermaid keeps a browser busy for seconds and nobody can take
the drawing in. The table of steps shows the same flow at any length."""
BATAS_GARIS = 60
"""Most arrows: Mermaid's routing grows faster than their number. Measured on a busy machine,
41 take 4 seconds and 70 take 16 to 29, in which the page does not answer."""
TEKS_KOTAK = 110
"""Most characters of the activity in a box; the whole text stands in the row that the box links to."""
TEKS_BELAH_KETUPAT = 60
"""Most characters in a diamond, which grows with the square of its text."""
TEKS_ULANGAN = 60
"""Most characters where the activity has been told already: later turns."""
NAMA_BERSAMA = 6
"""Most performers of a joint step that its node names; of more it says how many."""
TEKS_LABEL = 40
"""Most characters of a branch's label."""
PEMISAH_LABEL = " / "
"""Between the labels of branches that lead to one symbol, which share a line: two would lie too near each other."""

_BENTUK = {
    Simbol.KAPSUL: ('("', '")'),
    Simbol.KOTAK: ('["', '"]'),
    Simbol.BELAH_KETUPAT: ('{"', '"}'),
}
_GAYA = {
    "ujung": "rx:40px,ry:40px",
    "rujukan": "rx:12px,ry:12px,stroke-dasharray:2 3",
    "kosong": "fill:none,stroke:none",
}
_NOMOR = re.compile(r"[0-9A-Za-z]{1,3}(?:\.[0-9A-Za-z]{1,3})*\.?", re.ASCII)
"""Numbers that may stand in a tooltip, which Mermaid takes as they are."""
_HURUF = "bcdefghijklmnopqrstuvw"
"""Marks of the second and later symbols of a step; x and y mark the symbols that are no turn."""


def mermaid(sop: Sop, prosedur: int = 0) -> str:
    """Return the `swimlane-beta` source of a procedure, safe to put into a page.

    Empty where no diagram is to be drawn: nobody performs any step, or there are more steps or lines
    than a drawing holds (`BATAS_LANGKAH`, `BATAS_GARIS`).

    Raises:
        IndexError: The SOP has no such procedure.
    """
    return _Penulis(sop, prosedur).tulis()


class _Penulis:
    """Writes one diagram.

    Nodes come in the order of the steps and before the lanes, or Mermaid draws them in another order.
    """

    def __init__(self, sop: Sop, nomor: int) -> None:
        self.sop, self.nomor = sop, nomor
        self.prosedur: Prosedur = sop.prosedur[nomor]
        self.alur: Alur = susun_alur(self.prosedur)
        self.id = susun_id(self.alur)
        self.pangkal = {s: self._pangkal(grup) for grup in self.alur.bersama for s in grup}
        """Of every symbol that acts jointly, the one whose node stands for all of them.

        Mermaid ranks by any line, so it cannot place two nodes at one height and tie them; a tied node that
        hangs below the other looks like an end.
        """
        self.kelompok = {self.pangkal[grup[0]]: grup for grup in self.alur.bersama}
        self.isi_lane: dict[int, list[str]] = defaultdict(list)
        self.kelas: dict[str, list[str]] = defaultdict(list)
        self.tautan: list[tuple[str, int]] = []
        """(node, step) of every node that links to a row."""

    def tulis(self) -> str:
        if not self.alur.simpul or self.alur.jumlah_langkah > BATAS_LANGKAH:
            return ""
        if len(self.alur.panah) > BATAS_GARIS:
            return ""
        simpul, panah = list(self._simpul()), list(self._panah())
        larik = [
            *self._keterangan(),
            *simpul,
            *self._lane(),
            *panah,
            *self._tautan(),
            *self._gaya(),
        ]
        return "\n".join(["swimlane-beta TB", *(f"  {satu}" for satu in larik)]) + "\n"

    def _keterangan(self) -> Iterator[str]:
        """Write what is read to those who do not see the drawing."""
        judul = satu_baris(self.sop.nama)
        if len(self.sop.prosedur) > 1:
            nama = self.prosedur.judul or tulis("diagram.prosedur", nomor=self.nomor + 1)
            judul += f": {satu_baris(nama)}"
        tampak = len({s.langkah for s in self.alur.simpul})
        pelaksana = ", ".join(satu_baris(p.lengkap) for p in self.prosedur.pelaksana)
        banyak = self.alur.jumlah_lane
        uraian = [tulis("diagram.uraian", langkah=tampak, banyak=banyak, pelaksana=pelaksana)]
        if sisa := self.alur.jumlah_langkah - tampak:
            uraian.append(tulis("diagram.tanpa_pelaksana", langkah=sisa))
        uraian.append(tulis("diagram.pada_tabel"))
        yield f"accTitle: {amankan(judul)}"
        yield f"accDescr: {amankan(' '.join(uraian))}"

    def _simpul(self) -> Iterator[str]:
        """Write every symbol; behind it a small one for each arrow that leads back to itself."""
        for i, simpul in enumerate(self.alur.simpul):
            if self._wakil(i) != i:
                continue
            simbol = self._simbol(i)
            buka, tutup = _BENTUK[simbol]
            yield self._satu(self.id[i], simpul, f"{buka}{self._teks(i, simbol)}{tutup}")
            if simbol is Simbol.KAPSUL:
                self.kelas["ujung"].append(self.id[i])
            milik = self.kelompok.get(i, (i,))
            diri = [p for p in self.alur.panah if p.dari in milik and self._wakil(p.ke) == i]
            for k in range(len(diri)):
                id = id_kembali(self.id[i], k)
                nomor = sebut_nomor(self.prosedur, simpul.langkah)
                yield self._satu(
                    id, simpul, f'["{amankan(tulis("diagram.kembali", nomor=nomor))}"]'
                )
                self.kelas["rujukan"].append(id)

    def _wakil(self, i: int) -> int:
        """Return the symbol whose node stands for a symbol."""
        return self.pangkal.get(i, i)

    def _simbol(self, i: int) -> Simbol:
        """Choose the shape of a node that stands for several: one that decides, begins or ends does so for all."""
        semua = {self.alur.simpul[k].simbol for k in self.kelompok.get(i, (i,))}
        if len(semua) == 1:
            return self.alur.simpul[i].simbol
        if Simbol.BELAH_KETUPAT in semua:
            return Simbol.BELAH_KETUPAT
        luar = [(self._wakil(p.dari), self._wakil(p.ke)) for p in self.alur.panah]
        lewat = any(a == i != b for a, b in luar) and any(b == i != a for a, b in luar)
        return Simbol.KOTAK if lewat else Simbol.KAPSUL

    def _satu(self, id: str, simpul: Simpul, bentuk: str) -> str:
        self.isi_lane[simpul.lane].append(id)
        self.tautan.append((id, simpul.langkah))
        return id + bentuk

    def _teks(self, i: int, simbol: Simbol) -> str:
        """Word a symbol: number, which part of the step it is, the activity."""
        simpul = self.alur.simpul[i]
        if simpul.tambahan:
            return amankan_kata(simpul.teks or TEKS_SELESAI)
        langkah = self.prosedur.langkah[simpul.langkah]
        tulisan = (self.alur.simpul[k].teks for k in self.kelompok.get(i, (i,)))
        teks_giliran = ", ".join(dict.fromkeys(filter(None, tulisan)))
        urutan = self._urutan_giliran(simpul)
        ulangan = urutan > 0
        batas = TEKS_BELAH_KETUPAT if simbol is Simbol.BELAH_KETUPAT else TEKS_KOTAK
        uraian = langkah.ringkas or pokok(langkah.kegiatan)
        if simbol is Simbol.BELAH_KETUPAT and len(uraian) > batas:
            uraian = tanpa_syarat(uraian)
        uraian = singkat(uraian, TEKS_ULANGAN if ulangan else batas)
        if teks_giliran:
            awal = singkat(teks_giliran, TEKS_ULANGAN)
            uraian = awal if urutan else f"{awal}: {uraian}"
        if urutan:
            uraian = f"(lanjutan{f' {urutan}' if urutan > 1 else ''}) {uraian}"
        if i in self.kelompok:
            lane = (self.alur.simpul[k].lane for k in self.kelompok[i])
            nama = [satu_baris(self.prosedur.sebutan[x]) for x in lane]
            siapa = f"{', '.join(nama[:-1])} dan {nama[-1]}"
            if len(nama) > NAMA_BERSAMA:
                siapa = f"{len(nama)} pelaksana"
            uraian = f"{uraian} (bersama: {siapa})"
        perlu = kata_opsional(langkah, uraian)
        akhir = f" ({amankan(perlu)})" if perlu else ""
        nomor = self.prosedur.panggilan(simpul.langkah)
        return amankan_kata(f"{nomor}. {uraian}" if nomor else uraian) + akhir

    def _urutan_giliran(self, simpul: Simpul) -> int:
        """Count the turns of the step through which the flow has come; parallel ones go on from none."""
        sebelum = giliran_sebelum(self.alur, simpul.langkah)
        panjang: dict[int, int] = {}
        for giliran in sorted(sebelum):
            panjang[giliran] = max((panjang[g] + 1 for g in sebelum[giliran]), default=0)
        return panjang[simpul.giliran]

    def _lane(self) -> Iterator[str]:
        """Write the lanes in order; one that nobody uses needs a node to be drawn at all."""
        baris = max(len(larik_lane(p.lengkap)) for p in self.prosedur.pelaksana)
        for i, pelaksana in enumerate(self.prosedur.pelaksana):
            yield f'subgraph L{i + 1}["{judul_lane(pelaksana.lengkap, baris)}"]'
            for id in self.isi_lane[i]:
                yield f"  {id}"
            if not self.isi_lane[i]:
                yield f'  kosong{i + 1}["#160;"]'
                self.kelas["kosong"].append(f"kosong{i + 1}")
            yield "end"

    def _panah(self) -> Iterator[str]:
        """Write the arrows; returns are broken lines. Those that join the same two nodes are one line."""
        sejalan: dict[tuple[int, str, str, bool], list[str]] = defaultdict(list)
        diri: dict[int, int] = defaultdict(int)
        for panah in self.alur.panah:
            dari, ke = self._wakil(panah.dari), self._wakil(panah.ke)
            tujuan = self.id[ke]
            if dari == ke:
                tujuan = id_kembali(tujuan, diri[ke])
                diri[ke] += 1
            garis = "-.->" if panah.balik else "-->"
            sejalan[dari, garis, tujuan, bool(panah.label)].append(panah.label)
        for (dari, garis, tujuan, _), label in sejalan.items():
            tulisan = PEMISAH_LABEL.join(singkat(x, TEKS_LABEL) for x in dict.fromkeys(label) if x)
            pada_garis = f'|"{amankan_kata(tulisan)}"|' if tulisan else ""
            yield f"{self.id[dari]} {garis}{pada_garis} {tujuan}"

    def _pangkal(self, grup: tuple[int, ...]) -> int:
        """Choose the symbol of a joint step whose lane its node stands in: where the flow enters it."""
        masuk = (p.ke for p in self.alur.panah if p.ke in grup and not p.balik)
        return next(masuk, grup[0])

    def _tautan(self) -> Iterator[str]:
        """Link every symbol to its row in the table."""
        for id, langkah in self.tautan:
            jangkar = jangkar_langkah(self.nomor, langkah, len(self.sop.prosedur))
            nomor = self.prosedur.panggilan(langkah)
            apa = f"langkah {nomor}" if _NOMOR.fullmatch(nomor) else f"baris {langkah + 1}"
            yield f'click {id} href "#{jangkar}" "Ke {apa}"'

    def _gaya(self) -> Iterator[str]:
        """Write the classes in use; colours are the theme's."""
        for nama, gaya in _GAYA.items():
            if self.kelas[nama]:
                yield f"classDef {nama} {gaya}"
                yield f"class {','.join(self.kelas[nama])} {nama}"


def susun_id(alur: Alur) -> tuple[str, ...]:
    """Give each symbol an id of its own, from its step and its position in the step.

    The first symbol of step 8 is `s8`, the next `s8b`, `s8c`, …; ends that a branch made are `s8x`,
    `s8x2`, ….
    """
    banyak: dict[tuple[int, bool], int] = defaultdict(int)
    hasil = []
    for simpul in alur.simpul:
        kunci = simpul.langkah, simpul.tambahan
        akhiran = _tanda_akhir(banyak[kunci]) if simpul.tambahan else _tanda(banyak[kunci])
        hasil.append(f"s{simpul.langkah + 1}{akhiran}")
        banyak[kunci] += 1
    return tuple(hasil)


def id_kembali(id: str, urutan: int) -> str:
    """Return the id of the small node that stands for a symbol's arrow back to itself."""
    return f"{id}y{urutan + 1 if urutan else ''}"


def _tanda(urutan: int) -> str:
    if urutan == 0:
        return ""
    return _HURUF[urutan - 1] if urutan <= len(_HURUF) else f"{_HURUF[-1]}{urutan}"


def _tanda_akhir(urutan: int) -> str:
    return f"x{urutan + 1 if urutan else ''}"

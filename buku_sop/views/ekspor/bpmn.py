"""The flow of an SOP as BPMN 2.0, with lanes and positions, for those who work with process tools.

A row is a task; a decision is a task and an exclusive gateway behind it; several ways that are all taken leave a
parallel gateway. Where nothing leads to a symbol an event starts, and where nothing leads on one ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from buku_sop.analysis.alur.alur import Panah, susun_alur
from buku_sop.model import Langkah, Prosedur, Simbol, Sop
from buku_sop.views.dasar.opsional import KATA_OPSIONAL
from buku_sop.views.ekspor.drawingml import jumlah_larik
from buku_sop.views.ekspor.xml import KEPALA, Xml, unsur
from buku_sop.views.lembar.baris import tulis_kegiatan
from buku_sop.views.lembar.kertas import PT

_RUANG = {
    "xmlns": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns__bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns__dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns__di": "http://www.omg.org/spec/DD/20100524/DI",
}
_RUANG_LAJUR = 100
"""What a lane is higher than its highest element, in pixels: lines that go back run there."""
_TUGAS = 180
"""Width of a task."""
_HURUF = 12
"""Height of letters."""
_KEPALA_KOLAM, _KEPALA_LAJUR = 30, 30
_SELA = 60
"""Between one element and the next."""
_UKURAN = {"task": (_TUGAS, 80), "exclusiveGateway": (50, 50), "parallelGateway": (50, 50),
           "startEvent": (36, 36), "endEvent": (36, 36)}  # fmt: skip
_PARIT = 52
"""How far above the end of a lane lines run that go back or pass over others."""

Titik = tuple[int, int]


@dataclass(slots=True)
class _Unsur:
    """An element of a process, with its place."""

    id: str
    jenis: str
    lajur: int
    nama: str = ""
    uraian: tuple[str, ...] = ()
    x: int = 0
    y: int = 0
    masuk: list[str] = field(default_factory=list)
    keluar: list[str] = field(default_factory=list)

    @property
    def ukuran(self) -> tuple[int, int]:
        lebar, tinggi = _UKURAN[self.jenis]
        if self.jenis != "task":
            return lebar, tinggi
        larik = jumlah_larik(self.nama, lebar - 16, _HURUF / PT)
        return lebar, max(tinggi, round(1.3 * _HURUF * larik) + 16)

    @property
    def tengah(self) -> Titik:
        return self.x + self.ukuran[0] // 2, self.y + self.ukuran[1] // 2


@dataclass(frozen=True, slots=True)
class _Arus:
    id: str
    dari: _Unsur
    ke: _Unsur
    nama: str = ""


def buat_bpmn(sop: Sop) -> bytes:
    """Write all procedures of an SOP, each as a pool. The same SOP gives the same bytes."""
    kolam: list[_Kolam] = []
    y = 0
    for n, p in enumerate((p for p in sop.prosedur if p.langkah), 1):
        kolam.append(_Kolam(p, n, sop.nama, y))
        y += kolam[-1].tinggi + _SELA
    peserta = (unsur("participant", id=k.id, name=k.nama, processRef=f"{k.id}_proses") for k in kolam)  # fmt: skip
    isi = [unsur("collaboration", *peserta, id="kerja_sama")] if kolam else []
    isi += [k.proses() for k in kolam]
    if kolam:
        bidang = (x for k in kolam for x in k.gambar())
        letak = unsur("bpmndi:BPMNPlane", *bidang, id="bidang", bpmnElement="kerja_sama")
        isi.append(unsur("bpmndi:BPMNDiagram", letak, id="diagram"))
    pohon = unsur(
        "definitions", *isi, id="sop", name=sop.nama, exporter="Buku SOP",
        targetNamespace="http://www.omg.org/spec/BPMN/20100524/MODEL/sop", **_RUANG,
    )  # fmt: skip
    return f"{KEPALA}{pohon}\n".encode()


class _Kolam:
    """One procedure as a process in a pool."""

    def __init__(self, prosedur: Prosedur, n: int, nama: str, y: int) -> None:
        self.prosedur, self.alur = prosedur, susun_alur(prosedur)
        self.id, self.nama, self.y = f"kolam{n}", prosedur.judul or nama, y
        self.lajur = list(prosedur.sebutan) or ["Pelaksana"]
        self.unsur: list[_Unsur] = []
        self.arus: list[_Arus] = []
        self.depan: dict[int, _Unsur] = {}
        self.belakang: dict[int, _Unsur] = {}
        self._susun()
        self._letakkan()

    @property
    def tinggi(self) -> int:
        """How high the pool is."""
        return self.batas[-1]

    # --- Elements ------------------------------------------------------------------------

    def _susun(self) -> None:
        wakil = {i: b[0] for b in self.alur.bersama for i in b}
        simpul = [i for i in range(len(self.alur.simpul)) if wakil.get(i, i) == i]
        simpul.sort(key=lambda i: (self.alur.simpul[i].langkah, self.alur.simpul[i].giliran, i))
        panah = [(wakil.get(p.dari, p.dari), wakil.get(p.ke, p.ke), p) for p in self.alur.panah]
        dituju = {ke for _, ke, _ in panah}
        for urutan, i in enumerate(simpul):
            keluar = [p for dari, _, p in panah if dari == i]
            if i not in dituju or urutan == 0:
                self._satu(f"{self.id}_mulai{i}", "startEvent", i)
            self._simpul(i, keluar)
        for dari, ke, p in panah:
            self._arus(self.belakang[dari], self.depan[ke], p.label)
        self._awal_dan_akhir(simpul, {dari for dari, _, _ in panah})

    def _satu(self, id: str, jenis: str, i: int, nama: str = "", uraian: Sequence[str] = ()) -> _Unsur:  # fmt: skip
        satu = _Unsur(id, jenis, self.alur.simpul[i].lane, nama, tuple(uraian))
        self.unsur.append(satu)
        return satu

    def _simpul(self, i: int, keluar: Sequence[Panah]) -> None:
        s = self.alur.simpul[i]
        if s.tambahan:
            self.depan[i] = self.belakang[i] = self._satu(f"{self.id}_n{i}", "endEvent", i, s.teks)
            return
        langkah = self.prosedur.langkah[s.langkah]
        nomor = self.prosedur.panggilan(s.langkah)
        nama = f"{nomor}. {tulis_kegiatan(langkah)}" if nomor else tulis_kegiatan(langkah)
        tugas = self._satu(f"{self.id}_n{i}", "task", i, nama, tuple(self._uraian(i, langkah)))
        self.depan[i] = self.belakang[i] = tugas
        memutus = s.simbol is Simbol.BELAH_KETUPAT or any(p.label for p in keluar)
        if len(keluar) > 1:
            jenis = "exclusiveGateway" if memutus else "parallelGateway"
            pintu = self._satu(f"{self.id}_g{i}", jenis, i, s.teks if memutus else "")
            self._arus(tugas, pintu)
            self.belakang[i] = pintu

    def _uraian(self, i: int, langkah: Langkah) -> Iterator[str]:
        """Yield what the table says of a step beside its activity."""
        bersama = next((b for b in self.alur.bersama if i in b), ())
        if bersama:
            semua = (self.prosedur.sebutan[self.alur.simpul[j].lane] for j in bersama)
            yield f"Bersama-sama: {', '.join(semua)}"
        if self.alur.simpul[i].opsional:
            yield KATA_OPSIONAL.capitalize()
        bagian = (
            ("Kelengkapan", langkah.kelengkapan),
            ("Waktu", (langkah.waktu.teks,)),
            ("Output", langkah.output),
            ("Keterangan", langkah.keterangan),
        )
        for judul, isi in bagian:
            if teks := "; ".join(x for x in isi if x):
                yield f"{judul}: {teks}"

    def _arus(self, dari: _Unsur, ke: _Unsur, nama: str = "") -> None:
        satu = _Arus(f"{self.id}_a{len(self.arus)}", dari, ke, nama)
        self.arus.append(satu)
        dari.keluar.append(satu.id)
        ke.masuk.append(satu.id)

    def _awal_dan_akhir(self, simpul: Sequence[int], berlanjut: set[int]) -> None:
        """Tie the events that start, and put one behind each element from which nothing leads on."""
        for u in [u for u in self.unsur if u.jenis == "startEvent"]:
            self._arus(u, self.depan[int(u.id.rpartition("mulai")[2])])
        for i in simpul:
            u = self.belakang[i]
            if i not in berlanjut and u.jenis != "endEvent":
                akhir = _Unsur(f"{self.id}_selesai{i}", "endEvent", u.lajur)
                self.unsur.insert(self.unsur.index(u) + 1, akhir)
                self._arus(u, akhir)

    # --- Positions -----------------------------------------------------------------------

    def _letakkan(self) -> None:
        """Put the elements one behind the other, each in its lane."""
        x = _KEPALA_KOLAM + _KEPALA_LAJUR + _SELA // 2
        paling = [max((u.ukuran[1] for u in self.unsur if u.lajur == n), default=80) for n in range(len(self.lajur))]  # fmt: skip
        self.batas = [0, *accumulate(t + _RUANG_LAJUR for t in paling)]
        for u in self.unsur:
            lebar, tinggi = u.ukuran
            u.x, u.y = x, self.y + self.batas[u.lajur] + 30 + (paling[u.lajur] - tinggi) // 2
            x += lebar + _SELA
        self.lebar = x

    def _jalan(self, a: _Arus) -> list[Titik]:
        """Return the corners of a line: straight on to what comes next, else through the ditch of a lane."""
        dari, ke = a.dari, a.ke
        (ax, ay), (bx, by) = dari.tengah, ke.tengah
        kanan, kiri = dari.x + dari.ukuran[0], ke.x
        if 0 < kiri - kanan <= _SELA:
            belok = (kanan + kiri) // 2
            return [(kanan, ay), (kiri, by)] if ay == by else [(kanan, ay), (belok, ay), (belok, by), (kiri, by)]  # fmt: skip
        parit = self.y + self.batas[dari.lajur + 1] - _PARIT + 6 * (self.arus.index(a) % 6)
        bawah = dari.y + dari.ukuran[1]
        if kiri > kanan:
            belok = kiri - _SELA // 3
            return [(ax, bawah), (ax, parit), (belok, parit), (belok, by), (kiri, by)]
        if dari.lajur == ke.lajur:
            return [(ax, bawah), (ax, parit), (bx, parit), (bx, ke.y + ke.ukuran[1])]
        belok = kiri - _SELA // 3
        return [(ax, bawah), (ax, parit), (belok, parit), (belok, by), (kiri, by)]

    # --- Text ----------------------------------------------------------------------------

    def proses(self) -> Xml:
        """Write the process."""
        lajur = (
            unsur(
                "lane",
                *(unsur("flowNodeRef", u.id) for u in self.unsur if u.lajur == n),
                id=f"{self.id}_lajur{n}",
                name=nama,
            )
            for n, nama in enumerate(self.lajur)
        )
        isi = [unsur("laneSet", *lajur, id=f"{self.id}_lajur")]
        isi += map(_tulis, self.unsur)
        isi += (
            unsur("sequenceFlow", id=a.id, name=a.nama or None, sourceRef=a.dari.id, targetRef=a.ke.id)
            for a in self.arus
        )  # fmt: skip
        return unsur("process", *isi, id=f"{self.id}_proses", isExecutable="false")

    def gambar(self) -> Iterator[Xml]:
        """Yield the shapes and lines."""
        yield _bentuk(self.id, 0, self.y, self.lebar, self.tinggi, isHorizontal="true")
        for n in range(len(self.lajur)):
            atas, bawah = self.batas[n], self.batas[n + 1]
            letak = (_KEPALA_KOLAM, self.y + atas, self.lebar - _KEPALA_KOLAM, bawah - atas)
            yield _bentuk(f"{self.id}_lajur{n}", *letak, isHorizontal="true")
        for u in self.unsur:
            yield _bentuk(u.id, u.x, u.y, *u.ukuran)
        for a in self.arus:
            jalan = self._jalan(a)
            titik = [unsur("di:waypoint", x=x, y=y) for x, y in jalan]
            if a.nama:
                titik.append(_label(a.nama, jalan))
            yield unsur("bpmndi:BPMNEdge", *titik, id=f"{a.id}_di", bpmnElement=a.id)


def _label(nama: str, jalan: Sequence[Titik]) -> Xml:
    """Put the name of a way out beside its first piece."""
    (x, y), (bx, _) = jalan[0], jalan[1]
    lebar = min(90, 8 * len(nama))
    tinggi = 16 * jumlah_larik(nama, lebar, (_HURUF - 1) / PT)
    letak = (x + 6, y - tinggi - 2) if bx > x else (x + 6, y + 4)
    bidang = unsur("dc:Bounds", x=letak[0], y=letak[1], width=lebar, height=tinggi)
    return unsur("bpmndi:BPMNLabel", bidang)


def _tulis(u: _Unsur) -> Xml:
    isi = [unsur("documentation", "\n".join(u.uraian))] if u.uraian else []
    isi += (unsur("incoming", id) for id in u.masuk)
    isi += (unsur("outgoing", id) for id in u.keluar)
    return unsur(u.jenis, *isi, id=u.id, name=u.nama or None)


def _bentuk(id: str, x: int, y: int, lebar: int, tinggi: int, **rupa: str) -> Xml:
    letak = unsur("dc:Bounds", x=x, y=y, width=lebar, height=tinggi)
    return unsur("bpmndi:BPMNShape", letak, id=f"{id}_di", bpmnElement=id, **rupa)

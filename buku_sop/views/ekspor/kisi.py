"""Blocks of the sheet as grids of cells, which Word and Excel both have: the identity, the worksheet, headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from buku_sop.model import RuangTandaTangan
from buku_sop.views.ekspor.drawingml import jumlah_larik
from buku_sop.views.ekspor.lembar import Isi, Naskah, TabelNaskah, bernomor, larik
from buku_sop.views.lembar.kertas import PT

KIRI, SELESAI_LABEL = 0.48, 0.645
"""Where the letterhead and the labels end, as parts of the width: identitas.typ."""
_RUANG_BASAH = 4
"""Lines that are left free for a signature and a stamp."""
_RANTAI_SEBARIS = 4


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    teks: str
    tebal: bool = False
    garis_bawah: bool = False


@dataclass(frozen=True, slots=True)
class SelKisi:
    """A cell: the columns and rows that it covers, and its paragraphs."""

    baris: int
    kolom: int
    sampai: int
    """The column behind its last one."""
    alinea: tuple[Alinea, ...] = ()
    turun: int = 1
    """How many rows it covers."""
    judul: bool = False
    """Whether it is a heading, on grey."""
    tengah: bool = False
    """Whether its words stand in the middle."""
    atas: bool = False
    """Whether they begin at its top."""
    besar: float = 1.0
    """How large its letters are, by those of the block."""
    tegak: bool = False
    """Whether its words are read upwards."""
    polos: bool = False
    """Whether it has no border."""


@dataclass(slots=True)
class Kisi:
    """A block of cells."""

    x: list[float]
    """The borders of its columns in mm."""
    sel: list[SelKisi] = field(default_factory=list)
    baris: int = 0
    """How many rows it has."""

    def lebar(self, sel: SelKisi) -> float:
        """Return how wide a cell is."""
        return self.x[sel.sampai] - self.x[sel.kolom]

    def tambah(self, dari: float, sampai: float, isi: Iterable[Alinea], **rupa: Any) -> None:
        """Put a cell from one part of the width to another into the row that is being written."""
        x = [v / self.x[-1] for v in self.x]
        kolom, batas = (min(range(len(x)), key=lambda n: abs(x[n] - v)) for v in (dari, sampai))
        self.sel.append(SelKisi(self.baris, kolom, batas, tuple(isi), **rupa))


def polos(semua: Iterable[str], *, tebal: bool = False) -> list[Alinea]:
    """Make paragraphs of lines."""
    return [Alinea(t, tebal) for t in semua]


def butir(semua: Sequence[Isi]) -> list[Alinea]:
    """Make paragraphs of the items of a box."""
    return [Alinea(t) for satu in bernomor(semua) for t in satu]


def identitas(naskah: Naskah) -> Kisi | None:
    """Lay out the identity; None for an SOP without one."""
    d = naskah.kepala["identitas"]
    if d is None:
        return None
    rantai = [d["rantai"][n : n + _RANTAI_SEBARIS] for n in range(0, len(d["rantai"]), _RANTAI_SEBARIS)]  # fmt: skip
    batas = {0.0, KIRI, SELESAI_LABEL, 1.0} | {k / len(r) for r in rantai for k in range(len(r))}
    kisi = Kisi([round(v * naskah.kertas.isi, 3) for v in sorted(batas)])
    _kepala(kisi, naskah, d)
    for sebaris in rantai:
        _rantai(kisi, sebaris, naskah.kepala["ruang"])
    for pasangan in d["kotak"]:
        _kotak(kisi, pasangan)
    for satu in d["bagian"]:
        _kotak(kisi, [satu])
    return kisi


def _kepala(kisi: Kisi, naskah: Naskah, d: Mapping[str, Any]) -> None:
    """Lay out the letterhead beside the numbers, the dates and who approves."""
    kop = polos(naskah.kepala["kop"], tebal=True)
    kisi.tambah(0, KIRI, kop, turun=len(d["baris"]) + 2, tengah=True, besar=1.3)
    for label, nilai in d["baris"]:
        kisi.tambah(KIRI, SELESAI_LABEL, [Alinea(label)])
        kisi.tambah(SELESAI_LABEL, 1, [Alinea(nilai)])
        kisi.baris += 1
    pengesah = d["pengesah"]
    kisi.tambah(KIRI, SELESAI_LABEL, [Alinea(pengesah["label"])])
    isi: list[Alinea] = []
    for n, satu in enumerate(pengesah["semua"]):
        isi += [Alinea("")] * bool(n) + penanda(satu, naskah.kepala["ruang"])
    kisi.tambah(SELESAI_LABEL, 1, isi, tengah=True)
    kisi.baris += 1
    kisi.tambah(KIRI, SELESAI_LABEL, [Alinea(d["label_nama"])])
    kisi.tambah(SELESAI_LABEL, 1, [Alinea(naskah.kepala["nama"], tebal=True)], besar=1.1)
    kisi.baris += 1


def penanda(p: Mapping[str, str], ruang: str, tempat: str = "") -> list[Alinea]:
    """Write one who signs: the position, room for the signature, the name and the NIP."""
    atas = tempat or p["tanggal"]
    bebas = 1 if ruang == RuangTandaTangan.TIDAK else _RUANG_BASAH
    hasil = [Alinea(t) for t in (atas, p["jabatan"]) if t]
    hasil += [Alinea("")] * bebas
    hasil += [Alinea(p["nama"], tebal=True, garis_bawah=True)] if p["nama"] else []
    return hasil + ([Alinea(f"NIP. {p['nip']}")] if p["nip"] else [])


def _rantai(kisi: Kisi, semua: Sequence[Mapping[str, str]], ruang: str) -> None:
    n = len(semua)
    for k, p in enumerate(semua):
        kisi.tambah(k / n, (k + 1) / n, [Alinea(p["label"], tebal=True)], judul=True, tengah=True)
    kisi.baris += 1
    for k, p in enumerate(semua):
        kisi.tambah(k / n, (k + 1) / n, penanda(p, ruang), tengah=True, atas=True)
    kisi.baris += 1


def _kotak(kisi: Kisi, semua: Sequence[Mapping[str, Any]]) -> None:
    """Lay out boxes that stand side by side."""
    batas = (0.0, KIRI, 1.0) if len(semua) == 2 else (0.0, 1.0)
    for k, satu in enumerate(semua):
        kisi.tambah(batas[k], batas[k + 1], [Alinea(satu["judul"], tebal=True)], judul=True)
    kisi.baris += 1
    for k, satu in enumerate(semua):
        kisi.tambah(batas[k], batas[k + 1], butir(satu["isi"]), atas=True)
    kisi.baris += 1


def kepala_tabel(t: TabelNaskah) -> tuple[Kisi, list[float]]:
    """Lay out the headings of a table, and the heights of their rows in mm."""
    k = t.data["kepala"]
    x = [0.0]
    for lebar in t.lebar:
        x.append(round(x[-1] + lebar, 3))
    kisi = Kisi(x)
    n, urutan = len(k["lane"]), t.data["kolom"]["urutan"]
    mutu = [nama for nama in urutan if nama != "keterangan"]
    tinggi = 3 if k["kelompok"] else 2
    sel = _pasang(kisi)
    sel(0, 0, 1, "No.", turun=tinggi)
    sel(0, 1, 2, k["kegiatan"], turun=tinggi)
    if n:
        sel(0, 2, 2 + n, k["pelaksana"])
    if mutu:
        sel(0, 2 + n, 2 + n + len(mutu), k["mutu_baku"])
    if "keterangan" in urutan:
        sel(0, len(x) - 2, len(x) - 1, k["keterangan"], turun=tinggi)
    for m, nama in enumerate(mutu):
        sel(1, 2 + n + m, 3 + n + m, k[nama], turun=tinggi - 1)
    _lane(sel, t)
    kisi.baris = tinggi
    if t.data["nomor_kolom"]:
        for m in range(len(x) - 1):
            sel(tinggi, m, m + 1, f"({m + 1})", biasa=True)
        kisi.baris += 1
    return kisi, _tinggi_kepala(t, kisi)


Pasang = Callable[..., None]


def _pasang(kisi: Kisi) -> Pasang:
    """Return what puts a heading into a grid."""

    def sel(baris: int, dari: int, sampai: int, teks: str, *, biasa: bool = False, **rupa: Any) -> None:  # fmt: skip
        isi = (Alinea(teks, tebal=not biasa),)
        kisi.sel.append(SelKisi(baris, dari, sampai, isi, judul=not biasa, tengah=True, **rupa))

    return sel


def _lane(sel: Pasang, t: TabelNaskah) -> None:
    """Put the headings of the lanes, below those that they share."""
    k, tegak = t.data["kepala"], bool(t.data["kolom"]["tegak"])
    besar = (t.data["huruf"] - 0.5) / t.data["huruf"]
    if not k["kelompok"]:
        for m, teks in enumerate(k["lane"]):
            sel(1, 2 + m, 3 + m, teks, tegak=tegak, besar=besar)
        return
    m = 0
    for g in k["kelompok"]:
        if g["kata"]:
            sel(1, 2 + m, 2 + m + g["lane"], g["kata"])
        for _ in range(g["lane"]):
            rupa = {} if g["kata"] else {"turun": 2}
            sel(2 if g["kata"] else 1, 2 + m, 3 + m, k["lane"][m], tegak=tegak, besar=besar, **rupa)
            m += 1


def _tinggi_kepala(t: TabelNaskah, kisi: Kisi) -> list[float]:
    """Share the measured height of the headings among their rows: the last has the names of the lanes."""
    pt = t.data["huruf"]
    satu = pt * PT * 1.25 + 1.6
    nomor = [4.6] if t.data["nomor_kolom"] else []
    atas = kisi.baris - len(nomor) - 1
    bawah = [
        s for s in kisi.sel if s.baris + s.turun == atas + 1 and s.turun < atas + 1 and not s.tegak
    ]
    perlu = [_tinggi_judul(kisi, s, pt) - satu * (s.turun - 1) for s in bawah]
    akhir = max(satu, t.tinggi_kepala - sum(nomor) - satu * atas, *perlu)
    return [satu] * atas + [akhir] + nomor


def _tinggi_judul(kisi: Kisi, s: SelKisi, pt: float) -> float:
    """Return how high the words of a heading are in mm."""
    huruf = pt * s.besar
    lebar = kisi.lebar(s) - 2.6
    larik = sum(jumlah_larik(a.teks, lebar, 1.08 * huruf) for a in s.alinea)
    return larik * 1.2 * huruf * PT + 0.8


def lembar_kerja(naskah: Naskah) -> list[tuple[str, Kisi]]:
    """Lay out the worksheet: its parts with their titles; none where the SOP has none."""
    d = naskah.kepala["lembar_kerja"]
    if d is None:
        return []
    isi = naskah.kertas.isi
    a = Kisi([0.0, 9.0, 79.0, isi])
    for nomor, label, nilai in d["a"]:
        for dari, sampai, teks in ((0, 1, nomor), (1, 2, label), (2, 3, nilai)):
            a.sel.append(SelKisi(a.baris, dari, sampai, tuple(polos(larik(teks)))))
        a.baris += 1
    b, c = Kisi([0.0, 44.0, isi]), Kisi([0.0, 44.0, isi])
    label, nilai = d["judul_kegiatan"]
    _tahap(b, [(larik(label), larik(nilai))])
    _tahap(b, [([t["judul"]], [x for y in bernomor(t["isi"]) for x in y]) for t in d["b"]])
    _tahap(c, [([t["judul"]], _dari(t)) for t in d["c"]])
    return [("A. Data Kegiatan", a), ("B. Identifikasi Kegiatan", b), ("C. Identifikasi Langkah", c)]  # fmt: skip


def _dari(tahap: Mapping[str, Any]) -> list[str]:
    """Number the items of a stage on from those of the stage before."""
    isi = [larik(x) or [""] for x in tahap["isi"]]
    return [t for n, (awal, *lain) in enumerate(isi, tahap["mulai"]) for t in (f"{n}. {awal}", *lain)]  # fmt: skip


def _tahap(kisi: Kisi, semua: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
    for judul, isi in semua:
        kisi.sel.append(SelKisi(kisi.baris, 0, 1, tuple(polos(judul)), atas=True))
        kisi.sel.append(SelKisi(kisi.baris, 1, 2, tuple(polos(isi)), atas=True))
        kisi.baris += 1


def tanda_tangan(naskah: Naskah) -> list[Alinea]:
    """Write the signature block at the end; nothing where the SOP has none."""
    d = naskah.kepala["tanda_tangan"]
    if d is None:
        return []
    tempat = ", ".join(x for x in (d["tempat"], d["tanggal"]) if x)
    return penanda({**d, "tanggal": ""}, naskah.kepala["ruang"], tempat)


def bagian_akhir(naskah: Naskah) -> list[Alinea]:
    """Write the free sections behind the tables."""
    hasil: list[Alinea] = []
    for b in naskah.kepala["bagian_akhir"]:
        hasil += [Alinea(b["judul"], tebal=True), *butir(b["isi"])]
    return hasil


def catatan(t: TabelNaskah) -> list[Alinea]:
    """Write the notes under a table."""
    semua = [x for satu in t.data["catatan"] for x in larik(satu)]
    if not semua:
        return []
    awal = Alinea(f"{t.data['label_catatan']}: {semua[0]}")
    if len(t.data["catatan"]) == 1:
        return [awal, *polos(semua[1:])]
    return [replace(awal, teks=f"{t.data['label_catatan']}:"), *polos(semua)]

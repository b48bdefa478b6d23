"""The words of a table: its headings, its cells, and what a screen reader says for each symbol."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from buku_sop.analysis.alur.alur import Alur
from buku_sop.analysis.alur.waktu import total_prosedur
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, Potongan
from buku_sop.layout.text import width
from buku_sop.model import Instansi, Langkah, Pelaksana, Prosedur, Simbol, Sop
from buku_sop.model.bidang import BIDANG_SOP, Lembar
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.dasar.nomor import label_panah, sebut_langkah
from buku_sop.views.dasar.opsional import KATA_OPSIONAL, kata_opsional
from buku_sop.views.dasar.waktu import tulis_jumlah
from buku_sop.views.lembar.alamat import AlamatLembar
from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.kertas import PT, SISIP_X
from buku_sop.views.lembar.kolom import KOLOM_TEKS, SISIP_KEPALA, Kolom
from buku_sop.views.lembar.lebar import TANDA
from buku_sop.views.lembar.teks import PenulisTeks

_SIMBOL = {
    Simbol.KAPSUL: "Mulai atau selesai",
    Simbol.KOTAK: "Kegiatan",
    Simbol.BELAH_KETUPAT: "Keputusan",
}
TERPANJANG_ULANG = 160
"""Most letters of an activity that are told again on a further page of its row."""
_ANGKA_SATUAN = re.compile(r"\d+ [^\W\d_]\S*")
_BERBUTIR = ("kelengkapan", "output", "keterangan")
"""The columns whose cells may hold several items."""
_STRIP = {("-",), ("\u2013",), ("\u2014",)}
"""A cell with nothing but this says that there is nothing, and stands in the middle as such marks do."""
_KOTAK = frozenset(
    b.nama
    for b in BIDANG_SOP.values()
    if b.lembar in (Lembar.KOTAK, Lembar.KOTAK_TERISI, Lembar.KOTAK_DIMINTA)
)
"""The fields that are boxes of the first page."""
_KECIL = {"dan", "oleh", "atau", "di", "untuk"}


def judul_cetak(bidang: str, sop: Sop, instansi: Instansi) -> str:
    """Return the label of a field as printed: the office's own words, or the usual ones in title case.

    Among titles of boxes that the SOP has all in capitals, the usual ones are in capitals, too.
    """
    bentuk = sop.bentuk.istilah if sop.bentuk else {}
    if any(bidang in x for x in (sop.istilah, instansi.istilah, bentuk)):
        return istilah(bidang, sop, instansi)
    sendiri = [v for k, v in sop.istilah.items() if k in _KOTAK]
    if bidang in _KOTAK and len(sendiri) > 1 and all(map(str.isupper, sendiri)):
        return istilah(bidang).upper()
    kata = istilah(bidang).split(" ")
    besar = [k if k in _KECIL and i else k[:1].upper() + k[1:] for i, k in enumerate(kata)]
    return "/".join(p[:1].upper() + p[1:] for p in " ".join(besar).split("/"))


def kepala_kolom(prosedur: Prosedur, sop: Sop, instansi: Instansi) -> dict[str, str]:
    """Return the heading of each column but the lanes."""
    kepala = {k: judul_cetak(k, sop, instansi) for k in (*KOLOM_TEKS, "pelaksana", "mutu_baku")}
    if prosedur.satuan_waktu:
        kepala["waktu"] += f" ({prosedur.satuan_waktu})"
    return kepala


def isi_kolom(prosedur: Prosedur, *, kosong: bool = True) -> dict[str, list[str]]:
    """Return the texts of each text column, row by row, for measuring; items stand on lines of their own.

    Columns in which nothing is written are left out where `kosong` is false.
    """
    semua = {
        "kegiatan": [tulis_kegiatan(lk) for lk in prosedur.langkah],
        "kelengkapan": ["\n".join(lk.kelengkapan) for lk in prosedur.langkah],
        "waktu": [lk.waktu.teks for lk in prosedur.langkah],
        "output": ["\n".join(lk.output) for lk in prosedur.langkah],
        "keterangan": ["\n".join(lk.keterangan) for lk in prosedur.langkah],
    }
    return {k: v for k, v in semua.items() if kosong or k == "kegiatan" or any(v)}


def kolom_berdaftar(prosedur: Prosedur) -> set[str]:
    """Return the columns in which a cell has several items."""
    return {k for k in _BERBUTIR if any(len(getattr(lk, k)) > 1 for lk in prosedur.langkah)}


def kata_lane(prosedur: Prosedur, pt: float) -> float:
    """Return the width in mm that the headings of the lanes need to keep their words whole."""
    kata = [width(k, (pt - 0.5) * PT) for p in prosedur.pelaksana for k in p.label.split()]
    return 1.1 * max(kata, default=0.0) + 2 * SISIP_KEPALA


def teks_alternatif(prosedur: Prosedur, alur: Alur) -> list[dict[int, str]]:
    """Say for each row, lane by lane, what its symbols are and where the flow goes from them."""
    hasil: list[dict[int, list[str]]] = [{} for _ in prosedur.langkah]
    for i, simpul in enumerate(alur.simpul):
        kata = [_sebutan(alur, i)]
        if not simpul.tambahan:
            kata[0] += f" oleh {prosedur.sebutan[simpul.lane]}"
        if simpul.opsional:
            kata.append(KATA_OPSIONAL)
        if any(i in b for b in alur.bersama):
            kata.append("bersama-sama")
        kata += [sebut_tujuan(prosedur, alur, i, p.ke, label_panah(p)) for p in alur.keluar(i)]
        hasil[simpul.langkah].setdefault(simpul.lane, []).append("; ".join(kata))
    return [{lane: ". ".join(k) for lane, k in sorted(baris.items())} for baris in hasil]


def tulis_kegiatan(langkah: Langkah) -> str:
    """Return the activity, with the words of a step that is done only when needed."""
    perlu = kata_opsional(langkah)
    return f"{langkah.kegiatan} ({perlu})" if perlu else langkah.kegiatan


def _ringkas(teks: str) -> str:
    """Return an activity as it is told again where its row goes on over a page."""
    return shorten(teks, TERPANJANG_ULANG, placeholder=" …")


def _sebutan(alur: Alur, i: int) -> str:
    """Name a symbol: a capsule by the end of the flow that it stands at, and by its words."""
    simpul = alur.simpul[i]
    nama = _SIMBOL[simpul.simbol]
    if simpul.simbol is Simbol.KAPSUL:
        nama = "Selesai" if not alur.keluar(i) else "Mulai" if not alur.masuk(i) else nama
    return nama if simpul.teks in {"", nama} else f"{nama} ({simpul.teks})"


def sebut_tujuan(prosedur: Prosedur, alur: Alur, dari: int, ke: int, label: str) -> str:
    """Say where an arrow leads: "Lengkap: ke langkah 3"."""
    asal, tujuan = alur.simpul[dari], alur.simpul[ke]
    depan = f"{label}: " if label else ""
    if tujuan.tambahan:
        return f"{depan}selesai"
    if tujuan.langkah == asal.langkah:
        return f"{depan}lanjut dalam langkah yang sama"
    return f"{depan}ke {sebut_langkah(prosedur, tujuan.langkah)}"


class PenyusunBaris:
    """Writes the cells of a table for columns of given widths."""

    def __init__(
        self,
        penulis: PenulisTeks,
        kolom: Kolom,
        pt: float,
        keterkaitan: Keterkaitan,
        alamat: AlamatLembar,
    ) -> None:
        self.penulis, self.kolom, self.pt = penulis, kolom, pt
        self.keterkaitan = keterkaitan
        self.isi = PenulisIsi(penulis, lambda p: alamat.tautan(p.tautan) if p.tautan else {})

    def _lebar(self, kolom: str, kurang: float = 0.0) -> float:
        """The room for words in a column in mm; none where it is not printed."""
        return self.kolom.teks.get(kolom, 2 * SISIP_X + kurang + 1.0) - 2 * SISIP_X - kurang

    def _isi(self, teks: str, kolom: str, kurang: float = 0.0) -> str | list[dict[str, Any]]:
        return self.isi.teks(teks, self._lebar(kolom, kurang), self.pt)

    def baris(self, sop: Sop, p: int, i: int, alt: Mapping[int, str]) -> dict[str, Any]:
        """Write one row."""
        langkah = sop.prosedur[p].langkah[i]
        return {
            "no": self.penulis.bersih(sop.prosedur[p].nomor[i]),
            "kegiatan": self._isi(tulis_kegiatan(langkah), "kegiatan"),
            "ringkas": self.penulis.muat(
                _ringkas(langkah.kegiatan), self._lebar("kegiatan"), self.pt
            ),
            "kelengkapan": self._daftar(langkah.kelengkapan, "kelengkapan"),
            "waktu": self._waktu(langkah.waktu.teks),
            "output": self._daftar(langkah.output, "output"),
            "keterangan": self._keterangan(sop, p, i, langkah),
            "tengah": [k for k in _BERBUTIR if getattr(langkah, k) in _STRIP],
            "alt": {str(lane): self.penulis.bersih(teks) for lane, teks in alt.items()},
        }

    def _waktu(self, teks: str) -> str | list[dict[str, Any]]:
        """Write a time; a number stays with its unit where both fit on a line."""
        isi = self._isi(teks, "waktu")
        if not isinstance(isi, str):
            return isi
        lebar = self._lebar("waktu")
        return _ANGKA_SATUAN.sub(
            lambda m: m[0].replace(" ", "\u00a0") if width(m[0], self.pt * PT) <= lebar else m[0],
            isi,
        )

    def _daftar(self, isi: tuple[str, ...], kolom: str) -> list[str | list[dict[str, Any]]]:
        kurang = TANDA if len(isi) > 1 else 0.0
        return [self._isi(t, kolom, kurang) for t in isi]

    def _keterangan(self, sop: Sop, p: int, i: int, langkah: Langkah) -> list[list[dict[str, Any]]]:
        potongan = self.keterkaitan.keterangan(sop.id, p, i)
        if not potongan:
            potongan = tuple((Potongan(t),) for t in langkah.keterangan)
        kurang = TANDA if len(potongan) > 1 else 0.0
        lebar = self._lebar("keterangan", kurang)
        return [self.isi.potongan(butir, lebar, self.pt) for butir in potongan]

    def catatan(self, prosedur: Prosedur, lebar: float) -> list[str | list[dict[str, Any]]]:
        """Write the notes under the table, for the width of the page in mm."""
        return [self.isi.teks(t, lebar - 8.0, self.pt) for t in prosedur.catatan]

    def kepala(self, kepala: Mapping[str, str]) -> dict[str, str]:
        """Write the headings of the text columns."""
        hasil = {k: self.penulis.bersih(v) for k, v in kepala.items()}
        for k in KOLOM_TEKS:
            hasil[k] = self.penulis.muat(kepala[k], self._lebar(k) / 1.08, self.pt)
        return hasil

    def lane(self, pelaksana: tuple[Pelaksana, ...]) -> list[str]:
        """Write the headings of the lanes; upright ones have room for their words."""
        lebar = 24.0 if self.kolom.tegak else self.kolom.lane - 2 * SISIP_KEPALA
        return [self.penulis.muat(x.label, lebar / 1.08, self.pt - 0.5) for x in pelaksana]

    def kelompok(self, prosedur: Prosedur) -> list[dict[str, Any]]:
        """Write the headings that lanes share, each with the number of its lanes; none where no lane has any."""
        if not any(x.kelompok for x in prosedur.pelaksana):
            return []
        lebar = self.kolom.lane
        return [
            {
                "kata": self.penulis.muat(
                    kata, (n * lebar - 2 * SISIP_KEPALA) / 1.08, self.pt - 0.5
                ),
                "lane": n,
            }
            for kata, n in prosedur.kelompok
        ]


def total(prosedur: Prosedur, instansi: Instansi) -> str:
    """Return the sum of the standard times; empty where it would leave a step out."""
    return tulis_jumlah(total_prosedur(prosedur, instansi.jam_kerja), instansi.jam_kerja)


__all__ = [
    "PenyusunBaris",
    "isi_kolom",
    "judul_cetak",
    "kata_lane",
    "kepala_kolom",
    "sebut_tujuan",
    "teks_alternatif",
    "total",
    "tulis_kegiatan",
]

"""What an editor shows of one file with unsaved texts: what it holds, table, diagram, sheet, findings, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, susun_keterkaitan
from buku_sop.handbook import Hasil
from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR
from buku_sop.loading.places import Source
from buku_sop.loading.sunting.naskah import Naskah
from buku_sop.loading.text import read_text
from buku_sop.model import Handbook, Sop
from buku_sop.sunting.baris import baris_tabel, letak_tabel
from buku_sop.sunting.bidang import bidang_berkas, bidang_tabel
from buku_sop.sunting.buku import Buku, Ubahan
from buku_sop.sunting.selisih import selisih
from buku_sop.sunting.temuan import temuan_berkas, tulis_temuan
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.sop.halaman import (
    BagianProsedur,
    BahanSop,
    HalamanSop,
    susun_halaman,
    susun_prosedur,
)
from buku_sop.views.sop.tabel import Baris, Tabel

T = TypeVar("T")
HALAMAN = "sunting/index"
"""The page that the editor stands on, from which links are counted."""
_BARIS = 2000
"""Rows that are kept as they were drawn."""


class Lihat:
    """One file, looked at in one state of the handbook."""

    def __init__(self, buku: Buku, berkas: str, teks: str, lain: Ubahan) -> None:
        self.buku, self.berkas, self.teks = buku, berkas, teks
        self.ubahan: Ubahan = {**lain, berkas: teks}
        self.id = berkas.removesuffix(".yml")
        nama = berkas.rpartition("/")[2]
        self.sebuah_sop = "/" in berkas and nama not in BERKAS_KANTOR and nama not in BERKAS_BUKU

    def bagian(self, semua: Iterable[str], dasar: str | None = None) -> dict[str, Any]:
        """Return the parts that are asked for, by name."""
        kerja: Mapping[str, Callable[[], Any]] = {
            "isi": lambda: self.source.data if self.source else None,
            "tabel": self.tabel,
            "bidang": self.bidang,
            "diagram": lambda: [p.diagram for p in self.prosedur],
            "lembar": self.lembar,
            "cetak": self.cetak,
            "temuan": self.temuan,
            "selisih": lambda: selisih(self.buku, self.ubahan, self.berkas, dasar),
        }
        hasil: dict[str, Any] = {"dapat_dibaca": self._dapat_dibaca, "lengkap": self._utuh}
        return hasil | {nama: kerja[nama]() for nama in semua if nama in kerja}

    @cached_property
    def hasil(self) -> Hasil:
        """The handbook with the unsaved texts."""
        return self.buku.buka(self.ubahan)

    @property
    def _dapat_dibaca(self) -> bool:
        """Whether the text itself is sound; of one that is not, a part may be understood all the same."""
        if self.id in self.hasil.sumber:
            return True
        return read_text(self.teks, self.berkas)[0] is not None

    @property
    def _utuh(self) -> bool:
        """Whether all of an SOP could be understood, so that it is a part of the handbook."""
        return not self.sebuah_sop or self.hasil.handbook.cari_sop(self.id) is not None

    @cached_property
    def source(self) -> Source | None:
        """What the file holds and where; None where its syntax is broken."""
        if (ada := self.hasil.sumber.get(self.id)) is not None:
            return ada
        if (sebagian := self.hasil.sebagian.get(self.id)) is not None:
            return sebagian.source
        return read_text(self.teks, f"{self.buku.data.name}/{self.berkas}")[0]

    @cached_property
    def naskah(self) -> Naskah:
        """The file as values alone, for looking things up."""
        return Naskah(self.berkas, self.teks, dict(self.source.data) if self.source else {})

    @cached_property
    def _di_buku(self) -> tuple[Sop, Handbook, Keterkaitan] | None:
        """The SOP with its handbook: also one of which a part could not be understood."""
        buku = self.hasil.handbook
        if (sop := buku.cari_sop(self.id)) is not None:
            return sop, buku, self.hasil.keterkaitan
        if (sebagian := self.hasil.sebagian.get(self.id)) is None:
            return None
        semua = tuple(sorted((*buku.sop, sebagian.sop), key=lambda s: s.id))
        bersama = replace(buku, sop=semua)
        return sebagian.sop, bersama, susun_keterkaitan(bersama)

    def _susun(self, apa: Callable[[Sop, BahanSop, Alamat], T]) -> T | None:
        """Work out what the page of the SOP shows; None where nothing could be understood."""
        if self._di_buku is None:
            return None
        sop, buku, keterkaitan = self._di_buku
        bahan = BahanSop(buku, keterkaitan, {}, {}, usul=None)
        return apa(sop, bahan, Alamat(halaman_sop(sop.id), direktori=True))

    @cached_property
    def halaman(self) -> HalamanSop | None:
        """What stands on the page of the SOP; None where nothing could be understood."""
        return self._susun(susun_halaman)

    @cached_property
    def prosedur(self) -> tuple[BagianProsedur, ...]:
        """The procedures of the SOP: what is in sight at once, and so worked out without the rest of the page."""
        return self._susun(susun_prosedur) or ()

    def tabel(self) -> list[dict[str, Any]]:
        """Draw each table as the site does, with what an editor must know of its rows."""
        tampil = self.prosedur
        return [self._tabel(n, jalan, tampil) for n, jalan in enumerate(letak_tabel(self.naskah))]

    def _tabel(
        self, n: int, jalan: tuple[str | int, ...], tampil: tuple[BagianProsedur, ...]
    ) -> dict[str, Any]:
        dasar: dict[str, Any] = {
            "jalan": list(jalan), "judul": "", "html": "", "polos": False, "lane": [], "baris": [], "total": "",
        }  # fmt: skip
        if n >= len(tampil):
            return dasar
        p = tampil[n]
        sop, instansi = p.bahan.sop, p.bahan.instansi
        prosedur = sop.prosedur[n]
        jam = instansi.jam_kerja
        baris = baris_tabel(self.naskah, jalan, prosedur, n, len(tampil), jam)
        templat = "sunting/kalimat.html" if p.polos else "sunting/tabel.html"
        tabel = replace(
            p.tabel, ada_keterangan=True
        )  # an empty column, too, is there to be typed in
        lane = [{"id": x.id, "nama": x.label, "kelompok": x.kelompok} for x in prosedur.pelaksana]
        return dasar | {
            "judul": p.judul,
            "html": self.buku.perender.render(
                templat, p=p, sop=sop, tabel=tabel, sekali=self._sekali(n, tabel)
            ),
            "polos": p.polos,
            "lane": lane,
            "baris": baris,
            "total": p.tabel.total,
            "bidang": bidang_tabel(self.naskah, jalan),
        }

    def _sekali(self, n: int, tabel: Tabel) -> Callable[..., str]:
        """Return what draws a row, or gives it as it was drawn from the same: an edit changes one or two of thirty."""
        ingat = self.buku.baris
        sama = tabel.lane, tabel.kolom, tabel.ada_keterangan, tabel.kamus
        tetap = self.buku.sama((self.berkas, n), sama)
        if len(ingat) > _BARIS:
            ingat.clear()

        def sekali(gambar: Callable[..., str], r: Baris, t: Tabel, usul: bool) -> str:
            tempat, dari = (self.berkas, n, r.jangkar), (r, tetap)
            ada = ingat.get(tempat)
            if ada is None or ada[0] != dari:
                ada = ingat[tempat] = dari, gambar(r, t, usul)
            return ada[1]

        return sekali

    def bidang(self) -> list[dict[str, Any]]:
        """List the fields beside the tables, as a form."""
        kantor = self.berkas.partition("/")[0]
        semua = {id: b.nama for id, b in bentuk_bawaan().items()}
        instansi = {i.id: i for i in self.hasil.handbook.instansi}.get(kantor)
        if instansi and instansi.bentuk:
            semua.setdefault(instansi.bentuk.id, instansi.bentuk.nama)
        return bidang_berkas(self.naskah, semua)

    def lembar(self) -> str:
        """Draw the identity as the site does."""
        if not self.halaman:
            return ""
        return self.buku.perender.render("sunting/lembar.html", h=self.halaman)

    def cetak(self) -> str:
        """Draw the sheet of the draft as a browser prints it, on the paper that its office or the SOP chose."""
        if not self.halaman:
            return ""
        h = self.halaman
        lembar = h.instansi.lembar.ditimpa(h.sop.lembar)
        return self.buku.perender.render("sunting/cetak.html", h=h, lembar=lembar)

    def temuan(self) -> list[dict[str, Any]]:
        """List what is found in the file."""
        semua = temuan_berkas(self.hasil, self.buku.data.name, self.berkas)
        return tulis_temuan(semua, self.source)

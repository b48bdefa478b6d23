"""One sheet in another form than SOP-AP: first what must be measured, then the finished pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from buku_sop.analysis.bentuk import (
    BagianTerisi,
    baris_lain,
    pejabat_lain,
    sama_judul,
    susun_bagian,
)
from buku_sop.model import ArahKertas, PilihanLembar, Sop
from buku_sop.model.bentuk import BentukLembar, CaraProsedur, Susunan
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.dasar.istilah import tanggal_sop
from buku_sop.views.lembar.bentuk.bagan import Bagan, susun_bagan
from buku_sop.views.lembar.bentuk.kepala import PenulisKepala
from buku_sop.views.lembar.bentuk.prosedur import PenulisProsedur
from buku_sop.views.lembar.kerapatan import Tabel
from buku_sop.views.lembar.kertas import Kertas, pilih_kertas
from buku_sop.views.lembar.susun import KonteksLembar, Lembar, Pengukur

LEBAR_JUDUL = 0.23
"""Which part of the width the titles take where they stand left of their text."""
_SISIP = 4.0
"""Space left and right of the text of a section together, in mm."""
MENJOROK = 7.5
"""How far the text of a section below its title stands in, in mm."""
JUDUL_LAIN = "Keterangan Dokumen"
"""Over the numbers, dates and officials that the form has no place for."""
KEPALA_TERTINGGI = 0.5
"""A head that takes more of a page than this is not repeated on each."""
_DI_BAWAH_KEPALA = 14.0
"""Room in mm that a title takes above a drawing, and the rounding of heights."""


_TEPI = {
    ArahKertas.POTRET: PilihanLembar(
        arah=ArahKertas.POTRET, tepi_kiri=25, tepi_kanan=18, tepi_atas=15, tepi_bawah=22
    ),
    ArahKertas.LANSKAP: PilihanLembar(
        arah=ArahKertas.LANSKAP, tepi_kiri=20, tepi_kanan=15, tepi_atas=14, tepi_bawah=20
    ),
}
"""Margins of forms: wider than those of SOP-AP, whose table needs the width."""


class LembarBentuk(Lembar):
    """A sheet in a form. Its template is measured with `naskah`, then printed with `selesai`."""

    templat_ukur = "ukur-bentuk.typ"

    def __init__(self, sop: Sop, konteks: KonteksLembar, bentuk: BentukLembar) -> None:
        self.bentuk = bentuk
        self.bagan: list[tuple[Bagan, dict[str, Any]]] = []
        """The drawings, each with its place in the data."""
        super().__init__(sop, konteks)

    def _kertas(self) -> Kertas:
        """Choose the page: as the form lays it, unless the office or the SOP says otherwise."""
        return pilih_kertas(_TEPI[self.bentuk.arah].ditimpa(self.pilihan))

    def naskah(self, tabel: Mapping[int, Tabel] | None = None) -> dict[str, Any]:
        """Return what must be measured: the heads."""
        return self.kepala

    def selesai(self, ukur: Pengukur) -> dict[str, Any]:
        """Return the finished sheet; `ukur` measures `naskah`."""
        ukuran = ukur(self.naskah())
        huruf, tinggi = 0, dict(ukuran)
        if tinggi["lanjutan"] > KEPALA_TERTINGGI * self.kertas.tinggi_isi:
            tinggi["lanjutan"] = 0.0
            self.kepala["bentuk"] = {**self.kepala["bentuk"], "lanjutan": None}
        if tinggi["kepala"] > self.kertas.tinggi_isi - tinggi["lanjutan"] - _DI_BAWAH_KEPALA:
            tinggi["kepala"] = 0.0
        ruang = self.kertas.tinggi_isi - tinggi["lanjutan"] - _DI_BAWAH_KEPALA
        for bagan, data in self.bagan:
            data["halaman"], terpakai = bagan.halaman(ruang - ukuran["lane"], self.penulis, huruf)
            huruf += terpakai
        return {**self.kepala, "tinggi": tinggi}

    def _kepala(self) -> dict[str, Any]:
        biasa = super()._kepala()
        kertas, bentuk = self.kertas, self.bentuk
        bagian = susun_bagian(self.sop, bentuk, self.identitas.kotak_terisi)
        if any("lampiran" in b.bidang for b in bagian):
            biasa["lampiran"] = ""
        kepala = PenulisKepala(self.sop, self.instansi, self.penulis, kertas.isi, bentuk.huruf)
        return {
            **{k: biasa[k] for k in _DARI_BIASA},
            "nama": self.penulis.muat(self.sop.nama, kertas.isi * 0.35, 13.0) or "-",
            "kertas": kertas.data(),
            "logo_kedua": self.konteks.logo_kedua.get(self.sop.instansi, ""),
            "bentuk": {
                "huruf": bentuk.huruf,
                "susunan": str(bentuk.susunan),
                "kapital": bentuk.kapital,
                "judul": round(kertas.isi * LEBAR_JUDUL, 3),
                "menjorok": self._menjorok,
                "kepala": kepala.tulis(bentuk.kepala),
                "lanjutan": kepala.tulis(bentuk.lanjutan) if bentuk.lanjutan else None,
            },
            "bagian": [*self._semua_bagian(bagian, kertas)],
            "pengesahan": [*self._pengesahan(kertas)],
        }

    @property
    def _menjorok(self) -> float:
        """How far text stands to the right of its number in mm."""
        return MENJOROK if self.bentuk.bernomor else 0.0

    def _semua_bagian(
        self, bagian: Iterable[BagianTerisi], kertas: Kertas
    ) -> Iterator[dict[str, Any]]:
        """Write the sections, and behind them what the form has no place for."""
        lebar = kertas.isi - _SISIP
        if self.bentuk.susunan is Susunan.KOLOM:
            lebar -= kertas.isi * LEBAR_JUDUL
        else:
            lebar += _SISIP - self._menjorok
        tulis = PenulisProsedur(
            self.sop, self.instansi, self.identitas.isi, self.konteks.keterkaitan
        )
        nomor = 0
        for b in bagian:
            nomor += 1
            judul = b.judul or self.identitas.label(b.bidang[0])
            yield {
                "nomor": f"{nomor}." if self.bentuk.bernomor else "",
                "judul": self.penulis.muat(
                    judul, kertas.isi * LEBAR_JUDUL - 8.0, self.bentuk.huruf
                ),
                "blok": [*self._blok(b, tulis, lebar)],
            }
        if lain := [*self._lain(lebar)]:
            nomor += 1
            yield {
                "nomor": f"{nomor}." if self.bentuk.bernomor else "",
                "judul": JUDUL_LAIN,
                "blok": [{"jenis": "butir", "judul": "", "isi": lain, "polos": True}],
            }

    def _blok(
        self, b: BagianTerisi, tulis: PenulisProsedur, lebar: float
    ) -> Iterator[dict[str, Any]]:
        """Write what stands in a section."""
        butir: list[Any] = []
        for n in b.bebas:
            judul = self.sop.bagian[n].judul
            isi = self._teks_bagian(n, lebar)
            if sama_judul(judul, b.judul):
                butir += isi
            else:
                yield {"jenis": "butir", "judul": self._muat(judul, lebar), "isi": isi}
        for nama in b.bidang:
            if nama == "lampiran":
                butir += [self._muat(x.judul or x.berkas, lebar) for x in self.sop.lampiran]
            elif nama != "riwayat":
                butir += self.identitas.isi_kotak(nama, lebar)
        if butir:
            yield {"jenis": "butir", "judul": "", "isi": butir}
        if b.prosedur:
            for p, prosedur in enumerate(self.sop.prosedur):
                if prosedur.langkah:
                    yield self._prosedur(b.prosedur, p, tulis, lebar)
        if "riwayat" in b.asal:
            yield self._riwayat(lebar)

    def _muat(self, teks: str, lebar: float) -> str:
        return self.penulis.muat(teks, lebar - 8.0, self.bentuk.huruf)

    def _teks_bagian(self, n: int, lebar: float) -> list[Any]:
        isi = self.sop.bagian[n].isi
        return [self.identitas.isi.teks(t, lebar - 8.0, self.bentuk.huruf) for t in isi]

    def _prosedur(
        self, cara: CaraProsedur, p: int, tulis: PenulisProsedur, lebar: float
    ) -> dict[str, Any]:
        if cara is CaraProsedur.DAFTAR:
            return tulis.daftar(p, lebar, self.bentuk.huruf)
        if cara is CaraProsedur.TABEL:
            return tulis.tabel(p, lebar, self.bentuk.huruf - 1.0)
        bagan = susun_bagan(self.sop.prosedur[p], self.penulis, lebar, len(self.sop.prosedur))
        bagan.data["judul"] = self.penulis.muat(
            self.sop.prosedur[p].judul, lebar, self.bentuk.huruf
        )
        self.bagan.append((bagan, bagan.data))
        return bagan.data

    def _riwayat(self, lebar: float) -> dict[str, Any]:
        """Write the record of changes; two empty rows to be filled in by hand where there is none."""
        baris = [
            {
                "isi": self.identitas.isi.teks(r.catatan, lebar * 0.6, self.bentuk.huruf),
                "tanggal": tulis_tanggal(r.tanggal),
            }
            for r in sorted(self.sop.riwayat, key=lambda r: r.tanggal)
            if r.jenis == "revisi"
        ]
        kosong: dict[str, Any] = {"isi": "", "tanggal": ""}
        return {"jenis": "riwayat", "baris": baris or [kosong, kosong]}

    def _lain(self, lebar: float) -> Iterator[str]:
        """Write the numbers, dates and officials for which the form has no place."""
        for nama in baris_lain(self.sop, self.bentuk):
            tanggal = BIDANG_SOP[nama].jenis is JenisNilai.TANGGAL
            nilai = tanggal_sop(nama, self.sop) if tanggal else getattr(self.sop, nama)
            yield self.penulis.muat(
                f"{self.identitas.label(nama)}: {nilai}", lebar, self.bentuk.huruf
            )
        for nama, bagian in pejabat_lain(self.sop, self.bentuk):
            for p in getattr(self.sop, nama):
                kata = ((b.value, getattr(p, b.value)) for b in bagian)
                nilai = ", ".join(f"NIP. {v}" if b == "nip" else v for b, v in kata if v)
                if nilai:
                    yield self.penulis.muat(
                        f"{self.identitas.label(nama)}: {nilai}", lebar, self.bentuk.huruf
                    )

    def _pengesahan(self, kertas: Kertas) -> Iterator[dict[str, Any]]:
        """Write the row of signatures."""
        banyak = sum(len(getattr(self.sop, k.pejabat)) or 1 for k in self.bentuk.pengesahan)
        lebar = kertas.isi / min(banyak or 1, 4) - 5.0
        for kotak in self.bentuk.pengesahan:
            label = kotak.label or self.identitas.label(kotak.pejabat)
            semua = getattr(self.sop, kotak.pejabat)
            kosong = {"jabatan": "", "nama": "", "nip": "", "tanggal": ""}
            for isi in [self.identitas.pejabat(p, lebar) for p in semua] or [kosong]:
                yield {"label": self.penulis.muat(label, lebar, self.bentuk.huruf), **isi}


_DARI_BIASA = (
    "id", "ruang", "legenda", "kop", "logo", "logo_alt", "cap", "tanda_tangan", "lampiran", "lembar_kerja",
    "label_lembar_kerja", "kaki", "tanggal",
)  # fmt: skip
"""What every sheet has, whatever its form."""

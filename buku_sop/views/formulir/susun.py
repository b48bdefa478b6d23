"""A printed form: its head, its sheets and its foot, as the data of the template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from buku_sop.model import Handbook, Instansi, JenisFormulir, NamaKertas, RuangTandaTangan, Sop
from buku_sop.views.formulir import (
    daftar_baca,
    daftar_sop,
    daftar_tilik,
    distribusi,
    evaluasi,
    kebutuhan,
    monitoring,
    rekaman_revisi,
    usulan,
)
from buku_sop.views.formulir.bagian import Bagian, PenyusunBagian
from buku_sop.views.formulir.bahan import BahanFormulir, Perubahan
from buku_sop.views.formulir.kepala_tilik import HURUF_KEPALA, kepala_tilik, tanpa_nama
from buku_sop.views.lembar.bentuk.kepala import PenulisKepala
from buku_sop.views.lembar.kertas import KERTAS, Kertas
from buku_sop.views.lembar.susun import TANPA_TANGGAL, tanggal_dokumen
from buku_sop.views.lembar.teks import PenulisTeks

Penyusun = Callable[[BahanFormulir, PenyusunBagian], list[list[Bagian]]]
"""Makes the sheets of a form."""
PENYUSUN: Mapping[JenisFormulir, Penyusun] = MappingProxyType(
    {
        JenisFormulir.MONITORING: monitoring.susun,
        JenisFormulir.EVALUASI: evaluasi.susun,
        JenisFormulir.KEBUTUHAN: kebutuhan.susun,
        JenisFormulir.DAFTAR_TILIK: daftar_tilik.susun,
        JenisFormulir.REKAMAN_REVISI: rekaman_revisi.susun,
        JenisFormulir.DAFTAR_SOP: daftar_sop.susun,
        JenisFormulir.DISTRIBUSI: distribusi.susun,
        JenisFormulir.DAFTAR_BACA: daftar_baca.susun,
        JenisFormulir.USULAN: usulan.susun,
    }
)
JUDUL: Mapping[JenisFormulir, str] = MappingProxyType(
    {
        JenisFormulir.MONITORING: "Monitoring Pelaksanaan SOP AP",
        JenisFormulir.EVALUASI: "Evaluasi Penerapan SOP AP",
        JenisFormulir.KEBUTUHAN: "Identifikasi SOP AP Berdasarkan Tugas dan Fungsi",
        JenisFormulir.DAFTAR_TILIK: "Daftar Tilik",
        JenisFormulir.REKAMAN_REVISI: "Rekaman Revisi SOP",
        JenisFormulir.DAFTAR_SOP: "Daftar SOP yang Berlaku",
        JenisFormulir.DISTRIBUSI: "Daftar Distribusi SOP",
        JenisFormulir.DAFTAR_BACA: "Daftar Baca SOP",
        JenisFormulir.USULAN: "Lembar Usulan Perubahan SOP",
    }
)
"""What stands over a form."""
_KAKI = 90
"""Letters of a name in the foot."""
MELINTANG = frozenset({JenisFormulir.MONITORING, JenisFormulir.KEBUTUHAN})
"""Forms whose tables need the paper on its side."""


@dataclass(frozen=True, slots=True)
class KonteksFormulir:
    """What all forms share."""

    handbook: Handbook
    hari_ini: date
    kertas: NamaKertas | None
    """The paper; None leaves it to each office."""
    dikenal: frozenset[int]
    """The code points that the font has."""
    logo: Mapping[str, str]
    """By office id: the name under which the template finds its logo."""
    logo_kedua: Mapping[str, str]
    """The same of its second logo."""
    tahun: int | None = None
    """The year whose recorded results are filled in; None leaves them to be written."""


class Formulir:
    """One form about an office, or about one of its SOPs."""

    def __init__(
        self,
        jenis: JenisFormulir,
        konteks: KonteksFormulir,
        instansi: Instansi,
        sop: Sequence[Sop],
        perubahan: Sequence[Perubahan] = (),
    ) -> None:
        self.jenis, self.konteks, self.instansi, self.sop = jenis, konteks, instansi, sop
        nama = konteks.kertas or instansi.lembar.kertas or NamaKertas.A4
        self.kertas = kertas_formulir(KERTAS[nama], melintang=jenis in MELINTANG)
        self.penulis = PenulisTeks(konteks.dikenal)
        self.bahan = BahanFormulir(
            instansi, tuple(sop), konteks.handbook.kebutuhan.get(instansi.id), konteks.hari_ini,
            konteks.tahun, tuple(perubahan),
        )  # fmt: skip

    @property
    def diganti(self) -> list[str]:
        """Characters that the font does not have, sorted."""
        return sorted(self.penulis.diganti)

    def data(self) -> dict[str, Any]:
        """Write the data of the template."""
        judul = JUDUL[self.jenis]
        penyusun = PenyusunBagian(self.penulis, self.kertas)
        tanggal = max(map(tanggal_dokumen, self.sop), default=TANPA_TANGGAL)
        tentang = "" if self.jenis.seinstansi else self.sop[0].nama
        return {
            "jenis": self.jenis.value,
            "judul": self.penulis.bersih(judul),
            "judul_dokumen": self.penulis.bersih(f"{judul}: {tentang or self.instansi.nama}"),
            "kop": self._kop(),
            "alamat": self.penulis.muat(self.instansi.alamat, self.kertas.isi - 60, 9.0),
            "logo": self.konteks.logo.get(self.instansi.id, ""),
            "logo_kedua": self.konteks.logo_kedua.get(self.instansi.id, ""),
            "logo_alt": f"Logo {self.penulis.bersih(self.instansi.nama)}",
            "kaki": self.penulis.muat(_pendek(tentang or self.instansi.nama), 60.0, 7.0),
            "kertas": self.kertas.data(),
            **self._kepala_bentuk(),
            "tanggal": [tanggal.year, tanggal.month, tanggal.day],
            "lembar": PENYUSUN[self.jenis](self.bahan, penyusun),
        }

    def _kepala_bentuk(self) -> dict[str, Any]:
        """Return the head that the sheet of the SOP has in its form, for a form that is one of its papers."""
        kepala = kepala_tilik(self.sop[0]) if self.jenis is JenisFormulir.DAFTAR_TILIK else None
        if kepala is None:
            return {"kepala": None}
        penulis = PenulisKepala(
            tanpa_nama(self.sop[0]), self.instansi, self.penulis, self.kertas.isi, HURUF_KEPALA
        )
        return {
            "kepala": penulis.tulis(kepala.isi),
            "berjudul": kepala.berjudul,
            "bentuk": {"huruf": HURUF_KEPALA},
            "nama": self.penulis.muat(self.sop[0].nama, self.kertas.isi * 0.35, 13.0),
            "ruang": str(RuangTandaTangan.BASAH),
        }

    def _kop(self) -> list[str]:
        sendiri = () if self.jenis.seinstansi else self.sop[0].kop
        kop = sendiri or self.instansi.kepala
        return [self.penulis.muat(k, self.kertas.isi - 60, 13.0) for k in kop]


def _pendek(teks: str) -> str:
    """Shorten a name for the foot of a page; it stands in full above."""
    return teks if len(teks) <= _KAKI else teks[: _KAKI - 1].rstrip() + "\u2026"


def kertas_formulir(kertas: Kertas, *, melintang: bool) -> Kertas:
    """Return the paper of a form, upright unless its table needs the width."""
    pendek, panjang = sorted((kertas.lebar, kertas.tinggi))
    lebar, tinggi = (panjang, pendek) if melintang else (pendek, panjang)
    return replace(kertas, lebar=lebar, tinggi=tinggi, kiri=20.0, kanan=15.0, atas=15.0, bawah=18.0)

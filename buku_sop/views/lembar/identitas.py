"""The first page: identity, approval, the six boxes; and the worksheet at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from buku_sop.analysis.kata.nama import sebut_sop
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan, Potongan
from buku_sop.model import Instansi, LembarKerja, LetakBagian, Pejabat, Sop, Status, TigaTahap
from buku_sop.model.bidang import BIDANG_PEJABAT, BIDANG_SOP, JenisNilai, Lembar
from buku_sop.views.dasar.istilah import tanggal_sop, tulis_status
from buku_sop.views.lembar.alamat import AlamatLembar
from buku_sop.views.lembar.baris import judul_cetak
from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.kertas import Kertas
from buku_sop.views.lembar.teks import PenulisTeks

_BARIS = tuple(b for b in BIDANG_SOP.values() if b.lembar in (Lembar.BARIS, Lembar.BARIS_TERISI))
"""The rows of numbers and dates."""
KOTAK = tuple(b.nama for b in BIDANG_SOP.values() if b.lembar is Lembar.KOTAK)
"""The boxes of the official form, from left to right and down."""
KOTAK_TERISI = tuple(b.nama for b in BIDANG_SOP.values() if b.lembar is Lembar.KOTAK_TERISI)
"""Those that follow where they are filled."""
_KOTAK_DIMINTA = tuple(b.nama for b in BIDANG_SOP.values() if b.lembar is Lembar.KOTAK_DIMINTA)
"""Those that follow where they are filled and the office asks for them."""
_RANTAI = ("disusun_oleh", "diperiksa_oleh", "disetujui_oleh")
"""Who signs before the official who approves."""
KOTAK_SEBARIS = 4
"""Most boxes of signatures that stand side by side."""
_NYARIS_SEMUA = len(KOTAK) - 2
"""From so many own names of boxes on, an SOP tells which boxes its document has."""
_PT = 12.0
"""The largest letters that the block is set in."""
CAP = {
    Status.DRAF: "DRAF – BELUM DISAHKAN",
    Status.DIGANTIKAN: "DIGANTIKAN",
    Status.DICABUT: "DICABUT",
}
"""What stands across a sheet that is not in force."""


def cap(sop: Sop, pengganti: str = "") -> str:
    """Say what stands across a sheet, with the name of its successor; nothing while it is in force."""
    if sop.akan_berlaku:
        return tulis_status(sop).upper()
    if sop.berlaku_sampai:
        return ""
    teks = CAP.get(sop.status, "")
    if sop.status is Status.DICABUT and (hari := tanggal_sop("tanggal_dicabut", sop)):
        teks += f" {hari.upper()}"
    if sop.status is Status.DIGANTIKAN and pengganti:
        teks += f" OLEH {sebut_sop(pengganti).upper()}"
    return teks


class PenyusunIdentitas:
    """Writes the identity block of an SOP."""

    def __init__(
        self,
        sop: Sop,
        instansi: Instansi,
        penulis: PenulisTeks,
        kertas: Kertas,
        keterkaitan: Keterkaitan,
        alamat: AlamatLembar,
    ) -> None:
        self.sop, self.instansi, self.penulis = sop, instansi, penulis
        self.keterkaitan = keterkaitan
        pilihan = instansi.lembar.ditimpa(sop.lembar)
        self.kotak_terisi = (*KOTAK_TERISI, *(b for b in _KOTAK_DIMINTA if getattr(pilihan, b)))
        """The boxes after the official ones, where they are filled."""
        self.isi = PenulisIsi(penulis, lambda p: alamat.tautan(p.tautan) if p.tautan else {})
        self.kiri = kertas.isi * 0.48
        """Width of the left half in mm."""
        self.kanan = kertas.isi - self.kiri

    def label(self, bidang: str) -> str:
        """Write a label."""
        return self.penulis.muat(judul_cetak(bidang, self.sop, self.instansi), 38.0, _PT)

    def kop(self) -> list[str]:
        """Write the office's lines; its name where it gave none."""
        kop = self.sop.kop or self.instansi.kepala
        return [self.penulis.muat(k, self.kiri - 12, 17.0) for k in kop]

    def nama(self) -> str:
        """Write the name of the SOP."""
        return self.penulis.muat(self.sop.nama, self.kanan - 60, 14.5) or "-"

    def data(self) -> dict[str, Any] | None:
        """Write the block; None for an SOP without one, whose name stands over its table instead."""
        if not self.ada:
            return None
        return {
            "baris": self._baris(),
            "pengesah": {
                "label": self.label("disahkan_oleh"),
                "semua": [
                    self.pejabat(p, self.kanan - 52) for p in self.sop.disahkan_oleh or (Pejabat(),)
                ],
            },
            "rantai": self._rantai(),
            "label_nama": self.label("nama"),
            "bagian": self.bagian(LetakBagian.SEBELUM),
            "kotak": self._pasangan(),
        }

    def _rantai(self) -> list[dict[str, str]]:
        """Write the boxes of who drafted, checked and agreed, in this order."""
        semua = [(b, p) for b in _RANTAI for p in getattr(self.sop, b)]
        lebar = (self.kiri + self.kanan) / min(max(len(semua), 1), KOTAK_SEBARIS) - 5
        return [{"label": self.label(b), **self.pejabat(p, lebar)} for b, p in semua]

    def pejabat(self, pejabat: Pejabat, lebar: float) -> dict[str, str]:
        """Write the parts of an official for a width in mm."""
        isi = {b: getattr(pejabat, b) for b in BIDANG_PEJABAT}
        return {b: self.penulis.muat(teks, lebar, _PT) for b, teks in isi.items()}

    @property
    def ada(self) -> bool:
        """Whether anything but the name is known."""
        sop = self.sop
        semua = (*(b.nama for b in _BARIS), *KOTAK, *self.kotak_terisi)
        depan = any(b.letak is LetakBagian.SEBELUM for b in sop.bagian)
        terisi = (
            sop.disahkan_oleh
            or any(getattr(sop, b) for b in _RANTAI)
            or sop.tanggal_tertulis
            or depan
        )
        return bool(terisi) or any(getattr(sop, b) for b in semua)

    def _baris(self) -> list[list[str]]:
        """The numbers and dates of the form, empty ones too: an office fills them in by hand.

        A document that has the day of its signing in place of the day from which it holds has no row for that.
        """
        sop, hasil = self.sop, []
        lepas = {"tanggal_efektif"} if tanggal_sop("tanggal_pengesahan", sop) else set[str]()
        for b in _BARIS:
            tanggal = b.jenis is JenisNilai.TANGGAL
            nilai = tanggal_sop(b.nama, sop) if tanggal else getattr(sop, b.nama)
            if nilai or (b.lembar is Lembar.BARIS and b.nama not in lepas):
                hasil.append([self.label(b.nama), self.penulis.muat(nilai, self.kanan - 52, _PT)])
        return hasil

    def _pasangan(self) -> list[list[dict[str, Any]]]:
        """Write the boxes two by two, those of the official form in its pairs; one without a pair stands alone."""
        resmi = [k for k in KOTAK if self._ada_kotak(k)]
        pasangan = [[k for k in KOTAK[n : n + 2] if k in resmi] for n in range(0, len(KOTAK), 2)]
        terisi = [b for b in self.kotak_terisi if getattr(self.sop, b)]
        pasangan += [terisi[n : n + 2] for n in range(0, len(terisi), 2)]
        return [[self._kotak(b, n, len(p)) for n, b in enumerate(p)] for p in pasangan if p]

    def _kotak(self, bidang: str, n: int, sebaris: int) -> dict[str, Any]:
        """Write the box that is number `n` of so many in its row."""
        lebar = self.kiri + self.kanan if sebaris == 1 else (self.kiri, self.kanan)[n]
        return {"judul": self.label(bidang), "isi": self.isi_kotak(bidang, lebar)}

    def _ada_kotak(self, bidang: str) -> bool:
        """Whether the document has a box: an SOP that gives its own names to nearly all has no other empty one."""
        bernama = [k for k in KOTAK if k in self.sop.istilah]
        return bool(getattr(self.sop, bidang)) or bidang in bernama or len(bernama) < _NYARIS_SEMUA

    def isi_kotak(self, bidang: str, lebar: float) -> list[str | list[dict[str, Any]]]:
        """Write the items of a field for a box of a width in mm."""
        lebar -= 12.0
        if bidang == "keterkaitan":
            return [self.isi.potongan(p, lebar, _PT) for p in self._terkait()]
        nilai = getattr(self.sop, bidang)
        butir = (nilai,) if isinstance(nilai, str) and nilai else nilai
        return [self.isi.teks(t, lebar, _PT) for t in butir]

    def _terkait(self) -> Iterator[tuple[Potongan, ...]]:
        """Cut the items of `keterkaitan`, as the document has them, at the SOPs that they name."""
        semua = self.keterkaitan.keterkaitan.get(self.sop.id, ())
        for n, teks in enumerate(self.sop.keterkaitan):
            potongan, posisi = list[Potongan](), 0
            for tautan in (t for t in semua if t.butir == n):
                awal = teks.index(tautan.teks, posisi)
                potongan += [Potongan(teks[posisi:awal])] if awal > posisi else []
                potongan.append(Potongan(tautan.tampil, tautan))
                posisi = awal + len(tautan.teks)
            yield (*potongan, *([Potongan(teks[posisi:])] if posisi < len(teks) else []))

    def bagian(self, letak: LetakBagian) -> list[dict[str, Any]]:
        """Write the free sections that stand before or after the tables."""
        lebar = self.kiri + self.kanan - 12.0
        return [
            {
                "judul": self.penulis.muat(b.judul, lebar, _PT),
                "isi": [self.isi.teks(t, lebar, _PT) for t in b.isi],
            }
            for b in self.sop.bagian
            if b.letak is letak
        ]

    def tanda_tangan(self) -> dict[str, str] | None:
        """Write the signature block at the end of the table; None where the SOP has none."""
        t = self.sop.tanda_tangan
        if t is None:
            return None
        isi = {"jabatan": t.jabatan, "nama": t.nama, "nip": t.nip, "tempat": t.tempat}
        return {
            k: self.penulis.muat(v, 80.0, _PT) for k, v in {**isi, "tanggal": t.tanggal}.items()
        }

    def lembar_kerja(self) -> dict[str, Any] | None:
        """Write the worksheet; None where the SOP has none."""
        lk = self.sop.lembar_kerja
        return None if lk is None else self._lembar_kerja(lk)

    def _lembar_kerja(self, lk: LembarKerja) -> dict[str, Any]:
        muat = self._muat_lembar
        return {
            "a": [
                ["1.", self.label("judul_sop"), muat(lk.judul_sop)],
                ["2.", self.label("jenis_kegiatan"), muat(lk.jenis_kegiatan)],
                ["3.", self.label("penanggung_jawab"), ""],
                ["", "a. Produk", muat(lk.penanggung_jawab.produk)],
                ["", "b. Kegiatan", muat(lk.penanggung_jawab.kegiatan)],
                ["4.", self.label("ruang_lingkup"), muat(lk.ruang_lingkup)],
            ],
            "judul_kegiatan": [self.label("judul_kegiatan"), muat(lk.judul_kegiatan)],
            "b": self._tahap(lk.identifikasi_kegiatan),
            "c": self._tahap(lk.identifikasi_langkah),
        }

    def _muat_lembar(self, teks: str) -> str | list[dict[str, Any]]:
        return self.isi.teks(teks, 180.0, _PT)

    def _tahap(self, tahap: TigaTahap) -> list[dict[str, Any]]:
        hasil: list[dict[str, Any]] = []
        nomor = 1
        for bidang in ("langkah_awal", "langkah_utama", "langkah_akhir"):
            isi = [self._muat_lembar(t) for t in getattr(tahap, bidang)]
            hasil.append({"judul": self.label(bidang), "isi": isi, "mulai": nomor})
            nomor += len(isi)
        return hasil

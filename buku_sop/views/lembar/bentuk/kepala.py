"""The head of a form: its cells with the words, logos and officials that stand in them."""

from __future__ import annotations

from typing import Any

from buku_sop.analysis.bentuk import isian_terpilih
from buku_sop.model import Instansi, Sop
from buku_sop.model.bentuk import (
    ISIAN_HALAMAN,
    ISIAN_INSTANSI,
    BagianPejabat,
    KepalaBentuk,
    SelKepala,
)
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai
from buku_sop.views.dasar.istilah import tanggal_sop
from buku_sop.views.lembar.teks import PenulisTeks

_SISIP = 3.0
"""Space left and right of the words of a cell together, in mm."""
_NAMA_PANJANG = 80
"""A name of more characters is set in the letters of the sheet, however large the form has it."""
_LABEL = 0.5
"""Most of a cell's width that a label before a value takes."""


class PenulisKepala:
    """Writes heads for a sheet of a width in mm, in letters of a size in pt."""

    def __init__(
        self, sop: Sop, instansi: Instansi, penulis: PenulisTeks, lebar: float, pt: float
    ) -> None:
        self.sop, self.instansi, self.penulis = sop, instansi, penulis
        self.lebar, self.pt = lebar, pt

    def tulis(self, kepala: KepalaBentuk) -> dict[str, Any]:
        """Write a head; the first cell that shows the name is the heading of the sheet."""
        bernama = False
        jumlah = sum(kepala.kolom)
        satuan = [k * self.lebar / jumlah for k in kepala.kolom]
        terpakai = [0] * len(satuan)
        hasil = []
        for baris in kepala.baris:
            sel, kolom = [], 0
            for satu in baris:
                while terpakai[kolom]:
                    kolom += 1
                akhir = kolom + satu.kolom
                terpakai[kolom:akhir] = [satu.baris] * satu.kolom
                tertulis = self._sel(satu, sum(satuan[kolom:akhir]) - _SISIP)
                tertulis["judul"] = tertulis["judul"] and not bernama
                bernama = bernama or tertulis["judul"]
                sel.append(tertulis)
                kolom = akhir
            terpakai = [max(0, t - 1) for t in terpakai]
            hasil.append(sel)
        return {"kolom": [round(s, 3) for s in satuan], "baris": hasil, "bernama": bernama}

    def _sel(self, s: SelKepala, lebar: float) -> dict[str, Any]:
        pt = s.huruf or self.pt
        if "nama" in s.isian and len(self.sop.nama) > _NAMA_PANJANG:
            pt = min(pt, self.pt)
        pejabat: list[list[str]] = []
        isian = isian_terpilih(self.sop, s.isian) if s.isian else ""
        bagi = 1 - _LABEL if s.label and not s.tumpuk else 1.0
        if s.pejabat:
            semua = getattr(self.sop, s.pejabat)
            pejabat = [self._pejabat(p, s, lebar, pt) for p in semua] or [
                [""] if BagianPejabat.RUANG in s.bagian else []
            ]
        return {
            "jenis": "logo" if s.logo else "pejabat" if s.pejabat else "teks",
            "logo": str(s.logo or ""),
            "pejabat": pejabat,
            "judul": isian == "nama",
            "halaman": isian == ISIAN_HALAMAN,
            "label": self.penulis.muat(s.label, lebar * _LABEL, pt),
            "isi": [self.penulis.muat(t, lebar * bagi, pt) for t in self._isi(s, isian)],
            "tumpuk": s.tumpuk,
            "kolom": s.kolom,
            "baris": s.baris,
            "tebal": s.tebal,
            "kapital": s.kapital,
            "huruf": pt,
            "letak": str(s.letak),
        }

    def _isi(self, s: SelKepala, isian: str) -> tuple[str, ...]:
        """Return the lines of a cell."""
        if not isian or isian == ISIAN_HALAMAN:
            return (s.teks,) if s.teks else ()
        if isian == "kop":
            return self.sop.kop or self.instansi.kepala
        if isian in ISIAN_INSTANSI:
            nilai = getattr(self.instansi, "nama" if isian == "instansi" else isian)
        elif BIDANG_SOP[isian].jenis is JenisNilai.TANGGAL:
            nilai = tanggal_sop(isian, self.sop)
        else:
            nilai = getattr(self.sop, isian)
        return (nilai,) if nilai else ()

    def _pejabat(self, pejabat: Any, s: SelKepala, lebar: float, pt: float) -> list[str]:
        """Return the lines of an official; an empty one stands for the room of a signature."""
        baris = []
        for bagian in s.bagian:
            if bagian is BagianPejabat.RUANG:
                baris.append("")
            elif nilai := getattr(pejabat, bagian.value):
                nilai = f"NIP. {nilai}" if bagian is BagianPejabat.NIP else nilai
                baris.append(self.penulis.muat(nilai, lebar, pt))
        return baris

"""Reads Word files without Word: text and tables set on pages, shapes and connectors where they are anchored.

Where a shape stands beside which row is known by its anchor; pages are laid out only nearly.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.blok import Blok, Kertas, Paragraf, Tempelan, teks_blok
from buku_sop.adapters.impor.docx_gambar import PembacaGambar, isi_teks
from buku_sop.adapters.impor.docx_gaya import TWIP, Gaya, W, angka, nilai, nyala
from buku_sop.adapters.impor.docx_isi import Pembaca
from buku_sop.adapters.impor.drawingml import anak, nama_tanpa_ruang
from buku_sop.adapters.impor.foto import PembacaFoto
from buku_sop.adapters.impor.letak import Penata
from buku_sop.adapters.impor.ooxml import Paket, R, buka_paket
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.adapters.impor.vml import PembacaVml, baca_ikatan
from buku_sop.analysis.impor.netral import Dokumen

_RUSAK = "Berkas ini bukan dokumen Word (.docx), atau rusak. Buka dan simpan lagi sebagai .docx, lalu impor hasilnya."


def baca(berkas: Path) -> Dokumen:
    """Read a Word file. Raises TakTerbaca where it gives nothing."""
    paket = buka_paket(berkas, _RUSAK)
    return _Berkas(paket, berkas.name).baca()


class _Berkas:
    """A file that is being read."""

    def __init__(self, paket: Paket, nama: str) -> None:
        self.paket, self.nama = paket, nama
        self.utama = _bagian_utama(paket)
        pohon = paket.xml(self.utama)
        badan = anak(pohon, "body")
        if badan is None:
            raise TakTerbaca(_RUSAK)
        self.badan = badan
        self.hubungan = paket.hubungan(self.utama)
        self.gaya = Gaya.baca(self._milik("styles"), self._milik("numbering"))
        self.foto = PembacaFoto(paket)
        self.gambar = PembacaGambar(self._teks_bentuk, self.foto, self.hubungan)
        ikatan = baca_ikatan(self._milik("settings"))
        self.vml = PembacaVml(self._teks_bentuk, ikatan, self.foto, self.hubungan)
        self.isi = Pembaca(self.gaya, self._tempelan)
        self.penata = Penata()
        self.dipakai: set[str] = set()

    def _milik(self, jenis: str) -> Element | None:
        """Return the part of a kind that belongs to the file."""
        nama = next((n for j, n in self.hubungan.values() if j == jenis), None)
        return self.paket.xml(nama) if nama else None

    def _tempelan(self, bagian: Element) -> list[Tempelan]:
        if nama_tanpa_ruang(bagian) == "drawing":
            return self.gambar.drawing(bagian)
        return self.vml.pict(bagian)

    def _teks_bentuk(self, bentuk: Element) -> list[str]:
        return [
            baris
            for isi in isi_teks(bentuk)
            for baris in teks_blok(tuple(self.isi.blok(isi, dalam_sel=True)))
        ]

    def baca(self) -> Dokumen:
        """Set everything on pages, section by section."""
        bagian = _per_bagian(self.badan)
        for n, (isi, sect) in enumerate(bagian):
            baru = n == 0 or nilai(anak(sect, "type")) != "continuous"
            if baru:
                self.penata.ganti_halaman(_kertas(sect))
                self.penata.taruh(self._kepala(sect, "headerReference"))
            wadah = Element(f"{W}body")
            wadah.extend(isi)
            self.penata.taruh(self.isi.blok(wadah))
            if baru:
                self.penata.taruh(self._kepala(sect, "footerReference"))
        self.penata.taruh(self._catatan_kaki())
        self.penata.ganti_halaman()
        if not self.penata.halaman:
            raise TakTerbaca("Dokumen Word ini kosong.")
        return Dokumen(self.nama, tuple(self.penata.halaman), tuple(self._catatan()))

    def _kepala(self, sect: Element | None, jenis: str) -> list[Blok]:
        """Read the head or foot of a section; of several kinds the one of its first page, else of all."""
        semua = {
            nilai(satu, "type"): satu.get(f"{R}id", "")
            for satu in (sect if sect is not None else ())
            if satu.tag == f"{W}{jenis}"
        }
        pertama = nyala(anak(sect, "titlePg")) and "first" in semua
        _, nama = self.hubungan.get(semua.get("first" if pertama else "default", ""), ("", ""))
        if nama in self.dipakai:  # repeated on every page, and read once
            return []
        self.dipakai.add(nama)
        pohon = self.paket.xml(nama) if nama else None
        self.gambar.hubungan = self.vml.hubungan = self.paket.hubungan(nama) if nama else {}
        isi = self.isi.blok(pohon) if pohon is not None else []
        self.gambar.hubungan = self.vml.hubungan = self.hubungan
        berisi = any(teks.strip() for teks in teks_blok(tuple(isi)))
        return isi if berisi else [b for b in isi if isinstance(b, Paragraf) and b.tempelan]

    def _catatan_kaki(self) -> list[Blok]:
        hasil: list[Blok] = []
        for jenis in ("footnotes", "endnotes"):
            pohon = self._milik(jenis)
            for satu in pohon if pohon is not None else ():
                if nilai(satu, "type") in ("", "normal"):
                    hasil += self.isi.blok(satu)
        return hasil

    def _catatan(self) -> list[str]:
        """Say what was left out."""
        hasil = [f"Tidak dibaca: {apa} ({n} kali)." for apa, n in self.isi.catatan.items()]
        if any(jenis == "comments" for jenis, _ in self.hubungan.values()):
            hasil.append("Tidak dibaca: komentar peninjau.")
        for asing in (self.gambar.asing, self.vml.asing):
            hasil += [f"{n} bentuk {nama} tidak dibaca." for nama, n in asing.items()]
        return hasil + self.foto.catatan()


def _bagian_utama(paket: Paket) -> str:
    """Return the name of the part that holds the text."""
    for jenis, nama in paket.hubungan("").values():
        if jenis == "officeDocument":
            return nama
    return "word/document.xml"


def _per_bagian(badan: Element) -> list[tuple[list[Element], Element | None]]:
    """Part the body at the ends of its sections; each with what is said of its pages."""
    hasil: list[tuple[list[Element], Element | None]] = []
    kini: list[Element] = []
    for satu in badan:
        if satu.tag == f"{W}sectPr":
            hasil.append((kini, satu))
            kini = []
            continue
        kini.append(satu)
        akhir = anak(satu, "pPr", "sectPr") if satu.tag == f"{W}p" else None
        if akhir is not None:
            hasil.append((kini, akhir))
            kini = []
    return [*hasil, (kini, None)] if kini else hasil


def _kertas(sect: Element | None) -> Kertas:
    ukuran, tepi = anak(sect, "pgSz"), anak(sect, "pgMar")

    def titik(bagian: Element | None, nama: str, baku: float) -> float:
        v = angka(nilai(bagian, nama))
        return abs(v) / TWIP if v is not None else baku

    return Kertas(
        titik(ukuran, "w", 595.3),
        titik(ukuran, "h", 841.9),
        titik(tepi, "left", 72.0),
        titik(tepi, "top", 72.0),
        titik(tepi, "right", 72.0),
        titik(tepi, "bottom", 72.0),
    )

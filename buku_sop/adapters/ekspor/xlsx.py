"""A sheet as an Excel workbook: cells by openpyxl, the drawing in the lanes by our own part."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime, time
from itertools import accumulate, pairwise

from openpyxl import Workbook

from buku_sop.adapters.ekspor.paket import buka, bungkus
from buku_sop.adapters.ekspor.xlsx_lembar import LembarKerja, tanpa_kode
from buku_sop.views.ekspor import kisi as blok
from buku_sop.views.ekspor.drawingml import HURUF, LEGENDA
from buku_sop.views.ekspor.gambar import GambarHalaman
from buku_sop.views.ekspor.kisi import Alinea
from buku_sop.views.ekspor.lembar import Naskah, TabelNaskah, berdaftar, larik
from buku_sop.views.ekspor.sambungan import EMU
from buku_sop.views.ekspor.xlsx_gambar import PenggambarLembar, Tempat
from buku_sop.views.lembar import tanggal_dokumen

_HURUF = 10.0
_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_JENIS_GAMBAR = "application/vnd.openxmlformats-officedocument.drawing+xml"
_HURUF_BAKU = re.compile(rb"(<fonts[^>]*>)<font>.*?</font>")
"""The font of the library's workbooks, in whose digits columns are counted. Those of ours at 9.5 pt have seven pixels in
Excel, which rounds them, and in LibreOffice, which does not."""
_DIUBAH = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def buat_xlsx(naskah: Naskah) -> bytes:
    """Write a workbook. The same sheet gives the same bytes.

    Raises SelTerlaluPanjang where a text does not fit into a cell.
    """
    return _Penulis(naskah).tulis()


class _Penulis:
    def __init__(self, naskah: Naskah) -> None:
        self.naskah = naskah
        self.buku = Workbook()
        self.buku.remove(self.buku.worksheets[0])
        self.gambar: dict[int, PenggambarLembar] = {}
        """By the number of their sheet, from 1."""
        jumlah = [len(t.halaman) for t in naskah.tabel]
        self.mulai = [naskah.halaman_identitas + n + 1 for n in accumulate([0, *jumlah])]
        """On which page each table begins."""

    def tulis(self) -> bytes:
        n = self.naskah
        if identitas := blok.identitas(n):
            lembar = self._lembar("Identitas", identitas.x)
            lembar.kisi(identitas, n.huruf)
            lembar.muatkan(n.halaman_identitas)
        for p, t in enumerate(n.tabel):
            self._tabel(p, t)
        if not n.tabel:
            self._penutup(self._lembar("Penutup", [0.0, n.kertas.isi]))
        self._lembar_kerja()
        return self._simpan()

    def _lembar(self, judul: str, x: list[float]) -> LembarKerja:
        lembar = self.buku.create_sheet(judul)
        kaki = self.naskah.kepala["kaki"]
        url = f"Versi terkini: {kaki['url']}" if kaki["url"] else ""
        lembar.oddFooter.left.text = _kaki(kaki["nomor"], kaki["nama"], url)
        lembar.oddFooter.right.text = "Halaman &P dari &N"
        if self.naskah.kepala["cap"]:
            lembar.oddHeader.center.text = _kaki(self.naskah.kepala["cap"])
            lembar.oddHeader.center.font = "Arial,Bold"
        for bagian in (lembar.oddFooter.left, lembar.oddFooter.right):
            bagian.size = 7
        return LembarKerja(lembar, x, self.naskah.kertas)

    def _tabel(self, p: int, t: TabelNaskah) -> None:
        n = self.naskah
        kepala, tinggi = blok.kepala_tabel(t)
        lembar = self._lembar("Prosedur" if len(n.tabel) == 1 else f"Prosedur {p + 1}", kepala.x)
        if p == 0 and n.kepala["identitas"] is None:
            kop = [Alinea(k, tebal=True) for k in n.kepala["kop"]]
            lembar.alinea(kop, 11, tengah=True)
            lembar.garis()
            lembar.alinea([Alinea(n.kepala["nama"], tebal=True)], 12, tengah=True)
            lembar.tambah_baris(6.0 if t.data["judul"] else 3.0)
        if t.data["judul"]:
            lembar.alinea([Alinea(t.data["judul"], tebal=True)], 11, tengah=True)
        awal = lembar.baris + 1
        lembar.kisi(kepala, t.data["huruf"], tinggi)
        lembar.lembar.print_title_rows = f"{awal}:{lembar.baris}"
        letak = [self._halaman(lembar, t, h, n < len(t.halaman) - 1) for n, h in enumerate(t.halaman)]  # fmt: skip
        penggambar = self.gambar[len(self.buku.worksheets)] = PenggambarLembar(lembar.batas_emu())
        for h, baris in zip(t.halaman, letak, strict=True):
            tempat = _tempat(penggambar, t, h, baris)
            penggambar.halaman(h.bentuk, h.garis, h.tulisan, tempat, lambda m: self.mulai[p] + m)
        self._bawah(lembar, t)
        if t is n.tabel[-1]:
            self._penutup(lembar)

    def _halaman(self, lembar: LembarKerja, t: TabelNaskah, h: GambarHalaman, putus: bool) -> list[range]:  # fmt: skip
        letak = []
        for b in h.baris:
            baris = lembar.tambah_baris(b.tinggi)
            letak.append(baris)
            self._baris(lembar, t, baris, b.langkah)
        if putus:
            lembar.putus()
        return letak

    def _baris(self, lembar: LembarKerja, t: TabelNaskah, baris: range, langkah: int) -> None:
        isi, pt = t.data["baris"][langkah], t.data["huruf"]
        n = len(t.data["kepala"]["lane"])
        lembar.isi(baris, range(1, 2), [isi["no"]], pt, tengah=True)
        lembar.isi(baris, range(2, 3), larik(isi["kegiatan"]), pt)
        for lane in range(n):
            lembar.isi(baris, range(3 + lane, 4 + lane), [], pt)
        for k, nama in enumerate(t.data["kolom"]["urutan"], 3 + n):
            semua = [isi["waktu"]] if nama == "waktu" else isi[nama]
            teks = [x for satu in berdaftar(semua) for x in satu]
            tengah = nama == "waktu" or nama in isi["tengah"]
            lembar.isi(baris, range(k, k + 1), teks, pt, tengah=tengah)

    def _bawah(self, lembar: LembarKerja, t: TabelNaskah) -> None:
        """Write what stands below a table."""
        pt = t.data["huruf"]
        if t.data["total"]:
            baris, n = lembar.tambah_baris(pt * 0.3528 * 1.4 + 2.4), len(t.data["kepala"]["lane"])
            lembar.isi(baris, range(1, 3 + n), [Alinea("Jumlah waktu", tebal=True)], pt)
            lembar.isi(baris, range(3 + n, lembar.kolom + 1), [Alinea(t.data["total"], tebal=True)], pt)  # fmt: skip
        if semua := blok.catatan(t):
            lembar.tambah_baris(2.0)
            lembar.alinea(semua, pt)

    def _penutup(self, lembar: LembarKerja) -> None:
        """Write what stands below the last table."""
        n, pt = self.naskah, _HURUF
        if n.kepala["legenda"] and n.tabel:
            lembar.alinea([Alinea(LEGENDA)], 7.5)
        if akhir := blok.bagian_akhir(n):
            lembar.tambah_baris(3.0)
            lembar.alinea(akhir, pt)
        if tanda := blok.tanda_tangan(n):
            lembar.tambah_baris(5.0)
            kanan = next((c for c in range(1, lembar.kolom + 1) if lembar.batas[c] > 0.6 * n.kertas.isi), 1)  # fmt: skip
            lembar.alinea(tanda, pt, range(kanan, lembar.kolom + 1), tengah=True)
        if n.kepala["lampiran"]:
            lembar.tambah_baris(2.0)
            lembar.alinea([Alinea(n.kepala["lampiran"])], 7)

    def _lembar_kerja(self) -> None:
        if not (semua := blok.lembar_kerja(self.naskah)):
            return
        lembar = self._lembar("Lembar Kerja", sorted({v for _, k in semua for v in k.x}))
        judul = f"{self.naskah.kepala['label_lembar_kerja']} Identifikasi Kegiatan".upper()
        lembar.alinea([Alinea(judul, tebal=True)], 12, tengah=True)
        for nama, kisi in semua:
            lembar.tambah_baris(4.0)
            lembar.alinea([Alinea(nama, tebal=True)], _HURUF)
            lembar.kisi(kisi, _HURUF)

    def _simpan(self) -> bytes:
        """Save the workbook, and add the drawings that the library cannot write."""
        waktu = datetime.combine(tanggal_dokumen(self.naskah.sop), time())
        self.buku.properties.title = self.naskah.kepala["nama"]
        self.buku.properties.creator = "Buku SOP"
        self.buku.properties.created = waktu
        mentah = io.BytesIO()
        self.buku.save(mentah)
        bagian = buka(mentah.getvalue())
        tulis = waktu.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        bagian["docProps/core.xml"] = _DIUBAH.sub(rb"\g<1>" + tulis, bagian["docProps/core.xml"])
        baku = rf'\g<1><font><name val="{HURUF}"/><family val="2"/><sz val="9.5"/></font>'.encode()
        bagian["xl/styles.xml"] = _HURUF_BAKU.sub(baku, bagian["xl/styles.xml"])
        for nomor, satu in self.gambar.items():
            _sisipkan(bagian, nomor, satu.xml())
        return bungkus(bagian)


def _sisipkan(bagian: dict[str, bytes], nomor: int, gambar: bytes) -> None:
    """Put a drawing part beside its sheet."""
    bagian[f"xl/drawings/drawing{nomor}.xml"] = gambar
    lembar = f"xl/worksheets/sheet{nomor}.xml"
    unsur = f'<drawing xmlns:r="{_RELASI}" r:id="rId1"/></worksheet>'.encode()
    bagian[lembar] = bagian[lembar].replace(b"</worksheet>", unsur)
    bagian[f"xl/worksheets/_rels/sheet{nomor}.xml.rels"] = (
        f'<Relationships xmlns="{_PAKET}"><Relationship Id="rId1" Type="{_RELASI}/drawing" '
        f'Target="/xl/drawings/drawing{nomor}.xml"/></Relationships>'
    ).encode()
    jenis = f'<Override PartName="/xl/drawings/drawing{nomor}.xml" ContentType="{_JENIS_GAMBAR}"/></Types>'
    bagian["[Content_Types].xml"] = bagian["[Content_Types].xml"].replace(b"</Types>", jenis.encode())  # fmt: skip


def _tempat(penggambar: PenggambarLembar, t: TabelNaskah, h: GambarHalaman, baris: list[range]) -> Tempat:  # fmt: skip
    """Return where points of a page's drawing lie on the sheet, through its columns and rows of whole pixels."""
    kisi = penggambar.kisi
    n, lane = len(t.data["kepala"]["lane"]), t.data["kolom"]["lane"]
    x_mm = [k * lane for k in range(n + 1)]
    y_mm = [0.0, *accumulate(b.tinggi for b in h.baris)]
    x_emu = kisi.x[2 : 3 + n]
    y_emu = [kisi.y[baris[0][0] - 1], *(kisi.y[r[-1]] for r in baris)]

    def tempat(x: float, y: float) -> tuple[int, int]:
        return _antara(x, x_mm, x_emu), _antara(y, y_mm, y_emu)

    return tempat


def _antara(v: float, dari: Sequence[float], ke: Sequence[int]) -> int:
    """Carry a place from one scale of borders to another; beyond their ends both count alike."""
    for (a, b), (u, w) in zip(pairwise(dari), pairwise(ke), strict=True):
        if v <= b:
            return round(u + (v - a) / (b - a) * (w - u))
    return round(ke[-1] + (v - dari[-1]) * EMU)


def _kaki(*baris: str) -> str:
    """Write the words of a header or footer: a sign that Excel would take for a code is doubled."""
    return " · ".join(tanpa_kode(b).replace("&", "&&") for b in baris if b)[:250]

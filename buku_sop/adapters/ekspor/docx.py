"""A sheet as a Word document: real tables, and a canvas with symbols and connectors over each page's lanes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from itertools import accumulate
from types import MappingProxyType

from buku_sop.adapters.ekspor.paket import bungkus
from buku_sop.views.ekspor import kisi as blok
from buku_sop.views.ekspor.docx_gambar import RUANG, Kanvas, huruf
from buku_sop.views.ekspor.docx_isi import (
    KECIL,
    alinea,
    baris,
    sel,
    tabel,
    tabel_kisi,
    titik,
    twip,
)
from buku_sop.views.ekspor.drawingml import HURUF, LEGENDA
from buku_sop.views.ekspor.gambar import GambarHalaman
from buku_sop.views.ekspor.kisi import Alinea
from buku_sop.views.ekspor.lembar import Naskah, TabelNaskah, berdaftar, larik
from buku_sop.views.ekspor.xml import KEPALA, Xml, unsur
from buku_sop.views.lembar import tanggal_dokumen
from buku_sop.views.lembar.kertas import PT

_HURUF = 10.0
_SISIP = 0.6
"""mm above and below the words of the identity's cells."""
_LONGGAR = 6.0
"""mm by which the margin below is narrower than that of the printed sheet, so that no row is pushed over."""
_RELASI = RUANG["r"]
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_INTI = f"{_PAKET}/metadata/core-properties"
_JENIS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BAGIAN: Mapping[str, str] = MappingProxyType(
    {"document": "document.main", "styles": "styles", "settings": "settings", "header": "header", "footer": "footer"}
)  # fmt: skip
"""The parts of a document, and the last word of what each is."""


def buat_docx(naskah: Naskah) -> bytes:
    """Write a document. The same sheet gives the same bytes."""
    return _Penulis(naskah).tulis()


class _Penulis:
    def __init__(self, naskah: Naskah) -> None:
        self.naskah = naskah
        self.isi: list[Xml] = []
        self.nomor = 1
        jumlah = [len(t.halaman) for t in naskah.tabel]
        self.mulai = [naskah.halaman_identitas + n + 1 for n in accumulate([0, *jumlah])]
        """On which page each table begins."""

    def tulis(self) -> bytes:
        n = self.naskah
        if identitas := blok.identitas(n):
            self.isi.append(tabel(identitas.x, tabel_kisi(identitas, n.huruf), _SISIP))
        for p, t in enumerate(n.tabel):
            self._tabel(p, t)
        self._penutup()
        self._lembar_kerja()
        if not self.isi or self.isi[-1].startswith("<w:tbl>"):
            self.isi.append(titik())  # a document ends with a paragraph
        badan = unsur("w:body", *self.isi, self._bagian())
        dokumen = unsur("w:document", badan, **_ruang())
        return bungkus(self._paket(dokumen))

    def _alinea(self, semua: Iterable[Alinea], pt: float, **rupa: object) -> None:
        self.isi += [alinea([a], pt, **rupa) for a in semua]  # type: ignore[arg-type]

    def _tabel(self, p: int, t: TabelNaskah) -> None:
        n = self.naskah
        awal = bool(self.isi)
        if p == 0 and n.kepala["identitas"] is None:
            *atas, akhir = n.kepala["kop"] or [""]
            self._alinea([Alinea(k, tebal=True) for k in atas], 11, jajar="center")
            self._alinea([Alinea(akhir, tebal=True)], 11, jajar="center", garis=True)
            self._alinea([Alinea(n.kepala["nama"], tebal=True)], 12, jajar="center", sebelum=2.0)
            self.isi.append(titik())
        if t.data["judul"]:
            judul = [Alinea(t.data["judul"], tebal=True)]
            jarak = 0.0 if awal else 6.0
            self._alinea(judul, 11, jajar="center", halaman_baru=awal, sebelum=jarak, sesudah=1.8)
            awal = False
        for m, h in enumerate(t.halaman):
            self._halaman(p, t, h, baru=m > 0 or awal)
        pt = t.data["huruf"]
        for k, a in enumerate(blok.catatan(t)):
            self._alinea([a], pt, sebelum=0.0 if k else 2.0)

    def _halaman(self, p: int, t: TabelNaskah, h: GambarHalaman, *, baru: bool) -> None:
        """Write one page of a table: its canvas, anchored above it, and its rows."""
        kepala, tinggi = blok.kepala_tabel(t)
        kiri = t.data["kolom"]["nomor"] + t.data["kolom"]["kegiatan"]
        lanes = len(t.data["kepala"]["lane"]) * t.data["kolom"]["lane"]
        kanvas = Kanvas(h, lanes, self.nomor, lambda m: self.mulai[p] + m)
        gambar = [kanvas.xml(kiri, sum(tinggi) + KECIL * PT)] if h.bentuk else []
        self.nomor = kanvas.berikut
        self.isi.append(titik(*gambar, halaman_baru=baru))
        semua = tabel_kisi(kepala, t.data["huruf"], tinggi, judul=True)
        semua += (self._baris(t, b.langkah, b.tinggi, panjang=b.panjang) for b in h.baris)
        if h is t.halaman[-1] and t.data["total"]:
            semua.append(self._total(t))
        self.isi.append(tabel(kepala.x, semua))

    def _baris(self, t: TabelNaskah, langkah: int, tinggi: float, *, panjang: bool) -> Xml:
        isi, pt, k = t.data["baris"][langkah], t.data["huruf"], t.data["kolom"]

        def tulis(teks: Sequence[str], jajar: str = "left") -> list[Xml]:
            return [alinea([Alinea(b)], pt, jajar=jajar) for b in teks]

        semua = [
            sel(k["nomor"], tulis([isi["no"]], "center")),
            sel(k["kegiatan"], tulis(larik(isi["kegiatan"]))),
            *(sel(k["lane"], []) for _ in t.data["kepala"]["lane"]),
        ]
        for nama in k["urutan"]:
            daftar = [isi["waktu"]] if nama == "waktu" else isi[nama]
            teks = [x for satu in berdaftar(daftar) for x in satu]
            tengah = nama == "waktu" or nama in isi["tengah"]
            semua.append(sel(k[nama], tulis(teks, "center" if tengah else "left")))
        return baris(semua, tinggi, tepat=not panjang, utuh=not panjang)

    def _total(self, t: TabelNaskah) -> Xml:
        lebar, n, pt = t.lebar, len(t.data["kepala"]["lane"]) + 2, t.data["huruf"]
        kata = [Alinea("Jumlah waktu", tebal=True)], [Alinea(t.data["total"], tebal=True)]
        kiri = sel(sum(lebar[:n]), [alinea(kata[0], pt, jajar="right")], kolom=n)
        kanan = sel(sum(lebar[n:]), [alinea(kata[1], pt)], kolom=len(lebar) - n)
        return baris([kiri, kanan], 6.0, tepat=False)

    def _penutup(self) -> None:
        """Write what stands below the last table."""
        n = self.naskah
        if n.kepala["legenda"] and n.tabel:
            self._alinea([Alinea(LEGENDA)], 7.5, sebelum=2.0)
        for k, a in enumerate(blok.bagian_akhir(n)):
            self._alinea([a], _HURUF, sebelum=0.0 if k else 4.0)
        tanda = blok.tanda_tangan(n)
        for k, a in enumerate(tanda):
            jajar = {"jajar": "center", "menyatu": k < len(tanda) - 1}
            satu = alinea([a], _HURUF, sebelum=0.0 if k else 4.0, **jajar)  # type: ignore[arg-type]
            menjorok = unsur("w:ind", w__left=twip(n.kertas.isi - 90.0))
            self.isi.append(Xml(satu.replace("<w:jc ", f"{menjorok}<w:jc ", 1)))
        if n.kepala["lampiran"]:
            self._alinea([Alinea(n.kepala["lampiran"])], 7, sebelum=2.0)

    def _lembar_kerja(self) -> None:
        if not (semua := blok.lembar_kerja(self.naskah)):
            return
        judul = f"{self.naskah.kepala['label_lembar_kerja']} Identifikasi Kegiatan".upper()
        self._alinea([Alinea(judul, tebal=True)], 12, jajar="center", halaman_baru=True)
        for nama, kisi in semua:
            self._alinea([Alinea(nama, tebal=True)], _HURUF, sebelum=4.0, menyatu=True)
            self.isi.append(tabel(kisi.x, tabel_kisi(kisi, _HURUF), _SISIP))

    def _bagian(self) -> Xml:
        """Say what paper it is on, with header and footer."""
        k = self.naskah.kertas
        rujukan = (
            unsur(f"w:{nama}Reference", w__type="default", r__id=id)
            for nama, id in (("header", "rId3"), ("footer", "rId4"))
        )
        arah = "landscape" if k.lebar > k.tinggi else None
        return unsur(
            "w:sectPr",
            *rujukan,
            unsur("w:pgSz", w__w=twip(k.lebar), w__h=twip(k.tinggi), w__orient=arah),
            unsur(
                "w:pgMar", w__top=twip(k.atas), w__right=twip(k.kanan), w__bottom=twip(max(k.bawah - _LONGGAR, 10.0)),
                w__left=twip(k.kiri), w__header=twip(4.0), w__footer=twip(6.0), w__gutter=0,
            ),
        )  # fmt: skip

    def _paket(self, dokumen: Xml) -> dict[str, bytes]:
        kaki = self.naskah.kepala["kaki"]
        kiri = [b for b in (kaki["nomor"], kaki["nama"], kaki["url"]) if b]
        tab = unsur("w:tabs", unsur("w:tab", w__val="right", w__pos=twip(self.naskah.kertas.isi)))
        nomor = unsur("w:fldSimple", _kecil("1"), w__instr=" PAGE "), unsur("w:fldSimple", _kecil("1"), w__instr=" NUMPAGES ")  # fmt: skip
        isi_kaki = unsur(
            "w:p", unsur("w:pPr", tab), _kecil(" · ".join(kiri)), unsur("w:r", unsur("w:tab")),
            _kecil("Halaman "), nomor[0], _kecil(" dari "), nomor[1],
        )  # fmt: skip
        cap = [Alinea(self.naskah.kepala["cap"], tebal=True)]
        bagian = {
            "document": dokumen,
            "styles": _gaya(),
            "settings": _setelan(),
            "header": unsur("w:hdr", alinea(cap, _HURUF, jajar="center"), **_ruang()),
            "footer": unsur("w:ftr", isi_kaki, **_ruang()),
        }
        hasil = {f"word/{nama}.xml": _berkas(isi) for nama, isi in bagian.items()}
        relasi = [(f"{_RELASI}/{nama}", f"{nama}.xml") for nama in list(bagian)[1:]]
        return {
            **hasil,
            "[Content_Types].xml": _jenis(),
            "_rels/.rels": _relasi(
                [(f"{_RELASI}/officeDocument", "word/document.xml"), (f"{_PAKET}/relationships/metadata/core-properties", "docProps/core.xml")]
            ),
            "word/_rels/document.xml.rels": _relasi(relasi),
            "docProps/core.xml": self._inti(),
        }  # fmt: skip

    def _inti(self) -> bytes:
        waktu = datetime.combine(tanggal_dokumen(self.naskah.sop), time())
        tulis = waktu.strftime("%Y-%m-%dT%H:%M:%SZ")
        w3c = {"xsi__type": "dcterms:W3CDTF"}
        return _berkas(
            unsur(
                "cp:coreProperties",
                unsur("dc:title", self.naskah.kepala["nama"]),
                unsur("dc:creator", "Buku SOP"),
                unsur("dcterms:created", tulis, **w3c),
                unsur("dcterms:modified", tulis, **w3c),
                xmlns__cp=_INTI,
                xmlns__dc="http://purl.org/dc/elements/1.1/",
                xmlns__dcterms="http://purl.org/dc/terms/",
                xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
            )
        )


def _ruang() -> dict[str, str]:
    return {f"xmlns__{k}": v for k, v in RUANG.items()}


def _berkas(isi: Xml) -> bytes:
    return f"{KEPALA}{isi}".encode()


def _kecil(teks: str) -> Xml:
    return unsur("w:r", huruf(7), unsur("w:t", teks, xml__space="preserve"))


def _gaya() -> Xml:
    """Return the usual style: our font, no room around paragraphs, Indonesian."""
    baku = unsur(
        "w:docDefaults",
        unsur("w:rPrDefault", unsur("w:rPr", unsur("w:rFonts", w__ascii=HURUF, w__hAnsi=HURUF, w__cs=HURUF),
              unsur("w:sz", w__val=20), unsur("w:szCs", w__val=20), unsur("w:lang", w__val="id-ID"))),
        unsur("w:pPrDefault", unsur("w:pPr", unsur("w:spacing", w__before=0, w__after=0, w__line=240, w__lineRule="auto"))),
    )  # fmt: skip
    biasa = unsur("w:style", unsur("w:name", w__val="Normal"), w__type="paragraph", w__default=1, w__styleId="Normal")  # fmt: skip
    return unsur("w:styles", baku, biasa, xmlns__w=RUANG["w"])


def _setelan() -> Xml:
    """Ask for the layout of newer versions, in which a table begins at the margin."""
    cara = unsur(
        "w:compatSetting", w__name="compatibilityMode", w__uri="http://schemas.microsoft.com/office/word", w__val=15
    )  # fmt: skip
    return unsur("w:settings", unsur("w:compat", cara), xmlns__w=RUANG["w"])


def _jenis() -> bytes:
    isi = [
        unsur("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        unsur("Default", Extension="xml", ContentType="application/xml"),
        *(unsur("Override", PartName=f"/word/{b}.xml", ContentType=f"{_JENIS}.{j}+xml") for b, j in _BAGIAN.items()),
        unsur("Override", PartName="/docProps/core.xml", ContentType="application/vnd.openxmlformats-package.core-properties+xml"),
    ]  # fmt: skip
    return _berkas(unsur("Types", *isi, xmlns=f"{_PAKET}/content-types"))


def _relasi(semua: Sequence[tuple[str, str]]) -> bytes:
    isi = (unsur("Relationship", Id=f"rId{n}", Type=j, Target=t) for n, (j, t) in enumerate(semua, 1))  # fmt: skip
    return _berkas(unsur("Relationships", *isi, xmlns=f"{_PAKET}/relationships"))

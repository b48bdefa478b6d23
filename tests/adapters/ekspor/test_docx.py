"""A Word document as its parts: what ties what, and that nothing written by people becomes markup."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from buku_sop.adapters.ekspor.docx import buat_docx
from buku_sop.adapters.ekspor.naskah import susun_naskah
from buku_sop.adapters.ekspor.xlsx import buat_xlsx
from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil
from buku_sop.model import PilihanLembar
from buku_sop.views.ekspor.lembar import Naskah
from tests.adapters.ekspor.rekaan import sop_rekaan
from tests.builders import handbook

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
JAHAT = "<w:p/> & ]]> \"'\x0b %s"


@pytest.fixture(scope="module")
def naskah(root_cetak: Path) -> Naskah:
    sop = sop_rekaan(14)
    buku = handbook(sop)
    toko = PrintShop(
        root_cetak, Hasil(buku, susun_keterkaitan(buku), (), {}, {}), PilihanLembar(), ""
    )
    return susun_naskah(toko, sop)


def _dokumen(isi: bytes, nama: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        pohon: Element = fromstring(arsip.read(nama))
    return pohon


def test_every_connector_is_tied_to_symbols_of_its_own_canvas(naskah: Naskah) -> None:
    kanvas = list(_dokumen(buat_docx(naskah)).iter(f"{WPC}wpc"))
    assert len(kanvas) == sum(len(t.halaman) for t in naskah.tabel)
    panah = 0
    for satu in kanvas:
        bentuk = {s[0].get("id"): s for s in satu.iter(f"{WPS}wsp")}
        assert len(bentuk) == len(list(satu.iter(f"{WPS}wsp")))
        for ikat in satu.iter(f"{WPS}cNvCnPr"):
            ujung = [ikat.find(f"{A}{n}") for n in ("stCxn", "endCxn")]
            for u in ujung:
                assert u is not None
                geom = bentuk[u.get("id")].find(f"{WPS}spPr/{A}prstGeom")
                assert geom is not None
                assert geom.get("prst", "").startswith("flowChart")
                assert u.get("idx") in ("0", "1", "2", "3")
            panah += 1
    alur = [susun_alur(p) for p in naskah.sop.prosedur]
    assert panah >= sum(len(a.panah) for a in alur) > 0


def test_the_same_sheet_gives_the_same_bytes(naskah: Naskah) -> None:
    for buat in (buat_docx, buat_xlsx):
        assert buat(naskah) == buat(naskah)


def test_what_people_write_stays_text(naskah: Naskah) -> None:
    jahat = Naskah(
        naskah.sop, naskah.kertas, {**naskah.kepala, "nama": JAHAT, "kop": [JAHAT], "cap": JAHAT},
        naskah.tabel, naskah.huruf, naskah.halaman_identitas,
    )  # fmt: skip
    isi = buat_docx(jahat)
    teks = "".join(_dokumen(isi).itertext())
    assert teks.count(JAHAT.replace("\x0b", "□")) == 2
    assert JAHAT.replace("\x0b", "□") in "".join(_dokumen(isi, "word/header.xml").itertext())

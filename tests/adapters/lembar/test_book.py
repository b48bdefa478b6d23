from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
from pypdf.generic import Destination

from tests.adapters.lembar.conftest import Cetakan
from tests.adapters.lembar.test_sheet import halaman


def penanda(buku: Path) -> list[tuple[int, str, int]]:
    """Return the bookmarks of a PDF: (level, title, page), pages from 1."""
    pembaca = pypdf.PdfReader(buku)

    def isi(daftar: Sequence[object], tingkat: int) -> Iterator[tuple[int, str, int]]:
        for x in daftar:
            if isinstance(x, list):
                yield from isi(x, tingkat + 1)
            elif isinstance(x, Destination):
                nomor = pembaca.get_destination_page_number(x)
                assert nomor is not None
                yield tingkat, str(x.title), nomor + 1

    return list(isi(pembaca.outline, 1))


def test_bookmarks_group_the_sheets_by_office(asli: Cetakan) -> None:
    teks, buku = halaman(asli.buku), asli.hasil.handbook
    semua = penanda(asli.buku)
    seharusnya = [(1, "Daftar Isi")]
    for instansi in buku.instansi:
        seharusnya.append((1, instansi.nama))
        if instansi.singkatan:
            seharusnya.append((2, "Penjelasan Singkat Penggunaan"))
        seharusnya += [(2, s.nama) for s in buku.milik(instansi.id)]
    assert [(t, nama) for t, nama, _ in semua] == [*seharusnya, (1, "Indeks Pelaksana")]
    for _, nama, nomor in semua:
        assert nama in teks[nomor - 1]


def test_contents_name_the_pages_of_the_sheets(asli: Cetakan) -> None:
    daftar = re.sub(r"[. ]+", " ", halaman(asli.buku)[1])
    for _, nama, nomor in penanda(asli.buku)[1:]:
        assert f"{nama} {nomor}" in daftar


def test_the_cover_names_every_office_and_the_year(asli: Cetakan) -> None:
    sampul = halaman(asli.buku)[0]
    for instansi in asli.hasil.handbook.instansi:
        assert instansi.nama in sampul
    assert sampul.endswith("2023")


def test_links_of_keterkaitan_stay_within_the_book(korpus: Cetakan) -> None:
    halaman_sop = {nama: nomor for _, nama, nomor in penanda(korpus.buku)}
    with pikepdf.open(korpus.buku) as dokumen:
        nomor: dict[Any, int] = {page.objgen: n for n, page in enumerate(dokumen.pages, 1)}
        anotasi = dokumen.pages[halaman_sop["Semua Bagian"] - 1].Annots
        tautan = [nomor[_halaman_tujuan(dokumen, a).objgen] for a in list(anotasi)]
    assert tautan == [halaman_sop["Sel 300 kata"]]


def _halaman_tujuan(dokumen: pikepdf.Pdf, anotasi: pikepdf.Object) -> pikepdf.Object:
    """Return the page that a link leads to, by name or by itself."""
    tujuan = anotasi.Dest if "/Dest" in anotasi else anotasi.A.D
    if not isinstance(tujuan, pikepdf.Array):
        tujuan = pikepdf.NameTree(dokumen.Root.Names.Dests)[str(tujuan)]
        tujuan = tujuan.D if isinstance(tujuan, pikepdf.Dictionary) else tujuan
    return tujuan[0]


def test_the_index_lists_each_role_with_its_sops(asli: Cetakan) -> None:
    indeks = re.sub(r"[. ]+", " ", halaman(asli.buku)[-1])
    assert "Kasubag Perencanaan Pengumpulan Data Kinerja" in indeks
    assert "Tim Penyusun LAKIP Pengukuran Kinerja" in indeks

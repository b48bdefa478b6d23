"""Documents of pictures are refused with a way out, unless their text layer says something; nothing empty becomes a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.impor.pekerja import kerjakan
from tests.adapters.impor.dokumen import Lembar, simpan

SUSUNAN = "Surat Edaran Kepala Kantor Rekaan tentang Jam Kerja Pegawai yang Baru dan Tertib"


def pindaian(*tulisan: str) -> Lembar:
    """Return a page that is a picture, with the words of its text layer."""
    lembar = Lembar()
    lembar.gambar(0, 0, 800, 560)
    for n, teks in enumerate(tulisan):
        lembar.tulis(60, 60 + 20 * n, teks)
    return lembar


@pytest.mark.parametrize("tulisan", [(), ("halaman 1",)])
def test_scanned_pages_alone_are_refused_with_a_way_out(
    tmp_path: Path, tulisan: tuple[str, ...]
) -> None:
    hasil = kerjakan(simpan(tmp_path / "a.pdf", pindaian(*tulisan), pindaian()))
    assert hasil.draf == ()
    assert hasil.galat.startswith("Semua halamannya pindaian")
    assert "berkas aslinya" in hasil.galat
    assert "sop baru" in hasil.galat


@pytest.mark.parametrize(
    ("tulisan", "nama"),
    [
        ("SOP Penerimaan Tamu", "Penerimaan Tamu"),
        ("SOP a", "a"),  # as its file is called
        ("Nomor SOP : 7/REKAAN", "a"),
    ],
)
def test_what_the_text_layer_of_a_scan_says_is_kept(
    tmp_path: Path, tulisan: str, nama: str
) -> None:
    (draf,) = kerjakan(simpan(tmp_path / "a.pdf", pindaian(tulisan))).draf
    assert draf.draf.nama == nama
    assert draf.draf.catatan == ("Halaman 1 hanya berisi gambar (pindaian).",)


def test_pages_that_are_pictures_are_named_together(tmp_path: Path) -> None:
    bertabel = Lembar()
    bertabel.tabel([("1", "Menerima berkas", "Berkas", "5 menit", "Arsip", "")])
    semua = (pindaian(), bertabel, pindaian(), pindaian(), pindaian(SUSUNAN), pindaian())
    (draf,) = kerjakan(simpan(tmp_path / "a.pdf", *semua)).draf
    assert draf.draf.catatan == (
        "Halaman 1 hanya berisi gambar (pindaian).",
        "Halaman 3 sampai 4 hanya berisi gambar (pindaian).",
        "Halaman 5 memuat gambar besar; yang ada di dalamnya tidak dibaca.",
        "Halaman 6 hanya berisi gambar (pindaian).",
    )


def test_a_document_that_says_nothing_is_refused(tmp_path: Path) -> None:
    hasil = kerjakan(simpan(tmp_path / "a.pdf", Lembar()))
    assert (hasil.draf, hasil.galat[:24]) == ((), "Tidak ada tulisan di dal")


def test_a_document_that_is_no_sop_is_a_draft_that_says_so(tmp_path: Path) -> None:
    lembar = Lembar()
    lembar.tulis(60, 60, SUSUNAN)
    (draf,) = kerjakan(simpan(tmp_path / "a.pdf", lembar)).draf
    assert [s.teks for s in draf.draf.sisa] == [SUSUNAN]
    assert any("bukan SOP" in catatan for catatan in draf.draf.catatan)
    lembar.tabel([("1", "Menerima berkas", "Berkas", "5 menit", "Arsip", "")])
    (draf,) = kerjakan(simpan(tmp_path / "b.pdf", lembar)).draf
    assert draf.draf.catatan == ()

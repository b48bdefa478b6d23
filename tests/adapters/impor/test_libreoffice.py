"""Old Word files by way of LibreOffice: where it is installed, the flow is read; where it is not, that is said."""

from __future__ import annotations

import shutil
import stat
import time
import zipfile
from pathlib import Path

import pytest

from buku_sop.adapters.impor.libreoffice import cari
from buku_sop.adapters.impor.pekerja import kerjakan
from buku_sop.adapters.impor.pembaca import TakTerbaca, baca

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEBAR = (500, 4000, 1500, 1500, 2000, 1400, 2000)
"""Twentieths of a point: No, Kegiatan, Staf, Kepala, Kelengkapan, Waktu, Output."""
_KEPALA = ("No", "Kegiatan", "Staf", "Kepala", "Kelengkapan", "Waktu", "Output")
_BARIS = (("1", "Menerima berkas", 2, "roundrect"), ("2", "Memeriksa berkas", 3, "rect"))


def _sel(n: int, teks: str, gambar: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_LEBAR[n]}" w:type="dxa"/></w:tcPr>'
        f"<w:p>{gambar}<w:r><w:t>{teks}</w:t></w:r></w:p></w:tc>"
    )


def _bentuk(nama: str) -> str:
    gaya = "position:absolute;margin-left:5pt;margin-top:8pt;width:55pt;height:22pt;z-index:1"
    return f'<w:r><w:pict><v:{nama} style="{gaya}" fillcolor="#eeeeee" strokecolor="black"/></w:pict></w:r>'


def dokumen(berkas: Path) -> Path:
    """Write a Word file: a table of steps with a shape in a lane of each row."""
    isi = ["<w:tr>" + "".join(_sel(n, t) for n, t in enumerate(_KEPALA)) + "</w:tr>"]
    for nomor, kegiatan, lajur, nama in _BARIS:
        teks = (nomor, kegiatan, "", "", "Berkas", "5 menit", "Catatan")
        sel = "".join(_sel(n, t, _bentuk(nama) if n == lajur else "") for n, t in enumerate(teks))
        isi.append(f'<w:tr><w:trPr><w:trHeight w:val="900"/></w:trPr>{sel}</w:tr>')
    garis = "".join(
        f'<w:{s} w:val="single" w:sz="4"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lebar = "".join(f'<w:gridCol w:w="{x}"/>' for x in _LEBAR)
    badan = (
        f'<w:document xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:tbl><w:tblPr>'
        f'<w:tblLayout w:type="fixed"/><w:tblBorders>{garis}</w:tblBorders></w:tblPr><w:tblGrid>{lebar}</w:tblGrid>'
        f'{"".join(isi)}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
        "</w:body></w:document>"
    )
    pkg = "http://schemas.openxmlformats.org/package/2006"
    jenis = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{pkg}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{jenis}"/></Types>',
        )
        arsip.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{pkg}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        arsip.writestr("word/document.xml", badan)
    return berkas


@pytest.mark.skipif(cari() is None, reason="LibreOffice is not installed here")
def test_a_word_file_is_laid_out_and_read_with_its_symbols(tmp_path: Path) -> None:
    hasil = kerjakan(dokumen(tmp_path / "Berkas; masuk.doc"))
    assert hasil.galat == ""
    (satu,) = hasil.draf
    langkah = satu.draf.isi["langkah"]
    assert [x["kegiatan"] for x in langkah] == [b[1] for b in _BARIS]
    assert [x["pelaksana"] for x in langkah] == ["staf", "kepala"]
    assert [
        bool(p) for p, k in zip(satu.potongan, satu.draf.keraguan, strict=True) if k.tempat
    ] != []
    assert all(p for p, k in zip(satu.potongan, satu.draf.keraguan, strict=True) if k.tempat)


def test_without_libreoffice_that_is_said_with_two_ways_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOP_LIBREOFFICE", "tidak-ada-di-sini")
    with pytest.raises(
        TakTerbaca, match=r"Pasang LibreOffice .* simpan sebagai .docx, .xlsx, atau PDF"
    ):
        baca(dokumen(tmp_path / "a.doc"))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked at in /proc")
def test_what_it_is_told_and_that_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pengganti = tmp_path / "soffice"
    pengganti.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/perintah\nsleep 60 & echo $! > {tmp_path}/anak\nwait\n'
    )
    pengganti.chmod(pengganti.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("SOP_LIBREOFFICE", str(pengganti))
    monkeypatch.setattr("buku_sop.adapters.impor.libreoffice.BATAS_DETIK", 2)
    with pytest.raises(TakTerbaca, match="belum selesai"):
        baca(dokumen(tmp_path / "$(touch x).doc"))
    perintah = (tmp_path / "perintah").read_text()
    assert "--headless" in perintah
    assert "touch" not in perintah
    anak = int((tmp_path / "anak").read_text())
    for _ in range(100):  # whoever is killed takes a moment to go
        if not _hidup(anak):
            break
        time.sleep(0.1)
    assert not _hidup(anak)


def _hidup(pid: int) -> bool:
    try:
        return Path("/proc", str(pid), "stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_a_file_that_it_cannot_open_is_said_to_be_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOP_LIBREOFFICE", shutil.which("true") or "true")
    with pytest.raises(TakTerbaca, match="tidak dapat membuka"):
        baca(dokumen(tmp_path / "a.odt"))

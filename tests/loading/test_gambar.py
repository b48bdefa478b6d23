"""Whether a logo can be used is known before anything is printed with it, whatever the file holds."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from buku_sop.handbook import open_handbook
from buku_sop.loading.gambar import BITA_TERBANYAK, SISI_TERPANJANG, sebab_tak_terpakai

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def raster(jenis: str = "PNG", lebar: int = 8, tinggi: int = 8) -> bytes:
    """Make a picture."""
    isi = BytesIO()
    Image.new("RGB", (lebar, tinggi), (1, 2, 3)).save(isi, jenis)
    return isi.getvalue()


def sebab(folder: Path, nama: str, isi: bytes) -> str:
    (folder / nama).write_bytes(isi)
    return sebab_tak_terpakai(folder / nama)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.png", raster()),
        ("a.PNG", raster()),
        ("a.jpg", raster("JPEG")),
        ("a.jpeg", raster("JPEG")),
        ("a.svg", SVG.format('<path d="M0 0h1"/><use xlink:href="#a"/>').encode()),
        (
            "a.svg",
            SVG.format('<style>p { fill: url(#g) }</style><g style="fill:url(#g)"/>').encode(),
        ),
        ("a.svg", b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">' + SVG.format("").encode()),
        ("a.svg", SVG.format('<image href="data:image/png;base64,AAAA"/>').encode()),
    ],
)
def test_what_can_be_used(tmp_path: Path, nama: str, isi: bytes) -> None:
    assert sebab(tmp_path, nama, isi) == ""


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.gif", raster(), "bukan berkas SVG"),
        ("a.png", raster()[:40], "rusak"),
        ("a.png", raster("JPEG"), "isinya JPEG, bukan PNG"),
        ("a.jpg", b"", "rusak"),
        ("a.png", raster(lebar=SISI_TERPANJANG + 1, tinggi=1), "piksel"),
        ("a.png", raster() + b"x" * BITA_TERBANYAK, "MB"),
        ("a.svg", b"<svg", "bukan SVG yang utuh"),
        ("a.svg", b"<html/>", "bukan SVG"),
        ("a.svg", SVG.format("<script>alert(1)</script>").encode(), "`script`"),
        ("a.svg", SVG.format("<foreignObject/>").encode(), "`foreignobject`"),
        ("a.svg", SVG.format('<g onload="x"/>').encode(), "skrip"),
        ("a.svg", SVG.format('<image xlink:href="https://luar.example/x.png"/>').encode(), "luar"),
        ("a.svg", SVG.format('<image href="file:///etc/passwd"/>').encode(), "luar"),
        ("a.svg", SVG.format("<style>@import 'x.css';</style>").encode(), "luar"),
        ("a.svg", SVG.format('<g style="fill:url(https://luar.example/a)"/>').encode(), "luar"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "entitas"),
    ],
)
def test_what_cannot_is_told_why(tmp_path: Path, nama: str, isi: bytes, kata: str) -> None:
    assert kata in sebab(tmp_path, nama, isi)


def test_links_pipes_devices_and_impossible_names_are_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "tautan.png").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipa.png")
    (tmp_path / "folder.png").mkdir()
    assert "tautan" in sebab_tak_terpakai(tmp_path / "tautan.png")
    assert "bukan berkas biasa" in sebab_tak_terpakai(tmp_path / "pipa.png")
    assert "bukan berkas biasa" in sebab_tak_terpakai(tmp_path / "folder.png")
    assert "tidak ada" in sebab_tak_terpakai(tmp_path / "tiada.png")
    assert "tidak dapat dibaca" in sebab_tak_terpakai(tmp_path / f"{'x' * 300}.png")
    assert "tidak dapat dibaca" in sebab_tak_terpakai(tmp_path / "a\0b.png")


def test_no_bytes_make_it_stumble(tmp_path: Path) -> None:
    acak = random.Random(7)
    asal = [raster(), raster("JPEG"), SVG.format('<g style="a"/>').encode()]
    for i, isi in enumerate(asal * 60):
        rusak = bytearray(isi)
        for _ in range(acak.randint(1, 6)):
            rusak[acak.randrange(len(rusak))] = acak.randrange(256)
        nama = f"a.{('png', 'jpg', 'svg')[i % 3]}"
        assert isinstance(sebab(tmp_path, nama, bytes(rusak)), str)


@pytest.mark.parametrize("logo", ["a.png", "x" * 300 + ".png", "rusak.svg"])
def test_a_logo_that_cannot_be_used_is_one_finding_at_its_line(tmp_path: Path, logo: str) -> None:
    kantor = tmp_path / "kantor-contoh"
    kantor.mkdir()
    (kantor / "rusak.svg").write_text("<svg")
    (kantor / "instansi.yml").write_text(f"nama: Kantor Contoh\nlogo: {logo}\n")
    hasil = open_handbook(tmp_path)
    temuan = [d for d in hasil.diagnostics if d.kode == "SOP-B008"]
    assert [(d.lokasi.baris, d.lokasi.kolom) for d in temuan] == [(2, 7)]
    assert len(temuan[0].pesan) < 200
    assert not hasil.gagal
    assert hasil.handbook.instansi[0].logo == ""

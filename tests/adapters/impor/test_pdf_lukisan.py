"""Flows that are pictures, or whose lines were made into areas: read as if they had been drawn, and compared with that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from buku_sop.adapters.impor.pdf import baca
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.analysis.impor.netral import Kotak
from tests.adapters.impor.dokumen import KOLOM, LEBAR, TINGGI, Lembar, simpan
from tests.adapters.impor.test_pdf import DUA, KEPALA, STAF, alur_biasa, langkah, ragu, satu


@dataclass(frozen=True)
class Potret:
    """A picture of a part of a page, in shades of grey."""

    lebar: int
    tinggi: int
    piksel: bytes

    def tempel(self, lembar: Lembar, kotak: Kotak) -> None:
        """Paste it."""
        k = kotak
        lembar.isi.append(
            f"q {k.lebar} 0 0 {k.tinggi} {k.x0} {TINGGI - k.y1} cm BI /W {self.lebar} /H {self.tinggi} /CS /G /BPC 8 "
            f"/F /AHx ID {self.piksel.hex()}> EI Q"
        )


def potret(berkas: Path, kotak: Kotak, skala: float) -> Potret:
    """Take the picture of a part of a page."""
    with pdfium.PdfDocument(berkas) as pdf:
        peta = pdf[0].render(
            scale=skala,
            grayscale=True,
            crop=(kotak.x0, TINGGI - kotak.y1, LEBAR - kotak.x1, kotak.y0),
        )
        baris = bytes(peta.buffer)
        piksel = b"".join(
            baris[y * peta.stride : y * peta.stride + peta.width] for y in range(peta.height)
        )
        return Potret(peta.width, peta.height, piksel)


def difoto(tmp_path: Path, lembar: Lembar, tambahan: Lembar, skala: float = 2.67) -> Draf:
    """Read a page on which a drawing stands as a picture."""
    y0, y1 = 100.0, 320.0
    kotak = Kotak(KOLOM[2] + 4, y0, KOLOM[4] - 4, y1)
    potret(simpan(tmp_path / "gambarnya.pdf", lembar), kotak, skala).tempel(tambahan, kotak)
    return satu(simpan(tmp_path / "bergambar.pdf", tambahan))


def alur(draf: Draf) -> list[dict[str, Any]]:
    """Return who acts and where each step leads, without what is doubted."""
    kunci = ("pelaksana", "simbol", "ke", "cabang")
    return [{k: x[k] for k in kunci if k in x} for x in langkah(draf)]


def tabel_saja() -> tuple[Lembar, list[float]]:
    lembar = Lembar()
    return lembar, lembar.tabel(DUA)


def tanpa_label(lembar: Lembar, y: list[float]) -> None:
    """Draw a start, a decision with two ways, an end; its words stand on the page."""
    alur_biasa(lembar, y)
    lembar.isi = lembar.isi[:-2]


@pytest.mark.parametrize("skala", [1.34, 2.0, 2.67, 4.17])
def test_a_flow_that_is_a_picture_is_read_as_one_that_is_drawn(
    tmp_path: Path, skala: float
) -> None:
    tergambar, y = tabel_saja()
    alur_biasa(tergambar, y)
    sama = satu(simpan(tmp_path / "tergambar.pdf", tergambar))
    lembar = Lembar()
    tanpa_label(lembar, y)
    halaman, _ = tabel_saja()
    halaman.isi += tergambar.isi[-2:]
    draf = difoto(tmp_path, lembar, halaman, skala)
    assert alur(draf) == alur(sama)
    assert ragu(draf) == [("langkah", None)]
    assert "dibaca dari gambar" in draf.isi["perlu_konfirmasi"]["langkah"]
    assert draf.catatan == ()


def test_what_was_painted_over_a_picture_is_not_read(tmp_path: Path) -> None:
    """Offices cover a symbol that is no longer right with a white shape."""
    halaman, y = tabel_saja()
    lembar = Lembar()
    for n in range(3):
        lembar.kotak(STAF - 20, y[n] + 15, STAF + 20, y[n] + 40)
    for n in range(2):
        lembar.panah((STAF, y[n] + 40), (STAF, y[n + 1] + 15))
    lembar.panah((STAF + 20, y[0] + 28), (KEPALA - 20, y[0] + 28))
    lembar.kotak(KEPALA - 20, y[0] + 15, KEPALA + 20, y[0] + 40)
    terbuka = difoto(tmp_path, lembar, halaman)
    assert langkah(terbuka)[0]["pelaksana"] != "staf"
    halaman.putih(STAF + 21, y[0] + 10, KEPALA + 30, y[0] + 45)
    tertutup = satu(simpan(tmp_path / "tertutup.pdf", halaman))
    assert [x["pelaksana"] for x in langkah(tertutup)] == ["staf"] * 3
    assert ragu(tertutup) == [("langkah", None)]


def test_a_picture_that_is_no_drawing_is_told_and_not_read(tmp_path: Path) -> None:
    halaman, _ = tabel_saja()
    kotak = Kotak(KOLOM[2] + 4, 120, KOLOM[4] - 4, 300)
    foto = bytes((x * 7 + y * 13) % 256 for y in range(120) for x in range(160))
    Potret(160, 120, foto).tempel(halaman, kotak)
    draf = satu(simpan(tmp_path / "foto.pdf", halaman))
    assert not any("pelaksana" in x for x in langkah(draf))
    assert any("tidak dapat dibaca" in c for c in draf.catatan)


def cincin_berpanah(lembar: Lembar, x0: float, y0: float, x1: float, y1: float, ke: float) -> None:
    """Draw a box and the arrow that leaves it downwards as one area: around the box, around its inside, around the arrow."""
    t, x = 0.7, (x0 + x1) / 2
    bawah = [] if ke <= y1 else [
        (x + t / 2, y1), (x + t / 2, ke - 2), (x + 2.5, ke - 5), (x + 3, ke - 4.6), (x, ke),
        (x - 3, ke - 4.6), (x - 2.5, ke - 5), (x - t / 2, ke - 2), (x - t / 2, y1),
    ]  # fmt: skip
    lembar.bentuk(
        (x1, y0), (x1 - t, y0), (x1 - t, y1 - t), (x0 + t, y1 - t), (x0 + t, y0 + t), (x1 - t, y0 + t), (x1 - t, y0),
        (x0, y0), (x0, y1), *reversed(bawah), (x1, y1), cara="f",
    )  # fmt: skip


def test_lines_that_were_made_into_areas_are_read_as_lines(tmp_path: Path) -> None:
    lembar, y = tabel_saja()
    for n in range(3):
        ke = y[n + 1] + 14 if n < 2 else 0
        cincin_berpanah(lembar, STAF - 20, y[n] + 15, STAF + 20, y[n] + 40, ke)
    draf = satu(simpan(tmp_path / "kulit.pdf", lembar))
    assert [x["pelaksana"] for x in langkah(draf)] == ["staf"] * 3
    assert draf.angka.panah == 2
    assert draf.angka.lepas == 0
    assert ragu(draf) == []


def test_a_picture_of_an_arrow_beside_a_drawn_one_between_the_same_symbols_is_read(
    tmp_path: Path,
) -> None:
    """A way back is drawn with lines, the way there is a picture."""
    lembar, y = tabel_saja()
    lembar.kapsul(STAF - 25, y[0] + 15, STAF + 25, y[0] + 40)
    lembar.kotak(STAF - 25, y[1] + 15, STAF + 25, y[1] + 40)
    lembar.ketupat(STAF - 25, y[2] + 15, STAF + 25, y[2] + 45)
    lembar.panah((STAF, y[0] + 40), (STAF, y[1] + 15))
    lembar.panah(
        (STAF + 25, y[2] + 30), (STAF + 40, y[2] + 30), (STAF + 40, y[1] + 28), (STAF + 25, y[1] + 28)
    )  # fmt: skip
    panah = Lembar()
    panah.panah((STAF, y[1] + 41), (STAF, y[2] + 14))
    kotak = Kotak(STAF - 5, y[1] + 40, STAF + 5, y[2] + 15)
    potret(simpan(tmp_path / "panah.pdf", panah), kotak, 3).tempel(lembar, kotak)
    draf = satu(simpan(tmp_path / "dua_arah.pdf", lembar))
    assert draf.angka.panah == 3
    assert "ke" not in langkah(draf)[1]  # the next row, which needs no word
    assert langkah(draf)[2]["ke"] == "memeriksa-berkas"


def _panah_gambar(tmp_path: Path, lembar: Lembar, *titik: tuple[float, float]) -> None:
    """Paste the picture of an arrow."""
    panah = Lembar()
    panah.panah(*titik)
    xs, ys = [x for x, _ in titik], [y for _, y in titik]
    kotak = Kotak(min(xs) - 4, min(ys) - 4, max(xs) + 4, max(ys) + 4)
    berkas = simpan(tmp_path / f"panah-{len(lembar.isi)}.pdf", panah)
    potret(berkas, kotak, 3).tempel(lembar, kotak)


def test_a_picture_of_an_arrow_that_ends_before_its_symbols_ties_those_ahead_and_behind(
    tmp_path: Path,
) -> None:
    lembar, y = tabel_saja()
    for n, x in enumerate((STAF, KEPALA, KEPALA)):
        lembar.kotak(x - 20, y[n] + 15, x + 20, y[n] + 40)
    _panah_gambar(tmp_path, lembar, (KEPALA, y[1] + 48), (KEPALA, y[2] + 8))
    lembar.panah((STAF + 20, y[0] + 28), (KEPALA, y[0] + 28), (KEPALA, y[1] + 15))
    draf = satu(simpan(tmp_path / "jarak.pdf", lembar))
    assert draf.angka.panah == 2
    assert ragu(draf) == []


def test_a_picture_of_an_arrow_goes_on_from_a_drawn_line(tmp_path: Path) -> None:
    lembar, y = tabel_saja()
    for n, x in enumerate((KEPALA, KEPALA, STAF)):
        lembar.kotak(x - 20, y[n] + 15, x + 20, y[n] + 40)
    lembar.panah((KEPALA, y[0] + 40), (KEPALA, y[1] + 15))
    lembar.garis((KEPALA - 20, y[1] + 28), (STAF, y[1] + 28))
    _panah_gambar(tmp_path, lembar, (STAF, y[1] + 29), (STAF, y[2] + 13))
    draf = satu(simpan(tmp_path / "sambung.pdf", lembar))
    assert draf.angka.panah == 2
    assert draf.angka.lepas == 0
    assert ragu(draf) == []


def test_a_picture_is_traced_on_a_page_that_has_none_of_its_own(tmp_path: Path) -> None:
    """What is read of a picture stays apart from what is drawn, so that lines of a table in it are none of the page."""
    lembar = Lembar()
    tanpa_label(lembar, tabel_saja()[1])
    kosong = Lembar()
    kotak = Kotak(KOLOM[2] + 4, 100, KOLOM[4] - 4, 320)
    potret(simpan(tmp_path / "asal.pdf", lembar), kotak, 2.67).tempel(kosong, kotak)
    (halaman,) = baca(simpan(tmp_path / "sendiri.pdf", kosong)).halaman
    assert halaman.coretan == ()
    ((di, coretan),) = halaman.lukisan
    assert di.tumpang(kotak) > 0.99
    assert len(coretan) > 6


@pytest.mark.parametrize(
    ("kotak", "banyak"), [(Kotak(240, 20, 520, 420), 1), (Kotak(20, 20, 822, 575), 0)]
)
def test_a_picture_of_nearly_a_whole_page_is_a_scan_and_not_traced(
    tmp_path: Path, kotak: Kotak, banyak: int
) -> None:
    lembar = Lembar()
    tanpa_label(lembar, tabel_saja()[1])
    halaman = Lembar()
    potret(simpan(tmp_path / "asal.pdf", lembar), kotak, 2).tempel(halaman, kotak)
    (satu_halaman,) = baca(simpan(tmp_path / "pindaian.pdf", halaman)).halaman
    assert len(satu_halaman.lukisan) == banyak

"""Shapes and connectors as Word drew them up to 2007 (VML), and still does for older programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.blok import Gambaran, Letak, Tempelan
from buku_sop.adapters.impor.drawingml import Letak as LetakGambar
from buku_sop.adapters.impor.drawingml import Rangka, anak, nama_tanpa_ruang
from buku_sop.adapters.impor.foto import PembacaFoto, tampilan_vml
from buku_sop.adapters.impor.letak import kata_dalam
from buku_sop.analysis.impor.netral import Kotak, Lambang, Rupa, Sambungan, Titik

MAX_BENTUK = 5_000
MAX_DALAM = 12
_NOMOR = {
    Rupa.KAPSUL: (116, 176, 2, 3),
    Rupa.KOTAK: (109, 112, 119, 111, 113, 117, 1, 7, 202),
    Rupa.BELAH_KETUPAT: (110, 4),
    Rupa.PENGHUBUNG: (177, 120, 15),
    Rupa.DOKUMEN: (114, 115),
}
_RUPA = {nomor: rupa for rupa, semua in _NOMOR.items() for nomor in semua}
"""The symbol of each kind of shape, by the number of its type (`#_x0000_t110` is a decision)."""
_NAMA = {"rect": Rupa.KOTAK, "roundrect": Rupa.KAPSUL, "oval": Rupa.KAPSUL}
_LAPIS = (0.0, 0.0, 0.0)
"""Pictures lie under all that is drawn by the newer kind of shapes before the text."""
_SISI: tuple[Titik, ...] = ((0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1))
_PANAH_TEBAL = {13: (0, 1), 66: (1, 0), 67: (2, 3), 68: (3, 2)}
"""Block arrows: the sides at which they begin and end (left, right, top, bottom)."""
_SIKU = {33: "2", 34: "3", 35: "4", 36: "5", 37: "2", 38: "3", 39: "4", 40: "5"}
"""Connectors with corners, or curves."""
_UKURAN = re.compile(r"(-?[\d.]+(?:e-?\d+)?)\s*(pt|in|cm|mm|px|pc|emu)?", re.IGNORECASE)
_SATUAN = {"": 0.75, "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0, "emu": 1 / 12_700}  # fmt: skip
_ACUAN = {
    "page": "halaman",
    "margin": "marjin",
    "left-margin-area": "halaman",
    "top-margin-area": "halaman",
}
_RATA = {"left": "awal", "top": "awal", "center": "tengah", "right": "akhir", "bottom": "akhir"}

Ikatan = Mapping[str, tuple[str, str]]
"""What connectors tie, by their names: the names of the shapes at their beginning and end."""


def ukuran(teks: str) -> float:
    """Read a length as points; without a unit it is pixels."""
    cocok = _UKURAN.match(teks.strip())
    return float(cocok[1]) * _SATUAN[(cocok[2] or "").lower()] if cocok else 0.0


def gaya(bentuk: Element) -> dict[str, str]:
    """Read the style of a shape."""
    bagian = (satu.partition(":") for satu in bentuk.get("style", "").split(";"))
    return {nama.strip().lower(): nilai.strip() for nama, _, nilai in bagian if nilai}


def baca_ikatan(setelan: Element | None) -> dict[str, tuple[str, str]]:
    """Read from the settings of a file which connectors tie which shapes."""
    hasil: dict[str, tuple[str, str]] = {}
    for aturan in setelan.iter() if setelan is not None else ():
        if nama_tanpa_ruang(aturan) != "r" or aturan.get("type") != "connector":
            continue
        ujung = {"start": "", "end": ""}
        for satu in aturan:
            for sisi in ujung:
                if sisi in satu.attrib:
                    ujung[sisi] = satu.get("idref", "").lstrip("#")
        hasil[aturan.get("idref", "").lstrip("#")] = ujung["start"], ujung["end"]
    return hasil


@dataclass(slots=True)
class PembacaVml:
    """Reads the drawings of a file."""

    teks: Callable[[Element], list[str]]
    ikatan: Ikatan = field(default_factory=dict)
    pembaca_foto: PembacaFoto | None = None
    """Decodes pictures; None where the format keeps them elsewhere."""
    hubungan: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What the part refers to that is being read."""
    jumlah: int = 0
    asing: dict[str, int] = field(default_factory=dict)
    _dibaca: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def pict(self, bagian: Element) -> list[Tempelan]:
        """Read a `w:pict`, or the picture of an object."""
        return [self._tempelan(b) for b in _bentuk(bagian) if not _tersembunyi(gaya(b))]

    def _tempelan(self, bentuk: Element) -> Tempelan:
        g = gaya(bentuk)
        lebar, tinggi = ukuran(g.get("width", "0")), ukuran(g.get("height", "0"))
        x = ukuran(g.get("margin-left", g.get("left", "0")))
        y = ukuran(g.get("margin-top", g.get("top", "0")))
        if nama_tanpa_ruang(bentuk) == "line":
            (x0, y0), (x1, y1) = _titik(bentuk, "from"), _titik(bentuk, "to")
            if "margin-left" not in g:
                x, y = min(x0, x1), min(y0, y1)
            lebar, tinggi = abs(x1 - x0), abs(y1 - y0)

        hubungan = self.hubungan

        def gambar(kiri: float, atas: float, ke: Gambaran) -> None:
            self._dibaca = hubungan
            self._satu(bentuk, _rangka(g, Kotak(kiri, atas, kiri + lebar, atas + tinggi)), ke, 0)

        return Tempelan(
            _letak(g, "horizontal", x),
            _letak(g, "vertical", y),
            lebar,
            tinggi,
            gambar,
            sebaris=g.get("position") != "absolute",
        )

    def _satu(self, bentuk: Element, kerangka: Rangka, ke: Gambaran, dalam: int) -> None:
        self.jumlah += 1
        if self.jumlah > MAX_BENTUK or dalam > MAX_DALAM:
            return
        nama = nama_tanpa_ruang(bentuk)
        if nama == "group":
            self._kelompok(bentuk, kerangka.kotak, ke, dalam)
            return
        nomor = _nomor(bentuk)
        teks = "\n".join(b for b in self.teks(bentuk) if b)
        if nama == "image" or nomor == 75 or anak(bentuk, "imagedata") is not None:
            self._foto(bentuk, kerangka, ke)
        elif (garis := self._garis(bentuk, nama, nomor, kerangka, teks)) is not None:
            ke.sambungan.append(garis)
        elif (rupa := _NAMA.get(nama) or _RUPA.get(nomor)) is not None and _terlihat(bentuk):
            ke.lambang.append(_lambang(rupa, bentuk, kerangka, teks))
        elif teks:
            ke.kata += kata_dalam(teks, kerangka.terlihat)
        elif nomor:
            self.asing[f"t{nomor}"] = self.asing.get(f"t{nomor}", 0) + 1

    def _foto(self, bentuk: Element, kerangka: Rangka, ke: Gambaran) -> None:
        ke.gambar.append(kerangka.terlihat)
        tampilan = tampilan_vml(bentuk, self._dibaca)
        if self.pembaca_foto is not None:
            foto = self.pembaca_foto.foto(tampilan, kerangka, ke.kertas, _LAPIS)
            ke.foto += [foto] if foto else []

    def _kelompok(self, kelompok: Element, kotak: Kotak, ke: Gambaran, dalam: int) -> None:
        """Read a group: its shapes are measured in units of its own."""
        (ox, oy), (w, h) = (
            _pasangan(kelompok, "coordorigin", 0),
            _pasangan(kelompok, "coordsize", 1000),
        )
        sx, sy = (kotak.lebar / w if w else 1.0), (kotak.tinggi / h if h else 1.0)
        letak = LetakGambar(sx, sy, kotak.x0 - ox * sx, kotak.y0 - oy * sy)
        for bentuk in _bentuk(kelompok):
            g = gaya(bentuk)
            if _tersembunyi(g):
                continue
            if nama_tanpa_ruang(bentuk) == "line":
                (x0, y0), (x1, y1) = _pasangan(bentuk, "from", 0), _pasangan(bentuk, "to", 0)
                x, y, lebar, tinggi = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
            else:
                x, y, lebar, tinggi = (
                    _angka(g.get(n, "0")) for n in ("left", "top", "width", "height")
                )
            self._satu(bentuk, _rangka(g, letak.kotak(x, y, lebar, tinggi)), ke, dalam + 1)

    def _garis(
        self, bentuk: Element, nama: str, nomor: int, kerangka: Rangka, teks: str
    ) -> Sambungan | None:
        id = bentuk.get("id", "")
        if nomor in _PANAH_TEBAL:
            a, b = (kerangka.titik(*_SISI[n]) for n in _PANAH_TEBAL[nomor])
            return Sambungan((a, b), kepala_akhir=True, label=teks)
        if nama == "line":
            (x0, y0), (x1, y1) = _pasangan(bentuk, "from", 0), _pasangan(bentuk, "to", 0)
            titik = [(float(x1 < x0), float(y1 < y0)), (float(x1 >= x0), float(y1 >= y0))]
        elif nama in ("polyline", "curve"):
            titik = _jalur(bentuk, kerangka)
        elif nomor in (20, 32) or nomor in _SIKU or bentuk.get(_O + "connectortype"):
            titik = _sudut(bentuk, _SIKU.get(nomor, ""))
        else:
            return None
        if len(titik) < 2:
            return None
        dari, ke = self.ikatan.get(id, ("", ""))
        garis = anak(bentuk, "stroke")
        return Sambungan(
            tuple(kerangka.titik(*t) for t in titik),
            f"v:{dari}" if dari else "",
            f"v:{ke}" if ke else "",
            _berkepala(garis, "startarrow"),
            _berkepala(garis, "endarrow"),
            teks,
        )


_O = "{urn:schemas-microsoft-com:office:office}"


def _bentuk(bagian: Element) -> Iterator[Element]:
    for satu in bagian:
        nama = nama_tanpa_ruang(satu)
        if nama in (
            "shape",
            "rect",
            "roundrect",
            "oval",
            "line",
            "polyline",
            "curve",
            "group",
            "image",
        ):
            yield satu
        elif nama == "AlternateContent":
            isi = anak(satu, "Fallback")
            yield from _bentuk(isi) if isi is not None else ()


def _nomor(bentuk: Element) -> int:
    """Return the number of the type of a shape; 0 where it is of its own form."""
    cocok = re.search(r"_t(\d+)$", bentuk.get("type", ""))
    if cocok is None:
        isi = bentuk.get(_O + "spt", "")
        return int(float(isi)) if re.fullmatch(r"\d+(?:\.\d+)?", isi) else 0
    return int(cocok[1])


def _angka(teks: str) -> float:
    cocok = _UKURAN.match(teks.strip())
    return float(cocok[1]) if cocok else 0.0


def _pasangan(bentuk: Element, nama: str, baku: float) -> Titik:
    x, _, y = bentuk.get(nama, "").partition(",")
    return (_angka(x) if x.strip() else baku), (_angka(y) if y.strip() else baku)


def _titik(bentuk: Element, nama: str) -> Titik:
    x, _, y = bentuk.get(nama, "").partition(",")
    return ukuran(x), ukuran(y)


def _rangka(g: Mapping[str, str], kotak: Kotak) -> Rangka:
    putar = _angka(g.get("rotation", "0"))
    if g.get("rotation", "").endswith("fd"):
        putar /= 65_536
    balik = g.get("flip", "")
    return Rangka(kotak, putar, "x" in balik, "y" in balik)


def _letak(g: Mapping[str, str], arah: str, geser: float) -> Letak:
    acuan = _ACUAN.get(g.get(f"mso-position-{arah}-relative", ""), "aliran")
    return Letak(acuan, geser, _RATA.get(g.get(f"mso-position-{arah}", ""), ""))


def _tersembunyi(g: Mapping[str, str]) -> bool:
    return g.get("visibility") == "hidden"


def _terlihat(bentuk: Element) -> bool:
    """Whether a shape is a symbol: it has a line, or a filling that is not white."""
    mati = ("f", "false", "0")
    garis, isi = anak(bentuk, "stroke"), anak(bentuk, "fill")
    bergaris = bentuk.get("stroked", "t") not in mati and (
        garis is None or garis.get("on", "t") not in mati
    )
    terisi = bentuk.get("filled", "t") not in mati and (
        isi is None or isi.get("on", "t") not in mati
    )
    warna = bentuk.get("fillcolor", "white").split()[0].lower() if terisi else "white"
    return bergaris or warna not in ("white", "#fff", "#ffffff", "window")


def _lambang(rupa: Rupa, bentuk: Element, kerangka: Rangka, teks: str) -> Lambang:
    k = kerangka.terlihat
    bundar = nama_tanpa_ruang(bentuk) == "oval" or _nomor(bentuk) == 3
    if bundar and 0.8 < k.lebar / (k.tinggi or 1) < 1.25:
        rupa = Rupa.PENGHUBUNG
    id = bentuk.get("id", "")
    return Lambang(rupa, k, teks, f"v:{id}" if id else "")


def _sudut(bentuk: Element, jenis: str) -> list[Titik]:
    """Return the corners of a connector within its frame, from 0 to 1."""
    atur = [_angka(a) / 21_600 if a.strip() else 0.5 for a in bentuk.get("adj", "").split(",")]
    a, b, c = [*atur, 0.5, 0.5, 0.5][:3] if bentuk.get("adj") else (0.5, 0.5, 0.5)
    tengah: dict[str, list[Titik]] = {
        "2": [(1, 0)],
        "3": [(a, 0), (a, 1)],
        "4": [(a, 0), (a, b), (1, b)],
        "5": [(a, 0), (a, b), (c, b), (c, 1)],
    }
    return [(0, 0), *tengah.get(jenis, []), (1, 1)]


def _jalur(bentuk: Element, kerangka: Rangka) -> list[Titik]:
    """Return the points of a line drawn by hand, from 0 to 1 of its frame."""
    angka = [_angka(a) for a in re.split(r"[ ,]+", bentuk.get("points", "").strip()) if a]
    titik = list(zip(angka[::2], angka[1::2], strict=False))
    if len(titik) < 2:
        return []
    xs, ys = [t[0] for t in titik], [t[1] for t in titik]
    w, h = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    return [((x - min(xs)) / w, (y - min(ys)) / h) for x, y in titik]


def _berkepala(garis: Element | None, ujung: str) -> bool:
    return garis is not None and garis.get(ujung, "none") not in ("none", "")

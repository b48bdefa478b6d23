"""What an import kept of a document beside the draft: pictures of its pages, and where its doubts and rows stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from buku_sop.analysis.impor.hasil import BarisAsal, Keraguan, Sisa, Tempat
from buku_sop.analysis.impor.netral import Kotak
from buku_sop.loading.sunting.keraguan import Ragu

_GAMBAR = re.compile(r"halaman-\d{2,4}\.(?:png|svg)|ragu-\d{2,4}\.png")


@dataclass(frozen=True, slots=True)
class Lembar:
    """The picture of a page."""

    berkas: str
    lebar: float
    """In points, as the places on it are."""
    tinggi: float


@dataclass(frozen=True, slots=True)
class Asal:
    """The report of an import; empty for a draft that was written by hand."""

    nama: str = ""
    """The name of the document."""
    lembar: Mapping[int, Lembar] = field(default_factory=dict)
    keraguan: tuple[tuple[Keraguan, str], ...] = ()
    """Each with the picture of its place, which may be empty."""
    baris: tuple[tuple[BarisAsal, ...], ...] = ()
    sisa: tuple[Sisa, ...] = ()
    berulang: tuple[Sisa, ...] = ()
    catatan: tuple[str, ...] = ()

    @property
    def tanda(self) -> int:
        """How many fields the import marked."""
        return len({(k.prosedur, k.langkah, k.bidang) for k, _ in self.keraguan})


def nama_gambar(nama: str) -> bool:
    """Whether a file is called as the pictures of an import are."""
    return _GAMBAR.fullmatch(nama) is not None


def baca_asal(data: object) -> Asal:
    """Read a report; what it does not have, or has otherwise than an import writes it, is left out."""
    if not isinstance(data, dict):
        return Asal()
    return Asal(
        nama=re.split(r"[\\/]", str(data.get("asal") or ""))[-1],
        lembar=dict(_lembar(data.get("lembar"))),
        keraguan=tuple(_keraguan(data.get("keraguan"))),
        baris=tuple(tuple(_baris(tabel)) for tabel in _daftar(data.get("baris"))),
        sisa=tuple(_sisa(data.get("sisa"))),
        berulang=tuple(_sisa(data.get("berulang"))),
        catatan=tuple(str(c) for c in _daftar(data.get("catatan"))),
    )


def _daftar(isi: object) -> Sequence[Any]:
    return isi if isinstance(isi, list) else ()


def _lembar(isi: object) -> Iterator[tuple[int, Lembar]]:
    for nomor, satu in isi.items() if isinstance(isi, dict) else ():
        try:
            lembar = Lembar(str(satu["berkas"]), float(satu["lebar"]), float(satu["tinggi"]))
            if nama_gambar(lembar.berkas) and lembar.lebar > 0 and lembar.tinggi > 0:
                yield int(nomor), lembar
        except (TypeError, KeyError, ValueError):
            continue


def _tempat(isi: Any) -> Tempat:
    k = isi["kotak"]
    kotak = Kotak(*(float(k[s]) for s in ("x0", "y0", "x1", "y1")))
    return Tempat(int(isi["halaman"]), kotak, terukur=isi.get("terukur") is not False)


def _keraguan(isi: object) -> Iterator[tuple[Keraguan, str]]:
    for k in _daftar(isi):
        try:
            tempat = _tempat(k["tempat"]) if k["tempat"] else None
            langkah = None if k["langkah"] is None else int(k["langkah"])
            ragu = Keraguan(str(k["bidang"]), str(k["alasan"]), tempat, langkah, int(k["prosedur"]))
            gambar = str(k.get("potongan") or "")
        except (TypeError, KeyError, ValueError):
            continue
        yield ragu, gambar if nama_gambar(gambar) else ""


def _baris(isi: object) -> Iterator[BarisAsal]:
    for b in _daftar(isi):
        try:
            yield BarisAsal(str(b["kegiatan"]), _tempat(b["tempat"]))
        except (TypeError, KeyError, ValueError):
            continue


def _sisa(isi: object) -> Iterator[Sisa]:
    for s in _daftar(isi):
        try:
            yield Sisa(str(s["teks"]), _tempat(s["tempat"]), str(s.get("sebab") or ""))
        except (TypeError, KeyError, ValueError):
            continue


def milik(asal: Asal, ragu: Ragu) -> tuple[tuple[Keraguan, str], ...]:
    """Return what the import said of a mark: found by its words, since steps may have moved."""
    alasan = _rata(ragu.alasan)
    semua = [
        (k, g)
        for k, g in asal.keraguan
        if (k.langkah is None) == (ragu.tabel is None) and _rata(k.tertulis) in alasan
    ]
    dekat = [x for x in semua if x[0].bidang == ragu.bidang and x[0].langkah == ragu.langkah]
    return tuple(dekat or [x for x in semua if x[0].bidang == ragu.bidang] or semua)


def pasangkan(asal: Iterable[BarisAsal], kegiatan: Sequence[str]) -> list[Tempat | None]:
    """Return for each step where it stood; None for one that was written since."""
    semua = list(asal)
    hasil: list[Tempat | None] = [None] * len(kegiatan)
    lama, baru = [_rata(b.kegiatan) for b in semua], [_rata(k) for k in kegiatan]
    for jenis, a1, a2, b1, b2 in SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        if jenis == "equal" or (jenis == "replace" and a2 - a1 == b2 - b1):
            for n in range(b2 - b1):
                hasil[b1 + n] = semua[a1 + n].tempat
    return hasil


def _rata(teks: str) -> str:
    return " ".join(teks.split())

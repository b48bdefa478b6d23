"""The drawing on a sheet of a workbook: its shapes, connectors and pictures, in points of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from buku_sop.adapters.impor.drawingml import (
    Letak,
    anak,
    bentuk_prst,
    bentuk_terbuka,
    bilangan,
    lambang,
    letak_kelompok,
    menutup,
    nama_tanpa_ruang,
    nomor_bentuk,
    rangka,
    sambungan,
    teks_bentuk,
)
from buku_sop.adapters.impor.foto import PembacaFoto, tampilan_drawingml
from buku_sop.adapters.impor.kisi import Kisi
from buku_sop.adapters.impor.ooxml import EMU, Paket, R
from buku_sop.analysis.impor.lukisan import Foto, Urutan, lacak_foto
from buku_sop.analysis.impor.netral import Coretan, Kata, Kotak, Lambang, Rupa, Sambungan
from buku_sop.analysis.impor.tulisan import kata_kotak

MAX_BENTUK = 5_000
"""Shapes of a sheet that are read at most."""
_BUKU = "xl/workbook.xml"
_IKON = "Lambangnya berupa gambar kecil; dianggap kotak."
_LANGSUNG = Letak(1 / EMU, 1 / EMU, 0, 0)


@dataclass(slots=True)
class Gambaran:
    """What is drawn on a sheet."""

    lambang: tuple[Lambang, ...] = ()
    sambungan: tuple[Sambungan, ...] = ()
    gambar: tuple[Kotak, ...] = ()
    kata: tuple[Kata, ...] = ()
    """Words of text boxes."""
    catatan: list[str] = field(default_factory=list)
    foto: tuple[tuple[Foto, tuple[Coretan, ...]], ...] = ()
    """Pictures that are drawings, with their strokes."""


@dataclass(slots=True)
class _Isi:
    pembaca_foto: PembacaFoto
    halaman: tuple[float, float]
    """The size of the sheet."""
    hubungan: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What the drawing refers to."""
    lambang: list[Lambang] = field(default_factory=list)
    sambungan: list[Sambungan] = field(default_factory=list)
    gambar: list[tuple[str, Kotak]] = field(default_factory=list)
    """Pictures: their ids and where they stand."""
    kata: list[Kata] = field(default_factory=list)
    foto: dict[str, Foto] = field(default_factory=dict)
    """Pictures that may be drawings, by their ids."""
    penutup: list[tuple[Urutan, Kotak]] = field(default_factory=list)
    asing: dict[str, int] = field(default_factory=dict)
    jumlah: int = 0


def baca_gambaran(paket: Paket, judul: str, kisi: Kisi, pembaca: PembacaFoto) -> Gambaran:
    """Read the drawing of a sheet; an empty one where there is none."""
    isi = _Isi(pembaca, (kisi.x[-1], kisi.y[-1]))
    for gambar in _bagian_gambar(paket, judul):
        pohon = paket.xml(gambar)
        isi.hubungan = paket.hubungan(gambar)
        for jangkar in pohon if pohon is not None else ():
            kotak = _letak_jangkar(jangkar, kisi)
            for bentuk in bentuk_terbuka(jangkar):
                _baca(isi, bentuk, _LANGSUNG, kotak)
    terikat = {id for s in isi.sambungan for id in (s.dari, s.ke)}
    ikon = [(id, k) for id, k in isi.gambar if id in terikat]
    isi.lambang += (Lambang(Rupa.KOTAK, k, id=id, tebakan=_IKON) for id, k in ikon)
    catatan = [f"{n} bentuk {nama} tidak dibaca." for nama, n in isi.asing.items()]
    if isi.jumlah > MAX_BENTUK:
        catatan.append(f"hanya {MAX_BENTUK} bentuk pertama yang dibaca.")
    return Gambaran(
        tuple(isi.lambang),
        tuple(isi.sambungan),
        tuple(k for id, k in isi.gambar if id not in terikat),
        tuple(isi.kata),
        catatan,
        tuple(lacak_foto((f for id, f in isi.foto.items() if id not in terikat), isi.penutup)),
    )


def _bagian_gambar(paket: Paket, judul: str) -> Iterator[str]:
    """Find the drawing parts of a sheet by its title."""
    buku = paket.xml(_BUKU)
    hubungan = paket.hubungan(_BUKU)
    for lembar in buku.iter() if buku is not None else ():
        if nama_tanpa_ruang(lembar) == "sheet" and lembar.get("name") == judul:
            _, bagian = hubungan.get(lembar.get(f"{R}id", ""), ("", ""))
            for jenis, tujuan in paket.hubungan(bagian).values():
                if jenis == "drawing":
                    yield tujuan


def _letak_jangkar(jangkar: Element, kisi: Kisi) -> Kotak:
    """Return where an anchor puts its shape."""
    dari, ke = anak(jangkar, "from"), anak(jangkar, "to")
    ext, pos = anak(jangkar, "ext"), anak(jangkar, "pos")
    if dari is not None:
        x0, y0 = _titik(dari, kisi)
    else:
        x0, y0 = bilangan(pos, "x") / EMU, bilangan(pos, "y") / EMU
    if ke is not None:
        x1, y1 = _titik(ke, kisi)
    else:
        x1, y1 = x0 + bilangan(ext, "cx") / EMU, y0 + bilangan(ext, "cy") / EMU
    return Kotak(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _titik(ujung: Element, kisi: Kisi) -> tuple[float, float]:
    def isi(nama: str) -> float:
        bagian = anak(ujung, nama)
        try:
            return float((bagian.text or "0") if bagian is not None else "0")
        except ValueError:
            return 0.0

    return kisi.titik(int(isi("col")), isi("colOff") / EMU, int(isi("row")), isi("rowOff") / EMU)


def _baca(isi: _Isi, bentuk: Element, letak: Letak, kotak: Kotak | None) -> None:
    isi.jumlah += 1
    if isi.jumlah > MAX_BENTUK:
        return
    nama = nama_tanpa_ruang(bentuk)
    kerangka = rangka(bentuk, letak, kotak)
    if nama == "grpSp":
        dalam = letak_kelompok(bentuk, kerangka.kotak)
        for satu in bentuk_terbuka(bentuk):
            _baca(isi, satu, dalam, None)
        return
    if nama in ("pic", "graphicFrame"):
        isi.gambar.append((nomor_bentuk(bentuk), kerangka.terlihat))
        tampilan = tampilan_drawingml(bentuk, isi.hubungan)
        if foto := isi.pembaca_foto.foto(tampilan, kerangka, isi.halaman, (isi.jumlah,)):
            isi.foto[nomor_bentuk(bentuk) or f"#{isi.jumlah}"] = foto
        return
    if menutup(bentuk):
        isi.penutup.append(((isi.jumlah,), kerangka.terlihat))
    if (garis := sambungan(bentuk, kerangka)) is not None:
        isi.sambungan.append(garis)
    elif (satu_lambang := lambang(bentuk, kerangka)) is not None:
        isi.lambang.append(satu_lambang)
    elif teks := teks_bentuk(bentuk):
        isi.kata += kata_kotak(teks, kerangka.terlihat) or tuple(
            Kisi.tulis(teks, kerangka.terlihat)
        )
    elif prst := bentuk_prst(bentuk):
        isi.asing[prst] = isi.asing.get(prst, 0) + 1

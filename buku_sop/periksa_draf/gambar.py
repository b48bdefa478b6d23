"""The drawing of a draft beside its document: its identity, and its tables of steps as the site draws them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from buku_sop.loading.places import Value
from buku_sop.loading.sunting.konfirmasi import KUNCI, daftar_ragu
from buku_sop.loading.sunting.naskah import Naskah
from buku_sop.model import Instansi, Prosedur, Sop
from buku_sop.model.bidang import BIDANG_SOP, LABEL
from buku_sop.views.dasar.tautan import TautanTampil
from buku_sop.views.sop.tabel import BahanTabel, Tabel, susun_tabel

_LAIN = (
    "prosedur",
    "langkah",
    "pelaksana",
    "istilah",
    "lembar_kerja",
    "satuan_waktu",
    "abaikan",
    KUNCI,
)
"""Keys that are no identity."""


@dataclass(frozen=True, slots=True)
class Isi:
    """A field of the identity."""

    bidang: str
    label: str
    nilai: tuple[str, ...]
    ragu: bool


@dataclass(frozen=True, slots=True)
class GambarDraf:
    """What stands beside the document."""

    nama: str
    identitas: tuple[Isi, ...]
    tabel: tuple[Tabel, ...]


def susun_gambar_draf(sop: Sop, instansi: Instansi, naskah: Naskah) -> GambarDraf:
    """Work out the drawing of a draft."""
    tabel = tuple(
        susun_tabel(BahanTabel(sop, instansi, n, _keterangan(p)))
        for n, p in enumerate(sop.prosedur)
    )
    return GambarDraf(sop.nama, tuple(_identitas(naskah)), tabel)


def _keterangan(prosedur: Prosedur) -> tuple[tuple[tuple[TautanTampil, ...], ...], ...]:
    return tuple(
        tuple((TautanTampil(teks),) for teks in langkah.keterangan) for langkah in prosedur.langkah
    )


def _identitas(naskah: Naskah) -> Iterator[Isi]:
    ragu = daftar_ragu(naskah, ())
    for bidang in BIDANG_SOP:
        if bidang in _LAIN:
            continue
        nilai = tuple(_kata(naskah.isi((bidang,))))
        if nilai or bidang in ragu:
            yield Isi(bidang, LABEL.get(bidang, bidang), nilai, bidang in ragu)


def _kata(isi: Value) -> Iterator[str]:
    if isinstance(isi, list):
        yield from (" · ".join(_kata(x)) if isinstance(x, dict) else str(x) for x in isi if x)
    elif isinstance(isi, dict):
        yield from (" ".join(_kata(v)) for v in isi.values() if v)
    elif isi:
        yield str(isi)

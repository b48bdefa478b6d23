"""Finds the labels of an identity and of its boxes on a page, as offices spell and break them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from types import MappingProxyType

from buku_sop.analysis.impor.netral import Kata, Kotak, melingkupi
from buku_sop.analysis.impor.teks import potongan

_TGL = r"(?:tanggal|tgl\.?|tanggal/tgl)\s*"
LABEL_BARIS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        nama: re.compile(rf"(?:{pola})\s*:?", re.IGNORECASE)
        for nama, pola in (
            ("nomor", r"(?:nomor|no\.?)\s*(?:sop|s\.o\.p\.?|dokumen|standar operasional prosedur)(?:[- ]?ap)?"),
            ("nomor_revisi", r"(?:nomor|no\.?)\s*revisi|revisi\s+ke"),
            ("tanggal_pembuatan", _TGL + r"(?:pembuatan|dibuat|penyusunan|pembuat|penetapan|ditetapkan|terbit)"),
            ("tanggal_revisi", _TGL + r"(?:revisi|perbaikan|perubahan|direvisi)"),
            ("tanggal_efektif", _TGL + r"(?:efektif|berlaku|pemberlakuan|diberlakukan|effektif|mulai berlaku)"),
            ("tanggal_pengesahan", _TGL + r"(?:pengesahan|disahkan)"),
            ("disahkan_oleh", r"di\s?sahkan\s*oleh|disyahkan\s*oleh|disahkan|pengesahan|di\s?tetapkan\s*oleh"),
            ("nama", r"(?:nama|judul)\s*(?:sop|s\.o\.p\.?|prosedur|standar operasional prosedur)(?:[- ]?ap)?"),
        )
    }
)  # fmt: skip
"""The labels of the rows of the identity, by field; the whole label has to fit."""
LABEL_KOTAK: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        nama: re.compile(rf"(?:{pola})\s*:?", re.IGNORECASE)
        for nama, pola in (
            ("dasar_hukum", r"dasar\s+hukum"),
            ("kualifikasi_pelaksana", r"kualifikasi\s+(?:pelaksana(?:an)?|pelaku)(?:\s+sop)?|kualifikasi"),
            ("keterkaitan", r"keterkaitan(?:\s+(?:dengan\s+)?(?:sop|prosedur)(?:\s+lain(?:nya)?)?)?"),
            ("peralatan", r"per\s?alatan(?:\s*(?:/|dan|&|,|\s)\s*per\s?lengkapan)?|per\s?lengkapan(?:\s*(?:/|dan|&|,|\s)\s*per\s?alatan)?"),
            ("peringatan", r"peringatan"),
            ("pencatatan", r"pencatatan(?:\s*(?:/|dan|&)?\s*(?:pendataan|pendaftaran))?"),
        )
    }
)  # fmt: skip
"""The labels of the boxes, by field."""
CUKUP = 3
"""So many labels on a page make it the first page of an SOP."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was found: the field and where its words stand."""

    bidang: str
    kotak: Kotak
    kata: tuple[Kata, ...]
    teks: str
    terbelah: bool = False
    """Whether it stands on two lines."""


def label_halaman(kata: Sequence[Kata]) -> tuple[Label, ...]:
    """Find the labels of the identity on a page, each field once."""
    hasil: dict[str, Label] = {}
    semua = list(potongan(kata))
    for potong in semua:
        for n in range(min(4, len(potong)), 0, -1):
            satu = _label(potong[:n])
            if satu and (satu.bidang in LABEL_BARIS or _sendiri(potong, n)):
                hasil.setdefault(satu.bidang, satu)
                break
    pendek = [potong for potong in semua if len(potong) < 3]
    di_bawah = _Menurun(pendek)
    for atas in pendek:  # a narrow cell breaks a label: "Tanggal" above "Pembuatan"
        for bawah in di_bawah.tepat(atas) if not _label(atas) else ():
            if satu := _label([*atas, *bawah]):
                hasil.setdefault(satu.bidang, replace(satu, terbelah=True))
    return tuple(hasil.values())


def _label(kata: Sequence[Kata]) -> Label | None:
    """Return the label that words are, all of them; None where they are none."""
    teks = " ".join(k.teks for k in kata)
    for peta in (LABEL_BARIS, LABEL_KOTAK):
        for bidang, pola in peta.items():
            if pola.fullmatch(teks):
                kotak = melingkupi(k.kotak for k in kata)
                return Label(bidang, kotak, tuple(kata), teks.rstrip(" :"))
    return None


class _Menurun:
    """Pieces of lines by their height on the page, so that a page of thousands of words is not compared word by word."""

    def __init__(self, semua: Sequence[Sequence[Kata]]) -> None:
        self._urut = sorted(enumerate(semua), key=lambda p: p[1][0].kotak.y0)
        self._y = [potong[0].kotak.y0 for _, potong in self._urut]

    def tepat(self, atas: Sequence[Kata]) -> Iterator[Sequence[Kata]]:
        """Return what begins right below a piece and where it begins, in the order of the page."""
        a = atas[0].kotak
        awal = bisect_right(self._y, a.y1 - 1)
        akhir = bisect_left(self._y, a.y1 + 0.6 * a.tinggi)
        dekat = (p for p in self._urut[awal:akhir] if abs(a.x0 - p[1][0].kotak.x0) < 3)
        return (potong for _, potong in sorted(dekat, key=itemgetter(0)))


def _sendiri(potong: Sequence[Kata], n: int) -> bool:
    """Whether the label of a box stands alone on its line, but for a colon."""
    return all(k.teks.strip(" :") == "" for k in potong[n:])


def jumlah_label(kata: Iterable[Kata]) -> int:
    """Count the different labels of an identity on a page."""
    return len(label_halaman(list(kata)))

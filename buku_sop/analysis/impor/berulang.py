"""Tells what belongs to the pages rather than to the SOP: notes of electronic signatures, numbers of pages, what each page repeats.

Such lines are listed apart, so that what is left over shows only what somebody has to look at. Notes of signatures are
taken off before anything is read, or one that crosses the last row would stand in it; the others only from what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from buku_sop.analysis.impor.hasil import Sisa, Tempat
from buku_sop.analysis.impor.netral import Halaman, Kata, Kotak, melingkupi
from buku_sop.analysis.impor.teks import Baris, baris_kata, potongan

TEPI = 0.15
"""The share of a page at its top, and at its foot, where such notes and numbers stand."""
SETEMPAT = 4.0
"""What repeats stands no further from where it stands on other pages, in points."""
_SELA = 2.0
"""Gaps that part a line at the edge of a page, in heights of its letters."""
_DEKAT = 6.0
"""So many heights of its letters around a note stand the other lines of the same stamp."""
TANDA_TANGAN = "catatan tanda tangan elektronik"
NOMOR = "nomor halaman"
ULANGAN = "sama di setiap halaman"

_BALAI = r"(?:yang\s+)?diterbitkan\s+(?:oleh\s+)?(?:balai\s+(?:besar\s+)?sertifikasi\s+elektronik|bsre|bssn)\b.*"
_CATATAN = re.compile(
    r"\W*(?:"
    r"(?:dokumen|surat|naskah)\s+ini\s+(?:telah\s+|sudah\s+)?di\s?tanda\s?tangani\s+secara\s+(?:elektronik|digital)"
    rf"(?:\s+(?:menggunakan|dengan)\s+sertifikat\s+elektronik)?(?:\s+{_BALAI})?"
    r"|.*\bhasil\s+cetak(?:an)?nya\s+merupakan\s+alat\s+bukti\s+hukum\s+yang\s+sah"
    r")\W*",
    re.IGNORECASE,
)
"""A line that only the stamp of an electronic signature says."""
_TAMBAHAN = re.compile(
    rf"\W*(?:{_BALAI}|(?:pindai|scan|silakan\s+pindai)\s+(?:kode\s+)?qr\b.*|(?:uu|undang-undang)\s+ite\b.*"
    r"|.*\b(?:sertifikat\s+elektronik|dokumen\s+elektronik)\b.*\b(?:bsre|bssn|hasil\s+cetak(?:an)?nya)\b.*)",
    re.IGNORECASE,
)
"""Lines of such a stamp that mean nothing without one of the others."""
_HALAMAN = re.compile(
    r"(?P<awal>[-–—(\s]*(?:hal(?:aman)?\.?\s*:?\s*|page\s*)?)(?P<nomor>\d{1,3})(?P<akhir>\s*(?:dari|of|/)\s*\d{1,3})?(?P<hias>[-–—).\s]*)",
    re.IGNORECASE,
)


def tanpa_catatan(halaman: Sequence[Halaman]) -> tuple[list[Halaman], list[Sisa]]:
    """Take the notes of electronic signatures off the pages; return the pages without them, and the notes."""
    hasil: list[Halaman] = []
    catatan: list[Sisa] = []
    for satu in halaman:
        milik = _catatan(satu)
        buang = {k for isi in milik for k in isi}
        hasil.append(replace(satu, kata=tuple(k for k in satu.kata if k not in buang)) if buang else satu)  # fmt: skip
        for isi in milik:
            tempat = Tempat(satu.nomor, melingkupi(k.kotak for k in isi), not satu.mengalir)
            catatan.append(Sisa(" ".join(k.teks for k in isi), tempat, TANDA_TANGAN))
    return hasil, catatan


def _catatan(halaman: Halaman) -> list[list[Kata]]:
    """Return the lines of the stamp of a signature at the edges of a page."""
    tepi = (k for k in halaman.kata if not k.tertutup and di_tepi(halaman, k.kotak))
    potong = [(isi, " ".join(k.teks for k in isi)) for isi in potongan(tepi, _SELA)]
    cap = [isi for isi, teks in potong if _CATATAN.fullmatch(teks)]
    return [
        isi
        for isi, teks in potong
        if isi in cap or (_TAMBAHAN.fullmatch(teks) and any(_menyambung(isi, satu) for satu in cap))
    ]


def _menyambung(isi: Sequence[Kata], cap: Sequence[Kata]) -> bool:
    """Whether a line stands with the note of a signature, and not in a cell that happens to be near."""
    a, b = (melingkupi(k.kotak for k in x) for x in (isi, cap))
    return abs(a.tengah[1] - b.tengah[1]) < _DEKAT * b.tinggi and abs(a.x0 - b.x0) < _DEKAT * b.tinggi  # fmt: skip


def di_tepi(halaman: Halaman, kotak: Kotak) -> bool:
    """Whether something stands near the upper or lower edge of a page."""
    y = kotak.tengah[1]
    return y < TEPI * halaman.tinggi or y > (1 - TEPI) * halaman.tinggi


def pilah(
    sisa: Sequence[Sisa], halaman: Sequence[Halaman], tabel: Mapping[int, Sequence[Kotak]]
) -> tuple[tuple[Sisa, ...], tuple[Sisa, ...]]:
    """Part what was left over into what is the SOP's, and what belongs to its pages.

    `tabel` says where tables stand, by the numbers of pages: in them nothing belongs to a page.
    """
    di = {h.nomor: h for h in halaman}
    baris = {n: baris_kata(k for k in h.kata if not k.tertutup) for n, h in di.items()}
    luar = [s for s in sisa if not s.sebab and not _di_dalam(s, tabel)]
    nomor = _nomor_halaman(luar, di)
    tetap: list[Sisa] = []
    ulang: list[Sisa] = []
    for satu in sisa:
        if satu in nomor:
            ulang.append(replace(satu, sebab=NOMOR))
        elif satu in luar and _berulang(satu, baris):
            ulang.append(replace(satu, sebab=ULANGAN))
        else:
            tetap.append(satu)
    return tuple(tetap), tuple(ulang)


def _di_dalam(satu: Sisa, tabel: Mapping[int, Sequence[Kotak]]) -> bool:
    return any(k.memuat(satu.tempat.kotak.tengah) for k in tabel.get(satu.tempat.halaman, ()))


def _nomor_halaman(sisa: Sequence[Sisa], di: Mapping[int, Halaman]) -> list[Sisa]:
    """Return the numbers of pages: at an edge, and the page's own, decorated, or counting on from page to page."""
    calon = [
        (s, m)
        for s in sisa
        if di_tepi(di[s.tempat.halaman], s.tempat.kotak) and (m := _HALAMAN.fullmatch(s.teks))
    ]
    selisih = [int(m["nomor"]) - s.tempat.halaman for s, m in calon]
    return [
        s
        for (s, m), beda in zip(calon, selisih, strict=True)
        if beda == 0 or selisih.count(beda) > 1 or m["akhir"] or (m["awal"] + m["hias"]).strip(" .)")
    ]  # fmt: skip


def _berulang(satu: Sisa, baris: Mapping[int, Sequence[Baris]]) -> bool:
    """Whether a line stands at the same place on every page, or on all but the first."""
    sama = {n for n, semua in baris.items() if any(_sama(satu, b) for b in semua)}
    lain = set(baris) - sama
    return len(sama) > 1 and lain <= {min(baris)}


def _sama(satu: Sisa, b: Baris) -> bool:
    k = satu.tempat.kotak
    setempat = abs(k.y0 - b.kotak.y0) < SETEMPAT and abs(k.x0 - b.kotak.x0) < SETEMPAT
    return setempat and _tanpa_angka(satu.teks) == _tanpa_angka(b.teks)


def _tanpa_angka(teks: str) -> str:
    return re.sub(r"\d+", "#", " ".join(teks.split()))


def ringkas(ulang: Iterable[Sisa]) -> tuple[tuple[Sisa, tuple[int, ...]], ...]:
    """Put lines together that say the same, each with its pages; the place is the first's."""
    hasil: dict[tuple[str, str], tuple[Sisa, list[int]]] = {}
    for satu in ulang:
        kunci = (_tanpa_angka(satu.teks), satu.sebab)
        hasil.setdefault(kunci, (satu, []))[1].append(satu.tempat.halaman)
    return tuple((s, tuple(sorted(set(n)))) for s, n in hasil.values())

"""What belongs to the pages is listed apart, and nothing of the SOP with it."""

from __future__ import annotations

import pytest

from buku_sop.analysis.impor.berulang import NOMOR, ULANGAN, pilah, ringkas, tanpa_catatan
from buku_sop.analysis.impor.hasil import Sisa, Tempat
from buku_sop.analysis.impor.netral import Halaman, Kata, Kotak

STEMPEL = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE"


def baris(teks: str, y: float, x: float = 50) -> list[Kata]:
    """Set words beside each other."""
    return [Kata(k, Kotak(x + 30 * n, y, x + 28 + 30 * n, y + 8)) for n, k in enumerate(teks.split())]  # fmt: skip


def halaman(nomor: int, *isi: tuple[str, float]) -> Halaman:
    return Halaman(nomor, 800, 600, tuple(k for teks, y in isi for k in baris(teks, y)))


def sisa(*semua: Halaman) -> list[Sisa]:
    """Take each line of the pages as left over."""
    hasil = []
    for h in semua:
        for y in sorted({k.kotak.y0 for k in h.kata}):
            kata = [k for k in h.kata if k.kotak.y0 == y]
            kotak = Kotak(kata[0].kotak.x0, y, kata[-1].kotak.x1, y + 8)
            hasil.append(Sisa(" ".join(k.teks for k in kata), Tempat(h.nomor, kotak)))
    return hasil


def terpilah(
    *semua: Halaman, tabel: Kotak | None = None
) -> tuple[list[str], list[tuple[str, str]]]:
    tetap, ulang = pilah(sisa(*semua), semua, {h.nomor: [tabel] for h in semua if tabel})
    return [s.teks for s in tetap], [(s.teks, s.sebab) for s in ulang]


@pytest.mark.parametrize("teks", [
    STEMPEL, f"* {STEMPEL}, BSSN",
    "Dokumen ini ditandatangani secara digital",
    "Surat ini telah ditandatangani secara elektronik dengan sertifikat elektronik",
])  # fmt: skip
def test_a_note_of_a_signature_at_the_edge_is_taken_off_with_its_lines(teks: str) -> None:
    satu = halaman(1, ("Surat edaran", 540), (teks, 575), ("Pindai kode QR di samping", 585))
    (bersih,), catatan = tanpa_catatan([satu])
    assert [k.teks for k in bersih.kata] == ["Surat", "edaran"]
    assert [c.teks for c in catatan] == [teks, "Pindai kode QR di samping"]


def test_a_row_near_the_edge_that_speaks_of_codes_stays_beside_a_stamp() -> None:
    """The last row of a table may reach down to where the stamp is; its words are the SOP's."""
    sel = ("Scan QR code pada meja tamu", 530)
    (bersih,), catatan = tanpa_catatan([halaman(1, sel, (STEMPEL, 590))])
    assert " ".join(k.teks for k in bersih.kata) == sel[0]
    assert [c.teks for c in catatan] == [STEMPEL]


@pytest.mark.parametrize(("teks", "y"), [
    (STEMPEL, 300),  # in the middle of a page
    ("Memeriksa dokumen ini telah ditandatangani secara elektronik", 580),
    ("Dokumen ini telah ditandatangani secara elektronik oleh Kepala Kantor", 580),
    ("UU ITE Nomor 11 Tahun 2008", 580),  # without the stamp itself
    ("Pindai kode QR pada kartu tamu", 580),
])  # fmt: skip
def test_what_an_sop_says_of_signatures_stays(teks: str, y: float) -> None:
    satu = halaman(1, (teks, y))
    hasil, catatan = tanpa_catatan([satu])
    assert hasil == [satu]
    assert catatan == []


def test_numbers_of_pages_are_told_from_other_numbers() -> None:
    buku = (halaman(3, ("7", 20)), halaman(4, ("8", 20)))
    assert terpilah(*buku) == ([], [("7", NOMOR), ("8", NOMOR)])
    assert terpilah(halaman(2, ("- 5 -", 20))) == ([], [("- 5 -", NOMOR)])
    assert terpilah(halaman(2, ("halaman 2 dari 3", 580))) == ([], [("halaman 2 dari 3", NOMOR)])
    assert terpilah(halaman(2, ("2", 300), ("14", 580))) == (["2", "14"], [])


def test_what_stands_on_every_page_is_listed_once_with_its_pages() -> None:
    buku = [halaman(n, ("Dinas Contoh", 20), (f"Terbitan {n} tahun ini", 590)) for n in (1, 2, 3)]
    assert [s for _, s in terpilah(*buku)[1]] == [ULANGAN] * 6
    _, ulang = pilah(sisa(*buku), buku, {})
    assert [(s.teks, n) for s, n in ringkas(ulang)] == [
        ("Dinas Contoh", (1, 2, 3)),
        ("Terbitan 1 tahun ini", (1, 2, 3)),
    ]


def test_what_only_some_pages_say_or_stands_in_a_table_is_left_over() -> None:
    sekali = [halaman(n, ("Catatan penting", 20)) if n < 3 else halaman(n) for n in (1, 2, 3)]
    assert terpilah(*sekali) == (["Catatan penting"] * 2, [])
    label = [halaman(n, ("Ya", 300)) for n in (1, 2)]
    assert terpilah(*label, tabel=Kotak(0, 100, 800, 500)) == (["Ya", "Ya"], [])
    pindah = [halaman(n, ("Lampiran", 20.0 + 60 * n)) for n in (1, 2)]
    assert terpilah(*pindah) == (["Lampiran", "Lampiran"], [])


def test_a_running_head_may_be_absent_from_the_first_page_alone() -> None:
    buku = [halaman(1, ("Keputusan", 20)), *(halaman(n, ("Dinas Contoh", 20)) for n in (2, 3))]
    assert terpilah(*buku) == (["Keputusan"], [("Dinas Contoh", ULANGAN)] * 2)

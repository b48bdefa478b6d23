"""Names of other handbooks' SOPs, cut into pieces for the search."""

from __future__ import annotations

import json

from buku_sop.adapters.cari.luar import PER_BLOK, BukuDitanya, SopDicari, potongan_luar
from buku_sop.adapters.cari.word_table import word_table

PEMISAH = r"[\s\-]+|&lt;|&gt;"


def satu(nama: str, buku: str = "Buku") -> SopDicari:
    return SopDicari(nama, "Dinas", buku, "https://lain.contoh.invalid/", f"sop/{len(nama)}/")


def potong(*semua: SopDicari) -> dict[str, str]:
    return potongan_luar(semua, word_table(s.nama for s in semua), PEMISAH)


def temukan(potongan: dict[str, str], akar: str) -> list[list[object]]:
    """Follow a root to names, as the browser does."""
    kepala = json.loads(potongan["lain"])
    di = max((i for i, a in enumerate(kepala["awal"]) if a <= akar), default=0)
    nomor, hasil = 0, []
    for jarak in json.loads(potongan[f"lainp{di}"]).get(akar, []):
        nomor += jarak
        nama, tempat, halaman = json.loads(potongan[f"lainn{nomor // kepala['blok']}"])[
            nomor % kepala["blok"]
        ]
        hasil.append([nama, *kepala["tempat"][tempat], halaman])
    return hasil


def test_a_root_leads_to_the_names_that_have_it_the_shortest_first() -> None:
    potongan = potong(
        satu("Penataan dan Pengarsipan Surat"), satu("Pengarsipan", "Lain"), satu("Rapat <Arsip>")
    )
    nama = [n for n, *_ in temukan(potongan, "arsip")]
    assert nama == ["Pengarsipan", "Rapat <Arsip>", "Penataan dan Pengarsipan Surat"]
    assert temukan(potongan, "arsip")[0][2] == "Lain"
    assert temukan(potongan, "dan") == []
    assert temukan(potongan, "constructor") == []


def test_a_hundred_thousand_names_are_never_one_piece() -> None:
    banyak = [satu(f"Pelaporan kegiatan nomor-{i}") for i in range(10 * PER_BLOK + 1)]
    potongan = potong(*banyak)
    assert len([n for n in potongan if n.startswith("lainn")]) == 11
    assert max(map(len, potongan.values())) < 40_000
    assert len(temukan(potongan, "lapor")) == len(banyak)
    assert [n for n, *_ in temukan(potongan, "1999")] == ["Pelaporan kegiatan nomor-1999"]


def test_a_handbook_that_is_asked_is_a_list_of_its_own() -> None:
    assert "langsung" not in json.loads(potong(satu("Rapat"))["lain"])
    ditanya = BukuDitanya("Buku", "https://lain.contoh.invalid/", "2026-02-01", (satu("Cuti"),))
    potongan = potongan_luar([], word_table(["Cuti"]), PEMISAH, [ditanya])
    kepala = json.loads(potongan["lain"])
    assert kepala["langsung"] == [["Buku", "https://lain.contoh.invalid/", "2026-02-01"]]
    assert json.loads(potongan["lains0"]) == [["Cuti", "Dinas", "sop/4/"]]
    assert not any(n.startswith(("lainp", "lainn")) for n in potongan)

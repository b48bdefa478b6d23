"""The index is cut into pieces that hold every place of every term once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.cari import pieces
from buku_sop.adapters.cari.inverted import urutan_js
from buku_sop.adapters.cari.pieces import potongan, tulis_potongan
from buku_sop.adapters.cari.terms import Analisis
from buku_sop.adapters.cari.word_table import word_table

PEMISAH = r"\s+"
ENTRI: list[dict[str, Any]] = [
    {"location": f"sop/kantor/{n}/{bagian}", "title": f"Judul {n}", "text": f"<p>mengukur{n} {'ukur ' * 3}</p>"}
    for n in range(30)
    for bagian in ("", "#langkah-1", "#langkah-2")
]  # fmt: skip
ENTRI[0] |= {"nama": ("Judul",), "status": "draf", "jenis": "sop", "instansi": "kantor"}
ENTRI[3] |= {"boost": 0.5}


@pytest.fixture
def semua(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Cut small pieces, and read them."""
    monkeypatch.setattr(pieces, "BESAR_POSTING", 300)
    monkeypatch.setattr(pieces, "BESAR_TEKS", 200)
    tabel = word_table(e["text"] for e in ENTRI)
    return {nama: json.loads(isi) for nama, isi in potongan(ENTRI, tabel, PEMISAH).items()}


def uraikan(angka: list[int]) -> Iterator[tuple[int, int]]:
    """Read the places of a term, as the browser does."""
    bagian = i = 0
    while i < len(angka):
        bagian += angka[i]
        letak, lagi = 0, 1
        while lagi:
            i += 1
            letak += angka[i] >> 1
            lagi = angka[i] & 1
            yield bagian, letak
        i += 1


def test_every_place_of_every_term_is_in_one_piece(semua: dict[str, Any]) -> None:
    analisis = Analisis(semua["kata"]["tabel"], PEMISAH)
    for kolom, bidang in enumerate(("title", "text")):
        diharapkan = {
            (istilah, i, letak)
            for i, e in enumerate(ENTRI)
            for letak, istilah in analisis.istilah(e[bidang])
        }
        ada = [
            (istilah, *di)
            for nama, isi in semua.items() if nama[0] == "p"
            for istilah, keduanya in isi.items()
            for di in uraikan(keduanya[kolom])
        ]  # fmt: skip
        assert len(ada) == len(set(ada))
        assert set(ada) == diharapkan


def test_the_table_of_words_tells_in_which_piece_a_term_is(semua: dict[str, Any]) -> None:
    analisis = Analisis(semua["kata"]["tabel"], PEMISAH)
    awal = semua["kata"]["awal"]
    assert len(awal) > 3
    for istilah in semua["kata"]["istilah"].split(" "):
        kunci = urutan_js(analisis.kelompok(istilah))
        nomor = max(i for i, a in enumerate(awal) if urutan_js(a) <= kunci)
        assert istilah in semua[f"p{nomor}"]


def test_counts_are_those_of_the_sections(semua: dict[str, Any]) -> None:
    kata = semua["kata"]
    banyak = dict(zip(kata["istilah"].split(" "), kata["banyak"], strict=True))
    assert banyak["ukur"] == len(ENTRI)
    assert banyak["mengukur7"] == 3


def test_the_table_of_pages_and_the_texts_are_those_of_the_sections(semua: dict[str, Any]) -> None:
    buku = semua["buku"]
    assert buku["alamat"] == [f"sop/kantor/{n}/" for n in range(30)]
    assert buku["jangkar"][0] == [" langkah-1 langkah-2"]
    assert buku["nama"][:2] == [["Judul"], []]
    assert [nilai[0][nilai[1][0]] for nilai in (buku["status"], buku["jenis"], buku["instansi"])] == [
        "draf", "sop", "kantor",
    ]  # fmt: skip
    assert buku["daftar"] == [0, 1] + [0] * 28
    assert buku["kata_judul"] == {"1": [2, 2, 2]}
    for no in range(30):
        nomor = max(i for i, a in enumerate(buku["awal"]) if a <= no)
        milik = [e for e in ENTRI if e["location"].startswith(f"sop/kantor/{no}/")]
        assert semua[f"t{nomor}"][str(no)] == [[e["title"], e["text"]] for e in milik]


def test_pieces_stand_in_a_folder_named_after_what_they_hold(tmp_path: Path) -> None:
    tulis_potongan(tmp_path, {"buku": "{}"}, PEMISAH)
    (lama,) = (p for p in tmp_path.iterdir() if p.is_dir())
    tulis_potongan(tmp_path, {"buku": "{}"}, PEMISAH)
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == [lama]
    tulis_potongan(tmp_path, {"buku": '{"a":1}'}, PEMISAH)
    (baru,) = (p for p in tmp_path.iterdir() if p.is_dir())
    assert baru != lama
    assert (baru / "buku.js").read_text(encoding="utf-8") == 'Cari.receive("buku",{"a":1})\n'
    kepala = (tmp_path / "kepala.js").read_text(encoding="utf-8")
    assert json.loads(kepala[len('Cari.receive("kepala",') : -2]) == {
        "versi": baru.name,
        "pemisah": PEMISAH,
    }

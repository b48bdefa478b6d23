"""The index of the search is made from what the search plugin of MkDocs wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from buku_sop.adapters.cari.word_table import BahanCari, HalamanDicari, word_table, write_search
from tests.site.indeks import pieces, sections

CONFIG = {"lang": ["en"], "separator": r"\s+"}


def write_index(site: Path, docs: list[dict[str, Any]]) -> Path:
    path = site / "search" / "search_index.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"config": CONFIG, "docs": docs}), encoding="utf-8")
    return path


def test_titles_and_texts_give_the_words(tmp_path: Path) -> None:
    write_index(tmp_path, [{"location": "a/", "title": "Pengukuran", "text": "<p>diarsipkan</p>"}])
    write_search(tmp_path)
    assert pieces(tmp_path)["kata"]["tabel"]["akar"] == {
        "arsip": "diarsipkan",
        "ukur": "pengukuran",
    }


def test_texts_move_into_the_pieces_and_are_loaded_with_no_page(tmp_path: Path) -> None:
    docs = [{"location": "a/", "title": "A", "text": "&lt;b&gt; \u2028 </script>"}]
    path = write_index(tmp_path, docs)
    write_search(tmp_path)
    assert sections(tmp_path) == docs
    assert json.loads(path.read_text(encoding="utf-8")) == {"config": CONFIG, "docs": []}


def test_pages_are_titled_and_named_by_the_handbook(tmp_path: Path) -> None:
    write_index(tmp_path, [{"location": f"sop/{n}/", "title": "Tamu", "text": ""} for n in "ab"])
    halaman = HalamanDicari("Tamu – Kantor", ("Tamu", "1/SOP"), "draf")
    write_search(tmp_path, BahanCari({"sop/b/": halaman}))
    buku = pieces(tmp_path)["buku"]
    assert buku["judul"] == ["Tamu", "Tamu – Kantor"]
    assert buku["nama"] == [[], ["Tamu", "1/SOP"]]
    assert buku["status"] == [["", "draf"], [0, 1]]


def test_of_everyday_words_those_go_along_that_lead_to_a_page() -> None:
    padanan = {"meeting": ("rapat", "sidang"), "car": ("kendaraan",), "sick leave": ("izin sakit",)}
    tabel = word_table(["Dirapatkan", "perizinan bagi yang sakit"], padanan=padanan)
    assert tabel["padanan"] == {"meeting": ("rapat",), "sick leave": ("izin sakit",)}


def test_the_same_texts_give_the_same_files(tmp_path: Path) -> None:
    for nama in "ab":
        write_index(tmp_path / nama, [{"location": "a/", "title": "Menandatangani", "text": ""}])
        write_search(tmp_path / nama)
    a, b = (
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.js")}
        for n in "ab"
    )
    assert a == b


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    write_search(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_words_are_letters_only_so_that_the_table_is_inert() -> None:
    table = word_table(['pengukuran"><script>alert(1)</script>', "__proto__ constructor"])
    words = {word for root, family in table["akar"].items() for word in (root, *family.split())}
    assert "pengukuran" in words
    assert all(word.isalpha() for word in words)

"""The table of words travels inside Material's search index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from buku_sop.adapters.cari.word_table import add_word_table, word_table


def write_index(site: Path, docs: list[dict[str, Any]]) -> Path:
    path = site / "search" / "search_index.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), encoding="utf-8")
    return path


def test_titles_texts_and_tags_give_the_words(tmp_path: Path) -> None:
    entry = {
        "location": "a/",
        "title": "Pengukuran",
        "text": "<p>diarsipkan</p>",
        "tags": ["Menulis"],
    }
    path = write_index(tmp_path, [entry])
    add_word_table(tmp_path)
    config = json.loads(path.read_text(encoding="utf-8"))["config"]
    assert config["kata"]["akar"] == {
        "arsip": "diarsipkan",
        "tulis": "menulis",
        "ukur": "pengukuran",
    }


def test_what_material_wrote_stays(tmp_path: Path) -> None:
    docs = [{"location": "a/", "title": "A", "text": "&lt;b&gt; \u2028 </script>"}]
    path = write_index(tmp_path, docs)
    add_word_table(tmp_path)
    index = json.loads(path.read_text(encoding="utf-8"))
    assert index["docs"] == docs
    assert index["config"].pop("kata")
    assert index["config"] == {"lang": ["en"]}


def test_a_second_run_gives_the_same_file(tmp_path: Path) -> None:
    path = write_index(tmp_path, [{"location": "a/", "title": "Menandatangani", "text": ""}])
    add_word_table(tmp_path)
    first = path.read_bytes()
    add_word_table(tmp_path)
    assert path.read_bytes() == first


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    add_word_table(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_words_are_letters_only_so_that_the_table_is_inert() -> None:
    table = word_table(['pengukuran"><script>alert(1)</script>', "__proto__ constructor"])
    words = {word for root, family in table["akar"].items() for word in (root, *family.split())}
    assert "pengukuran" in words
    assert all(word.isalpha() for word in words)

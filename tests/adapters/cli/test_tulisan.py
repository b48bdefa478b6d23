"""`sop tulisan`: the key of a sentence that somebody sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from buku_sop.adapters.cli.group import sop
from buku_sop.adapters.cli.tulisan import cari_tulisan
from buku_sop.model.tulisan import TULISAN


def jalankan(root: Path, *argumen: str) -> Result:
    return CliRunner().invoke(
        sop, ["--folder", str(root), "tulisan", *argumen], standalone_mode=False
    )


@pytest.mark.parametrize(
    ("terlihat", "kunci"),
    [
        ("Ada yang perlu diubah?", "usul.ada"),
        ("4 langkah dalam 2 SOP", "pelaksana.beban"),
        ("lihat 3  sop lain", "banding.lihat"),
        ("Belum ketemu", "cari.nihil"),
        ("usul.ada", "usul.ada"),
    ],
)
def test_a_sentence_as_it_is_seen_leads_to_its_key(terlihat: str, kunci: str) -> None:
    assert cari_tulisan(terlihat, {"cari.nihil": "Belum ketemu"})[0] == kunci


def test_an_offices_own_words_stand_beside_ours_and_wrong_ones_are_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Rekaan\nplugins:\n  - buku-sop:\n      tulisan:\n"
        "        usul.ada: Ada usul?\n        usul.kirim: Kirim saja\n"
    )
    hasil = jalankan(tmp_path, "--beda")
    assert "usul.ada = Ada usul?\n  bakunya: Ada yang perlu diubah?\n" in hasil.output
    assert "SOP-W009" in hasil.output
    assert "`{kepada}`" in hasil.output
    assert "usul.kirim =" not in hasil.output


def test_without_words_all_are_listed_and_what_is_not_there_is_said(tmp_path: Path) -> None:
    semua = jalankan(tmp_path)
    assert len(semua.stdout.splitlines()) == len(TULISAN)
    tiada = jalankan(tmp_path, "zzz")
    assert tiada.return_value == 1
    assert "Tidak ada tulisan antarmuka yang memuat “zzz”" in tiada.output

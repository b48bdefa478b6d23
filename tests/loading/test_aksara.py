from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.loading.aksara import PemeriksaAksara
from buku_sop.loading.text import read_text


@pytest.mark.parametrize(
    ("teks", "temuan"),
    [
        ("nama: Biasa – “saja” ½ é\n", []),
        ("nama: Tanda ✓ ☑️ ➢ dan ﬁ\n", []),
        ("# 日本\nnama: Tamu # 日本\n", []),
        ('nama: "Tamu \\u65e5"\n', [(1, "日 (U+65E5)")]),
        ("nama: Tamu\nnomor: 日本語한글\n", [(2, "日 (U+65E5), 本 (U+672C), 語 (U+8A9E), dan 2 lagi")]),
        ("nama: 日\nnomor: 本\n", [(1, "2 isian")]),
    ],
)  # fmt: skip
def test_characters_without_a_glyph_are_found_in_values(
    teks: str, temuan: list[tuple[int, str]], tmp_path: Path
) -> None:
    source, _ = read_text(teks, "sop.yml")
    assert source
    hasil = PemeriksaAksara(tmp_path).periksa(source, teks)
    assert [d.lokasi.baris for d in hasil] == [baris for baris, _ in temuan]
    assert all(sebut in d.pesan for d, (_, sebut) in zip(hasil, temuan, strict=True))

"""Abbreviations found where they stand: whole words, the longest first, an office's own before the general one."""

from __future__ import annotations

import pytest

from buku_sop.analysis.kata.singkatan import Kamus
from buku_sop.model import Singkatan
from buku_sop.views.dasar.tautan import TautanTampil
from buku_sop.views.dasar.teks import teks_isi

KAMUS = Kamus(
    [
        Singkatan("KAK", ("Kerangka Acuan Kerja",)),
        Singkatan("LKjIP", ("Laporan Kinerja", "Laporan Akuntabilitas")),
        Singkatan("SIAP", ("Sistem Arsip",)),
        Singkatan("Monev", ("Monitoring dan Evaluasi",)),
        Singkatan("Sub Bag", ("Sub Bagian", "Subbagian")),
        Singkatan("Sub", ("Unit di bawah",)),
        Singkatan("NODIN", ("Nota lama",)),
        Singkatan("NODIN", ('Nota "dinas" <b>',)),
    ]
)


@pytest.mark.parametrize(
    ("teks", "ditemukan"),
    [
        ("Menyusun KAK-nya dan KAK", {"KAK": "Kerangka Acuan Kerja"}),
        ("KAKAK dan xKAK, kak", {}),
        ("LKJIP dan lkjip", {"LKJIP": "Laporan Kinerja atau Laporan Akuntabilitas"}),
        ("siap memakai SIAP", {"SIAP": "Sistem Arsip"}),
        ("monev (Monev)", {"monev": "Monitoring dan Evaluasi"}),
        ("Kepala Sub Bag Umum", {"Sub Bag": "Sub Bagian"}),
        ("NODIN", {"NODIN": 'Nota "dinas" <b>'}),
        ("", {}),
    ],
)
def test_whole_words_are_found_once_and_nothing_is_lost(
    teks: str, ditemukan: dict[str, str]
) -> None:
    potongan = list(KAMUS.potong(teks, set()))
    assert "".join(p.teks for p in potongan) == teks
    assert {p.teks: p.arti for p in potongan if p.arti} == ditemukan


def test_hostile_words_are_escaped_and_links_are_left_alone() -> None:
    html = teks_isi(
        (
            TautanTampil("<i> NODIN & "),
            TautanTampil("SOP KAK", "ada", "tujuan"),
            TautanTampil(" NODIN"),
        ),
        lambda p: teks_isi(f"[{p.teks}]"),
        KAMUS,
    )
    assert html == (
        '&lt;i&gt; <abbr class="sop-singkat-kata" title="Nota &#34;dinas&#34; &lt;b&gt;">NODIN</abbr>'
        " &amp; [SOP KAK] NODIN"
    )


def test_without_abbreviations_a_text_stays_itself() -> None:
    assert teks_isi("KAK & <b>", None, Kamus()) == teks_isi("KAK & <b>")

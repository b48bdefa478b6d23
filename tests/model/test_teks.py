"""A text keeps its lines, and its lists are seen as lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.model.teks import (
    Alinea,
    Butir,
    Daftar,
    butir_teks,
    pokok,
    rapikan_baris,
    satu_baris,
    sebaris,
    uraikan,
)


def bentuk(teks: str) -> list[object]:
    """Write the parts of a text short: a line as text, a list as marks with what stands below them."""
    hasil: list[object] = []
    for bagian in uraikan(rapikan_baris(teks)):
        if isinstance(bagian, Alinea):
            hasil += bagian.baris
        else:
            hasil.append([_butir(b) for b in bagian.butir])
    return hasil


def _butir(b: Butir) -> object:
    diri = f"{b.tanda}|{'/'.join(b.baris)}"
    return (diri, [_butir(a) for a in b.anak]) if b.anak else diri


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("Memilah berkas", ["Memilah berkas"]),
        ("Memilah  berkas\n  dan  arsip", ["Memilah berkas", "dan arsip"]),
        ("Memilah:\na. rusak;\nb. ganda", ["Memilah:", ["a.|rusak;", "b.|ganda"]]),
        ("1) satu\n2) dua\nCatatan", [["1)|satu", "2)|dua"], "Catatan"]),
        ("- satu\n- dua\n  terusan", [["-|satu", "-|dua/terusan"]]),
        ("1. luar\n   a. dalam\n   b. lagi\n2. luar", [[("1.|luar", ["a.|dalam", "b.|lagi"]), "2.|luar"]]),
        ("1. luar\na. dalam\nb. lagi\n2. luar", [[("1.|luar", ["a.|dalam", "b.|lagi"]), "2.|luar"]]),
        ("- luar\n  - dalam\n- luar", [[("-|luar", ["-|dalam"]), "-|luar"]]),
        ("(1) satu\n(2) dua", [["(1)|satu", "(2)|dua"]]),
        ("i. satu\nii. dua\niii. tiga", [["i.|satu", "ii.|dua", "iii.|tiga"]]),
        ("3. tiga\n4. empat", [["3.|tiga", "4.|empat"]]),
        ("a. Ahmad\nBudi", ["a. Ahmad", "Budi"]),
        ("Berdasarkan:\n- penilaian semua\nSelesai", ["Berdasarkan:", ["-|penilaian semua"], "Selesai"]),
        ("Dihadiri:\nb. Ahmad", ["Dihadiri:", "b. Ahmad"]),
        ("Dihadiri\n- Ahmad", ["Dihadiri", "- Ahmad"]),
        ("- satu\n\n- dua\n\n\n  terusan", [["-|satu", "-|dua/terusan"]]),
        ("08.00 mulai\n09.00 selesai", ["08.00 mulai", "09.00 selesai"]),
        ("-5 derajat\n-6 derajat", ["-5 derajat", "-6 derajat"]),
        ("", []),
    ],
)  # fmt: skip
def test_lines_and_lists(teks: str, harapan: list[object]) -> None:
    assert bentuk(teks) == harapan


def test_an_empty_line_begins_another_paragraph() -> None:
    teks = rapikan_baris("\n \nMenentukan media.\nPilih satu.\n\n \nJika ya, lanjut.\n\n- a\n- b\n")
    assert teks == "Menentukan media.\nPilih satu.\n\nJika ya, lanjut.\n\n- a\n- b"
    alinea = [x.baris for x in uraikan(teks) if isinstance(x, Alinea)]
    assert alinea == [("Menentukan media.", "Pilih satu."), ("Jika ya, lanjut.",)]
    assert sebaris(teks) == "Menentukan media. / Pilih satu. / Jika ya, lanjut. / - a / - b"
    assert pokok(teks) == "Menentukan media. Pilih satu. Jika ya, lanjut."


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("Surat", ("Surat",)),
        ("Surat permohonan\nFotokopi KTP", ("Surat permohonan", "Fotokopi KTP")),
        ("Surat permohonan yang\nlengkap", ("Surat permohonan yang lengkap",)),
        ("Berkas:\na. KTP\nb. KK", ("KTP", "KK")),
        ("1. Berkas\n   - KTP\n   - KK\n2. Surat", ("KTP", "KK", "Surat")),
        ("- KTP\n- KK\nSurat", ("KTP", "KK", "Surat")),
        ("Usulan\nA : di atas 100 juta\nB : di bawah 100 juta", ("Usulan",)),
        ("", ()),
    ],
)
def test_the_single_things_that_a_text_names(teks: str, harapan: tuple[str, ...]) -> None:
    assert butir_teks(rapikan_baris(teks)) == harapan


def test_bullets_of_words_symbol_font_are_shown_as_bullets() -> None:
    (daftar,) = uraikan("\uf0b7 satu\n\uf0b7 dua")
    assert isinstance(daftar, Daftar)
    assert [b.tanda_tampil for b in daftar.butir] == ["•", "•"]
    assert [b.tanda for b in daftar.butir] == ["\uf0b7", "\uf0b7"]


TANDA = st.sampled_from(["", "a. ", "b. ", "1) ", "2) ", "- ", "• ", "(3) ", "iv. "])
BARIS = st.tuples(st.sampled_from(["", "  ", "    ", "\t"]), TANDA, st.text("abc .-:1", max_size=8))
TEKS = st.lists(BARIS.map("".join), max_size=8).map("\n".join)


@given(TEKS)
def test_tidying_twice_changes_nothing(teks: str) -> None:
    assert rapikan_baris(rapikan_baris(teks)) == rapikan_baris(teks)


@given(TEKS)
def test_no_word_is_lost_and_none_is_moved(teks: str) -> None:
    rapi = rapikan_baris(teks)
    assert rapi.split() == teks.split()
    kata: list[str] = []
    for bagian in uraikan(rapi):
        if isinstance(bagian, Alinea):
            kata += " ".join(bagian.baris).split()
        else:
            for b in bagian.butir:
                for x in (b, *b.anak):
                    kata += [x.tanda, *x.teks.split()]
    assert kata == teks.split()


@given(TEKS)
def test_one_line_holds_all_words(teks: str) -> None:
    assert satu_baris(teks) == " ".join(teks.split())

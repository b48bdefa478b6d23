"""The YAML reader keeps text as text and knows where everything stands."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.text import MAX_DEPTH, MAX_NODES, Source, read_text


def read(text: str) -> Source:
    source, found = read_text(text, "contoh.yml")
    assert source is not None, found
    assert not found
    return source


@pytest.mark.parametrize(
    "scalar",
    ["no", "1:30", "010", "=", "2023-01-05", "08 /SOP/III/2023", "yes", "1e3", "0x1F", "<<"],
)
def test_every_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    assert read(f"nomor: {scalar}\n").root.plain() == {"nomor": scalar}


@pytest.mark.parametrize("kosong", ["", "~", "null"])
def test_an_empty_value_is_none_but_a_quoted_one_is_text(kosong: str) -> None:
    assert read(f"a: {kosong}\nb: '{kosong}'\n").root.plain() == {"a": None, "b": kosong}


def test_positions_of_values_keys_and_of_what_is_missing() -> None:
    source = read("nama: X\nlangkah:\n  - kegiatan: Satu\n    waktu: 5 menit\n")
    place = ("langkah", 0, "waktu")
    assert str(source.locate(place)) == "contoh.yml:4:12"
    assert str(source.locate(place, key=True)) == "contoh.yml:4:5"
    assert str(source.locate(("langkah", 0, "output"))) == "contoh.yml:3:5"
    assert str(source.locate(("tidak", "ada"))) == "contoh.yml:1:1"


def test_an_alias_repeats_its_value() -> None:
    source = read("a: &x [1, 2]\nb: *x\n")
    assert source.data == source.root.plain() == {"a": ["1", "2"], "b": ["1", "2"]}
    assert str(source.locate(("b", 1))) == "contoh.yml:1:11"


def test_no_form_changes_the_values_that_were_read() -> None:
    """What an alias repeats is one value: a form that changed it would change the other places too."""
    source = read(
        "nama: '  A  '\npelaksana: {staf: &staf staf}\nperlu_konfirmasi: &tanda [nomor, {nama: x}, ]\n"
        "peralatan: &daftar [' a  b ', ]\npencatatan: *daftar\n"
        "langkah: [{kegiatan: K, pelaksana: [*staf, ], perlu_konfirmasi: *tanda, output: *daftar}]\n"
    )
    semula = deepcopy(source.data)
    sop = DokumenSop.model_validate(source.data)
    assert (sop.peralatan, sop.pencatatan, sop.langkah[0].output) == (["a b"], ["a b"], ["a b"])
    assert source.data == semula


def test_values_and_places_agree_everywhere() -> None:
    source = read("a: &x\n  - b: [c, {d: e}]\n    f:\ng: {h: *x}\n? i\n: j\n")
    assert [(n.line, n.column) for n in source.root.walk()] == [
        (1, 1), (1, 4), (2, 5), (2, 8), (2, 9), (2, 12), (2, 16), (3, 7),
        (4, 4), (1, 4), (2, 5), (2, 8), (2, 9), (2, 12), (2, 16), (3, 7), (6, 3),
    ]  # fmt: skip
    assert source.root.keys == {"a": (1, 1), "g": (4, 1), "i": (5, 3)}


@pytest.mark.parametrize(
    ("text", "kode", "place"),
    [
        ("nama: 'x\n", "SOP-Y001", "1:7"),
        ("nama: a: b\n", "SOP-Y001", "1:8"),
        ("nama: x\n\tb: 1\n", "SOP-Y002", "2:1"),
        ("a: 1\nb: 2\na: 3\n", "SOP-Y003", "3:1"),
        ("a: &x [*x]\n", "SOP-Y004", "1:8"),
        ("a: *penting\n", "SOP-Y004", "1:4"),
        ("[" * (MAX_DEPTH + 1), "SOP-Y005", f"1:{MAX_DEPTH + 1}"),
        ("- a\n", "SOP-Y006", "1:1"),
        ("a: 1\n---\nb: 2\n", "SOP-Y007", "2:1"),
        ("a: !!python/object/apply:os.system [x]\n", "SOP-Y008", "1:4"),
        ("? [a]\n: b\n", "SOP-Y010", "1:3"),
        ("", "SOP-B002", "1:1"),
        ("# hanya komentar\n", "SOP-B002", "1:1"),
        ("nama: \x07\n", "SOP-Y001", "1:7"),
    ],
)
def test_each_fault_has_its_code_and_place(text: str, kode: str, place: str) -> None:
    _, found = read_text(text, "f")
    assert [(d.kode, str(d.lokasi)) for d in found] == [(kode, f"f:{place}")]
    assert found[0].petunjuk


def test_a_fault_is_told_in_the_words_of_the_file() -> None:
    def pesan(text: str) -> str:
        return read_text(text, "f")[1][0].pesan

    assert pesan("a: *penting\n") == "Alias `*penting` menunjuk `&` yang tidak ada."
    assert pesan("a: &x [*x]\n") == "Alias `*x` menunjuk dirinya sendiri."
    assert pesan("a: !!str x\n") == "Tag `!!str` tidak diizinkan."
    assert pesan("a: !lokal x\n") == "Tag `!lokal` tidak diizinkan."


def test_aliases_that_would_explode_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    source, found = read_text("\n".join(lines), "f")
    assert source is None
    assert [d.kode for d in found] == ["SOP-Y004"]


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    source, found = read_text(text, "f")
    assert source is not None or found


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.text("abc:#'\"-[]{} é", max_size=20),
        min_size=1,
    )
)
def test_quoted_text_comes_back_as_it_was(data: dict[str, str]) -> None:
    text = "".join(f"{k}: '{v.replace(chr(39), chr(39) * 2)}'\n" for k, v in data.items())
    source, found = read_text(text, "f")
    assert source is not None
    assert not found
    assert source.root.plain() == data


def test_aliases_count_as_often_as_they_are_used() -> None:
    """Two files of a few kilobytes: one holds as many values as may be, one unfolds to more."""

    def text(times: int) -> str:
        hundred = ", ".join(["x"] * 100)
        return f"a: &a [{hundred}]\nb: [{', '.join(['*a'] * times)}]\n"

    assert len(text(MAX_NODES // 100 + 10)) < MAX_NODES // 10
    source, found = read_text(text(MAX_NODES // 110), "contoh.yml")
    assert source is not None
    assert not found
    _, found = read_text(text(MAX_NODES // 100 + 10), "contoh.yml")
    assert [d.kode for d in found] == ["SOP-Y004"]

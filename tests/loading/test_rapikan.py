"""The canonical form: stable, true to the meaning, with every comment, and kind to one-word edits."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml.comments import CommentedMap

from buku_sop.loading import rapikan as module
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR, load_folder
from buku_sop.loading.rapikan import TakDapatDirapikan, bentuk_berkas, rapikan
from buku_sop.loading.tata import Penulis
from buku_sop.model import Handbook
from tests.paths import ROOT, SOP_DATA

KASUS = ROOT / "tests" / "cases" / "rapikan"
BENIH = sorted((SOP_DATA).rglob("[!.]*.yml"))
CORPUS = [*BENIH, *sorted((ROOT / "tests" / "corpus" / "baik").glob("*.yml")),
          *sorted(KASUS.glob("*.masuk.yml"))]  # fmt: skip


def rapi(path: Path, teks: str) -> str:
    return rapikan(teks, bentuk_berkas(nama_berkas(path)))


def nama_berkas(path: Path) -> str:
    """Name a file as the handbook would, from which its kind follows."""
    jenis = f"{path.stem.partition('-')[0]}.yml"
    return jenis if jenis in {*BERKAS_KANTOR, *BERKAS_BUKU} else "a.yml"


def makna(teks: str, folder: Path, nama: str) -> Handbook:
    kantor = folder / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True, exist_ok=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor.parent if nama in BERKAS_BUKU else kantor).joinpath(nama).write_text(teks, "utf-8")
    return load_folder(kantor.parent).handbook


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_twice_is_once_and_the_meaning_stays(path: Path, tmp_path: Path) -> None:
    teks = path.read_text(encoding="utf-8")
    hasil = rapi(path, teks)
    assert rapi(path, hasil) == hasil
    assert max(map(len, hasil.splitlines())) <= max(100, *(len(k) for k in teks.split()))
    nama = nama_berkas(path)
    sesudah = makna(hasil, tmp_path / "b", nama)
    assert sesudah == makna(teks, tmp_path / "a", nama)
    assert sesudah.instansi


@pytest.mark.parametrize("path", BENIH, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_handbook_itself_is_canonical(path: Path) -> None:
    teks = path.read_text(encoding="utf-8")
    assert rapikan(teks, bentuk_berkas(path.name)) == teks, "run: .venv/bin/sop rapikan"


@pytest.mark.parametrize("path", sorted(KASUS.glob("*.masuk.yml")), ids=lambda p: p.stem)
def test_golden(path: Path) -> None:
    keluar = path.with_name(path.name.replace(".masuk.", ".keluar."))
    assert rapi(path, path.read_text(encoding="utf-8")) == keluar.read_text(encoding="utf-8")


_SISIPAN = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from([0, 0, 1, 2, 2, 3, 4, 4, 6, 8, -1, -2])),
    min_size=1, max_size=6,
)  # fmt: skip


def sisipan_dalam(teks: str) -> list[str]:
    return sorted(re.findall(r"# sisipan \d", " ".join(teks.split())))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CORPUS), _SISIPAN)
def test_comments_anywhere_are_kept_and_stay_where_they_went(
    path: Path, sisipan: list[tuple[int, int]]
) -> None:
    """A column of -1 stands for the end of a line that is there, -2 for a blank line."""
    baris = path.read_text(encoding="utf-8").split("\n")
    for n, (letak, kolom) in enumerate(sisipan):
        i = letak % len(baris)
        if kolom >= 0:
            baris.insert(i, f"{' ' * kolom}# sisipan {n}")
        elif kolom == -1:
            baris[i] += f" # sisipan {n}"
        else:
            baris.insert(i, "")
    teks = "\n".join(baris)
    try:
        hasil = rapi(path, teks)
    except TakDapatDirapikan as error:
        sebab = str(error)
        assume(not sebab.startswith("perbaiki dulu galat"))  # the insertion broke the file
        raise
    assert sisipan_dalam(hasil) == sisipan_dalam(teks)
    assert rapi(path, hasil) == hasil
    assert "\n\n\n" not in hasil
    assert not re.search(r"[ \t]$", hasil, re.MULTILINE)


@pytest.mark.parametrize(
    "path", [p for p in BENIH if p.stem != "instansi"], ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_a_word_that_changes_changes_one_line(path: Path) -> None:
    teks = path.read_text(encoding="utf-8")
    baris = teks.split("\n")
    panjang = [i for i, b in enumerate(baris) if re.match(r" +[A-Z]\w+ \w+ ", b) and len(b) < 97]
    panjang += [i for i, b in enumerate(baris) if re.match(r" +(- )?\w+: [A-Z]\w+ \w+", b)]
    assert panjang
    for i in panjang[::3]:
        if len(baris[i]) > 96:
            continue
        ubah = [*baris]
        ubah[i] = re.sub(r"([A-Z]\w+)", r"\1lah", ubah[i], count=1)
        hasil = rapi(path, "\n".join(ubah))
        beda = [d for d in difflib.ndiff(baris, hasil.split("\n")) if d[0] in "+-"]
        assert len(beda) == 2, beda


def test_a_line_that_grows_too_wide_moves_words_down_and_no_more() -> None:
    isi = ["kata " * 18 + "ujung", "baris kedua tetap di sini", "baris ketiga tetap di sini"]
    teks = "nama: X\nperingatan: >-\n" + "".join(f"  {b}\n" for b in isi)
    assert rapikan(teks, DokumenSop).split("\n", 3)[3] == teks.split("\n", 2)[2]
    tumbuh = teks.replace("ujung", "ujungnya jauh")
    assert rapikan(tumbuh, DokumenSop).split("\n")[3:6] == [
        "  " + isi[0].replace("ujung", "ujungnya"),
        "  jauh baris kedua tetap di sini",
        "  baris ketiga tetap di sini",
    ]


@pytest.mark.parametrize(
    ("ditulis", "rapinya"),
    [
        ('"010"', '"010"'), ("'ya'", "ya"), ('"2026-01-01"', '"2026-01-01"'), ("'null'", "'null'"),
        ('"~"', '"~"'), ("''", "''"), ('"a: b"', "'a: b'"), ('"a # b"', "'a # b'"),
        ('"- a"', "'- a'"), ("'it''s'", "it's"), ('"{{ x }}"', "'{{ x }}'"), ("|\n  a\n  b", "a b"),
        ("&x a", "a"), ("", ""),
    ],
)  # fmt: skip
def test_quotes_stand_only_where_they_are_needed(ditulis: str, rapinya: str) -> None:
    hasil = rapikan(f"nama: A\nnomor: {ditulis}\n", DokumenSop)
    assert hasil == f"nama: A\nnomor: {rapinya}".rstrip() + "\n"


def test_line_ends_and_byte_order_mark_go() -> None:
    assert rapikan("\ufeffnama: A\r\n# k\r\nnomor: 1\r\n", DokumenSop) == "nama: A\n# k\nnomor: 1\n"


@pytest.mark.parametrize(
    "teks", ["nama: [", "- a\n", "", "nama: A\nlain: 1\n", "nama: A\nnama: B\n"]
)
def test_a_file_with_mistakes_stays(teks: str) -> None:
    with pytest.raises(TakDapatDirapikan, match="sop periksa"):
        rapikan(teks, DokumenSop)


def test_what_nobody_sees_is_not_written_out() -> None:
    with pytest.raises(TakDapatDirapikan, match="tak terlihat"):
        rapikan('nama: "a\\u202eb"\n', DokumenSop)


@pytest.mark.parametrize(
    ("dari", "menjadi"), [("# penting", "# lain"), ("nama: A", "nama: B"), ("b: B\n", "c: B\n")]
)
def test_what_would_lose_anything_is_refused(
    monkeypatch: pytest.MonkeyPatch, dari: str, menjadi: str
) -> None:
    class Lalai(Penulis):
        def tulis(self, pohon: CommentedMap) -> str:
            return super().tulis(pohon).replace(dari, menjadi)

    teks = "nama: A\n# penting\npelaksana: {a: A, b: B}\n"
    assert rapikan(teks, DokumenSop)
    monkeypatch.setattr(module, "Penulis", Lalai)
    with pytest.raises(TakDapatDirapikan, match="tanpa berubah"):
        rapikan(teks, DokumenSop)


def test_a_key_that_looks_like_no_value_keeps_its_quotes() -> None:
    teks = "nama: A\n\npelaksana:\n  'null': B\n"
    assert rapikan(teks, DokumenSop) == teks


def test_the_order_of_lanes_is_part_of_the_meaning() -> None:
    hasil = rapikan("pelaksana: {z: Z, a: A}\nnama: A\n", DokumenSop)
    assert hasil == "nama: A\n\npelaksana:\n  z: Z\n  a: A\n"

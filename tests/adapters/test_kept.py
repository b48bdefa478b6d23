"""The store of results: found under their own key alone, whole or not at all, and never too many."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pytest

from buku_sop.adapters import kept as modul
from buku_sop.adapters.kept import FOLDER, KEEP_NOTHING, Kept
from tests.builders import INSTANSI, sop


def berkas(root: Path) -> Path:
    return root / FOLDER / "hasil.sqlite"


def put(root: Path, *names: str, text: bytes = b"hasil") -> None:
    kept = Kept(root)
    for name in names:
        kept.put("teks", kept.key(name), text + name.encode())
    kept.close()


def get(root: Path, name: str) -> bytes | None:
    kept = Kept(root)
    found = kept.get("teks", kept.key(name))
    kept.close()
    return found


def test_a_result_is_found_by_kind_and_key(tmp_path: Path) -> None:
    put(tmp_path, "satu", "dua")
    assert get(tmp_path, "satu") == b"hasilsatu"
    kept = Kept(tmp_path)
    assert kept.get("lain", kept.key("satu")) is None
    assert kept.get("teks", kept.key("sat", "u")) is None


def test_other_code_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "satu")
    monkeypatch.setattr(modul, "code_version", lambda: b"lain")
    assert get(tmp_path, "satu") is None


def test_another_look_finds_nothing(tmp_path: Path) -> None:
    put(tmp_path, "satu")
    (tmp_path / "overrides" / "templat").mkdir(parents=True)
    (tmp_path / "overrides" / "templat" / "a.html").write_text("<p>", encoding="utf-8")
    assert get(tmp_path, "satu") is None


def test_a_look_of_another_name_counts_as_well(tmp_path: Path) -> None:
    (tmp_path / "tampilan").mkdir()
    seen = {Kept(tmp_path).key("satu"), Kept(tmp_path, look=tmp_path / "overrides").key("satu")}
    assert len(seen) == 1
    for text in ("<p>", "<b>"):
        (tmp_path / "tampilan" / "main.html").write_text(text, encoding="utf-8")
        seen.add(Kept(tmp_path, look=tmp_path / "tampilan").key("satu"))
    assert len(seen) == 3


def test_whoever_asks_for_everything_anew_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "satu")
    monkeypatch.setenv(KEEP_NOTHING, "1")
    assert get(tmp_path, "satu") is None


def test_code_and_look_are_in_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mesin", "tampilan"):
        (tmp_path / name / "dalam").mkdir(parents=True)
        (tmp_path / name / "dalam" / "a.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr(modul, "PACKAGE", tmp_path / "mesin")
    monkeypatch.setattr(modul, "LOOK", tmp_path / "tampilan")
    seen = set()
    for path, text in (
        ("mesin/dalam/a.py", "x = 1\n"),
        ("mesin/dalam/a.py", "x = 2\n"),
        ("tampilan/dalam/a.py", "x = 2\n"),
        ("tampilan/dalam/b.html", "<p>"),
    ):
        (tmp_path / path).write_text(text, encoding="utf-8")
        seen.add(modul.code_version.__wrapped__())
    (tmp_path / "paket" / "rekaan-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "paket"))
    seen.add(modul.code_version.__wrapped__())
    assert len(seen) == 5


@pytest.mark.parametrize("byte", [0, 40, -1], ids=["head", "schema", "end"])
def test_a_damaged_file_is_never_believed(tmp_path: Path, byte: int) -> None:
    put(tmp_path, *map(str, range(200)), text=b"x" * 500)
    data = bytearray(berkas(tmp_path).read_bytes())
    data[byte] ^= 0xFF
    data[len(data) // 2 : len(data) // 2 + 3000] = b"\1" * 3000
    berkas(tmp_path).write_bytes(data)
    for i in range(200):
        assert get(tmp_path, str(i)) in (None, b"x" * 500 + str(i).encode())
    # It is given up by the one that notices, and begun by the next; what comes to lie where depends on the keys
    for baru in map(str, range(1000, 1080)):
        berkas(tmp_path).write_bytes(data)
        put(tmp_path, baru)
        put(tmp_path, baru)
        assert get(tmp_path, baru) == b"hasil" + baru.encode()


def test_a_changed_result_is_not_believed(tmp_path: Path) -> None:
    put(tmp_path, "satu", "dua")
    with sqlite3.connect(berkas(tmp_path)) as db:
        isi = [i for (i,) in db.execute("SELECT isi FROM hasil ORDER BY kunci")]
        db.executemany("UPDATE hasil SET isi = ? WHERE isi = ?", [(isi[0] + b"x", isi[0])])
    found = {get(tmp_path, n) for n in ("satu", "dua")}
    assert None in found
    assert len(found) == 2


@pytest.mark.parametrize("what", ["folder", "text"])
def test_what_is_no_store_stands_in_nobodys_way(tmp_path: Path, what: str) -> None:
    berkas(tmp_path).parent.mkdir(parents=True)
    if what == "folder":
        berkas(tmp_path).mkdir()
    else:
        berkas(tmp_path).write_text("bukan simpanan " * 100, encoding="utf-8")
    put(tmp_path, "satu")
    assert get(tmp_path, "satu") == (None if what == "folder" else b"hasilsatu")


def test_it_may_be_deleted_while_it_is_used(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    berkas(tmp_path).unlink()
    kept.put("teks", kept.key("satu"), b"1")
    assert kept.get("teks", kept.key("satu")) == b"1"
    kept.close()
    put(tmp_path, "dua")
    assert get(tmp_path, "dua") == b"hasildua"


def test_what_was_asked_for_longest_ago_goes_first(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(5000)
    put(tmp_path, *(f"lama{i}" for i in range(50)), text=noise)
    with sqlite3.connect(berkas(tmp_path)) as db:
        db.execute("UPDATE hasil SET dipakai = dipakai - 90000")
    kept = Kept(tmp_path)
    assert kept.get("teks", kept.key("lama7"))
    for i in range(20):
        kept.put("teks", kept.key(f"baru{i}"), noise)
    kept.close(limit=240_000)
    assert berkas(tmp_path).stat().st_size <= 240_000
    left = [n for n in range(50) if get(tmp_path, f"lama{n}")]
    assert left == [7]


def _many(root: Path, start: int) -> None:
    for i in range(start, start + 20):
        put(root, str(i))


def test_several_processes_keep_what_each_made(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_many, args=(tmp_path, n * 20)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(get(tmp_path, str(i)) for i in range(60))


@dataclass(frozen=True)
class Nilai:
    apa: object


def test_equal_values_have_one_description_and_others_another(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    satu, kantor = sop(), INSTANSI
    values = [
        Nilai(satu),
        Nilai(replace(satu, nama="Lain")),
        Nilai(kantor),
        Nilai(MappingProxyType({"a": 1})),
        Nilai({"a": 2}),
        Nilai(("a", "b")),
        Nilai(("ab",)),
        Nilai(Nilai(satu)),
    ]
    described = [kept.describe(v) for v in values]
    assert None not in described
    assert len(set(described)) == len(values)
    assert [Kept(tmp_path).describe(v) for v in values] == described


def test_a_value_that_cannot_be_written_down_has_no_description(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.describe(Nilai(x for x in "ab")) is None
    assert kept.describe(lambda: 1) is None

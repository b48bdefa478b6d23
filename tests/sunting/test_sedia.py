"""What a start of the engine in browsers brings along is what it would work out, and is taken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.peramban import bahan
from tests.paths import ROOT

_SEDIA = ROOT / "buku_sop" / "adapters" / "peramban"
_AWAL = f"""
import sys
sys.path[:0] = [{str(_SEDIA)!r}, {str(ROOT)!r}]
import sedia
folder, = sys.argv[1:]
"""
_MULAI = f"""
from buku_sop.sunting.peramban import Peramban
peramban = Peramban({str(ROOT / "overrides" / "templat")!r})
"""
_REKAM = f"""{_AWAL}
sedia.rekam()
{_MULAI}
sedia.coba(peramban)
open(folder + "/sedia.bin", "wb").write(sedia.rekaman())
"""
_PAKAI = f"""{_AWAL}
import json, jinja2
from re import _parser
sendiri = {{"metode": 0, "pola": [], "templat": []}}
asli, urai, susun = compile, _parser.parse, jinja2.Environment.compile
sedia.pakai(open(folder + "/sedia.bin", "rb").read())
def parse(pola, *lain):
    sendiri["pola"].append(pola)
    return urai(pola, *lain)
def compile_(self, source, name=None, *lain, **sisa):
    sendiri["templat"].append(name)
    return susun(self, source, name, *lain, **sisa)
_parser.parse, jinja2.Environment.compile = parse, compile_
def audit(apa, isi):
    if apa == "compile" and isi[0] and b"__create_fn__" in bytes(str(isi[0]), "utf-8"):
        sendiri["metode"] += 1
sys.addaudithook(audit)
{_MULAI}
sedia.coba(peramban)
sendiri["modul"] = sorted(sys.modules)
print(json.dumps(sendiri))
"""


def _jalankan(program: str, folder: Path) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},  # as in the browser: some patterns are made of sets
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr[-3000:]
    return answer.stdout


@pytest.fixture(scope="module")
def dimulai(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a start worked out by itself, and which modules it has, after one that was noted."""
    folder = tmp_path_factory.mktemp("sedia")
    _jalankan(_REKAM, folder)
    hasil: dict[str, Any] = json.loads(_jalankan(_PAKAI, folder))
    return hasil


def test_a_start_works_out_nothing_that_was_brought_along(dimulai: dict[str, Any]) -> None:
    assert dimulai["metode"] == 0
    assert dimulai["pola"] == []
    assert dimulai["templat"] == []


def test_a_start_loads_only_what_is_packed_and_nothing_that_only_servers_need(
    dimulai: dict[str, Any],
) -> None:
    """Each module is a part of the time that a first visit waits: another one is put here on purpose."""
    milik = {m.partition(".")[0] for m in dimulai["modul"]} - set(sys.stdlib_module_names)
    paket = {p.partition(".")[0] for p in bahan.LIBRARIES}
    di_sini = {m for m in milik if m.startswith("_")} | {"cython_runtime"}  # of this Python's start
    assert milik - di_sini <= {*paket, "buku_sop", "pydantic_core", "sedia"}
    tidak = ("ctypes", "email.mime", "http.client", "mkdocs", "multiprocessing", "sqlite3", "ssl", "unittest",
             "buku_sop.adapters", "buku_sop.layout.layered")  # fmt: skip
    assert [m for m in dimulai["modul"] if m.startswith(tidak)] == []

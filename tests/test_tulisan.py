"""The words of the interface: one catalogue, every key of which is used, and no script with words of its own."""

from __future__ import annotations

import ast
import re

import pytest

from buku_sop.model.tulisan import PENYUNTING, PERAMBAN, PERIKSA, TULISAN, tempat, tulis
from buku_sop.views.dasar.render import Penulis
from tests.paths import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
CHECK = ROOT / "buku_sop" / "adapters" / "sajikan" / "periksa" / "periksa.js"
"""The script of the check of drafts, which the local server fills in."""
KEY = re.compile(r"\bTULISAN\.(\w+\.\w+)")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
SENTENCE = re.compile(
    r"""["`](\$\{[^}]*\} )?([A-Z][a-z]+ [a-z]+\b[^"`]*|[a-z]+ [a-z]+ [a-z]+)["`]"""
)

CONSOLE = re.compile(r"tidak dapat dimuat[`\"]$|tidak termuat\"$|^`Mesin penyunting: ")
"""What the console is told, for engineers."""


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    scripts = {k for p in SCRIPTS.rglob("*.js") for k in KEY.findall(p.read_text(encoding="utf-8"))}
    program = {
        k
        for p in (ROOT / "buku_sop").rglob("*.py")
        for k in re.findall(r'\btulis\(\s*"(\w+\.\w+)"', p.read_text(encoding="utf-8"))
    }
    assert program <= TULISAN.keys()
    skrip = PERAMBAN.keys() | PENYUNTING.keys()
    assert scripts | (program & skrip) == skrip
    others = (p for p in SCRIPTS.rglob("*.js") if not {"sunting", "mesin"} & set(p.parts))
    assert PENYUNTING.keys().isdisjoint(
        k for p in others for k in KEY.findall(p.read_text(encoding="utf-8"))
    )
    assert set(KEY.findall(CHECK.read_text(encoding="utf-8"))) <= PERIKSA.keys()


def test_scripts_have_no_words_of_their_own() -> None:
    semua = (*SCRIPTS.rglob("*.js"), CHECK)
    texts = [(p.name, COMMENT.sub("", p.read_text(encoding="utf-8"))) for p in semua]
    found = [
        (name, match[0])
        for name, text in texts
        for match in SENTENCE.finditer(text)
        if not CONSOLE.search(match[0])
    ]
    assert found == []
    assert SENTENCE.search('say("Tidak ada hasil")')
    assert SENTENCE.search("`${a} Menyimpan dari`")


def test_the_program_fills_in_the_places_of_its_words() -> None:
    for path in (ROOT / "buku_sop").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if not re.search(r"\btulis\(", text):
            continue
        for call in ast.walk(ast.parse(text)):
            if not (isinstance(call, ast.Call) and getattr(call.func, "id", "") == "tulis"):
                continue
            named = [
                one.value
                for one in ast.walk(call.args[0])
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            for key in (one for one in named if one in TULISAN):
                assert {one.arg for one in call.keywords} == set(tempat(TULISAN[key])), (
                    path.name,
                    key,
                )


def test_texts_are_filled_in() -> None:
    assert tempat("{b} dari {a}, {b}") == ("a", "b")
    assert tulis("tempo.lagi", lama="3 {x}") == "3 {x} lagi"
    with pytest.raises(KeyError):
        tulis("tempo.lagi")


def test_every_text_is_written_with_whatever_its_places_are_called() -> None:
    penulis = Penulis({})
    for kunci, teks in TULISAN.items():
        isi = dict.fromkeys(tempat(teks), "diisikan")
        assert "diisikan" in penulis(kunci, **isi) or not isi

"""Broken files, made from whole ones: same seed, same file. What people, editors and programs do to YAML, and worse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from buku_sop.model.bidang import BIDANG_LANGKAH, BIDANG_PROSEDUR, BIDANG_SOP
from tests.paths import ROOT, SOP_DATA

Tree = Any
CHARACTERS = (
    "\u202eabc\u202c", "\u200b", "\u200d\u200f", "\ufeff", "\u2028", "\u2029", "\x85", "\0", "\x1b[31m", "\x7f",
    "👨‍👦", "İstanbul", "ﬀ", "\u0301\u0301\u0301", "\ufffe", "\uffff", "\U000e0041", "١٢ menit", "½ jam", "一",
    "\u00a0", "\u2066x", "a\0b", "\u180e", "\ud800",
)  # fmt: skip
TIMES = (
    "9" * 400, "1e309", "-1", "0", "0.0000001", "1/0 jam", "0/0 hari", "999999 tahun", "5-1 menit", ".5 jam",
    "24 x 24 jam", "0x10", "inf", "nan", "1:30", "3 jam " * 200, "1 menit 2 jam 3 hari 4 minggu 5 bulan 6 tahun",
)  # fmt: skip
DATES = ("2026-02-30", "0000-00-00", "9999-12-31", "1-1-1", "31/12/9999", "1 Januari 0001")
WORDS = (
    "lanjut", "selesai", "berikut", "awal", "SOP", "SOP Pengukuran Kinerja", "kantor/sop", "../x", "persegi", "kapsul",
    "belah_ketupat", "penghubung", "<b>x</b>", "{{ 1 }}", "#let x=1", "%%{init}%%", "`", "|", "\\", "[x](javascript:1)",
    "Peraturan", "Undang-Undang Nomor  Tahun ", "PP 1/1/1/1", "Peraturan Presiden Nomor 29 Tahun 2014 " * 30,
)  # fmt: skip
STARTS = (
    b"\t", b"- ", b"? ", b"---", b"...", b"%YAML 1.1", b"%TAG ! x", b": ", b"@", b"`", b"*", b"&", b"!!binary ",
    b"!!python/object:os.system ", b"!!set ", b"<<: ",
)  # fmt: skip
ENDS = (
    b":",
    b" #",
    b"\t",
    b" |",
    b" >-",
    b" &a",
    b" *a",
    b' "',
    b" '",
    b" [",
    b" {",
    b" }",
    b" !x",
    b"\r",
    b" ? ",
)
KEYS = (*BIDANG_SOP, *BIDANG_PROSEDUR)
STEP_KEYS = (*BIDANG_LANGKAH, "simbol", "teks")


class _Texts(yaml.CBaseLoader):
    """Keeps every scalar as text."""


def sources() -> tuple[bytes, ...]:
    """The files that are broken: real SOPs, and one with everything."""
    real = sorted(p for p in SOP_DATA.glob("*/*.yml") if p.name != "instansi.yml")
    return tuple(p.read_bytes() for p in (*real, ROOT / "tests/corpus/baik/lengkap.yml"))


def offices() -> tuple[bytes, ...]:
    """The files about offices that are broken."""
    return tuple(p.read_bytes() for p in sorted(SOP_DATA.glob("*/instansi.yml")))


class Mutator:
    """Makes broken files."""

    def __init__(self, seed: object, whole: tuple[bytes, ...]) -> None:
        self.random, self.whole = Random(f"{seed}"), whole
        self.ways: tuple[tuple[Callable[[bytes], bytes], int], ...] = (
            (self._lines, 22), (self._bytes, 8), (self._encoding, 7), (self._yaml, 6),
            (self._tree, 27), (self._key, 12), (self._graph, 18),
        )  # fmt: skip

    def make(self) -> bytes:
        """Return a broken file."""
        ways, weights = zip(*self.ways, strict=True)
        way: Callable[[bytes], bytes] = self.random.choices(ways, weights)[0]
        return way(self.random.choice(self.whole))

    def _lines(self, data: bytes) -> bytes:
        """Lines that were moved, copied, cut, or got a character too many."""
        r, lines = self.random, data.split(b"\n")
        for _ in range(r.choice((1, 1, 2, 4, 12))):
            i, j = r.randrange(len(lines)), r.randrange(len(lines))
            change = r.randrange(8)
            if change == 0 and len(lines) > 1:
                del lines[i]
            elif change == 1:
                lines.insert(i, lines[j])
            elif change == 2:
                lines[i] = b" " * r.randrange(12) + lines[i].lstrip()
            elif change == 3:
                lines[i], lines[j] = lines[j], lines[i]
            elif change == 4:
                lines[i] = lines[i][: r.randrange(len(lines[i]) + 1)]
            elif change == 5:
                lines[i] += r.choice(ENDS)
            elif change == 6:
                lines[i] = r.choice(STARTS) + lines[i].lstrip()
            else:
                k = r.randrange(len(lines[i]) + 1)
                odd = r.choice(CHARACTERS).encode("utf-8", "surrogatepass")
                lines[i] = lines[i][:k] + odd + lines[i][k:]
        return b"\n".join(lines)

    def _bytes(self, data: bytes) -> bytes:
        """Bytes that were lost or changed, as on a bad disk."""
        r, found = self.random, bytearray(data)
        for _ in range(r.choice((1, 2, 8, 50))):
            i = r.randrange(max(1, len(found)))
            match r.randrange(3):
                case 0:
                    found[i : i + 1] = bytes((r.randrange(256),))
                case 1:
                    del found[i : i + r.choice((1, 3, 200))]
                case _:
                    found[i:i] = r.randbytes(r.choice((1, 4)))
        return bytes(found)

    def _encoding(self, data: bytes) -> bytes:
        """What editors and systems do to a text as a whole."""
        r, text = self.random, data.decode()
        return r.choice(
            (
                b"\xef\xbb\xbf" + data,
                b"\xef\xbb\xbf" * 2 + data,
                text.replace("\n", "\r\n").encode(),
                text.replace("\n", "\r").encode(),
                text.encode("utf-16"),
                text.encode("utf-16-le"),
                text.encode("utf-32"),
                text.replace("nama", "nama\u0301").encode("cp1252", "replace"),
                data.replace(b"a", b"\0", r.randrange(3)),
                data.replace(b"e", b"\xed\xa0\x80", 1),
                text.replace("\n", r.choice(("\u2028", "\x85", "\u2029", "\x0b")), r.choice((1, 5, -1))).encode(),
                text.replace(" ", "\u00a0", r.choice((1, 20, -1))).encode(),
            )
        )  # fmt: skip

    def _yaml(self, data: bytes) -> bytes:
        """What YAML allows and nobody should write: bombs, depth, tags, several documents."""
        r, text = self.random, data.decode()
        bomb = "".join(f"b{i}: &b{i} [{','.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 12))
        tags = (": !!int ", ": !!null ", ": !foo ", ": &q ", ": *q ", ": ! ")
        return r.choice(
            (
                f"b0: &b0 [x,x]\n{bomb}{text}",
                f"x: &x {{y: *x}}\n{text}",
                f"{text}\nextra: " + "[" * r.choice((10, 31, 33, 5000, 200_000)) + "]" * 10,
                f"{text}\nextra: " + "{a: " * r.choice((10, 33, 5000, 100_000)),
                f"{text}\n---\n{text}",
                f"? [a, b]\n: c\n{text}",
                f'!!python/object/apply:os.system ["id"]\n{text}',
                re.sub(r": (\w)", lambda m: r.choice(tags) + m[1] if r.random() < 0.05 else m[0], text),
                f'{text}\nperalatan: "' + "\\u0000\\ud800\\x07" * r.choice((1, 300)) + '"',
                f"{text}\n" + "k: v\n" * r.choice((2, 200, 60_000)),
                f"{text}\nperingatan:\n" + "- x\n" * r.choice((100, 1000, 49_000)),
                f'{text}\ncatatan: "' + "a" * r.choice((10**5, 1_048_576)) + '"',
                f'{text}\nperingatan: "' + "\\n" * r.choice((100, 200_000)) + '"',
            )
        ).encode()  # fmt: skip

    def _dump(self, tree: Tree) -> bytes:
        style = self.random.choice((False, False, None, True))
        text: str = yaml.dump(
            tree, allow_unicode=True, sort_keys=False, default_flow_style=style, Dumper=yaml.SafeDumper
        )  # fmt: skip
        return text.encode("utf-8", "surrogatepass")

    def _tree(self, data: bytes) -> bytes:
        """Values of any kind in any place."""
        r, tree = self.random, yaml.load(data, _Texts)
        for _ in range(r.choice((1, 1, 1, 2, 5, 15))):
            *way, last = r.choice([p for p in _paths(tree) if p] or [("nama",)])
            inner = tree
            for key in way:
                inner = inner[key]
            if r.random() < 0.15:
                del inner[last]
            else:
                inner[last] = self.odd()
        return self._dump(tree)

    def _key(self, data: bytes) -> bytes:
        """A value of any kind under a key that there is."""
        r, tree = self.random, yaml.load(data, _Texts)
        steps = [x for x in tree.get("langkah", ()) if isinstance(x, dict)]
        if steps and r.random() < 0.5:
            r.choice(steps)[r.choice(STEP_KEYS)] = self.odd()
        else:
            tree[r.choice(KEYS)] = self.odd()
        return self._dump(tree)

    def _graph(self, data: bytes) -> bytes:
        """Branches and arrows that lead anywhere."""
        r, tree = self.random, deepcopy(yaml.load(data, _Texts))
        steps, lanes = tree.get("langkah", []), list(tree.get("pelaksana", ()))
        names = [f"l{i}" for i in range(len(steps))]
        goals = [*names, "lanjut", "selesai", "berikut", *(["hantu"] if r.random() < 0.1 else [])]
        for name, step in zip(names, steps, strict=True):
            if not isinstance(step, dict) or not lanes:
                continue
            step["id"] = name
            if r.random() < 0.4:
                many = r.choice((0, 1, 2, 2, 3, 3, 7, 40))
                labels = ("Ya", "Tidak", "", "a" * 200)
                step["cabang"] = [
                    {"label": r.choice(labels), "ke": r.choice(goals)} for _ in range(many)
                ]
            elif r.random() < 0.3:
                step["ke"] = [r.choice(goals) for _ in range(r.choice((1, 1, 2, 5)))]
            if r.random() < 0.3:
                some = [r.choice(lanes) for _ in range(r.choice((1, 2, 3, 9)))]
                step["pelaksana"] = r.choice((some[0], some, {"bersama": some}))
            if r.random() < 0.2:
                step["waktu"] = r.choice(TIMES)
        if r.random() < 0.1:
            tree["langkah"] = steps * r.choice((2, 8))
        if lanes and r.random() < 0.1:
            tree["pelaksana"] = {
                **dict.fromkeys(lanes, "X"),
                **{f"p{i}": f"P {i}" for i in range(200)},
            }
        return self._dump(tree)

    def odd(self, depth: int = 0) -> Tree:
        """Return a value that nobody expects."""
        r = self.random
        if depth < 4 and r.random() < 0.15:
            return [self.odd(depth + 1) for _ in range(r.randrange(4))]
        if depth < 4 and r.random() < 0.15:
            return {
                r.choice((*STEP_KEYS, "<<", "", "bersama")): self.odd(depth + 1)
                for _ in range(r.randrange(4))
            }
        return r.choice(
            (
                None, [], {}, [None, None], [""] * 3, "", "   ", "\n\n", "\t", "true", "no", "~",
                r.choice(TIMES), r.choice(DATES), r.choice(WORDS), r.choice(CHARACTERS) * r.choice((1, 3, 50)),
                "x" * r.choice((300, 5000, 100_000)), "kata " * r.choice((50, 3000)), ["a"] * r.choice((100, 3000)),
                {f"k{i}": "v" for i in range(r.choice((30, 600)))}, r.choice("?!.,-–/()[]\"'") * r.choice((1, 2000)),
            )
        )  # fmt: skip


def _paths(tree: Tree, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield before
    if isinstance(tree, dict | list):
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            yield from _paths(tree[key], (*before, key))

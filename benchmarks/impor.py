"""How well documents are imported: `python -m benchmarks.impor CORPUS [--kebenaran DIR] [--json FILE]`.

CORPUS is a folder of documents. Without the truth it counts what is found; with a folder of YAML files in the form
of the handbook, by the names of the documents, it also tells what of it is right, and what is wrong without a doubt.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml

from buku_sop.adapters.impor.pekerja import kerjakan
from buku_sop.adapters.impor.pembaca import PEMBACA
from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.draf import tulis_draf
from buku_sop.model import Instansi, Prosedur
from buku_sop.model.bidang import BIDANG_SOP, Kelompok

IDENTITAS = ("nama", "nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
DAFTAR = tuple(
    n
    for n, b in BIDANG_SOP.items()
    if b.kelompok is Kelompok.IDENTITAS and n not in ("bagian", "distribusi")
)
SEL = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
Fakta = tuple[str, str, Any]
"""A fact: its kind, where it stands, and what it says."""


def main(arguments: Sequence[str]) -> int:
    """Measure; the exit status is 1 where a document crashed."""
    read = argparse.ArgumentParser(prog="python -m benchmarks.impor")
    read.add_argument("corpus", type=Path)
    read.add_argument("--kebenaran", type=Path)
    read.add_argument("--json", type=Path, default=Path(".build/bench/impor.json"))
    chosen = read.parse_args(arguments)
    files = sorted(p for p in chosen.corpus.iterdir() if p.suffix.lower() in PEMBACA)
    if chosen.kebenaran:
        files = [p for p in files if (chosen.kebenaran / f"{p.stem}.yml").is_file()]
    count: Counter[str] = Counter()
    for n, path in enumerate(files, 1):
        print(f"\r{n}/{len(files)}", end="", file=sys.stderr, flush=True)
        drafts = _found(path, count)
        if chosen.kebenaran and drafts:
            _right(drafts[0], chosen.kebenaran / f"{path.stem}.yml", count)
    print(file=sys.stderr)
    table = dict(_table(count))
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(
        json.dumps({"counts": count, "table": table}, indent=1, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
    for name, value in table.items():
        print(f"{name:<44} {value}")
    return int(count["crash"] > 0)


def _found(path: Path, count: Counter[str]) -> list[Draf]:
    """Import one document and count what was found."""
    begin = time.process_time()
    count["documents"] += 1
    try:
        result = kerjakan(path)
        for one in result.draf:
            tulis_draf(one.draf.isi, ())
    except Exception as error:
        count["crash"] += 1
        print(f"\n{path.name}: {error!r}", file=sys.stderr)
        return []
    count["milliseconds"] += round((time.process_time() - begin) * 1000)
    count["pages"] += result.halaman
    count["refused"] += bool(result.galat)
    for one in result.draf:
        a = one.draf.angka
        count.update({
            "drafts": 1, "rows": a.baris, "rows with symbol": a.baris_berlambang, "arrows": a.panah, "loose": a.lepas,
            "decisions": a.keputusan, "labelled": a.berlabel, "doubts": len(one.draf.keraguan),
            "no doubt": not one.draf.keraguan, "table found": a.baris > 0, "picture": a.gambar or (a.baris == 0 and bool(one.draf.catatan)),
        })  # fmt: skip
    return [one.draf for one in result.draf]


def _right(draft: Draf, truth: Path, count: Counter[str]) -> None:
    """Compare a draft with the truth, fact by fact."""
    wanted = yaml.load(truth.read_text(encoding="utf-8"), yaml.BaseLoader)
    pairs = [*_rows(wanted, draft.isi), *_pair(list(_facts(wanted)), list(_facts(draft.isi)))]
    doubted = {(k.bidang, k.langkah) for k in draft.keraguan}
    for kind, place, good, what in pairs:
        count[f"{kind} wanted"] += 1
        count[f"{kind} right"] += good
        if not good:
            marked = _marked(kind, place, doubted)
            count["wrong"] += 1
            count["wrong without doubt"] += not marked
            sign = "" if marked else " WITHOUT DOUBT"
            print(f"\n{truth.stem}: {kind} {place}{sign}: {what}", file=sys.stderr)


def _marked(kind: str, place: str, doubted: set[tuple[str, int | None]]) -> bool:
    """Whether a doubt points at a fact: at its own field and row, or at the flow of its row or of the table."""
    field, _, row = place.partition("@")
    if kind in ("arrow", "label", "symbol"):
        fields = {"ke", "cabang", "pelaksana", "simbol"}
        return any(
            (str(r) == row and b in fields) or (r is None and b == "langkah") for b, r in doubted
        )
    return any(b == field and str(r) == (row or "None") for b, r in doubted) or (
        bool(row) and ("langkah", None) in doubted
    )


def _rows(
    wanted: Mapping[str, Any], got: Mapping[str, Any]
) -> Iterator[tuple[str, str, bool, str]]:
    """Yield each row with whether it stands in its place; what its cells say is compared by itself."""
    read = [_flat(r["kegiatan"]) for r in got.get("langkah") or []]
    rows = [_flat(r["kegiatan"]) for r in wanted.get("langkah") or []]
    for n in range(max(len(read), len(rows))):
        a, b = (x[n] if n < len(x) else "" for x in (rows, read))
        yield "row", f"langkah@{n}", SequenceMatcher(None, a, b).ratio() > 0.8, f"{a!r}, read {b!r}"


def _pair(wanted: list[Fakta], got: list[Fakta]) -> Iterator[tuple[str, str, bool, str]]:
    """Yield each wanted fact with whether it was read; an arrow or label too many is wrong, too."""
    left = Counter((k, p, _flat(v)) for k, p, v in got)
    for kind, place, value in wanted:
        key = (kind, place, _flat(value))
        good = left[key] > 0
        left[key] -= good
        read = [v for k, p, v in left.elements() if (k, p) == (kind, place)]
        yield kind, place, good, "" if good else f"{value!r}, read {read}"
    places = {(k, p) for k, p, _ in wanted}
    for kind, place, value in +left:
        if kind in ("arrow", "label", "symbol", "identity") and (kind, place) not in places:
            yield kind, place, False, f"nothing, read {value!r}"


def _flat(value: Any) -> str:
    """Leave out white space, which is not compared."""
    return "".join(str(value).split())


def _said(value: Any) -> str:
    """Return what a cell says: a dash alone says nothing."""
    text = value if isinstance(value, str) else "\n".join(value)
    return "" if re.fullmatch(r"[-–—\s]*", text) else text


def _facts(isi: Mapping[str, Any]) -> Iterator[Fakta]:
    """Yield all facts of a file: identity, items, cells, lanes and symbols, arrows, labels."""
    for key in IDENTITAS:
        yield "identity", key, isi.get(key) or ""
    for key in DAFTAR:
        value = isi.get(key) or []
        items = [value] if isinstance(value, str) else value
        for n, item in enumerate(filter(_said, items)):
            yield "identity", f"{key}", f"{n}:{item}"
    for title, value in _sections(isi.get("bagian") or {}):
        for n, item in enumerate([value] if isinstance(value, str) else value):
            yield "identity", "bagian", f"{title} {n}:{item}"
    if isi.get("judul"):
        yield "identity", "judul", isi["judul"]
    sop = bangun_sop(
        "x/y", DokumenSop.model_validate({k: v for k, v in isi.items() if v}), Instansi("x", "X")
    )
    for prosedur in sop.prosedur:
        for n, p in enumerate(prosedur.pelaksana):
            yield "cell", "pelaksana", f"{n}:{p.label}"
        yield from _flow(prosedur)
    for b, step in enumerate(isi.get("langkah") or []):
        for key in SEL:
            yield "cell", f"{key}@{b}", _said(step.get(key) or "")


def _sections(bagian: Any) -> list[tuple[str, Any]]:
    """Return the sections with titles of their own, whichever way they are written."""
    if isinstance(bagian, Mapping):
        return list(bagian.items())
    return [(b["judul"], b["isi"]) for b in bagian]


def _flow(prosedur: Prosedur) -> Iterator[Fakta]:
    """Yield the symbols with their lanes, and the arrows, by row and lane."""
    alur = susun_alur(prosedur)
    names = [p.label for p in prosedur.pelaksana]
    for s in alur.simpul:
        if not s.tambahan:
            yield "symbol", f"symbol@{s.langkah}", f"{names[s.lane]} {s.simbol.value}"
    for p in alur.panah:
        a, b = alur.simpul[p.dari], alur.simpul[p.ke]
        if b.tambahan:
            continue
        way = f"{a.langkah}/{a.lane} {b.langkah}/{b.lane}"
        yield "arrow", f"arrow@{a.langkah}", way
        if p.label:
            yield "label", f"label@{a.langkah}", f"{way} {p.label.casefold()}"


def _table(c: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table: what was measured, and the figure."""
    yield "documents (refused, crashed)", f"{c['documents']} ({c['refused']}, {c['crash']})"
    yield "drafts", str(c["drafts"])
    yield (
        "drafts whose table is found",
        f"{c['table found']} (flow or table is a picture: {c['picture']})",
    )
    yield "rows that have a symbol", _share(c["rows with symbol"], c["rows"])
    yield "lines tied at both ends", _share(c["arrows"], c["arrows"] + c["loose"])
    yield "decisions with two labelled ways", _share(c["labelled"], c["decisions"])
    yield "drafts without a doubt; doubts", f"{c['no doubt']}; {c['doubts']}"
    yield (
        "seconds of processor a page",
        f"{c['milliseconds'] / 1000 / max(1, c['pages']):.2f} ({c['pages']} pages)",
    )
    for kind in ("row", "cell", "identity", "symbol", "arrow", "label"):
        if c[f"{kind} wanted"]:
            yield f"{kind}: right", _share(c[f"{kind} right"], c[f"{kind} wanted"])
    if total := sum(v for k, v in c.items() if k.endswith(" wanted")):
        yield "wrong without a doubt", _share(c["wrong without doubt"], total)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

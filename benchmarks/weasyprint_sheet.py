"""The same sheet as HTML, for WeasyPrint: the words, columns, rows and drawing that our own sheet has.

Run by a Python that has WeasyPrint: `python weasyprint_sheet.py FOLDER` sets every `*.html` of a folder into a PDF/A with
tags beside it, and prints the seconds of processor time that all took without the first, which loads the fonts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

_CSS = """
@page { size: %(lebar)smm %(tinggi)smm; margin: %(atas)smm %(kanan)smm %(bawah)smm %(kiri)smm;
  @bottom-left { content: element(kaki) } @bottom-right { content: "Halaman " counter(page) " dari " counter(pages); font-size: 7pt } }
@font-face { font-family: Arimo; src: url(%(biasa)s) }
@font-face { font-family: Arimo; font-weight: bold; src: url(%(tebal)s) }
body { font: 10pt/1.2 Arimo; margin: 0 } table { border-collapse: collapse; width: 100%%; table-layout: fixed }
td, th { border: .5pt solid black; padding: 1.1mm 1.3mm; vertical-align: middle } th { background: #e4e4e4 }
ul, ol { margin: 0; padding-left: 4mm } .halaman { position: relative; break-before: page } .kaki { position: running(kaki); font-size: 7pt }
svg { position: absolute } h1 { font-size: 11pt; margin: 0 } .identitas td { vertical-align: top }
"""


def write_sheet(data: Mapping[str, Any], huruf: tuple[Path, Path]) -> str:
    """Return the HTML of a finished sheet of the form of SOP-AP (what `Lembar.selesai` returns)."""
    css = _CSS % {**data["kertas"], "biasa": huruf[0].as_uri(), "tebal": huruf[1].as_uri()}
    isi = "".join((*_identity(data), *(x for t in data["tabel"] for x in _table(t))))
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{escape(data["nama"])}</title>'
        f"<style>{css}</style><body><div class=kaki>{data['kaki'].get('qr', '')} {escape(data['kaki']['url'])} "
        f"{escape(data['kaki']['nomor'])}</div>{isi}</body></html>"
    )


def _identity(data: Mapping[str, Any]) -> Iterator[str]:
    identitas = data["identitas"]
    baris = "".join(f"<tr><td>{escape(a)}<td>{escape(b)}" for a, b in identitas["baris"])
    yield f"<table class=identitas><tr><td>{'<br>'.join(map(escape, data['kop']))}<td><table>{baris}"
    yield f"<tr><td>Nama SOP<td><h1>{escape(data['nama'])}</h1></table></table><table class=identitas>"
    for kotak in identitas["kotak"]:
        yield "<tr>" + "".join(f"<th>{escape(k['judul'])}" for k in kotak)
        yield "<tr>" + "".join(f"<td>{_items(k['isi'])}" for k in kotak)
    yield "</table>"


def _items(semua: list[Any]) -> str:
    teks = [_text(t) for t in semua]
    return "<ol>" + "".join(f"<li>{t}" for t in teks) + "</ol>" if len(teks) > 1 else "".join(teks)


def _text(isi: Any) -> str:
    if isinstance(isi, str):
        return escape(isi)
    if isinstance(isi, Mapping):
        return escape(isi["teks"]) if "teks" in isi else "".join(map(_text, isi.values()))
    return " ".join(map(_text, isi))


def _table(t: Mapping[str, Any]) -> Iterator[str]:
    kolom = t["kolom"]
    lane = len(t["kepala"]["lane"])
    lebar = [kolom["nomor"], kolom["kegiatan"], *[kolom["lane"]] * lane]
    lebar += [kolom[k] for k in kolom["urutan"]]
    awal = 0
    for h in t["halaman"]:
        yield f'<div class=halaman style="font-size:{t["huruf"]}pt"><table><colgroup>'
        yield "".join(f'<col style="width:{x}mm">' for x in lebar) + "</colgroup><tr><th>No.<th>"
        yield escape(t["kepala"]["kegiatan"]) + "".join(
            f"<th>{escape(x)}" for x in t["kepala"]["lane"]
        )
        yield "".join(f"<th>{escape(t['kepala'][k])}" for k in kolom["urutan"])
        for b, r in zip(t["baris"][awal:], h["baris"], strict=False):
            sel = "".join("<td>" for _ in range(lane))
            teks = "".join(f"<td>{_text(b[k])}" for k in kolom["urutan"])
            yield f'<tr style="height:{r["tinggi"]}mm"><td>{escape(b["no"])}<td>{_text(b["kegiatan"])}{sel}{teks}'
        awal += len(h["baris"])
        yield f"</table>{_drawing(h, lebar[0] + lebar[1], t['tinggi_kepala'])}</div>"


def _drawing(h: Mapping[str, Any], kiri: float, atas: float) -> str:
    garis = "".join(
        f'<polyline fill="none" stroke="black" stroke-width=".28" points="{" ".join(f"{x},{y}" for x, y in g)}"/>'
        for g in (*h["garis"], *h["ikatan"])
    )
    simbol = "".join(
        f'<rect x="{s["x"]}" y="{s["y"]}" width="{s["lebar"]}" height="{s["tinggi"]}" fill="white" stroke="black" stroke-width=".28"/>'
        for s in h["simbol"]
    )
    panah = "".join(
        f'<path d="M{k["x"]} {k["y"]}l-1 -.7v1.4z"/>' for k in (*h["kepala"], *h["temu"])
    )
    label = "".join(
        f'<text x="{x["x"]}" y="{x["y"]}" font-size="2.4">{escape(" ".join(x["larik"]))}</text>'
        for x in h["label"]
    )
    return (
        f'<svg style="left:{kiri}mm;top:{atas}mm" width="140mm" height="160mm" viewBox="0 0 140 160">'
        f"{garis}{simbol}{panah}{label}</svg>"
    )


def main(folder: Path) -> None:
    """Set all sheets of a folder."""
    from weasyprint import HTML  # type: ignore[import-not-found,unused-ignore]

    lama = []
    for satu in sorted(folder.glob("*.html")):
        mulai = time.process_time()
        HTML(filename=satu).write_pdf(
            satu.with_suffix(".pdf"), pdf_variant="pdf/a-2u", pdf_tags=True
        )
        lama.append(time.process_time() - mulai)
    print(sum(lama[1:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

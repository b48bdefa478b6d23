"""Reads the text dumps in `tests/seeds/` without looking at the YAML files made from them.

The dumps are what was left of five real documents: tab-separated tables, some HTML lists, and no drawn
symbols. Text comes back as written, white space collapsed, without tags and without list numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"

_IDENTITAS = {
    "nomor sop": "nomor",
    "tgl pembuatan": "tanggal_pembuatan",
    "tgl. pembuatan": "tanggal_pembuatan",
    "tanggal pembuatan": "tanggal_pembuatan",
    "tgl revisi": "tanggal_revisi",
    "tgl. revisi": "tanggal_revisi",
    "tanggal revisi": "tanggal_revisi",
    "tgl efektif": "tanggal_efektif",
    "tanggal efektif": "tanggal_efektif",
    "tanggal pengesahan": "tanggal_pengesahan",
    "disahkan oleh": "disahkan_oleh",
    "ditetapkan oleh": "disahkan_oleh",
    "nama sop": "nama",
    "judul sop": "nama",
}
_DAFTAR = {
    "dasar_hukum": r"dasar hukum",
    "kualifikasi_pelaksana": r"kualifikasi pelaksana",
    "keterkaitan": r"keterkaitan",
    "peralatan": r"peralatan\s*/?\s*perlengkapan",
    "peringatan": r"peringatan",
    "pencatatan": r"pencatatan dan pendataan",
}
_LEMBAR_KERJA = {
    "1. Judul SOP": "judul_sop",
    "2. Jenis Kegiatan": "jenis_kegiatan",
    "a. Produk": "produk",
    "b. Kegiatan": "kegiatan",
    "4. Scope (Ruang Lingkup)": "ruang_lingkup",
    "Judul Kegiatan": "judul_kegiatan",
    "Langkah Awal": "langkah_awal",
    "Langkah Utama": "langkah_utama",
    "Langkah Akhir": "langkah_akhir",
}
_AWAL_BUTIR = {
    "way-kanan": (
        "Peraturan menteri dalam Negeri Nomor 86",
        "Peraturan Bupati Way Kanan Nomor 20",
        "SOP Pengumpulan",
        "SOP Monitoring",
        "Jaringan",
        "Alat",
        "Printer",
    ),
    "banggai": ("Setiap tahap",),
}
"""Where an item begins whose number or mark the dump has lost; found by reading."""


@dataclass(frozen=True)
class Baris:
    """One step of a table."""

    nomor: int
    kegiatan: str
    mutu_baku: dict[str, str]
    """kelengkapan, waktu, output, keterangan; empty cells left out."""
    teks_lane: dict[int, str]
    """Words that stand in a lane's cell, by the lane's position."""


@dataclass(frozen=True)
class Tabel:
    """A table of steps with its heading."""

    judul: str
    satuan_waktu: str
    pelaksana: list[str]
    langkah: list[Baris]


def polos(text: str) -> str:
    """Take tags and Markdown marks away and collapse white space."""
    return " ".join(re.sub(r"<[^>]*>|\*\*|^#+ ", " ", text).split())


class Seed:
    """One dump, by the name of its office."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
        self.rows = [line.split("\t") for line in self.text.splitlines()]
        self.headings = [
            i for i, row in enumerate(self.rows) if {"PELAKSANA", "MUTU BAKU"} <= _upper(row)
        ]
        self.front = self.rows[: self.headings[0]]

    def words(self) -> list[str]:
        """Every word and number of the dump; item numbers glued to a word are set free."""
        text = re.sub(r"(?<=[^\s\d])(\d\.) (?=[A-Z])", r" \1 ", re.sub(r"<[^>]*>", " ", self.text))
        return re.findall(r"\w+", text.casefold())

    def istilah(self) -> dict[str, str]:
        """What the form calls each of its fields, in lower case; of two tables the first counts."""
        found = {}
        for cell in (cell for row in self.front for cell in row):
            if field := _IDENTITAS.get(_label(cell)) or _list_heading(cell)[0]:
                found[field] = _label(re.split(r":|<[op]", cell.replace("<b>", ""))[0])
            if _LEMBAR_KERJA.get(cell) == "ruang_lingkup":
                found["ruang_lingkup"] = _label(cell.removeprefix("4. "))
        for cell in map(_label, self.rows[self.headings[0]]):
            if cell in {"kegiatan", "uraian prosedur"}:
                found["kegiatan"] = cell
            elif cell.startswith("ket"):
                found["keterangan"] = cell
        return found

    def lines(self) -> list[str]:
        """Lines of one cell each before the first table row: head and cover."""
        first = next(i for i, row in enumerate(self.rows) if len(row) > 1)
        return [polos(row[0]) for row in self.rows[:first] if polos(row[0])]

    def left_cells(self) -> list[str]:
        """Head lines that stand to the left of the identity block."""
        left = [polos(r[0]) for r in self.front if len(r) > 2 and _label(r[1]) in _IDENTITAS]
        return [cell for cell in left if cell]

    def identitas(self) -> dict[str, str | dict[str, str]]:
        """The filled fields of the identity block."""
        found: dict[str, str | dict[str, str]] = {}
        for row in self.front:
            for label, value in pairwise(row):
                key = _IDENTITAS.get(_label(label))
                if key == "disahkan_oleh":
                    found[key] = _pejabat(value)
                elif key and polos(value):
                    found[key] = polos(value)
        return found

    def daftar(self) -> dict[str, list[str]]:
        """The lists under the identity block; empty ones left out."""
        found = {key: self._items(cell) for key, cell, _ in self._list_cells()}
        return {key: items for key, items in found.items() if items}

    def sisa_judul(self) -> list[str]:
        """Words that stand in the heading cell of a list, behind the heading."""
        return [rest for _, _, rest in self._list_cells() if rest]

    def tabel(self) -> list[Tabel]:
        """The tables of steps."""
        ends = [*self.headings[1:], len(self.rows)]
        return [self._tabel(a, b) for a, b in zip(self.headings, ends, strict=True)]

    def lembar_kerja(self) -> dict[str, object]:
        """The worksheet; rows without a label are main steps."""
        part, label = "", ""
        found: dict[str, dict[str, list[str]]] = {"A": {}, "B": {}, "C": {}}
        for row in self.front:
            if row[0].startswith("### "):
                part, label = row[0][4], ""
            elif part and len(row) == 2:
                label = _LEMBAR_KERJA.get(row[0], "langkah_utama" if not row[0] else "")
                text = re.sub(r"^\d+\. ", "", row[1])
                if label and text:
                    found[part].setdefault(label, []).append(text)
        jawab = {key: found["A"].pop(key)[0] for key in ("produk", "kegiatan")}
        flat = {key: texts[0] for key, texts in (found["A"] | found["B"]).items()}
        return {**flat, "penanggung_jawab": jawab, "identifikasi_langkah": found["C"]}

    def tanda_tangan(self) -> dict[str, str]:
        """The signature block between the two tables of one dump."""
        rows = self.rows[self.headings[0] : self.headings[1]]
        lines = [polos(row[0]) for row in rows if len(row) == 1 and polos(row[0])]
        tempat, tanggal, jabatan, kabupaten, nama, nip, _judul = lines
        return {
            "tempat": tempat.rstrip(","),
            "tanggal": tanggal,
            "jabatan": f"{jabatan} {kabupaten}",
            "nama": nama,
            "nip": nip.removeprefix("NIP. "),
        }

    def _list_cells(self) -> list[tuple[str, str, str]]:
        """(field, raw content, words behind the heading that are no content) of each list."""
        found = []
        for i, row in enumerate(self.front):
            for j, cell in enumerate(row):
                key, rest = _list_heading(cell)
                if not key:
                    continue
                if "<" in rest:
                    found.append((key, rest, ""))
                else:
                    below = self.front[i + 1][j] if len(self.front[i + 1]) > j else ""
                    found.append((key, "" if _list_heading(below)[0] else below, rest))
        return found

    def _items(self, cell: str) -> list[str]:
        """Split a list into its items, by tags, by running numbers, or where reading says so."""
        if "<li>" in cell:
            parts = [polos(part) for part in cell.split("<li>")]
            return [re.sub(r"^\d+\. ", "", part) for part in parts if part]
        parts = _numbered(polos(cell))
        for awal in _AWAL_BUTIR.get(self.name, ()):
            parts = [p for part in parts for p in re.split(rf" (?={re.escape(awal)})", part)]
        return [part for part in parts if part]

    def _tabel(self, start: int, end: int) -> Tabel:
        rows = self.rows[start:end]
        first = next(i for i, row in enumerate(rows) if re.match(r"1\b", row[0]))
        heads = [polos(cell) for row in rows[1:first] for cell in row]
        other = re.compile(r"$|--|(no$|kelengkapan|waktu|output)", re.IGNORECASE)
        lanes = [head for head in heads if not other.match(head)]
        unit = re.search(r"\((\w+)\)", " ".join(heads))
        tail = ["kelengkapan", "waktu", "output", "keterangan"]
        if "OUTPUT" in _upper(rows[first - 2]):  # this table has lost its last column
            tail.pop()
        above = next(polos(r[0]) for r in reversed(self.rows[:start]) if polos(r[0]))
        return Tabel(
            judul=above if above.startswith("SOP ") else "",
            satuan_waktu=unit[1].lower() if unit else "",
            pelaksana=lanes,
            langkah=[_baris(row, tail) for row in rows if re.match(r"\d", row[0]) and len(row) > 1],
        )


def _upper(row: list[str]) -> set[str]:
    return {polos(cell).upper() for cell in row}


def _label(cell: str) -> str:
    return polos(cell).rstrip(" :").casefold()


def _list_heading(cell: str) -> tuple[str, str]:
    """Return the field that a cell is the heading of, and what follows the heading."""
    bare = re.sub(r"</?b>", "", cell).strip()
    for key, pattern in _DAFTAR.items():
        match = re.match(rf"{pattern}(:|\s*$|\s*(?=<))\s*", bare, re.IGNORECASE)
        if match:
            return key, bare[match.end() :]
    return "", ""


def _numbered(text: str) -> list[str]:
    """Split "1. a 2. b" (also "1 a 2 b", "1. a2. b") at the running numbers."""
    dot = r"\." if text.startswith("1. ") else ""
    if not re.match(rf"1{dot} ", text):
        return [text]
    items, n = [], 1
    while match := re.match(rf"\s*{n}{dot} (.*?)(?=\s*(?<!\d){n + 1}{dot} |$)", text):
        items.append(match[1])
        text, n = text[match.end() :], n + 1
    return items


def _pejabat(cell: str) -> dict[str, str]:
    """Split an official's cell: the name stands in bold, after two spaces, or after a comma."""
    who, _, nip = cell.strip().partition("NIP. ")
    jabatan, nama = re.split(r"<[bu]>|  +|, ", who, maxsplit=1)
    parts = {"jabatan": jabatan, "nama": polos(nama).strip("()"), "nip": nip}
    return {key: polos(text) for key, text in parts.items() if polos(text)}


def _baris(row: list[str], tail: list[str]) -> Baris:
    match = re.match(r"(\d+)\.?\s*(.*)", row[0])
    assert match, row
    kegiatan, cells = (match[2], row[1:]) if match[2] else (row[1], row[2:])
    lanes, mutu = cells[: -len(tail)], cells[-len(tail) :]
    return Baris(
        nomor=int(match[1]),
        kegiatan=polos(kegiatan),
        mutu_baku={k: polos(c) for k, c in zip(tail, mutu, strict=True) if polos(c)},
        teks_lane={i: polos(c) for i, c in enumerate(lanes) if polos(c)},
    )

"""Writes the 200 made-up SOPs of `topik.py` as a handbook. The same code gives the same files."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from benchmarks.search.topik import TOPIK
from buku_sop.analysis.kata.slug import slug

KHAS = 3
"""Number of the step that an SOP shares with no other."""
_PERAN = {"kepala": "Kepala Kantor", "sekretaris": "Sekretaris", "staf": "Staf"}
_SEBELUM = ("Menerima dan mencatat {a}", "Memeriksa kelengkapan {a}")
_SESUDAH = (
    "Menyusun konsep {b}",
    "Mengoreksi konsep {b}",
    "Memaraf {b}",
    "Menyampaikan hasilnya kepada pemohon",
    "Menyimpan {a} dan {b}",
)
_WAKTU = ("10 menit", "30 menit", "1 jam", "1 hari", "2 hari kerja")


@dataclass(frozen=True, slots=True)
class Rekaan:
    """A made-up SOP."""

    kantor: str
    nama: str
    nomor: str
    peran: str
    dokumen: tuple[str, str]
    khas: str
    """The step that is its own."""
    output: str
    """What that step makes."""

    @property
    def id(self) -> str:
        """Id in the handbook."""
        return f"{slug(self.kantor)}/{slug(self.nama)}"


@cache
def semua() -> dict[str, Rekaan]:
    """Read the list: name -> SOP. Raises ValueError when a line has not the form that `topik` says."""
    hasil: dict[str, Rekaan] = {}
    kantor = peran = ""
    dokumen = ("", "")
    for baris in filter(None, TOPIK.splitlines()):
        if baris.startswith("= "):
            kantor = baris[2:]
        elif baris.startswith("@ "):
            peran, daftar = baris[2:].split(" | ")
            a, b = daftar.split("; ")
            dokumen = (a, b)
        else:
            nama, khas, output = baris.split(" > ")
            kode = "".join(k[0] for k in kantor.split())
            nomor = f"{len(hasil) + 101}/{kode}-{kantor.split()[-1].upper()}/2026"
            hasil[nama] = Rekaan(kantor, nama, nomor, peran, dokumen, khas, output)
    return hasil


def write_corpus(folder: Path) -> None:
    """Write all of them into `folder`, the `sop_data` of a handbook."""
    acak = random.Random(2026)
    for sop in semua().values():
        kantor = folder / slug(sop.kantor)
        if not kantor.exists():
            kantor.mkdir(parents=True)
            _write(kantor / "instansi.yml", {"nama": sop.kantor})
        _write(folder / f"{sop.id}.yml", _isi(sop, acak))


def _isi(sop: Rekaan, acak: random.Random) -> dict[str, object]:
    a, b = sop.dokumen
    sesudah = acak.sample(_SESUDAH, 4)
    kegiatan = [*_SEBELUM, sop.khas, *sorted(sesudah, key=_SESUDAH.index)]
    langkah = [
        {
            "kegiatan": k if k == sop.khas else k.format(a=a, b=b),
            "pelaksana": "khusus" if k == sop.khas else acak.choice([*_PERAN, "khusus"]),
            "kelengkapan": [a.capitalize()],
            "waktu": acak.choice(_WAKTU),
            "output": sop.output if k == sop.khas else b.capitalize(),
        }
        for k in kegiatan
    ]
    return {
        "nama": sop.nama,
        "nomor": sop.nomor,
        "status": "berlaku",
        "dasar_hukum": [f"Peraturan {sop.kantor} Nomor 1 Tahun 2026 tentang Tata Kerja"],
        "peralatan": ["Komputer", "Printer"],
        "pelaksana": {**_PERAN, "khusus": sop.peran},
        "langkah": langkah,
    }


def _write(path: Path, data: dict[str, object]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")

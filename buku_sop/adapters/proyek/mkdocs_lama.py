"""Settings of a clone of 0.1.0, as settings of the plugin: what an office changed stays, what was ours goes.

The clone's `mkdocs.yml` said all that a site needs; an office changed lines among these. Whatever still says what 0.1.0
said is left out, since the plugin says it. Lines that stay keep their text and comments. What comes out is read again
and compared with what it must mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SETELAN = ("pdf", "simpanan", "kontak", "forge", "tampilkan_penulis", "edit_uri")
"""Keys of `extra` that are settings of the plugin now."""
_TETAP = ("site_name", "site_url", "repo_url", "strict")
"""Keys that a project has in any case."""
_RILIS = Path(__file__).resolve().parent / "rilis"
Bagian = tuple[str, yaml.Node, list[str]]
"""A part of a mapping or list: its name, its value, and its lines with the comments before it."""


class TakDapatDipindah(Exception):
    """The settings cannot be moved; its text says why."""


def berasal_dari_klon(teks: str) -> bool:
    """Whether settings are those of a clone: its hook is named."""
    return "buku_sop/adapters/situs/hook.py" in teks


def pindahkan(teks: str) -> str:
    """Return the same settings for the plugin. Raises TakDapatDipindah where that is not sure."""
    lama = (_RILIS / "klon-0.1.0-mkdocs.yml").read_text(encoding="utf-8")
    try:
        return _Pemindah(teks.replace("\r\n", "\n"), lama).hasil()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise TakDapatDipindah(
            "mkdocs.yml ditulis dengan cara yang tidak dapat dipindahkan sendiri"
        ) from error


def nilai(simpul: yaml.Node) -> Any:
    """Return what a node says, with its tag where that is not plain text."""
    if isinstance(simpul, yaml.MappingNode):
        return {nilai(k): nilai(v) for k, v in simpul.value}
    isi = (
        [nilai(v) for v in simpul.value] if isinstance(simpul, yaml.SequenceNode) else simpul.value
    )
    polos = simpul.tag in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq")
    return isi if polos else (simpul.tag, isi)


class _Pemindah:
    """The lines of the settings, and which of them stay."""

    def __init__(self, teks: str, lama: str) -> None:
        self.baris = teks.split("\n")
        self.akar = _akar(teks)
        self.dahulu: dict[str, yaml.Node] = {k.value: v for k, v in _akar(lama).value}
        self.catatan_lama = {b.strip() for b in lama.split("\n") if b.strip().startswith("#")}
        self.setelan: list[Bagian] = []
        self.sasaran: dict[str, Any] = {}

    def hasil(self) -> str:
        """Return the new text. Raises ValueError where it would not mean what it must."""
        puncak = list(self._bagi(self.akar, 0, len(self.baris)))
        for kunci, simpul, baris in puncak:
            if kunci == "extra":
                self.setelan = [
                    b
                    for b in self._dalam(simpul, baris)
                    if b[0] in SETELAN and not self._sama(b, kunci)
                ]
        keluar = [b for bagian in puncak for b in self._puncak(*bagian)]
        if "plugins" not in self.sasaran:
            keluar += self._pengaya([], "  ")
        teks = "\n".join(_rapat(keluar)).strip("\n") + "\n"
        if nilai(_akar(teks)) != self.sasaran:
            raise ValueError(teks)
        return teks

    def _puncak(self, kunci: str, simpul: yaml.Node, baris: list[str]) -> list[str]:
        if kunci == "plugins":
            kepala, isi = _kepala(baris), list(self._dalam(simpul, baris))
            tinggal = [b for b in isi if not self._sama(b, kunci)]
            sisa = [c for b in isi if b not in tinggal for c in self._catatan(b[2])]
            jarak = " " * (simpul.value[0].start_mark.column - 2) if simpul.value else "  "
            return [*self._milik(kepala[:-1]), *self._pengaya(tinggal, jarak), *sisa]
        lama = self.dahulu.get(kunci)
        if lama is None or kunci in _TETAP:
            self.sasaran[kunci] = nilai(simpul)
            return self._milik(baris)
        if nilai(simpul) == nilai(lama) and kunci != "theme":
            return self._catatan(baris)
        if type(lama) is not type(simpul) or isinstance(simpul, yaml.ScalarNode):
            self.sasaran[kunci] = nilai(simpul)
            return self._milik(baris)
        if isinstance(simpul, yaml.SequenceNode) and simpul.flow_style:
            return self._sebaris(kunci, simpul, baris)
        return self._sebagian(kunci, simpul, baris)

    def _sebaris(self, kunci: str, simpul: yaml.SequenceNode, baris: list[str]) -> list[str]:
        """Keep of a list in brackets what 0.1.0 did not say."""
        dahulu = nilai(self.dahulu[kunci])
        isi = [v for v in nilai(simpul) if v not in dahulu]
        if not all(isinstance(v, str) for v in isi) or len(_kepala(baris)) < len(baris):
            raise ValueError
        if not isi:
            return self._catatan(baris)
        self.sasaran[kunci] = isi
        return [*self._milik(baris[:-1]), f"{kunci}: {json.dumps(isi, ensure_ascii=False)}"]

    def _sebagian(self, kunci: str, simpul: yaml.Node, baris: list[str]) -> list[str]:
        """Keep the parts of a key that 0.1.0 did not say, and the name of the theme."""
        isi = list(self._dalam(simpul, baris))
        pindah = SETELAN if kunci == "extra" else ()
        tinggal = [
            b for b in isi
            if b[0] not in pindah and (not self._sama(b, kunci) or _tetap(kunci, b[0]))
        ]  # fmt: skip
        keluar = self._milik(_kepala(baris)) if tinggal else self._catatan(_kepala(baris))
        for bagian in isi:
            if bagian in tinggal:
                keluar += self._milik(bagian[2])
            elif bagian not in self.setelan:
                keluar += self._catatan(bagian[2])
        if isinstance(simpul, yaml.MappingNode) and tinggal:
            self.sasaran[kunci] = {n: nilai(v) for n, v, _ in tinggal}
        elif tinggal:
            self.sasaran[kunci] = [nilai(v) for _, v, _ in tinggal]
        return keluar

    def _pengaya(self, tinggal: list[Bagian], jarak: str) -> list[str]:
        """Write `plugins`: the search, ours with its settings, and the office's own."""
        keluar, semua = ["plugins:"], list[Any]()
        if not any(n == "search" for n, _, _ in tinggal):
            keluar.append(f"{jarak}- search")
            semua.append("search")
        keluar.append(f"{jarak}- buku-sop" + (":" if self.setelan else ""))
        for _, _, baris in self.setelan:
            keluar += _geser(self._milik(baris), len(jarak) + 4)
        isi = {n: nilai(v) for n, v, _ in self.setelan}
        semua.append({"buku-sop": isi} if isi else "buku-sop")
        keluar += [b for _, _, baris in tinggal for b in self._milik(baris)]
        self.sasaran["plugins"] = [*semua, *(nilai(v) for _, v, _ in tinggal)]
        return [*keluar, ""]

    def _sama(self, bagian: Bagian, kunci: str) -> bool:
        """Whether a part of a key says what 0.1.0 said."""
        lama = self.dahulu[kunci]
        if isinstance(lama, yaml.MappingNode):
            dahulu = {k.value: v for k, v in lama.value}
            return bagian[0] in dahulu and nilai(bagian[1]) == nilai(dahulu[bagian[0]])
        return nilai(bagian[1]) in [nilai(v) for v in lama.value]

    def _dalam(self, simpul: yaml.Node, baris: list[str]) -> Iterator[Bagian]:
        """Part the value of a key, which must stand on lines of its own."""
        if not isinstance(simpul, yaml.CollectionNode) or not simpul.value:
            return
        pertama = self._naik(simpul.start_mark.line, 0)
        akhir = pertama + len(baris) - len(_kepala(baris))
        yield from self._bagi(simpul, pertama, akhir)

    def _bagi(self, simpul: yaml.CollectionNode, awal: int, akhir: int) -> Iterator[Bagian]:
        """Part a mapping or list into its parts with the comments before each. Raises ValueError for a flow style."""
        if isinstance(simpul, yaml.MappingNode):
            isi = [(k.value, v, k.start_mark.line) for k, v in simpul.value]
        else:
            isi = [(_nama(v), v, v.start_mark.line) for v in simpul.value]
        if simpul.flow_style or len({n for _, _, n in isi}) != len(isi):
            raise ValueError
        mulai = [self._naik(n, awal) for _, _, n in isi]
        mulai[0] = min(mulai[0], awal)
        for (nama, satu, _), dari, ke in zip(isi, mulai, [*mulai[1:], akhir], strict=True):
            yield nama, satu, self.baris[dari:ke]

    def _naik(self, nomor: int, awal: int) -> int:
        """Return the line where the comments before a line begin."""
        while nomor > awal and self.baris[nomor - 1].strip()[:1] in ("", "#"):
            nomor -= 1
        return nomor

    def _catatan(self, baris: list[str]) -> list[str]:
        """Keep of what goes the office's own comments."""
        return [
            b.strip()
            for b in baris
            if b.strip().startswith("#") and b.strip() not in self.catatan_lama
        ]

    def _milik(self, baris: list[str]) -> list[str]:
        """Keep of what stays all but our old comments."""
        return [b for b in baris if b.strip() not in self.catatan_lama]


def _tetap(kunci: str, nama: str) -> bool:
    """Whether a part of a key stays though 0.1.0 said the same: of the navigation only our guides go."""
    return (kunci, nama) == ("theme", "name") or (kunci == "nav" and nama != "Panduan")


def _akar(teks: str) -> yaml.MappingNode:
    simpul = yaml.compose(teks, Loader=yaml.SafeLoader)
    if not isinstance(simpul, yaml.MappingNode) or simpul.flow_style:
        raise ValueError
    return simpul


def _nama(simpul: yaml.Node) -> str:
    """Name a part of a list: a plugin or extension by its key."""
    if isinstance(simpul, yaml.MappingNode) and len(simpul.value) == 1:
        return str(simpul.value[0][0].value)
    return str(simpul.value)


def _kepala(baris: list[str]) -> list[str]:
    """Return the lines of a key up to its own."""
    n = next(i for i, b in enumerate(baris) if b.strip()[:1] not in ("", "#"))
    return baris[: n + 1]


def _geser(baris: list[str], jarak: int) -> list[str]:
    """Move lines so that the first that is no comment begins at a column."""
    kini = next(len(b) - len(b.lstrip()) for b in baris if b.strip()[:1] not in ("", "#"))
    return [
        " " * (jarak - kini) + b if jarak >= kini else b[kini - jarak :] for b in baris if b.strip()
    ]


def _rapat(baris: list[str]) -> Iterator[str]:
    """Leave out empty lines after empty ones."""
    sebelum = "-"
    for satu in baris:
        if satu.strip() or sebelum.strip():
            yield satu
        sebelum = satu

"""Lays out a file in the canonical form, for ruamel.yaml to write.

What is decided here: the order of the keys, which texts stand on a line of their own and where they break,
where blank lines stand, and where each comment goes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any, cast

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)
from ruamel.yaml.tokens import CommentToken

from buku_sop.loading.document import (
    DokumenLangkah,
    DokumenProsedur,
    berbaris_di,
    form_di,
    kunci_bebas_di,
)
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.text import Node
from buku_sop.loading.yaml_comments import Entri, Komentar
from buku_sop.model.bidang import BIDANG_SOP, Kelompok
from buku_sop.model.teks import rapikan_baris

LEBAR = 100
"""Columns of a line."""
LEBAR_KEMBALI = 80
"""A text that stands below its key returns to the key's line only when that gets no wider than this and
needs no quotes, so that words that come and go near the limit do not move it up and down."""
KELOMPOK = {b.nama: b.kelompok for b in BIDANG_SOP.values()}
"""Parts of an SOP file: a blank line stands before each."""


_BLOK = (FoldedScalarString, LiteralScalarString)
"""Texts that stand on lines of their own below their key."""


class _TanpaJenis(BaseResolver):
    """Resolves nothing: to the loader every scalar is text, so `010` and `ya` need no quotes."""

    def __init__(self, version: object = None, loader: object = None) -> None:
        super().__init__(loader)

    @property
    def processing_version(self) -> None:
        return None


class _Kosong(str):
    """A key or item without a value."""

    __slots__ = ()


def penulis_yaml() -> YAML:
    """Return what writes the canonical form; it breaks no line by itself."""
    y = YAML()
    y.Resolver = _TanpaJenis
    y.width = 1_000_000  # texts are broken here and not by the library
    y.indent(mapping=2, sequence=4, offset=2)
    y.representer.add_representer(
        _Kosong, lambda r, _: r.represent_scalar("tag:yaml.org,2002:str", "")
    )
    return y


def _lebar_isi(isi: CommentedMap | CommentedSeq) -> int:
    """Measure a mapping or a list as it is written on one line."""
    keluaran = io.StringIO()
    penulis_yaml().dump(CommentedMap(x=isi), keluaran)
    return len(keluaran.getvalue().rstrip("\n")) - len("x: ")


@cache
def _lebar_tertulis(teks: str) -> int:
    """Measure a text as it is written on one line, with the quotes that it needs."""
    keluaran = io.StringIO()
    penulis_yaml().dump(CommentedMap(x=teks), keluaran)
    return len(keluaran.getvalue().rstrip("\n")) - len("x: ")


_INTI = re.compile(
    r"[-+]?(?:[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.inf)"
    r"|\.nan|true|false|null|~",
    re.IGNORECASE,
)
"""What YAML 1.2 (core schema) takes for a number, a truth value or nothing."""
_TEKS = "tag:yaml.org,2002:str"
_YAML_1_1 = yaml.resolver.Resolver


def bukan_teks(teks: str) -> bool:
    """Whether another reader of YAML, 1.1 or 1.2, would take this for a number, a date, a truth value or nothing."""
    if _INTI.fullmatch(teks):
        return True
    jenis = _YAML_1_1().resolve(yaml.ScalarNode, teks, (True, False))  # type: ignore[no-untyped-call]
    return str(jenis) != _TEKS


def _teks(teks: str) -> str:
    """Quote what the loader would otherwise take for no value; all other quotes ruamel.yaml sets."""
    return SingleQuotedScalarString(teks) if teks in ("", "~", "null") else teks


def _muat(teks: str, mulai: int) -> bool:
    """Tell whether a text fits on its key's line; it is measured only where quotes could decide."""
    if mulai + len(teks) + 2 + teks.count("'") <= LEBAR:
        return True
    return mulai + len(teks) <= LEBAR and mulai + _lebar_tertulis(teks) <= LEBAR


def _muat_kembali(teks: str, mulai: int) -> bool:
    return mulai + len(teks) <= LEBAR_KEMBALI and _lebar_tertulis(teks) == len(teks)


@dataclass(slots=True)
class _Tempat:
    """Where an entry is written: its container there, its key or index, and its column."""

    wadah: CommentedMap | CommentedSeq
    kunci: str | int
    kolom: int
    kosong: bool = False
    """Whether a blank line has to stand before it."""


@dataclass(slots=True)
class Penulis:
    """Builds what ruamel.yaml writes, and remembers for each entry where it came from."""

    baris: list[str]
    """The lines of the source."""
    semua: list[tuple[Entri, _Tempat]] = field(default_factory=list)
    """Every entry, in the order in which it is written."""
    sudah: set[int] = field(default_factory=set)
    berbaris: bool = False
    """Whether the line breaks of the field at hand are content."""
    sebaris: list[tuple[CommentedMap | CommentedSeq, int, int]] = field(default_factory=list)
    """What stands on one line, each with its range in `semua`: none of it may have a comment."""

    def bangun(
        self,
        node: Node,
        form: type[Bentuk] | None,
        kolom: int,
        induk: Entri | None,
        *,
        sop: bool,
        butir: type[Bentuk] | None = None,
    ) -> CommentedMap:
        """Build a mapping whose keys stand at a column. `sop`: its parts are set apart.

        `butir` is the form of the values below keys that are free.
        """
        assert isinstance(node.value, dict)
        luar, awal = self.berbaris, len(self.semua)
        peta, kelompok = CommentedMap(), Kelompok.KEPALA
        for kunci in _urut(node.value, form):
            nilai = node.value[kunci]
            baris, kolom_asal = node.keys[kunci]
            entri = Entri(baris, kolom_asal - 1, induk)
            ke = KELOMPOK.get(kunci, kelompok) if sop else kelompok
            self._catat(entri, _Tempat(peta, kunci, kolom, bool(peta) and ke != kelompok), nilai)
            kelompok = ke
            isi: Any
            dalam = butir or form_di(form, kunci)
            dikenal = form is not None and kunci in form.model_fields
            self.berbaris = berbaris_di(form, kunci) if dikenal else luar
            if isinstance(nilai.value, dict) and kunci_bebas_di(form, kunci):
                isi = self.bangun(nilai, None, kolom + 2, entri, sop=False, butir=dalam)
            else:
                isi = self._nilai(nilai, dalam, kolom + 2, entri, kolom + len(kunci) + 2)
            peta[_teks(kunci)] = isi
            if form is not None and form.sebaris and isinstance(isi, CommentedSeq):
                self._sebariskan(isi, kolom + len(kunci) + 2, awal)
        if form is not None and form.sebaris:
            self._sebariskan(peta, kolom, awal)
        return peta

    def _sebariskan(self, isi: CommentedMap | CommentedSeq, kolom: int, awal: int) -> None:
        """Put words, or lists of words that do so, on one line where they fit from a column on."""
        nilai = isi.values() if isinstance(isi, CommentedMap) else isi
        if not all(
            (isinstance(v, str) and not isinstance(v, (*_BLOK, _Kosong)))
            or (isinstance(v, CommentedSeq) and v.fa.flow_style())
            for v in nilai
        ):
            return
        isi.fa.set_flow_style()
        if kolom + _lebar_isi(isi) > LEBAR:
            isi.fa.set_block_style()
        else:
            self.sebaris.append((isi, awal, len(self.semua)))

    def _daftar(
        self, node: Node, form: type[Bentuk] | None, kolom: int, induk: Entri
    ) -> CommentedSeq:
        assert isinstance(node.value, list)
        daftar = CommentedSeq()
        terpisah = (
            form is not None
            and issubclass(form, (DokumenLangkah, DokumenProsedur))
            and any(isinstance(nilai.value, dict) for nilai in node.value)
        )
        berbaris = self.berbaris
        for n, nilai in enumerate(node.value):
            self.berbaris = berbaris
            entri = Entri(nilai.line, self._kolom_butir(nilai), induk)
            self._catat(entri, _Tempat(daftar, n, kolom, terpisah and n > 0), nilai)
            daftar.append(self._nilai(nilai, form, kolom + 2, entri, kolom + 2))
        return daftar

    def _nilai(
        self, node: Node, form: type[Bentuk] | None, kolom: int, entri: Entri, mulai: int
    ) -> Any:
        """Build a value whose lines of its own stand at `kolom`; on its key's line it begins at `mulai`."""
        if isinstance(node.value, dict):
            return self.bangun(node, form, kolom, entri, sop=False)
        if isinstance(node.value, list):
            return self._daftar(node, form, kolom, entri)
        if node.value is None:
            return _Kosong()
        if self.berbaris and "\n" in (baris := rapikan_baris(node.value)):
            return LiteralScalarString(f"{baris}\n")
        return self._skalar(node, " ".join(node.value.split()), kolom, mulai)

    def _skalar(self, node: Node, teks: str, kolom: int, mulai: int) -> str:
        potongan = self._potongan(node, teks)
        if kutip := self._kutip(node, teks):
            return cast(str, kutip(teks))
        if _muat_kembali(teks, mulai) if potongan else _muat(teks, mulai):
            return _teks(teks)
        lipat = FoldedScalarString(teks)
        letak = 0
        lipat.fold_pos = []
        for isi in _lipat(potongan or [teks], LEBAR - kolom)[:-1]:
            letak += len(isi) + 1
            lipat.fold_pos.append(letak - 1)
        return cast(str, lipat)

    def _kutip(
        self, node: Node, teks: str
    ) -> type[SingleQuotedScalarString | DoubleQuotedScalarString] | None:
        """Return the quotes that the author set where other readers of YAML would take the text for no text."""
        awal = self.baris[node.line - 1][node.column - 1 : node.column]
        if awal not in {"'", '"'} or not bukan_teks(teks):
            return None
        return SingleQuotedScalarString if awal == "'" else DoubleQuotedScalarString

    def _potongan(self, node: Node, teks: str) -> list[str]:
        """Return the lines of a folded block as its author broke them; none for any other text."""
        baris = self.baris[node.line - 1][node.column - 1 :]
        hasil: list[str] = []
        if not baris.startswith(">"):
            return hasil
        for isi in self.baris[node.line :]:
            if " ".join(hasil) == teks:
                return hasil
            hasil += [rapi] if (rapi := " ".join(isi.split())) else []
        return hasil if " ".join(hasil) == teks else []

    def _kolom_butir(self, node: Node) -> int:
        depan = self.baris[node.line - 1][: node.column - 1]
        return depan.rindex("-") if depan.rstrip().endswith("-") else node.column - 1

    def _catat(self, entri: Entri, tempat: _Tempat, nilai: Node) -> None:
        """Remember an entry; what an alias repeats has no comments of its own."""
        if id(nilai) not in self.sudah:
            self.sudah.add(id(nilai))
            self.semua.append((entri, tempat))

    def _naikkan(self) -> None:
        """Lift what would stand between the dash of an item and its first key above the dash."""
        for (butir, tempat), (kunci, di) in pairwise(self.semua):
            if kunci.induk is butir and isinstance(tempat.kunci, int):
                butir.di_atas += kunci.di_atas
                kunci.di_atas = []
                if not _sebaris(di, kunci):
                    butir.di_atas += kunci.di_kanan
                    kunci.di_kanan = []

    def tulis(self, pohon: CommentedMap) -> str:
        """Write the tree, with the comments that were hung on its entries."""
        self._naikkan()
        for isi, awal, akhir in self.sebaris:
            if any(e.di_atas or e.di_kanan or e.di_bawah for e, _ in self.semua[awal:akhir]):
                isi.fa.set_block_style()
        tunggu: list[tuple[Entri, _Tempat]] = []
        for entri, tempat in self.semua:
            dari_atas = list(_selesai(tunggu, entri.induk))
            _pasang(entri, tempat, dari_atas)
            tunggu.append((entri, tempat))
        keluaran = io.StringIO()
        penulis_yaml().dump(pohon, keluaran)
        for tanda in _selesai(tunggu, None):
            keluaran.write(" " * tanda.start_mark.column + tanda.value)
        return "".join(f"{b.rstrip()}\n" for b in keluaran.getvalue().splitlines())


def _selesai(tunggu: list[tuple[Entri, _Tempat]], sampai: Entri | None) -> Iterator[CommentToken]:
    """Close the open entries up to one, and yield the comments that stand below them.

    One that stood further right than its entry does so again, but never where a folded text would take it
    for one of its lines.
    """
    while tunggu and tunggu[-1][0] is not sampai:
        entri, tempat = tunggu.pop()
        lipat = isinstance(tempat.wadah[tempat.kunci], _BLOK)
        for k in entri.di_bawah:
            menjorok = (1 if lipat else 2) if k.kolom > entri.kolom else 0
            yield from _tanda([k], tempat.kolom + menjorok, akhir=True)


def _pasang(entri: Entri, tempat: _Tempat, dari_atas: list[CommentToken]) -> None:
    """Hand an entry's comments to ruamel.yaml."""
    kanan, atas = entri.di_kanan, entri.di_atas
    if not _sebaris(tempat, entri):
        atas, kanan = [*atas, *kanan], []
    tanda = [*dari_atas, *_tanda(atas, tempat.kolom, kosong=tempat.kosong)]
    if tanda or kanan:
        akhir = CommentToken(f"{kanan[0].teks}\n", CommentMark(0), None) if kanan else None
        isi: list[Any] = [None, tanda or None, None, None]
        isi[0 if isinstance(tempat.kunci, int) else 2] = akhir
        tempat.wadah.ca.items[tempat.kunci] = isi


def _sebaris(tempat: _Tempat, entri: Entri) -> bool:
    """Tell whether what stands to the right of an entry can stay there."""
    nilai = tempat.wadah[tempat.kunci]
    wadah = isinstance(nilai, (CommentedMap, CommentedSeq))
    lipat = isinstance(nilai, _BLOK)
    tanpa_baris = wadah and (isinstance(tempat.kunci, int) or not nilai)
    return not lipat and not tanpa_baris and len(entri.di_kanan) <= 1


def _tanda(
    komentar: list[Komentar], kolom: int, *, kosong: bool = False, akhir: bool = False
) -> Iterator[CommentToken]:
    """Make the lines before an entry: its comments, and the blank lines around them.

    `kosong`: a blank line comes first in any case. `akhir`: none comes last.
    """
    baru = CommentToken("\n", CommentMark(0), None)
    for n, k in enumerate(komentar):
        if (kosong and n == 0) or (k.sendiri and k.sesudah_kosong):
            yield baru
        yield CommentToken(f"{k.teks}\n", CommentMark(kolom), None)
    lepas = komentar and komentar[-1].sendiri and komentar[-1].sebelum_kosong
    if (lepas and not akhir) or (kosong and not komentar):
        yield baru


def _urut(isi: dict[str, Node], form: type[Bentuk] | None) -> list[str]:
    """Sort keys as the form has them; keys of free mappings stay as they are."""
    urutan = form.urutan() if form is not None else ()
    return sorted(isi, key=lambda k: urutan.index(k) if k in urutan else 0)


def _lipat(baris: list[str], lebar: int) -> list[str]:
    """Break what is too wide, moving words down; what fits stays as it was broken."""
    hasil: list[str] = []
    sisa: list[str] = []
    for isi in baris:
        kata = [*sisa, *isi.split(" ")]
        sisa = []
        while len(" ".join(kata)) > lebar and len(kata) > 1:
            sisa.insert(0, kata.pop())
        hasil.append(" ".join(kata))
    return hasil if not sisa else [*hasil, *_lipat([" ".join(sisa)], lebar)]

"""A file of the handbook that is being edited: its text, and every change as exchanged ranges that can be taken back.

A change is tried before it is returned: the new text must mean what it should and hold every comment it held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import cast

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.places import Path, Value
from buku_sop.loading.rapikan import bentuk_berkas
from buku_sop.loading.sunting.edits import Edit, Editor, apply, inverse, moved, with_value, without
from buku_sop.loading.sunting.forms import cleaned, entry_at, short_key
from buku_sop.loading.sunting.spans import TakDapatDisunting, spanned, tulis_jalan
from buku_sop.model.teks import rapikan_baris

BOM = "\ufeff"
_SULIT = "bagian itu tidak dapat diubah tanpa mengubah yang lain; jalankan `sop rapikan` pada berkas ini lalu ulangi"


@dataclass(frozen=True, slots=True)
class Naskah:
    """The text of one file, with what it means."""

    berkas: str
    """Its name below the folder of the data, with slashes."""
    teks: str
    """Its lines end with a line feed alone; `tertulis` gives back how they ended."""
    data: Value
    """What it holds, as plain values."""
    crlf: bool = False
    bom: bool = False

    @property
    def form(self) -> type[Bentuk]:
        """What may be written in it."""
        return bentuk_berkas(self.berkas.rpartition("/")[2])

    @property
    def tertulis(self) -> str:
        """The text as it stands in the file."""
        text = self.teks.replace("\n", "\r\n") if self.crlf else self.teks
        return BOM + text if self.bom else text

    def isi(self, jalan: Path) -> Value:
        """Return the value at a path; None where there is none."""
        value = self.data
        for part in jalan:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value):
                value = value[part]
            else:
                return None
        return value

    def ada(self, jalan: Path) -> bool:
        """Whether something stands at a path, an empty key too."""
        outer = self.isi(jalan[:-1]) if jalan else None
        if isinstance(outer, dict):
            return jalan[-1] in outer
        return (
            isinstance(outer, list) and isinstance(jalan[-1], int) and 0 <= jalan[-1] < len(outer)
        )


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What an operation made of a file."""

    naskah: Naskah
    suntingan: tuple[tuple[Edit, ...], ...] = ()
    """What was exchanged, one after the other; each in the text that the one before it left."""
    pembatal: tuple[tuple[Edit, ...], ...] = ()
    """What gives the text before back, in this order."""
    catatan: tuple[str, ...] = ()
    """What else was changed because of it, in words for people."""

    def lalu(self, langkah: Callable[[Naskah], Perubahan]) -> Perubahan:
        """Do something more, and return all as one change."""
        more = langkah(self.naskah)
        return Perubahan(
            more.naskah,
            (*self.suntingan, *more.suntingan),
            (*more.pembatal, *self.pembatal),
            (*self.catatan, *more.catatan),
        )

    def dengan(self, *catatan: str) -> Perubahan:
        """Return it with more notes."""
        return replace(self, catatan=(*self.catatan, *catatan))


def buka(berkas: str, teks: str) -> Naskah:
    """Take the text of a file for editing. Raises TakDapatDisunting where parts of it cannot be exchanged."""
    bom = teks.startswith(BOM)
    teks = teks.removeprefix(BOM)
    crlf = "\r\n" in teks and teks.count("\r\n") == teks.count("\n")
    teks = teks.replace("\r\n", "\n") if crlf else teks
    data = spanned(teks).root.value
    if not isinstance(data, dict):
        raise TakDapatDisunting("berkas ini tidak berisi pasangan kunci dan nilai")
    return Naskah(berkas, teks, data, crlf=crlf, bom=bom)


def batalkan(perubahan: Perubahan) -> Naskah:
    """Take a change back: the text is, to the letter, what it was."""
    text = perubahan.naskah.teks
    for edits in perubahan.pembatal:
        text = apply(text, edits)
    return replace(perubahan.naskah, teks=text, data=spanned(text).root.value)


# --- One value ------------------------------------------------------------------------------


def setel(naskah: Naskah, jalan: Path, nilai: Value) -> Perubahan:
    """Let a path hold a value, with None or nothing in it: not exist. Only what differs is changed.

    Lists and mappings on the way that do not exist are made. Raises TakDapatDisunting.
    """
    baru = cleaned(nilai, entry_at(naskah.form, naskah.data, jalan))
    if baru is None:
        return hapus(naskah, jalan) if naskah.ada(jalan) else Perubahan(naskah)
    for n in range(1, len(jalan)):
        wadah = naskah.isi(jalan[:n])
        if wadah is None:
            return _pasang(naskah, jalan[:n], _nested(jalan[n:], baru))
        if isinstance(wadah, str):
            return _panjangkan(naskah, jalan[:n], jalan[n]).lalu(lambda x: setel(x, jalan, baru))
    if not naskah.ada(jalan):
        if isinstance(jalan[-1], int):
            return sisipkan(naskah, jalan, baru)
        return _lakukan(
            naskah, lambda e: e.insert_key(jalan, baru), with_value(naskah.data, jalan, baru)
        )
    return _selaraskan(naskah, jalan, baru)


def sisipkan(naskah: Naskah, jalan: Path, nilai: Value) -> Perubahan:
    """Insert an item into a list, before the one at the index that ends the path."""
    baru = cleaned(nilai, entry_at(naskah.form, naskah.data, jalan))
    if baru is None:
        return Perubahan(naskah)
    if naskah.isi(jalan[:-1]) is None:
        return setel(naskah, jalan[:-1], [baru])
    daftar = naskah.isi(jalan[:-1])
    if not isinstance(daftar, list):
        return setel(naskah, jalan[:-1], _disisipi([daftar], int(jalan[-1]), baru))
    return _lakukan(
        naskah,
        lambda e: e.insert_item(jalan, baru),
        with_value(naskah.data, jalan, baru, insert=True),
    )


def hapus(naskah: Naskah, jalan: Path) -> Perubahan:
    """Delete a key or an item, and the list or mapping that holds nothing else. Comments in it stay."""
    if not naskah.ada(jalan):
        raise TakDapatDisunting(f"tidak ada {tulis_jalan(jalan)} yang dapat dihapus di berkas ini")
    tersisa = without(naskah.data, jalan)
    if tersisa is None:
        raise TakDapatDisunting("berkas tidak dapat dikosongkan sama sekali")
    return _lakukan(naskah, lambda e: e.delete(jalan), tersisa)


def pindah(naskah: Naskah, jalan: Path, ke: int) -> Perubahan:
    """Move an item of a list, or a key of a mapping, to another index, with the comments that belong to it."""
    wadah = naskah.isi(jalan[:-1])
    if not naskah.ada(jalan) or not isinstance(wadah, list | dict):
        raise TakDapatDisunting(f"tidak ada {tulis_jalan(jalan)} di berkas ini")
    if not 0 <= ke < len(wadah):
        raise TakDapatDisunting(f"di sana hanya ada {len(wadah)} isi")
    dari = jalan[-1] if isinstance(jalan[-1], int) else list(wadah).index(jalan[-1])
    if dari == ke:
        return Perubahan(naskah)
    urut = moved(wadah, dari, ke)
    hasil = _lakukan(naskah, lambda e: e.move(jalan, ke), with_value(naskah.data, jalan[:-1], urut))
    if list(cast(dict[str, Value], hasil.naskah.isi(jalan[:-1]))) != list(
        cast(dict[str, Value], urut)
    ):
        raise TakDapatDisunting(_SULIT)
    return hasil


def ganti_kunci(naskah: Naskah, jalan: Path, kunci: str) -> Perubahan:
    """Give a key another name, in its place."""
    isi = naskah.isi(jalan[:-1])
    if not isinstance(isi, dict) or jalan[-1] not in isi:
        raise TakDapatDisunting(f"tidak ada {tulis_jalan(jalan)} di berkas ini")
    baru: Value = {kunci if k == jalan[-1] else k: v for k, v in isi.items()}
    data = with_value(naskah.data, jalan[:-1], baru)
    return _lakukan(naskah, lambda e: e.rename_key(jalan, kunci), data)


def _panjangkan(naskah: Naskah, jalan: Path, bagian: str | int) -> Perubahan:
    """Write a short form as the list or mapping that it stands for, so that something can be put beside it."""
    pendek = naskah.isi(jalan)
    if isinstance(bagian, int):
        return _pasang(naskah, jalan, [pendek])
    kunci = short_key(entry_at(naskah.form, naskah.data, jalan))
    if kunci is None:
        raise TakDapatDisunting(f"{tulis_jalan(jalan)} adalah teks; tidak ada {bagian} di bawahnya")
    return _pasang(naskah, jalan, {kunci: pendek})


# --- Only what differs ------------------------------------------------------------------------


def _selaraskan(naskah: Naskah, jalan: Path, baru: Value) -> Perubahan:
    lama = naskah.isi(jalan)
    if _sama(lama, baru):
        return Perubahan(naskah)
    if isinstance(lama, dict) and isinstance(baru, dict) and set(lama) & set(baru):
        return _peta(naskah, jalan, lama, baru)
    if isinstance(lama, list) and isinstance(baru, list):
        return _daftar(naskah, jalan, lama, baru)
    return _pasang(naskah, jalan, baru)


def _pasang(naskah: Naskah, jalan: Path, baru: Value) -> Perubahan:
    """Put a value where another kind of value stood, or none."""
    data = with_value(naskah.data, jalan, baru)
    if not naskah.ada(jalan):
        return _lakukan(naskah, lambda e: e.insert_key(jalan, baru), data)
    return _lakukan(naskah, lambda e: e.replace(jalan, baru), data)


def _peta(naskah: Naskah, jalan: Path, lama: dict[str, Value], baru: dict[str, Value]) -> Perubahan:
    hasil = Perubahan(naskah)
    for kunci, nilai in baru.items():
        di = (*jalan, kunci)
        if kunci not in lama:
            hasil = hasil.lalu(
                lambda n, d=di, v=nilai: _lakukan(  # type: ignore[misc]
                    n, lambda e: e.insert_key(d, v), with_value(n.data, d, v)
                )
            )
        else:
            hasil = hasil.lalu(lambda n, d=di, v=nilai: _selaraskan(n, d, v))  # type: ignore[misc]
    for kunci, isi in lama.items():
        if (
            kunci not in baru and isi is not None
        ):  # a key without a value says nothing, and so may stay
            hasil = hasil.lalu(lambda n, d=(*jalan, kunci): hapus(n, d))  # type: ignore[misc]
    return hasil


def _daftar(naskah: Naskah, jalan: Path, lama: list[Value], baru: list[Value]) -> Perubahan:
    hasil = Perubahan(naskah)
    for jenis, a1, a2, b1, b2 in reversed(_beda(lama, baru)):
        if jenis == "equal":
            continue
        sama = min(a2 - a1, b2 - b1)
        for n in range(b2 - 1, b1 + sama - 1, -1):
            hasil = hasil.lalu(lambda x, i=a1 + sama, v=baru[n]: sisipkan(x, (*jalan, i), v))  # type: ignore[misc]
        for n in range(a2 - 1, a1 + sama - 1, -1):
            hasil = hasil.lalu(lambda x, i=n: hapus(x, (*jalan, i)))  # type: ignore[misc]
        for n in range(sama):
            hasil = hasil.lalu(
                lambda x, i=a1 + n, v=baru[b1 + n]: _selaraskan(x, (*jalan, i), v)  # type: ignore[misc]
            )
    return hasil


def _beda(lama: list[Value], baru: list[Value]) -> list[tuple[str, int, int, int, int]]:
    a, b = ([repr(rata(v)) for v in isi] for isi in (lama, baru))
    return list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())


def _nested(jalan: Path, nilai: Value) -> Value:
    for part in reversed(jalan):
        nilai = {part: nilai} if isinstance(part, str) else [nilai]
    return nilai


def _disisipi(daftar: list[Value], di: int, nilai: Value) -> list[Value]:
    return [*daftar[:di], nilai, *daftar[di:]]


# --- Tried before it is returned -----------------------------------------------------------------


def _lakukan(naskah: Naskah, cari: Callable[[Editor], list[Edit]], harus: Value) -> Perubahan:
    editor = Editor(naskah.teks, naskah.form)
    edits = tuple(cari(editor))
    text = apply(naskah.teks, edits)
    baru = spanned(text)
    hilang = Counter(k.teks for k in editor.doc.comments) - Counter(k.teks for k in baru.comments)
    if hilang or not _sama(baru.root.value, harus):
        raise TakDapatDisunting(_SULIT)
    return Perubahan(
        replace(naskah, teks=text, data=baru.root.value), (edits,), (inverse(naskah.teks, edits),)
    )


def _sama(a: Value, b: Value) -> bool:
    """Whether two values say the same; most are equal to the letter, which is told soonest."""
    return a == b or rata(a) == rata(b)


def rata(nilai: Value) -> object:
    """Return a value as it is compared: in the order of its keys, with white space that is none of its content away."""
    if isinstance(nilai, dict):
        return {k: rata(v) for k, v in nilai.items()}
    if isinstance(nilai, list):
        return [rata(v) for v in nilai]
    return rapikan_baris(nilai) if isinstance(nilai, str) else nilai

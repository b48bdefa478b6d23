"""The canonical form of a file: order of the keys, quotes, line breaks and blank lines, with every comment.

A line break that an author chose stays where it fits into the width, so that a changed word changes one
line. The result is read back before it is returned: it must mean the same and hold the same comments.
"""

from __future__ import annotations

from collections import Counter

from pydantic import ValidationError

from buku_sop.diagnostics import ada_galat
from buku_sop.loading.document import DokumenProsedur, DokumenSop
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR
from buku_sop.loading.invisible import karakter_tersembunyi
from buku_sop.loading.tata import Penulis
from buku_sop.loading.text import Source, read_text
from buku_sop.loading.yaml_comments import Komentar, baca_komentar, tempelkan


class TakDapatDirapikan(Exception):
    """Says in Indonesian why a file has to stay as it is."""


def rapikan(teks: str, form: type[Bentuk]) -> str:
    """Return the canonical form of a file's text.

    Raises TakDapatDirapikan for a file with mistakes of form, and where anything would get lost.
    """
    teks = teks.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    sumber, arti = _baca(teks, form)
    if any(karakter_tersembunyi(sumber, teks)):
        raise TakDapatDirapikan("hapus dulu karakter tak terlihat yang ditunjukkan `sop periksa`")
    komentar = baca_komentar(teks)
    penulis = Penulis(teks.split("\n"))
    pohon = penulis.bangun(sumber.root, form, 0, None, sop=issubclass(form, DokumenProsedur))
    kepala, ekor = tempelkan(komentar, (e for e, _ in penulis.semua))
    atas, badan = _kepala(kepala), penulis.tulis(pohon)
    hasil = (
        atas + badan.removeprefix("\n" if not atas or atas.endswith("\n\n") else "") + _ekor(ekor)
    )
    if _baca(hasil, form, akhir=True)[1] != arti or _teks(baca_komentar(hasil)) != _teks(komentar):
        raise TakDapatDirapikan("isinya tidak dapat ditulis ulang tanpa berubah")
    return hasil


def bentuk_berkas(nama: str) -> type[Bentuk]:
    """Return the form of a file of the handbook by its name."""
    return {**BERKAS_KANTOR, **BERKAS_BUKU}.get(nama, DokumenSop)


def _baca(teks: str, form: type[Bentuk], *, akhir: bool = False) -> tuple[Source, str]:
    """Read a text; return it and what it means, with the order of everything."""
    sumber, temuan = read_text(teks, "")
    if sumber is not None and not ada_galat(temuan):
        try:
            return sumber, form.model_validate(sumber.data).model_dump_json()
        except ValidationError:
            pass
    raise TakDapatDirapikan(
        "isinya tidak dapat ditulis ulang tanpa berubah" if akhir
        else "perbaiki dulu galat yang ditunjukkan `sop periksa`"
    )  # fmt: skip


def _teks(komentar: list[Komentar]) -> Counter[str]:
    return Counter(k.teks for k in komentar)


def _kepala(komentar: list[Komentar]) -> str:
    """Write the comments above the first key; blank lines among them stay."""
    baris = []
    for n, k in enumerate(komentar):
        baris += [""] if n and k.sesudah_kosong else []
        baris.append(k.teks)
    baris += [""] if komentar and komentar[-1].sebelum_kosong else []
    return "".join(f"{b}\n" for b in baris)


def _ekor(komentar: list[Komentar]) -> str:
    return "".join(("\n" if k.sesudah_kosong else "") + f"{k.teks}\n" for k in komentar)

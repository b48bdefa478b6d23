"""What stands in a book before its sheets: the leader's decree, and the short explanation of its use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from buku_sop.analysis.kata.singkatan import pemakaian
from buku_sop.model import Handbook, Instansi, Sop
from buku_sop.views.lembar.isi import PenulisIsi
from buku_sop.views.lembar.teks import PenulisTeks

_LEBAR = 120.0
"""Width in mm of the texts of the decree."""
_LEBAR_PENJELASAN = 150.0
"""The same of the explanation, which also stands on upright pages."""
_DIKTUM = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN",
    "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS", "KELIMA BELAS",
)  # fmt: skip
"""How the parts of a decision are called."""


def keputusan(instansi: Instansi, penulis: PenulisTeks) -> dict[str, Any] | None:
    """Write the decree in the office's words; None where it gave none."""
    sk = instansi.buku.sk
    if sk is None:
        return None
    isi = PenulisIsi(penulis)

    def semua(butir: Sequence[str]) -> list[Any]:
        return [isi.teks(t, _LEBAR, 11.0) for t in butir]

    diktum = [
        (_DIKTUM[n] if n < len(_DIKTUM) else f"DIKTUM {n + 1}", t)
        for n, t in enumerate(semua(sk.diktum))
    ]
    return {
        "kop": [penulis.muat(k, 150.0, 13.0) for k in instansi.kepala],
        "nomor": penulis.muat(sk.nomor, 140.0, 11.0),
        "tentang": penulis.muat(sk.tentang, 140.0, 11.0),
        "konsiderans": [
            {"judul": judul, "huruf": huruf, "isi": semua(butir)}
            for judul, huruf, butir in (
                ("Menimbang", True, sk.menimbang),
                ("Mengingat", False, sk.mengingat),
                ("Memperhatikan", False, sk.memperhatikan),
            )
            if butir
        ],
        "menetapkan": penulis.muat(sk.menetapkan or sk.tentang, _LEBAR, 11.0),
        "diktum": [{"judul": judul, "isi": t} for judul, t in diktum],
        **{
            k: penulis.muat(getattr(sk, k), 75.0, 11.0)
            for k in ("tempat", "tanggal", "jabatan", "nama", "nip")
        },
    }


def penjelasan(
    handbook: Handbook, instansi: Instansi, sop: Sequence[Sop], penulis: PenulisTeks
) -> dict[str, Any] | None:
    """Write scope, summary and definitions; None where there are none."""
    isi = PenulisIsi(penulis)
    hasil = {
        "ruang_lingkup": [
            isi.teks(t, _LEBAR_PENJELASAN, 11.0) for t in instansi.buku.ruang_lingkup
        ],
        "ringkasan": [isi.teks(t, _LEBAR_PENJELASAN, 11.0) for t in instansi.buku.ringkasan],
        "definisi": [
            [penulis.muat(a, 45.0, 10.0), penulis.muat(b, 100.0, 10.0)]
            for a, b in definisi(handbook, instansi, sop)
        ],
    }
    return hasil if any(hasil.values()) else None


def definisi(
    handbook: Handbook, instansi: Instansi, sop: Sequence[Sop]
) -> Iterator[tuple[str, str]]:
    """Yield the abbreviations of an office, and those of all that its SOPs use, with their meanings."""
    dicetak = {s.id for s in sop}
    for satu in pemakaian(handbook):
        if satu.instansi == instansi.id or (not satu.instansi and dicetak & set(satu.sop)):
            yield satu.singkatan.singkatan, " / ".join(satu.singkatan.arti)

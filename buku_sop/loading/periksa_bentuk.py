"""SOP-S021 to S023: a form must fit together, and hold what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.bentuk import (
    ISIAN_BAGIAN,
    DokumenBentuk,
    DokumenBerkasBentuk,
    DokumenKepala,
)
from buku_sop.loading.istilah import periksa_istilah
from buku_sop.loading.text import Source
from buku_sop.model.bentuk import SOP_AP

_SEPERTI_ISIAN = re.compile(r"[a-z]+(_[a-z]+)*")
_KEMBAR = 0.8

Jalur = tuple[str | int, ...]


def periksa_bentuk(dokumen: DokumenBerkasBentuk, source: Source) -> Iterator[Diagnostic]:
    """Report heads whose cells do not make a table, and sections that hold what is no field."""
    for id, bentuk in dokumen.bentuk.items():
        jalur: Jalur = ("bentuk", id)
        if id == SOP_AP:
            yield diagnose(
                "SOP-S021", source.locate(jalur, key=True), apa=f"Bentuk `{SOP_AP}`",
                sebab="bentuk resmi itu tidak dapat diuraikan ulang", usul="Beri nama lain.",
            )  # fmt: skip
        yield from _kepala(bentuk.kepala, source, (*jalur, "kepala"))
        if bentuk.lanjutan:
            yield from _kepala(bentuk.lanjutan, source, (*jalur, "lanjutan"))
        yield from _bagian(bentuk, source, (*jalur, "bagian"))
        yield from periksa_istilah(bentuk.istilah, source, jalur)


def _kepala(kepala: DokumenKepala, source: Source, jalur: Jalur) -> Iterator[Diagnostic]:
    """Lay the cells out as a table does, and report rows that are too short or too long."""
    lebar = len(kepala.kolom)
    sisa = [0] * lebar
    """For each column the rows that a cell from above still takes."""
    for r, baris in enumerate(kepala.baris):
        kolom = 0
        for sel in baris:
            while kolom < lebar and sisa[kolom]:
                kolom += 1
            akhir = kolom + sel.kolom
            muat = akhir <= lebar and not any(sisa[kolom:akhir])
            sisa[kolom:akhir] = [sel.baris] * (len(sisa[kolom:akhir]))
            kolom = akhir if muat else lebar + 1
        isi = sum(bool(s) for s in sisa)
        if kolom > lebar or isi < lebar:
            sebab = (
                "sel-selnya lebih lebar daripada kolomnya"
                if kolom > lebar
                else f"sel-selnya mengisi {isi} dari {lebar} kolom"
            )
            yield diagnose(
                "SOP-S021", source.locate((*jalur, "baris", r)), apa=f"Baris {r + 1} kepala ini",
                sebab=sebab, usul="Sesuaikan `kolom` pada sel-selnya; sel dengan `baris` lebih dari satu "
                "juga mengisi baris di bawahnya.",
            )  # fmt: skip
            return
        sisa = [max(0, s - 1) for s in sisa]
    if any(sisa):
        yield diagnose(
            "SOP-S021", source.locate((*jalur, "baris", len(kepala.baris) - 1)),
            apa="Kepala ini", sebab="ada sel yang lebih tinggi daripada baris yang tersisa",
            usul="Kurangi `baris` pada sel itu, atau tambah barisnya.",
        )  # fmt: skip


def _bagian(bentuk: DokumenBentuk, source: Source, jalur: Jalur) -> Iterator[Diagnostic]:
    for n, bagian in enumerate(bentuk.bagian):
        for m, isian in enumerate(bagian.dari):
            if isian in ISIAN_BAGIAN or not _SEPERTI_ISIAN.fullmatch(isian):
                continue
            dekat = get_close_matches(isian, ISIAN_BAGIAN, n=1, cutoff=_KEMBAR)
            if "_" not in isian and not dekat:
                continue
            usul = (
                f"Maksudnya `{dekat[0]}`?"
                if dekat
                else f"Pakai salah satu: {', '.join(ISIAN_BAGIAN)}; atau judul bagian, misalnya `Tujuan`."
            )
            di: Jalur = (*jalur, n, "dari")
            if isinstance(source.data_at(di), list):
                di = (*di, m)
            yield diagnose("SOP-S022", source.locate(di), isian=isian, usul=usul)


def bentuk_tak_dikenal(nama: str, semua: Mapping[str, object], source: Source) -> Diagnostic:
    """Say that a form is not there."""
    dikenal = sorted({SOP_AP, *semua})
    dekat = get_close_matches(nama, dikenal, n=1, cutoff=0.6)
    usul = f"Maksudnya `{dekat[0]}`? " if dekat else ""
    lokasi = source.locate(("bentuk",))
    return diagnose("SOP-S023", lokasi, nama=nama, pilihan=", ".join(dikenal), usul=usul)

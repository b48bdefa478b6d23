"""Which SOPs an office needs, by its tasks (*penilaian kebutuhan*; PermenPANRB 35/2012, Tabel 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KegiatanDibutuhkan:
    """A real activity, what comes out of it, and the SOP that it needs."""

    nama: str
    output: tuple[str, ...] = ()
    """The final products."""
    aspek: tuple[str, ...] = ()
    """The function of management that it is: *penyusunan*, *pelaksanaan*, *evaluasi*, …"""
    judul_sop: str = ""
    """Aspect and product; empty where no SOP is needed."""


@dataclass(frozen=True, slots=True)
class UraianTugas:
    """A part of a function."""

    nama: str
    kegiatan: tuple[KegiatanDibutuhkan, ...] = ()


@dataclass(frozen=True, slots=True)
class Fungsi:
    """A function of a task, in the words of the regulation."""

    nama: str
    uraian_tugas: tuple[UraianTugas, ...] = ()


@dataclass(frozen=True, slots=True)
class Tugas:
    """A task of the office, in the words of the regulation."""

    nama: str
    fungsi: tuple[Fungsi, ...] = ()


@dataclass(frozen=True, slots=True)
class Kebutuhan:
    """The needs of one office."""

    tugas: tuple[Tugas, ...] = ()
    dasar: str = ""
    """The regulation that gives it its tasks."""

    def judul(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """Yield the titles of SOPs in their order, with the place of each in the file."""
        for t, tugas in enumerate(self.tugas):
            for f, fungsi in enumerate(tugas.fungsi):
                for u, uraian in enumerate(fungsi.uraian_tugas):
                    for k, kegiatan in enumerate(uraian.kegiatan):
                        if kegiatan.judul_sop:
                            jalur = (
                                "tugas", t, "fungsi", f, "uraian_tugas", u, "kegiatan", k, "judul_sop",
                            )  # fmt: skip
                            yield kegiatan.judul_sop, jalur

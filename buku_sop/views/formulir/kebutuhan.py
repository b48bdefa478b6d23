"""*Identifikasi SOP AP Berdasarkan Tugas dan Fungsi* (PermenPANRB 35/2012, Tabel 6): columns and numbering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.model import KegiatanDibutuhkan
from buku_sop.views.formulir.bagian import (
    Bagian,
    Baris,
    Kolom,
    PenyusunBagian,
    Sel,
    gabung,
    penanda,
)
from buku_sop.views.formulir.bahan import BahanFormulir

_KOLOM = (
    Kolom("No.", 11.0, rata="tengah"),
    Kolom("Tugas"),
    Kolom("Fungsi"),
    Kolom("Uraian Tugas"),
    Kolom("Kegiatan"),
    Kolom("Output", bobot=0.9),
    Kolom("Aspek Kegiatan", bobot=0.75),
    Kolom("Judul SOP"),
)
_BARIS_KOSONG = 8
_MASSAL = 24
"""Rows up to which a cell spans those of its group: a group longer than a page would be cut in odd places."""
Jalan = tuple[tuple[str, object], ...]
"""The cells from the task down to an activity, each with what tells its group from the next."""


def susun(bahan: BahanFormulir, p: PenyusunBagian) -> list[list[Bagian]]:
    """Make the form, filled from what the office wrote down; empty rows where it wrote nothing."""
    jalan = [*_jalan(bahan)]
    dasar = bahan.kebutuhan.dasar if bahan.kebutuhan else ""
    isi = _baris(jalan) or [Baris(("",) * len(_KOLOM), 14.0) for _ in range(_BARIS_KOSONG)]
    return [
        [
            p.identitas(("Instansi", bahan.instansi.nama), *([("Dasar", dasar)] if dasar else [])),
            p.tabel(_KOLOM, isi, atas=True),
            p.paragraf("Kolom menurut Tabel 6 lampiran PermenPANRB 35/2012.", catatan=True),
            p.tanda_tangan(penanda("Mengetahui,"), penanda("Penyusun,", bertanggal=True)),
        ]
    ]


def _jalan(bahan: BahanFormulir) -> Iterator[tuple[Jalan, tuple[Sel, ...]]]:
    """Yield each activity with the way to it; also a task, a function or a part of one without activities."""
    nomor = 0
    for t, tugas in enumerate(bahan.kebutuhan.tugas if bahan.kebutuhan else ()):
        satu: Jalan = ((huruf(t).upper(), t), (f"{t + 1}. {tugas.nama}", t))
        for f, fungsi in enumerate(tugas.fungsi or (None,)):
            dua: Jalan = ((f"{huruf(f)}. {fungsi.nama}" if fungsi else "", (t, f)),)
            for u, uraian in enumerate((fungsi.uraian_tugas if fungsi else ()) or (None,)):
                tiga: Jalan = ((f"{u + 1}) {uraian.nama}" if uraian else "", (t, f, u)),)
                for k, kegiatan in enumerate((uraian.kegiatan if uraian else ()) or (None,)):
                    if kegiatan and kegiatan.judul_sop:
                        nomor += 1
                    yield satu + dua + tiga, _kegiatan(k, kegiatan, nomor)


def _kegiatan(k: int, kegiatan: KegiatanDibutuhkan | None, nomor: int) -> tuple[Sel, ...]:
    if kegiatan is None:
        return ("", "", "", "")
    output = "\n".join(f"({n}) {o}" for n, o in enumerate(kegiatan.output, 1))
    judul = f"{nomor}. {kegiatan.judul_sop}" if kegiatan.judul_sop else "-"
    return f"{huruf(k)}) {kegiatan.nama}", output, ", ".join(kegiatan.aspek), judul


def _baris(jalan: Sequence[tuple[Jalan, tuple[Sel, ...]]]) -> list[Baris]:
    """Join the cells of a group; a group that is long says itself once, and its cells stay apart."""
    hasil = []
    for i, (depan, belakang) in enumerate(jalan):
        sel = list[Sel]()
        for kolom, (teks, kelompok) in enumerate(depan):
            awal = i == 0 or jalan[i - 1][0][kolom][1] != kelompok
            banyak = next(
                (n for n, (d, _) in enumerate(jalan[i:]) if d[kolom][1] != kelompok),
                len(jalan) - i,
            )
            panjang = not awal and _di_kelompok_panjang(jalan, i, kolom)
            if awal and 1 < banyak <= _MASSAL:
                sel.append(gabung(teks, baris=banyak))
            elif awal:
                sel.append(teks)
            elif panjang:
                sel.append("")
        hasil.append(Baris((*sel, *belakang)))
    return hasil


def _di_kelompok_panjang(
    jalan: Sequence[tuple[Jalan, tuple[Sel, ...]]], i: int, kolom: int
) -> bool:
    kelompok = jalan[i][0][kolom][1]
    return sum(d[kolom][1] == kelompok for d, _ in jalan) > _MASSAL


def huruf(n: int) -> str:
    """Count in letters from 0: a, b, and after z aa."""
    teks = ""
    while n >= 0:
        n, sisa = divmod(n, 26)
        teks = chr(ord("a") + sisa) + teks
        n -= 1
    return teks

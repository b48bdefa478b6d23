"""Short ways to make values of the model. What is not said is filled in so that no check objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import (
    Cabang,
    Giliran,
    Handbook,
    Instansi,
    Jawaban,
    Konfirmasi,
    Langkah,
    Pejabat,
    Pelaksana,
    Prosedur,
    Riwayat,
    Satuan,
    Simbol,
    Sop,
    Status,
    Tujuan,
)
from buku_sop.model.buku_lain import BukuLain, Inventaris, SalinanInventaris, SopHilang, SopLain

HARI_INI = date(2026, 6, 1)
PELAKSANA = {"staf": "Staf", "kepala": "Kepala Kantor"}
INSTANSI = Instansi(
    "kantor-contoh",
    "Kantor Contoh Kabupaten Rekaan",
    pemerintah="Pemerintah Kabupaten Rekaan",
    kop=("PEMERINTAH KABUPATEN REKAAN", "KANTOR CONTOH"),
)
LAIN = Instansi("dinas-rekaan", "Dinas Rekaan Kabupaten Khayalan")
SOP_ID = "kantor-contoh/penerimaan-tamu"


def tujuan(teks: str) -> Tujuan:
    """Make a target as it is written: "lanjut", "periksa", "periksa/kepala"."""
    langkah, _, pelaksana = teks.partition("/")
    return Tujuan(langkah, pelaksana)


def giliran(
    *pelaksana: str, cabang: Mapping[str, str] | None = None, simbol: Simbol | None = None
) -> Giliran:
    """Make a turn; several lanes act jointly."""
    jalan = tuple(Cabang(label, (tujuan(ke),)) for label, ke in (cabang or {}).items())
    return Giliran(pelaksana, simbol, cabang=jalan)


def langkah(
    kegiatan: str = "Mencatat tamu",
    *turns: Giliran,
    oleh: str | None = "staf",
    ke: str | tuple[str, ...] = (),
    cabang: Mapping[str, str] | None = None,
    simbol: Simbol | None = None,
    waktu: str = "5 menit",
    satuan_kolom: Satuan | None = None,
    konfirmasi: Mapping[str, str] | None = None,
    **isian: Any,
) -> Langkah:
    """Make a step, by default one turn of `oleh`; lists may be given as one text."""
    if not turns and oleh is not None:
        turns = (giliran(oleh, cabang=cabang, simbol=simbol),)
    daftar = {"kelengkapan": "Buku tamu", "output": "Buku tamu", "keterangan": ()} | {
        k: isian.pop(k) for k in ("kelengkapan", "output", "keterangan") if k in isian
    }
    for bidang, isi in daftar.items():
        isian[bidang] = (isi,) if isinstance(isi, str) else tuple(isi)
    return Langkah(
        kegiatan,
        turns,
        ke=tuple(tujuan(t) for t in ((ke,) if isinstance(ke, str) else ke)),
        waktu=baca_waktu(waktu, satuan_kolom),
        perlu_konfirmasi=tanda(konfirmasi),
        **isian,
    )


def tanda(konfirmasi: Mapping[str, str] | None) -> tuple[Konfirmasi, ...]:
    """Make the marks of `perlu_konfirmasi`."""
    return tuple(Konfirmasi(b, a) for b, a in (konfirmasi or {}).items())


def prosedur(*steps: Langkah, pelaksana: Mapping[str, str] | None = None) -> Prosedur:
    """Make a table; by default with just those of the usual lanes that act, and all that are given."""
    if pelaksana is None:
        bertugas = {p for satu in steps for p in satu.pelaksana}
        pelaksana = {id: label for id, label in PELAKSANA.items() if id in bertugas}
    return Prosedur(tuple(Pelaksana(id, label) for id, label in pelaksana.items()), steps)


def sop(
    *steps: Langkah,
    id: str = SOP_ID,
    pelaksana: Mapping[str, str] | None = None,
    tabel: tuple[Prosedur, ...] | None = None,
    **isian: Any,
) -> Sop:
    """Make an SOP that is in force and complete; `isian` replaces what should differ."""
    if tabel is None:
        tabel = (prosedur(*(steps or (langkah(), langkah("Mengantar tamu"))), pelaksana=pelaksana),)
    lengkap = Sop(
        id,
        f"Penerimaan Tamu {id.rpartition('/')[2]}",
        tabel,
        nomor=f"07/SOP/{id}",
        status=Status.BERLAKU,
        tanggal_pembuatan=date(2026, 1, 5),
        tanggal_efektif=date(2026, 2, 1),
        disahkan_oleh=(Pejabat("Kepala Kantor Contoh", "Nama Pejabat"),),
        dasar_hukum=("Peraturan Contoh Nomor 1",),
        riwayat=(
            Riwayat(date(2026, 5, 1), "monitoring"),
            Riwayat(date(2026, 5, 1), "evaluasi", jawaban=Jawaban(*[True] * 7)),
        ),
    )
    return replace(lengkap, **isian)


def handbook(*sops: Sop, instansi: tuple[Instansi, ...] = (INSTANSI, LAIN)) -> Handbook:
    """Make a handbook of the made-up offices."""
    return Handbook(instansi, tuple(sorted(sops, key=lambda s: s.id)))


def buku_lain(
    nama: str,
    *sops: SopLain,
    alamat: str = "https://lain.contoh.invalid/",
    hilang: tuple[SopHilang, ...] = (),
) -> BukuLain:
    """Make another handbook of one office, the Dinas Rekaan, as its copy knows it."""
    inventaris = Inventaris(nama, alamat, {"rekaan": "Dinas Rekaan"}, sops)
    return BukuLain(nama, alamat, SalinanInventaris(inventaris, hilang=hilang))


def sop_lain(nama: str, slug: str = "arsip", status: str = "berlaku") -> SopLain:
    """Make an SOP of another handbook."""
    return SopLain(f"rekaan/{slug}", nama, f"sop/rekaan/{slug}/", status)

"""Runs the examples of the page of codes: each is completed to a handbook that is sound but for what it shows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePosixPath

from buku_sop.adapters.signed_copies import check_signed_copies
from buku_sop.analysis.beda import bandingkan, periksa_revisi
from buku_sop.analysis.checks.letak import tulisan
from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.diagnostics.contoh import Berkas, Sisi
from buku_sop.diagnostics.contoh.susunan import SETELAN
from buku_sop.handbook import open_handbook
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR, load_folder
from buku_sop.model.setelan import Setelan
from buku_sop.setelan import HasilSetelan, buka_setelan

HARI_INI = date(2026, 3, 1)
BUKAN_SOP = {*BERKAS_KANTOR, *BERKAS_BUKU, SETELAN}
PELAKSANA = {"staf": "Staf", "kepala": "Kepala Kantor"}
_LANGKAH = """langkah:
  - {kegiatan: Mencatat surat, pelaksana: staf, kelengkapan: Surat, waktu: 5 menit, output: Catatan}
  - {kegiatan: Menyimpan, pelaksana: kepala, kelengkapan: Catatan, waktu: 5 menit, output: Arsip}
"""
_KUNCI = re.compile(r"^(\w+):", re.MULTILINE)


def jalankan(sisi: Sisi, folder: Path, semula: Sisi = ()) -> list[Diagnostic]:
    """Return what is found in the files of an example; with `semula`, also what their change shows."""
    data = tulis(sisi, folder / "diusulkan")
    berkas = data.parent / SETELAN
    setelan = buka_setelan(berkas, {}) if berkas.exists() else HasilSetelan(Setelan())
    buku = open_handbook(data, HARI_INI, lain=setelan.buku_lain)
    temuan = [*check_signed_copies(data, buku).diagnostics, *setelan.diagnostics]
    return temuan + _revisi(tulis(semula, folder / "semula"), data) if semula else temuan


def tulis(sisi: Sisi, folder: Path) -> Path:
    """Write the files of one side, completed; return the folder `sop_data`."""
    data = folder / "sop_data"
    data.mkdir(parents=True)
    for berkas in sisi:
        path = folder / berkas.lokasi
        path.parent.mkdir(parents=True, exist_ok=True)
        if berkas.wujud == "pintasan":
            path.symlink_to("tidak-ada.yml")
        elif berkas.nama.endswith("/"):
            path.mkdir()
        elif berkas.wujud == "berkas":
            path.write_bytes(berkas.isi + _pelengkap(berkas))
    for kantor in {
        data / PurePosixPath(b.nama).parts[0] for b in sisi if b.di_data and "/" in b.nama
    }:
        tanpa = any(b.nama == f"{kantor.name}/" for b in sisi)
        if not tanpa and not (kantor / "instansi.yml").exists():
            (kantor / "instansi.yml").write_text(f"nama: {kantor.name}\n", encoding="utf-8")
    return data


def _pelengkap(berkas: Berkas) -> bytes:
    """Return what a complete SOP has besides what the example shows."""
    nama = PurePosixPath(berkas.nama)
    teks = berkas.isi.decode(berkas.pengodean)
    ada = set(_KUNCI.findall(teks))
    if nama.suffix != ".yml" or nama.name in BUKAN_SOP or not ada:
        return b""
    lengkap = {
        "nama": f"nama: Penanganan {nama.stem.replace('-', ' ').title()}\n",
        "nomor": f"nomor: {nama.stem}/2026\n",
        "status": "status: berlaku\n",
        "tanggal_pembuatan": "tanggal_pembuatan: 2025-07-01\n",
        "tanggal_efektif": "tanggal_efektif: 2026-02-01\n",
        "disahkan_oleh": "disahkan_oleh: {jabatan: Kepala}\n",
        "pelaksana": _pelaksana(teks),
        "langkah": _LANGKAH,
    }
    if "prosedur" in ada:
        ada |= {"pelaksana", "langkah"}
    return "".join(isi for kunci, isi in lengkap.items() if kunci not in ada).encode()


def _pelaksana(teks: str) -> str:
    """Write the lanes that act in the steps, in the order in which they do."""
    bertugas = re.findall(r"pelaksana: (\w+)", teks) if "langkah:" in teks else PELAKSANA
    lane = ", ".join(f"{id}: {PELAKSANA[id]}" for id in dict.fromkeys(bertugas) if id in PELAKSANA)
    return f"pelaksana: {{{lane}}}\n"


def _revisi(semula: Path, diusulkan: Path) -> list[Diagnostic]:
    """Place what is wrong with a change, as `sop beda` does."""
    lama, baru = load_folder(semula), load_folder(diusulkan)
    hasil = []
    for id, temuan in periksa_revisi(bandingkan(lama.handbook, baru.handbook)):
        source = baru.sources.get(id) or lama.sources[id]
        lokasi = source.locate(tulisan(temuan.jalur, source))
        hasil.append(diagnose(temuan.kode, lokasi, temuan.tingkat, **temuan.isi))
    return hasil

"""Makes a handbook of N made-up SOPs: evidently invented offices, roles and documents.

Run `python -m benchmarks.made_up N FOLDER` to write one. The same N gives the same files.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import yaml

SOP_PER_INSTANSI = 50
BUKU = ["Permohonan", "Penerimaan", "Pengarsipan", "Penyusunan", "Pemeriksaan", "Pengadaan"]
HAL = [
    "Surat Rekaan",
    "Laporan Contoh",
    "Data Umpama",
    "Berkas Misal",
    "Usulan Andai",
    "Jadwal Reka",
]
KERJA = [
    "Menyusun",
    "Memeriksa",
    "Menyampaikan",
    "Mencatat",
    "Menghimpun",
    "Mengoreksi",
    "Menandatangani",
]
PERAN = {"kepala": "Kepala Kantor", "sekretaris": "Sekretaris", "kasubag": "Kasubag Umum",
         "analis": "Analis Rekaan", "staf": "Staf"}  # fmt: skip


def write_handbook(folder: Path, jumlah: int) -> None:
    """Write `jumlah` SOPs into `folder`, fifty for each office."""
    acak = random.Random(2012)
    for i in range(jumlah):
        kantor = folder / f"kantor-rekaan-{i // SOP_PER_INSTANSI + 1:03}"
        if not kantor.exists():
            kantor.mkdir(parents=True)
            nama = f"Kantor Rekaan {i // SOP_PER_INSTANSI + 1} Kabupaten Contoh"
            _write(
                kantor / "instansi.yml", {"nama": nama, "kop": ["PEMERINTAH CONTOH", nama.upper()]}
            )
        _write(kantor / f"sop-{i:04}.yml", _sop(acak, i))


def _sop(acak: random.Random, i: int) -> dict[str, object]:
    hal = HAL[i % len(HAL)]
    jumlah = acak.randint(6, 14)
    return {
        "nama": f"{BUKU[i // len(HAL) % len(BUKU)]} {hal} {i}",
        "nomor": f"{i:04}/SOP/REKAAN/2026",
        "status": "berlaku",
        "tanggal_pembuatan": "2026-01-05",
        "tanggal_efektif": "2026-02-01",
        "disahkan_oleh": {"jabatan": "Kepala Kantor Rekaan", "nama": "Pejabat Rekaan"},
        "dasar_hukum": [f"Peraturan Rekaan Nomor {n} Tahun 2026 tentang {hal}" for n in range(4)],
        "kualifikasi_pelaksana": ["Memahami tata naskah", "Mampu mengolah data"],
        "keterkaitan": [f"{BUKU[(i - 1) // len(HAL) % len(BUKU)]} {HAL[(i - 1) % len(HAL)]} {i - 1}"],
        "peralatan": ["Komputer", "Printer"],
        "peringatan": [f"Jika terlambat maka {hal.lower()} tidak dapat diproses."],
        "pencatatan": ["Disimpan sebagai data elektronik"],
        "pelaksana": PERAN,
        "langkah": [_langkah(acak, n, jumlah, hal) for n in range(jumlah)],
    }  # fmt: skip


def _langkah(acak: random.Random, n: int, jumlah: int, hal: str) -> dict[str, object]:
    langkah: dict[str, object] = {
        "id": f"langkah-{n}",
        "kegiatan": f"{acak.choice(KERJA)} {hal.lower()} bagian {n + 1} sesuai ketentuan yang berlaku",
        "pelaksana": acak.choice(list(PERAN)),
        "kelengkapan": [f"{hal} {n}"],
        "waktu": acak.choice(["15 menit", "1 jam", "1-2 jam", "1 hari", "2 hari kerja"]),
        "output": [f"{hal} {n + 1}"],
    }
    if 1 < n < jumlah - 1 and acak.random() < 0.2:
        langkah["cabang"] = [
            {"label": "Lengkap", "ke": "lanjut"},
            {"label": "Tidak lengkap", "ke": f"langkah-{acak.randrange(n)}"},
        ]
    return langkah


def _write(path: Path, data: dict[str, object]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    write_handbook(Path(sys.argv[2]), int(sys.argv[1]))

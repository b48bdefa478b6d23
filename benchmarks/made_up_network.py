"""Makes one office with N made-up SOPs that refer to each other as those of real offices do.

Its SOPs belong to fields of work and refer mostly to their own field, onwards and back; a few are referred to from
everywhere; some names lead nowhere, some fit two SOPs, some SOPs refer to nothing. Run
`python -m benchmarks.made_up_network N FOLDER` to write one. The same N gives the same files.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import yaml

KANTOR = "kantor-contoh"
KERJA = ["Penyusunan", "Pemeriksaan", "Penyampaian", "Pengumpulan Data untuk", "Verifikasi",
         "Evaluasi Pelaksanaan", "Penetapan", "Pengajuan", "Pencatatan", "Tindak Lanjut"]  # fmt: skip
BIDANG = ["Kinerja", "Keuangan", "Kepegawaian", "Aset", "Bantuan", "Pelatihan", "Perizinan", "Pengaduan",
          "Perencanaan", "Data Rekaan"]  # fmt: skip
HAL = ["Laporan {} Triwulanan", "Usulan {}", "Rencana {} Tahunan Kantor Contoh", "Berkas {}", "Jadwal {}",
       "Dokumen {} Berdasarkan Hasil Pemantauan Lapangan", "Kartu {}", "Daftar {} Perangkat Contoh"]  # fmt: skip
UMUM = ["Pengarsipan", "Pengelolaan Surat Masuk", "Pengelolaan Surat Keluar", "Pelaksanaan Rapat",
        "Pengadaan Barang dan Jasa"]  # fmt: skip
TIADA = ["Penyusunan Naskah Umpama", "Perjalanan Dinas", "Pengelolaan Kas Kecil Rekaan", "Rapat Khayalan",
         "Pemeliharaan Kendaraan Contoh", "Penggunaan Tanda Tangan Elektronik", "Layanan Misal"]  # fmt: skip
PER_BIDANG = 18


def write_network(folder: Path, jumlah: int) -> None:
    """Write an office with `jumlah` SOPs, and one of a few SOPs beside it."""
    acak = random.Random(f"peta/{jumlah}")
    _write(
        folder / KANTOR / "instansi.yml",
        {"nama": "Kantor Contoh Kabupaten Rekaan", "nama_pendek": "Kantor Contoh"},
    )
    _write(
        folder / "dinas-rekaan" / "instansi.yml",
        {"nama": "Dinas Rekaan Kabupaten Khayalan", "nama_pendek": "Dinas Rekaan"},
    )
    for i, nama in enumerate(
        ("Pelayanan Terpadu Rekaan", "Rapat Khayalan", "Penerbitan Kartu Contoh")
    ):
        kait = [f"{KANTOR}/sop-0000"] if i == 0 else []
        _write(folder / "dinas-rekaan" / f"sop-{i}.yml", _sop(nama, kait, []))
    semua = _names(acak, jumlah)
    umum = max(1, min(len(UMUM), jumlah // 8))
    for i, satu in enumerate(semua):
        kait, sebut = _references(acak, semua, i, umum)
        isi = _sop(satu, kait, sebut)
        if acak.random() < 0.06:
            isi |= {"status": "digantikan", "digantikan_oleh": semua[(i + 1) % jumlah]}
        elif acak.random() < 0.15:
            isi["status"] = "draf"
        _write(folder / KANTOR / f"sop-{i:04}.yml", isi)


def _names(acak: random.Random, jumlah: int) -> list[str]:
    nama = UMUM[: max(1, min(len(UMUM), jumlah // 8))]
    pola = [(kerja, hal) for kerja in KERJA for hal in HAL]
    for i in range(jumlah - len(nama)):
        bidang, ke = divmod(i, PER_BIDANG)
        if ke == 0:
            acak.shuffle(pola)
        kerja, hal = pola[ke]
        bagian = f" Bagian {bidang // len(BIDANG) + 1}" if bidang >= len(BIDANG) else ""
        nama.append(f"{kerja} {hal.format(BIDANG[bidang % len(BIDANG)])}{bagian}")
    if jumlah > 20:
        nama[20] = nama[19]  # one name that fits two SOPs
    return nama


def _references(
    acak: random.Random, nama: list[str], i: int, umum: int
) -> tuple[list[str], list[str]]:
    """Choose what an SOP lists, and what its steps name."""
    kait: list[str] = []
    if acak.random() < 0.18:
        return [], []
    awal = umum + (i - umum) // PER_BIDANG * PER_BIDANG if i >= umum else umum
    tetangga = [j for j in range(awal, min(awal + PER_BIDANG, len(nama))) if j != i]
    dekat = [j for j in tetangga if abs(j - i) <= 3]
    for _ in range(acak.choice([0, 1, 1, 2, 2, 3])):
        kolam = dekat if dekat and acak.random() < 0.7 else tetangga
        if kolam:
            kait.append(nama[acak.choice(kolam)])
    if acak.random() < 0.3:
        kait.append(nama[min(int(acak.expovariate(0.9)), umum - 1)])
    if acak.random() < 0.08:
        kait.append(acak.choice(nama))
    if acak.random() < 0.12:
        kait.append(f"SOP {acak.choice(TIADA)}")
    if acak.random() < 0.03:
        kait.append("dinas-rekaan/sop-0")
    sebut = [f"SOP {nama[acak.choice(dekat or [0])]}"] if acak.random() < 0.15 else []
    return list(dict.fromkeys(k for k in kait if k != nama[i])), sebut


def _sop(nama: str, kait: list[str], sebut: list[str]) -> dict[str, object]:
    langkah: list[dict[str, object]] = [
        {"kegiatan": "Menyiapkan bahan", "pelaksana": "staf", "waktu": "1 jam"},
        {"kegiatan": "Memeriksa bahan", "pelaksana": "kepala", "waktu": "30 menit"},
    ]
    if sebut:
        langkah[1]["keterangan"] = sebut
    isi: dict[str, object] = {"nama": nama, "status": "berlaku"}
    if kait:
        isi["keterkaitan"] = kait
    return isi | {"pelaksana": {"staf": "Staf", "kepala": "Kepala Kantor"}, "langkah": langkah}


def _write(path: Path, data: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    write_network(Path(sys.argv[2]), int(sys.argv[1]))

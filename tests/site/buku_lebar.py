"""The six SOPs of this repository beside a made-up office whose SOP has twelve lanes, without a known forge."""

from __future__ import annotations

from tests.paths import SOP_DATA

LANES = (
    "Kepala Kantor", "Sekretaris", "Kepala Bagian Perencanaan", "Kepala Subbagian Keuangan",
    "Bendahara Pengeluaran", "Pejabat Pembuat Komitmen", "Staf Perencanaan", "Staf Keuangan",
    "Arsiparis", "Auditor Inspektorat", "Bagian Hukum", "Operator Aplikasi",
)  # fmt: skip
KANTOR = """\
nama: Kantor Rekaan
alamat: Jalan Rekaan 1
kontak: {unit: Bagian Organisasi, email: usul@contoh.invalid, telepon: (021) 555-0101, whatsapp: 0812-3456-7890}
singkatan: {NODIN: 'Nota "dinas" <b>rekaan</b>', XYZZ: Tidak pernah dipakai}
"""
LINTAS = "kantor-rekaan/lintas-bagian"
"""The SOP of twelve lanes, which also has abbreviations, links and returns."""
RINGKAS = "kantor-rekaan/pengarsipan"
"""An SOP of two lanes."""
ASING = "kantor-asing/penerimaan"
"""An SOP of an office that says of no way to reach it; its table of seven lanes fits a wide window, beside nothing."""
PENGARSIPAN = """\
nama: Pengarsipan
pelaksana: {staf: Staf, kepala: Kepala}
langkah:
  - {id: simpan, kegiatan: 'Menyimpan <b>arsip</b> & NODIN', pelaksana: staf, waktu: 10 menit, output: Arsip}
  - {kegiatan: Memeriksa arsip, pelaksana: kepala, cabang: [{label: Ya, ke: selesai}, {label: Tidak, ke: simpan}]}
"""


def _penerimaan() -> str:
    """Write the SOP of seven lanes."""
    lane = ("Petugas Loket", "Staf", "Arsiparis", "Analis", "Kepala Seksi", "Sekretaris", "Kepala")
    baris = [
        "nama: Penerimaan",
        "pelaksana:",
        *(f"  p{n}: {x}" for n, x in enumerate(lane)),
        "langkah:",
    ]
    for n, satu in enumerate(lane):
        baris.append(
            f"  - {{kegiatan: Meneruskan berkas kepada {satu}, pelaksana: p{n}, waktu: 5 menit, output: Berkas, keterangan: Cap}}"
        )
    return "\n".join(baris) + "\n"


def lintas() -> str:
    """Write the SOP of twelve lanes."""
    baris = [
        "nama: Penyusunan Laporan Lintas Bagian",
        "status: berlaku",
        "tanggal_efektif: 2026-02-01",
    ]
    baris += [
        "peringatan: Tanpa KAK dan NODIN tidak diproses.",
        "peralatan: [Komputer, Formulir KAK]",
    ]
    baris += ["pelaksana:", *(f"  lane{i}: {nama}" for i, nama in enumerate(LANES)), "langkah:"]
    for i in range(14):
        baris += [
            f"  - id: langkah{i}",
            f"    kegiatan: Menyusun dan menyampaikan NODIN serta bahan LKjIP ke-{i + 1} kepada unit berikutnya",
            f"    pelaksana: lane{i % 12}",
            "    kelengkapan: [Buku agenda, Rancangan LKjIP dan LKjIP, DPA]",
            f"    waktu: {i + 1} jam",
            "    output: Bahan yang dipertanggungjawabkan",
        ]
        if i in (3, 8):
            baris.append(
                f"    cabang: [{{label: Lengkap, ke: lanjut}}, {{label: Tidak lengkap, ke: langkah{i - 2}}}]"
            )
        if i == 5:
            baris.append("    keterangan: SOP Pengarsipan NODIN")
    return "\n".join(baris) + "\n"


def buku() -> dict[str, str]:
    """Return the files of the handbook."""
    milik = {
        f"{LINTAS}.yml": lintas(),
        f"{RINGKAS}.yml": PENGARSIPAN,
        "kantor-rekaan/instansi.yml": KANTOR,
        f"{ASING}.yml": _penerimaan(),
        "kantor-asing/instansi.yml": "nama: Kantor Asing\n",
    }
    data = SOP_DATA
    return {
        p.relative_to(data).as_posix(): p.read_text(encoding="utf-8") for p in data.rglob("*.yml")
    } | milik

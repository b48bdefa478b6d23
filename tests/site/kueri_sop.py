"""What people type, and where the first hit must lead, over the six real SOPs.

Written down from reading the SOPs, before the search was tuned: an expectation is what an employee means,
and is changed only where the SOPs change.
"""

from __future__ import annotations

from typing import NamedTuple


class Kueri(NamedTuple):
    """A query and its first hit."""

    diketik: str
    halaman: str
    """Id of the SOP."""
    jangkar: str = ""
    """Anchor of the step's row or of the section; empty for the SOP itself."""


MONITORING = "banggai/monitoring-renstra"
BANGGAI = "banggai/pengukuran-kinerja"
JENEPONTO = "jeneponto/pengumpulan-data-kinerja"
SELAYAR = "selayar/pengukuran-kinerja"
SUMEDANG = "sumedang/pengukuran-kinerja"
WAY_KANAN = "way-kanan/pengukuran-kinerja"

NAMA = (
    Kueri("pengumpulan data kinerja", JENEPONTO),
    Kueri("monitoring renstra", MONITORING),
    Kueri("pengukuran kinerja selayar", SELAYAR),
    Kueri("sistem pengukuran kinerja", WAY_KANAN),
    Kueri("kinerja sumedang", SUMEDANG),
    Kueri("pengumpulan data banggai", BANGGAI),
)
NOMOR = (
    Kueri("08/SOP/III/2023", SELAYAR),
    Kueri("08 sop iii 2023 dinsos", SELAYAR),
    Kueri("/SOP/DINSOS/I/2022", JENEPONTO),
    Kueri("V.07-WK/2022", WAY_KANAN),
)
PERAN = (
    Kueri("kasubag perencanaan", JENEPONTO, "langkah-6"),
    Kueri("fungsional perencana", WAY_KANAN, "langkah-3"),
    Kueri("analisis data", JENEPONTO, "langkah-3"),
    Kueri("staf way kanan", WAY_KANAN, "langkah-9"),
    Kueri("tim penyusun lakip", SELAYAR, "langkah-3"),
)
OUTPUT = (
    Kueri("notulen rapat", SELAYAR, "langkah-2"),
    Kueri("rekap hasil pengukuran kinerja", SELAYAR, "langkah-6"),
    Kueri("program kerja kegiatan", SELAYAR, "langkah-3"),
    Kueri("bahan laporan data kinerja", JENEPONTO, "langkah-3"),
    Kueri("draft masukan sumedang", SUMEDANG, "langkah-3"),
    Kueri("nota dinas", SELAYAR, "langkah-1"),
)
LANGKAH = (
    Kueri("surat pengantar", BANGGAI, "langkah-12"),
    Kueri("memvalidasi data kinerja", SUMEDANG, "langkah-7"),
    Kueri("rencana aksi", WAY_KANAN, "langkah-7"),
    Kueri("metodologi", SELAYAR, "langkah-4"),
    Kueri("mengundang rapat renstra", MONITORING, "langkah-4"),
)
SINGKATAN = (
    Kueri("tim penyusun laporan kinerja instansi pemerintah", SELAYAR, "langkah-3"),
    Kueri("tim penyusun lkjip", SELAYAR, "langkah-3"),
    Kueri("monitoring rencana strategis", MONITORING),
    Kueri("penetapan kinerja", SELAYAR, "langkah-4"),
    Kueri("satuan kerja perangkat daerah", SELAYAR, "langkah-1"),
    Kueri("iku", SUMEDANG, "identitas"),
)
SALAH_KETIK = (
    Kueri("pengukuran kinreja selayar", SELAYAR),
    Kueri("sekertaris memvalidasi", SUMEDANG, "langkah-7"),
    Kueri("evalusi data", WAY_KANAN, "langkah-5"),
    Kueri("monitorng renstra", MONITORING),
)
IMBUHAN = (
    Kueri("digandakan", BANGGAI, "langkah-13"),
    Kueri("penandatanganan dokumen way kanan", WAY_KANAN, "langkah-8"),
)
KATA_ULANG = (
    Kueri("tiap-tiap tujuan", SELAYAR, "langkah-4"),
    Kueri("laporan-laporan triwulan", JENEPONTO, "langkah-6"),
)
SEMUA = (
    *NAMA, *NOMOR, *PERAN, *OUTPUT, *LANGKAH, *SINGKATAN, *SALAH_KETIK, *IMBUHAN, *KATA_ULANG,
)  # fmt: skip

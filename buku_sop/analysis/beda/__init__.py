"""What changed between two versions of a handbook, in the procedures and not in the lines of files."""

from buku_sop.analysis.beda.buku import bandingkan
from buku_sop.analysis.beda.fakta import (
    AlasanDampak,
    Beda,
    BedaDaftar,
    BedaInstansi,
    BedaKonfirmasi,
    BedaLangkah,
    BedaPelaksana,
    BedaPeran,
    BedaProsedur,
    BedaSop,
    BedaTautan,
    BedaTotal,
    Dampak,
    Jenis,
    NasibKonfirmasi,
    NasibTautan,
    PerubahanWaktu,
)
from buku_sop.analysis.beda.revisi import periksa_revisi

__all__ = [
    "AlasanDampak",
    "Beda",
    "BedaDaftar",
    "BedaInstansi",
    "BedaKonfirmasi",
    "BedaLangkah",
    "BedaPelaksana",
    "BedaPeran",
    "BedaProsedur",
    "BedaSop",
    "BedaTautan",
    "BedaTotal",
    "Dampak",
    "Jenis",
    "NasibKonfirmasi",
    "NasibTautan",
    "PerubahanWaktu",
    "bandingkan",
    "periksa_revisi",
]

"""Words for the doubts that a change settled or raised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.beda import BedaKonfirmasi, BedaSop, NasibKonfirmasi
from buku_sop.model import Instansi
from buku_sop.views.dasar.isian import label, label_langkah
from buku_sop.views.dasar.nomor import judul_langkah, sebut_langkah

_JUDUL = {
    NasibKonfirmasi.DIKONFIRMASI: "Dikonfirmasi",
    NasibKonfirmasi.DITANDAI: "Ditandai perlu konfirmasi",
    NasibKonfirmasi.ALASAN: "Alasan perlu konfirmasi diubah",
}
_RINGKAS = {
    NasibKonfirmasi.DIKONFIRMASI: "isian dikonfirmasi",
    NasibKonfirmasi.DITANDAI: "isian ditandai perlu konfirmasi",
    NasibKonfirmasi.ALASAN: "alasan perlu konfirmasi diubah",
}


def tulis_konfirmasi(satu: BedaSop, instansi: Instansi) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Word the marks of an SOP: for each kind of news a heading, and a sentence for each field."""
    for nasib, judul in _JUDUL.items():
        milik = [k for k in satu.konfirmasi if k.nasib is nasib]
        if milik:
            yield judul, tuple(_kalimat(k, satu, instansi) for k in milik)


def ringkas_konfirmasi(konfirmasi: Sequence[BedaKonfirmasi]) -> Iterator[str]:
    """Count the marks in a few words."""
    for nasib, kata in _RINGKAS.items():
        if banyak := sum(k.nasib is nasib for k in konfirmasi):
            yield f"{banyak} {kata}"


def _kalimat(k: BedaKonfirmasi, satu: BedaSop, instansi: Instansi) -> str:
    sebut = label if k.langkah is None else label_langkah
    nama = sebut(k.bidang, satu.sop, instansi)
    tempat = f"{_tempat(k, satu)}{nama}"
    if k.nasib is not NasibKonfirmasi.DIKONFIRMASI:
        return f"{tempat} ({k.alasan})" if k.alasan else tempat
    isi = "isinya diubah" if k.diubah else "isinya tetap"
    return f"{tempat} ({isi}; semula: {k.alasan})" if k.alasan else f"{tempat} ({isi})"


def _tempat(k: BedaKonfirmasi, satu: BedaSop) -> str:
    """Name the step, or the worksheet; nothing for a field of the SOP itself."""
    if k.lembar_kerja:
        return "Lembar kerja: "
    if k.langkah is None:
        return ""
    nomor = k.prosedur or 0
    prosedur = satu.sop.prosedur[nomor]
    if len(satu.sop.prosedur) > 1:
        return f"Prosedur {nomor + 1}, {sebut_langkah(prosedur, k.langkah)}: "
    return f"{judul_langkah(prosedur, k.langkah)}: "

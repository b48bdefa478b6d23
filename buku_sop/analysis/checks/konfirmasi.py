"""SOP-P001 and P004: what an office still has to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import daftar_id, jalur_langkah, mirip, nomor_langkah
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Konfirmasi, Sop
from buku_sop.model.bidang import BIDANG_LANGKAH, BIDANG_LEMBAR_KERJA, BIDANG_SOP, Register


def periksa_peninjauan(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Report every mark of `perlu_konfirmasi`, of the SOP, its steps and its worksheet."""
    yield from _tanda(sop.perlu_konfirmasi, BIDANG_SOP, ())
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            di = f" langkah {nomor_langkah(sop, p, i)}"
            yield from _tanda(langkah.perlu_konfirmasi, BIDANG_LANGKAH, jalur_langkah(p, i), di)
    if sop.lembar_kerja:
        tanda = sop.lembar_kerja.perlu_konfirmasi
        yield from _tanda(tanda, BIDANG_LEMBAR_KERJA, ("lembar_kerja",), " pada lembar kerja")


def _tanda(
    konfirmasi: tuple[Konfirmasi, ...], register: Register, jalur: Jalur, di: str = ""
) -> Iterator[Temuan]:
    dikenal = {b.nama: b.dalam_kalimat for b in register.values() if b.dapat_ditandai}
    for satu in konfirmasi:
        tempat = (*jalur, "perlu_konfirmasi", satu.bidang)
        if satu.bidang in dikenal:
            isi = {"bidang": dikenal[satu.bidang] + di, "alasan": _alasan(satu.alasan)}
            yield Temuan("SOP-P001", tempat, isi)
        else:
            dekat = mirip(satu.bidang, dikenal)
            usul = f"Maksudnya `{dekat}`?" if dekat else f"Pakai salah satu: {daftar_id(dikenal)}."
            yield Temuan("SOP-P004", tempat, {"bidang": satu.bidang, "usul": usul})


def _alasan(alasan: str) -> str:
    """End the sentence with the reason, or end it."""
    alasan = alasan.strip()
    if not alasan:
        return "."
    return f": {alasan}" if alasan.endswith((".", "?", "!")) else f": {alasan}."

"""SOP-A020 to A022: what a symbol leaves unsaid, or what is said of it twice."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.alur import lambang
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import jalur_langkah, nomor_langkah
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Giliran, Simbol, Sop

_TULISAN = {s: f"`{s.value}`" for s in Simbol}


def periksa_simbol(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check the symbols of every step."""
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            nomor = nomor_langkah(sop, p, i)
            for k, giliran in enumerate(langkah.giliran):
                terakhir = k == len(langkah.giliran) - 1
                for jalur, satu in lambang(langkah, p, i, k, giliran):
                    if not _memutus(satu):
                        continue
                    kosong = sum(not c.label for c in satu.cabang)
                    if kosong and len(satu.cabang) > 1:
                        isi = {"langkah": nomor, "jumlah": str(kosong)}
                        yield Temuan("SOP-A020", jalur("cabang"), isi)
                    if satu.ke:
                        yield Temuan("SOP-A021", jalur("ke"), {"langkah": nomor})
                    elif satu is giliran and terakhir and langkah.ke:
                        yield Temuan("SOP-A021", jalur_langkah(p, i, "ke"), {"langkah": nomor})
            if langkah.simbol_tersisih:
                milik = langkah.giliran[-1].simbol
                assert milik
                isi = {
                    "langkah": nomor,
                    "simbol": _TULISAN[langkah.simbol_tersisih],
                    "milik": _TULISAN[milik],
                }
                yield Temuan("SOP-A022", jalur_langkah(p, i, "simbol"), isi)


def _memutus(satu: Giliran) -> bool:
    """Whether a symbol chooses between ways, as its diamond says."""
    return bool(satu.cabang) and satu.simbol in (None, Simbol.BELAH_KETUPAT)

"""SOP-A007 to A009, A011 to A013, A019 and A027: who acts, the order of the lanes, and the size of a procedure."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import AKTIF, Konteks, KonteksSendiri
from buku_sop.analysis.checks.teks import daftar_id, jalur_langkah, nomor_langkah, sebut_prosedur
from buku_sop.analysis.dokumen.indeks import kunci_peran
from buku_sop.analysis.dokumen.sebutan_peran import sebutan_lain
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Prosedur, Sop

LANGKAH_TERBANYAK = 15
PELAKSANA_TERBANYAK = 7


def periksa_pelaksana(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check lanes and size of every procedure."""
    if not sop.prosedur:
        yield Temuan("SOP-A013", (), {"prosedur": "SOP ini"})
    for p, prosedur in enumerate(sop.prosedur):
        isi = {"prosedur": sebut_prosedur(sop, p)}
        if not prosedur.langkah:
            yield Temuan("SOP-A013", ("prosedur", p), isi)
            continue
        yield from _ukuran(prosedur, p, isi)
        if prosedur.polos:
            if sop.bentuk is None:
                yield Temuan("SOP-A019", ("prosedur", p, "langkah"), isi)
            continue
        yield from _tanpa_pelaksana(sop, prosedur, p)
        yield from _kolom(sop, prosedur, p)


def periksa_sebutan_peran(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """A027: what the office mostly calls by another name."""
    if sop.status not in AKTIF:
        return
    lain = sebutan_lain(konteks.handbook)
    for p, prosedur in enumerate(sop.prosedur):
        for lane in prosedur.pelaksana:
            if satu := lain.get((sop.instansi, kunci_peran(lane.label))):
                isi = {
                    "label": lane.label,
                    "lain": satu.label,
                    "jumlah": str(len(satu.sop)),
                    "contoh": satu.sop[0],
                }
                yield Temuan("SOP-A027", ("prosedur", p, "pelaksana", lane.id), isi)


def _ukuran(prosedur: Prosedur, p: int, isi: dict[str, str]) -> Iterator[Temuan]:
    """A011 and A012."""
    langkah, pelaksana = len(prosedur.langkah), len(prosedur.pelaksana)
    if langkah > LANGKAH_TERBANYAK:
        yield Temuan("SOP-A011", ("prosedur", p, "langkah"), {**isi, "jumlah": langkah})
    if pelaksana > PELAKSANA_TERBANYAK:
        yield Temuan("SOP-A012", ("prosedur", p, "pelaksana"), {**isi, "jumlah": pelaksana})


def _tanpa_pelaksana(sop: Sop, prosedur: Prosedur, p: int) -> Iterator[Temuan]:
    """A007."""
    usul = (
        "Tambahkan daftar `pelaksana:` di atas `langkah:`, lalu sebut salah satunya di langkah ini."
    )
    if prosedur.pelaksana:
        ids = daftar_id(lane.id for lane in prosedur.pelaksana)
        usul = f"Tambahkan `pelaksana:` dengan salah satu id: {ids}."
    for i, langkah in enumerate(prosedur.langkah):
        if not langkah.pelaksana:
            isi = {"langkah": nomor_langkah(sop, p, i), "usul": usul}
            yield Temuan("SOP-A007", jalur_langkah(p, i), isi)


def _kolom(sop: Sop, prosedur: Prosedur, p: int) -> Iterator[Temuan]:
    """Yield A008 and A009.

    A008: every lane acts, unless a performer that is none may be meant for it. A009: lanes stand in the order of
    their first turn, groups in that of theirs; unused ones last.
    """
    pertama: dict[str, tuple[int, int]] = {}
    for i, langkah in enumerate(prosedur.langkah):
        for k, giliran in enumerate(langkah.giliran):
            for id in giliran.pelaksana:
                pertama.setdefault(id, (i, k))
    keliru = pertama.keys() - {lane.id for lane in prosedur.pelaksana}  # may be meant for any
    for lane in prosedur.pelaksana:
        if lane.id not in pertama and not keliru:
            di = "" if len(sop.prosedur) == 1 else f" di prosedur {p + 1}"
            yield Temuan(
                "SOP-A008", ("prosedur", p, "pelaksana", lane.id), {"label": lane.label, "di": di}
            )
    bertugas = [lane for lane in prosedur.pelaksana if lane.id in pertama]
    awal = dict[str, tuple[int, int]]()
    for lane in bertugas:
        satu = lane.kelompok or lane.id
        awal[satu] = min(pertama[lane.id], awal.get(satu, pertama[lane.id]))
    urut = sorted(bertugas, key=lambda lane: (awal[lane.kelompok or lane.id], pertama[lane.id]))
    if urut != bertugas:
        urut += [lane for lane in prosedur.pelaksana if lane.id not in pertama]
        usul = ", ".join(lane.lengkap for lane in urut)
        yield Temuan("SOP-A009", ("prosedur", p, "pelaksana"), {"usul": usul})

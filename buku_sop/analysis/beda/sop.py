"""Two versions of an SOP compared: identity, lists, procedures, and what it all takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from buku_sop.analysis.alur.waktu import TotalWaktu, total_baris, total_sop
from buku_sop.analysis.beda.cocok import kunci
from buku_sop.analysis.beda.fakta import (
    BedaKonfirmasi,
    BedaLangkah,
    BedaPelaksana,
    BedaPeran,
    BedaProsedur,
    BedaSop,
    BedaTotal,
)
from buku_sop.analysis.beda.isian import bandingkan_isian, isian
from buku_sop.analysis.beda.konfirmasi import bandingkan_konfirmasi
from buku_sop.analysis.beda.prosedur import (
    JamKerjaDua,
    banding_waktu,
    bandingkan_prosedur,
    cocokkan_pelaksana,
)
from buku_sop.model import JamKerja, Prosedur, Sop

_MIRIP = 0.3
"""Share of the activities that two tables must have in common to be the same, where their titles differ."""


def bandingkan_sop(sebelum: Sop | None, sesudah: Sop | None, jam: JamKerjaDua) -> BedaSop:
    """Compare two versions of an SOP; None for the side on which it is not.

    What leads to it and from it is found with the whole handbook (`buku_sop.analysis.beda.tautan`).
    """
    tunggal, daftar = bandingkan_isian(isian(sebelum), isian(sesudah))
    dulu, kini = sebelum.prosedur if sebelum else (), sesudah.prosedur if sesudah else ()
    pasangan = cocokkan_tabel(dulu, kini)
    prosedur = tuple(_prosedur(dulu, kini, pasangan, jam))
    konfirmasi: Iterable[BedaKonfirmasi] = ()
    if sebelum and sesudah:
        konfirmasi = bandingkan_konfirmasi(sebelum, sesudah, tunggal, daftar, prosedur)
    return BedaSop(
        sebelum,
        sesudah,
        tunggal if sebelum and sesudah else (),
        daftar if sebelum and sesudah else (),
        prosedur,
        _total(
            total_sop(sebelum, jam.sebelum) if sebelum else None,
            total_sop(sesudah, jam.sesudah) if sesudah else None,
            jam,
        ),
        tuple(_peran(dulu, kini, pasangan, jam)),
        konfirmasi=tuple(konfirmasi),
    )


def cocokkan_tabel(
    sebelum: Sequence[Prosedur], sesudah: Sequence[Prosedur]
) -> list[tuple[int, int]]:
    """Pair the tables of two versions of an SOP; the only table is always the same table."""
    if len(sebelum) == 1 and len(sesudah) == 1:
        return [(0, 0)]
    calon = []
    for p, dulu in enumerate(sebelum):
        for q, kini in enumerate(sesudah):
            nilai = _serupa(dulu, kini)
            if nilai >= _MIRIP:
                calon.append((-nilai, abs(p - q), p, q))
    hasil: dict[int, int] = {}
    for _, _, p, q in sorted(calon):
        if p not in hasil and q not in hasil.values():
            hasil[p] = q
    return sorted(hasil.items())


def _serupa(a: Prosedur, b: Prosedur) -> float:
    """Score two tables: 1 for the same title, and the share of the activities that both have."""
    dulu, kini = ({kunci(x.kegiatan) for x in p.langkah} for p in (a, b))
    bagian = len(dulu & kini) / len(dulu | kini) if dulu | kini else 0.0
    return bagian + (a.judul != "" and kunci(a.judul) == kunci(b.judul))


def _prosedur(
    dulu: Sequence[Prosedur],
    kini: Sequence[Prosedur],
    pasangan: list[tuple[int, int]],
    jam: JamKerjaDua,
) -> Iterable[BedaProsedur]:
    """List the tables as they are now, then those that are gone."""
    jodoh = {q: p for p, q in pasangan}
    for q, ini in enumerate(kini):
        if q in jodoh:
            yield bandingkan_prosedur(jodoh[q], q, dulu[jodoh[q]], ini, jam)
        else:
            langkah = tuple(BedaLangkah((), (j,)) for j in range(len(ini.langkah)))
            lane = tuple(BedaPelaksana("", x.label) for x in ini.pelaksana)
            yield BedaProsedur(None, q, pelaksana=lane, langkah=langkah)
    for p, itu in enumerate(dulu):
        if p not in jodoh.values():
            langkah = tuple(BedaLangkah((i,), ()) for i in range(len(itu.langkah)))
            lane = tuple(BedaPelaksana(x.label, "") for x in itu.pelaksana)
            yield BedaProsedur(p, None, pelaksana=lane, langkah=langkah)


def _peran(
    dulu: Sequence[Prosedur],
    kini: Sequence[Prosedur],
    pasangan: list[tuple[int, int]],
    jam: JamKerjaDua,
) -> Iterable[BedaPeran]:
    """Add up what each role does; lanes of one label in several tables are one role."""
    nama_lama = {kunci(p.label): p.label for x in reversed(dulu) for p in reversed(x.pelaksana)}
    nama_kini = {kunci(p.label): p.label for x in reversed(kini) for p in reversed(x.pelaksana)}
    asal: dict[str, str] = {k: k for k in nama_kini if k in nama_lama}
    for p, q in pasangan:
        label = {x.id: kunci(x.label) for x in dulu[p].pelaksana}
        lane = cocokkan_pelaksana(dulu[p].pelaksana, kini[q].pelaksana)
        for x in kini[q].pelaksana:
            lama = label.get(lane.get(x.id, ""), "")
            if lama and kunci(x.label) not in asal and lama not in asal.values():
                asal[kunci(x.label)] = lama
    urut = list(dict.fromkeys(kunci(p.label) for x in kini for p in x.pelaksana))
    for k in urut:
        lama = asal.get(k, "")
        total = _total(
            _milik(dulu, lama, jam.sebelum) if lama else None, _milik(kini, k, jam.sesudah), jam
        )
        yield BedaPeran(nama_lama.get(lama, ""), nama_kini[k], total)
    for k in dict.fromkeys(kunci(p.label) for x in dulu for p in x.pelaksana):
        if k not in asal.values():
            yield BedaPeran(nama_lama[k], "", _total(_milik(dulu, k, jam.sebelum), None, jam))


def _milik(prosedur: Sequence[Prosedur], label: str, jam: JamKerja) -> TotalWaktu:
    """Add the times of the steps in which a role acts."""
    baris = []
    for p, satu in enumerate(prosedur):
        lane = {x.id for x in satu.pelaksana if kunci(x.label) == label}
        baris += [(p, i) for i, x in enumerate(satu.langkah) if lane.intersection(x.pelaksana)]
    return total_baris(prosedur, jam, baris)


def _total(sebelum: TotalWaktu | None, sesudah: TotalWaktu | None, jam: JamKerjaDua) -> BedaTotal:
    waktu = None
    if sebelum and sesudah and sebelum.terhitung and sesudah.terhitung:
        waktu = banding_waktu(sebelum.rentang, sesudah.rentang, jam)
    return BedaTotal(sebelum, sesudah, waktu)

"""Two handbooks compared: which SOP is which, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.analysis.beda.cocok import kunci
from buku_sop.analysis.beda.fakta import Beda, BedaInstansi, BedaSop, BedaTotal, Jenis
from buku_sop.analysis.beda.isian import bandingkan_isian, isian
from buku_sop.analysis.beda.prosedur import JamKerjaDua
from buku_sop.analysis.beda.sop import bandingkan_sop
from buku_sop.analysis.beda.tautan import PembandingTautan
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.model import Handbook, JamKerja, Sop

_SERUPA = 0.5
"""Share of the activities that a file must keep to be taken for the same SOP under another file name."""


def bandingkan(
    sebelum: Handbook,
    sesudah: Handbook,
    *,
    rusak_sebelum: Iterable[str] = (),
    rusak_sesudah: Iterable[str] = (),
) -> Beda:
    """Compare two handbooks.

    `rusak_*` are ids of SOPs whose files are there but could not be read: such an SOP is neither new nor
    removed, and nothing is said about what leads to it.
    """
    rusak = frozenset(rusak_sebelum) | frozenset(rusak_sesudah)
    pasangan = list(_pasangkan(sebelum, sesudah, rusak))
    nama_baru = {a.id: b.id for a, b in pasangan if a and b and a.id != b.id}
    kerangka = Beda(
        sebelum,
        sesudah,
        tuple(_instansi(sebelum, sesudah)),
        (),
        tuple(sorted(rusak)),
        susun_keterkaitan(sebelum),
        susun_keterkaitan(sesudah),
        nama_baru,
    )
    tautan = PembandingTautan(kerangka, rusak)
    semua = (tautan.lengkapi(_banding(a, b, _jam(sebelum, sesudah, a, b))) for a, b in pasangan)
    berubah = sorted((s for s in semua if s.berubah), key=lambda s: s.id)
    return replace(kerangka, sop=tuple(berubah))


def _banding(a: Sop | None, b: Sop | None, jam: JamKerjaDua) -> BedaSop:
    """Compare two versions; of equal ones only what leads to them and from them can differ."""
    if a is None or a != b:
        return bandingkan_sop(a, b, jam)
    return BedaSop(a, b, total=BedaTotal(total_sop(a, jam.sebelum), total_sop(a, jam.sesudah)))


def _jam(sebelum: Handbook, sesudah: Handbook, a: Sop | None, b: Sop | None) -> JamKerjaDua:
    """Find the working hours on both sides; those of the other side where an SOP is on one only."""
    dulu = sebelum.cari_instansi(a.instansi).jam_kerja if a else None
    kini = sesudah.cari_instansi(b.instansi).jam_kerja if b else None
    return JamKerjaDua(dulu or kini or JamKerja(), kini or dulu or JamKerja())


def _pasangkan(
    sebelum: Handbook, sesudah: Handbook, rusak: Set[str]
) -> Iterator[tuple[Sop | None, Sop | None]]:
    """Pair SOPs by id, then those whose file was renamed."""
    dulu = {s.id: s for s in sebelum.sop if s.id not in rusak}
    kini = {s.id: s for s in sesudah.sop if s.id not in rusak}
    yield from ((dulu[id], kini[id]) for id in dulu.keys() & kini.keys())
    hilang = {id: s for id, s in dulu.items() if id not in kini}
    baru = {id: s for id, s in kini.items() if id not in dulu}
    jodoh = _cari_pindahan(hilang, baru)
    for id, sop in baru.items():
        yield (hilang.pop(jodoh[id]) if id in jodoh else None), sop
    yield from ((sop, None) for sop in hilang.values())


def _cari_pindahan(hilang: dict[str, Sop], baru: dict[str, Sop]) -> dict[str, str]:
    """Find the old id of new SOPs: the same name or number, or half of the same activities.

    Only SOPs that share something telling are looked at, so that moving a whole office stays quick.
    """
    tempat: dict[str, list[str]] = {}
    for id, sop in hilang.items():
        for ciri in _ciri(sop):
            tempat.setdefault(ciri, []).append(id)
    calon = []
    for id, sop in baru.items():
        for lama in {x for ciri in _ciri(sop) for x in tempat.get(ciri, ())[:_LAZIM]}:
            nilai = _nilai(hilang[lama], sop)
            if nilai >= _SERUPA:
                calon.append((-nilai, lama, id))
    hasil: dict[str, str] = {}
    for _, lama, id in sorted(calon):
        if id not in hasil and lama not in hasil.values():
            hasil[id] = lama
    return hasil


_LAZIM = 20
"""SOPs that may share a feature before it says too little."""


def _ciri(sop: Sop) -> set[str]:
    """By what an SOP may be known again: name, number, slug, activities."""
    kegiatan = {f"kegiatan/{k}" for k in _kegiatan(sop)}
    return kegiatan | {f"nama/{kunci(sop.nama)}", f"nomor/{sop.nomor}", f"slug/{sop.slug}"}


def _nilai(a: Sop, b: Sop) -> float:
    """Score two SOPs for being the same: shared activities count most, then name, number and office."""
    dulu, kini = _kegiatan(a), _kegiatan(b)
    bagian = len(dulu & kini) / len(dulu | kini) if dulu | kini else 0.0
    tanda = (
        0.3 * (kunci(a.nama) == kunci(b.nama))
        + 0.3 * (bool(a.nomor) and a.nomor == b.nomor)
        + 0.1 * (a.instansi == b.instansi)
        + 0.1 * (a.slug == b.slug)
    )
    return bagian + tanda if bagian or tanda >= _SERUPA else 0.0


def _kegiatan(sop: Sop) -> set[str]:
    return {kunci(x.kegiatan) for p in sop.prosedur for x in p.langkah}


def _instansi(sebelum: Handbook, sesudah: Handbook) -> Iterator[BedaInstansi]:
    """Compare the offices themselves."""
    dulu = {i.id: i for i in sebelum.instansi}
    kini = {i.id: i for i in sesudah.instansi}
    for id in sorted(dulu.keys() | kini.keys()):
        if id not in dulu or id not in kini:
            yield BedaInstansi(id, Jenis.BARU if id in kini else Jenis.DIHAPUS)
        elif dulu[id] != kini[id]:
            tunggal, daftar = bandingkan_isian(isian(dulu[id]), isian(kini[id]))
            yield BedaInstansi(id, Jenis.DIUBAH, tunggal, daftar)

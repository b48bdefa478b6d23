"""SOPs of several offices side by side: their stages, and what is alike and what differs.

A stage puts steps beside each other that are *alike* in words, output, role and order (`banding_tahap`). That
is a proposal for a reader, with a mark of how near they are, and never a claim that they are the same. Roles,
outputs and legal bases are in common only where they have the same name: a Kepala Badan is no Kepala Dinas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from buku_sop.analysis.alur.jalan import jalan_sop
from buku_sop.analysis.alur.waktu import TotalWaktu, total_baris, total_sop
from buku_sop.analysis.banding.fakta import (
    Banding,
    Beda,
    Kemiripan,
    LangkahTahap,
    Ringkas,
    SelTahap,
    Setara,
    Tahap,
    ujung,
)
from buku_sop.analysis.banding.kata import Akar, PembacaLangkah, kedekatan, satukan, timbang
from buku_sop.analysis.banding.milik import (
    milik_dasar_hukum,
    milik_output,
    milik_pelaksana,
)
from buku_sop.analysis.banding.tahap import BarisTahap, Posisi, susun_tahap
from buku_sop.analysis.dasar_hukum.dasar_hukum import BukuHukum
from buku_sop.analysis.dokumen.indeks import TempatLangkah, kunci_dokumen, kunci_peran
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.model import Handbook, JamKerja, Langkah, Prosedur, Sop

__all__ = [
    "Banding",
    "Beda",
    "Kemiripan",
    "LangkahTahap",
    "Ringkas",
    "SelTahap",
    "Setara",
    "Tahap",
    "bandingkan",
]

_SAMA_DEKAT = 9
"""Places to which two steps have to be equally near; behind them Python's versions add up otherwise."""
_ANAK_KALIMAT = re.compile(
    r"(?<=\w)[\s,;.]+(?:jika|apabila|bila|untuk|agar|supaya|sehingga)\b.*|\.\s.*", re.IGNORECASE
)
"""What a stage's name does without: why, and what if."""
MIRIP = 0.5
"""Least likeness of a step to the others of its stage that is called *mirip*; below, *agak mirip*."""


def bandingkan(
    handbook: Handbook, ids: Sequence[str], akar_kata: Akar, hukum: BukuHukum
) -> Banding:
    """Compare SOPs. `akar_kata` returns the root of a word. Raises KeyError for an unknown id."""
    sop = []
    for id in ids:
        satu = handbook.cari_sop(id)
        if satu is None:
            raise KeyError(id)
        sop.append(satu)
    jam = [handbook.cari_instansi(s.instansi).jam_kerja for s in sop]
    return _Pembanding(tuple(sop), jam, PembacaLangkah(akar_kata), hukum).bandingkan()


class _Pembanding:
    def __init__(
        self,
        sop: tuple[Sop, ...],
        jam: Sequence[JamKerja],
        pembaca: PembacaLangkah,
        hukum: BukuHukum,
    ) -> None:
        self.sop, self.jam, self.pembaca, self.hukum = sop, jam, pembaca, hukum
        self.langkah = [list(_langkah(s)) for s in sop]
        ciri = [pembaca.ciri(p, x) for semua in self.langkah for _, p, x in semua]
        timbangan = iter(timbang(ciri))
        self.vektor = [[next(timbangan) for _ in semua] for semua in self.langkah]

    def bandingkan(self) -> Banding:
        pelaksana, output = milik_pelaksana(self.sop), milik_output(self.sop)
        hukum = milik_dasar_hukum(self.sop, self.hukum)
        ringkas = tuple(
            self._ringkas(k, *(sum(bool(m.ada[k]) for m in x) for x in (pelaksana, output, hukum)))
            for k in range(len(self.sop))
        )
        tercepat, terlama = ujung({k: r.setara for k, r in enumerate(ringkas) if r.setara})
        tahap = tuple(map(self._tahap, self._susun_tahap()))
        return Banding(self.sop, ringkas, tercepat, terlama, tahap, pelaksana, output, hukum)

    def _ringkas(self, k: int, pelaksana: int, output: int, hukum: int) -> Ringkas:
        langkah = [x for _, _, x in self.langkah[k]]
        total = total_sop(self.sop[k], self.jam[k])
        return Ringkas(
            langkah=len(langkah),
            pelaksana=pelaksana,
            keputusan=sum(x.keputusan for x in langkah),
            output=output,
            dasar_hukum=hukum,
            total=total,
            setara=self._setara(k, total),
            jalan=jalan_sop(self.sop[k], self.jam[k]),
        )

    def _setara(self, k: int, total: TotalWaktu) -> Setara | None:
        if not total.terhitung:
            return None
        jam, r = self.jam[k], total.rentang
        cepat, lama = (
            d.setara(jam.menit_per_hari, jam.hari_per_minggu)
            for d in (r.paling_cepat, r.paling_lama)
        )
        return Setara(cepat, lama, total.terhitung == total.langkah)

    def _susun_tahap(self) -> Iterator[BarisTahap]:
        """Lay the steps side by side in the order of the ids, so that the order of the columns decides nothing."""
        urut = sorted(range(len(self.sop)), key=lambda k: self.sop[k].id)
        for baris in susun_tahap([self.vektor[k] for k in urut]):
            langkah = {urut[k]: semua for k, semua in sorted(baris.langkah.items())}
            yield BarisTahap(langkah, {(urut[k], i) for k, i in baris.urutan_lain})

    # --- Stages -----------------------------------------------------------------------------

    def _tahap(self, baris: BarisTahap) -> Tahap:
        sel = tuple(self._sel(baris, k) for k in range(len(self.sop)))
        tercepat, terlama = ujung({k: s.setara for k, s in enumerate(sel) if s and s.setara})
        beda = frozenset(self._beda(baris, sel))
        return Tahap(self._nama(baris), sel, beda, tercepat, terlama)

    def _sel(self, baris: BarisTahap, k: int) -> SelTahap | None:
        if k not in baris.langkah:
            return None
        lain = baris.anggota(kecuali=k)
        pusat = satukan([self.vektor[a][j] for a, j in lain])
        bunyi = {kunci_nama(self.langkah[a][j][2].kegiatan) for a, j in lain}
        langkah = []
        for i in baris.langkah[k]:
            tempat, _, isi = self.langkah[k][i]
            mirip = kedekatan(self.vektor[k][i], pusat)
            jenis = _kemiripan(mirip, bool(lain), kunci_nama(isi.kegiatan) in bunyi)
            langkah.append(LangkahTahap(tempat, mirip, jenis, (k, i) in baris.urutan_lain))
        baris_nya = [self.langkah[k][i][0] for i in baris.langkah[k]]
        total = total_baris(
            self.sop[k].prosedur, self.jam[k], ((t.prosedur, t.langkah) for t in baris_nya)
        )
        return SelTahap(tuple(langkah), total, self._setara(k, total))

    def _beda(self, baris: BarisTahap, sel: Sequence[SelTahap | None]) -> Iterator[Beda]:
        if len(baris.langkah) < 2:
            return
        isi = [[self.langkah[k][i] for i in semua] for k, semua in baris.langkah.items()]
        for beda, ada in (
            (Beda.PELAKSANA, len({frozenset(p for x in s for p in _peran(x)) for s in isi}) > 1),
            (Beda.WAKTU, len({s.setara for s in sel if s}) > 1),
            (Beda.OUTPUT, len({frozenset(o for x in s for o in _output(x)) for s in isi}) > 1),
            (Beda.KEPUTUSAN, len({any(x.keputusan for _, _, x in s) for s in isi}) > 1),
        ):
            if ada:
                yield beda

    def _nama(self, baris: BarisTahap) -> str:
        """Word a stage by its most typical step: of the nearer half to all, the one with the fewest letters.

        Two steps are as near as each other to what they have in common; the first of them counts as nearer.
        """
        anggota = sorted(baris.anggota(), key=lambda a: (self.sop[a[0]].id, a[1]))
        pusat = satukan([self.vektor[k][i] for k, i in anggota])
        dekat = sorted(
            anggota, key=lambda a: -round(kedekatan(self.vektor[a[0]][a[1]], pusat), _SAMA_DEKAT)
        )
        teks = [self._dari_tindakan(a) for a in dekat[: (len(dekat) + 1) // 2]]
        return min(teks, key=len)

    def _dari_tindakan(self, posisi: Posisi) -> str:
        """Return the words of a step from its action on, without the role in front."""
        langkah = self.langkah[posisi[0]][posisi[1]][2]
        teks = " ".join((langkah.ringkas or langkah.kegiatan).split())
        tindakan = self.pembaca.tindakan(teks)
        teks = _ANAK_KALIMAT.sub("", teks[tindakan[0][1] if tindakan else 0 :]).rstrip(" ,;.")
        return teks[:1].upper() + teks[1:]


def _langkah(sop: Sop) -> Iterator[tuple[TempatLangkah, Prosedur, Langkah]]:
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            yield TempatLangkah(sop.id, p, i), prosedur, langkah


def _kemiripan(mirip: float, berteman: bool, sama: bool) -> Kemiripan:
    if not berteman:
        return Kemiripan.SENDIRI
    if sama:
        return Kemiripan.BUNYI_SAMA
    return Kemiripan.MIRIP if mirip >= MIRIP else Kemiripan.AGAK_MIRIP


def _peran(langkah: tuple[TempatLangkah, Prosedur, Langkah]) -> Iterable[str]:
    _, prosedur, isi = langkah
    label = {p.id: p.label for p in prosedur.pelaksana}
    return (kunci_peran(label.get(p, p)) for p in isi.pelaksana)


def _output(langkah: tuple[TempatLangkah, Prosedur, Langkah]) -> Iterable[str]:
    return filter(None, map(kunci_dokumen, langkah[2].dokumen_hasil))

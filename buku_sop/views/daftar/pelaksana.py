"""The page of a role, worked out: its steps as a checklist, and whom it takes work from and gives it to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2s
from itertools import groupby
from typing import NamedTuple

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.alur.waktu import TotalWaktu, total_baris
from buku_sop.analysis.dokumen.indeks import PeranDiInstansi, TempatLangkah, kunci_peran
from buku_sop.analysis.dokumen.serah_terima import Mitra, Serah, SerahTerimaPeran
from buku_sop.model import Handbook, Instansi, Langkah, Prosedur, Sop
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.teks import buka, pokok
from buku_sop.model.tulisan import tulis
from buku_sop.views.alur.jalan_keluar import Keluar, keluar_baris, urutan_giliran
from buku_sop.views.daftar.daftar import Pendaftar, SopSingkat, TempatTampil
from buku_sop.views.dasar.alamat import Alamat, halaman_pelaksana, halaman_sop
from buku_sop.views.dasar.bagi import BATAS, BERAT_SOP, Bagian, bagi_urut, muat
from buku_sop.views.dasar.isian import waktu as tulis_sel
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.waktu import tulis_total

_RAGU_ALUR = ("langkah", "pelaksana", "prosedur")
"""Fields of an SOP that put all of its table in doubt."""


class PeranLain(NamedTuple):
    """Another role, as far as a page names it."""

    instansi: str
    label: str
    slug: str


@dataclass(frozen=True, slots=True)
class LangkahTugas:
    """A step in the checklist of a role."""

    nomor: str
    href: str
    tanda: str
    """Under which a browser remembers the tick; another one as soon as the step says something else."""
    kegiatan: str
    """On one line: what it says before its list."""
    rincian: str
    """The lines of its list."""
    waktu: str
    kelengkapan: tuple[str, ...]
    output: tuple[str, ...]
    bersama: tuple[str, ...]
    """Roles that act jointly with it."""
    urutan: str
    """Who acts in which order, where the step has several turns."""
    keluar: tuple[Keluar, ...]
    """The ways out that this role decides about, and jumps."""
    keputusan: bool
    """Whether this role decides."""
    opsional: bool
    ragu: tuple[str, ...]
    """What of the step needs confirmation."""


@dataclass(frozen=True, slots=True)
class TugasSop:
    """What a role does in one SOP."""

    sop: SopSingkat
    jangkar: str
    total: str
    langkah: tuple[LangkahTugas, ...]
    href_ragu: str
    """Where the SOP says what of its table needs confirmation; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class SerahTampil:
    """A handover."""

    dari: TempatTampil
    ke: TempatTampil
    label: str
    balik: bool
    bawaan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MitraTampil:
    """A role at the other end."""

    label: str
    href: str
    maju: int
    kembali: int
    serah: tuple[tuple[str, tuple[SerahTampil, ...]], ...]
    """(SOP, handovers in it)."""


@dataclass(frozen=True, slots=True)
class HalamanPeran:
    """All that the page of a role says."""

    tugas: tuple[TugasSop, ...]
    nanti: tuple[TugasSop, ...]
    """In SOPs whose day has not come: not counted, since the SOPs that they follow still guide."""
    tamat: tuple[SopSingkat, ...]
    """SOPs with it that were replaced or withdrawn: named, but no guide to anybody."""
    langkah: int
    total: str
    menerima: tuple[MitraTampil, ...]
    menyerahkan: tuple[MitraTampil, ...]
    memulai: tuple[TempatTampil, ...]
    mengakhiri: tuple[TempatTampil, ...]
    jumlah_sop: int
    """SOPs that guide it today, on all pages of it."""
    jumlah_mitra: tuple[int, int]
    """Roles that it takes work from and gives it to, on all pages of it."""


@dataclass(frozen=True, slots=True)
class BagianPeran:
    """What stands on one of the pages of a role whose tasks are more than a page holds."""

    sop: tuple[str, ...] = ()
    """The SOPs whose tasks it lists, by id."""
    menerima: tuple[Mitra, ...] = ()
    menyerahkan: tuple[Mitra, ...] = ()


_BERAT_TUGAS, _BERAT_LANGKAH = 16, 17
_BERAT_MITRA, _BERAT_SERAH, _BERAT_UJUNG = 8, 6, 3
"""Elements of the parts of a role's page, with what stands in the table of contents."""
SERAH_TERIMA = "serah_terima"
"""The address of a role's handovers, where they have a page of their own."""


def bagi_peran(
    peran: PeranDiInstansi, handbook: Handbook, serah: SerahTerimaPeran, batas: int = BATAS
) -> tuple[Bagian[BagianPeran], ...]:
    """Cut the page of a role: its tasks by SOP, then its handovers; none where all fits on one."""
    sop = [s for id in peran.sop if (s := handbook.cari_sop(id))]
    banyak = Counter(t.sop for t in peran.tempat)
    tugas = [
        (s, _BERAT_TUGAS + _BERAT_LANGKAH * banyak[s.id])
        for s in (*filter(_dikerjakan, sop), *(s for s in sop if s.akan_berlaku))
    ]
    mitra = [
        *_mitra_berat(True, serah.menerima, batas),
        *_mitra_berat(False, serah.menyerahkan, batas),
    ]
    tamat = sum(BERAT_SOP for s in sop if s.tamat)
    ujung = _BERAT_UJUNG * (len(serah.memulai) + len(serah.mengakhiri))
    if muat([tamat, ujung, *(b for _, b in tugas), *(b for _, b in mitra)], batas):
        return ()
    hasil = [
        Bagian(f"bagian_{b.kunci}", b.sebutan, (BagianPeran(tuple(s.id for s in b.isi)),))
        for b in bagi_urut(tugas, lambda s: s.nama, batas, batas - tamat)
    ]
    potong = bagi_urut(mitra, lambda m: m[1].peran, batas, batas - ujung)
    for n, b in enumerate(potong, 1):
        terima = tuple(m for masuk, m in b.isi if masuk)
        serahkan = tuple(m for masuk, m in b.isi if not masuk)
        sebutan = (
            tulis("pelaksana.serah") if len(potong) == 1 else tulis("pelaksana.serah_ke", nomor=n)
        )
        kunci = SERAH_TERIMA if n == 1 else f"{SERAH_TERIMA}_{n}"
        hasil.append(Bagian(kunci, sebutan, (BagianPeran((), terima, serahkan),)))
    return tuple(hasil)


def _dikerjakan(sop: Sop) -> bool:
    return sop.dikerjakan


def _mitra_berat(
    masuk: bool, semua: Iterable[Mitra], batas: int
) -> Iterator[tuple[tuple[bool, Mitra], int]]:
    """Yield the partners with their weights; one with very many handovers in pieces."""
    banyak = max(1, batas // (4 * _BERAT_SERAH))
    for mitra in semua:
        for awal in range(0, len(mitra.serah), banyak):
            potong = mitra.serah[awal : awal + banyak]
            berat = _BERAT_MITRA + _BERAT_SERAH * len(potong)
            yield (masuk, Mitra(mitra.peran, potong)), berat


@dataclass(frozen=True, slots=True)
class IsiPeran(Ingatan):
    """The page of a role, or a part of it, worked out when the page shows it, of nothing but what stands here."""

    peran: PeranDiInstansi
    instansi: Instansi
    sop: tuple[Sop, ...]
    """All that the page may name, of the office."""
    serah: SerahTerimaPeran
    """Of the SOPs that guide somebody today."""
    mitra: Mapping[str, PeranLain]
    """The roles that it shares work with, by `kunci_peran`."""
    alamat: Alamat
    bagian: BagianPeran | None = None

    @property
    def h(self) -> HalamanPeran:
        """What stands on the page."""
        return self.ingat("h", self._susun)

    def _susun(self) -> HalamanPeran:
        pendaftar = Pendaftar(Handbook((self.instansi,), self.sop), self.alamat)
        return PenyusunPeran(self.peran, pendaftar, self.mitra).susun(self.serah, self.bagian)


def bahan_peran(
    peran: PeranDiInstansi,
    pendaftar: Pendaftar,
    lain: Mapping[str, PeranDiInstansi],
    serah: SerahTerimaPeran,
    bagian: BagianPeran | None = None,
) -> IsiPeran:
    """Choose what the page of a role is worked out from; `lain` are the roles of the office by `kunci_peran`."""
    mitra = (*serah.menerima, *serah.menyerahkan)
    ujung = (t for m in mitra for s in m.serah for t in (s.dari, s.ke))
    id = sorted({*peran.sop, *(t.sop for t in (*ujung, *serah.memulai, *serah.mengakhiri))})
    sop = tuple(s for satu in id if (s := pendaftar.handbook.cari_sop(satu)))
    dikenal = {m.peran: lain[m.peran] for m in mitra}
    return IsiPeran(
        peran,
        pendaftar.handbook.cari_instansi(peran.instansi),
        sop,
        serah,
        {kunci: PeranLain(p.instansi, p.label, p.slug) for kunci, p in dikenal.items()},
        pendaftar.alamat,
        bagian,
    )


class PenyusunPeran:
    """Makes the page of a role."""

    def __init__(
        self,
        peran: PeranDiInstansi,
        pendaftar: Pendaftar,
        lain: Mapping[str, PeranLain | PeranDiInstansi],
    ) -> None:
        """`lain` are at least the roles that it shares work with, by `kunci_peran`."""
        self.peran, self.pendaftar, self.lain = peran, pendaftar, lain
        self.kunci = kunci_peran(peran.label)
        self.instansi: Instansi = pendaftar.handbook.cari_instansi(peran.instansi)

    def susun(self, serah: SerahTerimaPeran, bagian: BagianPeran | None = None) -> HalamanPeran:
        """Make the page, or a part of it; `serah` is of the SOPs that guide somebody today."""
        sop = [s for id in self.peran.sop if (s := self.pendaftar.handbook.cari_sop(id))]
        tempat = {id: tuple(t) for id, t in groupby(self.peran.tempat, key=lambda t: t.sop)}
        hidup = [s for s in sop if s.dikerjakan]
        total = sum((self._total(s, tempat.get(s.id, ())) for s in hidup), start=TotalWaktu())
        di_sini = set(bagian.sop) if bagian else {s.id for s in sop}
        menerima = bagian.menerima if bagian else serah.menerima
        menyerahkan = bagian.menyerahkan if bagian else serah.menyerahkan
        tugas = [s for s in hidup if s.id in di_sini]
        nanti = [s for s in sop if s.akan_berlaku and s.id in di_sini]
        return HalamanPeran(
            tuple(self._tugas(s, tempat.get(s.id, ())) for s in tugas),
            tuple(self._tugas(s, tempat.get(s.id, ())) for s in nanti),
            tuple(self.pendaftar.sop(s) for s in sop if s.tamat),
            total.langkah,
            tulis_total(total, self.instansi.jam_kerja),
            tuple(map(self._mitra, menerima)),
            tuple(map(self._mitra, menyerahkan)),
            tuple(map(self.pendaftar.tempat, serah.memulai)),
            tuple(map(self.pendaftar.tempat, serah.mengakhiri)),
            len(hidup),
            (len(serah.menerima), len(serah.menyerahkan)),
        )

    def _langkah(self, sop: Sop, tempat: TempatLangkah) -> Langkah:
        return sop.prosedur[tempat.prosedur].langkah[tempat.langkah]

    def _total(self, sop: Sop, tempat: Iterable[TempatLangkah]) -> TotalWaktu:
        baris = ((t.prosedur, t.langkah) for t in tempat)
        return total_baris(sop.prosedur, self.instansi.jam_kerja, baris)

    def _tugas(self, sop: Sop, tempat: tuple[TempatLangkah, ...]) -> TugasSop:
        alur = {p: susun_alur(sop.prosedur[p]) for p in {t.prosedur for t in tempat}}
        ragu = any(k.bidang in _RAGU_ALUR for k in sop.perlu_konfirmasi)
        halaman = self.pendaftar.alamat.ke
        return TugasSop(
            self.pendaftar.sop(sop),
            f"tugas-{sop.slug}",
            tulis_total(self._total(sop, tempat), self.instansi.jam_kerja) if tempat else "",
            tuple(self._langkah_tugas(sop, t, alur[t.prosedur]) for t in tempat),
            halaman(halaman_sop(sop.id), "konfirmasi") if ragu else "",
        )

    def _langkah_tugas(self, sop: Sop, tempat: TempatLangkah, alur: Alur) -> LangkahTugas:
        prosedur, langkah = sop.prosedur[tempat.prosedur], self._langkah(sop, tempat)
        lanes = {k: kunci_peran(p.label) for k, p in enumerate(prosedur.pelaksana)}
        href = partial(self._href, sop, tempat.prosedur)
        keluar = keluar_baris(prosedur, alur, tempat.langkah, href)
        kegiatan, rincian = buka(langkah.kegiatan)
        return LangkahTugas(
            prosedur.panggilan(tempat.langkah) or "–",
            href(tempat.langkah),
            _tanda(sop, tempat, langkah),
            kegiatan or pokok(langkah.kegiatan),
            rincian,
            tulis_sel(langkah),
            langkah.kelengkapan,
            langkah.output,
            self._bersama(prosedur, langkah),
            urutan_giliran(prosedur, alur, tempat.langkah) if len(langkah.giliran) > 1 else "",
            tuple(k for lane, semua in keluar if lanes[lane] == self.kunci for k in semua),
            self._memutuskan(prosedur, langkah),
            langkah.opsional,
            tuple(istilah(k.bidang, sop, self.instansi) for k in langkah.perlu_konfirmasi),
        )

    def _href(self, sop: Sop, prosedur: int, langkah: int) -> str:
        jangkar = jangkar_langkah(prosedur, langkah, len(sop.prosedur))
        return self.pendaftar.alamat.ke(halaman_sop(sop.id), jangkar)

    def _giliran(self, prosedur: Prosedur, lane: Iterable[str]) -> dict[str, str]:
        """Return the labels of lanes by role, in order."""
        label = {p.id: p.label for p in prosedur.pelaksana}
        return {kunci_peran(label[p]): label[p] for p in lane if p in label}

    def _bersama(self, prosedur: Prosedur, langkah: Langkah) -> tuple[str, ...]:
        hasil: dict[str, str] = {}
        for giliran in langkah.giliran:
            milik = self._giliran(prosedur, giliran.pelaksana)
            if self.kunci in milik:
                hasil |= milik
        return tuple(label for kunci, label in hasil.items() if kunci != self.kunci)

    def _memutuskan(self, prosedur: Prosedur, langkah: Langkah) -> bool:
        return any(
            satu.cabang and self.kunci in self._giliran(prosedur, satu.pelaksana)
            for g in langkah.giliran
            for satu in (g, *g.anggota)
        )

    def _mitra(self, mitra: Mitra) -> MitraTampil:
        peran = self.lain[mitra.peran]
        href = self.pendaftar.alamat.ke(halaman_pelaksana(peran.instansi, peran.slug))
        serah = tuple(
            (self.pendaftar.tempat(milik[0].dari).sop, tuple(map(self._serah, milik)))
            for milik in (list(m) for _, m in groupby(mitra.serah, key=lambda s: s.dari.sop))
        )
        return MitraTampil(peran.label, href, mitra.maju, mitra.kembali, serah)

    def _serah(self, serah: Serah) -> SerahTampil:
        tempat = self.pendaftar.tempat
        return SerahTampil(
            tempat(serah.dari), tempat(serah.ke), serah.label, serah.balik, serah.bawaan
        )


def _tanda(sop: Sop, tempat: TempatLangkah, langkah: Langkah) -> str:
    """Name a step by what it says, so that a step put before it leaves its tick where it is."""
    sebelum = sop.prosedur[tempat.prosedur].langkah[: tempat.langkah]
    sama = sum(satu.kegiatan == langkah.kegiatan for satu in sebelum)
    isi = f"{sop.id}\n{tempat.prosedur}\n{sama}\n{langkah.kegiatan}"
    return blake2s(isi.encode(), digest_size=5).hexdigest()

"""Puts a comparison of SOPs into words, with links where the page that it stands on is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from buku_sop.analysis.banding.banding import Banding, Beda, LangkahTahap, Ringkas, SelTahap, Tahap
from buku_sop.analysis.banding.milik import Milik
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.model import Durasi, Handbook, JamKerja, Sop
from buku_sop.model.teks import satu_baris
from buku_sop.model.tulisan import tulis
from buku_sop.views.banding.tampil import (
    KOSONG,
    TANDA_MIRIP,
    BandingTampil,
    BarisRingkas,
    KolomTampil,
    LangkahBanding,
    MilikTampil,
    SelBanding,
    TahapBanding,
)
from buku_sop.views.dasar.alamat import Alamat, halaman_hukum, halaman_sop
from buku_sop.views.dasar.isian import siapa, waktu
from buku_sop.views.dasar.istilah import kunci_status, sebut_status
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.mermaid_text import singkat
from buku_sop.views.dasar.waktu import tulis_durasi, tulis_total

_URUTAN_BEDA = (Beda.PELAKSANA, Beda.WAKTU, Beda.OUTPUT, Beda.KEPUTUSAN)
_DIRAGUKAN = ("kegiatan", "pelaksana", "waktu", "output", "cabang")
"""Fields of a step that a comparison is about."""
_NAMA_TAHAP = 70


def tampilkan_banding(
    judul: str,
    banding: Banding,
    handbook: Handbook,
    alamat: Alamat | None = None,
    letak_hukum: Mapping[str, str] | None = None,
) -> BandingTampil:
    """Word a comparison; with links where the page that it stands on is known.

    `letak_hukum` names the page of legal bases that do not stand on the page of all, by slug.
    """
    return _PenyusunBanding(judul, banding, handbook, alamat, letak_hukum or {}).susun()


class _PenyusunBanding:
    def __init__(
        self,
        judul: str,
        banding: Banding,
        handbook: Handbook,
        alamat: Alamat | None,
        letak_hukum: Mapping[str, str],
    ) -> None:
        self.letak_hukum = letak_hukum
        self.judul, self.banding, self.handbook, self.alamat = judul, banding, handbook, alamat
        self.instansi = [handbook.cari_instansi(s.instansi) for s in banding.sop]
        self.sop = {s.id: s for s in banding.sop}

    def susun(self) -> BandingTampil:
        b = self.banding
        kolom = tuple(map(self._kolom, range(len(b.sop))))
        return BandingTampil(
            self.judul,
            b,
            kolom,
            tuple(self._ringkas()),
            tuple(self._tahap(n, t, kolom) for n, t in enumerate(b.tahap)),
            (
                ("pelaksana", tulis("kata.pelaksana"), tuple(map(self._milik, b.pelaksana))),
                ("output", tulis("kata.output"), tuple(map(self._milik, b.output))),
                ("dasar_hukum", tulis("hukum.judul"), tuple(map(self._milik, b.dasar_hukum))),
            ),
        )

    def _kolom(self, k: int) -> KolomTampil:
        sop, instansi = self.banding.sop[k], self.instansi[k]
        ganda = sum(s.instansi == sop.instansi for s in self.banding.sop) > 1
        sebutan = f"{instansi.sebutan}: {sop.nama}" if ganda else instansi.sebutan
        status = sebut_status(sop)
        href = self.alamat.ke(halaman_sop(sop.id)) if self.alamat else ""
        return KolomTampil(k + 1, sop.id, sebutan, sop.nama, href, kunci_status(sop), status)

    # --- Figures --------------------------------------------------------------------------------

    def _ringkas(self) -> Iterator[BarisRingkas]:
        yield self._baris(
            tulis("kata.status"), lambda k, r: sebut_status(self.banding.sop[k]), "status"
        )
        yield self._baris(tulis("kata.langkah"), lambda k, r: str(r.langkah))
        yield self._baris(tulis("kata.pelaksana"), lambda k, r: str(r.pelaksana))
        total = self._baris(
            tulis("kata.waktu_standar"), lambda k, r: tulis_total(r.total, self._jam(k))
        )
        b = self.banding
        tanda = tuple(_tanda(k, b.tercepat, b.terlama) for k in range(len(b.sop)))
        yield BarisRingkas(total.label, total.nilai, tanda)
        yield self._baris(
            tulis("waktu.tersingkat"), lambda k, r: self._durasi(k, r.jalan.tersingkat)
        )
        yield self._baris(tulis("waktu.terlama"), lambda k, r: self._durasi(k, r.jalan.terlama))
        yield self._baris(tulis("pelaksana.keputusan"), lambda k, r: str(r.keputusan))
        yield self._baris(
            tulis("kata.output"), lambda k, r: self._bersama(k, r.output, self.banding.output)
        )
        yield self._baris(
            tulis("hukum.judul"),
            lambda k, r: self._bersama(k, r.dasar_hukum, self.banding.dasar_hukum),
        )

    def _baris(
        self, label: str, isi: Callable[[int, Ringkas], str], bidang: str = ""
    ) -> BarisRingkas:
        nilai = tuple(isi(k, r) for k, r in enumerate(self.banding.ringkas))
        return BarisRingkas(label, nilai, ("",) * len(nilai), bidang)

    def _durasi(self, k: int, durasi: Durasi | None) -> str:
        return tulis_durasi(durasi, self._jam(k)) if durasi else KOSONG

    def _bersama(self, k: int, jumlah: int, milik: tuple[Milik, ...]) -> str:
        bersama = sum(bool(m.ada[k]) and m.jumlah > 1 for m in milik)
        return tulis("banding.juga", jumlah=jumlah, bersama=bersama) if bersama else str(jumlah)

    # --- Stages -----------------------------------------------------------------------------------

    def _tahap(self, n: int, t: Tahap, kolom: tuple[KolomTampil, ...]) -> TahapBanding:
        punya = [k for k, s in enumerate(t.sel) if s]
        ada = tulis("banding.ada", banyak=len(punya), semua=len(t.sel))
        if len(punya) == 1:
            ada = tulis("banding.hanya", instansi=kolom[punya[0]].instansi)
        return TahapBanding(
            nomor=n + 1,
            jangkar=f"tahap-{n + 1}",
            nama=singkat(t.nama, _NAMA_TAHAP),
            ada=ada,
            sendiri=len(punya) == 1,
            beda=tuple(b.value for b in _URUTAN_BEDA if b in t.beda),
            sel=tuple(self._sel(k, s, t) if s else None for k, s in enumerate(t.sel)),
        )

    def _sel(self, k: int, sel: SelTahap, tahap: Tahap) -> SelBanding:
        tanda = _tanda(k, tahap.tercepat, tahap.terlama)
        jumlah = tulis_total(sel.total, self._jam(k)) if len(sel.langkah) > 1 else ""
        return SelBanding(tuple(map(self._langkah, sel.langkah)), jumlah, tanda)

    def _langkah(self, x: LangkahTahap) -> LangkahBanding:
        sop = self.sop[x.tempat.sop]
        prosedur = sop.prosedur[x.tempat.prosedur]
        langkah = prosedur.langkah[x.tempat.langkah]
        bidang = {k.bidang for k in langkah.perlu_konfirmasi}
        return LangkahBanding(
            nomor=self._nomor(sop, x.tempat),
            href=self._href(sop, x.tempat),
            kegiatan=satu_baris(langkah.kegiatan),
            pelaksana=siapa(prosedur, langkah),
            waktu=waktu(langkah),
            output=tuple(map(satu_baris, langkah.output)),
            keputusan=langkah.keputusan,
            kemiripan=x.kemiripan.value,
            tanda=TANDA_MIRIP[x.kemiripan],
            mirip=x.mirip,
            urutan_lain=x.urutan_lain,
            ragu=tuple(b for b in _DIRAGUKAN if b in bidang),
        )

    def _nomor(self, sop: Sop, tempat: TempatLangkah) -> str:
        nomor = sop.prosedur[tempat.prosedur].panggilan(tempat.langkah) or "–"
        return f"{tempat.prosedur + 1}.{nomor}" if len(sop.prosedur) > 1 else nomor

    def _href(self, sop: Sop, tempat: TempatLangkah) -> str:
        if self.alamat is None:
            return ""
        jangkar = jangkar_langkah(tempat.prosedur, tempat.langkah, len(sop.prosedur))
        return self.alamat.ke(halaman_sop(sop.id), jangkar)

    # --- What they have in common -------------------------------------------------------------------

    def _milik(self, m: Milik) -> MilikTampil:
        href = ""
        if self.alamat and m.slug:
            href = self.alamat.ke(halaman_hukum(m.slug, self.letak_hukum), m.slug)
        ada = tuple(tuple(map(self._isi, isi)) for isi in m.ada)
        return MilikTampil(m.nama, href, m.jumlah, ada)

    def _isi(self, isi: str | TempatLangkah) -> tuple[str, str]:
        if isinstance(isi, str):
            return isi, ""
        sop = self.sop[isi.sop]
        return tulis("kata.langkah_no", nomor=self._nomor(sop, isi)), self._href(sop, isi)

    def _jam(self, k: int) -> JamKerja:
        return self.instansi[k].jam_kerja


def _tanda(k: int, tercepat: frozenset[int], terlama: frozenset[int]) -> str:
    if k in tercepat:
        return tulis("banding.tersingkat")
    return tulis("banding.terlama") if k in terlama else ""

"""Due reviews in words: how late, of which SOP, and what to write once it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from buku_sop.analysis.rincian import rincian
from buku_sop.analysis.tinjauan import Jadwal, Tinjauan
from buku_sop.model import Handbook, Penilaian, Riwayat, Sop
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.teks import sebaris
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import Alamat, halaman_sop, halaman_tinjauan

HARI_DEKAT = 30
"""Days before the due day from which a review is spoken of."""
_BULAN_SETAHUN = 12


@dataclass(frozen=True, slots=True)
class TinjauanTampil:
    """A review that must come next, as a page shows it."""

    jenis: str
    """`monitoring` or `evaluasi`."""
    tanggal: str
    """The due day in words."""
    iso: str
    """The due day for `<time datetime>`."""
    keadaan: str
    """How far that is: "terlambat 3 bulan"."""
    kelas: str
    """`lewat`, `dekat` or `nanti`, for its colour."""
    terakhir: str = ""
    """What the last review of this kind found; empty where none is recorded or it says nothing."""


@dataclass(frozen=True, slots=True)
class SopDitinjau:
    """An SOP with its next reviews, the more urgent first."""

    nama: str
    instansi: str
    href: str
    href_catat: str
    """Where it is said how to record a review of this SOP."""
    jangkar: str
    tinjauan: tuple[TinjauanTampil, ...]


class PenulisTinjauan:
    """Words the reviews of a handbook for one page.

    `letak` has the pages of SOPs whose reviews are not on the first page of their office, by id.
    """

    def __init__(
        self,
        handbook: Handbook,
        jadwal: Jadwal,
        alamat: Alamat,
        letak: Mapping[str, str] | None = None,
    ) -> None:
        self._handbook, self._jadwal, self._alamat = handbook, jadwal, alamat
        self._letak = letak or {}

    def satu(self, tinjauan: Tinjauan) -> TinjauanTampil:
        """Word one review."""
        hari_ini = self._jadwal.hari_ini
        return TinjauanTampil(
            tinjauan.jenis,
            tulis_tanggal(tinjauan.tempo),
            tinjauan.tempo.isoformat(),
            tulis_selisih(tinjauan.tempo, hari_ini),
            kelas(tinjauan, hari_ini),
            self._terakhir(tinjauan),
        )

    def _terakhir(self, tinjauan: Tinjauan) -> str:
        """Tell the findings of the record from which the time runs."""
        if not tinjauan.tercatat:
            return ""
        catatan = cari(self._handbook, tinjauan.sop).riwayat[int(tinjauan.jalur[1])]
        return "; ".join(f"{judul}: {sebaris(isi)}" for judul, isi in rincian(catatan))

    def sop(self, sop: Sop, tinjauan: Iterable[Tinjauan]) -> SopDitinjau:
        """Word some reviews of an SOP."""
        jangkar = f"sop-{sop.slug}"
        return SopDitinjau(
            sop.nama,
            self._handbook.cari_instansi(sop.instansi).sebutan,
            self._alamat.ke(halaman_sop(sop.id)),
            self._alamat.ke(self._letak.get(sop.id) or halaman_tinjauan(sop.instansi), jangkar),
            jangkar,
            tuple(map(self.satu, tinjauan)),
        )

    def per_sop(self, tinjauan: Iterable[Tinjauan]) -> tuple[SopDitinjau, ...]:
        """Word reviews by SOP, in the order of each one's first."""
        milik: dict[str, list[Tinjauan]] = {}
        for t in tinjauan:
            milik.setdefault(t.sop, []).append(t)
        return tuple(self.sop(cari(self._handbook, id), semua) for id, semua in milik.items())

    def per_tanggal(
        self, tinjauan: Iterable[Tinjauan]
    ) -> tuple[tuple[TinjauanTampil, tuple[SopDitinjau, ...]], ...]:
        """Word reviews by day and kind: those of one day and kind stand together."""
        return tuple(
            (self.satu(milik[0]), tuple(self.sop(cari(self._handbook, t.sop), [t]) for t in milik))
            for _, kelompok in groupby(
                sorted(tinjauan, key=lambda t: (t.tempo, t.jenis, t.sop)),
                key=lambda t: (t.tempo, t.jenis),
            )
            if (milik := list(kelompok))
        )


def kelas(tinjauan: Tinjauan, hari_ini: date) -> str:
    """Say how urgent a review is: `lewat`, `dekat` or `nanti`."""
    if tinjauan.lewat(hari_ini):
        return "lewat"
    return "dekat" if tinjauan.dekat(hari_ini, HARI_DEKAT) else "nanti"


def tulis_selisih(tempo: date, hari_ini: date) -> str:
    """Write how far the due day is: "terlambat 3 bulan", "hari ini", "12 hari lagi".

    Days below a month, months below a year, then years with the months beyond them, all in full.
    `tinjauan.js` says the same in the browser, in the same words.
    """
    if tempo == hari_ini:
        return tulis("tempo.hari_ini")
    dari, sampai = sorted((tempo, hari_ini))
    bulan = (sampai.year - dari.year) * _BULAN_SETAHUN + sampai.month - dari.month
    bulan -= sampai.day < dari.day
    tahun, sisa = divmod(bulan, _BULAN_SETAHUN)
    bagian = [tulis("tempo.tahun", banyak=tahun)] if tahun else []
    if sisa:
        bagian.append(tulis("tempo.bulan", banyak=sisa))
    lama = " ".join(bagian) or tulis("tempo.hari", banyak=(sampai - dari).days)
    return tulis("tempo.terlambat" if tempo < hari_ini else "tempo.lagi", lama=lama)


def _pertanyaan() -> str:
    lebar = max(map(len, BIDANG_JAWABAN)) + 1
    return "".join(
        f"      {f'{b.nama}:':{lebar}} # ya atau tidak: {b.label}\n"
        for b in BIDANG_JAWABAN.values()
    )


_CATATAN = "    catatan: Tulis hasilnya dalam satu kalimat\n"
_ISIAN: Mapping[str, str] = {
    "monitoring": f"    penilaian: # {' atau '.join(Penilaian)}\n{_CATATAN}"
    "    tindakan: # wajib bila tidak berjalan dengan baik\n"
    "    penilai: # jabatan yang menilai\n",
    "evaluasi": f"    jawaban:\n{_pertanyaan()}{_CATATAN}"
    "    rekomendasi: # apa yang perlu diubah\n"
    "    penilai: # jabatan yang menilai\n",
}
"""The lines of each form below the day and the kind."""


def baris_riwayat(jenis: str, tanggal: date, riwayat: Sequence[Riwayat] = ()) -> str:
    """Write the YAML lines that record a review; with their key where the file has none yet.

    The verdict and the answers are left empty, with what may stand there as a comment: nothing is presumed.
    """
    butir = f"  - tanggal: {tanggal.isoformat()}\n    jenis: {jenis}\n{_ISIAN[jenis]}"
    return butir if riwayat else f"riwayat:\n{butir}"


def hitung(tinjauan: Iterable[Tinjauan], hari_ini: date) -> Mapping[str, int]:
    """Count reviews by urgency."""
    hasil = {"lewat": 0, "dekat": 0, "nanti": 0}
    for t in tinjauan:
        hasil[kelas(t, hari_ini)] += 1
    return hasil


def cari(handbook: Handbook, id: str) -> Sop:
    """Return an SOP that is known to be there."""
    sop = handbook.cari_sop(id)
    assert sop is not None
    return sop

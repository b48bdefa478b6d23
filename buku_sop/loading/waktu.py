"""Reads the words of a Waktu cell into a time.

Real documents write "10 menit", "1-2 jam", "1 x 24 jam", "paling lambat 3 hari kerja sejak diterima", a bare "15"
under a heading in minutes, "5 menit/berkas", "setiap hari kerja", "Januari, April", or several cases in one cell
("1 hari untuk laporan triwulan dan 15 hari untuk laporan tahunan"). Every word of a cell must be understood, or the
cell counts as not read: a time is never guessed from a part of it. The words are kept in either case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from buku_sop.loading.waktu_jadwal import bukan_lama
from buku_sop.loading.waktu_jumlah import Jumlah, PembacaJumlah, cari
from buku_sop.loading.waktu_kata import PASCA, PRA, Kata, potong
from buku_sop.model import JamKerja, JenisUntuk, KasusWaktu, KeadaanWaktu, Satuan, Sifat, Waktu
from buku_sop.model.teks import rapikan_baris, satu_baris
from buku_sop.model.waktu import gabung_sifat

TERPANJANG = 600
"""Letters of the longest cell that is read; what is longer says more than a time."""

_KOSONG = re.compile(r"[-–—−_.\s]*|\(?(?:nihil|n/a|tidak ada|kosong)\)?")
_EKOR = " .;:,*"
"""Stray marks before and behind a time."""
_PEMISAH = frozenset({";", ",", "/", "dan", "atau", "|", "serta", "sedangkan", "dan/atau"})
_PILIHAN = frozenset({"/", "atau", "|", "dan/atau", "sedangkan"})
"""What parts times of which one holds; others may be times that follow each other."""
_PER = frozenset({"per", "setiap", "tiap", "@", "masing-masing"})
_BERKALA = frozenset(
    {"hari", "minggu", "pekan", "bulan", "triwulan", "semester", "caturwulan", "kuartal", "tahun"}
)
"""Stretches of time behind "per" that say how often: "1 minggu/bulan" is a week each month, and no piece."""
_UNTUK = frozenset({"untuk", "bagi", "utk"})
_SYARAT = frozenset(
    [
        "sejak", "semenjak", "setelah", "sesudah", "pasca", "jika", "bila", "apabila", "kalau", "asalkan",
        "terhitung", "dihitung", "mulai", "dengan", "ketika", "saat", "pada", "dari", "tergantung", "sesuai",
        "tanpa", "kecuali", "termasuk", "belum", "tidak", "diluar", "di", "terkecuali", "selama", "sampai",
        "diakhiri", "secara", "menyesuaikan", "disesuaikan", "berdasarkan", "bergantung", "dalam", "kondisi",
    ]
)  # fmt: skip
"""Words that begin what a time depends on."""
_TENGGAT = frozenset({"sebelum", "menjelang", "sebelumnya"})
_SEPADAN = re.compile(r"/\s*(?:hari|malam|minggu)\s+sebelumnya")
"""A day named as the alternative to an amount: "1 jam/hari sebelumnya"."""


class _Untuk(NamedTuple):
    """Words beside a time, without what leads to them."""

    jenis: JenisUntuk
    awal: int
    """The first piece."""
    akhir: int
    """The piece after the last."""
    lagi: tuple[tuple[int, int], ...] = ()
    """Further words, where brackets stand between."""


@lru_cache(maxsize=4096)
def baca_waktu(
    teks: str, satuan_kolom: Satuan | None = None, jam_kerja: JamKerja | None = None
) -> Waktu:
    """Read a cell. `satuan_kolom` is the unit in the column heading; never raises."""
    asli = rapikan_baris(teks)
    rapi = satu_baris(asli)
    biasa = "".join(c.lower() if len(c.lower()) == 1 else c for c in rapi[: TERPANJANG + 1])
    if _KOSONG.fullmatch(biasa):
        return Waktu(asli)
    if len(rapi) > TERPANJANG:
        return Waktu(asli, KeadaanWaktu.TAK_TERBACA)
    pembaca = _Pembaca(rapi, biasa, PembacaJumlah(satuan_kolom, jam_kerja or JamKerja()))
    if kasus := pembaca.baca():
        dari_kolom = satuan_kolom if pembaca.dari_kolom else None
        return Waktu(asli, KeadaanWaktu.TERBACA, kasus, dari_kolom, pembaca.ejaan)
    return Waktu(asli, bukan_lama(biasa) or KeadaanWaktu.TAK_TERBACA)


class _Pembaca:
    """Reads one cell, piece by piece."""

    def __init__(self, asli: str, biasa: str, jumlah: PembacaJumlah) -> None:
        awal = len(biasa) - len(biasa.lstrip(_EKOR))
        ujung = len(biasa.rstrip(_EKOR))
        if biasa[awal:ujung].startswith("(") and biasa.find(")") == ujung - 1:
            awal, ujung = awal + 1, ujung - 1
        self.asli, self.jumlah = asli, jumlah
        self.dari_kolom, self.ejaan = False, ""
        self._mulai_waktu: dict[int, bool] = {}
        bersih = _SEPADAN.sub(lambda m: " " * len(m[0]), biasa)
        self.kata: tuple[Kata, ...] = tuple(
            k for k in potong(bersih) if k.awal >= awal and k.akhir <= ujung
        )

    def baca(self) -> tuple[KasusWaktu, ...]:
        """Return the times of the cell; none if any word is left over, or how they belong together is not said."""
        hasil: list[KasusWaktu] = []
        i, banyak, berlabel, pilihan = 0, len(self.kata), False, False
        while i < banyak:
            satu = self._satu(i, berlabel=berlabel)
            if satu is None:
                return ()
            kasus, i, berlabel = satu
            if hasil and not pilihan and hasil[-1].jenis is kasus.jenis is None:
                return ()
            hasil.append(kasus)
            if i < banyak:
                lanjut = self._lewati_pemisah(i)
                if lanjut in (i, banyak):
                    return ()
                pilihan = any(k.teks in _PILIHAN for k in self.kata[i:lanjut])
                i = lanjut
        return tuple(hasil)

    def _lewati_pemisah(self, i: int) -> int:
        while i < len(self.kata) and self.kata[i].teks in _PEMISAH:
            i += 1
        return i

    # --- One time -----------------------------------------------------------------------------

    def _satu(self, i: int, *, berlabel: bool) -> tuple[KasusWaktu, int, bool] | None:
        """Read a time with what stands before and behind it; what was before a colon or a comma is its case."""
        depan, i = self._depan(i, berlabel=berlabel)
        sifat, i = self._pra(i)
        label, i = self._label_waktu(i)
        sifat_lain, i = self._pra(i)
        tutup = self._kurung_buka(i, depan)
        if tutup is not None:
            lagi, i = self._pra(i + 1)
            sifat_lain |= lagi
        jumlah = self.jumlah.baca(self.kata, i)
        if jumlah is None:
            return None
        i = jumlah.sesudah
        self.dari_kolom |= jumlah.dari_kolom
        self.ejaan = self.ejaan or jumlah.ejaan
        if tutup is not None:
            if i != tutup:
                return None
            i += 1
        semua_sifat = {*sifat, *sifat_lain}
        belakang, i, sifat_belakang = self._belakang(i, berlabel=berlabel)
        semua_sifat |= sifat_belakang
        untuk = self._sambung(depan or label, belakang)
        kasus = self._kasus(jumlah, semua_sifat, untuk)
        return kasus, i, bool(untuk and untuk.jenis is JenisUntuk.KASUS)

    def _kasus(self, jumlah: Jumlah, sifat: set[Sifat], untuk: _Untuk | None) -> KasusWaktu:
        bagian = ((untuk.awal, untuk.akhir), *untuk.lagi) if untuk else ()
        teks = ", ".join(filter(None, (self._teks(a, b) for a, b in bagian)))
        jenis = untuk.jenis if untuk and teks else None
        return KasusWaktu(jumlah.rentang, teks, jumlah.satuan, gabung_sifat(sifat), jenis)

    def _teks(self, a: int, b: int) -> str:
        """Return the words of some pieces as they stand in the cell."""
        if a >= b:
            return ""
        return self.asli[self.kata[a].awal : self.kata[b - 1].akhir].strip(_EKOR)

    def _pra(self, i: int) -> tuple[set[Sifat], int]:
        """Read qualifiers before an amount."""
        sifat: set[Sifat] = set()
        while temu := cari(PRA, self.kata, i):
            i = temu[1]
            if i < len(self.kata) and self.kata[i].teks in (".", ":"):
                i += 1
            if temu[0]:
                sifat.add(temu[0])
        return sifat, i

    def _label_waktu(self, i: int) -> tuple[_Untuk | None, int]:
        """Read what is waited for: "(maksimal) waktu tunggu antrian 3 hari"."""
        if i == 0 or self.kata[i - 1].teks not in ("waktu", "lama"):
            return None, i
        j = i
        while (
            j < min(len(self.kata), i + 5) and self.kata[j].teks.isalpha() and self._kata_lepas(j)
        ):
            j += 1
        if j == i or not self._awal_waktu(j):
            return None, i
        return _Untuk(JenisUntuk.KASUS, i, j), j

    def _kata_lepas(self, i: int) -> bool:
        kata = self.kata[i].teks
        lain = kata in _SYARAT or kata in _UNTUK or kata in _TENGGAT or kata in _PER
        return not lain and not self._awal_waktu(i) and not cari(PRA, self.kata, i)

    def _kurung_buka(self, i: int, depan: _Untuk | None) -> int | None:
        """Return the closing bracket where an amount stands in brackets: "sesuai kebutuhan (maks. 3 hari)"."""
        if depan is None or i >= len(self.kata) or self.kata[i].teks != "(":
            return None
        return self._kurung_tutup(i)

    def _kurung_tutup(self, i: int) -> int | None:
        dalam = 0
        for j in range(i, len(self.kata)):
            dalam += (self.kata[j].teks == "(") - (self.kata[j].teks == ")")
            if not dalam:
                return j
        return None

    # --- Before and behind ------------------------------------------------------------------------

    def _depan(self, i: int, *, berlabel: bool) -> tuple[_Untuk | None, int]:
        """Read a case or a condition that stands before its time: "Jika lengkap 5 menit", "Daring: 1 hari"."""
        if self._awal_waktu(i):
            return None, i
        awal = self.kata[i].teks
        if awal in _UNTUK:
            jenis, mulai, bebas = JenisUntuk.KASUS, i + 1, True
        elif awal in _TENGGAT:
            jenis, mulai, bebas = JenisUntuk.TENGGAT, i, False
        elif awal in _SYARAT:
            bebas = awal not in (
                "sesuai",
                "tergantung",
                "menyesuaikan",
                "disesuaikan",
                "berdasarkan",
            )
            jenis, mulai = JenisUntuk.SYARAT, i
        elif awal in _PER:
            jenis, mulai, bebas = JenisUntuk.PER_HASIL, i, awal in ("@", "masing-masing")
        else:
            jenis, mulai, bebas = JenisUntuk.KASUS, i, berlabel
        if bebas and jenis is JenisUntuk.PER_HASIL and self._awal_waktu(i + 1):
            return _Untuk(jenis, i, i + 1), i + 1
        for j in range(mulai + 1, len(self.kata)):
            pisah = self.kata[j].teks
            if pisah in (":", "=") or (pisah == "," and jenis is not JenisUntuk.KASUS):
                if self._awal_waktu(j + 1):
                    return _Untuk(jenis, mulai, j), j + 1
            elif pisah == "(" and jenis is not JenisUntuk.KASUS and self._awal_waktu(j + 1):
                return _Untuk(jenis, mulai, j), j
            elif pisah in _PEMISAH and jenis is JenisUntuk.KASUS and self._awal_waktu(j + 1):
                return None, i
            elif bebas and self._awal_waktu(j):
                return _Untuk(jenis, mulai, j), j
        return None, i

    def _awal_waktu(self, i: int) -> bool:
        """Tell whether a time with a unit of its own begins at a piece."""
        if i not in self._mulai_waktu:
            self._mulai_waktu[i] = self.jumlah.bersatuan(self.kata, self._pra(i)[1])
        return self._mulai_waktu[i]

    def _belakang(self, i: int, *, berlabel: bool) -> tuple[_Untuk | None, int, set[Sifat]]:
        """Read what stands behind a time, up to the next time or the end."""
        sifat: set[Sifat] = set()
        untuk: _Untuk | None = None
        while i < len(self.kata):
            if temu := cari(PASCA, self.kata, i):
                if temu[0]:
                    sifat.add(temu[0])
                i = temu[1]
            elif self._pemisah_waktu(i):
                break
            elif (baru := self._sebutan(i, berlabel=berlabel)) is not None:
                sebutan, i, sifat_kurung = baru
                sifat |= sifat_kurung
                untuk = self._sambung(untuk, sebutan)
            else:
                break
        return untuk, i, sifat

    def _sambung(self, a: _Untuk | None, b: _Untuk | None) -> _Untuk | None:
        """Make one of two remarks that follow each other; the more telling kind holds for both."""
        if a is None or b is None:
            return a or b
        urut = (JenisUntuk.TENGGAT, JenisUntuk.PER_HASIL, JenisUntuk.SYARAT, JenisUntuk.KASUS)
        jenis = min(a.jenis, b.jenis, key=urut.index)
        return _Untuk(jenis, a.awal, a.akhir, (*a.lagi, (b.awal, b.akhir), *b.lagi))

    def _pemisah_waktu(self, i: int) -> bool:
        """Tell whether a separator announces a further time at a piece."""
        if self.kata[i].teks not in _PEMISAH:
            return False
        j = self._lewati_pemisah(i)
        return j < len(self.kata) and (
            self._awal_waktu(j) or self._depan(j, berlabel=False)[0] is not None
        )

    def _sebutan(self, i: int, *, berlabel: bool) -> tuple[_Untuk | None, int, set[Sifat]] | None:
        """Read one remark behind a time."""
        kata = self.kata[i].teks
        if kata == "," and i + 1 < len(self.kata):
            kata, i = self.kata[i + 1].teks, i + 1
            if kata not in _SYARAT | _TENGGAT | _UNTUK | {"per", "setiap", "tiap"}:
                return None
        if kata == "(":
            return self._dalam_kurung(i)
        akhir = self._sampai_pemisah(i + 1)
        if any(self._awal_waktu(j) for j in self._luar_kurung(i + 1) if j < akhir):
            return None
        if kata in ("/", "@"):
            if i + 1 >= len(self.kata) or not self.kata[i + 1].teks.isalnum():
                return None
            if any(k.teks == "/" for k in self.kata[i + 1 : akhir]):
                return None  # two things beside each other, of which nobody knows how they belong together
            return _Untuk(self._per(i + 1), i + 1, akhir), akhir, set()
        if kata in _UNTUK:
            jenis = JenisUntuk.KASUS
            if i + 1 < len(self.kata) and self.kata[i + 1].teks in ("setiap", "tiap"):
                jenis = JenisUntuk.PER_HASIL
            return (_Untuk(jenis, i + 1, akhir), akhir, set()) if akhir > i + 1 else None
        if kata in _PER and (akhir > i + 1 or kata == "masing-masing"):
            return _Untuk(self._per(i + 1), i, akhir), akhir, set()
        if kata in _TENGGAT:
            return _Untuk(JenisUntuk.TENGGAT, i, akhir), akhir, set()
        if kata in _SYARAT and (akhir > i + 1 or kata == "termasuk"):
            return _Untuk(JenisUntuk.SYARAT, i, akhir), akhir, set()
        if berlabel and kata.isalpha():
            return _Untuk(JenisUntuk.KASUS, i, akhir), akhir, set()
        return None

    def _per(self, i: int) -> JenisUntuk:
        """Tell what words behind "per" or "/" are: a stretch of time says how often, anything else is a piece."""
        berkala = i < len(self.kata) and self.kata[i].teks in _BERKALA
        return JenisUntuk.KASUS if berkala else JenisUntuk.PER_HASIL

    def _dalam_kurung(self, i: int) -> tuple[_Untuk | None, int, set[Sifat]] | None:
        """Read brackets behind a time: a qualifier, a condition, or a remark."""
        tutup = self._kurung_tutup(i)
        if tutup is None or tutup == i + 1:
            return None
        sifat, j = self._pra(i + 1)
        if j == tutup:
            return None, tutup + 1, sifat
        awal = self.kata[i + 1].teks
        jenis = JenisUntuk.KASUS
        if awal in _TENGGAT:
            jenis = JenisUntuk.TENGGAT
        elif awal in _SYARAT:
            jenis = JenisUntuk.SYARAT
        elif awal in _PER:
            jenis = JenisUntuk.PER_HASIL
        mulai = i + 2 if awal in _UNTUK else i + 1
        return _Untuk(jenis, mulai, tutup), tutup + 1, set()

    def _sampai_pemisah(self, i: int) -> int:
        """Find where words end: before brackets that open, before a separator of a further time, or at the end."""
        for j in self._luar_kurung(i):
            if self._pemisah_waktu(j):
                return j
        return len(self.kata)

    def _luar_kurung(self, i: int) -> Iterator[int]:
        dalam = 0
        for j in range(i, len(self.kata)):
            dalam += (self.kata[j].teks == "(") - (self.kata[j].teks == ")")
            if dalam <= 0:
                yield j

"""A new version of a document meets the SOP that is there: what changed in the document changes in the file, and no more.

What a person confirmed or corrected stays; where the document changed at the same place, it stays with a doubt that says
what the document says now. What was read from the document before (`dasar`) tells the two apart, where it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from buku_sop.analysis.impor.padanan import Padanan, inti, kosong, padankan, sama, urutan_akhir
from buku_sop.loading.draf import bangun_draf
from buku_sop.loading.places import Path
from buku_sop.loading.sunting.konfirmasi import daftar_ragu, konfirmasi, ragukan
from buku_sop.loading.sunting.langkah import (
    ALIHAN,
    beri_id,
    daftar_langkah,
    hapus_langkah,
    id_di,
    pindah_langkah,
    sisipkan_langkah,
)
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, hapus, setel
from buku_sop.loading.sunting.pelaksana import (
    daftar_pelaksana,
    ganti_nama_pelaksana,
    hapus_pelaksana,
)
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import Prosedur, Sop
from buku_sop.model.bidang import LABEL

KEPALA = (
    "nomor", "kop", "tanggal_pembuatan", "tanggal_revisi", "nomor_revisi", "tanggal_efektif", "tanggal_pengesahan",
    "disahkan_oleh", "dasar_hukum", "keterkaitan", "peringatan", "kualifikasi_pelaksana", "peralatan", "pencatatan",
)  # fmt: skip
"""What a document says of an SOP as a whole."""
SEL = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
ALUR = ("pelaksana", "simbol", "cabang", "ke")
"""The keys of a step that together say its flow."""
_RAGU = "perlu_konfirmasi"
_TAK_TERBACA = "isinya belum dapat dibaca sebagai SOP; jalankan `sop periksa` dan perbaiki dulu"


@dataclass(frozen=True, slots=True)
class Pembaruan:
    """What a document makes of a file."""

    perubahan: Perubahan
    tetap: tuple[str, ...] = ()
    """What stays although the document says otherwise, in Indonesian sentences."""


def perbarui(naskah: Naskah, isi: Mapping[str, Any], dasar: Mapping[str, Any] | None) -> Pembaruan:
    """Bring what was read from a document into a file. Raises TakDapatDisunting where they cannot be brought together."""
    return _Pembaru(naskah, isi, dasar).jalan()


@dataclass(slots=True)
class _Satu:
    """One place that may change."""

    sebutan: str
    lama: Any
    baru: Any
    ragu: str
    """The doubt about what was read; empty where there is none."""
    bertanda: bool
    """Whether the file marks it as doubtful."""
    sama: bool
    berubah: bool | None
    """Whether the document changed here; None where it is not known."""
    disunting: bool = False
    """Whether a person changed what had been read."""


def _tabel(data: Mapping[str, Any]) -> list[Path]:
    semua = data.get("prosedur")
    return [("prosedur", n) for n in range(len(semua))] if isinstance(semua, list) else [()]


def _di(data: Any, jalan: Path) -> Any:
    for bagian in jalan:
        data = data[bagian]
    return data


def _sebagai_peta(langkah: Any) -> dict[str, Any]:
    return dict(langkah) if isinstance(langkah, Mapping) else {"kegiatan": langkah}


class _Pembaru:
    def __init__(
        self, naskah: Naskah, isi: Mapping[str, Any], dasar: Mapping[str, Any] | None
    ) -> None:
        self.hasil = Perubahan(naskah)
        self.isi, self.dasar = isi, dasar
        self.tetap: list[str] = []
        self.lama, self.baru = self._model(naskah.data), self._model(isi)
        self.semula = bangun_draf(dasar) if dasar is not None else None
        if self.semula is None or len(self.semula.prosedur) != len(self.baru.prosedur):
            self.dasar = self.semula = None

    @staticmethod
    def _model(data: Any) -> Sop:
        sop = bangun_draf(data)
        if sop is None:
            raise TakDapatDisunting(_TAK_TERBACA)
        return sop

    @property
    def naskah(self) -> Naskah:
        """The file as it is by now."""
        return self.hasil.naskah

    def lakukan(self, langkah: Callable[[Naskah], Perubahan]) -> None:
        """Change the file further."""
        self.hasil = self.hasil.lalu(langkah)

    def jalan(self) -> Pembaruan:
        """Go through all that a document says."""
        banyak = len(self.lama.prosedur), len(self.baru.prosedur)
        if banyak[0] != banyak[1]:
            raise TakDapatDisunting(
                f"dokumennya memuat {banyak[1]} tabel langkah, sedangkan berkasnya {banyak[0]}"
            )
        self._kepala()
        for n, (di, dari) in enumerate(
            zip(_tabel(cast(dict[str, Any], self.naskah.data)), _tabel(self.isi), strict=True)
        ):
            _PembaruTabel(self, di, _di(self.isi, dari), n).jalan()
        return Pembaruan(self.hasil, tuple(self.tetap))

    def _kepala(self) -> None:
        ragu = self.isi.get(_RAGU, {})
        tanda = daftar_ragu(self.naskah, ())
        for bidang in KEPALA:
            lama, baru = self.naskah.isi((bidang,)), self.isi.get(bidang)
            semula = self.dasar.get(bidang) if self.dasar is not None else None
            satu = _Satu(
                LABEL.get(bidang, bidang), lama, baru, ragu.get(bidang, ""), bidang in tanda, sama(lama, baru),
                None if self.dasar is None else not sama(semula, baru),
                self.dasar is not None and not sama(semula, lama),
            )  # fmt: skip
            self.tulis(satu, (), bidang, lambda b=bidang, v=baru: self.setel((b,), v))  # type: ignore[misc]
        nama = self.isi.get("nama")
        if (
            nama
            and not ragu.get("nama")
            and inti(nama).casefold() != inti(self.lama.nama).casefold()
        ):
            self.tetap.append(
                f"Nama: dokumen berbunyi “{nama}”; nama SOP diganti dengan `sop ganti-nama`, karena SOP lain menyebutnya."
            )

    def setel(self, jalan: Path, nilai: Any) -> None:
        """Let a place hold what was read; take it away where nothing was."""
        if not kosong(nilai):
            self.lakukan(lambda x: setel(x, jalan, nilai))
        elif self.naskah.ada(jalan):
            self.lakukan(lambda x: hapus(x, jalan))

    def tulis(self, satu: _Satu, di: Path, bidang: str, ubah: Callable[[], None]) -> None:
        """Decide about one place, and change it or say why it stays."""
        if satu.sama or satu.berubah is False:
            return
        if satu.berubah is None and (
            kosong(satu.baru) or (satu.ragu and not satu.bertanda and not kosong(satu.lama))
        ):
            if not kosong(satu.baru):
                self.tetap.append(
                    f"{satu.sebutan}: tetap seperti yang sudah dikonfirmasi; di dokumen tidak terbaca pasti."
                )
            return
        if satu.disunting and not satu.bertanda and not kosong(satu.lama):
            kini = _kini(satu.baru)
            self.tetap.append(f"{satu.sebutan}: Anda sudah mengubahnya; dokumen yang baru {kini}.")
            self.lakukan(
                lambda x: ragukan(x, di, bidang, f"Dalam dokumen yang baru isinya {kini}.")
            )
            return
        ubah()
        if satu.ragu:
            self.lakukan(lambda x: ragukan(x, di, bidang, satu.ragu))


def _kini(nilai: Any) -> str:
    if kosong(nilai):
        return "kosong"
    return "berbeda" if isinstance(nilai, Mapping) else f"berbunyi {kutip(nilai)}"


def kutip(nilai: Any) -> str:
    """Write a value within quotes, shortened."""
    semua = nilai if isinstance(nilai, list) else [nilai]
    teks = "; ".join(" ".join(str(x).split()) for x in semua)
    return f"“{teks if len(teks) < 200 else teks[:199] + '…'}”"


@dataclass(slots=True)
class _PembaruTabel:
    """Brings one table of steps up to date."""

    induk: _Pembaru
    di: Path
    isi: Mapping[str, Any]
    n: int
    id: dict[str, str] = field(default_factory=dict)
    """Ids of steps and turns as they were read, and as they are in the file."""

    def jalan(self) -> None:
        """Lanes, then rows, then what stands in them."""
        lama, baru = self.induk.lama.prosedur[self.n], self.induk.baru.prosedur[self.n]
        padanan = padankan(lama, baru)
        semula = self.induk.semula
        asal = padankan(semula.prosedur[self.n], baru) if semula is not None else None
        lane = self._lane(padanan)
        letak = self._baris(padanan, lane, semula.prosedur[self.n] if semula else None)
        for j, i in sorted(padanan.langkah.items()):
            self._langkah(padanan, asal, lane, i, j, letak)
        for id in [p.id for p in lama.pelaksana if p.id not in padanan.lane.values()]:
            self._hapus_lane(id, semula.prosedur[self.n] if semula else None, lama)

    # --- Lanes ------------------------------------------------------------------------------

    def _lane(self, padanan: Padanan) -> dict[str, str]:
        """Add and rename lanes; return the ids of the file for those that were read."""
        hasil = dict(padanan.lane)
        nama_lama = {p.id: p for p in padanan.sebelum.pelaksana}
        for p in padanan.sesudah.pelaksana:
            nilai = self.isi["pelaksana"][p.id]
            if p.id in hasil:
                kini = nama_lama[hasil[p.id]]
                if not sama(kini.label.casefold(), p.label.casefold()):
                    self._beri_nama(hasil[p.id], p.label)
                continue
            ada = daftar_pelaksana(self.induk.naskah, self.di)
            id = next(
                c for c in (p.id, *(f"{p.id}_{k}" for k in range(2, len(ada) + 3))) if c not in ada
            )
            hasil[p.id] = id
            self.induk.lakukan(lambda x, i=id, v=nilai: setel(x, (*self.di, "pelaksana", i), v))  # type: ignore[misc]
        return hasil

    def _beri_nama(self, id: str, nama: str) -> None:
        self.induk.lakukan(lambda x: ganti_nama_pelaksana(x, self.di, id, nama))

    def _hapus_lane(self, id: str, semula: Prosedur | None, lama: Prosedur) -> None:
        nama = next(p.label for p in lama.pelaksana if p.id == id)
        if semula is not None and not any(sama(p.label, nama) for p in semula.pelaksana):
            return  # added by a person
        try:
            self.induk.lakukan(lambda x: hapus_pelaksana(x, self.di, id))
        except TakDapatDisunting:
            self.induk.tetap.append(
                f"Pelaksana {nama}: tidak ada di dokumen, tetapi masih mengerjakan langkah."
            )

    # --- Rows -------------------------------------------------------------------------------

    def _baris(
        self, padanan: Padanan, lane: Mapping[str, str], semula: Prosedur | None
    ) -> dict[int, int]:
        """Delete, move and insert rows; return where each step that was read stands by now."""
        jumlah = len(padanan.sebelum.langkah)
        hilang = [i for i in range(jumlah) if i not in padanan.langkah.values()]
        dari_dokumen = (
            set(hilang) if semula is None else set(padankan(semula, padanan.sebelum).langkah)
        )
        kini = list(range(jumlah))
        for i in reversed(hilang):
            if i in dari_dokumen:
                self.induk.lakukan(lambda x, k=i: hapus_langkah(x, self.di, k))  # type: ignore[misc]
                kini.remove(i)
        akhir = urutan_akhir(padanan, [i for i in hilang if i in kini])
        for ke, i in enumerate(i for jenis, i in akhir if jenis == "lama"):
            dari = kini.index(i)
            if dari != ke:
                self.induk.lakukan(lambda x, a=dari, b=ke: pindah_langkah(x, self.di, a, b))  # type: ignore[misc]
                kini.insert(ke, kini.pop(dari))
        balik = {i: j for j, i in padanan.langkah.items()}
        letak: dict[int, int] = {}
        baru: list[tuple[int, int]] = []
        for n, (jenis, k) in enumerate(akhir):
            if jenis == "lama":
                if k in balik:
                    letak[balik[k]] = n
                continue
            letak[k] = n
            baru.append((n, k))
            polos = {b: v for b, v in self._mentah(k).items() if b in (*SEL, _RAGU, "nomor")}
            self.induk.lakukan(lambda x, a=n, v=polos: sisipkan_langkah(x, self.di, a, v))  # type: ignore[misc]
        for n, k in baru:
            self._tulis_alur(n, k, lane, letak)
        return letak

    def _mentah(self, j: int) -> dict[str, Any]:
        """Return a step as it was read, its time with the unit if the file has none for all."""
        langkah = _sebagai_peta(self.isi["langkah"][j])
        satuan = self.isi.get("satuan_waktu")
        waktu = str(langkah.get("waktu", ""))
        if (
            satuan
            and waktu.isdecimal()
            and self.induk.naskah.isi((*self.di, "satuan_waktu")) is None
        ):
            langkah["waktu"] = f"{waktu} {satuan}"
        return langkah

    # --- What stands in a row ------------------------------------------------------------------

    def _langkah(
        self, padanan: Padanan, asal: Padanan | None, lane: Mapping[str, str], i: int, j: int, letak: Mapping[int, int]
    ) -> None:  # fmt: skip
        n = letak[j]
        jalan = (*self.di, "langkah", n)
        baru = self._mentah(j)
        lama = _sebagai_peta(daftar_langkah(self.induk.naskah, self.di)[n])
        ragu, tanda = baru.get(_RAGU, {}), daftar_ragu(self.induk.naskah, jalan)
        semula = self._semula(asal, j)
        for bidang in SEL:
            dulu = semula.get(bidang) if semula is not None else None
            if self.induk.dasar is not None and bidang == "waktu":
                dulu = _bersatuan(dulu, baru.get(bidang))
            satu = _Satu(
                f"Langkah {n + 1}, {LABEL[bidang]}", lama.get(bidang), baru.get(bidang), ragu.get(bidang, ""),
                bidang in tanda, sama(lama.get(bidang), baru.get(bidang)),
                None if semula is None else not sama(dulu, baru.get(bidang)),
                semula is not None and not sama(dulu, lama.get(bidang)),
            )  # fmt: skip
            self._tulis_sel(satu, jalan, bidang)
        self._alur(padanan, asal, lane, i, j, letak)

    def _tulis_sel(self, satu: _Satu, jalan: Path, bidang: str) -> None:
        self.induk.tulis(satu, jalan, bidang, lambda: self.induk.setel((*jalan, bidang), satu.baru))

    def _semula(self, asal: Padanan | None, j: int) -> dict[str, Any] | None:
        """Return what the document said of a step before; None where that is not known."""
        if asal is None or self.induk.dasar is None or j not in asal.langkah:
            return None
        tabel = _di(self.induk.dasar, _tabel(self.induk.dasar)[self.n])
        return _sebagai_peta(tabel["langkah"][asal.langkah[j]])

    def _alur(
        self, padanan: Padanan, asal: Padanan | None, lane: Mapping[str, str], i: int, j: int, letak: Mapping[int, int]
    ) -> None:  # fmt: skip
        n = letak[j]
        jalan = (*self.di, "langkah", n)
        baru = _sebagai_peta(self.isi["langkah"][j])
        lama = _sebagai_peta(daftar_langkah(self.induk.naskah, self.di)[n])
        ragu = [(b, a) for b, a in baru.get(_RAGU, {}).items() if b in ALUR]
        tanda = set(daftar_ragu(self.induk.naskah, jalan)) & set(ALUR)
        ada = {b: lama[b] for b in ALUR if b in lama}
        terbaca = {b: baru[b] for b in ALUR if b in baru}
        semula = self._semula(asal, j)
        disunting = False
        if semula is not None and asal is not None:
            dulu = padankan(asal.sebelum, padanan.sebelum)
            asalnya = {a: b for b, a in dulu.langkah.items()}.get(asal.langkah[j])
            disunting = asalnya is None or not dulu.alur_sama(asal.langkah[j], asalnya)
        satu = _Satu(
            f"Langkah {n + 1}, alurnya", ada, terbaca or "-", ragu[0][1] if ragu else "", bool(tanda),
            padanan.alur_sama(i, j) or (not terbaca and bool(ada)),
            None if semula is None or asal is None else not asal.alur_sama(asal.langkah[j], j),
            disunting,
        )  # fmt: skip
        self.induk.tulis(
            satu, jalan, ragu[0][0] if ragu else "pelaksana", lambda: self._tulis_alur(n, j, lane, letak)
        )  # fmt: skip

    def _tulis_alur(
        self, n: int, j: int, lane: Mapping[str, str], letak: Mapping[int, int]
    ) -> None:
        baru = _sebagai_peta(self.isi["langkah"][j])
        for bidang in ALUR:
            nilai = self._dengan_id(baru.get(bidang), lane, letak, bidang)
            self.induk.setel((*self.di, "langkah", n, bidang), nilai)
        for bidang, alasan in daftar_ragu(self.induk.naskah, (*self.di, "langkah", n)).items():
            if bidang in ALUR and alasan.startswith(ALIHAN):  # of a row that was deleted just now
                self._konfirmasi(n, bidang)

    def _konfirmasi(self, n: int, bidang: str) -> None:
        self.induk.lakukan(lambda x: konfirmasi(x, (*self.di, "langkah", n), bidang))

    def _dengan_id(
        self, nilai: Any, lane: Mapping[str, str], letak: Mapping[int, int], kunci: str
    ) -> Any:
        """Write the ids of the file into a value that was read."""
        if isinstance(nilai, list):
            return [self._dengan_id(v, lane, letak, kunci) for v in nilai]
        if isinstance(nilai, Mapping):
            return {k: self._dengan_id(v, lane, letak, k) for k, v in nilai.items()}
        if kunci in ("pelaksana", "bersama") and isinstance(nilai, str):
            return lane.get(nilai, nilai)
        if kunci == "ke" and isinstance(nilai, str):
            return self._tujuan(nilai, lane, letak)
        return nilai

    def _tujuan(self, nilai: str, lane: Mapping[str, str], letak: Mapping[int, int]) -> str:
        id, garis, lajur = nilai.partition("/")
        j = next((k for k, x in enumerate(self.isi["langkah"]) if id in id_di(x)), None)
        if j is None:
            return nilai
        n = letak[j]
        self.induk.lakukan(lambda x: beri_id(x, self.di, n))
        baru = next(id_di(daftar_langkah(self.induk.naskah, self.di)[n]))
        return f"{baru}/{lane.get(lajur, lajur)}" if garis else baru


def _bersatuan(dulu: Any, baru: Any) -> Any:
    """Give a time of before the unit that the one of now was given."""
    teks = str(dulu or "")
    satuan = str(baru or "").partition(" ")[2]
    return f"{teks} {satuan}" if teks.isdecimal() and satuan else dulu


def pilih(semua: Mapping[int, Mapping[str, Any]], nama: str) -> Iterator[int]:
    """Yield which of several SOPs in a document may be the one of a name: the only one, or those of that name."""
    if len(semua) == 1:
        yield from semua
        return
    for n, isi in semua.items():
        if inti(isi.get("nama")).casefold() == inti(nama).casefold():
            yield n

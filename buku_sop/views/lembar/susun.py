"""One sheet from its SOP: first the words to be measured, then the finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan
from buku_sop.layout.text import only_lane
from buku_sop.model import (
    Handbook,
    Instansi,
    LetakBagian,
    PilihanLembar,
    RuangTandaTangan,
    Sop,
    Status,
)
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.lembar.alamat import AlamatLembar
from buku_sop.views.lembar.baris import (
    PenyusunBaris,
    isi_kolom,
    kata_lane,
    kepala_kolom,
    kolom_berdaftar,
    teks_alternatif,
    total,
)
from buku_sop.views.lembar.gambar import PenggambarTabel
from buku_sop.views.lembar.halaman import Pembagian
from buku_sop.views.lembar.identitas import PenyusunIdentitas, cap
from buku_sop.views.lembar.kerapatan import (
    BIASA,
    KERAPATAN,
    Kerapatan,
    Pelukis,
    PilihanTabel,
    Tabel,
    pilih_kerapatan,
)
from buku_sop.views.lembar.kertas import Kertas, pilih_kertas
from buku_sop.views.lembar.kolom import Kolom, bagi_kolom
from buku_sop.views.lembar.teks import PenulisTeks

LONGGAR_SAMBUNGAN = 10.0
"""mm that each page break in an identity may cost."""
JARAK_SAMBUNGAN = 4.0
"""What stands between an identity and a table below it: `v` in lembar.typ."""
TERISI_SAMBUNGAN = 0.45
"""A table starts below the rest of an identity that fills no more than this of its page."""
NISBAH_HURUF = 1.25
"""How many times as large letters an identity has as its table at most."""
TANPA_TANGGAL = date(2000, 1, 1)
"""The date in a PDF whose SOP has none, since PDF/A asks for one."""


@dataclass(frozen=True, slots=True)
class Sampul:
    """What the handbook's own settings say for the cover of its book."""

    logo: str = ""
    """The name under which the template finds it."""
    pemerintah: str = ""
    nama: str = ""
    warna: str = ""
    """Of its line, as `#rrggbb`; empty for black."""


@dataclass(frozen=True, slots=True)
class KonteksLembar:
    """What all sheets share."""

    handbook: Handbook
    keterkaitan: Keterkaitan
    perintah: PilihanLembar
    """What is chosen on the command line, over all that offices and SOPs choose."""
    dikenal: frozenset[int]
    """The code points that the font has."""
    alamat: AlamatLembar
    revisi: Mapping[str, str]
    """By SOP id: which state of its data is printed."""
    logo: Mapping[str, str]
    """By office id: the name under which the template finds its logo."""
    logo_kedua: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The same of its second logo."""
    sampul: Sampul = field(default_factory=Sampul)

    def pilihan(self, sop: Sop) -> PilihanLembar:
        """Return what is chosen for the sheet of an SOP."""
        instansi = self.handbook.cari_instansi(sop.instansi)
        return instansi.lembar.ditimpa(sop.lembar).ditimpa(self.perintah)

    def kertas_buku(self, instansi: Iterable[Instansi]) -> Kertas:
        """Return the page of a book of some offices: theirs where they agree on one."""
        semua = {pilih_kertas(_arah(i).ditimpa(i.lembar).ditimpa(self.perintah)) for i in instansi}
        return semua.pop() if len(semua) == 1 else pilih_kertas(self.perintah)


def _arah(instansi: Instansi) -> PilihanLembar:
    """Return how the form of an office lays its pages."""
    return PilihanLembar(arah=instansi.bentuk.arah if instansi.bentuk else None)


Pengukur = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Returns what the template of a sheet measures of its words (`Lembar.naskah`)."""


class Lembar:
    """A sheet. Its words are measured by a template (`naskah`), then it is finished for printing (`selesai`)."""

    templat_ukur = "ukur.typ"
    """The template that measures it."""
    penggambar = PenggambarTabel
    """What draws its tables."""
    lain: tuple[Kerapatan, ...] = ()
    """Densities besides the usual ones."""

    def __init__(self, sop: Sop, konteks: KonteksLembar) -> None:
        self.sop, self.konteks = sop, konteks
        self.instansi = konteks.handbook.cari_instansi(sop.instansi)
        self.pilihan = konteks.pilihan(sop)
        self.kertas = self._kertas()
        self.penulis = PenulisTeks(konteks.dikenal)
        self.identitas = PenyusunIdentitas(
            sop, self.instansi, self.penulis, self.kertas, konteks.keterkaitan, konteks.alamat
        )
        self.pelukis = {
            p: Pelukis(prosedur, susun_alur(prosedur), len(sop.prosedur))
            for p, prosedur in enumerate(sop.prosedur)
            if prosedur.langkah
        }
        """What draws the procedures that have a table, by their places."""
        self.kepala = self._kepala()

    def _kertas(self) -> Kertas:
        """Choose the page."""
        return pilih_kertas(self.pilihan)

    @property
    def diganti(self) -> list[str]:
        """Characters that the font does not have, sorted."""
        return sorted(self.penulis.diganti)

    def naskah(self, tabel: Mapping[int, Tabel] | None = None) -> dict[str, Any]:
        """Return what must be measured: some tables by the place of their procedure, or the identity and every table.

        They are in the usual density unless given.
        """
        semua = tabel or {p: self._tabel(p, KERAPATAN[BIASA]) for p in self.pelukis}
        awal, akhir = min(self.pelukis, default=0), max(self.pelukis, default=0)
        return {
            **self.kepala,
            "identitas_diukur": tabel is None,
            "ukur": [
                {"tabel": satu.data, "awal": p == awal, "akhir": p == akhir}
                for p, satu in semua.items()
            ],
        }

    def selesai(self, ukur: Pengukur) -> dict[str, Any]:
        """Return the finished sheet; `ukur` measures `naskah`, as often as a density is considered."""
        semua = [self._pilihan(p, ukur) for p in self.pelukis]
        biasa = {p: x.tabel(BIASA) for p, x in zip(self.pelukis, semua, strict=True)}
        ukuran = ukur(self.naskah(biasa) | {"identitas_diukur": True})
        for satu, terukur in zip(semua, ukuran["tabel"], strict=True):
            satu.catat(BIASA, terukur)
        return self._selesai(semua, ukuran)

    def _pilihan(self, p: int, ukur: Pengukur) -> PilihanTabel:
        return PilihanTabel(
            lambda kerapatan: self._tabel(p, kerapatan),
            lambda tabel: ukur(self.naskah({p: tabel}))["tabel"][0],
            self.lain,
        )

    def _selesai(self, semua: Sequence[PilihanTabel], ukuran: Mapping[str, Any]) -> dict[str, Any]:
        """Return the finished sheet, given what was measured of its identity."""
        huruf, tabel, tinggi = 0, [], self.kertas.tinggi_isi
        terpakai = self._terpakai(ukuran.get("tinggi_identitas", 0.0))
        for urutan, satu in enumerate(semua):
            n, pembagian, larik = pilih_kerapatan(satu, tinggi)
            if terpakai and urutan == 0:
                usul = pilih_kerapatan(satu, tinggi, terpakai)
                if hemat := usul[1].halaman <= pembagian.halaman:
                    n, pembagian, larik = usul
                terpakai *= hemat
            turun = terpakai if urutan == 0 else 0.0
            n, gambar, halaman = self._gambar(satu, n, (pembagian, larik), huruf, (tinggi, turun))
            huruf += gambar.terpakai
            for h in halaman:
                self._tulisi(h)
            tinggi_kepala = satu.ukuran(n)["kepala"]
            tabel.append({**satu.tabel(n).data, "halaman": halaman, "tinggi_kepala": tinggi_kepala})
        return {
            **self.kepala,
            "tabel": tabel,
            "identitas_panjang": ukuran.get("tinggi_identitas", 0.0) > tinggi,
            "huruf_identitas": _huruf_identitas(ukuran, tabel, tinggi),
            "sambung": bool(terpakai),
        }

    def _gambar(
        self,
        tabel: PilihanTabel,
        n: int,
        isi: tuple[Pembagian, int],
        huruf: int,
        ruang: tuple[float, float],
    ) -> tuple[int, PenggambarTabel, list[dict[str, Any]]]:
        """Draw a table; return its density, what drew it, and its pages.

        `isi` are its pages and the lines of words in connectors, `huruf` the letters of connectors that are used, `ruang` the height
        of a page and what is taken of the first.
        """
        satu, (pembagian, larik) = tabel.tabel(n), isi
        gambar = self.penggambar(
            satu.alur, satu.tata, pembagian.potongan, huruf, satu.nomor, larik, samping=True
        )
        return n, gambar, gambar.gambar()

    def _terpakai(self, identitas: float) -> float:
        """Return what an identity that ran over its page takes of the last one, in mm.

        0 where the table starts on a page of its own: behind an identity that fills its page, or leaves little.
        """
        halaman = self.kertas.tinggi_isi
        penuh, sisa = divmod(identitas, halaman)
        sisa += penuh * LONGGAR_SAMBUNGAN + JARAK_SAMBUNGAN
        return sisa if penuh and sisa < TERISI_SAMBUNGAN * halaman else 0.0

    def _kepala(self) -> dict[str, Any]:
        """Everything but the tables."""
        sop, identitas = self.sop, self.identitas
        return {
            "id": sop.id,
            "nama": identitas.nama(),
            "kop": identitas.kop(),
            "logo": self.konteks.logo.get(sop.instansi, ""),
            "logo_alt": f"Logo {self.penulis.bersih(self.instansi.nama)}",
            "identitas": identitas.data(),
            "cap": self.penulis.bersih(cap(sop, self._pengganti())),
            "bagian_akhir": identitas.bagian(LetakBagian.SESUDAH),
            "tanda_tangan": identitas.tanda_tangan(),
            "ruang": self.pilihan.tanda_tangan or RuangTandaTangan.BASAH,
            "susunan": self.pilihan.susunan_tanda_tangan or "",
            "legenda": bool(self.pilihan.legenda),
            "lampiran": self._lampiran(),
            "lembar_kerja": (
                None if self.pilihan.lembar_kerja is False else identitas.lembar_kerja()
            ),
            "label_lembar_kerja": identitas.label("lembar_kerja"),
            "kaki": self._kaki(),
            "tanggal": _tanggal(tanggal_dokumen(sop)),
            "kertas": self.kertas.data(),
        }

    def _lampiran(self) -> str:
        """Name the annexes in one line; empty where there are none."""
        semua = "; ".join(x.judul or x.berkas for x in self.sop.lampiran)
        teks = f"{istilah('lampiran', self.sop, self.instansi)}: {semua}" if semua else ""
        return self.penulis.muat(teks, self.kertas.isi, 8.0)

    def _pengganti(self) -> str:
        """Name the successor, as the handbook has it where it is there."""
        tautan = self.konteks.keterkaitan.digantikan_oleh.get(self.sop.id)
        lain = self.konteks.handbook.cari_sop(tautan.sop) if tautan and tautan.sop else None
        return lain.nama if lain else self.sop.digantikan_oleh

    def _kaki(self) -> dict[str, Any]:
        """The foot of every page: which SOP, which revision, where to check it."""
        url = self.konteks.alamat.sop(self.sop.id)
        return {
            "nomor": self.penulis.muat(self.sop.nomor, 82.0, 7.0),
            "nama": self.penulis.muat(self.sop.nama, 82.0, 7.0),
            "id": self.sop.id,
            "url": url,
            "revisi": self.konteks.revisi.get(self.sop.id, ""),
            "konfirmasi": jumlah_konfirmasi(self.sop) if self.sop.status is Status.DRAF else 0,
        }

    def _tabel(self, p: int, kerapatan: Kerapatan) -> Tabel:
        sop, prosedur, pelukis = self.sop, self.sop.prosedur[p], self.pelukis[p]
        nomor = [self.penulis.bersih(prosedur.panggilan(i)) for i in range(len(prosedur.langkah))]
        kepala = kepala_kolom(prosedur, sop, self.instansi)
        lanes = len(prosedur.pelaksana)
        kosong = self.pilihan.kolom_kosong is not False and not prosedur.polos
        isi = isi_kolom(prosedur, kosong=kosong)
        kolom = bagi_kolom(
            self.kertas,
            lanes,
            isi,
            kepala,
            kerapatan.huruf,
            terendah=kerapatan.terendah,
            kata_lane=kata_lane(prosedur, kerapatan.huruf),
            label=only_lane(panah.label for panah in pelukis.alur.panah) if lanes == 1 else 0.0,
            hemat=kerapatan.hemat,
            berdaftar=kolom_berdaftar(prosedur),
        )
        tulis = PenyusunBaris(
            self.penulis, kolom, kerapatan.huruf, self.konteks.keterkaitan, self.konteks.alamat
        )
        alt = teks_alternatif(prosedur, pelukis.alur)
        data = {
            "judul": self.penulis.muat(prosedur.judul, self.kertas.isi, 11.0),
            "kepala": {
                **tulis.kepala(kepala),
                "lane": tulis.lane(prosedur.pelaksana),
                "kelompok": tulis.kelompok(prosedur),
            },
            "kolom": _data_kolom(kolom),
            "huruf": kerapatan.huruf,
            "huruf_label": kerapatan.ukuran(kolom.lane).huruf,
            "sisip": kerapatan.sisip,
            "baris": [tulis.baris(sop, p, i, alt[i]) for i in range(len(prosedur.langkah))],
            "nomor_kolom": bool(self.pilihan.nomor_kolom),
            "total": total(prosedur, self.instansi) if self.pilihan.jumlah_waktu else "",
            "catatan": tulis.catatan(prosedur, self.kertas.isi),
            "label_catatan": self.identitas.label("catatan"),
        }
        return Tabel(pelukis, kerapatan, data, nomor)

    def _tulisi(self, halaman: dict[str, Any]) -> None:
        """Clean the words that stand in the drawing."""
        for simbol in halaman["simbol"]:
            simbol["teks"] = [self.penulis.bersih(t) for t in simbol["teks"]]
        for label in halaman["label"]:
            label["larik"] = [self.penulis.bersih(t) for t in label["larik"]]


def _huruf_identitas(
    ukuran: Mapping[str, Any], tabel: Sequence[Mapping[str, Any]], halaman: float
) -> float:
    """Return the size of letters in pt of an identity: what fits, but not much more than that of its table.

    One that runs over its page has no room to give away.
    """
    muat = float(ukuran["identitas"])
    if not tabel or ukuran.get("tinggi_identitas", 0.0) > halaman:
        return muat
    return min(muat, int(2 * NISBAH_HURUF * tabel[0]["huruf"]) / 2)


def tanggal_dokumen(sop: Sop) -> date:
    """Return the newest date that an SOP states about itself."""
    tanggal = (
        sop.tanggal_pembuatan,
        sop.tanggal_revisi,
        sop.tanggal_efektif,
        sop.tanggal_pengesahan,
    )
    return max((t for t in tanggal if t), default=TANPA_TANGGAL)


def jumlah_konfirmasi(sop: Sop) -> int:
    """Count what the office must still confirm."""
    langkah = (lk for p in sop.prosedur for lk in p.langkah)
    jumlah = len(sop.perlu_konfirmasi) + sum(len(lk.perlu_konfirmasi) for lk in langkah)
    return jumlah + (len(sop.lembar_kerja.perlu_konfirmasi) if sop.lembar_kerja else 0)


def _tanggal(tanggal: date) -> list[int]:
    return [tanggal.year, tanggal.month, tanggal.day]


def _data_kolom(kolom: Kolom) -> dict[str, Any]:
    return {
        "nomor": kolom.nomor,
        "lane": kolom.lane,
        "tegak": kolom.tegak,
        "urutan": [k for k in kolom.teks if k != "kegiatan"],
        **kolom.teks,
    }

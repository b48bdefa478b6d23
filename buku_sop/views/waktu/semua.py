"""The table of all SOPs by time: what each takes, its shortest and longest way, and where most of it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from buku_sop.analysis.alur.jalan import JalanSop, jalan_sop
from buku_sop.analysis.alur.waktu import per_pelaksana, total_sop
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.model import Bilangan, Durasi, Instansi, JamKerja, Rentang, Sop
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.teks import pokok
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import Alamat, halaman_sop
from buku_sop.views.dasar.istilah import kunci_status, sebut_status
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.mermaid_text import singkat
from buku_sop.views.dasar.waktu import tulis_durasi, tulis_rentang

_NAMA = 48
BERAT_BARIS = 17
"""Elements of a row at most, by which the table is cut into pages."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """A value and the key by which its column sorts; the key is empty where there is no value."""

    teks: str
    kunci: str = ""
    rinci: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class BarisSop:
    """An SOP in the table."""

    nama: str
    href: str
    kunci_status: str
    status: str
    instansi: str
    langkah: int
    pelaksana: int
    total: Nilai
    tersingkat: Nilai
    terlama: Nilai
    langkah_terberat: Nilai
    pelaksana_terberat: Nilai


@dataclass(frozen=True, slots=True)
class DaftarBaris(Ingatan):
    """The rows of some SOPs on a page, worked out when the page shows them."""

    sop: tuple[Sop, ...]
    instansi: tuple[Instansi, ...]
    """The offices of the SOPs."""
    alamat: Alamat
    urut: bool = False
    """Whether by name and office, rather than as given."""

    def __iter__(self) -> Iterator[BarisSop]:
        return iter(self.ingat("baris", self._susun))

    def _susun(self) -> list[BarisSop]:
        milik = {i.id: i for i in self.instansi}
        semua = [
            susun_baris(
                s, milik[s.instansi], jalan_sop(s, milik[s.instansi].jam_kerja), self.alamat
            )
            for s in self.sop
        ]
        if self.urut:
            semua.sort(key=lambda b: (*urutan_nama_sop(b.nama), b.instansi.casefold(), b.href))
        return semua


def susun_baris(sop: Sop, instansi: Instansi, jalan: JalanSop, alamat: Alamat) -> BarisSop:
    """Work out an SOP's row on a page."""
    jam = instansi.jam_kerja
    total = total_sop(sop, jam)
    kurang = total.langkah - total.terhitung
    return BarisSop(
        nama=sop.nama,
        href=alamat.ke(halaman_sop(sop.id)),
        kunci_status=kunci_status(sop),
        status=sebut_status(sop),
        instansi=instansi.sebutan,
        langkah=sop.jumlah_langkah,
        pelaksana=len({p.label.casefold() for x in sop.prosedur for p in x.pelaksana}),
        total=_rentang(
            total.rentang if total.terhitung else Rentang(),
            jam,
            tulis("waktu.kurang", banyak=kurang) if kurang and total.terhitung else "",
        ),
        tersingkat=_durasi(jalan.tersingkat if total.terhitung else None, jam),
        terlama=_durasi(jalan.terlama if total.terhitung else None, jam),
        langkah_terberat=_langkah_terberat(sop, jam, alamat),
        pelaksana_terberat=_pelaksana_terberat(sop, jam),
    )


def _setara(durasi: Durasi, jam: JamKerja) -> Bilangan:
    return durasi.setara(jam.menit_per_hari, jam.hari_per_minggu)


def _kunci(durasi: Durasi, jam: JamKerja) -> str:
    """Return working minutes, as a number that a script reads."""
    setara = _setara(durasi, jam)
    return f"{float(setara):.2f}".rstrip("0").rstrip(".") if setara else ""


def _durasi(durasi: Durasi | None, jam: JamKerja) -> Nilai:
    return Nilai(tulis_durasi(durasi, jam), _kunci(durasi, jam)) if durasi else Nilai("")


def _rentang(rentang: Rentang, jam: JamKerja, rinci: str = "", href: str = "") -> Nilai:
    if not rentang.paling_lama:
        return Nilai("")
    return Nilai(tulis_rentang(rentang, jam), _kunci(rentang.paling_lama, jam), rinci, href)


def _langkah_terberat(sop: Sop, jam: JamKerja, alamat: Alamat) -> Nilai:
    """Find the step that takes longest; of equals the first."""
    semua = [
        (_setara(x.waktu.hitungan.paling_lama, jam), -p, -i)
        for p, prosedur in enumerate(sop.prosedur)
        for i, x in enumerate(prosedur.langkah)
    ]
    if not semua or not max(semua)[0]:
        return Nilai("")
    _, p, i = max(semua)
    langkah = sop.prosedur[-p].langkah[-i]
    jangkar = jangkar_langkah(-p, -i, len(sop.prosedur))
    nomor = sop.prosedur[-p].panggilan(-i)
    rinci = singkat(langkah.ringkas or pokok(langkah.kegiatan), _NAMA)
    rinci = f"{nomor}. {rinci}" if nomor else rinci
    return _rentang(langkah.waktu.hitungan, jam, rinci, alamat.ke(halaman_sop(sop.id), jangkar))


def _pelaksana_terberat(sop: Sop, jam: JamKerja) -> Nilai:
    """Find the role with most time over all procedures; of equals the first."""
    milik: dict[str, Rentang] = {}
    for prosedur in sop.prosedur:
        label = {p.id: " ".join(p.label.split()) for p in prosedur.pelaksana}
        for id, total in per_pelaksana(prosedur, jam).items():
            nama = label.get(id, id)
            milik[nama] = milik.get(nama, Rentang()) + total.rentang
    nama = max(milik, key=lambda n: _setara(milik[n].paling_lama, jam), default="")
    return _rentang(milik[nama], jam, nama) if nama else Nilai("")

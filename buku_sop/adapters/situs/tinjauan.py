"""Due reviews: the page of all, the page of each office, the line on an SOP's page, and the calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang
from buku_sop.adapters.situs.bahan import LEBAR, RENDAH, BahanSitus
from buku_sop.analysis.tinjauan import Tinjauan
from buku_sop.model import Instansi, Sop, Status
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import Bagian, bagi_urut
from buku_sop.views.tinjauan.kalender import PenulisKalender
from buku_sop.views.tinjauan.tinjauan import (
    PenulisTinjauan,
    SopDitinjau,
    baris_riwayat,
    hitung,
    kelas,
)

_PER_BAGIAN = 37
"""Of how many elements that a page could hold each part of the page of all shows one review, the most urgent."""
_BERAT_TINJAUAN = 6
"""Elements of a review on the page of an office, beside its SOP's own."""
_BERAT_SOP = 14
_BERAT_LAIN = 3
"""Elements of an SOP without a review, on the first page."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of all due reviews, and that of each office with an SOP in force."""
    yield Halaman(
        a.TINJAUAN,
        tulis("tinjauan.judul"),
        partial(_semua, bahan),
        tulis("halaman.tinjauan"),
        meta=LEBAR,
        cari=partial(bahan.render, "cari/daftar.html", judul=tulis("tinjauan.judul"),
                     uraian=tulis("halaman.tinjauan")),
        induk=a.MUTU,
    )  # fmt: skip
    for instansi in _instansi(bahan):
        judul = tulis("halaman.tinjauan_judul", instansi=instansi.sebutan)
        uraian = tulis("halaman.tinjauan_instansi", instansi=instansi.nama)
        utama, *lain = _bagian(bahan, instansi)
        yield Halaman(
            a.halaman_tinjauan(instansi.id),
            judul,
            partial(_satu_instansi, bahan, instansi, utama),
            uraian,
            meta=RENDAH,
            cari=partial(bahan.render, "cari/daftar.html", judul=judul, uraian=uraian),
            induk=a.TINJAUAN,
        )
        for satu in lain:
            yield Halaman(
                _kunci(instansi.id, satu),
                f"{judul}: {_sebutan(bahan, satu)}",
                partial(_satu_instansi, bahan, instansi, satu),
                meta=TERSEMBUNYI,
                induk=a.halaman_tinjauan(instansi.id),
            )


def baris(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filters of offices whose reviews stand on several pages."""
    for instansi in _instansi(bahan):
        if len(bagian := _bagian(bahan, instansi)) > 1:
            yield _daftar(bahan, instansi).berkas(
                Baris(sop.nama, _kunci(instansi.id, satu), f"sop-{sop.slug}", _rinci(bahan, sop.id))
                for satu in bagian
                for sop in satu.isi
            )


def kunci_bagian(bahan: BahanSitus, instansi: str) -> Iterator[str]:
    """Name the pages that go on with the reviews of an office."""
    milik = bahan.handbook.cari_instansi(instansi)
    yield from (_kunci(instansi, b) for b in _bagian(bahan, milik)[1:])


def _rinci(bahan: BahanSitus, id: str) -> str:
    """Say what is due, for the filter."""
    return ", ".join(f"{t.jenis} {tulis_tanggal(t.tempo)}" for t in bahan.tinjauan_sop[id])


def _bagian(bahan: BahanSitus, instansi: Instansi) -> tuple[Bagian[Sop], ...]:
    """Cut the SOPs of an office with a review into pages, the most urgent first."""

    def hitung_bagian() -> tuple[Bagian[Sop], ...]:
        semua = {s.id: s for s in bahan.handbook.milik(instansi.id)}
        urut = [semua[id] for id in bahan.tinjauan_sop if id in semua]
        berat = [(s, _BERAT_SOP + _BERAT_TINJAUAN * len(bahan.tinjauan_sop[s.id])) for s in urut]
        lain = sum(id in semua for id in (*bahan.jadwal.tanpa_tanggal, *bahan.jadwal.dikecualikan))
        ruang = bahan.batas - _BERAT_LAIN * lain if lain else None
        return bagi_urut(berat, lambda s: s.nama, bahan.batas, ruang)

    return bahan.sekali(f"tinjauan/{instansi.id}", hitung_bagian)


def letak(bahan: BahanSitus) -> Mapping[str, str]:
    """Return the page of each SOP's reviews that do not stand on the first page of its office, by id."""

    def hitung_letak() -> Mapping[str, str]:
        return {
            s.id: _kunci(instansi.id, b)
            for instansi in _instansi(bahan)
            for b in _bagian(bahan, instansi)[1:]
            for s in b.isi
        }

    return bahan.sekali("tinjauan", hitung_letak)


def _sebutan(bahan: BahanSitus, bagian: Bagian[Sop]) -> str:
    """Name a page by the first and the last of the days on which something on it is due first."""
    if not bagian.isi:
        return tulis("tinjauan.tanpa_jadwal")
    awal, akhir = (tulis_tanggal(bahan.tinjauan_sop[bagian.isi[n].id][0].tempo) for n in (0, -1))
    sebutan = awal if awal == akhir else f"{awal} – {akhir}"
    return f"{sebutan} ({bagian.kunci})"


def _kunci(instansi: str, bagian: Bagian[Sop]) -> str:
    kunci = a.halaman_tinjauan(instansi)
    return kunci if bagian.kunci == "1" else a.halaman_bagian(kunci, f"bagian_{bagian.kunci}")


def _daftar(bahan: BahanSitus, instansi: Instansi) -> DaftarPanjang:
    bagian = _bagian(bahan, instansi)
    return DaftarPanjang(
        bahan,
        f"tinjauan-{instansi.id}",
        a.halaman_tinjauan(instansi.id),
        tuple((_kunci(instansi.id, b), _sebutan(bahan, b)) for b in bagian),
    )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, bytes]]:
    """Yield the calendars with their paths: of all offices, and of each that has something due."""
    penulis = PenulisKalender(
        bahan.handbook,
        bahan.jadwal,
        urlsplit(bahan.site_url).hostname or "",
        partial(_alamat_penuh, bahan) if bahan.site_url else None,
    )
    if semua := penulis.semua():
        yield a.KALENDER, semua
    for instansi in bahan.handbook.instansi:
        if milik := penulis.instansi(instansi.id):
            yield a.kalender_instansi(instansi.id), milik


def _alamat_penuh(bahan: BahanSitus, id: str) -> str:
    dasar = bahan.site_url if bahan.site_url.endswith("/") else f"{bahan.site_url}/"
    return urljoin(dasar, bahan.alamat(a.BERANDA).ke(a.halaman_sop(id)))


@dataclass(frozen=True, slots=True)
class BagianTinjauan:
    """The reviews that are due, on an SOP's page."""

    sop: SopDitinjau
    dihitung: tuple[str, str]
    """As `dihitung` returns it."""


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianTinjauan | None:
    """Remind reviewers on an SOP's page; whoever works by the SOP need not care."""
    milik = bahan.tinjauan_sop.get(sop.id, ())
    penulis = PenulisTinjauan(bahan.handbook, bahan.jadwal, alamat, letak(bahan))
    return BagianTinjauan(penulis.sop(sop, milik), dihitung(bahan)) if milik else None


def dihitung(bahan: BahanSitus) -> tuple[str, str]:
    """Return the day by which a page was worked out, in words and for `<time datetime>`."""
    hari_ini = bahan.jadwal.hari_ini
    return tulis_tanggal(hari_ini), hari_ini.isoformat()


def _instansi(bahan: BahanSitus) -> list[Instansi]:
    """List the offices that have an SOP in force."""
    ada = {s.instansi for s in bahan.handbook.sop if s.status is Status.BERLAKU}
    return [i for i in urut_instansi(bahan.handbook) if i.id in ada]


def _semua(bahan: BahanSitus) -> str:
    """Render what is due, by day and by office."""
    alamat, jadwal = bahan.alamat(a.TINJAUAN), bahan.jadwal
    batas = max(1, bahan.batas // _PER_BAGIAN)
    penulis = PenulisTinjauan(bahan.handbook, jadwal, alamat, letak(bahan))
    kelompok: dict[str, list[Tinjauan]] = {"lewat": [], "dekat": [], "nanti": []}
    per_instansi: dict[str, list[Tinjauan]] = {}
    for t in jadwal.tinjauan:
        kelompok[kelas(t, jadwal.hari_ini)].append(t)
        per_instansi.setdefault(t.sop.partition("/")[0], []).append(t)
    return bahan.render(
        "tinjauan/semua.html",
        kelompok=[
            (kunci, len(semua), penulis.per_tanggal(semua[:batas]), max(0, len(semua) - batas))
            for kunci, semua in kelompok.items()
        ],
        per_instansi=[
            _ringkas(bahan, i, per_instansi.get(i.id, []), alamat) for i in _instansi(bahan)
        ],
        href_kalender=alamat.berkas(a.KALENDER) if jadwal.tinjauan else "",
        href_panduan=alamat.ke("panduan/meninjau"),
        dihitung=dihitung(bahan),
    )


def _ringkas(
    bahan: BahanSitus, instansi: Instansi, milik: list[Tinjauan], alamat: Alamat
) -> Mapping[str, object]:
    """Show an office in the list of the page of all."""
    jadwal = bahan.jadwal
    return {
        "nama": instansi.sebutan,
        "href": alamat.ke(a.halaman_tinjauan(instansi.id)),
        "hitung": hitung(milik, jadwal.hari_ini),
        "pertama": tulis_tanggal(milik[0].tempo) if milik else "",
        "tanpa_tanggal": sum(id.startswith(f"{instansi.id}/") for id in jadwal.tanpa_tanggal),
        "kalender": alamat.berkas(a.kalender_instansi(instansi.id)) if milik else "",
    }


def _satu_instansi(bahan: BahanSitus, instansi: Instansi, bagian: Bagian[Sop]) -> str:
    """Render the reviews of an office or a part of them, and how each is recorded."""
    kunci = _kunci(instansi.id, bagian)
    alamat, jadwal = bahan.alamat(kunci), bahan.jadwal
    penulis = PenulisTinjauan(bahan.handbook, jadwal, alamat, letak(bahan))
    pertama = bagian.kunci == "1"
    sop = {s.id: s for s in bahan.handbook.milik(instansi.id)} if pertama else {}
    ada = instansi.id in {id.partition("/")[0] for id in bahan.tinjauan_sop}
    return bahan.render(
        "tinjauan/instansi.html",
        instansi=instansi,
        sop=[
            (penulis.sop(s, bahan.tinjauan_sop[s.id]), _cara_catat(bahan, s, alamat))
            for s in bagian.isi
        ],
        tanpa_tanggal=[
            (sop[id].nama, alamat.ke(a.halaman_sop(id))) for id in jadwal.tanpa_tanggal if id in sop
        ],
        dikecualikan=[
            (sop[id].nama, alamat.ke(a.halaman_sop(id)), alasan)
            for id, alasan in jadwal.dikecualikan.items()
            if id in sop
        ],
        href_instansi=alamat.ke(a.halaman_instansi(instansi.id)),
        href_tinjauan=alamat.ke(a.TINJAUAN),
        href_kalender=alamat.berkas(a.kalender_instansi(instansi.id)) if ada else "",
        href_panduan=alamat.ke("panduan/meninjau"),
        dihitung=dihitung(bahan),
        **_daftar(bahan, instansi).konteks(kunci),
    )


def _cara_catat(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> Mapping[str, object]:
    """Say what to write into which file, and lead to where it is written."""
    berkas = bahan.hasil.berkas.get(sop.id, "")
    sunting = a.alamat_sunting(alamat, bahan.bahan_sop.penyunting, sop.id)
    cara = sunting or a.alamat_menyunting(alamat, bahan.bahan_sop.tanpa_mesin, sop.id)
    return {
        "berkas": berkas,
        "ubah": cara or bahan.forge.edit_url(berkas),
        "sunting": sunting,
        "forge": not cara,
        "baris": [
            (t.jenis, baris_riwayat(t.jenis, bahan.jadwal.hari_ini, sop.riwayat))
            for t in bahan.tinjauan_sop[sop.id]
        ],
    }

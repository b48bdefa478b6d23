"""Due reviews: the page of all, the page of each office, the line on an SOP's page, and the calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bahan import LEBAR, RENDAH, BahanSitus
from buku_sop.analysis.tinjauan import Tinjauan
from buku_sop.model import Instansi, Sop, Status
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.tinjauan.kalender import PenulisKalender
from buku_sop.views.tinjauan.tinjauan import (
    PenulisTinjauan,
    SopDitinjau,
    baris_riwayat,
    hitung,
    kelas,
)

BATAS = 40
"""Most reviews in each part of the page of all; the pages of the offices have the others."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page of all due reviews, and that of each office with an SOP in force."""
    yield Halaman(
        a.TINJAUAN,
        "Tinjauan",
        partial(_semua, bahan),
        "Monitoring dan evaluasi SOP yang jatuh tempo.",
        meta=LEBAR,
        cari=partial(bahan.render, "cari/daftar.html", judul="Tinjauan",
                     uraian="Monitoring dan evaluasi SOP yang jatuh tempo."),
        induk=a.MUTU,
    )  # fmt: skip
    for instansi in _instansi(bahan):
        judul = f"Tinjauan {instansi.sebutan}"
        uraian = f"Monitoring dan evaluasi SOP {instansi.nama}."
        yield Halaman(
            a.halaman_tinjauan(instansi.id),
            judul,
            partial(_satu_instansi, bahan, instansi),
            uraian,
            meta=RENDAH,
            cari=partial(bahan.render, "cari/daftar.html", judul=judul, uraian=uraian),
            induk=a.TINJAUAN,
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
    penulis = PenulisTinjauan(bahan.handbook, bahan.jadwal, alamat)
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
    penulis = PenulisTinjauan(bahan.handbook, jadwal, alamat)
    kelompok: dict[str, list[Tinjauan]] = {"lewat": [], "dekat": [], "nanti": []}
    per_instansi: dict[str, list[Tinjauan]] = {}
    for t in jadwal.tinjauan:
        kelompok[kelas(t, jadwal.hari_ini)].append(t)
        per_instansi.setdefault(t.sop.partition("/")[0], []).append(t)
    return bahan.render(
        "tinjauan/semua.html",
        kelompok=[
            (kunci, len(semua), penulis.per_tanggal(semua[:BATAS]), max(0, len(semua) - BATAS))
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


def _satu_instansi(bahan: BahanSitus, instansi: Instansi) -> str:
    """Render the reviews of an office, and how each is recorded."""
    kunci = a.halaman_tinjauan(instansi.id)
    alamat, jadwal = bahan.alamat(kunci), bahan.jadwal
    milik = [t for t in jadwal.tinjauan if t.sop.partition("/")[0] == instansi.id]
    penulis = PenulisTinjauan(bahan.handbook, jadwal, alamat)
    sop = {s.id: s for s in bahan.handbook.milik(instansi.id)}
    return bahan.render(
        "tinjauan/instansi.html",
        instansi=instansi,
        sop=[
            (tampil, _cara_catat(bahan, sop[id]))
            for id, tampil in zip(
                dict.fromkeys(t.sop for t in milik), penulis.per_sop(milik), strict=True
            )
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
        href_semua=alamat.ke(a.TINJAUAN),
        href_kalender=alamat.berkas(a.kalender_instansi(instansi.id)) if milik else "",
        href_panduan=alamat.ke("panduan/meninjau"),
        dihitung=dihitung(bahan),
    )


def _cara_catat(bahan: BahanSitus, sop: Sop) -> Mapping[str, object]:
    """Say what to write into which file."""
    berkas = bahan.hasil.berkas.get(sop.id, "")
    return {
        "berkas": berkas,
        "ubah": bahan.forge.edit_url(berkas),
        "baris": [
            (t.jenis, baris_riwayat(t.jenis, bahan.jadwal.hari_ini, sop.riwayat))
            for t in bahan.tinjauan_sop[sop.id]
        ],
    }

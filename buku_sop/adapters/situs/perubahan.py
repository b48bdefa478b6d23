"""What changed lately: as feeds, and on the page of each role that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from buku_sop.adapters.git.history import RevisiGit
from buku_sop.adapters.git.peristiwa import butir, sepele
from buku_sop.adapters.git.versions import Keadaan
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.analysis.dokumen.indeks import PeranDiInstansi, kunci_peran
from buku_sop.analysis.tinjauan import tambah_bulan
from buku_sop.model import Instansi, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.beranda import perubahan_sendiri
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.riwayat.peran import BULAN, PerubahanPeran
from buku_sop.views.riwayat.umpan import EntriUmpan, Umpan, id_umpan, tulis_umpan

__all__ = ["bagian_peran", "berkas"]

BANYAK_UMPAN = 60
"""Changes that a feed tells, the newest."""
BANYAK_PERAN = 12
"""Changes that the page of a role tells."""
_KALIMAT = 12
"""Sentences of a change in a feed."""
_BUTIR = 4
"""Sentences of a change on the page of a role."""
_DITAMBAHKAN = "umpan.sop_baru"


@dataclass(frozen=True, slots=True)
class _Perubahan:
    """A revision that changed what an SOP says."""

    sop: Sop
    revisi: RevisiGit

    @property
    def urutan(self) -> tuple[int, str, str]:
        """The newest first; those of one day by SOP."""
        return -self.revisi.tanggal.toordinal(), self.sop.id, self.revisi.sha


def _semua(bahan: BahanSitus, semua: Iterable[Sop]) -> Iterator[_Perubahan]:
    for sop in semua:
        for r in bahan.sejarah.revisi.get(sop.id, ()):
            if not sepele(r, bahan.sejarah.perbandingan.get(r)):
                yield _Perubahan(sop, r)


# --- Feeds --------------------------------------------------------------------------------------


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the feed of all changes, and that of each office with SOPs."""
    entri = _entri(bahan)
    yield a.UMPAN, _tulis(bahan, a.UMPAN, entri, None)
    for instansi in bahan.handbook.instansi:
        if bahan.handbook.milik(instansi.id):
            path = a.umpan_instansi(instansi.id)
            milik = [e for e in entri if e.instansi[0] == instansi.id]
            yield path, _tulis(bahan, path, milik, instansi)


def _entri(bahan: BahanSitus) -> list[EntriUmpan]:
    """Tell every change by git; outside a clone the last one of each SOP, by its own dates."""
    if any(bahan.sejarah.revisi.values()):
        semua = sorted(_semua(bahan, bahan.handbook.sop), key=lambda p: p.urutan)
        return [_dari_git(bahan, p) for p in semua]
    hari_ini = bahan.hasil.hari_ini
    sendiri = [(s, p) for s in bahan.handbook.sop if (p := perubahan_sendiri(s, hari_ini))]
    sendiri.sort(key=lambda x: (-x[1].tanggal.toordinal(), x[0].id))
    return [
        EntriUmpan(
            id_umpan(bahan.site_url, sop.id, p.tanggal.isoformat(), p.apa),
            f"{sop.nama}: {p.sebutan.lower()}",
            f"{p.sebutan} {tulis_tanggal(p.tanggal)}.",
            p.tanggal,
            a.halaman_sop(sop.id),
            (sop.instansi, bahan.handbook.cari_instansi(sop.instansi).sebutan),
        )
        for sop, p in sendiri
    ]


def _dari_git(bahan: BahanSitus, p: _Perubahan) -> EntriUmpan:
    hasil = bahan.sejarah.perbandingan.get(p.revisi)
    apa = tulis("umpan.diubah") if p.revisi.isi_sebelum else tulis("umpan.ditambahkan")
    return EntriUmpan(
        id_umpan(p.revisi.sha, p.revisi.berkas),
        f"{p.sop.nama}: {apa}",
        _isi(butir(p.revisi, hasil)) if p.revisi.isi_sebelum else tulis(_DITAMBAHKAN),
        p.revisi.tanggal,
        _halaman(bahan, p),
        (p.sop.instansi, bahan.handbook.cari_instansi(p.sop.instansi).sebutan),
        p.revisi.penulis if bahan.tampilkan_penulis else "",
    )


def _isi(kalimat: Sequence[str]) -> str:
    """Write what changed as one paragraph: the first things, and how many more."""
    semua = [x.rstrip(".") for x in kalimat[:_KALIMAT]]
    if lebih := len(kalimat) - len(semua):
        semua.append(tulis("umpan.lagi", banyak=lebih))
    return "".join(f"{x}. " for x in semua).rstrip()


def _halaman(bahan: BahanSitus, p: _Perubahan) -> str:
    """Name the page of a change: its comparison, or the SOP where there is none."""
    hasil = bahan.sejarah.perbandingan.get(p.revisi)
    if hasil is not None and hasil.keadaan is Keadaan.BERUBAH:
        return a.halaman_riwayat(p.sop.id, p.revisi.sha)
    return a.halaman_sop(p.sop.id)


def _tulis(
    bahan: BahanSitus, path: str, entri: Sequence[EntriUmpan], instansi: Instansi | None
) -> str:
    """Write a feed. Its links are absolute where the site's address is known, else relative to the feed."""
    dasar = bahan.site_url and bahan.site_url.rstrip("/") + "/"

    def ke(halaman: str) -> str:
        dari_akar = bahan.alamat(a.BERANDA).ke(halaman).removeprefix("./")
        if dasar:
            return urljoin(dasar, dari_akar)
        return "../" * path.count("/") + dari_akar or "./"

    sendiri = urljoin(dasar, path) if dasar else ""
    judul = (
        tulis("halaman.umpan_instansi", instansi=instansi.nama)
        if instansi
        else tulis("umpan.judul")
    )
    tampil = [replace(e, href=ke(e.href)) for e in entri[:BANYAK_UMPAN]]
    return tulis_umpan(
        Umpan(
            sendiri or id_umpan("umpan", path, *sorted(i.id for i in bahan.handbook.instansi)[:1]),
            judul,
            instansi.nama if instansi else "Buku SOP",
            ke(a.halaman_instansi(instansi.id) if instansi else a.BERANDA),
            sendiri,
            tampil,
            bahan.hasil.hari_ini,
        )
    )


# --- Pages of roles -------------------------------------------------------------------------------


def bagian_peran(
    bahan: BahanSitus, peran: PeranDiInstansi, alamat: Alamat
) -> tuple[PerubahanPeran, ...]:
    """Tell what changed for a role within a year, the newest first."""
    sejak = tambah_bulan(bahan.hasil.hari_ini, -BULAN)
    kunci = kunci_peran(peran.label)
    milik = [s for id in peran.sop if (s := bahan.handbook.cari_sop(id))]
    baru = (p for p in _semua(bahan, milik) if p.revisi.tanggal >= sejak)
    semua = [
        tampil
        for p in sorted(baru, key=lambda p: p.urutan)
        if (tampil := _peran(bahan, p, kunci, alamat))
    ]
    return tuple(semua[:BANYAK_PERAN])


def _peran(bahan: BahanSitus, p: _Perubahan, kunci: str, alamat: Alamat) -> PerubahanPeran | None:
    """Tell a change for a role; None where it does not concern it."""
    hasil = bahan.sejarah.perbandingan.get(p.revisi)
    if not p.revisi.isi_sebelum:
        baru = p.revisi.tanggal > bahan.awal_buku
        kalimat = [tulis(_DITAMBAHKAN)] if baru else []
    else:
        kalimat = [teks for teks, milik in (hasil.peran if hasil else ()) if kunci in milik]
    if not kalimat:
        return None
    ada = hasil is not None and hasil.keadaan is Keadaan.BERUBAH
    return PerubahanPeran(
        p.revisi.tanggal.isoformat(),
        tulis_tanggal(p.revisi.tanggal),
        p.sop.nama,
        alamat.ke(a.halaman_sop(p.sop.id)),
        alamat.ke(a.halaman_riwayat(p.sop.id, p.revisi.sha)) if ada else "",
        tuple(kalimat[:_BUTIR]),
        max(0, len(kalimat) - _BUTIR),
    )

"""Time: the part of an SOP's page that shows where it goes, and the table of all SOPs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs.bagi import TERSEMBUNYI, Baris, DaftarPanjang, bernama
from buku_sop.adapters.situs.bahan import LEBAR, BahanSitus
from buku_sop.analysis.alur.jalan import jalan_sop
from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.model import Bilangan, Instansi, Sop
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.tulisan import tulis
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat
from buku_sop.views.dasar.bagi import Bagian, bagi, muat
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.waktu import tulis_total
from buku_sop.views.waktu.grafik import WaktuProsedur, susun_waktu
from buku_sop.views.waktu.semua import BERAT_BARIS, DaftarBaris

_META = {**LEBAR, "hide": ["navigation", "toc"]}
_TERLAMA = 75
"""Of how many SOPs that a page could hold the index names one: those that take longest."""


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the table of all SOPs by time: on one page, or on one for each office."""
    bagian = _bagian(bahan)
    yield bahan.halaman_daftar(
        a.SEMUA_WAKTU,
        tulis("kata.waktu"),
        partial(_indeks if bagian else _semua, bahan),
        tulis("halaman.waktu"),
        meta=_META,
    )
    for satu in bagian:
        yield Halaman(
            f"waktu/{satu.kunci}",
            tulis("waktu.judul_bagian", sebutan=satu.sebutan),
            partial(_satu, bahan, satu),
            tulis("halaman.waktu_bagian", sebutan=satu.sebutan),
            meta=TERSEMBUNYI,
            induk=a.SEMUA_WAKTU,
        )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the rows for the filter, where the times stand on several pages."""
    if _bagian(bahan):
        yield _daftar(bahan).berkas(_baris(bahan))


def _baris(bahan: BahanSitus) -> Iterator[Baris]:
    for sop in _urut(bahan):
        instansi = bahan.handbook.cari_instansi(sop.instansi)
        total = tulis_total(total_sop(sop, instansi.jam_kerja), instansi.jam_kerja)
        rinci = f"{instansi.sebutan} · {total}"
        yield Baris(sop.nama, a.halaman_sop(sop.id), rinci=rinci)


def _urut(bahan: BahanSitus) -> list[Sop]:
    """Sort the SOPs by office, and by name in it."""
    kantor = {i.id: n for n, i in enumerate(urut_instansi(bahan.handbook))}
    return sorted(
        bahan.handbook.sop, key=lambda s: (kantor[s.instansi], *urutan_nama_sop(s.nama), s.id)
    )


def _bagian(bahan: BahanSitus) -> tuple[Bagian[Sop], ...]:
    """Give each office its page; none where all SOPs fit on one."""
    semua = _urut(bahan)
    if muat((BERAT_BARIS for _ in semua), bahan.batas):
        return ()
    sebutan = {i.id: i.sebutan for i in bahan.handbook.instansi}
    return bagi(((s.instansi, sebutan[s.instansi], s, BERAT_BARIS) for s in semua), bahan.batas)


def _daftar(bahan: BahanSitus) -> DaftarPanjang:
    return DaftarPanjang(
        bahan, "waktu", a.SEMUA_WAKTU, tuple(bernama(a.SEMUA_WAKTU, _bagian(bahan)))
    )


def _indeks(bahan: BahanSitus) -> str:
    """Render the index: the offices, and the SOPs that take longest."""
    jam = {i.id: i.jam_kerja for i in bahan.handbook.instansi}

    def lama(sop: Sop) -> Bilangan:
        paling = total_sop(sop, jam[sop.instansi]).rentang.paling_lama
        return paling.setara(jam[sop.instansi].menit_per_hari, jam[sop.instansi].hari_per_minggu)

    terlama = sorted(bahan.handbook.sop, key=lambda s: (-lama(s), *urutan_nama_sop(s.nama), s.id))
    banyak = Counter(s.instansi for s in bahan.handbook.sop)
    alamat = bahan.alamat(a.SEMUA_WAKTU)
    return bahan.render(
        "waktu/indeks.html",
        jelas=bahan.penjelas(),
        baris=_tampil(bahan, terlama[: max(1, bahan.batas // _TERLAMA)], a.SEMUA_WAKTU),
        per_instansi=[
            (i.sebutan, alamat.ke(a.halaman_waktu(i.id)), banyak[i.id])
            for i in urut_instansi(bahan.handbook)
            if banyak[i.id]
        ],
        **_daftar(bahan).konteks(a.SEMUA_WAKTU),
    )


def _satu(bahan: BahanSitus, bagian: Bagian[Sop]) -> str:
    """Render the times of one office, or a part of them."""
    kunci = f"waktu/{bagian.kunci}"
    return bahan.render(
        "waktu/bagian.html",
        jelas=bahan.penjelas(),
        sebutan=bagian.sebutan,
        baris=_tampil(bahan, bagian.isi, kunci),
        **_daftar(bahan).konteks(kunci),
    )


def _tampil(
    bahan: BahanSitus, semua: Iterable[Sop], kunci: str, *, urut: bool = False
) -> DaftarBaris:
    sop = tuple(semua)
    kantor = dict.fromkeys(s.instansi for s in sop)
    instansi = tuple(map(bahan.handbook.cari_instansi, kantor))
    return DaftarBaris(sop, instansi, bahan.alamat(kunci), urut)


@dataclass(frozen=True, slots=True)
class BagianWaktu(Ingatan):
    """Where the time of one SOP goes, worked out when its page shows it; empty where no step has a time."""

    sop: Sop
    instansi: Instansi
    peran: Mapping[str, str]
    """The addresses of the pages of its roles, by lane label."""

    def __iter__(self) -> Iterator[WaktuProsedur]:
        return iter(self._isi)

    def __len__(self) -> int:
        return len(self._isi)

    @property
    def _isi(self) -> tuple[WaktuProsedur, ...]:
        return self.ingat("isi", lambda: tuple(self._prosedur()))

    def _prosedur(self) -> Iterator[WaktuProsedur]:
        sop, jam_kerja = self.sop, self.instansi.jam_kerja
        banyak = len(sop.prosedur)
        jalan = jalan_sop(sop, jam_kerja)
        for p, (prosedur, satu_jalan) in enumerate(zip(sop.prosedur, jalan.prosedur, strict=True)):

            def href(i: int, p: int = p) -> str:
                return f"#{jangkar_langkah(p, i, banyak)}"

            if satu := susun_waktu(prosedur, p + 1, satu_jalan, jam_kerja, href, self.peran):
                yield satu


def bagian(bahan: BahanSitus, sop: Sop, alamat: Alamat) -> BagianWaktu:
    """Show where the time of one SOP goes, for its page."""
    label = dict.fromkeys(p.label for prosedur in sop.prosedur for p in prosedur.pelaksana)
    semua = bahan.bahan_sop.halaman_peran
    peran = {x: alamat.ke(semua[sop.instansi, x]) for x in label if (sop.instansi, x) in semua}
    return BagianWaktu(sop, bahan.handbook.cari_instansi(sop.instansi), peran)


def _semua(bahan: BahanSitus) -> str:
    """Render the table of all SOPs by time, sorted by name and office."""
    baris = _tampil(bahan, bahan.handbook.sop, a.SEMUA_WAKTU, urut=True)
    return bahan.render("waktu/semua.html", jelas=bahan.penjelas(), baris=baris)

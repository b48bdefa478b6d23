"""The page of an SOP, worked out: everything that the template shows, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from buku_sop.analysis.alur.waktu import total_sop
from buku_sop.analysis.bentuk import susun_bagian
from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.kata.singkatan import Kamus, kamus_instansi
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan
from buku_sop.analysis.keterkaitan.tautan import TujuanLuar
from buku_sop.diagnostics import Diagnostic
from buku_sop.model import Handbook, Instansi, LetakBagian, Pejabat, Sop, TandaTangan
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, Tempat, nama_bidang
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.kontak import Kontak
from buku_sop.model.tulisan import tulis
from buku_sop.views.alur.mermaid import mermaid
from buku_sop.views.dasar.alamat import (
    Alamat,
    alamat_menyunting,
    alamat_sunting,
    data_sop,
    halaman_instansi,
)
from buku_sop.views.dasar.istilah import (
    istilah,
    kunci_status,
    sebut_status,
    tanggal_sop,
    tulis_sampai,
)
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.slug import unique_slugs
from buku_sop.views.dasar.tautan import Penaut, TautanTampil, bagi_luar
from buku_sop.views.dasar.waktu import tulis_total
from buku_sop.views.sop.jalan_usul import JalanUsul, jalan_usul
from buku_sop.views.sop.kepala import peringatan_panjang, tulis_sejak
from buku_sop.views.sop.konfirmasi import DaftarKonfirmasi, Tanda
from buku_sop.views.sop.lampiran import LampiranTampil, lampiran_tampil
from buku_sop.views.sop.tabel import BahanTabel, Tabel, susun_tabel
from buku_sop.views.sop.usul import Usulan, tanpa_usul, usulan_sop

_TANGGAL = nama_bidang(BIDANG_SOP, JenisNilai.TANGGAL)
_PEJABAT = nama_bidang(BIDANG_SOP, JenisNilai.PEJABAT)
_IDENTITAS = tuple(
    b
    for b in nama_bidang(BIDANG_SOP, JenisNilai.DAFTAR, JenisNilai.TEKS)
    if BIDANG_SOP[b].tempat is Tempat.IDENTITAS and b not in ("nomor", "nomor_revisi")
)
"""What the section Identitas lists, besides numbers, dates and officials."""


@dataclass(frozen=True, slots=True)
class Isian:
    """A labelled field."""

    bidang: str
    label: str
    nilai: tuple[str, ...]
    tanda: Tanda | None = None


@dataclass(frozen=True, slots=True)
class BagianTampil:
    """A free section."""

    jangkar: str
    judul: str
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BagianProsedur(Ingatan):
    """A procedure: its title, its diagram, its table, the latter two drawn when they are asked for."""

    nomor: int
    """From 1."""
    judul: str
    bahan: BahanTabel
    catatan: Isian
    polos: bool
    """Whether it is a list of sentences rather than a table."""

    @property
    def diagram(self) -> str:
        """Mermaid source; empty where no diagram is drawn."""
        bahan = self.bahan
        return "" if self.polos else self.ingat("diagram", lambda: mermaid(bahan.sop, bahan.nomor))

    @property
    def tabel(self) -> Tabel:
        """The table of its steps."""
        return self.ingat("tabel", lambda: susun_tabel(self.bahan))


@dataclass(frozen=True, slots=True)
class Perujuk:
    """An SOP that refers to this one."""

    nama: str
    instansi: str
    """Empty for the same office."""
    href: str
    langkah: tuple[tuple[str, str], ...] = ()
    """(number, address) of the steps that do."""


@dataclass(frozen=True, slots=True)
class HalamanSop:
    """What stands on the page of an SOP."""

    sop: Sop
    instansi: Instansi
    href_instansi: str
    unit: tuple[str, ...]
    """The lines of its letterhead that its office does not have: the unit within it."""
    status: str
    kunci_status: str
    sejak: str
    """Since when it holds, in words; empty where its document does not tell."""
    tanggal: tuple[Isian, ...]
    total: str
    pelaksana: tuple[str, ...]
    peringatan: Isian
    peringatan_panjang: tuple[str, ...]
    """Widths of the page at which the warning is too long to be seen whole at once."""
    prosedur: tuple[BagianProsedur, ...]
    sebelum: tuple[BagianTampil, ...]
    """The free sections before the steps."""
    sesudah: tuple[BagianTampil, ...]
    identitas: tuple[Isian, ...]
    pengesahan: tuple[Isian, ...]
    keterkaitan: tuple[TautanTampil, ...]
    pengganti: TautanTampil | None
    padanan: tuple[tuple[str, str, str], ...]
    padanan_luar: tuple[tuple[TujuanLuar, ...], int]
    """Those of other handbooks, and how many more there are."""
    """(name, office, address) of SOPs of the same name in other offices."""
    dirujuk_oleh: tuple[Perujuk, ...]
    konfirmasi: DaftarKonfirmasi
    lampiran: tuple[LampiranTampil, ...]
    lembar_kerja: tuple[Isian, ...]
    diabaikan: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    href_data: str
    dicabut: str
    """The first day on which it is withdrawn or replaced."""
    sampai: str
    """The last day in force, where a successor is known whose day has not come."""
    didahului: tuple[tuple[str, str, str], ...]
    """(name, address, last day) of the SOPs in force until this one is."""
    label: Mapping[str, str]
    kamus: Kamus
    """The abbreviations that its words are explained by."""
    singkatan: tuple[tuple[str, str], ...]
    """(abbreviation, meaning) of those that it uses."""
    kontak: Kontak
    """How whoever takes proposals is reached: the office, or else whoever keeps the handbook."""
    lewat_pengelola: bool
    """Whether that is whoever keeps the handbook."""
    jalan: tuple[JalanUsul, ...]
    """The ways to propose a change without an account on a forge."""


@dataclass(frozen=True, slots=True)
class BahanSop:
    """What the pages of a handbook are made from."""

    handbook: Handbook
    keterkaitan: Keterkaitan
    per_sop: Mapping[str, tuple[Diagnostic, ...]]
    halaman_peran: Mapping[tuple[str, str], str]
    """The page of a role, by office and lane label."""
    usul: Callable[[Usulan], str] | None = tanpa_usul
    """Where something is proposed; empty where no forge is known, None where nobody proposes from a step."""
    pengelola: Kontak = field(default_factory=Kontak)
    """How whoever keeps the handbook is reached."""
    penyunting: str = ""
    """The page on which SOPs are edited; empty where there is none."""
    tanpa_mesin: str = ""
    """The page that tells the ways that do without, in an edition that can have none; empty otherwise."""


def susun_halaman(sop: Sop, bahan: BahanSop, alamat: Alamat) -> HalamanSop:
    """Work out the page of an SOP as it stands at an address."""
    return _PenyusunHalaman(sop, bahan, alamat).susun()


def susun_prosedur(sop: Sop, bahan: BahanSop, alamat: Alamat) -> tuple[BagianProsedur, ...]:
    """Work out the procedures of an SOP alone, as they stand on its page."""
    return _PenyusunHalaman(sop, bahan, alamat).prosedur()


class _PenyusunHalaman:
    def __init__(self, sop: Sop, bahan: BahanSop, alamat: Alamat) -> None:
        self.sop, self.bahan, self.alamat = sop, bahan, alamat
        self.instansi = bahan.handbook.cari_instansi(sop.instansi)
        self.konfirmasi = DaftarKonfirmasi(sop, self.instansi)
        self.penaut = Penaut(bahan.handbook, alamat)
        self.kamus = kamus_instansi(bahan.handbook, self.instansi)
        milik, pengelola = self.instansi.kontak, bahan.pengelola
        self.lewat_pengelola = pengelola.ada and not milik.ada
        self.kontak = pengelola if self.lewat_pengelola else milik

    def susun(self) -> HalamanSop:
        sop, rujukan = self.sop, self.bahan.keterkaitan
        pelaksana = dict.fromkeys(p.label for x in sop.prosedur for p in x.pelaksana)
        return HalamanSop(
            sop=sop,
            instansi=self.instansi,
            href_instansi=self.alamat.ke(halaman_instansi(sop.instansi)),
            unit=self._unit(),
            status=sebut_status(sop),
            kunci_status=kunci_status(sop),
            sejak=tulis_sejak(sop),
            tanggal=self._tanggal(),
            total=tulis_total(total_sop(sop, self.instansi.jam_kerja), self.instansi.jam_kerja),
            pelaksana=tuple(pelaksana),
            peringatan=self._isian("peringatan", sop.peringatan),
            peringatan_panjang=peringatan_panjang(sop.peringatan),
            prosedur=self.prosedur(),
            sebelum=self._bagian(LetakBagian.SEBELUM),
            sesudah=self._bagian(LetakBagian.SESUDAH),
            identitas=self._identitas(),
            pengesahan=self._pengesahan(),
            keterkaitan=tuple(map(self.penaut.tautan, rujukan.keterkaitan.get(sop.id, ()))),
            pengganti=self._pengganti(),
            padanan=self._padanan(),
            padanan_luar=bagi_luar(self.bahan.keterkaitan.padanan_luar(self.sop.id)),
            dirujuk_oleh=self._dirujuk_oleh(),
            konfirmasi=self.konfirmasi,
            lampiran=tuple(lampiran_tampil(sop, self.bahan.handbook, self.alamat)),
            lembar_kerja=self._lembar_kerja(),
            diabaikan=tuple(sop.abaikan.items()),
            diagnostics=self.bahan.per_sop.get(sop.id, ()),
            href_data=self.alamat.berkas(data_sop(sop.id)),
            dicabut=tanggal_sop("tanggal_dicabut", sop),
            sampai=tulis_sampai(sop),
            didahului=self._didahului(),
            label={
                b: self._label(b)
                for b in (
                    "keterkaitan",
                    "lampiran",
                    "lembar_kerja",
                    "nama",
                    "nomor",
                    "nomor_revisi",
                )
            },
            kamus=self.kamus,
            singkatan=self.kamus.dalam(sop),
            kontak=self.kontak,
            lewat_pengelola=self.lewat_pengelola,
            jalan=jalan_usul(self.kontak, usulan_sop(sop)),
        )

    def _label(self, bidang: str) -> str:
        return istilah(bidang, self.sop, self.instansi)

    def _isian(self, bidang: str, nilai: tuple[str, ...]) -> Isian:
        return Isian(bidang, self._label(bidang), nilai, self.konfirmasi.sop(bidang))

    def _unit(self) -> tuple[str, ...]:
        instansi = self.instansi
        milik = {x.casefold() for x in (*instansi.kop, instansi.nama, instansi.pemerintah)}
        return tuple(x for x in self.sop.kop if x and x.casefold() not in milik)

    def _tanggal(self) -> tuple[Isian, ...]:
        """List the dates that are known; from when it holds is named even when nothing tells it."""
        semua = [(b, self._satu_tanggal(b)) for b in _TANGGAL]
        tersirat = not self.sop.sedang_berlaku or tanggal_sop("tanggal_pengesahan", self.sop)
        wajib = set[str]() if tersirat else {"tanggal_efektif"}
        return tuple(
            self._isian(b, (teks,) if teks else ()) for b, teks in semua if teks or b in wajib
        )

    def _satu_tanggal(self, bidang: str) -> str:
        """Write a date; a revision to come is a plan."""
        teks = tanggal_sop(bidang, self.sop)
        rencana = bidang == "tanggal_revisi" and bidang in self.sop.mendatang
        return tulis("riwayat.direncanakan", tanggal=teks) if rencana else teks

    def prosedur(self) -> tuple[BagianProsedur, ...]:
        """Work out the procedures."""
        sop = self.sop
        semua = self.bahan.halaman_peran
        milik = dict.fromkeys((sop.instansi, p.label) for x in sop.prosedur for p in x.pelaksana)
        peran = {k[1]: self.alamat.ke(semua[k]) for k in milik if k in semua}
        return tuple(
            BagianProsedur(
                p + 1,
                prosedur.judul,
                BahanTabel(
                    sop,
                    self.instansi,
                    p,
                    tuple(self._keterangan(p, i) for i in range(len(prosedur.langkah))),
                    peran,
                    self.bahan.usul,
                    self.kamus,
                    self.kontak,
                    alamat_sunting(self.alamat, self.bahan.penyunting, sop.id),
                    alamat_menyunting(self.alamat, self.bahan.tanpa_mesin, sop.id),
                ),
                self._isian("catatan", prosedur.catatan),
                prosedur.polos,
            )
            for p, prosedur in enumerate(sop.prosedur)
        )

    def _keterangan(self, prosedur: int, langkah: int) -> tuple[tuple[TautanTampil, ...], ...]:
        semua = self.bahan.keterkaitan.keterangan(self.sop.id, prosedur, langkah)
        return tuple(map(self.penaut.potongan, semua))

    def _bagian(self, letak: LetakBagian) -> tuple[BagianTampil, ...]:
        slug = unique_slugs(b.judul for b in self.sop.bagian)
        semua = [
            BagianTampil(f"bagian-{s}", b.judul, b.isi)
            for s, b in zip(slug, self.sop.bagian, strict=True)
        ]
        return tuple(semua[n] for n in self._urutan_bagian(letak))

    def _urutan_bagian(self, letak: LetakBagian) -> list[int]:
        """Return the positions of the free sections before or after the steps, in the order of the form."""
        sop = self.sop
        if sop.bentuk is None:
            return [n for n, b in enumerate(sop.bagian) if b.letak is letak]
        semua = susun_bagian(sop, sop.bentuk)
        langkah = next((n for n, b in enumerate(semua) if b.prosedur), len(semua))
        bagian = semua[:langkah] if letak is LetakBagian.SEBELUM else semua[langkah:]
        return [n for b in bagian for n in b.bebas]

    def _identitas(self) -> tuple[Isian, ...]:
        semua = [self._isian(b, _baris(getattr(self.sop, b))) for b in _IDENTITAS]
        return tuple(i for i in semua if i.nilai or i.tanda)

    def _pengesahan(self) -> tuple[Isian, ...]:
        pejabat = ((b, getattr(self.sop, b)) for b in _PEJABAT)
        semua = [self._isian(b, self._para_pejabat(p)) for b, p in pejabat]
        return tuple(i for i in semua if i.nilai or i.tanda)

    def _para_pejabat(self, semua: tuple[Pejabat, ...] | TandaTangan | None) -> tuple[str, ...]:
        """Name one official line by line, several with the lines of each together."""
        if not isinstance(semua, tuple):
            return self._pejabat(semua) if semua else ()
        if len(semua) == 1:
            return self._pejabat(semua[0])
        return tuple(filter(None, ("\n".join(self._pejabat(p)) for p in semua)))

    def _pejabat(self, pejabat: Pejabat | TandaTangan) -> tuple[str, ...]:
        """Name an official; the NIP holds a date of birth and stands here only if the office asks."""
        baris = [pejabat.jabatan, pejabat.nama]
        if isinstance(pejabat, TandaTangan):
            baris.insert(0, ", ".join(filter(None, (pejabat.tempat, pejabat.tanggal))))
        if self.instansi.tampilkan_nip and pejabat.nip:
            baris.append(f"NIP {pejabat.nip}")
        if isinstance(pejabat, Pejabat):
            baris.append(pejabat.tanggal)
        return tuple(filter(None, baris))

    def _padanan(self) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (self.penaut.nama(id), self.penaut.instansi(id), self.penaut.href(id))
            for id in self.bahan.keterkaitan.padanan(self.sop.id)
        )

    def _didahului(self) -> tuple[tuple[str, str, str], ...]:
        """Name the SOPs that stay in force until this one is."""
        semua = self.bahan.keterkaitan.digantikan_oleh.items()
        lama = (self.bahan.handbook.cari_sop(id) for id, t in semua if t.sop == self.sop.id)
        return tuple(
            (self._sebut(s), self.penaut.href(s.id), tulis_sampai(s))
            for s in lama
            if s and s.berlaku_sampai
        )

    def _sebut(self, lain: Sop) -> str:
        """Name another version; by its number too where both have one name."""
        sama = kunci_nama(lain.nama) == kunci_nama(self.sop.nama)
        return f"{lain.nama} ({lain.nomor})" if sama and lain.nomor else lain.nama

    def _pengganti(self) -> TautanTampil | None:
        """Show the successor."""
        tautan = self.bahan.keterkaitan.digantikan_oleh.get(self.sop.id)
        if tautan is None:
            return None
        tampil = self.penaut.tautan(tautan)
        lain = self.bahan.handbook.cari_sop(tautan.sop) if tampil.href else None
        return replace(tampil, teks=self._sebut(lain)) if lain else tampil

    def _dirujuk_oleh(self) -> tuple[Perujuk, ...]:
        """Group the references to this SOP by the SOP that makes them."""
        langkah: dict[str, list[tuple[str, str]]] = {}
        for r in self.bahan.keterkaitan.dirujuk_oleh.get(self.sop.id, ()):
            milik = langkah.setdefault(r.sop, [])
            perujuk = self.bahan.handbook.cari_sop(r.sop)
            if r.langkah is not None and perujuk:
                jangkar = jangkar_langkah(r.prosedur, r.langkah - 1, len(perujuk.prosedur))
                milik.append((str(r.langkah), f"{self.penaut.href(r.sop)}#{jangkar}"))
        return tuple(
            Perujuk(
                self.penaut.nama(id),
                "" if id.startswith(f"{self.sop.instansi}/") else self.penaut.instansi(id),
                self.penaut.href(id),
                tuple(semua),
            )
            for id, semua in langkah.items()
        )

    def _lembar_kerja(self) -> tuple[Isian, ...]:
        """List the filled fields of the worksheet, part by part."""
        lk = self.sop.lembar_kerja
        if lk is None:
            return ()
        pj = lk.penanggung_jawab
        semua: list[tuple[str, str, tuple[str, ...]]] = [
            (b, self._label(b), _baris(getattr(lk, b)))
            for b in ("judul_sop", "jenis_kegiatan", "ruang_lingkup", "judul_kegiatan")
        ]
        semua[2:2] = [
            ("penanggung_jawab", "Penanggung jawab produk", _baris(pj.produk)),
            ("", "Penanggung jawab kegiatan", _baris(pj.kegiatan)),
        ]
        for bagian, awal in (
            ("identifikasi_kegiatan", "Bagian B"),
            ("identifikasi_langkah", "Bagian C"),
        ):
            for tahap in ("langkah_awal", "langkah_utama", "langkah_akhir"):
                bidang = tahap if bagian == "identifikasi_kegiatan" else ""
                nilai = getattr(getattr(lk, bagian), tahap)
                semua.append((bidang, f"{awal}: {self._label(tahap).lower()}", nilai))
            semua.append((bagian, f"{awal}: {self._label(bagian).lower()}", ()))
        isian = [
            Isian(b, label, nilai, self.konfirmasi.lembar_kerja(b)) for b, label, nilai in semua
        ]
        return tuple(i for i in isian if i.nilai or i.tanda)


def _baris(nilai: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(nilai, tuple):
        return nilai
    return (nilai,) if nilai else ()

"""Prints sheets and the book into `.build/pdf/`, in parallel, and only what changed."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from buku_sop import VERSI
from buku_sop.adapters.kemajuan import Kabar, Lapor, diam
from buku_sop.adapters.lembar.compiler import TEMPLAT, PrintFailed, SheetCompiler, template_files
from buku_sop.adapters.lembar.fonts import font_files, known_characters
from buku_sop.adapters.lembar.images import handbook_logo, office_logos
from buku_sop.adapters.lembar.revisi import revisi_sop
from buku_sop.adapters.lembar.sheets import SheetPrinter, print_sheets
from buku_sop.adapters.lembar.volumes import Jilid, set_volumes
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import code_files
from buku_sop.adapters.site_address import read_site_address
from buku_sop.adapters.store import PdfCache, PdfRecord, digest, digest_of_files
from buku_sop.handbook import Hasil
from buku_sop.loading.isi_data import SETELAN
from buku_sop.model import ArahKertas, Handbook, IsiBuku, NamaKertas, PilihanLembar, Sop
from buku_sop.model.pribadi import tanpa_nip, tanpa_nip_buku
from buku_sop.model.setelan import Setelan, Warna
from buku_sop.setelan import buka_setelan
from buku_sop.views.lembar import AlamatLembar, KonteksLembar, Sampul, susun_buku
from buku_sop.views.lembar.jilid import LetakJilid, bagi_jilid

FOLDER = Path(".build/pdf")
"""The sheets to be signed, with the officials' NIP."""
PUBLISHED = Path(".build/terbit/pdf")
"""The sheets of the site, without the NIP unless the office shows it (`tampilkan_nip`)."""
BUKU = "buku-sop"
_JILID = ".jilid-"
"""Stands in the name of a volume; no office has a dot in its own."""
PEMBUAT = (
    "model/**/*.py",
    "analysis/**/*.py",
    "layout/**/*.py",
    "views/**/*.py",
    "adapters/lembar/*.py",
)
"""The code that decides what a sheet looks like: another version of it prints anew."""

__all__ = [
    "AssetError",
    "PrintFailed",
    "PrintShop",
    "Volume",
    "make_books",
    "make_pdfs",
    "open_print_shop",
    "revisi_sop",
]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Volume:
    """A printed volume of a book; its only one where the book is thin."""

    file: Path
    sop: tuple[str, ...]
    """The ids of the SOPs that it holds."""


def open_print_shop(
    root: Path,
    hasil: Hasil,
    kertas: str | None = None,
    *,
    arah: str | None = None,
    situs: str | None = None,
    terbit: bool = False,
) -> PrintShop:
    """Return what prints a handbook.

    `kertas` and `arah` are what is chosen on the command line; None leaves it to offices and SOPs.
    `terbit` prints what may be published; otherwise the sheets are those that officials sign.
    `situs` is the address of the published site; None reads it from mkdocs.yml, "" means none.

    Raises:
        AssetError: The fonts are not installed.
    """
    perintah = PilihanLembar(
        kertas=NamaKertas(kertas) if kertas else None, arah=ArahKertas(arah) if arah else None
    )
    return PrintShop(root, hasil, perintah, situs, terbit=terbit)


def _sampul(setelan: Setelan, logo: str) -> Sampul:
    """Return what the settings say for the cover; our own colours leave it black."""
    warna = "" if setelan.warna == Warna() else setelan.warna.utama
    return Sampul(logo, setelan.pemerintah, setelan.nama, warna)


def make_pdfs(
    root: Path,
    hasil: Hasil,
    kertas: str | None = None,
    ids: Collection[str] | None = None,
    *,
    lapor: Lapor = diam,
    **pilihan: Any,
) -> dict[str, Path]:
    """Print the sheets of some SOPs, or of all, and return their files by SOP id.

    The rest is as for `open_print_shop`. What an office should know (a character that cannot be printed) is logged
    as a warning.

    Raises:
        AssetError: The fonts are not installed.
        PrintFailed: A sheet could not be printed; names the SOP.
    """
    return open_print_shop(root, hasil, kertas, **pilihan).cetak(ids, lapor)


def make_books(
    root: Path,
    hasil: Hasil,
    kertas: str | None = None,
    *,
    instansi: str = "",
    lapor: Lapor = diam,
    **pilihan: Any,
) -> tuple[Path, ...]:
    """Print the book of all SOPs, or of one office's, and return its file; a thick one is several volumes.

    Prints the sheets too, whose pages it shares. The rest is as for `open_print_shop`.

    Raises:
        AssetError: The fonts are not installed.
        PrintFailed: A sheet or the book could not be printed.
    """
    toko = open_print_shop(root, hasil, kertas, **pilihan)
    return tuple(v.file for v in toko.buku(toko.milik(instansi, lapor), instansi, lapor))


def nama_buku(instansi: str = "", jilid: int = 0) -> str:
    """Name the file of a book, or of a volume of it; beside the folders of the offices, so that no SOP has it."""
    nama = f"{BUKU}-{instansi}" if instansi else BUKU
    return f"{nama}{_JILID}{jilid}" if jilid else nama


class PrintShop:
    """Prints one handbook."""

    def __init__(
        self,
        root: Path,
        hasil: Hasil,
        perintah: PilihanLembar,
        situs: str | None,
        *,
        terbit: bool = False,
    ) -> None:
        self.root, self.hasil, self.terbit = root, hasil, terbit
        self.gudang = PdfCache(root / (PUBLISHED if terbit else FOLDER))
        self._dicetak: dict[str, PdfRecord] = {}
        self._dikabarkan: set[str] = set()
        self.huruf = font_files(root)
        logo = office_logos(root, hasil)
        kedua = office_logos(root, hasil, "logo_kedua")
        buku = handbook_logo(root)
        gambar = [*logo.values(), *kedua.values(), *([buku] if buku else [])]
        setelan = buka_setelan(root / SETELAN).setelan
        self.pencetak = SheetCompiler(root, self.huruf, dict(gambar))
        self.konteks = KonteksLembar(
            handbook=self._handbook(),
            keterkaitan=hasil.keterkaitan,
            perintah=perintah,
            dikenal=known_characters(self.huruf),
            alamat=AlamatLembar(read_site_address(root) if situs is None else situs),
            revisi=revisi_sop(root, hasil),
            logo={id: nama for id, (nama, _) in logo.items()},
            logo_kedua={id: nama for id, (nama, _) in kedua.items()},
            sampul=_sampul(setelan, buku[0] if buku else ""),
        )

    def _handbook(self) -> Handbook:
        """Return the offices as this edition shows them."""
        buku = self.hasil.handbook
        if not self.terbit:
            return buku
        instansi = (i if i.tampilkan_nip else tanpa_nip_buku(i) for i in buku.instansi)
        return replace(buku, instansi=tuple(instansi))

    def cetak(self, ids: Collection[str] | None = None, lapor: Lapor = diam) -> dict[str, Path]:
        """Print the sheets of some SOPs, or of all, and return their files by SOP id; sheets of SOPs that are no more go."""
        dipilih = [s for s in self.hasil.handbook.sop if ids is None or s.id in ids]
        catatan = self.semua(dipilih, lapor)
        if ids is None:
            self.gudang.buang_selain([*catatan, *self.buku_tetap()])
        return {id: self.gudang.pdf(id) for id in catatan}

    def milik(self, instansi: str, lapor: Lapor = diam) -> dict[str, PdfRecord]:
        """Print the sheets of an office, or of all for ""."""
        return self.semua(
            (s for s in self.hasil.handbook.sop if instansi in ("", s.instansi)), lapor
        )

    def semua(self, sop: Iterable[Sop], lapor: Lapor = diam) -> dict[str, PdfRecord]:
        """Print what is not printed yet, on all cores, and return the records by SOP id."""
        catatan: dict[str, PdfRecord] = {}
        baru = []
        for satu in map(self.tampil, sop):
            if ada := self._ada(satu):
                catatan[satu.id] = ada
            else:
                baru.append((satu, self.kunci(satu)))
        if baru:
            lapor(Kabar("Mencetak lembar", 0, len(baru)))
        pencetak = SheetPrinter(self.konteks, self.pencetak, self.gudang)
        for n, (id, hasil) in enumerate(print_sheets(pencetak, baru), 1):
            catatan[id] = self._dicetak[id] = hasil
            lapor(Kabar("Mencetak lembar", n, len(baru), id))
        for id in sorted(catatan.keys() - self._dikabarkan):
            self._kabarkan(id, catatan[id])
        self._dikabarkan |= catatan.keys()
        return dict(sorted(catatan.items()))

    def _ada(self, sop: Sop) -> PdfRecord | None:
        """Return the record of a sheet that is printed already."""
        if sop.id not in self._dicetak and (ada := self.gudang.baca(sop.id, self.kunci(sop))):
            self._dicetak[sop.id] = ada
        return self._dicetak.get(sop.id)

    def tampil(self, sop: Sop) -> Sop:
        """Return an SOP as this edition shows it."""
        if not self.terbit or self.hasil.handbook.cari_instansi(sop.instansi).tampilkan_nip:
            return sop
        return tanpa_nip(sop)

    def buku(
        self, catatan: Mapping[str, PdfRecord], instansi: str = "", lapor: Lapor = diam
    ) -> tuple[Volume, ...]:
        """Print the volumes of the book of all offices, or of one, unless they are printed already.

        All are set before the first takes its place, so that a failure leaves the earlier ones.
        """
        jilid = self._jilid(catatan, instansi)
        baru = [j for j in jilid if not self.gudang.baca(j.nama, j.kunci)]
        if baru:
            lapor(Kabar("Menyusun buku, jilid", 0, len(baru)))
        try:
            siap = []
            for n, (satu, sidik) in enumerate(set_volumes(self.pencetak, baru), 1):
                siap.append((satu, sidik))
                lapor(Kabar("Menyusun buku, jilid", n, len(baru), satu.nama))
            for satu, sidik in siap:
                self.gudang.terima(satu.nama, satu.tujuan, PdfRecord(satu.kunci, sidik))
        finally:
            for satu in baru:
                satu.tujuan.unlink(missing_ok=True)
        tetap = {j.nama for j in jilid}
        self.gudang.buang([b for b in self._jilid_ada(instansi) if b not in tetap])
        return tuple(Volume(self.gudang.pdf(j.nama), j.sop) for j in jilid)

    def _jilid(self, catatan: Mapping[str, PdfRecord], instansi: str) -> list[Jilid]:
        """Divide a book, and say what each of its volumes is made of."""
        buku = self.konteks.handbook
        urut = {i.id: n for n, i in enumerate(buku.instansi)}
        semua = sorted(buku.sop, key=lambda s: urut[s.instansi])
        halaman = {s.id: catatan[s.id].halaman for s in semua if s.id in catatan}
        bagian = tuple(map(tuple, bagi_jilid(halaman)))
        nama = [nama_buku(instansi, n if len(bagian) > 1 else 0) for n, _ in enumerate(bagian, 1)]
        berkas = tuple(self.gudang.pdf(n).name for n in nama)
        hasil = []
        for n, (satu, ids) in enumerate(zip(nama, bagian, strict=True), 1):
            letak = LetakJilid(n, berkas, bagian) if len(bagian) > 1 else None
            data = susun_buku(self.konteks, frozenset(ids), instansi, letak)
            _tanpa_logo_rusak(data, (id for id in ids if catatan[id].kabar))
            kunci = digest(self._sidik_alat, repr(data), *(catatan[id].isi for id in ids))
            isi = tuple(map(self.gudang.isi, ids))
            jumlah = sum(halaman[id] for id in ids)
            sebutan = f"Jilid {n}" if letak else "Buku"
            tujuan = self.gudang.sementara(satu)
            hasil.append(Jilid(satu, ids, kunci, data, isi, jumlah, sebutan, tujuan))
        return hasil

    def _jilid_ada(self, instansi: str) -> list[str]:
        """Name the volumes of a book that lie in the folder."""
        satu = nama_buku(instansi)
        semua = (p.stem for p in self.gudang.folder.glob(f"{satu}*.pdf"))
        return [s for s in semua if s == satu or s.startswith(f"{satu}{_JILID}")]

    def buku_tetap(self) -> list[str]:
        """Name the books of all offices that are still there."""
        kantor = ("", *(i.id for i in self.hasil.handbook.instansi))
        return [b for i in kantor for b in self._jilid_ada(i)]

    @cached_property
    def _sidik_alat(self) -> str:
        """Hash of everything that all sheets are made with."""
        kode = code_files(*PEMBUAT)
        templat = list(template_files(self.root, TEMPLAT).values())
        logo = sorted(self.pencetak.logo.items())
        return digest(
            VERSI,
            digest_of_files([*kode, *templat, *self.huruf]),
            *(x for nama, isi in logo for x in (nama, isi)),
        )

    def kunci(self, sop: Sop) -> str:
        """Hash of everything that a sheet is made from."""
        k, tautan = self.konteks, self.hasil.keterkaitan
        keterangan = [
            tautan.keterangan(sop.id, p, i)
            for p, prosedur in enumerate(sop.prosedur)
            for i in range(len(prosedur.langkah))
        ]
        instansi = replace(k.handbook.cari_instansi(sop.instansi), buku=IsiBuku(), formulir=())
        sendiri = (sop, instansi, tautan.keterkaitan.get(sop.id), keterangan)
        bersama = (k.perintah, k.alamat, k.revisi.get(sop.id))
        return digest(self._sidik_alat, repr(sendiri), repr(bersama))

    @staticmethod
    def _kabarkan(id: str, catatan: PdfRecord) -> None:
        if catatan.diganti:
            huruf = " ".join(f"{h} (U+{ord(h):04X})" for h in catatan.diganti)
            log.warning("Lembar %s: huruf yang tidak dapat dicetak diganti: %s", id, huruf)
        if catatan.kabar:
            log.warning("Lembar %s: %s", id, catatan.kabar)


def _tanpa_logo_rusak(data: dict[str, Any], ids: Iterable[str]) -> None:
    """Leave out of the book the logos that the sheets of some SOPs could not print."""
    rusak = {id.partition("/")[0] for id in ids}
    for bab in data["bab"]:
        if bab["id"] in rusak:
            bab["logo"] = ""

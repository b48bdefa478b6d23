"""Prints sheets and the book into `.build/pdf/`, in parallel, and only what changed."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import segno

from buku_sop.adapters.lembar.compiler import TEMPLAT, PrintFailed, SheetCompiler
from buku_sop.adapters.lembar.fonts import font_files, known_characters
from buku_sop.adapters.lembar.images import office_logos
from buku_sop.adapters.lembar.revisi import revisi_sop
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import code_files
from buku_sop.adapters.site_address import read_site_address
from buku_sop.adapters.store import PdfCache, PdfRecord, digest, digest_of_files
from buku_sop.handbook import Hasil
from buku_sop.model import ArahKertas, Handbook, IsiBuku, NamaKertas, PilihanLembar, Sop
from buku_sop.model.pribadi import tanpa_nip, tanpa_nip_buku
from buku_sop.views.lembar import AlamatLembar, KonteksLembar, Lembar, buat_lembar, susun_buku
from buku_sop.views.lembar.jilid import bagi_jilid

FOLDER = Path(".build/pdf")
"""The sheets to be signed, with the officials' NIP."""
PUBLISHED = Path(".build/terbit/pdf")
"""The sheets of the site, without the NIP unless the office shows it (`tampilkan_nip`)."""
BUKU = "buku-sop"
_JILID = ".jilid-"
"""Stands in the name of a volume; no office has a dot in its own."""
_HALAMAN = re.compile(rb"/Type/Pages/Count (\d+)")
_LOGO = ("logo", "logo_kedua")
PEMBUAT = (
    "model/**/*.py",
    "analysis/**/*.py",
    "layout/**/*.py",
    "views/**/*.py",
    "adapters/lembar/*.py",
)
"""The code that decides what a sheet looks like: another version of it prints anew."""

Kemajuan = Callable[[str], None]
"""Told the id of each SOP that is done."""

__all__ = [
    "AssetError",
    "PrintFailed",
    "make_books",
    "make_pdfs",
    "revisi_sop",
]

log = logging.getLogger(__name__)


def make_pdfs(
    root: Path,
    hasil: Hasil,
    kertas: str | None = None,
    ids: Collection[str] | None = None,
    *,
    arah: str | None = None,
    situs: str | None = None,
    terbit: bool = False,
    maju: Kemajuan | None = None,
) -> dict[str, Path]:
    """Print the sheets of some SOPs, or of all, and return their files by SOP id.

    `kertas` and `arah` are what is chosen on the command line; None leaves it to offices and SOPs.
    `terbit` prints what may be published; otherwise the sheets are those that officials sign.
    `situs` is the address of the published site; None reads it from mkdocs.yml, "" means none. What an
    office should know (a character that cannot be printed) is logged as a warning.

    Raises:
        AssetError: The fonts are not installed.
        PrintFailed: A sheet could not be printed; names the SOP.
    """
    percetakan = PrintShop(root, hasil, _perintah(kertas, arah), situs, terbit=terbit)
    dipilih = [s for s in hasil.handbook.sop if ids is None or s.id in ids]
    catatan = percetakan.semua(dipilih, maju)
    if ids is None:
        percetakan.gudang.buang_selain([*catatan, *percetakan.buku_tetap()])
    return {id: percetakan.gudang.pdf(id) for id in catatan}


def make_books(
    root: Path,
    hasil: Hasil,
    kertas: str | None = None,
    *,
    arah: str | None = None,
    situs: str | None = None,
    terbit: bool = False,
    maju: Kemajuan | None = None,
    instansi: str = "",
) -> tuple[Path, ...]:
    """Print the book of all SOPs, or of one office's, and return its file; a thick one is several volumes.

    Prints the sheets too, whose pages it shares.

    Raises:
        AssetError: The fonts are not installed.
        PrintFailed: A sheet or the book could not be printed.
    """
    percetakan = PrintShop(root, hasil, _perintah(kertas, arah), situs, terbit=terbit)
    dipilih = [s for s in hasil.handbook.sop if instansi in ("", s.instansi)]
    return percetakan.buku(percetakan.semua(dipilih, maju), instansi)


def nama_buku(instansi: str = "", jilid: int = 0) -> str:
    """Name the file of a book, or of a volume of it; beside the folders of the offices, so that no SOP has it."""
    nama = f"{BUKU}-{instansi}" if instansi else BUKU
    return f"{nama}{_JILID}{jilid}" if jilid else nama


def count_pages(pdf: bytes) -> int:
    """Read how many pages a PDF of our compiler has; its page tree is a single node that says so."""
    cocok = _HALAMAN.search(pdf)
    return int(cocok[1]) if cocok else 1


def _perintah(kertas: str | None, arah: str | None) -> PilihanLembar:
    return PilihanLembar(
        kertas=NamaKertas(kertas) if kertas else None, arah=ArahKertas(arah) if arah else None
    )


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
        self.huruf = font_files(root)
        logo = office_logos(root, hasil)
        kedua = office_logos(root, hasil, "logo_kedua")
        self.pencetak = SheetCompiler(root, self.huruf, dict([*logo.values(), *kedua.values()]))
        self.konteks = KonteksLembar(
            handbook=self._handbook(),
            keterkaitan=hasil.keterkaitan,
            perintah=perintah,
            dikenal=known_characters(self.huruf),
            alamat=AlamatLembar(read_site_address(root) if situs is None else situs),
            revisi=revisi_sop(root, hasil),
            logo={id: nama for id, (nama, _) in logo.items()},
            logo_kedua={id: nama for id, (nama, _) in kedua.items()},
        )

    def _handbook(self) -> Handbook:
        """Return the offices as this edition shows them."""
        buku = self.hasil.handbook
        if not self.terbit:
            return buku
        instansi = (i if i.tampilkan_nip else tanpa_nip_buku(i) for i in buku.instansi)
        return replace(buku, instansi=tuple(instansi))

    def semua(self, sop: Iterable[Sop], maju: Kemajuan | None = None) -> dict[str, PdfRecord]:
        """Print what is not printed yet, on all cores, and return the records by SOP id."""
        catatan: dict[str, PdfRecord] = {}
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pekerja:
            tugas = {pekerja.submit(self.satu, self._boleh_tampil(s)): s.id for s in sop}
            try:
                for selesai in as_completed(tugas):
                    catatan[tugas[selesai]] = selesai.result()
                    if maju:
                        maju(tugas[selesai])
            except BaseException:
                pekerja.shutdown(cancel_futures=True)
                raise
        for id in sorted(catatan):
            self._kabarkan(id, catatan[id])
        return dict(sorted(catatan.items()))

    def _boleh_tampil(self, sop: Sop) -> Sop:
        """Return an SOP as this edition shows it."""
        if not self.terbit or self.hasil.handbook.cari_instansi(sop.instansi).tampilkan_nip:
            return sop
        return tanpa_nip(sop)

    def satu(self, sop: Sop) -> PdfRecord:
        """Print one sheet, unless it is printed already."""
        kunci = self._kunci(sop)
        if catatan := self.gudang.baca(sop.id, kunci):
            return catatan
        lembar, kabar = buat_lembar(sop, self.konteks), ""
        try:
            try:
                data = lembar.selesai(self._ukur(lembar))
                pdf = self._cetak(data)
            except PrintFailed:
                if not any(map(lembar.kepala.get, _LOGO)):
                    raise
                lembar.kepala |= dict.fromkeys(_LOGO, "")
                data = lembar.selesai(self._ukur(lembar))
                pdf = self._cetak(data)
                kabar = "logo instansi tidak dapat dibaca dan tidak dicetak"
        except PrintFailed as error:
            raise PrintFailed(f"Lembar {sop.id} gagal dicetak: {error}") from error
        catatan = PdfRecord(kunci, digest(pdf), data, lembar.diganti, kabar, count_pages(pdf))
        self.gudang.simpan(sop.id, pdf, catatan)
        return catatan

    def _ukur(self, lembar: Lembar) -> dict[str, Any]:
        return self.pencetak.ukur(lembar.naskah(), lembar.templat_ukur)

    def _cetak(self, data: dict[str, Any]) -> bytes:
        if url := data["kaki"]["url"]:
            data["kaki"]["qr"] = segno.make(url, error="m", micro=False).svg_inline(border=1)
        return self.pencetak.cetak("satu.typ", data)

    def buku(self, catatan: Mapping[str, PdfRecord], instansi: str = "") -> tuple[Path, ...]:
        """Print the volumes of the book of all offices, or of one, unless they are printed already.

        All are set before the first is written, so that a failure leaves the earlier ones.
        """
        jilid = bagi_jilid({id: c.halaman for id, c in catatan.items()})
        nama = [nama_buku(instansi, n if len(jilid) > 1 else 0) for n in range(1, len(jilid) + 1)]
        baru = []
        for n, (satu, ids) in enumerate(zip(nama, jilid, strict=True), 1):
            data = susun_buku(
                self.konteks,
                {id: catatan[id].data for id in ids},
                instansi,
                f"Jilid {n} dari {len(jilid)}" if len(jilid) > 1 else "",
            )
            if any(catatan[id].kabar for id in ids):
                _tanpa_logo_rusak(data)
            kunci = digest(self._sidik_alat, repr(data))
            if not self.gudang.baca(satu, kunci):
                baru.append((satu, kunci, self._cetak_buku(satu, data)))
        for satu, kunci, pdf in baru:
            self.gudang.simpan(satu, pdf, PdfRecord(kunci, digest(pdf)))
        self.gudang.buang([b for b in self._jilid_ada(instansi) if b not in nama])
        return tuple(map(self.gudang.pdf, nama))

    def _cetak_buku(self, nama: str, data: dict[str, Any]) -> bytes:
        try:
            return self.pencetak.cetak("buku.typ", data, buku=True)
        except PrintFailed as error:
            raise PrintFailed(f"Buku {nama} gagal dicetak: {error}") from error
        finally:
            self.pencetak.lepaskan()

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
        templat = sorted((self.root / TEMPLAT).rglob("*.typ"))
        logo = sorted(self.pencetak.logo.items())
        return digest(
            digest_of_files([*kode, *templat, *self.huruf]),
            *(x for nama, isi in logo for x in (nama, isi)),
        )

    def _kunci(self, sop: Sop) -> str:
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


def _tanpa_logo_rusak(data: dict[str, Any]) -> None:
    """Leave out of the book the logos that its sheets could not print."""
    rusak = {lembar["id"].partition("/")[0] for lembar in data["lembar"] if not lembar["logo"]}
    for bab in data["bab"]:
        if bab["id"] in rusak:
            bab["logo"] = ""

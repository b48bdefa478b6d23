"""Prints forms into `.build/formulir/`, and only what changed."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from buku_sop import VERSI
from buku_sop.adapters.formulir.perubahan import baca_sejarah, riwayat_perubahan
from buku_sop.adapters.git.versions import Sejarah
from buku_sop.adapters.lembar.compiler import TEMPLAT, PrintFailed, SheetCompiler, template_files
from buku_sop.adapters.lembar.fonts import font_files, known_characters
from buku_sop.adapters.lembar.images import office_logos
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import code_files
from buku_sop.adapters.store import PdfCache, PdfRecord, digest, digest_of_files
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.handbook import Hasil
from buku_sop.model import Instansi, JenisFormulir, NamaKertas, Sop
from buku_sop.views.formulir import Formulir, KonteksFormulir, Perubahan

FOLDER = Path(".build/formulir")
"""The forms that somebody asked for."""
TEMPLAT_FORMULIR = "formulir"
"""The folder of the forms' template, from the root of the look."""
_LOGO = ("logo", "logo_kedua")
_KODE = ("model/**/*.py", "views/**/*.py", "adapters/formulir/*.py", "adapters/lembar/*.py")
"""The code that decides what a form looks like: another version of it prints anew."""

__all__ = ["AssetError", "FormPrinter", "Pesanan", "PrintFailed", "pesanan"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pesanan:
    """A form to be printed."""

    jenis: JenisFormulir
    instansi: Instansi
    sop: tuple[Sop, ...]

    @property
    def nama(self) -> str:
        """Its name below the folder of forms, without ending."""
        return f"{self.tentang}/{self.jenis.value}"

    @property
    def tentang(self) -> str:
        """The id of the office or the SOP that it is about."""
        return self.instansi.id if self.jenis.seinstansi else self.sop[0].id


def pesanan(hasil: Hasil, jenis: JenisFormulir, ids: Collection[str]) -> Iterator[Pesanan]:
    """Yield the forms of a kind about offices and SOPs, by their ids; about all where none is given.

    A form about an office is about its SOPs in force, and only about those that are named beside it.
    """
    for instansi in hasil.handbook.instansi:
        milik = hasil.handbook.milik(instansi.id)
        disebut = [s for s in milik if s.id in ids]
        if not ids or instansi.id in ids:
            berlaku = sorted(
                (s for s in milik if s.sedang_berlaku or s.berlaku_sampai),
                key=lambda s: (*urutan_nama_sop(s.nama), s.id),
            )
            disebut = [*disebut, *(s for s in berlaku if s not in disebut)]
        elif not disebut:
            continue
        if jenis.seinstansi:
            yield Pesanan(jenis, instansi, tuple(disebut))
        else:
            yield from (Pesanan(jenis, instansi, (s,)) for s in disebut)


class FormPrinter:
    """Prints forms about one handbook."""

    def __init__(
        self,
        root: Path,
        hasil: Hasil,
        kertas: str | None = None,
        *,
        tahun: int | None = None,
        folder: Path = FOLDER,
        sejarah: Sejarah | None = None,
    ) -> None:
        """`kertas` is that of the offices unless given; `tahun` fills in what was recorded in a year; `sejarah` is read from git unless given.

        Raises AssetError where the fonts are not installed.
        """
        self.root, self.hasil, self._sejarah = root, hasil, sejarah
        self.gudang = PdfCache(root / folder)
        self.huruf = font_files(root)
        logo, kedua = (office_logos(root, hasil, bidang) for bidang in _LOGO)
        self.pencetak = SheetCompiler(
            root,
            self.huruf,
            dict([*logo.values(), *kedua.values()]),
            (TEMPLAT, TEMPLAT_FORMULIR),
        )
        self.konteks = KonteksFormulir(
            hasil.handbook,
            hasil.hari_ini,
            NamaKertas(kertas) if kertas else None,
            known_characters(self.huruf),
            {id: nama for id, (nama, _) in logo.items()},
            {id: nama for id, (nama, _) in kedua.items()},
            tahun,
        )

    def cetak(self, semua: Iterable[Pesanan]) -> dict[str, Path]:
        """Print forms, and return their files by name.

        All are made before the first is written, so that a failure leaves the earlier files.

        Raises:
            PrintFailed: A form could not be printed; names it.
        """
        semua = list(semua)
        dicatat = [p.sop[0] for p in semua if p.jenis is JenisFormulir.REKAMAN_REVISI]
        if dicatat and self._sejarah is None:
            self._sejarah = baca_sejarah(self.root, self.hasil, dicatat)
        baru = [x for p in semua if (x := self._satu(p))]
        for nama, pdf, catatan in baru:
            self.gudang.simpan(nama, pdf, catatan)
        return {p.nama: self.gudang.pdf(p.nama) for p in semua}

    def _satu(self, p: Pesanan) -> tuple[str, bytes, PdfRecord] | None:
        """Print one form; None where it is printed already."""
        formulir = Formulir(p.jenis, self.konteks, p.instansi, p.sop, self._perubahan(p))
        data = formulir.data()
        kunci = digest(self._sidik, repr(data))
        if formulir.diganti:
            huruf = " ".join(f"{h} (U+{ord(h):04X})" for h in formulir.diganti)
            log.warning("Formulir %s: huruf yang tidak dapat dicetak diganti: %s", p.nama, huruf)
        if self.gudang.baca(p.nama, kunci):
            return None
        try:
            pdf = self._susun(p, data)
        except PrintFailed as error:
            raise PrintFailed(f"Formulir {p.nama} gagal dicetak: {error}") from error
        return p.nama, pdf, PdfRecord(kunci, digest(pdf))

    def _susun(self, p: Pesanan, data: dict[str, object]) -> bytes:
        try:
            return self.pencetak.cetak("formulir.typ", data)
        except PrintFailed:
            if not any(map(data.get, _LOGO)):
                raise
        pdf = self.pencetak.cetak("formulir.typ", data | dict.fromkeys(_LOGO, ""))
        log.warning("Formulir %s: logo instansi tidak dapat dibaca dan tidak dicetak", p.nama)
        return pdf

    def _perubahan(self, p: Pesanan) -> list[Perubahan]:
        if p.jenis is not JenisFormulir.REKAMAN_REVISI:
            return []
        return riwayat_perubahan(p.sop[0], self._sejarah or Sejarah({}, {}, terpotong=False))

    @cached_property
    def _sidik(self) -> str:
        """Hash of everything that all forms are made with."""
        templat = [
            *template_files(self.root, TEMPLAT).values(),
            *template_files(self.root, TEMPLAT_FORMULIR).values(),
        ]
        logo = sorted(self.pencetak.logo.items())
        return digest(
            VERSI,
            digest_of_files([*code_files(*_KODE), *templat, *self.huruf]),
            *(x for nama, isi in logo for x in (nama, isi)),
        )

"""Reads one file below `sop_data/` into its written form, or says why not."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from buku_sop.diagnostics import Diagnostic, Location, diagnose
from buku_sop.loading.aksara import PemeriksaAksara
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import usul_id
from buku_sop.loading.ingat_berkas import Bacaan as Ingatan
from buku_sop.loading.invisible import karakter_tersembunyi
from buku_sop.loading.isi_data import BUKAN_BERKAS, MAX_BYTES, BukanBerkasBiasaError
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.pulih import Bacaan, baca_terus
from buku_sop.loading.schema_errors import jelaskan_skema, jumlah_salah
from buku_sop.loading.sebagian import hilang_oleh
from buku_sop.loading.text import Source

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HALAMAN_INDUK = "index"
"""The name that the page of an office itself has on the site."""
SEBAB_SISTEM = {
    errno.ENOENT: "berkas itu tidak ada",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.ELOOP: "pintasannya berputar",
    errno.EIO: "disk tidak terbaca",
}
"""Why a file cannot be read, in words; anything else is rare."""


_B = TypeVar("_B", bound=Bentuk)


@dataclass(frozen=True, slots=True)
class _Dokumen(Generic[_B]):
    """What a file gave."""

    dokumen: _B | None
    """Its written form; None where it breaks it."""
    source: Source | None
    ditemukan: list[Diagnostic]
    hilang: tuple[Jalur, ...] = ()
    """What was left out of one that breaks its form."""


def _tanpa_temuan(_dokumen: Bentuk, _source: Source) -> Iterable[Diagnostic]:
    return ()


class FileReader:
    """Reads the files of one handbook, adding what is wrong to `diagnostics`.

    Paths in diagnostics start with the name of the folder.
    """

    def __init__(
        self,
        folder: Path,
        isi: IsiFolder,
        diagnostics: list[Diagnostic],
        ingat: Ingatan | None = None,
    ) -> None:
        """`ingat` keeps what files that are no SOPs gave until the next time."""
        self.folder = folder
        self._ingat = ingat
        self.isi = isi
        self.diagnostics = diagnostics
        self._aksara = PemeriksaAksara(folder, isi.huruf)

    def read(
        self,
        path: Path,
        form: type[_B],
        rusak: Callable[[Source, tuple[Jalur, ...]], None] | None = None,
        periksa: Callable[[_B, Source], Iterable[Diagnostic]] = _tanpa_temuan,
    ) -> tuple[_B, Source] | None:
        """Read a file into its written form, or report why not; `rusak` takes one that breaks its form.

        `periksa` says what else is wrong with it, by what it holds alone.
        """
        name = self.name(path)
        text = self._text(path, name)
        if text is None:
            return None
        baca = partial(self._dokumen, text, name, form, periksa)
        ada = (
            self._ingat.sekali(path, (text, form), baca)
            if self._ingat and rusak is None
            else baca()
        )
        self.diagnostics += ada.ditemukan
        if ada.dokumen is not None and ada.source is not None:
            return ada.dokumen, ada.source
        if rusak and ada.source is not None:
            rusak(ada.source, ada.hilang)
        return None

    def _dokumen(
        self,
        text: str,
        name: str,
        form: type[_B],
        periksa: Callable[[_B, Source], Iterable[Diagnostic]],
    ) -> _Dokumen[_B]:
        bacaan, ditemukan = self._baca(text, name, form)
        hilang = bacaan.hilang
        if (source := bacaan.source) is None:
            return _Dokumen(None, None, ditemukan)
        try:
            dokumen = form.model_validate(source.data)
            if bacaan.utuh:
                return _Dokumen(dokumen, source, [*ditemukan, *periksa(dokumen, source)])
        except ValidationError as error:
            hilang = hilang_oleh(error, bacaan)
            ditemukan += jelaskan_skema(error, source, form, hilang)
        return _Dokumen(None, source, ditemukan, hilang)

    def _baca(self, text: str, name: str, form: type[Bentuk]) -> tuple[Bacaan, list[Diagnostic]]:
        """Read a text, and find what is wrong with how it is written."""
        bacaan = baca_terus(text, name, partial(jumlah_salah, form))
        ditemukan = list(bacaan.diagnostics)
        if bacaan.source is not None:
            ditemukan += karakter_tersembunyi(bacaan.source, text)
            ditemukan += self._aksara.periksa(bacaan.source, text)
        return bacaan, ditemukan

    def _text(self, path: Path, name: str) -> str | None:
        try:
            data, ukuran = self.isi.baca(path)
        except OSError as error:
            umum = BUKAN_BERKAS if isinstance(error, BukanBerkasBiasaError) else "kesalahan sistem"
            self.report("SOP-B006", name, sebab=SEBAB_SISTEM.get(error.errno or 0, umum))
            return None
        if ukuran > MAX_BYTES:
            self.report("SOP-B004", name, ukuran=ukuran // 1024, batas=MAX_BYTES // 1024)
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            baris = data.count(b"\n", 0, error.start) + 1
            awal = data.rfind(b"\n", 0, error.start) + 1
            kolom = len(data[awal : error.start].decode("utf-8", "replace")) + 1
            lokasi = Location(name, baris, kolom)
            byte = f"0x{data[error.start]:02X}"
            self.diagnostics.append(diagnose("SOP-B001", lokasi, byte=byte, posisi=error.start))
            return None

    def check_name(self, path: Path, name: str) -> None:
        """Report a name that cannot be a part of an address."""
        if not SLUG.fullmatch(name) or name == HALAMAN_INDUK:
            usul = usul_id(name).replace("_", "-") if name != HALAMAN_INDUK else "daftar-isi"
            self.report("SOP-B005", self.name(path), nama=name, usul=usul)

    def report(self, kode: str, name: str, **isi: object) -> None:
        """Add a finding about a file as a whole; `name` is as `name()` gives it."""
        self.diagnostics.append(diagnose(kode, Location(name), **isi))

    def name(self, path: Path) -> str:
        """Return how a path is named in diagnostics."""
        return "/".join(path.parts[len(self.folder.parent.parts) :])

"""The files beside an office's SOPs that these name: logos, annexes, signed copies, certificates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from buku_sop.diagnostics import diagnose
from buku_sop.loading.lampiran import AKHIRAN, PEM, TakTerpakai
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.read_file import FileReader
from buku_sop.loading.text import Source
from buku_sop.model import BerkasInstansi, Sop


class BerkasKantor:
    """What lies in the folder of one office besides YAML: what is named is looked at, what none names is told."""

    def __init__(
        self, pembaca: FileReader, folder: Path, berkas: dict[tuple[str, str], BerkasInstansi]
    ) -> None:
        self.pembaca = pembaca
        self.folder = folder
        self.berkas = berkas
        """The files that are named and can be used, by office and name: those of all offices read so far."""
        self.lengkap = True
        """Whether all of the office's YAML could be read, so that what none names is named by none."""
        self._disebut: set[str] = set()

    def logo(self, nama: str, kunci: str, source: Source) -> str:
        """Return the name of a logo; empty, and reported, where it cannot be used."""
        self._disebut.add(nama)
        if not nama or not (sebab := self._sebab_logo(nama)):
            return nama
        lokasi = source.locate((kunci,))
        self.pembaca.diagnostics.append(
            diagnose("SOP-B008", lokasi, logo=_pendek(nama), sebab=sebab)
        )
        return ""

    def akar_sertifikat(self, semua: list[str], source: Source) -> tuple[str, ...]:
        """Return the certificates that can be used."""
        return tuple(
            nama
            for n, nama in enumerate(semua)
            if self.pakai(nama, source, partial(_akar, n), (PEM,))
        )

    def pakai(
        self,
        nama: str,
        source: Source,
        jalur: Callable[[], Jalur],
        akhiran: tuple[str, ...] = AKHIRAN,
    ) -> bool:
        """Note a file that is named, and report why where it cannot be used; `jalur` leads to its name."""
        self._disebut.add(nama)
        try:
            self.berkas[self.folder.name, nama] = self.pembaca.isi.lampiran(
                self.folder, nama, akhiran
            )
        except TakTerpakai as error:
            lokasi = source.locate(jalur())
            isi = {"nama": _pendek(nama), "sebab": str(error)}
            self.pembaca.diagnostics.append(diagnose("SOP-B021", lokasi, **isi))
            return False
        return True

    def disebut_sop(self, sop: Sop, source: Source) -> None:
        """Look at the files that an SOP names."""
        for n, lampiran in enumerate(sop.lampiran):
            self.pakai(lampiran.berkas, source, partial(_di, "lampiran", n, source))
        if salinan := sop.salinan_bertanda_tangan:
            jalur = ("salinan_bertanda_tangan", "berkas")
            self.pakai(salinan.berkas, source, lambda: jalur, (".pdf",))

    def tak_disebut(self) -> None:
        """Report the files that nothing names, unless something else was said of them."""
        for nama in self.pembaca.isi.nama_isi(self.folder) if self.lengkap else ():
            if nama not in self._disebut and not nama.lower().endswith((".yml", ".yaml")):
                path = self.folder.joinpath(*nama.split("/"))
                self.pembaca.report("SOP-B022", self.pembaca.name(path), nama=nama)

    def _sebab_logo(self, nama: str) -> str:
        """Tell why a logo cannot be used; only a file beside `instansi.yml` can."""
        if (self.folder / nama).parent != self.folder or nama in (".", ".."):
            return "letaknya bukan langsung di folder instansi"
        return self.pembaca.isi.sebab_gambar(self.folder / nama)


def _di(kunci: str, n: int, source: Source) -> tuple[str | int, ...]:
    """Where the name of an item's file is written: the item may be the name itself, alone or in a list."""
    isi = source.data.get(kunci)
    if not isinstance(isi, list):
        return (kunci, "berkas") if isinstance(isi, dict) else (kunci,)
    terisi = [m for m, x in enumerate(isi) if x is not None][n]
    return (kunci, terisi, "berkas") if isinstance(isi[terisi], dict) else (kunci, terisi)


def _akar(n: int) -> Jalur:
    return "akar_sertifikat", n


def _pendek(nama: str) -> str:
    """Shorten a name that no file can have, for a message."""
    return nama if len(nama) <= 80 else f"{nama[:79]}…"

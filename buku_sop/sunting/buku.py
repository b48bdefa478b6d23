"""The handbook that is edited: as it is published, and with unsaved texts in the place of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from buku_sop.handbook import Hasil, IngatanBerkas, reopen_handbook
from buku_sop.loading.isi_folder import IsiDitimpa, IsiFolder
from buku_sop.model.buku_lain import BukuLain
from buku_sop.model.setelan import Setelan
from buku_sop.setelan import lengkapi
from buku_sop.views.dasar.render import Perender

__all__ = ["Buku", "TakAda", "Ubahan"]

Ubahan = Mapping[str, str | None]
"""Unsaved texts by the names of their files below the folder of the data; None for a file that is to be gone."""
_BANYAK = 4
"""How many states of the handbook are kept: what is edited, and what it is compared with."""


class TakAda(Exception):
    """What is asked for is not there; worded in Indonesian, as a sentence."""


@dataclass(slots=True)
class Buku:
    """A handbook that stays open; each of its states is read once, and of files only those that changed."""

    data: Path
    """The folder of the data; need not be on a disk."""
    isi: IsiFolder
    perender: Perender
    hari_ini: Callable[[], date] = date.today
    setelan: Setelan = field(default_factory=Setelan)
    lain: tuple[BukuLain, ...] = ()
    revisi: str = ""
    """Which revision is published; empty where nobody knows."""
    ingat: IngatanBerkas = field(default_factory=IngatanBerkas)
    """What its files gave when they were read."""
    baris: dict[tuple[str, int, str], tuple[object, str]] = field(default_factory=dict)
    """Rows of tables as they were drawn last, each with what it was drawn from; by file, table and anchor."""
    _terakhir: dict[tuple[str, int], object] = field(default_factory=dict)
    _terbuka: dict[tuple[tuple[str, str | None], ...], Hasil] = field(default_factory=dict)

    def buka(self, ubahan: Ubahan | None = None) -> Hasil:
        """Open the handbook with unsaved texts; the same texts give the same values."""
        lain = {n: t for n, t in (ubahan or {}).items() if t is None or not self._terbit(n, t)}
        kunci = tuple(sorted(lain.items()))
        hasil = self._terbuka.pop(kunci, None) or self._baca(dict(kunci))
        self._terbuka[kunci] = hasil
        while len(self._terbuka) > _BANYAK:
            self._terbuka.pop(next(iter(self._terbuka)))
        return hasil

    def _terbit(self, berkas: str, teks: str) -> bool:
        """Whether a text is the one that is published."""
        try:
            return self.teks(berkas) == teks
        except TakAda:
            return False

    def _baca(self, ubahan: Ubahan) -> Hasil:
        isi = IsiDitimpa(self.data, ubahan, self.isi) if ubahan else self.isi
        hasil = reopen_handbook(self.data, self.ingat, self.hari_ini(), self.lain, isi)
        return replace(hasil, handbook=lengkapi(hasil.handbook, self.setelan))

    def sama(self, tempat: tuple[str, int], nilai: object) -> object:
        """Return what was last told of a table where it is equal: what is compared with it then is the very same."""
        if self._terakhir.get(tempat) != nilai:
            self._terakhir[tempat] = nilai
        return self._terakhir[tempat]

    def berubah(self) -> None:
        """Forget what was opened: files have changed."""
        self._terbuka.clear()

    def teks(self, berkas: str) -> str:
        """Return the published text of a file. Raises TakAda."""
        path = self.data.joinpath(*berkas.split("/"))
        try:
            isi, ukuran = self.isi.baca(path)
            if ukuran > len(isi):
                raise TakAda(f"Berkas {berkas} terlalu besar untuk disunting.")
            return isi.decode("utf-8")
        except OSError:
            raise TakAda(f"Berkas {berkas} tidak ada di buku ini.") from None
        except UnicodeDecodeError:
            raise TakAda(
                f"Berkas {berkas} bukan teks UTF-8; simpan ulang dengan penyandian itu."
            ) from None

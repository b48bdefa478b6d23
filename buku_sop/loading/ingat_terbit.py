"""What was read from the files of SOPs when a site was built, for whoever gets their texts with it: a browser.

Reading YAML is slow there. What is brought counts for the texts it was read from alone, in the handbook that they came
with: it is taken at the first reading of that, and each later one goes by what the reading depends on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from buku_sop.loading.ingat_berkas import BacaanSop, IngatanBerkas, Syarat
from buku_sop.loading.ingat_tetap import Terbaca
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.loading.late_source import LateSource
from buku_sop.loading.plain_values import from_json, to_json


def tulis_bacaan(ingat: IngatanBerkas, data: Path) -> dict[str, str]:
    """Write what was read, as JSON by the file's name below `data`; of files that were read whole only."""
    hasil = {}
    for path, (_, bacaan) in sorted(ingat.bacaan.items()):
        if bacaan.sop and bacaan.source and not bacaan.sebagian:
            isi = to_json(Terbaca(bacaan.sop, bacaan.diagnostics), Terbaca)
            if isi is not None:
                hasil[path.relative_to(data).as_posix()] = isi.decode("utf-8", "surrogatepass")
    return hasil


@dataclass(slots=True)
class IngatanTerbit(IngatanBerkas):
    """The readings of one folder, the first of them brought along."""

    terbit: dict[Path, str] = field(default_factory=dict)
    isi: IsiFolder = field(default_factory=IsiFolder)

    def cari(self, path: Path, syarat: Syarat) -> BacaanSop | None:
        """Return what a file gave, where it would give the same again."""
        if (isi := self.terbit.pop(path, None)) is not None:
            try:
                ada = from_json(isi.encode("utf-8", "surrogatepass"), Terbaca)
            except (ValueError, TypeError, LookupError):
                return None
            source = LateSource(syarat.nama, lambda: self.isi.baca(path)[0])
            self.simpan(path, syarat, BacaanSop(ada.sop, source, ada.diagnostics))
        return IngatanBerkas.cari(self, path, syarat)


def ingatan_terbit(bacaan: Mapping[str, str], data: Path, isi: IsiFolder) -> IngatanTerbit:
    """Take what `tulis_bacaan` wrote along with the texts in `isi`."""
    return IngatanTerbit(
        terbit={data.joinpath(*n.split("/")): t for n, t in bacaan.items()}, isi=isi
    )

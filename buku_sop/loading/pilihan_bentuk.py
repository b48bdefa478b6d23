"""Which forms of sheets an office or an SOP may choose: ours, and those that the folder describes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from buku_sop.diagnostics import ada_galat
from buku_sop.loading.bentuk import DokumenBerkasBentuk, bangun_bentuk, bentuk_bawaan
from buku_sop.loading.isi_data import BERKAS_BENTUK
from buku_sop.loading.periksa_bentuk import bentuk_tak_dikenal, periksa_bentuk
from buku_sop.loading.read_file import FileReader
from buku_sop.loading.text import Source
from buku_sop.model.bentuk import SOP_AP, BentukLembar


class PilihanBentuk:
    """The forms that are known, while one office after the other is read."""

    def __init__(self, pembaca: FileReader) -> None:
        self.pembaca = pembaca
        self.diuraikan: dict[tuple[str, str], BentukLembar] = {}
        """The forms that the folder describes, by office (empty for all offices) and name."""
        self._semua: Mapping[str, BentukLembar] = bentuk_bawaan()
        self.kantor = self._semua
        """Those that the office being read may choose."""

    def buku(self, folder: Path) -> None:
        """Read the forms that all offices may choose."""
        self._semua = self._baca(folder, self._semua)

    def mulai_kantor(self, folder: Path) -> None:
        """Read the forms that only this office may choose."""
        self.kantor = self._baca(folder, self._semua)

    def pilih(self, nama: str, source: Source, biasa: BentukLembar | None) -> BentukLembar | None:
        """Return the form that a file chooses, or else the usual one."""
        if nama in ("", SOP_AP):
            return None if nama else biasa
        if nama not in self.kantor:
            self.pembaca.diagnostics.append(bentuk_tak_dikenal(nama, self.kantor, source))
        return self.kantor.get(nama, biasa)

    def _baca(
        self, folder: Path, dikenal: Mapping[str, BentukLembar]
    ) -> Mapping[str, BentukLembar]:
        """Return the forms that are known, with those that a folder describes put over them."""
        path = folder / BERKAS_BENTUK
        read = (
            self.pembaca.read(path, DokumenBerkasBentuk)
            if self.pembaca.isi.berkas_biasa(path)
            else None
        )
        if read is None:
            return dikenal
        dokumen, source = read
        salah = list(periksa_bentuk(dokumen, source))
        self.pembaca.diagnostics += salah
        if ada_galat(salah):
            return dikenal
        bentuk = bangun_bentuk(dokumen)
        kantor = "" if folder == self.pembaca.folder else folder.name
        self.diuraikan |= {(kantor, id): satu for id, satu in bentuk.items()}
        return {**dikenal, **bentuk}

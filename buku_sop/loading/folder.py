"""Reads the folder `sop_data/`: one folder per office, one file per SOP, and files about the whole handbook.

A broken file never hides another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.bentuk import (
    DokumenBerkasBentuk,
)
from buku_sop.loading.berkas_kantor import BerkasKantor
from buku_sop.loading.build import bangun_instansi, bangun_sop
from buku_sop.loading.document import DokumenInstansi, DokumenProsedur, DokumenSop
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.ingat_berkas import Bacaan, BacaanSop, syarat_bacaan
from buku_sop.loading.isi_data import (
    BERKAS_BENTUK,
    BERKAS_INSTANSI,
    BERKAS_KEBUTUHAN,
    BERKAS_PERATURAN,
    BERKAS_SINGKATAN,
    BUKAN_BERKAS,
    TAUTAN,
    tersembunyi,
)
from buku_sop.loading.isi_folder import IsiFolder, folder_lampiran
from buku_sop.loading.istilah import periksa_istilah
from buku_sop.loading.kebutuhan import DokumenKebutuhan, bangun_kebutuhan
from buku_sop.loading.kontak import periksa_kontak, periksa_nip
from buku_sop.loading.peraturan import DokumenPeraturan, bangun_peraturan
from buku_sop.loading.pilihan_bentuk import PilihanBentuk
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.read_file import SEBAB_SISTEM, FileReader
from buku_sop.loading.sebagian import Sebagian, pahami
from buku_sop.loading.singkatan import (
    DokumenSingkatan,
    bangun_padanan,
    bangun_singkatan,
    periksa_padanan,
    periksa_singkatan,
)
from buku_sop.loading.text import Source
from buku_sop.model import (
    BerkasInstansi,
    Handbook,
    Instansi,
    JenisFormulir,
    Kebutuhan,
    PeraturanTercatat,
    Sop,
)
from buku_sop.model.bentuk import BentukLembar

BERKAS_KANTOR: Mapping[str, type[Bentuk]] = {
    BERKAS_INSTANSI: DokumenInstansi,
    BERKAS_KEBUTUHAN: DokumenKebutuhan,
    BERKAS_BENTUK: DokumenBerkasBentuk,
}
"""The forms of `NAMA_KANTOR`."""
BERKAS_BUKU: Mapping[str, type[Bentuk]] = {
    BERKAS_PERATURAN: DokumenPeraturan,
    BERKAS_SINGKATAN: DokumenSingkatan,
    BERKAS_BENTUK: DokumenBerkasBentuk,
}
"""The forms of `NAMA_BUKU`."""


@dataclass(slots=True)
class Loaded:
    """What a folder gave: the handbook of all that could be read, and what was wrong."""

    handbook: Handbook
    diagnostics: list[Diagnostic]
    sources: dict[str, Source] = field(default_factory=dict)
    """The file of each SOP that was read, by SOP id."""
    dibaca: list[str] = field(default_factory=list)
    """The files of all SOPs, also of those that could not be read."""
    sebagian: list[Sebagian] = field(default_factory=list)
    """SOPs of which a part could not be read, for the checks alone."""
    peraturan: Source | None = None
    """The file of what is recorded about regulations, where one was read."""
    kebutuhan: dict[str, Source] = field(default_factory=dict)
    """The file of each office's needs that was read, by office id."""
    bentuk: dict[tuple[str, str], BentukLembar] = field(default_factory=dict)
    """The forms that the folder describes, by office (empty for all offices) and name."""


def load_folder(
    folder: Path,
    kantor: str | None = None,
    ingat: Bacaan | None = None,
    isi: IsiFolder | None = None,
) -> Loaded:
    """Read all offices and SOPs below `folder`, or those of one office only.

    Paths in diagnostics start with the folder's name. `ingat` keeps what the files of SOPs gave until the next time.
    `isi` is what lies in the folder: what the disk has, unless said.
    """
    return _Loader(folder, kantor, ingat, isi or IsiFolder()).load()


class _Loader:
    """Reads one handbook, collecting every problem."""

    def __init__(
        self, folder: Path, kantor: str | None, ingat: Bacaan | None, isi: IsiFolder
    ) -> None:
        self.folder = folder
        self.kantor = kantor
        self.ingat = ingat
        self.isi = isi
        self.diagnostics: list[Diagnostic] = []
        self.pembaca = FileReader(folder, isi, self.diagnostics, ingat)
        self.sources: dict[str, Source] = {}
        self.dibaca: list[str] = []
        self.sebagian: list[Sebagian] = []
        self.sumber_peraturan: Source | None = None
        self.sumber_kebutuhan: dict[str, Source] = {}
        self.kebutuhan: dict[str, Kebutuhan] = {}
        self.bentuk = PilihanBentuk(self.pembaca)
        self.dipakai: dict[tuple[str, str], BerkasInstansi] = {}
        self.berkas = BerkasKantor(self.pembaca, folder, self.dipakai)
        """Those beside the SOPs of the office being read."""

    def load(self) -> Loaded:
        instansi: list[Instansi] = []
        sop: list[Sop] = []
        kata: dict[str, Any] = {}
        peraturan: tuple[PeraturanTercatat, ...] = ()
        try:
            self._semua(instansi, sop)
            kata, peraturan = self._singkatan(), self._peraturan()
        except OSError as error:
            self._tak_terbuka(self.folder, error)
        buku = Handbook(
            tuple(instansi),
            tuple(sop),
            **kata,
            peraturan=peraturan,
            berkas=MappingProxyType(self.dipakai),
            kebutuhan=MappingProxyType(self.kebutuhan),
        )
        return Loaded(
            buku,
            self.diagnostics,
            self.sources,
            self.dibaca,
            self.sebagian,
            self.sumber_peraturan,
            self.sumber_kebutuhan,
            self.bentuk.diuraikan,
        )

    def _semua(self, instansi: list[Instansi], sop: list[Sop]) -> None:
        """Read what lies in the folder. Raises OSError where the folder itself cannot be listed."""
        if not self.isi.ada_folder(self.folder):
            self.pembaca.report("SOP-B006", self.folder.name, sebab="folder tidak ada")
        self.bentuk.buku(self.folder)
        for path in self.isi.anak(self.folder) if self.isi.ada_folder(self.folder) else []:
            if tersembunyi(path.name) or self.kantor not in (None, path.name):
                continue
            if self.isi.tautan(path):
                self.pembaca.report("SOP-B006", self.pembaca.name(path), sebab=TAUTAN)
            elif self.isi.bukan_berkas(path):
                self.pembaca.report("SOP-B006", self.pembaca.name(path), sebab=BUKAN_BERKAS)
            elif self.isi.ada_folder(path):
                try:
                    self._kantor(path, instansi, sop)
                except OSError as error:
                    self._tak_terbuka(path, error)
            elif path.suffix.lower() in {".yml", ".yaml"} and path.name not in BERKAS_BUKU:
                usul = "Pindahkan ke folder instansinya, misalnya `sop_data/dinas-contoh/`."
                self.pembaca.report("SOP-B007", self.pembaca.name(path), nama=path.name, usul=usul)
        if self.ingat:
            self.ingat.buang_selain({self.folder.parent / nama for nama in self.dibaca})

    def _kantor(self, path: Path, instansi: list[Instansi], sop: list[Sop]) -> None:
        """Read the folder of an office. Raises OSError where it, or a folder in it, cannot be opened."""
        self.berkas = BerkasKantor(self.pembaca, path, self.dipakai)
        kantor = self._instansi(path)
        instansi.append(kantor)
        self._kebutuhan(path)
        sop += self._sop_files(path, kantor)
        self.berkas.tak_disebut()

    def _tak_terbuka(self, path: Path, error: OSError) -> None:
        """Report a folder that cannot be opened; the others are read all the same."""
        tempat = Path(error.filename) if isinstance(error.filename, str) else path
        try:
            tempat.lstat()
        except OSError:  # it is the folder around it that cannot be opened
            tempat = tempat.parent
        di_dalam = tempat if tempat.is_relative_to(self.folder) else path
        sebab = f"folder ini tidak dapat dibuka ({SEBAB_SISTEM.get(error.errno or 0, 'kesalahan sistem')})"
        self.pembaca.report("SOP-B006", self.pembaca.name(di_dalam), sebab=sebab)

    def _peraturan(self) -> tuple[PeraturanTercatat, ...]:
        path = self.folder / BERKAS_PERATURAN
        read = (
            self.pembaca.read(path, DokumenPeraturan)
            if self.kantor is None and self.isi.berkas_biasa(path)
            else None
        )
        if read is None:
            return ()
        dokumen, self.sumber_peraturan = read
        return bangun_peraturan(dokumen)

    def _singkatan(self) -> dict[str, Any]:
        """Read the words of all offices, as what they are in the handbook."""
        path = self.folder / BERKAS_SINGKATAN
        read = (
            self.pembaca.read(path, DokumenSingkatan, periksa=_temuan_kata)
            if self.kantor is None and self.isi.berkas_biasa(path)
            else None
        )
        if read is None:
            return {}
        dokumen, _ = read
        return {
            "singkatan": bangun_singkatan(dokumen.singkatan),
            "padanan": bangun_padanan(dokumen.padanan),
        }

    def _kebutuhan(self, folder: Path) -> None:
        """Read which SOPs an office needs, where it wrote that down."""
        path = folder / BERKAS_KEBUTUHAN
        if (
            read := self.pembaca.read(path, DokumenKebutuhan)
            if self.isi.berkas_biasa(path)
            else None
        ):
            dokumen, self.sumber_kebutuhan[folder.name] = read
            self.kebutuhan[folder.name] = bangun_kebutuhan(dokumen)

    def _instansi(self, folder: Path) -> Instansi:
        """Read the office of a folder; one that cannot be read still carries its SOPs."""
        self.pembaca.check_name(folder, folder.name)
        self.bentuk.mulai_kantor(folder)
        path = folder / BERKAS_INSTANSI
        tanpa = Instansi(folder.name, folder.name)
        if not self.isi.berkas_biasa(path):
            if not self.isi.tautan(path) and not self.isi.bukan_berkas(
                path
            ):  # these have their own finding
                self.pembaca.report(
                    "SOP-B003", self.pembaca.name(folder), folder=self.pembaca.name(folder)
                )
            self.berkas.lengkap = False
            return tanpa
        read = self.pembaca.read(path, DokumenInstansi, periksa=_temuan_instansi)
        if read is None:
            self.berkas.lengkap = False
            return tanpa
        dokumen, source = read
        if JenisFormulir.KEBUTUHAN in dokumen.formulir and not self.isi.ada_berkas(
            folder / BERKAS_KEBUTUHAN
        ):
            tempat = source.locate(("formulir", dokumen.formulir.index(JenisFormulir.KEBUTUHAN)))
            nama = f"{self.pembaca.name(folder)}/{BERKAS_KEBUTUHAN}"
            isi = {
                "sebab": f"`{nama}` tidak ada",
                "usul": f"Buat `{nama}`, atau hapus dari daftar ini.",
            }
            self.diagnostics.append(diagnose("SOP-B033", tempat, formulir="kebutuhan", **isi))
        bentuk = self.bentuk.pilih(dokumen.bentuk, source, None)
        instansi = replace(
            bangun_instansi(folder.name, dokumen),
            bentuk=bentuk,
            logo=self.berkas.logo(dokumen.logo, "logo", source),
            logo_kedua=self.berkas.logo(dokumen.logo_kedua, "logo_kedua", source),
        )
        return replace(
            instansi,
            akar_sertifikat=self.berkas.akar_sertifikat(dokumen.akar_sertifikat, source),
        )

    def _sop_files(self, folder: Path, instansi: Instansi) -> Iterator[Sop]:
        for path in self.isi.anak(folder):
            if tersembunyi(path.name):
                continue
            if self.isi.tautan(path):
                if path.suffix.lower() in {".yml", ".yaml"}:
                    self.berkas.lengkap = False
                    self.pembaca.report("SOP-B006", self.pembaca.name(path), sebab=TAUTAN)
                continue
            if self.isi.bukan_berkas(path):
                if path.suffix.lower() in {".yml", ".yaml"}:
                    self.berkas.lengkap = False
                    self.pembaca.report("SOP-B006", self.pembaca.name(path), sebab=BUKAN_BERKAS)
                continue
            if path.name in BERKAS_KANTOR:
                continue
            if self.isi.ada_folder(path) and folder_lampiran(self.isi, path):
                continue
            if self.isi.ada_folder(path) or path.suffix.lower() == ".yaml" or path.suffix == ".YML":
                usul = f"Ganti namanya menjadi `{path.stem}.yml`, langsung di folder instansi."
                self.pembaca.report("SOP-B007", self.pembaca.name(path), nama=path.name, usul=usul)
            elif path.name in BERKAS_BUKU:
                usul = f"Pindahkan ke `{self.folder.name}/{path.name}`, atau ganti namanya bila ini SOP."
                self.pembaca.report("SOP-B007", self.pembaca.name(path), nama=path.name, usul=usul)
            elif path.suffix == ".yml":
                sop = self._sop_teringat(path, instansi)
                if sop is not None:
                    yield sop

    def _sop_teringat(self, path: Path, instansi: Instansi) -> Sop | None:
        """Read an SOP, or take what its file gave before; the files that it names are looked at in any case."""
        id = f"{instansi.id}/{path.stem}"
        syarat = (
            syarat_bacaan(
                self.isi.sidik(path), instansi, self.bentuk.kantor, self.pembaca.name(path)
            )
            if self.ingat
            else None
        )
        bacaan = self.ingat.cari(path, syarat) if self.ingat and syarat else None
        if bacaan:
            self.dibaca.append(self.pembaca.name(path))
            self.diagnostics += bacaan.diagnostics
            self.sebagian += bacaan.sebagian
            if bacaan.source:
                self.sources[id] = bacaan.source
            sop = bacaan.sop
        else:
            banyak, sebagian = len(self.diagnostics), len(self.sebagian)
            sop = self._sop(path, instansi)
            if self.ingat and syarat:
                ditemukan = tuple(self.diagnostics[banyak:])
                dipahami = tuple(self.sebagian[sebagian:])
                bacaan = BacaanSop(sop, self.sources.get(id), ditemukan, dipahami)
                self.ingat.simpan(path, syarat, bacaan)
        self.berkas.lengkap = self.berkas.lengkap and sop is not None
        if sop:
            self.berkas.disebut_sop(sop, self.sources[id])
        return sop

    def _sop(self, path: Path, instansi: Instansi) -> Sop | None:
        self.pembaca.check_name(path, path.stem)
        self.dibaca.append(self.pembaca.name(path))
        id = f"{instansi.id}/{path.stem}"
        read = self.pembaca.read(path, DokumenSop, lambda *apa: self._sebagian(id, instansi, *apa))
        if read is None:
            return None
        dokumen, source = read
        if dokumen.prosedur:
            for kunci in DokumenProsedur.model_fields.keys() & source.data.keys():
                lokasi = source.locate((kunci,), key=True)
                self.diagnostics.append(diagnose("SOP-S009", lokasi, kunci=kunci))
        self.diagnostics += periksa_istilah(dokumen.istilah, source)
        self.sources[id] = source
        bentuk = self.bentuk.pilih(dokumen.bentuk, source, instansi.bentuk)
        return replace(bangun_sop(id, dokumen, instansi), bentuk=bentuk)

    def _sebagian(
        self, id: str, instansi: Instansi, source: Source, hilang: tuple[Jalur, ...]
    ) -> None:
        """Keep what can be understood of an SOP that breaks its form; `hilang` was left out before."""
        if dipahami := pahami(source.data):
            dokumen, tambahan = dipahami
            hilang = (*hilang, *tambahan)
            self.diagnostics += periksa_istilah(dokumen.istilah, source)
            bentuk = self.bentuk.pilih(dokumen.bentuk, source, instansi.bentuk)
            sop = replace(bangun_sop(id, dokumen, instansi), bentuk=bentuk)
            self.sebagian.append(Sebagian(sop, source, hilang))


def _temuan_kata(dokumen: DokumenSingkatan, source: Source) -> Iterator[Diagnostic]:
    yield from periksa_singkatan(dokumen.singkatan, source)
    yield from periksa_padanan(dokumen.padanan, source)


def _temuan_instansi(dokumen: DokumenInstansi, source: Source) -> Iterator[Diagnostic]:
    yield from periksa_singkatan(dokumen.singkatan, source)
    yield from periksa_kontak(dokumen.kontak, source)
    yield from periksa_istilah(dokumen.istilah, source)
    if not dokumen.tampilkan_nip:
        yield from periksa_nip(source)

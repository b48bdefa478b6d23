"""Reads the folder `sop_data/`: one folder per office, one file per SOP, and files about the whole handbook.

A broken file never hides another.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from buku_sop.diagnostics import Diagnostic, Location, ada_galat, diagnose
from buku_sop.loading.aksara import PemeriksaAksara
from buku_sop.loading.bentuk import (
    DokumenBerkasBentuk,
    bangun_bentuk,
    bentuk_bawaan,
)
from buku_sop.loading.build import bangun_instansi, bangun_sop
from buku_sop.loading.document import DokumenInstansi, DokumenProsedur, DokumenSop
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import usul_id
from buku_sop.loading.ingat_berkas import Bacaan, BacaanSop, syarat_bacaan
from buku_sop.loading.invisible import karakter_tersembunyi
from buku_sop.loading.isi_data import (
    BERKAS_BENTUK,
    BERKAS_INSTANSI,
    BERKAS_KEBUTUHAN,
    BERKAS_PERATURAN,
    BERKAS_SINGKATAN,
    BUKAN_BERKAS,
    MAX_BYTES,
    TAUTAN,
    BukanBerkasBiasaError,
    tersembunyi,
)
from buku_sop.loading.isi_folder import IsiFolder, folder_lampiran
from buku_sop.loading.istilah import periksa_istilah
from buku_sop.loading.kebutuhan import DokumenKebutuhan, bangun_kebutuhan
from buku_sop.loading.kontak import periksa_kontak, periksa_nip
from buku_sop.loading.lampiran import AKHIRAN, PEM, TakTerpakai
from buku_sop.loading.peraturan import DokumenPeraturan, bangun_peraturan
from buku_sop.loading.periksa_bentuk import bentuk_tak_dikenal, periksa_bentuk
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.pulih import baca_terus
from buku_sop.loading.schema_errors import jelaskan_skema, jumlah_salah
from buku_sop.loading.sebagian import Sebagian, hilang_oleh, pahami
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
from buku_sop.model.bentuk import SOP_AP, BentukLembar

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HALAMAN_INDUK = "index"
"""The name that the page of an office itself has on the site."""
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
_SEBAB = {
    errno.ENOENT: "berkas itu tidak ada",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.ELOOP: "pintasannya berputar",
    errno.EIO: "disk tidak terbaca",
}
"""Why a file cannot be read, in words; anything else is rare."""


def _di(kunci: str, n: int, source: Source) -> tuple[str | int, ...]:
    """Where the name of an item's file is written: the item may be the name itself, alone or in a list."""
    isi = source.data.get(kunci)
    if not isinstance(isi, list):
        return (kunci, "berkas") if isinstance(isi, dict) else (kunci,)
    terisi = [m for m, x in enumerate(isi) if x is not None][n]
    return (kunci, terisi, "berkas") if isinstance(isi[terisi], dict) else (kunci, terisi)


def _akar(n: int) -> Jalur:
    return "akar_sertifikat", n


_B = TypeVar("_B", bound=Bentuk)


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
        self.aksara = PemeriksaAksara(folder, isi.huruf)
        self.diagnostics: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}
        self.dibaca: list[str] = []
        self.sebagian: list[Sebagian] = []
        self.sumber_peraturan: Source | None = None
        self.sumber_kebutuhan: dict[str, Source] = {}
        self.kebutuhan: dict[str, Kebutuhan] = {}
        self.berkas: dict[tuple[str, str], BerkasInstansi] = {}
        self.bentuk: Mapping[str, BentukLembar] = bentuk_bawaan()
        """The forms that all offices may choose."""
        self.diuraikan: dict[tuple[str, str], BentukLembar] = {}
        self.bentuk_kantor = self.bentuk
        """Those that the office being read may choose."""
        self.disebut: set[str] = set()
        """The files that the office being read names."""
        self.lengkap = True
        """Whether all of that office's files could be read, so that what none names is named by none."""

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
            berkas=MappingProxyType(self.berkas),
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
            self.diuraikan,
        )

    def _semua(self, instansi: list[Instansi], sop: list[Sop]) -> None:
        """Read what lies in the folder. Raises OSError where the folder itself cannot be listed."""
        if not self.isi.ada_folder(self.folder):
            self._report("SOP-B006", self.folder.name, sebab="folder tidak ada")
        self.bentuk = self._bentuk(self.folder, self.bentuk)
        for path in self.isi.anak(self.folder) if self.isi.ada_folder(self.folder) else []:
            if tersembunyi(path.name) or self.kantor not in (None, path.name):
                continue
            if self.isi.tautan(path):
                self._report("SOP-B006", self._name(path), sebab=TAUTAN)
            elif self.isi.bukan_berkas(path):
                self._report("SOP-B006", self._name(path), sebab=BUKAN_BERKAS)
            elif self.isi.ada_folder(path):
                try:
                    self._kantor(path, instansi, sop)
                except OSError as error:
                    self._tak_terbuka(path, error)
            elif path.suffix.lower() in {".yml", ".yaml"} and path.name not in BERKAS_BUKU:
                usul = "Pindahkan ke folder instansinya, misalnya `sop_data/dinas-contoh/`."
                self._report("SOP-B007", self._name(path), nama=path.name, usul=usul)
        if self.ingat:
            self.ingat.buang_selain({self.folder.parent / nama for nama in self.dibaca})

    def _kantor(self, path: Path, instansi: list[Instansi], sop: list[Sop]) -> None:
        """Read the folder of an office. Raises OSError where it, or a folder in it, cannot be opened."""
        self.disebut, self.lengkap = set(), True
        kantor = self._instansi(path)
        instansi.append(kantor)
        self._kebutuhan(path)
        sop += self._sop_files(path, kantor)
        self._tak_disebut(path)

    def _tak_terbuka(self, path: Path, error: OSError) -> None:
        """Report a folder that cannot be opened; the others are read all the same."""
        tempat = Path(error.filename) if isinstance(error.filename, str) else path
        try:
            tempat.lstat()
        except OSError:  # it is the folder around it that cannot be opened
            tempat = tempat.parent
        di_dalam = tempat if tempat.is_relative_to(self.folder) else path
        sebab = (
            f"folder ini tidak dapat dibuka ({_SEBAB.get(error.errno or 0, 'kesalahan sistem')})"
        )
        self._report("SOP-B006", self._name(di_dalam), sebab=sebab)

    def _peraturan(self) -> tuple[PeraturanTercatat, ...]:
        path = self.folder / BERKAS_PERATURAN
        read = (
            self._read(path, DokumenPeraturan)
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
            self._read(path, DokumenSingkatan)
            if self.kantor is None and self.isi.berkas_biasa(path)
            else None
        )
        if read is None:
            return {}
        dokumen, source = read
        self.diagnostics += periksa_singkatan(dokumen.singkatan, source)
        self.diagnostics += periksa_padanan(dokumen.padanan, source)
        return {
            "singkatan": bangun_singkatan(dokumen.singkatan),
            "padanan": bangun_padanan(dokumen.padanan),
        }

    def _bentuk(
        self, folder: Path, dikenal: Mapping[str, BentukLembar]
    ) -> Mapping[str, BentukLembar]:
        """Return the forms that are known, with those that a folder describes put over them."""
        path = folder / BERKAS_BENTUK
        read = self._read(path, DokumenBerkasBentuk) if self.isi.berkas_biasa(path) else None
        if read is None:
            return dikenal
        dokumen, source = read
        salah = list(periksa_bentuk(dokumen, source))
        self.diagnostics += salah
        if ada_galat(salah):
            return dikenal
        bentuk = bangun_bentuk(dokumen)
        kantor = "" if folder == self.folder else folder.name
        self.diuraikan |= {(kantor, id): satu for id, satu in bentuk.items()}
        return {**dikenal, **bentuk}

    def _pilih_bentuk(
        self, nama: str, source: Source, biasa: BentukLembar | None
    ) -> BentukLembar | None:
        """Return the form that a file chooses, or else the usual one."""
        if nama in ("", SOP_AP):
            return None if nama else biasa
        if nama not in self.bentuk_kantor:
            self.diagnostics.append(bentuk_tak_dikenal(nama, self.bentuk_kantor, source))
        return self.bentuk_kantor.get(nama, biasa)

    def _kebutuhan(self, folder: Path) -> None:
        """Read which SOPs an office needs, where it wrote that down."""
        path = folder / BERKAS_KEBUTUHAN
        if read := self._read(path, DokumenKebutuhan) if self.isi.berkas_biasa(path) else None:
            dokumen, self.sumber_kebutuhan[folder.name] = read
            self.kebutuhan[folder.name] = bangun_kebutuhan(dokumen)

    def _instansi(self, folder: Path) -> Instansi:
        """Read the office of a folder; one that cannot be read still carries its SOPs."""
        self._check_name(folder, folder.name)
        self.bentuk_kantor = self._bentuk(folder, self.bentuk)
        path = folder / BERKAS_INSTANSI
        tanpa = Instansi(folder.name, folder.name)
        if not self.isi.berkas_biasa(path):
            if not self.isi.tautan(path) and not self.isi.bukan_berkas(
                path
            ):  # these have their own finding
                self._report("SOP-B003", self._name(folder), folder=self._name(folder))
            self.lengkap = False
            return tanpa
        read = self._read(path, DokumenInstansi)
        if read is None:
            self.lengkap = False
            return tanpa
        dokumen, source = read
        self.diagnostics += periksa_singkatan(dokumen.singkatan, source)
        self.diagnostics += periksa_kontak(dokumen.kontak, source)
        self.diagnostics += periksa_istilah(dokumen.istilah, source)
        self.diagnostics += () if dokumen.tampilkan_nip else periksa_nip(source)
        if JenisFormulir.KEBUTUHAN in dokumen.formulir and not self.isi.ada_berkas(
            folder / BERKAS_KEBUTUHAN
        ):
            tempat = source.locate(("formulir", dokumen.formulir.index(JenisFormulir.KEBUTUHAN)))
            nama = f"{self._name(folder)}/{BERKAS_KEBUTUHAN}"
            isi = {
                "sebab": f"`{nama}` tidak ada",
                "usul": f"Buat `{nama}`, atau hapus dari daftar ini.",
            }
            self.diagnostics.append(diagnose("SOP-B033", tempat, formulir="kebutuhan", **isi))
        bentuk = self._pilih_bentuk(dokumen.bentuk, source, None)
        instansi = replace(
            bangun_instansi(folder.name, dokumen),
            bentuk=bentuk,
            logo=self._logo(folder, dokumen.logo, "logo", source),
            logo_kedua=self._logo(folder, dokumen.logo_kedua, "logo_kedua", source),
        )
        akar = [
            nama
            for n, nama in enumerate(dokumen.akar_sertifikat)
            if self._pakai(folder, nama, source, partial(_akar, n), (PEM,))
        ]
        return replace(instansi, akar_sertifikat=tuple(akar))

    def _logo(self, folder: Path, nama: str, kunci: str, source: Source) -> str:
        """Return the name of a logo; empty, and reported, where it cannot be used."""
        self.disebut.add(nama)
        if not nama or not (sebab := self._sebab_logo(folder, nama)):
            return nama
        lokasi = source.locate((kunci,))
        self.diagnostics.append(diagnose("SOP-B008", lokasi, logo=_pendek(nama), sebab=sebab))
        return ""

    def _pakai(
        self,
        folder: Path,
        nama: str,
        source: Source,
        jalur: Callable[[], Jalur],
        akhiran: tuple[str, ...] = AKHIRAN,
    ) -> bool:
        """Note a file that is named, and report why where it cannot be used; `jalur` leads to its name."""
        self.disebut.add(nama)
        try:
            self.berkas[folder.name, nama] = self.isi.lampiran(folder, nama, akhiran)
        except TakTerpakai as error:
            lokasi = source.locate(jalur())
            isi = {"nama": _pendek(nama), "sebab": str(error)}
            self.diagnostics.append(diagnose("SOP-B021", lokasi, **isi))
            return False
        return True

    def _tak_disebut(self, folder: Path) -> None:
        """Report the files that nothing names, unless something else was said of them."""
        for nama in self.isi.nama_isi(folder) if self.lengkap else ():
            if nama not in self.disebut and not nama.lower().endswith((".yml", ".yaml")):
                path = folder.joinpath(*nama.split("/"))
                self._report("SOP-B022", self._name(path), nama=nama)

    def _sebab_logo(self, folder: Path, nama: str) -> str:
        """Tell why a logo cannot be used; only a file beside `instansi.yml` can."""
        if (folder / nama).parent != folder or nama in (".", ".."):
            return "letaknya bukan langsung di folder instansi"
        return self.isi.sebab_gambar(folder / nama)

    def _sop_files(self, folder: Path, instansi: Instansi) -> Iterator[Sop]:
        for path in self.isi.anak(folder):
            if tersembunyi(path.name):
                continue
            if self.isi.tautan(path):
                if path.suffix.lower() in {".yml", ".yaml"}:
                    self.lengkap = False
                    self._report("SOP-B006", self._name(path), sebab=TAUTAN)
                continue
            if self.isi.bukan_berkas(path):
                if path.suffix.lower() in {".yml", ".yaml"}:
                    self.lengkap = False
                    self._report("SOP-B006", self._name(path), sebab=BUKAN_BERKAS)
                continue
            if path.name in BERKAS_KANTOR:
                continue
            if self.isi.ada_folder(path) and folder_lampiran(self.isi, path):
                continue
            if self.isi.ada_folder(path) or path.suffix.lower() == ".yaml" or path.suffix == ".YML":
                usul = f"Ganti namanya menjadi `{path.stem}.yml`, langsung di folder instansi."
                self._report("SOP-B007", self._name(path), nama=path.name, usul=usul)
            elif path.name in BERKAS_BUKU:
                usul = f"Pindahkan ke `{self.folder.name}/{path.name}`, atau ganti namanya bila ini SOP."
                self._report("SOP-B007", self._name(path), nama=path.name, usul=usul)
            elif path.suffix == ".yml":
                sop = self._sop_teringat(path, instansi)
                if sop is not None:
                    yield sop

    def _sop_teringat(self, path: Path, instansi: Instansi) -> Sop | None:
        """Read an SOP, or take what its file gave before; the files that it names are looked at in any case."""
        id = f"{instansi.id}/{path.stem}"
        syarat = (
            syarat_bacaan(self.isi.sidik(path), instansi, self.bentuk_kantor, self._name(path))
            if self.ingat
            else None
        )
        bacaan = self.ingat.cari(path, syarat) if self.ingat and syarat else None
        if bacaan:
            self.dibaca.append(self._name(path))
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
        self.lengkap = self.lengkap and sop is not None
        if sop:
            self._berkas_disebut(path.parent, sop, self.sources[id])
        return sop

    def _berkas_disebut(self, folder: Path, sop: Sop, source: Source) -> None:
        """Look at the files that an SOP names."""
        for n, lampiran in enumerate(sop.lampiran):
            self._pakai(folder, lampiran.berkas, source, partial(_di, "lampiran", n, source))
        if salinan := sop.salinan_bertanda_tangan:
            jalur = ("salinan_bertanda_tangan", "berkas")
            self._pakai(folder, salinan.berkas, source, lambda: jalur, (".pdf",))

    def _sop(self, path: Path, instansi: Instansi) -> Sop | None:
        self._check_name(path, path.stem)
        self.dibaca.append(self._name(path))
        id = f"{instansi.id}/{path.stem}"
        read = self._read(path, DokumenSop, lambda *apa: self._sebagian(id, instansi, *apa))
        if read is None:
            return None
        dokumen, source = read
        if dokumen.prosedur:
            for kunci in DokumenProsedur.model_fields.keys() & source.data.keys():
                lokasi = source.locate((kunci,), key=True)
                self.diagnostics.append(diagnose("SOP-S009", lokasi, kunci=kunci))
        self.diagnostics += periksa_istilah(dokumen.istilah, source)
        self.sources[id] = source
        bentuk = self._pilih_bentuk(dokumen.bentuk, source, instansi.bentuk)
        return replace(bangun_sop(id, dokumen, instansi), bentuk=bentuk)

    def _sebagian(
        self, id: str, instansi: Instansi, source: Source, hilang: tuple[Jalur, ...]
    ) -> None:
        """Keep what can be understood of an SOP that breaks its form; `hilang` was left out before."""
        if dipahami := pahami(source.data):
            dokumen, tambahan = dipahami
            hilang = (*hilang, *tambahan)
            self.diagnostics += periksa_istilah(dokumen.istilah, source)
            bentuk = self._pilih_bentuk(dokumen.bentuk, source, instansi.bentuk)
            sop = replace(bangun_sop(id, dokumen, instansi), bentuk=bentuk)
            self.sebagian.append(Sebagian(sop, source, hilang))

    def _read(
        self,
        path: Path,
        form: type[_B],
        rusak: Callable[[Source, tuple[Jalur, ...]], None] | None = None,
    ) -> tuple[_B, Source] | None:
        """Read a file into its written form, or report why not; `rusak` takes one that breaks its form."""
        name = self._name(path)
        text = self._text(path, name)
        if text is None:
            return None
        bacaan = baca_terus(text, name, partial(jumlah_salah, form))
        self.diagnostics += bacaan.diagnostics
        if (source := bacaan.source) is None:
            return None
        self.diagnostics += karakter_tersembunyi(source, text)
        self.diagnostics += self.aksara.periksa(source, text)
        hilang = bacaan.hilang
        try:
            dokumen = form.model_validate(source.data)
            if bacaan.utuh:
                return dokumen, source
        except ValidationError as error:
            hilang = hilang_oleh(error, bacaan)
            self.diagnostics += jelaskan_skema(error, source, form, hilang)
        if rusak:
            rusak(source, hilang)
        return None

    def _text(self, path: Path, name: str) -> str | None:
        try:
            data, ukuran = self.isi.baca(path)
        except OSError as error:
            umum = BUKAN_BERKAS if isinstance(error, BukanBerkasBiasaError) else "kesalahan sistem"
            self._report("SOP-B006", name, sebab=_SEBAB.get(error.errno or 0, umum))
            return None
        if ukuran > MAX_BYTES:
            self._report("SOP-B004", name, ukuran=ukuran // 1024, batas=MAX_BYTES // 1024)
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

    def _check_name(self, path: Path, name: str) -> None:
        if not SLUG.fullmatch(name) or name == HALAMAN_INDUK:
            usul = usul_id(name).replace("_", "-") if name != HALAMAN_INDUK else "daftar-isi"
            self._report("SOP-B005", self._name(path), nama=name, usul=usul)

    def _report(self, kode: str, name: str, **isi: object) -> None:
        self.diagnostics.append(diagnose(kode, Location(name), **isi))

    def _name(self, path: Path) -> str:
        return "/".join(path.parts[len(self.folder.parent.parts) :])


def _pendek(nama: str) -> str:
    """Shorten a name that no file can have, for a message."""
    return nama if len(nama) <= 80 else f"{nama[:79]}…"

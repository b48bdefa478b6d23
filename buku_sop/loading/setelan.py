"""The settings of a handbook in the text of `mkdocs.yml`: what may be written, read with the place of everything.

They stand under `plugins:` as those of `buku-sop`. What older handbooks have under `extra:` holds as well, and
variables of the environment before both, so that a pipeline can say otherwise than the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError, WithJsonSchema

from buku_sop.diagnostics import Diagnostic, Location, diagnose, urutkan
from buku_sop.loading import skema_isian as isian
from buku_sop.loading.document_bagian import Bentuk, DokumenKontak
from buku_sop.loading.fields import DaftarTeks, DaftarUnduhan, Teks, TeksBaris, TeksWajib, salah
from buku_sop.loading.kontak import periksa_kontak
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.places import Places, Value, position
from buku_sop.loading.schema_errors import jelaskan_skema
from buku_sop.loading.text import Source, Tags, read_text
from buku_sop.model.bidang_setelan import (
    BIDANG_RUJUKAN,
    BIDANG_SETELAN,
    BIDANG_TAUTAN,
    BIDANG_WARNA,
)
from buku_sop.model.kontak import Kontak
from buku_sop.model.setelan import BentukUnduhan, Rujukan, Setelan, Tautan, Warna
from buku_sop.model.tautan import alamat_lengkap, sebab_bukan_alamat
from buku_sop.model.tulisan import TULISAN, tempat

PLUGIN = "buku-sop"
LAMA = ("pdf", "simpanan", "penyunting", "kontak", "forge", "tampilkan_penulis", "edit_uri")
"""The settings that `extra:` may hold as well."""
VARIABEL = {
    "pdf": "SOP_PDF",
    "simpanan": "SOP_SIMPANAN",
    "penyunting": "SOP_PENYUNTING",
    "forge": "SOP_FORGE",
    "forge_aplikasi": "SOP_FORGE_APLIKASI",
    "tampilkan_penulis": "SOP_TAMPILKAN_PENULIS",
    "edit_uri": "SOP_EDIT_URI",
}
"""The variable of the environment that stands before a setting."""
_YA, _TIDAK = (
    {"ya", "benar", "true", "yes", "on", "1"},
    {"tidak", "bukan", "false", "no", "off", "0"},
)
_APLIKASI = re.compile(r"[0-9A-Za-z_-]{16,100}")
_RAHASIA = ("gloas-", "gto_", "glpat-", "ghp_", "github_pat_", "gho_")
"""How secrets of applications and tokens of people begin."""
_KOMENTAR = re.compile(r":\s+(#[0-9A-Fa-f]{3,8})\b")


def _sakelar(nilai: Any) -> Any:
    """Read yes and no as people write them here, and as MkDocs reads them."""
    if not isinstance(nilai, str):
        return nilai
    kata = nilai.strip().casefold()
    if kata in _YA | _TIDAK:
        return kata in _YA
    raise salah("SOP-S006", nilai=nilai)


Sakelar = Annotated[bool, BeforeValidator(_sakelar), WithJsonSchema(isian.YA_TIDAK)]


_SKEMA_TULISAN = {
    "type": ["object", "null"],
    "properties": {
        k: {"type": "string", "description": f"Bakunya: {t}"} for k, t in TULISAN.items()
    },
    "additionalProperties": False,
}
Tulisan = Annotated[dict[str, Teks], WithJsonSchema(_SKEMA_TULISAN)]
"""Words of the interface by key; which keys there are is looked at apart, so that one mistake does not undo the others."""


class DokumenWarna(Bentuk):
    """Dua warna."""

    bidang = BIDANG_WARNA

    utama: Teks = ""
    aksen: Teks = ""


class DokumenTautan(Bentuk):
    """Satu tautan di beranda."""

    bidang = BIDANG_TAUTAN

    judul: TeksWajib
    alamat: TeksWajib


class DokumenRujukan(Bentuk):
    """Satu buku SOP lain."""

    bidang = BIDANG_RUJUKAN

    nama: TeksWajib
    alamat: Teks = ""
    berkas: Teks = ""
    cari_langsung: Sakelar = False


class DokumenSetelan(Bentuk):
    """Setelan buku."""

    bidang = BIDANG_SETELAN

    nama: Teks = ""
    pemerintah: Teks = ""
    logo: Teks = ""
    warna: DokumenWarna = DokumenWarna()
    pengumuman: TeksBaris = ""
    sambutan: TeksBaris = ""
    tautan: list[DokumenTautan] = Field(default_factory=list)
    petunjuk_cari: Teks = ""
    contoh_cari: DaftarTeks = Field(default_factory=list)
    kontak: DokumenKontak = DokumenKontak()
    rujukan: list[DokumenRujukan] = Field(default_factory=list)
    tulisan: Tulisan = Field(default_factory=dict)
    pdf: Sakelar = True
    unduhan: DaftarUnduhan = Field(default_factory=list)
    simpanan: Sakelar = True
    penyunting: Sakelar = False
    forge: Teks = ""
    forge_aplikasi: Teks = ""
    tampilkan_penulis: Sakelar = False
    edit_uri: Teks = ""


@dataclass(frozen=True, slots=True)
class BacaanSetelan:
    """The settings as they were read, and all that is wrong with their form."""

    setelan: Setelan
    diagnostics: tuple[Diagnostic, ...]
    tertulis: frozenset[str]
    """The settings that are written in the place of theirs or in the environment, so that `extra:` does not count."""
    bagian: Source
    """The section, for findings about the meaning of what it says; empty where there is none."""


def baca_setelan(
    teks: str, berkas: str = "mkdocs.yml", lingkungan: Mapping[str, str] = MappingProxyType({})
) -> BacaanSetelan:
    """Read the settings in a text of `mkdocs.yml`; never raises. What is wrong holds as if it were not there."""
    tags: Tags = {}
    source, temuan = read_text(teks, berkas, tags)
    if source is None:
        kosong = Source(berkas, {}, Places(_AWAL, {}))
        return BacaanSetelan(Setelan(), tuple(temuan), frozenset(), kosong)
    pembaca = _Pembaca(source, teks, tags, lingkungan)
    return pembaca.baca(temuan)


class _Awal:
    line = column = 0


_AWAL = _Awal()


class _Pembaca:
    """Reads the sections of one file, and gathers what is wrong with them."""

    def __init__(
        self, source: Source, teks: str, tags: Tags, lingkungan: Mapping[str, str]
    ) -> None:
        self.source = source
        self.baris = teks.splitlines()
        self.tags = tags
        self.lingkungan = lingkungan
        self.temuan: list[Diagnostic] = []

    def baca(self, temuan: list[Diagnostic]) -> BacaanSetelan:
        """Read the section of the plugin, then `extra`, then the environment."""
        self.temuan = temuan
        bagian = self._bagian(_jalur_plugin(self.source.data.get("plugins")))
        lama = self._bagian(("extra",))
        lama = replace(lama, data={k: lama.data[k] for k in LAMA if k in lama.data})
        dari = {**self._pahami(lama), **self._pahami(bagian)}
        for kunci in lama.data.keys() & bagian.data.keys():
            self._temu("SOP-W005", lama.locate((kunci,), key=True), kunci=kunci)
        luar = self._lingkungan()
        self._warna_terlepas(bagian)
        return BacaanSetelan(
            _bangun(DokumenSetelan.model_validate({**dari, **luar})),
            urutkan(self.temuan),
            frozenset(bagian.data.keys() | luar.keys()),
            bagian,
        )

    def _temu(self, kode: str, lokasi: Location, **isi: object) -> None:
        self.temuan.append(diagnose(kode, lokasi, **isi))

    def _bagian(self, jalur: Jalur | None) -> Source:
        """Return a section as a source of its own, with the variables in it filled in."""
        kosong = Source(self.source.file, {}, Places(_AWAL, {}))
        nilai = self.source.data_at(jalur) if jalur else None
        if nilai is None or jalur is None:
            return kosong
        tempat: Any = self.source.places
        for satu in jalur:
            tempat = tempat.at(satu)
        if not isinstance(nilai, dict):
            self._temu("SOP-S003", self.source.locate(jalur), kunci=str(jalur[-1]),
                       harap="isian `kunci: nilai`", dapat="isian lain",
                       usul="Tulis setiap isian sebagai `kunci: nilai`, menjorok di bawah kunci ini.")  # fmt: skip
            return kosong
        isi = {k: self._nilai(v, tempat.at(k)) for k, v in nilai.items()}
        return Source(self.source.file, isi, tempat)

    def _nilai(self, nilai: Value, tempat: Any) -> Value:
        """Fill in `!ENV`; other tags mean nothing here."""
        letak = position(tempat)
        if (tag := self.tags.get(letak)) == "!ENV":
            return self._variabel(nilai)
        if tag and tag.startswith("!") and tag != "!":
            self._temu("SOP-Y008", Location(self.source.file, *letak), tag=tag)
        if isinstance(nilai, dict):
            return {k: self._nilai(v, tempat.at(k)) for k, v in nilai.items()}
        if isinstance(nilai, list):
            return [self._nilai(v, tempat.at(i)) for i, v in enumerate(nilai)]
        return nilai

    def _variabel(self, nilai: Value) -> Value:
        """Return the first variable that is set, else the last of a list, as MkDocs does."""
        nama = nilai if isinstance(nilai, list) else [nilai]
        for satu in nama if len(nama) == 1 else nama[:-1]:
            if str(satu) in self.lingkungan:
                return self.lingkungan[str(satu)] or None
        return nama[-1] if len(nama) > 1 else None

    def _pahami(self, source: Source) -> dict[str, Any]:
        """Report what does not fit, and return the settings that do."""
        data: dict[str, Any] = dict(source.data)
        try:
            DokumenSetelan.model_validate(data)
        except ValidationError as error:
            self.temuan += jelaskan_skema(error, source, DokumenSetelan)
            for detail in error.errors(include_url=False):
                data.pop(str(detail["loc"][0]) if detail["loc"] else "", None)
        dokumen = DokumenSetelan.model_validate(data)
        self.temuan += periksa_kontak(dokumen.kontak, source)
        self.temuan += _periksa_alamat(dokumen, source)
        self.temuan += _periksa_tulisan(dokumen, source)
        self.temuan += _periksa_aplikasi(dokumen, source)
        return data

    def _lingkungan(self) -> dict[str, Any]:
        """Return what the environment says; a variable that says neither yes nor no is a finding of the first line."""
        hasil: dict[str, Any] = {}
        for kunci, variabel in VARIABEL.items():
            if not (nilai := self.lingkungan.get(variabel, "").strip()):
                continue
            try:
                DokumenSetelan.model_validate({kunci: nilai})
                hasil[kunci] = nilai
            except ValidationError:
                lokasi = self.source.locate(("extra", kunci), key=True)
                self._temu("SOP-S006", lokasi, nilai=f"{variabel}={nilai}")
        return hasil

    def _warna_terlepas(self, bagian: Source) -> None:
        """Find a colour without quotes: for YAML it is a remark, and nobody sees that it does not count."""
        warna = bagian.data.get("warna")
        for kunci, nilai in warna.items() if isinstance(warna, dict) else ():
            lokasi = bagian.locate(("warna", kunci), key=True)
            baris = self.baris[lokasi.baris - 1] if lokasi.baris <= len(self.baris) else ""
            if nilai is None and (cocok := _KOMENTAR.search(baris)):
                letak = replace(lokasi, kolom=cocok.start(1) + 1)
                self._temu("SOP-W001", letak, nilai=cocok[1], sebab=" karena tanpa tanda kutip `#` memulai komentar",
                           usul=f"`{kunci}: \"{cocok[1]}\"`")  # fmt: skip


def _jalur_plugin(plugins: Value) -> Jalur | None:
    """Return where the section of the plugin stands; None where it is not named with settings."""
    if isinstance(plugins, dict):
        return ("plugins", PLUGIN) if plugins.get(PLUGIN) is not None else None
    for i, satu in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(satu, dict) and satu.get(PLUGIN) is not None:
            return ("plugins", i, PLUGIN)
    return None


def _periksa_alamat(dokumen: DokumenSetelan, source: Source) -> list[Diagnostic]:
    """Report the addresses that lead nowhere."""
    tautan = [(("tautan", i, "alamat"), t.alamat) for i, t in enumerate(dokumen.tautan)]
    rujukan = [(("rujukan", i, "alamat"), r.alamat) for i, r in enumerate(dokumen.rujukan)]
    salah = [(jalur, alamat, sebab_bukan_alamat(alamat)) for jalur, alamat in tautan]
    salah += [(jalur, alamat, _sebab_bukan_buku(alamat)) for jalur, alamat in rujukan if alamat]
    return [
        diagnose("SOP-W004", source.locate(jalur), alamat=alamat, sebab=sebab)
        for jalur, alamat, sebab in salah
        if sebab
    ]


def _periksa_aplikasi(dokumen: DokumenSetelan, source: Source) -> list[Diagnostic]:
    """Report an application by which nobody can sign in; the value itself is not repeated, since it may be a secret."""
    if sebab := _sebab_bukan_aplikasi(dokumen.forge_aplikasi, dokumen.forge):
        return [
            diagnose("SOP-W010", source.locate(("forge_aplikasi",)), sebab=sebab[0], usul=sebab[1])
        ]
    return []


def _sebab_bukan_aplikasi(nilai: str, forge: str) -> tuple[str, str] | None:
    """Say why a text names no application, and what to do; None where it can."""
    if nilai.startswith(_RAHASIA):
        return "itu rahasia (client secret), yang akan terbit di situs", (
            "Hapus dari berkas ini dan dari riwayatnya, ganti rahasianya di forge, lalu tulis Client ID-nya."
        )
    if nilai and not _APLIKASI.fullmatch(nilai):
        return (
            "bentuknya bukan Client ID",
            "Salin Application ID (GitLab) atau Client ID (Gitea, Forgejo) apa adanya.",
        )
    if nilai and forge.casefold() == "github":
        return (
            "GitHub tidak menerima masuk dari peramban tanpa rahasia",
            "Hapus; di GitHub orang menempelkan token.",
        )
    return None


def _periksa_tulisan(dokumen: DokumenSetelan, source: Source) -> list[Diagnostic]:
    """Report the words of the interface that cannot be used."""
    salah = ((kunci, _sebab_bukan_tulisan(kunci, teks)) for kunci, teks in dokumen.tulisan.items())
    return [
        diagnose("SOP-W009", source.locate(("tulisan", kunci), key=True), kunci=kunci, sebab=sebab[0], usul=sebab[1])
        for kunci, sebab in salah
        if sebab
    ]  # fmt: skip


def _sebab_bukan_tulisan(kunci: str, teks: str) -> tuple[str, str] | None:
    """Say why a text cannot stand for a key, and what to do; None where it can."""
    if (baku := TULISAN.get(kunci)) is None:
        dekat = get_close_matches(kunci, TULISAN, n=1)
        usul = (
            f"Mungkin maksudnya `{dekat[0]}`."
            if dekat
            else "Lihat kuncinya di panduan, Wajah buku sendiri."
        )
        return "kunci itu tidak ada", usul
    if (perlu := tempat(baku)) == tempat(teks) and teks.strip():
        return None
    isian = ", ".join(f"`{{{t}}}`" for t in perlu)
    return (
        f"isian di dalamnya harus {isian}"
        if perlu
        else "tulisannya kosong atau memuat isian asing",
        f"Bakunya: “{baku}”.",
    )


def _sebab_bukan_buku(alamat: str) -> str:
    lengkap = "" if alamat_lengkap(alamat) else "buku lain disebut dengan alamat lengkapnya"
    return sebab_bukan_alamat(alamat) or lengkap


def _bangun(d: DokumenSetelan) -> Setelan:
    """Make the model of the settings; addresses that lead nowhere are left out."""
    bawaan = Warna()
    return Setelan(
        nama=d.nama, pemerintah=d.pemerintah, logo=d.logo,
        warna=Warna(d.warna.utama or bawaan.utama, d.warna.aksen or bawaan.aksen),
        pengumuman=d.pengumuman, sambutan=d.sambutan,
        tautan=tuple(Tautan(t.judul, t.alamat) for t in d.tautan if not sebab_bukan_alamat(t.alamat)),
        tulisan={k: t for k, t in d.tulisan.items() if not _sebab_bukan_tulisan(k, t)},
        petunjuk_cari=d.petunjuk_cari, contoh_cari=tuple(d.contoh_cari),
        rujukan=tuple(Rujukan(r.nama, r.alamat, r.berkas, r.cari_langsung) for r in d.rujukan),
        pdf=d.pdf, unduhan=tuple(b for b in BentukUnduhan if b in d.unduhan), simpanan=d.simpanan,
        penyunting=d.penyunting, kontak=Kontak(**d.kontak.model_dump()), forge=d.forge,
        forge_aplikasi="" if _sebab_bukan_aplikasi(d.forge_aplikasi, d.forge) else d.forge_aplikasi,
        tampilkan_penulis=d.tampilkan_penulis, edit_uri=d.edit_uri,
    )  # fmt: skip

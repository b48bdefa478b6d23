"""The one entrance to the settings of a handbook: read, with all that is wrong with them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from buku_sop.analysis.kata.slug import slug
from buku_sop.analysis.wajah.oklch import baca_hex, kontras
from buku_sop.analysis.wajah.warna import GUNA, PERLU, PUTIH, Jenis, angka, terdekat
from buku_sop.diagnostics import Diagnostic, Location, ada_galat, diagnose, urutkan
from buku_sop.loading.gambar import sebab_tak_terpakai
from buku_sop.loading.inventaris import MAX_BYTES as MAX_INVENTARIS
from buku_sop.loading.inventaris import InventarisTakTerbaca, baca_salinan
from buku_sop.loading.isi_data import MAX_BYTES, baca_terbatas
from buku_sop.loading.places import Path as Jalur
from buku_sop.loading.setelan import PLUGIN, BacaanSetelan, baca_setelan
from buku_sop.loading.text import Source
from buku_sop.model import Handbook
from buku_sop.model.buku_lain import BukuLain, SalinanInventaris
from buku_sop.model.setelan import Rujukan, Setelan, Warna

FOLDER_RUJUKAN = "rujukan"
"""Where the copies of inventories lie unless the settings say otherwise."""
_INHERIT = re.compile(r"^INHERIT:\s*(\S+)", re.MULTILINE)
_SENDIRI = re.compile(rf"^\s*(?:-\s+)?{PLUGIN}:", re.MULTILINE)
_WARNA: tuple[Jenis, ...] = ("utama", "aksen")


@dataclass(frozen=True, slots=True)
class HasilSetelan:
    """The settings of a handbook, each such that it can be used, and all that is wrong with what is written."""

    setelan: Setelan
    diagnostics: tuple[Diagnostic, ...] = ()
    tertulis: frozenset[str] = frozenset()
    """The settings that are written as such or stand in the environment; for all others `extra:` may speak."""
    buku_lain: tuple[BukuLain, ...] = ()
    """The handbooks of `rujukan` whose copies can be used."""

    @property
    def gagal(self) -> bool:
        """Whether something stops the build."""
        return ada_galat(self.diagnostics)


def buka_setelan(
    berkas: Path, lingkungan: Mapping[str, str] = os.environ, nama: str = "", *, turun: bool = False
) -> HasilSetelan:
    """Read the settings in a `mkdocs.yml`; never raises for what files contain.

    `nama` is what findings call the file: its own name, unless said. Where MkDocs is told to inherit, and the file says
    nothing itself, the settings of the file above hold; `turun` says that this is one.
    """
    nama = nama or berkas.name
    isi = b""
    try:
        isi, ukuran = baca_terbatas(berkas, MAX_BYTES)
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        satu = diagnose(
            "SOP-B001", Location(nama), byte=f"0x{isi[error.start]:02x}", posisi=error.start
        )
        return HasilSetelan(Setelan(), (satu,))
    except OSError as error:
        satu = diagnose("SOP-B006", Location(nama), sebab=error.strerror or "bukan berkas biasa")
        return HasilSetelan(Setelan(), (satu,))
    if ukuran > MAX_BYTES:
        satu = diagnose("SOP-B004", Location(nama), ukuran=ukuran // 1024, batas=MAX_BYTES // 1024)
        return HasilSetelan(Setelan(), (satu,))
    if (induk := induk_setelan(teks)) and not turun:
        return buka_setelan(berkas.parent / induk, lingkungan, induk, turun=True)
    return periksa_setelan(baca_setelan(teks, nama, lingkungan), berkas.parent)


def induk_setelan(teks: str) -> str:
    """Return the path of the file whose settings hold for a `mkdocs.yml`, from its folder; empty where its own do."""
    atas = _INHERIT.search(teks)
    return atas[1].strip("'\"") if atas and not _SENDIRI.search(teks) else ""


def periksa_setelan(bacaan: BacaanSetelan, folder: Path) -> HasilSetelan:
    """Check what settings mean: colours, and the logo in `folder`, that of `mkdocs.yml`."""
    temuan = list(bacaan.diagnostics)
    setelan = replace(
        bacaan.setelan,
        warna=_warna(bacaan.setelan.warna, bacaan.bagian, temuan),
        logo=_logo(bacaan.setelan.logo, folder, bacaan.bagian, temuan),
    )
    lain = buka_rujukan(bacaan.setelan.rujukan, folder, bacaan.bagian, temuan)
    return HasilSetelan(setelan, urutkan(temuan), bacaan.tertulis, lain)


def berkas_rujukan(rujukan: Rujukan) -> str:
    """Return the path of the copy of another handbook's inventory, from the folder of `mkdocs.yml`."""
    return rujukan.berkas or f"{FOLDER_RUJUKAN}/{slug(rujukan.nama)}.json"


def buka_rujukan(
    semua: tuple[Rujukan, ...], folder: Path, bagian: Source, temuan: list[Diagnostic]
) -> tuple[BukuLain, ...]:
    """Read the copies of inventories; what cannot be used is a finding, and is not used at all."""
    hasil: list[BukuLain] = []
    for i, satu in enumerate(semua):
        berkas = berkas_rujukan(satu)
        lokasi = bagian.locate(("rujukan", i))
        perbarui = "Jalankan `sop perbarui-rujukan`, lalu simpan berkas itu bersama datanya."
        if not satu.alamat:
            perbarui = f"Tulis `alamat:` buku itu, atau letakkan inventarisnya di `{berkas}`."
        sebab, salinan = _salinan(folder, berkas)
        if salinan:
            alamat = satu.alamat or salinan.inventaris.alamat
            akar = akar_situs(alamat)
            hasil.append(BukuLain(satu.nama, akar, salinan, satu.cari_langsung and bool(akar)))
            if satu.cari_langsung and not akar:
                letak = bagian.locate(("rujukan", i, "cari_langsung"))
                temuan.append(diagnose("SOP-W008", letak, buku=satu.nama))
        elif sebab:
            isi = {"buku": satu.nama, "berkas": berkas, "sebab": sebab, "usul": perbarui}
            temuan.append(diagnose("SOP-W007", lokasi, **isi))
        else:
            temuan.append(
                diagnose("SOP-W006", lokasi, buku=satu.nama, berkas=berkas, usul=perbarui)
            )
    return tuple(hasil)


def _salinan(folder: Path, berkas: str) -> tuple[str, SalinanInventaris | None]:
    """Read a copy. Returns why it cannot be used, or the copy; neither where there is none."""
    path = Path(berkas)
    if path.is_absolute() or ".." in path.parts or "\\" in berkas:
        return "letaknya harus di dalam folder `mkdocs.yml`", None
    try:
        isi, ukuran = baca_terbatas(folder / path, MAX_INVENTARIS)
        if ukuran > MAX_INVENTARIS:
            return f"lebih dari {MAX_INVENTARIS // 1_000_000} MB", None
        return "", baca_salinan(isi)
    except FileNotFoundError:
        return "", None
    except OSError as error:
        return error.strerror or "bukan berkas biasa", None
    except InventarisTakTerbaca as error:
        return str(error), None


def akar_situs(alamat: str) -> str:
    """Return the root of the site that an address names: of its inventory, too; empty for an address that names none."""
    tanpa = alamat.partition("#")[0].partition("?")[0]
    if tanpa.endswith(".json"):
        tanpa = (
            tanpa.removesuffix("data/inventaris.json")
            if tanpa.endswith("/data/inventaris.json")
            else ""
        )
    return f"{tanpa.rstrip('/')}/" if tanpa else ""


def _warna(warna: Warna, bagian: Source, temuan: list[Diagnostic]) -> Warna:
    """Return two colours that can serve."""
    dipakai: dict[str, str] = {}
    for kunci in _WARNA:
        jalur: Jalur = ("warna", kunci)
        nilai: str = getattr(warna, kunci)
        if not (kode := baca_hex(nilai)):
            usul = f'misalnya `{kunci}: "{getattr(Warna(), kunci)}"`'
            lokasi = bagian.locate(jalur)
            temuan.append(diagnose("SOP-W001", lokasi, nilai=nilai, sebab="", usul=usul))
            kode = getattr(Warna(), kunci)
        dekat = terdekat(kode, kunci)
        if dekat != kode:
            temuan.append(
                diagnose(
                    "SOP-W002", bagian.locate(jalur), kunci=kunci, nilai=nilai, terdekat=dekat,
                    kontras=angka(kontras(kode, PUTIH)), guna=GUNA[kunci], perlu=angka(PERLU[kunci]),
                )
            )  # fmt: skip
        dipakai[kunci] = dekat
    return Warna(**dipakai)


def _logo(logo: str, folder: Path, bagian: Source, temuan: list[Diagnostic]) -> str:
    """Return the path of a logo that can be used, and empty otherwise."""
    if not logo:
        return ""
    sebab = "letaknya harus di dalam folder `mkdocs.yml`"
    if not Path(logo).is_absolute() and ".." not in Path(logo).parts and "\\" not in logo:
        sebab = sebab_tak_terpakai(folder / logo)
    if sebab:
        temuan.append(diagnose("SOP-W003", bagian.locate(("logo",)), logo=logo, sebab=sebab))
        return ""
    return logo


def lengkapi(handbook: Handbook, setelan: Setelan) -> Handbook:
    """Let the government of the handbook be that of the offices which name none."""
    if not setelan.pemerintah or all(i.pemerintah for i in handbook.instansi):
        return handbook
    instansi = (
        i if i.pemerintah else replace(i, pemerintah=setelan.pemerintah) for i in handbook.instansi
    )
    return replace(handbook, instansi=tuple(instansi))

"""Addresses: from one page of the site to another, as links that also work from a folder on a disk.

A page is named by its source path without suffix (`sop/<instansi>/<slug>`, `pelaksana/index`); files keep
their path. Links are relative, so that the site may stand below any address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

_BUKAN_NAMA = re.compile(r"[^a-z0-9]+")
BERANDA = "index"
SEMUA_SOP = "sop/index"
SEMUA_PELAKSANA = "pelaksana/index"
SEMUA_DOKUMEN = "dokumen/index"
SEMUA_DASAR_HUKUM = "dasar-hukum/index"
SEMUA_WAKTU = "waktu/index"
SEMUA_BANDING = "banding/index"
SEMUA_KETERKAITAN = "keterkaitan/index"
SINGKATAN = "singkatan/index"
MUTU = "mutu/index"
MUTU_KODE = "mutu/kode"
TINJAUAN = "tinjauan/index"
KALENDER = "tinjau.ics"
SUNTING = "sunting/index"
"""Where SOPs are written and changed."""
DATA_SUNTING = "data/sunting.json"
SUNTING_AWAL = "data/sunting/"
"""Below it, what the page for editing shows of an SOP until its engine is there."""
SUNTING_DAFTAR = f"{SUNTING_AWAL}daftar.json"
"""What can be opened there."""
TANPA_JARINGAN = "tanpa-jaringan/index"
"""What is shown instead of a page that a device without a connection has not kept."""
DATA_BUKU = "data/handbook.json"
INVENTARIS = "data/inventaris.json"
SKEMA_INVENTARIS = "data/inventaris.schema.json"
UMPAN = "umpan.xml"


def halaman_sop(id: str) -> str:
    """Name the page of an SOP."""
    return f"sop/{id}"


def halaman_instansi(id: str) -> str:
    """Name the page of an office with its SOPs."""
    return f"sop/{id}/index"


def halaman_pelaksana(instansi: str, slug: str) -> str:
    """Name the page of a role in an office."""
    return f"pelaksana/{instansi}/{slug}"


def halaman_dokumen(instansi: str) -> str:
    """Name the page of an office's documents."""
    return f"dokumen/{instansi}"


def halaman_bagian(daftar: str, kunci: str) -> str:
    """Name a page of a long list by the list's own and the part; keys of parts hold `_`, which no id does."""
    return f"{daftar.removesuffix('/index')}/{kunci}"


def halaman_waktu(instansi: str) -> str:
    """Name the page of the times of an office's SOPs, where those of all are more than a page."""
    return f"waktu/{instansi}"


def halaman_hukum(slug: str, letak: Mapping[str, str] | None = None) -> str:
    """Name the page of a legal basis: `letak` has those that do not stand on the page of all, by slug."""
    return (letak or {}).get(slug, SEMUA_DASAR_HUKUM)


def baris_daftar(nama: str) -> str:
    """Path of the rows of a list that stands on several pages, for its filter."""
    return f"data/saring/{nama}.js"


def halaman_keterkaitan(instansi: str) -> str:
    """Name the page of the map of an office's SOPs."""
    return f"keterkaitan/{instansi}"


def halaman_banding(slug: str) -> str:
    """Name the page that compares the SOPs of a group."""
    return f"banding/{slug}"


def halaman_mutu(instansi: str) -> str:
    """Name the page of the findings in an office's files; apart from `mutu/kode`, whatever its id."""
    return f"mutu/instansi/{instansi}"


def halaman_tinjauan(instansi: str) -> str:
    """Name the page of an office's due reviews."""
    return f"tinjauan/instansi/{instansi}"


def kalender_instansi(instansi: str) -> str:
    """Path of the calendar of an office's due reviews."""
    return f"tinjau/{instansi}.ics"


def halaman_riwayat(id: str, sha: str) -> str:
    """Name the page that compares a revision of an SOP with the version before."""
    return f"sop/{id}/riwayat/{sha[:10]}"


def umpan_instansi(id: str) -> str:
    """Path of the feed of an office's changes."""
    return f"sop/{id}/{UMPAN}"


def data_sop(id: str) -> str:
    """Path of an SOP's own data file."""
    return f"sop/{id}/sop.json"


def pdf_sop(id: str) -> str:
    """Path of an SOP's printed sheet; its name says the office, since it is downloaded."""
    return f"sop/{id}/{id.replace('/', '-')}.pdf"


def ekspor_sop(id: str, ekor: str) -> str:
    """Path of an SOP as a file for another program."""
    return f"{pdf_sop(id).removesuffix('pdf')}{ekor}"


def path_buku(instansi: str, nama: str) -> str:
    """Path of a volume of the printed book of one office."""
    return f"sop/{instansi}/{nama}"


def pdf_formulir(tentang: str, jenis: str) -> str:
    """Path of a printed form about an office or an SOP, by its id."""
    return f"sop/{tentang}/{jenis}-{tentang.replace('/', '-')}.pdf"


def path_lampiran(instansi: str, nama: str) -> str:
    """Path of a file of an office's folder on the site: small letters, digits and hyphens.

    Where that says less than the name, a short hash keeps two files apart.
    """
    batang, _, akhir = nama.rpartition(".")
    rapi = _BUKAN_NAMA.sub("-", batang.lower()).strip("-") or "berkas"
    sidik = f"-{sha256(nama.encode()).hexdigest()[:6]}" if rapi[:80] != batang else ""
    return f"lampiran/{instansi}/{rapi[:80]}{sidik}.{akhir.lower()}"


@dataclass(frozen=True, slots=True)
class Alamat:
    """Writes links as they must stand on one page."""

    dari: str
    """The page that the links stand on."""
    direktori: bool = True
    """Whether pages have addresses like `sop/x/`, or like `sop/x.html` for use without a server."""

    def ke(self, halaman: str, jangkar: str = "") -> str:
        """Link to a page, or to an anchor on it."""
        tujuan = self._url(halaman)
        tanda = f"#{jangkar}" if jangkar else ""
        if tanda and halaman == self.dari:
            return tanda
        relatif = _relatif(tujuan, self._folder())
        if tujuan.endswith("/") or not tujuan:
            relatif += "/"
        return relatif + tanda

    def berkas(self, path: str) -> str:
        """Link to a file of the site."""
        return _relatif(path, self._folder())

    def _url(self, halaman: str) -> str:
        """Address of a page from the root of the site; empty for the root itself."""
        if not self.direktori:
            return f"{halaman}.html"
        if halaman == BERANDA:
            return ""
        return f"{halaman.removesuffix('/index')}/"

    def _folder(self) -> str:
        """The folder that a browser counts relative links from."""
        return _folder(self._url(self.dari))


@lru_cache(maxsize=1 << 10)
def _folder(alamat: str) -> str:
    return posixpath.dirname(alamat)


@lru_cache(maxsize=1 << 12)
def _relatif(tujuan: str, folder: str) -> str:
    """Return a path as seen from a folder, as `posixpath.relpath` does, which asks the disk where it is each time."""
    ke, asal = _langkah(tujuan), _langkah(folder)
    sama = 0
    for a, b in zip(ke, asal, strict=False):
        if a != b:
            break
        sama += 1
    return "/".join((*[".."] * (len(asal) - sama), *ke[sama:])) or "."


@lru_cache(maxsize=1 << 14)
def _langkah(path: str) -> tuple[str, ...]:
    return tuple(x for x in path.split("/") if x and x != ".")


def alamat_sunting(dari: Alamat, penyunting: str, id: str) -> str:
    """Address the editor with an SOP; `penyunting` is its page, empty where there is none."""
    return penyunting and f"{dari.ke(penyunting)}?sop={id}"


def alamat_menyunting(dari: Alamat, tanpa_mesin: str, id: str) -> str:
    """Address what says how an SOP is edited; `tanpa_mesin` is its page, empty where there is none."""
    return tanpa_mesin and f"{dari.ke(tanpa_mesin)}#{id}"

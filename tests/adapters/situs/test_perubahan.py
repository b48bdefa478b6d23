"""What changed lately, from a real repository: feeds, and the pages of the roles that it concerns."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from buku_sop.adapters.forge import Forge
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.adapters.situs.perubahan import BANYAK_PERAN, bagian_peran
from buku_sop.handbook import open_handbook
from buku_sop.views.dasar import alamat as a
from buku_sop.views.riwayat.peran import PerubahanPeran
from tests.adapters.git.test_repository import git
from tests.paths import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
HARI_INI = date(2026, 6, 1)
NIP = "19990101 202001 1 001"
SOP = f"""\
nama: Penerimaan Tamu
status: berlaku
disahkan_oleh: {{jabatan: Kepala, nama: Pejabat Contoh, nip: "{NIP}"}}
pelaksana: {{staf: Staf, kepala: Kepala}}
langkah:
  - {{kegiatan: Mencatat tamu, pelaksana: staf, waktu: 5 menit}}
  - {{kegiatan: Menemui tamu, pelaksana: kepala, waktu: 1 jam}}
"""


class Buku:
    """A handbook in a repository, changed on given days."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "overrides").symlink_to(ROOT / "overrides")
        git(folder, "init", "-q", "-b", "main")
        self.tulis("instansi", "nama: Kantor Contoh\n")

    def tulis(self, nama: str, isi: str) -> None:
        berkas = self.folder / "sop_data" / "kantor-contoh" / f"{nama}.yml"
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(isi, encoding="utf-8")

    def catat(self, hari: str, judul: str = "Perubahan rahasia", **berkas: str) -> None:
        for nama, isi in berkas.items():
            self.tulis(nama, isi)
        git(self.folder, "add", "sop_data")
        git(self.folder, "commit", "-qm", judul, hari=f"{hari}T12:00:00+00:00")

    def bahan(self, **isi: object) -> BahanSitus:
        hasil = open_handbook(self.folder / "sop_data", HARI_INI)
        assert not hasil.gagal, hasil.diagnostics
        return replace(BahanSitus(hasil, self.folder, Forge(), direktori=True), **isi)  # type: ignore[arg-type]

    def peran(self, label: str) -> tuple[PerubahanPeran, ...]:
        bahan = self.bahan()
        peran = next(p for p in bahan.peran if p.label == label)
        kunci = a.halaman_pelaksana(peran.instansi, peran.slug)
        return bagian_peran(bahan, peran, bahan.alamat(kunci))

    def umpan(self, path: str = a.UMPAN, **isi: object) -> ET.Element:
        berkas = {b.path: b.isi for b in Situs(self.bahan(**isi)).berkas()}
        return ET.fromstring(berkas[path])


@pytest.fixture
def buku(tmp_path: Path) -> Buku:
    satu = Buku(tmp_path)
    satu.catat("2026-01-05", tamu=SOP)
    satu.catat("2026-02-05", tamu=SOP.replace("5 menit", "3 menit"))
    satu.catat("2026-03-05", tamu=SOP.replace("5 menit", "3 menit") + "# catatan\n")
    return satu


def test_a_feed_tells_in_words_what_changed_and_nothing_of_who_and_why(buku: Buku) -> None:
    akar = buku.umpan()
    semua = akar.findall(f"{ATOM}entry")
    assert [x.findtext(f"{ATOM}title") for x in semua] == [
        "Penerimaan Tamu: diubah", "Penerimaan Tamu: ditambahkan",
    ]  # fmt: skip
    assert akar.findtext(f"{ATOM}updated") == "2026-02-05T00:00:00Z"
    assert "1 jam 5 menit" in (semua[0].findtext(f"{ATOM}content") or "")
    teks = ET.tostring(akar, encoding="unicode")
    assert not [x for x in ("Pegawai Rekaan", "rahasia", NIP, "Pejabat") if x in teks]
    assert "Pegawai Rekaan" in ET.tostring(buku.umpan(tampilkan_penulis=True), encoding="unicode")


@pytest.mark.parametrize("path", [a.UMPAN, a.umpan_instansi("kantor-contoh")])
def test_links_are_absolute_where_the_site_knows_its_address_and_else_lead_from_the_feed(
    buku: Buku, path: str
) -> None:
    halaman = {h.kunci for h in Situs(buku.bahan()).halaman()}
    alamat = {f"{k.removesuffix('index').removesuffix('/')}/" for k in halaman} | {"./"}
    relatif = [x.get("href") or "" for x in buku.umpan(path).iter(f"{ATOM}link")]
    for href in relatif:
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) + "/" in alamat
    dasar = "https://contoh.invalid/buku/"
    mutlak = buku.umpan(path, site_url=dasar.rstrip("/"))
    semua = [x.get("href") or "" for x in mutlak.iter(f"{ATOM}link")]
    assert dasar + path in semua
    assert all(x.startswith(dasar) for x in semua)
    sama = [
        [x.findtext(f"{ATOM}id") for x in akar.findall(f"{ATOM}entry")]
        for akar in (mutlak, buku.umpan(path))
    ]
    assert sama[0] == sama[1], "an entry is the same one wherever the site stands"


def test_outside_a_repository_the_dates_of_the_documents_are_told(tmp_path: Path) -> None:
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (kantor / "tamu.yml").write_text(f"{SOP}tanggal_efektif: 2026-02-01\n", encoding="utf-8")
    bahan = BahanSitus(
        open_handbook(tmp_path / "sop_data", HARI_INI), tmp_path, Forge(), direktori=True
    )
    berkas = {b.path: b.isi for b in Situs(bahan).berkas()}
    (satu,) = ET.fromstring(berkas[a.UMPAN]).findall(f"{ATOM}entry")
    assert satu.findtext(f"{ATOM}content") == "Mulai berlaku 1 Februari 2026."


def test_a_role_is_told_of_its_own_steps_alone(buku: Buku) -> None:
    (satu,) = buku.peran("Staf")
    assert (satu.iso, satu.sop) == ("2026-02-05", "Penerimaan Tamu")
    assert satu.butir[0].startswith("Langkah 1")
    assert "waktu" in satu.butir[0].lower()
    assert "/riwayat/" in satu.href
    assert buku.peran("Kepala") == ()


def test_a_role_is_told_of_new_sops_and_of_a_status_but_not_that_the_book_began(buku: Buku) -> None:
    buku.catat("2026-04-01", lain=SOP.replace("Penerimaan Tamu", "Jamuan Tamu"))
    buku.catat("2026-05-01", lain=SOP.replace("Penerimaan Tamu", "Jamuan Tamu").replace(
        "status: berlaku", "status: dicabut\ntanggal_dicabut: 2026-05-01"))  # fmt: skip
    assert [(p.sop, p.butir) for p in buku.peran("Kepala")] == [
        ("Jamuan Tamu", ("Status berlaku menjadi dicabut",)),
        ("Jamuan Tamu", ("SOP ini ditambahkan ke buku.",)),
    ]


def test_only_the_newest_changes_of_a_year_are_told(tmp_path: Path) -> None:
    satu = Buku(tmp_path)
    satu.catat("2025-01-01", tamu=SOP)
    satu.catat("2025-03-01", tamu=SOP.replace("5 menit", "60 menit"))
    for n in range(1, BANYAK_PERAN + 4):
        satu.catat(f"2026-01-{n:02}", tamu=SOP.replace("5 menit", f"{n} jam"))
    semua = satu.peran("Staf")
    assert [p.iso for p in semua] == [f"2026-01-{n:02}" for n in range(BANYAK_PERAN + 3, 3, -1)]


def test_the_page_of_a_role_shows_what_changed_for_it(buku: Buku) -> None:
    halaman = {h.kunci: h for h in Situs(buku.bahan()).halaman()}
    assert "Yang berubah untuk peran ini" in halaman["pelaksana/kantor-contoh/staf"].isi()
    assert "Yang berubah untuk peran ini" not in halaman["pelaksana/kantor-contoh/kepala"].isi()

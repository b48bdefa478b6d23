"""Lists that are more than a page holds: nothing is lost, every way leads somewhere, no page is too long."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from datetime import date

import pytest

from benchmarks.made_up import write_handbook
from buku_sop.adapters.forge import Forge
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.handbook import open_handbook
from buku_sop.model import Handbook
from buku_sop.views.dasar import alamat as a
from tests.paths import ROOT
from tests.site.buku import Elements

BATAS = 160
"""A tenth of what a page holds, for a handbook of as many SOPs as a tenth of some 600."""
LONGGAR = 60
"""What a page has besides its list: its heading, its figures, its field."""
BYTE = 100
"""Bytes of an element with its words and address: with what Material adds, 1,500 of them stay below 150 KB."""
DAFTAR = (
    "waktu/", "dasar-hukum/", "dokumen/", "pelaksana/", "singkatan/", "banding/", "mutu/instansi/",
    "sop/index", "keterkaitan/", "tinjauan/",
)  # fmt: skip


@pytest.fixture(scope="module")
def bahan(tmp_path_factory: pytest.TempPathFactory) -> BahanSitus:
    data = tmp_path_factory.mktemp("banyak") / "sop_data"
    write_handbook(data, 54)
    kata = "\n".join(f"  {h}{n}: Kata {h} {n}" for h in "ABC" for n in range(1, 10))
    (data / "singkatan.yml").write_text(f"singkatan:\n{kata}\n", encoding="utf-8")
    hasil = open_handbook(data, date(2026, 6, 1))
    assert not hasil.gagal, hasil.diagnostics
    return BahanSitus(hasil, ROOT, Forge(), direktori=True, batas=BATAS)


@pytest.fixture(scope="module")
def halaman(bahan: BahanSitus) -> Mapping[str, tuple[Halaman, Elements]]:
    """All pages of lists by their addresses, rendered."""
    semua = {h.kunci: h for h in Situs(bahan).halaman()}
    return {
        k: (h, Elements(h.isi()))
        for k, h in semua.items()
        if k.startswith(DAFTAR)
        or "/daftar_" in k
        or (k.startswith("sop/") and k.endswith("/index"))
    }


@pytest.fixture(scope="module")
def baris(bahan: BahanSitus) -> Mapping[str, list[list[str]]]:
    """The rows of the filters, by the names of the lists."""
    hasil = {}
    for berkas in Situs(bahan).berkas():
        if berkas.path.startswith("data/saring/"):
            nama, _, isi = str(berkas.isi).removeprefix("sopSaring(").partition(",")
            hasil[json.loads(nama)] = json.loads(isi.removesuffix(")\n"))
    return hasil


def alamat(kunci: str) -> str:
    return f"{kunci.removesuffix('index').removesuffix('/')}/"


def test_no_page_of_a_list_is_longer_than_its_measure(
    halaman: Mapping[str, tuple[Halaman, Elements]],
) -> None:
    isi = {k: h.isi() for k, (h, _) in halaman.items()}
    bagi = re.compile(r'<nav class="sop-bagi".*?</nav>', re.DOTALL)
    panjang = {k: len(Elements(bagi.sub("", html)).elements) for k, html in isi.items()}
    assert {k: n for k, n in panjang.items() if n > BATAS + LONGGAR} == {}
    berat = {k: len(html.encode()) for k, html in isi.items()}
    assert {k: n for k, n in berat.items() if n > BYTE * (BATAS + LONGGAR)} == {}
    assert sum(k.startswith("waktu/") for k in panjang) > 3
    assert sum(k.startswith("dokumen/kantor-rekaan-001/") for k in panjang) > 3


def test_every_link_between_lists_leads_to_a_page_and_an_anchor_on_it(
    bahan: BahanSitus, halaman: Mapping[str, tuple[Halaman, Elements]]
) -> None:
    semua = {alamat(h.kunci) for h in Situs(bahan).halaman()}
    jangkar = {alamat(k): e.ids() for k, (_, e) in halaman.items()}
    for kunci, (_, elemen) in halaman.items():
        for satu in elemen.all("a"):
            tujuan, _, tanda = (satu.get("href") or satu["xlink:href"]).partition("#")
            if ":" in tujuan or "panduan/" in tujuan or tujuan.endswith((".ics", ".pdf", ".xml")):
                continue
            ke = posixpath.normpath(posixpath.join(alamat(kunci), tujuan)) + "/"
            assert ke in semua, f"{kunci} -> {satu}"
            assert not tanda or ke not in jangkar or tanda in jangkar[ke], f"{kunci}: {satu}"


def test_every_part_of_a_list_leads_back_to_its_index_and_to_its_neighbours(
    halaman: Mapping[str, tuple[Halaman, Elements]],
) -> None:
    for awal in (
        "waktu/",
        "dokumen/huruf_",
        "dokumen/kantor-rekaan-001/",
        "sop/kantor-rekaan-001/",
        "keterkaitan/kantor-rekaan-001/daftar_",
        "tinjauan/instansi/kantor-rekaan-001",
    ):
        bagian = [
            e for k, (_, e) in halaman.items() if k.startswith(awal) and not k.endswith("index")
        ]
        lanjut = [sum(x.get("rel") == "next" for x in e.all("a")) for e in bagian]
        balik = [sum(x.get("rel") == "prev" for x in e.all("a")) for e in bagian]
        di_depan = 1 if awal.startswith("sop/") else 0  # the office's own page is the first part
        assert bagian, awal
        assert sum(lanjut) == len(bagian) - 1, awal
        assert sum(balik) == len(bagian) - 1 + di_depan, awal


def test_parts_together_hold_what_one_page_would(bahan: BahanSitus) -> None:
    buku: Handbook = bahan.handbook
    assert {s for b in bahan.bagian_hukum for p in b.isi for s in p.sop} == {s.id for s in buku.sop}
    hukum = [p.dasar.slug for b in bahan.bagian_hukum for p in b.isi if not p.lanjutan]
    assert sorted(hukum) == sorted(d.slug for d in bahan.hukum.semua)
    for id, semua in bahan.bagian_dokumen.items():
        assert sorted(d.slug for b in semua for d in b.isi) == sorted(
            d.slug for d in bahan.dokumen[id]
        )


def test_filters_know_all_of_a_list_and_lead_to_where_it_stands(
    bahan: BahanSitus,
    halaman: Mapping[str, tuple[Halaman, Elements]],
    baris: Mapping[str, list[list[str]]],
) -> None:
    sop = bahan.handbook.sop
    assert len(baris["waktu"]) == len(baris["sop"]) == len(sop)
    assert len(baris["dasar-hukum"]) == len(bahan.hukum.semua)
    assert len(baris["dokumen"]) == sum(map(len, bahan.dokumen.values()))
    assert len(baris["singkatan"]) == 27
    peran = bahan.peran[0]
    assert len(baris[f"pelaksana-{peran.instansi}-{peran.slug}"]) == len(peran.tempat)
    jangkar = {alamat(k): e.ids() for k, (_, e) in halaman.items()}
    kantor = "kantor-rekaan-001"
    for nama in ("dasar-hukum", "dokumen", "singkatan", f"peta-{kantor}", f"tinjauan-{kantor}"):
        for _, href, _ in baris[nama]:
            ke, _, tanda = href.partition("#")
            assert tanda in jangkar[ke], href


def test_every_field_asks_for_rows_that_are_there(
    halaman: Mapping[str, tuple[Halaman, Elements]], baris: Mapping[str, list[list[str]]]
) -> None:
    diminta = set()
    for kunci, (_, elemen) in halaman.items():
        for satu in elemen.all("input"):
            if semua := satu.get("data-saring-semua"):
                path = posixpath.normpath(posixpath.join(alamat(kunci), semua))
                akar = posixpath.normpath(posixpath.join(alamat(kunci), satu["data-saring-akar"]))
                assert akar == "."
                diminta.add(path.removeprefix("data/saring/").removesuffix(".js"))
    assert diminta == set(baris)


def test_a_small_handbook_keeps_one_page_for_each_list(bahan: BahanSitus) -> None:
    kecil = BahanSitus(bahan.hasil, ROOT, Forge(), direktori=True, batas=1_000_000)
    kunci = [h.kunci for h in Situs(kecil).halaman()]
    assert [k for k in kunci if "_" in k and not k.startswith("mutu/kode/")] == []
    assert [k for k in kunci if k.startswith("waktu/")] == [a.SEMUA_WAKTU]
    assert not [b.path for b in Situs(kecil).berkas() if b.path.startswith("data/saring/")]

"""A thick book: which volumes are set, where, and what they say of each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from buku_sop.adapters.lembar import volumes
from buku_sop.adapters.lembar.compiler import SheetCompiler
from buku_sop.adapters.lembar.downloads import print_downloads
from buku_sop.adapters.lembar.printing import make_books
from buku_sop.adapters.lembar.volumes import _Meja
from buku_sop.handbook import Hasil
from buku_sop.model import Sop
from buku_sop.views.lembar.jilid import SOP_JILID, bagi_jilid
from tests.adapters.lembar.conftest import hasil_dari
from tests.adapters.lembar.test_sheet import halaman
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop

SATU = sop(id=f"{INSTANSI.id}/satu", nama="Penerimaan Tamu Rekaan", nomor="01/REKAAN")
DUA = sop(id=f"{LAIN.id}/dua", nama="Pengiriman Surat Rekaan", nomor="02/REKAAN")


def _hasil(*semua: Sop) -> Hasil:
    return hasil_dari(handbook(*(semua or (SATU, DUA)), instansi=(INSTANSI, LAIN)))


@pytest.fixture
def dua_jilid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a volume hold one SOP."""
    monkeypatch.setattr("buku_sop.adapters.lembar.printing.bagi_jilid", partial(bagi_jilid, sop=1))


@pytest.mark.usefixtures("dua_jilid")
def test_the_first_volume_lists_the_sops_of_all_and_leads_to_the_others(
    buat_root: Callable[[], Path],
) -> None:
    pertama, kedua = make_books(buat_root(), _hasil(), situs="")
    daftar = next(h for h in halaman(pertama) if h.startswith("Daftar SOP Semua Jilid"))
    rapat = " ".join(daftar.split())
    assert re.search(r"Jilid 1 \(buku ini\).*Penerimaan Tamu Rekaan.*01/REKAAN", rapat)
    assert re.search(r"Jilid 2 1 SOP.*Pengiriman Surat Rekaan.*02/REKAAN", rapat)
    with pikepdf.open(pertama) as pdf:
        url = [
            str(a.A.URI)
            for p in pdf.pages
            for a in p.get("/Annots", [])
            if "/URI" in a.get("/A", {})
        ]
    assert url == [kedua.name]
    isi = "\n".join(halaman(kedua))
    assert "Daftar SOP Semua Jilid" not in isi
    assert "Jilid 1 memuat daftar SOP semua jilid." in isi
    assert "Jilid 2 hal. " in isi


@pytest.mark.usefixtures("dua_jilid")
def test_only_a_volume_that_changed_is_set_again(
    buat_root: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = buat_root()
    make_books(root, _hasil(), situs="")
    disusun: list[str] = []
    asli = volumes.set_volume

    def catat(pencetak: SheetCompiler, jilid: volumes.Jilid) -> str:
        disusun.append(jilid.nama)
        return asli(pencetak, jilid)

    monkeypatch.setattr(volumes, "set_volume", catat)
    make_books(root, _hasil(), situs="")
    assert disusun == []
    make_books(root, _hasil(SATU, replace(DUA, prosedur=sop(langkah("Lain")).prosedur)), situs="")
    assert disusun == ["buku-sop.jilid-2"]
    disusun.clear()
    make_books(root, _hasil(SATU, replace(DUA, nama="Nama Lain")), situs="")  # the first names it
    assert disusun == ["buku-sop.jilid-1", "buku-sop.jilid-2"]


def test_a_process_of_its_own_sets_the_same_bytes(
    buat_root: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (sendiri,) = make_books(buat_root(), _hasil(), situs="")
    monkeypatch.setattr(volumes, "SENDIRI", 0)
    root = buat_root()
    (lain,) = make_books(root, _hasil(), situs="")
    assert lain.read_bytes() == sendiri.read_bytes()
    assert not list((root / ".build/pdf").glob(".tulis-*"))


def test_volumes_wait_for_room_and_a_large_one_has_it_alone() -> None:
    meja, urutan = _Meja(10), list[str]()
    with meja.tempat(99):
        lain = Thread(target=lambda: _duduk(meja, urutan))
        lain.start()
        lain.join(0.1)
        urutan.append("besar")
    lain.join()
    assert urutan == ["besar", "kecil"]
    with meja.tempat(4), meja.tempat(6):  # both fit: nobody waits
        pass


def _duduk(meja: _Meja, urutan: list[str]) -> None:
    with meja.tempat(1):
        urutan.append("kecil")


def test_a_volume_holds_no_more_sops_than_it_may() -> None:
    banyak = {f"a/{n:03}": 1 for n in range(130)} | {"b/x": 1}
    assert [len(j) for j in bagi_jilid(banyak)] == [SOP_JILID, 31]


@pytest.mark.usefixtures("dua_jilid")
def test_the_site_offers_each_volume_with_what_it_holds_and_none_while_serving(
    buat_root: Callable[[], Path],
) -> None:
    root = buat_root()
    semua = print_downloads(root, _hasil(), "")
    assert [(u.path, u.isi) for u in semua.buku] == [
        ("buku-sop.jilid-1.pdf", f"{INSTANSI.sebutan}: 1 SOP"),
        ("buku-sop.jilid-2.pdf", f"{LAIN.sebutan}: 1 SOP"),
    ]
    tanpa = print_downloads(root, _hasil(), "", buku=False)
    assert tanpa.buku == ()
    assert tanpa.lembar == semua.lembar
    assert all(u.sumber.is_file() for u in semua.buku)

"""What goes out comes back: an exported SOP, imported again, is the same, and nothing of it is doubted or left over.

Of five made-up SOPs; of five hundred with --semua.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.ekspor.docx import buat_docx
from buku_sop.adapters.ekspor.naskah import susun_naskah
from buku_sop.adapters.ekspor.xlsx import buat_xlsx
from buku_sop.adapters.impor.pembaca import baca
from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.handbook import Hasil
from buku_sop.loading.draf import bangun_draf
from buku_sop.model import PilihanLembar, Sop
from buku_sop.views.lembar import kerapatan
from tests.adapters.ekspor.rekaan import sop_rekaan
from tests.adapters.ekspor.wujud import wujud
from tests.builders import handbook

SEDIKIT = (14, 16, 275, 294, 383)
"""Seeds that together have groups of lanes, several pages, decisions that lead back, turns in circles, a signature, a start that is
the end though others follow, and a joint decision that leads to itself."""
MERAGUKAN = 0.0
"""Of flows that twist at random, so many come back with a doubt. Of the five none is."""
DIAM = 0
"""How many may come back otherwise without one."""
PEMBUAT = {"docx": buat_docx, "xlsx": buat_xlsx}


@pytest.fixture(scope="module")
def rekaan(root_cetak: Path, request: pytest.FixtureRequest) -> tuple[PrintShop, list[Sop]]:
    benih = range(500) if request.config.getoption("--semua") else SEDIKIT
    semua = [sop_rekaan(n) for n in benih]
    buku = handbook(*semua)
    hasil = Hasil(buku, susun_keterkaitan(buku), (), {}, {})
    return PrintShop(root_cetak, hasil, PilihanLembar(), ""), semua


def test_an_exported_sop_is_the_same_when_it_is_imported(
    rekaan: tuple[PrintShop, list[Sop]], tmp_path: Path
) -> None:
    toko, semua = rekaan
    salah: dict[str, list[str]] = {}
    for sop in semua:
        naskah = susun_naskah(toko, sop)
        for jenis, buat in PEMBUAT.items():
            berkas = tmp_path / f"{sop.slug}.{jenis}"
            berkas.write_bytes(buat(naskah))
            if beda := _beda(sop, berkas):
                salah[berkas.name] = beda
    ringkas = "\n".join(f"{k}: {b[:3]}" for k, b in salah.items())
    diam = {k: b for k, b in salah.items() if not any(x.startswith(("ragu", "sisa")) for x in b)}
    assert len(diam) <= DIAM, diam
    assert len(salah) <= MERAGUKAN * len(semua) * len(PEMBUAT), ringkas


def test_a_flow_whose_ways_are_told_in_words_is_the_same_when_it_is_imported(
    rekaan: tuple[PrintShop, list[Sop]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kerapatan, "too_large", lambda *_: True)
    toko, semua = rekaan
    sop = next(s for s in semua if s.slug == "rekaan-275")
    naskah = susun_naskah(toko, sop)
    tulisan = [t.teks for tabel in naskah.tabel for h in tabel.halaman for t in h.tulisan]
    assert any("→" in teks for teks in tulisan)
    berkas = tmp_path / "kata.docx"
    berkas.write_bytes(buat_docx(naskah))
    assert _beda(sop, berkas) == []


def _beda(sop: Sop, berkas: Path) -> list[str]:
    """Return what is not the same, and every doubt and every word that found no place."""
    draf = kenali(baca(berkas), bangun_draf)
    if len(draf) != 1:
        return [f"{len(draf)} draf"]
    kembali = bangun_draf(draf[0].isi)
    if kembali is None:
        return ["tidak terbaca lagi"]
    asal, jadi = wujud(sop), wujud(kembali)
    beda = [f"{k}: {asal[k]} != {jadi[k]}" for k in asal if asal[k] != jadi[k]]
    ragu = [f"ragu {k.bidang}: {k.alasan}" for k in draf[0].keraguan]
    return [*beda, *ragu, *(f"sisa {s.teks}" for s in draf[0].sisa)]

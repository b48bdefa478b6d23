"""What every sheet keeps, on made-up SOPs of random sizes; on two hundred with --semua."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from buku_sop.adapters.lembar.printing import PrintShop
from buku_sop.model import PilihanLembar, Sop
from buku_sop.views.lembar import pilih_kertas
from tests.adapters.lembar.acak import sop_acak
from tests.adapters.lembar.conftest import hasil_dari
from tests.adapters.lembar.tagged import TextBox, spoken, text_boxes
from tests.builders import handbook

TERKECIL = 6.45
"""The least size of letters in pt, 6.5 but for rounding."""
TERKECIL_LABEL = 3.8
"""That of the label of a branch in lanes so narrow that its longest word is wider than all that is free at its arrow."""
LABEL_KECIL = 200
"""In lanes of the usual width one label in so many may be like that."""
MM_PT = 0.3528
Cetakan = list[tuple[Sop, Path, dict[str, Any]]]


@pytest.fixture(scope="module")
def acak(buat_root: Callable[[], Path], request: pytest.FixtureRequest) -> Cetakan:
    banyak = 200 if request.config.getoption("--semua") else 8
    buku = handbook(*map(sop_acak, range(banyak)))
    toko = PrintShop(buat_root(), hasil_dari(buku), PilihanLembar(), "")
    toko.semua(buku.sop)
    isi = {s.id: json.loads(toko.gudang.isi(s.id).read_bytes()) for s in buku.sop}
    return [(s, toko.gudang.pdf(s.id), isi[s.id]) for s in buku.sop]


def _halaman(cetakan: Cetakan) -> Iterator[tuple[str, Sop, list[TextBox]]]:
    for sop, pdf, _ in cetakan:
        with pikepdf.open(pdf) as dokumen:
            for n, page in enumerate(dokumen.pages, 1):
                yield f"{sop.id} hal. {n}", sop, text_boxes(page)


def test_no_letter_is_too_small_and_no_word_leaves_the_page(
    acak: Cetakan,
) -> None:
    label = sum(len(h["label"]) for _, _, data in acak for t in data["tabel"] for h in t["halaman"])
    sempit = {s.id for s, _, data in acak for t in data["tabel"] if t["kolom"]["tegak"]}
    semua_kecil: list[str] = []
    for tempat, sop, kotak in _halaman(acak):
        kertas = pilih_kertas(sop.lembar)
        kecil = [k for k in kotak if k.size < TERKECIL]
        assert min((k.size for k in kecil), default=TERKECIL) >= TERKECIL_LABEL, tempat
        semua_kecil += [f"{tempat}: {k}" for k in kecil if sop.id not in sempit]
        assert min(k.left for k in kotak) >= kertas.kiri - 0.1, tempat
        assert max(k.right for k in kotak) <= kertas.lebar - kertas.kanan + 1.0, tempat  # a space
        assert max(k.baseline for k in kotak) <= kertas.tinggi - 1.0, tempat
    assert len(semua_kecil) <= label // LABEL_KECIL, semua_kecil


def test_no_words_lie_on_each_other(acak: Cetakan) -> None:
    for tempat, _, kotak in _halaman(acak):
        urut = sorted(kotak, key=lambda k: k.baseline)
        for n, a in enumerate(urut):
            for b in urut[n + 1 :]:
                if b.baseline - 0.7 * b.size * MM_PT > a.baseline - 0.3:
                    if b.baseline - a.baseline > 6:
                        break
                    continue
                assert min(a.right, b.right) - max(a.left, b.left) < 0.3, (tempat, a, b)


def test_rows_are_as_high_as_their_drawing_and_none_is_alone_on_the_last_page(
    acak: Cetakan,
) -> None:
    for sop, _, data in acak:
        kertas = pilih_kertas(sop.lembar)
        for tabel in data["tabel"]:
            semua = tabel["halaman"]
            ruang = kertas.tinggi_isi - tabel["tinggi_kepala"]
            for h in semua:
                assert h["panjang"] or sum(map(_tinggi, h["baris"])) <= ruang, sop.id
            if len(semua) > 1 and len(semua[-1]["baris"]) == 1:
                dua = semua[-2]["baris"][-1]["tinggi"] + semua[-1]["baris"][0]["tinggi"]
                assert dua > 0.5 * ruang, sop.id


def _tinggi(baris: dict[str, float]) -> float:
    return baris["tinggi"] + baris["atas"] + baris["bawah"]


def test_every_word_of_the_data_is_on_the_sheet(acak: Cetakan) -> None:
    for sop, pdf, _ in acak:
        teks = re.sub(r"\s", "", spoken(pdf))
        kata = [sop.nama, *sop.dasar_hukum, *sop.peralatan]
        for lk in chain.from_iterable(p.langkah for p in sop.prosedur):
            kata += [lk.kegiatan, *lk.kelengkapan, lk.waktu.teks, *lk.output, *lk.keterangan]
        hilang = [k for k in kata if re.sub(r"\s", "", k) not in teks]
        assert not hilang, (sop.id, hilang)


def test_connectors_say_where_they_lead(acak: Cetakan) -> None:
    for sop, _, data in acak:
        for h in chain.from_iterable(t["halaman"] for t in data["tabel"]):
            for p in h["penghubung"]:
                halaman = [x for baris in p["larik"] for x in baris if isinstance(x, int)]
                assert halaman or len(h["penghubung"]) > 6, sop.id

"""SOP-P010 to P012, what a record says in words, and the lines that record a review."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from buku_sop.analysis.beda.isian import isian
from buku_sop.analysis.rincian import rincian
from buku_sop.handbook import open_handbook
from buku_sop.model import Jawaban, Penilaian, Riwayat, Sop
from buku_sop.model.bidang_bagian import BIDANG_JAWABAN
from buku_sop.views.tinjauan.tinjauan import baris_riwayat
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import sop

HARI = date(2026, 2, 20)
SEMUA_YA = Jawaban(**{f.name: True for f in fields(Jawaban)})
KODE = {"SOP-P010", "SOP-P011", "SOP-P012"}


def _tercatat(*riwayat: Riwayat) -> Sop:
    return sop(riwayat=(Riwayat(HARI, "monitoring"), *riwayat))


KASUS = (
    Kasus(
        "SOP-P010",
        "a bad verdict without an action",
        _tercatat(Riwayat(HARI, "monitoring", penilaian=Penilaian.TIDAK_BAIK)),
        _tercatat(Riwayat(HARI, "monitoring", penilaian=Penilaian.TIDAK_BAIK, tindakan="Dilatih")),
        ("riwayat", 1, "penilaian"),
    ),
    Kasus(
        "SOP-P011",
        "an evaluation that leaves a question open",
        _tercatat(Riwayat(HARI, "evaluasi", jawaban=replace(SEMUA_YA, sinergi=None))),
        _tercatat(Riwayat(HARI, "evaluasi", jawaban=replace(SEMUA_YA, sinergi=False))),
        ("riwayat", 1, "jenis"),
        "`sinergi`",
    ),
    Kasus(
        "SOP-P012",
        "the assessor of a revision",
        _tercatat(Riwayat(HARI, "revisi", penilai="Tim")),
        _tercatat(Riwayat(HARI, "monitoring", penilai="Tim")),
        ("riwayat", 1, "penilai"),
    ),
)


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_riwayat(kasus: Kasus) -> None:
    uji(kasus)


@pytest.mark.parametrize(
    ("butir", "kode"),
    [
        (Riwayat(HARI, "monitoring"), []),
        (Riwayat(HARI, "monitoring", penilaian=Penilaian.BAIK), []),
        (Riwayat(HARI, "monitoring", penilaian=Penilaian.TIDAK_BAIK), ["SOP-P010"]),
        (Riwayat(HARI, "monitoring", penilaian=Penilaian.TIDAK_BAIK, tindakan="Dilatih"), []),
        (Riwayat(HARI, "evaluasi"), ["SOP-P011"]),
        (Riwayat(HARI, "evaluasi", jawaban=replace(SEMUA_YA, sinergi=None)), ["SOP-P011"]),
        (Riwayat(HARI, "evaluasi", jawaban=replace(SEMUA_YA, sinergi=False)), []),
        (Riwayat(HARI, "monitoring", jawaban=SEMUA_YA), ["SOP-P012"]),
        (Riwayat(HARI, "sosialisasi", kepada=("Staf",)), []),
        (Riwayat(HARI, "revisi", penilai="Tim", kepada=("Staf",)), ["SOP-P012", "SOP-P012"]),
    ],
)
def test_each_entry_is_judged_by_its_form(butir: Riwayat, kode: list[str]) -> None:
    assert [t.kode for t in periksa(sop(riwayat=(butir,))) if t.kode in KODE] == kode


def test_an_older_evaluation_without_any_answer_is_left_in_peace() -> None:
    lama = Riwayat(date(2020, 1, 1), "evaluasi")
    assert not [
        t
        for t in periksa(sop(riwayat=(lama, Riwayat(HARI, "evaluasi", jawaban=SEMUA_YA))))
        if t.kode in KODE
    ]


def test_every_part_is_told_and_compared() -> None:
    penuh = Riwayat(
        HARI, "evaluasi", "Catatannya", Penilaian.BAIK, replace(SEMUA_YA, sinergi=False),
        "Tindakannya", "Rekomendasinya", "Penilainya", ("Pihak satu", "Pihak dua"),
    )  # fmt: skip
    teks = " ".join(f"{judul}: {isi}" for judul, isi in rincian(penuh))
    for kata in (
        "berjalan dengan baik",
        "Tindakannya",
        "Rekomendasinya",
        "Penilainya",
        "Pihak dua",
    ):
        assert kata in teks
    assert f"Dijawab tidak: {BIDANG_JAWABAN['sinergi'].label}" in teks
    daftar = isian(sop(riwayat=(penuh,)))["riwayat"]
    assert isinstance(daftar, tuple)
    (sebaris,) = daftar
    assert teks.split()[-1] in sebaris
    assert "Catatannya" in sebaris


def test_the_lines_to_copy_ask_all_that_the_form_asks(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    teks = "nama: Tamu\npelaksana: {a: Staf}\nlangkah: [{kegiatan: Mencatat, pelaksana: a}]\n"
    teks += baris_riwayat("evaluasi", HARI)
    assert all(f"{b.nama}:" in teks and b.label in teks for b in BIDANG_JAWABAN.values())
    for kosong in ("rekomendasi", "penilai"):
        teks = teks.replace(f"{kosong}: #", f"{kosong}: Isi {kosong} #")
    teks = teks.replace(": # ya atau", ": ya # ya atau").replace(":  ", ": ya ")
    (kantor / "tamu.yml").write_text(teks, encoding="utf-8")
    hasil = open_handbook(tmp_path / "sop_data", HARI)
    assert not hasil.gagal, hasil.diagnostics
    (butir,) = hasil.handbook.sop[0].riwayat
    assert butir.jawaban == SEMUA_YA
    assert butir.rekomendasi == "Isi rekomendasi"

"""The comparison as data, and what no form of it may do."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.beda import bandingkan
from buku_sop.model import Handbook, Pejabat
from buku_sop.views.beda.html import tulis_html
from buku_sop.views.beda.json import tulis_json
from buku_sop.views.beda.kalimat import banding_kata
from buku_sop.views.beda.markdown import BATAS, PENANDA, tulis_markdown
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.tampil import BukuTampil
from buku_sop.views.beda.teks import tulis_teks
from tests.builders import INSTANSI, handbook, langkah, sop
from tests.paths import ROOT

LOOK = ROOT / "overrides"
LAMA = sop(langkah(waktu="120 menit"), langkah("Mengantar tamu"))
BARU = sop(langkah(waktu="90 menit"), langkah("Mengantar tamu"))


def shown(sebelum: Handbook, sesudah: Handbook) -> BukuTampil:
    return tampilkan(bandingkan(sebelum, sesudah), "main", "usulan")


def test_json_has_the_facts_and_the_words() -> None:
    isi = json.loads(tulis_json(shown(handbook(LAMA), handbook(BARU))))
    assert list(isi) == [
        "versi", "base", "head", "ringkasan", "sop", "instansi", "temuan",
        "galat_sebelum", "galat_sesudah", "tak_terbanding",
    ]  # fmt: skip
    (satu,) = isi["sop"]
    assert (satu["id"], satu["jenis"], satu["ringkas"]) == (
        LAMA.id,
        "diubah",
        ["waktu pada 1 langkah"],
    )
    assert satu["waktu"] == {
        "perubahan": {"menit_sebelum": 125, "menit_sesudah": 95, "persen": -24.0},
        "sebelum": "2 jam 5 menit",
        "sesudah": "1 jam 35 menit",
        "selisih": "−30 menit (−24 %)",
    }
    (baris,) = satu["prosedur"][0]["langkah"]
    assert (baris["sebelum"], baris["sesudah"], baris["jenis"]) == ([1], [1], "diubah")
    assert baris["isian"] == [
        {
            "bidang": "waktu", "label": "Waktu", "sebelum": ["120 menit"], "sesudah": ["90 menit"],
            "catatan": "−30 menit (−25 %)",
        }
    ]  # fmt: skip


def test_a_confirmation_is_a_fact_in_the_data_and_a_sentence_on_the_page() -> None:
    ragu = sop(langkah(waktu="120 menit", konfirmasi={"pelaksana": "Siapa?"}), langkah("Mengantar"))
    yakin = sop(langkah(waktu="120 menit"), langkah("Mengantar", konfirmasi={"waktu": "<b>"}))
    buku = shown(handbook(ragu), handbook(yakin))
    (satu,) = json.loads(tulis_json(buku))["sop"]
    sama = {"diubah": False, "prosedur": 1, "lembar_kerja": False}
    assert satu["konfirmasi"] == [
        {"bidang": "pelaksana", "nasib": "dikonfirmasi", "alasan": "Siapa?", "langkah": 1, **sama},
        {"bidang": "waktu", "nasib": "ditandai", "alasan": "<b>", "langkah": 2, **sama},
    ]
    assert satu["ringkas"] == ["1 isian dikonfirmasi", "1 isian ditandai perlu konfirmasi"]
    halaman = " ".join(tulis_html(buku, LOOK).split())
    kepala, butir = "<h3>{}</h3>", "<ul><li>{}</li></ul>"
    assert (
        f"{kepala.format('Dikonfirmasi')} {butir.format('Langkah 1: Pelaksana (isinya tetap; semula: Siapa?)')}"
        in halaman
    )
    assert (
        f"{kepala.format('Ditandai perlu konfirmasi')} {butir.format('Langkah 2: Waktu (&lt;b&gt;)')}"
        in halaman
    )


@pytest.mark.parametrize("boleh", [False, True])
def test_a_nip_is_shown_only_where_the_office_shows_it(boleh: bool) -> None:
    kantor = (replace(INSTANSI, tampilkan_nip=boleh),)
    dulu = replace(LAMA, disahkan_oleh=(Pejabat("Kepala", "Nama", "19000101 190001 1 001"),))
    kini = replace(LAMA, disahkan_oleh=(Pejabat("Kepala", "Nama", "19990909 199909 9 009"),))
    buku = shown(handbook(dulu, instansi=kantor), handbook(kini, instansi=kantor))
    semua = (tulis_teks(buku), tulis_markdown(buku), tulis_json(buku), tulis_html(buku, LOOK))
    for keluaran in semua:
        assert "NIP" in keluaran
        assert ("19000101" in keluaran and "199909 9" in keluaran) == boleh


def test_a_long_comment_keeps_its_summary_and_says_what_it_leaves_out() -> None:
    banyak = [
        sop(*(langkah(f"Melaksanakan pekerjaan {i}") for i in range(30)), id=f"kantor-contoh/s{n}",
            nama=f"Nama SOP {n}", nomor=str(n))
        for n in range(80)
    ]  # fmt: skip
    teks = tulis_markdown(shown(handbook(), handbook(*banyak)))
    assert 40_000 < len(teks) <= BATAS
    assert teks.startswith(PENANDA + "\n")
    dirinci = teks.count("\n### ➕ ")
    assert f"_{80 - dirinci} SOP lagi tidak dirinci" in teks
    assert all(f"**Nama SOP {n}**" in teks for n in range(80))
    assert teks.count("```") % 2 == 0


PUTUS = langkah("Memutuskan", id="putus", cabang={"Ya": "antar", "Tidak": "catat", "Ragu": "putus"})
CATAT, ANTAR = langkah("Mencatat tamu", id="catat"), langkah("Mengantar tamu", id="antar")


def _marked(buku: BukuTampil) -> list[str]:
    """Return what the page marks as gone or new."""
    return re.findall(r"<(?:del|ins)>(.*?)</(?:del|ins)>", tulis_html(buku, LOOK), re.DOTALL)


def test_branches_whose_goals_only_have_other_numbers_are_marked_in_no_form() -> None:
    baru = langkah("Menyapa tamu")
    dulu, kini = sop(CATAT, PUTUS, ANTAR), sop(baru, CATAT, PUTUS, ANTAR)
    buku = shown(handbook(dulu), handbook(kini))
    assert buku.sop[0].ringkas == ("1 langkah baru",)
    assert not _marked(buku)
    assert "Tidak → langkah 2 (Mencatat tamu)" in tulis_html(buku, LOOK)
    for keluaran in (tulis_teks(buku), tulis_markdown(buku), tulis_json(buku)):
        assert "Cabang" not in keluaran


def test_of_branches_those_alone_are_marked_that_lead_elsewhere() -> None:
    lain = replace(
        PUTUS,
        giliran=langkah(cabang={"Ya": "antar", "Tidak": "selesai", "Ragu": "putus"}).giliran,
    )
    dulu, kini = sop(CATAT, PUTUS, ANTAR), sop(langkah("Menyapa tamu"), CATAT, lain, ANTAR)
    buku = shown(handbook(dulu), handbook(kini))
    assert _marked(buku) == ["Tidak → langkah 1 (Mencatat tamu)", "Tidak → selesai"]
    (baris,) = [
        b for b in json.loads(tulis_json(buku))["sop"][0]["prosedur"][0]["langkah"] if b["isian"]
    ]
    assert [(u["sebelum"], u["sesudah"]) for u in baris["isian"]] == [
        (["Tidak → langkah 1 (Mencatat tamu)"], ["Tidak → selesai"])
    ]


def test_a_step_that_the_document_numbers_otherwise_shows_it() -> None:
    dulu, kini = sop(CATAT, replace(ANTAR, nomor="2")), sop(CATAT, replace(ANTAR, nomor="1a"))
    assert _marked(shown(handbook(dulu), handbook(kini))) == ["2", "1a"]


def test_a_terminal_is_not_steered() -> None:
    jahat = replace(BARU, nama="\x1b[2J\u202eTamu", nomor="\x9b31m")
    teks = tulis_teks(shown(handbook(LAMA), handbook(jahat)))
    assert not {"\x1b", "\u202e", "\x9b"} & set(teks)


@given(st.text(max_size=60), st.text(max_size=60))
def test_cut_texts_are_the_texts_and_share_what_is_not_marked(a: str, b: str) -> None:
    kiri, kanan = banding_kata(a, b)
    assert "".join(r.teks for r in kiri) == a
    assert "".join(r.teks for r in kanan) == b
    if a == b:
        assert not any(r.beda for r in (*kiri, *kanan) if r.teks)


def test_a_changed_word_is_marked_and_the_rest_is_not() -> None:
    kiri, kanan = banding_kata(
        "Menyusun laporan triwulan kantor", "Menyusun laporan tahunan kantor"
    )
    assert [r.teks for r in kiri if r.beda] == ["triwulan"]
    assert [r.teks for r in kanan if r.beda] == ["tahunan"]

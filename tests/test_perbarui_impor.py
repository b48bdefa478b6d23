"""A new version of a document brought into a file: only what changed there, and nothing that a person did is lost."""

from __future__ import annotations

from copy import deepcopy
from difflib import unified_diff
from typing import Any

import pytest

from buku_sop.loading.draf import tulis_draf
from buku_sop.loading.sunting.naskah import buka
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.perbarui_impor import Pembaruan, perbarui

BACAAN: dict[str, Any] = {
    "nama": "Menerima Berkas",
    "nomor": "07/2024",
    "status": "draf",
    "dasar_hukum": ["Undang-Undang Nomor 1 Tahun 2020", "Peraturan Kantor Nomor 2"],
    "pelaksana": {"staf": "Staf", "kepala_kantor": "Kepala Kantor"},
    "langkah": [
        {"id": "menerima-berkas", "kegiatan": "Menerima berkas dari pemohon", "pelaksana": "staf", "kelengkapan": "Berkas",
         "waktu": "5 menit", "output": "Berkas"},
        {"kegiatan": "Memeriksa kelengkapan berkas", "pelaksana": "kepala_kantor", "waktu": "1 jam", "output": "Catatan",
         "cabang": [{"label": "Ya", "ke": "lanjut"}, {"label": "Tidak", "ke": "menerima-berkas"}],
         "perlu_konfirmasi": {"cabang": "Label cabangnya dapat milik panah yang lain."}},
        {"kegiatan": "Menyimpan berkas di lemari", "pelaksana": "staf", "waktu": "1 hari", "output": "Arsip"},
    ],
}  # fmt: skip


def bacaan() -> dict[str, Any]:
    return deepcopy(BACAAN)


def berkas(isi: dict[str, Any]) -> str:
    """Write what a person made of a draft: an own id of a lane, comments, a confirmed branch."""
    teks = tulis_draf(isi, ["Diimpor dari lama.docx."])
    teks = teks.replace("kepala_kantor", "kk").replace(
        "waktu: 1 jam", "waktu: 1 jam  # sudah dicek"
    )
    awal, _, sisa = teks.partition("    perlu_konfirmasi:\n      cabang:")
    return awal.rstrip("\n") + "\n" + sisa.partition("\n")[2] if sisa else teks


def coba(teks: str, baru: dict[str, Any], dasar: dict[str, Any] | None) -> tuple[Pembaruan, list[str]]:  # fmt: skip
    naskah = buka("kantor/a.yml", teks)
    hasil = perbarui(naskah, baru, dasar)
    beda = unified_diff(naskah.teks.splitlines(), hasil.perubahan.naskah.teks.splitlines(), n=0, lineterm="")  # fmt: skip
    return hasil, [b for b in beda if not b.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("dasar", [BACAAN, None], ids=["dikenal", "tidak dikenal"])
def test_the_same_document_changes_nothing(dasar: dict[str, Any] | None) -> None:
    hasil, beda = coba(berkas(bacaan()), bacaan(), dasar)
    assert beda == []
    assert hasil.tetap == ()


@pytest.mark.parametrize("dasar", [BACAAN, None], ids=["dikenal", "tidak dikenal"])
def test_only_what_changed_in_the_document_changes(dasar: dict[str, Any] | None) -> None:
    baru = bacaan()
    baru["langkah"][1]["waktu"] = "2 jam"
    baru["dasar_hukum"].append("Peraturan Kantor Nomor 3")
    _, beda = coba(berkas(bacaan()), baru, dasar)
    assert beda == [
        "+  - Peraturan Kantor Nomor 3",
        "-    waktu: 1 jam  # sudah dicek",
        "+    waktu: 2 jam  # sudah dicek",
    ]


def test_what_a_person_corrected_stays_while_the_document_says_the_same() -> None:
    teks = berkas(bacaan()).replace("output: Arsip", "output: Arsip aktif")
    assert coba(teks, bacaan(), BACAAN)[1] == []
    baru = bacaan()
    baru["langkah"][2]["output"] = "Arsip 2025"
    hasil, beda = coba(teks, baru, BACAAN)
    assert "Anda sudah mengubahnya; dokumen yang baru berbunyi “Arsip 2025”" in hasil.tetap[0]
    assert not any(b.startswith("-") for b in beda)
    assert any("Arsip 2025" in b for b in beda)  # as a doubt
    lagi = coba(hasil.perubahan.naskah.teks, baru, baru)
    assert lagi[1] == []


def test_a_confirmed_fact_outlives_a_doubtful_reading() -> None:
    teks = berkas(bacaan()).replace(
        "- label: Ya\n        ke: lanjut", "- label: Ya\n        ke: selesai"
    )
    hasil, beda = coba(teks, bacaan(), None)
    assert beda == []
    assert hasil.tetap == (
        "Langkah 2, alurnya: tetap seperti yang sudah dikonfirmasi; di dokumen tidak terbaca pasti.",
    )


@pytest.mark.parametrize("dasar", [BACAAN, None], ids=["dikenal", "tidak dikenal"])
def test_rows_come_go_and_move_with_their_arrows(dasar: dict[str, Any] | None) -> None:
    baru = bacaan()
    baru["pelaksana"]["arsiparis"] = "Arsiparis"
    satu, dua, tiga = baru["langkah"]
    empat = {"id": "mencatat", "kegiatan": "Mencatat nomor agenda", "pelaksana": "arsiparis", "waktu": "3 menit"}  # fmt: skip
    dua["cabang"][1]["ke"] = "mencatat"
    dua.pop("perlu_konfirmasi")
    satu["pelaksana"] = "kepala_kantor"
    baru["langkah"] = [satu, empat, dua, tiga]
    hasil, beda = coba(berkas(bacaan()), baru, dasar)
    isi: Any = hasil.perubahan.naskah.data
    assert [x["kegiatan"] for x in isi["langkah"]] == [x["kegiatan"] for x in baru["langkah"]]
    assert [x["pelaksana"] for x in isi["langkah"]] == ["kk", "arsiparis", "kk", "staf"]
    assert isi["pelaksana"] == {"staf": "Staf", "kk": "Kepala Kantor", "arsiparis": "Arsiparis"}
    assert isi["langkah"][2]["cabang"][1]["ke"] == isi["langkah"][1]["id"]
    assert "waktu: 1 jam  # sudah dicek" in hasil.perubahan.naskah.teks
    assert not any("sudah dicek" in b for b in beda)
    baru["langkah"] = [satu, dua]
    dua["cabang"][1]["ke"] = "menerima-berkas"
    hasil, _ = coba(
        hasil.perubahan.naskah.teks, baru, {**baru, "langkah": [satu, empat, dua, tiga]}
    )
    akhir: Any = hasil.perubahan.naskah.data
    assert [x["kegiatan"] for x in akhir["langkah"]] == [satu["kegiatan"], dua["kegiatan"]]
    assert akhir["langkah"][1]["cabang"][1]["ke"] == "menerima-berkas"
    assert "perlu_konfirmasi" not in akhir["langkah"][1]


def test_a_row_of_a_persons_own_stays() -> None:
    sendiri = {"kegiatan": "Menelepon pemohon", "pelaksana": "staf", "waktu": "1 menit"}
    isi = bacaan()
    isi["langkah"].insert(2, sendiri)
    baru = bacaan()
    baru["langkah"][0]["waktu"] = "6 menit"
    hasil, beda = coba(berkas(isi), baru, BACAAN)
    assert len(beda) == 2
    assert "Menelepon pemohon" in hasil.perubahan.naskah.teks


def test_a_name_is_told_and_not_changed_and_other_tables_are_refused() -> None:
    baru = bacaan()
    baru["nama"] = "Penerimaan Berkas"
    hasil, beda = coba(berkas(bacaan()), baru, None)
    assert beda == []
    assert "sop ganti-nama" in hasil.tetap[0]
    dua = {k: baru.pop(k) for k in ("pelaksana", "langkah")}
    baru["prosedur"] = [{"judul": "A", **dua}, {"judul": "B", **deepcopy(dua)}]
    with pytest.raises(TakDapatDisunting, match="2 tabel langkah, sedangkan berkasnya 1"):
        perbarui(buka("kantor/a.yml", berkas(bacaan())), baru, None)

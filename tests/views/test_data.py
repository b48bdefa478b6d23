"""The handbook as data: complete, resolved, in minutes, and without what must stay private."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from buku_sop.analysis.beda.isian import isian
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import Instansi, Pejabat, Sop
from buku_sop.views.data import PenulisData
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop


def penulis(*semua: Sop, instansi: Instansi = INSTANSI) -> PenulisData:
    buku = handbook(*semua, instansi=(instansi, LAIN))
    return PenulisData(buku, susun_keterkaitan(buku), direktori=True)


def isi(satu: Sop, *lain: Sop, instansi: Instansi = INSTANSI) -> dict[str, Any]:
    hasil: dict[str, Any] = json.loads(penulis(satu, *lain, instansi=instansi).sop(satu))
    return hasil


def test_every_field_of_the_model_is_there() -> None:
    data = isi(sop())["sop"]
    assert {f.name for f in fields(Sop)} <= data.keys()
    assert data["tanggal_pembuatan"] == "2026-01-05"
    assert data["status"] == "berlaku"
    assert data["tanggal_revisi"] is None


def test_times_are_words_and_minutes() -> None:
    data = isi(sop(langkah(waktu="1-2 jam"), langkah(waktu="3 hari kalender")))["sop"]
    waktu = data["prosedur"][0]["langkah"][0]["waktu"]
    assert waktu["teks"] == "1-2 jam"
    assert waktu["kasus"][0]["paling_cepat"] == {"menit_kerja": 60, "menit_kalender": 0}
    assert waktu["kasus"][0]["paling_lama"] == {"menit_kerja": 120, "menit_kalender": 0}
    assert data["waktu_standar"]["paling_lama"] == {"menit_kerja": 120, "menit_kalender": 4320}


def test_references_are_resolved_both_ways() -> None:
    satu = sop(langkah(keterangan="Lihat SOP Arsip"), keterkaitan=("SOP Arsip", "Tiada"))
    arsip = sop(id="kantor-contoh/arsip", nama="Arsip")
    data = isi(satu, arsip)["sop"]
    assert data["halaman"] == "sop/kantor-contoh/penerimaan-tamu/"
    assert data["keterkaitan"] == [
        {
            "teks": "SOP Arsip",
            "jenis": "tertaut",
            "sop": "kantor-contoh/arsip",
            "halaman": "sop/kantor-contoh/arsip/",
        },
        {"teks": "Tiada", "jenis": "belum ada"},
    ]
    langkah_satu = data["prosedur"][0]["langkah"][0]
    assert (langkah_satu["nomor"], langkah_satu["urutan"], langkah_satu["jangkar"]) == (
        "1",
        1,
        "langkah-1",
    )
    assert langkah_satu["keterangan"][0][1]["sop"] == "kantor-contoh/arsip"
    assert [r["sop"] for r in isi(arsip, satu)["sop"]["dirujuk_oleh"]] == [satu.id, satu.id]


def test_the_nip_is_left_out_unless_the_office_asks_for_it() -> None:
    satu = sop(disahkan_oleh=(Pejabat("Kepala", "Nama", "1999 0101"),))
    assert "nip" not in isi(satu)["sop"]["disahkan_oleh"][0]
    assert "1999" not in penulis(satu).buku()
    boleh = replace(INSTANSI, tampilkan_nip=True)
    assert isi(satu, instansi=boleh)["sop"]["disahkan_oleh"][0]["nip"] == "1999 0101"


def test_the_book_holds_what_the_files_hold() -> None:
    semua = (sop(), sop(id="dinas-rekaan/x"))
    tulis = penulis(*semua)
    buku = json.loads(tulis.buku())
    assert [s["id"] for s in buku["sop"]] == ["dinas-rekaan/x", "kantor-contoh/penerimaan-tamu"]
    assert {i["id"] for i in buku["instansi"]} == {"kantor-contoh", "dinas-rekaan"}
    assert buku["sop"][1] == json.loads(tulis.sop(semua[0]))["sop"]
    assert buku["instansi"][0]["jam_kerja"] == {"jam_per_hari": 7.5, "hari_per_minggu": 5}


def test_the_text_is_harmless_inside_a_page() -> None:
    jahat = "</script><!-- \u2028 \u2029"
    text = penulis(sop(nama=jahat)).buku()
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert json.loads(text)["sop"][0]["nama"] == jahat


def test_the_form_of_a_sheet_is_named_not_described() -> None:
    satu = sop(bentuk=bentuk_bawaan()["puskesmas"])
    buku = handbook(satu)
    data = json.loads(PenulisData(buku, susun_keterkaitan(buku), direktori=True).sop(satu))
    assert data["sop"]["bentuk"] == "puskesmas"
    assert isian(satu)["bentuk"] == "SOP puskesmas"

"""The engine of the editor, message by message: plain values in, plain values out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.places import LOOK
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.sunting.buku import Buku
from buku_sop.sunting.mesin import Mesin
from buku_sop.views.dasar.render import TEMPLATES, Perender
from tests.paths import SOP_DATA

HARI = date(2026, 11, 1)
SEMUA = ["isi", "tabel", "bidang", "diagram", "lembar", "temuan", "selisih"]


@pytest.fixture(scope="module")
def mesin() -> Mesin:
    return Mesin(Buku(SOP_DATA, IsiFolder(), Perender(LOOK / TEMPLATES), lambda: HARI), "peladen")


def tanya(mesin: Mesin, perintah: str, **isi: Any) -> Any:
    jawab = json.loads(json.dumps(mesin.jawab(perintah, isi)))
    assert "galat" not in jawab, jawab
    return jawab["hasil"]


def galat(mesin: Mesin, perintah: str, **isi: Any) -> dict[str, str]:
    pesan: dict[str, str] = mesin.jawab(perintah, isi)["galat"]
    return pesan


def test_a_clerk_writes_an_sop_from_nothing(mesin: Mesin) -> None:
    instansi = tanya(mesin, "daftar")["instansi"][0]["id"]
    naskah = tanya(mesin, "baru", instansi=instansi, nama="Menerima Tamu Kantor Contoh")
    langkah = ("Menerima tamu", "Memeriksa berkas", "Mencatat tamu", "Mengantar tamu")
    semua: list[dict[str, Any]] = [
        {"operasi": "tambah_pelaksana", "tabel": [], "nama": "Petugas Loket"},
        {"operasi": "tambah_pelaksana", "tabel": [], "nama": "Kepala Seksi"},
        *(
            {"operasi": "sisipkan_langkah", "tabel": [], "n": n, "langkah": {"kegiatan": k, "waktu": "5 menit"}}
            for n, k in enumerate(langkah)
        ),
        *({"operasi": "setel_pelaku", "tabel": [], "n": n, "pelaksana": ["petugas-loket"]} for n in (0, 1, 3)),
        {"operasi": "setel_pelaku", "tabel": [], "n": 2, "pelaksana": ["petugas-loket", "kepala-seksi"]},
        {"operasi": "setel_keluar", "tabel": [], "n": 1,
         "keluar": [{"label": "Lengkap", "ke": 2}, {"label": "Tidak lengkap", "ke": 0}]},
    ]  # fmt: skip
    hasil = tanya(mesin, "ubah", naskah=naskah, ubah=semua, lihat=SEMUA)
    lihat = hasil["lihat"]
    (tabel,) = lihat["tabel"]
    assert lihat["dapat_dibaca"]
    assert lihat["lengkap"]
    assert [p["nama"] for p in tabel["lane"]] == ["Petugas Loket", "Kepala Seksi"]
    baris = tabel["baris"]
    assert [b["isi"]["kegiatan"] for b in baris] == list(langkah)
    assert baris[1]["simbol"] == ["belah_ketupat"]
    assert [(k["label"], k["ke"], k["tersurat"]) for k in baris[1]["keluar"]] == [
        ("Lengkap", 2, True), ("Tidak lengkap", 0, True),
    ]  # fmt: skip
    assert baris[2]["lane"] == ["petugas-loket", "kepala-seksi"]
    assert baris[3]["keluar"] == [
        {"jalan": None, "label": None, "ke": "selesai", "tersurat": False}
    ]
    assert baris[0]["waktu_terbaca"] == "5 menit"
    assert all(f'id="{b["jangkar"]}"' in tabel["html"] for b in baris)
    assert "Tidak lengkap" in lihat["diagram"][0]
    assert "SOP baru, 4 langkah" in lihat["selisih"]["kalimat"][0]
    kembali = tanya(
        mesin, "ubah", naskah={**naskah, "teks": hasil["teks"]},
        ubah={"operasi": "setel_keluar", "tabel": [], "n": 1, "keluar": []}, lihat=["tabel"],
    )  # fmt: skip
    assert [k["ke"] for k in kembali["lihat"]["tabel"][0]["baris"][1]["keluar"]] == [2]


SOP = sorted(f"{p.parent.name}/{p.stem}" for p in SOP_DATA.glob("*/*.yml") if p.stem != "instansi")


@pytest.fixture(scope="module")
def buku() -> Hasil:
    return open_handbook(SOP_DATA, HARI)


@pytest.mark.parametrize(
    "id", [SOP[0], *(pytest.param(s, marks=pytest.mark.semua) for s in SOP[1:])]
)
def test_a_changed_time_is_one_line_and_found_as_the_command_finds(
    mesin: Mesin, buku: Hasil, id: str
) -> None:
    naskah = tanya(mesin, "buka", sop=id)
    satu = {"operasi": "setel", "jalan": ["langkah", 0, "waktu"], "nilai": "2 jam 10 menit"}
    hasil = tanya(mesin, "ubah", naskah=naskah, ubah=satu, lihat=SEMUA)
    lihat = hasil["lihat"]
    assert lihat["selisih"]["baris_berubah"] == 1
    assert "waktu pada 1 langkah" in lihat["selisih"]["kalimat"][0]
    assert lihat["tabel"][0]["baris"][0]["waktu_terbaca"] == "2 jam 10 menit"
    sebelum = tanya(mesin, "lihat", naskah=naskah, bagian=["temuan", "selisih"])
    perintah = buku.per_sop[id]
    assert sorted(
        (t["kode"], t["baris"], t["kolom"], t["pesan"]) for t in sebelum["temuan"]
    ) == sorted((d.kode, d.lokasi.baris, d.lokasi.kolom, d.pesan) for d in perintah)
    assert not sebelum["selisih"]["ada"]


def test_a_finding_leads_to_its_field(mesin: Mesin) -> None:
    id = tanya(mesin, "daftar")["sop"][0]["id"]
    naskah = tanya(mesin, "buka", sop=id)
    rusak = tanya(
        mesin, "ubah", naskah=naskah, lihat=["temuan", "tabel"],
        ubah={"operasi": "setel", "jalan": ["langkah", 1, "ke"], "nilai": "tidak-ada"},
    )["lihat"]  # fmt: skip
    assert ["langkah", 1, "ke"] in [t["jalan"] for t in rusak["temuan"] if t["tingkat"] == "galat"]
    assert rusak["tabel"][0]["baris"][1]["keluar"][0]["ke"] == "tidak-ada"


def test_what_is_missing_is_found_where_it_is_to_be_filled_in(mesin: Mesin) -> None:
    instansi = tanya(mesin, "daftar")["instansi"][0]["id"]
    naskah = tanya(mesin, "baru", instansi=instansi, nama="Menerima Tamu Kantor Contoh")
    temuan = tanya(mesin, "lihat", naskah=naskah, bagian=["temuan"])["temuan"]
    di = {t["kode"]: t["jalan"] for t in temuan}
    assert di["SOP-I001"] == ["nomor"]
    assert di["SOP-I002"] == ["tanggal_efektif"]


def test_what_cannot_be_understood_still_shows_the_rest(mesin: Mesin) -> None:
    id = tanya(mesin, "daftar")["sop"][0]["id"]
    naskah = tanya(mesin, "buka", sop=id)
    salah = {**naskah, "teks": naskah["teks"] + "\nkunci_yang_tidak_ada: 1\n"}
    lihat = tanya(mesin, "lihat", naskah=salah, bagian=SEMUA)
    assert lihat["dapat_dibaca"]
    assert not lihat["lengkap"]
    assert lihat["tabel"][0]["html"]
    assert any(t["jalan"] == ["kunci_yang_tidak_ada"] for t in lihat["temuan"])
    patah = {**naskah, "teks": "nama: [\n"}
    lihat = tanya(mesin, "lihat", naskah=patah, bagian=SEMUA)
    assert not lihat["dapat_dibaca"]
    assert lihat["temuan"]


def test_a_field_is_described_by_the_register_and_the_form(mesin: Mesin) -> None:
    id = tanya(mesin, "daftar")["sop"][0]["id"]
    naskah = tanya(mesin, "buka", sop=id)
    bidang = {
        b["nama"]: b for b in tanya(mesin, "lihat", naskah=naskah, bagian=["bidang"])["bidang"]
    }
    assert [p["nilai"] for p in bidang["status"]["pilihan"]] == [
        "draf",
        "berlaku",
        "digantikan",
        "dicabut",
    ]
    assert bidang["tanggal_efektif"]["jenis"] == "tanggal"
    assert bidang["dasar_hukum"]["jenis"] == "daftar"
    assert bidang["nama"]["wajib"]
    assert [a["nama"] for a in bidang["disahkan_oleh"]["anak"]] == [
        "jabatan",
        "nama",
        "nip",
        "tanggal",
    ]
    assert bidang["riwayat"]["jenis"] == "daftar_isian"
    assert "langkah" not in bidang
    kantor = tanya(mesin, "buka", berkas=f"{id.split('/')[0]}/instansi.yml")
    milik = {
        b["nama"]: b for b in tanya(mesin, "lihat", naskah=kantor, bagian=["bidang"])["bidang"]
    }
    assert milik["kontak"]["jenis"] == "isian"


def test_a_new_name_goes_wherever_it_is_named(mesin: Mesin) -> None:
    daftar = tanya(mesin, "daftar")["sop"]
    instansi, lama = daftar[0]["instansi"], daftar[0]["nama"]
    lain = {
        f"{instansi}/perujuk.yml": f"nama: Perujuk Contoh\nstatus: draf\nketerkaitan:\n  - {lama}\npelaksana: {{}}\nlangkah: []\n"
    }
    hasil = tanya(mesin, "ganti_nama", sop=daftar[0]["id"], nama="Nama Baru Contoh", lain=lain)
    teks = {n["berkas"]: n["teks"] for n in hasil["naskah"]}
    assert "  - Nama Baru Contoh\n" in teks[f"{instansi}/perujuk.yml"]
    assert len(teks) == 2


@pytest.mark.parametrize(
    "berkas",
    ["../x.yml", "/etc/passwd", "a/b/c.yml", "a/.git.yml", "a/x.yml\n", "a\\b.yml", 3, None],
)
def test_no_message_leads_out_of_the_handbook(mesin: Mesin, berkas: object) -> None:
    assert galat(mesin, "buka", berkas=berkas)["jenis"] == "mesin"
    assert (
        galat(mesin, "lihat", naskah={"berkas": berkas, "teks": ""}, bagian=[])["jenis"] == "mesin"
    )
    naskah = {"berkas": "a/b.yml", "teks": "nama: x\n"}
    if isinstance(berkas, str):
        assert (
            galat(mesin, "lihat", naskah=naskah, lain={berkas: ""}, bagian=[])["jenis"] == "mesin"
        )


def test_what_cannot_be_done_says_so_and_changes_nothing(mesin: Mesin) -> None:
    naskah = {
        "berkas": "a/b.yml",
        "teks": "nama: Contoh\npelaksana:\n  a: Petugas\nlangkah:\n  - Menulis\n",
    }
    satu = {"operasi": "setel", "jalan": ["nama"], "nilai": "Lain"}
    sulit = galat(
        mesin,
        "ubah",
        naskah=naskah,
        ubah=[satu, {"operasi": "hapus_pelaksana", "tabel": [], "id": "b"}],
    )
    assert sulit["jenis"] == "sulit"
    assert sulit["pesan"].startswith("Tidak ada pelaksana b")
    for ubah in ({"operasi": "x"}, {"operasi": "setel", "jalan": [True], "nilai": "x"}, {"operasi": "setel"},
                 {"operasi": "setel", "jalan": ["nama"], "nilai": 1.5}):  # fmt: skip
        assert galat(mesin, "ubah", naskah=naskah, ubah=ubah)["jenis"] == "mesin"
    assert galat(mesin, "hancurkan")["jenis"] == "mesin"
    assert (
        galat(mesin, "buka", sop="tidak/ada")["pesan"]
        == "Berkas tidak/ada.yml tidak ada di buku ini."
    )


def test_what_is_typed_is_completed_from_the_handbook(mesin: Mesin, buku: Hasil) -> None:
    sop = buku.handbook.sop[0]
    label = sop.prosedur[0].pelaksana[0].label
    usul = tanya(
        mesin, "lengkapi", jenis="pelaksana", awal=label[:4].lower(), instansi=sop.instansi
    )
    assert label in [u["teks"] for u in usul]
    nama = tanya(mesin, "lengkapi", jenis="sop", awal="", instansi=sop.instansi)
    assert nama[0]["teks"] in [s.nama for s in buku.handbook.milik(sop.instansi)]
    assert tanya(mesin, "baca_waktu", teks="90 menit") == {"terbaca": "1 jam 30 menit", "pesan": ""}
    assert tanya(mesin, "baca_waktu", teks="kapan2")["pesan"]


def test_markup_in_a_text_stays_text(mesin: Mesin) -> None:
    jahat = '<img src=x onerror="alert(1)">{{ 7*7 }}'
    id = tanya(mesin, "daftar")["sop"][0]["id"]
    naskah = tanya(mesin, "buka", sop=id)
    ubah = [
        {"operasi": "setel", "jalan": ["langkah", 0, "kegiatan"], "nilai": jahat},
        {"operasi": "setel", "jalan": ["peralatan"], "nilai": [jahat]},
    ]
    lihat = tanya(mesin, "ubah", naskah=naskah, ubah=ubah, lihat=SEMUA)["lihat"]
    for html in (lihat["tabel"][0]["html"], lihat["lembar"], lihat["selisih"]["html"]):
        assert "&lt;img" in html
        assert "<img" not in html
        assert "49" not in html.split("&lt;img", 1)[1][:80]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    mesin = Mesin(Buku(tmp_path / "sop_data", IsiFolder(), Perender(LOOK / TEMPLATES)), "peladen")
    assert tanya(mesin, "daftar")["sop"] == []

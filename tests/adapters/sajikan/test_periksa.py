"""The check of drafts: what it shows of a file and its import, what it writes, and what it never writes over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from buku_sop.adapters.sajikan.periksa.alamat import alamat_draf, guard, masuk
from buku_sop.adapters.sajikan.periksa.draf import LAPORAN
from buku_sop.adapters.sajikan.periksa.halaman import Pemeriksa, add_routes
from buku_sop.adapters.sajikan.routes import KEY_HEADER, Request, Response, Router
from buku_sop.model import Instansi

ID = "kantor-contoh/memeriksa-berkas"
TEKS = """\
# Diimpor dari contoh.pdf, halaman 1 (abc/1).
nama: Memeriksa <b>berkas</b>
status: draf
pelaksana:
  petugas: Petugas
  kepala: Kepala
langkah:
  - kegiatan: Menerima berkas # dari loket
    pelaksana: petugas
    perlu_konfirmasi:
      pelaksana: >-
        Tidak ada lambang yang terbaca di baris ini (halaman 1, 3 cm dari kiri dan 4
        cm dari atas).

  - kegiatan: Menyimpan berkas
    pelaksana: petugas
    perlu_konfirmasi:
      ke: Tidak ada panah keluar yang terbaca.
perlu_konfirmasi:
  tanggal_efektif: Kosong.
"""
KOTAK = {"x0": 85.0, "y0": 113.4, "x1": 170.0, "y1": 170.0}
ALASAN = "Tidak ada lambang yang terbaca di baris ini."
REPORT = {
    "asal": "/arsip/contoh.pdf",
    "lembar": {"1": {"berkas": "halaman-01.png", "lebar": 850.0, "tinggi": 567.0}},
    "keraguan": [
        {"bidang": "pelaksana", "alasan": ALASAN, "langkah": 0, "prosedur": 0, "potongan": "ragu-01.png",
         "tempat": {"halaman": 1, "kotak": KOTAK}},
    ],
    "baris": [[{"kegiatan": "Menyimpan  berkas", "tempat": {"halaman": 1, "kotak": KOTAK}}]],
    "sisa": [{"teks": "kaki", "tempat": {"halaman": 1, "kotak": KOTAK}, "sebab": ""}],
}  # fmt: skip


@dataclass
class Site:
    """What the pages ask of the handbook that is served."""

    root: Path
    penyunting: object = True

    def stylesheets(self) -> tuple[str, ...]:
        return ("/assets/buku.css",)

    def name(self) -> str:
        return "Buku contoh"

    def office(self, id: str) -> Instansi | None:
        return None

    def page_of(self, id: str) -> str:
        return f"/sop/{id}/"


@pytest.fixture
def periksa(tmp_path: Path) -> Pemeriksa:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    berkas(tmp_path).write_bytes(TEKS.encode())
    laporan = tmp_path / LAPORAN / ID
    laporan.mkdir(parents=True)
    (laporan / "laporan.json").write_text(json.dumps(REPORT), encoding="utf-8")
    (laporan / "halaman-01.png").write_bytes(b"png")
    return Pemeriksa(Site(tmp_path), "kunci")  # type: ignore[arg-type]


def berkas(root: Path) -> Path:
    return root / "sop_data" / f"{ID}.yml"


def isi(periksa: Pemeriksa) -> str:
    return berkas(periksa.live.root).read_bytes().decode()


def baca(jawab: Response) -> dict[str, Any]:
    assert isinstance(jawab.body, bytes)
    nilai: dict[str, Any] = json.loads(jawab.body)
    return nilai


def keadaan(periksa: Pemeriksa, id: str = ID) -> dict[str, Any]:
    return baca(periksa.keadaan(Request("GET", "", {"sop": id})))


def ubah(periksa: Pemeriksa, lakukan: str, kunci: str = "", nilai: Any = None, sidik: str = "", *, semua: bool = False) -> Response:  # fmt: skip
    minta = {
        "sop": ID,
        "sidik": sidik or keadaan(periksa)["sidik"],
        "lakukan": lakukan,
        "kunci": kunci,
        "nilai": nilai,
        "semua": semua,
    }
    return periksa.ubah(Request("POST", "", {}, {}, json.dumps(minta).encode()))


PELAKSANA, KE = "langkah/0/pelaksana", "langkah/1/ke"


def test_each_doubt_has_its_place_its_reading_and_other_readings(periksa: Pemeriksa) -> None:
    semua = {r["kunci"]: r for r in keadaan(periksa)["ragu"]}
    satu = semua[PELAKSANA]
    assert list(semua) == ["tanggal_efektif", PELAKSANA, KE]
    assert (satu["judul"], satu["bacaan"], satu["pilihan"]) == (
        "Langkah 1: pelaksana",
        ["Petugas"],
        ["Kepala"],
    )
    assert satu["alasan"] == ALASAN, "where it stands is seen"
    assert satu["tempat"] == [{"halaman": 1, "x": 0.1, "y": 0.2, "lebar": 0.1, "tinggi": 0.0998}]
    assert satu["baris"] == 9
    assert semua[KE]["pilihan"] == ["Selesai", "Ke langkah 1 (Menerima berkas)"]


def test_what_the_page_has_already_is_not_worked_out_again(periksa: Pemeriksa) -> None:
    sidik = keadaan(periksa)["sidik"]
    tanya = Request("GET", "", {"sop": ID, "sidik": sidik})
    assert baca(periksa.keadaan(tanya)) == {"sidik": sidik}
    ubah(periksa, "benar", KE)
    assert len(baca(periksa.keadaan(tanya))["ragu"]) == 2


def test_a_mark_of_a_document_that_flows_has_its_place_though_it_does_not_say_it(
    periksa: Pemeriksa,
) -> None:
    laporan = periksa.live.root / LAPORAN / ID / "laporan.json"
    tempat = '"tempat": {"halaman": 1, "terukur": false, '
    teks = laporan.read_text(encoding="utf-8").replace('"tempat": {"halaman": 1, ', tempat)
    laporan.write_text(teks, encoding="utf-8")
    letak = " (halaman 1, 3 cm dari kiri dan 4\n        cm dari atas)"
    berkas(periksa.live.root).write_text(TEKS.replace(letak, ""), encoding="utf-8")
    satu = next(r for r in keadaan(periksa)["ragu"] if r["kunci"] == PELAKSANA)
    assert satu["tempat"][0]["halaman"] == 1


def test_rows_are_found_in_the_document_by_their_words(periksa: Pemeriksa) -> None:
    satu, dua = keadaan(periksa)["baris"][0]
    assert satu is None
    assert dua["halaman"] == 1


def test_a_confirmation_takes_the_mark_away_and_nothing_else(periksa: Pemeriksa) -> None:
    baru = baca(ubah(periksa, "benar", PELAKSANA))
    assert (baru["sisa_ragu"], baru["semua_ragu"]) == (2, 3)
    lama = TEKS.splitlines(keepends=True)
    assert isi(periksa) == "".join(lama[:9] + lama[13:])


def test_another_reading_is_drawn_at_once(periksa: Pemeriksa) -> None:
    lama = keadaan(periksa)["gambar"]
    baru = baca(ubah(periksa, "pilih", PELAKSANA, 0))["gambar"]
    assert "sop-lambang" in lama
    assert baru != lama
    assert "&lt;b&gt;" in baru
    assert "<b>berkas" not in baru


def test_every_change_is_taken_back_to_the_byte(periksa: Pemeriksa) -> None:
    for lakukan, kunci, nilai in (("benar", "tanggal_efektif", None), ("pilih", PELAKSANA, 0), ("isi", KE, [[0, [0]]])):  # fmt: skip
        assert ubah(periksa, lakukan, kunci, nilai).status == HTTPStatus.OK
    assert not keadaan(periksa)["ragu"]
    for _ in range(3):
        assert ubah(periksa, "batal").status == HTTPStatus.OK
    assert isi(periksa) == TEKS
    assert not keadaan(periksa)["dapat_batal"]


def test_a_file_that_others_changed_is_not_written_over(periksa: Pemeriksa) -> None:
    lama = keadaan(periksa)["sidik"]
    ubah(periksa, "benar", "tanggal_efektif")
    luar = isi(periksa).replace("Kepala", "Kepala Kantor")
    berkas(periksa.live.root).write_text(luar, encoding="utf-8")
    for lakukan, kunci in (("benar", PELAKSANA), ("batal", "")):
        jawab = ubah(periksa, lakukan, kunci, sidik=lama)
        assert jawab.status == HTTPStatus.CONFLICT
        assert baca(jawab)["kini"]["ragu"][0]["pilihan"] == ["Kepala Kantor"]
    assert ubah(periksa, "batal").status == HTTPStatus.CONFLICT, "it would undo the others' work"
    assert isi(periksa) == luar


@pytest.mark.parametrize(
    ("lakukan", "kunci", "nilai"),
    [
        ("isi", "tanggal_efektif", "bulan depan"),
        ("isi", KE, "apa saja"),
        ("pilih", KE, 99),
        ("pilih", KE, "0"),
    ],
)
def test_what_would_break_the_file_is_refused_with_the_reason(
    periksa: Pemeriksa, lakukan: str, kunci: str, nilai: Any
) -> None:
    jawab = ubah(periksa, lakukan, kunci, nilai)
    assert jawab.status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert baca(jawab)["galat"].endswith(".")
    assert isi(periksa) == TEKS


@pytest.mark.parametrize(
    "isi", [b"", b"[]", b'{"sop": 1}', b'{"sop":"a","sidik":"b","lakukan":"hapus"}']
)
def test_what_is_no_request_is_refused(periksa: Pemeriksa, isi: bytes) -> None:
    assert periksa.ubah(Request("POST", "", {}, {}, isi)).status == HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    "id", ["", "kantor-contoh/instansi", "kantor-contoh/lain", "../sop_data/" + ID, f"{ID}/..", "/etc/passwd", "\0/a"]
)  # fmt: skip
def test_only_drafts_of_the_handbook_are_shown(periksa: Pemeriksa, id: str) -> None:
    assert periksa.keadaan(Request("GET", "", {"sop": id})).status == HTTPStatus.NOT_FOUND
    assert periksa.gambar(Request("GET", "", {"sop": id, "nama": "halaman-01.png"})).status == 404


@pytest.mark.parametrize(
    "nama", ["laporan.json", "../memeriksa-berkas/halaman-01.png", "halaman-02.png", ""]
)
def test_only_pictures_of_an_import_are_sent(periksa: Pemeriksa, nama: str) -> None:
    assert periksa.gambar(Request("GET", "", {"sop": ID, "nama": "halaman-01.png"})).body == b"png"
    assert periksa.gambar(Request("GET", "", {"sop": ID, "nama": nama})).status == 404


def test_a_drawn_page_runs_nothing_when_it_is_opened_by_itself(periksa: Pemeriksa) -> None:
    (periksa.live.root / LAPORAN / ID / "halaman-02.svg").write_text("<svg/>", encoding="utf-8")
    jawab = periksa.gambar(Request("GET", "", {"sop": ID, "nama": "halaman-02.svg"}))
    assert jawab.kind == "image/svg+xml"
    assert {"default-src 'none'", "sandbox"} <= set(
        jawab.headers["Content-Security-Policy"].split("; ")
    )


@pytest.mark.parametrize(
    "laporan", ["", "[]", '{"lembar": 3, "keraguan": [1, {}], "baris": [[{}], 2], "sisa": {}}', '{"lembar": {"1": {"berkas": "/etc/passwd", "lebar": 1, "tinggi": 1}}}']
)  # fmt: skip
def test_without_a_report_that_can_be_read_there_are_no_pictures(
    periksa: Pemeriksa, laporan: str
) -> None:
    (periksa.live.root / LAPORAN / ID / "laporan.json").write_text(laporan, encoding="utf-8")
    nilai = keadaan(periksa)
    assert len(nilai["ragu"]) == 3
    assert nilai["lembar"] == {}
    html = periksa.halaman(Request("GET", "", {"sop": ID})).body
    assert isinstance(html, bytes)
    assert b"periksa-isi--tanpa-gambar" in html


def test_the_list_counts_what_is_left_and_says_what_cannot_be_checked(periksa: Pemeriksa) -> None:
    kantor = periksa.live.root / "sop_data" / "kantor-contoh"
    (kantor / "rusak.yml").write_text("nama: [\nperlu_konfirmasi: x\n", encoding="utf-8")
    (kantor / "lain.yml").write_text("nama: Tanpa keraguan\n", encoding="utf-8")
    ubah(periksa, "benar", PELAKSANA)
    rusak, satu = periksa.draf.daftar()
    assert (satu.id, satu.nama, satu.sisa, satu.semua, satu.asal) == (
        ID,
        "Memeriksa <b>berkas</b>",
        2,
        3,
        "contoh.pdf",
    )
    assert rusak.id == "kantor-contoh/rusak"
    assert "sop periksa" in rusak.galat
    html = periksa.halaman(Request("GET", "")).body
    assert isinstance(html, bytes)
    assert f'href="{alamat_draf(ID)}"'.encode() in html
    assert b"&lt;b&gt;" in html
    assert b"<b>berkas" not in html


def test_a_confirmed_draft_is_told_what_is_left_to_mend(periksa: Pemeriksa) -> None:
    nilai = baca(periksa.temuan(Request("GET", "", {"sop": ID})))
    assert nilai["halaman"] == f"/sop/{ID}/"
    assert nilai["banyak"] == len(nilai["temuan"]) > 0
    assert "SOP-P001" not in {t["kode"] for t in nilai["temuan"]}, "that is what this page is for"


LAIN = """\
nama: Draf ke-{n}
perlu_konfirmasi:
  tanggal_efektif: Kosong (halaman {n}, 2 cm dari kiri dan 3 cm dari atas).
  nomor: Dalam dokumennya kosong.
"""


def tulis_lain(periksa: Pemeriksa, banyak: int) -> list[Path]:
    """Write other drafts that have one doubt in common with the first, each on another page."""
    kantor = berkas(periksa.live.root).parent
    semua = [kantor / f"draf-{n}.yml" for n in range(1, banyak + 1)]
    for n, satu in enumerate(semua, 1):
        satu.write_text(LAIN.format(n=n), encoding="utf-8")
    return semua


def test_the_same_doubt_is_decided_once_for_all_drafts_and_taken_back_with_them(
    periksa: Pemeriksa,
) -> None:
    satu, dua, tiga = tulis_lain(periksa, 3)
    tiga.write_text(LAIN.format(n=3) + "tanggal_efektif: 2025-01-01\n", encoding="utf-8")
    sama = {r["kunci"]: r["sama"] for r in keadaan(periksa)["ragu"]}
    assert sama == {"tanggal_efektif": 2, PELAKSANA: 0, KE: 0}, "the third says another date"
    lama = [p.read_bytes() for p in (satu, dua, tiga)]
    baru = baca(ubah(periksa, "benar", "tanggal_efektif", semua=True))
    assert baru["ikut"] == 2
    assert "tanggal_efektif" not in satu.read_text() + dua.read_text() + isi(periksa)
    assert "nomor: Dalam dokumennya kosong." in satu.read_text()
    assert tiga.read_bytes() == lama[2]
    dua.write_text(dua.read_text() + "# diubah\n", encoding="utf-8")
    assert baca(ubah(periksa, "batal"))["ikut"] == 1, "what others changed since stays"
    assert (satu.read_bytes(), isi(periksa)) == (lama[0], TEKS)
    assert "# diubah" in dua.read_text()


def test_a_correction_for_all_drafts_is_written_in_each(periksa: Pemeriksa) -> None:
    semua = tulis_lain(periksa, 2)
    assert baca(ubah(periksa, "isi", "tanggal_efektif", "2025-02-03", semua=True))["ikut"] == 2
    assert all("tanggal_efektif: 2025-02-03" in p.read_text() for p in semua)


def test_what_has_to_be_seen_or_filled_in_is_never_decided_for_many(periksa: Pemeriksa) -> None:
    kosong = "nama: Pindaian\nperlu_konfirmasi:\n  nama: Dari berkas.\n  langkah: Tidak ada.\n"
    kantor = berkas(periksa.live.root).parent
    for n in (1, 2):
        (kantor / f"pindaian-{n}.yml").write_text(kosong, encoding="utf-8")
    semua = keadaan(periksa, "kantor-contoh/pindaian-1")["ragu"]
    assert [(r["bidang"], r["sama"], r["harus_diisi"]) for r in semua] == [
        ("nama", 0, False),
        ("langkah", 0, True),
    ]


@pytest.mark.parametrize(
    ("letak", "jangkar", "sama"),
    [(" (halaman 1, 3 cm dari kiri dan 4 cm dari atas)", "langkah-2", 0), ("", "langkah-1", 1)],
)
def test_what_is_doubted_of_a_whole_table_is_read_from_its_place_on_and_there_alone(
    periksa: Pemeriksa, letak: str, jangkar: str, sama: int
) -> None:
    alasan = "Alurnya dibaca dari gambar."
    teks = TEKS.replace("  tanggal_efektif: Kosong.", f"  langkah: {alasan[:-1]}{letak}.")
    for id in (ID, "kantor-contoh/lain"):
        (periksa.live.root / "sop_data" / f"{id}.yml").write_text(teks, encoding="utf-8")
    laporan = periksa.live.root / LAPORAN / ID / "laporan.json"
    milik: dict[str, object] = {
        "bidang": "langkah",
        "alasan": alasan,
        "langkah": None,
        "prosedur": 0,
    }
    milik["tempat"] = {"halaman": 1, "kotak": KOTAK} if letak else None
    isi_laporan = {**REPORT, "keraguan": [milik]}
    laporan.write_text(json.dumps(isi_laporan), encoding="utf-8")
    (ragu,) = [r for r in keadaan(periksa)["ragu"] if r["bidang"] == "langkah"]
    assert (ragu["langkah"], ragu["jangkar"], ragu["sama"]) == (-1, jangkar, sama)


def test_the_next_draft_is_the_one_behind_in_the_list(periksa: Pemeriksa) -> None:
    tulis_lain(periksa, 2)
    urut = [r.id for r in periksa.draf.berikutnya("kantor-contoh/draf-2")]
    assert urut == [ID, "kantor-contoh/draf-1"]


@pytest.fixture
def router(periksa: Pemeriksa) -> Router:
    router = Router()
    add_routes(router, Site(periksa.live.root))  # type: ignore[arg-type]
    return router


def minta(router: Router, alamat: str, cookie: str = "", **tanya: str) -> Response:
    return router.answer(Request("GET", alamat, tanya, {"cookie": cookie}))


def test_one_browser_comes_in_by_the_link_and_nobody_else(router: Router) -> None:
    tautan, _, tanya = masuk(router, alamat_draf(ID)).partition("?")
    kunci = dict(parse_qsl(tanya))
    jawab = minta(router, f"/{tautan}", **kunci)
    assert jawab.headers["Location"] == alamat_draf(ID)
    cookie = jawab.headers["Set-Cookie"].partition(";")[0]
    for alamat in (alamat_draf(), f"{alamat_draf()}keadaan", f"{alamat_draf()}gambar"):
        tanya_draf = {"sop": ID, "nama": "halaman-01.png"}
        assert minta(router, alamat, cookie, **tanya_draf).status == HTTPStatus.OK
        assert minta(router, alamat, **tanya_draf).status == HTTPStatus.FORBIDDEN
        assert minta(router, alamat, f"{cookie}x", **tanya_draf).status == HTTPStatus.FORBIDDEN
    assert minta(router, f"/{tautan}", **kunci).status == HTTPStatus.FORBIDDEN, (
        "it is good for once"
    )
    assert minta(router, f"/{tautan}", cookie, **kunci).status == HTTPStatus.SEE_OTHER


def test_only_pages_of_this_run_change_anything(periksa: Pemeriksa, router: Router) -> None:
    alamat = f"{alamat_draf()}ubah"
    isi_minta = json.dumps({"sop": ID, "sidik": keadaan(periksa)["sidik"], "lakukan": "benar", "kunci": KE})  # fmt: skip
    penjaga = guard(router)
    cookie = penjaga.set_cookie(penjaga.enter(penjaga.ticket()) or "").partition(";")[0]
    milik = {"host": "127.0.0.1:1", "origin": "http://127.0.0.1:1", "cookie": cookie, KEY_HEADER.lower(): router.key}  # fmt: skip

    def kirim(**lain: str) -> HTTPStatus:
        kepala = milik | {nama.replace("_", "-"): nilai for nama, nilai in lain.items()}
        return router.answer(Request("POST", alamat, {}, kepala, isi_minta.encode())).status

    assert kirim(x_kunci_sajikan="salah") == HTTPStatus.FORBIDDEN
    assert kirim(origin="http://lain.example") == HTTPStatus.FORBIDDEN
    assert kirim(cookie="") == HTTPStatus.FORBIDDEN
    assert isi(periksa) == TEKS
    assert router.answer(Request("GET", alamat, {}, milik)).status == HTTPStatus.METHOD_NOT_ALLOWED
    assert kirim() == HTTPStatus.OK
    for nama in ("periksa.css", "periksa.js"):
        assert minta(router, f"{alamat_draf()}{nama}").body


def test_where_others_reach_the_server_drafts_are_not_shown(periksa: Pemeriksa) -> None:
    router = Router()
    add_routes(router, Site(periksa.live.root, penyunting=None))  # type: ignore[arg-type]
    assert minta(router, alamat_draf()).status == HTTPStatus.NOT_FOUND

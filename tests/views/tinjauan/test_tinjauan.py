"""Due reviews in words, as text, JSON and Markdown, and as the YAML lines that record them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.places import DATA
from buku_sop.analysis.tinjauan import susun_jadwal
from buku_sop.handbook import open_handbook
from buku_sop.model import Instansi, Riwayat, Sop
from buku_sop.views.dasar.alamat import TINJAUAN, Alamat
from buku_sop.views.tinjauan.teks import PENANDA, Daftar, tulis_json, tulis_markdown, tulis_teks
from buku_sop.views.tinjauan.tinjauan import PenulisTinjauan, baris_riwayat, hitung, tulis_selisih
from tests.builders import HARI_INI, INSTANSI, handbook, sop

JAHAT = "</code>|`@a` <script>\n| x"


def lama(id: str = "kantor-contoh/lama", **isian: Any) -> Sop:
    """Make an SOP whose monitoring is overdue since 1 April and whose evaluation is due on 1 October."""
    return sop(id=id, tanggal_efektif=date(2025, 10, 1), riwayat=(), **isian)


def daftar(*sops: Sop, hari: int = 30, instansi: tuple[Instansi, ...] = (INSTANSI,)) -> Daftar:
    buku = handbook(*sops, instansi=instansi)
    jadwal = susun_jadwal(buku, HARI_INI)
    berkas = {s.id: f"sop_data/{s.id}.yml" for s in sops}
    return Daftar(buku, jadwal, jadwal.dekat(hari), hari, berkas)


@pytest.mark.parametrize(("tempo", "bunyi"), [
    (date(2026, 6, 1), "hari ini"),
    (date(2026, 6, 2), "1 hari lagi"),
    (date(2026, 6, 30), "29 hari lagi"),
    (date(2026, 7, 1), "1 bulan lagi"),
    (date(2027, 6, 1), "1 tahun lagi"),
    (date(2026, 5, 31), "terlambat 1 hari"),
    (date(2026, 5, 2), "terlambat 30 hari"),
    (date(2026, 5, 1), "terlambat 1 bulan"),
    (date(2025, 7, 1), "terlambat 11 bulan"),
    (date(2025, 6, 1), "terlambat 1 tahun"),
    (date(2022, 1, 31), "terlambat 4 tahun 4 bulan"),
    (date.max, "7973 tahun 6 bulan lagi"),
])  # fmt: skip
def test_how_far_the_due_day_is(tempo: date, bunyi: str) -> None:
    assert tulis_selisih(tempo, HARI_INI) == bunyi


def test_a_page_shows_the_urgent_first_and_leads_to_where_it_is_recorded() -> None:
    d = daftar(lama(), sop(id="kantor-contoh/baru", riwayat=()))
    penulis = PenulisTinjauan(d.handbook, d.jadwal, Alamat(TINJAUAN))
    satu, dua = penulis.per_sop(d.jadwal.tinjauan)
    assert [(t.jenis, t.keadaan, t.kelas) for t in satu.tinjauan] == [
        ("monitoring", "terlambat 2 bulan", "lewat"), ("evaluasi", "4 bulan lagi", "nanti"),
    ]  # fmt: skip
    assert satu.tinjauan[0].iso == "2026-04-01"
    assert satu.href == "../sop/kantor-contoh/lama/"
    assert satu.href_catat == "instansi/kantor-contoh/#sop-lama"
    assert dua.nama == "Penerimaan Tamu baru"


def test_reviews_of_one_day_and_kind_stand_together() -> None:
    d = daftar(lama(), lama("kantor-contoh/kembar"))
    penulis = PenulisTinjauan(d.handbook, d.jadwal, Alamat(TINJAUAN))
    kelompok = penulis.per_tanggal(d.jadwal.tinjauan)
    assert [(t.jenis, t.tanggal, len(s)) for t, s in kelompok] == [
        ("monitoring", "1 April 2026", 2), ("evaluasi", "1 Oktober 2026", 2),
    ]  # fmt: skip


def test_reviews_are_counted_by_urgency() -> None:
    d = daftar(lama(), sop(id="kantor-contoh/baru", tanggal_efektif=date(2025, 12, 15), riwayat=()))
    assert hitung(d.jadwal.tinjauan, HARI_INI) == {"lewat": 1, "dekat": 1, "nanti": 2}


@pytest.mark.parametrize("sudah", [False, True], ids=["first", "further"])
def test_the_lines_to_copy_record_the_review(tmp_path: Path, sudah: bool) -> None:
    """The lines are put at the end of a real file, opened, and the review is due later."""
    kantor = tmp_path / DATA / "kantor-contoh"
    kantor.mkdir(parents=True)
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    berkas = "nama: Tamu\nstatus: berlaku\ntanggal_efektif: 2025-01-01\npelaksana: {a: Staf}\n"
    berkas += "langkah:\n  - {kegiatan: Mencatat, pelaksana: a}\n"
    dulu = (Riwayat(date(2025, 3, 1), "monitoring"),) if sudah else ()
    if sudah:
        berkas += "riwayat:\n  - tanggal: 2025-03-01\n    jenis: monitoring\n"
    berkas += baris_riwayat("monitoring", HARI_INI, dulu)
    (kantor / "tamu.yml").write_text(berkas, encoding="utf-8")
    hasil = open_handbook(tmp_path / DATA, HARI_INI)
    assert not hasil.gagal
    assert hasil.handbook.sop[0].riwayat[len(dulu)].tanggal == HARI_INI
    tempo = {t.jenis: t.tempo for t in susun_jadwal(hasil.handbook, HARI_INI).tinjauan}
    assert tempo["monitoring"] == date(2026, 12, 1)


def test_the_terminal_lists_file_day_and_name_and_what_has_no_day() -> None:
    kosong = sop(
        id="kantor-contoh/kosong", tanggal_efektif=None, tanggal_pembuatan=None, riwayat=()
    )
    kantor = Instansi("kantor-contoh", "Kantor Contoh", "Contoh")
    teks = tulis_teks(daftar(lama(nama="Tamu\x1b[2J"), kosong, instansi=(kantor,)))
    assert teks.splitlines() == [
        "sop_data/kantor-contoh/lama.yml: monitoring jatuh tempo 1 April 2026 (terlambat 2 bulan): Tamu?[2J, Contoh",
        "sop_data/kantor-contoh/kosong.yml: tanpa tanggal, sehingga jatuh temponya tidak dapat dihitung",
        "Per 1 Juni 2026: 1 tinjauan terlambat, 0 jatuh tempo dalam 30 hari.",
    ]


def test_programs_get_the_same_as_data() -> None:
    diam = lama("kantor-contoh/diam", abaikan={"SOP-I011": "Menunggu"})
    data: Mapping[str, object] = json.loads(tulis_json(daftar(lama(), diam, hari=400)))
    assert data["dihitung_per"] == "2026-06-01"
    assert data["dikecualikan"] == {"kantor-contoh/diam": "Menunggu"}
    assert data["tinjauan"] == [
        {"sop": "kantor-contoh/lama", "nama": "Penerimaan Tamu lama",
         "instansi": "Kantor Contoh Kabupaten Rekaan", "berkas": "sop_data/kantor-contoh/lama.yml",
         "jenis": jenis, "jatuh_tempo": tempo, "dihitung_sejak": "2025-10-01",
         "terlambat": terlambat, "hari_lagi": lagi}
        for jenis, tempo, terlambat, lagi in [
            ("monitoring", "2026-04-01", True, -61), ("evaluasi", "2026-10-01", False, 122)]
    ]  # fmt: skip


def test_the_issue_begins_with_its_mark_and_is_empty_when_nothing_is_due() -> None:
    assert tulis_markdown(daftar(sop())) == ""
    assert tulis_markdown(daftar(lama())).splitlines()[0] == PENANDA == "<!-- sop-jatuh-tempo -->"


def test_hostile_names_stay_one_cell_of_text() -> None:
    kantor = Instansi("kantor-contoh", JAHAT)
    markdown = tulis_markdown(daftar(lama(nama=JAHAT), instansi=(kantor,)))
    baris = next(b for b in markdown.splitlines() if "1 April 2026" in b)
    assert baris.count("|") == 7
    assert "<script" not in markdown
    assert "`@a`" not in markdown
    assert "@a" not in markdown


def test_a_long_issue_is_cut_where_it_is_least_urgent_and_says_so() -> None:
    semua = [
        lama(f"kantor-contoh/nomor-{n:03}", tanggal_pengesahan=date(2025, 10, 2) + timedelta(n % 50))
        for n in range(300)
    ]  # fmt: skip
    penuh, pendek = daftar(*semua, hari=400), tulis_markdown(daftar(*semua, hari=400), 20_000)
    assert len(pendek) <= 20_000
    baris = [b for b in pendek.splitlines() if "`sop_data/" in b]
    assert f"_{600 - len(baris)} tinjauan lagi" in pendek
    assert (
        baris
        == [b for b in tulis_markdown(penuh, 10**6).splitlines() if "`sop_data/" in b][: len(baris)]
    )
    assert pendek.rstrip().endswith("```")

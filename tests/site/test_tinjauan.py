"""Due reviews on the site: told to reviewers, true on the day of reading, and left out on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from buku_sop.views.tinjauan.tinjauan import tulis_selisih
from tests.site.accessibility import faults, palettes
from tests.site.buku import FORGE, build, dead_links, make_project
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

SOP = """\
nama: {nama}
status: {status}
{isian}
pelaksana: {{staf: Staf}}
langkah:
  - {{kegiatan: Mencatat tamu, pelaksana: staf, waktu: 5 menit}}
"""
LAMA = "riwayat:\n  - tanggal: 2025-02-01\n    jenis: evaluasi\ntanggal_efektif: 2025-01-01"


def _sop(nama: str, isian: str, status: str = "berlaku") -> str:
    return SOP.format(nama=nama, isian=isian, status=status)


DATA = {
    "kantor-contoh/instansi.yml": "nama: Kantor Contoh\n",
    "kantor-contoh/lama.yml": _sop("Penerimaan <b>Tamu</b>", LAMA),
    "kantor-contoh/baru.yml": _sop("Penyimpanan Arsip", "tanggal_efektif: 2026-02-20"),
    "kantor-contoh/kosong.yml": _sop("Peminjaman Ruang", ""),
    "kantor-contoh/diam.yml": _sop(
        "Pengelolaan Surat", "tanggal_efektif: 2020-01-01\nabaikan: {SOP-I011: Menunggu <i>}"
    ),
    "kantor-contoh/draf.yml": _sop("Rencana", "tanggal_efektif: 2020-01-01", "draf"),
    "dinas-rekaan/instansi.yml": "nama: Dinas Rekaan\n",
    "dinas-rekaan/rencana.yml": _sop("Rencana Kerja", "", "draf"),
}
DIBUAT = date(2026, 8, 1)
"""The day of the build: monitoring of the old one is overdue by a year, of the new one due in 19 days."""
EPOCH = str(int(datetime(2026, 8, 1, 12, tzinfo=UTC).timestamp()))
INSTANSI = "tinjauan/instansi/kantor-contoh/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("tinjauan"), DATA)
    hasil = build(
        project,
        SOURCE_DATE_EPOCH=EPOCH,
        SOP_REPO_URL=FORGE,
        SOP_SITE_URL="https://buku.invalid/sop/",
    )
    assert hasil.returncode == 0, hasil.stderr
    return project / "site"


@pytest.fixture(scope="module")
def alamat(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def test_every_link_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


def test_what_is_due_is_listed_by_day_and_by_office(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto("mutu/")
        one.page.get_by_role("link", name="Tinjauan", exact=True).click()
        hari = one.page.locator(".sop-jadwal__kapan")
        assert [re.sub(r"\s+", " ", t) for t in hari.all_inner_texts()] == [
            "1 Juli 2025 terlambat 1 tahun 1 bulan", "1 Februari 2026 terlambat 6 bulan",
            "20 Agustus 2026 19 hari lagi", "20 Februari 2027 6 bulan lagi",
        ]  # fmt: skip
        assert one.page.get_by_role("heading", level=2).all_inner_texts() == [
            "Terlambat (2)", "Dalam 30 hari (1)", "Berikutnya (1)", "Menurut instansi",
        ]  # fmt: skip
        expect(one.page.get_by_text("disusun pada 1 Agustus 2026")).to_be_visible()
        kantor = one.page.locator(".sop-daftar__butir")
        expect(kantor).to_have_count(1)
        expect(kantor).to_contain_text("2 terlambat 1 dalam 30 hari")
        expect(kantor).to_contain_text("1 SOP tanpa tanggal")


def test_an_office_sees_how_each_is_recorded(browser: Browser, alamat: str) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto("sop/kantor-contoh/")
        one.page.get_by_role("link", name="Tinjauan SOP instansi ini").click()
        expect(one.page).to_have_url(re.compile(re.escape(INSTANSI)))
        lama = one.page.locator("#sop-lama")
        lama.get_by_text("Catat hasilnya").click()
        baris = [yaml.safe_load(t) for t in lama.locator("pre").all_inner_texts()]
        assert [b[0]["jenis"] for b in baris] == ["monitoring", "evaluasi"]
        assert baris[0][0]["tanggal"] == DIBUAT
        ubah = lama.get_by_role("link", name="Usulkan perubahan")
        assert (ubah.get_attribute("href") or "").startswith(f"{FORGE}/")
        assert (ubah.get_attribute("href") or "").endswith("/sop_data/kantor-contoh/lama.yml")
        baru = one.page.locator("#sop-baru")
        baru.get_by_text("Catat hasilnya").click()
        assert list(yaml.safe_load(baru.locator("pre").first.inner_text())) == ["riwayat"]
        expect(one.page.get_by_text("Menunggu <i>")).to_be_visible()
        expect(one.page.get_by_role("link", name="Peminjaman Ruang")).to_be_visible()


@pytest.mark.parametrize(("sop", "bunyi"), [
    ("lama", "Monitoring jatuh tempo 1 Juli 2025, terlambat 1 tahun 1 bulan"),
    ("baru", "Monitoring jatuh tempo 20 Agustus 2026, 19 hari lagi"),
    ("kosong", ""), ("diam", ""), ("draf", ""),
])  # fmt: skip
def test_only_the_page_of_a_due_sop_reminds_reviewers(
    browser: Browser, alamat: str, sop: str, bunyi: str
) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        one.page.goto(f"sop/kantor-contoh/{sop}/")
        pita = one.page.locator("[data-tempo-pita]:visible")
        expect(pita).to_have_count(1 if bunyi else 0)
        if bunyi:
            expect(pita).to_contain_text(bunyi)
            expect(pita).to_contain_text("Dihitung per 1 Agustus 2026")
            jauh = pita.get_by_text("Evaluasi jatuh tempo 20 Februari 2027")
            expect(jauh.locator("visible=true")).to_have_count(0)
            one.page.emulate_media(media="print")
            expect(one.page.locator("[data-tempo-pita]:visible")).to_have_count(0)


@pytest.fixture(scope="module")
def di_timur(browser: Browser, alamat: str) -> Iterator[Page]:
    """Give a page in a place far east of Greenwich."""
    with visit(browser, base_url=alamat, timezone_id="Asia/Jayapura") as one:
        yield one.page


@pytest.mark.parametrize("hari", [
    DIBUAT, date(2026, 7, 1), date(2026, 8, 20), date(2026, 8, 21), date(2026, 9, 19),
    date(2026, 9, 20), date(2027, 1, 20), date(2027, 1, 21), date(2027, 2, 28), date(2031, 3, 1),
])  # fmt: skip
def test_an_old_page_counts_anew_on_the_day_of_reading(di_timur: Page, hari: date) -> None:
    """In the words that a build of that day would have used, also in a place far east of Greenwich."""
    di_timur.clock.set_fixed_time(f"{hari}T01:00:00+09:00")
    di_timur.goto("tinjauan/")
    tempo = di_timur.locator(".sop-jadwal__kapan [data-tempo]")
    expect(tempo).to_have_count(4)
    for satu in tempo.all():
        tanggal = date.fromisoformat(satu.get_attribute("data-tempo") or "")
        expect(satu).to_have_text(tulis_selisih(tanggal, hari))
    di_timur.goto("sop/kantor-contoh/baru/")
    butir = di_timur.locator("[data-tempo-butir]:visible")
    dekat = [t for t in (date(2026, 8, 20), date(2027, 2, 20)) if (t - hari).days <= 30]
    expect(butir).to_have_count(len(dekat))


@pytest.mark.parametrize("halaman", ["tinjauan/", INSTANSI, "sop/kantor-contoh/lama/"])
def test_the_pages_are_accessible_and_fit_a_phone(
    browser: Browser, alamat: str, halaman: str, semua: bool
) -> None:
    with visit(browser, base_url=alamat, reduced_motion="reduce") as one:
        for lebar in (360, 1280):
            one.page.set_viewport_size({"width": lebar, "height": 740})
            one.page.goto(halaman)
            one.settle()
            for satu in one.page.locator("details.sop-tinjau").all():
                satu.evaluate("e => e.open = true")
            assert faults(one.page, palettes(lebar, semua)) == ""
            assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert one.complaints == []


def test_the_calendars_are_published_and_lead_to_the_pages(site: Path) -> None:
    kalender = Calendar.from_ical((site / "tinjau.ics").read_bytes())
    acara = kalender.walk("VEVENT")
    assert {str(e["url"]) for e in acara} == {
        f"https://buku.invalid/sop/sop/kantor-contoh/{s}/" for s in ("lama", "baru")
    }
    assert (site / "tinjau" / "kantor-contoh.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == len(
        acara
    )
    assert not (site / "tinjau" / "dinas-rekaan.ics").exists()


def test_the_same_day_gives_the_same_pages(site: Path, tmp_path: Path) -> None:
    lagi = make_project(tmp_path, DATA)
    assert (
        build(
            lagi,
            SOURCE_DATE_EPOCH=EPOCH,
            SOP_REPO_URL=FORGE,
            SOP_SITE_URL="https://buku.invalid/sop/",
        ).returncode
        == 0
    )
    for path in (
        "tinjauan/index.html",
        f"{INSTANSI}index.html",
        "tinjau.ics",
        "sop/kantor-contoh/baru/index.html",
    ):
        assert (lagi / "site" / path).read_bytes() == (site / path).read_bytes()

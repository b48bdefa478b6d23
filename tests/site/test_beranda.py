"""The home page: search first, ways in that need no script and hold many offices, what is new and due."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.accessibility import faults, palettes
from tests.site.buku import build, build_once, make_project, render_page
from tests.site.material import serve, visit

pytestmark = pytest.mark.browser

JAHAT = "Tim <img src=x onerror=alert(1)> {{ 7*7 }} & Co"


def data(instansi: int, peran: int) -> Mapping[str, str]:
    """Make offices with one SOP each, in which every role makes a document."""
    pelaksana = "\n".join(f'  p{j}: "{JAHAT} {j}"' for j in range(peran))
    langkah = "\n".join(
        f"  - {{kegiatan: Mencatat {j}, pelaksana: p{j}, output: 'Catatan {j}'}}"
        for j in range(peran)
    )
    isi = f"pelaksana:\n{pelaksana}\nlangkah:\n{langkah}\n"
    berkas = {}
    for i in range(instansi):
        kantor = f"kantor-{i:03}"
        berkas[f"{kantor}/instansi.yml"] = f"nama: Kantor Rekaan {i:03} Kabupaten Contoh\n"
        berkas[f"{kantor}/tamu.yml"] = (
            f"nama: Penerimaan Tamu {i}\nstatus: berlaku\ntanggal_efektif: 2024-{i % 12 + 1:02}-03\n{isi}"
        )
    return berkas


@pytest.fixture(scope="module")
def enam(bersama: Path) -> Iterator[str]:
    """Serve the handbook of the six SOPs."""
    with serve(build_once(bersama).site) as address:
        yield address


@pytest.fixture(scope="module")
def banyak(bersama: Path) -> Iterator[str]:
    """Serve a handbook of more offices, with more roles, than the home page holds."""
    with serve(build_once(bersama, data(24, 8)).site) as address:
        yield address


@pytest.mark.parametrize("lebar", [320, 360, 1280])
def test_the_field_shows_its_whole_invitation(browser: Browser, enam: str, lebar: int) -> None:
    with visit(browser, base_url=enam, viewport={"width": lebar, "height": 740}) as one:
        one.page.goto("")
        kotak = one.page.get_by_role("searchbox", name="Cari di seluruh SOP")
        expect(kotak).to_be_in_viewport()
        sisa: float = kotak.evaluate("""e => {
            const gaya = getComputedStyle(e), pena = document.createElement("canvas").getContext("2d")
            pena.font = gaya.font
            return e.clientWidth - parseFloat(gaya.paddingLeft) - parseFloat(gaya.paddingRight)
                - pena.measureText(e.placeholder).width
        }""")
        assert sisa >= 0


def test_the_examples_search_when_touched(browser: Browser, enam: str) -> None:
    with visit(browser, base_url=enam, viewport={"width": 360, "height": 740}) as one:
        one.page.goto("")
        for contoh in one.page.locator(".sop-cari__contoh a").all_inner_texts():
            one.page.goto("")
            one.page.get_by_role("link", name=contoh, exact=True).click()
            expect(one.page.locator(".sop-cari-kotak .sop-butir a").first).to_be_visible()
            expect(one.page.locator("#cari-beranda")).to_have_value(contoh)


@pytest.mark.parametrize("jalan", [
    ("Saya adalah…", "Dinas Sosial Jeneponto", "Analisis Data", "pelaksana/jeneponto/analisis-data/"),
    ("Saya perlu…", "Dinas Sosial Selayar", "Notulen Rapat", "sop/selayar/pengukuran-kinerja/#langkah-2"),
])  # fmt: skip
def test_without_script_two_touches_lead_to_a_role_and_to_a_step(
    browser: Browser, enam: str, jalan: tuple[str, str, str, str]
) -> None:
    bagian, instansi, pilih, tujuan = jalan
    with visit(browser, base_url=enam, java_script_enabled=False) as one:
        one.page.goto("")
        tempat = one.page.get_by_role("region", name=bagian)
        expect(tempat.get_by_role("link", name=pilih)).to_be_hidden()
        tempat.get_by_text(instansi, exact=True).click()
        tempat.get_by_role("link", name=pilih).click()
        expect(one.page).to_have_url(f"{enam}{tujuan}")


def test_without_script_no_field_invites_to_a_search(browser: Browser, enam: str) -> None:
    with visit(browser, base_url=enam, java_script_enabled=False) as one:
        one.page.goto("")
        expect(one.page.locator("#cari-beranda")).to_be_hidden()
        expect(one.page.locator(".sop-cari__contoh")).to_be_hidden()


def test_only_one_office_is_open_at_a_time(browser: Browser, enam: str) -> None:
    with visit(browser, base_url=enam) as one:
        one.page.goto("")
        tempat = one.page.get_by_role("region", name="Saya adalah…")
        for instansi in ("Dinas Sosial Jeneponto", "Dinas Sosial Banggai"):
            tempat.get_by_text(instansi, exact=True).click()
            expect(tempat.locator("details[open] summary")).to_have_text(instansi)


def test_many_offices_stand_in_a_window_and_can_be_filtered(browser: Browser, banyak: str) -> None:
    with visit(browser, base_url=banyak, viewport={"width": 360, "height": 740}) as one:
        one.page.goto("")
        tempat = one.page.get_by_role("region", name="Saya adalah…")
        kotak = tempat.get_by_role("group", name="Saya adalah: pilih instansi")
        assert kotak.bounding_box()["height"] < 740  # type: ignore[index]
        tempat.get_by_role("searchbox", name="Instansi saya").fill("017")
        sisa = kotak.get_by_role("link").locator("visible=true")
        expect(sisa).to_have_count(1)
        sisa.click()
        expect(one.page).to_have_url(f"{banyak}sop/kantor-017/#pelaksana")
        one.page.get_by_role("link", name=f"{JAHAT} 3", exact=True).click()
        expect(one.page.get_by_role("heading", level=1)).to_have_text(f"{JAHAT} 3")
        assert one.complaints == []


@pytest.mark.parametrize(
    "banyaknya",  # that of six is asked by test_handbook_site
    [pytest.param("enam", marks=pytest.mark.semua), "banyak"],
)
def test_it_is_accessible_and_fits_with_every_office_open(
    request: pytest.FixtureRequest, browser: Browser, banyaknya: str, semua: bool
) -> None:
    alamat = request.getfixturevalue(banyaknya)
    with visit(browser, base_url=alamat, reduced_motion="reduce") as one:
        for lebar in (360, 1280):
            one.page.set_viewport_size({"width": lebar, "height": 740})
            one.page.goto("")
            one.settle()
            for satu in one.page.locator(".sop-pintu-daftar details:last-of-type").all():
                satu.evaluate("e => e.open = true")
            assert faults(one.page, palettes(lebar, semua)) == ""
            assert one.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert one.complaints == []


def test_it_names_the_most_urgent_reviews_and_leads_to_all(browser: Browser, banyak: str) -> None:
    with visit(browser, base_url=banyak) as one:
        one.page.goto("")
        tinjau = one.page.get_by_role("region", name="Perlu ditinjau")
        sop = tinjau.get_by_role("listitem").get_by_role("link")
        expect(sop).to_have_text(["Penerimaan Tamu 0", "Penerimaan Tamu 12", "Penerimaan Tamu 1"])
        expect(tinjau).to_contain_text("Monitoring terlambat")
        tinjau.get_by_role("link", name=re.compile("Semua tinjauan, 21 SOP lagi")).click()
        expect(one.page).to_have_url(f"{banyak}tinjauan/")


def test_outside_a_clone_the_dates_of_the_sops_tell_what_changed(
    browser: Browser, banyak: str
) -> None:
    with visit(browser, base_url=banyak) as one:
        one.page.goto("")
        baru = one.page.get_by_role("region", name="Baru berubah").get_by_role("listitem")
        expect(baru).to_have_count(5)
        expect(baru.first).to_contain_text("Penerimaan Tamu 11")
        expect(baru.first).to_contain_text("Mulai berlaku 3 Desember 2024")


def test_in_a_clone_git_tells_what_changed(browser: Browser, tmp_path: Path) -> None:
    project = make_project(tmp_path, data(3, 1))

    def git(*argumen: str, hari: str = "2026-03-04") -> None:
        lingkungan = {"GIT_COMMITTER_DATE": f"{hari}T10:00:00+07:00", "PATH": "/usr/bin:/bin"}
        identitas = ("-c", "user.name=Orang Rekaan", "-c", "user.email=orang@contoh.invalid")
        program = shutil.which("git") or "git"
        subprocess.run([program, *identitas, *argumen], cwd=project, env=lingkungan, check=True)

    git("init", "-q")
    git("add", "sop_data")
    git("commit", "-q", "-m", "Masukkan")
    tamu = project / "sop_data" / "kantor-001" / "tamu.yml"
    tamu.write_text(f"{tamu.read_text(encoding='utf-8')}peringatan: Hati-hati\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Ingatkan", hari="2026-03-09")
    hasil = build(project)
    assert hasil.returncode == 0, hasil.stderr
    with serve(project / "site") as alamat, visit(browser, base_url=alamat) as one:
        one.page.goto("")
        baru = one.page.get_by_role("region", name="Baru berubah").get_by_role("listitem")
        expect(baru.nth(0)).to_contain_text("Penerimaan Tamu 1")
        expect(baru.nth(0)).to_contain_text("Diubah 9 Maret 2026")
        expect(baru.nth(1)).to_contain_text("Dimasukkan 4 Maret 2026")


def test_the_page_grows_by_an_office_not_by_its_roles(tmp_path: Path) -> None:
    """Bytes per office of a handbook whose offices have many roles: three links, whatever the roles."""
    ukuran = []
    for instansi, peran in ((26, 8), (46, 12)):
        project = make_project(tmp_path / f"{instansi}-{peran}", data(instansi, peran))
        ukuran.append(len(render_page(project, "index.md")))
    assert (ukuran[1] - ukuran[0]) / 20 < 600

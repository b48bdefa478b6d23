"""`sop luring`: the zip that an office hands on, unpacked and opened from `file://` by a real Chromium."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, expect

from buku_sop.adapters.mkdocs.luring import MUAT, pack
from tests.site.buku import CONTOH, FORGE, TAMU, dead_links, environment, make_project, write
from tests.site.material import Visit, visit
from tests.warm import run_module

ZIP = Path(".build") / "luring" / "buku-sop-luring.zip"
TUJUAN = "Dokumen Kantor #1, 50% – Ñusa é"
"""Where it is unpacked: a name that addresses must escape."""
BERLAMPIRAN = {
    "kantor-contoh/penerimaan-tamu.yml": f"{TAMU}lampiran: [formulir/buku tamu.pdf, {{berkas: denah.svg, judul: Denah}}]\n",
    "kantor-contoh/formulir/buku tamu.pdf": "%PDF-1.7 buku tamu",
    "kantor-contoh/denah.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
}
SITUS = "https://buku.contoh.invalid/"
TERGAMBAR = "[data-diagram=siap] svg"


def luring(folder: Path, *argumen: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run_module("buku_sop", "luring", *argumen, cwd=folder, env=environment(**variables))


@pytest.fixture(scope="module")
def arsip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the edition of our own handbook, with its sheets, beside a site that was there before."""
    folder = make_project(tmp_path_factory.mktemp("buku"))
    write(folder / "site", {"index.html": "situs daring"})
    forge = {"SOP_REPO_URL": FORGE, "SOP_FORGE": "github"}
    hasil = luring(folder, SOP_PDF="true", SOP_PENYUNTING="true", SOP_SITE_URL=SITUS, **forge)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert f"Edisi luring siap: {ZIP.as_posix()} (" in hasil.stdout
    assert [b for b in hasil.stderr.splitlines() if " …" not in b] == []  # only how far it is
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == "situs daring"
    return folder / ZIP


@pytest.fixture(scope="module")
def buku(arsip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack it and return its folder."""
    tujuan = tmp_path_factory.mktemp("usb") / TUJUAN
    with zipfile.ZipFile(arsip) as isi:
        isi.extractall(tujuan)
    assert [p.name for p in tujuan.iterdir()] == ["buku-sop"]
    return tujuan / "buku-sop"


@pytest.fixture
def dibuka(buku: Path, browser: Browser) -> Iterator[Visit]:
    """Double-click index.html, and hold that nothing went wrong and nobody else was asked."""
    with visit(browser, viewport={"width": 1280, "height": 900}) as one:
        one.page.goto((buku / "index.html").as_uri())
        yield one
        assert one.complaints == []
        assert one.origins() == {"file://"}


PANJANG = "penerimaan-" * 12 + "tamu"


@pytest.fixture(scope="module")
def dibuat(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make the edition of a made-up handbook, without sheets; return its project and what was said."""
    data = {**CONTOH, **BERLAMPIRAN, f"kantor-contoh/{PANJANG}.yml": "nama: Lama\n"}
    folder = make_project(tmp_path_factory.mktemp("contoh"), data)
    hasil = luring(folder)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return folder, hasil.stderr


@pytest.fixture(scope="module")
def contoh(dibuat: tuple[Path, str]) -> Path:
    return dibuat[0]


class TestTheZip:
    def test_says_what_to_do_with_it(self, buku: Path) -> None:
        catatan = (buku / "BACA SAYA.txt").read_bytes()
        assert b"index.html" in catatan
        assert b"Ekstrak Semua" in catatan
        assert catatan.isascii()
        assert catatan.count(b"\n") == catatan.count(b"\r\n") > 10

    def test_can_be_unpacked_where_windows_keeps_documents(self, arsip: Path) -> None:
        with zipfile.ZipFile(arsip) as isi:
            nama = isi.namelist()
        assert max(map(len, nama)) <= MUAT
        assert len({n.lower() for n in nama}) == len(nama)
        assert not [n for n in nama if set(n) & set('\\:*?"<>|') or n.endswith((".", " "))]

    def test_has_the_sheets_and_nothing_for_servers(self, buku: Path) -> None:
        nama = {p.relative_to(buku).as_posix() for p in buku.rglob("*")}
        assert "buku-sop.pdf" in nama
        assert len([n for n in nama if n.startswith("sop/") and n.endswith(".pdf")]) == 6
        assert not [n for n in nama if n.startswith(("sitemap", "404")) or n.endswith(".map")]

    def test_no_link_in_it_is_dead(self, buku: Path) -> None:
        assert dead_links(buku) == []


def test_annexes_are_in_it_and_lead_to_their_files(contoh: Path) -> None:
    buku = contoh / ".build" / "luring" / "buku-sop"
    assert dead_links(buku) == []
    halaman = buku / "sop" / "kantor-contoh" / "penerimaan-tamu.html"
    html = halaman.read_text(encoding="utf-8")
    tautan = re.findall(
        r'href="([^"]*)" download>(buku tamu.pdf|formulir/buku tamu.pdf|Denah)<', html
    )
    isi = [(halaman.parent / unquote(href)).read_bytes() for href, _ in tautan]
    asal = [n for n in BERLAMPIRAN if not n.endswith(".yml")]
    assert isi == [BERLAMPIRAN[n].encode() for n in asal]
    with zipfile.ZipFile(contoh / ZIP) as arsip:
        assert len([n for n in arsip.namelist() if "/lampiran/" in n and not n.endswith("/")]) == 2


def test_what_leads_out_of_it_says_that_it_needs_a_network(buku: Path) -> None:
    keluar = {}
    for halaman in buku.rglob("*.html"):
        html = halaman.read_text(encoding="utf-8")
        tanpa = re.sub(r"<li>Bila tersambung ke internet:.*?</li>", "", html, flags=re.DOTALL)
        nama = halaman.relative_to(buku).as_posix()
        if nama.startswith("sop/") and halaman.stem != "index":
            assert html.count(f'href="{FORGE}/') == 2, "the form, and the file"
        keluar[nama] = len(re.findall(r'<a\b[^>]* href="https?:', tanpa))
    assert {nama for nama, n in keluar.items() if n and not nama.startswith("panduan/")} == {
        "sunting/index.html"  # which tells what goes, and what that needs
    }


def test_from_the_page_of_reviews_one_is_led_to_what_goes(buku: Path) -> None:
    for halaman in (buku / "tinjauan" / "instansi").glob("*.html"):
        html = halaman.read_text(encoding="utf-8")
        tautan = re.findall(r'<a class="sop-tombol" href="([^"]*)"[^>]*>Usulkan perubahan<', html)
        assert len(tautan) == html.count("sop-tinjau-satu__kapan")
        for href in tautan:
            ke, _, id = href.partition("#")
            assert f'id="{id}"' in (halaman.parent / ke).read_text(encoding="utf-8")


@pytest.mark.browser
class TestOpened:
    def test_the_keyboard_finds_the_row_of_a_step(self, dibuka: Visit) -> None:
        page = dibuka.page
        page.keyboard.press("Escape")
        page.keyboard.press("f")
        expect(page.locator("#cari-beranda")).to_be_focused()
        page.keyboard.type("notulen rapat")
        hasil = page.locator(".sop-butir").first
        expect(hasil).to_contain_text(
            "Pengukuran Kinerja Langkah 2 · Sekretaris – Dinas Sosial Selayar"
        )
        expect(hasil.locator(".sop-butir__tempat")).to_contain_text("Langkah 2 · Sekretaris")
        expect(hasil.locator("mark", has_text="rapat").first).to_be_visible()  # the whole question
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        baris = page.locator("tr#langkah-2:target")
        expect(baris).to_be_in_viewport()
        expect(baris.locator("mark")).to_have_text(["rapat", "Notulen", "Rapat"])

    def test_the_box_of_the_home_page_searches_too(self, dibuka: Visit) -> None:
        dibuka.page.get_by_label("Cari di seluruh SOP").click()
        dibuka.page.keyboard.type("mengukur kinerja")
        hasil = dibuka.page.locator(".sop-butir").first
        expect(hasil.locator("mark").first).to_have_text("Pengukuran")

    def test_from_the_home_page_to_an_sop_its_drawing_and_its_sheet(
        self, dibuka: Visit, buku: Path
    ) -> None:
        page = dibuka.page
        page.get_by_role("link", name="Semua SOP").first.click()
        page.get_by_role("link", name="Monitoring").first.click()
        page.get_by_role("heading", name="Diagram alir").scroll_into_view_if_needed()
        expect(page.locator(TERGAMBAR).first).to_be_visible()
        page.locator(TERGAMBAR).locator("a").nth(1).click()
        expect(page.locator("tr[id^=langkah-]:target")).to_be_in_viewport()
        unduh = page.get_by_role("link", name="Unduh PDF").first.get_attribute("href")
        alamat = urlsplit(urljoin(page.url, unduh))
        lembar = Path(url2pathname(alamat.path))
        assert lembar.relative_to(buku) == Path(
            "sop/banggai/monitoring-renstra/banggai-monitoring-renstra.pdf"
        )
        assert lembar.read_bytes().startswith(b"%PDF-")
        assert unquote(alamat.path).startswith(buku.as_posix())

    def test_who_wants_to_edit_is_led_to_what_goes(self, dibuka: Visit, buku: Path) -> None:
        sop = min(p for p in (buku / "sop").glob("*/*.html") if p.stem != "index")
        dibuka.page.goto(sop.as_uri())
        for lewat in (
            dibuka.page.locator(".sop-lompat__usul"),
            dibuka.page.locator(".sop-sumber .sop-tombol"),
            dibuka.page.locator(".sop-usul-kotak a", has_text="Mengubahnya sendiri").first,
        ):
            tujuan = lewat.get_attribute("href")
            assert tujuan
            assert tujuan.partition("#")[0].endswith("sunting/index.html"), (
                "not at once to the forge"
            )
        dibuka.page.locator(".sop-lompat__usul").click()
        isi = dibuka.page.locator(".sop-indeks")
        expect(isi).to_contain_text("tidak dapat berjalan di edisi ini")
        expect(isi).to_contain_text("sop sunting")
        expect(isi.get_by_role("link", name=SITUS)).to_have_attribute("href", f"{SITUS}sunting/")
        expect(isi.get_by_role("link", name=FORGE)).to_have_attribute("href", FORGE)
        satu = isi.locator("li:target")
        edit = satu.get_by_role("link", name="di repositori").get_attribute("href")
        assert edit
        assert edit.startswith(f"{FORGE}/edit/")
        assert edit.endswith(f"/{sop.parent.name}/{sop.stem}.yml")
        with dibuka.page.expect_download() as unduhan:
            satu.locator("a[download]").click()
        assert unduhan.value.suggested_filename == f"{sop.stem}.yml"

    def test_the_pencil_of_a_step_opens_the_ways_that_need_no_network(
        self, dibuka: Visit, buku: Path
    ) -> None:
        sop = min(p for p in (buku / "sop").glob("*/*.html") if p.stem != "index")
        dibuka.page.goto(sop.as_uri())
        baris = dibuka.page.locator("tr#langkah-2")
        baris.hover()
        baris.get_by_role("button", name="Usulkan perubahan langkah 2").click()
        kotak = dibuka.page.locator("#usul-langkah-2")
        kotak.get_by_role("link", name="Lembar usulan untuk dicetak").click()
        lembar = dibuka.page.locator("#lembar-usul")
        expect(lembar).to_be_visible()
        expect(lembar.locator("[data-isi=langkah]")).to_have_text("langkah 2")

    def test_every_kind_of_page_opens_without_a_complaint(self, dibuka: Visit, buku: Path) -> None:
        for bagian in sorted({p.parent for p in buku.rglob("*.html")}):
            satu = min(bagian.glob("*.html"))
            dibuka.page.goto(satu.as_uri())
            expect(dibuka.page.locator("h1").first).to_be_attached()
            assert dibuka.complaints == [], satu


class TestMakingItAgain:
    @pytest.mark.parametrize(
        ("berkas", "isi", "pesan"),
        [
            ("sop_data/kantor-contoh/rusak.yml", "nama: 'Tamu\n", "galat SOP-Y001"),
            pytest.param(  # test_situs_command tries the other half of the same way
                "docs/index.md",
                "---\nrender_macros: true\n---\n{{ tidak_ada() }}\n",
                "tidak_ada",
                marks=pytest.mark.semua,
            ),
        ],
        ids=["data", "page"],
    )
    def test_a_failed_build_leaves_the_edition_before(
        self, contoh: Path, berkas: str, isi: str, pesan: str
    ) -> None:
        path = contoh / berkas
        asli = path.read_bytes() if path.exists() else None
        sebelum = {p: p.read_bytes() for p in (contoh / ".build/luring").rglob("*") if p.is_file()}
        path.write_text(isi, encoding="utf-8")
        hasil = luring(contoh)
        path.unlink() if asli is None else path.write_bytes(asli)
        assert hasil.returncode == 1
        assert pesan in hasil.stderr
        assert "edisi yang lama tidak diubah" in hasil.stderr
        sesudah = {p: p.read_bytes() for p in (contoh / ".build/luring").rglob("*") if p.is_file()}
        assert sesudah == sebelum

    def test_the_same_data_gives_the_same_bytes(self, contoh: Path) -> None:
        sebelum = (contoh / ZIP).read_bytes()
        hasil = luring(contoh, "-o", "lain/salinan.zip")
        assert hasil.returncode == 0, hasil.stderr
        assert "Edisi luring siap: lain/salinan.zip (" in hasil.stdout
        assert (contoh / "lain" / "salinan.zip").read_bytes() == sebelum

    def test_a_name_too_long_for_windows_is_told(self, dibuat: tuple[Path, str]) -> None:
        assert f"buku-sop/sop/kantor-contoh/{PANJANG}" in dibuat[1]
        assert f"lebih dari {MUAT} karakter" in dibuat[1]


def test_packing_depends_on_names_and_contents_only(tmp_path: Path) -> None:
    nama = ["b.txt", "a/ñ.txt", "a.txt"]
    for i, urutan in enumerate([nama, nama[::-1]]):
        folder = tmp_path / str(i) / "isi"
        write(folder, {n: n for n in urutan})
        os.utime(folder / "b.txt", (i, i))
        (folder / "a.txt").chmod(0o600 + i * 0o044)
        isi = pack(folder, tmp_path / f"{i}.zip")
        assert isi == ["isi/a.txt", "isi/a/ñ.txt", "isi/b.txt"]
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "0.zip") as arsip:
        assert arsip.read("isi/a/ñ.txt").decode() == "a/ñ.txt"

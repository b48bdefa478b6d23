"""Finding SOPs: our whole site in real Chromium, asked by keyboard, with every other host out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.site.buku import build, build_once, make_project, with_settings
from tests.site.kueri_sop import SEMUA, Kueri
from tests.site.material import Visit, serve, visit
from tests.site.pencarian import PANEL, ask, first_link, titles, type_query

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}


def sop(nama: str, *kegiatan: str, **isian: str) -> str:
    """Write an SOP whose steps are all the clerk's."""
    kepala = "".join(f"{kunci}: {isi}\n" for kunci, isi in {"status": "berlaku", **isian}.items())
    langkah = "".join(f"  - {{kegiatan: {k}, pelaksana: staf}}\n" for k in kegiatan)
    return f"nama: {nama}\n{kepala}pelaksana: {{staf: Juru Umpama}}\nlangkah:\n{langkah}"


REKAAN = {
    "singkatan.yml": "singkatan:\n  Permendagri: Peraturan Menteri Dalam Negeri\n  LUK: Laporan Umpama Kegiatan\n  LUKA: Laporan Umpama Kegiatan\n",
    "kantor-contoh/instansi.yml": "nama: Kantor Contoh\nsingkatan: {TPR: Tim Penata Rekaan}\n"
    "kontak: {unit: Bagian Umpama, email: tanya@contoh.invalid}\n",
    "dinas-rekaan/instansi.yml": "nama: Dinas Rekaan\n",
    "kantor-contoh/simpan.yml": sop("Penyimpanan Bundel", "Menerima bundel", "Menyimpan bundel lama"),
    "kantor-contoh/pinjam.yml": sop("Peminjaman Buku", "Mencatat bundel yang dipinjam"),
    "kantor-contoh/bundel.yml": sop("Bundel", "Memilah bundel", status="dicabut"),
    "kantor-contoh/bundel-lama.yml": sop(
        "Bundel Lama", "Memilah bundel", status="digantikan", digantikan_oleh="kantor-contoh/simpan"
    ),
    "kantor-contoh/rapat.yml": sop(
        "Rapat Bulanan", "Koordinasi dengan bidang", "Menyusun LUK", "Membuka rapat Tim Penata Rekaan",
        nomor="SOP.12/A-3/REKA/2026",
        dasar_hukum="[Peraturan Menteri Dalam Negeri Nomor 35 Tahun 2012 tentang Perekaan, "
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Umpama LUK]",
    ),
    "dinas-rekaan/rapat.yml": sop("Rapat Bulanan", "Mengundang peserta", "Menata kursi", status="draf"),
}  # fmt: skip
"""Made-up offices; withdrawn SOPs are named best."""
PENGELOLA = """\
  - buku-sop:
      kontak: {unit: Bagian Rekaan, email: pengelola@contoh.invalid}
"""


@pytest.fixture(scope="module")
def buku(bersama: Path) -> Path:
    """Build the handbook as it is."""
    return build_once(bersama).site


@pytest.fixture(scope="module")
def rekaan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a made-up handbook, whose keepers say how they are reached."""
    project = make_project(tmp_path_factory.mktemp("rekaan"), REKAAN)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(with_settings(text, PENGELOLA), encoding="utf-8")
    return _built(project)


def _built(project: Path, **variables: str) -> Path:
    result = build(project, **variables)
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def asked(buku: Path, browser: Browser) -> Iterator[Visit]:
    """Open the guide, from which everything is asked, and hold that nothing else was asked for."""
    yield from _opened(buku, browser)


@pytest.fixture
def guide(buku: Path, browser: Browser) -> Iterator[Visit]:
    """Open the guide for a question whose answer is followed."""
    yield from _opened(buku, browser)


@pytest.fixture(scope="module")
def made_up(rekaan: Path, browser: Browser) -> Iterator[Visit]:
    """Open the made-up handbook, of which everything is asked at one visit."""
    yield from _opened(rekaan, browser)


def _opened(site: Path, browser: Browser) -> Iterator[Visit]:
    with serve(site) as address, visit(browser, viewport=WIDE) as one:
        one.page.goto(f"{address}panduan/")
        yield one
        assert one.complaints == []
        assert one.origins() == {address.rstrip("/")}


@pytest.mark.parametrize(
    "kueri",
    [  # every fourth: what the search answers to each is judged without its box, in test_cari_niat
        pytest.param(k, marks=() if i % 4 == 0 else pytest.mark.semua) for i, k in enumerate(SEMUA)
    ],
    ids=lambda k: k.diketik,
)
def test_forty_queries_lead_to_what_is_meant(asked: Visit, kueri: Kueri) -> None:
    ask(asked.page, kueri.diketik)
    hit = urlsplit(first_link(asked.page).evaluate("link => link.href"))
    assert (hit.path.strip("/"), hit.fragment) == (f"sop/{kueri.halaman}", kueri.jangkar)


def test_there_are_forty_of_them() -> None:
    assert len({k.diketik for k in SEMUA}) == len(SEMUA) == 40


class TestArriving:
    @pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
    def test_a_hit_in_a_step_leads_to_its_row_which_is_marked(
        self, guide: Visit, viewport: ViewportSize
    ) -> None:
        page = guide.page
        page.set_viewport_size(viewport)
        if viewport is PHONE:
            page.locator("header label.md-header__button[for=__search]").click()
        ask(page, "notulen rapat")
        first_link(page).click()
        row = page.locator("tr#langkah-2:target")
        expect(row).to_be_in_viewport(ratio=0.9)
        expect(row).to_have_css("outline-style", "solid")
        expect(row.locator("mark")).to_have_text(["rapat", "Notulen", "Rapat"])
        covered = """row => {
          const { left, top } = row.getBoundingClientRect()
          return row.contains(document.elementFromPoint(left + 20, top + 12))
        }"""
        if (
            viewport is WIDE
        ):  # where the head of the table stays in sight, it must not cover the row
            page.wait_for_function(covered, arg=row.element_handle())

    def test_the_words_of_an_abbreviation_are_marked_on_the_page(self, guide: Visit) -> None:
        ask(guide.page, "penetapan kinerja")
        first_link(guide.page).click()
        expect(guide.page.locator("tr:target mark", has_text="TAPKIN")).to_be_visible()


class TestResults:
    def test_a_step_shows_its_number_its_role_and_the_words_found(self, asked: Visit) -> None:
        item = ask(asked.page, "notulen rapat").first
        expect(item.locator(".sop-butir__judul")).to_have_text("Pengukuran Kinerja")
        tempat = item.locator(".sop-butir__tempat")
        expect(tempat).to_have_text("Langkah 2 · Sekretaris – Dinas Sosial Selayar")
        expect(item.locator("mark")).to_contain_text(["rapat", "Notulen", "Rapat"])

    def test_a_role_shows_its_steps_at_once(self, asked: Visit) -> None:
        item = ask(asked.page, "sekretaris selayar").first
        expect(item.locator(".sop-butir__tempat")).to_contain_text("Langkah 2 · Sekretaris")
        lain = item.locator(".sop-butir__langkah a span")
        expect(lain).to_have_text([f"Langkah {n} · Sekretaris" for n in (8, 9)])

    def test_what_was_read_for_a_misspelt_word_is_said_and_forgotten(self, asked: Visit) -> None:
        note = asked.page.locator(".sop-ejaan")
        ask(asked.page, "pengukuran kinreja")
        expect(note).to_have_text("Menampilkan hasil untuk kinerja")
        said = asked.page.locator(f"{PANEL} [role=status]")
        expect(said).to_contain_text("Menampilkan hasil untuk kinerja")
        ask(asked.page, "pengukuran kinerja")
        expect(note).to_be_hidden()

    def test_a_right_word_is_never_read_as_another(self, asked: Visit) -> None:
        ask(asked.page, "kineja")  # stands on a page, though misspelt there
        expect(asked.page.locator(".sop-ejaan")).to_be_hidden()

    def test_an_office_brings_its_own_first_and_its_page_after_them(self, made_up: Visit) -> None:
        assert (
            titles(made_up.page, "rapat bulanan rekaan")[0] == "Rapat Bulanan – Dinas Rekaan (draf)"
        )
        assert titles(made_up.page, "rapat bulanan contoh")[0] == "Rapat Bulanan – Kantor Contoh"

    def test_withdrawn_and_superseded_come_last_and_say_so(self, made_up: Visit) -> None:
        semua = titles(made_up.page, "bundel")
        ours = [t for t in semua if " – Kantor Contoh" in t and "Juru" not in t]
        assert ours[:2] == ["Penyimpanan Bundel – Kantor Contoh", "Peminjaman Buku – Kantor Contoh"]
        assert sorted(ours[2:]) == [
            "Bundel Lama – Kantor Contoh (digantikan)",
            "Bundel – Kantor Contoh (dicabut)",
        ]
        assert sorted(semua[-2:]) == sorted(ours[2:])

    @pytest.mark.parametrize(
        "typed", ["SOP.12/A-3/REKA/2026", "12 a 3 reka 2026", "12/A3/REKA", "sop 12 / a-3 / reka"]
    )
    def test_a_number_finds_its_sop_however_it_is_typed(self, made_up: Visit, typed: str) -> None:
        assert titles(made_up.page, typed)[0] == "Rapat Bulanan – Kantor Contoh"

    @pytest.mark.parametrize(
        ("typed", "step"),
        [
            ("kordinasi", 1),
            ("mengkoordinasikan", 1),
            ("mengkordinasikan", 1),
            ("luka", 2),
            ("laporan umpama kegiatan", 2),
            ("tpr", 3),
            ("tim penata rekaan", 3),
            ("buka rapat", 3),
        ],
    )
    def test_words_as_they_are_typed(self, made_up: Visit, typed: str, step: int) -> None:
        ask(made_up.page, typed)
        hit = first_link(made_up.page).evaluate("link => link.href")
        assert re.search(rf"/sop/kantor-contoh/rapat/\?h=[^#]*#langkah-{step}$", hit)

    def test_nothing_alike_finds_nothing(self, made_up: Visit) -> None:
        assert titles(made_up.page, "zzyzx qwrtp") == []

    def test_who_finds_nothing_learns_whom_to_ask(self, made_up: Visit) -> None:
        type_query(made_up.page, "zzyzx qwrtp")
        kosong = made_up.page.locator(".sop-hasil__kosong")
        expect(kosong).to_contain_text("Tanyakan kepada Kantor Contoh: Bagian Umpama · surel")
        surel = kosong.get_by_role("link", name="surel tanya@contoh.invalid")
        expect(surel).to_have_attribute("href", "mailto:tanya@contoh.invalid")
        expect(kosong).to_contain_text("Atau kepada pengelola buku ini: Bagian Rekaan surel")
        pengelola = kosong.get_by_role("link", name="pengelola@contoh.invalid")
        expect(pengelola).to_have_attribute("href", "mailto:pengelola@contoh.invalid")

    def test_proposals_to_an_office_without_contact_go_through_the_keepers(
        self, rekaan: Path
    ) -> None:
        tanpa, dengan = (
            (rekaan / "sop" / id / "index.html").read_text(encoding="utf-8")
            for id in ("dinas-rekaan/rapat", "kantor-contoh/rapat")
        )
        assert "mailto:pengelola@contoh.invalid?subject=" in tanpa
        assert tanpa.count("lewat pengelola buku ini") == 2
        assert "pengelola@contoh.invalid?" not in dengan
        assert "lewat pengelola" not in dengan

    @pytest.mark.parametrize("halaman", ["dasar-hukum", "banding/rapat-bulanan"])
    def test_an_abbreviation_is_explained_once_on_a_page(self, rekaan: Path, halaman: str) -> None:
        teks = (rekaan / halaman / "index.html").read_text(encoding="utf-8")
        abbr = '<abbr class="sop-singkat-kata" title="Laporan Umpama Kegiatan">LUK</abbr>'
        assert teks.count(abbr) == 1
        assert "<dt>LUK</dt><dd>Laporan Umpama Kegiatan</dd>" in teks

    def test_an_abbreviation_alone_is_explained_above_what_was_found(self, made_up: Visit) -> None:
        arti = made_up.page.locator(".sop-hasil__arti")
        ask(made_up.page, "luk")
        expect(arti).to_have_text("LUK: Laporan Umpama Kegiatan")
        expect(arti.get_by_role("link")).to_have_attribute("href", re.compile(r"/singkatan/#luk$"))
        ask(made_up.page, "apa itu tpr")
        expect(arti).to_have_text("TPR: Tim Penata Rekaan")
        ask(made_up.page, "menyusun luk")
        expect(arti).to_be_empty()

    @pytest.mark.parametrize(
        ("typed", "slug"),
        [
            ("29 tahun 2014", "peraturan-presiden-nomor-29-tahun-2014"),
            ("permendagri 35 2012", "peraturan-menteri-dalam-negeri-nomor-35-tahun-2012"),
        ],
    )
    def test_number_and_year_lead_to_that_regulation(
        self, made_up: Visit, typed: str, slug: str
    ) -> None:
        ask(made_up.page, typed)
        hit = urlsplit(first_link(made_up.page).evaluate("link => link.href"))
        assert (hit.path, hit.fragment) == ("/dasar-hukum/", slug)

    def test_a_minus_leaves_pages_out_and_a_colon_only_parts_words(self, made_up: Visit) -> None:
        semua = titles(made_up.page, "rapat bulanan -mengundang")
        assert "Rapat Bulanan – Dinas Rekaan (draf)" not in semua
        assert titles(made_up.page, "buku:peminjaman^2~")[0] == "Peminjaman Buku – Kantor Contoh"


def test_the_offline_edition_answers_alike(tmp_path: Path, browser: Browser) -> None:
    project = make_project(tmp_path / "tas #1", REKAAN)
    site = _built(project, SOP_LURING="true")
    with visit(browser, viewport=WIDE) as one:
        one.page.goto((site / "panduan" / "index.html").as_uri())
        ask(one.page, "kordinasi")
        expect(one.page.locator(".sop-ejaan")).to_have_text("Menampilkan hasil untuk koordinasi")
        first_link(one.page).click()
        expect(one.page.locator("tr#langkah-1:target")).to_be_in_viewport()
        hit = ask(one.page, "luka").first.locator(".sop-butir__tempat")
        expect(hit).to_contain_text("Langkah 2 · Juru Umpama")
        assert one.complaints == []
        assert one.origins() == {"file://"}

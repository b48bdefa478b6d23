"""Checklists of roles and ways of documents in a real browser: ticked, filtered, printed, heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.site.accessibility import faults, palettes
from tests.site.buku import build, dead_links, make_project
from tests.site.material import Visit, serve, visit

pytestmark = pytest.mark.browser

SUSUN = """\
nama: Penyusunan Laporan
nomor: 01/SOP/Contoh
status: berlaku
pencatatan: [Laporan, Buku agenda]
pelaksana: {kepala: Kepala Kantor, staf: Staf, arsip: Arsiparis}
langkah:
  - {id: susun, kegiatan: Menyusun draf, pelaksana: staf, waktu: 1 jam, kelengkapan: Data, output: Draf}
  - kegiatan: Memeriksa <b>draf</b>
    pelaksana: kepala
    waktu: 15 menit
    kelengkapan: Draf
    output: Laporan
    cabang: [{label: Setuju, ke: lanjut}, {label: Ditolak, ke: susun}]
    perlu_konfirmasi: {pelaksana: Belum pasti.}
  - {kegiatan: Menggandakan, pelaksana: {bersama: [staf, arsip]}, kelengkapan: Laporan, output: Salinan, opsional: ya}
"""
KIRIM = """\
nama: Pengiriman Laporan
status: draf
pelaksana: {kepala: Kepala Kantor, staf: Staf}
langkah:
  - {kegiatan: Menandatangani, pelaksana: kepala, waktu: 5 menit, kelengkapan: Laporan, output: Laporan}
  - {kegiatan: Mengirim laporan, pelaksana: staf, waktu: 10 menit, kelengkapan: Laporan, output: Resi ekspedisi}
"""
SIMPAN = """\
nama: Penyimpanan Laporan
status: berlaku
pelaksana: {arsip: Arsiparis, staf: Staf}
langkah:
  - {kegiatan: Mengarsipkan laporan, pelaksana: arsip, waktu: 10 menit, kelengkapan: Laporan, output: Arsip}
"""
LAMA = SIMPAN.replace("Penyimpanan", "Pembuangan").replace("berlaku", "dicabut")
BUKU = {
    "kantor-contoh/instansi.yml": "nama: Kantor Contoh\n",
    "dinas-rekaan/instansi.yml": "nama: Dinas Rekaan\n",
    **{
        f"kantor-contoh/{nama}.yml": isi
        for nama, isi in (("a", SUSUN), ("b", KIRIM), ("c", SIMPAN), ("d", LAMA))
    },
    **{
        f"kantor-contoh/tambahan-{n}.yml": SIMPAN.replace("Laporan", f"Berkas {n}")
        for n in range(4)
    },
    "dinas-rekaan/x.yml": SIMPAN.replace("Laporan", "Piagam"),
}
STAF, KEPALA = "pelaksana/kantor-contoh/staf/", "pelaksana/kantor-contoh/kepala-kantor/"
DOKUMEN = "dokumen/kantor-contoh/"
HALAMAN = [STAF, KEPALA, "pelaksana/", DOKUMEN, "dokumen/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("buku"), BUKU)
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def alamat(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def kunjungan(browser: Browser, alamat: str) -> Iterator[Visit]:
    with visit(browser, base_url=alamat, locale="id-ID") as one:
        yield one
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def kotak(page: Page, kegiatan: str) -> Locator:
    return page.get_by_role("checkbox", name=kegiatan, exact=True)


def butir(page: Page, jangkar: str) -> Locator:
    return page.locator(f'[id="{jangkar}"]')


# --- The checklist --------------------------------------------------------------------------


def test_the_checklist_remembers_what_was_ticked_and_forgets_it_when_told(
    kunjungan: Visit,
) -> None:
    page = kunjungan.page
    page.goto(STAF)
    expect(page.get_by_text("Tanda centang hanya disimpan di peramban ini.")).to_be_visible()
    kotak(page, "Menyusun draf").focus()
    page.keyboard.press("Space")
    kotak(page, "Mengirim laporan").check()
    bagian = page.locator(".sop-tugas-satu", has_text="Penyusunan Laporan").first
    expect(bagian).to_contain_text("1 dari 2 bertanda")

    page.reload()
    expect(kotak(page, "Menyusun draf")).to_be_checked()
    expect(kotak(page, "Mengirim laporan")).to_be_checked()
    expect(kotak(page, "Menggandakan")).not_to_be_checked()

    bagian.get_by_role("button", name="Kosongkan tanda SOP ini").click()
    expect(kotak(page, "Menyusun draf")).not_to_be_checked()
    expect(kotak(page, "Mengirim laporan")).to_be_checked()
    page.reload()
    expect(kotak(page, "Menyusun draf")).not_to_be_checked()
    expect(kotak(page, "Mengirim laporan")).to_be_checked()

    page.get_by_role("button", name="Kosongkan semua tanda").click()
    page.reload()
    expect(kotak(page, "Mengirim laporan")).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0 or page.evaluate(
        "Object.keys(localStorage).every(key => !key.startsWith('sop-tugas'))"
    )


def test_ticks_are_a_pages_own_and_come_back_without_a_reload(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(STAF)
    kotak(page, "Menyusun draf").check()
    page.goto("pelaksana/")
    page.locator("article").get_by_role("link", name="Kepala Kantor").first.click()
    expect(page.locator("h1")).to_have_text("Kepala Kantor")
    expect(kotak(page, "Menandatangani")).not_to_be_checked()
    page.locator("#serah-terima").scroll_into_view_if_needed()
    page.locator(".sop-mitra__nama", has_text="Staf").first.click()
    expect(page.locator("h1")).to_have_text("Staf")
    expect(kotak(page, "Menyusun draf")).to_be_checked()


def test_another_window_sees_the_tick(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(STAF)
    lain = page.context.new_page()
    lain.goto(page.url)
    kotak(lain, "Menyusun draf").check()
    expect(kotak(page, "Menyusun draf")).to_be_checked()
    lain.close()


MENOLAK = """for (const name of %s) {
  const usual = Storage.prototype[name]
  Storage.prototype[name] = function(key, ...rest) {
    if (key.startsWith("sop-tugas")) throw new Error("ditolak")
    return usual.call(this, key, ...rest)
  }
}"""


@pytest.mark.parametrize("ditolak", ["['getItem', 'setItem', 'removeItem']", "['setItem']"])
def test_where_nothing_is_kept_the_boxes_tick_all_the_same(kunjungan: Visit, ditolak: str) -> None:
    page = kunjungan.page
    page.add_init_script(MENOLAK % ditolak)
    page.goto(STAF)
    kotak(page, "Menyusun draf").check()
    expect(kotak(page, "Menyusun draf")).to_be_checked()
    expect(page.locator(".sop-tugas__ingat")).to_contain_text("tidak menyimpan")
    page.get_by_role("button", name="Kosongkan semua tanda").click()
    expect(kotak(page, "Menyusun draf")).not_to_be_checked()


def test_what_is_kept_may_be_rubbish(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(STAF)
    page.evaluate("localStorage.setItem(`sop-tugas:${location.pathname}`, '{')")
    page.reload()
    kotak(page, "Menyusun draf").check()
    page.reload()
    expect(kotak(page, "Menyusun draf")).to_be_checked()


def test_without_script_the_boxes_tick_and_no_control_is_dead(
    browser: Browser, alamat: str
) -> None:
    with visit(browser, base_url=alamat, java_script_enabled=False) as one:
        page = one.page
        for halaman in HALAMAN:
            page.goto(halaman)
            expect(page.locator("article :is(button, input[type=search]):visible")).to_have_count(0)
        page.goto(STAF)
        page.get_by_text("Menyusun draf", exact=True).click()
        expect(kotak(page, "Menyusun draf")).to_be_checked()
        expect(page.locator(".sop-mitra").first).to_be_visible()


def test_a_step_leads_to_its_row_and_a_decision_to_where_it_goes(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(KEPALA)
    satu = page.locator(".sop-tugas__butir", has_text="Memeriksa <b>draf</b>")
    expect(satu).to_contain_text("15 menit")
    expect(satu).to_contain_text("Perlu konfirmasi: Pelaksana")
    expect(satu.get_by_role("link", name="Ditolak")).to_have_attribute(
        "href", re.compile(r"a/#langkah-1$")
    )
    satu.get_by_role("link", name="Langkah 2").click()
    expect(page).to_have_url(re.compile(r"sop/kantor-contoh/a/#langkah-2$"))


def test_the_status_of_an_sop_is_told_and_a_withdrawn_one_is_not_to_be_done(
    kunjungan: Visit,
) -> None:
    page = kunjungan.page
    page.goto("pelaksana/kantor-contoh/arsiparis/")
    expect(page.get_by_role("checkbox")).to_have_count(6)
    lama = page.locator("section", has=page.locator("#tidak-berlaku"))
    expect(lama).to_contain_text("Pembuangan Laporan Dicabut")
    expect(lama.get_by_role("checkbox")).to_have_count(0)
    page.goto(KEPALA)
    expect(page.get_by_text("belum dinyatakan berlaku")).to_be_visible()


def test_a_partner_tells_its_handovers_when_asked_by_keyboard(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(KEPALA)
    staf = page.locator(".sop-serah__ke .sop-mitra", has_text="Staf")
    staf.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(staf).to_contain_text("langkah 2 kembali ke langkah 1, bila Ditolak: Draf")
    expect(staf).to_contain_text("langkah 1 ke langkah 2: Laporan")
    expect(staf.locator("summary")).to_contain_text("2 kali, 1 kali kembali")


def test_the_paper_has_empty_boxes_and_nothing_to_press(kunjungan: Visit, tmp_path: Path) -> None:
    page = kunjungan.page
    page.goto(STAF)
    kotak(page, "Menyusun draf").check()
    page.emulate_media(media="print")
    for tersembunyi in (".sop-kosongkan", ".sop-saring", ".sop-tugas__ingat", ".md-header"):
        expect(page.locator(f"{tersembunyi}:visible")).to_have_count(0)
    gambar = [
        page.get_by_role("checkbox", name=nama, exact=True).screenshot()
        for nama in ("Menyusun draf", "Mengirim laporan")
    ]
    assert gambar[0] == gambar[1]
    page.pdf(path=tmp_path / "tugas.pdf", prefer_css_page_size=True)
    teks = PdfReader(tmp_path / "tugas.pdf").pages[0].extract_text()
    for kata in ("Kantor Contoh", "Staf", "Nama:", "Menyusun draf", "1 jam", "Resi ekspedisi"):
        assert kata in teks


# --- Filters --------------------------------------------------------------------------------


def test_the_list_of_roles_filters_as_one_types(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto("pelaksana/")
    page.get_by_role("searchbox", name="Saring pelaksana").focus()
    page.keyboard.type("arsip rekaan")
    expect(page.get_by_role("status")).to_have_text("1 dari 5 cocok")
    expect(page.locator(".sop-peran a:visible")).to_have_text("Arsiparis")
    expect(page.locator("article h2:visible")).to_have_text("Dinas Rekaan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".sop-peran a:visible")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("pelaksana/dinas-rekaan/arsiparis/$"))


def test_a_filter_says_when_nothing_is_left_and_gives_all_back(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(DOKUMEN)
    semua = page.locator(".sop-dokumen > li")
    jumlah = semua.count()
    page.get_by_role("searchbox").focus()
    page.keyboard.type("tiada")
    expect(page.get_by_role("status")).to_have_text("Tidak ada yang cocok")
    expect(page.locator("#daftar_dokumen section:visible")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".sop-dokumen > li:visible")).to_have_count(jumlah)
    expect(page.get_by_role("status")).to_have_text("")


def test_a_link_shows_the_document_that_the_filter_had_hidden(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(DOKUMEN)
    page.get_by_role("searchbox").fill("resi ekspedisi")
    expect(butir(page, "laporan")).to_be_hidden()
    page.locator(".sop-penghubung").get_by_role("link", name="Laporan", exact=True).click()
    expect(butir(page, "laporan")).to_be_in_viewport()


def test_a_long_checklist_filters_whole_sops(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto("pelaksana/kantor-contoh/arsiparis/")
    page.get_by_role("searchbox", name="Saring tugas").fill("berkas 2")
    expect(page.locator(".sop-tugas-satu:visible h2")).to_contain_text("Penyimpanan Berkas 2")
    page.goto(KEPALA)
    expect(page.get_by_role("searchbox", name="Saring tugas")).to_have_count(0)


# --- Documents ------------------------------------------------------------------------------


def test_a_document_shows_its_way_over_three_sops(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto("dokumen/")
    page.get_by_role("searchbox").fill("laporan kantor")
    page.locator("li:visible", has=page.get_by_text("Laporan", exact=True)).get_by_role(
        "link", name="Kantor Contoh"
    ).click()
    expect(page).to_have_url(re.compile(r"dokumen/kantor-contoh/#laporan$"))
    laporan = butir(page, "laporan")
    expect(laporan).to_be_in_viewport()
    expect(laporan.locator(".sop-jalur").get_by_role("link")).to_have_text(
        ["Penyusunan Laporan", "Pengiriman Laporan", "Penyimpanan Laporan"]
    )
    expect(laporan.locator("ol > li")).to_have_text(
        [
            re.compile(r"Dibuat\s+Penyusunan Laporan\s+langkah 2 Kepala Kantor, 15 menit"),
            re.compile(
                r"Diperbarui\s+Pengiriman Laporan \(draf\)\s+langkah 1 Kepala Kantor, 5 menit"
            ),
            re.compile(r"Dipakai\s+Penyusunan Laporan\s+langkah 3 Staf dan Arsiparis bersama-sama"),
            re.compile(r"Disimpan\s+.*menurut pencatatannya: Laporan"),
        ]
    )
    expect(laporan.locator("ol > li").nth(3)).to_contain_text("Pembuangan Laporan, langkah 1")
    data = butir(page, "data")
    expect(data).to_contain_text("Tidak dibuat dalam SOP mana pun")
    expect(data.locator(".sop-jalur")).to_have_count(0)


def test_every_link_of_these_pages_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


# --- From a folder --------------------------------------------------------------------------


def test_pages_in_a_folder_filter_and_remember_too(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = make_project(tmp_path_factory.mktemp("luring"), BUKU)
    result = build(folder, SOP_LURING="true")
    assert result.returncode == 0, result.stderr
    with visit(browser) as one:
        page = one.page
        page.goto((folder / "site" / "dokumen" / "kantor-contoh.html").as_uri())
        page.get_by_role("searchbox", name="Saring dokumen").fill("resi ekspedisi")
        expect(butir(page, "laporan")).to_be_hidden()
        page.locator(".sop-penghubung").get_by_role("link", name="Laporan", exact=True).click()
        expect(butir(page, "laporan")).to_be_in_viewport()
        expect(butir(page, "draf")).to_be_hidden()
        page.goto((folder / "site" / "pelaksana" / "kantor-contoh" / "staf.html").as_uri())
        kotak(page, "Menyusun draf").check()
        page.reload()
        expect(kotak(page, "Menyusun draf")).to_be_checked()


# --- Search ---------------------------------------------------------------------------------


def cari(page: Page, kata: str) -> Locator:
    """Type a query, wait for the answer to all of it, and locate the links of its results, the best first."""
    page.goto("")
    page.keyboard.press("f")
    page.keyboard.type(kata, delay=10)
    expect(page.locator(f'.sop-hasil[data-untuk="{kata}"]').first).to_be_visible()
    return page.locator(".sop-butir a")


def test_the_search_finds_a_documents_entry_below_the_sops(kunjungan: Visit) -> None:
    hasil = cari(kunjungan.page, "resi ekspedisi")
    expect(hasil.first).to_have_attribute("href", re.compile("/sop/kantor-contoh/b/"))
    tujuan = hasil.evaluate_all("links => links.map(a => a.pathname + a.hash)")
    assert f"/{DOKUMEN}#resi-ekspedisi" in tujuan


def test_the_search_finds_a_roles_page_below_the_sops(kunjungan: Visit) -> None:
    hasil = cari(kunjungan.page, "kepala kantor")
    expect(hasil.first).to_have_attribute("href", re.compile("/sop/kantor-contoh/"))
    tujuan = hasil.evaluate_all("links => links.map(a => a.pathname)")
    assert f"/{KEPALA}" in tujuan


# --- Every page, every screen ---------------------------------------------------------------


@pytest.mark.parametrize(
    "halaman",
    [STAF, pytest.param(KEPALA, marks=pytest.mark.semua), "pelaksana/", DOKUMEN, "dokumen/"],
)
def test_each_page_is_accessible_and_fits_the_screen(
    browser: Browser, alamat: str, halaman: str, semua: bool
) -> None:
    with visit(browser, base_url=alamat, reduced_motion="reduce") as one:
        for lebar, tinggi in ((360, 740), (1280, 900)):
            one.page.set_viewport_size({"width": lebar, "height": tinggi})
            one.page.goto(halaman)
            one.settle()
            one.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert faults(one.page, palettes(lebar, semua)) == ""
            lebih = one.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert lebih <= 0
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


def test_what_can_be_ticked_or_pressed_shows_its_focus(kunjungan: Visit) -> None:
    page = kunjungan.page
    page.goto(STAF)
    for elemen in (".sop-tugas__butir input", ".sop-kosongkan", ".sop-mitra summary"):
        page.locator(elemen).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        garis = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert garis != "none", elemen

"""The history of an SOP on its page, from a real repository, and the pages that compare its versions."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.adapters.git.test_history import catat
from tests.adapters.git.test_repository import git
from tests.site.accessibility import faults, palettes
from tests.site.buku import CONTOH, FORGE, TAMU, Elements, build, dead_links, make_project, write
from tests.site.indeks import sections
from tests.site.material import serve, visit

JAHAT = '</bdi><script>alert(1)</script> "kutip" {{ 7*7 }}'
RIWAYAT = """\
riwayat:
  - {tanggal: 2026-01-05, jenis: pembuatan}
  - {tanggal: 2026-05-20, jenis: monitoring, catatan: Berjalan baik.}
"""
TANPA_KONFIRMASI = re.sub(r"\n    perlu_konfirmasi: .*", "", TAMU)
BERUBAH = TANPA_KONFIRMASI.replace("waktu: 5 menit", "waktu: 3 menit").replace(
    "  - id: periksa", "  - {kegiatan: Menanyakan keperluan, pelaksana: staf, waktu: 1 menit}\n  - id: periksa"
)  # fmt: skip
LANGKAH: list[tuple[str, str, dict[str, str | None]]] = [
    ("2026-01-10", "Tambahkan SOP", {"tamu": TAMU}),
    ("2026-01-20", "Beri catatan penulis", {"tamu": f"# Dari berkas kertas\n{TAMU}"}),
    ("2026-02-10", "Ganti nama berkas", {"penerimaan-tamu": TAMU, "tamu": None}),
    ("2026-02-11", "Salah simpan", {"penerimaan-tamu": f"{TAMU}langkah: [\n"}),
    ("2026-02-12", "Pulihkan", {"penerimaan-tamu": TAMU}),
    ("2026-03-01", "Pelaksana sudah pasti", {"penerimaan-tamu": TANPA_KONFIRMASI}),
    ("2026-04-01", JAHAT, {"penerimaan-tamu": BERUBAH}),
    ("2026-06-01", "Catat tinjauan", {"penerimaan-tamu": BERUBAH + RIWAYAT}),
]
SOP = "sop/kantor-contoh/penerimaan-tamu"
ARSIP = "sop/kantor-contoh/pengarsipan"
BANYAK = 24
HARI_BANGUN = "1785542400"
"""The first of August 2026, in seconds: when the handbook is built."""


def make_history(folder: Path) -> Path:
    """Make a project whose SOPs have a history in git."""
    make_project(folder, {k: v for k, v in CONTOH.items() if "penerimaan" not in k})
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitignore").write_text(".build\nnode_modules\nsite\n", encoding="utf-8")
    for tanggal, pesan, berkas in LANGKAH:
        for nama, isi in berkas.items():
            tempat = folder / "sop_data" / "kantor-contoh" / f"{nama}.yml"
            tempat.write_text(isi, encoding="utf-8") if isi else tempat.unlink()
        catat(folder, pesan, f"{tanggal}T12:00:00+0700")
    arsip = CONTOH["kantor-contoh/pengarsipan.yml"]
    for n in range(BANYAK):
        kini = arsip.replace("10 menit", f"{n + 11} menit")
        write(folder / "sop_data", {"kantor-contoh/pengarsipan.yml": kini})
        catat(folder, f"Ubah {n + 1}", f"2026-07-{n + 1:02}T12:00:00+0700")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_history(tmp_path_factory.mktemp("riwayat"))
    result = build(folder, SOP_REPO_URL=FORGE, SOURCE_DATE_EPOCH=HARI_BANGUN)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def alamat(project: Path) -> Iterator[str]:
    with serve(project / "site") as address:
        yield address


def events(site: Path, path: str = SOP) -> list[str]:
    """Return the events of a page as a person reads them: day, kind, title, what changed."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    return [
        " | ".join(" ".join(t.split()) for t in Elements(butir).text if t.strip())
        for butir in re.findall(r'<li class="sop-riwayat__butir .*?</div>\n</li>', html, re.DOTALL)
    ]


def sha(project: Path, pesan: str) -> str:
    return git(project, "log", "--format=%H", "-F", f"--grep={pesan}")[:10]


def test_document_and_file_stand_in_one_line_of_time_newest_first(project: Path) -> None:
    rusak = "Tidak dapat diringkas: salah satu versi berkasnya tidak dapat dibaca."
    assert events(project / "site") == [
        (
            "1 Juni 2026 | Perubahan berkas | Riwayat diperbarui | Bandingkan | "
            "perubahan 1 Juni 2026: Riwayat diperbarui"
        ),
        "20 Mei 2026 | Menurut dokumen | Monitoring | Berjalan baik.",
        (
            "1 April 2026 | Perubahan berkas | Langkah 1: waktu 5 menit menjadi 3 menit | "
            "Langkah 2 baru: Menanyakan keperluan | "
            "Waktu seluruhnya 1 jam 5 menit sampai 2 jam 5 menit menjadi 1 jam 4 menit sampai 2 jam 4 menit | "
            "Bandingkan | perubahan 1 April 2026: Langkah 1: waktu 5 menit menjadi 3 menit dan 2 hal lain"
        ),
        (
            "1 Maret 2026 | Perubahan berkas | 1 isian dikonfirmasi | "
            "Bandingkan | perubahan 1 Maret 2026: 1 isian dikonfirmasi"
        ),
        (
            f"12 Februari 2026 | Perubahan berkas | {rusak} | Lihat di repositori | "
            f"perubahan 12 Februari 2026: {rusak}"
        ),
        (
            f"11 Februari 2026 | Perubahan berkas | {rusak} | Lihat di repositori | "
            f"perubahan 11 Februari 2026: {rusak}"
        ),
        "1 Februari 2026 | Menurut dokumen | Tanggal efektif",
        "10 Januari 2026 | Perubahan berkas | Berkasnya ditambahkan ke buku ini.",
        # Folded: what changed nothing, and what is older
        (
            "10 Februari 2026 | Perubahan berkas | Berkasnya dipindahkan; semula "
            "sop_data/kantor-contoh/tamu.yml. | Hanya cara menulis berkasnya yang berubah; isi SOP tetap."
        ),
        (
            "20 Januari 2026 | Perubahan berkas | "
            "Hanya cara menulis berkasnya yang berubah; isi SOP tetap."
        ),
        "5 Januari 2026 | Menurut dokumen | Pembuatan",
    ]
    html = (project / "site" / SOP / "index.html").read_text(encoding="utf-8")
    buka, lipat = html[html.index('id="riwayat"') :].split("<summary>")[:2]
    assert buka.count("sop-riwayat__butir--sepele") == 0
    assert lipat.startswith("3 peristiwa lain, 2 di antaranya tidak mengubah isi SOP</summary>")
    assert (
        "alert(1)" not in html
    )  # what somebody wrote for other engineers is none of the readers' business


def test_the_top_of_the_page_tells_what_changed_in_the_last_ninety_days(project: Path) -> None:
    """Only what people work by: a note of a review in June is none, a step that changed in April too old."""
    arsip = (project / "site" / ARSIP / "index.html").read_text(encoding="utf-8")
    (kabar,) = re.findall(r'<p class="sop-kabar".*?</p>', arsip, re.DOTALL)
    teks = " ".join("".join(Elements(kabar).text).split())
    assert teks == "Berubah 24 Juli 2026: Langkah 1: waktu 33 menit menjadi 34 menit dan 1 hal lain"
    (tautan,) = Elements(kabar).all("a")
    assert tautan["href"].removeprefix("#") in Elements(arsip).ids()
    assert arsip.index("sop-kabar") < arsip.index('class="sop-lompat"')
    assert "sop-kabar" not in (project / "site" / SOP / "index.html").read_text(encoding="utf-8")


def test_each_change_of_the_contents_has_a_page_and_no_other_has(project: Path) -> None:
    halaman = {p.name for p in (project / "site" / SOP / "riwayat").iterdir()}
    assert halaman == {
        sha(project, pesan) for pesan in ("Catat tinjauan", "alert(1)", "Pelaksana sudah pasti")
    }
    assert dead_links(project / "site") == []


def test_a_page_of_a_change_shows_both_sides_and_leads_on(project: Path) -> None:
    tempat = project / "site" / SOP / "riwayat" / sha(project, "alert(1)") / "index.html"
    html = tempat.read_text(encoding="utf-8")
    assert '<h1 id="judul">Perubahan 1 April 2026</h1>' in html
    assert "<del>5</del> menit" in html
    assert "<ins>3</ins> menit" in html
    assert "Ini perubahan yang lama" in html
    href = [a.get("href", "") for a in Elements(html).all("a")]
    for pesan in ("Catat tinjauan", "Pelaksana sudah pasti"):
        assert f"../{sha(project, pesan)}/" in href
    assert {"../../", "../../#riwayat"} <= set(href)
    assert f"{FORGE}/commit/{git(project, 'log', '--format=%H', '-F', '--grep=alert(1)')}" in href


def test_only_the_newest_changes_are_compared_and_that_is_said(project: Path) -> None:
    semua = events(project / "site", ARSIP)
    assert len(semua) == BANYAK + 1
    assert ["Bandingkan" in s for s in semua] == [True] * 20 + [False] * (BANYAK - 19)
    assert "Lihat di repositori" in semua[20]
    assert len(list((project / "site" / ARSIP / "riwayat").iterdir())) == 20
    html = (project / "site" / ARSIP / "index.html").read_text(encoding="utf-8")
    assert "Perbandingan disediakan untuk 20 perubahan berkas terakhir." in html
    assert "yang lebih lama tidak ada di sini" not in html


def test_the_search_knows_nothing_of_the_history(project: Path) -> None:
    index = sections(project / "site")
    assert not [d for d in index if re.search("^sop/.*riwayat", d["location"])]
    assert "Pelaksana sudah pasti" not in json.dumps(index)


@pytest.fixture(scope="module")
def luring(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the offline edition of an office without a forge, which lets its authors be named."""
    salinan = Path(shutil.copytree(project, tmp_path_factory.mktemp("luring") / "buku"))
    result = build(salinan, SOP_LURING="true", SOP_TAMPILKAN_PENULIS="true")
    assert result.returncode == 0, result.stderr
    return salinan / "site"


def test_who_changed_a_file_is_told_only_where_the_office_says_so(
    project: Path, luring: Path
) -> None:
    for page in (project / "site").rglob("*.html"):
        assert "oleh <bdi>Pegawai</bdi>" not in page.read_text(encoding="utf-8"), page
    html = (luring / f"{SOP}.html").read_text(encoding="utf-8")
    assert html.count("oleh <bdi>Pegawai</bdi>") == len(LANGKAH)


def test_without_a_forge_nothing_leads_out_and_the_offline_edition_has_it_all(
    project: Path, luring: Path
) -> None:
    assert dead_links(luring) == []
    html = (luring / f"{SOP}.html").read_text(encoding="utf-8")
    assert html.count(">Bandingkan<") == 3
    assert "Lihat di repositori" not in html
    assert (luring / SOP / "riwayat" / f"{sha(project, 'alert(1)')}.html").is_file()


def test_a_shallow_clone_says_where_the_whole_history_is(project: Path, tmp_path: Path) -> None:
    salinan = tmp_path / "buku"
    git(project, "clone", "-q", "--depth=3", project.as_uri(), str(salinan))
    for nama in (
        "docs",
        "macros",
        "buku_sop",
        "overrides",
        ".build",
        "mkdocs.yml",
        "package-lock.json",
    ):
        if not (salinan / nama).exists():
            (salinan / nama).symlink_to(project / nama)
    assert build(salinan, SOP_REPO_URL=FORGE).returncode == 0
    assert [e.split(" | ")[2] for e in events(salinan / "site", ARSIP)] == [
        "Langkah 1: waktu 33 menit menjadi 34 menit",
        "Langkah 1: waktu 32 menit menjadi 33 menit",
    ]
    for halaman in (ARSIP, SOP, "sop/dinas-rekaan/pengarsipan"):
        html = (salinan / "site" / halaman / "index.html").read_text(encoding="utf-8")
        assert '<h2 id="riwayat"' in html
        assert "Riwayat berkas yang lebih lama tidak ada di sini" in html
        assert 'href="#riwayat"' in html
    assert events(salinan / "site", "sop/dinas-rekaan/pengarsipan") == []
    html = (salinan / "site" / ARSIP / "index.html").read_text(encoding="utf-8")
    assert f'href="{FORGE}/commits/main/sop_data/kantor-contoh/pengarsipan.yml"' in html
    assert "ditambahkan" not in " ".join(events(salinan / "site"))


def test_a_comparison_hides_the_nip_that_the_office_hides(tmp_path: Path) -> None:
    folder = make_project(tmp_path, CONTOH)
    git(folder, "init", "-q", "-b", "main")
    tempat = folder / "sop_data" / "kantor-contoh" / "penerimaan-tamu.yml"
    catat(folder, "Awal")
    kini = TAMU.replace("19990101 202001 1 001", "19880202 202002 2 002").replace(
        "nama: Pejabat Contoh", "nama: Pejabat Baru"
    )
    tempat.write_text(kini, encoding="utf-8")
    catat(folder, "Ganti pejabat")
    assert build(folder).returncode == 0
    (halaman,) = (folder / "site" / SOP / "riwayat").rglob("index.html")
    assert "Pejabat Baru" in "".join(Elements(halaman.read_text(encoding="utf-8")).text)
    for berkas in (folder / "site").rglob("*.*"):
        if berkas.suffix in {".html", ".json"}:
            isi = berkas.read_text(encoding="utf-8")
            assert "19990101" not in isi, berkas
            assert "19880202" not in isi, berkas


@pytest.mark.browser
@pytest.mark.parametrize("lebar", [360, 1280])
def test_everybody_can_read_the_history_and_a_comparison(
    browser: Browser, project: Path, alamat: str, lebar: int, semua: bool
) -> None:
    layar = {"width": lebar, "height": 800}
    with visit(browser, base_url=alamat, viewport=layar, reduced_motion="reduce") as one:
        page = one.page
        for halaman in (f"{SOP}/", f"{SOP}/riwayat/{sha(project, 'alert(1)')}/"):
            page.goto(halaman)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            one.settle()
            assert faults(page, palettes(lebar, semua)) == ""
            assert page.evaluate("document.documentElement.scrollWidth") <= lebar
        assert one.complaints == []
        assert one.origins() <= {alamat.rstrip("/")}


@pytest.mark.browser
def test_from_the_history_to_what_changed_and_back(browser: Browser, alamat: str) -> None:
    layar = {"width": 1280, "height": 800}
    with visit(browser, base_url=alamat, viewport=layar) as one:
        page = one.page
        page.goto(f"{SOP}/")
        page.get_by_role("link", name="Bandingkan perubahan 1 April 2026").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Perubahan 1 April 2026")
        assert page.get_by_text("Langkah 2 baru: Menanyakan keperluan", exact=True).is_visible()
        baris = page.locator(".sop-beda .sop-beda-langkah tbody tr:visible")
        expect(baris).to_have_count(4)
        kolom = page.locator(".sop-beda .sop-beda-langkah tbody tr").first.locator(
            "td.sop-beda-waktu"
        )
        dulu, kini = (kolom.nth(n).bounding_box() for n in (0, 1))
        assert dulu
        assert kini
        assert dulu["x"] + dulu["width"] <= kini["x"]
        gulir = page.locator(".sop-beda .sop-beda-gulir").first
        assert gulir.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
        page.get_by_label("Tampilkan hanya langkah yang berubah").check()
        expect(baris).to_have_count(2)
        page.get_by_role("link", name="Seluruh riwayat SOP ini").click()
        expect(page.get_by_role("heading", name="Riwayat", exact=True)).to_be_in_viewport()
        assert one.complaints == []

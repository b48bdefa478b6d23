"""Hostile text in every field of an SOP and of its office is text everywhere, in the files and in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from buku_sop.adapters.source_lines import source_lines
from buku_sop.diagnostics import Tingkat
from buku_sop.handbook import open_handbook
from buku_sop.model.bidang import BIDANG_LANGKAH, BIDANG_PROSEDUR, BIDANG_SOP, JenisNilai, Register
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI
from buku_sop.views.dasar.diagnostik import tulis_teks
from tests.site.buku import CONTOH, FORGE, build, make_project, pages
from tests.site.material import serve, visit

SCRIPT = "</title></textarea></script><script>window.kena=1</script>"
IMAGE = '<img src=x: onerror="window.kena=1">'
JINJA = "{{ 71*83 }}{% for x in (1,2) %}loop{% endfor %}{# hilang #}${71*83}"
ENTITY = "&lt;script&gt;window.kena=1&lt;/script&gt;"
BREAKS = "' onmouseover='window.kena=1' \" autofocus onfocus=\"window.kena=1\" ]]> --> `kode` | [a](javascript:window.kena=1)"
RTL = "\u202egnabmak\u202c \u2066x\u2069"
JAHAT = f"Jahat {SCRIPT} {IMAGE} {JINJA} {ENTITY} {BREAKS} {RTL}"
LINK = "javascript:window.kena=1"


def hostile(place: str) -> str:
    """Return the hostile text, with the name of its place so that it can be found again."""
    return f"{place} {JAHAT}"


def langkah(**more: Any) -> dict[str, Any]:
    return {
        "kegiatan": hostile("kegiatan"),
        "ringkas": hostile("ringkas"),
        "kelengkapan": [hostile("kelengkapan"), LINK],
        "waktu": hostile("waktu"),
        "output": [hostile("output")],
        "keterangan": [hostile("keterangan"), f"SOP {JAHAT}", LINK],
        "perlu_konfirmasi": {
            b: hostile("alasan") for b in ("kegiatan", "waktu", "pelaksana", "cabang")
        },
        **more,
    }


TAHAP = {t: [hostile(t)] for t in ("langkah_awal", "langkah_utama", "langkah_akhir")}
PEJABAT = {"jabatan": hostile("jabatan"), "nama": hostile("pejabat"), "nip": hostile("nip")}
SOP: dict[str, Any] = {
    "nama": hostile("nama"),
    "nama_lain": [hostile("nama lain"), "Nama Lain Yang Jahat"],
    "nomor": hostile("nomor"),
    "status": "digantikan",
    "digantikan_oleh": hostile("pengganti"),
    "kop": [hostile("kop")],
    "disahkan_oleh": PEJABAT,
    "tanda_tangan": {"tempat": hostile("tempat"), "tanggal": hostile("tanggal"), **PEJABAT},
    "prosedur": [
        {
            "judul": hostile("judul"),
            "pelaksana": {"a": hostile("pelaksana a"), "b": hostile("pelaksana b")},
            "langkah": [
                langkah(
                    id="awal",
                    nomor=hostile("nomor langkah"),
                    pelaksana=[{"pelaksana": "a", "teks": hostile("teks simbol")}, "b"],
                    opsional="ya",
                ),
                langkah(
                    pelaksana="b",
                    cabang=[
                        {"label": hostile("label satu"), "ke": "awal"},
                        {"label": hostile("label dua"), "ke": "selesai"},
                        {"label": LINK, "ke": "lanjut"},
                    ],
                ),
                langkah(pelaksana={"bersama": ["a", "b"]}),
            ],
        },
        {"pelaksana": {"c": "C"}, "langkah": [langkah(pelaksana="c")]},
    ],
    "lembar_kerja": {
        "judul_sop": hostile("judul sop"),
        "jenis_kegiatan": hostile("jenis"),
        "penanggung_jawab": {"produk": hostile("produk"), "kegiatan": hostile("pj")},
        "ruang_lingkup": hostile("lingkup"),
        "judul_kegiatan": hostile("judul kegiatan"),
        **TAHAP,
        "identifikasi_langkah": TAHAP,
        "perlu_konfirmasi": {"ruang_lingkup": hostile("alasan")},
    },
    "riwayat": [{"tanggal": "2026-01-05", "jenis": "revisi", "catatan": hostile("catatan")}],
    "perlu_konfirmasi": {b: hostile("alasan") for b in ("nama", "status", "peringatan", "langkah")},
    "abaikan": {"SOP-I002": hostile("alasan abaikan")},
} | {
    bidang: [hostile(bidang), LINK]
    for bidang in (
        "dasar_hukum",
        "kualifikasi_pelaksana",
        "keterkaitan",
        "peralatan",
        "peringatan",
        "pencatatan",
    )
}
INSTANSI = {
    "nama": hostile("instansi"),
    "nama_pendek": hostile("pendek"),
    "pemerintah": hostile("pemerintah"),
    "kop": [hostile("kop")],
    "alamat": hostile("alamat"),
    "istilah": {
        b: hostile("istilah")
        for b in (
            "kegiatan",
            "pelaksana",
            "mutu_baku",
            "kelengkapan",
            "waktu",
            "output",
            "keterangan",
            "nomor",
            "dasar_hukum",
            "peringatan",
            "keterkaitan",
            "lembar_kerja",
            "tanggal_efektif",
        )
    },
    "tampilkan_nip": "ya",
}
BENTUKAN: dict[JenisNilai, Callable[[str], Any]] = {
    JenisNilai.TEKS: hostile,
    JenisNilai.DAFTAR: lambda nama: [hostile(nama), LINK],
    JenisNilai.PEJABAT: lambda _: PEJABAT,
}
BERKAS = {"logo", "logo_kedua", "akar_sertifikat"}
"""Fields that name files: what no file can be called is reported, and no part of a site."""


def penuh(isi: dict[str, Any], register: Register, tanpa: Collection[str]) -> dict[str, Any]:
    """Fill every other field of a register that holds words, so that new ones are hostile without being named here."""
    baru = {
        nama: BENTUKAN[b.jenis](nama)
        for nama, b in register.items()
        if b.jenis in BENTUKAN and nama not in {*isi, *tanpa}
    }
    return isi | baru


SOP = penuh(SOP, BIDANG_SOP, BIDANG_PROSEDUR)
INSTANSI = penuh(INSTANSI, BIDANG_INSTANSI, BERKAS)
SOP["prosedur"][0] = penuh(SOP["prosedur"][0], BIDANG_PROSEDUR, ())
SOP["prosedur"][0]["langkah"][0] = penuh(SOP["prosedur"][0]["langkah"][0], BIDANG_LANGKAH, ())
MACROS = """---
render_macros: true
---
# Makro

{{ daftar_instansi() }}
{{ daftar_sop() }}
{{ swimlane("kantor-jahat/jahat") }}
{{ tabel_langkah("kantor-jahat/jahat") }}
{{ identitas("kantor-jahat/jahat") }}
"""
PAGE = "sop/kantor-jahat/jahat/"


def dump(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a handbook with a hostile office beside friendly ones, twice: with it, and without."""
    data = {
        **CONTOH,
        "kantor-jahat/instansi.yml": dump(INSTANSI),
        "kantor-jahat/jahat.yml": dump(SOP),
    }
    folder = make_project(tmp_path_factory.mktemp("jahat"), data, {"makro.md": MACROS})
    result = build(folder, SOP_REPO_URL=FORGE)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return project / "site"


def test_no_element_and_no_attribute_comes_from_the_data(site: Path) -> None:
    for path, page in pages(site).items():
        assert not [s for s in page.all("script") if "kena" in str(s)], path
        scripts = [i for i, (tag, _) in enumerate(page.elements) if tag == "script"]
        assert len(scripts) < 15, path
        if not path.startswith("panduan/"):  # the guides have pictures, and nothing from the data
            assert page.all("img") == [], path
        events = [(t, a) for t, a in page.elements if any(k.startswith("on") for k in a)]
        assert events == [], path
        links = [a.get("href", "") for _, a in page.elements]
        bad = [h for h in links if h.lower().strip().startswith("javascript:")]
        assert set(bad) <= {"javascript:void(0)"}, path  # Material's own share button


def test_no_inline_script_holds_the_data(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        bodies = re.findall(r"<script\b[^>]*>(.*?)</script>", html, re.DOTALL)
        assert not [b for b in bodies if "kena" in b], path


def test_every_field_is_on_the_page_letter_by_letter(site: Path) -> None:
    page = pages(site)[f"{PAGE}index.html"]
    text = " ".join("".join(page.text).split())
    wanted = " ".join(JAHAT.split())
    places = (
        "nama", "nama lain", "nomor", "pengganti", "instansi", "judul", "pelaksana a",
        "nomor langkah", "kegiatan", "kelengkapan", "waktu", "output", "keterangan", "label satu", "label dua",
        "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan",
        "pencatatan", "jabatan", "pejabat", "tempat", "alasan", "catatan", "jenis", "produk",
        "lingkup", "langkah_utama", "istilah", "alasan abaikan", "nomor_revisi", "distribusi",
    )  # fmt: skip
    assert not [p for p in places if f"{p} {wanted}" not in text]


def test_jinja_in_the_data_is_never_run(site: Path) -> None:
    for path in (p for p in site.rglob("*") if p.suffix in {".html", ".json"}):
        text = path.read_text(encoding="utf-8")
        assert "5893" not in text, path
        assert "looploop" not in text, path
    shown = (site / "makro/index.html").read_text(encoding="utf-8")
    assert shown.count("{{ 71*83 }}") > 20


def test_the_data_files_say_what_the_office_wrote(site: Path) -> None:
    raw = (site / PAGE / "sop.json").read_text(encoding="utf-8")
    assert "<" not in raw
    sop = json.loads(raw)["sop"]
    assert sop["nama"] == SOP["nama"]
    assert sop["prosedur"][0]["langkah"][1]["giliran"][0]["cabang"][0]["label"] == hostile(
        "label satu"
    )


def test_titles_are_text(site: Path) -> None:
    html = (site / PAGE / "index.html").read_text(encoding="utf-8")
    title = html[html.index("<title>") + 7 : html.index("</title>")]
    assert "&lt;/title&gt;" in title
    assert "<" not in title


DI_LANGKAH: dict[str, Callable[[str], Any]] = {
    "teks": hostile,
    "daftar": lambda nama: [hostile(nama), LINK],
    "peta": lambda nama: {hostile(nama): LINK},
    "simbol": lambda nama: [{"pelaksana": "a", "teks": hostile(nama)}],
    "tujuan": lambda nama: [{"label": hostile(nama), "ke": LINK}, {"label": LINK, "ke": "selesai"}],
}
"""Ways in which a field of a step may be hostile, whether it takes them or not."""


@pytest.mark.semua
def test_each_field_of_a_step_is_refused_or_text(tmp_path: Path) -> None:
    """Every field in every way, each in an SOP of its own; what is refused says so harmlessly, the rest is a site."""
    data = {"kantor-jahat/instansi.yml": "nama: Kantor Jahat\n"}
    for bidang in BIDANG_LANGKAH:
        for cara, isi in DI_LANGKAH.items():
            satu = {"kegiatan": "Mencatat", "pelaksana": "a", bidang: isi(f"{bidang} {cara}")}
            data[f"kantor-jahat/{bidang.replace('_', '-')}-{cara}.yml"] = dump(
                {"nama": f"{bidang} {cara}", "pelaksana": {"a": "Staf"}, "langkah": [satu, satu]}
            )
    folder = make_project(tmp_path / "buku", data)
    hasil = open_handbook(folder / "sop_data")
    ditolak = {d.lokasi.berkas for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT}
    kata = tulis_teks(hasil.diagnostics, source_lines(folder))
    assert not [c for c in kata if not c.isprintable() and c != "\n"]
    assert 10 < len(ditolak) < len(data) - 10
    for berkas in ditolak:
        (folder / berkas).unlink()
    result = build(folder)
    assert result.returncode == 0, result.stderr
    ada = pages(folder / "site")
    for path, page in ada.items():
        assert not [s for s in page.all("script") if "kena" in str(s)], path
        assert [a for _, a in page.elements if any(k.startswith("on") for k in a)] == [], path
    for id in (p.stem for p in (folder / "sop_data/kantor-jahat").glob("*-*.yml")):
        sop = f"sop/kantor-jahat/{id}"
        raw = (folder / "site" / sop / "sop.json").read_text(encoding="utf-8")
        assert "window.kena=1" in raw, id
        if not id.startswith("ringkas-"):  # the diagram's, which writes it in its own way
            assert "window.kena=1" in "".join(ada[f"{sop}/index.html"].text), id


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.mark.browser
@pytest.mark.parametrize(
    "path",
    [
        PAGE,
        "sop/",
        "sop/kantor-jahat/",
        "pelaksana/",
        "dokumen/kantor-jahat/",
        "dasar-hukum/",
        "mutu/",
        "mutu/instansi/kantor-jahat/",
        "makro/",
        "",
    ],
)
def test_nothing_runs_and_the_title_is_the_name(browser: Browser, address: str, path: str) -> None:
    with visit(browser, base_url=address) as one:
        one.page.goto(path)
        for diagram in one.page.locator("div.mermaid").all():
            diagram.scroll_into_view_if_needed()
            expect(diagram).to_have_attribute("data-diagram", "siap")
        assert one.page.evaluate("window.kena") is None
        assert one.origins() == {address.rstrip("/")}
        assert one.complaints == []
        if path == PAGE:
            assert one.page.title().startswith(" ".join(hostile("nama").split())[:60])


@pytest.mark.browser
def test_search_results_show_the_text_and_run_nothing(browser: Browser, address: str) -> None:
    with visit(browser, base_url=address) as one:
        one.page.goto("")
        one.page.locator(".sop-cari input").fill("jahat")
        items = one.page.locator("[data-kelompok=sop] .sop-butir")
        result = items.filter(has_text="Digantikan")
        expect(result).to_contain_text("Jahat")
        expect(result).to_contain_text("<script>window.kena=1</script>")
        result.locator("a").first.click()
        expect(one.page.locator("h1")).to_contain_text("{{ 71*83 }}")
        assert one.page.evaluate("window.kena") is None
        assert one.complaints == []

"""The editor in a real browser: the table itself is edited, nothing is lost, and only what changed changes in the file."""

from __future__ import annotations

import difflib
import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.site.accessibility import faults
from tests.site.buku import CONTOH
from tests.site.kebijakan import try_what_is_forbidden
from tests.site.penyunting import LANGKAH, TAMU, Halaman, Penyunting, halaman, sedang_sunting
from tests.sunting.forges import APLIKASI, FORK, REPO, TOKEN, Forge, serving_forge

MELAYANI = "kantor-contoh/melayani"


@pytest.fixture(scope="module")
def forge() -> Iterator[Forge]:
    """Serve a forge that holds the SOP that is edited."""
    files = {REPO: {"main": {f"sop_data/{MELAYANI}.yml": LANGKAH.replace("10 menit", "20 menit")}}}
    with serving_forge("gitea", Forge(files=files, writes=False)) as forge:
        yield forge


@pytest.fixture(scope="module")
def penyunting(tmp_path_factory: pytest.TempPathFactory, forge: Forge) -> Iterator[Penyunting]:
    folder = tmp_path_factory.mktemp("penyunting")
    where = {
        "SOP_REPO_URL": f"{forge.url}/{REPO}",
        "SOP_FORGE": "gitea",
        "SOP_FORGE_APLIKASI": APLIKASI,
    }
    with sedang_sunting(folder, **where) as penyunting:
        yield penyunting


@pytest.fixture
def h(browser: Browser, penyunting: Penyunting) -> Iterator[Halaman]:
    """Open the editor in a browser of its own; the file is put back afterwards."""
    h = halaman(browser, penyunting)
    yield h
    assert h.galat == []
    assert h.ditolak == [], "the policy of the page refuses nothing that the page does"
    h.page.context.close()
    if penyunting.teks(MELAYANI) != LANGKAH:
        penyunting.tulis(MELAYANI, LANGKAH)


def changed_lines(old: str, new: str) -> list[str]:
    """Return the lines that a reviewer sees, with their signs."""
    return [
        x
        for x in difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
        if x[:3] not in ("---", "+++") and not x.startswith("@@")
    ]


def test_steps_are_typed_as_fast_as_hands_are_and_all_is_undone_to_the_letter(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(0, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Mencatat nama", "Enter", "Mempersilakan duduk", "Enter",
            "Menyajikan minum", "Enter", "Escape")  # fmt: skip
    h.diam()
    assert h.kegiatan() == [
        "Mencatat nama", "Mempersilakan duduk", "Menyajikan minum", "Memeriksa keperluan", "Mengantar tamu",
    ]  # fmt: skip
    h.page.get_by_role("button", name="Hapus").click()
    h.diam()
    h.page.reload()
    h.page.wait_for_selector(".sunting-kisi table")
    h.diam()
    assert h.kegiatan()[:2] == ["Mencatat nama", "Mempersilakan duduk"], "kept by the browser"
    assert h.urungkan_semua() == 4
    assert h.teks() == LANGKAH


def test_one_word_is_one_line_for_a_reviewer_and_is_saved(
    h: Halaman, penyunting: Penyunting
) -> None:
    h.buka(MELAYANI, "#langkah-1")
    h.sel(0, "sop-isi--waktu").click()
    h.ketik("F2", "Control+a", "90 menit")
    expect(h.page.locator(".sunting-ketik__petunjuk")).to_contain_text("1 jam 30 menit")
    h.ketik("Enter")
    h.diam()
    h.ketik("Control+s")
    dialog = h.page.locator("dialog[open]")
    expect(dialog).to_contain_text("waktu pada 1 langkah")
    dialog.get_by_role("button", name="Simpan ke folder kerja").click()
    expect(h.page.locator(".sunting-keadaan")).to_contain_text("Tersimpan di folder kerja")
    assert changed_lines(LANGKAH, penyunting.teks(MELAYANI)) == [
        "-    waktu: 5 menit  # dari buku tamu",
        "+    waktu: 90 menit  # dari buku tamu",
    ]


def test_escape_goes_back_to_what_stood_there_and_where_nothing_stood_it_ends(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(0, "sop-isi--waktu").click()
    h.ketik("F2", "Control+a", "9 menit", "Escape")
    h.sel(2, "sop-isi--waktu").click()
    h.ketik("2 menit", "Escape", "Control+Enter", "Menutup pintu", "Escape")
    h.diam()
    assert changed_lines(LANGKAH, h.teks()) == [
        "+    waktu: 2 menit", "+  - kegiatan: Menutup pintu", "+    pelaksana: staf",
    ]  # fmt: skip
    expect(h.sel(3, "sop-kegiatan")).to_be_focused()
    h.urungkan_semua()


def test_an_answer_replaces_what_it_changed_alone_and_nobody_is_disturbed(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.page.evaluate(
        """() => {
          for (const cell of document.querySelectorAll(".sunting-kisi td")) cell.dulu = true
          const { mesin } = document.getElementById("sunting").sunting
          const { panggil } = mesin
          const lepas = new Promise(resolve => (window.lepas = resolve))
          mesin.panggil = (...apa) => lepas.then(() => panggil(...apa))
        }"""
    )
    h.sel(0, "sop-isi--waktu").click()
    h.ketik("F2", "Control+a", "7 menit", "Tab", "F2", "Buku", "ArrowLeft")
    h.page.evaluate("document.activeElement.dulu = true; window.lepas()")
    expect(h.page.locator(".sunting-menunggu")).to_have_count(0)
    area = "(({ dulu, value, selectionStart }) => [dulu, value.length - selectionStart])(document.activeElement)"
    assert h.page.evaluate(area) == [True, 1], "one goes on in the very field, where one was"
    expect(h.sel(0, "sop-isi--waktu")).to_have_text("7 menit")
    anew = "[...document.querySelectorAll('.sunting-kisi tbody td')].filter(one => !one.dulu).map(one => one.className)"
    assert h.page.evaluate(anew) == ["sop-isi sop-isi--waktu"]
    h.ketik("Escape")
    h.urungkan_semua()
    assert h.teks() == LANGKAH


def test_a_step_becomes_a_decision_and_rows_and_lanes_are_dragged(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(1, "sop-kegiatan").click()
    h.ketik("Alt+d", "ArrowUp", "Enter")
    h.diam()
    expect(h.page.locator("tbody .sop-lambang--belah_ketupat")).to_have_count(1)
    h.lajur(2, 1).click()
    h.diam()
    assert "pelaksana: kepala" in h.teks().rpartition("- kegiatan")[2]
    lit = "document.querySelectorAll('.sunting-kisi .sop-nyala').length"
    assert h.page.evaluate(
        f"[{lit}, document.dispatchEvent(new Event('sop-digambar')) && {lit}]"
    ) == ([h.page.evaluate(lit)] * 2)
    assert h.page.evaluate(lit) > 0, "the arrows that are drawn now"
    drag(h, '[data-n="2"] .sop-no', '[data-n="0"] .sop-no')
    assert h.kegiatan() == ["Mengantar tamu", "Mencatat tamu", "Memeriksa keperluan"]
    expect(h.page.locator("tbody")).to_contain_text("ke langkah\n2", use_inner_text=True)
    drag(h, "thead .sop-lane >> nth=1", "thead .sop-lane >> nth=0")
    assert h.teks().index("kepala: Kepala") < h.teks().index("staf: Staf")
    assert "# Komentar yang tidak boleh hilang" in h.teks()
    h.urungkan_semua()
    assert h.teks() == LANGKAH


def drag(h: Halaman, what: str, to: str) -> None:
    """Drag something to just before something else."""
    a, b = (h.page.locator(x).bounding_box() for x in (what, to))
    assert a
    assert b
    h.page.mouse.move(a["x"] + 8, a["y"] + 8)
    h.page.mouse.down()
    h.page.mouse.move(a["x"] + 16, a["y"] + 16, steps=3)
    h.page.mouse.move(b["x"] + 4, b["y"] + 4, steps=5)
    h.page.mouse.up()
    h.diam()


def test_fingers_type_say_who_acts_drag_rows_and_rename_lanes(
    browser: Browser, penyunting: Penyunting
) -> None:
    h = halaman(browser, penyunting, jari=True)
    h.buka(MELAYANI)
    for _ in range(2):
        h.sel(0, "sop-isi--waktu").tap()
    h.ketik("Control+a", "7 menit")
    h.lajur(2, 1).tap()
    h.diam()
    assert changed_lines(LANGKAH, h.teks()) == [
        "-    waktu: 5 menit  # dari buku tamu", "+    waktu: 7 menit  # dari buku tamu",
        "-    pelaksana: staf", "+    pelaksana: kepala",
    ]  # fmt: skip
    a, b = (h.page.locator(f'[data-n="{n}"] .sop-no').bounding_box() for n in (2, 0))
    assert a
    assert b
    finger = h.page.context.new_cdp_session(h.page)
    for kind, y in (("Start", a["y"] + 8), *(("Move", a["y"] + (b["y"] - a["y"]) * k / 4) for k in (1, 2, 3, 4)), ("End", 0)):  # fmt: skip
        points = [] if kind == "End" else [{"x": a["x"] + 8, "y": y}]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
    expect(h.page.locator("td.sop-kegiatan").first).to_contain_text("Mengantar tamu")
    for _ in range(2):
        h.page.locator("thead .sop-lane").first.tap()
    expect(h.page.locator("dialog[open]")).to_contain_text("Ganti nama pelaksana")
    assert h.galat == []
    assert h.ditolak == [], "the policy of the page refuses nothing that the page does"
    h.page.context.close()


def test_what_is_typed_and_pasted_is_text_and_pasted_rows_are_shown_first(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(0, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", '<img src=x onerror="window.kena=1">{{ 7*7 }}', "Enter", "Escape")
    h.diam()
    assert h.kegiatan()[0] == '<img src=x onerror="window.kena=1">{{ 7*7 }}'
    h.page.evaluate(
        """() => {
          const data = new DataTransfer()
          data.setData("text/html", `<table><tr><td>Kegiatan</td><td>Pelaksana</td><td>Waktu</td></tr>
            <tr><td>Menutup <b>pintu</b><img src=x onerror="window.kena=1"></td><td>Penjaga</td><td>1 menit</td></tr></table>`)
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))
        }"""
    )
    dialog = h.page.locator("dialog[open]")
    expect(dialog.get_by_label("Arti kolom 2")).to_have_value("pelaksana")
    dialog.get_by_role("button", name="Tempel").click()
    h.diam()
    assert h.kegiatan()[1] == "Menutup pintu"
    expect(h.page.locator("thead .sop-lane").last).to_have_text("Penjaga")
    assert h.page.evaluate("window.kena") is None
    assert [x for x in h.ditolak if "inline event handler" not in x] == []
    h.ditolak.clear()  # what is pasted is read under the policy of the page
    h.page.get_by_role("tab", name="Berkas").click()
    expect(h.page.get_by_label("Isi berkas")).to_have_value(h.teks())


RESMI = """<table>
<tr><td rowspan=2>No</td><td rowspan=2>Kegiatan</td><td colspan=2>Pelaksana</td><td colspan=3>Mutu Baku</td><td rowspan=2>Ket</td></tr>
<tr><td>Pemohon</td><td>Petugas<br>Loket</td><td>Kelengkapan</td><td>Waktu</td><td>Output</td></tr>
<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td><td>8</td></tr>
<tr><td>1.</td><td>Mengajukan surat</td><td>√</td><td></td><td>Surat</td><td>5 menit</td><td>Surat diterima</td><td></td></tr>
<tr><td>2.</td><td>Memeriksa surat</td><td>x</td><td>x</td><td>- Surat<p>- Berkas</p></td><td>1 jam</td><td>Hasil</td><td></td></tr>
<tr><td></td><td></td><td></td><td></td><td>Jumlah</td><td>1 jam 5 menit</td><td></td><td></td></tr>
</table>"""
"""The table of an official form as Word gives it: performers below their common word, the columns numbered, a sum."""


def test_the_whole_table_of_a_form_is_pasted_with_its_lanes(h: Halaman) -> None:
    h.buka_baru("kantor-contoh", "Mengurus Surat")
    h.page.evaluate(
        """html => {
          const data = new DataTransfer()
          data.setData("text/html", html)
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))
        }""",
        RESMI,
    )
    dialog = h.page.locator("dialog[open]")
    for nomor, arti in ((2, "kegiatan"), (3, "lajur"), (4, "lajur"), (6, "waktu"), (7, "output")):
        expect(dialog.get_by_label(f"Arti kolom {nomor}")).to_have_value(arti)
    expect(dialog.get_by_label("3 baris pertama adalah kepala tabel")).to_be_checked()
    dialog.get_by_role("button", name="Tempel").click()
    expect(h.page.locator(".sunting-kabar")).to_have_text("1 baris tanpa kegiatan tidak ikut.")
    h.diam()
    teks = h.teks()
    assert "pelaksana:\n  pemohon: Pemohon\n  petugas_loket: Petugas Loket\n" in teks
    assert teks.partition("langkah:\n")[2].split("\n") == [
        "  - kegiatan: Mengajukan surat", "    pelaksana: pemohon", "    kelengkapan: Surat",
        "    waktu: 5 menit", "    output: Surat diterima", "",
        "  - kegiatan: Memeriksa surat", "    pelaksana:", "      - pemohon", "      - petugas_loket",
        "    kelengkapan:", "      - Surat", "      - Berkas", "    waktu: 1 jam", "    output: Hasil", "",
    ]  # fmt: skip
    h.page.get_by_role("button", name="Buang draf").click()
    h.page.locator("dialog[open]").get_by_role("button", name="Buang draf").click()
    h.page.wait_for_selector(".sunting-mulai")
    expect(h.page.get_by_text("Mengurus Surat")).to_have_count(0)


def test_what_comes_into_the_page_neither_runs_nor_asks_anybody(h: Halaman, forge: Forge) -> None:
    answer = h.page.goto(h.alamat)
    assert answer
    assert answer.header_value("content-security-policy") == "frame-ancestors 'self'"
    answer = h.page.goto(f"{h.alamat}sunting/?sop={MELAYANI}")
    assert answer
    said = answer.header_value("content-security-policy") or ""
    rules = {name: values for name, *values in map(str.split, said.split(";"))}
    assert rules["connect-src"] == ["'self'", forge.url]
    assert all(x == "'self'" or x.startswith("'sha256-") for x in rules["script-src"])
    assert rules["default-src"] == rules["frame-ancestors"] == ["'none'"]
    h.page.wait_for_selector(".sunting-kisi table")
    h.diam()
    assert try_what_is_forbidden(h.page) == [
        "connect-src", "frame-src", "img-src", "script-src-attr", "script-src-elem", "script-src-elem",
    ]  # fmt: skip
    h.ditolak.clear()


def test_two_tabs_never_write_over_each_other(h: Halaman, penyunting: Penyunting) -> None:
    h.buka(MELAYANI)
    lain = Halaman(h.page.context.new_page(), penyunting)
    lain.buka(MELAYANI)
    lain.sel(2, "sop-kegiatan").click()
    lain.ketik("F2", "Control+a", "Mengantar ke pintu", "Tab")
    lain.diam()
    expect(h.page.locator("dialog[open]")).to_contain_text("diubah di tab lain")
    h.page.get_by_role("button", name="Pakai tulisan di tab lain").click()
    h.diam()
    assert h.kegiatan()[2] == "Mengantar ke pintu"


def test_what_changed_in_the_folder_meanwhile_takes_nothing_from_the_draft(
    h: Halaman, penyunting: Penyunting
) -> None:
    h.buka(MELAYANI)
    h.sel(2, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Mengantar ke pintu", "Tab")
    h.diam()
    penyunting.tulis(MELAYANI, LANGKAH.replace("10 menit", "30 menit"))
    expect(h.sel(1, "sop-isi--waktu")).to_contain_text("30 menit")
    h.diam()
    assert h.kegiatan()[2] == "Mengantar ke pintu"


def test_a_doubt_is_confirmed_and_a_finding_leads_to_its_cell(h: Halaman) -> None:
    h.buka(TAMU)
    h.sel(1, "sop-kegiatan").click()
    expect(h.page.locator(".sunting-panel .sunting-ragu")).to_contain_text("Belum pasti siapa")
    expect(h.page.locator(".sunting-panel")).not_to_contain_text("perlu_konfirmasi")  # said once
    h.page.get_by_role("button", name="Sudah benar").click()
    h.diam()
    assert "perlu_konfirmasi" not in h.teks()
    h.page.get_by_role("tab", name="Temuan").click()
    h.page.get_by_role("button", name="Ke tempatnya").first.click()
    assert h.page.evaluate("document.activeElement.matches('td, input, textarea, select, summary')")


def test_who_names_an_sop_is_renamed_with_it_if_wanted_and_all_is_undone(
    h: Halaman, penyunting: Penyunting
) -> None:
    h.buka("kantor-contoh/pengarsipan")
    h.page.get_by_role("tab", name="Identitas").click()
    h.page.get_by_label("Nama SOP").fill("Penyimpanan Arsip")
    h.page.get_by_label("Nama SOP").press("Tab")
    h.page.get_by_role("button", name="Ganti juga di sana").click()
    h.diam()
    h.ketik("Control+s")
    expect(h.page.locator("dialog[open]")).to_contain_text(
        "Ikut berubah: kantor-contoh/penerimaan-tamu.yml"
    )
    h.page.get_by_role("button", name="Simpan ke folder kerja").click()
    expect(h.page.locator(".sunting-keadaan")).to_contain_text("Tersimpan di folder kerja")
    assert "nama: Penyimpanan Arsip" in penyunting.teks("kantor-contoh/pengarsipan")
    assert "Penyimpanan Arsip" in penyunting.teks(TAMU)
    h.page.get_by_role("button", name="↶ Urungkan").click()
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_role("button", name="Simpan ke folder kerja").click()
    expect(h.page.locator(".sunting-keadaan")).to_contain_text("Tersimpan di folder kerja")
    assert penyunting.teks("kantor-contoh/pengarsipan") == CONTOH["kantor-contoh/pengarsipan.yml"]
    assert penyunting.teks(TAMU) == CONTOH[f"{TAMU}.yml"]


def test_a_name_typed_while_the_form_is_made_anew_is_asked_about_once(h: Halaman) -> None:
    h.buka("kantor-contoh/pengarsipan")
    h.page.get_by_role("tab", name="Identitas").click()
    h.page.get_by_label("Nama SOP").fill("Penyimpanan Arsip")
    h.page.evaluate("document.getElementById('sunting').sunting.fillForm()")
    h.page.get_by_label("Nama SOP").press("Tab")
    expect(h.page.locator("dialog[open]")).to_contain_text("SOP lain menyebut nama ini")
    h.page.get_by_role("button", name="Hanya di SOP ini").click()
    h.diam()
    expect(h.page.locator("dialog[open]")).to_have_count(0)
    assert h.teks().startswith("nama: Penyimpanan Arsip")
    h.page.get_by_role("button", name="↶ Urungkan").click()
    h.diam()
    assert h.teks() == CONTOH["kantor-contoh/pengarsipan.yml"]


def test_a_proposal_goes_to_the_forge_with_what_changed_there_meanwhile(
    h: Halaman, forge: Forge
) -> None:
    h.buka(MELAYANI)
    h.sel(2, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Mengantar ke pintu", "Tab")
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_label("Alasan atau catatan").fill("Biar sopan @semua")
    h.page.get_by_role("button", name="Usulkan di Forgejo/Gitea").click()
    h.page.get_by_label("Token").fill("salah")
    h.page.get_by_role("button", name="Lanjut").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("tidak menerima token")
    assert faults(h.page) == ""
    h.page.get_by_role("button", name="Cara lain…").click()
    expect(h.page.get_by_label("Alasan atau catatan")).to_have_value("Biar sopan @semua")
    h.page.get_by_role("button", name="Usulkan di Forgejo/Gitea").click()
    h.page.get_by_label("Token").fill("salah lagi")
    h.page.get_by_role("button", name="Lanjut").click()
    h.page.get_by_role("button", name="Masuk lagi").click()
    h.page.get_by_label("Token").fill(TOKEN)
    h.page.get_by_role("button", name="Lanjut").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Usulan terkirim")
    text = forge.files[FORK]["usul/kantor-contoh-melayani"][f"sop_data/{MELAYANI}.yml"]
    assert changed_lines(LANGKAH, text) == [
        "-    waktu: 10 menit", "-  - kegiatan: Mengantar tamu",
        "+    waktu: 20 menit", "+  - kegiatan: Mengantar ke pintu",
    ]  # fmt: skip
    [proposal] = forge.proposals
    assert "@semua" not in proposal.body, "nobody is called"
    assert "kegiatan pada 1 langkah" in proposal.body
    assert "Melayani Tamu" in proposal.title
    h.page.get_by_role("button", name="Baik").click()
    name, branches = f"sop_data/{MELAYANI}.yml", forge.files[FORK]
    branches["usul/kantor-contoh-melayani"][name] = text.replace(
        "output: Catatan", "output: Buku tamu"
    )  # by a reviewer
    h.sel(1, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Memeriksa maksud", "Tab")
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_role("button", name="Usulkan di Forgejo/Gitea").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Usulan Anda diperbarui")
    assert len(forge.proposals) == 1
    assert changed_lines(text, branches["usul/kantor-contoh-melayani"][name]) == [
        "-    output: Catatan", "-  - kegiatan: Memeriksa keperluan",
        "+    output: Buku tamu", "+  - kegiatan: Memeriksa maksud",
    ]  # fmt: skip
    assert "kegiatan pada 2 langkah" in proposal.body


@pytest.mark.semua
def test_who_has_chosen_between_two_changes_of_the_same_words_is_not_asked_again(
    h: Halaman, forge: Forge
) -> None:
    base, name = forge.files[REPO]["main"], f"sop_data/{MELAYANI}.yml"
    before = base[name]
    base[name] = before.replace("Mengantar tamu", "Mengantar tamu ke luar")
    h.buka(MELAYANI)
    dialog = h.page.locator("dialog[open]")
    for n, (text, choice) in enumerate((("Melepas tamu", True), ("Melepas semua tamu", False))):
        h.sel(2, "sop-kegiatan").click()
        h.ketik("F2", "Control+a", text, "Tab")
        h.diam()
        h.ketik("Control+s")
        expect(dialog).to_contain_text("kegiatan pada 1 langkah")
        assert n or faults(h.page) == ""
        h.page.get_by_role("button", name="Usulkan di Forgejo/Gitea").click()
        if choice:
            h.page.get_by_label("Token").fill(TOKEN)
            h.page.get_by_role("button", name="Lanjut").click()
            expect(dialog).to_contain_text("Keduanya mengubah langkah 3")
            h.page.get_by_role("button", name="Pakai tulisan Anda").click()
        other = h.page.get_by_role("button", name="Ganti dengan draf ini")  # of a test before
        expect(other.or_(h.page.get_by_role("button", name="Baik"))).to_be_visible()
        if other.is_visible():
            other.click()
        expect(dialog).to_contain_text("Jawaban penelaah")
        h.page.get_by_role("button", name="Baik").click()
        expect(dialog).to_have_count(0)
    base[name] = before
    sent = forge.files[FORK]["usul/kantor-contoh-melayani"][name]
    assert "Melepas semua tamu" in sent
    assert "ke luar" not in sent


def test_an_sop_is_typed_from_paper_from_its_first_lane_to_its_last_field(h: Halaman) -> None:
    h.buka_baru("kantor-contoh", "Meminjam Ruang")
    h.ketik("Pemohon", "Enter", "Petugas")
    h.page.get_by_role("button", name="Buat tabelnya").click()
    h.diam()
    h.ketik("Mengajukan permohonan", "Tab", "Tab", "Tab", "Surat", "Tab", "5 menit", "Tab", "Surat permohonan", "Enter",
            "Memeriksa permohonan", "Tab", "Tab", "Enter", "Tab", "F2")  # fmt: skip
    expect(h.page.locator(".sunting-saran:visible")).to_contain_text("Surat permohonan")
    h.ketik("ArrowDown", "Enter", "Tab", "2 hari kerja", "Tab", "Izin", "Tab", "Tab", "Escape")
    h.diam()
    assert h.teks().partition("langkah:\n")[2].split("\n") == [
        "  - kegiatan: Mengajukan permohonan", "    pelaksana: pemohon", "    kelengkapan: Surat",
        "    waktu: 5 menit", "    output: Surat permohonan", "",
        "  - kegiatan: Memeriksa permohonan", "    pelaksana: petugas", "    kelengkapan: Surat permohonan",
        "    waktu: 2 hari kerja", "    output: Izin", "",
    ]  # fmt: skip
    h.page.get_by_role("button", name="Berikutnya: identitas").click()
    expect(h.page.get_by_label("Nomor SOP")).to_be_focused()  # the first that is empty
    h.ketik("07/SOP", "Tab", "Tab", "Tab", "5 Januari 2027", "Tab", "Peraturan Contoh", "Tab", "Cakap", "Tab", "SOP Arsip")  # fmt: skip
    h.diam()
    expect(h.page.get_by_label("Keterkaitan")).to_be_focused()
    h.ketik("Tab")
    h.diam()
    for line in (
        "nomor: 07/SOP",
        "tanggal_efektif: 2027-01-05",
        "dasar_hukum: Peraturan Contoh",
        "keterkaitan: SOP Arsip",
    ):
        assert line in h.teks()


def test_a_role_is_renamed_in_its_column_and_wherever_else_one_wants_it(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.page.locator("thead .sop-lane").first.dblclick()
    h.ketik("Petugas", "Enter")
    dialog = h.page.locator("dialog[open]")
    dialog.get_by_label("Kolom Staf di SOP Pengarsipan").check()
    dialog.get_by_role("button", name="Ganti yang dicentang").click()
    expect(h.page.locator("thead .sop-lane").first).to_have_text("Petugas")
    h.diam()
    assert changed_lines(LANGKAH, h.teks()) == ["-  staf: Staf", "+  staf: Petugas"]
    h.ketik("Control+s")
    expect(h.page.locator("dialog[open]")).to_contain_text(
        "Ikut berubah: kantor-contoh/pengarsipan.yml"
    )


def test_who_signs_in_at_the_forge_comes_back_to_the_draft_and_it_is_sent(
    h: Halaman, forge: Forge
) -> None:
    h.buka(MELAYANI)
    forge.redirects.add(h.page.url.partition("?")[0])
    h.page.evaluate(
        "document.getElementById('sunting').sunting.mesin.menulis = false"
    )  # a published site
    h.sel(2, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Melepas tamu", "Tab")
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_label("Alasan atau catatan").fill("Biar sopan")
    h.page.get_by_role("button", name="Usulkan di Forgejo/Gitea").click()
    h.page.get_by_role("button", name="Masuk di Forgejo/Gitea").click()
    other = h.page.get_by_role("button", name="Ganti dengan draf ini")  # a test before has sent one
    expect(other.or_(h.page.get_by_role("button", name="Baik"))).to_be_visible()
    if other.is_visible():
        other.click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Jawaban penelaah")
    name = f"sop_data/{MELAYANI}.yml"
    assert "Melepas tamu" in forge.files[FORK]["usul/kantor-contoh-melayani"][name]
    assert "Biar sopan" in forge.proposals[-1].body, "what was written before is not lost"
    assert h.page.url.endswith(f"/sunting/?sop={MELAYANI}"), "no code stays in the address"
    kept = h.page.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")
    assert "oauth-" not in kept, "the token goes with the page"
    assert "verifier" not in kept
    assert not forge.codes, "a code is good for once"


def test_the_draft_is_printed_as_a_sheet_that_says_it_is_a_proposal(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.page.get_by_role("tab", name="Lembar").click()
    h.page.evaluate("window.print = () => {}")
    h.page.get_by_role("button", name="Cetak lembar").click()
    sheet = h.page.locator(".sunting-cetak")
    expect(sheet).to_contain_text("USULAN, belum disahkan")
    h.page.emulate_media(media="print")
    expect(sheet.get_by_text("Mencatat tamu").first).to_be_visible()
    expect(sheet.get_by_role("img", name="Selesai oleh Staf")).to_be_visible()
    expect(h.page.locator("#sunting")).to_be_hidden()
    h.page.emulate_media(media="screen")
    h.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
    expect(h.page.locator("#sunting")).to_be_visible()


def test_data_of_an_office_is_a_form(h: Halaman) -> None:
    h.buka()
    h.page.get_by_role("button", name="Kantor Contoh kantor-contoh/instansi.yml").click()
    h.page.get_by_label("Nama pendek").fill("Kantor")
    h.page.get_by_label("Nama pendek").press("Tab")
    h.diam()
    assert h.teks().split() == ["nama:", "Kantor", "Contoh", "nama_pendek:", "Kantor"]
    expect(h.page.locator('.sunting-utama [data-kunci="tabel"]')).to_be_hidden()


@pytest.mark.parametrize("tab", ["Langkah", "Identitas"])
def test_everything_can_be_reached_and_named(h: Halaman, tab: str) -> None:
    h.buka(TAMU)
    h.page.get_by_role("tab", name=tab, exact=True).first.click()
    assert faults(h.page) == ""


def test_a_key_that_nothing_has_the_focus_for_goes_to_the_chosen_cell(h: Halaman) -> None:
    h.buka(MELAYANI)
    h.sel(2, "sop-kegiatan").click()
    for first in "sp":  # by which the theme searches, and turns to the page before
        h.page.evaluate("document.activeElement.blur()")
        h.ketik(first)
        expect(h.page.get_by_label("Kegiatan langkah 3")).to_have_value(first)
        assert not h.page.locator("#__search").is_checked()
        h.ketik("Escape")
    h.page.evaluate(
        """() => {
          const app = document.getElementById("sunting").sunting
          app.tunggu.until(new Promise(done => (window.drawn = done)))
          document.activeElement.blur()
        }"""
    )
    h.ketik("S", "u", "r")  # while a new row is being made they wait for it, in their order
    assert h.page.get_by_label("Kegiatan langkah 3").count() == 0
    h.page.evaluate("window.drawn()")
    expect(h.page.get_by_label("Kegiatan langkah 3")).to_have_value("Sur")
    h.ketik("Escape")
    h.page.get_by_role("tab", name="Identitas").click()
    h.page.evaluate("document.activeElement.blur()")
    h.ketik("s")
    assert not h.page.locator("#__search").is_checked()
    assert h.page.url.endswith(f"?sop={MELAYANI}")


FITS = "document.scrollingElement.scrollWidth <= innerWidth"
CLEAR = """() => {
  const [table, panel] = [".sunting-utama", ".sunting-hasil"].map(x => document.querySelector(x).getBoundingClientRect())
  return innerWidth < 960 || table.right <= panel.left
}"""


@pytest.mark.parametrize(
    ("width", "height"), [(1024, 768), pytest.param(360, 740, marks=pytest.mark.semua)]
)
def test_where_the_window_is_narrow_the_panel_is_a_drawer_that_mouse_and_keys_open_and_shut(
    h: Halaman, width: int, height: int
) -> None:
    h.page.set_viewport_size({"width": width, "height": height})
    h.buka(MELAYANI)
    panel = h.page.locator("#sunting-hasil")
    if width == 1024:
        assert h.page.evaluate(
            "(x => x.scrollWidth <= x.clientWidth)(document.querySelector('.sunting-kisi'))"
        ), "the whole table is seen"
    expect(panel).to_be_hidden()
    assert h.page.evaluate(FITS)
    assert faults(h.page) == ""
    h.sel(1, "sop-kegiatan").click()
    h.page.get_by_role("button", name="Sisipkan di bawah").click()  # without opening anything
    h.ketik("Menawarkan minum", "Tab")
    h.diam()
    assert h.kegiatan()[2] == "Menawarkan minum"
    h.sel(2, "sop-kegiatan").click()
    h.ketik("F6")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("Langkah 3")
    expect(panel.locator(":focus")).to_have_count(1)
    assert h.page.evaluate(CLEAR)
    assert h.page.evaluate(FITS)
    assert faults(h.page) == ""
    h.ketik("Escape")
    expect(panel).to_be_hidden()
    expect(h.sel(2, "sop-kegiatan")).to_be_focused()
    temuan = h.page.get_by_role("tab", name="Temuan")
    temuan.click()
    expect(panel).to_be_visible()
    temuan.click()
    expect(panel).to_be_hidden()
    opener = h.page.get_by_role("button", name="Buka sisi ini")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.press("Enter")
    expect(panel).to_be_visible()
    h.buka(MELAYANI)
    expect(panel).to_be_visible()  # as it was left
    h.page.set_viewport_size({"width": 1280, "height": 800})
    expect(opener).to_be_hidden()
    expect(panel).to_be_visible()


@pytest.mark.semua
def test_a_thousand_random_edits_are_undone_to_the_letter(h: Halaman) -> None:
    chance = random.Random(20261128)
    h.buka(MELAYANI)
    for number in range(1000):
        rows = len(h.kegiatan())
        n = chance.randrange(rows)
        choose = chance.random()
        h.sel(n, "sop-kegiatan").click()
        h.ketik("Escape")  # a second click on a cell types in it
        if choose < 0.3:
            h.ketik("F2", "Control+a", f"Kegiatan {number}", "Tab")
        elif choose < 0.5 and rows < 12:
            h.ketik("Control+Enter", f"Baris baru {number}", "Tab")
        elif choose < 0.6 and rows > 2:
            h.ketik("Control+Delete")
        elif choose < 0.75:
            h.ketik(chance.choice(["Alt+ArrowUp", "Alt+ArrowDown"]))
        elif choose < 0.9:
            h.lajur(n, chance.randrange(2)).click(
                modifiers=["Control"] if chance.random() < 0.3 else []
            )
        else:
            h.ketik("Alt+d", chance.choice(["ArrowUp", "ArrowDown"]), "Enter")
        h.diam()
    texts = h.page.evaluate("document.getElementById('sunting').sunting.draf.lalu.map(x => x.teks)")
    assert all(a != b for a, b in pairwise(texts))
    h.urungkan_semua()
    assert h.teks() == LANGKAH


@pytest.mark.semua
def test_a_tab_that_is_killed_loses_at_most_what_was_being_typed(
    browser: Browser, penyunting: Penyunting
) -> None:
    chance = random.Random(50)
    h = halaman(browser, penyunting)
    h.buka(MELAYANI)
    for number in range(50):
        before = h.teks()
        h.sel(0, "sop-kegiatan").click()
        h.ketik("F2", "Control+a", f"Mencatat {number}", "Tab")
        h.page.wait_for_timeout(chance.random() * 400)
        context = h.page.context
        after = before.replace(h.kegiatan()[0], f"Mencatat {number}")
        h.page.close()
        h = Halaman(context.new_page(), penyunting)
        h.buka(MELAYANI)
        assert h.teks().splitlines()[7:] in (before.splitlines()[7:], after.splitlines()[7:]) or (
            f"Mencatat {number}" in h.teks()
        )
    h.page.context.close()

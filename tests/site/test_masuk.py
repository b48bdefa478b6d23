"""Signing in to a forge and back, in a real browser: whatever goes wrong on the way (a sample is in test_sunting.py)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.site.penyunting import LANGKAH, Halaman, Penyunting, halaman, sedang_sunting
from tests.sunting.forges import APLIKASI, REPO, Forge, serving_forge

MELAYANI = "kantor-contoh/melayani"
NAME = f"sop_data/{MELAYANI}.yml"


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Penyunting, Forge]]:
    """Serve a handbook that names an application, and its forge."""
    with serving_forge("gitlab", Forge(files={REPO: {"main": {NAME: LANGKAH}}})) as forge:
        where = {
            "SOP_REPO_URL": f"{forge.url}/{REPO}",
            "SOP_FORGE": "gitlab",
            "SOP_FORGE_APLIKASI": APLIKASI,
        }
        with sedang_sunting(tmp_path_factory.mktemp("masuk"), **where) as penyunting:
            address = penyunting.tautan.rpartition("/.sajikan")[0]
            forge.redirects.add(f"{address}/sunting/")
            yield penyunting, forge


@pytest.fixture
def h(browser: Browser, served: tuple[Penyunting, Forge]) -> Iterator[Halaman]:
    """Open an SOP and change it, as on a published site: there it cannot be saved but only sent."""
    h = halaman(browser, served[0])
    h.buka(MELAYANI)
    h.page.evaluate("document.getElementById('sunting').sunting.mesin.menulis = false")
    h.sel(2, "sop-kegiatan").click()
    h.ketik("F2", "Control+a", "Mengantar ke pintu", "Tab")
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_label("Alasan atau catatan").fill("Biar sopan")
    h.page.get_by_role("button", name="Usulkan di GitLab").click()
    yield h
    assert h.galat == []
    h.page.context.close()


def kept(h: Halaman) -> str:
    """Return all that the browser would keep of this tab."""
    return str(h.page.evaluate("JSON.stringify(Object.assign({}, sessionStorage, localStorage))"))


@pytest.mark.semua
def test_who_signs_in_comes_back_to_the_draft_and_it_is_sent(
    h: Halaman, served: tuple[Penyunting, Forge]
) -> None:
    forge = served[1]
    h.page.get_by_role("button", name="Masuk di GitLab").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Usulan terkirim")
    assert forge.files[REPO]["usul/petugas/kantor-contoh-melayani"][NAME] == LANGKAH.replace(
        "Mengantar tamu", "Mengantar ke pintu"
    )
    assert "Biar sopan" in forge.proposals[0].body, "what was written before is not lost"
    assert h.page.url.endswith(f"/sunting/?sop={MELAYANI}"), "no code stays in the address"
    token = next(t for t in forge.signed_in if t.startswith("oauth-"))
    assert token not in kept(h), "it goes with the page"
    assert "verifier" not in kept(h)
    assert not forge.codes, "a code is good for once"


@pytest.mark.semua
def test_whoever_does_not_come_back_as_they_went_is_not_signed_in(
    h: Halaman, served: tuple[Penyunting, Forge]
) -> None:
    forge = served[1]
    said, before = h.page.locator(".sunting-kabar"), len(forge.signed_in)
    forge.denies = True
    h.page.get_by_role("button", name="Masuk di GitLab").click()
    expect(said).to_contain_text("Anda tidak memberi izin")
    assert h.kegiatan()[2] == "Mengantar ke pintu", "the draft is there"
    forge.denies = False
    address = h.page.url.partition("?")[0]
    for strange in ("code=a&state=b", "error=access_denied&state=", "code=&state=null"):
        h.page.goto(f"{address}?{strange}")
        expect(said).to_contain_text("tidak dimulai dari halaman ini")
        assert "code" not in h.page.url
    h.page.add_init_script(
        "const k = 'sop-sunting-masuk', s = JSON.parse(sessionStorage.getItem(k));"
        "if (s) sessionStorage.setItem(k, JSON.stringify({ ...s, verifier: 'x'.repeat(43) }))"
    )
    h.buka(MELAYANI)
    h.page.evaluate("document.getElementById('sunting').sunting.mesin.menulis = false")
    h.ketik("Control+s")
    h.page.get_by_role("button", name="Usulkan di GitLab").click()
    h.page.get_by_role("button", name="Masuk di GitLab").click()
    expect(said).to_contain_text("tidak menerima tanda masuknya")
    assert len(forge.signed_in) == before


@pytest.mark.semua
def test_who_asks_for_it_stays_signed_in_until_the_tab_is_closed(
    h: Halaman, served: tuple[Penyunting, Forge]
) -> None:
    h.page.get_by_label("Ingat sampai tab ini ditutup").check()
    h.page.get_by_role("button", name="Masuk di GitLab").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Usulan")
    assert "oauth-" in kept(h)
    h.page.reload()
    h.page.wait_for_selector(".sunting-kisi table")
    h.diam()
    h.ketik("Control+s")
    h.page.get_by_role("button", name="Usulkan di GitLab").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("Usulan")
    served[1].signed_in.clear()
    h.page.get_by_role("button", name="Baik").click()
    h.ketik("Control+s")
    h.page.get_by_role("button", name="Usulkan di GitLab").click()
    expect(h.page.locator("dialog[open]")).to_contain_text("tidak menerima token")
    assert "oauth-" not in kept(h), "what the forge does not take is forgotten"

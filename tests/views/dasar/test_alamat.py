"""Links between pages, with folders as addresses and with files as addresses."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.alamat import Alamat

TAMU = a.halaman_sop("kantor-contoh/tamu")


@pytest.mark.parametrize(
    ("dari", "ke", "jangkar", "folder", "berkas"),
    [
        (a.BERANDA, TAMU, "", "sop/kantor-contoh/tamu/", "sop/kantor-contoh/tamu.html"),
        (TAMU, a.BERANDA, "", "../../../", "../../index.html"),
        (TAMU, TAMU, "langkah-7", "#langkah-7", "#langkah-7"),
        (TAMU, a.SEMUA_SOP, "", "../../", "../index.html"),
        (TAMU, a.halaman_instansi("kantor-contoh"), "", "../", "index.html"),
        (a.MUTU, a.MUTU_KODE, "sop-a001", "kode/#sop-a001", "kode.html#sop-a001"),
        (a.MUTU_KODE, a.MUTU, "", "../", "index.html"),
        (a.halaman_mutu("kode"), TAMU, "x", "../../../sop/kantor-contoh/tamu/#x",
         "../../sop/kantor-contoh/tamu.html#x"),
    ],
)  # fmt: skip
def test_links(dari: str, ke: str, jangkar: str, folder: str, berkas: str) -> None:
    assert Alamat(dari, direktori=True).ke(ke, jangkar) == folder
    assert Alamat(dari, direktori=False).ke(ke, jangkar) == berkas


def test_data_files_lie_in_the_folder_of_their_page() -> None:
    assert Alamat(TAMU, direktori=True).berkas(a.data_sop("kantor-contoh/tamu")) == "sop.json"
    assert Alamat(TAMU, direktori=False).berkas(a.data_sop("kantor-contoh/tamu")) == "tamu/sop.json"


_SLUG = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
_PAGE = st.lists(_SLUG, min_size=1, max_size=4).map("/".join)


def address(page: str, direktori: bool) -> str:
    if not direktori:
        return f"/{page}.html"
    folder = "" if page == "index" else page.removesuffix("/index")
    return f"/{folder}/" if folder else "/"


@given(_PAGE, _PAGE, st.booleans())
def test_a_browser_that_follows_a_link_arrives(dari: str, ke: str, direktori: bool) -> None:
    base = posixpath.dirname(address(dari, direktori))
    link = Alamat(dari, direktori).ke(ke)
    arrived = posixpath.normpath(posixpath.join(base, link)) + ("/" if link.endswith("/") else "")
    assert arrived.replace("//", "/") == address(ke, direktori)

"""A feed that every reader of Atom 1.0 (RFC 4287) takes, whatever stands in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from buku_sop.views.riwayat.umpan import EntriUmpan, Umpan, id_umpan, tulis_umpan

ATOM = "{http://www.w3.org/2005/Atom}"


def umpan(*entri: EntriUmpan, **isi: str) -> Umpan:
    teks = {"judul": "Perubahan SOP", "penulis": "Kantor Contoh", "href": "../", "href_sendiri": ""}
    return Umpan(id=id_umpan("umpan"), entri=entri, hari_ini=date(2026, 6, 1), **(teks | isi))


def entri(n: int = 0, **isi: str) -> EntriUmpan:
    teks = {
        "judul": "Penerimaan Tamu: diubah",
        "isi": "1 langkah baru.",
        "href": "../sop/",
        "penulis": "",
    }
    return EntriUmpan(
        id=id_umpan(str(n)), tanggal=date(2026, 1, 5 + n), instansi=("kantor-contoh", "Kantor Contoh"),
        **(teks | isi),
    )  # fmt: skip


def baca(satu: Umpan) -> ET.Element:
    return ET.fromstring(tulis_umpan(satu))


def test_it_has_what_the_standard_asks_for() -> None:
    akar = baca(umpan(entri(1), entri(0), href_sendiri="https://contoh.invalid/umpan.xml"))
    assert akar.tag == f"{ATOM}feed"
    assert [akar.findtext(f"{ATOM}{t}") for t in ("title", "updated")] == [
        "Perubahan SOP", "2026-01-06T00:00:00Z",
    ]  # fmt: skip
    assert akar.findtext(f"{ATOM}author/{ATOM}name") == "Kantor Contoh"
    rel = {x.get("rel"): x.get("href") for x in akar.findall(f"{ATOM}link")}
    assert rel == {"alternate": "../", "self": "https://contoh.invalid/umpan.xml"}
    semua = akar.findall(f"{ATOM}entry")
    id = [x.findtext(f"{ATOM}id") or "" for x in (akar, *semua)]
    assert len(set(id)) == 3
    assert all(urlsplit(i).scheme for i in id)
    for satu in semua:
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", satu.findtext(f"{ATOM}updated") or ""
        )
        isi = satu.find(f"{ATOM}content")
        assert isi is not None
        assert (isi.get("type"), isi.text) == ("text", "1 langkah baru.")
        assert satu.find(f"{ATOM}author") is None


@pytest.mark.parametrize(
    "satu",
    [
        umpan(),
        umpan(entri(0)),
        umpan(
            entri(2, penulis="Pegawai Rekaan"),
            entri(1),
            href_sendiri="https://contoh.invalid/umpan.xml",
        ),
    ],
)
def test_it_is_valid_by_the_schema_of_the_standard(satu: Umpan) -> None:
    aturan = etree.RelaxNG(file=Path(__file__).with_name("atom.rng"))
    akar = etree.fromstring(tulis_umpan(satu).encode())
    aturan.assertValid(akar)
    for induk in akar.iter(f"{ATOM}feed", f"{ATOM}entry"):
        jenis = [(x.get("rel", "alternate"), x.get("type")) for x in induk.findall(f"{ATOM}link")]
        assert len(jenis) == len(set(jenis))
    akar.remove(akar.find(f"{ATOM}updated"))
    assert not aturan.validate(akar)


def test_an_empty_feed_is_one_too() -> None:
    assert baca(umpan()).findtext(f"{ATOM}updated") == "2026-06-01T00:00:00Z"


def test_the_same_thing_has_the_same_id_and_another_one_another() -> None:
    assert id_umpan("a", "b") == id_umpan("a", "b")
    assert len({id_umpan("a", "b"), id_umpan("a\n", "b"), id_umpan("ab"), id_umpan("b", "a")}) == 4


@pytest.mark.parametrize("jahat", ["</entry><script>x</script>", "]]>", "&amp;", '" onload="x'])
def test_hostile_text_stays_text(jahat: str) -> None:
    akar = baca(umpan(entri(judul=jahat, isi=jahat, penulis=jahat), judul=jahat))
    (satu,) = akar.findall(f"{ATOM}entry")
    assert akar.findtext(f"{ATOM}title") == satu.findtext(f"{ATOM}content") == jahat
    assert satu.findtext(f"{ATOM}author/{ATOM}name") == jahat
    assert not list(akar.iter(f"{ATOM}script"))


@given(st.text())
def test_any_text_makes_xml_that_can_be_read(teks: str) -> None:
    (satu,) = baca(umpan(entri(judul=teks, isi=teks))).findall(f"{ATOM}entry")
    assert "\u202e" not in (satu.findtext(f"{ATOM}title") or "")

"""Changes as a feed (Atom 1.0, RFC 4287), which feed readers and mail programs follow.

What it says is what the pages of history say, in Indonesian. Ids are made of the revision and of the file, so that an
entry is the same one wherever the site stands, and after it has moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

__all__ = ["JENIS", "EntriUmpan", "Umpan", "id_umpan", "tulis_umpan"]

JENIS = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_TERLARANG = re.compile(
    r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
"""Characters that XML 1.0 does not know, and those that turn the direction of what follows."""


@dataclass(frozen=True, slots=True)
class EntriUmpan:
    """A change of an SOP."""

    id: str
    """Absolute, and the same for ever: `id_umpan`."""
    judul: str
    isi: str
    """What changed, in sentences."""
    tanggal: date
    href: str
    """The comparison, or the page of the SOP."""
    instansi: tuple[str, str]
    """Id and name of its office."""
    penulis: str = ""
    """Who changed it: personal data, so only where pages show it too."""


@dataclass(frozen=True, slots=True)
class Umpan:
    """A feed."""

    id: str
    judul: str
    penulis: str
    """The office or the handbook that stands behind it."""
    href: str
    """The page whose changes it tells."""
    href_sendiri: str
    """Its own address; empty where it is not known."""
    entri: Sequence[EntriUmpan]
    """The newest first."""
    hari_ini: date
    """When it was made: what it is as of, where it has no entry."""


def id_umpan(*bagian: str) -> str:
    """Make a stable id (`urn:uuid:…`) of whatever names a thing for ever."""
    return uuid5(NAMESPACE_URL, "\n".join(("buku-sop", *bagian))).urn


def tulis_umpan(umpan: Umpan) -> str:
    """Write a feed; everything in it is escaped, and what XML cannot hold is left out."""
    ET.register_namespace("", _ATOM)
    akar = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})
    _teks(akar, "id", umpan.id)
    _teks(akar, "title", umpan.judul)
    _teks(akar, "updated", _waktu(max((e.tanggal for e in umpan.entri), default=umpan.hari_ini)))
    _teks(ET.SubElement(akar, _nama("author")), "name", umpan.penulis or "Buku SOP")
    _tautan(akar, "alternate", umpan.href, "text/html")
    if umpan.href_sendiri:
        _tautan(akar, "self", umpan.href_sendiri, JENIS)
    for entri in umpan.entri:
        _entri(akar, entri)
    ET.indent(akar)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(akar, encoding="unicode")}\n'


def _entri(akar: ET.Element, entri: EntriUmpan) -> None:
    simpul = ET.SubElement(akar, _nama("entry"))
    _teks(simpul, "id", entri.id)
    _teks(simpul, "title", entri.judul)
    _teks(simpul, "updated", _waktu(entri.tanggal))
    _tautan(simpul, "alternate", entri.href, "text/html")
    if entri.penulis:
        _teks(ET.SubElement(simpul, _nama("author")), "name", entri.penulis)
    id, nama = entri.instansi
    ET.SubElement(simpul, _nama("category"), {"term": _bersih(id), "label": _bersih(nama)})
    _teks(simpul, "content", entri.isi).set("type", "text")


def _nama(tag: str) -> str:
    return f"{{{_ATOM}}}{tag}"


def _teks(akar: ET.Element, tag: str, teks: str) -> ET.Element:
    simpul = ET.SubElement(akar, _nama(tag))
    simpul.text = _bersih(teks)
    return simpul


def _tautan(akar: ET.Element, rel: str, href: str, jenis: str) -> None:
    ET.SubElement(akar, _nama("link"), {"rel": rel, "type": jenis, "href": _bersih(href)})


def _bersih(teks: str) -> str:
    return _TERLARANG.sub("", teks)


def _waktu(tanggal: date) -> str:
    """Write a day as Atom wants it: of a revision its day is known here, and no hour."""
    return f"{tanggal.isoformat()}T00:00:00Z"

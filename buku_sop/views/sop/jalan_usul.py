"""Ways to send a proposal without an account: by mail, WhatsApp or telephone, with the present words filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2.utils import url_quote

from buku_sop.model.kontak import Kontak
from buku_sop.model.tulisan import tulis
from buku_sop.views.sop.usul import Usulan, potong_hingga_muat

BATAS_TAUTAN = 1_900
"""Most bytes of such an address: mail programs on Windows take about 2,000."""


@dataclass(frozen=True, slots=True)
class JalanUsul:
    """A way to reach an office."""

    nama: str
    """What it is: "Surel"."""
    teks: str
    """As the office wrote it."""
    href: str
    """The link with the proposal begun; empty where no link can be made of it."""


def jalan_usul(kontak: Kontak, usulan: Usulan) -> tuple[JalanUsul, ...]:
    """List the ways of an office on which a proposal can be sent, each with it begun."""
    return tuple(_jalan(kontak, usulan))


def _jalan(kontak: Kontak, usulan: Usulan) -> Iterator[JalanUsul]:
    if kontak.email:
        surel = kontak.href_surel
        awal = f"mailto:{_kode(surel).replace('%40', '@')}?subject={_kode(usulan.judul)}&body="
        yield JalanUsul(tulis("kontak.surel"), kontak.email, surel and _muat(usulan, awal, _surat))
    if kontak.whatsapp:
        nomor = kontak.href_whatsapp
        awal = f"https://wa.me/{nomor}?text="
        yield JalanUsul("WhatsApp", kontak.whatsapp, nomor and _muat(usulan, awal, _pesan))
    if kontak.telepon:
        nomor = kontak.href_telepon
        yield JalanUsul(tulis("kontak.telepon"), kontak.telepon, nomor and f"tel:{nomor}")


def _muat(usulan: Usulan, awal: str, tulis: Callable[[Usulan, str], str]) -> str:
    return potong_hingga_muat(
        usulan.semula, BATAS_TAUTAN, lambda semula: awal + _kode(tulis(usulan, semula))
    )


def _surat(usulan: Usulan, semula: str) -> str:
    return _isi(usulan, semula).replace("\n", "\r\n")


def _pesan(usulan: Usulan, semula: str) -> str:
    return f"{usulan.judul}\n\n{_isi(usulan, semula)}"


def _isi(usulan: Usulan, semula: str) -> str:
    baris = [f"SOP: {usulan.sop}", f"Langkah: {usulan.langkah}"]
    if semula:
        baris += ["", "Tertulis sekarang:", semula]
    return "\n".join([*baris, "", "Usul: ", "", "Alasan: ", "", "Nama dan unit kerja: "])


def _kode(teks: str) -> str:
    return url_quote(teks.encode("utf-8", "replace"))

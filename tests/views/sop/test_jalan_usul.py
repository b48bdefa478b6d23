"""What stands in a mail or a message that proposes a change, and that hostile words stay words in it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from buku_sop.model.kontak import Kontak
from buku_sop.views.sop.jalan_usul import BATAS_TAUTAN, jalan_usul
from buku_sop.views.sop.usul import Usulan

KONTAK = Kontak("", "", "usul@contoh.invalid", "(021) 555-0101", "0812-3456-7890")
JAHAT = 'Tamu "&body=x&cc=y@z#?+%41\nBcc: a@b.id <script>'


def isi(usulan: Usulan) -> dict[str, dict[str, list[str]]]:
    return {x.nama: parse_qs(urlsplit(x.href).query) for x in jalan_usul(KONTAK, usulan)}


def test_mail_and_message_carry_the_sop_the_step_and_the_present_words() -> None:
    satu = isi(
        Usulan(
            "Usul: Tamu, langkah 3",
            "Tamu (kantor/tamu)",
            "Langkah 3",
            "Kegiatan: Melayani\nWaktu: -",
        )
    )
    kata = (
        "SOP: Tamu (kantor/tamu)\nLangkah: Langkah 3\n\nTertulis sekarang:\nKegiatan: Melayani\nWaktu: -\n\n"
        "Usul: \n\nAlasan: \n\nNama dan unit kerja: "
    )
    assert satu["Surel"] == {
        "subject": ["Usul: Tamu, langkah 3"],
        "body": [kata.replace("\n", "\r\n")],
    }
    assert satu["WhatsApp"] == {"text": [f"Usul: Tamu, langkah 3\n\n{kata}"]}


def test_hostile_words_add_nothing_to_an_address() -> None:
    satu = isi(Usulan(JAHAT, JAHAT, JAHAT, JAHAT))
    assert satu["Surel"].keys() == {"subject", "body"}
    assert satu["WhatsApp"].keys() == {"text"}
    for x in jalan_usul(KONTAK, Usulan(JAHAT, JAHAT, JAHAT, JAHAT)):
        assert not set('"<>\n# ') & set(x.href)
        assert urlsplit(x.href).fragment == ""


def test_numbers_are_international_and_what_is_none_is_no_link() -> None:
    semua = {x.nama: x.href for x in jalan_usul(KONTAK, Usulan("U", "S"))}
    assert semua["Telepon"] == "tel:+62215550101"
    assert semua["WhatsApp"].startswith("https://wa.me/6281234567890?text=")
    tanpa = jalan_usul(
        Kontak(email="tidak ada", telepon="112 saja", whatsapp="021 5550101"), Usulan("U", "S")
    )
    assert [(x.teks, x.href) for x in tanpa] == [
        ("tidak ada", ""),
        ("021 5550101", ""),
        ("112 saja", ""),
    ]
    assert jalan_usul(Kontak(unit="Bagian Organisasi"), Usulan("U", "S")) == ()


def test_long_words_are_cut_at_a_word_where_a_mail_program_would_refuse_them() -> None:
    surel, pesan, _ = jalan_usul(
        KONTAK, Usulan("Usul", "Tamu", "Langkah 1", "Kegiatan: " + "arsip yang panjang " * 400)
    )
    for x in (surel, pesan):
        assert BATAS_TAUTAN - 60 < len(x.href) <= BATAS_TAUTAN
        assert "…" in unquote(x.href)
        assert unquote(x.href).endswith("Nama dan unit kerja: ")

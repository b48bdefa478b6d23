"""What of a contact can be dialled, and what stays words."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from buku_sop.handbook import open_handbook
from buku_sop.model.kontak import Kontak, surel, telepon, whatsapp
from buku_sop.views.dasar.render import Perender
from tests.paths import TEMPLATES


@pytest.mark.parametrize(
    ("baca", "teks", "hasil"),
    [
        (surel, "bagian.organisasi@contoh.go.id", "bagian.organisasi@contoh.go.id"),
        (surel, "organisasi at contoh.go.id", ""),
        (surel, "a@b.id?bcc=x@y.id", ""),
        (telepon, "(0414) 21-234", "041421234"),
        (telepon, "+62 411 123456", "+62411123456"),
        (telepon, "021 (pesawat 12)", ""),
        (telepon, "12", ""),
        (whatsapp, "0812-3456-7890", "6281234567890"),
        (whatsapp, "+62 812 3456 7890", "6281234567890"),
        (whatsapp, "021 1234567", ""),
    ],
)  # fmt: skip
def test_only_what_is_one_is_read(baca: object, teks: str, hasil: str) -> None:
    assert callable(baca)
    assert baca(teks) == hasil


def test_the_links_carry_hostile_names_as_words_only() -> None:
    k = Kontak("<b>Unit", "R. 1", "a@b.id", "(021) 555555", "0812-3456-7890")
    nama = 'Tamu "&body=x<script>#?\nBcc: c@d.id'
    template = '{% from "dasar/_kontak.html" import kontak %}{{ kontak(k, nama, isi) }}'
    html = str(
        Perender(TEMPLATES)._env.from_string(template).render(k=k, nama=nama, isi="Satu\nDua")
    )
    assert "<script" not in html
    assert "<b>" not in html
    surat, _, wa = (h.split('"')[0].replace("&amp;", "&") for h in html.split('href="')[1:])
    assert parse_qs(urlsplit(surat).query) == {"subject": [nama], "body": ["Satu\r\nDua"]}
    assert parse_qs(urlsplit(wa).query) == {"text": [f"{nama}\n\nSatu\nDua"]}
    assert "\n" not in surat


def test_what_cannot_be_dialled_is_reported_at_its_line_and_kept(tmp_path: Path) -> None:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    isi = "nama: Kantor Contoh\nkontak:\n  email: kosong\n  telepon: (021) 555555\n  whatsapp: 12\n"
    (kantor / "instansi.yml").write_text(isi, encoding="utf-8")
    hasil = open_handbook(tmp_path / "sop_data")
    assert [(d.kode, d.lokasi.baris) for d in hasil.diagnostics] == [
        ("SOP-B020", 3),
        ("SOP-B020", 5),
    ]
    assert hasil.handbook.instansi[0].kontak.whatsapp == "12"

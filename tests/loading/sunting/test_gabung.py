"""Two edits of one file are put together field by field; only what both changed otherwise is a choice."""

from __future__ import annotations

import pytest

from buku_sop.loading.sunting.gabung import KINI, MAX_BUTIR, USULAN, gabung
from buku_sop.loading.sunting.spans import TakDapatDisunting

ASAL = """\
# Kepala
nama: Menerima Tamu  # nama
status: draf
peralatan: [Buku tamu, Pena]
disahkan_oleh:
  jabatan: Kepala
  nip: (NIP 1)

pelaksana:
  a: Petugas
langkah:
  - kegiatan: Menerima tamu
    pelaksana: a
    waktu: 5 menit

  - kegiatan: Mencatat tamu  # catat
    pelaksana: a
    waktu: 10 menit
"""
KINI_TEKS = ASAL.replace("(NIP 1)", '"198001012005011001"')


def beda(a: str, b: str) -> list[str]:
    return [x for x in b.splitlines() if x not in a.splitlines()]


def test_what_each_changed_is_kept_and_a_nip_stays_the_original() -> None:
    kini = KINI_TEKS.replace("5 menit", "7 menit").replace(
        "Buku tamu, Pena", "Buku tamu, Pena, Meja"
    )
    usulan = ASAL.replace("10 menit", "12 menit").replace("status: draf", "status: berlaku")
    hasil = gabung("a/b.yml", ASAL, kini, usulan)
    assert not hasil.konflik
    teks = hasil.naskah.tertulis
    assert beda(kini, teks) == ["status: berlaku", "    waktu: 12 menit"]
    assert len(teks.splitlines()) == len(kini.splitlines())
    assert "198001012005011001" in teks
    assert "(NIP" not in teks


def test_what_both_changed_is_a_choice() -> None:
    kini, usulan = KINI_TEKS.replace("5 menit", "7 menit"), ASAL.replace("5 menit", "9 menit")
    hasil = gabung("a/b.yml", ASAL, kini, usulan)
    (konflik,) = hasil.konflik
    assert (konflik.kunci, konflik.asal, konflik.kini, konflik.usulan) == (
        "langkah.0.waktu", "5 menit", "7 menit", "9 menit",
    )  # fmt: skip
    assert hasil.naskah.tertulis == kini
    for sisi, waktu in ((KINI, "7 menit"), (USULAN, "9 menit")):
        terpilih = gabung("a/b.yml", ASAL, kini, usulan, {konflik.kunci: sisi})
        assert not terpilih.konflik
        assert f"waktu: {waktu}" in terpilih.naskah.tertulis


def test_rows_of_both_are_kept_and_a_row_that_the_other_changed_is_not_lost() -> None:
    baru = "  - kegiatan: Mengantar tamu\n    pelaksana: a\n"
    di_tengah = ASAL.replace(
        "\n  - kegiatan: Mencatat",
        "\n  - kegiatan: Memeriksa\n    pelaksana: a\n\n  - kegiatan: Mencatat",
    )
    hasil = gabung("a/b.yml", ASAL, KINI_TEKS + "\n" + baru, di_tengah)
    kegiatan = [hasil.naskah.isi(("langkah", n, "kegiatan")) for n in range(4)]
    assert kegiatan == ["Menerima tamu", "Memeriksa", "Mencatat tamu", "Mengantar tamu"]
    assert not hasil.konflik
    dihapus = ASAL[: ASAL.index("\n  - kegiatan: Mencatat")]
    (konflik,) = gabung("a/b.yml", ASAL, KINI_TEKS.replace("10 menit", "11 menit"), dihapus).konflik
    assert konflik.usulan is None
    assert gabung("a/b.yml", ASAL, KINI_TEKS, dihapus).naskah.tertulis.count("kegiatan") == 1


def test_a_nip_goes_with_an_official_who_was_moved() -> None:
    usulan = ASAL.replace("disahkan_oleh:", "diperiksa_oleh:")
    teks = gabung("a/b.yml", ASAL, KINI_TEKS, usulan).naskah
    assert teks.isi(("diperiksa_oleh", "nip")) == "198001012005011001"
    assert not teks.ada(("disahkan_oleh",))


@pytest.mark.parametrize("lain", [KINI_TEKS, ASAL])
def test_nothing_changed_changes_nothing(lain: str) -> None:
    assert gabung("a/b.yml", ASAL, lain, ASAL).naskah.tertulis == lain
    assert gabung(
        "a/b.yml", ASAL, lain.replace("\n", "\r\n"), ASAL
    ).naskah.tertulis == lain.replace("\n", "\r\n")


def test_what_began_from_the_present_text_is_taken_to_the_letter_with_its_nips() -> None:
    kini = 'nama: A\ndisahkan_oleh: {jabatan: Kepala, nip: "198001012005011001"}  # tetap\nlangkah: []\n'
    asal = kini.replace("198001012005011001", "(NIP 1)")
    usulan = asal.replace("nama: A", "nama: B  # sesuai SK").replace("# tetap", "# diubah")
    hasil = gabung("a/b.yml", asal, kini, usulan)
    assert hasil.naskah.tertulis == usulan.replace("(NIP 1)", "198001012005011001")
    assert gabung("a/b.yml", kini, kini, f"{kini}# baru\n").naskah.tertulis == f"{kini}# baru\n"


def test_a_flood_of_items_is_refused_before_each_is_an_edit() -> None:
    banyak = "".join(f"  - kegiatan: Menulis {n}\n" for n in range(MAX_BUTIR + 2))
    with pytest.raises(TakDapatDisunting, match="terlalu banyak"):
        gabung(
            "a/b.yml",
            "nama: A\nlangkah:\n  - kegiatan: X\n",
            "nama: B\nlangkah:\n  - kegiatan: X\n",
            f"nama: A\nlangkah:\n{banyak}",
        )

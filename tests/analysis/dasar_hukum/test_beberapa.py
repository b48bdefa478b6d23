"""A legal basis that names several regulations: all of them, and what they did to the first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.dasar_hukum.beberapa import baca_semua
from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.model import Handbook, Instansi, Sop, StatusPeraturan
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.dasar_hukum import susun_hukum
from buku_sop.views.dasar.alamat import SEMUA_DASAR_HUKUM, Alamat

A, B, C = "UU 3/2031", "UU 4/2032", "UU 5/2033"


def singkat(teks: str) -> list[str]:
    """Write what is read as "number/year what it did"."""
    return [
        f"{d.peraturan.nomor}/{d.peraturan.tahun} {d.mengubah}".strip() for d in baca_semua(teks)
    ]


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        (f"{A} jo. {B} jo {C}", ["3/2031", "4/2032 diubah", "5/2033 diubah"]),
        (f"{A} juncto Nomor 4 Tahun 2032", ["3/2031", "4/2032 diubah"]),
        (f"{A} jo. PP 9/2032", ["3/2031", "9/2032"]),
        (f"{A} jo. UU 1/1999", ["3/2031", "1/1999"]),
        (f"{A} tentang Tamu sebagaimana telah diubah dengan {B}", ["3/2031", "4/2032 diubah"]),
        (f"{A} (yang telah beberapa kali diubah terakhir dengan {C} tentang Tamu)", ["3/2031", "5/2033 diubah"]),
        (f"{A} sebagaimana diubah dengan {B} dan terakhir dengan {C}", ["3/2031", "4/2032 diubah", "5/2033 diubah"]),
        (f"{A} yang telah dicabut dengan {B}", ["3/2031", "4/2032 dicabut"]),
        (f"{A} tentang Tamu; {B} tentang Surat", ["3/2031", "4/2032"]),
        (f"{A} tentang Tamu; {B} tentang Surat jo. {C}", ["3/2031", "4/2032", "5/2033 diubah"]),
        ("Perka BPS Nomor 3 Tahun 2031 dan Nomor 4 Tahun 2032 tentang Tamu", ["3/2031", "4/2032"]),
        (f"{A} tentang Perubahan atas {B} dan Nomor 7 Tahun 2030", ["3/2031"]),
        (f"{A} tentang Tata Cara yang diubah dengan cara lain; dan seterusnya", ["3/2031"]),
        (f"{A} jo. {A}", ["3/2031"]),
        (f"Sesuai {A}", []),
    ],
)  # fmt: skip
def test_all_are_read(teks: str, harapan: list[str]) -> None:
    assert singkat(teks) == harapan


def test_each_keeps_its_own_title() -> None:
    semua = baca_semua(
        f"{A} tentang Tamu, sebagaimana telah diubah dengan {B} tentang Perubahan atas {A}"
    )
    assert [d.judul for d in semua] == ["Tamu", "Perubahan atas UU 3/2031"]


def test_the_state_says_by_what_and_according_to_whom() -> None:
    instansi = Instansi("contoh", "Dinas Contoh")
    sop = Sop("contoh/a", "Urusan Tamu", dasar_hukum=(f"{A} jo. {B}", C))
    handbook = Handbook((instansi,), (sop,))
    hukum = susun_dasar_hukum(handbook)
    tiga, empat, lima = hukum.semua
    assert tiga.keadaan is not None
    assert (tiga.keadaan.status, tiga.keadaan.menurut) == (StatusPeraturan.DIUBAH, ("contoh/a",))
    assert hukum.cari(sop, f"{A} jo. {B}") == tiga
    assert empat.sop == ("contoh/a",)
    ((_, _, tampil),) = susun_hukum(hukum, Pendaftar(handbook, Alamat(SEMUA_DASAR_HUKUM)))
    assert [t.belum_diperiksa for t in tampil] == [False, True, True]
    keadaan = tampil[0].keadaan
    assert keadaan is not None
    assert keadaan.rinci == (
        "oleh Undang-Undang Nomor 4 Tahun 2032 menurut SOP Urusan Tamu (Dinas Contoh); belum diperiksa"
    )
    assert lima.keadaan is None


kata = st.sampled_from(
    [
        A,
        B,
        C,
        "jo.",
        "; ",
        "dan",
        "diubah dengan",
        "tentang",
        "Nomor 3 Tahun 2001",
        "(",
        "terakhir dengan",
    ]
)


@given(st.lists(kata | st.text(max_size=9), max_size=12).map(" ".join))
def test_no_text_raises_and_none_changes_itself(teks: str) -> None:
    semua = baca_semua(teks)
    assert len({d.peraturan.kunci for d in semua}) == len(semua)
    assert not semua or not semua[0].mengubah


@pytest.mark.parametrize(
    "bagian", ["jo ", "; ", f"{A}; ", "diubah dengan ", "dan nomor ", "sebagaimana ", f"{A} jo. "]
)
def test_very_long_texts_end(bagian: str) -> None:
    assert len(baca_semua(bagian * 40_000)) <= 1

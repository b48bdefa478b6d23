"""SOP-I014, I015 and I017."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.analysis.checks import Konteks, periksa_sop
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.analysis.temuan import Jalur
from buku_sop.model import PeraturanTercatat, Sop, Status, StatusPeraturan
from tests.analysis.checks.kasus import Kasus, ucapkan, uji
from tests.builders import HARI_INI, handbook, sop

CABUT = PeraturanTercatat("UU 5/2009", StatusPeraturan.DICABUT, ("UU 7/2020",))


DUA = ("UU Nomor 5 Tahun 2009", "UU No. 6 Tahun 2009", "uu 5/2009 tentang Hal Lain")
PENCABUT = "Perda 7 Tahun 2020 tentang Pencabutan Perda 5 Tahun 2009"
KEPPRES = "Keputusan Presiden Nomor 86 Tahun 2030 tentang Kantor Rekaan"
PERPRES = tuple(
    sop(id=f"kantor-contoh/{n}", dasar_hukum=("Perpres 86/2030 tentang Kantor Rekaan",))
    for n in ("b", "c")
)
KASUS = [
    Kasus("SOP-I014", "the title of another says that it was withdrawn",
          sop(dasar_hukum=("Perda 5 Tahun 2009", PENCABUT)), sop(dasar_hukum=(PENCABUT,)),
          ("dasar_hukum", 0), berbunyi="oleh Peraturan Daerah Kabupaten Rekaan Nomor 7 Tahun 2020"),
    Kasus("SOP-I015", "twice, in other words", sop(dasar_hukum=DUA), sop(dasar_hukum=DUA[:2]),
          ("dasar_hukum", 2), berbunyi="Undang-Undang Nomor 5 Tahun 2009"),
    Kasus("SOP-I017", "one number and title under the kind that fewer name",
          sop(dasar_hukum=(KEPPRES,)), sop(dasar_hukum=("Perpres 86/2030",)),
          ("dasar_hukum", 0), berbunyi="disebut 2 SOP", lain=PERPRES),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_case(kasus: Kasus) -> None:
    uji(kasus)


def test_a_withdrawn_regulation_is_reported_while_somebody_works_by_it() -> None:
    satu = sop(dasar_hukum=("UU 6/2009", "Undang-Undang Nomor 5 Tahun 2009"))
    for status, jumlah in ((Status.BERLAKU, 1), (Status.DRAF, 1), (Status.DICABUT, 0)):
        ini = replace(satu, status=status)
        buku = replace(handbook(ini), peraturan=(CABUT,))
        temuan = periksa_sop(ini, Konteks(buku, susun_keterkaitan(buku), HARI_INI))
        ditemukan = [t for t in temuan if t.kode == "SOP-I014"]
        assert [t.jalur for t in ditemukan] == [("dasar_hukum", 1)] * jumlah
        for t in ditemukan:
            pesan = ucapkan(t).pesan
            assert "Undang-Undang Nomor 5 Tahun 2009 sudah dicabut oleh" in pesan
            assert "Undang-Undang Nomor 7 Tahun 2020" in pesan


def test_one_that_was_only_changed_is_not() -> None:
    ini = sop(dasar_hukum=("UU 5/2009",))
    buku = replace(handbook(ini), peraturan=(replace(CABUT, status=StatusPeraturan.DIUBAH),))
    temuan = periksa_sop(ini, Konteks(buku, susun_keterkaitan(buku), HARI_INI))
    assert "SOP-I014" not in {t.kode for t in temuan}


def i017(satu: Sop, *lain: Sop) -> list[tuple[str, Jalur]]:
    buku = handbook(satu, *lain)
    konteks = Konteks(buku, susun_keterkaitan(buku), HARI_INI)
    semua = [(s.id, t) for s in buku.sop for t in periksa_sop(s, konteks)]
    return [(id, t.jalur) for id, t in semua if t.kode == "SOP-I017"]


def test_what_most_say_is_not_told_and_a_law_has_another_maker() -> None:
    satu = sop(dasar_hukum=("UU 86 Tahun 2030 tentang Kantor Rekaan", KEPPRES))
    assert i017(satu, *PERPRES) == [(satu.id, ("dasar_hukum", 1))]


def test_one_number_under_two_titles_is_two_regulations() -> None:
    assert not i017(sop(dasar_hukum=("Keppres 86/2030 tentang Hari Libur",)), *PERPRES)

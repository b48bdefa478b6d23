"""Offices in groups: by government, and many of one by letter."""

from __future__ import annotations

from buku_sop.views.daftar.daftar import InstansiSingkat
from buku_sop.views.daftar.kelompok import BANYAK, kelompokkan


def kantor(nama: str, pemerintah: str = "") -> InstansiSingkat:
    return InstansiSingkat(nama, nama, pemerintah, "", "", ())


def test_few_of_one_government_are_one_list_by_name() -> None:
    (satu,), lompatan = kelompokkan([kantor("Dinas B", "Kota X"), kantor("Dinas A", "KOTA X")])
    assert satu.judul == ""
    assert [i.nama for i in satu.bagian[0].instansi] == ["Dinas A", "Dinas B"]
    assert lompatan == ()


def test_governments_are_groups_and_who_names_none_comes_last() -> None:
    semua = [kantor("Dinas A"), kantor("Dinas B", "Kota Y"), kantor("Dinas C", "Kota X")]
    kelompok, lompatan = kelompokkan(semua)
    assert [k.judul for k in kelompok] == ["Kota X", "Kota Y", "Lainnya"]
    assert lompatan == ()
    _, lompatan = kelompokkan([*semua, *(kantor(f"Kantor {n}", "Kota X") for n in range(BANYAK))])
    assert [kata for kata, _ in lompatan] == ["Kota X", "Kota Y", "Lainnya"]


def test_many_of_one_government_have_an_alphabet_that_leads_to_their_letters() -> None:
    semua = [kantor(f"{h}inas {n}") for h in "DBKÉE" for n in range(4)]
    (satu,), lompatan = kelompokkan(semua)
    assert [kata for kata, _ in lompatan] == ["B", "D", "E", "K", "É"]
    jangkar = [j for _, j in lompatan]
    assert len({*jangkar}) == 5
    assert [b.jangkar for b in satu.bagian] == jangkar
    assert sum(len(b.instansi) for b in satu.bagian) == len(semua)


def test_an_alphabet_of_two_letters_leads_nowhere() -> None:
    (_,), lompatan = kelompokkan([kantor(f"{h}inas {n}") for h in "DB" for n in range(9)])
    assert lompatan == ()
    assert kelompokkan([]) == ((), ())

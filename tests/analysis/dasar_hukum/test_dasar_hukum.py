"""Legal bases: each regulation once, with its spellings, its state and the SOPs that cite it."""

from __future__ import annotations

from datetime import date

from buku_sop.analysis.dasar_hukum.dasar_hukum import susun_dasar_hukum
from buku_sop.model import Handbook, Instansi, PeraturanTercatat, Sop, StatusPeraturan
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.dasar_hukum import susun_butir, susun_hukum
from buku_sop.views.dasar.alamat import SEMUA_DASAR_HUKUM, Alamat

INSTANSI = (
    Instansi("contoh", "Dinas Contoh", pemerintah="Pemerintah Kabupaten Rekaan"),
    Instansi("lain", "Dinas Lain", pemerintah="Pemerintah Kota Khayalan"),
)


def buku(*sop: Sop, peraturan: tuple[PeraturanTercatat, ...] = ()) -> Handbook:
    """Make a handbook of two offices."""
    return Handbook(INSTANSI, tuple(sorted(sop, key=lambda s: s.id)), peraturan=peraturan)


def test_spellings_of_several_offices_are_one_entry_with_all_who_cite_it() -> None:
    hasil = susun_dasar_hukum(
        buku(
            Sop(
                "contoh/a",
                "A",
                dasar_hukum=("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik;", "-"),
            ),
            Sop("lain/b", "B", dasar_hukum=("uu no. 25/2009 tentang Pelayanan  Publik",)),
        )
    )
    (satu,) = hasil.semua
    assert (satu.nama, satu.slug) == (
        "Undang-Undang Nomor 25 Tahun 2009",
        "undang-undang-nomor-25-tahun-2009",
    )
    assert satu.sop == ("contoh/a", "lain/b")
    assert len(satu.tulisan) == 2
    assert len(satu.judul) == 1


def test_a_region_left_out_is_the_offices_own() -> None:
    dasar = ("Peraturan Daerah Nomor 1 Tahun 2020",)
    hasil = susun_dasar_hukum(
        buku(Sop("contoh/a", "A", dasar_hukum=dasar), Sop("lain/b", "B", dasar_hukum=dasar))
    )
    assert {d.nama: d.sop for d in hasil.semua} == {
        "Peraturan Daerah Kabupaten Rekaan Nomor 1 Tahun 2020": ("contoh/a",),
        "Peraturan Daerah Kota Khayalan Nomor 1 Tahun 2020": ("lain/b",),
    }


def test_the_highest_rank_comes_first_and_numbers_are_sorted_by_value() -> None:
    panjang = "9" * 5000
    teks = (
        "Perbup 2/2020",
        "UU 10/2009",
        "UU 9/2009",
        "Catatan 10",
        "Catatan 9",
        f"UU {panjang}",
        "PP 1/1999",
    )
    semua = susun_dasar_hukum(buku(Sop("contoh/a", "A", dasar_hukum=teks))).semua
    assert [d.nama for d in semua] == [
        "Undang-Undang Nomor 9 Tahun 2009",
        "Undang-Undang Nomor 10 Tahun 2009",
        "Peraturan Pemerintah Nomor 1 Tahun 1999",
        "Peraturan Bupati Rekaan Nomor 2 Tahun 2020",
        "Catatan 9",
        "Catatan 10",
        f"UU {panjang}",
    ]


def test_titles_of_one_number_are_told_apart_only_where_they_differ_much() -> None:
    mirip = (
        "Pedoman Penyusunan SOP Pemerintah",
        "Pedoman Penyusunan SOP Pemerintahan",
        "Pelayanan Publik",
    )
    sop = (
        Sop(f"contoh/{i}", "A", dasar_hukum=(f"UU 5/2009 tentang {j}",))
        for i, j in enumerate(mirip)
    )
    (satu,) = susun_dasar_hukum(buku(*sop)).semua
    assert satu.judul == (mirip[0], mirip[2])


def test_a_state_comes_from_the_record_and_else_from_the_titles_of_others() -> None:
    dasar = (
        "Perda Nomor 4 Tahun 2020",
        "Perda Nomor 4 Tahun 2022 tentang Perubahan atas Perda Nomor 4 Tahun 2020",
        "Permenpan 29/2010",
    )
    tercatat = PeraturanTercatat(
        "Peraturan Menteri PANRB Nomor 29 Tahun 2010",
        StatusPeraturan.DICABUT,
        ("Permenpan RB 53/2014",),
        date(2014, 11, 1),
        "javascript:alert(1)",
    )
    sop = Sop("contoh/a", "A", dasar_hukum=dasar)
    handbook = buku(sop, peraturan=(tercatat,))
    hasil = susun_dasar_hukum(handbook)
    keadaan = {d.nama: d.keadaan for d in hasil.semua}
    diubah = keadaan["Peraturan Daerah Kabupaten Rekaan Nomor 4 Tahun 2020"]
    dicabut = keadaan["Peraturan Menteri PANRB Nomor 29 Tahun 2010"]
    assert diubah is not None
    assert dicabut is not None
    assert (diubah.status, diubah.oleh) == (
        StatusPeraturan.DIUBAH,
        ("Peraturan Daerah Kabupaten Rekaan Nomor 4 Tahun 2022",),
    )
    assert (dicabut.status, dicabut.oleh) == (
        StatusPeraturan.DICABUT,
        ("Peraturan Menteri PANRB Nomor 53 Tahun 2014",),
    )
    assert keadaan["Peraturan Daerah Kabupaten Rekaan Nomor 4 Tahun 2022"] is None
    butir = susun_butir(sop, hasil, Alamat("sop/contoh/a"))[2]
    assert butir.href == "../../../dasar-hukum/#peraturan-menteri-panrb-nomor-29-tahun-2010"
    assert butir.keadaan is not None
    assert butir.keadaan.sumber == ""  # an address that a browser would run is no link
    assert "javascript:alert(1)" in butir.keadaan.rinci
    judul = [
        nama for nama, _, _ in susun_hukum(hasil, Pendaftar(handbook, Alamat(SEMUA_DASAR_HUKUM)))
    ]
    assert judul == ["Peraturan Menteri", "Peraturan Daerah"]

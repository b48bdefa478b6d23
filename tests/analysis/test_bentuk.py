"""Sections of a form: what stands where, and that nothing an SOP says is without a place."""

from __future__ import annotations

from datetime import date

from buku_sop.analysis.bentuk import baris_lain, pejabat_lain, susun_bagian
from buku_sop.loading.bentuk import bentuk_bawaan
from buku_sop.model import BagianBebas, LetakBagian, Pejabat, Prosedur, Riwayat
from buku_sop.model.bentuk import BagianBentuk, BentukLembar, CaraProsedur, KepalaBentuk, SelKepala
from tests.builders import langkah, sop

BENTUK = BentukLembar(
    "kami", "Kami",
    kepala=KepalaBentuk((1,), ((SelKepala(isian=("tanggal_efektif", "tanggal_pengesahan")),),)),
    bagian=(
        BagianBentuk("Tujuan", wajib=True),
        BagianBentuk("Acuan", ("dasar_hukum", "Referensi")),
        BagianBentuk("Prosedur", prosedur=CaraProsedur.DAFTAR),
        BagianBentuk("Alur", prosedur=CaraProsedur.BAGAN),
        BagianBentuk("Perubahan", ("riwayat",), wajib=True),
    ),
)  # fmt: skip


def judul(satu: object, bentuk: BentukLembar = BENTUK) -> list[str]:
    return [b.judul or b.bidang[0] for b in susun_bagian(satu, bentuk)]  # type: ignore[arg-type]


def test_sections_stand_in_the_order_of_the_form_whatever_the_order_of_the_file() -> None:
    satu = sop(
        bagian=(BagianBebas("Referensi", ("Buku",)), BagianBebas("1. TUJUAN", ("Agar tertib",)))
    )
    tujuan, acuan, *_ = susun_bagian(satu, BENTUK)
    assert (tujuan.judul, tujuan.bebas) == ("Tujuan", (1,))
    assert (acuan.judul, acuan.bebas, acuan.bidang) == ("Acuan", (0,), ("dasar_hukum",))


def test_what_the_form_does_not_know_stands_around_the_procedure_and_behind_it() -> None:
    satu = sop(
        peringatan=("Awas",),
        bagian=(
            BagianBebas("Sejarah", ("Dulu",)),
            BagianBebas("Penutup", ("Sekian",), LetakBagian.SESUDAH),
        ),
    )
    assert judul(satu) == [
        "Tujuan", "Acuan", "Sejarah", "Prosedur", "Alur", "Penutup", "peringatan", "Perubahan",
    ]  # fmt: skip


def test_an_empty_section_stands_only_where_the_form_wants_it() -> None:
    assert judul(sop(dasar_hukum=())) == ["Tujuan", "Prosedur", "Alur", "Perubahan"]


def test_sentences_without_performers_are_no_flow_to_be_drawn() -> None:
    polos = Prosedur((), (langkah("Menulis", oleh=None, waktu="", kelengkapan=(), output=()),))
    assert "Alur" not in judul(sop(tabel=(polos,)))


def test_a_form_that_only_draws_the_flow_shows_its_steps_too() -> None:
    hanya = BentukLembar("b", "B", bagian=(BagianBentuk("Alur", prosedur=CaraProsedur.BAGAN),))
    assert [b.prosedur for b in susun_bagian(sop(), hanya)][:2] == [
        CaraProsedur.BAGAN, CaraProsedur.TABEL,
    ]  # fmt: skip


def test_only_revisions_are_a_record_of_changes() -> None:
    perubahan = susun_bagian(sop(), BENTUK)[-1]
    assert perubahan.kosong
    revisi = Riwayat(date(2026, 3, 1), "revisi", "Langkah 2 diubah.")
    assert susun_bagian(sop(riwayat=(revisi,)), BENTUK)[-1].bidang == ("riwayat",)


def test_numbers_dates_and_officials_without_a_cell_are_named() -> None:
    satu = sop(
        tanggal_pengesahan=date(2026, 1, 20), disusun_oleh=(Pejabat("Ketua", tanggal="2026"),)
    )
    assert baris_lain(satu, BENTUK) == ("nomor", "tanggal_pembuatan", "tanggal_pengesahan")
    assert [nama for nama, _ in pejabat_lain(satu, BENTUK)] == ["disusun_oleh", "disahkan_oleh"]
    assert [nama for nama, _ in pejabat_lain(satu, bentuk_bawaan()["pos"])] == []

"""References reach the right SOP, or say why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.keterkaitan import penaut
from buku_sop.analysis.keterkaitan.keterkaitan import (
    JenisTautan,
    Keterkaitan,
    Rujukan,
    Tautan,
    kunci_nama,
    susun_keterkaitan,
)
from buku_sop.model import Handbook, Langkah, Prosedur, Sop, Status

TERTAUT, PADANAN, GANDA = JenisTautan.TERTAUT, JenisTautan.PADANAN, JenisTautan.GANDA
BELUM_ADA, DIRI = JenisTautan.BELUM_ADA, JenisTautan.DIRI


def sop(
    id: str,
    nama: str,
    *nama_lain: str,
    keterkaitan: tuple[str, ...] = (),
    keterangan: tuple[tuple[str, ...], ...] = (),
    status: Status = Status.DRAF,
    digantikan_oleh: str = "",
) -> Sop:
    """Make an SOP with one step for each keterangan cell."""
    langkah = tuple(Langkah("Melaksanakan", keterangan=k) for k in keterangan)
    return Sop(
        id,
        nama,
        (Prosedur((), langkah),),
        nama_lain=nama_lain,
        keterkaitan=keterkaitan,
        status=status,
        digantikan_oleh=digantikan_oleh,
    )


def susun(*semua: Sop) -> Keterkaitan:
    return susun_keterkaitan(Handbook(sop=tuple(sorted(semua, key=lambda s: s.id))))


BUKU = (
    sop("contoh/arsip", "Pengarsipan", "Penataan Arsip"),
    sop("contoh/barang", "Pengadaan Barang"),
    sop("contoh/barang-jasa", "SOP Pengadaan Barang dan Jasa"),
    sop("contoh/cuti-1", "Pemberian Cuti"),
    sop("contoh/cuti-2", "PEMBERIAN CUTI"),
    sop("contoh/kinerja", "Pengukuran Kinerja", "Penataan Arsip Kinerja"),
    sop("rekaan/arsip", "Pengarsipan"),
    sop("rekaan/rapat", "Pelaksanaan Rapat", "Rapat Dinas"),
    sop("umum/rapat", "pelaksanaan rapat"),
)


@pytest.mark.parametrize(
    "ditulis",
    [
        "Pengadaan Barang dan Jasa",
        "SOP Pengadaan Barang dan Jasa",
        "  sop  PENGADAAN barang\n dan jasa ; ",
        "SOP: “Pengadaan Barang & Jasa”.",
        "S.O.P. Pengadaan Barang dan Jasa",
        "1. SOP Pengadaan Barang dan Jasa",
        "- SOP Pengadaan Barang, dan Jasa",
        "SOP SOP Pengadaan-Barang dan Jasa",
        "𝐒𝐎𝐏 Ｐengadaan Barang dan Jasa",
        "Pengádaan Ba\u00adrang dan\u00a0Jasa",
    ],
)
def test_one_name_in_many_spellings(ditulis: str) -> None:
    assert kunci_nama(ditulis) == "pengadaan barang dan jasa"


@pytest.mark.parametrize(
    ("ditulis", "kunci"),
    [
        ("SOPAN Santun", "sopan santun"),
        ("Penyusunan SOP", "penyusunan sop"),
        ("Jum'at Bersih", "jumat bersih"),
        ("5 R (Ringkas, Rapi)", "5 r ringkas rapi"),
        ("5. Ringkas", "ringkas"),
        ("Pos Jaga Malam", "pos jaga malam"),
        ("Penyusunan Standar Operasional Prosedur", "penyusunan sop"),
        ("SOP", "sop"),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_key_keeps_what_belongs_to_the_name(ditulis: str, kunci: str) -> None:
    assert kunci_nama(ditulis) == kunci


@pytest.mark.parametrize(
    ("butir", "harapan"),
    [
        ("SOP Pengarsipan", (TERTAUT, "contoh/arsip", ())),
        ("penataan arsip.", (TERTAUT, "contoh/arsip", ())),
        ("contoh/arsip", (TERTAUT, "contoh/arsip", ())),
        ("rekaan/arsip", (TERTAUT, "rekaan/arsip", ())),
        (" Rekaan/Arsip ", (TERTAUT, "rekaan/arsip", ())),
        ("SOP Pengukuran Kinerja", (DIRI, "contoh/kinerja", ())),
        ("contoh/kinerja", (DIRI, "contoh/kinerja", ())),
        ("SOP Pelaksanaan Rapat", (PADANAN, "", ("rekaan/rapat", "umum/rapat"))),
        ("SOP Rapat Dinas", (PADANAN, "", ("rekaan/rapat",))),
        ("SOP Pemberian Cuti", (GANDA, "", ("contoh/cuti-1", "contoh/cuti-2"))),
        ("SOP Penyusunan Lakip", (BELUM_ADA, "", ())),
        ("contoh/tidak-ada", (BELUM_ADA, "", ())),
        ("SOP Pengarsipan Surat", (BELUM_ADA, "", ())),
        ("-", (JenisTautan.KOSONG, "", ())),
    ],
)
def test_an_item_of_keterkaitan(
    butir: str, harapan: tuple[JenisTautan, str, tuple[str, ...]]
) -> None:
    kinerja = sop("contoh/kinerja", "Pengukuran Kinerja", keterkaitan=(butir,))
    hasil = susun(*(s for s in BUKU if s.id != kinerja.id), kinerja)
    assert hasil.keterkaitan["contoh/kinerja"] == (Tautan(butir, *harapan),)


BUKU_BERNOMOR = (
    Sop("contoh/gaji", "Pembayaran Gaji", nomor="SOP-07/KTR/2031"),
    Sop("contoh/gudang", "Penataan Gudang (PG)", nomor="065 / 12 / Org"),
    Sop("contoh/lembur", "Pembayaran Lembur Tahun 2030"),
    Sop("contoh/lembur-2", "Pembayaran Honor 2030"),
    Sop("contoh/lembur-3", "Pembayaran Honor 2031"),
    Sop("rekaan/gaji", "Pembayaran Upah", nomor="SOP-99/RKN/2031"),
)
GAJI, GUDANG = "contoh/gaji", "contoh/gudang"


@pytest.mark.parametrize(
    ("butir", "harapan"),
    [
        # number
        ("SOP-07/KTR/2031", [(TERTAUT, GAJI)]),
        ("SOP Nomor SOP-07/KTR/2031", [(TERTAUT, GAJI)]),
        ("SOP No. 065/12/ORG", [(TERTAUT, GUDANG)]),
        ("SOP Gaji Pegawai (SOP–07/KTR/2031)", [(TERTAUT, GAJI)]),
        ("2) Pembayaran Gaji [Nomor: SOP-07/ktr/2031].", [(TERTAUT, GAJI)]),
        ("SOP Pembayaran Gaji (065/12/ORG)", [(GANDA, f"{GAJI} {GUDANG}")]),
        ("SOP-99/RKN/2031", [(BELUM_ADA, "")]),
        # a year, an abbreviation, "dan" and "/"
        ("SOP Penataan Gudang", [(JenisTautan.MIRIP, GUDANG)]),
        ("SOP Pembayaran Gaji (PGJ) Tahun 2032", [(JenisTautan.MIRIP, GAJI)]),
        ("Pembayaran Lembur", [(JenisTautan.MIRIP, "contoh/lembur")]),
        ("Pembayaran Honor", [(BELUM_ADA, "")]),
        # several
        ("SOP Pembayaran Gaji, SOP Penataan Gudang (PG)", [(TERTAUT, GAJI), (TERTAUT, GUDANG)]),
        ("a. SOP Pembayaran Gaji dan SPO Urusan Baru", [(TERTAUT, GAJI), (BELUM_ADA, "")]),
        ("SOP Upah (SOP-07/KTR/2031)\nSOP Gudang (065/12/ORG)", [(TERTAUT, GAJI), (TERTAUT, GUDANG)]),
        ("SOP terkait:\n1. SOP Gaji Pegawai (SOP-07/KTR/2031)\n2. Urusan Baru", [(JenisTautan.BUKAN, ""), (TERTAUT, GAJI), (BELUM_ADA, "")]),
        ("Urusan Baru\nPerjanjian Kinerja\nRencana Aksi", [(BELUM_ADA, ""), (JenisTautan.BUKAN, ""), (JenisTautan.BUKAN, "")]),
        # none
        ("Laporan Kinerja Instansi", [(JenisTautan.BUKAN, "")]),
        ("Nihil", [(JenisTautan.KOSONG, "")]),
        ("Tidak ada SOP terkait", [(JenisTautan.KOSONG, "")]),
        ("Semua SOP di lingkungan Kantor Contoh", [(JenisTautan.BUKAN, "")]),
        ("Permendagri 99/2031", [(JenisTautan.BUKAN, "")]),
        ("Inspektorat dan Bagian Hukum", [(JenisTautan.BUKAN, "")]),
    ],
)  # fmt: skip
def test_what_else_an_item_may_say(butir: str, harapan: list[tuple[JenisTautan, str]]) -> None:
    hasil = susun(*BUKU_BERNOMOR, sop("contoh/x", "Urusan X", keterkaitan=("SOP Z", butir)))
    _, *semua = hasil.keterkaitan["contoh/x"]
    assert [(t.jenis, t.sop or " ".join(t.calon)) for t in semua] == harapan
    assert {t.butir for t in semua} == {1}


def test_no_word_of_an_item_of_several_lines_is_lost() -> None:
    butir = "Berkas:\na. Urusan Baru:\n  - ini\n  - itu\nb. Renstra\nlain-lain\nSOP Z"
    hasil = susun(sop("contoh/x", "Urusan X", keterkaitan=(butir,)))
    semua = [t.teks for t in hasil.keterkaitan["contoh/x"]]
    assert " ".join(semua).split() == butir.split()
    assert semua[:3] == ["Berkas:", "a. Urusan Baru:", "- ini"]


def test_a_number_in_a_keterangan_is_its_sop() -> None:
    teks = "lihat SOP Nomor SOP-07/KTR/2031, lalu SOP-99/RKN/2031"
    hasil = susun(*BUKU_BERNOMOR, sop("contoh/x", "X", keterangan=((teks,),)))
    (butir,) = hasil.keterangan("contoh/x", 0, 0)
    assert [(p.teks, p.tautan.sop) for p in butir if p.tautan] == [("SOP-07/KTR/2031", GAJI)]
    assert "".join(p.teks for p in butir) == teks


DEPAN = (
    "SOP", "S.O.P.", "S. O. P", "SPO", "P.O.S.", "POS", "Protap", "Prosedur Tetap", "Standar Operasional Prosedur",
    "Prosedur Operasional Standar", "Standard Operating Procedure", "Standar Operasional Prosedur (SOP)", "SOP-AP",
    "SOP tentang", "SOP:", "",
)  # fmt: skip


@given(
    st.sampled_from(["", "1. ", "12) ", "a. ", "(b) ", "- ", "• ", "iv. ", "2.1 ", "1. 1. "]),
    st.sampled_from(DEPAN),
    st.sampled_from(["Penyaluran Bantuan", "Rapat", "Pelayanan Tamu & Surat"]),
    st.sampled_from(["", ".", ";", " ."]),
    st.sampled_from([str, str.upper, str.lower, str.title]),
)
def test_whatever_stands_before_and_behind_it_is_one_name(
    butir: str, depan: str, nama: str, akhir: str, tulis: Callable[[str], str]
) -> None:
    assert kunci_nama(butir + tulis(f"{depan} {nama}") + akhir) == kunci_nama(nama)


@pytest.mark.parametrize(
    "bagian",
    ["SOP ", "1. ", "(", "SOP-1/2, ", "nomor ", "dan ", "a", "(x)", "standar operasional "],
)
def test_very_long_items_end(bagian: str) -> None:
    panjang = bagian * (200_000 // len(bagian))
    (satu, *_) = susun(*BUKU_BERNOMOR, sop("contoh/x", "X", keterkaitan=(panjang,))).keterkaitan[
        "contoh/x"
    ]
    assert satu.jenis is not TERTAUT


def test_items_keep_their_order_and_their_words() -> None:
    butir = ("SOP Z", "SOP Pengarsipan", "SOP Z")
    hasil = susun(*BUKU, sop("contoh/x", "X", keterkaitan=butir)).keterkaitan
    assert [t.teks for t in hasil["contoh/x"]] == list(butir)
    assert hasil["contoh/arsip"] == ()


def test_the_name_goes_before_the_other_names_of_an_office() -> None:
    hasil = susun(
        sop("contoh/a", "Rapat"),
        sop("contoh/b", "Pertemuan", "Rapat"),
        sop("contoh/c", "C", keterkaitan=("SOP Rapat",)),
    )
    assert hasil.keterkaitan["contoh/c"] == (Tautan("SOP Rapat", TERTAUT, "contoh/a"),)


def test_another_name_of_the_own_office_goes_before_a_name_elsewhere() -> None:
    hasil = susun(
        sop("contoh/a", "Pertemuan", "Rapat"),
        sop("contoh/c", "C", keterkaitan=("SOP Rapat",)),
        sop("rekaan/rapat", "Rapat"),
    )
    assert hasil.keterkaitan["contoh/c"] == (Tautan("SOP Rapat", TERTAUT, "contoh/a"),)


def test_an_old_version_of_the_same_name_is_no_second_choice() -> None:
    lama = sop("contoh/cuti-lama", "Cuti", status=Status.DIGANTIKAN, digantikan_oleh="SOP Cuti")
    hasil = susun(lama, sop("contoh/cuti", "Cuti"), sop("contoh/x", "X", keterkaitan=("SOP Cuti",)))
    assert hasil.keterkaitan["contoh/x"] == (Tautan("SOP Cuti", TERTAUT, "contoh/cuti"),)
    assert hasil.digantikan_oleh == {"contoh/cuti-lama": Tautan("SOP Cuti", TERTAUT, "contoh/cuti")}


def test_two_old_versions_remain_a_choice() -> None:
    hasil = susun(
        sop("contoh/a", "Cuti", status=Status.DICABUT),
        sop("contoh/b", "Cuti", status=Status.DIGANTIKAN),
        sop("contoh/x", "X", keterkaitan=("Cuti",)),
    )
    assert hasil.keterkaitan["contoh/x"] == (Tautan("Cuti", GANDA, calon=("contoh/a", "contoh/b")),)


# --- keterangan: the SOPs between « » are named, with what they lead to ---------------------


def tandai(teks: str, *lain: Sop) -> str:
    """Write a keterangan of `contoh/x` with each named SOP as «words|kind or id»."""
    hasil = susun(*BUKU, *lain, sop("contoh/x", "Urusan X", keterangan=((teks,),)))
    (butir,) = hasil.keterangan("contoh/x", 0, 0)
    assert "".join(p.teks for p in butir) == teks
    return "".join(
        f"«{p.teks}|{p.tautan.sop or p.tautan.jenis}»" if p.tautan else p.teks for p in butir
    )


@pytest.mark.parametrize(
    "bertanda",
    [
        # the whole item
        "«SOP Pengarsipan|contoh/arsip»",
        "«sop pengarsipan|contoh/arsip».",
        "1. «SOP Pengarsipan|contoh/arsip»;",
        "«SOP Pelaksanaan Rapat|padanan»",
        "«SOP Pemberian Cuti|ganda»",
        "«SOP Urusan X|contoh/x»",
        "«SOP Penyusunan Lakip secara berkala|belum ada».",
        "«SOP penyusunan lakip|belum ada»",
        "«SOP Penyusunan SOP|belum ada»",
        "«SOP Lakip|belum ada»; «SOP Renja|belum ada»",
        "«SOP Lakip|belum ada» dan «SOP Renja|belum ada»",
        "«SOP Lakip|belum ada». Arsip disimpan",
        "«rekaan/arsip|rekaan/arsip»",
        "  «Rekaan/arsip|rekaan/arsip» ",
        "«SOP Penyusunan SOP Baru|belum ada»",
        # inside a sentence
        "lihat «SOP Pengarsipan|contoh/arsip» dan «SOP Pengadaan Barang dan Jasa|contoh/barang-jasa»",
        "Lihat «SOP Pengadaan Barang|contoh/barang» dan lain-lain",
        "Lihat «SOP Pengadaan Barang|contoh/barang» dan Kepala Dinas",
        "(lihat «SOP Penataan Arsip|contoh/arsip»)",
        "(lihat «SOP Penataan Arsip Kinerja|contoh/kinerja»)",
        "Dilanjutkan «SOP: Pengarsipan|contoh/arsip», lalu selesai",
        "sesuai «SOP “Pengarsipan|contoh/arsip»”",
        "sesuai «S.O.P. Pengarsipan|contoh/arsip»",
        "sesuai «SOP rekaan/arsip|rekaan/arsip».",
        "LIHAT «SOP PENGARSIPAN|contoh/arsip» LALU KIRIM",
        "lihat «SOP Keuangan Daerah dan Aset|belum ada», lalu kirim",
        "lihat «SOP Penyusunan Lakip|belum ada» setiap tahun",
        "lihat «SOP Pengarsipan Dokumen|belum ada»",
        "lihat «SOP Lakip|belum ada» dan «SOP Pengarsipan|contoh/arsip»",
        "lihat «SOP Penyusunan SOP Baru|belum ada» segera",
        # nothing is named
        "Berkas 08/SOP Pengarsipan",
        "dokumen non-SOP Pengarsipan",
        "Data Kinerja sesuai indikator",
        "SOPAN Santun",
        "sopan dan Santun",
        "SOP",
        "sesuai SOP",
        "sesuai SOP yang berlaku",
        "SOP Terkait",
        "SOP-nya menyusul",
        "Sesuai SOP. Pengarsipan dilakukan Staf",
        "Nomor 08 /SOP/III/2023/Contoh",
        "sesuai SOP/Pengarsipan",
        "menurut sop kami",
        "Pengarsipan",
        "",
    ],
)
def test_a_keterangan(bertanda: str) -> None:
    polos = re.sub(r"«(.*?)\|.*?»", r"\1", bertanda)
    assert tandai(polos) == bertanda


def test_a_keterangan_that_names_its_own_sop() -> None:
    hasil = susun(sop("contoh/x", "Urusan X", keterangan=(("lihat SOP Urusan X",),)))
    (butir,) = hasil.keterangan("contoh/x", 0, 0)
    assert butir[1].tautan == Tautan("SOP Urusan X", DIRI, "contoh/x")


def test_a_name_that_begins_with_a_common_word_is_still_known() -> None:
    nomor = sop("contoh/nomor", "Nomor Surat")
    assert tandai("lihat SOP Nomor Surat", nomor) == "lihat «SOP Nomor Surat|contoh/nomor»"


def test_a_cell_is_found_by_its_procedure_and_step() -> None:
    satu = Prosedur((), (Langkah("A"), Langkah("B", keterangan=("x", "SOP Pengarsipan"))))
    dua = Prosedur((), (Langkah("C", keterangan=("SOP Pengadaan Barang",)),))
    hasil = susun(*BUKU, Sop("contoh/x", "X", (satu, dua)))
    assert hasil.keterangan("contoh/x", 0, 0) == ()
    assert [b[0].teks for b in hasil.keterangan("contoh/x", 0, 1)] == ["x", "SOP Pengarsipan"]
    assert [b[0].teks for b in hasil.keterangan("contoh/x", 1, 0)] == ["SOP Pengadaan Barang"]
    assert hasil.dirujuk_oleh["contoh/arsip"] == (Rujukan("contoh/x", 2, 0),)
    assert hasil.dirujuk_oleh["contoh/barang"] == (Rujukan("contoh/x", 1, 1),)


# --- backlinks ------------------------------------------------------------------------------


def test_backlinks_from_both_places_sorted_and_each_once() -> None:
    hasil = susun(
        sop("contoh/arsip", "Pengarsipan", keterkaitan=("contoh/arsip",)),
        sop(
            "contoh/b",
            "B",
            keterkaitan=("SOP Pengarsipan", "contoh/arsip"),
            keterangan=((), ("SOP Pengarsipan", "lihat SOP Pengarsipan")),
        ),
        sop("contoh/a", "A", keterangan=(("SOP Pengarsipan",),)),
        sop("rekaan/a", "A", keterkaitan=("contoh/arsip",)),
        sop("rekaan/b", "B", keterkaitan=("SOP Pengarsipan",)),
    )
    assert hasil.dirujuk_oleh["contoh/arsip"] == (
        Rujukan("contoh/a", 1),
        Rujukan("contoh/b"),
        Rujukan("contoh/b", 2),
        Rujukan("rekaan/a"),
    )
    assert hasil.dirujuk_oleh["contoh/a"] == ()


def test_padanan_share_a_name_across_offices() -> None:
    hasil = susun(*BUKU)
    assert hasil.padanan("contoh/arsip") == ("rekaan/arsip",)
    assert hasil.padanan("rekaan/rapat") == ("umum/rapat",)
    assert hasil.padanan("contoh/cuti-1") == ()


nama = st.sampled_from(["Arsip", "Rapat", "Arsip Rapat", "Barang dan Jasa", "SOP Baru"])
teks = st.lists(st.sampled_from(["SOP", "lihat", "dan", ",", ".", "Lain", "a/0"]) | nama).map(
    " ".join
)


@st.composite
def buku(draw: st.DrawFn) -> tuple[Sop, ...]:
    return tuple(
        sop(
            f"{draw(st.sampled_from('ab'))}/{i}",
            draw(nama),
            *draw(st.lists(nama, max_size=2)),
            keterkaitan=tuple(draw(st.lists(teks | nama, max_size=3))),
            keterangan=tuple(draw(st.lists(st.tuples(teks | st.text()), max_size=3))),
        )
        for i in range(draw(st.integers(0, 6)))
    )


@given(buku())
def test_links_and_backlinks_are_each_others_reverse(semua: tuple[Sop, ...]) -> None:
    hasil = susun(*semua)
    maju = {(t.sop, Rujukan(id)) for id, isi in hasil.keterkaitan.items() for t in isi if t.sop} | {
        (p.tautan.sop, Rujukan(s.id, i + 1))
        for s in semua
        for i in range(len(s.prosedur[0].langkah))
        for butir in hasil.keterangan(s.id, 0, i)
        for p in butir
        if p.tautan and p.tautan.sop
    }
    mundur = {(id, r) for id, isi in hasil.dirujuk_oleh.items() for r in isi}
    assert mundur == {(id, r) for id, r in maju if id != r.sop}


@given(buku())
def test_whatever_is_written_every_answer_holds_together(semua: tuple[Sop, ...]) -> None:
    hasil = susun(*semua)
    ada = {s.id for s in semua}
    for s in semua:
        assert all(s.id in hasil.padanan(lain) for lain in hasil.padanan(s.id))
        isi = [b for i in range(len(s.prosedur[0].langkah)) for b in hasil.keterangan(s.id, 0, i)]
        tulisan = [k for langkah in s.prosedur[0].langkah for k in langkah.keterangan]
        assert ["".join(p.teks for p in b) for b in isi] == tulisan
        semua_tautan = [*hasil.keterkaitan[s.id], *(p.tautan for b in isi for p in b if p.tautan)]
        for t in semua_tautan:
            assert (t.sop in ada) == (t.jenis in (TERTAUT, DIRI))
            assert (t.sop == s.id) == (t.jenis is DIRI)
            assert set(t.calon) <= ada
            assert bool(t.calon) == (t.jenis in (PADANAN, GANDA, JenisTautan.MIRIP))
            kantor = {c.partition("/")[0] == s.instansi for c in t.calon}
            assert kantor <= {t.jenis in (GANDA, JenisTautan.MIRIP)}


@given(st.text())
def test_a_key_is_stable(teks: str) -> None:
    assert kunci_nama(kunci_nama(teks)) == kunci_nama(teks)
    assert kunci_nama(teks.upper().lower()) == kunci_nama(teks.upper())


MENYEBUT = sop(
    "contoh/surat",
    "Surat",
    keterkaitan=("SOP Pengarsipan", "SOP Rapat Baru"),
    keterangan=(("Lanjut ke SOP Pengarsipan",),),
    digantikan_oleh="Rapat Baru",
)
SESUDAH: tuple[tuple[Sop, ...], ...] = (
    (*BUKU, MENYEBUT, sop("contoh/rapat-baru", "Rapat Baru")),  # one more
    (*BUKU[1:], MENYEBUT),  # one less
    (sop("contoh/arsip", "Kearsipan"), *BUKU[1:], MENYEBUT),  # another name
    (
        sop("contoh/arsip", "Pengarsipan", status=Status.DICABUT),
        *BUKU[1:],
        MENYEBUT,
    ),  # not in force
    (*BUKU, replace(MENYEBUT, keterkaitan=("SOP Pelaksanaan Rapat",))),  # says something else
)


@pytest.mark.parametrize("sesudah", SESUDAH)
def test_what_was_resolved_before_holds_only_where_it_would_be_resolved_so_again(
    sesudah: tuple[Sop, ...],
) -> None:
    susun(*BUKU, MENYEBUT)
    lagi = susun(*sesudah)
    assert lagi == susun(*(replace(s) for s in sesudah)), "as of values that remember nothing"
    penaut._TERAKHIR.clear()
    assert lagi == susun(*(replace(s) for s in sesudah))


def test_an_edit_of_one_sop_resolves_that_one_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    tetap = sop("contoh/tetap", "Yang Tetap", keterkaitan=("SOP Pengarsipan",))
    susun(*BUKU, tetap, MENYEBUT)
    ditautkan: list[str] = []
    asli = penaut.Penaut.tautkan_semua

    def catat(self: penaut.Penaut, satu: Sop, teks: str) -> tuple[Tautan, ...]:
        ditautkan.append(satu.id)
        return asli(self, satu, teks)

    monkeypatch.setattr(penaut.Penaut, "tautkan_semua", catat)
    susun(*BUKU, tetap, replace(MENYEBUT, keterkaitan=("SOP Pelaksanaan Rapat",)))
    assert set(ditautkan) == {MENYEBUT.id}

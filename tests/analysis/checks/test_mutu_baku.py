"""SOP-M001 to M008, and A025."""

from __future__ import annotations

import pytest

from buku_sop.model import Langkah, Satuan
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import langkah, prosedur, sop

L = ("prosedur", 0, "langkah")
DUA_LANE = {"staf": "Staf", "kepala": "Kepala Kantor"}
DUA_KEPALA = {"kepala": "Kepala Kantor", "pusat": "Kepala Kantor Pusat"}
DUA = {"staf": "Staf", "tim": "Tim SAKIP", "analis": "Analisis Data"}


def mulai(kegiatan: str) -> Langkah:
    return langkah(kegiatan, waktu="", kelengkapan=(), output=())


def rantai(*steps: Langkah) -> tuple[Langkah, ...]:
    """End a chain with a step that needs nothing of it."""
    return (*steps, langkah("Menutup buku", kelengkapan=("Kunci", "Buku tamu"), output="Arsip"))


KASUS = [
    Kasus("SOP-M001", "words that are no time", sop(langkah(waktu="secepatnya")),
          sop(langkah(waktu="sesuai kebutuhan")), (*L, 0, "waktu"), "`secepatnya`"),
    Kasus("SOP-M002", "one is missing", sop(langkah(waktu="")), sop(langkah()), (*L, 0), "Langkah 1 belum mempunyai waktu."),
    Kasus("SOP-M002", "two are missing", sop(langkah(waktu="", output=())), sop(mulai("Mulai")),
          (*L, 0), "waktu dan output"),
    Kasus("SOP-M002", "all are missing, in the second procedure",
          sop(tabel=(prosedur(langkah()), prosedur(mulai("Mencatat")))),
          sop(tabel=(prosedur(langkah()), prosedur(mulai(" SELESAI.")))),
          ("prosedur", 1, "langkah", 0), "Langkah 1 (prosedur 2) belum mempunyai kelengkapan, waktu, dan output"),
    Kasus("SOP-M002", "a column that the document does not have is told once",
          sop(mulai("Mulai"), *[langkah(f"Mencatat {i}", kelengkapan=()) for i in range(4)]),
          sop(*[langkah(f"Mencatat {i}") for i in range(4)]), L, "Langkah 2 sampai 5 belum mempunyai kelengkapan."),
    Kasus("SOP-M003", "days and working days", sop(langkah(waktu="3 hari kerja"), langkah(waktu="1 hari")),
          sop(langkah(waktu="3 hari"), langkah(waktu="1 x 24 jam")), (*L, 1, "waktu"), "hari kerja"),
    Kasus("SOP-M003", "days of the column and calendar days",
          sop(langkah(waktu="3", satuan_kolom=Satuan.HARI), langkah(waktu="2 hari kalender")),
          sop(langkah(waktu="3 hari kerja"), langkah(waktu="2 hari kalender")),
          (*L, 0, "waktu"), "hari kalender"),
    Kasus("SOP-M004", "nothing needs it", sop(*rantai(langkah(output="Undangan"), langkah())),
          sop(*rantai(langkah(output="Undangan"), langkah(kelengkapan="UNDANGAN."))),
          (*L, 0, "output", 0), "`Undangan`"),
    Kasus("SOP-M004", "something alike is needed, which the pages of documents list as another; it is named",
          sop(*rantai(langkah(output="Laporan untuk tamu"), langkah(kelengkapan=("Buku", "Laporan tamu")))),
          sop(*rantai(langkah(output="Laporan untuk tamu"), langkah(kelengkapan="LAPORAN  untuk-tamu."))),
          (*L, 0, "output", 0), "Langkah 2 memerlukan `Laporan tamu`: tulis dengan nama yang sama"),
    Kasus("SOP-M004", "it is needed together with another, named in one",
          sop(*rantai(langkah(output="SK Hibah"), langkah(kelengkapan="BAST dan SK Hibah Tanah"))),
          sop(*rantai(langkah(output="SK Hibah"), langkah(kelengkapan="BAST dan SK Hibah."))), (*L, 0, "output", 0)),
    Kasus("SOP-M004", "one of several that it names is needed",
          sop(*rantai(langkah(output="Naskah dan Berita Acara"), langkah(kelengkapan=("Naskah Acara", "Berita")))),
          sop(*rantai(langkah(output="Naskah dan Berita Acara"), langkah(kelengkapan=("Map", "Berita Acara")))),
          (*L, 0, "output", 0)),
    Kasus("SOP-M004", "only a step before it needs it; one to which it leads back counts",
          sop(*rantai(langkah(kelengkapan="Draf surat", id="a"), langkah(output="Draf surat"), langkah(cabang={"Y": "lanjut", "T": "selesai"}))),
          sop(*rantai(langkah(kelengkapan="Draf surat", id="a"), langkah(output="Draf surat"), langkah(cabang={"Y": "lanjut", "T": "a"}))),
          (*L, 1, "output", 0)),
    Kasus("SOP-M004", "another SOP of the office needs it",
          sop(*rantai(langkah(output="Nota"), langkah())), sop(*rantai(langkah(output="Kuitansi"), langkah())),
          (*L, 0, "output", 0),
          lain=(sop(langkah(kelengkapan="kuitansi"), id="kantor-contoh/bayar"),
                sop(langkah(kelengkapan="Nota"), id="dinas-rekaan/bayar"))),
    Kasus("SOP-M004", "a later kegiatan uses it", sop(*rantai(langkah(output="Undangan"), langkah())),
          sop(*rantai(langkah(output="Undangan"), langkah("Menggandakan undangan"))), (*L, 0, "output", 0)),
    Kasus("SOP-M004", "what comes of an early end goes out",
          sop(*rantai(langkah(output="Surat"), langkah())),
          sop(*rantai(langkah(output="Surat", cabang={"Ya": "lanjut", "Tidak": "selesai"}), langkah())), (*L, 0, "output", 0)),
    Kasus("SOP-M005", "a lane's label", sop(langkah("Tim SAKIP menyusun laporan"), pelaksana={"staf": "Tim SAKIP"}),
          sop(langkah("Mengundang Tim SAKIP"), pelaksana={"staf": "Tim SAKIP"}),
          (*L, 0, "kegiatan"), "(`Tim SAKIP`)"),
    Kasus("SOP-M005", "a common title and what belongs to it", sop(langkah("Kepala Dinas memerintahkan staf")),
          sop(langkah("Mengepalai rapat")), (*L, 0, "kegiatan"), "(`Kepala Dinas`)"),
    Kasus("SOP-M005", "a title after a number", sop(langkah("1. Kasubag membuat surat")),
          sop(langkah("1. Membuat surat")), (*L, 0, "kegiatan"), "(`Kasubag`)"),
    Kasus("SOP-M006", "a noun", sop(langkah("Surat ke bupati")), sop(langkah("Pengumpulan data")),
          (*L, 0, "kegiatan"), "`Surat`"),
    Kasus("SOP-M006", "a noun that begins like a verb", sop(langkah("Disposisi surat")),
          sop(langkah("Diserahkan kepada staf")), (*L, 0, "kegiatan"), "`Disposisi`"),
    Kasus("SOP-M006", "a bare verb is one", sop(langkah("Arsip surat")), sop(langkah("Arsipkan surat")),
          (*L, 0, "kegiatan")),
    Kasus("SOP-M006", "what leads to a clause is not judged", sop(langkah("Rapat bulanan")),
          sop(langkah("Apabila lengkap, diproses")), (*L, 0, "kegiatan")),
    Kasus("SOP-A025", "another lane", sop(langkah("Kepala Kantor menulis"), langkah(oleh="kepala"),
                                         pelaksana=DUA_LANE),
          sop(langkah("Kepala Bidang menulis"), langkah(oleh="kepala"), pelaksana=DUA_LANE), (*L, 0, "kegiatan"), "`pelaksana: kepala`"),
    Kasus("SOP-A025", "an abbreviation is a name too, a mere rank is none",
          sop(langkah("PPK menulis"), langkah(oleh="ppk"), pelaksana={"staf": "Staf", "ppk": "PPK"}),
          sop(langkah("Kepala menulis"), langkah(oleh="ppk"), pelaksana={"staf": "Staf", "ppk": "Kepala"}),
          (*L, 0, "kegiatan"), "`PPK`"),
    Kasus("SOP-A025", "the longer name is meant", sop(langkah("Kepala Kantor Pusat menulis", oleh="kepala"),
                                                      langkah(oleh="pusat"), pelaksana=DUA_KEPALA),
          sop(langkah("Kepala Kantor menulis", oleh="kepala"), langkah(oleh="pusat"), pelaksana=DUA_KEPALA),
          (*L, 0, "kegiatan"), "`Kepala Kantor Pusat`"),
    Kasus("SOP-A025", "an abbreviation is one column, a word for a position may be anyone",
          sop(langkah("PPK menulis"), langkah(oleh="ppk"), pelaksana={"staf": "Staf", "ppk": "PPK"}),
          sop(langkah("Staf menulis", oleh="ppk"), langkah(), pelaksana={"staf": "Staf", "ppk": "PPK"}),
          (*L, 0, "kegiatan"), "`PPK`"),
    Kasus("SOP-M004", "what is said of its state is no part of its name",
          sop(*rantai(langkah(output="Berita Acara (BA)"), langkah(kelengkapan="BAP"))),
          sop(*rantai(langkah(output="Berita Acara (BA)"), langkah(kelengkapan="BA yang telah diparaf"))),
          (*L, 0, "output", 0)),
    Kasus("SOP-M006", "a verb behind its object", sop(langkah("Surat masuk ke dinas")),
          sop(langkah("Surat masuk dari dinas dicatat")), (*L, 0, "kegiatan")),
    Kasus("SOP-M006", "a title", sop(langkah("Laporan akhir")), sop(langkah("Laporan")), (*L, 0, "kegiatan")),
    Kasus("SOP-M006", "a table that has no sentences", sop(langkah("Surat masuk"), langkah("Menulis"), langkah("Membaca")),
          sop(langkah("Surat masuk"), langkah("Rapat tim"), langkah("Membaca")), (*L, 0, "kegiatan")),
    Kasus("SOP-M005", "the marks of a role", sop(langkah("PA/KPA menetapkan"), pelaksana={"staf": "PA/KPA"}),
          sop(langkah("PA/KPA menetapkan")), (*L, 0, "kegiatan"), "(`PA/KPA`)"),
    Kasus("SOP-M007", "the longer time first", sop(langkah(waktu="10-5 menit")),
          sop(langkah(waktu="5-10 menit")), (*L, 0, "waktu"), "`10-5 menit`"),
    Kasus("SOP-M008", "a slip in the unit", sop(langkah(waktu="2 mingu")), sop(langkah(waktu="2 mgg")),
          (*L, 0, "waktu"), "minggu"),
    Kasus("SOP-M009", "a time among the outputs", sop(langkah(output="1 - 5 hari Kerja")),
          sop(langkah(output="Laporan 5 hari kerja")), (*L, 0, "output", 0), "`1 - 5 hari Kerja`"),
    Kasus("SOP-M009", "a time among what is needed", sop(langkah(kelengkapan="30 Menit")),
          sop(langkah(kelengkapan="2 berkas")), (*L, 0, "kelengkapan", 0), "`waktu`"),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_mutu_baku(kasus: Kasus) -> None:
    uji(kasus)


def test_a_range_is_compared_by_the_hours_of_the_office() -> None:
    rentang = sop(langkah(waktu="10 jam - 1 hari"))
    assert "SOP-M007" in {t.kode for t in periksa(rentang)}


@pytest.mark.parametrize(
    "waktu",
    [
        "setiap Senin",
        "Maret, September",
        "paling lambat tanggal 7",
        "5 hari kerja sejak surat diterima",
    ],
)
def test_a_deadline_or_a_schedule_is_no_unreadable_time(waktu: str) -> None:
    assert not {"SOP-M001", "SOP-M002", "SOP-M008"} & {
        t.kode for t in periksa(sop(langkah(waktu=waktu)))
    }


def test_a_kegiatan_is_judged_once() -> None:
    kode = [t.kode for t in periksa(sop(langkah("Sekretaris laporan")))]
    assert kode == ["SOP-M005"]


@pytest.mark.parametrize("kegiatan", ["", "—", "1.", "A"])
def test_a_kegiatan_without_words_is_not_judged(kegiatan: str) -> None:
    assert not {"SOP-M005", "SOP-M006"} & {t.kode for t in periksa(sop(langkah(kegiatan)))}


def test_documents_are_followed_also_where_the_flow_comes_back_and_past_the_next_step() -> None:
    kembali = sop(
        langkah("Menulis", kelengkapan="Rancangan", output="Naskah", id="tulis"),
        langkah("Membaca", kelengkapan="Lembar baca", output="Catatan"),
        langkah("Menimbang", kelengkapan="Naskah", output="Rancangan",
                cabang={"Baik": "selesai", "Kurang": "tulis"}),
        langkah("Menyimpan", kelengkapan="Catatan"),
    )  # fmt: skip
    ditemukan = {str(t.isi["output"]) for t in periksa(kembali) if t.kode == "SOP-M004"}
    assert ditemukan == {"Catatan"}  # the last step is never reached from the reading


def test_a_table_that_hands_on_few_of_its_outputs_is_not_judged_by_them() -> None:
    hasil = [
        langkah("Mencatat", output=f"Data {i} masuk", kelengkapan="Komputer") for i in range(6)
    ]
    assert "SOP-M004" not in {t.kode for t in periksa(sop(*hasil))}
    serupa = [*hasil, langkah("Menutup", kelengkapan="Data 1 yang masuk")]
    ditemukan = [t.isi["output"] for t in periksa(sop(*serupa)) if t.kode == "SOP-M004"]
    assert "Data 2 masuk" in ditemukan  # something that is called alike is needed


def test_papers_of_different_kinds_are_not_alike() -> None:
    isi = sop(
        *rantai(langkah(output="Daftar usulan tema"), langkah(kelengkapan="Surat usulan tema"))
    )
    (temuan,) = [t for t in periksa(isi) if t.kode == "SOP-M004"]
    assert temuan.isi["serupa"] == ""


@pytest.mark.parametrize(("jumlah", "ada"), [(300, True), (301, False)])
def test_documents_are_not_followed_through_more_steps_than_anybody_reads(
    jumlah: int, ada: bool
) -> None:
    panjang = sop(
        *(
            langkah(
                "Mencatat", output=(f"Catatan {i}", f"Salinan {i}"), kelengkapan=f"Catatan {i - 1}"
            )
            for i in range(jumlah)
        )
    )
    assert ("SOP-M004" in {t.kode for t in periksa(panjang)}) is ada

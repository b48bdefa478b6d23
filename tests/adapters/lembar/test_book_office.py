"""The book of one office: cover, decree, contents with revisions, explanation, sheets, index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from buku_sop.adapters.lembar.printing import PrintFailed, make_books, make_pdfs, nama_buku
from buku_sop.handbook import Hasil
from buku_sop.model import IsiBuku, Keputusan, Singkatan
from buku_sop.views.lembar.jilid import bagi_jilid
from tests.adapters.lembar.conftest import hasil_dari, make_book
from tests.adapters.lembar.corpus import JAHAT, KATA_PANJANG, kata
from tests.adapters.lembar.tagged import spoken, text_ends
from tests.adapters.lembar.test_book import penanda
from tests.adapters.lembar.test_sheet import halaman
from tests.builders import INSTANSI, LAIN, handbook, langkah, sop

NIP = "19990101 202001 1 001"
SK = Keputusan(
    nomor="188/01/REKAAN/2026",
    tentang="Penetapan SOP Kantor Contoh",
    menimbang=("bahwa perlu prosedur yang baku;", "bahwa perlu menetapkan keputusan;"),
    mengingat=("Peraturan Bupati Rekaan Nomor 1 Tahun 2020;",),
    diktum=("Menetapkan SOP dalam buku ini.", "Keputusan ini mulai berlaku hari ini."),
    tempat="Kota Rekaan",
    tanggal="2 Februari 2026",
    jabatan="Kepala Kantor Contoh",
    nama="Nama Penanda Tangan",
    nip=NIP,
)
BUKU = IsiBuku(
    judul="SOP Administrasi Kantor Contoh",
    tahun="2027",
    sk=SK,
    ruang_lingkup=("Berlaku bagi seluruh pegawai rekaan.",),
    ringkasan=("Memuat penerimaan tamu.",),
)
KANTOR = replace(
    INSTANSI,
    alamat="Jalan Rekaan 1",
    singkatan=(Singkatan("BTR", ("Buku Tamu Rekaan",)),),
    buku=BUKU,
)
SATU = sop(nomor_revisi="02", tanggal_revisi=date(2026, 2, 2))
DUA = sop(langkah("Menyusun RKR"), id=f"{INSTANSI.id}/dua", nama="Penyusunan Rencana")


def hasil(*semua: object, isi: IsiBuku = BUKU) -> Hasil:
    buku = handbook(
        SATU,
        DUA,
        sop(id=f"{LAIN.id}/asing", nama="SOP Asing"),
        instansi=(replace(KANTOR, buku=isi), LAIN),
    )
    umum = (Singkatan("RKR", ("Rencana Kerja Rekaan",)), Singkatan("XYZ", ("Tak Terpakai",)))
    return hasil_dari(replace(buku, singkatan=umum))


@pytest.fixture(scope="module")
def buku(buat_root: Callable[[], Path]) -> Path:
    return make_book(buat_root(), hasil(), instansi=INSTANSI.id)


def test_it_has_the_parts_of_the_rule_in_their_order(buku: Path) -> None:
    assert [(tingkat, nama) for tingkat, nama, _ in penanda(buku)] == [
        (1, "Keputusan Kepala Kantor Contoh"),
        (1, "Daftar Isi"),
        (1, "Penjelasan Singkat Penggunaan"),
        (1, DUA.nama),
        (1, SATU.nama),
        (1, "Indeks Pelaksana"),
    ]


def test_the_cover_names_the_office_its_address_and_the_year(buku: Path) -> None:
    sampul = " ".join(halaman(buku)[0].split())
    for satu in (BUKU.judul, KANTOR.nama, KANTOR.pemerintah, KANTOR.alamat):
        assert satu in sampul
    assert sampul.endswith("2027")


def test_the_decree_has_the_words_of_the_office_and_no_others(buku: Path) -> None:
    keputusan = spoken(buku)
    for bagian in (
        "NOMOR 188/01/REKAAN/2026 TENTANG PENETAPAN SOP KANTOR CONTOH KEPALA KANTOR CONTOH,",
        "Menimbang : a. bahwa perlu prosedur yang baku; b. bahwa perlu menetapkan keputusan;",
        "Mengingat : Peraturan Bupati Rekaan Nomor 1 Tahun 2020;",
        "MEMUTUSKAN: Menetapkan : PENETAPAN SOP KANTOR CONTOH KESATU : Menetapkan SOP dalam buku ini.",
        "KEDUA : Keputusan ini mulai berlaku hari ini. Ditetapkan di Kota Rekaan pada tanggal 2 Februari 2026",
        f"Nama Penanda Tangan NIP. {NIP}",
    ):
        assert bagian in keputusan
    assert "Memperhatikan" not in keputusan


def test_the_contents_have_number_revision_and_page(buku: Path) -> None:
    nomor = {nama: n for _, nama, n in penanda(buku)}
    isi = " ".join(halaman(buku)[nomor["Daftar Isi"] - 1].replace("-", "").split())
    assert "Revisi" in isi
    assert "02, 2 Februari 2026" in isi
    assert "07/SOP/" in isi
    assert f"Berlaku {nomor[SATU.nama]}" in isi
    assert "SOP Asing" not in isi


def test_the_explanation_defines_what_the_office_and_its_sops_use(buku: Path) -> None:
    isi = spoken(buku)
    for satu in (
        *BUKU.ruang_lingkup,
        *BUKU.ringkasan,
        "BTR Buku Tamu Rekaan",
        "RKR Rencana Kerja Rekaan",
    ):
        assert satu in isi
    assert "Tak Terpakai" not in isi
    assert "Penghubung antarhalaman" in isi


def test_an_office_that_says_nothing_gets_cover_contents_sheets_and_index(
    buat_root: Callable[[], Path],
) -> None:
    root = buat_root()
    isi = hasil_dari(handbook(SATU, instansi=(INSTANSI, LAIN)))
    satu = make_book(root, isi, instansi=INSTANSI.id)
    assert [nama for _, nama, _ in penanda(satu)] == ["Daftar Isi", SATU.nama, "Indeks Pelaksana"]
    assert "2026" in halaman(satu)[0]  # the year of its newest SOP


def test_the_book_of_all_has_the_decree_and_explanation_of_each_office(
    buat_root: Callable[[], Path],
) -> None:
    semua = make_book(buat_root(), hasil())
    nama = [(tingkat, nama) for tingkat, nama, _ in penanda(semua)]
    awal = nama.index((1, KANTOR.nama))
    assert nama[awal + 1 : awal + 4] == [
        (2, "Keputusan Kepala Kantor Contoh"),
        (2, "Penjelasan Singkat Penggunaan"),
        (2, DUA.nama),
    ]
    assert "02, 2 Februari 2026" in " ".join(halaman(semua)[1].split())


def test_a_published_book_has_no_nip_unless_the_office_shows_it(
    buat_root: Callable[[], Path],
) -> None:
    root = buat_root()
    for instansi in (INSTANSI.id, ""):
        isi = " ".join(halaman(make_book(root, hasil(), terbit=True, instansi=instansi)))
        assert "Nama Penanda Tangan" in isi
        assert NIP not in isi


@pytest.mark.parametrize("arah", ["lanskap", "potret"])
def test_hostile_and_long_words_stand_there_as_words(
    buat_root: Callable[[], Path], arah: str
) -> None:
    panjang = f"{KATA_PANJANG * 3} {kata(500)}"
    sk = replace(
        SK,
        nomor=JAHAT,
        tentang=JAHAT,
        menimbang=(JAHAT, panjang),
        diktum=(panjang,) * 17,
        jabatan=JAHAT,
    )
    isi = IsiBuku(JAHAT, JAHAT, sk, (JAHAT, panjang), (panjang,) * 3)
    file = make_book(buat_root(), hasil(isi=isi), instansi=INSTANSI.id, arah=arah)
    rapat = "".join(spoken(file).split())
    assert rapat.count("".join(JAHAT.replace("\u200b", "").split())) >= 5
    assert "DIKTUM16" in rapat
    assert KATA_PANJANG in rapat
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) > 8
        for page in pdf.pages:
            assert max(text_ends(page), default=0.0) <= float(page.mediabox[2]) * 0.3528 - 9


def test_names_of_sops_of_other_books_lead_to_the_site_or_are_words(
    buat_root: Callable[[], Path],
) -> None:
    satu = replace(SATU, keterkaitan=(f"{LAIN.id}/asing", DUA.nama))
    isi = handbook(satu, DUA, sop(id=f"{LAIN.id}/asing", nama="SOP Asing"))
    situs = "https://contoh.example"
    file = make_book(buat_root(), hasil_dari(isi), situs=situs, instansi=INSTANSI.id)
    with pikepdf.open(file) as pdf:
        url = [
            str(a.A.URI)
            for page in pdf.pages
            for a in page.get("/Annots", [])
            if "/URI" in a.get("/A", {})
        ]
    assert f"{situs}/sop/{LAIN.id}/asing/" in url
    assert not any(DUA.id in u for u in url)


def test_a_failure_leaves_the_earlier_book(
    buat_root: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = buat_root()
    lama = make_book(root, hasil(), instansi=INSTANSI.id)
    isi = lama.read_bytes()

    def gagal(self: object, templat: str, data: object, masukan: object = None) -> bytes:
        raise PrintFailed("rusak")

    monkeypatch.setattr("buku_sop.adapters.lembar.compiler.SheetCompiler.cetak", gagal)
    with pytest.raises(PrintFailed, match=f"Buku buku-sop-{INSTANSI.id}"):
        make_book(root, hasil(isi=replace(BUKU, tahun="2028")), instansi=INSTANSI.id)
    assert lama.read_bytes() == isi


def test_a_thick_book_is_several_volumes_each_with_its_own_contents(
    buat_root: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = buat_root()
    (utuh,) = make_books(root, hasil(), situs="")
    monkeypatch.setattr(
        "buku_sop.adapters.lembar.printing.bagi_jilid", partial(bagi_jilid, batas=4)
    )
    pertama, kedua = make_books(root, hasil(), situs="")
    assert not utuh.exists()
    assert [f.name for f in (pertama, kedua)] == ["buku-sop.jilid-1.pdf", "buku-sop.jilid-2.pdf"]
    for n, (file, kantor, nama) in enumerate(
        ((pertama, KANTOR.nama, [DUA.nama, SATU.nama]), (kedua, LAIN.nama, ["SOP Asing"])), 1
    ):
        sampul = " ".join(halaman(file)[0].split())
        assert f"Jilid {n} dari 2" in sampul
        assert kantor in sampul
        semua = [judul for _, judul, _ in penanda(file)]
        assert semua[0] == "Daftar Isi"
        assert [s for s in semua if s in ("SOP Asing", DUA.nama, SATU.nama)] == nama
    make_pdfs(root, hasil(), situs="")
    assert pertama.is_file()
    monkeypatch.undo()
    assert make_books(root, hasil(), situs="") == (utuh,)
    assert not pertama.exists()


@pytest.mark.parametrize(
    ("halaman_sop", "jilid"),
    [
        ({}, []),
        ({"a/x": 3, "a/y": 3, "b/x": 4}, [["a/x", "a/y", "b/x"]]),
        ({"a/x": 3, "a/y": 4, "b/x": 4}, [["a/x", "a/y"], ["b/x"]]),
        ({"a/x": 1, "b/x": 6, "b/y": 6, "c/x": 3}, [["a/x"], ["b/x"], ["b/y", "c/x"]]),
        ({"a/x": 99, "b/x": 1}, [["a/x"], ["b/x"]]),
    ],
)
def test_an_office_stays_together_where_it_fits(
    halaman_sop: dict[str, int], jilid: list[list[str]]
) -> None:
    assert bagi_jilid(halaman_sop, 10) == jilid


def test_books_of_offices_outlive_a_printing_of_all_sheets(buat_root: Callable[[], Path]) -> None:
    root = buat_root()
    satu = make_book(root, hasil(), instansi=INSTANSI.id)
    assert satu.stem == nama_buku(INSTANSI.id)
    make_pdfs(root, hasil())
    assert satu.is_file()
    make_pdfs(root, hasil_dari(handbook(sop(id=f"{LAIN.id}/asing"), instansi=(LAIN,))))
    assert not satu.exists()

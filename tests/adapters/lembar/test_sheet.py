from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.layout import draw_in_words
from buku_sop.layout.page import too_large, ukuran_tabel
from buku_sop.model import Prosedur
from buku_sop.views.dasar.tujuan import sebut_tujuan
from tests.adapters.lembar.conftest import SITUS, Cetakan
from tests.adapters.lembar.corpus import JAHAT, KATA_PANJANG
from tests.adapters.lembar.drawing import on_line, on_outline, read_drawing, tip
from tests.adapters.lembar.tagged import spoken, text_boxes, text_ends

MM = 72 / 25.4
PENGHUBUNG = re.compile(r"\b([A-Z]{1,2}) (ke|dari) ([\d, dan]+?),? hal\. (\d+)")


@cache
def halaman(pdf: Path) -> list[str]:
    """Return the text of each page, white space folded and soft breaks taken out."""
    reader = pypdf.PdfReader(pdf)
    return [
        " ".join(p.extract_text().replace("\u00ad", "").replace("\u200b", "").split())
        for p in reader.pages
    ]


def lembar(korpus: Cetakan, nama: str) -> Path:
    return korpus.pdf[f"kantor-contoh/{nama}"]


def berurutan(teks: str, *kata: str) -> bool:
    """Whether words follow each other in a text."""
    posisi = 0
    for k in kata:
        posisi = teks.find(k, posisi)
        if posisi < 0:
            return False
        posisi += len(k)
    return True


@pytest.mark.parametrize(("cetakan", "lebar", "tinggi"), [("korpus", 297, 210), ("asli", 330, 215)])
def test_every_page_has_the_size_of_the_paper(
    cetakan: str, lebar: float, tinggi: float, request: pytest.FixtureRequest
) -> None:
    cetak: Cetakan = request.getfixturevalue(cetakan)
    for pdf in [*cetak.pdf.values(), cetak.buku]:
        for page in pypdf.PdfReader(pdf).pages:
            ukuran = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
            assert ukuran == pytest.approx((lebar, tinggi), abs=0.1)


def test_sheets_claim_both_standards_language_and_title(korpus: Cetakan, asli: Cetakan) -> None:
    for pdf in [*korpus.pdf.values(), *asli.pdf.values(), korpus.buku, asli.buku]:
        with pikepdf.open(pdf) as dokumen, dokumen.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A"), pdf
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"]
            assert str(dokumen.Root.Lang) == "id-ID"
            assert dokumen.Root.MarkInfo.Marked
            assert dokumen.Root.ViewerPreferences.DisplayDocTitle
            assert "/StructTreeRoot" in dokumen.Root


def test_only_arimo_is_used_and_embedded(korpus: Cetakan) -> None:
    nama = set[str]()
    for pdf in [*korpus.pdf.values(), korpus.buku]:
        with pikepdf.open(pdf) as dokumen:
            for objek in dokumen.objects:
                if not isinstance(objek, pikepdf.Dictionary) or objek.get("/Type") != "/Font":
                    continue
                nama.add(str(objek.BaseFont).partition("+")[2])
                if objek.Subtype != "/Type0":
                    assert "/FontFile2" in objek.FontDescriptor
    assert {n.removesuffix("-Identity-H") for n in nama} == {"Arimo-Regular", "Arimo-Bold"}


def test_identity_and_boxes_come_in_the_official_order(asli: Cetakan) -> None:
    teks = spoken(asli.pdf["selayar/pengukuran-kinerja"])
    assert berurutan(
        teks, "KABUPATEN KEPULAUAN SELAYAR", "Nomor SOP", "08 /SOP/III/2023/Dinsos", "Tgl Pembuatan",
        "18 Maret 2023", "Tgl Revisi", "Tgl Efektif", "Disahkan oleh", "Hj. SATMAWATI", "NIP. 19730217",
        "Nama SOP", "Pengukuran Kinerja", "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan",
        "Peralatan Perlengkapan", "Peringatan", "Pencatatan dan Pendataan",
    )  # fmt: skip


def test_every_step_is_on_the_sheet_in_order(asli: Cetakan) -> None:
    for sop in asli.hasil.handbook.sop:
        teks = spoken(asli.pdf[sop.id]).replace(" ", "")  # a line may end within "masing-masing"
        kegiatan = [lk.kegiatan.replace(" ", "") for p in sop.prosedur for lk in p.langkah]
        assert berurutan(teks, *kegiatan), sop.id


def test_headings_stand_on_every_page_of_a_table(korpus: Cetakan) -> None:
    semua = halaman(lembar(korpus, "seratus"))[1:]
    assert len(semua) > 5
    for teks in semua:
        assert all(k in teks for k in ("Kegiatan", "Mutu Baku", "Keterangan"))
        assert berurutan(teks, *(f"Pelaksana {n}" for n in range(6)), "Kelengkapan", "Output")
        assert "(1)" not in teks


def test_column_numbers_stand_where_they_are_asked_for(korpus: Cetakan) -> None:
    for teks in halaman(lembar(korpus, "lengkap"))[1:3]:
        assert berurutan(teks, *(f"({n})" for n in range(1, 9)))


def test_pages_count_themselves(korpus: Cetakan) -> None:
    for pdf in korpus.pdf.values():
        semua = halaman(pdf)
        for n, teks in enumerate(semua, 1):
            assert f"Halaman {n} dari {len(semua)}" in teks


def test_an_sop_without_identity_starts_with_its_table(korpus: Cetakan) -> None:
    (satu,) = halaman(lembar(korpus, "tanpa-identitas"))
    assert berurutan(satu, "PEMERINTAH KABUPATEN REKAAN", "Tanpa Identitas", "Mencatat tamu 0")
    assert "Nomor SOP" not in satu
    assert "Jumlah waktu" not in satu


def test_two_tables_a_signature_and_the_worksheet_follow_each_other(korpus: Cetakan) -> None:
    semua = halaman(lembar(korpus, "lengkap"))
    assert len(semua) == 4
    assert "TABEL PERTAMA" in semua[1]
    assert berurutan(semua[2], "TABEL KEDUA", "Jumlah waktu", "Kota Rekaan, 2026", "NIP. 000")
    assert berurutan(
        semua[3], "LEMBAR KERJA", "A. Data", "B. Identifikasi", "C. Identifikasi", "Menutup"
    )


@pytest.mark.parametrize(
    ("nama", "cap"),
    [
        ("tanpa-identitas", "DRAF – BELUM DISAHKAN"),
        ("lengkap", "DICABUT"),
        ("satu-langkah", "DIGANTIKAN"),
    ],
)
def test_what_is_not_in_force_says_so_on_every_page(korpus: Cetakan, nama: str, cap: str) -> None:
    assert all(cap in teks for teks in halaman(lembar(korpus, nama)))


@pytest.mark.parametrize(
    ("nama", "cap"), [("tanpa-identitas", "DRAF – BELUM DISAHKAN"), ("lengkap", "DICABUT")]
)
def test_who_hears_a_sheet_hears_its_mark_first(korpus: Cetakan, nama: str, cap: str) -> None:
    assert spoken(lembar(korpus, nama)).startswith(f"‹{cap}")


def test_what_is_in_force_bears_no_stamp(korpus: Cetakan) -> None:
    teks = " ".join(halaman(lembar(korpus, "melintas")))
    assert not any(cap in teks for cap in ("DRAF", "DICABUT", "DIGANTIKAN"))


def test_connectors_come_in_pairs_and_name_the_page_where_the_step_is(korpus: Cetakan) -> None:
    semua = halaman(lembar(korpus, "seratus"))
    ujung = {
        (m[1], m[2], n, int(m[4])): m[3] for n, teks in enumerate(semua, 1) for m in PENGHUBUNG.finditer(teks)
    }  # fmt: skip
    keluar = [(k, langkah) for k, langkah in ujung.items() if k[1] == "ke"]
    assert len(keluar) > 10
    berpasangan = 0
    for (huruf, _, di, tujuan), langkah in keluar:
        for nomor in re.findall(r"\d+", langkah):
            assert f"Melaksanakan kegiatan {nomor} " in f"{semua[tujuan - 1]} ", (huruf, langkah)
        berpasangan += (huruf, "dari", tujuan, di) in ujung
        assert re.search(rf"\b{huruf}\b", semua[tujuan - 1])
    assert berpasangan > 8


def arrows_as_lines(prosedur: Prosedur) -> int:
    """Count the arrows that are drawn; a flow that is too large for lines tells the others in words."""
    alur = susun_alur(prosedur)
    if not too_large(prosedur):
        return len(alur.panah)
    lanes = ukuran_tabel(alur.jumlah_lane)
    told = draw_in_words(alur, lanes, sebut_tujuan(prosedur, alur)).rujukan
    return len(alur.panah) - len(told)


@pytest.mark.parametrize("nama", ["melintas", "lengkap", "dua-belas", "seratus", "rumit", "jahat"])
def test_every_arrow_ends_on_a_symbol_or_comes_into_another(korpus: Cetakan, nama: str) -> None:
    sop = korpus.hasil.handbook.cari_sop(f"kantor-contoh/{nama}")
    assert sop
    panah = sum(map(arrows_as_lines, sop.prosedur))
    kepala = 0
    with pikepdf.open(lembar(korpus, nama)) as dokumen:
        for nomor, page in enumerate(dokumen.pages, 1):
            gambar = read_drawing(page)
            for head in gambar.heads:
                ujung = tip(head)
                assert any(on_outline(ujung, o) for o in gambar.outlines) or any(
                    on_line(ujung, garis) for garis in gambar.lines
                ), (nomor, ujung)
            kepala += len(gambar.heads)
    assert kepala >= panah


def test_symbols_tell_a_screen_reader_where_the_flow_goes(korpus: Cetakan) -> None:
    assert berurutan(
        spoken(lembar(korpus, "lengkap")),
        "‹Mulai oleh Staf; ke langkah 2›",
        "2 Membahas bersama (apabila diperlukan) ‹Kegiatan oleh Staf; apabila diperlukan; bersama-sama; ke langkah 3›",
        "‹Keputusan oleh Kepala Kantor; Ya: ke langkah 4; Tidak: selesai. Selesai›",
    )


def test_hostile_text_stays_text(korpus: Cetakan) -> None:
    pdf = lembar(korpus, "jahat")
    teks = " ".join(halaman(pdf))
    assert " ".join(JAHAT.replace("\u200b", "").split()) in teks
    with pikepdf.open(pdf) as dokumen:
        for objek in dokumen.objects:
            if isinstance(objek, pikepdf.Dictionary):
                assert {"/JS", "/JavaScript", "/Launch"}.isdisjoint(objek.keys())
        assert dokumen.docinfo["/Title"] == " ".join(JAHAT.replace("\u200b", "").split())


def test_a_character_that_the_font_lacks_is_replaced_not_lost(korpus: Cetakan) -> None:
    teks = " ".join(halaman(lembar(korpus, "jahat")))
    assert "Huruf √ □ □ • ﬁ é" in teks.replace("fi", "ﬁ")


def test_a_long_word_stays_within_the_page(korpus: Cetakan) -> None:
    pdf = lembar(korpus, "kata-panjang")
    assert KATA_PANJANG in spoken(pdf).replace(" ", "")
    with pikepdf.open(pdf) as dokumen:
        for page in dokumen.pages:
            assert max(text_ends(page)) <= 287.5


def test_a_row_taller_than_a_page_is_cut_and_complete(korpus: Cetakan) -> None:
    teks = " ".join(halaman(lembar(korpus, "sel-1500")))
    assert len(re.findall(r"\bpermohonan\b", teks)) >= 150
    assert len(halaman(lembar(korpus, "sel-300"))) == 2


def test_rows_stand_above_and_below_one_that_is_cut(korpus: Cetakan) -> None:
    """With their drawing, where they stand, and the headings on each page."""
    pdf = lembar(korpus, "sel-1500")
    semua = halaman(pdf)
    assert "1 Mencatat tamu" in semua[1]
    assert re.search(r"\b3 memeriksa kelengkapan", semua[1])
    assert "6 Mencatat tamu" in semua[-1]
    assert all("Kegiatan" in teks for teks in semua[1:])
    with pikepdf.open(pdf) as dokumen:
        akhir = dokumen.pages[-1]
        angka = [k.baseline for k in text_boxes(akhir) if k.left < 24 and k.baseline > 40]
        lambang = [p for p in read_drawing(akhir).outlines if len(set(p.points)) in {4, 8}]
        tengah = sorted(sum(y for _, y in p.points) / len(p.points) for p in lambang)
    assert len(tengah) == 3
    for baris, simbol in zip(sorted(angka)[-3:], tengah, strict=True):
        assert abs(baris - simbol) < 3.0


def test_a_row_over_several_pages_tells_on_each_which_one_it_is(korpus: Cetakan) -> None:
    semua = halaman(lembar(korpus, "syarat-panjang"))
    lanjutan = [teks for teks in semua if "(lanjutan)" in teks]
    assert len(lanjutan) >= 2
    for teks in lanjutan:
        assert "2 (lanjutan) Memeriksa syarat" in teks
        assert "Syarat " in teks.split("(lanjutan)")[1]
    kata = spoken(lembar(korpus, "syarat-panjang"))
    assert berurutan(kata, *(f"Syarat {n} berupa" for n in range(1, 121)))
    assert kata.count("Memeriksa syarat") == 1  # who hears the table hears it once


def test_the_foot_leads_to_the_page_of_the_sop(korpus: Cetakan, asli: Cetakan) -> None:
    assert (
        f"Versi terkini: {SITUS}sop/kantor-contoh/melintas/"
        in halaman(lembar(korpus, "melintas"))[0]
    )
    pertama = halaman(asli.pdf["selayar/pengukuran-kinerja"])[0]
    assert re.search(r"Revisi data [0-9a-f]{8}", pertama)
    assert "perlu konfirmasi" not in pertama  # it is in force


def test_a_draft_counts_what_is_to_be_confirmed(korpus: Cetakan) -> None:
    assert "1 bagian masih perlu konfirmasi" in halaman(lembar(korpus, "tanpa-identitas"))[0]


def test_an_sop_in_the_handbook_is_linked_from_keterkaitan(korpus: Cetakan) -> None:
    with pikepdf.open(lembar(korpus, "lengkap")) as dokumen:
        alamat = [str(a.A.URI) for page in dokumen.pages for a in list(page.get("/Annots") or [])]
    assert alamat == [f"{SITUS}sop/kantor-contoh/sel-300/"]

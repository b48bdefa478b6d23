"""Word files read without Word: where shapes are anchored, what connectors tie, what cells say, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.impor.pembaca import TakTerbaca, baca
from buku_sop.analysis.impor import kenali
from buku_sop.analysis.impor.hasil import Draf
from buku_sop.loading.draf import bangun_draf, tulis_draf
from tests.adapters.impor.dokumen_word import (
    KEPALA,
    TINGGI,
    Word,
    baris,
    bentuk,
    jangkar,
    p,
    panah,
    sel,
    tabel,
    tabel_langkah,
)

LANGKAH = [
    ("1", "Menerima berkas", "Berkas", "5 menit", "Berkas"),
    ("2", "Memeriksa berkas", "Berkas", "1 jam", "Catatan"),
    ("3", "Menyimpan berkas", "Berkas", "1 hari", "Arsip"),
]
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_LABEL = "<a:noFill/><a:ln><a:noFill/></a:ln>"


def satu(berkas: Path) -> Draf:
    (draf,) = kenali(baca(berkas), bangun_draf)
    return draf


def alur(draf: Draf) -> list[tuple[Any, ...]]:
    """Say who does what, and where it leads."""
    return [(x.get("pelaksana"), x.get("ke"), x.get("cabang")) for x in draf.isi["langkah"]]


def kotak(baris: int, lane: int) -> tuple[float, float, float, float]:
    """Return where a symbol stands, measured from the first lane and the first row."""
    return 75 * lane + 10, TINGGI * baris + 10, 55, 25


SEMUA = [
    bentuk(11, "flowChartTerminator", kotak(0, 0)),
    bentuk(12, "flowChartDecision", kotak(1, 1)),
    bentuk(13, "flowChartTerminator", kotak(2, 0)),
    panah(21, (65, 22, 47, 33), 11, 12, "bentConnector2"),
    panah(22, (112, 80, 2, 20), 12, 13),
    panah(23, (140, 10, 3, 40), 12, 11),  # tied, wherever it is drawn
    bentuk(31, "rect", (95, 83, 15, 12), "Ya", _LABEL),
    bentuk(32, "rect", (120, 20, 30, 12), "Tidak", _LABEL),
]
BENAR = [
    ("staf", None, None),
    ("kepala", None, [{"label": "Ya", "ke": "lanjut"}, {"label": "Tidak", "ke": "menerima-berkas"}]),
    ("staf", None, None),
]  # fmt: skip


@pytest.mark.parametrize("cara", ["kanvas", "kelompok"])
def test_what_is_drawn_over_the_table_falls_into_its_rows_and_lanes(
    tmp_path: Path, cara: str
) -> None:
    dalam = "".join(SEMUA)
    if cara == "kanvas":
        isi, uri = f"<wpc:wpc><wpc:bg/><wpc:whole/>{dalam}</wpc:wpc>", _WPC
    else:
        ruang = '<a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/><a:chOff x="0" y="0"/><a:chExt cx="{0}" cy="{1}"/>'
        xfrm = ruang.format(150 * 12700, 135 * 12700)
        isi, uri = f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{xfrm}</a:xfrm></wpg:grpSpPr>{dalam}</wpg:wgp>", _WPG  # fmt: skip
    tinggi = 12
    di = jangkar(isi, uri, (225, tinggi + 2 * KEPALA, 150, 135))
    rapat = f'<w:spacing w:before="0" w:after="0" w:line="{tinggi * 20}" w:lineRule="exact"/>'
    draf = satu(
        Word(p(gambar=di, sifat=rapat) + tabel_langkah(LANGKAH)).simpan(tmp_path / "a.docx")
    )
    assert alur(draf) == BENAR
    assert [k.bidang for k in draf.keraguan] == ["nama"]
    assert draf.sisa == ()


def test_a_shape_belongs_to_the_cell_in_which_it_is_anchored(tmp_path: Path) -> None:
    """Whatever is written in the rows above: how high they are is known to no reader."""
    panjang = [(n, f"{k} {'dan seterusnya ' * 20}", *sisa) for n, k, *sisa in LANGKAH]
    tulis = [(n, k, a, b, c) for n, k, a, b, c in panjang]
    cadangan = '<v:rect style="position:absolute;width:55pt;height:25pt"/>'
    gambar = {
        (0, 0): jangkar(bentuk(1, "flowChartTerminator"), _WPS, (10, 5, 55, 25), 11, cadangan),
        (1, 1): jangkar(bentuk(1, "flowChartProcess"), _WPS, (10, 5, 55, 25), 12, cadangan),
        (2, 0): jangkar(bentuk(1, "flowChartTerminator"), _WPS, (10, 5, 55, 25), 13, cadangan)
        + jangkar(panah(1, (0, 0, 9, 9), 11, 12), _WPS, (0, 0, 9, 9), 21)
        + jangkar(panah(1, (0, 0, 9, 9), 12, 13), _WPS, (0, 0, 9, 9), 22),
    }
    badan = tabel_langkah(tulis, gambar).replace(' w:hRule="exact"', "")
    draf = satu(Word(badan).simpan(tmp_path / "a.docx"))
    assert alur(draf) == [("staf", None, None), ("kepala", None, None), ("staf", None, None)]
    assert draf.angka.lambang == 3  # those for older programs are the same
    assert draf.angka.panah == 2


def test_lines_that_are_not_tied_are_put_together_from_their_pieces(tmp_path: Path) -> None:
    potong = [
        bentuk(11, "rect", kotak(0, 0)),
        bentuk(12, "rect", kotak(1, 1)),
        bentuk(13, "rect", kotak(2, 0)),
        bentuk(21, "line", (65, 22, 47, 0)),
        panah(22, (112, 22, 0, 33)),
        panah(23, (37, 80, 75, 20)).replace("<a:xfrm>", '<a:xfrm flipH="1">'),
    ]
    di = jangkar(f"<wpc:wpc>{''.join(potong)}</wpc:wpc>", _WPC, (225, 2 * KEPALA, 150, 135))
    rapat = '<w:spacing w:line="20" w:lineRule="exact"/>'
    draf = satu(
        Word(p(gambar=di, sifat=rapat) + tabel_langkah(LANGKAH)).simpan(tmp_path / "a.docx")
    )
    assert draf.angka.panah == 2
    assert [x[:2] for x in alur(draf)] == [("staf", None), ("kepala", None), ("staf", "selesai")]


def test_older_drawings_are_tied_by_the_settings_of_the_file(tmp_path: Path) -> None:
    def vml(id: str, jenis: int, isi: str = "") -> str:
        gaya = "position:absolute;margin-left:8pt;margin-top:6pt;width:55pt;height:25pt"
        return f'<w:r><w:pict><v:shape id="{id}" type="#_x0000_t{jenis}" style="{gaya}">{isi}</v:shape></w:pict></w:r>'

    kelompok = (
        '<w:r><w:pict><v:group style="position:absolute;margin-left:8pt;margin-top:6pt;width:55pt;height:25pt" '
        'coordorigin="100,200" coordsize="1100,500"><v:shape id="s3" type="#_x0000_t116" '
        'style="position:absolute;left:100;top:200;width:1100;height:500"/></v:group></w:pict></w:r>'
    )
    kepala = '<v:stroke endarrow="block"/>'
    gambar = {
        (0, 0): vml("s1", 116),
        (1, 1): vml("s2", 109) + vml("p1", 34, kepala) + vml("p2", 32, kepala),
        (2, 0): kelompok,
    }
    aturan = "".join(
        f'<o:r id="V:{n}" type="connector" idref="#{n}"><o:proxy start="" idref="#{a}"/><o:proxy end="" idref="#{b}"/></o:r>'
        for n, a, b in (("p1", "s1", "s2"), ("p2", "s2", "s3"))
    )
    setelan = f"<w:shapeDefaults><o:shapelayout><o:rules>{aturan}</o:rules></o:shapelayout></w:shapeDefaults>"
    berkas = Word(tabel_langkah(LANGKAH, gambar), {"settings": setelan}).simpan(tmp_path / "a.docx")
    draf = satu(berkas)
    assert alur(draf) == [("staf", None, None), ("kepala", None, None), ("staf", None, None)]
    assert [k.bidang for k in draf.keraguan] == ["nama"]


def test_lines_and_lists_of_cells_are_the_authors_own(tmp_path: Path) -> None:
    daftar = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )
    butir = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    lama = LANGKAH[0]
    isi = tabel_langkah([(*lama[:2], "Surat\nFotokopi", *lama[3:])], {})
    ubah = isi.replace(p("Surat") + p("Fotokopi"), p("Surat", sifat=butir) + p("Fotokopi", sifat=butir))  # fmt: skip
    dihapus = "<w:del><w:r><w:delText>dulu </w:delText></w:r></w:del><w:ins><w:r><w:t>kini </w:t></w:r></w:ins>"
    ubah = ubah.replace(p("Menerima berkas"), p("Menerima berkas", dihapus))
    dokumen = baca(Word(ubah, {"numbering": daftar}).simpan(tmp_path / "a.docx"))
    (draf,) = kenali(dokumen)
    assert draf.isi["langkah"][0]["kelengkapan"] == "a) Surat\nb) Fotokopi"
    assert draf.isi["langkah"][0]["kegiatan"] == "kini Menerima berkas"
    assert dokumen.catatan == (
        "Tidak dibaca: teks yang dihapus dalam perubahan terlacak (1 kali).",
    )


def test_the_identity_of_a_head_a_table_in_a_cell_and_boxes(tmp_path: Path) -> None:
    pasangan = [
        ("Nomor SOP", "07/2024"),
        ("Tanggal Pembuatan", "5 Maret 2024"),
        ("Nama SOP", "Menerima Berkas"),
    ]
    isi = [baris(sel(90, p(a)), sel(200, p(b))) for a, b in pasangan]
    butir = (("1.", "Menulis"), ("2.", "membaca"))
    dalam = tabel((20, 100), *(baris(sel(20, p(n)), sel(100, p(t))) for n, t in butir))
    kotak_isi = [
        baris(sel(145, p("Dasar Hukum:")), sel(145, p("Kualifikasi Pelaksana:"))),
        baris(
            sel(145, p("Undang-Undang Nomor 1"), p("peraturan kantor")),
            sel(145, dalam),
                tinggi=60,
        ),
    ]  # fmt: skip
    badan = tabel((145, 145), *kotak_isi) + p() + tabel_langkah(LANGKAH)
    draf = satu(Word(badan, {"header": tabel((90, 200), *isi)}).simpan(tmp_path / "a.docx"))
    assert draf.isi["nama"] == "Menerima Berkas"
    assert draf.isi["nomor"] == "07/2024"
    assert draf.isi["tanggal_pembuatan"] == "2024-03-05"
    assert draf.isi["dasar_hukum"] == ["Undang-Undang Nomor 1", "peraturan kantor"]
    assert draf.isi["kualifikasi_pelaksana"] == ["Menulis", "membaca"]
    assert draf.sisa == ()


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "kata sandi"),
        (b"PK\x03\x04 tetapi rusak", "rusak"),
        (b"", "rusak"),
    ],
)
def test_files_that_give_nothing_say_why(tmp_path: Path, isi: bytes, sebab: str) -> None:
    berkas = tmp_path / "a.docx"
    berkas.write_bytes(isi)
    with pytest.raises(TakTerbaca, match=sebab):
        baca(berkas)


def test_bombs_and_entities_are_not_unpacked(tmp_path: Path) -> None:
    berkas = tmp_path / "a.docx"
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("word/document.xml", b" " * (61 * 1024 * 1024))
    with pytest.raises(TakTerbaca, match="jauh lebih besar"):
        baca(berkas)
    kepala = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(TakTerbaca, match="rusak"):
        baca(Word(p("&e;"), kepala=kepala).simpan(tmp_path / "b.docx"))


TUJUH_BARIS = 7 * 10 * 1.17
"""Points that seven lines of letters of 10 points take."""


def test_rows_are_as_high_as_their_fonts_make_them_and_what_is_near_a_border_is_doubted(
    tmp_path: Path,
) -> None:
    kalimat = "Mengumpulkan seluruh kelengkapan permohonan izin dari pemohon "
    tulis = [(n, f"{kalimat * 3}{k}", *sisa) for n, k, *sisa in LANGKAH]
    arial = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{}"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'  # fmt: skip
    rapat = '<w:spacing w:line="20" w:lineRule="exact"/>'

    def draf(huruf: str, geser: float) -> Draf:
        isi = "".join(bentuk(n, "rect", (10, geser + TUJUH_BARIS * n, 55, 25)) for n in range(3))
        di = jangkar(f"<wpc:wpc>{isi}</wpc:wpc>", _WPC, (225, 1 + 2 * KEPALA, 150, 250))
        tabel_ini = tabel_langkah([tuple(x) for x in tulis]).replace(' w:hRule="exact"', "")  # type: ignore[misc]
        badan = p(gambar=di, sifat=rapat) + tabel_ini.replace(f'w:val="{TINGGI * 20}"', 'w:val="20"')  # fmt: skip
        return satu(Word(badan, {"styles": arial.format(huruf)}).simpan(tmp_path / "a.docx"))

    tengah = draf("Arial", 18)
    assert [x["pelaksana"] for x in tengah.isi["langkah"]] == ["staf"] * 3
    assert not any("batas baris" in k.alasan for k in tengah.keraguan)
    for dekat in (draf("Arial", 60), draf("Arial Narrow", 18)):  # its rows are lower
        assert any("batas baris" in k.alasan for k in dekat.keraguan)


def test_words_that_a_row_of_fixed_height_cannot_hold_stay_in_their_row(tmp_path: Path) -> None:
    """Word cuts them off; they are no words of the row below."""
    panjang = "\n".join(f"Syarat nomor {n} yang lengkap dan benar" for n in range(1, 9))
    tulis = [(x[0], x[1], panjang, *x[3:]) for x in LANGKAH]
    draf = satu(Word(tabel_langkah(tulis)).simpan(tmp_path / "a.docx"))
    assert [x["kelengkapan"] for x in draf.isi["langkah"]] == [panjang] * len(LANGKAH)
    assert [x["kegiatan"] for x in draf.isi["langkah"]] == [x[1] for x in LANGKAH]


def test_a_row_that_a_tracked_change_deletes_is_read_by_nobody_and_told(tmp_path: Path) -> None:
    isi = tabel_langkah(LANGKAH)
    awal, kedua = isi.rsplit("<w:tr>", 2)[0], isi.rsplit("<w:tr>", 2)[1]
    dihapus = kedua.replace("<w:trPr>", "<w:trPr><w:del/>")
    berkas = Word(awal + "<w:tr>" + dihapus + "<w:tr>" + isi.rsplit("<w:tr>", 1)[1]).simpan(
        tmp_path / "a.docx"
    )
    dokumen = baca(berkas)
    (draf,) = kenali(dokumen, bangun_draf)
    assert [x["kegiatan"] for x in draf.isi["langkah"]] == ["Menerima berkas", "Menyimpan berkas"]
    assert dokumen.catatan == (
        "Tidak dibaca: baris tabel yang dihapus dalam perubahan terlacak (1 kali).",
    )


def test_a_row_of_one_cell_ends_no_table_and_is_doubted(tmp_path: Path) -> None:
    isi = tabel_langkah(LANGKAH)
    judul = baris(sel(645, p("TAHAP AKHIR"), sifat='<w:gridSpan w:val="7"/>'), tinggi=KEPALA)
    depan, akhir = isi.rsplit("<w:tr>", 1)
    draf = satu(Word(depan + judul + "<w:tr>" + akhir).simpan(tmp_path / "a.docx"))
    assert [x["kegiatan"] for x in draf.isi["langkah"]] == [k[1] for k in LANGKAH]
    assert "“TAHAP AKHIR” melintasi semua kolom" in draf.isi["perlu_konfirmasi"]["langkah"]
    assert [s.teks for s in draf.sisa] == ["TAHAP AKHIR"]


def test_what_stands_within_a_word_without_room_parts_no_word() -> None:
    teks = tulis_draf({"nama": "Mem\xadberi\u200bkan\u2028surat"}, [])
    assert teks == "nama: Memberikan surat\n"


@pytest.mark.parametrize(
    "judul", [("SOP Menerima Tamu",), ("STANDAR OPERASIONAL PROSEDUR", "Menerima Tamu")]
)
def test_a_document_that_only_tells_is_named_by_its_title_and_keeps_its_words(
    tmp_path: Path, judul: tuple[str, ...]
) -> None:
    cerita = [p(t) for t in (*judul, "Tamu melapor ke resepsionis.")]
    draf = satu(Word("".join(cerita)).simpan(tmp_path / "berkas 7.docx"))
    assert draf.nama == "Menerima Tamu"
    assert draf.isi["perlu_konfirmasi"] == {
        "nama": "Nama SOP tidak ditemukan; diambil dari judul di halaman pertamanya.",
        "langkah": "Tabel langkahnya tidak ditemukan.",
    }
    assert [s.teks for s in draf.sisa] == ["Tamu melapor ke resepsionis."]


def test_an_activity_that_is_a_word_of_headings_begins_no_table(tmp_path: Path) -> None:
    isi = [("1", "Menerima", "Surat", "", "Berkas"), ("2", "Kegiatan", "", "", "Keterangan"), ("3", "Menutup", "", "", "")]  # fmt: skip
    draf = satu(Word(tabel_langkah(isi)).simpan(tmp_path / "kata.docx"))
    assert [x["kegiatan"] for x in draf.isi["langkah"]] == ["Menerima", "Kegiatan", "Menutup"]

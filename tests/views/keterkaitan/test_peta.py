"""The map of an office: every reference is a line or a mark, in words as well, and no drawing is too large."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.keterkaitan.jaringan import susun_jaringan
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.model import Sop, Status
from buku_sop.views.dasar.alamat import SEMUA_KETERKAITAN, Alamat, halaman_keterkaitan
from buku_sop.views.dasar.render import Perender
from buku_sop.views.keterkaitan.denah import KOLOM, PALING_BANYAK, PUSAT
from buku_sop.views.keterkaitan.gambar import Gambar
from buku_sop.views.keterkaitan.peta import Peta, susun_peta
from tests.builders import INSTANSI, buku_lain, handbook, langkah, sop, sop_lain
from tests.paths import TEMPLATES

HALAMAN = halaman_keterkaitan("kantor-contoh")
JAHAT = '</title><script>alert(1)</script>"\'><a href="javascript:x">{{ 7*7 }}&amp;'


def satu(id: str, nama: str = "", *kait: str, **isian: Any) -> Sop:
    instansi, _, slug = id.rpartition("/")
    return sop(
        id=f"{instansi or 'kantor-contoh'}/{slug}",
        nama=nama or slug.title(),
        keterkaitan=kait,
        **isian,
    )


def peta(*semua: Sop, halaman: str = HALAMAN) -> Peta:
    buku = handbook(*semua)
    jaringan = susun_jaringan(buku, susun_keterkaitan(buku))
    return susun_peta(INSTANSI, buku, jaringan, Alamat(halaman))


def gambar(peta: Peta) -> tuple[Gambar, ...]:
    return (*peta.besar, *peta.kecil)


def tulis(peta: Peta) -> str:
    return Perender(TEMPLATES).render(
        "keterkaitan/halaman.html", peta=peta, href_instansi="../../sop/"
    )


def test_a_small_network_is_one_drawing_without_numbers() -> None:
    hasil = peta(
        satu("arsip", "Pengarsipan", status=Status.DRAF),
        satu("rapat", "Pelaksanaan Rapat", "Pengarsipan", "SOP Undangan Rekaan"),
        satu("tamu", "Penerimaan Tamu", "Pelaksanaan Rapat", "dinas-rekaan/kas"),
        satu("dinas-rekaan/kas", "Pengelolaan Kas"),
        satu("cuti", "Pemberian Cuti"),
    )
    assert hasil.besar == ()
    assert not hasil.bernomor
    (satu_gambar,) = hasil.kecil
    kotak = {k.isi.nama: k for k in satu_gambar.kotak}
    assert {(k.isi.nama, k.isi.kelas, k.isi.href) for k in kotak.values()} == {
        ("Pengarsipan", "sop", "../../sop/kantor-contoh/arsip/"),
        ("Pelaksanaan Rapat", "sop", "../../sop/kantor-contoh/rapat/"),
        ("Penerimaan Tamu", "sop", "../../sop/kantor-contoh/tamu/"),
        ("Pengelolaan Kas", "luar", "../../sop/dinas-rekaan/kas/"),
        ("SOP Undangan Rekaan", "tiada", ""),
    }
    assert [k.x for k in kotak.values()] == sorted(k.x for k in kotak.values())
    assert kotak["Penerimaan Tamu"].x < kotak["Pelaksanaan Rapat"].x < kotak["Pengarsipan"].x
    assert kotak["Pengarsipan"].isi.catatan == (("Draf", "draf"),)
    assert kotak["Pengelolaan Kas"].isi.catatan == (("Dinas Rekaan Kabupaten Khayalan", ""),)
    assert kotak["SOP Undangan Rekaan"].isi.catatan == (("belum ada di buku ini", "tiada"),)
    assert sorted((g.kelas, g.ucap) for g in satu_gambar.garis) == [
        ("keterkaitan", "Pelaksanaan Rapat merujuk Pengarsipan"),
        ("keterkaitan", "Penerimaan Tamu merujuk Pelaksanaan Rapat"),
        ("keterkaitan", "Penerimaan Tamu merujuk Pengelolaan Kas"),
        ("tiada", "Pelaksanaan Rapat merujuk SOP Undangan Rekaan"),
    ]
    assert [b.nama for b in hasil.lepas] == ["Pemberian Cuti"]
    assert [(b.label, b.nama) for b in hasil.tiada] == [("T1", "SOP Undangan Rekaan")]
    assert hasil.tautan == 3


@pytest.mark.parametrize(
    ("asal", "kelas"),
    [
        (satu("a", "", "B"), "keterkaitan"),
        (sop(langkah(keterangan="SOP B"), id="kantor-contoh/a", nama="A"), "keterangan"),
        (
            sop(langkah(keterangan="SOP B"), id="kantor-contoh/a", nama="A", keterkaitan=("B",)),
            "keterkaitan",
        ),
        (satu("a", "", "B", digantikan_oleh="B", status=Status.DIGANTIKAN), "pengganti"),
    ],
)
def test_of_several_references_to_one_sop_the_weightiest_is_the_line(asal: Sop, kelas: str) -> None:
    (satu_gambar,) = gambar(peta(asal, satu("b")))
    assert [g.kelas for g in satu_gambar.garis] == [kelas]


def test_mutual_references_are_one_line_with_two_heads() -> None:
    (satu_gambar,) = gambar(peta(satu("a", "", "B"), satu("b", "", "A")))
    (garis,) = satu_gambar.garis
    assert garis.kepala.count("M") == 2
    assert garis.ucap == "A merujuk B; B merujuk A"


def test_several_candidates_are_dashed_lines_to_each() -> None:
    hasil = peta(satu("a", "Arsip", "Rapat"), satu("r1", "Rapat"), satu("r2", "Rapat"))
    assert [g.kelas for satu in gambar(hasil) for g in satu.garis] == ["ganda", "ganda"]
    (arsip,) = (b for b in hasil.daftar if b.nama == "Arsip")
    assert {r.sebagai for r in arsip.merujuk} == {"mungkin yang dimaksud"}


def test_a_missing_name_leads_to_its_only_counterpart() -> None:
    (satu_gambar,) = gambar(peta(satu("a", "Arsip", "Rapat"), satu("dinas-rekaan/r", "Rapat")))
    (tiada,) = (k.isi for k in satu_gambar.kotak if k.isi.kelas == "tiada")
    assert tiada.href == "../../sop/dinas-rekaan/r/"
    assert "padanan di Dinas Rekaan" in tiada.ucap


def test_what_many_refer_to_gets_a_mark_instead_of_lines() -> None:
    perujuk = [satu(f"s{i:02}", "", "Arsip", f"S{(i + 1) % 12:02}") for i in range(PUSAT + 3)]
    hasil = peta(satu("arsip"), *perujuk)
    assert [(b.nama, b.banyak) for b in hasil.pusat] == [("Arsip", PUSAT + 3)]
    assert hasil.bernomor
    nomor = hasil.pusat[0].label
    for kotak in (k for satu_gambar in gambar(hasil) for k in satu_gambar.kotak):
        tanda = [t for t in kotak.tanda if t.kelas == "pusat"]
        assert [(t.teks, t.href) for t in tanda] == [(f"→ {nomor}", f"#daftar-{nomor}")]
        assert tanda[0].y + 17 < kotak.y + kotak.tinggi
        assert kotak.x < tanda[0].x
        assert tanda[0].x + tanda[0].lebar < kotak.x + kotak.lebar


def acak(n: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    ujung = st.integers(0, n - 1)
    return st.lists(
        st.tuples(ujung, ujung).filter(lambda x: x[0] != x[1]), max_size=3 * n, unique=True
    )


@given(st.integers(2, 45).flatmap(lambda n: st.tuples(st.just(n), acak(n))))
def test_every_reference_is_a_line_or_a_mark_and_stands_in_the_list(
    isi: tuple[int, list[tuple[int, int]]],
) -> None:
    n, rujukan = isi
    kait: list[list[str]] = [[] for _ in range(n)]
    for a, b in rujukan:
        kait[a].append(f"S{b:02}")
    hasil = peta(*(satu(f"s{i:02}", f"S{i:02}", *kait[i]) for i in range(n)))
    label = {b.nama: b.label for b in hasil.daftar}
    garis, tanda = set[tuple[str, str]](), set[tuple[str, str]]()
    for satu_gambar in gambar(hasil):
        for g in satu_gambar.garis:
            garis |= {
                (a, b) for teks in g.ucap.split("; ") for a, _, b in [teks.partition(" merujuk ")]
            }
        for k in satu_gambar.kotak:
            nama = k.isi.nama.rpartition(" ")[2]
            tanda |= {(nama, t.teks[2:]) for t in k.tanda if t.teks.startswith("→")}
    bertanda = {b.nama for b in hasil.bertanda}
    pusat = {b.nama for b in hasil.pusat}
    daftar = {(b.nama, r.nama) for b in hasil.daftar for r in b.merujuk}
    for a, b in rujukan:
        pasangan = f"S{a:02}", f"S{b:02}"
        ditandai = (pasangan[0], label[pasangan[1]]) in tanda or pasangan[0] in bertanda
        assert (pasangan in garis) != ditandai
        assert pasangan[1] not in pusat or pasangan not in garis
    assert daftar == {(f"S{a:02}", f"S{b:02}") for a, b in rujukan}
    assert {b.nama for b in hasil.lepas} == {f"S{i:02}" for i in range(n)} - {
        x for p in daftar for x in p
    }


def test_no_drawing_holds_more_than_one_can_take_in() -> None:
    """An office of 120 in which all hangs together."""
    semua = [
        satu(f"s{i:03}", "", f"S{(i + 1) % 120:03}", f"S{(i * 7 + 3) % 120:03}") for i in range(120)
    ]
    hasil = peta(*semua)
    assert len(hasil.besar) > 3
    for satu_gambar in gambar(hasil):
        assert len(satu_gambar.kotak) <= PALING_BANYAK
        assert len({k.x for k in satu_gambar.kotak}) <= KOLOM
    kotak = [k.isi.id for g in gambar(hasil) for k in g.kotak]
    assert len(kotak) == len(set(kotak))
    assert {k.isi.id for g in gambar(hasil) for k in g.kotak} <= {
        f"peta-{i + 1}" for i in range(120)
    }


def test_the_same_handbook_is_the_same_page() -> None:
    semua = [satu(f"s{i}", "", f"S{(i * 5 + 2) % 9}", "SOP Tiada") for i in range(9)]
    assert tulis(peta(*semua)) == tulis(peta(*reversed(semua)))


class Unsur(HTMLParser):
    """What a browser would find: elements, ids, links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tag: list[str] = []
        self.id: list[str] = []
        self.href: list[str] = []
        self.teks: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.append(tag)
        self.id += [v or "" for k, v in attrs if k == "id"]
        self.href += [v or "" for k, v in attrs if k in ("href", "xlink:href")]

    def handle_data(self, data: str) -> None:
        self.teks.append(data)


def test_hostile_names_stay_words_everywhere_on_the_page() -> None:
    asal = sop(
        langkah(keterangan=f"SOP {JAHAT}"),
        id="kantor-contoh/a",
        nama=JAHAT,
        keterkaitan=("B", f"Tiada {JAHAT}"),
    )
    unsur = Unsur(tulis(peta(asal, satu("b", f"B {JAHAT}", JAHAT))))
    assert "script" not in unsur.tag
    assert not [h for h in unsur.href if h.startswith("javascript")]
    assert JAHAT in "".join(unsur.teks)
    assert len(unsur.id) == len(set(unsur.id))


def test_every_anchor_of_the_page_is_there() -> None:
    perujuk = [satu(f"s{i:02}", "", "Arsip", f"S{(i + 1) % 40:02}", "SOP Tiada") for i in range(40)]
    unsur = Unsur(tulis(peta(satu("arsip"), satu("lepas"), *perujuk)))
    dalam = {h[1:] for h in unsur.href if h.startswith("#")}
    assert {"gambar", "daftar", "tiada"} <= dalam
    assert dalam <= set(unsur.id)


def test_on_the_page_of_all_offices_marks_lead_to_the_offices_own_page() -> None:
    perujuk = [satu(f"s{i:02}", "", "Arsip", f"S{(i + 1) % 12:02}") for i in range(12)]
    hasil = peta(satu("arsip"), *perujuk, halaman=SEMUA_KETERKAITAN)
    kotak = [k for g in gambar(hasil) for k in g.kotak]
    pusat = {t.href for k in kotak for t in k.tanda if t.kelas == "pusat"}
    assert pusat == {"kantor-contoh/#daftar-1"}
    assert all(k.isi.id.startswith("peta-kantor-contoh-") for k in kotak)


def test_long_names_are_wrapped_and_said_in_full() -> None:
    nama = "Penyusunan " + "Laporan Pertanggungjawaban Keuangan Semesteran " * 6
    (satu_gambar,) = gambar(peta(satu("a", nama, "B"), satu("b")))
    kotak = next(k for k in satu_gambar.kotak if k.isi.href.endswith("/a/"))
    assert len(kotak.nama) == 5
    assert kotak.nama[-1].teks.endswith("…")
    assert kotak.isi.ucap == nama
    assert re.search(
        rf"<title>{re.escape(nama)}</title>", tulis(peta(satu("a", nama, "B"), satu("b")))
    )


def test_an_sop_of_another_handbook_is_a_box_of_its_own() -> None:
    """Drawn with its office and its handbook where it is what was meant; offered where it has the name alone."""
    rapat = satu("rapat", "Rapat", f"Arsip {JAHAT} (Dinas Rekaan)", "rekaan/lapor", "SOP Kas")
    lain = buku_lain(
        f"Buku {JAHAT}", sop_lain(f"Arsip {JAHAT}"), sop_lain("Kas", "kas"), sop_lain("Lapor", "lapor")
    )  # fmt: skip
    tanpa_alamat = buku_lain("Buku Desa", sop_lain("Kas", "kas"), alamat="")
    buku = replace(handbook(rapat), lain=(lain, tanpa_alamat))
    jaringan = susun_jaringan(buku, susun_keterkaitan(buku))
    hasil = susun_peta(INSTANSI, buku, jaringan, Alamat(HALAMAN))
    kotak = {k.isi.nama: k.isi for g in gambar(hasil) for k in g.kotak}
    akar = "https://lain.contoh.invalid/sop/rekaan/"
    assert {(n, k.kelas, k.href) for n, k in kotak.items()} == {
        ("Rapat", "sop", "../../sop/kantor-contoh/rapat/"),
        (f"Arsip {JAHAT}", "buku", f"{akar}arsip/"),
        ("Lapor", "buku", f"{akar}lapor/"),
        ("SOP Kas", "tiada", f"{akar}kas/"),
    }
    assert kotak["Lapor"].catatan == (
        ("Dinas Rekaan", ""),
        (f"di buku lain: Buku {JAHAT}", "buku"),
    )
    assert [b.nama for b in hasil.luar] == [f"Arsip {JAHAT}", "Lapor"]
    assert [(b.nama, b.padanan) for b in hasil.tiada] == [
        ("SOP Kas", (("Dinas Rekaan", f"{akar}kas/"),))
    ]
    html = tulis(hasil)
    assert html.count('rel="external noopener"') == 6  # in both lists, and what is offered
    assert "<script" not in html
    (rapat_saja,) = hasil.daftar
    assert [(r.nama, r.ada, r.buku != "") for r in rapat_saja.merujuk] == [
        (f"Arsip {JAHAT}", True, True),
        ("SOP Kas", False, False),
        ("Lapor", True, True),
    ]

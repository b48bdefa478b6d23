"""The network says what `keterkaitan` says: every reference once, whatever became of it."""

from __future__ import annotations

from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.keterkaitan.jaringan import (
    Garis,
    Jaringan,
    JenisGaris,
    Simpul,
    susun_jaringan,
)
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.model import Sop, Status
from tests.builders import handbook, langkah, sop

PENGGANTI, KETERKAITAN, KETERANGAN = JenisGaris
A, B, C = "kantor-contoh/a", "kantor-contoh/b", "kantor-contoh/c"
LAIN = "dinas-rekaan/a"


def jaringan(*semua: Sop) -> Jaringan:
    buku = handbook(*semua)
    return susun_jaringan(buku, susun_keterkaitan(buku))


def test_each_way_to_refer_is_a_line_of_its_own() -> None:
    a = sop(
        langkah(),
        langkah(keterangan=("lihat SOP Cuti dan SOP Rapat", "SOP Rapat")),
        langkah(keterangan="SOP Rapat"),
        id=A,
        nama="Arsip",
        keterkaitan=("SOP Rapat",),
        digantikan_oleh="Cuti",
        status=Status.DIGANTIKAN,
    )
    net = jaringan(a, sop(id=B, nama="Rapat"), sop(id=C, nama="Cuti"))
    langkah_2, langkah_3 = TempatLangkah(A, 0, 1), TempatLangkah(A, 0, 2)
    assert net.garis == (
        Garis(A, B, KETERKAITAN),
        Garis(A, B, KETERANGAN, (langkah_2, langkah_3)),
        Garis(A, C, PENGGANTI),
        Garis(A, C, KETERANGAN, (langkah_2,)),
    )
    assert net.keluar(A) == net.garis
    assert net.masuk(B) == net.garis[:2]
    assert net.keluar(B) == net.masuk(A) == ()


def test_an_office_misses_a_name_once_however_it_is_spelt() -> None:
    net = jaringan(
        sop(id=A, nama="Arsip", keterkaitan=("SOP  Perjalanan\nDinas",)),
        sop(id=B, nama="Rapat", keterkaitan=("perjalanan dinas;",)),
        sop(id=LAIN, nama="Cuti", keterkaitan=("Perjalanan Dinas",)),
    )
    tiada = [s for s in net.simpul.values() if not s.ada]
    assert [(s.nama, s.instansi) for s in tiada] == [
        ("Perjalanan Dinas", "dinas-rekaan"),
        ("SOP Perjalanan Dinas", "kantor-contoh"),
    ]
    assert [g.dari for g in net.masuk(tiada[1].kunci)] == [A, B]


def test_a_name_that_only_another_office_has_is_missing_with_its_counterparts() -> None:
    net = jaringan(sop(id=A, nama="Arsip", keterkaitan=("Rapat",)), sop(id=LAIN, nama="Rapat"))
    (garis,) = net.garis
    assert net.simpul[garis.ke] == Simpul(garis.ke, "Rapat", "kantor-contoh", False, (LAIN,))


def test_words_that_fit_several_sops_lead_to_each_and_are_not_certain() -> None:
    a = sop(langkah(keterangan="SOP Rapat"), id=A, nama="Arsip")
    net = jaringan(a, sop(id=B, nama="Rapat"), sop(id=C, nama="Rapat"))
    assert [(g.ke, g.pasti) for g in net.garis] == [(B, False), (C, False)]


def test_what_is_said_once_for_certain_is_certain() -> None:
    a = sop(id=A, nama="Arsip", keterkaitan=("Rapat", B))
    net = jaringan(a, sop(id=B, nama="Rapat"), sop(id=C, nama="Rapat"))
    assert [(g.ke, g.pasti) for g in net.garis] == [(B, True), (C, False)]


def test_a_reference_to_itself_is_no_line() -> None:
    net = jaringan(
        sop(langkah(keterangan="SOP Arsip"), id=A, nama="Arsip", keterkaitan=("Arsip", A))
    )
    assert net.garis == ()
    assert list(net.simpul) == [A]


def test_around_an_office_stands_what_its_lines_lead_to_and_no_more() -> None:
    net = jaringan(
        sop(id=A, nama="Arsip", keterkaitan=(LAIN, "Tiada")),
        sop(id=B, nama="Rapat"),
        sop(id=LAIN, nama="Cuti", keterkaitan=("dinas-rekaan/b", "Tiada Juga")),
        sop(id="dinas-rekaan/b", nama="Gaji"),
        sop(id="dinas-rekaan/c", nama="Kas", keterkaitan=(B,)),
    )
    sekitar = net.sekitar("kantor-contoh")
    assert [s.nama for s in sekitar.simpul.values()] == ["Tiada", "Cuti", "Kas", "Arsip", "Rapat"]
    assert {(g.dari, sekitar.simpul[g.ke].nama) for g in sekitar.garis} == {
        (A, "Cuti"),
        (A, "Tiada"),
        ("dinas-rekaan/c", "Rapat"),
    }
    assert sekitar.masuk(LAIN) == net.masuk(LAIN)


def test_what_names_no_sop_is_not_missing() -> None:
    net = jaringan(
        sop(id=A, nama="Arsip", keterkaitan=("-", "Seluruh SOP di lingkungan Kantor", "Tidak ada"))
    )
    assert [s.nama for s in net.simpul.values()] == ["Arsip"]


def test_an_sop_whose_name_differs_by_a_year_may_be_meant() -> None:
    net = jaringan(
        sop(id=A, nama="Arsip", keterkaitan=("SOP Survei 2025",)), sop(id=B, nama="Survei")
    )
    (garis,) = net.keluar(A)
    assert (garis.ke, garis.pasti) == (B, False)

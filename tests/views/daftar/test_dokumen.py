"""The pages of documents before they are HTML."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from buku_sop.analysis.dokumen.indeks import daftar_dokumen
from buku_sop.analysis.dokumen.rantai import daftar_rantai
from buku_sop.analysis.keterkaitan.keterkaitan import susun_keterkaitan
from buku_sop.model import Handbook, Sop, Status
from buku_sop.model.tulisan import TULISAN
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.dokumen import (
    DokumenTampil,
    PenyusunDokumen,
    SimpananTampil,
    per_huruf,
)
from buku_sop.views.daftar.nama_dokumen import PenyusunNama
from buku_sop.views.dasar.alamat import SEMUA_DOKUMEN, Alamat, halaman_dokumen
from tests.builders import giliran, handbook, langkah, sop

LUAR = "dinas-rekaan/z"


def satu(id: str, *steps: tuple[str, str], nama: str = "", **isian: object) -> Sop:
    semua = (langkah(kelengkapan=perlu, output=hasil) for perlu, hasil in steps)
    nama = nama or id.rpartition("/")[2].upper()
    dibuat = sop(*semua, id=id if "/" in id else f"kantor-contoh/{id}", nama=nama)
    return replace(dibuat, **isian)  # type: ignore[arg-type]


def tampil(buku: Handbook, instansi: str = "kantor-contoh") -> dict[str, DokumenTampil]:
    semua = daftar_rantai(buku, susun_keterkaitan(buku).antarinstansi(), daftar_dokumen(buku))
    pendaftar = Pendaftar(buku, Alamat(halaman_dokumen(instansi)))
    huruf = PenyusunDokumen(instansi, pendaftar).susun(
        r for r in semua if r.dokumen.instansi == instansi
    )
    return {d.nama: d for x in huruf for d in x.dokumen}


def mata(dokumen: DokumenTampil) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (apa, [(p.nama, [x.nomor for x in p.langkah]) for p in semua])
        for apa, semua in dokumen.mata
    ]


def test_a_document_is_made_worked_on_used_in_that_order() -> None:
    buku = handbook(
        satu("c", ("-", "Draf"), ("Draf", "Draf")),
        satu("a", ("Draf", "-"), ("-", "Draf")),
        satu("b", ("-", "-"), ("Draf", "-")),
    )
    draf = tampil(buku)["Draf"]
    assert mata(draf) == [
        ("Dibuat", [("C", ["1", "2"])]),
        ("Diperbarui", [("A", ["1", "2"])]),
        ("Dipakai", [("B", ["2"]), ("C", ["2"])]),
    ]
    assert [[nama for nama, _ in t.sop] for t in draf.tahap] == [["C"], ["A"], ["B"]]
    assert draf.panjang == 3
    assert draf.catatan == ""


def test_a_step_tells_who_how_long_and_what_is_doubtful() -> None:
    buku = handbook(
        sop(
            langkah(
                "Menyusun", giliran("staf"), giliran("kepala"), output="Surat", waktu="2 jam",
                konfirmasi={"output": ""},
            ),
            langkah(kelengkapan="Surat", output="-", waktu="", konfirmasi={"waktu": ""}),
        )
    )  # fmt: skip
    surat = tampil(buku)["Surat"]
    ((_, (dibuat,)), (_, (dipakai,))) = surat.mata
    (pertama,), (kedua,) = dibuat.langkah, dipakai.langkah
    assert pertama.pelaksana == "Staf → Kepala Kantor"
    assert (pertama.waktu, pertama.ragu) == ("2 jam", True)
    assert pertama.href == "../../sop/kantor-contoh/penerimaan-tamu/#langkah-1"
    assert (kedua.pelaksana, kedua.waktu, kedua.ragu) == ("Staf", "", False)


def test_what_is_not_in_force_or_of_another_office_says_so() -> None:
    buku = handbook(
        satu(LUAR, ("-", "Surat"), status=Status.DICABUT),
        satu("a", ("Surat", "-"), keterkaitan=(LUAR,)),
    )
    ((_, (luar,)), (_, (sendiri,))) = tampil(buku)["Surat"].mata
    assert (luar.status, luar.instansi) == ("dicabut", "Dinas Rekaan Kabupaten Khayalan")
    assert (sendiri.status, sendiri.instansi) == ("", "")


def test_what_is_missing_on_the_way_is_said() -> None:
    buku = handbook(
        satu("a", ("Formulir", "Catatan"), ("Berkas", "Berkas"), ("-", "Laporan")),
        satu("b", ("-", "Surat"), ("Surat", "-"), pencatatan=("Catatan",)),
    )
    catatan = {nama: d.catatan for nama, d in tampil(buku).items()}
    assert catatan == {
        "Formulir": TULISAN["dokumen.dari_luar"],
        "Berkas": TULISAN["dokumen.tanpa_asal"],
        "Laporan": TULISAN["dokumen.hasil_akhir"],
        "Surat": "",
        "Catatan": "",  # kept
    }
    tanpa = tampil(handbook(satu("a", ("-", "Catatan"), ("-", "-"))))
    assert tanpa["Catatan"].catatan == TULISAN["dokumen.tanpa_pemakai"]


def test_each_sop_that_keeps_a_document_is_named_once() -> None:
    buku = handbook(
        sop(
            langkah("Menyimpan", kelengkapan="Surat", output="Arsip"),
            id="kantor-contoh/a", nama="A", pencatatan=("Surat", "Staf: surat"),
        )
    )  # fmt: skip
    (disimpan,) = tampil(buku)["Surat"].disimpan
    assert isinstance(disimpan, SimpananTampil)
    assert (disimpan.sop, disimpan.catatan) == ("A", ("Surat", "Staf: surat"))
    assert [t.nomor for t in disimpan.langkah] == ["1"]


def test_a_stage_names_a_few_sops_and_tells_how_many_more() -> None:
    buku = handbook(satu("z", ("-", "Surat")), *(satu(f"a{i}", ("Surat", "-")) for i in range(5)))
    surat = tampil(buku)["Surat"]
    assert [([nama for nama, _ in t.sop], t.lain) for t in surat.tahap] == [
        (["Z"], 0),
        (["A0", "A1", "A2"], 2),
    ]
    assert surat.panjang == 6


def test_what_many_need_and_nobody_makes_joins_nobody() -> None:
    assert tampil(handbook(*(satu(x, ("Surat", "-")) for x in "abc")))["Surat"].panjang == 0


def test_names_are_sorted_into_letters_with_digits_first() -> None:
    assert per_huruf([("arsip", 1), ("b", 2), ("2-lembar", 3), ("adart", 4)]) == {
        "0–9": [3],
        "A": [1, 4],
        "B": [2],
    }


def test_the_list_of_all_counts_as_readers_do() -> None:
    buku = handbook(satu("a", ("Surat 10", "Surat 9")), satu(LUAR, ("surat 100", "Surat 11")))
    dokumen = {id: list(m) for id, m in groupby(daftar_dokumen(buku), key=lambda d: d.instansi)}
    ((_, _, semua),) = PenyusunNama(Pendaftar(buku, Alamat(SEMUA_DOKUMEN))).huruf(dokumen)
    assert [n.nama for n in semua] == ["Surat 9", "Surat 10", "Surat 11", "surat 100"]


def test_the_list_of_all_gathers_offices_under_a_name() -> None:
    buku = handbook(
        satu("a", ("Surat", "Nota")), satu(LUAR, ("SURAT.", "-")), satu("b", ("surat", "-"))
    )
    dokumen = {id: list(m) for id, m in groupby(daftar_dokumen(buku), key=lambda d: d.instansi)}
    pendaftar = Pendaftar(buku, Alamat(SEMUA_DOKUMEN))
    huruf = PenyusunNama(pendaftar).huruf(dokumen)
    assert [(x, jangkar, [n.nama for n in semua]) for x, jangkar, semua in huruf] == [
        ("N", "huruf_n", ["Nota"]),
        ("S", "huruf_s", ["SURAT."]),
    ]
    assert huruf[1][2][0].kantor == (
        ("Dinas Rekaan Kabupaten Khayalan", "dinas-rekaan/#surat"),
        ("Kantor Contoh Kabupaten Rekaan", "kantor-contoh/#surat"),
    )

"""What flows from SOP to SOP is told only where the document says so, and proposed only where nobody lists it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from buku_sop.analysis.dokumen.aliran_dokumen import Aliran, menentukan, susun_aliran
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, susun_keterkaitan
from buku_sop.analysis.keterkaitan.usul import Usul, baris_usul, susun_usul
from buku_sop.loading.folder import load_folder
from buku_sop.model import Sop, Status
from tests.builders import handbook, langkah, sop
from tests.paths import SOP_DATA

REKAP = "Rekap Kehadiran Pegawai"


def buat(id: str, *dokumen: str, **isian: Any) -> Sop:
    """Make an SOP whose steps make documents and need nothing that others know."""
    steps = (langkah("Menyusun", kelengkapan="Kertas", output=d) for d in dokumen)
    return sop(*steps, id=f"kantor-contoh/{id}", nama=f"Penyusunan {id.title()}", **isian)


def perlu(id: str, *dokumen: str, **isian: Any) -> Sop:
    """Make an SOP whose steps need documents and make nothing that others know."""
    steps = (langkah("Menilai", kelengkapan=d, output=f"Nilai {id}") for d in dokumen)
    return sop(*steps, id=f"kantor-contoh/{id}", nama=f"Penilaian {id.title()}", **isian)


def aliran(*semua: Sop) -> list[tuple[str, str, str]]:
    buku = handbook(*semua)
    return [(a.dari, a.ke, a.dokumen) for a in susun_aliran(buku)]


def usul(*semua: Sop) -> list[tuple[str, str]]:
    buku = handbook(*semua)
    per_sop = susun_usul(buku, susun_keterkaitan(buku))
    return [
        (u.sop.partition("/")[2], u.terkait.partition("/")[2]) for b in per_sop.values() for u in b
    ]


@pytest.mark.parametrize(
    ("nama", "jelas"),
    [
        (REKAP, True),
        ("Laporan Kinerja Triwulan II", True),
        ("Surat Pertanggungjawaban", True),
        ("LKjIP", False),
        ("RENSTRA", True),
        ("Renstra", False),
        ("SK", False),
        ("Dokumen", False),
        ("Laporan", False),
        ("Surat Masuk", False),
        ("Lembar disposisi Kepala Dinas", False),
        ("Nota Dinas dan Undangan Rapat", False),
        ("ATK", False),
        ("Alat Tulis Kantor", False),
        ("Komputer/Laptop", False),
        ("Draft Laporan Kinerja", False),
        ("Konsep dokumen pengukuran kinerja", False),
        ("Laporan 2026", False),
        ("-", False),
    ],
)
def test_a_name_tells_a_document_from_others_or_not(nama: str, jelas: bool) -> None:
    assert menentukan(nama) is jelas


def test_a_document_flows_from_the_last_step_that_makes_it_to_the_first_that_needs_it() -> None:
    a = buat("a", REKAP, "Amplop", REKAP)
    b = perlu("b", "Kertas", "rekap  KEHADIRAN pegawai.", REKAP)
    buku = handbook(a, b)
    assert susun_aliran(buku) == (
        Aliran(a.id, b.id, REKAP, TempatLangkah(a.id, 0, 2), TempatLangkah(b.id, 0, 1)),
    )


def test_what_half_of_the_office_needs_ties_nobody() -> None:
    pemakai = [perlu(f"p{i}", REKAP) for i in range(4)]
    assert len(aliran(buat("a", REKAP), *pemakai[:3])) == 3
    assert aliran(buat("a", REKAP), *pemakai) == []


@pytest.mark.parametrize(
    "lain",
    [
        pytest.param(buat("c", REKAP), id="two make it"),
        pytest.param(
            replace(
                perlu("b", REKAP),
                prosedur=(*perlu("b", REKAP).prosedur, *buat("b", REKAP).prosedur),
            ),
            id="who needs it makes it too",
        ),
        pytest.param(sop(langkah(output=REKAP), id="dinas-rekaan/c"), id="another office makes it"),
    ],
)
def test_doubtful_origins_tie_nobody(lain: Sop) -> None:
    sendiri = [buat("a", REKAP)] if lain.instansi == "kantor-contoh" else []
    assert aliran(*sendiri, lain, *([perlu("b", REKAP)] if lain.slug != "b" else [])) == []


def test_who_needs_a_document_before_making_it_is_not_its_origin() -> None:
    meneruskan = langkah("Menerima", kelengkapan=REKAP, output=REKAP)
    assert aliran(sop(meneruskan, id="kantor-contoh/a"), perlu("b", REKAP)) == []


def test_the_one_that_needs_it_should_list_the_one_that_makes_it() -> None:
    assert usul(buat("a", REKAP), perlu("b", REKAP)) == [("b", "a")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({}, {"keterkaitan": ("Penyusunan A",)}, id="listed"),
        pytest.param({"keterkaitan": ("kantor-contoh/b",)}, {}, id="listed by the other"),
        pytest.param({}, {"keterkaitan": ("SOP Penyusunnan A",)}, id="listed with a slip"),
        pytest.param({"status": Status.DICABUT}, {}, id="withdrawn"),
        pytest.param({}, {"status": Status.DIGANTIKAN}, id="replaced"),
        pytest.param({}, {"digantikan_oleh": "Penyusunan A"}, id="its successor"),
    ],
)
def test_nothing_is_proposed_for_what_is_listed_or_out_of_force(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    assert usul(buat("a", REKAP, **a), perlu("b", REKAP, **b)) == []


def test_an_ambiguous_name_in_keterkaitan_may_mean_the_other() -> None:
    kembar = buat("c", "Jadwal Rekaan", nama_lain=("Penyusunan A",))
    dua = buat("a", REKAP, nama_lain=("Rekapan",)), replace(kembar, nama_lain=("Rekapan",))
    pemakai = perlu("b", REKAP, keterkaitan=("Rekapan",))
    tautan = susun_keterkaitan(handbook(*dua, pemakai)).keterkaitan[pemakai.id][0]
    assert tautan.jenis is JenisTautan.GANDA
    assert usul(*dua, pemakai) == []


def test_who_names_the_other_lists_it_and_each_pair_is_proposed_once() -> None:
    a = sop(
        langkah(kelengkapan="Kertas", output=REKAP, keterangan="lalu SOP Penilaian B"),
        langkah(keterangan="SOP Penilaian B"),
        id="kantor-contoh/a",
    )
    b = perlu("b", REKAP)
    buku = handbook(a, b)
    (satu,) = susun_usul(buku, susun_keterkaitan(buku))[a.id]
    dokumen = Aliran(a.id, b.id, REKAP, TempatLangkah(a.id, 0, 0), TempatLangkah(b.id, 0, 0))
    langkah_a = TempatLangkah(a.id, 0, 0), TempatLangkah(a.id, 0, 1)
    assert satu == Usul(a.id, b.id, langkah_a, (dokumen,))
    assert usul(a, b) == [("a", "b")]


@pytest.mark.parametrize(
    ("ada", "terkait", "baris"),
    [
        ((), ("Pengarsipan",), ["keterkaitan: Pengarsipan"]),
        (("Rapat",), ("Pengarsipan",), ["keterkaitan: [Rapat, Pengarsipan]"]),
        (("SOP Rapat",), ("Pengarsipan",), ["keterkaitan: [SOP Rapat, SOP Pengarsipan]"]),
        (("SOP Rapat",), ("SOP Pengarsipan",), ["keterkaitan: [SOP Rapat, SOP Pengarsipan]"]),
        (("SOP Rapat", "Cuti", "sop Kas"), ("Arsip",), ["- SOP Arsip"]),
        (("kantor-contoh/x", "dinas-rekaan/y"), ("Arsip",), ["- kantor-contoh/t0"]),
        ((), ("Arsip", "Rapat"), ["- Arsip", "- Rapat"]),
        ((), ("Cuti: Tahunan",), ['keterkaitan: "Cuti: Tahunan"']),
        (("Rapat #2",), ('Kas "Kecil"',), ['keterkaitan: ["Rapat #2", "Kas \\"Kecil\\""]']),
        ((), ("kembar",), ["keterkaitan: kantor-contoh/t0"]),
        ((), ("***",), ["keterkaitan: kantor-contoh/t0"]),
    ],
)
def test_the_line_is_written_as_the_file_writes_them(
    ada: tuple[str, ...], terkait: tuple[str, ...], baris: list[str]
) -> None:
    tujuan = [sop(id=f"kantor-contoh/t{i}", nama=nama) for i, nama in enumerate(terkait)]
    asal = sop(keterkaitan=ada)
    buku = handbook(asal, *tujuan, sop(id="kantor-contoh/u", nama="Kembar"))
    assert list(baris_usul(buku, asal, tujuan)) == baris


@pytest.mark.parametrize(
    "nama", ["Arsip", "no", "Cuti: A", "- x", "[a]", "a, b", "'x", "#1", "Ya & tidak", "12"]
)
def test_the_proposed_line_is_yaml_that_says_the_name(nama: str) -> None:
    asal, tujuan = sop(keterkaitan=("Rapat",)), sop(id="kantor-contoh/t", nama=nama)
    (baris,) = baris_usul(handbook(asal, tujuan), asal, [tujuan])
    assert yaml.load(baris, yaml.BaseLoader) == {"keterkaitan": ["Rapat", nama]}


def test_the_seeds_give_no_reason_for_a_proposal() -> None:
    """Their offices share but an "Undangan Rapat" between two SOPs; the SOPs that they name are not there."""
    buku = load_folder(SOP_DATA).handbook
    assert susun_usul(buku, susun_keterkaitan(buku)) == {}

"""The page of a role before it is HTML: its checklist, and its partners with their steps."""

from __future__ import annotations

from dataclasses import replace

from buku_sop.analysis.dokumen.indeks import daftar_peran, kunci_peran
from buku_sop.analysis.dokumen.serah_terima import SerahTerimaPeran, per_peran, susun_serah_terima
from buku_sop.model import Prosedur, Satuan, Sop, Status
from buku_sop.views.alur.jalan_keluar import Keluar
from buku_sop.views.daftar.daftar import Pendaftar
from buku_sop.views.daftar.pelaksana import HalamanPeran, LangkahTugas, PenyusunPeran
from buku_sop.views.dasar.alamat import Alamat, halaman_pelaksana
from tests.builders import giliran, handbook, langkah, prosedur, sop, tanda

LANES = {"staf": "Staf", "kepala": "Kepala Kantor", "arsip": "Arsiparis"}
TAMU = sop(
    langkah("Mencatat", kelengkapan="Buku tamu", output="Catatan", id="catat"),
    langkah(
        "Memeriksa",
        giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "catat"}),
        kelengkapan="Catatan",
        output=("Disposisi", "Salinan"),
        opsional=True,
        konfirmasi={"pelaksana": "", "cabang": ""},
    ),
    langkah("Melayani", giliran("staf", "arsip"), giliran("kepala"), waktu="", kelengkapan=()),
    pelaksana=LANES,
    nama="Tamu",
)
SOP = "../../../sop/kantor-contoh"


def susun(label: str, *semua: Sop) -> HalamanPeran:
    buku = handbook(*semua)
    peran = {kunci_peran(p.label): p for p in daftar_peran(buku)}
    satu = peran[kunci_peran(label)]
    alamat = Alamat(halaman_pelaksana(satu.instansi, satu.slug))
    penyusun = PenyusunPeran(satu, Pendaftar(buku, alamat), peran)
    serah = per_peran(susun_serah_terima(s) for s in buku.sop if not s.tamat)
    return penyusun.susun(serah.get(penyusun.kunci, SerahTerimaPeran()))


def tugas(label: str, *semua: Sop) -> list[LangkahTugas]:
    return [satu for t in susun(label, *semua).tugas for satu in t.langkah]


def test_a_step_tells_what_it_needs_and_makes_and_where_it_stands() -> None:
    catat, melayani = tugas("Staf", TAMU)
    assert (catat.nomor, catat.kegiatan, catat.waktu) == ("1", "Mencatat", "5 menit")
    assert (catat.kelengkapan, catat.output) == (("Buku tamu",), ("Catatan",))
    assert catat.href == f"{SOP}/penerimaan-tamu/#langkah-1"
    assert (catat.keluar, catat.keputusan, catat.opsional, catat.ragu) == ((), False, False, ())
    assert (melayani.waktu, melayani.kelengkapan) == ("", ())


def test_a_decision_tells_its_ways_out_to_who_decides() -> None:
    memeriksa, _ = tugas("Kepala Kantor", TAMU)
    assert memeriksa.keputusan
    assert memeriksa.opsional
    assert memeriksa.keluar == (
        Keluar("Ya", "3", f"{SOP}/penerimaan-tamu/#langkah-3"),
        Keluar("Tidak", "1", f"{SOP}/penerimaan-tamu/#langkah-1", balik=True),
    )
    assert memeriksa.ragu == ("Pelaksana", "Cabang")


def test_the_decision_of_another_in_the_same_step_is_not_this_roles() -> None:
    satu = langkah("Menimbang", giliran("staf"), giliran("kepala", cabang={"Ya": "selesai"}))
    (staf,), (kepala,) = (tugas(x, sop(satu)) for x in ("Staf", "Kepala Kantor"))
    assert (staf.keputusan, staf.keluar) == (False, ())
    assert (kepala.keputusan, kepala.keluar) == (True, (Keluar("Ya", "selesai"),))


def test_with_whom_a_step_is_done_jointly_and_in_which_order() -> None:
    melayani = tugas("Staf", TAMU)[1]
    assert melayani.bersama == ("Arsiparis",)
    assert melayani.urutan == "Staf dan Arsiparis bersama-sama → Kepala Kantor"
    kepala = tugas("Kepala Kantor", TAMU)[1]
    assert kepala.bersama == ()


def test_a_time_keeps_the_unit_of_its_column() -> None:
    tabel = replace(
        prosedur(langkah(waktu="15", satuan_kolom=Satuan.MENIT)), satuan_waktu=Satuan.MENIT
    )
    (satu,) = tugas("Staf", sop(tabel=(tabel,)))
    assert satu.waktu == "15 menit"


def test_sums_count_steps_without_a_time() -> None:
    hasil = susun("Staf", TAMU, sop(langkah(waktu="1 jam"), id="kantor-contoh/a", nama="Alfa"))
    assert [(t.sop.nama, t.total, t.jangkar) for t in hasil.tugas] == [
        ("Alfa", "1 jam", "tugas-a"),
        ("Tamu", "5 menit (1 langkah tanpa waktu)", "tugas-penerimaan-tamu"),
    ]
    assert (hasil.langkah, hasil.total) == (3, "1 jam 5 menit (1 langkah tanpa waktu)")


def test_what_was_withdrawn_is_named_and_not_counted() -> None:
    lama = [
        replace(TAMU, id=f"kantor-contoh/{s.value}", nama=s.value, status=s)
        for s in (Status.DICABUT, Status.DIGANTIKAN)
    ]
    draf = replace(TAMU, id="kantor-contoh/draf", nama="Draf", status=Status.DRAF)
    hasil = susun("Staf", *lama, draf)
    assert [(t.sop.nama, t.sop.status) for t in hasil.tugas] == [("Draf", "Draf")]
    assert [s.nama for s in hasil.tamat] == ["dicabut", "digantikan"]
    assert hasil.langkah == 2
    assert len(hasil.memulai) == 1
    assert [m.maju for m in hasil.menyerahkan if m.label == "Kepala Kantor"] == [2]


def test_an_sop_whose_flow_is_in_doubt_says_where_it_tells_so() -> None:
    ragu = replace(TAMU, perlu_konfirmasi=tanda({"langkah": "Gambarnya tidak terbaca."}))
    lain = replace(TAMU, perlu_konfirmasi=tanda({"nomor": ""}))
    href = [susun("Staf", s).tugas[0].href_ragu for s in (ragu, lain)]
    assert href == [f"{SOP}/penerimaan-tamu/#konfirmasi", ""]


def test_a_tick_belongs_to_what_a_step_says_and_not_to_its_number() -> None:
    def tanda_dari(*kegiatan: str) -> list[str]:
        return [t.tanda for t in tugas("Staf", sop(*map(langkah, kegiatan)))]

    satu, dua = tanda_dari("Mencatat", "Membaca")
    baru, *sisanya = tanda_dari("Menyapa", "Mencatat", "Membaca")
    assert sisanya == [satu, dua]
    assert baru not in sisanya
    assert tanda_dari("Menulis", "Membaca") != [satu, dua]
    assert len(set(tanda_dari("Membaca", "Membaca"))) == 2


def test_equal_steps_of_two_procedures_and_two_sops_have_ticks_of_their_own() -> None:
    tabel: Prosedur = prosedur(langkah())
    semua = tugas("Staf", sop(tabel=(tabel, tabel)), sop(langkah(), id="kantor-contoh/b"))
    assert len({t.tanda for t in semua}) == 3


def test_partners_show_their_page_and_the_steps_between() -> None:
    hasil = susun("Kepala Kantor", TAMU)
    (staf, arsip) = sorted(hasil.menerima, key=lambda m: m.label != "Staf")
    assert (staf.label, staf.href, staf.maju, staf.kembali) == ("Staf", "../staf/", 2, 0)
    assert arsip.label == "Arsiparis"
    ((nama, serah),) = staf.serah
    assert nama == "Tamu"
    assert [(s.dari.nomor, s.ke.nomor, s.bawaan) for s in serah] == [
        ("1", "2", ("Catatan",)),
        ("3", "3", ()),
    ]
    (kembali,) = [s for m in hasil.menyerahkan for _, semua in m.serah for s in semua if s.balik]
    assert (kembali.dari.nomor, kembali.ke.nomor, kembali.label) == ("2", "1", "Tidak")
    assert kembali.ke.href == f"{SOP}/penerimaan-tamu/#langkah-1"
    assert (hasil.memulai, [t.nomor for t in hasil.mengakhiri]) == ((), ["3"])


def test_a_role_without_steps_has_a_page() -> None:
    hasil = susun("Arsiparis", sop(langkah(), pelaksana=LANES))
    assert [(t.langkah, t.total) for t in hasil.tugas] == [((), "")]
    assert (hasil.langkah, hasil.menerima, hasil.menyerahkan) == (0, (), ())


def test_a_step_is_named_by_the_number_of_its_document() -> None:
    bernomor = replace(TAMU.prosedur[0].langkah[0], nomor="2a")
    lain = TAMU.prosedur[0].langkah[1:]
    prosedur = replace(TAMU.prosedur[0], langkah=(bernomor, *lain))
    assert tugas("Staf", replace(TAMU, prosedur=(prosedur,)))[0].nomor == "2a"

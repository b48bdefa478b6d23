"""SOP-A001 to A018, and A020 to A022."""

from __future__ import annotations

from dataclasses import replace

import pytest

from buku_sop.model import (
    LANJUT,
    Cabang,
    Giliran,
    Pelaksana,
    Prosedur,
    Simbol,
    Sop,
    Tujuan,
)
from tests.analysis.checks.kasus import Kasus, periksa, uji
from tests.builders import giliran, langkah, prosedur, sop

L = ("prosedur", 0, "langkah")
YA_TIDAK = {"Ya": "lanjut", "Tidak": "periksa"}
PERIKSA = langkah("Memeriksa berkas", id="periksa")


def alur_ke(ke: str) -> Sop:
    return sop(PERIKSA, langkah("Menimbang", cabang={"Ya": "lanjut", "Tidak": ke}), langkah())


def _kelompok(*urutan: str) -> Prosedur:
    """Make a table whose lanes stand in an order; `a` and `c` are one group, and `a`, `b`, `c` act in turn."""
    kelompok = {"a": "Umpama", "c": "Umpama"}
    lanes = tuple(Pelaksana(x, x.upper(), kelompok.get(x, "")) for x in urutan)
    return Prosedur(lanes, tuple(langkah(oleh=x) for x in "abc"))


DUA_KALI = giliran("staf", cabang={"Sesuai": "berikut", "Tidak": "periksa"})
LABEL_SAMA = Giliran(
    ("staf",), cabang=(Cabang("Ya", (Tujuan("lanjut"),)), Cabang(" YA", (Tujuan("selesai"),)))
)
SEJAJAR = Giliran(("staf",), cabang=(*LABEL_SAMA.cabang, Cabang("Tidak", (Tujuan("periksa"),))))
SATU_TUJUAN = giliran("staf", cabang={"Ya": "selesai", "Tidak": "selesai"})
BERIKUT_TIDAK = {"Ya": "berikut", "Tidak": "periksa"}
TANPA_LABEL = (Cabang("", (Tujuan("periksa"),)), Cabang("", (Tujuan("lanjut"),)))
KASUS = [
    Kasus("SOP-A001", "a misspelt id is corrected", alur_ke("perksa"), alur_ke("periksa"),
          (*L, 1, "cabang", 1, "ke", 0), "Maksudnya `periksa`?"),
    Kasus("SOP-A001", "a number is no id: the two lines are shown", alur_ke("3"), alur_ke("selesai"),
          (*L, 1, "cabang", 1, "ke", 0), "tulis `id: mencatat` pada langkah 3, lalu `ke: mencatat` di sini"),
    Kasus("SOP-A001", "a number of a step that has an id", alur_ke("1"), alur_ke("periksa"),
          (*L, 1, "cabang", 1, "ke", 0), "tulis `ke: periksa` di sini"),
    Kasus("SOP-A001", "a number beyond the last step", alur_ke("9"), alur_ke("lanjut"),
          (*L, 1, "cabang", 1, "ke", 0), "hanya ada 3 langkah"),
    Kasus("SOP-A001", "an id like no other: the ids are listed", alur_ke("xyz"), alur_ke("periksa"),
          (*L, 1, "cabang", 1, "ke", 0), "salah satu id: `periksa`"),
    Kasus("SOP-A001", "a lane that does not act there", alur_ke("periksa/kepala"),
          alur_ke("periksa/staf"), (*L, 1, "cabang", 1, "ke", 0), "tidak dikerjakan oleh `kepala`"),
    Kasus("SOP-A001", "an unconditional jump", sop(langkah(ke="entah"), langkah()),
          sop(langkah(ke="selesai")), (*L, 0, "ke", 0), "`id: entah` pada langkah yang dituju"),
    Kasus("SOP-A001", "a step of another procedure",
          sop(tabel=(prosedur(PERIKSA), prosedur(langkah(ke="periksa")))),
          sop(tabel=(prosedur(langkah(ke="periksa"), PERIKSA), prosedur(langkah()))),
          ("prosedur", 1, "langkah", 0, "ke", 0), "Id itu ada di prosedur 1"),
    Kasus("SOP-A001", "a branch of an earlier turn of the row",
          sop(PERIKSA, langkah("Menimbang", giliran("staf", cabang={"Ya": "berikut", "Tidak": "x"}),
                               giliran("staf"))),
          sop(PERIKSA, langkah("Menimbang", DUA_KALI, giliran("staf"))),
          (*L, 1, "pelaksana", 0, "cabang", 1, "ke", 0), "`x`"),
    Kasus("SOP-A002", "two steps with one id", sop(PERIKSA, PERIKSA, langkah(ke="periksa")),
          sop(PERIKSA, langkah(id="lain"), langkah(ke="periksa")), (*L, 1, "id"), "langkah 1"),
    Kasus("SOP-A003", "a misspelt lane", sop(langkah(oleh="stav"), pelaksana={"staf": "Staf"}),
          sop(langkah()), (*L, 0, "pelaksana"), "Maksudnya `staf`?"),
    Kasus("SOP-A003", "a label in place of the id",
          sop(langkah(oleh="kepala kantor"), pelaksana={"k1": "Kepala Kantor"}),
          sop(langkah(oleh="k1"), pelaksana={"k1": "Kepala Kantor"}), (*L, 0, "pelaksana"), "`k1`"),
    Kasus("SOP-A003", "one of two that act jointly, in the second turn",
          sop(langkah("Menerima", giliran("staf"), giliran("staf", "camat")), pelaksana={"staf": "S"}),
          sop(langkah("Menerima", giliran("staf"), giliran("staf"))),
          (*L, 0, "pelaksana", 1, "bersama", 1), "salah satu: `staf`"),
    Kasus("SOP-A003", "no lanes at all", sop(langkah(), pelaksana={}), sop(langkah()),
          (*L, 0, "pelaksana"), "Tambahkan daftar `pelaksana:`"),
    Kasus("SOP-A004", "a single branch", sop(langkah(cabang={"Ya": "lanjut"}), langkah()),
          sop(PERIKSA, langkah(cabang=YA_TIDAK), langkah()), (*L, 0, "cabang"), "langkah 1"),
    Kasus("SOP-A018", "two branches to one place", sop(langkah("Menimbang", SATU_TUJUAN)),
          sop(langkah(cabang={"Ya": "lanjut", "Tidak": "selesai"}), langkah()), (*L, 0, "cabang")),
    Kasus("SOP-A020", "branches on which nothing is written, once for a decision",
          sop(PERIKSA, langkah("Menimbang", Giliran(("staf",), cabang=TANPA_LABEL)), langkah()),
          sop(PERIKSA, langkah("Menimbang", Giliran(("staf",), Simbol.KOTAK, cabang=TANPA_LABEL)), langkah()),
          (*L, 1, "cabang"), "2 cabang tanpa"),
    Kasus("SOP-A021", "an arrow of the step out of a decision",
          sop(PERIKSA, langkah("Menimbang", cabang={"Ya": "periksa", "Batal": "selesai"}, ke="lanjut"), langkah()),
          sop(PERIKSA, langkah("Menimbang", cabang={"Ya": "periksa", "Batal": "lanjut"}), langkah()),
          (*L, 1, "ke"), "langkah 2"),
    Kasus("SOP-A021", "an arrow of the performer itself",
          sop(PERIKSA, langkah("Menimbang", replace(giliran("staf", cabang=YA_TIDAK), ke=(LANJUT,)), giliran("kepala"))),
          sop(PERIKSA, langkah("Menimbang", giliran("staf", cabang=BERIKUT_TIDAK), giliran("kepala"), ke="selesai")),
          (*L, 1, "pelaksana", 0, "ke"), "langkah 2"),
    Kasus("SOP-A022", "the step asks for another symbol than its performer",
          sop(langkah(simbol=Simbol.KOTAK, simbol_tersisih=Simbol.KAPSUL), langkah()),
          sop(langkah(simbol=Simbol.KOTAK), langkah()), (*L, 0, "simbol"), "`kapsul`"),
    Kasus("SOP-A005", "a step behind the end, named once for all that follow",
          sop(langkah(ke="selesai"), langkah("Menyimpan"), langkah()),
          sop(langkah(), langkah("Menyimpan"), langkah()), (*L, 1), "langkah 2"),
    Kasus("SOP-A005", "a second turn that no branch reaches",
          sop(PERIKSA, langkah("Menimbang", giliran("staf", cabang={"A": "periksa", "B": "selesai"}),
                               giliran("staf"))),
          sop(PERIKSA, langkah("Menimbang", DUA_KALI, giliran("staf"))),
          (*L, 1, "pelaksana", 1), "langkah 2, giliran ke-2"),
    Kasus("SOP-A005", "a step that the flow enters behind its first turn",
          sop(langkah(ke="bahas/staf"), langkah("Membahas", giliran("kepala"), giliran("staf"), id="bahas")),
          sop(langkah(ke="bahas"), langkah("Membahas", giliran("kepala"), giliran("staf"), id="bahas")),
          (*L, 1), "langkah 2, giliran pertama (alurnya masuk pada giliran ke-2)"),
    Kasus("SOP-A005", "a start that is not the first row counts as start",
          sop(langkah(ke="selesai"), langkah(), langkah()),
          sop(langkah(ke="selesai"), langkah(simbol=Simbol.KAPSUL), langkah()), (*L, 1)),
    Kasus("SOP-A005", "who acts jointly is reached together",
          sop(langkah(ke="selesai"), langkah("Rapat", giliran("staf", "kepala"))),
          sop(langkah(), langkah("Membahas", giliran("staf", "kepala")), langkah(oleh="kepala")),
          (*L, 1)),
    Kasus("SOP-A006", "a flow that only turns round", sop(PERIKSA, langkah(ke="periksa")),
          sop(PERIKSA, langkah(cabang={"Ya": "selesai", "Tidak": "periksa"})),
          ("prosedur", 0, "langkah"), "Prosedur ini tidak pernah selesai"),
    Kasus("SOP-A006", "the second of two procedures",
          sop(tabel=(prosedur(langkah()), prosedur(PERIKSA, langkah(ke="periksa")))),
          sop(tabel=(prosedur(langkah()), prosedur(langkah()))),
          ("prosedur", 1, "langkah"), "Prosedur 2"),
    Kasus("SOP-A007", "nobody acts", sop(langkah(oleh=None), langkah(), pelaksana={"staf": "Staf"}),
          sop(langkah(), langkah()), (*L, 0), "salah satu id: `staf`"),
    Kasus("SOP-A007", "nobody could act", sop(langkah(oleh=None), pelaksana={}), sop(langkah()),
          (*L, 0), "Tambahkan daftar `pelaksana:`"),
    Kasus("SOP-A008", "a lane that never acts", sop(langkah(), pelaksana={"staf": "Staf", "b": "Bidang"}),
          sop(langkah()), ("prosedur", 0, "pelaksana", "b"), "`Bidang`"),
    Kasus("SOP-A009", "the second lane acts first; the unused one stays last",
          sop(langkah(oleh="b"), langkah(oleh="a"), pelaksana={"x": "X", "a": "A", "b": "B"}),
          sop(langkah(oleh="a"), langkah(oleh="b"), pelaksana={"x": "X", "a": "A", "b": "B"}),
          ("prosedur", 0, "pelaksana"), "B, A, X"),
    Kasus("SOP-A009", "who begins together may stand in any order",
          sop(langkah(oleh="b"), langkah("Menilai", giliran("a", "b")), pelaksana={"a": "A", "b": "B"}),
          sop(langkah("Menilai", giliran("b", "a")), pelaksana={"a": "A", "b": "B"}),
          ("prosedur", 0, "pelaksana")),
    Kasus("SOP-A009", "the columns of a group stay together",
          sop(tabel=(_kelompok("b", "a", "c"),)), sop(tabel=(_kelompok("a", "c", "b"),)),
          ("prosedur", 0, "pelaksana"), "A (Umpama), C (Umpama), B"),
    Kasus("SOP-A010", "a branch to its own step",
          sop(langkah(id="ini", cabang={"Ya": "lanjut", "Tidak": "ini"}), langkah()),
          sop(PERIKSA, langkah(cabang=YA_TIDAK), langkah()),
          (*L, 0, "cabang", 1, "ke", 0), "Cabang `Tidak` pada langkah 1"),
    Kasus("SOP-A010", "a jump to its own step; back to an earlier turn of the row is no loop",
          sop(langkah(id="ini", ke="ini")),
          sop(langkah("Menimbang", giliran("staf"),
                      giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "ini/staf"}), id="ini"), langkah()),
          (*L, 0, "ke", 0), "Alur pada langkah 1"),
    Kasus("SOP-A011", "16 steps", sop(*[langkah()] * 16), sop(*[langkah()] * 15),
          ("prosedur", 0, "langkah"), "16 langkah"),
    Kasus("SOP-A012", "8 lanes", sop(langkah(), pelaksana={f"p{i}": str(i) for i in range(8)}),
          sop(langkah(), pelaksana={f"p{i}": str(i) for i in range(7)}),
          ("prosedur", 0, "pelaksana"), "8 pelaksana"),
    Kasus("SOP-A013", "an empty table", sop(tabel=(prosedur(langkah()), prosedur())), sop(),
          ("prosedur", 1), "Prosedur 2 belum"),
    Kasus("SOP-A013", "no table", sop(tabel=()), sop(), (), "SOP ini belum mempunyai langkah"),
    Kasus("SOP-A014", "labels that differ in case only", sop(langkah("Menimbang", LABEL_SAMA), langkah()),
          sop(PERIKSA, langkah(cabang=YA_TIDAK), langkah()), (*L, 0, "cabang", 1, "label"), "` YA`"),
    Kasus("SOP-A014", "two that are both gone beside a third, as documents draw it",
          sop(PERIKSA, langkah("Menimbang", LABEL_SAMA), langkah()),
          sop(PERIKSA, langkah("Menimbang", SEJAJAR), langkah()), (*L, 1, "cabang", 1, "label"), "dua cabang"),
    Kasus("SOP-A015", "a diamond that decides nothing", sop(langkah(simbol=Simbol.BELAH_KETUPAT)),
          sop(langkah(simbol=Simbol.KOTAK)), (*L, 0, "simbol")),
    Kasus("SOP-A016", "an id that nothing points at", sop(langkah(), langkah(id="sisa")),
          sop(PERIKSA, langkah(cabang=YA_TIDAK), langkah()), (*L, 1, "id"), "`sisa`"),
    Kasus("SOP-A016", "an id may be what a misspelt target means",
          sop(langkah(), langkah(id="sisa")), alur_ke("perksa"), (*L, 1, "id")),
    Kasus("SOP-A018", "by its id and as the next step",
          sop(langkah(cabang={"Ya": "periksa", "Tidak": "lanjut"}), PERIKSA),
          sop(langkah(cabang={"Ya": "periksa", "Tidak": "selesai"}), PERIKSA),
          (*L, 0, "cabang"), "`Ya` dan `Tidak`"),
    Kasus("SOP-A001", "nobody acts after the last of a row",
          sop(langkah("Menimbang", giliran("staf"), giliran("kepala"), ke="berikut"), langkah()),
          sop(langkah("Menimbang", giliran("staf", cabang={"Ya": "berikut", "Tidak": "selesai"}),
                      giliran("kepala"))),
          (*L, 0, "ke", 0), "tidak ada pelaksana lagi"),
    Kasus("SOP-A017", "a decision drawn as a box",
          sop(PERIKSA, langkah(cabang=YA_TIDAK, simbol=Simbol.KOTAK), langkah()),
          sop(PERIKSA, langkah(cabang=YA_TIDAK, simbol=Simbol.BELAH_KETUPAT), langkah()),
          (*L, 1, "simbol"), "kotak"),
    Kasus("SOP-A019", "sentences without performers and quality standard",
          sop(langkah("Petugas memanggil", oleh=None, waktu="", kelengkapan=(), output=()), pelaksana={}),
          sop(langkah()), ("prosedur", 0, "langkah"), "tanpa pelaksana dan mutu baku"),
]  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=str)
def test_alur(kasus: Kasus) -> None:
    uji(kasus)


def test_a_target_that_leads_nowhere_hides_what_follows_from_it() -> None:
    rusak = sop(PERIKSA, langkah(ke="perksa"), langkah())
    assert [t.kode for t in periksa(rusak)] == ["SOP-A001"]


def test_steps_of_several_procedures_are_told_apart() -> None:
    dua = sop(tabel=(prosedur(langkah()), prosedur(langkah(oleh=None), langkah())))
    isi = [t.isi["langkah"] for t in periksa(dua) if t.kode == "SOP-A007"]
    assert isi == ["1 (prosedur 2)"]


def test_a_hint_lists_some_of_very_many_ids_and_still_knows_the_one_that_was_meant() -> None:
    banyak = [langkah(id=f"langkah-{i}", ke=f"langkah-{i + 1}") for i in range(1000)]
    (asing,) = (
        t for t in periksa(sop(*banyak[:-1], langkah(ke="qqq"))) if t.isi.get("ke") == "qqq"
    )
    assert str(asing.isi["usul"]).count("`langkah-") == 30
    assert str(asing.isi["usul"]).endswith(", ….")
    (mirip,) = (
        t
        for t in periksa(sop(*banyak[:-1], langkah(ke="lankah-7")))
        if t.isi.get("ke") == "lankah-7"
    )
    assert mirip.isi["usul"] == "Maksudnya `langkah-7`?"

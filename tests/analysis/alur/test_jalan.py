"""The shortest and the longest way: known cases, and laws that hold for made-up flows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.alur.alur import Alur, Panah, susun_alur
from buku_sop.analysis.alur.jalan import (
    KEMBALI_TERBANYAK,
    Belokan,
    Jalan,
    jalan_prosedur,
    jalan_sop,
)
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import Durasi, JamKerja, Langkah, Prosedur
from tests.builders import giliran, langkah, prosedur, sop
from tests.flows import PLAIN, TWISTED, Traits, procedure

JAM = JamKerja()
WAKTU = (
    "5 menit",
    "10-20 menit",
    "1 jam",
    "1-2 jam",
    "1 hari",
    "2 hari kalender",
    "",
    "sesuai kebutuhan",
)


def menit(nilai: int, kalender: int = 0) -> Durasi:
    return Durasi(Fraction(nilai), Fraction(kalender))


def cari(*steps: Langkah) -> tuple[Jalan, Jalan]:
    hasil = jalan_prosedur(prosedur(*steps), JAM)
    assert hasil.tersingkat is not None
    assert hasil.terlama is not None
    return hasil.tersingkat, hasil.terlama


def test_without_decisions_both_ways_are_all_rows_and_ranges_have_two_ends() -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit"), langkah(waktu="1-2 jam"), langkah(waktu="1 hari")
    )
    assert singkat.langkah == lama.langkah == (0, 1, 2)
    assert (singkat.lama, lama.lama) == (menit(5 + 60 + 450), menit(5 + 120 + 450))
    assert singkat.belokan == lama.belokan == ()


def test_a_return_is_never_made_on_the_shortest_and_once_on_the_longest() -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit"),
        langkah(waktu="10 menit", id="buat"),
        langkah(waktu="1 jam", cabang={"Setuju": "lanjut", "Tidak": "buat"}),
        langkah(waktu="15 menit"),
    )
    assert singkat.langkah == (0, 1, 2, 3)
    assert singkat.lama == menit(90)
    assert singkat.belokan == (Belokan(2, "Setuju", 3, False),)
    assert lama.langkah == (0, 1, 2, 1, 2, 3)
    assert lama.lama == menit(160)
    assert lama.belokan == (Belokan(2, "Tidak", 1, True), Belokan(2, "Setuju", 3, False))


def test_going_on_again_after_a_return_is_no_return() -> None:
    _, lama = cari(
        langkah(waktu="5 menit", id="buat"),
        langkah(waktu="5 menit", cabang={"Sesuai": "lanjut", "Tidak": "buat"}),
        langkah(waktu="5 menit", cabang={"Setuju": "lanjut", "Ditolak": "buat"}),
        langkah(waktu="5 menit"),
    )
    assert {(b.label, b.balik) for b in lama.belokan} == {
        ("Sesuai", False), ("Tidak", True), ("Setuju", False), ("Ditolak", True),
    }  # fmt: skip
    assert sum(b.label == "Sesuai" for b in lama.belokan) == 2


def test_a_branch_to_the_end_is_a_short_cut() -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit", cabang={"Ya": "lanjut", "Tidak": "selesai"}),
        langkah(waktu="1 jam"),
    )
    assert (singkat.langkah, lama.langkah) == ((0,), (0, 1))
    assert singkat.belokan == (Belokan(0, "Tidak", None, False),)


def test_the_time_of_a_row_counts_once_for_all_of_its_turns() -> None:
    baris = langkah(
        "Meneruskan", giliran("staf"), giliran("kepala"), giliran("staf"), waktu="1 jam"
    )
    singkat, lama = cari(baris, langkah(waktu="5 menit"))
    assert singkat.lama == lama.lama == menit(65)


def test_a_return_inside_a_row_does_the_row_again() -> None:
    baris = langkah(
        "Memeriksa",
        giliran("staf"),
        giliran("kepala", cabang={"Ya": "lanjut", "Tidak": "periksa/staf"}),
        waktu="1 jam",
        id="periksa",
    )
    singkat, lama = cari(baris, langkah(waktu="5 menit"))
    assert (singkat.langkah, singkat.lama) == ((0, 1), menit(65))
    assert (lama.langkah, lama.lama) == ((0, 0, 1), menit(125))


def test_arms_run_at_the_same_time_and_their_work_adds_up() -> None:
    langkahnya = (
        langkah(waktu="5 menit", ke=("a", "b")),
        langkah(waktu="2 jam", id="a", ke="akhir"),
        langkah(waktu="1 jam", id="b"),
        langkah(waktu="10 menit", id="akhir"),
    )
    for jalan in cari(*langkahnya):
        assert (jalan.langkah, jalan.serentak) == ((0, 1, 3), (2,))
        assert (jalan.lama, jalan.beban) == (menit(135), menit(195))


def test_the_shortest_way_leaves_out_what_is_optional_unless_it_decides() -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit"),
        langkah(waktu="1 jam", opsional=True),
        langkah(waktu="10 menit", opsional=True, cabang={"Ya": "lanjut", "Tidak": "selesai"}),
        langkah(waktu="2 jam"),
    )
    assert (singkat.langkah, singkat.lama) == ((0, 2), menit(15))
    assert (lama.langkah, lama.lama) == ((0, 1, 2, 3), menit(195))


def test_a_branch_into_arms_is_as_long_as_its_longest_arm() -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit", cabang={"Sendiri": "s", "Bersama": "b"}),
        langkah(waktu="3 jam", id="s", ke="akhir"),
        langkah(waktu="5 menit", id="b", ke=("x", "y")),
        langkah(waktu="1 jam", id="x", ke="akhir"),
        langkah(waktu="5 jam", id="y"),
        langkah(waktu="5 menit", id="akhir"),
    )
    assert singkat.langkah == (0, 1, 5)
    assert (lama.langkah, lama.serentak) == ((0, 2, 4, 5), (3,))


@pytest.mark.parametrize("banyak", [1, 2, 3])
def test_rows_without_a_time_are_told_and_no_reason_for_a_detour(banyak: int) -> None:
    singkat, lama = cari(
        langkah(waktu="5 menit", cabang={"Memutar": "lanjut", "Langsung": "akhir"}),
        *(langkah(waktu=("", "sesuai kebutuhan")[n % 2]) for n in range(banyak)),
        langkah(waktu="sebentar", id="akhir"),
    )
    assert singkat.langkah == lama.langkah == (0, banyak + 1)
    assert singkat.tanpa_waktu == (banyak + 1,)
    singkat, _ = cari(langkah(waktu=""), langkah(waktu="1 jam"))
    assert (singkat.tanpa_waktu, singkat.lama) == ((0,), menit(60))


def test_the_two_clocks_are_kept_apart_and_weighed_by_the_office() -> None:
    """Seven calendar days hold five working days of 7.5 hours: more than four, less than six."""
    steps = [
        langkah(waktu="5 menit", cabang={"Kalender": "k", "Kerja": "w"}),
        langkah(waktu="7 hari kalender", id="k", ke="akhir"),
        langkah(waktu="4 hari kerja", id="w"),
        langkah(waktu="5 menit", id="akhir"),
    ]
    singkat, lama = cari(*steps)
    assert (singkat.lama, lama.lama) == (menit(4 * 450 + 10), menit(10, 7 * 24 * 60))
    steps[2] = replace(steps[2], waktu=baca_waktu("6 hari kerja"))
    singkat, lama = cari(*steps)
    assert (singkat.lama, lama.lama) == (menit(10, 7 * 24 * 60), menit(6 * 450 + 10))


def test_a_flow_that_never_ends_has_no_way() -> None:
    hasil = jalan_prosedur(prosedur(langkah(id="a", ke="b"), langkah(id="b", ke="a")), JAM)
    assert hasil.tersingkat is hasil.terlama is None
    assert jalan_prosedur(prosedur(langkah(oleh=None)), JAM).tersingkat is None


def test_rows_that_nobody_performs_are_outside_the_flow() -> None:
    hasil = jalan_prosedur(prosedur(langkah(), langkah(oleh=None), langkah()), JAM)
    assert hasil.di_luar_alur == (1,)
    assert hasil.tersingkat is not None
    assert hasil.tersingkat.langkah == (0, 2)


def test_too_many_returns_in_one_knot_are_not_tried() -> None:
    def berulang(banyak: int) -> Jalan | None:
        ulang = {f"Ulang {n}": "awal" for n in range(banyak)}
        satu = prosedur(langkah(id="awal"), langkah(cabang={"Ya": "selesai", **ulang}))
        return jalan_prosedur(satu, JAM).terlama

    penuh = berulang(KEMBALI_TERBANYAK)
    assert penuh is not None
    assert penuh.langkah == (0, 1) * (KEMBALI_TERBANYAK + 1)
    assert berulang(KEMBALI_TERBANYAK + 1) is None


def test_an_sop_takes_its_procedures_one_after_the_other() -> None:
    dua = prosedur(langkah(waktu="1-2 jam")), prosedur(langkah(waktu="5 menit"))
    jalan = jalan_sop(sop(tabel=dua), JAM)
    assert (jalan.tersingkat, jalan.terlama) == (menit(65), menit(125))
    jalan = jalan_sop(sop(tabel=(*dua, prosedur())), JAM)
    assert jalan.tersingkat is None


def berwaktu(random: Random, steps: int, traits: Traits) -> Prosedur:
    """Make up a procedure with times."""
    dasar = procedure(random, steps, 4, traits)
    return replace(
        dasar,
        langkah=tuple(
            replace(satu, waktu=baca_waktu(random.choice(WAKTU))) for satu in dasar.langkah
        ),
    )


class Peniru:
    """Plays a procedure through by the rules of `jalan`, symbol by symbol, independently of it."""

    def __init__(self, tabel: Prosedur, *, lama: bool) -> None:
        self.tabel, self.lama = tabel, lama
        self.alur: Alur = susun_alur(tabel)
        self.kelompok = [(s.langkah, s.giliran) for s in self.alur.simpul]
        pertama = {k: i for i, k in reversed(list(enumerate(self.kelompok)))}
        self.panah = [
            replace(p, dari=pertama[self.kelompok[p.dari]], ke=pertama[self.kelompok[p.ke]])
            for p in self.alur.panah
        ]
        self.capai = [{i} for i in range(len(self.kelompok))]
        for _ in self.kelompok:
            for p in self.panah:
                self.capai[p.dari] |= self.capai[p.ke]

    def baris(self, i: int) -> Fraction:
        satu = self.tabel.langkah[i]
        if not self.lama and satu.opsional and not satu.keputusan:
            return Fraction(0)
        rentang = satu.waktu.rentang
        ujung = rentang.paling_lama if self.lama else rentang.paling_cepat
        return Fraction(ujung.setara(JAM.menit_per_hari, JAM.hari_per_minggu))

    def awal(self) -> Fraction:
        return self.baris(self.alur.simpul[0].langkah)

    def lanjut(
        self, simpul: int, dibuat: frozenset[int], semua: bool, random: Random | None
    ) -> list[Fraction]:
        """Return the lengths of all runs from a symbol to an end, or of a random one; none where it is stuck."""
        cabang: dict[int | None, list[tuple[int, Panah]]] = {}
        for n, p in enumerate(self.panah):
            if p.dari == simpul:
                cabang.setdefault(p.cabang, []).append((n, p))
        if not cabang:
            return [Fraction(0)]
        pilihan = list(cabang.values())
        if random:
            pilihan = [random.choice(pilihan)]
        hasil = []
        for lengan in pilihan:
            tiap = [self.ruas(n, p, dibuat, semua, random) for n, p in lengan]
            if not semua and not all(tiap):
                continue
            if semua:
                hasil += [x for satu in tiap for x in satu]
            else:
                hasil.append(max(satu[0] for satu in tiap))
        return hasil

    def ruas(
        self, n: int, p: Panah, dibuat: frozenset[int], semua: bool, random: Random | None
    ) -> list[Fraction]:
        mundur = p.ke <= p.dari
        kembali = mundur and p.dari in self.capai[p.ke]
        if kembali and n in dibuat:
            return []
        dari, ke = self.alur.simpul[p.dari].langkah, self.alur.simpul[p.ke].langkah
        biaya = self.baris(ke) if dari != ke or mundur else Fraction(0)
        lanjutan = self.lanjut(p.ke, dibuat | {n} if kembali else dibuat, semua, random)
        return [biaya + x for x in lanjutan]


def setara(durasi: Durasi) -> Fraction:
    return Fraction(durasi.setara(JAM.menit_per_hari, JAM.hari_per_minggu))


TABEL = st.builds(
    berwaktu,
    st.randoms(use_true_random=False),
    st.integers(1, 12),
    st.sampled_from((PLAIN, TWISTED, replace(TWISTED, fork=0.4))),
)


@given(TABEL, st.integers())
def test_every_walk_lies_between_the_shortest_and_the_longest(tabel: Prosedur, benih: int) -> None:
    hasil = jalan_prosedur(tabel, JAM)
    if hasil.tersingkat is None or hasil.terlama is None:
        return
    pendek, panjang = Peniru(tabel, lama=False), Peniru(tabel, lama=True)
    for n in range(5):
        for peniru in (pendek, panjang):
            random = Random(benih + n)
            for lama in peniru.lanjut(0, frozenset(), False, random):
                tempuh = peniru.awal() + lama
                assert setara(hasil.tersingkat.lama) <= tempuh <= setara(hasil.terlama.lama)


@given(st.randoms(use_true_random=False), st.integers(1, 6), st.sampled_from((PLAIN, TWISTED)))
def test_the_longest_way_is_the_longest_of_all(random: Random, steps: int, traits: Traits) -> None:
    tabel = berwaktu(random, steps, replace(traits, many_exits=0.0))
    peniru = Peniru(tabel, lama=True)
    kembali = sum(p.ke <= p.dari and p.dari in peniru.capai[p.ke] for p in peniru.panah)
    if not peniru.alur.simpul or kembali > 4:
        return
    semua = peniru.lanjut(0, frozenset(), True, None)
    terlama = jalan_prosedur(tabel, JAM).terlama
    assert (terlama is None) == (not semua)
    if terlama:
        assert setara(terlama.lama) == peniru.awal() + max(semua)


@given(TABEL)
def test_ways_are_made_of_what_they_say(tabel: Prosedur) -> None:
    alur = susun_alur(tabel)
    hasil = jalan_prosedur(tabel, JAM)
    for jalan, panjang in ((hasil.tersingkat, False), (hasil.terlama, True)):
        if jalan is None:
            continue
        waktu = [tabel.langkah[i].waktu.rentang for i in jalan.langkah]
        jumlah = sum((w.paling_lama if panjang else w.paling_cepat for w in waktu), start=Durasi())
        assert jalan.lama == jumlah
        assert setara(jalan.beban) >= setara(jalan.lama)
        assert not set(jalan.serentak) & set(jalan.langkah)
        kembali = [b.ke for b in jalan.belokan if b.balik]
        assert all(i in jalan.langkah for i in kembali)
        assert all(b.ke <= b.langkah for b in jalan.belokan if b.balik and b.ke is not None)
        assert panjang or not kembali or len(set(jalan.langkah)) < len(jalan.langkah)
        antar = {(alur.simpul[p.dari].langkah, alur.simpul[p.ke].langkah) for p in alur.panah}
        if panjang:
            assert all(satu in antar for satu in pairwise(jalan.langkah))


@pytest.mark.parametrize("panjang", [1, 200])
def test_a_long_table_is_no_trouble(panjang: int) -> None:
    steps = [langkah(waktu="1 jam", id=f"s{i}") for i in range(panjang)]
    singkat, lama = cari(*steps)
    assert singkat.lama == lama.lama == menit(60 * panjang)

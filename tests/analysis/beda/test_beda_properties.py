"""What holds for the difference of any two handbooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.analysis.beda import BedaSop, Jenis, bandingkan
from buku_sop.analysis.beda.cocok import Ciri, berurutan, mirip, sejajarkan
from buku_sop.model import Langkah, Prosedur, Sop
from tests.builders import handbook, langkah, sop
from tests.flows import TWISTED, procedure

BALIK = {
    Jenis.BARU: Jenis.DIHAPUS,
    Jenis.DIHAPUS: Jenis.BARU,
    Jenis.DIPECAH: Jenis.DIGABUNG,
    Jenis.DIGABUNG: Jenis.DIPECAH,
}
KATA = [
    "menyusun",
    "laporan",
    "kinerja",
    "memeriksa",
    "surat",
    "mencatat",
    "tamu",
    "rapat",
    "menyerahkan",
    "kepala",
    "berkas",
]


def made_up(seed: str, steps: int = 0) -> Prosedur:
    random = Random(seed)
    asal = procedure(random, steps or random.randint(1, 14), random.randint(1, 6), TWISTED)
    return replace(asal, langkah=tuple(reworded(random, x) for x in asal.langkah))


def reworded(random: Random, satu: Langkah) -> Langkah:
    """Give a step words that others share, so that likeness has something to choose between."""
    return replace(
        satu,
        kegiatan=" ".join(random.choices(KATA, k=random.randint(2, 7))),
        id=satu.id if random.random() < 0.3 else "",
        output=(random.choice(KATA),),
        waktu=langkah(waktu=f"{random.randint(1, 9)} menit").waktu,
    )


def shuffled(seed: str, prosedur: Prosedur) -> Prosedur:
    """Change a procedure here and there."""
    random = Random(seed)
    steps = list(prosedur.langkah)
    for _ in range(random.randint(0, 6)):
        i = random.randrange(len(steps))
        match random.choice(["hapus", "tambah", "pindah", "ubah"]):
            case "hapus" if len(steps) > 1:
                del steps[i]
            case "tambah":
                steps.insert(i, reworded(random, steps[i]))
            case "pindah":
                steps.insert(random.randrange(len(steps)), steps.pop(i))
            case _:
                steps[i] = reworded(random, steps[i])
    return replace(prosedur, langkah=tuple(steps))


def compare(sebelum: Prosedur, sesudah: Prosedur) -> BedaSop | None:
    hasil = bandingkan(handbook(sop(tabel=(sebelum,))), handbook(sop(tabel=(sesudah,)))).sop
    return hasil[0] if hasil else None


Told = tuple[tuple[int, ...], tuple[int, ...], Jenis, bool, frozenset[str]]


def told(satu: BedaSop | None) -> Counter[Told]:
    if satu is None:
        return Counter()
    return Counter(
        (x.sebelum, x.sesudah, x.jenis, x.dipindah, frozenset(x.bidang))
        for p in satu.prosedur
        for x in p.langkah
        if x.berubah
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_handbook_does_not_differ_from_itself(seed: int) -> None:
    satu = sop(tabel=(made_up(f"a/{seed}"), made_up(f"b/{seed}")))
    lain = sop(tabel=(made_up(f"c/{seed}"),), id="dinas-rekaan/lain")
    hasil = bandingkan(handbook(satu, lain), handbook(satu, lain))
    assert not hasil.ada
    baru = replace(satu, prosedur=tuple(replace(p) for p in satu.prosedur))
    assert not bandingkan(handbook(satu), handbook(baru)).ada


@pytest.mark.parametrize("seed", range(150))
def test_swapping_the_sides_mirrors_what_is_told(seed: int) -> None:
    asal = made_up(f"cermin/{seed}")
    lain = shuffled(f"cermin/{seed}", asal)
    maju, mundur = told(compare(asal, lain)), told(compare(lain, asal))
    assert maju == Counter(
        {
            (b, a, BALIK.get(jenis, jenis), pindah, bidang): n
            for (a, b, jenis, pindah, bidang), n in mundur.items()
        }
    )


@pytest.mark.parametrize("seed", range(150))
def test_inserting_a_step_yields_exactly_one_addition(seed: int) -> None:
    random = Random(f"sisip/{seed}")
    asal = made_up(f"sisip/{seed}")
    i = random.randint(0, len(asal.langkah))
    sisipan = Langkah("Mengumumkan jadwal", asal.langkah[0].giliran, output=("Pengumuman",))
    steps = (*asal.langkah[:i], sisipan, *asal.langkah[i:])
    satu = compare(asal, replace(asal, langkah=steps))
    assert told(satu) == Counter({((), (i,), Jenis.BARU, False, frozenset()): 1})


@pytest.mark.parametrize("seed", range(100))
def test_every_step_of_both_sides_is_told_of_once_and_in_order(seed: int) -> None:
    asal = made_up(f"semua/{seed}")
    lain = shuffled(f"semua/{seed}", asal)
    satu = compare(asal, lain)
    if satu is None:
        assert asal == lain
        return
    baris = satu.prosedur[0].langkah
    assert sorted(i for x in baris for i in x.sebelum) == list(range(len(asal.langkah)))
    assert [j for x in baris for j in x.sesudah] == list(range(len(lain.langkah)))
    selisih = Fraction(sum(x.waktu.selisih for x in baris if x.waktu))
    selisih += sum(_menit(lain, x.sesudah) for x in baris if x.jenis is Jenis.BARU)
    selisih -= sum(_menit(asal, x.sebelum) for x in baris if x.jenis is Jenis.DIHAPUS)
    assert selisih == (satu.total.waktu.selisih if satu.total.waktu else 0)


def _menit(prosedur: Prosedur, posisi: tuple[int, ...]) -> int:
    return int(sum(prosedur.langkah[i].waktu.rentang.paling_lama.kerja for i in posisi))


@given(st.lists(st.integers(0, 30), unique=True))
def test_a_longest_run_keeps_its_order_and_cannot_be_prolonged(urutan: list[int]) -> None:
    pasangan = list(enumerate(urutan))
    run = berurutan(pasangan)
    assert [j for _, j in run] == sorted(j for _, j in run)
    panjang = [1] * len(urutan)
    for i, j in pasangan:
        panjang[i] = 1 + max((panjang[k] for k in range(i) if urutan[k] < j), default=0)
    assert len(run) == max(panjang, default=0)


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=4, max_size=4), max_size=5))
def test_an_alignment_never_crosses_nor_takes_what_is_forbidden(skor: list[list[float]]) -> None:
    hasil = sejajarkan(range(len(skor)), range(4), lambda i, j: skor[i][j])
    assert all(skor[i][j] for i, j in hasil)
    assert [i for i, _ in hasil] == sorted({i for i, _ in hasil})
    assert [j for _, j in hasil] == sorted({j for _, j in hasil})


@pytest.mark.parametrize("seed", range(2))
def test_hundreds_of_sops_under_new_names_are_found_again(seed: int) -> None:
    random = Random(seed)
    lama = [_banyak(i, f"kantor-contoh/a{i}") for i in range(200)]
    baru = [_banyak(i, f"dinas-rekaan/b{random.random()}") for i in range(200)]
    hasil = bandingkan(handbook(*lama), handbook(*baru))
    assert {s.sebelum.nama: s.sesudah.nama for s in hasil.sop if s.sebelum and s.sesudah} == {
        s.nama: s.nama for s in lama
    }


def _banyak(i: int, id: str) -> Sop:
    return sop(
        langkah("Mencatat surat"),
        langkah(f"Menyimpan surat bidang {i}"),
        id=id, nama=f"Surat {i}", nomor=f"{i}/REKAAN",
    )  # fmt: skip


def test_likeness_weighs_what_two_steps_share_against_all_that_they_have() -> None:
    """Of three documents one is shared: a third, not a half."""
    satu, dua = (langkah("Menulis", output=o, kelengkapan=()) for o in (("A", "B"), ("B", "C")))
    a, b = (Ciri(x, sop(x).prosedur[0]) for x in (satu, dua))
    assert mirip(a, b) == pytest.approx((6 + 1 + 2 / 3) / (6 + 1 + 2))
    assert mirip(a, b) == mirip(b, a)

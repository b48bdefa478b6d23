"""Thousands of random operations on real and on made-up files: nothing is lost, and all is undone to the letter."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.places import Value
from buku_sop.loading.rapikan import rapikan
from buku_sop.loading.sunting.konfirmasi import daftar_ragu, konfirmasi, ragukan
from buku_sop.loading.sunting.langkah import (
    JalanKeluar,
    daftar_langkah,
    gabung_langkah,
    hapus_langkah,
    pecah_keputusan,
    pindah_langkah,
    sisipkan_langkah,
)
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, batalkan, buka, hapus, setel
from buku_sop.loading.sunting.pelaksana import (
    daftar_pelaksana,
    ganti_id_pelaksana,
    pindah_pelaksana,
    tambah_pelaksana,
)
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.loading.yaml_comments import baca_komentar
from tests.paths import ROOT, SOP_DATA

BAIK = sorted((ROOT / "tests" / "corpus" / "baik").glob("*.yml"))
_KATA = [
    "Kepala",
    "Dinas",
    "memeriksa",
    "berkas:",
    "laporan",
    "#",
    "tidak",
    "lengkap,",
    "dan",
    "surat",
    "'x'",
    '"y"',
    "10",
    "ya",
    "null",
    "-",
    "a",
    "[b]",
    "{c}",
    "&",
    "*",
    "%",
]
Operasi = Callable[[Naskah, random.Random], Perubahan]


@cache
def berkas_sop() -> tuple[str, ...]:
    return tuple(_berkas_sop())


def _berkas_sop() -> Iterator[str]:
    for path in [*BAIK, *sorted(SOP_DATA.glob("*/*.yml"))]:
        teks = path.read_text(encoding="utf-8")
        try:
            DokumenSop.model_validate(buka("a/b.yml", teks).data)
        except (TakDapatDisunting, ValueError):
            continue
        yield teks


def kata(r: random.Random, paling_banyak: int) -> str:
    return " ".join(r.choice(_KATA) for _ in range(r.randint(1, paling_banyak)))


def kunci(naskah: Naskah) -> list[str]:
    return list(naskah.data) if isinstance(naskah.data, dict) else []


def langkah_acak(naskah: Naskah, r: random.Random) -> int:
    return r.randrange(len(daftar_langkah(naskah, ())))


def langkah_baru(naskah: Naskah, r: random.Random) -> Value:
    lajur: list[Value] = list(daftar_pelaksana(naskah, ()))
    isi: dict[str, Value] = {"kegiatan": kata(r, 30), "waktu": f"{r.randint(1, 90)} menit"}
    if lajur:
        isi["pelaksana"] = r.choice(lajur)
    return isi if r.random() < 0.8 else kata(r, 5)


OPERASI: dict[str, Operasi] = {
    "waktu": lambda n, r: setel(n, ("langkah", langkah_acak(n, r), "waktu"), f"{r.randint(1, 99)} menit"),
    "kegiatan": lambda n, r: setel(n, ("langkah", langkah_acak(n, r), "kegiatan"), kata(r, 30)),
    "output": lambda n, r: setel(n, ("langkah", langkah_acak(n, r), "output"), [kata(r, 8) for _ in range(r.randint(0, 3))]),
    "ringkas": lambda n, r: setel(n, ("langkah", langkah_acak(n, r), "ringkas"), kata(r, 4)),
    "keterangan": lambda n, r: setel(n, ("langkah", langkah_acak(n, r), "keterangan"), r.choice([None, kata(r, 5)])),
    "daftar": lambda n, r: setel(n, (r.choice(["peralatan", "dasar_hukum", "peringatan"]),), [kata(r, 20) for _ in range(r.randint(0, 4))]),
    "jabatan": lambda n, r: setel(n, ("disusun_oleh", "jabatan"), kata(r, 4)) if not isinstance(n.isi(("disusun_oleh",)), list) else Perubahan(n),
    "nama": lambda n, r: setel(n, ("nama",), kata(r, 6)),
    "sisipkan": lambda n, r: sisipkan_langkah(n, (), r.randint(0, len(daftar_langkah(n, ()))), langkah_baru(n, r)),
    "hapus": lambda n, r: hapus_langkah(n, (), langkah_acak(n, r)),
    "pindah": lambda n, r: pindah_langkah(n, (), langkah_acak(n, r), langkah_acak(n, r)),
    "putuskan": lambda n, r: pecah_keputusan(n, (), langkah_acak(n, r), [JalanKeluar("Ya", "lanjut"), JalanKeluar(kata(r, 3), langkah_acak(n, r))], r.choice(["", "Sesuai?"])),
    "gabung": lambda n, r: gabung_langkah(n, (), langkah_acak(n, r)),
    "ragukan": lambda n, r: ragukan(n, ("langkah", langkah_acak(n, r)), r.choice(["waktu", "output"]), kata(r, 20)),
    "konfirmasi": lambda n, r: _konfirmasi(n),
    "lajur": lambda n, r: tambah_pelaksana(n, (), f"lajur_{r.randint(1, 99)}", kata(r, 3)),
    "id lajur": lambda n, r: ganti_id_pelaksana(n, (), r.choice(list(daftar_pelaksana(n, ()))), f"baru_{r.randint(1, 99)}"),
    "urut lajur": lambda n, r: pindah_pelaksana(n, (), r.choice(list(daftar_pelaksana(n, ()))), r.randrange(len(daftar_pelaksana(n, ())))),
    "hapus isian": lambda n, r: hapus(n, (r.choice([k for k in kunci(n) if k not in ("nama", "langkah", "pelaksana", "prosedur")]),)),
}  # fmt: skip


def _konfirmasi(naskah: Naskah) -> Perubahan:
    for n in range(len(daftar_langkah(naskah, ()))):
        for bidang in daftar_ragu(naskah, ("langkah", n)):
            return konfirmasi(naskah, ("langkah", n), bidang)
    return Perubahan(naskah)


def ditulis_lain(teks: str, r: random.Random) -> str:
    """Write a file as somebody else would: other indents, quotes, brackets, comments anywhere, no line end."""
    gaya: dict[str, Any] = r.choice(
        [{}, {"width": 60}, {"width": 60, "default_flow_style": None}, {"width": 400, "default_style": '"'},
         {"width": 400, "indent": 6}]
    )  # fmt: skip
    asal = buka("a/b.yml", teks)
    if gaya and "null" not in (
        lain := yaml.safe_dump(asal.data, sort_keys=False, allow_unicode=True, **gaya)
    ):
        teks = lain
    for n in range(r.randint(0, 10)):
        baris = teks.split("\n")
        di = r.randrange(len(baris))
        if r.random() < 0.5:
            baris.insert(di, " " * r.randint(0, 8) + f"# catatan {n}")
        else:
            baris[di] += f" # samping {n}"
        try:
            if buka("a/b.yml", calon := "\n".join(baris)).data == asal.data:
                teks = calon
        except TakDapatDisunting:
            pass
    return teks if r.random() < 0.8 else teks.rstrip("\n")


def kerjakan(benih: int) -> Counter[str]:
    """Do every operation on one file, in any order; return how often each was done. Fails where anything is lost."""
    r = random.Random(benih)
    naskah = asal = buka("a/b.yml", ditulis_lain(r.choice(berkas_sop()), r))
    tumpukan: list[Perubahan] = []
    dikerjakan: Counter[str] = Counter()
    for nama in r.sample(list(OPERASI), len(OPERASI)):
        try:
            hasil = OPERASI[nama](naskah, r)
        except TakDapatDisunting as error:
            if "tanpa mengubah" in str(
                error
            ):  # not that it makes no sense, but that it could not be done
                pytest.fail(f"{benih}: {nama}: {error}\n{naskah.teks}")
            continue
        except (IndexError, ValueError):  # nothing to choose from
            continue
        komentar = Counter(k.teks for k in baca_komentar(naskah.teks))
        assert not komentar - Counter(k.teks for k in baca_komentar(hasil.naskah.teks)), benih
        DokumenSop.model_validate(hasil.naskah.data)
        tumpukan.append(hasil)
        dikerjakan[nama] += bool(hasil.suntingan)
        naskah = hasil.naskah
    while tumpukan:
        naskah = batalkan(replace(tumpukan.pop(), naskah=naskah))
    assert naskah.teks == asal.teks, benih
    return dikerjakan


def test_random_operations_lose_nothing_and_are_undone(semua: bool) -> None:
    dikerjakan: Counter[str] = Counter()
    for benih in range(600 if semua else 12):
        dikerjakan += kerjakan(benih)
    assert set(dikerjakan) == set(OPERASI)  # so that none is refused throughout


@pytest.mark.parametrize("benih", range(2))
def test_a_canonical_file_stays_canonical(benih: int) -> None:
    r = random.Random(benih)
    teks = (ROOT / "tests/corpus/baik/lengkap.yml").read_text(encoding="utf-8")
    naskah = buka("a/b.yml", rapikan(teks, DokumenSop))
    for nama in ("waktu", "kegiatan", "daftar", "sisipkan", "ragukan", "lajur"):
        naskah = OPERASI[nama](naskah, r).naskah
        assert naskah.teks == rapikan(naskah.teks, DokumenSop), nama

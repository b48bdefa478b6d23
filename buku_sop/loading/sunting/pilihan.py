"""What a doubtful value may be instead: the few readings that are likely, each with the change that makes it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from buku_sop.loading.places import Value
from buku_sop.loading.sunting.keraguan import Ragu
from buku_sop.loading.sunting.konfirmasi import konfirmasi
from buku_sop.loading.sunting.lambang import (
    LANJUT,
    SELESAI,
    Cabang,
    GiliranTertulis,
    Tujuan,
    baca_giliran,
    setel_cabang,
    setel_giliran,
    setel_ke,
)
from buku_sop.loading.sunting.langkah import daftar_langkah
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, setel
from buku_sop.loading.sunting.pelaksana import daftar_pelaksana
from buku_sop.model import Simbol
from buku_sop.model.tulisan import tulis

PALING = 9
"""As many as there are digit keys."""
YA, TIDAK = "Ya", "Tidak"
TANPA_ASAL = "Ada panah ke lambang ini yang asalnya tidak terbaca"
"""How an import says that an arrow to a symbol comes from somewhere: the doubt is about another step's way."""
MENYATU = ("kelengkapan", "waktu", "output", "keterangan")
"""Fields whose cell may be one with that of the row above."""

Sebut = Callable[[int], str]
"""Names a step by its index: "langkah 3"."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Another reading of a doubtful value."""

    label: str
    """What it says, in a few words of Indonesian."""
    ubah: Callable[[Naskah], Perubahan]

    def lakukan(self, naskah: Naskah, ragu: Ragu) -> Perubahan:
        """Make it so, and take the doubt away. Raises TakDapatDisunting."""
        return self.ubah(naskah).lalu(lambda x: konfirmasi(x, ragu.di, ragu.bidang))


def pilihan(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> tuple[Pilihan, ...]:
    """Return the likely readings beside the one that is written, the likeliest first; at most `PALING`."""
    cari = {
        "ke": _ke,
        "cabang": _cabang,
        "pelaksana": _pelaksana,
        "simbol": _simbol,
        **dict.fromkeys(MENYATU, _sel),
    }.get(ragu.bidang)
    if cari is None or ragu.tabel is None:
        return ()
    return tuple(islice(cari(naskah, ragu, sebut), PALING))


def kegiatan(naskah: Naskah, ragu: Ragu, n: int) -> str:
    """Return the words of a step of the table of a doubt."""
    satu = daftar_langkah(naskah, ragu.tabel or ())[n]
    isi = satu.get("kegiatan") if isinstance(satu, dict) else satu
    return " ".join(str(isi or "").split())


def sebut_tujuan(ke: Tujuan, sebut: Sebut) -> str:
    """Word a target."""
    if isinstance(ke, int):
        return sebut(ke)
    if ke == LANJUT:
        return tulis("periksa.lanjut_berikut")
    return tulis("ucapan.akhir") if ke == SELESAI else ke


def _terdekat(naskah: Naskah, ragu: Ragu) -> Iterator[int]:
    """Yield the other steps of a table, those nearby first, further down before further up."""
    assert ragu.tabel is not None
    n, banyak = ragu.langkah, len(daftar_langkah(naskah, ragu.tabel))
    for jarak in range(1, banyak):
        yield from (i for i in (n + jarak, n - jarak) if 0 <= i < banyak)


# --- Where a step leads -------------------------------------------------------------------------


def _ke(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    assert ragu.tabel is not None
    if ragu.alasan.startswith(TANPA_ASAL):
        yield from _asal(naskah, ragu, sebut)
        return
    g = len(baca_giliran(naskah, ragu.tabel, ragu.langkah)) - 1
    satu = baca_giliran(naskah, ragu.tabel, ragu.langkah)[g]
    if satu.cabang:
        yield from _cabang(naskah, ragu, sebut)
        return
    kini = set(_tertuju(satu, ragu.langkah))
    for ke in _calon(naskah, ragu):
        if {ke} != kini:
            label = _huruf_besar(
                tulis("periksa.ke", tujuan=sebut(ke))
                if isinstance(ke, int)
                else sebut_tujuan(ke, sebut)
            )
            yield Pilihan(label, _jadi_ke(ragu, ragu.langkah, g, (ke,)))


def _calon(naskah: Naskah, ragu: Ragu) -> Iterator[Tujuan]:
    """Yield where a step may lead: on, to the end, or to a step nearby."""
    assert ragu.tabel is not None
    if ragu.langkah + 1 < len(daftar_langkah(naskah, ragu.tabel)):
        yield ragu.langkah + 1
    yield SELESAI
    yield from (i for i in _terdekat(naskah, ragu) if i != ragu.langkah + 1)


def _tertuju(satu: GiliranTertulis, n: int) -> tuple[Tujuan, ...]:
    """Return where a turn leads, the step that follows by its index."""
    return tuple(n + 1 if x == LANJUT else x for x in satu.ke or (LANJUT,))


def _asal(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    """Yield the steps from which an arrow may come to this one."""
    assert ragu.tabel is not None
    for i in _terdekat(naskah, ragu):
        g = len(baca_giliran(naskah, ragu.tabel, i)) - 1
        satu = baca_giliran(naskah, ragu.tabel, i)[g]
        if satu.cabang:
            if all(ragu.langkah not in c.ke for c in satu.cabang):
                baru = (*satu.cabang, Cabang("", (ragu.langkah,)))
                yield Pilihan(
                    tulis("periksa.dari_baru", langkah=sebut(i)), _jadi_cabang(ragu, i, g, baru)
                )
        elif ragu.langkah not in (semua := _tertuju(satu, i)):
            label = tulis("periksa.dari_langkah", langkah=sebut(i))
            yield Pilihan(label, _jadi_ke(ragu, i, g, (*semua, ragu.langkah)))


def _jadi_ke(ragu: Ragu, n: int, g: int, ke: tuple[Tujuan, ...]) -> Callable[[Naskah], Perubahan]:
    return lambda x: setel_ke(x, ragu.tabel or (), n, g, ke)


# --- Decisions -------------------------------------------------------------------------------------


def _cabang(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    assert ragu.tabel is not None
    semua = baca_giliran(naskah, ragu.tabel, ragu.langkah)
    g = next((i for i, satu in enumerate(semua) if satu.cabang), len(semua) - 1)
    susunan = _susunan(semua[g]) if semua[g].cabang else _keputusan(naskah, ragu, semua[g])
    for cabang in susunan:
        label = "; ".join(
            f"{c.label or tulis('periksa.tanpa_label_kecil')} → {dan(_pendek(x, ragu, sebut) for x in c.ke)}"
            for c in cabang
        )
        yield Pilihan(label, _jadi_cabang(ragu, ragu.langkah, g, cabang))
    if not semua[g].cabang:
        simbol = (*semua[g].di, "simbol")
        if naskah.isi(simbol) == Simbol.BELAH_KETUPAT.value:
            yield Pilihan(tulis("periksa.bukan_keputusan"), lambda x: setel(x, simbol, None))


def _susunan(satu: GiliranTertulis) -> Iterator[tuple[Cabang, ...]]:
    """Yield the labels of a decision given out otherwise."""
    ada = [c.label for c in satu.cabang]
    if len(ada) == 2 and not all(ada):
        lain = next(filter(None, ada), "")
        pasangan = [(YA, TIDAK), (TIDAK, YA)]
        if lain:
            lawan = TIDAK if lain.casefold() != TIDAK.casefold() else YA
            pasangan = [(lain, lawan), (lawan, lain)]
            pasangan.sort(key=lambda p: p[ada.index(lain)] != lain)
        for label in pasangan:
            yield tuple(Cabang(x, c.ke) for x, c in zip(label, satu.cabang, strict=True))
        return
    for i, j in combinations(range(len(ada)), 2):
        if ada[i] != ada[j]:
            label_baru = [*ada]
            label_baru[i], label_baru[j] = ada[j], ada[i]
            yield tuple(Cabang(x, c.ke) for x, c in zip(label_baru, satu.cabang, strict=True))


def _keputusan(naskah: Naskah, ragu: Ragu, satu: GiliranTertulis) -> Iterator[tuple[Cabang, ...]]:
    """Yield the second way out that a decision may have, beside the one that is known."""
    kini = _tertuju(satu, ragu.langkah)
    mundur: list[Tujuan] = [i for i in (ragu.langkah - 1, ragu.langkah - 2) if i >= 0]
    lain = [x for x in (*mundur, SELESAI, ragu.langkah + 1) if x not in kini]
    banyak = len(daftar_langkah(naskah, ragu.tabel or ()))
    for ke in lain:
        if not isinstance(ke, int) or ke < banyak:
            yield (Cabang(YA, kini), Cabang(TIDAK, (ke,)))
    for ke in lain[:1]:
        yield (Cabang(TIDAK, kini), Cabang(YA, (ke,)))


def _pendek(ke: Tujuan, ragu: Ragu, sebut: Sebut) -> str:
    return (
        tulis("periksa.lanjut")
        if ke in (LANJUT, ragu.langkah + 1)
        else sebut_tujuan(ke, sebut).partition(" (")[0]
    )


def _jadi_cabang(
    ragu: Ragu, n: int, g: int, cabang: tuple[Cabang, ...]
) -> Callable[[Naskah], Perubahan]:
    return lambda x: setel_cabang(x, ragu.tabel or (), n, g, cabang)


# --- Who, which symbol, which words ------------------------------------------------------------------


def _pelaksana(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    assert ragu.tabel is not None
    ada = [g.pelaksana for g in baca_giliran(naskah, ragu.tabel, ragu.langkah) if g.pelaksana]
    nama = nama_pelaksana(naskah, ragu)
    if len(ada) == 1 and len(ada[0]) > 1:
        urut = tuple((x,) for x in ada[0])
        lalu = f", {tulis('periksa.lalu')} "
        kata = lalu.join(nama.get(x, x) for x in ada[0])
        yield Pilihan(tulis("periksa.bergiliran", siapa=kata), _jadi_pelaku(ragu, urut))
    for id, sebutan in nama.items():
        if ada != [(id,)]:
            yield Pilihan(sebutan, _jadi_pelaku(ragu, ((id,),)))


def nama_pelaksana(naskah: Naskah, ragu: Ragu) -> dict[str, str]:
    """Return the lanes of the table of a doubt: what stands above each, by id; of one name with the group, too."""
    semua = daftar_pelaksana(naskah, ragu.tabel or ())
    nama = {id: _kata(x, "nama") or id for id, x in semua.items()}
    kembar = {n for n, banyak in Counter(nama.values()).items() if banyak > 1}
    return {
        id: f"{_kata(semua[id], 'kelompok') or id}: {n}" if n in kembar else n
        for id, n in nama.items()
    }


def _kata(lajur: Value, kunci: str) -> str:
    isi = lajur.get(kunci) if isinstance(lajur, dict) else lajur if kunci == "nama" else ""
    return " ".join(str(isi or "").split())


def _jadi_pelaku(ragu: Ragu, giliran: tuple[tuple[str, ...], ...]) -> Callable[[Naskah], Perubahan]:
    return lambda x: setel_giliran(x, ragu.tabel or (), ragu.langkah, giliran)


def _simbol(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    assert ragu.tabel is not None
    di = (*baca_giliran(naskah, ragu.tabel, ragu.langkah)[-1].di, "simbol")
    kini = naskah.isi(di)
    for simbol in Simbol:
        if simbol.value != kini:
            nama = simbol.value.replace("_", " ").capitalize()
            yield Pilihan(nama, lambda x, s=simbol: setel(x, di, s.value))  # type: ignore[misc]
    if kini is not None:
        yield Pilihan(tulis("periksa.dari_alur"), lambda x: setel(x, di, None))


def _sel(naskah: Naskah, ragu: Ragu, sebut: Sebut) -> Iterator[Pilihan]:
    assert ragu.tabel is not None
    kini = naskah.isi(ragu.jalan)
    if kini is None:
        for i in range(ragu.langkah - 1, -1, -1):
            atas = naskah.isi((*ragu.tabel, "langkah", i, ragu.bidang))
            if atas is not None:
                kata = "; ".join(map(str, atas)) if isinstance(atas, list) else str(atas)
                label = tulis("periksa.sama", langkah=sebut(i), isi=" ".join(kata.split()))
                yield Pilihan(label, lambda x, v=atas: setel(x, ragu.jalan, v))  # type: ignore[misc]
                return
    else:
        yield Pilihan(tulis("periksa.kosongkan"), lambda x: setel(x, ragu.jalan, None))


def dan(semua: Iterable[str]) -> str:
    """Join what belongs together."""
    return f" {tulis('kata.dan')} ".join(semua)


def _huruf_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]

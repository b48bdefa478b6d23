"""What the symbols of a step say: who acts in each turn, and where it leads, as it is written and as it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.langkah import SELESAI, beri_id, daftar_langkah, id_di
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, setel
from buku_sop.loading.sunting.spans import TakDapatDisunting

LANJUT, BERIKUT = "lanjut", "berikut"

Tujuan = int | str
"""The index of a step, `lanjut`, `berikut`, `selesai`; what is written otherwise stays as it is written."""


@dataclass(frozen=True, slots=True)
class Cabang:
    """A way out of a decision."""

    label: str
    ke: tuple[Tujuan, ...]


@dataclass(frozen=True, slots=True)
class GiliranTertulis:
    """A turn of a step: one symbol, or several that act jointly."""

    di: Path
    """The mapping that holds `ke`, `cabang`, `simbol` of it: the turn, or the step for its last one."""
    letak: Path
    """The turn itself; the step where it has none."""
    pelaksana: tuple[str, ...]
    """The ids of its lanes; empty where nobody is named."""
    ke: tuple[Tujuan, ...]
    """Empty where it goes on as usual."""
    cabang: tuple[Cabang, ...]
    terakhir: bool


def baca_giliran(naskah: Naskah, tabel: Path, n: int) -> tuple[GiliranTertulis, ...]:
    """Return the turns of a step; of a step without performers one without any."""
    langkah = daftar_langkah(naskah, tabel)[n]
    di: Path = (*tabel, "langkah", n)
    pelaku = langkah.get("pelaksana") if isinstance(langkah, dict) else None
    if pelaku is None or pelaku == []:
        return (_satu(naskah, tabel, di, di, None, terakhir=True),)
    banyak = isinstance(pelaku, list)
    semua = pelaku if isinstance(pelaku, list) else [pelaku]
    hasil = []
    for g, isi in enumerate(semua):
        letak: Path = (*di, "pelaksana", g) if banyak else (*di, "pelaksana")
        terakhir = g == len(semua) - 1
        sendiri = isinstance(isi, dict) and any(k in isi for k in ("ke", "cabang"))
        milik = letak if sendiri or not terakhir else di
        hasil.append(_satu(naskah, tabel, milik, letak, isi, terakhir=terakhir))
    return tuple(hasil)


def _satu(
    naskah: Naskah, tabel: Path, di: Path, letak: Path, isi: Value, *, terakhir: bool
) -> GiliranTertulis:
    nomor = nomor_id(naskah, tabel)
    cabang = naskah.isi((*di, "cabang"))
    return GiliranTertulis(
        di,
        letak,
        _pelaksana(isi),
        _tujuan(naskah.isi((*di, "ke")), nomor),
        tuple(
            Cabang(str(c.get("label") or ""), _tujuan(c.get("ke"), nomor))
            for c in (cabang if isinstance(cabang, list) else ())
            if isinstance(c, dict)
        ),
        terakhir,
    )


def _pelaksana(isi: Value) -> tuple[str, ...]:
    if isinstance(isi, str):
        return (isi.strip(),)
    if not isinstance(isi, dict):
        return ()
    bersama = isi.get("bersama")
    semua = [isi.get("pelaksana"), *(bersama if isinstance(bersama, list) else [bersama])]
    return tuple(x for satu in semua if satu for x in _pelaksana(satu))


def _tujuan(isi: Value, nomor: dict[str, int]) -> tuple[Tujuan, ...]:
    semua = isi if isinstance(isi, list) else [isi]
    return tuple(nomor.get(x.strip(), x.strip()) for x in semua if isinstance(x, str) and x.strip())


def nomor_id(naskah: Naskah, tabel: Path) -> dict[str, int]:
    """Return which step has which id; ids of turns are left out, since an arrow to one means that turn."""
    hasil = {}
    for n, langkah in enumerate(daftar_langkah(naskah, tabel)):
        if isinstance(langkah, dict) and str(langkah.get("id") or "").strip():
            hasil[str(langkah["id"]).strip()] = n
    return hasil


# --- Written anew ---------------------------------------------------------------------------------


def setel_ke(naskah: Naskah, tabel: Path, n: int, giliran: int, ke: Sequence[Tujuan]) -> Perubahan:
    """Let a turn lead to these; to nothing, or to the next step alone, as usual."""
    satu = _ada(naskah, tabel, n, giliran)
    if satu.cabang:
        raise TakDapatDisunting("langkah ini keputusan; ubah cabangnya")
    biasa = LANJUT if satu.terakhir else BERIKUT
    semua = [LANJUT if x == n + 1 else x for x in dict.fromkeys(ke)]
    if semua in ([], [biasa]):
        return setel(naskah, (*satu.di, "ke"), None)
    hasil, tertulis = _tertulis(naskah, tabel, semua)
    return hasil.lalu(
        lambda x: setel(x, (*satu.di, "ke"), tertulis[0] if len(tertulis) == 1 else tertulis)
    )


def setel_cabang(
    naskah: Naskah, tabel: Path, n: int, giliran: int, cabang: Sequence[Cabang]
) -> Perubahan:
    """Let a turn decide between these; with fewer than two it decides nothing and leads on to what is left."""
    satu = _ada(naskah, tabel, n, giliran)
    if len(cabang) < 2:
        hasil = setel(naskah, (*satu.di, "cabang"), None)
        ke = cabang[0].ke if cabang else ()
        return hasil.lalu(lambda x: setel_ke(x, tabel, n, giliran, ke))
    hasil, isi = Perubahan(naskah), list[Value]()
    for c in cabang:
        if not c.ke:
            raise TakDapatDisunting("setiap cabang memerlukan tujuan")
        beride, tertulis = _tertulis(
            hasil.naskah, tabel, [LANJUT if x == n + 1 else x for x in c.ke]
        )
        hasil = hasil.lalu(lambda _, p=beride: p)  # type: ignore[misc]
        tujuan = tertulis[0] if len(tertulis) == 1 else tertulis
        isi.append({"label": c.label, "ke": tujuan} if c.label.strip() else {"ke": tujuan})
    if hasil.naskah.ada((*satu.di, "ke")):
        hasil = hasil.lalu(lambda x: setel(x, (*satu.di, "ke"), None))
    return hasil.lalu(lambda x: setel(x, (*satu.di, "cabang"), isi))


def setel_giliran(
    naskah: Naskah, tabel: Path, n: int, giliran: Sequence[Sequence[str]]
) -> Perubahan:
    """Let these act in a step, turn by turn; what a turn says beside who acts stays with the turn at its place."""
    lama = [naskah.isi(g.letak) for g in baca_giliran(naskah, tabel, n) if g.pelaksana]
    semua: list[Value] = []
    for g, siapa in enumerate(giliran):
        ada = lama[g] if g < len(lama) else None
        if siapa:
            semua.append(_pelaku(ada, tuple(siapa)))
    di: Path = (*tabel, "langkah", n, "pelaksana")
    return setel(naskah, di, semua[0] if len(semua) == 1 else semua)


def _pelaku(ada: Value, siapa: tuple[str, ...]) -> Value:
    if _pelaksana(ada) == siapa:
        return ada
    lain = (
        {k: v for k, v in ada.items() if k not in ("pelaksana", "bersama")}
        if isinstance(ada, dict)
        else {}
    )
    if len(siapa) > 1:
        return {"bersama": list[Value](siapa), **lain}
    return {"pelaksana": siapa[0], **lain} if lain else siapa[0]


def _tertulis(naskah: Naskah, tabel: Path, ke: Sequence[Tujuan]) -> tuple[Perubahan, list[Value]]:
    """Give the steps that are led to an id, and return what is written for each."""
    hasil, tertulis = Perubahan(naskah), list[Value]()
    for satu in ke:
        if isinstance(satu, int):
            hasil = hasil.lalu(lambda x, i=satu: beri_id(x, tabel, i))  # type: ignore[misc]
            satu = next(id_di(daftar_langkah(hasil.naskah, tabel)[satu]))
        tertulis.append(satu)
    return hasil, tertulis


def _ada(naskah: Naskah, tabel: Path, n: int, giliran: int) -> GiliranTertulis:
    semua = baca_giliran(naskah, tabel, n)
    if not 0 <= giliran < len(semua):
        raise TakDapatDisunting(f"langkah {n + 1} tidak punya giliran {giliran + 1}")
    return semua[giliran]


__all__ = [
    "BERIKUT",
    "LANJUT",
    "SELESAI",
    "Cabang",
    "GiliranTertulis",
    "Tujuan",
    "baca_giliran",
    "nomor_id",
    "setel_cabang",
    "setel_giliran",
    "setel_ke",
]

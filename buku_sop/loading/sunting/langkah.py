"""Operations on steps: what a row of the table is, with the arrows that lead to it.

A table is named by its path in the file: `()` where the SOP has one, else `("prosedur", n)`. Steps are counted from 0 here
and from 1 in every note. Each operation returns a `Perubahan`; what it changed beside what was asked stands in its notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from buku_sop.loading.fields import usul_id
from buku_sop.loading.places import Path, Value
from buku_sop.loading.skema_isian import KATA_KHUSUS
from buku_sop.loading.sunting.konfirmasi import ragukan
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, hapus, pindah, setel, sisipkan
from buku_sop.loading.sunting.spans import TakDapatDisunting

SELESAI = "selesai"
ALIHAN = "Langkah yang dituju sudah dihapus"
"""How a doubt begins about an arrow that led to a deleted step."""
_JUMLAH = re.compile(r"(\d+)\s*(\D*)")


@dataclass(frozen=True, slots=True)
class JalanKeluar:
    """A way out of a decision."""

    label: str
    ke: int | str
    """The index of the step it leads to, or what may be written there: `lanjut`, `selesai`, an id."""


@dataclass(frozen=True, slots=True)
class Panah:
    """A place where an arrow's target is written."""

    jalan: Path
    """Of the text itself."""
    tujuan: str
    langkah: int
    """The step in which it is written."""

    @property
    def id(self) -> str:
        """The step or turn that is meant."""
        return self.tujuan.partition("/")[0].strip()


def daftar_langkah(naskah: Naskah, tabel: Path) -> list[Value]:
    """Return the steps of a table, as they are written."""
    isi = naskah.isi((*tabel, "langkah"))
    return isi if isinstance(isi, list) else []


def panah(naskah: Naskah, tabel: Path) -> Iterator[Panah]:
    """Yield every written target of a table."""
    for n, langkah in enumerate(daftar_langkah(naskah, tabel)):
        for jalan, tujuan in _tujuan(langkah, (*tabel, "langkah", n)):
            yield Panah(jalan, tujuan, n)


def _tujuan(nilai: Value, jalan: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(nilai, list):
        for n, satu in enumerate(nilai):
            yield from _tujuan(satu, (*jalan, n))
    elif isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            if kunci != "ke":
                yield from _tujuan(isi, (*jalan, kunci)) if isinstance(isi, list | dict) else ()
            elif isinstance(isi, list):
                yield from (
                    ((*jalan, kunci, n), x) for n, x in enumerate(isi) if isinstance(x, str)
                )
            elif isinstance(isi, str):
                yield (*jalan, kunci), isi


def id_di(langkah: Value) -> Iterator[str]:
    """Yield the ids in a step: its own, and those of its turns."""
    if isinstance(langkah, dict):
        if str(langkah.get("id") or "").strip():
            yield str(langkah["id"])
        for kunci in ("pelaksana", "bersama"):
            yield from id_di(langkah.get(kunci))
    elif isinstance(langkah, list):
        for satu in langkah:
            yield from id_di(satu)


# --- Rows ---------------------------------------------------------------------------------------


def sisipkan_langkah(naskah: Naskah, tabel: Path, n: int, langkah: Value) -> Perubahan:
    """Insert a step before the one at an index."""
    return sisipkan(naskah, (*tabel, "langkah", n), langkah)


def pindah_langkah(naskah: Naskah, tabel: Path, n: int, ke: int) -> Perubahan:
    """Move a step. Arrows that name a step still lead to it; those without a name follow the new order."""
    langkah_di(naskah, tabel, n)
    return pindah(naskah, (*tabel, "langkah", n), ke)


def hapus_langkah(naskah: Naskah, tabel: Path, n: int) -> Perubahan:
    """Delete a step. Arrows that led to it lead to what came after it, are marked as doubtful, and told in the notes."""
    semua = daftar_langkah(naskah, tabel)
    langkah_di(naskah, tabel, n)
    ids = set(id_di(semua[n]))
    terputus = [p for p in panah(naskah, tabel) if p.id in ids and p.langkah != n]
    hasil = Perubahan(naskah)
    for satu in terputus:
        pengganti = n + 1 if n + 1 < len(semua) else None
        if pengganti == satu.langkah:  # it would lead to itself
            pengganti = n - 1 if n else None
        hasil = _alihkan(hasil, tabel, satu, pengganti, n)
    return hasil.lalu(lambda x: hapus(x, (*tabel, "langkah", n)))


def _alihkan(
    hasil: Perubahan, tabel: Path, satu: Panah, ke: int | None, terhapus: int
) -> Perubahan:
    tujuan = SELESAI
    if ke is not None:
        hasil = hasil.lalu(lambda x: beri_id(x, tabel, ke))
        tujuan = next(id_di(daftar_langkah(hasil.naskah, tabel)[ke]))
    hasil = hasil.lalu(lambda x: setel(x, satu.jalan, tujuan))
    asal, menuju = (_nomor_baru(i, terhapus) for i in (satu.langkah, -1 if ke is None else ke))
    kini = f"langkah {menuju}" if ke is not None else "akhir prosedur"
    di = (*tabel, "langkah", satu.langkah)
    bidang = next(str(x) for x in satu.jalan[len(di) :] if isinstance(x, str))
    ragu = f"{ALIHAN}; panahnya kini menuju {kini}."
    return hasil.lalu(lambda x: ragukan(x, di, bidang, ragu)).dengan(
        f"Panah dari langkah {asal} yang menuju langkah yang dihapus kini menuju {kini}."
    )


def _nomor_baru(n: int, terhapus: int) -> int:
    return n + 1 if n < terhapus else n


# --- Decisions and merging -------------------------------------------------------------------------


def pecah_keputusan(
    naskah: Naskah, tabel: Path, n: int, keluar: Sequence[JalanKeluar], keputusan: str = ""
) -> Perubahan:
    """Make a step a decision; or, with the words of a decision, part it in two of which the second decides."""
    langkah = langkah_di(naskah, tabel, n)
    if len(keluar) < 2:
        raise TakDapatDisunting("sebuah keputusan punya sedikitnya dua jalan keluar")
    hasil = Perubahan(naskah)
    if keputusan:
        baru = _seperti(langkah, keputusan)
        hasil = hasil.lalu(lambda x: sisipkan_langkah(x, tabel, n + 1, baru))
        keluar = [replace(k, ke=_geser(k.ke, n)) for k in keluar]
        n += 1
    hasil = hasil.lalu(lambda x: jadikan_pemetaan(x, tabel, n))
    for satu in keluar:
        if isinstance(satu.ke, int) and satu.ke != n + 1:
            hasil = hasil.lalu(lambda x, i=satu.ke: beri_id(x, tabel, i))  # type: ignore[misc]
    cabang: list[Value] = [
        {"label": k.label, "ke": tujuan_tertulis(hasil.naskah, tabel, n, k.ke)} for k in keluar
    ]
    di = (*tabel, "langkah", n)
    if hasil.naskah.ada((*di, "ke")):
        hasil = hasil.lalu(lambda x: hapus(x, (*di, "ke")))
    return hasil.lalu(lambda x: setel(x, (*di, "cabang"), cabang))


def _geser(ke: int | str, n: int) -> int | str:
    return ke + 1 if isinstance(ke, int) and ke > n else ke


def tujuan_tertulis(naskah: Naskah, tabel: Path, n: int, ke: int | str) -> str:
    """Return how step `n` writes where it leads; a step that is led to must have an id."""
    if isinstance(ke, str):
        return ke
    return "lanjut" if ke == n + 1 else next(id_di(daftar_langkah(naskah, tabel)[ke]))


def _seperti(langkah: Value, kegiatan: str) -> Value:
    """Make a step that the same people do."""
    pelaku = langkah.get("pelaksana") if isinstance(langkah, dict) else None
    if isinstance(pelaku, list):
        pelaku = pelaku[-1]
    if isinstance(pelaku, dict):
        pelaku = {k: v for k, v in pelaku.items() if k in ("pelaksana", "bersama")}
    return {"kegiatan": kegiatan, "pelaksana": pelaku}


def gabung_langkah(naskah: Naskah, tabel: Path, n: int) -> Perubahan:
    """Make one step of a step and the one after it. Raises TakDapatDisunting where their ways differ."""
    satu, dua = (_kamus(langkah_di(naskah, tabel, i)) for i in (n, n + 1))
    if any(k in satu for k in ("cabang", "ke")):
        raise TakDapatDisunting(
            f"langkah {n + 1} tidak selalu berlanjut ke langkah {n + 2}; hapus dulu cabang atau panahnya"
        )
    hasil = jadikan_pemetaan(naskah, tabel, n)
    idnya = set(id_di(dua))
    if any(p.id in idnya for p in panah(naskah, tabel)):
        hasil = hasil.lalu(lambda x: beri_id(x, tabel, n))
        milik = next(id_di(daftar_langkah(hasil.naskah, tabel)[n]))
        for p in panah(hasil.naskah, tabel):
            if p.id in idnya:
                hasil = hasil.lalu(lambda x, j=p.jalan: setel(x, j, milik))  # type: ignore[misc]
        dua = _kamus(daftar_langkah(hasil.naskah, tabel)[n + 1])
    baru, catatan = _gabungan(_kamus(daftar_langkah(hasil.naskah, tabel)[n]), dua)
    hasil = hasil.lalu(lambda x: setel(x, (*tabel, "langkah", n), baru))
    return hasil.lalu(lambda x: hapus(x, (*tabel, "langkah", n + 1))).dengan(*catatan)


def _gabungan(satu: dict[str, Value], dua: dict[str, Value]) -> tuple[Value, list[str]]:
    baru, catatan = dict(satu), []
    for kunci, isi in dua.items():
        ada = satu.get(kunci)
        if kunci == "kegiatan":
            baru[kunci] = f"{ada}\n{isi}"
        elif kunci == "pelaksana":
            baru[kunci] = _bergiliran(ada, isi)
        elif kunci in ("kelengkapan", "output", "keterangan"):
            baru[kunci] = [*_daftar(ada), *(x for x in _daftar(isi) if x not in _daftar(ada))]
        elif kunci == "waktu" and ada and ada != isi:
            baru[kunci], pasti = _jumlah(str(ada), str(isi))
            if not pasti:
                ragu = _kamus(baru.get("perlu_konfirmasi"))
                baru["perlu_konfirmasi"] = {**ragu, "waktu": "Gabungan waktu dua langkah."}
        elif kunci == "perlu_konfirmasi":
            baru[kunci] = {**_kamus(isi), **_kamus(baru.get(kunci))}
        elif kunci == "id" and ada:
            continue
        elif not ada:
            baru[kunci] = isi
        elif ada != isi:
            catatan.append(
                f"Isian {kunci} langkah kedua ({isi}) tidak ikut; yang pertama ({ada}) dipakai."
            )
    return baru, catatan


def _bergiliran(satu: Value, dua: Value) -> Value:
    giliran = [*_daftar(satu), *_daftar(dua)]
    urut = [g for n, g in enumerate(giliran) if not n or g != giliran[n - 1]]
    return urut[0] if len(urut) == 1 else urut


def _jumlah(satu: str, dua: str) -> tuple[str, bool]:
    a, b = _JUMLAH.fullmatch(satu.strip()), _JUMLAH.fullmatch(dua.strip())
    if a and b and a[2].strip().casefold() == b[2].strip().casefold():
        return f"{int(a[1]) + int(b[1])} {a[2].strip()}".strip(), True
    return f"{satu} + {dua}", False


# --- Names ----------------------------------------------------------------------------------------


def beri_id(naskah: Naskah, tabel: Path, n: int) -> Perubahan:
    """Let a step have an id to which arrows can lead; nothing changes where it has one."""
    langkah = langkah_di(naskah, tabel, n)
    if isinstance(langkah, dict) and str(langkah.get("id") or "").strip():
        return Perubahan(naskah)
    terpakai = set(id_di(daftar_langkah(naskah, tabel)))
    baru = _id_bebas(_kegiatan(langkah), terpakai)
    hasil = jadikan_pemetaan(naskah, tabel, n)
    return hasil.lalu(lambda x: setel(x, (*tabel, "langkah", n, "id"), baru))


def _id_bebas(teks: str, terpakai: set[str]) -> str:
    dasar = usul_id(teks)
    calon = [dasar, *(f"{dasar}-{k}" for k in range(2, len(terpakai) + 3))]
    return next(c for c in calon if c not in terpakai and c not in KATA_KHUSUS)


def ganti_id_langkah(naskah: Naskah, tabel: Path, lama: str, baru: str) -> Perubahan:
    """Give a step or a turn another id, with every arrow to it."""
    if baru in set(id_di(daftar_langkah(naskah, tabel))):
        raise TakDapatDisunting(f"id {baru} sudah dipakai di tabel ini")
    letak = [
        j for j, i in _letak_id(naskah.isi((*tabel, "langkah")), (*tabel, "langkah")) if i == lama
    ]
    if not letak:
        raise TakDapatDisunting(f"tidak ada langkah ber-id {lama} di tabel ini")
    hasil = Perubahan(naskah)
    for p in panah(naskah, tabel):
        if p.id == lama:
            tujuan = baru + p.tujuan[p.tujuan.index(lama) + len(lama) :]
            hasil = hasil.lalu(lambda x, j=p.jalan, t=tujuan: setel(x, j, t))  # type: ignore[misc]
    return hasil.lalu(lambda x: setel(x, letak[0], baru))


def _letak_id(nilai: Value, jalan: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(nilai, list):
        for n, satu in enumerate(nilai):
            yield from _letak_id(satu, (*jalan, n))
    elif isinstance(nilai, dict):
        if str(nilai.get("id") or "").strip():
            yield (*jalan, "id"), str(nilai["id"])
        for kunci in ("pelaksana", "bersama"):
            yield from _letak_id(nilai.get(kunci), (*jalan, kunci))


# --- Small --------------------------------------------------------------------------------------------


def langkah_di(naskah: Naskah, tabel: Path, n: int) -> Value:
    """Return a step as it is written. Raises TakDapatDisunting where there is none."""
    semua = daftar_langkah(naskah, tabel)
    if not 0 <= n < len(semua):
        raise TakDapatDisunting(f"tidak ada langkah {n + 1}; tabel ini punya {len(semua)} langkah")
    return semua[n]


def jadikan_pemetaan(naskah: Naskah, tabel: Path, n: int) -> Perubahan:
    """Write a step that is a text alone as a mapping."""
    langkah = langkah_di(naskah, tabel, n)
    if isinstance(langkah, str):
        return setel(naskah, (*tabel, "langkah", n), {"kegiatan": langkah})
    return Perubahan(naskah)


def _kegiatan(langkah: Value) -> str:
    isi = langkah.get("kegiatan") if isinstance(langkah, dict) else langkah
    return isi if isinstance(isi, str) else ""


def _kamus(nilai: Value) -> dict[str, Value]:
    if isinstance(nilai, str):
        return {"kegiatan": nilai}
    return dict(nilai) if isinstance(nilai, dict) else {}


def _daftar(nilai: Value) -> list[Value]:
    return list(nilai) if isinstance(nilai, list) else [] if nilai is None else [nilai]
